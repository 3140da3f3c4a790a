"""The worked cases of the design, on consensus, time, independence and what is checked across measures.

Derived anew: a floor like "at least 12" suggests at most half as much again (not any larger number), so that in case
41b six positions stand instead of a shared one; "up to 1,100" may be taken back, so that against 3,000 the group is
strained, not contested; the plausible widths are those of the decisions (more than 11,000: up to 12,000).
"""

import datetime as dt
import os
import pickle
import random
import subprocess
import sys
from pathlib import Path

import pytest
from builders import (
    KILOMETRE,
    MILE,
    Accrual,
    Status,
    Trend,
    about,
    at_least,
    bare,
    between,
    claim,
    exactly,
    measured,
    more_than,
    up_to,
)

from newsfigures import scope
from newsfigures.consensus import Agreement, Basis, Severity
from newsfigures.errors import ClaimError
from newsfigures.extraction import extract
from newsfigures.policy import ACLED, GTD, MIN_MAX, NEUTRAL, UCDP, Policy
from newsfigures.report import Report, reconcile

A, B = Agreement, Basis


def claims(*said, **fields):
    """Claims of independent outlets a, b, c ..."""
    return [claim(quantity, chr(ord("a") + index), **fields) for index, quantity in enumerate(said)]


def only(found, **options):
    (group,) = reconcile(found, **options).groups
    return group


def consensus(*said, policy=NEUTRAL, **fields):
    return only(claims(*said, **fields), policy=policy).consensus


def numbers(found):
    return tuple(None if value is None else int(value) for value in (found.lower, found.best, found.upper))


def regions(found):
    return [str(position.region) for position in found.positions]


# ------------------------------------------------------------------------------------------------ consensus


def test_case_37_a_majority():
    found = consensus(bare(12), bare(12), bare(19))
    assert (found.status, numbers(found), found.outliers) == (A.MOSTLY, (12, 12, 12), ("c",))
    assert str(found.core) == "[12, 12]"
    assert found.best_claim == "a"
    assert len(found.certificate) == 2


def test_case_38_one_against_one():
    found = consensus(bare(12), bare(19))
    assert (found.status, numbers(found), found.core) == (A.CONTESTED, (12, None, 19), None)
    assert (found.outliers, found.strained) == ((), ())
    assert regions(found) == ["[12, 12]", "[19, 19]"]
    gtd = consensus(bare(12), bare(19), policy=GTD)
    assert (numbers(gtd), gtd.basis) == ((12, 12, 19), B.LOWEST)
    assert numbers(consensus(bare(12), bare(19), policy=UCDP)) == (12, None, 19)
    preferred = Policy(name="ucdp", choice=UCDP.choice, preferred=("B",))
    assert numbers(consensus(bare(12), bare(19), policy=preferred)) == (12, 19, 19)
    acled = consensus(bare(12), bare(19), policy=ACLED)
    assert (numbers(acled), acled.basis) == ((12, 12, 19), B.LOWEST)
    assert numbers(consensus(bare(12), bare(19), policy=MIN_MAX)) == (12, None, 19)
    for policy in (GTD, UCDP, ACLED, MIN_MAX):
        assert regions(consensus(bare(12), bare(19), policy=policy)) == regions(found)


def test_case_39_tied_regions_name_no_outlier():
    found = consensus(between(0, 10**9), exactly(0), at_least(1))
    assert (found.status, found.outliers) == (A.CONTESTED, ())


def test_case_40_the_higher_floor_wins():
    found = consensus(more_than(11_000), more_than(10_000))
    assert (found.status, found.basis) == (A.AGREED, B.FLOOR)
    assert numbers(found) == (11_001, 11_001, 20_000)
    assert (found.floor, found.ceiling) == (11_001, None)
    assert found.best_claim == "a"


