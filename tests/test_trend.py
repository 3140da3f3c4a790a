"""Level, change and the level before: every row of the table, and what stands beside a verb of movement."""

import pytest

import newsfigures as nf
from newsfigures import lexicon

EN = lexicon.load("en")
ROWS = lexicon.examples("en", "trends")
EXAMPLES = [pair for kind in ("trend", "level") for row in ROWS[kind] for pair in row["examples"].items()]


def course(text):
    return " ".join(claim.trend.value for claim in nf.extract(text))


@pytest.mark.parametrize(("text", "expected"), EXAMPLES)
def test_every_row_proves_itself(text, expected):
    assert course(text) == expected


def test_every_row_has_examples():
    assert {row.way for row in EN.rows("trend")} == {row["way"] for row in ROWS["trend"]}
    assert {row.role for row in EN.rows("level")} == {row["role"] for row in ROWS["level"]}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sales rose about 4%.", "rise"),
        ("Fares are to go up by 4% on average.", "rise"),
        ("The stock slid a further 4%.", "fall"),
        ("Ikonta gained 4% and Zanta lost 2%.", "rise fall"),
        ("Ikonta +0.4% Zanta -1.2%", "rise fall"),
        ("The Ikonta 500 gained 0.6%.", "rise"),
        ("The firm cut 400 jobs.", "level"),
        ("He made up 40 percent.", "level"),
        ("The firm raised $4m.", "rise"),
        ("Profit of 4% was reported.", "level"),
        ("A loss of $4m followed.", "level"),
        ("Some 40 to 50 people fell ill.", "level"),
    ],
)
def test_the_course_of_figures(text, expected):
    assert course(text) == expected


def test_a_move_links_its_change_and_both_levels():
    change, level, before = nf.extract("Sales rose 4% to 120 from 115.")
    assert set(change.related) == {level.id, before.id}
    assert set(level.related) == {change.id, before.id}
    assert (level.trend, before.trend) == (nf.Trend.LEVEL, nf.Trend.PREVIOUS)


def test_an_earlier_level_links_to_its_level():
    now, before = nf.extract("Profit was $120m, compared with $115m a year earlier.")
    assert (now.related, before.related) == ((before.id,), (now.id,))


def test_other_sentences_moves_stay_apart():
    first, second = nf.extract("Ikonta gained 4% and Zanta lost 2%.")
    assert first.related == second.related == ()
