"""Which words hedge which numeral, and the rule each names.

A hedge stands directly before its number (a currency sign, an article or another hedge may stand between) or directly
behind it or behind its unit. Words that look like comparators but are not ("sued over $2m", "talked about 40 issues")
are told apart by guards, each a small rule over the neighbouring words.
"""

import functools
from collections.abc import Callable, Mapping
from enum import Enum
from types import MappingProxyType
from typing import final

from .lexicon import HedgeWord, Lexicon
from .match import PhraseTable
from .text import Sentence
from .unit import UnitKind


class Hedge(Enum):
    """What the words beside a numeral do to it."""

    NONE = "none"
    EXACTLY = "exactly"
    MORE_THAN = "more_than"
    AT_LEAST = "at_least"
    LESS_THAN = "less_than"
    AT_MOST = "at_most"
    UP_TO = "up_to"
    NEARLY = "nearly"
    JUST_OVER = "just_over"
    JUST_UNDER = "just_under"
    WELL_OVER = "well_over"
    WELL_UNDER = "well_under"
    ABOUT = "about"
    ORDER_OF = "order_of"
    RANGE = "range"
    VAGUE = "vague"


@final
class HedgeMark:
    """A hedge found beside a number: the effect of its row and its tokens `first` up to `last`. Internal."""

    __slots__ = ("effect", "first", "last", "row")

    def __init__(self, row: HedgeWord, first: int, last: int) -> None:
        self.row = row
        self.effect = row.effect
        self.first = first
        self.last = last

    def __repr__(self) -> str:
        """Show the effect and the tokens."""
        return f"HedgeMark({self.effect}, {self.first}, {self.last})"


@final
class _Table:
    """The hedges of a language, by position, and the closed classes that the guards ask."""

    __slots__ = ("after", "before", "fillers", "last_words", "words")

    def __init__(self, lexicon: Lexicon) -> None:
        rows = lexicon.rows("hedge")
        self.before = PhraseTable((p, row) for row in rows if row.position == "before" for p in row.phrases)
        self.after = PhraseTable((p, row) for row in rows if row.position == "after" for p in row.phrases)
        self.fillers = lexicon.words("hedge filler")
        self.words = {name: lexicon.words(name) for name in _CLASSES}


_CLASSES = (
    "over guard", "about guard", "around guard", "up to rise", "up to motion", "duration", "duration opener",
    "multiple", "some guard", "plus guard", "between guard", "person plural", "under guard",
)  # fmt: skip


@functools.lru_cache(maxsize=8)
def table(lexicon: Lexicon) -> _Table:
    """Return the compiled hedges of a lexicon."""
    return _Table(lexicon)


def before(sentence: Sentence, first: int, last: int, kind: UnitKind, lexicon: Lexicon) -> tuple[HedgeMark, ...]:
    """Find the hedges that end before token `first` of a number in `first` up to `last`, the outermost first."""
    found: list[HedgeMark] = []
    hedges = table(lexicon)
    lowers = sentence.lowers
    at = first
    while at > 0 and len(found) < 4:  # noqa: PLR2004  (nobody stacks more; keeps the walk short)
        hit = hedges.before.ending_at(lowers, at)
        if hit is None:
            # "more than an estimated 400", "at least another 12": the filler belongs to neither hedge.
            if lowers[at - 1] in hedges.fillers and at > 1:
                below = hedges.before.ending_at(lowers, at - 1)
                if below is not None:
                    hit = below
            if hit is None:
                break
        row, start = hit
        guard = GUARDS.get(row.guard)
        if guard is not None and not guard(hedges, sentence, start, first, last, kind):
            break
        found.append(HedgeMark(row, start, at))
        at = start
    found.reverse()
    return tuple(found)


