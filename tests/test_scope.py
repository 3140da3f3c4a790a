import pickle

import pytest
from builders import bare, claim

from newsfigures import lexicon, origin, scope
from newsfigures.errors import ArgumentError, LexiconError
from newsfigures.extraction import extract
from newsfigures.policy import Policy
from newsfigures.report import reconcile
from newsfigures.scope import Answer

PROOF = lexicon.examples("en", "scopes")
NEWS = scope.load()


def rows(kind):
    return [(row, *text.split(" / "), expected) for row in PROOF[kind] for text, expected in row["examples"].items()]


def axis_of(name, profile):
    return next(row.axis for row in lexicon.load().rows("whole") if (row.name, row.profile) == (name, profile))


@pytest.mark.parametrize(("row", "left", "right", "expected"), rows("whole"))
def test_every_whole_proves_itself(row, left, right, expected):
    profile = row.get("profile", "")
    axis = row.get("axis") or axis_of(row["name"], profile)
    assert scope.load(profile or "news").answer(axis, left, right) is Answer(expected)


@pytest.mark.parametrize(("row", "left", "right", "expected"), rows("scope_words"))
def test_every_class_of_words_proves_itself(row, left, right, expected):
    if row["name"] in {"scattered", "spread", "gathered"}:
        reports = (*extract(left, source="one"), *extract(right, source="other"))
        assert reconcile(reports, policy=Policy.named("gtd")).total("injured").best == int(expected)
    elif row["name"] in {"further", "also", "subset", "update", "remains", "habit", "ranked", "answered", "longer"}:
        assert reconcile(extract(f"{left} {right}")).total("killed").best == int(expected)
    elif row["name"] in {
        "separate",
        "site",
        "lasting",
        "distance",
        "teller",
        "unrest",
        "own death",
        "afterwards",
        "dispute",
    }:
        assert reconcile(extract(f"{left} {right}")).total("killed").lower == int(expected)
    elif row["name"] in scope.PEOPLE:
        hurt = reconcile(extract(f"{left} {right}"), policy=Policy.named("gtd")).total("injured")
        assert int(hurt.best if hurt is not None else 0) == int(expected)
    elif row["name"] == "anonymous":
        found = [origin.is_anonymous(origin.fold(name), NEWS) for name in (left, right)]
        assert found == [expected == "nobody"] * 2
    else:
        axis = "place" if row["name"] == "direction" else "event"
        a, b = (NEWS.scope(claim(bare(12), **{axis: name})) for name in (left, right))
        assert NEWS.relate(axis, getattr(a, axis), getattr(b, axis)) is Answer(expected)


def test_every_row_has_examples():
    proved = {(row["name"], row.get("profile", "")) for row in PROOF["whole"]}
    assert proved == {(row.name, row.profile) for row in lexicon.load().rows("whole")}
    assert {row["name"] for row in PROOF["scope_words"]} == {row.name for row in lexicon.load().rows("scope_words")}


def test_answers_read_backwards_are_their_converse():
    names = ["person", "people", "soldier", "civilian", "child", "gunman", "house", "zebra"]
    for a in names:
        for b in names:
            found = NEWS.answer("subject", a, b)
            assert NEWS.answer("subject", b, a) is scope.CONVERSE.get(found, found)


def test_what_lies_in_a_part_lies_in_the_whole():
    assert NEWS.answer("subject", "soldier", "person") is Answer.PART
    own = NEWS.within("place", "Avaria", "Mirrin").within("place", "Mirrin", "Old Town")
    assert own.answer("place", "Old Town", "Avaria") is Answer.PART
    assert NEWS.answer("place", "Old Town", "Avaria") is Answer.UNKNOWN


def test_wholes_that_hold_each_other_end():
    around = NEWS.within("place", "A", "B").within("place", "B", "A")
    assert around.answer("place", "A", "B") is Answer.PART


def test_a_users_own_table_extends_the_lattice(tmp_path):
    path = tmp_path / "own.toml"
    path.write_text(
        '[[whole]]\naxis = "subject"\nname = "crew"\nparts = ["stoker"]\n[whole.examples]\n"stoker / crew" = "part"\n'
    )
    own = scope.load(lexicon=lexicon.load().extend(path))
    assert own.answer("subject", "stoker", "crew") is Answer.PART


@pytest.mark.parametrize(
    "text",
    [
        '[[whole]]\naxis = "colour"\nname = "red"\n[whole.examples]\na = "b"\n',
        '[[whole]]\naxis = "subject"\nname = "crew"\nparts = ["stoker"]\n',
        '[[whole]]\naxis = "subject"\nparts = ["stoker"]\n[whole.examples]\na = "b"\n',
    ],
)
def test_a_row_that_cannot_be_used_is_refused(tmp_path, text):
    path = tmp_path / "own.toml"
    path.write_text(text)
    with pytest.raises(LexiconError, match=r"own\.toml"):
        lexicon.load().extend(path)


def test_bad_arguments_are_named():
    with pytest.raises(ArgumentError, match="profile"):
        scope.load("naval")
    with pytest.raises(ArgumentError, match="axis"):
        NEWS.within("colour", "red", "pink")
    with pytest.raises(TypeError):
        NEWS.within("place", "Avaria")
    with pytest.raises(TypeError):
        NEWS.within("place", "Avaria", 3)


def test_scopes_travel_to_workers():
    again = pickle.loads(pickle.dumps(NEWS))
    assert again.answer("subject", "soldier", "person") is Answer.PART
