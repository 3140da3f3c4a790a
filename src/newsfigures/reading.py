"""How hedges are read: the intervals that a number and its hedges allow.

Each rule is named after its hedge; the evidence for every constant is in the documentation ("What a hedge means").
The widths follow the written form: `grain` is the place of the last digit that is not zero (five times that when the
digit is a 5 behind another one), `place` the place of the last digit written.
"""

from decimal import Decimal
from fractions import Fraction
from typing import Self, final

import attrs

from .errors import ArgumentError
from .hedge import Hedge
from .interval import CLOSED, CONTEXT, INFINITY, ONE, OPEN, ZERO, Bound, Interval, decimal_of
from .numeral import NumeralMark
from .unit import Unit, UnitKind

_TWO = Decimal(2)
_HALF = Decimal("0.5")
_TENTH = Decimal("0.1")
#: The fractions that people say; a hedged fraction reaches to its neighbour.
_SIMPLE = tuple(
    sorted({Fraction(a, b) for b in (1, 2, 3, 4, 5, 10) for a in range(b + 1) if b != 10 or a in (1, 9)})  # noqa: PLR2004
)
_PROFILES = ("logical", "tight", "news", "loose")


def _share(instance: object, attribute: "attrs.Attribute[Decimal]", value: Decimal) -> None:
    if not isinstance(value, Decimal) or not value.is_finite() or value < 0:
        raise ArgumentError(attribute.name, value, "must be a finite Decimal of at least zero")


@final
@attrs.frozen(kw_only=True)
class Reading:
    """How hedges are read; a frozen value, to be passed to `parse` and `extract`.

    `profile` is logical (plausible = entailed), tight, news or loose (twice as wide). The shares are of the stated
    number: `approximate` caps "about", `nearly` floors "nearly", `less` floors "less than", `at_least` is the slack of
    "at least", `up_to` the floor of "up to"; `grain` multiplies the slack of "more than". `round_bare=False` makes bare
    numbers points, `up_to_hard` makes the ceiling of "up to" one that cannot be taken back.

    >>> Reading(profile="logical").profile
    'logical'
    """

    profile: str = "news"
    approximate: Decimal = attrs.field(default=_TENTH, validator=_share)
    nearly: Decimal = attrs.field(default=Decimal("0.85"), validator=_share)
    less: Decimal = attrs.field(default=_HALF, validator=_share)
    at_least: Decimal = attrs.field(default=_HALF, validator=_share)
    up_to: Decimal = attrs.field(default=_HALF, validator=_share)
    grain: Decimal = attrs.field(default=ONE, validator=_share)
    round_bare: bool = True
    up_to_hard: bool = False

    def __attrs_post_init__(self) -> None:
        if self.profile not in _PROFILES:
            raise ArgumentError("profile", self.profile, f"must be one of {', '.join(_PROFILES)}")

    @classmethod
    def logical(cls) -> Self:
        """Read only what the words entail."""
        return cls(profile="logical")


NEWS = Reading()


@final
class Amount:
    """A number with what the rules need to know of how it was written and what it counts. Internal."""

    __slots__ = ("counted", "discrete", "form", "grain", "nonnegative", "place", "ratio", "scale", "value")

    def __init__(self, mark: NumeralMark, unit: Unit, value: Decimal | None = None) -> None:
        self.value = v = abs(mark.value if value is None else value)
        self.form = mark.form
        self.ratio = mark.ratio
        kind = unit.kind
        self.discrete = kind is UnitKind.COUNT and (mark.ratio is None or v == v.to_integral_value())
        # Whole numbers that are said exactly below a hundred; everything else is measured, to its last place.
        self.counted = self.discrete or kind in (UnitKind.NONE, UnitKind.AGE, UnitKind.POINTS)
        self.nonnegative = kind in (UnitKind.COUNT, UnitKind.MONEY, UnitKind.AGE) or (
            kind is UnitKind.MEASURE and unit.dimension != "temperature"
        )
        # On a scale without a natural zero a share of the number means nothing; the width is absolute.
        self.scale = Decimal(2) if unit.dimension == "temperature" else None
        self.place = Decimal((0, (1,), mark.written))
        self.grain = Decimal((0, (1,), mark.nonzero))
        digits = v.as_tuple().digits
        significant = len(bytes(digits).rstrip(b"\0"))
        if significant > 1 and digits[significant - 1] == 5:  # noqa: PLR2004
            self.grain *= 5
        if mark.ratio is not None and mark.ratio.denominator > 1 and mark.form != "scaled":
            self.grain = self.place = CONTEXT.divide(ONE, Decimal(mark.ratio.denominator))

    @property
    def is_share(self) -> bool:
        """Whether this is a simple fraction of a whole, such as "a third"."""
        return self.form == "fraction" and self.ratio is not None and abs(self.ratio) <= 1

    def neighbours(self) -> tuple[Fraction, Fraction, Fraction]:
        """Return the simple fraction next below, this one, and the simple fraction next above."""
        ratio = abs(self.ratio or Fraction(0))
        below = max((f for f in _SIMPLE if f < ratio), default=Fraction(0))
        above = min((f for f in _SIMPLE if f > ratio), default=Fraction(1))
        return below, ratio, above


