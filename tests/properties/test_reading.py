"""Laws of the intervals: the invariants of the design, over every rule and any number."""

from decimal import ROUND_UP, Decimal, localcontext

from hypothesis import assume, given
from hypothesis import strategies as st

import newsfigures as nf
from newsfigures.combination import ranged, single
from newsfigures.interval import Interval
from newsfigures.numberword import NumeralMark, nonzero
from newsfigures.reading import EFFECTS, NEWS, Reading

PEOPLE = nf.Unit("people", nf.UnitKind.COUNT, "count:person")
METRES = nf.Unit("metre", nf.UnitKind.MEASURE, "length")
UNITS = [PEOPLE, METRES, nf.Unit("percent", nf.UnitKind.RATIO), nf.Unit("", nf.UnitKind.NONE)]
PAIRS = [("more_than", "at_most"), ("less_than", "at_least")]

effects = st.sampled_from(sorted(set(EFFECTS) - {"none"}))
units = st.sampled_from(UNITS)
profiles = st.sampled_from(["logical", "tight", "news", "loose"])
shares = st.decimals(0, 2, places=2)


@st.composite
def marks(draw, whole=False):
    """A number above zero with the places that its digits show."""
    digits = draw(st.integers(1, 9999))
    exponent = draw(st.integers(0, 6) if whole else st.integers(-3, 6))
    value = Decimal(digits).scaleb(exponent)
    value = Decimal(f"{value:f}")
    written = min(0, int(value.as_tuple().exponent))
    return NumeralMark(0, 1, value, written, nonzero(value), "digits" if written == 0 else "decimal")


@st.composite
def readings(draw):
    return Reading(
        profile=draw(profiles), approximate=draw(shares), nearly=draw(shares), less=draw(shares), at_least=draw(shares),
        up_to=draw(shares), grain=draw(shares),
    )  # fmt: skip


@given(marks(), units, st.lists(effects, max_size=3), readings())
def test_the_plausible_lies_within_the_entailed(mark, unit, some, reading):
    reach = single(mark, unit, some, reading)
    assert reach.plausible.within(reach.entailed)


@given(marks(), marks(), units, st.lists(effects, max_size=2), readings())
def test_ranges_keep_the_plausible_within_the_entailed(one, other, unit, some, reading):
    reach = ranged([one, other], unit, some, reading)
    assert reach.plausible.within(reach.entailed)


@given(marks(), units, effects)
def test_the_number_lies_in_the_closure_of_the_entailed(mark, unit, effect):
    entailed = single(mark, unit, [effect], NEWS).entailed
    assert Interval(entailed.lower, entailed.upper).hull(Interval(mark.value, mark.value)) == Interval(
        entailed.lower, entailed.upper
    )


@given(marks(), effects)
def test_ten_times_the_number_is_ten_times_the_interval(mark, effect):
    bigger = NumeralMark(0, 1, mark.value * 10, mark.written + 1, mark.nonzero + 1, "decimal")
    mark.form = "decimal"
    small, large = single(mark, METRES, [effect], NEWS), single(bigger, METRES, [effect], NEWS)
    assert large.entailed == small.entailed.scale(10)
    assert large.plausible == small.plausible.scale(10)


@given(marks(), units)
def test_about_a_number_holds_the_number_said_bare(mark, unit):
    bare, about = single(mark, unit, [], NEWS), single(mark, unit, ["about"], NEWS)
    assume(mark.form == "digits" or mark.written == mark.nonzero)
    closed = Interval(bare.entailed.lower, bare.entailed.upper)
    assert closed.within(about.entailed)


@given(marks(), units)
def test_just_over_and_just_under_say_more_than_over_and_under(mark, unit):
    for near, far in (("just_over", "more_than"), ("just_under", "less_than")):
        narrow, wide = single(mark, unit, [near], NEWS), single(mark, unit, [far], NEWS)
        assert narrow.entailed.within(wide.entailed)
        assert narrow.plausible.within(wide.plausible)


@given(marks(), units)
def test_at_least_is_more_than_and_the_number_itself(mark, unit):
    open_, closed = single(mark, unit, ["more_than"], NEWS), single(mark, unit, ["at_least"], NEWS)
    assert open_.entailed.hull(Interval.point(mark.value)) == closed.entailed


@given(marks(), units)
def test_a_bound_and_its_negation_share_nothing_and_leave_nothing_out(mark, unit):
    for effect, negated in PAIRS:
        one, other = single(mark, unit, [effect], NEWS).entailed, single(mark, unit, [negated], NEWS).entailed
        assert one & other is None
        assert one.distance(other) == 0


@given(marks(), units, effects, profiles)
def test_profiles_change_nothing_that_the_words_entail(mark, unit, effect, profile):
    reach = single(mark, unit, [effect], Reading(profile=profile))
    assert reach.entailed == single(mark, unit, [effect], NEWS).entailed
    if profile == "logical":
        assert reach.plausible == reach.entailed
    if profile == "loose":
        assert single(mark, unit, [effect], NEWS).plausible.within(reach.plausible)
    if profile == "tight" and effect != "none":
        assert reach.plausible.within(single(mark, unit, [effect], NEWS).plausible)


@given(marks(whole=True), effects)
def test_counts_step_to_whole_numbers(mark, effect):
    plausible = single(mark, PEOPLE, [effect], NEWS).plausible
    entailed = single(mark, PEOPLE, [effect], NEWS).entailed
    if plausible != entailed:
        assert all(end == end.to_integral_value() for end in (plausible.lower, plausible.upper) if end.is_finite())
    assert plausible.integers() is not None


@given(marks(), units, st.lists(effects, max_size=2), readings())
def test_callers_contexts_change_nothing(mark, unit, some, reading):
    usual = single(mark, unit, some, reading)
    with localcontext() as context:
        context.prec = 3
        context.rounding = ROUND_UP
        assert single(mark, unit, some, reading) == usual
