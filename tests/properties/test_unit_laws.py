"""Laws of conversion and of reading units."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st
from strategies import intervals

from newsfigures import conversion, lexicon, ontology, quantity
from newsfigures.interval import Interval
from newsfigures.text import Sentence

EN = lexicon.load("en")
UNITS = [unit for unit in ontology.index(EN).by_name.values() if unit.factor is not None]
BY_DIMENSION = {}
for _unit in UNITS:
    BY_DIMENSION.setdefault((_unit.kind, _unit.dimension), []).append(_unit)
pairs = st.sampled_from([group for group in BY_DIMENSION.values() if len(group) > 1]).flatmap(
    lambda group: st.tuples(st.sampled_from(group), st.sampled_from(group))
)
values = st.decimals(-(10**9), 10**9, places=3)


def terminates(ratio):
    bottom = ratio.denominator
    for prime in (2, 5):
        while bottom % prime == 0:
            bottom //= prime
    return bottom == 1


@given(intervals(values), pairs)
def test_there_and_back_holds_the_original(interval, pair):
    a, b = pair
    back = conversion.convert(conversion.convert(interval, a, b), b, a)
    assert interval.within(back)


@given(intervals(values), pairs)
def test_there_and_back_is_the_identity_where_the_factors_terminate(interval, pair):
    a, b = pair
    ratio, shift = conversion.affine(a, b)
    inverse, unshift = conversion.affine(b, a)
    assume(all(terminates(part) for part in (ratio, shift, inverse, unshift)))
    assume(ratio.numerator < 10**12 and ratio.denominator < 10**12)
    assert conversion.convert(conversion.convert(interval, a, b), b, a) == interval


@given(values, pairs)
def test_converting_commutes_with_building_the_interval(value, pair):
    a, b = pair
    ratio, shift = conversion.affine(a, b)
    converted = conversion.convert(Interval(value, value), a, b)
    exact = Fraction(value) * ratio + shift
    assert Fraction(converted.lower) <= exact <= Fraction(converted.upper)
    assert not terminates(exact) or converted.width < Decimal(1).scaleb(converted.upper.adjusted() - 30)


@given(values, values, pairs)
def test_scaling_never_changes_which_numbers_compare_equal(x, y, pair):
    a, b = pair
    points = [conversion.convert(Interval(value, value), a, b) for value in (x, y)]
    assert (x == y) == (points[0] == points[1])


@given(st.text(alphabet="5$£€%°²³/-.,() abkmMUSDper\u00a0'\"", max_size=30))
def test_any_string_at_all_reads_without_raising(text):
    quantity.find(Sentence(text), EN)
