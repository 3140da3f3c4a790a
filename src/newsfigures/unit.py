"""What a number in a sentence counts in: currency, measure, percentage, age, rate, or the counted noun.

`read` looks at the words before and behind one number. Each look is a dictionary look-up on the next word; only where
no unit stands there is a noun phrase read.
"""

import functools
from fractions import Fraction
from typing import Final, final

from . import noun
from .interval import Interval
from .lexicon import Lexicon, load
from .ontology import NONE, Index, Rate, Unit, UnitKind, affine, convert, factor, index, lookup, per, power
from .text import Sentence

__all__ = [
    "NONE", "Rate", "Unit", "UnitKind", "UnitMark", "affine", "compound", "compound_bare", "convert", "factor", "fits", "lookup",
    "read", "target",
]  # fmt: skip

_HYPHENS: Final = frozenset("-\u2010\u2011")
_POWERS: Final = {"square": 2, "sq": 2, "cubic": 3, "cu": 3}
_SUPERSCRIPTS: Final = {"\u00b2": 2, "\u00b3": 3, "2": 2, "3": 3}
_CURRENCY_SIGNS: Final = frozenset(
    "$\u00a3\u20ac\u00a5\u20b9\u20a9\u20bd\u20aa\u20ba\u20b4\u20ab\u0e3f\u20a6\u20b1\u20bf"
)
#: Codes that are also words; in a sentence of capitals they tell nothing.
_WORD_CODES: Final = frozenset(
    {
        "ALL",
        "TRY",
        "TOP",
        "CUP",
        "MOP",
        "BOB",
        "MAD",
        "PEN",
        "SOS",
        "GEL",
        "COP",
        "BAM",
        "RON",
        "NAD",
        "SAR",
        "LAK",
        "CHE",
    }
)
#: Codes and symbols that are read in lower case too.
_LOWER_CODES: Final = frozenset(
    {"usd", "eur", "gbp", "jpy", "cny", "inr", "aud", "cad", "nzd", "hkd", "sgd", "chf", "btc"}
)
_SHARE: Final = Unit("share", UnitKind.RATIO, "ratio", "1", Fraction(1))
_TIME: Final = Unit("time", UnitKind.RATIO, "ratio", "1", Fraction(1))
_MAGNITUDE: Final = Unit("magnitude", UnitKind.MEASURE, "magnitude")
_MONTH: Final = 2629800
_ARTICLES: Final = frozenset({"a", "an", "one"})
_BE: Final = frozenset({"is", "was", "be", "turned", "turns", "turning", "turn"})
_SOMEBODY: Final = frozenset({"he", "she", "who", "i"})


@final
class UnitMark:
    """The unit of one number of a sentence, by tokens. Internal.

    `first` up to `last` is all that number and unit cover; `words` the unit's own words, for evidence (empty where the
    two stand on both sides of the number: then the first part); `head` the token of the counted noun or -1; `base` the
    noun phrase behind "of" ("60% of revenue", "tonnes of aid"), empty when there is none; `factor` a multiplier of the
    number that the unit's words hold.
    """

    __slots__ = ("base", "factor", "first", "head", "last", "rule", "unit", "words")

    def __init__(
        self,
        unit: Unit,
        first: int,
        last: int,
        rule: str,
        words: tuple[int, int],
        head: int = -1,
        base: tuple[int, int] = (0, 0),
    ) -> None:
        self.unit = unit
        self.first = first
        self.last = last
        self.rule = rule
        self.words = words
        self.head = head
        self.base = base
        self.factor: Fraction | None = None

    def __repr__(self) -> str:
        """Show the unit, the tokens and the rule."""
        return f"UnitMark({str(self.unit)!r}, {self.first}, {self.last}, {self.rule!r})"


def read(
    sentence: Sentence, first: int, last: int, lexicon: Lexicon, *, home_currency: str | None = None
) -> UnitMark | None:
    """Read what the number at tokens `first` up to `last` counts in; `None` where it counts in nothing.

    `home_currency` is the ISO code that settles a bare "$", "pounds" or "kr".
    """
    reader = _Reader(sentence, first, last, lexicon)
    if sentence.lowers[last - 1].endswith("fold"):
        return UnitMark(_TIME, first, last, "times", (last - 1, last))
    mark = reader.money_before()
    if mark is None and last < len(sentence.lowers):
        mark = reader.behind()
    if mark is None:
        mark = reader.before()
    if mark is not None:
        if (mark.unit.alternatives and mark.unit.kind is UnitKind.MONEY) or mark.unit.name == "pound-mass":
            mark.unit = _settled(sentence, mark, lexicon, home_currency)
        reader.extend(mark)
    return mark


