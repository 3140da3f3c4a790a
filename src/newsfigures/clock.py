"""Times of the day, and days counted from today: 10.45pm, noon, this morning, yesterday, overnight."""

from .datewords import CURRENCY, Mark, Reader, digit_value


def clock(reader: Reader, index: int) -> Mark | None:
    """Read 11 a.m., 7:15 p.m. EST, 17:22, 10.45pm, 5 o'clock, 1430 GMT."""
    word = reader.lowers[index]
    if len(word) == 4 and word.isdecimal():
        return _military(reader, index)
    whole, point, fraction = word.partition(".")
    if not whole.isdecimal() or len(whole) > 2 or (point and not (fraction.isdecimal() and len(fraction) == 2)):
        return None
    hour, minute, end = int(whole), int(fraction or 0), index + 1
    colon = reader.at(end) == ":" and reader.tight(end) and reader.tight(end + 1) and len(reader.at(end + 1)) == 2
    if colon and reader.at(end + 1).isdecimal():
        minute, end = int(reader.at(end + 1)), end + 2
        if reader.at(end) == ":" and reader.tight(end + 1) and reader.at(end + 1).isdecimal():
            end += 2
    else:
        colon = False
    if hour > 24 or minute > 59:
        return None
    half, behind = _meridiem(reader, end)
    zoned = _zone(reader, behind)
    if half is None and not colon and (zoned == end or not _is_zoned(reader, end, zoned)):
        return None
    if half is not None and half >= 0:
        hour = hour % 12 + half
    return Mark(index, zoned, "clock", (hour, minute), clock=(hour, minute))


def _meridiem(reader: Reader, index: int) -> tuple[int | None, int]:
    """Read a.m., pm and o'clock: the hours to add, -1 where none are said, and the token behind."""
    word = reader.at(index)
    if word in reader.table.meridiem:
        return reader.table.meridiem[word], index + 1
    if reader.at(index + 1) == "." and reader.at(index + 2) == "m" and word + ".m." in reader.table.meridiem:
        return reader.table.meridiem[word + ".m."], index + 3
    return (-1, index + 1) if word in reader.table.sets["o'clock"] else (None, index)


def _zone(reader: Reader, index: int) -> int:
    """Return the token behind GMT, Eastern time, local time."""
    zones, end = reader.table.sets["zone"], index
    while reader.at(end) in zones and not (end == index and reader.at(end) == "time"):
        end += 1
    return end


def _is_zoned(reader: Reader, first: int, last: int) -> bool:
    """Say whether the words behind a bare hour are a zone: "2 local time"; not "2 local policemen"."""
    return reader.at(last - 1) == "time" or reader.at(first) not in reader.table.sets["zone adjective"]


def _military(reader: Reader, index: int) -> Mark | None:
    """Read 1430 GMT, 1400 Gulf time, 0800 to 1800 GMT (the zone is said once), at 0600."""
    word, end = reader.lowers[index], index + 1
    hour, minute = int(word[:2]), int(word[2:])
    if hour > 24 or minute > 59:
        return None
    mark = Mark(index, end, "clock", (hour, minute), clock=(hour, minute))
    zoned = _zone(reader, end)
    if zoned == end and reader.at(end + 1) == "time" and reader.capital(end):
        zoned = end + 2
    if zoned > end:
        return mark._replace(last=zoned)
    other = reader.at(end + 1)
    if reader.at(end) in ("to", "-", "until", "and") and len(other) == 4 and other.isdecimal():
        closing = _military(reader, end + 1)
        return mark._replace(last=closing.last) if closing is not None else None
    return mark if _is_hourly(reader, index) else None


def _is_hourly(reader: Reader, index: int) -> bool:
    """Say whether four digits alone are a time: behind a word of time, with nothing behind that they could count."""
    sets, behind, at = reader.table.sets, reader.at(index + 1), index - 1
    if reader.tight(index) or (reader.tight(index + 1) and behind[:1] not in ".,;:)"):
        return False
    if reader.at(at) in sets["hour hedge"] and reader.at(at - 1) in sets["before hour"]:
        at -= 1
    before = reader.at(at)
    if before not in sets["before hour"]:
        return False
    if reader.lowers[index][0] == "0" or behind in ("hours", "hrs", "hour"):
        return True
    counted = behind[:1].isalnum() and behind not in sets["behind hour"]
    if counted or behind in ("%", "/", "-") or behind in CURRENCY or reader.on_a_scale:
        return False
    if before == "at":
        return reader.at(at - 1) not in sets["level verb"]
    return before in ("until", "till") or (before == "before" and behind in ("", ".", ",", ";"))


def noon(reader: Reader, index: int) -> Mark | None:
    """Read noon and midnight, not a paper called Noon."""
    if reader.capital(index) and index and not reader.is_upper:
        return None
    hour = reader.table.noon[reader.lowers[index]]
    return Mark(index, index + 1, "clock", (hour, 0), clock=(hour, 0))


def daypart(reader: Reader, index: int) -> Mark | None:
    """Read this morning, last night, tomorrow evening's share of it; a bare "morning" says no day."""
    before = reader.back(index - 1)
    shift = reader.table.shift.get(before)
    hour = reader.table.daypart[reader.lowers[index]]
    if before == "the" and reader.back(index - 2) == "in":
        return _hour_in(reader, index)
    if shift is None or before in ("past", "coming", "current", "present"):
        return None
    return Mark(index - 1, index + 1, "day", (shift,), clock=(hour, -1))


def _hour_in(reader: Reader, index: int) -> Mark | None:
    """Read an hour before "in the morning": "until three in the morning"; not "sold three in the morning"."""
    word = reader.back(index - 3)
    hour = reader.table.number.get(word) or digit_value(word, 2) or 0
    if not 1 <= hour <= 12 or word == "a" or reader.at(index - 4) not in reader.table.sets["before hour"]:
        return None
    if reader.lowers[index] != "morning":
        hour = hour % 12 + 12
    return Mark(index - 3, index + 1, "clock", (hour, 0), clock=(hour, 0))


def day(reader: Reader, index: int) -> Mark | None:
    """Read yesterday, tomorrow night, the day before yesterday."""
    value = reader.table.day[reader.lowers[index]]
    first, end = index, index + 1
    if value and reader.back(index - 1) in ("before", "after") and reader.back(index - 2) == "day":
        value *= 2
        first = index - 3 if reader.back(index - 3) == "the" else index - 2
    inside = index and reader.at(index - 1) not in ('"', "\u201c", "'", "\u2018", ".", ":") and not reader.is_upper
    if reader.capital(index) and inside:  # the name of a newspaper or a programme
        return None
    hour = reader.table.daypart.get(reader.at(end))
    if reader.lowers[index] == "tonight":
        hour = 18
    elif hour is not None:
        end += 1
    return Mark(first, end, "day", (value,), clock=None if hour is None else (hour, -1))


def overnight(reader: Reader, index: int) -> Mark | None:
    """Read overnight, not an overnight success."""
    behind = reader.at(index + 1)
    if (
        behind[:1].isalpha()
        and behind not in reader.table.sets["before year"]
        and behind not in reader.table.sets["function"]
    ):
        return None
    return Mark(index, index + 1, "overnight")
