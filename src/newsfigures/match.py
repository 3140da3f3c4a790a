"""The one matcher: the longest phrase of a table over tokens."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, TypeVar, final

import attrs

from .text import Sentence

T = TypeVar("T")


@final
@attrs.frozen
class Match(Generic[T]):
    """A phrase found: its value and its tokens `first` up to, not including, `last`."""

    value: T
    first: int
    last: int


@final
class PhraseTable(Generic[T]):
    """Phrases by their first word (and by their last), longest first.

    >>> table = PhraseTable([("more than", "more"), ("more", "more?")])
    >>> table.at(["more", "than", "40"], 0)
    ('more', 2)
    >>> table.ending_at(["more", "than", "40"], 2)
    ('more', 0)
    """

    __slots__ = ("_by_first", "_by_last")

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        by_last: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for phrase, value in phrases:
            words = tuple(Sentence(phrase).lowers)
            by_first.setdefault(words[0], []).append((words, value))
            by_last.setdefault(words[-1], []).append((words, value))
        for index in (by_first, by_last):
            for entries in index.values():
                entries.sort(key=lambda entry: -len(entry[0]))
        self._by_first = by_first
        self._by_last = by_last

    def __contains__(self, word: str) -> bool:
        """Say whether some phrase starts with the word."""
        return word in self._by_first

    @property
    def first_words(self) -> frozenset[str]:
        """Return every word that starts a phrase."""
        return frozenset(self._by_first)

    def at(self, lowers: Sequence[str], first: int) -> tuple[T, int] | None:
        """Return the value of the longest phrase that starts at token `first`, and the token behind it."""
        entries = self._by_first.get(lowers[first]) if 0 <= first < len(lowers) else None
        if entries is None:
            return None
        for words, value in entries:
            size = len(words)
            if size == 1 or tuple(lowers[first : first + size]) == words:
                return value, first + size
        return None

    def ending_at(self, lowers: Sequence[str], last: int) -> tuple[T, int] | None:
        """Return the value of the longest phrase that ends before token `last`, and its first token."""
        entries = self._by_last.get(lowers[last - 1]) if 0 < last <= len(lowers) else None
        if entries is None:
            return None
        for words, value in entries:
            first = last - len(words)
            if first >= 0 and tuple(lowers[first:last]) == words:
                return value, first
        return None

    def find(self, lowers: Sequence[str]) -> Iterator[Match[T]]:
        """Yield the phrases of a sentence from left to right, the longest at each place, without overlap."""
        first = 0
        while first < len(lowers):
            hit = self.at(lowers, first)
            if hit is None:
                first += 1
            else:
                yield Match(hit[0], first, hit[1])
                first = hit[1]
