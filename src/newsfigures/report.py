"""From many claims to a report: groups with their consensus, findings across them, and what could not be used."""

import datetime as dt
from collections.abc import Iterable
from typing import final

import attrs

from . import scope, timeline, window
from . import total as totals
from .claim import Claim, Claims
from .consensus import Finding, Group, Step
from .council import Council
from .finding import Checks, Kin, Session
from .grouping import Gathered, Node, gather
from .line import Line
from .policy import NEUTRAL, Policy
from .scope import Scopes
from .statement import entries_of, statements
from .total import Total


@final
@attrs.frozen(kw_only=True)
class Report:
    """What claims from several reports amount to.

    `groups` hold the claims that speak of one number each, sorted by what they speak of; `findings` what the groups
    say of each other; `unmatched` the ids of claims that took no part (denied, forecast, part of another, or of an
    unknown measure), `others` those claims.
    """

    groups: tuple[Group, ...] = ()
    findings: tuple[Finding, ...] = ()
    unmatched: tuple[str, ...] = ()
    others: tuple[Claim, ...] = ()
    policy: Policy = NEUTRAL

    def _repr_html_(self) -> str:
        """Return the picture that a notebook shows."""
        from .display import html  # noqa: PLC0415  (drawn by a module above this one)

        return html(self, fragment=True)

    @property
    def claims(self) -> Claims:
        """All claims, group by group."""
        return Claims([*(claim for group in self.groups for claim in group.claims), *self.others])

    def of(self, measure: str) -> tuple[Group, ...]:
        """Return the groups of a measure, by its id."""
        return tuple(group for group in self.groups if group.measure == measure)

    def total(self, measure: str, *, scopes: Scopes | None = None) -> Total | None:
        """Return the whole count of a measure over all subjects; `None` where no claim gives one.

        A stated total is taken, or the parts that share nobody are added; see `Total`.
        """
        if not isinstance(measure, str):
            raise TypeError(f"measure must be the id of a measure, got {type(measure).__name__}")
        return totals.total(self.claims, measure, self.policy, scope.load() if scopes is None else scopes)

    def timeline(self, measure: str) -> tuple[Step, ...]:
        """Return how the consensus on a measure developed: of its group with the most claims."""
        groups = sorted(self.of(measure), key=lambda group: -len(group.claims))
        return timeline.steps(groups[0].claims, self.policy) if groups else ()


def reconcile(claims: Iterable[Claim], *, policy: Policy = NEUTRAL, scopes: Scopes | None = None) -> Report:
    """Return what claims from several reports jointly support, whatever their order.

    Raises `TypeError` on an item that is no claim and `ClaimError` on items that cannot be judged together, naming
    the item. No claims make an empty report.

    >>> reconcile([]).groups
    ()
    """
    if not isinstance(policy, Policy):
        raise TypeError(f"policy must be a Policy, got {type(policy).__name__}")
    if scopes is not None and not isinstance(scopes, Scopes):
        raise TypeError(f"scopes must be Scopes, got {type(scopes).__name__}")
    lattice = scope.load() if scopes is None else scopes
    gathered, aside = gather(claims, lattice, policy)
    kin = Kin([found.node for found in gathered], lattice)
    needed = kin.needed() if len(gathered) > 1 else set()
    groups = []
    # Only groups that bear on another keep what went into them: memory is that of the result.
    sessions: dict[int, Session] = {}
    for index, found in enumerate(gathered):
        session = _session(found, lattice, policy)
        groups.append(session.group)
        if index in needed:
            sessions[index] = session
    return Report(
        groups=tuple(groups),
        findings=Checks(sessions, kin).findings(),
        unmatched=tuple([claim.id for claim in aside]),
        others=tuple(aside),
        policy=policy,
    )


def _session(found: Gathered, scopes: Scopes, policy: Policy) -> Session:
    claims = found.claims
    line = timeline.line_of(claims, scopes)
    entries = entries_of(claims, line, scopes, policy)
    council = Council(statements(entries, line), line, policy)
    return Session(found.node, line, entries, council, _group(found, line, council))


def _group(found: Gathered, line: Line, council: Council) -> Group:
    node = found.node
    return Group(
        measure=node.measure,
        claims=tuple(found.claims),
        votes=council.votes(),
        consensus=council.consensus(),
        subject=_text(node.subject),
        place=_text(node.place),
        event=_text(node.event),
        basis=node.basis,
        denominator=node.denominator or "",
        unit=line.unit.name,
        accrual=node.accrual,
        trend=node.trend,
        covered=_days(node),
        assumptions=found.assumptions,
    )


def _text(value: scope.Named | None) -> str:
    return "" if value is None else " ".join([*sorted(value.qualifiers), value.name]).strip()


def _days(node: Node) -> tuple[dt.date, dt.date] | None:
    if node.covered is None:
        return None
    start, end = node.covered
    if start <= -window.EVER or end >= window.EVER:
        return None
    return window.date_of(start), window.date_of(end - 1 if end - start == 1 else end - window.DAY)
