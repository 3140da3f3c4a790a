"""Units that a bare number takes from words further off: its subject, what it is a part of, a parallel.

"The number of nurses rose to 520,000"; "a squad of 26"; "ten pictures, one of them lost"; "three sets, while men
play five". A number takes a unit only where nothing else could be meant, and its evidence are the words of the unit.
"""

from collections.abc import Sequence
from typing import Final, final

from . import noun, nounphrase
from .age import Age
from .bare import FAR, JOINTS, REACH, STEPS
from .crowd import Crowd
from .group import VERSUS, Group
from .level import Level
from .lexicon import Lexicon
from .ontology import COUNT, count
from .parallel import Parallel
from .text import HYPHENS, Sentence
from .unitmark import UnitMark
from .wordrun import QUOTES

_BARE: Final = frozenset({"digits", "scaled", "words", "one"})
#: What only a list lends to: "1.4 points for rent, 0.8 for food".
_PARTS: Final = frozenset({"fraction", "decimal"})
_LISTING: Final = frozenset({"and", "or"})
#: Verbs of levels that do not move: "membership is stuck above 7 million".
_STAYS: Final = frozenset({"stuck", "stayed", "stays", "stay", "remained", "remains", "held", "rose", "fell"})
#: What groups of people are counted in: squad -> player.
_MEN: Final = frozenset({"player", "people", "member"})


def lend(sentence: Sentence, groups: Sequence[Group], lexicon: Lexicon) -> bool:
    """Give bare numbers the unit that their sentence tells elsewhere; say whether any took one."""
    lent = False
    for at, group in enumerate(groups):
        if group.unit is not None:
            continue  # most
        form = group.numerals[0].form
        if form in ("plural", "vague") and group.last < len(sentence.lowers):
            group.unit = _Lender(sentence, groups, at, lexicon).crowd()
            lent = lent or group.unit is not None
        elif (form in _BARE or form in _PARTS) and group.kind in ("", "range"):
            if not VERSUS.isdisjoint(sentence.telling):
                return lent  # the rows of a table lend to each other
            reader = _Lender(sentence, groups, at, lexicon)
            group.unit = reader.unit() if form in _BARE else reader.part()
            lent = lent or group.unit is not None
    return lent


