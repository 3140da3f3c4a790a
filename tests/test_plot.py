"""The interval plot: each kind of end looks its own, and what is drawn is said in words too."""

import re
import xml.etree.ElementTree as ET
from decimal import Decimal

import pytest

import newsfigures as nf
from newsfigures import plot
from newsfigures.consensus import Agreement, Consensus
from newsfigures.interval import Interval

SVG = "{http://www.w3.org/2000/svg}"
NOTHING = Consensus(status=Agreement.EMPTY)


def row(entailed, plausible=None, **fields):
    fields = {"who": "Ministry", "says": "“40”", **fields}
    return plot.Row(entailed=Interval.parse(entailed), plausible=Interval.parse(plausible or entailed), **fields)


def drawn(*rows, consensus=NOTHING, **options):
    return ET.fromstring(plot.draw(rows, consensus, **options).drawn())  # noqa: S314  (our own picture)


def classes(root):
    return [node.get("class") for node in root.iter() if node.get("class")]


@pytest.mark.parametrize(
    ("entailed", "caps", "rings", "arrows"),
    [
        ("[10, 20]", 2, 0, 0),
        ("(10, 20)", 0, 2, 0),
        ("[10, 20)", 1, 1, 0),
        ("[10, +inf)", 1, 0, 1),
        ("(10, +inf)", 0, 1, 1),
        ("(-inf, 20)", 0, 1, 1),
        ("(-inf, +inf)", 0, 0, 2),
    ],
)
def test_ends_look_different(entailed, caps, rings, arrows):
    found = classes(drawn(row(entailed, "[12, 15]")))
    assert [found.count(name) for name in ("nf-cap", "nf-ring", "nf-arrow")] == [caps, rings, arrows]


def test_arrows_point_out_of_the_picture():
    paths = re.findall(r'd="(M[^"]*)" class="nf-arrow"', plot.draw([row("(-inf, +inf)")], NOTHING).inside)
    assert paths == ["M9-6 1 0 9 6", "M-9-6 -1 0 -9 6"]


def test_a_suggestion_without_limit_has_a_broken_edge():
    assert "nf-range nf-endless" in classes(drawn(row("[10, +inf)")))
    assert "nf-range nf-endless" not in classes(drawn(row("[10, +inf)", "[10, 20]")))


def test_only_a_stated_number_has_a_diamond():
    assert classes(drawn(row("[10, 20]"), row("[10, 20]", best=Decimal(12)))).count("nf-best") == 1


def test_outliers_are_labelled_and_drawn_apart():
    root = drawn(row("[10, 20]"), row("[90, 99]", notes=("outlier",)))
    assert "nf-bar nf-out" in classes(root)
    assert " · outlier" in [node.text for node in root.iter(f"{SVG}tspan")]


def test_the_core_is_shaded_when_it_is_shared():
    core = Interval.parse("[12, 15]")
    shared = Consensus(status=Agreement.AGREED, core=core, support=("a", "b"))
    assert "nf-core" in classes(drawn(row("[10, 20]"), consensus=shared))
    assert "nf-core" not in classes(drawn(row("[10, 20]"), consensus=Consensus(status=Agreement.SINGLE, core=core)))


def test_the_best_figure_is_marked_and_named():
    root = drawn(row("[10, 20]"), consensus=Consensus(status=Agreement.AGREED, best=Decimal(12)))
    assert "nf-chosen" in classes(root)
    assert "best: 12" in [node.text for node in root.iter(f"{SVG}text")]


def test_values_that_span_decades_stand_on_a_log_scale():
    ticks = [
        node.text for node in drawn(row("[10, 20]"), row("[9000, 10000]")).iter() if node.get("class") == "nf-tick"
    ]
    assert ticks == ["10", "100", "1,000", "10,000"]


def test_all_is_said_in_words():
    root = drawn(row("(100, +inf)", "[101, 199]", notes=("earlier",)), title="Killed")
    assert root.get("role") == "img"
    assert root.find(f"{SVG}title").text == "Killed"
    assert root.find(f"{SVG}desc").text == "Ministry (earlier): “40”, that is more than 100, suggesting 101 to 199"


def test_long_words_are_cut_and_kept_whole_in_the_title():
    root = drawn(row("[1, 2]", who="A ministry of a very long name " * 5, says="“" + "x" * 400 + "”"))
    assert max(len("".join(node.itertext())) for node in root.iter(f"{SVG}text")) < 60
    assert any("x" * 400 in (node.text or "") for node in root.iter(f"{SVG}title"))


def test_no_rows_still_make_a_picture():
    assert classes(drawn()).count("nf-base") == 1


def report(*texts):
    claims = [
        claim
        for outlet, text in texts
        for claim in nf.extract(text, published="2024-03-12", source=nf.Source(outlet=outlet, document=outlet))
    ]
    return nf.reconcile(claims)


def test_a_row_for_each_origin_as_the_reports_write_it():
    groups = report(
        ("Harbour Courier", "At least 40 people were killed, the Health Ministry said."),
        ("Island Post", "The Health Ministry said at least 40 people were killed."),
        ("Orun Gazette", "Police said 55 people were killed."),
    ).of("killed")
    rows = plot.rows(groups[0])
    assert {row.who.lower().removeprefix("the ") for row in rows} == {"police", "health ministry"}
    assert {row.says for row in rows} == {"“At least 40 people” and “at least 40 people”", "“55 people”"}


def test_an_origin_without_a_name_is_called_so():
    claims = nf.extract("At least 40 people were killed.")
    (group,) = nf.reconcile(claims).groups
    assert plot.rows(group)[0].who in {"unnamed source", claims[0].id}


@pytest.mark.parametrize(
    ("consensus", "text"),
    [
        (NOTHING, "no figure"),
        (Consensus(status=Agreement.AGREED, best=Decimal(12)), "12"),
        (
            Consensus(status=Agreement.SINGLE, best=Decimal(12), basis=nf.Basis.FLOOR, core=Interval.parse("[12, 20]")),
            "at least 12, within 12 to 20",
        ),
        (Consensus(status=Agreement.AGREED, core=Interval.parse("[12, 20]")), "12 to 20"),
        (
            Consensus(
                status=Agreement.CONTESTED,
                positions=tuple(
                    nf.Position(region=Interval.parse(text), committed=("a",), fits=1) for text in ("[1, 2]", "[5, 6]")
                ),
            ),
            "no agreement: 1 to 2 (1 origin) or 5 to 6 (1 origin)",
        ),
    ],
)
def test_headlines(consensus, text):
    assert plot.headline(consensus) == text
