"""Where a date phrase stands and what it says, before anybody asks which day that was.

Marks are spotted without a publication date, so that a numeral can be told from a year or a clock time. Each reader
starts at one token that a table knows, looks a few tokens to its left and right, and gives a mark or nothing.
Neighbouring marks then grow together: a weekday with its date, a month with its year, two ends of a range.
"""

import functools
from collections.abc import Sequence

from . import clock, month, term, year
from .datewords import APOSTROPHES, DASHES, MINUS, Mark, ReadAt, Reader, Table, digit_value, table
from .lexicon import Lexicon
from .text import Sentence

__all__ = ["Mark", "find_marks"]


@functools.lru_cache(maxsize=8)
def _readers(lexicon: Lexicon) -> dict[str, ReadAt]:
    """Return which reader starts at which word."""
    words = table(lexicon)
    readers: dict[str, ReadAt] = {}
    for anchors, reader in (
        (words.month, month.month), (words.short_month, month.short_month), (words.weekday, month.weekday),
        (words.short_weekday, month.short_weekday), (words.season, month.season), (words.holiday, month.holiday),
        (words.day, clock.day), (words.noon, clock.noon), (words.sets["overnight"], clock.overnight),
        (words.daypart, clock.daypart), (words.unit, term.unit), (words.sets["ago"], term.ago),
        (words.sets["earlier"], term.ago), (words.sets["later"], term.ago), (words.sets["to date"], term.to_date),
        (words.sets["fiscal"], term.fiscal), (words.sets["letter"], term.letter), (words.decade, year.decade_word),
        (APOSTROPHES, year.apostrophe), ([word for word, n in words.number.items() if 17 <= n <= 19], year.spoken_year),
    ):  # fmt: skip
        readers.update(dict.fromkeys(anchors, reader))
    return readers


@functools.lru_cache(maxsize=8)
def starts(lexicon: Lexicon) -> frozenset[str]:
    """Return the words at which a date phrase may be spotted, digits aside."""
    return frozenset(_readers(lexicon))


def find_marks(sentence: Sentence, lexicon: Lexicon, spots: Sequence[int] | None = None) -> list[Mark]:
    """Return the date phrases of a sentence in text order, without overlap.

    `spots` are the tokens to look at, where they are known: digits, words of `starts`, and others if need be.

    >>> from newsfigures.lexicon import load
    >>> sentence = Sentence("In May 2014 it had 2,019 staff.")
    >>> [(sentence.said(mark.first, mark.last), mark.kind) for mark in find_marks(sentence, load("en"))]
    [('May 2014', 'month')]
    """
    readers, lowers = _readers(lexicon), sentence.lowers
    # Digits sort between "0" and ":"; both tests are one lookup or one comparison a token.
    if spots is None:
        spots = [i for i, word in enumerate(lowers) if word in readers or "0" <= word < ":"]
    if not spots:
        return []
    words = table(lexicon)
    tails = _tails(words)
    reader = Reader(sentence, words)
    marks: list[Mark] = []
    for index in spots:
        if index < reader.floor:
            continue
        word = lowers[index]
        read = readers.get(word)
        if read is None:
            if not "0" <= word < ":":
                continue
            behind = lowers[index + 1] if index + 1 < reader.size else ""
            if len(word) != 4 and behind not in tails and word.count(".") != 2:
                continue  # almost always: digits that begin no date
            read = _digits
        mark = read(reader, index)
        if mark is not None:
            _push(reader, marks, mark)
            # "two days" is no date until "ago" or "ended" comes, and must stay readable until then.
            if marks[-1].kind != "span":
                reader.floor = marks[-1].last
    return [mark for mark in marks if mark.kind != "span"]


def _digits(reader: Reader, index: int) -> Mark | None:
    word = reader.lowers[index]
    behind = reader.at(index + 1)
    if len(word) == 4 and word.isdecimal():
        if behind in reader.table.sets["zone"]:
            return clock.clock(reader, index)
        return (
            year.numeric(reader, index)
            or year.decade(reader, index)
            or year.year(reader, index)
            or clock.clock(reader, index)
        )
    if behind in reader.table.meridiem or behind in reader.table.sets["o'clock"] or behind in reader.table.sets["zone"]:
        return clock.clock(reader, index)
    if behind in (":", "a", "p"):
        return clock.clock(reader, index)
    if behind in MINUS or behind == "/" or word.count(".") == 2:
        return year.numeric(reader, index)
    if behind == "s" and reader.tight(index + 1):
        return year.short_decade(reader, index, index)
    if behind == "q" and reader.tight(index + 1) and word in ("1", "2", "3", "4"):
        return year.with_year(reader, Mark(index, index + 2, "quarter", (None, int(word), None)))
    if behind in ("st", "nd", "rd", "th") and reader.tight(index + 1):
        return _ordinal_digits(reader, index)
    return None


