"""Where votes meet: the deepest region, what it settles, and the fewest numbers that satisfy everybody.

Plain tuples and ends that compare with `<`; nothing here knows what a claim is. Every function costs n log n.
"""

from collections.abc import Callable, Sequence
from typing import Any, Final, NamedTuple

End = Any


class Ballot(NamedTuple):
    """One vote as ends on a line.

    `lower` to `upper` is what it rules out nothing of, `plausible_lower` to `plausible_upper` what it suggests.
    `point` is the lower and upper end of the number it states, `floor` and `ceiling` the end of one that states only
    a bound. A vote is `committed` when it is bounded on both sides, and `direct` when it speaks of the time asked for.
    `low` says whether it speaks to the lower side at all.
    """

    lower: End
    upper: End
    plausible_lower: End
    plausible_upper: End
    point: tuple[End, End] | None = None
    floor: End | None = None
    ceiling: End | None = None
    committed: bool = True
    weight: int = 1
    direct: bool = True
    low: bool = True


class Region(NamedTuple):
    """A stretch of the line between two ends."""

    lower: End
    upper: End


POINT: Final = "point"
FLOOR: Final = "floor"
CEILING: Final = "ceiling"
NOTHING: Final = "none"


class Outcome(NamedTuple):
    """What the votes settle: indices of the votes on each side, the core where one is agreed, and the best number."""

    core: Region | None
    hard: Region | None
    support: Sequence[int]
    strained: Sequence[int]
    outliers: Sequence[int]
    best: End | None
    basis: str


def deepest(lowers: Sequence[End], uppers: Sequence[End], weights: Sequence[int] | None = None) -> tuple[bool, Region]:
    """Return the region in which most intervals meet, and whether it is the only one of its depth.

    Neighbouring regions of one depth are two: their members differ.

    >>> deepest([0, 3, 9], [5, 6, 12])
    (True, Region(lower=3, upper=5))
    """
    lower, upper = max(lowers), min(uppers)
    if lower < upper:
        return True, Region(lower, upper)
    change: dict[End, int] = {}
    for index, end in enumerate(lowers):
        change[end] = change.get(end, 0) + (weights[index] if weights else 1)
    for index, end in enumerate(uppers):
        change[end] = change.get(end, 0) - (weights[index] if weights else 1)
    ends = sorted(change)
    depth = most = ties = 0
    region = Region(lower, upper)
    last = len(ends) - 1
    for index, end in enumerate(ends):
        depth += change[end]
        if index < last:
            if depth > most:
                most, ties, region = depth, 1, Region(end, ends[index + 1])
            elif depth == most:
                ties += 1
    return ties == 1, region


def carries(ballots: Sequence[Ballot], inside: Callable[[Ballot], bool]) -> bool:
    """Say whether the votes inside outweigh the rest, and the committed ones inside the committed rest."""
    balance = committed = anybody = 0
    for ballot in ballots:
        sign = ballot.weight if inside(ballot) else -ballot.weight
        balance += sign
        if ballot.committed:
            anybody = 1
            committed += sign
    return balance > 0 and (committed > 0 or not anybody)


