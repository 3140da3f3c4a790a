"""Which numerals are no quantity: codes, ranks, scores, addresses, names, list numbers, pronouns.

Two passes: `before_units` needs only the tokens around the numeral; `after_units` also asks whether something is
counted ("Category 4 hurricane" names, "in Kabul 12 people" counts). Dates and clock times are spotted by `asof`.
"""

import functools
from typing import final

from .lexicon import Lexicon
from .numeral import NumeralMark
from .text import Sentence

_DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2212"
_CURRENCY = frozenset("$\u00a3\u20ac\u00a5\u20b9\u20a9\u20bd\u20aa\u20ba\u20b1\u0e3f")
#: Addresses are told by what stands this many tokens around; keeps the walk short in hostile text.
_LONG_CHUNK = 200
_ORDINALS = frozenset({"st", "nd", "rd", "th"})


@final
class _Table:
    """The closed classes that the checks ask, of one lexicon."""

    __slots__ = (
        "code_currency",
        "label",
        "one_after",
        "one_before",
        "ordinal",
        "rank",
        "score_noun",
        "score_verb",
        "street",
        "suffix",
    )

    def __init__(self, lexicon: Lexicon) -> None:
        self.label = lexicon.words("label")
        self.street = lexicon.words("street")
        self.score_noun = lexicon.words("score noun")
        self.score_verb = lexicon.words("score verb")
        self.one_before = lexicon.words("one pronoun before")
        self.one_after = lexicon.words("one pronoun after")
        self.ordinal = lexicon.words("ordinal")
        self.rank = lexicon.words("rank")
        self.code_currency = lexicon.words("currency letters")
        self.suffix = lexicon.words("joined suffix")


@functools.lru_cache(maxsize=8)
def _table(lexicon: Lexicon) -> _Table:
    return _Table(lexicon)


def before_units(sentence: Sentence, mark: NumeralMark, lexicon: Lexicon) -> str:
    """Return the name of the rule by which the numeral is no quantity, or an empty string.

    >>> from newsfigures import lexicon, numeral
    >>> en, sentence = lexicon.load("en"), Sentence("COVID-19 spread")
    >>> before_units(sentence, numeral.find(sentence, en)[0], en)
    'code'
    """
    table = _table(lexicon)
    lowers = sentence.lowers
    first, last = mark.first, mark.last
    if lowers[first][0].isdecimal() or lowers[first] in (".", "-"):
        if _code_before(sentence, first, table):
            return "code"
        if _code_after(sentence, mark, table):
            return "code"
        if _in_address(sentence, mark):
            return "address"
        if _sequence(sentence, mark):
            return "sequence"
        if first == 0 and _list_number(sentence, mark):
            return "list number"
        if lowers[first][0] == "0" and len(lowers[first]) > 1 and lowers[first].isdecimal() and last == first + 1:
            return "code"
    elif lowers[first] == "one" and mark.last == mark.first + 1:
        if _pronoun(sentence, mark, table):
            return "pronoun"
    elif mark.form in ("words", "scaled") and _ordinal_word(sentence, mark, table):
        return "ordinal"
    elif mark.form == "fraction" and _ordinal_fraction(sentence, mark, table):
        return "ordinal"
    if _score(sentence, mark, table):
        return "score"
    if _street(sentence, last, table):
        return "address"
    return ""


def after_units(  # noqa: PLR0913  (what a name looks like takes all of these)
    sentence: Sentence, mark: NumeralMark, lexicon: Lexicon, *, counted: bool, measured: bool, plural: bool
) -> str:
    """Return the name of the rule by which a numeral whose unit is known is no quantity, or an empty string.

    `counted` says that a counted noun follows, `plural` that it is one in the plural, `measured` that a unit or a
    currency stands beside it.
    """
    table = _table(lexicon)
    first = mark.first
    if not first or measured or mark.form in ("vague", "plural", "fraction", "multiple"):
        return ""
    previous = sentence.lowers[first - 1]
    if previous in (".", "#") and first > 1 and sentence.joined(first - 1):
        previous = sentence.lowers[first - 2]
    elif previous == "-" and first > 1 and not sentence.joined(first):
        return ""
    if _year_like(sentence, mark) and not plural:
        return "year"
    if previous in table.label and not (plural and previous not in table.suffix and not _capital(sentence, first - 1)):
        return "label"
    if counted and plural:
        return ""
    if mark.form in ("scaled", "decimal") and mark.value >= 1000:  # noqa: PLR2004
        return ""
    if previous == "&":
        return "name"
    if (
        _capital(sentence, first - 1)
        and not _title_case(sentence)
        and first > 1
        and mark.form in ("digits", "words", "one", "decimal")
    ):
        return "name" if not _abbreviated_currency(sentence, first, table) else ""
    return ""


