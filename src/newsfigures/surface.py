"""The unit written at a token: in words, as a symbol, as a code; squared, cubed, or per something."""

from typing import Final

from . import noun, nounphrase
from .lexicon import Lexicon
from .ontology import MONEY, RATIO, Index, Unit, count, index, power
from .text import HYPHENS, Sentence

_SUPERSCRIPTS: Final = {"\u00b2": 2, "\u00b3": 3, "2": 2, "3": 3}
#: A code of three letters with an M before it counts millions: MUSD, MEUR.
_MILLIONS: Final = 4
#: Longer numbers are no part of a rate.
_LONG: Final = 15


class Scanner:
    """The words around one number, at tokens `first` up to `last`, and the units that they name. Internal."""

    __slots__ = ("first", "last", "lexicon", "lowers", "sentence", "table", "words")

    def __init__(self, sentence: Sentence, first: int, last: int, lexicon: Lexicon) -> None:
        self.sentence = sentence
        self.words = sentence.words
        self.lowers = sentence.lowers
        self.first = first
        self.last = last
        self.lexicon = lexicon
        self.table: Index = index(lexicon)

    def low(self, at: int) -> str:
        """Return the token in lower case; an empty string outside the sentence."""
        return self.lowers[at] if 0 <= at < len(self.lowers) else ""

    def joined(self, at: int) -> bool:
        """Say whether a token touches the one before it."""
        return at < len(self.lowers) and self.sentence.joined(at)

    def said(self, name: str, at: int) -> bool:
        """Say whether the word at a token is of a class of the table."""
        return 0 <= at < len(self.lowers) and self.lowers[at] in self.table.classes[name]

    def surface(self, at: int, *, attached: bool = True) -> tuple[Unit, int] | None:
        """Return the unit written at token `at` and the token behind it."""
        if at >= len(self.lowers):
            return None
        low, word, table = self.lowers[at], self.words[at], self.table
        unit = table.plain.get(word)
        if unit is not None:
            return unit, at + 1
        if low not in table.starts and word.isascii():
            return None
        tails = table.phrases.get(low)
        if tails is not None:
            found = self._phrase(at, tails)
            if found is not None:
                return found
        exponent = table.powers.get(low)
        if exponent is not None:
            return self._power(at, exponent)
        if word == low or not (word in table.symbols or (word in table.codes and self.said("word code", at))):
            unit = table.words.get(low)
        if unit is not None:
            if low in table.homonyms and self._is_other(at, low):
                return None
            if unit.kind is RATIO and word != low and self.said("small letters", at) and not self.sentence.is_upper:
                return None  # "40 PCs"
            if unit.kind is MONEY and word != low and not word.isupper():
                # LeI is no leu, 50 Cent a singer, three Crown courts no money.
                is_acronym = word[-1] == "s" and word[:-1].isupper()  # "300 mln SDRs"
                if not (word.istitle() or is_acronym) or self.said("small letters", at):
                    return None
            return self._superscript(unit, at + 1)
        if not low[0].isalpha() and low in self.table.signs:
            if not self.joined(at + 1):
                return table.symbols[low], at + 1
            longer = table.symbols.get(word + self.words[at + 1])
            if longer is not None:
                return longer, at + 2
            return None if self.words[at + 1][0].isdigit() else (table.symbols[low], at + 1)
        return self._symbol(at, word, attached=attached)

    def _phrase(self, at: int, tails: list[tuple[tuple[str, ...], Unit]]) -> tuple[Unit, int] | None:
        """Match the rest of a phrase; hyphens between its words do not count."""
        lowers = self.lowers
        size = len(lowers)
        for rest, unit in tails:
            position = at + 1
            for word in rest:
                if position < size and lowers[position] in HYPHENS and self.joined(position):
                    position += 1
                if position >= size or lowers[position] != word:
                    break
                position += 1
            else:
                return unit, position
        return None

    def _power(self, at: int, exponent: int) -> tuple[Unit, int] | None:
        following = at + 1
        if self.low(following) in HYPHENS or self.low(following) == ".":
            following += 1
        low = self.low(following)
        unit = self.table.words.get(low) or self.table.symbols.get(self.words[following] if low else "")
        if unit is None or unit.dimension != "length":
            return None
        return power(self.lexicon, unit, exponent), following + 1

    def _superscript(self, unit: Unit, at: int) -> tuple[Unit, int]:
        """km2, km²: an exponent that touches the unit."""
        if unit.dimension == "length" and self.joined(at) and self.words[at] in _SUPERSCRIPTS:
            return power(self.lexicon, unit, _SUPERSCRIPTS[self.words[at]]), at + 1
        return unit, at

    def _symbol(self, at: int, word: str, *, attached: bool) -> tuple[Unit, int] | None:
        table = self.table
        if self.joined(at + 1):
            # Letters behind which a sign stands: "US$", "°C".
            unit = table.symbols.get(word + self.words[at + 1])
            if unit is not None:
                return unit, at + 2
        unit = table.symbols.get(word)
        if self.said("data too", at) and not table.classes["data"].isdisjoint(self.lowers):
            unit = table.by_name.get("megabyte", unit)
        if word.isupper() and self.said("capitals", at):
            if unit is None or (unit.kind is MONEY and not self._is_paid()):
                unit = table.symbols.get(self.lowers[at]) or table.words.get(self.lowers[at]) or unit
        if unit is None and len(word) == _MILLIONS and word[0] == "M" and word[1:] in table.codes:
            unit = table.codes[word[1:]]
        if len(word) == 1 and word.isupper():
            if self.said("code before", self.first - 1) or is_flag(self.sentence, self.first, at):
                return None  # a 13F filing; the low of a price, in a table
            if self.lowers[self.last - 1] in table.small:
                return None  # "two T and K shops"
        if word == "G" and (self.last - self.first > 1 or len(self.words[self.first]) > 1):
            return None
        if self.said("with slash", at) and self.low(at + 1) != "/":
            return None  # a film rated 12A
        if unit is None and attached and (self.joined(at) or (self.low(at + 1) == "/" and self.joined(at + 1))):
            unit = table.attached.get(word)
        if unit is None and word in table.codes and not (word in table.classes["word code"] and self.sentence.is_upper):
            unit = table.codes[word]
        if unit is None and self.lowers[at] in table.classes["lower code"]:
            unit = table.codes.get(word.upper())
        if unit is not None:
            if len(word) == 1 and not self._closed(at + 1):
                return None
            return self._superscript(unit, at + 1)
        if word[-1] in "\u00b2\u00b3" and len(word) > 1:
            base = table.words.get(self.lowers[at][:-1]) or table.symbols.get(word[:-1])
            if base is not None and base.dimension == "length":
                return power(self.lexicon, base, _SUPERSCRIPTS[word[-1]]), at + 1
        if at + 1 == len(self.lowers) and self.said("last word", at):
            return table.by_name["inch"], at + 1  # "5 in" and no more
        return None

    def _closed(self, at: int) -> bool:
        """Say whether a one-letter symbol ends there, and is not the start of a code or an initial."""
        if at >= len(self.lowers):
            return True
        word = self.words[at]
        symbol = self.words[at - 1]
        is_initial = symbol.isupper() and word.istitle()
        if is_initial or (symbol.isalpha() and word == "." and at + 1 < len(self.lowers)):
            return False  # an initial: 5 W. Main Street
        if self.joined(at) and (word[0].isalnum() and word not in _SUPERSCRIPTS):
            return False
        goes_on = word in HYPHENS and self.joined(at) and self.joined(at + 1)
        if not goes_on:
            return True
        again = self.words[at + 2 : at + 3] == [symbol]
        return not symbol.isalpha() and (self.words[at + 1].isalpha() or again)  # "46%-owned", "8%-10%"

    def _is_paid(self) -> bool:
        """Say whether the sentence speaks of money, so that KM is a currency: a scale word, or words of paying."""
        return self.low(self.last - 1) in self.table.scales or not self.table.classes["money"].isdisjoint(self.lowers)

    def _is_other(self, at: int, low: str) -> bool:
        """Say whether the name of a unit is another word here: "12 won medals", "two gigs in Leeds"."""
        if low in self.table.classes["verb too"]:
            return not self._is_amount(at)
        return self._is_played(at)

    def _is_amount(self, at: int) -> bool:
        """Tell 500 million won from 12 won medals."""
        if self.low(self.last - 1) in self.table.scales:
            return True
        following = self.low(at + 1)
        if not self.words[self.first][0].isdigit():
            return False
        if not following[:1].isalpha() or self.said("after money", at + 1):
            return True
        return noun.is_stop(following, self.lexicon) and self._is_paid()

    def _is_played(self, at: int) -> bool:
        """Say whether a gig is one of a band: in a place, where music is spoken of, and no computer."""
        if not self.table.classes["data"].isdisjoint(self.lowers):
            return False
        return self.said("scope", at + 1) or not self.table.classes["music"].isdisjoint(self.lowers)

    # -- what a rate is per ------------------------------------------------------------------------------------

    def each(self, at: int, *, firm: bool = False, timed: bool = False) -> tuple[Unit, int, int] | None:
        """Read what stands behind "a" or "every" in a rate: the unit, the token behind it, and 1.

        `firm` amounts, of money or many, are hardly what there was "a year from" something; nor are `timed` ones, which
        are times of a longer one: "five days a week after".
        """
        low = self.low(at)
        unit = self.table.words.get(low)
        if unit is not None and unit.dimension == "time" and (not self.said("ordinal too", at) or self._is_last(at)):
            is_rate = timed or not self.said("article", at - 1) or not self._is_when(at, firm=firm)
            return (unit, at + 1, 1) if is_rate else None
        if not self.said("denominator", at) and not (
            self._is_term(at) if self.said("denominator term", at) else self._is_thing(at, firm=firm)
        ):
            return None
        if unit is not None and unit.kind is not MONEY:
            found = self.surface(at, attached=False)
            return (*found, 1) if found is not None else None
        return count(self.lexicon, noun.lemma(low, self.lexicon), ()), at + 1, 1

    def _is_thing(self, at: int, *, firm: bool) -> bool:
        """Say whether a firm amount is for one of something: "$3m a film"; not "paid $3m a film star"."""
        return firm and self.said("denominator too", at) and self._is_last(at)

    def _is_term(self, at: int) -> bool:
        """Say whether a quarter is one of a year: "$5m a quarter"; not "a quarter of it", "a quarter ago"."""
        return self._is_last(at) and not self.said("no term", at + 1)

    def _is_last(self, at: int) -> bool:
        """Tell "1,000 sums a second" from "a second sum"."""
        if self.low(at - 1) in HYPHENS and self.joined(at):
            return True  # "a 20-frame-a-second film"
        following = self.low(at + 1)
        return not following[:1].isalnum() or noun.is_stop(following, self.lexicon)

    def _is_when(self, at: int, *, firm: bool) -> bool:
        """Tell "a year from now", a time, from "$5m a year from oil"; "each year from 2011" is a rate."""
        hyphen = self.low(at + 1) in HYPHENS and self.joined(at + 1)
        if not self.said("not_rate", at + 1 + hyphen):
            return False
        following = self.low(at + 2)
        if firm and following.isdecimal() and self.low(at + 1) == "since":
            return False  # "60,000 ounces a year since 1981"
        if hyphen or not firm or not self.said("rate too", at + 1):
            return True
        if self.said("around tax", at + 1):
            return not self.said("tax", at + 2)
        if not following[:1].isalnum():
            return True
        # "A year from its launch" is when; "$5m a year from its farms" is a rate.
        owned = self.low(at + 3)
        return self.said("then", at + 2) and (not owned.endswith("s") or owned.endswith("ss"))

    def per(self, at: int, *, slash: bool) -> tuple[Unit, int, int] | None:
        """Read what stands behind "per" or a slash: the unit, the token behind it, and how many of it."""
        number, at = (1, at) if slash else self._many(at)
        low = self.low(at)
        if not number or not low:
            return None
        unit = self.table.times.get(low) if slash else None
        if unit is not None:
            return unit, at + 1, 1
        found = self.surface(at, attached=False)
        if found is not None and found[0].kind is not RATIO:
            return (*found, number)
        if not low[0].isalpha() or noun.is_stop(low, self.lexicon):
            return None
        if number == 1:
            return self._one(at)
        phrase = nounphrase.find(self.sentence, at, self.lexicon)
        return None if phrase is None else (count(self.lexicon, phrase.lemma, phrase.modifiers), phrase.last, number)

    def _one(self, at: int) -> tuple[Unit, int, int]:
        """Read the noun that a rate is per, behind its adjectives: "per ordinary share", "per working day"."""
        phrase = (
            None if self.said("denominator", at) else nounphrase.find(self.sentence, at, self.lexicon, singular=True)
        )
        behind = self._named_noun(at) if phrase is None or phrase.head == at else at
        if behind > at:
            return self._one(behind)  # "per Roe Brothers share"
        if phrase is None or phrase.plural or phrase.head == at:
            return count(self.lexicon, noun.lemma(self.words[at], self.lexicon), ()), at + 1, 1
        return count(self.lexicon, phrase.lemma, phrase.modifiers), phrase.last, 1

    def _named_noun(self, at: int) -> int:
        """Return the token of the noun behind a name of several words, or the token itself: "Roe Brothers share"."""
        end = at
        while self.words[end : end + 1] and self.words[end].istitle():
            end += 1
        is_noun = end - at > 1 and self.low(end).isalpha() and not noun.is_stop(self.low(end), self.lexicon)
        return end if is_noun and noun.is_noun(self.low(end), self.lexicon) else at

    def _many(self, at: int) -> tuple[int, int]:
        """Read "100,000", "1 million" or "thousand" behind "per", and the token behind it."""
        number, text = 1, self.low(at).replace(",", "")
        if text.isdecimal() and len(text) < _LONG:
            number, at = int(text), at + 1
        elif text in self.table.small and not self.joined(at + 1):
            number, at = self.table.small[text], at + 1  # "for every three shares"; not "per one-franc share"
        scale = self.table.scales.get(self.low(at))
        return (number * scale, at + 1) if scale is not None else (number, at)


def is_flag(sentence: Sentence, first: int, at: int) -> bool:
    """Say whether a capital letter that touches a whole number of a table marks it: 2213L, 2381B (low, bid)."""
    starts, ends = sentence.starts, sentence.ends
    if not (sentence.words[at].isupper() and sentence.joined(at) and len(sentence.words[first]) > 2):
        return False
    apart = starts[first] - ends[first - 1] if first else 0
    return apart > 1 and (at + 1 == len(starts) or starts[at + 1] - ends[at] > 1 or starts[at + 1] == ends[at])
