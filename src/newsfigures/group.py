"""Numerals that make one quantity: "5 feet 10 inches" is one number of inches, "100 miles (161 km)" one thing twice."""

import functools
from fractions import Fraction
from typing import Final, final

from .interval import decimal_of
from .lexicon import Lexicon
from .numberword import PLAIN
from .numeral import NumeralMark
from .ontology import AGE, MEASURE, MONEY, index
from .text import HYPHENS, Sentence
from .unit import Unit, UnitMark

_MONTH: Final = 2629800
#: What may stand between the two: "5 feet, 10 inches", "two hours and 20 minutes".
_ADDING: Final = frozenset({",", "and", "-", "&"})
_GOES_ON: Final = frozenset({"%", "/"})
_NEXT: Final = {"hour": "minute", "minute": "second", "foot": "inch", "stone": "pound-mass"}
_SIXTY: Final = 60
#: Between the figures of a row of results.
VERSUS: Final = frozenset(("vs", "versus"))


@final
class Group:
    """One or two numerals that make one quantity, with the unit found beside them. Internal.

    `equals` are groups that say the same in other units; tokens `first` up to `last` are all that it covers.
    """

    __slots__ = ("equals", "first", "kind", "last", "numerals", "unit")

    def __init__(self, mark: NumeralMark, unit_mark: UnitMark | None) -> None:
        self.numerals = [mark]
        self.unit = unit_mark
        self.first, self.last = mark.first, mark.last
        if unit_mark is not None:
            if unit_mark.first < mark.first:
                self.first = unit_mark.first
            if unit_mark.last > mark.last:
                self.last = unit_mark.last
        self.kind = ""
        self.equals: list[Group] = []


@functools.lru_cache(maxsize=8)
def closed_class(lexicon: Lexicon, name: str) -> frozenset[str]:
    """Return the words of a class that is asked about numbers and their units."""
    return frozenset(word for row in lexicon.rows("unit_words") if row.name == name for word in row.phrases)


# -- one number said in two units ------------------------------------------------------------------------------


def together(sentence: Sentence, left: Group, right: Group, lexicon: Lexicon) -> bool:
    """Join "5 feet" and "10 inches" into one number; say whether it was done."""
    if left.unit is None or left.unit.unit.kind not in (MEASURE, MONEY, AGE):
        return False
    if len(left.numerals) > 1 or len(right.numerals) > 1:
        return False
    if left.unit.rule == "currency_before" and (right.unit is None or right.unit.rule == "currency_before"):
        return False
    a, b = left.numerals[0], right.numerals[0]
    if a.form not in PLAIN or b.form not in PLAIN or b.value <= 0:
        return False
    if right.first - left.unit.last > 2:
        return False  # nothing adds up over more words; said here first, because most pairs of numbers stand apart
    if not _ADDING.issuperset(sentence.lowers[left.unit.last : right.first]):
        return False
    left_value = Fraction(a.value)
    if right.unit is None:
        added = compound_bare(sentence, left.unit, left_value, b, lexicon)
    else:
        added = compound(sentence, left.unit, left_value, right.unit, Fraction(b.value))
    if added is None:
        return False
    value, counted = added
    written = min(b.written, 0) if counted is not left.unit.unit else -2
    place = written if counted is not left.unit.unit else -2
    left.numerals = [
        NumeralMark(a.first, b.last, decimal_of(value), written, place, "decimal" if written else "digits")
    ]
    last = max(right.last, b.last)
    left.unit = UnitMark(counted, left.unit.first, last, "compound", (left.unit.words[0], last))
    left.last = last
    return True


# -- one thing said twice --------------------------------------------------------------------------------------


def equate(sentence: Sentence, groups: list[Group], lexicon: Lexicon) -> list[Group]:
    """Fold a group that repeats the one before it in another unit into that one, and return the rest."""
    kept: list[Group] = []
    for group in groups:
        if kept and _says_again(sentence, kept[-1], group, lexicon):
            kept[-1].equals.append(group)
            after = group.last
            closes = after < len(sentence.lowers) and sentence.lowers[after] in (")", ",", "]")
            kept[-1].last = after + 1 if closes and sentence.lowers[after] != "," else after
        else:
            kept.append(group)
    return kept


