"""An interval in a unit, built from numeral, hedge, unit and `Reading`; ranges are built from two numerals."""

from collections.abc import Sequence
from decimal import Decimal, localcontext
from fractions import Fraction
from itertools import chain
from typing import Final, final

import attrs

from . import combination, designation, exclusion, heading, hedge, joint, money, noun, numeral, rate, unit
from .draft import draft
from .elision import elide, over_bracket
from .errors import ParseError
from .evidence import Evidence
from .group import Group, equate
from .hedge import Hedge, HedgeMark
from .interval import CONTEXT, Interval, decimal_of
from .ledger import ROW, Ledger
from .lending import lend
from .lexicon import Lexicon, load
from .numberword import VAGUE
from .numeral import Numeral, NumeralMark
from .ontology import COUNT, MEASURE, MONEY, RATIO
from .reading import NEWS, Reading
from .text import Sentence, Span
from .unit import NONE, Rate, Unit

#: The unit of "one in five": a part of a whole.
SHARE = Unit("share", RATIO, "ratio", "1", Fraction(1))
#: Between a hedge and an age: "under the age of 12".
_THE_AGE: Final = (["the", "age"], ["the", "ages"])
_FLOORS = (Hedge.MORE_THAN, Hedge.AT_LEAST, Hedge.JUST_OVER, Hedge.WELL_OVER)
_CEILINGS = (Hedge.LESS_THAN, Hedge.AT_MOST, Hedge.UP_TO, Hedge.NEARLY, Hedge.JUST_UNDER, Hedge.WELL_UNDER)


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Quantity:
    """A bounded amount of something, as the words allow it.

    `stated` are the numbers written, in text order; `entailed` is what the words guarantee and `plausible`, always
    inside it, what a co-operative reader infers; `cancellable` names the ends ("lower", "upper") that a speaker may
    take back without contradiction ("up to 50"); `best` is the stated number when exactly one was stated, else `None`.
    `equivalent` holds the same thing said in other units ("100 miles (161 km)"); `of` is the whole that a share is of,
    or what a measure measures, as written ("60% of revenue", "tonnes of aid").
    """

    stated: tuple[Numeral, ...]
    hedge: Hedge
    entailed: Interval
    plausible: Interval
    best: Decimal | None = None
    unit: Unit = NONE
    cancellable: tuple[str, ...] = ()
    equivalent: tuple["Quantity", ...] = ()
    span: Span = Span(0, 0)
    text: str = ""
    evidence: tuple[Evidence, ...] = ()
    of: str = ""

    def to(self, target: "Unit | str", *, rate: Rate | None = None, lexicon: Lexicon | None = None) -> "Quantity":
        """Express the same amount in another unit, given as a `Unit` or by name; `stated` stays as it was written.

        Exact where the result terminates; the ends round outward where it does not. Money converts only at a `rate`.

        >>> str(parse("more than 10 miles").to("kilometre").entailed)
        '(16.09344, +inf)'
        """
        if not isinstance(target, Unit | str):
            msg = f"a unit must be a Unit or a str, got {type(target).__name__}"
            raise TypeError(msg)
        if isinstance(target, str):
            target = unit.target(self.unit, target, lexicon)
        ratio, shift = unit.affine(self.unit, target, rate)
        best = None if self.best is None else decimal_of(Fraction(self.best) * ratio + shift)
        return attrs.evolve(
            self,
            entailed=unit.convert(self.entailed, self.unit, target, rate),
            plausible=unit.convert(self.plausible, self.unit, target, rate),
            best=best,
            unit=target,
        )


_Draft: Final = draft(Quantity)


@final
class Mark:
    """A quantity found in a sentence, by tokens; what the readers around the number are handed. Internal.

    Tokens `first` up to `last` are the whole phrase with hedge and unit, `number_first` up to `number_last` the number
    alone; `head` is the token of the counted noun, -1 where there is none.
    """

    __slots__ = ("first", "head", "last", "number_first", "number_last", "quantity")

    def __init__(
        self, quantity: Quantity, first: int, last: int, number_first: int, number_last: int, head: int = -1
    ) -> None:
        self.quantity = quantity
        self.first = first
        self.last = last
        self.number_first = number_first
        self.number_last = number_last
        self.head = head


