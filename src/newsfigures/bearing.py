"""How a figure stands to one figure of its sources: the aspects that were checked, and the verdict of each."""

from enum import Enum
from typing import Final, NamedTuple, final

import attrs

from .claim import Claim


class Verdict(Enum):
    """How a figure stands to its sources, from the best to the worst.

    `follows`: whatever the source allows, the claim allows too. `fits`: nothing speaks against it, but it says a detail
    that the source does not say, or takes what the source only suggests as said. `beyond`: it may be true, but it says
    more than the source does. `contradicts`: both cannot be true. `unsupported`: no figure of the sources speaks of it.
    """

    FOLLOWS = "follows"
    FITS = "fits"
    BEYOND = "beyond"
    CONTRADICTS = "contradicts"
    UNSUPPORTED = "unsupported"

    @property
    def rank(self) -> int:
        """The place from best (0) to worst."""
        return _RANKS[self]


_RANKS: Final = {verdict: rank for rank, verdict in enumerate(Verdict)}


class Aspect(Enum):
    """The side of a figure that a check looks at."""

    UNIT = "unit"
    MEASURE = "measure"
    BASIS = "basis"
    SUBJECT = "subject"
    PLACE = "place"
    EVENT = "event"
    TREND = "trend"
    TIME = "time"
    SPEAKER = "speaker"
    STATUS = "status"
    VALUE = "value"


@final
@attrs.frozen
class Check:
    """One step of a verdict: the aspect looked at, how far it supports the claim, why, and what the two sides say."""

    aspect: Aspect
    verdict: Verdict
    reason: str
    claimed: str = ""
    given: str = ""


class Distance(NamedTuple):
    """How far a source figure is from being the claim's own counterpart; sorts, the nearest first."""

    other: bool
    speaker: bool
    uneven: bool
    unsaid: int


@final
class Bearing:
    """The checks of one claim against one figure of the sources."""

    __slots__ = ("checks", "distance", "source")

    def __init__(self, source: Claim, checks: tuple[Check, ...], distance: Distance) -> None:
        self.source = source
        self.checks = checks
        self.distance = distance

    @property
    def verdict(self) -> Verdict:
        """The worst of the checks."""
        return max((check.verdict for check in self.checks), key=lambda verdict: verdict.rank)
