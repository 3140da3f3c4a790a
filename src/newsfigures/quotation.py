"""Where quotations stand in a document: from which mark to which, over paragraphs, with stray marks left alone."""

import functools
import re
from bisect import bisect_right
from typing import final

import attrs

# Led by one class of characters, because only so does the search skip fast.
_MARK = re.compile(r"[\"\u201c\u201d\u00ab\u00bb'`](?:(?<![`'])|(?<=')'|(?<=`)`)")
_LABEL = re.compile(r"^[\"\u201c']?([A-Z][A-Z.'\u2019 -]{1,40})(?: ?\([^)\n]{0,60}\))?:(?=\s)", re.MULTILINE)
_LINE = re.compile(r"\n")
_BLANK = re.compile(r"\n[ \t]*\n")
#: Lines that are longer than this on average are paragraphs, not lines wrapped by an editor.
_WRAP_LIMIT = 120
#: No paragraph is indented further.
_INDENT = 40


@final
@attrs.frozen
class Quotation:
    """A quotation: the offsets of its opening mark and behind its closing mark."""

    start: int
    end: int


@functools.lru_cache(maxsize=4)
def find(document: str) -> tuple[Quotation, ...]:
    """Return the quotations of a document in order; a mark that is never closed ends with its paragraph.

    >>> [(q.start, q.end) for q in find('"No," he said. "Not 40."')]
    [(0, 5), (15, 24)]
    """
    found: list[Quotation] = []
    start = -1  # of the open quotation
    seen = 0  # up to where no paragraph ended since then
    end_of_paragraph = _LINE if _lines_are_paragraphs(document) else _BLANK
    for match in _MARK.finditer(document):
        mark, at = match[0], match.start()
        if start >= 0:
            unclosed = end_of_paragraph.search(document, max(start, seen), at)
            seen = at
            if unclosed is not None:
                found.append(Quotation(start, unclosed.start()))
                start = -1
            elif _closes(document, at, match.end(), mark):
                found.append(Quotation(start, match.end()))
                start = -1
                continue
            elif _is_line_start(document, at):
                found.append(Quotation(start, at))
                start = -1
        if start < 0 and _opens(document, at, match.end(), mark):
            start = at
    if start >= 0:
        unclosed = end_of_paragraph.search(document, start)
        found.append(Quotation(start, unclosed.start() if unclosed else len(document)))
    return tuple(found)


@functools.lru_cache(maxsize=4)
def labels(document: str) -> tuple[tuple[int, int], ...]:
    r"""Return where the speakers of a transcript are named ("SMITH: ..."); one name alone makes no transcript.

    >>> labels("SMITH: Forty.\nJONES: No.\n")
    ((0, 5), (14, 19))
    """
    found = tuple(match.span(1) for match in _LABEL.finditer(document))
    return found if len({document[a:b] for a, b in found}) > 1 else ()


def at(quotations: tuple[Quotation, ...], start: int, end: int) -> tuple[int, int]:
    """Return, as indices, the first quotation that reaches past `start` and the first that begins behind `end`."""
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


def _is_line_start(document: str, position: int) -> bool:
    before = document[max(0, position - _INDENT) : position].rstrip(" \t")
    return not before or before[-1] == "\n"


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
