"""Numerals that make one quantity, and the units that they lend each other.

"5 feet 10 inches" is one number of inches; in "rose to 187 from 120 homes" the unit stands once for two numbers;
"100 miles (161 km)" says one thing twice.
"""

import functools
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Final, final

from .interval import decimal_of
from .lexicon import Lexicon
from .numeral import NumeralMark
from .ontology import AGE, COUNT, MEASURE, MONEY, RATIO, index
from .text import HYPHENS, Sentence
from .unit import Unit, UnitMark

#: How many tokens may stand between a number and the one whose unit it shares.
_REACH: Final = 8
_MONTH: Final = 2629800
#: What may stand between the two: "5 feet, 10 inches", "two hours and 20 minutes".
_ADDING: Final = frozenset({",", "and", "-", "&"})
_GOES_ON: Final = frozenset({"%", "/"})
_NEXT: Final = {"hour": "minute", "minute": "second", "foot": "inch", "stone": "pound-mass"}
_SIXTY: Final = 60
_SCALES: Final = tuple(Decimal(10) ** power for power in (3, 6, 9, 12))
_THOUSAND: Final = 1000
_MILLION: Final = 1000000
#: Numbers that are compared are hardly ever further apart than so many times.
_LIKE: Final = 20
#: Between the figures of a row of results.
VERSUS: Final = frozenset(("vs", "versus"))
_COMPARED: Final = ("vs", "versus", "against", "compared", "from")
_SET_AGAINST: Final = frozenset({"from", "against", "versus", "vs", "with"})
#: Compared numbers hardly stand further apart than so many tokens.
_FAR: Final = 16
_PLAIN: Final = frozenset({"digits", "decimal", "scaled", "words", "one"})


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
def _words(lexicon: Lexicon, name: str) -> frozenset[str]:
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
    if a.form not in _PLAIN or b.form not in _PLAIN or b.value <= 0:
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


# -- units said once for several numbers -----------------------------------------------------------------------


def elide(sentence: Sentence, groups: list[Group], lexicon: Lexicon) -> None:
    """Give a number without a unit that of its neighbour, where the words between the two ask for it."""
    for at, group in enumerate(groups):
        if at and group.unit is None:
            _lend_scale_back(sentence, groups[at - 1], group, lexicon)
        if group.unit is not None or (group.numerals[0].form not in _PLAIN and not group.numerals[0].is_vague):
            continue
        after = groups[at + 1] if at + 1 < len(groups) else None
        earlier = _outside(sentence, groups[:at], group) if at else []
        before = earlier[-1] if earlier else None
        lender = _listed_ahead(sentence, groups[at : at + 3])
        if lender is not None:
            after = lender
        elif after is not None and after.unit is not None and _shared_ahead(sentence, group, after, lexicon):
            lender = after
        elif before is not None and before.unit is not None and _shared_back(sentence, before, group, lexicon):
            lender = before
        else:
            lender = _compared(sentence, earlier, group, lexicon) or _alike(sentence, earlier, group, lexicon)
        if lender is None or lender.unit is None:
            continue
        if lender is after:
            _lend_scale(group.numerals[0], lender.numerals[-1], sentence.lowers[group.last : lender.first])
        lent = lender.unit
        group.unit = UnitMark(lent.unit, group.first, group.last, "elided", lent.words)


def _listed_ahead(sentence: Sentence, groups: list[Group]) -> Group | None:
    """Find who lends to the first of a list: "11.4, 16.2 and 21.9 years", "gains of four and seven pct"."""
    lowers = sentence.lowers
    if len(groups) == 1 or lowers[groups[0].first - 1 : groups[0].first] != ["of"]:
        return None
    ends = [lowers[a.last : b.first] for a, b in pairwise(groups)]
    size = 2 if ends == [[","], ["and"]] else 1 if ends[0] == ["and"] else 0
    lent = groups[size].unit
    if not size or lent is None or lent.rule not in ("unit", "currency") or any(g.unit for g in groups[1:size]):
        return None
    return groups[size]


def _outside(sentence: Sentence, earlier: list[Group], group: Group) -> list[Group]:
    """Leave out amounts in brackets that closed: "64m euros (£44m; $83m), up from 32m" are euros."""
    lowers = sentence.lowers
    while len(earlier) > 1:
        last = earlier[-1]
        opener = lowers[last.first - 1] if last.first else ""
        if opener not in ("(", ";", "/") or ")" not in lowers[last.last : group.first]:
            break
        if opener != "(" and "(" not in lowers[earlier[-2].first - 1 : last.first]:
            break
        earlier = earlier[:-1]
    return earlier


def _lend_scale(mark: NumeralMark, other: NumeralMark, between: list[str]) -> None:
    """Share the scale word that stands once for both: "rose from 12 to 15 million units"."""
    if between != ["to"] or other.form != "scaled" or mark.form == "scaled" or mark.value >= 1000:
        return
    scale = max((s for s in _SCALES if abs(other.value) >= s), default=None)
    if scale is not None and 0 < mark.value * scale <= 2 * other.value:
        mark.times(scale, mark.last)
        mark.form = "scaled"


