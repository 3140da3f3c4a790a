"""What figures of different measures, subjects or times say of each other: parts and wholes, sums, steps and levels.

Findings never vote. They say what does not add up, and what would have to be true for it to add up.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, Final, final

from .consensus import Agreement, Finding, Group, Severity
from .council import Council
from .grouping import Node
from .interval import INFINITY, Interval
from .line import Line
from .measure import Accrual
from .row import WholeWord
from .scope import Named, Scopes
from .statement import Entry, Statement
from .trend import Trend
from .wording import extent, listed, number

_EVERYBODY: Final = ("person",)
_NOT_NEGATIVE: Final = Interval(Decimal(0), INFINITY)


@final
class Session:
    """One group with all that went into it, while a report is made."""

    __slots__ = ("council", "entries", "group", "line", "node")

    def __init__(self, node: Node, line: Line, entries: Sequence[Entry], council: Council, group: Group) -> None:
        self.node = node
        self.line = line
        self.entries = entries
        self.council = council
        self.group = group


_Place = tuple[object, ...]


def _place(node: Node, **other: Any) -> _Place:
    """Return what two sessions share that differ in the named axes alone."""
    node = node._replace(**other)
    # "People" is everybody, as is nobody named.
    subject = () if node.subject is None or node.subject.key == _EVERYBODY else node.subject.key
    where = () if node.place is None else node.place.key
    event = () if node.event is None else node.event.key
    return node.measure, node.basis, node.unit, node.trend, node.denominator, event, where, subject


@final
class Kin:
    """Which groups bear on each other, told from what they speak of alone; by their positions."""

    def __init__(self, nodes: Sequence[Node], scopes: Scopes) -> None:
        self.nodes = nodes
        self.scopes = scopes
        self.levels: dict[_Place, int] = {}
        for index, node in enumerate(nodes):
            if node.accrual is not Accrual.INCREMENT:
                self.levels.setdefault(_place(node), index)
        self.present = {
            "measure": {node.measure for node in nodes},
            "basis": {node.basis for node in nodes},
            "subject": {node.subject.name for node in nodes if node.subject is not None},
            "place": {node.place.name for node in nodes if node.place is not None},
        }

    def needed(self) -> set[int]:
        """Return the positions of all groups that bear on another."""
        found: set[int] = set()
        for index, node in enumerate(self.nodes):
            if node.accrual is Accrual.INCREMENT:
                level = self.level(index)
                kin = [] if level is None else [level]
            else:
                kin = [*self.wholes(index), *(part for _, parts in self.sums(index) for part in parts)]
            if kin:
                found |= {index, *kin}
        return found

    def wholes(self, index: int) -> list[int]:
        """Return the groups of which this one counts a part."""
        node, above, present = self.nodes[index], self.scopes.above, self.present
        places: list[_Place] = []
        for axis, value in (("measure", node.measure), ("basis", node.basis)):
            places += [_place(node, **{axis: name}) for name in above(axis, value) & present[axis]]
        if node.place is not None:
            places += [_place(node, place=Named(name)) for name in above("place", node.place) & present["place"]]
        if node.subject is not None:
            for name in above("subject", node.subject) & present["subject"]:
                places.append(_place(node, subject=Named(name, "", node.subject.qualifiers)))
                places.append(_place(node, subject=Named(name)))
        found = {self.levels[place] for place in places if place in self.levels}
        return sorted(found - {index})

    def sums(self, index: int) -> list[tuple[WholeWord, list[int]]]:
        """Return the groups that together make up what this one counts, where all of them are there."""
        node = self.nodes[index]
        found = []
        for axis, value in (("measure", node.measure), ("basis", node.basis)):
            for row in self.scopes.sums(axis):
                if row.name == value and self.present[axis].issuperset(row.parts):
                    parts = [self.levels.get(_place(node, **{axis: part})) for part in row.parts]
                    known = [part for part in parts if part is not None]
                    if len(known) == len(parts):
                        found.append((row, known))
        return found

    def level(self, index: int) -> int | None:
        """Return the running total to which this group gives the steps."""
        node = self.nodes[index]
        found = None if node.trend is Trend.FALL else self.levels.get(_place(node, trend=Trend.LEVEL))
        return found if found is not None and self.nodes[found].accrual is Accrual.CUMULATIVE else None


@final
class Checks:
    """The checks over the groups of a report that bear on each other."""

    def __init__(self, sessions: Mapping[int, Session], kin: Kin) -> None:
        self.sessions = sessions
        self.kin = kin

    def findings(self) -> tuple[Finding, ...]:
        """Return all findings, in an order that does not depend on that of the claims."""
        found: list[Finding] = []
        for index, session in self.sessions.items():
            if session.node.accrual is Accrual.INCREMENT:
                level = self.kin.level(index)
                if level is not None:
                    found += self._bridges(session, self.sessions[level])
                continue
            for whole in self.kin.wholes(index):
                found += self._part(session, self.sessions[whole])
            for _, positions in self.kin.sums(index):
                parts = [self.sessions[position] for position in positions]
                if all(part.group.consensus.core is not None for part in parts):
                    found += self._sum(session, parts)
        return tuple(sorted(found, key=lambda f: (f.kind, f.claims, f.text)))

    # ---- a part is not more than its whole

    def _part(self, part: Session, whole: Session) -> Iterator[Finding]:
        one = max(part.council.direct, key=lambda s: (s.firm[0], s.plausible[0], s.origin), default=None)
        other = min(whole.council.direct, key=lambda s: (s.firm[1], s.plausible[1], s.origin), default=None)
        if one is None or other is None or not _binds(part, one, whole, other):
            return
        if other.firm[1] <= one.firm[0]:
            severity = Severity.CONTRADICTS
        elif other.plausible[1] <= one.plausible[0]:
            severity = Severity.STRAINED
        else:
            return
        mine, its = _figure(part, one), _figure(whole, other)
        yield Finding(
            kind="part_exceeds_whole",
            severity=severity,
            claims=_ids(one, other),
            text=f"{mine} ({_name(part)}) would be a part of {its} ({_name(whole)}), and exceeds it",
            needs=whole.line.interval(whole.line.zero, max(other.plausible[1], whole.line.above_zero)),
            of=part.node.measure,
            unit=part.group.unit,
        )

    # ---- the parts make up the whole

    def _sum(self, whole: Session, parts: Sequence[Session]) -> Iterator[Finding]:
        suggested = _total(parts, _range)
        entailed = _total(parts, _entailed)
        ids = tuple(sorted([part.group.consensus.best_claim or part.group.claims[0].id for part in parts]))
        names = listed([_name(part) for part in parts])
        if whole.group.consensus.status in {Agreement.CONTESTED, Agreement.STRAINED}:
            text = f"{names} together: {extent(suggested)}"
            yield Finding(
                kind="sum",
                severity=Severity.INFORMS,
                claims=ids,
                text=text,
                needs=suggested,
                of=whole.node.measure,
                unit=whole.group.unit,
            )
        for statement in whole.council.direct:
            yield from self._partition(whole, statement, parts, entailed, suggested)

    def _partition(
        self, whole: Session, statement: Statement, parts: Sequence[Session], entailed: Interval, suggested: Interval
    ) -> Iterator[Finding]:
        line = whole.line
        firm, plausible = line.interval(*statement.firm), line.interval(*statement.plausible)
        first, rest = parts[0], parts[1:]
        own = _range(first)
        others = _total(rest, _range) if rest else Interval(Decimal(0), Decimal(0))
        needs = (plausible + -others) & _NOT_NEGATIVE
        if not entailed.overlaps(firm):
            severity = Severity.CONTRADICTS
        elif not suggested.overlaps(plausible) or needs is None or not needs.overlaps(own):
            severity = Severity.STRAINED
        elif own.within(needs):
            return
        else:
            severity, needs = Severity.NARROWS, needs & own
        ids = [part.group.consensus.best_claim or part.group.claims[0].id for part in parts]
        wanted = "no number" if needs is None else extent(needs)
        text = (
            f"if {_figure(whole, statement)} is right and {listed([_said(part) for part in rest])}, "
            f"{_name(first)} would have to be {wanted}; it is given as {extent(own)}"
        )
        yield Finding(
            kind="partition",
            severity=severity,
            claims=tuple(sorted({*_ids(statement), *ids})),
            text=text,
            needs=needs,
            of=first.node.measure,
            unit=whole.group.unit,
        )

    # ---- a level and the step to the next

    def _bridges(self, steps: Session, levels: Session) -> Iterator[Finding]:
        ladder = sorted(levels.entries, key=lambda e: (e.window.end, e.window.start, e.claim.id))
        ends = [entry.window.end for entry in ladder]
        for entry in steps.entries:
            pair = self._rungs(entry, steps, ladder, ends)
            if pair is not None:
                yield from _bridge(steps, entry, *pair)

    def _rungs(
        self, step: Entry, steps: Session, ladder: Sequence[Entry], ends: Sequence[int]
    ) -> tuple[Entry, Entry] | None:
        """Return the levels before and after a step: by the links of the claim, else by the time that it covers."""
        linked = [entry for entry in ladder if entry.claim.id in step.claim.related]
        if linked:
            after = linked[-1]
            same = [e for e in ladder[: bisect_right(ends, after.window.start)] if e.origin == after.origin]
            before = same or ladder[: bisect_right(ends, after.window.start)]
            return (before[-1], after) if before else None
        if steps.node.covered is None:
            return None
        start, end = steps.node.covered
        own = [entry for entry in ladder if entry.origin == step.origin]
        before = [entry for entry in own if entry.window.end <= start]
        upto = [entry for entry in own if start < entry.window.end <= end]
        return (before[-1], upto[-1]) if before and upto else None


def _bridge(steps: Session, step: Entry, before: Entry, after: Entry) -> Iterator[Finding]:
    line = steps.line
    start, rise, level = (line.interval(*entry.firm) for entry in (before, step, after))
    reached = start + rise
    if reached.overlaps(level):
        return
    off = reached.distance(level)
    same = before.origin == after.origin
    text = (
        f"{_name(steps)}: {extent(start)} before and {extent(rise)} more would make {extent(reached)}, "
        f"but the level after it is {extent(level)}, off by {number(off)}"
    )
    yield Finding(
        kind="bridge",
        severity=Severity.CONTRADICTS if same else Severity.STRAINED,
        claims=tuple(sorted({before.claim.id, step.claim.id, after.claim.id})),
        text=text,
        needs=level + -start,
        of=steps.node.measure,
        unit=steps.group.unit,
    )


def _binds(part: Session, one: Statement, whole: Session, other: Statement) -> bool:
    grows = part.node.accrual is whole.node.accrual is Accrual.CUMULATIVE
    return one.window.overlaps(other.window) or (grows and one.window.end <= other.window.start)


def _range(session: Session) -> Interval:
    """Return what the supporters of a group suggest."""
    found = session.group.consensus
    return Interval(
        Decimal(0) if found.lower is None else found.lower, INFINITY if found.upper is None else found.upper
    )


def _entailed(session: Session) -> Interval:
    """Return what the supporters of a group entail."""
    found = session.group.consensus
    return Interval(
        Decimal(0) if found.floor is None else found.floor, INFINITY if found.ceiling is None else found.ceiling
    )


def _total(parts: Iterable[Session], reading: Any) -> Interval:
    found = Interval(Decimal(0), Decimal(0))
    for part in parts:
        found += reading(part)
    return found


def _ids(*statements: Statement) -> tuple[str, ...]:
    return tuple(sorted({min(entry.claim.id for entry in statement.entries) for statement in statements}))


def _figure(session: Session, statement: Statement) -> str:
    quote = statement.entries[0].claim.quantity.text
    if len(statement.entries) == 1 and quote:
        return f'"{quote}"'
    return extent(session.line.interval(*statement.entailed))


def _name(session: Session) -> str:
    group = session.group
    return group.measure if group.subject in {"", "person"} else f"{group.measure} ({group.subject})"


def _said(session: Session) -> str:
    return f"{_name(session)} is {extent(_range(session))}"
