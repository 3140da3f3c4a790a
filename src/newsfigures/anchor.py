"""Which days a date phrase means, once it is known when it was said and what was said before it."""

import datetime as dt
import functools
from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from itertools import islice
from types import MappingProxyType
from typing import Final, Protocol, final

from . import period, tense
from .datewords import Mark
from .lexicon import Lexicon
from .period import Days
from .text import Sentence


class Precision(Enum):
    """How finely a date was said."""

    TIME = "time"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    RANGE = "range"
    VAGUE = "vague"


_PRECISION: Mapping[str, Precision] = MappingProxyType(
    {member.value: member for member in Precision}
    | {
        "weekend": Precision.RANGE,
        "fortnight": Precision.RANGE,
        "hour": Precision.TIME,
        "minute": Precision.TIME,
        "period": Precision.RANGE,
    }
)

#: Where year, month and day stand in a date of three numbers, by the name of the order.
ORDERS: Mapping[str, tuple[int, int, int]] = MappingProxyType({"MDY": (2, 0, 1), "DMY": (2, 1, 0), "YMD": (0, 1, 2)})

Resolved = tuple[Days, Precision]

#: How many dates back a phrase such as "the quarter" may point.
_MEMORY: Final = 200
#: Days: a name without a year lies ahead rather than this far back, where no verb tells; deadlines sooner.
_FAR: Final = 270
_DEADLINE: Final = 180


class Known(Protocol):
    """A date already read, as far as later phrases may point back to it."""

    @property
    def first(self) -> dt.date | None:
        """Return the first day; `None` where it could not be resolved."""

    @property
    def last(self) -> dt.date | None:
        """Return the last day."""

    @property
    def precision(self) -> Precision:
        """Return how finely it was said."""

    @property
    def rule(self) -> str:
        """Return the form that was read, as "date:quarter"."""


@functools.lru_cache(maxsize=1024)
def _parsed(text: str, base: dt.datetime | None, date_order: str | None) -> dt.date | None:
    """Ask dateparser about one full date in an unusual form."""
    import dateparser  # noqa: PLC0415  a third of a second, paid only by a text that holds such a date

    settings: dict[str, object] = {"REQUIRE_PARTS": ["day", "month", "year"]}
    if base is not None:
        settings["RELATIVE_BASE"] = base
    if date_order is not None:
        settings["DATE_ORDER"] = date_order
    read = dateparser.parse(text, languages=["en"], settings=settings)
    return None if read is None else read.date()


