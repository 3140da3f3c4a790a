"""Sentences and tokens whose spans always point into the original text.

Nothing is normalised in place: a token's lower-case form may differ from what stands in the text (typographic
apostrophes, zero-width spaces), its offsets never do. A token is an index into the four lists of its sentence.
"""

import re
from collections.abc import Iterator
from typing import final

import attrs

_ZERO_WIDTH = "\u00ad\u200b\u200c\u200d\u2060\ufeff"

_TOKEN_SOURCE = r"""
    \d+ (?: [.,'\u2019] \d+ | [\u2009\u202f\u00a0] \d{3} (?!\d) )*   # a number with its separators
  | (?: [A-Za-z] \. ){2,}                                            # U.S., a.m.
  | ['\u2019] s \b                                                   # the possessive is a token of its own
  | LETTER (?: ['\u2019] (?! s \b ) LETTER )*                        # a word, with don't and O'Brien
  | [^\sZERO]                                                        # anything else, one character at a time
"""
_LETTER = r"[^\W\d_]+"
_TOKEN = re.compile(_TOKEN_SOURCE.replace("LETTER", _LETTER).replace("ZERO", _ZERO_WIDTH), re.VERBOSE)
# Zero-width characters may stand inside a word; the slower pattern is used only where a text has any.
_TOKEN_ZERO_WIDTH = re.compile(
    _TOKEN_SOURCE.replace("LETTER", rf"[^\W\d_]+ (?: [{_ZERO_WIDTH}]+ [^\W\d_]+ )*").replace("ZERO", _ZERO_WIDTH),
    re.VERBOSE,
)
_HAS_ZERO_WIDTH = re.compile(f"[{_ZERO_WIDTH}]")
_REMOVE = {ord(c): None for c in _ZERO_WIDTH} | {0x2019: "'"}

# Where a sentence may end: closing punctuation before white space, or a line break.
_END = re.compile(r"""[.!?\u2026]+["'\u201d\u2019)\]]*(?=\s|\Z)|[\n\r\u2028\u2029\x0b\x0c\x85]+""")
_LAST_WORD = re.compile(r"[^\s(\[\"'\u201c\u2018/\u2014]*\Z")
_BULLET = re.compile(r"[-*\u2022\u2023\u25aa\u25cf\u2013\u2014]\s|\(?\d{1,2}[.)]\s")
_BLANK = re.compile(r"[ \t]*(?:\r\n|[\n\r\u2028\u2029\x0b\x0c\x85])[ \t]*(?:\r\n|[\n\r\u2028\u2029\x0b\x0c\x85])")

#: Lines longer than this are paragraphs, not lines wrapped by an editor or a wire machine.
_WRAP_LIMIT = 120


@final
@attrs.frozen(order=True)
class Span:
    """Half-open character offsets into the source text.

    >>> Span(4, 9).of("The quick fox")
    'quick'
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return what stands there."""
        return text[self.start : self.end]

    def __len__(self) -> int:
        """Count the characters."""
        return self.end - self.start

    def overlaps(self, other: "Span") -> bool:
        """Say whether the two share a character."""
        return self.start < other.end and other.start < self.end


@final
class Sentence:
    """A sentence of a document, with its tokens as four parallel lists.

    `words` as written, `lowers` in lower case with plain apostrophes, `starts` and `ends` as offsets into `document`.
    `index` counts the sentences of the document from zero. A plain class: one is built for every sentence read.
    """

    __slots__ = ("document", "end", "ends", "index", "lowers", "start", "starts", "words")

    def __init__(self, document: str, start: int = 0, end: int | None = None, index: int = 0) -> None:
        self.document = document
        self.start = start
        self.end = len(document) if end is None else end
        self.index = index
        pattern = _TOKEN_ZERO_WIDTH if _HAS_ZERO_WIDTH.search(document, start, self.end) else _TOKEN
        found = list(pattern.finditer(document, start, self.end))
        self.words = words = [match[0] for match in found]
        self.starts = [match.start() for match in found]
        self.ends = [match.end() for match in found]
        lowers = [word.lower() for word in words]
        if pattern is _TOKEN_ZERO_WIDTH or "\u2019" in document[start : self.end]:
            lowers = [word.translate(_REMOVE) for word in lowers]
        self.lowers = lowers

    def __len__(self) -> int:
        """Count the tokens."""
        return len(self.words)

    def __repr__(self) -> str:
        """Show the text and where it stands."""
        return f"Sentence({self.text!r}, start={self.start})"

    @property
    def text(self) -> str:
        """What the sentence says, as written."""
        return self.document[self.start : self.end]

    @property
    def is_upper(self) -> bool:
        """Whether the sentence is in capitals throughout, so that capitals tell nothing."""
        return self.text.isupper()

    def span(self, first: int, last: int) -> Span:
        """Return the span from token `first` up to, not including, token `last`."""
        return Span(self.starts[first], self.ends[last - 1])

    def said(self, first: int, last: int) -> str:
        """Return the text from token `first` up to, not including, token `last`."""
        return self.document[self.starts[first] : self.ends[last - 1]]

    def joined(self, index: int) -> bool:
        """Say whether token `index` stands directly behind the one before it, with nothing between."""
        return index > 0 and self.starts[index] == self.ends[index - 1]


