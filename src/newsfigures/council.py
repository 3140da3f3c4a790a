"""The origins of one group in session: who speaks of the time, who votes, and what the votes settle.

Time is a projection: a running toll from before says "at least so many" of now, so that a rising toll contradicts
nobody.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Final, final

from . import choice, origin, sweep, window
from .comparison import DATE_ASSUMED, DATE_UNKNOWN, ROUNDED, accrual, is_rounded
from .consensus import EMPTY, Agreement, Basis, Consensus, Position, Vote
from .interval import Interval
from .line import End, Line
from .measure import Accrual
from .policy import Choice, Policy
from .statement import Statement, hull, meet
from .sweep import Ballot, Outcome
from .window import Window

_MICROSECOND: Final = dt.timedelta(microseconds=1)
#: With more positions than this the origins that fit several are counted, not named.
_MANY: Final = 64


@final
class Council:
    """The statements of a group at one time, and the votes that they make."""

    def __init__(self, found: Sequence[Statement], line: Line, policy: Policy, at: Window | None = None) -> None:
        self.line = line
        self.policy = policy
        self.statements = found
        self.at = at or latest(found)
        self.grows = accrual(found[0].entries[0].claim) is Accrual.CUMULATIVE
        self.weights = {origin.fold(who): weight for who, weight in policy.weights}
        self.direct: list[Statement] = []
        self.earlier: list[Statement] = []
        self._sort_by_time()
        self.parties: list[Statement] = []
        if policy.separate_parties:
            parties = [statement for statement in self.direct if is_party(statement)]
            if parties and len(parties) < len(self.direct):
                self.parties = parties
                self.direct = [statement for statement in self.direct if not is_party(statement)]

    def _sort_by_time(self) -> None:
        reach = self.at
        if not self.grows:
            reach = Window(reach.start - self.policy.current_for // _MICROSECOND, reach.end)
        for statement in self.statements:
            (self.direct if statement.window.overlaps(reach) else self.earlier).append(statement)

    def ballots(self) -> tuple[list[Ballot], list[Statement]]:
        """Return the votes: those who speak of the time itself, then, of a running toll, those from before."""
        voters = list(self.direct)
        found = [self._ballot(statement) for statement in voters]
        if self.grows:
            for statement in self.earlier:
                found.append(self._projected(statement))
                voters.append(statement)
        return found, voters

    def _ballot(self, statement: Statement) -> Ballot:
        line = self.line
        lower, upper = statement.firm
        floor = ceiling = None
        entailed_lower, entailed_upper = statement.entailed
        zero = line.zero
        is_zero = entailed_upper <= line.above_zero
        if entailed_upper == line.everywhere:
            floor = entailed_lower if entailed_lower > zero else None
        elif entailed_lower <= zero and not is_zero:
            ceiling = entailed_upper
        bounded = lower != line.nowhere and upper != line.everywhere
        return Ballot(
            lower,
            upper,
            *statement.plausible,
            point=statement.point,
            floor=floor,
            ceiling=ceiling,
            committed=bounded and (lower > zero or is_zero or lower < zero),
            weight=self.weights.get(origin.fold(statement.origin), 1) if self.weights else 1,
            low=statement.low,
        )

    def _projected(self, statement: Statement) -> Ballot:
        """Return what a statement of another time says of this one: a floor from before, a ceiling from after."""
        line = self.line
        weight = self.weights.get(origin.fold(statement.origin), 1) if self.weights else 1
        zero = line.zero
        firm, plausible = statement.firm, statement.plausible
        if statement.window.start >= self.at.end:
            ceiling = firm[1] if firm[1] != line.everywhere else None
            return Ballot(zero, firm[1], zero, plausible[1], None, None, ceiling, False, weight, False, False)
        every = line.everywhere
        floor = statement.entailed[0] if statement.entailed[0] > zero else None
        return Ballot(firm[0], every, plausible[0], every, None, floor, None, False, weight, False, statement.low)

    def consensus(self) -> Consensus:
        """Return what the votes settle."""
        ballots, voters = self.ballots()
        if not ballots:
            return EMPTY
        outcome = sweep.settle(ballots)
        regions = sweep.stab([b.plausible_lower for b in ballots], [b.plausible_upper for b in ballots])
        status = self._status(outcome, ballots, len(regions))
        lower, upper, span = self._range(outcome, ballots, voters)
        line = self.line
        floor, ceiling = self._bounds(outcome, ballots, voters)
        best = None
        if outcome.best is not None:
            best = line.upper(outcome.best) if outcome.basis == sweep.CEILING else line.lower(outcome.best)
        found = Consensus(
            status=status,
            lower=None if lower is None else line.lower(lower),
            best=best,
            upper=None if upper is None else line.upper(upper),
            basis=Basis(outcome.basis),
            best_claim=self._speaker(outcome, voters) if best is not None else "",
            core=None if outcome.core is None else line.interval(*outcome.core),
            span=span,
            floor=floor,
            ceiling=ceiling,
            unit=line.unit.name,
            origins=len(self.direct),
            earlier=len(self.earlier),
            reports=self._reports(),
            support=_names(voters, outcome.support) if outcome.core is not None else (),
            strained=_names(voters, outcome.strained),
            outliers=_names(voters, outcome.outliers),
            parties=tuple(sorted([statement.origin for statement in self.parties])),
            positions=self._positions(regions, voters),
            certificate=tuple([min(e.claim.id for e in voters[index].entries) for index, _, _ in regions]),
            at=self._date(),
            assumptions=self._assumptions(),
        )
        if self.policy.choice is Choice.AGREED:
            return found
        return choice.choose(found, self.direct, line, self.policy, self.weights)

    def _status(self, outcome: Outcome, ballots: Sequence[Ballot], positions: int) -> Agreement:
        if outcome.core is None:
            lower, upper = max([b.lower for b in ballots]), min([b.upper for b in ballots])
            return Agreement.STRAINED if lower < upper else Agreement.CONTESTED
        if positions > 1:
            return Agreement.MOSTLY
        return Agreement.SINGLE if len(self.direct) == 1 else Agreement.AGREED

    def _range(
        self, outcome: Outcome, ballots: Sequence[Ballot], voters: Sequence[Statement]
    ) -> tuple[End | None, End | None, Interval]:
        """Return the ends that are spoken to, and all that is suggested: by the supporters, else by everybody."""
        hard = outcome.hard
        shown = range(len(voters)) if hard is None else [i for i in outcome.support if ballots[i].direct]
        told = [voters[index] for index in shown or outcome.support]
        widest = hull([statement.plausible for statement in told])
        lowers = [statement.plausible[0] for statement in told if statement.low]
        lower = min(lowers) if lowers else None
        upper = widest[1] if widest[1] != self.line.everywhere else None
        if hard is not None:
            lower = None if lower is None else max(lower, hard.lower)
            upper = None if upper is None else min(upper, hard.upper)
        elif len(lowers) < len(told):
            # Somebody who names a ceiling alone leaves the range open below.
            lower = None
        return lower, upper, self.line.interval(*widest)

    def _bounds(
        self, outcome: Outcome, ballots: Sequence[Ballot], voters: Sequence[Statement]
    ) -> tuple[Decimal | None, Decimal | None]:
        """Return what the supporters entail, ends that can be taken back included where they fit the rest."""
        if outcome.hard is None:
            return None, None
        ends = outcome.hard
        met = meet([(ends.lower, ends.upper), *[voters[i].entailed for i in outcome.support if ballots[i].direct]])
        lower, upper = met or (ends.lower, ends.upper)
        line = self.line
        # That a count is not negative is said by nobody, unless they say that there is none.
        unsaid = lower <= line.zero and (line.is_whole or lower == line.nowhere) and upper > line.above_zero
        return (None if unsaid else line.lower(lower)), line.upper(upper)

    def _speaker(self, outcome: Outcome, voters: Sequence[Statement]) -> str:
        """Return the first claim, by id, that gives the best figure."""
        found = []
        for index in outcome.support:
            for entry in voters[index].entries:
                ends = entry.point or entry.entailed
                end = entry.entailed[1] if outcome.basis == sweep.CEILING else ends[0]
                if end == outcome.best:
                    found.append(entry.claim.id)
        return min(found, default="")

    def _reports(self) -> int:
        carriers = {
            (source.outlet, source.document, source.url)
            if source.outlet or source.document or source.url
            else entry.claim.id
            for statement in self.statements
            for entry in statement.entries
            for source in (entry.claim.source,)
        }
        return len(carriers)

    def _positions(
        self, regions: Sequence[tuple[int, sweep.Region, list[int]]], voters: Sequence[Statement]
    ) -> tuple[Position, ...]:
        if len(regions) == 1:
            _, region, members = regions[0]
            names = tuple(sorted([voters[index].origin for index in members]))
            return (Position(region=self.line.interval(*region), committed=names, fits=len(names)),)
        times: dict[int, int] = {}
        for _, _, members in regions:
            for index in members:
                times[index] = times.get(index, 0) + 1
        found = []
        for _, region, members in regions:
            one = tuple(sorted([voters[index].origin for index in members if times[index] == 1]))
            several = tuple(sorted([voters[index].origin for index in members if times[index] > 1]))
            found.append(
                Position(
                    region=self.line.interval(*region),
                    committed=one,
                    also_fits=several if len(regions) <= _MANY else (),
                    fits=len(members),
                )
            )
        return tuple(found)

    def _date(self) -> dt.date | None:
        if self.at.end >= window.EVER or self.at.end - self.at.start >= window.EVER:
            return None
        if self.at.end - self.at.start == 1:
            return window.date_of(self.at.start)
        return window.date_of((self.at.end - 1) // window.DAY * window.DAY)

    def _assumptions(self) -> tuple[str, ...]:
        found = set()
        for statement in self.statements:
            for entry in statement.entries:
                if entry.window.assumed:
                    found.add(DATE_UNKNOWN if entry.said is None else DATE_ASSUMED)
                if is_rounded(entry.claim):
                    found.add(ROUNDED)
        return tuple(sorted(found)) if found else ()

    def votes(self) -> tuple[Vote, ...]:
        """Return what each origin says, by name, those that only are shown among them."""
        direct = {id(statement) for statement in (*self.direct, *self.parties)}
        parties = {id(statement) for statement in self.parties}
        return tuple([self._vote(s, is_direct=id(s) in direct, is_party=id(s) in parties) for s in self.statements])

    def _vote(self, statement: Statement, *, is_direct: bool, is_party: bool) -> Vote:
        line = self.line
        entries = statement.entries
        if len(entries) == 1:
            entry = entries[0]
            quantity = entry.claim.quantity
            plain = line.is_whole or quantity.unit is line.unit or line.change(quantity.unit) is None
            entailed = quantity.entailed if plain else line.interval(*entry.entailed)
            plausible = quantity.plausible if plain else line.interval(*entry.plausible)
            ids: tuple[str, ...] = (entry.claim.id,)
        else:
            entailed, plausible = line.interval(*statement.entailed), line.interval(*statement.plausible)
            ids = tuple(sorted([entry.claim.id for entry in entries]))
        return Vote(
            origin=statement.origin,
            claims=ids,
            entailed=entailed,
            plausible=plausible,
            best=None if statement.point is None else line.lower(statement.point[0]),
            weight=self.weights.get(origin.fold(statement.origin), 1) if self.weights else 1,
            reports=len(entries),
            conflicted=statement.conflicted,
            is_direct=is_direct,
            is_party=is_party,
        )


def _names(voters: Sequence[Statement], indices: Iterable[int]) -> tuple[str, ...]:
    return tuple(sorted([voters[index].origin for index in indices]))


def latest(found: Sequence[Statement]) -> Window:
    """Return the time of the latest statement: the one that begins last, and of these the one that ends first."""
    return max([statement.window for statement in found], key=lambda w: (w.start, -w.end))


def is_party(statement: Statement) -> bool:
    """Say whether every report of a statement speaks for a party."""
    return all(entry.claim.source.stake for entry in statement.entries)