def find(
    sentence: Sentence,
    lexicon: Lexicon,
    *,
    reading: Reading = NEWS,
    dates: Sequence[tuple[int, int]] = (),
    home_currency: str | None = None,
    spots: Sequence[int] | None = None,
    rows: Ledger | None = None,
) -> tuple[Mark, ...]:
    """Find the quantities of a sentence, from left to right; `dates` are token ranges that hold no quantity.

    `spots`, where they are known, are the tokens at which a number may start; `rows` is what is known of the tables of
    the document so far.

    >>> from newsfigures.lexicon import load
    >>> [str(m.quantity.entailed) for m in find(Sentence("At least 40 of some 3,000 homes burned."), load("en"))]
    ['[40, +inf)', '[1500, 6000]']
    """
    numerals = numeral.find(sentence, lexicon, spots)
    if not numerals:
        return ()
    groups = _groups(sentence, numerals, lexicon, dates, home_currency)
    if groups:
        (Ledger(lexicon, home_currency) if rows is None else rows).enter(sentence, groups)
        heading.lend(sentence, groups, lexicon)
    marks: list[Mark] = []
    for group in groups:
        mark = _mark(sentence, group, lexicon, reading)
        if mark is not None and not (marks and _closes(sentence, marks, mark)):
            marks.append(mark)
    return tuple(marks)


def parse(
    text: str, *, lexicon: Lexicon | None = None, reading: Reading = NEWS, home_currency: str | None = None
) -> Quantity:
    """Read one phrase as one quantity; raise `ParseError`, with a caret, when it holds none or more than one.

    >>> parse("more than 11,000 troops").entailed
    Interval.parse('(11000, +inf)')
    """
    if not isinstance(text, str):
        msg = f"text must be a str, got {type(text).__name__}"
        raise TypeError(msg)
    money.check(home_currency, lexicon or load("en"))
    sentence = Sentence(text)
    with localcontext(CONTEXT):
        marks = find(sentence, lexicon or load("en"), reading=reading, home_currency=home_currency)
    if not marks:
        raise ParseError("no quantity in the phrase", text, 0, len(text))
    if len(marks) > 1:
        span = marks[1].quantity.span
        raise ParseError("more than one quantity in the phrase", text, span.start, span.end)
    return marks[0].quantity


# -- from numerals to groups -----------------------------------------------------------------------------------


def _groups(
    sentence: Sentence,
    numerals: Sequence[NumeralMark],
    lexicon: Lexicon,
    dates: Sequence[tuple[int, int]],
    home_currency: str | None,
) -> list[Group]:
    groups: list[Group] = []
    dated = frozenset(chain.from_iterable(range(first, last) for first, last in dates)) if dates else frozenset()
    checker = exclusion.Checker(sentence, lexicon)
    for mark in numerals:
        rule = checker.before_units(mark)
        if rule in ("code", "name"):
            continue  # "40 M-14 rifles" counts once, and reaches over the code; so does "two Six Nations games"
        if groups and mark.first < groups[-1].last:
            if mark.form == "article":
                continue  # "$5 a barrel"
            owner = groups[-1].unit
            if owner is not None and owner.head >= mark.last and _is_inside(sentence, mark, groups[-1]):
                continue  # "three top 10 albums", "two Boeing 747 jets"
            if owner is not None and (owner.rule.endswith("_rate") or owner.unit.kind is MEASURE):
                continue  # the unit's own number: "12 per 100,000 people", "120 m2"
            _cut(sentence, groups[-1], mark.first, lexicon)
        if dated and not dated.isdisjoint(range(mark.first, mark.last)):
            continue
        if rule:
            continue
        found = _unit(sentence, mark, lexicon, home_currency)
        if found is not None and found.factor is not None:
            mark.times(decimal_of(found.factor), mark.last)
        group = Group(mark, found)
        if found is None and mark.first and sentence.lowers[mark.first - 1] == "or":
            joint.begin(sentence, group, lexicon)
        if groups and joint.join(sentence, groups, group, lexicon):
            continue
        groups.append(group)
    kept = [group for group in groups if not _is_name(sentence, group, lexicon, checker)]
    if len(kept) > 1:
        elide(sentence, kept, lexicon)
    if lend(sentence, kept, lexicon) and len(kept) > 1:
        elide(sentence, kept, lexicon)
    if len(kept) > 1:
        kept = joint.enclose(sentence, equate(sentence, kept, lexicon), lexicon)
    if kept:
        rate.spread(sentence, kept, lexicon)
    return kept


def _is_inside(sentence: Sentence, mark: NumeralMark, owner: Group) -> bool:
    """Say whether a number is a part of the noun phrase that another one counts: "top 10", a name and its number."""
    before = sentence.words[mark.first - 1]
    if before in ("top", "number") or mark.first <= owner.numerals[-1].last or mark.form != "digits":
        return before in ("top", "number")
    return before.istitle() or (sentence.joined(mark.first) and sentence.joined(mark.first - 1))


