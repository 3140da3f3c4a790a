"""What each phrase of the table allows: entailed, plausible, best.

The rows carry the numbers of the design's phrase table. Decided anew since: bare numbers (1 to 4: whole counts of at
least a hundred are rounded to a place of at most a tenth, entailed and plausible alike, and there is no headline
register); approximators entail half to twice the number and "on the order of" a tenth to ten times (21 to 31, 34, 48,
64, 65, 75); ranges and vague words have no best value (44 to 46, 50 to 62, 76 to 79); "upwards of" has the slack of "at
least" (14); a fraction or a multiple that is said bare is rounded like any measured number (68, 69).
"""

from decimal import Decimal
from fractions import Fraction

import pytest

import newsfigures as nf
from newsfigures import Hedge, Interval, ParseError, Quantity, Reading, parse
from newsfigures.interval import INFINITY


def ends(quantity: Quantity) -> tuple[str, str]:
    return str(quantity.entailed), str(quantity.plausible)


SAME = ""
NONE = None

ROWS = [
    # -- bare numbers ------------------------------------------------------------------------------------------
    (1, "312 people", "[312, 312]", SAME, 312),
    (1, "87 people", "[87, 87]", SAME, 87),
    (1, "1,000 homes", "[950, 1050)", SAME, 1000),
    (1, "11,000 troops", "[10500, 11500)", SAME, 11000),
    (1, "12,340 votes", "[12335, 12345)", SAME, 12340),
    (2, "$1.3 million", "[1250000, 1350000)", SAME, 1300000),
    (2, "$4m", "[3600000, 4400000)", SAME, 4000000),
    (3, "$1.30 million", "[1295000, 1305000)", SAME, 1300000),
    (4, "300 dead", "[295, 305)", SAME, 300),
    (5, "exactly 40 ships", "[40, 40]", SAME, 40),
    (5, "precisely 3,000 ships", "[3000, 3000]", SAME, 3000),
    (6, "only 5 people", "[5, 5]", SAME, 5),
    (6, "just 5 people", "[5, 5]", SAME, 5),
    (6, "a mere 5 people", "[5, 5]", SAME, 5),
    # -- more --------------------------------------------------------------------------------------------------
    (7, "more than 11,000 troops", "(11000, +inf)", "[11001, 12000]", 11000),
    (8, "over 100 homes", "(100, +inf)", "[101, 200]", 100),
    (9, "more than 110 homes", "(110, +inf)", "[111, 120]", 110),
    (10, "more than 250 homes", "(250, +inf)", "[251, 300]", 250),
    (11, "more than 1.5 million euros", "(1500000, +inf)", "(1500000, 2000000]", 1500000),
    (12, "north of $2bn", "(2000000000, +inf)", "(2000000000, 3000000000]", 2000000000),
    (13, "in excess of 60 miles", "(60, +inf)", "(60, 70]", 60),
    (13, "exceeding 60 miles", "(60, +inf)", "(60, 70]", 60),
    (13, "topping 60 miles", "(60, +inf)", "(60, 70]", 60),
    (14, "upwards of 60 miles", "[60, +inf)", "[60, 90]", 60),
    (15, "just over 50 miles", "(50, +inf)", "(50, 55]", 50),
    (15, "a little more than 50 miles", "(50, +inf)", "(50, 55]", 50),
    (16, "well over $50 million", "(50000000, +inf)", "[52500000, 75000000]", 50000000),
    (17, "at least 12 people", "[12, +inf)", "[12, 18]", 12),
    (18, "no fewer than 12 people", "[12, +inf)", "[12, 18]", 12),
    (18, "not less than 12 people", "[12, +inf)", "[12, 18]", 12),
    (19, "100 or more", "[100, +inf)", "[100, 200]", 100),
    (19, "100 or more homes", "[100, +inf)", "[100, 200]", 100),
    (19, "100-plus homes", "[100, +inf)", "[100, 200]", 100),
    (19, "100+ homes", "[100, +inf)", "[100, 200]", 100),
    (20, "a minimum of 12 people", "[12, +inf)", "[12, 18]", 12),
    # -- about -------------------------------------------------------------------------------------------------
    (21, "around 1,000 homes", "[500, 2000]", "[900, 1100]", 1000),
    (22, "about 20 people", "[10, 40]", "[18, 22]", 20),
    (23, "about 12 people", "[6, 24]", "[11, 13]", 12),
    (24, "about 15 km", "[7.5, 30]", "[13.5, 16.5]", 15),
    (24, "about 15 people", "[7.5, 30]", "[14, 16]", 15),
    (25, "approximately 1.3 million people", "[650000, 2600000]", "[1200000, 1400000]", 1300000),
    (26, "roughly 11,000 people", "[5500, 22000]", "[10500, 11500]", 11000),
    (27, "some 200 people", "[100, 400]", "[180, 220]", 200),
    (28, "1,000 people or so", "[500, 2000]", "[900, 1100]", 1000),
    (28, "1,000 or so people", "[500, 2000]", "[900, 1100]", 1000),
    (28, "1,000, give or take", "[500, 2000]", "[900, 1100]", 1000),
    (29, "an estimated 400 people", "[200, 800]", "[360, 440]", 400),
    (30, "about 3.2%", "[1.6, 6.4]", "[3.1, 3.3]", "3.2"),
    (31, "on the order of 1,000 km", "[100, 10000]", "[316.2, 3162]", 1000),
    # -- nearly, less ------------------------------------------------------------------------------------------
    (32, "nearly 300 people", "[0, 300)", "[255, 299]", 300),
    (33, "almost 40%", "[0, 40)", "[35, 40)", 40),
    (34, "close to 60 km", "[30, 120]", "[55, 60]", 60),
    (35, "just under 50 km", "[0, 50)", "[45, 50)", 50),
    (35, "just shy of 50 km", "[0, 50)", "[45, 50)", 50),
    (36, "under 10%", "(-inf, 10)", "[5, 10)", 10),
    (37, "fewer than 20 people", "[0, 20)", "[10, 19]", 20),
    (38, "less than $100", "[0, 100)", "[50, 100)", 100),
    (39, "at most 50 people", "[0, 50]", "[40, 50]", 50),
    (39, "no more than 50 people", "[0, 50]", "[40, 50]", 50),
    (39, "not more than 50 people", "[0, 50]", "[40, 50]", 50),
    (40, "a maximum of 50 people", "[0, 50]", "[40, 50]", 50),
    (41, "up to 50 people", "[0, 50]", "[25, 50]", 50),
    (42, "as many as 40 people", "[0, 40]", "[20, 40]", 40),
    (43, "as few as 5 people", "[5, +inf)", "[5, 10]", 5),
    # -- ranges ------------------------------------------------------------------------------------------------
    (44, "between 5 and 7 people", "[5, 7]", SAME, NONE),
    (45, "5 to 7 people", "[5, 7]", SAME, NONE),
    (45, "5\u20137 people", "[5, 7]", SAME, NONE),
    (45, "from 5 to 7 people", "[5, 7]", SAME, NONE),
    (46, "fifteen or twenty people", "[15, 20]", SAME, NONE),
    # -- behind the number -------------------------------------------------------------------------------------
    (47, "200-odd people", "[200, +inf)", "[200, 299]", 200),
    (48, "50-ish", "[25, 100]", "[45, 55]", 50),
    # -- none --------------------------------------------------------------------------------------------------
    (49, "no casualties", "[0, 0]", SAME, 0),
    (49, "zero casualties", "[0, 0]", SAME, 0),
    # -- vague words -------------------------------------------------------------------------------------------
    (50, "a couple of people", "[2, +inf)", "[2, 3]", NONE),
    (51, "a few people", "[2, +inf)", "[3, 6]", NONE),
    (52, "a handful of people", "[1, +inf)", "[3, 8]", NONE),
    (53, "several people", "[2, +inf)", "[3, 10]", NONE),
    (54, "dozens of people", "[12, +inf)", "[24, 120]", NONE),
    (55, "scores of people", "[20, +inf)", "[40, 200]", NONE),
    (56, "tens of people", "[10, +inf)", "[20, 100]", NONE),
    (57, "hundreds of people", "[100, +inf)", "[200, 1000]", NONE),
    (58, "thousands of people", "[1000, +inf)", "[2000, 10000]", NONE),
    (59, "tens of thousands of people", "[10000, +inf)", "[20000, 100000]", NONE),
    (60, "hundreds of thousands of people", "[100000, +inf)", "[200000, 1000000]", NONE),
    (61, "several hundred people", "[200, +inf)", "[300, 900]", NONE),
    (62, "a few thousand people", "[2000, +inf)", "[3000, 6000]", NONE),
    (63, "two dozen people", "[24, 24]", SAME, 24),
    (64, "half a million people", "[450000, 550000)", SAME, 500000),
    # -- parts and multiples -----------------------------------------------------------------------------------
    (65, "about a third", "[0.1666, 0.6667]", "[0.3, 0.3667]", "0.3333"),
    (66, "more than half", "(0.5, 1]", "(0.5, 0.6]", "0.5"),
    (66, "a majority of voters", "(0.5, 1]", "(0.5, 0.6]", NONE),
    (67, "nearly half", "[0, 0.5)", "[0.45, 0.5)", "0.5"),
    (68, "one in five", "[0.18, 0.22]", SAME, "0.2"),
    (69, "twice as many", "[1.8, 2.2)", SAME, 2),
    (69, "doubled", "[1.8, 2.2)", SAME, 2),
    (70, "more than doubled", "(2, +inf)", "(2, 3]", 2),
    (74, "a record 3.2%", "[3.15, 3.25)", SAME, "3.2"),
    (75, "48%, plus or minus 3 points", "[24, 96]", "[45, 51]", 48),
    # -- bands -------------------------------------------------------------------------------------------------
    (76, "low 20s", "[20, 30)", "[20, 23]", NONE),
    (76, "mid-50s", "[50, 60)", "[54, 56]", NONE),
    (76, "high 30s", "[30, 40)", "[37, 39]", NONE),
    (77, "double digits", "[10, 100)", SAME, NONE),
    (77, "triple digits", "[100, 1000)", SAME, NONE),
    (78, "a six-figure sum", "[100000, 1000000)", SAME, NONE),
    (79, "a multimillion-dollar deal", "[1000000, +inf)", "[2000000, 10000000]", NONE),
    (80, "barely 10 people", "[10, +inf)", "[10, 11]", 10),
    (81, "not even 10 people", "[0, 10)", "[5, 9]", 10),
]


