"""Dates in news text: what is a date, which days it means, and what is none."""

import datetime as dt
import itertools
import tomllib
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsfigures import asof, lexicon, period
from newsfigures.asof import AsOf, Precision, dates
from newsfigures.datemark import find_marks
from newsfigures.errors import ArgumentError
from newsfigures.text import Sentence

EN = lexicon.load("en")
WEDNESDAY = "2022-03-16"


def said(text, published=WEDNESDAY, **options):
    """The dates of a text as "phrase = first..last", the way the table's examples write them."""
    return "; ".join(_said(found) for found in dates(text, published=published, **options))


def _said(found):
    if found.first is None:
        days = "?"
    else:
        days = f"{found.first}" if found.first == found.last else f"{found.first}..{found.last}"
    part = f" {found.part}" if found.part else ""
    clock = f" {found.clock}" if found.clock else ""
    return f"{found.text} = {days}{part}{clock}" + (f" ({found.edge})" if found.edge else "")


def table(name):
    file = resources.files("newsfigures").joinpath("languages", "en", *name)
    return tomllib.loads(file.read_text(encoding="utf-8"))["date"]


ROWS = {(row["role"], row.get("value", "")): row for row in table(["dates.toml"])}
EXAMPLES = {(row["role"], row.get("value", "")): row["examples"] for row in table(["examples", "dates.toml"])}


def test_every_row_has_examples():
    assert ROWS.keys() == EXAMPLES.keys()


@pytest.mark.parametrize("key", EXAMPLES, ids="-".join)
def test_the_example_holds_a_word_of_its_row(key):
    words = set(ROWS[key]["phrases"])
    assert any(not words.isdisjoint(Sentence(text).lowers) for text in EXAMPLES[key])


@pytest.mark.parametrize(
    ("text", "expected"), [pair for examples in EXAMPLES.values() for pair in examples.items()], ids=str
)
def test_example_of_a_row(text, expected):
    assert said(text) == expected