_Pair = tuple[Interval, Interval]  # entailed, plausible


def bare(amount: Amount, reading: Reading) -> _Pair:
    """A number alone: whole counts to their rounding, measured amounts to half their last place."""
    v = amount.value
    if not v or not reading.round_bare:
        return _same(Interval(v, v))
    if amount.is_share:
        if amount.ratio == 1:
            return _same(Interval(v, v))
        return _same(_around_share(amount, Fraction(1, 10)))
    elif amount.form in ("digits", "words", "one", "multiple") and amount.counted:
        if v < 100:  # noqa: PLR2004  (smaller counts are said exactly)
            return _same(Interval(v, v))
        exponent = min(v.adjusted() - 1, _trailing(v))
        half = CONTEXT.divide(Decimal((0, (1,), exponent)), _TWO) if exponent > 0 else ZERO
    else:
        half = min(CONTEXT.divide(amount.place, _TWO), CONTEXT.multiply(v, _TENTH))
    if not half:
        return _same(Interval(v, v))
    return _same(Interval(CONTEXT.subtract(v, half), CONTEXT.add(v, half), CLOSED, OPEN))


def _around_share(amount: Amount, cap: Fraction) -> Interval:
    """Reach from a simple fraction half-way to its neighbours, at most a share of itself."""
    below, ratio, above = amount.neighbours()
    half = min(cap * ratio, (ratio - below) / 2, (above - ratio) / 2)
    return Interval(decimal_of(ratio - half), decimal_of(ratio + half))


def _trailing(value: Decimal) -> int:
    digits = value.as_tuple().digits
    return len(digits) - len(bytes(digits).rstrip(b"\0")) + int(value.as_tuple().exponent)


def _same(interval: Interval) -> _Pair:
    return interval, interval


def _floor(amount: Amount) -> Decimal:
    return ZERO if amount.nonnegative else -INFINITY


def approximate(amount: Amount, reading: Reading) -> _Pair:
    """about, around, roughly, some, or so, -ish, estimated."""
    v = amount.value
    if not v:
        return _same(Interval(v, v))
    if amount.is_share and amount.ratio is not None:
        cap = Fraction(reading.approximate) * (2 if reading.profile == "loose" else 1)
        entailed = Interval(decimal_of(amount.ratio / 2), decimal_of(min(amount.ratio * 2, Fraction(1))))
        return entailed, _around_share(amount, cap)
    half = approximate_width(amount, reading)
    plausible = Interval(CONTEXT.subtract(v, half), CONTEXT.add(v, half)) if half else Interval(v, v)
    if amount.scale is not None:
        return Interval(), plausible
    return Interval(CONTEXT.multiply(v, _HALF), CONTEXT.multiply(v, _TWO)), plausible


def approximate_width(amount: Amount, reading: Reading) -> Decimal:
    """Return half the plausible width of "about": half a grain, at most a tenth, at least the last place written."""
    v = amount.value
    if amount.scale is not None:
        half = amount.scale
    else:
        cap = CONTEXT.multiply(reading.approximate, v)
        half = max(min(CONTEXT.divide(amount.grain, _TWO), cap), min(amount.place, cap))
    if reading.profile == "loose":
        half = CONTEXT.multiply(half, _TWO)
    return max(half, ONE) if amount.discrete else half


