"""Digits that are part of something longer: codes, telephone numbers, scores, addresses of the web, list numbers.

Told by what touches the digits or stands beside them, before anybody asks what they count.
"""

from typing import Final, final

from .lexicon import Lexicon
from .notation import is_short_pair, is_whole_pair
from .numberword import NumeralMark
from .text import HYPHENS, Sentence

_DASHES: Final = HYPHENS | frozenset("\u2012\u2013\u2014\u2212")
_CURRENCY: Final = frozenset("$\u00a3\u20ac\u00a5\u20b9\u20a9\u20bd\u20aa\u20ba\u20b1\u0e3f")
#: What may touch a quantity in front: brackets, quotes, signs of comparison.
_OPENING: Final = _CURRENCY | frozenset("(\"'\u201c\u2018[~<>=\u2265\u2264+\u00b1\u2248*\u2026\u2014\u2013")
#: What stands beside the digits of a sequence, a score or a list number.
JOINING: Final = frozenset({"-", "/", "\u2013", "\u2212", ")", ".", "and", "to"})
_TAGS: Final = frozenset("#@_\u2116\\")
ORDINALS: Final = frozenset({"st", "nd", "rd", "th"})
_AREAS: Final = frozenset({"m", "km", "cm", "mm", "ft", "mi"})
_WEB: Final = frozenset({"@", "www", "_", "http", "https"})
#: Two ends of a range are not further apart than this many times.
_APART: Final = 100
#: How far before a price of a bet its odds are named.
_ODDS: Final = 16
#: What stands behind the price of a bet.
_BACKED: Final = frozenset({"favourite", "favourites", "favorite", "favorites", "outsider", "outsiders"})
#: What stands between the numbers of a sum.
_SUM: Final = frozenset("+=\u00d7")
#: How points of a game of tennis are told.
_TENNIS: Final = frozenset({0, 15, 30, 40})
_AHEAD: Final = frozenset({"up", "down", "ahead", "behind", "but"})
_CLASSES: Final = (
    "joined suffix",
    "currency letters",
    "score noun",
    "score verb",
    "score follower",
    "telephone",
    "toll verb",
    "quote unit",
    "tennis",
)
#: Behind degrees and minutes these tell which way they are counted; no degree is higher, and no minute.
_COMPASS: Final = frozenset(("n", "s", "e", "w", "north", "south", "east", "west"))
_TURN: Final = 180
_SIXTY: Final = 60


@final
class Place:
    """A numeral in its sentence, with the closed classes that the rules ask. Internal."""

    __slots__ = ("classes", "first", "following", "last", "lowers", "mark", "previous", "run", "sentence")

    def __init__(
        self, sentence: Sentence, mark: NumeralMark, classes: dict[str, frozenset[str]], run: list[int] | None = None
    ) -> None:
        self.sentence = sentence
        self.lowers = lowers = sentence.lowers
        self.mark = mark
        self.first = first = mark.first
        self.last = last = mark.last
        #: The tokens beside the numeral.
        self.previous = lowers[first - 1] if first else ""
        self.following = lowers[last] if last < len(lowers) else ""
        self.classes = classes
        #: The last run of touching tokens that was asked about, and the answer.
        self.run = [0, 0, 0] if run is None else run

    def low(self, at: int) -> str:
        """Return a token in lower case; nothing beyond the ends."""
        return self.lowers[at] if 0 <= at < len(self.lowers) else ""

    def says(self, at: int, name: str) -> bool:
        """Say whether a token belongs to a closed class."""
        return self.low(at) in self.classes[name]

    def joined(self, at: int) -> bool:
        """Say whether a token touches the one before it."""
        return 0 < at < len(self.lowers) and self.sentence.joined(at)


