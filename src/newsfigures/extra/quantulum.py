"""Figures as quantulum3's quantities, and back.

quantulum3 keeps one float and a symmetric error, so a bound ("more than") is lost on the way there; its ontology loads
on the first call, which takes it more than a second.
"""

from decimal import Decimal
from typing import Final

import newsfigures as nf

try:
    from quantulum3 import classes, load
except ImportError as error:
    raise nf.MissingExtraError("quantulum") from error

#: Our names -> those of quantulum3, where they differ.
_NAMES: Final = {
    "": "dimensionless",
    "percent": "percentage",
    "part per million": "parts-per-million",
    "part per billion": "parts-per-billion",
    "part per trillion": "parts-per-trillion",
    "celsius": "degree Celsius",
    "fahrenheit": "degree fahrenheit",
    "degree": "degree angle",
    "degree of arc": "degree angle",
    "time": "count",
    "US dollar": "united states dollar",
    "Russian rouble": "russian ruble",
    "watt hour": "watt hour",
    "revolution per minute": "revolutions per minute",
    "pound-foot": "pound foot",
    "ångström": "ångström",
    "ampere hour": "ampere-hour",
    "milliampere hour": "milliampere-hour",
    "cubic centimetre": "cubic centimetre",
}
_BACK: Final = {theirs: ours for ours, theirs in _NAMES.items()}
_LANGUAGE: Final = "en_US"


def quantity(figure: nf.Quantity) -> "classes.Quantity":
    """Return quantulum3's quantity: the stated number, or the middle of the plausible interval with its half-width.

    A unit that its ontology does not have (a counted noun, most currencies, a rate) becomes a unit of that name
    without dimensions.
    """
    value, width = figure.best, None
    if value is None:
        if not figure.plausible.is_bounded:
            raise nf.ArgumentError("figure", figure.text, "has neither a number nor a bounded plausible interval")
        value, width = (figure.plausible.lower + figure.plausible.upper) / 2, float(figure.plausible.width) / 2
    span = (figure.span.start, figure.span.end)
    return classes.Quantity(float(value), _unit(figure.unit), figure.text, span, width, _LANGUAGE)


def _unit(unit: nf.Unit) -> "classes.Unit":
    known = load.units(_LANGUAGE).names
    name = _NAMES.get(unit.name, unit.name)
    found = known.get(name) or known.get(name.lower())
    if found is not None:
        return found
    entity = classes.Entity(unit.dimension.partition(":")[0] or "unknown")
    return classes.Unit(str(unit), entity, uri=unit.reference or None, currency_code=unit.code or None)


def figure(theirs: "classes.Quantity") -> nf.Quantity:
    """Return our quantity: the number as written, with the error as the plausible interval; nothing is entailed by it.

    Raise `UnknownUnitError` for a unit that quantulum3 made up ("dollar barn newton").
    """
    if not isinstance(theirs, classes.Quantity):
        raise TypeError(f"theirs must be a quantulum3 Quantity, got {type(theirs).__name__}")
    value = Decimal(repr(theirs.value))
    error = Decimal(repr(theirs.uncertainty or 0))
    span = nf.Span(*theirs.span) if theirs.span else nf.Span(0, 0)
    place = Decimal(1).scaleb(int(value.as_tuple().exponent))
    around = nf.Interval(value - error, value + error)
    name = theirs.unit.name
    return nf.Quantity(
        stated=(nf.Numeral(value, place, place, span),),
        hedge=nf.Hedge.ABOUT if error else nf.Hedge.NONE,
        entailed=nf.Interval() if error else around,
        plausible=around,
        best=value,
        unit=nf.lookup(_BACK.get(name, name)) if _BACK.get(name, name) else nf.Unit("", nf.UnitKind.NONE),
        span=span,
        text=theirs.surface or "",
    )