def _capital(sentence: Sentence, at: int) -> bool:
    """Whether a token is a capitalised word (not the sentence's first) in a text that uses small letters."""
    word = sentence.words[at]
    return not word.islower() and word.isalpha() and at > 0 and not sentence.is_upper and word not in ("I", "A")


def _year_like(sentence: Sentence, mark: NumeralMark) -> bool:
    """Whether four bare digits are most likely a year: "the 2019 review"."""
    word = sentence.words[mark.first]
    return mark.last == mark.first + 1 and len(word) == 4 and word.isdecimal() and "1900" <= word <= "2099"  # noqa: PLR2004


def _title_case(sentence: Sentence) -> bool:
    """Whether most words carry capitals, as headlines do, so that one capital tells nothing."""
    long = [word for word in sentence.words if len(word) > 3 and word.isalpha()]  # noqa: PLR2004
    return len(long) > 2 and sum(word[0].isupper() for word in long) * 4 >= len(long) * 3  # noqa: PLR2004


def _abbreviated_currency(sentence: Sentence, first: int, table: _Table) -> bool:
    return sentence.lowers[first - 1] in table.code_currency


def _code_before(sentence: Sentence, first: int, table: _Table) -> bool:
    """A letter, a hyphen behind a word, or "#", "@", "_" directly before: G7, COVID-19, #5, v2."""
    if not sentence.joined(first):
        return False
    previous = sentence.lowers[first - 1]
    if previous in _CURRENCY or previous in "(\"'\u201c\u2018[~<>=\u2265\u2264+\u00b1\u2248*\u2026\u2014\u2013":
        return False
    if previous[0].isalpha():
        if previous in table.code_currency:
            # PS is what is left of a pound sign in plain ASCII; but PS2 is a machine.
            digit = len(sentence.words[first]) == 1 and not (
                first + 1 < len(sentence.words)
                and sentence.joined(first + 1)
                and sentence.lowers[first + 1][0].isalpha()
            )
            return previous == "ps" and digit
        # "$US160", "US$5" is a currency; "S23" and "A2" are names.
        return not (first > 1 and sentence.joined(first - 1) and sentence.lowers[first - 2] in _CURRENCY)
    if previous in ("#", "@", "_", "\u2116", "\\"):
        return True
    if previous in _DASHES:
        before = sentence.lowers[first - 2] if first > 1 and sentence.joined(first - 1) else ""
        return bool(before) and before[0].isalpha() and before not in table.suffix
    if previous in (":", "/", "."):
        return first > 1 and sentence.joined(first - 1) and sentence.lowers[first - 2][-1].isalnum()
    return False


def _in_address(sentence: Sentence, mark: NumeralMark) -> bool:
    """Whether the numeral stands inside a web or mail address, a handle or a tag."""
    last = mark.last
    if not (sentence.joined(mark.first) or (last < len(sentence) and sentence.joined(last))):
        return False
    first = mark.first
    while sentence.joined(first) and mark.first - first < _LONG_CHUNK:
        first -= 1
    while last < len(sentence) and sentence.joined(last) and last - mark.last < _LONG_CHUNK:
        last += 1
    chunk = sentence.lowers[first:last]
    return (
        "@" in chunk
        or "www" in chunk
        or "_" in chunk
        or "http" in chunk
        or "https" in chunk
        or (
            "/" in chunk and ("=" in chunk or "com" in chunk or chunk.count("/") > 2)  # noqa: PLR2004
        )
    )


