"""What converts into what: exact factors within a dimension, offsets of temperatures, money at a dated rate alone."""

from datetime import date
from decimal import Context, Decimal
from fractions import Fraction
from typing import final

import attrs

from .errors import ArgumentError, DimensionError
from .interval import DOWN, UP, Interval, decimal_of
from .lexicon import Lexicon, load
from .ontology import Unit, UnitKind, count, lookup


@final
@attrs.frozen
class Rate:
    """What one unit of money was worth in another on a day: one `base` is `value` of `quote`.

    >>> from datetime import date
    >>> Rate("GBP", "USD", Decimal("1.27"), date(2024, 12, 27)).base
    'GBP'
    """

    base: str
    quote: str
    value: Decimal = attrs.field()
    on: date = attrs.field()

    @value.validator
    def _positive(self, _: object, value: Decimal) -> None:
        if not isinstance(value, Decimal):
            msg = f"a rate's value must be a Decimal, got {type(value).__name__}"
            raise TypeError(msg)
        if not value.is_finite() or value <= 0:
            raise ArgumentError("value", value, "a rate is a positive number")

    @on.validator
    def _dated(self, _: object, value: date) -> None:
        if not isinstance(value, date):
            msg = f"a rate's day must be a date, got {type(value).__name__}"
            raise TypeError(msg)


def factor(a: Unit, b: Unit) -> Fraction:
    """Return how many `b` one `a` is, exactly; raise `DimensionError` naming both where they do not convert.

    >>> factor(lookup("mile"), lookup("kilometre"))
    Fraction(25146, 15625)
    """
    _check(a, b)
    assert a.factor is not None
    assert b.factor is not None
    return a.factor / b.factor


def _check(a: Unit, b: Unit) -> None:
    if a == b and a.factor is not None:
        return
    if a.kind is UnitKind.MONEY and b.kind is UnitKind.MONEY and a.dimension != b.dimension:
        reason = "money converts only at a rate with its date; pass rate=Rate(...)"
        if a.alternatives or b.alternatives:
            reason = "which currency is meant is not said; pass home_currency when reading"
        raise DimensionError(str(a), str(b), reason)
    if a.dimension != b.dimension:
        raise DimensionError(str(a), str(b), f"{a.dimension or 'no dimension'} is not {b.dimension or 'no dimension'}")
    if a.factor is None or b.factor is None:
        raise DimensionError(str(a), str(b), f"no exact factor is known for {a if a.factor is None else b}")
    if a.kind is UnitKind.COUNT and (a.name, a.modifiers) != (b.name, b.modifiers) and not b.name == a.family:
        raise DimensionError(str(a), str(b), "a count converts only into its family")


def convert(interval: Interval, a: Unit, b: Unit, rate: Rate | None = None) -> Interval:
    """Express an interval of `a` in `b`: exact where the result terminates, rounded outward where it does not.

    >>> str(convert(Interval(1, 2), lookup("mile"), lookup("kilometre")))
    '[1.609344, 3.218688]'
    """
    ratio, shift = affine(a, b, rate)
    if not shift:
        return interval.scale(ratio)
    return Interval(
        _affine(interval.lower, ratio, shift, DOWN),
        _affine(interval.upper, ratio, shift, UP),
        interval.lower_bound,
        interval.upper_bound,
    )


def affine(a: Unit, b: Unit, rate: Rate | None = None) -> tuple[Fraction, Fraction]:
    """Return the exact ratio and shift that turn a number of `a` into one of `b`."""
    if rate is not None:
        return _at_rate(a, b, rate), Fraction(0)
    ratio = factor(a, b)
    assert b.factor is not None
    return ratio, (a.offset - b.offset) / b.factor


def _at_rate(a: Unit, b: Unit, rate: Rate) -> Fraction:
    if not isinstance(rate, Rate):
        msg = f"rate must be a Rate, got {type(rate).__name__}"
        raise TypeError(msg)
    worth = Fraction(rate.value)
    sides = (f"currency:{rate.base}", f"currency:{rate.quote}")
    left, right = a.dimension, b.dimension
    if a.alternatives and rate.base in a.alternatives and left not in sides:
        left = sides[0]
    elif a.alternatives and rate.quote in a.alternatives and left not in sides:
        left = sides[1]
    if a.factor is None or b.factor is None or {left, right} != set(sides):
        raise DimensionError(str(a), str(b), f"the rate is for {rate.base} and {rate.quote}")
    return a.factor / b.factor * (worth if left == sides[0] else 1 / worth)


def _affine(value: Decimal, ratio: Fraction, shift: Fraction, context: Context) -> Decimal:
    if value.is_infinite():
        return value
    exact = Fraction(value) * ratio + shift
    return decimal_of(exact, context)


def target(source: Unit, name: str, lexicon: Lexicon | None = None) -> Unit:
    """Return the unit that a name asks for; a count may be asked for in its family ("person" for troops)."""
    if source.kind is UnitKind.COUNT and name in (source.family, source.name):
        return count(lexicon or load("en"), name, ())
    return lookup(name, lexicon)


def fits(first: Interval, a: Unit, second: Interval, b: Unit) -> bool | None:
    """Say whether two intervals in two units can hold one amount; `None` where nothing converts (money).

    What is said again may be rounded more coarsely than either interval shows, so one part in fifty is let pass.
    """
    if a.dimension != b.dimension or a.factor is None or b.factor is None:
        return None
    other = convert(second, b, a)
    slack = abs(first.lower if first.lower.is_finite() else first.upper) / 50
    gap = first.distance(other)
    return gap <= slack
