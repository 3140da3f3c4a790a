"""Sentences and tokens whose spans always point into the original text.

Nothing is normalised in place: a token's form may differ from what stands in the text (lower case, typographic
apostrophes, zero-width spaces), its offsets never do. A token is an index into the four lists of its sentence.
"""

import functools
import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping
from itertools import accumulate
from typing import Final, final

import attrs

#: What joins words; a minus or a dash looks alike.
HYPHENS: Final = frozenset("-\u2010\u2011")

_ZERO_WIDTH = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_MARKS = "\u0300-\u036f"

# All kinds of token begin with one class of characters and look back from behind it: so the search skips spaces fast.
_TOKEN_SOURCE = r"""
    ( [^\s{invisible}] (?:
        (?<= [A-Za-z] ) [A-Za-z]*+ (?! [A-Za-z'.\u0080-\U0010ffff] )               # most words: they go on with nothing
      | (?<= \d ) \d* (?: ZERO [.,'\u2019] ZERO \d+ | ZERO [\u2009\u202f\u00a0] \d{3} (?!\d) )*      # a number
      | (?<= [A-Za-z] ) \. (?: [A-Za-z] \. )+                                      # U.S., a.m.
      | (?<= ['\u2019] ) s \b                                                     # the possessive is its own token
      | (?<= [^\W\d_] ) [^\W\d_]* MORE (?: ['\u2019] (?! s \b ) [^\W\d_]+ MORE )*   # a word, with don't and O'Brien
      |                                                                           # else a character at a time
    ) )
"""
_TOKEN = re.compile(
    _TOKEN_SOURCE.replace("MORE", "").replace("ZERO", "").replace("{invisible}", _ZERO_WIDTH), re.VERBOSE
)
_HAS_INVISIBLE = re.compile(f"[{_ZERO_WIDTH}{_MARKS}]")
_INVISIBLE = dict.fromkeys(map(ord, _ZERO_WIDTH))

# What is left of a page: <b>, </p>, <ACM.N>; and the name of an entity: &pound; &#163;
_MARKUP = re.compile(r"</?[A-Za-z][^<>]{0,200}>|&(\#\d{2,6}|\#[xX][0-9A-Fa-f]{2,5}|[A-Za-z]{2,6}\d{0,2});")
_ENTITIES = {
    "amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'", "pound": "\u00a3", "euro": "\u20ac", "yen": "\u00a5",
    "cent": "\u00a2", "curren": "\u00a4", "deg": "\u00b0", "frac12": "\u00bd", "frac14": "\u00bc", "frac34": "\u00be",
    "ndash": "\u2013", "mdash": "\u2014", "minus": "\u2212", "times": "\u00d7", "lsquo": "\u2018", "rsquo": "\u2019",
    "ldquo": "\u201c", "rdquo": "\u201d", "hellip": "\u2026", "plusmn": "\u00b1", "sup2": "\u00b2", "sup3": "\u00b3",
    "nbsp": "",
}  # fmt: skip

# What ends a line, as `str.splitlines` has it.
_BREAKS = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
#: White space and what is invisible: what may be trimmed from a sentence.
SPACES = (
    f"\t {_BREAKS}\x1f\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
    f"{_ZERO_WIDTH}"
)

# Where a sentence may end. Possessive, and never entered within a run of stops: megabytes of dots are read once. All
# ways begin with one class of characters and look back from behind it, because only so does the search skip fast.
_END = re.compile(
    rf"""
    [.!?\u2026{_BREAKS}] (?:
        (?<= [.!?\u2026] ) (?<! [.!?\u2026] [.!?\u2026] ) [.!?\u2026]*+                    # a run of stops,
        ["'\u201d\u2019)\]]*+ (?: \[\d{{1,3}}\] )*+ (?= [\s{_ZERO_WIDTH}] | \Z )   # what it closes, then white space
      | (?<= [a-z][a-z][.!?] ) ["\u201d)]? (?= [A-Z][a-z]* ['\u2019\s] )        # the space was lost: "died.The"
      | (?<= [{_BREAKS}] ) \s*+                                              # a line break and all space behind it
    )
    """,
    re.VERBOSE,
)
_BLANK = re.compile(rf"[{_BREAKS}] (?: (?<=\r) \n?+ | (?<!\r) ) [^\S{_BREAKS}]*+ [{_BREAKS}]", re.VERBOSE)
_STOPS = frozenset(".!?\u2026")
_LAST_WORD = re.compile(rf"[^\s{_ZERO_WIDTH}(\[\"'\u201c\u2018/\u2014]*\Z")
_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}")
_NEXT = re.compile(r"[\s\"'\u201c\u2018(\[*-]{0,200}((?:[^\W\d_]+(?![\w-]))?)")
_NEXT_IN_LINE = re.compile(_NEXT.pattern.replace(r"\s", rf"\t \u00a0{_ZERO_WIDTH}", 1))
_FIRST = re.compile(r"[\W_]{0,40}(\w)")
#: A row of results.
_SET_AGAINST = re.compile(r" vs .*\d")
_MARKER = re.compile(r"\s*\(?(?:\d{1,2}|[A-Za-z])")
_BULLET = re.compile(r"[-*\u2022\u2023\u25aa\u25cf\u2013\u2014](?:\s|\Z)|\(?\d{1,2}[.)](?:\s|\Z)")