@functools.lru_cache(maxsize=8)
def _tails(words: Table) -> frozenset[str]:
    """Return what stands behind digits that begin a date or a time of the clock, a year alone aside."""
    sets = words.sets
    return frozenset({*words.meridiem, *sets["o'clock"], *sets["zone"], *MINUS, *":ap/sq", "st", "nd", "rd", "th"})


def _ordinal_digits(reader: Reader, index: int) -> Mark | None:
    unit = reader.table.unit.get(reader.at(index + 2), "")
    value = digit_value(reader.lowers[index], 2)
    if unit == "century" and value:
        return Mark(index, index + 3, "century", (value,))
    if unit == "quarter" and value and value <= 4 and reader.at(index + 3) not in MINUS:
        return Mark(index, index + 3, "quarter", (None, value, None))
    return None


def _push(reader: Reader, marks: list[Mark], mark: Mark) -> None:
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


#: The words that may stand between two marks of one phrase.
_NEXT_TO = {(), (",",), ("the",), (",", "the"), (".",)}
_AT = {(), (",",), ("at",), (",", "at"), ("around",), ("at", "around"), ("at", "about"), ("about",), ("by",)}
_ON = {(), (",",), ("on",), (",", "on"), ("of",)}
_IN = {(), (",",), ("of",), ("in",), ("of", "the"), ("of", "its")}
_OWNS = {(), ("'s",), ("'",)}
_ENDED = {("ended",), ("ending",), ("ended", "on")}
_BEGINS = {("of",), ("beginning",), ("starting",), ("beginning", "on")}
_UP_TO = {("to",), ("through",)}
_RANGE = {("to",), ("through",), ("until",), ("till",), ("-", "to", "-")}

_DAYS = frozenset({"date", "weekday", "day", "numeric", "relative_weekday"})
_ENDS = frozenset({"date", "month", "day", "weekday", "year"})
_RUNS = frozenset({"span", "units", "rolling"})
_POINTING = frozenset({"relative", "anaphor", "latest"})
_INSIDE = frozenset({"date", "month", "quarter", "half", "season", "units"})
_HOLDS = frozenset({"year", "short_year", "fiscal", "unit", "ago"}) | _POINTING
_HOLDS_RUNS = frozenset({"month", "quarter", "season", "decade", "short_decade"})
_PERIODS = frozenset({"quarter", "period", "half", "month"})
_NOT_RANGED = frozenset({"range", "span", "ago"})

_Gap = tuple[str, ...]


def _join(reader: Reader, left: Mark, right: Mark) -> Mark | None:
    """Return one mark for two neighbours, `None` where they stay two."""
    if right.first - left.last > 3:
        return None
    gap = tuple(reader.lowers[left.last : right.first])
    return (
        _ended(left, right, gap)
        or _same_day(left, right, gap)
        or _inside(left, right, gap)
        or _owned(left, right, gap)
        or _range(reader, left, right, gap)
    )


def _ended(left: Mark, right: Mark, gap: _Gap) -> Mark | None:
    """Join "the week" "ended" "Feb. 11" and "nine months" "to" "September"."""
    if right.kind not in _ENDS:
        return None
    if (
        gap in _BEGINS
        and left.kind in ("span", "anaphor", "unit")
        and left.value[-1 if left.kind == "span" else 0] == "week"
    ):
        return Mark(left.first, right.last, "begins", ("of" in gap,), right)
    if gap not in _ENDED and gap not in _UP_TO:
        return None
    if left.kind in _RUNS:
        count, unit = left.value[:2]
    elif gap in _ENDED and (left.kind in _POINTING or left.kind in ("unit", "quarter")):
        count, unit = 1, "quarter" if left.kind == "quarter" else left.value[0]
    else:
        return None
    return Mark(left.first, right.last, "ended", (count, unit), right, duration=left.duration)


