"""A number that no unit stands beside, in its sentence, and the words that are asked of it."""

import functools
from collections.abc import Sequence
from typing import Final, final

from . import noun
from .group import Group
from .lexicon import Lexicon
from .ontology import Unit, count, index
from .text import Sentence
from .unit import UnitMark

#: A subject stands no further in front of its level, and a verb no further in front of an age.
FAR: Final = 18
REACH: Final = 7
#: So many words stand between "-strong" and the group that it describes, or between two numbers of one phrase.
NEAR: Final = 4
#: What begins a clause.
OPENERS: Final = frozenset(("that", "as", "when", "who", "which", "told"))
#: Between what moves and its level.
STEPS: Final = frozenset({"to", "from", "at", "by", "toward", "towards"})
QUOTES: Final = frozenset(('"', "\u201c", "\u201d"))
#: From here on numbers are large.
LARGE: Final = 1000
_NO_CLOSE: Final = frozenset(("$", "%", "-", "/"))
#: What stands before the last word of a hedge of two.
_BOUNDS: Final = {"least": "at", "most": "at", "fewer": "no"}
_HEADS: Final = "heads "


@final
class _Words:
    """The closed classes that are asked here, compiled once a lexicon."""

    __slots__ = (
        *("after_age", "ages", "am", "aside", "be", "breaks", "countable", "deaths", "flow"),
        *("harms", "having", "heads", "leading", "leaving", "lists", "live", "lived", "moves", "passing", "places"),
        *("marks", "norms", "public", "resumes", "retirement", "schools", "small", "somebody", "steps", "summits"),
        *("there", "times", "verbs", "votes", "wide", "works", "young"),
    )

    def __init__(self, lexicon: Lexicon) -> None:
        named = index(lexicon).classes
        #: What a group, or the state of a group, is counted in: crowd -> people.
        self.heads = {
            word: name.removeprefix(_HEADS)
            for name, words in named.items()
            if name.startswith(_HEADS)
            for word in words
        }
        self.aside = named["lent aside"]
        self.summits = named["summit"]
        self.moves = named["moves"]
        self.times = named["lent time"]
        self.am = named["somebody is"]
        self.be = named["be"] | named["being"] | self.am
        self.somebody = named["somebody"]
        self.after_age = named["after age"]
        self.live = named["live"]
        self.retirement = named["retirement"]
        self.lived = named["at an age"]
        self.young = named["young"]
        self.ages = self.be | self.retirement | {"at", "until", "till", "to", "from", "of", ",", "and", "'s"}
        self.ages |= {"before", "by", "past", "after", "beyond", "young", "old"}
        self.flow = named["flow"]
        self.countable = named["countable"]
        self.places = named["lent place"]
        self.verbs = named["lent verb"]
        self.breaks = named["lent break"]
        self.resumes = named["resumes"]
        self.small = named["countable by the thousand"]
        self.wide = named["countable by the million"]
        self.harms = named["harm"]
        self.deaths = named["death"]
        self.there = named["there"] | self.be
        self.steps = named["step"]
        self.votes = frozenset(word for word, unit in self.heads.items() if unit == "vote")
        self.having = named["having"]
        self.public = named["public"]
        self.works = named["work"]
        self.norms = named["norm"]
        self.marks = named["passed"]
        self.passing = named["passing"] | self.moves
        self.leading = named["leading"]
        self.lists = named["list led"]
        self.leaving = named["leaving"]
        self.schools = named["school"]


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
        while self.first and (self.lowers[self.first - 1] in self.table.aside or self._is_bound_of()):
            self.first -= 1
        self.last = self.group.last
        self.after = self._low(self.last)

    def _low(self, at: int) -> str:
        return self.lowers[at] if 0 <= at < len(self.lowers) else ""

    def _is_bound_of(self) -> bool:
        """Whether the first of two words that hedge stands in front: "at least 40"."""
        return self.lowers[self.first - 1] == _BOUNDS.get(self.lowers[self.first])

    def _mark(self, unit: Unit, first: int, last: int, rule: str) -> UnitMark:
        return UnitMark(unit, self.group.first, self.group.last, rule, (first, last))

    def _is_count(self) -> bool:
        """Say whether the number can be one of things: it is whole, or has its scale said."""
        mark = self.group.numerals[-1]
        return mark.form == "scaled" or mark.value == mark.value.to_integral_value()

    def _is_big(self) -> bool:
        return self.group.numerals[-1].value >= LARGE

    def _closes(self, at: int) -> bool:
        """Say whether no noun follows: a sign, a preposition, a verb, or nothing at all."""
        low = self._low(at)
        if low == "-" and at + 1 < len(self.lowers) and not self.sentence.joined(at):
            return True  # "61 looms out of 140 - the old ones"
        return (not low[:1].isalnum() and low not in _NO_CLOSE) or noun.is_stop(low, self.lexicon)

    def _headed(self, at: int) -> UnitMark:
        unit = count(self.lexicon, self.table.heads[self.lowers[at]], ())
        return self._mark(unit, at, at + 1, "elided_group")

    def _reaches(self, words: int) -> bool:
        return self.first - self.groups[self.at - 1].last <= words
