"""Numerals that make one quantity, and units said once for several."""

from decimal import Decimal

import pytest

import newsfigures as nf
from newsfigures import lexicon, quantity
from newsfigures.text import Sentence

EN = lexicon.load("en")


def read(text):
    return [mark.quantity for mark in quantity.find(Sentence(text), EN)]


def shown(text):
    return [(str(q.best), q.unit.name) for q in read(text)]


# -- sums --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("5 feet 10 inches", "70", "inch"),
        ("5ft 10in", "70", "inch"),
        ("two hours and 20 minutes", "140", "minute"),
        ("two hours, 20 minutes", "140", "minute"),
        ("6 lb 3 oz", "99", "ounce"),
        ("12 stone 4 pounds", "172", "pound-mass"),
        ("1 hour, 2 minutes and 3 seconds", "3723", "second"),
        ("2 years and 3 months", "27", "month"),
        ("10 kms, 8 metres and 6 cm", "1000806", "centimetre"),
        ("20 dollars 43 cents", "20.43", "dollar"),
        ("$20 and 43 cents", "20.43", "dollar"),
        ("15 dollars 50", "15.50", "dollar"),
        ("one hour thirty", "90", "minute"),
        ("US$2 and 5 cents", "2.05", "US dollar"),
    ],
)
def test_one_number_said_in_two_units(text, value, unit):
    found = read(text)
    assert [(q.best, q.unit.name) for q in found] == [(Decimal(value), unit)]
    assert found[0].text == text


@pytest.mark.parametrize(
    "text",
    [
        "10 inches and 5 feet",
        "5 feet and 5 feet",
        "5 miles and 10 people",
        "2.5 hours and 20 minutes",
        "two months and 20 days",
        "$20 and 43 people",
        "5 miles an hour and 3 feet",
        "15 dollars 50 people",
        "5 feet or 10 inches",
        "20C and 5C",
    ],
)
def test_numbers_that_stay_apart(text):
    assert len(read(text)) == 2


def test_the_grain_is_that_of_the_smallest_unit():
    assert str(read("5 feet 10 inches")[0].plausible) == "[69.5, 70.5)"


