"""The units there are: factors against Pint, currencies against Babel, and quantulum3's files as they are shaped."""

import subprocess
import sys
from decimal import Decimal
from fractions import Fraction

import pytest
from babel.core import get_global
from babel.numbers import get_currency_name, get_currency_precision, get_currency_symbol

from newsfigures import dimension as dimensions
from newsfigures import lexicon, ontology
from newsfigures.errors import LexiconError, UnknownUnitError
from newsfigures.ontology import UnitKind, lookup

pint = pytest.importorskip("pint")
EN = lexicon.load("en")
INDEX = ontology.index(EN)
#: Our names in Pint's spelling, where an underscore for a space is not enough.
PINT = {
    "time": None,
    "share": None,
    "percentage point": None,
    "basis point": None,
    "container unit": None,
    "pixel": None,
    "part per million": "ppm",
    "part per billion": None,
    "part per trillion": None,
    "per mille": "permille",
    "nautical mile": "nautical_mile",
    "barrel": "oil_barrel",
    "barrel per day": "oil_barrel / day",
    "imperial gallon": "imperial_gallon",
    "ton": "short_ton",
    "tonne": "metric_ton",
    "pound-mass": "pound",
    "stone": "stone",
    "hundredweight": "UK_hundredweight",
    "year of age": "year",
    "month of age": "month",
    "week of age": "week",
    "day of age": "day",
    "kilometre per hour": "km / hour",
    "mile per hour": "mile / hour",
    "mile per gallon": "mile / gallon",
    "celsius": None,
    "fahrenheit": None,
    "degree of arc": None,
    "degree": None,
    "watt hour": "watt * hour",
    "horsepower": "horsepower",
    "brake horsepower": "horsepower",
    "british thermal unit": "Btu_it",
    "million british thermal units": "1e6 * Btu_it",
    "pound-force": "force_pound",
    "newton metre": "newton * metre",
    "pound-foot": "force_pound * foot",
    "pound per square inch": "psi",
    "kilopound per square inch": "1e3 * psi",
    "millimetre of mercury": "mmHg",
    "ampere hour": "ampere * hour",
    "knot": "knot",
    "decade": "10 * year",
    "revolution per minute": None,
    "light-year": "light_year",
    "metric horsepower": "metric_horsepower",
    "acre-foot": "4840 * yard ** 2 * foot",
    "kilobit per second": "kilobit / second",
    "megabit per second": "megabit / second",
    "gigabit per second": "gigabit / second",
    "lumen": None,
    "decibel": None,
    "wireless generation": None,
    "point": None,
    "ångström": "angstrom",
    "bushel": "bushel",
    "board foot": "board_foot",
    "percent": "percent",
    "furlong": None,
    "acre": "4840 * yard ** 2",
    "fathom": "6 * foot",
    "electronvolt": "electron_volt",
    "tablespoon": "tablespoon",
    "teaspoon": "teaspoon",
    "rem": "rem",
    "tesla": "tesla",
    "cubic centimetre": "centimetre ** 3",
}


@pytest.fixture(scope="module")
def registry():
    return pint.UnitRegistry(non_int_type=Fraction)


@pytest.mark.parametrize("row", EN.rows("unit"), ids=lambda row: row.name)
def test_factors_are_those_of_pint(row, registry):
    spelled = PINT.get(row.name, row.name.replace(" ", "_"))
    if spelled is None or not row.factor:
        pytest.skip("Pint has no such unit")
    if row.name == "board foot":
        expected = Fraction(144) * registry("1 inch").to("metre").magnitude ** 3
    else:
        expected = registry(spelled).to_root_units().magnitude
        expected *= Fraction(1, 1000) ** mass_power(row.dimension)
    ours = ontology.fraction(row.factor)
    assert abs(ours / Fraction(expected) - 1) < Fraction(1, 10**9)


