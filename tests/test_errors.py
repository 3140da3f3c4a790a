"""Errors: the builtin that a caller expects, data in fields, one line that says what to do, and a safe journey home."""

import copy
import pickle

import pytest

import newsfigures as nf
from newsfigures import errors

EXAMPLES = [
    (
        errors.IntervalError("ends are reversed"),
        ValueError,
        {"message": "ends are reversed"},
        "ends are reversed",
    ),
    (
        errors.ArgumentError("published", "soon", "not a date"),
        ValueError,
        {"argument": "published", "value": "soon", "reason": "not a date"},
        "published: not a date, got 'soon'",
    ),
    (
        errors.LexiconError("mine.toml", "hedge 2", "needs 'effect'"),
        ValueError,
        {"file": "mine.toml", "row": "hedge 2", "reason": "needs 'effect'"},
        "mine.toml: hedge 2: needs 'effect'",
    ),
    (
        errors.LexiconError("mine.toml", "", "cannot be read"),
        ValueError,
        {"file": "mine.toml", "row": ""},
        "mine.toml: cannot be read",
    ),
    (
        errors.UnknownUnitError("tonn", ["tonne", "ton"]),
        LookupError,
        {"name": "tonn", "near": ("tonne", "ton")},
        "unknown unit 'tonn'; did you mean 'tonne', 'ton'?",
    ),
    (errors.UnknownUnitError("qx"), LookupError, {"name": "qx", "near": ()}, "unknown unit 'qx'"),
    (
        errors.DimensionError("tonne", "person", "mass against count"),
        ValueError,
        {"left": "tonne", "right": "person", "reason": "mass against count"},
        "cannot convert tonne to person: mass against count",
    ),
    (
        errors.ParseError("no number here", "some day", 0, 4),
        ValueError,
        {"message": "no number here", "source": "some day", "start": 0, "end": 4},
        "no number here\n    some day\n    ^^^^",
    ),
    (
        errors.RecordError("hedge", "mroe_than", "no such hedge"),
        ValueError,
        {"field": "hedge", "value": "mroe_than", "reason": "no such hedge"},
        "bad record field 'hedge': no such hedge, got 'mroe_than'",
    ),
    (
        errors.ClaimError("claim 3", "its date has no time zone"),
        ValueError,
        {"item": "claim 3", "reason": "its date has no time zone"},
        "claim 3: its date has no time zone",
    ),
    (
        errors.ExportError("Wikidata", "a figure without a unit", "its unit would be lost"),
        ValueError,
        {"form": "Wikidata", "item": "a figure without a unit", "reason": "its unit would be lost"},
        "Wikidata cannot say a figure without a unit: its unit would be lost",
    ),
    (
        errors.MissingExtraError("arrow"),
        ImportError,
        {"extra": "arrow"},
        'needs an optional library: pip install "newsfigures[arrow]"',
    ),
]


def name(value):
    return type(value).__name__ if isinstance(value, Exception) else ""


@pytest.mark.parametrize(("error", "builtin", "fields", "message"), EXAMPLES, ids=name)
def test_error(error, builtin, fields, message):
    assert isinstance(error, builtin)
    assert isinstance(error, errors.NewsfiguresError)
    assert {key: getattr(error, key) for key in fields} == fields
    assert str(error) == message


@pytest.mark.parametrize("error", [row[0] for row in EXAMPLES], ids=name)
@pytest.mark.parametrize("journey", [lambda e: pickle.loads(pickle.dumps(e)), copy.copy, copy.deepcopy])
def test_errors_survive_a_journey(error, journey):
    other = journey(error)
    assert type(other) is type(error)
    assert (str(other), vars(other)) == (str(error), vars(error))


def test_every_error_is_tested_and_on_the_face():
    family = {cls for cls in vars(errors).values() if isinstance(cls, type) and issubclass(cls, Exception)}
    assert {type(row[0]) for row in EXAMPLES} == family - {errors.NewsfiguresError}
    assert all(getattr(nf, cls.__name__) is cls for cls in family)


def test_messages_begin_in_lower_case_and_have_one_line():
    for error, *_ in EXAMPLES:
        first = str(error).splitlines()[0]
        assert first[0] == first[0].lower() or first.startswith("Wikidata")
        assert not first.endswith(".")


def caret(source, start, end):
    """What the caret of a parse error stands under."""
    _, shown, marks = str(errors.ParseError("no", source, start, end)).split("\n")
    return "".join(a for a, b in zip(shown.ljust(len(marks)), marks, strict=False) if b == "^")


@pytest.mark.parametrize(
    ("source", "start", "end", "under"),
    [
        ("over 40 ships", 5, 7, "40"),
        ("40", 2, 2, " "),
        ("", 0, 0, " "),
        ("first line\nover 40 ships", 16, 18, "40"),
        ("tab\there 40", 9, 11, "40"),
        ("a" * 300 + " 40 " + "b" * 300, 301, 303, "40"),
        ("7" * 1000, 0, 5, "77777"),
    ],
)
def test_caret_stands_under_the_place(source, start, end, under):
    assert caret(source, start, end) == under


def test_a_long_source_is_cut_out():
    message = str(errors.ParseError("too many numbers", "40 ships, " * 100_000, 500_000, 500_002))
    assert len(message) < 500
    assert message.splitlines()[1].strip().startswith("...")


def test_a_large_value_is_cut_off():
    assert len(str(errors.RecordError("claims", list(range(10_000))))) < 200
    assert len(str(errors.ArgumentError("reading", "x" * 10_000, "no such profile"))) < 200
