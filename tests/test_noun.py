"""Nouns as words: lemmas, plurals and families."""

import pytest

from newsfigures import lexicon, noun

EN = lexicon.load("en")


@pytest.mark.parametrize(
    ("plural", "singular"),
    [
        ("bodies", "body"),
        ("buses", "bus"),
        ("viruses", "virus"),
        ("houses", "house"),
        ("churches", "church"),
        ("heroes", "hero"),
        ("shoes", "shoe"),
        ("sizes", "size"),
        ("boxes", "box"),
        ("olives", "olive"),
        ("wives", "wife"),
        ("crises", "crisis"),
        ("policewomen", "policewoman"),
        ("gunmen", "gunman"),
        ("aircraft", "aircraft"),
        ("Iraqis", "Iraqi"),
        ("Americans", "American"),
        ("MPs", "MP"),
        ("causes", "cause"),
        ("troops", "troop"),
    ],
)
def test_lemmas(plural, singular):
    assert noun.lemma(plural, EN) == singular
    assert noun.is_plural(plural, EN)


@pytest.mark.parametrize("word", ["bus", "news", "class", "analysis", "Paris", "specimen", "gas", "soldier", "this"])
def test_singulars_that_look_like_plurals(word):
    assert not noun.is_plural(word, EN)
    assert noun.lemma(word, EN) == word


@pytest.mark.parametrize(
    ("head", "family"),
    [
        ("troop", "person"),
        ("fatality", "person"),
        ("fisherman", "person"),
        ("Ukrainian", "person"),
        ("lorry", "vehicle"),
        ("idea", ""),
    ],
)
def test_families(head, family):
    assert noun.family(head, EN) == family
