"""The laws of judging: what holds of any claims, and what is tempting and false."""

import datetime as dt
import itertools
import re
from decimal import Decimal
from fractions import Fraction

import attrs
import portion
import pytest
from builders import KILOMETRE, MILE, Accrual, at_least, bare, between, claim, exactly, quantity
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from strategies import intervals

from newsfigures import sweep
from newsfigures.columns import reconcile_columns
from newsfigures.comparison import compare
from newsfigures.consensus import Agreement, Basis
from newsfigures.explanation import explain
from newsfigures.hedge import Hedge
from newsfigures.interval import INFINITY, Interval
from newsfigures.line import NOWHERE, whole, whole_ends
from newsfigures.policy import Policy
from newsfigures.relation import Kind
from newsfigures.report import reconcile
from newsfigures.scope import load
from newsfigures.sweep import Ballot
from newsfigures.unit import Unit, UnitKind

TOP = 8
ACCRUALS = st.sampled_from([Accrual.CUMULATIVE, Accrual.STOCK, Accrual.INCREMENT])
law = settings(max_examples=60, deadline=None)


@st.composite
def readings(draw):
    """A reading of a count: floors, ceilings, ranges and points between 0 and 8."""
    lower = draw(st.integers(0, TOP))
    upper = draw(st.integers(lower, TOP) | st.none())
    near = draw(st.integers(lower, TOP))
    far = draw(st.integers(near, TOP if upper is None else upper)) if upper is None or near <= upper else near
    if upper is not None and near > upper:
        near = far = upper
    entailed = Interval(lower, INFINITY if upper is None else upper)
    best = draw(st.integers(near, far) | st.none()) if upper is not None and lower else None
    if upper is None:
        hedge = Hedge.AT_LEAST
    elif lower == 0 < upper:
        hedge = Hedge.AT_MOST
    else:
        hedge = Hedge.RANGE if best is None else Hedge.ABOUT
    return quantity(hedge, entailed, Interval(near, far), best=best)


days = st.integers(1, 4).map(lambda day: f"05-0{day}")


@st.composite
def claims(draw, name="a", accruals=ACCRUALS):
    return claim(
        draw(readings()),
        name,
        accrual=draw(accruals),
        by=draw(st.sampled_from(["x", "y"])),
        as_of=draw(days | st.none()),
        published=draw(days | st.none()),
    )


def outlets(quantities, **fields):
    return [claim(said, f"c{index}", by=f"paper {index}", **fields) for index, said in enumerate(quantities)]


groups = st.lists(readings(), min_size=1, max_size=5)


def settled(found, **options):
    (group,) = reconcile(found, **options).groups
    return group


def consensus(quantities, **options):
    return settled(outlets(quantities), **options).consensus


def lattice(found):
    return {value for value in range(TOP + 3) if Decimal(value) in found}


# ------------------------------------------------------------------------------------------------ lines


@law
@given(intervals(st.integers(0, 30).map(Decimal)))
def test_3_4_stepping_to_whole_numbers_keeps_exactly_them(interval):
    stepped = interval.integers()
    assume(stepped is not None and stepped.upper >= 0)
    assert whole(interval) == Interval(max(stepped.lower, Decimal(0)), stepped.upper)
    assert whole(whole(interval)) == whole(interval)
    first, end = whole_ends(interval)
    assert first > NOWHERE
    assert {n for n in range(32) if n in interval} == {n for n in range(32) if first <= n < end}


# ------------------------------------------------------------------------------------------------ relations


@law
@given(claims("a"), claims("b"))
def test_5_a_relation_read_backwards_is_its_converse(a, b):
    assert compare(b, a) == compare(a, b).converse()


@law
@given(claims())
def test_6_a_claim_is_its_own_duplicate(a):
    assert compare(a, a).kind is Kind.DUPLICATE


@law
@given(readings(), readings(), readings())
def test_7_8_refining_is_transitive_and_keeps_contradictions(x, y, z):
    a, b, c = outlets([x, y, z])
    ab, bc, ac = compare(a, b).kind, compare(b, c).kind, compare(a, c).kind
    if ab is bc is Kind.REFINES:
        assert ac in {Kind.REFINES, Kind.EQUAL}
    if ab is Kind.REFINES and bc is Kind.CONTRADICTS:
        assert ac is Kind.CONTRADICTS


