"""Where a date phrase stands and what it says, before anybody asks which day that was.

Marks are spotted without a publication date, so that a numeral can be told from a year or a clock time. Each reader
below starts at one token that a table knows, looks a few tokens to its left and right, and gives a mark or nothing.
Neighbouring marks then grow together: a weekday with its date, a month with its year, two ends of a range.
"""

import functools
from collections.abc import Callable
from typing import NamedTuple, final

from .lexicon import Lexicon
from .text import Sentence

_DASHES = frozenset("-\u2010\u2011\u2012\u2013\u2014")
_SLASHES = frozenset("/")
_MINUS = frozenset("-\u2010\u2011\u2013")
_CURRENCY = frozenset("$\u00a3\u20ac\u00a5#")


@final
class Mark(NamedTuple):
    """A date phrase: tokens `first` up to, not including, `last`, and its parsed parts.

    `kind` names the form ("month", "weekday", "ago"), `value` its parts in the order that the reader of the kind gives,
    `of` the phrase that holds it ("the third quarter" of "last year"); a range has its ends in `of` and `to`. `part` is
    early, mid, late, end, earlier, later or so far; `edge` the word before (since, by, until). `duration` says that a number in it
    counts units of time ("two years ago") and so may be a figure elsewhere.
    """

    first: int
    last: int
    kind: str
    value: tuple[int | str | None, ...] = ()
    of: "Mark | None" = None
    to: "Mark | None" = None
    part: str = ""
    edge: str = ""
    duration: bool = False
    clock: tuple[int, int] | None = None


@final
class _Table:
    """The rows of a language by role, for lookups of one word."""

    def __init__(self, lexicon: Lexicon) -> None:
        roles: dict[str, dict[str, str]] = {}
        for row in lexicon.rows("date"):
            roles.setdefault(row.role, {}).update(dict.fromkeys(row.phrases, row.value))

        def ints(role: str) -> dict[str, int]:
            return {word: int(value) for word, value in roles.get(role, {}).items()}

        def names(role: str) -> frozenset[str]:
            return frozenset(roles.get(role, ()))

        self.month, self.short_month = ints("month"), ints("short_month")
        self.named = frozenset(self.month) | frozenset(self.short_month)
        self.holiday = roles.get("holiday", {})
        self.weekday, self.short_weekday = ints("weekday"), ints("short_weekday")
        self.season, self.day, self.noon = ints("season"), ints("day"), ints("clock")
        self.daypart, self.meridiem, self.decade = ints("daypart"), ints("meridiem"), ints("decade")
        self.shift, self.relative, self.ordinal = ints("shift"), ints("relative"), ints("ordinal")
        self.unit, self.plural = roles.get("unit", {}), names("plural")
        self.part, self.part_of, self.edge = roles.get("part", {}), roles.get("part_of", {}), roles.get("edge", {})
        self.ago, self.earlier, self.later = names("ago"), names("earlier"), names("later")
        self.latest, self.fiscal, self.overnight = names("latest"), names("fiscal"), names("overnight")
        self.zone, self.set, self.counted = names("zone"), names("set"), names("counted")
        self.counting, self.function = names("counting"), names("function") | names("in") | names("determiner")
        self.scale, self.numbered = names("scale"), names("numbered")
        self.owner, self.paper = names("owner"), names("paper")
        self.before_year = names("in") | names("edge") | names("part")
        self.number: dict[str, int] = {}
        self.tens: dict[str, int] = {}
        for row in lexicon.rows("number"):
            if row.role in ("digit", "teen"):
                self.number.update(dict.fromkeys(row.phrases, int(row.value)))
            elif row.role == "ten":
                self.tens.update(dict.fromkeys(row.phrases, int(row.value)))
        self.readers = self._readers()
        self.anchors = frozenset(self.readers)

    def _readers(self) -> dict[str, "_ReadAt"]:
        readers: dict[str, _ReadAt] = {}
        for words, reader in (
            (self.month, _month), (self.short_month, _short_month), (self.weekday, _weekday),
            (self.short_weekday, _short_weekday), (self.season, _season), (self.day, _day), (self.noon, _noon),
            (self.overnight, _overnight), (self.daypart, _daypart), (self.unit, _unit), (self.ago, _ago),
            (self.holiday, _holiday), (self.earlier, _ago), (self.later, _ago), (self.decade, _decade_word), (self.fiscal, _fiscal),
            ({"q": 0, "h": 0, "fy": 0}, _letter), ({"'": 0, "\u2018": 0, "\u2019": 0}, _apostrophe),
            ({w: 0 for w, n in self.number.items() if 17 <= n <= 19}, _spoken_year), ({"date": 0}, _to_date),
        ):  # fmt: skip
            readers.update(dict.fromkeys(words, reader))
        return readers


@functools.lru_cache(maxsize=8)
def table(lexicon: Lexicon) -> _Table:
    """Return the words of dates of a lexicon, by role."""
    return _Table(lexicon)


@final
class _Reader:
    """One sentence being read: its tokens, the words of dates, and where the mark before ended."""

    __slots__ = ("floor", "lowers", "sentence", "size", "table", "words")

    def __init__(self, sentence: Sentence, words: _Table) -> None:
        self.sentence = sentence
        self.lowers = sentence.lowers
        self.words = sentence.words
        self.size = len(sentence.words)
        self.table = words
        self.floor = 0

    def at(self, index: int) -> str:
        """Return the token in lower case, the empty string beyond either end."""
        return self.lowers[index] if 0 <= index < self.size else ""

    def back(self, index: int) -> str:
        """Return the token in lower case unless it belongs to the mark before."""
        return self.lowers[index] if self.floor <= index < self.size else ""

    def capital(self, index: int) -> bool:
        """Say whether the token starts with a capital."""
        return self.words[index][0].isupper()

    def tight(self, index: int) -> bool:
        """Say whether the token stands directly behind the one before it."""
        return 0 < index < self.size and self.sentence.starts[index] == self.sentence.ends[index - 1]


_ReadAt = Callable[[_Reader, int], Mark | None]


