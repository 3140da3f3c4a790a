"""How the consensus on a number developed, as plain SVG: a line of the best figure, and the range around it."""

import datetime as dt
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Final

from .axis import Axis, percent, short
from .consensus import Agreement, Step
from .interval import INFINITY
from .markup import Markup, Picture, element
from .plot import glyph, headline

_TOP: Final = 34
_BOTTOM: Final = 190
_HEIGHT: Final = 232
#: The width on the left that the scale's numbers take, in percent of the narrowest phone.
_LEFT: Final = 17.0
_RIGHT: Final = 92.0
#: Labels closer than this overlap on a phone.
_APART: Final = 17.0
_EVENTS: Final = {
    "first": "first report",
    "rise": "raised",
    "fall": "fell",
    "revised_down": "lowered",
    "contested": "contested",
    "settled": "settled",
    "changed": "changed",
}
_SHAPES: Final = {"fall": "M-6-4 6-4 0 6Z", "revised_down": "M-6-4 6-4 0 6Z", "contested": "M-5-5 5 5M-5 5 5-5"}
_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DOT: Final = "M0-5A5 5 0 1 1 0 5 5 5 0 1 1 0-5Z"


def dated(steps: Iterable[Step]) -> tuple[Step, ...]:
    """Return the steps whose day is known, earliest first, without those that say nothing."""
    found = [step for step in steps if step.at is not None and step.consensus.status is not Agreement.EMPTY]
    return tuple(sorted(found, key=_day))


def _day(step: Step) -> int:
    at = step.at or dt.date.min
    return at.toordinal() * 86_400 + (at.hour * 3600 + at.minute * 60 if isinstance(at, dt.datetime) else 0)


def told(step: Step) -> str:
    """Return a step in words."""
    day = "" if step.at is None else f"{step.at.isoformat()[:16].replace('T', ' ')}: "
    return f"{day}{_EVENTS.get(step.event, step.event)}, {headline(step.consensus)}"


def draw(steps: Sequence[Step], *, title: str = "") -> Picture:
    """Draw steps with a day, earliest first; there must be one at least."""
    scale = Axis.of(_numbers(steps))
    days = [_day(step) for step in steps]
    width = (days[-1] - days[0]) or 1
    places = [_LEFT + (_RIGHT - _LEFT) * (day - days[0]) / width for day in days]
    ends = [*places[1:], 100.0]
    parts = [
        element("title", title or "How the figure developed"),
        element("desc", "; ".join([told(step) for step in steps])),
        *_grid(scale),
        *[
            part
            for step, left, right in zip(steps, places, ends, strict=True)
            for part in _range(step, left, right, scale)
        ],
        *_line(steps, places, ends, scale),
        *[part for step, left in zip(steps, places, strict=True) for part in _marker(step, left, scale)],
        *_labels(steps, places, scale),
    ]
    return Picture(_HEIGHT, Markup.join_all(parts))


def _numbers(steps: Iterable[Step]) -> Iterable[Decimal]:
    for step in steps:
        found = step.consensus
        yield from (value for value in (found.lower, found.best, found.upper) if value is not None)
        for position in found.positions:
            yield from (position.region.lower, position.region.upper)


def _height(value: Decimal, scale: Axis) -> float:
    return round(_BOTTOM - (_BOTTOM - _TOP) * scale.at(value) / 100, 1)


def _grid(scale: Axis) -> Iterable[Markup]:
    for tick in scale.ticks():
        y = _height(tick, scale)
        yield element("line", class_="nf-grid", x1=percent(_LEFT - 2), x2="100%", y1=y, y2=y)
        yield element("text", short(tick), class_="nf-tick", x=percent(_LEFT - 3), y=y + 4, text_anchor="end")
    yield element("line", class_="nf-base", x1=percent(_LEFT - 2), x2="100%", y1=_BOTTOM, y2=_BOTTOM)


def _range(step: Step, left: float, right: float, scale: Axis) -> Iterable[Markup]:
    """Shade the range of a step, or each of its positions where they are contested."""
    found = step.consensus
    contested = found.status is Agreement.CONTESTED
    regions = [(position.region.lower, position.region.upper) for position in found.positions] if contested else []
    if not contested and (found.lower is not None or found.upper is not None):
        regions = [
            (-INFINITY if found.lower is None else found.lower, INFINITY if found.upper is None else found.upper)
        ]
    for lower, upper in regions:
        top, bottom = _height(upper, scale), _height(lower, scale)
        kind = "nf-split" if contested else "nf-span"
        endless = "" if upper.is_finite() else " nf-endless"
        yield element(
            "rect", element("title", told(step)), class_=f"{kind}{endless}", x=percent(left), y=top,
            width=percent(max(right - left, 0.4)), height=max(bottom - top, 2.0),
        )  # fmt: skip


def _line(steps: Sequence[Step], places: Sequence[float], ends: Sequence[float], scale: Axis) -> Iterable[Markup]:
    before: float | None = None
    for step, left, right in zip(steps, places, ends, strict=True):
        y = None if step.consensus.best is None else _height(step.consensus.best, scale)
        if y is not None:
            if before is not None:
                yield element("line", class_="nf-course", x1=percent(left), x2=percent(left), y1=before, y2=y)
            yield element("line", class_="nf-course", x1=percent(left), x2=percent(right), y1=y, y2=y)
        before = y


def _marker(step: Step, left: float, scale: Axis) -> Iterable[Markup]:
    value = _middle(step)
    if value is None:
        return
    shape = _SHAPES.get(step.event, _DOT)
    kind = "nf-cross" if step.event == "contested" else "nf-dot"
    yield glyph(left, _height(value, scale), shape, kind, element("title", told(step)))


def _middle(step: Step) -> Decimal | None:
    found = step.consensus
    if found.best is not None:
        return found.best
    ends = [end for position in found.positions for end in (position.region.lower, position.region.upper)]
    finite = sorted(end for end in ends if end.is_finite())
    if finite:
        return finite[0]
    return found.lower if found.lower is not None else found.upper


def _labels(steps: Sequence[Step], places: Sequence[float], scale: Axis) -> Iterable[Markup]:
    """Write value and day of every step that has room; the last step always has, the others from the left."""
    last = len(steps) - 1
    taken = -_APART
    for index, (step, place) in enumerate(zip(steps, places, strict=True)):
        if index != last and (place - taken < _APART or places[last] - place < _APART):
            continue
        taken = place
        value = _middle(step)
        anchor = "end" if place > 88 else "middle"
        if value is not None and step.consensus.status is not Agreement.CONTESTED:
            y = max(_height(value, scale) - 12, 12.0)
            beside = "start" if place < _LEFT + 5 else anchor  # clear of the scale's own numbers
            yield element("text", short(value), class_="nf-value", x=percent(place), y=y, text_anchor=beside)
        day = "" if step.at is None else f"{step.at.day} {_MONTHS[step.at.month - 1]}"
        yield element("text", day, class_="nf-tick", x=percent(place), y=_BOTTOM + 18, text_anchor=anchor)
        event = _EVENTS.get(step.event, step.event)
        yield element("text", event, class_="nf-tick", x=percent(place), y=_BOTTOM + 34, text_anchor=anchor)
