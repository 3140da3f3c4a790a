"""How firmly a figure is put: asserted, or something less.

The words around a figure decide, each from its own reach: "could" from the verb before or the verb behind, "if" over
its clause, "400-seat" only where it touches. Where none speaks, the stance of the source does.
"""

import functools
from collections.abc import Sequence
from enum import Enum
from typing import Final, final

from .attribution import Attribution, Stance
from .lexicon import Lexicon
from .row import StatusWord
from .text import Sentence
from .vocabulary import Anchored, anchored

#: The rule that spoke, and its tokens.
Reason = tuple[str, int, int]
#: The rule that calls a figure preliminary; every other one speaks of its status.
PRELIMINARY = "status:preliminary"


_ASSERTS: Final = Stance.ASSERTS


class Status(Enum):
    """The standing of a figure; only asserted and estimated ones take part in agreement."""

    ASSERTED = "asserted"
    ESTIMATED = "estimated"
    ALLEGED = "alleged"
    UNCONFIRMED = "unconfirmed"
    DENIED = "denied"
    FORECAST = "forecast"
    TARGET = "target"
    CAPACITY = "capacity"
    HYPOTHETICAL = "hypothetical"
    RETRACTED = "retracted"


#: Where several speak, the first of these stands: what lowers a figure more goes before what lowers it less.
_ORDER = (
    *("retracted", "denied", "hypothetical", "target", "capacity", "forecast"),
    *("alleged", "unconfirmed", "estimated"),
)
_RANK = {name: rank for rank, name in enumerate(_ORDER)}
_STATUS = {status.value: status for status in Status}
_ASSERTED: Final = Status.ASSERTED
_ESTIMATED: Final = Status.ESTIMATED
_STANCES = {
    Stance.ESTIMATES: Status.ESTIMATED,
    Stance.ALLEGES: Status.ALLEGED,
    Stance.DENIES: Status.DENIED,
    Stance.FORECASTS: Status.FORECAST,
    Stance.DOUBTS: Status.UNCONFIRMED,
}
#: How many tokens may stand between a phrase and its figure, before it and behind it.
_REACH = {"before": 14, "near": 2, "modal": 14, "subject": 7, "clause": 16}
_STOPS = frozenset(';:()[]\u2014\u2013"\u201c\u201d')
#: A list goes on over a comma when the next figure follows this soon.
_LIST = 3


@final
class _Words:
    """The words of a lexicon that this module asks for."""

    __slots__ = (
        *("adverb", "breaks", "endings", "finite", "follow", "joiner", "openers", "past", "phrases", "relative"),
        "starts",
    )

    def __init__(self, lexicon: Lexicon) -> None:
        rows: tuple[StatusWord, ...] = lexicon.rows("status")
        classes = {row.name: frozenset(row.phrases) for row in lexicon.rows("speech")}
        common = classes.get("preposition", frozenset()) | classes.get("auxiliary", frozenset()) - _MODALS
        common |= classes.get("determiner", frozenset()) | {"and", "as", "to", "so", "than", "not", "said", "it"}
        # Of phrases of one length those of a toll come first: "expected to rise" says more than "is expected to".
        rows = tuple(sorted(rows, key=lambda row: row.position != "toll"))
        self.phrases: Anchored[StatusWord] = anchored(((phrase, row) for row in rows for phrase in row.phrases), common)
        self.starts = frozenset(self.phrases)
        #: Of an anchor that never stands alone or at an end, what may follow it: most of "said" is no "said to be".
        self.follow = {
            word: frozenset(parts[offset + 1] for parts, offset, _ in entries)
            for word, entries in self.phrases.items()
            if all(offset + 1 < len(parts) for parts, offset, _ in entries)
        }
        self.joiner = classes.get("joiner", frozenset())
        self.openers = classes.get("opener", frozenset())
        self.past = classes.get("past", frozenset())
        self.endings = tuple(classes.get("ending_past", ()))
        self.adverb = classes.get("adverb", frozenset())
        self.breaks = classes.get("contrast", frozenset()) | {"after", "before", "because", "since", "when", "where"}
        self.relative = classes.get("relative", frozenset()) - {"that"}
        self.finite = frozenset({"was", "were", "had", "has", "is", "are"})


