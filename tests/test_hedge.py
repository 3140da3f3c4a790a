"""Which words hedge which number: where they stand, what stands between, and how far they are walked."""

import pytest

from newsfigures import hedge, load, quantities
from newsfigures.text import Sentence

EN = load("en")


def before(text):
    """The effects of the hedges in front of the last word of a text."""
    sentence = Sentence(text)
    return [mark.effect for mark in hedge.before(sentence, len(sentence) - 1, len(sentence), EN)]


def after(text, number=1, unit=1):
    return [mark.effect for mark in hedge.after(Sentence(text), number, unit, EN)]


@pytest.mark.parametrize(
    ("text", "effects"),
    [
        ("some 40", ["about"]),
        ("more than 40", ["more_than"]),
        ("more than another 40", ["more_than", "none"]),
        ("at least a further 40", ["at_least", "none"]),
        ("more than an estimated 40", ["more_than", "about"]),
        ("reportedly well over 40", ["none", "well_over"]),
        ("no fewer than 40", ["at_least"]),
        ("no 40", []),
        ("more 40", []),
        ("than 40", []),
        ("did not have more than 40", ["at_most"]),
        ("didn't pay less than 40", ["at_least"]),
        ("never more than 40", ["at_most"]),
        ("not to exceed 40", ["at_most"]),
        ("not that more than 40", ["more_than"]),
        ("may seat up to 40", ["up_to_hard"]),
        ("may have hurt up to 40", ["up_to"]),
        ("toll is now up to 40", []),
        ("twice as many as 40", []),
        ("as many as 40", ["up_to"]),
    ],
)
def test_in_front(text, effects):
    assert before(text) == effects


@pytest.mark.parametrize(
    ("text", "effect"),
    [
        ("It was revised up to 920 mln stg from 810 mln.", "none"),
        ("Sales were up to 45 mln dlrs in May from 31 mln dlrs.", "none"),
        ("They were up to 40 players from 12 clubs.", "up_to"),
        ("Fines of up to 300 euros, from 200 euros, are due.", "up_to"),
        ("It could be fined up to 45 mln dlrs from May.", "up_to"),
        ("It was lent under a 25-year lease.", "none"),
        ("Four offices will be brought under one manager.", "none"),
        ("It sold for under a million dollars.", "less_than"),
        ("It fell to under one percent.", "less_than"),
        ("Jul/Sep  6-1/4  under 7      under", "none"),
        ("It was put up to between 12 and 18 years.", "range"),
        ("It takes up to 12 to 18 years.", "up_to"),
    ],
)
def test_a_place_or_a_level_is_no_bound(text, effect):
    assert [amount.hedge.value for amount in quantities(text) if amount.hedge.value != "none"] == [effect][
        effect == "none" :
    ]


@pytest.mark.parametrize(
    ("text", "effects"),
    [
        ("40 or more", ["at_least"]),
        ("40 or more than 50", []),
        ("40+ homes", ["at_least"]),
        ("40 + 50", []),
        ("40-plus homes", ["at_least"]),
        ("40 plus expenses", []),
        ("40 plus or minus 3", []),
        ("40-odd homes", ["odd"]),
        ("40 odd homes", ["odd"]),
        ("40-ish homes", ["about"]),
        ("40, give or take", ["about"]),
        ("40 and counting", ["at_least"]),
        ("40 tops", ["at_most"]),
        ("40 tops the list", []),
        ("40", []),
    ],
)
def test_behind(text, effects):
    assert after(text) == effects


@pytest.mark.parametrize(
    ("text", "last"), [("50 or more people", 3), ("50-odd people", 3), ("50 people or more", 0), ("50", 0)]
)
def test_the_unit_may_go_on_behind_the_hedge(text, last):
    assert hedge.trailing(Sentence(text), 1, EN) == last


def test_a_stack_is_walked_a_few_hedges_far():
    assert len(before("about " * 50 + "40")) == 4


def test_marks_show_what_they_do():
    sentence = Sentence("at least 40")
    assert repr(hedge.before(sentence, 2, 3, EN)) == "(HedgeMark(at_least, 0, 2),)"
