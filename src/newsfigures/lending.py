"""Units that a bare number takes from words further off: its subject, what it is a part of, a parallel.

"The number of nurses rose to 520,000"; "a squad of 26"; "ten pictures, one of them lost"; "three sets, while men
play five". A number takes a unit only where nothing else could be meant, and its evidence are the words of the unit.
"""

import functools
from collections.abc import Sequence
from typing import Final, final

from . import noun
from .group import Group, is_like
from .lexicon import Lexicon
from .ontology import COUNT, MEASURE, MONEY, Unit, count, index
from .surface import HYPHENS
from .text import Sentence
from .unit import UnitMark

#: A subject hardly stands further in front of its level.
_FAR: Final = 18
#: So many words stand between "-strong" and the group that it describes.
_NEAR: Final = 4
#: And a verb in front of an age.
_REACH: Final = 7
#: Nobody in the news is older.
_OLDEST: Final = 115
_SMALL: Final = 1000
_MILLION: Final = 1000000
_INNER: Final = frozenset(("%", "'", "'s", "$"))
_COORDINATE: Final = frozenset(("and", "or", "&"))
_OPENERS: Final = frozenset(("that", "as", "when", "who", "which", "told"))
_NO_CLOSE: Final = frozenset(("$", "%", "-", "/"))
_GOING_ON: Final = frozenset((",", "and", "then", "before", "but", "later", "in", "last", "a"))
_STEPS: Final = frozenset({"to", "from", "at", "by", "toward", "towards"})
_HEADS: Final = "heads "
_BARE: Final = frozenset({"digits", "scaled", "words", "one"})
_NUMBERS: Final = frozenset(("number", "numbers", "count"))
_QUOTES: Final = frozenset(('"', "\u201c", "\u201d"))
#: Between two numbers of one series: "won the first five games and lost the next four".
_ORDERED: Final = frozenset(("first", "next", "last", "final", "opening", "following", "remaining"))
_SPLITS: Final = frozenset((",", ":", "(", "-", "\u2013", "\u2014"))
_VAST: Final = frozenset({"scaled", "plural"})
#: What shows that "one" is the first of those counted before: "two maps, one showing roads and another rivers".
_OTHERS: Final = frozenset({"another", "other", "others", "second", "one"})
_JOINTS: Final = frozenset({"and", "while", ",", "but"})
#: Forms of one verb begin alike: play, plays, playing.
_STEM: Final = 3
#: Between the figures of a row of results.
_VERSUS: Final = frozenset(("vs", "versus"))
_THEM: Final = frozenset({"them", "these", "those", "whom", "which"})


@final
class _Words:
    """The closed classes that are asked here, compiled once a lexicon."""

    __slots__ = (
        *("after_age", "ages", "am", "aside", "be", "breaks", "countable", "deaths", "flow"),
        *("harms", "having", "heads", "live", "lived", "moves", "passing", "places", "resumes", "small"),
        *("marks", "public", "somebody", "steps", "summits", "there", "times", "verbs", "votes", "wide", "young"),
    )

    def __init__(self, lexicon: Lexicon) -> None:
        named = {row.name: frozenset(row.phrases) for row in lexicon.rows("unit_words")}
        none: frozenset[str] = frozenset()
        #: What a group, or the state of a group, is counted in: crowd -> people.
        self.heads = {
            word: name.removeprefix(_HEADS)
            for name, words in named.items()
            if name.startswith(_HEADS)
            for word in words
        }
        self.aside = named.get("lent aside", none)
        self.summits = named.get("summit", none)
        self.moves = named.get("moves", none)
        self.times = named.get("lent time", none)
        self.am = named.get("somebody is", none)
        self.be = named.get("be", none) | named.get("being", none) | self.am
        self.somebody = named.get("somebody", none)
        self.after_age = named.get("after age", none)
        self.live = named.get("live", none)
        self.lived = named.get("at an age", none)
        self.young = named.get("young", none)
        self.ages = self.be | {"at", "until", "till", "to", "from", "of", ",", "and", "'s"}
        self.flow = named.get("flow", none)
        self.countable = named.get("countable", none)
        self.places = named.get("lent place", none)
        self.verbs = named.get("lent verb", none)
        self.breaks = named.get("lent break", none)
        self.resumes = named.get("resumes", none)
        self.small = named.get("countable by the thousand", none)
        self.wide = named.get("countable by the million", none)
        self.harms = named.get("harm", none)
        self.deaths = named.get("death", none)
        self.there = named.get("there", none) | self.be
        self.steps = named.get("step", none)
        self.votes = frozenset(word for word, unit in self.heads.items() if unit == "vote")
        self.having = named.get("having", none)
        self.public = named.get("public", none)
        self.marks = named.get("passed", none)
        self.passing = named.get("passing", none) | self.moves