#: Lines longer than this are paragraphs, not lines wrapped by an editor or a wire machine.
_WIDEST = 120
#: Blocks narrower than this are lists and tables: nobody wraps prose so early.
_NARROWEST = 50
#: A line that fills this share of its block was wrapped, even if the next word would still have fitted: by hand, then.
_FILLED = 0.75
#: No sentence is longer: what runs on (a table without full stops, a megabyte of digits) is cut at white space.
LONGEST = 10_000


@final
@attrs.frozen(order=True, init=False)
class Span:
    """Half-open character offsets into the source text.

    >>> Span(4, 9).of("The quick fox")
    'quick'
    """

    start: int
    end: int

    # By hand, because a claim brings many: filling the slots takes two thirds of the time of the generated one.
    def __init__(self, start: int, end: int) -> None:
        _set_start(self, start)
        _set_end(self, end)

    def of(self, text: str) -> str:
        """Return what stands there."""
        return text[self.start : self.end]

    def __len__(self) -> int:
        """Count the characters."""
        return self.end - self.start

    def overlaps(self, other: "Span") -> bool:
        """Say whether the two share a character."""
        return self.start < other.end and other.start < self.end


_set_start, _set_end = (vars(Span)[name].__set__ for name in ("start", "end"))


@functools.lru_cache(maxsize=1)
def _invisible_token() -> re.Pattern[str]:
    """Return the slower pattern of a token, in which zero-width characters and loose accents may stand inside."""
    more = rf"(?: [{_ZERO_WIDTH}{_MARKS}]+ [^\W\d_]+ )* [{_MARKS}]*"
    source = _TOKEN_SOURCE.replace("MORE", more).replace("ZERO", f"[{_ZERO_WIDTH}]*")
    return re.compile(source.replace("{invisible}", _ZERO_WIDTH), re.VERBOSE)


def _named_sign(name: str) -> str:
    """Return the character that an entity names, or nothing where it is unknown or no sign."""
    if name[0] != "#":
        return _ENTITIES.get(name, "")
    code = int(f"0{name[1:]}", 0) if name[1] in "xX" else int(name[1:])
    sign = chr(code) if 32 < code < 0xD800 else ""
    return "" if sign.isspace() or sign in _ZERO_WIDTH else sign


@final
class Sentence:
    """A sentence of a document, with its tokens as four parallel lists.

    `words` as written but for what is invisible, `lowers` in lower case with plain apostrophes, `starts` and `ends` as
    offsets into `document`. `index` counts the sentences of the document from zero; `is_upper` says that all is in
    capitals, so that they tell nothing. `telling` are the lower-case words among which readers look for theirs before
    they read: all, until somebody sieves them. A plain class: one is built for every sentence read.
    """

    __slots__ = ("document", "end", "ends", "index", "is_upper", "lowers", "start", "starts", "telling", "words")

    def __init__(self, document: str, start: int = 0, end: int | None = None, index: int = 0) -> None:
        self.document = document
        self.start = start
        self.end = len(document) if end is None else end
        self.index = index
        text = document[start : self.end]
        self.is_upper = text.isupper()
        is_ascii = text.isascii()
        is_plain = is_ascii or _HAS_INVISIBLE.search(text) is None
        # What is split off and what stands between, in turn: without a match object for each token.
        parts = (_TOKEN if is_plain else _invisible_token()).split(text)
        edges = list(accumulate(map(len, parts), initial=start))
        self.starts = edges[1:-1:2]
        self.ends = edges[2::2]
        words: list[str] = parts[1::2]
        if not is_plain:
            words = [word.translate(_INVISIBLE) for word in words]
        self.words = words
        # No token holds a line break, so that all are put in lower case by one call.
        lowers = "\n".join(words).lower()
        if not is_ascii:
            lowers = lowers.replace("\u2019", "'")
        self.lowers = lowers.split("\n") if words else []
        if "<" in text or "&" in text:
            self._unmark()
        self.telling: Collection[str] = self.lowers

    def _unmark(self) -> None:
        """Leave out the tags that are left of a page, and take an entity for the character that it names."""
        for match in _MARKUP.finditer(self.document, self.start, self.end):
            first = bisect_left(self.starts, match.start())
            last = bisect_left(self.starts, match.end())
            sign = _named_sign(match[1]) if match[1] else ""
            new = [sign] if sign.strip() else []
            self.words[first:last] = new
            self.lowers[first:last] = [word.lower() for word in new]
            self.starts[first:last] = [match.start()] * len(new)
            self.ends[first:last] = [match.end()] * len(new)

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

    def span(self, first: int, last: int) -> Span:
        """Return the span from token `first` up to, not including, token `last`."""
        return Span(self.starts[first], self.ends[last - 1])

    def said(self, first: int, last: int) -> str:
        """Return the text from token `first` up to, not including, token `last`."""
        return self.document[self.starts[first] : self.ends[last - 1]]

    def joined(self, index: int) -> bool:
        """Say whether token `index` stands directly behind the one before it, with nothing between."""
        return index > 0 and self.starts[index] == self.ends[index - 1]


