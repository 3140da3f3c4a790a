"""Units that a bare number takes from a sentence before."""

import pytest

from newsfigures import extract, quantities


def units(text):
    return [amount.unit.name for amount in quantities(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Four bakers came home. The talks freed the four at last.", ["baker", "baker"]),
        ("Three kilns were lit. It rained. All three have cracked.", ["kiln", "kiln"]),
        ("It held 41 hens. Of the 41, none was ill.", ["hen", "hen"]),
        ("Two old firms met. The two held talks.", ["firm", "firm"]),
        ("He fined 12 grocers. The 12 named in the list will pay.", ["grocer", "grocer"]),
        ("Six raids were made in May. Five were on farms.", ["raid", "raid"]),
        ("It owns nine looms. Two of them are new.", ["loom", "loom"]),
    ],
)
def test_a_number_points_back_to_what_was_counted(text, expected):
    assert units(text) == expected
    assert [claim.quantity.unit.name for claim in extract(text) if not claim.implied] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Four bakers came home. The five sang.",
        "Two bakers came home. It rained. It snowed. It froze. The two sang.",
        "Four bakers met four grocers. The four sang.",
        "It scored two goals. The two left.",
        "It owns nine looms and six mills. Two were sold.",
        "It owns nine looms. Ten were sold.",
        "It owns nine looms. It rained. Two were sold.",
    ],
)
def test_a_number_points_back_to_nothing_that_may_not_be_meant(text):
    assert units(text)[-1] == ""


def test_a_recalled_unit_shows_the_words_of_the_sentence_before():
    text = "Four bakers came home. The talks freed the four at last."
    last = quantities(text)[-1]
    (shown,) = [e for e in last.evidence if e.field == "unit"]
    assert (shown.rule, shown.text, text[shown.span.start : shown.span.end]) == ("recalled", "bakers", "bakers")
