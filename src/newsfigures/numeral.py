"""Number expressions, in digits or words, as exact decimals with their stated precision.

English builds numbers by multiply-and-add; so does every language whose table fills the same roles. Digits are read
with the separators of the text, words with the roles of the table `numerals.toml`.
"""

import functools
from decimal import Decimal
from fractions import Fraction
from typing import final

import attrs

from . import notation, spelling
from .lexicon import Lexicon
from .numberword import NumeralMark, Reader, place, words
from .text import Sentence, Span

__all__ = ["Numeral", "NumeralMark", "find", "stated", "triggers"]


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


def stated(mark: NumeralMark, sentence: Sentence) -> Numeral:
    """Return a number that was found as a value."""
    return Numeral(
        mark.value, place(mark.written), place(mark.nonzero), sentence.span(mark.first, mark.last), mark.ratio
    )


@functools.lru_cache(maxsize=8)
def triggers(lexicon: Lexicon) -> frozenset[str]:
    """Return the lower-case words of which a sentence without digits must hold one to be worth reading."""
    table = words(lexicon)
    # "a", "no", "single", "multi" and "score" say a number only beside another word, which is sought instead.
    beside = {word for word, role in table.role.items() if role in ("article", "nil")} | {"single", "multi", "score"}
    return table.all - beside | table.classes["zero noun"] | {"digit", "digits"}


def find(sentence: Sentence, lexicon: Lexicon) -> tuple[NumeralMark, ...]:
    """Find every number expression of a sentence, from left to right.

    >>> from newsfigures.lexicon import load
    >>> find(Sentence("about two and a half million of 3,000"), load("en"))
    (NumeralMark(1, 6, 2500000, scaled), NumeralMark(7, 8, 3000, digits))
    """
    reader = Reader(sentence, lexicon)
    role, value = reader.table.role, reader.table.value
    found: list[NumeralMark] = []
    lowers = sentence.lowers
    count = len(lowers)
    at = 0
    while at < count:
        low = lowers[at]
        mark = None
        if low in role:
            mark = spelling.spelled(reader, at)
            if mark is not None and mark.form in ("words", "scaled"):
                notation.sign(reader, mark)
                mark = spelling.figures(reader, mark)
        elif low[0].isdecimal():
            mark = notation.written(reader, at)
        elif low.endswith("fold") and low[:-4] in role:
            mark = NumeralMark(at, at + 1, value[low[:-4]], 0, 0, "fold")
        if mark is None:
            at += 1
        else:
            if found and mark.first < found[-1].last:
                mark.first = found[-1].last
            found.append(mark)
            at = mark.last
    return tuple(found)
