"""Relations, consensus, totals and reports as short English that can be read aloud.

Every number in an explanation stands in what it explains; who says so is named, and what was assumed is said.
"""

import functools
from collections.abc import Mapping, Sequence
from typing import Final

from .bearing import Aspect, Check, Verdict
from .claim import Claim
from .consensus import Agreement, Basis, Consensus, Finding, Group, Position, Severity, Step, Vote
from .ground import ground
from .quantity import Quantity
from .relation import Kind, Reason, Relation
from .report import Report
from .total import Total, TotalBasis
from .verdict import Support
from .wording import between, extent, listed, number, number_of, with_unit

_KINDS: Final = {
    Kind.DUPLICATE: "{a} and {b} are one statement, given twice.",
    Kind.EQUAL: "{a} and {b} say the same, independently.",
    Kind.REFINES: "{a} is the sharper figure: all that it allows, {b} allows too.",
    Kind.REFINED_BY: "{b} is the sharper figure: all that it allows, {a} allows too.",
    Kind.COMPATIBLE: "{a} and {b} can both be true.",
    Kind.STRAINED: "{a} and {b} are hard to hold together, though not impossible.",
    Kind.CONTRADICTS: "{a} and {b} cannot both be true.",
    Kind.SUPERSEDES: "{a} takes the place of {b}.",
    Kind.SUPERSEDED_BY: "{b} takes the place of {a}.",
    Kind.PART_OF: "{a} counts a part of what {b} counts.",
    Kind.HAS_PART: "{b} counts a part of what {a} counts.",
    Kind.INCOMPARABLE: "{a} and {b} do not speak of one number, so they neither agree nor contradict.",
}
_REASONS: Final = {
    Reason.SAME_ORIGIN: "both go back to one source",
    Reason.SAME_TRUTH_CONDITIONS: "the words of both are true of the same numbers",
    Reason.NARROWER: "one leaves less open",
    Reason.ROUNDING: "the other is a round number",
    Reason.HARD_DISJOINT: "no number suits the words of both",
    Reason.PLAUSIBLE_DISJOINT: "no number suits what both suggest",
    Reason.CANCELLABLE: "the limit may be taken back",
    Reason.LATER_RISE: "the later figure is an update",
    Reason.LATER_LOWER: "the later figure of another source is lower, and a running toll does not fall",
    Reason.REVISED_DOWN: "the source lowered its own figure",
    Reason.LEVEL_CHANGED: "the level is that of another time",
    Reason.EXPLICIT_CORRECTION: "it corrects the other",
    Reason.SUBJECT_PART: "it counts some of them only",
    Reason.PLACE_PART: "it covers a part of the place",
    Reason.MEASURE_PART: "it counts one of the things only",
    Reason.BASIS_PART: "it counts only what is confirmed as firmly",
    Reason.WINDOW_PART: "it covers a part of the time",
    Reason.PART_EXCEEDS_WHOLE: "the part would be more than the whole",
    Reason.DIMENSION: "they are in different kinds of unit",
    Reason.DENOMINATOR: "they are shares of different things",
    Reason.ACCRUAL: "one is a running total, the other is not",
    Reason.DISJOINT_WINDOWS: "they cover different times",
    Reason.DIFFERENT_MEASURE: "they count different things",
    Reason.DIFFERENT_BASIS: "they count by different rules",
    Reason.DIFFERENT_SUBJECT: "they are about different people or things",
    Reason.DIFFERENT_PLACE: "they are about different places",
    Reason.DIFFERENT_EVENT: "they are about different events",
    Reason.UNKNOWN_SCOPE: "nothing says how these hang together",
    Reason.MODALITY: "one of them is not asserted",
    Reason.UNIT_UNKNOWN: "a unit cannot be converted",
    Reason.CURRENCY_DATE: "money of another kind needs a rate of its day",
}
_AGREEMENTS: Final = {
    Agreement.EMPTY: "Nothing is asserted",
    Agreement.SINGLE: "One source only",
    Agreement.AGREED: "All {n} sources fit",
    Agreement.MOSTLY: "Most sources fit",
    Agreement.STRAINED: "No agreement, though no words exclude each other",
    Agreement.CONTESTED: "No agreement",
}
_BASES: Final = {
    Basis.FLOOR: "nobody gives more than a lower limit",
    Basis.CEILING: "nobody gives more than an upper limit",
    Basis.LATEST: "the latest report",
    Basis.MAJORITY: "the figure of the majority",
    Basis.LOWEST: "the lowest figure",
    Basis.PREFERRED: "the preferred source",
}
_VERDICTS: Final = {
    Verdict.FOLLOWS: "follows from",
    Verdict.FITS: "fits",
    Verdict.BEYOND: "goes beyond",
    Verdict.CONTRADICTS: "contradicts",
}
_SEVERITIES: Final = {
    Severity.CONTRADICTS: "Does not add up",
    Severity.STRAINED: "Hardly adds up",
    Severity.NARROWS: "Tells more",
    Severity.INFORMS: "Adds up",
}
_EVENTS: Final = {
    "first": "first figure",
    "rise": "risen to",
    "fall": "fallen to",
    "revised_down": "lowered to",
    "contested": "contested since",
    "settled": "settled at",
    "changed": "now",
}
#: More sides than this are counted, not listed.
_LISTED: Final = 8


