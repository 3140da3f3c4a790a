"""What is counted and of whom: "killed" of "soldiers"."""

import functools
from collections.abc import Iterator, Sequence
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Final, final

import attrs

from . import clause, patient
from .clause import verb_forms
from .evidence import Evidence
from .hedge import Hedge
from .interval import Interval
from .lexicon import Lexicon, MeasureWord
from .noun import family, lemma
from .quantity import Mark, Quantity
from .text import Sentence, Span
from .unit import Unit, UnitKind


class Accrual(Enum):
    """How a figure grows: a running toll, a level, a step, a rate or a share."""

    CUMULATIVE = "cumulative"
    STOCK = "stock"
    INCREMENT = "increment"
    RATE = "rate"
    SHARE = "share"


@final
@attrs.frozen
class Measure:
    """What is counted.

    `id` is a row of the measures table (killed, injured, troops, revenue) or else the lemma of the counted noun;
    `basis` is reported, confirmed, estimated, verified ...; `denominator` what a share or rate is of.
    """

    id: str
    accrual: Accrual | None = None
    basis: str = "reported"
    denominator: str = ""


@final
@attrs.frozen
class Subject:
    """The noun phrase that a figure is about: its text, the lemma of its head, and where it stands.

    `modifiers` are the words before the head, as written.
    """

    text: str
    head: str
    span: Span | None = None
    modifiers: tuple[str, ...] = ()


UNKNOWN = Measure("")

_COUNTED: Final = frozenset(("subject:counted", "subject:elided"))
_COUNTS: Final = frozenset((UnitKind.COUNT, UnitKind.NONE, UnitKind.RATIO))


_OF_THEM: Final = (["of", "them"], ["of", "whom"], ["of", "these"], ["of", "those"], ["of", "which"])
_ITS: Final = frozenset(("its", "their", "his", "her"))
_TIMES: Final = frozenset(("year", "month", "week", "day", "quarter", "night", "morning", "time"))
_NOT_NAMED: Final = frozenset(("higher", "lower", "last", "next", *_TIMES))
_ROLES: Final = ("increment", "container", "confirmed", "suspected", "estimated")


@final
class MeasureMark:
    """What one mark measures: the measure, of whom, by which rule and on which tokens. Internal.

    Tokens `first` up to `last` are the cue, -1 where there is none; `phrase` are the tokens of the noun phrase that
    names the measure, `whole` the index of the mark of which this one counts a part, -1 where there is none.
    """

    __slots__ = ("first", "last", "measure", "phrase", "rule", "subject", "subject_rule", "whole")

    def __init__(self, measure: Measure, rule: str, first: int = -1, last: int = -1) -> None:
        self.measure = measure
        self.rule = rule
        self.first = first
        self.last = last
        self.subject: Subject | None = None
        self.subject_rule = ""
        self.phrase: tuple[int, int] | None = None
        self.whole = -1


@final
class _Names:
    """The nouns of the measures by their words, and the words that qualify a count."""

    __slots__ = ("basis", "containers", "increment", "months", "nouns", "objects", "tells")

    def __init__(self, lexicon: Lexicon) -> None:
        self.nouns: dict[str, MeasureWord] = {}
        self.objects: dict[tuple[str, str], MeasureWord] = {}
        self.tells: dict[str, MeasureWord] = {}
        for row in lexicon.rows("measure"):
            for noun in row.nouns:
                for form in (noun, clause.inflect(noun)[0]):
                    self.nouns.setdefault(form, row)
            for pair in row.object:
                verb, noun = pair.split(" ", 1)
                for form in _forms(verb, lexicon):
                    self.objects[form, noun] = row
            for phrase in row.tells:
                for form in _forms(phrase, lexicon):
                    self.tells.setdefault(form, row)
        qualifiers = {
            role: frozenset(p for r in lexicon.rows("qualifier") if r.role == role for p in r.phrases)
            for role in _ROLES
        }
        self.increment = qualifiers.pop("increment")
        self.containers = qualifiers.pop("container")
        self.months = frozenset(p for r in lexicon.rows("date") if r.role in ("month", "weekday") for p in r.phrases)
        self.basis = {phrase: role for role, phrases in qualifiers.items() for phrase in phrases}


