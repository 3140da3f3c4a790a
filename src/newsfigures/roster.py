"""Those in front of a verb whom it befalls: a walk from it to the left, over lists, asides and relative clauses."""

import re
from collections.abc import Iterator
from typing import Final, final

from .clause import Clause, Cue
from .walk import bare_of_verbs

#: The rest of a verb group in front of its last verb ("have reportedly been", "were attacked and").
_GROUP: Final = re.compile(r"[hmbrn](?:[hmbrnt~]|[eVKPg](?=r*[tbceKPIS,~hr]|\Z)|[c,](?=r*[eKPIS]|\Z))*\Z")
PASSIVE: Final = re.compile(
    r"[hmrn]*b[rn]*(?:(?:[eVKPg]|x(?=t[hb]))~*r*(?:t[hmbrn]*)?(?:[yp][dxX#'$-]+)*(?:(?:,?c|,)(?:[hm]?b)?)?r*)*\Z"
)
#: A finite verb that a noun stands in front of.
_FINITE: Final = re.compile(r"(?<=[xX)'q-])r*(?:[hm]?b|[vD]|K(?=[pyd#]))")
#: The noun phrase that ends here, with what "of" adds.
_LAST: Final = re.compile(r"d?[xX#$'-]+(?:od?[xX#$'-]+)*\Z")
_PART_OF_DAY: Final = frozenset(("early", "late"))
_RELATIVE: Final = re.compile(r"z(?:[dxX]*(?=[vVDBKe]))?[rhmnb]*[vVeKDBPGIS]?~*\Z")
#: What follows a noun without a relative word: "a clerk on her way home", "men believed to be rebels".
_NO_VERB: Final = re.compile(r"[^evVKDBIhm]*")
_LONG_RELATIVE: Final = re.compile(r"(?<=[xX])z[rbhmn]*[eKPvI][^;.\"z]*\Z")
_OBJECT_RELATIVE: Final = re.compile(r"z(?:q|[dxX]+)[rh]*\Z")
_REDUCED: Final = re.compile(r"(?<=[xX])r*(?:[eV]?t[bv]|e?ob|ep)\Z")
_ASIDE: Final = re.compile(r"[egw]|x[wo]")
#: A noun phrase at the start of a clause that an apposition follows.
_NAMED: Final = re.compile(r"(?:\A|(?<=[;.uVzc\"]))[dxX'-]+,(?=[d#])")
#: A clause that begins with a place or time.
_FRONTED: Final = re.compile(r"(?:.*[;.uV])?[pr][dxX#'-]*\Z")
#: A clause that begins with a place.
_PLACED: Final = re.compile(r"(?:.*[;.uV,])?p[dxX'-]*X[dxX'-]*,\Z")
#: Behind a number, a part of those before.
_OF_THE: Final = (["of", "the"], ["of", "them"], ["of", "these"], ["of", "those"])
#: Names, and the place that they are in.
_NAMES: Final = re.compile(r"[X'-]+(?:p[dX'-]+)?")
_COUNTED_AGAIN: Final = re.compile(r",#[xX]+,")
_SINGULAR: Final = frozenset(("was", "is", "has"))
#: How far a walk goes from its verb, in tokens.
REACH: Final = 40
NOMINATIVE: Final = frozenset(("he", "she", "they"))


@final
class Phrase:
    """A noun phrase that a cue befalls, by tokens; `part` says that it names a part of the one before it."""

    __slots__ = ("bare", "cue", "first", "last", "near", "part")

    def __init__(
        self, cue: Cue, first: int, last: int, *, near: bool = False, part: bool = False, bare: bool = False
    ) -> None:
        self.cue = cue
        self.first = first
        self.last = last
        self.near = near
        self.bare = bare
        self.part = part


