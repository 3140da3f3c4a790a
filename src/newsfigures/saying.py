"""Numbers that are a part of a set phrase: one thing is certain, in two minds, a two-pronged plan.

The phrases are rows of the class "saying", and what a number makes new words with of "number compound". In both a slash
parts words that may stand for each other.
"""

import functools
from itertools import product
from typing import Final, final

from . import noun
from .idiom import SMALL
from .lexicon import Lexicon
from .match import PhraseTable
from .numberword import words
from .sequence import Place
from .text import HYPHENS, Sentence

#: The classes of this module.
CLASSES: Final = ("saying", "number compound", "ratio follower", "split verb")
#: Phrases with more words than this before the number are told by these: "nine times out of ten".
_LONG: Final = 2
#: How far before "in two" the verb stands.
_SPLIT: Final = 7
#: So near stands "from" before the first end of a move, hedges between.
_FROM: Final = 3
#: What stands beside a number that may count nothing: "10 out of 10", "ten to one", "a hat or two", "in two".
LOOSE: Final = frozenset({"out", "to", "of", "or", "in"})
#: The tokens of a phrase before a number, and those behind it.
_Sides = tuple[tuple[str, ...], tuple[str, ...]]


@final
class Sayings:
    """The set phrases of a language, by their numbers and what stands behind each. Internal."""

    __slots__ = ("by_number", "compounds", "lexicon", "values")

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        table = words(lexicon)
        numbers = {low for low, role in table.role.items() if role not in ("article", "nil")}
        self.values = {
            low: table.value[low] for low, role in table.role.items() if role in ("digit", "teen", "ten", "zero")
        }
        self.by_number: dict[str, dict[str, list[_Sides]]] = {}
        for phrase in variants(lexicon.words("saying")):
            tokens = tuple(Sentence(phrase).lowers)
            for at, low in enumerate(tokens):
                if low in numbers or low.isdecimal():
                    behind = tokens[at + 1 : at + 2]
                    known = self.by_number.setdefault(low, {}).setdefault(behind[0] if behind else "", [])
                    known.append((tokens[:at], tokens[at + 1 :]))
        self.compounds = PhraseTable([(phrase, True) for phrase in variants(lexicon.words("number compound"))])

    def hold(self, lowers: list[str], at: int) -> bool:
        """Say whether the number at a token is a part of a set phrase; "in one piece of wood" is none."""
        known = self.by_number[lowers[at]]
        end = len(lowers)
        following = known.get(lowers[at + 1], ()) if at + 1 < end else ()
        for before, behind in (*following, *known.get("", ())):
            first, last = at - len(before), at + 1 + len(behind)
            if first < 0 or tuple(lowers[at + 1 : last]) != behind or tuple(lowers[first:at]) != before:
                continue
            after = lowers[last] if last < end else ""
            if after == "of" or after[:1].isdecimal() or after in self.values:
                continue
            if "-" in before and not noun.is_plural(after, self.lexicon):
                return True  # "a neat one-two setting up the goal"; not "one-two days"
            if behind or len(before) > _LONG or not after[:1].isalpha() or noun.is_stop(after, self.lexicon):
                return True  # "the tight five"; not "the tight five days"
        return False

    def compound(self, place: Place) -> bool:
        """Two-way, three-pronged; "five-four" tells a score, and "four-five boats" a range."""
        first, last, values = place.first, place.last, self.values
        if place.following in HYPHENS and place.joined(last) and place.joined(last + 1):
            after = place.low(last + 1)
            if self.compounds.at(place.lowers, last + 1) is not None:
                return True
            return after in values and place.low(last - 1) in values and values[after] <= place.mark.value
        if place.previous in HYPHENS and place.joined(first) and place.joined(first - 1):
            before = place.low(first - 2)
            return before in values and place.low(first) in values and values[before] >= place.mark.value
        return False


@functools.lru_cache(maxsize=8)
def sayings(lexicon: Lexicon) -> Sayings:
    """Return the set phrases of a language.

    >>> from newsfigures.lexicon import load
    >>> sayings(load("en")).hold(["in", "one", "piece"], 1)
    True
    """
    return Sayings(lexicon)


def variants(phrases: frozenset[str]) -> list[str]:
    """Write out the words that a slash parts.

    >>> variants(frozenset({"in/of two minds"}))
    ['in two minds', 'of two minds']
    """
    return [" ".join(said) for one in sorted(phrases) for said in product(*(word.split("/") for word in one.split()))]


def is_loose(place: Place) -> bool:
    """Of a number that nothing is counted by: broken in two, a hat or two, 10 out of 10, odds of ten to one."""
    first, last = place.first, place.last
    low = place.low(first)
    if place.following == "out" and place.low(last + 1) == "of":
        return place.low(last + 2) == low
    previous = place.previous
    if place.following == "to" and place.low(last + 1) in ("one", "1"):
        return _is_ratio(place, first, last + 2)
    if previous == "to":
        other = place.low(first - 2)
        return low in ("1", "one") and (other in SMALL or other.isdecimal()) and _is_ratio(place, first - 2, last)
    if previous == "of":
        return place.low(first - 2) == "out" and place.low(first - 3) == low
    if low != "two":
        return False
    if previous == "or":
        return place.low(first - 3) in ("a", "an") or (
            place.low(first - 4) in ("a", "an") and place.low(first - 3).isalpha()
        )
    return previous == "in" and any(place.says(at, "split verb") for at in range(first - _SPLIT, first - 1))


def _is_ratio(place: Place, first: int, last: int) -> bool:
    """Three to one in favour, odds of ten to one; not "cut from three to one", nor "fixed at three to one dollar"."""
    if "from" in place.lowers[max(0, first - _FROM) : first] or place.low(first) in ("one", "1"):
        return False
    return not place.low(last)[:1].isalpha() or place.says(last, "ratio follower")
