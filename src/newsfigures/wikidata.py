"""A claim as a statement of Wikidata, in the JSON of its data model; what that cannot say is refused."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Any, Final

from .claim import Claim
from .errors import ExportError
from .hedge import Hedge
from .interval import CLOSED, Interval, plain
from .quantity import Quantity
from .status import Status
from .trend import Trend
from .unit import UnitKind

_FORM: Final = "Wikidata"
_ENTITY: Final = "http://www.wikidata.org/entity/"
_CALENDAR: Final = f"{_ENTITY}Q1985727"
_UNITLESS: Final = "1"
#: The properties of measures that mean the same there as here.
PROPERTIES: Final[Mapping[str, str]] = MappingProxyType(
    {"killed": "P1120", "injured": "P1339", "missing": "P1446", "casualties": "P1590", "population": "P1082"}
)
_POINT_IN_TIME, _EARLIEST, _LATEST = "P585", "P1319", "P1326"
_CIRCUMSTANCES, _CIRCA = "P1480", 5727902
_URL, _PUBLISHED, _QUOTATION = "P854", "P577", "P1683"
_DAY, _MONTH, _YEAR = 11, 10, 9
_SAID: Final = frozenset({Status.ASSERTED, Status.ESTIMATED})
_LOOSE: Final = frozenset({Hedge.ABOUT})

Json = dict[str, Any]


def to_wikidata(
    claim: Claim, *, statement: str | None = None, units: Mapping[str, str] | None = None, language: str = "en"
) -> Json:
    """Return a claim as the JSON of a Wikidata statement, to be put under its item.

    `statement` is the property where the claim's measure has none of its own; `units` gives the item of a unit by the
    unit's name ("kilometre": "Q828224"). A quantity there has an amount and both bounds or none, so a figure without
    an amount, or with one end alone, raises `ExportError` with the reason; as do figures that nobody asserts.

    >>> from newsfigures.extraction import extract
    >>> (claim,) = extract("Exactly 20 people were killed.")
    >>> to_wikidata(claim)["mainsnak"]["datavalue"]["value"]["amount"]
    '+20'
    """
    if not isinstance(claim, Claim):
        raise TypeError(f"a Wikidata statement is written of a Claim, got {type(claim).__name__}")
    if claim.status not in _SAID:
        raise _refusal(claim, f"nobody asserts it ({claim.status.value})")
    if claim.trend is not Trend.LEVEL:
        raise _refusal(claim, "it is a change or the level before, and a statement holds a level")
    known = statement or PROPERTIES.get(claim.measure.id)
    if known is None:
        raise _refusal(claim, f"no property is known for the measure {claim.measure.id!r}; name one")
    found: Json = {
        "type": "statement",
        "rank": "normal",
        "mainsnak": _snak(known, "quantity", "quantity", _amount(claim, units or {})),
    }
    if qualifiers := _qualifiers(claim):
        found["qualifiers"] = qualifiers
        found["qualifiers-order"] = list(qualifiers)
    if reference := _reference(claim, language):
        found["references"] = [{"snaks": reference, "snaks-order": list(reference)}]
    return found


def _refusal(claim: Claim, reason: str) -> ExportError:
    return ExportError(_FORM, repr(claim.quote or claim.id), reason)


def _snak(name: str, datatype: str, kind: str, value: Any) -> Json:
    return {
        "snaktype": "value", "property": name, "datatype": datatype, "datavalue": {"type": kind, "value": value},
    }  # fmt: skip


def _amount(claim: Claim, units: Mapping[str, str]) -> Json:
    quantity = claim.quantity
    ends = quantity.entailed.integers() or quantity.entailed if _counts(quantity) else quantity.entailed
    if not ends.is_bounded:
        which = "upper" if ends.upper.is_infinite() else "lower"
        raise _refusal(claim, f"it has no {which} end, and a quantity there has both or none")
    if quantity.best is None:
        raise _refusal(claim, "no single number was stated, and a quantity there needs one")
    if CLOSED is not ends.lower_bound or CLOSED is not ends.upper_bound:
        ends = _closed(claim, ends)
    if quantity.best not in ends:
        raise _refusal(claim, f"the number stated, {plain(quantity.best)}, lies outside what the words allow")
    found = {"amount": _signed(quantity.best), "unit": _unit(claim, units)}
    if not ends.is_point:
        found |= {"upperBound": _signed(ends.upper), "lowerBound": _signed(ends.lower)}
    return found


def _counts(quantity: Quantity) -> bool:
    return quantity.unit.kind in (UnitKind.COUNT, UnitKind.NONE) and all(
        number.value == number.value.to_integral_value() for number in quantity.stated
    )


def _closed(claim: Claim, ends: Interval) -> Interval:
    """Take an end that rounding leaves open as the end itself; one that a hedge leaves open is refused."""
    if claim.quantity.hedge not in (Hedge.NONE, Hedge.ABOUT, Hedge.EXACTLY):
        raise _refusal(claim, f"an end is open ({claim.quantity.hedge.value}), and bounds there are closed")
    return Interval(ends.lower, ends.upper)


def _signed(value: Decimal) -> str:
    return f"{'' if value < 0 else '+'}{plain(value)}"


def _unit(claim: Claim, units: Mapping[str, str]) -> str:
    unit = claim.quantity.unit
    if unit.kind in (UnitKind.COUNT, UnitKind.NONE):
        return _UNITLESS
    item = units.get(unit.name) or units.get(unit.code)
    if item is None:
        raise _refusal(claim, f"no item is known for the unit {unit.name!r}; name one in units")
    return item if item.startswith(_ENTITY) else f"{_ENTITY}{item}"


def _qualifiers(claim: Claim) -> dict[str, list[Json]]:
    found: dict[str, list[Json]] = {}
    as_of = claim.as_of
    # "Since March" names one end of a stretch; no qualifier says that without saying more.
    if as_of is not None and not as_of.edge and as_of.first is not None and as_of.last is not None:
        for name, value in _times(as_of.first, as_of.last):
            found[name] = [_snak(name, "time", "time", value)]
    if claim.quantity.hedge in _LOOSE or claim.status is Status.ESTIMATED:
        item = {"entity-type": "item", "numeric-id": _CIRCA, "id": f"Q{_CIRCA}"}
        found[_CIRCUMSTANCES] = [_snak(_CIRCUMSTANCES, "wikibase-item", "wikibase-entityid", item)]
    return found


def _times(first: dt.date, last: dt.date) -> list[tuple[str, Json]]:
    """Return a day, month or year as one point in time, any other stretch by its ends."""
    if first.toordinal() == last.toordinal():
        return [(_POINT_IN_TIME, _time(first, _DAY))]
    if (first.year, first.month, first.day) == (last.year, last.month, 1) and _is_last_of_month(last):
        return [(_POINT_IN_TIME, _time(first, _MONTH))]
    if first.year == last.year and (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return [(_POINT_IN_TIME, _time(first, _YEAR))]
    return [(_EARLIEST, _time(first, _DAY)), (_LATEST, _time(last, _DAY))]


def _is_last_of_month(day: dt.date) -> bool:
    return day.toordinal() == dt.date.max.toordinal() or dt.date.fromordinal(day.toordinal() + 1).day == 1


def _time(day: dt.date, precision: int) -> Json:
    month, number = (day.month if precision > _YEAR else 0), (day.day if precision == _DAY else 0)
    return {
        "time": f"+{day.year:04}-{month:02}-{number:02}T00:00:00Z",
        "timezone": 0, "before": 0, "after": 0, "precision": precision, "calendarmodel": _CALENDAR,
    }  # fmt: skip


def _reference(claim: Claim, language: str) -> dict[str, list[Json]]:
    """Return the reference; a statement without a URL gets none, as nobody could look it up."""
    if not claim.source.url:
        return {}
    found = {_URL: [_snak(_URL, "url", "string", claim.source.url)]}
    if claim.published is not None:
        found[_PUBLISHED] = [_snak(_PUBLISHED, "time", "time", _time(claim.published, _DAY))]
    said = " ".join((claim.passage or claim.quote).split())
    if said:
        text = {"text": said[:1500], "language": language}
        found[_QUOTATION] = [_snak(_QUOTATION, "monolingualtext", "monolingualtext", text)]
    return found
