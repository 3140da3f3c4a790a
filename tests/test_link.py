"""Which date, place, event and subject belong to which figure of a sentence, and what is left open."""

import pytest

import newsfigures as nf

PUBLISHED = "2024-12-28"


def fields(text, *names):
    found = []
    for claim in nf.extract(text, published=PUBLISHED):
        values = [getattr(claim, name) for name in names]
        found.append(tuple(value and getattr(value, "name", getattr(value, "text", value)) for value in values))
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two sailors died in Odesa and 40 were hurt in Izmail.", [("Odesa",), ("Izmail",)]),
        ("In Odesa, two sailors died and 40 were hurt.", [("Odesa",), ("Odesa",)]),
        ("Two sailors died; 40 were hurt in Izmail.", [(None,), ("Izmail",)]),
        ("Two sailors died.", [(None,)]),
    ],
)
def test_places(text, expected):
    assert fields(text, "place") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The rate fell to 4.1% in May from 4.3% in April.", [("May",), ("April",)]),
        ("The toll rose to 45, up from 30 on Sunday.", [(None,), ("Sunday",)]),
        ("Two sailors died and 12 are missing, police said on Monday.", [("Monday",), ("Monday",)]),
        ("On Friday two sailors died and 12 went missing.", [("Friday",), ("Friday",)]),
        ("Two sailors died.", [(None,)]),
    ],
)
def test_dates(text, expected):
    assert fields(text, "as_of") == expected


def test_a_flow_has_a_period_and_a_level_a_day():
    assert fields("Ikonta's revenue was $4m in the third quarter.", "period", "as_of") == [("the third quarter", None)]
    assert fields("The club had 40 members on Friday.", "period", "as_of") == [(None, "Friday")]


def test_a_year_earlier_dates_the_figure_before_it():
    now, before = fields("Profit was $120m, compared with $115m a year earlier.", "as_of", "period")
    assert now == (None, None)
    assert before[1] == "a year earlier"


def test_these_are_those_named_in_the_sentence_before():
    claim = nf.extract("Ruritanian soldiers joined the battle. More than 100 fatalities came among these forces.")[0]
    assert (claim.subject.text, claim.subject.head) == ("Ruritanian soldiers", "soldier")
    assert any(found.rule.endswith(".antecedent") for found in claim.evidence if found.field == "subject")


def test_events():
    assert fields("Two sailors died in Tuesday's strike.", "event") == [("Tuesday's strike",)]


def test_so_far_is_preliminary():
    assert [c.preliminary for c in nf.extract("So far 40 people have died.")] == [True]
    assert [c.preliminary for c in nf.extract("In all, 40 people died.")] == [False]


def test_every_filled_field_has_its_evidence():
    claims = nf.extract("Two sailors died in Odesa on Friday in a strike, police said.", published=PUBLISHED)
    named = {found.field for found in claims[0].evidence}
    assert {"measure", "subject", "place", "event", "as_of", "attribution.source"} <= named
