"""A number that no unit stands beside, in its sentence, and the words that are asked of it."""

import functools
from collections.abc import Sequence
from typing import Final, final

from . import noun
from .group import Group
from .lexicon import Lexicon
from .ontology import COUNT, Unit, count
from .text import Sentence
from .unit import UnitMark

_SMALL: Final = 1000
_NO_CLOSE: Final = frozenset(("$", "%", "-", "/"))
_HEADS: Final = "heads "


@final
class _Words:
    """The closed classes that are asked here, compiled once a lexicon."""

    __slots__ = (
        *("after_age", "ages", "am", "aside", "be", "breaks", "countable", "deaths", "flow"),
        *("harms", "having", "heads", "live", "lived", "moves", "passing", "places", "resumes", "small"),
        *("marks", "public", "somebody", "steps", "summits", "there", "times", "verbs", "votes", "wide", "young"),
    )

    def __init__(self, lexicon: Lexicon) -> None:
        named = {row.name: frozenset(row.phrases) for row in lexicon.rows("unit_words")}
        none: frozenset[str] = frozenset()
        #: What a group, or the state of a group, is counted in: crowd -> people.
        self.heads = {
            word: name.removeprefix(_HEADS)
            for name, words in named.items()
            if name.startswith(_HEADS)
            for word in words
        }
        self.aside = named.get("lent aside", none)
        self.summits = named.get("summit", none)
        self.moves = named.get("moves", none)
        self.times = named.get("lent time", none)
        self.am = named.get("somebody is", none)
        self.be = named.get("be", none) | named.get("being", none) | self.am
        self.somebody = named.get("somebody", none)
        self.after_age = named.get("after age", none)
        self.live = named.get("live", none)
        self.lived = named.get("at an age", none)
        self.young = named.get("young", none)
        self.ages = self.be | {"at", "until", "till", "to", "from", "of", ",", "and", "'s"}
        self.flow = named.get("flow", none)
        self.countable = named.get("countable", none)
        self.places = named.get("lent place", none)
        self.verbs = named.get("lent verb", none)
        self.breaks = named.get("lent break", none)
        self.resumes = named.get("resumes", none)
        self.small = named.get("countable by the thousand", none)
        self.wide = named.get("countable by the million", none)
        self.harms = named.get("harm", none)
        self.deaths = named.get("death", none)
        self.there = named.get("there", none) | self.be
        self.steps = named.get("step", none)
        self.votes = frozenset(word for word, unit in self.heads.items() if unit == "vote")
        self.having = named.get("having", none)
        self.public = named.get("public", none)
        self.marks = named.get("passed", none)
        self.passing = named.get("passing", none) | self.moves


@functools.lru_cache(maxsize=8)
def _words(lexicon: Lexicon) -> _Words:
    return _Words(lexicon)


class BareNumber:
    """A number without a unit, in its sentence; its readers are built on it. Internal."""

    __slots__ = ("after", "at", "first", "group", "groups", "last", "lexicon", "lowers", "sentence", "table")

    def __init__(self, sentence: Sentence, groups: Sequence[Group], at: int, lexicon: Lexicon) -> None:
        self.sentence = sentence
        self.lowers = sentence.lowers
        self.groups = groups
        self.at = at
        self.group = groups[at]
        self.lexicon = lexicon
        self.table = _words(lexicon)
        #: The token behind the words of hedging in front of the number, and the token behind the number.
        self.first = self.group.first
        while self.first and self.lowers[self.first - 1] in self.table.aside:
            self.first -= 1
        self.last = self.group.last
        self.after = self._low(self.last)

    def _low(self, at: int) -> str:
        return self.lowers[at] if 0 <= at < len(self.lowers) else ""

    def _mark(self, unit: Unit, first: int, last: int, rule: str) -> UnitMark:
        return UnitMark(unit, self.group.first, self.group.last, rule, (first, last))

    def _is_count(self) -> bool:
        """Say whether the number can be one of things: it is whole, or has its scale said."""
        mark = self.group.numerals[-1]
        return mark.form == "scaled" or mark.value == mark.value.to_integral_value()

    def _is_big(self) -> bool:
        return self.group.numerals[-1].value >= _SMALL

    def _closes(self, at: int) -> bool:
        """Say whether no noun follows: a sign, a preposition, a verb, or nothing at all."""
        low = self._low(at)
        if low == "-" and at + 1 < len(self.lowers) and not self.sentence.joined(at):
            return True  # "61 looms out of 140 - the old ones"
        return (not low[:1].isalnum() and low not in _NO_CLOSE) or noun.is_stop(low, self.lexicon)

    def _headed(self, at: int) -> UnitMark:
        unit = count(self.lexicon, self.table.heads[self.lowers[at]], ())
        return self._mark(unit, at, at + 1, "elided_group")

    def _from(self, other: Group | None, rule: str) -> UnitMark | None:
        if other is None or other.unit is None or other.unit.unit.kind is not COUNT:
            return None
        return self._mark(other.unit.unit, *other.unit.words, rule)

    def _counted(self, *, larger: bool = False) -> Group | None:
        """Return the last number before that counts something, none of which another clause has begun since."""
        for other in reversed(self.groups[: self.at]):
            if other.unit is None or other.unit.unit.kind is not COUNT:
                continue
            if ";" in self.lowers[other.last : self.first]:
                return None
            if larger and other.numerals[-1].value < self.group.numerals[-1].value:
                continue
            return other
        return None

    def _reaches(self, words: int) -> bool:
        return self.first - self.groups[self.at - 1].last <= words

    def _is_compared(self, at: int) -> bool:
        return (
            self._low(at) in ("", ",", "(", "-")
            or self._low(at) in self.table.be
            or any(group.last == at + 1 for group in self.groups[: self.at])
        )
