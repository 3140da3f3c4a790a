"""The tools for a language model: schemas that hold, and calls that fit them."""

import json

import jsonschema
import pytest

import newsfigures as nf

TEXTS = [
    {"text": "Police said 40 people were killed in Orun.", "published": "2024-05-02", "source": "Gazette"},
    {"text": "Rescuers said 95 people were killed in Orun.", "published": "2024-05-02", "source": "Wire"},
]
CALLS = {
    "extract": [{"text": "Over 20 people died."}, TEXTS[0]],
    "reconcile": [{"texts": TEXTS}, {"texts": []}],
    "support": [{"text": "40 people were killed in Orun.", "sources": TEXTS}, {"text": "40 died.", "sources": []}],
}


@pytest.mark.parametrize("tool", nf.tools(), ids=lambda tool: tool["name"])
def test_schemas_hold_and_calls_fit_them(tool):
    json.dumps(tool)
    for side in ("inputSchema", "outputSchema"):
        jsonschema.Draft202012Validator.check_schema(tool[side])
        assert tool[side]["type"] == "object"
    for arguments in CALLS[tool["name"]]:
        jsonschema.validate(arguments, tool["inputSchema"])
        found = nf.call_tool(tool["name"], arguments)
        jsonschema.validate(json.loads(json.dumps(found)), tool["outputSchema"])


def test_extract_reads_and_reconcile_compares():
    (claim,) = nf.call_tool("extract", TEXTS[0])["claims"]
    assert (claim["best"], claim["outlet"], claim["published"]) == ("40", "Gazette", "2024-05-02")
    report = nf.call_tool("reconcile", {"texts": TEXTS})
    (group,) = [group for group in report["groups"] if group["measure"] == "killed"]
    assert (group["status"], group["best"]) == ("contested", None)
    assert len(group["claims"]) == len(set(group["claims"])) == 2
    assert "40" in report["explanation"]


def test_support_checks_every_figure():
    found = nf.call_tool("support", {"text": "Police said 95 people were killed in Orun.", "sources": TEXTS[:1]})
    (figure,) = found["figures"]
    assert (figure["verdict"], figure["source"]) == ("contradicts", TEXTS[0]["text"])
    assert "40 people" in figure["because"]


@pytest.mark.parametrize(
    ("name", "arguments", "error"),
    [
        ("guess", {}, "no such tool"),
        ("extract", {}, "lacks text"),
        ("extract", {"text": "x", "when": "now"}, "has no when"),
        ("extract", {"text": 3}, 'a string "text"'),
        ("extract", {"text": "x", "source": 3}, "must be a string"),
        ("extract", {"text": "x", "published": "soon"}, "not an ISO date"),
        ("reconcile", {"texts": [{"text": "x"}, "y"]}, r"texts\[1\]"),
        ("reconcile", {"texts": [], "policy": "mine"}, "no such policy"),
        ("support", {"text": "x"}, "lacks sources"),
        ("support", {"text": "x", "sources": ["y"]}, r"sources\[0\]"),
    ],
)
def test_mistakes_say_what_to_mend(name, arguments, error):
    with pytest.raises(nf.ArgumentError, match=error):
        nf.call_tool(name, arguments)


def test_wrong_types_are_refused():
    with pytest.raises(TypeError, match="must be an object"):
        nf.call_tool("extract", "text")
    with pytest.raises(TypeError, match="must be an array"):
        nf.call_tool("reconcile", {"texts": "text"})
