"""Tables of the wires: which unit a row of results lends to the others, and what is a code, a head or a label."""

import pytest

from newsfigures import extract, quantities


def shown(text, **options):
    return [(q.text, str(q.unit)) for q in quantities(text, **options)]


def units(*rows):
    return [unit for _, unit in shown("\n    ".join(rows))]


RESULTS = """Shr 41 cts vs 1.17 dlrs
    Net 907,000 vs 2,658,000
    Revs 13.1 mln vs 8.4 mln
    Avg shrs 2,212,190 vs 2,271,790
    Year
    Shr profit 1.24 dlrs vs loss nine cts
    Net profit 2,743,000 vs loss 199,000
    Div six cts vs nil
    NOTE: Net includes a gain of 140,000, or six cts a share, and tax credits 1,210,000.
"""


def test_a_table_of_results():
    assert shown(RESULTS) == [
        ("41 cts", "cent per share"),
        ("1.17 dlrs", "dollar per share"),
        ("907,000", "dollar"),
        ("2,658,000", "dollar"),
        ("13.1 mln", "dollar"),
        ("8.4 mln", "dollar"),
        ("2,212,190", "share"),
        ("2,271,790", "share"),
        ("1.24 dlrs", "dollar per share"),
        ("nine cts", "cent per share"),
        ("2,743,000", "dollar"),
        ("199,000", "dollar"),
        ("six cts", "cent per share"),
        ("nil", "cent per share"),
        ("140,000", "dollar"),
        ("six cts a share", "cent per share"),
        ("1,210,000", "dollar"),
    ]


def test_what_is_lent_says_by_whom():
    claims = extract(RESULTS)
    lent = next(claim for claim in claims if claim.quote == "907,000")
    (proof,) = [e for e in lent.evidence if e.field == "unit"]
    assert (proof.rule, proof.text) == ("row", "dlrs")
    assert proof.span is not None
    assert RESULTS[proof.span.start - 5 : proof.span.end] == "1.17 dlrs"
    counted = next(claim for claim in claims if claim.quote == "2,212,190")
    assert [(e.rule, e.text) for e in counted.evidence if e.field == "unit"] == [("row", "shrs")]
    each = claims[0]
    assert [(e.rule, e.text) for e in each.evidence if e.field == "unit"] == [("currency", "cts"), ("row", "Shr")]


def test_the_same_whatever_is_read_before():
    assert [c.quantity for c in extract(RESULTS)] == list(quantities(RESULTS))


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # The currency may be stated by a later row, or in a note.
        (["Net loss 82,600 vs profit 14,100", "Qtly div three cts"], ["dollar", "dollar", "cent per share"]),
        (["Oper loss 5,700,000", "Note: excludes loss of 3.2 mln crowns"], ["crown", "crown"]),
        # Pence are of the pound, and cents of what the table says.
        (["Shr 24.1p vs 22.9p", "Turnover 3.24 billion vs 2.75 billion"],
         [*["penny per share"] * 2, *["pound sterling"] * 2]),
        (["Shr 90.2 cts vs 71.4", "Pre-tax 12.4 mln rand vs 8.1 mln", "Tax 4,200,000 vs nil"],
         [*["cent per share"] * 2, *["South African rand"] * 4]),
        # What an interim dividend makes the whole one.
        (["Div 3.1p making 6.4p vs 5.9p"], ["penny per share"] * 3),
        (["Shr 90 cts vs 71 cts", "Backlog 12.4 mln vs 8.1 mln"], [*["cent per share"] * 2, *["dollar"] * 2]),
        # A head of money, and what it includes.
        (["Pretax profit 48 mln stg vs 41 mln", "Trading profit includes -", "Northern Asia 12.1 mln vs 9.4 mln"],
         ["pound sterling"] * 4),
        # Earnings by the share under their own name.
        (["Earnings per share 14.20 guilders vs 13.90"], ["guilder per share"] * 2),
    ],
)  # fmt: skip
def test_who_lends(rows, expected):
    assert units(*rows) == expected


