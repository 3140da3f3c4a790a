"""The street itself: from a text to its claims. Calls the readers in order and decides nothing."""

import datetime as dt
import functools
import re
from collections.abc import Iterator
from decimal import localcontext
from hashlib import blake2b

import attrs

from . import asof, attribution, clause, datemark, hedge, link, measure, money, place, quantity, text, trend
from .asof import AsOf, day
from .claim import Claim, Claims, Source
from .interval import CONTEXT
from .lexicon import Lexicon, end_words, load
from .numeral import triggers
from .quantity import Mark
from .reading import NEWS, Reading
from .text import Sentence

_DIGIT = re.compile(r"\d|[\u00bc-\u00be\u2150-\u215e]")
_WORD = re.compile(r"[A-Za-z]+")


def extract(  # noqa: PLR0913  (each is a fact about the text that only the caller knows)
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
    if not isinstance(article, str):
        msg = f"text must be a str, got {type(article).__name__}"
        raise TypeError(msg)
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
    with localcontext(CONTEXT):
        for sentence in _sentences(article, bounds, tables):
            dates = datemark.find_marks(sentence, tables)
            spoken = [(mark.first, mark.last) for mark in dates if not mark.duration]
            marks = quantity.find(sentence, tables, reading=reading, dates=spoken, home_currency=home_currency)
            marks = _in_order(marks, measure.implied(sentence, marks, tables))
            if not marks:
                continue
            times = asof.find(sentence, when, tables, date_order=order, before=said, marks=dates)
            said += times
            speaker = attribution.speaker_before(article, bounds, sentence.index, tables, speaker)
            sources, speaker = attribution.find(sentence, tables, speaker)
            context = attrs.evolve(context, index=sentence.index)
            linked = link.find(
                sentence, marks, tables, measures=measure.find(sentence, marks, tables),
                trends=trend.find(sentence, marks, tables), dates=times, sources=sources,
                scopes=place.find(sentence, tables), context=context,
            )  # fmt: skip
            context = link.after(context, linked)
            ids = tuple(f"{key}:{mark.quantity.span.start}-{mark.quantity.span.end}" for mark in marks)
            claims.extend(_claim(sentence, at, marks, linked, ids, origin, when) for at in range(len(marks)))
    return Claims(claims)


def _in_order(marks: tuple[Mark, ...], implied: tuple[Mark, ...]) -> tuple[Mark, ...]:
    return tuple(sorted((*marks, *implied), key=_position)) if implied else marks


def _position(mark: Mark) -> int:
    return mark.first


def _sentences(article: str, bounds: tuple[tuple[int, int], ...], lexicon: Lexicon) -> Iterator[Sentence]:
    """Yield the sentences worth reading: with a digit, a number word, a hedged "a", or a verb that people suffer."""
    words = _triggers(lexicon)
    one = hedge.before_article(lexicon)
    for index, (start, end) in enumerate(bounds):
        if (
            _DIGIT.search(article, start, end)
            or not words.isdisjoint(_WORD.findall(article[start:end].lower()))
            or one.search(article, start, end)
        ):
            yield Sentence(article, start, end, index)


@functools.lru_cache(maxsize=8)
def _triggers(lexicon: Lexicon) -> frozenset[str]:
    return triggers(lexicon) | clause.cue_words(lexicon)


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


def _claim(
    sentence: Sentence,
    at: int,
    marks: tuple[Mark, ...],
    linked: tuple[link.Linked, ...],
    ids: tuple[str, ...],
    source: Source,
    published: dt.date | None,
) -> Claim:
    amount, known = marks[at].quantity, linked[at]
    return Claim(
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
        part_of=tuple(ids[other] for other in known.part_of),
        replaces=tuple(ids[other] for other in known.replaces),
        related=tuple(ids[other] for other in known.related),
        span=amount.span,
        sentence=text.Span(sentence.start, sentence.end),
        quote=amount.text,
        published=published,
        source=source,
        evidence=(*amount.evidence, *known.evidence),
        passage=sentence.document[sentence.start : sentence.end],
    )
