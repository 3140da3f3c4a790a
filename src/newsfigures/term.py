"""Stretches of time: last week, the third quarter, the past 24 hours, two days ago, the nine months to September."""

from .datewords import APOSTROPHES, MINUS, Mark, Reader, counts, direction, number_before, year_value
from .year import with_year


def unit(reader: Reader, index: int) -> Mark | None:
    """Read what a word such as week, months or quarter closes."""
    word = reader.lowers[index]
    unit = reader.table.unit[word]
    if word in reader.table.sets["plural"]:
        return _units(reader, index, unit)
    before = reader.back(index - 1)
    if before in MINUS and reader.back(index - 2):
        before = reader.back(index - 2)
    ordinal = reader.table.ordinal.get(before)
    if unit == "year" and before == "new":
        eve = reader.at(index + 2)
        if reader.at(index + 1) == "'s" and eve in ("day", "eve"):
            return with_year(
                reader, Mark(index - 1, index + 3, "holiday", (None, "01-01" if eve == "day" else "12-31", None))
            )
        return None
    if unit in ("quarter", "half") and (ordinal or before in ("final", "last", "1st", "2nd")):
        return _quarter(reader, index, unit, ordinal)
    if unit == "year" and reader.at(index + 1) in MINUS:
        joint = reader.at(index + 2)
        if joint in reader.table.sets["ago"] or joint in reader.table.sets["earlier"]:
            return None
        if joint == "end" and before not in reader.table.shift and before != "fiscal":
            return Mark(index, index + 3, "unit", ("year", 0), part="end")
    if unit == "year" and reader.at(index + 1) == "end":
        return Mark(index, index + 2, "unit", ("year", 0), part="end")
    if (
        unit == "year"
        and reader.at(index + 1) == "'s"
        and reader.at(index + 2) == "end"
        and reader.at(index + 3) != "of"
    ):
        return Mark(index, index + 3, "unit", ("year", 0), part="end")
    if unit == "year" and before == "the" and reader.at(index + 1) == "two" and reader.at(index + 2) == "thousand":
        return Mark(index - 1, index + 3, "year", (2000,))
    if unit in ("day", "week", "month") and reader.at(index + 1) == "of" and (ordinal or before in ("last", "final")):
        # Dropped again unless a month or a year follows: "the first week of May", not "of the campaign".
        first = index - 2 if reader.back(index - 2) == "the" else index - 1
        return Mark(first, index + 1, "span", (1, unit, "last" if ordinal is None else "first", ordinal))
    if unit == "day" and before == "next" and reader.back(index - 2) == "the":
        return Mark(index - 2, index + 1, "relative", ("day", 1))
    if unit == "century":
        return Mark(index - 1, index + 1, "century", (ordinal,)) if ordinal else _held(reader, index, unit)
    return _held(reader, index, unit)


def _held(reader: Reader, index: int, unit: str) -> Mark | None:
    """Read last week, this fiscal year, the previous month, that quarter, the year to March."""
    spot = index
    if reader.back(index - 1) in reader.table.sets["fiscal"] or reader.back(index - 1) in ("calendar", "whole", "full"):
        spot = index - 1
    before = reader.back(spot - 1)
    if unit in ("quarter", "period", "half") and reader.floor and reader.floor == spot - (reader.at(spot - 1) == "'s"):
        return Mark(index, index + 1, "anaphor", (unit,))
    shift, first = direction(reader, spot)
    if shift is not None:
        if unit in ("day", "hour", "minute", "half", "period") and not (unit == "period" and shift == -1):
            return None
        if before == "past" and unit != "weekend":
            return Mark(first, index + 1, "rolling", (1, unit, -1))
        return Mark(first, index + 1, "unit", (unit, shift))
    relative = reader.table.relative.get(before)
    if (
        relative is not None
        and unit not in ("minute", "hour")
        and not (unit == "half" and reader.at(index + 1) == "of")
    ):
        first = spot - 2 if reader.back(spot - 2) == "the" else spot - 1
        return Mark(first, index + 1, "relative", (unit, relative))
    if before in reader.table.sets["latest"] and unit in ("quarter", "period", "half", "year", "week", "month"):
        return Mark(spot - 2 if reader.back(spot - 2) == "the" else spot - 1, index + 1, "latest", (unit,))
    if before == "the":
        return _definite(reader, spot, index, unit)
    counted = number_before(reader, index)
    if counted and unit not in ("period", "half") and counted[0] is not None:
        return Mark(counted[1], index + 1, "span", (counted[0], unit))
    return None


def _definite(reader: Reader, spot: int, index: int, unit: str) -> Mark | None:
    """Read the quarter, the weekend, the end of the year; "the year" alone says little and waits for "to March"."""
    if reader.at(index + 1) in MINUS and reader.tight(index + 2):
        return None
    if unit in ("quarter", "period", "weekend") or spot < index:
        return Mark(spot - 1, index + 1, "anaphor", (unit,))
    held = reader.back(spot - 2) in ("of", "in") and reader.back(spot - 3) in (
        *reader.table.part_of,
        "later",
        "earlier",
        "late",
        "early",
    )
    held = held or (reader.back(spot - 2) == "of" and reader.at(spot - 3) in reader.table.unit)
    if held and unit in ("week", "month", "year", "decade", "century"):
        return Mark(spot - 1, index + 1, "unit", (unit, 0))
    return Mark(spot - 1, index + 1, "span", (1, unit))


