"""Which counts are of the event that a set of reports is about, and which of others that they recall or sum up.

"Two people were shot on Sunday. Forty were killed last year." tells of one event and of a year. Nothing is left out
unless something else stays that is told of the event itself.
"""

import datetime as dt
import re
from collections.abc import Sequence
from typing import Final

from .claim import Claim
from .scope import Scopes

#: So long before the event, what befell people is another story.
_LONG_AGO: Final = dt.timedelta(days=28)
#: What is dated to so many days is dated to the event, what is dated to more than the other is a sum over time.
_DAYS: Final = dt.timedelta(days=3)
_SPAN: Final = dt.timedelta(days=27)
_GUESSED: Final = dt.timedelta(days=180)
#: A report says in its first sentences of how many events it tells.
_OPENING: Final = 300
#: The event with which another one is compared, up to the figure.
_ACROSS: Final = re.compile(r"\b([a-z]+)s (?:[A-Z]\w+ )*(?:across|throughout|around) ")
_SINCE: Final = re.compile(r"\b(?:since|after)\b[^,;:]*(?:, (?:when|where|which|in which)\b[^,;:]*)?\Z")
#: How many words in front of "since", and of "after", say that it is compared.
_RANKED: Final = 12
#: How long a film lasts, in front of its title or behind it; no time of day.
_FILM: Final = re.compile(r"\A\d{1,2}:[0-5]\d [A-Z\d\"'](?![^.]*\b[ap]\.?m\b)|\| \d{1,2}:[0-5]\d\s*\Z")
_RANKED_AFTER: Final = 3
_WORD: Final = re.compile(r"[^\W\d_]+")


def own(documents: Sequence[Sequence[Claim]], scopes: Scopes) -> list[list[Claim]]:
    """Return the claims of each document without those of what befell people at other events."""
    grave = scopes.gravity
    harm = [[c for c in claims if scopes.canonical("measure", c.measure.id) in grave] for claims in documents]
    apart = {claim.id for claims in harm for claim in claims if _is_usual(claim, scopes) or _is_since(claim, scopes)}
    harm = [[claim for claim in claims if claim.id not in apart] for claims in harm]
    apart |= _captions(harm)
    harm = [[claim for claim in claims if claim.id not in apart] for claims in harm]
    apart |= _long_past(harm)
    apart |= _rounded_up(documents, [[c for c in claims if c.id not in apart] for claims in harm], scopes)
    return [[claim for claim in claims if claim.id not in apart] for claims in documents]


def _is_usual(claim: Claim, scopes: Scopes) -> bool:
    """Say whether a claim is of what happens over and over: "kill dozens of children each year"."""
    said = claim.passage.casefold()
    return any(phrase in said for phrase in scopes.words["habit"])


def _is_since(claim: Claim, scopes: Scopes) -> bool:
    """Say whether a figure stands where another event is compared or answered.

    "It was the worst fire since one that killed nine", "in retaliation for a raid that killed nine".
    """
    before = claim.passage[: claim.span.start - claim.sentence.start].casefold()
    ranked = _SINCE.search(before)
    if ranked is None:
        answered = scopes.words["answered"]
        return "that" in before and any(
            word in answered for word in _WORD.findall(before[: before.rindex("that")])[-_RANKED:]
        )
    reach = _RANKED if ranked[0].startswith("since") else _RANKED_AFTER
    words = _WORD.findall(before[: ranked.start()])[-reach:]
    return not scopes.words["ranked"].isdisjoint(words)


def _captions(documents: Sequence[Sequence[Claim]]) -> set[str]:
    """Return the ids of what titles of films tell that stand beside a report: "1:27 Two killed in crash"."""
    claims = [claim for document in documents for claim in document]
    found = {claim.id for claim in claims if _FILM.search(claim.passage)}
    return found if len(found) < len(claims) else set()


def _long_past(documents: Sequence[Sequence[Claim]]) -> set[str]:
    """Return the ids of what is dated long before the event, or to a month or a year of which it is no part.

    What a document tells first is dated to its own event, however long ago.
    """
    leads = {claim.id for document in documents for claim in document if claim.sentence == document[0].sentence}
    dated = [(claim, dates) for document in documents for claim in document if (dates := _dates(claim)) is not None]
    if not dated:
        return set()
    published = [_day(claim.published) for document in documents for claim in document if claim.published is not None]
    first = min(published, default=dt.date.max)
    days = [last for _, (start, last) in dated if last - start <= _DAYS and last <= first]
    event = max(days, default=None)
    found = set()
    for claim, (start, last) in dated:
        if claim.id in leads:
            continue
        # A month may hold the event, but what was counted over a month is a sum.
        is_long = last - start >= _SPAN and (
            last < (event or first) or (event is not None and claim.period is not None)
        )
        if is_long or (event is not None and last < event - _LONG_AGO):
            found.add(claim.id)
    return found


def _dates(claim: Claim) -> tuple[dt.date, dt.date] | None:
    """Return the days that a claim is dated to, where its words say so at both ends."""
    for time in (claim.as_of, claim.period):
        if time is None or time.assumed or time.ambiguous or time.first is None or time.last is None:
            continue
        first, last = _day(time.first), _day(time.last)
        if last == first and claim.published is not None and str(first.year) not in time.text:
            # Of a day without a year the year is a guess.
            if _day(claim.published) - last > _GUESSED:
                continue
        return first, last
    return None


def _day(date: dt.date) -> dt.date:
    return date.date() if isinstance(date, dt.datetime) else date


def _rounded_up(documents: Sequence[Sequence[Claim]], harm: Sequence[Sequence[Claim]], scopes: Scopes) -> set[str]:
    """Return the ids of what documents that open with several events tell, where another tells of one."""
    several = [_is_of_several(document, own, scopes) for document, own in zip(documents, harm, strict=True)]
    found = {claim.id for own, many in zip(harm, several, strict=True) if many for claim in own}
    return found if len(found) < sum([len(own) for own in harm]) else set()


def _is_of_several(document: Sequence[Claim], harm: Sequence[Claim], scopes: Scopes) -> bool:
    """Say whether a document opens with events apart: "hurt in weekend shootings", "killed in two separate raids"."""
    counted = {claim.sentence for claim in document if _is_count_of_events(claim, scopes)}
    return any(
        _is_gathered(claim, scopes) or (claim.sentence in counted and _has(claim.passage, scopes, "scattered"))
        for claim in harm
        if claim.span.start < _OPENING
    )


def _is_count_of_events(claim: Claim, scopes: Scopes) -> bool:
    return claim.quantity.best is not None and claim.quantity.best > 1 and scopes.is_event(claim.quantity.unit.name)


def _is_gathered(claim: Claim, scopes: Scopes) -> bool:
    """Say whether a claim is of all events of a time or a place: "Sunday shootings", "shootings across the city"."""
    if claim.event is None:
        return any(scopes.is_event(found[1]) for found in _ACROSS.finditer(claim.passage))
    name = claim.event.name
    last = name.casefold().split()[-1]
    if not last.endswith("s") or not scopes.is_event(last.removesuffix("s")):
        return False
    return _has(name, scopes, "gathered") or _has(claim.passage, scopes, "scattered", "spread")


def _has(text: str, scopes: Scopes, *classes: str) -> bool:
    words = frozenset(_WORD.findall(text.casefold()))
    return any(not words.isdisjoint(scopes.words[name]) for name in classes)
