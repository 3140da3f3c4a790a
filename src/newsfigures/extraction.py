"""The street itself: from a text to its claims. Calls the readers in order and decides nothing."""

import datetime as dt
import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import localcontext
from hashlib import blake2b
from itertools import islice
from typing import Final, NamedTuple

from . import (
    asof,
    attribution,
    clause,
    datemark,
    hedge,
    ledger,
    link,
    measure,
    money,
    place,
    quantity,
    rate,
    recall,
    status,
    text,
    trend,
)
from .asof import AsOf, day
from .claim import Claim, Claims, Source
from .draft import draft
from .implication import LIVES
from .interval import CONTEXT
from .lexicon import Lexicon, end_words, load
from .numberword import words
from .numeral import triggers
from .quantity import Mark, Quantity
from .reading import NEWS, Reading
from .text import Sentence

_Draft: Final = draft(Claim)
#: A digit or a fraction beyond ASCII; led by a plain class, because only so does the search skip fast.
_FAR_DIGIT = re.compile(r"[^\x00-\x7f](?:(?<=\d)|(?<=[\u00bc-\u00be\u2150-\u215e]))")
#: How many amounts back a pronoun may point.
_RECENT = 8
_ONE = re.compile(rb" an? ")
#: What a text is reduced to for the look at each sentence: small letters, a zero for any digit, space for the rest.
_REDUCED = bytes(
    at if 97 <= at <= 122 else at + 32 if 65 <= at <= 90 else 48 if 48 <= at <= 57 else 32 for at in range(128)
).ljust(256)


def extract(
    article: str,
    *,
    published: dt.date | str | None = None,
    source: Source | str | None = None,
    lexicon: Lexicon | None = None,
    reading: Reading = NEWS,
    home_currency: str | None = None,
    date_order: str | None = None,
) -> Claims:
    """Read every figure of a text as a claim, in text order.

    `published` (a date, a datetime or an ISO string) anchors relative dates; `source` is the outlet's name or a
    `Source`; `home_currency` (ISO 4217) settles a bare "$"; `date_order` ("DMY", "MDY") settles 03/04/2024. No text
    raises; a wrong argument does, at once.

    >>> [str(c.quantity.entailed) for c in extract("More than 11,000 troops came; about 20 fell ill.")]
    ['(11000, +inf)', '[10, 40]']
    """
    _check(article)
    when = day(published)
    order = asof.order(date_order)
    origin = _source(source)
    tables = load("en") if lexicon is None else lexicon
    money.check(home_currency, tables)
    key = _key(article, origin, when)
    claims: list[Claim] = []
    bounds = tuple(text.bounds(article, end_words(tables)))
    context = link.Context(article, bounds)
    said: list[AsOf] = []
    speaker = attribution.NOBODY
    earlier: list[Amounts] = []
    rows = ledger.Ledger(tables, home_currency)
    with localcontext(CONTEXT):
        sentences = _sentences(article, bounds, tables)
        while block := list(islice(sentences, clause.KEPT)):
            # Stage by stage, because the code and the tables of a stage then stay in the processor's cache.
            read = [_amounts(sentence, tables, reading, home_currency, rows) for sentence in block]
            read = list(_with_implied(read, earlier, tables))
            earlier = [*earlier, *read][-_RECENT:]
            measures = [measure.find(found.sentence, found.marks, tables) for found in read]
            trends = [trend.find(found.sentence, found.marks, tables) for found in read]
            scopes = [place.find(found.sentence, tables) for found in read]
            for at, (sentence, dates, marks) in enumerate(read):
                times: tuple[AsOf, ...] = ()
                if dates:
                    times = asof.find(sentence, when, tables, date_order=order, before=said, marks=dates)
                    said += times
                speaker = attribution.speaker_before(article, bounds, sentence.index, tables, speaker)
                sources, speaker = attribution.find(sentence, tables, speaker)
                context = link.Context(article, bounds, sentence.index, context.subjects)
                linked = link.find(
                    sentence, marks, tables, measures=measures[at], trends=trends[at], dates=times, sources=sources,
                    scopes=scopes[at], context=context,
                )  # fmt: skip
                context = link.after(context, linked)
                claims += _claims(sentence, marks, linked, key, origin, when)
    return Claims(claims)


