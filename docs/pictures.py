# ruff: noqa: INP001  (an extension of Sphinx beside its configuration, no package)
"""The directive `picture`, which reads and reconciles the reports in its content and shows the picture of one measure.

Each line of the content is one report: the day, the outlet and the text, with a `|` between them.
"""

from base64 import b64encode
from html import escape

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

import newsfigures as nf


class Picture(SphinxDirective):
    """The intervals of all who speak of the measure that is its argument; drawn anew with every build."""

    required_arguments = 1
    has_content = True

    def run(self) -> list[nodes.Node]:
        """Sphinx calls this."""
        reports = [[part.strip() for part in line.split("|", 2)] for line in self.content if line.strip()]
        claims = [claim for day, outlet, text in reports for claim in nf.extract(text, published=day, source=outlet)]
        groups = nf.reconcile(claims).of(self.arguments[0])
        if not groups:
            raise self.error(f"no report speaks of {self.arguments[0]!r}")
        group = max(groups, key=lambda group: len(group.claims))
        drawn = b64encode(nf.svg(group).encode()).decode()
        image = f'<img src="data:image/svg+xml;base64,{drawn}" alt="{escape(nf.explain(group))}">'
        return [nodes.raw("", image, format="html")]


def setup(app: Sphinx) -> dict[str, bool]:
    """Sphinx calls this."""
    app.add_directive("picture", Picture)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