@law
@given(readings(), readings(), st.integers(0, 3), st.integers(0, 3))
def test_9_widening_creates_no_contradiction(x, y, down, up):
    a, b = outlets([x, y])
    wide = Interval(max(Decimal(0), x.entailed.lower - down), x.entailed.upper + up)
    wider = attrs.evolve(a, quantity=attrs.evolve(x, entailed=wide))
    if compare(wider, b).kind is Kind.CONTRADICTS:
        assert compare(a, b).kind is Kind.CONTRADICTS


@law
@given(readings(), readings(), days, days)
def test_10_a_toll_contradicts_if_and_only_if_its_projection_does(x, y, first, second):
    a, b = claim(x, "a", as_of=first), claim(y, "b", as_of=second)
    early, late = (x, y) if first <= second else (y, x)
    projected = early.entailed if first == second else Interval(early.entailed.lower, INFINITY)
    possible = whole(projected).overlaps(whole(late.entailed))
    assert (compare(a, b).kind is Kind.CONTRADICTS) is (not possible)


@law
@given(readings(), readings())
def test_11_exact_conversion_changes_no_relation(x, y):
    def distance(said, unit, factor):
        both = [side.scale(factor) for side in (said.entailed, said.plausible)]
        best = None if said.best is None else said.best * Decimal(factor.numerator) / Decimal(factor.denominator)
        return attrs.evolve(said, entailed=both[0], plausible=both[1], best=best, unit=unit)

    a, b = (claim(distance(said, MILE, Fraction(1)), name, measure="distance") for said, name in ((x, "a"), (y, "b")))
    c = claim(distance(x, KILOMETRE, Fraction(1609344, 1000000)), "a", measure="distance")
    assert (compare(a, b).kind, compare(a, b).reasons) == (compare(c, b).kind, compare(c, b).reasons)


@law
@given(claims("a"), claims("b"), st.integers(1, 20))
def test_11_shifting_all_dates_changes_nothing(a, b, step):
    move = dt.timedelta(days=step)

    def later(found):
        as_of = found.as_of and attrs.evolve(found.as_of, first=found.as_of.first + move, last=found.as_of.last + move)
        return attrs.evolve(found, as_of=as_of, published=found.published and found.published + move)

    assert compare(later(a), later(b)) == compare(a, b)


@law
@given(
    readings(),
    readings(),
    st.sampled_from(["people", "soldier", "civilian", "child"]),
    st.sampled_from(["people", "troop"]),
)
def test_12_a_smaller_lattice_only_compares_less(x, y, left, right):
    a, b = claim(x, "a", subject=left), claim(y, "b", subject=right)
    full = load()
    bare_ = attrs.evolve(full, wholes=tuple(row for row in full.wholes if row.axis != "subject"))
    assert compare(a, b, scopes=bare_).kind in {compare(a, b).kind, Kind.INCOMPARABLE}


@law
@given(readings(), readings())
def test_13_contradiction_is_the_lack_of_a_model(x, y):
    a, b = outlets([x, y])
    models = lattice(x.entailed) & lattice(y.entailed)
    assert (compare(a, b).kind is Kind.CONTRADICTS) is (not models)
    theirs = [portion.closed(int(q.entailed.lower), float(q.entailed.upper)) for q in (x, y)]
    assert (theirs[0] & theirs[1]).empty is (not models)


@law
@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 3)), min_size=2, max_size=5))
def test_14_a_rising_series_never_contradicts(steps):
    series, floor = [], 0
    for number, (rise, width) in enumerate(steps):
        lower = floor + rise
        floor = lower + width
        series.append(claim(between(lower, floor), f"c{number}", as_of=f"05-{number + 1:02}"))
    for a, b in itertools.combinations(series, 2):
        assert compare(a, b).kind is Kind.SUPERSEDED_BY


# ------------------------------------------------------------------------------------------------ consensus


@law
@given(groups, st.randoms(use_true_random=False))
def test_15_order_changes_nothing(quantities, random):
    found = outlets(quantities)
    expected = repr(reconcile(found))
    random.shuffle(found)
    assert repr(reconcile(found)) == expected


@law
@given(groups)
def test_16_a_copy_changes_only_the_count_of_reports(quantities):
    found = outlets(quantities)
    copy = attrs.evolve(found[0], id="copy")
    before, after = settled(found).consensus, settled([*found, copy]).consensus
    assert attrs.evolve(after, reports=0) == attrs.evolve(before, reports=0)