def find_marks(sentence: Sentence, lexicon: Lexicon) -> list[Mark]:
    """Return the date phrases of a sentence in text order, without overlap.

    >>> from newsfigures.lexicon import load
    >>> sentence = Sentence("In May 2014 it had 2,019 staff.")
    >>> [(sentence.said(mark.first, mark.last), mark.kind) for mark in find_marks(sentence, load("en"))]
    [('May 2014', 'month')]
    """
    words = table(lexicon)
    readers = words.readers
    spots = [i for i, word in enumerate(sentence.lowers) if word in readers or "0" <= word < ":"]
    if not spots:
        return []
    reader = _Reader(sentence, words)
    marks: list[Mark] = []
    for index in spots:
        if index < reader.floor:
            continue
        mark = readers.get(sentence.lowers[index], _digits)(reader, index)
        if mark is not None:
            _push(reader, marks, mark)
            # "two days" is no date until "ago" or "ended" comes, and must stay readable until then.
            if marks[-1].kind != "span":
                reader.floor = marks[-1].last
    return [mark for mark in marks if mark.kind != "span"]


# --- numbers -------------------------------------------------------------------------------------------------------


def _digit_value(word: str, limit: int) -> int | None:
    return int(word) if word.isdecimal() and len(word) <= limit else None


def _year_value(word: str) -> int | None:
    return int(word) if len(word) == 4 and "1000" <= word <= "2199" and word.isdecimal() else None


def _day_number(reader: _Reader, index: int) -> tuple[int, int] | None:
    """Read a day of the month at a token: 5, 5th, fifth, twenty-first; the day and the token behind it."""
    word = reader.at(index)
    ordinal = reader.table.ordinal.get(word)
    if ordinal is not None:
        return ordinal, index + 1
    day = _digit_value(word, 2)
    if word in reader.table.number and word != "a":
        stop = reader.at(index + 1)
        return (reader.table.number[word], index + 1) if stop in ("", ",", ".", ";", ")", "at") else None
    if day is None:
        tens = reader.table.tens.get(word, 0)
        behind = index + 2 if reader.at(index + 1) in _MINUS else index + 1
        units = reader.table.ordinal.get(reader.at(behind), 10)
        return (tens + units, behind + 1) if tens in (20, 30) and units < 10 else None
    if not 1 <= day <= 31:
        return None
    if reader.at(index + 1) in ("st", "nd", "rd", "th") and reader.tight(index + 1):
        return day, index + 2
    return day, index + 1


def _counts(reader: _Reader, index: int) -> bool:
    """Say whether the token makes a quantity of the number before it: a unit, a counted noun, a sign of percent."""
    word = reader.at(index)
    return word == "%" or word in reader.table.counted or (word in _MINUS and reader.at(index + 1) in reader.table.counted)


def _number_before(reader: _Reader, end: int) -> tuple[int | None, int] | None:
    """Read the count that ends before token `end`: two, 24, a, twenty-four, a couple of; None for a vague one."""
    last = end - 2 if reader.back(end - 1) in _MINUS else end - 1
    word = reader.back(last)
    if word in ("a", "an", "one"):
        return 1, last
    if word.isdecimal() and len(word) <= 4:
        return int(word), last
    if word == "of" and reader.back(last - 1) == "couple":
        return 2, last - 2 if reader.back(last - 2) == "a" else last - 1
    if word in ("few", "several", "many", "some"):
        return None, last - 1 if reader.back(last - 1) == "a" else last
    value = reader.table.number.get(word)
    tens = reader.table.tens.get(word)
    if tens is not None:
        return tens, last
    if value is None:
        return None
    start = last - 2 if reader.back(last - 1) in _MINUS else last - 1
    tens = reader.table.tens.get(reader.back(start)) if value < 10 else None
    return (tens + value, start) if tens else (value, last)


# --- years ---------------------------------------------------------------------------------------------------------


def _digits(reader: _Reader, index: int) -> Mark | None:
    word = reader.lowers[index]
    behind = reader.at(index + 1)
    if len(word) == 4 and word.isdecimal():
        return _numeric(reader, index) or _decade(reader, index) or _year(reader, index) or _clock(reader, index)
    if behind in reader.table.meridiem or behind in (":", "o'clock", "a", "p") or behind in reader.table.zone:
        return _clock(reader, index)
    if behind in _MINUS or behind == "/" or word.count(".") == 2:
        return _numeric(reader, index)
    if behind == "s" and reader.tight(index + 1):
        return _short_decade(reader, index, index)
    if behind == "q" and reader.tight(index + 1) and word in ("1", "2", "3", "4"):
        return _with_year(reader, Mark(index, index + 2, "quarter", (None, int(word), None)))
    if behind in ("st", "nd", "rd", "th") and reader.tight(index + 1):
        return _ordinal_digits(reader, index)
    return None


def _ordinal_digits(reader: _Reader, index: int) -> Mark | None:
    unit = reader.table.unit.get(reader.at(index + 2), "")
    value = _digit_value(reader.lowers[index], 2)
    if unit == "century" and value:
        return Mark(index, index + 3, "century", (value,))
    if unit == "quarter" and value and value <= 4 and reader.at(index + 3) not in _MINUS:
        return Mark(index, index + 3, "quarter", (None, value, None))
    return None


def _numeric(reader: _Reader, index: int) -> Mark | None:
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
    if len(parts) == 3 and parts[1] in reader.table.named and parts[0].isdecimal() and parts[2].isdecimal():
        return Mark(index, end, "full")
    if not all(part.isdecimal() for part in parts):
        return None
    if len(parts) == 3 and len(parts[0]) == 4 and len(parts[1]) <= 2 and len(parts[2]) <= 2:
        return Mark(index, end, "date", (int(parts[0]), int(parts[1]), int(parts[2])))
    if len(parts) == 3 and len(parts[0]) <= 2 and len(parts[1]) <= 2 and len(parts[2]) in (2, 4):
        if len(parts[2]) == 2 and "/" not in reader.lowers[index:end]:
            return None
        return Mark(index, end, "numeric", (int(parts[0]), int(parts[1]), int(parts[2]), len(parts[2])))
    if parts == ["9", "11"] and reader.at(index + 1) == "/":
        return Mark(index, end, "date", (2001, 9, 11))
    return None


