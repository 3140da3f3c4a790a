"""Words that say a number without a numeral of their own: vague words, bands, majorities, multiples, one and none.

Each reader starts at a token of its role and returns a mark or `None`.
"""

from decimal import Decimal
from fractions import Fraction
from typing import Final

from . import noun, nounphrase
from .interval import CONTEXT, ONE, ZERO
from .numberword import SCALES, NumeralMark, Reader, nonzero, place
from .ontology import UnitKind, index
from .text import HYPHENS

#: Smaller sums are not told by their figures.
_FIGURES: Final = 4
_TEN: Final = Decimal(10)
_POWERS: Final = frozenset(Decimal(10) ** power for power in (1, 2, 3))
_HUNDRED: Final = Decimal(100)
#: The parts of ten years.
_THIRDS: Final = {"decade low": (0, 3), "decade mid": (4, 6), "decade high": (7, 9)}
_UNITS: Final = ("digit", "teen", "ten")


# -- vague words -----------------------------------------------------------------------------------------------


def vague(reader: Reader, at: int) -> NumeralMark | None:
    """several | a few | a couple [of] | a handful, each with [hundred | scale | group]*"""
    low, before = reader.low(at), reader.low(at - 1)
    if low != "several" and not _opened(reader, at):
        return None
    first = at - (low != "several" and before in ("a", "an"))
    floor, value, upper, best = reader.table.vague[low]
    mark = NumeralMark(first, at + 1, best, 0, 0, "vague")
    mark.floor, mark.low, mark.high, mark.best = floor, value, upper, best
    after = at + 1
    after += reader.low(after) == "of" and (low == "couple" or reader.role(after + 1) in SCALES)
    scaled = after
    while reader.role(after) in SCALES or (
        after == scaled
        and reader.role(after) == "plural"
        and (reader.value(after) >= _HUNDRED or (reader.low(after) == "tens" and reader.low(after + 1) == "of"))
    ):
        mark.times(reader.value(after), after + 1)
        after += 1
    if mark.scale > 1:
        # "several hundred" is kept under a thousand, the next power that would be said instead.
        mark.high = min(mark.high, CONTEXT.multiply(mark.floor, Decimal("4.5")))
        mark.low = max(mark.low, mark.floor)
    return mark


def _opened(reader: Reader, at: int) -> bool:
    """Whether "few", "couple" or "handful" is a number: "a few", "the last couple of"; not "few came", "the couple"."""
    low = reader.low(at)
    if low == "few" and reader.role(at + 1) in SCALES:
        return True
    if not reader.says(at - 1, "vague opener") or (low != "few" and reader.low(at - 1) == "the"):
        return False
    if low != "couple" or reader.low(at + 1) == "of" or reader.role(at + 1) in SCALES:
        return True
    found = nounphrase.find(reader.sentence, at + 1, reader.lexicon)
    return (found is None and reader.low(at + 1) == "") or (found is not None and found.plural)


def plural(reader: Reader, at: int) -> NumeralMark | None:
    """hundreds | tens of thousands | hundreds of millions | dozens and dozens"""
    low = reader.low(at)
    if low in ("scores", "tens") and reader.low(at + 1) != "of":
        return None
    return _several(reader, NumeralMark(at, at + 1, reader.value(at), 0, 0, "plural"), low)


def in_digits(reader: Reader, mark: NumeralMark) -> NumeralMark | None:
    """10s of thousands | 100s of fans: a plural that names a power, in digits"""
    if reader.low(mark.last + 1) != "of" or mark.value not in _POWERS:
        return None
    return _several(reader, NumeralMark(mark.first, mark.last + 1, mark.value, 0, 0, "plural"), "s")


def _several(reader: Reader, mark: NumeralMark, low: str) -> NumeralMark:
    """Read on behind a plural that names a power: of thousands, and more of the same."""
    after = mark.last
    while (
        reader.low(after) == "of"
        and reader.role(after + 1) in ("plural", "scale")
        and reader.value(after + 1) >= _HUNDRED
    ):
        mark.times(reader.value(after + 1), after + 2)
        after += 2
    if reader.low(after) in ("and", "upon", "on") and reader.low(after + 1) == low:
        mark.end(after + 2)
    _spread(mark, mark.value)
    return mark


