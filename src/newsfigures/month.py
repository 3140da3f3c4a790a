"""Weekdays, months with their days, seasons and holidays: Friday, Oct. 3-9, last spring, Christmas Eve."""

from .datewords import CURRENCY, DASHES, Mark, Reader, counts, day_number, digit_value, direction, year_value
from .year import with_year


def weekday(reader: Reader, index: int) -> Mark | None:
    """Read Friday, last Friday, Friday night; not every Friday, Black Friday or the Sunday Times."""
    if not (reader.capital(index) or reader.back(index - 1) in reader.table.sets["before year"]):
        return None
    behind = reader.at(index + 1)
    before = reader.at(index - 1)
    if before in reader.table.sets["set"] or before in reader.table.sets["named day"]:
        return None
    if behind in reader.table.sets["paper"] and reader.capital(index + 1) and not reader.is_upper:
        return None
    relative = reader.table.relative.get(reader.back(index - 1))
    if relative is not None and before not in ("that", "same"):
        return Mark(index - 1, index + 1, "relative_weekday", (reader.table.weekday[reader.lowers[index]], relative))
    shift, first = direction(reader, index)
    end, clock = index + 1, None
    hour = reader.table.daypart.get(behind)
    if hour is not None:
        end, clock = end + 1, (hour, -1)
    return Mark(first, end, "weekday", (reader.table.weekday[reader.lowers[index]], shift), clock=clock)


def short_weekday(reader: Reader, index: int) -> Mark | None:
    """Read Sat. and Sun, which are words of their own, only before a date."""
    if not reader.capital(index):
        return None
    end = index + 1
    end += reader.at(end) == "."
    ahead = end + (reader.at(end) == ",")
    word = reader.at(ahead)
    follows = (
        word in reader.table.month
        or word in reader.table.short_month
        or (word.isdecimal() and reader.at(ahead + 1) in reader.table.short_month)
    )
    if not follows and not (word.isdecimal() and reader.at(ahead + 1) in reader.table.month):
        return None
    return Mark(index, end, "weekday", (reader.table.short_weekday[reader.lowers[index]], None))


def short_month(reader: Reader, index: int) -> Mark | None:
    """Read Oct. 18, in Sept., Dec-28-2024."""
    if not reader.capital(index):
        return None
    if (
        reader.at(index + 1) in ("-", "/")
        and reader.at(index + 2).isdecimal()
        and reader.at(index + 3) == reader.at(index + 1)
    ):
        if reader.tight(index + 1) and reader.tight(index + 4) and year_value(reader.at(index + 4)):
            return Mark(index, index + 5, "full")
    named = reader.table.sets["any month"]
    if (reader.at(index + 1) in ("-", "/") and reader.at(index + 2) in named) or (
        reader.at(index - 1) in ("-", "/") and reader.at(index - 2) in named
    ):
        return _dated(reader, index, index + 1, reader.table.short_month[reader.lowers[index]])
    stop = reader.at(index + 1) == "." and reader.tight(index + 1)
    month = reader.table.short_month[reader.lowers[index]]
    mark = _dated(reader, index, index + 1 + stop, month)
    if mark.kind != "month" or mark.value[0] is not None or mark.of is not None:
        return mark
    # Alone ("in Sept.") an abbreviation needs its full stop and a word before it that a month could follow.
    if stop and (reader.back(index - 1) in reader.table.sets["before year"] or mark.first < index):
        return mark
    return None


def month(reader: Reader, index: int) -> Mark | None:
    """Read a month's name with its day and year, and alone where it cannot be the verb or the woman."""
    word, sets = reader.lowers[index], reader.table.sets
    mark = _dated(reader, index, index + 1, reader.table.month[word])
    verb = word in sets["modal month"] or word in sets["verb month"]
    if mark.kind != "month" or mark.value[0] is not None or mark.value[2] is not None or mark.of:
        # "Due march 9, 1981" is a date in small letters too; "they march 9 miles" is none.
        small = mark.kind != "month" and (not verb or (mark.kind == "date" and mark.value[0] is not None))
        return mark if small or reader.capital(index) else None
    before = reader.at(index - 1)
    if not reader.capital(index):
        return mark if not verb and word not in sets["name month"] and before in sets["before year"] else None
    if before in sets["set"]:
        return None
    return mark if _is_month(reader, index, word) else None


