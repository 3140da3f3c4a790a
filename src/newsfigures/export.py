"""Claims in the forms of other people's tools: schema.org and PROV-O as JSON-LD, and CSV."""

import csv
import functools
import io
import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any, Final
from urllib.parse import quote

from .claim import Claim, Claims, document_of
from .interval import CLOSED, Interval, plain
from .quantity import Quantity
from .report import Report
from .unit import Unit, UnitKind

_SCHEMA_ORG: Final = "https://schema.org"
_PROV: Final = "http://www.w3.org/ns/prov#"
#: Where the names of claims and documents begin, unless the caller has a place of their own.
_BASE: Final = "urn:newsfigures:"
#: A cell that begins so is a formula to a spreadsheet.
_FORMULAS: Final = ("=", "+", "-", "@", "\t", "\r")

#: The characters that stand in an address as they are.
_ADDRESS: Final = "%/:?#[]@!$&'()*+,;=-._~"
_NUMBER: Final = re.compile(r"[+-]?[0-9.]+", re.ASCII)

Json = dict[str, Any]


def _name_of(kind: str, key: str, base: str = _BASE) -> str:
    """Return the IRI of a claim, document, agent or group.

    >>> _name_of("claim", "a b:0-4")
    'urn:newsfigures:claim:a%20b:0-4'
    """
    return f"{base}{kind}{':' if base.startswith('urn:') else '/'}{quote(key, safe=':-._~', errors='replace')}"


def _article_name(claim: Claim, base: str) -> str:
    """Return the address of a document, with what no address may hold escaped; else a name of our own."""
    if claim.source.url:
        return quote(claim.source.url, safe=_ADDRESS, errors="replace")
    return _name_of("document", document_of(claim), base)


# ---------------------------------------------------------------------------------------------------- schema.org


@functools.singledispatch
def to_schema_org(value: object, *, base: str = _BASE) -> Json:  # noqa: ARG001  (one signature for all)
    """Return a quantity as a schema.org `QuantitativeValue`, a claim as a `Claim` about one, as JSON-LD.

    `minValue` and `maxValue` are what the words allow; an end without limit has none. An end that does not belong to
    the interval is named in `additionalProperty`, as schema.org itself cannot say it. `base` begins the names of
    claims.

    >>> from newsfigures.quantity import parse
    >>> to_schema_org(parse("more than 40 km"))["additionalProperty"][0]["value"]
    'open'
    """
    raise TypeError(f"schema.org is written of a Quantity, Claim or Claims, got {type(value).__name__}")


@to_schema_org.register
def _(value: Quantity, *, base: str = _BASE) -> Json:  # noqa: ARG001  (one signature for all)
    return {"@context": _SCHEMA_ORG, **_quantitative(value)}


@to_schema_org.register
def _(value: Claim, *, base: str = _BASE) -> Json:
    return {"@context": _SCHEMA_ORG, **_schema_claim(value, base)}


@to_schema_org.register
def _(value: Claims, *, base: str = _BASE) -> Json:
    return {"@context": _SCHEMA_ORG, "@graph": [_schema_claim(claim, base) for claim in value]}


def _quantitative(value: Quantity) -> Json:
    found: Json = {"@type": "QuantitativeValue", "name": value.text}
    ends = value.entailed
    if value.best is not None:
        found["value"] = number(value.best)
    if ends.lower.is_finite():
        found["minValue"] = number(ends.lower)
    if ends.upper.is_finite():
        found["maxValue"] = number(ends.upper)
    found |= _unit(value.unit)
    if properties := [*_bounds(ends), *_suggested(value)]:
        found["additionalProperty"] = properties
    return found


def _bounds(ends: Interval) -> Iterable[Json]:
    for name, end, bound in (
        ("lowerBound", ends.lower, ends.lower_bound),
        ("upperBound", ends.upper, ends.upper_bound),
    ):
        if end.is_infinite():
            yield {"@type": "PropertyValue", "propertyID": name, "value": "unbounded"}
        elif bound is not CLOSED:
            yield {"@type": "PropertyValue", "propertyID": name, "value": "open"}


def _suggested(value: Quantity) -> Iterable[Json]:
    yield {"@type": "PropertyValue", "propertyID": "hedge", "value": value.hedge.value}
    if value.plausible != value.entailed:
        yield {"@type": "PropertyValue", "propertyID": "plausible", "value": str(value.plausible)}


