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
    "It raised 170 mln Canadian dlrs.": {"170 mln Canadian dlrs": "170000000 Canadian dollar"},
    "A 170 mln Canadian dlr loan was agreed.": {"170 mln Canadian dlr": "170000000 Canadian dollar"},
    "It paid 35.5 Australian cts a share.": {"35.5 Australian cts a share": "35.5 Australian cent per share"},
    "It owes 40 mln Singapore dlrs.": {"40 mln Singapore dlrs": "40000000 Singapore dollar"},
    # bid and offer
    "The dollar closed at 1.7340/50 marks.": {"1.7340/50 marks": "1.7340 to 1.7350 mark"},
    "It stood at 132.40/50 yen.": {"132.40/50 yen": "132.40 to 132.50 Japanese yen"},
    "It opened at 1.7395/05 dlrs.": {"1.7395/05 dlrs": "1.7395 to 1.7405 dollar"},
    "Bills were dealt at 6.25/24 pct today.": {"6.25/24 pct": "6.24 to 6.25 percent"},
    "Crushers took 18,000/22,000 tonnes.": {"18,000/22,000 tonnes": "18000 to 22000 tonne"},
    "The judges gave 4.50/10 in 2004/05.": {},
    "He ran 10.50/12 on 9/11, day and night, 24/7.": {},
    # units and scales said once for two that are compared
    "It earned 62.45 mln stg vs 48.15 mln.": {
        "62.45 mln stg": "62450000 pound sterling",
        "48.15 mln": "48150000 pound sterling",
    },
    "Turnover was 37.2 mln marks vs. 35.8.": {"37.2 mln marks": "37200000 mark", "35.8": "35800000 mark"},
    "Sales of 37.2 mln against 35.8 were good.": {"37.2 mln": "37200000", "35.8": "35800000"},
    "Rates fell to 12.00 pct from 12.5 on Friday.": {"12.00 pct": "12 percent", "12.5": "12.5 percent"},
    "Inflation was 5.2 pct against 4.1 in May.": {"5.2 pct": "5.2 percent", "4.1": "4.1 percent"},
    "It was put at 640 mln stg, which was revised up from 580 mln.": {
        "640 mln stg": "640000000 pound sterling",
        "580 mln": "580000000 pound sterling",
    },
    "A 12 billion dlr loss followed a profit of almost 70 billion.": {
        "12 billion dlr": "12000000000 dollar",
        "almost 70 billion": "70000000000 dollar",
    },
    "Prices rose 5 pct from 12.5.": {"5 pct": "5 percent", "12.5": "12.5"},
    "It has 3 million users vs 2,500.": {"3 million users": "3000000 user", "2,500": "2500 user"},
    "It sold 3 million to 5.": {"3 million": "3000000", "5": "5"},
    "It raised $20 million; some 3 million voted.": {
        "$20 million": "20000000 dollar",
        "some 3 million": "3000000 people",
    },
    # said twice more in brackets
    "It needs nearly 20m euros ($26m; £14m) for a roof.": {"nearly 20m euros ($26m; £14m)": "20000000 euro"},
    "The path is 100 miles (161 km; 87 nautical miles) long.": {"100 miles (161 km; 87 nautical miles)": "100 mile"},
    # from a word to digits, and an age in years
    "Prices fell two to 2.75 dlrs a barrel.": {"two to 2.75 dlrs a barrel": "2 to 2.75 dollar per barrel"},
    "Pupils aged 5 to 12 years came.": {"aged 5 to 12 years": "5 to 12 year of age"},
    "Ann Smith (19) was hurt.": {"19": "19 year of age"},
    "Grey Town (19) won.": {"19": "19"},
    # numbers that nobody gives
    "They want at least double-digit sales growth.": {"at least double-digit": "10 to Infinity percent"},
    "It has a double-digit lead.": {"double-digit": "10 to 100"},
    "It made double-digit job cuts.": {"double-digit job cuts": "10 to 100 job cut"},
    # capitals
    "THE 74 MEN HELD 40 M-14 RIFLES.": {"74 MEN": "74 man", "40 M-14 RIFLES": "40 m-14 rifle"},
    "They found 12 AK-47 rifles and the M-14 rifles.": {"12 AK-47 rifles": "12 AK-47 rifle"},
    "Shares fell $5m-10m.": {"$5m-10m": "5000000 to 10000000 dollar"},
    "THE DYKE IS 4 KM LONG.": {"4 KM": "4 kilometre"},
    "The fine was 3 KM.": {"3 KM": "3 Bosnian convertible mark"},
    "A load of 40 KG fell.": {"40 KG": "40 kilogram"},
    # what is left of a page
    "They paid &#163;2.4m and &euro;5m for it.": {"&#163;2.4m": "2400000 pound sterling", "&euro;5m": "5000000 euro"},
    "The <ACME.X> 62.5 pct-owned mill was sold.": {"62.5 pct": "62.5 percent"},
    "<p>Some <b>12</b> people came &amp; left.</p>": {"Some <b>12</b> people": "12 people"},
    "It rose by >5 pct or <7 pct then.": {">5 pct": "5 percent", "<7 pct": "7 percent"},
    # names, ranks, places in a row, numbers to dial
    "She won it in the Six Nations on a wet day.": {},
    "Two People Killed As Bomb Hits Bus": {"Two People": "2 people"},
    "Bomb Kills Two Soldiers In Town": {"Two Soldiers": "2 Soldier"},
    "He sang with 50 Cent for 50 cents.": {"50 cents": "50 cent"},
    "1 Ann Lee (Spain) 2 Jo Ray (US) 5 Al Dow (Peru)": {},
    "2 Soldiers Killed, 5 People Hurt, 20 Homes Burn": {
        "2 Soldiers": "2 Soldier",
        "5 People": "5 people",
        "20 Homes": "20 Home",
    },
    "Lot 14 and 15 were sold, and in Lot 4 and 12 people fell ill.": {"12 people": "12 people"},
    "Image 9 of 20 shows it.": {},
    "He called 911, and a 999 operator called 40 guards.": {"40 guards": "40 guard"},
    "It sold its much-loved 787 Ikarus plane.": {},
    "It paid the 600 Swiss guards.": {"600 Swiss guards": "600 Swiss guard"},
    "LIMA, 14 JUN 89 (GRAY HARBOUR RADIO 2) -- [TEXT] SIX MEN DIED.": {"SIX MEN": "6 man"},
    "SIX MEN DIED (AND SHE LOST 2).": {"SIX MEN": "6 man", "2": "2"},
    # a firm and a bus are no adjective and no bushels
    "One firm closed, and 60 bus drivers left.": {"One firm": "1 firm", "60 bus drivers": "60 bus driver"},
    "It sold 60 bu of corn.": {"60 bu": "60 bushel"},
    # names are not written with separators or so finely
    "The index for Rye Production 641.37 was out.": {"641.37": "641.37"},
    "Gulf Sch 212.5 was quoted.": {"212.5": "212.5"},
    "Users of Quill 3.1 met.": {},
}


