"""The set of numbers that the words allow, open or closed at each end.

The design follows `portion` (one constructor that normalises; the text form is the mathematical notation), with
`Decimal` ends, no unions and no empty interval: an interval that would hold nothing is refused at birth.
"""

import re
from decimal import (
    MAX_EMAX,
    MIN_EMIN,
    ROUND_CEILING,
    ROUND_FLOOR,
    Context,
    Decimal,
    DivisionByZero,
    InvalidOperation,
    Overflow,
)
from enum import Enum
from fractions import Fraction
from typing import Self, final

import attrs

from .errors import IntervalError

#: The one context in which this package computes: callers' contexts neither change us nor are changed.
CONTEXT = Context(prec=60, Emin=MIN_EMIN, Emax=MAX_EMAX, traps=[InvalidOperation, DivisionByZero, Overflow])
#: The same, rounding outward at each end, for results that would need more digits.
DOWN = Context(60, ROUND_FLOOR, MIN_EMIN, MAX_EMAX, traps=[InvalidOperation, DivisionByZero, Overflow])
UP = Context(60, ROUND_CEILING, MIN_EMIN, MAX_EMAX, traps=[InvalidOperation, DivisionByZero, Overflow])

INFINITY = Decimal("Infinity")
ZERO = Decimal(0)
ONE = Decimal(1)

Number = Decimal | int


class Bound(Enum):
    """Whether an end belongs to the interval."""

    OPEN = "open"
    CLOSED = "closed"

    def __bool__(self) -> bool:
        """Refuse: a bound used as a truth value is a mistake."""
        msg = "a bound is neither true nor false; compare it with Bound.CLOSED"
        raise TypeError(msg)

    def __invert__(self) -> "Bound":
        """Flip open and closed."""
        return Bound.CLOSED if self is Bound.OPEN else Bound.OPEN


OPEN = Bound.OPEN
CLOSED = Bound.CLOSED

_TEXT = re.compile(
    r"\s*([\[(])"  # the lower bound
    r"\s*([+-]?(?:inf|[\d.]+(?:[eE][+-]?\d+)?))\s*,"
    r"\s*([+-]?(?:inf|[\d.]+(?:[eE][+-]?\d+)?))\s*"
    r"([\])])\s*\Z",  # the upper bound
    re.ASCII,
)

#: Numbers of more digits are written with an exponent.
_LONGEST = 400

#: A cut is an end as a pair: (value, 0) just below the value, (value, 1) just above it. Comparing ends is then
#: comparing tuples, with no cases.
Cut = tuple[Decimal, int]


def _decimal(value: object, name: str = "an end") -> Decimal:
    if type(value) is Decimal and value.is_finite():
        return value  # almost always
    if isinstance(value, bool) or not isinstance(value, int | str | Decimal):
        raise IntervalError(f"{name} must be a Decimal or an int, got {type(value).__name__}")
    try:
        number = value if type(value) is Decimal else Decimal(value)
    except InvalidOperation:
        raise IntervalError(f"{name} must be a number, got {value!r}") from None
    if number.is_nan():
        # Text that is no number, too, where a caller's context does not trap it.
        raise IntervalError(f"{name} must be a number, got {value!r}")
    return number


def _finite(value: object, name: str) -> Decimal:
    number = _decimal(value, name)
    if number.is_infinite():
        raise IntervalError(f"{name} must be finite, got {value!r}")
    return number


