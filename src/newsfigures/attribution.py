"""Who says so, with what verb and stance.

A sentence is read from its cues: verbs that report ("said", "estimates"), phrases that name a source ("according to"),
nouns that hold a count ("the ministry's estimate of"). Around each cue closed classes of words and capitals tell the
noun phrase of the source and the tokens that are credited to it. Sentences before are looked at only where a pronoun
or a quotation asks for them.
"""

import functools
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import Enum
from itertools import chain
from typing import final

import attrs

from . import cue as cues
from . import quotation
from .cue import Hit
from .lexicon import Lexicon, end_words
from .quotation import Quotation
from .text import Sentence, Span, bounds
from .vocabulary import Words
from .vocabulary import words as vocabulary

#: How many sentences before are read for a pronoun, and how many quotations before for a speaker.
_LOOK_BACK = 5
#: How many named sources are carried on.
_REMEMBERED = 4
#: A line of a transcript is no longer than this.
_LONGEST_LINE = 4000
#: How much of a paragraph is read before and behind a quotation.
_WINDOW = 400
#: A quotation of up to so many tokens, its marks counted, is a scrap of somebody's words and no speech.
_SCRAP = 5
#: More quotations in one sentence are no news but noise.
_MOST_QUOTATIONS = 12
#: A speaker's name at the head of a line is no longer than this.
_LABEL_WIDTH = 100


class Stance(Enum):
    """How the source stands to what it is credited with."""

    ASSERTS = "asserts"
    ESTIMATES = "estimates"
    ALLEGES = "alleges"
    DENIES = "denies"
    FORECASTS = "forecasts"
    DOUBTS = "doubts"


_STANCES = {stance.value: stance for stance in Stance}


@final
@attrs.frozen
class Attribution:
    """Who says so: the source phrase, the cue that links it, the chain behind it, and its stance.

    `chain` names whom the source itself cites, nearest first ("state media, citing the ministry": ("the ministry",)).
    Where a pronoun or a short form stands for a source named before, `source` is that name and `span` the words in
    the sentence of the cue.
    """

    source: str
    span: Span | None = None
    cue: str = ""
    cue_span: Span | None = None
    chain: tuple[str, ...] = ()
    stance: Stance = Stance.ASSERTS


@final
class AttributionMark:
    """An attribution in a sentence and the token ranges that it credits; `continuing` when its cue stands elsewhere.

    A plain class whose `attribution` is made when it is first asked for: of the marks of a text most credit no figure,
    and only for those that do is it worth looking for the name behind a pronoun.
    """

    __slots__ = ("_made", "_maker", "content", "continuing", "cue", "source")

    def __init__(
        self,
        made: Attribution | Callable[[], Attribution],
        source: tuple[int, int] | None,
        cue: tuple[int, int] | None,
        content: tuple[tuple[int, int], ...],
        *,
        continuing: bool = False,
    ) -> None:
        self._made = made if isinstance(made, Attribution) else None
        self._maker = made
        self.source = source
        self.cue = cue
        self.content = content
        self.continuing = continuing

    @property
    def attribution(self) -> Attribution:
        """Who says so."""
        made = self._made
        if made is None:
            assert callable(self._maker)
            made = self._made = self._maker()
        return made

    def __repr__(self) -> str:
        """Show who, by what cue, and the credited tokens."""
        return f"AttributionMark({self.attribution.source!r}, {self.attribution.cue!r}, {self.content!r})"


@final
@attrs.frozen
class Speaker:
    """Who spoke last, as carried from sentence to sentence.

    `named` are the last named sources, latest first; `quoted` is the quotation that was read last and `voice` who
    speaks it. With `bounds` and `index` (see `speaker_before`) sentences before are read when, and only when, a
    pronoun asks for its source; `heard` are those of the last sentences whose cues are known already.
    """

    named: tuple[str, ...] = ()
    quoted: Quotation | None = None
    voice: Attribution | None = None
    bounds: Sequence[tuple[int, int]] = attrs.field(default=(), repr=False, eq=False)
    index: int = 0
    heard: tuple[tuple[Sentence, list[Hit]], ...] = attrs.field(default=(), repr=False, eq=False)


