"""Letters and words with two meanings: a metre or a million, a pound of money or of weight, a time or a price."""

import pytest

from newsfigures import lexicon, quantity
from newsfigures.text import Sentence

EN = lexicon.load("en")


def said(text):
    return [
        (mark.quantity.text, str(mark.quantity.entailed), str(mark.quantity.unit))
        for mark in quantity.find(Sentence(text), EN)
    ]


@pytest.mark.parametrize(
    ("text", "entailed", "unit"),
    [
        # metres of a race
        ("Varga won two world 200m titles.", "[195, 205)", "metre"),
        ("She is one of the 800m runners.", "[795, 805)", "metre"),
        ("He liked the 60m and 200m events.", "[195, 205)", "metre"),
        ("Petrov's 400m gold medal pleased the fans.", "[395, 405)", "metre"),
        ("She led the last 200m of the race.", "[195, 205)", "metre"),
        ("It was the fastest 400m of all time.", "[395, 405)", "metre"),
        # millions
        ("The site has 800m users.", "[799500000, 800500000)", "user"),
        ("It sold 200m records.", "[199500000, 200500000)", "record"),
        ("They gave away 37m titles.", "[36500000, 37500000)", "title"),
        ("Listeners now number 90m.", "[89500000, 90500000)", ""),
        ("The ratings fell to 11.9m.", "[11850000, 11950000)", ""),
        ("The farce was seen by 14m.", "[13500000, 14500000)", ""),
        ("Sales were 64m euros (£44m; $83m), up from 32m in May.", "[31500000, 32500000)", "euro"),
        ("It took $24.5m (£13.1m), making a total of 190.6m (£102m).", "[190550000, 190650000)", "dollar"),
        ("It made Australian dollars 648m last year.", "[647500000, 648500000)", "Australian dollar"),
        # and metres
        ("The river peaked at 11.9m.", "[11.85, 11.95)", "metre"),
        ("The audience saw a 4m high wall.", "[3.6, 4.4)", "metre"),
        ("It sank to 30m from 45m.", "[44.5, 45.5)", "metre"),
        # pounds
        ("They spend millions of pounds of public cash.", "[1000000, +inf)", "pound sterling"),
        ("They seized thousands of pounds of beef.", "[1000, +inf)", "pound-mass"),
        ("They ate two pounds of flour.", "[1.8, 2.2)", "pound-mass"),
        ('She promised "hundreds of millions" of pounds for Losk.', "[100000000, +inf)", "pound sterling"),
        ("He wasted thousands of pounds.", "[1000, +inf)", "pound sterling"),
        ("The crane lifted hundreds of pounds.", "[100, +inf)", "pound-mass"),
        # percent
        ("It shipped 90 million PCs.", "[89500000, 90500000)", "PC"),
        ("Sales rose 9 pc.", "[8.5, 9.5)", "percent"),
        ("SALES ROSE 9 PC.", "[8.5, 9.5)", "percent"),
        ("Mudlark is 46%-owned by a bank.", "[45.5, 46.5)", "percent"),
        ("A 30%-plus rise is due.", "[30, +inf)", "percent"),
        # places in an order, and seconds
        ("They scored three second-half goals.", "[3, 3]", "second-half goal"),
        ("The two second-round games were dull.", "[2, 2]", "second-round game"),
        ("They heard a 10 second-long pause.", "[9.5, 10.5)", "second"),
        ("They watched a 30-second clip.", "[29.5, 30.5)", "second"),
        # a rate, and what follows on it
        ("They sign 90 a week or one an hour.", "[1, 1]", "per hour"),
        ("They stay a day or two.", "[1, 2]", "day"),
        # occasions before a clause, and factors
        ("The wall was breached four times as Dorva attacked.", "[4, 4]", "time"),
        ("They stopped three times as the rain fell.", "[3, 3]", "time"),
        ("She came on twice as a replacement.", "[2, 2]", "time"),
        ("It drew three times as many guests.", "[2.7, 3.3)", "time"),
        ("It drew three times as much rain.", "[2.7, 3.3)", "time"),
        ("It is three times as large.", "[2.7, 3.3)", "time"),
        # data
        ("It has 256mb of memory.", "[255.5, 256.5)", "megabyte"),
        ("The storm had a low of 980mb.", "[975, 985)", "millibar"),
        # feet
        ("The robot walks on two feet.", "[2, 2]", "foot"),
        ("The snow was two feet deep.", "[1.8, 2.2)", "foot"),
        ("It stood on two feet of snow.", "[1.8, 2.2)", "foot"),
        # cups
        ("They won two cup ties.", "[2, 2]", "cup tie"),
        ("Add two cups of rye.", "[1.8, 2.2)", "cup"),
        # compounds
        ("He stands 6ft 2.", "[73.5, 74.5)", "inch"),
        ("She weighs 8 stone 6.", "[117.5, 118.5)", "pound-mass"),
        ("They ran 15-and-a-half miles.", "[15.25, 15.75)", "mile"),
    ],
)
def test_which_is_meant(text, entailed, unit):
    assert (entailed, unit) in [found[1:] for found in said(text)]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("She broke the hurdles record by clocking 7.93 there.", "second"),
        ("He ran a season's best of 6.83 in the sprint.", "second"),
        ("A bad lane meant a time of 21.00 in the relay.", "second"),
        ("Petrov took gold in 44.72 at the indoor meeting.", "second"),
        ("He leapt to a personal best of 17.40 in the triple jump.", ""),
        ("She won the cross-country in 33.22 on Sunday.", ""),
        ("The shares won support in 44.72 trading.", ""),
    ],
)
def test_how_long_a_sprint_took(text, unit):
    assert [found[2] for found in said(text)] == [unit]


def test_kilometres_of_a_race_are_no_thousands():
    assert said("She ran the 5K final.") == []
    assert said("It has 5K jobs.") == [("5K jobs", "[4500, 5500)", "job")]
