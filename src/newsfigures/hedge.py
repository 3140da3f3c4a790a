"""Which words hedge which numeral, and the rule each names.

A hedge stands directly before its number (a currency sign, an article or another hedge may stand between) or directly
behind it or behind its unit. Words that look like comparators but are not ("sued over $2m", "talked about 40 issues")
are told apart by guards, each a small rule over the neighbouring words.
"""

import functools
import re
from collections.abc import Callable, Mapping
from enum import Enum
from types import MappingProxyType
from typing import Final, NamedTuple, final

from . import noun
from .lexicon import Lexicon
from .match import PhraseTable
from .numberword import words
from .ontology import index
from .row import HedgeWord
from .text import HYPHENS, Sentence


class Hedge(Enum):
    """What the words beside a numeral do to it."""

    NONE = "none"
    EXACTLY = "exactly"
    MORE_THAN = "more_than"
    AT_LEAST = "at_least"
    LESS_THAN = "less_than"
    AT_MOST = "at_most"
    UP_TO = "up_to"
    NEARLY = "nearly"
    JUST_OVER = "just_over"
    JUST_UNDER = "just_under"
    WELL_OVER = "well_over"
    WELL_UNDER = "well_under"
    ABOUT = "about"
    ORDER_OF = "order_of"
    RANGE = "range"
    VAGUE = "vague"


@final
class HedgeMark:
    """A hedge found beside a number: its row, what it does here, and its tokens `first` up to `last`. Internal."""

    __slots__ = ("effect", "first", "last", "row")

    def __init__(self, row: HedgeWord, first: int, last: int, effect: str = "") -> None:
        self.row = row
        self.effect = effect or row.effect
        self.first = first
        self.last = last

    def __repr__(self) -> str:
        """Show the effect and the tokens."""
        return f"HedgeMark({self.effect}, {self.first}, {self.last})"


_CLASSES: Final = (
    "over guard", "about guard", "around guard", "some guard", "under guard", "up to rise", "up to motion",
    "up to level", "up to hard", "copula", "duration", "duration opener", "multiple", "person plural", "negator",
    "negated verb", "hedge filler", "won over", "over stop", "under what", "about title", "near opener", "past opener",
    "up to get", "about degree", "about subject", "about part", "told one", "over stage", "over record", "over done",
    "over be", "level mark",
)  # fmt: skip
#: "Did not find more than 3" says at most 3.
_FLIPPED: Final = {
    "more_than": "at_most", "well_over": "at_most", "just_over": "at_most", "at_most": "more_than",
    "less_than": "at_least", "at_least": "less_than",
}  # fmt: skip
#: Behind a number these are hedges only where no word follows.
_LAST: Final = frozenset({"maximum", "tops", "approximately", "upwards"})
#: What may touch a number as a suffix.
_SUFFIXES: Final = frozenset({"plus", "+", "odd", "ish"})
#: The lengths of races, as they are written.
_TRACKS: Final = frozenset({"60", "100", "110", "200", "400", "800", "1500", "3000", "5000", "10000", "10,000"})
#: Numbers that nobody rounds, where things are counted.
_FEW: Final = frozenset({"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"})
#: Behind metres these say how they are measured.
_UPWARD: Final = frozenset({"high", "tall", "deep", "long", "above", "below", "away", "wide", "up", "from", "of"})
#: A wider gap parts the columns of a table.
_COLUMN: Final = 2
#: So far before "up to" the verb may stand whose object it lifts.
_OBJECT: Final = 8
#: "Up to 40 pct in May from 35": what a number is set against stands so near behind it, in its clause.
_AGAINST: Final = 7
_CLAUSE: Final = frozenset({",", ";", "and", "but", "to"})
#: Before "a" these hedge no number: "within a week".
_NO_ARTICLE: Final = frozenset(
    {"of", "to", "as", "in", "by", "some", "within", "inside", "next", "first", "perhaps", "maybe", "possibly"}
)
#: Nobody stacks more hedges than this; it keeps the walk short in hostile text.
_STACK: Final = 4


