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
        ("The firm raised $4m.", "level"),
        ("The bank is raising 300 mln marks.", "level"),
        ("They lost two lineouts, and lost five more.", "level level"),
        ("The pound lost two cents.", "fall"),
        ("Zanta added 5 cents to $2.20.", "rise level"),
        ("Wheat output grew 0.3% in May and 1.2% in June.", "rise rise"),
        ("Output grew 0.3% and 40 mills closed.", "rise level"),
        ("Profit of 4% was reported.", "level"),
        ("A loss of $4m followed.", "level"),
        ("Some 40 to 50 people fell ill.", "level"),
        ("Sales rose to an estimated $5m, from $3m last year.", "level previous"),
        ("Sales fell to nearly 40 tonnes from more than 50 tonnes.", "level previous"),
        ("It killed 126 people, raising a toll that had stood at more than 100 deaths.", "level previous"),
        ("The toll, which had stood at 100, rose to 126.", "previous level"),
        ("Police said the toll had reached 100.", "level"),
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


def test_a_former_level_is_replaced_by_the_one_beside_it():
    now, before = nf.extract("It killed 126 people, raising a toll that had stood at more than 100 deaths.")
    assert (now.replaces, now.related) == ((before.id,), (before.id,))
    others, before = nf.extract("Police arrested 12 men over a toll that had stood at more than 100 deaths.")
    assert others.replaces == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sales could rise to $5m, from $3m.", "forecast asserted"),
        ("Sales are expected to reach $5m, compared with $3m last year.", "forecast asserted"),
        ("The ministry forecasts that output will rise to 12 tonnes from 10 tonnes.", "forecast asserted"),
        ("Sales could rise from $3m to $5m.", "asserted forecast"),
        ("Sales could rise to $5m.", "forecast"),
    ],
)
def test_what_is_to_come_leaves_the_level_before_alone(text, expected):
    assert " ".join(claim.status.value for claim in nf.extract(text)) == expected
