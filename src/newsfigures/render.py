"""Quantities, claims and their evidence as English."""

import functools
from decimal import Decimal

from .claim import Claim
from .hedge import Hedge
from .interval import CONTEXT, INFINITY, Interval, plain
from .numeral import Numeral
from .ontology import plural_name
from .quantity import Quantity
from .trend import Trend
from .unit import Unit, UnitKind

_PHRASES = {
    Hedge.NONE: "{}",
    Hedge.EXACTLY: "exactly {}",
    Hedge.MORE_THAN: "more than {}",
    Hedge.AT_LEAST: "at least {}",
    Hedge.LESS_THAN: "less than {}",
    Hedge.AT_MOST: "at most {}",
    Hedge.UP_TO: "up to {}",
    Hedge.NEARLY: "nearly {}",
    Hedge.JUST_OVER: "just over {}",
    Hedge.JUST_UNDER: "just under {}",
    Hedge.WELL_OVER: "well over {}",
    Hedge.WELL_UNDER: "well under {}",
    Hedge.ABOUT: "about {}",
    Hedge.ORDER_OF: "on the order of {}",
}
#: Effects that share a public hedge with another one keep a phrase of their own.
_EFFECTS = {
    "close_to": "close to {}",
    "barely": "barely {}",
    "at_least_soft": "as few as {}",
    "not_only": "not only {}",
    "below": "nowhere near {}",
}
#: Numbers that digits would not say: a share of two, a margin, an article, a multiple.
_ITSELF = frozenset(
    {"join:range", "join:ratio", "join:margin", "join:bounds", "numeral:article", "numeral:multiple", "numeral:often"}
)
_SCALES = (
    (Decimal(10) ** 12, "trillion"),
    (Decimal(10) ** 9, "billion"),
    (Decimal(10) ** 6, "million"),
    (Decimal(10) ** 3, "thousand"),
)

#: A number with more digits behind the point than anybody writes is shown to so many.
_ENDLESS = 12
_SHOWN = Decimal("0.0001")


@functools.singledispatch
def render(value: object) -> str:
    """Write a value as a short English phrase; a quantity's phrase reads back as the same intervals.

    >>> from newsfigures.quantity import parse
    >>> render(parse("over 11,000 troops"))
    'more than 11,000 troops'
    """
    msg = f"render takes a Quantity, Claim, Interval or Numeral, got {type(value).__name__}"
    raise TypeError(msg)


@render.register
def _(value: Numeral) -> str:
    """Write the digits with the precision that was stated: "1.30 million", "11,000", "two-thirds" as 2/3."""
    return _number(value, scaled=value.written_place > 1 and abs(value.value) >= 1000)


def _number(value: Numeral, *, scaled: bool) -> str:
    ratio = value.ratio
    if ratio is not None and 1 < ratio.denominator <= 100:
        whole, rest = divmod(abs(ratio), 1)
        sign = "-" if ratio < 0 else ""
        return f"{sign}{f'{whole} ' if whole else ''}{rest.numerator}/{rest.denominator}"
    number, place = value.value, value.written_place
    if scaled and place > 1:
        # No scale below the place: "three hundred thousand" is "0.3 million", not "300 thousand".
        fitting = [pair for pair in _SCALES if pair[0] >= place] or _SCALES[:1]
        scale, name = next((pair for pair in fitting if abs(number) >= pair[0]), fitting[-1])
        mantissa = CONTEXT.divide(number, scale).quantize(Decimal((0, (1,), min(0, (place / scale).adjusted()))))
        return f"{mantissa} {name}"
    return f"{number.quantize(Decimal((0, (1,), min(0, place.adjusted())))):,f}"


@render.register
def _(value: Interval) -> str:
    """Write an interval in words."""
    if value.is_point:
        return f"exactly {_grouped(value.lower)}"
    if value.is_bounded:
        return f"{_grouped(value.lower)} to {_grouped(value.upper)}"
    if value.upper == INFINITY and value.lower == -INFINITY:
        return "any number"
    if value.upper == INFINITY:
        return f"{'at least' if value.lower_bound.value == 'closed' else 'more than'} {_grouped(value.lower)}"
    return f"{'at most' if value.upper_bound.value == 'closed' else 'less than'} {_grouped(value.upper)}"


