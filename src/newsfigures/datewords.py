"""The words of dates by role, and one sentence being read with them."""

import collections
import functools
from collections.abc import Callable
from typing import NamedTuple, final

from .lexicon import Lexicon
from .text import Sentence

DASHES = frozenset("-\u2010\u2011\u2012\u2013\u2014")
MINUS = frozenset("-\u2010\u2011\u2013")
APOSTROPHES = frozenset("'\u2018\u2019")
CURRENCY = frozenset("$\u00a3\u20ac\u00a5#")


@final
class Mark(NamedTuple):
    """A date phrase: tokens `first` up to, not including, `last`, and its parsed parts.

    `kind` names the form ("month", "weekday", "ago"), `value` its parts in the order that the reader of the kind gives,
    `of` the phrase that holds it ("the third quarter" of "last year"); a range has its ends in `of` and `to`. `part` is
    early, mid, late, end, earlier, later or so far; `clock` the hour and the minute, -1 for a mere part of the day.
    `duration` says that a number in it counts units of time ("two years ago") and so may be a figure elsewhere.
    """

    first: int
    last: int
    kind: str
    value: tuple[int | str | None, ...] = ()
    of: "Mark | None" = None
    to: "Mark | None" = None
    part: str = ""
    duration: bool = False
    clock: tuple[int, int] | None = None

    @property
    def day(self) -> tuple[int, int] | None:
        """The tokens whose numbers say when, and are none: of "the six months to 30 April" the last two."""
        if not self.duration:
            return self.first, self.last
        return (self.of.first, self.of.last) if self.of is not None else None


@final
class Table:
    """The rows of a language by role, for looking up one word."""

    def __init__(self, lexicon: Lexicon) -> None:
        roles: dict[str, dict[str, str]] = {}
        for row in lexicon.rows("date"):
            roles.setdefault(row.role, {}).update(dict.fromkeys(row.phrases, row.value))

        def ints(role: str) -> dict[str, int]:
            return {word: int(value) for word, value in roles.get(role, {}).items()}

        self.month, self.short_month = ints("month"), ints("short_month")
        self.weekday, self.short_weekday = ints("weekday"), ints("short_weekday")
        self.season, self.day, self.noon = ints("season"), ints("day"), ints("clock")
        self.daypart, self.meridiem, self.decade = ints("daypart"), ints("meridiem"), ints("decade")
        self.shift, self.relative, self.ordinal = ints("shift"), ints("relative"), ints("ordinal")
        self.unit, self.holiday = roles.get("unit", {}), roles.get("holiday", {})
        self.part, self.part_of, self.edge = roles.get("part", {}), roles.get("part_of", {}), roles.get("edge", {})
        #: Words of one role that carry no value, by the name of the role; no words where a language has no such row.
        self.sets: dict[str, frozenset[str]] = collections.defaultdict(frozenset)
        self.sets.update((role, frozenset(words)) for role, words in roles.items())
        self.sets["before year"] = self.sets["in"] | self.sets["edge"] | self.sets["part"]
        self.sets["function"] |= self.sets["in"] | self.sets["determiner"]
        self.sets["any month"] = frozenset(self.month) | frozenset(self.short_month)
        self.number: dict[str, int] = {}
        self.tens: dict[str, int] = {}
        for row in lexicon.rows("number"):
            if row.role in ("digit", "teen"):
                self.number.update(dict.fromkeys(row.phrases, int(row.value)))
            elif row.role == "ten":
                self.tens.update(dict.fromkeys(row.phrases, int(row.value)))


@functools.lru_cache(maxsize=8)
def table(lexicon: Lexicon) -> Table:
    """Return the words of dates of a lexicon, by role."""
    return Table(lexicon)


@final
class Reader:
    """One sentence being read: its tokens, the words of dates, and `floor`, the token where the last mark ended."""

    __slots__ = ("_scale", "_upper", "floor", "lowers", "sentence", "size", "table", "words")

    def __init__(self, sentence: Sentence, words: Table) -> None:
        self.sentence = sentence
        self.lowers = sentence.lowers
        self.words = sentence.words
        self.size = len(sentence.words)
        self.table = words
        self.floor = 0
        self._upper: bool | None = None
        self._scale: bool | None = None

    @property
    def is_upper(self) -> bool:
        """Whether capitals tell nothing; worked out once a sentence."""
        if self._upper is None:
            self._upper = self.sentence.is_upper
        return self._upper

    @property
    def on_a_scale(self) -> bool:
        """Whether the sentence speaks of an index or of points, whose levels look like years."""
        if self._scale is None:
            self._scale = not self.table.sets["scale"].isdisjoint(self.lowers)
        return self._scale

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


ReadAt = Callable[[Reader, int], Mark | None]


def digit_value(word: str, limit: int) -> int | None:
    """Return the number that a token of at most `limit` digits writes."""
    return int(word) if word.isdecimal() and len(word) <= limit else None


def year_value(word: str) -> int | None:
    """Return the year that a token of four digits may write."""
    return int(word) if len(word) == 4 and "1000" <= word <= "2199" and word.isdecimal() else None


def day_number(reader: Reader, index: int) -> tuple[int, int] | None:
    """Read a day of the month at a token: 5, 5th, fifth, twenty-first; the day and the token behind it."""
    word = reader.at(index)
    ordinal = reader.table.ordinal.get(word)
    if ordinal is not None:
        return ordinal, index + 1
    day = digit_value(word, 2)
    if word in reader.table.number and word != "a":
        stop = reader.at(index + 1)
        if stop not in ("", ",", ".", ";", ")", "at") and not _is_payday(reader, index):
            return None
        return reader.table.number[word], index + 1
    if day is None:
        tens = reader.table.tens.get(word, 0)
        behind = index + 2 if reader.at(index + 1) in MINUS else index + 1
        units = reader.table.ordinal.get(reader.at(behind), 10)
        return (tens + units, behind + 1) if tens in (20, 30) and units < 10 else None
    if not 1 <= day <= 31:
        return None
    if reader.at(index + 1) in ("st", "nd", "rd", "th") and reader.tight(index + 1):
        return day, index + 2
    return day, index + 1


def _is_payday(reader: Reader, index: int) -> bool:
    """Say whether a dividend is paid on the day: "Pay April five Record", "payable May two to holders"."""
    return reader.at(index - 2) in ("pay", "payable", "record", "reg", "paid") and not counts(reader, index + 1)


def counts(reader: Reader, index: int) -> bool:
    """Say whether the token makes a quantity of the number before it: a unit, a counted noun, a sign of percent."""
    word = reader.at(index)
    return (
        word == "%"
        or word in reader.table.sets["counted"]
        or (word in MINUS and reader.at(index + 1) in reader.table.sets["counted"])
    )


def number_before(reader: Reader, end: int) -> tuple[int | None, int] | None:
    """Read the count that ends before token `end`: two, 24, a, twenty-four, a couple of; None for a vague one."""
    last = end - 2 if reader.back(end - 1) in MINUS else end - 1
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
    start = last - 2 if reader.back(last - 1) in MINUS else last - 1
    tens = reader.table.tens.get(reader.back(start)) if value < 10 else None
    return (tens + value, start) if tens else (value, last)


def direction(reader: Reader, first: int) -> tuple[int | None, int]:
    """Read last, this, next, this past, this coming before token `first`: the shift and the first token."""
    before = reader.back(first - 1)
    shift = reader.table.shift.get(before)
    if shift is None:
        return None, first
    if reader.back(first - 2) in ("this", "the") and before in ("past", "coming", "last", "next", "upcoming"):
        return shift, first - 2
    return shift, first - 1