def _cut(sentence: Sentence, group: Group, last: int, lexicon: Lexicon) -> None:
    """End a group before the next number, over which its noun phrase may reach: "12 of the 40 passengers"."""
    floor = group.numerals[-1].last
    if sentence.lowers[floor] == "of" and sentence.lowers[last - 1] != "'s":
        last = floor  # "one of the big four banks"
    while last > floor and (
        sentence.lowers[last - 1] in ("of", "just", "only") or sentence.lowers[last - 1] in noun.determiners(lexicon)
    ):
        last -= 1
    group.last = min(group.last, last)


def _unit(sentence: Sentence, mark: NumeralMark, lexicon: Lexicon, home_currency: str | None) -> unit.UnitMark | None:
    first, last = mark.first, mark.inner
    if mark.form == "band" and sentence.lowers[last - 1] in ("digit", "digits"):
        return unit.digits(sentence, first, last, lexicon)
    if mark.form == "fraction" and last < len(sentence) and sentence.lowers[last] in ("a", "an"):
        last += 1
    elif mark.form == "band" and sentence.lowers[last - 1].endswith("ties"):
        return unit.decade(sentence, first, last, lexicon)
    elif mark.form in VAGUE and sentence.lowers[last - 1] not in ("s", "'s"):
        # "tens of millions" is one number, not tens out of millions.
        first = last - 1
    found = unit.read(sentence, first, last, lexicon, home_currency=home_currency)
    if mark.form == "band" and sentence.lowers[last - 1] == "figure":
        # "a six-figure sum" is one sum
        return found if found is not None and found.unit.kind is not unit.UnitKind.COUNT else None
    if found is None:
        behind = hedge.trailing(sentence, last, lexicon)
        if behind and behind < len(sentence):
            found = unit.read(sentence, first, behind, lexicon, home_currency=home_currency)
    if found is None and last < len(sentence) and sentence.lowers[last] in ("(", ")"):
        return over_bracket(sentence, first, last, lexicon)
    if found is None and mark.form == "band":
        return unit.decade(sentence, first, last, lexicon)
    return found


def _is_name(sentence: Sentence, group: Group, lexicon: Lexicon, checker: exclusion.Checker) -> bool:
    mark, found = group.numerals[0], group.unit
    if group.kind:
        if group.kind != "range" or found is not None:
            return False
        is_pair = designation.is_pair(sentence, mark, group.numerals[-1], lexicon) and not any(checker.upper)
        return is_pair or checker.is_order(mark)
    is_money = found is not None and found.unit.kind is MONEY
    if not is_money and checker.is_title(mark):
        return True
    if found is None:
        return bool(checker.after_units(mark, counted=False, plural=False))
    kind = found.unit.kind
    if kind is not COUNT:
        is_work = kind is MEASURE and designation.is_work(sentence, mark, checker.classes["bond term"])
        return is_work and not any(checker.upper)  # no other rule asks beside a unit or a currency
    word = sentence.words[found.head] if found.head >= 0 else ""
    if word.istitle() and designation.is_one_name(sentence, mark, found.head) and not any(checker.upper):
        return True
    plural = bool(word) and (noun.is_plural(word, lexicon) or noun.lemma(word, lexicon) != word)
    return bool(checker.after_units(mark, counted=True, plural=plural))


# -- from groups to quantities ---------------------------------------------------------------------------------


def _mark(sentence: Sentence, group: Group, lexicon: Lexicon, reading: Reading) -> Mark | None:
    numerals, found = group.numerals, group.unit
    counted = found.unit if found is not None else NONE
    number_first, number_last = numerals[0].first, numerals[-1].last
    start = group.first
    if group.kind == "range" and start and sentence.lowers[start - 1] in ("between", "from", "anywhere"):
        start -= 1
    rule = found.rule if found is not None else ""
    of_age = rule == "age_before" and start > 1 and sentence.lowers[start - 1 : start + 1] in _THE_AGE
    if not of_age and rule == "age_before" and number_first > start + 1:
        start = number_first  # "aged under 25"
    guarded = rule != "age_bracket" and not of_age
    hedges = hedge.before(sentence, start - of_age, number_last, lexicon, guarded=guarded)  # "under the age of 12"
    behind = hedge.after(sentence, number_last, group.last, lexicon)
    if not behind and found is not None and found.base[1] > group.last:
        behind = hedge.after(sentence, found.base[1], found.base[1], lexicon)  # "40 tonnes of rye or more"
    hedges += behind
    if numerals[0].form == "article" and not group.kind and not any(h.effect != "none" for h in hedges):
        return None
    first, last = min(start, group.first), group.last
    if hedges:
        first = min([first, *[h.first for h in hedges]])
        last = max([last, *[h.last for h in hedges]])
    if group.kind == "range" and first < start and sentence.lowers[first - 1 : first] == ["between"]:
        first -= 1
    quantity = _quantity(sentence, group, counted, hedges, reading, lexicon, first, last)
    if group.equals:
        quantity = _with_equivalents(sentence, quantity, group, hedges, reading, lexicon)
    head = found.head if found is not None else -1
    return Mark(quantity, first, last, number_first, number_last, head)


