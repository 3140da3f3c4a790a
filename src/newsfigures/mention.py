"""One count of people in a document: how many, of whom, in which words, and how it stands to the one before it."""

import itertools
import re
from decimal import Decimal
from typing import Final, final

from .claim import Claim
from .hedge import Hedge
from .line import whole
from .measure import Accrual
from .policy import Policy
from .scope import Answer, Scopes
from .status import Status

_WORD: Final = re.compile(r"[^\W\d_]+")
_AND: Final = re.compile(r"\s*,?\s*and\b")
#: What stands behind a figure in its own clause.
_CLAUSE: Final = re.compile(r"(?:(?! and | while | but | as | when | after )[^,;.:()])*")
#: The verb that tells how many its subject is.
_NUMBER: Final = re.compile(r"[^,;.]*?\b(was|were|has|have)\b")
_OTHER: Final = frozenset({"other", "another"})
#: What sets off the names of those that were counted.
DASHES: Final = frozenset("-\u2013\u2014:(,")
#: How many characters away a word still speaks of a figure.
_NEAR: Final = 30
_ZERO: Final = Decimal(0)
_INDEFINITE: Final = frozenset({"a", "an", "one", "another"})
_ARTICLES: Final = _INDEFINITE | {"the"}
_OWNERS: Final = frozenset({"his", "her", "its", "their"})
_PRONOUNS: Final = frozenset({"he", "she", "him", "her", "his", "their"})
_RELATIVE: Final = frozenset({"that", "which"})
#: So many words name a toll in front of its figure: "the weekend death toll to".
_TOLL: Final = 6
#: The family of everybody.
EVERYBODY: Final = "person"
_ALLEGED: Final = frozenset({Status.ALLEGED, Status.UNCONFIRMED})


