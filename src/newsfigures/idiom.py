"""What the words right beside a numeral make of it: an ordinal, a telephone number, a trade, a street.

Each rule looks at a few tokens around one numeral and asks nothing of what it counts.
"""

from collections.abc import Container
from typing import Final

from . import noun
from .lexicon import Lexicon
from .numberword import NumeralMark
from .ontology import index
from .sequence import ORDINALS, Place
from .text import HYPHENS

#: Smaller numbers before one in brackets are minutes and ranks.
_CELL: Final = 100
#: Nothing is classed beyond this: an 18 certificate, a five star hotel.
_GRADES: Final = 21
#: Number words that may follow "one": "one or two", "one in ten".
SMALL: Final = frozenset(
    {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "twenty", "hundred"}
)
#: How ranks of hundreds and more end.
_LARGE_RANKS: Final = ("dredth", "sandth", "lionth")
#: No clock that news tells of has more hours.
_HOURS: Final = 12
#: How many go before one of a rank that is a fraction's word too, and what such a rank stands behind.
_BEFORE_RANKS: Final = {
    "third": frozenset({"two", "2", "both", "second"}),
    "fourth": frozenset({"three", "3", "third"}),
    "fifth": frozenset({"four", "4", "fourth"}),
}
_COUNTING_ON: Final = frozenset(
    {"in", "on", "for", "then", "with", "and", "want", "wants", "wanted", "plan", "plans", "planned"}
)
_SINGLE: Final = frozenset({"one", "1"})
#: What tells that a quarter is one of a year, and what in front of it tells that it is an amount.
_JOINTS: Final = frozenset({"and", "but", "or", "then"})
_WHEN: Final = frozenset({"ago", "earlier", "later", "ahead", "before"})
_AMOUNTING: Final = frozenset({"by", "of", "up", "down", "than", "about", "almost", "nearly"})
#: Before "own" these tell that somebody does.
_OWNERS: Final = frozenset({"they", "we", "i", "you", "who", "which", "that", "to", "and", "also", "would", "will"})
#: What stands behind a three-quarter who plays rugby, in small letters.
_RUGBY: Final = frozenset({"line", "lines", "movement", "back", "backs", "and", "or", "in", "at", "for", "with", "who"})
#: What stands before "not" where it sets one number against another, and what shows that it does not.
_CONTRASTS: Final = frozenset({",", "-", "\u2013", "\u2014", "(", ";", "and"})
_NO_CONTRAST: Final = frozenset({"later", "ago", "from", "away", "after", "before", "until"})


def is_cell(place: Place) -> bool:
    """Whether more numbers follow in a row, or one in brackets to compare with: "Kenyan 512 (160)"."""
    following = place.following
    if following[:1].isdecimal():
        return not place.joined(place.last)
    return (
        following == "("
        and place.low(place.last + 1)[:1].isdecimal()
        and place.low(place.last + 2) == ")"
        and place.mark.value >= _CELL
    )


def is_acting(lowers: list[str], mark: NumeralMark, lexicon: Lexicon) -> bool:
    """Whether a year opens a clause with its verb: "2007 offers a chance", "2007 promises to be dry"."""
    first, behind = mark.first, lowers[mark.last : mark.last + 3]
    if not "1900" <= lowers[first] <= "2049" or len(behind) < 3 or behind[0][-1] != "s":
        return False
    verb, after, further = behind
    if first and (lowers[first - 1][0].isalnum() or lowers[first - 1] == ","):
        return False
    if verb in index(lexicon).words:
        return verb == "marks" and after == "the"
    return after in ("the", "a", "an", "no", "our", "its") or (after, further) == ("to", "be")


def is_shape(place: Place) -> bool:
    """Whether a number tells what something has, as an adjective: "a three-tiered cake", "a four-cornered hat"."""
    last = place.last
    low = place.low(last + 1)
    return (
        place.joined(last) and place.joined(last + 1) and low.endswith("ed") and low[-3:] != "eed" and low not in SMALL
    )


def is_priced(mark: NumeralMark) -> bool:
    """Whether a decimal is too high or too finely written for the version of a thing, as in "Windows 3.1"."""
    return mark.value >= 20 or mark.written < -1


def is_dialled(place: Place, lexicon: Lexicon) -> bool:
    """Called 911; a 911 operator; dial 112: three digits that somebody rings."""
    word = place.lowers[place.first]
    if len(word) != 3 or not word.isdecimal() or place.last != place.first + 1:
        return False
    following = place.low(place.last)
    if place.says(place.first, "emergency number") and place.says(place.last, "emergency follower"):
        return True
    if not place.says(place.first - 1, "dial verb"):
        return False
    return not following[:1].isalnum() or (following != "of" and noun.is_stop(following, lexicon))


def is_position(place: Place) -> bool:
    """Image 9 of 20, page 3 of 7: where one thing stands among how many."""
    first, last, previous = place.first, place.last, place.previous
    if previous in place.classes["page label"]:
        return place.following == "of" and place.low(last + 1)[:1].isdecimal()
    return previous == "of" and place.low(first - 2)[:1].isdecimal() and place.says(first - 3, "page label")


