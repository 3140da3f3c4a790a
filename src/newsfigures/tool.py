"""The verbs of the face as tools for a language model: plain JSON Schema, and no library to depend on.

The schemas are those of the Model Context Protocol; other interfaces take the same under other names.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final, NamedTuple

from .bearing import Verdict
from .claim import Claim, Claims, Source
from .consensus import Agreement, Group
from .errors import ArgumentError
from .explanation import explain
from .export import COLUMNS, rows
from .extraction import extract
from .interval import plain
from .policy import PRESETS, Policy
from .report import reconcile
from .verdict import Support, support_all

Json = dict[str, Any]

_TEXT: Final[Json] = {
    "type": "object",
    "properties": {
        "text": {"type": "string", "description": "The text as published, with its paragraphs."},
        "published": {"type": "string", "format": "date", "description": "Day of publication, as in 2024-12-28."},
        "source": {"type": "string", "description": "Who published it."},
    },
    "required": ["text"],
    "additionalProperties": False,
}
_CLAIMS: Final[Json] = {
    "type": "object",
    "properties": {
        "claims": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {name: {"type": "integer" if name in {"start", "end"} else "string"} for name in COLUMNS},
                "required": list(COLUMNS),
            },
        }
    },
    "required": ["claims"],
}
_GROUP: Final[Json] = {
    "type": "object",
    "properties": {
        "measure": {"type": "string"},
        "subject": {"type": "string"},
        "place": {"type": "string"},
        "event": {"type": "string"},
        "unit": {"type": "string"},
        "status": {"enum": [status.value for status in Agreement]},
        "lower": {"type": ["string", "null"]},
        "best": {"type": ["string", "null"]},
        "upper": {"type": ["string", "null"]},
        "basis": {"type": "string"},
        "claims": {"type": "array", "items": {"type": "string"}},
    },
    "required": ["measure", "status", "lower", "best", "upper", "claims"],
}
_REPORT: Final[Json] = {
    "type": "object",
    "properties": {
        "explanation": {"type": "string"},
        "groups": {"type": "array", "items": _GROUP},
        "findings": {"type": "array", "items": {"type": "string"}},
        "claims": _CLAIMS["properties"]["claims"],
    },
    "required": ["explanation", "groups", "findings", "claims"],
}
_SUPPORT: Final[Json] = {
    "type": "object",
    "properties": {
        "figures": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "quote": {"type": "string"},
                    "start": {"type": "integer"},
                    "end": {"type": "integer"},
                    "verdict": {"enum": [verdict.value for verdict in Verdict]},
                    "because": {"type": "string"},
                    "source": {"type": ["string", "null"], "description": "The sentence of the source that decided."},
                },
                "required": ["quote", "start", "end", "verdict", "because", "source"],
            },
        }
    },
    "required": ["figures"],
}


class _Tool(NamedTuple):
    description: str
    takes: Json
    gives: Json
    run: Callable[[Mapping[str, Any]], Json]


def tools() -> list[Json]:
    """Return the tools as `name`, `description`, `inputSchema` and `outputSchema`.

    >>> [tool["name"] for tool in tools()][:2]
    ['extract', 'reconcile']
    """
    return [
        {"name": name, "description": tool.description, "inputSchema": tool.takes, "outputSchema": tool.gives}
        for name, tool in _TOOLS.items()
    ]


def call_tool(name: str, arguments: Mapping[str, Any]) -> Json:
    """Run a tool with what a model filled in; raise `ArgumentError` or `TypeError` saying what to mend.

    >>> call_tool("extract", {"text": "Over 20 people died."})["claims"][0]["lower"]
    '20'
    """
    found = _TOOLS.get(name)
    if found is None:
        raise ArgumentError("name", name, f"no such tool; there are {', '.join(_TOOLS)}")
    if not isinstance(arguments, Mapping):
        raise TypeError(f"arguments must be an object, got {type(arguments).__name__}")
    unknown = sorted(set(arguments) - set(found.takes["properties"]))
    missing = [key for key in found.takes["required"] if key not in arguments]
    if unknown or missing:
        told = f"lacks {', '.join(missing)}" if missing else f"has no {', '.join(unknown)}"
        raise ArgumentError("arguments", dict(arguments), f"the tool {name} {told}")
    return found.run(arguments)


def _extract(arguments: Mapping[str, Any]) -> Json:
    return {"claims": rows(_claims(arguments, "arguments"))}


def _reconcile(arguments: Mapping[str, Any]) -> Json:
    claims = _all_claims(arguments["texts"], "texts")
    report = reconcile(claims, policy=Policy.named(arguments.get("policy", "neutral")))
    return {
        "explanation": explain(report),
        "groups": [_group(group) for group in report.groups],
        "findings": [finding.text for finding in report.findings],
        "claims": rows(report.claims),
    }


def _support(arguments: Mapping[str, Any]) -> Json:
    text = {name: value for name, value in arguments.items() if name != "sources"}
    found = support_all(_claims(text, "arguments"), _all_claims(arguments["sources"], "sources"))
    return {"figures": [_judged(one) for one in found]}


def _judged(found: Support) -> Json:
    return {
        "quote": found.figure.quote,
        "start": found.figure.span.start,
        "end": found.figure.span.end,
        "verdict": found.verdict.value,
        "because": explain(found),
        "source": None if found.claim is None else found.claim.passage or found.claim.quote,
    }


def _all_claims(texts: object, argument: str) -> list[Claim]:
    if not isinstance(texts, list):
        raise TypeError(f"{argument} must be an array of objects, got {type(texts).__name__}")
    return [claim for index, text in enumerate(texts) for claim in _claims(text, f"{argument}[{index}]", str(index))]


def _claims(found: object, argument: str, document: str = "") -> Claims:
    if not isinstance(found, Mapping) or not isinstance(found.get("text"), str):
        raise ArgumentError(argument, found, 'must be an object with a string "text"')
    source = found.get("source") or ""
    if not isinstance(source, str):
        raise ArgumentError(f"{argument}.source", source, "must be a string")
    return extract(
        found["text"], published=found.get("published") or None, source=Source(outlet=source, document=document)
    )


def _group(group: Group) -> Json:
    consensus = group.consensus
    numbers = {"lower": consensus.lower, "best": consensus.best, "upper": consensus.upper}
    return {
        "measure": group.measure,
        "subject": group.subject,
        "place": group.place,
        "event": group.event,
        "unit": group.unit,
        "status": consensus.status.value,
        **{name: None if value is None else plain(value) for name, value in numbers.items()},
        "basis": consensus.basis.value,
        "claims": [claim.id for claim in group.claims],
    }


_TOOLS: Final[Mapping[str, _Tool]] = {
    "extract": _Tool(
        "Read every figure of a news text: what its words allow (an interval with open or closed ends), what is "
        "counted, of whom, when, and who says so. Reads what is written and adds nothing.",
        _TEXT,
        _CLAIMS,
        _extract,
    ),
    "reconcile": _Tool(
        "Compare the figures of several news texts on the same events: which agree, which exclude each other, and "
        "which number, if any, most independent sources support. Copies of one source count once.",
        {
            "type": "object",
            "properties": {
                "texts": {"type": "array", "items": _TEXT, "description": "The texts, each with its date and source."},
                "policy": {"enum": list(PRESETS), "description": "How to choose."},
            },
            "required": ["texts"],
            "additionalProperties": False,
        },
        _REPORT,
        _reconcile,
    ),
    "support": _Tool(
        "Check every figure of a text, such as a summary, against the texts that it is drawn from: whether it follows "
        "from them, fits them, says more than they do, contradicts them, or has no counterpart.",
        {
            **_TEXT,
            "properties": {
                **_TEXT["properties"],
                "sources": {"type": "array", "items": _TEXT, "description": "The texts that it is drawn from."},
            },
            "required": ["text", "sources"],
        },
        _SUPPORT,
        _support,
    ),
}
