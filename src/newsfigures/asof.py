"""The date that a figure speaks of, as precisely as it was said; the only door to dateparser."""

import datetime as dt
from enum import Enum
from typing import final

import attrs

from .datemark import Mark, find_marks
from .text import Span

__all__ = ["AsOf", "Mark", "Precision", "find_marks"]


class Precision(Enum):
    """How finely a date was said."""

    TIME = "time"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    RANGE = "range"
    VAGUE = "vague"


@final
@attrs.frozen
class AsOf:
    """The first and the last day that the words allow.

    `first` and `last` are dates, or datetimes where the hour is known; `None` where the words need a publication date
    that was not given. `assumed` says that no words gave it (publication is taken instead).
    """

    first: dt.date | None
    last: dt.date | None
    precision: Precision = Precision.DAY
    span: Span | None = None
    text: str = ""
    assumed: bool = False
