"""Every script in `examples/` runs as a user would run it, and prints something."""

import runpy
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.py")), ids=lambda path: path.stem)
def test_example_runs(path, tmp_path):
    run = subprocess.run(
        [sys.executable, "-W", "error", str(path)], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.strip()


def test_demo_shows_the_figures_of_both_articles():
    run = subprocess.run([sys.executable, EXAMPLES / "demo.py"], capture_output=True, text=True, check=True)
    for words in ("11,000", "1.6 million", "126", "12,000", "Between 40 and 50"):
        assert words in run.stdout
    assert "World War" not in run.stdout


def test_the_picture_of_the_readme_is_what_the_demo_draws():
    drawn = runpy.run_path(str(EXAMPLES / "demo.py"))["picture"]()
    kept = (EXAMPLES.parent / "docs" / "demo.svg").read_text(encoding="utf-8")
    assert kept == drawn, "write what picture() of examples/demo.py returns to docs/demo.svg"
