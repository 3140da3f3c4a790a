"""Guards: what a word that looks like a hedge does where it stands.

Words that look like comparators but are none ("sued over $2m", "talked about 40 issues") are told apart by guards, each
a small rule over the neighbouring words. A row of the table names its guard.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final, NamedTuple, final

from . import noun
from .lexicon import Lexicon
from .numberword import words
from .ontology import MONEY, RATIO, index
from .text import HYPHENS, Sentence

_CLASSES: Final = (
    "over guard", "about guard", "around guard", "some guard", "under guard", "up to rise", "up to motion",
    "up to level", "up to hard", "copula", "duration", "duration opener", "multiple", "person plural", "won over",
    "over stop", "under what", "about title", "near opener", "past opener", "up to get", "about degree",
    "about subject", "about part", "told one", "about amount", "over stage", "over record", "over done", "over be",
    "up to return", "close verb",
)  # fmt: skip
#: The lengths of races, as they are written.
_TRACKS: Final = frozenset({"60", "100", "110", "200", "400", "800", "1500", "3000", "5000", "10000", "10,000"})
_SIGNS: Final = frozenset("$\u00a3\u20ac")
#: Numbers that nobody rounds, where things are counted.
_FEW: Final = frozenset({"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"})
#: Behind metres these say how they are measured.
_UPWARD: Final = frozenset({"high", "tall", "deep", "long", "above", "below", "away", "wide", "up", "from", "of"})
#: A wider gap parts the columns of a table.
_COLUMN: Final = 2
#: Between the two ends of a range.
_ENDS: Final = frozenset(("to", "and", "-", "\u2013"))
#: Before "up to" these make the number what is brought, or what is spoken of: "bring in up to 40", "a fund of up to".
_PARTICLES: Final = frozenset(
    ("in", "out", "on", "aboard", "down", "together", "home", "of", "for", "with", "by", "at", "from", "to", "about")
)
#: Behind a number with its sign it tells how much more: "up to 20% higher".
_COMPARED: Final = frozenset(("higher", "more", "further", "lower", "faster", "above", "over", "beyond"))
#: So far before "up to" the verb may stand whose object it lifts.
_OBJECT: Final = 8
#: "Up to 40 pct in May from 35": what a number is set against stands so near behind it, in its clause.
_AGAINST: Final = 7
_CLAUSE: Final = frozenset({",", ";", "and", "but", "to"})
#: Before "a" these hedge no number: "within a week".
NO_ARTICLE: Final = frozenset(
    {"of", "to", "as", "in", "by", "some", "within", "inside", "next", "first", "perhaps", "maybe", "possibly"}
)
#: Nobody says more words of degree, or forms of "be", one after the other; it keeps the walk short in hostile text.
_STACK: Final = 4


@final
class Classes:
    """The closed classes that the guards ask. Internal."""

    __slots__ = ("lexicon", "openers", "units", "words")

    def __init__(self, lexicon: Lexicon, endings: frozenset[str]) -> None:
        self.lexicon = lexicon
        self.units = index(lexicon).words
        self.words = {name: lexicon.words(name) for name in _CLASSES}
        #: The last words of hedges that another hedge may follow: "more than perhaps 40".
        self.openers = endings - NO_ARTICLE


def starts_number(low: str, lexicon: Lexicon) -> bool:
    """Say whether a number begins with a word: a digit, a sign of money or a word of number."""
    return low[:1].isdecimal() or (low in "$£€" and bool(low)) or low in words(lexicon).role


class Place(NamedTuple):
    """Where a guarded hedge stands: from token `start`, before the number at `first` up to `last`. Internal."""

    classes: Classes
    sentence: Sentence
    start: int
    first: int
    last: int

    def previous(self, back: int = 1) -> str:
        """Return a token before the hedge."""
        return self.sentence.lowers[self.start - back] if self.start >= back else ""

    def following(self, on: int = 0) -> str:
        """Return a token behind the number."""
        at = self.last + on
        return self.sentence.lowers[at] if at < len(self.sentence) else ""

    def counts(self) -> bool:
        """Say whether the number counts or measures something: "people over 65 pay" tells of their age."""
        low = self.following()
        if not low or low in self.classes.units or low[0] in "%-":
            return bool(low)
        return low.isalpha() and noun.is_plural(self.sentence.words[self.last], self.classes.lexicon)

    def counts_any(self, name: str) -> bool:
        """Say whether one of the next words behind the number is of a class."""
        words = self.classes.words[name]
        return any(self.following(on) in words for on in range(3))

    def is_one(self) -> bool:
        """Say whether a single thing is counted: nobody says "over one band" of two."""
        if self.sentence.lowers[self.first] != "one" or self.last != self.first + 1:
            return False
        low = self.following()
        return low[:1].isalpha() and low not in self.classes.units

    def is_one_of(self) -> bool:
        """Say whether one of several is singled out: "a film around one of the heroes"."""
        return self.sentence.lowers[self.first] == "one" and self.last == self.first + 1 and self.following() == "of"

    def tells_of_people(self) -> bool:
        """Say whether the number counts people or is somebody's age: "two brothers", "18-year-old"."""
        low, words = self.following(), self.classes.lexicon
        return low in HYPHENS or noun.is_person(low, words)

    def counts_few(self) -> bool:
        """Say whether a few things are counted in words, of which nobody says "about": "one man", "three friends"."""
        first = self.sentence.lowers[self.first]
        if self.last - self.first != 1 or first not in _FEW:
            return False
        low = self.following()
        return low[:1].isalpha() and low not in self.classes.units and not self.counts_any("about part")

    def is_track(self) -> bool:
        """Say whether so many metres are the length of a race: "competes over 1500m"."""
        if self.sentence.words[self.first] not in _TRACKS or self.following() not in ("m", "metres", "meters"):
            return False
        return self.previous() not in ("is", "was", "of", "at", "are") and self.following(1) not in _UPWARD

    def gap(self, on: int) -> int:
        """Return how many blanks stand before a token behind the number."""
        at = self.last + on
        return self.sentence.starts[at] - self.sentence.ends[at - 1]

    def follows_people(self) -> bool:
        """Say whether people stand before the hedge: "visitors over 65"."""
        if self.follows("person plural"):
            return True
        low, words = self.previous(), self.classes.lexicon
        return noun.is_plural(low, words) and noun.is_person(low, words)

    def follows_move(self) -> bool:
        """Say whether the number is where something came to: "revised up to 40 pct from 35", "sales were up to"."""
        if not (self.previous().endswith("ed") or self.follows("copula")):
            return False
        lowers, last = self.sentence.lowers, self.last
        near = lowers[last : last + _AGAINST]
        if "from" not in near or not _CLAUSE.isdisjoint(near[: near.index("from")]):
            return False
        at = start = last + near.index("from") + 1
        while at < len(lowers) and starts_number(lowers[at], self.classes.lexicon):
            at += 1
        low = lowers[at] if at < len(lowers) else ""
        return at > start and (
            low == self.following() or not low[:1].isalpha() or noun.is_stop(low, self.classes.lexicon)
        )

    def follows(self, name: str) -> bool:
        """Say whether a word of a class stands before the hedge."""
        return self.previous() in self.classes.words[name]