def classes(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    """Return the closed classes that the rules of this module ask."""
    return {name: lexicon.words(name) for name in _CLASSES}


def _is_stone(place: Place) -> bool:
    """Whether "st" is so many stone: "14st 6lb"; not "the 21st"."""
    number = place.lowers[place.first]
    return place.following == "st" and place.joined(place.last) and (number[-1] != "1" or number == "11")


def part_of(place: Place) -> str:
    """Return what the digits are a part of, or an empty string."""
    starts, ends, first, last = place.sentence.starts, place.sentence.ends, place.first, place.last
    before = first > 0 and starts[first] == ends[first - 1]
    behind = last < len(starts) and starts[last] == ends[last - 1]
    if before and _code_before(place):
        return "code"
    if behind and _code_after(place):
        return "code"
    if (before or behind) and _in_address(place):
        return "address"
    word = place.lowers[place.first]
    if place.previous.isdecimal() and place.previous[0] == "0" and len(place.previous) > 2 and word.isdecimal():
        return "sequence"  # "0845 7 404 404"
    if place.previous == "(" and place.following == ")" and _is_tie_break(place):
        return "score"
    if place.last == place.first + 1 and word.isdecimal():
        if word[0] == "0" and len(word) > 1 and not (before and _ends_quote(place)):
            return "code"
        previous, following = place.previous, place.following
        if not (previous in JOINING or following in JOINING or previous.isdecimal() or following.isdecimal()):
            return ""  # almost always: none of what follows is without one of these
        if _in_sequence(place):
            return "sequence"
        if _is_bearing(place):
            return "position"
        if place.first == 0 and behind and word and place.low(1) in (".", ")") and place.low(2) and not place.joined(2):
            return "list number"
        if following == ")" and _is_point(place):
            return "list number"
        if _score(place):
            return "score"
        if _is_clock_pair(place):
            return "clock"
    return ""


def _is_bearing(place: Place) -> bool:
    """Whether degrees and minutes tell where a ship is: "at 25 57 N., 75 06 W.", "in 40 12 north"."""
    first, end = place.first, place.last
    while place.low(first - 1).isdecimal() and place.first - first < 2:
        first -= 1
    while place.low(end).isdecimal() and end - place.last < 2:
        end += 1
    parts = place.lowers[first:end]
    if len(parts) == 1 or place.low(end) not in _COMPASS or max(map(len, parts)) > 3:
        return False
    return int(parts[0]) <= _TURN and max(map(int, parts[1:])) < _SIXTY


def _is_point(place: Place) -> bool:
    """Whether a bracket that nothing opened numbers what follows: "two aims: 1) to win, 2) to lose"."""
    first, last = place.first, place.last
    if len(place.low(first)) > 2 or not place.joined(last) or place.joined(last + 1) or "(" in place.lowers[:first]:
        return False
    return (not place.previous[:1].isalnum() or place.previous in ("and", "or")) and place.low(last + 1)[:1].isalpha()


def _code_before(place: Place) -> bool:
    """A letter, a hyphen behind a word, or "#", "@", "_" directly before: G7, COVID-19, #5, v2."""
    first = place.first
    previous = place.low(first - 1)
    behind = place.low(first - 2) if place.joined(first - 1) else ""
    if previous in _SUM:
        return behind.isdecimal()
    if previous in _OPENING:
        return False
    if previous[0].isalpha():
        if place.says(first - 1, "currency letters"):
            # PS is what is left of a pound sign in plain ASCII; but PS2 is a machine.
            word = place.low(first)
            return (
                previous == "ps"
                and len(word) == 1
                and not (place.joined(first + 1) and place.low(first + 1)[0].isalpha())
            )
        # "$US160" is money; "S23" and "A2" are names.
        return behind not in _CURRENCY
    if previous in _TAGS:
        return True
    if previous in _DASHES:
        if behind.isdecimal() and place.low(first - 3) in HYPHENS and place.joined(first - 2):
            return place.joined(first - 3) and place.low(first - 4)[:1].isalpha()  # "the PA-28-161"
        if not behind or not behind[0].isalpha():
            return False
        if place.low(place.last) == behind and place.joined(place.last) and place.low(first - 3)[:1].isdecimal():
            return not place.joined(first - 2)  # "5kg-8kg" says its unit twice
        if behind not in place.classes["joined suffix"]:
            return True
        # "M-14 rifles", but "$5m-10m"
        return len(behind) == 1 and not (place.joined(first - 2) and place.low(first - 3)[:1].isdecimal())
    if previous == "/" and _is_quote(place, first - 1):
        return False
    return previous in (":", "/", ".") and bool(behind) and behind[-1].isalnum()


def _code_after(place: Place) -> bool:
    """Ordinals and decades (22nd, 1990s), ratios (17:22), versions and codes that go on (2.1.7, 4G5)."""
    last = place.last
    following = place.low(last)
    if (following in ORDINALS and not _is_stone(place)) or (following == "s" and place.mark.form == "digits"):
        return True
    if following == "'s" and place.mark.form == "digits":
        return place.low(last - 1).isdecimal()  # the 30's; the 7610's keys
    if following == "d" and place.sentence.words[last] == "D":
        return True  # 2D
    if not place.joined(last + 1):
        return False
    beyond = place.low(last + 1)
    if following in HYPHENS and len(beyond) == 1 and beyond.isalpha() and place.low(last - 1).isdecimal():
        # "a 10-K form"
        return place.sentence.words[last + 1].isupper() and not place.joined(last + 2)
    if following in (":", "_", "@", "."):
        return beyond[0].isalnum()
    if following in _SUM:
        return beyond.isdecimal()
    if following == "/":
        return beyond[0].isdecimal() and not _is_quote(place, last)
    if following in _AREAS and beyond in ("2", "3"):
        return False  # 120m2 is an area
    return following[0].isalpha() and beyond[0].isdecimal()


def _is_quote(place: Place, slash: int) -> bool:
    """Whether a slash stands between bid and offer: 42.10/42.25, 2.4715/25, 18,000/22,000."""
    if place.low(slash - 2) == "/" or (place.low(slash + 2) == "/" and place.joined(slash + 2)):
        return False
    a, b = place.low(slash - 1), place.low(slash + 1)
    if "," in a:
        return "," in b and len(a) <= len(b) and (len(a) < len(b) or a < b)
    if a.isdecimal():
        return is_whole_pair(a, b) and place.says(slash + 2, "quote unit")
    return is_short_pair(a, b) or (
        "." in a and "." in b and len(a) - a.find(".") == len(b) - b.find(".") and a < b and len(a) == len(b)
    )


def _ends_quote(place: Place) -> bool:
    return place.low(place.first - 1) == "/" and _is_quote(place, place.first - 1)


def _in_address(place: Place) -> bool:
    """Whether the numeral stands inside a web or mail address, a handle or a tag; asked once of each run of tokens."""
    first, last, verdict = place.run
    if not first <= place.first < last:
        first, last = place.first, place.last
        while place.joined(first):
            first -= 1
        while place.joined(last):
            last += 1
        chunk = place.lowers[first:last]
        verdict = not _WEB.isdisjoint(chunk) or (
            "/" in chunk and ("=" in chunk or "com" in chunk or chunk.count("/") > 2)
        )
        place.run[:] = first, last, verdict
    return bool(verdict)


def _in_sequence(place: Place) -> bool:
    """Three digit groups in a row, joined by dashes, slashes or spaces, or two that make a telephone or case number."""
    first = place.first
    if place.following.isalpha() and place.previous.isdecimal() and _is_pair(place, first - 3):
        return False  # "won 27-15 12 days ago"
    ahead, back = _groups(place, first, 1), _groups(place, first, -1)
    if ahead + back >= 2:
        return True
    if not ahead + back:
        return False
    other = first + (1 if ahead else -1)
    left, right = (first, other) if ahead else (other, first)
    if place.low(other).isdecimal():
        return len(place.low(first)) >= 3
    left, right = (first, first + 2) if ahead else (first - 2, first)
    return _is_number_of_something(place, left, right)


def _groups(place: Place, at: int, step: int) -> int:
    """Count the digit groups beyond a token in one direction, up to two."""
    count = 0
    while count < 2:
        low = place.low(at + step)
        if low in ("-", "/", "\u2013") and place.low(at + 2 * step).isdecimal() and _touch(place, at, at + 2 * step):
            at += 2 * step
        elif low == (")" if step > 0 else "(") and place.low(at + 2 * step).isdecimal() and step > 0:
            at += 2 * step  # (212) 555-0187
        elif low == ")" and step < 0 and place.low(at - 2).isdecimal() and place.low(at - 3) == "(":
            at -= 2
        elif low.isdecimal() and len(low) > 1 and not _is_column(place, max(at, at + step)):
            at += step
        else:
            break
        count += 1
    return count


def _is_column(place: Place, at: int) -> bool:
    """Whether a token stands in another column than the one before it."""
    gap: int = place.sentence.starts[at] - place.sentence.ends[at - 1]
    return gap > 1


def _touch(place: Place, one: int, other: int) -> bool:
    low, high = min(one, other), max(one, other)
    return place.joined(low + 1) and place.joined(high)


def _is_number_of_something(place: Place, left: int, right: int) -> bool:
    """555-0134, 18-2044: two groups of digits that no range would have."""
    a, b = place.low(left), place.low(right)
    if place.low(left + 1) == "/":
        return False
    if b[0] == "0" or int(b) > _APART * max(1, int(a)):
        return True
    return len(a) == 3 and len(b) == 4 and any(place.says(left - step, "telephone") for step in (1, 2, 3))


def _is_clock_pair(place: Place) -> bool:
    """Between 2200 and 0700."""
    return len(place.low(place.first)) == 4 and any(
        place.low(at).isdecimal()
        and len(place.low(at)) == 4
        and place.low(at)[0] == "0"
        and place.low(between) in ("and", "to", "-")
        for at, between in ((place.last + 1, place.last), (place.first - 2, place.first - 1))
    )


def _score(place: Place) -> bool:
    """3-2, 6-4, 50-50: whole numbers joined by a dash that no unit and no plural noun makes a range."""
    left = place.first
    if not _is_pair(place, left):
        left -= 2
        if not _is_pair(place, left):
            return False
    if place.joined(left) and place.low(left - 1) in _CURRENCY:
        return False
    if place.says(left - 1, "toll verb"):
        return False  # "killing 7-9"
    first, second = int(place.low(left)), int(place.low(left + 2))
    following = place.low(left + 3)
    if first in _TENNIS and second in _TENNIS and not place.classes["tennis"].isdisjoint(place.lowers):
        # "slipped to 15-40 and two break points down"; not "30-40 minutes"
        if not following[:1].isalpha() or place.says(left + 3, "score follower") or following in _AHEAD:
            return True
    if place.says(left + 3, "score noun") or first >= second:
        return following != "%" and not following.startswith("percent")
    if following in _CURRENCY or not following or not (following[0].isalpha() or following in ("%", "-", "\u00b0")):
        # "beat them 1-2." names no unit; a range would.
        return second < 200
    return place.says(left + 3, "score follower") and any(place.says(at, "score verb") for at in range(left - 6, left))


def _is_tie_break(place: Place) -> bool:
    """Whether a set stands before the score of its tie-break: "7-6 (8/6)"."""
    first = place.first
    return place.low(first + 1) in ("/", "-") and place.low(first - 2).isdecimal() and place.low(first - 3) in _DASHES


def is_odds(place: Place) -> bool:
    """Odds of 5/4, the 2/7 favourite."""
    first = place.first
    if place.low(first + 1) != "/":
        return False
    return place.following in _BACKED or "odds" in place.lowers[max(0, first - _ODDS) : first]


def _is_pair(place: Place, left: int) -> bool:
    """Whether two short whole numbers stand around one joined dash."""
    if left < 0 or place.low(left + 1) not in ("-", "\u2013", "\u2212"):
        return False
    a, b = place.low(left), place.low(left + 2)
    return (
        a.isdecimal() and b.isdecimal()
        and len(a) <= 3 >= len(b) and place.joined(left + 1) and place.joined(left + 2)
    )  # fmt: skip
