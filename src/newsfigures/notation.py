"""Numbers written in digits: separators, fractions, powers of ten, signs, suffixes and the scale words behind.

English habits are read unless the text shows others: 1.234.567,89 cannot be English, and where it stands 2.500 is
two thousand five hundred.
"""

import functools
import re
import unicodedata
from decimal import Decimal
from fractions import Fraction
from typing import Final

from . import noun, nounphrase
from .interval import CONTEXT
from .numberword import SCALES, NumeralMark, Reader, nonzero
from .spelling import SIGNS, and_part, remainder, sign
from .surface import is_flag
from .text import HYPHENS, Sentence
from .vagueness import figures, in_digits, ten, third_of

#: More digits than this are a code or noise, never a quantity; every value below is then exact in our context.
MAX_DIGITS: Final = 30

_PLAIN = re.compile(r"\d+\Z")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?\Z|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?\Z")
_SPACED = re.compile(r"\d{1,3}(?:['\u2019\u2009\u202f\u00a0]\d{3})+(?:[.,]\d+)?\Z")
_DECIMAL = re.compile(r"\d+\.\d+\Z")
# 1.234.567 and 1.234,5 cannot be English; 12,5 has no group of three. 1.234 alone stays an English decimal.
_CONTINENTAL = re.compile(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?\Z|\d{1,3}(?:\.\d{3})+,\d{1,2}\Z|\d+,\d{1,2}\Z")
_GROUP = re.compile(r"['\u2019\u2009\u202f\u00a0]")
# What could be read either way: a group of three behind one point, or behind one comma.
_EITHER = re.compile(r"\d{1,3}[.,]\d{3}\Z")
_SEPARATORS: Final = frozenset(",.")
_GROUP_GOES_ON = re.compile(r"\.\d{3}[.,]\d")
_SHOWN = re.compile(r"(?<![\d.,])\d{1,3}(?:\.\d{3})+(?:,\d{1,2}(?![\d,])|\.\d{3}(?![\d.]))")
# 1.5×10^-3, 1.99×10−30, 3 x 10⁸; and 1e6, touching.
_POWER = re.compile(
    r"\s?[\u00d7x*]\s?10"
    r"(?:\^?([-\u2212\u2013]\d{1,2})|\^(\d{1,2})|([\u207b\u2070\u00b9\u00b2\u00b3\u2074-\u2079]{1,3}))(?!\w)"
)
_EXPONENT = re.compile(r"[eE]([+-]?\d{1,2})(?![\w.])")
_SUPERSCRIPT = str.maketrans(
    "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079\u207b\u2212\u2013", "0123456789---"
)
#: A price has no more characters than this.
_LONGEST: Final = 12
#: No more digits than this stand for the end of a price.
_SHORT: Final = 4
_POINTS: Final = frozenset({".", "point"})
#: What may touch a fraction as it is spoken: "1/8th", "2/3rds".
_ENDINGS: Final = frozenset(("th", "ths", "rd", "rds", "ds"))
_SLASHES: Final = frozenset({"/", "\u2044"})
#: Denominators that news writes with a slash; 9/11, 24/7 and 3/17 are no fractions.
_DENOMINATORS: Final = frozenset({2, 3, 4, 5, 6, 8, 10, 16, 32, 64, 100})
#: Behind a whole number and a hyphen any fraction is one, down to twelfths: 31-5/9.
_TWELFTHS: Final = 12
#: Suffixes that need no currency and no counted things beside them, though they stand apart: "3 mn".
_APART: Final = frozenset({"mn", "tn"})
#: Behind these thousands are dots on a screen: "4K video".
_RESOLVED: Final = frozenset({"resolution", "tv", "road", "screen", "video", "broadband", "modem", "line", "link"})
#: Over so many metres races are run and swum.
_DISTANCES: Final = frozenset({50, 60, 80, 100, 110, 150, 200, 300, 400, 500, 600, 800})
#: So far back stands the amount with which another one is compared.
_BACK: Final = 16
#: Between a verb of money and its sum stand no more words, and such ones.
_BEFORE_SUMS: Final = frozenset(
    {"for", "at", "it", "them", "about", "around", "nearly", "almost", "over", "only", "up", "to"}
)
_NEAR_SUMS: Final = 4
_THOUSAND: Final = Decimal(1000)
#: Before these an amount is compared with one before it.
_LEVELLING: Final = frozenset({"from", "to", "against", "vs", "versus", "another", "further", "additional", "extra"})
#: In front of how many there are.
_TOTALS: Final = frozenset({"number", "numbers", "numbered", "numbering", "total", "totals", "totalled", "totalling"})
#: The roles of words that multiply the digits before them.
_MULTIPLIERS: Final = (*SCALES, "plural")


@functools.lru_cache(maxsize=8192)
def digits(word: str) -> tuple[Decimal, int, int] | None:
    """Read a number in digits: its value and the exponents of its last and last nonzero digit; `None` if it is none.

    >>> digits("11,000"), digits("1.30"), digits("1.2.3")
    ((Decimal('11000'), 0, 3), (Decimal('1.30'), -2, -1), None)
    """
    if not word.isascii():
        word = "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in word)
    if _PLAIN.match(word) or _DECIMAL.match(word):
        text = word
    elif _GROUPED.match(word):
        text = word.replace(",", "")
    elif _SPACED.match(word):
        text = _GROUP.sub("", word).replace(",", ".")
    elif _CONTINENTAL.match(word):
        text = word.replace(".", "").replace(",", ".")
    else:
        return None
    if len(text) > MAX_DIGITS:
        return None
    value = Decimal(text)
    last = int(value.as_tuple().exponent)
    return value, last, nonzero(value) if value else last


@functools.lru_cache(maxsize=4)
def is_continental(document: str) -> bool:
    """Say whether a text writes points between thousands: 1.250.000 or 2.500,50 stands in it."""
    # The first pattern begins with a plain character, so that it skips most texts fast.
    return _GROUP_GOES_ON.search(document) is not None and _SHOWN.search(document) is not None


def _digits(sentence: Sentence, at: int) -> tuple[Decimal, int, int] | None:
    word = sentence.words[at]
    if at > 1 and sentence.words[at - 1] == "/" and is_short_pair(sentence.words[at - 2], word):
        return digits(str(completed(sentence.words[at - 2], word)))
    # The look at one character spares most numbers the pattern.
    if word[-4:-3] in _SEPARATORS and _EITHER.match(word) and is_continental(sentence.document):
        word = word.replace(".", "") if "." in word else word.replace(",", ".")
    return digits(word)


def is_short_pair(a: str, b: str) -> bool:
    """Say whether the second of two ends leaves out the digits that it shares with the first: 2.4715 and 25.

    >>> is_short_pair("2.4715", "725"), is_short_pair("517.25", "8.25"), is_short_pair("2.5", "7")
    (True, True, False)
    """
    point = a.find(".")
    if point < 0 or len(b) < 2 or len(b) >= len(a) or len(a) > _LONGEST or not a.replace(".", "", 1).isdecimal():
        return False
    places = len(a) - point - 1
    if b.isdecimal():
        if not 2 <= len(b) <= min(places, _SHORT):
            return False
    elif len(b) - b.find(".") - 1 != places or not b.replace(".", "", 1).isdecimal():
        return False
    first = Decimal(a)
    # Bid and offer are close, and prices hardly ever fall from one to the other; yields do: 7.35/34.
    return -first <= 100 * (completed(a, b) - first) <= 5 * first


def is_whole_pair(a: str, b: str) -> bool:
    """Say whether two whole numbers may be bid and offer: 231 and 233; not 9 and 11, 24 and 7 or 1986 and 1987."""
    if not (a.isdecimal() and b.isdecimal() and 3 <= len(a) <= len(b) <= _LONGEST):
        return False
    first, second = int(a), int(b)
    return first < second and 4 * second <= 5 * first and not (len(a) == 4 and a[:2] in ("18", "19", "20"))


def completed(a: str, b: str) -> Decimal:
    """Return the second end of a short pair, which ends in the digits of `b`: above the first, or just below it.

    >>> completed("2.4715", "25"), completed("2.4795", "05"), completed("7.35", "34"), completed("517.25", "8.25")
    (Decimal('2.4725'), Decimal('2.4805'), Decimal('7.34'), Decimal('518.25'))
    """
    first = Decimal(a)
    near = Decimal(a[: -len(b)] + b)
    if near >= first:
        return near
    step = Decimal(1).scaleb(b.find(".") if "." in b else int(first.as_tuple().exponent) + len(b))
    return min(near, near + step, key=lambda end: abs(end - first))


def written(reader: Reader, at: int) -> NumeralMark | None:
    """digits [mixed fraction | power of ten] [suffix | scale words] [and a half]"""
    sentence = reader.sentence
    read = _digits(sentence, at)
    if read is None:
        return None
    mark, lowers = None, reader.lowers
    if at and lowers[at - 1] in _POINTS:
        mark = _point_before(reader, at, read)
    if mark is None:
        mark = NumeralMark(at, at + 1, *read)
    if mark.written < 0:
        mark.form = "decimal"
    elif lowers[mark.last : mark.last + 2] == [",", "000"] and mark.value < _THOUSAND:
        mark.times(_THOUSAND, mark.last + 2)  # "$40, 000"
    behind = lowers[mark.last] if mark.last < len(lowers) else ""
    tails = reader.table.tails
    if behind in tails or behind[:1].isdecimal():
        following = reader.low(mark.last + 1)
        if behind in reader.table.plain_scales and not (following in tails or following[:1].isdecimal()):
            mark.times(reader.table.value[behind], mark.last + 1)
            mark.form = "scaled"  # "1.3 million", and nothing that goes on
        else:
            decade = _decade(reader, mark)
            if decade is not None:
                return decade
            mark = _with_tail(reader, mark)
    if mark.first and lowers[mark.first - 1] in SIGNS:
        sign(reader, mark)
    return mark


def _with_tail(reader: Reader, mark: NumeralMark) -> NumeralMark:
    """Read on behind the digits: groups, a fraction, a power of ten, scale words, the figures that it has."""
    _spaced(reader, mark)
    _fraction(reader, mark)
    _power(reader, mark)
    _scale(reader, mark)
    if mark.form in ("scaled", "digits") and reader.low(reader.unhyphened(mark.last)) == "and":
        and_part(reader, mark)
    return figures(reader, mark)


def _point_before(reader: Reader, at: int, read: tuple[Decimal, int, int]) -> NumeralMark | None:
    """.5, where nothing stands before the point"""
    word = reader.sentence.words[at]
    if at == 1 and reader.low(0) == "point" and at + 1 == len(reader.lowers) and word.isdecimal():
        return NumeralMark(0, 2, Decimal(f"0.{word}"), -len(word), -len(word.rstrip("0")))
    if (
        not at
        or reader.lowers[at - 1] != "."
        or not reader.joined(at)
        or reader.sentence.joined(at - 1)
        or not word.isdecimal()
    ):
        return None
    value = read[0].scaleb(-len(word), CONTEXT)
    last = int(value.as_tuple().exponent)
    return NumeralMark(at - 1, at + 1, value, last, nonzero(value) if value else last)


def _decade(reader: Reader, mark: NumeralMark) -> NumeralMark | None:
    """low 20s | mid-50s | in his late 40s: a band of ten; "the 20s" is a time and stays for the dates"""
    tail = reader.low(mark.last)
    word = reader.low(mark.first)
    if tail == "s" and reader.joined(mark.last) and mark.form == "digits":
        found = in_digits(reader, mark)
        if found is not None:
            return found
    if tail not in ("s", "'s") or not reader.joined(mark.last) or len(word) != 2 or word[1] != "0" or word == "00":
        return None
    part = mark.first - 1
    part -= reader.low(part) in HYPHENS
    third = third_of(reader, part)
    owner = reader.says(part - bool(third), "decade owner")
    if not owner and (not third or (reader.low(part) in ("early", "late"))):
        return None
    return ten(part if third else mark.first, mark.last + 1, mark.value, third)


def _spaced(reader: Reader, mark: NumeralMark) -> None:
    """40 000, 1 234 567: groups of three behind plain spaces; one group alone only if it is 000."""
    words, last = reader.sentence.words, mark.last
    if mark.form != "digits" or len(words[mark.first]) > 3 or words[mark.first] == "0":
        return
    limit = min(len(words), last + MAX_DIGITS // 3)
    gaps = reader.sentence
    while (
        last < limit
        and len(words[last]) == 3
        and words[last].isdecimal()
        and gaps.starts[last] - gaps.ends[last - 1] == 1
    ):
        last += 1
    groups = last - mark.last
    if groups > 1 and last < len(words) and words[last][0].isupper() and len(words[mark.first]) == 3:
        return  # columns, and the label of the next row: "612 588 305 Stocks"
    if groups > 1 or (groups and words[mark.last] == "000"):
        read = digits("".join(words[mark.first : last]))
        if read is not None:
            mark.value, mark.written, mark.nonzero = read
            mark.end(last)


def _fraction(reader: Reader, mark: NumeralMark) -> None:
    """1/2, 2 1/2, 2½, 5-1/2, 5.04-3/4"""
    at = mark.last
    if mark.form == "decimal" and reader.low(at) in HYPHENS:
        _price(reader, mark)
    if mark.form != "digits" or at >= len(reader.lowers):
        return
    low = reader.low(at)
    if low in _SLASHES:
        bottom = _bottom(reader, at, mark.value)
        # A fraction sign joins any two numbers; a slash only those that news says in parts (music, inches).
        if bottom and reader.low(at + 2) in _ENDINGS and reader.joined(at + 2):
            mark.form = "fraction"
            mark.becomes(Fraction(int(mark.value), bottom), at + 3)  # 1/8th of a point
        elif bottom and (bottom in _DENOMINATORS or (low != "/" and bottom <= 64)):
            mark.form = "fraction"
            mark.becomes(Fraction(int(mark.value), bottom), at + 2)
    elif reader.role(at) == "symbol":
        _add(mark, Fraction(reader.value(at)).limit_denominator(100), at + 1)
    else:
        top = reader.unhyphened(at)
        word = reader.low(top)
        if word.isdecimal() and len(word) <= 2 and reader.low(top + 1) == "/":
            bottom = _bottom(reader, top + 1, Decimal(word))
            if bottom in _DENOMINATORS or (top > at and 0 < bottom <= _TWELFTHS):
                _add(mark, Fraction(int(word), bottom), top + 3)


def _price(reader: Reader, mark: NumeralMark) -> None:
    """5.04-3/4: a price with parts of its last place"""
    top = mark.last + 1
    word = reader.low(top)
    if word.isdecimal() and len(word) <= 2 and reader.low(top + 1) == "/" and reader.joined(top - 1):
        bottom = _bottom(reader, top + 1, Decimal(word)) if reader.joined(top) else 0
        if bottom in _DENOMINATORS:
            mark.form = "fraction"
            part = Fraction(int(word), bottom) * Fraction(10) ** mark.written
            mark.becomes(Fraction(mark.value) + part, top + 3, place=mark.written - 1)


def _bottom(reader: Reader, slash: int, top: Decimal) -> int:
    """Return the denominator behind a slash that touches both sides, greater than the numerator; else 0."""
    word = reader.low(slash + 1)
    if not (reader.joined(slash) and reader.joined(slash + 1) and word.isdecimal() and len(word) <= 3):
        return 0
    is_chain = reader.low(slash + 2) in _SLASHES and reader.joined(slash + 2)
    return int(word) if 0 < top < int(word) and not is_chain else 0


def _add(mark: NumeralMark, ratio: Fraction, last: int) -> None:
    mark.form = "fraction"
    mark.becomes(Fraction(mark.value) + ratio, last)


def _power(reader: Reader, mark: NumeralMark) -> None:
    """1.5 × 10^-3, 1.99×10−30, 3×10⁸, 1e6"""
    low = reader.low(mark.last)
    if low not in ("\u00d7", "x", "*", "e"):
        return
    sentence = reader.sentence
    if low == "e" and mark.form == "digits" and reader.sentence.words[mark.last] == "E":
        return  # the 7E7, an aircraft; but 1e6, 1.5E6
    found = (_EXPONENT if low == "e" else _POWER).match(sentence.document, sentence.ends[mark.last - 1], sentence.end)
    if found is None:
        return
    exponent = int(next(group for group in found.groups() if group).translate(_SUPERSCRIPT))
    if abs(exponent) > MAX_DIGITS:
        return
    last = mark.last
    while last < len(reader.lowers) and sentence.starts[last] < found.end():
        last += 1
    mark.value = mark.value.scaleb(exponent, CONTEXT)
    mark.written += exponent
    mark.nonzero += exponent
    mark.form = "scaled"
    mark.end(last)


def _scale(reader: Reader, mark: NumeralMark) -> None:
    """[-] scale word+ | attached suffix; "1.3 million", "2.5 lakh crore", "54K", "12 hundred", "3 crore 50 lakh"."""
    at = mark.last
    hyphened = reader.unhyphened(at)
    if reader.role(hyphened) in SCALES:
        at = hyphened
    low = reader.low(at)
    if (
        low in reader.table.suffix
        and (reader.joined(at) or _stands_apart(reader, mark, at))
        and _suffix_fits(reader, mark, at)
    ):
        mark.times(reader.table.suffix[low], at + 1)
        mark.form = "scaled"
        return
    while (role := reader.role(at)) in _MULTIPLIERS:
        if role == "plural" and (mark.value < 1 or not (reader.value(at) >= 1000 or reader.value(at) == 12)):
            break
        if role == "hundred" and mark.form == "scaled":
            break
        mark.times(reader.value(at), at + 1)
        mark.form = "scaled"
        at += 1
    if mark.form == "scaled":
        _lower_scale(reader, mark)


def _lower_scale(reader: Reader, mark: NumeralMark) -> None:
    """3 crore 50 lakh, 6 thousand 2 hundred and 45: the next number, in a smaller scale, is added"""
    limit = mark.scale
    while limit > 1:
        at = mark.last + (reader.low(mark.last) == "and")
        if at > mark.last and reader.role(at):
            _last_words(reader, mark, at, limit)
            return
        read = digits(reader.sentence.words[at]) if reader.low(at)[:1].isdecimal() else None
        following = reader.role(at + 1)
        scale = reader.value(at + 1) if following in ("scale", "hundred") else Decimal(1)
        # "3 hundred and 21" is one number; "in 2 million 20 were" are two.
        is_last = scale == 1 and limit == 100 and at > mark.last
        if read is None or read[1] < 0 or not read[0] or scale >= limit or not (scale > 1 or is_last):
            return
        mark.value = CONTEXT.add(mark.value, CONTEXT.multiply(read[0], scale))
        mark.written = scale.adjusted()
        mark.nonzero = nonzero(mark.value)
        mark.end(at + 1 + (scale > 1))
        limit = scale


def _last_words(reader: Reader, mark: NumeralMark, at: int, limit: Decimal) -> None:
    """3 hundred and one; 6 crore and two hundred, but not 6 million and two men."""
    read = remainder(reader, at)
    if read is None or not 0 < read[0] < limit or (limit > 100 and read[0] < 100):
        return
    mark.value = CONTEXT.add(mark.value, read[0])
    mark.written, mark.nonzero = 0, nonzero(mark.value)
    mark.end(read[1])


def _stands_apart(reader: Reader, mark: NumeralMark, at: int) -> bool:
    """A suffix may stand apart from a number that has its currency before it: "$1.2 m", "£3 bn"."""
    if mark.form == "decimal" and reader.sentence.words[at] in ("M", "B", "K"):
        return True
    return reader.low(at) in _APART or (
        reader.says(mark.first - 1, "money before") and reader.low(at) in ("m", "b", "k", "cr")
    )


def _suffix_fits(reader: Reader, mark: NumeralMark, at: int) -> bool:
    """Tell "5m people" and "$5m" from "the 100m" and "5 t": one letter is a scale only beside money or a count."""
    low = reader.low(at)
    if reader.joined(at + 1) and (reader.low(at + 1)[0].isalnum() or reader.low(at + 1) == "\u00b2"):
        return False
    if (len(low) > 1 and low != "mm") or reader.says(mark.first - 1, "money before"):
        return True
    if low == "k":
        return not reader.says(at + 1, "race") and reader.low(at + 1) not in _RESOLVED
    if low == "m" and (mark.value >= 1000 or _is_race(reader, mark, at + 1)):
        return False
    if mark.form == "decimal" and reader.sentence.words[at].isupper() and not reader.joined(at):
        return True  # "1,674.5 M"
    if low in ("m", "b"):
        if mark.form == "digits" and is_flag(reader.sentence, mark.first, at):
            return False
        if _ends_range(reader, mark.first, low):
            return True
        if (reader.sentence.words[at].isupper() and reader.joined(at)) or _counted(reader, at + 1):
            return True
        return low == "m" and _is_millions(reader, mark, at)
    return False


def _is_race(reader: Reader, mark: NumeralMark, at: int) -> bool:
    """Whether metres of a race were said: "the 60m hurdles", "200m titles", "the fastest 400m of all time"."""
    if reader.says(at, "race"):
        return True
    if mark.value not in _DISTANCES:
        return False
    low = reader.low(at)
    if low == "of":
        return reader.low(at + 1) == "all" or reader.says(mark.first - 1, "lap")
    return reader.says(at, "race too") or (low in ("gold", "silver", "bronze") and reader.low(at + 1)[:5] == "medal")


def _is_millions(reader: Reader, mark: NumeralMark, at: int) -> bool:
    """Whether a bare "m" is a million: of what was said in millions before, of an audience."""
    before = reader.low(mark.first - 1)
    if reader.low(at + 1) == "(" and reader.says(at + 2, "money before"):
        return True  # "a total of 204m (£109m)"
    if before in _LEVELLING and not reader.says(at + 1, "extent"):
        start = max(2, mark.first - _BACK)
        if any(_is_in_millions(reader, i) for i in range(start, mark.first)):
            return True
        step = reader.low(mark.first - 2)
        if before == "to" and step[0].isdecimal() and "," in step:
            return True  # "by 8,000 to 1.4m"
    if reader.says(at + 1, "sum noun") or (before == "of" and reader.says(mark.first - 2, "sum noun")):
        return True  # "a 30m takeover", "a loss of 7m"
    told = mark.first - 1
    while reader.low(told) in _BEFORE_SUMS and mark.first - told < _NEAR_SUMS:
        told -= 1
    after = reader.low(at + 1)
    is_closed = not after[:1].isalnum() or (after != "of" and noun.is_stop(after, reader.lexicon))
    if is_closed and reader.says(told, "sum verb") and not reader.says(at + 1, "extent"):
        return True  # "sold for 12m", "valuing it at 750m"
    if before in _TOTALS or (before == "by" and reader.says(mark.first - 2, "seen")):
        return True
    return not (reader.says(at + 1, "extent") or reader.table.classes["audience"].isdisjoint(reader.lowers))


def _is_in_millions(reader: Reader, at: int) -> bool:
    """Whether millions are said at a token: "fell by 3m barrels to 290m", "$5m against 4m"."""
    low = reader.low(at)
    if low in ("m", "bn"):
        return reader.says(at - 2, "money before") or _counted(reader, at + 1)
    return low in ("million", "billion")


def _ends_range(reader: Reader, first: int, low: str) -> bool:
    """Whether an amount of money with the same letter, or with none, stands before: "$5m-10m", "$5-10m"."""
    is_dash = reader.low(first - 1) in HYPHENS or reader.low(first - 1) == "\u2013"
    if not is_dash and reader.low(first - 1) not in ("to", "and", "or"):
        return False
    if is_dash and reader.joined(first) and reader.says(first - 3, "money before"):
        return reader.low(first - 2)[:1].isdecimal()
    return reader.low(first - 2) == low and reader.says(first - 4, "money before")


def _counted(reader: Reader, at: int) -> bool:
    """Whether counted things follow: "people", "new users", "of them"; not "of snow"."""
    if reader.low(at) == "of":
        return not (reader.says(at + 1, "in metres") or reader.says(at + 2, "in metres"))
    found = nounphrase.find(reader.sentence, at, reader.lexicon)
    # "1500m champion Kelly Holmes" ends in a name, not in what is counted.
    return found is not None and found.plural and (found.head == at or reader.sentence.words[found.head].islower())