NOBODY = Speaker()


def speaker_before(
    document: str, bounds: Sequence[tuple[int, int]], index: int, lexicon: Lexicon, last: Speaker = NOBODY
) -> Speaker:
    """Return what is known of speakers before sentence `index`; nothing is read yet.

    `bounds` are the sentences of the document; `last` is the speaker that `find` returned for an earlier sentence.
    """
    del document, lexicon
    return Speaker(last.named, last.quoted, last.voice, bounds, index, last.heard)


def find(sentence: Sentence, lexicon: Lexicon, before: Speaker = NOBODY) -> tuple[tuple[AttributionMark, ...], Speaker]:
    """Return who is credited with which tokens of a sentence, and the speaker to go on with.

    >>> from newsfigures.lexicon import load
    >>> marks, _ = find(Sentence("At least 40 people died, police said."), load("en"))
    >>> marks[0].attribution.source, marks[0].content
    ('police', ((0, 5),))
    """
    table = vocabulary(lexicon)
    label = _label(sentence)
    if label is not None:
        return (label,), before
    quoted = quotation.find(sentence.document)
    first, last = quotation.at(quoted, sentence.start, sentence.end) if quoted else (0, 0)
    if first == last:
        hits = cues.read(sentence, table)
        if not hits:
            return (), before
        marks = [_mark(sentence, hit, before, table) for hit in hits]
        heard = ((sentence, hits), *before.heard[: _LOOK_BACK - 1])
        return tuple(marks), _after(sentence, hits, before, table, heard)
    last = min(last, first + _MOST_QUOTATIONS)
    inside = [_tokens(sentence, q.start, q.end) for q in quoted[first:last]]
    hits = cues.read(sentence, table, [span for span in inside if span[1] - span[0] > _SCRAP])
    marks = [_mark(sentence, hit, before, table) for hit in hits]
    speaker = before
    for number, (a, b) in enumerate(inside, first):
        if b - a < 2 or any(x < b and a < y for mark in marks for x, y in mark.content):
            continue
        voice = _voice(sentence, quoted, number, lexicon, speaker)
        if voice is not None:
            marks.append(AttributionMark(voice, None, None, ((a, b),), continuing=True))
            speaker = attrs.evolve(speaker, quoted=quoted[number], voice=voice)
        else:
            marks.extend(_mark(sentence, hit, before, table) for hit in cues.read(sentence, table, (), (a, b)))
    return tuple(marks), _after(sentence, hits, speaker, table, speaker.heard)


def sought(lexicon: Lexicon) -> frozenset[str]:
    """Return the words that are looked for in a sentence before it is read."""
    return vocabulary(lexicon).starts


def credit(mark_range: tuple[int, int], marks: Sequence[AttributionMark]) -> Attribution | None:
    """Return the attribution whose content holds the tokens of a figure."""
    first, last = mark_range
    for mark in marks:
        for a, b in mark.content:
            if a <= first and last <= b:
                return mark.attribution
    return None


def _label(sentence: Sentence) -> AttributionMark | None:
    """Credit a line of a transcript to the speaker that it names."""
    document = sentence.document
    line = document.rfind("\n", max(0, sentence.start - _LONGEST_LINE), sentence.start) + 1
    if line == 0 and sentence.start > _LONGEST_LINE:
        return None
    colon = document.find(":", line, line + _LABEL_WIDTH)
    if colon < 0 or not document[line:colon].rstrip(")").isupper():
        return None
    labels = quotation.labels(document)
    for first, last in labels[bisect_left(labels, (line, 0)) :][:1]:
        if first < colon:
            start = bisect_left(sentence.starts, colon)
            said = document[first:last]
            attribution = Attribution(said, Span(first, last), ":", Span(colon, colon + 1))
            return AttributionMark(attribution, None, None, ((start, len(sentence)),), continuing=start == 0)
    return None