def _year(reader: _Reader, index: int) -> Mark | None:
    year = _year_value(reader.lowers[index])
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
    if index and before.isalpha() and reader.capital(index - 1) and before not in reader.table.before_year:
        # "Windows 2000" and "Fifa 2005" are names: no quantity, and no date either.
        return mark._replace(kind="name") if not (index == 1 or reader.sentence.is_upper) else mark
    return mark


def _year_end(reader: _Reader, index: int, year: int) -> int | None:
    """Return the second year of 2014-15, 1985/86 or 2010-2014."""
    joint = reader.at(index + 1)
    if not (joint in _DASHES or joint == "/") or not reader.tight(index + 2):
        return None
    word = reader.at(index + 2)
    if not word.isdecimal() or len(word) not in (2, 4):
        return None
    end = int(word) if len(word) == 4 else year - year % 100 + int(word)
    end += 100 if end < year and len(word) == 2 and end + 100 == year + 1 else 0
    return end if year < end <= year + 99 else None


def _is_year(reader: _Reader, index: int, year: int) -> bool:
    """Say whether a bare number of four digits is a year, from what stands around it."""
    before, behind = reader.at(index - 1), reader.at(index + 1)
    if before in _CURRENCY or (reader.tight(index) and before not in _OPENING):
        return False
    if _counts(reader, index + 1) or (behind in _MINUS and reader.tight(index + 2) and reader.at(index + 2).isalpha()):
        return False
    modern = 1900 <= year <= 2099
    if before in ("to", "at", "than", "from", "of") and not _points_back(reader, index) and _on_a_scale(reader):
        return False
    if before in reader.table.before_year or before in ("(", "year", "years", "fiscal", "financial"):
        return modern or before in ("in", "since", "by", "until", "during", "(", "year", "around", "circa", "after", "before")
    if before in (",", "and", "or", "-", "\u2013") and reader.floor and index - reader.floor <= 1:
        return modern
    if not modern:
        return False
    if before in _MINUS and reader.at(index - 2) in ("mid", "early", "late", "pre", "post", "end"):
        return True
    if behind == "'s" or _names_one(reader, index + 1):
        return True
    if before in ("the", "'s", "its", "their", "his", "her", "a", "this", "our"):
        return behind[:1].isalpha() or behind in _DASHES or behind in ("", ".", ",")
    opens = not before or before in (".", ";", ":", '"', "\u201c")
    # Counts of this size are round, or written with a comma; "killed 2000 British troops" stays a count.
    return (opens or year % 50 != 0) and before not in reader.table.numbered and not _plural(reader, index + 1)


_OPENING = frozenset({"(", "[", "'", "\u2018", "-", "\u2010", "\u2011", "\u2013", "\u2014", '"', "\u201c", "/"})


def _points_back(reader: _Reader, index: int) -> bool:
    """Say whether "to 2004" follows another date or "back", "prior", "up"."""
    return reader.floor == index - 1 > 0 or reader.at(index - 2) in ("back", "prior", "up", "due", "end", "summer", "autumn", "winter", "spring")


def _on_a_scale(reader: _Reader) -> bool:
    return not reader.table.scale.isdisjoint(reader.lowers)


def _plural(reader: _Reader, index: int) -> bool:
    word = reader.at(index)
    return word in reader.table.counting or (word.isalpha() and word.endswith("s") and not word.endswith("ss") and word not in reader.table.function)


def _names_one(reader: _Reader, index: int) -> bool:
    """Say whether a noun in the singular follows, so that the number cannot count it: "his 1996 campaign"."""
    spot = index
    while spot < reader.size and spot < index + 4:
        word = reader.lowers[spot]
        if not word.isalpha() or word in reader.table.function or not reader.words[spot].islower():
            break
        if word in reader.table.counted or word in reader.table.counting or (word.endswith("s") and not word.endswith("ss")):
            return False
        spot += 1
    return spot > index


def _decade(reader: _Reader, index: int) -> Mark | None:
    """Read 1990s and 1990's."""
    word = reader.lowers[index]
    if word[3] != "0" or not "1000" <= word <= "2199" or not reader.tight(index + 1):
        return None
    if reader.at(index + 1) == "s" or (reader.at(index + 1) == "'s" and reader.at(index - 1) in ("the", "early", "late", "mid", "-")):
        return Mark(index, index + 2, "century_years" if word[2] == "0" and word[:2] != "20" else "decade", (int(word),))
    return None


def _short_decade(reader: _Reader, index: int, first: int) -> Mark | None:
    """Read '90s, and 90s where nothing says that it is an age or a temperature."""
    word = reader.lowers[index]
    if len(word) != 2 or word[1] != "0" or word == "10" and first == index:
        return None
    before = reader.at(first - 1)
    if first == index:
        anchor = first - 2 if before in _MINUS else first - 1
        if reader.at(anchor - 1) in reader.table.owner or before in reader.table.owner:
            return None
        if before not in ("the", "early", "late", "mid") and not (before in _MINUS and reader.at(first - 2) in ("mid", "early", "late")):
            return None
        if not {"degrees", "temperatures", "temperature", "highs", "lows", "aged", "his", "her", "their"}.isdisjoint(reader.lowers):
            return None
    return Mark(first, index + 2, "short_decade", (int(word),))


def _decade_word(reader: _Reader, index: int) -> Mark | None:
    before = reader.back(index - 1)
    if before in _MINUS:
        before = reader.back(index - 2)
    value = reader.table.decade[reader.lowers[index]]
    if before == "nineteen" or before == "twenty":
        century = 1900 if before == "nineteen" else 2000
        return Mark(index - 1, index + 1, "decade", (century + value,))
    known = {"the", "early", "late", "mid"}
    if before not in known or reader.at(index - 2) in reader.table.owner:
        return None
    return Mark(index, index + 1, "short_decade", (value,))


def _apostrophe(reader: _Reader, index: int) -> Mark | None:
    """Read '98 and '90s."""
    word = reader.at(index + 1)
    if len(word) != 2 or not word.isdecimal() or not reader.tight(index + 1) or reader.tight(index) and reader.at(index - 1).isalnum():
        return None
    if reader.at(index + 2) == "s" and reader.tight(index + 2):
        return _short_decade(reader, index + 1, index)
    if reader.at(index + 2) in ("'", "\u2019") or _counts(reader, index + 2):
        return None
    return Mark(index, index + 2, "short_year", (int(word),))


