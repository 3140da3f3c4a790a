"""What a number in a sentence counts in: currency, measure, percentage, age, rate, or the counted noun.

`read` looks at the words before and behind one number. Each look is a dictionary look-up on the next word; only where
no unit stands there is a noun phrase read.
"""

import re
from fractions import Fraction
from typing import Final, final

from . import frequency, money, noun, nounphrase
from .ageword import AgeWord
from .conversion import Rate, affine, convert, factor, fits, target
from .countednoun import ATTRIBUTES, COLUMN, OPENING, CountedNoun, both, is_participle
from .denominator import Denominator
from .lexicon import Lexicon
from .ontology import COUNT, MEASURE, MONEY, NONE, PRIMES, RATIO, Unit, UnitKind, count, index, lookup
from .text import HYPHENS, Sentence
from .unitmark import UnitMark

__all__ = [
    "NONE",
    "Rate",
    "Unit",
    "UnitKind",
    "UnitMark",
    "affine",
    "both",
    "convert",
    "factor",
    "fits",
    "lookup",
    "read",
    "target",
]

_SHARE: Final = Unit("share", RATIO, "ratio", "1", Fraction(1))
_MAGNITUDE: Final = Unit("magnitude", MEASURE, "magnitude")
_MILLION: Final = Fraction(1000000)
_QUOTES: Final = frozenset("\"'\u201d\u2019")
#: Magnitudes are written with one digit on both sides of the point.
_MAGNITUDES: Final = 3
#: So many in words are pieces: "three bits of wire"; not "64 bits of data".
_PIECES: Final = frozenset({"bit", "bits"})
_OWNING: Final = frozenset(("the", "its", "their", "'s", "'"))
#: Letters further from a number stand in a column of their own.
_BESIDE: Final = 2
#: "two- and three-bedroom homes": the unit stands within so many tokens.
_SUSPENSE: Final = 8
#: A sprint takes so long.
_SECONDS = re.compile(r"[1-5]?\d\.\d\d\Z")
#: What is won stands so far before its time.
_WON: Final = 4
#: The letters of a unit that may be a name's as well are fewer.
_INITIALS: Final = 4


def read(
    sentence: Sentence, first: int, last: int, lexicon: Lexicon, *, home_currency: str | None = None
) -> UnitMark | None:
    """Read what the number at tokens `first` up to `last` counts in; `None` where it counts in nothing.

    `home_currency` is the ISO code that settles a bare "$", "pounds" or "kr".

    >>> from newsfigures.lexicon import load
    >>> read(Sentence("some 5,000 barrels a day"), 1, 2, load("en"))
    UnitMark('barrel per day', 1, 5, 'unit_rate')
    """
    reader = _Reader(sentence, first, last, lexicon)
    table, lowers = reader.table, sentence.lowers
    if lowers[last - 1].endswith("fold") or lowers[last - 1] in table.multiples:
        often = reader.times(last - 1)
        if often.unit.kind is COUNT:
            reader.extend(often)  # "twice a week"
        return often
    mark = reader.money_before()
    if mark is None and last < len(lowers):
        mark = reader.behind()
    if (mark is None or mark.rule == "noun") and first > 1 and lowers[first - 1] in table.classes["bracket"]:
        mark = reader.bracket(mark) or mark
    if mark is None and first and lowers[first - 1] in table.openers:
        mark = reader.before()
    if mark is not None:
        if mark.unit.alternatives:
            mark.unit = money.settled(sentence, mark.unit, first, mark.words, lexicon, home_currency)
        reader.extend(mark)
    return mark


def digits(sentence: Sentence, first: int, last: int, lexicon: Lexicon) -> UnitMark | None:
    """Read what "double-digit" counts in: percent where it is of growth, else what follows in the plural.

    >>> from newsfigures.lexicon import load
    >>> digits(Sentence("double-digit earnings growth"), 0, 3, load("en"))
    UnitMark('percent', 0, 3, 'digits')
    """
    reader = _Reader(sentence, first, last, lexicon)
    for at in range(last, min(last + ATTRIBUTES, len(sentence))):
        if reader.said("percent noun", at):
            return UnitMark(reader.table.by_name["percent"], first, last, "digits", (at, at + 1))
        if not reader.low(at).isalpha() or noun.is_stop(reader.low(at), lexicon):
            break
    found = reader.behind() if last < len(sentence) else None
    is_several = found is not None and found.head >= 0 and noun.is_plural(sentence.words[found.head], lexicon)
    return found if is_several else None


