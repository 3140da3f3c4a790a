"""The other number of its sentence that tells the noun of a bare one: "three sets, while men play five"."""

from typing import Final

import attrs

from . import noun, nounphrase
from .bare import FAR, JOINTS, LARGE, NEAR, REACH, BareNumber
from .group import Group
from .likeness import is_like
from .ontology import COUNT, MONEY, Unit, count, index
from .text import HYPHENS
from .unitmark import UnitMark

#: Between two numbers of one series: "won the first five games and lost the next four".
_ORDERED: Final = frozenset(("first", "next", "last", "final", "opening", "following", "remaining"))
_DASHES: Final = frozenset((":", "-", "\u2013", "\u2014"))
_SPLITS: Final = _DASHES | {",", "("}
#: What shows that "one" is the first of those counted before: "two maps, one showing roads and another rivers".
_OTHERS: Final = frozenset({"another", "other", "others", "second", "one"})
#: Forms of one verb begin alike: play, plays, playing.
_STEM: Final = 3
#: Beside times, what tells when: "from 40 jobs at the end of 1990 to 60".
_WHEN: Final = frozenset({"in", "at", "of", "last", "this", "the", "end", "early", "late", "today", "now", "currently"})
#: Before a number of more things of one kind.
_ADDED: Final = frozenset(("further", "another", "additional"))
#: How participles end.
_DONE: Final = ("ed", "wn", "ght", "pt", "ilt")
#: What comes one after the other, so that the last four are four of it.
_ROUNDS: Final = frozenset({"day", "week", "month", "quarter", "year", "season", "game", "match", "test", "session"})
_THEM: Final = frozenset({"them", "these", "those", "whom", "which"})


