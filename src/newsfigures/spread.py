"""Over how many events, days or places the words around a figure spread it.

"Ten people were killed in five separate raids", "over the past three days", "in clashes in Losk and Dorva": the figure
is that of all, and the count of one of them is anywhere up to it.
"""

import datetime as dt
import re
from collections.abc import Iterable
from typing import Final

from .claim import Claim
from .noun import is_plural, lemma
from .scope import Scopes

_WORD: Final = re.compile(r"[^\W\d_]+")
_NAME: Final = r"(?:\s[A-Z][\w'-]*)+"
#: "in Losk and Dorva districts", "at Losk, Dorva and Mirny".
_PLACES: Final = re.compile(rf"\b(?:in|at|near|across)((?:{_NAME},)*{_NAME}),?\sand{_NAME}(?:\s([a-z]+))?")
#: "from 11/5-15/5": two days of one month.
_DATES: Final = re.compile(r"\b(\d{1,2})/(\d{1,2})\s*(?:-|\u2013|to)\s*(\d{1,2})/\2\b")
#: How many words behind "separate" its noun may stand.
_BEHIND: Final = 3
_BEFORE: Final = 40
#: Several, of which nothing says how many: any share of the figure may be that of one.
_MANY: Final = 10**9
#: More days or places than this are no count of events.
_MOST: Final = 100
_ONE_DAY: Final = dt.timedelta(days=1)


def counted(claims: Iterable[Claim], scopes: Scopes) -> list[Claim]:
    """Return those claims that count separate events or places, or the days that something lasted."""
    return [claim for claim in claims if _is_spread(claim, scopes)]


def count(claim: Claim, others: Iterable[Claim], scopes: Scopes) -> int:
    """Return the number of days, places or events that a claim's figure is spread over; 1 is the rule.

    `others` are what `counted` found.
    """
    return max(_days(claim), _dates(claim.passage), _places(claim.passage, scopes), _told(claim, others, scopes))


def _days(claim: Claim) -> int:
    """Return how many days the period of a claim lasts."""
    period = claim.period
    if period is None or period.assumed or period.first is None or period.last is None:
        return 1
    first, last = (day.date() if isinstance(day, dt.datetime) else day for day in (period.first, period.last))
    return max((last - first) // _ONE_DAY, 1)


def _dates(passage: str) -> int:
    found = _DATES.search(passage) if "/" in passage else None
    return max(int(found[3]) - int(found[1]) + 1, 1) if found else 1


def _places(passage: str, scopes: Scopes) -> int:
    """Count places that a sentence joins, if it calls them several ("districts") or several things happened there."""
    if " and " not in passage:
        return 1
    for found in _PLACES.finditer(passage):
        noun = found[2] or ""
        if (is_plural(noun) and lemma(noun) in scopes.words["site"]) or _happened(passage, scopes):
            return found[1].count(",") + 2
    return 1


def _happened(passage: str, scopes: Scopes) -> bool:
    """Say whether a sentence speaks of events in the plural: "clashes", "attacks"."""
    words = _WORD.findall(passage.casefold())
    return any((is_plural(word) and scopes.is_event(lemma(word))) or word in scopes.words["unrest"] for word in words)


def _told(claim: Claim, others: Iterable[Claim], scopes: Scopes) -> int:
    """Return how many separate events, places or days are told of in the sentence of a figure or in the one before."""
    most = 1
    start = claim.sentence.start
    for other in others:
        here = other.sentence == claim.sentence and other.passage == claim.passage
        before = 0 < start - other.sentence.start <= len(other.passage) + 2 and other.quantity.unit.name != "day"
        if (here or before) and other.source == claim.source and other.quantity.best is not None:
            most = max(most, int(other.quantity.best))
    return _MANY if most == 1 and _separate(claim.passage, scopes) else most


def _is_spread(claim: Claim, scopes: Scopes) -> bool:
    unit, best = claim.quantity.unit, claim.quantity.best
    if best is None or not 1 < best < _MOST:
        return False
    if unit.name == "day":
        return _lasting(claim, scopes)
    return not scopes.words["separate"].isdisjoint(unit.modifiers) and _is_several(unit.name, scopes)


def _is_several(noun: str, scopes: Scopes) -> bool:
    return noun in scopes.words["site"] or scopes.is_event(noun)


def _separate(passage: str, scopes: Scopes) -> bool:
    """Say whether a sentence tells of "separate incidents", "two different villages" or "consecutive days"."""
    words = _WORD.findall(passage.casefold())
    for at, word in enumerate(words):
        if word in scopes.words["separate"] and any(
            is_plural(noun) and _is_several(lemma(noun), scopes) for noun in words[at + 1 : at + 1 + _BEHIND]
        ):
            return True
    return False


def _lasting(claim: Claim, scopes: Scopes) -> bool:
    """Say whether a number of days is how long something lasted ("over two days"), and not how long ago it was."""
    start = claim.span.start - claim.sentence.start
    before = _WORD.findall(claim.passage[max(start - _BEFORE, 0) : start].casefold())[-3:]
    behind = _WORD.findall(claim.passage[claim.span.end - claim.sentence.start :].casefold()[:_BEFORE])[:1]
    during = scopes.words["lasting"].intersection([*before, *_WORD.findall(claim.quote.casefold())])
    return bool(during) and scopes.words["distance"].isdisjoint(behind)
