"""What joins two numbers into one quantity: the ends of a range, a share, a margin, a number said twice."""

from decimal import Decimal
from typing import Final

from .extent import COUNTED, DASHES, begun, is_longer, is_range, make_range
from .group import Group, together
from .lexicon import Lexicon
from .numberword import VAGUE, NumeralMark
from .ontology import COUNT, MONEY, index
from .step import HUNDRED, is_move, opening
from .text import Sentence
from .unitmark import UnitMark

#: "one in five", "two out of three", "1-in-5", "one of every five".
_SHARES: Final = (
    ["in"], ["out", "of"], ["-", "in", "-"], ["in", "every"], ["out", "of", "every"], ["of", "every"],
)  # fmt: skip
_MARGINS: Final = (["plus", "or", "minus"], ["+", "/", "-"], ["\u00b1"], ["give", "or", "take"])
#: What the words between two numbers that are joined begin with.
_JOINS: Final = DASHES.union(
    {"over", "(", ",", "/", "to", "and", "or", "through"}, *({words[0]} for words in (*_SHARES, *_MARGINS))
)
#: "The next year or two" hardly goes further, and begins so.
_FEW: Final = 3
_NEXT: Final = frozenset({"next", "last", "past", "coming", "previous", "first"})


def join(sentence: Sentence, groups: list[Group], right: Group, lexicon: Lexicon) -> bool:
    """Join a group to the last one, when the words between them say so; say whether it was done."""
    left = groups[-1]
    if len(left.numerals) > 1:
        return False
    if together(sentence, left, right, lexicon):
        return True
    a, b = left.numerals[0], right.numerals[0]
    if a.form in VAGUE or b.form in VAGUE or "multiple" in (a.form, b.form) or b.form == "nil":
        return False
    between = sentence.lowers[left.last : right.first]
    if not between or between[0] not in _JOINS:
        return False
    if b.form == "article":
        return between == ["to"] and is_longer(left, right) and make_range(sentence, left, right)
    return (
        _quotient(sentence, left, right, between)
        or _share(left, right, between)
        or _margin(left, right, between)
        or _again(sentence, left, b, between)
        or (
            is_range(sentence, groups, right, between, lexicon)
            and make_range(sentence, left, right)
            and begun(sentence, groups, between)
        )
    )


def begin(sentence: Sentence, group: Group, lexicon: Lexicon) -> None:
    """Begin a range at the time that an alternative follows: "within the next year or two"."""
    mark = group.numerals[0]
    at = mark.first - 2
    if at < 1 or sentence.lowers[at + 1] != "or" or mark.form != "words" or mark.value > _FEW:
        return
    counted = index(lexicon).words.get(sentence.lowers[at])
    if counted is None or counted.dimension != "time" or sentence.lowers[at - 1] not in _NEXT:
        return
    group.numerals = [NumeralMark(at, at + 1, Decimal(1), form="article"), mark]
    group.kind, group.first = "range", at
    group.unit = UnitMark(counted, at, group.last, "unit", (at, at + 1))


def enclose(sentence: Sentence, groups: list[Group], lexicon: Lexicon) -> list[Group]:
    """Join two amounts of money of which the first says itself again: "between $300 (£160) and $500 (£270)"."""
    kept = groups[:1]
    for right in groups[1:]:
        left = kept[-1]
        if (
            left.equals
            and right.first == left.last + 1
            and _is_two_sums(left, right)
            and _is_enclosed(sentence, left, right, lexicon)
        ):
            pairs = [pair for pair in zip(left.equals, right.equals, strict=False) if _is_two_sums(*pair)]
            left.equals = [lower for lower, _ in pairs]
            for lower, upper in (*pairs, (left, right)):
                _merge(lower, upper)
        else:
            kept.append(right)
    return kept


def _is_enclosed(sentence: Sentence, left: Group, right: Group, lexicon: Lexicon) -> bool:
    """Say whether "to", or "and" behind "between", makes two amounts the ends of a range, and no step and its level."""
    word = sentence.lowers[left.last]
    if word == "to":
        return not is_move(sentence, left, right, lexicon)
    return word == "and" and opening(sentence, left.first) == "between"


def _is_two_sums(left: Group, right: Group) -> bool:
    """Say whether the right one is a larger sum in the same money."""
    if left.kind or right.kind or left.unit is None or right.unit is None or left.unit.unit != right.unit.unit:
        return False
    return left.unit.unit.kind is MONEY and left.numerals[0].value < right.numerals[0].value


def _merge(left: Group, right: Group) -> None:
    left.kind, left.numerals, left.last = "range", [*left.numerals, *right.numerals], right.last


# -- shares, margins, repetitions ------------------------------------------------------------------------------


def _quotient(sentence: Sentence, left: Group, right: Group, between: list[str]) -> bool:
    """One over three, and nothing else said."""
    if between != ["over"] or left.first or right.last < len(sentence) or left.unit or right.unit:
        return False
    if not right.numerals[0].value:
        return False
    left.kind, left.numerals, left.last = "ratio", [left.numerals[0], right.numerals[0]], right.last
    return True


def _share(left: Group, right: Group, between: list[str]) -> bool:
    """One in five, two out of three, one household in three, eight times out of 12."""
    a, b = left.numerals[0], right.numerals[0]
    if (
        between not in _SHARES
        or (left.unit is not None and not _is_of_several(left, right, between))
        or a.form not in COUNTED
        or b.form not in (*COUNTED, "scaled")
    ):
        return False
    if not 1 <= a.value < b.value or b.value != b.value.to_integral_value() or a.value != a.value.to_integral_value():
        return False
    if between[0] != "out" and a.value >= 20:  # "40 in 2,000": a place, not a share
        return False
    if right.unit is not None and right.unit.unit.kind is not COUNT:
        return False
    left.kind, left.numerals, left.unit = "ratio", [a, b], right.unit or left.unit
    left.last = right.last
    return True


def _is_of_several(left: Group, right: Group, between: list[str]) -> bool:
    """Say whether a counted noun stands within a share: "one household in three"; not "one goal in three games"."""
    assert left.unit is not None
    if right.unit is not None or left.first < left.numerals[0].first or right.numerals[0].value > HUNDRED:
        return False
    if between == ["in"]:
        return left.unit.rule == "noun" and left.numerals[0].value == 1
    return left.unit.rule in ("noun", "times")


def _margin(left: Group, right: Group, between: list[str]) -> bool:
    """48%, plus or minus 3 points; 200, give or take 20"""
    if between[between[0] == "," :] not in _MARGINS or right.numerals[0].value < 0:
        return False
    if right.unit is not None:
        if left.unit is None:
            left.unit = right.unit
        a, b = left.unit.unit, right.unit.unit
        if a != b and not (a.name == "percent" and b.name in ("percentage point", "point")):
            return False
    left.kind, left.numerals = "margin", [left.numerals[0], right.numerals[0]]
    left.last = right.last
    return True


def _again(sentence: Sentence, left: Group, b: NumeralMark, between: list[str]) -> bool:
    """Twenty (20)"""
    if between != ["("] or left.numerals[0].value != b.value or sentence.lowers[b.last : b.last + 1] != [")"]:
        return False
    left.last = b.last + 1
    return True