def _over(place: Place, effect: str) -> str:
    """Not "sued over $2m", "people over 50", nor "over five years" meaning during."""
    following = place.following()
    durations = place.classes.words["duration"]
    is_time = following in durations or (following in HYPHENS and place.following(1) in durations)
    if is_time and place.previous() == "took" and place.previous(2) == "it" and place.following(1) != "ago":
        return effect  # "it took over ten hours"
    if place.follows("over guard") and not place.counts_any("won over"):
        return ""
    if place.follows("over stop") or place.is_one() or place.sentence.lowers[place.start + 1] == "at":
        return ""  # "the furore over two lines", "over one band", "over at least a year"
    if place.is_track():
        return ""
    if place.follows_people() and not place.counts():
        return ""
    if not is_time and _is_across(place):
        return ""
    if is_time:
        # A phrase by itself bounds, also in a table; "over five years the herd doubled" does not.
        end = 1 + (following in HYPHENS)
        is_phrase = place.start == 0 and (not place.following(end) or place.gap(end) > _COLUMN)
        return effect if is_phrase or place.follows("duration opener") else ""
    return effect


def _is_across(place: Place) -> bool:
    """Say whether something is done in so many parts: "is decided over 12 rounds", "nine goals over six matches"."""
    if not place.counts_any("over stage"):
        return False
    classes, previous = place.classes, place.previous()
    if place.follows("over record") or previous.isdecimal() or previous in words(classes.lexicon).role:
        return True
    before = place.previous(2)
    if before[:1].isdecimal() or before in words(classes.lexicon).role:
        return noun.is_plural(previous, classes.lexicon)
    back = 2 if previous in ("out", "up", "off") else 1
    verb = place.previous(back)
    if not verb.endswith(("ed", "en", "wn")) and verb not in classes.words["over done"]:
        return False
    near = [place.previous(back + step) for step in range(1, 4)]
    return not classes.words["over be"].isdisjoint(near)


