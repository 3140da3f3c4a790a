"""How two claims stand to each other: the same, one sharper, both possible, strained, impossible, or not comparable.

A relation is decided by truth conditions. What the words entail decides contradiction, what they suggest decides
tension; scope and time decide first whether the two speak of one number at all.
"""

from collections.abc import Sequence
from typing import Final, final

from . import line as lines
from . import origin, scope, window
from .claim import Claim
from .hedge import Hedge
from .interval import Interval
from .line import COUNTED, End, Ends, Line, inside, meets
from .measure import Accrual
from .policy import NEUTRAL, Policy
from .relation import Kind, Reason, Relation
from .scope import Answer, Named, Scope, Scopes
from .status import Status
from .trend import Trend
from .unit import Unit, UnitKind
from .window import Window

_PART_REASONS: Final = {
    "measure": Reason.MEASURE_PART,
    "basis": Reason.BASIS_PART,
    "subject": Reason.SUBJECT_PART,
    "place": Reason.PLACE_PART,
}
_OTHER_REASONS: Final = {
    "measure": Reason.DIFFERENT_MEASURE,
    "basis": Reason.DIFFERENT_BASIS,
    "subject": Reason.DIFFERENT_SUBJECT,
    "place": Reason.DIFFERENT_PLACE,
    "event": Reason.DIFFERENT_EVENT,
}
#: Only these speak in earnest; anything else neither agrees nor contradicts.
EARNEST: Final = frozenset({Status.ASSERTED, Status.ESTIMATED})

ROUNDED: Final = "a bare round number is read as rounded"
DATE_ASSUMED: Final = "where no date is given, the day before publication is meant"
DATE_UNKNOWN: Final = "where nothing dates a figure, the same time is meant"


def compare(a: Claim, b: Claim, *, scopes: Scopes | None = None, policy: Policy = NEUTRAL) -> Relation:
    """Say how two claims stand to each other.

    Units are converted first; what a claim does not say of its scope counts as the same and is listed as an
    assumption. Raises `TypeError` on anything but claims, `ClaimError` on a naive and an aware datetime together.

    >>> from newsfigures.measure import Measure
    >>> from newsfigures.quantity import Quantity
    >>> def dead(id, low, high):
    ...     both = Interval(low, high)
    ...     quantity = Quantity(stated=(), hedge=Hedge.RANGE, entailed=both, plausible=both)
    ...     return Claim(id=id, quantity=quantity, measure=Measure("killed"))
    >>> relation = compare(dead("a", 10, 20), dead("b", 15, 30))
    >>> relation.kind, str(relation.overlap)
    (<Kind.COMPATIBLE: 'compatible'>, '[15, 20]')
    """
    for name, claim in (("a", a), ("b", b)):
        if not isinstance(claim, Claim):
            raise TypeError(f"{name} must be a Claim, got {type(claim).__name__}")
    window.same_clock(window.same_clock("", a), b)
    return _Comparison(a, b, scope.load() if scopes is None else scopes, policy).relation()


@final
class Reading:
    """The three readings of one quantity as ends on a line: what it entails, firmly, and what it suggests."""

    __slots__ = ("entailed", "firm", "plausible")

    def __init__(self, claim: Claim, line: Line) -> None:
        quantity = claim.quantity
        self.entailed = line.ends(quantity.entailed, quantity.unit)
        self.firm = line.ends(lines.firm(quantity), quantity.unit) if quantity.cancellable else self.entailed
        self.plausible = line.ends(quantity.plausible, quantity.unit)

    def __eq__(self, other: object) -> bool:
        """Equal if no number tells the two apart."""
        return isinstance(other, Reading) and (self.entailed, self.firm, self.plausible) == (
            other.entailed,
            other.firm,
            other.plausible,
        )

    __hash__ = None  # type: ignore[assignment]