def _settled(sentence: Sentence, mark: UnitMark, lexicon: Lexicon, home: str | None) -> Unit:
    """Decide which of the currencies that share a name is meant, where the caller or the sentence says so."""
    unit = mark.unit
    if unit.name == "pound-mass":
        return _pound(sentence, mark, lexicon, home)
    if home is not None and home in unit.alternatives:
        table = index(lexicon)
        known = table.codes.get(home)
        if known is not None and unit.factor is not None:
            name = known.name if unit.factor == 1 else unit.name
            code = home if unit.factor == 1 else ""
            return Unit(name, unit.kind, known.dimension, code, unit.factor)
    return unit


def _pound(sentence: Sentence, mark: UnitMark, lexicon: Lexicon, home: str | None) -> Unit:
    """Money or weight? A scale word, or words of money in the sentence, against words of weight beside the number."""
    lowers = sentence.lowers
    written = lowers[mark.words[0]]
    if written not in ("pound", "pounds"):
        return mark.unit
    classes = index(lexicon).classes
    after = lowers[mark.last] if mark.last < len(lowers) else ""
    if after == "of" and mark.last + 1 < len(lowers) and lowers[mark.last + 1] not in noun_determiners(lexicon):
        return mark.unit
    near = lowers[max(0, mark.first - 6) : mark.last + 5]
    if any(word in classes["weight"] for word in near):
        return mark.unit
    scaled = any(word in ("million", "billion", "m", "bn", "thousand") for word in lowers[mark.first : mark.words[0]])
    if scaled or home == "GBP" or any(word in classes["money"] for word in lowers):
        return index(lexicon).codes["GBP"]
    return mark.unit


def noun_determiners(lexicon: Lexicon) -> frozenset[str]:
    """Return the words that start a definite set behind "of"."""
    return noun.determiners(lexicon)


