"""Numbers in the news as typed, bounded, dated, attributed claims; and how claims stand to each other.

The verbs of the face: `parse` one phrase, `extract` a text; `render` a value as English, `to_record` and `from_record`
for storage, `load` for a language's tables. Every name a user needs is here; `errors` holds the error family.
"""

from . import errors
from .asof import AsOf, Precision, dates
from .attribution import Attribution, Stance
from .claim import Claim, Claims, Source
from .errors import (
    ArgumentError,
    ClaimError,
    DimensionError,
    IntervalError,
    LexiconError,
    MissingExtraError,
    NewsfiguresError,
    ParseError,
    RecordError,
    UnknownUnitError,
)
from .evidence import Evidence
from .extraction import extract
from .hedge import Hedge
from .interval import Bound, Interval
from .lexicon import Lexicon, load
from .measure import Accrual, Measure, Subject
from .numeral import Numeral
from .place import Event, Place
from .quantity import Quantity, parse
from .reading import Reading
from .records import from_record, to_record
from .render import render
from .status import Status
from .text import Span
from .trend import Trend
from .unit import Unit, UnitKind

__all__ = [
    "Accrual",
    "ArgumentError",
    "AsOf",
    "Attribution",
    "Bound",
    "Claim",
    "ClaimError",
    "Claims",
    "DimensionError",
    "Event",
    "Evidence",
    "Hedge",
    "Interval",
    "IntervalError",
    "Lexicon",
    "LexiconError",
    "Measure",
    "MissingExtraError",
    "NewsfiguresError",
    "Numeral",
    "ParseError",
    "Place",
    "Precision",
    "Quantity",
    "Reading",
    "RecordError",
    "Source",
    "Span",
    "Stance",
    "Status",
    "Subject",
    "Trend",
    "Unit",
    "UnitKind",
    "UnknownUnitError",
    "dates",
    "errors",
    "extract",
    "from_record",
    "load",
    "parse",
    "render",
    "to_record",
]


def __getattr__(name: str) -> str:
    """Read the version from the installed package, and only when somebody asks."""
    if name == "__version__":
        from importlib.metadata import version  # noqa: PLC0415  (importlib.metadata costs more than all our modules)

        return version("newsfigures")
    msg = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(msg)
