"""Numbers that are a name, or a part of one: Ridge 2, its 7610 phone, the ATR 72-500, Six Feet Under, BBC Two.

What stands beside the number tells, or how the text writes it elsewhere; asked where capitals alone leave it open.
"""

import re
from collections.abc import Container, Iterator, Sequence
from typing import Final

from . import hedge, idiom, noun
from .lexicon import Lexicon
from .numberword import NumeralMark
from .sequence import Place
from .text import HYPHENS, Sentence

#: So far from a number its text is searched for the same name.
_FAR: Final = 20_000
#: So many tokens stand between a determiner and the number of a type at most: "its new long-range 808 plane".
_ADJECTIVES: Final = 6
#: Types that are told by the rest of the text have so many digits.
_TYPES: Final = (3, 4)
#: So many words stand between the name of a firm and what of it is counted.
_ATTRIBUTES: Final = 4
_FIRMS: Final = frozenset(("Inc", "Corp", "Co", "Ltd", "Plc", "PLC", "plc", "Cos", "LLC", "GmbH"))
_LISTED: Final = frozenset({",", "and", "or", "/", "&"})
#: No title has more words, and these may be small in it.
_TITLE: Final = 7
_ARTICLES: Final = frozenset(("the", "a", "an", "his", "her", "its", "their", "new", "hit", "'s"))
_SMALL: Final = frozenset({"of", "the", "and", "on", "to", "a", "in", "for", "from", "with"})
#: No acronym before a number name has more letters.
ACRONYM: Final = 4
#: What makes another number of one, the type of an aircraft or a machine, and the next word.
_GOES_ON: Final = re.compile(r"[\w%]|[.,]\d")
_VARIANT: Final = re.compile(r"(?:[A-Zi]|-\d00[A-Z]{0,2})\b")
_NEXT: Final = re.compile(r"\W?\s?(\w*)")


def is_known(place: Place, behind: int, lexicon: Lexicon) -> bool:
    """Whether the text knows a name with this number, although a plural follows: "Ridge 2 pirates"."""
    sentence, first = place.sentence, place.first
    words = sentence.words
    name, number = words[behind], words[first]
    if name == "'s":
        name = words[behind - 1]
    if not name[0].isupper() or not name.isalpha() or not number.replace(".", "").isdecimal() or sentence.is_upper:
        return False
    if sentence.starts[first] != sentence.ends[behind] + 1:
        return False
    if place.mark.form == "decimal" and behind and not idiom.is_priced(place.mark):
        return not noun.is_stop(words[behind - 1], lexicon)  # "fast USB 2.0 links"; not "in Chad 6.5 children"
    if place.says(behind, "name label"):
        return behind > 0 or is_name_word(place.low(behind), lexicon)
    text, here = sentence.document, sentence.starts[first]
    for start in _elsewhere(sentence, f"{name} {number}", here):
        end = start + len(name) + len(number) + 1
        if start + len(name) + 1 != here and not _GOES_ON.match(text, end):
            following = _NEXT.match(text, end)
            if following is not None and not noun.is_plural(following[1] or "a", lexicon):
                return True
    return False


def is_owned(place: Place, lexicon: Lexicon) -> bool:
    """Whether a number and its owner stand alone more than once in the text, as in the title "Baker's 12"."""
    sentence, first = place.sentence, place.first
    name, number = sentence.words[first - 2] if first > 1 else "", sentence.words[first]
    if place.previous != "'s" or not (name.istitle() and number.isdecimal()) or sentence.is_upper:
        return False
    if place.following.isalpha() and not noun.is_stop(place.following, lexicon):
        return False
    said, text = sentence.said(first - 2, first + 1), sentence.document
    others = [_NEXT.match(text, at + len(said)) for at in _elsewhere(sentence, said, sentence.starts[first - 2])]
    return bool(others) and all(not other or not other[1] or noun.is_stop(other[1], lexicon) for other in others)


def is_one_label(place: Place, upper: bool) -> bool:
    """Whether a list of numbers goes on that a label in capitals names: "Windows 2000, 95 and 98"."""
    words, at = place.sentence.words, place.first - 1
    if upper or not words[at - 1].isdecimal():
        return False
    while at > 0 and (words[at].isdecimal() or words[at] in _LISTED):
        at -= 1
    return place.says(at, "name label") and words[at].istitle()


