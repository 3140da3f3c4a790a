"""Intervals: what is refused at birth, the text form, and the small algebra, by table. The laws are in properties/."""

import copy
import pickle
from decimal import Decimal
from fractions import Fraction

import pytest

from newsfigures.errors import IntervalError
from newsfigures.interval import CLOSED, CONTEXT, DOWN, OPEN, UP, Bound, Interval, decimal_of, plain

I = Interval.parse  # noqa: E741  as in mathematics


@pytest.mark.parametrize(
    ("ends", "message"),
    [
        ((2, 1), "ends are reversed: 2 is above 1"),
        ((1, 1, OPEN, CLOSED), "no number lies in an open interval from 1 to itself"),
        ((1, 1, CLOSED, OPEN), "no number lies"),
        ((1, 1, OPEN, OPEN), "no number lies"),
        (("NaN", 1), "an end must be a number, got 'NaN'"),
        ((1, "sNaN"), "an end must be a number"),
        (("-Infinity", "sNaN"), "an end must be a number"),
        ((Decimal("NaN"), "Infinity"), "an end must be a number"),
        (("Infinity", "Infinity"), "an interval needs at least one number"),
        (("-Infinity", "-Infinity"), "an interval needs at least one number"),
        ((1, "two"), "an end must be a number, got 'two'"),
        ((0.5, 1), "an end must be a Decimal or an int, got float"),
        ((True, 2), "an end must be a Decimal or an int, got bool"),
        ((None, 2), "an end must be a Decimal or an int, got NoneType"),
    ],
)
def test_refused(ends, message):
    with pytest.raises(IntervalError, match=message):
        Interval(*ends)


@pytest.mark.parametrize(
    ("interval", "text"),
    [
        (Interval(), "(-inf, +inf)"),
        (Interval(11000, "Infinity", OPEN), "(11000, +inf)"),
        (Interval(950, 1050, CLOSED, OPEN), "[950, 1050)"),
        (Interval("-Infinity", 5), "(-inf, 5]"),
        (Interval(Decimal("1.50"), Decimal("1.5E+3")), "[1.5, 1500]"),
        (Interval(Decimal("-0"), 0), "[0, 0]"),
        (Interval(Decimal("-1E-7"), 0), "[-0.0000001, 0]"),
        (Interval(0, Decimal("1E+500")), "[0, 1E+500]"),
        (Interval.point(40), "[40, 40]"),
    ],
)
def test_text_form(interval, text):
    assert str(interval) == text
    assert Interval.parse(text) == interval
    assert eval(repr(interval), {"Interval": Interval}) == interval  # noqa: S307  that is what a repr is for


@pytest.mark.parametrize("text", ["[ 1 ,2 )", "\n[1,2)", "[+1, 2)", "[1e0, 0.2E+1)", "[1., 2.0)"])
def test_reads_other_spellings(text):
    assert Interval.parse(text) == Interval(1, 2, CLOSED, OPEN)


def test_an_infinite_end_is_open_however_written():
    assert Interval.parse("[-inf, inf]") == Interval()
    assert Interval("-Infinity", 3, CLOSED).lower_bound is OPEN


@pytest.mark.parametrize(
    "text",
    ["", "1", "1, 2", "[1, 2", "[1 2]", "[1, 2] ]", "[1, 2, 3]", "]1, 2[", "[a, 2]", "[1.2.3, 4]", "[., 4]", "[1, ٢]"],
)
def test_other_text_is_refused(text):
    with pytest.raises(IntervalError):
        Interval.parse(text)


def test_a_bound_is_no_truth_value():
    with pytest.raises(TypeError, match="compare it with"):
        bool(Bound.OPEN)
    assert ~OPEN is CLOSED
    assert ~CLOSED is OPEN


@pytest.mark.parametrize(
    ("interval", "inside", "outside"),
    [
        ("(100, +inf)", [101, Decimal("100.01")], [100, 99, Decimal("Infinity"), Decimal("-Infinity")]),
        ("[950, 1050)", [950, 1049], [1050, 949]),
        ("(-inf, +inf)", [0, Decimal("1E+50")], [Decimal("Infinity")]),
        ("[3, 3]", [3, Decimal("3.0")], [2, 4]),
    ],
)
def test_membership(interval, inside, outside):
    assert all(number in I(interval) for number in inside)
    assert not any(number in I(interval) for number in outside)


@pytest.mark.parametrize("value", [0.5, None, "x", Decimal("NaN"), True])
def test_membership_of_no_number_is_refused(value):
    with pytest.raises(IntervalError, match="a number must be"):
        value in I("[0, 1]")  # noqa: B015  (it must raise)


@pytest.mark.parametrize(
    ("a", "b", "both"),
    [
        ("[1, 2]", "[2, 3]", "[2, 2]"),
        ("[1, 2)", "[2, 3]", None),
        ("[1, 2]", "(2, 3]", None),
        ("(1, +inf)", "(-inf, 5]", "(1, 5]"),
        ("[1, 5]", "(1, 5)", "(1, 5)"),
        ("[1, 2]", "[3, 4]", None),
    ],
)
def test_intersection(a, b, both):
    found = I(a) & I(b)
    assert found == (both and I(both))
    assert I(a).overlaps(I(b)) is (found is not None)