def _same_day(left: Mark, right: Mark, gap: _Gap) -> Mark | None:
    """Join "Friday" "Oct. 13", "10 p.m." "on" "Wednesday" and "Sunday" "at" "noon"."""
    if left.kind == "weekday" and (right.kind in ("date", "range") and gap in _NEXT_TO):
        # The weekday tells which year: "Saturday, April 25".
        value = (*right.value, left.value[0]) if right.kind == "date" else right.value
        return right._replace(first=left.first, value=value, clock=right.clock or left.clock)
    if left.kind == "clock" and right.kind in _DAYS and gap in _ON:
        return right._replace(first=left.first, clock=left.clock)
    if right.kind == "clock" and left.kind in _DAYS and (left.clock or (0, -1))[1] < 0 and gap in _AT:
        return left._replace(last=right.last, clock=right.clock)
    return None


def _inside(left: Mark, right: Mark, gap: _Gap) -> Mark | None:
    """Join a period to the one that holds it: "the third quarter" "of" "last year", "the same period" "a year ago"."""
    if right.part or gap not in _IN:
        return None
    nth = left.kind == "span" and len(left.value) > 2
    if (nth or left.kind in ("units", "rolling", "half")) and left.of is None and gap and _holds_run(right, nth=nth):
        value = left.value if left.kind != "rolling" else (*left.value[:2], "last")
        return left._replace(kind="half" if left.kind == "half" else "units", last=right.last, value=value, of=right)
    if right.kind not in _HOLDS:
        return None
    if left.kind in _POINTING:
        if left.value[0] in _PERIODS and _is_year(right):
            return left._replace(kind="counterpart", last=right.last, of=right)
        return None
    if left.kind not in _INSIDE or left.of is not None:
        return None
    if not _is_year(right):
        unit = right.value[1] if right.kind == "ago" else right.value[0]
        longer = unit in ("decade", "century") or (left.kind == "units" and unit in ("quarter", "month"))
        if not longer:
            return None
    said = left.kind != "units" and left.value[0] is not None
    return None if said else left._replace(last=right.last, of=right)


def _holds_run(mark: Mark, *, nth: bool) -> bool:
    """Say whether a phrase holds days or weeks: "the first week" of "May"."""
    return mark.kind in _HOLDS_RUNS or (nth and (_is_year(mark) or (mark.kind == "unit" and mark.value[0] == "month")))


def _owned(left: Mark, right: Mark, gap: _Gap) -> Mark | None:
    """Join a year to what it owns: "last year" "'s" "third quarter", "1988" "second quarter", "the 1988" "period"."""
    if gap not in _OWNS or not _is_year(left) or left.kind in ("ago", "relative"):
        return None
    if right.kind == "anaphor" and right.value[0] in _PERIODS:
        return right._replace(kind="counterpart", first=left.first, of=left)
    if right.kind in _INSIDE and right.kind != "units" and right.of is None and right.value[0] is None:
        return right._replace(first=left.first, of=left)
    return None


def _is_year(mark: Mark) -> bool:
    if mark.kind == "ago":
        return mark.value[1] == "year"
    return mark.kind in ("year", "short_year", "fiscal") or (mark.kind in _HOLDS and mark.value[0] == "year")


def _range(reader: Reader, left: Mark, right: Mark, gap: _Gap) -> Mark | None:
    """Join the two ends of a range: "May" "to" "July", between "1998" "and" "2002", "Oct. 18" "-" "Nov. 3"."""
    if left.kind in _NOT_RANGED or right.kind in _NOT_RANGED or left.kind == "clock":
        return None
    between = gap == ("and",) and reader.at(left.first - 1) == "between"
    if not between and gap not in _RANGE and not (len(gap) == 1 and gap[0] in DASHES):
        return None
    kinds = {left.kind, right.kind}
    alike = len(kinds) == 1 or kinds <= {"month", "date"} or kinds <= {"year", "month", "short_year"} or kinds <= _DAYS
    return Mark(left.first, right.last, "range", (), left, right) if alike else None


def _parted(reader: Reader, mark: Mark) -> Mark:
    """Take early, mid-, late, the end of, earlier and so far into the mark."""
    first = mark.first
    before = reader.back(first - 1)
    if before in MINUS and (reader.back(first - 2) in reader.table.part or reader.back(first - 2) == "end"):
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
    if (before in reader.table.sets["earlier"] and before == "earlier") or before in reader.table.sets["later"]:
        return mark._replace(first=first - 1, part=before)
    if before == "far" and reader.back(first - 2) == "so":
        return mark._replace(first=first - 2, part="so far")
    return mark
