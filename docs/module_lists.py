# ruff: noqa: INP001  (an extension of Sphinx beside its configuration, no package)
"""The directive `modules` lists the modules named in it, each with the sentence that its docstring begins with."""

import ast
from pathlib import Path
from typing import ClassVar

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

PACKAGE = Path(__file__).resolve().parents[1] / "src" / "newsfigures"


def opening(name: str) -> str:
    """Return the first line of a module's docstring; the module is read as text, as some need what is not installed."""
    said = ast.get_docstring(ast.parse(path(name).read_text(encoding="utf-8"))) or ""
    return said.partition("\n")[0]


def path(name: str) -> Path:
    """Return the file of a module: "measure", "extra.pint"."""
    return PACKAGE.joinpath(*name.split(".")).with_suffix(".py")


class Modules(SphinxDirective):
    """One line a module, in the order in which they are named."""

    has_content: ClassVar = True

    def run(self) -> list[nodes.Node]:
        """Sphinx calls this."""
        found = nodes.definition_list()
        for name in " ".join(self.content).split():
            self.env.note_dependency(str(path(name)))
            term = nodes.term("", "", nodes.literal("", name))
            lines, messages = self.parse_inline(opening(name))
            told = nodes.definition("", nodes.paragraph("", "", *lines))
            found += nodes.definition_list_item("", term, told, *messages)
        return [found]


def setup(app: Sphinx) -> dict[str, bool]:
    """Sphinx calls this."""
    app.add_directive("modules", Modules)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
