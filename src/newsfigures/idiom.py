"""What the words right beside a numeral make of it: a pronoun, an ordinal, a telephone number, a trade, a street.

Each rule looks at a few tokens around one numeral and asks nothing of its unit.
"""

from collections.abc import Container
from typing import Final

from . import noun, nounphrase
from .lexicon import Lexicon
from .numberword import NumeralMark
from .ontology import index
from .sequence import Place
from .text import HYPHENS

#: Smaller numbers before one in brackets are minutes and ranks.
_CELL: Final = 100
#: Nothing is classed beyond this: an 18 certificate, a five star hotel.
_GRADES: Final = 21
#: Number words that may follow "one": "one or two", "one in ten".
SMALL: Final = frozenset(
    {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "twenty", "hundred"}
)
_HOURS: Final = 12
#: Shorter words in -ing are nouns: king, wing.
_GERUND: Final = 5
#: What stands before "not" where it sets one number against another, and what shows that it does not.
_SINGLE: Final = frozenset({"one", "1"})
_BEING: Final = frozenset({"is", "was", "be", "been", "being", "remains", "remained"})
#: So far before "one of" stands what is told.
_ALIKE: Final = 7
_WHEN: Final = frozenset({"ago", "earlier", "later", "ahead", "before"})
_RUGBY: Final = frozenset({"line", "lines", "movement", "back", "backs", "and", "or", "in", "at", "for", "with", "who"})
_AMOUNTING: Final = frozenset({"by", "of", "up", "down", "than", "about", "almost", "nearly"})
_CONTRASTS: Final = frozenset({",", "-", "\u2013", "\u2014", "(", ";", "and"})
_THEN: Final = frozenset({"last", "earlier", "yesterday", "today"})
_NO_CONTRAST: Final = frozenset({"later", "ago", "from", "away", "after", "before", "until"})

#: What "one" may begin a clause behind.
_CLAUSES: Final = frozenset({",", "-", "\u2013", "\u2014", ":", ";", "(", "and", "but"})


def is_pronoun(place: Place, units: Container[str], lexicon: Lexicon) -> bool:
    """No one, one of them, one another, the one who: "one" that counts nothing."""
    first, last = place.first, place.last
    following = place.low(last)
    if _shares(place) or _ranges(place) or place.mark.value < 0 or len(place.lowers) == 1:
        return False
    if place.low(first - 1) in HYPHENS and place.joined(first) and place.low(first - 2) == "no":
        return True  # "no-one more famous"
    if following == "over" and not first and (place.low(last + 1)[:1].isdecimal() or place.low(last + 1) in SMALL):
        return False  # "one over three"
    if place.says(first - 1, "one limiter") and place.low(first - 2) != "the" and not _is_comparison(place):
        return False  # "only one showed", "at least one was"
    if _points(place):
        return not (following in units and following != "in")
    if place.low(first - 1) == "and" and following in ("in", "from", "at", "near") and _counts_before(place):
        return False  # "nine plants in Ohio and one in Kent"
    if following.endswith("ing") and _does(place, lexicon):
        return True  # "two deals, one covering the north, the other"
    if following == "time":
        return place.low(last + 1)[:1].isalpha()  # "a one time charge"
    if following == "more":
        after = place.low(last + 1)
        return not after[:1].isalpha() or after in place.classes["one pronoun after"]  # "one more small firm"
    if following[:1].isdecimal() and place.low(last + 1) in HYPHENS and place.joined(last + 1):
        return False  # "one 100-acre farm"
    if place.low(first - 1) in ("off", "up", "down") and place.low(first - 2) in (",", ";", "-"):
        return False  # "closed at 52-1/4, off one"
    if place.says(last, "one pronoun after") or not following:
        return True
    if (
        place.low(first - 2) == "the"
        and following.endswith("ly")
        and (not place.low(last + 1)[:1].isalnum() or place.says(last + 1, "one pronoun after"))
    ):
        return True  # "he took the small one slowly to"
    if (place.low(first - 1) == "at" and following == "point") or (
        place.low(first - 1) in HYPHENS and place.joined(first) and place.low(first - 2) in ("on", "in", "no")
    ):
        return True  # "at one point", "one-on-one", "all-in-one", "no-one"
    if following in HYPHENS and place.joined(last) and place.low(last + 1) in units and place.low(last + 1) != "day":
        return False  # "the one-month rate"
    if (
        place.low(first - 1) == "that"
        and following == "of"
        and place.low(last + 1) in ("the", "its", "his", "her", "their")
    ):
        return False  # "said that one of the banks"
    if (
        following[0].isalpha()
        and place.low(first - 1) in ("is", "was", "'s", "the")
        and place.says(last + 1, "one modal")
    ):
        return True  # "a game is one Smith would love"
    if place.says(first - 1, "one pronoun before"):
        return (following not in units or following == "in") and not (
            following == "of" and place.low(first - 1) == "not"
        )
    if following == "of":
        after = place.low(last + 1)
        if after in ("these", "those"):
            return not place.low(last + 2)[:1].isalpha() or _is_chosen(place, last + 2)
        return after in ("them", "us", "you", "which", "whom")
    if following == "-" and place.joined(last):
        return place.says(last + 1, "one compound")
    if following in ("\u201d", '"', "'") and place.joined(last):
        return not place.joined(first)  # "a legal one" at the end of a quotation
    return not (following[0].isalpha() or following in ("-", "\u201c", '"', "'"))


