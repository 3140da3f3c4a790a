"""The date that a figure speaks of, as precisely as it was said."""

import datetime as dt
import functools
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import final

import attrs

from .anchor import ORDERS, Frame, Precision
from .datemark import find_marks
from .datewords import Mark
from .errors import ArgumentError
from .lexicon import Lexicon, end_words, load
from .period import Days
from .text import Sentence, Span, sentences

__all__ = ["AsOf", "Mark", "Precision", "dates", "day", "find", "find_marks", "order"]


@final
@attrs.frozen
class AsOf:
    """The first and the last day that the words allow.

    `first` and `last` are `None` where the words need a publication date, or a date before them in the text, that is
    not there. They are the whole period named: "early March" is March with `part` "early", and `likely` narrows it.
    `assumed` says that no words gave the anchor (publication is taken instead), `ambiguous` that they are the hull of
    two readings (03/04/2024), `fiscal` that the days are those of the calendar period of the same name. `edge` is the
    word before (since, by, until, before, after, from), `clock` the time of day as "22:45", `rule` the form read.

    >>> from datetime import date
    >>> AsOf(date(2022, 3, 1), date(2022, 3, 31), Precision.MONTH, part="early").likely[1].isoformat()
    '2022-03-10'
    """

    first: dt.date | None
    last: dt.date | None
    precision: Precision = Precision.DAY
    span: Span | None = None
    text: str = ""
    assumed: bool = False
    part: str = ""
    edge: str = ""
    clock: str = ""
    ambiguous: bool = False
    fiscal: bool = False
    rule: str = ""

    @property
    def likely(self) -> Days | None:
        """The days that `part` picks out of the period: a third of it; all of it where nothing is picked."""
        if self.first is None or self.last is None:
            return None
        size = (self.last - self.first).days + 1
        low, high = _SIXTHS.get(self.part, (0, 6))
        first, last = min(size * low // 6, size - 1), max(size * high // 6, 1) - 1
        return self.first + dt.timedelta(first), self.first + dt.timedelta(last)


#: The share of a period, in sixths, that each part is likely to mean.
_SIXTHS: Mapping[str, tuple[int, int]] = MappingProxyType(
    {"early": (0, 2), "mid": (2, 4), "late": (4, 6), "end": (5, 6)}
)


def day(value: object, *, argument: str = "published") -> dt.date | dt.datetime | None:
    """Return a publication date given as `date`, `datetime` or ISO string; raise on anything else.

    >>> day("2024-12-28")
    datetime.date(2024, 12, 28)
    """
    if value is None or isinstance(value, dt.date):
        return value
    if not isinstance(value, str):
        raise TypeError(f"{argument} must be a date, a datetime or an ISO string, got {type(value).__name__}")
    for read in (dt.date.fromisoformat, dt.datetime.fromisoformat):
        try:
            return read(value.strip())
        except ValueError:
            continue
    raise ArgumentError(argument, value, "not an ISO date such as '2024-12-28'")


def order(value: object) -> str | None:
    """Return a `date_order` in capitals; raise unless it is MDY, DMY or YMD."""
    if value is None:
        return None
    if not isinstance(value, str):
        raise TypeError(f"date_order must be a str, got {type(value).__name__}")
    if value.upper() not in ORDERS:
        raise ArgumentError("date_order", value, f"must be one of {', '.join(ORDERS)}")
    return value.upper()


def dates(
    text: str, *, published: object = None, date_order: str | None = None, lexicon: Lexicon | None = None
) -> tuple[AsOf, ...]:
    """Return every date phrase of a text, in order, with the first and last day that it allows.

    Without `published` relative dates stay unresolved: `first` and `last` are `None`.

    >>> [d.first.isoformat() for d in dates("It fell on Friday and will rise on Monday.", published="2024-12-28")]
    ['2024-12-27', '2024-12-30']
    """
    if not isinstance(text, str):
        raise TypeError(f"text must be a str, got {type(text).__name__}")
    said, numeric = day(published), order(date_order)
    words = load() if lexicon is None else lexicon
    found: list[AsOf] = []
    for sentence in sentences(text, end_words(words)):
        found += find(sentence, said, words, date_order=numeric, before=found)
    return tuple(found)


def find(
    sentence: Sentence,
    published: dt.date | dt.datetime | None,
    lexicon: Lexicon,
    *,
    date_order: str | None = None,
    before: Sequence[AsOf] = (),
    marks: Sequence[Mark] | None = None,
) -> tuple[AsOf, ...]:
    """Return the date phrases of a sentence in text order, without overlap.

    `before` holds the dates of the document so far, for "the quarter" and "a year earlier"; `marks` spares spotting
    them twice.

    >>> find(Sentence("Sales fell in early March."), day("2022-03-16"), load("en"))[0].text
    'early March'
    """
    spotted = find_marks(sentence, lexicon) if marks is None else marks
    if not spotted:
        return ()
    frame = Frame(sentence, published, lexicon, date_order, before)
    edges = _edges(lexicon)
    found: list[AsOf] = []
    for mark in spotted:
        if mark.kind != "name":
            found.append(_as_of(frame, mark, edges))
            frame.found.append(found[-1])
    return tuple(found)


@functools.lru_cache(maxsize=8)
def _edges(lexicon: Lexicon) -> dict[str, str]:
    return {phrase: row.value for row in lexicon.rows("date") if row.role == "edge" for phrase in row.phrases}


def _as_of(frame: Frame, mark: Mark, edges: Mapping[str, str]) -> AsOf:
    sentence = frame.sentence
    days, precision = frame.read(mark)
    first, last = days if days is not None else (None, None)
    hour, minute = mark.clock or (0, -1)
    return AsOf(
        first,
        last,
        precision,
        sentence.span(mark.first, mark.last),
        sentence.said(mark.first, mark.last),
        frame.assumed,
        part=mark.part,
        edge=edges.get(sentence.lowers[mark.first - 1], "") if mark.first else "",
        clock=f"{hour:02}:{minute:02}" if minute >= 0 else "",
        ambiguous=mark.kind == "numeric" and first != last,
        fiscal=mark.kind == "fiscal" or (mark.of is not None and mark.of.kind == "fiscal"),
        rule=f"date:{mark.kind}",
    )