def _is_traded(place: Place) -> bool:
    """Whether both sides of "for" are small numbers: "a two for one split"; not "$5 for two rights"."""
    is_left = place.following == "for"
    other = place.low(place.last + 1) if is_left else place.low(place.first - 2)
    before = place.low(place.first - 1 if is_left else place.first - 3)
    if not (before[:1].isalpha() or before in (",", "", "(")):
        return False  # "$5 for two rights"
    return place.mark.form in ("digits", "words", "one") and (other.isdecimal() or other in SMALL)


def is_denied(place: Place) -> bool:
    """Dozens, not hundreds or thousands; not 40 but 50; not one of them: a number that is named to be denied."""
    at = place.first - 1
    if place.low(at) in ("or", "nor"):
        at -= 2  # "not hundreds or thousands"
    elif place.low(at) != "not":
        at -= 1
    if place.low(at) != "not":
        return False
    if place.following in ("of", "but") and place.mark.form == "one":
        return True
    behind = [place.low(place.last + on) for on in range(4)]
    if not _NO_CONTRAST.isdisjoint(behind):
        return False  # ", not 40 miles from the sea"
    return place.low(at - 1) in _CONTRASTS or "but" in behind


def is_trade(place: Place) -> bool:
    """A two-for-one split, a three-to-one majority: so many for so many, no amount."""
    first, last = place.first, place.last
    if place.following == "for" or (place.previous == "for" and _is_traded(place)):
        end = last + 2 if place.following == "for" else last
        return any(place.says(at, "trade noun") for at in (end, end + 1, end + 2)) and _is_traded(place)
    if place.following not in HYPHENS and place.previous not in HYPHENS:
        return False  # almost always
    if place.low(last) in HYPHENS and place.low(last + 2) in HYPHENS:
        low = place.low(last + 1)
        return low == "for" or (low == "to" and place.low(last + 3) in _SINGLE)
    if place.low(first - 1) in HYPHENS and place.low(first - 3) in HYPHENS:
        low = place.low(first - 2)
        return low == "for" or (low == "to" and place.low(first) in _SINGLE)
    return False


def is_margin(place: Place) -> bool:
    """A nine to five margin, a three-to-two ratio: how two sides compare."""
    at, first = place.last, place.first
    if place.low(at) in HYPHENS:
        at += 1
    if place.low(at) == "to":
        at += 1 + (place.low(at + 1) in HYPHENS)
        return place.says(at + 1, "margin noun") and (place.low(at) in SMALL or place.low(at).isdecimal())
    if not place.says(at, "margin noun"):
        return False
    before = first - 1 - (place.previous in HYPHENS)
    return place.low(before) == "to" and place.low(before - 1) not in ("up", "close", "down")


def is_clock(place: Place) -> bool:
    """From 0930 to 1645 hours, at 1100 hrs: a time of day in four digits."""
    word = place.low(place.first)
    if len(word) != 4 or not word.isdecimal() or place.last != place.first + 1:
        return False
    if place.following == "on":
        return word <= "2400" and word[2:] < "60" and place.previous == "," and place.says(place.last + 1, "station")
    is_told = place.previous in ("at", "from", "to", "by", "until", "till", "before", "after")
    return word <= "2400" and word[2:] < "60" and (is_told or place.says(place.last + 1, "clock zone"))


def is_hour(place: Place) -> bool:
    """Until two in the morning, about two or three in the afternoon: a time of day."""
    at = place.last
    if place.low(at) in ("or", "to", "and") and (place.low(at + 1) in SMALL or place.low(at + 1).isdecimal()):
        at += 2
    if place.low(at) != "in" or place.low(at + 1) != "the" or not 0 < place.mark.value <= _HOURS:
        return False
    return place.says(at + 2, "day part") and place.says(place.first - 1, "hour opener")


def is_ordinal(place: Place) -> bool:
    """Twenty-fifth, one hundred and first, two hundredth: the last word of a number in words is a rank."""
    at = place.last
    if place.low(at) in ("-", "and"):
        at += 1
    if not place.says(at, "rank"):
        return False
    if place.low(at).endswith(_LARGE_RANKS):
        return at == place.last
    return place.mark.value >= 20 and not place.mark.value % 10


def is_large_ordinal(place: Place) -> bool:
    """The 20 millionth ticket: digits whose rank ends in words."""
    return place.says(place.last, "rank") and place.following.endswith(_LARGE_RANKS)


def _is_owned(place: Place) -> bool:
    """Whether somebody owns a share: "they own two thirds", "people who own half of it"; not "in their own half"."""
    return place.previous == "own" and (place.low(place.first) != "half" or place.low(place.first - 2) in _OWNERS)


