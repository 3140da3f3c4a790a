"""Where and in what event a figure holds, when the sentence says so."""

from typing import final

import attrs

from .text import Span


@final
@attrs.frozen
class Place:
    """A place as written, without its preposition."""

    name: str
    span: Span | None = None


@final
@attrs.frozen
class Event:
    """An event that scopes a figure, as written, without its preposition ("Tuesday's strike")."""

    name: str
    span: Span | None = None
