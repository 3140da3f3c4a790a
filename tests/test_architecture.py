"""The direction of imports: each module of the core imports only from those to its left.

Adding a module means adding its name to `ORDER`; an import that points right means that the code is in the wrong
module.  The exceptions are named here and nowhere else.
"""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "newsfigures"
MAP = ROOT / "docs" / "explanation" / "how-it-is-built.md"

GROUND = ["errors", "interval", "text", "quotation", "evidence", "match", "period"]
TABLES = ["row", "lexicon", "clause", "walk", "tense"]
READERS = [
    *(
        "noun",
        "wordrun",
        "head",
        "modifier",
        "nounphrase",
        "dimension",
        "ontology",
        "conversion",
        "surface",
        "money",
        "frequency",
        "unitmark",
        "ageword",
        "countednoun",
        "denominator",
        "unit",
        "draft",
        "numberword",
        "vagueness",
        "spelling",
        "notation",
        "numeral",
        "group",
        "enumeration",
        "likeness",
        "elision",
        "ledger",
        "heading",
        "bare",
        "level",
        "age",
        "crowd",
        "parallel",
        "lending",
        "guard",
        "hedge",
        "sequence",
        "idiom",
        "pronoun",
        "saying",
        "standing",
        "yearmark",
        "designation",
        "exclusion",
    ),
    *("datewords", "year", "month", "term", "clock", "datemark", "anchor", "asof"),
    *("vocabulary", "phrase", "reach", "cue", "attribution", "status"),
    *(
        "step",
        "extent",
        "joint",
        "reading",
        "combination",
        "rate",
        "quantity",
        "recall",
        "ground",
        "roster",
        "patient",
        "unreal",
        "implication",
        "naming",
        "measure",
        "trend",
        "place",
    ),
]
WAIST = ["claim", "link", "extraction"]
JUDGES = [
    *("line", "window", "scope", "origin", "policy", "relation", "comparison", "sweep", "consensus", "statement"),
    *("choice", "council", "columns", "grouping", "wording", "finding", "timeline", "pairing"),
    *("mention", "tally", "fate", "occasion", "spread", "total", "report"),
    *("bearing", "allowance", "weighing", "verdict", "sketch", "explanation"),
]
OUT = [
    *("render", "markup", "axis", "plot", "course", "fact", "article", "page", "listing", "audit", "display"),
    *("records", "export", "wikidata", "tool"),
]
ORDER = [*GROUND, *TABLES, *READERS, *WAIST, *JUDGES, *OUT]
# The one door to quantulum3's files, which reads them without importing the package.
ONTOLOGY = "ontology"
# The module and the function in which an import may stand, and what it may import there.
LATE_IMPORTS = {
    ("anchor", None): {"dateparser"},  # third of a second, paid only by a text that holds a date
    ("__init__", "__getattr__"): {"importlib"},  # the version is read when somebody asks
    ("__main__", "_bar"): {"tqdm"},  # a progress bar, for those who have it and watch
    ("*", "_repr_html_"): {"newsfigures.display"},  # a notebook's picture, drawn by a module above
}
GUESTS = {"attr", "attrs"}


class Import(NamedTuple):
    """One import: the dotted name, the function around it (None at the top), and the line."""

    target: str
    function: str | None
    line: int


def core_modules() -> list[Path]:
    return sorted(path for path in PACKAGE.glob("*.py") if path.stem not in {"__init__", "__main__"})


def extras() -> list[Path]:
    return sorted((PACKAGE / "extra").glob("*.py"))


def imports(path: Path) -> Iterator[Import]:
    def walk(node: ast.AST, function: str | None) -> Iterator[Import]:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.Import):
                yield from (Import(alias.name, function, child.lineno) for alias in child.names)
            elif isinstance(child, ast.ImportFrom):
                module = absolute(child, path)
                whole = module == "newsfigures"  # then the names may be modules: from newsfigures import text
                names = [f"{module}.{alias.name}" for alias in child.names] if whole else [module]
                yield from (Import(name, function, child.lineno) for name in names)
            inside = child.name if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef) else function
            yield from walk(child, inside)

    yield from walk(ast.parse(path.read_text(encoding="utf-8")), None)


def absolute(node: ast.ImportFrom, path: Path) -> str:
    if not node.level:
        return node.module or ""
    package = ("newsfigures", *path.relative_to(PACKAGE).parent.parts)
    return ".".join([*package[: len(package) - node.level + 1], *([node.module] if node.module else [])])