def _spoken_year(reader: _Reader, index: int) -> Mark | None:
    """Read nineteen ninety-six."""
    century = reader.table.number[reader.lowers[index]] * 100
    tens = reader.table.tens.get(reader.at(index + 1))
    if tens is None:
        return None
    joint = index + 3 if reader.at(index + 2) in _MINUS else index + 2
    units = reader.table.number.get(reader.at(joint), 10)
    if units < 10:
        return Mark(index, joint + 1, "year", (century + tens + units,))
    return None if _counts(reader, index + 2) else Mark(index, index + 2, "year", (century + tens,))


# --- clock times and parts of the day -------------------------------------------------------------------------------


def _clock(reader: _Reader, index: int) -> Mark | None:
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
    while reader.at(zoned) in reader.table.zone and not (zoned == end and reader.at(zoned) == "time"):
        zoned += 1
    if military and zoned == end and reader.at(end) in ("to", "-", "until", "and") and len(reader.at(end + 1)) == 4 and reader.at(end + 1).isdecimal():
        # "0800 to 1800 GMT": the zone is said once.
        other = _clock(reader, end + 1)
        return other and other._replace(first=index, value=(hour, minute), clock=(hour, minute))
    if military and zoned == end or not said and zoned == end:
        return None
    if not said and not military and not fraction:
        return None
    return Mark(index, zoned, "clock", (hour, minute), clock=(hour, minute))


def _noon(reader: _Reader, index: int) -> Mark | None:
    if reader.capital(index) and index and not reader.sentence.is_upper:
        return None
    hour = reader.table.noon[reader.lowers[index]]
    return Mark(index, index + 1, "clock", (hour, 0), clock=(hour, 0))


def _daypart(reader: _Reader, index: int) -> Mark | None:
    """Read this morning, last night, tomorrow evening's share of it; a bare "morning" says no day."""
    before = reader.back(index - 1)
    shift = reader.table.shift.get(before)
    hour = reader.table.daypart[reader.lowers[index]]
    if shift is None or before in ("past", "coming", "current", "present"):
        return None
    return Mark(index - 1, index + 1, "day", (shift,), clock=(hour, -1))


def _day(reader: _Reader, index: int) -> Mark | None:
    value = reader.table.day[reader.lowers[index]]
    first, end = index, index + 1
    if value and reader.back(index - 1) in ("before", "after") and reader.back(index - 2) == "day":
        value *= 2
        first = index - 3 if reader.back(index - 3) == "the" else index - 2
    inside = index and reader.at(index - 1) not in ('"', "\u201c", "'", "\u2018", ".", ":") and not reader.sentence.is_upper
    if reader.capital(index) and inside:  # the name of a newspaper or a programme
        return None
    hour = reader.table.daypart.get(reader.at(end))
    if reader.lowers[index] == "tonight":
        hour = 18
    elif hour is not None:
        end += 1
    return Mark(first, end, "day", (value,), clock=None if hour is None else (hour, -1))


def _overnight(reader: _Reader, index: int) -> Mark | None:
    behind = reader.at(index + 1)
    if behind[:1].isalpha() and behind not in reader.table.before_year and behind not in ("and", "into", "with", "when", "but", "after"):
        return None
    return Mark(index, index + 1, "overnight")


# --- days, months and seasons ---------------------------------------------------------------------------------------


def _direction(reader: _Reader, first: int) -> tuple[int | None, int]:
    """Read last, this, next, this past, this coming before token `first`: the shift and the first token."""
    before = reader.back(first - 1)
    shift = reader.table.shift.get(before)
    if shift is None:
        return None, first
    if reader.back(first - 2) in ("this", "the") and before in ("past", "coming", "last", "next", "upcoming"):
        return shift, first - 2
    return shift, first - 1


def _weekday(reader: _Reader, index: int) -> Mark | None:
    if not (reader.capital(index) or reader.back(index - 1) in reader.table.before_year):
        return None
    behind = reader.at(index + 1)
    before = reader.at(index - 1)
    if before in reader.table.set or before in ("black", "super", "bloody", "ash", "good", "holy", "sheffield", "cyber"):
        return None
    if behind in reader.table.paper and reader.capital(index + 1) and not reader.sentence.is_upper:
        return None
    relative = reader.table.relative.get(reader.back(index - 1))
    if relative is not None and before not in ("that", "same"):
        return Mark(index - 1, index + 1, "relative_weekday", (reader.table.weekday[reader.lowers[index]], relative))
    shift, first = _direction(reader, index)
    end, clock = index + 1, None
    hour = reader.table.daypart.get(behind)
    if hour is not None:
        end, clock = end + 1, (hour, -1)
    return Mark(first, end, "weekday", (reader.table.weekday[reader.lowers[index]], shift), clock=clock)


def _short_weekday(reader: _Reader, index: int) -> Mark | None:
    """Read Sat. and Sun, which are words of their own, only before a date."""
    if not reader.capital(index):
        return None
    end = index + 1
    end += reader.at(end) == "."
    ahead = end + (reader.at(end) == ",")
    word = reader.at(ahead)
    follows = word in reader.table.month or word in reader.table.short_month or word.isdecimal() and reader.at(ahead + 1) in reader.table.short_month
    if not follows and not (word.isdecimal() and reader.at(ahead + 1) in reader.table.month):
        return None
    return Mark(index, end, "weekday", (reader.table.short_weekday[reader.lowers[index]], None))


def _short_month(reader: _Reader, index: int) -> Mark | None:
    if not reader.capital(index):
        return None
    if reader.at(index + 1) in ("-", "/") and reader.at(index + 2).isdecimal() and reader.at(index + 3) == reader.at(index + 1):
        if reader.tight(index + 1) and reader.tight(index + 4) and _year_value(reader.at(index + 4)):
            return Mark(index, index + 5, "full")
    stop = reader.at(index + 1) == "." and reader.tight(index + 1)
    month = reader.table.short_month[reader.lowers[index]]
    mark = _dated(reader, index, index + 1 + stop, month)
    if mark.kind != "month" or mark.value[0] is not None:
        return mark
    # Alone ("in Sept.") an abbreviation needs its full stop and a word before it that a month could follow.
    if stop and (reader.back(index - 1) in reader.table.before_year or mark.first < index):
        return mark
    return None


