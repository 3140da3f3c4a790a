"""What several words together allow: stacked hedges, hedges on ranges, margins, vague words; and the last steps.

Magnitudes are read first and signs applied at the end, so that "below -10" bounds on the axis. Approximators are
applied before the bounds around them: "at least about 20" is a loose lower bound.
"""

import functools
from collections.abc import Mapping, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from fractions import Fraction
from typing import Any, Final, NamedTuple

import attrs

from .hedge import Hedge, HedgeMark
from .interval import CLOSED, CONTEXT, INFINITY, OPEN, ZERO, Interval, decimal_of
from .lexicon import Lexicon
from .numberword import NumeralMark, place
from .ontology import COUNT
from .reading import EFFECTS, WHOLE, Amount, Reading, approximate, more_than, rounded, rounds_tens, width
from .row import HedgeWord, ToleranceWord
from .text import Sentence
from .unit import Unit

_PAIRS: Final = (
    ("more_than", "less_than"), ("at_least", "at_most"), ("just_over", "just_under"), ("well_over", "well_under"),
    ("at_least_soft", "up_to"),
)  # fmt: skip
_MIRROR: Final = {a: b for pair in _PAIRS for a, b in (pair, pair[::-1])}
#: "More than halved" leaves less than a half, "almost halved" a little more.
_HALVED: Final = {**_MIRROR, "nearly": "just_over", "close_to": "about", "barely": "just_under"}
_MIRRORED: Final = {EFFECTS[a].hedge: EFFECTS[b].hedge for a, b in _MIRROR.items()}
_OTHER: Final = {"lower": "upper", "upper": "lower"}
_TWO: Final = Decimal(2)


class Reach(NamedTuple):
    """What the words around one quantity allow."""

    entailed: Interval
    plausible: Interval
    hedge: Hedge
    cancellable: tuple[str, ...] = ()


# -- which widths apply ----------------------------------------------------------------------------------------


@functools.lru_cache(maxsize=8)
def _tolerances(lexicon: Lexicon) -> tuple[Mapping[str, ToleranceWord], Mapping[str, ToleranceWord]]:
    """Return the rows that tune widths, by dimension and by cue; of two for one, the later."""
    rows = lexicon.rows("tolerance")
    return {row.dimension: row for row in rows if row.dimension}, {cue: row for row in rows for cue in row.cues}


@functools.lru_cache(maxsize=1024)
def _tolerance(lexicon: Lexicon, dimension: str) -> ToleranceWord | None:
    """Return the row that tunes the widths of a dimension, or of all of its kind ("currency")."""
    dimensions, _ = _tolerances(lexicon)
    return dimensions.get(dimension) or (dimensions.get(dimension.partition(":")[0]) if ":" in dimension else None)


def fitted(reading: Reading, unit: Unit, sentence: Sentence, hedges: Sequence[HedgeMark], lexicon: Lexicon) -> Reading:
    """Return the reading with the widths that a table gives to the unit's dimension and to the cues."""
    row = _tolerance(lexicon, unit.dimension)
    if row is not None:
        reading = _with_widths(reading, row, unit.factor or Fraction(1))
    if not hedges:
        return reading
    cues = _tolerances(lexicon)[1]
    for mark in hedges:
        if mark.row.widths:
            reading = _with_widths(reading, mark.row, Fraction(1))
        tuned = cues.get(" ".join(sentence.lowers[mark.first : mark.last])) if cues else None
        if tuned is not None:
            reading = _with_widths(reading, tuned, Fraction(1))
    return reading


@functools.lru_cache(maxsize=256)
def _with_widths(reading: Reading, row: HedgeWord | ToleranceWord, factor: Fraction) -> Reading:
    given: dict[str, Any] = {name: decimal_of(Fraction(text)) for name, text in row.widths}
    if "absolute" in given:
        # A table states it in the base unit of the dimension: two kelvins are 3.6 degrees Fahrenheit.
        given["absolute"] = decimal_of(Fraction(given["absolute"]) / factor)
    return attrs.evolve(reading, **given)


