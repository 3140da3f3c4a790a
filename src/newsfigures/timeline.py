"""How the consensus of a group came to be: one step for each time at which it changed."""

from collections.abc import Sequence
from decimal import Decimal

from . import scope
from .claim import Claim
from .consensus import Agreement, Consensus, Step
from .council import Council
from .line import COUNTED, Line
from .measure import Accrual
from .policy import Policy
from .scope import Scopes
from .statement import Entry, entries_of, statements


def line_of(claims: Sequence[Claim], scopes: Scopes) -> Line:
    """Return the line of claims of one group: its commonest unit, the first by name of several."""
    units = [claim.quantity.unit for claim in claims]
    first = units[0]
    if any(unit is not first and unit != first for unit in units):
        counts: dict[str, int] = {}
        for unit in units:
            counts[unit.name] = counts.get(unit.name, 0) + 1
        name = min(counts, key=lambda name: (-counts[name], name))
        first = min([unit for unit in units if unit.name == name], key=repr)
    if scopes.counts(claims[0]) and not first.name:
        first = COUNTED
    return Line(first)


def steps(claims: Sequence[Claim], policy: Policy, scopes: Scopes | None = None) -> tuple[Step, ...]:
    """Return the steps of the claims of one group, earliest first; each knows what had been said of it by then.

    Undated claims belong to every step. Costs a consensus for each distinct time.
    """
    if not claims:
        return ()
    lattice = scope.load() if scopes is None else scopes
    line = line_of(claims, lattice)
    entries = entries_of(sorted(claims, key=lambda claim: claim.id), line, lattice, policy)
    times = sorted({entry.window for entry in entries}, key=lambda window: (window.start, -window.end))
    found: list[Step] = []
    for time in times:
        known = [entry for entry in entries if (entry.window.start, -entry.window.end) <= (time.start, -time.end)]
        council = Council(statements(known, line), line, policy)
        consensus = council.consensus()
        before = found[-1].consensus if found else None
        if before is not None and _same(before, consensus):
            continue
        new = tuple(sorted([entry.claim.id for entry in known if entry.window == time]))
        grows = council.grows
        found.append(
            Step(
                at=consensus.at,
                consensus=consensus,
                changed_by=new,
                event=_event(before, consensus, known, grows=grows),
            )
        )
    return tuple(found)


def _same(a: Consensus, b: Consensus) -> bool:
    return (a.status, a.lower, a.best, a.upper) == (b.status, b.lower, b.best, b.upper)


def _event(before: Consensus | None, now: Consensus, known: Sequence[Entry], *, grows: bool) -> str:
    if before is None:
        return "first"
    if now.status is Agreement.CONTESTED:
        return "contested"
    if before.status is Agreement.CONTESTED:
        return "settled"
    old, new = _middle(before), _middle(now)
    if old is None or new is None or old == new:
        return "changed"
    if new > old:
        return "rise"
    accruals = {entry.claim.measure.accrual for entry in known}
    return "revised_down" if grows or Accrual.CUMULATIVE in accruals else "fall"


def _middle(consensus: Consensus) -> Decimal | None:
    if consensus.best is not None:
        return consensus.best
    return consensus.lower if consensus.lower is not None else consensus.upper