FORMS = {
    # full dates
    "It began on 24 February 2022.": "24 February 2022 = 2022-02-24",
    "It began on the 24th of February, 2022.": "the 24th of February, 2022 = 2022-02-24",
    "It began on February 24th, 2022, at dawn.": "February 24th, 2022 = 2022-02-24",
    "It began on Thursday, 24 February.": "Thursday, 24 February = 2022-02-24",
    "Dated 2022-02-24.": "2022-02-24 = 2022-02-24",
    "It was written on 24.02.2022.": "24.02.2022 = 2022-02-24",
    "It was written on 24/Feb/2022.": "24/Feb/2022 = 2022-02-24",
    "It was written on Feb-24-2022.": "Feb-24-2022 = 2022-02-24",
    "It closes May one, 2022.": "May one, 2022 = 2022-05-01",
    "KYIV, Feb. 24 (Example Wire) - Shelling killed 12.": "Feb. 24 = 2022-02-24",
    # partial dates: the past by default, the future by tense
    "It was founded on April 5.": "April 5 = 2021-04-05",
    "They will vote on April 5.": "April 5 = 2022-04-05",
    "On April 5, they will vote.": "April 5 = 2022-04-05",
    "The polls are to open on April 5.": "April 5 = 2022-04-05",
    "It will be held on Thursday.": "Thursday = 2022-03-17",
    "It was held on Thursday.": "Thursday = 2022-03-10",
    "They said Thursday they will leave.": "Thursday = 2022-03-10",
    "They will leave next month, they said on Thursday.": "next month = 2022-04-01..2022-04-30; Thursday = 2022-03-10",
    "The talks are due on Friday.": "Friday = 2022-03-18",
    "It fell due to snow on Friday.": "Friday = 2022-03-11",
    "The deadline of April 5 may slip.": "April 5 = 2022-04-05",
    "They had until April 5 to answer.": "April 5 = 2022-04-05 (until)",
    "It fell in March.": "March = 2022-03-01..2022-03-31",
    "It will fall in March.": "March = 2022-03-01..2022-03-31",
    "It is forecast to fall in June.": "June = 2022-06-01..2022-06-30",
    "In 2004 sales rose to 1950 tonnes.": "2004 = 2004-01-01..2004-12-31",
    "The May election and the March report cost 3m.": ("May = 2021-05-01..2021-05-31; March = 2022-03-01..2022-03-31"),
    # weeks, quarters, halves, seasons, decades, centuries
    "This week 40 came.": "This week = 2022-03-14..2022-03-20",
    "At the weekend 40 came.": "the weekend = 2022-03-12..2022-03-13",
    "Net income rose in the third quarter of last year.": "the third quarter of last year = 2021-07-01..2021-09-30",
    "Last year's third quarter was better.": "Last year's third quarter = 2021-07-01..2021-09-30",
    "The 2020 second quarter was better.": "2020 second quarter = 2020-04-01..2020-06-30",
    "It grew 2% in Q4.": "Q4 = 2021-10-01..2021-12-31",
    "It grew 2% in 4Q 2020.": "4Q 2020 = 2020-10-01..2020-12-31",
    "It will report first-quarter results in April.": (
        "first-quarter = 2022-01-01..2022-03-31; April = 2022-04-01..2022-04-30"
    ),
    "In the second half of the 1980s it doubled.": "the second half of the 1980s = 1985-01-01..1989-12-31",
    "In the first half of last year it doubled.": "the first half of last year = 2021-01-01..2021-06-30",
    "In the spring of 2003 it opened.": "spring of 2003 = 2003-03-01..2003-05-31",
    "It grew in the '90s.": "'90s = 1990-01-01..1999-12-31",
    "It grew in the 90s.": "90s = 1990-01-01..1999-12-31",
    "It grew in the mid-1990s.": "mid-1990s = 1990-01-01..1999-12-31 mid",
    "It grew in the nineteen-nineties.": "nineteen-nineties = 1990-01-01..1999-12-31",
    "It grew in the 1900s.": "1900s = 1900-01-01..1999-12-31",
    "She won it in '98.": "'98 = 1998-01-01..1998-12-31",
    "She won it in nineteen ninety-eight.": "nineteen ninety-eight = 1998-01-01..1998-12-31",
    "It was planned for the year two thousand.": "the year two thousand = 2000-01-01..2000-12-31",
    "The end of May was wet.": "The end of May = 2021-05-01..2021-05-31 end",
    "The first week of May was wet.": "The first week of May = 2021-05-01..2021-05-07",
    "It rained on the last day of the month.": "the last day of the month = 2022-03-31",
    "It rained in the week of Feb. 9.": "the week of Feb. 9 = 2022-02-07..2022-02-13",
    "It rained in the week beginning 5 March.": "the week beginning 5 March = 2022-03-05..2022-03-11",
    "It grew in the 1970s and 80s.": "1970s = 1970-01-01..1979-12-31; 80s = 1980-01-01..1989-12-31",
    # the weekday tells the year
    "The race on Saturday, April 2, drew 300.": "Saturday, April 2 = 2022-04-02",
    '"Although 2005 was wet, FY 2004 was not."': ("2005 = 2005-01-01..2005-12-31; FY 2004 = 2004-01-01..2004-12-31"),
    # counted from publication
    "The day before yesterday 40 came.": "The day before yesterday = 2022-03-14",
    "Ten days ago 40 came.": "Ten days ago = 2022-03-06",
    "A couple of months ago 40 came.": "A couple of months ago = 2022-01-01..2022-01-31",
    "Twenty-five years ago 40 came.": "Twenty-five years ago = 1997-01-01..1997-12-31",
    "A year ago 40 came.": "A year ago = 2021-01-01..2021-12-31",
    "A few years ago 40 came.": "A few years ago = ?",
    "Over the past two weeks 40 came.": "the past two weeks = 2022-03-02..2022-03-16",
    "Over the next three months 40 will come.": "the next three months = 2022-03-16..2022-06-16",
    "So far this year 40 have come.": "So far this year = 2022-01-01..2022-03-16 so far",
    "Later this month 40 will come.": "Later this month = 2022-03-16..2022-03-31 later",
    "It had sold 40 by year-end.": "year-end = 2022-01-01..2022-12-31 end (by)",
    "It had sold 40 by the end of the year.": "the end of the year = 2022-01-01..2022-12-31 end (by)",
    # ranges
    "It was wet on 12-13 March.": "12-13 March = 2022-03-12..2022-03-13",
    "It was wet from March 12 to 14.": "March 12 to 14 = 2022-03-12..2022-03-14 (from)",
    "It was wet between November and March.": "November and March = 2021-11-01..2022-03-31",
    "It was wet from November 2019 to March 2020.": ("November 2019 to March 2020 = 2019-11-01..2020-03-31 (from)"),
    "It runs from today through April 2.": "today through April 2 = 2022-03-16..2022-04-02 (from)",
    "The 2014-15 season was wet.": "2014-15 = 2014-01-01..2015-12-31",
    "In 1999/2000 it was wet.": "1999/2000 = 1999-01-01..2000-12-31",
    "The first nine months of 2021 were wet.": "The first nine months of 2021 = 2021-01-01..2021-09-30",
    "The last two weeks of January were wet.": "The last two weeks of January = 2022-01-18..2022-01-31",
    "In the six months ended Dec. 31 it grew.": "six months ended Dec. 31 = 2021-07-01..2021-12-31",
    "It rained from 0800 to 1800 GMT.": "0800 to 1800 GMT = ? 08:00 (from)",
    "It rained (1500 GMT) at 0600 on Monday.": "1500 GMT = ? 15:00; 0600 on Monday = 2022-03-14 06:00",
    "May-July 2010 was wet.": "May-July 2010 = 2010-05-01..2010-07-31",
    "In Jan-Mar 2012 it rained.": "Jan-Mar 2012 = 2012-01-01..2012-03-31",
    # times of the day
    "The quake struck at 17:22 on Sunday.": "17:22 on Sunday = 2022-03-13 17:22",
    "The quake struck at 5 o'clock.": "5 o'clock = ? 05:00",
    "The quake struck on Sunday at 3 p.m.": "Sunday at 3 p.m. = 2022-03-13 15:00",
    "It was admitted at 1130.": "1130 = ? 11:30",
    "The road is shut from 2200 until 0500.": "2200 until 0500 = ? 22:00 (from)",
    # a year of two digits, in capitals too
    "LIMA, 14 AUG 89 (EXAMPLE) -- THE BANKER DIED.": "14 AUG 89 = 1989-08-14",
    "30 NOV 98 -- IT BEGAN.": "30 NOV 98 = 1998-11-30",
    "On 30 Nov 12 were hurt.": "30 Nov = 2021-11-30",
    "On May 3 89 rebels left.": "May 3 = 2021-05-03",
    "On 9 June 2020, 2 local guards were hurt.": "9 June 2020 = 2020-06-09",
    # one day or the next
    "The vote will be held on 6 or 7 May.": "6 or 7 May = 2022-05-06..2022-05-07",
    "The vote will be held on May 6 or 7.": "May 6 or 7 = 2022-05-06..2022-05-07",
    # holidays
    "It sold 40 on Christmas Eve.": "Christmas Eve = 2021-12-24",
    "It sold 40 on New Year's Day.": "New Year's Day = 2022-01-01",
    "The attacks of 9/11 killed 2,977.": "9/11 = 2001-09-11",
}


