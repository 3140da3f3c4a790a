"""Claims, what they amount to, and how they differ, to look at: a page, or a piece of one for a notebook."""

import functools
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b
from typing import Final

from . import audit, course, fact, page, plot, timeline
from .article import Names
from .claim import Claim, Claims, document_of
from .consensus import Agreement, Consensus, Finding, Group, Step
from .listing import TABLE, Drawing, documents
from .markup import Markup, Picture, element
from .ontology import plural_name
from .policy import Policy
from .quantity import Quantity
from .report import Report
from .unit import UnitKind
from .verdict import Support
from .wording import extent, listed, number_of

#: The steps of a story with more claims than this are not drawn: each costs a consensus.
_MOST_STEPS: Final = 400
#: How wide a letter is taken to be, in pixels.
_LETTER: Final = 8
_KEY: Final = (
    ("suggested", '<rect class="nf-range" x="2" y="3" width="26" height="10" rx="2"/>'),
    ("allowed", '<path class="nf-line" d="M2 8H28"/>'),
    ("figure given", '<path class="nf-best" d="M15 1 21 8 15 15 9 8Z"/>'),
    ("end included", '<path class="nf-line" d="M2 8H22"/><path class="nf-cap" d="M22 1V15"/>'),
    ("end excluded", '<path class="nf-line" d="M2 8H20"/><circle class="nf-ring" cx="23" cy="8" r="4"/>'),
    ("no limit", '<path class="nf-line" d="M2 8H26"/><path class="nf-arrow" d="M18 2 27 8 18 14"/>'),
    ("shared", '<rect class="nf-core" x="2" y="0" width="26" height="16"/>'),
    ("best", '<path class="nf-chosen" d="M15 0V16"/>'),
)

_SIGN: Final = '<svg class="nf-plot nf-sign" width="30" height="16" aria-hidden="true">{}</svg>'
_STATUSES: Final = {
    Agreement.EMPTY: "no figure",
    Agreement.SINGLE: "one source",
    Agreement.AGREED: "agreed",
    Agreement.MOSTLY: "mostly agreed",
    Agreement.STRAINED: "strained",
    Agreement.CONTESTED: "contested",
}


def html(value: object, *, text: str | Mapping[str, str] | None = None, title: str = "", fragment: bool = False) -> str:
    """Return a value as a page that stands alone: no script, nothing fetched; `fragment=True` gives a piece of one.

    Takes `Claims` (or one claim), a `Quantity`, a `Consensus`, one of its groups, a `Report`, or what `support_all`
    gives. `text` is the article of the claims, or a mapping of articles by `source.document`; without it the sentences
    that hold figures are shown.
    Raises `ArgumentError` on a text that is not the claims' own.

    >>> from newsfigures.extraction import extract
    >>> "<script>" in html(extract("<script>alert(1)</script> Over 20 died."))
    False
    """
    if text is not None and not isinstance(text, str | Mapping):
        raise TypeError(f"text must be a str or a mapping of them, got {type(text).__name__}")
    claims = _claims(value)
    texts = {document_of(claim): text for claim in claims} if isinstance(text, str) else dict(text or {})
    prefix = "" if not fragment else f"nf{blake2b(repr(value).encode('utf-8', 'replace'), digest_size=4).hexdigest()}"
    numbers = {claim.id: index for index, claim in enumerate(claims)}
    names = Names(prefix=prefix, numbers=numbers)
    body = _draw(value, Drawing(texts=texts, names=names))
    return page.fragment(body) if fragment else page.page(title or _title(value), body)


