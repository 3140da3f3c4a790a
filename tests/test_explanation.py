import pytest
from builders import MILE, Status, bare, claim, exactly, measured, more_than, up_to

from newsfigures.comparison import compare
from newsfigures.consensus import Agreement, Severity
from newsfigures.errors import ArgumentError
from newsfigures.explanation import _AGREEMENTS, _KINDS, _REASONS, _SEVERITIES, explain
from newsfigures.policy import Policy
from newsfigures.relation import Kind, Reason
from newsfigures.report import reconcile
from newsfigures.sketch import forest


def report(*said, **options):
    found = [claim(one, name, by=f"paper {name.upper()}") for one, name in zip(said, "abcdefghij", strict=False)]
    return reconcile(found, **options)


def test_every_kind_and_reason_has_words():
    assert set(_KINDS) == set(Kind)
    assert set(_REASONS) == set(Reason)
    assert set(_AGREEMENTS) == set(Agreement)
    assert set(_SEVERITIES) == set(Severity)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ([bare(12), bare(12)], "Killed: All 2 sources fit: 12. paper A says"),
        ([bare(12), bare(12), bare(19)], "Against it: paper C."),
        ([bare(12), bare(19)], "Killed: No agreement: 12 to 19. Positions: 12 (paper A); 19 (paper B)."),
        ([more_than(100)], "One source only: at least 101. No source gives an upper limit."),
        ([up_to(1_100)], "One source only: at most 1,100."),
        ([more_than(100), bare(3_000)], "No agreement, though no words exclude each other"),
    ],
)
def test_a_consensus_in_words(said, expected):
    assert expected in explain(report(*said))


def test_a_policy_says_how_it_chose():
    assert "12 (12 to 19), the lowest figure" in explain(report(bare(12), bare(19), policy=Policy.named("acled")))


def test_no_range_is_printed_over_an_open_end():
    assert "to 3,049:" not in explain(report(bare(3_000), up_to(1_100)).groups[0])


def test_parties_other_times_and_carriers_are_said():
    found = reconcile(
        [
            claim(bare(3_000), "a", by="A", stake=("Avaria",)),
            claim(bare(900), "b", by="B", wire="Press", as_of="05-02"),
            claim(bare(900), "c", by="C", wire="Press", as_of="05-02"),
            claim(bare(850), "d", by="D", as_of="05-01"),
        ]
    )
    text = explain(found)
    assert "A (a party)" in text
    assert "D (another time)" in text
    assert "1 earlier report fits." in text


def test_what_was_left_out_is_counted():
    found = reconcile([claim(bare(12), "a"), claim(bare(40), "b", status=Status.FORECAST)])
    assert "Left out: 1 claim" in explain(found)
    assert explain(reconcile([claim(bare(40), "b", status=Status.FORECAST)])) == "Of 1 claim, none can be reconciled."


def test_a_relation_in_words():
    text = explain(compare(claim(more_than(100), "a"), claim(bare(3_000), "b")))
    assert text.startswith('"a" and "b" are hard to hold together')
    assert "Both allow 2,950 to 3,049." in text
    assert "Assumed: a bare round number is read as rounded" in text


def test_units_are_said():
    found = reconcile([claim(measured(5, "0.5", MILE), "a", measure="distance")])
    assert "Distance: One source only: 5 miles (4.5 to 5.5)." in explain(found)


def test_steps_and_totals_in_words():
    found = reconcile([claim(bare(30), "a", as_of="05-01"), claim(bare(42), "b", as_of="05-02")])
    assert [explain(step) for step in found.timeline("killed")] == [
        "2024-05-01: first figure 30.",
        "2024-05-02: risen to 42.",
    ]
    both = report(exactly(12), exactly(15))
    assert explain(both.total("killed")) == "Killed: no one total; the reports leave 12 to 15. Documents differ."
    assert explain(report(exactly(12)).total("killed")) == "Killed: 12 in all, stated."


def test_findings_in_words():
    found = reconcile([claim(bare(200), "a", subject="soldier"), claim(bare(150), "b", subject="people")])
    assert explain(found.findings[0]).startswith('Does not add up: "200" (killed (soldier)) would be a part of')


@pytest.mark.parametrize("value", [None, 12, "text", object()])
def test_nothing_else_is_explained(value):
    with pytest.raises(TypeError):
        explain(value)


# ------------------------------------------------------------------------------------------------ forest


def test_the_forest_shows_open_ends_points_and_the_core():
    picture = forest(report(more_than(11_000), bare(12_000)).groups[0])
    lines = picture.splitlines()
    assert lines[0].split() == ["killed", "11,000", "12,500"]
    assert lines[1].startswith("paper A")
    assert lines[1].endswith(">")
    assert "|" in lines[2]
    assert lines[3].startswith("agreed core")
    assert len({line.index("#") for line in lines[1:3]}) == 2


def test_numbers_that_span_decades_stand_on_a_logarithmic_line():
    lines = forest(report(exactly(10), exactly(1_000), exactly(100_000)).groups[0], width=41).splitlines()
    assert [line.index("|") - 23 for line in lines[1:4]] == [0, 20, 40]


@pytest.mark.parametrize("said", [[exactly(0)], [exactly(5)], [up_to(9), exactly(3)], [exactly(10**30), exactly(1)]])
def test_any_group_can_be_drawn(said):
    for width in (8, 48, 100):
        assert all(len(line) <= width + 23 for line in forest(report(*said), width=width).splitlines()[1:])


def test_bad_arguments_of_the_forest():
    with pytest.raises(ArgumentError, match="width"):
        forest(report(exactly(1)).groups[0], width=3)
    with pytest.raises(TypeError):
        forest("report")