def _slack(amount: Amount, reading: Reading) -> Decimal:
    """Return how far "more than" reaches: one grain, in the tight profile at most half the number."""
    slack = CONTEXT.multiply(amount.grain, reading.grain)
    if reading.profile == "tight":
        slack = min(slack, CONTEXT.multiply(amount.value, _HALF))
    elif reading.profile == "loose":
        slack = CONTEXT.multiply(slack, _TWO)
    return max(slack, ONE) if amount.discrete else slack


def more_than(amount: Amount, reading: Reading, bound: Bound = OPEN) -> _Pair:
    """more than, over, exceeding: open below; at least: closed."""
    v = amount.value
    if amount.is_share:
        if v >= 1:
            return Interval(v, INFINITY, bound), Interval(v, CONTEXT.multiply(v, Decimal("1.1")), bound)
        return Interval(v, ONE, bound), Interval(v, decimal_of(amount.neighbours()[2]), bound)
    slack = _slack(amount, reading)
    if bound is CLOSED:
        slack = max(slack, CONTEXT.multiply(v, reading.at_least))
    if not slack:
        slack = ONE
    return Interval(v, INFINITY, bound), Interval(v, CONTEXT.add(v, slack), bound)


def less_than(amount: Amount, reading: Reading, bound: Bound = OPEN) -> _Pair:
    """less than, under, fewer than: open above; at most: closed."""
    v = amount.value
    floor = _floor(amount)
    if not v:
        return _down(floor, v, bound), _down(floor, v, bound)
    if amount.is_share:
        return Interval(ZERO, v, CLOSED, bound), Interval(decimal_of(amount.neighbours()[0]), v, CLOSED, bound)
    lower = max(CONTEXT.subtract(v, _slack(amount, reading)), CONTEXT.multiply(v, reading.less))
    return _down(floor, v, bound), _down(lower, v, bound)


def _down(lower: Decimal, upper: Decimal, bound: Bound) -> Interval:
    return Interval(lower, upper, CLOSED, bound) if lower < upper else Interval(upper - ONE, upper, CLOSED, bound)


def nearly(amount: Amount, reading: Reading) -> _Pair:
    """nearly, almost: below the number, by at most half a grain."""
    v = amount.value
    if not v:
        return _same(Interval(v, v))
    if amount.is_share:
        below, ratio, _ = amount.neighbours()
        return Interval(ZERO, v, CLOSED, OPEN), Interval(decimal_of((ratio + below) / 2), v, CLOSED, OPEN)
    half = CONTEXT.divide(_slack(amount, reading), _TWO)
    lower = max(CONTEXT.subtract(v, half), CONTEXT.multiply(v, reading.nearly))
    return _down(_floor(amount), v, OPEN), _down(lower, v, OPEN)


def close_to(amount: Amount, reading: Reading) -> _Pair:
    """close to: usually below, but nothing is entailed beyond the neighbourhood."""
    v = amount.value
    if not v:
        return _same(Interval(v, v))
    below = nearly(amount, reading)[1]
    return approximate(amount, reading)[0], Interval(below.lower, v)


def just_over(amount: Amount, reading: Reading) -> _Pair:
    """just over: above the number, by at most a tenth."""
    v = amount.value
    slack = min(_slack(amount, reading), CONTEXT.multiply(v, _TENTH)) or ONE
    if amount.discrete:
        slack = max(slack, ONE)
    return Interval(v, INFINITY, OPEN), Interval(v, CONTEXT.add(v, slack), OPEN)


def just_under(amount: Amount, reading: Reading) -> _Pair:
    """just under, just shy of: the mirror of just over."""
    v = amount.value
    slack = min(_slack(amount, reading), CONTEXT.multiply(v, _TENTH)) or ONE
    if amount.discrete:
        slack = max(slack, ONE)
    return _down(_floor(amount), v, OPEN), _down(CONTEXT.subtract(v, slack), v, OPEN)


def well_over(amount: Amount, reading: Reading) -> _Pair:
    """well over: at least a twentieth above, up to half as much again or one grain."""
    v = amount.value
    reach = max(_slack(amount, reading), CONTEXT.multiply(v, _HALF)) or ONE
    return Interval(v, INFINITY, OPEN), Interval(CONTEXT.multiply(v, Decimal("1.05")) if v else v, CONTEXT.add(v, reach), CLOSED if v else OPEN)


