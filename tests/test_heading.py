"""Cells of a table count in what its head says, and only where the head says one thing."""

import pytest

import newsfigures as nf

ROWS = "\n        OLD    NEW\n  Start      1.32   1.41   End   0.77    nil"


def units(head):
    found = nf.extract(f"Stocks of rye in the two ports were as follows, {head}{ROWS}")
    return [(str(claim.quantity.unit), claim.quantity.best) for claim in found if claim.quantity.unit.family != "place"]


@pytest.mark.parametrize(
    ("head", "unit", "value"),
    [
        ("in mln tonnes --", "tonne", 1320000),
        ("in 000's bushels:", "bushel", 1320),
        ("in tonnes -", "tonne", nf.Interval.parse("[1.32, 1.32]").lower),
        ("in thousands of barrels:", "barrel", 1320),
        ("(in 000s of sacks).", "sack", 1320),
    ],
)
def test_a_head_tells_what_its_cells_count_in(head, unit, value):
    cells = units(head)[-4:]
    assert [name for name, _ in cells] == [unit] * 4
    assert cells[0][1] == value
    assert cells[-1][1] == 0


@pytest.mark.parametrize(
    "head",
    [
        "in mln tonnes, except rye, which is in mln bushels --",
        "sold in mln tonnes or in mln bushels --",
        "in mln tonnes.",
        "in May --",
        "as told --",
    ],
)
def test_a_head_that_says_none_or_two_lends_nothing(head):
    assert [name for name, _ in units(head)][-4:] == [""] * 4


def test_prose_between_ends_the_table():
    text = f"Stocks in mln tonnes --\n   1.20   1.30\nThe board said more later.{ROWS}"
    assert [str(claim.quantity.unit) for claim in nf.extract(text)] == ["tonne", "tonne", "", "", "", ""]


def test_a_list_in_prose_is_no_row():
    text = "Stocks in mln tonnes --\nThey were 1.20 and 1.30 in May."
    assert [str(claim.quantity.unit) for claim in nf.extract(text)] == ["", ""]


def test_the_head_is_evidence():
    claim = nf.extract("Stocks of rye in mln tonnes --\n   1.20   1.30")[0]
    assert ("row", "in mln tonnes") in [(proof.rule, proof.text) for proof in claim.quantity.evidence]
