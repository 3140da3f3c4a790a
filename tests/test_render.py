"""Quantities as short English, and why they reach as far as they do."""

import pytest

import newsfigures as nf
from newsfigures.ground import ground

RENDERED = [
    ("over 11,000 troops", "more than 11,000 troops"),
    ("roughly 1.30 million people", "about 1.30 million people"),
    ("an estimated 400 homes", "about 400 homes"),
    ("no fewer than 12 women", "at least 12 women"),
    ("200-odd boats", "200-odd boats"),
    ("5%", "5%"),
    ("5 kilometres", "5 kilometres"),
    ("1 kilometre", "1 kilometre"),
    ("5 to 7 people", "5 to 7 people"),
    ("one in five", "one in five"),
    ("dozens of people", "dozens of people"),
    ("three hundred thousand people", "0.3 million people"),
    ("2 1/2 miles", "2 1/2 miles"),
    ("more than a year", "more than a year"),
    ("48%, plus or minus 3 points", "48%, plus or minus 3 points"),
    # a share is of something, or of nothing that is said
    ("about a third of the houses", "about 1/3 of houses"),
    ("two thirds of voters", "2/3 of voters"),
    ("half of them", "1/2"),
    ("about a third", "about 1/3"),
]


@pytest.mark.parametrize(("phrase", "expected"), RENDERED, ids=[row[0] for row in RENDERED])
def test_render(phrase, expected):
    assert nf.render(nf.parse(phrase)) == expected


@pytest.mark.parametrize(
    ("interval", "expected"),
    [
        ("[40, 40]", "exactly 40"),
        ("[5, 7]", "5 to 7"),
        ("(11000, +inf)", "more than 11,000"),
        ("[40, +inf)", "at least 40"),
        ("(-inf, 40)", "less than 40"),
        ("(-inf, 40]", "at most 40"),
        ("(-inf, +inf)", "any number"),
    ],
)
def test_render_intervals(interval, expected):
    assert nf.render(nf.Interval.parse(interval)) == expected


def test_render_names_what_it_takes():
    with pytest.raises(TypeError, match="int"):
        nf.render(40)


GROUNDS = {
    "more than 11,000 troops": (
        '"more than" sets the lower end and leaves 11,000 itself out: above 11,000. A reader expects 11,001 to 12,000.'
    ),
    "40 boats": '"40" stands alone and is said exactly: 40 and nothing else.',
    "3,000 boats": '"3,000" stands alone and may be rounded in its last place: 2,950 to 3,050, the last left out.',
    "about 20 degrees Celsius": ('"about" loosens both ends as far as can be: any number. A reader expects 18 to 22.'),
    "5 to 7 boats": '"5" and "7" are the two ends of a range, both included: 5 to 7.',
    "up to 50 boats": (
        '"up to" sets the upper end, 50 included, which the speaker may take back: 0 to 50. A reader expects 25 to 50.'
    ),
    "dozens of boats": '"dozens" names no number, only a floor: 12 or more. A reader expects 24 to 120.',
    "more than 10 but fewer than 20 boats": (
        '"more than" sets the lower end and leaves 10 itself out; the two bounds hold together; '
        '"fewer than" sets the upper end and leaves 20 itself out: above 10 to 20, the last left out. '
        "A reader expects 11 to 19."
    ),
}


@pytest.mark.parametrize(("phrase", "expected"), GROUNDS.items(), ids=list(GROUNDS))
def test_which_words_gave_which_end(phrase, expected):
    assert ground(nf.parse(phrase)) == nf.explain(nf.parse(phrase)) == expected


def test_every_effect_has_its_reason():
    from newsfigures.ground import _EFFECTS
    from newsfigures.reading import EFFECTS

    assert _EFFECTS.keys() == EFFECTS.keys() - {"none"}


@pytest.mark.parametrize("row", nf.load("en").rows("hedge"), ids=lambda row: f"{row.effect}-{row.phrases[0]}")
def test_a_reason_quotes_the_words(row):
    if row.effect == "none" or row.phrases[0] in ("odd", "ish", "plus"):
        return
    phrase = row.phrases[0]
    near = "it is {} 40 boats"
    guarded = {"within": "{} 40 miles", "near": near, "past": "it rose {} 40 boats", "pushing": near}
    text = guarded.get(row.guard, "{} 40 boats").format(phrase) if row.position == "before" else f"40 people {phrase}"
    assert f'"{phrase}"' in ground(nf.parse(text))


def test_numbers_that_do_not_end_are_cut():
    assert "0.6333 to 0.7" in ground(nf.parse("two-thirds of them"))


def test_a_line_cuts_endless_digits_and_the_interval_keeps_them():
    [claim] = nf.extract("About a third of the boats sank.")
    assert nf.render(claim).endswith(": [0.1667, 0.6667]")
    assert len(str(claim.quantity.entailed)) > 100
    [claim] = nf.extract("It weighs 0.0000000000001234 g.")
    assert nf.render(claim).endswith(f": {claim.quantity.entailed}")
