"""Which currency an amount is in: signs, letters and codes before the number, and names that several share."""

import functools
from typing import Final

from . import noun
from .errors import ArgumentError
from .lexicon import Lexicon
from .ontology import MONEY, Unit, index
from .surface import Scanner
from .text import HYPHENS, Sentence

#: What is left of a pound sign in plain ASCII; also the name of a games machine.
_ASCII_POUND: Final = "PS"
#: A number of so many characters behind a code that is also a word is an amount: "ALL 5,000", but not "ALL 5".
_AMOUNT: Final = 4
#: Whose coins they are takes no more words: "Malaysian/Singapore".
_OWNERS: Final = 4
#: Words of weight behind which thousands of pounds are money all the same.
_LOSING: Final = frozenset({"lost", "gained", "dropped"})
#: "Thousands of pounds" are money; "hundreds" may be weight.
_MANY: Final = 1000


def before(scan: Scanner) -> tuple[Unit, int, int] | None:
    """Read $5, US$5, A$ 5, Rs. 500, EUR 20, USD115, RM42: the unit, and the tokens of its sign or letters."""
    at = scan.first - 1
    if at < 0:
        return None
    signs = scan.table.signs
    word = scan.words[at]
    if (
        word not in scan.table.money_openers
        and not (at and scan.words[at - 1] in signs)
        and scan.lowers[at] not in scan.table.classes["lower code"]
    ):
        return None  # almost always
    if at > 0 and ((word in HYPHENS and scan.words[at - 1] in signs) or (word == "." and scan.said("dotted", at - 1))):
        at -= 1
        word = scan.words[at]
    if word in signs:
        return _sign(scan, at, word)
    if at > 0 and scan.words[at - 1] in signs and scan.joined(at) and scan.joined(scan.first):
        unit = scan.table.symbols.get(word + scan.words[at - 1])  # $US5m, as some papers write it
        return (unit, at - 1, at + 1) if unit is not None else None
    unit = _letters(scan, at, word)
    return (unit, at, at + 1) if unit is not None and not taken(scan, at) else None


def _letters(scan: Scanner, at: int, word: str) -> Unit | None:
    """Read a code or an abbreviation before the number."""
    table = scan.table
    unit = table.codes.get(word)
    if unit is not None:
        if scan.joined(scan.first) or not scan.said("word code", at):
            return unit
        is_amount = scan.last - scan.first > 1 or len(scan.words[scan.first]) >= _AMOUNT
        return unit if is_amount and not scan.sentence.is_upper else None
    unit = table.before.get(word)
    if unit is not None and (len(word) > 1 or scan.joined(scan.first)):
        if word != _ASCII_POUND:
            return unit
        is_machine = scan.last - scan.first == 1 and len(scan.words[scan.first]) == 1
        return unit if scan.joined(scan.first) and not is_machine else None
    unit = table.symbols.get(word)
    if unit is not None and unit.kind is MONEY:
        return unit
    if scan.said("lower code", at):
        upper = word.upper()
        symbol = table.symbols.get(upper) or table.symbols.get(word.title())
        return table.codes.get(upper) or symbol or table.before.get(upper)
    return None


def _sign(scan: Scanner, at: int, sign: str) -> tuple[Unit, int, int] | None:
    """Read a currency sign with the letters before it: US$, A$, NZ $."""
    symbols = scan.table.symbols
    unit, start = symbols.get(sign), at
    letters = scan.words[at - 1] if at > 0 else ""
    if letters[:1].isalpha():
        longer = None
        if scan.joined(at):
            longer = symbols.get(letters + sign) or scan.table.codes.get(letters.upper())
        elif len(letters) > 1 and not letters.islower():
            longer = symbols.get(letters + sign)
        elif not scan.joined(scan.first):
            longer = scan.table.before.get(f"{letters} {sign}")
        if longer is not None:
            unit, start = longer, at - 1
    return (unit, start, at + 1) if unit is not None else None


def name_before(scan: Scanner) -> tuple[Unit, int, int] | None:
    """Read a currency's name before the number: "ringgit 42"."""
    at = scan.first - 1
    unit = scan.table.words.get(scan.low(at))
    if unit is None or unit.kind is not MONEY or scan.said("verb too", at) or taken(scan, at):
        return None
    for rest, longer in scan.table.phrases.get(scan.low(at - 1), ()):
        if rest == (scan.low(at),) and longer.kind is MONEY:
            return longer, at - 1, at + 1
    return unit, at, at + 1