def _under(place: Place, effect: str) -> str:
    """Not "served under two presidents", "people under 30" nor "under-21s"."""
    sentence, start = place.sentence, place.start
    if place.follows("under guard") or (sentence.lowers[start] == "sub" and not sentence.joined(start + 1)):
        return ""
    if place.following() == "s" and sentence.joined(place.last):
        return ""
    if place.is_one() or sentence.lowers[place.first - 1] in ("a", "an"):
        return ""  # "brought under one roof", "under a 20-year lease"
    if place.previous()[-1:].isdecimal():
        apart = sentence.starts[place.first] - sentence.ends[place.first - 1]
        if sentence.starts[start] - sentence.ends[start - 1] > 1 or apart > _COLUMN:
            return ""  # "6-1/4  under 7      under", "0.31 under    0.42 under", in a table of differences
    if sentence.lowers[place.first].isalpha() and place.counts_any("under what"):
        return ""  # "sold under two names"
    return "" if place.follows_people() and not place.counts() else effect


def _within(place: Place, effect: str) -> str:
    """A limit of time or distance: within three years, inside two minutes; not within 12 of the record."""
    at = place.last
    if place.following() in HYPHENS or place.following() in ("a", "an"):
        at += 1  # "a 20-mile radius", "half an hour"
    if at >= len(place.sentence) or place.sentence.lowers[place.first] in ("a", "an"):
        return ""
    low = place.sentence.lowers[at]
    if low.isalpha() and low not in place.classes.units and at + 1 < len(place.sentence):
        at += not noun.is_stop(low, place.classes.lexicon)  # "within five frantic minutes"
    unit = place.classes.units.get(place.sentence.lowers[at])
    if unit is None or unit.dimension not in ("time", "length"):
        return ""
    return "" if place.sentence.lowers[place.start] == "inside" and place.following() in HYPHENS else effect


def _about(place: Place, effect: str) -> str:
    """Not "concerning": talked about, worries about, a film about two brothers."""
    if place.is_one_of() or (place.follows("about guard") and not (_is_amount(place) or _is_told(place))):
        return ""
    if place.follows("told one") and place.previous(2) in place.classes.words["about guard"]:
        return ""  # "told us about six", "asked her about 40"
    if not (place.tells_of_people() or place.counts_few()):
        return effect  # almost always
    return "" if _is_topic(place) else effect


def _is_amount(place: Place) -> bool:
    """Say whether money or a share is reported, asked or brought: "to report about 1.20 dlrs", "they ask about $5m"."""
    if not place.follows("about amount"):
        return False
    unit = place.classes.units.get(place.following())
    sign = place.sentence.lowers[place.start + 1]
    return sign in _SIGNS or place.following() == "%" or (unit is not None and unit.kind in (MONEY, RATIO))


def _is_told(place: Place) -> bool:
    """Say whether many people are told something: "she told about 200 men that"; not "was told about 40 men"."""
    if place.previous() != "told" or place.counts_few():
        return False
    return place.tells_of_people() and place.previous(2) not in place.classes.words["copula"]


def _is_topic(place: Place) -> bool:
    """Say whether something is said to be about what is counted: "the play is about", "it is not about"."""
    words, back = place.classes.words, 1
    while place.previous(back) in words["about degree"] and back < _STACK:
        back += 1
    verb, subject = place.previous(back), place.previous(back + 1)
    if verb.endswith("n't"):
        return verb[:-3] in words["copula"] and place.counts_few()
    if verb not in words["copula"]:
        return back == 1 and verb in words["about title"] and place.tells_of_people()  # "a play about two brothers"
    if subject in words["about title"]:
        return True  # "the play is about a 17-year-old"
    return place.counts_few() and (back > 1 or subject in words["about subject"])


def _near(place: Place, effect: str) -> str:
    """Near 20 goals, where something is that; not a place near 20 shops, nor a near 12-year low."""
    if place.previous() in ("a", "the") and place.start + 1 == place.first:
        is_share = place.following() == "%" or place.following()[:3] == "per" or place.following() == "pct"
        return effect if is_share else ""  # "a near 10% rise"
    return "" if place.following() in HYPHENS or not place.follows("near opener") else effect


def _past(place: Place, effect: str) -> str:
    """Rose past 150; not the past 20 years, half past 10."""
    is_level = place.follows("past opener") and place.following() not in place.classes.words["duration"]
    return effect if is_level else ""