def _forms(phrase: str, lexicon: Lexicon) -> tuple[str, ...]:
    return tuple(form for _, form in verb_forms(phrase, lexicon))


@functools.lru_cache(maxsize=8)
def _names(lexicon: Lexicon) -> _Names:
    return _Names(lexicon)


def find(sentence: Sentence, marks: Sequence[Mark], lexicon: Lexicon) -> tuple[MeasureMark, ...]:
    """Return what each mark measures, and of whom, parallel to `marks`.

    >>> from newsfigures.lexicon import load
    >>> from newsfigures import quantity
    >>> s = Sentence("Two soldiers were killed and 40 civilians injured.")
    >>> [(m.measure.id, m.subject.head) for m in find(s, quantity.find(s, load("en")), load("en"))]
    [('killed', 'soldier'), ('injured', 'civilian')]
    """
    if not marks:
        return ()
    reader = _Reader(sentence, marks, lexicon)
    for at in range(len(marks)):
        reader.read(at)
    return tuple(reader.found)


def implied(sentence: Sentence, marks: Sequence[Mark], lexicon: Lexicon) -> tuple[Mark, ...]:
    """Return the counts of one ("a civilian was killed") and of none ("nobody was hurt") that no numeral says.

    They have a best value and no stated numeral.

    >>> from newsfigures.lexicon import load
    >>> ones = implied(Sentence("A policeman was killed and nobody was arrested."), (), load("en"))
    >>> [(mark.quantity.text, int(mark.quantity.best), str(mark.quantity.unit)) for mark in ones]
    [('A policeman', 1, 'policeman'), ('nobody', 0, 'person')]
    """
    here = clause.read(sentence, lexicon)
    if not here.cues:
        return ()
    here = clause.masked(here, [(mark.first, mark.number_first) for mark in marks])
    return tuple(_implied_mark(here, one, lexicon) for one in patient.implied(here, marks, lexicon))


def _implied_mark(here: clause.Clause, one: patient.Implied, lexicon: Lexicon) -> Mark:
    sentence = here.sentence
    name, modifiers = "person", ()
    if one.head > one.first and here.tags[one.head] == "x":
        name = lemma(sentence.lowers[one.head], lexicon)
        modifiers = tuple(sentence.words[t] for t in range(one.first + 1, one.head) if here.tags[t] in "xX")
    kind = family(name, lexicon)
    counted = Unit(
        name, UnitKind.COUNT, f"count:{kind or name}", "{" + name + "}", Fraction(1), modifiers=modifiers, family=kind
    )
    span = sentence.span(one.first, one.last)
    text = sentence.said(one.first, one.last)
    amount = Interval.point(one.value)
    quantity = Quantity(
        stated=(), hedge=Hedge.NONE, entailed=amount, plausible=amount, best=Decimal(one.value), unit=counted, span=span,
        text=text, evidence=(Evidence("quantity", "implied:one" if one.value else "implied:none", span, text),),
    )  # fmt: skip
    return Mark(quantity, one.first, one.last, one.first, one.first + 1, one.head)