# -- one number ------------------------------------------------------------------------------------------------


def halved(effects: Sequence[str]) -> list[str]:
    """Return what hedges of "halved" say of that which is left.

    >>> halved(["more_than"])
    ['less_than']
    """
    return [_HALVED.get(effect, effect) for effect in effects]


def single(mark: NumeralMark, unit: Unit, effects: Sequence[str], reading: Reading, *, whole: bool = False) -> Reach:
    """Read one number with its hedges, outermost first; `whole` says that it is a percentage of a whole."""
    if not effects and mark.ratio is None and not mark.value.is_signed():
        kind = unit.kind
        return _alone(
            str(mark.value), mark.form, mark.written, kind is COUNT, kind in WHOLE, rounds_tens(unit),
            reading.round_bare, whole,
        )  # fmt: skip
    amount = Amount(mark, unit)
    negative = mark.value < 0
    if negative:
        # "Below -10" compares on the axis; the rules work on magnitudes and are mirrored at the end.
        effects = [_MIRROR.get(effect, effect) for effect in effects]
    reach = _stacked(amount, effects, reading)
    if negative:
        ends = tuple(_OTHER[end] for end in reach.cancellable)
        reach = Reach(reach.entailed, reach.plausible, _MIRRORED.get(reach.hedge, reach.hedge), ends)
    return _settled(reach, amount, reading, amount.value, amount.value, negative=negative, whole=whole)


@functools.lru_cache(maxsize=16384)
def _alone(
    text: str, form: str, written: int, counts: bool, is_whole: bool, tens: bool, round_bare: bool, whole: bool
) -> Reach:
    """Read a number without a hedge, as most are, once for all that are written alike.

    The flags say whether it counts, whether it is whole otherwise, whether it may be rounded to tens, whether at all,
    and whether it is a percentage of a whole. The number comes as text, because numbers that are equal may be written
    to other places.
    """
    value = Decimal(text)
    counted = is_whole or (counts and value == value.to_integral_value())
    found = (
        rounded(value, form, place(written), counted=counted, tens=counted or tens)
        if round_bare
        else Interval(value, value)
    )
    if whole and value <= 100:
        found = _within_whole(found)
    return Reach(found, found, Hedge.NONE)


def _stacked(amount: Amount, effects: Sequence[str], reading: Reading) -> Reach:
    """Apply approximators first, then the bounds around them."""
    if not effects:
        return Reach(*EFFECTS["none"].rule(amount, reading), Hedge.NONE)
    if len(effects) == 1:
        return _applied(effects[0], amount, reading)
    loose = [effect for effect in effects if not EFFECTS[effect].side]
    bounds = [effect for effect in effects if EFFECTS[effect].side]
    if not bounds:
        return _applied(next((e for e in loose if e != "exactly"), loose[0]), amount, reading)
    loose = [effect for effect in loose if effect != "exactly"]
    reach = _applied(bounds[-1], amount, reading)
    for effect in reversed(bounds[:-1]):
        reach = _both(reach, EFFECTS[bounds[-1]].side, _applied(effect, amount, reading), EFFECTS[effect].side, amount)
    if loose:
        reach = _loosened(reach, _applied(loose[0], amount, reading))
    return reach


def _applied(effect: str, amount: Amount, reading: Reading) -> Reach:
    row = EFFECTS[effect]
    cancellable = () if reading.up_to_hard and effect == "up_to" else row.cancellable
    return Reach(*row.rule(amount, reading), row.hedge, cancellable)


