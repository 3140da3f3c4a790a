"""What is counted and of whom: "killed" of "soldiers"."""

from enum import Enum
from typing import final

import attrs

from .text import Span


class Accrual(Enum):
    """How a figure grows: a running toll, a level, a step, a rate or a share."""

    CUMULATIVE = "cumulative"
    STOCK = "stock"
    INCREMENT = "increment"
    RATE = "rate"
    SHARE = "share"


@final
@attrs.frozen
class Measure:
    """What is counted.

    `id` is a row of the measures table (killed, injured, troops, revenue) or else the lemma of the counted noun;
    `basis` is reported, confirmed, estimated, verified ...; `denominator` what a share or rate is of.
    """

    id: str
    accrual: Accrual | None = None
    basis: str = "reported"
    denominator: str = ""


@final
@attrs.frozen
class Subject:
    """The noun phrase that a figure is about: its text, the lemma of its head, and where it stands."""

    text: str
    head: str
    span: Span | None = None
    modifiers: tuple[str, ...] = ()


UNKNOWN = Measure("")
