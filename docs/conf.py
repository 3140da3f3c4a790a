"""How the documentation is built; `make docs` does it."""

import sys
from importlib import import_module, metadata
from pathlib import Path

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

project = "newsfigures"
author = "newsfigures contributors"
copyright = author
release = version = metadata.version("newsfigures")

# The tables of units are printed by a module that lies beside this file.
sys.path.insert(0, str(Path(__file__).parent))
extensions = ["myst_parser", "sphinx.ext.autodoc", "unit_tables", "measure_tables"]
html_theme = "furo"
html_title = f"newsfigures {release}"

myst_heading_anchors = 3

autodoc_member_order = "groupwise"
autodoc_typehints_format = "short"
autodoc_default_options = {"members": True, "show-inheritance": True}
autodoc_inherit_docstrings = False

# Not linked, because building the docs needs no network: the standard library and attrs.
OUTSIDE = sys.stdlib_module_names | {"attr", "attrs"}


def in_face(app: Sphinx, env: BuildEnvironment, node: pending_xref, contnode: nodes.TextElement) -> nodes.Node | None:
    """Resolve what a signature names by its home (newsfigures.interval.Interval) to where the face documents it."""
    if node.get("refdomain") != "py":
        return None
    target = node.get("reftarget", "")
    name = target.rpartition(".")[2]
    if target.startswith("newsfigures.") and hasattr(import_module("newsfigures"), name):
        domain, page = env.get_domain("py"), node.get("refdoc", "")
        return domain.resolve_xref(env, page, app.builder, "obj", f"newsfigures.{name}", node, contnode)
    is_outside = target.partition(".")[0] in OUTSIDE or hasattr(import_module("builtins"), target)
    return contnode if is_outside else None


def setup(app: Sphinx) -> None:
    """Sphinx calls this."""
    app.connect("missing-reference", in_face)
