"""Conversion: exact where it terminates, refused by name where it makes no sense, money at a dated rate alone."""

import datetime as dt
import pickle
from decimal import Decimal
from fractions import Fraction

import pytest

import newsfigures as nf
from newsfigures import conversion
from newsfigures.errors import ArgumentError, DimensionError, UnknownUnitError
from newsfigures.interval import Interval
from newsfigures.ontology import lookup

DAY = dt.date(2024, 12, 27)
STERLING = conversion.Rate("GBP", "USD", Decimal("1.25"), DAY)


@pytest.mark.parametrize(
    ("a", "b", "ratio"),
    [
        ("mile", "kilometre", Fraction(1609344, 1000000)),
        ("km", "mile", Fraction(1000000, 1609344)),
        ("hour", "minute", 60),
        ("square mile", "square kilometre", Fraction(1609344, 1000000) ** 2),
        ("km/h", "mile per hour", Fraction(1000000, 1609344)),
        ("barrel per day", "litre per second", Fraction("158.987294928") / 86400),
        ("kilowatt hour", "joule", 3600000),
        ("watt", "joule per second", 1),
        ("dozen kilograms", "gram", None),
        ("percent", "per mille", 10),
        ("percentage point", "basis point", 100),
        ("penny", "pound sterling", Fraction(1, 100)),
        ("pence per litre", "pound sterling per litre", Fraction(1, 100)),
        ("dollars per barrel", "dollars per litre", 1 / Fraction("158.987294928")),
    ],
)
def test_factors(a, b, ratio):
    if ratio is None:
        with pytest.raises(UnknownUnitError):
            lookup(a)
    else:
        assert conversion.factor(lookup(a), lookup(b)) == ratio


@pytest.mark.parametrize(
    ("a", "b", "reason"),
    [
        ("tonne", "mile", "mass is not length"),
        ("percent", "percentage point", "ratio is not percentage point"),
        ("celsius", "degree", "temperature is not degree"),
        ("decibel", "decibel", None),
        ("USD", "EUR", "rate with its date"),
        ("$", "USD", "home_currency"),
        ("dollars per barrel", "USD per barrel", "home_currency"),
        ("newton metre", "joule", "torque is not energy"),
    ],
)
def test_what_does_not_convert_says_why(a, b, reason):
    with pytest.raises(DimensionError) as error:
        conversion.factor(lookup(a), lookup(b))
    assert (error.value.left, error.value.right) == (str(lookup(a)), str(lookup(b)))
    assert reason is None or reason in str(error.value)
    assert pickle.loads(pickle.dumps(error.value)).left == error.value.left


@pytest.mark.parametrize(
    ("text", "unit", "entailed", "best"),
    [
        ("more than 100 miles", "kilometre", "(160.9344, +inf)", "160.9344"),
        ("up to 5 km", "metre", "[0, 5000]", "5000"),
        ("30C", "fahrenheit", "[85.1, 86.9)", "86.0"),
        ("100F", "celsius", None, None),
        ("10 minutes", "hour", None, None),
        ("up by 2C", "fahrenheit", None, None),
    ],
)
def test_quantities(text, unit, entailed, best):
    if text.startswith("up by"):
        with pytest.raises(DimensionError):
            nf.parse("2C warmer").to(unit)
        return
    quantity = nf.parse(text)
    converted = quantity.to(unit)
    assert converted.unit == lookup(unit)
    assert converted.stated == quantity.stated
    if entailed is not None:
        assert (str(converted.entailed), converted.best) == (entailed, Decimal(best))
    else:
        assert converted.plausible.lower < converted.best < converted.plausible.upper


def test_ends_that_do_not_terminate_round_outward():
    third = conversion.convert(Interval(10, 20), lookup("minute"), lookup("hour"))
    assert Fraction(third.lower) < Fraction(1, 6)
    assert Fraction(third.upper) > Fraction(1, 3)


def test_troops_are_persons_but_persons_are_no_troops():
    troops = nf.parse("5,000 Russian troops")
    assert troops.to("person").unit.name == "person"
    with pytest.raises(UnknownUnitError):
        nf.parse("5,000 houses").to("person")
    with pytest.raises(DimensionError, match="only into its family"):
        nf.parse("5,000 people").to(troops.unit)


# -- money -------------------------------------------------------------------------------------------------------------


def test_money_converts_at_a_rate():
    assert nf.parse("£2m").to("USD", rate=STERLING).best == Decimal(2500000)
    assert nf.parse("US$2.5m").to("pound sterling", rate=STERLING).best == Decimal(2000000)
    assert nf.parse("80 pence").to("USD", rate=STERLING).best == Decimal(1)


def test_a_rate_settles_which_dollar_is_meant():
    assert nf.parse("$5m").to("GBP", rate=STERLING).best == Decimal(4000000)


@pytest.mark.parametrize(("text", "unit"), [("€2m", "USD"), ("2 miles", "USD"), ("£2m", "EUR"), ("£2m", "GBP")])
def test_a_rate_serves_its_two_currencies_alone(text, unit):
    with pytest.raises(DimensionError, match="the rate is for GBP and USD"):
        nf.parse(text).to(unit, rate=STERLING)


@pytest.mark.parametrize("value", [Decimal(0), Decimal(-1), Decimal("NaN"), Decimal("Infinity")])
def test_a_rate_is_positive(value):
    with pytest.raises(ArgumentError, match="positive"):
        conversion.Rate("GBP", "USD", value, DAY)


@pytest.mark.parametrize(("value", "on"), [(1.25, DAY), (Decimal("1.25"), "2024-12-27"), (Decimal("1.25"), None)])
def test_a_rate_has_a_decimal_and_a_date(value, on):
    with pytest.raises(TypeError, match="must be a"):
        conversion.Rate("GBP", "USD", value, on)


@pytest.mark.parametrize(("target", "rate"), [(5, None), (None, None), ("USD", 1.25)])
def test_wrong_arguments(target, rate):
    with pytest.raises(TypeError, match="must be a"):
        nf.parse("£2m").to(target, rate=rate)


def test_an_unknown_target_says_what_is_near():
    with pytest.raises(UnknownUnitError, match="kilometre"):
        nf.parse("5 miles").to("kilometr")