@final
class _Lender(Level, Parallel, Crowd, Age):
    """Looks around one bare number."""

    __slots__ = ()

    def unit(self) -> UnitMark | None:
        """Ask the rules in turn, the strongest evidence first."""
        before, after, mark = self.before, self.after, None
        if after == "the" and self.beyond in ("number", "total"):
            return self._number_of(self.last + 1)
        if (self.beyond in _LISTING or self.beyond in HYPHENS) and after.isalpha():
            mark = self._sorted()
        elif after == "of":
            mark = self._part_of_group()
        mark = mark or self._grouped() or self.voted() or self._harmed() or self._again() or self.audience()
        if mark is not None:
            return mark
        if before == "(":
            return self._bracketed()
        if before in self.table.passing and after in self.table.marks:
            return self._passed()
        if before == "sold":
            mark = self._sold()
        elif before == ",":
            mark = self._whole_before()
        elif before == "with":
            mark = self._led()
        mark = mark or self._age()
        if mark is None and (len(self.groups) > 1 or "which" in self.lowers):
            mark = self._parallel()
        return mark or self._reached()

    def _reached(self) -> UnitMark | None:
        """Read a number by the word of a level, or of a series, in front of it: "rose to 40", "in the past four"."""
        before = self.before
        if before in ("up", "down") and not self._is_compared(self.first - 2):
            return None  # "they blew up 12"
        if before in ("past", "last") and self._closes(self.last):
            return self._nth()
        if before == "all" and self.after in ("are", "were"):
            return self._predicate()
        mark = self._moved_on()
        if mark is not None:
            return mark
        if before in ("above", "below") and self._low(self.first - 2) in _STAYS:
            return self._subject_of(self.first - 2)
        is_level = before in STEPS or before in self.table.moves or before == "of"
        return self._level() if is_level else None

    def part(self) -> UnitMark | None:
        """Read a part in a list of amounts: "1-1/8 pct for the sale and 3/8 for aid", "2.1 kg in May, 2.4 in June"."""
        if not self.at or self.before not in (",", "and") or self.after not in self.table.places:
            return None
        return self._listed()

    def _led(self) -> UnitMark | None:
        """Read "she heads the nominations with 11": who leads in something has the most of it."""
        at = self.first - 2
        if at < 1 or self.lowers[at] in self.table.lists or not self._closes(self.last):
            return None
        if not noun.is_plural(self.sentence.words[at], self.lexicon):
            return None
        start = self._start(at)
        return self._noun_at(at, start) if self._low(start - 1) in self.table.leading else None

    def _part_of_group(self) -> UnitMark | None:
        """Read "12 of the present squad": those that a group is counted in."""
        if self.beyond not in noun.determiners(self.lexicon) or not self._is_count():
            return None
        for at in (self.last + 2, self.last + 3):
            if self.table.heads.get(self._low(at), "") in _MEN:
                return self._headed(at) if self._closes(at + 1) else None
        return None

    def _grouped(self) -> UnitMark | None:
        """Read "a population of 70,000", "a father-of-two", "a 6,900 majority"."""
        before, heads = self.before, self.table.heads
        at = self.first - 2
        if before == "of" and self._low(at) in QUOTES:
            at -= 1  # she is "a happy mother" of six
        if self.after in self.table.votes:
            at = self.last
        elif before in HYPHENS and self._low(at) == "of":
            at -= 2 if self._low(at - 1) in HYPHENS else 1
        elif before != "of" and not (before == ":" and self._is_big()):
            return None
        if self._low(at) == "capacity":
            return self._held(at - 1)
        if self._low(at) not in heads or not self._is_count():
            return None
        return None if heads[self._low(at)] == "vote" and not self._is_big() else self._headed(at)

    def _held(self, at: int) -> UnitMark | None:
        """Read "a passenger capacity of 110": the noun before tells what there is room for."""
        name = noun.lemma(self._low(at), self.lexicon).removesuffix("ing")
        if name not in self.table.countable and not noun.family(name, self.lexicon):
            return None
        return self._mark(count(self.lexicon, name, ()), at, at + 1, "elided_group")

    def _whole_before(self) -> UnitMark | None:
        """Read "of the losers, 68 fell": what the number is a part of is said before the comma."""
        at = self.first - 2
        if self.lowers[0] == "of" and not self.at and at < REACH:
            phrase = nounphrase.find_whole(self.sentence, 1, self.lexicon)  # "of the lots to be sold, 12 are"
            if phrase is not None and phrase.plural and phrase.last <= at + 1 and "," not in self.lowers[1 : at + 1]:
                return self._named(phrase)
        other = self.previous
        if self.lowers[0] == "of" and self.at == 1 and other is not None and at < FAR:
            if other.numerals[-1].value > self.group.numerals[-1].value and "," not in self.lowers[other.last : at + 1]:
                return self._from(other, "elided_part")  # "of the 60 boats built, nine sank"
        if at < 1 or "of" not in self.lowers[:at] or not noun.is_plural(self.sentence.words[at], self.lexicon):
            return None
        start = self._start(at)
        opener = self._low(start - 2)
        is_whole = self._low(start - 1) == "of" and (not opener.isalpha() or opener in JOINTS)
        return self._noun_at(at, start) if is_whole else None

    def _sold(self) -> UnitMark | None:
        """Read "her debut album sold 40,000": copies of it, where nothing else is counted."""
        if not self._is_big() or not self._closes(self.last):
            return None
        if any(g.unit is not None and g.unit.unit.kind is COUNT for g in self.groups):
            return None
        for at in range(self.first - 2, max(-1, self.first - FAR), -1):
            if self.lowers[at] in self.table.works and self._is_sold(at):
                return self._mark(count(self.lexicon, "copy", ()), at, at + 1, "elided_group")
            if self.lowers[at] in self.table.breaks:
                break
        return None

    def _is_sold(self, at: int) -> bool:
        """Say whether a noun is what sold: "the book sold"; not "the book shop sold", "in the book she sold"."""
        following = self._low(at + 1)
        is_head = following == "sold" or not following[:1].isalpha() or noun.is_stop(following, self.lexicon)
        return is_head and self._low(self._start(at) - 1) not in self.table.places

    def _is_compared(self, at: int) -> bool:
        return (
            self._low(at) in ("", ",", "(", "-")
            or self._low(at) in self.table.be
            or any(group.last == at + 1 for group in self.groups[: self.at])
        )
