"""What joins two numbers into one quantity: the ends of a range, a share, a margin, a number said twice."""

import functools
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from .group import Group, together
from .interval import CONTEXT, decimal_of
from .lexicon import Lexicon
from .notation import is_short_pair, is_whole_pair
from .numberword import VAGUE, NumeralMark
from .ontology import AGE, COUNT, MEASURE, MONEY, RATIO, index
from .text import HYPHENS, Sentence
from .unitmark import UnitMark

_DASHES: Final = HYPHENS | frozenset("\u2013\u2014\u2212~")
#: "one in five", "two out of three", "1-in-5", "one of every five".
_SHARES: Final = (
    ["in"], ["out", "of"], ["-", "in", "-"], ["in", "every"], ["out", "of", "every"], ["of", "every"],
)  # fmt: skip
_MARGINS: Final = (["plus", "or", "minus"], ["+", "/", "-"], ["\u00b1"], ["give", "or", "take"])
#: What may stand between the words of a range and its second end: "10 to perhaps 15".
_LOOSE: Final = frozenset(
    {"about", "around", "perhaps", "maybe", "even", "possibly", "probably", "roughly", "nearly", "almost"}
)
_APPROXIMATE: Final = _LOOSE | {"approximately", "some", "anywhere", "just", "over"}
#: What the words between two numbers that are joined begin with.
_JOINS: Final = _DASHES.union(
    {"over", "(", ",", "/", "to", "and", "or", "through"}, *({words[0]} for words in (*_SHARES, *_MARGINS))
)
_HUNDRED: Final = Decimal(100)
#: A step is hardly more than this part of the level that it leads to, and levels told so are large.
_FAR: Final = 5
_WIDE: Final = 50
#: No percentage is a range with a number so many times as large.
_TOO_FAR: Final = 40
_LARGE: Final = 1000
#: Prices to the cent, and forecasts of them, have so many decimals and are as round as this.
_CENTS: Final = -2
_ROUND: Final = Decimal("0.05")
_PUT: Final = frozenset({"put", "puts", "putting"})
#: As far before the first number as this, a word of change makes "from 5 to 40" a step.
_AWAY: Final = 20
#: What joins two ends that each say themselves again, and what stands before the first.
_OPENED: Final = {"and": "between", "to": "from"}
_RANGING: Final = frozenset({"range", "ranged", "ranges", "ranging", "vary", "varied", "varies", "varying"})
#: "The next year or two" hardly goes further, and begins so.
_FEW: Final = 3
_NEXT: Final = frozenset({"next", "last", "past", "coming", "previous", "first"})
_COUNTED: Final = ("digits", "words", "one")


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
        return between == ["to"] and _is_longer(left, right) and _range(sentence, left, right)
    return (
        _quotient(sentence, left, right, between)
        or _share(left, right, between)
        or _margin(left, right, between)
        or _again(sentence, left, b, between)
        or (
            _is_range(sentence, groups, right, between, lexicon)
            and _range(sentence, left, right)
            and _begun(sentence, groups, between)
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
    """Join two amounts of money that each say themselves again: "between $300 (£160) and $500 (£270)"."""
    kept = groups[:1]
    for right in groups[1:]:
        left = kept[-1]
        if (
            left.equals
            and _OPENED.get(sentence.lowers[left.last]) == _opener(sentence, left.first)
            and right.first == left.last + 1
            and _is_two_sums(left, right)
            and not (sentence.lowers[left.last] == "to" and _is_move(sentence, left, right, lexicon))
        ):
            pairs = [pair for pair in zip(left.equals, right.equals, strict=False) if _is_two_sums(*pair)]
            left.equals = [lower for lower, _ in pairs]
            for lower, upper in (*pairs, (left, right)):
                _merge(lower, upper)
        else:
            kept.append(right)
    return kept


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
        or a.form not in _COUNTED
        or b.form not in (*_COUNTED, "scaled")
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
    if right.unit is not None or left.first < left.numerals[0].first or right.numerals[0].value > _HUNDRED:
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


# -- ranges ----------------------------------------------------------------------------------------------------


def _is_range(sentence: Sentence, groups: Sequence[Group], right: Group, between: list[str], lexicon: Lexicon) -> bool:
    """Say whether a dash, "to", "through", "or", or "and" behind "between" makes two numbers the ends of a range."""
    left = groups[-1]
    if len(between) == 3 and between[0] in HYPHENS and between[2] in HYPHENS and sentence.joined(right.first):
        between = between[1:2]  # "three-to-six year terms"
    if len(between) > 1 and between[0] in HYPHENS and sentence.joined(left.last):
        between = between[1:]  # "five- to seven-year terms"
    word, rest = between[0], between[1:]
    if rest and not (
        word in ("to", "and", "or") and (rest[0] in _LOOSE or rest in (["as", "many", "as"], ["as", "much", "as"]))
    ):
        return False
    if word == "/":
        return _is_pair(sentence, left, right) and not rest
    if word in _DASHES:
        tight = sentence.joined(left.last)
        rises = abs(left.numerals[0].value) < abs(right.numerals[0].value) or right.numerals[0].form == "scaled"
        if not tight and left.unit is not None and right.unit is None and left.unit.last > left.numerals[0].last:
            return False  # "two games - three each at home"
        if not tight and _is_plain_share(left) and right.unit is not None and right.unit.unit.kind is RATIO:
            return False  # "nearly half - 48% - of them": one share, said twice
        return rises and tight == sentence.joined(left.last + 1) and (tight or word != "\u2014")
    if word == "to":
        if right.unit is None and left.unit is not None and left.unit.unit.kind in (COUNT, MEASURE):
            if left.unit.rule != "noun" or left.unit.last > left.numerals[0].last:
                return False  # "in the three months to 31 May", "up six places to 11"
        return not _is_chain(sentence, groups, right) and not _is_move(sentence, left, right, lexicon)
    if word == "and":
        opener = _opener(sentence, left.first), _opener(sentence, left.numerals[0].first)
        return "between" in (*opener, sentence.lowers[left.first - 2] if left.first > 1 else "")
    if word == "or":
        return not rest[1:] and _is_near(left, right)
    return word == "through" and right.numerals[0].value > left.numerals[0].value


def _is_longer(left: Group, right: Group) -> bool:
    """Say whether "to an hour" ends a number of minutes, "to a year" one of months, "to a foot" one of inches."""
    if left.unit is None or right.unit is None:
        return False
    a, b = left.unit.unit, right.unit.unit
    if a.dimension != b.dimension or a.factor is None or b.factor is None:
        return False
    is_less = a.dimension == "time" or (
        a.dimension == "length" and left.numerals[0].value * decimal_of(a.factor / b.factor) < 1
    )
    return is_less and left.numerals[0].form in _COUNTED and bool(left.unit.last == left.last)


def _is_pair(sentence: Sentence, left: Group, right: Group) -> bool:
    """Say whether two numbers around a slash are bid and offer, or the ends of an amount: "18,000/22,000 tonnes"."""
    a, b = left.numerals[0], right.numerals[0]
    first, second = sentence.words[a.first], sentence.words[b.first]
    if a.form == b.form == "decimal":
        return a.value < b.value or is_short_pair(first, second)
    return ("," in first and "," in second) or is_whole_pair(first, second)


def _opener(sentence: Sentence, first: int) -> str:
    """Return the word in front of a number and its approximators."""
    at = first - 1
    while at > 0 and at > first - 4 and sentence.lowers[at] in _APPROXIMATE:
        at -= 1
    return sentence.lowers[at] if at >= 0 else ""


def _is_chain(sentence: Sentence, groups: Sequence[Group], right: Group) -> bool:
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


def _is_move(sentence: Sentence, left: Group, right: Group, lexicon: Lexicon) -> bool:
    """Say whether "5 to 40" tells a move: rose from 5 to 7, rose 5 to 40, was cut by $3bn to $40bn."""
    a, b = left.numerals[0].value, right.numerals[0].value
    scale = _scale(left.numerals[0], right.numerals[0])
    if scale is not None and a * scale <= 2 * b:
        a = CONTEXT.multiply(a, scale)
    opener = _opener(sentence, left.first)
    if opener in ("in", "by") and left.numerals[0].form == "fraction" and a < 1 < b:
        return True  # "cut its share in half to 8%"
    if opener == "by" and 0 < a * _WIDE <= b:
        return True  # "lifted its forecast by 30,000 barrels to 9 million barrels"
    moves = _moves(lexicon)
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


@functools.lru_cache(maxsize=8)
def _moves(lexicon: Lexicon) -> frozenset[str]:
    return lexicon.words("move")


def _is_near(left: Group, right: Group) -> bool:
    """Five or six; a year or two: the second is what one would say instead of the first."""
    a, b = left.numerals[0], right.numerals[0]
    if a.form == "article" and right.unit is None:
        return b.form in _COUNTED and 1 < b.value <= 3  # "90 a week or one an hour" are two rates
    scale = _scale(a, b)
    value = CONTEXT.divide(b.value, scale) if scale else b.value
    if left.unit is not None:
        if (
            right.unit is None
            or left.unit.unit.kind is not MEASURE
            or left.unit.unit.dimension != right.unit.unit.dimension
        ):
            return False
        value *= _ratio(left, right)  # "a week or 10 days", "1 mile or 2 miles"
    if value == 2 * a.value and not a.value % 5:
        return True  # "five or ten years", "10 or 20"
    return a.value < value and 2 * value <= 3 * a.value + 2


def _ratio(left: Group, right: Group) -> Decimal:
    """Return how much of the unit of the first the unit of the second is; nothing where the two do not compare."""
    assert left.unit is not None
    assert right.unit is not None
    a, b = left.unit.unit, right.unit.unit
    if a.factor is None or b.factor is None or a.offset or b.offset:
        return Decimal(1) if a == b else Decimal(0)
    return decimal_of(b.factor / a.factor)


def _begun(sentence: Sentence, groups: list[Group], between: list[str]) -> bool:
    """Let a range of alternatives begin where the list of them does: "three, four or five players"."""
    if between[0] != "or":
        return True
    whole = groups[-1]
    while len(groups) > 1:
        first, low = groups[-2], whole.numerals[0]
        listed = first.unit is None or (first.unit.unit.kind is COUNT and first.last == first.numerals[0].last)
        near = first.numerals[0].value < low.value <= first.numerals[0].value * 2
        if first.kind or not listed or not near or first.numerals[0].form not in _COUNTED:
            break
        if sentence.lowers[first.last : whole.first] != [","]:
            break
        whole.numerals = [first.numerals[0], whole.numerals[1]]
        whole.first = first.first
        del groups[-2]
    return True


def _range(sentence: Sentence, left: Group, right: Group) -> bool:
    """Make one range of two groups, where both count in the same and the second is the upper end."""
    if _is_plain_share(left) and right.unit is not None and right.unit.rule != "share":
        left.unit = None  # "1/8 to 3/8 point"
    if not _same_kind(left, right):
        return False
    a, b = left.numerals[0], right.numerals[0]
    _share_scale(a, b, left)
    _share_thousands(sentence, a, b)
    is_range = _names_range(sentence, left, right)
    is_falling = b.value < a.value and not b.value < a.value < 0
    if (
        is_falling
        and not is_range
        and sentence.lowers[b.first - 1] != "/"
        and _opener(sentence, left.first) != "between"
    ):
        return False  # "52 votes to 48", "from 16 to 12"; but yields fall from bid to offer: 6.25/24
    left.kind, left.numerals = "range", [a, b]
    both = left.unit is not None and right.unit is not None
    if left.unit is None or (both and _counts(left) and (not _counts(right) or _same_unit(left, right))):
        left.unit = right.unit
        keeps = True
    else:
        keeps = both and _same_unit(left, right)
    left.last = right.last if keeps else b.last
    return True


def _share_thousands(sentence: Sentence, a: NumeralMark, b: NumeralMark) -> None:
    """Let the thousands of the second end count for both, where a dash joins the digits: 100-150,000."""
    dash = sentence.lowers[b.first - 1] in _DASHES and sentence.joined(b.first)
    if not dash or not sentence.words[b.first].endswith(",000") or a.form != "digits" or a.scale > 1:
        return
    value = a.value * _LARGE
    if value < b.value <= _FAR * value and "," not in sentence.words[a.first]:
        a.times(Decimal(_LARGE), a.last)


def _names_range(sentence: Sentence, left: Group, right: Group) -> bool:
    """Say whether the words call the two numbers ends, whichever comes first: ranged from 7 to 5, a 7 to 5 range."""
    before = sentence.lowers[left.first - 2 : left.first] if left.first > 1 else []
    if len(before) == 2 and before[1] == "from" and before[0] in _RANGING:
        return True
    head = right.unit.words[0] if right.unit is not None and right.unit.rule == "noun" else right.last
    if sentence.lowers[head : head + 1] != ["range"]:
        return False
    if right.unit is not None and right.unit.rule == "noun":
        right.unit, right.last = None, right.numerals[0].last
        if left.unit is not None and left.unit.unit.name == "range":
            left.unit, left.last = None, left.numerals[0].last
    return True


def _is_plain_share(group: Group) -> bool:
    """Say whether a fraction was taken for a share of something that is not said."""
    return group.unit is not None and group.unit.rule == "share" and group.unit.base == (0, 0)


def _counts(group: Group) -> bool:
    return group.unit is not None and group.unit.unit.kind is COUNT


def _same_unit(left: Group, right: Group) -> bool:
    return left.unit is not None and right.unit is not None and left.unit.unit == right.unit.unit


def _same_kind(left: Group, right: Group) -> bool:
    """Say whether two ends may belong to one range: one has no unit, or both count in the same."""
    if left.unit is None or right.unit is None:
        # "fell 5 pct to 8.4 billion" tells a step and a level, and so does "2% to 740"
        if left.unit is None or left.unit.unit.kind is not RATIO:
            return True
        return right.numerals[0].scale < _LARGE and right.numerals[0].value < _TOO_FAR * left.numerals[0].value
    a, b = left.unit.unit, right.unit.unit
    if b.name.startswith(f"{a.name} per ") or (a.kind is MONEY and b.code in a.alternatives):
        left.unit.unit = a = b  # $50 to $60 a barrel; $5m to US$7m
    elif a.kind is MONEY and a.code in b.alternatives:
        right.unit.unit = b = a  # US$5m to $7m
    if a.kind is AGE and b.kind is COUNT and left.unit.rule == "age_before":
        right.unit, right.last = None, right.numerals[0].last  # "aged between 5 and 12 live there"
        return True
    if a.kind is AGE and b.name == "year" and b.kind is MEASURE:
        right.unit.unit = b = a  # "aged 5 to 12 years"
    if a.factor != b.factor and a.dimension == b.dimension and a.kind is b.kind:
        return _scaled_alike(left, right)
    return a == b or (a.kind is b.kind and a.dimension == b.dimension) or (b.kind is COUNT and a.kind is MONEY)


def _scaled_alike(left: Group, right: Group) -> bool:
    """Bring "90 minutes to two hours" into minutes; "rose 35 sen to RM41.20" is a step and a level, no range."""
    assert left.unit is not None
    assert right.unit is not None
    a, b = left.unit.unit, right.unit.unit
    if a.kind not in (MEASURE, AGE) or a.factor is None or b.factor is None or a.offset or b.offset:
        return False
    ratio = b.factor / a.factor
    if ratio.numerator == 1 < ratio.denominator:
        if left.numerals[0].value * ratio.denominator >= right.numerals[0].value:
            return False
        left.numerals[0].times(Decimal(ratio.denominator), left.numerals[0].last)  # "a week or 10 days"
        left.unit.unit = b
        return True
    # "nine days to two years": how many days a year has is not whole
    whole = ratio.denominator == 1 or (ratio > 1 and a.dimension == "time")
    if not whole or right.numerals[0].value * decimal_of(ratio) <= left.numerals[0].value:
        return False
    right.numerals[0].times(decimal_of(ratio), right.numerals[0].last)
    right.unit.unit = a
    return True


def _share_scale(a: NumeralMark, b: NumeralMark, left: Group) -> None:
    """Let the scale word behind count for both: 5 to 7 million, $250-300 million, five or six hundred."""
    if left.unit is not None and left.unit.unit.kind is not MONEY and left.last > a.last:
        return
    scale = _scale(a, b)
    if scale is not None and abs(a.value) < scale and a.value <= CONTEXT.divide(b.value, scale) * 2:
        a.times(scale, a.last)
        a.form = b.form


def _scale(a: NumeralMark, b: NumeralMark) -> Decimal | None:
    """Return the scale word behind the second number, where the first has none of its own."""
    if a.scale > 1 or not a.value:
        return None
    if b.scale > 1:
        return b.scale
    return _HUNDRED if b.form == "words" and b.value >= _HUNDRED and a.value < 10 else None
