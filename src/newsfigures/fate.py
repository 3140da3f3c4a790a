"""Which of the hurt are among the dead: two mentions of one person under two measures.

"A boy was found with a wound. He died in hospital." tells of one person, who is counted where it is gravest.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Final, final

from .claim import Claim
from .scope import PEOPLE, Scopes

#: The claims of one document by measure, each in text order.
Document = Mapping[str, Sequence[Claim]]

_WORD: Final = re.compile(r"[^\W\d_]+")
_AGE: Final = re.compile(r"\d+")
_INDEFINITE: Final = frozenset(("a", "an", "one"))
_OWNERS: Final = frozenset(("his", "her", "their", "its", "my", "our"))
_PRONOUNS: Final = frozenset(("he", "she", "him", "her", "his", "himself", "herself", "self"))
_REFLEXIVE: Final = frozenset(("himself", "herself", "self"))


def settled(documents: Sequence[Document], scopes: Scopes) -> list[dict[str, list[Claim]]]:
    """Return the claims of each document without those of people who suffered the worst, as any document tells."""
    gravity = scopes.gravity
    worst = max(gravity.values(), default=0)
    people = [
        [
            _Person(claim, scopes, is_worst=gravity.get(measure) == worst)
            for measure, claims in document.items()
            if measure in gravity
            for claim in claims
        ]
        for document in documents
    ]
    found = []
    for document, own in zip(documents, people, strict=True):
        others = [one for told in people for one in told if told is not own]
        worse = {one.claim.id for one in own if one.is_single and not one.is_worst and _is_worse(one, own, others)}
        worse |= {one.claim.id for one in own if one.is_all and not one.is_worst and _are_dead(one, [*own, *others])}
        found.append(
            {measure: [claim for claim in claims if claim.id not in worse] for measure, claims in document.items()}
        )
    return found


def _is_worse(one: "_Person", own: Sequence["_Person"], others: Sequence["_Person"]) -> bool:
    """Say whether a person suffered worse, by the document itself, or where it tells nothing worse, by a later one."""
    graver = [other for other in own if other.is_worst]
    if any(other.claim.sentence == one.claim.sentence and not one.is_shared(other) for other in graver):
        return False  # "a boy was killed and a man was hurt"
    if graver:
        # A pronoun in front of everybody else points at somebody who is told of later.
        early = one.is_pronoun and all(other.claim.span.start >= one.claim.span.start for other in own)
        return any(other.is_single and (one.may_be(other) if early else one.is_told_again(other)) for other in graver)
    return any(other.is_single and other.is_worst and one.is_later(other) and one.may_be(other) for other in others)


def _are_dead(one: "_Person", told: Sequence["_Person"]) -> bool:
    """Say whether "all three" were told of as dead, and no three as hurt."""
    same = [other for other in told if other.claim.quantity.best == one.claim.quantity.best and not other.is_all]
    return bool(same) and all(other.is_worst and one.is_later(other) for other in same)


@final
class _Person:
    """One person of whom a claim tells, by the words for them."""

    __slots__ = (
        *(
            "age",
            "claim",
            "head",
            "is_all",
            "is_known",
            "is_name",
            "is_pronoun",
            "is_single",
            "is_worst",
            "kinds",
            "sex",
            "words",
        ),
    )

    def __init__(self, claim: Claim, scopes: Scopes, *, is_worst: bool) -> None:
        self.claim = claim
        self.is_worst = is_worst
        text = claim.quantity.text
        words = _WORD.findall(text.casefold())
        self.words = frozenset(words)
        self.head = words[-1] if words else ""
        is_person = claim.implied or claim.quantity.unit.family == "person"
        another = self.words & scopes.words["further"] or self.head == "one"
        self.is_single = is_person and claim.quantity.best == 1 and not another
        before = claim.passage[: claim.span.start - claim.sentence.start].casefold().split()
        self.is_all = claim.quantity.best != 1 and ("all" in words or before[-1:] == ["all"])
        self.is_pronoun = (len(words) == 1 and self.head in _PRONOUNS) or self.head in scopes.words["remains"]
        self.kinds = frozenset([kind for kind in PEOPLE if self.head in scopes.words[kind]])
        self.is_name = claim.implied and not self.is_pronoun and not self.kinds and text.split()[-1][:1].isupper()
        self.is_known = claim.implied and not self.words & _INDEFINITE
        self.sex = next((sex for sex in ("male", "female") if sex in self.kinds), "")
        age = _AGE.search(text)
        self.age = age[0] if age else ""

    def is_told_again(self, other: "_Person") -> bool:
        """Say whether two mentions of one document are of one person: the later must point back."""
        here, there = self.claim.span.start, other.claim.span.start
        second = self if here > there else other
        if self.claim.sentence == other.claim.sentence and not self.is_shared(other):
            return False
        if not second.is_known and (
            self.head != other.head or self.age != other.age or self.is_known or other.is_known
        ):
            return False
        return self.may_be(other)

    def is_shared(self, other: "_Person") -> bool:
        """Say whether a sentence may tell of one person twice.

        "She died after she was shot" does, "he hurt a clerk and killed himself" does not.
        """
        first, second = sorted((self, other), key=lambda one: one.claim.span.start)
        if "victim" in second.kinds and second.is_known and not first.is_known:
            return True  # "a man was found with a wound, and the victim died"
        return second.is_pronoun and other.head not in _REFLEXIVE

    def is_later(self, other: "_Person") -> bool:
        """Say whether another mention is not of an earlier day."""
        mine, theirs = self.claim.published, other.claim.published
        return mine is None or theirs is None or mine <= theirs

    def may_be(self, other: "_Person") -> bool:
        """Say whether nothing in the words speaks against one person."""
        if self.sex and other.sex and self.sex != other.sex:
            return False
        if self.age and other.age and self.age != other.age:
            return False
        if self.is_name and other.is_name:
            return bool(self.words & other.words - _OWNERS)
        for one, two in ((self, other), (other, self)):
            if ("young" in one.kinds and "grown" in two.kinds) or ("doer" in one.kinds and "victim" in two.kinds):
                return False
        if self.is_pronoun or other.is_pronoun or self.is_name or other.is_name or self.head == other.head:
            return True
        return "anybody" in self.kinds | other.kinds and not ("kin" in self.kinds and "kin" in other.kinds)
