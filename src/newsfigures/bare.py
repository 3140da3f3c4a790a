"""A number that no unit stands beside, in its sentence, and the words that are asked of it."""

import functools
from collections.abc import Sequence
from typing import Final, final

from . import noun, nounphrase
from .group import Group
from .lexicon import Lexicon
from .ontology import Unit, count, index
from .text import HYPHENS, Sentence
from .unitmark import UnitMark

#: A subject stands no further in front of its level, and a verb no further in front of an age.
FAR: Final = 18
REACH: Final = 7
#: So many words stand between "-strong" and the group that it describes, or between two numbers of one phrase.
NEAR: Final = 4
#: What begins a clause.
OPENERS: Final = frozenset(("that", "as", "when", "who", "which", "told"))
#: Between what moves and its level.
STEPS: Final = frozenset({"to", "from", "at", "by", "toward", "towards"})
#: Between two clauses of which each has a number of its own.
JOINTS: Final = frozenset({"and", "while", ",", "but"})
COORDINATE: Final = frozenset(("and", "or", "&"))
#: From here on numbers are large.
LARGE: Final = 1000
_NO_CLOSE: Final = frozenset(("$", "%", "-", "/"))
#: What stands before the last word of a hedge of two: "at least 40".
_BOUNDS: Final = {"least": "at", "most": "at", "fewer": "no"}
_HEADS: Final = "heads "


@final
class _Words:
    """The closed classes that are asked here, compiled once a lexicon."""

    __slots__ = (
        *("after_age", "ages", "am", "aside", "be", "breaks", "countable", "deaths", "flow", "harms"),
        *(
            "having",
            "heads",
            "hosting",
            "leading",
            "leaving",
            "lists",
            "live",
            "lived",
            "marks",
            "moves",
            "now",
            "employing",
        ),
        *("norms", "passing", "places", "public", "resumes", "retirement", "schools", "small", "somebody"),
        *("steps", "summits", "there", "times", "venues", "verbs", "votes", "wide", "works", "young"),
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
        self.now = named["age now"]
        self.ages |= self.now | {"before", "by", "past", "after", "beyond", "young", "old"}
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
        self.hosting = named["hosting"]
        self.employing = named["employing"]
        self.venues = named["venue"]


@functools.lru_cache(maxsize=8)
def _words(lexicon: Lexicon) -> _Words:
    return _Words(lexicon)


class BareNumber:
    """A number without a unit, in its sentence; its readers are built on it. Internal."""

    __slots__ = (
        *("after", "at", "before", "beyond", "first", "group", "groups", "last"),
        *("lexicon", "lowers", "previous", "sentence", "table"),
    )

    def __init__(self, sentence: Sentence, groups: Sequence[Group], at: int, lexicon: Lexicon) -> None:
        self.sentence = sentence
        self.lowers = lowers = sentence.lowers
        self.groups = groups
        self.at = at
        self.group = groups[at]
        self.previous = groups[at - 1] if at else None
        self.lexicon = lexicon
        self.table = _words(lexicon)
        first, size = self.group.first, len(lowers)
        while first and (lowers[first - 1] in self.table.aside or lowers[first - 1] == _BOUNDS.get(lowers[first])):
            first -= 1
        #: Where the words of hedging in front of the number begin, and the token behind the number.
        self.first, self.last = first, self.group.last
        #: The word in front of the hedging, the one behind the number, and the one beyond that.
        self.before = lowers[first - 1] if first else ""
        self.after = lowers[self.last] if self.last < size else ""
        self.beyond = lowers[self.last + 1] if self.last + 1 < size else ""

    def _low(self, at: int) -> str:
        return self.lowers[at] if 0 <= at < len(self.lowers) else ""

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
        """Say whether so few words stand between the last number and this one."""
        return self.first - self.groups[self.at - 1].last <= words

    def _start(self, t: int) -> int:
        """Return the first token of the noun phrase that ends at a token."""
        lowers = self.lowers
        while t and (lowers[t - 1][0].isalpha() or lowers[t - 1] in HYPHENS or lowers[t - 1] == "'s"):
            low = lowers[t - 1]
            if low in noun.determiners(self.lexicon):
                return t - 1
            if noun.is_stop(low, self.lexicon) or low in self.table.moves:
                break
            t -= 1
        return t

    def _named(self, phrase: nounphrase.NounPhrase) -> UnitMark | None:
        """Take the noun of a phrase; of two that are joined neither is meant alone."""
        if self._low(phrase.last) in COORDINATE:
            return None
        modifiers = tuple(word for word in phrase.modifiers if word.lower() not in self.table.summits)
        unit = count(self.lexicon, phrase.lemma, modifiers)
        return self._mark(unit, phrase.first, phrase.last, "elided_subject")

    def _noun_at(self, head: int, start: int) -> UnitMark | None:
        """Take the noun at a token, where the phrase that begins at another ends in it."""
        phrase = nounphrase.find_whole(self.sentence, start, self.lexicon)
        return self._named(phrase) if phrase is not None and phrase.head == head else None
