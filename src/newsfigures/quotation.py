"""Where quotations stand in a document: from which mark to which, over paragraphs, with stray marks left alone."""

import functools
import re
from bisect import bisect_right
from typing import final

import attrs

_MARK = re.compile(r"[\"\u201c\u201d\u00ab\u00bb]|''|``|\n[ \t]*\n|\n")
_LABEL = re.compile(r"^[\"\u201c']?([A-Z][A-Z.'\u2019 -]{1,40})(?: ?\([^)\n]{0,60}\))?:(?=\s)", re.MULTILINE)
_BLANK = re.compile(r"\n[ \t]*\n")
#: Lines that are longer than this on average are paragraphs, not lines wrapped by an editor.
_WRAP_LIMIT = 120


@final
@attrs.frozen
class Quotation:
    """A quotation: the offsets of its marks, and whether it goes on with the one before it (a new paragraph of it)."""

    start: int
    end: int
    continues: bool = False


@functools.lru_cache(maxsize=4)
def find(document: str) -> tuple[Quotation, ...]:
    """Return the quotations of a document in order; a mark that is never closed ends with its paragraph.

    >>> [(q.start, q.end) for q in find('"No," he said. "Not 40."')]
    [(0, 5), (15, 24)]
    """
    found: list[Quotation] = []
    start = -1  # of the open quotation
    unclosed = False  # the paragraph before ended inside a quotation
    whole_lines = _lines_are_paragraphs(document)
    for match in _MARK.finditer(document):
        mark, at = match[0], match.start()
        if mark[0] == "\n":
            if start >= 0 and (whole_lines or len(mark) > 1):
                found.append(Quotation(start, at, unclosed))
                start, unclosed = -1, True
            elif len(mark) > 1 and start < 0 and found and found[-1].end < _line_start(document, at):
                unclosed = False
            continue
        if start < 0:
            if _opens(document, at, match.end(), mark):
                start = at
                unclosed = unclosed and _is_paragraph_start(document, at)
            continue
        if _closes(document, at, match.end(), mark):
            found.append(Quotation(start, match.end(), unclosed))
            start, unclosed = -1, False
        elif _is_paragraph_start(document, at):
            found.append(Quotation(start, at, unclosed))
            start, unclosed = at, True
    if start >= 0:
        found.append(Quotation(start, len(document), unclosed))
    return tuple(found)


@functools.lru_cache(maxsize=4)
def labels(document: str) -> tuple[tuple[int, int], ...]:
    """Return where the speakers of a transcript are named ("SMITH: ..."); one name alone makes no transcript.

    >>> labels("SMITH: Forty.\\nJONES: No.\\n")
    ((0, 5), (14, 19))
    """
    found = tuple(match.span(1) for match in _LABEL.finditer(document))
    return found if len({document[a:b] for a, b in found}) > 1 else ()


def at(quotations: tuple[Quotation, ...], start: int, end: int) -> tuple[int, int]:
    """Return the first quotation that reaches past `start`, and the first that begins at or behind `end`, as indices."""
    first = bisect_right(quotations, start, key=lambda q: q.end)
    last = first
    while last < len(quotations) and quotations[last].start < end:
        last += 1
    return first, last


def _lines_are_paragraphs(document: str) -> bool:
    """Say whether a single line break ends a paragraph: there are no blank lines, and the lines are long."""
    if _BLANK.search(document):
        return False
    lines = document.count("\n") + 1
    return len(document) > _WRAP_LIMIT * lines


def _line_start(document: str, position: int) -> int:
    return document.rfind("\n", 0, position) + 1


def _is_paragraph_start(document: str, position: int) -> bool:
    return not document[_line_start(document, position) : position].strip(" \t")


def _opens(document: str, start: int, end: int, mark: str) -> bool:
    if mark in "\u201c\u00ab``":
        return True
    if mark in "\u201d\u00bb":
        return False
    before = document[start - 1 : start]
    after = document[end : end + 1]
    return bool(after) and not after.isspace() and not before.isalnum() and before != "="


def _closes(document: str, start: int, end: int, mark: str) -> bool:
    if mark in "\u201d\u00bb":
        return True
    if mark in "\u201c\u00ab``":
        return False
    before = document[start - 1 : start]
    return not before.isspace() or not document[end : end + 1].strip()
