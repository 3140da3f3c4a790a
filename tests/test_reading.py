"""How hedges are read: profiles, knobs, and the widths that a user's table gives to a cue or a dimension."""

import pickle
from decimal import Decimal

import pytest

import newsfigures as nf
from newsfigures import ArgumentError, LexiconError, Reading


def plausible(phrase, **knobs):
    return str(nf.parse(phrase, reading=Reading(**knobs)).plausible)


PROFILES = [
    # phrase, logical, tight, news, loose
    ("more than 100 homes", "(100, +inf)", "[101, 150]", "[101, 200]", "[101, 300]"),
    ("about 20 homes", "[10, 40]", "[18, 22]", "[18, 22]", "[16, 24]"),
    ("nearly 300 homes", "[0, 300)", "[255, 299]", "[255, 299]", "[210, 299]"),
    ("at least 12 homes", "[12, +inf)", "[12, 18]", "[12, 18]", "[12, 24]"),
    ("up to 50 homes", "[0, 50]", "[25, 50]", "[25, 50]", "[0, 50]"),
    ("well over 50 homes", "(50, +inf)", "[53, 75]", "[53, 75]", "[53, 100]"),
    ("dozens of homes", "[12, +inf)", "[24, 120]", "[24, 120]", "[24, 120]"),
    ("40 homes", "[40, 40]", "[40, 40]", "[40, 40]", "[40, 40]"),
]


@pytest.mark.parametrize(("phrase", "logical", "tight", "news", "loose"), PROFILES, ids=[row[0] for row in PROFILES])
def test_profiles(phrase, logical, tight, news, loose):
    assert plausible(phrase, profile="logical") == logical
    assert plausible(phrase, profile="tight") == tight
    assert plausible(phrase) == plausible(phrase, profile="news") == news
    assert plausible(phrase, profile="loose") == loose


KNOBS = [
    ("about 500 homes", {"approximate": Decimal("0.05")}, "[475, 525]"),
    ("nearly 300 homes", {"nearly": Decimal("0.95")}, "[285, 299]"),
    ("less than $100", {"less": Decimal("0.9")}, "[90, 100)"),
    ("at least 12 homes", {"at_least": Decimal(1)}, "[12, 24]"),
    ("up to 50 homes", {"up_to": Decimal("0.8")}, "[40, 50]"),
    ("as few as 5 homes", {"up_to": Decimal("0.25")}, "[5, 20]"),
    ("as few as 5 homes", {"up_to": Decimal(0)}, "[5, +inf)"),
    ("more than 100 homes", {"grain": Decimal(2)}, "[101, 300]"),
    ("dozens of homes", {"vague_lower": Decimal(1), "vague_upper": Decimal(5)}, "[12, 60]"),
    ("about 20 km", {"absolute": Decimal(3)}, "[17, 23]"),
    ("3,000 homes", {"round_bare": False}, "[3000, 3000]"),
    ("3.2%", {"round_bare": False}, "[3.2, 3.2]"),
]


@pytest.mark.parametrize(("phrase", "knobs", "expected"), KNOBS, ids=[f"{row[0]}-{row[1]}" for row in KNOBS])
def test_knobs(phrase, knobs, expected):
    assert plausible(phrase, **knobs) == expected


def test_a_hard_ceiling_cannot_be_taken_back():
    assert nf.parse("up to 50 homes").cancellable == ("upper",)
    assert nf.parse("up to 50 homes", reading=Reading(up_to_hard=True)).cancellable == ()


def test_extract_takes_a_reading():
    (claim,) = nf.extract("More than 100 homes burned.", reading=Reading(profile="tight"))
    assert str(claim.quantity.plausible) == "[101, 150]"


@pytest.mark.parametrize(
    ("knobs", "error"),
    [
        ({"profile": "wide"}, ArgumentError),
        ({"approximate": Decimal("-0.1")}, ArgumentError),
        ({"nearly": Decimal("NaN")}, ArgumentError),
        ({"less": Decimal("Infinity")}, ArgumentError),
        ({"grain": 1}, TypeError),
        ({"at_least": 0.5}, TypeError),
        ({"vague_lower": Decimal(20)}, ArgumentError),
        ({"unknown": Decimal(1)}, TypeError),
    ],
    ids=str,
)
def test_wrong_knobs_are_named(knobs, error):
    with pytest.raises(error):
        Reading(**knobs)