@law
@given(groups)
def test_17_19_to_23_what_a_consensus_holds(quantities):
    group = settled(outlets(quantities))
    found = group.consensus
    votes = {vote.origin: vote for vote in group.votes}
    hull = votes[min(votes)].plausible
    for vote in votes.values():
        hull = hull.hull(vote.plausible)
    assert found.span is not None
    assert found.span.within(hull)
    if found.core is None:
        assert (found.best, found.outliers, found.strained) == (None, (), ())
        return
    assert found.core.within(found.span)
    assert sorted([*found.support, *found.strained, *found.outliers]) == sorted(votes)
    assert all(not votes[who].entailed.overlaps(found.core) for who in found.outliers)
    assert all(not votes[who].plausible.overlaps(found.core) for who in found.strained)
    assert all(found.core.within(votes[who].plausible) for who in found.support)
    assert 2 * len(found.outliers) < len(votes)
    if found.best is not None:
        assert found.lower is None or found.lower <= found.best
        assert found.upper is None or found.best <= found.upper
        # 32, 33: somebody gave it, and nobody on its side rules it out.
        given_ = {end for v in votes.values() for end in (v.best, v.entailed.lower, v.entailed.upper)}
        assert found.best in given_
        assert all(found.best in votes[who].entailed for who in (*found.support, *found.strained))


@law
@given(groups, st.integers(2, 7))
def test_18_scaling_everything_scales_the_result(quantities, factor):
    def scaled(said, by):
        return attrs.evolve(
            said,
            entailed=said.entailed.scale(by),
            plausible=said.plausible.scale(by),
            best=said.best and said.best * by,
            unit=KILOMETRE,
        )

    one = settled(outlets([scaled(said, 1) for said in quantities], measure="distance")).consensus
    many = settled(outlets([scaled(said, factor) for said in quantities], measure="distance")).consensus
    assert (one.status, one.support, one.outliers) == (many.status, many.support, many.outliers)
    for name in ("lower", "best", "upper"):
        value = getattr(one, name)
        assert getattr(many, name) == (None if value is None else value * factor)


@law
@given(groups)
def test_24_removing_an_outlier_changes_neither_core_nor_best(quantities):
    found = outlets(quantities)
    before = settled(found).consensus
    for who in before.outliers:
        after = settled([one for one in found if one.source.outlet != who]).consensus
        assert (after.core, after.best, after.span) == (before.core, before.best, before.span)


@law
@given(groups)
def test_25_26_a_source_that_repeats_the_core_keeps_it(quantities):
    before = consensus(quantities)
    assume(before.core is not None and before.core.is_bounded)
    plausible = before.core
    keeps_best = before.best is not None and before.basis is Basis.POINT and before.best in plausible
    best = before.best if keeps_best else None
    repeated = quantity(Hedge.ABOUT if best else Hedge.RANGE, plausible, best=best)
    after = consensus([*quantities, repeated])
    assert (after.core, after.outliers) == (before.core, before.outliers)
    if keeps_best:
        assert after.best == before.best


@law
@given(groups)
def test_27_28_agreement_is_one_position(quantities):
    found = consensus(quantities)
    if len(quantities) > 1:
        assert (found.status is Agreement.AGREED) is (len(found.positions) == 1)
    pairs = itertools.combinations(outlets(quantities), 2)
    clash = any(compare(a, b).kind is Kind.CONTRADICTS for a, b in pairs)
    assert clash is (max(q.entailed.lower for q in quantities) > min(q.entailed.upper for q in quantities))


@law
@given(readings())
def test_29_one_source_spans_what_it_suggests(said):
    found = consensus([said])
    expected = said.plausible if said.hedge is not Hedge.AT_MOST else Interval(0, said.plausible.upper)
    assert found.status is Agreement.SINGLE
    assert found.span.upper == expected.upper