def decade(sentence: Sentence, first: int, last: int, lexicon: Lexicon) -> UnitMark | None:
    """Read what a decade that somebody is in counts in: years of age.

    >>> from newsfigures.lexicon import load
    >>> decade(Sentence("in her 20s"), 2, 4, load("en"))
    UnitMark('year of age', 2, 4, 'age_decade')
    """
    if not sentence.lowers[last - 1].endswith("s") or not first:
        return None
    if sentence.lowers[first - 1] not in lexicon.words("decade owner"):
        return None
    return UnitMark(index(lexicon).by_name["year of age"], first, last, "age_decade", (first, last))


@final
class _Reader(AgeWord, CountedNoun, Denominator):
    """Reads around one number; every method returns a mark or `None`."""

    __slots__ = ()

    # -- in front ----------------------------------------------------------------------------------------------

    def money_before(self) -> UnitMark | None:
        """$5, US$5, A$ 5, Rs. 500, EUR 20, USD115, RM42"""
        return self._money(money.before(self))

    def _money(self, found: tuple[Unit, int, int] | None) -> UnitMark | None:
        if found is None:
            return None
        unit, start, end = found
        if self.sentence.starts[self.first] - self.sentence.ends[end - 1] > _BESIDE and self.words[end - 1].isalpha():
            return None  # the label of a row: "YEN        219.6"
        return UnitMark(unit, start, self.last, "currency_before", (start, end))

    def before(self) -> UnitMark | None:
        """Aged 34; magnitude 6.5; an age between commas; a bare currency word ("ringgit 42")."""
        at = self.first - 1
        if self.low(at) in HYPHENS and self.joined(at) and self.joined(self.first):
            at -= 1
        of = self.low(at) == "of"
        if of and self.said("factor", at - 1):
            return UnitMark(frequency.TIME, self.first, self.last, "times", (at - 1, at))
        if self.said("magnitude", at - of):
            return UnitMark(_MAGNITUDE, at - of, self.last, "magnitude", (at - of, at - of + 1))
        if self.said("gauged", at) and self._is_magnitude():
            return UnitMark(_MAGNITUDE, self.first, self.last, "magnitude", (at, at + 1))
        for start in (at, at - 1 if self.said("age joint", at) else -1, at - 2 if of else -1):
            if start >= 0 and self.said("age", start):
                return UnitMark(self.table.by_name["year of age"], start, self.last, "age_before", (start, start + 1))
        if self.said("age owner", at) and self.low(self.last - 1) in ("s", "'s"):
            return self._age("age_band", at)  # "in his or her mid-30s"
        if self.said("be", at) and self._said_of_somebody(at):
            return self._age("age_predicate", at)
        if self.low(at) == "," and self._apposition():
            return self._age("age_apposition", at)
        if self.low(at) == "(" and self._is_aside():
            return self._age("age_bracket", at)
        if self._is_clocked(at):
            return UnitMark(self.table.by_name["second"], self.first, self.last, "run_time", (at, at + 1))
        return self._money(money.name_before(self))

    def _is_clocked(self, at: int) -> bool:
        """Say whether the number is how many seconds a race took: "clocking 6.91", "gold in 44.72"."""
        written = self.words[self.first]
        if self.last - self.first != 1 or not _SECONDS.match(written):
            return False
        classes, low = self.table.classes, self.low(at)
        if low == "of":
            is_time = self.said("run time", at - 1)
        elif low == "in":
            is_time = not classes["run won"].isdisjoint(self.lowers[max(0, at - _WON) : at])
        else:
            is_time = self.said("clocked", at)
        return (
            is_time and not classes["sprint"].isdisjoint(self.lowers) and classes["no sprint"].isdisjoint(self.lowers)
        )

    def _is_magnitude(self) -> bool:
        """Say whether the strength of a quake was measured: "the quake measured 6.1 on the Richter scale"."""
        number = self.words[self.first]
        is_small = len(number) == _MAGNITUDES and "0" < number[0] <= "9" and number[1] == "."
        closes = not self.low(self.last)[:1].isalpha() or noun.is_stop(self.low(self.last), self.lexicon)
        return is_small and closes and not self.table.classes["quake"].isdisjoint(self.lowers)

    # -- behind ------------------------------------------------------------------------------------------------

    def behind(self) -> UnitMark | None:
        """A unit, a share of something, a multiple, or what is counted."""
        at = self.last
        low = self.lowers[at]
        if self.sentence.starts[at] - self.sentence.ends[at - 1] > 1 and self._is_column(at):
            return None
        if self.lowers[at - 1] in self.table.scales:
            selling = at + (low in HYPHENS)
            if self.said("selling", selling):
                copies = count(self.lexicon, "copy", ())
                return UnitMark(copies, self.first, selling + 1, "noun", (selling, selling + 1))
        if low in HYPHENS and self.joined(at):
            suspended = not self.joined(at + 1) or self.low(at + 1) == ","
            return self._suspended(at + 1) if suspended else self._hyphened(at + 1)
        if self.first and self.lowers[self.first - 1] in self.table.classes["magnitude"]:
            return None
        if low == "on" and "richter" in self.lowers[at + 2 : at + 4]:
            return UnitMark(_MAGNITUDE, self.first, self.last, "magnitude", (self.first, self.last))
        if self.said("gauging", at) and self._is_gauge(at + 1):
            return None
        if low in _QUOTES and self.low(at + 1) == "of" and self._is_quoted():
            at, low = at + 1, "of"  # "hundreds" of homes
        mark = self._unit_at(at)
        if mark is not None:
            is_thing = (
                (low == "feet" and self._is_standing(at))
                or (low == "cup" and self._is_won(at))
                or (low in _PIECES and self.low(at + 1) == "of" and self.low(at - 1).isalpha())
                or (self.words[at].isupper() and self._is_initials(at, mark.unit))
            )
            if is_thing:
                return self._counted(at)
            return None if mark.unit.dimension == "time" and self._is_ago(mark) else mark
        if low in self.table.rare:
            unit, rule = self._rare(at, low)
            if unit is not None:
                return UnitMark(unit, self.first, at + 1, rule, (at, at + 1))
        if not self.joined(at) and (low[0].isdigit() or (low == "half" and self.low(at - 1) != "one")):
            return self._sized(at)  # "two half point cuts"
        if low in _QUOTES and self.low(at + 1) == "of":
            mark = self._unit_at(at + 2)  # "hundreds of millions" of pounds
            return mark if mark is not None and mark.unit.kind is MONEY else None
        if low[0].isalpha() and self.joined(at):
            return None
        if (self.last - self.first > 2 or self.lowers[self.last - 1] in self.table.fractions) and self._is_share():
            return self._share(at)
        if low in self.table.classes["multiple"]:
            return self.times(at)
        return self._thing(at, low)

    def _thing(self, at: int, low: str) -> UnitMark | None:
        """Read a coin in capitals, a unit behind "of" or "more", or the noun that is counted."""
        coined = money.coin(self, at) if self.words[at].istitle() else None
        if coined is not None:
            unit, end = coined
            return UnitMark(unit, self.first, end, "currency", (at, end))
        if low == "of" or low in self.table.classes["more"]:
            # "tens of millions of dollars", "a couple of months", "20 more minutes"
            mark = self._unit_at(at + 1)
            if mark is not None:
                return mark
        aged = at + 1 if low == "of" else at
        if aged < len(self.lowers) and self.lowers[aged] in self.table.classes["over or under"] and self._is_aged(aged):
            return UnitMark(count(self.lexicon, "people", ()), self.first, aged + 4, "noun", (aged, aged + 4), aged + 3)
        if self.said("schooling", at):
            return self._schooled(at) or self._counted(at)
        return self._counted(at) if low[0].isalpha() or low in OPENING or low == "[" or self._is_compound(at) else None

    def _rare(self, at: int, low: str) -> tuple[Unit | None, str]:
        """Read a mark or a word that seldom is a unit: 6' 2", two pound, 6.1 magnitude, 60 strong; with its rule."""
        if low in PRIMES and self._is_prime(at):
            return lookup("foot", self.lexicon), "unit"
        if low == '"' and self._is_inch(at):
            return lookup("inch", self.lexicon), "unit"
        if self.said("singular coin", at) and self._is_coin(at):
            return self.table.words[f"{low}s"], "currency"
        if self.said("magnitude", at) and not noun.is_plural(low, self.lexicon):
            return _MAGNITUDE, "magnitude"
        if low == "strong" and self._is_size(at):
            return count(self.lexicon, "member", ()), "strong"
        return None, ""

    def _is_gauge(self, at: int) -> bool:
        """Say whether a level tells how things go: "a reading above 50 shows steady growth"; not "40 shows"."""
        goes_on = self.low(at).isalpha() and self.low(at) not in ("of", "in", "on", "about", "and", "with")
        return self.said("course told", at) or (goes_on and self.said("course told", at + 1))

    def _is_size(self, at: int) -> bool:
        """Say whether "strong" tells how large a group is: "the 60 strong team"; not "the 300 strong winds"."""
        if not self.said("article", self.first - 1) and self.low(self.first - 1) not in _OWNING:
            return False
        return at + 1 == len(self.words) or not noun.is_plural(self.words[at + 1], self.lexicon)

    def _is_aged(self, at: int) -> bool:
        """Say whether people are named after their age: "over-65s", "under-18s"."""
        hyphened = self.low(at + 1) in HYPHENS and self.joined(at + 1)
        return hyphened and self.low(at + 2).isdecimal() and self.low(at + 3) == "s" and self.joined(at + 3)

    def _is_won(self, at: int) -> bool:
        """Say whether a cup is played for: "two cup ties"; not "two cups of tea"."""
        return self.low(at + 1).isalpha() and noun.is_plural(self.words[at + 1], self.lexicon)

    def _is_initials(self, at: int, unit: Unit) -> bool:
        """Say whether capitals are a name before what is counted: "two GM plants", "12 FT writers"; not "3 KG bags"."""
        if not 1 < len(self.words[at]) < _INITIALS or self.joined(at) or self.sentence.is_upper:
            return False
        if not (self.words[at - 1].isalpha() or self.said("initials", at)) or self.low(at - 1) in self.table.scales:
            return False
        if not "".join(self.words[at + 1 : at + 2]).islower():
            return False
        phrase = nounphrase.find(self.sentence, at + 1, self.lexicon)
        if phrase is None or not phrase.plural or self.low(at + 1) == "of":
            return False
        return unit.kind is not MONEY or noun.family(phrase.lemma, self.lexicon) == "person"

    def _is_standing(self, at: int) -> bool:
        """Say whether feet are no length: "it walks on two feet", "on his own two feet"."""
        before = self.low(self.first - 1)
        is_on = before == "on" or (
            self.said("own", self.first - 1) and "on" in self.lowers[max(0, self.first - 3) : at]
        )
        return is_on and self.low(self.last - 1) in ("two", "four") and not self.low(at + 1)[:1].isalpha()

    def _is_column(self, at: int) -> bool:
        """Say whether blanks part the number from the next column, or from the label of the next row."""
        gap = self.sentence.document[self.sentence.ends[at - 1] : self.sentence.starts[at]]
        is_label = self.lowers[at][0].isalpha() and not self.words[at].islower()
        return gap.isspace() and (len(gap) > COLUMN or is_label)

    def _is_coin(self, at: int) -> bool:
        """Say whether a coin in the singular stands before a noun: "a 14 mark dividend"; not "the 10,000 mark"."""
        after = self.low(at + 1)
        is_rate = (self.said("each", at + 1) or self.said("per", at + 1)) and self.said("denominator", at + 2)
        is_before = is_rate or (after[:1].isalpha() and not noun.is_stop(after, self.lexicon))
        return is_before and self.words[at].islower() and self.low(self.last - 1) not in ("1", "one")

    def _is_ago(self, mark: UnitMark) -> bool:
        """Say whether a time in the singular is when: "up from 40,300 week ago"."""
        at = mark.words[0]
        is_one = self.low(self.last - 1) in ("1", "one") or self.said("article", self.last - 1)
        return self.low(at + 1) == "ago" and not is_one and not noun.is_plural(self.words[at], self.lexicon)

    def _is_inch(self, at: int) -> bool:
        """Whether a double prime behind the digits ends a length in feet and inches: 5' 10"."""
        before = self.low(self.first - 1)
        return self.joined(at) and before in ("'", "\u2019") and self.low(self.first - 2).isdecimal()

    def _is_prime(self, at: int) -> bool:
        """Whether an apostrophe behind the digits is a prime (30' above the sea) and closes no quotation."""
        if not self.joined(at):
            return False
        if self.low(at + 1).isdecimal() and self.low(at + 2) == '"' and self.joined(at + 2):
            return True
        if at + 1 < len(self.lowers) and self.joined(at + 1):
            return False
        return not any(quote in self.lowers[: self.first] for quote in ("'", "\u2018", "\u2019"))

    def _unit_at(self, at: int) -> UnitMark | None:
        """Find the unit whose words or symbol start at token `at`."""
        found = self.surface(at)
        if found is None or (self.lowers[at] == "second" and self._is_rank(at)):
            return None
        unit, end = found
        if end == at + 1 and self.said("million too", at):
            counted = self.surface(end, attached=False)
            if counted is not None and counted[0].kind is MONEY:
                # 154m naira: the letter is no metre.
                mark = UnitMark(counted[0], self.first, counted[1], "currency", (end, counted[1]))
                mark.factor = _MILLION
                return mark
            before = self._money(money.name_before(self))
            if before is not None:
                before.last, before.factor = end, _MILLION  # "Australian dollars 648m"
                return before
        rule = "currency" if unit.kind is MONEY else "unit"
        mark = UnitMark(unit, self.first, end, rule, (at, end))
        if unit.code and self.words[at] == f"M{unit.code}":
            mark.factor = _MILLION
        elif rule == "currency":
            self._scale(mark, end)
        return mark

    def _is_rank(self, at: int) -> bool:
        """Say whether "second" says which: "three second-half goals"; not "a 20 second-long clip"."""
        if self.low(self.first - 1) == "a" and self.low(at - 1)[0].isdecimal():
            return False  # "a 20 second hand wash"
        part = at + (self.low(at + 1) in HYPHENS and self.joined(at + 1)) + 1
        return self.said("part in order", part) or self.low(at - 1) in ("few", "several")  # "a few second serves"

    def _scale(self, mark: UnitMark, at: int) -> None:
        """Take the scale word that stands behind the currency: "75 USD million"."""
        low, scales = self.low(at), self.table.scales
        if low in scales and len(low) > 1 and self.low(self.last - 1) not in scales:
            mark.factor = Fraction(scales[low])
            mark.last = at + 1

    def times(self, at: int) -> UnitMark:
        """Take "times", "twice" or "double": occasions are counted, a factor counts nothing."""
        unit = frequency.times(self, at + 1)
        head = at if unit.kind is COUNT else -1
        return UnitMark(unit, self.first, at + 1, "times", (at, at + 1), head)

    # -- hyphens -----------------------------------------------------------------------------------------------

    def _hyphened(self, at: int) -> UnitMark | None:
        """8-inch, 18-year-old, 400-bed, $70-a-share, 40-odd people"""
        low = self.lowers[at]
        if self.said("loose", at):
            return (self._unit_at(at + 1) or self._counted(at + 1)) if at + 1 < len(self.lowers) else None
        found = self.surface(at, attached=False)
        if found is not None:
            unit, end = found
            return UnitMark(unit, self.first, end, "unit_hyphen", (at, end))
        if low == "strong":
            return self._strong(at)
        if self.said("magnitude", at):
            return UnitMark(_MAGNITUDE, self.first, at + 1, "magnitude", (at, at + 1))
        if self.said("multiple", at):
            return self.times(at)
        if low.endswith("ly"):
            period = self.table.words.get(low[:-2])
            if period is not None and period.dimension == "time":
                return UnitMark(period, self.first, at + 1, "unit_hyphen", (at, at + 1))  # "three-monthly"
        if self.said("having so many", at):
            part = low[:-3] if low[-3] == low[-4] else low[:-2]
            return UnitMark(count(self.lexicon, part, ()), self.first, at + 1, "noun_hyphen", (at, at + 1), at)
        if (
            not (low.isalpha() and len(low) > 1)
            or self.said("joined", at)
            or low in self.table.small
            or is_participle(low, self.lexicon)
            or noun.is_stop(low, self.lexicon)
        ):
            return None
        name = noun.lemma(self.words[at], self.lexicon)
        if self.said("sized", at):
            name = name.removesuffix("er")
            name = name[:-1] if name[-1] == name[-2] else name  # "a five-setter"
        return UnitMark(count(self.lexicon, name, ()), self.first, at + 1, "noun_hyphen", (at, at + 1), at)

    def _strong(self, at: int) -> UnitMark:
        """A 40-strong squad has members, a 300-strong fleet of lorries has lorries."""
        last = at + 1
        of = next((t for t in range(at + 2, at + ATTRIBUTES) if self.low(t) == "of"), 0)
        phrase = nounphrase.find(self.sentence, of + 1, self.lexicon) if of else None
        if phrase is None or not phrase.plural or any(not low.isalpha() for low in self.lowers[last:of]):
            return UnitMark(count(self.lexicon, "member", ()), self.first, last, "strong", (at, last))
        unit = count(self.lexicon, phrase.lemma, phrase.modifiers)
        return UnitMark(unit, self.first, last, "strong", (phrase.first, phrase.last))

    def _suspended(self, at: int) -> UnitMark | None:
        """two- and three-bedroom homes: the unit stands behind the last number"""
        for ahead in range(at, min(at + _SUSPENSE, len(self.lowers) - 1)):
            low = self.lowers[ahead]
            if low in HYPHENS and self.joined(ahead) and self.joined(ahead + 1):
                mark = self._hyphened(ahead + 1)
                if mark is not None:
                    mark.last, mark.rule, mark.head = self.last, "unit_suspended", -1
                return mark
            if low[0].isalpha() and noun.is_stop(low, self.lexicon) and low not in ("and", "or", "to"):
                return None
        return None

    # -- nouns and shares --------------------------------------------------------------------------------------

    def _is_share(self) -> bool:
        """Say whether the number is a part of a whole: "a third", "one in five", "two out of three"."""
        last = self.lowers[self.last - 1]
        if last in self.table.fractions:
            return "and" not in self.lowers[self.first : self.last]
        if self.last - self.first > 2:
            inner = self.lowers[self.first + 1 : self.last - 1]
            return "in" in inner or "out" in inner or inner[:1] == ["/"]
        return False

    def _share(self, at: int) -> UnitMark | None:
        """Half a mile and a third of an acre are measures; else the share is of the noun phrase behind."""
        start = at + 1 if self.lowers[at] == "of" else at
        if self.said("article", start):
            found = self.surface(start + 1, attached=False)
            if found is not None:
                unit, end = found
                return UnitMark(unit, self.first, end, "unit", (start + 1, end))
        elif start > at:
            found = self.surface(start, attached=False)
            if found is not None and found[0].kind is MEASURE and found[0].dimension != "time":
                return UnitMark(found[0], self.first, found[1], "unit", (start, found[1]))
        low = self.lowers[at]
        is_whole = low == "of" or low in noun.determiners(self.lexicon) or self.said("stake", at)
        if self.low(self.first + 1) == "/" and not is_whole:
            return None  # "fell 1/2 to 21"
        mark = UnitMark(_SHARE, self.first, self.last, "share", (self.first, self.last))
        if low == "of" or low in noun.determiners(self.lexicon):
            phrase = nounphrase.find_whole(self.sentence, start, self.lexicon)
        else:
            phrase = nounphrase.find(self.sentence, at, self.lexicon) if low[0].isalpha() else None
        if phrase is not None:
            mark.base = (phrase.first, phrase.last)
            mark.head = phrase.head
            mark.last = max(mark.last, phrase.last)
        return mark

    # -- what follows the unit ---------------------------------------------------------------------------------