def _closes(sentence: Sentence, marks: list[Mark], right: Mark) -> bool:
    """Join "more than 10" and "but fewer than 20" into the range between; say whether it was done."""
    left = marks[-1]
    if right.first != left.last + 1 or sentence.lowers[left.last] not in ("and", "but", "to"):
        return False
    a, b = left.quantity, right.quantity
    if sentence.lowers[left.last] == "to":
        return _reaches(sentence, marks, right)
    opposed = (a.hedge in _FLOORS and b.hedge in _CEILINGS) or (a.hedge in _CEILINGS and b.hedge in _FLOORS)
    if not opposed or a.unit not in (NONE, b.unit):
        return False
    entailed = a.entailed & b.entailed if a.best is not None and b.best is not None else None
    if entailed is None:
        return False
    plausible = (entailed.integers() if b.unit.kind is COUNT else None) or entailed
    marks[-1] = _spanned(sentence, left, right, entailed, plausible)
    return True


def _reaches(sentence: Sentence, marks: list[Mark], right: Mark) -> bool:
    """Join "20" to "less than 50 days" that follows it; "fell to less than 50" has no number before."""
    left = marks[-1]
    a, b = left.quantity, right.quantity
    if a.best is None or b.best is None or a.hedge is not Hedge.NONE or b.hedge is not Hedge.LESS_THAN:
        return False
    if a.best >= b.best or a.unit is not NONE or b.unit.kind not in (COUNT, MEASURE):
        return False
    between = Interval(a.best, b.best, upper_bound=b.entailed.upper_bound)
    marks[-1] = _spanned(sentence, left, right, between, between)
    return True


def _spanned(sentence: Sentence, left: Mark, right: Mark, entailed: Interval, plausible: Interval) -> Mark:
    """Build the range from one quantity to another."""
    a, b = left.quantity, right.quantity
    quantity = attrs.evolve(
        b, stated=(*a.stated, *b.stated), hedge=Hedge.RANGE, entailed=entailed, plausible=plausible, best=None,
        cancellable=(*a.cancellable, *b.cancellable), span=sentence.span(left.first, right.last),
        text=sentence.said(left.first, right.last),
        evidence=(*a.evidence, Evidence("value", "join:bounds"), *b.evidence),
    )  # fmt: skip
    return Mark(quantity, left.first, right.last, left.number_first, right.number_last, right.head)


def _quantity(
    sentence: Sentence,
    group: Group,
    counted: Unit,
    hedges: tuple[HedgeMark, ...],
    reading: Reading,
    lexicon: Lexicon,
    first: int,
    last: int,
) -> Quantity:
    numerals = group.numerals
    effects = [mark.effect for mark in hedges if mark.effect != "none"] if hedges else ()
    reading = combination.fitted(reading, counted, sentence, hedges, lexicon)
    if numerals[0].form == "multiple" and effects and numerals[0].value < 1:
        effects = combination.halved(effects)
    if counted.kind is COUNT and numerals[0].value >= 100 and _is_list(sentence, numerals[0]):
        reading = attrs.evolve(reading, round_bare=False)
    whole = counted.name == "percent" and _of_whole(sentence, group, lexicon)
    best: Decimal | None = None
    written = stated = tuple([numeral.stated(mark, sentence) for mark in numerals])
    if group.kind == "ratio":
        mark = _ratio(numerals)
        counted = SHARE
        reach = combination.single(mark, counted, effects, reading)
        best = mark.value
    elif group.kind == "range":
        reach = combination.ranged(numerals, counted, effects, reading, whole=whole)
    elif group.kind == "margin":
        reach = combination.margined(numerals[0], counted, numerals[1].value, reading)
        best, stated = numerals[0].value, stated[:1]
    elif numerals[0].form in VAGUE:
        reach = combination.vague(numerals[0], counted, effects, reading)
        stated = ()
    else:
        reach = combination.single(numerals[0], counted, effects, reading, whole=whole)
        best = numerals[0].value
    span = sentence.span(first, last)
    return _Draft(
        stated=stated, hedge=reach.hedge, entailed=reach.entailed, plausible=reach.plausible, best=best, unit=counted,
        cancellable=reach.cancellable, span=span, text=sentence.document[span.start : span.end],
        evidence=_evidence(sentence, group, hedges, written), of=_whole(sentence, group),
    )  # fmt: skip