def _is_month(reader: Reader, index: int, word: str) -> bool:
    """Say whether a month's name alone is the month: not may, march, a woman called June, nor a title."""
    sets = reader.table.sets
    before, behind = reader.at(index - 1), reader.at(index + 1)
    follows = index + 1 < reader.size
    if follows and before in sets["before month noun"] and behind.isalpha() and behind not in sets["function"]:
        if not reader.capital(index + 1):
            return True
    introduced = (before in sets["before year"] and before not in sets["weak"]) or before in DASHES
    if (behind in DASHES or behind in ("to", "and")) and reader.at(index + 2) in sets["any month"] and follows:
        introduced = introduced or reader.capital(index + 2)
    if before == "of":  # "the end of May", "the first week of May", but not "critics of May"
        held = reader.at(index - 2)
        introduced = held in reader.table.part_of or held in reader.table.unit or held in sets["most"]
    if word in sets["modal month"]:
        if behind == "'s" and index and not reader.capital(index - 1):
            return True
        return introduced and not (before == "by" and reader.at(index - 2).endswith(("ed", "en")))
    introduced = introduced or before in sets["before year"]
    if word in sets["verb month"]:
        named = index and (before in ("the", "a", "'s") or reader.capital(index - 1))
        return introduced or not (named or behind in sets["behind verb"])
    if word in sets["name month"]:
        named = follows and reader.capital(index + 1) and behind[:1].isalpha() and not reader.is_upper
        if named and (not introduced or before in sets["weak"]):
            return False
        return introduced or index <= 1 or not (before[:1].isalpha() and reader.capital(index - 1))
    return True


def _dated(reader: Reader, index: int, end: int, month: int) -> Mark:
    """Read what belongs to a month's name: a day before or behind it, a span of days, a year, last or next."""
    behind = day_number(reader, end)
    if behind and _follows_day(reader, index):
        behind = None
    if (
        behind
        and not counts(reader, behind[1])
        and not (reader.at(behind[1]) == ":" and reader.at(behind[1] + 1).isdecimal())
    ):
        mark = _day_range(reader, index, month, behind)
        if mark.kind == "range" or reader.at(behind[1]) not in reader.table.meridiem:
            return mark
    first, day, start_day = _days_before(reader, index)
    if day is not None:
        mark = with_year(reader, Mark(first, end, "date", (None, month, day)))
        if start_day is None:
            return mark
        begin = Mark(first, first + 1, "date", (mark.value[0], month, start_day))
        return Mark(first, mark.last, "range", (), begin, mark)
    shift, first = direction(reader, index)
    mark = Mark(first, end, "month", (None, month, shift))
    return mark if shift is not None else with_year(reader, mark)


def _follows_day(reader: Reader, index: int) -> bool:
    """Say whether the day stands before the month, so that digits behind it are none: "on 30 Nov 12 were hurt"."""
    day = digit_value(reader.back(index - 1), 2)
    return day is not None and 1 <= day <= 31 and reader.at(index - 2) in ("on", "since", "until", "by", "dated")


def _day_range(reader: Reader, index: int, month: int, behind: tuple[int, int]) -> Mark:
    """Read Oct. 3, Oct. 3-9 and Oct. 3 to 9, with the year behind."""
    day, end = behind
    joint = reader.at(end)
    if joint in DASHES or joint in ("to", "and", "or", "through", "until") or joint == "/":
        last = day_number(reader, end + 1)
        ahead = reader.at(last[1]) if last else ""
        other = ahead in reader.table.month or ahead in reader.table.short_month
        if last and last[0] > day and not counts(reader, last[1]) and not other and ahead not in reader.table.meridiem:
            closing = with_year(reader, Mark(end + 1, last[1], "date", (None, month, last[0])))
            opening = Mark(index, end, "date", (closing.value[0], month, day))
            return Mark(index, closing.last, "range", (), opening, closing)
    return with_year(reader, Mark(index, end, "date", (None, month, day)))


