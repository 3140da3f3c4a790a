# ruff: noqa: INP001  (an extension of Sphinx beside its configuration, no package)
"""The directives `measures`, `trends` and `places`, which print the shipped tables as they are."""

from collections.abc import Iterable, Sequence

from sphinx.application import Sphinx
from unit_tables import CODE, Table

import newsfigures as nf


class Measures(Table):
    """Measure, what it counts, how it grows and how it is said."""

    kind = "measure"
    heads = ("Measure", "Kind", "Accrual", "Nouns", "Verbs and states")

    def cells(self) -> Iterable[Sequence[str]]:
        """Return one row a measure."""
        for row in nf.load("en").rows("measure"):
            nouns = ", ".join(CODE(noun) for noun in row.nouns)
            said = (*row.did, *row.died, *row.state, *row.object, *row.tells)
            yield row.id, row.kind, row.accrual, nouns, ", ".join(CODE(phrase) for phrase in said)


class Trends(Table):
    """Which words move a figure which way."""

    kind = "trend"
    heads = ("Way", "Verbs", "Adverbs", "Nouns")

    def cells(self) -> Iterable[Sequence[str]]:
        """Return one row a way."""
        for row in nf.load("en").rows("trend"):
            yield row.way, *(", ".join(map(CODE, words)) for words in (row.verbs, row.adverbs, row.nouns))


class Places(Table):
    """Which words open, belong to or stand for a place or an event."""

    kind = "place"
    heads = ("Role", "Words")

    def cells(self) -> Iterable[Sequence[str]]:
        """Return one row a role."""
        for row in nf.load("en").rows("place"):
            yield row.role, ", ".join(map(CODE, row.phrases))


def setup(app: Sphinx) -> dict[str, bool]:
    """Sphinx calls this."""
    for directive in (Measures, Trends, Places):
        app.add_directive(f"{directive.kind}s", directive)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
