"""Years, decades and dates in digits: 1998, the 1990s, '98, nineteen ninety-six, 28/12/2024."""

from .datewords import APOSTROPHES, CURRENCY, DASHES, MINUS, Mark, Reader, counts, year_value

_OPENING = frozenset({"(", "[", "'", "\u2018", "-", "\u2010", "\u2011", "\u2013", "\u2014", '"', "\u201c", "/"})
#: News hardly names an older year in passing.
_OLD = 1500


def numeric(reader: Reader, index: int) -> Mark | None:
    """Read 2024-12-28, 28/12/2024, 12/28/24, 28.12.2024 and 9/11."""
    word = reader.lowers[index]
    if word.count(".") == 2:
        parts, end = word.split("."), index + 1
    else:
        sign = reader.at(index + 1)
        if sign not in ("-", "/", "\u2010", "\u2011") or not reader.tight(index + 2):
            return None
        parts, end = [word, reader.at(index + 2)], index + 3
        if reader.at(end) == sign and reader.tight(end) and reader.tight(end + 1):
            parts.append(reader.at(end + 1))
            end += 2
    if len(parts) == 3 and parts[1] in reader.table.sets["any month"] and parts[0].isdecimal() and parts[2].isdecimal():
        return Mark(index, end, "full")
    if not all(part.isdecimal() for part in parts):
        return None
    if len(parts) == 3 and len(parts[0]) == 4 and len(parts[1]) <= 2 and len(parts[2]) <= 2:
        return Mark(index, end, "date", (int(parts[0]), int(parts[1]), int(parts[2])))
    if len(parts) == 3 and len(parts[0]) <= 2 and len(parts[1]) <= 2 and len(parts[2]) in (2, 4):
        if len(parts[2]) == 2 and "/" not in reader.lowers[index:end]:
            return None
        return Mark(index, end, "numeric", (int(parts[0]), int(parts[1]), int(parts[2]), len(parts[2])))
    if len(parts) == 2 and reader.at(index - 1) in reader.table.short_weekday and reader.at(index + 1) == "/":
        day = int(parts[0]), int(parts[1])
        return Mark(index, end, "date", (None, *day)) if 1 <= day[0] <= 12 and 1 <= day[1] <= 31 else None
    if parts == ["9", "11"] and reader.at(index + 1) == "/":
        return Mark(index, end, "date", (2001, 9, 11))
    return None


def year(reader: Reader, index: int) -> Mark | None:
    """Read 1998, the year 1998, 2014-15 and 2010-2014; a mark of kind "name" for Windows 2000."""
    year = year_value(reader.lowers[index])
    if year is None:
        return None
    end = _year_end(reader, index, year)
    season = end is not None and end == year + 1
    if not season and not _is_year(reader, index, year):
        return None
    mark = Mark(index, index + 1, "year", (year,))
    if end is not None:
        return Mark(index, index + 3, "range", (), mark, Mark(index + 2, index + 3, "year", (end,)))
    if reader.back(index - 1) == "year" and reader.back(index - 2) == "the":
        return mark._replace(first=index - 2)
    before = reader.at(index - 1)
    opens = index <= 1 or reader.at(index - 2) in _OPENING or reader.is_upper
    if before.isalpha() and not opens and reader.capital(index - 1) and before not in reader.table.sets["before year"]:
        # "Windows 2000" and "Fifa 2005" are names: no quantity, and no date either.
        return mark._replace(kind="name")
    return mark


def _year_end(reader: Reader, index: int, year: int) -> int | None:
    """Return the second year of 2014-15, 1985/86 or 2010-2014."""
    joint = reader.at(index + 1)
    if not (joint in DASHES or joint == "/") or not reader.tight(index + 2):
        return None
    word = reader.at(index + 2)
    if not word.isdecimal() or len(word) not in (1, 2, 4):
        return None
    if len(word) == 1:  # "the 2005-6 season"
        return year + 1 if (year + 1) % 10 == int(word) and 1900 <= year <= 2099 else None
    end = int(word) if len(word) == 4 else year - year % 100 + int(word)
    end += 100 if end < year and len(word) == 2 and end + 100 == year + 1 else 0
    return end if year < end <= year + 99 else None