def coin(scan: Scanner, at: int) -> tuple[Unit, int] | None:
    """Read whose coins are counted, where no table lists them: "four Fijian cents", "Brunei/Fijian cents"."""
    end = at
    for word in scan.words[at : at + _OWNERS]:
        if not word.istitle() and word not in ("/", "-"):
            break
        end += 1
    unit = scan.table.words.get(scan.low(end))
    if end == at or unit is None or unit.kind is not MONEY or unit.factor == 1 or not scan.words[end].islower():
        return None
    return unit, end + 1


def whole(unit: Unit, lexicon: Lexicon) -> Unit:
    """Return the money that a coin is a part of: the dollar for the cent."""
    return _wholes(lexicon).get(unit.dimension, unit)


@functools.lru_cache(maxsize=8)
def _wholes(lexicon: Lexicon) -> dict[str, Unit]:
    table = index(lexicon)
    units = (*table.by_name.values(), *table.codes.values())
    return {unit.dimension: unit for unit in units if unit.kind is MONEY and unit.factor == 1}


def taken(scan: Scanner, at: int) -> bool:
    """Say whether the letters at a token belong to the number before them: "15 USD 50", "3 GBP 1 penny"."""
    low = scan.low(at - 1)
    if not (low[:1].isdigit() or low in _numbers(scan.lexicon)) or scan.joined(scan.first):
        return False
    word = scan.words[at - 2] if at > 1 else ""
    return word not in scan.table.codes and word not in scan.table.symbols and not scan.said("lower code", at - 2)


@functools.lru_cache(maxsize=8)
def _numbers(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(phrase for row in lexicon.rows("number") if row.role != "suffix" for phrase in row.phrases)


def check(home: str | None, lexicon: Lexicon) -> None:
    """Refuse a home currency that is no code of the tables, before any text is read."""
    if home is None:
        return
    if not isinstance(home, str):
        raise TypeError(f"home_currency must be a str, got {type(home).__name__}")
    if home not in index(lexicon).codes:
        raise ArgumentError("home_currency", home, "must be an ISO 4217 code, such as 'USD'")


def settled(
    sentence: Sentence, unit: Unit, first: int, words: tuple[int, int], lexicon: Lexicon, home: str | None
) -> Unit:
    """Decide which of the currencies that share a name is meant, where the caller or the sentence says so.

    `first` is the number's first token, `words` are the tokens of the unit.
    """
    table = index(lexicon)
    if unit.kind is not MONEY:
        shared = next((table.codes[code] for code in unit.alternatives if code in table.codes), None)
        if shared is None or not table.classes["two kinds"].issuperset(sentence.lowers[words[0] : words[1]]):
            return unit
        return shared if home == shared.code or _is_money(sentence, first, words, lexicon) else unit
    known = table.codes.get(home) if home is not None and home in unit.alternatives else None
    if known is None:
        return unit
    if unit.factor == 1:
        return known
    return Unit(unit.name, unit.kind, known.dimension, "", unit.factor)


def _is_money(sentence: Sentence, first: int, words: tuple[int, int], lexicon: Lexicon) -> bool:
    """Are pounds money or weight? Words of weight beside the number, then a scale word or words of money, decide."""
    lowers, classes = sentence.lowers, index(lexicon).classes
    last = words[1]
    behind = lowers[last : last + 2]
    if len(behind) > 1 and behind[0] == "of" and behind[1] not in noun.determiners(lexicon):
        # two pounds of beef; millions of pounds of public cash
        is_many = last - first > 1 or sentence.lowers[first] in index(lexicon).scales
        return is_many and not classes["money of"].isdisjoint(lowers[last + 1 : last + 6])
    scales = index(lexicon).scales
    scaled = any(low in scales or scales.get(low[:-1], 0) >= _MANY for low in lowers[first : words[0]])
    weighing = classes["weight"].intersection(lowers[max(0, first - 6) : last + 5])
    if weighing and not (scaled and lowers[words[0] - 1] == "of" and weighing <= _LOSING):
        return False
    return scaled or not classes["money"].isdisjoint(lowers)