# -- units said once ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Listings rose to 187 from 120 homes.", [("187", "home"), ("120", "home")]),
        ("Spending rose from $2bn to 3bn.", [("2000000000", "dollar"), ("3000000000", "dollar")]),
        ("Sales rose from 12 to 15 million units.", [("12000000", "unit"), ("15000000", "unit")]),
        ("sales of 4 million cars, up from 3 million", [("4000000", "car"), ("3000000", "car")]),
        ("18 people died in Leeds and 12 in York.", [("18", "people"), ("12", "people")]),
        ("500 troops, including 40 from Kent", [("500", "troop"), ("40", "troop")]),
        ("40 ships sank, 12 of which were tankers.", [("40", "ship"), ("12", "ship")]),
        ("The index rose 50.25 points to 3,210.40.", [("50.25", "point"), ("3210.40", "point")]),
        ("The dearest is 92.5 cents, the cheapest is 81.2.", [("92.5", "cent"), ("81.2", "cent")]),
        ("Output fell to 730 tonnes in May 1985 from 810 in April.", [("730", "tonne"), ("810", "tonne")]),
        (
            "Sales were 9,300 tonnes in May, against 8,100 in April and 7,500 a year ago.",
            [("9300", "tonne"), ("8100", "tonne"), ("7500", "tonne")],
        ),
        (
            "Use averaged 4.1 mln tonnes, up 3 pct from 3.9 mln.",
            [("4100000.0", "tonne"), ("3", "percent"), ("3900000.0", "tonne")],
        ),
        ("The rate was 3.72 pct (3.67).", [("3.72", "percent"), ("3.67", "percent")]),
        ("It holds 41,250 shares, including 1,300.", [("41250", "share"), ("1300", "share")]),
        (
            "It had a surplus of 376 mln marks, up from a 71 mln surplus in June.",
            [("376000000", "mark"), ("71000000", "mark")],
        ),
        ("Imports were put at 16 mln crates, up one mln from May.", [("16000000", "crate"), ("1000000", "crate")]),
        ("It sold 4 mln tonnes worth 3 mln.", [("4000000", "tonne"), ("3000000", "")]),
        (
            "It makes 3,600 vans a day, below its average of 4,800 and capacity of 5,200.",
            [("3600", "van per day"), ("4800", "van per day"), ("5200", "van per day")],
        ),
        ("It has 36 shops and 34 elsewhere.", [("36", "shop"), ("34", "shop")]),
        (
            "It sold 90 mln pesos of silver and 40 mln of copper bars.",
            [("90000000", "peso"), ("40000000", "peso")],
        ),
        (
            "It sold 90 mln pesos of silver and 40 mln of its shares.",
            [("90000000", "peso"), ("40000000", "share")],
        ),
        ("It stored 41,300 (38,750) tonnes of it.", [("41300", "tonne"), ("38750", "tonne")]),
        ("It built 1,210 (nil) cars.", [("1210", "car"), ("0", "car")]),
        ("Ten large and 12 small shops shut.", [("10", "shop"), ("12", "shop")]),
        ("Five surviving and two old boats sank.", [("5", "boat"), ("2", "boat")]),
        (
            "Chile shipped 40,000 tonnes, Peru 24,500 (31,000) and South Korea 12,000.",
            [("40000", "tonne"), ("24500", "tonne"), ("31000", "tonne"), ("12000", "tonne")],
        ),
        ("Cuba took 26,300 tonnes barley, Mali 11,100 rice.", [("26300", "tonne"), ("11100", "tonne")]),
        (
            "It loads 31,000 crates, including 21,000 for Cuba and 6,000 for Mali.",
            [("31000", "crate"), ("21000", "crate"), ("6000", "crate")],
        ),
        ("It made 10,000 tonnes against a revised 9,870 in May.", [("10000", "tonne"), ("9870", "tonne")]),
        ("It rose to 460 mln guilders from June's 391 mln.", [("460000000", "guilder"), ("391000000", "guilder")]),
        (
            "Fees of 100 mln lire compare with a planned eight billion.",
            [("100000000", "Italian lira"), ("8000000000", "Italian lira")],
        ),
        (
            "It rose to 24,100 tonnes in the 12 day period from 6,200.",
            [("24100", "tonne"), ("12", "day"), ("6200", "tonne")],
        ),
        (
            "It moved nine times, to 13.5 pct by now from 12.8 in May.",
            [("9", "time"), ("13.5", "percent"), ("12.8", "percent")],
        ),
        ("The rand fell two cents to 3.40.", [("2", "cent"), ("3.40", "dollar")]),
        ("It pumps 61,000 barrels, up 400 on May.", [("61000", "barrel"), ("400", "barrel")]),
        ("Some 9,000 cooks struck, down by 200 from May.", [("9000", "cook"), ("200", "cook")]),
        ("It closed at 61p, up 3.", [("61", "penny"), ("3", "penny")]),
        ("It seeks 9,000 tonnes for May and 6,000 for June.", [("9000", "tonne"), ("6000", "tonne")]),
        ("Rents rose by 0.6 pct after 0.9 in Hull.", [("0.6", "percent"), ("0.9", "percent")]),
        ("Dale lay 20 seconds behind Moss and four ahead of Kerr.", [("20", "second"), ("4", "second")]),
        ("Tin fell 1.20 cents to 61.75.", [("1.20", "cent"), ("61.75", "cent")]),
        ("It culled 7,300 head versus 7,100 week ago.", [("7300", "head"), ("7100", "head")]),
        ("The loss was 34 mln pesos against 21 mln a year before.", [("34000000", "peso"), ("21000000", "peso")]),
        ("Its share fell from 40 to 31 pct.", [("40", "percent"), ("31", "percent")]),
        ("The fee rose from about 4 to just over 6 percent.", [("4", "percent"), ("6", "percent")]),
        ("It cut the fee from 9-1/2 to 9 pct.", [("9.5", "percent"), ("9", "percent")]),
        ("Its share is 40 pct, up from 31.", [("40", "percent"), ("31", "percent")]),
        ("It had rises of 14 and 11 pct in May.", [("14", "percent"), ("11", "percent")]),
        ("The stock was seven pence higher at 130.", [("7", "penny"), ("130", "penny")]),
        (
            "It had a loss of 41,000 pesos and income of 230,000, respectively.",
            [("41000", "peso"), ("230000", "peso")],
        ),
        ("It owes 4 mln pesos now and 3 mln due in May.", [("4000000", "peso"), ("3000000", "peso")]),
        ("It made 9 mln pesos, or 2.40 per share.", [("9000000", "peso"), ("2.40", "peso per share")]),
        (
            "It drew on 14 county, three rural credit and seven merchant banks.",
            [("14", "bank"), ("3", "bank"), ("7", "bank")],
        ),
    ],
)
def test_a_unit_said_once_counts_for_both(text, expected):
    assert shown(text) == expected


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Output rose 2.2 percent to 213,790.", "213790"),
        ("He paid $20 and 43 watched.", "43"),
        ("Sales fell 5% from 300 a year ago.", "300"),
        ("The rate rose 3 percentage points to 40.", "40"),
        ("Two escaped and four older boys drowned.", "2"),
        ("They waited 40 minutes, Smith 32 and Jones 12.", "32"),
        ("It rose by 40 (38) in May.", "38"),
        ("Trade rose 2.2 percent to 210 from 190.", "190"),
        ("The fee is £40m, up 3 on May.", "3"),
        ("They seek 9,000 tonnes and 6 for June.", "6"),
        ("Trade rose 5 percent, up from 3,100 in May.", "3100"),
        ("They hit 14 and 60 pct of them sank.", "14"),
    ],
)
def test_a_change_lends_its_unit_to_no_level(text, number):
    assert [unit for value, unit in shown(text) if value == number] in ([""], [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It traded at 163 dlrs after 45 minutes versus 164.", ("164", "dollar")),
        ("It made 37 mln dlrs or 62 cts each share versus 23 mln or 50 cts each share.", ("23000000", "dollar")),
        ("They drove 40 miles while the fee fell from 35.", ("35", "")),
        ("Ann Hill (19) ran 20 miles from 12.", ("12", "mile")),
    ],
)
def test_who_lends_a_unit(text, expected):
    assert expected in shown(text)


