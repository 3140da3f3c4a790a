# ruff: noqa: INP001  (an extension of Sphinx beside its configuration, no package)
"""The directives `units`, `currencies` and `families`, which print the shipped tables as they are."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from docutils import nodes
from docutils.statemachine import StringList
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

import newsfigures as nf

CODE = "`{}`".format


def markdown(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Write a table; a pipe within a cell would end it."""
    lines = [heads, ["---"] * len(heads), *rows]
    return ["| " + " | ".join(cell.replace("|", r"\|") for cell in line) + " |" for line in lines]


class Table(SphinxDirective):
    """A table of the rows of one kind."""

    kind: ClassVar[str]
    heads: ClassVar[Sequence[str]]

    def cells(self) -> Iterable[Sequence[str]]:
        """Return the cells, row by row."""
        raise NotImplementedError

    def run(self) -> list[nodes.Node]:
        """Sphinx calls this."""
        container = nodes.container()
        self.state.nested_parse(StringList(markdown(self.heads, self.cells()), source=self.kind), 0, container)
        return container.children


class Units(Table):
    """Name, dimension, exact factor, code and how it is written."""

    kind = "unit"
    heads = ("Unit", "Dimension", "Base units in one", "Prefixes", "UCUM", "Written")

    def cells(self) -> Iterable[Sequence[str]]:
        """Return one row a unit."""
        for row in nf.load("en").rows("unit"):
            written = ", ".join(CODE(surface) for surface in (*row.phrases, *row.symbols, *row.attached))
            code = CODE(row.code) if row.code else ""
            yield row.name, row.dimension, row.factor, row.prefixes, code, written


class Currencies(Table):
    """Code, name and how it is written."""

    kind = "currency"
    heads = ("Code", "Currency", "Decimals", "Written")

    def cells(self) -> Iterable[Sequence[str]]:
        """Return one row a currency; names that several share come last."""
        for row in nf.load("en").rows("currency"):
            written = ", ".join(CODE(surface) for surface in (*row.phrases, *row.symbols, *row.before, *row.subunits))
            decimals = "" if row.codes or row.minor < 0 else str(row.minor)
            yield row.code or f"one of {', '.join(row.codes)}", row.name, decimals, written


class Families(Table):
    """Kinds of counted things."""

    kind = "family"
    heads = ("Family", "Nouns")

    def cells(self) -> Iterable[Sequence[str]]:
        """Return one row a family."""
        for row in nf.load("en").rows("family"):
            yield row.name, ", ".join((*row.phrases, *(f"-{ending}" for ending in row.endings)))


def setup(app: Sphinx) -> dict[str, bool]:
    """Sphinx calls this."""
    for name, directive in (("units", Units), ("currencies", Currencies), ("families", Families)):
        app.add_directive(name, directive)
    return {"parallel_read_safe": True}
