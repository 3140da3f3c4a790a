"""A text checked against its sources, to look at: each figure marked by its verdict, with the words that decided."""

from collections.abc import Sequence
from typing import Final

import attrs

from .bearing import Verdict
from .explanation import explain
from .listing import Drawing, documents
from .markup import Markup, element
from .verdict import Support
from .wording import number_of

_BAD: Final = frozenset({Verdict.CONTRADICTS, Verdict.UNSUPPORTED})
_KINDS: Final = {Verdict.BEYOND: " nf-soften", Verdict.CONTRADICTS: " nf-doubt", Verdict.UNSUPPORTED: " nf-doubt"}
_COLUMNS: Final = ("Figure", "Verdict", "Why", "In the source")


def supports(value: object) -> tuple[Support, ...] | None:
    """Return a value as the supports of a text; `None` where it is something else."""
    if isinstance(value, Support):
        return (value,)
    if isinstance(value, tuple) and value and all(isinstance(one, Support) for one in value):
        return value
    return None


def title(found: Sequence[Support]) -> str:
    """Return how many figures stand how."""
    counted = {verdict: sum(one.verdict is verdict for one in found) for verdict in reversed(Verdict)}
    told = [f"{number} {verdict.value}" for verdict, number in counted.items() if number]
    return f"{number_of(len(found), 'figure')} checked: {', '.join(told)}"


def draw(found: Sequence[Support], drawing: Drawing) -> Markup:
    """Draw the text with its figures marked by verdict, after a table of them, the worst first."""
    rows = [_row(one, drawing) for one in sorted(found, key=_worst)]
    head = element("tr", *[element("th", name, scope="col") for name in _COLUMNS])
    table = element("table", element("thead", head), element("tbody", *rows))
    kinds = {one.figure.id: _KINDS.get(one.verdict, "") for one in found}
    told = {one.figure.id: (("verdict", one.verdict.value), ("because", explain(one))) for one in found}
    marked = attrs.evolve(drawing, names=attrs.evolve(drawing.names, kinds=kinds, told=told))
    section = element("section", drawing.heading("How the figures stand to their sources"), table)
    return section + documents([one.figure for one in found], marked)


def _worst(support: Support) -> tuple[int, int]:
    return -support.verdict.rank, support.figure.span.start


def _row(support: Support, drawing: Drawing) -> Markup:
    quote = " ".join(support.figure.quote.split())
    link = element("a", element("bdi", quote), href=f"#{drawing.names.row(support.figure)}")
    kind = "nf-badge nf-contradicts" if support.verdict in _BAD else "nf-badge"
    given = "" if support.claim is None else " ".join((support.claim.passage or support.claim.quote).split())
    return element(
        "tr",
        element("td", link),
        element("td", element("span", support.verdict.value, class_=kind)),
        element("td", element("bdi", support.decisive.reason)),
        element("td", element("bdi", given)),
    )