@pytest.mark.parametrize(("text", "expected"), FORMS.items(), ids=str)
def test_forms(text, expected):
    assert said(text) == expected


NOTHING = [
    "It may rise, and others may march on it.",
    "May said she would leave.",
    "Theresa May, 60, left.",
    "The deal was attacked by May.",
    "March on, they cried.",
    "June Carter and April Smith sold 40 each.",
    "The second man sat in the sun with 40 others.",
    "The firm employs 2019 people.",
    "It paid $2000 for 2010 tonnes.",
    "It raised 1,998 dollars.",
    "He ran 1500 metres; it cost 2004 dollars.",
    "The keys are 2048-bit.",
    "The index closed at 2045 points.",
    "They won 3-2 and 12-10.",
    "He is in his 80s, she in her late twenties.",
    "Temperatures reached the 90s.",
    "Pensions for the over-70s rose.",
    "Every Friday 300 come, and each July 4,000.",
    "Black Friday and Super Tuesday were good days.",
    "The Sunday Times and USA Today have 2m readers.",
    "They reached the quarter-final.",
    "A quarter of a million fled, a third of them on foot.",
    "He scored 2 in the first half and 3 in the second.",
    "It was an overnight success with overnight rates of 2%.",
    "The fall of the wall cost 3m; spring water costs 2.",
    "It takes two days and 24 hours, or a year.",
    "Rent is waived for the first six months after the move.",
    "He scored 2 in the first 10 minutes of the match.",
    "She is the player of the year.",
    "The Christmas tree and the Easter bunny cost 40.",
    "In 2000 homes the lights went out.",
    "Killed 2000 British troops.",
    "It rose by 1200 and fell by 1500.",
    "The index closed at 2130.",
    "They hired 2130 and let go of about 1500.",
    "Flight 1982 left with Windows 2000 and Euro 2004.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_no_date(text):
    assert said(text) == ""


NOT_YET = {
    "It opened a year ago today.": "a year ago today = 2021-03-16",
    "It opens on the 25th of this month.": "the 25th of this month = 2022-03-25",
    "It was wet on the 12th and 13th of March.": "the 12th and 13th of March = 2022-03-12..2022-03-13",
    "It was wet on March 12, 13 and 14.": "March 12, 13 and 14 = 2022-03-12..2022-03-14",
    "It starts in five years.": "in five years = 2027-01-01..2027-12-31",
    "She died later in the day.": "later in the day = 2022-03-16",
}


@pytest.mark.xfail(reason="not read yet", strict=True)
@pytest.mark.parametrize(("text", "expected"), NOT_YET.items(), ids=str)
def test_not_yet(text, expected):
    assert said(text) == expected


CONTEXT = {
    # what was reported before, a year earlier
    "Third-quarter net rose 5%. A year earlier it was $3m.": "2020-07-01..2020-09-30",
    "Third-quarter net rose 5%. In the year-earlier period it was $3m.": "2020-07-01..2020-09-30",
    "Net rose in the six months ended Dec. 31. A year ago it fell.": "2020-07-01..2020-12-31",
    "Net rose in the third quarter. The company lost $2m in the quarter.": "2021-07-01..2021-09-30",
    "Net rose in the third quarter. In the same period last year it fell.": "2021-07-01..2021-09-30",
    "Net rose in the third quarter. In the 2020 quarter it fell.": "2020-07-01..2020-09-30",
    "Prices rose 2% in January from a year earlier.": "2021-01-01..2021-01-31",
    # the last date named
    "It opened in 2010. The following year it shut.": "2011-01-01..2011-12-31",
    "It opened on March 4, 2010. Two weeks later it shut.": "2010-03-15..2010-03-21",
    "It opened on March 4, 2010. The previous Friday it had burned.": "2010-02-26",
    "It opened on March 4, 2010. It shut later that month.": "2010-03-01..2010-03-31",
}


@pytest.mark.parametrize(("text", "expected"), CONTEXT.items(), ids=str)
def test_a_phrase_that_points_back(text, expected):
    last = dates(text, published=WEDNESDAY)[-1]
    found = f"{last.first}" if last.first == last.last else f"{last.first}..{last.last}"
    assert found == expected


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("at 3 p.m. on Sunday", Precision.TIME),
        ("on Sunday", Precision.DAY),
        ("last week", Precision.WEEK),
        ("in the week ended Feb. 11", Precision.WEEK),
        ("in May", Precision.MONTH),
        ("in early May", Precision.MONTH),
        ("in the third quarter", Precision.QUARTER),
        ("in the first half of 2020", Precision.HALF),
        ("last summer", Precision.SEASON),
        ("in 2010", Precision.YEAR),
        ("in the 1990s", Precision.DECADE),
        ("in the 18th century", Precision.CENTURY),
        ("from 2010 to 2014", Precision.RANGE),
        ("in the past 24 hours", Precision.RANGE),
        ("a few years ago", Precision.VAGUE),
    ],
)
@pytest.mark.parametrize("published", [WEDNESDAY, None])
def test_precision_is_as_stated_with_and_without_a_publication_date(text, precision, published):
    (found,) = dates(f"It fell {text}.", published=published)
    if precision is not Precision.VAGUE and (precision is not Precision.TIME or published):
        assert found.precision is precision


