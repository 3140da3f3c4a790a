"""Two numbers as the ends of one range, and what both of them count in."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from . import noun
from .group import Group
from .interval import CONTEXT, decimal_of
from .lexicon import Lexicon
from .notation import is_short_pair, is_whole_pair
from .numberword import NumeralMark
from .ontology import AGE, COUNT, MEASURE, MONEY, POINTS, RATIO
from .step import LOOSE, is_chain, is_move, opening, scale_behind
from .text import HYPHENS, Sentence
from .unitmark import UnitMark

DASHES: Final = HYPHENS | frozenset("\u2013\u2014\u2212~")
_RANGING: Final = frozenset({"range", "ranged", "ranges", "ranging", "vary", "varied", "varies", "varying"})
COUNTED: Final = ("digits", "words", "one")
_THOUSAND: Final = 1000
#: No percentage is a range with a number so many times as large.
_TOO_FAR: Final = 40
#: The upper end of a range told by thousands is hardly more than this times the lower.
_WIDE: Final = 5


def is_range(sentence: Sentence, groups: Sequence[Group], right: Group, between: list[str], lexicon: Lexicon) -> bool:
    """Say whether a dash, "to", "through", "or", or "and" behind "between" makes two numbers the ends of a range."""
    left = groups[-1]
    if len(between) == 3 and between[0] in HYPHENS and between[2] in HYPHENS and sentence.joined(right.first):
        between = between[1:2]  # "three-to-six year terms"
    if len(between) > 1 and between[0] in HYPHENS and sentence.joined(left.last):
        between = between[1:]  # "five- to seven-year terms"
    word, rest = between[0], between[1:]
    if rest and not (
        word in ("to", "and", "or") and (rest[0] in LOOSE or rest in (["as", "many", "as"], ["as", "much", "as"]))
    ):
        return False
    if word == "/":
        return _is_pair(sentence, left, right) and not rest
    if word in DASHES:
        tight = sentence.joined(left.last)
        rises = abs(left.numerals[0].value) < abs(right.numerals[0].value) or right.numerals[0].form == "scaled"
        if not tight and left.unit is not None and right.unit is None and left.unit.last > left.numerals[0].last:
            return False  # "two games - three each at home"
        if not tight and _is_plain_share(left) and right.unit is not None and right.unit.unit.kind is RATIO:
            return False  # "nearly half - 48% - of them": one share, said twice
        return rises and tight == sentence.joined(left.last + 1) and (tight or word != "\u2014")
    if word == "to":
        if right.unit is None and left.unit is not None and _is_said_alone(left, left.unit):
            return False
        return not is_chain(sentence, groups, right) and not is_move(sentence, left, right, lexicon)
    if word == "and":
        opener = opening(sentence, left.first), opening(sentence, left.numerals[0].first)
        if sentence.lowers[left.first - 1] == "the" and _is_sorted(sentence, right, lexicon):
            return False
        return "between" in (*opener, sentence.lowers[left.first - 2] if left.first > 1 else "")
    if word == "or":
        return not rest[1:] and _is_near(left, right) and not _is_listed(sentence, groups)
    if word == ",":
        return not rest and _is_guess(sentence, left, right)
    return word == "through" and right.numerals[0].value > left.numerals[0].value


def _is_said_alone(left: Group, mark: UnitMark) -> bool:
    """Say whether the first number has a unit of its own that is no second end's: "in the three months to 31 May"."""
    if mark.unit.kind is MONEY:
        return mark.rule == "currency"  # "rose 1.50 dlrs to 54.50"
    if mark.unit.kind not in (COUNT, MEASURE, POINTS):
        return False
    return mark.rule != "noun" or mark.last > left.numerals[0].last  # "up six places to 11"


def _is_sorted(sentence: Sentence, right: Group, lexicon: Lexicon) -> bool:
    """Say whether two measures tell things apart: "chose between the two and four door cars"."""
    head = sentence.words[right.last] if right.last < len(sentence) else ""
    return right.unit is not None and right.unit.unit.kind is MEASURE and noun.is_plural(head, lexicon)


def _is_guess(sentence: Sentence, left: Group, right: Group) -> bool:
    """Say whether two numbers in words that follow each other guess at one: "three, four years ago"."""
    a, b = left.numerals[0], right.numerals[0]
    if a.form != "words" or b.form != "words" or b.value != a.value + 1 or left.unit is not None or right.unit is None:
        return False
    after = sentence.lowers[right.unit.last : right.unit.last + 1]
    return right.unit.unit.dimension == "time" and after != ["and"]


def is_longer(left: Group, right: Group) -> bool:
    """Say whether "to an hour" ends a number of minutes, "to a year" one of months, "to a foot" one of inches."""
    if left.unit is None or right.unit is None:
        return False
    a, b = left.unit.unit, right.unit.unit
    if a.dimension != b.dimension or a.factor is None or b.factor is None:
        return False
    is_less = a.dimension == "time" or (
        a.dimension == "length" and left.numerals[0].value * decimal_of(a.factor / b.factor) < 1
    )
    return is_less and left.numerals[0].form in COUNTED and bool(left.unit.last == left.last)