@final
class Frame:
    """What a sentence is read against: publication, the tense around each mark, the dates so far."""

    def __init__(
        self,
        sentence: Sentence,
        published: dt.date | dt.datetime | None,
        lexicon: Lexicon,
        date_order: str | None,
        before: Sequence[Known],
    ) -> None:
        self.sentence = sentence
        self.today = published.date() if isinstance(published, dt.datetime) else published
        self.lexicon = lexicon
        self.date_order = date_order
        #: Dates resolved so far, in this sentence and in those before it; the last ones are enough to point back to.
        self.found: list[Known] = []
        self.before = before[-_MEMORY:]
        #: Set by a resolver that took publication for an anchor that no words gave.
        self.assumed = False

    def read(self, mark: Mark) -> tuple[Days | None, Precision]:
        """Return the days of a mark, `None` where they need what is not there, and how finely they were said."""
        self.assumed = False
        try:
            resolved = self.resolve(mark)
        except (ValueError, OverflowError):  # "9000 years ago" lies outside the calendar
            resolved = None
        if resolved is None:
            return None, _unresolved(mark)
        days, precision = resolved
        if mark.part in ("so far", "earlier", "later"):
            days = self._cut(mark.part, days, precision)
        if precision is Precision.DAY and mark.clock is not None and mark.clock[1] >= 0:
            precision = Precision.TIME
        return days, precision

    def _cut(self, part: str, days: Days, precision: Precision) -> Days:
        today = self.today
        if today is None or not days[0] <= today <= days[1] or precision in (Precision.DAY, Precision.TIME):
            return days
        return (today, days[1]) if part == "later" else (days[0], today)

    def resolve(self, mark: Mark) -> Resolved | None:
        """Return the days of a mark or of a part of one, `None` where an anchor is missing."""
        handler = _RESOLVERS.get(mark.kind)
        return None if handler is None else handler(self, mark)

    def history(self, accept: Callable[[Known], bool]) -> Known | None:
        """Return the last resolved date so far that fits."""
        for found in (self.found, self.before):
            for known in islice(reversed(found), _MEMORY):
                if known.first is not None and accept(known):
                    return known
        return None

    def report(self) -> Resolved | None:
        """Return the period that the document reports on: the last quarter, half or run of months that it named."""
        today = self.today
        known = self.history(lambda known: _reports(known) and (not today or known.last is None or known.last <= today))
        known = known or self.history(_reports)
        if known is None or known.first is None or known.last is None:
            return None
        return (known.first, known.last), known.precision

    def tense(self, mark: Mark) -> int:
        """Say whether the words around a mark look back, ahead, or neither."""
        return tense.around(self.sentence, mark.first, mark.last, self.lexicon)

    def nearest(self, mark: Mark, past: Days | None, future: Days | None) -> Days | None:
        """Choose between the last and the next day of a name, by tense; the past one where nothing tells."""
        if past is None or future is None or self.today is None:
            return past or future
        looks, age = self.tense(mark), (self.today - past[1]).days
        if mark.kind in ("quarter", "half"):
            # "will report third-quarter results": the report lies ahead, the quarter behind.
            return future if looks == tense.AHEAD and (future[0] - self.today).days < age else past
        if looks == tense.AHEAD or (age > _FAR and looks == tense.UNKNOWN):
            return future
        # A date without its year belongs to the months around, unless a verb of the past has it ("died on April 5").
        before = self.sentence.lowers[mark.first - 1] if mark.first else ""
        return future if age > _DEADLINE and before in ("to", "until", "till", "by", "record", "through") else past


_REPORTED = frozenset({Precision.QUARTER, Precision.HALF})


def _reports(known: Known) -> bool:
    if known.rule in ("date:ended", "date:units"):
        return known.precision is not Precision.WEEK
    return known.precision in _REPORTED and known.rule in ("date:quarter", "date:half", "date:latest", "date:anaphor")


def _unresolved(mark: Mark) -> Precision:
    value = mark.value
    if mark.kind in ("date", "weekday", "day", "numeric", "relative_weekday", "overnight", "full", "holiday"):
        return Precision.DAY
    if mark.kind == "clock":
        return Precision.TIME
    unit = (
        value[1] if mark.kind in ("ago", "rolling") else value[0] if value and isinstance(value[0], str) else mark.kind
    )
    if mark.kind == "ended" and mark.value[0] == 1:
        return _PRECISION.get(str(mark.value[1]), Precision.RANGE)
    if mark.kind in ("rolling", "units", "ended"):
        return Precision.RANGE
    return _PRECISION.get(str(unit), Precision.VAGUE if mark.kind == "ago" else Precision.RANGE)


def _int(value: object) -> int:
    assert isinstance(value, int)
    return value


# --- forms that say their year ---------------------------------------------------------------------------------------


def _year(_frame: Frame, mark: Mark) -> Resolved | None:
    return period.months(_int(mark.value[0]), 1, 12), Precision.YEAR


def _full_year(frame: Frame, short: int) -> int:
    """Read '98 as the year of that ending nearest to the present, at most ten years ahead."""
    limit = frame.today.year + 10 if frame.today else 2030
    return limit - (limit - short) % 100


def _short_year(frame: Frame, mark: Mark) -> Resolved | None:
    return period.months(_full_year(frame, _int(mark.value[0])), 1, 12), Precision.YEAR


def _decade(frame: Frame, mark: Mark) -> Resolved | None:
    start = _int(mark.value[0])
    if mark.kind == "short_decade":
        limit = frame.today.year if frame.today else 2029
        start = limit - (limit - start) % 100
    return period.months(start, 1, 120), Precision.DECADE


def _century_years(_frame: Frame, mark: Mark) -> Resolved | None:
    return period.months(_int(mark.value[0]), 1, 1200), Precision.CENTURY


def _century(_frame: Frame, mark: Mark) -> Resolved | None:
    start = _int(mark.value[0]) * 100 - 99
    return period.months(start, 1, 1200), Precision.CENTURY


