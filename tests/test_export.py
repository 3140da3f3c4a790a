"""Exports, held against the vocabularies they are written in."""

import csv
import io
import json
import warnings
from decimal import Decimal

import jsonschema
import pytest
from hypothesis import given
from strategies import numbers

import newsfigures as nf
from newsfigures.export import COLUMNS, number

rdflib = pytest.importorskip("rdflib", reason="rdflib, which knows the vocabularies, is not installed")
SDO, PROV, RDF = rdflib.SDO, rdflib.PROV, rdflib.RDF

TEXT = (
    "More than 11,000 troops were sent to Orun on Tuesday, the defence ministry said. About 40 tonnes of rice arrived. "
    "The repairs cost $1.2bn to $1.5bn. Up to 60 people were killed, state media said, citing the health ministry. "
    "Two-thirds of the houses are lost."
)
SOURCE = nf.Source(outlet="Courier", document="c-1", url="https://courier.example/a b?x=1")
#: What schema.org says may stand in the types that are written, with the type of each value.
NUMBER = {"type": ["number", "string"], "pattern": r"^[+-]?[0-9.]+$"}
SHAPE = {
    "$defs": {
        "property": {
            "required": ["@type", "propertyID", "value"],
            "properties": {"@type": {"const": "PropertyValue"}, "propertyID": {"type": "string"}, "value": {}},
            "additionalProperties": False,
        },
        "quantity": {
            "required": ["@type"],
            "properties": {
                "@type": {"const": "QuantitativeValue"},
                "@context": {},
                **{name: {"type": "string"} for name in ("name", "description", "unitText")},
                "unitCode": {"type": "string", "pattern": "^(UCUM|ISO4217):"},
                **dict.fromkeys(("value", "minValue", "maxValue"), NUMBER),
                "additionalProperty": {"type": "array", "items": {"$ref": "#/$defs/property"}},
            },
            "additionalProperties": False,
        },
        "claim": {
            "required": ["@type", "@id", "about", "appearance"],
            "properties": {
                "@type": {"const": "Claim"},
                "about": {"$ref": "#/$defs/quantity"},
                "datePublished": {"format": "date"},
                "spatialCoverage": {"properties": {"@type": {"const": "Place"}}},
                "appearance": {"properties": {"@type": {"const": "NewsArticle"}}},
            },
        },
    },
}


def claims():
    return nf.extract(TEXT, published="2024-12-28", source=SOURCE)


def valid(name, value):
    schema = {**SHAPE, "$ref": f"#/$defs/{name}"}
    jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker()).validate(value)


def graph(found):
    """The triples, with schema.org's own context in the place of the one that would be fetched."""
    if found["@context"] == "https://schema.org":
        found = {**found, "@context": {"@vocab": str(SDO)}}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # rdflib's own reader uses what rdflib deprecates
        return rdflib.Graph().parse(data=json.dumps(found), format="json-ld")


def test_claims_have_the_shape_of_schema_org():
    found = nf.to_schema_org(claims())
    assert len(found["@graph"]) == len(claims())
    for node in found["@graph"]:
        valid("claim", node)


def test_only_words_of_schema_org_are_used():
    triples = graph(nf.to_schema_org(claims()))
    used = {str(word) for word in triples.predicates()} | {str(word) for word in triples.objects(None, RDF.type)}
    for word in used - {str(RDF.type)}:
        assert word.removeprefix(str(SDO)) in SDO, word
    assert len(set(triples.subjects(RDF.type, SDO.Claim))) == len(claims())


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("more than 40 people", {"value": 40, "minValue": 40}),
        ("at most 40 people", {"value": 40, "minValue": 0, "maxValue": 40}),
        ("between 40 and 50 km", {"minValue": 40, "maxValue": 50, "unitCode": "UCUM:km", "unitText": "kilometre"}),
        ("exactly 2.5%", {"value": 2.5, "minValue": 2.5, "maxValue": 2.5}),
    ],
)
def test_quantities(phrase, expected):
    found = nf.to_schema_org(nf.parse(phrase))
    valid("quantity", found)
    assert {name: found.get(name) for name in expected} == expected
    assert ("minValue" in found) == ("minValue" in expected)
    assert ("maxValue" in found) == ("maxValue" in expected)


def test_ends_that_schema_org_cannot_say_are_named():
    found = nf.to_schema_org(nf.parse("more than 40 people"))["additionalProperty"]
    told = {entry["propertyID"]: entry["value"] for entry in found}
    assert told["lowerBound"] == "open"
    assert told["upperBound"] == "unbounded"
    assert told["hedge"] == "more_than"


@given(numbers)
def test_numbers_lose_nothing_in_json(value):
    assert Decimal(str(json.loads(json.dumps(number(value))))) == value


def test_prov_links_use_the_words_of_prov():
    found = nf.to_prov(nf.reconcile(claims()))
    triples = graph(found)
    for word in set(triples.predicates()) | set(triples.objects(None, RDF.type)):
        assert word == RDF.type or str(word).removeprefix(str(PROV)) in PROV, word
    (article,) = set(triples.objects(None, PROV.wasQuotedFrom))
    assert (article, PROV.wasAttributedTo, rdflib.URIRef("urn:newsfigures:agent:Courier")) in triples
    assert set(triples.subjects(PROV.wasDerivedFrom))
    for agent in triples.objects(None, PROV.wasAttributedTo):
        assert (agent, RDF.type, PROV.Agent) in triples


def test_whom_a_source_cites_is_credited_too():
    (claim,) = [claim for claim in claims() if claim.attribution is not None and claim.attribution.chain]
    node = nf.to_prov(claim)["@graph"][0]
    assert len(node["prov:wasAttributedTo"]) == 2


@pytest.mark.parametrize("base", ["https://desk.example/figures", "urn:desk:"])
def test_names_begin_where_the_caller_says(base):
    found = nf.to_schema_org(claims()[0], base=base)
    assert found["@id"].startswith(base)
    assert len(graph(found))


@pytest.mark.parametrize("value", ["text", None, 3])
def test_what_cannot_be_exported_is_refused(value):
    for export in (nf.to_schema_org, nf.to_prov, nf.to_wikidata):
        with pytest.raises(TypeError, match="written of"):
            export(value)


def table(found):
    return list(csv.DictReader(io.StringIO(nf.to_csv(found))))


def test_csv_has_a_row_for_each_claim_and_the_same_columns():
    rows = table(claims())
    assert len(rows) == len(claims())
    assert tuple(rows[0]) == COLUMNS
    assert rows[0]["lower"] == "11000"
    assert (rows[0]["lower_bound"], rows[0]["upper"], rows[0]["upper_bound"]) == ("open", "", "unbounded")
    for row, claim in zip(rows, claims(), strict=True):
        assert TEXT[int(row["start"]) : int(row["end"])] == claim.quote == row["quote"]


def test_csv_is_no_formula_and_breaks_no_row():
    source = nf.Source(outlet='=HYPERLINK("x"), "a"\nb', document="@d")
    (row,) = table(nf.extract("Over 20 people died.", source=source))
    assert row["outlet"] == '\'=HYPERLINK("x"), "a"\nb'
    assert row["document"] == "'@d"


def test_csv_keeps_negative_numbers():
    (row,) = table(nf.extract("The temperature fell to minus 12 degrees Celsius."))
    assert row["best"] == "-12"


def test_csv_of_nothing_is_a_header():
    assert nf.to_csv(()) == ",".join(COLUMNS) + "\n"
