"""How one figure of a source bears on a figure that is to be supported: aspect by aspect, each with its verdict.

What a source says of a part, a whole or another time is turned first into what it says of the claim's own scope: of 12
dead soldiers follows that at least 12 people died, of 12 dead by Monday that at least 12 had died by Tuesday.
"""

from collections.abc import Mapping, Sequence
from typing import Final, final

from . import origin, window
from .allowance import Numbers, Reach, both
from .bearing import Aspect, Bearing, Check, Distance, Verdict
from .claim import Claim
from .comparison import accrual, combine, common_line, covered
from .line import COUNTED, Line, may_be_one
from .measure import Accrual
from .policy import Policy
from .relation import Reason
from .scope import Answer, Named, Scope, Scopes
from .status import Status
from .trend import Trend
from .unit import UnitKind
from .window import Window


def weigh(claim: Claim, source: Claim, context: Sequence[Claim], scopes: Scopes, policy: Policy) -> Bearing:
    """Check a claim against one figure; `context` holds all figures of the source's document.

    >>> from newsfigures.extraction import extract
    >>> from newsfigures import policy, scope
    >>> [claim, source] = extract("More than 40 people died. At least 40 people died.")
    >>> weigh(claim, source, [source], scope.load(), policy.NEUTRAL).verdict
    <Verdict.BEYOND: 'beyond'>
    """
    return _Weighing(claim, source, context, scopes, policy).bearing()


_DIFFERENT: Final = {
    Reason.DIMENSION: "they are in different kinds of unit",
    Reason.UNIT_UNKNOWN: "the unit cannot be converted",
    Reason.CURRENCY_DATE: "it is money of another kind",
}
_AXES: Final = (
    ("measure", Aspect.MEASURE),
    ("basis", Aspect.BASIS),
    ("subject", Aspect.SUBJECT),
    ("place", Aspect.PLACE),
    ("event", Aspect.EVENT),
)
_ANSWERS: Final = {
    Answer.SAME: (Verdict.FOLLOWS, "the {} is the same"),
    # Parts and wholes bind each other from one side, so what follows is left to the value.
    Answer.PART: (Verdict.FOLLOWS, "the claim names a part of the source's {}"),
    Answer.WHOLE: (Verdict.FOLLOWS, "the source names a part of the claim's {}"),
    Answer.DISJOINT: (Verdict.UNSUPPORTED, "the source speaks of another {}"),
    Answer.UNKNOWN: (Verdict.UNSUPPORTED, "the source does not speak of the same {}"),
}
_FIRMNESS: Final = {Status.ASSERTED: 0, Status.ESTIMATED: 1, Status.ALLEGED: 2, Status.UNCONFIRMED: 2}
_PRONOUNS: Final = frozenset({"", "he", "she", "it", "they", "we", "i", "who"})


