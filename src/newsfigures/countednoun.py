"""The noun that a number counts: "12 homes", "40 of the passengers", "four 100 MW turbines"."""

from typing import Final

import attrs

from . import noun, nounphrase
from .lexicon import Lexicon
from .ontology import MEASURE, MONEY, PRIMES, Unit, count
from .surface import Scanner
from .text import HYPHENS
from .unitmark import UnitMark
from .wordrun import JOINTS

#: As many words stand before the noun that "double-digit" describes, or a quotation mark before what it closes.
ATTRIBUTES: Final = 4
#: A gap so wide parts columns.
COLUMN: Final = 3
#: So many in words a thing may have: "a six man crew".
_CREW: Final = 12
#: No name before what is counted has more tokens, and these link its words.
_NAME: Final = 12
_LINKS: Final = frozenset(("of", "for", "on", "and"))
#: Before the number of a size: "two additional 12 inch guns".
_SIZED: Final = frozenset(("new", "other", "existing", "more", "additional", "extra", "further", "old", "modern"))
#: Longer numbers in digits are large.
SHORT: Final = 2
OPENING: Final = frozenset("\"'\u201c\u2018")
#: Shorter words in -ing are nouns: "one thing".
_GERUND: Final = 6


class CountedNoun(Scanner):
    """Reads the noun phrase behind one number. Internal."""

    __slots__ = ()

    def _counted(self, at: int) -> UnitMark | None:
        if (self.words[at].isupper() and self._is_block(at)) or self._is_rich():
            return None
        one = self.low(self.last - 1) == "1" or self.said("article", self.last - 1)
        if one and self._is_told(at):
            return None
        phrase = nounphrase.find(self.sentence, self._behind_name(at, one=one), self.lexicon, singular=one)
        if phrase is None:
            is_size = self.low(at + 1)[:1].isdigit() and not self.joined(at + 1) and not one
            return self._sized(at + 1) if is_size and self.lowers[at] in _SIZED else None
        if not phrase.plural and phrase.last == at + 1 and self.said("many", self.last - 1):
            if not noun.is_nominal(self.lowers[at], self.lexicon):
                return None  # "thousands march"; not "thousands dead"
        if not phrase.plural and (self._is_sum(phrase.head) or self._is_no_unit(phrase.head, at)):
            return None
        if phrase.plural and self.low(phrase.last) in PRIMES and self.said("body of many", phrase.last + 1):
            return self._body(phrase)
        if phrase.modifiers and not one and self.low(self.first - 1) in ("a", "an") and self._is_made_of(phrase):
            unit = count(self.lexicon, noun.lemma(self.words[phrase.first], self.lexicon), ())
            return UnitMark(unit, self.first, phrase.first + 1, "noun", (phrase.first, phrase.first + 1), phrase.first)
        period = self.table.words.get(phrase.lemma)
        if period is not None and period.dimension == "time" and self._is_span(phrase, at):
            return UnitMark(period, self.first, phrase.last, "unit_described", (phrase.head, phrase.head + 1))
        if self.lowers[at] == "of" and phrase.plural:
            found = self.surface(phrase.head, attached=False)
            if found is not None and found[0].dimension != "time" and found[0].kind in (MEASURE, MONEY):
                if self.low(phrase.head - 1) in self.table.scales and self.low(self.last - 1) not in self.table.scales:
                    return None  # "4 of the 10 mln dlrs" are millions, perhaps
                return UnitMark(found[0], self.first, phrase.last, "unit_of", (phrase.head, phrase.last))
        modifiers = phrase.modifiers
        if self.said("before count", self.first - 1):
            modifiers = (self.low(self.first - 1), *modifiers)
        if self.words[phrase.head][0].isupper() and self.said("stock alone", phrase.last):
            modifiers = (*modifiers, self.words[phrase.head], self.low(phrase.last))
            unit, last = count(self.lexicon, "share", modifiers), phrase.last + 1
            return UnitMark(unit, self.first, last, "noun", (phrase.first, last), phrase.last)
        unit = count(self.lexicon, phrase.lemma, modifiers)
        rule, last = "noun_of" if self.lowers[at] == "of" else "noun", phrase.last
        if self.low(last) in JOINTS and phrase.plural and not one and self.low(self.last - 1) != "several":
            unit, last = self._both(unit, last)
        return UnitMark(unit, self.first, last, rule, (phrase.first, last), phrase.head)

    def _is_made_of(self, phrase: nounphrase.NounPhrase) -> bool:
        """Say whether one thing has so many of what stands first: "a 12 man crew", "a 70 seat commuter aircraft"."""
        word, head, number = self.words[phrase.first], self.lowers[phrase.head], self.lowers[self.first]
        if not (number[0].isdigit() or 1 < self.table.small.get(number, 0) <= _CREW):
            return False  # "a dozen riot police", "a few cargo aircraft"
        if not phrase.plural or phrase.lemma.lower() != head or head in ("people", "head") or not word.islower():
            return False
        is_adjective = word.endswith(noun.DESCRIBING_ENDINGS) or not word.isalpha()
        return not is_adjective and noun.is_noun(word, self.lexicon) and not noun.is_plural(word, self.lexicon)

    def _body(self, phrase: nounphrase.NounPhrase) -> UnitMark:
        """Read "two farmers' unions": what is counted is made up of those named before it."""
        head = phrase.last + 1
        unit = count(self.lexicon, noun.lemma(self.words[head], self.lexicon), (*phrase.modifiers, phrase.lemma))
        return UnitMark(unit, self.first, head + 1, "noun", (phrase.first, head + 1), head)

    def _is_told(self, at: int) -> bool:
        """Say whether a participle and its object tell of the one: "one showing Hull's homes"."""
        low = self.lowers[at]
        if not low.endswith("ing") or len(low) < _GERUND or noun.ends_alike(low, self.lexicon):
            return False
        return self.low(at + 1) in noun.determiners(self.lexicon) or self.low(at + 2) == "'s"

    def _behind_name(self, at: int, *, one: bool) -> int:
        """Return the token behind a name that stands before what is counted and that a noun phrase does not reach over.

        "Five Bank of Oman branches", "40 World Sailing Union (WSU) judges", "nine Fund for the Arts staff".
        """
        words, end, is_linked = self.words, at + 1, False
        if not words[at].istitle():
            return at  # most
        while end < len(words) and end - at < _NAME:
            step = 1 if words[end][0].isupper() else self._link(end, again=is_linked)
            if not step:
                break
            is_linked = is_linked or words[end].islower() or step > 1
            end += step
        if not is_linked or end >= len(words) or not words[end].islower() or noun.is_stop(words[end], self.lexicon):
            return at
        phrase = nounphrase.find(self.sentence, end, self.lexicon, singular=one)
        return end if phrase is not None and (one or phrase.plural) else at

    def _link(self, at: int, *, again: bool) -> int:
        """Count the tokens from a token on that link the words of a name: "of", "for the", "(WSU)"; or none."""
        words, low = self.words, self.lowers[at]
        if low == "(":
            return 3 if self.low(at + 2) == ")" and words[at + 1].isupper() else 0
        if low not in _LINKS or (not again and (low == "and" or noun.is_plural(words[at - 1], self.lexicon))):
            return 0
        the = self.low(at + 1) == "the"
        return 1 + the if "".join(words[at + 1 + the : at + 2 + the])[:1].isupper() else 0

    def _is_rich(self) -> bool:
        """Say whether money is meant and not said: "multi-million deals"."""
        last = self.last
        return self.low(last - 1) in self.table.scales and (
            self.low(last - 2 - (self.low(last - 2) in HYPHENS)) == "multi"
        )

    def _both(self, unit: Unit, joint: int) -> tuple[Unit, int]:
        """Name both of two things counted together: "nine embassies and high commissions", "six towns or villages"."""
        other = nounphrase.find(self.sentence, joint + 1, self.lexicon)
        if (
            other is None
            or not other.plural
            or other.first > joint + 1
            or is_participle(self.low(joint + 1), self.lexicon)
        ):
            return unit, joint
        if not self.words[joint + 1].islower() and self.words[joint + 1].istitle():
            return unit, joint
        if self.words[other.head].isupper() and not self.sentence.is_upper:
            return unit, joint  # "12 letters and RBS said"
        family = noun.family(other.lemma, self.lexicon)
        is_alike = bool(family) and family == unit.family
        after = self.low(other.last)
        if (after[:1].isalnum() or after == ",") and not is_alike and not self.said("together", other.last):
            return unit, joint
        return both(unit, self.lowers[joint], other, family if is_alike else ""), other.last

    def _is_block(self, at: int) -> bool:
        """Say whether the word behind the last cell of a column heads what comes next: "     953 OATS      OPEN"."""
        starts, ends, first = self.sentence.starts, self.sentence.ends, self.first
        is_cell = first > 0 and starts[first] - ends[first - 1] > COLUMN
        return is_cell and at + 1 < len(starts) and starts[at + 1] - ends[at] > COLUMN

    def _is_compound(self, at: int) -> bool:
        """Say whether digits begin a word of what is counted: "five 2D levels", "four 800m runners"."""
        if not self.lowers[at][0].isdigit() or not self.joined(at + 1):
            return False
        gap: int = self.sentence.starts[at] - self.sentence.ends[at - 1]
        return gap == 1

    def _is_quoted(self) -> bool:
        """Say whether the quotation mark behind the number closes one before it."""
        return not OPENING.isdisjoint(self.lowers[max(0, self.first - ATTRIBUTES) : self.first])

    def _sized(self, at: int) -> UnitMark | None:
        """four 100 MW turbines, three 7,000 tonne cargoes: what is counted stands behind how big each is"""
        if self._is_compound(at):
            return self._counted(at)
        number = self.lowers[self.last - 1]
        if at == self.last and len(number) > SHORT and number[0].isdigit():
            return None  # a column of numbers
        size = at + 1
        while self.low(size) in self.table.scales:
            size += 1
        if self.low(size) in HYPHENS and self.joined(size):
            size += 1
        found = self.surface(size, attached=False)
        if found is None or noun.is_plural(self.words[found[1] - 1], self.lexicon):
            return None
        mark = self._counted(found[1]) if self.low(found[1])[:1].isalpha() else None
        if mark is None or not noun.is_plural(self.words[mark.head], self.lexicon):
            return None
        mark.last = self.last
        return mark

    def _is_sum(self, head: int) -> bool:
        """Say whether a large number has its currency or measure left out: "a 64 mln surplus", "12,000 wheat"."""
        number = self.low(self.last - 1)
        return (self.said("sum", head) or self.said("bulk", head)) and (
            number in self.table.scales or "," in number or "." in number
        )

    def _is_no_unit(self, head: int, at: int) -> bool:
        """Say whether a noun in the singular is not what is counted: "the 200,000 barrier", "two of the side"."""
        if self.lowers[at] == "of":
            low = self.lowers[head]
            is_set = noun.family(low, self.lexicon) or noun.is_nominal(low, self.lexicon)  # "two of the accused"
            return not (is_set or self.said("article", at + 1))
        return self.said("mark of", head) and self.low(self.last - 1) != "one"  # "one level below"

    def _is_span(self, phrase: nounphrase.NounPhrase, at: int) -> bool:
        """Say whether times with an adjective are one stretch: "seven consecutive days"; not "the two best years"."""
        if self.words[phrase.head] != self.lowers[phrase.head]:
            return False
        if self.lowers[at] == "of":
            return self.low(at + 1) in ("these", "those")  # "five of the last six years" are years, not a stretch
        return bool(phrase.modifiers) and noun.lengthens(phrase.modifiers, self.lexicon)


def both(unit: Unit, joint: str, other: nounphrase.NounPhrase, family: str) -> Unit:
    """Name two things that are counted together, of one family or of none."""
    name = " ".join((unit.name, joint, *other.modifiers, other.lemma))
    return attrs.evolve(
        unit, name=name, dimension=f"count:{family or name.lower()}", code="{" + name.lower() + "}", family=family
    )


def is_participle(low: str, lexicon: Lexicon) -> bool:
    """Say whether a word tells what things do or what was done to them, so that it ends no unit."""
    if low.endswith("ly"):
        return not noun.is_noun(low, lexicon)  # "a 30-family village"
    return low.endswith("ing") or (low.endswith("ed") and len(low) > 4 and low[-3] != "e")