#: Modals that are names when they have a capital.
_NAMES = frozenset({"May", "Will"})
_MODALS = frozenset({"will", "would", "could", "may", "might", "shall", "can", "won't"})


@functools.lru_cache(maxsize=8)
def _words(lexicon: Lexicon) -> _Words:
    return _Words(lexicon)


def find(
    sentence: Sentence, first: int, last: int, attribution: Attribution | None, lexicon: Lexicon
) -> tuple[Status, bool, tuple[Reason, ...]]:
    """Return the standing of the figure at tokens `first` up to `last`, whether it is preliminary, and why.

    >>> from newsfigures.lexicon import load
    >>> find(Sentence("The toll could rise to 40."), 5, 6, None, load("en"))
    (<Status.FORECAST: 'forecast'>, False, (('status:forecast', 2, 3),))
    """
    table = _words(lexicon)
    lowers = sentence.lowers
    status, preliminary = _ASSERTED, False
    best: tuple[int, int, int, str] | None = None
    reasons: list[Reason] = []
    done = 0
    for place, phrases in _phrases(sentence, lexicon):
        found = _reaching(phrases, table, sentence, first, last) if place >= done else None
        if found is not None:
            row, a, b = found
            done = b
            if row.status == "preliminary":
                preliminary = True
                reasons.append((PRELIMINARY, a, b))
            elif best is None or _RANK[row.status] < best[0]:
                best = (_RANK[row.status], a, b, row.status)
    if best is not None:
        status = _STATUS[_supposed(best[3], lowers, best[1], best[2])]
        reasons.insert(0, (f"status:{status.value}", best[1], best[2]))
    if attribution is not None and attribution.stance is not _ASSERTS and (best is None or status is _ESTIMATED):
        stance = _STANCES.get(attribution.stance)
        if stance is not None and stance is not status:
            status = stance
            reasons.insert(0, (f"stance:{attribution.stance.value}", *_cue_tokens(sentence, attribution, first, last)))
    return status, preliminary, tuple(reasons)


def sought(lexicon: Lexicon) -> frozenset[str]:
    """Return the words that are looked for in a sentence before it is read."""
    return _words(lexicon).starts