@final
class Mention:
    """One claim of a tally: how many, of whom, and the words around it."""

    # fmt: off
    __slots__ = (
        "claim", "cue", "end", "figure", "interval", "is_attacker", "passage", "remains", "scopes", "start", "subject",
        "words",
    )
    # fmt: on

    def __init__(self, claim: Claim, policy: Policy, scopes: Scopes) -> None:
        self.claim = claim
        self.scopes = scopes
        self.interval = whole(claim.quantity.entailed)
        self.figure = figure(claim, policy)
        #: What was said to have happened to them, by its place in the text.
        self.cue = next((found.span for found in claim.evidence if found.field == "measure"), None)
        self.remains = scopes.words["remains"]
        self.subject = scopes.scope(claim).subject
        self.words = frozenset([*words_of(claim.quantity.text), *_before(claim, _OTHER)])
        # Within the sentence, where that is known.
        self.passage = claim.passage
        self.start = claim.span.start - claim.sentence.start
        self.end = claim.span.end - claim.sentence.start
        self.is_attacker = self.subject is not None and (
            self.subject.name == "attacker" or "attacker" in scopes.above("subject", self.subject)
        )

    @property
    def is_general(self) -> bool:
        """Whether it speaks of everybody."""
        return self.subject is None or self.subject.name == EVERYBODY

    @property
    def is_known(self) -> bool:
        """Whether it is one person by name or with "the", of whom there may have been talk before."""
        return self.claim.implied and self.words.isdisjoint(_INDEFINITE)

    @property
    def is_pronoun(self) -> bool:
        """Whether it only points at those who were told of before: "he", "his" and "their" body."""
        if not self.claim.implied:
            return False
        # "The body" points at somebody as "his body" does.
        is_body = self.claim.quantity.unit.name in self.remains and self.words.isdisjoint(_INDEFINITE)
        return is_body or self.claim.quantity.text.casefold() in _PRONOUNS

    @property
    def is_theirs(self) -> bool:
        """Whether it tells of people by what is theirs: "their bodies"."""
        return self.claim.implied and "their" in self.words and self.claim.quantity.unit.family != EVERYBODY

    @property
    def is_name(self) -> bool:
        """Whether it is a name, without article."""
        claim = self.claim
        named = claim.implied and claim.quantity.unit.name == EVERYBODY and claim.quantity.text[:1].isupper()
        return named and not self.is_pronoun and self.words.isdisjoint(_ARTICLES)

    @property
    def is_definite(self) -> bool:
        """Whether it points back: "the nine killed"."""
        return words_of(self.passage[: self.start])[-1:] in (["the"], ["these"], ["those"], ["all"])

    @property
    def floor(self) -> Decimal:
        """How many there are at least: nobody, where it is only alleged."""
        return _ZERO if self.claim.status in _ALLEGED else self.interval.lower

    @property
    def is_part(self) -> bool:
        """Whether it was said to lie inside something that was not counted: "civilians, among them a clerk"."""
        return any(found.field == "measure" and found.rule.endswith(".part") for found in self.claim.evidence)

    @property
    def is_bare(self) -> bool:
        """Whether it is a number without a noun."""
        return not self.claim.implied and len(self.claim.quantity.text.split()) == 1

    @property
    def goes_on(self) -> bool:
        """Whether "and" stands directly behind it."""
        return _AND.match(self.passage, self.end) is not None

    def between(self, later: "Mention") -> str:
        """Return the words between this and a later mention of the same sentence."""
        return self.passage[self.end : later.start]

    def is_other_voice(self, before: "Mention") -> bool:
        """Say whether somebody else is named for it than for the one before."""
        one, other = before.claim.attribution, self.claim.attribution
        return other is not None and (one is None or one.source != other.source)

    def is_another_voice(self, before: "Mention") -> bool:
        """Say whether two sources each give the whole: "police say that eight people died, the army that nine did"."""
        if not before.is_general or not self.is_general or before.claim.implied or self.claim.implied:
            return False
        if before.claim.attribution is None or not self.is_other_voice(before) or self.is_further:
            return False
        return self.scopes.words["further"].isdisjoint(
            words_of(self.passage[self.end :])[:1]
        )  # "the army that two more did"

    def describes(self, before: "Mention") -> bool:
        """Say whether a mention only names or describes the one before: "two sons, Ada and Ben", "Ada, a teacher"."""
        if not self.claim.implied or self.claim.sentence != before.claim.sentence:
            return False
        if before.relation(self) is Answer.DISJOINT:
            return False
        gap = before.between(self)
        if not gap:
            return 0 <= self.start - before.end <= 2
        if not gap.strip(" ,"):
            # Two names side by side are two people of a list, two nouns where "and" goes on with it.
            if not before.claim.implied or (before.is_name and self.is_name):
                return False
            return before.is_name is not self.is_name or not self.goes_on
        plural = before.figure is not None and before.figure > 1 and not before.claim.implied
        return plural and self.is_known and gap.strip()[:1] in DASHES and len(gap) < _NEAR

    def is_second_role_of(self, before: "Mention") -> bool:
        """Say whether a noun without article may say more of the one before: "a member of a guild and president"."""
        bare = self.claim.implied and self.words.isdisjoint(_ARTICLES | _OWNERS) and not self.is_name
        return bare and before.claim.implied and not before.words.isdisjoint(_INDEFINITE)

    def is_same_one_as(self, before: "Mention") -> bool:
        """Say whether the verb tells that two nouns name one person: "a clerk and the head of a guild was killed"."""
        one = before.claim.implied and self.claim.implied and before.cue == self.cue
        if not one or "the" not in self.words:
            return False
        verb = _NUMBER.match(self.passage, self.end)
        return verb is not None and verb[1] in ("was", "has")

    @property
    def is_other(self) -> bool:
        """Whether somebody else says a figure of the same whole: "other sources reported that nine were killed"."""
        words = words_of(self.passage[: self.start])
        tellers = self.scopes.words["teller"]
        if any(word in tellers and before in _OTHER for before, word in itertools.pairwise(words)):
            return True
        return not self.scopes.words["dispute"].isdisjoint(words)

    def is_update_of(self, before: "Mention") -> bool:
        """Say whether the later figure takes the place of the earlier: "three, bringing the toll to 12"."""
        levels = self.scopes.words["update"]
        return not levels.isdisjoint(words_of(before.between(self)))

    def holds(self, before: "Mention") -> bool:
        """Say whether the earlier figure lies in the later: "five civilians were among nine killed"."""
        if before.figure is None or self.figure is None or before.figure >= self.figure:
            return False
        return "among" in words_of(before.between(self))[-2:]

    def is_event_of(self, before: "Mention") -> bool:
        """Say whether the later figure is of the event that the earlier died in: "in a raid that killed nine"."""
        if before.figure is None or self.figure is None or before.figure >= self.figure or not self.is_general:
            return False
        between = words_of(before.between(self))
        return any(
            second in _RELATIVE and self.scopes.is_event(first) for first, second in itertools.pairwise(between)
        ) and self.scopes.words["also"].isdisjoint(between)

    def is_of_longer_than(self, before: "Mention") -> bool:
        """Say whether the later figure is of more than the event: "bringing the weekend death toll to 61"."""
        between = words_of(before.between(self))
        longer = self.scopes.words["longer"]
        return self.is_update_of(before) and not longer.isdisjoint(between[-_TOLL:])

    @property
    def is_further(self) -> bool:
        """Whether its words say that it comes on top: "two others", "were also killed"."""
        if self.words & self.scopes.words["further"] or self.claim.measure.accrual is Accrual.INCREMENT:
            return True
        also = self.scopes.words["also"]
        before = words_of(self.passage[: self.start])
        if not also.isdisjoint(before[:2]) and "to" not in before[:3]:
            return True  # "In addition, a guard was killed"
        if before[-1:] == ["also"]:
            return True  # "that also four rebels were killed"
        behind = _CLAUSE.match(self.passage, self.end, self.end + _NEAR)
        return behind is not None and not also.isdisjoint(words_of(behind[0]))

    def relation(self, other: "Mention") -> Answer:
        """Return how the people of this stand to those of another."""
        return self.scopes.relate("subject", self.subject, other.subject)

    def is_beside_name(self, part: "Mention") -> bool:
        """Say whether a mention brings in somebody besides one that was named: "Petrov ... a guard was killed"."""
        return self.claim.implied and not self.is_known and part.is_name

    def is_new_kind(self, part: "Mention") -> bool:
        """Say whether other words are used for as many people, who may be others: "a clerk ... a cook"."""
        return (
            not self.is_general
            and not part.is_general
            and not self.is_definite
            and not part.is_name
            and self.relation(part) not in {Answer.SAME, Answer.PART, Answer.WHOLE}
        )

    def is_listed_with(self, other: "Mention") -> bool:
        """Say whether one word told what happened to both."""
        return self is not other and self.cue == other.cue


def _before(claim: Claim, words: frozenset[str]) -> list[str]:
    """Return those of some words that stand directly in front of a claim: "the other two victims"."""
    before = words_of(claim.passage[: claim.span.start - claim.sentence.start])[-1:]
    return [word for word in before if word in words]


def words_of(text: str) -> list[str]:
    """Return the words of a text in lower case."""
    return _WORD.findall(text.casefold())


def figure(claim: Claim, policy: Policy) -> Decimal | None:
    """Return the number that one claim is coded as: the one stated, the lower of a range, of a vague word its floor."""
    quantity = claim.quantity
    if quantity.hedge is Hedge.VAGUE:
        return quantity.entailed.lower if policy.vague else None
    if quantity.best is not None:
        return quantity.best
    if quantity.hedge is Hedge.UP_TO and quantity.stated:
        return min(number.value for number in quantity.stated)  # "up to 4-5"
    return quantity.entailed.lower if quantity.entailed.lower.is_finite() else None