def well_under(amount: Amount, reading: Reading) -> _Pair:
    """well under: the mirror of well over."""
    v = amount.value
    floor = _floor(amount)
    reach = max(_slack(amount, reading), CONTEXT.multiply(v, _HALF))
    lower = max(CONTEXT.subtract(v, reach), floor)
    return _down(floor, v, OPEN), Interval(lower, CONTEXT.multiply(v, Decimal("0.95")))


def up_to(amount: Amount, reading: Reading) -> _Pair:
    """up to, as many as: a ceiling, and rarely less than half of it."""
    v = amount.value
    return _down(_floor(amount), v, CLOSED), Interval(CONTEXT.multiply(v, reading.up_to), v) if v else Interval(v, v)


def order_of(amount: Amount, reading: Reading) -> _Pair:  # noqa: ARG001  (one signature for all rules)
    """on the order of: a factor of ten either way, plausibly half of that in orders of magnitude."""
    v = amount.value
    root = CONTEXT.sqrt(Decimal(10)).quantize(Decimal("0.001"))
    return (
        Interval(CONTEXT.multiply(v, _TENTH), CONTEXT.multiply(v, Decimal(10))),
        Interval(CONTEXT.divide(v, root), CONTEXT.multiply(v, root)),
    )


def odd(amount: Amount, reading: Reading) -> _Pair:
    """200-odd: at the number or a little above."""
    v = amount.value
    return Interval(v, INFINITY), Interval(v, CONTEXT.add(v, _slack(amount, reading) or ONE), CLOSED, OPEN)


def barely(amount: Amount, reading: Reading) -> _Pair:
    """barely, hardly: at the number or just above."""
    entailed, plausible = just_over(amount, reading)
    return Interval(entailed.lower, entailed.upper), Interval(plausible.lower, plausible.upper)


def exactly(amount: Amount, reading: Reading) -> _Pair:  # noqa: ARG001
    """exactly, precisely: the number itself."""
    return _same(Interval(amount.value, amount.value))


#: effect of a table row -> (the public hedge, its rule, the ends that may be taken back)
EFFECTS = {
    "none": (Hedge.NONE, bare, ()),
    "exactly": (Hedge.EXACTLY, exactly, ()),
    "more_than": (Hedge.MORE_THAN, more_than, ()),
    "at_least": (Hedge.AT_LEAST, lambda a, r: more_than(a, r, CLOSED), ()),
    "at_least_soft": (Hedge.AT_LEAST, lambda a, r: more_than(a, r, CLOSED), ("lower",)),
    "less_than": (Hedge.LESS_THAN, less_than, ()),
    "at_most": (Hedge.AT_MOST, lambda a, r: less_than(a, r, CLOSED), ()),
    "up_to": (Hedge.UP_TO, up_to, ("upper",)),
    "nearly": (Hedge.NEARLY, nearly, ()),
    "close_to": (Hedge.NEARLY, close_to, ()),
    "just_over": (Hedge.JUST_OVER, just_over, ()),
    "just_under": (Hedge.JUST_UNDER, just_under, ()),
    "well_over": (Hedge.WELL_OVER, well_over, ()),
    "well_under": (Hedge.WELL_UNDER, well_under, ()),
    "barely": (Hedge.JUST_OVER, barely, ()),
    "about": (Hedge.ABOUT, approximate, ()),
    "order_of": (Hedge.ORDER_OF, order_of, ()),
    "odd": (Hedge.AT_LEAST, odd, ()),
}


def vague(mark: NumeralMark, amount: Amount, reading: Reading) -> _Pair:
    """several, dozens, hundreds of thousands: a floor, and a plausible reach that never claims a number."""
    entailed = Interval(mark.floor, INFINITY)
    if reading.profile == "logical":
        return _same(entailed)
    del amount
    return entailed, Interval(mark.low, mark.high)


def settle(entailed: Interval, plausible: Interval, amount: Amount, reading: Reading, *, negative: bool) -> _Pair:
    """Step counts to whole numbers, keep the plausible inside the entailed, and turn below zero what was negative."""
    if reading.profile == "logical":
        plausible = entailed
    elif amount.discrete and plausible != entailed:
        plausible = plausible.integers() or entailed
    plausible = plausible & entailed or entailed
    if negative:
        return -entailed, -plausible
    return entailed, plausible