def test_without_a_publication_date_relative_dates_say_so():
    found = dates("It fell on Monday; yesterday; in May; last year; on 5 March and in 2010.")
    assert [(d.text, d.first) for d in found[:-1]] == [
        ("Monday", None), ("yesterday", None), ("May", None), ("last year", None), ("5 March", None)
    ]  # fmt: skip
    assert found[-1].first == dt.date(2010, 1, 1)


@pytest.mark.parametrize(
    ("text", "order", "expected"),
    [
        ("03/04/2024", None, ("2024-03-04", "2024-04-03", True)),
        ("03/04/2024", "MDY", ("2024-03-04", "2024-03-04", False)),
        ("03/04/2024", "dmy", ("2024-04-03", "2024-04-03", False)),
        ("3/4/24", "DMY", ("2024-04-03", "2024-04-03", False)),
        ("25/12/2024", None, ("2024-12-25", "2024-12-25", False)),
        ("12/25/2024", None, ("2024-12-25", "2024-12-25", False)),
        ("25/12/2024", "MDY", ("2024-12-25", "2024-12-25", False)),
        ("2/2/2024", None, ("2024-02-02", "2024-02-02", False)),
        ("2024-04-03", "MDY", ("2024-04-03", "2024-04-03", False)),
    ],
)
def test_numeric_dates(text, order, expected):
    (found,) = dates(f"Filed {text}.", date_order=order)
    assert (str(found.first), str(found.last), found.ambiguous) == expected


