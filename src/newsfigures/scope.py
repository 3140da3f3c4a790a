"""What a claim speaks of, and whether that is the same, a part, or another thing than what a second claim speaks of.

A scope has five axes: measure, basis, subject, place and event. On each axis the lattice of `Scopes` says same, part,
whole, disjoint or unknown; what is not stated counts as the same and is listed as an assumption.
"""

import functools
from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Final, NamedTuple, final

import attrs

from . import lexicon as tables
from .claim import Claim
from .errors import ArgumentError
from .lexicon import Classes, Lexicon
from .row import WholeWord
from .unit import UnitKind

AXES: Final = ("measure", "basis", "subject", "place", "event")
#: The classes of words that tell one person from another.
PEOPLE: Final = frozenset({"male", "female", "young", "grown", "kin", "doer", "victim", "anybody"})
#: The classes of words that name no kind of event.
_NO_EVENTS: Final = PEOPLE | {
    *("direction", "empty", "anonymous", "further", "also", "subset", "update", "remains"),
    *("scattered", "spread", "gathered", "habit", "ranked", "answered", "longer"),
    *("separate", "site", "lasting", "distance", "teller"),
}
_LATTICE: Final = ("measure", "basis", "subject", "place", "outcome")


class Answer(Enum):
    """How a scope stands to another, on one axis or on all."""

    SAME = "same"
    PART = "part"
    WHOLE = "whole"
    DISJOINT = "disjoint"
    UNKNOWN = "unknown"


CONVERSE: Final = {Answer.PART: Answer.WHOLE, Answer.WHOLE: Answer.PART}


class Named(NamedTuple):
    """A value on an axis: its name in the lattice, the kind of thing it is, and the words that set it apart."""

    name: str
    family: str = ""
    qualifiers: frozenset[str] = frozenset()

    @property
    def key(self) -> tuple[str, ...]:
        """What two values of one node share; sorts."""
        return (self.name, *sorted(self.qualifiers))


class Scope(NamedTuple):
    """What a claim speaks of; `None` where it does not say."""

    measure: str
    basis: str
    subject: Named | None
    place: Named | None
    event: Named | None


@final
@attrs.frozen(eq=False, kw_only=True)
class Scopes:
    """The lattice of parts and wholes that `compare` and `reconcile` go by; a value: `within` makes a new one.

    >>> scopes = load().within("place", "Avaria", "Mirrin", "Port Kess")
    >>> scopes.answer("place", "Mirrin", "Avaria")
    <Answer.PART: 'part'>
    >>> scopes.answer("measure", "killed", "injured")
    <Answer.DISJOINT: 'disjoint'>
    """

    profile: str
    wholes: tuple[WholeWord, ...]
    #: class -> words: kinds of events, directions, sources that are nobody in particular.
    words: Mapping[str, frozenset[str]] = attrs.field(converter=Classes)
    #: noun -> the measures that it names by itself ("deaths": killed), so that it is no subject.
    nouns: Mapping[str, frozenset[str]]
    #: Measures of which there is a whole number.
    counted: frozenset[str]
    #: How grave each measure is for those whom it befell; none that befall nobody.
    gravity: Mapping[str, int]

    def within(self, axis: str, whole: str, *parts: str, apart: bool = False, sums: bool = False) -> "Scopes":
        """Return scopes in which the parts lie inside the whole.

        `apart` says that the parts share nothing, `sums` that they also leave nothing out.
        """
        if axis not in _LATTICE:
            raise ArgumentError("axis", axis, f"must be one of {', '.join(_LATTICE)}")
        names: tuple[object, ...] = (whole, *parts)
        if len(names) == 1 or not all(isinstance(name, str) for name in names):
            raise TypeError("a whole and its parts are named by strings")
        row = WholeWord(axis=axis, name=whole, parts=parts, apart=apart or sums, sums=sums)
        return attrs.evolve(self, wholes=(*self.wholes, row))

    def answer(self, axis: str, left: str, right: str) -> Answer:
        """Say how two names on an axis stand to each other, as the rows have it."""
        index = _index(self)
        return index.answer(axis, index.name(axis, left), index.name(axis, right))

    def canonical(self, axis: str, name: str) -> str:
        """Return the name by which this lattice knows a name."""
        return _index(self).name(axis, name)

    def sums(self, axis: str) -> tuple[WholeWord, ...]:
        """Return the rows of an axis whose parts, taken together, are the whole."""
        return _index(self).sums[axis]

    def sense(self, axis: str, *names: str) -> tuple[str, ...]:
        """Return what is assumed where these names are compared."""
        senses = _index(self).senses
        return tuple([sense for name in names if (sense := senses.get((axis, name)))])

    def scope(self, claim: Claim) -> Scope:
        """Return what a claim speaks of, by the names of this lattice.

        >>> from newsfigures.hedge import Hedge
        >>> from newsfigures.interval import Interval
        >>> from newsfigures.measure import Measure
        >>> from newsfigures.quantity import Quantity
        >>> twelve = Quantity(stated=(), hedge=Hedge.NONE, entailed=Interval(12, 12), plausible=Interval(12, 12))
        >>> load().scope(Claim(id="a", quantity=twelve, measure=Measure("wounded"))).measure
        'injured'
        """
        index = _index(self)
        return Scope(
            index.name("measure", claim.measure.id),
            index.name("basis", claim.measure.basis or "reported"),
            index.subject(claim),
            index.place(claim.place.name) if claim.place is not None else None,
            index.event(claim.event.name) if claim.event is not None else None,
        )

    def above(self, axis: str, value: Named | str) -> frozenset[str]:
        """Return the names of everything that a value lies in."""
        index = _index(self)
        if isinstance(value, str):
            return index.above.get((axis, value), frozenset())
        found = set(index.above.get((axis, value.name), ()))
        if axis == "subject" and value.family and (axis, value.name) not in index.known:
            found.add(value.family)
        if axis == "place":
            head, comma, tail = value.name.partition(",")
            first, _, rest = value.name.partition(" ")
            if comma:
                found |= {tail.strip(), *index.above.get((axis, head.strip()), ())}
            elif first in self.words["direction"]:
                found.add(rest)
        return frozenset(found - {value.name})

    def is_event(self, noun: str) -> bool:
        """Say whether a noun names a kind of event ("attack")."""
        return bool(_index(self).kind(noun.casefold()))

    def counts(self, claim: Claim) -> bool:
        """Say whether a claim counts, so that only whole numbers can be true."""
        kind = claim.quantity.unit.kind
        return kind is UnitKind.COUNT or (kind is UnitKind.NONE and claim.measure.id in self.counted)

    def relate(self, axis: str, left: Named | None, right: Named | None) -> Answer:
        """Say how two values of the subject, place or event axis stand to each other; unstated ones are the same."""
        if left is None or right is None or left == right:
            return Answer.SAME
        index = _index(self)
        if axis == "event":
            return index.events(left, right)
        found = index.names(axis, left, right)
        if found in {Answer.DISJOINT, Answer.UNKNOWN} or left.qualifiers == right.qualifiers:
            return found
        if not left.qualifiers or not right.qualifiers:
            return found
        if left.qualifiers < right.qualifiers or right.qualifiers < left.qualifiers:
            return found
        return Answer.UNKNOWN


