"""The number words of a language by role, a number as found, and the tokens around it.

What the two readers of numerals share: `notation` reads digits, `spelling` reads words.
"""

import functools
from decimal import Decimal
from fractions import Fraction
from typing import Final, final

from .interval import CONTEXT, ONE, decimal_of
from .lexicon import Lexicon
from .text import HYPHENS, Sentence

#: What multiplies a number said before it.
SCALES: Final = ("scale", "hundred", "group")
_TAILS: Final = frozenset({"/", "\u2044", "\u00d7", "x", "*", "e", "and", "s", "'s", "figure", "figures"})
#: The forms of a number that is said itself.
PLAIN: Final = frozenset({"digits", "decimal", "scaled", "words", "one"})
#: The forms of what states no number.
VAGUE: Final = frozenset({"vague", "plural", "band", "majority"})


@final
class NumeralMark:
    """A number found in a sentence, at tokens `first` up to `last`. Internal.

    `form` is digits, decimal, scaled, words, fraction, fold, multiple, often, one, article, nil, vague, plural, band
    or majority. A vague one has no value of its own but `floor` up to, not including, `ceiling` (entailed) and `low` to
    `high` (plausible). `written` and `nonzero` are powers of ten; `scale` is the scale word applied; the unit is read
    from token `inner` where it stands within the number ("an hour and a half"), else from `last`.
    """

    __slots__ = (
        *("best", "ceiling", "first", "floor", "form", "high", "inner", "last", "low"),
        *("nonzero", "ratio", "scale", "value", "written"),
    )

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
        self.last = self.inner = last
        self.value = value
        self.written = written
        self.nonzero = nonzero
        self.form = form
        self.ratio = ratio
        self.scale = ONE
        self.floor = self.low = self.high = self.best = value
        self.ceiling: Decimal | None = None

    def __repr__(self) -> str:
        """Show the tokens and the value."""
        return f"NumeralMark({self.first}, {self.last}, {self.value}, {self.form})"

    @property
    def is_vague(self) -> bool:
        """Whether no number was stated."""
        return self.form in VAGUE

    def end(self, last: int) -> None:
        """Let the number reach up to token `last`."""
        self.last = self.inner = last

    def becomes(self, ratio: Fraction, last: int, *, place: int = -1) -> None:
        """Take an exact fraction as the value, written to a power of ten."""
        self.ratio = ratio if ratio.denominator > 1 else None
        self.value = decimal_of(ratio)
        self.written = self.nonzero = place
        self.end(last)

    def times(self, factor: Decimal, last: int) -> None:
        """Multiply by the scale word that ends before token `last`."""
        self.end(last)
        exponent = factor.adjusted()
        if factor == place(exponent):
            self.written += exponent
            self.nonzero += exponent
        else:
            self.written, self.nonzero = 0, nonzero(CONTEXT.multiply(self.value, factor))
        self.value = CONTEXT.multiply(self.value, factor)
        self.scale = factor if self.scale is ONE else CONTEXT.multiply(self.scale, factor)
        if self.ratio is not None:
            self.ratio *= Fraction(factor)
            self.value = decimal_of(self.ratio)
            if self.ratio.denominator == 1:
                self.ratio = None
        if self.form in VAGUE:
            for name in ("floor", "low", "high", "best"):
                setattr(self, name, CONTEXT.multiply(getattr(self, name), factor))


@functools.lru_cache(maxsize=128)
def place(exponent: int) -> Decimal:
    """Return a power of ten."""
    return Decimal((0, (1,), exponent))


def nonzero(value: Decimal) -> int:
    """Return the exponent of the last digit that is not zero.

    >>> nonzero(Decimal("1200")), nonzero(Decimal("1.50"))
    (2, -1)
    """
    text = str(value)
    if text.isdecimal() and text != "0":
        return len(text) - len(text.rstrip("0"))
    _, digits, exponent = value.as_tuple()
    count = 0
    for digit in reversed(digits):
        if digit:
            break
        count += 1
    return int(exponent) + (count if count < len(digits) else 0)


@final
class Words:
    """The number words of a lexicon, by role, and the closed classes that reading them asks."""

    __slots__ = ("all", "classes", "plain_scales", "role", "suffix", "tails", "vague", "value")

    def __init__(self, lexicon: Lexicon) -> None:
        self.role: dict[str, str] = {}
        self.value: dict[str, Decimal] = {}
        self.suffix: dict[str, Decimal] = {}
        self.vague: dict[str, tuple[Decimal, Decimal, Decimal, Decimal]] = {}
        for row in lexicon.rows("number"):
            value = decimal_of(Fraction(row.value))
            for phrase in row.phrases:
                if row.role == "suffix":
                    self.suffix[phrase] = value
                    continue
                self.role[phrase] = row.role
                self.value[phrase] = value
                if row.role == "vague":
                    self.vague[phrase] = (Decimal(row.floor), value, Decimal(row.upper), Decimal(row.best))
        for word in [word for word, role in self.role.items() if role in ("digit", "teen", "ten", "hundred")]:
            self.role[f"{word}fold"] = "fold"
            self.value[f"{word}fold"] = self.value[word]
        self.all = frozenset(self.role)
        scales = {word for word, role in self.role.items() if role in (*SCALES, "plural", "symbol")}
        #: What a number in digits may go on with.
        self.tails = HYPHENS | _TAILS | scales | self.suffix.keys()
        #: What multiplies the number before it, whatever that is.
        self.plain_scales = frozenset(word for word, role in self.role.items() if role == "scale") - self.suffix.keys()
        self.classes = {name: lexicon.words(name) for name in _CLASSES}


_CLASSES: Final = (
    "part follower", "part guard", "quarter course", "quarter opener", "share verb",
    "multiple object", "multiple opener", "double noun", "zero noun", "unreported",
    "negative opener", "decade low", "decade mid", "decade high", "decade owner", "vague opener", "scale opener",
    "money before", "race", "race too", "lap", "extent", "in metres", "audience", "seen", "sum noun", "sum verb",
    "quarter follower", "quarter order", "majority size",
)  # fmt: skip


@functools.lru_cache(maxsize=8)
def words(lexicon: Lexicon) -> Words:
    """Return the number words of a lexicon, by role."""
    return Words(lexicon)


@final
class Reader:
    """A sentence with the number words of its language; tokens beyond its ends are empty."""

    __slots__ = ("lexicon", "lowers", "sentence", "table")

    def __init__(self, sentence: Sentence, lexicon: Lexicon) -> None:
        self.sentence = sentence
        self.lexicon = lexicon
        self.lowers = sentence.lowers
        self.table = words(lexicon)

    def low(self, at: int) -> str:
        """Return a token in lower case."""
        return self.lowers[at] if 0 <= at < len(self.lowers) else ""

    def role(self, at: int) -> str:
        """Return the role of a number word, or nothing."""
        return self.table.role.get(self.lowers[at], "") if 0 <= at < len(self.lowers) else ""

    def value(self, at: int) -> Decimal:
        """Return the value of a number word."""
        return self.table.value[self.lowers[at]]

    def says(self, at: int, name: str) -> bool:
        """Say whether a token belongs to a closed class."""
        return self.low(at) in self.table.classes[name]

    def joined(self, at: int) -> bool:
        """Say whether a token stands directly behind the one before it."""
        return at < len(self.lowers) and self.sentence.joined(at)

    def unhyphened(self, at: int) -> int:
        """Return the token behind a hyphen that touches the word before it, or the token itself."""
        lowers = self.lowers
        return at + 1 if 0 <= at < len(lowers) and lowers[at] in HYPHENS and self.sentence.joined(at) else at