def _month(reader: _Reader, index: int) -> Mark | None:
    word = reader.lowers[index]
    month = reader.table.month[word]
    mark = _dated(reader, index, index + 1, month)
    if mark.kind != "month" or mark.value[0] is not None or mark.value[2] is not None or mark.of:
        return mark if reader.capital(index) or mark.kind != "month" and month not in (3, 5) else None
    if not reader.capital(index):
        return mark if month not in (3, 5, 8) and reader.at(index - 1) in reader.table.before_year else None
    return mark if _is_month(reader, index, month) else None


def _is_month(reader: _Reader, index: int, month: int) -> bool:
    """Say whether a month's name alone is the month: not may, march, a woman called June, nor a title."""
    before, behind = reader.at(index - 1), reader.at(index + 1)
    named = index + 1 < reader.size and reader.capital(index + 1) and behind[:1].isalpha() and not reader.sentence.is_upper
    introduced = before in reader.table.before_year or before in _DASHES or before in reader.table.edge
    adjective = before in ("the", "a", "an", "this", "expected", "planned") and index + 1 < reader.size
    if adjective and behind.isalpha() and behind not in reader.table.function and not reader.capital(index + 1):
        return True
    if month == 5 and behind == "'s" and index and not reader.capital(index - 1):
        return True
    if month == 5:
        if before == "by" and reader.at(index - 2).endswith(("ed", "en")):
            return False
        return introduced and before not in ("of", "for", "and", "or", "to", "at", "as", "on", "than", "about")
    if month in (3, 4, 6, 8) and named and not introduced:
        return False
    if month == 3 and not introduced:
        ahead = behind in ("on", "to", "through", "in", "for", "against", "of")
        return not ahead and not (index and (before in ("the", "a", "'s") or reader.capital(index - 1)))
    if month in (4, 6) and before and reader.capital(index - 1) and index > 1 and before[:1].isalpha():
        return introduced
    return True


def _dated(reader: _Reader, index: int, end: int, month: int) -> Mark:
    """Read what belongs to a month's name: a day before or behind it, a span of days, a year, last or next."""
    behind = _day_number(reader, end)
    if behind and not _counts(reader, behind[1]) and not (reader.at(behind[1]) == ":" and reader.at(behind[1] + 1).isdecimal()):
        mark = _day_range(reader, index, month, behind)
        if mark.kind == "range" or reader.at(behind[1]) not in reader.table.meridiem:
            return mark
    first, day, start_day = _days_before(reader, index)
    if day is not None:
        mark = _with_year(reader, Mark(first, end, "date", (None, month, day)))
        if start_day is None:
            return mark
        begin = Mark(first, first + 1, "date", (mark.value[0], month, start_day))
        return Mark(first, mark.last, "range", (), begin, mark)
    shift, first = _direction(reader, index)
    mark = Mark(first, end, "month", (None, month, shift))
    return mark if shift is not None else _with_year(reader, mark)


def _day_range(reader: _Reader, index: int, month: int, behind: tuple[int, int]) -> Mark:
    """Read Oct. 18, Oct. 18-22 and Oct. 18 to 22, with the year behind."""
    day, end = behind
    joint = reader.at(end)
    if joint in _DASHES or joint in ("to", "and", "through", "until") or joint == "/":
        last = _day_number(reader, end + 1)
        ahead = reader.at(last[1]) if last else ""
        other = ahead in reader.table.month or ahead in reader.table.short_month
        if last and last[0] > day and not _counts(reader, last[1]) and not other and ahead not in reader.table.meridiem:
            closing = _with_year(reader, Mark(end + 1, last[1], "date", (None, month, last[0])))
            opening = Mark(index, end, "date", (closing.value[0], month, day))
            return Mark(index, closing.last, "range", (), opening, closing)
    return _with_year(reader, Mark(index, end, "date", (None, month, day)))


def _days_before(reader: _Reader, index: int) -> tuple[int, int | None, int | None]:
    """Read 5 March, 5th of March, the fifth of March, 12-13 March before a month: first token, day, first day."""
    last = index - 1
    if reader.back(last) == "of":
        last -= 1
    ordinal = reader.back(last) in ("st", "nd", "rd", "th")
    spot = last - 1 if ordinal else last
    word = reader.back(spot)
    day = reader.table.ordinal.get(word) or _digit_value(word, 2) or 0
    if not 1 <= day <= 31 or last < index - 1 and not ordinal and word.isdecimal():
        return index, None, None
    if reader.at(spot - 1) in _CURRENCY or reader.tight(spot) and reader.at(spot - 1) in (".", ",", ":"):
        return index, None, None
    begin = _digit_value(reader.back(spot - 2), 2)
    joint = reader.back(spot - 1)
    if begin and begin < day and (joint in _DASHES or joint in ("and", "to")) and (joint not in ("and", "to") or reader.at(spot - 3) in ("between", "from", "on")):
        return spot - 2, day, begin
    return (spot - 1 if reader.back(spot - 1) == "the" else spot), day, None


def _with_year(reader: _Reader, mark: Mark) -> Mark:
    """Take the year behind a month, a day, a quarter or a season into the mark."""
    index = mark.last
    word = reader.at(index)
    if word in (",", "of") or (word == "." and reader.at(index + 1).isdecimal() and len(reader.at(index + 1)) == 4):
        index += 1
        word = reader.at(index)
    if word == "the" and reader.at(index + 1) == "year":
        index, word = index + 2, reader.at(index + 2)
    year = _year_value(word)
    if year is not None and (index > mark.last or not _counts(reader, index + 1)):
        if not (reader.at(index + 1) == "s" and reader.tight(index + 1)):
            return mark._replace(last=index + 1, value=(year, *mark.value[1:]))
    if word in ("'", "\u2018", "\u2019"):
        short = _apostrophe(reader, index)
        if short and short.kind == "short_year":
            return mark._replace(last=short.last, of=short)
    if reader.table.number.get(word, 0) in (17, 18, 19):
        spoken = _spoken_year(reader, index)
        if spoken:
            return mark._replace(last=spoken.last, value=(spoken.value[0], *mark.value[1:]))
    return mark


