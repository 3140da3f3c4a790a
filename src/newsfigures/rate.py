"""What a figure is per where that stands apart from its unit: "sell 40 homes every week", "12 litres of oil daily".

A rate right behind its unit ("$5 a share") is a part of the unit and is read there. Here a word of time or "per"
further on, or in front ("every day 300 people ..."), finds the figure that it goes with, and a number without a unit is
per something too ("up to 200 a week").
"""

import functools
import re
from collections.abc import Mapping, Sequence
from typing import Final, final

import attrs

from . import clause, hedge, noun
from .group import Group
from .lexicon import Lexicon
from .numberword import PLAIN, VAGUE
from .ontology import AGE, COUNT, MEASURE, MONEY, NONE, RATIO, Unit, index, per
from .surface import Scanner
from .text import Sentence
from .unit import UnitMark

#: The units of the classes "rate day", "rate week" ...: words that say alone how often.
_PERIODS: Final = ("hour", "day", "week", "month", "year")
#: So many words may stand between a figure and what it is per, and between a time in front and its figure.
_REACH: Final = 12
_AHEAD: Final = 8
#: Fewer doers may do together what they do every day; more of them are counted day by day.
_FEW: Final = 100
#: Before a rate of exchange: "trading at 9,350 to the dollar".
_TRADED: Final = frozenset({"at", "to", "of", "around", "about", "from", "near"})
_THOUSAND: Final = 1000
_PLAIN: Final = PLAIN | VAGUE
_TIMES: Final = frozenset({"multiple", "often"})
#: By letters of the clause: what belongs to the figure's noun, and what is done with it.
_ADJUNCT: Final = re.compile(r"[opFtfwy][dxXre#'$oc-]*(?:[pFtfw][dxXre#'$o-]*)?\Z")
_CLOSING: Final = frozenset(('"', "\u201d"))
_PREPOSITIONS: Final = frozenset("pofFtwy")
_PASSIVE: Final = re.compile(r"z?m?h?r*b+[rn]*[eKPgGYIsv](?:c[evKP]|[rpofFtwydxXqe#'-])*\Z")
_ACTIVE: Final = re.compile(r"z?[rm]*(?:[vsagKBDIGYe]|x(?=[rp]))(?:[rpofFtwydxXqeg#'-])*\Z")


@functools.lru_cache(maxsize=8)
def _frequencies(lexicon: Lexicon) -> Mapping[str, Unit]:
    """Return the words that say alone how often, with their units: "annually", "daily"."""
    table = index(lexicon)
    return {word: table.words[name] for name in _PERIODS for word in table.classes[f"rate {name}"]}


@functools.lru_cache(maxsize=8)
def _starts(lexicon: Lexicon) -> frozenset[str]:
    """Return the words at which a rate is looked for: a time, "per", what a rate of exchange is for."""
    classes = index(lexicon).classes
    return classes["rate time"].union(classes["per"], classes["to each"], classes["exchange"], _frequencies(lexicon))


