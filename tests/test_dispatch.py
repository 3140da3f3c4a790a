"""Sentences as wire services and dispatches write them: rows of results, prices, elisions, capitals, codes.

Each table tells what is read and, beside it, what only looks alike. All sentences are our own.
"""

import pytest

import newsfigures as nf


def said(text):
    """The stated figures of a text: the number, or the two ends, and the unit."""
    return {claim.quote: _amount(claim.quantity) for claim in nf.extract(text) if not claim.implied}


def _amount(quantity):
    if quantity.best is None:
        number = f"{quantity.entailed.lower:f} to {quantity.entailed.upper:f}"
    else:
        number = f"{quantity.best.normalize():f}"
    return f"{number} {quantity.unit}".strip()


UNITS = {
    # one table of scale words for digits and words
    "The board approved three mln shares.": {"three mln shares": "3000000 share"},
    "It paid five mln stg and a further one bln dlrs.": {
        "five mln stg": "5000000 pound sterling",
        "a further one bln dlrs": "1000000000 dollar",
    },
    "It has two and a half mln tonnes.": {"two and a half mln tonnes": "2500000 tonne"},
    "It lent half a bln marks.": {"half a bln marks": "500000000 mark"},
    "Mills bought 3mln bales.": {"3mln bales": "3000000 bale"},
    # a short spelling of a currency with its country
    "It raised 220 mln Canadian dlrs.": {"220 mln Canadian dlrs": "220000000 Canadian dollar"},
    "A 220 mln Canadian dlr loan was agreed.": {"220 mln Canadian dlr": "220000000 Canadian dollar"},
    "It paid 35.5 Australian cts a share.": {"35.5 Australian cts a share": "35.5 Australian cent per share"},
    "It owes 40 mln Singapore dlrs.": {"40 mln Singapore dlrs": "40000000 Singapore dollar"},
    # bid and offer
    "The dollar closed at 1.6185/95 marks.": {"1.6185/95 marks": "1.6185 to 1.6195 mark"},
    "It stood at 145.25/35 yen.": {"145.25/35 yen": "145.25 to 145.35 Japanese yen"},
    "It opened at 1.6195/05 dlrs.": {"1.6195/05 dlrs": "1.6195 to 1.6205 dollar"},
    "Bills were dealt at 5.55/54 pct today.": {"5.55/54 pct": "5.54 to 5.55 percent"},
    "Crushers took 20,000/35,000 tonnes.": {"20,000/35,000 tonnes": "20000 to 35000 tonne"},
    "The judges gave 4.50/10 in 2004/05.": {},
    "He ran 10.50/12 on 9/11, day and night, 24/7.": {},
    # units and scales said once for two that are compared
    "It earned 57.78 mln stg vs 50.61 mln.": {
        "57.78 mln stg": "57780000 pound sterling",
        "50.61 mln": "50610000 pound sterling",
    },
    "Turnover was 49.3 mln marks vs. 46.6.": {"49.3 mln marks": "49300000 mark", "46.6": "46600000 mark"},
    "Sales of 49.3 mln against 46.6 were good.": {"49.3 mln": "49300000", "46.6": "46600000"},
    "Rates fell to 16.00 pct from 16.5, effective today.": {"16.00 pct": "16 percent", "16.5": "16.5 percent"},
    "Inflation was 5.2 pct against 4.1 in May.": {"5.2 pct": "5.2 percent", "4.1": "4.1 percent"},
    "It was put at 750 mln stg, earlier revised up from 700 mln.": {
        "750 mln stg": "750000000 pound sterling",
        "700 mln": "700000000 pound sterling",
    },
    "An 18 billion dlr deficit followed a surplus of almost 90 billion.": {
        "18 billion dlr": "18000000000 dollar",
        "almost 90 billion": "90000000000 dollar",
    },
    "Prices rose 5 pct from 16.5.": {"5 pct": "5 percent", "16.5": "16.5"},
    "It has 3 million users vs 2,500.": {"3 million users": "3000000 user", "2,500": "2500 user"},
    "It sold 3 million to 5.": {"3 million": "3000000", "5": "5"},
    "It raised $20 million; some 3 million voted.": {"$20 million": "20000000 dollar", "some 3 million": "3000000"},
    # names are not written with separators or so finely
    "The index for Rye Production 835.21 was out.": {"835.21": "835.21"},
    "Gulf Sch 137.5 was quoted.": {"137.5": "137.5"},
    "Users of Quill 3.1 met.": {},
}


@pytest.mark.parametrize(("text", "expected"), UNITS.items(), ids=str)
def test_units(text, expected):
    assert said(text) == expected
