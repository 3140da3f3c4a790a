"""What one origin says of one number: its claims, made ready for the line, and the join of their readings."""

from collections.abc import Iterable, Sequence
from typing import Final, final

from . import line as lines
from . import origin, window
from .claim import Claim
from .hedge import Hedge
from .line import Ends, Line, inside
from .policy import Policy
from .scope import Scopes

#: Hedges beside which a number stands for itself, not for a bound.
_POINTED: Final = frozenset({Hedge.NONE, Hedge.EXACTLY, Hedge.ABOUT, Hedge.ORDER_OF, Hedge.NEARLY})
_CEILINGS: Final = frozenset({Hedge.LESS_THAN, Hedge.AT_MOST, Hedge.UP_TO})


@final
class Entry:
    """One claim of a group, made ready: its origin, its time, and its readings as ends on the line."""

    __slots__ = ("claim", "entailed", "firm", "low", "origin", "plausible", "point", "said", "window")

    def __init__(self, claim: Claim, who: str, line: Line, policy: Policy) -> None:
        quantity = claim.quantity
        unit = quantity.unit
        self.claim = claim
        self.origin = who
        self.window = window.of(claim, policy.report_lag)
        self.said = window.said(claim)
        self.entailed: Ends = line.ends(quantity.entailed, unit)
        self.firm = line.ends(lines.firm(quantity), unit) if quantity.cancellable else self.entailed
        same = quantity.plausible is quantity.entailed
        self.plausible: Ends = self.entailed if same else line.ends(quantity.plausible, unit)
        self.point: Ends | None = None
        hedge = quantity.hedge
        if quantity.best is not None and (hedge is Hedge.NONE or hedge in _POINTED):
            self.point = line.point(quantity.best, unit)
        elif policy.vague and hedge is Hedge.VAGUE:
            self.point = line.point(quantity.entailed.lower, unit)
        if self.point is not None and not inside(self.point, self.entailed):
            self.point = None
        self.low = self.entailed[0] > line.zero or hedge not in _CEILINGS


@final
class Statement:
    """What one origin says at one time: its claims, and the join of their readings."""

    __slots__ = ("conflicted", "entailed", "entries", "firm", "low", "origin", "plausible", "point", "window")

    def __init__(self, entries: Sequence[Entry], line: Line) -> None:
        first = entries[0]
        self.entries = entries
        self.origin = origin.written([entry.claim for entry in entries], first.origin)
        self.window = first.window
        self.entailed, self.firm, self.plausible = first.entailed, first.firm, first.plausible
        self.point, self.low = first.point, first.low
        self.conflicted = False
        if len(entries) > 1:
            self._join(line)

    def _join(self, line: Line) -> None:
        entries = self.entries
        self.window = max(entry.window for entry in entries)
        self.low = any(entry.low for entry in entries)
        firm, entailed, plausible = ([getattr(e, name) for e in entries] for name in ("firm", "entailed", "plausible"))
        met = meet(firm)
        self.conflicted = met is None
        self.firm = met or hull(firm)
        self.entailed = meet(entailed) or (self.firm if met else hull(entailed))
        suggested = meet(plausible)
        if suggested is None:
            self.conflicted = True
            suggested = hull(plausible)
        self.plausible = meet([suggested, self.firm]) or self.firm
        points = [
            (line.interval(*e.plausible).width, e.point)
            for e in entries
            if e.point is not None and inside(e.point, self.entailed)
        ]
        self.point = None if self.conflicted or not points else min(points)[1]


def meet(ends: Sequence[Ends]) -> Ends | None:
    """Return what lies in all stretches, `None` when nothing does."""
    lower, upper = max([e[0] for e in ends]), min([e[1] for e in ends])
    return (lower, upper) if lower < upper else None


def hull(ends: Sequence[Ends]) -> Ends:
    """Return the smallest stretch that holds all."""
    return min([e[0] for e in ends]), max([e[1] for e in ends])


def entries_of(claims: Sequence[Claim], line: Line, scopes: Scopes, policy: Policy) -> list[Entry]:
    """Return the claims of one group made ready."""
    names = origin.resolve(claims, scopes)
    return [Entry(claim, who, line, policy) for claim, who in zip(claims, names, strict=True)]


def statements(entries: Iterable[Entry], line: Line) -> list[Statement]:
    """Return what each origin says last, by the names of the origins; what it said before is dropped."""
    by_origin: dict[str, list[Entry]] = {}
    for entry in entries:
        by_origin.setdefault(entry.origin, []).append(entry)
    found = []
    for who in sorted(by_origin):
        own = by_origin[who]
        if len(own) > 1:
            own = current(own)
        found.append(Statement(own, line))
    return found


def current(own: Sequence[Entry]) -> list[Entry]:
    """Return those statements of one origin that none of its later ones has overtaken."""
    last = max(own, key=_recency)
    kept = []
    for entry in own:
        if not entry.window.overlaps(last.window):
            continue
        same = entry.plausible == last.plausible and entry.firm == last.firm
        if same or entry.said is None or last.said is None or entry.said == last.said:
            kept.append(entry)
    return kept


def _recency(entry: Entry) -> tuple[int, int, int, str]:
    start = entry.window.start
    return start, -window.EVER if entry.said is None else entry.said, -entry.window.end, entry.claim.id
