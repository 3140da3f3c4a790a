"""The strategies draw what the package itself makes, and Hypothesis finds them by itself."""

import pickle
import subprocess
import sys
from importlib.metadata import entry_points

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsfigures as nf
from newsfigures.extra import hypothesis as drawn


@given(drawn.intervals())
def test_intervals_read_back(interval):
    assert nf.Interval.parse(str(interval)) == interval


@given(drawn.phrases())
def test_every_phrase_is_one_quantity(phrase):
    quantity = nf.parse(phrase)
    assert quantity.plausible.within(quantity.entailed)
    assert quantity.text == phrase.strip()


@given(drawn.several_claims())
def test_claims_travel_and_can_be_judged(claims):
    assert nf.from_record(nf.to_record(claims)) == claims
    assert pickle.loads(pickle.dumps(claims)) == claims
    assert len(nf.reconcile(claims).claims) == len(claims)
    nf.html(claims)
    nf.to_csv(claims)


@pytest.mark.parametrize("cls", [nf.Interval, nf.Quantity, nf.Claim, nf.Claims])
def test_types_have_strategies_once_registered(cls):
    drawn.register()

    @given(st.from_type(cls))
    def draws(value):
        assert isinstance(value, cls)

    draws()


def test_the_entry_point_names_the_function():
    found = [entry for entry in entry_points(group="hypothesis") if entry.value.startswith("newsfigures")]
    if not found:
        pytest.skip("the package is not installed, so it has no entry points")
    assert found[0].load() is drawn.register


def test_the_core_does_not_load_hypothesis():
    script = "import sys, newsfigures; assert 'hypothesis' not in sys.modules"
    subprocess.run([sys.executable, "-c", script], check=True)
