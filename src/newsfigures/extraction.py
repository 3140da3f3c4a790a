"""The street itself: from a text to its claims. Calls the readers in order and decides nothing."""

import datetime as dt
import functools
import re
from collections.abc import Iterator
from decimal import localcontext
from hashlib import blake2b

from . import datemark, quantity, text
from .asof import day
from .claim import Claim, Claims, Source
from .interval import CONTEXT
from .lexicon import Lexicon, load
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
    origin = _source(source)
    tables = load("en") if lexicon is None else lexicon
    key = _key(article, origin, when)
    claims: list[Claim] = []
    with localcontext(CONTEXT):
        for sentence in _sentences(article, tables):
            dates = datemark.find_marks(sentence, tables)
            spoken = [(mark.first, mark.last) for mark in dates if not mark.duration]
            marks = quantity.find(sentence, tables, reading=reading, dates=spoken, home_currency=home_currency)
            claims.extend(_claim(sentence, mark, key, origin, when) for mark in marks)
    return Claims(claims)


def _sentences(article: str, lexicon: Lexicon) -> Iterator[Sentence]:
    """Yield the sentences worth reading: those with a digit or a number word."""
    abbreviations = _abbreviations(lexicon)
    words = triggers(lexicon)
    for index, (start, end) in enumerate(text.bounds(article, abbreviations)):
        if _DIGIT.search(article, start, end) or not words.isdisjoint(_WORD.findall(article[start:end].lower())):
            yield Sentence(article, start, end, index)


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


@functools.lru_cache(maxsize=8)
def _abbreviations(lexicon: Lexicon) -> frozenset[str]:
    return lexicon.words("abbreviation")


def _claim(sentence: Sentence, mark: Mark, key: str, source: Source, published: dt.date | None) -> Claim:
    span = mark.quantity.span
    return Claim(
        id=f"{key}:{span.start}-{span.end}",
        quantity=mark.quantity,
        span=span,
        sentence=text.Span(sentence.start, sentence.end),
        quote=mark.quantity.text,
        published=published,
        source=source,
        evidence=mark.quantity.evidence,
    )
