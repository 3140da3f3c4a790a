"""Whether the words around a date look back or ahead: "will vote on Tuesday", "voted on Tuesday"."""

import functools
from typing import Final

from .lexicon import Lexicon
from .text import Sentence

BACK: Final = -1
UNKNOWN: Final = 0
AHEAD: Final = 1

_REACH = 14
_STOPS = frozenset({";", ":", "\u201c", "\u201d", "\u2014"})


@functools.lru_cache(maxsize=8)
def _cues(lexicon: Lexicon) -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]]:
    by_role: dict[str, set[str]] = {"future": set(), "past": set(), "adjective": set(), "determiner": set()}
    for row in lexicon.rows("date"):
        if row.role in by_role:
            by_role[row.role].update(row.phrases)
    future, past, adjective, determiner = (frozenset(words) for words in by_role.values())
    return future, past, adjective, determiner


def around(sentence: Sentence, first: int, last: int, lexicon: Lexicon) -> int:
    """Return `BACK`, `AHEAD` or `UNKNOWN` for the date at tokens `first` up to `last`.

    The nearest verb before the date decides; the words behind it only where it opens its clause or nothing stands
    between.

    >>> from newsfigures.lexicon import load
    >>> around(Sentence("Voters will decide on Tuesday."), 4, 5, load("en")) == AHEAD
    True
    """
    left = _look(sentence, first - 1, -1, lexicon)
    if left != UNKNOWN:
        return left
    lowers = sentence.lowers
    opens = first <= 2 and last < len(lowers) and lowers[last] == ","  # "On Tuesday, voters will"
    return _look(sentence, last + opens, 1, lexicon, comma=True)


def _look(sentence: Sentence, index: int, step: int, lexicon: Lexicon, *, comma: bool = False) -> int:
    future, past, adjective, determiner = _cues(lexicon)
    lowers = sentence.lowers
    for spot in range(index, index + _REACH * step, step):
        if not 0 <= spot < len(lowers):
            return UNKNOWN
        word = lowers[spot]
        if word in _STOPS or (comma and word == ","):
            return UNKNOWN
        if word in future:
            if _looks_ahead(sentence, spot, determiner):
                return AHEAD
        elif word == "to":
            if spot and lowers[spot - 1] in ("is", "are"):
                return AHEAD
        elif word in past or (word.endswith("ed") and len(word) > 3 and word not in adjective):
            if spot and lowers[spot - 1] == "be":
                return AHEAD
            if word in past or not _modifies(lowers, spot, determiner):
                return BACK
    return UNKNOWN


def _looks_ahead(sentence: Sentence, spot: int, determiner: frozenset[str]) -> bool:
    """Say whether a cue of the future is one here: not "due to", not the month of May, not "its plan"."""
    lowers = sentence.lowers
    word, behind = lowers[spot], lowers[spot + 1] if spot + 1 < len(lowers) else ""
    if spot > 1 and lowers[spot - 2 : spot] == ["had", "been"]:
        return False
    if word == "due":
        return behind != "to"
    if word == "set":
        return behind in ("to", "for")
    if word == "may":
        return not sentence.words[spot][0].isupper()
    # A noun after a determiner ("the plan", "its forecasts") says nothing about time.
    return not (spot and (lowers[spot - 1] in determiner or lowers[spot - 1] == "'s"))


def _modifies(lowers: list[str], spot: int, determiner: frozenset[str]) -> bool:
    """Say whether a participle stands before its noun: "a still unspecified date"."""
    before = spot - 1
    while before >= 0 and (lowers[before].endswith("ly") or lowers[before] in ("still", "newly", "most", "more")):
        before -= 1
    return before >= 0 and (lowers[before] in determiner or lowers[before] == "'s")