def _days_before(reader: Reader, index: int) -> tuple[int, int | None, int | None]:
    """Read 5 March, 5th of March, the fifth of March, 12-13 March before a month: first token, day, first day."""
    last = index - 1
    if reader.back(last) == "of":
        last -= 1
    ordinal = reader.back(last) in ("st", "nd", "rd", "th")
    spot = last - 1 if ordinal else last
    word = reader.back(spot)
    day = reader.table.ordinal.get(word) or digit_value(word, 2) or 0
    if not 1 <= day <= 31 or (last < index - 1 and not ordinal and word.isdecimal()):
        return index, None, None
    if reader.at(spot - 1) in CURRENCY or (reader.tight(spot) and reader.at(spot - 1) in (".", ",", ":")):
        return index, None, None
    begin = digit_value(reader.back(spot - 2), 2)
    joint = reader.back(spot - 1)
    if (
        begin
        and begin < day
        and (joint in DASHES or joint in ("and", "to", "or"))
        and (joint not in ("and", "to") or _opens_days(reader, _listed_from(reader, spot - 2) - 1))
    ):
        begins = _listed_from(reader, spot - 2) if joint == "and" else spot - 2
        return begins, day, digit_value(reader.at(begins), 2)
    return (spot - 1 if reader.back(spot - 1) == "the" else spot), day, None


def _listed_from(reader: Reader, index: int) -> int:
    """Return the token of the first of the days that rise up to the one at a token: "on 5, 12 and 19 March"."""
    day = digit_value(reader.at(index), 2) or 0
    while reader.back(index - 1) == ",":
        earlier = digit_value(reader.back(index - 2), 2)
        if not earlier or earlier >= day:
            break
        index, day = index - 2, earlier
    return index


def _opens_days(reader: Reader, index: int) -> bool:
    """Say whether days follow: "on 8 and 9 June", "the weekend of 8 and 9 June", "24 May, 3 and 7 June"."""
    before = reader.at(index)
    if before == "of":
        return reader.at(index - 1) in reader.table.unit
    if before == ",":
        return reader.at(index - 1) in reader.table.sets["any month"]
    return before in ("between", "from", "on")


def holiday(reader: Reader, index: int) -> Mark | None:
    """Read Christmas, Easter, Christmas Eve 2004, where they say when and not what ("Christmas tree")."""
    if not reader.capital(index):
        return None
    name, end = reader.table.holiday[reader.lowers[index]], index + 1
    behind = reader.at(end)
    if behind in ("day", "eve", "sunday"):
        name, end = ("12-24" if behind == "eve" and name == "12-25" else name), end + 1
    shift, first = direction(reader, index)
    mark = with_year(reader, Mark(first, end, "holiday", (None, name, shift)))
    if mark.value[0] is not None or mark.last > end or shift is not None or end > index + 1:
        return mark
    behind = reader.at(end)
    if (
        behind.isalpha()
        and behind not in reader.table.sets["before year"]
        and behind not in reader.table.sets["function"]
    ):
        return None
    return mark if reader.back(index - 1) in reader.table.sets["at holiday"] else None


def season(reader: Reader, index: int) -> Mark | None:
    """Read last summer, the spring of 2003, in the autumn; not a fall in prices."""
    word = reader.lowers[index]
    shift, first = direction(reader, index)
    mark = Mark(first, index + 1, "season", (None, reader.table.season[word], shift))
    if shift is not None:
        return mark if word != "fall" or reader.at(index + 1) not in ("in", "of", "into") else None
    dated = with_year(reader, mark)
    if dated.last > mark.last:
        return dated
    before, behind = reader.back(index - 1), reader.at(index + 1)
    if before == "the":
        introduced = reader.back(index - 2) in reader.table.sets["in season"]
        if (
            introduced
            and behind not in ("of", "in")
            and not (behind[:1].isalpha() and behind not in reader.table.sets["before year"] and word == "fall")
        ):
            return mark
        return None
    if before in reader.table.sets["in season"] and word != "fall":
        return None if behind[:1].isalpha() and reader.capital(index + 1) else mark
    return None
