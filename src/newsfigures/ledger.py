"""Rows of results, which state their currency once: "Shr 31 cts vs 27 cts / Net 807,000 vs 712,000".

What a row holds is told by its label: a row of money without a currency takes the one that another row of the text
states, a row of shares counts them, and what a row of "Shr" or "Div" states is by the share.
"""

import functools
from collections.abc import Sequence
from typing import Final, final

from . import money
from .group import VERSUS, Group
from .lexicon import Lexicon
from .ontology import MEASURE, MONEY, Unit, count, index, per
from .text import Sentence, Span
from .unit import UnitMark

#: The rule of a unit that a row of a table gives.
ROW: Final = "row"
#: The classes of labels; where a label has words of two, the first one tells more.
_KINDS: Final = ("share", "shares", "money")
#: Between two numbers of one row: "5p vs 4p making 8.2p vs 6.9p".
_GOES_ON: Final = VERSUS | {"making"}
#: Between what a sum is called and its number, and between two of them.
_LEADS: Final = frozenset(("of", "to", "about"))
_CHAINS: Final = VERSUS | {"and", ",", "or", "a", "loss", "profit", "gain", "of"}
_AVERAGE: Final = frozenset(("avg", "average"))
#: A head is looked for above so many rows.
_BLOCK: Final = 12
#: What may stand in a label besides words.
_JOINTS: Final = frozenset(("-", "/", "&", ".", ":", "'s"))
#: No label has more tokens, and hardly more stand between two numbers of a row.
_WIDEST: Final = 9
_NEAR: Final = 3
#: A smaller number without a scale may be in thousands or in millions, or a rate.
_LARGE: Final = 1000
#: So much of the text is looked through for a currency that the rows so far have not stated.
_AHEAD: Final = 3000


@final
class Ledger:
    """What the rows of one document have said of their currency so far. Internal.

    `unit` is the currency and `span` where it stands; both are `None` until one is stated, and for good once two are.
    """

    __slots__ = ("has_looked", "home", "is_open", "is_part", "lexicon", "span", "unit", "words")

    def __init__(self, lexicon: Lexicon, home: str | None = None) -> None:
        self.lexicon = lexicon
        self.home = home
        self.words = _words(lexicon)
        self.unit: Unit | None = None
        self.span: Span | None = None
        #: Whether only a part of the currency was named, such as cents, which several have.
        self.is_part = False
        self.is_open = True
        self.has_looked = False

    def enter(self, sentence: Sentence, groups: Sequence[Group]) -> None:
        """Read a sentence as a row, if it is one: note the currency that it states, or lend it the one known."""
        kind = ""
        if not VERSUS.isdisjoint(sentence.telling) or sentence.lowers[0] in self.words.openers:
            kind = self._kind(sentence, groups[0])
        if not kind:  # almost always
            if self.unit is not None:
                self._lend_sums(sentence, groups)
            return
        cells = _cells(sentence, groups)
        if kind == "shares":
            self._count(sentence, cells)
            return
        for cell in cells:
            if cell.unit is not None and cell.unit.unit.kind is MONEY:
                self._note(cell.unit.unit, sentence.span(*cell.unit.words))
        if kind == "share":
            self._share(sentence, cells)
        for cell in cells:
            is_sum = _is_large(cell) or (kind == "money" and _is_nil(cell))
            if cell.unit is None and is_sum and self._is_known(sentence, cells[-1].last):
                self._lend(cell)
        if self.unit is not None and len(groups) > len(cells):
            self._lend_sums(sentence, groups[len(cells) :])  # "revs", in lower case, goes on in a new line

    def _lend(self, cell: Group) -> None:
        assert self.unit is not None
        cell.unit = UnitMark(self.unit, cell.first, cell.last, ROW, (0, 0))
        cell.unit.row = self.span

    def _lend_sums(self, sentence: Sentence, groups: Sequence[Group]) -> None:
        """Lend the currency to sums in the notes of a table: "includes a gain of 120,000", "tax credits 1.2 mln"."""
        lowers, kinds = sentence.lowers, self.words.kinds
        before = None
        for group in groups:
            if group.unit is None and _is_large(group):
                at = group.first - 1
                at -= at > 0 and lowers[at] in _LEADS
                behind = lowers[group.last : group.last + 2]
                if (
                    (at >= 0 and kinds.get(lowers[at]) == "money")
                    or (before is not None and _CHAINS.issuperset(lowers[before.last : group.first]))
                    or any(kinds.get(low) == "money" for low in behind)
                ):
                    self._lend(group)
            is_lent = group.unit is not None and group.unit.rule == ROW
            before = group if is_lent else None

    def _kind(self, sentence: Sentence, first: Group) -> str:
        """Return which class the label in front of the first number is of, empty where the sentence is no row."""
        lowers, size = sentence.lowers, first.first
        if not 0 < size <= _WIDEST:
            return ""
        if _GOES_ON.isdisjoint(lowers[first.last : first.last + _NEAR]) and not (
            size <= _NEAR and lowers[0] in self.words.openers and len(lowers) - first.last < _NEAR
        ):
            return ""
        label = lowers[:size]
        if not all(low.isalpha() or low in _JOINTS or _is_year(low) for low in label):
            return ""
        kinds = self.words.kinds
        found = {kinds[low] for low in label if low in kinds}
        if "other" in found:
            return ""
        kind = next((kind for kind in _KINDS if kind in found), "")
        if kind == "share" and not _AVERAGE.isdisjoint(label):
            return "shares"  # "Avg shr 2,300,100"
        if not kind and self.unit is not None and self._is_under(sentence.document, sentence.start):
            return "money"
        return kind

    def _is_under(self, document: str, start: int) -> bool:
        """Say whether the rows above begin with a head that says what they hold: "Pretax profit includes -"."""
        for _ in range(_BLOCK):
            end = document.rfind("\n", 0, start)
            start = document.rfind("\n", 0, max(end, 0)) + 1
            line = document[start:end] if end > 0 else ""
            head, dash, _ = line.rstrip(" :").partition(" -") if ":" not in line else line.partition(":")
            if dash and head.isascii() and not any("0" <= char <= "9" for char in head):
                return any(self.words.kinds.get(low) == "money" for low in head.lower().split())
            if " vs " not in line:
                return False
        return False

    def _label(self, sentence: Sentence) -> int:
        """Return the token of a label that speaks of shares."""
        kinds = self.words.kinds
        return next(at for at, low in enumerate(sentence.lowers) if kinds.get(low) in ("share", "shares"))

    def _count(self, sentence: Sentence, cells: Sequence[Group]) -> None:
        """Avg shrs 2,300,100"""
        at = self._label(sentence)
        for cell in cells:
            if cell.unit is None and _is_large(cell):
                cell.unit = UnitMark(self.words.share, cell.first, cell.last, ROW, (at, at + 1))

    def _share(self, sentence: Sentence, cells: Sequence[Group]) -> None:
        """Shr 31 cts; Qtly div 12 cts vs nil"""
        at = self._label(sentence)
        label = sentence.span(at, at + 1)
        lender = None
        for cell in cells:
            mark = cell.unit
            if mark is not None and mark.unit.dimension in self.words.whole and not _is_large(cell):
                mark.unit = per(self.lexicon, mark.unit, self.words.share)
                mark.row = label
                lender = lender or mark
        for cell in cells:
            if cell.unit is None and lender is not None and not _is_large(cell) and not cell.kind:
                cell.unit = UnitMark(lender.unit, cell.first, cell.last, "elided", lender.words)
                cell.unit.row = label

    def _note(self, unit: Unit, span: Span) -> None:
        """Keep the currency that a row states, the whole one where it names a part: the dollar where cents are said."""
        whole = self.words.whole.get(unit.dimension)
        if whole is None or not self.is_open:
            return
        is_part = unit.factor != 1
        if self.unit is None or (self.is_part and not is_part):
            self.unit, self.span, self.is_part = whole, span, is_part
        elif whole.dimension != self.unit.dimension and not is_part:
            self.unit, self.span, self.is_open = None, None, False

    def _is_known(self, sentence: Sentence, last: int) -> bool:
        """Say whether the currency is known; where no row has stated one, look once what follows in the text."""
        if self.unit is None and self.is_open and not self.has_looked:
            self.has_looked = True
            found = self._ahead(sentence.document, sentence.ends[last - 1])
            if len(found) == 1:
                self._note(*found.popitem()[1])
        return self.unit is not None

    def _ahead(self, document: str, start: int) -> dict[str, tuple[Unit, Span]]:
        """Return the first amount of each currency behind a place in the text."""
        found: dict[str, tuple[Unit, Span]] = {}
        rest = Sentence(document, start, min(start + _AHEAD, len(document)))
        words, numbers = self.words.currencies, self.words.numbers
        for at in range(1, len(rest)):
            unit = words.get(rest.lowers[at])
            before = rest.lowers[at - 1]
            if unit is not None and (before in numbers or "0" <= before < ":"):
                unit = money.settled(rest, unit, at, (at, at + 1), self.lexicon, self.home)
                found.setdefault(unit.dimension, (unit, rest.span(at, at + 1)))
        return found