def quantities(
    article: str, *, lexicon: Lexicon | None = None, reading: Reading = NEWS, home_currency: str | None = None
) -> tuple[Quantity, ...]:
    """Read every quantity that a text states, in text order: value, bounds and unit, and nothing that links them.

    For who needs amounts alone: it spares what `extract` does for subjects, dates and speakers. The claims of `extract`
    hold the same quantities, and besides them counts that no numeral says ("a soldier was killed"). The arguments are
    those of `extract`.

    >>> [(str(amount.entailed), amount.unit.name) for amount in quantities("Over 40 homes burned for 2.5 hours.")]
    [('(40, +inf)', 'home'), ('[2.45, 2.55)', 'hour')]
    """
    _check(article)
    tables = load("en") if lexicon is None else lexicon
    money.check(home_currency, tables)
    found: list[Amounts] = []
    rows = ledger.Ledger(tables, home_currency)
    with localcontext(CONTEXT):
        for sentence in _sentences(article, tuple(text.bounds(article, end_words(tables))), tables):
            read = _amounts(sentence, tables, reading, home_currency, rows)
            marks = recall.find(sentence, read.marks, found[-_RECENT:], tables)
            if marks:
                found.append(read._replace(marks=marks))
    return tuple([mark.quantity for amounts in found for mark in amounts.marks])


def _check(article: str) -> None:
    if not isinstance(article, str):
        msg = f"text must be a str, got {type(article).__name__}"
        raise TypeError(msg)


class Amounts(NamedTuple):
    """The quantities of one sentence, with the dates in it."""

    sentence: Sentence
    dates: list[datemark.Mark]
    marks: tuple[Mark, ...]


@functools.lru_cache(maxsize=8)
def _starts(lexicon: Lexicon) -> frozenset[str]:
    """Return the words at which a date or a number may start."""
    return datemark.starts(lexicon) | words(lexicon).all


def _amounts(
    sentence: Sentence, lexicon: Lexicon, reading: Reading, home_currency: str | None, rows: ledger.Ledger
) -> Amounts:
    spots = None
    if sentence.document.isascii() or sentence.text.isascii():
        # One look for all at which tokens a date or a number may start. Digits sort between "0" and ":", words behind,
        # which is asked first; beyond ASCII there are others, for which everybody looks alone.
        starts = _starts(lexicon)
        spots = [at for at, low in enumerate(sentence.lowers) if low in starts or ":" > low >= "0"]
    dates = datemark.find_marks(sentence, lexicon, spots)
    spoken = [day for mark in dates if (day := mark.day) is not None] if dates else ()
    marks = quantity.find(
        sentence, lexicon, reading=reading, dates=spoken, home_currency=home_currency, spots=spots, rows=rows
    )
    return Amounts(sentence, dates, marks)


def _with_implied(read: list[Amounts], earlier: list[Amounts], lexicon: Lexicon) -> Iterator[Amounts]:
    """Add the counts that are said with "a" or "an" alone, and leave out sentences without any amount."""
    before = earlier.copy()
    for found in read:
        sentence, dates, stated = found
        marks = recall.find(sentence, stated, before, lexicon)
        counted = _counted(before, sentence.index)
        marks = _in_order(marks, measure.implied(sentence, marks, lexicon, counted))
        if marks:
            every = found if marks is stated else Amounts(sentence, dates, marks)
            before.append(every)
            yield every


def _counted(earlier: list[Amounts], index: int) -> Iterator[measure.Counted]:
    """Yield the people counted in the two sentences before, latest first; hardly any sentence asks for them."""
    near = (known for known in reversed(earlier) if known.sentence.index >= index - 2)
    for amount in islice((mark.quantity for known in near for mark in reversed(known.marks)), _RECENT):
        if amount.unit.family == "person" and amount.best is not None:
            yield amount.unit.name, amount.best


def _in_order(marks: tuple[Mark, ...], implied: tuple[Mark, ...]) -> tuple[Mark, ...]:
    if not implied:
        return marks
    # "A third" person is no share.
    taken = {(mark.first, mark.last) for mark in implied}
    kept = (mark for mark in marks if (mark.first, mark.last) not in taken)
    return tuple(sorted((*kept, *implied), key=_position))


def _position(mark: Mark) -> int:
    return mark.first


