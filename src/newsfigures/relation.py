"""How one claim stands to another, and why: the words in which every judge speaks."""

from enum import Enum
from typing import Final, final

import attrs

from .interval import Interval


class Kind(Enum):
    """How one claim stands to another."""

    DUPLICATE = "duplicate"
    EQUAL = "equal"
    REFINES = "refines"
    REFINED_BY = "refined_by"
    COMPATIBLE = "compatible"
    STRAINED = "strained"
    CONTRADICTS = "contradicts"
    SUPERSEDES = "supersedes"
    SUPERSEDED_BY = "superseded_by"
    PART_OF = "part_of"
    HAS_PART = "has_part"
    INCOMPARABLE = "incomparable"


class Reason(Enum):
    """Why a relation is what it is."""

    SAME_ORIGIN = "same_origin"
    SAME_TRUTH_CONDITIONS = "same_truth_conditions"
    NARROWER = "narrower"
    ROUNDING = "rounding"
    HARD_DISJOINT = "hard_disjoint"
    PLAUSIBLE_DISJOINT = "plausible_disjoint"
    CANCELLABLE = "cancellable"
    LATER_RISE = "later_rise"
    LATER_LOWER = "later_lower"
    REVISED_DOWN = "revised_down"
    LEVEL_CHANGED = "level_changed"
    EXPLICIT_CORRECTION = "explicit_correction"
    SUBJECT_PART = "subject_part"
    PLACE_PART = "place_part"
    MEASURE_PART = "measure_part"
    BASIS_PART = "basis_part"
    WINDOW_PART = "window_part"
    PART_EXCEEDS_WHOLE = "part_exceeds_whole"
    DIMENSION = "dimension"
    DENOMINATOR = "denominator"
    ACCRUAL = "accrual"
    DISJOINT_WINDOWS = "disjoint_windows"
    DIFFERENT_MEASURE = "different_measure"
    DIFFERENT_BASIS = "different_basis"
    DIFFERENT_SUBJECT = "different_subject"
    DIFFERENT_PLACE = "different_place"
    DIFFERENT_EVENT = "different_event"
    UNKNOWN_SCOPE = "unknown_scope"
    MODALITY = "modality"
    UNIT_UNKNOWN = "unit_unknown"
    CURRENCY_DATE = "currency_date"


_CONVERSE: Final = {
    Kind.REFINES: Kind.REFINED_BY,
    Kind.REFINED_BY: Kind.REFINES,
    Kind.SUPERSEDES: Kind.SUPERSEDED_BY,
    Kind.SUPERSEDED_BY: Kind.SUPERSEDES,
    Kind.PART_OF: Kind.HAS_PART,
    Kind.HAS_PART: Kind.PART_OF,
}


@final
@attrs.frozen(kw_only=True)
class Relation:
    """How claim `a` stands to claim `b`, by their ids.

    `overlap` holds the numbers that suit both (plausibly if there are any, else by what is entailed), `gap` those
    between two that exclude each other, both in `unit`. `assumptions` are what was taken for granted.
    """

    a: str
    b: str
    kind: Kind
    reasons: tuple[Reason, ...] = ()
    overlap: Interval | None = None
    gap: Interval | None = None
    unit: str = ""
    assumptions: tuple[str, ...] = ()

    def converse(self) -> "Relation":
        """Return the same relation seen from `b`."""
        return attrs.evolve(self, a=self.b, b=self.a, kind=_CONVERSE.get(self.kind, self.kind))