def svg(value: object, *, width: int = 640) -> str:
    """Return a picture as a file of its own: a `Group` or `Consensus` as intervals, steps of one number as a timeline.

    >>> from newsfigures.extraction import extract
    >>> from newsfigures.report import reconcile
    >>> svg(reconcile(extract("Over 20 people died.")).groups[0])[:4]
    '<svg'
    """
    if isinstance(value, Group):
        return page.drawing(
            _drawn(value, f"{_name(value)}: {plot.headline(value.consensus, _unit(value))}", width // _LETTER), width
        )
    if isinstance(value, Consensus):
        return page.drawing(
            plot.draw(_positions(value), value, head=plot.headline(value), room=width // _LETTER), width
        )
    if isinstance(value, tuple) and value and all(isinstance(step, Step) for step in value):
        steps = course.dated(value)
        if steps:
            return page.drawing(course.draw(steps), width)
    raise TypeError(f"a picture is drawn of a Group, a Consensus or dated steps, got {type(value).__name__}")


def _drawn(group: Group, head: str, room: int) -> Picture:
    return plot.draw(plot.rows(group), group.consensus, title=head, head=head, room=room)


def _claims(value: object) -> Claims:
    if isinstance(value, Claims):
        return value
    if isinstance(value, Claim):
        return Claims([value])
    if isinstance(value, Report):
        return value.claims
    if found := audit.supports(value):
        return Claims([support.figure for support in found])
    return Claims(value.claims) if isinstance(value, Group) else Claims()


# ---------------------------------------------------------------------------------------------------- by type


@functools.singledispatch
def _draw(value: object, _drawing: Drawing) -> Markup:
    raise TypeError(f"html takes Claims, a Claim, Quantity, Consensus, Group or Report, got {type(value).__name__}")


@functools.singledispatch
def _title(_value: object) -> str:
    return "Figures"


@_draw.register
def _(value: Quantity, _drawing: Drawing) -> Markup:
    told = [("allows", fact.allows(value)), ("suggests", fact.suggests(value)), ("unit", str(value.unit))]
    rows = [element("dt", label) + element("dd", text) for label, text in told if text]
    row = plot.Row(who=value.text, says="", plausible=value.plausible, entailed=value.entailed, best=value.best)
    drawn = element("figure", plot.draw([row], Consensus(status=Agreement.SINGLE), title=value.text, head="").drawn())
    return Markup.join_all([element("dl", *rows), drawn])


@_draw.register
def _(value: Claim, drawing: Drawing) -> Markup:
    return _draw(Claims([value]), drawing)


@_draw.register(tuple)
@_draw.register(Support)
def _(value: object, drawing: Drawing) -> Markup:
    found = audit.supports(value)
    if found is None:
        raise TypeError(f"html takes a tuple only as support_all gives it, got {type(value).__name__}")
    return audit.draw(found, drawing)


@_draw.register
def _(value: Claims, drawing: Drawing) -> Markup:
    if not value:
        return element("p", "No figures.", class_="nf-soft")
    return documents(value, drawing)


@_draw.register
def _(value: Consensus, _drawing: Drawing) -> Markup:
    return _figure(plot.draw(_positions(value), value), value) + _key()


@_draw.register
def _(value: Group, drawing: Drawing) -> Markup:
    return _group(value, (), drawing) + _key() + documents(value.claims, drawing)


@_draw.register
def _(value: Report, drawing: Drawing) -> Markup:
    parts = [_summary(value)]
    steps = {id(group): _steps(group, value.policy) for group in value.groups}
    shown = [group for group in value.groups if len(group.votes) > 1 or steps[id(group)]]
    single = [group for group in value.groups if len(group.votes) == 1 and not steps[id(group)]]
    if shown:
        parts.append(_key())
    parts += [
        element("section", _group(group, steps[id(group)], drawing), class_="nf-block")
        for group in sorted(shown, key=_weight)
    ]
    if value.findings:
        parts.append(_findings(value.findings, drawing))
    if single:
        parts.append(_singles(single, drawing))
    if value.others:
        parts.append(_others(value.others, drawing))
    return Markup.join_all(parts) + documents(value.claims, drawing)


@_title.register
def _(value: Claims) -> str:
    return f"{number_of(len(value), 'figure')} in {number_of(len({document_of(claim) for claim in value}), 'text')}"


@_title.register(tuple)
@_title.register(Support)
def _(value: object) -> str:
    return audit.title(audit.supports(value) or ())


@_title.register
def _(value: Claim) -> str:
    return value.quote or "A figure"


@_title.register
def _(value: Quantity) -> str:
    return value.text or "A quantity"


@_title.register
def _(value: Report) -> str:
    return f"What {number_of(len({document_of(claim) for claim in value.claims}), 'report')} say"


@_title.register
def _(value: Group) -> str:
    return _name(value)


# ---------------------------------------------------------------------------------------------------- a report


def _summary(report: Report) -> Markup:
    compared = [group for group in report.groups if len(group.votes) > 1]
    contested = sum(group.consensus.status is Agreement.CONTESTED for group in compared)
    told = [
        f"{number_of(len(report.claims), 'figure')} speak of {number_of(len(report.groups), 'number')}.",
        f"{number_of(len(compared), 'number')} {'has' if len(compared) == 1 else 'have'} more than one source"
        + (f"; {contested} {'is' if contested == 1 else 'are'} contested." if contested else "."),
    ]
    return element("p", " ".join(told), class_="nf-total")


def _weight(group: Group) -> tuple[bool, int, str]:
    return group.consensus.status is not Agreement.CONTESTED, -len(group.claims), group.measure


def _name(group: Group) -> str:
    """Return what a group speaks of: "Killed (soldier, Maruna)"."""
    name = group.measure.replace("_", " ") or "figure"
    basis = "" if group.basis == "reported" else group.basis
    per = f"per {group.denominator}" if group.denominator else ""
    about = [part for part in (group.subject, _place(group), _event(group), basis, per) if part]
    return f"{name[:1].upper()}{name[1:]}" + (f" ({', '.join(about)})" if about else "")


def _place(group: Group) -> str:
    """Return the place as the claims write it."""
    written = (claim.place.name for claim in group.claims if claim.place is not None)
    return next((name for name in written if name.casefold() == group.place.casefold()), group.place)


def _event(group: Group) -> str:
    """Return the event as the first claim that names one writes it."""
    written = (claim.event.name for claim in group.claims if claim.event is not None)
    return next(written, group.event) if group.event else ""


def _steps(group: Group, policy: Policy) -> tuple[Step, ...]:
    """Return the dated steps of a group, where its figure moved and they cost little."""
    if not 1 < len(group.claims) <= _MOST_STEPS:
        return ()
    found = course.dated(timeline.steps(group.claims, policy))
    return found if any(step.event not in ("first", "changed") for step in found) else ()


def _unit(group: Group) -> str:
    unit = group.claims[0].quantity.unit if group.claims else None
    return "" if unit is None or unit.kind in (UnitKind.COUNT, UnitKind.NONE) else group.unit


def _group(group: Group, steps: Sequence[Step], drawing: Drawing) -> Markup:
    consensus = group.consensus
    rows = plot.rows(group)
    badge = element("span", _STATUSES[consensus.status], class_=f"nf-badge nf-{consensus.status.value}")
    origins = number_of(len(group.votes), "origin")
    parts = [
        drawing.heading(_name(group), badge),
        element("p", element("strong", plot.headline(consensus, _unit(group))), f" — {origins}, "
                f"{number_of(sum(vote.reports for vote in group.votes), 'report')}"),
        _figure(plot.draw(rows, consensus, title=f"{_name(group)}: what each origin says"), consensus, _unit(group)),
    ]  # fmt: skip
    if steps:
        caption = element(
            "figcaption",
            "How it developed. The band is what was suggested; broken boxes are positions that exclude each other.",
        )
        parts.append(element("figure", course.draw(steps, title=f"{_name(group)}: how it developed").drawn(), caption))
    parts.append(_details("In words", [row.label for row in rows] + [course.told(step) for step in steps]))
    if assumed := tuple(dict.fromkeys((*group.assumptions, *consensus.assumptions))):
        parts.append(_details("Assumed", assumed))
    return Markup.join_all(parts)


def _figure(picture: Picture, consensus: Consensus, unit: str = "") -> Markup:
    return element("figure", picture.drawn(), element("figcaption", _told(consensus, unit)))


def _told(consensus: Consensus, unit: str) -> str:
    parts = [f"in {plural_name(unit)}"] if unit else []
    parts += [f"{number_of(consensus.origins, 'origin')} on the day itself"] if consensus.origins else []
    if consensus.earlier:
        parts.append(f"{consensus.earlier} earlier")
    if consensus.core is not None and consensus.status is not Agreement.SINGLE:
        parts.append(f"shared: {extent(consensus.core)}")
    if consensus.at is not None:
        parts.append(f"as of {consensus.at:%Y-%m-%d}")
    return "; ".join(parts)


def _positions(consensus: Consensus) -> list[plot.Row]:
    return [
        plot.Row(
            who=listed([*position.committed][:3]) or "fits",
            says=extent(position.region),
            plausible=position.region,
            entailed=position.region,
        )
        for position in consensus.positions
    ]


def _details(summary: str, lines: Iterable[str]) -> Markup:
    items = [element("li", element("bdi", line)) for line in lines]
    return element("details", element("summary", summary), element("ul", *items))


def _key() -> Markup:
    items = [element("li", Markup(_SIGN.format(path)), name) for name, path in _KEY]
    return element("ul", *items, class_="nf-key", aria_label="Signs of the pictures")


def _findings(findings: Sequence[Finding], drawing: Drawing) -> Markup:
    items = []
    for found in findings:
        badge = element("span", found.severity.value, class_=f"nf-badge nf-{found.severity.value}")
        items.append(element("li", element("bdi", found.text), badge))
    return element("section", drawing.heading("How the figures fit together"), element("ul", *items))


def _singles(groups: Sequence[Group], drawing: Drawing) -> Markup:
    rows = []
    for group in groups:
        vote = group.votes[0]
        claims = [claim for claim in group.claims if claim.id in vote.claims]
        link = _links(claims, drawing)
        cells = (_name(group), plot.headline(group.consensus, _unit(group)), plot.name(vote, claims))
        rows.append(element("tr", *[element("td", element("bdi", cell)) for cell in cells], element("td", link)))
    head = element("tr", *[element("th", name, scope="col") for name in ("What", "Figure", "Who says", "Words")])
    table = element("table", element("thead", head), element("tbody", *rows))
    return element("section", drawing.heading("Said by one source"), table, class_="nf-block")


def _links(claims: Sequence[Claim], drawing: Drawing) -> Markup:
    found = [
        element("a", element("bdi", " ".join(claim.quote.split())), href=f"#{drawing.names.row(claim)}")
        for claim in claims[:3]
    ]
    return Markup.join_all(found, ", ")


def _others(claims: Sequence[Claim], drawing: Drawing) -> Markup:
    items = [
        element("li", _links([claim], drawing), f" — {fact.status(claim)}, {fact.what(claim) or 'of nothing named'}")
        for claim in claims[: 4 * TABLE]
    ]
    more = [element("li", f"and {len(claims) - len(items)} more")] if len(claims) > len(items) else []
    return element("section", drawing.heading("Not compared"), element("ul", *items, *more), class_="nf-block")