def _unit(unit: Unit) -> Json:
    found: Json = {"unitText": str(unit)} if str(unit) else {}
    if unit.code:
        # Codes that are not UN/CEFACT's carry the name of their own list.
        found["unitCode"] = f"{'ISO4217' if unit.kind is UnitKind.MONEY else 'UCUM'}:{unit.code}"
    return found


def number(value: Decimal) -> int | float | str:
    """Return a number as JSON can hold it without loss: whole, or a float that reads back the same; else its digits."""
    if value == value.to_integral_value() and abs(value.adjusted()) < 15:
        return int(value)
    near = float(value)
    return near if Decimal(repr(near)) == value else plain(value)


def _schema_claim(claim: Claim, base: str) -> Json:
    found: Json = {
        "@type": "Claim",
        "@id": _name_of("claim", claim.id, base),
        "text": claim.passage or claim.quote,
        "about": {**_quantitative(claim.quantity), "description": _about(claim)},
        "appearance": _article(claim, base),
        "creativeWorkStatus": claim.status.value,
    }
    if claim.attribution is not None and claim.attribution.source:
        found["creditText"] = ", citing ".join([claim.attribution.source, *claim.attribution.chain])
    if claim.published is not None:
        found["datePublished"] = claim.published.isoformat()
    as_of = claim.period or claim.as_of
    if as_of is not None and as_of.first is not None and as_of.last is not None:
        days = sorted({f"{as_of.first:%Y-%m-%d}", f"{as_of.last:%Y-%m-%d}"})
        found["temporalCoverage"] = "/".join(days)
    if claim.place is not None:
        found["spatialCoverage"] = {"@type": "Place", "name": claim.place.name}
    return found


def _about(claim: Claim) -> str:
    subject = f" of {claim.subject.text}" if claim.subject is not None and claim.subject.text else ""
    return f"{claim.measure.id.replace('_', ' ')}{subject}".strip()


def _article(claim: Claim, base: str) -> Json:
    found: Json = {"@type": "NewsArticle", "@id": _article_name(claim, base)}
    if claim.source.outlet:
        found["publisher"] = {"@type": "Organization", "name": claim.source.outlet}
    return found


# ---------------------------------------------------------------------------------------------------- PROV-O


@functools.singledispatch
def to_prov(value: object, *, base: str = _BASE) -> Json:  # noqa: ARG001  (as above)
    """Return where claims, or the groups of a report, come from, as PROV-O links in JSON-LD.

    A claim was quoted from its document and is attributed to its source; a group was derived from its claims.

    >>> from newsfigures.extraction import extract
    >>> to_prov(extract("Police said over 20 people died."))["@graph"][0]["prov:value"]
    'over 20 people'
    """
    raise TypeError(f"PROV-O is written of a Claim, Claims or Report, got {type(value).__name__}")


@to_prov.register
def _(value: Claim, *, base: str = _BASE) -> Json:
    return to_prov(Claims([value]), base=base)


@to_prov.register
def _(value: Claims, *, base: str = _BASE) -> Json:
    return _graph(value, base)


@to_prov.register
def _(value: Report, *, base: str = _BASE) -> Json:
    found = _graph(value.claims, base)
    for index, group in enumerate(value.groups):
        found["@graph"].append(
            {
                "@id": _name_of("group", f"{index}-{group.measure}", base),
                "@type": "prov:Entity",
                "prov:wasDerivedFrom": [_ref("claim", claim.id, base) for claim in group.claims],
                **({"prov:value": str(group.consensus.best)} if group.consensus.best is not None else {}),
            }
        )
    return found


def _graph(claims: Iterable[Claim], base: str) -> Json:
    nodes: dict[str, Json] = {}
    found = [_prov_claim(claim, base, nodes) for claim in claims]
    return {"@context": {"prov": _PROV}, "@graph": [*found, *nodes.values()]}