@final
class _Reader:
    """Reads around one number; every method returns a mark or `None`."""

    __slots__ = ("first", "last", "lexicon", "lowers", "sentence", "table", "words")

    def __init__(self, sentence: Sentence, first: int, last: int, lexicon: Lexicon) -> None:
        self.sentence = sentence
        self.words = sentence.words
        self.lowers = sentence.lowers
        self.first = first
        self.last = last
        self.lexicon = lexicon
        self.table: Index = index(lexicon)

    def _low(self, at: int) -> str:
        return self.lowers[at] if 0 <= at < len(self.lowers) else ""

    def _joined(self, at: int) -> bool:
        return at < len(self.lowers) and self.sentence.joined(at)

    # -- in front ----------------------------------------------------------------------------------------------

    def money_before(self) -> UnitMark | None:
        """$5, US$5, A$ 5, Rs. 500, EUR 20, USD115, RM42"""
        at = self.first - 1
        if at < 0:
            return None
        word = self.words[at]
        if word in _HYPHENS and at > 0 and self.words[at - 1] in _CURRENCY_SIGNS:
            at -= 1
            word = self.words[at]
        if word == "." and at > 0 and self.lowers[at - 1] in ("rs", "kr", "re"):
            at -= 1
            word = self.words[at]
        if word in _CURRENCY_SIGNS:
            return self._sign(at, word)
        if self._joined(self.first) and at > 0 and self.words[at - 1] == "$" and self._joined(at):
            # $US5m, as some papers write it
            unit = self.table.symbols.get(word + "$")
            return UnitMark(unit, at - 1, self.last, "currency_before", (at - 1, at + 1)) if unit else None
        table = self.table
        unit = table.codes.get(word)
        if unit is not None and word in _WORD_CODES and not self._joined(self.first):
            # ALL 5 and TOP 10 are no money; ALL 5,000 is.
            if self.sentence.is_upper or (self.last - self.first == 1 and len(self.words[self.first]) < 4):
                return None
        if unit is None:
            unit = table.before.get(word)
            if unit is not None and (len(word) == 1 or word == "PS") and not self._joined(self.first):
                unit = None
            if unit is not None and word == "PS" and self.last - self.first == 1 and len(self.words[self.first]) == 1:
                unit = None  # a games machine; else what is left of a pound sign in plain ASCII
            if unit is None:
                unit = table.symbols.get(word)
                if unit is not None and unit.kind is not UnitKind.MONEY:
                    unit = None
        if unit is None and self.lowers[at] in _LOWER_CODES:
            unit = table.codes.get(word.upper())
        if unit is None and self.lowers[at] in ("rmb", "rs", "rm"):
            unit = table.symbols.get(word.upper()) or table.symbols.get(word.title()) or table.before.get(word.upper())
        if unit is None or self._taken(at):
            return None
        return UnitMark(unit, at, self.last, "currency_before", (at, at + 1))

    def _taken(self, at: int) -> bool:
        """Say whether the letters at a token belong to the number before them: "15 USD 50", "3 GBP 1 penny"."""
        low = self._low(at - 1)
        if not (low[:1].isdigit() or low in _number_words(self.lexicon)) or self._joined(self.first):
            return False
        before = self.words[at - 2] if at > 1 else ""
        return (
            before not in self.table.codes
            and before not in self.table.symbols
            and self._low(at - 2) not in _LOWER_CODES
        )

    def _sign(self, at: int, sign: str) -> UnitMark | None:
        """Read a currency sign with the letters before it: US$, A$, NZ $."""
        table = self.table
        unit = table.symbols.get(sign)
        start = at
        if (at > 0 and self.words[at - 1][-1].isalpha()) or self._low(at - 1) == "u.s.":
            letters = self.words[at - 1]
            if self.sentence.joined(at):
                longer = table.symbols.get(letters + sign) or table.codes.get(letters.upper())
            elif len(letters) > 1:
                longer = table.symbols.get(letters + sign) if letters.isupper() or letters == "Au" else None
            else:
                longer = table.before.get(f"{letters} {sign}") if not self._joined(self.first) else None
            if longer is not None:
                unit, start = longer, at - 1
        if unit is None:
            return None
        return UnitMark(unit, start, self.last, "currency_before", (start, at + 1))

    def before(self) -> UnitMark | None:
        """Aged 34; magnitude 6.5; a bare currency word ("ringgit 42"); an age between commas."""
        at = self.first - 1
        low = self._low(at)
        if not low:
            return None
        classes = self.table.classes
        if low in _HYPHENS and self._joined(at) and self._joined(self.first):
            at -= 1
            low = self._low(at)
        if low in classes["magnitude"] or (low == "of" and self._low(at - 1) in classes["magnitude"]):
            return UnitMark(_MAGNITUDE, at if low != "of" else at - 1, self.last, "magnitude", (at, at + 1))
        start = at
        if (
            low in ("of", "about", "around", "between", "over", "under", "just", "only")
            and self._low(at - 1) in classes["age"]
        ):
            start, low = at - 1, self._low(at - 1)
        elif low == "of" and self._low(at - 2) in classes["age"]:
            start, low = at - 2, self._low(at - 2)
        if low in classes["age"]:
            return UnitMark(self.table.by_name["year of age"], start, self.last, "age_before", (start, at + 1))
        if low in _BE and self._said_of_somebody(at):
            return UnitMark(self.table.by_name["year of age"], self.first, self.last, "age_predicate", (at, self.first))
        if low == "," and self._apposition():
            return UnitMark(
                self.table.by_name["year of age"], self.first, self.last, "age_apposition", (at, self.first)
            )
        unit = self.table.words.get(low)
        if unit is not None and unit.kind is UnitKind.MONEY and not self._taken(at):
            return UnitMark(unit, at, self.last, "currency_before", (at, at + 1))
        return None

    def _said_of_somebody(self, at: int) -> bool:
        """Say whether the number is what somebody is: "who was 10.", "she will be 35 by then"."""
        if self.last - self.first != 1 or not self._is_years(self.words[self.first]):
            return False
        after = self._low(self.last)
        if (
            after
            and after[0].isalnum()
            and after not in ("by", "when", "and", "at", "but", "on", "this", "next", "last")
        ):
            return False
        return self._low(at - 1) in _SOMEBODY or (
            self._low(at - 1) in ("will", "would", "just") and self._low(at - 2) in _SOMEBODY
        )

    @staticmethod
    def _is_years(text: str) -> bool:
        return text.isdigit() and 0 < int(text[:4]) < 115

    def _apposition(self) -> bool:
        """Say whether the number is an age between commas behind a name: "Ann Smith, 34, of Leeds"."""
        if self.last - self.first != 1 or self._low(self.last) not in (",", ".", ")"):
            return False
        text = self.words[self.first]
        name = self.words[self.first - 2] if self.first >= 2 else ""
        if not self._is_years(text) or not name[:1].isupper() or not name.isalpha():
            return False
        low = name.lower()
        return low not in self.table.words and not noun.is_stop(low, self.lexicon)

    # -- behind ------------------------------------------------------------------------------------------------

    def behind(self) -> UnitMark | None:
        at = self.last
        low = self.lowers[at]
        if low in _HYPHENS and self._joined(at):
            suspended = not self._joined(at + 1) or self._low(at + 1) == ","
            return self._suspended(at + 1) if suspended else self._hyphened(at + 1)
        if self._low(self.first - 1) in self.table.classes["magnitude"]:
            return None
        mark = self._unit_at(at)
        if mark is not None:
            return mark
        if low[0].isalpha() and self._joined(at):
            return None
        if self._is_share():
            return self._share(at)
        if low in {"more", "other", "extra", "additional", "further"}:
            mark = self._unit_at(at + 1)
            if mark is not None:
                return mark
        if low == "times":
            return UnitMark(_TIME, self.first, at + 1, "times", (at, at + 1))
        if low == "of":
            # "tens of millions of dollars", "a couple of months"
            mark = self._unit_at(at + 1)
            if mark is not None:
                return mark
        if not (low[0].isalpha() or low in "\"'\u201c\u2018"):
            return None
        return self._counted(at)

    def _unit_at(self, at: int) -> UnitMark | None:
        """Find the unit whose words or symbol start at token `at`."""
        found = self.surface(at)
        if found is None:
            return None
        unit, end = found
        rule = "currency" if unit.kind is UnitKind.MONEY else "unit"
        mark = UnitMark(unit, self.first, end, rule, (at, end))
        if rule == "currency" and len(unit.code) == 3 and self.words[at] == f"M{unit.code}":
            mark.factor = Fraction(1000000)
        return mark

    def surface(self, at: int, *, attached: bool = True) -> tuple[Unit, int] | None:
        """Return the unit written at token `at` and the token behind it."""
        if at >= len(self.lowers):
            return None
        low, word, table = self.lowers[at], self.words[at], self.table
        tails = table.phrases.get(low)
        if tails is not None:
            found = self._phrase(at, tails)
            if found is not None:
                return found
        exponent = _POWERS.get(low)
        if exponent is not None:
            return self._power(at, exponent)
        unit = table.words.get(low) if word == low or word not in table.symbols else None
        if unit is not None:
            if low == "won" and not self._won(at):
                return None
            if unit.kind is UnitKind.MONEY and word not in (low, word.title()) and not word.isupper():
                return None  # LeI is no leu
            return self._superscript(unit, at + 1)
        if not low[0].isalpha() and low in _CURRENCY_SIGNS:
            following = self._low(at + 1)
            return None if following[:1].isdigit() and self._joined(at + 1) else (table.symbols[low], at + 1)
        return self._symbol(at, word, attached=attached)

    def _phrase(self, at: int, tails: list[tuple[tuple[str, ...], Unit]]) -> tuple[Unit, int] | None:
        """Match the rest of a phrase; hyphens between its words do not count."""
        lowers = self.lowers
        size = len(lowers)
        for rest, unit in tails:
            position = at + 1
            for word in rest:
                if position < size and lowers[position] in _HYPHENS and self._joined(position):
                    position += 1
                if position >= size or lowers[position] != word:
                    break
                position += 1
            else:
                return unit, position
        return None

    def _power(self, at: int, exponent: int) -> tuple[Unit, int] | None:
        following = at + 1
        if self._low(following) in _HYPHENS or self._low(following) == ".":
            following += 1
        low = self._low(following)
        unit = self.table.words.get(low) or self.table.symbols.get(self.words[following] if low else "")
        if unit is None or unit.dimension != "length":
            return None
        return power(self.lexicon, unit, exponent), following + 1

    def _superscript(self, unit: Unit, at: int) -> tuple[Unit, int]:
        """km2, km²: an exponent that touches the unit."""
        if unit.dimension == "length" and self._joined(at) and self.words[at] in _SUPERSCRIPTS:
            return power(self.lexicon, unit, _SUPERSCRIPTS[self.words[at]]), at + 1
        return unit, at

    def _symbol(self, at: int, word: str, *, attached: bool) -> tuple[Unit, int] | None:
        table = self.table
        unit = table.symbols.get(word)
        if unit is None and len(word) == 4 and word[0] == "M" and word[1:] in table.codes:
            unit = table.codes[word[1:]]  # MUSD and MEUR are millions; `read` tells so by the mark's factor
        if word == "G" and (self.last - self.first > 1 or len(self.words[self.first]) > 1):
            return None
        if word in ("C", "F") and self._low(self.first - 1) in (
            "the",
            "form",
            "section",
            "rule",
            "type",
            "grade",
            "class",
        ):
            return None  # a 13F filing
        if unit is None and attached and (self._joined(at) or (self._low(at + 1) == "/" and self._joined(at + 1))):
            unit = table.attached.get(word)
        if unit is None and word in table.codes and not (word in _WORD_CODES and self.sentence.is_upper):
            unit = table.codes[word]
        if unit is None and self.lowers[at] in _LOWER_CODES:
            unit = table.codes.get(word.upper())
        if unit is not None:
            if len(word) == 1 and not self._closed(at + 1):
                return None
            return self._superscript(unit, at + 1)
        if word[-1] in "\u00b2\u00b3" and len(word) > 1:
            base = table.words.get(self.lowers[at][:-1]) or table.symbols.get(word[:-1])
            if base is not None and base.dimension == "length":
                return power(self.lexicon, base, _SUPERSCRIPTS[word[-1]]), at + 1
        if word == "in" and at + 1 == len(self.lowers) and self.last - self.first == 1:
            return table.by_name["inch"], at + 1
        # Letters behind which a sign stands: "US$", "°C", "m/s".
        if self._joined(at + 1):
            following = self.words[at + 1]
            unit = table.symbols.get(word + following)
            if unit is not None:
                return unit, at + 2
        return None

    def _closed(self, at: int) -> bool:
        """Say whether a one-letter symbol ends there, and is not the start of a code or an initial."""
        if at >= len(self.lowers):
            return True
        word = self.words[at]
        symbol = self.words[at - 1]
        if symbol.isalpha() and ((word == "." and at + 1 < len(self.lowers)) or word.istitle()):
            return False  # an initial: 5 W. Main Street
        if self._joined(at) and (word[0].isalnum() and word not in _SUPERSCRIPTS):
            return False
        return not (word in _HYPHENS and self._joined(at) and self._joined(at + 1))

    def _won(self, at: int) -> bool:
        """Tell 500 million won from 12 won medals."""
        if self._low(self.last - 1) in ("million", "billion", "trillion", "bn", "m", "thousand"):
            return True
        following = self._low(at + 1)
        return self.words[self.first][0].isdigit() and (
            not following or not following[0].isalpha() or following in ("to", "a", "per", "from", "against", "in")
        )

    # -- hyphens -----------------------------------------------------------------------------------------------

    def _hyphened(self, at: int) -> UnitMark | None:
        """8-inch, 18-year-old, 400-bed, $70-a-share, 40-odd people"""
        low = self.lowers[at]
        if low in ("odd", "plus", "something", "strong"):
            return self._counted(at + 1) if low != "strong" and at + 1 < len(self.lowers) else None
        found = self.surface(at, attached=False)
        if found is not None:
            unit, end = found
            return UnitMark(unit, self.first, end, "unit_hyphen", (at, end))
        if low == "magnitude":
            return UnitMark(_MAGNITUDE, self.first, at + 1, "magnitude", (at, at + 1))
        if low in {"times", "time", "fold"}:
            return UnitMark(_TIME, self.first, at + 1, "times", (at, at + 1))
        if not low.isalpha() or low in self.table.classes["joined"] or _is_participle(low):
            return None
        if noun.is_stop(low, self.lexicon):
            return None
        unit = _count(self.lexicon, noun.lemma(self.words[at], self.lexicon), ())
        return UnitMark(unit, self.first, at + 1, "noun_hyphen", (at, at + 1), at)

    def _suspended(self, at: int) -> UnitMark | None:
        """two- and three-bedroom homes: the unit stands behind the last number"""
        for ahead in range(at, min(at + 8, len(self.lowers) - 1)):
            low = self.lowers[ahead]
            if low in _HYPHENS and self._joined(ahead) and self._joined(ahead + 1):
                mark = self._hyphened(ahead + 1)
                if mark is not None:
                    mark.last, mark.rule, mark.head = self.last, "unit_suspended", -1
                return mark
            if low[0].isalpha() and noun.is_stop(low, self.lexicon) and low not in ("and", "or", "to"):
                return None
        return None

    # -- nouns and shares --------------------------------------------------------------------------------------

    def _counted(self, at: int) -> UnitMark | None:
        low = self._low(self.last - 1)
        one = low in _ARTICLES or low == "1"
        phrase = noun.phrase(self.sentence, at, self.lexicon, singular=one)
        if phrase is None:
            return None
        modifiers = phrase.modifiers
        if self._low(self.first - 1) == "top":
            modifiers = ("top", *modifiers)
        unit = _count(self.lexicon, phrase.lemma, modifiers)
        rule = "noun_of" if self.lowers[at] == "of" else "noun"
        return UnitMark(unit, self.first, phrase.last, rule, (phrase.first, phrase.last), phrase.head)

    def _is_share(self) -> bool:
        """Say whether the number is a part of a whole: "a third", "one in five", "two out of three"."""
        last = self.lowers[self.last - 1]
        if last in _fractions(self.lexicon):
            return "and" not in self.lowers[self.first : self.last]
        if self.last - self.first > 2:
            inner = self.lowers[self.first + 1 : self.last - 1]
            return "in" in inner or "out" in inner or inner == ["/"]
        return False

    def _share(self, at: int) -> UnitMark | None:
        """Half a mile and a third of an acre are measures; else the share is of the noun phrase behind."""
        start = at + 1 if self.lowers[at] == "of" else at
        if self._low(start) in ("a", "an"):
            found = self.surface(start + 1, attached=False)
            if found is not None:
                unit, end = found
                return UnitMark(unit, self.first, end, "unit", (start + 1, end))
        elif start > at:
            found = self.surface(start, attached=False)
            if found is not None and found[0].kind is UnitKind.MEASURE and found[0].dimension != "time":
                return UnitMark(found[0], self.first, found[1], "unit", (start, found[1]))
        mark = UnitMark(_SHARE, self.first, self.last, "share", (self.first, self.last))
        low = self.lowers[at]
        if low == "of" or low in noun.determiners(self.lexicon):
            phrase = noun.part(self.sentence, start, self.lexicon)
        else:
            phrase = noun.phrase(self.sentence, at, self.lexicon) if low[0].isalpha() else None
        if phrase is not None:
            mark.base = (phrase.first, phrase.last)
            mark.head = phrase.head
            mark.last = max(mark.last, phrase.last)
        return mark

    # -- what follows the unit ---------------------------------------------------------------------------------

    def extend(self, mark: UnitMark) -> None:
        """Add what may follow a unit: a rate, the age of something, the whole behind "of"."""
        at = mark.last
        if at >= len(self.lowers) or mark.rule == "share":
            return
        low = self.lowers[at]
        kind = mark.unit.kind
        if low in _HYPHENS and self._joined(at) and self._low(at + 1) in ("a", "an", "per"):
            low, at = self._low(at + 1), at + 1
        if low in ("a", "an", "per", "/", "each", "every"):
            self._rate(mark, at, low)
        elif low == "of" and kind is not UnitKind.COUNT and kind is not UnitKind.MONEY:
            phrase = noun.phrase(self.sentence, at, self.lexicon)
            if phrase is not None:
                mark.base = (phrase.first, phrase.last)
        if mark.unit.dimension == "temperature" and self._is_difference(mark):
            unit = mark.unit
            mark.unit = Unit(
                unit.name, unit.kind, "temperature difference", unit.code, unit.factor, reference=unit.reference
            )
        elif mark.unit.name == "year" and mark.rule == "unit":
            self._aged(mark)

    def _aged(self, mark: UnitMark) -> None:
        """A number of years behind "aged" or "age of" is an age."""
        ages = self.table.classes["age"]
        if self._low(self.first - 1) in ages or (
            self._low(self.first - 1) == "of" and self._low(self.first - 2) in ages
        ):
            mark.unit = self.table.by_name["year of age"]
            mark.first, mark.rule = self.first - 1, "age_before"

    def _is_difference(self, mark: UnitMark) -> bool:
        cues = self.table.classes["difference"]
        return self._low(self.first - 1) == "by" or self._low(mark.last) in cues

    def _rate(self, mark: UnitMark, at: int, low: str) -> None:
        """a barrel, per 100,000 people, /h, an hour, every day"""
        following = at + 1
        joined = self._low(following) in _HYPHENS and self._joined(following)
        if joined:
            following += 1
        if low in ("a", "an", "each", "every"):
            found = self._article_rate(following)
            if found is None or (low in ("each", "every") and found[0].dimension != "time"):
                return
        else:
            found = self._per(following, slash=low == "/")
            if found is None:
                return
        unit, end, number = found
        if unit == mark.unit:
            return
        mark.unit = per(self.lexicon, mark.unit, unit, number)
        mark.last = end
        mark.rule += "_rate"

    def _article_rate(self, at: int) -> "tuple[Unit, int, int] | None":
        low = self._low(at)
        unit = self.table.words.get(low)
        if unit is not None and unit.dimension == "time" and low != "second":
            following = self._low(at + 1)
            guard = self.table.classes["not_rate"]
            if following in guard or (following in _HYPHENS and self._joined(at + 1) and self._low(at + 2) in guard):
                return None
            return unit, at + 1, 1
        if low not in self.table.classes["denominator"]:
            return None
        if unit is not None and unit.kind is not UnitKind.MONEY:
            found = self.surface(at, attached=False)
            return (*found, 1) if found else None
        return _count(self.lexicon, noun.lemma(low, self.lexicon), ()), at + 1, 1

    def _per(self, at: int, *, slash: bool) -> "tuple[Unit, int, int] | None":
        low = self._low(at)
        if not low:
            return None
        number = 1
        if low[0].isdigit() and not slash and low.replace(",", "").isdigit():
            number = int(low.replace(",", ""))
            at += 1
            if self._low(at) in ("million", "thousand", "billion"):
                number *= {"thousand": 1000, "million": 1000000, "billion": 1000000000}[self._low(at)]
                at += 1
        elif low in ("million", "thousand", "hundred"):
            number = {"hundred": 100, "thousand": 1000, "million": 1000000}[low]
            at += 1
        low = self._low(at)
        if number == 0 or not low:
            return None
        if slash:
            unit = {"h": "hour", "s": "second", "d": "day", "y": "year", "min": "minute"}.get(low)
            if unit is not None:
                return self.table.by_name[unit], at + 1, 1
        found = self.surface(at, attached=False)
        if found is not None and found[0].kind is not UnitKind.RATIO:
            return (*found, number)
        if not low[0].isalpha() or noun.is_stop(low, self.lexicon):
            return None
        if number > 1:
            phrase = noun.phrase(self.sentence, at, self.lexicon)
            if phrase is None:
                return None
            return _count(self.lexicon, phrase.lemma, phrase.modifiers), phrase.last, number
        return _count(self.lexicon, noun.lemma(self.words[at], self.lexicon), ()), at + 1, 1