def _both(inner: Reach, side: str, outer: Reach, other: str, amount: Amount) -> Reach:
    """Two bounds on one number: the same way they add up; "nearly 300 or more" leaves either way open."""
    plausible = inner.plausible.hull(outer.plausible)
    if side == other:
        return Reach(inner.entailed & outer.entailed or inner.entailed, plausible, outer.hedge, outer.cancellable)
    upper, lower = (inner, outer) if side == "upper" else (outer, inner)
    floor = upper.entailed.lower
    if upper.hedge is Hedge.NEARLY:
        floor = CONTEXT.divide(amount.value, _TWO)
    return Reach(Interval(floor, lower.entailed.upper), plausible, lower.hedge)


def _loosened(bound: Reach, around: Reach) -> Reach:
    """At least about 20: the bound holds only as closely as the number was said, and may be taken back."""
    entailed, loose = bound.entailed, around.entailed
    if entailed.upper == INFINITY and entailed.lower.is_finite():
        entailed, end = Interval(loose.lower, INFINITY), "lower"
    else:
        entailed, end = Interval(min(entailed.lower, loose.upper), loose.upper, entailed.lower_bound), "upper"
    plausible = bound.plausible.hull(around.plausible)
    return Reach(entailed, plausible, bound.hedge, tuple(dict.fromkeys((*bound.cancellable, end))))


# -- two numbers -----------------------------------------------------------------------------------------------


def ranged(
    marks: Sequence[NumeralMark], unit: Unit, effects: Sequence[str], reading: Reading, *, whole: bool = False
) -> Reach:
    """Read two numbers as the ends of a range, closed at both; a hedge goes to the end that it bounds."""
    low, high = sorted(marks, key=lambda mark: mark.value)
    if low.value < 0 < high.value:
        between = Interval(low.value, high.value)
        return Reach(between, between, Hedge.RANGE)
    negative = low.value < 0
    if negative:
        low, high = high, low
    lower, upper = Amount(low, unit), Amount(high, unit)
    closed = Interval(lower.value, upper.value)
    effect = next((e for e in effects if e != "exactly"), "")
    reach = Reach(closed, closed, Hedge.RANGE)
    if effect and EFFECTS[effect].side:
        reach = _bounded(effect, lower, upper, reading, closed)
    elif effect:
        rule = EFFECTS[effect].rule
        entailed = Interval(rule(lower, reading)[0].lower, rule(upper, reading)[0].upper)
        wider = Interval(
            CONTEXT.subtract(closed.lower, width(lower, reading)), CONTEXT.add(closed.upper, width(upper, reading))
        )
        reach = Reach(entailed, wider, EFFECTS[effect].hedge)
    return _settled(reach, lower, reading, closed.lower, closed.upper, negative=negative, whole=whole)


def _bounded(effect: str, lower: Amount, upper: Amount, reading: Reading, closed: Interval) -> Reach:
    """At least 10 to 12: not below 10, and as far above 12 as "at least 12" reaches; up to 10 to 12: not above 12."""
    bottom, top = _applied(effect, lower, reading), _applied(effect, upper, reading)
    if EFFECTS[effect].side == "lower":
        plausible = Interval(bottom.plausible.lower, top.plausible.upper, bottom.plausible.lower_bound)
        return Reach(
            bottom.entailed, plausible.hull(closed) & bottom.entailed or plausible, bottom.hedge, bottom.cancellable
        )
    plausible = closed.hull(bottom.plausible) & top.entailed or top.plausible
    return Reach(top.entailed, plausible, top.hedge, top.cancellable)


def margined(mark: NumeralMark, unit: Unit, margin: Decimal, reading: Reading) -> Reach:
    """48%, plus or minus 3 points: an approximator that says its width; a sampling error, so never entailed."""
    amount = Amount(mark, unit)
    around = Interval(CONTEXT.subtract(amount.value, margin), CONTEXT.add(amount.value, margin))
    entailed = approximate(amount, reading)[0].hull(around)
    reach = Reach(entailed, around, Hedge.ABOUT)
    return _settled(
        reach, amount, attrs.evolve(reading, profile="news"), amount.value, amount.value, negative=mark.value < 0
    )


