"""Whole sentences: what each counts, and what looks like a number and is none.

`figures.toml` and `negative.toml` hold what is read; `not_yet.toml` holds what should be, and shouts when it is.
"""

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest

import newsfigures as nf

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
