"""The street as a whole: what `extract` and `quantities` share, and what a wrong argument is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsfigures import Reading, extract, quantities
from newsfigures.errors import ArgumentError

TEXTS = [
    "More than 11,000 troops came, 40 of them from Lund; about 20 fell ill on 3 May 2021.",
    "A soldier was killed and nobody was hurt. They had come at 10:30 with 2 tanks.",
    "Sales rose 12% to $3.2bn from $2.9bn. A third of the shops closed, a third worker said.",
    "The Six Valleys race was won 3-2 by a team from Radio 4 in 2019.",
    "",
]


@pytest.mark.parametrize("text", TEXTS)
def test_quantities_are_those_of_the_claims(text):
    said = [claim.quantity for claim in extract(text, published="2021-05-04") if not claim.implied]
    assert list(quantities(text)) == said


WORDS = [
    "three",
    "40",
    "a third",
    "of",
    "them",
    "people",
    "were",
    "killed",
    "and",
    "$5m",
    ".",
    "about",
    "2019",
    "A",
    "%",
]


@given(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join))
def test_every_claim_that_is_stated_is_among_the_quantities(text):
    found = quantities(text)
    assert all(claim.quantity in found for claim in extract(text) if claim.quantity.stated)


def test_quantities_take_the_arguments_of_extract():
    assert quantities("It cost $5.", home_currency="CAD")[0].unit.code == "CAD"
    logical = quantities("Some 40 came.", reading=Reading.logical())[0]
    assert logical.plausible == logical.entailed


def test_a_wrong_argument_is_told_at_once():
    with pytest.raises(TypeError, match="text must be a str, got bytes"):
        quantities(b"40")
    with pytest.raises(ArgumentError, match="home_currency"):
        quantities("$5", home_currency="XYZ")
