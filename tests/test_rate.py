"""What a figure is per: behind its unit, apart from it, in front of it; and what is no rate."""

import pytest

from newsfigures import lexicon, quantity
from newsfigures.text import Sentence

EN = lexicon.load("en")


def first(text):
    return next(iter(quantity.find(Sentence(text), EN))).quantity


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Some 40 million lamps fall out of favour every year in Norway.", "lamp per year"),
        ('He sells "at most 300 litres of honey" a week.', "litre per week"),
        ("It is thought that 700 keys are lost or stolen every month.", "key per month"),
        ("About 8,000 letters are printed and answered each week.", "letter per week"),
        ("A quarter of a million songs are copied a day.", "song per day"),
        ("They had 900 gifts made by hand every hour.", "gift per hour"),
        ("Between 200 and 300 couples go to court in Malta each year.", "couple per year"),
        ("With 4,000 children dying needlessly every day, they met.", "child per day"),
        ("The 60m travellers who will use it every year.", "traveller per year"),
        ("Every day 12 boats leave.", "boat per day"),
        ("Each year the firm makes 12 films.", "film per year"),
        ("It makes 12 films in Wales each year.", "film per year"),
        ("We sold 700 vans to Chile (per year) then.", "van per year"),
        ("Farmers grow about six mln 50-kilo sacks of beans per year.", "50-kilo sack per year"),
        ("It draws 300 visitors annually.", "visitor per year"),
        ("A club growing by 6% annually.", "percent per year"),
        ("They pay 4,000 dlrs daily and more.", "dollar per day"),
        ("She earns $4m a film, they say.", "dollar per film"),
        ("It pays $2 a download.", "dollar per download"),
        ("The ferry earned 2.61 dlrs share.", "dollar per share"),
        ("The ferry gains four cts shr, or more.", "cent per share"),
        ("They bet 30 cents share price gains last.", "cent"),
        ("The ferry sold a 20 dlr share of it.", "dollar"),
        ("The stall pays 2,500 dlrs a quarter until May.", "dollar per quarter"),
        ("The kiln makes 90,000 tiles a quarter.", "tile per quarter"),
        ("They grew 2 pct a quarter in Hull.", "percent per quarter"),
        ("The stall lost $4m a quarter ago.", "dollar"),
        ("They cut $4m, a quarter of the sum.", "dollar"),
        ("Millers get 1.40 dlrs for each pound of rye.", "dollar per pound-mass"),
        ("They get 30p for every pound of tax.", "penny"),
        ("They gave one vote for every three shares.", "vote per 3 shares"),
        ("It sold at 400 dlrs for each 1,000 dlrs owed.", "dollar per 1,000 dollars"),
        ("They pay 32 cents per six pack.", "cent per 6 packs"),
        ("They gave two cups for each four plates.", "cup"),
        ("It is set at 3.10 dlrs per one-franc share.", "dollar per one-franc share"),
        ("He paid $3m a film star had asked for.", "dollar"),
        ("They run three daily trains to Bath.", "train per day"),
        ("It comes with a £12.99 monthly price tag.", "pound sterling per month"),
        ("It was $600m (£309m) a year.", "dollar per year"),
        ("The list price is $9m (£5m) per plane.", "dollar per plane"),
        ("A 270 European currency unit (Ecu) a tonne levy.", "European currency unit per tonne"),
        ("They opened 1.9 pages for each search.", "page per search"),
        ("The rate was 147.45 yen to the dollar.", "Japanese yen per dollar"),
        ("It is pegged at 7.65 to the US dollar.", "per US dollar"),
        ("It may fall to between 41 and 42 per U.S. Dollar.", "per US dollar"),
        ("They come in at a rate of up to 300 a week.", "per week"),
        ("It settled at about 12 million per episode.", "per episode"),
        ("He plays twice a day to win.", "time per day"),
        ("They buy 3.2 discs per person per year.", "disc per person per year"),
        ("He earned 60 cts per ordinary share, he said.", "cent per ordinary share"),
        ("Only eight people per thousand own one.", "people per 1,000 people"),
        ("It does 80 million sums a second.", "sum per second"),
        ("It sends one gigabit every second to the mast.", "gigabit per second"),
        ("It pumps 75,000 barrels a day of crude.", "barrel per day"),
        ("It needs 9,000 tonnes a month from Oslo.", "tonne per month"),
        ("They spend $5bn a year on paint.", "dollar per year"),
        ("It leaks 300 litres or more a day.", "litre per day"),
        ("Fees rose by 20% or more per month.", "percent per month"),
        ("She earns £300 or so a week.", "pound sterling per week"),
        ("He swims an hour or two a week.", "hour per week"),
        ("It raises 40p for every pound spent.", "penny per pound sterling"),
        ("Porters live on $2, or 90 rupees, a day.", "dollar per day"),
    ],
)
def test_what_it_is_per(text, unit):
    assert str(first(text).unit) == unit


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The 12 members of the board meet every month.", "member"),
        ("It holds 8GB of maps and a second with roads.", "gigabyte"),
        ("Two teams met in Bonn every year.", "team"),
        ("He has 500 workers, and every year they strike.", "worker"),
        ("It hired 300 people; each month brought more.", "people"),
        ("The firm with 3,000 staff said every year was good.", "staff"),
        ("Sales of 500 cars doubled every five months.", "car"),
        ("Some 5,000 people came to it every second year.", "people"),
        ("Every year since the war, 300 people gather.", "people"),
        ("Every six months two men met.", "month"),
        ("He scored two goals a minute from time.", "goal"),
        ("A strike by 500 workers a week before the vote.", "worker"),
        ("They bought three daily newspapers.", "daily newspaper"),
        ("The 1,650 hourly workers were sent home.", "hourly worker"),
        ("There was one fine moment during a year of gloom.", "fine moment"),
        ("It fell to $5m from $6m a year ago.", "dollar"),
        ("It lost 2 cents to the dollar's gain.", "cent"),
        ("They gave 10 francs to the man.", "franc"),
        ("It is 0.5% of all visits per day.", "percent"),
        ("He beat 300 men a year older.", "man"),
        ("They paid £5 per person tickets.", "pound sterling per person"),
    ],
)
def test_what_is_no_rate(text, unit):
    assert str(first(text).unit) == unit


def test_two_figures_share_the_rate_said_once():
    found = quantity.find(Sentence("It yields 500 cubic metres of gas and 90 barrels of oil daily."), EN)
    assert [str(mark.quantity.unit) for mark in found] == ["cubic metre per day", "barrel per day"]
    assert found[1].quantity.of == "oil"


def test_the_same_said_in_other_money_has_the_rate_too():
    assert [str(same.unit) for same in first("It costs 70m euros ($90m; £50m) a month.").equivalent] == [
        "dollar per month",
        "pound sterling per month",
    ]