def test_case_41_best_is_what_somebody_said():
    assert numbers(consensus(more_than(11_000), bare(12_000)))[1] == 12_000
    assert numbers(consensus(bare(12_000), exactly(12_400)))[1] == 12_400
    floor = consensus(bare(12_000), more_than(12_100))
    assert (numbers(floor)[1], floor.basis) == (12_101, B.FLOOR)


def test_a_floor_below_what_its_speaker_means_is_not_the_best_figure():
    found = reconcile(
        [
            *extract("Well over 1,000 people drowned in the flood at Tarn.", source="The Ferry"),
            *extract("At most 2,000 people drowned in the flood at Tarn.", source="The Quay"),
        ]
    ).groups[0]
    assert (numbers(found.consensus), found.consensus.basis) == ((1_050, 2_000, 2_000), B.CEILING)


def test_case_41b_floors_make_no_majority():
    found = consensus(*[at_least(12)] * 5, bare(19), bare(19), bare(30), bare(31), bare(33))
    assert (found.status, found.outliers) == (A.CONTESTED, ())


def test_case_42_a_ceiling_alone():
    found = consensus(up_to(1_100))
    assert (found.status, numbers(found), found.basis) == (A.SINGLE, (None, 1_100, 1_100), B.CEILING)
    assert (found.floor, found.ceiling) == (None, 1_100)


def test_case_43_precision_is_held_against_you():
    assert len(consensus(*map(exactly, (100, 102, 98, 1_000))).positions) == 4
    rounded = consensus(*map(bare, (100, 102, 98, 1_000)))
    assert (rounded.status, len(rounded.positions)) == (A.CONTESTED, 3)
    assert rounded.positions[0].also_fits == ("a",)
    loose = consensus(*map(about, (100, 102, 98, 1_000)))
    assert (loose.status, numbers(loose)[1], loose.outliers) == (A.MOSTLY, 100, ("d",))
    assert str(loose.core) == "[92, 107]"


def test_case_44_units_are_converted():
    found = only(
        [
            claim(measured(5, "0.5", MILE), "a", measure="distance"),
            claim(exactly(8, KILOMETRE), "b", measure="distance"),
        ]
    )
    assert (found.consensus.status, found.unit) == (A.AGREED, "kilometre")
    assert found.consensus.best == 8


def test_case_47_nothing_to_agree_on():
    assert reconcile([]) == Report()
    report = reconcile([claim(bare(500), "a", status=Status.FORECAST)])
    assert (report.groups, report.unmatched) == ((), ("a",))


def test_plausible_readings_decide_when_the_entailed_ones_do_not():
    found = consensus(more_than(100), bare(3_000))
    assert (found.status, numbers(found), found.core) == (A.STRAINED, (101, None, 3_049), None)
    assert regions(found) == ["[101, 200]", "[2950, 3049]"]


# ------------------------------------------------------------------------------------------------ time


def test_case_22_a_rising_toll():
    found = only([claim(bare(12), "a", as_of="05-01 09:00"), claim(bare(30), "b", as_of="05-01 12:00")])
    assert (found.consensus.status, numbers(found.consensus)) == (A.SINGLE, (30, 30, 30))
    assert (found.consensus.origins, found.consensus.earlier) == (1, 1)
    assert [vote.is_direct for vote in found.votes] == [False, True]


def test_case_23_a_lowered_toll():
    both = [
        claim(bare(30), "a", as_of="05-01 09:00", cites="the ministry"),
        claim(bare(12), "b", as_of="05-01 12:00", cites="the ministry"),
    ]
    found = only(both).consensus
    assert (found.status, numbers(found), found.earlier) == (A.SINGLE, (12, 12, 12), 0)
    assert [step.event for step in reconcile(both).timeline("killed")] == ["first", "revised_down"]


def test_case_24_a_lower_toll_from_another_source():
    found = only(
        [
            claim(bare(30), "a", as_of="05-01 09:00", cites="the ministry"),
            claim(bare(12), "b", as_of="05-01 12:00", cites="police"),
        ]
    ).consensus
    assert (found.status, numbers(found)) == (A.CONTESTED, (12, None, 30))
    assert regions(found) == ["[12, 12]", "[30, +inf)"]


