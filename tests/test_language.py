"""A language begins with the rows of its how-to page: what its tables lack is not read, and nothing breaks."""

import re
from pathlib import Path

import pytest

import newsfigures as nf
from newsfigures import lexicon

PAGE = Path(__file__).resolve().parents[1] / "docs" / "how-to" / "own-language.md"


@pytest.fixture
def swedish(tmp_path, monkeypatch):
    folder = tmp_path / "sv"
    folder.mkdir()
    for name, rows in re.findall(r"```toml\n# (\w+\.toml)\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL):
        (folder / name).write_text(rows, encoding="utf-8")
    monkeypatch.setattr(lexicon, "_FOLDER", tmp_path)
    lexicon._load.cache_clear()
    yield nf.load("sv")
    monkeypatch.undo()
    lexicon._load.cache_clear()


@pytest.mark.parametrize(
    ("text", "entailed"),
    [
        ("Mer än 11 000 soldater kom.", "(11000, +inf)"),
        ("Omkring tre miljoner människor bor där.", "[1500000, 6000000]"),
        ("Det kostade $40 i maj 2024.", "[40, 40]"),
        ("Fler än 40 personer dog, sade polisen i Lund.", "(40, +inf)"),
        ("Det steg 4% i fjol.", "[4, 4]"),
    ],
)
def test_few_rows_are_a_language(swedish, text, entailed):
    assert str(nf.extract(text, lexicon=swedish, published="2024-06-01")[0].quantity.entailed) == entailed


def test_a_language_knows_nothing_of_another(swedish):
    (claim,) = nf.extract("It was about 40 in three towns.", lexicon=swedish)
    assert (claim.quantity.stated[0].value, claim.quantity.hedge) == (40, nf.Hedge.NONE)


def test_a_language_without_tables_is_refused():
    with pytest.raises(nf.ArgumentError, match="language: no tables; there are en"):
        nf.load("xx")
