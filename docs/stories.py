# ruff: noqa: INP001  (an extension of Sphinx beside its configuration, no package)
"""Directives that show an example of `examples/`, run anew with every build.

`story` shows what it is about, its code, what it prints and its picture; `page` the page of its report, live.
"""

import io
import runpy
import sys
from base64 import b64encode
from contextlib import redirect_stdout
from html import escape
from pathlib import Path
from typing import Any
from unittest.mock import patch

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

import newsfigures as nf

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"


def run(name: str) -> dict[str, Any]:
    """Return the names of an example."""
    return runpy.run_path(str(EXAMPLES / f"{name}.py"))


class Story(SphinxDirective):
    """One example: what it is about, its picture, its code and what it prints."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Sphinx calls this."""
        path = EXAMPLES / f"{self.arguments[0]}.py"
        self.env.note_dependency(str(path))
        found = run(path.stem)
        printed = io.StringIO()
        # Called without arguments: those of the build would name a file to write.
        with redirect_stdout(printed), patch.object(sys, "argv", [str(path)]):
            found["main"]()
        code = path.read_text(encoding="utf-8")
        about = found["__doc__"].strip()
        shown: list[nodes.Node] = [nodes.paragraph("", about)]
        if "picture" in found:
            drawn = b64encode(found["picture"]().encode()).decode()
            image = f'<img src="data:image/svg+xml;base64,{drawn}" alt="{escape(about)}">'
            shown.append(nodes.raw("", image, format="html"))
        shown += [
            nodes.literal_block(printed.getvalue(), printed.getvalue(), language="none"),
            nodes.literal_block(code, code, language="python"),
        ]
        return shown


class Page(SphinxDirective):
    """The page of an example's report, in a frame of its own that may run nothing."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Sphinx calls this."""
        self.env.note_dependency(str(EXAMPLES / f"{self.arguments[0]}.py"))
        found = run(self.arguments[0])
        page = found["page"]() if "page" in found else nf.html(found["report"]())
        look = "width:100%;height:36rem;border:1px solid #8888"
        frame = f'<iframe sandbox title="A page of newsfigures" style="{look}" srcdoc="{escape(page)}"></iframe>'
        return [nodes.raw("", frame, format="html")]


def setup(app: Sphinx) -> dict[str, bool]:
    """Sphinx calls this."""
    app.add_directive("story", Story)
    app.add_directive("page", Page)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
