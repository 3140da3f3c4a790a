"""What a number counts in: units, their dimension and scale; the only door to quantulum3's ontology."""

from enum import Enum
from fractions import Fraction
from typing import final

import attrs


class UnitKind(Enum):
    """What sort of thing a unit is; quantities of different kinds are never compared."""

    COUNT = "count"
    MEASURE = "measure"
    MONEY = "money"
    RATIO = "ratio"
    POINTS = "points"
    AGE = "age"
    NONE = "none"


@final
@attrs.frozen
class Unit:
    """What a number counts in.

    `name` is the singular name, or the lemma of the counted noun; `dimension` is what must agree for two units to be
    convertible ("length", "currency:USD", "count:person"); `code` is the UCUM code, or the ISO 4217 code of money;
    `factor` the exact number of base units of the dimension in one of these, `None` where nothing converts; `offset`
    is added after the factor (temperatures). For counts, `modifiers` are the words of the noun phrase before its head
    and `family` the kind of thing ("person" for troop). `alternatives` names the other readings of an ambiguous
    surface ("$" may be CAD).
    """

    name: str
    kind: UnitKind
    dimension: str = ""
    code: str = ""
    factor: Fraction | None = None
    offset: Fraction = Fraction(0)
    modifiers: tuple[str, ...] = ()
    family: str = ""
    alternatives: tuple[str, ...] = ()
    reference: str = ""

    def __str__(self) -> str:
        """Write the name with its modifiers."""
        return " ".join((*self.modifiers, self.name))


NONE = Unit("", UnitKind.NONE)
