"""Those whom a verb of the measures befalls: its objects, the subjects of its passive, lists and subsets of both."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, final

from .clause import Clause, Cue
from .quantity import Mark
from .roster import NOMINATIVE, PASSIVE, REACH, Phrase, subjects
from .row import MeasureWord
from .unit import UnitKind

_NEGATED: Final = re.compile(r"n[rhb]*\Z")
_PHRASE: Final = re.compile(r"r*[d#xX$'eg-](?:[dxX#$'~-]|r(?=[xe]))*(?:\([^()]{1,4}\)[xX'-]+)?|q")
_MODIFIER: Final = re.compile(r"(?:[pofFw]r*[d#xX$'-][dxX#$'-]*(?:\([^()]{1,8}\))?)+")
#: A second place behind one: "in Losk and Upper Losk".
_PLACES: Final = re.compile(r"XcX[X'-]*(?![X'-])(?!~)")
#: Words in front of a verb of what did not come about.
_BARELY: Final = frozenset(("almost", "nearly"))
#: A participle in front of an object of its own is a verb.
_VERB: Final = re.compile(r"[eg]r*[d#q$]")
_COMPANY: Final = re.compile(r"(?:r|[pof]r*[d#xX$'-]+)*,?c~+|r*w")
#: What ends a phrase so that the noun behind it is none whom it befell.
_GOVERNING: Final = frozenset(("from", "with", "in", "by", "under"))
#: A place, and what goes on with the next.
_THERE: Final = re.compile(r"p[X'-]+(?:,c?|c)")
_GAP: Final = 6
COUNTED: Final = (UnitKind.COUNT, UnitKind.NONE, UnitKind.RATIO)


@final
class Patient:
    """What befell those that a mark counts: the measure's row, the cue's tokens, and the mark they are a part of."""

    __slots__ = ("first", "last", "role", "row", "whole")

    def __init__(self, row: MeasureWord, role: str, first: int, last: int, whole: int = -1) -> None:
        self.row = row
        self.role = role
        self.first = first
        self.last = last
        self.whole = whole


def find(clause: Clause, marks: Sequence[Mark]) -> list[Patient | None]:
    """Return for each mark what befell those it counts, or `None`."""
    found: list[Patient | None] = [None] * len(marks)
    if not clause.cues:
        return found
    starts = {mark.first: at for at, mark in enumerate(marks)}
    for phrase in phrases(clause, marks, starts):
        _claim(clause, phrase, marks, found)
    for at, mark in enumerate(marks):
        if found[at] is None and at and mark.quantity.unit.kind is UnitKind.NONE:
            found[at] = _gapped(clause.tags, found[at - 1], marks[at - 1], mark)
        if found[at] is None and _counts(mark):
            # "12 wounded soldiers", "three dead": the state stands inside the phrase.
            for token in range(mark.number_last, mark.last):
                cue = clause.cues.get(token)
                if cue is not None and cue.form in "KPS":
                    found[at] = Patient(cue.row, "state", cue.first, cue.last)
    return found


def _gapped(tags: str, before: Patient | None, told: Mark, mark: Mark) -> Patient | None:
    """Return what befell those of another place: "four were killed in Losk, three in Dorva"."""
    if before is None or before.role == "part" or tags[mark.last : mark.last + 2] != "pX":
        return None
    start = max(before.last, told.last)
    return (
        Patient(before.row, before.role, before.first, before.last)
        if _THERE.fullmatch(tags, start, mark.first)
        else None
    )


def _counts(mark: Mark) -> bool:
    return mark.quantity.unit.kind in COUNTED


def _befalls(row: MeasureWord, mark: Mark) -> bool:
    """Say whether the thing counted can suffer this: people die, homes are destroyed."""
    if not _counts(mark):
        return row.id == "area_burned" and mark.quantity.unit.kind is UnitKind.MEASURE
    kind = mark.quantity.unit.family
    return row.kind != "person" or not kind or kind in ("person", "animal") or row.id in ("missing", "affected")


def _claim(clause: Clause, phrase: Phrase, marks: Sequence[Mark], found: list[Patient | None]) -> None:
    """Give the phrase's cue to the marks that head it."""
    cue = phrase.cue
    for at in headed(clause, phrase, marks):
        known = found[at]
        if known is None or _is_graver(cue.row, known.row):
            whole = at - 1 if phrase.part and at > 0 else -1
            role = "part" if phrase.part else "recalled" if cue.recalled else "patient"
            found[at] = Patient(cue.row, role, cue.first, cue.last, whole)