def shown(interval: Interval) -> str:
    """The interval, with ends that do not terminate cut to four places."""
    if all(end.is_infinite() or end.as_tuple().exponent >= -12 for end in (interval.lower, interval.upper)):
        return str(interval)
    lower, upper = (end.quantize(Decimal("0.0001")).normalize() for end in (interval.lower, interval.upper))
    return str(Interval(lower, upper, interval.lower_bound, interval.upper_bound))


@pytest.mark.parametrize(
    ("phrase", "entailed", "plausible", "best"), [row[1:] for row in ROWS], ids=[f"{row[0]}-{row[1]}" for row in ROWS]
)
def test_the_phrase_table(phrase, entailed, plausible, best):
    quantity = parse(phrase)
    assert shown(quantity.entailed) == entailed.replace("0.1666", "0.1667")
    assert shown(quantity.plausible) == (plausible or entailed)
    if best is None:
        assert quantity.best is None
    else:
        assert quantity.best.quantize(Decimal("0.0001")) == Decimal(best).quantize(Decimal("0.0001"))


def test_every_row_of_the_table_is_here():
    told_elsewhere = {71, 72, 73}  # levels, changes and tolls over time: what the trend and the links say
    assert {row[0] for row in ROWS} | told_elsewhere == set(range(1, 82))