def _thing(place: Place, effect: str) -> str:
    """Longer than 20 miles; not bigger than a 20-inch screen, which is another thing."""
    return "" if place.sentence.lowers[place.first - 1] in ("a", "an") else effect


def _around(place: Place, effect: str) -> str:
    """Not a place: gathered around two tables."""
    return "" if place.follows("around guard") or place.is_one_of() else effect


def _some(place: Place, effect: str) -> str:
    """Only directly before a number that is not "one"."""
    return "" if place.sentence.lowers[place.first] == "one" or place.follows("some guard") else effect


def _maybe(place: Place, effect: str) -> str:
    """An estimate: perhaps 40 men; not "perhaps two of the best", "maybe two or three weeks", which say their own."""
    low, lowers = place.following(), place.sentence.lowers
    behind = lowers[place.first + 1 : place.first + 2]
    if place.previous() in place.classes.openers:
        return "none"  # "more than perhaps 40"
    if place.counts_few() or low == "of" or not {"to", "or", "/", *HYPHENS}.isdisjoint(behind):
        return ""
    return effect if lowers[place.first] not in _FEW or low in place.classes.units else ""


def _part(place: Place, effect: str) -> str:
    """Close below an amount: the best part of two years; not the best part of two films."""
    return "" if place.counts_few() or place.is_one_of() else effect


def _pushing(place: Place, effect: str) -> str:
    """Close below, where something is that: "was pushing 40"; not "is pushing two carts"."""
    if place.sentence.lowers[place.start] != "pushing":
        return effect
    return effect if place.follows("copula") and not place.counts_few() else ""


def _close(place: Place, effect: str) -> str:
    """Nearly: has taken close on four days; not "the fair's close on six days", "shops close on two Sundays"."""
    previous = place.previous()
    if previous in ("the", "to", "will", "would", "at", "can", "must", "may", "should"):
        return ""
    is_few = place.sentence.lowers[place.first] in _FEW
    if not is_few or not (place.counts_few() or place.following() in place.classes.words["duration"]):
        return effect
    is_told = previous.endswith("ed") or previous in place.classes.words["close verb"]
    return effect if is_told or noun.is_stop(previous, place.classes.lexicon) else ""


def _range(place: Place, effect: str) -> str:
    """Not of a range, whose ends are told: "in the range of 20 to 25"."""
    return effect if _ENDS.isdisjoint(place.sentence.lowers[place.first : place.last]) else ""


def _up_to(place: Place, effect: str) -> str:
    """A ceiling, hard where somebody sets it; not "the toll is up to 7", "walks up to 6 men", "twice as many as 40"."""
    words = place.classes.words
    if place.sentence.lowers[place.start] == "as":
        return "" if place.follows("multiple") else effect
    if place.follows("up to motion") and place.following() not in words["multiple"]:
        return ""
    if place.sentence.lowers[place.first] == "between":
        return ""  # "stretched up to between 12 and 18 years"
    back = 1
    while place.previous(back) in words["copula"] and back < _STACK:
        back += 1
    if place.previous(back) in words["up to rise"] and not (
        place.previous(back) == "back" and place.previous(back + 1) in words["up to return"]
    ):
        return ""
    near = [place.previous(step) for step in range(1, 6)]
    lifting = words["up to level"]
    if not lifting.isdisjoint((*near[1:], *(place.previous(step) for step in range(6, _OBJECT)))):
        # "Brings the fleet up to 40"; but "bring in up to 40", "push sales up to 20% higher"
        is_ceiling = near[0] in _PARTICLES or place.following(1) in _COMPARED
        return effect if is_ceiling else ""
    if "it" in near[:2] and not words["up to get"].isdisjoint(near[1:3]):
        return ""  # "have taken it right up to 26 weeks"
    if "have" not in near and not words["up to hard"].isdisjoint(near):
        return "up_to_hard"
    return "" if place.follows_move() else effect


_Guard = Callable[[Place, str], str]

#: name in a row of the table -> what the hedge does at a place; nothing, where it is none.
GUARDS: Final[Mapping[str, _Guard]] = MappingProxyType(
    {
        "over": _over,
        "under": _under,
        "about": _about,
        "around": _around,
        "some": _some,
        "maybe": _maybe,
        "part": _part,
        "pushing": _pushing,
        "range": _range,
        "up_to": _up_to,
        "close": _close,
        "within": _within,
        "near": _near,
        "past": _past,
        "thing": _thing,
    }
)
