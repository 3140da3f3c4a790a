"""Units of levels: "the number of nurses rose to 520,000" tells whose level the number is."""

from typing import Final

from . import noun, nounphrase
from .bare import COORDINATE, FAR, LARGE, NEAR, OPENERS, REACH, STEPS, BareNumber
from .countednoun import both
from .ontology import COUNT, MEASURE, count
from .text import HYPHENS
from .unitmark import UnitMark
from .wordrun import QUOTES

_MILLION: Final = 1000000
_INNER: Final = frozenset(("%", "'", "'s", "$"))
_GOING_ON: Final = frozenset((",", "and", "then", "before", "but", "later", "in", "last", "a"))
#: Between a subject or an object and its step.
_BESIDE: Final = frozenset((",", "there", "here", "worldwide", "nationwide", "abroad", "overall", "again", "further"))
_CARRIERS: Final = frozenset(("level", "levels", "figure", "figures"))
_NUMBERS: Final = frozenset(("number", "numbers", "count"))


class Level(BareNumber):
    """Looks for the subject of which a number is the level. Internal."""

    __slots__ = ()

    def _level(self) -> UnitMark | None:
        """Look back for whose level the number is: "the number of nurses rose to", "jobless total fell by"."""
        if not self._is_count() or self.after == "of":
            return None
        lowers, table = self.lowers, self.table
        at = self.first - 1
        if self.before == "of":
            # "to a record low of 4,200"
            if self._low(at - 1) not in table.summits:
                return None
            at -= 2
            while at >= 0 and lowers[at] not in STEPS and self.first - at < NEAR + 3:
                at -= 1
            if self._low(at) not in STEPS:
                return None
        if lowers[at] in table.be and self.group.numerals[-1].value < LARGE:
            return None  # "the drivers were 34"
        return self._subject_of(at)

    def _moved_on(self) -> UnitMark | None:
        """Read a second level of the same subject: "peak at 12m, then shrink to 9m"."""
        other = self.previous
        if other is None or other.unit is None or other.unit.rule not in ("elided_subject", "elided_group"):
            return None
        between = self.lowers[other.last : self.first]
        if not between or len(between) > REACH or between[-1] not in STEPS or not self._closes(self.last):
            return None
        table = self.table
        moves = any(word in table.moves or word in STEPS for word in between)
        known = all(
            word in table.moves or word in _GOING_ON or word in STEPS or word in table.times or word.isdecimal()
            for word in between
        )
        return self._mark(other.unit.unit, *other.unit.words, other.unit.rule) if moves and known else None

    def _subject_of(self, at: int) -> UnitMark | None:
        """Walk back from the word before a level to the noun that tells what it is the level of."""
        lowers, table = self.lowers, self.table
        moved, known, parted, quoted = lowers[at] in table.passing, False, False, False
        floor = self._floor(at)
        while floor < at and lowers[at - 1] in _BESIDE:
            at -= 1  # "cut its staff there to 4,000"
        opened = at
        for t in range(at - 1, floor - 1, -1):
            low = lowers[t]
            if low == ")":
                opened = next((b for b in range(t - 1, floor, -1) if lowers[b] == "("), at)
            if opened <= t < at:
                continue  # "users of HDL (Home Data Line) rose"
            if low == ",":
                # "rose by 12%, up 300"; "the number of bakers, usually elders, fell to"
                parted = parted or lowers[t + 1] not in table.resumes
                if parted and known:
                    return None
                continue
            if low in QUOTES and (quoted or not known):
                known = quoted = True  # the number of "ghost ships" rose: beyond it only such words are looked for
                continue
            if low in table.breaks or not (low[0].isalnum() or low in HYPHENS or low in _INNER):
                return None
            if low in table.moves:
                moved = True
            elif low in _CARRIERS and lowers[t - 1] in table.heads:
                return self._headed(t - 1) if moved and self._is_big() else None
            elif low in _NUMBERS and lowers[t + 1] == "of":
                return self._number_of(t)
            elif low in OPENERS:
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
        floor = max(0, at - FAR)
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
        for t in range(at - 1, max(-1, at - REACH), -1):
            if self.lowers[t] == "of":
                mark = self._number_of(t - 1) if self._low(t - 1) in ("number", "total") else None
                return mark if mark is not None and mark.words[1] == at + 1 else None
        return None

    def _predicate(self) -> UnitMark | None:
        """Read "all three are dailies": what all of them are is what is counted."""
        phrase = nounphrase.find_whole(self.sentence, self.last + 1, self.lexicon)
        ends = phrase is not None and phrase.plural and (self._closes(phrase.last) or not self._low(phrase.last))
        return self._named(phrase) if phrase is not None and ends else None

    def _passed(self) -> UnitMark | None:
        """Read "the number of visitors passed the 2 million mark"."""
        return self._subject_of(self.first - 1) if self._low(self.group.first - 1) in ("the", "a") else None

    def _number_of(self, at: int) -> UnitMark | None:
        if self._low(at + 1) != "of":
            return None
        phrase = nounphrase.find_whole(self.sentence, at + 2, self.lexicon)
        if phrase is None or not phrase.plural:
            quote = next((t for t in range(at + 2, at + 5) if self._low(t) in QUOTES), 0)
            phrase = nounphrase.find_whole(self.sentence, quote + 1, self.lexicon) if quote else None
        if phrase is None or not phrase.plural:
            return None
        return self._named(phrase) or self._joined(phrase)

    def _joined(self, phrase: nounphrase.NounPhrase) -> UnitMark | None:
        """Read "the number of bakers and mills rose to": both are counted together."""
        other = nounphrase.find(self.sentence, phrase.last + 1, self.lexicon)
        if other is None or not other.plural or other.first > phrase.last + 1:
            return None
        family = noun.family(other.lemma, self.lexicon)
        unit = count(self.lexicon, phrase.lemma, phrase.modifiers)
        named = both(unit, self.lowers[phrase.last], other, family if family == unit.family else "")
        return self._mark(named, phrase.first, other.last, "elided_subject")

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
        moves, verbs = self.table.moves, self.table.verbs
        between = self.lowers[t + 1 : at]
        return any(noun.is_verb(low, self.lexicon) and low not in moves and low not in verbs for low in between)

    def _is_bound(self, t: int) -> bool:
        """Say whether a noun is its clause's own: no preposition stands before its phrase."""
        start = self._start(t)
        low = self._low(start - 1)
        return low not in self.table.places or low in ("in", "with")

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
        return self._noun_at(t, start)

    def _is_joined(self, at: int) -> bool:
        """Say whether another thing is joined in front: "cars and vans"; not the names in "UK and US films"."""
        words = self.sentence.words
        if at < 1 or self.lowers[at] not in COORDINATE:
            return False
        return not (words[at - 1][0].isupper() and words[at + 1][0].isupper())

    def _flow(self, t: int, *, moved: bool) -> UnitMark | None:
        """Read "car sales", "sales of cars", "the claimant total": what is sold or totalled is counted."""
        start = self._start(t)
        if not (moved or self._low(start - 1) in self.table.moves) or self.group.numerals[-1].scale > _MILLION:
            return None
        if self._low(t + 1) == "of":
            phrase = nounphrase.find_whole(self.sentence, t + 2, self.lexicon)
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
