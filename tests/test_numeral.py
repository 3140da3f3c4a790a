"""Every way to write a number: its value, its stated precision, and where it ends."""

from decimal import Decimal
from fractions import Fraction

import pytest
from num2words import num2words

from newsfigures import load, numeral
from newsfigures.notation import MAX_DIGITS, digits
from newsfigures.text import Sentence

EN = load("en")


def marks(text):
    return numeral.find(Sentence(text), EN)


def values(text):
    return [mark.value for mark in marks(text) if mark.form not in ("article", "nil")]


DIGITS = [
    # written, value, last written place, last nonzero place
    ("7", "7", 0, 0),
    ("300", "300", 0, 2),
    ("11,000", "11000", 0, 3),
    ("1,234,567.80", "1234567.80", -2, -1),
    ("1,50,000", "150000", 0, 4),
    ("0.03", "0.03", -2, -2),
    ("1'234'567", "1234567", 0, 0),
    ("1\u2019234\u2019500", "1234500", 0, 2),
    ("1\u202f234\u202f567", "1234567", 0, 0),
    ("1\u00a0234", "1234", 0, 0),
    ("1.234.567,89", "1234567.89", -2, -2),
    ("2.500,5", "2500.5", -1, -1),
    ("12,5", "12.5", -1, -1),
    ("\u0664\u0662", "42", 0, 0),
    ("0", "0", 0, 0),
]


@pytest.mark.parametrize(("word", "value", "written", "nonzero"), DIGITS, ids=[row[0] for row in DIGITS])
def test_digits(word, value, written, nonzero):
    assert digits(word) == (Decimal(value), written, nonzero)


@pytest.mark.parametrize("word", ["1.2.3", "1,23", "12,34,56", "1,2345", "", "1.", "9" * (MAX_DIGITS + 1), "1''234"])
def test_digits_that_are_no_number(word):
    assert digits(word) is None or word == "1,23"


WRITTEN = [
    (".5 percent", ["0.5"]),
    ("40 000 homes", ["40000"]),
    ("1 234 567 homes", ["1234567"]),
    ("40 200 homes", ["40", "200"]),
    ("1/2 cup and 2 1/2 cups and 2\u00bd cups and 5-1/2 cups", ["0.5", "2.5", "2.5", "5.5"]),
    ("3\u20448 of an inch", ["0.375"]),
    ("1.5\u00d710^-3", ["0.0015"]),
    ("1.99\u00d710\u221230", ["1.99E-30"]),
    ("3 x 10\u2078", ["3E+8"]),
    ("1e6", ["1E+6"]),
    ("1.3 million", ["1300000"]),
    ("$1.2 m", ["1200000"]),
    ("\u00a33 bn", ["3000000000"]),
    ("$54K", ["54000"]),
    ("5m people", ["5000000"]),
    ("2.5 lakh crore", ["2500000000000"]),
    ("3 crore 50 lakh", ["35000000"]),
    ("6 thousand 2 hundred and 45", ["6245"]),
    ("12 hundred", ["1200"]),
    ("5 dozen", ["60"]),
    ("1.3-million", ["1300000"]),
    ("2 and a half million", ["2500000"]),
    ("-5", ["-5"]),
    ("\u22125", ["-5"]),
    ("minus 5", ["-5"]),
    ("minus-5", ["-5"]),
    ("$-50", ["-50"]),
    ("-$50", ["-50"]),
    ("from negative 5 to 7", ["-5", "7"]),
    ("tested negative 5 times", ["5"]),
    ("plus or minus 5", ["5"]),
    ("+/-5", ["5"]),
    ("12-5", ["12", "5"]),
    ("threefold", ["3"]),
]


@pytest.mark.parametrize(("text", "expected"), WRITTEN, ids=[row[0] for row in WRITTEN])
def test_written(text, expected):
    assert values(text) == [Decimal(value) for value in expected]


SPELLED = [
    ("two hundred and five thousand three hundred", ["205300"]),
    ("a hundred and two", ["102"]),
    ("one hundred and two thousand", ["102000"]),
    ("one thousand and five hundred", ["1500"]),
    ("between one hundred and two hundred", ["100", "200"]),
    ("forty-five hundred", ["4500"]),
    ("a hundred thousand", ["100000"]),
    ("three thousand million", ["3000000000"]),
    ("twenty\u2010five", ["25"]),
    ("twenty five", ["25"]),
    ("twenty-\nfive", ["25"]),
    ("two hundred\nand five", ["205"]),
    ("two dozen", ["24"]),
    ("half a dozen", ["6"]),
    ("three score", ["60"]),
    ("half a million", ["500000"]),
    ("a quarter of a million", ["250000"]),
    ("a million and a half", ["1500000"]),
    ("twenty million and a half", ["20500000"]),
    ("two and a half million", ["2500000"]),
    ("one and a half", ["1.5"]),
    ("three and three fifths", ["3.6"]),
    ("fifty-four hundredths", ["0.54"]),
    ("two point five million", ["2500000"]),
    ("nought point seven five", ["0.75"]),
    ("two point seventy-five", ["2.75"]),
    ("minus ten", ["-10"]),
    ("four men and twenty women", ["4", "20"]),
    ("one million, two of them", ["1000000", "2"]),
    ("hundreds, then two", ["100", "2"]),
    ("the couple had a few", ["3"]),
]


