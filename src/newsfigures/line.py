"""One line on which the intervals of comparable claims lie: whole numbers for counts, cuts for everything else.

On the line of counts an interval is a pair of ints, half-open: "more than 99" and "at least 100" are the same pair.
On the other line an end is a cut, (value, 0) below the value or (value, 1) above it, in base units. Both kinds of end
compare with `<`, so that the sweeps need no cases.
"""

import functools
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final, final

from .interval import CLOSED, DOWN, INFINITY, OPEN, UP, Interval, decimal_of
from .quantity import Quantity
from .unit import Unit, UnitKind

#: The ends of the line of counts. Beyond any number that is read, so that ends need no case of their own.
NOWHERE: Final = -(10**400)
EVERYWHERE: Final = 10**400

#: The unit of whatever is counted.
COUNTED: Final = Unit("", UnitKind.COUNT)
_SAME: Final = (Fraction(1), Fraction(0))

#: An end on either line: an int, or a value and the side of it.
End = Any
#: A stretch of a line, from its lower to its upper end.
Ends = tuple[End, End]


def meets(a: Ends, b: Ends) -> bool:
    """Say whether two stretches share a number."""
    return bool(a[0] < b[1] and b[0] < a[1])


def inside(a: Ends, b: Ends) -> bool:
    """Say whether all of the first stretch lies in the second."""
    return bool(b[0] <= a[0] and a[1] <= b[1])


def ratio(unit: Unit, target: Unit) -> tuple[Fraction, Fraction] | None:
    """Return factor and offset that turn one unit into the other; `None` when nothing converts them.

    Counts convert into each other as they are: what they count is a matter of scope, not of units. A currency whose
    name several share is taken for the one of them beside it: "$" for "US$".
    """
    if unit.kind is UnitKind.COUNT and target.kind is UnitKind.COUNT:
        return _SAME
    if unit.kind is not target.kind or (unit.dimension != target.dimension and not may_be_one(unit, target)):
        return None
    if unit.name == target.name and unit.factor == target.factor:
        return _SAME
    if not unit.factor or not target.factor:
        return None
    return unit.factor / target.factor, (unit.offset - target.offset) / target.factor


def may_be_one(a: Unit, b: Unit) -> bool:
    """Say whether one of two is a currency and the other a name that it shares with others: "US$" and "$"."""
    if a.kind is not UnitKind.MONEY or b.kind is not UnitKind.MONEY or bool(a.alternatives) is bool(b.alternatives):
        return False
    shared, own = (a, b) if a.alternatives else (b, a)
    (_, _, per), (code, _, of) = shared.dimension.partition("/"), own.dimension.partition("/")
    return per == of and code.removeprefix("currency:") in shared.alternatives


def converted(interval: Interval, change: tuple[Fraction, Fraction]) -> Interval:
    """Return an interval in another unit, exactly where the result terminates and rounded outward where it does not."""
    factor, offset = change
    if factor == 1 and not offset:
        return interval
    lower, upper = interval.lower, interval.upper
    return Interval(
        lower if lower.is_infinite() else decimal_of(Fraction(lower) * factor + offset, DOWN),
        upper if upper.is_infinite() else decimal_of(Fraction(upper) * factor + offset, UP),
        interval.lower_bound,
        interval.upper_bound,
    )


def firm(quantity: Quantity) -> Interval:
    """Return what is entailed without the ends that the speaker may take back."""
    entailed = quantity.entailed
    if not quantity.cancellable:
        return entailed
    return Interval(
        -INFINITY if "lower" in quantity.cancellable else entailed.lower,
        INFINITY if "upper" in quantity.cancellable else entailed.upper,
        entailed.lower_bound,
        entailed.upper_bound,
    )


