"""The whole count of an event from what reports give: a stated total, or the sum of parts that share nobody.

Each document is tallied by itself; then the documents are weighed against each other as the policy has it.
"""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from enum import Enum
from typing import Final, final

import attrs

from . import fate, occasion, spread
from .claim import Claim, document_of
from .interval import INFINITY
from .measure import Accrual
from .mention import Mention
from .policy import Choice, Policy
from .scope import Scopes
from .status import Status
from .tally import Tally
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
#: A report leads with its event; what stands further down than this recalls others.
_LEAD: Final = 1000
_ZERO: Final = Decimal(0)


def total(claims: Iterable[Claim], measure: str, policy: Policy, scopes: Scopes) -> Total | None:
    """Return the whole count of a measure; `None` where no claim gives one."""
    given = tuple(claims)
    found = sorted([claim for claim in given if _is_count(claim)], key=lambda claim: claim.id)
    tallies = _tallies(found, scopes.canonical("measure", measure), policy, scopes, spread.counted(given, scopes))
    return _settle(measure, tallies, policy) if tallies else None


def _tallies(
    claims: Sequence[Claim], measure: str, policy: Policy, scopes: Scopes, shares: Sequence[Claim]
) -> "list[Tally]":
    """Return what each document says of a measure: directly, or as what it leaves of a whole.

    `shares` are the claims that count the events, places or days that a figure may be of.
    """
    told: list[dict[str, list[Claim]]] = []
    for document in occasion.own(_documents(claims), scopes):
        by_measure: dict[str, list[Claim]] = {}
        for claim in document:
            by_measure.setdefault(scopes.canonical("measure", claim.measure.id), []).append(claim)
        told.append(by_measure)
    documents = told
    if measure in scopes.gravity:
        documents = fate.settled(told, scopes)
    found = [_direct(by_measure.get(measure, ()), policy, scopes) for by_measure in documents]
    for tally, by_measure in zip(found, documents, strict=True):
        if tally is not None:
            tally.share(*_siblings(by_measure, scopes), divide=policy.divides)
            tally.spread([spread.count(part.claim, shares, scopes) for part in tally.parts])
    #: What counts them together with others who are not told apart, by document.
    capped: dict[int, Tally] = {}
    for row in (*scopes.sums("measure"), *scopes.sums("outcome")):
        # Whoever is not said to be dead was injured; but nobody is dead only because no injuries are told.
        is_last = row.axis == "outcome" and measure == row.parts[-1]
        if (row.axis == "measure" and measure in row.parts) or is_last:
            others = [part for part in row.parts if part != measure]
            known = {part: _most(told, part, policy, scopes) for part in others} if is_last else {}
            for index, by_measure in enumerate(told):
                whole = by_measure.get(row.name, ())
                if is_last and not documents[index].get(row.name):
                    continue  # each of them is told of as dead
                whole_ = _direct([claim for claim in whole if not is_last or _is_of_people(claim)], policy, scopes)
                parts = [known.get(part) or _direct(by_measure.get(part, ()), policy, scopes) for part in others]
                if whole_ is not None and (is_last or None not in parts):
                    rest = whole_.without([part for part in parts if part is not None], row.sense)
                    found[index] = _larger(found[index], rest)
                elif whole_ is not None:
                    capped[index] = whole_
    for index, tally in enumerate(found):
        if tally is not None and index in capped:
            tally.reach(capped[index])
    if not any(found) and capped:
        return [whole_.within() for whole_ in capped.values()]
    return [tally for tally in found if tally is not None]


def _is_of_people(claim: Claim) -> bool:
    """Say whether a claim counts people: "two people were shot", not "two shots"."""
    return claim.quantity.unit.family == "person"


def _siblings(by_measure: Mapping[str, Sequence[Claim]], scopes: Scopes) -> tuple[int, int]:
    """Return of how many events a report says that its own is one ("one of three coordinated raids"), and where.

    What is told before is of its own event, what is told after of all. One event and nowhere is the rule.
    """
    counts = [
        claim
        for claims in by_measure.values()
        for claim in claims
        if claim.quantity.best is not None and scopes.is_event(claim.quantity.unit.name)
    ]
    ones = {claim.sentence for claims in by_measure.values() for claim in claims if claim.quantity.best == 1}
    linked = [(int(c.quantity.best), c.sentence.end) for c in counts if c.quantity.best and c.sentence in ones]
    return max(linked, default=(1, 0))


def _most(
    documents: Sequence[Mapping[str, Sequence[Claim]]], measure: str, policy: Policy, scopes: Scopes
) -> "Tally | None":
    """Return the highest count of a measure that any document gives, wherever in it."""
    found = [_direct(by_measure.get(measure, ()), policy, scopes, lead=None) for by_measure in documents]
    known = [tally for tally in found if tally is not None and tally.best is not None]
    return max(known, key=lambda tally: tally.best or _ZERO, default=None)


def _larger(own: "Tally | None", rest: "Tally | None") -> "Tally | None":
    if own is None or rest is None or own.best is None or rest.best is None:
        return own or rest
    return rest if rest.best > own.best else own