@pytest.mark.parametrize("text", ["Filed 31/02/2024.", "Filed 45/45/2024.", "It was 9999 years ago.", "Feb. 30, 2020"])
def test_a_day_that_no_calendar_has_stays_unresolved(text):
    assert all(found.first is None for found in dates(text, published=WEDNESDAY))


def test_an_assumed_anchor_is_marked():
    (found,) = dates("It lost $2m in the quarter.", published=WEDNESDAY)
    assert found.assumed
    assert (found.first, found.last) == (dt.date(2021, 10, 1), dt.date(2021, 12, 31))


def test_fiscal_periods_are_marked():
    assert [d.fiscal for d in dates("It grew in fiscal 2021 and shrank in 2022.")] == [True, False]


@pytest.mark.parametrize(
    ("part", "expected"),
    [("early", (1, 10)), ("mid", (11, 20)), ("late", (21, 30)), ("end", (26, 30)), ("", (1, 30))],
)
def test_likely_days_of_a_part(part, expected):
    month = AsOf(dt.date(2022, 4, 1), dt.date(2022, 4, 30), Precision.MONTH, part=part)
    assert month.likely == tuple(dt.date(2022, 4, day) for day in expected)


def test_likely_days_of_an_unresolved_date():
    assert AsOf(None, None).likely is None


@pytest.mark.parametrize(
    "published",
    ["2022-03-16", " 2022-03-16 ", dt.date(2022, 3, 16), dt.datetime(2022, 3, 16, 9, 30), "2022-03-16T09:30:00Z"],
)
def test_published_as_date_datetime_or_iso(published):
    assert dates("It fell yesterday.", published=published)[0].first == dt.date(2022, 3, 15)


@pytest.mark.parametrize("published", [20220316, 1.5, b"2022-03-16", ["2022-03-16"], True])
def test_published_of_another_type_is_refused(published):
    with pytest.raises(TypeError, match="published"):
        dates("It fell.", published=published)


@pytest.mark.parametrize("published", ["", "yesterday", "16/03/2022", "2022-13-01"])
def test_published_that_is_no_iso_date_is_refused(published):
    with pytest.raises(ArgumentError, match="published"):
        dates("It fell.", published=published)


def test_other_arguments_are_refused_by_name():
    with pytest.raises(TypeError, match="text"):
        dates(b"It fell.")
    with pytest.raises(TypeError, match="date_order"):
        dates("It fell.", date_order=1)
    with pytest.raises(ArgumentError, match="date_order"):
        dates("It fell.", date_order="DDMMYY")


def test_marks_tell_a_count_of_time_from_the_number_of_a_date():
    sentence = Sentence("In the past 24 hours 30 died, two days ago 40, on May 5, 2021 at 11 a.m. 50.")
    found = [(sentence.said(m.first, m.last), m.duration) for m in find_marks(sentence, EN)]
    assert found == [("the past 24 hours", True), ("two days ago", True), ("May 5, 2021 at 11 a.m.", False)]


def test_names_with_years_are_marked_but_are_no_dates():
    sentence = Sentence("The Euro 2004 and Windows 2000 sold 40.")
    assert [mark.kind for mark in find_marks(sentence, EN)] == ["name", "name"]
    assert asof.find(sentence, None, EN) == ()


def test_marks_found_before_are_not_spotted_again():
    sentence = Sentence("It fell on Monday.")
    marks = find_marks(sentence, EN)
    assert asof.find(sentence, dt.date(2022, 3, 16), EN, marks=marks) == asof.find(sentence, dt.date(2022, 3, 16), EN)