@law
@given(st.lists(st.tuples(st.integers(0, 9), st.integers(1, 5)), min_size=1, max_size=7), st.integers(0, 9))
def test_30_one_more_source_deepens_by_one_at_most(pairs, at):
    def depth(found):
        return max(sum(low <= n < high for low, high in found) for n in range(16))

    ends = [(low, low + width) for low, width in pairs]
    more = [*ends, (at, at + 2)]
    assert depth(ends) <= depth(more) <= depth(ends) + 1
    only, region = sweep.deepest([low for low, _ in ends], [high for _, high in ends])
    inside = [sum(low <= n < high for low, high in ends) for n in range(region.lower, region.upper)]
    assert set(inside) == {depth(ends)}
    cells = sorted({end for pair in ends for end in pair})
    deep = [a for a, b in itertools.pairwise(cells) if sum(low <= a and b <= high for low, high in ends) == depth(ends)]
    assert only is (len(deep) == 1)


@st.composite
def ballots(draw):
    lower = draw(st.integers(0, TOP))
    upper = draw(st.integers(lower + 1, TOP + 2))
    near = draw(st.integers(lower, upper - 1))
    return Ballot(lower, upper, near, draw(st.integers(near + 1, upper)), committed=lower > 0 or upper == 1)


@law
@given(st.lists(ballots(), min_size=1, max_size=5), st.data())
def test_31_the_answer_never_jumps_to_another_value(found, data):
    before = sweep.settle(found).core
    at = data.draw(st.integers(0, len(found) - 1))
    old = found[at]
    wider = old._replace(upper=old.upper + 1, plausible_upper=old.plausible_upper + 1)
    after = sweep.settle([*found[:at], wider, *found[at + 1 :]]).core
    if before is not None and after is not None:
        near = abs(after.lower - before.lower) <= 1 and abs(after.upper - before.upper) <= 1
        joined = before.lower - 1 <= after.lower and after.upper <= before.upper + 1
        assert near or joined


@law
@given(groups, st.integers(2, 4))
def test_34_weight_is_so_many_sources(quantities, weight):
    found = outlets(quantities)
    heavy = settled(found, policy=Policy(weights=(("paper 0", weight),))).consensus
    twins = [
        attrs.evolve(found[0], id=f"d{n}", source=attrs.evolve(found[0].source, outlet=f"twin {n}"))
        for n in range(1, weight)
    ]
    many = settled([*found, *twins]).consensus
    assert (heavy.core, heavy.best) == (many.core, many.best)


@law
@given(st.lists(groups, min_size=1, max_size=3))
def test_35_columns_and_claims_agree(many):
    table = {name: [] for name in ("group", "origin", "lower", "upper", "plausible_lower", "plausible_upper", "best")}
    said = []
    for number, quantities in enumerate(many):
        for index, one in enumerate(quantities):
            said.append(claim(one, f"{number}-{index}", by=f"p{index}", event=f"attack at crossing {number}"))
            ends = (one.entailed, one.plausible)
            row = [end if end.is_finite() else None for side in ends for end in (side.lower, side.upper)]
            names = ("lower", "upper", "plausible_lower", "plausible_upper", "best")
            for name, value in zip(names, [*row, one.best], strict=True):
                table[name].append(None if value is None else int(value))
            table["group"].append(number)
            table["origin"].append(index)
    found = reconcile_columns(**table)
    by_event = {int(re.search(r"\d+", group.event).group()): group.consensus for group in reconcile(said).groups}
    for index, number in enumerate(found.group):
        one = by_event[number]
        assert (found.status[index], found.best[index], found.upper[index], found.lower[index]) == (
            one.status,
            one.best,
            one.upper,
            one.lower,
        )
        assert (found.origins[index], found.positions[index]) == (one.origins, len(one.positions))


# ------------------------------------------------------------------------------------------------ positions


@law
@given(st.lists(st.tuples(st.integers(0, 9), st.integers(1, 5)), min_size=1, max_size=7), st.data())
def test_36_to_38_positions_are_the_fewest_numbers_that_satisfy_all(pairs, data):
    ends = [(low, low + width) for low, width in pairs]
    regions = sweep.stab([low for low, _ in ends], [high for _, high in ends])
    fewest = next(
        size
        for size in range(1, len(ends) + 1)
        if any(
            all(any(low <= n < high for n in numbers) for low, high in ends)
            for numbers in itertools.combinations(range(16), size)
        )
    )
    assert len(regions) == fewest
    assert {index for _, _, members in regions for index in members} == set(range(len(ends)))
    openers = [ends[index] for index, _, _ in regions]
    assert all(a[1] <= b[0] or b[1] <= a[0] for a, b in itertools.combinations(openers, 2))
    at = data.draw(st.integers(0, len(ends) - 1))
    ends[at] = (max(0, ends[at][0] - 1), ends[at][1] + 1)
    assert len(sweep.stab([low for low, _ in ends], [high for _, high in ends])) <= len(regions)


