"""Every value of this package as a plain dict and back, without loss.

One table-driven codec: what a field holds is read off its type, so that a new type or field needs no code here, only a
name in `RECORDS`. Decimals are strings, fractions "n/d", dates ISO, members of enums their value, spans two numbers,
lengths of time ISO durations in seconds; an unbounded end is `null` with the bound "unbounded".
"""

import datetime as dt
import functools
import re
import types
from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from enum import Enum
from fractions import Fraction
from typing import Any, NamedTuple, TypeVar, Union, get_args, get_origin, get_type_hints

import attrs

from .asof import AsOf
from .claim import Claim, Claims, Source
from .consensus import Consensus, Finding, Group, Position, Step, Vote
from .errors import NewsfiguresError, RecordError
from .evidence import Evidence
from .interval import CLOSED, INFINITY, OPEN, Bound, Interval
from .measure import Measure, Subject
from .numeral import Numeral
from .policy import Policy
from .quantity import Quantity
from .relation import Relation
from .report import Report
from .text import Span
from .total import Total
from .unit import Unit
from .verdict import Support

#: The version of the form that is written, and the only one that is read.
SCHEMA_VERSION = 1

#: What may stand in a record of its own; everything else stands inside one of these.
RECORDS: Mapping[str, Any] = types.MappingProxyType(
    {
        cls.__name__: cls
        for cls in (
            *(AsOf, Claim, Claims, Evidence, Interval, Measure, Numeral, Quantity, Source, Subject, Unit),
            *(Consensus, Finding, Group, Policy, Position, Relation, Report, Step, Support, Total, Vote),
        )
    }
)

_UNBOUNDED = "unbounded"
_DECIMAL = r"^[+-]?\d+(\.\d*)?([eE][+-]?\d+)?$"
_FRACTION = r"^-?\d+/\d+$"
_DAY = r"^\d{4}-\d{2}-\d{2}$"
_DURATION = r"^PT\d+(\.\d{1,6})?S$"
_TIME = r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}"

E = TypeVar("E", bound=Enum)


class Codec(NamedTuple):
    """How values of one type are written, read and described; `read` takes the value and the name of its field."""

    write: Callable[[Any], Any]
    read: Callable[[Any, str], Any]
    schema: dict[str, Any]


def to_record(value: object) -> dict[str, Any]:
    """Return a plain dict that says all that the value says; `json.dumps` takes it as it is.

    Raises `TypeError` on what has no record.

    >>> to_record(Interval(100, "Infinity", OPEN))["upper_bound"]
    'unbounded'
    """
    cls: Any = type(value)
    name = cls.__name__
    if RECORDS.get(name) is not cls:
        raise TypeError(f"no record for {name}; there are records for {', '.join(RECORDS)}")
    head = {"schema_version": SCHEMA_VERSION, "type": name}
    if isinstance(value, Claims):
        return {**head, "claims": [_codec(Claim).write(claim) for claim in value]}
    return {**head, **_codec(cls).write(value)}


