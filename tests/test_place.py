"""Places and events that scope a figure: every row of the table, and capitals that are no place."""

import pytest

from newsfigures import lexicon, place
from newsfigures.place import Event, Place
from newsfigures.text import Sentence

EN = lexicon.load("en")
ROWS = lexicon.examples("en", "places")["place"]


def scopes(text):
    return [mark.value for mark in place.find(Sentence(text), EN)]


@pytest.mark.parametrize(("text", "expected"), [pair for row in ROWS for pair in row["examples"].items()])
def test_every_row_proves_itself(text, expected):
    assert "; ".join(scope.name for scope in scopes(text)) == expected


def test_every_row_has_examples():
    assert {row.role for row in EN.rows("place")} == {row["role"] for row in ROWS}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It fell in the city of Losk, Ruritania, on Monday.", [Place("Losk, Ruritania")]),
        ("It fell in Ruritania's Upper Losk province.", [Place("Ruritania's Upper Losk province")]),
        ("It fell in Ikonta's revenue.", []),
        ("They died in the crush.", [Event("crush")]),
        ("They died during last week's heavy floods in Losk.", [Event("last week's heavy floods"), Place("Losk")]),
        ("They live in fear.", []),
        ("IN LOSK THEY DIED", []),
        ("", []),
    ],
)
def test_scopes(text, expected):
    found = scopes(text)
    assert [(type(scope), scope.name) for scope in found] == [(type(scope), scope.name) for scope in expected]
    for scope in found:
        assert scope.span.of(text) == scope.name
