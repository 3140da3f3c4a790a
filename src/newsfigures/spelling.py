"""Numbers written in words: cardinals by multiply-and-add, fractions, groups, vague words, multiples, bands.

Each reader starts at a token of its role and returns a mark or `None`.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from . import noun, vagueness
from .interval import CONTEXT, ONE, ZERO
from .numberword import SCALES, NumeralMark, Reader, nonzero
from .ontology import index
from .text import HYPHENS

_TEN: Final = Decimal(10)
#: Before these three quarters are nine months, and behind those.
_ENDING: Final = frozenset({"to", "ended", "ending", "through"})
_SPANNING: Final = frozenset({"for", "in", "over", "within", "during", "all"})
_HUNDRED: Final = Decimal(100)
#: What may stand behind a hyphen in the singular: "a three-quarter share".
_JOINED: Final = frozenset({"quarter", "third", "fifth", "fourth"})
_UNITS: Final = ("digit", "teen", "ten")
_CURRENCY: Final = frozenset("$\u00a3\u20ac\u00a5\u20b9")
_MINUS: Final = HYPHENS | {"\u2212"}
#: Where one of these stands before a number, it may be below zero.
SIGNS: Final = _CURRENCY | _MINUS | {"minus", "negative"}

#: What a number in words may go on with, number words aside.
_GOES_ON: Final = HYPHENS | {"and", "point", "figure", "figures"}


def spelled(reader: Reader, at: int) -> NumeralMark | None:
    """Read the number that starts with the number word at a token."""
    return _READERS[reader.table.role[reader.lowers[at]]](reader, at)


# -- cardinals -------------------------------------------------------------------------------------------------


def cardinal(reader: Reader, at: int) -> NumeralMark | None:
    """[[group<100] hundred [and]] [group<100], times scale words in falling order; a hundred; two dozen"""
    lowers, roles = reader.lowers, reader.table.role
    first, role = at, reader.role(at)
    following = lowers[at + 1] if at + 1 < len(lowers) else ""
    if role in _UNITS and following not in roles and following not in _GOES_ON:
        if not at or lowers[at - 1] not in SIGNS:
            # Most are one word, and nothing beside it belongs to the number.
            value = CONTEXT.add(ZERO, reader.value(at))
            return NumeralMark(at, at + 1, value, 0, nonzero(value), "one" if lowers[at] == "one" else "words")
    if role in SCALES:
        if reader.low(at - 1) in ("a", "an") and reader.low(at) != "score":
            first = at - 1
        elif not _is_one_scale(reader, at) and not (role == "hundred" and reader.role(at + 1) == "scale"):
            return None
    value, last, scale = _sum(reader, at)
    if last == at:
        return None
    exponent = nonzero(value) if value else 0
    written = exponent if value >= _HUNDRED else 0  # "forty" is 40, "four hundred" may be rounded
    mark = NumeralMark(first, last, value, written, exponent, "scaled" if scale > _HUNDRED else "words")
    mark.scale = scale
    if reader.low(at) == "one" and last == at + 1:
        mark.form = "one"
    if not _parts(reader, mark):
        and_part(reader, mark)
    _point(reader, mark)
    sign(reader, mark)
    return vagueness.figures(reader, mark)


def _is_one_scale(reader: Reader, at: int) -> bool:
    """Whether a scale is said once, behind other words than "a": "another dozen", "the next hundred years"."""
    if not reader.says(at - 1, "scale opener") or reader.low(at) == "score":
        return False
    return reader.sentence.words[at].islower() and not (reader.low(at - 1) == "the" and reader.low(at - 2) == "by")


def _sum(reader: Reader, at: int) -> tuple[Decimal, int, Decimal]:
    """Add up the parts of a number, each smaller than the scale of the one before: its value, its end, its scale."""
    total, last, limit, scale = ZERO, at, None, ONE
    while True:
        start = last
        if last > at and reader.low(last) == "and":
            start += 1
            if not _adds(reader, at, start):
                break
        part = _below_thousand(reader, start)
        if part is None and start > at:
            break
        value, end = part or (ONE, start)
        factor, behind = _factor(reader, end)
        if behind == start or (limit is not None and CONTEXT.multiply(value, factor) >= limit):
            break
        total, last = CONTEXT.add(total, CONTEXT.multiply(value, factor)), behind
        limit, scale = factor, max(scale, factor)
        if factor == 1 or reader.role(behind - 1) == "group":
            break
    return total, last, scale


def _factor(reader: Reader, at: int) -> tuple[Decimal, int]:
    """Multiply the scale words, or the dozens, that start at a token: "million", "lakh crore", "dozen"."""
    factor, last = ONE, at
    following = reader.unhyphened(at)
    role = reader.role(following)
    if role == "plural" and following > 0 and reader.role(following - 1) in (*_UNITS, *SCALES):
        # "three thousand millions", "two dozens"
        return (reader.value(following), following + 1) if _is_scale(reader, following) else (factor, last)
    while role in ("scale", "group"):
        factor, last = CONTEXT.multiply(factor, reader.value(following)), following + 1
        following = last
        if reader.role(following) == "plural" and _is_scale(reader, following):
            return CONTEXT.multiply(factor, reader.value(following)), following + 1
        if reader.role(following) != role:
            break
    return factor, last


def _is_scale(reader: Reader, at: int) -> bool:
    return reader.value(at) >= 1000 or reader.value(at) == 12


def remainder(reader: Reader, at: int) -> tuple[Decimal, int] | None:
    """Read what may end a number that began in digits: "3 hundred and one", "6 crore and two hundred"."""
    read = _below_thousand(reader, at)
    if read is None or reader.role(reader.unhyphened(read[1])) in ("fraction", *SCALES):
        return None
    return read


def _below_thousand(reader: Reader, at: int) -> tuple[Decimal, int] | None:
    """twelve | three hundred [and] five | forty-five hundred"""
    value, last = _below_hundred(reader, at) or (ONE, at)
    hundred = reader.unhyphened(last) if last > at else at
    if reader.role(hundred) != "hundred":
        return (value, last) if last > at else None
    value, last = CONTEXT.multiply(value, _HUNDRED), hundred + 1
    start = last + (reader.low(last) == "and")
    rest = _below_hundred(reader, start)
    if (
        rest is not None
        and (start == last or _adds(reader, at, start))
        and reader.role(rest[1]) not in ("hundred", "group")
    ):
        return CONTEXT.add(value, rest[0]), rest[1]
    return value, last


def _below_hundred(reader: Reader, at: int) -> tuple[Decimal, int] | None:
    """seven | seventeen | seventy | seventy-seven | zero"""
    role = reader.role(at)
    if role not in _UNITS and role != "zero":
        return None
    value, last = reader.value(at), at + 1
    if role == "ten":
        digit = reader.unhyphened(last)
        if reader.role(digit) == "digit":
            return CONTEXT.add(value, reader.value(digit)), digit + 1
        if _denominator(reader, at)[0] and reader.low(digit).endswith("s"):
            return None  # "three twenty-firsts"
    return value, last


def _adds(reader: Reader, start: int, at: int) -> bool:
    """Whether "and" joins one number: "a hundred and five", but not "between one hundred and two hundred"."""
    if reader.role(at) not in _UNITS or "between" in (reader.low(start - 1), reader.low(start - 2)):
        return False
    read = _below_hundred(reader, at)
    after = reader.role(reader.unhyphened(read[1])) if read else ""
    # "one hundred and two thousand" counts thousands; "one hundred and two hundred" are two numbers, and in
    # "five billion and three quarters" a fraction follows.
    if read and after == "fraction" and read[0] < reader.value(reader.unhyphened(read[1])):
        return False
    return after != "group" and (after != "hundred" or reader.role(at - 2) == "scale")


def _point(reader: Reader, mark: NumeralMark) -> None:
    """two point five [million] | nought point seven five | two point seventy-five"""
    at = mark.last
    if reader.low(at) != "point" or mark.form not in ("words", "one"):
        return
    text, after = "", at + 1
    while reader.role(after) in ("digit", "zero"):
        text, after = text + str(reader.value(after)), after + 1
    if not text:
        read = _below_hundred(reader, after)
        if read is None:
            return
        text, after = str(read[0]), read[1]
    mark.value = CONTEXT.add(mark.value, Decimal(f"0.{text}"))
    mark.written = mark.nonzero = -len(text)
    mark.form = "decimal"
    mark.end(after)
    while reader.role(mark.last) in SCALES:
        mark.times(reader.value(mark.last), mark.last + 1)
        mark.form = "scaled"


# -- fractions -------------------------------------------------------------------------------------------------


def _parts(reader: Reader, mark: NumeralMark) -> bool:
    """two-thirds | three quarters of | one third; say whether it was one."""
    at = reader.unhyphened(mark.last)
    if mark.form == "one" and reader.low(at) in HYPHENS:
        at += 1  # "one - fourth"
    below, last = _denominator(reader, at)
    low = reader.low(last - 1)
    if not below or not mark.value or (low == "quarters" and _is_time(reader, mark, at)):
        return False
    is_part = mark.value == 1 and (reader.joined(mark.last) or _is_part(reader, at))  # one-half; one third of
    is_joined = (
        reader.joined(mark.last) and reader.low(mark.last) in HYPHENS and low in _JOINED and mark.value == below - 1
    )
    if not (low.endswith("s") or is_part or is_joined) or (mark.value > _HUNDRED and below < 5):
        return False
    mark.form = "fraction"
    mark.becomes(Fraction(mark.value) / below, last)
    if mark.ratio is not None:
        _of_scale(reader, mark)
    return True


def _denominator(reader: Reader, at: int) -> tuple[int, int]:
    """thirds | twenty-firsts | millionths: the number below and its end; 0 where there is none"""
    role = reader.role(at)
    if role == "fraction":
        return int(reader.value(at)), at + 1
    unit = reader.unhyphened(at + 1)
    if (
        role == "ten"
        and unit > at + 1
        and reader.role(unit) in ("fraction", "compound part")
        and reader.value(unit) < _TEN
    ):
        return int(reader.value(at) + reader.value(unit)), unit + 1
    return 0, at


def _is_time(reader: Reader, mark: NumeralMark, at: int) -> bool:
    """Whether quarters are three months: "four quarters", "the preceding three quarters", "three quarters in a row"."""
    if mark.value != 3:
        return True
    is_picked = reader.says(mark.first - 1, "part guard") or reader.says(mark.first - 1, "quarter order")
    if reader.low(at + 1) == "of" and (not is_picked or reader.low(mark.first - 1) in _SPANNING):
        return _is_course(reader, mark, at + 2)  # "in three quarters of cases" is a share
    if is_picked:
        return True
    if reader.low(mark.first - 1) == "the" and reader.low(at + 1) in _ENDING:
        return True  # "in the three quarters to June"
    return reader.lowers[at + 1 : at + 4] == ["in", "a", "row"] or reader.low(at + 1) == "running"


def _is_course(reader: Reader, mark: NumeralMark, at: int) -> bool:
    """Whether quarters went so: "after three quarters of heavy losses"; not "three quarters of losses came from"."""
    if not (reader.says(at, "quarter course") or reader.says(at + 1, "quarter course")):
        return False
    return reader.says(mark.first - 1, "quarter opener") and not reader.says(mark.first - 2, "share verb")


def and_part(reader: Reader, mark: NumeralMark) -> None:
    """two and a half [million] | a million and a half | three and three fifths"""
    after = reader.unhyphened(mark.last)
    if reader.low(after) != "and":
        return
    after = reader.unhyphened(after + 1)
    top = ONE
    if reader.low(after) in ("a", "an"):
        after += 1
    else:
        read = _below_hundred(reader, after)
        if read is None:
            return
        top, after = read
    after = reader.unhyphened(after)
    if reader.role(after) != "fraction" or (top == 1 and reader.value(after) > _TEN):
        return
    ratio = Fraction(top) / int(reader.value(after))
    if ratio >= 1 or not _is_remainder(reader, after):
        return
    scale = mark.scale
    if reader.role(after + 1) == "scale" and reader.value(after + 1) < scale:
        # "one billion and a quarter million"
        scale, after = reader.value(after + 1), after + 1
    mark.becomes(Fraction(mark.value) + ratio * Fraction(scale), after + 1, place=scale.adjusted() - 1)
    if scale == 1:
        mark.form = "fraction"
    while reader.role(mark.last) in SCALES:
        mark.times(reader.value(mark.last), mark.last + 1)
        mark.form = "scaled"


def _is_remainder(reader: Reader, at: int) -> bool:
    """Whether "third" in "two and a third" belongs to the number: nothing follows, or what is measured."""
    low = reader.low(at + 1)
    if (
        reader.low(at) in ("half", "quarter", "quarters")
        or not low
        or not low[0].isalpha()
        or reader.role(at + 1) in SCALES
    ):
        return True
    return noun.is_plural(reader.sentence.words[at + 1], reader.lexicon)


def _leading_part(reader: Reader, at: int) -> NumeralMark | None:
    """half | a third | half a million | a quarter of a million | half a dozen"""
    low = reader.low(at)
    has_article = reader.low(at - 1) in ("a", "an")
    if not has_article and low not in ("half", "quarter"):
        return None
    if low != "half" and not _is_part(reader, at):
        return None
    if low == "half" and has_article and reader.low(at - 2) == "what":
        return None  # "what a half it was"
    if low == "quarter" and reader.says(at - 2, "part guard") and reader.low(at + 1) != "of":
        return None
    ratio = Fraction(1, int(reader.value(at)))
    if has_article and reader.low(at - 2) == "and" and _is_stretch(reader, at - 3):
        mark = NumeralMark(at - 3, at + 1, ZERO, form="fraction")
        mark.becomes(1 + ratio, at + 1)
        mark.inner = at - 3
        return mark  # "the last year and a half"
    mark = NumeralMark(at - has_article, at + 1, ZERO, form="fraction")
    mark.becomes(ratio, at + 1)
    _of_scale(reader, mark)
    return None if mark.form == "fraction" and low == "quarter" and not has_article else mark


def _is_stretch(reader: Reader, at: int) -> bool:
    """Whether one stretch of time stands at a token, behind "last" or "next"."""
    unit = index(reader.lexicon).words.get(reader.low(at))
    return unit is not None and unit.dimension == "time" and reader.says(at - 1, "scale opener")


def _is_part(reader: Reader, at: int) -> bool:
    """Whether a word such as "third" is a part, not a rank: "a third of", "fell by a third"; not "a third man"."""
    low = reader.low(at + 1)
    return (
        not low
        or not low[0].isalpha()
        or reader.says(at + 1, "part follower")
        or (reader.low(at) == "quarter" and reader.says(at + 1, "quarter follower"))
        or reader.role(at + 1) in ("scale", "hundred")
    )


def _of_scale(reader: Reader, mark: NumeralMark) -> None:
    """[of] [a] (hundred | scale | group)+ behind a fraction"""
    at = reader.unhyphened(mark.last)
    at += reader.low(at) == "of"
    at += reader.low(at) in ("a", "an")
    if reader.role(at) not in SCALES:
        return
    while reader.role(at) in SCALES:
        mark.times(reader.value(at), at + 1)
        at += 1
    mark.form = "scaled"
    mark.written = mark.nonzero = mark.value.adjusted()


def _symbol(reader: Reader, at: int) -> NumeralMark:
    """½ | ¼ million"""
    mark = NumeralMark(at, at + 1, ZERO, form="fraction")
    mark.becomes(Fraction(reader.value(at)).limit_denominator(100), at + 1)
    while reader.role(mark.last) in SCALES:
        mark.times(reader.value(mark.last), mark.last + 1)
        mark.form = "scaled"
    return mark


def sign(reader: Reader, mark: NumeralMark) -> None:
    """A minus stands directly before the number (or its currency symbol) and not behind a word."""
    at = mark.first
    low = reader.lowers[at - 1] if at else ""
    if low not in SIGNS:
        return
    if low in _CURRENCY and reader.joined(at):
        at -= 1
        low = reader.low(at - 1)
    if low in ("minus", "negative"):
        if reader.low(at - 2) == "or" if low == "minus" else not reader.says(at - 2, "negative opener") and at > 1:
            return
        first = at - 1
    elif low in _MINUS and reader.low(at - 2) == "minus" and reader.joined(at):
        first = at - 2
    elif low in _MINUS and at == 1 and mark.last == len(reader.lowers):
        first = 0  # "- 1 4/5", and nothing else
    elif low in _MINUS and reader.joined(at):
        behind = reader.low(at - 2)
        if reader.joined(at - 1) and (behind[-1:].isalnum() or behind in (")", "%", "'s", ".", "/")):
            return
        first = at - 1
    else:
        return
    if at == mark.first:
        mark.first = first
    mark.value = mark.value.copy_negate()
    if mark.ratio is not None:
        mark.ratio = -mark.ratio


_READERS: Final[Mapping[str, Callable[[Reader, int], NumeralMark | None]]] = MappingProxyType(
    {
        **dict.fromkeys(("zero", *_UNITS, *SCALES), cardinal),
        "fraction": _leading_part,
        "compound part": vagueness.nothing,
        "pair": vagueness.pair,
        "symbol": _symbol,
        "vague": vagueness.vague,
        "plural": vagueness.plural,
        "decade": vagueness.decade,
        "majority": vagueness.majority,
        "multi": vagueness.many_fold,
        "band": vagueness.digit_band,
        "fold": vagueness.fold,
        "multiple": vagueness.multiple,
        "article": vagueness.article,
        "nil": vagueness.nil,
    }
)
