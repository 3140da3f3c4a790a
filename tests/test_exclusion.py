"""By which rule a numeral is no quantity."""

import pytest

from newsfigures import load, numeral
from newsfigures.exclusion import Checker
from newsfigures.text import Sentence

EN = load("en")


def rules(text):
    sentence = Sentence(text)
    checker = Checker(sentence, EN)
    return [checker.before_units(mark) for mark in numeral.find(sentence, EN)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("COVID-19", ["code"]),
        ("the G7", ["code"]),
        ("the 22nd man", ["code"]),
        ("at 17:22", ["code", "code"]),
        ("a 2.5-generation phone", ["name"]),
        ("a three-generation home", [""]),
        ("version 2.1.7", []),
        ("#5", ["code"]),
        ("007", ["code"]),
        ("call 0800 555 111", ["code", "sequence", "sequence"]),
        ("call (212) 555-0187", ["sequence", "sequence", "code"]),
        ("18-2044", ["sequence", "sequence"]),
        ("a 3-2 win", ["score", "score"]),
        ("won 2-3 in May", ["score", "score"]),
        ("www.example.org/12", ["code"]),
        ("between 2200 and 0700", ["clock", "code"]),
        ("1. Wash", ["list number"]),
        ("no one", ["pronoun"]),
        ("one boat", [""]),
        ("twenty-fifth", ["ordinal"]),
        ("the first half", ["ordinal"]),
        ("fifty-fifty", ["idiom", "idiom"]),
        ("two-for-one", ["ratio", "ratio"]),
        ("a five-to-one majority", ["ratio", "ratio"]),
        ("10 Willow Street", ["address"]),
        ("six o'clock", ["code"]),
        ("40 boats", [""]),
        ("5-10 boats", ["", ""]),
        ("$5 and (40) and ~30 and >20", ["", "", "", ""]),
        ("120m2", ["", "code"]),
    ],
)
def test_before_units(text, expected):
    assert rules(text) == expected


@pytest.mark.parametrize(
    ("text", "at", "state", "expected"),
    [
        ("in the 2019 review", 0, {}, "year"),
        ("a law of 1867", 0, {}, "year"),
        ("He saw 1867 coins", 0, {"counted": True, "plural": True}, ""),
        ("See page 12", 0, {}, "label"),
        ("Phase 2 trials", 0, {"counted": True, "plural": True}, "label"),
        ("They saw Maroon 5 live", 0, {}, "name"),
        ("the last 16", 0, {}, "rank"),
        ("He had 12", 0, {}, ""),
        ("in Denmark 4,000", 0, {}, ""),
    ],
)
def test_after_units(text, at, state, expected):
    sentence = Sentence(text)
    mark = numeral.find(sentence, EN)[at]
    known = {"counted": False, "plural": False} | state
    assert Checker(sentence, EN).after_units(mark, **known) == expected


def test_capitals_throughout_tell_nothing():
    sentence = Sentence("POLICE SAY BOMB HURT 12")
    mark = numeral.find(sentence, EN)[0]
    assert Checker(sentence, EN).after_units(mark, counted=False, plural=False) == ""
