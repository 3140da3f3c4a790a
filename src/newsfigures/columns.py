"""Consensus over columns of whole numbers: the same sweeps as over claims, without an object for each row.

For millions of rows that are already read, of one time and grouped by the caller. An end is inclusive, `None` is
unbounded. What a row's words were is told by its ends: without an upper end it is a floor, from zero a ceiling.
"""

from collections.abc import Hashable, Sequence
from typing import Any, Final, final

import attrs

from . import sweep
from .consensus import Agreement
from .errors import ArgumentError
from .line import EVERYWHERE
from .sweep import Ballot, Region

_ENDS: Final = ("lower", "upper", "plausible_lower", "plausible_upper")


@final
@attrs.frozen(kw_only=True)
class Columns:
    """One row for each group, in the order of the groups; ends are inclusive, `None` where nobody gives one."""

    group: tuple[Any, ...]
    status: tuple[Agreement, ...]
    lower: tuple[int | None, ...]
    best: tuple[int | None, ...]
    upper: tuple[int | None, ...]
    core_lower: tuple[int | None, ...]
    core_upper: tuple[int | None, ...]
    origins: tuple[int, ...]
    positions: tuple[int, ...]


def reconcile_columns(
    *,
    group: Sequence[Hashable],
    origin: Sequence[Hashable],
    lower: Sequence[int | None],
    upper: Sequence[int | None],
    plausible_lower: Sequence[int | None] | None = None,
    plausible_upper: Sequence[int | None] | None = None,
    best: Sequence[int | None] | None = None,
) -> Columns:
    """Return the consensus of each group of rows; all columns have one length, groups must be comparable.

    >>> found = reconcile_columns(
    ...     group=[1, 1, 1], origin=["a", "b", "c"], lower=[12, 12, 19], upper=[12, 12, None], best=[12, 12, None]
    ... )
    >>> found.status, found.best
    ((<Agreement.MOSTLY: 'mostly'>,), (12,))
    """
    size = len(group)
    nothing: Sequence[int | None] = (None,) * size
    table = {
        "origin": origin,
        "lower": lower,
        "upper": upper,
        "plausible_lower": lower if plausible_lower is None else plausible_lower,
        "plausible_upper": upper if plausible_upper is None else plausible_upper,
        "best": nothing if best is None else best,
    }
    for name, column in table.items():
        if len(column) != size:
            raise ArgumentError(name, len(column), f"must be as long as group, which has {size}")
    rows: dict[Hashable, list[_Row]] = {}
    parts = zip(group, *table.values(), strict=True)
    for key, who, low, high, near, far, point in parts:
        end = EVERYWHERE if high is None else high + 1
        row = (who, low or 0, end, near or 0, EVERYWHERE if far is None else far + 1, point)
        if row[1] >= end or row[3] >= row[4]:
            raise ArgumentError("upper", high, f"must not be below the lower end, in group {key!r}")
        known = rows.get(key)
        if known is None:
            rows[key] = [row]
        else:
            known.append(row)
    keys = sorted(rows)  # type: ignore[type-var]
    found = [_settle(rows[key]) for key in keys]
    return Columns(group=tuple(keys), **dict(zip(_NAMES, _turned(found), strict=True)))


_Row = tuple[Hashable, int, int, int, int, int | None]
_NAMES: Final = ("status", "lower", "best", "upper", "core_lower", "core_upper", "origins", "positions")


def _turned(found: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    return list(zip(*found, strict=True)) if found else [()] * len(_NAMES)


def _settle(rows: list[_Row]) -> tuple[Any, ...]:
    """Return the consensus of one group as a row."""
    ballots = [_ballot(row) for row in _statements(rows)]
    outcome = sweep.settle(ballots)
    regions = sweep.stab([b.plausible_lower for b in ballots], [b.plausible_upper for b in ballots])
    core = outcome.core
    if core is None:
        meet = max([b.lower for b in ballots]) < min([b.upper for b in ballots])
        status = Agreement.STRAINED if meet else Agreement.CONTESTED
        sided = ballots
    else:
        many = Agreement.SINGLE if len(ballots) == 1 else Agreement.AGREED
        status = Agreement.MOSTLY if len(regions) > 1 else many
        sided = [ballots[index] for index in outcome.support]
    lower, upper = _span(sided, outcome.hard)
    top = outcome.best
    return (
        status,
        lower,
        None if top is None else top - 1 if outcome.basis == sweep.CEILING else top,
        _top(upper),
        None if core is None else core.lower,
        None if core is None else _top(core.upper),
        len(ballots),
        len(regions),
    )


def _span(ballots: Sequence[Ballot], hard: Region | None) -> tuple[int | None, int]:
    """Return the outermost ends that are suggested and spoken to, kept within what the core entails."""
    lowers = [ballot.plausible_lower for ballot in ballots if ballot.low]
    upper = max([ballot.plausible_upper for ballot in ballots])
    if hard is None:
        return (min(lowers) if len(lowers) == len(ballots) else None), upper
    return (max(min(lowers), hard.lower) if lowers else None), min(upper, hard.upper)


def _top(end: int | None) -> int | None:
    return None if end is None or end >= EVERYWHERE else end - 1


def _statements(rows: list[_Row]) -> list[_Row]:
    """Join what each origin says: where its statements meet, else all that they span."""
    by_origin: dict[Hashable, _Row] = {}
    several: dict[Hashable, list[_Row]] = {}
    for row in rows:
        known = by_origin.setdefault(row[0], row)
        if known is not row and known != row:
            several.setdefault(row[0], [known]).append(row)
    for who, own in several.items():
        by_origin[who] = _joined(who, own)
    return list(by_origin.values())


def _joined(who: Hashable, rows: list[_Row]) -> _Row:
    lower, upper = max([r[1] for r in rows]), min([r[2] for r in rows])
    if lower >= upper:
        lower, upper = min([r[1] for r in rows]), max([r[2] for r in rows])
    near, far = max([r[3] for r in rows]), min([r[4] for r in rows])
    conflicted = near >= far
    if conflicted:
        near, far = min([r[3] for r in rows]), max([r[4] for r in rows])
    near, far = max(near, lower), min(far, upper)
    if near >= far:
        near, far = lower, upper
    points = sorted([(r[4] - r[3], r[5]) for r in rows if r[5] is not None and lower <= r[5] < upper])
    return who, lower, upper, near, far, None if conflicted or not points else points[0][1]


def _ballot(row: _Row) -> Ballot:
    _, lower, upper, near, far, point = row
    bounded = upper < EVERYWHERE
    is_zero = upper <= 1
    return Ballot(
        lower,
        upper,
        near,
        far,
        None if point is None or not lower <= point < upper else (point, point + 1),
        None if bounded or lower <= 0 else lower,
        upper if bounded and lower <= 0 and not is_zero else None,
        bounded and (lower > 0 or is_zero),
        1,
        True,
        not (bounded and lower <= 0 and not is_zero and point is None),
    )
