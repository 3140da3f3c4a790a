"""The time that a claim speaks of, as a stretch of microseconds that can be compared.

A day is the stretch from its midnight to the next; a datetime is an instant. Days go with naive and with aware
datetimes (as days of UTC), naive and aware datetimes never with each other.
"""

import datetime as dt
import functools
from typing import Final, NamedTuple

from .asof import AsOf
from .claim import Claim
from .errors import ClaimError

SECOND: Final = 1_000_000
DAY: Final = 86_400 * SECOND
#: Before and after every date.
EVER: Final = 4_000_000 * DAY

NAIVE: Final = "naive"
AWARE: Final = "aware"


class Window(NamedTuple):
    """A half-open stretch of time; `assumed` where the words gave none and publication stands for it."""

    start: int
    end: int
    assumed: bool = False

    def overlaps(self, other: "Window") -> bool:
        """Say whether the two share a moment."""
        return self.start < other.end and other.start < self.end

    def within(self, other: "Window") -> bool:
        """Say whether all of this lies in the other."""
        return other.start <= self.start and self.end <= other.end


ALWAYS: Final = Window(-EVER, EVER, assumed=True)


@functools.lru_cache(maxsize=4096)
def _day(ordinal: int, lag: int) -> "Window":
    """Return the window of a day and the time before it; a year of days is all that most reports need."""
    start = ordinal * DAY
    return Window(start - lag, start + DAY, assumed=True)


def _moment(date: dt.date) -> int:
    """Return the first microsecond of a date or datetime."""
    start = date.toordinal() * DAY
    if isinstance(date, dt.datetime):
        if date.tzinfo is not None:
            date = date.astimezone(dt.UTC)
            start = date.toordinal() * DAY
        start += ((date.hour * 60 + date.minute) * 60 + date.second) * SECOND + date.microsecond
    return start


def closing(date: dt.date) -> int:
    """Return the microsecond after a date or datetime."""
    return _moment(date) + (1 if isinstance(date, dt.datetime) else DAY)


def date_of(stamp: int) -> dt.date:
    """Return the day, or the datetime where the microsecond is not midnight; the inverse of `moment` (in UTC).

    >>> date_of(_moment(dt.date(2024, 12, 1)))
    datetime.date(2024, 12, 1)
    """
    day, rest = divmod(stamp, DAY)
    date = dt.date.fromordinal(day)
    if not rest:
        return date
    return dt.datetime.combine(date, dt.time()) + dt.timedelta(microseconds=rest)


def of(claim: Claim, lag: dt.timedelta) -> Window:
    """Return the window of a claim: its as-of dates, else the time up to publication, else all time.

    >>> from newsfigures.hedge import Hedge
    >>> from newsfigures.interval import Interval
    >>> from newsfigures.quantity import Quantity
    >>> five = Quantity(stated=(), hedge=Hedge.NONE, entailed=Interval(5, 5), plausible=Interval(5, 5))
    >>> monday = AsOf(dt.date(2024, 12, 2), dt.date(2024, 12, 2))
    >>> of(Claim(id="a", quantity=five, as_of=monday), dt.timedelta(days=1)).assumed
    False
    """
    as_of, published = claim.as_of, claim.published
    if as_of is not None and not as_of.assumed:
        found = stretch(as_of)
        if found is not None:
            return found
    if published is None:
        return ALWAYS
    before = lag // dt.timedelta(microseconds=1)
    if type(published) is dt.date:
        return _day(published.toordinal(), before)
    return Window(_moment(published) - before, closing(published), assumed=True)


def stretch(as_of: AsOf) -> Window | None:
    """Return the window of two dates; one that is missing leaves its side open, both leave nothing."""
    first, last = as_of.first, as_of.last
    if first is None and last is None:
        return None
    start = -EVER if first is None else _moment(first)
    end = EVER if last is None else closing(last)
    return Window(start, max(end, start + 1))


def said(claim: Claim) -> int | None:
    """Return when a claim was published; `None` when that is not known."""
    return None if claim.published is None else _moment(claim.published)


def clock(claim: Claim) -> str:
    """Say whether the datetimes of a claim are naive or aware; empty when it has none. Both in one are refused."""
    found = ""
    dates = [claim.published]
    for as_of in (claim.as_of, claim.period):
        if as_of is not None:
            dates += [as_of.first, as_of.last]
    for date in dates:
        if isinstance(date, dt.datetime):
            kind = NAIVE if date.tzinfo is None else AWARE
            if found and found != kind:
                raise ClaimError(f"claim {claim.id!r}", "has a naive and an aware datetime; give both a time zone")
            found = kind
    return found


def same_clock(known: str, claim: Claim) -> str:
    """Return the one kind of datetime in use; raise `ClaimError` naming the claim that has the other."""
    found = clock(claim)
    if found and known and found != known:
        raise ClaimError(
            f"claim {claim.id!r}", f"its datetimes are {found}, those before it {known}; give all a time zone"
        )
    return known or found