def _is_participle(low: str) -> bool:
    return low.endswith(("ing", "ly")) or (low.endswith("ed") and len(low) > 4 and low[-3] != "e")


@functools.lru_cache(maxsize=8)
def _number_words(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(phrase for row in lexicon.rows("number") if row.role != "suffix" for phrase in row.phrases)


@functools.lru_cache(maxsize=8)
def _fractions(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(
        phrase for row in lexicon.rows("number") if row.role in ("fraction", "symbol") for phrase in row.phrases
    )


@functools.lru_cache(maxsize=4096)
def _count(lexicon: Lexicon, lemma: str, modifiers: tuple[str, ...]) -> Unit:
    """Build the unit of a counted noun."""
    kind = noun.family(lemma, lexicon)
    return Unit(
        lemma, UnitKind.COUNT, f"count:{kind or lemma.lower()}", "{" + lemma.lower() + "}", Fraction(1),
        modifiers=modifiers, family=kind,
    )  # fmt: skip


def target(source: Unit, name: str, lexicon: Lexicon | None = None) -> Unit:
    """Return the unit that a name asks for; a count may be asked for in its family ("person" for troops)."""
    if source.kind is UnitKind.COUNT and isinstance(name, str) and name in (source.family, source.name):
        return _count(lexicon or load(), name, ())
    return lookup(name, lexicon)


def fits(first: Interval, a: Unit, second: Interval, b: Unit) -> bool | None:
    """Say whether two intervals in two units can hold one amount; `None` where nothing converts (money).

    What is said again may be rounded more coarsely than either interval shows, so one part in fifty is let pass.
    """
    if a.dimension != b.dimension or a.factor is None or b.factor is None:
        return None
    other = convert(second, b, a)
    slack = abs(first.lower if first.lower.is_finite() else first.upper) / 50
    gap = first.distance(other)
    return gap <= slack


def compound(
    sentence: Sentence, left: UnitMark, left_value: Fraction, right: UnitMark, right_value: Fraction
) -> tuple[Fraction, Unit] | None:
    """Add two numbers said together in units of one dimension: "5 feet 10 inches", "two hours and 20 minutes".

    The value comes in the smaller unit, in which it is exact; money in the larger. `None` where the two do not stand
    side by side or the second unit is not the smaller one.
    """
    a, b = left.unit, right.unit
    if a.factor is None or b.factor is None or a.kind is not b.kind or a.offset or b.offset:
        return None
    if a.factor <= b.factor or not _same_money(a, b) or left_value.denominator != 1 or "rate" in left.rule:
        return None
    if a.dimension == "time" and a.factor >= _MONTH > b.factor:
        return None  # how many days a month has is not said
    between = sentence.lowers[left.last : right.first]
    if len(between) > 2 or any(word not in (",", "and", "-", "&") for word in between) or "rate" in right.rule:
        return None
    if right_value * b.factor >= left_value * a.factor:
        return None
    if a.kind is UnitKind.MONEY:
        return left_value + right_value * b.factor / a.factor, a
    return left_value * a.factor / b.factor + right_value, b


def compound_bare(
    sentence: Sentence, left: UnitMark, left_value: Fraction, first: int, last: int, right_value: Fraction
) -> tuple[Fraction, Unit] | None:
    """Add a bare number said right behind a unit: "15 dollars 50", "one hour thirty"; `None` where it is none."""
    between = sentence.lowers[left.last : first]
    after = sentence.lowers[last] if last < len(sentence.lowers) else ""
    if between not in ([], ["and"]) or left_value.denominator != 1 or right_value.denominator != 1:
        return None
    if (after and (after[0].isalnum() or after in _HYPHENS or after in ("%", "/"))) or (
        between and after not in ("", ".")
    ):
        return None
    counted = left.unit
    if counted.kind is UnitKind.MONEY and counted.factor == 1 and right_value < 100 and "rate" not in left.rule:
        return left_value + right_value / 100, counted
    smaller = {"hour": "minute", "minute": "second"}.get(counted.name)
    if smaller is None or right_value >= 60:
        return None
    return left_value * 60 + right_value, index(load()).by_name[smaller]


def _same_money(a: Unit, b: Unit) -> bool:
    """Say whether two units add up: one dimension, or a currency and the cents that several share."""
    if a.dimension == b.dimension:
        return a.kind is UnitKind.MEASURE or a.kind is UnitKind.AGE or a.kind is UnitKind.MONEY
    return a.kind is UnitKind.MONEY and a.code in b.alternatives
