"""Which counts belong to the event that a set of reports is about."""

import datetime as dt

import pytest

from newsfigures.extraction import extract
from newsfigures.policy import Policy
from newsfigures.report import reconcile

MONDAY = dt.date(2021, 3, 15)


def best(*texts, measure="killed", published=MONDAY):
    found = [
        claim
        for number, text in enumerate(texts)
        for claim in extract(text, published=published, source=f"paper {number}")
    ]
    total = reconcile(found, policy=Policy.named("gtd")).total(measure)
    return None if total is None or total.best is None else int(total.best)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two bakers were killed on Sunday. Forty people were killed in February.", 2),
        ("Two bakers were killed on Sunday. On May 2, 2019, nine cooks were killed on the same road.", 2),
        ("Two bakers were killed on Sunday. Last year nine cooks were killed on the same road.", 2),
        ("Two bakers were killed on Sunday. Raids have killed 90 people over the past two years.", 2),
        # What is told first is dated to the event, however long ago.
        ("Nine cooks were killed in 2019. The trial began on Sunday.", 9),
        ("On May 2, 2019, nine cooks were killed. The killer died on Sunday.", 9),
        # A few days are one story.
        ("Two people died on Sunday. On Wednesday nine people had been killed.", 9),
        # With no other date nothing is known to be long past.
        ("Two bakers were killed. Nine were killed on Sunday.", 9),
    ],
)
def test_dates_long_before(text, expected):
    assert best(text) == expected


def test_a_day_without_a_year_may_be_of_any_year():
    assert best("Two bakers were killed on Sunday. On 20 March nine people died of their wounds.") == 9


def test_of_a_hurt_crowd_the_dead_of_another_year_are_none():
    text = "Four bakers were hurt on Sunday. A cook was shot dead in the same bar in May 2018."
    assert (best(text), best(text, measure="injured")) == (None, 4)


@pytest.mark.parametrize(
    "other",
    [
        "Three dead, nine hurt in weekend stabbings",
        "Three people were killed and nine hurt in four separate stabbings.",
        "Three people were killed and nine hurt in stabbings across the city on Sunday.",
        "A rash of stabbings across the city left three people dead and nine hurt.",
    ],
)
def test_reports_of_several_events_give_way_to_those_of_one(other):
    one = "Two bakers were hurt in a stabbing in Orla."
    assert (best(one, other), best(one, other, measure="injured")) == (None, 2)
    assert (best(other), best(other, measure="injured")) == (3, 9)


def test_one_event_in_several_places_is_no_round_up():
    one = "Two bakers were killed in a raid in Orla."
    assert best(one, "Three bakers were killed in a raid across the river.") == 3
    assert best(one, "Five planes struck, killing three bakers.") == 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was the first raid since protests over a film left up to 17 people dead.", None),
        ("It was the worst fire since 2004, when a blaze killed 30 people.", None),
        ("It was the first raid after riots that killed nine people.", None),
        ("The blast, the worst since May, killed 17 people.", 17),
        ("In the first raid since May, 12 people were killed.", 12),
        ("The first victims were found after the storm killed 12 people.", 12),
        ("It was in retaliation for a raid that left nine people dead.", None),
        ("It was a retaliation, and nine people died.", 9),
        ("Accidents with guns kill dozens of children every year.", None),
    ],
)
def test_what_an_event_is_compared_with_is_another(text, expected):
    assert best(text) == expected


def test_titles_of_films_are_no_report():
    report = "Two bakers were hurt in a stabbing in Orla.\n\n"
    assert best(report + "1:27 Nine killed after crash in Dorva") is None
    assert best(report, "Fire in Dorva takes nine lives | 0:38") is None
    # where every sentence has a time, it is one of the day
    assert best("14:05 Nine people were killed in Orla.\n\n14:20 Two people were hurt.") == 9
    assert best(report + "1:27 p.m. Nine people were killed in Orla.") == 9