def _is_pair(sentence: Sentence, left: Group, right: Group) -> bool:
    """Say whether two numbers around a slash are bid and offer, or the ends of an amount: "18,000/22,000 tonnes"."""
    a, b = left.numerals[0], right.numerals[0]
    first, second = sentence.words[a.first], sentence.words[b.first]
    if a.form == b.form == "decimal":
        return a.value < b.value or is_short_pair(first, second)
    return ("," in first and "," in second) or is_whole_pair(first, second)


def _is_near(left: Group, right: Group) -> bool:
    """Five or six; a year or two: the second is what one would say instead of the first."""
    a, b = left.numerals[0], right.numerals[0]
    if a.form == "article" and right.unit is None:
        return b.form in COUNTED and 1 < b.value <= 3  # "90 a week or one an hour" are two rates
    scale = scale_behind(a, b)
    if scale is None and b.form == a.form == "digits" and a.value < _THOUSAND <= b.value and not b.value % _THOUSAND:
        scale = Decimal(_THOUSAND)  # "50 or 60,000"
    value = CONTEXT.divide(b.value, scale) if scale else b.value
    if left.unit is not None:
        if (
            right.unit is None
            or left.unit.unit.kind not in (MEASURE, MONEY)
            or left.unit.unit.dimension != right.unit.unit.dimension
        ):
            return _is_rated(left, right) and a.value < value and 2 * value <= 3 * a.value + 2
        if left.unit.unit.kind is MONEY and left.unit.unit != right.unit.unit:
            return False
        value *= _ratio(left, right)  # "a week or 10 days", "1 mile or 2 miles"
    if value == 2 * a.value and not a.value % 5:
        return True  # "five or ten years", "10 or 20"
    return a.value < value and 2 * value <= 3 * a.value + 2


def _is_listed(sentence: Sentence, groups: Sequence[Group]) -> bool:
    """Say whether the last is one of several sums: "£30, £40 or £50"."""
    if len(groups) == 1 or groups[-1].unit is None or groups[-1].unit.unit.kind is not MONEY:
        return False
    return sentence.lowers[groups[-2].last : groups[-1].first] == [","]


def _is_rated(left: Group, right: Group) -> bool:
    """Say whether the second is an amount of the same money per something: "£5 or £6 a week"."""
    if left.unit is None or right.unit is None or left.unit.unit.kind is not MONEY:
        return False
    return right.unit.unit.name.startswith(f"{left.unit.unit.name} per ")


def _ratio(left: Group, right: Group) -> Decimal:
    """Return how much of the unit of the first the unit of the second is; nothing where the two do not compare."""
    assert left.unit is not None
    assert right.unit is not None
    a, b = left.unit.unit, right.unit.unit
    if a.factor is None or b.factor is None or a.offset or b.offset:
        return Decimal(1) if a == b else Decimal(0)
    return decimal_of(b.factor / a.factor)


def begun(sentence: Sentence, groups: list[Group], between: list[str]) -> bool:
    """Let a range of alternatives begin where the list of them does: "three, four or five players"."""
    if between[0] != "or":
        return True
    whole = groups[-1]
    while len(groups) > 1:
        first, low = groups[-2], whole.numerals[0]
        listed = first.unit is None or (first.unit.unit.kind is COUNT and first.last == first.numerals[0].last)
        near = first.numerals[0].value < low.value <= first.numerals[0].value * 2
        if first.kind or not listed or not near or first.numerals[0].form not in COUNTED:
            break
        if sentence.lowers[first.last : whole.first] != [","]:
            break
        whole.numerals = [first.numerals[0], whole.numerals[1]]
        whole.first = first.first
        del groups[-2]
    return True


def make_range(sentence: Sentence, left: Group, right: Group) -> bool:
    """Make one range of two groups, where both count in the same and the second is the upper end."""
    if _is_plain_share(left) and right.unit is not None and right.unit.rule != "share":
        if right.numerals[0].value > _TOO_FAR * left.numerals[0].value:
            return False  # "4 points on a third to 20 points on the rest"
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
        and opening(sentence, left.first) != "between"
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
    dash = sentence.lowers[b.first - 1] in DASHES and sentence.joined(b.first)
    if (
        not (dash or sentence.lowers[b.first - 1] == "or")
        or not sentence.words[b.first].endswith(",000")
        or a.form != "digits"
        or a.scale > 1
    ):
        return
    value = a.value * _THOUSAND
    if value < b.value <= _WIDE * value and "," not in sentence.words[a.first]:
        a.times(Decimal(_THOUSAND), a.last)


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
        return right.numerals[0].scale < _THOUSAND and right.numerals[0].value < _TOO_FAR * left.numerals[0].value
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
    scale = scale_behind(a, b)
    if scale is not None and abs(a.value) < scale and a.value <= CONTEXT.divide(b.value, scale) * 2:
        a.times(scale, a.last)
        a.form = b.form
