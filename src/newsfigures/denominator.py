"""What follows a unit: what it is per ("$5 a barrel"), what it is of ("40 tonnes of food"), and "below zero"."""

from fractions import Fraction

import attrs

from . import noun, nounphrase
from .countednoun import SHORT
from .ontology import COUNT, MEASURE, MONEY, RATIO, Unit, count, per
from .surface import Scanner
from .text import HYPHENS
from .unitmark import UnitMark


class Denominator(Scanner):
    """Reads on behind the unit of one number. Internal."""

    __slots__ = ()

    def extend(self, mark: UnitMark) -> None:
        """Add what may follow a unit, a rate or the whole; tell levels from differences, and years from ages."""
        at = mark.last
        if at < len(self.lowers) and self.lowers[at] in self.table.followers and mark.rule != "share":
            self._follow(mark)
        unit = mark.unit
        if (
            unit.dimension in ("temperature", "degree")
            and self.said("below", mark.last)
            and self.said("zero", mark.last + 1)
        ):
            mark.factor = Fraction(-1)
            mark.last += 2
        elif unit.dimension == "temperature" and self._is_difference(mark):
            mark.unit = attrs.evolve(unit, dimension="temperature difference", offset=Fraction(0))
        elif unit.name == "year" and mark.rule == "unit":
            self._aged(mark)

    def _follow(self, mark: UnitMark) -> None:
        at = mark.last
        if self.lowers[at] in HYPHENS and self.joined(at) and (self.said("each", at + 1) or self.said("per", at + 1)):
            at += 1
        low = self.lowers[at]
        if low == "(":
            if mark.unit.kind is MONEY and self.low(at + 2) == ")" and self.lowers[at + 1].isalpha():
                self._rate_here(mark, at + 3)  # "270 European currency units (Ecu) a tonne"
        elif low == "/" or self.said("each", at) or self.said("per", at):
            self._rate(mark, at)
        elif self.said("clipped denominator", at):
            self._clipped(mark, at)
        elif low == "of" and mark.unit.kind not in (COUNT, MONEY):
            phrase = nounphrase.find(self.sentence, at, self.lexicon)
            if phrase is not None:
                mark.base = (phrase.first, phrase.last)
                self._rate_behind(mark, phrase.last)

    def _rate_behind(self, mark: UnitMark, at: int) -> None:
        """40 tonnes of food a day, 12 litres of milk and cream per head: what it is per stands behind what it is of"""
        if self.low(at) == "and":
            other = nounphrase.find_whole(self.sentence, at + 1, self.lexicon)
            at = at if other is None else other.last
        if mark.unit.kind is not RATIO or not self.said("per", at):  # "6% of all visits per day" are of the visits
            self._rate_here(mark, at)

    def _rate_here(self, mark: UnitMark, at: int) -> None:
        if self.said("each", at) or self.said("per", at):
            self._rate(mark, at)

    def _clipped(self, mark: UnitMark, at: int) -> None:
        """Read "6.40 dlrs share", "30 cts shr": the article is left out behind coins, and no noun follows."""
        after = self.low(at + 1)
        is_end = not after[:1].isalnum() or noun.is_stop(after, self.lexicon)
        if mark.unit.kind is MONEY and mark.words[1] == at and self.low(at - 1).endswith("s") and is_end:
            mark.unit = per(self.lexicon, mark.unit, count(self.lexicon, "share", ()))
            mark.rule, mark.last = mark.rule + "_rate", at + 1

    def _aged(self, mark: UnitMark) -> None:
        """A number of years behind "aged" or "age of" is an age."""
        at = self.first - 1
        if self.said("age", at) or (self.low(at) == "of" and self.said("age", at - 1)):
            mark.unit = self.table.by_name["year of age"]
            mark.first, mark.rule = at, "age_before"

    def _is_difference(self, mark: UnitMark) -> bool:
        return self.low(self.first - 1) == "by" or self.said("difference", mark.last)

    def _rate(self, mark: UnitMark, at: int) -> None:
        """a barrel, per 100,000 people, /h, an hour, every day"""
        following = at + 1
        if self.low(following) in HYPHENS and self.joined(following):
            following += 1
        if self.low(following) == "one" and self.low(following + 1).isalpha():
            following += 1  # "per one litre"
        if self.said("each", at):
            hyphened = self.low(at - 1) in HYPHENS and self.joined(at)  # "a 24-page-a-week comic"
            timed = mark.unit.dimension == "time" and mark.unit.kind is MEASURE
            found = self.each(following, firm=hyphened or self._is_firm(mark.unit), timed=timed)
            if found is None or (found[0].dimension != "time" and not self.said("article", at)):
                return
        else:
            found = self.per(following, slash=self.low(at) == "/") or self._per_people(mark.unit, following)
            if found is None:
                return
        unit, end, number = found
        if unit != mark.unit or number > 1:
            mark.unit = per(self.lexicon, mark.unit, unit, number)
            is_first = not mark.rule.endswith("_rate")
            mark.last = end
            if is_first:
                mark.rule += "_rate"
                self._rate_here(mark, end)  # "per person per year"

    def _per_people(self, unit: Unit, at: int) -> tuple[Unit, int, int] | None:
        """Eight people per thousand: of a thousand such people."""
        number, end = self._many(at)
        return (unit, end, number) if number > 1 and unit.family == "person" else None

    def _is_firm(self, unit: Unit) -> bool:
        """Say whether an amount is one of money or of a measure, or a large number."""
        if unit.kind is MONEY or (unit.kind is MEASURE and unit.dimension != "time"):
            return True
        digits = self.words[self.first]
        return (digits[0].isdigit() and len(digits) > SHORT) or self.low(self.last - 1) in self.table.scales