def is_type(place: Place, behind: int, lexicon: Lexicon, *, counted: bool) -> bool:
    """Whether a number names a type: "its 7610 phone"; "the new 777", where the text says more of it elsewhere."""
    number = place.low(place.first)
    if not number.isdecimal() or number == "1" or place.joined(place.first):
        return False
    if not is_determined(place, behind, lexicon):
        return False
    if counted:
        # "The 11 missing" and "the 12 dead" are people.
        return is_single(place, lexicon) and noun.family(place.following, lexicon) != "person"
    return _is_apposition(place, behind, number, lexicon) or _is_model(place, number, lexicon)


def _is_apposition(place: Place, behind: int, number: str, lexicon: Lexicon) -> bool:
    """Whether a number says which one thing is meant: "its smallest jet, the 717, is gone"."""
    if len(number) not in _TYPES or place.low(behind) != "the" or place.low(behind - 1) != ",":
        return False
    head, following = place.low(behind - 2), place.following
    if following not in (",", ".", "") or not head.isalpha() or not place.sentence.words[behind - 2].islower():
        return False
    return not noun.is_plural(head, lexicon) and not noun.is_stop(head, lexicon)


def is_single(place: Place, lexicon: Lexicon) -> bool:
    """Whether one thing follows, which no plural number counts: "the 18 certificate"; not "a 36 hole course"."""
    words, last, following = place.sentence.words, place.last, place.following
    if not following.isalpha() or not words[last].islower() or place.says(last, "one of many"):
        return False
    if following.endswith(("ed", "ing")):
        return False
    after = place.low(last + 1)
    if not after.isalpha() or noun.is_stop(after, lexicon) or not words[last + 1].islower():
        return True
    return place.low(last + 2) in noun.determiners(lexicon)


def _is_model(place: Place, number: str, lexicon: Lexicon) -> bool:
    """Whether the text has the number elsewhere behind a name or with a variant: Nokia 6230, the 777-200LR."""
    following = place.following
    if len(number) not in _TYPES or (following[:1].isalpha() and not noun.is_stop(following, lexicon)):
        return False
    text, here = place.sentence.document, place.sentence.starts[place.first]
    for start in _elsewhere(place.sentence, number, here):
        before, end = text[max(0, start - 20) : start], start + len(number)
        if _VARIANT.match(text, end):
            if before[-1:] not in ("$", "\u00a3", ".", ",") and not before[-1:].isalnum():
                return True
        elif not _GOES_ON.match(text, end) and _ends_in_name(before, lexicon):
            return True
    return False


def _ends_in_name(before: str, lexicon: Lexicon) -> bool:
    """Whether what stands before a number ends in a name: "30 Boeing "."""
    name = before[:-1].rpartition(" ")[2]
    return before.endswith(" ") and name.istitle() and name.isalpha() and is_name_word(name.lower(), lexicon)


def _elsewhere(sentence: Sentence, said: str, here: int) -> Iterator[int]:
    """Yield where the text says something, not too far from an offset."""
    text, end = sentence.document, here + _FAR
    at = text.find(said, max(0, here - _FAR), end)
    while at >= 0:
        if at != here:
            yield at
        at = text.find(said, at + 1, end)


def is_work(sentence: Sentence, mark: NumeralMark, terms: Container[str]) -> bool:
    """Whether a number and its measure are words of a title: "the film 24 Hour Party People", "Six Feet Under"."""
    words, first, last = sentence.words, mark.first, mark.last
    if last + 1 >= len(words) or not words[last].istitle() or mark.form not in ("digits", "words"):
        return False
    if sentence.lowers[last] in terms:
        return False  # "9 pct Five Year Senior Notes"
    return words[last + 1].istitle() and words[first][0] <= "Z" and first > 0 and words[first - 1].islower()


def is_one_name(sentence: Sentence, mark: NumeralMark, head: int) -> bool:
    """Whether a plural in capitals is one thing, as the verb tells: "Three Lions is back", "Four Kings was shown"."""
    following = sentence.lowers[head + 1 : head + 2]
    return mark.value > 1 and bool(following) and following[0] in ("is", "was", "has", "isn't", "wasn't")


def is_billed(place: Place, lexicon: Lexicon) -> bool:
    """Whether a number belongs to a title, as what stands beside it tells: "Twelve Grey Geese star", "the film 9 Ways".

    One maker follows, whom no plural number counts; "two Chelwick star players" are players.
    """
    sentence, first, last = place.sentence, place.first, place.last
    words = sentence.words
    if words[first][0].islower():
        return False
    if _is_turning(words, last - 1):
        return True
    end = last + 1
    while end < len(words) and end - last < _TITLE and (words[end][0].isupper() or words[end] in _SMALL):
        end += 1
    if words[last].istitle() and _is_announced(place, end, lexicon):
        return True
    is_trade = end < len(words) and place.says(end, "title trade") and words[end - 1][0].isupper()
    return is_trade and _is_maker(sentence, end, lexicon)