@final
class _Table:
    """The hedges of a language, by position, and the closed classes that the guards ask."""

    __slots__ = ("after", "before", "behind", "endings", "last_words", "lexicon", "trailing", "units", "words")

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.units = index(lexicon).words
        rows = lexicon.rows("hedge")
        self.before = PhraseTable((p, row) for row in rows if row.position == "before" for p in row.phrases)
        self.after = PhraseTable((p, row) for row in rows if row.position == "after" for p in row.phrases)
        self.trailing = self.after.first_words
        self.words = {name: lexicon.words(name) for name in _CLASSES}
        #: The last words of hedges before a number.
        self.endings = self.before.last_words
        #: Tokens directly before a number without which no hedge stands there, and directly behind one.
        self.last_words = self.endings | self.words["hedge filler"]
        self.behind = self.trailing | HYPHENS | {","}


@functools.lru_cache(maxsize=8)
def table(lexicon: Lexicon) -> _Table:
    """Return the compiled hedges of a lexicon."""
    return _Table(lexicon)


@functools.lru_cache(maxsize=8)
def before_article(lexicon: Lexicon) -> re.Pattern[str]:
    """Return what finds a hedge before "a" or "an", where these may be a number: "more than a year"."""
    return re.compile(rf"\b(?:{'|'.join(sorted(article_words(lexicon)))})\s+an?\s", re.IGNORECASE)


@functools.lru_cache(maxsize=8)
def article_words(lexicon: Lexicon) -> frozenset[str]:
    """Return the last words of the hedges that may stand before "a" or "an"."""
    rows = [row for row in lexicon.rows("hedge") if row.position == "before" and row.effect != "none"]
    last = {phrase.split()[-1] for row in rows for phrase in row.phrases} - _NO_ARTICLE
    return frozenset(word for word in last if word.isalpha())


def ends_hedge(low: str, lexicon: Lexicon) -> bool:
    """Say whether some hedge that stands before a number ends in a word."""
    return low in table(lexicon).endings


# -- in front of the number ------------------------------------------------------------------------------------


def before(
    sentence: Sentence, first: int, last: int, lexicon: Lexicon, *, guarded: bool = True
) -> tuple[HedgeMark, ...]:
    """Find the hedges that end before token `first` of a number in `first` up to `last`, the outermost first.

    Words that only look like hedges are told apart unless `guarded` is false: where the unit shows that they are some.

    >>> from newsfigures.lexicon import load
    >>> before(Sentence("It did not cost more than about 40"), 7, 8, load("en"))
    (HedgeMark(at_most, 4, 6), HedgeMark(about, 6, 7))
    """
    hedges = table(lexicon)
    lowers = sentence.lowers
    if (
        first > 1
        and lowers[first - 1] == "the"
        and lowers[last : last + 1]
        and lowers[last] in hedges.words["level mark"]
    ):
        first -= 1  # "around the 200 mark"
    if not first or lowers[first - 1] not in hedges.last_words:
        return ()  # most numbers have none
    found: list[HedgeMark] = []
    at = first
    while at > 0 and len(found) < _STACK:
        hit = hedges.before.ending_at(lowers, at)
        if hit is None and at > 1 and lowers[at - 1] in hedges.words["hedge filler"]:
            # "more than an estimated 400", "at least another 12": the filler belongs to neither hedge.
            hit = hedges.before.ending_at(lowers, at - 1)
        if hit is None:
            break
        row, start = hit
        effect = row.effect
        if row.guard and guarded:
            effect = GUARDS[row.guard](_Place(hedges, sentence, start, first, last), effect)
            if not effect:
                break
        found.append(HedgeMark(row, start, at, effect))
        at = start
    if found and found[-1].effect in _FLIPPED and _is_negated(sentence, found[-1].first, hedges):
        found[-1].effect = _FLIPPED[found[-1].effect]
    found.reverse()
    return tuple(found)


def _is_negated(sentence: Sentence, at: int, hedges: _Table) -> bool:
    """Say whether "not" and a verb of having or finding stand before a token: "does not employ", "has never had"."""
    lowers = sentence.lowers
    verbs = hedges.words["negated verb"]
    for step in range(1, 4):
        if at < step:
            return False
        low = lowers[at - step]
        if low in hedges.words["negator"] or low.endswith("n't"):
            return True
        if low not in verbs:
            return False
    return False


# -- behind the number -----------------------------------------------------------------------------------------


