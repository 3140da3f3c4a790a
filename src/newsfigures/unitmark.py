"""The unit of one number of a sentence, as it was found."""

from fractions import Fraction
from typing import final

from .ontology import Unit
from .text import Span


@final
class UnitMark:
    """The unit of one number of a sentence, by tokens. Internal.

    `first` up to `last` is all that number and unit cover; `words` the unit's own words, for evidence (empty where the
    two stand on both sides of the number: then the first part); `head` the token of the counted noun or -1; `base` the
    noun phrase behind "of" ("60% of revenue", "tonnes of aid"), empty when there is none; `factor` a multiplier of the
    number that the unit's words hold; `row` what else of a table tells the unit: a label, or words of another row.
    """

    __slots__ = ("base", "factor", "first", "head", "last", "row", "rule", "unit", "words")

    def __init__(
        self,
        unit: Unit,
        first: int,
        last: int,
        rule: str,
        words: tuple[int, int],
        head: int = -1,
        base: tuple[int, int] = (0, 0),
        factor: Fraction | None = None,
        row: Span | None = None,
    ) -> None:
        self.unit = unit
        self.first = first
        self.last = last
        self.rule = rule
        self.words = words
        self.head = head
        self.base = base
        self.factor = factor
        self.row = row

    def __repr__(self) -> str:
        """Show the unit, the tokens and the rule."""
        return f"UnitMark({str(self.unit)!r}, {self.first}, {self.last}, {self.rule!r})"
