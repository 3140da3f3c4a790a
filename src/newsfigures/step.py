"""A step and its level, which look like the ends of a range: "rose 5 to 40", "from 5 to 7 to 9"."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from .group import Group
from .interval import CONTEXT
from .lexicon import Lexicon
from .numberword import NumeralMark
from .ontology import MONEY
from .text import Sentence

#: What may stand between the words of a range and its second end: "10 to perhaps 15".
LOOSE: Final = frozenset(
    {"about", "around", "perhaps", "maybe", "even", "possibly", "probably", "roughly", "nearly", "almost"}
)
_APPROXIMATE: Final = LOOSE | {"approximately", "some", "anywhere", "just", "over"}
HUNDRED: Final = Decimal(100)
#: A step is hardly more than this part of the level that it leads to, and levels told so are large.
_FAR: Final = 5
#: By so many times a step "by" is smaller at least than its level.
_WIDE: Final = 50
_LARGE: Final = 1000
#: Prices to the cent, and forecasts of them, have so many decimals and are as round as this.
_CENTS: Final = -2
_ROUND: Final = Decimal("0.05")
_PERCENT: Final = frozenset({"%", "percent", "pct", "cent"})
#: Whose level a first number may be: "from the previous year's 40".
_PERIODS: Final = frozenset({"year", "quarter", "month", "week", "season"})
_BEFORE: Final = frozenset({"last", "the", "previous", "prior"})
_PUT: Final = frozenset({"put", "puts", "putting"})
#: As far before the first number as this, a word of change makes "from 5 to 40" a step.
_AWAY: Final = 20


def opening(sentence: Sentence, first: int) -> str:
    """Return the word in front of a number and its approximators."""
    at = first - 1
    while at > 0 and at > first - 4 and sentence.lowers[at] in _APPROXIMATE:
        at -= 1
    if at > 1 and sentence.lowers[at] == "'s" and (sentence.lowers[at - 1].isdecimal() or _is_period(sentence, at - 1)):
        at -= 2  # "rose from 1985's 40 mln to 55 mln"
        while at > 0 and sentence.lowers[at] in _BEFORE:
            at -= 1
    return sentence.lowers[at] if at >= 0 else ""


def _is_period(sentence: Sentence, at: int) -> bool:
    return sentence.lowers[at] in _PERIODS


def is_chain(sentence: Sentence, groups: Sequence[Group], right: Group) -> bool:
    """Say whether a third number follows or went before: "from 5 to 7 to 9" tells steps, not ends."""
    lowers = sentence.lowers
    if (
        lowers[right.last : right.last + 1] == ["to"]
        and lowers[right.last + 1 : right.last + 2]
        and (lowers[right.last + 1][0].isdecimal() or lowers[right.last + 1] in "$£€")
    ):
        return True
    first = groups[-1].first
    return len(groups) > 1 and lowers[first - 1] == "to" and groups[-2].last == first - 1


def is_move(sentence: Sentence, left: Group, right: Group, lexicon: Lexicon) -> bool:
    """Say whether "5 to 40" tells a move: rose from 5 to 7, rose 5 to 40, was cut by $3bn to $40bn."""
    a, b = left.numerals[0].value, right.numerals[0].value
    scale = scale_behind(left.numerals[0], right.numerals[0])
    if scale is not None and a * scale <= 2 * b:
        a = CONTEXT.multiply(a, scale)
    opener = opening(sentence, left.first)
    if opener in ("in", "by") and left.numerals[0].form == "fraction" and a < 1 < b:
        return True  # "cut its share in half to 8%"
    if opener == "by" and 0 < a * _WIDE <= b:
        return True  # "lifted its forecast by 30,000 barrels to 9 million barrels"
    moves = lexicon.words("move")
    if opener == "or" and not _PERCENT.isdisjoint(sentence.lowers[max(0, left.first - 3) : left.first]):
        return True  # "up 4%, or 11 pence to 310p"
    if opener == "from":
        return _is_changed(sentence, left.first, lexicon)
    if opener == "of" and "from" in sentence.lowers[max(0, left.first - 4) : left.first]:
        return _is_changed(sentence, left.first, lexicon)  # "leapt from a crew of 40 to 300"
    if opener == "on" and left.first > 1 and sentence.lowers[left.first - 2] in _PUT:
        opener = "added"  # "put on 14p to 311p"
    if a <= b <= 3 * a:
        # "up 2,140 to 2,590", "gained 12 to 13.40"; but "rose 10 to 15 pct"
        return opener in moves and (right.unit is None or _is_priced(left, right))
    is_far = b >= _FAR * a and b >= _LARGE
    is_step = opener != "by" or is_far or (left.unit is not None and right.unit is not None)
    reach = 7 if opener == "by" or is_far else 4  # "cutting its list price by"
    return is_step and (
        opener in moves or any(word in moves for word in sentence.lowers[max(0, left.first - reach) : left.first])
    )


def _is_changed(sentence: Sentence, first: int, lexicon: Lexicon) -> bool:
    """Say whether "from" before a number begins a change: raised the limit for loans from 49% to 74%.

    Not where what it belongs to has two ends itself: "prices range from", "seats cost from".
    """
    lowers, start = sentence.lowers, max(0, first - _AWAY)
    at = first - 1
    while at > start and lowers[at] != "from":
        at -= 1
    before = lowers[start:at]
    if not before or before[-1] in lexicon.words("range opener"):
        return False
    if not lexicon.words("range of").isdisjoint(before[-4:]):
        return False  # "a rising scale of fines from 5 to 40 euros"
    if before[-1] in lexicon.words("move") or not lexicon.words("change").isdisjoint(before):
        return True
    far = lexicon.words("move").intersection(before[-8:])
    return bool(far) or not lexicon.words("move of object").isdisjoint(before[:-1])


def _is_priced(left: Group, right: Group) -> bool:
    """Say whether a step and a level are told to the cent: "fell $1.63 to $2.08"; nobody forecasts so finely."""
    if left.unit is None or right.unit is None or left.unit.unit.kind is not MONEY:
        return False
    ends = left.numerals[0], right.numerals[0]
    return all(end.form == "decimal" and end.written == _CENTS for end in ends) and any(
        end.value % _ROUND for end in ends
    )


def scale_behind(a: NumeralMark, b: NumeralMark) -> Decimal | None:
    """Return the scale word behind the second number, where the first has none of its own."""
    if a.scale > 1 or not a.value:
        return None
    if b.scale > 1:
        return b.scale
    return HUNDRED if b.form == "words" and b.value >= HUNDRED and a.value < 10 else None