def _numeric(frame: Frame, mark: Mark) -> Resolved | None:
    parts = [_int(part) for part in mark.value[:3]]
    readings = [frame.date_order] if frame.date_order else ["MDY", "DMY"]
    possible = {found for name in readings if (found := _read_numeric(frame, parts, name, _int(mark.value[3])))}
    if not possible:
        possible = {found for name in ORDERS if (found := _read_numeric(frame, parts, name, _int(mark.value[3])))}
    if not possible:
        return None
    first, last = min(possible), max(possible)
    return (first, last), Precision.DAY if first == last else Precision.RANGE


def _read_numeric(frame: Frame, parts: list[int], name: str, width: int) -> dt.date | None:
    at = ORDERS[name]
    year, month, date = (parts[index] for index in at)
    if width == 4 and at[0] != 2:
        return None
    try:
        return dt.date(year if width == 4 else _full_year(frame, year), month, date)
    except ValueError:
        return None


def _full(frame: Frame, mark: Mark) -> Resolved | None:
    base = dt.datetime.combine(frame.today, dt.time()) if frame.today else None
    read = _parsed(frame.sentence.said(mark.first, mark.last), base, frame.date_order)
    return None if read is None else ((read, read), Precision.DAY)


# --- forms that take the year from elsewhere -------------------------------------------------------------------------


def _held_year(frame: Frame, mark: Mark) -> int | None:
    """Return the year that a mark says or is held by, `None` where it says none."""
    if mark.value and isinstance(mark.value[0], int) and mark.kind != "units":
        return mark.value[0]
    held = frame.resolve(mark.of) if mark.of is not None else None
    return held[0][0].year if held else None


def _choose(frame: Frame, mark: Mark, make: Callable[[int], Days], shift: int | None = None) -> Days | None:
    """Place a yearly period: in its year, or the last one begun, or the next one, as direction and tense say."""
    year = _held_year(frame, mark)
    if year is not None:
        return make(year)
    today = frame.today
    if today is None or mark.of is not None:
        return None
    begun = max((days for y in range(today.year - 2, today.year + 1) if (days := make(y))[0] <= today), default=None)
    ahead = min(days for y in range(today.year - 1, today.year + 2) if (days := make(y))[1] >= today)
    if shift is None:
        return frame.nearest(mark, begun, ahead)
    if shift == 0:
        return make(today.year)
    if shift > 0:
        return next(days for y in range(today.year - 1, today.year + 3) if (days := make(y))[0] > today)
    return next(days for y in range(today.year, today.year - 3, -1) if (days := make(y))[1] < today)


def _month(frame: Frame, mark: Mark) -> Resolved | None:
    month = _int(mark.value[1])
    days = _choose(frame, mark, lambda year: period.months(year, month), _shift(mark))
    return (days, Precision.MONTH) if days else None


def _shift(mark: Mark) -> int | None:
    shift = mark.value[2]
    return shift if isinstance(shift, int) else None


def _season(frame: Frame, mark: Mark) -> Resolved | None:
    month = _int(mark.value[1])
    days = _choose(frame, mark, lambda year: period.months(year, month, 3), _shift(mark))
    return (days, Precision.SEASON) if days else None


def _quarter(frame: Frame, mark: Mark) -> Resolved | None:
    number, size = _int(mark.value[1]), 3 if mark.kind == "quarter" else 6
    precision = Precision.QUARTER if mark.kind == "quarter" else Precision.HALF
    if number == 0 and mark.of is None and mark.value[0] is None and mark.value[2] is not None:
        return (period.around("quarter", frame.today, -1), precision) if frame.today else None
    number = number or 4
    held = frame.resolve(mark.of) if mark.of is not None else None
    if held is not None and held[1] is Precision.DECADE:
        start = held[0][0].year + (5 if number == 2 else 0)
        return period.months(start, 1, 60), Precision.RANGE
    days = _choose(frame, mark, lambda year: period.months(year, (number - 1) * size + 1, size))
    return (days, precision) if days else None