class Parallel(BareNumber):
    """Looks for the other number that tells the noun of both. Internal."""

    __slots__ = ()

    def _parallel(self) -> UnitMark | None:
        """Look for the number before that tells the noun of both."""
        before, after = self.before, self.after
        if after == "of" and self.beyond in _THEM:
            return self._from(self._counted(larger=True), "elided_part")
        if after == "out" and self.beyond == "of":
            return self._ahead()
        if after == "each" and before == "with":
            return self._each()
        if after == "figure" and self.lowers[self.group.first - 1] == "the":
            return self._alike()  # "twice the 4,000 figure"
        if self.group.numerals[0].form == "one" and before in _SPLITS:
            mark = self._first_of()
            if mark is not None or not (after in self.table.places or self.lowers[0] == "of"):
                return mark
        is_less = after == "less" and self.beyond == "than"
        if is_less or (after in ("more", "fewer") and self._closes(self.last + 1)):
            return self._from(self._counted(), "elided_more")
        if before == "but" and self.previous is not None and self._low(self.previous.first - 1) == "not":
            return self._from(self.previous, "elided_parallel") if self._reaches(NEAR) else None
        if not self._closes(self.last) and not self._is_done():
            return None
        return self._of_which() or self._stepped() or self._unnamed()

    def _unnamed(self) -> UnitMark | None:
        """Read a number that no noun follows by the word in front of it."""
        before = self.before
        within = self.lowers[self.first : self.group.numerals[0].first]
        if before in _ADDED or self.lowers[self.group.first - 1] == "another" or not _ADDED.isdisjoint(within):
            return self._from(self._counted(), "elided_more")
        if before == "of":
            opener = self._low(self.first - 2)
            is_total = opener in ("total", "fleet") and "out" in self.lowers[self.first - 6 : self.first]
            if is_total or opener == "out":
                is_near = self.previous is not None and self._reaches(FAR if is_total else 2)
                return self._from(self._counted(), "elided_part") if is_near else None
            if opener in self.table.norms:
                return self._alike()  # "above an average of 300"
        if self._is_owner(self.first - 1):
            return self._owned()
        if before in _SPLITS and self.after in self.table.places:
            mark = self._parted()
            if mark is not None:
                return mark
        return self._beside()

    def _beside(self) -> UnitMark | None:
        """Read a number that does as the last one before it did: "won the first five games and lost the next four"."""
        before, after, other = self.before, self.after, self.previous
        if other is None:
            return None
        if before in _ORDERED and self._low(other.first - 1) in _ORDERED and not self._is_parted(other):
            return self._from(other, "elided_parallel")
        if before in self.table.having and self._is_same_verb(other):
            return self._from(other, "elided_parallel")
        if before in (",", "and", "with", "plus") and after in self.table.places:
            return self._listed()
        if after in self.table.verbs or self._is_done():
            return self._predicated()
        return None

    def _sorted(self) -> UnitMark | None:
        """Read "three red and four green vans": the first are vans as well."""
        other = self.groups[self.at + 1] if self.at + 1 < len(self.groups) else None
        if other is None or other.unit is None or other.unit.unit.kind is not COUNT:
            return None
        unit, words = other.unit.unit, self.sentence.words[self.last : other.first - 1]
        if len(words) % 2 == 0 or not HYPHENS.issuperset(words[1::2]):
            return None  # more than one word, "part-time" apart
        word = "".join(words)
        if not unit.modifiers or word.istitle() != unit.modifiers[0].istitle() or self._is_other_kind(word, unit):
            return None
        own = attrs.evolve(unit, modifiers=(word,))
        return self._mark(own, *other.unit.words, "elided_parallel")

    def _is_other_kind(self, word: str, unit: Unit) -> bool:
        """Say whether two words are not told apart as two sorts of one thing are."""
        low = word.lower()
        if noun.is_stop(low, self.lexicon) or noun.is_nominal(low, self.lexicon) or noun.is_plural(word, self.lexicon):
            return True
        return unit.modifiers[0].lower() == low

    def _again(self) -> UnitMark | None:
        """Read "half a million people - 612,000 - left": between dashes a count says itself again, more exactly."""
        other = self.previous
        if self.before not in _DASHES or self.after != self.before or other is None:
            return None
        is_near = other.last == self.first - 1 and not self.sentence.joined(self.first)
        return self._from(other, "elided_parallel") if is_near and is_like(other, self.group) else None

    def _first_of(self) -> UnitMark | None:
        """Read "two maps - one showing roads and another rivers": the things just counted are told one by one."""
        other = self.previous
        if other is None or other.unit is None or other.unit.unit.kind is not COUNT or other.numerals[-1].value < 2:
            return None
        far = self.first - max(other.last, other.unit.words[1]) > (1 if self.before == "," else 2)
        if far or not self.after.endswith("ing"):
            return None
        rest = self.lowers[self.last + 1 : self.last + 1 + FAR]
        told = any(low in _OTHERS and rest[at - 1] in ("and", "the", ",", "a") for at, low in enumerate(rest) if at)
        return self._from(other, "elided_part") if told else None

    def _each(self) -> UnitMark | None:
        """Read "with six wins, followed by Chad and Peru with four each"."""
        other = self.previous
        return self._from(other, "elided_parallel") if other and self._low(other.first - 1) == "with" else None

    def _parted(self) -> UnitMark | None:
        """Read "the owners - two from Chad, three from Peru": those named are told by where they are from."""
        at, following = self.first - 2, self.groups[self.at + 1 : self.at + 2]
        is_list = following and following[0].unit is None and self._low(following[0].last) == self.after
        word = self.sentence.words[at] if at >= 0 else ""
        if not is_list or not word.islower() or (self.before not in _DASHES and self._start(at)):
            return None
        if word in self.table.heads:
            return self._headed(at)
        phrase = nounphrase.find_whole(self.sentence, self._start(at), self.lexicon)
        return self._named(phrase) if phrase is not None and phrase.head == at and phrase.plural else None

    def _ahead(self) -> UnitMark | None:
        """Read "14 out of the top 30 titles": the whole is counted in the same."""
        other = self.groups[self.at + 1] if self.at + 1 < len(self.groups) else None
        near = other is not None and other.first - self.last <= NEAR
        return self._from(other, "elided_part") if near else None

    def _of_which(self) -> UnitMark | None:
        """Read "sheds, of which there are 19": the noun before, or what was counted before."""
        at = self.first - 1
        while self._low(at) in self.table.there:
            at -= 1
        if self._low(at) not in ("which", "whom") or self._low(at - 1) != "of":
            return None
        at -= 2
        at -= self._low(at) in (",", "-")
        last = self.previous
        if last is not None and last.unit is not None and last.last == at + 1:
            return self._mark(last.unit.unit, *last.unit.words, "elided_part")  # "40 tonnes, of which 12"
        if last is not None and last.unit is None and at + 1 - last.last < NEAR and last.numerals[-1].value >= LARGE:
            return None  # "40,000 after tax gains, of which 12,000"
        if at >= 0 and noun.is_plural(self.sentence.words[at], self.lexicon):
            return self._noun_at(at, self._start(at))
        return self._from(self._counted(larger=True), "elided_part")

    def _stepped(self) -> UnitMark | None:
        """Read "11 seats, a rise of two", "159 seats, down seven": a step is counted in what its level is."""
        before, other = self.before, self.previous
        if other is None:
            return None
        at = self.first - 2
        if before == "rather" or (before == "of" and self._low(at) == "instead"):
            is_near = self._reaches(REACH) and is_like(other, self.group)
            return self._from(other, other.unit.rule) if other.unit is not None and is_near else None
        is_step = before in ("up", "down") and (self._low(at) == "," or self._low(at) in _DASHES)
        if before == "of" and self._low(at) in self.table.steps:
            is_step = self._low(at - 1) in ("a", "an") and self._low(at - 2) in (",", "-")
        elif before == "from" and self._low(at) in ("up", "down"):
            is_step = self._low(at - 1) == "," and is_like(other, self.group)
        elif before == "to" and self._low(other.first - 1) == "from":
            is_step = self._is_when(other.last)
        if not is_step or self._is_parted(other):
            return None
        return self._from(other, "elided_parallel")

    def _is_when(self, at: int) -> bool:
        """Say whether nothing but a time stands before "to": "from 40 jobs in 1990 to 60"."""
        between = self.lowers[at : self.first - 1]
        return bool(between) and all(low.isdecimal() or low in self.table.times or low in _WHEN for low in between)

    def _is_parted(self, other: Group) -> bool:
        between = self.lowers[other.last : self.first]
        return len(between) > FAR or any(word in self.table.breaks for word in between)

    def _is_same_verb(self, other: Group) -> bool:
        """Say whether the same verb stands before both: "we lost one set and they lost four"."""
        at = other.first - 1
        while self._low(at) in self.table.aside:
            at -= 1
        theirs = self._low(at)
        return theirs in self.table.having and theirs[:_STEM] == self.before[:_STEM]

    def _owned(self) -> UnitMark | None:
        """Read "the guild's 900,000 members, the league's 60,000": what each owner has."""
        other = self._counted()
        return self._from(other, "elided_parallel") if other and self._is_owner(other.first - 1) else None

    def _is_owner(self, at: int) -> bool:
        low = self._low(at)
        return low == "'s" or (low == "'" and self._low(at - 1)[-1:] == "s")

    def _listed(self) -> UnitMark | None:
        """Read a list told by place or person: "30 jobs in Leeds, 12 in York", "40 dollars for one and 60 for two"."""
        other = self.previous
        if other is None or other.unit is None:
            return None
        between = self.lowers[other.last : self.first]
        if len(between) > FAR or any(word in self.table.breaks or word in self.table.moves for word in between):
            return None
        alike = self._low(other.last) == self.after
        if other.unit.unit.kind is COUNT:
            return self._from(other, "elided_parallel") if alike or self.after != "for" else None
        if not alike or self.before not in (",", "and") or not is_like(other, self.group):
            return None
        return self._mark(other.unit.unit, *other.unit.words, "elided_parallel")

    def _predicated(self) -> UnitMark | None:
        """Read a count that is a subject of its own: "12,500 posts have gone while 7,800 were moved"."""
        is_part = self.lowers[0] == "of" and self.at == 1
        if self.before not in JOINTS and not is_part:
            return None
        if self.before == "," and self.sentence.words[self.first - 2].istitle():
            return None  # "Ann, 14 were pleased"
        other, last = self._counted(), self.previous
        if other is None or other.unit is None or (last and last.unit is not None and last.unit.unit.kind is MONEY):
            return None
        is_harm = noun.is_nominal(self.beyond, self.lexicon)
        if is_harm and other.unit.unit.family != "person":
            return None
        units = {g.unit.unit.name for g in self.groups[: self.at] if g.unit is not None and g.unit.unit.kind is COUNT}
        return self._from(other, "elided_parallel") if len(units) == 1 else None

    def _is_done(self) -> bool:
        """Say whether what was done to a number of things stands behind it: "and 7,800 relocated to"."""
        following = self.beyond
        if self.after == "left":
            return noun.is_nominal(following, self.lexicon)
        is_closed = not following[:1].isalnum() or noun.is_stop(following, self.lexicon)
        if self.before == "," and self.lowers[0] != "of":
            return False  # "23 bid, 26 offered"
        return self.after.endswith(_DONE) and (is_closed or self.lowers[0] == "of")

    def _nth(self) -> UnitMark | None:
        """Read "for the third week in the past four": the last ones are what the one is that is told."""
        at = self.first - 2 - (self._low(self.first - 2) == "the")
        at -= self._low(at) == "of" and self._low(at - 1) == "out"
        rank, low = self._low(at - 2), self._low(at - 1)
        if self._low(at) not in ("in", "of", "out") or low not in _ROUNDS:
            return None
        if not (rank in ("first", "second", "third") or rank.endswith("th")):
            return None
        time = index(self.lexicon).words.get(low)
        return self._mark(time or count(self.lexicon, low, ()), at - 1, at, "elided_parallel")

    def _alike(self) -> UnitMark | None:
        """Take the noun of what was counted before, where both numbers are of one size."""
        other = self._counted()
        return self._from(other, "elided_parallel") if other is not None and is_like(other, self.group) else None

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
