"""Units that a bare number takes from a sentence before: "four bakers ... the four", "six raids ... Five were".

Only where the same number of things was counted a few sentences before, or where a new sentence goes on with a part of
the only things that the one before it counted.
"""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final, Protocol

import attrs

from . import noun
from .evidence import Evidence
from .lexicon import Lexicon
from .ontology import COUNT
from .quantity import Mark, Quantity
from .text import Sentence
from .unit import NONE

#: So many sentences back a definite number may point.
_BACK: Final = 6
_PAIR: Final = 2
_DEFINITE: Final = frozenset(("the", "all", "those", "these"))
_GOES_ON: Final = frozenset(("are", "were", "have", "had", "will", "would", "could", "must", "may", "might"))
_THEM: Final = frozenset(("them", "these", "those"))
_PLACES: Final = frozenset(("from", "in", "at", "on", "across", "near", "outside"))
_GROUPS: Final = frozenset(("person", "organisation", "citizen"))


class Told(Protocol):
    """A sentence before, with its quantities."""

    @property
    def sentence(self) -> Sentence:
        """The sentence."""

    @property
    def marks(self) -> Sequence[Mark]:
        """Its quantities, from left to right."""


def find(sentence: Sentence, marks: tuple[Mark, ...], before: Sequence[Told], lexicon: Lexicon) -> tuple[Mark, ...]:
    """Give bare numbers the unit that sentences before tell; `before` are those with their quantities, in text order.

    >>> from newsfigures import extract
    >>> [str(claim.quantity.unit) for claim in extract("Four bakers came. The four sang.")]
    ['baker', 'baker']
    """
    said = None
    for at, mark in enumerate(marks):
        amount = mark.quantity
        if amount.unit is NONE and amount.best is not None and amount.stated:
            if said is None or not _is_listed(sentence, mark):
                said = _said(sentence, mark, before, marks[:at], lexicon)
            if said is not None:
                marks = (*marks[:at], _lent(mark, said), *marks[at + 1 :])
    return marks


def _is_listed(sentence: Sentence, mark: Mark) -> bool:
    """Say whether a number goes on with a list: "Another 300 will go from here, 200 from sales and 100 in Leeds"."""
    lowers, last = sentence.lowers, mark.number_last
    return lowers[mark.number_first - 1] in (",", "and") and last < len(lowers) and lowers[last] in _PLACES


def _said(
    sentence: Sentence,
    mark: Mark,
    before: Sequence[Told],
    here: Sequence[Mark],
    lexicon: Lexicon,
) -> Quantity | None:
    """Return the amount whose unit a bare number has, if there is one."""
    lowers = sentence.lowers
    after = lowers[mark.number_last] if mark.number_last < len(lowers) else ""
    if mark.first == 0 or mark.number_first == 0:
        return _part(sentence, mark, before, after, lexicon)
    if lowers[mark.number_first - 1] not in _DEFINITE or not _closes(after, lexicon):
        return None
    if after == "'s" and lowers[mark.number_first].isdecimal():
        return None  # "the 7610's keys": a model
    back = sentence.index - (_BACK if mark.quantity.best != _PAIR else _BACK // 2)
    near = (told.marks for told in reversed(before) if told.sentence.index >= back)
    found: Quantity | None = None
    for other in chain(reversed(here), *(reversed(marks) for marks in near)):
        amount = other.quantity
        if amount.unit.kind is not COUNT or amount.best != mark.quantity.best or not amount.stated or _is_lent(amount):
            continue
        if found is not None and found.unit.name != amount.unit.name:
            return None  # two men, two cars: which of them?
        found = found or amount
    if found is None or (found.best == _PAIR and found.unit.family not in _GROUPS):
        return None
    return found


def _is_lent(amount: Quantity) -> bool:
    """Say whether another number lent its unit: "11 cups from 11 finals, three of them in Hull ... all three men"."""
    if amount.unit.family == "person":
        return False
    return any(e.field == "unit" and e.rule.startswith("elided") for e in amount.evidence)


def _part(sentence: Sentence, mark: Mark, before: Sequence[Told], after: str, lexicon: Lexicon) -> Quantity | None:
    """Read a sentence that goes on with a part: "Five were homes", "Two of them", behind the one thing counted."""
    lowers = sentence.lowers
    following = lowers[mark.number_last + 1] if mark.number_last + 1 < len(lowers) else ""
    if not (after in _GOES_ON or (after == "of" and following in _THEM)) or not before:
        return None
    if before[-1].sentence.index != sentence.index - 1:
        return None
    counted = [m.quantity for m in before[-1].marks if m.quantity.unit.kind is COUNT and m.quantity.stated]
    if not counted or len({amount.unit.name for amount in counted}) > 1:
        return None
    if noun.is_nominal(following, lexicon) and counted[-1].unit.family != "person":
        return None
    if lowers[mark.first] == "another":
        return counted[-1]
    best = mark.quantity.best
    larger: Iterator[Quantity] = (a for a in counted if a.best is not None and best is not None and a.best > best)
    return next(larger, None)


def _closes(after: str, lexicon: Lexicon) -> bool:
    """Say whether no noun follows the number: a sign, a verb, a preposition."""
    return not after[:1].isalnum() or noun.is_stop(after, lexicon) or after.endswith("ed")


def _lent(mark: Mark, said: Quantity) -> Mark:
    shown = next((e for e in said.evidence if e.field == "unit"), None)
    evidence = Evidence("unit", "recalled", shown.span if shown else said.span, shown.text if shown else said.text)
    amount = attrs.evolve(mark.quantity, unit=said.unit, evidence=(*mark.quantity.evidence, evidence))
    return Mark(amount, mark.first, mark.last, mark.number_first, mark.number_last, mark.head)