def subjects(clause: Clause, cue: Cue, *, bare: bool) -> Iterator[Phrase]:
    """Walk left from a verb group over the list of its subjects, nearest first."""
    tags = clause.tags
    before = max(0, cue.first - 14)
    if bare:
        group = _OBJECT_RELATIVE.search(tags, before, cue.first)
    else:
        passive = None if cue.form == "I" else PASSIVE.search(tags, before, cue.first)
        group = passive or _GROUP.search(tags, before, cue.first)
    end = group.start() if group else cue.first
    if cue.form == "I" or (not bare and group and tags[end - 1 : end] == "c"):
        end = _shared(tags, low=max(0, end - REACH), end=end)
    if tags[end - 2 : end] == ",z" and clause.sentence.lowers[end - 1] == "who":
        yield _told(cue, tags, end - 2)
        return
    while bare and end > 1 and tags[end - 1] == "r":
        end -= 1  # "a girl accidentally shot"
    if bare and end and (tags[end - 1] == "(" or clause.sentence.lowers[end - 1] == "found"):
        end -= 1  # "two men found shot to death", "two men (beheaded)"
    low = max(0, end - REACH)
    if end > 1 and tags[end - 1] == ";":
        closing = len(tags[:end].rstrip(";"))
        opening = tags.rfind(";", low, closing)
        if opening > 0 and bare_of_verbs(tags, opening, closing):
            end = len(tags[:opening].rstrip(";"))
    if end > 0 and tags[end - 1] == ",":
        opening = _opening(tags, low, end - 1, alone=clause.sentence.lowers[end] in _SINGULAR)
        if opening < 0:
            opening = end - 1  # a comma too many: "the driver of a van, was"
        elif tags[opening + 1] == "i":
            yield Phrase(cue, opening + 2, end - 1, part=True)
        elif _COUNTED_AGAIN.match(tags, opening) and "#" not in tags[low:opening]:
            yield Phrase(cue, opening + 1, end - 1)  # "the mayor's guards, two farmers, were"
        elif tags[opening + 1 : opening + 3] == "c~":
            yield Phrase(cue, opening + 2, end - 1)  # "the founder, along with three others, was"
        elif tags[opening + 1 : opening + 2] == "c" and _lists(clause, opening + 2, end):
            yield Phrase(cue, opening + 2, end - 1)  # "his mother, and a guest, were"
        end = opening
        while end > 1 and tags[end - 2 : end] == ",#":
            end -= 2  # "Petrov, 40, a guard, was"
        if end > 0 and tags[end - 1] in "KP~":
            other = next((other for other in clause.cues.values() if other.last == end), None)
            if other is not None:  # "boy shot, killed"
                group = PASSIVE.search(tags, max(0, other.first - 14), other.first)
                end = group.start() if group else other.first
                while bare and end > 1 and tags[end - 1] == "r":
                    end -= 1
    walk = _Walk(clause, cue, low, end, bare=bare)
    while walk.at > low and walk.step():
        pass
    yield from walk.finish()


def _shared(tags: str, low: int, end: int) -> int:
    """Return where the subject ends of a verb that goes on with another: "was hit by guards and later died"."""
    at = end
    while at > low and tags[at - 1] == "r":
        at -= 1
    if at <= low or tags[at - 1] not in "cu" or (tags[at - 1] == "u" and at < 1):
        return end
    at -= 1
    if tags[at - 1 : at] == ",":
        at -= 1
    start = max(tags.rfind(letter, low, at) for letter in ';."uzV') + 1
    first = _FINITE.search(tags, start, at)
    return first.start() if first else end


def _told(cue: Cue, tags: str, end: int) -> Phrase:
    """Return the noun phrase that ", who died" speaks of."""
    phrase = _LAST.search(tags, max(0, end - REACH), end)
    first = phrase.start() if phrase else end
    return Phrase(cue, first, end, near=True)


