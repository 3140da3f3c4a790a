"""Tables of words: what is refused and how it is told, what extending does, and that the shipped tables hold."""

import ast
import pickle
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import attrs
import pytest

from newsfigures import lexicon
from newsfigures.attribution import Stance
from newsfigures.errors import ArgumentError, LexiconError
from newsfigures.extraction import extract
from newsfigures.guard import GUARDS
from newsfigures.measure import Accrual
from newsfigures.row import ROWS
from newsfigures.status import Status
from newsfigures.unit import UnitKind

EN = lexicon.load("en")
SOURCE = Path(lexicon.__file__).parent

HEDGE = """
[[hedge]]
effect = "at_least"
phrases = ["nothing short of"]
[hedge.examples]
"nothing short of 40" = "[40, +inf)"
"""


PROOF = '\nexamples = {x = "x"}'


@pytest.fixture
def write(tmp_path):
    def write(content, name="mine.toml"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


def refusal(path):
    with pytest.raises(LexiconError) as caught:
        EN.extend(path)
    assert caught.value.file == str(path)
    assert str(caught.value).startswith(str(path))
    assert "\n" not in str(caught.value)
    return caught.value


# What is refused


@pytest.mark.parametrize(
    ("content", "row", "reason"),
    [
        # the row
        ('[[hedge]]\neffect = "mroe_than"\nphrases = ["x"]', "hedge 1", "unknown effect 'mroe_than'; there are none, "),
        (
            '[[hedge]]\neffect = "about"\nphrases = ["x"]\nguard = "x"' + PROOF,
            "hedge 1",
            "unknown guard 'x'; there are about",
        ),
        ('[[hedge]]\neffect = "about"\nphrases = ["x"]\nposition = "x"', "hedge 1", "unknown position 'x'; there are "),
        (
            '[[number]]\nrole = "digits"\nvalue = "3"\nphrases = ["x"]' + PROOF,
            "number 1",
            "unknown role 'digits'; there are ",
        ),
        ('[[number]]\nrole = "digit"\nvalue = "three"\nphrases = ["x"]', "number 1", "value must be a number, got "),
        ('[[number]]\nrole = "digit"\nvalue = "1/0"\nphrases = ["x"]', "number 1", "value must be a number, got "),
        (
            '[[words]]\nname = "abbreviaton"\nphrases = ["x"]' + PROOF,
            "words 1",
            "unknown name 'abbreviaton'; there are ",
        ),
        ('[[cue]]\nname = "x"\nrole = "x"\nphrases = ["x"]' + PROOF, "cue 1", "unknown role 'x'; there are "),
        ('[[cue]]\nname = "x"\nrole = "say"\nstance = "x"\nphrases = ["x"]', "cue 1", "unknown stance 'x'; there are "),
        ('[[measure]]\nid = "x"\nkind = "person"\naccrual = "x"', "measure 1", "unknown accrual 'x'; there are "),
        ('[[hedge]]\nefect = "about"\nphrases = ["x"]', "hedge 1", "unknown key 'efect'; there are "),
        ('[[hedge]]\nphrases = ["x"]', "hedge 1", "needs 'effect'"),
        ('[[hedge]]\neffect = "about"', "hedge 1", "needs 'phrases'"),
        ('[[hedge]]\neffect = "about"\nphrases = ["x"]', "hedge 1", "a row needs examples: a phrase and what it means"),
        (HEDGE + '[[hedge]]\neffect = "about"\nphrases = ["x"]\nexamples = {}', "hedge 2", "a row needs examples"),
        # types
        ('[[hedge]]\neffect = 3\nphrases = ["x"]', "hedge 1", "'effect' must be a str, got 3"),
        ('[[hedge]]\neffect = "about"\nphrases = "x"', "hedge 1", "'phrases' must be a list of str"),
        ('[[hedge]]\neffect = "about"\nphrases = ["x", 3]', "hedge 1", "'phrases' must be a list of str"),
        ('[[hedge]]\neffect = "about"\nphrases = ["x", " "]', "hedge 1", "a phrase is empty"),
        ('[[hedge]]\neffect = "about"\nphrases = ["\\u200b"]', "hedge 1", "a phrase is empty"),
        ('[[hedge]]\neffect = "about"\nphrases = ["x"]\nexamples = 3', "hedge 1", "'examples' must be a table of str"),
        (
            '[[hedge]]\neffect = "about"\nphrases = ["x"]\nexamples = {"x 40" = 40}',
            "hedge 1",
            "'examples' must be a table of str",
        ),
        ('[[prefix]]\nsymbol = "x"\nname = "x"\nexponent = true', "prefix 1", "'exponent' must be a int, got True"),
        # twice
        (HEDGE.replace('["no', '["more than", "no'), "hedge 1", "phrase 'more than' is claimed twice"),
        (HEDGE + HEDGE, "hedge 2", "phrase 'nothing short of' is claimed twice"),
        (HEDGE.replace('["no', '["x", "x", "no'), "hedge 1", "'phrases' holds 'x' twice"),
        # the file
        ('[[hedges]]\neffect = "about"', "hedges", "unknown kind of row; there are words, number, hedge"),
        ('language = "en"', "language", "unknown kind of row"),
        ('[hedge]\neffect = "about"', "hedge", "rows are written as [[hedge]]"),
        ('hedge = ["about"]', "hedge", "rows are written as [[hedge]]"),
        ('hedge = "about"', "hedge", "rows are written as [[hedge]]"),
        ("[[hedge]", "", "is not TOML in UTF-8: "),
        (b'[[hedge]]\neffect = "\xff"', "", "is not TOML in UTF-8: "),
        ("x = " + "[" * 100_000, "", "is not TOML in UTF-8: "),
    ],
)
def test_refused(write, content, row, reason):
    error = refusal(write(content))
    assert (error.row, error.reason[: len(reason)]) == (row, reason)


def test_a_file_that_cannot_be_read_is_refused(tmp_path):
    assert refusal(tmp_path / "none.toml").reason == "cannot be read: No such file or directory"
    assert refusal(tmp_path).reason == "cannot be read: Is a directory"
    assert refusal("a\0b.toml").row == ""


@pytest.mark.parametrize("path", [None, 3, ["mine.toml"]])
def test_a_path_of_the_wrong_type_is_refused(path):
    with pytest.raises(TypeError):
        EN.extend(path)


@pytest.mark.parametrize("language", ["xx", "", "../en", "en/../en", "EN ", "e\0n"])
def test_an_unknown_language_is_refused(language):
    with pytest.raises(ArgumentError, match=r"language: no tables; there are .*\ben\b") as caught:
        lexicon.load(language)
    assert caught.value.value == language


@pytest.mark.parametrize("language", [None, 3, ["en"]])
def test_a_language_of_the_wrong_type_is_refused(language):
    with pytest.raises(TypeError, match=f"language must be a str, got {type(language).__name__}"):
        lexicon.load(language)


def test_an_unknown_kind_is_refused():
    with pytest.raises(ArgumentError, match="kind: no such kind of row; there are words, "):
        EN.rows("hedges")


# What extending does


def phrases(tables, kind="hedge"):
    return [phrase for row in tables.rows(kind) for phrase in row.phrases]


def test_extending_gives_a_new_value(write):
    before = phrases(EN)
    mine = EN.extend(write(HEDGE))
    assert phrases(mine) == [*before, "nothing short of"]
    assert phrases(EN) == before
    assert mine.extensions == (*EN.extensions, str(write(HEDGE)))
    assert phrases(lexicon.load("en")) == before


def test_extensions_add_up(write):
    second = HEDGE.replace("nothing", "anything").replace("at_least", "at_most")
    mine = EN.extend(write(HEDGE)).extend(write(second, "more.toml"))
    assert phrases(mine)[-2:] == ["nothing short of", "anything short of"]
    with pytest.raises(LexiconError, match="claimed twice"):
        mine.extend(write(HEDGE))


def test_an_error_leaves_nothing_behind(write):
    mine = EN.extend(write(HEDGE))
    before = phrases(mine), phrases(mine, "cue"), mine.extensions
    good = '[[cue]]\nname = "x"\nrole = "say"\nphrases = ["x"]\nexamples = {"x" = "x"}\n'
    refusal(write(good + HEDGE.replace("at_least", "x"), "bad.toml"))
    assert (phrases(mine), phrases(mine, "cue"), mine.extensions) == before
    assert phrases(mine.extend(write(good, "good.toml")), "cue")[-1] == "x"


@pytest.mark.parametrize(
    "content",
    [
        HEDGE.replace("\n", "\r\n"),
        "\ufeff" + HEDGE,
        "",
        '[[words]]\nname = "abbreviation"\nphrases = ["Harb"]\nexamples = {"Harb. Ray" = "one sentence"}',
        '[[number]]\nrole = "group"\nvalue = "144"\nphrases = ["gross gross"]\nexamples = {"a gross gross" = "144"}',
        '[[unit]]\nname = "cable"\ndimension = "length"\nfactor = "1852/10"\nphrases = ["cable length"]' + PROOF,
    ],
)
def test_accepted(write, content):
    assert EN.extend(write(content)).language == "en"


def test_added_words_are_read(write):
    mine = EN.extend(write(HEDGE))
    text = "Nothing short of 40 ships left."
    assert [str(claim.quantity.entailed) for claim in extract(text, lexicon=mine)] == ["[40, +inf)"]
    assert [str(claim.quantity.entailed) for claim in extract(text)] == ["[0, 40)"]  # of "short of"


def test_lexicons_travel(write):
    mine = EN.extend(write(HEDGE))
    write("", "mine.toml")  # the file is not asked for again
    other = pickle.loads(pickle.dumps(mine))
    assert [attrs.asdict(row) for row in other.rows("hedge")] == [attrs.asdict(row) for row in mine.rows("hedge")]
    assert other.extensions == mine.extensions
    assert pickle.loads(pickle.dumps(EN)) is lexicon.load("en")


def test_a_row_shows_what_was_written(write):
    row = EN.extend(write(HEDGE)).rows("hedge")[-1]
    assert repr(row).startswith("HedgeWord(effect='at_least', phrases=('nothing short of',), position='before'")


# The shipped tables


def test_languages():
    assert "en" in lexicon.languages()


@pytest.mark.parametrize("kind", ROWS)
def test_shipped_rows_hold(kind):
    assert EN.rows(kind)


def test_every_shipped_table_belongs_to_a_kind():
    tables = {path.stem for path in (SOURCE / "languages" / "en").glob("*.toml")}
    assert tables == {table for table, _ in ROWS.values()}


def names_in_code():
    """Every string that stands in a module above the tables."""
    for path in SOURCE.glob("*.py"):
        if path.stem != "lexicon":
            tree = ast.parse(path.read_text(encoding="utf-8"))
            yield from (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant))