@pytest.mark.parametrize(("text", "expected"), UNITS.items(), ids=str)
def test_units(text, expected):
    assert said(text) == expected


def told(text):
    """Every stated figure as "measure of subject (trend)"; what is not known is left out."""
    return {claim.quote: _told(claim) for claim in nf.extract(text) if not claim.implied}


def _told(claim):
    subject = f" of {claim.subject.text}" if claim.subject else ""
    trend = f" ({claim.trend.value})" if claim.trend is not nf.Trend.LEVEL else ""
    return f"{claim.measure.id}{subject}{trend}"


MEASURES = {
    # rows of results: the label is the measure, and behind "vs" stands the level before
    "Shr 31 cts vs 27 cts": {"31 cts": "earnings_per_share", "27 cts": "earnings_per_share (previous)"},
    "Net 604,000 vs 1,217,000": {"604,000": "profit", "1,217,000": "profit (previous)"},
    "Oper net profit 61,305 vs loss 208,114": {"61,305": "profit", "208,114": "loss (previous)"},
    "Revs 22.6 mln vs 19.4 mln": {"22.6 mln": "revenue", "19.4 mln": "revenue (previous)"},
    "Avg shrs 3.3 mln vs 3.2 mln": {"3.3 mln": "shares", "3.2 mln": "shares (previous)"},
    "Deposits 318.5 mln vs 301.2 mln": {"318.5 mln": "deposit", "301.2 mln": "deposit (previous)"},
    "Turnover was 22.6 mln stg vs 19.4 mln.": {"22.6 mln stg": "revenue", "19.4 mln": "revenue (previous)"},
    "Sales of 2.6 mln versus 1.4 mln pleased them.": {"2.6 mln": "sales", "1.4 mln": "sales (previous)"},
    "A net 600 mln dlrs flowed out.": {"600 mln dlrs": ""},
    # who lost or raised money is not what was lost or raised; who speaks is not whom it is about
    "The firm lost $7m.": {"$7m": " of firm"},
    "They raised $6 for charity.": {"$6": "charity"},
    "A report says 60 letters came late.": {"60 letters": "letter"},
    "Guards said 60 letters.": {"60 letters": "letter"},
    "The firm announced 600 orders.": {"600 orders": "order of firm"},
    "Wolves lived there for 60 years.": {"60 years": " of Wolves"},
    "The siege lasted 60 days.": {"60 days": "siege of siege"},
    # in capitals no word is a name for its capital
    "THE REBELS WILL FREE 14 MEN.": {"14 MEN": "freed of MEN"},
    "IN GRAY HARBOUR, 60 KM WEST OF LOSK, SIX MEN DIED.": {"60 KM": "", "SIX MEN": "killed of MEN"},
    # no unit and no number is a subject, and a name behind an amount names no measure
    "It lost 60 dlrs compared with 70 dlrs.": {"60 dlrs": "", "70 dlrs": " (previous)"},
    "Revs 62.5 mln vs 61.5 mln Reader": {"62.5 mln": "revenue", "61.5 mln": "revenue (previous)"},
    "Last year Ikonta earned 60 mln dlrs.": {"60 mln dlrs": " of Ikonta"},
    "The pound hit a session high of 1.75 dlrs.": {"1.75 dlrs": " of pound"},
    "It had earnings of 71,000 dlrs.": {"71,000 dlrs": "profit"},
    # only nouns name what is measured, and only nouns are whom it is about
    "Similarly, 38% were content.": {"38%": ""},
    "On March 21 60 people came.": {"60 people": "people"},
    "The pier is 60 metres long.": {"60 metres": "length of pier"},
    "It took a 61 per cent stake in a mill.": {"61 per cent": "stake"},
    "The firm owns a 61 percent stake.": {"61 percent": "stake of firm"},
}


@pytest.mark.parametrize(("text", "expected"), MEASURES.items(), ids=str)
def test_measures(text, expected):
    assert told(text) == expected


SOURCES = {
    "They cut the lead to six points, Kovac responded.": None,
    "Police responded to a call and found six men dead.": None,
    "He responded that six men were lost.": "He",
    "Sixty-one per cent thought he did well and 14% disagreed.": None,
    "Terms said to be 60 mln dlrs were not disclosed.": None,
    "GRAY HARBOUR -- HAS REPORTED 60 DEAD.": None,
    "GRAY HARBOUR, March 3 - The firm said it sold 60 ships.": "The firm",
    "The figures showed 60 deaths.": "The figures",
}


@pytest.mark.parametrize(("text", "expected"), SOURCES.items(), ids=str)
def test_only_who_can_speak_is_a_source(text, expected):
    found = nf.extract(text)[-1].attribution
    assert (found.source if found else None) == expected
