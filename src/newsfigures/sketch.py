"""A group of claims as a plot in plain text: one line for each origin, all on one scale."""

from decimal import Decimal
from typing import Final

from .consensus import Group, Vote
from .errors import ArgumentError
from .interval import CONTEXT, Interval
from .report import Report
from .wording import number

_WIDTH: Final = 48
_LABEL: Final = 22
#: From this ratio of the ends on, the scale is logarithmic.
_DECADES: Final = 50


def forest(value: Group | Report, *, width: int = _WIDTH) -> str:
    r"""Draw what each origin says: `#` suggested, `-` only possible, `<` and `>` unbounded, `|` the stated number.

    >>> forest(Report())
    ''
    """
    if isinstance(value, Report):
        return "\n\n".join([forest(group, width=width) for group in value.groups])
    if not isinstance(value, Group):
        raise TypeError(f"a Group or Report is drawn, got {type(value).__name__}")
    if width < 8:
        raise ArgumentError("width", width, "must be at least 8")
    scale = _Scale(value, width)
    lines = [f"{value.measure[:_LABEL]:<{_LABEL}} {scale.axis()}"]
    lines += [f"{_label(vote):<{_LABEL}} {scale.draw(vote)}".rstrip() for vote in value.votes]
    core = value.consensus.core
    if core is not None:
        lines.append(f"{'agreed core':<{_LABEL}} {scale.bar(core)}".rstrip())
    return "\n".join(lines)


def _label(vote: Vote) -> str:
    text = f"({vote.origin})" if vote.is_party or not vote.is_direct else vote.origin
    return text if len(text) <= _LABEL else f"{text[: _LABEL - 1]}…"


class _Scale:
    """Where a number stands on the line: in proportion, or by decades where the numbers span several."""

    def __init__(self, group: Group, width: int) -> None:
        ends = [
            end
            for vote in group.votes
            for end in (vote.plausible.lower, vote.plausible.upper, vote.best)
            if end is not None and end.is_finite()
        ]
        self.lower, self.upper = (min(ends), max(ends)) if ends else (Decimal(0), Decimal(1))
        if self.lower == self.upper:
            self.lower, self.upper = CONTEXT.subtract(self.lower, Decimal(1)), CONTEXT.add(self.upper, Decimal(1))
        self.width = width
        self.log = self.lower > 0 and CONTEXT.divide(self.upper, self.lower) > _DECADES

    def column(self, value: Decimal) -> int:
        """Return the column of a number, the outermost for one that is infinite or outside."""
        if value <= self.lower:
            return 0
        if value >= self.upper:
            return self.width - 1
        if self.log:
            whole = CONTEXT.ln(CONTEXT.divide(self.upper, self.lower))
            share = CONTEXT.divide(CONTEXT.ln(CONTEXT.divide(value, self.lower)), whole)
        else:
            whole = CONTEXT.subtract(self.upper, self.lower)
            share = CONTEXT.divide(CONTEXT.subtract(value, self.lower), whole)
        return min(self.width - 1, int(float(share) * (self.width - 1) + 0.5))

    def axis(self) -> str:
        """Write the two ends of the scale."""
        left, right = number(self.lower), number(self.upper)
        return f"{left}{right:>{max(1, self.width - len(left))}}"

    def bar(self, interval: Interval) -> str:
        """Draw one interval."""
        cells = [" "] * self.width
        self._fill(cells, interval, "#")
        return "".join(cells).rstrip()

    def draw(self, vote: Vote) -> str:
        """Draw what an origin entails, what it suggests and the number it states."""
        cells = [" "] * self.width
        self._fill(cells, vote.entailed, "-")
        if vote.entailed.lower.is_infinite():
            cells[0] = "<"
        if vote.entailed.upper.is_infinite():
            cells[-1] = ">"
        self._fill(cells, vote.plausible, "#")
        if vote.best is not None:
            cells[self.column(vote.best)] = "|"
        return "".join(cells).rstrip()

    def _fill(self, cells: list[str], interval: Interval, mark: str) -> None:
        first, last = self.column(interval.lower), self.column(interval.upper)
        cells[first : last + 1] = mark * (last + 1 - first)
