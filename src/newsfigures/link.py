"""Which subject, date, source, place and event belong to which figure, from the sentence and the document so far.

The one module that decides. A scope belongs to a figure when nothing that opens a new clause stands between them, or
when it stands alone in the sentence; what is farther off is left out rather than guessed.
"""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final, final

from . import attribution, clause, status, walk
from .asof import AsOf, Precision
from .attribution import Attribution, AttributionMark, Stance
from .evidence import Evidence
from .lexicon import Lexicon
from .measure import Accrual, Measure, MeasureMark, Subject
from .noun import family, is_plural, lemma
from .place import Event, Place, PlaceMark
from .quantity import Mark
from .status import Status
from .text import Sentence, Span
from .trend import FORMER, Trend, TrendMark

Range = tuple[int, int]

# Tuples, here and wherever members of an enum are asked for: their hash is computed in Python, identity is at once.
_SPANS: Final = (
    Precision.WEEK,
    Precision.MONTH,
    Precision.QUARTER,
    Precision.HALF,
    Precision.SEASON,
    Precision.YEAR,
    Precision.DECADE,
)
_FLOWS: Final = (Accrual.INCREMENT, Accrual.RATE)
_ALWAYS_SPANS: Final = (Precision.RANGE, Precision.VAGUE)
_EDGES: Final = frozenset(("since", "between", "from"))
_LEVEL: Final = Trend.LEVEL
_PREVIOUS: Final = Trend.PREVIOUS
_ASSERTED: Final = Status.ASSERTED
_ASSERTS: Final = Stance.ASSERTS
#: Letters that open another clause between a figure and a scope.
_BREAKS: Final = frozenset(";uzV")
#: A scope that costs more than this belongs to something else.
_LIMIT: Final = 40
_POINTERS: Final = frozenset(("these", "those", "such", "them", "whom"))
_FAR: Final = 1000


@final
class Context:
    """The document so far: where its sentences stand, and the subjects of the figures read, latest first. Internal."""

    __slots__ = ("bounds", "document", "index", "subjects")

    def __init__(
        self, document: str = "", bounds: Sequence[Range] = (), index: int = 0, subjects: tuple[Subject, ...] = ()
    ) -> None:
        self.document = document
        self.bounds = bounds
        self.index = index
        self.subjects = subjects


@final
class Linked:
    """All fields of a claim but its quantity, for one mark; other marks are named by index. Internal."""

    __slots__ = (
        *("as_of", "attribution", "event", "evidence", "measure", "part_of", "period", "place", "preliminary"),
        *("related", "replaces", "status", "subject", "trend"),
    )

    def __init__(self, measure: Measure, trend: Trend, related: tuple[int, ...] = ()) -> None:
        self.measure = measure
        self.trend = trend
        self.subject: Subject | None = None
        self.place: Place | None = None
        self.event: Event | None = None
        self.as_of: AsOf | None = None
        self.period: AsOf | None = None
        self.attribution: Attribution | None = None
        self.status = _ASSERTED
        self.preliminary = False
        self.part_of: tuple[int, ...] = ()
        self.replaces: tuple[int, ...] = ()
        self.related = related
        self.evidence: list[Evidence] = []


def find(
    sentence: Sentence,
    marks: Sequence[Mark],
    lexicon: Lexicon,
    *,
    measures: Sequence[MeasureMark],
    trends: Sequence[TrendMark],
    dates: Sequence[AsOf] = (),
    sources: Sequence[AttributionMark] = (),
    scopes: Sequence[PlaceMark] = (),
    context: Context | None = None,
) -> tuple[Linked, ...]:
    """Return for each mark the fields of its claim.

    >>> from newsfigures.lexicon import load
    >>> from newsfigures import measure, place, quantity, trend
    >>> s, words = Sentence("Two soldiers died in Kherson and 40 civilians were hurt in Izium."), load("en")
    >>> marks = quantity.find(s, words)
    >>> linked = find(s, marks, words, measures=measure.find(s, marks, words), trends=trend.find(s, marks, words),
    ...               scopes=place.find(s, words))
    >>> [(k.measure.id, k.place.name) for k in linked]
    [('killed', 'Kherson'), ('injured', 'Izium')]
    """
    if not marks:
        return ()
    linker = _Linker(sentence, marks, lexicon, context or Context())
    linker.dates = [(_tokens(sentence, date), date) for date in dates if date.span is not None]
    linker.sources = sources
    linker.scopes = scopes
    if linker.dates:
        linker.earlier = [mark for mark, moved in zip(marks, trends, strict=True) if moved.trend is _PREVIOUS]
    found = tuple([linker.link(at, measures[at], trends[at]) for at in range(len(marks))])
    for at, moved in enumerate(trends):
        if moved.rule == FORMER:
            _outgrow(found, moved.related, at)
    return found


