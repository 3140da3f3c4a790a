"""The letters of words: every row of the table, the forms of verbs, and the walks to a subject."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsfigures import clause, lexicon, walk
from newsfigures.text import Sentence

EN = lexicon.load("en")
ROWS = lexicon.examples("en", "clauses")["class"]


@pytest.mark.parametrize(("text", "expected"), [pair for row in ROWS for pair in row["examples"].items()])
def test_every_row_proves_itself(text, expected):
    assert clause.read(Sentence(text), EN).tags == expected


def test_every_row_has_examples():
    assert {row.tag for row in EN.rows("class")} == {row["tag"] for row in ROWS}


@pytest.mark.parametrize(
    ("base", "forms"),
    [
        ("kill", ("kills", "killed", "killing")),
        ("stab", ("stabs", "stabbed", "stabbing")),
        ("injure", ("injures", "injured", "injuring")),
        ("free", ("frees", "freed", "freeing")),
        ("vanish", ("vanishes", "vanished", "vanishing")),
        ("bury", ("buries", "buried", "burying")),
        ("destroy", ("destroys", "destroyed", "destroying")),
        ("submit", ("submits", "submitted", "submitting")),
    ],
)
def test_regular_forms(base, forms):
    assert clause.inflect(base) == forms


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The old mill lost 40 workers.", "old mill"),
        ("In May the mill lost 40 workers.", "mill"),
        ("The mill, which closed in May, lost 40 workers.", "mill"),
        ("The mill said it had lost 40 workers.", "mill"),
        ("The mill wants to hire 40 workers.", "mill"),
        ("The mill closed a hall and hired 40 workers.", "mill"),
        ("Shares of the mill rose 4% to end at 40.", "Shares of the mill"),
        ("The mill fell 2% while the yard gained 40.", "yard"),
        ("The mill, employing 40 workers, closed.", "mill"),
        ("They lost 40 workers.", None),
        ("40 workers left.", None),
    ],
)
def test_the_subject_of_the_last_number(text, expected):
    sentence = Sentence(text)
    at = max(index for index, word in enumerate(sentence.words) if word == "40")
    found = walk.subject(clause.read(sentence, EN), at)
    assert (sentence.said(*found) if found else None) == expected


@given(st.text(max_size=80))
def test_one_letter_a_token(text):
    sentence = Sentence(text)
    assert len(clause.read(sentence, EN).tags) == len(sentence)
