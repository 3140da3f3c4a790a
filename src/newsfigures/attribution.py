"""Who says so, with what verb and stance."""

from enum import Enum
from typing import final

import attrs

from .text import Span


class Stance(Enum):
    """How the source stands to what it is credited with."""

    ASSERTS = "asserts"
    ESTIMATES = "estimates"
    ALLEGES = "alleges"
    DENIES = "denies"
    FORECASTS = "forecasts"
    DOUBTS = "doubts"


@final
@attrs.frozen
class Attribution:
    """Who says so: the source phrase, the cue that links it, the chain behind it, and its stance.

    `chain` names whom the source itself cites, nearest first ("state media, citing the ministry": ("the ministry",)).
    """

    source: str
    span: Span | None = None
    cue: str = ""
    cue_span: Span | None = None
    chain: tuple[str, ...] = ()
    stance: Stance = Stance.ASSERTS