def load(profile: str = "news", *, lexicon: Lexicon | None = None) -> Scopes:
    """Return the scopes of a lexicon in one of its senses: news, or military ("casualties" hold the missing too).

    >>> load().answer("subject", "soldier", "people")
    <Answer.PART: 'part'>
    """
    return _load(profile, tables.load("en") if lexicon is None else lexicon)


@functools.lru_cache(maxsize=8)
def _load(profile: str, lexicon: Lexicon) -> Scopes:
    rows = lexicon.rows("whole")
    profiles = {row.profile for row in rows} - {""} | {"news"}
    if profile not in profiles:
        raise ArgumentError("profile", profile, f"must be one of {', '.join(sorted(profiles))}")
    special = {(row.axis, row.name) for row in rows if row.profile == profile}
    wholes = tuple(
        row for row in rows if row.profile == profile or (not row.profile and (row.axis, row.name) not in special)
    )
    words = Classes()
    for row in lexicon.rows("scope_words"):
        words[row.name] |= frozenset(row.phrases)
    nouns: dict[str, frozenset[str]] = {}
    for row in lexicon.rows("measure"):
        for noun in row.nouns:
            nouns[noun] = nouns.get(noun, frozenset()) | {row.id}
    counted = frozenset([row.id for row in lexicon.rows("measure") if row.kind in {"person", "count"}])
    gravity = {row.id: row.gravity for row in lexicon.rows("measure") if row.gravity}
    return Scopes(profile=profile, wholes=wholes, words=words, nouns=nouns, counted=counted, gravity=gravity)


_Key = tuple[str, str]


