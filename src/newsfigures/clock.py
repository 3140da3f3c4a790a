"""Times of the day, and days counted from today: 10.45pm, noon, this morning, yesterday, overnight."""

from .datewords import Mark, Reader


def clock(reader: Reader, index: int) -> Mark | None:
    """Read 11 a.m., 7:15 p.m. EST, 17:22, 10.45pm, 1430 GMT, 5 o'clock."""
    word, end, minute = reader.lowers[index], index + 1, 0
    whole, _, fraction = word.partition(".")
    colon = reader.at(end) == ":" and reader.tight(end) and reader.tight(end + 1) and len(reader.at(end + 1)) == 2
    if colon and reader.at(end + 1).isdecimal():
        minute, end = int(reader.at(end + 1)), end + 2
        if reader.at(end) == ":" and reader.tight(end + 1) and reader.at(end + 1).isdecimal():
            end += 2
    elif len(fraction) == 2:
        minute = int(fraction) if fraction.isdecimal() else 60
    elif fraction or not whole.isdecimal():
        return None
    military = len(whole) == 4
    if not whole.isdecimal() or len(whole) > 4:
        return None
    hour, minute = (int(whole[:2]), int(whole[2:])) if military else (int(whole), minute)
    if hour > 24 or minute > 59:
        return None
    behind = reader.at(end)
    said = True
    if behind in reader.table.meridiem:
        hour = hour % 12 + reader.table.meridiem[behind]
        end += 1
    elif behind in ("a", "p") and reader.at(end + 1) == "." and reader.at(end + 2) == "m":
        hour, end = hour % 12 + (12 if behind == "p" else 0), end + 3
    elif behind == "o'clock":
        end += 1
    else:
        said = colon and len(whole) <= 2
    if military and reader.at(end + 1) == "time" and reader.words[end][0].isupper():
        return Mark(index, end + 2, "clock", (hour, minute), clock=(hour, minute))
    zoned = end
    while reader.at(zoned) in reader.table.sets["zone"] and not (zoned == end and reader.at(zoned) == "time"):
        zoned += 1
    if (
        military
        and zoned == end
        and reader.at(end) in ("to", "-", "until", "and")
        and len(reader.at(end + 1)) == 4
        and reader.at(end + 1).isdecimal()
    ):
        # "0800 to 1800 GMT": the zone is said once.
        other = clock(reader, end + 1)
        return other and other._replace(first=index, value=(hour, minute), clock=(hour, minute))
    if (military and zoned == end) or (not said and zoned == end):
        return None
    if not said and not military and not fraction:
        return None
    return Mark(index, zoned, "clock", (hour, minute), clock=(hour, minute))


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
    if shift is None or before in ("past", "coming", "current", "present"):
        return None
    return Mark(index - 1, index + 1, "day", (shift,), clock=(hour, -1))


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
