"""A text with its figures marked: each a link that shows, under the pointer or the keyboard, what was read and why.

Claims may overlap. What overlaps is one mark, whose card holds all its claims, so that no mark stands in another.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final, final

import attrs

from .claim import Claim
from .errors import ArgumentError
from .fact import facts, reasons
from .markup import Markup, element, escape
from .status import Status

_BREAK: Final = re.compile(r"\n[^\S\n]*\n\s*")
_SOFT: Final = frozenset({Status.ESTIMATED, Status.FORECAST, Status.TARGET, Status.CAPACITY, Status.HYPOTHETICAL})
#: The looks of a mark, the one that warns most first.
_KINDS: Final = (" nf-doubt", " nf-soften", "")
_DOUBT: Final = frozenset({Status.ALLEGED, Status.UNCONFIRMED, Status.DENIED, Status.RETRACTED})


@final
@attrs.frozen(kw_only=True)
class Names:
    """The names of the elements of one picture: different from those of any other picture on the page.

    `kinds` and `told` add to the look of a claim's mark and to its card, by the claim's id.
    """

    prefix: str = ""
    numbers: Mapping[str, int] = attrs.field(factory=dict)
    kinds: Mapping[str, str] = attrs.field(factory=dict)
    told: Mapping[str, Sequence[tuple[str, str]]] = attrs.field(factory=dict)

    def row(self, claim: Claim) -> str:
        """Return the name of a claim's row in the table."""
        return f"{self.prefix}r{self.numbers[claim.id]}"

    def mark(self, claim: Claim) -> str:
        """Return the name of a claim's mark in the text."""
        return f"{self.prefix}f{self.numbers[claim.id]}"

    def card(self, claim: Claim) -> str:
        """Return the name of a claim's card."""
        return f"{self.prefix}c{self.numbers[claim.id]}"


@final
@attrs.frozen
class Cluster:
    """Claims that overlap, and the stretch of text that they cover."""

    start: int
    end: int
    claims: tuple[Claim, ...]


def _clusters(claims: Sequence[Claim]) -> tuple[Cluster, ...]:
    """Return the stretches that claims cover, in text order, apart from each other."""
    found: list[Cluster] = []
    for claim in sorted(claims, key=lambda claim: (claim.span.start, claim.span.end)):
        start, end = claim.span.start, claim.span.end
        if start == end:
            continue
        if found and start < found[-1].end:
            last = found.pop()
            found.append(Cluster(last.start, max(last.end, end), (*last.claims, claim)))
        else:
            found.append(Cluster(start, end, (claim,)))
    return tuple(found)


def whole(text: str, claims: Sequence[Claim], names: Names, *, cards: bool) -> Markup:
    """Return a whole text, marked.

    Raises `ArgumentError` where the text is not the one that the claims stand in.
    """
    for claim in claims:
        if text[claim.span.start : claim.span.end] != claim.quote:
            raise ArgumentError(
                "text", text[:40], f"is not the text of claim {claim.id}: no {claim.quote!r} in its place"
            )
    return _text([(0, text)], claims, names, cards=cards)


def excerpts(claims: Sequence[Claim], names: Names, *, cards: bool) -> Markup:
    """Return the sentences that hold figures, marked, as far as the claims keep them."""
    passages = {claim.sentence.start: claim.passage for claim in claims if holds(claim)}
    kept = [claim for claim in claims if holds(claim)]
    return _text(sorted(passages.items()), kept, names, cards=cards)


def holds(claim: Claim) -> bool:
    """Say whether a claim keeps its sentence, with its figure in place."""
    at = claim.span.start - claim.sentence.start
    return bool(claim.quote) and at >= 0 and claim.passage[at : at + len(claim.quote)] == claim.quote


def _text(pieces: Sequence[tuple[int, str]], claims: Sequence[Claim], names: Names, *, cards: bool) -> Markup:
    covered = iter(_clusters(claims))
    paragraphs: list[Markup] = []
    cluster = next(covered, None)
    for offset, piece in pieces:
        inside: list[Cluster] = []
        while cluster is not None and cluster.start < offset + len(piece):
            inside.append(cluster)
            cluster = next(covered, None)
        paragraphs += _paragraphs(offset, piece, inside, names, cards=cards)
    return element("div", *paragraphs, class_="nf-text")


def _paragraphs(offset: int, piece: str, inside: Sequence[Cluster], names: Names, *, cards: bool) -> Iterator[Markup]:
    """Cut a text at its blank lines, but never within a mark."""
    parts: list[Markup] = []
    done = 0
    for cluster in (*inside, None):
        start = len(piece) if cluster is None else max(cluster.start - offset, done)
        between = _BREAK.split(piece[done:start])
        for index, run in enumerate(between):
            if index and parts:
                yield element("p", *parts, dir="auto")
                parts = []
            if run:
                parts.append(escape(run))
        if cluster is not None:
            done = max(start, cluster.end - offset)
            parts.append(_mark(cluster, offset, piece, names, cards=cards))
    if parts:
        yield element("p", *parts, dir="auto")


def _mark(cluster: Cluster, offset: int, piece: str, names: Names, *, cards: bool) -> Markup:
    first = cluster.claims[0]
    kinds = {names.kinds.get(claim.id, _kind(claim)) for claim in cluster.claims}
    kind = min(kinds, key=_KINDS.index)
    anchors = [element("span", id=names.mark(claim)) for claim in cluster.claims[1:]]
    shown = Markup.join_all([*anchors, *_pieces(cluster, offset, piece)])
    if not cards:
        return element("a", shown, class_=f"nf-fig{kind}", id=names.mark(first), href=f"#{names.row(first)}")
    name = names.card(first)
    link = element("a", shown, class_=f"nf-fig{kind}", id=names.mark(first), href=f"#{name}", aria_describedby=name)
    return link + element("span", *[_card(claim, names, several=len(cluster.claims) > 1) for claim in cluster.claims],
                          class_="nf-card", id=name, role="tooltip")  # fmt: skip


def _kind(claim: Claim) -> str:
    return _KINDS[0] if claim.status in _DOUBT else _KINDS[1] if claim.status in _SOFT else ""


def _pieces(cluster: Cluster, offset: int, piece: str) -> list[Markup]:
    """Return the text of a cluster, with each claim's part underlined where there are several."""
    if len(cluster.claims) == 1:
        return [escape(piece[cluster.start - offset : cluster.end - offset])]
    cuts = sorted({end for claim in cluster.claims for end in (claim.span.start, claim.span.end)})
    found = []
    for left, right in pairwise(cuts):
        run = escape(piece[left - offset : right - offset])
        depth = sum(claim.span.start <= left < claim.span.end for claim in cluster.claims)
        found.append(element("span", run, class_="nf-part") if depth > 1 else run)
    return found


def _card(claim: Claim, names: Names, *, several: bool) -> Markup:
    told = [*names.told.get(claim.id, ()), *facts(claim)]
    if several:
        told.insert(0, ("figure", claim.quote))
    pairs = [element("b", label) + element("bdi", text) for label, text in told]
    why = reasons((*claim.quantity.evidence, *[one for one in claim.evidence if one not in claim.quantity.evidence]))
    return element("span", *pairs, *([element("bdi", f"why: {why}", class_="nf-why")] if why else []))