def _date(frame: Frame, mark: Mark) -> Resolved | None:
    month, number = _int(mark.value[1]), _int(mark.value[2])
    year = _held_year(frame, mark)
    if year is not None:
        said = dt.date(year, month, number)
        return (said, said), Precision.DAY
    today = frame.today
    if today is None or mark.of is not None:
        return None
    nearby = [found for y in range(today.year - 8, today.year + 9) if (found := _real(y, month, number))]
    if len(mark.value) > 3:
        fits = [found for found in nearby if found.weekday() == mark.value[3] and abs(found.year - today.year) < 2]
        if len(fits) == 1:
            return (fits[0], fits[0]), Precision.DAY
    past = max((found for found in nearby if found <= today), default=None)
    ahead = min((found for found in nearby if found >= today), default=None)
    days = frame.nearest(mark, (past, past) if past else None, (ahead, ahead) if ahead else None)
    return (days, Precision.DAY) if days else None


def _holiday(frame: Frame, mark: Mark) -> Resolved | None:
    name = str(mark.value[1])

    def on(year: int) -> Days:
        if name == "easter":
            found = period.easter(year)
        elif name == "thanksgiving":  # the fourth Thursday of November
            found = dt.date(year, 11, 22) + dt.timedelta((3 - dt.date(year, 11, 22).weekday()) % 7)
        else:
            found = dt.date.fromisoformat(f"{year:04}-{name}")
        return found, found

    days = _choose(frame, mark, on, _shift(mark))
    return (days, Precision.DAY) if days else None


def _real(year: int, month: int, number: int) -> dt.date | None:
    try:
        return dt.date(year, month, number)
    except ValueError:
        return None


def _weekday(frame: Frame, mark: Mark) -> Resolved | None:
    today = frame.today
    if today is None:
        return None
    weekday, shift = _int(mark.value[0]), mark.value[1]
    back = (today.weekday() - weekday) % 7
    if shift == -1:
        found = today - dt.timedelta(back or 7)
    elif shift == 1:
        found = period.around("week", today, 1)[0] + dt.timedelta(weekday)
    elif shift == 0:
        found = period.around("week", today)[0] + dt.timedelta(weekday)
    else:
        found = today + dt.timedelta((7 - back) % 7 if frame.tense(mark) == tense.AHEAD else -back)
    return (found, found), Precision.DAY


def _relative_weekday(frame: Frame, mark: Mark) -> Resolved | None:
    known = frame.history(lambda known: known.precision in (Precision.DAY, Precision.TIME))
    anchor = known.first if known else frame.today
    if anchor is None:
        return None
    weekday, way = _int(mark.value[0]), _int(mark.value[1])
    distance = ((weekday - anchor.weekday()) * way) % 7 or 7
    found = anchor + dt.timedelta(way * distance)
    return (found, found), Precision.DAY


# --- forms that count from publication -------------------------------------------------------------------------------


def _day(frame: Frame, mark: Mark) -> Resolved | None:
    if frame.today is None:
        return None
    found = frame.today + dt.timedelta(_int(mark.value[0]))
    return (found, found), Precision.DAY


def _overnight(frame: Frame, _mark: Mark) -> Resolved | None:
    if frame.today is None:
        return None
    return (frame.today - dt.timedelta(1), frame.today), Precision.RANGE


def _unit(frame: Frame, mark: Mark) -> Resolved | None:
    if frame.today is None:
        return None
    unit, shift = str(mark.value[0]), _int(mark.value[1])
    if unit == "weekend" and shift == 0:
        days = period.around("weekend", frame.today)
        if days[0] > frame.today and frame.tense(mark) != tense.AHEAD and frame.today.weekday() < 3:
            days = period.around("weekend", frame.today, -1)
        return days, Precision.RANGE
    return period.around(unit, frame.today, shift), _PRECISION[unit]