@final
class _Weighing:
    """One claim and one figure of the sources under way."""

    def __init__(self, claim: Claim, source: Claim, context: Sequence[Claim], scopes: Scopes, policy: Policy) -> None:
        self.claim, self.source = claim, source
        self.context = context
        self.scopes = scopes
        self.policy = policy
        self.checks: list[Check] = []
        self.other = self.speaker = self.unlike = False
        #: Whether it is open that the two measure the same: then only the number itself can show it.
        self.loose = False
        self.unsaid = 0
        self.line = Line(COUNTED)

    def bearing(self) -> Bearing:
        self._unit()
        self.numbers = Numbers(self.claim, self.source, self.line)
        self.near = not self.other and self.numbers.are_near()
        answers = self._scope()
        answer, _ = combine(answers)
        self.other |= answer in {Answer.DISJOINT, Answer.UNKNOWN}
        self._trend()
        self._status()
        if self.loose and not self.near and not self.other:
            self.other = True
            self._note(Aspect.MEASURE, Verdict.UNSUPPORTED, "nothing shows that the two measure the same")
        moved = Reach.EXACT
        if not self.other:
            moved = self._time()
            self._speaker()
            reach = both({Answer.PART: Reach.AT_MOST, Answer.WHOLE: Reach.AT_LEAST}.get(answer, Reach.EXACT), moved)
            self._value(reach, answers, moved)
        uneven = self.unlike or moved is not Reach.EXACT or answer in {Answer.PART, Answer.WHOLE}
        return Bearing(self.source, tuple(self.checks), Distance(self.other, self.speaker, uneven, self.unsaid))

    def _note(self, aspect: Aspect, verdict: Verdict, reason: str, claimed: str = "", given: str = "") -> None:
        if verdict is Verdict.CONTRADICTS and self.loose:
            # Only what is known to be of one number can contradict it.
            verdict = Verdict.BEYOND
        self.checks.append(Check(aspect, verdict, reason, claimed, given))

    def _unsaid(self, aspect: Aspect, claimed: str) -> None:
        self.unsaid += 1
        self._note(aspect, Verdict.FITS, f"the source figure names no {aspect.value}", claimed)

    # ---- what is spoken of

    def _unit(self) -> None:
        mine, theirs = self.claim.quantity.unit, self.source.quantity.unit
        found = common_line(self.claim, self.source, self.scopes)
        if not isinstance(found, Reason):
            self.line = found
            if may_be_one(mine, theirs):
                self.loose = True
                self._note(Aspect.UNIT, Verdict.FITS, "which currency is meant is not said", mine.name, theirs.name)
            elif mine.name != theirs.name and not found.is_whole:
                self._note(Aspect.UNIT, Verdict.FOLLOWS, "the units convert into each other", mine.name, theirs.name)
        elif UnitKind.NONE in {mine.kind, theirs.kind} or mine.name == theirs.name:
            self.line = Line(theirs)
            self.loose = True
            self._note(Aspect.UNIT, Verdict.FITS, "one of the two does not say its unit", mine.name, theirs.name)
        else:
            self.other = True
            self._note(Aspect.UNIT, Verdict.UNSUPPORTED, _DIFFERENT[found], mine.name, theirs.name)

    def _scope(self) -> dict[str, Answer]:
        mine, theirs = self.scopes.scope(self.claim), self.scopes.scope(self.source)
        answers = {}
        for axis, aspect in _AXES:
            if aspect is Aspect.MEASURE:
                answers[axis] = self._measure(mine, theirs)
            elif aspect is Aspect.BASIS:
                answers[axis] = self._basis(mine, theirs)
            else:
                answers[axis] = self._named(axis, aspect, getattr(mine, axis), getattr(theirs, axis))
        return answers

    def _measure(self, mine: Scope, theirs: Scope) -> Answer:
        shares = [claim.measure.denominator.casefold() for claim in (self.claim, self.source)]
        if all(shares) and shares[0] != shares[1]:
            self._note(Aspect.MEASURE, Verdict.UNSUPPORTED, "they are shares of different things", *shares)
            return Answer.DISJOINT
        if not (mine.measure and theirs.measure):
            self.loose = True
            if mine.measure or theirs.measure:
                self.unsaid += 1
                self._note(Aspect.MEASURE, Verdict.FITS, "one of the two does not say what is measured")
            return Answer.SAME
        answer = self.scopes.answer("measure", mine.measure, theirs.measure)
        # Everybody has an age, and "14 matches" and "five matches" are seldom the same; deaths of one story are.
        known = any(claim.measure.accrual is not None for claim in (self.claim, self.source))
        if not known or UnitKind.AGE in {self.claim.quantity.unit.kind, self.source.quantity.unit.kind}:
            self.loose |= mine.subject is None or theirs.subject is None
        return self._answered(Aspect.MEASURE, answer, mine.measure, theirs.measure)

    def _basis(self, mine: Scope, theirs: Scope) -> Answer:
        # A claim that names no basis takes that of its source.
        if mine.basis in {theirs.basis, "reported"}:
            return Answer.SAME
        answer = self.scopes.answer("basis", mine.basis, theirs.basis)
        return self._answered(Aspect.BASIS, answer, mine.basis, theirs.basis)

    def _named(self, axis: str, aspect: Aspect, mine: Named | None, theirs: Named | None) -> Answer:
        if mine is None:
            return Answer.SAME
        claimed, given = _words(self.claim, axis), _words(self.source, axis)
        if theirs is None:
            if self._adds(axis, mine):
                self._unsaid(aspect, claimed)
            return Answer.SAME
        return self._answered(aspect, self.scopes.relate(axis, mine, theirs), claimed, given)

    def _adds(self, axis: str, mine: Named) -> bool:
        """Say whether a scope of which the source figure is silent is named nowhere near it, and says something."""
        if axis == "subject":
            return bool(mine.qualifiers or self.scopes.above("subject", mine) or mine.name != "person")
        if axis == "event" and not mine.qualifiers:
            return False
        near = (getattr(self.scopes.scope(claim), axis) for claim in self.context)
        return not any(
            named is not None and self.scopes.relate(axis, mine, named) in {Answer.SAME, Answer.WHOLE} for named in near
        )

    def _answered(self, aspect: Aspect, answer: Answer, claimed: str, given: str) -> Answer:
        verdict, reason = _ANSWERS[answer]
        if answer is Answer.UNKNOWN and self.near and self._is_named(aspect):
            # The same number of another name: more likely another name for it, or a wrong one, than another figure.
            answer = Answer.SAME
            if _same_name(claimed.casefold(), given.casefold()):
                verdict, reason = _ANSWERS[answer]
            elif aspect is Aspect.SUBJECT and not (claimed[:1].isupper() and given[:1].isupper()):
                verdict, reason = Verdict.FITS, "the source names another {}, which may be the same"
            else:
                self.unlike = True
                verdict = Verdict.BEYOND
        self._note(aspect, verdict, reason.format(aspect.value), claimed, given)
        return answer

    def _is_named(self, aspect: Aspect) -> bool:
        """Say whether an aspect is a name that stands around the figure, not the noun that it counts."""
        return aspect in {Aspect.PLACE, Aspect.EVENT} or (aspect is Aspect.SUBJECT and not self.line.is_whole)

    def _trend(self) -> None:
        left, right = accrual(self.claim), accrual(self.source)
        trends = {self.claim.trend, self.source.trend}
        if trends == {Trend.RISE, Trend.FALL}:
            if not self.other:
                self._note(
                    Aspect.TREND, Verdict.CONTRADICTS, f"the source tells of a {self.source.trend.value}",
                    self.claim.trend.value, self.source.trend.value,
                )  # fmt: skip
        elif left is not right and left is not None and right is not None:
            self.other = True
            self._note(
                Aspect.MEASURE, Verdict.UNSUPPORTED, "one is a total or a level, the other a change or a share",
                left.value, right.value,
            )  # fmt: skip

    # ---- how it is said

    def _status(self) -> None:
        mine, theirs = self.claim.status, self.source.status
        if mine is theirs:
            return
        firm, given = _FIRMNESS.get(mine), _FIRMNESS.get(theirs)
        if theirs is Status.RETRACTED:
            verdict, reason = Verdict.CONTRADICTS, "the source takes its figure back"
        elif Status.DENIED in {mine, theirs}:
            softened = mine in {Status.ALLEGED, Status.UNCONFIRMED}
            verdict = Verdict.BEYOND if softened else Verdict.CONTRADICTS
            reason = "one of the two is a denial"
        elif firm is None or given is None:
            verdict, reason = Verdict.BEYOND, f"the source gives it as {theirs.value}"
            self.loose = True
        elif firm >= given:
            return
        else:
            verdict = Verdict.FITS if theirs is Status.ESTIMATED else Verdict.BEYOND
            reason = f"the source gives it as {theirs.value}"
        self._note(Aspect.STATUS, verdict, reason, mine.value, theirs.value)

    def _speaker(self) -> None:
        mine = self.claim.attribution
        claimed = "" if mine is None else origin.fold(mine.source)
        if claimed in _PRONOUNS:
            return
        given = _voices(self.source)
        if any(_same_name(claimed, voice) for voice in given):
            self._note(Aspect.SPEAKER, Verdict.FOLLOWS, "the source credits the same", claimed, given[0])
            return
        if origin.is_anonymous(claimed, self.scopes):
            self._note(Aspect.SPEAKER, Verdict.FITS, "nobody in particular is credited", claimed, ", ".join(given))
            return
        self.speaker = True
        credited = _voices(self.source, outlet=False)
        if not credited and any(_same_name(claimed, voice) for other in self.context for voice in _voices(other)):
            self._note(Aspect.SPEAKER, Verdict.FITS, "the source credits the same with other figures", claimed)
            return
        reason = "the source credits another" if credited else "the source credits nobody with it"
        self._note(Aspect.SPEAKER, Verdict.BEYOND, reason, claimed, ", ".join(credited))

    # ---- when it holds

    def _time(self) -> Reach:
        """Check the dates; return what the source says of the claim's own time."""
        earlier = {claim.trend is Trend.PREVIOUS for claim in (self.claim, self.source)}
        if len(earlier) == 2:
            self._note(Aspect.TIME, Verdict.BEYOND, "one of the two is the level before the change")
            return Reach.NOTHING
        if _undated(self.claim):
            return Reach.EXACT
        mine = covered(self.claim, window.of(self.claim, self.policy.report_lag))
        theirs = covered(self.source, window.of(self.source, self.policy.report_lag))
        claimed, given = _date(self.claim), _date(self.source)
        if _undated(self.source):
            dated = [other for other in self.context if not _undated(other)]
            if any(mine.overlaps(window.of(other, self.policy.report_lag)) for other in dated):
                return Reach.EXACT
            if theirs.overlaps(mine):
                self._unsaid(Aspect.TIME, claimed)
                return Reach.EXACT
        if mine.overlaps(theirs):
            exact = theirs.within(mine)
            reason = "the time is the same" if exact else "the claim dates it more closely"
            self._note(Aspect.TIME, Verdict.FOLLOWS if exact else Verdict.FITS, reason, claimed, given)
            return Reach.EXACT
        return self._moved(mine, theirs, claimed, given)

    def _moved(self, mine: Window, theirs: Window, claimed: str, given: str) -> Reach:
        later = mine.start >= theirs.end
        grows = accrual(self.source) is Accrual.CUMULATIVE
        reason = f"the source speaks of {'an earlier' if later else 'a later'} time"
        # A running toll binds its other times from one side, so what follows is left to the value.
        self._note(Aspect.TIME, Verdict.FOLLOWS if grows else Verdict.BEYOND, reason, claimed, given)
        return (Reach.AT_LEAST if later else Reach.AT_MOST) if grows else Reach.NOTHING

    # ---- the number

    def _value(self, reach: Reach, answers: Mapping[str, Answer], moved: Reach) -> None:
        verdict, reason = self.numbers.compared(reach)
        is_part = reach is Reach.AT_LEAST and moved is Reach.EXACT and answers["measure"] is Answer.SAME
        if is_part and verdict is Verdict.BEYOND:
            # "12 soldiers died" said as "12 people died": true as far as it goes, though not of all people.
            alone, _ = self.numbers.compared(Reach.EXACT)
            if alone.rank <= Verdict.FITS.rank:
                verdict, reason = Verdict.FITS, "the source counts only a part of what the claim names"
        self._note(Aspect.VALUE, verdict, reason, _said(self.claim), _said(self.source))


