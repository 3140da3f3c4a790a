"""Digits that are a year although they stand as a number does: "the 2019 review", "coins from 1784"."""

import re
from typing import Final

from . import hedge, noun
from .lexicon import Lexicon
from .sequence import Place

#: Behind "from" and a year these go on; before anything else that is a word a number counts.
_BESIDE_YEAR: Final = frozenset({"is", "was", "were", "are", "has", "had", "and", "or", "in", "by", "on", "at", "with"})

#: Behind these a clause begins, and what is told.
_TOLD: Final = frozenset({"said", "says", "that", "reported", "reports"})
_THOUSANDS: Final = re.compile(r"(?<![\d,.])\d{1,3},\d{3}(?!\d)")


def is_year(place: Place, lexicon: Lexicon) -> bool:
    """Whether digits are most likely a year: "the 2019 review", "a law of 1867", "1100 A.D."."""
    first, last = place.first, place.last
    word = place.low(first)
    if last != first + 1 or len(word) > 4 or not word.isdecimal():
        return False
    if place.says(last, "era") or place.says(first - 1, "era"):
        return True
    if len(word) != 4:
        return False
    if "1900" <= word <= "2099":
        return True
    after = place.low(last + 1)
    if place.low(first - 1) in ("between", "from") and place.low(last) in ("and", "to") and len(after) == 4:
        return "1000" <= word < after <= "2099" and after.isdecimal()  # "between 1600 and 1900"
    if place.low(first - 1) == "from" and _is_origin(place):
        return True
    dated = first - 2 - (place.low(first - 2) == "back")
    if place.low(first - 1) in ("from", "to") and place.says(dated, "dating"):
        return word >= "1000"  # "a law dating back to 1311"
    is_opened = place.says(first - 1, "year opener") and not hedge.before(place.sentence, first, last, lexicon)
    return word >= "1000" and is_opened


def is_base(place: Place) -> bool:
    """Whether a year tells what is compared with: "below 1985 levels", "at 1970 prices"."""
    word = place.low(place.first)
    return _is_near(word) and place.says(place.last, "of a base year") and place.says(place.first - 1, "base opener")


def is_apart(place: Place, lexicon: Lexicon) -> bool:
    """Whether four digits before a plural are a year, since the text writes its thousands with a comma.

    "1983 shipments fell" beside "2,700 crates"; not "1983 people", "some 1983 crates" nor "sold 1983 crates".
    """
    word = place.low(place.first)
    if not _is_odd_year(word):
        return False
    before = place.low(place.first - 1)
    is_clause = not before[:1].isalnum() or before in _TOLD or (noun.is_stop(before, lexicon) and before != "of")
    if before not in _TOLD and (noun.is_verb(before, lexicon) or not is_clause):
        return False
    if place.following == "people" or hedge.before(place.sentence, place.first, place.last, lexicon):
        return False
    return _THOUSANDS.search(place.sentence.document) is not None


def _is_odd_year(word: str) -> bool:
    """Whether digits may be a year before a noun; not 1990, which is as likely a round count."""
    return _is_near(word) and word[3] != "0"


def _is_near(word: str) -> bool:
    """Whether digits may be a year of our time."""
    return len(word) == len("1985") and word.isdecimal() and "1900" <= word <= "2049"


def is_within(place: Place, lexicon: Lexicon) -> bool:
    """Whether a year stands within a noun phrase: "the 2003 elections", "this famous 1979 series"."""
    word = place.low(place.first)
    if not _is_odd_year(word):
        return False
    if place.says(place.first - 1, "year opener") and not hedge.before(
        place.sentence, place.first, place.last, lexicon
    ):
        return True
    determiners = noun.determiners(lexicon)
    for at in range(place.first - 1, max(-1, place.first - 4), -1):
        low = place.low(at)
        if low in determiners or low == "'s" or (low == "'" and place.joined(at)):
            return True
        if not low[:1].isalpha() or noun.is_stop(low, lexicon):
            return False
    return False


def _is_origin(place: Place) -> bool:
    """Whether "from 1741" tells how old a thing is: nothing moves to or from a number, and nothing is counted."""
    first, word = place.first, place.low(place.first)
    if not "1500" <= word <= "1899" or (place.following[:1].isalpha() and place.following not in _BESIDE_YEAR):
        return False
    if any(low[0].isdigit() and len(low) > 2 for low in place.lowers[max(0, first - 4) : first]):
        return False  # "at 1,640 from 1,655"; but "14 letters from 1784"
    return not any(low in ("rose", "fell", "up", "down") for low in place.lowers[max(0, first - 9) : first])