def _spread(mark: NumeralMark, floor: Decimal) -> None:
    """A plural that names a power reaches from twice to ten times that power."""
    mark.floor = floor
    mark.low = CONTEXT.multiply(floor, Decimal(2))
    mark.high = CONTEXT.multiply(floor, _TEN)
    mark.best = CONTEXT.multiply(floor, Decimal(3))


def nothing(reader: Reader, at: int) -> None:
    """Say nothing: the word counts only within another number."""
    del reader, at


def pair(reader: Reader, at: int) -> NumeralMark | None:
    """A pair of men; a pair; not the pair, nor a pair of trousers."""
    if reader.low(at - 1) != "a" or not (reader.low(at + 1) == "" or reader.low(at + 1) == "of"):
        return None
    if reader.low(at + 1) == "of":
        found = nounphrase.find(reader.sentence, at + 2, reader.lexicon)
        if found is None or not found.plural or noun.family(found.lemma, reader.lexicon) != "person":
            return None
    return NumeralMark(at - 1, at + 1, reader.value(at), form="words")


def majority(reader: Reader, at: int) -> NumeralMark | None:
    """A majority of voters, the vast majority of them; not a majority of 12 seats."""
    size = at + 2
    while reader.says(size, "majority size"):
        size += 1  # "a majority of only 12"
    if reader.low(at + 1) != "of" or reader.low(size)[:1].isdecimal() or reader.role(size) in (*_UNITS, *SCALES):
        return None
    first = at - 1 if reader.low(at - 1) in ("a", "the") else at
    if first == at and reader.low(at - 2) in ("a", "the"):
        first = at - 2
    mark = NumeralMark(first, at + 1, reader.value(at), -1, -1, "majority", Fraction(1, 2))
    mark.floor = reader.value(at)
    return mark


def many_fold(reader: Reader, at: int) -> NumeralMark | None:
    """multi-million, multimillion"""
    if reader.value(at) > 1:
        mark = NumeralMark(at, at + 1, reader.value(at), form="plural")
    else:
        after = reader.unhyphened(at + 1)
        if after == at + 1 or reader.role(after) != "scale":
            return None
        mark = NumeralMark(at, after + 1, reader.value(after), form="plural")
    _spread(mark, mark.value)
    return mark


def digit_band(reader: Reader, at: int) -> NumeralMark | None:
    """single digits | double-digit [billions] | triple digits; else double the number"""
    after = reader.unhyphened(at + 1)
    if reader.low(after) not in ("digit", "digits"):
        return multiple(reader, at) if reader.low(at) != "single" else None
    top = place(int(reader.value(at)))
    floor = ZERO if top == _TEN else top / 10
    if reader.role(after + 1) == "plural" and reader.value(after + 1) > _HUNDRED:
        scale = reader.value(after + 1)
        return band(at, after + 2, CONTEXT.multiply(floor, scale), CONTEXT.multiply(top, scale))
    return band(at, after + 1, floor, top)


def band(first: int, last: int, floor: Decimal, ceiling: Decimal) -> NumeralMark:
    """Make the mark of all numbers from a floor up to, not including, a ceiling."""
    mark = NumeralMark(first, last, floor, form="band")
    mark.ceiling = mark.high = ceiling
    return mark


def third_of(reader: Reader, at: int) -> str:
    """Return which part of ten years a word says: early, mid or late; empty where it says none."""
    return next((name for name in _THIRDS if reader.says(at, name)), "")


def ten(first: int, last: int, floor: Decimal, third: str) -> NumeralMark:
    """Make the mark of ten years, which lie in their early, middle or late part where one is said."""
    found = band(first, last, floor, floor + 10)
    if third:
        low, high = _THIRDS[third]
        found.low, found.high = floor + low, floor + high
    return found