def _code_after(sentence: Sentence, mark: NumeralMark, table: _Table) -> bool:
    """Ordinals and decades (22nd, 1990s), clock times and ratios (17:22), URLs and versions joined behind."""
    last = mark.last
    lowers = sentence.lowers
    if last >= len(lowers) or not sentence.joined(last):
        return False
    following = lowers[last]
    if following in _ORDINALS:
        return True
    if following == "s" and mark.form == "digits":
        return True
    more = last + 1 < len(lowers) and sentence.joined(last + 1)
    if following in (":", "_", "@") and more:
        return lowers[last + 1][0].isalnum()
    if following == "/" and more and lowers[last + 1][0].isdecimal():
        return True
    if following == "." and more:
        return lowers[last + 1][0].isalnum()
    if following in ("m", "km", "cm", "mm", "ft", "mi") and more and lowers[last + 1] in ("2", "3"):
        return False  # 120m2 is an area
    return following[0].isalpha() and more and lowers[last + 1][0].isdecimal()


def _sequence(sentence: Sentence, mark: NumeralMark) -> bool:
    """Three digit groups in a row, joined by dashes, slashes or spaces: telephone and account numbers, dates."""
    lowers = sentence.lowers

    def linked(at: int, step: int) -> int:
        """Count the digit groups beyond `at` in one direction."""
        count = 0
        while 0 <= at + step < len(lowers):
            neighbour = lowers[at + step]
            if neighbour in ("-", "/", "\u2013") and 0 <= at + 2 * step < len(lowers):
                low, high = min(at, at + 2 * step), max(at, at + 2 * step)
                if lowers[at + 2 * step].isdecimal() and all(sentence.joined(k) for k in range(low + 1, high + 1)):
                    at, count = at + 2 * step, count + 1
                    continue
            if neighbour.isdecimal() and len(neighbour) > 1:
                at, count = at + step, count + 1
                continue
            break
        return count

    if mark.last != mark.first + 1 or not lowers[mark.first].isdecimal():
        return False
    around = linked(mark.first, 1) + linked(mark.first, -1)
    if around >= 2:  # noqa: PLR2004  (three groups with itself)
        return True
    spaced = (mark.last < len(lowers) and lowers[mark.last].isdecimal()) or (
        mark.first and lowers[mark.first - 1].isdecimal()
    )
    return bool(around and spaced and len(lowers[mark.first]) >= 3)  # noqa: PLR2004


def _list_number(sentence: Sentence, mark: NumeralMark) -> bool:
    """ "1. Wash the rice", "2) ..." at the start of a line."""
    lowers = sentence.lowers
    last = mark.last
    if last + 1 >= len(lowers):
        return False
    return lowers[last] in (".", ")") and sentence.joined(last) and not sentence.joined(last + 1)


def _pronoun(sentence: Sentence, mark: NumeralMark, table: _Table) -> bool:
    """ "one" that counts nothing: "no one", "one of them", "one another", "the one who"."""
    lowers = sentence.lowers
    previous = lowers[mark.first - 1] if mark.first else ""
    following = lowers[mark.last] if mark.last < len(lowers) else ""
    if _shares(sentence, mark.last) or _ranges(sentence, mark.last):
        return False
    if previous in table.one_before or following in table.one_after or not following:
        return True
    if following == "of":
        after = lowers[mark.last + 1] if mark.last + 1 < len(lowers) else ""
        return after in ("them", "us", "you", "which", "whom", "these", "those")
    if following == "-" and sentence.joined(mark.last):
        after = lowers[mark.last + 1] if mark.last + 1 < len(lowers) else ""
        return after in (
            "on",
            "off",
            "time",
            "sided",
            "way",
            "stop",
            "upmanship",
            "to",
            "liner",
            "offs",
            "man",
            "woman",
            "horse",
        )
    return not (following[0].isalpha() or following in ("-", "\u201c", '"', "'"))


def _shares(sentence: Sentence, last: int) -> bool:
    """Whether "in five", "out of 10" or "-in-5" follows: a share of one in so many."""
    lowers = sentence.lowers
    at = last + (last < len(lowers) and lowers[last] == "-")
    if lowers[at : at + 2] == ["out", "of"]:
        at += 2
    elif at < len(lowers) and lowers[at] == "in":
        at += 1
        at += at < len(lowers) and lowers[at] == "-"
    else:
        return False
    every = at < len(lowers) and lowers[at] == "every"
    at += every
    return at < len(lowers) and (lowers[at][0].isdecimal() or lowers[at] in _SMALL)


