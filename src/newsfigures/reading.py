"""How hedges are read: the intervals that a number and one hedge allow.

Each rule is named after its hedge and returns what is entailed and what is plausible; the evidence for every constant
is in the documentation ("What a hedge means"). The widths follow the written form: `grain` is the place of the last
digit that is not zero (five times that when the digit is a 5 behind another one), `place` the place of the last digit
written.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Final, NamedTuple, Self, final

import attrs

from .errors import ArgumentError
from .hedge import Hedge
from .interval import CLOSED, CONTEXT, DOWN, INFINITY, ONE, OPEN, UP, ZERO, Bound, Interval, decimal_of
from .numberword import NumeralMark
from .ontology import AGE, COUNT, MEASURE, MONEY, RATIO
from .unit import Unit, UnitKind

_TWO: Final = Decimal(2)
_FIVE: Final = Decimal(5)
_HALF: Final = Decimal("0.5")
_TENTH: Final = Decimal("0.1")
#: Where a knob leaves no room below an open end, this share of it is room enough.
_NEAR: Final = Decimal("0.9")
#: "Well over" starts a twentieth above the number.
_WELL_OVER: Final = Decimal("1.05")
_WELL_UNDER: Final = Decimal("0.95")
#: Half an order of magnitude: the square root of ten.
_HALF_ORDER: Final = Decimal("3.162")
#: The fractions that people say; a hedged fraction reaches to its neighbour.
_SIMPLE: Final = tuple(
    sorted({Fraction(a, b) for b in (1, 2, 3, 4, 5, 10) for a in range(b + 1) if b != 10 or a in (1, 9)})
)
#: Kinds of unit whose numbers are said exactly below a hundred, as whole counts are.
WHOLE: Final = (UnitKind.NONE, AGE, UnitKind.POINTS)
#: Forms in which a whole number is written out.
_WRITTEN: Final = frozenset({"digits", "words", "one", "nil", "multiple"})
_PROFILES: Final = ("logical", "tight", "news", "loose")


def _share(instance: object, attribute: "attrs.Attribute[Decimal]", value: Decimal) -> None:
    del instance
    if not isinstance(value, Decimal):
        msg = f"{attribute.name} must be a Decimal, got {type(value).__name__}"
        raise TypeError(msg)
    if not value.is_finite() or value < 0:
        raise ArgumentError(attribute.name, value, "must be a finite Decimal of at least zero")


@final
@attrs.frozen(kw_only=True)
class Reading:
    """How hedges are read; a frozen value, to be passed to `parse` and `extract`.

    `profile` is logical (plausible = entailed), tight, news or loose (twice as wide). The shares are of the stated
    number: `approximate` caps "about", `nearly` floors "nearly", `less` floors "less than", `at_least` is the slack of
    "at least", `up_to` the floor of "up to"; `grain` multiplies the slack of "more than"; `vague_lower` and
    `vague_upper` times the power that it names is where "hundreds" reaches. `absolute` is the half-width of "about"
    where a share of the number means nothing (temperatures, from the tables). `round_bare=False` makes bare numbers
    points, `up_to_hard` makes the ceiling of "up to" one that cannot be taken back.

    Rows of a table that tune a single cue or dimension (`Lexicon.extend`) go before these.

    >>> Reading(profile="tight", up_to=Decimal("0.8")).up_to
    Decimal('0.8')
    """

    profile: str = "news"
    approximate: Decimal = attrs.field(default=_TENTH, validator=_share)
    nearly: Decimal = attrs.field(default=Decimal("0.85"), validator=_share)
    less: Decimal = attrs.field(default=_HALF, validator=_share)
    at_least: Decimal = attrs.field(default=_HALF, validator=_share)
    up_to: Decimal = attrs.field(default=_HALF, validator=_share)
    grain: Decimal = attrs.field(default=ONE, validator=_share)
    vague_lower: Decimal = attrs.field(default=_TWO, validator=_share)
    vague_upper: Decimal = attrs.field(default=Decimal(10), validator=_share)
    absolute: Decimal | None = attrs.field(default=None, validator=attrs.validators.optional(_share))
    round_bare: bool = True
    up_to_hard: bool = False

    def __attrs_post_init__(self) -> None:
        if self.profile not in _PROFILES:
            raise ArgumentError("profile", self.profile, f"must be one of {', '.join(_PROFILES)}")
        if self.vague_lower > self.vague_upper:
            raise ArgumentError("vague_lower", self.vague_lower, f"must not be above vague_upper, {self.vague_upper}")

    @classmethod
    def logical(cls) -> Self:
        """Read only what the words entail."""
        return cls(profile="logical")


NEWS: Final = Reading()


@final
class Amount:
    """A number with what the rules need to know of how it was written and what it counts. Internal."""

    __slots__ = (
        "counted",
        "discrete",
        "form",
        "grain",
        "nonnegative",
        "place",
        "ratio",
        "signed",
        "tens",
        "value",
        "whole",
    )

    def __init__(self, mark: NumeralMark, unit: Unit, value: Decimal | None = None) -> None:
        self.value = v = (mark.value if value is None else value).copy_abs()
        self.form = mark.form
        self.ratio = mark.ratio
        kind = unit.kind
        self.discrete = kind is COUNT and v == v.to_integral_value()
        #: What a fraction cannot exceed: the whole it is a share of; there may be more than half a mile.
        self.whole = INFINITY if kind is MEASURE else ONE
        # Whole numbers that are said exactly below a hundred; everything else is measured, to its last place.
        self.counted = self.discrete or kind in WHOLE
        self.tens = self.counted or rounds_tens(unit)
        # A bare number counts something that is not said, unless a minus or "below zero" shows that it does not.
        self.nonnegative = (
            kind in (COUNT, MONEY, AGE)
            or (kind is MEASURE and unit.dimension != "temperature")
            or (kind is UnitKind.NONE and mark.value > 0)
            or (kind is RATIO and unit.name in ("time", "share"))
        )
        # Percent and points can fall below zero; but who says "nearly 4%" or "up to 4%" speaks of something up to it.
        self.signed = not self.nonnegative and kind not in (RATIO, UnitKind.POINTS)
        self.place = Decimal((0, (1,), mark.written))
        self.grain = Decimal((0, (1,), mark.nonzero))
        digits = v.as_tuple().digits
        significant = len(bytes(digits).rstrip(b"\0"))
        if significant > 1 and digits[significant - 1] == 5:
            self.grain = CONTEXT.multiply(self.grain, _FIVE)
        if mark.ratio is not None and mark.ratio.denominator > 1 and mark.form != "scaled":
            self.grain = self.place = CONTEXT.divide(ONE, Decimal(mark.ratio.denominator))

    @property
    def is_share(self) -> bool:
        """Whether this is a simple fraction of a whole, such as "a third"."""
        return self.form == "fraction" and self.ratio is not None and abs(self.ratio) <= 1

    @property
    def floor(self) -> Decimal:
        """Return the least that it can be."""
        return ZERO if self.nonnegative else -INFINITY

    @property
    def base(self) -> Decimal:
        """Return the least that it can be where the words lead up to the number: "nearly", "up to"."""
        return -INFINITY if self.signed else ZERO

    def neighbours(self) -> tuple[Fraction, Fraction, Fraction]:
        """Return the simple fraction next below, this one, and the simple fraction next above."""
        ratio = abs(self.ratio or Fraction(0))
        below = max((f for f in _SIMPLE if f < ratio), default=Fraction(0))
        above = min((f for f in _SIMPLE if f > ratio), default=Fraction(1))
        return below, ratio, above

    def slack(self, reading: Reading) -> Decimal:
        """Return how far "more than" reaches: one grain, in the tight profile at most half the number."""
        slack = CONTEXT.multiply(self.grain, reading.grain)
        if reading.profile == "tight":
            slack = min(slack, CONTEXT.multiply(self.value, _HALF))
        return max(slack, ONE) if self.discrete else slack or self.grain

    def near(self, reading: Reading) -> Decimal:
        """Return how far "just over" reaches: half a grain, at most a tenth."""
        slack = min(CONTEXT.divide(self.slack(reading), _TWO), CONTEXT.multiply(self.value, _TENTH)) or ONE
        return max(slack, ONE) if self.discrete else slack


def rounds_tens(unit: Unit) -> bool:
    """Say whether zeros at the end of a whole number may come of rounding: in percent, each unit is said."""
    return unit.kind is not RATIO or unit.name == "time"


Pair = tuple[Interval, Interval]  # entailed, plausible
Rule = Callable[[Amount, Reading], Pair]


def bare(amount: Amount, reading: Reading) -> Pair:
    """A number alone: whole counts to their rounding, measured amounts to half their last place."""
    v = amount.value
    if not v or not reading.round_bare:
        return _same(Interval(v, v))
    if amount.is_share:
        return _same(Interval(v, v) if amount.ratio == 1 else _around_share(amount, Fraction(1, 10)))
    return _same(rounded(v, amount.form, amount.place, counted=amount.counted, tens=amount.tens))


def rounded(v: Decimal, form: str, place: Decimal, *, counted: bool, tens: bool) -> Interval:
    """Return what a number without a hedge may be the rounding of.

    `counted` says that it counts whole things, `tens` that zeros at its end may be such: all but percentages.
    """
    if not v or form == "often":
        return Interval(v, v)
    is_whole = form in _WRITTEN and place >= ONE
    half = ZERO if counted and is_whole else min(CONTEXT.divide(place, _TWO), CONTEXT.multiply(v, _TENTH))
    if is_whole and tens and v >= 100:  # smaller counts are said exactly
        exponent = min(v.adjusted() - 1, _trailing(v))
        if exponent > 0:
            half = CONTEXT.divide(Decimal((0, (1,), exponent)), _TWO)
    if not half:
        return Interval(v, v)
    return Interval(CONTEXT.subtract(v, half), CONTEXT.add(v, half), CLOSED, OPEN)


def _around_share(amount: Amount, cap: Fraction) -> Interval:
    """Reach from a simple fraction half-way to its neighbours, at most a share of itself."""
    below, ratio, above = amount.neighbours()
    half = min(cap * ratio, (ratio - below) / 2, (above - ratio) / 2)
    return Interval(decimal_of(ratio - half, DOWN), decimal_of(ratio + half, UP))


def _trailing(value: Decimal) -> int:
    text = str(value)
    if text.isdecimal():
        return len(text) - len(text.rstrip("0"))  # most counts, without taking them apart
    _, digits, exponent = value.as_tuple()
    return len(digits) - len(bytes(digits).rstrip(b"\0")) + int(exponent)


def _same(interval: Interval) -> Pair:
    return interval, interval


def approximate(amount: Amount, reading: Reading) -> Pair:
    """about, around, roughly, some, or so, -ish, estimated."""
    v = amount.value
    if not v:
        return _same(Interval(v, v))
    if amount.is_share and amount.ratio is not None:
        entailed = Interval(decimal_of(amount.ratio / 2, DOWN), decimal_of(min(amount.ratio * 2, Fraction(1)), UP))
        return entailed, _around_share(amount, Fraction(reading.approximate))
    half = width(amount, reading)
    plausible = Interval(CONTEXT.subtract(v, half), CONTEXT.add(v, half)) if half else Interval(v, v)
    if reading.absolute is not None:
        return Interval(), plausible
    return Interval(CONTEXT.multiply(v, _HALF), CONTEXT.multiply(v, _TWO)), plausible


def width(amount: Amount, reading: Reading) -> Decimal:
    """Return half the plausible width of "about": half a grain, at most a tenth, at least the last place written."""
    if reading.absolute is not None:
        half = reading.absolute
    else:
        cap = CONTEXT.multiply(reading.approximate, amount.value)
        half = max(min(CONTEXT.divide(amount.grain, _TWO), cap), min(amount.place, cap))
    return max(half, ONE) if amount.discrete else half


def more_than(amount: Amount, reading: Reading, bound: Bound = OPEN) -> Pair:
    """more than, over, exceeding: open below."""
    v = amount.value
    if amount.is_share and v < 1:
        return Interval(v, amount.whole, bound), Interval(v, decimal_of(amount.neighbours()[2]), bound)
    slack = amount.slack(reading)
    if bound is CLOSED:
        slack = max(slack, CONTEXT.multiply(v, reading.at_least))
    return Interval(v, INFINITY, bound), Interval(v, CONTEXT.add(v, slack), bound)


def at_least(amount: Amount, reading: Reading) -> Pair:
    """at least, no fewer than, or more: closed below, with a slack in proportion, for counts in progress."""
    return more_than(amount, reading, CLOSED)


def less_than(amount: Amount, reading: Reading, bound: Bound = OPEN) -> Pair:
    """less than, under, fewer than: open above."""
    v = amount.value
    if not v:
        return _same(_down(amount.floor, v, bound))
    if amount.is_share:
        return Interval(ZERO, v, CLOSED, bound), Interval(decimal_of(amount.neighbours()[0]), v, CLOSED, bound)
    lower = max(CONTEXT.subtract(v, amount.slack(reading)), CONTEXT.multiply(v, reading.less))
    return _down(amount.floor, v, bound), _down(lower, v, bound)


def at_most(amount: Amount, reading: Reading) -> Pair:
    """at most, no more than, or fewer: closed above."""
    return less_than(amount, reading, CLOSED)


def _down(lower: Decimal, upper: Decimal, bound: Bound) -> Interval:
    if lower < upper:
        return Interval(lower, upper, CLOSED, bound)
    if bound is CLOSED:
        return Interval(upper, upper)
    return Interval(CONTEXT.multiply(upper, _NEAR) if upper else -ONE, upper, CLOSED, bound)


def below(amount: Amount, reading: Reading) -> Pair:
    """nothing like, nowhere near: below, and no telling how far."""
    entailed = less_than(amount, reading)[0]
    return entailed, entailed


def nearly(amount: Amount, reading: Reading) -> Pair:
    """nearly, almost: below the number, by at most half a grain."""
    v = amount.value
    if not v:
        return _same(Interval(v, v))
    if amount.is_share:
        beneath, ratio, _ = amount.neighbours()
        return Interval(ZERO, v, CLOSED, OPEN), Interval(decimal_of((ratio + beneath) / 2), v, CLOSED, OPEN)
    half = CONTEXT.divide(amount.slack(reading), _TWO)
    lower = max(CONTEXT.subtract(v, half), CONTEXT.multiply(v, reading.nearly))
    return _down(amount.base, v, OPEN), _down(lower, v, OPEN)


def close_to(amount: Amount, reading: Reading) -> Pair:
    """close to: usually below, but nothing is entailed beyond the neighbourhood."""
    v = amount.value
    if not v:
        return _same(Interval(v, v))
    return approximate(amount, reading)[0], Interval(nearly(amount, reading)[1].lower, v)


def just_over(amount: Amount, reading: Reading) -> Pair:
    """just over: above the number, by at most a tenth."""
    v = amount.value
    upper = CONTEXT.add(v, amount.near(reading))
    return Interval(v, amount.whole if amount.is_share and v < 1 else INFINITY, OPEN), Interval(v, upper, OPEN)


def just_under(amount: Amount, reading: Reading) -> Pair:
    """just under, just shy of: the mirror of just over."""
    v = amount.value
    return _down(amount.base, v, OPEN), _down(CONTEXT.subtract(v, amount.near(reading)), v, OPEN)


def well_over(amount: Amount, reading: Reading) -> Pair:
    """well over: at least a twentieth above, up to half as much again or one grain."""
    v = amount.value
    reach = max(amount.slack(reading), CONTEXT.multiply(v, _HALF))
    start, bound = (CONTEXT.multiply(v, _WELL_OVER), CLOSED) if v else (v, OPEN)
    entailed = Interval(v, amount.whole if amount.is_share and v < 1 else INFINITY, OPEN)
    return entailed, Interval(start, CONTEXT.add(v, reach), bound)


def well_under(amount: Amount, reading: Reading) -> Pair:
    """well under: the mirror of well over."""
    v = amount.value
    lower = max(CONTEXT.subtract(v, max(amount.slack(reading), CONTEXT.multiply(v, _HALF))), amount.floor)
    upper = CONTEXT.multiply(v, _WELL_UNDER)
    return _down(amount.floor, v, OPEN), Interval(min(lower, upper), upper)


def up_to(amount: Amount, reading: Reading) -> Pair:
    """up to, as many as: a ceiling, and rarely less than half of it."""
    v = amount.value
    floor = CONTEXT.multiply(v, min(reading.up_to, ONE))
    return _down(ZERO if amount.is_share else amount.base, v, CLOSED), Interval(floor, v)


def as_few_as(amount: Amount, reading: Reading) -> Pair:
    """as few as, as little as: the mirror of up to."""
    v = amount.value
    ceiling = CONTEXT.divide(v, min(reading.up_to, ONE)) if reading.up_to else INFINITY
    return Interval(v, INFINITY), Interval(v, ceiling)


def order_of(amount: Amount, reading: Reading) -> Pair:
    """on the order of: a factor of ten either way, plausibly half of that in orders of magnitude."""
    del reading
    v = amount.value
    return (
        Interval(CONTEXT.multiply(v, _TENTH), CONTEXT.multiply(v, Decimal(10))),
        Interval(CONTEXT.multiply(v, CONTEXT.multiply(_HALF_ORDER, _TENTH)), CONTEXT.multiply(v, _HALF_ORDER)),
    )


def odd(amount: Amount, reading: Reading) -> Pair:
    """200-odd: at the number or a little above."""
    v = amount.value
    return Interval(v, INFINITY), Interval(v, CONTEXT.add(v, amount.slack(reading)), CLOSED, OPEN)


def barely(amount: Amount, reading: Reading) -> Pair:
    """barely, hardly: at the number or just above."""
    entailed, plausible = just_over(amount, reading)
    return Interval(entailed.lower, entailed.upper), Interval(plausible.lower, plausible.upper)


def exactly(amount: Amount, reading: Reading) -> Pair:
    """exactly, precisely: the number itself."""
    del reading
    return _same(Interval(amount.value, amount.value))


class Effect(NamedTuple):
    """What a row of the hedges' table does: the public hedge, its rule, the side it bounds, the ends it may give up."""

    hedge: Hedge
    rule: Rule
    side: str = ""
    cancellable: tuple[str, ...] = ()