def test_dateparser_stays_unloaded_by_common_dates(run_fresh):
    text = "It fell on Monday, 5 March 2019, two days ago, on 2019-03-05 and in the third quarter."
    assert run_fresh(f"nf.dates({text!r}, published='2022-03-16')") == "False"
    assert run_fresh("nf.dates('Filed 28-Dec-2021.')") == "True"


@pytest.fixture
def run_fresh():
    import subprocess
    import sys

    def run(call):
        code = f"import sys; from newsfigures import asof as nf; {call}; print('dateparser' in sys.modules)"
        return subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.strip()

    return run


# --- the calendar ----------------------------------------------------------------------------------------------------

DAYS = st.dates(dt.date(1600, 1, 1), dt.date(2400, 12, 31))
UNITS = st.sampled_from(["day", "week", "month", "quarter", "half", "year", "decade", "century"])


@given(DAYS, UNITS)
def test_a_period_holds_its_day(day, unit):
    first, last = period.around(unit, day)
    assert first <= day <= last


@given(DAYS, UNITS, st.integers(-5, 5))
def test_periods_follow_each_other_without_a_gap(day, unit, shift):
    assert period.around(unit, day, shift)[1] + dt.timedelta(1) == period.around(unit, day, shift + 1)[0]


@given(DAYS)
def test_a_year_before_and_back_is_the_same_month(day):
    month = period.around("month", day)
    assert period.year_before(period.year_before(month), -1) == month


@given(st.integers(1600, 2400))
def test_easter_is_a_sunday_of_spring(year):
    easter = period.easter(year)
    assert easter.weekday() == 6
    assert dt.date(year, 3, 22) <= easter <= dt.date(year, 4, 25)


# --- laws ------------------------------------------------------------------------------------------------------------

PHRASES = st.sampled_from([*FORMS, *NOTHING, *CONTEXT])
WORDS = st.sampled_from(
    "in on of the to by since may May March Mar. Friday 5 12 31 1999 2000 2005 90s ' - / : , . a.m. pm last next this "
    "past year years quarter third half week ended ago earlier two days first end early late mid and between Christmas "
    "nineteen ninety fiscal Q 3 q s 's $ % people overnight today century 24 hours summer fall weekend".split()
)


@given(st.lists(WORDS, max_size=14).map(" ".join), st.one_of(st.none(), DAYS))
def test_any_words_are_read_without_raising_and_in_order(text, published):
    found = dates(text, published=published)
    for one in found:
        assert one.span.of(text) == one.text
        assert (one.first is None) == (one.last is None)
        assert one.first is None or one.first <= one.last
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(found))


@given(st.text(max_size=60))
def test_any_text_is_read_without_raising(text):
    dates(text, published="0001-01-01")
    dates(text, published="9999-12-31")


@given(PHRASES, st.integers(1, 2000))
def test_text_before_moves_spans_and_nothing_else(text, shift):
    moved = "\n" * shift + text
    key = [(d.first, d.last, d.text, d.span.start + shift) for d in dates(text, published=WEDNESDAY)]
    assert [(d.first, d.last, d.text, d.span.start) for d in dates(moved, published=WEDNESDAY)] == key


@given(PHRASES)
def test_a_publication_date_resolves_and_never_hides(text):
    without, with_date = dates(text), dates(text, published=WEDNESDAY)
    assert [d.span for d in without] == [d.span for d in with_date]


@given(st.dates(dt.date(1990, 1, 1), dt.date(2090, 12, 31)))
def test_full_dates_are_read_as_written(day):
    for form in ("%d %B %Y", "%B %d, %Y", "%Y-%m-%d", "%A, %d %B %Y", "%b. %d, %Y" if day.month != 5 else "%B %d, %Y"):
        (found,) = dates(f"It was signed on {day.strftime(form)}.")
        assert (found.first, found.last) == (day, day)


@given(DAYS, st.integers(0, 6))
def test_a_weekday_is_within_a_week_on_the_side_of_its_tense(day, weekday):
    name = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()[weekday]
    (past,) = dates(f"They voted on {name}.", published=day)
    (ahead,) = dates(f"They will vote on {name}.", published=day)
    assert 0 <= (day - past.first).days < 7
    assert 0 <= (ahead.first - day).days < 7
    assert past.first.weekday() == ahead.first.weekday() == weekday