def after(sentence: Sentence, number_last: int, unit_last: int, lexicon: Lexicon) -> tuple[HedgeMark, ...]:
    """Find the hedge behind a number, or behind its unit: "200-odd", "1,000 or so", "10 people or more"."""
    hedges = table(lexicon)
    lowers, size = sentence.lowers, len(sentence.lowers)
    found = None
    if number_last < size and lowers[number_last] in hedges.behind:
        found = _behind(sentence, number_last, hedges, comma=number_last == unit_last)
    if found is None and number_last != unit_last < size and lowers[unit_last] in hedges.behind:
        found = _behind(sentence, unit_last, hedges, comma=True)
    return () if found is None else (found,)


def trailing(sentence: Sentence, last: int, lexicon: Lexicon) -> int:
    """Return the token behind the hedge that follows a number, where its unit goes on: "50 or more people"; else 0."""
    lowers = sentence.lowers
    hedges = table(lexicon)
    if last >= len(lowers) or lowers[last] not in hedges.behind:
        return 0
    at = last + 1 if lowers[last] in HYPHENS and sentence.joined(last) else last
    if at >= len(lowers) or lowers[at] not in hedges.trailing:
        return 0
    found = _behind(sentence, last, hedges, comma=False)
    return 0 if found is None else found.last


def _behind(sentence: Sentence, last: int, hedges: _Table, *, comma: bool) -> HedgeMark | None:
    lowers = sentence.lowers
    size = len(lowers)
    at = last
    if at < size and lowers[at] in HYPHENS and sentence.joined(at):
        at += 1
    elif comma and at < size and lowers[at] == ",":
        at += 1  # "12 dead, and counting"
    if at >= size or lowers[at] not in hedges.trailing:
        return None
    hit = hedges.after.at(lowers, at)
    if hit is None:
        return None
    row, end = hit
    following = lowers[end] if end < size else ""
    if following in ("than", "minus") or (end - at > 1 and _starts_number(following, hedges)):
        return None  # "40 or above", but not "above 40 and below 60"
    if lowers[at] in _SUFFIXES and not _is_suffix(sentence, at, last, end, hedges):
        return None
    if lowers[at] == "plus" and following == "or":
        return None
    if lowers[at] in _LAST and following[:1].isalnum():
        return None
    return HedgeMark(row, last, end)


def _starts_number(low: str, hedges: _Table) -> bool:
    return low[:1].isdecimal() or (low in "$£€" and bool(low)) or low in words(hedges.lexicon).role


def _is_suffix(sentence: Sentence, at: int, last: int, end: int, hedges: _Table) -> bool:
    """Say whether "plus", "+", "odd" or "ish" belongs to the number before it, and does not add a second one."""
    if end < len(sentence) and (sentence.lowers[end][0].isdecimal() or _starts_number(sentence.lowers[end], hedges)):
        return False
    return at > last or sentence.joined(at) or sentence.lowers[at] == "odd"


# -- words that only look like hedges --------------------------------------------------------------------------


