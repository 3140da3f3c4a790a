"""Units that a bare number takes from words further off: its subject, what it is a part of, a parallel.

"The number of nurses rose to 520,000"; "a squad of 26"; "ten pictures, one of them lost"; "three sets, while men
play five". A number takes a unit only where nothing else could be meant, and its evidence are the words of the unit.
"""

from collections.abc import Sequence
from typing import Final, final

import attrs

from . import noun, nounphrase
from .age import Age
from .bare import FAR, NEAR, OPENERS, QUOTES, REACH, STEPS
from .elision import is_like
from .group import VERSUS, Group
from .level import Level
from .lexicon import Lexicon
from .ontology import COUNT, MONEY, Unit, count, index
from .text import HYPHENS, Sentence
from .unit import UnitMark

_BARE: Final = frozenset({"digits", "scaled", "words", "one"})
#: Between two numbers of one series: "won the first five games and lost the next four".
_ORDERED: Final = frozenset(("first", "next", "last", "final", "opening", "following", "remaining"))
_SPLITS: Final = frozenset((",", ":", "(", "-", "\u2013", "\u2014"))
_DASHES: Final = frozenset((":", "-", "\u2013", "\u2014"))
_VAST: Final = frozenset({"scaled", "plural"})
_LISTING: Final = frozenset({"and", "or"})
#: What shows that "one" is the first of those counted before: "two maps, one showing roads and another rivers".
_OTHERS: Final = frozenset({"another", "other", "others", "second", "one"})
_JOINTS: Final = frozenset({"and", "while", ",", "but"})
#: Forms of one verb begin alike: play, plays, playing.
_STEM: Final = 3
#: Verbs of levels that do not move: "membership is stuck above 7 million".
_STAYS: Final = frozenset({"stuck", "stayed", "stays", "stay", "remained", "remains", "held", "rose", "fell"})
_WHEN: Final = frozenset({"in", "at", "of", "last", "this", "the", "end", "early", "late", "today", "now", "currently"})
#: Before a number of more things of one kind.
_ADDED: Final = frozenset(("further", "another", "additional"))
#: How participles end.
_DONE: Final = ("ed", "wn", "ght", "pt", "ilt")
_US: Final = frozenset({"us", "you"})
#: What groups of people are counted in: squad -> player.
_MEN: Final = frozenset({"player", "people", "member"})
#: What comes one after the other, so that the last six are six of it.
_ROUNDS: Final = frozenset({"day", "week", "month", "quarter", "year", "season", "game", "match", "test", "session"})
_THEM: Final = frozenset({"them", "these", "those", "whom", "which"})


def lend(sentence: Sentence, groups: Sequence[Group], lexicon: Lexicon) -> bool:
    """Give bare numbers the unit that their sentence tells elsewhere; say whether any took one."""
    lent = False
    for at, group in enumerate(groups):
        if group.unit is not None:
            continue  # most
        form = group.numerals[0].form
        if form == "plural" and group.last < len(sentence.lowers):
            group.unit = _Lender(sentence, groups, at, lexicon).crowd()
            lent = lent or group.unit is not None
        elif (form in _BARE or form == "fraction") and group.kind in ("", "range"):
            if not VERSUS.isdisjoint(sentence.telling):
                return lent  # the rows of a table lend to each other
            reader = _Lender(sentence, groups, at, lexicon)
            group.unit = reader.unit() if form in _BARE else reader.part()
            lent = lent or group.unit is not None
    return lent


