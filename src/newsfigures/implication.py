"""Counts that no numeral says: one that "a", "the", a pronoun or a name says, none that "no" says.

"They" and "the hostages" count as many as were counted before.
"""

import functools
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import Final, final

from .clause import Clause, qualifiers
from .lexicon import Lexicon
from .noun import ends_alike, family, is_person, is_plural, lemma
from .patient import headed, phrases
from .quantity import Mark
from .roster import Phrase, is_wider_place
from .unit import UnitKind
from .unreal import befell_nobody

#: Determiners that make a noun phrase one.
_ONE: Final = frozenset(("a", "an", "one", "another"))
#: Pronouns for one person, and for several.
_SELF: Final = frozenset(("himself", "herself", "self", "him", "her", "he", "she"))
_SEVERAL: Final = frozenset(("they", "them", "both", "all"))
#: Behind "with" stands what people are infected with.
_INFECTED: Final = "infected"
_CLOSING: Final = frozenset("'\"\u2019\u201d")
_DEFINITE: Final = frozenset(("the", "his", "her", "their", "its", "this", "that"))
_ARTICLES: Final = frozenset(("a", "an", "the", "his", "her"))
_OWNERS: Final = frozenset(("his", "her", "their"))
_POINTING: Final = frozenset(("the", "these", "those", "both", "all"))
#: Behind "a": one more of those counted before.
_ORDINALS: Final = frozenset(("second", "third", "fourth", "fifth", "sixth"))
#: Where one noun phrase ends and another begins.
_SEAM: Final = frozenset(("xd", "Xd", "rd", "#d"))
#: A small word before a hyphen that belongs to a name: "Omar al-Losk".
_PARTICLES: Final = frozenset(("x-X", "r-X", "p-X", "d-X"))
_ADVERBIAL: Final = ("ally", "tly", "sly", "dly", "ously")
_TWO: Final = Decimal(2)
#: Nouns that name as many people as they say.
PAIRS: Final = MappingProxyType({"couple": _TWO, "duo": _TWO, "trio": Decimal(3)})
_NOUNS: Final = frozenset("dxX-'")
#: What stands in front of a noun phrase that is none of it: "On Monday a guard".
_AHEAD: Final = re.compile(r"[r~](?!-)|pr")
_SEVERAL_VERBS: Final = frozenset(("suffer", "have", "are", "were", "haven't", "aren't", "weren't"))
#: A single name behind a preposition, a name and "and": "the member for Losk and Dorva".
_PLACES: Final = frozenset(("pXc", "FXc"))
_AGREEING: Final = frozenset(("is", "was", "has", "dies", "gets", "wasn't", "isn't"))

#: What follows the name of a firm.
_FIRMS: Final = ("Inc", "Corp", "Plc", "PLC", "plc", "Ltd", "Co ", "Co.", "Group", "<")

#: What is taken from people who were counted before: "it ended their lives".
LIVES: Final = "lives"

#: Those counted before, latest first: the noun and how many.
Counted = tuple[str, Decimal]


@final
class Implied:
    """A count that was said without a number: "a civilian", "the driver", "no one"; by tokens, with its value."""

    __slots__ = ("first", "head", "last", "value")

    def __init__(self, first: int, last: int, head: int, value: Decimal) -> None:
        self.first = first
        self.last = last
        self.head = head
        self.value = value


def find(
    clause: Clause, marks: Sequence[Mark], lexicon: Lexicon, before: Sequence[Counted] = ()
) -> tuple[Implied, ...]:
    """Return the counts that are said without a numeral; `before` are those counted in the sentences before."""
    found: dict[int, Implied] = {}
    starts = {mark.first: at for at, mark in enumerate(marks)}
    befallen = [
        phrase
        for phrase in phrases(clause, marks, starts)
        if phrase.cue.row.kind == "person"
        and phrase.cue.row.id != "affected"
        and not befell_nobody(clause, phrase, lexicon)
    ]
    for phrase in befallen if len(befallen) < 2 else _without_doubles(clause, befallen):
        if headed(clause, phrase, marks) and not _is_one_more(clause, phrase.first):
            continue
        listed = any(other is not phrase and other.cue is phrase.cue for other in befallen)
        one = _Reader(clause, phrase, marks, lexicon).read(before, listed=listed)
        if one is not None:
            found.setdefault(one.first, one)
    return tuple(found[first] for first in sorted(found))