def _holiday(reader: _Reader, index: int) -> Mark | None:
    """Read Christmas, Easter, Christmas Eve 2004, where they say when and not what ("Christmas tree")."""
    name, end = reader.table.holiday[reader.lowers[index]], index + 1
    behind = reader.at(end)
    if behind in ("day", "eve", "sunday"):
        name, end = ("12-24" if behind == "eve" and name == "12-25" else name), end + 1
    shift, first = _direction(reader, index)
    mark = _with_year(reader, Mark(first, end, "holiday", (None, name, shift)))
    if mark.value[0] is not None or mark.last > end or shift is not None or end > index + 1:
        return mark
    behind = reader.at(end)
    if behind.isalpha() and behind not in reader.table.before_year and behind not in reader.table.function:
        return None
    return mark if reader.back(index - 1) in ("at", "over", "by", "since", "before", "after", "until", "on", "around", "during", "past") else None


def _season(reader: _Reader, index: int) -> Mark | None:
    word = reader.lowers[index]
    shift, first = _direction(reader, index)
    mark = Mark(first, index + 1, "season", (None, reader.table.season[word], shift))
    if shift is not None:
        return mark if word != "fall" or reader.at(index + 1) not in ("in", "of", "into") else None
    dated = _with_year(reader, mark)
    if dated.last > mark.last:
        return dated
    before, behind = reader.back(index - 1), reader.at(index + 1)
    if before == "the":
        introduced = reader.back(index - 2) in ("in", "during", "over", "throughout", "into", "since", "until", "by", "early", "late")
        if introduced and behind not in ("of", "in") and not (behind[:1].isalpha() and behind not in reader.table.before_year and word == "fall"):
            return mark
        return None
    if before in ("early", "late", "in", "by", "since", "until") and word != "fall":
        return None if behind[:1].isalpha() and reader.capital(index + 1) else mark
    return None


# --- weeks, quarters, years ------------------------------------------------------------------------------------------


def _unit(reader: _Reader, index: int) -> Mark | None:
    word = reader.lowers[index]
    unit = reader.table.unit[word]
    if word in reader.table.plural:
        return _units(reader, index, unit)
    before = reader.back(index - 1)
    if before in _MINUS and reader.back(index - 2):
        before = reader.back(index - 2)
    ordinal = reader.table.ordinal.get(before)
    if unit == "year" and before == "new":
        eve = reader.at(index + 2)
        if reader.at(index + 1) == "'s" and eve in ("day", "eve"):
            return _with_year(reader, Mark(index - 1, index + 3, "holiday", (None, "01-01" if eve == "day" else "12-31", None)))
        return None
    if unit in ("quarter", "half") and (ordinal or before in ("final", "last", "1st", "2nd")):
        return _quarter(reader, index, unit, ordinal)
    if unit == "year" and reader.at(index + 1) in _MINUS:
        joint = reader.at(index + 2)
        if joint in reader.table.ago or joint in reader.table.earlier:
            return None
        if joint == "end" and before not in reader.table.shift and before != "fiscal":
            return Mark(index, index + 3, "unit", ("year", 0), part="end")
    if unit == "year" and reader.at(index + 1) == "end":
        return Mark(index, index + 2, "unit", ("year", 0), part="end")
    if unit == "year" and reader.at(index + 1) == "'s" and reader.at(index + 2) == "end" and reader.at(index + 3) != "of":
        return Mark(index, index + 3, "unit", ("year", 0), part="end")
    if unit == "year" and before == "the" and reader.at(index + 1) == "two" and reader.at(index + 2) == "thousand":
        return Mark(index - 1, index + 3, "year", (2000,))
    if unit == "century":
        return Mark(index - 1, index + 1, "century", (ordinal,)) if ordinal else _held(reader, index, unit)
    return _held(reader, index, unit)


def _held(reader: _Reader, index: int, unit: str) -> Mark | None:
    """Read last week, this fiscal year, the previous month, that quarter, the year to March."""
    spot = index
    if reader.back(index - 1) in reader.table.fiscal or reader.back(index - 1) in ("calendar", "whole", "full"):
        spot = index - 1
    before = reader.back(spot - 1)
    if unit in ("quarter", "period", "half") and reader.floor and reader.floor == spot - (reader.at(spot - 1) == "'s"):
        return Mark(index, index + 1, "anaphor", (unit,))
    shift, first = _direction(reader, spot)
    if shift is not None:
        if unit in ("day", "hour", "minute", "half", "period") and not (unit == "period" and shift == -1):
            return None
        if before == "past" and unit != "weekend":
            return Mark(first, index + 1, "rolling", (1, unit, -1))
        return Mark(first, index + 1, "unit", (unit, shift))
    relative = reader.table.relative.get(before)
    if relative is not None and unit not in ("minute", "hour") and reader.at(index + 1) != "of":
        first = spot - 2 if reader.back(spot - 2) == "the" else spot - 1
        return Mark(first, index + 1, "relative", (unit, relative))
    if before in reader.table.latest and unit in ("quarter", "period", "half", "year", "week", "month"):
        return Mark(spot - 2 if reader.back(spot - 2) == "the" else spot - 1, index + 1, "latest", (unit,))
    if before == "the":
        return _definite(reader, spot, index, unit)
    counted = _number_before(reader, index)
    if counted and unit not in ("period", "half") and counted[0] is not None:
        return Mark(counted[1], index + 1, "span", (counted[0], unit))
    return None


