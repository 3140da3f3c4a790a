"""Which words hedge which numeral, and the rule each names.

A hedge stands directly before its number (a currency sign, an article or another hedge may stand between) or directly
behind it or behind its unit. Words that only look like hedges are told apart by the guards of their rows.
"""

import functools
import re
from enum import Enum
from typing import Final, final

from . import noun
from .guard import GUARDS, NO_ARTICLE, Classes, Place, starts_number
from .lexicon import Lexicon
from .match import PhraseTable
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
    "level mark", "hedge filler", "negator", "negated verb", "denied auxiliary", "denied subject", "denial guard",
    "denial opener",
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
_BE: Final = frozenset({"is", "are", "was", "were"})
#: Between a verb and the comparator: "stay for more than".
_OVER: Final = frozenset({"for", "at", "to"})
#: What takes a time.
_GOES_ON: Final = frozenset({"last", "lasted", "lasts", "stay", "stayed", "continue", "go", "run", "operate"})
_MODALS: Final = frozenset({"can", "ca", "could", "will", "wo", "would", "should", "may", "might", "must"})
#: A subject that is denied hardly has more words, its verb among them.
_DENIED: Final = 12
#: Nobody stacks more hedges than this; it keeps the walk short in hostile text.
_STACK: Final = 4


@final
class _Table:
    """The hedges of a language, by position, and the closed classes that are asked of their neighbours."""

    __slots__ = ("after", "before", "behind", "classes", "endings", "last_words", "lexicon", "trailing", "words")

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        rows = lexicon.rows("hedge")
        self.before = PhraseTable((p, row) for row in rows if row.position == "before" for p in row.phrases)
        self.after = PhraseTable((p, row) for row in rows if row.position == "after" for p in row.phrases)
        self.trailing = self.after.first_words
        #: The last words of hedges before a number.
        self.endings = self.before.last_words
        self.classes = Classes(lexicon, self.endings)
        self.words = self.classes.words | {name: lexicon.words(name) for name in _CLASSES}
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
    last = {phrase.split()[-1] for row in rows for phrase in row.phrases} - NO_ARTICLE
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
            effect = GUARDS[row.guard](Place(hedges.classes, sentence, start, first, last), effect)
            if not effect:
                break
        found.append(HedgeMark(row, start, at, effect))
        at = start
    if found and found[-1].effect in _FLIPPED and _is_negated(sentence, found[-1].first, last, hedges):
        found[-1].effect = _FLIPPED[found[-1].effect]
    found.reverse()
    return tuple(found)


def _is_negated(sentence: Sentence, at: int, last: int, hedges: _Table) -> bool:
    """Say whether what is told before a token is denied: "does not employ", "has never had", "no seat costs"."""
    lowers = sentence.lowers
    verbs = hedges.words["negated verb"]
    at -= at > 1 and lowers[at - 1] in _OVER
    if at < 1 or (lowers[at] == "for" and _is_absence(lowers, at, last, hedges)):
        return False
    for step in range(1, 4):
        if at < step:
            return False
        low = lowers[at - step]
        if low in hedges.words["negator"] or low.endswith("n't"):
            return True
        if low not in verbs:
            break
    return _is_done(lowers, at - 1, hedges) or _is_nobodys(lowers, at, hedges)


def _is_absence(lowers: list[str], at: int, last: int, hedges: _Table) -> bool:
    """Say whether a time is how long nothing was done: "had not sung for more than nine years"; not "may not sing"."""
    unit = hedges.classes.units.get(lowers[last]) if last < len(lowers) else None
    if unit is None or unit.dimension != "time" or lowers[at - 1] in hedges.words["negator"]:
        return False
    near = lowers[max(0, at - 3) : at - 1]
    is_allowed = any(low.removesuffix("n't") in _MODALS or low == "cannot" for low in near)
    return not is_allowed and lowers[at - 1] not in _GOES_ON


def _is_done(lowers: list[str], at: int, hedges: _Table) -> bool:
    """Say whether what is not done stands at a token: "could not stay", "does not grow"; not "did not say"."""
    low, at = lowers[at], at - (at > 0 and lowers[at - 1] == "be")
    negator = lowers[at - 1] if at else ""
    if negator == "not":
        is_verb = at > 1 and lowers[at - 2] in hedges.words["denied auxiliary"]
    else:
        is_verb = negator == "cannot" or (negator.endswith("n't") and negator[:-3] in hedges.words["denied auxiliary"])
    return is_verb and low.isalpha() and low not in hedges.words["denial guard"]


def _is_nobodys(lowers: list[str], at: int, hedges: _Table) -> bool:
    """Say whether none does what ends before a token: "no seat costs", "nobody may work"; not "no wonder it cost"."""
    words = hedges.words
    if at < 2 or not _is_verb(lowers[at - 1], lowers[at - 2], hedges):
        return False
    for step in range(2, min(at, _DENIED) + 1):
        low, after = lowers[at - step], lowers[at - step + 1]
        if low in words["denied subject"]:
            before = lowers[at - step - 1] if at > step else ""
            opens = not before[:1].isalnum() or before in words["denial opener"]
            return opens and (low != "no" or step > 2) and after not in words["denial guard"]
        if step > 2 and noun.is_verb(low, hedges.lexicon):
            return False  # "no rain fell, the farm lost more than"
        if low in words["denial guard"] or not (low[0].isalnum() or low in HYPHENS):
            return False
    return False


def _is_verb(low: str, before: str, hedges: _Table) -> bool:
    """Say whether a word tells what is done: it is a verb of the table, or follows "may", "has" or "be"."""
    verbs, auxiliaries = hedges.words["negated verb"], hedges.words["denied auxiliary"]
    if low in verbs or low in auxiliaries or low in _BE or before in auxiliaries:
        return True
    stem = f"{low[:-3]}y" if low.endswith("ies") else low.removesuffix("s")
    return stem in verbs or (low.endswith("ed") and (before in _BE or before in ("be", "been")))


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


def is_behind(words: list[str], lexicon: Lexicon) -> bool:
    """Say whether words are a hedge that stands behind a number, and no more: "or more"."""
    hedges = table(lexicon)
    if words[0] not in hedges.trailing:
        return False
    hit = hedges.after.at(words, 0)
    return hit is not None and hit[1] == len(words)


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
    if following in ("than", "minus", "the"):
        return None  # "under 20 or over the limit"
    if end - at > 1 and starts_number(following, hedges.lexicon) and not _is_rate(lowers[end : end + 2], hedges):
        return None  # "40 or above", but not "above 40 and below 60"
    if lowers[at] in _SUFFIXES and not _is_suffix(sentence, at, last, end, hedges):
        return None
    if lowers[at] == "plus" and following == "or":
        return None
    if lowers[at] in _LAST and following[:1].isalnum():
        return None
    return HedgeMark(row, last, end)


def _is_rate(words: list[str], hedges: _Table) -> bool:
    """Say whether "a" begins what an amount is per: "300 litres or more a day"."""
    unit = hedges.classes.units.get(words[-1])
    return words[0] in ("a", "an") and unit is not None and unit.dimension == "time"


def _is_suffix(sentence: Sentence, at: int, last: int, end: int, hedges: _Table) -> bool:
    """Say whether "plus", "+", "odd" or "ish" belongs to the number before it, and does not add a second one."""
    if end < len(sentence) and starts_number(sentence.lowers[end], hedges.lexicon):
        return False
    if sentence.lowers[last] == ",":
        return False  # "40 pence a litre, plus tax" adds something else
    return at > last or sentence.joined(at) or sentence.lowers[at] == "odd"