@pytest.mark.parametrize(
    ("phrase", "cancellable"),
    [
        ("up to 50 people", ("upper",)),
        ("as many as 40 people", ("upper",)),
        ("as few as 5 people", ("lower",)),
        ("not only 10 people", ("lower",)),
        ("more than an estimated 400 people", ("lower",)),
        ("at least about 20 people", ("lower",)),
        ("at most about 20 people", ("upper",)),
        ("at least 20 people", ()),
        ("about 20 people", ()),
    ],
)
def test_ends_that_may_be_taken_back(phrase, cancellable):
    assert parse(phrase).cancellable == cancellable


STACKED = [
    ("at least about 20 people", "[10, +inf)", "[18, 30]", Hedge.AT_LEAST),
    ("about 500 or more people", "[250, +inf)", "[450, 750]", Hedge.AT_LEAST),
    ("nearly 300 people or more", "[150, +inf)", "[255, 450]", Hedge.AT_LEAST),
    ("more than an estimated 400 people", "[200, +inf)", "[360, 500]", Hedge.MORE_THAN),
    ("at most about 20 people", "[0, 40]", "[10, 22]", Hedge.AT_MOST),
    ("up to 50 or more people", "[0, +inf)", "[25, 75]", Hedge.AT_LEAST),
    ("reportedly more than 40 people", "(40, +inf)", "[41, 50]", Hedge.MORE_THAN),
    ("exactly or about 40 people", "[20, 80]", "[36, 44]", Hedge.ABOUT),
]