def _is_count(claim: Claim) -> bool:
    return (
        claim.status in _SAID
        and claim.trend is Trend.LEVEL
        and claim.measure.accrual not in {Accrual.RATE, Accrual.SHARE}
        and (claim.measure.accrual is not Accrual.INCREMENT or claim.period is None)
        and claim.quantity.unit.kind in {UnitKind.COUNT, UnitKind.NONE}
        and not _is_recalled(claim)
    )


def _is_recalled(claim: Claim) -> bool:
    """Say whether a count is told only for what came of it: "a protest against the killing of two farmers"."""
    return any(found.field == "measure" and found.rule.endswith(".recalled") for found in claim.evidence)


def _documents(claims: Iterable[Claim]) -> list[list[Claim]]:
    """Return the claims of each document in text order; documents of one name and outlet are one."""
    documents: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        documents.setdefault((document_of(claim), claim.source.outlet), []).append(claim)
    return [sorted(documents[key], key=lambda claim: (claim.span.start, claim.id)) for key in sorted(documents)]


def _direct(claims: Sequence[Claim], policy: Policy, scopes: Scopes, *, lead: int | None = _LEAD) -> "Tally | None":
    """Return what claims of one measure come to; those behind the lead of a report are of other events."""
    told, claims = claims, [claim for claim in claims if lead is None or claim.span.start < lead]
    if not claims:
        return None
    ids = {claim.id for claim in claims}
    subsets = {claim.id for claim in claims if ids.intersection(claim.part_of)}
    if len(subsets) == len(claims):
        subsets = set()
    tally = Tally([Mention(claim, policy, scopes) for claim in claims], scopes, subsets)
    if len(claims) < len(told):
        tally.reasons.add("figures far down in a report were left out")
    if any(part.claim.status in _UNSURE for part in tally.parts):
        tally.reasons.add("a figure that is only alleged was counted")
    return tally


def _settle(measure: str, tallies: Sequence[Tally], policy: Policy) -> Total:
    """Return the total that the documents and the policy make."""
    chosen = _pick(tallies, policy)
    lower, upper = _extent(tallies, chosen)
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


def _extent(tallies: Sequence[Tally], chosen: Tally | None) -> tuple[Decimal, Decimal]:
    """Return what the documents leave open, the figure that is taken always included.

    The sharpest floor holds if no ceiling denies it: "over 100" says nothing beside "at least 126". Else the lowest
    figure holds that has a ceiling. Of what may fall as well as rise any floor may be outdated, and of two reports of
    one day the exact one does not outrank the other.
    """
    lowers = [tally.interval.lower for tally in tallies]
    uppers = [tally.interval.upper for tally in tallies]
    lower, upper = max(lowers), max(uppers)
    if any(part.claim.measure.accrual is Accrual.STOCK for tally in tallies for part in tally.parts):
        lower = min(lowers)
    elif lower > min(uppers):
        lower = min(tally.interval.lower for tally in tallies if tally.interval.upper < INFINITY)
    lower = min(lower, _short(tallies, lower))
    if chosen is None or chosen.best is None:
        return lower, upper
    # "Over 100" is coded as 100, and is more all the same.
    return min(lower, max(chosen.best, chosen.interval.lower)), max(upper, chosen.best)


def _short(tallies: Sequence[Tally], exact: Decimal) -> Decimal:
    """Return the figure of the one report that stops short of the one other of that day, which alone is exact."""
    if len(tallies) == 2 and tallies[0].said == tallies[1].said:
        for one, other in (tallies, tallies[::-1]):
            if one.interval.lower == one.interval.upper == exact and other.best is not None and other.is_stated:
                return other.best
    return exact


def _majority(known: Sequence[Tally]) -> Tally | None:
    """Return a document whose total more than half of them give; `None` where there is none."""
    counts: dict[Decimal | None, int] = {}
    for tally in known:
        counts[tally.best] = counts.get(tally.best, 0) + 1
    return next((tally for tally in known if counts[tally.best] * 2 > len(known)), None)


def _pick(tallies: Sequence[Tally], policy: Policy) -> Tally | None:
    """Return the document whose total is taken: where all agree any, else a majority, else as the policy has it."""
    known = [tally for tally in tallies if tally.best is not None]
    if policy.choice is Choice.RECENT_MAJORITY_LOWEST:
        last = max([tally.said for tally in known], default=0)
        recent = [tally for tally in known if tally.said == last]
        # A late report that only names some of the dead overrules nobody.
        if any(tally.is_stated for tally in recent) or _majority(known) is None:
            known = recent
    majority = _majority(known)
    if majority is not None:
        return majority
    if not known or policy.choice in {Choice.AGREED, Choice.PREFERRED, Choice.EXTREMES}:
        return None
    # A toll only grows: of figures of one day the highest is the latest. The conservative take the lowest.
    sign = -1 if policy.choice is Choice.CONSERVATIVE else 1
    return max(known, key=lambda tally: sign * (tally.best or _ZERO))
