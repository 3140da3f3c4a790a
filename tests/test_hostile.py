"""Hostile input: twice the text takes no more than three times the steps, counted as calls, never by the clock."""

import runpy
from pathlib import Path

import pytest
from counting import calls

import newsfigures as nf

BENCHMARK = Path(__file__).resolve().parents[1] / "benchmarks" / "hostile.py"
KINDS = runpy.run_path(str(BENCHMARK))["KINDS"]
SIZE = 12_000


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_twice_the_text_takes_no_more_than_three_times_the_steps(kind):
    text = KINDS[kind] * (SIZE // len(KINDS[kind]) + 1)
    nf.extract(text[:500])  # tables are loaded once
    half, whole = calls(lambda: nf.extract(text[: SIZE // 2])), calls(lambda: nf.extract(text[:SIZE]))
    assert whole <= 3 * half + 2000


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_that_anybody_sends_raises(kind):
    text = (KINDS[kind] * 200)[:600]
    for claim in nf.extract(text):
        assert claim.quote == claim.span.of(text)


def test_a_very_long_number_is_no_figure():
    assert nf.extract("7" * 100_000) == ()
    assert nf.extract(f"It cost ${'1,' * 50_000}000.") == ()