def _definite(reader: _Reader, spot: int, index: int, unit: str) -> Mark | None:
    """Read the quarter, the weekend, the end of the year; "the year" alone says little and waits for "to March"."""
    if reader.at(index + 1) in _MINUS and reader.tight(index + 2):
        return None
    if unit in ("quarter", "period", "weekend") or spot < index:
        return Mark(spot - 1, index + 1, "anaphor", (unit,))
    held = reader.back(spot - 2) in ("of", "in") and reader.back(spot - 3) in (*reader.table.part_of, "later", "earlier", "late", "early")
    held = held or (reader.back(spot - 2) == "of" and reader.at(spot - 3) in reader.table.plural)
    if held and unit in ("week", "month", "year", "decade", "century"):
        return Mark(spot - 1, index + 1, "unit", (unit, 0))
    return Mark(spot - 1, index + 1, "span", (1, unit))


def _units(reader: _Reader, index: int, unit: str) -> Mark | None:
    counted = _number_before(reader, index)
    if counted is None:
        return None
    number, first = counted
    before = reader.back(first - 1)
    shift, start = _direction(reader, first)
    if shift:
        return Mark(start, index + 1, "rolling", (number, unit, shift), duration=True)
    if before in reader.table.ordinal or before in ("final", "latest", "opening"):
        start = first - 2 if reader.back(first - 2) == "the" else first - 1
        return Mark(start, index + 1, "units", (number, unit, before), duration=True)
    return Mark(first, index + 1, "span", (number, unit), duration=True)


def _quarter(reader: _Reader, index: int, unit: str, ordinal: int | None) -> Mark | None:
    """Read the third quarter, third-quarter, the last quarter, the first half of 2020."""
    behind = reader.at(index + 1)
    if behind in _MINUS and reader.tight(index + 1) or behind in ("final", "finals", "back"):
        return None
    hyphen = reader.back(index - 1) in _MINUS
    first = index - 2 if hyphen else index - 1
    fiscal = reader.back(first - 1) in reader.table.fiscal
    shift = -1 if ordinal is None and reader.lowers[first] == "last" else None
    number = ordinal if ordinal is not None else 0 if unit == "quarter" else 2
    if number > 4 or unit == "half" and number > 2:
        return None
    start = first - 1 if fiscal else first
    if reader.back(start - 1) == "the":
        start -= 1
    mark = _with_year(reader, Mark(start, index + 1, unit, (None, number, shift)))
    if unit == "half" and mark.value[0] is None and not _half_year(reader, index, hyphen):
        return None
    return mark


def _half_year(reader: _Reader, index: int, hyphen: bool) -> bool:
    """Say whether "first half" is half a year: a match has one too."""
    behind, ahead = reader.at(index + 1), reader.at(index + 2)
    if behind == "of":
        return ahead in ("the", "this", "last", "next", "fiscal", "its") and reader.at(index + 3) in (*reader.table.unit, "fiscal", "financial", "century") or ahead in ("fiscal", "last", "next", "this")
    reports = ("profit", "profits", "earnings", "sales", "results", "revenue", "revenues", "loss", "losses", "net", "income", "pre", "pretax", "figures", "trading", "growth", "production", "output")
    return behind in reports and (hyphen or behind != "net")


def _ago(reader: _Reader, index: int) -> Mark | None:
    """Read two days ago, a year earlier, year-ago, six weeks later, earlier this month."""
    word = reader.lowers[index]
    end = index - 2 if reader.back(index - 1) == "so" and reader.back(index - 2) == "or" else index
    joined = reader.back(end - 1) in _MINUS
    spot = end - 2 if joined else end - 1
    unit = reader.table.unit.get(reader.back(spot))
    if unit is None or unit in ("half", "period"):
        return None
    way = "ago" if word in reader.table.ago else "later" if word in reader.table.later else "earlier"
    counted = _number_before(reader, spot)
    if joined:
        first = spot - 1 if reader.back(spot - 1) == "the" else spot
        if counted and counted[1] < spot and reader.lowers[counted[1]] not in ("a", "an"):
            return Mark(counted[1], index + 1, "ago", (counted[0], unit, way), duration=True)
        behind = reader.table.unit.get(reader.at(index + 1), "")
        return Mark(first, index + 1 + bool(behind), "ago", (1, unit, "year-" + way, behind))
    if counted is None:
        plural = reader.back(spot) in reader.table.plural
        return Mark(spot, index + 1, "ago", (None, unit, way)) if plural and way == "ago" else None
    if word in ("before", "previously") and reader.at(index + 1)[:1].isalpha() and word == "before":
        return None
    return Mark(counted[1], index + 1, "ago", (counted[0], unit, way), duration=reader.lowers[counted[1]] not in ("a", "an"))


def _fiscal(reader: _Reader, index: int) -> Mark | None:
    """Read fiscal 1989 and FY2019."""
    year = _year_value(reader.at(index + 1))
    start = index
    if reader.at(index + 1) == "year":
        year = _year_value(reader.at(index + 2))
        return Mark(start, index + 3, "fiscal", (year,)) if year and not _counts(reader, index + 3) else None
    return Mark(start, index + 2, "fiscal", (year,)) if year else None


def _letter(reader: _Reader, index: int) -> Mark | None:
    """Read Q3, H1 and FY2019."""
    if not reader.tight(index + 1) or not reader.capital(index):
        return None
    word, number = reader.lowers[index], reader.at(index + 1)
    if word == "fy":
        year = _year_value(number)
        return Mark(index, index + 2, "fiscal", (year,)) if year else None
    if number not in (("1", "2", "3", "4") if word == "q" else ("1", "2")):
        return None
    return _with_year(reader, Mark(index, index + 2, "quarter" if word == "q" else "half", (None, int(number), None)))


def _to_date(reader: _Reader, index: int) -> Mark | None:
    """Read year to date and year-to-date."""
    joint = reader.back(index - 1)
    spot = index - 2 if joint in _MINUS else index - 1
    if reader.back(spot) != "to":
        return None
    spot = spot - 2 if reader.back(spot - 1) in _MINUS else spot - 1
    unit = reader.table.unit.get(reader.back(spot))
    return Mark(spot, index + 1, "unit", (unit, 0), part="so far") if unit in ("year", "month", "quarter", "week") else None


# --- marks that grow together ----------------------------------------------------------------------------------------