@functools.singledispatch
def explain(value: object) -> str:
    """Say in plain English what a result means.

    >>> from newsfigures.report import reconcile
    >>> explain(reconcile([]))
    'There is nothing to reconcile.'
    """
    raise TypeError(f"nothing to explain in {type(value).__name__}")


@explain.register
def _(value: Quantity) -> str:
    return ground(value)


@explain.register
def _(value: Relation) -> str:
    said = [_KINDS[value.kind].format(a=f'"{value.a}"', b=f'"{value.b}"')]
    reasons = [_REASONS[reason] for reason in value.reasons]
    if reasons:
        said.append(f"Why: {'; '.join(reasons)}.")
    if value.overlap is not None:
        said.append(f"Both allow {with_unit(extent(value.overlap), value.unit, is_count=not value.unit)}.")
    if value.gap is not None:
        said.append(f"Neither allows {with_unit(extent(value.gap), value.unit, is_count=not value.unit)}.")
    return " ".join([*said, *_assumed(value.assumptions)])


@explain.register
def _(value: Consensus) -> str:
    return " ".join([*_agreement(value, "", ()), *_assumed(value.assumptions)])


@explain.register
def _(value: Group) -> str:
    said = _agreement(value.consensus, value.unit if _is_measured(value) else "", value.votes)
    said += _voices(value)
    assumed = sorted({*value.assumptions, *value.consensus.assumptions})
    return " ".join([f"{heading(value)}:", *said, *_assumed(assumed)])


@explain.register
def _(value: Finding) -> str:
    return f"{_SEVERITIES[value.severity]}: {value.text}."


@explain.register
def _(value: Step) -> str:
    when = "at an unknown time" if value.at is None else str(value.at)
    found = value.consensus
    figure = number(found.best) if found.best is not None else between(found.lower, found.upper)
    return (
        f"{when}: {_EVENTS[value.event]} {figure}." if value.event != "contested" else f"{when}: contested, {figure}."
    )


@explain.register
def _(value: Total) -> str:
    span = between(value.lower, value.upper)
    if value.best is None:
        said = f"{_measure(value.measure)}: no one total; the reports leave {span}."
    else:
        how = "stated" if value.basis is TotalBasis.STATED else f"the sum of {number_of(len(value.parts), 'part')}"
        said = f"{_measure(value.measure)}: {number(value.best)} in all, {how}"
        said += "." if span == number(value.best) else f"; the reports leave {span}."
    notes = [f"{reason[0].upper()}{reason[1:]}." for reason in value.reasons]
    return " ".join([said, *notes])


@explain.register
def _(value: Report) -> str:
    if not value.groups:
        left = len(value.unmatched)
        return (
            "There is nothing to reconcile." if not left else f"Of {number_of(left, 'claim')}, none can be reconciled."
        )
    lines = []
    assumed: set[str] = set()
    for group in value.groups:
        said = _agreement(group.consensus, group.unit if _is_measured(group) else "", group.votes)
        lines.append(" ".join([f"{heading(group)}:", *said, *_voices(group)]))
        assumed.update(group.assumptions, group.consensus.assumptions)
    lines += [explain(finding) for finding in value.findings]
    lines += _assumed(sorted(assumed))
    if value.unmatched:
        lines.append(
            f"Left out: {number_of(len(value.unmatched), 'claim')} "
            "(not asserted, corrected, part of another, or of nothing known)."
        )
    return "\n".join(lines)


@explain.register
def _(value: Support) -> str:
    step = value.decisive
    figure, source = _quote(value.figure), "" if value.claim is None else _quote(value.claim)
    if value.verdict is not Verdict.UNSUPPORTED:
        told = [f"{figure} {_VERDICTS[value.verdict]} {source}: {step.reason}{_told(step)}."]
        rest = [other for other in value.steps if other.verdict.rank >= Verdict.BEYOND.rank and other is not step]
        return " ".join([*told, *(f"Also: {other.reason}{_told(other)}." for other in rest)])
    nearest = f"; nearest is {source}" if source else ""
    return f"{figure} has no counterpart in the sources: {step.reason}{_told(step)}{nearest}."


def _told(step: Check) -> str:
    """Say what stands on either side of a step, unless it is the figures themselves."""
    if step.aspect is Aspect.VALUE or not step.claimed:
        return ""
    return f' ("{step.claimed}", not "{step.given}")' if step.given else f' ("{step.claimed}")'