@final
@attrs.frozen(eq=False)
class EndWords:
    """The words of a language that tell whether a full stop ends a sentence.

    `roles` says of words as written before the stop what they do: a "title" ("Gen") never ends a sentence, a "number"
    ("No") goes on before a digit, a "clock" ("p.m") before one of `zones` ("gmt"), and an "abbreviation" ends one only
    before one of `openers` ("the"), as initials do. A line that ends in one of `linkers` ("of") goes on in the next.
    """

    roles: Mapping[str, str] = attrs.field(factory=dict)
    openers: frozenset[str] = frozenset()
    zones: frozenset[str] = frozenset()
    linkers: frozenset[str] = frozenset()

    def role(self, word: str, *, cased: bool) -> str:
        """Return what a word does, or nothing; where case tells nothing (`cased`), the word may be known in another."""
        roles = self.roles
        return roles.get(word, "") if cased else roles.get(word.lower()) or roles.get(word.capitalize(), "")


NO_WORDS = EndWords()


def bounds(text: str, words: EndWords = NO_WORDS) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each sentence, white space trimmed, in order.

    Any text is read once, whatever it is made of; a sentence beyond `LONGEST` characters is cut at white space.

    >>> [Span(*b).of("A U.S. jet fell. Two died.") for b in bounds("A U.S. jet fell. Two died.")]
    ['A U.S. jet fell.', 'Two died.']
    """
    start = 0
    lines = _Lines(text, words.linkers)
    for match in _END.finditer(text):
        stop, end = match.span()
        if lines.ends(stop, end) if text[stop] in _BREAKS else _ends_sentence(text, start, stop, end, words):
            if end - start > LONGEST:
                yield from _trimmed(text, start, end)
            elif start < end and "!" <= text[start] <= "~" and "!" <= text[end - 1] <= "~":
                yield start, end  # almost always: nothing to trim
            else:
                rest = text[start:end].lstrip(SPACES)
                if rest:
                    yield end - len(rest), end - len(rest) + len(rest.rstrip(SPACES))
            start = end
    yield from _trimmed(text, start, len(text))


def sentences(text: str, words: EndWords = NO_WORDS) -> Iterator[Sentence]:
    """Yield every sentence with its tokens.

    >>> [s.words for s in sentences("About 1,000 fled. No.")]
    [['About', '1,000', 'fled', '.'], ['No', '.']]
    """
    for index, (start, end) in enumerate(bounds(text, words)):
        yield Sentence(text, start, end, index)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a stretch without the white space at its ends: nothing, one piece, or several if it is too long."""
    while end - start > LONGEST:
        half, last = start + LONGEST // 2, start + LONGEST
        cut = max(text.rfind("\n", half, last), text.rfind(" ", half, last))
        cut = last if cut < 0 else cut
        yield from _trimmed(text, start, cut)
        start = cut
    rest = text[start:end].lstrip(SPACES)
    if rest:
        yield end - len(rest), end - len(rest) + len(rest.rstrip(SPACES))


