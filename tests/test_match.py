"""The matcher: longest phrase first, from either end, over tokens and not characters."""

import pytest

from newsfigures.match import Match, PhraseTable
from newsfigures.text import Sentence

TABLE = PhraseTable(
    [
        ("more than", "more_than"),
        ("more", "more"),
        ("no more than", "at_most"),
        ("no", "none"),
        ("up to", "up_to"),
        ("as many as", "up_to"),
        ("-odd", "odd"),
        ("US\u2019s", "possessive"),
    ]
)


def lowers(text):
    return Sentence(text).lowers


@pytest.mark.parametrize(
    ("text", "first", "found"),
    [
        ("more than 40", 0, ("more_than", 2)),
        ("more 40", 0, ("more", 1)),
        ("more", 0, ("more", 1)),
        ("no more than 40", 0, ("at_most", 3)),
        ("no more 40", 0, ("none", 1)),
        ("no more 40", 1, ("more", 2)),
        ("MORE THAN 40", 0, ("more_than", 2)),
        ("as many as 40", 0, ("up_to", 3)),
        ("as many of 40", 0, None),
        ("40-odd", 1, ("odd", 3)),
        ("US's", 0, ("possessive", 2)),
        ("up", 0, None),
        ("moreover 40", 0, None),
        ("", 0, None),
        ("more", 1, None),
        ("more", -1, None),
    ],
)
def test_at(text, first, found):
    assert TABLE.at(lowers(text), first) == found


@pytest.mark.parametrize(
    ("text", "last", "found"),
    [
        ("no more than 40", 3, ("at_most", 0)),
        ("and more than 40", 3, ("more_than", 1)),
        ("than 40", 1, None),
        ("some more", 2, ("more", 1)),
        ("no more", 2, ("more", 1)),
        ("more", 0, None),
        ("more", 2, None),
        ("", 0, None),
    ],
)
def test_ending_at(text, last, found):
    assert TABLE.ending_at(lowers(text), last) == found


def test_find_goes_from_left_to_right_without_overlap():
    found = list(TABLE.find(lowers("no more than 40, more than 12 or up to 3 and no more")))
    assert found == [
        Match("at_most", 0, 3),
        Match("more_than", 5, 7),
        Match("up_to", 9, 11),
        Match("none", 13, 14),
        Match("more", 14, 15),
    ]


def test_the_first_of_two_equal_phrases_stands():
    assert PhraseTable([("some", 1), ("some", 2)]).at(["some"], 0) == (1, 1)


def test_asks_for_first_words():
    assert "more" in TABLE
    assert "than" not in TABLE
    assert TABLE.first_words == {"more", "no", "up", "as", "-", "us"}
    assert PhraseTable([]).first_words == frozenset()