#: effect of a row -> what it does
EFFECTS: Final[Mapping[str, Effect]] = MappingProxyType(
    {
        "none": Effect(Hedge.NONE, bare),
        "exactly": Effect(Hedge.EXACTLY, exactly),
        "more_than": Effect(Hedge.MORE_THAN, more_than, "lower"),
        "at_least": Effect(Hedge.AT_LEAST, at_least, "lower"),
        "at_least_soft": Effect(Hedge.AT_LEAST, as_few_as, "lower", ("lower",)),
        "not_only": Effect(Hedge.AT_LEAST, at_least, "lower", ("lower",)),
        "less_than": Effect(Hedge.LESS_THAN, less_than, "upper"),
        "at_most": Effect(Hedge.AT_MOST, at_most, "upper"),
        "below": Effect(Hedge.LESS_THAN, below, "upper"),
        "up_to": Effect(Hedge.UP_TO, up_to, "upper", ("upper",)),
        "up_to_hard": Effect(Hedge.UP_TO, up_to, "upper"),
        "nearly": Effect(Hedge.NEARLY, nearly, "upper"),
        "close_to": Effect(Hedge.NEARLY, close_to, "upper"),
        "just_over": Effect(Hedge.JUST_OVER, just_over, "lower"),
        "just_under": Effect(Hedge.JUST_UNDER, just_under, "upper"),
        "well_over": Effect(Hedge.WELL_OVER, well_over, "lower"),
        "well_under": Effect(Hedge.WELL_UNDER, well_under, "upper"),
        "barely": Effect(Hedge.JUST_OVER, barely, "lower"),
        "odd": Effect(Hedge.AT_LEAST, odd, "lower"),
        "about": Effect(Hedge.ABOUT, approximate),
        "order_of": Effect(Hedge.ORDER_OF, order_of),
    }
)
