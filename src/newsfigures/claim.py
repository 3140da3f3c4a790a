"""One bounded quantity, asserted once, by someone, about a time: the record that all else serves."""

import datetime as dt
from collections.abc import Iterable
from typing import Self, final

import attrs

from .asof import AsOf
from .attribution import Attribution
from .evidence import Evidence
from .measure import UNKNOWN, Measure, Subject
from .place import Event, Place
from .quantity import Quantity
from .status import Status
from .text import Span
from .trend import Trend


@final
@attrs.frozen(kw_only=True)
class Source:
    """Where a claim was published.

    `outlet` is the publisher, `wire` the agency whose copy it carries, `document` an identifier of the text, `stake`
    the parties for which it speaks.
    """

    outlet: str = ""
    wire: str = ""
    document: str = ""
    url: str = ""
    stake: tuple[str, ...] = ()


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Claim:
    """One bounded quantity, asserted once, by someone, about a time.

    `span` is where the figure stands and `quote` what stands there, `sentence` the span of its sentence. A field that
    the text does not settle is `None` or names that it was assumed. `implied` marks a count that was said with "a" or
    "an" alone; `part_of` holds the ids of claims of which this one counts a part, `replaces` of those that it corrects,
    `related` of those that belong to the same move (a change, its level and the level before). `passage` is the
    sentence as written, by which near-copies are known.
    """

    id: str
    quantity: Quantity
    measure: Measure = UNKNOWN
    subject: Subject | None = None
    place: Place | None = None
    event: Event | None = None
    as_of: AsOf | None = None
    period: AsOf | None = None
    trend: Trend = Trend.LEVEL
    attribution: Attribution | None = None
    status: Status = Status.ASSERTED
    preliminary: bool = False
    implied: bool = False
    part_of: tuple[str, ...] = ()
    replaces: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    span: Span = Span(0, 0)
    sentence: Span = Span(0, 0)
    quote: str = ""
    published: dt.date | None = None
    source: Source = Source()
    evidence: tuple[Evidence, ...] = ()
    passage: str = ""


def document_of(claim: Claim) -> str:
    """Return the key of a claim's document: its name, or its address, or what `extract` made of its text."""
    return claim.source.document or claim.source.url or claim.id.rpartition(":")[0]


class Claims(tuple[Claim, ...]):
    """The claims of a text, in text order: a tuple with a picture."""

    __slots__ = ()

    def __new__(cls, claims: Iterable[Claim] = ()) -> Self:
        """Build from any iterable of claims."""
        return super().__new__(cls, claims)

    def __repr__(self) -> str:
        """Show every claim on a line of its own."""
        return f"Claims({list(self)!r})"

    def _repr_html_(self) -> str:
        """Return the picture that a notebook shows."""
        from .display import html  # noqa: PLC0415  (drawn by a module above this one)

        return html(self, fragment=True)