@functools.lru_cache(maxsize=8)
def _times(lexicon: Lexicon) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words of time that a rate is per, and those that must stand in front of them: "a", "every"."""
    classes = index(lexicon).classes
    others = classes["per"].union(classes["to each"], classes["exchange"], _frequencies(lexicon))
    return classes["rate time"] - others, classes["each"]


def sought(lexicon: Lexicon) -> frozenset[str]:
    """Return the words without which a sentence holds no rate but beside its unit."""
    return _starts(lexicon)


def spread(sentence: Sentence, groups: Sequence[Group], lexicon: Lexicon) -> None:
    """Give each figure what it is per, where a word apart from it says so."""
    starts = _starts(lexicon)
    if starts.isdisjoint(sentence.telling):
        return
    times, each = _times(lexicon)
    reader = None
    lowers = sentence.lowers
    for at, low in enumerate(lowers):
        if low in starts:
            if low in times and (not at or lowers[at - 1] not in each):
                continue  # most: "last year", "in May"
            if reader is None:
                reader = _Reader(sentence, groups, lexicon)
            reader.look(at, low)
    if reader is not None:
        reader.share()


@final
class _Reader:
    """Looks around one word of a rate after the other. Internal."""

    __slots__ = ("groups", "lexicon", "lowers", "sentence", "table", "tags")

    def __init__(self, sentence: Sentence, groups: Sequence[Group], lexicon: Lexicon) -> None:
        self.sentence = sentence
        self.lowers = sentence.lowers
        self.groups = [group for group in groups if group.kind or group.numerals[0].form != "article"]
        self.lexicon = lexicon
        self.table = index(lexicon)
        self.tags = ""

    def look(self, at: int, low: str) -> None:
        """Read the rate whose first telling word stands at token `at`."""
        frequency = _frequencies(self.lexicon).get(low)
        if frequency is not None:
            self._often(at, frequency)
        elif low in self.table.classes["per"]:
            self._behind(at, at + 1, "per")
        elif low in self.table.classes["to each"]:
            if self._low(at - 1) == "for":
                self._for_each(at)
        elif low in self.table.classes["exchange"]:
            self._exchange(at)
        else:
            before = self._low(at - 1)
            if before in self.table.classes["each"]:
                is_article = before in self.table.classes["article"]
                self._behind(at - 1, at, "article" if is_article else "each")

    def _low(self, at: int) -> str:
        return self.lowers[at] if 0 <= at < len(self.lowers) else ""

    def _said(self, name: str, at: int) -> bool:
        return self._low(at) in self.table.classes[name]

    def _closes(self, at: int) -> bool:
        low = self._low(at)
        return low in ("and", "or") or noun.is_stop(low, self.lexicon)

    # -- which figure ------------------------------------------------------------------------------------------

    def _owner(self, at: int) -> Group | None:
        """Return the nearest figure that ends before token `at`; `None` where one reaches over it or is a rate."""
        found = None
        for group in self.groups:
            if group.first > at:
                break
            if group.last > at:
                return None
            if found is None or group.unit is None or group.unit.rule != "unit_hyphen" or group.first > found.last:
                found = group  # the bags of "five mln 60-kilo bags" are so many a year
        if found is None or found.kind == "ratio" or at - found.last > _REACH:
            return None
        mark = found.unit
        if mark is not None and (mark.rule.endswith("_rate") or mark.unit.kind is AGE or " per " in mark.unit.name):
            return None
        return found

    def _behind(self, first: int, at: int, word: str) -> None:
        """A word of time, or "per", behind its figure; or a time in front of it."""
        owner = self._owner(first)
        found = self._read(owner, first, at, word)
        if found is None:
            return
        if owner is not None and self._is_of(owner, first, word):
            self._add(owner, found, first)
        elif word == "each":
            ahead = self._ahead(first, found[1])
            if ahead is not None:
                self._give(ahead, found, (first, found[1]), far=True)

    def _read(self, owner: Group | None, first: int, at: int, word: str) -> tuple[Unit, int, int] | None:
        scanner = Scanner(self.sentence, owner.first if owner else 0, owner.last if owner else 0, self.lexicon)
        if word == "per":
            return scanner.per(at, slash=False)
        return scanner.each(at, firm=owner is not None and owner.last == first and self._is_firm(owner))

    def _is_firm(self, group: Group) -> bool:
        mark = group.unit
        if mark is not None and (
            mark.unit.kind is MONEY or (mark.unit.kind is MEASURE and mark.unit.dimension != "time")
        ):
            return True
        return self._size(group) >= _FEW

    @staticmethod
    def _size(group: Group) -> float:
        mark = group.numerals[-1]
        return float(mark.floor if mark.form in VAGUE else mark.value)

    @staticmethod
    def _end(group: Group) -> int:
        """Return the token behind a figure and its noun, which may stand behind another number: "5 60-kilo bags"."""
        return group.last if group.unit is None else max(group.last, group.unit.head + 1)

    def _is_of(self, owner: Group, first: int, word: str) -> bool:
        """Say whether a rate at token `first` goes with the figure before it."""
        mark = owner.unit
        gap = self.lowers[self._end(owner) : first]
        is_bare = mark is None
        form = owner.numerals[-1].form
        if form not in _PLAIN:
            return not gap and form in _TIMES and mark is not None and mark.rule == "times"
        if not gap or gap == ["("] or (gap == [","] and owner.equals and form != "plural"):
            return True  # "$3, or 40 pesos, a day"
        if hedge.is_behind(gap, self.lexicon):
            return True  # "20% or more per month"
        if gap[-1] in ("and", "or"):
            return False  # "8GB of maps and a second with roads"
        if is_bare or mark is None:
            return False
        kind = mark.unit.kind
        if gap[-1] == ")" and gap[0] in ("(", ")") and len(gap) < 4:
            return word not in ("each", "often")
        if word == "per" and not self._said("rate time", first + 1):
            return (gap[0] == "of" and len(gap) < 4) or (self._said("terms", owner.last) and len(gap) < 4)
        if kind is RATIO:
            return False
        return self._is_done(owner, first, word)

    def _is_done(self, owner: Group, first: int, word: str) -> bool:
        """Say whether what stands between a figure and a time is of the figure, or is done with it."""
        if not self.tags:
            self.tags = clause.read(self.sentence, self.lexicon).tags
        tags = self.tags[self._end(owner) : first - (self._low(first - 1) in _CLOSING)]
        tags = tags.removesuffix("(")
        if tags[-1:] in _PREPOSITIONS:
            return False  # "one moment during a year"
        assert owner.unit is not None
        is_time = owner.unit.unit.dimension == "time"
        is_measure = owner.unit.unit.kind is MEASURE
        if is_measure and word == "often" and "e" in tags:
            return False  # "the 300 tonnes of coal used annually": how often it is used
        if _ADJUNCT.match(tags):
            opener = self._low(owner.first - 1)
            return not (
                is_time and opener in ("for", "in", "after", "within", "over", "during", "last", "past", "next")
            )
        if is_time or owner.unit.unit.kind is not COUNT:
            return False
        if self._said("definite", owner.first - 1) and self._size(owner) < _THOUSAND:
            return False
        if _PASSIVE.match(tags):
            return True
        return word != "article" and bool(_ACTIVE.match(tags)) and self._size(owner) >= _FEW

    def _ahead(self, first: int, last: int) -> Group | None:
        """Find the figure of a clause that a time opens: "Every day, 300 people"."""
        if first and self._low(first - 1) not in ("", ".", ",", ";", ":", '"', "\u201c", "but", "that", "("):
            return None
        group = next((group for group in self.groups if group.first >= last), None)
        if group is None or group.unit is None or group.unit.unit.kind in (AGE, RATIO):
            return None
        if group.unit.unit.dimension == "time" or group.unit.rule.endswith("_rate"):
            return None
        gap = self.lowers[last : group.first]
        if len(gap) > _AHEAD or self._said("definite", group.first - 1):
            return None
        return None if any(word in self.table.classes["not ahead"] for word in gap) else group

    # -- which rate --------------------------------------------------------------------------------------------

    def _often(self, at: int, period: Unit) -> None:
        """An adverb behind its figure ("12 mln visitors annually"), or an adjective ("two daily flights")."""
        holder = next((g for g in self.groups if g.numerals[-1].last <= at < g.last), None)
        if holder is not None:
            self._adjective(holder, at, period)
            return
        owner = self._owner(at)
        if owner is None:
            return
        if owner.last == at and owner.unit is not None and owner.unit.unit.kind is MONEY and self._said("fee", at + 1):
            self._add(owner, (period, at + 1, 1), at)
            return
        following = self._low(at + 1)
        is_adjective = self.lowers[at] != "annually" and following[:1].isalnum() and not self._closes(at + 1)
        if not is_adjective and self._is_of(owner, at, "often"):
            self._add(owner, (period, at + 1, 1), at)

    def _adjective(self, holder: Group, at: int, period: Unit) -> None:
        mark = holder.unit
        if mark is None or mark.rule != "noun" or self.lowers[at] not in mark.unit.modifiers:
            return
        if mark.unit.name not in self.table.classes["frequent"]:
            return
        kept = tuple(word for word in mark.unit.modifiers if word != self.lowers[at])
        mark.unit = per(self.lexicon, attrs.evolve(mark.unit, modifiers=kept), period)
        mark.rule += "_rate"

    def _for_each(self, at: int) -> None:
        """1.9 pages for each search, $5 for every mile"""
        owner = self._owner(at - 1)
        if owner is None or owner.unit is None or owner.last != at - 1 or owner.unit.unit.kind not in (COUNT, MONEY):
            return
        found = Scanner(self.sentence, owner.first, owner.last, self.lexicon).per(at + 1, slash=False)
        if owner.unit.unit.kind is MONEY and self._low(at + 2) != "of":
            low = self._low(at + 1)
            coin = self.table.by_name["pound sterling"] if low == "pound" else self.table.words.get(f"{low}s")
            if coin is not None and coin.kind is MONEY and owner.unit.unit != coin:
                self._give(owner, (coin, at + 2, 1), (at - 1, at + 2))  # "40p for every pound spent"
                return
        if found is not None and (not self._said("two kinds", at + 1) or self._is_weighed(at + 2)):
            self._give(owner, found, (at - 1, found[1]), far=found[2] > 1)  # so many are a figure of their own

    def _is_weighed(self, at: int) -> bool:
        """Say whether pounds of something are weight: "$3 for each pound of tea"; not "for every pound of tax"."""
        is_thing = self._low(at) == "of" and self._low(at + 1)[:1].isalpha() and not self._closes(at + 1)
        return is_thing and self.table.classes["money of"].isdisjoint(self.lowers[at + 1 : at + 4])

    def _exchange(self, at: int) -> None:
        """147 yen to the dollar, 7.65 to the US dollar"""
        start = at
        while start > 1 and self.lowers[start - 1] != "the" and at - start < 2:
            start -= 1
        if self._low(start - 1) != "the" or self._low(start - 2) != "to":
            return
        owner = self._owner(start - 2)
        if owner is None or owner.last != start - 2:
            return
        following = self._low(at + 1)
        if (following[:1].isalpha() and not self._closes(at + 1)) or following in ("'", "'s", "-"):
            return
        found = Scanner(self.sentence, owner.first, owner.last, self.lexicon).surface(start, attached=False)
        if found is None or found[0].kind is not MONEY or found[1] != at + 1:
            return
        if owner.unit is None:
            at_rate = self._low(owner.first - 1) in _TRADED
            if not all(mark.form == "decimal" or (at_rate and mark.value >= _FEW) for mark in owner.numerals):
                return
        elif owner.unit.unit.kind is not MONEY or owner.unit.unit.dimension == found[0].dimension:
            return
        self._give(owner, (*found, 1), (start - 2, found[1]))

    def _add(self, owner: Group, found: tuple[Unit, int, int], first: int) -> None:
        mark = owner.unit
        if mark is not None and mark.base[1] > first:
            mark.base = (mark.base[0], first)  # "700 barrels of oil daily"
        between = self._low(owner.last) if owner.last < first else ""
        self._give(owner, found, (first, found[1]), far=between not in ("", "of", "(", ")"))

    def share(self) -> None:
        """Let two figures have the rate that is said once for both: "2 tonnes of rye and 9 of oats daily"."""
        for other, owner in zip(self.groups, self.groups[1:], strict=False):
            mark = owner.unit
            if mark is None or not mark.rule.endswith("_rate") or not self._goes_along(other, owner):
                continue
            last = max(owner.last, mark.words[1])
            period = _frequencies(self.lexicon).get(self._low(last - 1))
            if period is None and self._said("to each", last - 2) and self._said("rate time", last - 1):
                period = self.table.words[self._low(last - 1)]
            if period is not None:
                self._give(other, (period, last, 1), (last - 1, last), far=True)

    def _goes_along(self, other: Group, owner: Group) -> bool:
        """Say whether a figure shares the rate of the next one: "500 tonnes of coal and 700 barrels of oil daily"."""
        gap = self.lowers[other.last : owner.first]
        if (
            not gap
            or len(gap) > _AHEAD
            or other.unit is None
            or owner.unit is None
            or other.unit.rule.endswith("_rate")
        ):
            return False
        a, b = other.unit.unit, owner.unit.unit
        if a.kind is not MEASURE or b.kind is not MEASURE or a.dimension == "time":
            return False
        return "and" in gap[-2:] and (gap[0] == "of" or gap[0] == "and")

    def _give(self, owner: Group, found: tuple[Unit, int, int], words: tuple[int, int], *, far: bool = False) -> None:
        """Make a figure's unit, and those of its equivalents, one per something."""
        bottom, last, number = found
        for group in (owner, *owner.equals):
            mark = group.unit
            if mark is None:
                bare = per(self.lexicon, NONE, bottom, number)
                unit = attrs.evolve(bare, name=bare.name.strip())
                group.unit = UnitMark(unit, group.first, group.last, "rate", words)
            elif not mark.rule.endswith("_rate") and (mark.unit != bottom or number > 1):
                mark.unit = per(self.lexicon, mark.unit, bottom, number)
                mark.rule += "_rate"
        if not far:
            owner.last = max(owner.last, last)