@final
class _Reader:
    """One sentence with its marks, read mark by mark."""

    __slots__ = ("clause", "found", "lexicon", "marks", "names", "patients", "sentence", "tags")

    def __init__(self, sentence: Sentence, marks: Sequence[Mark], lexicon: Lexicon) -> None:
        self.sentence = sentence
        self.marks = marks
        self.lexicon = lexicon
        ranges = [(mark.first, mark.number_first) for mark in marks]
        self.clause = clause.masked(clause.read(sentence, lexicon), ranges)
        self.tags = self.clause.tags
        self.names = _names(lexicon)
        self.patients = patient.find(self.clause, marks)
        self.found: list[MeasureMark] = []

    def read(self, at: int) -> None:
        mark = self.marks[at]
        befallen = self.patients[at]
        if befallen is not None and mark.quantity.unit.kind is UnitKind.NONE and self._is_age(mark):
            befallen = self.patients[at] = None
        if befallen is not None:
            done = self._befallen(at, mark, befallen)
        else:
            done = self._unsaid(at, mark) or self._said(at, mark)
        if done.whole < 0:
            done.whole = self._whole(at, mark)
        if befallen is None and 0 <= done.whole < at and self.patients[done.whole] is not None:
            # "15 died, including six children": what befell the whole befell the part.
            whole = self.found[done.whole]
            done.measure, done.rule, done.first, done.last = whole.measure, "measure:part", whole.first, whole.last
            done.subject, done.subject_rule = None, ""
            self._whom(done, at, mark)
        self.found.append(done)

    def _said(self, at: int, mark: Mark) -> MeasureMark:
        kind = mark.quantity.unit.kind
        if kind is UnitKind.AGE or (kind is UnitKind.NONE and self._is_age(mark)):
            return self._age(mark)
        done = self._counted(at, mark) if kind is UnitKind.COUNT else None
        return done or self._amount(at, mark)

    def _unsaid(self, at: int, mark: Mark) -> MeasureMark | None:
        """Read a bare number as a count of what the one before it counts: "12,000 people here and 4,000 in France"."""
        if not at or mark.head >= 0 or mark.quantity.unit.kind not in (UnitKind.NONE, UnitKind.COUNT):
            return None
        if self.marks[at - 1].quantity.unit.kind is not UnitKind.COUNT or self._is_age(mark):
            return None
        tags, before = self.tags, mark.first
        while before and tags[before - 1] == "r":
            before -= 1
        joined = before and tags[before - 1] in "ci," and clause.bare_of_verbs(tags, self.marks[at - 1].last, before)
        if not joined or tags[mark.last : mark.last + 1] not in ("p", ".", ",", "f", "F", "c", ""):
            return None
        earlier = self.found[at - 1]
        done = MeasureMark(earlier.measure, "measure:elided", earlier.first, earlier.last)
        done.subject, done.subject_rule = earlier.subject, "subject:elided" if earlier.subject else ""
        return done

    def _whole(self, at: int, mark: Mark) -> int:
        """Return the mark that this one counts a part of, or -1."""
        tags, lowers, before = self.tags, self.sentence.lowers, mark.first
        if mark.quantity.unit.kind not in _COUNTS:
            return -1
        if at + 1 < len(self.marks) and self.marks[at + 1].first <= mark.last <= mark.head:
            return at + 1  # "12 of the 40 passengers"
        if not at:
            return -1
        while before > 0 and tags[before - 1] in "rd":
            before -= 1
        if before > 0 and (tags[before - 1] == "i" or lowers[max(before - 2, 0) : before] in _OF_THEM):
            return at - 1  # "6 million homes, including 1.5 million in the region", "40, of whom 12 died"
        if lowers[mark.number_last : mark.number_last + 2] in _OF_THEM:
            return at - 1  # "12 suspects, five of them women"
        if at == 1 and lowers[0] == "of" and self.marks[0].first <= 3 and tags[before - 1] == ",":
            return 0  # "Of the 300 on board, 12 died"
        return -1

    def _befallen(self, at: int, mark: Mark, befallen: patient.Patient) -> MeasureMark:
        row = befallen.row
        done = MeasureMark(self._measure(row, mark), f"measure:{row.id}.{befallen.role}", befallen.first, befallen.last)
        done.whole = befallen.whole
        self._whom(done, at, mark)
        return done

    def _whom(self, done: MeasureMark, at: int, mark: Mark) -> None:
        """Take the counted noun as the subject, or the one counted before where the noun is left out."""
        head = mark.head
        if head >= 0 and self.sentence.lowers[head] not in ("other", "others", "more") and not self._is_cue(head):
            first = mark.number_last if head < mark.last else head - len(mark.quantity.unit.modifiers)
            if not mark.quantity.stated and self.tags[mark.first] == "X":
                first = mark.first  # a name
            done.subject = self._subject(first, max(mark.last, head + 1), head)
            done.subject_rule = "subject:counted"
            return
        earlier = [m for m in self.found[:at] if m.subject is not None and m.whole < 0 and m.subject_rule in _COUNTED]
        if earlier and all(m.subject == earlier[-1].subject for m in earlier if m.first == earlier[-1].first):
            done.subject = earlier[-1].subject
            done.subject_rule = "subject:elided"

    def _is_cue(self, token: int) -> bool:
        return self.tags[token] in clause.CUES or self._noun(token) is not None

    def _noun(self, head: int, floor: int = 0) -> MeasureWord | None:
        """Return the row of the longest noun of the measures that ends at a token."""
        lowers = self.sentence.lowers
        last = lemma(lowers[head], self.lexicon)
        nouns = self.names.nouns
        for size in (4, 3, 2):
            first = head - size + 1
            if first >= floor:
                row = nouns.get(" ".join([*lowers[first:head], last])) or nouns.get(" ".join(lowers[first : head + 1]))
                if row is not None:
                    return row
        return nouns.get(last) or nouns.get(lowers[head])

    def _counted(self, at: int, mark: Mark) -> MeasureMark | None:
        """Read a count by its noun: of the tables, or its own lemma."""
        head = mark.head
        if head < 0:
            return self._noun_of(at, mark)
        verb = self.sentence.lowers[mark.first - 1] if mark.first else ""
        row = self.names.objects.get((verb, mark.quantity.unit.name))
        if row is not None:
            done = MeasureMark(self._measure(row, mark), f"measure:{row.id}.object", mark.first - 1, mark.last)
            if row.kind != "person":
                self._owner(done, mark)
            return done
        row = self._noun(head, mark.number_last)
        if row is not None and row.kind != "amount":
            done = MeasureMark(self._measure(row, mark), f"measure:{row.id}.noun", head, head + 1)
            done.subject, done.subject_rule = self._of_whom(mark.last, head, mark)
            if done.subject is None and row.kind != "person":
                self._owner(done, mark)
            return done
        of = self._noun_of(at, mark)
        if of is not None:
            return of
        unit = mark.quantity.unit
        done = MeasureMark(
            Measure(unit.name, basis=self._basis(mark), accrual=self._accrual(mark, None)),
            "measure:counted",
            head,
            head + 1,
        )
        self._owner(done, mark)
        return done

    def _noun_of(self, at: int, mark: Mark) -> MeasureMark | None:
        """Read "the deaths of 12 people", "a toll of 45"."""
        of = mark.first - 1
        while of > 0 and self.tags[of] in "dr":
            of -= 1
        if of < 1 or self.tags[of] != "o" or self.tags[of - 1] not in "xX":
            return None
        row = self._noun(of - 1)
        if row is None or row.kind != "person" or mark.quantity.unit.kind not in _COUNTS:
            return None
        done = MeasureMark(self._measure(row, mark), f"measure:{row.id}.of", of - 1, of)
        self._whom(done, at, mark)
        return done

    def _of_whom(self, last: int, head: int, mark: Mark) -> tuple[Subject | None, str]:
        """Read "100 deaths among these forces", "40 civilian deaths"."""
        tags, lowers = self.tags, self.sentence.lowers
        if last + 1 < len(tags) and (tags[last] == "o" or lowers[last] in ("among", "amongst")):
            run = clause.run_after(tags, last + 1)
            if run is not None:
                return self._subject(*run), "subject:of"
        for at in range(last, min(last + 6, len(tags) - 1)):
            if lowers[at] in ("among", "amongst"):
                run = clause.run_after(tags, at + 1)
                return (self._subject(*run), "subject:of") if run is not None else (None, "")
            if tags[at] not in "bhemnrvVp":
                break
        first = mark.number_last
        while first < head and tags[first] in "dr#":
            first += 1
        words = [t for t in range(first, head) if tags[t] in "xX"]
        if words and lemma(lowers[words[-1]], self.lexicon) and family(lowers[words[-1]], self.lexicon) == "person":
            return self._subject(words[0], words[-1] + 1), "subject:modifier"
        return None, ""

    def _owner(self, done: MeasureMark, mark: Mark) -> None:
        """Take whose the counted things are: "a survey of 6,000 employers", "the firm has 900 doctors"."""
        tags = self.tags
        of = before = mark.first - 1
        if (
            of > 0
            and tags[of] == "o"
            and tags[of - 1] in "xX$"
            and self.sentence.lowers[of - 1] not in self.names.containers
        ):
            run = clause.run_before(tags, of)
            rule = "subject:of"
        elif self._is_subject(mark.last) and tags[before] not in clause.VERBS:
            return
        else:
            run = clause.subject(self.clause, mark.first)
            rule = "subject:clause"
        if run is not None and not run[0] <= mark.first < run[1]:
            done.subject = self._subject(*run)
            done.subject_rule = rule

    def _amount(self, at: int, mark: Mark) -> MeasureMark:
        """Read an amount, a share or a bare number by the noun phrase that names it."""
        named = self._named(at, mark)
        if named is None:
            return MeasureMark(Measure("", accrual=self._accrual(mark, None), basis=self._basis(mark)), "")
        first, last, rule = named
        last = self._timeless(first, last)
        head = self._head(first, last)
        row = self._noun(head, first) or self._held(head, last)
        told = self._told(mark) if rule == "subject" else None
        if told is not None:
            done = MeasureMark(self._measure(told, mark), f"measure:{told.id}.verb", mark.first - 1, mark.first)
            done.subject, done.subject_rule = self._subject(first, last), "subject:clause"
            return done
        if mark.quantity.unit.kind is UnitKind.MEASURE:
            row = self.names.nouns.get(mark.quantity.unit.name, row)  # "a magnitude 6.5 earthquake"
        denominator = ""
        share = mark.quantity.unit.kind is UnitKind.RATIO and rule == "share"
        if share:
            denominator = lemma(self.sentence.words[head], self.lexicon)
        if row is not None:
            measure = self._measure(row, mark)
            if share:
                measure = attrs.evolve(measure, denominator=denominator, accrual=Accrual.SHARE)
        else:
            name = "" if self.tags[head] == "X" else lemma(self.sentence.lowers[head], self.lexicon)
            measure = Measure(name, self._accrual(mark, None), self._basis(mark), denominator)
        done = MeasureMark(measure, f"measure:{row.id if row else 'named'}.{rule}", head, head + 1)
        done.phrase = (first, last)
        self._amount_owner(done, mark, row)
        return done

    def _is_age(self, mark: Mark) -> bool:
        """Say whether a bare number between commas behind a person is an age: "the driver, 40, was killed"."""
        tags, best = self.tags, mark.quantity.best
        if best is None or not 0 < best < 120 or mark.first < 2 or tags[mark.first - 1] != ",":
            return False
        before = mark.first - 2
        closed = tags[mark.last : mark.last + 1] in (",", ".", ")", "")
        person = tags[before] == "X" or family(self.sentence.lowers[before], self.lexicon) == "person"
        return closed and person and mark.number_last - mark.number_first == 1

    def _age(self, mark: Mark) -> MeasureMark:
        """Read an age by the noun beside it: "the driver, 40", "a 40-year-old woman"."""
        done = MeasureMark(Measure("age", Accrual.STOCK), "measure:age", mark.first, mark.last)
        before, tags = mark.first, self.tags
        if before > 1 and tags[before - 1] == ",":
            run = clause.run_before(tags, before - 1)
        else:
            run = clause.run_after(tags, mark.last) or clause.subject(self.clause, before)
        if run is not None:
            done.subject, done.subject_rule = self._subject(*run), "subject:age"
        return done

    def _timeless(self, first: int, last: int) -> int:
        """Return where a phrase ends without its date: "revenue in the quarter", "the rate in May"."""
        lowers = self.sentence.lowers
        for at in range(first + 1, last):
            if self.tags[at] == "p" and not self.names.months.isdisjoint(lowers[at + 1 : at + 2]):
                return at
            if self.tags[at] == "p" and not _TIMES.isdisjoint(lowers[at + 1 : at + 4]):
                return at
        return last

    def _told(self, mark: Mark) -> MeasureWord | None:
        """Read a verb that gives its subject's measure: "it weighs 30 tonnes", "it sold for $4m"."""
        lowers, end = self.sentence.lowers, mark.first
        while end > 0 and self.tags[end - 1] == "r":
            end -= 1
        tells = self.names.tells
        return tells.get(" ".join(lowers[max(end - 2, 0) : end])) or (tells.get(lowers[end - 1]) if end else None)

    def _held(self, head: int, last: int) -> MeasureWord | None:
        """Read what a container holds: "the number of dead", "the number of people killed"."""
        if self.sentence.lowers[head] not in self.names.containers or self.tags[head + 1 : head + 2] != "o":
            return None
        cue = self.clause.cues.get(last)
        return cue.row if cue is not None and cue.form in "KPS" else self._noun(self._head(head + 2, last), head + 2)

    def _amount_owner(self, done: MeasureMark, mark: Mark, row: MeasureWord | None) -> None:
        """Find whose the amount is: inside the phrase that names it, else the subject of its clause."""
        assert done.phrase is not None
        first, last = done.phrase
        tags = self.tags
        inside = self._possessor(first, last, done.first)
        if row is not None and inside is not None and (row.kind != "person" or tags[done.last : done.last + 1] == "o"):
            done.subject, done.subject_rule = self._subject(*inside), "subject:owner"
            return
        if row is not None and row.kind == "person":
            return
        run = self._holder(first, last, mark)
        if run is not None:
            done.subject, done.subject_rule = self._subject(*run), "subject:clause"
            return
        if row is not None:
            return
        done.subject, done.subject_rule = self._subject(first, last), "subject:named"

    def _holder(self, first: int, last: int, mark: Mark) -> tuple[int, int] | None:
        """Return who has the amount: the phrase before "with", else the subject of the clause."""
        tags = self.tags
        if first and self.sentence.lowers[first - 1] in _ITS:
            run = clause.subject(self.clause, first - 1)  # "Apple said its revenue rose"
            if run is not None:
                return run
        with_ = first - 1
        while with_ > 0 and tags[with_] in "drx":
            with_ -= 1
        if with_ > 0 and tags[with_] == "w" and tags[with_ - 1] in "xX":
            return clause.run_before(tags, with_)
        if self._is_subject(max(mark.last, last)) or (mark.first and tags[mark.first - 1] in "V,u"):
            return None
        run = clause.subject(self.clause, mark.first)
        return None if run is None or (run[0] < last and first < run[1]) else run

    def _is_subject(self, end: int) -> bool:
        """Say whether a finite verb follows, so that the figure is in its subject."""
        tags = self.tags
        while end < len(tags) and tags[end] in "rn":
            end += 1
        return end < len(tags) and (tags[end] in "vVbhm" or (tags[end] == "e" and tags[end + 1 : end + 2] not in ("y", "p")))

    def _possessor(self, first: int, last: int, head: int) -> tuple[int, int] | None:
        """Return the owner inside a phrase: "Apple's revenue", "the revenue of Apple", "Apple revenue"."""
        tags = self.tags
        mark = tags.rfind("'", first, head)
        if mark > first and self.sentence.lowers[mark] in ("'s", "'"):
            return clause.trim(tags, first, mark)
        if head + 1 < last and tags[head + 1] in "of":
            return clause.trim(tags, head + 2, last)
        start = end = next((t for t in range(first, head) if tags[t] == "X"), head)
        if " ".join(self.sentence.lowers[start : head + 1]) in self.names.nouns:
            return None  # "Voter turnout" at the start of a sentence
        while end < head and tags[end] in "X-#":
            end += 1
        return (start, end) if start < end else None

    def _head(self, first: int, last: int) -> int:
        """Return the head of a run: its last noun in front of a preposition."""
        tags = self.tags
        end = first
        while end < last and (tags[end] not in "opFfwyit(," or end == first):
            end += 1
        head = end - 1
        while head > first and tags[head] not in "xXeg":
            head -= 1
        return head

    def _named(self, at: int, mark: Mark) -> tuple[int, int, str] | None:
        """Return the noun phrase that names what an amount is of, and how it stands to it."""
        tags = self.tags
        behind = self._behind(mark)
        if behind is not None and not (behind[2] == "beside" and self._in_line(mark)):
            return behind
        before = mark.first - 1
        while before > 0 and tags[before] in "dr":
            before -= 1
        if before > 0 and tags[before] in "ow" and tags[before - 1] in "xX)":
            return self._clipped(at, clause.run_before(tags, before), "of")
        if before > 1 and self.sentence.lowers[before] in ("at", "to") and tags[before - 1] in "xX":
            moved = self._object(at, before)
            if moved is not None:
                return moved
        if at and self._continues(at, mark):
            earlier = self.found[at - 1].phrase
            return None if earlier is None else (*earlier, "same")
        if before > 0 and tags[before] == "(" and tags[before - 1] in "xX":
            return self._clipped(at, clause.run_before(tags, before), "bracket")
        if before > 0 and tags[before] == "F" and mark.quantity.unit.kind is UnitKind.MONEY and tags[before - 1] in "xX":
            return self._clipped(at, clause.phrase_before(tags, before), "for")
        beside = before if before == mark.first - 1 else -1
        if beside > 0 and self.sentence.lowers[beside] in ("up", "down", "over", "under", "above", "below"):
            beside -= 1
        if beside >= 0 and tags[beside] in "xX" and self.sentence.lowers[beside] not in _TIMES:
            return self._clipped(at, clause.run_before(tags, beside + 1), "before")
        run = clause.subject(self.clause, mark.first)
        return (*run, "subject") if run is not None else self._verbless(mark)

    def _behind(self, mark: Mark) -> tuple[int, int, str] | None:
        """Read "60% of its revenue", "a $40 contract", "$12,000 for a new roof"."""
        tags, after = self.tags, mark.last
        if after < len(tags) and tags[after] == "-":
            after += 1
        if after >= len(tags):
            return None
        if tags[after] == "o":
            run, rule = self._run(after + 1), "share"
        elif tags[after] in "xXeg" and not self._is_finite(after) and self._is_beside(after):
            run, rule = self._run(after), "beside"
            if run is not None:
                run = self._adjectives(mark.first), run[1]
        elif self._is_in_kind(mark, after):
            run, rule = clause.run_after(tags, after + 1), "in"
        elif tags[after] == "F" and mark.quantity.unit.kind is UnitKind.MONEY:
            run, rule = clause.run_after(tags, after + 1), "for"
        else:
            return None
        return None if run is None else (*run, rule)

    def _run(self, first: int) -> tuple[int, int] | None:
        """Return a noun phrase with what modifies it behind, up to a date: "tax on imported vehicles"."""
        return clause.run_after(self.tags, first, through="opFw")

    def _object(self, at: int, end: int) -> tuple[int, int, str] | None:
        """Read the object of a verb that sets it to an amount: "kept its interest rate at 5 percent"."""
        tags = self.tags
        run = clause.phrase_before(tags, end)
        if run is None or any(run[0] <= other.first < end for other in self.marks[:at]):
            return None
        verb = run[0] - 1
        while verb > 0 and tags[verb] in "dr":
            verb -= 1
        if verb < 1 or tags[verb] not in "veVGBKDg":
            return None
        determined = "d" in tags[verb : run[0]] or self._noun(self._head(*run), run[0]) is not None
        return (*run, "object") if determined else None

    def _is_in_kind(self, mark: Mark, after: int) -> bool:
        """Say whether "in" names what the amount is: "$5m in aid", "18 metres in depth"."""
        if self.sentence.lowers[after] != "in" or self.tags[after + 1 : after + 2] != "x":
            return False
        return mark.quantity.unit.kind is UnitKind.MONEY or self._noun(after + 1, after + 1) is not None

    def _adjectives(self, first: int) -> int:
        """Return where the noun phrase around a number starts: "a turbocharged 1.6 litre engine"."""
        start = first
        while start > 0 and self.tags[start - 1] in "x-":
            start -= 1
        return start if start > 0 and self.tags[start - 1] == "d" else first

    def _in_line(self, mark: Mark) -> bool:
        """Say whether a signed figure stands in a line of names: "Stoxx 50 -1.3% FTSE -0.6%"."""
        return self.sentence.lowers[mark.first] in ("-", "+", "\u2212") and mark.first > 0 and self.tags[mark.last] == "X"

    def _clipped(self, at: int, run: tuple[int, int] | None, rule: str) -> tuple[int, int, str] | None:
        """Leave out of a run what belongs to the figures before."""
        if run is None:
            return None
        first = max([run[0], *(other.last for other in self.marks[:at] if other.last < run[1])])
        kept = clause.trim(self.tags, first, run[1])
        return None if kept is None else (*kept, rule)

    def _is_finite(self, token: int) -> bool:
        return self.tags[token] == "e" and token + 1 < len(self.tags) and self.tags[token + 1] in "ytpfw"

    def _is_beside(self, after: int) -> bool:
        return self.sentence.lowers[after] not in _NOT_NAMED

    def _continues(self, at: int, mark: Mark) -> bool:
        """Say whether the mark stands beside the one before it: in brackets, or joined by "or", "and", "to"."""
        earlier = self.marks[at - 1]
        between = self.tags[earlier.last : mark.first]
        return len(between) <= 3 and all(letter in "(,ctfr/" for letter in between)

    def _verbless(self, mark: Mark) -> tuple[int, int, str] | None:
        """Read what stands in front of the number in a line without a verb: "FTSE -0.6%"."""
        tags = self.tags
        end = mark.first
        lasts = {other.last: other.first for other in self.marks}
        while end > 0 and (tags[end - 1] in "(r$-;," or (end in lasts and lasts[end] < mark.first)):
            end = lasts.get(end, end - 1) if end != mark.first else end - 1
        if end and tags[end - 1] in "xX":
            run = clause.run_before(tags, end)
            if run is not None:
                return (*run, "before")
        return None

    def _measure(self, row: MeasureWord, mark: Mark) -> Measure:
        return Measure(row.id, self._accrual(mark, row), self._basis(mark))

    def _qualifiers(self, mark: Mark) -> Iterator[str]:
        lowers = self.sentence.lowers
        yield from lowers[max(mark.first - 2, 0) : mark.number_first]
        yield from lowers[mark.number_last : mark.last + 1]

    def _basis(self, mark: Mark) -> str:
        basis = self.names.basis
        return next((basis[word] for word in self._qualifiers(mark) if word in basis), "reported")

    def _accrual(self, mark: Mark, row: MeasureWord | None) -> Accrual | None:
        increment = self.names.increment
        if mark.quantity.unit.kind is UnitKind.COUNT or (row is not None and row.kind == "person"):
            lowers = self.sentence.lowers
            near = {*lowers[max(mark.first - 1, 0) : mark.number_first], *lowers[mark.number_last : mark.last]}
            if not increment.isdisjoint(near):
                return Accrual.INCREMENT
        return Accrual(row.accrual) if row is not None else None

    def _subject(self, first: int, last: int, head: int = -1) -> Subject | None:
        """Build a subject from a token range, determiners at its start left out."""
        sentence, tags = self.sentence, self.tags
        while first < last - 1 and (tags[first] in "do,r-" or (tags[first] == "#" and head >= 0)):
            first += 1
        if first >= last:
            return None
        if head < first:
            last = self._timeless(first, last)
            head = self._head(first, last)
        if last < len(tags) - 1 and sentence.words[last] == "." and sentence.joined(last):
            last += 1  # "Example Inc."
        start = head
        while tags[head] == "X" and start > first and tags[start - 1] == "X":
            start -= 1  # the head of a name is all of it: North Korea
        name = sentence.said(start, head + 1) if tags[head] == "X" else lemma(sentence.lowers[head], self.lexicon)
        modifiers = tuple(sentence.words[t] for t in range(first, start) if tags[t] in "xX#egS")
        return Subject(sentence.said(first, last), name, sentence.span(first, last), modifiers)
