"""Every row of the tables of numbers, hedges and closed classes proves its examples, and every phrase is read."""

from decimal import Decimal
from fractions import Fraction

import pytest

import newsfigures as nf
from newsfigures import exclusion, hedge, lexicon, numberword, numeral, sequence
from newsfigures.text import Sentence

EN = nf.load("en")
HEDGES = lexicon.examples("en", "hedges")
NUMBERS = lexicon.examples("en", "numerals")
CLASSES = lexicon.examples("en", "words")


def shown(interval):
    ends = [
        end if end.is_infinite() or end.as_tuple().exponent > -12 else end.quantize(Decimal("0.0001"))
        for end in (interval.lower, interval.upper)
    ]
    return str(nf.Interval(*ends, interval.lower_bound, interval.upper_bound))


def allowed(text):
    return "; ".join(shown(claim.quantity.entailed) for claim in nf.extract(text) if not claim.implied)


def examples(rows, key):
    return [pytest.param(text, said, id=f"{row[key]}-{text}") for row in rows for text, said in row["examples"].items()]


# -- hedges ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("text", "said"), examples(HEDGES["hedge"], "effect"))
def test_hedge_rows_prove_their_examples(text, said):
    assert allowed(text) == said


@pytest.mark.parametrize(("text", "said"), examples(HEDGES["tolerance"], "dimension"))
def test_tolerances_prove_their_examples(text, said):
    assert allowed(text) == said


def test_every_hedge_row_has_examples():
    proved = {(row["effect"], row["position"], row.get("guard", "")) for row in HEDGES["hedge"]}
    assert proved == {(row.effect, row.position, row.guard) for row in EN.rows("hedge")}
    assert {row["dimension"] for row in HEDGES["tolerance"]} == {row.dimension for row in EN.rows("tolerance")}


#: Hedges that are some only behind or before certain words.
GUARDED = {
    "within": "{} 40 miles", "near": "it is {} 40 boats", "past": "it rose {} 40 boats", "pushing": "it is {} 40 boats",
}  # fmt: skip


@pytest.mark.parametrize(
    ("phrase", "effect", "position", "guard"),
    [(phrase, row.effect, row.position, row.guard) for row in EN.rows("hedge") for phrase in row.phrases],
)
def test_every_hedge_phrase_is_read(phrase, effect, position, guard):
    text = GUARDED.get(guard, "{} 40 boats").format(phrase) if position == "before" else f"40 people {phrase}"
    if phrase == "sub":
        text = "sub-40"
    elif phrase in ("ish", "odd", "plus", "+"):
        text = f"40{'' if phrase == '+' else '-'}{phrase}"
    evidence = [one for one in nf.parse(text).evidence if one.field == "hedge"]
    assert [(one.rule, one.text.strip("-")) for one in evidence] == [(f"hedge:{effect}", phrase)]


# -- numbers ---------------------------------------------------------------------------------------------------


def said(text):
    """The numbers of a text: exact, vague ones by their floor, bands by their ends; a bare "a" is none."""
    found = []
    for mark in numeral.find(Sentence(text), EN):
        if mark.form == "article":
            continue
        value = mark.ratio or mark.value
        if mark.is_vague:
            value = f"{mark.floor:f}..{f'{mark.ceiling:f}' if mark.ceiling is not None else ''}"
        elif isinstance(value, Decimal):
            value = f"{value.normalize():f}"
        found.append(str(value))
    return "; ".join(found)


@pytest.mark.parametrize(("text", "numbers"), examples(NUMBERS["number"], "role"))
def test_number_rows_prove_their_examples(text, numbers):
    assert said(text) == numbers


def test_every_role_has_examples():
    assert {row["role"] for row in NUMBERS["number"]} == {row.role for row in EN.rows("number")}


PATTERNS = {
    "zero": "{} boats",
    "digit": "{} boats",
    "teen": "{} boats",
    "ten": "{} boats",
    "hundred": "one {} boats",
    "scale": "one {} boats",
    "suffix": "$1{}",
    "group": "one {} boats",
    "vague": "a {} hundred boats",
    "plural": "{} of boats",
    "majority": "a {} of them",
    "multi": "{}-million",
    "multiple": "{} as many",
    "band": "{} digits",
    "nil": "{} casualties",
    "symbol": "{}",
}


@pytest.mark.parametrize(
    ("role", "phrase", "value"),
    [(row.role, phrase, row.value) for row in EN.rows("number") for phrase in row.phrases if row.role in PATTERNS],
)
def test_every_number_word_is_read(role, phrase, value):
    (mark, *_) = numeral.find(Sentence(PATTERNS[role].format(phrase)), EN)
    if role == "band":
        assert mark.ceiling == 10 ** int(value)
    elif role == "multi":
        assert mark.floor in (Decimal(value), 1_000_000)
    elif role in ("plural", "majority"):
        assert mark.floor == Fraction(value)
    elif role == "vague":
        assert mark.floor % 100 == 0
    else:
        assert (mark.ratio or Fraction(mark.value)) == Fraction(value)


@pytest.mark.parametrize(
    ("phrase", "value"),
    [(phrase, row.value) for row in EN.rows("number") for phrase in row.phrases if row.role == "fraction"],
)
def test_every_fraction_is_read(phrase, value):
    top = 1 if not phrase.endswith("s") else 3 if phrase == "quarters" else 2  # two quarters are half a year
    (mark,) = numeral.find(Sentence(f"{['', 'one', 'two', 'three'][top]} {phrase} of it"), EN)
    assert (mark.ratio or Fraction(mark.value)) == Fraction(top, int(value))


# -- closed classes --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("text", "numbers"), examples(CLASSES["words"], "name"))
def test_classes_prove_their_examples(text, numbers):
    assert allowed(text) == numbers


def test_every_class_that_the_readers_ask_has_words_and_examples():
    asked = {
        *numberword.words(EN).classes,
        *hedge.table(EN).words,
        *sequence.classes(EN),
        *exclusion._classes(EN),
        *("move", "change", "move of object", "range opener", "range of"),
    }
    assert asked == {row["name"] for row in CLASSES["words"]}
    assert all(EN.words(name) for name in asked)