def own(target: str) -> str | None:
    """The module of ours that is imported; the face is `__init__`; None for somebody else's.

    >>> own("newsfigures.text"), own("newsfigures.parse"), own("decimal")
    ('text', '__init__', None)
    """
    if target != "newsfigures" and not target.startswith("newsfigures."):
        return None
    name = target.removeprefix("newsfigures").lstrip(".").split(".")[0]
    return name if name == "extra" or (PACKAGE / f"{name}.py").exists() else "__init__"


def is_allowed_late(module: str, found: Import) -> bool:
    keys = ((module, None), (module, found.function), ("*", found.function))
    return found.function is not None and any(
        found.target == name or found.target.startswith(f"{name}.")
        for key in keys
        for name in LATE_IMPORTS.get(key, ())
    )


def by_name(path: Path) -> str:
    return path.stem


def test_modules_are_all_in_the_order():
    assert {path.stem for path in core_modules()} <= set(ORDER), "a new module: say in ORDER where it stands"


def test_modules_are_all_told_of_once():
    blocks = re.findall(r"```\{modules\}\n(.*?)```", MAP.read_text(encoding="utf-8"), re.DOTALL)
    told = " ".join(blocks).split()
    there = [".".join(path.relative_to(PACKAGE).with_suffix("").parts) for path in PACKAGE.rglob("*.py")]
    assert sorted(told) == sorted(there), "a new module: say in docs/explanation/how-it-is-built.md where it is read"


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=by_name)
def test_a_module_says_in_one_line_what_it_is(path):
    opening = (ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "").partition("\n")[0]
    assert opening.endswith(".")


@pytest.mark.parametrize("path", core_modules(), ids=by_name)
def test_core_imports_only_from_its_left(path):
    left = set(ORDER[: ORDER.index(path.stem)])
    bent = [
        found
        for found in imports(path)
        if own(found.target) and own(found.target) not in left and not is_allowed_late(path.stem, found)
    ]
    assert not bent


@pytest.mark.parametrize("path", core_modules(), ids=by_name)
def test_core_never_sees_the_face_or_the_extras(path):
    assert not [found for found in imports(path) if own(found.target) in {"__init__", "__main__", "extra"}]


@pytest.mark.parametrize("path", [path for path in core_modules() if path.stem in JUDGES], ids=by_name)
def test_judges_never_see_extraction(path):
    assert not [found for found in imports(path) if own(found.target) == "extraction"]


@pytest.mark.parametrize("path", [*core_modules(), PACKAGE / "__main__.py"], ids=by_name)
def test_core_stands_on_attrs_and_the_standard_library(path):
    foreign = [
        found
        for found in imports(path)
        if own(found.target) is None
        and found.target.split(".")[0] not in sys.stdlib_module_names | GUESTS
        and not is_allowed_late(path.stem, found)
    ]
    assert not foreign


@pytest.mark.parametrize("path", sorted(PACKAGE.glob("*.py")), ids=by_name)
def test_imports_stand_at_the_top(path):
    late = [found for found in imports(path) if found.function is not None]
    assert not [found for found in late if not is_allowed_late(path.stem, found)]


# The face loads judging and drawing on first use, and shows their names to type checkers; nobody else may.
@pytest.mark.parametrize("path", sorted(set(PACKAGE.rglob("*.py")) - {PACKAGE / "__init__.py"}), ids=by_name)
def test_there_are_no_detours(path):
    names = {node.id for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Name)}
    names |= {found.target.rpartition(".")[2] for found in imports(path)}
    assert not names & {"TYPE_CHECKING", "__import__", "import_module"}


@pytest.mark.parametrize("path", [path for path in core_modules() if path.stem != ONTOLOGY], ids=by_name)
def test_only_the_ontology_names_quantulum3(path):
    assert not [text for text in strings(path) if "quantulum3" in text]


def strings(path: Path) -> Iterator[str]:
    """The string literals of a module, its docstrings left out: prose may say where a thing comes from."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    prose = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in prose:
            yield node.value


@pytest.mark.parametrize("path", [PACKAGE / "__main__.py", *extras()], ids=by_name)
def test_the_command_line_and_the_extras_see_only_the_face(path):
    assert not [found for found in imports(path) if own(found.target) not in {None, "__init__"}]


def test_the_face_holds_no_logic():
    face = PACKAGE / "__init__.py"
    if not face.exists():
        pytest.skip("no face yet")
    tree = ast.parse(face.read_text(encoding="utf-8"))
    defined = [node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)]
    assert set(defined) <= {"__getattr__", "__dir__"}
