"""Whole sentences: what each counts, and what looks like a number and is none.

`figures.toml` and `negative.toml` hold what is read; `not_yet.toml` holds what should be, and shouts when it is.
"""

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest

import newsfigures as nf
from newsfigures import extraction

FOLDER = Path(__file__).with_name("corpus") / "en"


def load(name):
    file = FOLDER / f"{name}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8")) if file.exists() else {}


def shown(interval):
    """The interval, with ends that do not terminate cut to four places."""
    ends = [
        end if end.is_infinite() or end.as_tuple().exponent > -12 else end.quantize(Decimal("0.0001"))
        for end in (interval.lower, interval.upper)
    ]
    return str(nf.Interval(*ends, interval.lower_bound, interval.upper_bound))


def found(text):
    """The figures of a text: what was said, and what it entails."""
    return {claim.quote: shown(claim.quantity.entailed) for claim in nf.extract(text) if not claim.implied}


NEGATIVE = load("negative")
POSITIVE = load("figures")
NOT_YET = load("not_yet")


@pytest.mark.parametrize("text", [text for case in NEGATIVE["case"] for text in case["texts"]])
def test_no_quantity(text):
    assert found(text) == {}


@pytest.mark.parametrize(("text", "figures"), [(case["text"], case["figures"]) for case in NEGATIVE["mixed"]])
def test_quantities_beside_what_is_none(text, figures):
    assert found(text) == figures


@pytest.mark.parametrize(("text", "figures"), [(case["text"], case["figures"]) for case in POSITIVE.get("case", ())])
def test_figures(text, figures):
    assert found(text) == figures


@pytest.mark.xfail(strict=True, reason="not read yet")
@pytest.mark.parametrize(("text", "figures"), [(case["text"], case["figures"]) for case in NOT_YET.get("case", ())])
def test_not_yet(text, figures):
    assert found(text) == figures


class Everything:
    """A sieve that lets every word through."""

    def intersection(self, words):
        return words


def test_the_words_that_a_sentence_is_sieved_for_are_all_that_readers_ask_for(monkeypatch):
    texts = [case["text"] for case in (*POSITIVE["case"], *NEGATIVE["mixed"])]
    texts += [
        "Two of them may have died, police said. A clerk was hurt as 3 buses burned.",
        "Rebel gunmen fled the hills. There were 12 deaths among these gunmen.",
    ]
    sieved = [nf.extract(text, published="2024-03-12") for text in texts]
    monkeypatch.setattr(extraction, "sought", lambda _lexicon: Everything())
    assert [nf.extract(text, published="2024-03-12") for text in texts] == sieved