def _push(reader: _Reader, marks: list[Mark], mark: Mark) -> None:
    """Put a mark behind the others, joined to its neighbour where the words between them say so."""
    mark = _parted(reader, mark)
    while marks and marks[-1].last > mark.first:
        marks.pop()
    while marks:
        joined = _join(reader, marks[-1], mark)
        if joined is None:
            break
        marks.pop()
        mark = joined
    marks.append(mark)


_DAYS = frozenset({"date", "weekday", "day", "numeric", "relative_weekday"})
_INSIDE = frozenset({"date", "month", "quarter", "half", "season", "units"})
_HOLDS = frozenset({"year", "short_year", "unit", "fiscal", "relative", "ago", "anaphor", "latest"})


def _join(reader: _Reader, left: Mark, right: Mark) -> Mark | None:
    gap = reader.lowers[left.last : right.first]
    if len(gap) > 3:
        return None
    if gap in (["ended"], ["ending"], ["to"], ["through"], ["ended", "on"]) and right.kind in ("date", "month", "day", "weekday", "year"):
        if left.kind in ("span", "units", "rolling") or left.kind in ("anaphor", "latest", "unit", "quarter") and gap[0] in ("ended", "ending"):
            count, unit = _run(left)
            return Mark(left.first, right.last, "ended", (count, unit), right, duration=left.duration)
    if left.kind == "weekday" and right.kind in ("date", "day", "range") and gap in ([], [","], ["the"], [",", "the"], ["."]):
        return right._replace(first=left.first, clock=right.clock or left.clock)
    if left.kind == "clock" and right.kind in _DAYS and gap in ([], [","], ["on"], [",", "on"], ["of"]):
        return right._replace(first=left.first, clock=left.clock)
    if left.kind in _DAYS and left.clock is None and right.kind == "clock" and gap in ([], [","], ["at"], [",", "at"], ["around"], ["at", "around"], ["at", "about"], ["about"], ["by"]):
        return left._replace(last=right.last, clock=right.clock)
    return _hold(left, right, gap) or _range(reader, left, right, gap)


def _run(mark: Mark) -> tuple[int | None, str]:
    """Return how many of which unit a run of time is: nine months, one quarter."""
    if mark.kind in ("span", "units", "rolling"):
        count, unit = mark.value[:2]
        return (count if isinstance(count, int) else None), str(unit)
    return 1, "quarter" if mark.kind == "quarter" else str(mark.value[0])


def _hold(left: Mark, right: Mark, gap: list[str]) -> Mark | None:
    """Join a period to the one that holds it: "the third quarter" "of" "last year"; "last year" "'s" "third quarter"."""
    if left.kind in _INSIDE and left.of is None and right.kind in _HOLDS and not right.part and gap in ([], ["of"], [","], ["of", "the"], ["of", "its"], ["in"]):
        held = right.value[1] if right.kind == "ago" else right.value[0]
        longer = held in ("year", "decade", "century") or left.kind == "units" and held in ("quarter", "month")
        if right.kind in ("unit", "relative", "latest", "anaphor", "ago") and not longer:
            return None
        if left.value[0] is None or left.kind == "units":
            return left._replace(last=right.last, of=right)
    if right.kind in _INSIDE and right.of is None and left.kind in _HOLDS and gap in (["'s"], [], ["'"]):
        if right.kind != "units" and right.value[0] is None and left.kind in ("year", "unit", "fiscal", "short_year"):
            if left.kind != "unit" or left.value[0] == "year":
                return right._replace(first=left.first, of=left)
    period = {"quarter", "period", "half", "month"}
    pointing = {"relative", "anaphor", "latest"}
    if left.kind in pointing and left.value[0] in period and _is_year_mark(right) and gap in ([], ["of"], ["in"], [","]):
        return left._replace(kind="counterpart", last=right.last, of=right)
    if right.kind == "anaphor" and right.value[0] in period and _is_year_mark(left) and gap in ([], ["'s"]):
        return right._replace(kind="counterpart", first=left.first, of=left)
    return None


def _is_year_mark(mark: Mark) -> bool:
    if mark.kind == "ago":
        return mark.value[1] == "year"
    return mark.kind in ("year", "short_year", "fiscal") or mark.kind in ("unit", "relative") and mark.value[0] == "year"


def _range(reader: _Reader, left: Mark, right: Mark, gap: list[str]) -> Mark | None:
    if gap == ["-", "to", "-"]:
        gap = ["to"]
    if len(gap) != 1 or left.kind == "range" or right.kind == "range" or left.kind in ("span", "clock", "ago") or right.kind in ("span", "ago"):
        return None
    joint = gap[0]
    before = reader.at(left.first - 1)
    tight = joint in _DASHES
    alike = left.kind == right.kind or {left.kind, right.kind} <= {"month", "date"} or {left.kind, right.kind} <= {"year", "month", "short_year"} or {left.kind, right.kind} <= _DAYS
    if not alike:
        return None
    if tight or (joint == "and" and before == "between") or joint in ("to", "through", "until", "till"):
        return Mark(left.first, right.last, "range", (), left, right)
    return None


def _parted(reader: _Reader, mark: Mark) -> Mark:
    """Take early, mid-, late, the end of, earlier and so far into the mark."""
    first = mark.first
    before = reader.back(first - 1)
    if before in _MINUS and (reader.back(first - 2) in reader.table.part or reader.back(first - 2) == "end"):
        return mark._replace(first=first - 2, part=reader.table.part.get(reader.back(first - 2), "end"))
    if before == "the" and reader.back(first - 2) in ("of", "in"):
        before, first = reader.back(first - 2), first - 1
    if before in reader.table.part:
        return mark._replace(first=first - 1, part=reader.table.part[before])
    if before in ("of", "in"):
        part = reader.table.part_of.get(reader.back(first - 2))
        if part and before == "of":
            start = first - 3 if reader.back(first - 3) == "the" else first - 2
            return mark._replace(first=start, part=part)
        if reader.back(first - 2) in ("earlier", "later", "early", "late"):
            return mark._replace(first=first - 2, part=reader.back(first - 2))
        return mark
    if before in reader.table.earlier and before == "earlier" or before in reader.table.later:
        return mark._replace(first=first - 1, part=before)
    if before == "far" and reader.back(first - 2) == "so":
        return mark._replace(first=first - 2, part="so far")
    return mark