def _is_list(sentence: Sentence, mark: NumeralMark) -> bool:
    """Whether so many are on a list by its name: the top 100 firms, the world's 500 largest firms."""
    before = sentence.lowers[mark.first - 1] if mark.first else ""
    if before == "top":
        return True
    after = sentence.lowers[mark.last] if mark.last < len(sentence) else ""
    return before in ("the", "'s", "\u2019s") and (after in ("best", "most", "top") or after[-4:] in ("gest", "hest"))


def _of_whole(sentence: Sentence, group: Group, lexicon: Lexicon) -> bool:
    """Whether a percentage is a share of things that can be counted: "60% of voters"; not "110% of the target"."""
    if group.unit is None:
        return False
    first, last = group.unit.base
    return first < last and noun.is_plural(sentence.words[last - 1], lexicon)


def _whole(sentence: Sentence, group: Group) -> str:
    """Return the words of what the amount is of; behind "one in five" the noun is the whole."""
    if group.unit is None:
        return ""
    first, last = group.unit.words if group.kind == "ratio" else group.unit.base
    return sentence.said(first, last) if first < last else ""


def _with_equivalents(
    sentence: Sentence,
    quantity: Quantity,
    group: Group,
    hedges: tuple[HedgeMark, ...],
    reading: Reading,
    lexicon: Lexicon,
) -> Quantity:
    """Add what says the same in other units, hedged as the first unless by words of its own; tell where it misfits."""
    added: list[Quantity] = []
    evidence = list(quantity.evidence)
    for other in group.equals:
        counted = other.unit.unit if other.unit is not None else NONE
        number_last = other.numerals[-1].last
        own = (
            *hedge.before(sentence, other.first, number_last, lexicon),
            *hedge.after(sentence, number_last, other.last, lexicon),
        )
        first = min([other.first, *(h.first for h in own)])
        same = _quantity(sentence, other, counted, own or hedges, reading, lexicon, first, other.last)
        added.append(same)
        span = sentence.span(first, other.last)
        fits = unit.fits(quantity.plausible, quantity.unit, same.plausible, counted)
        rule = "equivalent:fits" if fits else "equivalent:misfits" if fits is False else "equivalent"
        evidence.append(Evidence("equivalent", rule, span, sentence.document[span.start : span.end]))
    return attrs.evolve(quantity, equivalent=tuple(added), evidence=tuple(evidence))


def _ratio(numerals: list[NumeralMark]) -> NumeralMark:
    """One in five, as a fraction."""
    top, bottom = numerals
    ratio = Fraction(top.value) / Fraction(bottom.value)
    return NumeralMark(top.first, bottom.last, decimal_of(ratio), -2, -2, "fraction", ratio)


def _evidence(
    sentence: Sentence, group: Group, hedges: tuple[HedgeMark, ...], written: tuple[Numeral, ...]
) -> tuple[Evidence, ...]:
    found = []
    document = sentence.document
    for at, mark in enumerate(group.numerals):
        span = written[at].span
        found.append(Evidence("value", f"numeral:{mark.form}", span, document[span.start : span.end]))
    if group.kind:
        found.append(Evidence("value", f"join:{group.kind}"))
    for hedged in hedges:
        span = sentence.span(hedged.first, hedged.last)
        found.append(Evidence("hedge", f"hedge:{hedged.effect}", span, document[span.start : span.end]))
    if group.unit is not None:
        first, last = group.unit.words
        if first < last:
            span = sentence.span(first, last)
            found.append(Evidence("unit", group.unit.rule, span, document[span.start : span.end]))
        elif group.unit.row is None:
            found.append(Evidence("unit", group.unit.rule))
        if group.unit.row is not None:
            span = group.unit.row
            found.append(Evidence("unit", ROW, span, document[span.start : span.end]))
    return tuple(found)
