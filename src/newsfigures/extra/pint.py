"""Figures as Pint quantities, in the caller's registry.

Money and counts are never guessed: they convert only if the registry defines a unit of their code or noun.
"""

from decimal import Decimal
from typing import Any, Final

import newsfigures as nf

try:
    import pint
    from pint.registry import ApplicationRegistry
except ImportError as error:
    raise nf.MissingExtraError("pint") from error

#: Our names in Pint's spelling, where an underscore for a space is not enough.
_NAMES: Final = {
    "barrel": "oil_barrel",
    "ton": "short_ton",
    "tonne": "metric_ton",
    "pound-mass": "pound",
    "hundredweight": "UK_hundredweight",
    "year of age": "year",
    "month of age": "month",
    "week of age": "week",
    "day of age": "day",
    "celsius": "degree_Celsius",
    "fahrenheit": "degree_Fahrenheit",
    "degree of arc": "degree",
    "brake horsepower": "horsepower",
    "british thermal unit": "Btu_it",
    "pound-force": "force_pound",
    "newton metre": "newton * metre",
    "pound-foot": "force_pound * foot",
    "pound per square inch": "psi",
    "millimetre of mercury": "mmHg",
    "revolution per minute": "rpm",
    "per mille": "permille",
    "part per million": "ppm",
    "light-year": "light_year",
}
#: Units that Pint has not, or has under our name as something else, go through one that both have.
_THROUGH: Final = {
    "acre": "square yard",
    "acre-foot": "cubic foot",
    "board foot": "cubic inch",
    "decade": "year",
    "fathom": "foot",
    "furlong": "yard",
    "kilopound per square inch": "pound per square inch",
}
_POWERS: Final = {"square": 2, "cubic": 3}


def quantity(figure: nf.Quantity, registry: "pint.UnitRegistry[Any]") -> Any:
    """Return the stated number in the registry's unit; raise `DimensionError` where the registry has none.

    A range states no single number: use `bounds`.
    """
    figure, unit = _prepared(figure, registry)
    if figure.best is None:
        raise nf.ArgumentError("figure", figure.text, "states no single number; bounds() gives its ends")
    return registry.Quantity(_number(figure.best, registry), unit)


def bounds(figure: nf.Quantity, registry: "pint.UnitRegistry[Any]", *, plausible: bool = False) -> tuple[Any, Any]:
    """Return the lower and upper end of what the words guarantee, or suggest; `None` for an end that is not there."""
    figure, unit = _prepared(figure, registry)
    interval = figure.plausible if plausible else figure.entailed
    ends = (interval.lower, interval.upper)
    low, high = (registry.Quantity(_number(end, registry), unit) if end.is_finite() else None for end in ends)
    return low, high


def measurement(figure: nf.Quantity, registry: "pint.UnitRegistry[Any]") -> Any:
    """Return the middle of the plausible interval, half its width as the error; Pint needs `uncertainties` for it."""
    figure, unit = _prepared(figure, registry)
    interval = figure.plausible
    if not interval.is_bounded:
        raise nf.ArgumentError("figure", figure.text, "has no bounded plausible interval, so no error can be given")
    middle = float(interval.lower + interval.upper) / 2
    return registry.Quantity(middle, unit).plus_minus(float(interval.width) / 2)  # type: ignore[no-untyped-call]


def _number(value: Decimal, registry: "pint.UnitRegistry[Any]") -> Any:
    return registry.non_int_type(str(value))


def _prepared(figure: nf.Quantity, registry: "pint.UnitRegistry[Any]") -> tuple[nf.Quantity, Any]:
    if not isinstance(registry, pint.UnitRegistry | ApplicationRegistry):
        raise TypeError(f"registry must be a pint.UnitRegistry, got {type(registry).__name__}")
    if figure.unit.name in _THROUGH:
        figure = figure.to(_THROUGH[figure.unit.name])
    unit = figure.unit
    parts = [_NAMES[unit.name]] if unit.name in _NAMES and not unit.offset else unit.name.split(" per ")
    spelled = " / ".join(_spelled(part, unit) for part in parts)
    name = str(unit) or "a bare number"
    if not spelled:
        raise nf.DimensionError(name, "a Pint unit", "no unit of the registry is named by it")
    try:
        return figure, registry.parse_units(spelled)
    except (pint.errors.UndefinedUnitError, pint.errors.DefinitionSyntaxError, ValueError, TypeError) as error:
        raise nf.DimensionError(name, "a Pint unit", f"the registry defines no {spelled}") from error


def _spelled(name: str, unit: nf.Unit) -> str:
    """Spell one unit for Pint: money by its code, temperatures by whether they are levels or differences."""
    if unit.kind is nf.UnitKind.MONEY and unit.name.startswith(name):
        return unit.code if unit.factor == 1 or " per " in unit.name else ""
    first, _, rest = name.partition(" ")
    if first in _POWERS:
        return f"{_spelled(rest, unit)} ** {_POWERS[first]}"
    spelled = _NAMES.get(name, name if "*" in name else name.replace(" ", "_"))
    return f"delta_{spelled}" if unit.dimension == "temperature difference" else spelled
