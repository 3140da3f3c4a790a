"""Figures as Arrow batches: the same claims, column by column, whatever the batch holds."""

import datetime as dt
import json
import sys

import pytest

import newsfigures as nf

pa = pytest.importorskip("pyarrow")
from newsfigures.extra.arrow import SCHEMA, extract_batch  # noqa: E402  (not before pyarrow is known to be there)

TEXT = "At least 40 people died in Lund on Monday, police said. Sales rose 4% to between $5m and $6m last year."
LATER = "A child was hurt. Nearly 200 homes burned."


def batch(**columns):
    return pa.RecordBatch.from_pydict(columns)


def test_a_row_a_figure_in_text_order():
    rows = extract_batch(batch(text=[TEXT, "Nothing.", LATER]))
    claims = [*nf.extract(TEXT), *nf.extract(LATER)]
    assert rows["quote"].to_pylist() == [claim.quote for claim in claims]
    assert rows["claim_id"].to_pylist() == [claim.id for claim in claims]
    assert rows["figure_index"].to_pylist() == [*range(len(nf.extract(TEXT))), *range(len(nf.extract(LATER)))]


def test_columns_say_what_the_claim_says():
    columns = {"text": [TEXT], "day": ["2024-03-13"], "outlet": ["Harbour Courier"], "number": [7]}
    first, *_ = extract_batch(batch(**columns), id="number", published="day", source="outlet").to_pylist()
    (claim, *_) = nf.extract(TEXT, published="2024-03-13", source=nf.Source(outlet="Harbour Courier", document="7"))
    assert first == {
        "id": "7",
        "claim_id": claim.id,
        "start": 0,
        "end": 18,
        "quote": "At least 40 people",
        "lower": 40.0,
        "upper": float("inf"),
        "lower_closed": True,
        "upper_closed": False,
        "plausible_lower": float(claim.quantity.plausible.lower),
        "plausible_upper": float(claim.quantity.plausible.upper),
        "best": 40.0,
        "hedge": "at_least",
        "unit": "people",
        "unit_kind": "count",
        "unit_code": "{people}",
        "measure": "killed",
        "subject": "people",
        "place": "Lund",
        "event": None,
        "as_of_first": dt.date(2024, 3, 11),
        "as_of_last": dt.date(2024, 3, 11),
        "period_first": None,
        "period_last": None,
        "trend": "level",
        "attribution": "police",
        "status": "asserted",
        "preliminary": False,
        "implied": False,
        "published": dt.date(2024, 3, 13),
        "source": "Harbour Courier",
        "figure_index": 0,
        "record": None,
    }


def test_what_is_unknown_is_null():
    (row,) = extract_batch(batch(text=["Between 40 and 50."])).to_pylist()
    assert row["best"] is row["subject"] is row["as_of_first"] is row["published"] is None


def test_records_give_the_claims_back():
    rows = extract_batch(batch(text=[TEXT, LATER]), records=True)
    claims = [nf.from_record(json.loads(record)) for record in rows["record"].to_pylist()]
    assert claims == [*nf.extract(TEXT), *nf.extract(LATER)]


@pytest.mark.parametrize(
    "texts",
    [
        pa.array([LATER, None]),
        pa.array([LATER, None], pa.large_string()),
        pa.array([LATER, None], pa.string_view()),
        pa.array([LATER, None]).dictionary_encode(),
    ],
    ids=lambda texts: str(texts.type).partition("<")[0],
)
def test_every_kind_of_string_is_read(texts):
    assert extract_batch(batch(text=texts))["quote"].to_pylist() == [claim.quote for claim in nf.extract(LATER)]


@pytest.mark.parametrize(
    "texts", [pa.array([], pa.string()), pa.nulls(3), pa.array(["", "Nothing.", None])], ids=["empty", "null", "bare"]
)
def test_nothing_found_is_a_typed_empty_batch(texts):
    rows = extract_batch(batch(text=texts))
    assert (rows.num_rows, rows.schema) == (0, SCHEMA)
    assert rows.schema.metadata == {b"newsfigures.schema_version": b"1"}


def test_the_schema_is_pinned():
    kinds = {field.name: str(field.type) for field in SCHEMA}
    assert set(kinds.values()) == {"string", "int32", "double", "bool", "date32[day]"}
    assert len(kinds) == 33, "a change of the columns is a change of the version"


@pytest.mark.parametrize(
    "days",
    [
        pa.array(["2024-03-13", "2024-03-13T10:00:00"]),
        pa.array([dt.date(2024, 3, 13)] * 2),
        pa.array([dt.datetime(2024, 3, 13, 10)] * 2),
        pa.array([1710324000123456789] * 2, pa.timestamp("ns", "UTC")),
    ],
    ids=["string", "date", "datetime", "nanoseconds"],
)
def test_every_kind_of_date_is_read(days):
    rows = extract_batch(batch(text=["40 died on Monday."] * 2, day=days), published="day")
    assert rows["as_of_first"].to_pylist() == [dt.date(2024, 3, 11)] * 2


def test_no_row_raises():
    broken = pa.Array.from_buffers(
        pa.string(), 1, [None, pa.py_buffer(bytes([0, 0, 0, 0, 9, 0, 0, 0])), pa.py_buffer(b"40 men \xff\xfe")]
    )
    assert extract_batch(batch(text=broken))["quote"].to_pylist() == ["40 men"]
    far = pa.array([10**8], pa.date32())
    for day in (pa.array(["Monday"]), pa.array([""]), far):
        (row,) = extract_batch(batch(text=["40 men"], day=day), published="day").to_pylist()
        assert row["published"] is None


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"text": "body"}, "text: no such column; there are text, number, got 'body'"),
        ({"text": "number"}, "text: a column of int64, not of strings, got 'number'"),
        ({"published": "day"}, "published: no such column"),
        ({"date_order": "DDD"}, "date_order"),
    ],
)
def test_a_wrong_argument_raises_at_once(arguments, message):
    with pytest.raises(nf.ArgumentError, match=message):
        extract_batch(batch(text=pa.array([], pa.string()), number=pa.array([], pa.int64())), **arguments)


def test_without_pyarrow_the_error_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.delitem(sys.modules, "newsfigures.extra.arrow")
    with pytest.raises(nf.MissingExtraError, match=r'pip install "newsfigures\[arrow\]"'):
        import newsfigures.extra.arrow  # noqa: F401  (the import is what is tested)
