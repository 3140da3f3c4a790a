"""Which figure a policy picks where reports differ; what they say stays as it is."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

import attrs

from . import origin
from .consensus import Basis, Consensus
from .hedge import Hedge
from .line import Line
from .policy import Choice, Policy
from .statement import Statement


def figure(statement: Statement, line: Line, policy: Policy) -> Decimal | None:
    """Return the one number that a coder would write down for a statement: as stated, else its floor or ceiling."""
    if statement.point is not None:
        return line.lower(statement.point[0])
    if statement.conflicted:
        points = [entry.point[0] for entry in statement.entries if entry.point is not None]
        return line.lower(min(points)) if points else None
    if any(entry.claim.quantity.hedge is Hedge.VAGUE for entry in statement.entries) and not policy.vague:
        return None
    if statement.entailed[0] > line.zero:
        return line.lower(statement.entailed[0])
    return line.upper(statement.entailed[1])


def choose(
    found: Consensus, direct: Sequence[Statement], line: Line, policy: Policy, weights: Mapping[str, int]
) -> Consensus:
    """Return the consensus with the figure that the policy picks among those of the time itself."""
    figures = [(value, statement) for statement in direct if (value := figure(statement, line, policy)) is not None]
    if not figures:
        return found
    lowest = min(value for value, _ in figures)
    highest = max(value for value, _ in figures)
    if policy.choice is Choice.EXTREMES:
        return attrs.evolve(found, lower=lowest, best=None, upper=highest, basis=Basis.NONE, best_claim="")
    if policy.choice is Choice.PREFERRED:
        chosen = _preferred(figures, policy)
        found = attrs.evolve(found, lower=lowest, upper=highest)
        return _picked(found, chosen, Basis.PREFERRED, figures) if chosen is not None else found
    if policy.choice is Choice.CONSERVATIVE:
        return _picked(found, lowest, Basis.LOWEST, figures)
    majority = _majority(figures, weights)
    if len(figures) == 1:
        basis = Basis.LATEST if found.earlier else found.basis
        return _picked(found, lowest, basis if basis is not Basis.NONE else Basis.POINT, figures)
    if majority is not None:
        return _picked(found, majority, Basis.MAJORITY, figures)
    return _picked(found, lowest, Basis.LOWEST, figures)


def _majority(figures: Sequence[tuple[Decimal, Statement]], weights: Mapping[str, int]) -> Decimal | None:
    counts: dict[Decimal, int] = {}
    for value, statement in figures:
        counts[value] = counts.get(value, 0) + weights.get(origin.fold(statement.origin), 1)
    half = sum(counts.values())
    return next((value for value in sorted(counts) if counts[value] * 2 > half), None)


def _preferred(figures: Sequence[tuple[Decimal, Statement]], policy: Policy) -> Decimal | None:
    for who in policy.preferred:
        for value, statement in figures:
            if origin.fold(statement.origin) == origin.fold(who):
                return value
    return None


def _picked(found: Consensus, value: Decimal, basis: Basis, figures: Sequence[tuple[Decimal, Statement]]) -> Consensus:
    claims = [entry.claim.id for number, statement in figures if number == value for entry in statement.entries]
    return attrs.evolve(
        found,
        best=value,
        basis=basis,
        best_claim=min(claims, default=""),
        lower=value if found.lower is None else min(found.lower, value),
        upper=found.upper if found.upper is None else max(found.upper, value),
    )
