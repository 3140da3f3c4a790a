"""What is counted and of whom: "killed" of "soldiers"."""

from collections.abc import Iterable, Sequence
from enum import Enum
from fractions import Fraction
from typing import Final, final

import attrs

from . import clause, implication, naming, patient, walk
from .evidence import Evidence
from .frequency import is_occasions
from .hedge import Hedge
from .interval import Interval
from .lexicon import Lexicon
from .noun import determiners, family, is_listed, is_noun, is_person, lemma
from .ontology import AGE, COUNT, MEASURE, RATIO
from .quantity import Mark, Quantity
from .row import MeasureWord
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

#: Those counted in the sentences before: the noun and how many.
Counted = implication.Counted

# Members of an enum that are asked for again and again: found in the module in a seventh of the time of `Enum.NAME`.
_NONE: Final = UnitKind.NONE
_ACCRUALS: Final = {accrual.value: accrual for accrual in Accrual}
_INCREMENT: Final = Accrual.INCREMENT
_COUNTED: Final = frozenset(("subject:counted", "subject:elided"))
_NAMED: Final = frozenset(("subject:of", "subject:modifier"))
_COUNTS: Final = (COUNT, _NONE, RATIO)
_BARE: Final = (_NONE, COUNT)
_OTHERS: Final = frozenset(("other", "others", "more"))


#: Letters in front of a number that may be an age.
_BEFORE_AGE: Final = frozenset(",(c")
_THEM: Final = frozenset(("them", "whom", "these", "those", "which"))


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


def sought(lexicon: Lexicon) -> frozenset[str]:
    """Return the words that are looked for in a sentence before it is read."""
    return naming.names(lexicon).qualifying | {implication.LIVES}


def implied(
    sentence: Sentence, marks: Sequence[Mark], lexicon: Lexicon, before: Iterable[Counted] = ()
) -> tuple[Mark, ...]:
    """Return the counts of one ("a civilian was killed") and of none ("nobody was hurt") that no numeral says.

    They have a best value and no stated numeral. `before` are those counted in the sentences before, latest first, for
    "they" and "the hostages".

    >>> from newsfigures.lexicon import load
    >>> ones = implied(Sentence("A policeman was killed and nobody was arrested."), (), load("en"))
    >>> [(mark.quantity.text, int(mark.quantity.best), str(mark.quantity.unit)) for mark in ones]
    [('A policeman', 1, 'policeman'), ('nobody', 0, 'person')]
    """
    taken = implication.LIVES in sentence.telling
    if not taken and clause.cue_words(lexicon).isdisjoint(sentence.telling):
        return ()
    here = clause.read(sentence, lexicon)
    if not taken and not here.cues:
        return ()
    here = clause.masked(here, naming.hedged(marks))
    known = tuple(before)
    ones = implication.find(here, marks, lexicon, known) if here.cues else ()
    if taken:
        ones = (*ones, *implication.taken(here, marks, lexicon, known))
    found = tuple(_implied_mark(here, one, lexicon) for one in ones)
    if not ones or taken:
        return found
    # Beside the other figures a deed may have befallen somebody else: "it joins a minute's silence for 40 dead".
    every = sorted((*marks, *found), key=lambda mark: mark.first)
    befallen = {every[at].first for at, one in enumerate(patient.find(here, every)) if one is not None}
    return tuple(mark for mark in found if mark.first in befallen)


