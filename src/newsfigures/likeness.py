"""Who lends a unit to a bare number because the two are alike: levels of one index, sums of one currency."""

from typing import Final

from . import noun
from .group import Group, closed_class
from .lexicon import Lexicon
from .numeral import NumeralMark
from .ontology import AGE, COUNT, MEASURE, MONEY, RATIO, index
from .text import Sentence

#: How many tokens may stand between a number and the one whose unit it shares.
REACH: Final = 8
_THOUSAND: Final = 1000
_MILLION: Final = 1000000
#: Behind these a number does nothing itself: "down from 13 mln harvested".
_OBJECT: Final = frozenset(("from", "to", "of", "at", "against", "with", "than", "below", "above", "the"))
#: What is told in money beside the nouns of the table.
_SUMS: Final = frozenset(("sale", "earning", "earnings", "asset", "saving"))
#: Numbers that are compared are hardly ever further apart than so many times.
LIKE: Final = 20
_STEPPED: Final = frozenset(("up", "down", "by"))
_STEP_ENDS: Final = frozenset(("on", "from", "in", "since", "compared", ".", ",", ")", ""))
_SINCE: Final = frozenset(("after", "following"))
_APART: Final = frozenset(("ahead", "behind", "adrift", "clear"))
#: Behind these stands a sum.
_PAID: Final = frozenset({"worth", "for", "cost", "costs", "costing", "at", "paid", "pay", "spent", "earned", "made"})
#: What is shipped or stored is weighed or measured in these.
_WEIGHED: Final = frozenset({"mass", "volume"})
#: Names in a list hardly have more words.
_NAME: Final = 4


def is_like(other: Group, group: Group) -> bool:
    """Say whether two numbers are of one size: compared ones are hardly further apart than that."""
    a, b = abs(other.numerals[-1].value), abs(group.numerals[0].value)
    return 0 < a <= LIKE * b and b <= LIKE * a