def heading(group: Group) -> str:
    """Return what a group speaks of, as a heading: "Killed (soldier) in mirrin"."""
    name = _measure(group.measure)
    details = [group.subject] if group.subject not in {"", "person", group.measure} else []
    if group.basis != "reported":
        details.append(group.basis.replace("_", " "))
    if group.denominator:
        details.append(f"of {group.denominator}")
    if details:
        name += f" ({', '.join(details)})"
    if group.place:
        name += f" in {group.place.title()}"
    if group.event:
        name += f", {group.event}"
    if group.covered is not None:
        first, last = group.covered
        name += f", {first.isoformat()}" if first == last else f", {first.isoformat()} to {last.isoformat()}"
    return name


def _measure(measure: str) -> str:
    name = measure.replace("_", " ")
    return f"{name[:1].upper()}{name[1:]}" or "Figures"


def _is_measured(group: Group) -> bool:
    """Say whether a group is in a unit of measure, which a count is not."""
    return bool(group.claims) and group.claims[0].quantity.unit.kind.value not in {"count", "none"}


def _agreement(found: Consensus, unit: str, votes: Sequence[Vote]) -> list[str]:
    said = _AGREEMENTS[found.status].format(n=found.origins)
    if found.status is Agreement.EMPTY:
        return [f"{said}."]
    span = between(found.lower, found.upper)
    conflicted = (
        found.status is Agreement.SINGLE and found.origins == 1 and any(v.conflicted and v.is_direct for v in votes)
    )
    if conflicted:
        said += ", which contradicts itself"
    if found.best is not None:
        said += f": {with_unit(_best(found), unit, is_count=not unit)}"
        if found.basis not in {Basis.FLOOR, Basis.CEILING} and span != number(found.best):
            said += f" ({span})"
        if found.basis in _BASES and found.basis not in {Basis.FLOOR, Basis.CEILING}:
            said += f", {_BASES[found.basis]}"
    elif found.lower is not None and found.upper is not None:
        said += f": {with_unit(span, unit, is_count=not unit)}"
    lines = [f"{said}."]
    if found.best is not None and found.ceiling is None and found.basis is Basis.FLOOR:
        lines.append("No source gives an upper limit.")
    if len(found.positions) > 1:
        lines.append(_sides(found.positions, votes, unit))
    if found.earlier:
        against = found.outliers or found.strained
        fits = "" if found.core is None or against else " fits" if found.earlier == 1 else " fit"
        lines.append(f"{number_of(found.earlier, 'earlier report')}{fits}.")
    if found.reports > found.origins + found.earlier + len(found.parties):
        lines.append(f"{number_of(found.reports, 'report')}, {number_of(found.origins, 'origin')}.")
    if found.outliers:
        lines.append(f"Against it: {listed(list(found.outliers))}.")
    if found.strained:
        lines.append(f"Hard to fit: {listed(list(found.strained))}.")
    return lines


def _best(found: Consensus) -> str:
    assert found.best is not None
    if found.basis is Basis.FLOOR:
        return f"at least {number(found.best)}"
    if found.basis is Basis.CEILING:
        return f"at most {number(found.best)}"
    return number(found.best)


def _sides(positions: Sequence[Position], votes: Sequence[Vote], unit: str) -> str:
    names: Mapping[str, Vote] = {vote.origin: vote for vote in votes}
    said = []
    for position in positions[:_LISTED]:
        who = [name for name in position.committed if not names or name in names]
        holders = f" ({listed(who[:_LISTED])})" if who else ""
        said.append(f"{with_unit(extent(position.region), unit, is_count=not unit)}{holders}")
    more = len(positions) - _LISTED
    tail = f", and {number_of(more, 'more position')}" if more > 0 else ""
    return f"Positions: {'; '.join(said)}{tail}."


def _voices(group: Group) -> list[str]:
    """Say who gives which figure, in the words of the claims."""
    claims: Mapping[str, Claim] = {claim.id: claim for claim in group.claims}
    said = []
    for vote in group.votes[:_LISTED]:
        quotes = sorted({_quote(claims[id_]) for id_ in vote.claims if id_ in claims})
        note = " (a party)" if vote.is_party else "" if vote.is_direct else " (another time)"
        said.append(f"{vote.origin}{note} says {listed(quotes[:3])}")
    more = len(group.votes) - _LISTED
    if more > 0:
        said.append(number_of(more, "more origin"))
    return [f"{'; '.join(said)}."] if said else []


def _quote(claim: Claim) -> str:
    words = claim.quantity.text or claim.quote
    return f'"{words}"' if words else extent(claim.quantity.entailed)


def _assumed(assumptions: Sequence[str]) -> list[str]:
    return [f"Assumed: {'; '.join(assumptions)}."] if assumptions else []