def _implied_mark(here: clause.Clause, one: implication.Implied, lexicon: Lexicon) -> Mark:
    sentence = here.sentence
    name = "person"
    modifiers: tuple[str, ...] = ()
    if one.head >= one.first and (here.tags[one.head] == "x" or _is_common(here, one, lexicon)):
        is_acronym = sentence.words[one.head].isupper() and not sentence.is_upper  # "a former MP"
        name = lemma((sentence.words if is_acronym else sentence.lowers)[one.head], lexicon)
        first = max(one.first, here.tags.rfind("'", one.first, one.head), _age_end(sentence, one))
        ranks = lexicon.words("rank")  # "the ninth man" is a man
        within = [t for t in range(first + 1, one.head) if here.tags[t] in "xX"]
        modifiers = tuple(sentence.words[t] for t in within if sentence.lowers[t] not in ranks)
        if name in implication.PAIRS:
            name, modifiers = "person", ()
    kind = family(name, lexicon)
    counted = Unit(
        name, COUNT, f"count:{kind or name}", "{" + name + "}", Fraction(1), modifiers=modifiers, family=kind
    )
    span = sentence.span(one.first, one.last)
    text = sentence.said(one.first, one.last)
    amount = Interval.point(one.value)
    rule = "implied:one" if one.value == 1 else "implied:same" if one.value else "implied:none"
    quantity = Quantity(
        stated=(), hedge=Hedge.NONE, entailed=amount, plausible=amount, best=one.value, unit=counted,
        span=span, text=text, evidence=(Evidence("quantity", rule, span, text),),
    )  # fmt: skip
    return Mark(quantity, one.first, one.last, one.first, one.first + 1, one.head)


def _is_common(here: clause.Clause, one: implication.Implied, lexicon: Lexicon) -> bool:
    """Say whether a head with a capital is a noun ("An American"), not a name that ends as one ("Anna Freeman")."""
    sentence = here.sentence
    if family(sentence.lowers[one.head], lexicon) != "person":
        return False
    if sentence.is_upper or sentence.lowers[one.first] in determiners(lexicon):
        return True
    return one.head == one.first and is_listed(sentence.lowers[one.head], lexicon)  # "Policeman killed"


def _age_end(sentence: Sentence, one: implication.Implied) -> int:
    """Return the last token of an age in front of a head, -1 where there is none: "a 40-year-old woman"."""
    lowers = sentence.lowers
    return next((at for at in range(one.head - 1, one.first, -1) if lowers[at] == "old"), -1)


def _is_of_them(lowers: Sequence[str], at: int) -> bool:
    """Say whether "of them", "of whom" stands at a token."""
    return at + 1 < len(lowers) and lowers[at] == "of" and lowers[at + 1] in _THEM