def _is_comparison(place: Place) -> bool:
    """Whether "than one" compares with a thing, not with a number: "rather than one"; not "more than one"."""
    return place.previous == "than" and place.low(place.first - 2) not in ("more", "less", "fewer", "greater", "other")


def _points(place: Place) -> bool:
    """Whether "one" stands for a thing that was named: the fastest one, a legal one, such as one built in May."""
    first, last, previous = place.first, place.last, place.previous
    before, following = place.low(first - 2), place.following
    if any(place.low(at) == "or" and place.low(at + 1) == "another" for at in range(last + 1, last + 4)):
        return True  # "for one reason or another"
    if following == "thing" and "another" in place.lowers[last + 2 :] and before != "there":
        after = place.low(last + 1)  # "it is one thing to sow, quite another to reap"
        return previous in ("is", "was", "'s", "be") and (after in ("to", "but", ",") or after.endswith("ing"))
    if previous in ("from", "between"):
        joining = "to" if previous == "from" else "and"
        return any(
            place.low(at) == joining and place.says(at + 1, "one counterpart") for at in range(last + 1, last + 4)
        )  # "from one phone to another"
    if (previous == "as" and before == "such") or previous in ("especially", "particularly", "including"):
        return following == "of" or _is_participle(place, last)
    if _is_participle(place, last) and (
        previous in place.classes["one like"] or (previous == "to" and before in place.classes["one like"])
    ):
        return True  # "a deal similar to one reached in May"
    if before == "the":
        return previous.endswith("est") and following not in place.classes["one superlative noun"]
    if following in HYPHENS and place.joined(last):
        return False  # "a new one-year deal"
    return before in ("a", "an") and previous[:1].isalpha() and not place.says(first - 1, "one addition")


def _is_participle(place: Place, at: int) -> bool:
    """Whether a word looks like a participle that goes on with a word of grammar: "planned for", "drawn up in"."""
    low = place.low(at)
    is_participle = low.endswith(("ed", "ing", "wn", "ght", "en")) or low in place.classes["short participle"]
    return is_participle and (place.says(at + 1, "one pronoun after") or place.low(at + 1) in _THEN)


def _is_chosen(place: Place, at: int) -> bool:
    """Whether a participle tells which things are meant: "one of those shown to"; not "one of those hurt in"."""
    return place.says(at, "chosen") and (not place.low(at + 1)[:1].isalnum() or place.says(at + 1, "one pronoun after"))


def _does(place: Place, lexicon: Lexicon) -> bool:
    """Whether "one" stands for a thing that does something: "one covering the north"; not "one leading banker".

    An object shows it; a participle of what a thing is like shows that it is counted.
    """
    last = place.last
    if place.says(last, "one likeness") or place.previous == "with":
        return False
    after = place.low(last + 1)
    if (
        place.says(last + 1, "one object")
        or after[:1].isdecimal()
        or after in SMALL
        or after in ("$", "\u00a3", "\u20ac")
    ):
        return True
    if place.previous not in _CLAUSES or not after[:1].isalnum():
        return False
    if not place.sentence.words[last + 1].islower():
        return True  # "one covering Mudlark's own shops"
    found = nounphrase.find(place.sentence, last + 1, lexicon)
    return found is not None and found.plural  # "one securing daily supplies"


def is_abstract(place: Place, *, counted: bool, plural: bool) -> bool:
    """A life of joy, a question of making it pay: "one of" before what is no set to be one of.

    Also "one of the best" where nobody says the best of what.
    """
    at = place.last + 1
    low = place.low(at)
    if low == "the" and not counted:
        return _is_best(place, at + 1)
    if low in ("a", "an") and counted and not (plural and place.low(at + 1) != "series"):
        return place.low(at + 2) != "of"  # "one of a slew that came to light", "one of a pair"
    if place.says(at, "one of set") or low[:1].isdecimal() or low in SMALL or not low[:1].isalpha():
        return False
    if low.endswith("ing") and place.sentence.words[at].islower() and len(low) > _GERUND:
        return True  # "the task is one of finding new tenants"
    if plural and not _is_told(place):
        return False  # "one of London's parks"
    return not any(place.low(step) in ("'s", "'") for step in range(at + 1, at + 4))


def _is_told(place: Place) -> bool:
    """Whether what something was like is told: "his tale is one of lost keys and late trains"."""
    if place.previous not in _BEING or not place.sentence.words[place.last + 1].islower():
        return False
    return any(place.says(at, "likeness") for at in range(place.first - _ALIKE, place.first - 1))