def _ranges(sentence: Sentence, last: int) -> bool:
    """Whether a second end follows: "one to two years", "one or two men"."""
    lowers = sentence.lowers
    if last + 1 >= len(lowers) or lowers[last] not in ("to", "or", "-", "and"):
        return False
    at = last + 1 + (lowers[last + 1] == "-" and last + 2 < len(lowers))
    return lowers[at] in _SMALL or lowers[at].isdecimal()


_SMALL = frozenset(
    {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "twenty", "hundred"}
)


def _ordinal_word(sentence: Sentence, mark: NumeralMark, table: _Table) -> bool:
    """ "twenty-fifth", "one hundred and first", "two hundredth": the last word of a number in words is a rank."""
    at = mark.last
    lowers = sentence.lowers
    if at < len(lowers) and lowers[at] in ("-", "and"):
        at += 1
    if at >= len(lowers) or lowers[at] not in table.rank:
        return False
    if lowers[at].endswith(("dredth", "sandth", "lionth")):
        return at == mark.last
    return mark.value >= 20 and not mark.value % 10  # noqa: PLR2004


def _ordinal_fraction(sentence: Sentence, mark: NumeralMark, table: _Table) -> bool:
    """ "the first half", "second quarter", "half-time": a part in order, not an amount."""
    lowers = sentence.lowers
    previous = lowers[mark.first - 1] if mark.first else ""
    if previous in table.ordinal:
        return True
    following = lowers[mark.last] if mark.last < len(lowers) else ""
    if following == "-" and sentence.joined(mark.last):
        after = lowers[mark.last + 1] if mark.last + 1 < len(lowers) else ""
        return after in (
            "time",
            "way",
            "brother",
            "sister",
            "term",
            "hearted",
            "back",
            "finals",
            "final",
            "baked",
            "mast",
            "life",
        )
    return following in ("time", "way", "brother", "sister", "finals", "final", "past", "term")


def _score(sentence: Sentence, mark: NumeralMark, table: _Table) -> bool:
    """3-2, 6-4, 50-50: whole numbers joined by a dash that no unit and no plural noun makes a range."""
    lowers = sentence.lowers
    if mark.last != mark.first + 1 or not lowers[mark.first].isdecimal():
        return False
    if _pair(sentence, mark.first):
        left = mark.first
    elif _pair(sentence, mark.first - 2):
        left = mark.first - 2
    else:
        return False
    if left and sentence.joined(left) and lowers[left - 1] in _CURRENCY:
        return False
    first, second = int(lowers[left]), int(lowers[left + 2])
    after = left + 3
    following = lowers[after] if after < len(lowers) else ""
    if following in table.score_noun or first >= second:
        return following not in ("%",) and not following.startswith("percent")
    if following in _CURRENCY or not following or not (following[0].isalpha() or following in ("%", "-", "\u00b0")):
        # "beat them 1-2." names no unit; a range would.
        return second < 200  # noqa: PLR2004
    return any(word in table.score_verb for word in lowers[max(0, left - 6) : left]) and following in (
        "in", "at", "to", "on", "by", "with", "from", "after", "and", "over", "against", "before", "for", "as", "when",
    )  # fmt: skip


def _pair(sentence: Sentence, left: int) -> bool:
    """Whether two short whole numbers stand around one joined dash."""
    lowers = sentence.lowers
    if left < 0 or left + 2 >= len(lowers):
        return False
    a, dash, b = lowers[left : left + 3]
    return (
        dash in ("-", "\u2013", "\u2212") and a.isdecimal() and b.isdecimal() and len(a) <= 3 >= len(b)  # noqa: PLR2004
        and sentence.joined(left + 1) and sentence.joined(left + 2)
    )  # fmt: skip


def _street(sentence: Sentence, last: int, table: _Table) -> bool:
    """ "10 Downing Street", "1600 Pennsylvania Ave": a number, capitalised words, a kind of street."""
    for at in range(last, min(last + 4, len(sentence))):
        word = sentence.words[at]
        if not (word[0].isupper() or word[0].isdecimal()):
            return False
        if at > last and sentence.lowers[at] in table.street:
            return True
    return False


def is_range_pair(left: NumeralMark, right: NumeralMark) -> bool:
    """Say whether two numerals joined by a dash can be the ends of a range: rising, or both with a scale."""
    return left.value < right.value