@pytest.mark.parametrize(("phrase", "entailed", "plausible", "hedge"), STACKED, ids=[row[0] for row in STACKED])
def test_stacked_hedges(phrase, entailed, plausible, hedge):
    quantity = parse(phrase)
    assert (*ends(quantity), quantity.hedge) == (entailed, plausible, hedge)


RANGES = [
    ("at least 10 to 12 people", "[10, +inf)", "[10, 18]"),
    ("up to 10 to 12 people", "[0, 12]", "[5, 12]"),
    ("about 10 to 12 people", "[5, 24]", "[9, 13]"),
    ("more than 10 to 12 people", "(10, +inf)", "[11, 13]"),
    ("an estimated 400 to 500 people", "[200, 1000]", "[360, 550]"),
    ("5 to 7 million euros", "[5000000, 7000000]", SAME),
    ("$250-300 million", "[250000000, 300000000]", SAME),
    ("$10 to $15 billion", "[10000000000, 15000000000]", SAME),
    ("five or six hundred people", "[500, 600]", SAME),
    ("one or two people", "[1, 2]", SAME),
    ("a year or two", "[1, 2]", SAME),
    ("a day or two", "[1, 2]", SAME),
    ("two or three dozen people", "[24, 36]", SAME),
    ("five- to seven-year terms", "[5, 7]", SAME),
    ("10 to perhaps 15 people", "[10, 15]", SAME),
    ("between about 10 and 15 people", "[5, 30]", "[9, 16]"),
    ("anywhere from 10 to 15 people", "[10, 15]", SAME),
    ("minus 5 to minus 10 degrees Celsius", "[-10, -5]", SAME),
    ("-5 to 10 degrees Celsius", "[-5, 10]", SAME),
    ("two-thirds to three-quarters", "[0.6667, 0.75]", SAME),
    ("1/8 to 3/8 point", "[0.125, 0.375]", SAME),
    ("90 minutes to two hours", "[90, 120]", SAME),
    ("more than 10 but fewer than 20 people", "(10, 20)", "[11, 19]"),
    ("at least 20 and at most 100 people", "[20, 100]", SAME),
]


@pytest.mark.parametrize(("phrase", "entailed", "plausible"), RANGES, ids=[row[0] for row in RANGES])
def test_ranges(phrase, entailed, plausible):
    quantity = parse(phrase)
    assert (shown(quantity.entailed), shown(quantity.plausible)) == (entailed, plausible or entailed)
    assert quantity.best is None
    assert len(quantity.stated) == 2


