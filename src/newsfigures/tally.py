"""What one document says of a whole: which of its counts add up, and which only say a part of it again.

A document is read in text order. A subset ("including six children") and a restatement add nothing; "two others" and
subjects that share nobody add up; a larger figure for everybody takes the place of its parts.
"""

import itertools
import re
from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Final, final

from . import window
from .claim import Claim
from .hedge import Hedge
from .interval import CLOSED, CONTEXT, INFINITY, Interval
from .line import whole
from .measure import Accrual
from .noun import family, is_plural, lemma
from .policy import Policy
from .scope import Answer, Scopes
from .status import Status

_INSIDE: Final = frozenset({Answer.SAME, Answer.PART})
_WORD: Final = re.compile(r"[^\W\d_]+")
_AND: Final = re.compile(r"\s*,?\s*and\b")
#: What stands behind a figure in its own clause.
_CLAUSE: Final = re.compile(r"(?:(?! and | while | but | as | when | after )[^,;.:()])*")
#: A place behind a figure, at once or behind a short verb.
_THERE: Final = re.compile(r"(?: \w+){0,3} (?:in|at|near) [A-Z]")
#: A plural without a number behind one person, as the subject of a plural.
_SEVERAL: Final = re.compile(
    r"\s+and\s+(?:(?!a |an |the |his |her |their )[A-Za-z-]+\s+){0,3}?([a-z]+)\s+(?:were|have)\b"
)
#: The verb that tells how many its subject is.
_NUMBER: Final = re.compile(r"[^,;.]*?\b(was|were|has|have)\b")
#: What opens a list of the parts of a figure in front of it, and what tells which they are.
_OPENED: Final = re.compile(r"\A[^)]*\(\s*\Z")
_OF: Final = re.compile(r"\s*(?:with|from|who|of)\b")
_OTHER: Final = frozenset({"other", "another"})
_DASHES: Final = frozenset("-\u2013\u2014:(,")
#: How many characters away a word still speaks of a figure.
_NEAR: Final = 30
_ZERO: Final = Decimal(0)
_ONE: Final = Decimal(1)
_INDEFINITE: Final = frozenset({"a", "an", "one", "another"})
_ARTICLES: Final = _INDEFINITE | {"the"}
_OWNERS: Final = frozenset({"his", "her", "its", "their"})
_PRONOUNS: Final = frozenset({"he", "she", "him", "her", "his", "their"})
_RELATIVE: Final = frozenset({"that", "which"})
#: So many words name a toll in front of its figure: "the weekend death toll to".
_TOLL: Final = 6
_EVERYBODY: Final = "person"
_ALLEGED: Final = frozenset({Status.ALLEGED, Status.UNCONFIRMED})


@final
class Mention:
    """One claim of a tally: how many, of whom, and the words around it."""

    __slots__ = (
        *("claim", "cue", "end", "figure", "interval", "is_attacker", "passage", "remains", "start", "subject"),
        "words",
    )

    def __init__(self, claim: Claim, policy: Policy, scopes: Scopes) -> None:
        self.claim = claim
        self.interval = whole(claim.quantity.entailed)
        self.figure = figure(claim, policy)
        #: What was said to have happened to them, by its place in the text.
        self.cue = next((found.span for found in claim.evidence if found.field == "measure"), None)
        self.remains = scopes.words["remains"]
        self.subject = scopes.scope(claim).subject
        self.words = frozenset([*_words(claim.quantity.text), *_before(claim, _OTHER)])
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
        return self.subject is None or self.subject.name == _EVERYBODY

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
        return self.claim.implied and "their" in self.words and self.claim.quantity.unit.family != _EVERYBODY

    @property
    def is_name(self) -> bool:
        """Whether it is a name, without article."""
        claim = self.claim
        named = claim.implied and claim.quantity.unit.name == _EVERYBODY and claim.quantity.text[:1].isupper()
        return named and not self.is_pronoun and self.words.isdisjoint(_ARTICLES)

    @property
    def is_definite(self) -> bool:
        """Whether it points back: "the nine killed"."""
        return _words(self.passage[: self.start])[-1:] in (["the"], ["these"], ["those"], ["all"])

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

    def between(self, later: "Mention") -> str:
        """Return the words between this and a later mention of the same sentence."""
        return self.passage[self.end : later.start]