def is_ordinal_part(place: Place, units: Container[str]) -> bool:
    """The first half, second quarter, half-time: a part in order, not an amount."""
    if place.previous in place.classes["ordinal"] and not _is_owned(place):
        return place.mark.value < 1  # "the last 3-1/2 months"
    if place.previous in ORDINALS and place.joined(place.first - 1):
        return True  # "the 1st half"
    if place.low(place.last - 1) == "quarter" and (_is_when(place) or _is_player(place)):
        return True
    if place.low(place.last - 1) == "half" and place.low(place.last) not in ("of", "-"):
        if place.says(place.first - 1, "set opener"):
            return not place.says(place.first - 1, "half owner")
        if place.says(place.first - 1, "half of play") or _is_side(place):
            return True
    at = place.last
    if place.low(place.first) in ("a", "an") and place.says(at - 1, "rank"):
        return _is_rank(place)
    if place.low(at) in HYPHENS and place.joined(at) and place.low(at - 1) == "half":
        return place.low(at + 1) not in units  # "half-time", "half-decent"; but "a half-hour"
    at += place.low(at) in HYPHENS and place.joined(at)
    return place.says(at, "half compound") and (at > place.last or place.low(at) not in ("back", "life", "mast"))


def _is_rank(place: Place) -> bool:
    """Whether a part is the next of several: "a fourth-round place", "slid in a third", "a third or a fourth term"."""
    at, following = place.last, place.following
    if following in HYPHENS and place.joined(at) and place.joined(at + 1):
        return place.low(at + 1)[:1].isalpha()
    is_shot = place.previous == "in" and place.says(place.first - 2, "shooting")
    is_scored = is_shot or place.says(place.first - 1, "scoring")
    if is_scored and not (following == "to" and place.previous[:3] == "add"):
        return not following[:1].isalpha() or place.says(at, "score follower")  # "scored a third to win it"
    if following in ("or", "and", "to") and (place.says(at + 1, "rank") or place.low(at + 1) == "final"):
        return True
    return _is_next(place)


def _is_next(place: Place) -> bool:
    """Whether a rank follows as many as go before it: "what he did in two terms he would not do in a third"."""
    at, before = place.last, _BEFORE_RANKS.get(place.low(place.last - 1))
    if before is None or place.previous not in _COUNTING_ON or place.low(at) == "of":
        return False
    return not before.isdisjoint(place.lowers[: place.first])


def _is_when(place: Place) -> bool:
    """Whether a quarter is one of a year: "a quarter ago", "a quarter in advance"; not "up by a quarter ahead of"."""
    if place.low(place.first) != "a":
        return False
    is_far = place.following in _WHEN or (place.following == "in" and place.low(place.last + 1) == "advance")
    return is_far and place.previous not in _AMOUNTING


def _is_player(place: Place) -> bool:
    """Whether three quarters are a place in a side of rugby: "the three-quarter line"; not "a three-quarter share"."""
    if place.low(place.first) != "three" or place.previous == "of":
        return False
    is_noun = place.following[:1].isalpha() and place.sentence.words[place.last].islower()
    return not is_noun or place.following in _RUGBY  # "three-quarter Ann Lee"


def _is_side(place: Place) -> bool:
    """Whether "half" belongs to a side named before it: "in the Danish half", "that was a Polish half"."""
    first, words = place.first, place.sentence.words
    if first < 2 or place.last != first + 1 or not words[first].islower():
        return False
    if place.low(first - 2) != "the":  # "it was a Danish half, and then a Polish half"
        goes_on = place.following[:1].isalpha() and place.following not in _JOINTS
        if place.low(first - 2) not in ("a", "an") or goes_on or place.following in HYPHENS:
            return False
    return words[first - 1].istitle() and words[first - 1].isalpha()


def is_twin(place: Place) -> bool:
    """Fifty-fifty."""
    first, last = place.first, place.last
    word = place.low(first)
    return (place.following == "-" and place.joined(last) and place.low(last + 1) == word) or (
        place.previous == "-" and place.joined(first) and place.low(first - 2) == word
    )


def is_grade(place: Place, lexicon: Lexicon) -> bool:
    """Four-star, an 18-rated game, an 18 certificate: how something is classed; not "three star players"."""
    at, mark = place.last, place.mark
    at += place.low(at) in HYPHENS
    if place.says(at, "technology"):
        return mark.value % 1 > 0  # "a 2.5-generation phone"
    if at > place.last:
        return place.joined(at) and place.joined(at - 1) and place.says(at, "grade noun") and mark.form != "one"
    if mark.form == "one" or mark.value > _GRADES:
        return False
    following = place.low(at + 1)
    return not following[:1].isalpha() or not noun.is_plural(following, lexicon) or noun.is_stop(following, lexicon)


def is_street(place: Place) -> bool:
    """10 Downing Street, 9 E 71st St: a number, capitalised words, a kind of street."""
    words = place.sentence.words
    last = place.last
    if last < len(words) and words[last].islower() and words[last] not in ORDINALS:
        return False  # almost always
    for at in range(last, min(last + 5, len(words))):
        word = words[at]
        if at > last and place.says(at, "street"):
            return True
        if not (word[0].isupper() or word[0].isdecimal() or word in ORDINALS):
            return False
    return False