@final
class _Walk:
    """One walk to the left over a list of subjects: `at` is where it stands, `end` where the phrase it is in ends."""

    __slots__ = ("at", "bare", "cue", "end", "found", "listed", "low", "lowers", "stop", "tags")

    def __init__(self, clause: Clause, cue: Cue, low: int, end: int, *, bare: bool) -> None:
        self.tags = clause.tags
        self.lowers = clause.sentence.lowers
        self.cue = cue
        self.low = low
        self.at = self.end = end
        self.bare = bare
        self.listed = False
        self.stop = ""
        self.found: list[Phrase] = []

    def step(self) -> bool:
        """Take one step; say whether the walk goes on."""
        tags, at = self.tags, self.at
        letter = tags[at - 1]
        if letter in "K~" and not self.bare and not self.listed and self._is_reduced(at):
            return True
        if letter == "u" and not self.bare and tags[at : at + 1] == "g" and tags[at - 2 : at - 1] in ("K", "~"):
            self.at -= 1  # "a boy shot while hunting has died"
            return True
        if letter == ")":
            self.at = max(tags.rfind("(", self.low, at), self.low)
        elif letter == "q" and at == self.end and self.bare and self.lowers[at - 1] in NOMINATIVE:
            return False
        elif letter == "q" and (tags[at - 2 : at - 1] == "o" or at == self.end):
            self.at -= 1
            if tags[at - 2 : at - 1] != "o":
                self.stop = letter  # "he was killed"; "one of them" goes on
                return False
        elif letter in ';."uqzVvhmbBKDPGIYS' or (letter in "eg" and at < self.end and tags[at] in "d#q$"):
            relative = _RELATIVE.search(tags, self.low, at) if letter in "hmbzvVeKDBPIS" else None
            if letter == "z" and at < self.end and _NO_VERB.fullmatch(tags, at, self.end):
                relative = None  # "he said that two men were killed"
            relative = relative or (_REDUCED.search(tags, self.low, at) if letter in "vbeg" else None)
            if relative is None and not self.bare and not self.found and tags[at : at + 1] in "pqow":
                relative = _LONG_RELATIVE.search(tags, self.low, at)
                self.end = relative.start() if relative else self.end
            if letter == "g" and not self.bare and at > 1 and tags[at - 2] in "xX)":
                self.at = self.end = at - 1  # "a raider carrying 12 bombs was"
                return True
            if relative is None or self.lowers[relative.start()] == "whose":
                self.stop = letter
                return False
            self.at = relative.start()
        elif letter == "i":
            if _ends_clause(tags, at - 1):
                self.at = self.end
                return False
            self.found.append(Phrase(self.cue, at, self.end, part=True))
            self.end = self.at = at - 2 if at > 1 and tags[at - 2] == "," else at - 1
        elif letter == "c" and _is_one_name(tags, self.low, at, self.end):
            self.at -= 1
        elif letter == "," and (fronted := _fronted(tags, self.low, at - 1)):
            if at < self.end:
                self._add()
            self.end = self.at
            self.found.extend(Phrase(self.cue, first, last) for first, last in (fronted,))
            return False
        elif letter == "c" or (letter == "," and (self.listed or self.found)):
            self._divide(letter)
            if tags[at - 2 : at + 1] == ",c#" and self.lowers[at + 1 : at + 3] in _OF_THE:
                self.end = self.at
                return False  # "..., and one of the raiders was killed"
        elif letter == "," and not self.bare and at > 1 and tags[at - 2] in "xX" and _ASIDE.match(tags, at):
            self.at = self.end = at - 1  # "six rebels, armed with axes were"
        elif letter == "," and not self.bare and tags[at : at + 1] == "z":
            self.at = self.end = at - 1  # "a chief, who had been hurt died"
        elif letter == ",":
            return False
        else:
            self.at -= 1
        return True

    def _is_reduced(self, at: int) -> bool:
        """Step over a participle that stands for a relative clause: "a boy hurt in a fire has died"."""
        tags, start = self.tags, at - 1
        while start > 0 and tags[start] == "~":
            start -= 1
        behind = tags[at] if self.lowers[at] not in _PART_OF_DAY else "r"
        if tags[start] != "K" or tags[start - 1 : start] not in ("x", "X", ")") or behind in "d#xXq$":
            return False
        self.at = self.end = start
        return True

    def _divide(self, letter: str) -> None:
        """End a phrase of the list at "and" or at a comma."""
        aside = letter == "," and self.found and _is_apposition(self.tags, self.low, self.at, self.end)
        if self.at < self.end and not aside:
            self._add()
        self.listed = self.listed or letter == "c"
        self.end = self.at = self.at - 1

    def _add(self) -> None:
        near = self.bare and not self.found
        self.found.append(Phrase(self.cue, self.at, self.end, near=near, bare=self.bare))

    def finish(self) -> list[Phrase]:
        """Return the phrases, the one that the walk ended in among them unless it ends the clause before.

        "He died in Losk and two were hurt": Losk is hurt by nothing; "it left two guards and a cook dead" is a list.
        """
        own = not self.stop or self.stop in 'Vquz;."' or (self.bare and self.stop in "egvh")
        if self.at < self.end and (own or not self.found):
            self._add()
        elif self.at < self.end:
            first, *others = self.found
            return [first, *(phrase for phrase in others if not _is_names(self.tags, phrase))]
        return self.found