def mass_power(dimension):
    """Pint's root unit of mass is the gram, ours the kilogram."""
    return dimensions.exponents(dimension, INDEX.named).get("mass", 0) + {"torque": 1, "magnetic field": 1}.get(
        dimension, 0
    )


EXACT = [
    "mile",
    "foot",
    "inch",
    "yard",
    "pound-mass",
    "ounce",
    "acre",
    "gallon",
    "barrel",
    "horsepower",
    "knot",
    "stone",
    "ton",
]


@pytest.mark.parametrize("name", EXACT)
def test_factors_that_are_exact_by_definition_are_exact_here(name, registry):
    unit = lookup(name)
    expected = registry(PINT.get(name, name)).to_root_units().magnitude * Fraction(1, 1000) ** mass_power(
        unit.dimension
    )
    assert unit.factor == expected or abs(unit.factor / Fraction(expected) - 1) < Fraction(1, 10**15)


# -- ISO 4217 ----------------------------------------------------------------------------------------------------------


def current_codes():
    """The codes that are legal tender somewhere, as Babel's data have it."""
    tenders = get_global("territory_currencies").values()
    return {code for rows in tenders for code, _, end, tender in rows if end is None and tender}


def test_all_currencies_in_use_are_there():
    assert current_codes() <= set(INDEX.codes)


#: The standard's funds, metals and codes for testing, which Babel does not list as anybody's tender.
SPECIAL = set("BOV CHE CHW CLF COU MXV USN UYI UYW XAG XAU XBA XBB XBC XBD XDR XPD XPT XSU XTS XUA XXX".split())


def test_nothing_else_passes_for_current():
    ours = {row.code for row in EN.rows("currency") if row.code and not row.historic}
    assert ours - current_codes() - SPECIAL <= {"ANG", "SVC", "CUC", "VED", "XAD"}


@pytest.mark.parametrize("code", sorted(current_codes()))
def test_the_names_of_babel_are_read(code):
    spelled = get_currency_name(code, 1, "en").lower().replace("&", "and")
    different = {
        "AFN",
        "BMD",
        "BOB",
        "BWP",
        "BYN",
        "CRC",
        "GYD",
        "ISK",
        "KGS",
        "KHR",
        "KZT",
        "LAK",
        "MMK",
        "NIO",
        "PGK",
        "RUB",
        "STN",
        "TJS",
        "TMT",
        "TOP",
        "TTD",
        "TWD",
        "UZS",
        "VES",
        "ZWG",
        "BAM",
        "XCG",
        "ILS",
        "GBP",
        "SHP",
    }
    try:
        assert lookup(spelled).code == code
    except UnknownUnitError:
        assert code in different


#: Babel follows custom where cents are no longer used; the standard still has them.
BY_CUSTOM = set("AFN ALL IQD IRR KPW LAK LBP MGA MMK RSD SOS SYP YER".split())


@pytest.mark.parametrize(
    "row", [row for row in EN.rows("currency") if row.code in current_codes()], ids=lambda row: row.code
)
def test_minor_units(row):
    assert row.minor == get_currency_precision(row.code) or row.code in BY_CUSTOM


@pytest.mark.parametrize("code", ["EUR", "GBP", "JPY", "INR", "KRW", "ILS", "VND", "BRL", "NZD", "HKD", "PHP"])
def test_symbols(code):
    assert lookup(get_currency_symbol(code, "en")).code == code


def test_a_shared_name_lists_its_currencies():
    for row in EN.rows("currency"):
        assert set(row.codes) <= set(INDEX.codes)


# -- quantulum3 --------------------------------------------------------------------------------------------------------


def test_the_shape_of_the_files_of_quantulum3():
    units, entities = ontology.guest_files()
    assert len(units) > 300
    assert len(entities) > 70
    for name, row in units.items():
        assert isinstance(name, str)
        assert {"entity", "URI", "dimensions", "symbols"} <= set(row)
        assert row["entity"] in entities
        assert all({"base", "power"} <= set(part) for part in row["dimensions"])
        assert all(isinstance(surface, str) for surface in row.get("surfaces", ()))


