"""Why a quantity reaches as far as it does: which words gave which end, as English."""

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from .evidence import Evidence
from .interval import CLOSED, Interval, plain
from .quantity import Quantity

#: effect of a hedge -> what it does to the entailed ends.
_EFFECTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "exactly": "fixes the number",
        "more_than": "sets the lower end and leaves {n} itself out",
        "at_least": "sets the lower end, {n} included",
        "at_least_soft": "sets the lower end, {n} included, which the speaker may take back",
        "not_only": "sets the lower end, {n} included, which the speaker may take back",
        "less_than": "sets the upper end and leaves {n} itself out",
        "at_most": "sets the upper end, {n} included",
        "below": "sets the upper end and tells nothing of how far below {n} it is",
        "up_to": "sets the upper end, {n} included, which the speaker may take back",
        "up_to_hard": "sets the upper end, {n} included",
        "nearly": "sets the upper end just above what is meant and leaves {n} itself out",
        "close_to": "loosens both ends, to half and twice {n}",
        "just_over": "sets the lower end, close to what is meant, and leaves {n} itself out",
        "just_under": "sets the upper end, close to what is meant, and leaves {n} itself out",
        "well_over": "sets the lower end, well below what is meant, and leaves {n} itself out",
        "well_under": "sets the upper end, well above what is meant, and leaves {n} itself out",
        "barely": "sets the lower end, {n} included",
        "odd": "sets the lower end, {n} included",
        "about": "loosens both ends, to half and twice {n}",
        "order_of": "loosens both ends, to a tenth and ten times {n}",
    }
)
_JOINS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "join:range": "{said} are the two ends of a range, both included",
        "join:bounds": "the two bounds hold together",
        "join:ratio": "{said} make a share, rounded half-way to the shares that people say",
        "join:margin": "the margin behind {n} is how far a sample may err",
    }
)


def ground(quantity: Quantity) -> str:
    """Say which words gave which end of a quantity, and what a reader will expect beyond them.

    >>> from newsfigures.quantity import parse
    >>> print(ground(parse("more than 11,000 troops")))
    "more than" sets the lower end and leaves 11,000 itself out: above 11,000. A reader expects 11,001 to 12,000.
    """
    reasons = _hedged(quantity) or [_unhedged(quantity)]
    said = f"{'; '.join(reasons)}: {span(quantity.entailed)}."
    if quantity.plausible == quantity.entailed:
        return said
    return f"{said} A reader expects {span(quantity.plausible)}."


def _hedged(quantity: Quantity) -> list[str]:
    """What each hedge does, and what joins two numbers."""
    number = _number(quantity, 0)
    found = []
    seen = 0
    for one in quantity.evidence:
        if one.rule.startswith("numeral:"):
            number = _number(quantity, seen)
            seen += 1
        template = _JOINS.get(one.rule) if one.field == "value" else None
        if template is not None:
            found.append(template.format(n=_number(quantity, 0), said=_said(quantity.evidence)))
        effect = _EFFECTS.get(one.rule.removeprefix("hedge:")) if one.field == "hedge" else None
        if effect is not None:
            effect = effect if quantity.entailed != Interval() else "loosens both ends as far as can be"
            found.append(f'"{one.text.strip("- ")}" {effect.format(n=number)}')
    if quantity.cancellable and not any("take back" in reason for reason in found):
        found.append(f"the {' and '.join(quantity.cancellable)} end may be taken back")
    return found


def _said(evidence: tuple[Evidence, ...]) -> str:
    numbers = [f'"{one.text}"' for one in evidence if one.rule.startswith("numeral:")]
    return " and ".join(numbers)


def _number(quantity: Quantity, at: int) -> str:
    if quantity.stated:
        return grouped(quantity.stated[min(at, len(quantity.stated) - 1)].value)
    return next((f'"{one.text}"' for one in quantity.evidence if one.field == "value"), "the number")


def _unhedged(quantity: Quantity) -> str:
    """What a number says that stands alone, by how it is written."""
    words = next((one.text for one in quantity.evidence if one.field == "value"), quantity.text)
    rule = next((one.rule for one in quantity.evidence if one.field == "value"), "")
    if not quantity.stated:
        if rule == "numeral:band":
            return f'"{words}" names all numbers of a kind and none of them'
        return f'"{words}" names no number, only a floor' if quantity.best is None else f'"{words}" counts one or none'
    if quantity.entailed.is_point:
        return f'"{words}" stands alone and is said exactly'
    return f'"{words}" stands alone and may be rounded in its last place'


def span(interval: Interval) -> str:
    """Write an interval in words.

    >>> span(Interval(40, "Infinity")), span(Interval(5, 7))
    ('40 or more', '5 to 7')
    """
    lower, upper = interval.lower, interval.upper
    if interval.is_point:
        return f"{grouped(lower)} and nothing else"
    if interval.is_bounded:
        top = "" if interval.upper_bound is CLOSED else ", the last left out"
        bottom = "" if interval.lower_bound is CLOSED else "above "
        return f"{bottom}{grouped(lower)} to {grouped(upper)}{top}"
    if lower.is_finite():
        return f"{grouped(lower)} or more" if interval.lower_bound is CLOSED else f"above {grouped(lower)}"
    if upper.is_finite():
        return f"{grouped(upper)} or less" if interval.upper_bound is CLOSED else f"below {grouped(upper)}"
    return "any number"


def grouped(number: Decimal) -> str:
    """Write a number with separators, and no more than four places of one that does not end.

    >>> grouped(Decimal("11000")), grouped(Decimal(2) / 3)
    ('11,000', '0.6667')
    """
    if number.is_finite() and int(number.as_tuple().exponent) < -12:
        number = round(number, 4)
    text = plain(number)
    whole, dot, rest = text.partition(".")
    return f"{int(whole):,}{dot}{rest}" if whole.lstrip("-").isdigit() and whole != "-0" else text