def _grouped(number: Decimal) -> str:
    text = plain(number)
    whole, dot, rest = text.partition(".")
    return f"{int(whole):,}{dot}{rest}" if whole.lstrip("-").isdigit() else text


@render.register
def _(value: Quantity) -> str:
    return _phrase(value)


def _phrase(value: Quantity) -> str:
    rules = [one.rule for one in value.evidence]
    effects = [rule.removeprefix("hedge:") for rule in rules if rule.startswith("hedge:") and rule != "hedge:none"]
    is_plain = len(value.stated) == 1 and len(effects) < 2 and not _ITSELF.intersection(rules)
    if is_plain and "numeral:words" in rules and value.stated[0].written_place > 1:
        is_plain = value.unit.kind is UnitKind.COUNT  # "three hundred km" is rounder than 300 km
    if value.hedge is Hedge.VAGUE or not is_plain:
        # Two numbers, stacked hedges, a multiple: what was said is its own shortest faithful form.
        return value.text
    suffix = "-odd" if effects == ["odd"] else ""
    number = with_unit(value.stated[0], value.unit, scaled="numeral:scaled" in rules, suffix=suffix)
    if value.unit.name == "share" and value.unit.kind is UnitKind.RATIO and value.of:
        number += f" of {value.of}"
    template = "{}" if suffix else _EFFECTS.get(effects[0], "") if effects else ""
    return (template or _PHRASES[value.hedge]).format(number)


def with_unit(number: Numeral, unit: Unit, *, scaled: bool, suffix: str = "") -> str:
    """Write a number with its unit: "$3.2 billion", "5%", "11,000 troops", "40 kilometres"."""
    digits = _number(number, scaled=scaled) + suffix
    if unit.kind is UnitKind.MONEY and unit.code:
        return f"{unit.code} {digits}"
    if unit.kind is UnitKind.RATIO and unit.name == "percent":
        return f"{digits}%"
    name = "" if unit.kind is UnitKind.RATIO and unit.name == "share" else str(unit)  # "a third" of what follows
    return f"{digits} {name if number.value == 1 else plural_name(name)}" if name else digits


@render.register
def _(value: Claim) -> str:
    """Write one line: the figure, of what, of whom, by whom, since when."""
    parts = [_phrase(value.quantity)]
    if value.measure.id and value.measure.id not in (value.quantity.unit.name, ""):
        parts.append(f"({value.measure.id.replace('_', ' ')})")
    if value.subject is not None and value.subject.text and value.subject.text not in value.quote:
        parts.append(f"of {value.subject.text}")
    if value.trend is not Trend.LEVEL:
        parts.append(f"[{value.trend.value}]")
    if value.as_of is not None and value.as_of.first is not None and not value.as_of.assumed:
        parts.append(
            f"as of {value.as_of.first}" + ("" if value.as_of.last == value.as_of.first else f" to {value.as_of.last}")
        )
    if value.attribution is not None and value.attribution.source:
        parts.append(f"according to {value.attribution.source}")
    if value.status.value != "asserted":
        parts.append(f"- {value.status.value}")
    return f"{' '.join(parts)}: {_cut(value.quantity.entailed)}"


def _cut(interval: Interval) -> Interval:
    """Return an interval without the endless digits of a third, to be looked at."""
    lower, upper = (_cut_end(end) for end in (interval.lower, interval.upper))
    return Interval(lower, upper, interval.lower_bound, interval.upper_bound) if lower < upper else interval


def _cut_end(end: Decimal) -> Decimal:
    exponent = end.as_tuple().exponent
    is_endless = isinstance(exponent, int) and exponent < -_ENDLESS and abs(end) >= _SHOWN
    return CONTEXT.quantize(end, _SHOWN) if is_endless else end