def _rolling(frame: Frame, mark: Mark) -> Resolved | None:
    count, unit, way = mark.value
    if frame.today is None or count is None:
        return None
    far = (
        period.moved(frame.today, str(unit), _int(count) * _int(way)) if unit not in ("hour", "minute") else frame.today
    )
    if unit == "hour":
        far = frame.today + dt.timedelta(days=_int(way) * -(-_int(count) // 24))
    return (min(far, frame.today), max(far, frame.today)), Precision.RANGE


def _ago(frame: Frame, mark: Mark) -> Resolved | None:
    count, unit, way = mark.value[:3]
    if count is None:
        return None
    if unit == "year" and count == 1 and way != "later":
        return _year_ago(frame, mark)
    anchor = frame.today
    if way in ("earlier", "later"):
        known = frame.history(lambda known: known.precision is not Precision.VAGUE)
        frame.assumed = known is None
        anchor = known.first if known else frame.today
    if anchor is None:
        return None
    if unit in ("hour", "minute"):
        far = anchor - dt.timedelta(hours=_int(count)) if unit == "hour" else anchor
        return (min(far, anchor - dt.timedelta(int(unit == "hour"))), anchor), Precision.TIME
    found = period.moved(anchor, str(unit), _int(count) * (1 if way == "later" else -1))
    # "A decade ago" is not any year of the decade before.
    unit = {"decade": "year", "century": "decade"}.get(str(unit), unit)
    return period.around(str(unit), found), _PRECISION[str(unit)]


def _year_ago(frame: Frame, mark: Mark) -> Resolved | None:
    """Read a year ago, a year earlier, the year-earlier quarter: the period spoken of, one year before."""
    unit = mark.value[3] if len(mark.value) > 3 else ""
    report = frame.report()
    if report is not None and unit in ("", "quarter", "period", "half"):
        return period.year_before(report[0]), report[1]
    if frame.today is None:
        return None
    if unit in ("quarter", "month", "week"):
        back = 0 if unit == "week" else -1
        return period.year_before(period.around(str(unit), frame.today, back)), _PRECISION[str(unit)]
    known = frame.history(lambda known: known.precision is Precision.MONTH)
    if known and known.first and known.last and known in frame.found:
        return period.year_before((known.first, known.last)), known.precision
    frame.assumed = mark.value[2] != "ago"
    return period.around("year", frame.today, -1), Precision.YEAR


# --- forms that point back into the text ------------------------------------------------------------------------------


def _anaphor(frame: Frame, mark: Mark) -> Resolved | None:
    """Read the quarter, the latest period, the full year, the weekend."""
    unit = str(mark.value[0])
    if unit == "weekend":
        return _unit(frame, mark._replace(value=(unit, 0)))
    report = frame.report()
    if unit in ("quarter", "period", "half") and report is not None:
        return report
    if frame.today is None:
        return None
    frame.assumed = True
    if unit in ("year", "week", "month") and mark.kind == "anaphor":
        return period.around(unit, frame.today), _PRECISION[unit]
    if unit == "period":
        unit = "quarter"
    return period.around(unit, frame.today, -1), _PRECISION[unit]


def _relative(frame: Frame, mark: Mark) -> Resolved | None:
    """Read the previous year, that quarter, the following month: counted from the last date named."""
    unit, shift = str(mark.value[0]), _int(mark.value[1])
    if unit == "period":
        report = frame.report()
        return report if shift == 0 else None
    known = frame.history(lambda known: known.precision is not Precision.VAGUE)
    anchor = known.first if known else frame.today
    frame.assumed = known is None
    return (period.around(unit, anchor, shift), _PRECISION[unit]) if anchor else None


def _counterpart(frame: Frame, mark: Mark) -> Resolved | None:
    """Read the 1988 period, last year's quarter, the same period of 2003: the period reported, in another year."""
    held = frame.resolve(mark.of) if mark.of is not None else None
    report = frame.report()
    if held is None:
        return None
    if report is None:
        return held
    return period.year_before(report[0], report[0][0].year - held[0][0].year), report[1]


def _units(frame: Frame, mark: Mark) -> Resolved | None:
    """Read the first nine months of 1989, the last two weeks of the month; of this year where none is said."""
    count, unit, which = mark.value[:3]
    held = _holder(frame, mark)
    if count is None or held is None:
        return None
    last = which in ("final", "last", "latest")
    if len(mark.value) > 3:
        days = _nth(held, str(unit), mark.value[3])
        return (days, _PRECISION[str(unit)]) if held[0] <= days[0] and days[1] <= held[1] else None
    if unit in ("day", "week"):
        length = dt.timedelta(_int(count) * (7 if unit == "week" else 1) - 1)
        days = (held[1] - length, held[1]) if last else (held[0], held[0] + length)
        return (days, Precision.RANGE) if mark.of is not None else None
    size = _int(count) * (3 if unit == "quarter" else 1)
    if unit not in ("month", "quarter") or size > 12:
        return None
    days = period.months(held[0].year, 13 - size if last else 1, size)
    if mark.of is None and frame.today and days[0] <= frame.today < days[1] and frame.tense(mark) != tense.AHEAD:
        days = period.year_before(days)
    return days, Precision.RANGE


def _nth(held: Days, unit: str, number: int | str | None) -> Days:
    """Return the third week of a period, or its last one where no number is said."""
    if unit == "month":
        start = held[0] if number is not None else held[1]
        return period.around("month", start, _int(number) - 1 if number is not None else 0)
    size = dt.timedelta(7 if unit == "week" else 1)
    first = held[0] + size * (_int(number) - 1) if number is not None else held[1] - size + dt.timedelta(1)
    return first, first + size - dt.timedelta(1)


def _holder(frame: Frame, mark: Mark) -> Days | None:
    """Return the period that holds a run of days or months: the one said, else the year of publication."""
    if mark.of is not None:
        held = frame.resolve(mark.of)
        return held[0] if held is not None else None
    return period.around("year", frame.today) if frame.today is not None else None


def _ended(frame: Frame, mark: Mark) -> Resolved | None:
    """Read the week ended Feb. 11, the nine months to September."""
    end = frame.resolve(mark.of) if mark.of is not None else None
    if end is None:
        return None
    count, unit = mark.value
    if count is None:
        return None
    last = end[0][1]
    unit = "quarter" if unit == "period" else unit
    first = period.moved(last + dt.timedelta(1), str(unit), -_int(count))
    precision = _PRECISION[str(unit)] if count == 1 else Precision.RANGE
    return (first, last), precision


def _begins(frame: Frame, mark: Mark) -> Resolved | None:
    """Read the week of Nov. 9 and the week beginning 5 March."""
    start = frame.resolve(mark.of) if mark.of is not None else None
    if start is None:
        return None
    if mark.value[0]:
        return period.around("week", start[0][0]), Precision.WEEK
    return (start[0][0], start[0][0] + dt.timedelta(6)), Precision.WEEK


def _range(frame: Frame, mark: Mark) -> Resolved | None:
    assert mark.of is not None
    assert mark.to is not None
    first, last = frame.resolve(mark.of), frame.resolve(mark.to)
    if last is not None and _yearless(mark.of) and isinstance(mark.to.value[0], int):
        # "January to March 2012" says the year once.
        first = frame.resolve(mark.of._replace(value=(last[0][0].year, *mark.of.value[1:])))
    if first is None or last is None:
        return None
    start, end = first[0], last[0]
    if start[0] > end[0]:
        # The year was guessed for each end alone: "from November to March" runs into the next year.
        ahead = period.year_before(end, -1)
        near = frame.today is None or (ahead[0] - frame.today).days < _FAR // 3
        if isinstance(mark.to.value[0], int) and _yearless(mark.of):
            start = period.year_before(start)
        elif _yearless(mark.to) and (not _yearless(mark.of) or (near and frame.tense(mark) != tense.BACK)):
            end = ahead
        elif _yearless(mark.of):
            start = period.year_before(start)
    return (min(start[0], end[0]), max(start[1], end[1])), Precision.RANGE


def _yearless(mark: Mark) -> bool:
    return mark.kind in ("date", "month", "quarter", "season") and mark.of is None and mark.value[0] is None


_RESOLVERS: dict[str, Callable[[Frame, Mark], Resolved | None]] = {
    "year": _year, "fiscal": _year, "short_year": _short_year, "decade": _decade, "short_decade": _decade,
    "century": _century, "century_years": _century_years, "numeric": _numeric, "full": _full, "month": _month,
    "season": _season, "quarter": _quarter, "half": _quarter, "date": _date, "holiday": _holiday, "weekday": _weekday,
    "relative_weekday": _relative_weekday, "day": _day, "overnight": _overnight, "unit": _unit, "rolling": _rolling,
    "ago": _ago, "anaphor": _anaphor, "latest": _anaphor, "relative": _relative, "counterpart": _counterpart,
    "units": _units, "ended": _ended, "begins": _begins, "range": _range,
}  # fmt: skip