def test_a_floor_from_before_still_holds():
    found = only([claim(bare(12), "a", as_of="05-01"), claim(at_least(10), "b", as_of="05-02")]).consensus
    assert (found.status, found.best, found.basis) == (A.SINGLE, 12, B.FLOOR)


def test_case_25_only_the_last_level_counts():
    found = only(
        [
            claim(bare(12_000), "a", measure="troops", as_of="05-01/05-31"),
            claim(bare(10_000), "b", measure="troops", as_of="07-01/07-31"),
        ]
    ).consensus
    assert (found.status, found.best, found.earlier) == (A.SINGLE, 10_000, 1)


def test_case_26_steps_and_tolls_stay_apart():
    report = reconcile(
        [
            claim(bare(45), "a", accrual=Accrual.INCREMENT, as_of="05-06"),
            claim(bare(45), "b", accrual=Accrual.INCREMENT, as_of="05-07"),
            claim(bare(41_000), "c", as_of="05-07"),
        ]
    )
    assert len(report.groups) == 3


def test_timeline():
    found = reconcile(
        [
            claim(bare(12), "a", as_of="05-01 09:00"),
            claim(bare(12), "b", as_of="05-01 10:00"),
            claim(bare(30), "c", as_of="05-01 12:00"),
            claim(bare(29), "d", as_of="05-01 13:00"),
            claim(bare(34), "e", as_of="05-01 18:00"),
        ]
    ).timeline("killed")
    assert [(step.event, step.changed_by) for step in found] == [
        ("first", ("a",)),
        ("rise", ("c",)),
        ("contested", ("d",)),
        ("settled", ("e",)),
    ]
    assert reconcile([]).timeline("killed") == ()


# ------------------------------------------------------------------------------------------------ independence


def test_case_33_twenty_carriers_are_one_origin():
    carried = [claim(bare(12), f"a{n}", by=f"paper {n}", wire="Example Press") for n in range(20)]
    found = only([*carried, claim(bare(19), "b", by="the reporter")])
    assert (found.consensus.status, found.consensus.origins, found.consensus.reports) == (A.CONTESTED, 2, 21)
    assert [len(vote.claims) for vote in found.votes] == [20, 1]
    assert found.consensus.outliers == ()


def test_case_34_one_claimant_who_disagrees_with_himself():
    found = only([claim(bare(n), name, by=name, cites="the mayor") for n, name in ((12, "a"), (12, "b"), (19, "c"))])
    assert (found.consensus.status, numbers(found.consensus)) == (A.SINGLE, (12, None, 19))
    assert found.votes[0].conflicted


def test_case_35_parties_are_shown_and_do_not_vote():
    sides = [
        claim(bare(3_000), "a", cites="Avaria", stake=("Avaria",)),
        claim(bare(200), "b", cites="Mirrin", stake=("Mirrin",)),
    ]
    alone = only(sides).consensus
    assert (alone.status, alone.parties) == (A.CONTESTED, ())
    found = only([*sides, claim(bare(900), "c")])
    assert (found.consensus.status, found.consensus.best, found.consensus.parties) == (
        A.SINGLE,
        900,
        ("Avaria", "Mirrin"),
    )
    assert [vote.is_party for vote in found.votes] == [True, False, True]


def test_case_36_a_misprint_is_no_copy():
    text = "Officials in the harbour town counted {} crates of fruit on Tuesday"
    first = claim(bare(1_200), "a", measure="crates", passage=text.format("1,200"))
    other = claim(bare(12_000), "b", measure="crates", passage=text.format("12,000"))
    assert only([first, other]).consensus.origins == 2