@law
@given(groups, readings())
def test_39_what_its_own_source_has_overtaken_counts_no_more(quantities, old):
    found = outlets(quantities, as_of="05-05")
    stale = claim(old, "old", by="paper 0", as_of="05-01")
    assert settled([*found, stale]).consensus.core == settled(found).consensus.core
    assert settled([*found, stale]).consensus.best == settled(found).consensus.best


@law
@given(groups)
def test_40_every_number_of_an_explanation_stands_in_the_report(quantities):
    report = reconcile(outlets(quantities))
    known = set(re.findall(r"\d+", repr(report)))
    said = set(re.findall(r"\d+", explain(report).replace(",", "")))
    assert said <= known
    assert explain(report) == explain(report)


# ------------------------------------------------------------------------------------------------ false laws


class TestTemptingAndFalse:
    """Laws that do not hold, each with what refutes it, so that nobody makes them hold."""

    def test_compatibility_is_not_transitive(self):
        a, b, c = outlets([exactly(1), between(0, 1), exactly(0)])
        assert compare(a, b).kind is Kind.REFINES
        assert compare(b, c).kind is Kind.REFINED_BY
        assert compare(a, c).kind is Kind.CONTRADICTS

    def test_a_wider_claim_may_undo_a_consensus(self):
        assert consensus([exactly(1), exactly(1), exactly(3)]).core is not None
        assert consensus([exactly(1), between(1, 3), exactly(3)]).core is None

    def test_another_source_may_widen_the_range(self):
        assert consensus([exactly(3)]).span == Interval(3, 3)
        assert consensus([exactly(3), between(1, 5)]).span == Interval(1, 5)

    def test_a_consensus_of_consensuses_is_another(self):
        left, right = [exactly(1), exactly(1), exactly(3)], [exactly(3), exactly(3)]
        assert consensus([*left, *right]).best == 3
        parts = [consensus(left).best, consensus(right).best]
        assert consensus([exactly(int(best)) for best in parts]).best is None

    def test_the_core_may_collapse_when_an_outlier_comes_to_touch_it(self):
        before = consensus([between(0, 4), at_least(5), at_least(5), between(0, 10**6)])
        after = consensus([between(0, 5), at_least(5), at_least(5), between(0, 10**6)])
        assert before.core is None or before.core.lower == 5
        assert str(after.core) == "[5, 5]"

    def test_low_and_high_are_no_mirror_images(self):
        assert consensus([quantity(Hedge.ABOUT, Interval(1, 9), best=best) for best in (4, 6)]).best == 4

    def test_the_deepest_region_names_no_outlier_where_it_is_not_alone(self):
        assert consensus([exactly(1), exactly(1), exactly(3), exactly(3), exactly(5)]).outliers == ()

    def test_zero_is_special_to_counts(self):
        assert consensus([between(0, 4), exactly(9)]).status is consensus([between(1, 5), exactly(10)]).status
        assert consensus([between(0, 4)]).floor is None
        assert consensus([between(1, 5)]).floor == 1

    def test_an_origin_that_contradicts_itself_spans_what_it_said(self):
        one = [claim(exactly(3), "a", by="x"), claim(exactly(5), "b", by="x")]
        assert settled(one).consensus.span == Interval(3, 5)
        nearer = [claim(exactly(3), "a", by="x"), claim(between(3, 5), "b", by="x")]
        assert settled(nearer).consensus.span == Interval(3, 3)


def test_rounded_readings_of_one_truth_agree():
    assert consensus([bare(1_012), bare(1_000)]).status is Agreement.AGREED


@pytest.mark.parametrize("bad", [{"upper": [1, 2]}, {"upper": [0]}, {"origin": []}])
def test_columns_that_do_not_fit_are_refused(bad):
    columns = {"group": [1], "origin": ["a"], "lower": [5], "upper": [5], **bad}
    with pytest.raises(ValueError, match=r"upper|origin"):
        reconcile_columns(**columns)


def test_a_unit_without_a_factor_is_compared_by_name():
    scoville = Unit("scoville unit", UnitKind.MEASURE, dimension="heat")
    assert consensus([exactly(5, scoville), exactly(5, scoville)]).status is Agreement.AGREED