def headed(clause: Clause, phrase: Phrase, marks: Sequence[Mark]) -> list[int]:
    """Return the indices of the marks that a phrase counts: not those that only stand in it ("a man in two huts")."""
    row, tags = phrase.cue.row, clause.tags
    found: list[int] = []
    for at, mark in enumerate(marks):
        if mark.first < phrase.first or mark.first >= phrase.last or not _befalls(row, mark):
            continue
        if is_bracketed(tags, mark):
            continue
        before = tags[mark.first - 1] if mark.first > phrase.first else "d"
        if before == "d" and mark.first - 2 >= phrase.first:
            before = tags[mark.first - 2]
        governed = before in "pfFwtyg" or (before == "o" and found)
        if governed and not (phrase.near and mark.last == phrase.last) and not _is_being(clause, mark):
            continue
        if phrase.bare and not _is_adjacent(tags, phrase, mark):
            continue
        if tags[mark.last : mark.last + 1] == "'" and clause.sentence.joined(mark.last) and phrase.cue.form != "R":
            continue  # "thousands of people's savings"
        found.append(at)
    return found


def is_bracketed(tags: str, mark: Mark) -> bool:
    """Say whether a bare number stands in brackets behind a name: "Anna Kovac (40) was killed"."""
    if mark.quantity.unit.kind is not UnitKind.NONE or mark.first < 2:
        return False
    return tags[mark.first - 2 : mark.first] == "X(" and tags[mark.last : mark.last + 1] == ")"


def _is_being(clause: Clause, mark: Mark) -> bool:
    """Say whether a participle behind a figure speaks of it, whatever governs it: "it led to one man being killed"."""
    return clause.sentence.lowers[mark.last : mark.last + 1] == ["being"]


def _is_graver(row: MeasureWord, known: MeasureWord) -> bool:
    """Say whether one who suffered both is told by the first: "abducted and killed", "a guard who was hurt died"."""
    return row.kind == known.kind == "person" and row.gravity > known.gravity


def _is_adjacent(tags: str, phrase: Phrase, mark: Mark) -> bool:
    """Say whether a participle without auxiliary may speak of a mark: it stands beside it, or lists it as people."""
    if not phrase.near:
        unit = mark.quantity.unit
        return unit.kind is UnitKind.COUNT and unit.family in ("person", "")
    gap = tags[mark.last : phrase.last]
    return not gap or (len(gap) < _GAP and gap[0] in "opf") or (gap[0] == "(" and gap.find(")") == len(gap) - 1)


def phrases(clause: Clause, marks: Sequence[Mark], starts: dict[int, int]) -> Iterator[Phrase]:
    """Yield the noun phrases that the cues befall: those in front of passives and states first, then objects."""
    taken: list[tuple[int, int]] = []
    active = []
    for cue in clause.cues.values():
        if cue.form in "RO":
            yield from _dead(clause, cue)
            continue
        side = _side(clause, cue, starts)
        absolute = _absolute(clause, cue, marks) if side and side != "object" else None
        if side == "object":
            active.append(cue)
        elif absolute is not None:
            taken.append((absolute.first, absolute.last))
            yield absolute
        elif side:
            for phrase in subjects(clause, cue, bare=side == "bare"):
                taken.append((phrase.first, phrase.last))
                yield phrase
            start = _company(clause, cue, marks, starts)
            if start:
                active.append(Cue(cue.row, cue.form, cue.first, start))
    for cue in active:
        yield from _objects(clause, cue, marks, starts, taken)


def _dead(clause: Clause, cue: Cue) -> Iterator[Phrase]:
    """Yield those whose body was found: the phrase in front of "'s", else the body and whose it is ("his")."""
    tags = clause.tags
    first = at = cue.first
    if tags[at + 1 : at + 2] in ("x", "X", "-"):
        return  # "body armour"
    while first > 0 and tags[first - 1] in "xXeK'-r#$d" and (tags[first] != "d" or tags[first - 1] in "rd"):
        first -= 1
    if cue.form == "R" and tags[first - 1 : first] in tuple("optfFw"):
        return  # "wounds on his body"
    owner = tags.rfind("'", first, at)
    yield Phrase(cue, first, at + 1 if owner < 0 else owner, near=True)


def _absolute(clause: Clause, cue: Cue, marks: Sequence[Mark]) -> Phrase | None:
    """Find the figure directly in front of a participle with no verb of its own: "with 400 sustaining injuries"."""
    if not clause.sentence.lowers[cue.first].endswith("ing"):
        return None
    mark = next((mark for mark in marks if mark.last == cue.first and _counts(mark)), None)
    return None if mark is None else Phrase(cue, mark.first, mark.last)