@pytest.mark.parametrize("name", ["lustrum", "langley", "katal", "darcy", "centistokes"])
def test_units_of_the_ontology_underneath_are_known_by_name(name):
    assert lookup(name).name == name


@pytest.mark.parametrize("word", ["darcy", "set", "span", "mole", "quarter"])
def test_its_common_words_are_barred_from_prose(word):
    assert word in INDEX.classes["barred"]
    assert INDEX.words.get(word) is None


def test_what_the_ontology_composes_converts():
    unit = lookup("foot per square second")
    assert (unit.dimension, unit.factor) == ("acceleration", Fraction("0.3048"))


def test_reading_imports_neither_quantulum3_nor_pint():
    code = (
        "import sys, newsfigures as nf; nf.extract('It cost $5m and 40 lustrums.');"
        "sys.exit(40 if {'quantulum3', 'pint', 'inflect'} & set(sys.modules) else 0)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode != 40


# -- lookup ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("mile", "mile"),
        ("Miles", "mile"),
        ("km", "kilometre"),
        ("km/h", "kilometre per hour"),
        ("kilometers per hour", "kilometre per hour"),
        ("MW", "megawatt"),
        ("mW", "milliwatt"),
        ("square miles", "square mile"),
        ("m²", "square metre"),
        ("USD", "US dollar"),
        ("$", "dollar"),
        ("dollars per barrel", "dollar per barrel"),
        ("%", "percent"),
        ("degrees Celsius", "celsius"),
        ("light years", "light-year"),
    ],
)
def test_lookup(text, name):
    assert lookup(text).name == name


@pytest.mark.parametrize(("text", "near"), [("kilometr", "kilometre"), ("galon", "gallon"), ("dolar", "dollar")])
def test_an_unknown_unit_names_what_is_near(text, near):
    with pytest.raises(UnknownUnitError, match=text) as error:
        lookup(text)
    assert near in error.value.near


@pytest.mark.parametrize("text", ["", " ", "per", "xyzzy per day", "5", "square", "square kilogram"])
def test_what_is_no_unit(text):
    with pytest.raises(UnknownUnitError):
        lookup(text)


@pytest.mark.parametrize("name", [None, 5, Decimal(1), b"mile"])
def test_a_name_is_a_string(name):
    with pytest.raises(TypeError, match="must be a str"):
        lookup(name)


def test_kinds_of_all_units():
    assert {unit.kind for unit in INDEX.by_name.values()} == set(UnitKind) - {UnitKind.NONE}


# -- a unit of one's own -----------------------------------------------------------------------------------------------

OWN = """
[[unit]]
name = "smoot"
dimension = "length"
factor = "1.7018"
phrases = ["smoot"]
[unit.examples]
"40 smoots" = "smoot"
"""


def test_a_unit_of_ones_own(tmp_path):
    path = tmp_path / "own.toml"
    path.write_text(OWN, encoding="utf-8")
    own = EN.extend(path)
    assert lookup("smoots", own).factor == Fraction("1.7018")
    with pytest.raises(UnknownUnitError):
        lookup("smoots")


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        ('factor = "1.7018"', 'factor = "much"', "must be a number"),
        ('dimension = "length"', 'dimension = "length"\nprefixes = "q"', "unknown prefix"),
        ('dimension = "length"', 'dimension = "length"\nkind = "colour"', "unknown kind"),
        ('phrases = ["smoot"]', 'phrases = ["mile"]', "claimed twice"),
        ('dimension = "length"', 'size = "length"', "unknown key"),
    ],
)
def test_a_wrong_row_names_itself(tmp_path, before, after, reason):
    path = tmp_path / "own.toml"
    path.write_text(OWN.replace(before, after), encoding="utf-8")
    with pytest.raises(LexiconError, match=reason):
        lookup("smoots", EN.extend(path))
