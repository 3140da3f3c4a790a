"""The whole count of an event from what reports give: a stated total, or the sum of parts that share nobody.

Each document is tallied by itself, in text order: a subset ("including six children") and a restatement add nothing,
"two others" and disjoint subjects add up, a larger figure for everybody takes the place of the parts. Then the
documents are weighed against each other as the policy has it.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from enum import Enum
from typing import Final, final

import attrs

from .claim import Claim
from .comparison import accrual
from .hedge import Hedge
from .interval import CONTEXT, INFINITY, Interval
from .line import whole
from .measure import Accrual
from .policy import Choice, Policy
from .scope import Answer, Named, Scopes
from .status import Status
from .trend import Trend
from .unit import UnitKind


class TotalBasis(Enum):
    """Whether a total was stated as such or is a sum of parts."""

    STATED = "stated"
    SUMMED = "summed"


@final
@attrs.frozen(kw_only=True)
class Total:
    """The whole count of a measure for one event.

    `lower` and `upper` hold all that the reports leave open (`None` where nothing bounds it), `best` is the figure that
    the policy picks, `parts` the claims that it stands on, `reasons` how it came about and what was left out.
    """

    measure: str
    lower: Decimal | None
    best: Decimal | None
    upper: Decimal | None
    basis: TotalBasis
    parts: tuple[str, ...]
    reasons: tuple[str, ...] = ()


_SAID: Final = frozenset({Status.ASSERTED, Status.ESTIMATED, Status.ALLEGED, Status.UNCONFIRMED})
_UNSURE: Final = frozenset({Status.ALLEGED, Status.UNCONFIRMED})
_FURTHER: Final = frozenset({"other", "others", "another", "more", "additional", "further"})
_ZERO: Final = Decimal(0)
_EVERYBODY: Final = Named("person", "person")


def total(claims: Iterable[Claim], measure: str, policy: Policy, scopes: Scopes) -> Total | None:
    """Return the whole count of a measure; `None` where no claim gives one."""
    name = scopes.canonical("measure", measure)
    found = sorted([claim for claim in claims if _is_count(claim)], key=lambda claim: claim.id)
    tallies: list[Tally] = []
    for document in _documents(found):
        tally = _tally(document, name, policy, scopes)
        if tally is not None:
            tallies.append(tally)
    return _settle(measure, tallies, policy) if tallies else None


def _is_count(claim: Claim) -> bool:
    return (
        claim.status in _SAID
        and claim.trend is Trend.LEVEL
        and accrual(claim) not in {Accrual.INCREMENT, Accrual.RATE, Accrual.SHARE}
        and claim.quantity.unit.kind in {UnitKind.COUNT, UnitKind.NONE}
    )


def _documents(claims: Iterable[Claim]) -> list[list[Claim]]:
    """Return the claims of each document in text order; documents of one name and outlet are one."""
    documents: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        key = (claim.source.document or claim.id.rpartition(":")[0], claim.source.outlet)
        documents.setdefault(key, []).append(claim)
    return [sorted(documents[key], key=lambda claim: (claim.span.start, claim.id)) for key in sorted(documents)]


def _tally(document: Sequence[Claim], measure: str, policy: Policy, scopes: Scopes) -> "Tally | None":
    """Return what a document says of a measure: directly, or as what the rest of a whole leaves."""
    by_measure: dict[str, list[Claim]] = {}
    for claim in document:
        by_measure.setdefault(scopes.canonical("measure", claim.measure.id), []).append(claim)
    own = _direct(by_measure.get(measure, ()), policy, scopes)
    for row in (*scopes.sums("measure"), *scopes.sums("outcome")):
        if measure in row.parts and row.name in by_measure:
            whole_ = _direct(by_measure[row.name], policy, scopes)
            others = [
                found
                for part in row.parts
                if part != measure and (found := _direct(by_measure.get(part, ()), policy, scopes)) is not None
            ]
            rest = None if whole_ is None else whole_.without(others, row.sense)
            if rest is not None and (own is None or (own.best is not None and rest.best > own.best)):
                own = rest
    return own


def _direct(claims: Sequence[Claim], policy: Policy, scopes: Scopes) -> "Tally | None":
    if not claims:
        return None
    ids = {claim.id for claim in claims}
    wholes = [claim for claim in claims if not ids.intersection(claim.part_of)]
    mentions = [Mention(claim, policy, scopes) for claim in wholes or claims]
    tally = Tally(mentions, scopes)
    if len(wholes) < len(claims):
        tally.reasons.add("a subset was not added to its whole")
    if any(part.claim.status in _UNSURE for part in tally.parts):
        tally.reasons.add("a figure that is only alleged was counted")
    return tally


@final
class Mention:
    """One claim of a tally: how many, of whom, and the words that say so."""

    __slots__ = ("claim", "figure", "interval", "subject", "words")

    def __init__(self, claim: Claim, policy: Policy, scopes: Scopes) -> None:
        self.claim = claim
        self.interval = whole(claim.quantity.entailed)
        self.figure = figure(claim, policy)
        self.subject = scopes.scope(claim).subject
        self.words = frozenset(claim.quantity.text.casefold().split())

    @property
    def is_general(self) -> bool:
        """Whether it speaks of everybody."""
        return self.subject is None or self.subject.name == _EVERYBODY.name

    @property
    def is_further(self) -> bool:
        """Whether its words say that it comes on top of others."""
        return bool(self.words & _FURTHER)

    @property
    def is_known(self) -> bool:
        """Whether it is one person of whom was spoken before: by name, or with "the"."""
        return self.claim.implied and not self.words & {"a", "an", "one"}


def figure(claim: Claim, policy: Policy) -> Decimal | None:
    """Return the number that one claim is coded as: the one stated, the lower of a range, of a vague word its floor."""
    quantity = claim.quantity
    if quantity.hedge is Hedge.VAGUE:
        return quantity.entailed.lower if policy.vague else None
    if quantity.best is not None:
        return quantity.best
    return quantity.entailed.lower if quantity.entailed.lower.is_finite() else None


@final
class Tally:
    """What one document says of the whole: the parts that add up, and why others were left out."""

    __slots__ = ("best", "interval", "parts", "reasons", "scopes", "stated")

    def __init__(self, mentions: Sequence[Mention], scopes: Scopes) -> None:
        self.scopes = scopes
        self.parts: list[Mention] = []
        self.reasons: set[str] = set()
        sentences: dict[int, list[Mention]] = {}
        for mention in mentions:
            sentences.setdefault(mention.claim.sentence.start, []).append(mention)
        for start in sorted(sentences):
            self._read(sentences[start])
        self.stated = len(self.parts) == 1
        self.best = _sum(self.parts)
        self.interval = Interval(_ZERO, _ZERO)
        for part in self.parts:
            self.interval += part.interval

    def without(self, others: Sequence["Tally"], sense: str) -> "Tally | None":
        """Return what the other parts leave of this whole; `None` when nothing is known to be left."""
        taken = [other.best for other in others]
        if self.best is None or any(value is None for value in taken):
            return None
        rest = self.best - sum(taken)
        interval = self.interval
        for other in others:
            interval += -other.interval
        allowed = interval & Interval(_ZERO, INFINITY)
        if rest <= 0 or allowed is None:
            return None
        found = Tally([], self.scopes)
        found.parts = [*self.parts, *(part for other in others for part in other.parts)]
        found.best, found.interval, found.stated = rest, allowed, False
        found.reasons = {sense} if sense else set()
        return found

    def _read(self, sentence: Sequence[Mention]) -> None:
        new: list[Mention] = []
        for mention in sentence:
            if new and _is_apposition(new[-1], mention):
                continue
            if not self._restates(mention, new):
                new.append(mention)
        general = [mention for mention in new if mention.is_general and not mention.is_further]
        others = [mention for mention in new if mention not in general]
        if len(general) == 1 and others and general[0].figure is not None and _sum(others) == general[0].figure:
            self.reasons.add("parts of a stated whole were not added to it")
            new = general
        for mention in new:
            self._add(mention, new)

    def _restates(self, mention: Mention, sentence: Sequence[Mention]) -> bool:
        """Say whether a figure was given before in other words."""
        if mention.is_further:
            return False
        earlier = [part for part in self.parts if part not in sentence]
        if mention.is_known and (earlier or sentence):
            self.reasons.add("a person named or referred to again was not counted twice")
            return True
        same = [part for part in earlier if part.figure == mention.figure and self._may_be(mention, part)]
        whole_again = len(earlier) > 1 and mention.figure is not None and _sum(earlier) == mention.figure
        if same or (whole_again and mention.is_general):
            self.reasons.add("a figure given again was not counted twice")
            return True
        return False

    def _may_be(self, one: Mention, other: Mention) -> bool:
        return self._relation(one, other) is not Answer.DISJOINT

    def _relation(self, one: Mention, other: Mention) -> Answer:
        return self.scopes.relate("subject", one.subject, other.subject)

    def _add(self, mention: Mention, sentence: Sequence[Mention]) -> None:
        earlier = [part for part in self.parts if part not in sentence]
        if not earlier or mention.is_further:
            self.parts.append(mention)
            return
        sofar, own = _sum(earlier), mention.figure
        if all(self._relation(mention, part) is Answer.DISJOINT for part in earlier):
            self.parts.append(mention)
        elif mention.is_general and own is not None and sofar is not None and own > sofar:
            self.reasons.add("a larger figure for everybody took the place of its parts")
            self.parts = [part for part in self.parts if part in sentence]
            self.parts.append(mention)
        else:
            self.reasons.add("a figure that may be a part of another was not added")


def _sum(parts: Sequence[Mention]) -> Decimal | None:
    found = _ZERO
    for part in parts:
        if part.figure is None:
            return None
        found = CONTEXT.add(found, part.figure)
    return found


def _is_apposition(before: Mention, mention: Mention) -> bool:
    """Say whether one person is named and described: "Ada Mirr, a teacher, was killed"."""
    gap = mention.claim.span.start - before.claim.span.end
    return (
        mention.claim.implied
        and before.claim.implied
        and 0 <= gap <= 2
        and mention.claim.sentence == before.claim.sentence
    )


def _settle(measure: str, tallies: Sequence[Tally], policy: Policy) -> Total:
    """Return the total that the documents and the policy make."""
    lower = min(tally.interval.lower for tally in tallies)
    upper = max(tally.interval.upper for tally in tallies)
    chosen = _pick(tallies, policy)
    tally = chosen or tallies[0]
    reasons = {reason for each in tallies for reason in each.reasons}
    if len({each.best for each in tallies}) > 1:
        reasons.add("documents differ")
    return Total(
        measure=measure,
        lower=lower,
        best=None if chosen is None else chosen.best,
        upper=upper if upper < INFINITY else None,
        basis=TotalBasis.STATED if tally.stated else TotalBasis.SUMMED,
        parts=tuple(sorted([part.claim.id for part in tally.parts])),
        reasons=tuple(sorted(reasons)),
    )


def _pick(tallies: Sequence[Tally], policy: Policy) -> Tally | None:
    known = [tally for tally in tallies if tally.best is not None]
    if not known:
        return None
    counts: dict[Decimal, int] = {}
    for tally in known:
        counts[tally.best] = counts.get(tally.best, 0) + 1
    if len(counts) == 1:
        return known[0]
    majority = [value for value in sorted(counts) if counts[value] * 2 > len(known)]
    if not majority and policy.choice in {Choice.AGREED, Choice.EXTREMES}:
        return None
    value = majority[0] if majority else max(counts)
    return next(tally for tally in known if tally.best == value)
