"""Number expressions, in digits or words, as exact decimals with their stated precision.

English builds numbers by multiply-and-add; so does every language whose table fills the same roles. Digits are read
with the separators of the text, words with the roles of the table `numerals.toml`.
"""

import functools
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import final

import attrs

from . import notation, spelling
from .lexicon import Lexicon
from .numberword import NumeralMark, Reader, Words, place, words
from .ontology import index
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


_BESIDE = ("article", "nil", "compound part")


@functools.lru_cache(maxsize=8)
def triggers(lexicon: Lexicon) -> frozenset[str]:
    """Return the lower-case words of which a sentence without digits must hold one to be worth reading."""
    table = words(lexicon)
    # "a", "no", "single", "multi" and "score" say a number only beside another word, which is sought instead.
    beside = {word for word, role in table.role.items() if role in _BESIDE} | {"single", "multi", "score"}
    return table.all - beside | table.classes["zero noun"] | {"digit", "digits"}


def find(sentence: Sentence, lexicon: Lexicon, spots: Sequence[int] | None = None) -> tuple[NumeralMark, ...]:
    """Find every number expression of a sentence, from left to right.

    `spots` are the tokens to look at, where they are known: digits, number words, and others if need be.

    >>> from newsfigures.lexicon import load
    >>> find(Sentence("about two and a half million of 3,000"), load("en"))
    (NumeralMark(1, 6, 2500000, scaled), NumeralMark(7, 8, 3000, digits))
    """
    reader = Reader(sentence, lexicon)
    found: list[NumeralMark] = []
    floor = 0
    lowers, role = sentence.lowers, reader.table.role
    units = index(lexicon).words
    for at in _starts(sentence, reader.table) if spots is None else spots:
        if at < floor:
            continue
        low = lowers[at]
        kind = role.get(low)
        if kind is None and spots is not None and not "0" <= low < ":":
            continue
        if kind == "article" and (at + 1 == len(lowers) or lowers[at + 1] not in units):
            continue  # almost every "a"
        mark = notation.written(reader, at) if kind is None else spelling.spelled(reader, at)
        if mark is not None:
            mark.first = max(mark.first, floor)
            floor = mark.last
            found.append(mark)
    return tuple(found)


def _starts(sentence: Sentence, table: Words) -> list[int]:
    """Return the tokens at which a number may start."""
    role = table.role
    # Digits sort between "0" and ":", so that both tests are one look-up or one comparison a token.
    if sentence.document.isascii() or sentence.text.isascii():
        return [at for at, low in enumerate(sentence.lowers) if low in role or "0" <= low < ":"]
    return [at for at, low in enumerate(sentence.lowers) if low in role or low[0].isdecimal()]