@final
class Line:
    """The line of one unit; `is_whole` for counts.

    `nowhere` and `everywhere` are its outermost ends, `zero` the lower end of what is not negative and `above_zero` the
    upper end of zero alone.
    """

    __slots__ = ("_changes", "above_zero", "everywhere", "is_whole", "nowhere", "unit", "zero")

    def __init__(self, unit: Unit) -> None:
        self.unit = unit
        self.is_whole = unit.kind is UnitKind.COUNT
        self.nowhere: End = NOWHERE if self.is_whole else (-INFINITY, 1)
        self.everywhere: End = EVERYWHERE if self.is_whole else (INFINITY, 0)
        self.zero: End = 0 if self.is_whole else (Decimal(0), 0)
        self.above_zero: End = 1 if self.is_whole else (Decimal(0), 1)
        self._changes: dict[Unit, tuple[Fraction, Fraction] | None] = {}

    def change(self, unit: Unit) -> tuple[Fraction, Fraction] | None:
        """Return how a unit is turned into that of the line, `None` for not at all or for no change."""
        if unit not in self._changes:
            found = ratio(unit, self.unit)
            self._changes[unit] = None if found is None or found == _SAME else found
        return self._changes[unit]

    def ends(self, interval: Interval, unit: Unit) -> Ends:
        """Return the two ends of an interval on this line."""
        if self.is_whole:
            return whole_ends(interval)
        if unit is not self.unit:
            change = self.change(unit)
            if change is not None:
                interval = converted(interval, change)
        return interval.lower_cut, interval.upper_cut

    def point(self, value: Decimal, unit: Unit) -> Ends:
        """Return the two ends of a number on this line."""
        if self.is_whole and value >= 0:
            number = int(value)
            if number == value:
                return number, number + 1
        return self.ends(Interval(value, value), unit)

    def interval(self, lower: End, upper: End) -> Interval:
        """Return the interval between two ends; there must be something between them."""
        return _whole_interval(lower, upper) if self.is_whole else Interval.from_cuts(lower, upper)

    def lower(self, end: End) -> Decimal | None:
        """Return the value of a lower end, `None` when unbounded."""
        if self.is_whole:
            return Decimal(end) if end > NOWHERE else None
        value: Decimal = end[0]
        return value if value.is_finite() else None

    def upper(self, end: End) -> Decimal | None:
        """Return the value of an upper end, `None` when unbounded."""
        if self.is_whole:
            return Decimal(end - 1) if end < EVERYWHERE else None
        value: Decimal = end[0]
        return value if value.is_finite() else None


@functools.lru_cache(maxsize=4096)
def _whole_interval(lower: int, upper: int) -> Interval:
    return Interval(
        Decimal(lower) if lower > NOWHERE else -INFINITY, Decimal(upper - 1) if upper < EVERYWHERE else INFINITY
    )


def whole_ends(interval: Interval) -> tuple[int, int]:
    """Return the whole numbers of an interval as a half-open pair; a count is never below zero.

    An interval without a whole number keeps the two around it.

    >>> whole_ends(Interval.parse("(99, +inf)"))[0]
    100
    """
    lower, upper = interval.lower, interval.upper
    if lower == upper:
        first = int(lower)
        if first == lower and first >= 0:
            return first, first + 1
    if lower.is_finite():
        first = int(lower)
        if first != lower:
            first += lower > 0
        elif interval.lower_bound is OPEN:
            first += 1
    else:
        first = 0
    if upper.is_finite():
        last = int(upper)
        if last != upper:
            last -= upper < 0
        elif interval.upper_bound is OPEN:
            last -= 1
        last += 1
    else:
        last = EVERYWHERE
    if first < 0 < last:
        first = 0
    if first >= last:
        first, last = last - 1, first + 1
    return first, last


def whole(interval: Interval) -> Interval:
    """Return the whole numbers of an interval, as an interval."""
    first, end = whole_ends(interval)
    return Interval(Decimal(first), Decimal(end - 1) if end < EVERYWHERE else INFINITY, CLOSED, CLOSED)