@final
class _Index:
    """The rows of one lattice as dicts: other names, what lies above each name, what is apart."""

    __slots__ = ("above", "apart", "classes", "known", "nouns", "same", "senses", "sums", "words")

    def __init__(self, scopes: Scopes) -> None:
        self.same: dict[_Key, str] = {}
        for row in scopes.wholes:
            for name in row.same:
                self.same[row.axis, name.casefold()] = row.name.casefold()
        wholes = [
            attrs.evolve(row, name=self.name(row.axis, row.name), parts=tuple(self._parts(row)))
            for row in scopes.wholes
        ]
        parents: dict[_Key, list[str]] = {}
        for row in wholes:
            for part in row.parts:
                parents.setdefault((row.axis, part), []).append(row.name)
        names = {(row.axis, name) for row in wholes for name in (row.name, *row.parts)}
        self.above: dict[_Key, frozenset[str]] = {key: frozenset(_climb(key, parents)) for key in sorted(names)}
        self.apart = {
            axis: [frozenset(row.parts) for row in wholes if row.axis == axis and row.apart] for axis in _LATTICE
        }
        self.sums = {axis: tuple(row for row in wholes if row.axis == axis and row.sums) for axis in _LATTICE}
        self.senses = {(row.axis, row.name): row.sense for row in wholes if row.sense}
        self.known = names | set(self.same)
        self.words = scopes.words
        self.nouns = scopes.nouns
        self.classes = {word: name for name, words in scopes.words.items() if name not in _NO_EVENTS for word in words}

    def _parts(self, row: WholeWord) -> Iterator[str]:
        return (self.name(row.axis, part) for part in row.parts)

    def name(self, axis: str, name: str) -> str:
        """Return the name by which the lattice knows a name."""
        folded = name.casefold()
        return self.same.get((axis, folded), folded)

    def answer(self, axis: str, left: str, right: str) -> Answer:
        """Say how two names stand to each other; both as the lattice knows them."""
        if left == right:
            return Answer.SAME
        above_left = self.above.get((axis, left), frozenset())
        above_right = self.above.get((axis, right), frozenset())
        if right in above_left:
            return Answer.PART
        if left in above_right:
            return Answer.WHOLE
        for parts in self.apart[axis]:
            in_left, in_right = parts & (above_left | {left}), parts & (above_right | {right})
            if in_left and in_right and not in_left & in_right:
                return Answer.DISJOINT
        return Answer.UNKNOWN

    def names(self, axis: str, left: Named, right: Named) -> Answer:
        """As `answer`, with what names alone show: a family holds its members, "Mirrin, Avaria" lies in Avaria."""
        found = self.answer(axis, left.name, right.name)
        if found is not Answer.UNKNOWN:
            return found
        if axis == "subject":
            # The table knows few nouns; the family says of the others what they are.
            if left.family == right.name and (axis, left.name) not in self.known:
                return Answer.PART
            if right.family == left.name and (axis, right.name) not in self.known:
                return Answer.WHOLE
        if axis == "place":
            return _places(left, right, self)
        return Answer.UNKNOWN

    def subject(self, claim: Claim) -> Named | None:
        """Return of whom or what a claim speaks; a noun that only names the measure ("deaths") is nobody."""
        unit = claim.quantity.unit
        counts = unit.kind is UnitKind.COUNT
        if claim.subject is not None:
            name, modifiers = claim.subject.head, claim.subject.modifiers
        elif counts and unit.name:
            name, modifiers = unit.name, unit.modifiers
        else:
            return None
        folded = name.casefold()
        if modifiers:
            compound = f"{modifiers[-1].casefold()} {folded}"
            if ("subject", compound) in self.known:
                folded, modifiers = compound, modifiers[:-1]
        measure = claim.measure.id
        # Only names set apart: "North Korean" does, "young" or "innocent" need not.
        qualifiers = frozenset([word.casefold() for word in modifiers if word[:1].isupper()])
        if folded in {measure.casefold(), ""} or measure in self.nouns.get(folded, ()):
            return Named(folded, "", qualifiers) if qualifiers else None
        return Named(self.name("subject", folded), unit.family if counts else "", qualifiers)

    def place(self, name: str) -> Named:
        """Return a place by its name without the article."""
        folded = " ".join(name.casefold().split()).removeprefix("the ")
        return Named(self.name("place", folded))

    def event(self, name: str) -> Named | None:
        """Return an event by the class of its noun and the words that set it apart; `None` for any event at all."""
        words = [
            word.strip(".,;:'\"\u2019()") for word in name.casefold().replace("\u2019s", "").replace("'s", "").split()
        ]
        words = [word for word in words if word and word not in self.words["empty"]]
        kinds = [kind for word in words if (kind := self.kind(word))]
        kind = kinds[-1] if kinds else ""
        qualifiers = frozenset([word for word in words if not self.kind(word)])
        kind = "" if kind == "any" else kind
        return Named(kind, "", qualifiers) if kind or qualifiers else None

    def kind(self, word: str) -> str:
        """Return the kind of event that a noun names; empty for none."""
        return self.classes.get(word) or self.classes.get(word.removesuffix("s"), "")

    def events(self, left: Named, right: Named) -> Answer:
        """Two events are the same unless their kinds or the words that set them apart differ."""
        if left.name and right.name and left.name != right.name:
            return Answer.DISJOINT
        nested = left.qualifiers <= right.qualifiers or right.qualifiers <= left.qualifiers
        return Answer.SAME if nested else Answer.UNKNOWN


def _places(left: Named, right: Named, index: _Index) -> Answer:
    for inner, outer, found in ((left, right, Answer.PART), (right, left, Answer.WHOLE)):
        head, comma, tail = inner.name.partition(",")
        if comma and tail.strip() == outer.name:
            return found
        if comma and head.strip() == outer.name:
            return Answer.SAME
        first, _, rest = inner.name.partition(" ")
        if rest == outer.name and first in index.words["direction"]:
            return found
    return Answer.UNKNOWN


def _climb(key: _Key, parents: Mapping[_Key, list[str]]) -> Iterator[str]:
    axis, name = key
    todo, seen = list(parents.get(key, ())), {name}
    while todo:
        name = todo.pop()
        if name not in seen:
            seen.add(name)
            yield name
            todo += parents.get((axis, name), ())


@functools.lru_cache(maxsize=8)
def _index(scopes: Scopes) -> _Index:
    return _Index(scopes)