BEHIND = [
    ("10 or more people", "[10, +inf)"),
    ("10 people or more", "[10, +inf)"),
    ("10 or fewer people", "[0, 10]"),
    ("10 people or less", "[0, 10]"),
    ("50-plus people", "[50, +inf)"),
    ("12 dead and counting", "[12, +inf)"),
    ("12 dead, and counting", "[12, +inf)"),
    ("40-odd people", "[40, +inf)"),
    ("40 people at least", "[40, +inf)"),
    ("40 people at most", "[0, 40]"),
    ("40 people tops", "[0, 40]"),
    ("40 people at a minimum", "[40, +inf)"),
    ("40 km give or take", "[20, 80]"),
    ("300 km or thereabouts", "[150, 600]"),
]


@pytest.mark.parametrize(("phrase", "entailed"), BEHIND, ids=[row[0] for row in BEHIND])
def test_hedges_behind_the_number(phrase, entailed):
    assert str(parse(phrase).entailed) == entailed


NEGATED = [
    ("not over 40 people", "[0, 40]"),
    ("not under 40 people", "[40, +inf)"),
    ("not fewer than 40 people", "[40, +inf)"),
    ("fewer than a dozen people", "[0, 12)"),
    ("no more than a dozen people", "[0, 12]"),
    ("not quite 50 people", "[0, 50)"),
    ("hardly 50 people", "[50, +inf)"),
    ("nowhere near 50 people", "[0, 50)"),
    ("nothing like 50 people", "[0, 50)"),
    ("not only 10 people", "[10, +inf)"),
    ("did not exceed 50 people", "[0, 50]"),
    ("did not find more than 3 people", "[0, 3]"),
    ("does not cost more than $300", "[0, 300]"),
    ("didn't have more than 3 people", "[0, 3]"),
    ("does not have fewer than 3 people", "[3, +inf)"),
    ("never employed more than 40 people", "[0, 40]"),
    ("has never exceeded 40 people", "[0, 40]"),
    ("without exceeding 40 km", "[0, 40]"),
    ("cannot carry over 40 people", "[0, 40]"),
]


@pytest.mark.parametrize(("phrase", "entailed"), NEGATED, ids=[row[0] for row in NEGATED])
def test_negated_hedges(phrase, entailed):
    assert str(parse(phrase).entailed) == entailed


@pytest.mark.parametrize(
    "text",
    [
        "He did not say that more than 40 people had died.",
        "It is not clear whether more than 40 people died.",
        "She was not hurt when more than 40 people fell.",
        "The mayor was not there, but more than 40 people came.",
    ],
)
def test_a_negation_elsewhere_flips_nothing(text):
    assert [str(claim.quantity.entailed) for claim in nf.extract(text)] == ["(40, +inf)"]


UP_TO = [
    ("Up to 50 people were trapped.", "[0, 50]", ("upper",)),
    ("The blast may have killed up to 50 people.", "[0, 50]", ("upper",)),
    ("The ferry can carry up to 50 people.", "[0, 50]", ()),
    ("She faces a ban of up to 8 years.", "[0, 8]", ()),
    ("The fund offers grants of up to $500.", "[0, 500]", ()),
    ("Members may serve up to 3 terms.", "[0, 3]", ()),
    ("The death toll is up to 312.", "[312, 312]", ()),
    ("Inflation is back up to 8.2%.", "[8.15, 8.25)", ()),
    ("The jackpot climbed up to $640m.", "[639500000, 640500000)", ()),
    ("Up to 50 or more people were trapped.", "[0, +inf)", ()),
]


@pytest.mark.parametrize(("text", "entailed", "cancellable"), UP_TO, ids=[row[0] for row in UP_TO])
def test_the_three_readings_of_up_to(text, entailed, cancellable):
    (claim,) = nf.extract(text)
    assert (str(claim.quantity.entailed), claim.quantity.cancellable) == (entailed, cancellable)


