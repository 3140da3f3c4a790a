"""What one document says of a whole: which of its counts add up, and which only say a part of it again.

A document is read in text order. A subset ("including six children") and a restatement add nothing; "two others" and
subjects that share nobody add up; a larger figure for everybody takes the place of its parts.
"""

import re
from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Final, final

from . import window
from .interval import CLOSED, CONTEXT, INFINITY, Interval
from .mention import DASHES, EVERYBODY, Mention, words_of
from .noun import family, is_plural, lemma
from .scope import Answer, Scopes

_INSIDE: Final = frozenset({Answer.SAME, Answer.PART})
#: A place behind a figure, at once or behind a short verb.
_THERE: Final = re.compile(r"(?: \w+){0,3} (?:in|at|near) [A-Z]")
#: A plural without a number behind one person, as the subject of a plural.
_SEVERAL: Final = re.compile(
    r"\s+and\s+(?:(?!a |an |the |his |her |their )[A-Za-z-]+\s+){0,3}?([a-z]+)\s+(?:were|have)\b"
)
#: What opens a list of the parts of a figure in front of it, and what tells which they are.
_OPENED: Final = re.compile(r"\A[^)]*\(\s*\Z")
_OF: Final = re.compile(r"\s*(?:with|from|who|of)\b")
_ZERO: Final = Decimal(0)
_ONE: Final = Decimal(1)


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
            if before is None or before.claim.sentence != mention.claim.sentence or mention.is_another_voice(before):
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
        listed = any(part.is_listed_with(other) for other in self.parts)
        return listed and not part.claim.implied and _THERE.match(part.passage, part.end) is not None

    def _is_with_several(self, part: Mention) -> bool:
        """Say whether people whom nobody counted shared it: "a clerk and villagers were killed"."""
        found = _SEVERAL.match(part.passage, part.end) if part.claim.implied else None
        if found is None or not is_plural(found[1]) or family(lemma(found[1])) != EVERYBODY:
            return False
        here = range(part.end, found.end())
        return not any(other.start in here and other.claim.sentence == part.claim.sentence for other in self.parts)

    def _attackers(self) -> Decimal:
        """Return how many a toll may leave out: one, where an attack is called suicide and no attacker is counted."""
        if any(part.is_attacker for part in self.parts) or not _sum(self.parts):
            return _ZERO
        own = self.scopes.words["own death"]
        if not any(own.intersection(words_of(part.passage)) for part in self.parts):
            return _ZERO
        self.reasons.add("a toll of a suicide attack may leave out the attacker")
        return _ONE

    def _is_apart(self, part: Mention) -> bool:
        """Say whether an attacker's own death is told apart from that of the victims: a toll may count it or not."""
        return part.is_attacker and part.claim.implied and not any(part.is_listed_with(other) for other in self.parts)

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
                mention.describes(new[-1]) or self._counts(new, mention) or mention.is_pronoun or mention.is_theirs
            ):
                continue
            if (new or self.parts) and mention.is_other:
                self.reasons.add("sources differ within a report")
                self.others.append(mention)
                continue
            if new and mention.is_same_one_as(new[-1]):
                self.again.append(mention)
                continue
            for takes_in in (mention.holds, mention.is_event_of):
                if not new or not takes_in(new[-1]):
                    continue
                self.reasons.add("a subset was not added to its whole")
                self.subsets.add(new.pop().claim.id)
            if new and mention.is_of_longer_than(new[-1]):
                self.reasons.add("a toll of a longer time was left out")
                continue
            if new and mention.is_update_of(new[-1]):
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
        self._set_beside(new)

    def _set_beside(self, new: list[Mention]) -> None:
        """Set the figures of one sentence beside those that were told before."""
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
                after = self.scopes.words["afterwards"].intersection(words_of(told[-1].between(mention)))
                if after or not self._is_apart_from(mention, told):
                    self.doubtful.append(mention)
            elif told and mention in self.parts and mention.is_second_role_of(told[-1]):
                self.doubtful.append(mention)

    # ---- within a sentence

    def _counts(self, new: Sequence[Mention], mention: Mention) -> bool:
        """Say whether a figure only counts the names in front of it: "Petrov and Anna Kovac, two teachers,"."""
        if mention.claim.implied or mention.figure is None or new[-1].between(mention).strip() not in DASHES:
            return False
        names = [one for one in new if one.is_name and one.cue == new[-1].cue]
        return len(names) == mention.figure and len(names) > 1 and names[-1] is new[-1]

    def _is_apart_from(self, mention: Mention, told: Sequence[Mention]) -> bool:
        return all(mention.relation(part) is Answer.DISJOINT for part in told)

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
        direct = gap.rstrip().endswith(",") and len(words_of(gap)) < 2  # "nine killed, five of them"
        described = direct and mention.is_bare and _OF.match(mention.passage, mention.end) is not None
        if not (host.is_general or bracketed or described or mention.relation(host) in _INSIDE):
            return False
        opened = bracketed or described
        opened = opened or not self.scopes.words["subset"].isdisjoint(words_of(gap))
        if (opened or listed) and (listed or _ZERO) + mention.figure <= host.figure:
            self.subsets.add(mention.claim.id)
            return True
        return False

    # ---- beside what was told before

    def _restates(self, mention: Mention) -> bool:
        """Say whether a figure was given before in other words."""
        earlier = self.parts
        if not earlier:
            return False
        if mention.is_known and not (mention.is_attacker and not any(part.is_attacker for part in earlier)):
            self.reasons.add("a person named or referred to again was not counted twice")
            if not mention.is_name and all(mention.is_new_kind(part) for part in earlier):
                self.again.append(mention)  # "a clerk was killed ... the cook died"
            return True
        if mention.is_further:
            return False
        same = [
            part
            for part in (*earlier, *self.left)
            if part.figure == mention.figure
            and mention.relation(part) is not Answer.DISJOINT
            and not mention.is_beside_name(part)
        ]
        whole_again = len(earlier) > 1 and mention.figure is not None and _sum(earlier) == mention.figure
        if same or (whole_again and mention.is_general):
            self.reasons.add("a figure given again was not counted twice")
            if same and all(mention.is_new_kind(part) for part in same):
                self.again.append(mention)
            return True
        return False

    def _is_beside(self, mention: Mention, sentence: Sequence[Mention]) -> bool:
        """Say whether a pronoun stands for somebody whom no figure counted: "four died ... killing him and a guard"."""
        if not mention.is_pronoun or not mention.goes_on:
            return False
        earlier = [part.figure for part in self.parts]
        here = _sum(sentence)
        return all(figure is not None and figure > 1 for figure in earlier) and here not in (*earlier, _sum(self.parts))

    def _holds(self, mention: Mention, earlier: Sequence[Mention]) -> bool:
        """Say whether a figure is of everybody, or of all those told before: "a guard ... in all two guards"."""
        return mention.is_general or all(part.relation(mention) in _INSIDE for part in earlier)

    def _add(self, mention: Mention, earlier: Sequence[Mention]) -> None:
        if mention.is_attacker:
            # They are told apart from everybody else, so only they may be told again.
            earlier = [part for part in earlier if part.is_attacker and not mention.is_further]
        if not earlier or mention in self.doubtful:
            self.parts.append(mention)
            return
        sofar, own = _sum(earlier), mention.figure
        if all(mention.relation(part) is Answer.DISJOINT for part in earlier):
            self.parts.append(mention)
        elif (mention.is_further and not self.left) or all(mention.is_beside_name(part) for part in earlier):
            # After a detail of the whole, "another" is one more detail.
            self.parts.append(mention)
            self.doubtful.append(mention)
        elif own is not None and sofar is not None and own > sofar and self._holds(mention, earlier):
            self.reasons.add("a larger figure for everybody took the place of its parts")
            if any(mention.is_other_voice(part) for part in earlier):
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