def test_an_elided_unit_says_so():
    lent = read("Listings rose to 187 from 120 homes.")[0]
    assert [(e.rule, e.text) for e in lent.evidence if e.field == "unit"] == [("elided", "homes")]


@pytest.mark.parametrize(
    ("text", "ends", "unit"),
    [
        ("between 5 and 7 million dollars", "[5000000, 7000000]", "dollar"),
        ("90 minutes to two hours", "[90, 120]", "minute"),
        ("between 500g and 1.5kg", "[500, 1500]", "gram"),
        ("$2.5bn-$3bn", "[2500000000, 3000000000]", "dollar"),
        ("from $50 to $60 a barrel", "[50, 60]", "dollar per barrel"),
        ("US$40 to $45 billion", "[40000000000, 45000000000]", "US dollar"),
        ("seven months to a year", "[7, 12]", "month"),
        ("from seven days to two years", "[7, 730.5]", "day"),
        ("40 minutes to an hour", "[40, 60]", "minute"),
        ("six inches to a foot", "[6, 12]", "inch"),
        ("8%-10%", "[8, 10]", "percent"),
        ("5kg-8kg", "[5, 8]", "kilogram"),
        ("people aged between 19 and 36", "[19, 36]", "year of age"),
        ("2.8410/460 marks", "[2.841, 2.846]", "mark"),
        ("2.8410/35 marks", "[2.841, 2.8435]", "mark"),
        ("2.8495/05 marks", "[2.8495, 2.8505]", "mark"),
        ("2.1547/1578 marks", "[2.1547, 2.1578]", "mark"),
        ("431.25/2.25 dlrs", "[431.25, 432.25]", "dollar"),
        ("517.20/70 dlrs", "[517.2, 517.7]", "dollar"),
        ("231/233 dlrs a tonne", "[231, 233]", "dollar per tonne"),
        ("7.45/44 pct", "[7.44, 7.45]", "percent"),
        ("Guesses at the rise range from $4 to $9", "[4, 9]", "dollar"),
        ("within the next year or two", "[1, 2]", "year"),
        ("In the last month or three it rained", "[1, 3]", "month"),
    ],
)
def test_the_ends_of_a_range_share_a_unit(text, ends, unit):
    found = quantity.parse(text)
    assert (str(found.entailed), found.unit.name) == (ends, unit)


def test_a_step_and_a_level_are_no_range():
    assert shown("It rose 35 sen to RM41.20.") == [("35", "sen"), ("41.20", "Malaysian ringgit")]
    assert shown("Users grew by 1.3 million to 42 million.") == [("1300000.0", "user"), ("42000000", "user")]
    assert shown("Ticket sales were up 2,100 to 2,700.") == [("2100", "ticket"), ("2700", "ticket")]
    assert shown("Tin exports fell 4.2 pct to 8.7 billion.") == [("4.2", "percent"), ("8700000000.0", "")]
    assert shown("The rand fell two cents to 3.40.")[0] == ("2", "cent")
    assert shown("Use rose by 20% to 310,000.") == [("20", "percent"), ("310000", "")]
    assert [q.hedge.value for q in read("Fees rose by 10 to 40 pct.")] == ["range"]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("The chain is expanding from 30 to 2,140 shops.", ["[30, 30]", "[2135, 2145)"]),
        ("It lifted the ceiling for loans to mills in the north from 30% to 70%.", ["[29.5, 30.5)", "[69.5, 70.5)"]),
        ("The growth from 4 to 9 members was slow.", ["[4, 4]", "[9, 9]"]),
        ("It would bring the total from 15 to 25.", ["[15, 15]", "[25, 25]"]),
        ("It leapt from a crew of 40 to 300.", ["[40, 40]", "[295, 305)"]),
        ("The stock put on 14p to 311p.", ["[13.5, 14.5)", "[310.5, 311.5)"]),
        ("Shares gained, adding $1.20 to $33.45.", ["[1.195, 1.205)", "[33.445, 33.455)"]),
        ("It cut its share in half to 8%.", ["[0.45, 0.55]", "[7.5, 8.5)"]),
        ("She came seventh, rising six places to 11.", ["[6, 6]"]),
        ("Income for the three months to 31 May was $9.", ["[2.7, 3.3)", "[8.5, 9.5)"]),
        ("Ages range from 12 to 90.", ["[12, 90]"]),
        ("Prices that rose last year vary from 20 to 60 euros.", ["[20, 60]"]),
        ("The state raised the tax on seats costing from 20 to 50 pounds.", ["[20, 50]"]),
        ("From 10 to 15 men are needed.", ["[10, 15]"]),
        ("The growing firm employs from 50 to 400 people.", ["[50, 400]"]),
        ("Falling temperatures of from 4 to 9 degrees are likely.", ["[4, 9]"]),
    ],
)
def test_a_change_from_one_number_to_another_is_no_range(text, ends):
    assert [str(claim.quantity.entailed) for claim in nf.extract(text)] == ends