def _sentences(article: str, bounds: tuple[tuple[int, int], ...], lexicon: Lexicon) -> Iterator[Sentence]:
    """Yield the sentences worth reading: with a digit, a number word, a hedged "a", or a verb that people suffer."""
    words, hedges = _triggers(lexicon)
    known = sought(lexicon)
    one = hedge.before_article(lexicon)
    # Bytes are reduced, cut and split several times as fast as a regular expression finds words, at the same offsets.
    reduced = article.encode("ascii", "replace").translate(_REDUCED)
    rare = None if article.isascii() else _FAR_DIGIT.search(article)
    for index, (start, end) in enumerate(bounds):
        part = reduced[start:end]
        if b"0" not in part:
            said = part.split()
            if (
                words.isdisjoint(said)
                and (hedges.isdisjoint(said) or not _ONE.search(part) or one.search(article, start, end) is None)
                and (rare is None or _FAR_DIGIT.search(article, start, end) is None)
            ):
                continue
        sentence = Sentence(article, start, end, index)
        # A dozen readers ask first whether a word of theirs is there: of a few words instead of all.
        sentence.telling = known.intersection(sentence.lowers)
        yield sentence


@functools.lru_cache(maxsize=8)
def sought(lexicon: Lexicon) -> frozenset[str]:
    """Return the words that readers look for before they read a sentence."""
    return frozenset().union(
        *(module.sought(lexicon) for module in (ledger, rate, clause, attribution, status, measure, trend, place, link))
    )


@functools.lru_cache(maxsize=8)
def _triggers(lexicon: Lexicon) -> tuple[frozenset[bytes], frozenset[bytes]]:
    """Return the words that make a sentence worth reading, and those that do before "a"."""
    return _encoded(triggers(lexicon) | clause.cue_words(lexicon) | {LIVES}), _encoded(hedge.article_words(lexicon))


def _encoded(words: Iterable[str]) -> frozenset[bytes]:
    return frozenset(word.encode() for word in words if word.isascii() and word.isalpha())


def _source(source: Source | str | None) -> Source:
    if source is None:
        return Source()
    if isinstance(source, str):
        return Source(outlet=source)
    if isinstance(source, Source):
        return source
    msg = f"source must be a str or a Source, got {type(source).__name__}"
    raise TypeError(msg)


def _key(article: str, source: Source, published: dt.date | None) -> str:
    """Name the document: the same text from the same source is the same document, wherever it is read."""
    if source.document:
        return source.document
    named = "\x00".join((source.outlet, source.wire, source.url, published.isoformat() if published else "", article))
    return blake2b(named.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()


def _claims(
    sentence: Sentence,
    marks: Sequence[Mark],
    linked: Sequence[link.Linked],
    key: str,
    source: Source,
    when: dt.date | None,
) -> list[Claim]:
    """Put together what is known of each quantity of a sentence."""
    ids = [f"{key}:{mark.quantity.span.start}-{mark.quantity.span.end}" for mark in marks]
    here = (text.Span(sentence.start, sentence.end), sentence.text, source, when)
    return [
        _claim(mark.quantity, known, at, ids, here) for at, (mark, known) in enumerate(zip(marks, linked, strict=True))
    ]


def _claim(
    amount: Quantity,
    known: link.Linked,
    at: int,
    ids: Sequence[str],
    here: tuple[text.Span, str, Source, dt.date | None],
) -> Claim:
    span, passage, source, published = here
    return _Draft(
        id=ids[at],
        quantity=amount,
        measure=known.measure,
        subject=known.subject,
        place=known.place,
        event=known.event,
        as_of=known.as_of,
        period=known.period,
        trend=known.trend,
        attribution=known.attribution,
        status=known.status,
        preliminary=known.preliminary,
        implied=amount.best is not None and not amount.stated,
        part_of=_named(known.part_of, ids) if known.part_of else (),
        replaces=_named(known.replaces, ids) if known.replaces else (),
        related=_named(known.related, ids) if known.related else (),
        span=amount.span,
        sentence=span,
        quote=amount.text,
        published=published,
        source=source,
        evidence=(*amount.evidence, *known.evidence),
        passage=passage,
    )


def _named(others: tuple[int, ...], ids: Sequence[str]) -> tuple[str, ...]:
    return tuple([ids[other] for other in others])