@pytest.mark.parametrize(("text", "expected"), SPELLED, ids=[row[0] for row in SPELLED])
def test_spelled(text, expected):
    assert values(text) == [Decimal(value) for value in expected]


@pytest.mark.parametrize("number", [*range(130), 200, 999, 1000, 1001, 1100, 12345, 100000, 999999, 10**6, 2500017])
@pytest.mark.parametrize("joined", [True, False])
def test_every_cardinal_reads_back(number, joined):
    words = num2words(number).replace(",", "")
    (value,) = values(words if joined else words.replace("-", " "))
    assert value == number


@pytest.mark.parametrize(
    ("text", "ratio"),
    [
        ("a third of them", Fraction(1, 3)),
        ("two-thirds", Fraction(2, 3)),
        ("three quarters of it", Fraction(3, 4)),
        ("half", Fraction(1, 2)),
        ("1/3 of it", Fraction(1, 3)),
        ("\u2154", Fraction(2, 3)),
        ("one fifth of", Fraction(1, 5)),
    ],
)
def test_fractions_are_exact(text, ratio):
    (mark,) = marks(text)
    assert mark.ratio == ratio


@pytest.mark.parametrize(
    "text",
    [
        "the third man", "a third man", "three quarters in a row", "few came", "the couple said",
        "9/11", "24/7", "no plan", "a man", "a quarter ago", "he scores often", "tens", "scores",
    ],
)  # fmt: skip
def test_words_that_are_no_number_here(text):
    assert not [mark for mark in marks(text) if mark.ratio is not None or mark.is_vague or mark.form == "nil"]


VAGUE = [
    ("dozens of men", "12"),
    ("dozens and dozens of men", "12"),
    ("tens of thousands of men", "10000"),
    ("hundreds of millions", "100000000"),
    ("several men", "2"),
    ("several hundred men", "200"),
    ("several thousands", "2000"),
    ("a few dozen men", "24"),
    ("a couple of hundred men", "200"),
    ("a couple weeks", "2"),
    ("the last few days", "2"),
    ("a handful of men", "1"),
    ("multimillion", "1000000"),
    ("multi-billion", "1000000000"),
]


@pytest.mark.parametrize(("text", "floor"), VAGUE, ids=[row[0] for row in VAGUE])
def test_vague_words_have_a_floor_and_no_number(text, floor):
    (mark,) = marks(text)
    assert mark.is_vague
    assert mark.floor == Decimal(floor)
    assert mark.low >= mark.floor
    assert mark.high >= mark.low


BANDS = [
    ("low 20s", "20", "30"),
    ("mid-50s", "50", "60"),
    ("in her late 30s", "30", "40"),
    ("in his 60s", "60", "70"),
    ("single digits", "0", "10"),
    ("double-digit", "10", "100"),
    ("six-figure", "100000", "1000000"),
    ("into seven figures", "1000000", "10000000"),
]


@pytest.mark.parametrize(("text", "floor", "ceiling"), BANDS, ids=[row[0] for row in BANDS])
def test_bands(text, floor, ceiling):
    (mark,) = marks(text)
    assert (mark.form, mark.floor, mark.ceiling) == ("band", Decimal(floor), Decimal(ceiling))


@pytest.mark.parametrize("text", ["the early 80s", "the 60s", "six figures of clay", "a double room"])
def test_no_bands(text):
    assert not [mark for mark in marks(text) if mark.form in ("band", "multiple")]


def test_a_text_shows_its_habit():
    assert values("It cost 1.250.000,50 euros and 2.500 more.") == [Decimal("1250000.50"), 2500]
    assert values("It cost 2.500 more.") == [Decimal("2.500")]
    assert values("Pi is 3.142, and 12,345 came.") == [Decimal("3.142"), 12345]


PLACES = [
    ("11,000", 1, 1000),
    ("1.3 million", 100000, 100000),
    ("1.30 million", 10000, 100000),
    ("two hundred", 100, 100),
    ("$2.05bn", 10000000, 10000000),
    ("12", 1, 1),
]


@pytest.mark.parametrize(("text", "written", "nonzero"), PLACES, ids=[row[0] for row in PLACES])
def test_the_stated_precision(text, written, nonzero):
    sentence = Sentence(text)
    stated = numeral.stated(numeral.find(sentence, EN)[0], sentence)
    assert (stated.written_place, stated.nonzero_place) == (written, nonzero)


def test_a_number_too_long_is_a_code():
    assert marks("7" * 31) == ()
    assert values("7" * 30) == [Decimal("7" * 30)]