def settle(ballots: Sequence[Ballot]) -> Outcome:
    """Return what the votes settle; there must be at least one.

    A core needs a region that is the only deepest one, that a majority meets, and a majority of the committed; first
    in what the votes entail, then in what they suggest within that. Without a core nobody is an outlier.
    """
    weights = [ballot.weight for ballot in ballots] if any(ballot.weight != 1 for ballot in ballots) else None
    nothing = Outcome(None, None, range(len(ballots)), (), (), None, NOTHING)
    only, hard = deepest([b.lower for b in ballots], [b.upper for b in ballots], weights)
    hard_lower, hard_upper = hard

    def meets(ballot: Ballot) -> bool:
        return bool(ballot.lower < hard_upper and hard_lower < ballot.upper)

    if not only or not carries(ballots, meets):
        return nothing
    members = [index for index, ballot in enumerate(ballots) if meets(ballot)]
    lowers, uppers, kept = [], [], []
    for index in members:
        ballot = ballots[index]
        lower = max(ballot.plausible_lower, hard_lower)
        upper = min(ballot.plausible_upper, hard_upper)
        if lower < upper:
            lowers.append(lower)
            uppers.append(upper)
            kept.append(ballot.weight)
    if not lowers:
        return nothing
    only, core = deepest(lowers, uppers, kept if weights else None)
    core_lower, core_upper = core

    def agrees(ballot: Ballot) -> bool:
        return bool(meets(ballot) and ballot.plausible_lower < core_upper and core_lower < ballot.plausible_upper)

    if not only or not carries(ballots, agrees):
        return nothing
    support = [index for index in members if agrees(ballots[index])]
    strained = [index for index in members if not agrees(ballots[index])]
    outliers = [index for index, ballot in enumerate(ballots) if not meets(ballot)]
    best, basis = _best([ballots[index] for index in support], hard)
    return Outcome(core, hard, support, strained, outliers, best, basis)


def _best(support: Sequence[Ballot], hard: Region) -> tuple[End | None, str]:
    """Return the lower weighted median of the stated numbers that nobody rules out, else the sharpest bound."""
    points = sorted(
        [
            (ballot.point[0], ballot.weight)
            for ballot in support
            if ballot.point is not None
            and ballot.direct
            and hard.lower <= ballot.point[0]
            and ballot.point[1] <= hard.upper
        ]
    )
    if points:
        half = sum(weight for _, weight in points)
        passed = 0
        for point, weight in points:
            passed += weight
            if passed * 2 >= half:
                return point, POINT
    lower = min(ballot.plausible_lower for ballot in support)
    upper = max(ballot.plausible_upper for ballot in support)
    lower, upper = max(lower, hard.lower), min(upper, hard.upper)
    # Who says "well over 1,000" names a floor below what they mean; it is the best of nobody's figures.
    meant = min([b.plausible_lower for b in support if b.low and b.direct], default=lower)
    floors = [b.floor for b in support if b.floor is not None and max(lower, meant) <= b.floor < upper]
    if floors:
        return max(floors), FLOOR
    ceilings = [b.ceiling for b in support if b.ceiling is not None and lower < b.ceiling <= upper]
    if ceilings:
        return min(ceilings), CEILING
    return None, NOTHING


def stab(lowers: Sequence[End], uppers: Sequence[End]) -> list[tuple[int, Region, list[int]]]:
    """Return the fewest regions such that every interval meets one: the interval that opened it, the region, members.

    The intervals that opened the regions are pairwise disjoint, so that no fewer regions would do. An interval is a
    member of each region that it meets.

    >>> [region for _, region, _ in stab([0, 3, 9], [5, 6, 12])]
    [Region(lower=3, upper=5), Region(lower=9, upper=12)]
    """
    order = sorted(range(len(lowers)), key=lambda index: (uppers[index], lowers[index]))
    regions: list[tuple[int, Region]] = []
    opener = -1
    for index in order:
        if opener >= 0 and lowers[index] < regions[-1][1].upper:
            last = regions[-1][1]
            if lowers[index] > last.lower:
                regions[-1] = (opener, Region(lowers[index], last.upper))
        else:
            opener = index
            regions.append((index, Region(lowers[index], uppers[index])))
    found: list[tuple[int, Region, list[int]]] = [(index, region, []) for index, region in regions]
    starts = [region.lower for _, region, _ in found]
    ends = [region.upper for _, region, _ in found]
    for index in order:
        # Regions are disjoint and sorted, so those that an interval meets stand in a row.
        position = _first_after(ends, lowers[index])
        while position < len(found) and starts[position] < uppers[index]:
            found[position][2].append(index)
            position += 1
    return found


def _first_after(ends: Sequence[End], lower: End) -> int:
    """Return the position of the first region that ends behind a point."""
    low, high = 0, len(ends)
    while low < high:
        middle = (low + high) // 2
        if lower < ends[middle]:
            high = middle
        else:
            low = middle + 1
    return low