def test_whole_numbers_around_a_slash_are_prices_only_before_a_unit():
    assert shown("It was 231/233 in 1986/87, and 9/11 men had 24/7 care.") == []


# -- one thing said twice ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "unit", "other", "rule"),
    [
        ("100 miles (161 km)", "mile", "kilometre", "equivalent:fits"),
        ("100 miles (about 160 km)", "mile", "kilometre", "equivalent:fits"),
        ("10 kilometres, or six miles, away", "kilometre", "mile", "equivalent:fits"),
        ("30C (86F)", "celsius", "fahrenheit", "equivalent:fits"),
        ("224 kW / 300 hp", "kilowatt", "horsepower", "equivalent:fits"),
        ("100 miles (500 km)", "mile", "kilometre", "equivalent:misfits"),
        ("$5m (£4m)", "dollar", "pound sterling", "equivalent"),
        ("£3.20 a litre ($4.10 a litre)", "pound sterling per litre", "dollar per litre", "equivalent"),
        ("5,000 barrels (210,000 gallons)", "barrel", "gallon", "equivalent:fits"),
    ],
)
def test_one_thing_said_twice(text, unit, other, rule):
    (found,) = read(text)
    assert found.unit.name == unit
    assert [same.unit.name for same in found.equivalent] == [other]
    assert rule in [evidence.rule for evidence in found.evidence if evidence.field == "equivalent"]


def test_the_hedge_holds_for_both():
    (found,) = read("more than 100 miles (161 km)")
    assert [str(q.entailed) for q in (found, *found.equivalent)] == ["(100, +inf)", "(161, +inf)"]


@pytest.mark.parametrize(
    "text",
    ["100 miles (40 people)", "5% (10 percentage points)", "100 miles (5 miles)", "two days (50 hours)", "$5m and £4m"],
)
def test_what_is_not_said_twice(text):
    assert len(read(text)) == 2


@pytest.mark.parametrize(
    ("text", "entailed", "equivalent"),
    [
        ("It costs between $300 (£160) and $500 (£270).", "[300, 500]", ["[160, 270]"]),
        ("It costs between $300 (£160) and $500.", "[300, 500]", []),
        ("Fees range from $300 (£160) to $500 (£270) a term.", "[300, 500]", ["[160, 270]"]),
    ],
)
def test_two_sums_that_say_themselves_again_are_a_range(text, entailed, equivalent):
    found = nf.quantities(text)
    assert [str(amount.entailed) for amount in found] == [entailed]
    assert [str(same.entailed) for same in found[0].equivalent] == equivalent


@pytest.mark.parametrize(
    ("text", "best"),
    [
        ("The fee rose from $300 (£160) to $500 (£270).", ["300", "500"]),
        ("Shares in Tarn fell $12.43 to $31.15.", ["12.43", "31.15"]),
        ("Shares in Tarn gained $1.07 to $2.11.", ["1.07", "2.11"]),
    ],
)
def test_a_move_is_no_range(text, best):
    assert [str(amount.best) for amount in nf.quantities(text)] == best


def test_a_step_that_is_a_range_is_as_round_as_a_forecast():
    assert [str(amount.entailed) for amount in nf.quantities("It rose $1.50 to $2.50.")] == ["[1.5, 2.5]"]


def test_two_sums_without_between_stay_two():
    assert [str(amount.best) for amount in nf.quantities("A fee of $300 (£160) and $500 (£270).")] == ["300", "500"]