@functools.lru_cache(maxsize=8)
def _words(lexicon: Lexicon) -> _Words:
    return _Words(lexicon)


def lend(sentence: Sentence, groups: Sequence[Group], lexicon: Lexicon) -> bool:
    """Give bare numbers the unit that their sentence tells elsewhere; say whether any took one."""
    lent = False
    for at, group in enumerate(groups):
        if group.unit is not None:
            continue  # most
        form = group.numerals[0].form
        if form == "plural" and group.last < len(sentence.lowers):
            group.unit = _Lender(sentence, groups, at, lexicon).audience()
            lent = lent or group.unit is not None
        elif (form in _BARE or form == "fraction") and group.kind in ("", "range"):
            if not _VERSUS.isdisjoint(sentence.telling):
                return lent  # the rows of a table lend to each other
            reader = _Lender(sentence, groups, at, lexicon)
            group.unit = reader.unit() if form in _BARE else reader.part()
            lent = lent or group.unit is not None
    return lent


@final
class _Lender:
    """Looks around one bare number."""

    __slots__ = ("after", "at", "first", "group", "groups", "last", "lexicon", "lowers", "sentence", "table")

    def __init__(self, sentence: Sentence, groups: Sequence[Group], at: int, lexicon: Lexicon) -> None:
        self.sentence = sentence
        self.lowers = sentence.lowers
        self.groups = groups
        self.at = at
        self.group = groups[at]
        self.lexicon = lexicon
        self.table = _words(lexicon)
        #: The token behind the words of hedging in front of the number, and the token behind the number.
        self.first = self.group.first
        while self.first and self.lowers[self.first - 1] in self.table.aside:
            self.first -= 1
        self.last = self.group.last
        self.after = self._low(self.last)

    def unit(self) -> UnitMark | None:
        """Ask the rules in turn, the strongest evidence first."""
        before = self._low(self.first - 1)
        if self.after == "the" and self._low(self.last + 1) in ("number", "total"):
            return self._number_of(self.last + 1)
        mark = self._grouped(before) or self._harmed(before) or self.audience()
        if mark is not None:
            return mark
        if before == "(":
            return self._bracketed()
        if self.after in self.table.marks and before in self.table.passing:
            return self._passed()
        mark = self._age(before)
        if mark is not None:
            return mark
        if len(self.groups) > 1 or "which" in self.lowers:
            mark = self._parallel(before)
            if mark is not None:
                return mark
        if before in ("up", "down") and not self._is_compared(self.first - 2):
            return None  # "they blew up 12"
        if before == "all" and self.after in ("are", "were"):
            return self._predicate()
        mark = self._moved_on()
        if mark is not None:
            return mark
        if before in _STEPS or before in self.table.moves or before == "of":
            return self._level(before)
        return None

    def _is_compared(self, at: int) -> bool:
        return (
            self._low(at) in ("", ",", "(", "-")
            or self._low(at) in self.table.be
            or any(group.last == at + 1 for group in self.groups[: self.at])
        )

    def _low(self, at: int) -> str:
        return self.lowers[at] if 0 <= at < len(self.lowers) else ""

    def _mark(self, unit: Unit, first: int, last: int, rule: str) -> UnitMark:
        return UnitMark(unit, self.group.first, self.group.last, rule, (first, last))

    def _is_count(self) -> bool:
        """Say whether the number can be one of things: it is whole, or has its scale said."""
        mark = self.group.numerals[-1]
        return mark.form == "scaled" or mark.value == mark.value.to_integral_value()

    # -- groups of people --------------------------------------------------------------------------------------

    def _headed(self, at: int) -> UnitMark:
        unit = count(self.lexicon, self.table.heads[self.lowers[at]], ())
        return self._mark(unit, at, at + 1, "elided_group")

    def part(self) -> UnitMark | None:
        """Read a fraction in a list of amounts: "1-1/8 pct for the sale and 3/8 for aid"."""
        before = self._low(self.first - 1)
        if not self.at or before not in (",", "and") or self.after not in self.table.places:
            return None
        return self._listed(before)

    def _grouped(self, before: str) -> UnitMark | None:
        """Read "a population of 70,000", "a father-of-two", "a 6,900 majority"."""
        heads = self.table.heads
        at = self.first - 2
        if before == "of" and self._low(at) in _QUOTES:
            at -= 1  # she is "a happy mother" of six
        if self.after in self.table.votes:
            at = self.last
        elif before in HYPHENS and self._low(at) == "of":
            at -= 2 if self._low(at - 1) in HYPHENS else 1
        elif before != "of":
            return None
        if self._low(at) not in heads or not self._is_count():
            return None
        return None if heads[self._low(at)] == "vote" and not self._is_big() else self._headed(at)

    def _is_big(self) -> bool:
        return self.group.numerals[-1].value >= _SMALL

    def _harmed(self, before: str) -> UnitMark | None:
        """Read "killed five", "in which 96 died": those that it befalls are people where nothing else is counted."""
        at = self.first - 1
        if before not in self.table.harms or not self._closes(self.last):
            at = self.last
            if self.after in self.table.be:
                at += 1 + (self._low(at + 1) == "been")
            if self.after not in self.table.deaths and not (at > self.last and self._low(at) in self.table.harms):
                return None
        counted = [g.unit.unit for g in self.groups if g.unit is not None and g.unit.unit.kind is COUNT]
        if any(unit.family != "person" for unit in counted):
            return None
        return self._mark(count(self.lexicon, "people", ()), at, at + 1, "elided_group")

    def audience(self) -> UnitMark | None:
        """Read "some 17,000 watched", "millions vote": only people do so, where nothing else is counted."""
        at = self.last
        if self.after == "to" or self.after in self.table.verbs:
            if self.after in ("are", "were", "did", "do"):
                return None
            at += 1
        if self._low(at) not in self.table.public or not (self.group.numerals[-1].form in _VAST or self._is_big()):
            return None
        before = self._low(self.first - 1)
        if before[:1].isalnum() and before not in _OPENERS and before not in _JOINTS:
            return None
        counted = [g.unit.unit for g in self.groups[: self.at] if g.unit is not None and g.unit.unit.kind is COUNT]
        if any(unit.family != "person" for unit in counted):
            return None
        return self._mark(count(self.lexicon, "people", ()), at, at + 1, "elided_group")

    # -- the subject of a level --------------------------------------------------------------------------------

    def _level(self, before: str) -> UnitMark | None:
        """Look back for whose level the number is: "the number of nurses rose to", "jobless total fell by"."""
        if not self._is_count() or self.after == "of":
            return None
        lowers, table = self.lowers, self.table
        at = self.first - 1
        if before == "of":
            # "to a record low of 4,200"
            if self._low(at - 1) not in table.summits:
                return None
            at -= 2
            while at >= 0 and lowers[at] not in _STEPS and self.first - at < _NEAR + 3:
                at -= 1
            if self._low(at) not in _STEPS:
                return None
        if lowers[at] in table.be and self.group.numerals[-1].value < _SMALL:
            return None  # "the drivers were 34"
        return self._subject_of(at)

    def _moved_on(self) -> UnitMark | None:
        """Read a second level of the same subject: "peak at 12m, then shrink to 9m"."""
        other = self.groups[self.at - 1] if self.at else None
        if other is None or other.unit is None or other.unit.rule not in ("elided_subject", "elided_group"):
            return None
        between = self.lowers[other.last : self.first]
        if not between or len(between) > _REACH or between[-1] not in _STEPS or not self._closes(self.last):
            return None
        table = self.table
        moves = any(word in table.moves or word in _STEPS for word in between)
        known = all(
            word in table.moves or word in _GOING_ON or word in _STEPS or word in table.times or word.isdecimal()
            for word in between
        )
        return self._mark(other.unit.unit, *other.unit.words, other.unit.rule) if moves and known else None

    def _subject_of(self, at: int) -> UnitMark | None:
        """Walk back from the word before a level to the noun that tells what it is the level of."""
        lowers, table = self.lowers, self.table
        moved, known, parted, quoted = lowers[at] in table.passing, False, False, False
        floor = self._floor(at)
        if floor < at and lowers[at - 1] == ",":
            at -= 1
        for t in range(at - 1, floor - 1, -1):
            low = lowers[t]
            if low == ",":
                # "rose by 12%, up 300"; "the number of bakers, usually elders, fell to"
                parted = parted or lowers[t + 1] not in table.resumes
                if parted and known:
                    return None
                continue
            if low in _QUOTES and (quoted or not known):
                known = quoted = True  # the number of "ghost ships" rose: beyond it only such words are looked for
                continue
            if low in table.breaks or not (low[0].isalnum() or low in HYPHENS or low in _INNER):
                return None
            if low in table.moves:
                moved = True
            elif low in _NUMBERS and lowers[t + 1] == "of":
                return self._number_of(t)
            elif low in _OPENERS:
                known = True
            elif low[0].isalpha() and not known and self._ends_phrase(t, at):
                mark = None if parted else self._subject(t, at, moved=moved)
                if mark is not None:
                    return mark
                known = not parted and self._is_nominative(t)
        return None

    def _ends_phrase(self, t: int, at: int) -> bool:
        """Say whether a noun ends its phrase: a verb, a preposition or an adverb stands behind it."""
        if noun.is_stop(self.lowers[t], self.lexicon):
            return False
        following = self._low(t + 1)
        is_closed = noun.is_stop(following, self.lexicon) or following in self.table.moves
        return t + 1 == at or is_closed or following.endswith("ly") or following == ","

    def _is_nominative(self, t: int) -> bool:
        """Say whether a noun is what moved: no time, no participle, and behind no preposition."""
        low = self.lowers[t]
        if (
            low in self.table.times
            or low.endswith(("ly", "ed", "ing"))
            or any(g.first <= t < g.last for g in self.groups)
        ):
            return False
        start = self._start(t)
        before = self._low(start - 1)
        if self._is_joined(start - 1):
            return self._low(self._start(start - 1) - 1) not in self.table.places
        return noun.is_verb(before, self.lexicon) or not noun.is_stop(before, self.lexicon)

    def _floor(self, at: int) -> int:
        """Return the token behind the last number that has a unit of its own: a subject stands between the two."""
        floor = max(0, at - _FAR)
        for other in self.groups[: self.at]:
            if (
                other.unit is not None
                and other.unit.unit.kind in (COUNT, MEASURE)
                and other.unit.unit.dimension != "time"
            ):
                floor = max(floor, other.last)
        return floor

    def _bracketed(self) -> UnitMark | None:
        """Read "a small number of weavers (1,500)": in brackets behind its noun stands what the number is."""
        at = self.first - 2
        if self.after != ")" or not self._is_big():
            return None
        for t in range(at - 1, max(-1, at - _REACH), -1):
            if self.lowers[t] == "of":
                mark = self._number_of(t - 1) if self._low(t - 1) in ("number", "total") else None
                return mark if mark is not None and mark.words[1] == at + 1 else None
        return None

    def _predicate(self) -> UnitMark | None:
        """Read "all three are dailies": what all of them are is what is counted."""
        phrase = noun.part(self.sentence, self.last + 1, self.lexicon)
        ends = phrase is not None and phrase.plural and (self._closes(phrase.last) or not self._low(phrase.last))
        return self._named(phrase) if phrase is not None and ends else None

    def _passed(self) -> UnitMark | None:
        """Read "the number of visitors passed the 2 million mark"."""
        return self._subject_of(self.first - 1) if self._low(self.group.first - 1) in ("the", "a") else None

    def _number_of(self, at: int) -> UnitMark | None:
        if self._low(at + 1) != "of":
            return None
        phrase = noun.part(self.sentence, at + 2, self.lexicon)
        if phrase is None or not phrase.plural:
            quote = next((t for t in range(at + 2, at + 5) if self._low(t) in _QUOTES), 0)
            phrase = noun.part(self.sentence, quote + 1, self.lexicon) if quote else None
        if phrase is None or not phrase.plural:
            return None
        return self._named(phrase)

    def _subject(self, t: int, at: int, *, moved: bool) -> UnitMark | None:
        """Read a noun that ends its phrase and tells what its level is counted in."""
        low, table = self.lowers[t], self.table
        if low in table.heads:
            is_level = (moved or t + 1 == at) and self._is_big() and table.heads[low] != "vote"
            return self._headed(t) if is_level and self._is_bound(t) else None
        if low in table.flow:
            return self._flow(t, moved=moved)
        if self._is_other_verb(t, at):
            return None
        if not noun.is_plural(self.sentence.words[t], self.lexicon) or not self._is_countable(t):
            return None
        return self._phrase(t, moved=moved)

    def _is_other_verb(self, t: int, at: int) -> bool:
        """Say whether what happened to the subject is no move of its level: "the homes cost up to 300"."""
        known = self.table.moves | self.table.verbs
        return any(low not in known and noun.is_verb(low, self.lexicon) for low in self.lowers[t + 1 : at])

    def _is_bound(self, t: int) -> bool:
        """Say whether a noun is its clause's own: no preposition stands before its phrase."""
        start = self._start(t)
        low = self._low(start - 1)
        return low not in self.table.places or low == "in"

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

    def _is_countable(self, t: int) -> bool:
        word, mark = noun.lemma(self.lowers[t], self.lexicon), self.group.numerals[-1]
        if self._low(t - 1) in HYPHENS and self.sentence.joined(t):
            word = f"{self._low(t - 2)}-{word}"
        if word in self.table.small:
            return mark.form == "digits" and mark.value < _MILLION
        if word in self.table.wide:
            return mark.scale >= _MILLION
        return word in self.table.countable or bool(noun.family(word, self.lexicon))

    def _phrase(self, t: int, *, moved: bool) -> UnitMark | None:
        """Read a plural that ends a phrase, as the subject of a move or its object: "reduce its staff to 100"."""
        start = self._start(t)
        verb = start - 1
        if self._low(verb) == "in" and self._low(verb - 1) in self.table.moves:
            verb -= 1  # "an increase in users to 300"
        pair = t + 1 == self.first - 1 and self.lowers[t + 1] == "to" and self.after == "from"
        if not moved and not pair and (self._low(verb) not in self.table.moves or self._low(verb) in self.table.be):
            return None
        if self._low(verb) in self.table.places or (self._is_joined(verb) and not pair):
            return None
        phrase = noun.part(self.sentence, start, self.lexicon)
        if phrase is None or phrase.head != t:
            return None
        return self._named(phrase)

    def _is_joined(self, at: int) -> bool:
        """Say whether another thing is joined in front: "cars and vans"; not the names in "UK and US films"."""
        words = self.sentence.words
        if at < 1 or self.lowers[at] not in _COORDINATE:
            return False
        return not (words[at - 1][0].isupper() and words[at + 1][0].isupper())

    def _named(self, phrase: noun.NounPhrase) -> UnitMark | None:
        """Take the noun of a phrase; of two that are joined neither is meant alone."""
        if self._low(phrase.last) in _COORDINATE:
            return None
        modifiers = tuple(word for word in phrase.modifiers if word.lower() not in self.table.summits)
        unit = count(self.lexicon, phrase.lemma, modifiers)
        return self._mark(unit, phrase.first, phrase.last, "elided_subject")

    def _flow(self, t: int, *, moved: bool) -> UnitMark | None:
        """Read "car sales", "sales of cars", "the claimant total": what is sold or totalled is counted."""
        start = self._start(t)
        if not (moved or self._low(start - 1) in self.table.moves) or self.group.numerals[-1].scale > _MILLION:
            return None
        if self._low(t + 1) == "of":
            phrase = noun.part(self.sentence, t + 2, self.lexicon)
            if phrase is None or not phrase.plural or not self._is_countable(phrase.head):
                return None
            return self._named(phrase)
        word = self._low(t - 1)
        if not word.isalpha():
            return None
        lemma = noun.lemma(word, self.lexicon)
        if word in self.table.heads:
            return self._headed(t - 1)
        if lemma in self.table.countable or noun.family(lemma, self.lexicon):
            return self._mark(count(self.lexicon, lemma, ()), t - 1, t, "elided_subject")
        return None

    # -- ages --------------------------------------------------------------------------------------------------

    def _age(self, before: str) -> UnitMark | None:
        """Read an age that no word of years follows: "I'm only 27", "became a judge at 36", "a pension age of 60"."""
        if before not in self.table.ages or not self._is_years():
            return None
        first = self.first
        if before in self.table.be:
            at = first - 1
            if self.after == "when" and self._low(self.last + 1) in ("he", "she"):
                return self._aged(at)
            after = self.after in self.table.after_age or not self.after[:1].isalnum()
            if after and (before in self.table.am or self._low(at - 1) in self.table.somebody) and self._is_said_so():
                return self._aged(at)
        elif self._is_second(before):
            return self._aged(first - 1)
        elif before == "at" and (self._is_opening() or (self.after != "to" and self._has_lived())):
            return self._aged(first - 1)
        elif before in ("until", "to", "till") and self._low(first - 2) in self.table.live:
            return self._aged(first - 2) if self._closes(self.last) else None
        elif before == "of" and self._low(first - 2) in self.table.young and not self.after[:1].isalnum():
            return self._aged(first - 2) if self.group.numerals[0].form == "digits" else None
        elif before in (",", "and"):
            return self._another_age() or self._named_age(before)
        return self._age_of(first - 1)

    def _is_opening(self) -> bool:
        """Say whether the number opens a sentence about a person: "At 34 she", "At 12, I'm"."""
        following = self._low(self.last + 1) if self.after == "," else self.after
        return self.first == 1 and (following in self.table.somebody or following in self.table.am)

    def _has_lived(self) -> bool:
        """Say whether what people do at an age stands a few words before: "died there at 50", "became a judge at"."""
        if not self._closes(self.last):
            return False
        start = max(0, self.first - _REACH)
        for at in range(start, self.first - 1):
            low = self.lowers[at]
            if low in self.table.lived and (not low.startswith("bec") or self._is_name(at + 1)):
                return not any(g.first > at for g in self.groups[: self.at])
        return False

    def _is_name(self, at: int) -> bool:
        return self._low(at) in ("a", "an", "the") or self.sentence.words[at].istitle()

    def _is_second(self, before: str) -> bool:
        """Say whether the age of another person stands as the one before: "a mayor at 27, a minister at 36"."""
        other = self.groups[self.at - 1] if self.at else None
        if other is None or other.unit is None or other.unit.rule != "elided_age" or not self._closes(self.last):
            return False
        return before in ("at", "until") and self._low(other.first - 1) == before

    def _is_years(self) -> bool:
        mark = self.group.numerals[-1]
        return mark.form in ("digits", "words") and mark.scale == 1 and 0 < mark.value < _OLDEST and self._is_count()

    def _is_said_so(self) -> bool:
        """Say whether digits or "when" make it an age: "when she was eight"; not "he was one"."""
        return self.group.numerals[0].form == "digits" or "when" in self.lowers[max(0, self.first - 4) : self.first]

    def _another_age(self) -> UnitMark | None:
        """Read "children of 5, 6 and 7" on."""
        other = self.groups[self.at - 1] if self.at else None
        if other is None or other.unit is None or other.unit.rule != "elided_age" or not self._reaches(1):
            return None
        return self._mark(other.unit.unit, *other.unit.words, "elided_age") if self._closes(self.last) else None

    def _named_age(self, before: str) -> UnitMark | None:
        """Read an age between a name and what is told of the person: "Ann Smith, 17 - who was jailed"."""
        name = self.sentence.words[self.first - 2] if self.first > 1 else ""
        is_told = self.after in HYPHENS and self._low(self.last + 1) in ("who", "whose")
        return self._aged(self.first - 2) if before == "," and is_told and name.istitle() else None

    def _age_of(self, at: int) -> UnitMark | None:
        """Read "raise the voting age to 18", "the average age of a player being 29"."""
        if not self._closes(self.last):
            return None
        moved = False
        for t in range(at, max(-1, at - _FAR), -1):
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

    # -- parallels and parts -----------------------------------------------------------------------------------

    def _parallel(self, before: str) -> UnitMark | None:
        """Look for the number before that tells the noun of both."""
        lowers, table, after = self.lowers, self.table, self.after
        if after == "of" and self._low(self.last + 1) in _THEM:
            return self._from(self._counted(larger=True), "elided_part")
        if after == "out" and self._low(self.last + 1) == "of":
            return self._ahead()
        if self.group.numerals[0].form == "one" and before in _SPLITS:
            return self._first_of(before)
        is_less = after == "less" and self._low(self.last + 1) == "than"
        if (after in ("more", "fewer") and self._closes(self.last + 1)) or is_less:
            return self._from(self._counted(), "elided_more")
        if before == "but" and self.at and self._low(self.groups[self.at - 1].first - 1) == "not":
            return self._from(self.groups[self.at - 1], "elided_parallel") if self._reaches(_NEAR) else None
        if not self._closes(self.last) and not self._is_done():
            return None
        mark = self._of_which() or self._stepped(before)
        if mark is not None:
            return mark
        if before == "further" or lowers[self.group.first - 1] == "another" or before == "another":
            return self._from(self._counted(), "elided_more")
        is_whole = self._low(self.first - 2) in ("total", "fleet") and "out" in self.lowers[self.first - 6 : self.first]
        if before == "of" and (self._low(self.first - 2) == "out" or is_whole):
            return (
                self._from(self._counted(), "elided_part")
                if self.at and self._reaches(_FAR if is_whole else 2)
                else None
            )
        if self._is_owner(self.first - 1):
            return self._owned()
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
        return self.after.endswith("ed") and (is_closed or self.lowers[0] == "of")

    def _closes(self, at: int) -> bool:
        """Say whether no noun follows: a sign, a preposition, a verb, or nothing at all."""
        low = self._low(at)
        if low == "-" and at + 1 < len(self.lowers) and not self.sentence.joined(at):
            return True  # "61 looms out of 140 - the old ones"
        return (not low[:1].isalnum() and low not in _NO_CLOSE) or noun.is_stop(low, self.lexicon)

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

    def _reaches(self, words: int) -> bool:
        return self.first - self.groups[self.at - 1].last <= words

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
        rest = self.lowers[self.last + 1 : self.last + 1 + _FAR]
        told = any(low in _OTHERS and rest[at - 1] in ("and", "the", ",", "a") for at, low in enumerate(rest) if at)
        return self._from(other, "elided_part") if told else None

    def _ahead(self) -> UnitMark | None:
        """Read "14 out of the top 30 titles": the whole is counted in the same."""
        other = self.groups[self.at + 1] if self.at + 1 < len(self.groups) else None
        near = other is not None and other.first - self.last <= _NEAR
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
            phrase = noun.part(self.sentence, self._start(at), self.lexicon)
            return self._named(phrase) if phrase is not None and phrase.head == at else None
        return self._from(self._counted(larger=True), "elided_part")

    def _stepped(self, before: str) -> UnitMark | None:
        """Read "11 seats, a rise of two", "159 seats, down seven": a step is counted in what its level is."""
        at = self.first - 2
        is_step = before in ("up", "down") and self._low(at) == ","
        if not self.at:
            return None
        if before == "of" and self._low(at) in self.table.steps:
            is_step = self._low(at - 1) in ("a", "an") and self._low(at - 2) in (",", "-")
        other = self.groups[self.at - 1]
        if not is_step or self._is_parted(other):
            return None
        return self._from(other, "elided_parallel")

    def _is_parted(self, other: Group) -> bool:
        between = self.lowers[other.last : self.first]
        return len(between) > _FAR or any(word in self.table.breaks for word in between)

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
        if len(between) > _FAR or any(word in self.table.breaks or word in self.table.moves for word in between):
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
