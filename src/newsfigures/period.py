"""Calendar periods as their first and last day: the third quarter of 1990, the week of a day, the winter of 2003.

Weeks run from Monday to Sunday (ISO 8601), seasons are those of the northern hemisphere in whole months (winter is
December to February), the 1990s are 1990 to 1999 and the 20th century is 1901 to 2000.
"""

import calendar
import datetime as dt
import functools

Days = tuple[dt.date, dt.date]

_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120}


@functools.lru_cache(maxsize=1024)
def months(year: int, month: int, count: int = 1) -> Days:
    """Return the first and last day of `count` months from a month on; `month` may lie outside 1 to 12.

    >>> months(2003, 12, 3)[1].isoformat()
    '2004-02-29'
    """
    start = year * 12 + month - 1
    last_year, last_month = divmod(start + count - 1, 12)
    last = calendar.monthrange(last_year, last_month + 1)[1]
    return dt.date(start // 12, start % 12 + 1, 1), dt.date(last_year, last_month + 1, last)


def around(unit: str, day: dt.date, shift: int = 0) -> Days:
    """Return the period of a kind that holds the day, or the one `shift` periods after it.

    >>> [d.isoformat() for d in around("quarter", dt.date(1989, 10, 30), -1)]
    ['1989-07-01', '1989-09-30']
    """
    if unit in _MONTHS:
        size = _MONTHS[unit]
        start = (day.year * 12 + day.month - 1) // size * size + shift * size
        return months(start // 12, start % 12 + 1, size)
    if unit == "century":
        start_year = (day.year - 1) // 100 * 100 + 1 + shift * 100
        return dt.date(start_year, 1, 1), dt.date(start_year + 99, 12, 31)
    if unit in ("week", "fortnight"):
        step = 7 if unit == "week" else 14
        monday = day - dt.timedelta(day.weekday() - shift * step)
        return monday, monday + dt.timedelta(6)
    if unit == "weekend":
        saturday = day + dt.timedelta(5 - day.weekday() + 7 * shift)
        return saturday, saturday + dt.timedelta(1)
    moved = day + dt.timedelta(shift)
    return moved, moved


def moved(day: dt.date, unit: str, count: int) -> dt.date:
    """Return the day `count` units later; the 31st moves to the last day of a shorter month.

    >>> moved(dt.date(2024, 3, 31), "month", -1).isoformat()
    '2024-02-29'
    """
    if unit in _MONTHS or unit == "century":
        start = day.year * 12 + day.month - 1 + count * _MONTHS.get(unit, 1200)
        last = calendar.monthrange(start // 12, start % 12 + 1)[1]
        return dt.date(start // 12, start % 12 + 1, min(day.day, last))
    return day + dt.timedelta({"week": 7, "weekend": 7, "fortnight": 14}.get(unit, 1) * count)


def _ends_month(days: Days) -> bool:
    """Say whether a period is made of whole months."""
    return days[0].day == 1 and (days[1] + dt.timedelta(1)).day == 1


def year_before(days: Days, years: int = 1) -> Days:
    """Return the same stretch of the calendar some years earlier; whole months stay whole.

    >>> [d.isoformat() for d in year_before((dt.date(2025, 2, 1), dt.date(2025, 2, 28)))]
    ['2024-02-01', '2024-02-29']
    """
    first, last = moved(days[0], "year", -years), moved(days[1], "year", -years)
    if _ends_month(days):
        last = last.replace(day=calendar.monthrange(last.year, last.month)[1])
    return first, last


def easter(year: int) -> dt.date:
    """Return Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876).

    >>> easter(2024).isoformat()
    '2024-03-31'
    """
    golden, century, rest = year % 19, year // 100, year % 100
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return dt.date(year, month, day + 1)
