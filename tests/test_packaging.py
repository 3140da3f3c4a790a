"""What is in the wheel, and what an import costs."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
HEAVY = {"quantulum3", "inflect", "dateparser", "pandas", "numpy"}


def loaded_by(code):
    """The top-level modules that a fresh process holds after running the code."""
    program = f"import sys\n{code}\nprint(*{{name.split('.')[0] for name in sys.modules}})"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return set(run.stdout.split())


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    (path,) = folder.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def names(wheel):
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_import_loads_no_heavy_library():
    assert not loaded_by("import newsfigures") & HEAVY


def test_import_does_not_need_the_extras():
    assert not loaded_by("import newsfigures") & {"pint", "pyarrow", "pyspark", "spacy"}


def test_extract_without_a_date_loads_no_heavy_library():
    assert not loaded_by("import newsfigures as nf; nf.extract('More than 11,000 troops.')") & HEAVY


def test_wheel_holds_every_file_of_the_package(names):
    package = ROOT / "src" / "newsfigures"
    files = {path for path in package.rglob("*") if path.is_file() and "__pycache__" not in path.parts}
    assert {path.relative_to(package.parent).as_posix() for path in files} <= names


def test_wheel_is_typed(names):
    assert "newsfigures/py.typed" in names


@pytest.mark.parametrize("table", ["numerals", "hedges", "units"])
def test_wheel_holds_the_tables(names, table):
    assert f"newsfigures/languages/en/{table}.toml" in names


def test_wheel_holds_the_schema(names):
    assert "newsfigures/claim.schema.json" in names


def test_wheel_holds_nothing_else(names):
    assert not [name for name in names if not name.startswith(("newsfigures/", "newsfigures-"))]


def test_wheel_has_the_command(wheel):
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith("entry_points.txt"))
        assert "newsfigures = newsfigures.__main__:main" in archive.read(name).decode()