@final
class _Lender(Level, Age):
    """Looks around one bare number."""

    __slots__ = ()

    def unit(self) -> UnitMark | None:
        """Ask the rules in turn, the strongest evidence first."""
        before = self._low(self.first - 1)
        following = self._low(self.last + 1)
        if (following in _LISTING or following in HYPHENS) and self.after.isalpha():
            mark = self._sorted()
            if mark is not None:
                return mark
        if self.after == "the" and following in ("number", "total"):
            return self._number_of(self.last + 1)
        if self.after == "of":
            mark = self._part_of_group()
            if mark is not None:
                return mark
        mark = self._grouped(before) or self._harmed(before) or self._again(before) or self.audience()
        if mark is not None:
            return mark
        if before == "(":
            return self._bracketed()
        if before == "sold" and self._is_big():
            mark = self._sold()
            if mark is not None:
                return mark
        if self.after in self.table.marks and before in self.table.passing:
            return self._passed()
        if before == "," and "of" in self.lowers[: self.first]:
            mark = self._whole_before()
            if mark is not None:
                return mark
        if before == "with" and self._closes(self.last):
            mark = self._led()
            if mark is not None:
                return mark
        mark = self._age(before)
        if mark is not None:
            return mark
        if len(self.groups) > 1 or "which" in self.lowers:
            mark = self._parallel(before)
            if mark is not None:
                return mark
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
        if before in STEPS or before in self.table.moves or before == "of":
            return self._level(before)
        return None

    def part(self) -> UnitMark | None:
        """Read a fraction in a list of amounts: "1-1/8 pct for the sale and 3/8 for aid"."""
        before = self._low(self.first - 1)
        if not self.at or before not in (",", "and") or self.after not in self.table.places:
            return None
        return self._listed(before)

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

    def _led(self) -> UnitMark | None:
        """Read "she heads the nominations with 11": who leads in something has the most of it."""
        at = self.first - 2
        if at < 1 or not noun.is_plural(self.sentence.words[at], self.lexicon) or self.lowers[at] in self.table.lists:
            return None
        start = self._start(at)
        if self._low(start - 1) not in self.table.leading:
            return None
        phrase = nounphrase.find_whole(self.sentence, start, self.lexicon)
        return self._named(phrase) if phrase is not None and phrase.head == at else None

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

    def _part_of_group(self) -> UnitMark | None:
        """Read "12 of the present squad": those that a group is counted in."""
        if self._low(self.last + 1) not in noun.determiners(self.lexicon) or not self._is_count():
            return None
        for at in (self.last + 2, self.last + 3):
            if self.table.heads.get(self._low(at), "") in _MEN:
                return self._headed(at) if self._closes(at + 1) else None
        return None

    def _grouped(self, before: str) -> UnitMark | None:
        """Read "a population of 70,000", "a father-of-two", "a 6,900 majority"."""
        heads = self.table.heads
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
        if at < 1 or not noun.is_plural(self.sentence.words[at], self.lexicon):
            return None
        start = self._start(at)
        if self._low(start - 1) != "of" or (self._low(start - 2).isalpha() and self._low(start - 2) not in _JOINTS):
            return None
        phrase = nounphrase.find_whole(self.sentence, start, self.lexicon)
        return self._named(phrase) if phrase is not None and phrase.head == at else None

    def _harmed(self, before: str) -> UnitMark | None:
        """Read "killed five", "in which 96 died": those that it befalls are people where nothing else is counted."""
        at = self.first - 1
        if before not in self.table.harms or not self._closes(self.last):
            at = self.last
            if self.after in self.table.be or self.after in ("have", "had", "has"):
                at += 1 + (self._low(at + 1) == "been")
            is_left = self._low(at) == "left" and noun.is_nominal(self._low(at + 1), self.lexicon)
            is_done = at > self.last and (self._low(at) in self.table.harms or is_left)
            if self.after not in self.table.deaths and not is_done:
                return None
        return self._people(at, self.groups[: self.at + 2])

    def _again(self, before: str) -> UnitMark | None:
        """Read "half a million people - 612,000 - left": between dashes a count says itself again, more exactly."""
        if before not in _DASHES or self.after != before or not self.at:
            return None
        other = self.groups[self.at - 1]
        is_near = other.last == self.first - 1 and not self.sentence.joined(self.first)
        return self._from(other, "elided_parallel") if is_near and is_like(other, self.group) else None

    def crowd(self) -> UnitMark | None:
        """Read "millions vote", "hundreds left homeless"."""
        return self.audience() or self._harmed(self._low(self.first - 1))

    def audience(self) -> UnitMark | None:
        """Read "some 17,000 watched", "the millions who vote": only people do so, where nothing else is counted."""
        at = self.last
        if self.after == "who" and self.group.numerals[-1].form != "one" and self._is_count():
            return self._people(at, ())
        if self.after == "of" and self._low(at + 1) in _US:
            return self._people(at + 1, ())  # "millions of us"
        if self.after in ("around", "across") and self._low(at + 1) == "the":
            at += 3  # "thousands across the valley watched"
        if self.after == "to" or self.after in self.table.verbs:
            if self.after in ("are", "were", "did", "do"):
                return None
            at += 1
        left = at + (self._low(at) == "been")
        if self._low(left) == "left" and noun.is_nominal(self._low(left + 1), self.lexicon):
            return self._people(left + 1, self.groups[: self.at])  # "thousands left homeless"
        if self._low(at) not in self.table.public or not (self.group.numerals[-1].form in _VAST or self._is_big()):
            return None
        before = self._low(self.first - 1)
        if before[:1].isalnum() and before not in OPENERS and before not in _JOINTS:
            return None
        return self._people(at, self.groups[: self.at])

    def _sold(self) -> UnitMark | None:
        """Read "her debut album sold 40,000": copies of it, where nothing else is counted."""
        if not self._closes(self.last) or any(g.unit is not None and g.unit.unit.kind is COUNT for g in self.groups):
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

    def _people(self, at: int, others: Sequence[Group]) -> UnitMark | None:
        """Count people by what is told of them, where the other numbers count nothing else."""
        counted = [g.unit.unit for g in others if g.unit is not None and g.unit.unit.kind is COUNT]
        if any(unit.family != "person" for unit in counted):
            return None
        return self._mark(count(self.lexicon, "people", ()), at, at + 1, "elided_group")

    def _parallel(self, before: str) -> UnitMark | None:
        """Look for the number before that tells the noun of both."""
        lowers, table, after = self.lowers, self.table, self.after
        if after == "of" and self._low(self.last + 1) in _THEM:
            return self._from(self._counted(larger=True), "elided_part")
        if after == "out" and self._low(self.last + 1) == "of":
            return self._ahead()
        if after == "each" and before == "with":
            return self._each()
        if after == "figure" and lowers[self.group.first - 1] == "the":
            other = self._counted()  # "twice the 4,000 figure"
            return self._from(other, "elided_parallel") if other is not None and is_like(other, self.group) else None
        if self.group.numerals[0].form == "one" and before in _SPLITS:
            mark = self._first_of(before)
            if mark is not None or not (after in table.places or lowers[0] == "of"):
                return mark
        is_less = after == "less" and self._low(self.last + 1) == "than"
        if (after in ("more", "fewer") and self._closes(self.last + 1)) or is_less:
            return self._from(self._counted(), "elided_more")
        if before == "but" and self.at and self._low(self.groups[self.at - 1].first - 1) == "not":
            return self._from(self.groups[self.at - 1], "elided_parallel") if self._reaches(NEAR) else None
        if not self._closes(self.last) and not self._is_done():
            return None
        mark = self._of_which() or self._stepped(before)
        if mark is not None:
            return mark
        within = self.lowers[self.first : self.group.numerals[0].first]
        if before in _ADDED or lowers[self.group.first - 1] == "another" or not _ADDED.isdisjoint(within):
            return self._from(self._counted(), "elided_more")
        is_whole = self._low(self.first - 2) in ("total", "fleet") and "out" in self.lowers[self.first - 6 : self.first]
        if before == "of" and (self._low(self.first - 2) == "out" or is_whole):
            return (
                self._from(self._counted(), "elided_part")
                if self.at and self._reaches(FAR if is_whole else 2)
                else None
            )
        if before == "of" and self._low(self.first - 2) in self.table.norms:
            other = self._counted()
            return self._from(other, "elided_parallel") if other is not None and is_like(other, self.group) else None
        if self._is_owner(self.first - 1):
            return self._owned()
        if before in _SPLITS and after in table.places:
            mark = self._parted(before)
            if mark is not None:
                return mark
        if not self.at:
            return None
        other = self.groups[self.at - 1]
        if before in _ORDERED and self._low(other.first - 1) in _ORDERED and not self._is_parted(other):
            return self._from(other, "elided_parallel")
        if self._same_verb(before):
            return self._from(self.groups[self.at - 1], "elided_parallel")
        if before in (",", "and", "with", "plus") and after in table.places:
            return self._listed(before)
        if after in table.verbs or self._is_done():
            return self._predicated(before)
        return None

    def _is_done(self) -> bool:
        """Say whether what was done to a number of things stands behind it: "and 7,800 relocated to"."""
        following = self._low(self.last + 1)
        if self.after == "left":
            return noun.is_nominal(following, self.lexicon)
        is_closed = not following[:1].isalnum() or noun.is_stop(following, self.lexicon)
        if self._low(self.first - 1) == "," and self.lowers[0] != "of":
            return False  # "23 bid, 26 offered"
        return self.after.endswith(_DONE) and (is_closed or self.lowers[0] == "of")

    def _owned(self) -> UnitMark | None:
        """Read "the guild's 900,000 members, the league's 60,000": what each owner has."""
        other = self._counted()
        return self._from(other, "elided_parallel") if other and self._is_owner(other.first - 1) else None

    def _is_owner(self, at: int) -> bool:
        return self._low(at) == "'s" or (self._low(at) == "'" and self._low(at - 1)[-1:] == "s")

    def _first_of(self, before: str) -> UnitMark | None:
        """Read "two maps - one showing roads and another rivers": the things just counted are told one by one."""
        other = self.groups[self.at - 1] if self.at else None
        if other is None or other.unit is None or other.unit.unit.kind is not COUNT or other.numerals[-1].value < 2:
            return None
        far = self.first - max(other.last, other.unit.words[1]) > (1 if before == "," else 2)
        if far or not self.after.endswith("ing"):
            return None
        rest = self.lowers[self.last + 1 : self.last + 1 + FAR]
        told = any(low in _OTHERS and rest[at - 1] in ("and", "the", ",", "a") for at, low in enumerate(rest) if at)
        return self._from(other, "elided_part") if told else None

    def _each(self) -> UnitMark | None:
        """Read "with six wins, followed by Chad and Peru with four each"."""
        other = self.groups[self.at - 1] if self.at else None
        return self._from(other, "elided_parallel") if other and self._low(other.first - 1) == "with" else None

    def _parted(self, before: str) -> UnitMark | None:
        """Read "the owners - two from Chad, three from Peru": those named are told by where they are from."""
        at, following = self.first - 2, self.groups[self.at + 1 : self.at + 2]
        is_list = following and following[0].unit is None and self._low(following[0].last) == self.after
        word = self.sentence.words[at] if at >= 0 else ""
        if not is_list or not word.islower() or (before not in _DASHES and self._start(at)):
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
        last = self.groups[self.at - 1] if self.at else None
        if last is not None and last.unit is not None and last.last == at + 1:
            return self._mark(last.unit.unit, *last.unit.words, "elided_part")  # "40 tonnes, of which 12"
        if at >= 0 and noun.is_plural(self.sentence.words[at], self.lexicon):
            phrase = nounphrase.find_whole(self.sentence, self._start(at), self.lexicon)
            return self._named(phrase) if phrase is not None and phrase.head == at else None
        return self._from(self._counted(larger=True), "elided_part")

    def _stepped(self, before: str) -> UnitMark | None:
        """Read "11 seats, a rise of two", "159 seats, down seven": a step is counted in what its level is."""
        if not self.at:
            return None
        at, other = self.first - 2, self.groups[self.at - 1]
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

    def _same_verb(self, before: str) -> bool:
        """Say whether the same verb stands before both: "we lost one set and they lost four"."""
        if before not in self.table.having:
            return False
        at = self.groups[self.at - 1].first - 1
        while self._low(at) in self.table.aside:
            at -= 1
        theirs = self._low(at)
        return theirs in self.table.having and theirs[:_STEM] == before[:_STEM]

    def _listed(self, before: str) -> UnitMark | None:
        """Read a list told by place or person: "30 jobs in Leeds, 12 in York", "40 dollars for one and 60 for two"."""
        other = self.groups[self.at - 1]
        if other.unit is None:
            return None
        between = self.lowers[other.last : self.first]
        if len(between) > FAR or any(word in self.table.breaks or word in self.table.moves for word in between):
            return None
        alike = self._low(other.last) == self.after
        if other.unit.unit.kind is COUNT:
            return self._from(other, "elided_parallel") if alike or self.after != "for" else None
        if not alike or before not in (",", "and") or not is_like(other, self.group):
            return None
        return self._mark(other.unit.unit, *other.unit.words, "elided_parallel")

    def _predicated(self, before: str) -> UnitMark | None:
        """Read a count that is a subject of its own: "12,500 posts have gone while 7,800 were moved"."""
        is_part = self.lowers[0] == "of" and self.at == 1
        if (before not in _JOINTS and not is_part) or (before == "," and self.sentence.words[self.first - 2].istitle()):
            return None  # "Ann, 14 were pleased"
        other, last = self._counted(), self.groups[self.at - 1].unit
        if other is None or other.unit is None or (last is not None and last.unit.kind is MONEY):
            return None
        is_harm = noun.is_nominal(self._low(self.last + 1), self.lexicon)
        if is_harm and other.unit.unit.family != "person":
            return None
        units = {g.unit.unit.name for g in self.groups[: self.at] if g.unit is not None and g.unit.unit.kind is COUNT}
        return self._from(other, "elided_parallel") if len(units) == 1 else None

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

    def _is_compared(self, at: int) -> bool:
        return (
            self._low(at) in ("", ",", "(", "-")
            or self._low(at) in self.table.be
            or any(group.last == at + 1 for group in self.groups[: self.at])
        )