@final
class _Reader:
    """One sentence with its marks, read mark by mark."""

    __slots__ = (
        *("clause", "found", "is_qualified", "lexicon", "marks", "namer", "names", "patients", "sentence", "subjects"),
        "tags",
    )

    def __init__(self, sentence: Sentence, marks: Sequence[Mark], lexicon: Lexicon) -> None:
        self.sentence = sentence
        self.marks = marks
        self.lexicon = lexicon
        self.clause = clause.masked(clause.read(sentence, lexicon), naming.hedged(marks))
        self.tags = self.clause.tags
        self.namer = naming.Namer(self.clause, marks, lexicon)
        self.names = self.namer.names
        self.patients = patient.find(self.clause, marks)
        self.found: list[MeasureMark] = []
        #: The subjects built, by their tokens: figures share them.
        self.subjects: dict[tuple[int, int, int], Subject | None] = {}
        # Asked once a sentence: hardly any has such a word, and every figure would look for one.
        self.is_qualified = not self.names.qualifying.isdisjoint(sentence.telling)

    def read(self, at: int) -> None:
        mark = self.marks[at]
        kind = mark.quantity.unit.kind
        befallen = self.patients[at]
        if befallen is not None and self._is_unbefallen(at, mark, befallen):
            befallen = self.patients[at] = None
        if befallen is not None:
            done = self._befallen(at, mark, befallen)
        else:
            done = (self._unsaid(at, mark) if at and kind in _BARE else None) or self._said(at, mark)
        if done.whole < 0 and kind in _COUNTS:
            done.whole = self._whole(at, mark)
        if befallen is None and 0 <= done.whole < at and self.patients[done.whole] is not None:
            # "15 died, including six children": what befell the whole befell the part.
            whole = self.found[done.whole]
            done.measure, done.rule, done.first, done.last = whole.measure, "measure:part", whole.first, whole.last
            done.subject, done.subject_rule = None, ""
            self._whom(done, at, mark)
        self.found.append(done)
        self.namer.phrases.append(done.phrase)

    def _is_unbefallen(self, at: int, mark: Mark, befallen: patient.Patient) -> bool:
        """Say whether what a verb seems to befall is an age, papers that were executed, or how often it was done."""
        unit = mark.quantity.unit
        if is_occasions(unit):
            return True  # "stabbed 17 times and killed"
        if unit.kind is _NONE:
            return self._is_age(at, mark)
        return bool(befallen.row.remains) and unit.name in clause.qualifiers("document", self.lexicon)

    def _said(self, at: int, mark: Mark) -> MeasureMark:
        kind = mark.quantity.unit.kind
        if kind is AGE or (kind is _NONE and self._is_age(at, mark)):
            return self._age(mark)
        done = self._counted(at, mark) if kind is COUNT else None
        return done or self._amount(at, mark)

    def _unsaid(self, at: int, mark: Mark) -> MeasureMark | None:
        """Read a bare number as a count of what the one before it counts: "12,000 people here and 4,000 in France"."""
        if mark.head >= 0 or self.marks[at - 1].quantity.unit.kind is not COUNT or self._is_age(at, mark):
            return None
        tags, before = self.tags, mark.first
        while before and tags[before - 1] == "r":
            before -= 1
        joined = before and tags[before - 1] in "ci," and walk.bare_of_verbs(tags, self.marks[at - 1].last, before)
        if not joined or tags[mark.last : mark.last + 1] not in ("p", ".", ",", "f", "F", "c", ""):
            return None
        earlier = self.found[at - 1]
        done = MeasureMark(earlier.measure, "measure:elided", earlier.first, earlier.last)
        done.subject, done.subject_rule = earlier.subject, "subject:elided" if earlier.subject else ""
        return done

    def _whole(self, at: int, mark: Mark) -> int:
        """Return the mark that this one counts a part of, or -1."""
        tags, lowers, before = self.tags, self.sentence.lowers, mark.first
        if mark.head >= mark.last and at + 1 < len(self.marks) and self._holds(self.marks[at + 1], mark.head):
            return at + 1  # "12 of the 40 passengers"
        if not at:
            return -1
        while before > 0 and tags[before - 1] in "rd":
            before -= 1
        if before > 0 and (tags[before - 1] == "i" or (before > 1 and _is_of_them(lowers, before - 2))):
            return at - 1  # "6 million homes, including 2 million in the north", "40, of whom 12 died"
        if _is_of_them(lowers, mark.number_last):
            return at - 1  # "12 suspects, five of them women"
        if at == 1 and lowers[0] == "of" and self.marks[0].first <= 3 and tags[before - 1] == ",":
            return 0  # "Of the 300 on board, 12 died"
        return -1

    @staticmethod
    def _holds(mark: Mark, token: int) -> bool:
        return mark.first <= token < mark.last

    def _befallen(self, at: int, mark: Mark, befallen: patient.Patient) -> MeasureMark:
        row = befallen.row
        done = MeasureMark(self._measure(row, mark), f"measure:{row.id}.{befallen.role}", befallen.first, befallen.last)
        done.whole = befallen.whole
        self._whom(done, at, mark)
        return done

    def _whom(self, done: MeasureMark, at: int, mark: Mark) -> None:
        """Take the counted noun as the subject, or the one counted before where the noun is left out."""
        head = mark.head
        named = head >= 0 and self.sentence.lowers[head] not in _OTHERS
        if named and not self._is_cue(head, done.measure.id):
            first = mark.number_last if head < mark.last else head - len(mark.quantity.unit.modifiers)
            if not mark.quantity.stated and self.tags[mark.first] == "X":
                first = mark.first  # a name
            done.subject = self._subject(first, max(mark.last, head + 1), head)
            done.subject_rule = "subject:counted"
            return
        self._elide(done, at, _COUNTED)

    def _elide(self, done: MeasureMark, at: int, rules: frozenset[str]) -> None:
        """Take over those counted before, where the marks before agree on them: "killed 12 people and injured 40"."""
        earlier = [m for m in self.found[:at] if m.subject is not None and m.whole < 0 and m.subject_rule in rules]
        if earlier and all(m.subject == earlier[-1].subject for m in earlier if m.first == earlier[-1].first):
            done.subject = earlier[-1].subject
            done.subject_rule = "subject:elided"

    def _is_cue(self, token: int, measure: str) -> bool:
        """Say whether a noun names the measure and nobody: the dead of "12 dead"; hostages that are killed are some."""
        if self.tags[token] in clause.CUES:
            return True
        row = self.namer.noun(token)
        return row is not None and row.id == measure

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
        row = self.namer.noun(head, mark.number_last)
        if row is not None and row.kind != "amount":
            done = MeasureMark(self._measure(row, mark), f"measure:{row.id}.noun", head, head + 1)
            done.subject, done.subject_rule = self._of_whom(mark.last, head, mark)
            if done.subject is None and row.kind == "person":
                self._elide(done, at, _NAMED)
            elif done.subject is None:
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
        row = self.namer.noun(of - 1)
        if row is None or row.kind != "person" or mark.quantity.unit.kind not in _COUNTS:
            return None
        done = MeasureMark(self._measure(row, mark), f"measure:{row.id}.of", of - 1, of)
        self._whom(done, at, mark)
        return done

    def _of_whom(self, last: int, head: int, mark: Mark) -> tuple[Subject | None, str]:
        """Read "100 deaths among these forces", "40 civilian deaths"."""
        tags, lowers = self.tags, self.sentence.lowers
        if last + 1 < len(tags) and (tags[last] == "o" or lowers[last] in ("among", "amongst")):
            run = walk.run_after(tags, last + 1)
            if run is not None:
                return self._subject(*run), "subject:of"
        for at in range(last, min(last + 6, len(tags) - 1)):
            if lowers[at] in ("among", "amongst"):
                run = walk.run_after(tags, at + 1)
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
            run = walk.run_before(tags, of)
            rule = "subject:of"
        elif self.namer.is_subject(mark.last) and (tags[before] == "V" or tags[before] not in clause.VERBS):
            return  # "the report says 40 posts went": who speaks is not whom it is about
        elif tags[before] == "V" and not self.sentence.lowers[before].startswith("announc"):
            return
        else:
            run = self.namer.subject(mark.first)
            rule = "subject:clause"
        if run is not None and not run[0] <= mark.first < run[1]:
            done.subject = self._subject(*run)
            done.subject_rule = rule

    def _amount(self, at: int, mark: Mark) -> MeasureMark:
        """Read an amount, a share or a bare number by the noun phrase that names it."""
        named = self.namer.named(at, mark)
        if named is None:
            return MeasureMark(Measure("", self._accrual(mark, None), self._basis(mark)), "")
        first, last, rule = named
        if rule == "same" and self.found[at - 1].rule.endswith(".label"):
            rule = "label"
        last = self.namer.timeless(first, last)
        head = (
            last - 1 if rule == "label" else self.namer.head(max(first, mark.last) if rule == "beside" else first, last)
        )
        low = self.sentence.lowers[head]
        row = self.namer.noun(head, first)
        if row is None and low in self.names.containers:
            row = self.namer.held(head, last)
        if rule == "label" and row is None:
            row = self.namer.label(first, last)
        told = self.namer.told(mark) if rule == "subject" else None
        if told is not None:
            done = MeasureMark(self._measure(told, mark), f"measure:{told.id}.verb", mark.first - 1, mark.first)
            done.subject, done.subject_rule = self._subject(first, last), "subject:clause"
            return done
        kind = mark.quantity.unit.kind
        if kind is MEASURE:
            row = self.names.nouns.get(mark.quantity.unit.name, row)  # "a magnitude 6.5 earthquake"
        denominator = ""
        share = kind is RATIO and rule == "share"
        if share:
            denominator = self.namer.whole(head, first)
        if row is not None:
            measure = self._measure(row, mark)
            if share:
                measure = attrs.evolve(measure, denominator=denominator, accrual=Accrual.SHARE)
        else:
            is_name = self.tags[head] == "X" and not (rule == "label" and head == 0)
            is_named = not is_name and self._is_noun(head, mark) and low not in self.names.times
            if rule == "subject" and is_named:
                # "the firm lost $4m", "it fed the town for 15 years"
                is_adjunct = mark.quantity.unit.dimension == "time" and self._is_adjunct(mark)
                is_somebody = low in self.names.bodies or is_person(low, self.lexicon)
                is_named = not is_adjunct and not is_somebody
            name = lemma(low, self.lexicon) if is_named else ""
            measure = Measure(name, self._accrual(mark, None), self._basis(mark), denominator)
        done = MeasureMark(measure, f"measure:{row.id if row else 'named'}.{rule}", head, head + 1)
        done.phrase = (first, last)
        if rule != "label":
            self._amount_owner(done, mark, row)
        return done

    def _is_adjunct(self, mark: Mark) -> bool:
        """Say whether a length of time only tells when or how long: "over the last 10 years"; not "it lasts 3 days"."""
        before = mark.first - 1
        while before > 0 and self.tags[before] in "drx":
            before -= 1
        return before < 0 or self.tags[before] in "pFfowui,"

    def _is_noun(self, token: int, mark: Mark) -> bool:
        """Say whether a word can name a thing: no word of grammar, no adjective, no adverb and no part of a figure."""
        if self.tags[token] not in "xX" or mark.number_first <= token < mark.number_last:
            return False
        for other in self.marks:
            if other.first <= token < other.last and token != other.head and other is not mark:
                return False
        return is_noun(self.sentence.lowers[token], self.lexicon)

    def _is_namable(self, head: int) -> bool:
        """Say whether a word can be whom a figure is about; what is a name in small letters need not be a noun."""
        low = self.sentence.lowers[head]
        if low in self.names.months or not low[0].isalpha():
            return False
        for m in self.marks:
            if m.number_first <= head < (m.last if m.head < 0 else m.number_last) and head != m.head:
                return False  # the number or the unit of a figure
        is_name = self.tags[head] == "X" and head > 0 and not self.sentence.is_upper
        return is_name or is_noun(low, self.lexicon) or self.tags[head] in clause.CUES

    def _is_age(self, at: int, mark: Mark) -> bool:
        """Say whether a bare number behind a person is an age: "the driver, 40, was killed", "Anna Kovac (40)"."""
        tags, before = self.tags, mark.first - 2
        letter = tags[before + 1] if before >= 0 else ""
        if letter not in _BEFORE_AGE:
            return False
        best = mark.quantity.best
        if best is None or not 0 < best < 120:
            return False
        if letter == "c":  # "two boys, aged 8 and 17"
            earlier = self.marks[at - 1]
            return at > 0 and earlier.last == mark.first - 1 and earlier.quantity.unit.kind is AGE
        if letter == "(":
            return patient.is_bracketed(tags, mark)
        closed = tags[mark.last : mark.last + 1] in (",", ".", ")", "")
        person = tags[before] == "X" or family(self.sentence.lowers[before], self.lexicon) == "person"
        return closed and person and mark.number_last - mark.number_first == 1

    def _age(self, mark: Mark) -> MeasureMark:
        """Read an age by the noun beside it: "the driver, 40", "people over 50", "a 40-year-old woman"."""
        done = MeasureMark(Measure("age", Accrual.STOCK), "measure:age", mark.first, mark.last)
        before, tags = mark.first, self.tags
        if before > 1 and tags[before - 1] == ",":
            run = walk.run_before(tags, before - 1)
        elif any(found.rule == "age_bracket" for found in mark.quantity.evidence):
            run = walk.run_before(tags, before)
        else:
            run = walk.run_after(tags, mark.last) or self.namer.subject(before)
        if run is not None:
            done.subject, done.subject_rule = self._subject(*run), "subject:age"
        return done

    def _amount_owner(self, done: MeasureMark, mark: Mark, row: MeasureWord | None) -> None:
        """Find whose the amount is: inside the phrase that names it, else the subject of its clause."""
        assert done.phrase is not None
        first, last = done.phrase
        tags = self.tags
        inside = self.namer.possessor(first, last, done.first)
        if row is not None and inside is not None and (row.kind != "person" or tags[done.last : done.last + 1] == "o"):
            done.subject, done.subject_rule = self._subject(*inside), "subject:owner"
            return
        if row is not None and row.kind == "person":
            return
        run = self.namer.holder(first, last, mark)
        if run is not None:
            done.subject, done.subject_rule = self._subject(*run), "subject:clause"
            return
        if (
            row is not None
            or self.sentence.lowers[done.first] in self.names.times
            or done.rule.endswith((".for", ".in"))
        ):
            return
        done.subject, done.subject_rule = self._subject(first, last), "subject:named"

    def _measure(self, row: MeasureWord, mark: Mark) -> Measure:
        return Measure(row.id, self._accrual(mark, row), self._basis(mark))

    def _basis(self, mark: Mark) -> str:
        if not self.is_qualified:
            return "reported"
        basis, lowers = self.names.basis, self.sentence.lowers
        for word in lowers[max(mark.first - 2, 0) : mark.number_first]:
            if word in basis:
                return basis[word]
        for word in lowers[mark.number_last : mark.last + 1]:
            if word in basis:
                return basis[word]
        return "reported"

    def _accrual(self, mark: Mark, row: MeasureWord | None) -> Accrual | None:
        if self.is_qualified and (mark.quantity.unit.kind is COUNT or (row is not None and row.kind == "person")):
            increment = self.names.increment
            lowers = self.sentence.lowers
            near = (*range(max(mark.first - 1, 0), mark.number_first), *range(mark.number_last, mark.last))
            # "More than 40" bounds a toll; "40 more" adds to it.
            if any(lowers[at] in increment and lowers[at + 1 : at + 2] != ["than"] for at in near):
                return _INCREMENT
        return _ACCRUALS[row.accrual] if row is not None else None

    def _subject(self, first: int, last: int, head: int = -1) -> Subject | None:
        """Return the subject that a token range names."""
        key = (first, last, head)
        subjects = self.subjects
        if key not in subjects:
            subjects[key] = self._built(first, last, head)
        return subjects[key]

    def _built(self, first: int, last: int, head: int) -> Subject | None:
        """Build a subject from a token range, determiners at its start left out."""
        sentence, tags = self.sentence, self.tags
        while first < last - 1 and (tags[first] in "do,r-" or (tags[first] == "#" and head >= 0)):
            first += 1
        if first >= last:
            return None
        if sentence.lowers[first] in ("last", "this", "next") and first + 2 < last:
            first += 2 if sentence.lowers[first + 1] in self.names.times else 0
        if head < first:
            last = self.namer.timeless(first, last)
            head = self.namer.head(first, last)
        if last < len(tags) - 1 and sentence.words[last] == "." and sentence.joined(last):
            last += 1  # "Example Inc."
        if not self._is_namable(head):
            return None
        start = head
        while tags[head] == "X" and start > first and tags[start - 1] == "X":
            start -= 1  # the head of a name is all of it: North Korea
        name = sentence.said(start, head + 1) if tags[head] == "X" else lemma(sentence.lowers[head], self.lexicon)
        modifiers = tuple([sentence.words[t] for t in range(first, start) if tags[t] in "xX#egS"])
        return Subject(sentence.said(first, last), name, sentence.span(first, last), modifiers)
