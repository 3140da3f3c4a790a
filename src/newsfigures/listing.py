"""Claims document by document: each text with its figures marked, and a table of them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, final

import attrs

from . import article, fact
from .article import Names
from .claim import Claim, document_of
from .markup import Markup, element
from .status import Status

#: With more claims than this a mark leads to its row in the table, in place of a card of its own.
_MOST_CARDS: Final = 1000
#: So many claims stand in one table, so that a browser lays out only what is looked at.
TABLE: Final = 200
_COLUMNS: Final = ("Figure", "Reads as", "What", "When", "Who says", "Status")

Texts = Mapping[str, str]


@final
@attrs.frozen(kw_only=True)
class Drawing:
    """What the parts of one picture share: the texts by document, and the names of elements."""

    texts: Texts
    names: Names
    level: int = 2

    def heading(self, text: str, *more: Markup, below: int = 0) -> Markup:
        """Return a heading of this picture, some levels below its first."""
        return element(f"h{min(self.level + below, 6)}", element("bdi", text), *more)


def documents(claims: Iterable[Claim], drawing: Drawing) -> Markup:
    """Draw each text with its figures marked, and a table of them, the earliest text first."""
    by_document: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=_published):
        by_document[document_of(claim)].append(claim)
    cards = len(drawing.names.numbers) <= _MOST_CARDS
    several = len(by_document) > 1
    return Markup.join_all(
        [
            _one_document(name, sorted(found, key=_position), drawing, cards=cards, several=several)
            for name, found in by_document.items()
        ]
    )


def _published(claim: Claim) -> tuple[str, str]:
    return "" if claim.published is None else claim.published.isoformat(), document_of(claim)


def _position(claim: Claim) -> tuple[int, int]:
    return claim.span.start, claim.span.end


def _one_document(name: str, claims: Sequence[Claim], drawing: Drawing, *, cards: bool, several: bool) -> Markup:
    label = fact.published(claims[0]) or "A text"
    parts = [drawing.heading(label)] if several or fact.published(claims[0]) else []
    below = 1 if parts else 0
    text = drawing.texts.get(name)
    marked = text is not None or any(article.holds(claim) for claim in claims)
    if text is not None:
        parts.append(article.whole(text, claims, drawing.names, cards=cards))
    elif marked:
        parts.append(article.excerpts(claims, drawing.names, cards=cards))
    parts.append(drawing.heading("Its figures" if several else "The figures", below=below))
    shown: Callable[[Claim], bool] = (lambda _: text is not None) if text is not None else article.holds
    for first in range(0, len(claims), TABLE):
        some = claims[first : first + TABLE]
        rows = [_row(claim, drawing.names, marked=shown(claim)) for claim in some]
        head = element("tr", *[element("th", column, scope="col") for column in _COLUMNS])
        caption = element("caption", f"Figures {first + 1} to {first + len(some)} of {label}")
        table = element("table", caption, element("thead", head), element("tbody", *rows), class_="nf-claims")
        parts.append(element("div", table, class_="nf-block") if len(claims) > TABLE else table)
    return element("section", *parts)


def _row(claim: Claim, names: Names, *, marked: bool) -> Markup:
    quote = element("bdi", " ".join(claim.quote.split()) or claim.id)
    figure = element("a", quote, href=f"#{names.mark(claim)}") if marked else quote
    reads, suggests = fact.allows(claim.quantity), fact.suggests(claim.quantity)
    status = "" if fact.status(claim) == Status.ASSERTED.value else fact.status(claim)
    cells = [fact.what(claim), fact.when(claim), fact.who(claim), status]
    read = f"{reads}; suggests {suggests}" if suggests else reads
    return element(
        "tr", element("td", figure), element("td", read), *[_cell(cell) for cell in cells], id=names.row(claim)
    )


def _cell(text: str) -> Markup:
    return element("td", element("bdi", text)) if text else element("td")