def _units(reader: Reader, index: int, unit: str) -> Mark | None:
    counted = number_before(reader, index)
    if counted is None:
        return None
    number, first = counted
    before = reader.back(first - 1)
    if before == "or" and reader.back(first - 2) in reader.table.number:
        return None  # "the first two or three weeks of May"
    shift, start = direction(reader, first)
    if shift:
        return Mark(start, index + 1, "rolling", (number, unit, shift), duration=True)
    if before in reader.table.ordinal or before in ("final", "latest", "opening"):
        start = first - 2 if reader.back(first - 2) == "the" else first - 1
        # "The first nine months" of a report are the year's; "the first six months after the move" are nobody's.
        alone = unit in ("month", "quarter") and reader.at(index + 1) not in reader.table.sets["of something"]
        return Mark(start, index + 1, "units" if alone else "span", (number, unit, before), duration=True)
    return Mark(first, index + 1, "span", (number, unit), duration=True)


def _quarter(reader: Reader, index: int, unit: str, ordinal: int | None) -> Mark | None:
    """Read the third quarter, third-quarter, the last quarter, the first half of 2020."""
    behind = reader.at(index + 1)
    if (behind in MINUS and reader.tight(index + 1)) or behind in ("final", "finals", "back"):
        return None
    hyphen = reader.back(index - 1) in MINUS
    first = index - 2 if hyphen else index - 1
    fiscal = reader.back(first - 1) in reader.table.sets["fiscal"]
    shift = -1 if ordinal is None and reader.lowers[first] == "last" else None
    number = ordinal if ordinal is not None else 0 if unit == "quarter" else 2
    if number > 4 or (unit == "half" and number > 2):
        return None
    start = first - 1 if fiscal else first
    if reader.back(start - 1) == "the":
        start -= 1
    mark = with_year(reader, Mark(start, index + 1, unit, (None, number, shift)))
    if unit == "half" and mark.value[0] is None and not _half_year(reader, index, hyphen):
        return None
    return mark


def _half_year(reader: Reader, index: int, hyphen: bool) -> bool:
    """Say whether "first half" is half a year: a match has one too."""
    behind, ahead, held = (reader.at(index + step) for step in (1, 2, 3))
    if behind != "of":
        return behind in reader.table.sets["report"] and (hyphen or behind != "net")
    if ahead in reader.table.shift or ahead in reader.table.sets["fiscal"]:
        return True
    # "of the year", "of its fiscal year", "of the 1980s", "of the '80s"
    dated = held in reader.table.unit or held in reader.table.sets["fiscal"] or held.isdecimal() or held in APOSTROPHES
    return ahead in reader.table.sets["determiner"] and dated


def ago(reader: Reader, index: int) -> Mark | None:
    """Read two days ago, a year earlier, year-ago, six weeks later, earlier this month."""
    word = reader.lowers[index]
    end = index - 2 if reader.back(index - 1) == "so" and reader.back(index - 2) == "or" else index
    joined = reader.back(end - 1) in MINUS
    spot = end - 2 if joined else end - 1
    unit = reader.table.unit.get(reader.back(spot))
    if unit is None or unit in ("half", "period"):
        return None
    way = "ago" if word in reader.table.sets["ago"] else "later" if word in reader.table.sets["later"] else "earlier"
    counted = number_before(reader, spot)
    if joined:
        first = spot - 1 if reader.back(spot - 1) == "the" else spot
        if counted and counted[1] < spot and reader.lowers[counted[1]] not in ("a", "an"):
            return Mark(counted[1], index + 1, "ago", (counted[0], unit, way), duration=True)
        behind = reader.table.unit.get(reader.at(index + 1), "")
        return Mark(first, index + 1 + bool(behind), "ago", (1, unit, "year-" + way, behind))
    if counted is None:
        plural = reader.back(spot) in reader.table.sets["plural"]
        return Mark(spot, index + 1, "ago", (None, unit, way)) if plural and way == "ago" else None
    if word in ("before", "previously") and reader.at(index + 1)[:1].isalpha() and word == "before":
        return None
    return Mark(
        counted[1], index + 1, "ago", (counted[0], unit, way), duration=reader.lowers[counted[1]] not in ("a", "an")
    )


def fiscal(reader: Reader, index: int) -> Mark | None:
    """Read fiscal 1989 and FY2019."""
    year = year_value(reader.at(index + 1))
    start = index
    if reader.at(index + 1) == "year":
        year = year_value(reader.at(index + 2))
        return Mark(start, index + 3, "fiscal", (year,)) if year and not counts(reader, index + 3) else None
    return Mark(start, index + 2, "fiscal", (year,)) if year else None


def letter(reader: Reader, index: int) -> Mark | None:
    """Read Q3, H1 and FY2019."""
    word, number = reader.lowers[index], reader.at(index + 1)
    if word in reader.table.sets["fiscal"]:
        return fiscal(reader, index)
    if not reader.tight(index + 1) or not reader.capital(index):
        return None
    if number not in (("1", "2", "3", "4") if word == "q" else ("1", "2")):
        return None
    return with_year(reader, Mark(index, index + 2, "quarter" if word == "q" else "half", (None, int(number), None)))


def to_date(reader: Reader, index: int) -> Mark | None:
    """Read year to date and year-to-date."""
    joint = reader.back(index - 1)
    spot = index - 2 if joint in MINUS else index - 1
    if reader.back(spot) != "to":
        return None
    spot = spot - 2 if reader.back(spot - 1) in MINUS else spot - 1
    unit = reader.table.unit.get(reader.back(spot))
    return (
        Mark(spot, index + 1, "unit", (unit, 0), part="so far")
        if unit in ("year", "month", "quarter", "week")
        else None
    )