def test_names_in_rows_are_names_of_the_code():
    """A class, an effect or a role that no module names would be read by nobody."""
    asked = {*names_in_code(), *lexicon._ROLES.values(), "sentence opener", "clock follower", "line linker"}
    assert {row.name for row in EN.rows("words")} <= asked
    assert {row.effect for row in EN.rows("hedge")} <= asked
    assert {row.guard for row in EN.rows("hedge")} <= {"", *GUARDS}
    assert {row.role for row in EN.rows("number")} <= asked
    assert {row.role for row in EN.rows("cue")} <= asked
    assert {row.stance for kind in ("cue", "account") for row in EN.rows(kind)} <= {stance.value for stance in Stance}
    assert {row.status for row in EN.rows("status")} <= {status.value for status in Status} | {"preliminary"}
    assert {row.kind for row in EN.rows("unit")} <= {kind.value for kind in UnitKind}
    assert {row.accrual for row in EN.rows("measure")} <= {accrual.value for accrual in Accrual}


def test_closed_classes_by_name():
    assert "about" in EN.words("line linker")
    assert EN.words("no such class") == frozenset()


def test_words_that_tell_where_sentences_end():
    words = lexicon.end_words(EN)
    assert words.role("Gen", cased=True) == "title"
    assert words.role("gen", cased=True) == ""
    assert words.role("GEN", cased=False) == "title"
    assert words.role("plc", cased=False) == "abbreviation"
    assert words.role("Sunday", cased=False) == ""
    assert "the" in words.openers
    assert "gmt" in words.zones
    assert "of" in words.linkers


def test_tables_are_read_from_a_zip_too(tmp_path):
    path = tmp_path / "package.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name in ("__init__", "errors", "text", "row", "lexicon"):
            archive.writestr(f"newsfigures/{name}.py", (SOURCE / f"{name}.py").read_text() if name[0] != "_" else "")
        for table in (SOURCE / "languages" / "en").glob("*.toml"):
            archive.write(table, f"newsfigures/languages/en/{table.name}")
    program = "from newsfigures.lexicon import load; print(len(load('en').rows('hedge')))"
    run = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env={"PYTHONPATH": str(path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.stdout.strip(), run.stderr) == (str(len(EN.rows("hedge"))), "")
    shutil.rmtree(tmp_path)
