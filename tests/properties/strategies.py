"""Strategies for the types of this package, shared by all laws."""

import datetime as dt
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import get_args, get_origin, get_type_hints

import attrs
from hypothesis import strategies as st

from newsfigures.interval import CLOSED, INFINITY, OPEN, Interval
from newsfigures.text import Span

numbers = st.one_of(
    st.integers(-20, 20).map(Decimal),
    st.decimals(-10_000, 10_000, allow_nan=False, places=2),
    st.decimals(allow_nan=False, allow_infinity=False).filter(lambda value: -60 < value.adjusted() < 60),
)
bounds = st.sampled_from([OPEN, CLOSED])
words = st.text(max_size=6)
days = st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1))
times = st.datetimes(dt.datetime(1900, 1, 1), dt.datetime(2100, 1, 1), timezones=st.none() | st.just(dt.UTC))


@st.composite
def intervals(draw, ends=numbers):
    """Any interval: open, closed and infinite ends."""
    lower, upper = sorted((draw(ends), draw(ends)))
    lower = draw(st.sampled_from([lower, lower, -INFINITY]))
    upper = draw(st.sampled_from([upper, upper, INFINITY]))
    if lower == upper:
        return Interval(lower, upper)
    return Interval(lower, upper, draw(bounds), draw(bounds))


@st.composite
def spans(draw):
    start, end = sorted((draw(st.integers(0, 99)), draw(st.integers(0, 99))))
    return Span(start, end)


PLAIN = {
    str: words,
    int: st.integers(-5, 1000),
    bool: st.booleans(),
    Decimal: numbers,
    Fraction: st.fractions(max_denominator=1000),
    dt.date: days | times,
    dt.datetime: times,
    dt.timedelta: st.timedeltas(dt.timedelta(0), dt.timedelta(days=999)),
    tuple[tuple[str, int], ...]: st.lists(st.tuples(words, st.integers(1, 9)), max_size=2).map(tuple),
    Interval: intervals(),
    Span: spans(),
}


def anything(cls, depth=2):
    """Any value that the type hints of a frozen class allow, whether or not a text could ever give it."""
    if cls in PLAIN:
        return PLAIN[cls]
    return st.builds(cls, **{name: _of(hint, depth) for name, hint in get_type_hints(cls).items()})


def _of(hint, depth):
    if hint in PLAIN:
        return PLAIN[hint]
    if get_origin(hint) is tuple:
        parts = get_args(hint)
        if parts[1:] == (...,):
            return st.just(()) if depth <= 0 else st.lists(_of(parts[0], depth - 1), max_size=2).map(tuple)
        return st.tuples(*(_of(part, depth) for part in parts))
    if get_args(hint):
        inner = [part for part in get_args(hint) if part is not type(None)]
        return st.none() if depth <= 0 else st.none() | st.one_of(_of(part, depth - 1) for part in inner)
    if issubclass(hint, Enum):
        return st.sampled_from(list(hint))
    assert attrs.has(hint), hint
    return anything(hint, depth)