def _is_year(reader: Reader, index: int, year: int) -> bool:
    """Say whether a bare number of four digits is a year, from what stands around it."""
    before, behind = reader.at(index - 1), reader.at(index + 1)
    if before in CURRENCY or (reader.tight(index) and before not in _OPENING):
        return False
    if counts(reader, index + 1) or (behind in MINUS and reader.tight(index + 2) and reader.at(index + 2).isalpha()):
        return False
    modern = 1900 <= year <= 2099
    if before == "by" and reader.at(index - 2) in reader.table.sets["level verb"] and not modern:
        return False  # "rose by 1200"
    if before in ("to", "at", "than", "from", "of") and not _points_back(reader, index) and reader.on_a_scale:
        return False
    if before in reader.table.sets["before year"] or before in ("(", "year", "years", "fiscal", "financial"):
        return modern or before in ("(", "year") or before in reader.table.sets["old year"] or _is_old(reader, index)
    if before in (",", "and", "or", "-", "\u2013") and reader.floor and index - reader.floor <= 1:
        return modern
    if not modern:
        # "The 1606 act"; no noun in the singular is counted.
        named = before == "the" and year >= _OLD and year % 50 != 0 and behind not in reader.table.sets["harmed"]
        return named and not reader.on_a_scale and _names_one(reader, index + 1)
    if before in reader.table.sets["numbered"]:
        return False
    if before in MINUS and reader.at(index - 2) in reader.table.sets["prefix"]:
        return True
    if behind == "'s" or _names_one(reader, index + 1):
        return True
    if before == "'s" or before in reader.table.sets["determiner"]:
        return behind[:1].isalpha() or behind in DASHES or behind in ("", ".", ",")
    if behind in reader.table.sets["year noun"] or _reports(reader, index + 1):
        return year % 50 != 0
    opens = not before or before in (".", ";", ":", '"', "\u201c")
    # Counts of this size are round, or written with a comma; "killed 2000 British troops" stays a count.
    return (opens or year % 50 != 0) and not _plural(reader, index + 1)


def _is_old(reader: Reader, index: int) -> bool:
    """Say whether a year before 1900 is meant: "dates back to 1670", "between 1831 and 1865"."""
    before, sets = reader.at(index - 1), reader.table.sets
    if before == "to":
        return reader.at(index - 2) == "back" and reader.at(index - 3) in sets["dates back"]
    if before == "and":
        return reader.at(index - 3) == "between" and reader.floor == index - 1
    end = year_value(reader.at(index + 2))
    if before != "between" or reader.at(index + 1) != "and" or end is None:
        return False
    if reader.on_a_scale or reader.at(index - 2) in sets["level verb"] or counts(reader, index + 3):
        return False
    behind = reader.at(index + 3)
    return _OLD <= int(reader.at(index)) < end and (not behind.isalpha() or behind in sets["function"])


def _reports(reader: Reader, index: int) -> bool:
    """Say whether a verb of which a year is the subject stands here: "1985 excludes", "1986 items include"."""
    sets = reader.table.sets
    if reader.at(index) in sets["year verb"]:
        behind = reader.at(index + 1)
        return behind in sets["determiner"] or behind in sets["behind year verb"]
    return reader.at(index) in sets["account verb"] or reader.at(index + 1) in sets["account verb"]


def _points_back(reader: Reader, index: int) -> bool:
    """Say whether "to 2004" follows another date or "back", "prior", "up"."""
    return reader.floor == index - 1 > 0 or reader.at(index - 2) in reader.table.sets["points back"]


def _plural(reader: Reader, index: int) -> bool:
    word = reader.at(index)
    return word in reader.table.sets["counting"] or (
        word.isalpha() and word.endswith("s") and not word.endswith("ss") and word not in reader.table.sets["function"]
    )


def _names_one(reader: Reader, index: int) -> bool:
    """Say whether a noun in the singular follows, so that the number cannot count it: "his 1996 campaign"."""
    spot = index
    while spot < reader.size and spot < index + 4:
        word = reader.lowers[spot]
        if not word.isalpha() or word in reader.table.sets["function"] or not reader.words[spot].islower():
            break
        if (
            word in reader.table.sets["counted"]
            or word in reader.table.sets["counting"]
            or (word.endswith("s") and not word.endswith("ss"))
        ):
            return False
        spot += 1
    return spot > index


def decade(reader: Reader, index: int) -> Mark | None:
    """Read 1990s and 1990's."""
    word = reader.lowers[index]
    if word[3] != "0" or not "1000" <= word <= "2199" or not reader.tight(index + 1):
        return None
    if reader.at(index + 1) == "s" or (
        reader.at(index + 1) == "'s" and reader.at(index - 1) in ("the", "-", *reader.table.part)
    ):
        return Mark(
            index, index + 2, "century_years" if word[2] == "0" and word[:2] != "20" else "decade", (int(word),)
        )
    return None