def common_line(a: Claim, b: Claim, scopes: Scopes) -> Line | Reason:
    """Return the line on which two claims can be compared, or why there is none."""
    counts = scopes.counts(a) or scopes.counts(b)
    left, right = _unit(a, counts), _unit(b, counts)
    target = min(left, right, key=_unit_order)
    if lines.ratio(left, target) is not None and lines.ratio(right, target) is not None:
        return Line(target)
    if left.kind is right.kind is UnitKind.MONEY:
        return Reason.CURRENCY_DATE
    unknown = UnitKind.NONE in {left.kind, right.kind} or (
        left.kind is right.kind and left.dimension == right.dimension
    )
    return Reason.UNIT_UNKNOWN if unknown else Reason.DIMENSION


def _unit(claim: Claim, counts: bool) -> Unit:
    unit = claim.quantity.unit
    return COUNTED if counts and unit.kind in {UnitKind.COUNT, UnitKind.NONE} else unit


def _unit_order(unit: Unit) -> tuple[str, str, str]:
    return unit.name, unit.dimension, repr(unit)


def same_currency(a: Unit, b: Unit) -> str:
    """Say what is assumed where a currency stands beside a name that it shares with others."""
    shared, own = (a, b) if a.alternatives else (b, a)
    return f'"{shared.name}" means {own.name}'


def accrual(claim: Claim) -> Accrual | None:
    """Return how a figure grows; a rise or a fall is a step, whatever its measure does."""
    trend = claim.trend
    return Accrual.INCREMENT if trend is Trend.RISE or trend is Trend.FALL else claim.measure.accrual


