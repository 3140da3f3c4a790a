"""Ages that no word of years follows: "Anna, 34, and her son Ben, five", "she died at 91"."""

from typing import Final

from . import noun
from .ageword import OLDEST
from .bare import FAR, REACH, BareNumber
from .group import Group
from .ontology import AGE, index
from .text import HYPHENS
from .unitmark import UnitMark

#: Whose age stands far behind them: "the oldest guest is 109".
_OLDEST: Final = frozenset(("oldest", "youngest", "eldest"))
_AUXILIARIES: Final = frozenset(("has", "had", "will", "would", "can", "could", "may", "might", "became", "becomes"))
#: Between "youngest" and the person stand no more words.
_SUPERLATIVE: Final = 3
#: Behind these stands a place.
_WHERE: Final = frozenset(("in", "at", "of", "from", "near", "for", "to"))
_CHILD: Final = frozenset(("boy", "girl", "lad", "lass", "toddler", "child", "kid", "youngster", "youth", "teenager"))
_LIMITS: Final = frozenset(("before", "by", "past", "after", "beyond", "until", "till"))


class Age(BareNumber):
    """Looks for the person whose age a number is. Internal."""

    __slots__ = ()

    def _age(self) -> UnitMark | None:
        """Read an age that no word of years follows: "I'm only 27", "became a judge at 36", "a pension age of 60"."""
        before = self.before
        if before not in self.table.ages or not self._is_years():
            return None
        first = self.first
        if before in self.table.be or (before == "'s" and self._low(first - 2) in ("he", "she")):
            at = first - 1
            if self.after == "when" and self.beyond in ("he", "she"):
                return self._aged(at)
            after = self.after in self.table.after_age or not self.after[:1].isalnum()
            if after and not _OLDEST.isdisjoint(self.lowers[max(0, at - REACH) : at]) and self._is_said_so():
                return self._aged(at)
            if after and (before in self.table.am or self._low(at - 1) in self.table.somebody) and self._is_said_so():
                return self._aged(at)
        elif self._is_second():
            return self._aged(first - 1)
        elif before == "at" and (self._is_opening() or (not self._goes_on() and self._is_at_age())):
            return self._aged(first - 1)
        elif self._is_lived() or (before in ("young", "old") and self._low(first - 2) == "as"):
            return self._aged(first - 1) if self._closes(self.last) else None
        elif before == "of" and self._low(first - 2) in _CHILD and self._low(first - 3) in ("a", "an"):
            return self._aged(first - 2) if self._closes(self.last) else None  # "a boy of nine"
        elif before == "of" and self._low(first - 2) in self.table.young and not self.after[:1].isalnum():
            return self._aged(first - 2) if self.group.numerals[0].form == "digits" else None
        elif before in (",", "and"):
            return self._another_age() or self._named_age() or self._age_now()
        return self._age_now() or self._age_of(first - 1)

    def _is_lived(self) -> bool:
        """Say whether people live or work until then: "lived to 90", "work on till 68", "retire by 62"."""
        before = self.before
        if before in self.table.retirement:
            return self.first < self.group.first  # "retirement under 60"
        at = self.first - 2
        if before in _LIMITS and self._low(at) in self.table.retirement:
            return True
        return before in ("until", "to", "till") and self._low(at - (self._low(at) == "on")) in self.table.live

    def _is_opening(self) -> bool:
        """Say whether the number opens a sentence about a person: "At 34 she", "At 12, I'm"."""
        following = self.beyond if self.after == "," else self.after
        if self.first != 1 or following in self.table.somebody or following in self.table.am:
            return self.first == 1
        return self.after == "," and self.group.numerals[0].form == "digits" and self._is_person(self.last + 1)

    def _is_person(self, at: int) -> bool:
        """Say whether a name of one or two words has a verb behind it: "At 34, Ann Smith is"; not "At 40, sales"."""
        words = self.sentence.words[at : at + 3]
        names = [word for word in words if word.istitle() and word.isalpha()]
        verb = self._low(at + len(names))
        is_name = 0 < len(names) < len(words) and words[: len(names)] == names
        return is_name and (verb in self.table.be or verb in _AUXILIARIES or noun.is_verb(verb, self.lexicon))

    def _goes_on(self) -> bool:
        """Say whether "to" another number follows; not "at 15 to become a cook"."""
        return self.after == "to" and (not self.beyond.isalpha() or any(g.first == self.last + 1 for g in self.groups))

    def _is_at_age(self) -> bool:
        """Say whether somebody does something at an age: "left school at 16", "the youngest mayor at 24"."""
        if self._has_lived():
            return True
        if self.group.numerals[0].form != "digits":
            return False
        at = self.first - 2
        if self.after == "when" and self.beyond in self.table.somebody:
            return self._low(at) not in self.table.moves and not noun.is_verb(self._low(at), self.lexicon)
        if self._low(at) in ("professional", "pro") and self._low(at - 1).startswith("turn"):
            return self._closes(self.last)
        is_person = noun.family(self._low(at), self.lexicon) == "person" and self._closes(self.last)
        return is_person and not _OLDEST.isdisjoint(self.lowers[max(0, at - _SUPERLATIVE) : at])

    def _age_now(self) -> UnitMark | None:
        """Read an age between commas behind a person: "Ann Smith, now 34, has", "the twins, still only eight,"."""
        at = self.group.first - 1
        while at > 0 and (self._low(at) in self.table.now or self._low(at) == "by"):
            at -= 1
        if self.after not in (",", ".", ")", "") or not 0 < at < self.group.first - 1 or self._low(at) != ",":
            return None
        name = self._low(at - 1)
        if noun.is_person(name, self.lexicon):
            return self._aged(at + 1)
        if self._low(at - 2) in _WHERE:
            return None  # "the rate in Peru, now 34, fell"
        is_name = self.sentence.words[at - 1].istitle() and name.isalpha() and not noun.is_stop(name, self.lexicon)
        known = self.table.heads.keys() | self.table.flow | self.table.countable
        if at == 1 and (name in known or noun.is_plural(name, self.lexicon)):
            return None  # "Costs, now 40, are rising"
        return self._aged(at + 1) if is_name else None

    def _has_lived(self) -> bool:
        """Say whether what people do at an age stands a few words before: "died there at 50", "became a judge at"."""
        if not self._closes(self.last):
            return False
        start = max(0, self.first - REACH)
        for at in range(start, self.first - 1):
            low = self.lowers[at]
            is_lived = low in self.table.lived and (not low.startswith("bec") or self._is_name(at + 1))
            if is_lived or (low in self.table.leaving and self._low(at + 1) in self.table.schools):
                return not any(g.first > at for g in self.groups[: self.at])
        return False

    def _is_name(self, at: int) -> bool:
        return self._low(at) in ("a", "an", "the") or self.sentence.words[at].istitle()

    def _is_second(self) -> bool:
        """Say whether the age of another person stands as the one before: "a mayor at 27, a minister at 36"."""
        other = self.previous
        if other is None or other.unit is None or other.unit.rule != "elided_age" or not self._closes(self.last):
            return False
        return self.before in ("at", "until") and self._low(other.first - 1) == self.before

    def _is_years(self) -> bool:
        mark = self.group.numerals[-1]
        return mark.form in ("digits", "words") and mark.scale == 1 and 0 < mark.value < OLDEST and self._is_count()

    def _is_said_so(self) -> bool:
        """Say whether digits or "when" make it an age: "when she was eight"; not "he was one"."""
        return self.group.numerals[0].form == "digits" or "when" in self.lowers[max(0, self.first - 4) : self.first]

    def _another_age(self) -> UnitMark | None:
        """Read "children of 5, 6 and 7" on."""
        other = self.previous
        if other is None or other.unit is None or other.unit.unit.kind is not AGE or not self._reaches(1):
            return None
        return self._mark(other.unit.unit, *other.unit.words, "elided_age") if self._closes(self.last) else None

    def _named_age(self) -> UnitMark | None:
        """Read an age between a name and what is told of the person: "Ann Smith, 17 - who was jailed"."""
        name = self.sentence.words[self.first - 2] if self.first > 1 else ""
        is_told = self.after in HYPHENS and self.beyond in ("who", "whose")
        return self._aged(self.first - 2) if self.before == "," and is_told and name.istitle() else None

    def _age_of(self, at: int) -> UnitMark | None:
        """Read "raise the voting age to 18", "the average age of a player being 29"."""
        if not self._closes(self.last):
            return None
        moved = False
        for t in range(at, max(-1, at - FAR), -1):
            low = self.lowers[t]
            if low == "age":
                is_age = moved or t == at - 1 or all(self._is_aged(g) for g in self.groups[: self.at] if g.first > t)
                return self._aged(t) if is_age and self._is_headed(t) else None
            if low in self.table.breaks or not (low[0].isalnum() or low in HYPHENS or low == ","):
                return None
            if low in self.table.be and t != at:
                moved = True
            elif low in self.table.moves:
                moved = True
        return None

    @staticmethod
    def _is_aged(group: Group) -> bool:
        return group.unit is not None and group.unit.rule == "elided_age"

    def _is_headed(self, t: int) -> bool:
        """Say whether "age" is a noun of its own: "the pension age for women"; not "age groups", "old age homes"."""
        following = self._low(t + 1)
        return noun.is_stop(following, self.lexicon) or following in self.table.moves

    def _aged(self, at: int) -> UnitMark:
        return self._mark(index(self.lexicon).by_name["year of age"], at, at + 1, "elided_age")
