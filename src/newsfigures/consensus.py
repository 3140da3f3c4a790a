"""What the claims of one group jointly support, with the dissent kept: the values that say so.

What is agreed is a region that a majority of origins meets, and no average: the best figure is one that somebody gave.
"""

import datetime as dt
from decimal import Decimal
from enum import Enum
from typing import Final, final

import attrs

from .claim import Claim
from .interval import Interval
from .measure import Accrual
from .trend import Trend


class Agreement(Enum):
    """How far the origins of a group agree."""

    EMPTY = "empty"
    SINGLE = "single"
    AGREED = "agreed"
    MOSTLY = "mostly"
    STRAINED = "strained"
    CONTESTED = "contested"


class Basis(Enum):
    """What sort of number a best figure is: stated, a bound that somebody named, or what a policy picked."""

    NONE = "none"
    POINT = "point"
    FLOOR = "floor"
    CEILING = "ceiling"
    LATEST = "latest"
    MAJORITY = "majority"
    LOWEST = "lowest"
    PREFERRED = "preferred"


@final
@attrs.frozen(kw_only=True)
class Vote:
    """What one origin says of a group's number, however many reports carry it.

    `entailed` and `plausible` join its statements; `conflicted` says that they exclude each other. A vote that is not
    `is_direct` speaks of another time; a `is_party` one has a stake and is only shown.
    """

    origin: str
    claims: tuple[str, ...]
    entailed: Interval
    plausible: Interval
    best: Decimal | None = None
    weight: int = 1
    reports: int = 1
    conflicted: bool = False
    is_direct: bool = True
    is_party: bool = False


@final
@attrs.frozen(kw_only=True)
class Position:
    """A stretch of numbers that would satisfy the origins in `committed`, and also those in `also_fits`.

    `fits` counts both kinds; where there are very many positions, `also_fits` is left empty.
    """

    region: Interval
    committed: tuple[str, ...]
    also_fits: tuple[str, ...] = ()
    fits: int = 0


@final
@attrs.frozen(kw_only=True)
class Consensus:
    """What the origins of a group jointly support.

    `lower` to `upper` is the range that the supporters suggest, `core` the region they share, `floor` and `ceiling`
    what they entail, `span` their range before it is cut to that; `None` where nobody gives an end. `best` is a number
    that the claim `best_claim` states, or a bound as `basis` says; `None` where there is no agreement. `origins` speak
    of the time itself, `earlier` of a time before, `reports` carry them. `support`, `strained`, `outliers` and
    `parties` name origins. `positions` are the fewest numbers that satisfy everybody, the claims of `certificate`
    exclude each other and show that fewer would not do.
    """

    status: Agreement
    lower: Decimal | None = None
    best: Decimal | None = None
    upper: Decimal | None = None
    basis: Basis = Basis.NONE
    best_claim: str = ""
    core: Interval | None = None
    span: Interval | None = None
    floor: Decimal | None = None
    ceiling: Decimal | None = None
    unit: str = ""
    origins: int = 0
    earlier: int = 0
    reports: int = 0
    support: tuple[str, ...] = ()
    strained: tuple[str, ...] = ()
    outliers: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    positions: tuple[Position, ...] = ()
    certificate: tuple[str, ...] = ()
    at: dt.date | None = None
    assumptions: tuple[str, ...] = ()

    def _repr_html_(self) -> str:
        """Return the picture that a notebook shows."""
        from .display import html  # noqa: PLC0415  (drawn by a module above this one)

        return html(self, fragment=True)


@final
@attrs.frozen(kw_only=True)
class Group:
    """The claims that speak of one number, what they speak of, each origin's vote, and the consensus.

    Empty texts say that no claim named it. `covered` is the time from first to last day that a step covers.
    """

    measure: str
    claims: tuple[Claim, ...]
    votes: tuple[Vote, ...]
    consensus: Consensus
    subject: str = ""
    place: str = ""
    event: str = ""
    basis: str = "reported"
    denominator: str = ""
    unit: str = ""
    accrual: Accrual | None = None
    trend: Trend = Trend.LEVEL
    covered: tuple[dt.date, dt.date] | None = None
    assumptions: tuple[str, ...] = ()


class Severity(Enum):
    """How much a finding weighs: what cannot be, what is hardly so, what tells more, what only adds up."""

    CONTRADICTS = "contradicts"
    STRAINED = "strained"
    NARROWS = "narrows"
    INFORMS = "informs"


@final
@attrs.frozen(kw_only=True)
class Finding:
    """What figures of different measures, subjects or times say of each other; it never votes.

    `kind` is part_exceeds_whole, partition, sum or bridge; `needs` what would have to be true of `of` for all the
    claims to hold, in `unit`.
    """

    kind: str
    severity: Severity
    claims: tuple[str, ...]
    text: str
    needs: Interval | None = None
    of: str = ""
    unit: str = ""


@final
@attrs.frozen(kw_only=True)
class Step:
    """One step of a developing story: the consensus from then on, by which claims, and what happened.

    `event` is first, rise, fall, revised_down, contested, settled or changed.
    """

    at: dt.date | None
    consensus: Consensus
    changed_by: tuple[str, ...]
    event: str


EMPTY: Final = Consensus(status=Agreement.EMPTY)
