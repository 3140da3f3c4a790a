"""Walks over the letters of a clause: the subject of a verb, the noun phrase beside a number.

All ranges are of tokens; `None` says that the words do not settle it.
"""

from typing import Final

from .clause import VERBS, Clause

#: What a noun phrase is made of.
NOMINAL: Final = frozenset("dxX#$'-eg~")
#: And with what prepositions join to it.
_PHRASAL: Final = NOMINAL | frozenset("opFwfyri")
_LEFT: Final = frozenset("dxX#$'-o")
_RIGHT: Final = frozenset("dxX'-")
_FINITE: Final = frozenset("vVbhmBDI")
_GROUP: Final = frozenset("vVhmbertnBKDPGIY~")
_TALK: Final = frozenset(("it", "they", "he", "she"))


def bare_of_verbs(tags: str, first: int, last: int) -> bool:
    """Say whether no finite verb stands between two tokens."""
    return _FINITE.isdisjoint(tags[first:last])


def verb_before(tags: str, at: int) -> int:
    """Return the token of the nearest verb to the left of `at` in its part of the sentence, or -1.

    >>> verb_before("xv##x", 2)
    1
    """
    while at > 0:
        at -= 1
        letter = tags[at]
        if letter in VERBS:
            if letter not in "eg" or not at or tags[at - 1] != "-":
                return at
        elif letter in ";.":
            return -1
    return -1


def subject(clause: Clause, at: int, depth: int = 0) -> tuple[int, int] | None:
    """Return the tokens of the subject of the clause that holds token `at`; `None` for a pronoun or no subject.

    A participle or a second verb takes the subject of the verb before it, a relative clause the noun in front, and
    "it" in what somebody says is the one who says it.
    """
    verb = verb_before(clause.tags, at)
    return subject_of(clause, verb, depth) if verb >= 0 and depth <= 4 else None


def subject_of(clause: Clause, verb: int, depth: int = 0) -> tuple[int, int] | None:
    """Return the tokens of the subject of the verb at a token, as `subject` does."""
    tags = clause.tags
    start = verb
    while start > 0 and tags[start - 1] in _GROUP and not (tags[start - 1] == "V" and tags[verb] not in "tV"):
        start -= 1
    while start < verb and tags[start] == "r":
        start += 1
    before = tags[start - 1] if start else ""
    if clause.sentence.lowers[start] == "having":
        return subject(clause, start, depth + 1)
    if before == "z":
        end = start - 1
        if end and tags[end - 1] == "V":
            return None
        return run_before(tags, end - 1 if end and tags[end - 1] == "," else end)
    if before == "q":
        if clause.sentence.lowers[start - 1] not in _TALK:
            return None
        said = start - 2 if start > 1 and tags[start - 2] == "z" else start - 1
        return subject(clause, said, depth + 1) if said > 0 and tags[said - 1] == "V" else None
    if tags[start] == "t" and start:
        earlier = verb_before(tags, start)
        if earlier >= 0 and "u" not in tags[earlier:start]:
            return subject(clause, start, depth + 1)  # "rose 5% to end at 120"
    if before == "," and tags[start] not in "gG":
        opening = tags.rfind(",", max(0, start - 25), start - 1)
        finite = tags[start] not in "ePK" or verb_before(tags, opening) < 0
        if opening > 0 and finite and bare_of_verbs(tags, opening + 1, start - 1):
            return phrase_before(tags, opening)
    if before == "," and tags[start] == "g" and verb_before(tags, start) < 0:
        return phrase_before(tags, start - 1)  # "The army, boasting 40 tanks, moved"
    if before in ("", ",", "c", "u", ";", ".", '"', "w", "y", "V", "F", "p", "o", "f"):
        return subject(clause, start, depth + 1) if start else None
    return phrase_before(tags, start)


def phrase_before(tags: str, end: int) -> tuple[int, int] | None:
    """Return the noun phrase, prepositional phrases and lists included, that ends in front of token `end`."""
    start = end
    while start > 0:
        letter = tags[start - 1]
        if letter in "eg" and (start == end or tags[start] in "d#q$X"):
            break
        if letter in "xX$#~)" and start < end and tags[start] == "d":
            break  # a determiner opens a phrase of its own: "in May the rate"
        if letter in _PHRASAL:
            start -= 1
        elif letter == ")":
            start = max(tags.rfind("(", 0, start), 0)
        elif letter == "c" and not _joins_clauses(tags, start - 1):
            start -= 1
        else:
            break
    return trim(tags, start, end)


def trim(tags: str, start: int, end: int) -> tuple[int, int] | None:
    """Drop a fronted preposition, adverbs at both ends and determiners; `None` when nothing is left."""
    while start < end and tags[start] in "rcpuFwtyof'-di,\"":
        start += 1
    while start < end and tags[end - 1] in 'rcpuFwtyof-di,"':
        end -= 1
    return (start, end) if start < end else None


def _joins_clauses(tags: str, at: int) -> bool:
    """Say whether "and" at `at` stands behind the object of another verb rather than in a list of subjects."""
    if at and tags[at - 1] == "$":
        return True
    left = at - 1
    while left >= 0 and (tags[left] in NOMINAL or tags[left] in "opFwr"):
        left -= 1
    return left >= 0 and (tags[left] in VERBS or (tags[left] in "tfc" and "#" in tags[left:at]))


def run_before(tags: str, end: int) -> tuple[int, int] | None:
    """Return the run of nominal words that ends in front of `end`, with what "of" joins to it on the left."""
    start = end
    while start > 0:
        letter = tags[start - 1]
        if letter not in _LEFT or (start == end and letter == "o"):
            break
        if start < end and tags[start] == "d" and letter in "xX$#":
            break
        start -= 1
    return trim(tags, start, end)


def run_after(tags: str, start: int, *, through: str = "o") -> tuple[int, int] | None:
    """Return the run of nominal words that starts at `start`, with what the prepositions in `through` join to it."""
    end, size = start, len(tags)
    while end < size:
        letter = tags[end]
        if letter not in _RIGHT:
            if end == start or (letter not in through and (letter != "#" or tags[end - 1] != "-")):
                break
        elif letter == "d" and end > start and tags[end - 1] in "xX":
            break  # "food | a day"
        end += 1
    return trim(tags, start, end)
