"""Number expressions, in digits or words, as exact decimals with their stated precision.

English builds numbers by multiply-and-add; so does every language whose table fills the same roles. Digits are read
with the separators of the text, words with the roles of the table `numerals.toml`.
"""

import functools
import re
import unicodedata
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import final

import attrs

from . import noun
from .interval import CONTEXT, ONE, decimal_of
from .lexicon import Lexicon
from .text import Sentence, Span

#: More digits than this are a code or noise, never a quantity; every value below is then exact in our context.
MAX_DIGITS = 30

_PLAIN = re.compile(r"\d+\Z")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?\Z|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?\Z")
_SPACED = re.compile(r"\d{1,3}(?:['\u2019\u2009\u202f\u00a0]\d{3})+(?:[.,]\d+)?\Z")
_DECIMAL = re.compile(r"\d+\.\d+\Z")
# 1.234.567 and 1.234,5 cannot be English; 12,5 has no group of three. 1.234 alone stays an English decimal.
_CONTINENTAL = re.compile(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?\Z|\d{1,3}(?:\.\d{3})+,\d{1,2}\Z|\d+,\d{1,2}\Z")
_GROUP = re.compile(r"['\u2019\u2009\u202f\u00a0]")
_SUPERSCRIPT = str.maketrans("\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079\u207b", "0123456789-")
_CURRENCY = frozenset("$\u00a3\u20ac\u00a5\u20b9")
_MINUS = "-\u2212\u2010\u2011"
_DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2212"


@final
@attrs.frozen
class Numeral:
    """A number as written.

    `written_place` is the place value of the last written digit and `nonzero_place` that of the last digit that is not
    zero, both with the scale word applied: "1.30 million" has 10000 and 100000. `ratio` is the exact fraction where
    one was written ("a third"), of which `value` is then the decimal.
    """

    value: Decimal
    written_place: Decimal
    nonzero_place: Decimal
    span: Span
    ratio: Fraction | None = None


@final
class NumeralMark:
    """A number found in a sentence, at tokens `first` up to `last`. Internal.

    `form` is digits, decimal, scaled, words, fraction, multiple, one, vague or plural. A vague one has no value but
    `floor` (entailed) and `low` to `high` (plausible).
    """

    __slots__ = ("best", "first", "floor", "form", "high", "last", "low", "nonzero", "ratio", "value", "written")

    def __init__(
        self,
        first: int,
        last: int,
        value: Decimal,
        written: int = 0,
        nonzero: int = 0,
        form: str = "digits",
        ratio: Fraction | None = None,
    ) -> None:
        self.first = first
        self.last = last
        self.value = value
        self.written = written
        self.nonzero = nonzero
        self.form = form
        self.ratio = ratio
        self.floor = self.low = self.high = self.best = value

    def __repr__(self) -> str:
        """Show the tokens and the value."""
        return f"NumeralMark({self.first}, {self.last}, {self.value}, {self.form})"

    @property
    def is_vague(self) -> bool:
        """Whether no number was stated."""
        return self.form in ("vague", "plural")

    def numeral(self, sentence: Sentence) -> Numeral:
        """Build the public value."""
        return Numeral(
            self.value, _place(self.written), _place(self.nonzero), sentence.span(self.first, self.last), self.ratio
        )

    def times(self, factor: Decimal, last: int) -> None:
        """Multiply by the scale word that ends before token `last`."""
        self.last = last
        exponent = factor.adjusted()
        if factor == _place(exponent):
            self.written += exponent
            self.nonzero += exponent
        else:
            self.written, self.nonzero = 0, _nonzero(CONTEXT.multiply(self.value, factor))
        self.value = CONTEXT.multiply(self.value, factor)
        if self.ratio is not None:
            self.ratio *= Fraction(factor)
            self.value = decimal_of(self.ratio)
            if self.ratio.denominator == 1:
                self.ratio = None
        if self.is_vague:
            for name in ("floor", "low", "high", "best"):
                setattr(self, name, CONTEXT.multiply(getattr(self, name), factor))


@functools.lru_cache(maxsize=128)
def _place(exponent: int) -> Decimal:
    return Decimal((0, (1,), exponent))


def _nonzero(value: Decimal) -> int:
    """Return the exponent of the last digit that is not zero."""
    _, digits, exponent = value.as_tuple()
    count = 0
    for digit in reversed(digits):
        if digit:
            break
        count += 1
    return int(exponent) + (count if count < len(digits) else 0)


@functools.lru_cache(maxsize=8192)
def digits(word: str) -> tuple[Decimal, int, int] | None:
    """Read a number in digits: its value and the exponents of its last and last nonzero digit; `None` if it is none.

    >>> digits("11,000"), digits("1.30"), digits("1.2.3")
    ((Decimal('11000'), 0, 3), (Decimal('1.30'), -2, -1), None)
    """
    if not word.isascii():
        word = "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in word)
    if _PLAIN.match(word):
        text = word
    elif _GROUPED.match(word):
        text = word.replace(",", "")
    elif _DECIMAL.match(word):
        text = word
    elif _SPACED.match(word):
        text = _GROUP.sub("", word).replace(",", ".")
    elif _CONTINENTAL.match(word):
        text = word.replace(".", "").replace(",", ".")
    else:
        return None
    if len(text) > MAX_DIGITS:
        return None
    value = Decimal(text)
    written = int(value.as_tuple().exponent)
    return value, written, _nonzero(value) if value else written


@final
class _Words:
    """The number words of a language, by role."""

    __slots__ = ("all", "role", "suffix", "value", "vague")

    def __init__(self, lexicon: Lexicon) -> None:
        self.role: dict[str, str] = {}
        self.value: dict[str, Decimal] = {}
        self.suffix: dict[str, Decimal] = {}
        self.vague: dict[str, tuple[Decimal, Decimal, Decimal, Decimal]] = {}
        for row in lexicon.rows("number"):
            for phrase in row.phrases:
                if row.role == "suffix":
                    self.suffix[phrase] = Decimal(row.value)
                    continue
                self.role[phrase] = row.role
                if row.role == "symbol":
                    self.value[phrase] = decimal_of(Fraction(row.value))
                else:
                    self.value[phrase] = Decimal(row.value)
                if row.role == "vague":
                    self.vague[phrase] = (
                        Decimal(row.floor), Decimal(row.value), Decimal(row.upper), Decimal(row.best),
                    )  # fmt: skip
        self.all = frozenset(self.role)


@functools.lru_cache(maxsize=8)
def words(lexicon: Lexicon) -> _Words:
    """Return the number words of a lexicon, by role."""
    return _Words(lexicon)


@functools.lru_cache(maxsize=8)
def triggers(lexicon: Lexicon) -> frozenset[str]:
    """Return the lower-case words of which a sentence without digits must hold one to be worth reading."""
    return words(lexicon).all - {"third", "quarter", "fourth", "fifth", "second"} | {"third", "quarter", "thirds"}


def find(sentence: Sentence, lexicon: Lexicon) -> tuple[NumeralMark, ...]:
    """Find every number expression of a sentence, from left to right.

    >>> from newsfigures.lexicon import load
    >>> find(Sentence("about two and a half million of 3,000"), load("en"))
    (NumeralMark(1, 6, 2500000, scaled), NumeralMark(7, 8, 3000, digits))
    """
    table = words(lexicon)
    role = table.role
    reader = _Reader(sentence, table, lexicon)
    found: list[NumeralMark] = []
    lowers = sentence.lowers
    count = len(lowers)
    at = 0
    while at < count:
        low = lowers[at]
        mark = None
        if low in role:
            mark = reader.spelled(at)
        elif low[0].isdecimal():
            mark = reader.written(at)
        elif low.endswith("fold") and low[:-4] in role:
            mark = NumeralMark(at, at + 1, table.value[low[:-4]], 0, 0, "multiple")
        if mark is None:
            at += 1
        else:
            if found and mark.first < found[-1].last:
                mark.first = found[-1].last
            found.append(mark)
            at = mark.last
    return tuple(found)


class _Reader:
    """Reads one number expression at a token; every method returns a mark or `None`."""

    __slots__ = ("lexicon", "lowers", "sentence", "table")

    def __init__(self, sentence: Sentence, table: _Words, lexicon: Lexicon) -> None:
        self.sentence = sentence
        self.lexicon = lexicon
        self.lowers = sentence.lowers
        self.table = table

    def _low(self, at: int) -> str:
        return self.lowers[at] if 0 <= at < len(self.lowers) else ""

    def _role(self, at: int) -> str:
        return self.table.role.get(self._low(at), "")

    def _joined(self, at: int) -> bool:
        return at < len(self.lowers) and self.sentence.joined(at)

    # -- digits ------------------------------------------------------------------------------------------------

    def written(self, at: int) -> NumeralMark | None:
        """digits [mixed fraction | power of ten] [suffix | scale words]"""
        read = digits(self.sentence.words[at])
        first = at
        if read is None:
            return None
        value, written, nonzero = read
        if (
            at > 0 and self.lowers[at - 1] == "." and self._joined(at) and written == 0
            and not self.sentence.joined(at - 1) and self.sentence.words[at].isdigit()
        ):  # fmt: skip
            first, value = at - 1, value.scaleb(-len(self.sentence.words[at]), CONTEXT)
            written, nonzero = int(value.as_tuple().exponent), _nonzero(value) if value else 0
        mark = NumeralMark(first, at + 1, value, written, nonzero, "decimal" if written < 0 else "digits")
        self._spaced(mark)
        self._fraction(mark)
        self._power(mark)
        self._scale(mark)
        if mark.form == "scaled" and self._low(mark.last) == "and":
            self._mixed(mark)
        self._sign(mark)
        return mark

    def _spaced(self, mark: NumeralMark) -> None:
        """40 000, 1 234 567: groups of three behind plain spaces; one group alone only if it is 000."""
        words, last = self.sentence.words, mark.last
        if mark.form != "digits" or len(words[mark.first]) > 3 or words[mark.first] == "0":  # noqa: PLR2004
            return
        while last < len(words) and len(words[last]) == 3 and words[last].isdecimal() and not self._joined(last):  # noqa: PLR2004
            last += 1
        groups = last - mark.last
        if groups > 1 or (groups and words[mark.last] == "000"):
            read = digits("".join(words[mark.first : last]))
            if read is not None:
                mark.value, mark.written, mark.nonzero = read
                mark.last = last

    def _fraction(self, mark: NumeralMark) -> None:
        """1/2, 2 1/2, 2½, 5-1/2"""
        at, sentence = mark.last, self.sentence
        slash = self._low(at)
        if slash in ("/", "\u2044") and self._joined(at) and self._joined(at + 1) and mark.form == "digits":
            bottom = digits(sentence.words[at + 1]) if self._low(at + 1)[:1].isdecimal() else None
            after = self._low(at + 2)
            if bottom is None or bottom[1] < 0 or not bottom[0] or after in ("/", "\u2044") or mark.value >= bottom[0]:
                return
            if bottom[0] > 64 or (slash == "/" and int(bottom[0]) not in _DENOMINATORS):  # noqa: PLR2004  (music, inches)
                return
            mark.ratio = Fraction(int(mark.value), int(bottom[0]))
            mark.value, mark.last, mark.form = decimal_of(mark.ratio), at + 2, "fraction"
            return
        if self._role(at) == "symbol" and mark.form == "digits":
            self._add_ratio(mark, Fraction(self.table.value[self._low(at)]).limit_denominator(100), at + 1)
            return
        gap = 1 if self._low(at) in _DASHES and self._joined(at) else 0
        top = self._low(at + gap)
        if mark.form == "digits" and top.isdecimal() and self._low(at + gap + 1) == "/" and len(top) <= 2:  # noqa: PLR2004
            bottom_word = self._low(at + gap + 2)
            if bottom_word.isdecimal() and int(bottom_word) in _DENOMINATORS and 0 < int(top) < int(bottom_word):
                self._add_ratio(mark, Fraction(int(top), int(bottom_word)), at + gap + 3)

    def _add_ratio(self, mark: NumeralMark, ratio: Fraction, last: int) -> None:
        mark.ratio = Fraction(mark.value) + ratio
        mark.value = decimal_of(mark.ratio)
        mark.last, mark.form = last, "fraction"
        mark.written = mark.nonzero = -1

    def _power(self, mark: NumeralMark) -> None:
        """1.5 × 10^-3, 1.99×10−30, 3×10⁸, 1e6"""
        at = mark.last
        low = self._low(at)
        if low in ("\u00d7", "x", "*") and self._low(at + 1) == "10":
            after, sign = at + 2, 1
            superscript = self._low(after).translate(_SUPERSCRIPT)
            if superscript != self._low(after) and superscript.lstrip("-").isdecimal():
                word, last = superscript, after + 1
                while self._joined(last) and self._low(last).translate(_SUPERSCRIPT) != self._low(last):
                    word, last = word + self._low(last).translate(_SUPERSCRIPT), last + 1
                exponent = word
            else:
                after += self._low(after) == "^"
                if self._low(after) and self._low(after) in _DASHES:
                    after, sign = after + 1, -1
                if after == at + 2 or not self._low(after).isdecimal():
                    return
                exponent, last = self._low(after), after + 1
            if len(exponent) <= 3:  # noqa: PLR2004  (a power beyond 999 is noise)
                self._raise(mark, sign * int(exponent), last)
        elif low == "e" and self._joined(at) and self._joined(at + 1):
            after, sign = at + 1, 1
            if self._low(after) in ("+", "-"):
                after, sign = after + 1, -1 if self._low(after) == "-" else 1
            if self._low(after).isdecimal() and len(self._low(after)) <= 2:  # noqa: PLR2004
                self._raise(mark, sign * int(self._low(after)), after + 1)

    def _raise(self, mark: NumeralMark, exponent: int, last: int) -> None:
        if abs(exponent) > MAX_DIGITS:
            return
        mark.value = mark.value.scaleb(exponent, CONTEXT)
        mark.written += exponent
        mark.nonzero += exponent
        mark.last, mark.form = last, "scaled"

    def _sign(self, mark: NumeralMark) -> None:
        """A minus stands directly before the number (or its currency symbol) and not behind a word."""
        at, sentence = mark.first, self.sentence
        low = self._low(at - 1)
        if low in _CURRENCY and self._joined(at):
            at -= 1
            low = self._low(at - 1)
        if low in _MINUS and self._low(at - 2) == "minus" and self._joined(at):
            mark.first = at - 2
        elif low == "minus" or low == "negative" and self._low(at - 2) in _BEFORE_NEGATIVE:
            mark.first = at - 1 if at == mark.first else mark.first
        elif not (low and low in _MINUS and self._joined(at)) or (
            sentence.joined(at - 1) and (self._low(at - 2)[-1:].isalnum() or self._low(at - 2) in (")", "%", "'s"))
        ):
            return
        elif at == mark.first:
            mark.first = at - 1
        mark.value = mark.value.copy_negate()
        if mark.ratio is not None:
            mark.ratio = -mark.ratio

    def _scale(self, mark: NumeralMark) -> None:
        """[-] scale word+ | attached suffix; "1.3 million", "2.5 lakh crore", "54K", "12 hundred", "5 dozen"."""
        at = mark.last
        low = self._low(at)
        if low == "-" and self._joined(at) and self._role(at + 1) in ("scale", "hundred", "group"):
            at += 1
            low = self._low(at)
        if low in self.table.suffix and (self._joined(at) or self._apart(mark, at)) and self._suffix_fits(mark, at):
            mark.times(self.table.suffix[low], at + 1)
            mark.form = "scaled"
            return
        while self._role(at) in ("scale", "hundred", "group", "plural"):
            role = self._role(at)
            if role == "plural" and (mark.value < 1 or low in ("tens", "scores", "hundreds")):
                break
            if role == "hundred" and (mark.form == "scaled" or mark.written < 0):
                break
            mark.times(self.table.value[low], at + 1)
            mark.form = "scaled"
            at += 1
            low = self._low(at)

    def _apart(self, mark: NumeralMark, at: int) -> bool:
        """A suffix may stand apart from a number that has its currency before it: "$1.2 m", "£3 bn"."""
        if self._low(at) in ("bn", "mn", "mln", "bln", "tn", "trn"):
            return True
        before = self._low(mark.first - 1)
        return before in ("$", "\u00a3", "\u20ac", "\u00a5", "rs", "\u20b9") and self._low(at) in ("m", "b", "k", "cr")

    def _suffix_fits(self, mark: NumeralMark, at: int) -> bool:
        """Tell "5m people" and "$5m" from "the 100m" and "5 t": one letter is a scale only beside money or a count."""
        low = self._low(at)
        if self._joined(at + 1) and (self._low(at + 1)[0].isalnum() or self._low(at + 1) == "\u00b2"):
            return False
        if len(low) > 1 and low != "mm":
            return True
        before = self._low(mark.first - 1)
        if before in ("$", "\u00a3", "\u20ac", "\u00a5", "rs", "\u20b9", "rm", "usd", "eur", "gbp"):
            return True
        if low == "k":
            return self._low(at + 1) not in ("run", "race", "walk", "resolution", "tv", "road", "screen", "video")
        if low in ("m", "b"):
            return (self.sentence.words[at].isupper() and self._joined(at)) or self._counted(at + 1)
        return False

    def _counted(self, at: int) -> bool:
        """Whether counted things follow: "people", "new users", "of them"."""
        if self._low(at) == "of":
            return True
        found = noun.phrase(self.sentence, at, self.lexicon)
        return found is not None and found.plural

    # -- words -------------------------------------------------------------------------------------------------

    def spelled(self, at: int) -> NumeralMark | None:
        """Number words: cardinals, fractions, groups, vague words, multiples."""
        role = self._role(at)
        if role == "fraction":
            return self._leading_fraction(at)
        if role == "symbol":
            ratio = Fraction(self.table.value[self._low(at)]).limit_denominator(100)
            mark = NumeralMark(at, at + 1, decimal_of(ratio), -1, -1, "fraction", ratio)
            self._scale(mark)
            return mark
        if role == "vague":
            return self._vague(at)
        if role == "plural":
            return self._plural(at)
        if role == "multiple":
            return NumeralMark(at, at + 1, self.table.value[self._low(at)], 0, 0, "multiple")
        return self._cardinal(at)

    def _leading_fraction(self, at: int) -> NumeralMark | None:
        """half | a third | half a million | a quarter of a million | half a dozen"""
        low = self._low(at)
        first = at
        has_article = self._low(at - 1) in _ARTICLES
        if has_article:
            first = at - 1
        elif low not in ("half", "quarter"):
            return None
        if low not in ("half", "quarter") and not self._is_part(at + 1):
            return None
        ratio = Fraction(1, int(self.table.value[low]))
        mark = NumeralMark(first, at + 1, decimal_of(ratio), -1, -1, "fraction", ratio)
        self._of_scale(mark)
        if mark.form == "fraction" and low == "quarter" and not has_article:
            return None
        return mark

    def _is_part(self, at: int) -> bool:
        """Whether a word such as "third" is a part, not a rank: "a third of", "fell by a third"; not "a third man"."""
        low = self._low(at)
        return not low or not low[0].isalpha() or low in _AFTER_PART or self._role(at) in ("scale", "hundred")

    def _of_scale(self, mark: NumeralMark) -> None:
        """[of] [a] (hundred | scale | group)+ behind a fraction"""
        at = mark.last
        if self._low(at) == "-" and self._joined(at):
            at += 1
        if self._low(at) == "of":
            at += 1
        if self._low(at) in ("a", "an"):
            at += 1
        if self._role(at) not in ("hundred", "scale", "group"):
            return
        while self._role(at) in ("hundred", "scale", "group"):
            mark.times(self.table.value[self._low(at)], at + 1)
            at += 1
        mark.form = "scaled"
        mark.written = mark.nonzero = mark.value.adjusted()

    def _vague(self, at: int) -> NumeralMark | None:
        """several | a few | a couple [of] | a handful, each with [hundred | scale | group]*"""
        low = self._low(at)
        first = at
        if low != "several":
            if self._low(at - 1) in ("a", "the", "last", "past", "next", "first", "every"):
                first = at - (self._low(at - 1) == "a")
            elif low in ("couple", "handful"):
                return None
            if low == "few" and self._low(at - 1) != "a" and self._role(at + 1) not in ("hundred", "scale", "group"):
                return None
        floor, value, upper, best = self.table.vague[low]
        mark = NumeralMark(first, at + 1, best, 0, 0, "vague")
        mark.floor, mark.low, mark.high, mark.best = floor, value, upper, best
        after = at + 1
        if self._low(after) == "of" and (low == "couple" or self._role(after + 1) in ("hundred", "scale", "group")):
            after += 1
        scaled = False
        while self._role(after) in ("hundred", "scale", "group") or (
            self._low(after) in ("hundreds", "thousands", "millions") and not scaled
        ):
            mark.times(self.table.value[self._low(after)], after + 1)
            after += 1
            scaled = True
        if scaled:
            # "several hundred" is kept under a thousand, the next power that would be said instead.
            mark.high = min(mark.high, CONTEXT.multiply(mark.floor, Decimal("4.5")))
            mark.low = max(mark.low, mark.floor)
        return mark

    def _plural(self, at: int) -> NumeralMark | None:
        """hundreds | tens of thousands | hundreds of millions | many thousands"""
        low = self._low(at)
        if low == "scores" and self._low(at + 1) != "of" or low == "tens" and self._low(at + 1) != "of":
            return None
        unit = self.table.value[low]
        mark = NumeralMark(at, at + 1, unit, 0, 0, "plural")
        mark.floor = unit
        after = at + 1
        while self._low(after) == "of" and self._role(after + 1) in ("plural", "scale") and self._low(after + 1) not in (
            "dozens", "scores", "tens",
        ):  # fmt: skip
            mark.times(self.table.value[self._low(after + 1)], after + 2)
            after += 2
        mark.floor = mark.value
        mark.low = CONTEXT.multiply(mark.floor, Decimal(2))
        mark.high = CONTEXT.multiply(mark.floor, Decimal(10))
        mark.best = CONTEXT.multiply(mark.floor, Decimal(3))
        return mark

    def _cardinal(self, at: int) -> NumeralMark | None:
        """Multiply and add: [[group<100] hundred [and]] [group<100], times scale words in falling order."""
        sentence, table = self.sentence, self.table
        first = at
        role = self._role(at)
        if role in ("hundred", "scale", "group"):
            if self._low(at - 1) in ("a", "an"):
                first = at - 1
            elif role != "hundred" or self._role(at + 1) != "scale":
                return None
        total = Decimal(0)
        current: Decimal | None = None
        tail = 0  # what may still be added: below this power
        smallest: Decimal | None = None
        scaled = False
        last = at
        while last < len(self.lowers):
            low = self.lowers[last]
            role = table.role.get(low, "")
            if role in ("digit", "teen", "ten", "zero"):
                value = table.value[low]
                if current is None:
                    if smallest is not None and value >= smallest:
                        break
                    current = value
                elif tail and value < tail:
                    current = CONTEXT.add(current, value)
                else:
                    break
                tail = 10 if role == "ten" else 0
                last += 1
            elif role == "hundred":
                if current is not None and current >= 100:  # noqa: PLR2004
                    break
                current = CONTEXT.multiply(ONE if current is None else current, table.value[low])
                tail = 100
                last += 1
            elif role == "scale":
                factor = table.value[low]
                if current is None:
                    if not total and last == at:
                        current = ONE
                    elif total and smallest is not None and factor > 1 and self._low(last - 1) in table.role:
                        total = CONTEXT.multiply(total, factor)
                        smallest = None
                        last += 1
                        continue
                    else:
                        break
                if smallest is not None and factor >= smallest:
                    break
                total = CONTEXT.add(total, CONTEXT.multiply(current, factor))
                current, tail, smallest, scaled = None, 0, factor, True
                last += 1
            elif role == "group" and low != "score" or low == "score" and last > at and current is not None:
                current = CONTEXT.multiply(ONE if current is None else current, table.value[low])
                last += 1
                while self._role(last) == "group":
                    current = CONTEXT.multiply(current, table.value[self._low(last)])
                    last += 1
                break
            elif low == "-" and sentence.joined(last) and tail == 10 and self._role(last + 1) == "digit":  # noqa: PLR2004
                last += 1
            elif low == "-" and sentence.joined(last) and self._role(last + 1) in ("hundred", "scale"):
                last += 1
            elif low == "and" and last > at and (tail == 100 or scaled) and self._adds(at, last + 1):  # noqa: PLR2004
                last += 1
            else:
                break
        while last > at and self._low(last - 1) in ("and", "-"):
            last -= 1
        if last == at:
            return None
        value = CONTEXT.add(total, current or Decimal(0))
        if not value and self._role(at) != "zero":
            return None
        place = _nonzero(value) if value else 0
        mark = NumeralMark(first, last, value, place, place, "scaled" if scaled else "words")
        if last - at == 1 and self._role(at) in ("hundred", "scale", "group") and first < at:
            mark.form = "scaled" if scaled else "words"
        if self._low(at) == "one" and last == at + 1:
            mark.form = "one"
        self._mixed(mark)
        self._point(mark)
        self._sign(mark)
        return mark

    def _adds(self, start: int, at: int) -> bool:
        """Whether "and" joins one number: "a hundred and five", but not "between one hundred and two hundred"."""
        if self._role(at) not in ("digit", "teen", "ten"):
            return False
        if self._low(start - 1) == "between" or self._low(start - 2) == "between":
            return False
        after = at + 1
        while self._role(after) in ("digit", "teen", "ten") or (self._low(after) == "-" and self._joined(after)):
            after += 1
        # "one hundred and two thousand" counts thousands; "one hundred and two hundred" are two numbers.
        return self._role(after) != "group" and (self._role(after) != "hundred" or self._role(at - 2) == "scale")

    def _mixed(self, mark: NumeralMark) -> None:
        """two-thirds | three quarters | one in five is elsewhere | two and a half [million] | a million and a half"""
        at = mark.last
        gap = 1 if self._low(at) == "-" and self._joined(at) else 0
        if self._role(at + gap) == "fraction" and 0 < mark.value < 100 and mark.form in ("words", "one"):  # noqa: PLR2004
            low = self._low(at + gap)
            if low.endswith("s") or (mark.value == 1 and (low in ("half", "quarter") or self._is_part(at + gap + 1))):
                mark.ratio = Fraction(mark.value) / int(self.table.value[low])
                if mark.ratio > 1 and low.startswith("quarter"):
                    mark.ratio = None
                    return
                mark.value, mark.last, mark.form = decimal_of(mark.ratio), at + gap + 1, "fraction"
                mark.written = mark.nonzero = -1
                self._of_scale(mark)
            return
        after = at + (self._low(at) == "-" and self._joined(at))
        if self._low(after) != "and":
            return
        after += 1
        after += self._low(after) == "-" and self._joined(after)
        top = Fraction(1)
        if after > at and self._low(after) in ("a", "one", "an"):
            after += 1
        elif after > at and self._role(after) == "digit" and self._role(after + 1 + (self._low(after + 1) == "-")) == "fraction":
            top = Fraction(self.table.value[self._low(after)])
            after += 1
        if after > at and self._low(after) == "-":
            after += 1
        if after == at or self._role(after) != "fraction" or self._low(after) not in _MIXED:
            return
        ratio = top / int(self.table.value[self._low(after)])
        scale = _place(mark.value.adjusted()) if mark.form == "scaled" else ONE
        mark.ratio = Fraction(mark.value) + ratio * Fraction(scale)
        mark.value, mark.last = decimal_of(mark.ratio), after + 1
        mark.written = mark.nonzero = scale.adjusted() - 1
        if mark.ratio.denominator == 1:
            mark.ratio = None
        if self._role(after + 1) in ("scale", "hundred", "group"):
            exponent = self.table.value[self._low(after + 1)]
            mark.times(exponent, after + 2)
            mark.form = "scaled"
        elif mark.form != "scaled":
            mark.form = "fraction"

    def _point(self, mark: NumeralMark) -> None:
        """two point five [million]"""
        at = mark.last
        if self._low(at) != "point" or self._role(at + 1) not in ("digit", "zero") or mark.form not in ("words", "one"):
            return
        text, after = "", at + 1
        while self._role(after) in ("digit", "zero"):
            text, after = text + str(self.table.value[self._low(after)]), after + 1
        mark.value = CONTEXT.add(mark.value, Decimal(f"0.{text}"))
        mark.written = mark.nonzero = -len(text)
        mark.last, mark.form = after, "decimal"
        self._scale(mark)


# Denominators that news writes with a slash; 9/11, 24/7 and 3/17 are not fractions.
_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 8, 10, 16, 32, 64, 100})
_ARTICLES = frozenset({"a", "an", "one"})
_MIXED = frozenset({"half", "third", "thirds", "quarter", "quarters", "fourth", "fourths", "fifth", "fifths", "tenth", "tenths"})
# Before "negative" as a sign; "tested negative 5 times" is none.
_BEFORE_NEGATIVE = frozenset({"", "is", "was", "to", "from", "between", "of", "at", "a", "and", "by", "above", "below"})
# What may follow a fraction; a noun behind "third" or "fifth" makes it a rank.
_AFTER_PART = frozenset(
    "of in on at to from by since after before and or but as than more less fewer higher lower larger smaller cheaper "
    "bigger longer shorter is was are were have has had do did said say says who that when while this last each its "
    "their his her our the a over under off compared between with for would could will can".split()  # noqa: SIM905
)