def _ends_sentence(text: str, start: int, stop: int, end: int, words: EndWords) -> bool:
    """Say whether the punctuation from `stop` to `end` closes the sentence that began at `start`."""
    last = _last_word(text[stop - 20 if stop - start > 20 else start : stop])
    if text[end : end + 1].isupper():
        # The space was lost: believed only behind a plain word, so "Halo.Bungie" and "One.Tel" stay whole.
        return last.isalpha() and last.islower()
    # A letter behind some space, almost always; the whole word is asked for later, and seldom.
    follower = text[end : end + 12].lstrip()[:1]
    if not follower.isalpha():
        follower = _opening(text, end)[1]
    if not follower:
        return True
    if text[stop] != "." or text[stop + 1 : stop + 2] in _STOPS or not last:
        # "!", "?" and an ellipsis end a sentence unless it plainly goes on.
        return not follower.islower()
    before = text[stop - 60 if stop - start > 60 else start : stop]
    if follower.islower():
        return end - stop == 1 and before.islower() and _ends_lower(text, start, stop, last, words)
    if stop - start <= 12 and _MARKER.fullmatch(text, start, stop):
        return False
    caps = not last.islower() and before.isupper()
    role = words.role(last, cased=not caps)
    if role == "title":
        return False
    if role == "clock":
        return _opening(text, end)[0].lower() not in words.zones and not follower.isdigit()
    if role == "number":
        return not follower.isdigit()
    if role == "abbreviation" or _is_initials(last):
        # U.S. ends a sentence before "The", hardly before "Navy". In capitals, "THE" tells nothing.
        return not caps and _opening(text, end)[0].lower() in words.openers
    return True


def _last_word(before: str) -> str:
    """Return what stands between the last white space, bracket or quotation mark and the end."""
    if not before or before[-1].isspace():
        return ""
    last = before.rsplit(None, 1)[-1]
    if last.isalpha():
        return last  # almost always
    found = _LAST_WORD.search(last)
    return found[0] if found else ""


def _opening(text: str, position: int, pattern: re.Pattern[str] = _NEXT) -> tuple[str, str]:
    """Return the plain word that follows, behind any quotation marks, and the first character of what follows."""
    match = pattern.match(text, position)
    if match is None:
        return "", text[position : position + 1]
    return match[1], text[match.start(1) : match.start(1) + 1]


def _is_initials(word: str) -> bool:
    if len(word) == 1:
        return word.isupper() and word != "I"
    return "." in word and _INITIALS.fullmatch(word) is not None


def _ends_lower(text: str, start: int, stop: int, last: str, words: EndWords) -> bool:
    """Say whether a full stop before lower case ends a sentence: only if there was no capital since its beginning."""
    first = _FIRST.match(text, start)
    if first is None or not first[1].islower() or stop - start < 20:
        return False
    return len(last) > 1 and not _INITIALS.fullmatch(last) and not words.role(last, cased=False)


@final
class _Lines:
    """Tells a line break that ends a line of its own (a headline, a list item) from one that only wraps a line.

    A break is a wrap when the first word of the next line would not have fitted into the width of its block.
    """

    __slots__ = ("block_end", "indent", "line_start", "linkers", "text", "width")

    def __init__(self, text: str, linkers: frozenset[str]) -> None:
        self.text = text
        self.linkers = linkers
        self.line_start = 0
        self.block_end = -1
        self.width = self.indent = 0

    def ends(self, stop: int, end: int) -> bool:
        """Say whether the break from `stop` to `end`, the next line's first character, ends a line of its own."""
        text = self.text
        if text[stop] == "\n" and text.count(" ", stop, end) == end - stop - 1:  # almost always
            indent, is_last = end - stop - 1, end == len(text)
        else:
            lines = (text[stop:end] + ".").splitlines()
            indent, is_last = len(lines[-1]) - 1, len(lines) > 2 or end == len(text)
        line_start, self.line_start = self.line_start, end - indent
        if is_last:
            return True
        if stop >= self.block_end:
            self._measure(line_start)
        if "a" <= text[end] <= "z":
            return False  # almost always: the line goes on
        if _BULLET.match(text, end):
            return True
        follower = text[end] if text[end].isalpha() else _opening(text, end, _NEXT_IN_LINE)[1]
        if follower.islower():
            return False
        if indent > self.indent + 1 or self.width > _WIDEST:
            return True
        line = text[max(line_start, stop - _WIDEST) : stop].rstrip()
        if line.rpartition(" ")[2].lower() in self.linkers:
            return False
        if indent > 1 and _SET_AGAINST.search(line):
            return True  # the rows of a table are indented, each
        if not follower.isupper() and (line[-1:].islower() or line[-1:] in {",", "-"}):
            return False
        if self.width < _NARROWEST:
            return True
        word = text[end : end + _WIDEST].split(None, 1)[0]
        return len(line) < _FILLED * self.width and len(line) + 1 + len(word) <= self.width

    def _measure(self, start: int) -> None:
        """Find the block's end, its longest line and how far its lines are indented at least, reading it once."""
        blank = _BLANK.search(self.text, start)
        self.block_end = blank.start() if blank else len(self.text)
        lines = [line.rstrip() for line in self.text[start : self.block_end].splitlines()]
        self.width = max(map(len, lines), default=0)
        # The first line is left out: paragraphs begin indented, and texts are stripped.
        self.indent = min([len(line) - len(line.lstrip()) for line in lines[1:]], default=0)