def alike(sentence: Sentence, before: list[Group], group: Group, lexicon: Lexicon) -> Group | None:
    """Find who lends to a number that only resembles an earlier one: "71.5 cents, and the cheapest is 60.2"."""
    following = sentence.lowers[group.last] if group.last < len(sentence.lowers) else ""
    mark = group.numerals[0]
    if following == "who":
        return next((g for g in reversed(before) if g.unit is not None and g.unit.unit.family == "person"), None)
    if following in closed_class(lexicon, "bulk"):
        return next((other for other in reversed(before) if _is_weight(other)), None)
    if mark.form == "decimal" and sentence.lowers[group.first - 1] in _SINCE and before:
        return before[-1] if _is_earlier_share(before[-1], mark) else None
    if sentence.lowers[group.first - 1] in _STEPPED:
        return _stepped(sentence, before, group, following)
    if following in _APART:
        return next((g for g in reversed(before) if _is_gap(sentence, g)), None)
    is_closed = not following[:1].isalnum() or following in closed_class(lexicon, "closes")
    if following == "per" and mark.form == "decimal" and sentence.lowers[group.last + 1 :][:1] == ["share"]:
        return _in_money(before)  # "a net profit of 12 million dollars, or about 3.20 per share"
    if is_closed and before and _is_told_by_name(sentence, before[-1], group):
        return before[-1]
    if is_closed and sentence.lowers[group.first - 1 : group.first] == ["on"] and mark.form == "digits":
        return next((g for g in reversed(before) if g.unit is not None and g.unit.unit.name == "point"), None)
    if is_closed and sentence.lowers[group.first - 1 : group.first] == ["of"] and mark.value >= _THOUSAND:
        summed = noun.lemma(sentence.lowers[group.first - 2], lexicon) if group.first > 1 else ""
        if summed in index(lexicon).classes["sum"] or summed in _SUMS:
            return _in_money(before)
    if mark.scale >= _MILLION and (is_closed or (following.endswith("ed") and _is_object(sentence, group))):
        return _in_millions(before, paid=sentence.lowers[group.first - 1] in _PAID)
    if mark.form != "decimal" or not is_closed:
        return None
    for other in reversed(before):
        if (
            other.unit is None
            or other.unit.rule == "elided"
            or is_change(other)
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


def _stepped(sentence: Sentence, before: list[Group], group: Group, following: str) -> Group | None:
    """Find who lends to a step told behind its level: "1.2 mln barrels, up 40,000 on", "7.10 dlrs, up 0.15"."""
    lowers, at = sentence.lowers, group.first - 1
    at -= lowers[at] == "by"
    other = before[-1] if before else None
    if lowers[at] not in ("up", "down") or lowers[at - 1] not in (",", "(", "-") or following not in _STEP_ENDS:
        return None
    if other is None or other.unit is None or is_change(other) or other.unit.unit.dimension == "time":
        return None
    kind, theirs = other.unit.unit.kind, other.numerals[-1]
    is_form = group.numerals[0].form == "digits" or (
        kind is MONEY and group.numerals[0].form == theirs.form == "decimal"
    )
    is_step = is_form and group.numerals[0].value < theirs.value
    is_alike = kind in (COUNT, MEASURE) or other.unit.unit.name == "point"
    is_alike = is_alike or (kind is MONEY and theirs.scale < _THOUSAND)
    return other if is_step and is_alike else None


def _is_earlier_share(other: Group, mark: NumeralMark) -> bool:
    """Say whether a rate is compared with the one of an earlier time: "rose by 0.6 pct after 0.9 in Hull"."""
    theirs = other.numerals[-1]
    if other.unit is None or other.unit.unit.kind is not RATIO or theirs.form != "decimal":
        return False
    return theirs.written == mark.written and abs(mark.value) <= LIKE * abs(theirs.value)


def _is_gap(sentence: Sentence, group: Group) -> bool:
    """Say whether a number tells how far something is in front or behind: "20 seconds behind Hull, but four ahead"."""
    if group.unit is None or sentence.lowers[group.last : group.last + 1] == []:
        return False
    return sentence.lowers[group.last] in _APART and not group.kind


def _is_weight(group: Group) -> bool:
    """Say whether a number is one of tonnes, bushels or the like."""
    return group.unit is not None and group.unit.unit.kind is MEASURE and group.unit.unit.dimension in _WEIGHED


def is_of_money(sentence: Sentence, earlier: list[Group], group: Group) -> bool:
    """Say whether millions "of" bare things are the sum paid for them, as an amount of money of others before was."""
    lent, number = group.unit, group.numerals[-1]
    if lent is None or lent.rule != "noun_of" or number.scale < _MILLION or lent.words[0] != number.last + 1:
        return False
    lender = next((other for other in reversed(earlier) if other.numerals[-1].scale >= _MILLION), None)
    if lender is None or lender.unit is None or lender.unit.unit.kind is not MONEY:
        return False
    return sentence.lowers[lender.last : lender.last + 1] == ["of"]


def _is_told_by_name(sentence: Sentence, other: Group, group: Group) -> bool:
    """Say whether a list names whose each amount is: "Chile 40,000 tonnes, Peru 24,500 and South Africa 12,000"."""
    lent, words, at = other.unit, sentence.words, group.first
    if lent is None or lent.unit.kind not in (COUNT, MEASURE) or lent.unit.dimension == "time" or group.kind:
        return False
    while at > other.last and words[at - 1][0].isupper() and group.first - at < _NAME:
        at -= 1
    if at == group.first or sentence.is_upper or words[at - 1] not in (",", "and", ";"):
        return False
    if group.numerals[0].form != "digits" or group.first - other.last > REACH:
        return False
    return is_like(other, group) or min(other.numerals[-1].value, group.numerals[0].value) >= _THOUSAND


def _in_millions(before: list[Group], *, paid: bool) -> Group | None:
    """Find who lends to a bare number of millions: the one currency or measure in which all others of them are."""
    lender: Group | None = None
    for other in before:
        if lender is not None and other.unit is None and other.numerals[-1].value >= _THOUSAND:
            return None  # "£2bn in tax cuts, 30,000 evicted, one million in debt"
        if other.numerals[-1].scale < _MILLION:
            continue
        if other.unit is None or other.unit.unit.kind not in ((MONEY,) if paid else (MONEY, MEASURE)):
            return None
        if lender is not None and lender.unit is not None and lender.unit.unit != other.unit.unit:
            return None
        lender = other
    return lender


def _is_object(sentence: Sentence, group: Group) -> bool:
    """Say whether a number does nothing itself: "down from 13 mln harvested"; not "some 3 million voted"."""
    return sentence.lowers[group.first - 1] in _OBJECT or sentence.lowers[group.first - 2 : group.first - 1] == ["from"]


def _in_money(before: list[Group]) -> Group | None:
    """Find the sum of money said last: "a loss of 17,000 dollars and income of 90,000"."""
    for other in reversed(before):
        if other.unit is not None and other.unit.unit.kind is MONEY and other.numerals[-1].value >= _THOUSAND:
            return other if " per " not in other.unit.unit.name else None
    return None


def is_change(group: Group) -> bool:
    """Whether the number is a share or a step, in whose unit the level beside it is not."""
    assert group.unit is not None
    counted = group.unit.unit
    return counted.kind is RATIO or counted.dimension == "percentage point"
