import datetime as dt
import json
from decimal import Decimal
from importlib import resources

import jsonschema
import pytest
from hypothesis import given, settings
from strategies import anything, intervals

from newsfigures import records
from newsfigures.asof import AsOf, Precision
from newsfigures.claim import Claim, Claims, Source
from newsfigures.errors import RecordError
from newsfigures.hedge import Hedge
from newsfigures.interval import Interval
from newsfigures.quantity import Quantity
from newsfigures.records import RECORDS, from_record, json_schema, to_record

OVER_100 = Quantity(
    stated=(), hedge=Hedge.MORE_THAN, entailed=Interval.parse("(100, +inf)"), plausible=Interval.parse("(100, 200)")
)
CLAIM = Claim(
    id="a",
    quantity=OVER_100,
    as_of=AsOf(dt.date(2024, 12, 1), dt.datetime(2024, 12, 2, 9, 30, tzinfo=dt.UTC), Precision.RANGE),
    source=Source(outlet="Example Times", stake=("North",)),
)


@pytest.fixture(scope="module")
def schema():
    text = resources.files("newsfigures").joinpath("claim.schema.json").read_text(encoding="utf-8")
    return json.loads(text)


@pytest.fixture(scope="module")
def validator(schema):
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def through_json(value):
    return from_record(json.loads(json.dumps(to_record(value))))


@pytest.mark.parametrize("cls", [cls for cls in RECORDS.values() if cls is not Claims], ids=lambda cls: cls.__name__)
def test_every_type_comes_back_from_json_as_it_went(cls, validator):
    @settings(max_examples=25, deadline=None)
    @given(anything(cls))
    def law(value):
        found = through_json(value)
        assert found == value
        assert type(found) is cls
        validator.validate(to_record(value))

    law()


@given(intervals())
def test_the_ends_come_back_with_every_digit_they_were_written_with(interval):
    assert repr(through_json(interval).lower) == repr(interval.lower)
    assert repr(through_json(interval).upper) == repr(interval.upper)


def test_claims_come_back_as_claims(validator):
    record = to_record(Claims([CLAIM, CLAIM]))
    validator.validate(record)
    assert from_record(record) == Claims([CLAIM, CLAIM])
    assert type(from_record(record)) is Claims
    assert from_record(to_record(Claims())) == Claims()


def test_an_unbounded_end_is_null_and_says_so():
    assert to_record(OVER_100)["entailed"] == {
        "lower": "100",
        "upper": None,
        "lower_bound": "open",
        "upper_bound": "unbounded",
    }


def test_a_datetime_stays_a_datetime_with_its_zone():
    found = through_json(CLAIM).as_of
    assert type(found.first) is dt.date
    assert found.last == dt.datetime(2024, 12, 2, 9, 30, tzinfo=dt.UTC)


def test_a_record_of_a_defaulted_field_may_leave_it_out():
    record = to_record(CLAIM)
    del record["preliminary"]
    assert from_record(record) == CLAIM


BROKEN = [
    ("schema_version", 2, "schema_version"),
    ("schema_version", True, "schema_version"),
    ("type", "Figure", "type"),
    ("type", None, "type"),
    ("id", 7, "id"),
    ("colour", "red", "colour"),
    ("status", "certain", "status"),
    ("implied", 1, "implied"),
    ("part_of", "b", "part_of"),
    ("part_of", ["b", 3], "part_of[1]"),
    ("published", "yesterday", "published"),
    ("published", "2024-02-30", "published"),
    ("span", [1], "span"),
    ("span", [1, "2"], "span[1]"),
    ("quantity", None, "quantity"),
    ("quantity", [], "quantity"),
]


@pytest.mark.parametrize(("field", "value", "named"), BROKEN)
def test_a_broken_field_is_named(field, value, named):
    with pytest.raises(RecordError) as caught:
        from_record({**to_record(CLAIM), field: value})
    assert caught.value.field == named


@pytest.mark.parametrize(("field", "value", "named"), BROKEN)
def test_the_schema_refuses_what_the_reader_refuses(field, value, named, validator):
    if value == "2024-02-30":
        pytest.skip("a pattern cannot know the length of February")
    if named == "schema_version" and value is True:
        pytest.skip("JSON Schema does not say that true is no number 1 in every implementation")
    with pytest.raises(jsonschema.ValidationError):
        validator.validate({**to_record(CLAIM), field: value})


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"lower": "200"}, "quantity.plausible"),
        ({"lower": "1e"}, "quantity.plausible.lower"),
        ({"lower": 100}, "quantity.plausible.lower"),
        ({"lower": "NaN"}, "quantity.plausible.lower"),
        ({"lower": "٣"}, "quantity.plausible.lower"),
        ({"lower": None}, "quantity.plausible.lower_bound"),
        ({"upper_bound": "unbounded"}, "quantity.plausible.upper_bound"),
        ({"upper_bound": "shut"}, "quantity.plausible.upper_bound"),
        ({"middle": "150"}, "quantity.plausible.middle"),
    ],
)
def test_a_broken_interval_is_named(change, named):
    record = to_record(CLAIM)
    record["quantity"]["plausible"].update(change)
    with pytest.raises(RecordError) as caught:
        from_record(record)
    assert caught.value.field == named


def test_a_missing_field_is_named():
    record = to_record(CLAIM)
    del record["quantity"]["entailed"]["upper"]
    with pytest.raises(RecordError, match=r"quantity\.entailed\.upper"):
        from_record(record)
    del record["quantity"]["entailed"]
    with pytest.raises(RecordError, match=r"quantity\.entailed'"):
        from_record(record)


@pytest.mark.parametrize("value", [None, 3, "text", [CLAIM], (CLAIM,), Decimal(1), object()])
def test_what_has_no_record_is_a_type_error(value):
    with pytest.raises(TypeError, match="no record for"):
        to_record(value)


@pytest.mark.parametrize("value", [None, 3, "text", [to_record(CLAIM)]])
def test_what_is_no_record_is_a_type_error(value):
    with pytest.raises(TypeError, match="a record is a dict"):
        from_record(value)


def test_a_number_that_is_not_finite_has_no_record():
    with pytest.raises(ValueError, match="finite"):
        records.to_record(
            Quantity(stated=(), hedge=Hedge.NONE, entailed=Interval(), plausible=Interval(), best=Decimal("NaN"))
        )


def test_the_schema_in_the_wheel_is_that_of_the_types(schema):
    assert schema == json_schema(), (
        "a type changed: write the schema anew with python -c "
        "'import json; from newsfigures.records import json_schema; print(json.dumps(json_schema(), indent=1))' "
        "> src/newsfigures/claim.schema.json"
    )