class _Place(NamedTuple):
    """Where a guarded hedge stands: from token `start`, before the number at `first` up to `last`."""

    hedges: _Table
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
        if not low or low in self.hedges.units or low[0] in "%-":
            return bool(low)
        return low.isalpha() and noun.is_plural(self.sentence.words[self.last], self.hedges.lexicon)

    def counts_any(self, name: str) -> bool:
        """Say whether one of the next words behind the number is of a class."""
        words = self.hedges.words[name]
        return any(self.following(on) in words for on in range(3))

    def is_one(self) -> bool:
        """Say whether a single thing is counted: nobody says "over one band" of two."""
        if self.sentence.lowers[self.first] != "one" or self.last != self.first + 1:
            return False
        low = self.following()
        return low[:1].isalpha() and low not in self.hedges.units

    def is_one_of(self) -> bool:
        """Say whether one of several is singled out: "a film around one of the heroes"."""
        return self.sentence.lowers[self.first] == "one" and self.last == self.first + 1 and self.following() == "of"

    def tells_of_people(self) -> bool:
        """Say whether the number counts people or is somebody's age: "two brothers", "18-year-old"."""
        low, words = self.following(), self.hedges.lexicon
        return low in HYPHENS or noun.family(noun.lemma(low, words), words) == "person"

    def counts_few(self) -> bool:
        """Say whether a few things are counted in words, of which nobody says "about": "one man", "three friends"."""
        first = self.sentence.lowers[self.first]
        if self.last - self.first != 1 or first not in _FEW:
            return False
        low = self.following()
        return low[:1].isalpha() and low not in self.hedges.units and not self.counts_any("about part")

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
        low, words = self.previous(), self.hedges.lexicon
        return noun.is_plural(low, words) and noun.family(noun.lemma(low, words), words) == "person"

    def follows_move(self) -> bool:
        """Say whether the number is where something came to: "revised up to 40 pct from 35", "sales were up to"."""
        is_move = self.previous().endswith("ed") or self.follows("copula")
        if not is_move:
            return False
        lowers, last = self.sentence.lowers, self.last
        near = lowers[last : last + _AGAINST]
        if "from" not in near or not _CLAUSE.isdisjoint(near[: near.index("from")]):
            return False
        at = start = last + near.index("from") + 1
        while at < len(lowers) and _starts_number(lowers[at], self.hedges):
            at += 1
        low = lowers[at] if at < len(lowers) else ""
        return at > start and (
            low == self.following() or not low[:1].isalpha() or noun.is_stop(low, self.hedges.lexicon)
        )

    def follows(self, name: str) -> bool:
        """Say whether a word of a class stands before the hedge."""
        return self.previous() in self.hedges.words[name]


def _over(place: _Place, effect: str) -> str:
    """Not "sued over $2m", "people over 50", nor "over five years" meaning during."""
    following = place.following()
    durations = place.hedges.words["duration"]
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


def _is_across(place: _Place) -> bool:
    """Say whether something is done in so many parts: "is decided over 12 rounds", "nine goals over six matches"."""
    if not place.counts_any("over stage"):
        return False
    hedges, previous = place.hedges, place.previous()
    if place.follows("over record") or previous.isdecimal() or previous in words(hedges.lexicon).role:
        return True
    before = place.previous(2)
    if before[:1].isdecimal() or before in words(hedges.lexicon).role:
        return noun.is_plural(previous, hedges.lexicon)
    back = 2 if previous in ("out", "up", "off") else 1
    verb = place.previous(back)
    if not verb.endswith(("ed", "en", "wn")) and verb not in hedges.words["over done"]:
        return False
    near = [place.previous(back + step) for step in range(1, 4)]
    return not hedges.words["over be"].isdisjoint(near)


def _under(place: _Place, effect: str) -> str:
    """Not "served under two presidents", "people under 30" nor "under-21s"."""
    sentence, start = place.sentence, place.start
    if place.follows("under guard") or (sentence.lowers[start] == "sub" and not sentence.joined(start + 1)):
        return ""
    if place.following() == "s" and sentence.joined(place.last):
        return ""
    if place.is_one() or sentence.lowers[place.first - 1] in ("a", "an"):
        return ""  # "brought under one roof", "under a 20-year lease"
    if place.previous()[-1:].isdecimal() and sentence.starts[start] - sentence.ends[start - 1] > 1:
        return ""  # "4-3/4  under 5      under", in a table of differences
    if sentence.lowers[place.first].isalpha() and place.counts_any("under what"):
        return ""  # "sold under two names"
    return "" if place.follows_people() and not place.counts() else effect


def _within(place: _Place, effect: str) -> str:
    """A limit of time or distance: within three years, inside two minutes; not within 12 of the record."""
    at = place.last
    if place.following() in HYPHENS or place.following() in ("a", "an"):
        at += 1  # "a 20-mile radius", "half an hour"
    if at >= len(place.sentence) or place.sentence.lowers[place.first] in ("a", "an"):
        return ""
    unit = place.hedges.units.get(place.sentence.lowers[at])
    if unit is None or unit.dimension not in ("time", "length"):
        return ""
    return "" if place.sentence.lowers[place.start] == "inside" and place.following() in HYPHENS else effect


