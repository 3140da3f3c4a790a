"""Counts that no numeral says: one that "a", "the" or a name says, none that "no" says."""

from collections.abc import Sequence
from typing import Final, final

from .clause import Clause, Cue
from .lexicon import Lexicon
from .noun import family, is_plural, lemma
from .patient import COUNTED, Phrase, phrases
from .quantity import Mark

#: Determiners that make a noun phrase one.
_ONE: Final = frozenset(("a", "an", "one", "another"))
_SELF: Final = frozenset(("himself", "herself"))
_DEFINITE: Final = frozenset(("the", "his", "her", "their", "its", "this", "that"))


@final
class Implied:
    """A count that was said without a number: "a civilian", "the driver", "no one"; by tokens, with its value."""

    __slots__ = ("cue", "first", "head", "last", "value")

    def __init__(self, first: int, last: int, head: int, value: int, cue: Cue) -> None:
        self.first = first
        self.last = last
        self.head = head
        self.value = value
        self.cue = cue


def find(clause: Clause, marks: Sequence[Mark], lexicon: Lexicon) -> tuple[Implied, ...]:
    """Return the counts of one, or none, that are said with "a", "the", a name or "no"."""
    found: dict[int, Implied] = {}
    starts = {mark.first: at for at, mark in enumerate(marks)}
    for phrase in phrases(clause, marks, starts):
        if phrase.cue.row.kind != "person" or phrase.cue.row.id == "affected" or _is_wished(clause, phrase.cue):
            continue
        if any(phrase.first <= mark.first < phrase.last and mark.quantity.unit.kind in COUNTED for mark in marks):
            continue
        one = _one(clause, phrase, lexicon)
        if one is not None:
            found.setdefault(one.first, one)
    return tuple(found[first] for first in sorted(found))


def _is_wished(clause: Clause, cue: Cue) -> bool:
    """Say whether the deed is only wished or possible: "tried to kill a judge", "could have killed a child"."""
    tags = clause.tags
    at = cue.first
    while at > 0 and tags[at - 1] in "rbh":
        at -= 1
    if at == 0:
        return False
    return (cue.form == "B" and tags[at - 1] == "t") or tags[at - 1] in "mn"


def _one(clause: Clause, phrase: Phrase, lexicon: Lexicon) -> Implied | None:
    sentence, tags = clause.sentence, clause.tags
    first, last = phrase.first, phrase.last
    while first < last and (tags[first] == "r" or tags[first : first + 2] == "pr"):
        first += 1  # "On Monday a guard"
    if first >= last:
        return None
    low = sentence.lowers[first]
    if low in _SELF:
        return Implied(first, first + 1, -1, 1, phrase.cue)
    if low == "one" and tags[first + 1 : first + 2] == "o":
        return Implied(first, first + 1, -1, 1, phrase.cue)  # "one of them"
    if low in _ONE and first + 1 >= last:
        return Implied(first, first + 1, -1, 1, phrase.cue) if low == "one" else None
    end = _end(tags, first + 1, last)
    if low in ("no", "nobody", "none"):
        head = end - 1 if end > first + 1 and tags[end - 1] == "x" else -1
        if head >= 0 and family(lemma(sentence.lowers[head], lexicon), lexicon) != "person":
            return None  # "no doubt"
        return Implied(first, end, head, 0, phrase.cue)
    head = end - 1
    while head > first and (tags[head] not in "xX" or sentence.lowers[head].endswith("ing")):
        head -= 1
    if low in _ONE or low in _DEFINITE:
        if head == first or not _is_person(sentence.words[head], lexicon):
            return None
        return Implied(first, head + 1, head, 1, phrase.cue)
    if "X" in tags[first:end] and tags[end - 1] == "X" and _is_name(clause, first, end, lexicon):
        return Implied(first, end, head, 1, phrase.cue)
    return None


def _end(tags: str, at: int, last: int) -> int:
    """Return the token behind a noun phrase, an abbreviation in brackets taken along."""
    while at < last:
        if tags[at] == "(":
            closing = tags.find(")", at, at + 6)
            if closing < 0 or closing + 1 >= last or tags[closing + 1] not in "xX":
                break
            at = closing
        elif tags[at] not in "dxX'-#$egr" or (tags[at] == "r" and tags[at + 1 : at + 2] not in ("x", "e", "X")):
            break
        at += 1
    return at


def _is_person(word: str, lexicon: Lexicon) -> bool:
    return not is_plural(word, lexicon) and family(lemma(word, lexicon), lexicon) == "person"


def _is_name(clause: Clause, first: int, end: int, lexicon: Lexicon) -> bool:
    """Say whether capitalised words name one person: nothing plural, no place behind a preposition, no lone start."""
    sentence, tags = clause.sentence, clause.tags
    if any(tags[at] not in "X'-" for at in range(first, end)):
        # With words in small letters it takes a title: "Rebel Front commander Abu Kasim".
        titled = any(tags[at] == "x" and _is_person(sentence.words[at], lexicon) for at in range(first, end))
        return titled and not any(
            tags[at] == "x" and is_plural(sentence.words[at], lexicon) for at in range(first, end)
        )
    if any(is_plural(sentence.words[at], lexicon) for at in range(first, end)):
        return False
    if family(sentence.words[end - 1].lower(), lexicon) not in ("", "person"):
        return False
    if sentence.is_upper:
        return False
    # A single word at the start may be any noun: it is a name where one is explained, or was killed alone.
    return end - first > 1 or first > 0 or tags[end : end + 2] == ",d" or sentence.lowers[end : end + 1] == ["was"]