def is_turned(words: Sequence[str], mark: NumeralMark) -> bool:
    """Whether a number is the second age of a title that names two: "17 Going on 40"."""
    return _is_turning(words, mark.first - 3)


def _is_turning(words: Sequence[str], at: int) -> bool:
    """Whether a title names two ages from a token on: "17 Going on 40"."""
    run = words[at : at + 4]
    if len(run) < 4 or not (run[0].isdecimal() and run[3].isdecimal()):
        return False
    return run[1].istitle() and run[1].endswith("ing") and run[2] in _SMALL


def _is_announced(place: Place, end: int, lexicon: Lexicon) -> bool:
    """Whether the kind of a work stands before its title up to a token: "the film 40 Miles", "star of 30 Rooms"."""
    behind = place.first - 1
    if place.says(behind, "titled work"):
        return True
    if place.says(behind, "performed work"):
        return place.low(behind - 1) in _ARTICLES  # "the show 30 Rooms"; but "figures show 40 British firms"
    if place.low(behind) not in ("of", "to", "in") or not place.says(behind - 1, "titled part"):
        return False
    following = place.low(end)
    return not following.isalpha() or noun.is_stop(following, lexicon)  # "she starred in 14 West End plays"


def _is_maker(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Whether a trade stands there by itself: before a name, a verb or a mark; not "star players"."""
    if at + 1 >= len(sentence.words):
        return True
    following = sentence.words[at + 1]
    return not following[0].islower() or noun.is_stop(following, lexicon)


def is_pair(sentence: Sentence, left: NumeralMark, right: NumeralMark, lexicon: Lexicon) -> bool:
    """Whether two numbers that a hyphen joins behind a name are a part of it: "the ATR 72-500"."""
    first, lowers = left.first, sentence.lowers
    if first and lowers[first - 1] == "the" and _is_variant(sentence, left, right, lexicon):
        return True
    if not first or sentence.words[first - 1].islower() or right.first != left.last + 1:
        return False
    name = sentence.words[first - 1]
    if not name.isalpha() or not (first > 1 or name.isupper()) or not is_name_word(lowers[first - 1], lexicon):
        return False
    if sentence.starts[first] != sentence.ends[first - 1] + 1 or lowers[left.last] not in HYPHENS:
        return False
    touches = sentence.joined(left.last) and sentence.joined(right.first)
    return touches and lowers[first].isdecimal() and lowers[right.first].isdecimal()


def _is_variant(sentence: Sentence, left: NumeralMark, right: NumeralMark, lexicon: Lexicon) -> bool:
    """Whether the text has two numbers behind a name elsewhere: "the 737-800", "30 Boeing 737-800 planes"."""
    here, text = sentence.starts[left.first], sentence.document
    said = sentence.said(left.first, right.last)
    return any(_ends_in_name(text[max(0, at - 20) : at], lexicon) for at in _elsewhere(sentence, said, here))


def is_coupled(place: Place, numbers: Container[str]) -> bool:
    """Whether a hyphen joins a number to a number word in capitals: "7-Eleven", "Flight Two-Six"."""
    first, last, words = place.first, place.last, place.sentence.words
    if place.following in HYPHENS and last + 1 < len(words) and place.joined(last) and place.joined(last + 1):
        return words[last + 1].istitle() and place.low(last + 1) in numbers
    if place.previous in HYPHENS and first > 1 and place.joined(first) and place.joined(first - 1):
        before = place.low(first - 2)
        return words[first].istitle() and (before.isdecimal() or before in numbers)
    return False


def is_channel(place: Place, behind: int) -> bool:
    """Whether a number word in capitals closes a name that an acronym begins: "(The Ann Ray Show, BBC Two)"."""
    words = place.sentence.words
    if not is_acronym(words[behind]):
        return False
    return place.mark.form in ("words", "one") and words[place.first].istitle() and not place.following[:1].isalpha()


def is_acronym(word: str) -> bool:
    """Whether a word is a few capital letters."""
    return word.isupper() and 1 < len(word) <= ACRONYM and word.isalpha()


def is_craft(place: Place, behind: int, lexicon: Lexicon) -> bool:
    """Whether an aircraft follows the number of its type, and perhaps its name: "its 787 Skylark aircraft"."""
    if not (is_determined(place, behind, lexicon) or place.sentence.words[place.last][0].isupper()):
        return False
    ahead = (place.low(at) for at in range(place.last, place.last + 3))
    return any(noun.family(noun.lemma(low, lexicon), lexicon) == "aircraft" for low in ahead if low)


def is_numbered(place: Place, lexicon: Lexicon) -> bool:
    """Whether two numbers of one length name types: "the 412 and 437 models", "737 and 757 jets"."""
    if place.following in ("and", "or"):
        first, other, at = place.first, place.last + 1, place.last + 2
    elif place.previous in ("and", "or"):
        first, other, at = place.first - 2, place.first - 2, place.last
    else:
        return False
    if not place.low(other).isdecimal() or len(place.low(other)) != len(place.low(place.first)):
        return False
    if place.low(first - 1) in ("between", "from"):
        return False
    if place.says(at, "numbered kind"):
        return True
    if noun.family(noun.lemma(place.low(at), lexicon), lexicon) != "aircraft":
        return False
    return place.says(place.first, "airliner") or is_determined(place, first - 1, lexicon)


def is_broadcaster(place: Place) -> bool:
    """Whether the text elsewhere writes the number word that begins a sentence as a name: "on Five", "by Five"."""
    word, text, here = place.sentence.words[0], place.sentence.document, place.sentence.start
    if place.last != 1 or not word.istitle() or not place.following[:1].isalpha() or place.following == "of":
        return False
    for start in _elsewhere(place.sentence, f" {word}", here - 1):
        before, end = text[max(0, start - 3) : start], start + len(word) + 1
        if (before[-1:].islower() or before[-1:] == ",") and before != " of" and not text[end : end + 1].isalnum():
            if not text[end + 1 : end + 2].isupper():
                return True
    return False


def is_series(place: Place, lexicon: Lexicon) -> bool:
    """Whether a series of models has the number: "its 700 series vans"; not "12 series finals"."""
    word, at = place.lowers[place.first], place.last + 1
    if not word.isdecimal() or len(word) < _TYPES[0] or at >= len(place.lowers):
        return False
    return noun.is_plural(place.sentence.words[at], lexicon)


def is_firm(place: Place, lexicon: Lexicon) -> bool:
    """Whether a number begins the name of a firm: "Three Oaks Corp said"; not "Three Acme Corp workers"."""
    words, at = place.sentence.words, place.last
    if place.sentence.is_upper or words[place.first][0].islower() or not words[at][0].isupper():
        return False
    if "," in words[place.first]:
        return False
    end = at
    while end < len(words) and end - at < _TITLE and (words[end][0].isupper() or words[end] in ("&", "and", "plc")):
        if words[end] in _FIRMS:
            return end > at and (noun.is_plural(words[at], lexicon) or not _leads_on(place, end + 1, lexicon))
        end += 1
    return False


def _leads_on(place: Place, at: int, lexicon: Lexicon) -> bool:
    """Whether what is counted stands behind the name of a firm: "40 Acme Inc common shares"."""
    for step in range(at + (place.low(at) == "."), at + _ATTRIBUTES):
        low = place.low(step)
        if not low[:1].isalpha() or noun.is_stop(low, lexicon):
            return False
        if noun.is_plural(place.sentence.words[step], lexicon):
            return True
    return False


def is_last_name(place: Place) -> bool:
    """Whether a digit is the last of several names, or says which firm is meant: "Telo and 3.", "the operator, 3,"."""
    at, words = place.first - 2, place.sentence.words
    if at < 1 or place.mark.form != "digits" or len(words[place.first]) > 1:
        return False
    if place.previous == "," and place.says(at, "carrier"):
        return place.following in ("", ".", ",", ")")
    if place.previous not in ("and", "or"):
        return False
    return place.following in ("", ".", ",", ")") and words[at][0].isupper() and words[at].isalpha()


def is_determined(place: Place, behind: int, lexicon: Lexicon) -> bool:
    """Whether a determiner stands before a token, with nothing but adjectives in small letters between."""
    determiners = noun.determiners(lexicon)
    for at in range(behind, max(-1, behind - _ADJECTIVES), -1):
        low = place.low(at)
        if low in determiners or low == "'s":
            return low not in ("some", "all", "many") and (low == "'s" or not place.joined(at))  # "877A  877"
        if not place.sentence.words[at].islower() and low not in HYPHENS:
            return False
        if noun.is_stop(low, lexicon) and place.low(at + 1) not in HYPHENS:
            return False
    return False


def is_name_word(low: str, lexicon: Lexicon) -> bool:
    """Whether a capitalised word may be a name: no word of grammar, and no hedge."""
    return not (
        noun.is_stop(low, lexicon)
        or low in noun.determiners(lexicon)
        or hedge.ends_hedge(low, lexicon)
        or low.endswith("ly")
    )