def test_near_copies_are_one_origin():
    text = "The flood swept away the bridge at Mirrin and killed twelve people on Tuesday night{}"
    both = [
        claim(bare(12), "a", passage=text.format("."), published="05-01"),
        claim(bare(12), "b", passage=text.format(" alone."), published="05-02"),
    ]
    assert only(both).consensus.origins == 1
    assert only([both[0], claim(bare(12), "b", passage="Twelve are dead in Mirrin.")]).consensus.origins == 2
    late = claim(bare(12), "b", passage=text.format("."), published="05-09")
    assert only([both[0], late]).consensus.origins + only([both[0], late]).consensus.earlier == 2


def test_short_forms_and_restatements_come_home():
    found = only(
        [
            claim(bare(12), "a", by="Example Times", cites="Avaria's health ministry"),
            claim(bare(12), "b", by="Example Times", document="1"),
            claim(bare(12), "c", by="Daily Example", cites="the health ministry"),
            claim(bare(12), "d", by="Daily Example"),
        ]
    )
    assert [vote.origin for vote in found.votes] == ["Avaria's health ministry", "Example Times"]


def test_officials_are_nobody_in_particular():
    found = only(
        [claim(bare(12), "a", cites="officials"), claim(bare(12), "b", cites="a senior official"), claim(bare(12), "c")]
    )
    assert found.consensus.origins == 3


def test_an_outlet_that_is_cited_is_the_outlet():
    found = only([claim(bare(12), "a", by="Example Times"), claim(bare(12), "b", by="Other", cites="Example Times")])
    assert found.consensus.origins == 1


def test_weights():
    found = consensus(bare(12), bare(19), policy=Policy(weights=(("A", 2),)))
    assert (found.status, found.best, found.outliers) == (A.MOSTLY, 12, ("b",))


# ------------------------------------------------------------------------------------------------ groups


def test_what_is_not_said_joins_what_is():
    found = only(
        [
            claim(bare(12), "a", place="Mirrin", event="Tuesday's attack"),
            claim(bare(12), "b", event="the bombing"),
            claim(bare(12), "c"),
        ]
    )
    assert (found.place, found.consensus.origins) == ("mirrin", 3)
    assert found.assumptions


def test_what_is_not_said_joins_nothing_where_several_things_are_said():
    report = reconcile([claim(bare(12), "a", place="Mirrin"), claim(bare(9), "b", place="Kess"), claim(bare(4), "c")])
    assert [group.place for group in report.groups] == ["", "kess", "mirrin"]


def test_what_is_not_said_joins_the_widest():
    lattice = scope.load().within("place", "Avaria", "Mirrin", "Kess")
    found = [
        claim(bare(12), "a", place="Avaria"),
        claim(bare(9), "b", place="Kess"),
        claim(bare(12), "c"),
        claim(bare(2), "d", place="Mirrin"),
    ]
    report = reconcile(found, scopes=lattice)
    assert [(group.place, group.consensus.origins) for group in report.groups] == [
        ("avaria", 2),
        ("kess", 1),
        ("mirrin", 1),
    ]


def test_parts_never_vote_on_wholes():
    report = reconcile([claim(bare(8), "a", subject="soldier"), claim(bare(12), "b", subject="people")])
    assert [(group.subject, numbers(group.consensus)[1]) for group in report.groups] == [("person", 12), ("soldier", 8)]
    assert report.findings == ()


# ------------------------------------------------------------------------------------------------ findings


def findings(*found, **options):
    return [(f.kind, f.severity, f.of, f.needs and str(f.needs)) for f in reconcile(found, **options).findings]


def test_a_part_that_exceeds_its_whole():
    assert findings(claim(bare(200), "a", subject="soldier"), claim(bare(150), "b", subject="people")) == [
        ("part_exceeds_whole", Severity.CONTRADICTS, "killed", "[0, 154]")
    ]
    assert findings(
        claim(bare(8), "a", measure="hospitalised", accrual=Accrual.CUMULATIVE), claim(bare(6), "b", measure="injured")
    ) == [("part_exceeds_whole", Severity.CONTRADICTS, "hospitalised", "[0, 6]")]