FALSE = [
    ("She sued over $2m.", Hedge.NONE),
    ("They argued about 40 amendments.", Hedge.NONE),
    ("The row over 12 missing files went on.", Hedge.NONE),
    ("It is a film about two brothers.", Hedge.NONE),
    ("Voters worry about 3 issues.", Hedge.NONE),
    ("He served under three presidents.", Hedge.NONE),
    ("Crowds gathered around two stages.", Hedge.NONE),
    ("The bank handed over 40 files.", Hedge.NONE),
    ("Twice as many as 40 schools closed.", Hedge.NONE),
    ("The lorry turned over 3 times.", Hedge.NONE),
    ("Some of the 40 homes burned.", Hedge.NONE),
    ("The work was spread over five years.", Hedge.NONE),
    ("Over 40 homes burned.", Hedge.MORE_THAN),
    ("About 40 homes burned.", Hedge.ABOUT),
    ("The house sold for over $2m.", Hedge.MORE_THAN),
    ("It lasted for over five years.", Hedge.MORE_THAN),
    ("It took over nine hours to raise the wreck.", Hedge.MORE_THAN),
    ("It took over nine years ago.", Hedge.NONE),
    ("It took over nine shops.", Hedge.NONE),
    ("She was under 5 miles away.", Hedge.LESS_THAN),
]


@pytest.mark.parametrize(("text", "hedge"), FALSE, ids=[row[0] for row in FALSE])
def test_words_that_only_look_like_comparators(text, hedge):
    found = [claim.quantity.hedge for claim in nf.extract(text) if claim.quantity.stated]
    assert hedge in found
    assert set(found) <= {hedge, Hedge.NONE}


PARTS = [
    ("half of the homes", "[0.45, 0.55]"),
    ("more than a third of the homes", "(0.3333, 1]"),
    ("two-thirds of the homes", "[0.6333, 0.7]"),
    ("less than a quarter of the homes", "[0, 0.25)"),
    ("at least three quarters of the homes", "[0.75, 1]"),
    ("nine in 10 homes", "[0.85, 0.95]"),
    ("1-in-5", "[0.18, 0.22]"),
    ("two out of three homes", "[0.6333, 0.7]"),
    ("more than one in five homes", "(0.2, 1]"),
    ("more than 60% of voters", "(60, 100]"),
    ("more than 60% growth", "(60, +inf)"),
    ("at least 110% of the target", "[110, +inf)"),
]


@pytest.mark.parametrize(("phrase", "entailed"), PARTS, ids=[row[0] for row in PARTS])
def test_parts_of_a_whole(phrase, entailed):
    assert shown(parse(phrase).entailed) == entailed


ONES = [
    ("more than a dozen people", 12, "(12, +inf)"),
    ("nearly a hundred people", 100, "[0, 100)"),
    ("about a million people", 1000000, "[500000, 2000000]"),
    ("half an hour", "0.5", "[0.45, 0.55]"),
    ("more than a year", 1, "(1, +inf)"),
    ("less than a mile", 1, "[0, 1)"),
    ("an hour and a half", "1.5", "[1.35, 1.65)"),
    ("one and a half hours", "1.5", "[1.35, 1.65)"),
    ("three score people", 60, "[60, 60]"),
    ("a million and a half people", 1500000, "[1450000, 1550000)"),
]


@pytest.mark.parametrize(("phrase", "best", "entailed"), ONES, ids=[row[0] for row in ONES])
def test_one_said_with_an_article(phrase, best, entailed):
    quantity = parse(phrase)
    assert (quantity.best, str(quantity.entailed)) == (Decimal(best), entailed)


@pytest.mark.parametrize("text", ["A mile away stood a tower.", "He left a year ago.", "It costs a dollar a day."])
def test_an_article_alone_counts_nothing(text):
    assert not [claim for claim in nf.extract(text) if claim.quantity.best == 1 and not claim.implied]


