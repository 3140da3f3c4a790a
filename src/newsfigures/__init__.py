"""Numbers in the news as typed, bounded, dated, attributed claims; and how claims stand to each other.

The verbs of the face: `parse` one phrase, `extract` a text, `compare` two claims, `reconcile` many; `render` a value as
English, `explain` what it amounts to, draw its `forest`, show it as `html` or `svg`; `to_record` and `from_record` for
storage, `to_csv`, `to_schema_org`, `to_prov` and `to_wikidata` for others, `tools` for a language model; `load` for a
language's tables, `scopes` for what is a part of what. Every name a user needs is here; `errors` holds the error
family.
"""

from . import errors
from .asof import AsOf, Precision, dates
from .attribution import Attribution, Stance
from .claim import Claim, Claims, Source
from .columns import Columns, reconcile_columns
from .comparison import Kind, Reason, Relation, compare
from .consensus import Agreement, Basis, Consensus, Finding, Group, Position, Severity, Step, Vote
from .errors import (
    ArgumentError,
    ClaimError,
    DimensionError,
    ExportError,
    IntervalError,
    LexiconError,
    MissingExtraError,
    NewsfiguresError,
    ParseError,
    RecordError,
    UnknownUnitError,
)
from .evidence import Evidence
from .explanation import explain
from .export import to_csv, to_prov, to_schema_org
from .extraction import extract
from .forest import forest
from .hedge import Hedge
from .html import html, svg
from .interval import Bound, Interval
from .lexicon import Lexicon, load
from .measure import Accrual, Measure, Subject
from .numeral import Numeral
from .place import Event, Place
from .policy import Policy
from .quantity import Quantity, parse
from .reading import Reading
from .records import from_record, to_record
from .render import render
from .report import Report, reconcile
from .scope import Scopes
from .scope import load as scopes
from .status import Status
from .text import Span
from .tool import call_tool, tools
from .total import Total, TotalBasis
from .trend import Trend
from .unit import Rate, Unit, UnitKind, lookup
from .wikidata import to_wikidata

__all__ = [
    "Accrual",
    "Agreement",
    "ArgumentError",
    "AsOf",
    "Attribution",
    "Basis",
    "Bound",
    "Claim",
    "ClaimError",
    "Claims",
    "Columns",
    "Consensus",
    "DimensionError",
    "Event",
    "Evidence",
    "ExportError",
    "Finding",
    "Group",
    "Hedge",
    "Interval",
    "IntervalError",
    "Kind",
    "Lexicon",
    "LexiconError",
    "Measure",
    "MissingExtraError",
    "NewsfiguresError",
    "Numeral",
    "ParseError",
    "Place",
    "Policy",
    "Position",
    "Precision",
    "Quantity",
    "Rate",
    "Reading",
    "Reason",
    "RecordError",
    "Relation",
    "Report",
    "Scopes",
    "Severity",
    "Source",
    "Span",
    "Stance",
    "Status",
    "Step",
    "Subject",
    "Total",
    "TotalBasis",
    "Trend",
    "Unit",
    "UnitKind",
    "UnknownUnitError",
    "Vote",
    "call_tool",
    "compare",
    "dates",
    "errors",
    "explain",
    "extract",
    "forest",
    "from_record",
    "html",
    "load",
    "lookup",
    "parse",
    "reconcile",
    "reconcile_columns",
    "render",
    "scopes",
    "svg",
    "to_csv",
    "to_prov",
    "to_record",
    "to_schema_org",
    "to_wikidata",
    "tools",
]


def __getattr__(name: str) -> str:
    """Read the version from the installed package, and only when somebody asks."""
    if name == "__version__":
        from importlib.metadata import version  # noqa: PLC0415  (importlib.metadata costs more than all our modules)

        return version("newsfigures")
    msg = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(msg)
