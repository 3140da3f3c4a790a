"""Wikidata statements, held against the JSON of its data model."""

import attrs
import jsonschema
import pytest

import newsfigures as nf

ENTITY = "^http://www.wikidata.org/entity/Q[1-9][0-9]*$"
AMOUNT = {"type": "string", "pattern": r"^[+-](0|[1-9][0-9]*)(\.[0-9]+)?$"}
#: The JSON of the Wikibase data model, as far as it is written.
SHAPE = {
    "$defs": {
        "quantity": {
            "required": ["amount", "unit"],
            "properties": {
                "amount": AMOUNT,
                "upperBound": AMOUNT,
                "lowerBound": AMOUNT,
                "unit": {"anyOf": [{"const": "1"}, {"type": "string", "pattern": ENTITY}]},
            },
            "dependentRequired": {"upperBound": ["lowerBound"], "lowerBound": ["upperBound"]},
            "additionalProperties": False,
        },
        "time": {
            "required": ["time", "timezone", "before", "after", "precision", "calendarmodel"],
            "properties": {
                "time": {"type": "string", "pattern": r"^[+-]\d{4,}-\d\d-\d\dT00:00:00Z$"},
                **{key: {"const": 0} for key in ("timezone", "before", "after")},
                "precision": {"enum": [9, 10, 11]},
                "calendarmodel": {"type": "string", "pattern": ENTITY},
            },
            "additionalProperties": False,
        },
        "item": {"required": ["entity-type", "numeric-id", "id"], "properties": {"entity-type": {"const": "item"}}},
        "text": {
            "required": ["text", "language"],
            "additionalProperties": False,
            "properties": {"text": {}, "language": {}},
        },
        "snak": {
            "required": ["snaktype", "property", "datavalue", "datatype"],
            "additionalProperties": False,
            "properties": {
                "snaktype": {"const": "value"},
                "property": {"type": "string", "pattern": "^P[1-9][0-9]*$"},
                "datatype": {"enum": ["quantity", "time", "wikibase-item", "url", "monolingualtext"]},
                "datavalue": {
                    "oneOf": [
                        {"properties": {"type": {"const": kind}, "value": shape}}
                        for kind, shape in (
                            ("quantity", {"$ref": "#/$defs/quantity"}),
                            ("time", {"$ref": "#/$defs/time"}),
                            ("wikibase-entityid", {"$ref": "#/$defs/item"}),
                            ("string", {"type": "string"}),
                            ("monolingualtext", {"$ref": "#/$defs/text"}),
                        )
                    ]
                },
            },
        },
        "snaks": {"type": "object", "additionalProperties": {"type": "array", "items": {"$ref": "#/$defs/snak"}}},
    },
    "required": ["type", "rank", "mainsnak"],
    "additionalProperties": False,
    "properties": {
        "type": {"const": "statement"},
        "rank": {"enum": ["preferred", "normal", "deprecated"]},
        "mainsnak": {"$ref": "#/$defs/snak"},
        "qualifiers": {"$ref": "#/$defs/snaks"},
        "qualifiers-order": {"type": "array"},
        "references": {
            "items": {"required": ["snaks"], "properties": {"snaks": {"$ref": "#/$defs/snaks"}, "snaks-order": {}}}
        },
    },
}


def claim(text, **options):
    (found,) = nf.extract(text, **{"published": "2024-12-28", **options})
    return found


def written(found, **options):
    statement = nf.to_wikidata(found, **options)
    jsonschema.Draft202012Validator(SHAPE).validate(statement)
    return statement


def amount(statement):
    return statement["mainsnak"]["datavalue"]["value"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Exactly 12 people were killed.", {"amount": "+12", "unit": "1"}),
        ("12 people were killed.", {"amount": "+12", "unit": "1"}),
        ("1,000 people were killed.", {"amount": "+1000", "unit": "1", "lowerBound": "+950", "upperBound": "+1049"}),
        ("About 100 people were killed.", {"amount": "+100", "unit": "1", "lowerBound": "+50", "upperBound": "+200"}),
        ("No people were killed.", {"amount": "+0", "unit": "1"}),
    ],
)
def test_figures_with_both_ends_are_written(text, expected):
    assert amount(written(claim(text))) == expected


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("At least 40 people were killed.", "has no upper end"),
        ("More than 40 people were killed.", "has no upper end"),
        ("Dozens of people were killed.", "no upper end|no single number"),
        ("Between 40 and 50 people were killed.", "no single number"),
        ("The ministry denied that 40 people were killed.", "nobody asserts it"),
        ("As many as 40 people could be killed.", "nobody asserts it"),
        ("The firm hired 40 clowns.", "no property is known"),
    ],
)
def test_what_cannot_be_said_is_refused_with_the_reason(text, reason):
    with pytest.raises(nf.ExportError, match=reason) as caught:
        nf.to_wikidata(claim(text))
    assert caught.value.form == "Wikidata"


def test_a_unit_needs_its_item():
    found = claim("The wall is exactly 40 km long.")
    with pytest.raises(nf.ExportError, match="unit 'kilometre'"):
        nf.to_wikidata(found, statement="P2043")
    statement = written(found, statement="P2043", units={"kilometre": "Q828224"})
    assert amount(statement)["unit"] == "http://www.wikidata.org/entity/Q828224"
    assert statement["mainsnak"]["property"] == "P2043"


def days(first, last):
    (as_of,) = nf.dates("today", published="2024-12-28")
    return attrs.evolve(claim("12 people were killed."), as_of=attrs.evolve(as_of, first=first, last=last))


@pytest.mark.parametrize(
    ("phrase", "property_", "time", "precision"),
    [
        ("on 3 May 2023", "P585", "+2023-05-03T00:00:00Z", 11),
        ("in May 2023", "P585", "+2023-05-00T00:00:00Z", 10),
        ("in 2023", "P585", "+2023-00-00T00:00:00Z", 9),
    ],
)
def test_times_keep_their_precision(phrase, property_, time, precision):
    (as_of,) = nf.dates(phrase, published="2024-12-28")
    found = attrs.evolve(claim("12 people were killed."), as_of=attrs.evolve(as_of, edge=""))
    (snak,) = written(found)["qualifiers"][property_]
    assert snak["datavalue"]["value"]["time"] == time
    assert snak["datavalue"]["value"]["precision"] == precision


def test_a_stretch_is_written_by_its_ends():
    (as_of,) = nf.dates("in the first quarter of 2023", published="2024-12-28")
    found = attrs.evolve(claim("12 people were killed."), as_of=attrs.evolve(as_of, edge=""))
    assert {"P1319", "P1326"} <= set(written(found)["qualifiers"])


def test_an_approximation_says_circa():
    assert "P1480" in written(claim("About 100 people were killed."))["qualifiers"]


def test_a_reference_needs_a_url():
    text = "12 people were killed."
    assert "references" not in written(claim(text))
    (reference,) = written(claim(text, source=nf.Source(url="https://courier.example/1")))["references"]
    assert set(reference["snaks"]) == {"P854", "P577", "P1683"}
