"""The words of attribution as sets and tables, and the marks between them."""

import functools
from collections.abc import Iterable
from typing import TypeVar, final

from .lexicon import Lexicon
from .row import CueWord
from .text import Sentence

QUOTES = frozenset('"\u201c\u201d\u00ab\u00bb\u2018`')
CLOSERS = frozenset('"\u201d\u00bb')
DASHES = frozenset("\u2014\u2013\u2015-")
MARKS = frozenset(",;:()[]{}!?<>\u2026*|") | QUOTES | DASHES
STOPS = frozenset(".!?")

T = TypeVar("T")
#: Phrases by their anchor: the words, where the anchor stands among them, and their value; longest first.
Anchored = dict[str, list[tuple[tuple[str, ...], int, T]]]


def anchored(phrases: Iterable[tuple[str, T]], common: frozenset[str]) -> Anchored[T]:
    """Index phrases by their first word that is not a common one: "in the words of" by "words".

    A sentence is full of "in" and "was"; looking up each of them would cost more than all the reading.

    >>> anchored([("in the words of", 1)], frozenset({"in", "the"}))
    {'words': [(('in', 'the', 'words', 'of'), 2, 1)]}
    """
    index: Anchored[T] = {}
    for phrase, value in phrases:
        parts = tuple(Sentence(phrase).lowers)
        anchor = next((k for k, part in enumerate(parts) if part not in common), 0)
        index.setdefault(parts[anchor], []).append((parts, anchor, value))
    for entries in index.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return index


@final
class Words:
    """The words of a lexicon that attribution asks for; a class of words is a set under its name."""

    #: The classes that the table holds.
    CLASSES = (
        *("adverb", "article", "authority", "auxiliary", "body", "conjunction", "contrast", "determiner", "inner"),
        *("linking", "measuring", "negation", "outlet", "passive", "past", "person", "personal", "preposition"),
        *("pronoun", "relative", "study", "time", "title"),
        *("absolute", "account_link", "adjunct", "agent", "complementiser", "joiner", "opener", "origin", "put_at"),
        *("study_opener", "subject_relative", "taken", "unfinished", "unit_per", "mute"),
    )
    #: Endings of words, for what no list can hold.
    ENDINGS = ("ending_adverb", "ending_participle", "ending_past", "ending_plural")

    adverb: frozenset[str]
    article: frozenset[str]
    authority: frozenset[str]
    auxiliary: frozenset[str]
    body: frozenset[str]
    conjunction: frozenset[str]
    contrast: frozenset[str]
    determiner: frozenset[str]
    inner: frozenset[str]
    linking: frozenset[str]
    measuring: frozenset[str]
    negation: frozenset[str]
    outlet: frozenset[str]
    passive: frozenset[str]
    past: frozenset[str]
    person: frozenset[str]
    personal: frozenset[str]
    preposition: frozenset[str]
    pronoun: frozenset[str]
    relative: frozenset[str]
    study: frozenset[str]
    time: frozenset[str]
    title: frozenset[str]
    absolute: frozenset[str]
    account_link: frozenset[str]
    adjunct: frozenset[str]
    agent: frozenset[str]
    complementiser: frozenset[str]
    joiner: frozenset[str]
    opener: frozenset[str]
    origin: frozenset[str]
    put_at: frozenset[str]
    study_opener: frozenset[str]
    subject_relative: frozenset[str]
    taken: frozenset[str]
    unfinished: frozenset[str]
    unit_per: frozenset[str]
    mute: frozenset[str]
    ending_adverb: tuple[str, ...]
    ending_participle: tuple[str, ...]
    ending_past: tuple[str, ...]
    ending_plural: tuple[str, ...]
    cues: Anchored[CueWord]
    accounts: dict[str, CueWord]
    label: CueWord | None
    starts: frozenset[str]
    finite: frozenset[str]
    breaks: frozenset[str]

    def __init__(self, lexicon: Lexicon) -> None:
        rows: tuple[CueWord, ...] = lexicon.rows("cue")
        accounts: tuple[CueWord, ...] = lexicon.rows("account")
        classes: dict[str, frozenset[str]] = {}
        for row in lexicon.rows("speech"):
            classes[row.name] = classes.get(row.name, frozenset()).union(row.phrases)
        for name in self.CLASSES:
            setattr(self, name, classes.get(name, frozenset()))
        for name in self.ENDINGS:
            setattr(self, name, tuple(classes.get(name, ())))
        common = self.preposition | self.auxiliary | self.determiner | self.relative | self.joiner | self.unfinished
        self.cues = anchored(((phrase, row) for row in rows for phrase in row.phrases), common)
        self.accounts = {phrase: row for row in accounts for phrase in row.phrases}
        self.label = next((row for row in accounts if row.name == "label"), None)
        self.starts = frozenset(self.cues) | frozenset(self.accounts)
        self.finite = frozenset(
            phrase
            for row in rows
            if row.form == "finite" and not row.noun
            for phrase in row.phrases
            if " " not in phrase
        )
        self.breaks = self.auxiliary | self.conjunction | MARKS | (self.finite - self.measuring)


@functools.lru_cache(maxsize=8)
def words(lexicon: Lexicon) -> Words:
    """Compile the tables of a lexicon, once."""
    return Words(lexicon)
