# ruff: noqa: INP001  (an extension of Sphinx beside its configuration, no package)
"""The directives `rows`, which prints the shipped rows of any kind with their examples, and `hedges`, which reads them.

`{rows} date` takes `:columns:`, the fields to show, and `:shown:`, how many examples of a row at most.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from unit_tables import CODE, Table

import newsfigures as nf
from newsfigures.lexicon import examples
from newsfigures.row import ROWS


class Rows(Table):
    """A table of the rows of the kind that is its argument."""

    required_arguments = 1
    option_spec: ClassVar = {"columns": directives.unchanged_required, "shown": directives.nonnegative_int}

    def run(self) -> list[nodes.Node]:
        """Sphinx calls this."""
        self.kind = self.arguments[0]
        self.columns = self.options["columns"].split()
        self.heads = [name.replace("_", " ").capitalize() for name in self.columns]
        return super().run()

    def cells(self) -> Iterable[Sequence[str]]:
        """Return one line a row."""
        for row in nf.load("en").rows(self.kind):
            fields = {name: getattr(row, name, "") for name in self.columns} | {"examples": proof(self.kind, row)}
            yield [written(fields[name], self.options.get("shown", 2)) for name in self.columns]


class Hedges(Table):
    """What each row of hedges does to 400 people, read as this is built."""

    kind = "hedge"
    heads = ("Effect", "Words", "Read", "Entailed", "Plausible")

    def cells(self) -> Iterable[Sequence[str]]:
        """Return one line a row."""
        for row in nf.load("en").rows("hedge"):
            words = row.phrases[0]
            said = f"400 people {words}" if row.position == "after" else f"{words} 400 people"
            claims = nf.extract(f"There were {said} there.")
            ends = [str(end) for claim in claims[:1] for end in (claim.quantity.entailed, claim.quantity.plausible)]
            yield row.effect, ", ".join(map(CODE, row.phrases)), CODE(said), *(map(CODE, ends) if ends else ("", ""))


def proof(kind: str, row: object) -> dict[str, str]:
    """Return the examples of a row: of all rows of examples whose other fields are its own."""
    found: dict[str, str] = {}
    for shown in examples("en", ROWS[kind][0]).get(kind, ()):
        if all(getattr(row, name) == value for name, value in shown.items() if name != "examples"):
            found |= shown["examples"]
    return found


def written(value: Any, shown: int) -> str:
    """Write phrases as they are typed, and examples as what is said and what it means."""
    if isinstance(value, Mapping):
        some = list(value.items())[:shown]
        return "; ".join(f"{CODE(said)} → {CODE(meant) if meant else 'nothing'}" for said, meant in some)
    if isinstance(value, tuple):
        return ", ".join(map(CODE, value))
    if isinstance(value, bool):
        return "yes" if value else ""
    return str(value)


def setup(app: Sphinx) -> dict[str, bool]:
    """Sphinx calls this."""
    app.add_directive("rows", Rows)
    app.add_directive("hedges", Hedges)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
