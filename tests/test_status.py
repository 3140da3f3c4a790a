"""How firmly a figure is put."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsfigures import attribution, lexicon, status
from newsfigures.status import Status
from newsfigures.text import Sentence

EN = lexicon.load("en")
ROWS = lexicon.examples("en", "status")["status"]


def standing(text: str, figure: str | None = None) -> tuple[str, bool]:
    sentence = Sentence(text)
    at = next(i for i, word in enumerate(sentence.lowers) if (word == figure if figure else word[0].isdigit()))
    marks, _ = attribution.find(sentence, EN)
    found, preliminary, reasons = status.find(sentence, at, at + 1, attribution.credit((at, at + 1), marks), EN)
    assert bool(reasons) == (preliminary or found is not Status.ASSERTED)
    assert all(0 <= first < last <= len(sentence) for _, first, last in reasons)
    return found.value, preliminary


def examples():
    for row in ROWS:
        for text, expected in row["examples"].items():
            yield pytest.param(text, expected, id=f"{row['status']}-{row['position']}-{text[:30]}")


@pytest.mark.parametrize(("text", "expected"), list(examples()))
def test_rows_prove_themselves(text, expected):
    found, preliminary = standing(text)
    assert found + (", preliminary" if preliminary else "") == expected


def test_every_row_has_examples():
    assert [(row.status, row.position) for row in EN.rows("status")] == [
        (row["status"], row["position"]) for row in ROWS
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some 40 people died.", "asserted"),
        ("Police said 40 people died.", "asserted"),
        ("Police estimate that 40 people died.", "estimated"),
        ("The UN put the toll at 40.", "estimated"),
        ("The rebels claimed to have killed 40 soldiers.", "alleged"),
        ("The army denied that 40 soldiers died.", "denied"),
        ("The army doubts that 40 soldiers died.", "unconfirmed"),
        ("The number, 40, could not be independently verified.", "unconfirmed"),
        ("The toll of 40 is disputed.", "unconfirmed"),
        ("The company said it would hire 40 people.", "forecast"),
        ("The bank will spend on schools, 40 clinics and roads.", "forecast"),
        ("The firm won't hire 40 people.", "forecast"),
        ("It hopes to build 40 schools.", "target"),
        ("It called for 40 new schools.", "target"),
        ("If the dam broke, 40 villages would be lost.", "hypothetical"),
        ("The 40-bed ward opened.", "capacity"),
        ("The ship can carry 40 cars.", "capacity"),
        ("The toll was corrected to 30 from 40.", "retracted"),
        ("The toll was revised down from 52 to 40.", "asserted"),
        ("Initial reports of 40 deaths were wrong.", "retracted"),
        # what looks like a cue and is none
        ("The bridge, which will cost a fortune, replaced one that cost $40.", "asserted"),
        ("He was fined 40 dollars after he said he would pay.", "asserted"),
        ("It could rain where 40 people died.", "asserted"),
        ("Floods may come; 40 people died in the last ones.", "asserted"),
        ("Will Frost won 40 votes.", "asserted"),
        ("In May, 40 votes were lost.", "asserted"),
        ("Sales beat forecasts, and 40 shops opened.", "asserted"),
        ("Profit was better than expected at 40 cents.", "asserted"),
        ("Police said 40 people died and the toll could rise to 60.", "asserted"),
        ("The hall with 40 seats was sold.", "asserted"),
    ],
)
def test_the_standing_of_a_figure(text, expected):
    assert standing(text, "40")[0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("So far, 40 people have died.", True),
        ("At least 40 people had died as of Monday.", True),
        ("Police said 40 people died and the toll could rise to 60.", True),
        ("Preliminary figures show 40 deaths.", True),
        ("The toll could rise to 40.", False),
        ("Some 40 people died.", False),
    ],
)
def test_preliminary(text, expected):
    assert standing(text, "40")[1] is expected


@pytest.mark.xfail(strict=True, reason="'so far that' is no matter of time; nothing tells it from 'so far' yet")
def test_so_far_that():
    assert not standing("It went so far that 40 people left.", "40")[1]


WORDS = [
    "if",
    "will",
    "May",
    "40",
    "from",
    "revised",
    "could",
    "rise",
    "denied",
    ",",
    "and",
    "counting",
    "as",
    "of",
    "-",
    "seat",
]


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=20).map(" ".join), st.data())
def test_any_words_have_a_standing(text, data):
    sentence = Sentence(text)
    first = data.draw(st.integers(0, len(sentence) - 1))
    last = data.draw(st.integers(first + 1, len(sentence)))
    found, _, reasons = status.find(sentence, first, last, None, EN)
    assert isinstance(found, Status)
    assert all(0 <= a < b <= len(sentence) for _, a, b in reasons)
