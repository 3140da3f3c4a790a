"""Where a number stands on a picture: a linear or a logarithmic scale, and its ticks.

Places are percentages of the width, so that a picture fits a phone and a page alike.
"""

from collections.abc import Iterable
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Final, final

import attrs

from .interval import CONTEXT, plain

#: The share of the width between the edges and the outermost numbers; unbounded ends run through it.
_MARGIN: Final = 8.0
#: Numbers that span more than this read better by their size than by their difference.
_DECADES: Final = Decimal(20)
_MOST_TICKS: Final = 5
_STEPS: Final = (Decimal(1), Decimal(2), Decimal(5), Decimal(10))
_SCALES: Final = ((12, "tn"), (9, "bn"), (6, "m"))
#: Beyond this a number is written as a power of ten.
_LONG: Final = 15


@final
@attrs.frozen(kw_only=True)
class Axis:
    """A scale from `lower` to `upper`; on a logarithmic one zero has a place of its own before the smallest number.

    >>> Axis.of([Decimal(0), Decimal(100)]).at(Decimal(50))
    50.0
    """

    lower: Decimal
    upper: Decimal
    is_log: bool = False
    has_zero: bool = False

    @classmethod
    def of(cls, values: Iterable[Decimal]) -> "Axis":
        """Build the scale that holds all finite numbers of `values`."""
        found = sorted({value for value in values if value.is_finite()})
        if not found:
            return cls(lower=Decimal(0), upper=Decimal(1))
        positive = [value for value in found if value > 0]
        if positive and found[0] >= 0 and CONTEXT.divide(positive[-1], positive[0]) >= _DECADES:
            return cls(lower=positive[0], upper=positive[-1], is_log=True, has_zero=not found[0])
        lower, upper = found[0], found[-1]
        if lower == upper:
            room = CONTEXT.divide(abs(lower), Decimal(10)) or Decimal(1)
            lower, upper = CONTEXT.subtract(lower, room), CONTEXT.add(upper, room)
        return cls(lower=lower, upper=upper)

    def at(self, value: Decimal) -> float:
        """Return the place of a number in percent; infinite ones stand at the edges."""
        if value.is_infinite():
            return 100.0 if value > 0 else 0.0
        start = 2 * _MARGIN if self.has_zero else _MARGIN
        if not self.is_log:
            share = CONTEXT.divide(CONTEXT.subtract(value, self.lower), CONTEXT.subtract(self.upper, self.lower))
        elif value <= 0:
            return _MARGIN / 2 if value == 0 else 0.0
        else:
            low, high = self.lower.log10(CONTEXT), self.upper.log10(CONTEXT)
            share = CONTEXT.divide(CONTEXT.subtract(value.log10(CONTEXT), low), CONTEXT.subtract(high, low))
        return min(100.0, max(0.0, start + (100 - _MARGIN - start) * float(share)))

    def ticks(self) -> tuple[Decimal, ...]:
        """Return up to five round numbers within the scale, smallest first."""
        found = self._powers() if self.is_log else self._steps()
        return (Decimal(0), *found) if self.has_zero else found

    def _powers(self) -> tuple[Decimal, ...]:
        first, last = self.lower.log10(CONTEXT), self.upper.log10(CONTEXT)
        low, high = int(first.to_integral_value(ROUND_FLOOR)), int(last.to_integral_value(ROUND_FLOOR))
        for factors in (_STEPS[:3], _STEPS[:1]):
            found = [CONTEXT.scaleb(factor, power) for power in range(low, high + 1) for factor in factors]
            kept = [tick for tick in found if self.lower <= tick <= self.upper]
            if len(kept) <= _MOST_TICKS:
                return tuple(kept)
        return tuple(kept[:: -(-len(kept) // _MOST_TICKS)])

    def _steps(self) -> tuple[Decimal, ...]:
        width = CONTEXT.subtract(self.upper, self.lower)
        size = Decimal(1).scaleb(CONTEXT.divide(width, Decimal(_MOST_TICKS)).adjusted())
        for factor in _STEPS:
            step = CONTEXT.multiply(size, factor)
            low = CONTEXT.divide(self.lower, step).to_integral_value(ROUND_CEILING)
            high = CONTEXT.divide(self.upper, step).to_integral_value(ROUND_FLOOR)
            if high - low < _MOST_TICKS:
                return tuple(CONTEXT.multiply(step, low + count) for count in range(int(high - low) + 1))
        return ()


def percent(place: float) -> str:
    """Write a place on a picture.

    >>> percent(12.5)
    '12.5%'
    """
    return f"{place:.2f}".rstrip("0").rstrip(".") + "%"


def short(value: Decimal) -> str:
    """Write a number for a tick.

    >>> short(Decimal("1.5E+6")), short(Decimal(20000))
    ('1.5m', '20,000')
    """
    power = value.adjusted() if value else 0
    if abs(power) >= _LONG:
        mantissa = plain(value.scaleb(-power))
        return f"10^{power}" if mantissa == "1" else f"{mantissa}·10^{power}"
    for scale, name in _SCALES:
        if power >= scale:
            return f"{_grouped(value.scaleb(-scale))}{name}"
    return _grouped(value)


def _grouped(value: Decimal) -> str:
    whole, dot, rest = plain(value).partition(".")
    return f"{int(whole):,}{dot}{rest}" if whole.lstrip("-") != "0" else f"{whole}{dot}{rest}"
