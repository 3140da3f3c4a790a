"""The pairs of a group that stand to each other in a given way: the same as all pairs tell, without all pairs."""

import itertools

import pytest
from builders import at_least, bare, between, claim, exactly

import newsfigures as nf
from newsfigures import pairing
from newsfigures.comparison import compare
from newsfigures.errors import ArgumentError
from newsfigures.pairing import relations
from newsfigures.relation import Kind
from newsfigures.report import reconcile

FIGURES = [bare(12), bare(12), bare(40), at_least(30), between(35, 50), exactly(12), bare(100), at_least(5)]


def group(figures=FIGURES):
    claims = [claim(figure, f"c{number:04}", source=f"s{number}") for number, figure in enumerate(figures)]
    [found] = reconcile(claims).groups
    return found


def pairs(found, kinds):
    told = (compare(a, b) for a, b in itertools.combinations(found.claims, 2))
    return {(frozenset((one.a, one.b)), one.kind) for one in told if one.kind in kinds}


def test_what_disagrees():
    found = group()
    wanted = {Kind.CONTRADICTS, Kind.STRAINED}
    assert {(frozenset((one.a, one.b)), one.kind) for one in relations(found)} == pairs(found, wanted)
    assert pairs(found, wanted)


@pytest.mark.parametrize("kind", [Kind.EQUAL, Kind.COMPATIBLE, Kind.CONTRADICTS])
def test_one_kind(kind):
    found = group()
    told = {(frozenset((one.a, one.b)), one.kind) for one in relations(found, kinds=[kind])}
    assert told == pairs(found, {kind})
    assert told


def test_every_pair_once():
    found = group()
    told = list(relations(found, kinds=Kind))
    assert len(told) == len({frozenset((one.a, one.b)) for one in told}) == len(FIGURES) * (len(FIGURES) - 1) // 2


def test_no_more_than_asked_for():
    found = group()
    assert list(relations(found, limit=2)) == list(relations(found))[:2]
    assert list(relations(found, limit=0)) == list(relations(found, kinds=())) == []


def test_those_that_agree_are_not_looked_at(monkeypatch):
    found = group([bare(12)] * 400)

    def unwanted(*args, **options):
        raise AssertionError((args, options))

    monkeypatch.setattr(pairing, "compare", unwanted)
    assert list(relations(found)) == []


def test_an_empty_group_has_none():
    assert list(relations(nf.Group(measure="killed", claims=(), votes=(), consensus=group().consensus))) == []


@pytest.mark.parametrize(
    ("options", "error"),
    [
        ({"kinds": ["contradicts"]}, TypeError),
        ({"limit": "2"}, TypeError),
        ({"limit": True}, TypeError),
        ({"limit": -1}, ArgumentError),
    ],
)
def test_a_wrong_argument_is_refused_at_once(options, error):
    with pytest.raises(error):
        relations(group(), **options)
    with pytest.raises(TypeError):
        relations("killed")
