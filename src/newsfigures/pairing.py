"""Which claims of one group stand to each other in a given way: the pairs that may, and not all pairs."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from . import scope
from .comparison import Reading, compare
from .consensus import Group
from .errors import ArgumentError
from .policy import NEUTRAL, Policy
from .relation import Kind, Relation
from .scope import Scopes
from .timeline import line_of

#: Only what suggests no common number disagrees.
_APART: Final = frozenset({Kind.CONTRADICTS, Kind.STRAINED})


def relations(
    group: Group,
    *,
    kinds: Iterable[Kind] | None = None,
    limit: int | None = None,
    scopes: Scopes | None = None,
    policy: Policy = NEUTRAL,
) -> Iterator[Relation]:
    """Yield how claims of a group stand to each other: those that disagree, or of the kinds asked for.

    Contradictions are found by a scan over sorted ends, so that a group of thousands that agree costs next to nothing;
    at most `limit` relations are yielded. The claim with the lower figure comes first.

    >>> from newsfigures.extraction import extract
    >>> from newsfigures.report import reconcile
    >>> claims = [extract(f"It killed {n} people.", source=f"paper {n}")[0] for n in (12, 12, 40)]
    >>> [relation.kind.value for relation in relations(reconcile(claims).groups[0])]
    ['contradicts']
    """
    if not isinstance(group, Group):
        raise TypeError(f"relations are those of a Group, got {type(group).__name__}")
    if limit is not None and type(limit) is not int:  # a bool is none
        raise TypeError(f"limit must be an int, got {type(limit).__name__}")
    if limit is not None and limit < 0:
        raise ArgumentError("limit", limit, "must not be negative")
    wanted = _APART if kinds is None else frozenset(kinds)
    for kind in wanted:
        if not isinstance(kind, Kind):
            raise TypeError(f"kinds must hold members of Kind, got {type(kind).__name__}")
    return islice(_related(group, wanted, scope.load() if scopes is None else scopes, policy), limit)


def _related(group: Group, wanted: frozenset[Kind], scopes: Scopes, policy: Policy) -> Iterator[Relation]:
    if not group.claims:
        return
    line = line_of(group.claims, scopes)
    ends = [Reading(claim, line).plausible for claim in group.claims]
    order = sorted(range(len(ends)), key=lambda at: (ends[at], group.claims[at].id))
    lowers = [ends[at][0] for at in order]
    for place, at in enumerate(order):
        # Whatever begins behind the end of this one shares no number with it; what begins before does.
        first = bisect_left(lowers, ends[at][1], place + 1) if wanted <= _APART else place + 1
        for other in order[first:]:
            relation = compare(group.claims[at], group.claims[other], scopes=scopes, policy=policy)
            if relation.kind in wanted:
                yield relation