def decade(reader: Reader, at: int) -> NumeralMark | None:
    """Read "in her thirties", "in their mid-twenties"; "the thirties" are years, "its fifties style" is of them."""
    after = reader.low(at + 1)
    if after in HYPHENS or (after[:1].isalpha() and not noun.is_stop(after, reader.lexicon)):
        return None
    part = at - 1
    part -= reader.low(part) in HYPHENS
    third = third_of(reader, part)
    if not reader.says(part - bool(third), "decade owner"):
        return None
    return ten(part if third else at, at + 1, reader.value(at), third)


def figures(reader: Reader, mark: NumeralMark) -> NumeralMark:
    """Turn "six" before "-figure" into the numbers of six figures."""
    after = reader.unhyphened(mark.last)
    if reader.low(after) not in ("figure", "figures"):
        return mark
    opens = reader.low(mark.first - 1) in ("into", "in", "to", "low", "mid", "high")
    if not (after > mark.last or opens or _is_sum(reader, mark, after)) or not 1 <= mark.value <= 15:
        return mark
    top = place(int(mark.value))
    return band(mark.first, after + 1, top / 10, top)


def _is_sum(reader: Reader, mark: NumeralMark, at: int) -> bool:
    """Say whether "figure" without a hyphen tells how large a sum is: "a six figure fee"; not "six figure skaters"."""
    after = reader.low(at + 1)
    is_several = mark.value >= _FIGURES and reader.low(at) == "figure"
    return is_several and after.isalpha() and not after.startswith("skat") and not noun.is_stop(after, reader.lexicon)


# -- multiples, one and none -----------------------------------------------------------------------------------


def fold(reader: Reader, at: int) -> NumeralMark:
    """threefold"""
    return NumeralMark(at, at + 1, reader.value(at), form="fold")


def multiple(reader: Reader, at: int) -> NumeralMark | None:
    """twice | doubled | double the number"""
    low = reader.low(at)
    if low in ("double", "triple", "treble", "quadruple") and not _is_factor(reader, at):
        return None
    form = "multiple" if low not in ("twice", "thrice") or reader.says(at + 1, "multiple object") else "often"
    return NumeralMark(at, at + 1, reader.value(at), min(0, nonzero(reader.value(at))), 0, form)


def _is_factor(reader: Reader, at: int) -> bool:
    """Say whether "double" multiplies: double the number, is to double, will double output; not double gold."""
    following = reader.low(at + 1)
    if following in HYPHENS or reader.says(at + 1, "double noun"):
        return False
    if reader.says(at + 2, "double noun") and reader.sentence.words[at + 1].istitle():
        return False  # "double Olympic gold"
    if following == "as":
        return reader.low(at + 2) in ("many", "much", "large", "big", "high")  # "doubles as a store"
    return reader.says(at + 1, "multiple object") or reader.says(at - 1, "multiple opener")


def article(reader: Reader, at: int) -> NumeralMark | None:
    """an hour and a half | a year; the second counts only where something hedges it"""
    following = reader.low(at + 1)
    known = index(reader.lexicon).words.get(following)
    if (
        known is None
        or following in reader.table.role
        or known.kind in (UnitKind.COUNT, UnitKind.NONE)
        or noun.is_plural(reader.sentence.words[at + 1], reader.lexicon)
    ):
        return None
    mark = NumeralMark(at, at + 1, ONE, form="article")
    if reader.low(at + 2) == "and" and reader.low(at + 3) == "a" and reader.role(at + 4) == "fraction":
        mark.becomes(1 + Fraction(1, int(reader.value(at + 4))), at + 5)
        mark.form, mark.inner = "fraction", at + 1
    return mark


def nil(reader: Reader, at: int) -> NumeralMark | None:
    """no casualties; neither "no reported deaths" nor "no deaths were reported" counts them"""
    head = next((at + step for step in (1, 2, 3) if reader.says(at + step, "zero noun")), 0)
    if not head or any(reader.says(token, "unreported") for token in range(at + 1, head + 5)):
        return None
    return NumeralMark(at, at + 1, ZERO, form="nil")