def after(sentence: Sentence, number_last: int, unit_last: int, lexicon: Lexicon) -> tuple[HedgeMark, ...]:
    """Find the hedge behind a number, or behind its unit: "200-odd", "1,000 or so", "10 people or more"."""
    hedges = table(lexicon)
    lowers = sentence.lowers
    for last in dict.fromkeys((number_last, unit_last)):
        at = last
        if at < len(lowers) and lowers[at] == "-" and sentence.joined(at):
            at += 1
        elif at < len(lowers) and lowers[at] == "," and last == unit_last:
            # "12 dead, and counting"
            at += 1
        if at >= len(lowers):
            continue
        hit = hedges.after.at(lowers, at)
        if hit is None:
            continue
        row, end = hit
        if end < len(lowers) and lowers[end] == "than":
            continue
        if lowers[at] in ("plus", "+", "odd", "ish") and not _suffix(sentence, at, last, end):
            continue
        if lowers[at] in ("maximum", "tops", "approximately", "upwards") and end < len(lowers) and lowers[end][0].isalnum():
            continue
        return (HedgeMark(row, last, end),)
    return ()


def _suffix(sentence: Sentence, at: int, last: int, end: int) -> bool:
    """Whether "plus", "+", "odd" or "ish" belongs to the number before it, and does not add a second one."""
    if end < len(sentence) and sentence.lowers[end][0].isdecimal():
        return False
    return at > last or sentence.joined(at) or sentence.lowers[at] == "odd"


_Guard = Callable[[_Table, Sentence, int, int, int, UnitKind], bool]


def _previous(sentence: Sentence, start: int) -> str:
    return sentence.lowers[start - 1] if start > 0 else ""


def _next(sentence: Sentence, last: int) -> str:
    return sentence.lowers[last] if last < len(sentence) else ""


def _over(hedges: _Table, sentence: Sentence, start: int, first: int, last: int, kind: UnitKind) -> bool:  # noqa: ARG001
    """Not "sued over $2m", "people over 50", nor "over five years" meaning during."""
    previous = _previous(sentence, start)
    if previous in hedges.words["over guard"]:
        return False
    following = _next(sentence, last)
    if previous in hedges.words["person plural"] and (not following or not following.isalpha()):
        return False
    if following in hedges.words["duration"] or (following == "-" and _next(sentence, last + 1) in hedges.words["duration"]):
        return previous in hedges.words["duration opener"]
    return True


def _under(hedges: _Table, sentence: Sentence, start: int, first: int, last: int, kind: UnitKind) -> bool:  # noqa: ARG001
    """Not "served under two presidents", "people under 30" nor "under-21s"."""
    previous = _previous(sentence, start)
    if previous in hedges.words["under guard"] or sentence.lowers[start] == "sub" and not sentence.joined(start + 1):
        return False
    following = _next(sentence, last)
    if following == "s" and sentence.joined(last):
        return False
    return not (previous in hedges.words["person plural"] and (not following or not following.isalpha()))


def _about(hedges: _Table, sentence: Sentence, start: int, first: int, last: int, kind: UnitKind) -> bool:  # noqa: ARG001
    """Not "concerning": talked about, worries about, a film about two brothers."""
    return _previous(sentence, start) not in hedges.words["about guard"]


def _around(hedges: _Table, sentence: Sentence, start: int, first: int, last: int, kind: UnitKind) -> bool:  # noqa: ARG001
    """Not a place: gathered around two tables."""
    return _previous(sentence, start) not in hedges.words["around guard"]


def _some(hedges: _Table, sentence: Sentence, start: int, first: int, last: int, kind: UnitKind) -> bool:  # noqa: ARG001
    """Only directly before a number that is not "one"."""
    return sentence.lowers[first] != "one" and _previous(sentence, start) not in hedges.words["some guard"]


def _up_to(hedges: _Table, sentence: Sentence, start: int, first: int, last: int, kind: UnitKind) -> bool:  # noqa: ARG001
    """A ceiling; not "the toll is up to 7", "walks up to 6 men" nor "twice as many as 40"."""
    previous = _previous(sentence, start)
    if sentence.lowers[start] == "as":
        return previous not in hedges.words["multiple"]
    return previous not in hedges.words["up to rise"] and previous not in hedges.words["up to motion"]


GUARDS: Mapping[str, _Guard] = MappingProxyType(
    {"over": _over, "under": _under, "about": _about, "around": _around, "some": _some, "up_to": _up_to}
)