def _tokens(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """Return the tokens of a sentence that stand between two offsets."""
    return bisect_right(sentence.ends, start), bisect_left(sentence.starts, end)


def _mark(sentence: Sentence, hit: Hit, speaker: Speaker, table: Words) -> AttributionMark:
    def made() -> Attribution:
        return _attribution(sentence, hit, speaker, table)

    return AttributionMark(made, hit.source, hit.cue, tuple(hit.content))


def _attribution(sentence: Sentence, hit: Hit, speaker: Speaker, table: Words) -> Attribution:
    return Attribution(
        source=_resolved(sentence, *hit.named, speaker, table),
        span=sentence.span(*hit.source),
        cue=sentence.said(*hit.cue),
        cue_span=sentence.span(*hit.cue),
        chain=tuple([sentence.said(*link) for link in hit.chain]) if hit.chain else (),
        stance=_STANCES[hit.row.stance],
    )


# -- who "he" is


def _resolved(sentence: Sentence, first: int, last: int, speaker: Speaker, table: Words) -> str:
    """Return the name behind a pronoun or a short form where an earlier source gives one, else the words."""
    said = sentence.said(first, last)
    words = sentence.lowers[first:last]
    if len(words) == 1 and words[0] in table.personal:
        for name in chain(_sources_before(sentence, speaker, table), speaker.named):
            if _may_be(words[0], name, table):
                return name
        return said
    if len(words) == 2 and words[0] == "the":
        # A chain, so that the sentences before are read only where no name that is carried on fits.
        earlier: Iterable[str] = chain(speaker.named, _sources_before(sentence, speaker, table, words[1]))
    elif len(words) == 1 or (len(words) <= 3 and words[0] in table.title):
        earlier = speaker.named
    else:
        return said
    for name in earlier:
        parts = name.lower().split()
        if words[-1] in parts and len(parts) > len(words):
            return name
    return said


def _sources_before(sentence: Sentence, speaker: Speaker, table: Words, word: str = "") -> Iterator[str]:
    """Yield the sources named in the sentences before, nearest first, reading each only when it is asked for.

    Where one with a certain word is sought, sentences without it are not read.
    """
    document = sentence.document
    for index in range(speaker.index - 1, max(-1, speaker.index - 1 - _LOOK_BACK), -1):
        if index >= len(speaker.bounds):
            return
        start, end = speaker.bounds[index]
        if word and word not in document[start:end].lower():
            continue
        for earlier, hits in speaker.heard:
            if earlier.start == start:
                yield from _named_by(earlier, hits, table)
                break
        else:
            yield from _named_in(document, start, end, table)


@functools.lru_cache(maxsize=16)
def _named_in(document: str, start: int, end: int, table: Words) -> tuple[str, ...]:
    """Return the sources named in a sentence, the last first, else what opens it; the sentences behind ask for it."""
    earlier = Sentence(document, start, end)
    hits = cues.read(earlier, table)
    if hits:
        return _named_by(earlier, hits, table)
    subject = cues.subject(earlier, table)
    return () if subject is None else (earlier.said(*subject),)


def _named_by(sentence: Sentence, hits: Sequence[Hit], table: Words) -> tuple[str, ...]:
    """Return the sources of the cues of a sentence, the last first, pronouns left out."""
    named = [hit.named for hit in reversed(hits)]
    return tuple([sentence.said(a, b) for a, b in named if b - a > 1 or sentence.lowers[a] not in table.pronoun])


def _may_be(pronoun: str, name: str, table: Words) -> bool:
    """Say whether a pronoun may stand for a source: "he" for no ministry, "it" for no Mr Smith."""
    parts = name.replace(".", "").split()
    words = [part.lower() for part in parts]
    body = not table.body.isdisjoint(words) or not table.measuring.isdisjoint(words)
    person = words[0] in table.title or not table.person.isdisjoint(words)
    described = words[0] in table.determiner
    if pronoun in {"he", "she"}:
        return person or (not body and not described and all(part[0].isupper() for part in parts))
    if pronoun == "it":
        return not person and (body or described or len(words) < 2 or name.isupper())
    return not words[0].startswith("mr")


def _after(
    sentence: Sentence,
    hits: Sequence[Hit],
    speaker: Speaker,
    table: Words,
    heard: tuple[tuple[Sentence, list[Hit]], ...],
) -> Speaker:
    """Return the speaker to go on with: the sources just named before those of earlier sentences."""
    lowers, pronoun = sentence.lowers, table.pronoun
    names = [sentence.said(*hit.named) for hit in reversed(hits) if lowers[hit.named[0]] not in pronoun]
    if names:
        kept = [name for name in speaker.named if name not in names]
        named = tuple([*names, *kept][:_REMEMBERED])
    else:
        named = speaker.named
    return Speaker(named, speaker.quoted, speaker.voice, speaker.bounds, speaker.index, heard)


# -- quotations


def _voice(
    sentence: Sentence, quoted: tuple[Quotation, ...], number: int, lexicon: Lexicon, speaker: Speaker
) -> Attribution | None:
    """Return who speaks a quotation whose cue stands outside the sentence."""
    if speaker.quoted is not None and speaker.quoted == quoted[number]:
        return speaker.voice
    for k in range(number, max(-1, number - _LOOK_BACK), -1):
        if k < number and quoted[k + 1].start - quoted[k].end > _WINDOW:
            return None
        found = _voice_beside(sentence.document, quoted[k], lexicon, speaker)
        if found is not None:
            return found
    return None


def _voice_beside(document: str, quote: Quotation, lexicon: Lexicon, speaker: Speaker) -> Attribution | None:
    """Return the speaker named behind the closing mark, else before the opening mark."""
    table = vocabulary(lexicon)
    end = document.find("\n", quote.end, quote.end + _WINDOW)
    end = min(len(document), quote.end + _WINDOW) if end < 0 else end
    start = max(quote.start, quote.end - 30)
    for a, b in bounds(document[start:end], end_words(lexicon)):
        if start + b > quote.end > start + a:
            sentence = Sentence(document, start + a, start + b)
            for hit in cues.read(sentence, table):
                if sentence.starts[hit.cue[0]] >= quote.end - 1:
                    return _attribution(sentence, hit, speaker, table)
    return _voice_before(document, quote, lexicon, speaker)


def _voice_before(document: str, quote: Quotation, lexicon: Lexicon, speaker: Speaker) -> Attribution | None:
    """Return the last speaker of the paragraph before a quotation, or of the line before that introduces it."""
    table = vocabulary(lexicon)
    end = quote.start
    start = _paragraph(document, end)
    if not document[start:end].strip():
        end = start - _trailing_space(document, start)
        if document[end - 1 : end] != ":":
            return None
        start = _paragraph(document, end)
    introduced = document[start:end].rstrip()[-1:] == ":"
    for a, b in reversed(list(bounds(document[start:end], end_words(lexicon)))):
        sentence = Sentence(document, start + a, start + b)
        hits = cues.read(sentence, table)
        if hits:
            return _attribution(sentence, hits[-1], speaker, table)
        if introduced:
            subject = cues.subject(sentence, table)
            return Attribution(sentence.said(*subject), sentence.span(*subject)) if subject else None
    return None


def _paragraph(document: str, end: int) -> int:
    """Return where the line before `end` begins, or where the window on it does."""
    start = max(0, end - _WINDOW)
    return max(start, document.rfind("\n", start, end) + 1)


def _trailing_space(document: str, end: int) -> int:
    before = document[max(0, end - _WINDOW) : end]
    return len(before) - len(before.rstrip())
