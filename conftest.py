"""README, docs and docstrings run in the same pytest as the tests; property tests do not watch the clock."""

import os
from doctest import ELLIPSIS, NORMALIZE_WHITESPACE
from typing import Any

from hypothesis import settings
from sybil import Sybil
from sybil.parsers.myst import PythonCodeBlockParser
from sybil.parsers.rest import DocTestParser

# Where every run must give the same verdict, examples are drawn the same way; elsewhere each run looks anew.
settings.register_profile("newsfigures", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("newsfigures")

FLAGS = ELLIPSIS | NORMALIZE_WHITESPACE


def _with_face(namespace: dict[str, Any]) -> None:
    import newsfigures  # noqa: PLC0415  not before coverage tools and warning filters are in place

    namespace["nf"] = newsfigures


prose = Sybil(parsers=[PythonCodeBlockParser(doctest_optionflags=FLAGS)], pattern="*.md")
docstrings = Sybil(parsers=[DocTestParser(optionflags=FLAGS)], path="src", pattern="*.py", setup=_with_face)

pytest_collect_file = (prose + docstrings).pytest()