def from_record(record: Mapping[str, Any]) -> Any:
    """Return the value that `to_record` wrote; raise `RecordError` naming the field that is not as it was written.

    >>> from_record(to_record(Interval(1, 2)))
    Interval.parse('[1, 2]')
    >>> from_record({"schema_version": 9, "type": "Interval"})
    Traceback (most recent call last):
    newsfigures.errors.RecordError: bad record field 'schema_version': this release reads version 1, got 9
    """
    if not isinstance(record, Mapping):
        raise TypeError(f"a record is a dict, got {type(record).__name__}")
    body = dict(record)
    version = body.pop("schema_version", None)
    if version != SCHEMA_VERSION or isinstance(version, bool):
        raise RecordError("schema_version", version, f"this release reads version {SCHEMA_VERSION}")
    name = body.pop("type", None)
    cls = RECORDS.get(name) if isinstance(name, str) else None
    if cls is None:
        raise RecordError("type", name, f"must be one of {', '.join(RECORDS)}")
    if cls is Claims:
        _refuse_unknown(body, {"claims"}, "")
        return Claims(_of_tuple(_codec(Claim)).read(body.get("claims"), "claims"))
    return _codec(cls).read(body, "")


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of every record, as the file `claim.schema.json` of this package holds it."""
    definitions: dict[str, Any] = {}
    for cls in RECORDS.values():
        _define(cls, definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:newsfigures:record:{SCHEMA_VERSION}",
        "title": "A record of newsfigures",
        "type": "object",
        "required": ["schema_version", "type"],
        "properties": {"schema_version": {"const": SCHEMA_VERSION}, "type": {"enum": list(RECORDS)}},
        "oneOf": [
            {
                "properties": {"schema_version": True, "type": {"const": name}},
                "unevaluatedProperties": False,
                "$ref": f"#/$defs/{name}",
            }
            for name in RECORDS
        ],
        "$defs": dict(sorted(definitions.items())),
    }


def _define(cls: Any, definitions: dict[str, Any]) -> None:
    """Add the definition of a type and of all that stand in it."""
    if cls.__name__ in definitions:
        return
    if cls is Claims:
        definitions["Claims"] = {
            "type": "object",
            "required": ["claims"],
            "properties": {"claims": {"type": "array", "items": _nested(Claim)}},
        }
        return
    if cls is Interval:
        definitions["Interval"] = _INTERVAL_SCHEMA
        return
    fields = _fields(cls)
    definitions[cls.__name__] = {
        "type": "object",
        "required": [field.name for field in fields if field.default is attrs.NOTHING],
        "properties": {field.name: field.codec.schema for field in fields},
    }
    for hint in get_type_hints(cls).values():
        for inner in _records_within(hint):
            _define(inner, definitions)


def _records_within(hint: Any) -> list[Any]:
    if isinstance(hint, type) and attrs.has(hint) and hint is not Span:
        return [hint]
    return [inner for part in get_args(hint) for inner in _records_within(part)]


def _nested(cls: Any) -> dict[str, Any]:
    return {"$ref": f"#/$defs/{cls.__name__}", "unevaluatedProperties": False}


# ------------------------------------------------------------------------------------------------ classes


class _Field(NamedTuple):
    name: str
    codec: Codec
    default: Any


@functools.lru_cache(maxsize=128)
def _fields(cls: Any) -> tuple[_Field, ...]:
    hints = get_type_hints(cls)
    return tuple(
        _Field(field.name, _codec(hints[field.name]), field.default) for field in attrs.fields(cls) if field.init
    )


def _write_fields(value: Any) -> dict[str, Any]:
    cls: Any = type(value)
    return {name: codec.write(getattr(value, name)) for name, codec, _ in _fields(cls)}


def _read_fields(cls: Any, record: Any, path: str) -> Any:
    if not isinstance(record, Mapping):
        raise RecordError(path or "record", record, f"must be an object that says a {cls.__name__}")
    fields = _fields(cls)
    _refuse_unknown(record, {field.name for field in fields}, path)
    values = {}
    for name, codec, default in fields:
        if name in record:
            values[name] = codec.read(record[name], _under(path, name))
        elif default is attrs.NOTHING:
            raise RecordError(_under(path, name), None, "is missing")
    try:
        return cls(**values)
    except RecordError:
        raise
    except (NewsfiguresError, ValueError, TypeError) as error:
        raise RecordError(path or cls.__name__, dict(record), str(error)) from error


def _refuse_unknown(record: Mapping[str, Any], known: set[str], path: str) -> None:
    for name in record:
        if name not in known:
            raise RecordError(_under(path, str(name)), record[name], f"no such field; there are {', '.join(known)}")


def _under(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def _of_class(cls: Any) -> Codec:
    return Codec(_write_fields, functools.partial(_read_fields, cls), _nested(cls))


# ------------------------------------------------------------------------------------------------ fields


@functools.lru_cache(maxsize=256)
def _codec(hint: Any) -> Codec:
    """Return the codec of a type hint: a plain type, an enum, a frozen class, an optional or a tuple of these."""
    origin = get_origin(hint)
    if origin in {types.UnionType, Union}:
        (inner,) = (part for part in get_args(hint) if part is not types.NoneType)
        return _optional(_codec(inner))
    if origin is tuple:
        parts = get_args(hint)
        return _of_tuple(_codec(parts[0])) if parts[1:] == (...,) else _of_row(tuple(map(_codec, parts)))
    if hint in _PLAIN:
        return _PLAIN[hint]
    if isinstance(hint, type) and issubclass(hint, Enum):
        return _of_enum(hint)
    if isinstance(hint, type) and attrs.has(hint):
        return _of_class(hint)
    raise TypeError(f"no codec for {hint!r}")


def _optional(inner: Codec) -> Codec:
    return Codec(
        lambda value: None if value is None else inner.write(value),
        lambda value, path: None if value is None else inner.read(value, path),
        {"anyOf": [inner.schema, {"type": "null"}]},
    )


def _of_tuple(inner: Codec) -> Codec:
    def read(value: Any, path: str) -> tuple[Any, ...]:
        if not isinstance(value, list | tuple):
            raise RecordError(path, value, "must be a list")
        return tuple([inner.read(item, f"{path}[{index}]") for index, item in enumerate(value)])

    return Codec(lambda value: [inner.write(item) for item in value], read, {"type": "array", "items": inner.schema})


def _of_row(inner: tuple[Codec, ...]) -> Codec:
    def read(value: Any, path: str) -> tuple[Any, ...]:
        if not isinstance(value, list | tuple) or len(value) != len(inner):
            raise RecordError(path, value, f"must be a list of {len(inner)}")
        return tuple(
            [codec.read(item, f"{path}[{i}]") for i, (codec, item) in enumerate(zip(inner, value, strict=True))]
        )

    return Codec(
        lambda value: [codec.write(item) for codec, item in zip(inner, value, strict=True)],
        read,
        {"type": "array", "prefixItems": [codec.schema for codec in inner], "items": False, "minItems": len(inner)},
    )


def _of_enum(cls: type[E]) -> Codec:
    members = {member.value: member for member in cls}

    def read(value: Any, path: str) -> E:
        member = members.get(value) if isinstance(value, str) else None
        if member is None:
            raise RecordError(path, value, f"must be one of {', '.join(members)}")
        return member

    return Codec(lambda member: member.value, read, {"enum": list(members)})


def _same(value: Any) -> Any:
    return value


def _plain(cls: Any, name: str) -> Codec:
    def read(value: Any, path: str) -> Any:
        if not isinstance(value, cls) or (cls is int and isinstance(value, bool)):
            raise RecordError(path, value, f"must be a {name}")
        return value

    return Codec(_same, read, {"type": name})


def _matched(pattern: str, what: str, build: Callable[[str], Any]) -> Callable[[Any, str], Any]:
    shape = re.compile(pattern, re.ASCII)

    def read(value: Any, path: str) -> Any:
        if not isinstance(value, str) or shape.search(value) is None or value.endswith("\n"):
            raise RecordError(path, value, f"must be {what}")
        try:
            return build(value)
        except (ValueError, ZeroDivisionError, InvalidOperation):
            raise RecordError(path, value, f"must be {what}") from None

    return read


def _write_decimal(value: Decimal) -> str:
    if not value.is_finite():
        raise ValueError(f"no record for {value}: outside an interval a number is finite")
    return str(value)


def _write_duration(value: dt.timedelta) -> str:
    micro = value // dt.timedelta(microseconds=1)
    return f"PT{Decimal(micro).scaleb(-6).normalize():f}S"


def _span(text: str) -> dt.timedelta:
    return dt.timedelta(microseconds=int(Decimal(text[2:-1]).scaleb(6)))


_read_decimal = _matched(_DECIMAL, "a decimal number in a string", Decimal)
_read_fraction = _matched(_FRACTION, 'a fraction in a string, as in "1/3"', Fraction)
_read_duration = _matched(_DURATION, "an ISO duration in seconds", _span)
_read_day = _matched(_DAY, "an ISO date", dt.date.fromisoformat)
_read_time = _matched(_TIME, "an ISO date and time", dt.datetime.fromisoformat)


def _read_date(value: Any, path: str) -> dt.date:
    has_time = isinstance(value, str) and "T" in value
    found: dt.date = _read_time(value, path) if has_time else _read_day(value, path)
    return found


def _write_interval(interval: Interval) -> dict[str, Any]:
    lower, upper = interval.lower, interval.upper
    return {
        "lower": str(lower) if lower.is_finite() else None,
        "upper": str(upper) if upper.is_finite() else None,
        "lower_bound": interval.lower_bound.value if lower.is_finite() else _UNBOUNDED,
        "upper_bound": interval.upper_bound.value if upper.is_finite() else _UNBOUNDED,
    }


def _read_interval(record: Any, path: str) -> Interval:
    if not isinstance(record, Mapping):
        raise RecordError(path or "record", record, "must be an object that says an Interval")
    _refuse_unknown(record, {"lower", "upper", "lower_bound", "upper_bound"}, path)
    lower, lower_bound = _read_end(record, "lower", -INFINITY, path)
    upper, upper_bound = _read_end(record, "upper", INFINITY, path)
    try:
        return Interval(lower, upper, lower_bound, upper_bound)
    except NewsfiguresError as error:
        raise RecordError(path or "Interval", dict(record), str(error)) from error


def _read_end(record: Mapping[str, Any], name: str, unbounded: Decimal, path: str) -> tuple[Decimal, Bound]:
    where = _under(path, f"{name}_bound")
    for key in (name, f"{name}_bound"):
        if key not in record:
            raise RecordError(_under(path, key), None, "is missing")
    value, bound = record[name], record[f"{name}_bound"]
    if (value is None) != (bound == _UNBOUNDED):
        raise RecordError(where, bound, 'is "unbounded" if and only if the end is null')
    if value is None:
        return unbounded, OPEN
    if bound not in {"open", "closed"}:
        raise RecordError(where, bound, "must be open, closed or unbounded")
    return _read_decimal(value, _under(path, name)), CLOSED if bound == "closed" else OPEN


_END = {"anyOf": [{"type": "string", "pattern": _DECIMAL}, {"type": "null"}]}
_BOUND = {"enum": ["open", "closed", _UNBOUNDED]}
_INTERVAL_SCHEMA = {
    "type": "object",
    "required": ["lower", "upper", "lower_bound", "upper_bound"],
    "properties": {"lower": _END, "upper": _END, "lower_bound": _BOUND, "upper_bound": _BOUND},
}
_OFFSET = {"type": "integer", "minimum": 0}
_read_offsets = _of_row((_plain(int, "integer"), _plain(int, "integer"))).read

_PLAIN: Mapping[Any, Codec] = {
    str: _plain(str, "string"),
    int: _plain(int, "integer"),
    bool: _plain(bool, "boolean"),
    Decimal: Codec(_write_decimal, _read_decimal, {"type": "string", "pattern": _DECIMAL}),
    Fraction: Codec(
        lambda value: f"{value.numerator}/{value.denominator}",
        _read_fraction,
        {"type": "string", "pattern": _FRACTION},
    ),
    dt.date: Codec(lambda day: day.isoformat(), _read_date, {"type": "string", "pattern": f"{_DAY}|{_TIME}"}),
    dt.datetime: Codec(dt.datetime.isoformat, _read_time, {"type": "string", "pattern": _TIME}),
    dt.timedelta: Codec(_write_duration, _read_duration, {"type": "string", "pattern": _DURATION}),
    Interval: Codec(_write_interval, _read_interval, _nested(Interval)),
    Span: Codec(
        lambda span: [span.start, span.end],
        lambda value, path: Span(*_read_offsets(value, path)),
        {"type": "array", "prefixItems": [_OFFSET, _OFFSET], "items": False, "minItems": 2},
    ),
}
