"""The scale of a picture."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import numbers

from newsfigures.axis import Axis, short
from newsfigures.interval import INFINITY


def axis(*values):
    return Axis.of([Decimal(value) for value in values])


@given(st.lists(numbers, min_size=1, max_size=6))
def test_order_is_kept_and_everything_fits(values):
    scale = Axis.of(values)
    places = [scale.at(value) for value in sorted(values)]
    assert places == sorted(places)
    assert all(0 <= place <= 100 for place in places)
    assert scale.at(INFINITY) == 100
    assert scale.at(-INFINITY) == 0
    assert scale.at(-INFINITY) < places[0]
    assert places[-1] < scale.at(INFINITY)


@given(st.lists(numbers, max_size=6))
def test_ticks_are_few_and_apart(values):
    scale = Axis.of(values)
    ticks = scale.ticks()
    assert len(ticks) <= 6
    places = [scale.at(tick) for tick in ticks]
    assert all(right - left > 2 for left, right in pairwise(places))


@pytest.mark.parametrize(
    ("values", "is_log", "has_zero"),
    [
        ((10, 12), False, False),
        ((10, 200), True, False),
        ((0, 10, 200), True, True),
        ((-5, 10, 2000), False, False),
        ((100, 120, 1900), False, False),
        ((0, 50), False, False),
        ((7,), False, False),
        ((0,), False, False),
        ((), False, False),
        (("-Infinity", 1, "Infinity"), False, False),
    ],
)
def test_decades_are_shown_by_size(values, is_log, has_zero):
    scale = axis(*values)
    assert (scale.is_log, scale.has_zero) == (is_log, has_zero)


def test_zero_has_a_place_before_the_decades():
    scale = axis(0, 10, 1000)
    assert 0 < scale.at(Decimal(0)) < scale.at(Decimal(10))
    assert scale.ticks()[0] == 0


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("0", "0"),
        ("7", "7"),
        ("12500", "12,500"),
        ("1.5E+6", "1.5m"),
        ("2E+9", "2bn"),
        ("-3.2E+12", "-3.2tn"),
        ("0.25", "0.25"),
        ("-0.5", "-0.5"),
        ("1E+30", "10^30"),
        ("2.5E+30", "2.5·10^30"),
        ("1E-20", "10^-20"),
    ],
)
def test_ticks_are_short(value, text):
    assert short(Decimal(value)) == text
