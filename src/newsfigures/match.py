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


#: The phrases that share a word, by how many words they have, the longest first: a look costs one slice a size.
_Sizes = list[tuple[int, dict[tuple[str, ...], T]]]


def _by_size(entries: Iterable[tuple[str, tuple[str, ...], T]]) -> dict[str, _Sizes[T]]:
    """Index phrases by a word and by their size; of two that are the same the first stands."""
    index: dict[str, dict[int, dict[tuple[str, ...], T]]] = {}
    for word, words, value in entries:
        index.setdefault(word, {}).setdefault(len(words), {}).setdefault(words, value)
    return {word: sorted(sizes.items(), reverse=True, key=_size) for word, sizes in index.items()}


def _size(sized: tuple[int, object]) -> int:
    return sized[0]


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
        entries = [(tuple(Sentence(phrase).lowers), value) for phrase, value in phrases]
        self._by_first = _by_size((words[0], words, value) for words, value in entries)
        self._by_last = _by_size((words[-1], words, value) for words, value in entries)

    def __contains__(self, word: str) -> bool:
        """Say whether some phrase starts with the word."""
        return word in self._by_first

    @property
    def first_words(self) -> frozenset[str]:
        """Return every word that starts a phrase."""
        return frozenset(self._by_first)

    @property
    def last_words(self) -> frozenset[str]:
        """Return every word that ends a phrase."""
        return frozenset(self._by_last)

    def at(self, lowers: Sequence[str], first: int) -> tuple[T, int] | None:
        """Return the value of the longest phrase that starts at token `first`, and the token behind it."""
        sizes = self._by_first.get(lowers[first]) if 0 <= first < len(lowers) else None
        if sizes is None:
            return None
        for size, known in sizes:
            words = tuple(lowers[first : first + size])
            if words in known:
                return known[words], first + size
        return None

    def ending_at(self, lowers: Sequence[str], last: int) -> tuple[T, int] | None:
        """Return the value of the longest phrase that ends before token `last`, and its first token."""
        sizes = self._by_last.get(lowers[last - 1]) if 0 < last <= len(lowers) else None
        if sizes is None:
            return None
        for size, known in sizes:
            first = last - size
            if first >= 0:
                words = tuple(lowers[first:last])
                if words in known:
                    return known[words], first
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