def _lend_scale_back(sentence: Sentence, before: Group, group: Group, lexicon: Lexicon) -> None:
    """Share the scale word said with the first of two that are compared: "37.2 mln vs 35.8"."""
    scale = before.numerals[-1].scale
    mark = group.numerals[0]
    if scale < _THOUSAND or mark.scale != 1 or mark.form not in ("digits", "decimal") or mark.value <= 0:
        return
    if "," in sentence.words[mark.first] or not _is_compared(sentence, before, group, lexicon):
        return
    ratio = Fraction(before.numerals[-1].value) / Fraction(scale) / Fraction(mark.value)
    if Fraction(1, _LIKE) <= abs(ratio) <= _LIKE:
        mark.times(scale, mark.last)
        mark.form = "scaled"


def _is_compared(sentence: Sentence, before: Group, group: Group, lexicon: Lexicon) -> bool:
    """Say whether nothing but words of comparison stands between two numbers."""
    between = sentence.lowers[before.last : group.first]
    if not between or len(between) > _REACH or not all(word in _words(lexicon, "shares") for word in between):
        return False
    return any(word in between for word in _COMPARED)


def _shared_ahead(sentence: Sentence, group: Group, after: Group, lexicon: Lexicon) -> bool:
    """187 from 120 homes; 8 or $9; 5, 7 and 9 miles"""
    assert after.unit is not None
    between = sentence.lowers[group.last : after.first]
    if not between or len(between) > _REACH or after.unit.rule == "elided":
        return False
    if after.unit.words[0] < after.numerals[0].first and between != ["or"]:
        # The sign stands before each amount of money that has one.
        return False
    if between == [","] or not all(word in _words(lexicon, "shares") for word in between):
        return False
    if between == ["or"] and group.numerals[0].scale >= _THOUSAND > after.numerals[0].scale:
        return False  # "34 mln or 60 cts a share"
    if between[0] in ("from", "up", "down", "against", "compared"):
        return not _is_change(after)
    return between[0] in ("or", "and", "to") and len(between) == 1 and after.unit.unit.kind is not RATIO


def _shared_back(sentence: Sentence, before: Group, group: Group, lexicon: Lexicon) -> bool:
    """6 million homes, up from 2.4 million; 18 people in Leeds and 12 in York; 500 troops, including 40 from Kent"""
    assert before.unit is not None
    lowers = sentence.lowers
    between = lowers[before.last : group.first]
    if not between or len(between) > _REACH or before.unit.rule == "elided" or _is_span(sentence, before):
        return False
    if group.last < len(lowers) and lowers[group.last].endswith("ing"):
        return False  # "60 deaths, with 400 sustaining injuries"
    if between[0] == "or" and before.numerals[0].form == "article" and lowers[before.first - 1].isdecimal():
        return False  # "40 a day or one an hour"
    if group.numerals[0].scale >= _THOUSAND > before.numerals[-1].scale and before.unit.unit.kind is MONEY:
        return False  # "60 cents a share versus 34 mln or 50 cents"
    if all(word in _words(lexicon, "shares") for word in between):
        if _is_change(before):
            # "5.2 pct against 4.1", "to 12 pct from 12.5"; but "rose 5 pct from 12.5"
            level = before.first > 0 and lowers[before.first - 1] in ("to", "at") and "from" in between
            return level or any(word in between for word in _COMPARED[:-1])
        kind = before.unit.unit.kind
        if between == ["to"]:
            # "rose 50 points to 3,210": the level of an index is in points too; a percentage moves something else.
            return kind in (MONEY, MEASURE, COUNT) or before.unit.unit.name == "point"
        return any(word in between for word in ("from", "to", "against", "versus", "than", "or", "with", "vs"))
    if before.unit.unit.kind is not COUNT:
        return False
    following = lowers[group.last] if group.last < len(lowers) else ""
    if following in ("who", "whose", "whom"):
        return "and" in between or "," in between
    if (
        following == "of"
        and lowers[group.last + 1 : group.last + 2]
        and lowers[group.last + 1] in ("which", "whom", "them")
    ):
        return True
    if following not in _words(lexicon, "scope"):
        return False
    return between[-1] in ("and", "including", "plus", "or") or between[-2:] in (
        ["and", "about"],
        ["and", "another"],
        ["including", "about"],
    )