NOTHING_KNOWN = ["No reported deaths.", "No deaths were reported.", "There were no immediate reports of injuries."]


@pytest.mark.parametrize("text", NOTHING_KNOWN)
def test_no_reports_are_not_none(text):
    assert nf.extract(text) == ()


SIGNS = [
    ("below -10 degrees Celsius", "(-inf, -10)"),
    ("above -10 degrees Celsius", "(-10, +inf)"),
    ("at least -10 degrees Celsius", "[-10, +inf)"),
    ("about -10 degrees Celsius", "(-inf, +inf)"),
    ("minus 5%", "[-5.5, -4.5)"),
    # a bare number counts, unless it is written below zero
    ("nearly 1,100", "[0, 1100)"),
    ("fewer than 40", "[0, 40)"),
    ("below -10", "(-inf, -10)"),
    ("above -10", "(-10, +inf)"),
    ("below zero", "(-inf, 0)"),
]


@pytest.mark.parametrize(("phrase", "entailed"), SIGNS, ids=[row[0] for row in SIGNS])
def test_hedges_below_zero_bound_on_the_axis(phrase, entailed):
    quantity = parse(phrase)
    assert str(quantity.entailed) in (entailed, entailed.replace("[-5.5, -4.5)", "(-5.5, -4.5]"))


@pytest.mark.parametrize(
    ("phrase", "plausible"),
    [("about 20 degrees Celsius", "[18, 22]"), ("about 68 degrees Fahrenheit", "[64.4, 71.6]")],
)
def test_a_scale_without_a_zero_has_an_absolute_width(phrase, plausible):
    quantity = parse(phrase)
    assert ends(quantity) == ("(-inf, +inf)", plausible)


def test_steps_are_no_range():
    values = [claim.quantity.best for claim in nf.extract("Output moved from 10 to 12 to 15 tonnes.")]
    assert values == [10, 12, 15]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Sales rose from 5 to 7 million.", [5, 7000000]),
        ("The rate was cut from 5% to 4%.", [5, 4]),
        ("Shares rose 3 points to 7,200.", [3, 7200]),
        ("The deficit grew by $43bn to $419bn.", [43000000000, 419000000000]),
    ],
)
def test_a_move_is_no_range(text, values):
    found = [claim.quantity.best for claim in nf.extract(text)]
    assert found[-1] == values[-1]
    assert len(found) == 2


def test_one_phrase_one_quantity():
    with pytest.raises(ParseError, match="no quantity"):
        parse("the mayor of the town")
    with pytest.raises(ParseError, match="more than one"):
        parse("4 men and 5 women")
    with pytest.raises(TypeError):
        parse(40)


def test_readings_change_what_is_plausible_alone():
    phrase = "more than 100 homes"
    for reading, plausible in (
        (Reading.logical(), "(100, +inf)"),
        (Reading(profile="tight"), "[101, 150]"),
        (Reading(), "[101, 200]"),
        (Reading(profile="loose"), "[101, 300]"),
    ):
        assert ends(parse(phrase, reading=reading)) == ("(100, +inf)", plausible)


def test_an_unbounded_end_is_infinite():
    assert parse("at least 40 people").entailed.upper == INFINITY
    assert parse("a third").stated[0].ratio == Fraction(1, 3)


@pytest.mark.parametrize(
    ("text", "entailed", "subject"),
    [
        ("The rule protects people over 50.", "(50, +inf)", "people"),
        ("They met bakers under 30.", "[0, 30)", "bakers"),
    ],
)
def test_an_age_bracket_bounds_an_age(text, entailed, subject):
    [claim] = nf.extract(text)
    assert (claim.measure.id, str(claim.quantity.entailed), claim.subject.text) == ("age", entailed, subject)


@pytest.mark.parametrize("profile", ["tight", "news", "loose"])
def test_hedged_counts_too_small_to_leave_room_take_the_next_whole_number(profile):
    assert str(parse("nearly 4 people", reading=Reading(profile=profile)).plausible) == "[3, 3]"