@final
class _Words:
    """The words of labels by their classes, the words of numbers, and the currencies."""

    __slots__ = ("currencies", "kinds", "numbers", "openers", "share", "whole")

    def __init__(self, lexicon: Lexicon) -> None:
        table = index(lexicon)
        self.kinds = {
            word: "other" for word, unit in table.words.items() if unit.kind is MEASURE and unit.dimension != "time"
        }
        for kind in (*_KINDS, "other"):
            self.kinds.update(dict.fromkeys(table.classes[f"row: {kind}"], kind))
        self.openers = table.classes["row: opener"].union(*(table.classes[f"row: {kind}"] for kind in _KINDS))
        self.numbers = frozenset(phrase for row in lexicon.rows("number") for phrase in row.phrases)
        self.currencies = {word: unit for word, unit in table.words.items() if unit.kind is MONEY}
        #: The currencies by their dimensions.
        units = (*table.by_name.values(), *table.codes.values())
        self.whole = {unit.dimension: unit for unit in units if unit.kind is MONEY and unit.factor == 1}
        self.share = count(lexicon, "share", ())


@functools.lru_cache(maxsize=8)
def _words(lexicon: Lexicon) -> _Words:
    return _Words(lexicon)


def sought(_lexicon: Lexicon) -> frozenset[str]:
    """Return the words that are looked for in a sentence before it is read."""
    return VERSUS


def _cells(sentence: Sentence, groups: Sequence[Group]) -> list[Group]:
    """Return the numbers of a row that are set against each other."""
    cells = [groups[0]]
    for group in groups[1:]:
        between = sentence.lowers[cells[-1].last : group.first]
        if len(between) > _NEAR or _GOES_ON.isdisjoint(between):
            break
        cells.append(group)
    return cells


def _is_large(cell: Group) -> bool:
    """Say whether a number can be a whole amount: smaller ones may be in millions, or a rate."""
    number = cell.numerals[0]
    return not cell.kind and not number.is_vague and abs(number.value) >= _LARGE


def _is_nil(cell: Group) -> bool:
    return not cell.kind and not cell.numerals[0].value


def _is_year(low: str) -> bool:
    return len(low) == 4 and low.isdecimal()