def _is_one_name(tags: str, low: int, at: int, end: int) -> bool:
    """Say whether "and" before `at` stands inside a name behind "of": "a student of Losk Science and Arts College"."""
    if at >= end or _NAMES.fullmatch(tags, at, end) is None or at < low + 2 or tags[at - 2] != "X":
        return False
    left = at - 2
    while left > low and tags[left - 1] in "X'-d":
        left -= 1
    return left > low and tags[left - 1] in "opwft"


def _is_names(tags: str, phrase: Phrase) -> bool:
    """Say whether a phrase is names alone, which behind another clause are the rest of its place: "Losk, Ruritania"."""
    return all(letter in "X'-" for letter in tags[phrase.first : phrase.last])


def _opening(tags: str, low: int, closing: int, *, alone: bool) -> int:
    """Return the comma that opens what a comma closes in front of a verb, or -1: a subset, an apposition, "who ...".

    `alone` says that the verb speaks of one, so that there is no list: "Petrov, a clerk of Ink, Paper, and Co., was".
    """
    subset = max(tags.rfind(",i", low, closing), tags.rfind(",ri", low, closing))
    if subset >= 0 and bare_of_verbs(tags, subset + 1, closing):
        return subset
    if alone:
        for named in _NAMED.finditer(tags, low, closing):
            if _is_aside_up_to(tags, named.end(), closing):
                return named.end() - 1
    opening = tags.rfind(",", low, closing)
    if opening > 0 and _FRONTED.match(tags[:opening]):
        return -1  # "In Losk, the driver of a van, was"
    while opening >= 0 and not bare_of_verbs(tags, opening + 1, closing) and tags[opening + 1] != "z":
        opening = tags.rfind(",z", low, opening)
    return opening


def _is_aside_up_to(tags: str, first: int, last: int) -> bool:
    """Say whether no verb stands between, unless in a relative clause."""
    relative = tags.find("z", first, last)
    return bare_of_verbs(tags, first, last if relative < 0 else relative)


def _fronted(tags: str, low: int, comma: int) -> tuple[int, int] | None:
    """Return what "in addition to the bomber, one of many," adds in front of a clause."""
    start = end = comma
    while start > low and tags[start - 1] not in ";.u":
        start -= 1
        if tags[start] == ",":
            end = start
    first = start + 1
    if tags[start] != "c" or tags[first : first + 1] != "~":
        return None
    while tags[first] == "~":
        first += 1
    return (first, end) if bare_of_verbs(tags, first, end) else None


def _lists(clause: Clause, at: int, end: int) -> bool:
    """Say whether "and" behind a comma adds somebody in front of a plural verb, and not a last number of ages."""
    return clause.sentence.lowers[end] not in _SINGULAR and any(letter in "xX" for letter in clause.tags[at:end])


def _ends_clause(tags: str, at: int) -> bool:
    """Say whether "including" at `at` adds to a clause that is complete: "15 died, including six children"."""
    before = at - 2 if at > 1 and tags[at - 1] == "," else at - 1
    return before >= 0 and tags[before] in "IKSBDGP~ve"


def is_wider_place(tags: str, first: int, last: int) -> bool:
    """Say whether one name goes on with the place that a clause begins with: "In the Losk district, Dorva, a man"."""
    return last - first == 1 and tags[last : last + 1] in (",", "p") and _PLACED.match(tags[:first]) is not None


def _is_apposition(tags: str, low: int, at: int, end: int) -> bool:
    """Say whether the phrase behind a comma explains the name in front of it: "Wahab, a deputy chief, and ..."."""
    if tags[at] != "d" or end >= len(tags) or tags[end] not in ",c":
        return False
    left = at - 2
    return (
        left >= low
        and tags[left] == "X"
        and not is_wider_place(tags, left, at - 1)
        and (left == 0 or tags[left - 1] in 'X,.;"cVu')
    )
