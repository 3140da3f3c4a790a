"""How the documentation is built; `make docs` does it."""

import re
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

# The tables are printed by modules that lie beside this file.
sys.path.insert(0, str(Path(__file__).parent))
extensions = ["myst_parser", "sphinx.ext.autodoc"]
extensions += ["unit_tables", "measure_tables", "word_tables", "module_lists", "pictures", "stories"]
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
    home = target.rpartition(".")[0]  # of a type that passes through, and that no user names
    is_inner = home.startswith("newsfigures.") and hasattr(import_module(home), name)
    return contnode if is_outside or is_inner else None


def short_defaults(*event: object) -> tuple[str | None, str | None]:
    """Write a default that is a value of ours as the call that makes it, not as all of its fields."""
    signature, returned = event[-2:]
    assert signature is None or isinstance(signature, str)
    assert returned is None or isinstance(returned, str)
    return signature and DEFAULT.sub(r"\1()", signature), returned


DEFAULT = re.compile(r"(?<== )(Policy|Reading)\((?:[^()]|\([^()]*\))*\)")


def setup(app: Sphinx) -> None:
    """Sphinx calls this."""
    app.connect("missing-reference", in_face)
    app.connect("autodoc-process-signature", short_defaults)