def _says_again(sentence: Sentence, left: Group, right: Group, lexicon: Lexicon) -> bool:
    if left.unit is None or right.unit is None:
        return False
    a, b = left.unit.unit, right.unit.unit
    if a.kind is not b.kind or a.kind not in (MEASURE, MONEY) or (a.name, a.code) == (b.name, b.code):
        return False
    if a.kind is MEASURE and (a.dimension != b.dimension or a.dimension == "time"):
        return False
    if a.kind is MONEY and (a.dimension == b.dimension or not _same_denominator(a.dimension, b.dimension)):
        return False
    lowers = sentence.lowers
    start = left.last
    opener = lowers[start] if start < right.first else ""
    between = lowers[start + 1 : right.first]
    after = lowers[right.last] if right.last < len(lowers) else ""
    if any(word not in closed_class(lexicon, "again") for word in between):
        return False
    if left.equals and opener in (";", ",", "/", "or") and lowers[left.equals[-1].last] == opener:
        return after in (")", "]", ";", ",")  # "20m euros ($26m; £14m)"
    if opener in ("(", "["):
        return after in (")", "]", ",", ";", "/", "at")
    if opener == "/":
        return not between
    if opener == ",":
        return between[:1] == ["or"] and after in (",", ".", "", ";", ")") and _near(left, right)
    return opener == "or" and a.kind is MEASURE and not between and _near(left, right)


def _near(left: Group, right: Group) -> bool:
    """Say whether two amounts are about the same; "5 feet or 10 inches" is a choice. Money is taken at its word."""
    assert left.unit is not None
    assert right.unit is not None
    a, b = left.unit.unit, right.unit.unit
    if a.factor is None or b.factor is None or a.offset or b.offset or a.dimension != b.dimension:
        return True
    first = Fraction(left.numerals[0].value) * a.factor
    return abs(first - Fraction(right.numerals[0].value) * b.factor) <= abs(first) / 5


def _same_denominator(a: str, b: str) -> bool:
    return a.partition("/")[2] == b.partition("/")[2]


# -- what adds up ----------------------------------------------------------------------------------------------


def compound(
    sentence: Sentence, left: UnitMark, left_value: Fraction, right: UnitMark, right_value: Fraction
) -> tuple[Fraction, Unit] | None:
    """Add two numbers said together in units of one dimension: "5 feet 10 inches", "two hours and 20 minutes".

    The value comes in the smaller unit, in which it is exact; money in the larger. `None` where the two do not stand
    side by side or the second unit is not the smaller one.
    """
    a, b = left.unit, right.unit
    if a.factor is None or b.factor is None or a.kind is not b.kind or a.offset or b.offset:
        return None
    if a.factor <= b.factor or not _adds_up(a, b) or left_value.denominator != 1 or "rate" in left.rule:
        return None
    if a.dimension == "time" and a.factor >= _MONTH > b.factor:
        return None  # how many days a month has is not said
    between = sentence.lowers[left.last : right.first]
    if len(between) > 2 or "rate" in right.rule:
        return None
    if right_value * b.factor >= 2 * left_value * a.factor:
        return None
    if a.kind is MONEY:
        return left_value + right_value * b.factor / a.factor, a
    return left_value * a.factor / b.factor + right_value, b


def compound_bare(
    sentence: Sentence, left: UnitMark, left_value: Fraction, mark: NumeralMark, lexicon: Lexicon
) -> tuple[Fraction, Unit] | None:
    """Add a bare number said right behind a unit: "15 dollars 50", "one hour thirty"; `None` where it is none."""
    value = Fraction(mark.value)
    between = sentence.lowers[left.last : mark.first]
    after = sentence.lowers[mark.last] if mark.last < len(sentence.lowers) else ""
    if between not in ([], ["and"]) or left_value.denominator != 1 or value.denominator != 1 or "rate" in left.rule:
        return None
    if after[:1].isalnum() or after in _GOES_ON or after in HYPHENS or (between and after not in ("", ".")):
        return None
    counted = left.unit
    if counted.kind is MONEY:
        return (left_value + value / 100, counted) if counted.factor == 1 and value < 100 else None
    smaller = index(lexicon).by_name.get(_NEXT.get(counted.name, ""))
    if smaller is None or counted.factor is None or smaller.factor is None:
        return None
    parts = counted.factor / smaller.factor
    return (left_value * parts + value, smaller) if value < parts and (not between or parts == _SIXTY) else None


def _adds_up(a: Unit, b: Unit) -> bool:
    """Say whether two units add up: one dimension, or a currency and the cents that several share."""
    if a.dimension == b.dimension:
        return a.kind in (MEASURE, AGE, MONEY)
    return a.kind is MONEY and a.factor == 1 and bool(b.alternatives)