@pytest.mark.parametrize(
    ("rows", "bare"),
    [
        # No currency at all.
        (["Net 4,563,000 vs 3,821,000", "Sales 218.6 mln vs 205.4 mln"], 4),
        # Two of them.
        (["Div 40 yen vs 40 yen", "Net 9.1 mln marks vs 8.8 mln", "Sales 118.6 mln vs 105.4 mln"], 2),
        # What may be in thousands, or a ratio.
        (["Shr 31 cts vs 27 cts", "Net profit 9.7 vs loss 6.8"], 2),
        (["Shr 31 cts vs 27 cts", "Return on assets 1.12 vs 1.01"], 2),
        # What is no money by its label, or by no word of it.
        (["Shr 31 cts vs 27 cts", "Sales volume 2.6 mln vs 2.4 mln"], 2),
        (["Shr 31 cts vs 27 cts", "Silver 3.1 mln vs 2.8 mln"], 2),
    ],
)
def test_what_is_not_lent(rows, bare):
    assert units(*rows).count("") == bare


def test_prose_is_no_row():
    text = "It made 31 cts a share. Sales of the new model rose to 41,300 from 38,200 a year before."
    assert [unit for _, unit in shown(text)] == ["cent per share", "", ""]


def test_the_home_currency_settles_what_is_lent():
    assert {unit for _, unit in shown("Net 1,200,000 vs 1,100,000\nShr 9 cts vs 8 cts", home_currency="CAD")} == {
        "Canadian dollar",
        "cent per share",
    }


# -- codes, heads and labels of tables -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Letters that mark a price (bid, low) are no scale and no unit; in prose they are.
        ("OPEN   MAY7   641A     644    JUL7   652B     655    OCT7   661L     663", {"644", "655", "663"}),
        ("Output is $4.5B, in engines of 1.5L and bottles of 2L each.", {"$4.5B", "1.5L", "2L"}),
        # A single letter behind a hyphen counts nothing.
        ("Margarine   314.6    316.2-r   318.1", {"314.6", "316.2", "318.1"}),
        # Two digits behind a month are its year where a column ends.
        ("                 Mar 86    Feb 86    Mar 85", set()),
        ("Stocks   41,522    41,030    49,206\n", {"41,522", "41,030", "49,206"}),
        # A price with parts of its last place is one number.
        ("March settled at 4.17-1/2 dlrs.", {"4.17-1/2 dlrs"}),
        ("Prices were 4.17-4.19 dlrs, or 17-1/4 pct more.", {"4.17-4.19 dlrs", "17-1/4 pct"}),
        # What heads the next block is not counted, nor the day of the next row.
        ("JUL   --          742 BARLEY      OPEN       P SETT", {"742"}),
        ("wed   81   14 tues   78   19", {"81", "14", "78", "19"}),
        # A code in a column of its own names a row, and states no currency.
        ("YEN          211.4    ( 212.5 )  DFL         131.2    ( 131.6 )", {"211.4", "212.5", "131.2", "131.6"}),
    ],
)
def test_what_stands_in_columns(text, expected):
    assert {figure for figure, _ in shown(text)} == expected


def test_a_price_in_parts_of_its_last_place():
    (price,) = quantities("March settled at 4.17-3/4 dlrs.")
    assert (str(price.best), str(price.entailed)) == ("4.1775", "[4.17625, 4.17875)")


def test_columns_have_no_unit_but_their_own():
    text = "YEN             211.4    ( 212.5 )  DFL             131.2    ( 131.6 )"
    assert {unit for _, unit in shown(text)} == {""}
    assert {unit for _, unit in shown("YEN 211.4 and EUR 131.2")} == {"Japanese yen", "euro"}


def test_a_row_in_lower_case_goes_on_with_the_one_above():
    assert units("Shr 18 cts vs 16 cts", "Net 231,000 vs 204,000", "revs 12.5 mln vs 8.9 mln")[-2:] == [
        "dollar",
        "dollar",
    ]
