"""How `reconcile` chooses a figure where reports differ, as frozen values.

A policy changes the choice alone: relations, positions and what each report says stay the same under all of them.
"""

import datetime as dt
from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import Final, Self, final

import attrs

from .errors import ArgumentError


class Choice(Enum):
    """How the best figure is picked."""

    AGREED = "agreed"
    RECENT_MAJORITY_LOWEST = "recent_majority_lowest"
    PREFERRED = "preferred"
    CONSERVATIVE = "conservative"
    EXTREMES = "extremes"


def _span(_: object, attribute: "attrs.Attribute[dt.timedelta]", value: object) -> None:
    if not isinstance(value, dt.timedelta):
        raise TypeError(f"{attribute.name} must be a timedelta, got {type(value).__name__}")
    if value < dt.timedelta(0):
        raise ArgumentError(attribute.name, value, "must not be negative")


def _weights(_: object, _attribute: "attrs.Attribute[tuple[tuple[str, int], ...]]", value: object) -> None:
    if not isinstance(value, tuple) or not all(
        isinstance(pair, tuple) and len(pair) == 2 and isinstance(pair[0], str) and isinstance(pair[1], int)
        for pair in value
    ):
        raise TypeError("weights must be a tuple of pairs of an origin and a whole number")
    for origin, weight in value:
        if weight < 1:
            raise ArgumentError("weights", (origin, weight), "must be at least 1")


@final
@attrs.frozen(kw_only=True)
class Policy:
    """How to choose among reports; the presets are `Policy.named("gtd")` and its like.

    `report_lag` is how far before publication an undated figure may lie, `current_for` how long a level holds.
    `weights` gives an origin (an outlet, agency or claimant, as named in the claims) more than one vote, `preferred`
    names origins whose figure is taken. `separate_parties` keeps those with a stake from voting while others speak.
    `vague` counts a vague word as its floor (dozens: 12, hundreds: 100); `divides` takes of a total for several linked
    events an equal share.

    >>> Policy.named("gtd").choice
    <Choice.RECENT_MAJORITY_LOWEST: 'recent_majority_lowest'>
    """

    name: str = "neutral"
    choice: Choice = attrs.field(default=Choice.AGREED, validator=attrs.validators.instance_of(Choice))
    report_lag: dt.timedelta = attrs.field(default=dt.timedelta(hours=24), validator=_span)
    current_for: dt.timedelta = attrs.field(default=dt.timedelta(hours=24), validator=_span)
    separate_parties: bool = True
    preferred: tuple[str, ...] = ()
    weights: tuple[tuple[str, int], ...] = attrs.field(default=(), validator=_weights)
    vague: bool = False
    divides: bool = False

    @classmethod
    def named(cls, name: str) -> Self:
        """Return a preset: neutral, gtd, ucdp, acled or min_max."""
        if not isinstance(name, str):
            raise TypeError(f"a policy is named by a string, got {type(name).__name__}")
        found = PRESETS.get(name)
        if found is None:
            raise ArgumentError("name", name, f"no such policy; there are {', '.join(PRESETS)}")
        choice, vague, divides = found
        return cls(name=name, choice=choice, vague=vague, divides=divides)


#: The presets by name: the choice, and whether `vague` and `divides` hold.
PRESETS: Final[Mapping[str, tuple[Choice, bool, bool]]] = MappingProxyType(
    {
        "neutral": (Choice.AGREED, False, False),
        "gtd": (Choice.RECENT_MAJORITY_LOWEST, False, True),
        "ucdp": (Choice.PREFERRED, False, False),
        "acled": (Choice.CONSERVATIVE, True, False),
        "min_max": (Choice.EXTREMES, False, False),
    }
)

NEUTRAL = Policy.named("neutral")
GTD = Policy.named("gtd")
UCDP = Policy.named("ucdp")
ACLED = Policy.named("acled")
MIN_MAX = Policy.named("min_max")
