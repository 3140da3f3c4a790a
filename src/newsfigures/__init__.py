"""Numbers in the news as typed, bounded, dated, attributed claims; and how claims stand to each other.

The verbs of the face: `parse` one phrase, `extract` a text (or its `quantities` and `dates` alone), `compare` two
claims, `reconcile` many, hold one against its sources with `support`; `render` a value as English, `explain` what it
amounts to, draw its `forest`, show it as `html` or `svg`; `to_record` and `from_record` for storage, `to_csv`,
`to_schema_org`, `to_prov` and `to_wikidata` for others, `tools` for a language model; `load` for a language's tables,
`scopes` for what is a part of what. Every name a user needs is here; `errors` holds the error family.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from . import errors
from .asof import AsOf, Precision, dates
from .attribution import Attribution, Stance
from .claim import Claim, Claims, Source
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
from .extraction import extract, quantities
from .hedge import Hedge
from .interval import Bound, Interval
from .lexicon import Lexicon, load
from .measure import Accrual, Measure, Subject
from .numeral import Numeral
from .place import Event, Place
from .quantity import Quantity, parse
from .reading import Reading
from .render import render
from .row import WholeWord
from .status import Status
from .text import Span
from .trend import Trend
from .unit import Rate, Unit, UnitKind, lookup

if TYPE_CHECKING:
    # Loaded on first use, below: judging, drawing and exporting cost as much to import as reading does, and a worker
    # that only reads needs none of it. Type checkers see the names here.
    from .bearing import Aspect, Check, Verdict
    from .columns import Columns, reconcile_columns
    from .comparison import compare
    from .consensus import Agreement, Basis, Consensus, Finding, Group, Position, Severity, Step, Vote
    from .display import html, svg
    from .explanation import explain
    from .export import to_csv, to_prov, to_schema_org
    from .pairing import relations
    from .policy import Choice, Policy
    from .records import from_record, to_record
    from .relation import Kind, Reason, Relation
    from .report import Report, reconcile
    from .scope import Answer, Named, Scope, Scopes
    from .scope import load as scopes
    from .sketch import forest
    from .tool import call_tool, tools
    from .total import Total, TotalBasis
    from .verdict import Support, support, support_all
    from .wikidata import to_wikidata

__all__ = [
    "Accrual",
    "Agreement",
    "Answer",
    "ArgumentError",
    "AsOf",
    "Aspect",
    "Attribution",
    "Basis",
    "Bound",
    "Check",
    "Choice",
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
    "Named",
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
    "Scope",
    "Scopes",
    "Severity",
    "Source",
    "Span",
    "Stance",
    "Status",
    "Step",
    "Subject",
    "Support",
    "Total",
    "TotalBasis",
    "Trend",
    "Unit",
    "UnitKind",
    "UnknownUnitError",
    "Verdict",
    "Vote",
    "WholeWord",
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
    "quantities",
    "reconcile",
    "reconcile_columns",
    "relations",
    "render",
    "scopes",
    "support",
    "support_all",
    "svg",
    "to_csv",
    "to_prov",
    "to_record",
    "to_schema_org",
    "to_wikidata",
    "tools",
]

#: Names that are loaded on first use -> the module that holds them, and the name there. No module here has the name of
#: a verb: importing it would hide the verb.
_LATER = {
    "Columns": ("columns", "Columns"),
    "reconcile_columns": ("columns", "reconcile_columns"),
    "Kind": ("relation", "Kind"),
    "Reason": ("relation", "Reason"),
    "Relation": ("relation", "Relation"),
    "compare": ("comparison", "compare"),
    "Agreement": ("consensus", "Agreement"),
    "Basis": ("consensus", "Basis"),
    "Consensus": ("consensus", "Consensus"),
    "Finding": ("consensus", "Finding"),
    "Group": ("consensus", "Group"),
    "Position": ("consensus", "Position"),
    "Severity": ("consensus", "Severity"),
    "Step": ("consensus", "Step"),
    "Vote": ("consensus", "Vote"),
    "explain": ("explanation", "explain"),
    "to_csv": ("export", "to_csv"),
    "to_prov": ("export", "to_prov"),
    "to_schema_org": ("export", "to_schema_org"),
    "forest": ("sketch", "forest"),
    "html": ("display", "html"),
    "svg": ("display", "svg"),
    "relations": ("pairing", "relations"),
    "Choice": ("policy", "Choice"),
    "Policy": ("policy", "Policy"),
    "from_record": ("records", "from_record"),
    "to_record": ("records", "to_record"),
    "Report": ("report", "Report"),
    "reconcile": ("report", "reconcile"),
    "Answer": ("scope", "Answer"),
    "Named": ("scope", "Named"),
    "Scope": ("scope", "Scope"),
    "Scopes": ("scope", "Scopes"),
    "scopes": ("scope", "load"),
    "call_tool": ("tool", "call_tool"),
    "tools": ("tool", "tools"),
    "Total": ("total", "Total"),
    "TotalBasis": ("total", "TotalBasis"),
    "Aspect": ("bearing", "Aspect"),
    "Check": ("bearing", "Check"),
    "Support": ("verdict", "Support"),
    "Verdict": ("bearing", "Verdict"),
    "support": ("verdict", "support"),
    "support_all": ("verdict", "support_all"),
    "to_wikidata": ("wikidata", "to_wikidata"),
}


def __getattr__(name: str) -> object:
    """Load what only judging, drawing or exporting needs, when it is asked for; the version too."""
    if name in _LATER:
        module, attribute = _LATER[name]
        value: object = getattr(import_module(f".{module}", __name__), attribute)
        globals()[name] = value
        return value
    if name == "__version__":
        from importlib.metadata import version  # noqa: PLC0415  (importlib.metadata costs more than all our modules)

        return version("newsfigures")
    msg = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(msg)


def __dir__() -> list[str]:
    """List the face, loaded or not."""
    return sorted({*globals(), *__all__})