def _prov_claim(claim: Claim, base: str, nodes: dict[str, Json]) -> Json:
    article = _article_name(claim, base)
    outlet = claim.source.wire or claim.source.outlet
    nodes.setdefault(article, {"@id": article, "@type": "prov:Entity"})
    found: Json = {
        "@id": _name_of("claim", claim.id, base),
        "@type": "prov:Entity",
        "prov:value": claim.quote,
        "prov:wasQuotedFrom": {"@id": article},
    }
    if outlet:
        nodes[article]["prov:wasAttributedTo"] = _agent(outlet, base, nodes)
    if claim.published is not None:
        nodes[article]["prov:generatedAtTime"] = claim.published.isoformat()
    if claim.attribution is not None and claim.attribution.source:
        cited = (claim.attribution.source, *claim.attribution.chain)
        found["prov:wasAttributedTo"] = [_agent(who, base, nodes) for who in cited]
    if claim.replaces:
        found["prov:wasRevisionOf"] = [_ref("claim", other, base) for other in claim.replaces]
    return found


def _agent(name: str, base: str, nodes: dict[str, Json]) -> Json:
    iri = _name_of("agent", name, base)
    nodes.setdefault(iri, {"@id": iri, "@type": "prov:Agent"})
    return {"@id": iri}


def _ref(kind: str, key: str, base: str) -> Json:
    return {"@id": _name_of(kind, key, base)}


# ---------------------------------------------------------------------------------------------------- CSV

COLUMNS: Final = (
    *("id", "document", "outlet", "published", "quote", "measure", "subject", "place", "event", "unit", "unit_code"),
    *("lower", "lower_bound", "upper", "upper_bound", "best", "plausible_lower", "plausible_upper", "hedge", "trend"),
    *("accrual", "as_of_first", "as_of_last", "source", "stance", "status", "start", "end"),
)


def to_csv(claims: Iterable[Claim]) -> str:
    """Return claims as CSV with a header, one a row; an end without limit is empty, with the bound "unbounded".

    A text that a spreadsheet would run as a formula begins with an apostrophe.

    >>> from newsfigures.extraction import extract
    >>> to_csv(extract("Over 20 people died.")).splitlines()[1].split(",")[11:15]
    ['20', 'open', '', 'unbounded']
    """
    stream = io.StringIO()
    writer = csv.DictWriter(stream, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for row in rows(claims):
        writer.writerow({name: _cell(cell) if isinstance(cell, str) else cell for name, cell in row.items()})
    return stream.getvalue()


def rows(claims: Iterable[Claim]) -> list[dict[str, str | int]]:
    """Return claims as flat rows of texts, with the columns of the CSV."""
    return [_row(claim) for claim in claims]


def _row(claim: Claim) -> dict[str, str | int]:
    quantity, source, said = claim.quantity, claim.source, claim.attribution
    as_of = claim.period or claim.as_of
    return {
        "id": claim.id,
        "document": document_of(claim),
        "outlet": source.outlet,
        "quote": claim.quote,
        "measure": claim.measure.id,
        "subject": "" if claim.subject is None else claim.subject.text,
        "place": "" if claim.place is None else claim.place.name,
        "event": "" if claim.event is None else claim.event.name,
        "unit": str(quantity.unit),
        "unit_code": quantity.unit.code,
        "source": "" if said is None else said.source,
        **_ends(quantity),
        "published": "" if claim.published is None else claim.published.isoformat(),
        "hedge": quantity.hedge.value,
        "trend": claim.trend.value,
        "accrual": "" if claim.measure.accrual is None else claim.measure.accrual.value,
        "as_of_first": "" if as_of is None or as_of.first is None else as_of.first.isoformat(),
        "as_of_last": "" if as_of is None or as_of.last is None else as_of.last.isoformat(),
        "stance": "" if said is None else said.stance.value,
        "status": claim.status.value,
        "start": claim.span.start,
        "end": claim.span.end,
    }


def _cell(text: str) -> str:
    clean = text.encode("utf-8", "replace").decode()
    return f"'{clean}" if clean.startswith(_FORMULAS) and not _NUMBER.fullmatch(clean) else clean


def _ends(quantity: Quantity) -> dict[str, str]:
    ends, plausible = quantity.entailed, quantity.plausible
    return {
        "lower": _finite(ends.lower),
        "lower_bound": ends.lower_bound.value if ends.lower.is_finite() else "unbounded",
        "upper": _finite(ends.upper),
        "upper_bound": ends.upper_bound.value if ends.upper.is_finite() else "unbounded",
        "best": "" if quantity.best is None else plain(quantity.best),
        "plausible_lower": _finite(plausible.lower),
        "plausible_upper": _finite(plausible.upper),
    }


def _finite(value: Decimal) -> str:
    return plain(value) if value.is_finite() else ""