def _undated(claim: Claim) -> bool:
    dates = [found for found in (claim.as_of, claim.period) if found is not None and not found.assumed]
    return all(window.stretch(found) is None for found in dates)


def _date(claim: Claim) -> str:
    found = claim.as_of or claim.period
    if found is None or found.assumed:
        return "" if claim.published is None else f"published {claim.published.isoformat()}"
    return found.text or f"{found.first} to {found.last}"


def _said(claim: Claim) -> str:
    return claim.quote or claim.quantity.text or str(claim.quantity.entailed)


def _words(claim: Claim, axis: str) -> str:
    """Return the words in which a claim names its subject, place or event."""
    if axis == "subject":
        return claim.subject.text if claim.subject is not None else claim.quantity.unit.name
    named = claim.place if axis == "place" else claim.event
    return "" if named is None else named.name


def _voices(claim: Claim, *, outlet: bool = True) -> list[str]:
    """Return everybody who is credited with a figure, its publisher last."""
    found = []
    if claim.attribution is not None:
        found = [origin.fold(name) for name in (claim.attribution.source, *claim.attribution.chain)]
    if outlet:
        found += [origin.fold(name) for name in (claim.source.wire, claim.source.outlet)]
    return [name for name in found if name not in _PRONOUNS]


def _same_name(left: str, right: str) -> bool:
    """Say whether one name is the other, or a shorter form of it ("police": "the harbour police")."""
    mine, theirs = set(left.split()), set(right.split())
    return bool(mine and theirs) and (mine <= theirs or theirs <= mine)