@final
@attrs.frozen(repr=False, order=False, init=False)
class Interval:
    """All numbers between two ends; never empty.

    An infinite end is always open. Ends are `Decimal`; whole numbers are accepted and converted, floats are refused.

    >>> Interval(11000, "Infinity", Bound.OPEN)
    Interval.parse('(11000, +inf)')
    >>> Decimal(12500) in Interval(11000, "Infinity", Bound.OPEN)
    True
    """

    lower: Decimal = -INFINITY
    upper: Decimal = INFINITY
    lower_bound: Bound = CLOSED
    upper_bound: Bound = CLOSED

    # By hand, because most quantities bring one: checking and filling take half of the time of the generated one.
    def __init__(
        self,
        lower: Number | str = -INFINITY,
        upper: Number | str = INFINITY,
        lower_bound: Bound = CLOSED,
        upper_bound: Bound = CLOSED,
    ) -> None:
        lower, upper = _decimal(lower), _decimal(upper)
        if not (lower.is_finite() and upper.is_finite()):
            if lower == INFINITY or upper == -INFINITY:
                raise IntervalError(f"an interval needs at least one number, got {lower} to {upper}")
            if lower.is_infinite():
                lower_bound = OPEN
            if upper.is_infinite():
                upper_bound = OPEN
        if lower >= upper:
            if lower > upper:
                raise IntervalError(f"ends are reversed: {lower} is above {upper}")
            if lower_bound is not CLOSED or upper_bound is not CLOSED:
                raise IntervalError(f"no number lies in an open interval from {lower} to itself")
        _set_lower(self, lower)
        _set_upper(self, upper)
        _set_lower_bound(self, lower_bound)
        _set_upper_bound(self, upper_bound)

    @classmethod
    def point(cls, value: Number) -> Self:
        """Build the interval that holds one number.

        >>> str(Interval.point(40))
        '[40, 40]'
        """
        return cls(value, value)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read the mathematical notation that `str` writes; raise `IntervalError` on anything else.

        >>> Interval.parse("[950, 1050)").upper_bound
        <Bound.OPEN: 'open'>
        """
        match = _TEXT.match(text)
        if match is None:
            raise IntervalError(f"not an interval: {text!r}; write for example '[40, +inf)'")
        left, lower, upper, right = match.groups()
        return cls(
            lower.replace("inf", "Infinity"),
            upper.replace("inf", "Infinity"),
            CLOSED if left == "[" else OPEN,
            CLOSED if right == "]" else OPEN,
        )

    @classmethod
    def from_cuts(cls, lower: Cut, upper: Cut) -> Self:
        """Build from two cuts; raise `IntervalError` when nothing lies between them."""
        return cls(lower[0], upper[0], OPEN if lower[1] else CLOSED, CLOSED if upper[1] else OPEN)

    @property
    def lower_cut(self) -> Cut:
        """The lower end as a cut: (value, 0) when closed, (value, 1) when open."""
        return self.lower, (0 if self.lower_bound is CLOSED else 1)

    @property
    def upper_cut(self) -> Cut:
        """The upper end as a cut: (value, 1) when closed, (value, 0) when open."""
        return self.upper, (1 if self.upper_bound is CLOSED else 0)

    @property
    def is_point(self) -> bool:
        """Whether exactly one number lies inside."""
        return self.lower == self.upper

    @property
    def is_bounded(self) -> bool:
        """Whether both ends are finite."""
        return self.lower.is_finite() and self.upper.is_finite()

    @property
    def width(self) -> Decimal:
        """The distance between the ends; infinite when an end is."""
        return CONTEXT.subtract(self.upper, self.lower)

    def __contains__(self, value: Number) -> bool:
        """Say whether a number lies inside."""
        number = _decimal(value, "a number")
        return self.lower_cut <= (number, 0) and (number, 1) <= self.upper_cut

    def __and__(self, other: "Interval") -> "Interval | None":
        """Intersect; `None` when the two are disjoint.

        >>> Interval(10, 20) & Interval(15, 30)
        Interval.parse('[15, 20]')
        >>> Interval(1, 2) & Interval(3, 4) is None
        True
        """
        if not isinstance(other, Interval):
            return NotImplemented
        lower = max(self.lower_cut, other.lower_cut)
        upper = min(self.upper_cut, other.upper_cut)
        return Interval.from_cuts(lower, upper) if lower < upper else None

    def overlaps(self, other: "Interval") -> bool:
        """Say whether some number lies in both."""
        return max(self.lower_cut, other.lower_cut) < min(self.upper_cut, other.upper_cut)

    def hull(self, other: "Interval") -> "Interval":
        """Return the smallest interval that holds both."""
        return Interval.from_cuts(min(self.lower_cut, other.lower_cut), max(self.upper_cut, other.upper_cut))

    def contains(self, other: "Interval") -> bool:
        """Say whether all of `other` lies inside."""
        return other.within(self)

    def within(self, other: "Interval") -> bool:
        """Say whether all of this lies inside `other`."""
        return other.lower_cut <= self.lower_cut and self.upper_cut <= other.upper_cut

    def before(self, other: "Interval") -> bool:
        """Say whether every number here is below every number of `other`."""
        return self.upper_cut <= other.lower_cut

    def gap(self, other: "Interval") -> "Interval | None":
        """Return what lies between two disjoint intervals; `None` when they meet or touch."""
        if self.before(other):
            left, right = self, other
        elif other.before(self):
            left, right = other, self
        else:
            return None
        lower, upper = left.upper_cut, right.lower_cut
        return Interval.from_cuts(lower, upper) if lower < upper else None

    def distance(self, other: "Interval") -> Decimal:
        """Return how far apart the nearest ends are; zero when the two overlap or touch.

        >>> Interval(0, 10).distance(Interval(25, 30))
        Decimal('15')
        """
        nearest = max(CONTEXT.subtract(other.lower, self.upper), CONTEXT.subtract(self.lower, other.upper))
        return max(ZERO, nearest)

    def scale(self, factor: Decimal | int | Fraction) -> "Interval":
        """Multiply both ends, exactly where the result has at most 60 digits and rounded outward where it has more.

        A negative factor swaps the ends; zero is refused with `IntervalError`.

        >>> str(Interval(1, 2).scale(Fraction(1609344, 1000)))
        '[1609.344, 3218.688]'
        """
        ratio = factor if type(factor) is Fraction else Fraction(_finite(factor, "a factor"))
        if not ratio:
            raise IntervalError("a factor of zero leaves no interval")
        lower, upper = _times(self.lower, ratio, DOWN), _times(self.upper, ratio, UP)
        if ratio > 0:
            return Interval(lower, upper, self.lower_bound, self.upper_bound)
        lower, upper = _times(self.upper, ratio, DOWN), _times(self.lower, ratio, UP)
        return Interval(lower, upper, self.upper_bound, self.lower_bound)

    def shift(self, offset: Decimal | int) -> "Interval":
        """Add a number to both ends.

        >>> str(Interval(1, 2).shift(10))
        '[11, 12]'
        """
        step = _finite(offset, "an offset")
        return Interval(DOWN.add(self.lower, step), UP.add(self.upper, step), self.lower_bound, self.upper_bound)

    def __add__(self, other: "Interval") -> "Interval":
        """Add two intervals: every sum of a number of each.

        >>> str(Interval(1, 2) + Interval(10, 20, upper_bound=Bound.OPEN))
        '[11, 22)'
        """
        if not isinstance(other, Interval):
            return NotImplemented
        return Interval(
            DOWN.add(self.lower, other.lower),
            UP.add(self.upper, other.upper),
            CLOSED if self.lower_bound is other.lower_bound is CLOSED else OPEN,
            CLOSED if self.upper_bound is other.upper_bound is CLOSED else OPEN,
        )

    def __neg__(self) -> "Interval":
        """Mirror at zero."""
        return Interval(self.upper.copy_negate(), self.lower.copy_negate(), self.upper_bound, self.lower_bound)

    def integers(self) -> "Interval | None":
        """Step both ends to the whole numbers inside, exactly; `None` when there are none.

        >>> str(Interval(11000, "Infinity", Bound.OPEN).integers())
        '[11001, +inf)'
        """
        lower, upper = self.lower, self.upper
        if lower.is_finite():
            whole = lower.to_integral_value(rounding=ROUND_CEILING)
            lower = _next(whole, 1) if whole == lower and self.lower_bound is OPEN else whole
        if upper.is_finite():
            whole = upper.to_integral_value(rounding=ROUND_FLOOR)
            upper = _next(whole, -1) if whole == upper and self.upper_bound is OPEN else whole
        return Interval(lower, upper) if lower <= upper else None

    def __str__(self) -> str:
        """Write the mathematical notation, such as `(11000, +inf)`."""
        left = "[" if self.lower_bound is CLOSED else "("
        right = "]" if self.upper_bound is CLOSED else ")"
        return f"{left}{plain(self.lower)}, {plain(self.upper, sign='+')}{right}"

    def __repr__(self) -> str:
        """Write an expression that builds the same interval."""
        return f"Interval.parse({str(self)!r})"


_set_lower, _set_upper, _set_lower_bound, _set_upper_bound = (
    vars(Interval)[name].__set__ for name in ("lower", "upper", "lower_bound", "upper_bound")
)


def plain(value: Decimal, sign: str = "") -> str:
    """Write a number without an exponent or trailing zeros; infinities as `inf` behind their sign.

    Beyond 400 digits before or behind the point the exponent stays.

    >>> plain(Decimal("1.30E+6"))
    '1300000'
    """
    if value.is_infinite():
        return "-inf" if value < 0 else f"{sign}inf"
    if not -_LONGEST < value.adjusted() < _LONGEST:
        return str(value) if value else "0"
    text = format(value, "f")
    return (text.rstrip("0").rstrip(".") if "." in text else text) if value else "0"


def _next(whole: Decimal, step: int) -> Decimal:
    # As integers, because a context would round beyond its precision. What is larger still is no count.
    return Decimal(int(whole) + step) if whole.adjusted() < _LONGEST else whole


def _times(value: Decimal, ratio: Fraction, context: Context) -> Decimal:
    if value.is_infinite():
        return value if ratio > 0 else value.copy_negate()
    product = Fraction(value) * ratio
    return decimal_of(product, context)


def decimal_of(ratio: Fraction, context: Context = CONTEXT) -> Decimal:
    """Turn a fraction into a decimal: exactly if it has at most 60 digits, else rounded as the context says.

    >>> decimal_of(Fraction(1, 8))
    Decimal('0.125')
    """
    return context.divide(Decimal(ratio.numerator), Decimal(ratio.denominator))
