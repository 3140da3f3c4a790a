"""People of whom a bare number tells nothing but what they do, or what befalls them: "killed five", "millions vote"."""

from collections.abc import Sequence
from typing import Final

from . import noun
from .bare import JOINTS, OPENERS, BareNumber
from .group import Group
from .ontology import COUNT, count
from .unitmark import UnitMark

_VAST: Final = frozenset({"scaled", "plural"})
#: A place holds so many people at least.
_CROWD: Final = 50
_ABOARD: Final = frozenset({"aboard", "onboard", "overboard"})
#: In front of the two sides of a vote.
_VOTES: Final = frozenset({"voted", "vote", "votes", "ballot"})
_US: Final = frozenset({"us", "you"})


class Crowd(BareNumber):
    """Looks for what only people do, or what befalls them. Internal."""

    __slots__ = ()

    def crowd(self) -> UnitMark | None:
        """Read "millions vote", "hundreds left homeless"."""
        return self.audience() or self._harmed()

    def audience(self) -> UnitMark | None:
        """Read "some 17,000 watched", "the millions who vote": only people do so, where nothing else is counted."""
        at = self.last
        if self.before in self.table.hosting:
            return self._hosted()
        if self.before in self.table.employing and self._closes(self.last):
            return self._people(self.first - 1, ())  # "the plant employs 450"
        if self.after == "who" and self.group.numerals[-1].form != "one" and self._is_count():
            return self._people(at, ())
        if self.after in _ABOARD or (self.after == "on" and self.beyond == "board"):
            return self._people(at, ())  # "with 300 aboard"
        if self.after == "of" and self.beyond in _US:
            return self._people(at + 1, ())  # "millions of us"
        if self.after in ("around", "across") and self.beyond == "the":
            at += 3  # "thousands across the valley watched"
        if self.after == "to" or self.after in self.table.verbs:
            if self.after in ("are", "were", "did", "do"):
                return None
            at += 1
        left = at + (self._low(at) == "been")
        if self._is_left(left):
            return self._people(left + 1, self.groups[: self.at])  # "thousands left homeless"
        if self._low(at) not in self.table.public or not (self.group.numerals[-1].form in _VAST or self._is_big()):
            return None
        before = self.before
        if before[:1].isalnum() and before not in OPENERS and before not in JOINTS:
            return None
        return self._people(at, self.groups[: self.at])

    def voted(self) -> UnitMark | None:
        """Read "voted 64 to 32", "by a vote of 64 to 32": both sides are so many votes."""
        other, following, at = self.previous, self.groups[self.at + 1 : self.at + 2], self.first - 1
        if self.before == "to" and other is not None and other.last == at:
            at = other.first - 1
        elif self.after != "to" or not following or following[0].first != self.last + 1:
            return None
        at -= self._low(at) in ("of", "was")
        if self._low(at) not in _VOTES:
            return None
        return self._mark(count(self.lexicon, "vote", ()), at, at + 1, "elided_group")

    def _harmed(self) -> UnitMark | None:
        """Read "killed five", "in which 96 died": those that it befalls are people where nothing else is counted."""
        at = self.first - 1
        if self.before not in self.table.harms or not self._closes(self.last):
            at = self.last
            if self.after in self.table.be or self.after in ("have", "had", "has"):
                at += 1 + (self._low(at + 1) == "been")
            is_done = at > self.last and (self._low(at) in self.table.harms or self._is_left(at))
            if self.after not in self.table.deaths and not is_done:
                return None
        beside = self.groups[: self.at + 2]
        if len(beside) > self.at + 1 and self._low(beside[-1].first - 1) in self.table.places:
            beside = beside[:-1]  # "killed 12 in two attacks"
        return self._people(at, beside)

    def _is_left(self, at: int) -> bool:
        """Say whether people are left so: "left homeless"."""
        return self._low(at) == "left" and noun.is_nominal(self._low(at + 1), self.lexicon)

    def _hosted(self) -> UnitMark | None:
        """Read "the ground holds 40,000", "it could accommodate 600": people, where nothing else is counted."""
        is_place = not self.table.venues.isdisjoint(self.lowers[: self.first])
        if not self._closes(self.last) or self.group.numerals[-1].value < _CROWD or not is_place:
            return None
        return self._people(self.first - 1, self.groups[: self.at])

    def _people(self, at: int, others: Sequence[Group]) -> UnitMark | None:
        """Count people by what is told of them, where the other numbers count nothing else."""
        counted = [g.unit.unit for g in others if g.unit is not None and g.unit.unit.kind is COUNT]
        if any(unit.family != "person" for unit in counted):
            return None
        return self._mark(count(self.lexicon, "people", ()), at, at + 1, "elided_group")