def _without_doubles(clause: Clause, befallen: Sequence[Phrase]) -> Iterator[Phrase]:
    """Leave out the first of two nouns of one person: "their friend and captain Anna Kovac was killed"."""
    tags, lowers = clause.tags, clause.sentence.lowers
    for phrase in befallen:
        at = phrase.last
        other = tags[at : at + 1] == "c" and next((one for one in befallen if one.first == at + 1), None)
        if not other or other.cue is not phrase.cue or tags[other.first] in "d#" or tags[other.last - 1] != "X":
            yield phrase
        elif not _NOUNS.issuperset(tags[phrase.first : other.last].replace("c", "")):
            yield phrase
        elif lowers[other.last : other.last + 1] not in (["was"], ["is"], ["has"]):
            yield phrase


def taken(
    clause: Clause, marks: Sequence[Mark], lexicon: Lexicon, before: Sequence[Counted] = ()
) -> tuple[Implied, ...]:
    """Return how many lives were taken where "a missile ended their lives": those of the people counted before."""
    lowers = clause.sentence.lowers
    at = lowers.index(LIVES)
    if at < 2 or lowers[at - 1] != "their" or lowers[at - 2] not in _takers(lexicon):
        return ()
    best = next((best for _, best in _people(marks, at - 1, before) if best > 1), None)
    return () if best is None else (Implied(at - 1, at + 1, at, best),)