def _side(clause: Clause, cue: Cue, starts: dict[int, int]) -> str:
    """Say where those befallen stand: "subject", "bare" (a participle without auxiliary), "object", or nowhere."""
    tags, form = clause.tags, cue.form
    before = max(0, cue.first - 12)
    passive = PASSIVE.search(tags, before, cue.first) is not None
    if form != "N" and _NEGATED.search(tags, before, cue.first):
        return ""
    if cue.first and form not in "NS" and clause.sentence.lowers[cue.first - 1] in _BARELY:
        return ""  # "she almost died"
    if form in "IY":
        return "subject" if form == "I" else "bare"
    if form == "S":
        beside = cue.first > 0 and tags[cue.first - 1] in "pFwyt"
        return "subject" if passive else "" if beside else "bare"
    if form in "BDGN":
        return "object"
    if passive:
        return "subject"
    if form == "P":
        return "bare"
    after = cue.last
    while after < len(tags) and tags[after] == "r" and after not in starts:
        after += 1
    if cue.last > cue.first + 1 and clause.sentence.lowers[cue.last - 1] in _GOVERNING:
        return "bare" if cue.first and tags[cue.first - 1] in "xX" else ""  # "two men released from Losk jail"
    if after in starts or (after < len(tags) and tags[after] in "d#xX$qe"):
        return "object"
    gerund = after + 1 in clause.cues and clause.cues[after + 1].form in "GY"
    if after + 1 < len(tags) and tags[after] == "c" and after + 1 in clause.cues and not gerund:
        return _side(clause, clause.cues[after + 1], starts)  # "stabbed and wounded a guard"
    return "bare" if cue.first == 0 or tags[cue.first - 1] != "h" else "object"


def _company(clause: Clause, cue: Cue, marks: Sequence[Mark], starts: dict[int, int]) -> int:
    """Return where those begin who shared it: "was killed in the storm along with a friend", "died with two others"."""
    tags = clause.tags
    joined = _COMPANY.match(tags, cue.last)
    if joined is None:
        return 0
    at = joined.end()
    while at < len(tags) and tags[at] == "r" and at not in starts:
        at += 1
    if at not in starts:
        return at
    mark = marks[starts[at]]
    others = clause.sentence.lowers[mark.last - 1] in ("others", "other")
    return at if others or mark.quantity.unit.family == "person" else 0


def _objects(
    clause: Clause, cue: Cue, marks: Sequence[Mark], starts: dict[int, int], taken: list[tuple[int, int]]
) -> Iterator[Phrase]:
    """Walk right from an active verb over the list of its objects."""
    tags = clause.tags
    size = len(tags)
    at, part = cue.last, False
    limit = min(size, at + REACH)
    while at < limit:
        while at < limit and tags[at] == "r" and at not in starts and tags[at + 1 : at + 2] != "-":
            at += 1
        end = _phrase_end(tags, at, marks, starts)
        if tags[at : at + 1] == "q" and clause.sentence.lowers[at] in NOMINATIVE:
            return  # "they shot two men, they burned a car"
        if at > cue.last and _VERB.match(tags, at):
            return  # "killed 12 and left 40 homeless"
        if end == at or (cue.form != "N" and any(first <= at < last for first, last in taken)):
            return
        behind = end
        modifier = _MODIFIER.match(tags, end)
        if modifier:
            behind = modifier.end()
        if at > cue.last and cue.form != "N" and _has_verb(tags, behind):
            return
        yield Phrase(cue, at, end, near=True, part=part)
        name = tags[end - 1] == "X"
        at = behind
        if modifier and _PLACES.match(tags, at - 1):
            return  # "killed eight in Losk and Upper Losk"
        step = _separator(tags, at)
        if not step or (tags[at] == "," and step == 1 and _is_aside(tags, at + 1, name, modifier is not None)):
            return
        if clause.sentence.lowers[at + step : at + step + 1] == ["also"]:
            return  # "the death of the member, also a baker"
        part = tags[at + step - 1] == "i" or (part and tags[at] == "c" and tags[at : at + 2] != ",c")
        at += step
        while at < limit and tags[at] == "~":
            at += 1


def _is_aside(tags: str, at: int, name: bool, modified: bool) -> bool:
    """Say whether what follows a comma adds nobody: the wider place, an age, or who somebody is."""
    if tags[at : at + 1] == "X":
        return modified or "c" not in tags[at : at + 8]
    return name and tags[at : at + 1] in ("d", "#")


def _has_verb(tags: str, behind: int) -> bool:
    """Say whether a phrase that ends in front of `behind` is the subject of a verb of its own."""
    letter = tags[behind : behind + 1]
    if letter == "e":
        return tags[behind + 1 : behind + 2] in ("d", "#", "q", "x", "X")
    return letter != "" and letter in "bhmvVIKDB" and not _bare_participle(tags, behind)


def _bare_participle(tags: str, at: int) -> bool:
    return tags[at] == "K" and (at + 1 >= len(tags) or tags[at + 1] in "pof.,")


def _separator(tags: str, at: int) -> int:
    for separator in (",ic", ",i", ",c", "i", "c", ","):
        if tags.startswith(separator, at):
            return len(separator)
    return 0


def _phrase_end(tags: str, at: int, marks: Sequence[Mark], starts: dict[int, int]) -> int:
    """Return the token behind the noun phrase at `at`."""
    if at in starts:
        end = marks[starts[at]].last
        while end < len(tags) and tags[end] in "xX'-" and tags[end - 1] != ",":
            end += 1
        return end
    match = _PHRASE.match(tags, at)
    return match.end() if match else at