def _about(place: _Place, effect: str) -> str:
    """Not "concerning": talked about, worries about, a film about two brothers."""
    if place.is_one_of() or place.follows("about guard"):
        return ""
    if place.follows("told one") and place.previous(2) in place.hedges.words["about guard"]:
        return ""  # "told us about six", "asked her about 40"
    if not (place.tells_of_people() or place.counts_few()):
        return effect  # almost always
    return "" if _is_topic(place) else effect


def _is_topic(place: _Place) -> bool:
    """Say whether something is said to be about what is counted: "the play is about", "it is not about"."""
    words, back = place.hedges.words, 1
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


def _near(place: _Place, effect: str) -> str:
    """Near 20 goals, where something is that; not a place near 20 shops, nor a near 12-year low."""
    if place.previous() in ("a", "the") and place.start + 1 == place.first:
        is_share = place.following() == "%" or place.following()[:3] == "per" or place.following() == "pct"
        return effect if is_share else ""  # "a near 10% rise"
    return "" if place.following() in HYPHENS or not place.follows("near opener") else effect


def _past(place: _Place, effect: str) -> str:
    """Rose past 150; not the past 20 years, half past 10."""
    is_level = place.follows("past opener") and place.following() not in place.hedges.words["duration"]
    return effect if is_level else ""


def _thing(place: _Place, effect: str) -> str:
    """Longer than 20 miles; not bigger than a 20-inch screen, which is another thing."""
    return "" if place.sentence.lowers[place.first - 1] in ("a", "an") else effect


def _around(place: _Place, effect: str) -> str:
    """Not a place: gathered around two tables."""
    return "" if place.follows("around guard") or place.is_one_of() else effect


def _some(place: _Place, effect: str) -> str:
    """Only directly before a number that is not "one"."""
    return "" if place.sentence.lowers[place.first] == "one" or place.follows("some guard") else effect


def _maybe(place: _Place, effect: str) -> str:
    """An estimate: perhaps 40 men; not "perhaps two of the best", "maybe two or three weeks", which say their own."""
    low, lowers = place.following(), place.sentence.lowers
    behind = lowers[place.first + 1 : place.first + 2]
    if place.previous() in place.hedges.endings - _NO_ARTICLE:
        return "none"  # "more than perhaps 40"
    if place.counts_few() or low == "of" or not {"to", "or", *HYPHENS}.isdisjoint(behind):
        return ""
    return effect if lowers[place.first] not in _FEW or low in place.hedges.units else ""


def _pushing(place: _Place, effect: str) -> str:
    """Close below, where something is that: "was pushing 40"; not "is pushing two carts"."""
    if place.sentence.lowers[place.start] != "pushing":
        return effect
    return effect if place.follows("copula") and not place.counts_few() else ""


def _up_to(place: _Place, effect: str) -> str:
    """A ceiling, hard where somebody sets it; not "the toll is up to 7", "walks up to 6 men", "twice as many as 40"."""
    words = place.hedges.words
    if place.sentence.lowers[place.start] == "as":
        return "" if place.follows("multiple") else effect
    if place.follows("up to motion") and place.following() not in place.hedges.words["multiple"]:
        return ""
    if place.sentence.lowers[place.first] == "between":
        return ""  # "stretched up to between 12 and 18 years"
    back = 1
    while place.previous(back) in words["copula"] and back < _STACK:
        back += 1
    if place.previous(back) in words["up to rise"]:
        return ""
    near = [place.previous(step) for step in range(1, 6)]
    if not words["up to level"].isdisjoint((*near[1:], *(place.previous(step) for step in range(6, _OBJECT)))):
        return ""  # "brings the fleet up to 40"
    if "it" in near[:2] and not words["up to get"].isdisjoint(near[1:3]):
        return ""  # "have taken it right up to 26 weeks"
    if "have" not in near and not words["up to hard"].isdisjoint(near):
        return "up_to_hard"
    return "" if place.follows_move() else effect


_Guard = Callable[[_Place, str], str]

#: name in a row of the table -> what the hedge does at a place; nothing, where it is none.
GUARDS: Final[Mapping[str, _Guard]] = MappingProxyType(
    {
        "over": _over,
        "under": _under,
        "about": _about,
        "around": _around,
        "some": _some,
        "maybe": _maybe,
        "pushing": _pushing,
        "up_to": _up_to,
        "within": _within,
        "near": _near,
        "past": _past,
        "thing": _thing,
    }
)