def test_case_16_what_would_have_to_be_true():
    a = {"by": "A"}
    found = findings(
        claim(more_than(100), "a3", **a),
        claim(bare(1_000), "a5", measure="injured", **a),
        claim(bare(3_000), "b2", measure="casualties"),
        claim(up_to(1_100), "b3", measure="casualties"),
    )
    assert ("partition", Severity.STRAINED, "killed", "[1901, 2099]") in found
    assert ("partition", Severity.NARROWS, "killed", "[101, 150]") in found
    assert ("sum", Severity.INFORMS, "casualties", "[1051, 1249]") in found


def test_case_21_a_partition_that_adds_up_is_silent():
    parts = [claim(bare(2), "a"), claim(bare(14), "b", measure="injured")]
    assert findings(*parts, claim(bare(16), "c", measure="casualties")) == []
    assert findings(*parts, claim(bare(20), "c", measure="casualties")) == [
        ("partition", Severity.CONTRADICTS, "killed", "[6, 6]")
    ]


@pytest.mark.parametrize(("before", "found"), [(40, []), (38, [("bridge", Severity.STRAINED, "killed", "[14, 14]")])])
def test_case_27_a_step_bridges_two_levels(before, found):
    assert (
        findings(
            claim(exactly(before), "a", as_of="05-01"),
            claim(exactly(12), "b", by="x", as_of="05-02", trend=Trend.RISE, related=("c",)),
            claim(exactly(52), "c", by="x", as_of="05-02"),
        )
        == found
    )


def test_a_step_bridges_the_levels_of_its_own_source():
    level = {"cites": "the ministry"}
    assert findings(
        claim(exactly(40), "a", as_of="05-01", **level),
        claim(exactly(9), "b", period="05-02/05-02", accrual=Accrual.INCREMENT, **level),
        claim(exactly(50), "c", as_of="05-02", **level),
    ) == [("bridge", Severity.CONTRADICTS, "killed", "[10, 10]")]


# ------------------------------------------------------------------------------------------------ the seed


def seed_report():
    """The article that the project starts from and a second one, as the readings would give them."""
    a, b = {"by": "A"}, {"by": "B"}
    return reconcile(
        [
            claim(more_than(11_000), "a1", measure="troops", **a),
            claim(more_than(11_000), "a2", measure="troops", **a),
            claim(more_than(100), "a3", **a),
            claim(more_than(100), "a4", **a),
            claim(bare(1_000), "a5", measure="injured", **a),
            claim(about(1_000), "a6", measure="injured", **a),
            claim(bare(12_000), "b1", measure="troops", **b),
            claim(bare(3_000), "b2", measure="casualties", cites="Kyiv", **b),
            claim(up_to(1_100), "b3", measure="casualties", cites="a Western official", **b),
        ]
    )


def test_the_seed():
    report = seed_report()
    found = {group.measure: group.consensus for group in report.groups}
    troops = found["troops"]
    assert (troops.status, troops.origins, numbers(troops)) == (A.AGREED, 2, (11_500, 12_000, 12_499))
    assert (str(troops.core), str(troops.span)) == ("[11500, 12000]", "[11001, 12499]")
    assert (troops.floor, troops.ceiling) == (11_500, 12_499)
    killed = found["killed"]
    assert (killed.status, numbers(killed), killed.basis, killed.ceiling) == (A.SINGLE, (101, 101, 200), B.FLOOR, None)
    injured = found["injured"]
    assert (injured.status, numbers(injured)) == (A.SINGLE, (950, 1_000, 1_049))
    casualties = found["casualties"]
    assert (casualties.status, casualties.best, len(casualties.positions)) == (A.STRAINED, None, 2)
    assert {finding.severity for finding in report.findings} == {Severity.STRAINED, Severity.NARROWS, Severity.INFORMS}


# ------------------------------------------------------------------------------------------------ robustness


def test_the_order_of_the_claims_changes_nothing():
    found = list(seed_report().claims)
    expected = repr(reconcile(found))
    for seed in range(5):
        random.Random(seed).shuffle(found)
        assert repr(reconcile(found)) == expected


