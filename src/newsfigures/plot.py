"""The interval (forest) plot of what several origins say of one number, as plain SVG.

A thick bar is what an origin suggests, the thin line what its words allow. A closed end has a bar across, an open one a
ring, and an end without limit an arrow out of the picture. Places are percentages, so that one picture fits every
width.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Final, final

import attrs

from . import origin
from .axis import Axis, percent, short
from .claim import Claim
from .consensus import Agreement, Basis, Consensus, Group, Vote
from .interval import CLOSED, Interval
from .markup import Markup, Picture, element
from .wording import extent, listed, number, number_of, with_unit

_HEAD: Final = 26
_ROW: Final = 44
_LINE: Final = 17
_FOOT: Final = 24
#: So many characters fit on a line of the narrowest phone; two labels beside each other need some room between.
PHONE: Final = 38
_BETWEEN: Final = 4
_BASES: Final = {Basis.FLOOR: "at least ", Basis.CEILING: "at most "}
_UNNAMED: Final = "unnamed source"
_OUTLIER: Final = "outlier"
_ASIDE: Final = ("has a stake, no vote", "earlier")


@final
@attrs.frozen(kw_only=True)
class Row:
    """One row of the plot: who says what, and how it stands to the others (`notes`: outlier, strained, earlier ...)."""

    who: str
    says: str
    plausible: Interval
    entailed: Interval
    best: Decimal | None = None
    notes: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """All of the row in words."""
        notes = f" ({', '.join(self.notes)})" if self.notes else ""
        suggests = "" if self.plausible == self.entailed else f", suggesting {extent(self.plausible)}"
        said = f"{self.says}, that is " if self.says else ""
        return f"{self.who}{notes}: {said}{extent(self.entailed)}{suggests}"

    @property
    def head(self) -> str:
        """Who says it, with the notes."""
        return " · ".join([self.who, *([", ".join(self.notes)] if self.notes else [])])


def rows(group: Group) -> tuple[Row, ...]:
    """Return a row for each origin of a group, those that agree first, then by their numbers."""
    claims = {claim.id: claim for claim in group.claims}
    found = [(_rank(vote, group.consensus), row(vote, claims, group.consensus)) for vote in group.votes]
    return tuple(line for _, line in sorted(found, key=_place))


def _place(found: tuple[int, Row]) -> tuple[object, ...]:
    rank, line = found
    return rank, line.plausible.lower_cut, line.plausible.upper_cut, line.who


def _rank(vote: Vote, consensus: Consensus) -> int:
    if vote.is_party or not vote.is_direct:
        return 3
    return 2 if vote.origin in consensus.outliers else 1 if vote.origin in consensus.strained else 0


def row(vote: Vote, claims: Mapping[str, Claim], consensus: Consensus) -> Row:
    """Return the row of one vote."""
    said = [claims[name] for name in vote.claims if name in claims]
    return Row(
        who=name(vote, said),
        says=says(said) or extent(vote.entailed),
        plausible=vote.plausible,
        entailed=vote.entailed,
        best=vote.best,
        notes=tuple(_notes(vote, consensus)),
    )


def name(vote: Vote, claims: Iterable[Claim]) -> str:
    """Return an origin as the reports write it."""
    for claim in claims:
        attribution, source = claim.attribution, claim.source
        told = () if attribution is None else (*reversed(attribution.chain), attribution.source)
        for written in (*told, source.wire, source.outlet, source.document):
            if written and origin.fold(written) == vote.origin:
                return " ".join(written.split())
        if vote.origin == claim.id:
            return _UNNAMED
    return vote.origin


def says(claims: Iterable[Claim]) -> str:
    """Return the different words in which an origin says its number."""
    quotes = list(dict.fromkeys(" ".join(claim.quote.split()) for claim in claims if claim.quote))
    said = [f"“{quote}”" for quote in quotes[:2]]
    return listed([*said, f"{len(quotes) - 2} more"] if len(quotes) > 2 else said)


def _notes(vote: Vote, consensus: Consensus) -> Iterable[str]:
    if vote.origin in consensus.outliers:
        yield _OUTLIER
    if vote.origin in consensus.strained:
        yield "strained"
    if vote.is_party:
        yield _ASIDE[0]
    elif not vote.is_direct:
        yield _ASIDE[1]
    if vote.conflicted:
        yield "contradicts itself"
    if vote.reports > 1:
        yield f"{vote.reports} reports"


def headline(consensus: Consensus, unit: str = "") -> str:
    """Return what the origins settle, in a few words."""
    core = consensus.core
    if consensus.best is not None:
        best = f"{_BASES.get(consensus.basis, '')}{with_unit(number(consensus.best), unit)}"
        return best if core is None or core.is_point else f"{best}, within {extent(core)}"
    if consensus.status is Agreement.CONTESTED:
        said = [f"{extent(found.region)} ({number_of(found.fits, 'origin')})" for found in consensus.positions[:4]]
        more = f" and {len(consensus.positions) - 4} more" if len(consensus.positions) > 4 else ""
        return f"no agreement: {' or '.join(said)}{more}"
    return "no figure" if core is None else with_unit(extent(core), unit)


# ---------------------------------------------------------------------------------------------------- drawing


def draw(
    found: Iterable[Row], consensus: Consensus, *, title: str = "", head: str | None = None, room: int = PHONE
) -> Picture:
    """Draw the plot of some rows, with `room` characters on a line.

    `title` is read aloud before the rows, `head` stands above them.
    """
    lines = tuple(found)
    scale = Axis.of(_numbers(lines, consensus))
    tops, height = [], 6 if head is None and consensus.best is None else _HEAD
    start = height
    for line in lines:
        tops.append(height)
        height += _ROW if _fits(line, room) else _ROW + _LINE
    parts = [
        element("title", title or "What each origin says"),
        element("desc", "; ".join([line.label for line in lines])),
        *_shade(scale, consensus, start, height),
        *_grid(scale, start, height),
        *_mark(scale, consensus, height, None if head is None else _cut(head, room)),
        *[part for line, top in zip(lines, tops, strict=True) for part in _row(line, top, scale, room)],
    ]
    return Picture(height + _FOOT, Markup.join_all(parts))


def _numbers(lines: Iterable[Row], consensus: Consensus) -> Iterable[Decimal]:
    for line in lines:
        yield from (line.plausible.lower, line.plausible.upper, line.entailed.lower, line.entailed.upper)
        if line.best is not None:
            yield line.best
    if consensus.best is not None:
        yield consensus.best
    if consensus.core is not None:
        yield from (consensus.core.lower, consensus.core.upper)


def _fits(line: Row, room: int) -> bool:
    return len(line.head) + len(line.says) <= room - _BETWEEN


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else f"{text[: length - 1].rstrip()}…"


def _shade(scale: Axis, consensus: Consensus, top: int, height: int) -> Iterable[Markup]:
    """Shade what the supporters share."""
    if consensus.core is None or consensus.status is Agreement.SINGLE:
        return
    left, right = scale.at(consensus.core.lower), scale.at(consensus.core.upper)
    left = min(left, 99.5)
    width = max(right - left, 0.5)
    said = element("title", f"shared by {number_of(len(consensus.support), 'origin')}: {extent(consensus.core)}")
    yield element(
        "rect", said, class_="nf-core", x=percent(left), width=percent(width), y=top - 4, height=height - top + 4
    )


def _grid(scale: Axis, top: int, height: int) -> Iterable[Markup]:
    yield element("line", class_="nf-base", x1="0", x2="100%", y1=height, y2=height)
    for tick in scale.ticks():
        place = scale.at(tick)
        yield element("line", class_="nf-grid", x1=percent(place), x2=percent(place), y1=top, y2=height + 4)
        anchor = "start" if place < 5 else "end" if place > 95 else "middle"
        yield element("text", short(tick), class_="nf-tick", x=percent(place), y=height + 18, text_anchor=anchor)


def _mark(scale: Axis, consensus: Consensus, height: int, head: str | None) -> Iterable[Markup]:
    """Draw the best figure behind all rows, and above them its name or what the origins settle."""
    if head is not None:
        yield element("text", head, class_="nf-head", x="0", y=14)
    if consensus.best is None:
        return
    place = scale.at(consensus.best)
    yield element("line", class_="nf-chosen", x1=percent(place), x2=percent(place), y1=_HEAD - 6, y2=height)
    if head is None:
        anchor = "end" if place > 70 else "start" if place < 30 else "middle"
        best = f"best: {_BASES.get(consensus.basis, '')}{short(consensus.best)}"
        yield element("text", best, class_="nf-head", x=percent(place), y=14, text_anchor=anchor)


def _row(line: Row, top: int, scale: Axis, room: int) -> Iterable[Markup]:
    notes = f" · {', '.join(line.notes)}" if line.notes else ""
    who = element("tspan", _cut(line.who, max(room - len(notes), 12)), class_="nf-who")
    yield element("text", who, element("tspan", notes, class_="nf-note"), x="0", y=top + 12)
    if _fits(line, room):
        y = top + _ROW - 16
        yield element("text", line.says, class_="nf-says", x="100%", y=top + 12, text_anchor="end")
    else:
        y = top + _ROW + _LINE - 16
        yield element("text", _cut(line.says, room), class_="nf-says", x="0", y=top + 12 + _LINE)
    kind = " nf-out" if _OUTLIER in line.notes else "" if set(line.notes).isdisjoint(_ASIDE) else " nf-aside"
    yield element("g", element("title", line.label), *_bar(line, y, scale), class_=f"nf-bar{kind}")


def _bar(line: Row, y: int, scale: Axis) -> Iterable[Markup]:
    entailed, plausible = line.entailed, line.plausible
    left, right = scale.at(entailed.lower), scale.at(entailed.upper)
    yield element("line", class_="nf-line", x1=percent(left), x2=percent(right), y1=y, y2=y)
    low, high = scale.at(plausible.lower), scale.at(plausible.upper)
    kind = "nf-range" if plausible.is_bounded else "nf-range nf-endless"
    yield element("rect", class_=kind, x=percent(low), width=percent(max(high - low, 0.4)), y=y - 6, height=12, rx=2)
    yield end(left, y, is_closed=entailed.lower_bound is CLOSED, is_endless=entailed.lower.is_infinite(), way=-1)
    yield end(right, y, is_closed=entailed.upper_bound is CLOSED, is_endless=entailed.upper.is_infinite(), way=1)
    if line.best is not None:
        yield glyph(scale.at(line.best), y, "M0-7 6 0 0 7-6 0Z", "nf-best")


def end(place: float, y: float, *, is_closed: bool, is_endless: bool, way: int) -> Markup:
    """Draw an end: an arrow where there is no limit, a bar across where it belongs to the interval, else a ring."""
    if is_endless:
        return glyph(place, y, f"M{-9 * way}-6 {-1 * way} 0 {-9 * way} 6", "nf-arrow")
    if is_closed:
        return glyph(place, y, "M0-8V8", "nf-cap")
    return element("circle", class_="nf-ring", cx=percent(place), cy=y, r=4)


def glyph(place: float, y: float, path: str, class_: str, *said: Markup) -> Markup:
    """Draw a shape of fixed size at a place in percent."""
    shape = element("path", *said, d=path, class_=class_)
    return element("svg", shape, x=percent(place), y=y, width=1, height=1, overflow="visible")