def _before(claim: Claim, words: frozenset[str]) -> list[str]:
    """Return those of some words that stand directly in front of a claim: "the other two victims"."""
    before = _words(claim.passage[: claim.span.start - claim.sentence.start])[-1:]
    return [word for word in before if word in words]


def _words(text: str) -> list[str]:
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


@final
class Tally:
    """What one document says of the whole: the parts that add up, and why others were left out.

    `parts` add up to `best`; `doubtful` are those of them that may lie inside another, `left` those that were left out
    though they may not, `again` those taken for the same people by their number alone, and `others` what the document
    says besides of the whole: they widen `interval` at either end.
    """

    __slots__ = (
        *("again", "best", "doubtful", "floors", "further", "interval", "left", "others", "parts", "reasons", "said"),
        *("scopes", "stated", "subsets"),
    )

    def __init__(self, mentions: Sequence[Mention], scopes: Scopes, subsets: Iterable[str] = ()) -> None:
        self.scopes = scopes
        self.further = scopes.words["further"]
        self.subsets = set(subsets)
        self.parts: list[Mention] = []
        self.doubtful: list[Mention] = []
        self.left: list[Mention] = []
        self.again: list[Mention] = []
        self.others: list[Mention] = []
        self.floors: list[Decimal] = []
        self.reasons: set[str] = set()
        sentences: list[list[Mention]] = []
        before: Mention | None = None
        for mention in sorted(mentions, key=lambda mention: mention.claim.sentence.start):
            if (
                before is None
                or before.claim.sentence != mention.claim.sentence
                or self._is_another_voice(before, mention)
            ):
                sentences.append([])
            sentences[-1].append(mention)
            before = mention
        for sentence in sentences:
            self._read(sentence)
        self.stated = len(self.parts) == 1
        self.best = _sum(self.parts)
        self.interval = self._extent()
        days = [window.said(mention.claim) for mention in mentions]
        self.said = max([day for day in days if day is not None], default=-window.EVER) // window.DAY

    @property
    def is_stated(self) -> bool:
        """Whether every part was said with a number, and not only by telling of somebody."""
        return not any(part.claim.implied for part in self.parts)

    def _extent(self) -> Interval:
        sure = [part for part in self.parts if part not in self.doubtful and not self._is_apart(part)]
        lower = sum([part.floor for part in sure or self.parts], _ZERO)
        upper = sum([part.interval.upper for part in (*self.parts, *self.left, *self.again)], _ZERO)
        if len(self.parts) > 1 and all(self._is_elsewhere(part) for part in self.parts):
            self.reasons.add("figures of several places were added")
            lower = min([part.interval.lower for part in self.parts])
        if self.parts:
            lower = min([lower, *self.floors, *[other.interval.lower for other in self.others]])
            upper = max([upper, *[other.interval.upper for other in self.others]]) + self._attackers()
        if any(self._is_with_several(part) for part in self.parts):
            upper = INFINITY
        if self.parts and all(part.is_part for part in self.parts):
            upper = INFINITY  # "killed residents, among them a clerk"
        return Interval(min(lower, upper), upper)

    def _is_elsewhere(self, part: Mention) -> bool:
        """Say whether a figure is one of a list by places: "four were killed in Losk, three in Dorva"."""
        listed = any(self._is_listed(part, other) for other in self.parts)
        return listed and not part.claim.implied and _THERE.match(part.passage, part.end) is not None

    def _is_with_several(self, part: Mention) -> bool:
        """Say whether people whom nobody counted shared it: "a clerk and villagers were killed"."""
        found = _SEVERAL.match(part.passage, part.end) if part.claim.implied else None
        if found is None or not is_plural(found[1]) or family(lemma(found[1])) != _EVERYBODY:
            return False
        here = range(part.end, found.end())
        return not any(other.start in here and other.claim.sentence == part.claim.sentence for other in self.parts)

    def _attackers(self) -> Decimal:
        """Return how many a toll may leave out: one, where an attack is called suicide and no attacker is counted."""
        if any(part.is_attacker for part in self.parts) or not _sum(self.parts):
            return _ZERO
        own = self.scopes.words["own death"]
        if not any(own.intersection(_words(part.passage)) for part in self.parts):
            return _ZERO
        self.reasons.add("a toll of a suicide attack may leave out the attacker")
        return _ONE

    def _is_apart(self, part: Mention) -> bool:
        """Say whether an attacker's own death is told apart from that of the victims: a toll may count it or not."""
        return part.is_attacker and part.claim.implied and not any(self._is_listed(part, other) for other in self.parts)

    def _is_listed(self, part: Mention, other: Mention) -> bool:
        return part is not other and part.cue == other.cue

    def share(self, events: int, told: int, *, divide: bool) -> None:
        """Allow that figures told behind character `told` cover several events, of which this is one.

        `divide` takes an equal share of them as the count of this one.
        """
        if events < 2 or any(part.claim.sentence.start < told for part in self.parts):
            return
        lower = self.interval.lower // events
        self.interval = Interval(lower, self.interval.upper, CLOSED, self.interval.upper_bound)
        self.reasons.add("the report speaks of several events, and its figure may be that of all")
        if divide and self.best is not None:
            self.best = (self.best / events).quantize(_ONE, ROUND_HALF_UP)
            self.stated = False
            self.reasons.add("a figure for several events was divided by their number")

    def spread(self, events: Sequence[int]) -> None:
        """Allow that the figure of each part is of so many days, places or events, of which this may be one."""
        shares = [part.interval.lower // many for part, many in zip(self.parts, events, strict=True)]
        lower = sum(shares, _ZERO)
        if max(events, default=1) > 1 and lower < self.interval.lower:
            self.interval = Interval(lower, self.interval.upper, CLOSED, self.interval.upper_bound)
            self.reasons.add("a figure may be that of several days, places or events")

    def reach(self, whole_: "Tally") -> None:
        """Allow as many as a count of these together with others ("35 casualties"), where nothing tells them apart."""
        if whole_.interval.upper > self.interval.upper:
            self.interval = Interval(self.interval.lower, whole_.interval.upper)
            self.reasons.add("a count of the dead and the injured together was not divided")

    def within(self) -> "Tally":
        """Return what a count of these together with others says of them: none, all, or any number between."""
        found = Tally([], self.scopes)
        found.parts, found.said, found.stated = self.parts, self.said, False
        found.best, found.interval = None, Interval(_ZERO, self.interval.upper)
        found.reasons = {"a count of the dead and the injured together was not divided"}
        return found

    def without(self, others: Sequence["Tally"], sense: str) -> "Tally | None":
        """Return what the other parts leave of this whole; `None` when nothing is known to be left."""
        taken = [other.best for other in others if other.best is not None]
        if self.best is None or len(taken) < len(others):
            return None
        rest = CONTEXT.subtract(self.best, sum(taken, _ZERO))
        interval = self.interval
        for other in others:
            interval += -other.interval
        allowed = interval & Interval(_ZERO, INFINITY)
        if rest <= 0 or allowed is None:
            return None
        found = Tally([], self.scopes)
        found.parts = [*self.parts, *(part for other in others for part in other.parts)]
        found.best, found.interval, found.stated = rest, allowed, False
        found.reasons = {sense} if sense else set()
        found.said = self.said
        return found

    def _read(self, sentence: Sequence[Mention]) -> None:
        """Take in one sentence: what it lists adds up among itself, then it is set beside what was told before."""
        new: list[Mention] = []
        for mention in sentence:
            if new and (
                self._names(new[-1], mention) or self._counts(new, mention) or mention.is_pronoun or mention.is_theirs
            ):
                continue
            if (new or self.parts) and self._is_other(mention):
                self.reasons.add("sources differ within a report")
                self.others.append(mention)
                continue
            if new and self._is_same_one(new[-1], mention):
                self.again.append(mention)
                continue
            for lies_in in (self._is_among, self._is_whole):
                if new and lies_in(new[-1], mention):
                    self.reasons.add("a subset was not added to its whole")
                    self.subsets.add(new.pop().claim.id)
            if new and self._is_of_longer(new[-1], mention):
                self.reasons.add("a toll of a longer time was left out")
                continue
            if new and self._is_update(new[-1], mention):
                self.reasons.add("an earlier figure was replaced by a later one")
                self.others.append(new.pop())  # the later may be of more than this event
            if self._is_subset(mention, sentence, new):
                self.reasons.add("a subset was not added to its whole")
            elif mention.is_definite and any(mention.figure == other.figure for other in new):
                self.reasons.add("a figure given again was not counted twice")
            elif not self._restates(mention):
                new.append(mention)
            elif self._is_beside(mention, sentence):
                new.append(mention)
                self.doubtful.append(mention)
        general = [mention for mention in new if mention.is_general and not mention.words & self.further]
        others = [mention for mention in new if mention not in general]
        if (
            len(general) == 1
            and len(others) > 1
            and general[0].figure is not None
            and _sum(others) == general[0].figure
        ):
            self.reasons.add("parts of a stated whole were not added to it")
            new = general
        earlier = list(self.parts)
        for at, mention in enumerate(new):
            self._add(mention, earlier)
            told = new[:at]
            if told and all(part.cue != mention.cue for part in told) and mention in self.parts:
                after = self.scopes.words["afterwards"].intersection(_words(told[-1].between(mention)))
                if after or not self._is_apart_from(mention, told):
                    self.doubtful.append(mention)
            elif told and mention in self.parts and self._is_second_role(told[-1], mention):
                self.doubtful.append(mention)

    def _is_other_voice(self, before: Mention, mention: Mention) -> bool:
        one, other = before.claim.attribution, mention.claim.attribution
        return other is not None and (one is None or one.source != other.source)

    def _is_another_voice(self, before: Mention, mention: Mention) -> bool:
        """Say whether two sources each give the whole: "police say that eight people died, the army that nine did"."""
        if not before.is_general or not mention.is_general or before.claim.implied or mention.claim.implied:
            return False
        if before.claim.attribution is None or not self._is_other_voice(before, mention) or self._is_further(mention):
            return False
        return self.further.isdisjoint(_words(mention.passage[mention.end :])[:1])  # "the army that two more did"

    # ---- within a sentence

    def _names(self, before: Mention, mention: Mention) -> bool:
        """Say whether a mention only names or describes the one before: "two sons, Ada and Ben", "Ada, a teacher"."""
        if not mention.claim.implied or mention.claim.sentence != before.claim.sentence:
            return False
        if self._relation(before, mention) is Answer.DISJOINT:
            return False
        gap = before.between(mention)
        if not gap:
            return 0 <= mention.start - before.end <= 2
        if not gap.strip(" ,"):
            # Two names side by side are two people of a list, two nouns where "and" goes on with it.
            if not before.claim.implied or (before.is_name and mention.is_name):
                return False
            return before.is_name is not mention.is_name or not _AND.match(mention.passage, mention.end)
        plural = before.figure is not None and before.figure > 1 and not before.claim.implied
        return plural and mention.is_known and gap.strip()[:1] in _DASHES and len(gap) < _NEAR

    def _is_second_role(self, before: Mention, mention: Mention) -> bool:
        """Say whether a noun without article may say more of the one before: "a member of a guild and president"."""
        bare = mention.claim.implied and mention.words.isdisjoint(_ARTICLES | _OWNERS) and not mention.is_name
        return bare and before.claim.implied and not before.words.isdisjoint(_INDEFINITE)

    def _is_same_one(self, before: Mention, mention: Mention) -> bool:
        """Say whether the verb tells that two nouns name one person: "a clerk and the head of a guild was killed"."""
        one = before.claim.implied and mention.claim.implied and before.cue == mention.cue
        if not one or "the" not in mention.words:
            return False
        verb = _NUMBER.match(mention.passage, mention.end)
        return verb is not None and verb[1] in ("was", "has")

    def _counts(self, new: Sequence[Mention], mention: Mention) -> bool:
        """Say whether a figure only counts the names in front of it: "Petrov and Anna Kovac, two teachers,"."""
        if mention.claim.implied or mention.figure is None or new[-1].between(mention).strip() not in _DASHES:
            return False
        names = [one for one in new if one.is_name and one.cue == new[-1].cue]
        return len(names) == mention.figure and len(names) > 1 and names[-1] is new[-1]

    def _is_other(self, mention: Mention) -> bool:
        """Say whether somebody else says a figure of the same whole: "other sources reported that nine were killed"."""
        words = _words(mention.passage[: mention.start])
        tellers = self.scopes.words["teller"]
        if any(word in tellers and before in _OTHER for before, word in itertools.pairwise(words)):
            return True
        return not self.scopes.words["dispute"].isdisjoint(words)

    def _is_apart_from(self, mention: Mention, told: Sequence[Mention]) -> bool:
        return all(self._relation(mention, part) is Answer.DISJOINT for part in told)

    def _is_subset(self, mention: Mention, sentence: Sequence[Mention], new: Sequence[Mention]) -> bool:
        """Say whether a figure lies inside one of its sentence: by a link, or on a list that "including" opened."""
        if mention.claim.id in self.subsets:
            return True
        if not new or mention.figure is None or mention.words & self.further:
            return False
        host = new[-1]
        if host.figure is None:
            return False
        gap = host.between(mention)
        listed = _sum([m for m in sentence if m.claim.id in self.subsets and host.start < m.start < mention.start])
        bracketed = _OPENED.search(gap) is not None or (bool(listed) and "(" in gap and ")" not in gap)
        direct = gap.rstrip().endswith(",") and len(_words(gap)) < 2  # "nine killed, five of them"
        described = direct and mention.is_bare and _OF.match(mention.passage, mention.end) is not None
        if not (host.is_general or bracketed or described or self._relation(mention, host) in _INSIDE):
            return False
        opened = bracketed or described
        opened = opened or not self.scopes.words["subset"].isdisjoint(_words(gap))
        if (opened or listed) and (listed or _ZERO) + mention.figure <= host.figure:
            self.subsets.add(mention.claim.id)
            return True
        return False

    def _is_update(self, before: Mention, mention: Mention) -> bool:
        """Say whether the later figure takes the place of the earlier: "three, bringing the toll to 12"."""
        levels = self.scopes.words["update"]
        return not levels.isdisjoint(_words(before.between(mention)))

    def _is_among(self, before: Mention, mention: Mention) -> bool:
        """Say whether the earlier figure lies in the later: "five civilians were among nine killed"."""
        if before.figure is None or mention.figure is None or before.figure >= mention.figure:
            return False
        return "among" in _words(before.between(mention))[-2:]

    def _is_whole(self, before: Mention, mention: Mention) -> bool:
        """Say whether the later figure is of the event that the earlier died in: "in a raid that killed nine"."""
        if before.figure is None or mention.figure is None or before.figure >= mention.figure or not mention.is_general:
            return False
        between = _words(before.between(mention))
        return any(
            second in _RELATIVE and self.scopes.is_event(first) for first, second in itertools.pairwise(between)
        ) and self.scopes.words["also"].isdisjoint(between)

    def _is_of_longer(self, before: Mention, mention: Mention) -> bool:
        """Say whether the later figure is of more than the event: "bringing the weekend death toll to 61"."""
        between = _words(before.between(mention))
        longer = self.scopes.words["longer"]
        return self._is_update(before, mention) and not longer.isdisjoint(between[-_TOLL:])

    # ---- beside what was told before

    def _is_further(self, mention: Mention) -> bool:
        """Say whether its words say that it comes on top: "two others", "were also killed"."""
        if mention.words & self.further or mention.claim.measure.accrual is Accrual.INCREMENT:
            return True
        also = self.scopes.words["also"]
        before = _words(mention.passage[: mention.start])
        if not also.isdisjoint(before[:2]) and "to" not in before[:3]:
            return True  # "In addition, a guard was killed"
        if before[-1:] == ["also"]:
            return True  # "that also four rebels were killed"
        behind = _CLAUSE.match(mention.passage, mention.end, mention.end + _NEAR)
        return behind is not None and not also.isdisjoint(_words(behind[0]))

    def _restates(self, mention: Mention) -> bool:
        """Say whether a figure was given before in other words."""
        earlier = self.parts
        if not earlier:
            return False
        if mention.is_known and not (mention.is_attacker and not any(part.is_attacker for part in earlier)):
            self.reasons.add("a person named or referred to again was not counted twice")
            if not mention.is_name and all(self._is_new_kind(mention, part) for part in earlier):
                self.again.append(mention)  # "a clerk was killed ... the cook died"
            return True
        if self._is_further(mention):
            return False
        same = [
            part
            for part in (*earlier, *self.left)
            if part.figure == mention.figure
            and self._relation(mention, part) is not Answer.DISJOINT
            and not self._is_new(mention, part)
        ]
        whole_again = len(earlier) > 1 and mention.figure is not None and _sum(earlier) == mention.figure
        if same or (whole_again and mention.is_general):
            self.reasons.add("a figure given again was not counted twice")
            if same and all(self._is_new_kind(mention, part) for part in same):
                self.again.append(mention)
            return True
        return False

    def _relation(self, one: Mention, other: Mention) -> Answer:
        return self.scopes.relate("subject", one.subject, other.subject)

    def _is_beside(self, mention: Mention, sentence: Sequence[Mention]) -> bool:
        """Say whether a pronoun stands for somebody whom no figure counted: "four died ... killing him and a guard"."""
        if not mention.is_pronoun or not _AND.match(mention.passage, mention.end):
            return False
        earlier = [part.figure for part in self.parts]
        here = _sum(sentence)
        return all(figure is not None and figure > 1 for figure in earlier) and here not in (*earlier, _sum(self.parts))

    def _is_new(self, mention: Mention, part: Mention) -> bool:
        """Say whether a mention brings in somebody besides one that was named: "Petrov ... a guard was killed"."""
        return mention.claim.implied and not mention.is_known and part.is_name

    def _is_new_kind(self, mention: Mention, part: Mention) -> bool:
        """Say whether other words are used for as many people, who may be others: "a clerk ... a cook"."""
        return (
            not mention.is_general
            and not part.is_general
            and not mention.is_definite
            and not part.is_name
            and self._relation(mention, part) not in {Answer.SAME, Answer.PART, Answer.WHOLE}
        )

    def _holds(self, mention: Mention, earlier: Sequence[Mention]) -> bool:
        """Say whether a figure is of everybody, or of all those told before: "a guard ... in all two guards"."""
        return mention.is_general or all(self._relation(part, mention) in _INSIDE for part in earlier)

    def _add(self, mention: Mention, earlier: Sequence[Mention]) -> None:
        if mention.is_attacker:
            # They are told apart from everybody else, so only they may be told again.
            earlier = [part for part in earlier if part.is_attacker and not self._is_further(mention)]
        if not earlier or mention in self.doubtful:
            self.parts.append(mention)
            return
        sofar, own = _sum(earlier), mention.figure
        if all(self._relation(mention, part) is Answer.DISJOINT for part in earlier):
            self.parts.append(mention)
        elif (self._is_further(mention) and not self.left) or all(self._is_new(mention, part) for part in earlier):
            # After a detail of the whole, "another" is one more detail.
            self.parts.append(mention)
            self.doubtful.append(mention)
        elif own is not None and sofar is not None and own > sofar and self._holds(mention, earlier):
            self.reasons.add("a larger figure for everybody took the place of its parts")
            if any(self._is_other_voice(part, mention) for part in earlier):
                self.floors.append(sum([part.interval.lower for part in earlier], _ZERO))
            self.parts = [part for part in self.parts if part not in earlier]
            self.parts.append(mention)
        else:
            self.reasons.add("a figure that may be a part of another was not added")
            self.left.append(mention)


def _sum(parts: Sequence[Mention]) -> Decimal | None:
    found = _ZERO
    for part in parts:
        if part.figure is None:
            return None
        found = CONTEXT.add(found, part.figure)
    return found