def _compared(sentence: Sentence, before: list[Group], group: Group, lexicon: Lexicon) -> Group | None:
    """Find who lends to a number set against one further back: "9 mln tonnes in May 1985, up 3 pct from 8.7 mln"."""
    lowers, last = sentence.lowers, group.first
    while last > 0 and lowers[last - 1] in _words(lexicon, "aside"):
        last -= 1
    word = lowers[last - 1] if last else ""
    brackets = word == "(" and lowers[group.last : group.last + 1] == [")"]
    chain = word in ("and", "including") and bool(before)
    if not (brackets or chain or word in _SET_AGAINST) or (word == "with" and lowers[last - 2] != "compared"):
        return None
    for other in before[:-4:-1]:
        lent = other.unit
        if group.first - other.last > _FAR or (lent is None and not brackets):
            return None
        if lent is None or lent.unit.kind is AGE or (lent.unit.kind is COUNT and word == "("):
            return None
        if _is_span(sentence, other):
            continue
        if _is_change(other) and not brackets:
            if word == "from" or chain:
                continue
            return None
        if chain and not (lent.rule == "elided" and other is before[-1]) and not _is_part(sentence, other, group, word):
            return None
        if brackets and other.last != group.first - 1:
            return None
        alike = word == "including" or is_like(other, group)
        return other if alike and not _is_broken(sentence, other, group, lexicon) else None
    return None


def _is_span(sentence: Sentence, group: Group) -> bool:
    """Say whether a number tells when, not how much: "at 154 after 70 minutes, against 155"."""
    assert group.unit is not None
    opener = sentence.lowers[group.first - 1] if group.first else ""
    return group.unit.unit.dimension == "time" and opener in ("after", "in", "for", "within", "over", "during", "last")


def _is_part(sentence: Sentence, other: Group, group: Group, word: str) -> bool:
    """Say whether a number is a part of the one before: "3,000 shares, including 400."."""
    following = sentence.lowers[group.last] if group.last < len(sentence.lowers) else ""
    smaller = group.numerals[-1].value < other.numerals[-1].value
    is_closed = not following[:1].isalnum() or sentence.lowers[group.last : group.last + 2] == ["to", "be"]
    return word == "including" and smaller and is_closed


def is_like(other: Group, group: Group) -> bool:
    """Say whether two numbers are of one size: compared ones are hardly further apart than that."""
    a, b = abs(other.numerals[-1].value), abs(group.numerals[0].value)
    return 0 < a <= _LIKE * b and b <= _LIKE * a


def _is_broken(sentence: Sentence, other: Group, group: Group, lexicon: Lexicon) -> bool:
    """Say whether another clause stands between two numbers: a verb, "while", "who", a semicolon."""
    lowers, breaks = sentence.lowers, _words(lexicon, "breaks")
    return any(
        lowers[at] in breaks or (lowers[at].endswith("ing") and not _is_adjective(lowers, at))
        for at in range(other.last, group.first)
    )


def _is_adjective(lowers: list[str], at: int) -> bool:
    """Say whether a word in -ing begins no clause: "including", "following", "a waiting list"."""
    return lowers[at] in ("including", "following", "during") or lowers[at - 1] in ("a", "an", "the", "in", "of")


def _alike(sentence: Sentence, before: list[Group], group: Group, lexicon: Lexicon) -> Group | None:
    """Find who lends to a number that only resembles an earlier one: "92.5 cents, while the lowest is 81.2"."""
    following = sentence.lowers[group.last] if group.last < len(sentence.lowers) else ""
    mark = group.numerals[0]
    if following == "who":
        return next((g for g in reversed(before) if g.unit is not None and g.unit.unit.family == "person"), None)
    is_closed = not following[:1].isalnum() or following in _words(lexicon, "closes")
    if mark.scale >= _MILLION and is_closed:
        return _currency(before)
    if mark.form != "decimal" or not is_closed:
        return None
    for other in reversed(before):
        if (
            other.unit is None
            or other.unit.rule == "elided"
            or _is_change(other)
            or other.unit.unit.kind in (COUNT, RATIO, AGE)
        ):
            continue
        if other.unit.unit.name == "point":
            return other  # the levels of an index are in points
        theirs = other.numerals[-1]
        same_form = theirs.form == "decimal" and theirs.written == mark.written
        if same_form and abs(theirs.value) <= 2 * abs(mark.value) and abs(mark.value) <= 2 * abs(theirs.value):
            return other
    return None


def _currency(before: list[Group]) -> Group | None:
    """Find who lends to a bare number of millions: the one currency in which all others of the sentence are."""
    lender: Group | None = None
    for other in before:
        if other.numerals[-1].scale < _MILLION:
            continue
        if other.unit is None or other.unit.unit.kind is not MONEY:
            return None
        if lender is not None and lender.unit is not None and lender.unit.unit != other.unit.unit:
            return None
        lender = other
    return lender


def _is_change(group: Group) -> bool:
    """Whether the number is a share or a step, in whose unit the level beside it is not."""
    assert group.unit is not None
    counted = group.unit.unit
    return counted.kind is RATIO or counted.dimension == "percentage point"


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
    if any(word not in _words(lexicon, "again") for word in between):
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