@final
class _Comparison:
    """One comparison under way; each step returns the relation if it decides, else `None`."""

    def __init__(self, a: Claim, b: Claim, scopes: Scopes, policy: Policy) -> None:
        self.a, self.b = a, b
        self.scopes = scopes
        self.policy = policy
        left, right = origin.resolve([a, b], scopes)
        self.same_origin = left == right
        self.assumptions: set[str] = set()
        self.line = Line(COUNTED)
        self.windows = window.of(a, policy.report_lag), window.of(b, policy.report_lag)

    def relation(self) -> Relation:
        if self.a == self.b:
            return self._is(Kind.DUPLICATE, Reason.SAME_ORIGIN, Reason.SAME_TRUTH_CONDITIONS)
        found = self._corrected() or self._units()
        if found is not None:
            return found
        answer, reasons = self._scopes()
        retracted = self._retracted(answer)
        if retracted is not None:
            return retracted
        if answer in {Answer.DISJOINT, Answer.UNKNOWN}:
            return self._is(Kind.INCOMPARABLE, *reasons)
        self.readings = Reading(self.a, self.line), Reading(self.b, self.line)
        if answer is Answer.PART:
            return self._part(0, reasons)
        if answer is Answer.WHOLE:
            return self._part(1, reasons)
        return self._accrual() or self._time() or self._values()

    def _is(
        self, kind: Kind, *reasons: Reason, overlap: Interval | None = None, gap: Interval | None = None
    ) -> Relation:
        return Relation(
            a=self.a.id,
            b=self.b.id,
            kind=kind,
            reasons=tuple(sorted(set(reasons), key=list(Reason).index)),
            overlap=overlap,
            gap=gap,
            unit=self.line.unit.name if overlap or gap else "",
            assumptions=tuple(sorted(self.assumptions)) if kind is not Kind.INCOMPARABLE else (),
        )

    def _by(self, later: int) -> Kind:
        return Kind.SUPERSEDES if later == 0 else Kind.SUPERSEDED_BY

    # ---- what is said at all

    def _corrected(self) -> Relation | None:
        a, b = self.a, self.b
        forth, back = b.id in a.replaces, a.id in b.replaces
        if forth != back:
            return self._is(self._by(0 if forth else 1), Reason.EXPLICIT_CORRECTION)
        serious = EARNEST | {Status.RETRACTED}
        if a.status not in serious or b.status not in serious or a.status is b.status is Status.RETRACTED:
            return self._is(Kind.INCOMPARABLE, Reason.MODALITY)
        return None

    def _retracted(self, answer: Answer) -> Relation | None:
        """A retracted figure gives way to what the same source says of the same thing, and is nothing to others."""
        for index, claim in enumerate((self.a, self.b)):
            if claim.status is Status.RETRACTED:
                if self.same_origin and answer is Answer.SAME:
                    return self._is(self._by(1 - index), Reason.EXPLICIT_CORRECTION)
                return self._is(Kind.INCOMPARABLE, Reason.MODALITY)
        return None

    # ---- units and scopes

    def _units(self) -> Relation | None:
        found = common_line(self.a, self.b, self.scopes)
        if isinstance(found, Reason):
            return self._is(Kind.INCOMPARABLE, found)
        self.line = found
        left, right = self.a.measure.denominator.casefold(), self.b.measure.denominator.casefold()
        if left and right and left != right:
            return self._is(Kind.INCOMPARABLE, Reason.DENOMINATOR)
        if bool(left) != bool(right):
            self.assumptions.add("of one figure it is not said what it is a share of; the same is meant")
        units = self.a.quantity.unit, self.b.quantity.unit
        if lines.may_be_one(*units):
            self.assumptions.add(same_currency(*units))
            return None
        for unit in units:
            if unit.alternatives:
                self.assumptions.add(f'"{unit.name}" is meant, not {" or ".join(sorted(unit.alternatives))}')
        return None

    def _scopes(self) -> tuple[Answer, list[Reason]]:
        left, right = self.scopes.scope(self.a), self.scopes.scope(self.b)
        answers = {axis: self._axis(axis, left, right) for axis in scope.AXES}
        if self.b.id in self.a.part_of:
            answers["subject"] = Answer.PART
        elif self.a.id in self.b.part_of:
            answers["subject"] = Answer.WHOLE
        return combine(answers)

    def _axis(self, axis: str, left: Scope, right: Scope) -> Answer:
        if axis in {"measure", "basis"}:
            one, other = (left.measure, right.measure) if axis == "measure" else (left.basis, right.basis)
            if axis == "measure" and not (one and other):
                self.assumptions.add("the same is measured, which one of the two does not say")
                return Answer.SAME
            found = self.scopes.answer(axis, one, other)
            self.assumptions.update(self.scopes.sense(axis, one, other))
            return found
        mine: Named | None = getattr(left, axis)
        other_: Named | None = getattr(right, axis)
        if mine is None or other_ is None:
            if mine is not other_:
                self.assumptions.add(f"the same {axis} is meant, which one of the two does not say")
            return Answer.SAME
        found = self.scopes.relate(axis, mine, other_)
        if found is Answer.SAME and mine != other_:
            shown = " and ".join(sorted([f'"{" ".join(mine.key).strip()}"', f'"{" ".join(other_.key).strip()}"']))
            self.assumptions.add(f"{shown} are one {axis}")
        return found

    def _part(self, index: int, reasons: Sequence[Reason]) -> Relation:
        """Decide whether the part (claim 0 or 1) fits into the whole."""
        part, whole = self.readings[index], self.readings[1 - index]
        part_time, whole_time = self.windows[index], self.windows[1 - index]
        grows = accrual(self.a) is accrual(self.b) is Accrual.CUMULATIVE
        binds = part_time.overlaps(whole_time) or (grows and part_time.end <= whole_time.start)
        self._dates()
        if binds and whole.firm[1] <= part.firm[0]:
            gap = self._between(whole.firm[1], part.firm[0])
            return self._is(Kind.CONTRADICTS, Reason.PART_EXCEEDS_WHOLE, Reason.HARD_DISJOINT, *reasons, gap=gap)
        if binds and whole.plausible[1] <= part.plausible[0]:
            cancel = [Reason.CANCELLABLE] if whole.entailed[1] <= part.entailed[0] else []
            gap = self._between(whole.plausible[1], part.plausible[0])
            return self._is(
                Kind.STRAINED, Reason.PART_EXCEEDS_WHOLE, Reason.PLAUSIBLE_DISJOINT, *cancel, *reasons, gap=gap
            )
        return self._is(Kind.PART_OF if index == 0 else Kind.HAS_PART, *reasons)

    # ---- time

    def _accrual(self) -> Relation | None:
        left, right = accrual(self.a), accrual(self.b)
        if left is not None and right is not None and left is not right:
            return self._is(Kind.INCOMPARABLE, Reason.ACCRUAL)
        if left is not right:
            self.assumptions.add("both figures grow alike, which of one is not known")
        if Accrual.INCREMENT in {left, right}:
            if self.a.trend is not self.b.trend and Trend.FALL in {self.a.trend, self.b.trend}:
                return self._is(Kind.INCOMPARABLE, Reason.ACCRUAL)
            return self._increments()
        if (self.a.trend is Trend.PREVIOUS) != (self.b.trend is Trend.PREVIOUS):
            later = 0 if self.b.trend is Trend.PREVIOUS else 1
            if self.same_origin:
                return self._is(self._by(later), *self._moved(later))
            return self._is(Kind.INCOMPARABLE, Reason.DISJOINT_WINDOWS)
        return None

    def _increments(self) -> Relation | None:
        left, right = covered(self.a, self.windows[0]), covered(self.b, self.windows[1])
        self._dates()
        if left[:2] == right[:2] or (left.assumed and right.assumed and left.overlaps(right)):
            return self._values()
        if left.within(right):
            return self._part(0, [Reason.WINDOW_PART])
        if right.within(left):
            return self._part(1, [Reason.WINDOW_PART])
        return self._is(Kind.INCOMPARABLE, Reason.DISJOINT_WINDOWS)

    def _time(self) -> Relation | None:
        left, right = self.windows
        self._dates()
        if left.overlaps(right):
            first, second = window.said(self.a), window.said(self.b)
            known = first is not None and second is not None and first != second
            if not known or not self.same_origin or self.readings[0] == self.readings[1]:
                return None
            # An outlet that says another number later has updated its own story.
            later = 0 if (first or 0) > (second or 0) else 1
            return self._is(self._by(later), Reason.SAME_ORIGIN, *self._moved(later))
        later = 0 if left.start >= right.end else 1
        grows = Accrual.CUMULATIVE in {accrual(self.a), accrual(self.b)}
        new, old = self.readings[later], self.readings[1 - later]
        if not grows or not new.entailed[1] <= old.entailed[0]:
            return self._is(self._by(later), *self._moved(later))
        if self.same_origin:
            return self._is(self._by(later), Reason.SAME_ORIGIN, Reason.REVISED_DOWN)
        if new.firm[1] <= old.firm[0]:
            gap = self._between(new.firm[1], old.firm[0])
            return self._is(Kind.CONTRADICTS, Reason.LATER_LOWER, Reason.HARD_DISJOINT, gap=gap)
        gap = self._between(new.entailed[1], old.entailed[0])
        return self._is(Kind.STRAINED, Reason.LATER_LOWER, Reason.CANCELLABLE, gap=gap)

    def _moved(self, later: int) -> list[Reason]:
        if Accrual.CUMULATIVE not in {accrual(self.a), accrual(self.b)}:
            return [Reason.LEVEL_CHANGED]
        new, old = self.readings[later], self.readings[1 - later]
        return [Reason.REVISED_DOWN if new.entailed[1] <= old.entailed[0] else Reason.LATER_RISE]

    def _dates(self) -> None:
        if window.ALWAYS in self.windows:
            self.assumptions.add(DATE_UNKNOWN)
        if any(found.assumed and found != window.ALWAYS for found in self.windows):
            self.assumptions.add(DATE_ASSUMED)

    # ---- values

    def _values(self) -> Relation:
        a, b = self.readings
        reasons = [Reason.SAME_ORIGIN] if self.same_origin else []
        if a.entailed == b.entailed:
            reasons.append(Reason.SAME_TRUTH_CONDITIONS)
        for claim in (self.a, self.b):
            if is_rounded(claim):
                self.assumptions.add(ROUNDED)
        overlap = self._overlap(a.plausible, b.plausible) or self._overlap(a.entailed, b.entailed)
        if a == b:
            return self._is(Kind.DUPLICATE if self.same_origin else Kind.EQUAL, *reasons, overlap=overlap)
        if not meets(a.firm, b.firm):
            return self._is(Kind.CONTRADICTS, Reason.HARD_DISJOINT, *reasons, gap=self._gap(a.firm, b.firm))
        if not meets(a.entailed, b.entailed):
            gap = self._gap(a.entailed, b.entailed)
            return self._is(Kind.STRAINED, Reason.PLAUSIBLE_DISJOINT, Reason.CANCELLABLE, *reasons, gap=gap)
        if not meets(a.plausible, b.plausible):
            gap = self._gap(a.plausible, b.plausible)
            return self._is(Kind.STRAINED, Reason.PLAUSIBLE_DISJOINT, *reasons, overlap=overlap, gap=gap)
        for inner, outer, wide, kind in ((a, b, self.b, Kind.REFINES), (b, a, self.a, Kind.REFINED_BY)):
            if inside(inner.entailed, outer.entailed) and inside(inner.plausible, outer.plausible):
                why = Reason.ROUNDING if is_rounded(wide) else Reason.NARROWER
                return self._is(kind, why, *reasons, overlap=overlap)
        return self._is(Kind.COMPATIBLE, *reasons, overlap=overlap)

    def _overlap(self, a: Ends, b: Ends) -> Interval | None:
        return self.line.interval(max(a[0], b[0]), min(a[1], b[1])) if meets(a, b) else None

    def _gap(self, a: Ends, b: Ends) -> Interval | None:
        return self._between(a[1], b[0]) if a[1] <= b[0] else self._between(b[1], a[0])

    def _between(self, lower: End, upper: End) -> Interval | None:
        return self.line.interval(lower, upper) if lower < upper else None


