"""What the head of a table says that its cells count in: "stocks, in mln tonnes -" above rows of bare numbers."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from .group import Group
from .ledger import ROW
from .lexicon import Lexicon
from .ontology import COUNT, index
from .text import Sentence, Span
from .unit import UnitMark, read

#: So many rows stand below a head, and so many characters at its end say what they count in.
_ROWS: Final = 16
_TAIL: Final = 80
#: A row has so many cells at least.
_CELLS: Final = 2
#: Thousands, as heads write them.
_THOUSANDS: Final = frozenset({"000", "000s", "1,000", "1000", "thousands"})
_LINKS: Final = frozenset({"'s", "s", "of"})
#: What may follow the unit in a head, besides marks.
_CLOSING: Final = frozenset({"as", "follows", "were", "are", "was", "is", "and"})
_THOUSAND: Final = Decimal(1000)


def lend(sentence: Sentence, groups: Sequence[Group], lexicon: Lexicon) -> None:
    """Give the cells of a row, which blanks part from each other, the unit and the scale of the head above them."""
    if len(groups) < _CELLS:
        return
    cells = [group for group in groups if group.unit is None and not group.kind and _is_cell(sentence, group)]
    if len(cells) < _CELLS:
        return  # almost always
    head = _above(sentence.document, sentence.starts[cells[0].first], lexicon)
    if head is None:
        return
    unit, scale, span = head
    for cell in cells:
        mark = cell.numerals[0]
        if mark.value and scale > 1:
            mark.times(scale, mark.last)
            mark.form = "scaled"
        cell.unit = UnitMark(unit.unit, cell.first, cell.last, ROW, (0, 0))
        cell.unit.row = span


def _is_cell(sentence: Sentence, group: Group) -> bool:
    """Say whether a gap parts a number from what stands before it."""
    at = group.first
    return at == 0 or sentence.starts[at] - sentence.ends[at - 1] > 1


def _above(document: str, start: int, lexicon: Lexicon) -> tuple[UnitMark, Decimal, Span] | None:
    """Look for the head in the lines above; prose ends the search."""
    for _ in range(_ROWS):
        end = document.rfind("\n", 0, start)
        if end < 0:
            return None
        start = document.rfind("\n", 0, end) + 1
        line = document[start:end].rstrip()
        line = line[:-1] if line.endswith(").") else line
        if line.endswith(("-", ":", ")")):
            found = _read(document, max(start, start + len(line) - _TAIL), start + len(line), lexicon)
            if found is not None:
                return found
        if line.endswith((".", '"', ",")):
            return None
    return None


def _read(document: str, start: int, end: int, lexicon: Lexicon) -> tuple[UnitMark, Decimal, Span] | None:
    """Read "in mln tonnes -", "in 000's bushels:" at the end of a line; nothing where two units are said."""
    head = Sentence(document, start, end)
    lowers, scales = head.lowers, index(lexicon).scales
    found: list[tuple[UnitMark, Decimal, Span]] = []
    for at in range(len(lowers) - 1):
        if lowers[at] != "in":
            continue
        scale, first = Decimal(1), at + 1
        while first < len(lowers) and (lowers[first] in scales or lowers[first] in _THOUSANDS | _LINKS):
            if lowers[first] not in _LINKS:
                scale *= _THOUSAND if lowers[first] in _THOUSANDS else scales[lowers[first]]
            first += 1
        mark = read(head, first - 1, first, lexicon) if first < len(lowers) else None
        if mark is not None and mark.words[0] == first and (scale > 1 or mark.unit.kind is not COUNT):
            found.append((mark, scale, head.span(at, mark.last)))
    if len(found) != 1 or "except" in lowers:
        return None
    return found[0] if all(low in _CLOSING or not low.isalnum() for low in lowers[found[0][0].last :]) else None
