"""Laws of reading one phrase and whole texts: round trips, blank space, spans, any string at all."""

import re
from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import newsfigures as nf

HEDGES = (
    ",exactly,more than,over,at least,fewer than,less than,at most,up to,as many as,nearly,just over,just under,"
    "well over,well under,about,roughly,on the order of,close to,barely,nowhere near,as few as,not only"
).split(",")
UNITS = ["", "people", "troops", "boats", "km", "tonnes", "euros", "%", "percentage points", "hours", "years"]
SCALES = ["", " thousand", " million", " billion"]
WORDS = (
    "two,seventeen,forty,ninety-nine,three hundred,two million,a dozen,forty-five hundred,2 1/2,three hundred thousand,"
    "half a million,a million and a half,1/3,two-thirds,1.5 lakh,3-1/4,half"
).split(",")


@st.composite
def numerals(draw):
    """A number as news writes it: digits with separators, a decimal with a scale word, small ones in words."""
    kind = draw(st.sampled_from(["whole", "grouped", "scaled", "decimal", "words"]))
    if kind == "words":
        return draw(
            st.sampled_from(["two", "seventeen", "forty", "ninety-nine", "three hundred", "two million", "a dozen"])
        )
    if kind == "whole":
        return str(draw(st.integers(2, 999)))
    if kind == "grouped":
        return f"{draw(st.integers(1000, 10**7)):,}"
    places = draw(st.integers(1, 2))
    value = draw(st.decimals(Decimal("0.1"), 999, places=places))
    return f"{value}{draw(st.sampled_from(SCALES[1:])) if kind == 'scaled' else ''}"


@st.composite
def phrases(draw):
    hedge, number, unit = draw(st.sampled_from(HEDGES)), draw(numerals()), draw(st.sampled_from(UNITS))
    gap = "" if unit == "%" else " "
    return f"{hedge} {number}{gap}{unit}".strip()


def same(left, right):
    return (left.entailed, left.plausible, left.best, left.hedge, left.cancellable) == (
        right.entailed, right.plausible, right.best, right.hedge, right.cancellable,
    )  # fmt: skip


@given(phrases())
def test_what_render_writes_reads_back(phrase):
    quantity = nf.parse(phrase)
    assert same(nf.parse(nf.render(quantity)), quantity)


@given(phrases())
def test_a_phrase_says_the_same_in_a_sentence(phrase):
    quantity = nf.parse(phrase)
    (claim,) = nf.extract(f"There were {phrase}.")
    assert same(claim.quantity, quantity)


@given(phrases(), st.sampled_from([" ", "  ", "\n", " \n ", "\t", "\u00a0", "\u2009"]))
def test_blank_space_moves_no_meaning(phrase, blank):
    spaced = re.sub(r"(?<!\d) (?!\d)", blank, phrase)
    assert same(nf.parse(spaced), nf.parse(phrase))


@given(st.lists(phrases(), min_size=1, max_size=4))
def test_blank_lines_move_no_meaning(some):
    sentences = [f"There were {phrase}." for phrase in some]
    together = nf.extract(" ".join(sentences))
    apart = nf.extract("\n\n".join(sentences))
    assert len(together) == len(apart) == len(some)
    assert all(same(a.quantity, b.quantity) for a, b in zip(together, apart, strict=True))


@given(st.lists(phrases(), min_size=1, max_size=4), st.text(max_size=20))
def test_spans_stand_verbatim_in_the_text(some, noise):
    text = noise + "\n\n" + " ".join(f"There were {phrase}." for phrase in some)
    for claim in nf.extract(text):
        assert claim.quote == claim.span.of(text) == claim.quantity.text
        for one in claim.quantity.evidence:
            assert one.span is None or one.span.of(text) == one.text


LETTERS = st.one_of(
    st.text(max_size=60),
    st.text(alphabet="0123456789.,-\u2013/%$ \n'\u2019:()mbk\u00bd\u2044+~", max_size=60),
    st.lists(
        st.sampled_from(
            "one two twenty hundred thousand million dozen half third and a of to or more than about over up not no "
            "between 5 40 1,000 3.2 % $ - , . \n ( ) fold plus minus point score couple few tens s ' th bn per".split()
        ),
        max_size=25,
    ).map(" ".join),
)


@settings(max_examples=300)
@given(LETTERS)
@example("one point")
@example("half of a of a")
@example("- - 1 - - 1 2/ 3/4/5")
@example("1\u20440 and a third \u00bd\u00bd million million")
@example("\u0661\u0662 \u00b2 \u2460 \U0001d7d8\U0001d7d9")
def test_any_string_at_all_reads_without_raising(text):
    for claim in nf.extract(text):
        quantity = claim.quantity
        assert quantity.plausible.within(quantity.entailed)
        assert claim.quote == claim.span.of(text)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u200b", "\ufeff", "\x00", "\ud800", "." * 50, "-" * 50, "(" * 50])
def test_nothing_yields_nothing(text):
    assert nf.extract(text) == ()
