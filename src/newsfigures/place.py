"""Where and in what event a figure holds, when the sentence says so."""

import functools
from typing import Final, final

import attrs

from . import clause
from .lexicon import Lexicon
from .match import PhraseTable
from .noun import lemma
from .text import Sentence, Span


@final
@attrs.frozen
class Place:
    """A place as written, without its preposition."""

    name: str
    span: Span | None = None


@final
@attrs.frozen
class Event:
    """An event that scopes a figure, as written, without its preposition ("Tuesday's strike")."""

    name: str
    span: Span | None = None


#: Words that lead an event in: "in the attack", "after the quake", "during the war".
_LEADS: Final = frozenset(("in", "during", "from", "after", "by", "following", "since", "amid"))
_SIZE: Final = 8


@final
class PlaceMark:
    """A place or event by tokens, `first` up to `last`; `opens` is the token of its preposition. Internal."""

    __slots__ = ("first", "last", "opens", "rule", "value")

    def __init__(self, value: Place | Event, opens: int, first: int, last: int, rule: str) -> None:
        self.value = value
        self.opens = opens
        self.first = first
        self.last = last
        self.rule = rule


@final
class _Words:
    """The tables of places and events."""

    __slots__ = ("event_starts", "events", "never", "opens", "parts", "scope_starts", "scopes", "starts")

    def __init__(self, lexicon: Lexicon) -> None:
        rows = lexicon.rows("place")
        by_role = {role: [p for r in rows if r.role == role for p in r.phrases] for role in _ROLES}
        self.opens = PhraseTable((p, True) for p in by_role["opens"])
        self.scopes = PhraseTable((p, True) for p in by_role["scope"])
        self.parts = frozenset(by_role["part"])
        self.never = frozenset(by_role["never"])
        self.events = PhraseTable((p, True) for p in by_role["event"])
        self.event_starts = self.events.first_words
        self.scope_starts = self.scopes.first_words
        self.starts = self.opens.first_words | self.scopes.first_words | _LEADS


_ROLES: Final = ("opens", "part", "scope", "never", "event")


@functools.lru_cache(maxsize=8)
def _words(lexicon: Lexicon) -> _Words:
    return _Words(lexicon)


def find(sentence: Sentence, lexicon: Lexicon) -> tuple[PlaceMark, ...]:
    """Return the places and events that a sentence names as scopes, in text order.

    >>> from newsfigures.lexicon import load
    >>> [m.value.name for m in find(Sentence("Two died in Tuesday's strike in Kherson, Ukraine."), load("en"))]
    ["Tuesday's strike", 'Kherson, Ukraine']
    """
    words = _words(lexicon)
    lowers = sentence.lowers
    starts, behind = words.starts, 0
    if starts.isdisjoint(sentence.telling):
        return ()
    found: list[PlaceMark] = []
    for at in [at for at, word in enumerate(lowers) if word in starts]:
        mark = _read(sentence, at, words, lexicon) if at >= behind else None
        if mark is not None:
            found.append(mark)
            behind = mark.last
    return tuple(found)


def sought(lexicon: Lexicon) -> frozenset[str]:
    """Return the words that are looked for in a sentence before it is read."""
    return _words(lexicon).starts


def _read(sentence: Sentence, at: int, words: _Words, lexicon: Lexicon) -> PlaceMark | None:
    lowers = sentence.lowers
    low = lowers[at]
    scope = words.scopes.at(lowers, at) if low in words.scope_starts else None
    if scope is not None and lowers[scope[1] : scope[1] + 1] != ["of"]:
        first = at + 1 if scope[1] - at > 1 else at
        name = sentence.said(first, scope[1])
        return PlaceMark(Place(name, sentence.span(first, scope[1])), at, first, scope[1], "place:scope")
    if low in _LEADS:
        event = _event(sentence, at, words, lexicon)
        if event is not None:
            return event
    opens = None if sentence.is_upper else words.opens.at(lowers, at)
    return None if opens is None else _named(sentence, at, opens[1], words)


def _named(sentence: Sentence, opens: int, first: int, words: _Words) -> PlaceMark | None:
    """Read a place by its capitals: "in eastern Ukraine", "in the town of Izium, Kharkiv"."""
    lowers = sentence.lowers
    size = len(lowers)
    start = at = first
    while at < size and at - first < _SIZE and (lowers[at] in ("the", "of") or lowers[at] in words.parts):
        at += 1
    if at < size and sentence.words[at][0].islower():
        return None  # almost always
    end = _capitals(sentence, at, words)
    if end == at:
        return None
    if at > start and ((at == start + 1 and lowers[start] == "the") or lowers[at - 1] == "of"):
        start = at  # "the town of Izium" is Izium, "the Gaza Strip" Gaza Strip
    while end < size and lowers[end] in words.parts and lowers[end] not in ("area", "state"):
        end += 1
    # "Izium, Kharkiv, Ukraine": what follows a comma in capitals and ends there is the wider place.
    while end + 1 < size and lowers[end] == "," and end - start < 2 * _SIZE:
        wider = end + 1
        while wider < size and lowers[wider] in words.parts:
            wider += 1
        last = _capitals(sentence, wider, words)
        while last < size and lowers[last] in words.parts:
            last += 1
        if last == wider or (last < size and lowers[last] not in (",", ".", ";", ")")):
            break
        end = last
    return PlaceMark(Place(sentence.said(start, end), sentence.span(start, end)), opens, start, end, "place:capitals")


def _capitals(sentence: Sentence, at: int, words: _Words) -> int:
    """Return the token behind a run of capitalised words that may name a place."""
    first = at
    while at < len(sentence.words) and at - first < 5:
        word = sentence.words[at]
        if word[0].isupper() and sentence.lowers[at] not in words.never:
            at += 1
        elif at > first and word == "-" and sentence.joined(at) and at + 1 < len(sentence.words):
            at += 1
            if not sentence.words[at][0].isupper():
                at += 1
        else:
            break
    if at < len(sentence.words) and sentence.lowers[at] == "'s":
        # "in Congo's North Kivu province" is a place, "in Apple's revenue" is none.
        inner = _capitals(sentence, at + 1, words)
        return (
            inner if inner > at + 1 and inner < len(sentence.words) and sentence.lowers[inner] in words.parts else first
        )
    return at


def _event(sentence: Sentence, opens: int, words: _Words, lexicon: Lexicon) -> PlaceMark | None:
    """Read an event by its noun: "in the attack", "after Tuesday's earthquake"."""
    tags = clause.read(sentence, lexicon).tags
    lowers = sentence.lowers
    first = end = opens + 1
    starts = words.event_starts
    limit = min(len(lowers), first + _SIZE)
    while end < limit and tags[end] in "dxXe'-vgr":
        low = lowers[end]
        if (low in starts or low[-1] == "s") and tags[end] not in "d'-":
            hit = words.events.at(lowers, end) if low in starts else None
            if hit is None and low[-1] == "s":
                hit = (True, end + 1) if words.events.at([lemma(low, lexicon)], 0) else None
            if hit is not None and (hit[1] >= len(lowers) or tags[hit[1]] not in "xX'-" or lowers[hit[1]] == "'s"):
                if lowers[hit[1] : hit[1] + 1] == ["'s"] or (end == first and lowers[opens] in ("by", "from")):
                    return None
                start = first + 1 if lowers[first] in ("the", "a", "an", "this", "that") and end > first else first
                event = Event(sentence.said(start, hit[1]), sentence.span(start, hit[1]))
                return PlaceMark(event, opens, start, hit[1], "event:noun")
        end += 1
    return None
