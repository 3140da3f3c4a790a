"""Laws of intervals, with `portion` as oracle; none depends on the caller's decimal context."""

from decimal import ROUND_DOWN, ROUND_UP, Context, Decimal, localcontext
from fractions import Fraction

import portion
from hypothesis import given
from hypothesis import strategies as st
from strategies import intervals

from newsfigures.interval import CLOSED, Interval

small = st.integers(-30, 30).map(Decimal) | st.decimals(-30, 30, places=1, allow_nan=False)
near = intervals(small)  # so that ends meet, touch and coincide
anyone = intervals()
numbers = st.decimals(-40, 40, places=2, allow_nan=False)
factors = st.fractions(-1000, 1000, max_denominator=1000).filter(bool)


def oracle(interval):
    return portion.from_data(
        [
            (
                portion.CLOSED if interval.lower_bound is CLOSED else portion.OPEN,
                interval.lower if interval.lower.is_finite() else -portion.inf,
                interval.upper if interval.upper.is_finite() else portion.inf,
                portion.CLOSED if interval.upper_bound is CLOSED else portion.OPEN,
            )
        ]
    )


@given(near, near)
def test_agrees_with_portion(a, b):
    p, q = oracle(a), oracle(b)
    both = a & b
    assert (portion.empty() if both is None else oracle(both)) == p & q
    assert oracle(a.hull(b)) == (p | q).enclosure
    assert a.overlaps(b) == p.overlaps(q)
    assert a.contains(b) == (q in p)
    assert a.within(b) == (p in q)
    assert a.before(b) == (p < q)
    gap = a.gap(b)
    assert (portion.empty() if gap is None else oracle(gap)) == (p | q).enclosure - p - q


@given(near, numbers)
def test_membership_agrees_with_portion(a, number):
    assert (number in a) == (number in oracle(a))


@given(anyone)
def test_text_form_goes_there_and_back(a):
    assert Interval.parse(str(a)) == a


@given(near, near, near)
def test_intersection_and_hull_are_a_lattice(a, b, c):
    assert a & b == b & a
    assert a.hull(b) == b.hull(a)
    assert a & a == a.hull(a) == a
    ab, bc = a & b, b & c
    assert (ab and ab & c) == (bc and a & bc)
    assert a.hull(b).hull(c) == a.hull(b.hull(c))
    assert a & a.hull(b) == a
    assert ab is None or a.hull(ab) == a


@given(near, near, near)
def test_within_is_a_partial_order(a, b, c):
    assert a.within(a)
    assert not (a.within(b) and b.within(a)) or a == b
    assert not (a.within(b) and b.within(c)) or a.within(c)
    both = a & b
    assert both is None or (both.within(a) and both.within(b))
    assert a.within(a.hull(b))


@given(near, near)
def test_two_are_disjoint_or_meet(a, b):
    assert a.overlaps(b) is b.overlaps(a) is not (a.before(b) or b.before(a))
    assert not (a.before(b) and b.before(a))
    assert (a.distance(b) > 0) <= (not a.overlaps(b))


@given(near, numbers)
def test_integers_are_kept_exactly(a, number):
    whole = a.integers()
    integer = number.to_integral_value()
    assert (integer in a) == (whole is not None and integer in whole)
    if whole is not None:
        assert whole.within(a)
        assert whole.integers() == whole


@given(anyone, factors)
def test_scaling_is_exact_or_outward(a, factor):
    scaled = a.scale(factor)
    ends = [(a.lower, scaled.lower), (a.upper, scaled.upper)]
    if factor < 0:
        ends = [(a.upper, scaled.lower), (a.lower, scaled.upper)]
    for (before, after), outward in zip(ends, (-1, 1), strict=True):
        if before.is_infinite():
            assert after.is_infinite()
            continue
        exact = Fraction(before) * factor
        assert (Fraction(after) - exact) * outward >= 0
        # Off by less than one unit of the last of 60 digits.
        assert abs(Fraction(after) - exact) <= abs(exact) / 10**59
        if _terminates(exact, 60):
            assert Fraction(after) == exact


def _terminates(ratio, digits):
    """Whether a fraction is a decimal of at most so many digits."""
    if not ratio:
        return True
    rest = ratio.denominator
    while rest % 2 == 0:
        rest //= 2
    while rest % 5 == 0:
        rest //= 5
    if rest != 1:
        return False
    while ratio.denominator != 1:
        ratio *= 10
    return len(str(abs(ratio.numerator)).rstrip("0")) <= digits


@given(near, factors, factors)
def test_scaling_by_two_factors_covers_scaling_by_both(a, first, second):
    assert a.scale(first * second).within(a.scale(first).scale(second))


@given(near, near, numbers, numbers)
def test_a_sum_holds_every_sum(a, b, x, y):
    if x in a and y in b:
        assert x + y in a + b
    mirrored = -a
    assert -mirrored == a


CALLERS = st.builds(
    Context,
    prec=st.integers(1, 30),
    rounding=st.sampled_from([ROUND_UP, ROUND_DOWN]),
    Emin=st.just(-5),
    Emax=st.just(5),
    traps=st.just([]),
)


@given(anyone, near, factors, CALLERS)
def test_the_callers_context_changes_nothing(a, b, factor, context):
    def everything():
        return (
            a & b,
            a.hull(b),
            a.overlaps(b),
            a.gap(b),
            a.distance(b),
            a.width,
            a.scale(factor),
            a.shift(b.lower if b.lower.is_finite() else 1),
            a + b,
            -a,
            a.integers(),
            str(a),
            Interval.parse(str(a)),
            hash(a),
            Decimal(3) in a,
        )

    mine = everything()
    with localcontext(context) as inner:
        before = inner.copy()
        theirs = everything()
        # Not even a flag is raised in it.
        assert inner.flags == before.flags
        assert (inner.prec, inner.rounding) == (before.prec, before.rounding)
    assert mine == theirs