def test_readings_are_values():
    reading = Reading(profile="tight", grain=Decimal(2))
    assert pickle.loads(pickle.dumps(reading)) == reading
    assert len({reading, Reading(profile="tight", grain=Decimal(2))}) == 1


# -- a user's table --------------------------------------------------------------------------------------------


def extended(folder, rows):
    file = folder / "mine.toml"
    file.write_text(rows, encoding="utf-8")
    return nf.load("en").extend(file)


def test_a_hedge_of_ones_own(tmp_path):
    mine = extended(
        tmp_path,
        """
        [[hedge]]
        effect = "about"
        phrases = ["give or take some", "kind of"]
        [hedge.examples]
        "kind of 40 boats" = "[20, 80]"
        [[hedge]]
        effect = "at_least"
        position = "after"
        phrases = ["and then some"]
        [hedge.examples]
        "40 and then some" = "[40, +inf)"
        """,
    )
    assert str(nf.parse("kind of 40 boats", lexicon=mine).entailed) == "[20, 80]"
    assert str(nf.parse("40 and then some", lexicon=mine).entailed) == "[40, +inf)"
    assert str(nf.parse("kind of 40 boats").entailed) == "[40, 40]"


def test_a_hedge_may_carry_its_own_width(tmp_path):
    mine = extended(
        tmp_path,
        """
        [[hedge]]
        effect = "about"
        phrases = ["on the dot of"]
        approximate = "0.01"
        [hedge.examples]
        "on the dot of 500 boats" = "[250, 1000]"
        """,
    )
    assert str(nf.parse("on the dot of 500 boats", lexicon=mine).plausible) == "[495, 505]"
    assert str(nf.parse("about 500 boats", lexicon=mine).plausible) == "[450, 550]"


def test_the_width_of_a_shipped_cue(tmp_path):
    mine = extended(
        tmp_path,
        """
        [[tolerance]]
        cues = ["roughly", "around"]
        approximate = "0.2"
        [tolerance.examples]
        "roughly 500 boats" = "[250, 1000]"
        """,
    )
    assert str(nf.parse("roughly 500 boats", lexicon=mine).plausible) == "[450, 550]"  # half a grain is less
    assert str(nf.parse("roughly 120 boats", lexicon=mine).plausible) == "[115, 125]"
    assert str(nf.parse("roughly 100 boats", lexicon=mine).plausible) == "[80, 120]"
    assert str(nf.parse("about 100 boats", lexicon=mine).plausible) == "[90, 110]"


def test_the_width_of_a_dimension(tmp_path):
    mine = extended(
        tmp_path,
        """
        [[tolerance]]
        dimension = "length"
        absolute = "1000"
        [tolerance.examples]
        "about 20 km" = "(-inf, +inf)"
        [[tolerance]]
        dimension = "temperature"
        absolute = "5"
        [tolerance.examples]
        "about 20 degrees Celsius" = "(-inf, +inf)"
        [[tolerance]]
        dimension = "currency"
        at_least = "0.1"
        [tolerance.examples]
        "at least $12.50" = "[12.5, +inf)"
        """,
    )
    assert str(nf.parse("about 20 km", lexicon=mine).plausible) == "[19, 21]"
    assert str(nf.parse("about 20 degrees Celsius", lexicon=mine).plausible) == "[15, 25]"
    assert str(nf.parse("at least $12.50", lexicon=mine).plausible) == "[12.5, 13.75]"
    assert str(nf.parse("at least $12.50").plausible) == "[12.5, 18.75]"


def row(kind, *lines):
    return "\n".join([f"[[{kind}]]", *lines, f"[{kind}.examples]", '"kind of 40" = "[20, 80]"'])


ABOUT = 'effect = "about"'
OWN = 'phrases = ["kind of"]'


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        (row("hedge", 'effect = "maybe"', OWN), "effect"),
        (f"[[hedge]]\n{ABOUT}\n{OWN}", "examples"),
        (row("hedge", ABOUT, 'phrases = ["about"]'), "claimed twice"),
        (row("hedge", ABOUT, OWN, 'approximate = "wide"'), "number"),
        (row("hedge", ABOUT, OWN, 'approximate = "-1"'), "below zero"),
        (row("tolerance", 'dimension = "length"', 'width = "1"'), "unknown key"),
    ],
    ids=["effect", "examples", "twin", "number", "negative", "key"],
)
def test_wrong_rows_are_named(tmp_path, rows, reason):
    with pytest.raises(LexiconError, match=reason) as error:
        extended(tmp_path, rows)
    assert error.value.file.endswith("mine.toml")
    assert error.value.row