@functools.lru_cache(maxsize=8)
def _takers(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(word for row in lexicon.rows("qualifier") if row.role == "taken" for word in row.phrases)


def _people(marks: Sequence[Mark], first: int, before: Sequence[Counted]) -> list[Counted]:
    """Return the people counted in front of a token and in the sentences before, latest first."""
    here = [
        (mark.quantity.unit.name, mark.quantity.best)
        for mark in reversed(marks)
        if mark.last <= first and mark.quantity.unit.family == "person" and mark.quantity.best is not None
    ]
    return [*here, *before]


def _is_one_more(clause: Clause, first: int) -> bool:
    """Say whether "a third" is no share but one more person: "two died and a third was hurt"."""
    lowers = clause.sentence.lowers
    return lowers[first] == "a" and lowers[first + 1] in _ORDINALS and lowers[first + 2 : first + 3] != ["of"]


@final
class _Reader:
    """One noun phrase that something befell."""

    __slots__ = ("clause", "cue", "first", "last", "lexicon", "marks", "sentence", "tags")

    def __init__(self, clause: Clause, phrase: Phrase, marks: Sequence[Mark], lexicon: Lexicon) -> None:
        self.clause = clause
        self.sentence = clause.sentence
        self.tags = clause.tags
        self.cue = phrase.cue
        self.marks = marks
        self.lexicon = lexicon
        first, last = phrase.first, phrase.last
        while first < last and _AHEAD.match(self.tags, first):
            first += 1  # "On Monday a guard"
        if self.tags[first : first + 1] == "p":
            # "During a rally a farmer"
            first = next((at for at in range(last - 1, first + 1, -1) if self.tags[at - 1 : at + 1] in _SEAM), last)
        elif self.tags.find("d", first + 2, last) > 0:
            first, last = self._seamed(first, last)
        while self.tags[first : first + 3] == "dxo" and self.sentence.lowers[first + 1] in _deeds(lexicon):
            first += 3  # "the death of a man who was shot"
        while first < last and self.tags[last - 1] == "r":
            last -= 1  # "girl accidentally shot"
        inner = self.tags.rfind("od", first, last) + 1
        if inner and (phrase.bare or self.tags[last : last + 1] == "z") and self.sentence.lowers[inner] in ("a", "an"):
            head = lemma(self.sentence.lowers[last - 1], lexicon)
            first = inner if family(head, lexicon) == "person" else first  # "the wife of a man who was shot"
        self.first = first
        self.last = last

    def _seamed(self, first: int, last: int) -> tuple[int, int]:
        """Leave out what stands beside a noun phrase: "days after the match a fan", "shot a guard the day before"."""
        tags, lowers = self.tags, self.sentence.lowers
        for at in range(first + 2, last):
            if tags[at - 1 : at + 1] not in ("xd", "Xd") or lowers[at] not in _ARTICLES:
                continue
            if first >= self.cue.last:
                return first, at
            beside = tags[first] == "d" or lowers[at - 1] in qualifiers("thing", self.lexicon)
            if beside and "o" not in tags[first:at]:
                return at, last
        return first, last

    def read(self, before: Sequence[Counted], *, listed: bool) -> Implied | None:
        """Return the count of the phrase; `listed` says that it stands beside others."""
        first, last = self.first, self.last
        if first >= last:
            return None
        if last > self.cue.first and self.cue.form in "RO":
            return self._body(before)
        if self.sentence.lowers[first - 1] == "with" and first == self.cue.last and self.cue.row.id == _INFECTED:
            return None  # "infected with Lassa"
        low = self.sentence.lowers[first]
        if low in _CLOSING and self.cue.last == first:
            return None  # to "kill" the singer
        if "likes" in self.sentence.lowers[:first] and self.tags[first] == "X":
            return None  # "without the likes of Novak and Petrov injured"
        alone = first + 1 >= last
        if low in _SELF and (alone or self.tags[first] == "q"):
            return self._one(first + 1) if self.cue.row.gravity else None
        if low in _SEVERAL and alone and self.cue.row.gravity:
            several = self._several(before, first + 1, "")
            return several or (self._so_many(first + 1, _TWO) if low == "both" else None)
        if low == "one" and (alone or self.tags[first + 1] == "o"):
            return self._one(first + 1)  # "one of them"
        if low == "another" and alone:
            return self._one(first + 1)
        if self.sentence.lowers[first:last] == ["the", "other"]:
            return self._one(last)
        if low == "a" and not alone and self.sentence.lowers[first + 1] in _ORDINALS:
            head = self._head(_end(self.tags, first + 1, last))
            return self._one(head + 1, head) if self._is_one(head) else self._one(first + 2)
        if low in ("no", "nobody", "none"):
            return self._none()
        if self._is_several(listed=listed):
            return None
        return self._aged() or self._noun(low, before) or self._bare(listed=listed)

    def _is_several(self, *, listed: bool) -> bool:
        """Say whether one name has the verb of several, as a team or a firm has: "Dorva have been charged"."""
        first, last = self.first, self.last
        if listed or last > self.cue.first or self.sentence.lowers[last] not in _SEVERAL_VERBS:
            return False
        opens = not first or self.tags[first - 1] not in "ci," or self.tags[first - 2 : first] in ("u,", "r,")
        if not opens and self.tags[0] in "pf":
            opens = self.tags.find(",") == first - 1  # "In contrast, Hull are"
        return opens and self.tags[first] in "X#"

    def _body(self, before: Sequence[Counted]) -> Implied | None:
        """Return the count of "a dead body", "the body", "his body", "their bodies", "body"."""
        low, last = self.sentence.lowers[self.first], self.last
        if self.sentence.lowers[max(last - 2, 0)] in qualifiers("organised", self.lexicon):
            return None  # "the governing body"
        several = is_plural(self.sentence.lowers[last - 1], self.lexicon)
        if low in _OWNERS:
            return self._several(before, self.first + 1, "") if several else self._one(self.first + 1)
        if several:
            return self._several(before, last, "") if low in _POINTING else None
        if low in _ONE or low in _DEFINITE or self.tags[self.first] in "xe":
            return self._one(last, last - 1)
        return None

    def _one(self, last: int, head: int = -1) -> Implied:
        return Implied(self.first, last, head, Decimal(1))

    def _so_many(self, last: int, many: Decimal, head: int = -1) -> Implied:
        return Implied(self.first, last, head, many)

    def _none(self) -> Implied | None:
        first = self.first
        end = _end(self.tags, first + 1, self.last)
        head = end - 1 if end > first + 1 and self.tags[end - 1] == "x" else -1
        if head >= 0 and not is_person(self.sentence.lowers[head], self.lexicon):
            return None  # "no doubt"
        return Implied(first, end, head, Decimal(0))

    def _several(self, before: Sequence[Counted], last: int, head: str) -> Implied | None:
        """Count "they" or "the hostages" as those counted before, in this sentence or the last ones."""
        vague = head in _generic(self.lexicon)
        for name, best in _people(self.marks, self.first, before):
            if best > 1 and (not head or vague or name == head):
                return Implied(self.first, last, last - 1 if head else -1, best)
        return None

    def _aged(self) -> Implied | None:
        """Read "an 11-year-old", "18-year-old Anna Kovac", "3-year-old girl"."""
        first, last = self.first, self.last
        for mark in self.marks:
            if mark.quantity.unit.kind is UnitKind.AGE and mark.first in (first, first + 1) and mark.last <= last:
                if mark.first > first and self.sentence.lowers[first] not in _ONE | _DEFINITE:
                    return None
                if mark.number_last == mark.last:
                    return None  # "40" alone is no person
                end = _end(self.tags, mark.last, last)
                head = self._head(end)
                if head < mark.last:
                    return self._one(mark.last)
                return self._one(head + 1, head) if self.tags[head] == "X" or self._is_one(head) else None
        return None

    def _noun(self, low: str, before: Sequence[Counted]) -> Implied | None:
        """Read "a civilian", "the driver", "his friend's brother", "the hostages"."""
        first = self.first
        end = _end(self.tags, first + 1, self.last)
        head = self._head(end)
        owned = "'" in self.tags[first:head] and self.sentence.lowers[self.tags.index("'", first)] in ("'s", "'")
        if low not in _ONE and low not in _DEFINITE and low not in _POINTING and not owned:
            return None
        if head == first:
            return None
        if self.tags[head] == "X" and "x" in self.tags[first:head] and self._is_one(self.tags.rindex("x", first, head)):
            return self._one(head + 1, head)  # "his helper Anton"
        pair = PAIRS.get(self.sentence.lowers[head])
        if pair is not None and self.tags[head + 1 : head + 2] != "o":
            return self._so_many(head + 1, pair, head)
        if self._is_one(head, invariant=low in ("a", "an", "another", "one")):
            return self._one(head + 1, head) if low not in ("these", "those", "both", "all") else None
        if low in _ONE and self._is_somebody(head) and self.tags[max(0, first - 1)] != "w":
            return self._one(head + 1, head)
        if low in _POINTING and (first + 2 >= end or (first + 3 >= end and self.tags[first + 1] != "d")):
            name = lemma(self.sentence.words[head], self.lexicon)
            if family(name, self.lexicon) != "person":
                return None
            two = self._so_many(head + 1, _TWO, head) if low == "both" else None
            return self._several(before, head + 1, name) or two
        return None

    def _bare(self, *, listed: bool) -> Implied | None:
        """Read a name, and a noun without an article: "Anna Kovac", "a cook and maid", "Cook killed in fire"."""
        first, tags = self.first, self.tags
        end = _end(tags, first + 1, self.last)
        head = self._head(end)
        if any(letter not in "xX'-e" for letter in tags[first + tags.startswith("r-", first) : end]):
            return None
        if tags[end - 1] == "X" and self._is_name(end):
            return self._one(end, head)
        if not self._is_one(head) or (listed and self._is_singular()):
            return None  # "a farmer and activist was killed" is one person
        return self._one(head + 1, head)

    def _is_singular(self) -> bool:
        """Say whether the verb speaks of one."""
        at = self.cue.first
        while at > 0 and self.tags[at - 1] in "rbhn":
            at -= 1
            if self.sentence.lowers[at] in _AGREEING:
                return True
        return False

    def _head(self, end: int) -> int:
        head = end - 1
        lowers = self.sentence.lowers
        times = qualifiers("thing", self.lexicon)  # "a toddler Monday morning"
        while head > self.first:
            low = lowers[head]
            if ends_alike(low, self.lexicon) and low not in times:
                break
            if self.tags[head] in "xX" and not low.endswith(("ing", "ed")):
                break
            head -= 1
        return head

    def _is_one(self, head: int, *, invariant: bool = False) -> bool:
        """Say whether a noun is one person: "a soldier", and with an article "a staff"."""
        word = self.sentence.words[head]
        name = lemma(word, self.lexicon)
        if name == "head" and self.cue.row.remains and self.tags[head + 1 : head + 2] == "o":
            return True  # "the head of a school"
        if family(name, self.lexicon) != "person" or name in _deeds(self.lexicon):
            return False
        if name == "agent" and self.sentence.lowers[head - 1].endswith("ing"):
            return False  # "the bleaching agent"
        return not is_plural(word, self.lexicon) or (invariant and name == word.lower())

    def _is_somebody(self, head: int) -> bool:
        """Say whether a noun that is in no table is a person, because it was killed: "an expatriate", "a Dalit"."""
        row = self.cue.row
        if not row.remains or self.cue.form == "R" or self.sentence.lowers[self.cue.first] in row.remains:
            return False
        word = self.sentence.words[head]
        name = lemma(word, self.lexicon)
        low = name.lower()
        if self.tags[head + 1 : head + 2] in ("g", "e", "x"):
            return False  # "an unpaid marketing campaign"
        known = family(name, self.lexicon) or any(
            low in qualifiers(role, self.lexicon) for role in ("thing", "document")
        )
        return not known and not is_plural(word, self.lexicon)

    def _is_name(self, end: int) -> bool:
        """Say whether words with a capital name one person: no group, no place behind a preposition, no lone start."""
        first, sentence, tags, lexicon = self.first, self.sentence, self.tags, self.lexicon
        if sentence.is_upper or self._is_group(end - 1):
            return False
        small = [at for at in range(first, end) if tags[at] == "x" and "-" not in sentence.lowers[at - 1 : at + 2 : 2]]
        if small:
            # With words in small letters it takes a title: "Rebel Front commander Abu Kasim".
            return self._is_one(small[-1])
        if any(tags[at] not in "X'-" for at in range(first, end) if tags[at : at + 3] not in _PARTICLES):
            return False
        if family(sentence.words[end - 1].lower(), lexicon) not in ("", "person"):
            return False
        if end - first == 1 and (
            sentence.lowers[first].endswith(_ADVERBIAL) or sentence.lowers[first] in _days(lexicon)
        ):
            return False  # an adverb in a headline, "a wound Sun."
        if is_wider_place(tags, first, end) or (end - first == 1 and tags[first - 3 : first] in _PLACES):
            return False
        if self._is_elsewhere(end):
            return False
        if end - first > 1 or first > 0:
            return True
        # A single word at the start may be any noun: it is a name where one is explained, or was killed alone.
        if tags[end : end + 2] in (",d", ",z") or sentence.lowers[end : end + 1] == ["was"]:
            return True
        return tags[end : end + 1] in ("c", ",", "I") and f" {sentence.lowers[first]} " not in sentence.document

    def _is_elsewhere(self, end: int) -> bool:
        """Say whether the text has the name of a place or a firm: "rescued Dorva", beside "in Dorva", "Dorva Inc"."""
        row, is_object = self.cue.row, self.first >= self.cue.last
        if not is_object and (row.gravity or self.cue.form == "I"):
            return False
        if is_object and row.id == "captured" and end - self.first == 1:
            return True
        name, document = self.sentence.said(self.first, end), self.sentence.document
        return any(f" in {name}{close}" in document for close in " .,") or (
            not row.gravity and any(f"{name} {ending}" in document for ending in _FIRMS)
        )

    def _is_group(self, last: int) -> bool:
        """Say whether a name is that of several: "Guards", "Kachin Rebels"."""
        word = self.sentence.words[last]
        if not is_plural(word, self.lexicon) or self._is_singular():
            return False
        return last == self.first or bool(family(lemma(word.lower(), self.lexicon), self.lexicon))


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
    while at > 0 and tags[at - 1] == "-":
        at -= 1
    return at


@functools.lru_cache(maxsize=8)
def _deeds(lexicon: Lexicon) -> frozenset[str]:
    """Return the nouns that name what befell somebody, not the one whom it befell: "death", "arrest"."""
    return frozenset(word for row in lexicon.rows("measure") for phrase in row.deeds for word in (phrase.split()[-1],))


@functools.lru_cache(maxsize=8)
def _days(lexicon: Lexicon) -> frozenset[str]:
    """Return the short names of days, which stand where a name might."""
    return frozenset(word for row in lexicon.rows("date") if row.role == "short_weekday" for word in row.phrases)


@functools.lru_cache(maxsize=8)
def _generic(lexicon: Lexicon) -> frozenset[str]:
    """Return the nouns that point at anybody counted before: "the victims"."""
    return frozenset(word for row in lexicon.rows("qualifier") if row.role == "anybody" for word in row.phrases)
