"""Ages that words or marks beside a number tell: "aged 34", "Ann Smith, 34, of Leeds", "people over 50"."""

from typing import Final

from . import noun
from .surface import Scanner
from .text import HYPHENS
from .unitmark import UnitMark

#: Nobody in the news is older.
OLDEST: Final = 115
_GROUPS: Final = frozenset(("group", "groups", "bracket", "brackets", "range", "band", "bands", "category"))
#: No pupil is so old.
_PUPIL: Final = 20


class AgeWord(Scanner):
    """Looks for a person beside one number. Internal."""

    __slots__ = ()

    def _is_aside(self) -> bool:
        """Say whether the number in brackets is the age of the one named before: "Ann Smith (19) was hurt"."""
        at = self.first - 2
        if at < 1 or not self._is_years() or self.low(self.last) != ")":
            return False
        named = all(self.words[t][0].isupper() and self.words[t][1:].islower() for t in (at, at - 1))
        return named and not self.table.classes["about persons"].isdisjoint(self.lowers)

    def _age(self, rule: str, at: int) -> UnitMark:
        return UnitMark(self.table.by_name["year of age"], self.first, self.last, rule, (at, self.first))

    def _schooled(self, at: int) -> UnitMark | None:
        """Read the ages of pupils before a word of school, and of a group: "14-19 diplomas"; not "14 diplomas"."""
        left = self.low(self.first - 2)
        is_group = self.low(at) == "age"
        if is_group and self.low(at + 1) not in _GROUPS:
            return None
        is_band = self.low(self.first - 1) in HYPHENS and self.joined(self.first) and self.joined(self.first - 1)
        is_band = is_band or (is_group and self.low(self.first - 1) == "to")
        if not (is_band and self._is_years() and left.isdecimal()):
            return None
        if not int(left) < int(self.low(self.first)) < (OLDEST if is_group else _PUPIL):
            return None
        return UnitMark(self.table.by_name["year of age"], self.first, self.last, "age_band", (at, at + 1))

    def bracket(self, counted: UnitMark | None) -> UnitMark | None:
        """People over 50, those under 18; but not "people over 50 boats carried"."""
        at = self.first - 1
        if not (self._is_years() or self._is_word()):
            return None
        if counted is not None and noun.is_plural(self.words[counted.head], self.lexicon):
            return None
        low = self.lowers[at - 2 if at > 1 and self.lowers[at - 1] in ("are", "were") else at - 1]
        is_person = noun.is_plural(low, self.lexicon) and noun.is_person(low, self.lexicon)
        is_person = is_person or self.said("anybody", at - 1) or self._is_somebody(at - 2)
        return self._age("age_bracket", at) if is_person else None

    def _is_somebody(self, at: int) -> bool:
        """Say whether people are said to be over or under so many: "prove that they are over 18"."""
        if not (self.said("be", at + 1) or self.said("being", at + 1)) or not self._is_years():
            return False
        if self.low(at) in ("must", "should"):
            return noun.is_person(self.low(at - 1), self.lexicon) or self.said("persons", at - 1)
        return self.said("somebody", at) or self.said("persons", at)

    def _said_of_somebody(self, at: int) -> bool:
        """Say whether the number is what somebody is: "who was 10.", "she will be 35 by then"."""
        if not self._is_years():
            return False
        after = self.low(self.last)
        if after[:1].isalnum() and not self.said("after age", self.last):
            return False
        if self.said("somebody", at - 1) or (self.said("age auxiliary", at - 1) and self.said("somebody", at - 2)):
            return True
        return at > 1 and self.low(at - 1) == "must" and noun.is_person(self.lowers[at - 2], self.lexicon)

    def _is_years(self) -> bool:
        text = self.words[self.first]
        return self.last - self.first == 1 and text.isdecimal() and len(text) < 4 and 0 < int(text) < OLDEST

    def _is_word(self) -> bool:
        """Say whether the number is one word and no more: "children under seven"."""
        return self.last - self.first == 1 and self.lowers[self.first] in self.table.small

    def _apposition(self) -> bool:
        """Say whether the number is an age between commas behind a person: "Ann Smith, 34, of Leeds"."""
        if not self._is_years() or self.low(self.last) not in (",", ".", ")") or self.first < 2:
            return False
        name = self.words[self.first - 2]
        low = name.lower()
        if name == low:
            # "the driver, 34, was hurt"
            return self.low(self.last) == "," and noun.family(low, self.lexicon) == "person"
        is_name = name[0].isupper() and name.isalpha()
        return is_name and low not in self.table.words and not noun.is_stop(low, self.lexicon)