def combine(answers: dict[str, Answer]) -> tuple[Answer, list[Reason]]:
    """Return how two scopes stand to each other by the answers on their axes, with the reasons.

    >>> combine({"measure": Answer.SAME, "subject": Answer.PART})
    (<Answer.PART: 'part'>, [<Reason.SUBJECT_PART: 'subject_part'>])
    """
    bad = [axis for axis, found in answers.items() if found in {Answer.DISJOINT, Answer.UNKNOWN}]
    if bad:
        reasons = [_OTHER_REASONS[axis] for axis in bad]
        unknown = any(answers[axis] is Answer.UNKNOWN for axis in bad)
        return Answer.UNKNOWN if unknown else Answer.DISJOINT, [*reasons, *([Reason.UNKNOWN_SCOPE] if unknown else [])]
    uneven = [axis for axis, found in answers.items() if found in {Answer.PART, Answer.WHOLE}]
    kinds = {answers[axis] for axis in uneven}
    if len(kinds) > 1:
        return Answer.UNKNOWN, [_OTHER_REASONS[axis] for axis in uneven]
    return kinds.pop() if kinds else Answer.SAME, [_PART_REASONS[axis] for axis in uneven]


def covered(claim: Claim, own: Window) -> Window:
    """Return the time that a step covers: its period if it gives one, else the time it speaks of."""
    found = window.stretch(claim.period) if claim.period is not None else None
    return found or own


def is_rounded(claim: Claim) -> bool:
    """Say whether a claim is a bare number that its reading takes as rounded."""
    return claim.quantity.hedge is Hedge.NONE and not claim.quantity.entailed.is_point