def bounds(text: str, abbreviations: frozenset[str] = frozenset()) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each sentence, white space trimmed, in order.

    `abbreviations` are lower-case words that are written with a full stop and do not end a sentence ("gen", "dec").

    >>> [Span(*b).of("A U.S. jet fell. Two died.") for b in bounds("A U.S. jet fell. Two died.")]
    ['A U.S. jet fell.', 'Two died.']
    """
    start = 0
    wrap = _Wrap(text)
    for match in _END.finditer(text):
        if match.end() <= start:
            continue
        first = text[match.start()]
        if first in ".!?\u2026":
            ends = _ends_sentence(text, start, match.start(), match.end(), abbreviations)
        else:
            ends = wrap.ends_line(match.start())
        if ends:
            trimmed = _trim(text, start, match.end())
            if trimmed:
                yield trimmed
            start = match.end()
    trimmed = _trim(text, start, len(text))
    if trimmed:
        yield trimmed


def sentences(text: str, abbreviations: frozenset[str] = frozenset()) -> Iterator[Sentence]:
    """Yield every sentence with its tokens.

    >>> [s.words for s in sentences("About 1,000 fled. No.")]
    [['About', '1,000', 'fled', '.'], ['No', '.']]
    """
    for index, (start, end) in enumerate(bounds(text, abbreviations)):
        yield Sentence(text, start, end, index)


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def _ends_sentence(text: str, start: int, stop: int, end: int, abbreviations: frozenset[str]) -> bool:
    """Say whether the punctuation at `stop` closes a sentence: not after abbreviations, nor before lower case."""
    follower = _next_character(text, end)
    if not follower:
        return True
    if text[stop] != "." or end - stop > 1 and text[stop : stop + 2] != '."' and text[stop + 1] not in "'\u201d\u2019)]":
        # "!", "?" and an ellipsis end a sentence unless it plainly goes on.
        return not follower.islower()
    if follower.islower():
        return False
    word = _LAST_WORD.search(text, max(start, stop - 20), stop)
    last = word[0] if word else ""
    if not last:
        return True
    if "." in last and last.replace(".", "").isalpha():
        # U.S. and a.m. end a sentence only before a capital that could start one; names follow them far more often.
        return last.lower().endswith((".m", ".c")) and follower.isupper()
    if len(last) == 1 and last.isupper() and last != "I":
        return False
    if last.lower() in abbreviations:
        # "No. 5" and "Dec. 26" go on before a digit; "Gen. Smith" before a name.
        return False
    return True


def _next_character(text: str, position: int) -> str:
    limit = min(len(text), position + 200)
    while position < limit and (text[position].isspace() or text[position] in "\"'\u201c\u2018([*-"):
        position += 1
    return text[position] if position < len(text) else ""


class _Wrap:
    """Tells a line break that ends a line of its own (a headline, a list item) from one that only wraps a line.

    A break is a wrap when the first word of the next line would not have fitted into the width of its block.
    """

    __slots__ = ("block_end", "text", "width")

    def __init__(self, text: str) -> None:
        self.text = text
        self.block_end = -1
        self.width = 0

    def ends_line(self, position: int) -> bool:
        text = self.text
        line_start = _line_start(text, position)
        if _BLANK.match(text, position):
            return True
        if position >= self.block_end:
            self._measure(line_start)
        after = position
        while after < len(text) and text[after].isspace():
            after += 1
        if after >= len(text):
            return True
        if _BULLET.match(text, after):
            return True
        follower = _next_character(text, after)
        if follower.islower():
            return False
        if self.width > _WRAP_LIMIT:
            return True
        if not follower.isupper():
            previous = text[line_start:position].rstrip()
            if previous[-1:].islower() or previous[-1:] in ",-":
                return False
        word_end = after
        while word_end < len(text) and not text[word_end].isspace() and word_end < after + _WRAP_LIMIT:
            word_end += 1
        return position - line_start + 1 + word_end - after <= self.width

    def _measure(self, start: int) -> None:
        """Find the block's end and its longest line, reading each block once."""
        blank = _BLANK.search(self.text, start)
        self.block_end = blank.start() if blank else len(self.text)
        position, width = start, 0
        while position < self.block_end:
            end = self.text.find("\n", position, self.block_end)
            end = self.block_end if end < 0 else end
            width = max(width, end - position)
            position = end + 1
        self.width = width


def _line_start(text: str, position: int) -> int:
    return text.rfind("\n", 0, position) + 1
