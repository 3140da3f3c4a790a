"""Figures as Arrow batches, which pandas, polars, DuckDB and Spark read: one row a figure."""

import json
from collections.abc import Callable
from typing import Any

import newsfigures as nf

try:
    import pyarrow as pa
except ImportError as error:
    raise nf.MissingExtraError("arrow") from error

_TEXT, _WHOLE, _REAL, _DAY, _FLAG = pa.string(), pa.int32(), pa.float64(), pa.date32(), pa.bool_()
#: The columns of a claim. Ends become doubles, an unbounded one an infinity; exact is what `record` holds.
_COLUMNS: tuple[tuple[str, Any, Callable[[nf.Claim], Any]], ...] = (
    ("id", _TEXT, lambda c: c.id.rpartition(":")[0]),
    ("claim_id", _TEXT, lambda c: c.id),
    ("start", _WHOLE, lambda c: c.span.start),
    ("end", _WHOLE, lambda c: c.span.end),
    ("quote", _TEXT, lambda c: c.quote),
    ("lower", _REAL, lambda c: float(c.quantity.entailed.lower)),
    ("upper", _REAL, lambda c: float(c.quantity.entailed.upper)),
    ("lower_closed", _FLAG, lambda c: c.quantity.entailed.lower_bound is nf.Bound.CLOSED),
    ("upper_closed", _FLAG, lambda c: c.quantity.entailed.upper_bound is nf.Bound.CLOSED),
    ("plausible_lower", _REAL, lambda c: float(c.quantity.plausible.lower)),
    ("plausible_upper", _REAL, lambda c: float(c.quantity.plausible.upper)),
    ("best", _REAL, lambda c: None if c.quantity.best is None else float(c.quantity.best)),
    ("hedge", _TEXT, lambda c: c.quantity.hedge.value),
    ("unit", _TEXT, lambda c: str(c.quantity.unit)),
    ("unit_kind", _TEXT, lambda c: c.quantity.unit.kind.value),
    ("unit_code", _TEXT, lambda c: c.quantity.unit.code),
    ("measure", _TEXT, lambda c: c.measure.id),
    ("subject", _TEXT, lambda c: c.subject and c.subject.text),
    ("place", _TEXT, lambda c: c.place and c.place.name),
    ("event", _TEXT, lambda c: c.event and c.event.name),
    ("as_of_first", _DAY, lambda c: c.as_of and c.as_of.first),
    ("as_of_last", _DAY, lambda c: c.as_of and c.as_of.last),
    ("period_first", _DAY, lambda c: c.period and c.period.first),
    ("period_last", _DAY, lambda c: c.period and c.period.last),
    ("trend", _TEXT, lambda c: c.trend.value),
    ("attribution", _TEXT, lambda c: c.attribution and c.attribution.source),
    ("status", _TEXT, lambda c: c.status.value),
    ("preliminary", _FLAG, lambda c: c.preliminary),
    ("implied", _FLAG, lambda c: c.implied),
    ("published", _DAY, lambda c: c.published),
    ("source", _TEXT, lambda c: c.source.outlet),
)
#: The form of every batch that is returned, and in its metadata the version of that form.
SCHEMA = pa.schema(
    [*(column[:2] for column in _COLUMNS), ("figure_index", _WHOLE), ("record", _TEXT)],
    {"newsfigures.schema_version": "1"},
)


def extract_batch(
    batch: "pa.RecordBatch",
    *,
    text: str = "text",
    id: str | None = None,  # noqa: A002  (the name of the column that it makes)
    published: str | None = None,
    source: str | None = None,
    records: bool = False,
    **options: Any,
) -> "pa.RecordBatch":
    """Return a row a figure, whatever a row of texts or dates holds; `options` are those of `nf.extract`."""
    nf.extract("", **options)  # a wrong option raises here, once
    ids, days, outlets = (_strings(batch, n, v) for n, v in (("id", id), ("published", published), ("source", source)))
    claims: list[nf.Claim] = []
    places: list[int] = []
    for name, day, outlet, article in zip(ids, days, outlets, _strings(batch, "text", text), strict=True):
        origin = nf.Source(outlet=outlet or "", document=name or "")
        found = nf.extract(article or "", published=_day(day), source=origin, **options)
        claims += found
        places += range(len(found))
    columns: dict[str, list[Any]] = {name: [read(claim) for claim in claims] for name, _, read in _COLUMNS}
    columns["figure_index"] = places
    columns["record"] = [json.dumps(nf.to_record(claim)) if records else None for claim in claims]
    return pa.RecordBatch.from_pydict(columns, schema=SCHEMA)


def _strings(batch: "pa.RecordBatch", argument: str, name: str | None) -> list[str | None]:
    if name is not None and name not in batch.schema.names:
        raise nf.ArgumentError(argument, name, f"no such column; there are {', '.join(batch.schema.names)}")
    column = pa.nulls(batch.num_rows) if name is None else batch.column(name)
    if argument == "text" and "string" not in str(column.type) and not pa.types.is_null(column.type):
        raise nf.ArgumentError(argument, name, f"a column of {column.type}, not of strings")
    if pa.types.is_temporal(column.type):
        column = column.cast(_DAY, safe=False)
    values = column.cast(pa.large_string()).cast(pa.large_binary()).to_pylist()
    return [None if value is None else value.decode("utf-8", "replace") for value in values]


def _day(value: str | None) -> str | None:
    try:
        nf.dates("", published=value)
    except nf.ArgumentError:
        return None
    return value