def is_put(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Say whether anything in a sentence may tell how firmly a figure is put."""
    return bool(_phrases(sentence, lexicon))


#: A phrase of the tables that stands in a sentence, by its tokens.
_Found = tuple[StatusWord, int, int]


@functools.lru_cache(maxsize=2)
def _phrases(sentence: Sentence, lexicon: Lexicon) -> list[tuple[int, list[_Found]]]:
    """Return the tokens at which phrases are anchored, with these, longest first; every figure asks for the same."""
    table, lowers = _words(lexicon), sentence.lowers
    starts, follow = table.starts, table.follow
    if starts.isdisjoint(sentence.telling):
        return []
    found: list[tuple[int, list[_Found]]] = []
    for place in [i for i, word in enumerate(lowers) if word in starts]:
        word = lowers[place]
        if word in follow and (place + 1 == len(lowers) or lowers[place + 1] not in follow[word]):
            continue
        here: list[_Found] = []
        for parts, offset, row in table.phrases[word]:
            a = place - offset
            b = a + len(parts)
            if a >= 0 and (len(parts) == 1 or tuple(lowers[a:b]) == parts):
                here.append((row, a, b))
        if here:
            found.append((place, here))
    return found


def _reaching(phrases: list[_Found], table: _Words, sentence: Sentence, first: int, last: int) -> _Found | None:
    """Return the longest phrase at a token that reaches the figure; one that only looks like a cue bars the shorter."""
    for row, a, b in phrases:
        if row.position == "none":
            return None
        if _reaches(row, a, b, sentence, first, last, table):
            return row, a, b
    return None


def _reaches(row: StatusWord, a: int, b: int, sentence: Sentence, first: int, last: int, table: _Words) -> bool:
    """Say whether the phrase at tokens `a` up to `b` speaks of the figure at `first` up to `last`."""
    position = row.position
    if position == "attached":
        return a in {last, last + 1} and sentence.lowers[a - 1] == "-" and sentence.joined(a)
    if position == "next":
        return 0 <= a - last <= 1
    if position == "from":
        return _is_left(sentence.lowers, b, first)
    if position == "toll":
        return (
            last <= a
            if sentence.lowers[a] != "as"
            else "at least" in " ".join(sentence.lowers[max(0, first - 3) : first])
        )
    if position in {"modal", "clause", "before", "near"} and b <= first:
        return _spans(sentence, b, first, _REACH[position], table) and not _is_noun(sentence, a)
    if position in {"modal", "clause", "subject"} and last <= a:
        return _is_subject(sentence, last, a, row, table) and not _is_noun(sentence, a)
    return position == "clause" and a <= first and last <= b


def _is_noun(sentence: Sentence, a: int) -> bool:
    """Say whether a phrase is part of a name, or the month: "Will Frost", "Planned Parenthood", "May"."""
    words = sentence.words
    if not words[a][0].isupper() or sentence.is_upper:
        return False
    follower = words[a + 1] if a + 1 < len(words) else ""
    if words[a] in _NAMES:
        return a > 0 or not follower.islower()
    return a > 0 and follower[:1].isupper() and words[a - 1].islower()


def _spans(sentence: Sentence, start: int, end: int, reach: int, table: _Words) -> bool:
    """Say whether a phrase before a figure still governs it: no new clause begins between them."""
    lowers = sentence.lowers
    if end - start > reach:
        return False
    commas = 0
    for k in range(start, end):
        word = lowers[k]
        if word in _STOPS or word in table.breaks or word in table.relative:
            return False
        if word in table.finite and lowers[k - 1] not in table.openers:
            return False
        if word in table.joiner and _is_past(lowers[k + 1], table):
            return False  # "demanded money and took 40 watches"
        commas += word == ","
    if commas % 2 == 0:
        return True
    comma = _last_comma(lowers, start, end)
    return end - 1 - comma <= _LIST and not (commas == 1 and lowers[comma + 1] == "and")


def _is_past(word: str, table: _Words) -> bool:
    return word in table.past or word.endswith(table.endings)


def _last_comma(lowers: Sequence[str], start: int, end: int) -> int:
    return max((k for k in range(start, end) if lowers[k] == ","), default=start)


def _is_subject(sentence: Sentence, start: int, end: int, row: StatusWord, table: _Words) -> bool:
    """Say whether a phrase behind a figure speaks of it: only the rest of its noun phrase stands between."""
    lowers = sentence.lowers
    reach = _REACH["clause" if row.position == "clause" else "subject"]
    while end > start and (lowers[end - 1] in table.finite or lowers[end - 1] in table.adverb):
        end -= 1  # "is also | believed"
    if end - start > reach:
        return False
    strict = row.position != "clause"
    for k in range(start, end):
        word = lowers[k]
        if word in _STOPS or word in table.breaks or word in table.relative:
            return False
        if strict and (word in {",", "and", "or", "that"} or word in table.finite or word in _MODALS):
            return False
    return True


def _is_left(lowers: Sequence[str], start: int, first: int) -> bool:
    """Say whether a figure is what a correction left: "revised down from more than 6,438"."""
    if not 0 <= first - start <= _REACH["before"]:
        return False
    between = lowers[start:first]
    if "from" not in between:
        return False
    behind = len(between) - 1 - between[::-1].index("from")
    return len(between) - behind <= 4 and "to" not in between[behind:]


def _supposed(status: str, lowers: Sequence[str], a: int, b: int) -> str:
    """Read "would" as a supposition beside an "if", else as the future seen from the past."""
    if status == "forecast" and lowers[a:b] == ["would"] and ("if" in lowers or "unless" in lowers):
        return "hypothetical"
    return status


def _cue_tokens(sentence: Sentence, attribution: Attribution, first: int, last: int) -> tuple[int, int]:
    """Return the tokens of an attribution's cue, or the figure's own when the cue stands in another sentence."""
    span = attribution.cue_span
    if span is None or not sentence.start <= span.start < sentence.end:
        return first, last
    inside = [i for i, start in enumerate(sentence.starts) if span.start <= start < span.end]
    return (inside[0], inside[-1] + 1) if inside else (first, last)
