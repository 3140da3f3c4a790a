"""Figures in the caller's Pint registry."""

from decimal import Decimal

import pytest

import newsfigures as nf
from newsfigures import lexicon, ontology

pint = pytest.importorskip("pint")
door = pytest.importorskip("newsfigures.extra.pint")


@pytest.fixture(scope="module")
def registry():
    return pint.UnitRegistry()


@pytest.mark.parametrize(
    ("text", "base", "value"),
    [
        ("5 miles", "metre", 8046.72),
        ("60 miles per hour", "metre / second", 26.8224),
        ("5,000 barrels a day", "litre / day", 794936.47464),
        ("200 square feet", "metre ** 2", 18.580608),
        ("50 kg/m³", "gram / litre", 50),
        ("10 acres", "metre ** 2", 40468.564224),
        ("30°C", "kelvin", 303.15),
        ("2C warmer", "kelvin", 2),
        ("5%", "dimensionless", 0.05),
        ("20 kWh", "joule", 72e6),
        ("an 18-year-old", "year", 18),
        ("100 MB", "bit", 8e8),
        ("275 pound-feet", "newton * metre", 372.8499),
    ],
)
def test_quantities(text, base, value, registry):
    assert door.quantity(nf.parse(text), registry).to(base).magnitude == pytest.approx(value)


def test_numbers_are_of_the_registry():
    exact = pint.UnitRegistry(non_int_type=Decimal)
    assert door.quantity(nf.parse("5.10 miles"), exact).magnitude == Decimal("5.10")


def test_bounds(registry):
    low, high = door.bounds(nf.parse("more than 5 miles"), registry)
    assert (low, high) == (registry.Quantity(5.0, "mile"), None)
    low, high = door.bounds(nf.parse("more than 5 miles"), registry, plausible=True)
    assert high > low


def test_a_range_has_no_single_number(registry):
    with pytest.raises(nf.ArgumentError, match="bounds"):
        door.quantity(nf.parse("5 to 7 miles"), registry)


@pytest.mark.parametrize(
    "text", ["5,000 troops", "$5m", "US$5m", "50 cents", "1,500", "3 percentage points", "$76 a barrel"]
)
def test_nothing_is_guessed(text, registry):
    with pytest.raises(nf.DimensionError, match="Pint"):
        door.quantity(nf.parse(text), registry)


def test_what_the_caller_defines_converts():
    own = pint.UnitRegistry()
    own.define("USD = [currency]")
    own.define("troop = [] = _")
    assert str(door.quantity(nf.parse("US$76 a barrel"), own).dimensionality) == "[currency] / [length] ** 3"
    assert door.quantity(nf.parse("5,000 troops"), own).units == own.troop


@pytest.mark.parametrize("registry_", [None, "registry", 5])
def test_the_registry_is_a_registry(registry_):
    with pytest.raises(TypeError, match=r"must be a pint\.UnitRegistry"):
        door.quantity(nf.parse("5 miles"), registry_)


def test_measurements_need_a_bounded_interval(registry):
    pytest.importorskip("uncertainties")
    found = door.measurement(nf.parse("about 100 miles"), registry)
    assert (found.value.magnitude, found.error.magnitude) == (100, 10)


@pytest.mark.parametrize(
    "unit", [u for u in ontology.index(lexicon.load()).by_name.values() if u.factor], ids=lambda u: u.name
)
def test_every_unit_that_pint_takes_has_our_factor(unit, registry):
    one = nf.Interval(1, 1)
    figure = nf.Quantity(stated=(), hedge=nf.Hedge.NONE, entailed=one, plausible=one, best=Decimal(1), unit=unit)
    try:
        theirs = door.quantity(figure, registry)
    except nf.DimensionError:
        return
    base = next((u for u in BASES if u.dimension == unit.dimension), None)
    if base is None or unit.offset:
        return
    ours = figure.to(base).best
    assert theirs.to(door.quantity(figure.to(base), registry).units).magnitude == pytest.approx(float(ours), rel=1e-6)


BASES = [
    nf.lookup(name)
    for name in ("metre", "kilogram", "second", "litre", "square metre", "joule", "watt", "pascal", "newton", "bit")
]
