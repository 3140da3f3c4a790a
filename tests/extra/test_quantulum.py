"""Figures to quantulum3 and back."""

from decimal import Decimal

import pytest

import newsfigures as nf

door = pytest.importorskip("newsfigures.extra.quantulum")
classes = pytest.importorskip("quantulum3.classes")


@pytest.mark.parametrize(
    ("text", "name", "entity"),
    [
        ("5 miles", "mile", "length"),
        ("5%", "percentage", "dimensionless"),
        ("30°C", "degree Celsius", "temperature"),
        ("20 tonnes", "tonne", "mass"),
        ("US$5m", "united states dollar", "currency"),
        ("$5m", "dollar", "currency"),
        ("60 mph", "mile per hour", "speed"),
        ("5,000 Russian troops", "Russian troop", "count"),
        ("1,500", "dimensionless", "dimensionless"),
    ],
)
def test_there(text, name, entity):
    theirs = door.quantity(nf.parse(text))
    assert (theirs.unit.name, theirs.unit.entity.name) == (name, entity)
    assert theirs.surface == text
    assert theirs.span == (0, len(text))


@pytest.mark.parametrize("text", ["5 miles", "5%", "30°C", "US$5.25", "60 mph", "1,500", "3 parts per million"])
def test_there_and_back(text):
    ours = nf.parse(text)
    back = door.figure(door.quantity(ours))
    assert (back.best, back.unit.name, back.unit.factor) == (ours.best, ours.unit.name, ours.unit.factor)


def test_a_range_becomes_its_middle_with_an_error():
    theirs = door.quantity(nf.parse("between 40 and 50 miles"))
    assert (theirs.value, theirs.uncertainty) == (45.0, 5.0)
    back = door.figure(theirs)
    assert (str(back.plausible), str(back.entailed), back.hedge) == ("[40, 50]", "(-inf, +inf)", nf.Hedge.ABOUT)


def test_what_has_no_number_is_refused():
    vague = nf.parse("thousands of people")
    if vague.plausible.is_bounded:
        assert door.quantity(vague).uncertainty
    else:
        with pytest.raises(nf.ArgumentError):
            door.quantity(vague)


def test_units_that_it_made_up_are_refused():
    made_up = classes.Unit("dollar barn newton", classes.Entity("unknown"))
    with pytest.raises(nf.UnknownUnitError, match="dollar barn newton"):
        door.figure(classes.Quantity(3.2, made_up))


def test_the_type_is_checked():
    with pytest.raises(TypeError, match="quantulum3 Quantity"):
        door.figure(3.2)


def test_floats_come_back_as_they_are_written():
    kilo = door.quantity(nf.parse("5 kilograms")).unit
    assert door.figure(classes.Quantity(0.1, kilo)).best == Decimal("0.1")
