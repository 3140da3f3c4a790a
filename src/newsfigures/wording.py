"""Numbers and ranges as plain English, for explanations."""

from decimal import Decimal
from typing import Final

from .interval import CONTEXT, OPEN, Interval
from .ontology import plural_name

#: So many digits stand behind the point, where a number has more than anybody wrote.
_DIGITS: Final = 8
_SMALL: Final = Decimal("0.0001")


def number(value: Decimal) -> str:
    """Write a number with thousands separators and no exponent.

    >>> number(Decimal("1.30E+6"))
    '1,300,000'
    >>> number(Decimal(1) / 3)
    '0.3333'
    """
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and exponent < -_DIGITS and abs(value) > _SMALL:
        value = value.quantize(_SMALL, context=CONTEXT)  # a third, as far as anybody reads it
    text = format(value, ",f")
    return (text.rstrip("0").rstrip(".") if "." in text else text) if value else "0"


def extent(interval: Interval) -> str:
    """Write an interval: "40", "40 to 50", "at least 40", "more than 40", "at most 50".

    >>> extent(Interval(Decimal(40), Decimal("Infinity")))
    'at least 40'
    """
    lower, upper = interval.lower, interval.upper
    has_lower, has_upper = lower.is_finite(), upper.is_finite()
    if has_lower and has_upper:
        if lower == upper:
            return number(lower)
        if lower == 0:
            return f"{'less than' if interval.upper_bound is OPEN else 'at most'} {number(upper)}"
        return f"{number(lower)} to {number(upper)}"
    if has_lower:
        return f"{'more than' if interval.lower_bound is OPEN else 'at least'} {number(lower)}"
    if has_upper:
        return f"{'less than' if interval.upper_bound is OPEN else 'at most'} {number(upper)}"
    return "any number"


def between(lower: Decimal | None, upper: Decimal | None) -> str:
    """Write a range by its two ends, either of which may be missing.

    >>> between(Decimal(12), None), between(Decimal(12), Decimal(19)), between(Decimal(12), Decimal(12))
    ('at least 12', '12 to 19', '12')
    """
    if lower is not None and upper is not None:
        return number(lower) if lower == upper else f"{number(lower)} to {number(upper)}"
    if lower is not None:
        return f"at least {number(lower)}"
    if upper is not None:
        return f"at most {number(upper)}"
    return "any number"


def with_unit(text: str, unit: str, *, is_count: bool = False) -> str:
    """Add a unit to a written number; a count needs none.

    >>> with_unit("5 to 7", "mile")
    '5 to 7 miles'
    """
    if not unit or is_count:
        return text
    return f"{text} {unit if text == '1' else plural_name(unit)}"


def number_of(count: int, noun: str) -> str:
    """Write a count of things.

    >>> number_of(1, "claim"), number_of(2000, "claim")
    ('1 claim', '2,000 claims')
    """
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def listed(items: list[str]) -> str:
    """Write a list with commas and a final "and".

    >>> listed(["A", "B", "C"])
    'A, B and C'
    """
    return f"{', '.join(items[:-1])} and {items[-1]}" if len(items) > 1 else "".join(items)