def test_a_claim_twice_is_one_claim():
    one = claim(bare(12), "a")
    assert reconcile([one, one]) == reconcile([one])


def test_bad_input_is_named():
    with pytest.raises(TypeError, match="item 1 must be a Claim, got str"):
        reconcile([claim(bare(12)), "13"])
    with pytest.raises(TypeError, match="policy must be a Policy"):
        reconcile([], policy="gtd")
    with pytest.raises(TypeError, match="scopes must be Scopes"):
        reconcile([], scopes={})
    with pytest.raises(ClaimError, match=r"item 1.*'a'"):
        reconcile([claim(bare(12)), claim(bare(13))])
    aware = claim(bare(12), "c", published=dt.datetime(2024, 5, 1, tzinfo=dt.UTC))
    with pytest.raises(ClaimError, match=r"'c'.*aware.*naive"):
        reconcile([claim(bare(12), "b", as_of="05-01 09:00"), aware])


def test_corrected_claims_take_no_part():
    report = reconcile([claim(bare(30), "a"), claim(bare(12), "b", replaces=("a",))])
    assert (report.groups[0].consensus.best, report.unmatched) == (12, ("a",))


def test_reports_are_values():
    report = seed_report()
    assert pickle.loads(pickle.dumps(report)) == report


SEEDED = """
import hashlib, json, sys
sys.path.insert(0, {folder!r})
import newsfigures as nf
from test_report import seed_report
print(hashlib.sha256(json.dumps(nf.to_record(seed_report())).encode()).hexdigest())
"""


def test_the_hash_seed_changes_no_byte():
    folder = Path(__file__).parent
    program = SEEDED.format(folder=str(folder))
    path = os.pathsep.join([str(folder.parent / "src"), str(folder / "properties")])
    found = set()
    for seed in ("0", "1"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path}
        run = subprocess.run(
            [sys.executable, "-c", program], capture_output=True, text=True, check=True, env=environment
        )
        found.add(run.stdout)
    assert len(found) == 1


def test_a_part_of_a_figure_does_not_vote_against_it():
    found = extract("Around 1,000 were injured, nearly 200 of them badly.", source="Post")
    report = reconcile(found)
    [group] = report.of("injured")
    assert [claim.quote for claim in group.claims] == ["Around 1,000"]
    assert report.unmatched == (found[1].id,)
    assert str(found[1].quantity.entailed) == "[0, 200)"


def test_parts_without_their_whole_vote():
    claims = extract("Around 1,000 were injured, nearly 200 of them badly.", source="Post")
    [group] = reconcile(claims[1:]).of("injured")
    assert group.claims == claims[1:]


def test_a_level_that_had_stood_does_not_vote():
    text = "It killed 126 people, the agency said, raising a toll that had stood at more than 150 deaths."
    [group] = reconcile(extract(text, source="Post")).of("killed")
    assert [claim.quote for claim in group.claims] == ["126 people"]


@pytest.mark.parametrize(
    ("texts", "groups"),
    [
        (("Sales were $5m.", "Sales were US$5m."), [("US dollar", 2)]),
        (("Sales were $5m.", "Sales were A$5m.", "Sales were $5m."), [("dollar", 3)]),
        # which of the two is meant, nothing tells
        (
            ("Sales were $5m.", "Sales were A$5m.", "Sales were US$5m."),
            [("Australian dollar", 1), ("US dollar", 1), ("dollar", 1)],
        ),
    ],
)
def test_a_shared_name_of_currencies_goes_to_the_only_one_beside_it(texts, groups):
    claims = [claim for number, text in enumerate(texts) for claim in extract(text, source=f"paper {number}")]
    report = reconcile(claims)
    assert [(group.unit, len(group.claims)) for group in report.groups] == groups
    assert len(groups) > 1 or any("means" in text for text in report.groups[0].assumptions)
    assert reconcile(claims[::-1]) == report