@pytest.mark.parametrize(
    ("a", "b", "gap", "distance"),
    [
        ("[1, 2]", "[5, 6]", "(2, 5)", 3),
        ("[5, 6)", "(1, 2)", "[2, 5)", 3),
        ("[1, 2)", "(2, 3]", "[2, 2]", 0),
        ("[1, 2]", "(2, 3]", None, 0),
        ("[1, 4]", "[2, 3]", None, 0),
        ("(-inf, 2]", "[5, +inf)", "(2, 5)", 3),
        ("(-inf, +inf)", "[5, 6]", None, 0),
    ],
)
def test_gap_and_distance(a, b, gap, distance):
    assert I(a).gap(I(b)) == I(b).gap(I(a)) == (gap and I(gap))
    assert I(a).distance(I(b)) == I(b).distance(I(a)) == distance


@pytest.mark.parametrize(
    ("before", "whole"),
    [
        ("(11000, +inf)", "[11001, +inf)"),
        ("[950, 1050)", "[950, 1049]"),
        ("(0.5, 2.5)", "[1, 2]"),
        ("(2, 3)", None),
        ("[2.2, 2.8]", None),
        ("(-inf, 0)", "(-inf, -1]"),
        ("(-1.5, +inf)", "[-1, +inf)"),
        (f"({10**80}, +inf)", f"[{10**80 + 1}, +inf)"),
    ],
)
def test_integers(before, whole):
    assert I(before).integers() == (whole and I(whole))


@pytest.mark.parametrize(
    ("interval", "factor", "scaled"),
    [
        ("(1, 2]", 1000, "(1000, 2000]"),
        ("(1, 2]", -2, "[-4, -2)"),
        ("[5, +inf)", Fraction(1609344, 1000), "[8046.72, +inf)"),
        ("(-inf, 3)", -1, "(-3, +inf)"),
        ("[1, 2]", Decimal("0.1"), "[0.1, 0.2]"),
        ("[1, 1]", Fraction(1, 3), f"[0.{'3' * 60}, 0.{'3' * 59}4]"),
        ("[-1, -1]", Fraction(1, 3), f"[-0.{'3' * 59}4, -0.{'3' * 60}]"),
    ],
)
def test_scale(interval, factor, scaled):
    assert I(interval).scale(factor) == I(scaled)


@pytest.mark.parametrize("factor", [0, Fraction(0), 0.5, True, Decimal("NaN"), Decimal("Infinity"), "x"])
def test_a_factor_that_is_none_is_refused(factor):
    with pytest.raises(IntervalError, match="a factor"):
        I("[1, 2]").scale(factor)


def test_shift_and_sum():
    assert I("(1, 2]").shift(Decimal("0.5")) == I("(1.5, 2.5]")
    assert I("(1, 2]") + I("[10, +inf)") == I("(11, +inf)")
    assert -I("(1, +inf)") == I("(-inf, -1)")
    with pytest.raises(IntervalError, match="an offset must be finite"):
        I("[1, 2]").shift(Decimal("Infinity"))


def test_sums_round_outward():
    large, small = Interval.point(Decimal("1E+70")), Interval.point(1)
    assert (large + small).lower <= Decimal("1E+70") + 0
    assert Decimal(10**70 + 1) in large + small
    assert Decimal(10**70 + 1) in large.shift(1)


def test_questions():
    assert I("[3, 3]").is_point
    assert not I("[3, 3.1]").is_point
    assert I("(3, 4)").is_bounded
    assert not I("(3, +inf)").is_bounded
    assert I("(3, 5]").width == 2
    assert I("(3, +inf)").width == Decimal("Infinity")


@pytest.mark.parametrize("other", [1, "[1, 2]", None])
def test_other_types_are_no_intervals(other):
    with pytest.raises(TypeError):
        I("[1, 2]") & other
    with pytest.raises(TypeError):
        I("[1, 2]") + other
    assert I("[1, 2]") != other


def test_is_a_value():
    a, b = I("[1, 2)"), I("[1.0, 2.00)")
    assert (a, hash(a)) == (b, hash(b))
    assert a != I("[1, 2]")
    assert pickle.loads(pickle.dumps(a)) == copy.deepcopy(a) == a
    with pytest.raises(AttributeError):
        a.lower = Decimal(0)


@pytest.mark.parametrize(
    ("ratio", "down", "up"),
    [
        (Fraction(1, 8), "0.125", "0.125"),
        (Fraction(2, 3), "0." + "6" * 60, "0." + "6" * 59 + "7"),
        (Fraction(-2, 3), "-0." + "6" * 59 + "7", "-0." + "6" * 60),
    ],
)
def test_decimal_of_a_fraction(ratio, down, up):
    assert decimal_of(ratio, DOWN) == Decimal(down)
    assert decimal_of(ratio, UP) == Decimal(up)
    assert Decimal(down) <= decimal_of(ratio, CONTEXT) <= Decimal(up)


def test_plain_writes_no_exponent_where_a_reader_would_not():
    assert plain(Decimal("1.30E+6")) == "1300000"
    assert plain(Decimal("Infinity"), sign="+") == "+inf"
    assert plain(Decimal("1E+999999999")) == "1E+999999999"  # and not a gigabyte of zeros