def _is_best(place: Place, at: int) -> bool:
    """Whether a superlative stands for its noun as well: "one of the toughest in town", "one of the first to go"."""
    low, after = place.low(at), place.low(at + 1)
    is_superlative = low in ("best", "worst", "first", "last", "few") or (low.endswith("est") and len(low) > 5)
    return is_superlative and after in ("", "in", "to", "on", "at", ",", ".", "and", "ever", "for", "since", "yet")


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


def _counts_before(place: Place) -> bool:
    """Whether a number stands shortly before, of which this one goes on."""
    return any(low[0].isdecimal() or low in SMALL for low in place.lowers[max(0, place.first - 10) : place.first - 1])


def is_clock(place: Place) -> bool:
    """From 0930 to 1645 hours, at 1100 hrs: a time of day in four digits."""
    word = place.low(place.first)
    if len(word) != 4 or not word.isdecimal() or place.last != place.first + 1:
        return False
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


def _shares(place: Place) -> bool:
    """Whether "in five", "out of 10" or "-in-5" follows: a share of one in so many."""
    at = place.last + (place.low(place.last) == "-")
    if place.low(at) == "out" and place.low(at + 1) == "of":
        at += 2
    elif place.low(at) == "in":
        at += 1
        at += place.low(at) == "-"
    else:
        return False
    at += place.low(at) == "every"
    return place.low(at)[:1].isdecimal() or place.low(at) in SMALL


def _ranges(place: Place) -> bool:
    """Whether a second end follows: "one to two years", "one or two men"."""
    at = place.last
    if place.low(at) not in ("to", "or", "-", "and"):
        return False
    at += 1 + (place.low(at + 1) == "-")
    return place.low(at) in SMALL or place.low(at)[:1].isdecimal()


def is_ordinal(place: Place) -> bool:
    """Twenty-fifth, one hundred and first, two hundredth: the last word of a number in words is a rank."""
    at = place.last
    if place.low(at) in ("-", "and"):
        at += 1
    if not place.says(at, "rank"):
        return False
    if place.low(at).endswith(("dredth", "sandth", "lionth")):
        return at == place.last
    return place.mark.value >= 20 and not place.mark.value % 10


def is_ordinal_part(place: Place, units: Container[str]) -> bool:
    """The first half, second quarter, half-time: a part in order, not an amount."""
    if place.says(place.first - 1, "ordinal"):
        return place.mark.value < 1  # "the last 3-1/2 months"
    if place.low(place.first - 1) in ("st", "nd", "rd", "th") and place.joined(place.first - 1):
        return True  # "the 1st half"
    if place.low(place.last - 1) == "quarter" and _is_when(place):
        return True
    if place.low(place.last - 1) == "half" and place.low(place.last) not in ("of", "-"):
        if place.says(place.first - 1, "set opener"):
            return not place.says(place.first - 1, "half owner")
        if place.says(place.first - 1, "half of play") or _is_side(place):
            return True
    at = place.last
    if place.low(place.first) in ("a", "an") and place.says(at - 1, "rank"):
        if place.low(at) in HYPHENS and place.joined(at) and place.joined(at + 1):
            return place.low(at + 1)[:1].isalpha()  # "a fourth-round place", "a sixth-minute goal"
        if place.says(place.first - 1, "scoring") and not (place.low(at) == "to" and place.previous[:3] == "add"):
            return not place.low(at)[:1].isalpha() or place.says(at, "score follower")  # "scored a third to win it"
        return place.low(at) in ("or", "and", "to") and (place.says(at + 1, "rank") or place.low(at + 1) == "final")
    if place.low(at) in HYPHENS and place.joined(at) and place.low(at - 1) == "half":
        return place.low(at + 1) not in units  # "half-time", "half-decent"; but "a half-hour"
    at += place.low(at) in HYPHENS and place.joined(at)
    return place.says(at, "half compound") and (at > place.last or place.low(at) not in ("back", "life", "mast"))


def _is_when(place: Place) -> bool:
    """Whether a quarter is one of a year: "a quarter ago", "a quarter in advance"; or a place in a side of rugby."""
    if place.low(place.first) == "three":
        # "Three-quarter Ann Lee", "the three-quarter line"; not "a three-quarter share"
        is_noun = place.following[:1].isalpha() and place.sentence.words[place.last].islower()
        return place.previous != "of" and (not is_noun or place.following in _RUGBY)
    if place.low(place.first) != "a":
        return False
    is_far = place.following in _WHEN or (place.following == "in" and place.low(place.last + 1) == "advance")
    return is_far and place.previous not in _AMOUNTING


def _is_side(place: Place) -> bool:
    """Whether "half" belongs to a side named before it: "in the Welsh half"."""
    first, words = place.first, place.sentence.words
    if first < 2 or place.last != first + 1 or place.low(first - 2) != "the" or not words[first].islower():
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
    if last < len(words) and words[last].islower() and words[last] not in ("st", "nd", "rd", "th"):
        return False  # almost always
    for at in range(last, min(last + 5, len(words))):
        word = words[at]
        if at > last and place.says(at, "street"):
            return True
        if not (word[0].isupper() or word[0].isdecimal() or word in ("st", "nd", "rd", "th")):
            return False
    return False