# -- no number -------------------------------------------------------------------------------------------------


def vague(mark: NumeralMark, unit: Unit, effects: Sequence[str], reading: Reading) -> Reach:
    """several, dozens, hundreds of thousands, double digits: a floor and a reach, and never a number."""
    amount = Amount(mark, unit, mark.floor)
    if mark.form == "majority":
        amount.form = "fraction"
        entailed, plausible = more_than(amount, reading)
    elif mark.form == "band":
        ceiling = mark.ceiling or INFINITY
        entailed = Interval(mark.floor, ceiling, CLOSED, OPEN)
        plausible = entailed if mark.high == ceiling else Interval(mark.low, mark.high)
    else:
        entailed, plausible = Interval(mark.floor, INFINITY), Interval(mark.low, mark.high)
        if mark.form == "plural":
            plausible = Interval(
                CONTEXT.multiply(mark.floor, reading.vague_lower), CONTEXT.multiply(mark.floor, reading.vague_upper)
            )
    if any(EFFECTS[effect].side == "upper" for effect in effects):
        # "nearly a dozen" has a number; "up to several hundred" has none, and no floor either.
        entailed = Interval(ZERO, entailed.upper, upper_bound=entailed.upper_bound)
    elif entailed.upper < INFINITY and any(EFFECTS[effect].side == "lower" for effect in effects):
        # "at least double digits" may be more
        entailed = Interval(entailed.lower, INFINITY)
    reach = Reach(entailed, plausible, Hedge.VAGUE)
    return _settled(reach, amount, reading, plausible.lower, plausible.upper, negative=False)


# -- the last steps --------------------------------------------------------------------------------------------


def _settled(
    reach: Reach, amount: Amount, reading: Reading, low: Decimal, high: Decimal, *, negative: bool, whole: bool = False
) -> Reach:
    """Widen to the profile, step counts to whole numbers, keep the plausible inside the entailed, apply the sign."""
    entailed, plausible = reach.entailed, reach.plausible
    if whole and high <= 100:
        entailed, plausible = _within_whole(entailed), _within_whole(plausible)
    if reading.profile == "logical":
        plausible = entailed
    elif plausible is not entailed:
        if reading.profile == "loose":
            plausible = _stretched(plausible, low, high)
        if amount.discrete:
            plausible = plausible.integers() or _beside(plausible, entailed) or entailed.integers() or entailed
    if plausible is not entailed:
        plausible = plausible & entailed or entailed
    if negative:
        entailed, plausible = -entailed, -plausible
    return Reach(entailed, plausible, reach.hedge, reach.cancellable)


def _beside(plausible: Interval, entailed: Interval) -> Interval | None:
    """Return the whole numbers next to an interval that holds none, as far as they are entailed: "nearly 4" is 3."""
    ends = (plausible.lower.to_integral_value(ROUND_FLOOR), plausible.upper.to_integral_value(ROUND_CEILING))
    near = [end for end in ends if end.is_finite() and end in entailed]
    return Interval(min(near), max(near)) if near else None


def _within_whole(interval: Interval) -> Interval:
    """A percentage of a whole lies between none and all of it."""
    return interval & Interval(ZERO, Decimal(100)) or interval


def _stretched(plausible: Interval, low: Decimal, high: Decimal) -> Interval:
    """Move each end that lies beyond the number twice as far away from it."""
    lower, upper = plausible.lower, plausible.upper
    if lower.is_finite() and lower < low:
        lower = CONTEXT.subtract(low, CONTEXT.multiply(_TWO, CONTEXT.subtract(low, lower)))
    if upper.is_finite() and upper > high:
        upper = CONTEXT.add(high, CONTEXT.multiply(_TWO, CONTEXT.subtract(upper, high)))
    return Interval(lower, upper, plausible.lower_bound, plausible.upper_bound)