def short_decade(reader: Reader, index: int, first: int) -> Mark | None:
    """Read '90s, and 90s where nothing says that it is an age or a temperature."""
    word = reader.lowers[index]
    if len(word) != 2 or word[1] != "0" or (word == "10" and first == index):
        return None
    before = reader.at(first - 1)
    if first == index:
        anchor = first - 2 if before in MINUS else first - 1
        if reader.at(anchor - 1) in reader.table.sets["owner"] or before in reader.table.sets["owner"]:
            return None
        listed = before in ("and", "or") and reader.floor == first - 1 > 0
        introduced = before == "the" or before in reader.table.part or listed
        if not introduced and not (before in MINUS and reader.at(first - 2) in reader.table.part):
            return None
        if not reader.table.sets["no decade"].isdisjoint(reader.lowers[max(0, index - 12) : index + 12]):
            return None
    return Mark(first, index + 2, "short_decade", (int(word),))


def decade_word(reader: Reader, index: int) -> Mark | None:
    """Read the nineties and the nineteen-seventies."""
    first = index - 2 if reader.back(index - 1) in MINUS else index - 1
    before = reader.back(first)
    value = reader.table.decade[reader.lowers[index]]
    century = 100 * (reader.table.number.get(before) or reader.table.tens.get(before, 0))
    if century in (1700, 1800, 1900, 2000):
        return Mark(first, index + 1, "decade", (century + value,))
    if (before != "the" and before not in reader.table.part) or reader.back(first - 1) in reader.table.sets["owner"]:
        return None
    return Mark(index, index + 1, "short_decade", (value,))


def apostrophe(reader: Reader, index: int) -> Mark | None:
    """Read '98 and '90s, Feb'98 too."""
    word = reader.at(index + 1)
    if (
        len(word) != 2
        or not word.isdecimal()
        or not reader.tight(index + 1)
        or (reader.tight(index) and reader.at(index - 1).isalnum() and not _is_month(reader, index - 1))
    ):
        return None
    if reader.at(index + 2) == "s" and reader.tight(index + 2):
        return short_decade(reader, index + 1, index)
    if reader.at(index + 2) in APOSTROPHES or counts(reader, index + 2):
        return None
    return Mark(index, index + 2, "short_year", (int(word),))


def _is_month(reader: Reader, index: int) -> bool:
    return reader.at(index) in reader.table.sets["any month"]


def spoken_year(reader: Reader, index: int) -> Mark | None:
    """Read nineteen ninety-six."""
    century = reader.table.number[reader.lowers[index]] * 100
    tens = reader.table.tens.get(reader.at(index + 1))
    if tens is None:
        return None
    joint = index + 3 if reader.at(index + 2) in MINUS else index + 2
    units = reader.table.number.get(reader.at(joint), 10)
    if units < 10:
        return Mark(index, joint + 1, "year", (century + tens + units,))
    return None if counts(reader, index + 2) else Mark(index, index + 2, "year", (century + tens,))


def _is_short(reader: Reader, index: int, word: str) -> bool:
    """Say whether two digits behind a day and its month are the year: "24 Aug 89 --"; not "on 3 May 12 men fell"."""
    if len(word) != 2 or not word.isdecimal() or (reader.tight(index + 1) and reader.at(index + 1)[0].isalnum()):
        return False
    behind = reader.at(index + 1)
    if not behind[:1].isalpha():
        joins = reader.tight(index + 1) and reader.tight(index + 2) and behind in ("-", ":", "/")
        return not joins and behind != "%" and behind not in CURRENCY and not behind[:1].isdecimal()
    unlikely_day = word > "31" or word[0] == "0"
    sets = reader.table.sets
    return unlikely_day and (
        behind in ("the", "a", "an") or behind in sets["behind short year"] or behind in sets["any month"]
    )


def with_year(reader: Reader, mark: Mark) -> Mark:
    """Take the year behind a month, a day, a quarter or a season into the mark."""
    index = mark.last
    word = reader.at(index)
    if word in (",", "of") or (word == "." and reader.at(index + 1).isdecimal() and len(reader.at(index + 1)) == 4):
        index += 1
        word = reader.at(index)
    if word == "the" and reader.at(index + 1) == "year":
        index, word = index + 2, reader.at(index + 2)
    year = year_value(word)
    if year is not None and (index > mark.last or not counts(reader, index + 1)):
        if not (reader.at(index + 1) == "s" and reader.tight(index + 1)):
            return mark._replace(last=index + 1, value=(year, *mark.value[1:]))
    if word in APOSTROPHES:
        short = apostrophe(reader, index)
        if short and short.kind == "short_year":
            return mark._replace(last=short.last, of=short)
    is_month = mark.kind == "month" and word > "31"  # "Feb 87"
    if (mark.kind == "date" or is_month) and index == mark.last and _is_short(reader, index, word):
        return mark._replace(last=index + 1, of=Mark(index, index + 1, "short_year", (int(word),)))
    if reader.table.number.get(word, 0) in (17, 18, 19):
        spoken = spoken_year(reader, index)
        if spoken:
            return mark._replace(last=spoken.last, value=(spoken.value[0], *mark.value[1:]))
    return mark