def sought(_lexicon: Lexicon) -> frozenset[str]:
    """Return the words that are looked for in a sentence before it is read."""
    return _POINTERS


def _outgrow(found: Sequence[Linked], related: Sequence[int], former: int) -> None:
    """Let the levels of the same measure replace the one that "had stood" before them."""
    for other in related:
        if found[other].trend is _LEVEL and found[other].measure.id == found[former].measure.id:
            found[other].replaces = (*found[other].replaces, former)


def after(context: Context, linked: Sequence[Linked]) -> Context:
    """Return the context to go on with, the subjects of these figures first."""
    subjects = [one.subject for one in reversed(linked) if one.subject is not None]
    if not subjects:
        return context
    return Context(context.document, context.bounds, context.index, (*subjects, *context.subjects)[:8])


def _tokens(sentence: Sentence, date: AsOf) -> Range:
    assert date.span is not None
    first = bisect_left(sentence.starts, date.span.start)
    return first, max(bisect_left(sentence.starts, date.span.end), first + 1)


@final
class _Linker:
    """One sentence with everything that was found in it."""

    __slots__ = (
        *("context", "dates", "earlier", "is_pointing", "is_put", "lexicon", "marks", "scopes", "sentence", "sources"),
        *("starts", "tags"),
    )

    def __init__(self, sentence: Sentence, marks: Sequence[Mark], lexicon: Lexicon, context: Context) -> None:
        self.sentence = sentence
        self.marks = marks
        self.lexicon = lexicon
        self.context = context
        self.tags = clause.read(sentence, lexicon).tags
        self.dates: list[tuple[Range, AsOf]] = []
        self.sources: Sequence[AttributionMark] = ()
        self.scopes: Sequence[PlaceMark] = ()
        self.earlier: list[Mark] = []
        #: Where the marks start, in order.
        self.starts = [mark.first for mark in marks]
        # Asked once a sentence: most point at nobody, and put their figures as they are.
        self.is_pointing = not _POINTERS.isdisjoint(sentence.telling)
        self.is_put = status.is_put(sentence, lexicon)

    def link(self, at: int, measured: MeasureMark, moved: TrendMark) -> Linked:
        mark = self.marks[at]
        done = Linked(measured.measure, moved.trend, moved.related)
        if measured.whole >= 0:
            done.part_of = (measured.whole,)
        rule = measured.rule
        if rule:
            self._evidence(done, "measure", rule, measured.first, measured.last)
            if measured.phrase is not None:
                self._evidence(done, "measure.phrase", rule, *measured.phrase)
        if measured.subject is not None:
            self._subject(done, measured.subject, measured.subject_rule)
        if moved.rule:
            self._evidence(done, "trend", moved.rule, moved.first, moved.last)
            if moved.related and moved.trend is _LEVEL:
                self._replaces(done, moved)
        if self.scopes:
            self._scope(done, mark)
        if self.dates:
            self._when(done, mark)
        if self.sources:
            self._source(done, mark)
        if self.is_put or (done.attribution is not None and done.attribution.stance is not _ASSERTS):
            self._standing(done, mark)
        return done

    def _evidence(self, done: Linked, field: str, rule: str, first: int, last: int) -> None:
        if first < 0:
            done.evidence.append(Evidence(field, rule))
        else:
            sentence = self.sentence
            start, end = sentence.starts[first], sentence.ends[last - 1]
            done.evidence.append(Evidence(field, rule, Span(start, end), sentence.document[start:end]))

    def _subject(self, done: Linked, subject: Subject, rule: str) -> None:
        if self.is_pointing and self._points_back(subject):
            found = self._antecedent(subject)
            if found is not None:
                subject, rule = found, f"{rule}.antecedent"
        done.subject = subject
        span = subject.span
        text = span.of(self.sentence.document) if span else subject.text
        done.evidence.append(Evidence("subject", rule, span, text))

    def _points_back(self, subject: Subject) -> bool:
        """Say whether a subject only points at one named before: "these forces", "them"."""
        span = subject.span
        if span is None:
            return False
        first = bisect_left(self.sentence.starts, span.start)
        lowers = self.sentence.lowers
        return lowers[first] in _POINTERS or (first > 0 and lowers[first - 1] in _POINTERS and not subject.modifiers)

    def _antecedent(self, subject: Subject) -> Subject | None:
        """Return the last people named, in this sentence before the words, or in the one before."""
        assert subject.span is not None
        kind = family(subject.head, self.lexicon)
        here = self._people(self.sentence, bisect_left(self.sentence.starts, subject.span.start), kind)
        if here is not None:
            return here
        context = self.context
        if context.index > 0 and context.bounds:
            start, end = context.bounds[context.index - 1]
            before = Sentence(context.document, start, end, context.index - 1)
            found = self._people(before, len(before), kind)
            if found is not None:
                return found
        return next((s for s in context.subjects if family(s.head, self.lexicon) == (kind or "person")), None)

    def _people(self, sentence: Sentence, end: int, kind: str) -> Subject | None:
        """Return the first plural noun of a kind of family in a sentence, with the words before it."""
        tags = clause.read(sentence, self.lexicon).tags
        for at in range(end):
            if tags[at] != "x" or not is_plural(sentence.words[at], self.lexicon):
                continue
            if sentence is self.sentence and any(mark.first <= at < mark.last for mark in self.marks):
                continue
            head = lemma(sentence.lowers[at], self.lexicon)
            if family(head, self.lexicon) != (kind or "person"):
                continue
            first = at
            while first > 0 and tags[first - 1] in "xX-":
                first -= 1
            if first > 0 and sentence.lowers[first - 1] in _POINTERS:
                continue
            modifiers = tuple(sentence.words[first:at])
            return Subject(sentence.said(first, at + 1), head, sentence.span(first, at + 1), modifiers)
        return None

    def _replaces(self, done: Linked, moved: TrendMark) -> None:
        """Read "revised down from 6,438": the level before is withdrawn, not outgrown."""
        lowers = self.sentence.lowers
        near = lowers[max(moved.first - 3, 0) : moved.last + 1]
        if "revised" in near or "corrected" in near:
            done.replaces = tuple(other for other in moved.related if self.marks[other].first > self.marks[0].first - 1)

    def _cost(self, mark: Mark, first: int, last: int) -> int:
        """Return how far a scope stands from a figure: tokens, and more for every clause and figure between."""
        behind = first >= mark.last
        if not behind and mark.first < last:
            return _FAR
        low, high = (mark.last, first) if behind else (last, mark.first)
        between = self.tags[low:high]
        cost = len(between)
        broken = 0 if _BREAKS.isdisjoint(between) else len([letter for letter in between if letter in _BREAKS])
        if behind:
            cost += _LIMIT * broken
            if "c" in between and not walk.bare_of_verbs(between, between.index("c"), len(between)):
                cost += 20
        else:
            # What leads a sentence holds for all of it.
            cost = cost if first > 2 else min(cost, 12)
            cost += 15 * broken
            if "c" in between and first > 2:
                cost += 10
        starts = self.starts
        return cost + 6 * (bisect_left(starts, high) - bisect_left(starts, low)) if len(starts) > 1 else cost

    def _scope(self, done: Linked, mark: Mark) -> None:
        """Take the nearest place and the nearest event that hold for the figure."""
        nearest: dict[type, tuple[int, PlaceMark]] = {}
        for scope in self.scopes:
            if self._is_source(scope.opens):
                continue
            cost = self._cost(mark, scope.opens, scope.last)
            kind = type(scope.value)
            if cost <= _LIMIT and (kind not in nearest or cost < nearest[kind][0]):
                nearest[kind] = (cost, scope)
        for _, scope in nearest.values():
            value = scope.value
            if isinstance(value, Place):
                done.place = value
                self._evidence(done, "place", scope.rule, scope.first, scope.last)
            else:
                done.event = value
                self._evidence(done, "event", scope.rule, scope.first, scope.last)

    def _is_source(self, token: int) -> bool:
        return any(mark.source is not None and mark.source[0] <= token < mark.source[1] for mark in self.sources)

    def _when(self, done: Linked, mark: Mark) -> None:
        """Take the nearest date as the point, the nearest span of time as the period."""
        best: dict[str, tuple[int, Range, AsOf]] = {}
        for (first, last), date in self.dates:
            cost = self._cost(mark, first, last)
            if cost >= _FAR:
                continue
            if first > 1 and self._is_report(first):
                cost = 25  # it holds for all that is reported, unless a nearer date does
            elif first < mark.first and first > 2:
                cost += 3
            if cost > _LIMIT:
                continue
            if self.earlier and any(other is not mark and 0 <= first - other.last <= 2 for other in self.earlier):
                continue  # "up from 30 on Sunday"
            if date.rule in _BACK and not 0 <= first - mark.last <= 2:
                continue  # "a year earlier" dates the figure that stands right before it
            field = "period" if self._is_period(date, done.measure) else "as_of"
            if field not in best or cost < best[field][0]:
                best[field] = (cost, (first, last), date)
        for field, (_, (first, last), date) in best.items():
            setattr(done, field, date)
            self._evidence(done, field, f"date:{date.rule or date.precision.value}", first, last)

    def _is_report(self, first: int) -> bool:
        """Say whether a date is when it was said: "police said on Monday"."""
        return "V" in self.tags[max(first - 3, 0) : first]

    def _is_period(self, date: AsOf, measure: Measure) -> bool:
        if date.edge in _EDGES or date.precision in _ALWAYS_SPANS:
            return True
        return date.precision in _SPANS and measure.accrual in _FLOWS

    def _source(self, done: Linked, mark: Mark) -> None:
        found = attribution.credit((mark.number_first, mark.number_last), self.sources)
        if found is None:
            return
        done.attribution = found
        done.evidence.append(Evidence("attribution.source", "attribution:source", found.span, found.source))
        if found.cue_span is not None:
            done.evidence.append(Evidence("attribution.cue", "attribution:cue", found.cue_span, found.cue))

    def _standing(self, done: Linked, mark: Mark) -> None:
        """Say how firmly the figure is put, once it is known who puts it."""
        figure = (mark.number_first, mark.number_last)
        done.status, done.preliminary, why = status.find(self.sentence, *figure, done.attribution, self.lexicon)
        if done.trend is _PREVIOUS and done.status in _TO_COME and self._moves_on(mark, why):
            done.status, why = _ASSERTED, tuple(one for one in why if one[0] == status.PRELIMINARY)
        for rule, first, last in why:
            field = "preliminary" if rule == status.PRELIMINARY else "status"
            self._evidence(done, field, rule, first, last)

    def _moves_on(self, mark: Mark, why: Sequence[status.Reason]) -> bool:
        """Say whether what is to come is only where the figure goes from here: "could rise to 12, from 10"."""
        _, first, last = why[0]
        behind = _FROM.intersection(self.sentence.lowers[last : mark.number_first])
        return last > mark.number_last or (first < mark.first and bool(behind))


#: A level before is known, whatever is to come of it.
_TO_COME: Final = (Status.FORECAST, Status.TARGET, Status.HYPOTHETICAL)
_FROM: Final = frozenset(("from", "with", "to", "against", "versus"))
_BACK: Final = frozenset(("year_ago", "counterpart", "ago"))
