"""The word "one" where it counts nothing: no one, the fastest one, one of them, a question of making it pay.

Before a noun it is a number; what stands beside it, and what it may stand for, tells.
"""

from collections.abc import Container
from typing import Final

from . import noun, nounphrase
from .idiom import SMALL
from .lexicon import Lexicon
from .sequence import Place
from .text import HYPHENS

#: Shorter words in -ing are nouns: king, wing.
_GERUND: Final = 5
#: So far before "one of" stands what is told.
_ALIKE: Final = 7
#: So far before "and one in" stands the number that it goes on.
_BEFORE: Final = 10
_BEING: Final = frozenset({"is", "was", "be", "been", "being", "remains", "remained"})
_THEN: Final = frozenset({"last", "earlier", "yesterday", "today", "around", "upon", "between", "through", "under"})
_YEAR: Final = 4
#: Shorter words in -ed are nouns: "one bed in".
_SHORT: Final = 4
#: What tells when, before these.
_WHICH: Final = frozenset({"last", "this", "next", "every"})
_STRETCHES: Final = frozenset({"week", "weekend", "month", "year"})
_RATHER: Final = frozenset({"favour", "favor", "instead", "form", "version", "place"})
_SET: Final = frozenset({"between", "with", "from", "at"})
_ASKING: Final = frozenset({"how", "why", "what", "where", "when"})
#: Times that alternate, and how far behind "one day" its counterpart may stand.
_TURNS: Final = frozenset({"minute", "moment", "second", "day", "night", "week", "month", "year", "season"})
_ALTERNATING: Final = 14
_OWNERS: Final = frozenset({"its", "their", "our", "his", "her", "my", "your"})
_CURRENCY: Final = frozenset({"$", "\u00a3", "\u20ac"})
#: What stands behind the second number of a list.
_LISTING: Final = frozenset({",", "and", "or", "to", "-"})
#: What "one" may begin a clause behind.
_CLAUSES: Final = frozenset({",", "-", "\u2013", "\u2014", ":", ";", "(", "and", "but"})


def is_pronoun(place: Place, units: Container[str], lexicon: Lexicon) -> bool:
    """No one, one of them, one another, the one who: "one" that counts nothing."""
    following = place.following
    if following == "of" and place.low(place.last + 2) == "own" and place.low(place.last + 1) in _OWNERS:
        after = place.low(place.last + 3)
        return not after[:1].isalpha() or after in place.classes["one pronoun after"]  # "Tarn mourned one of its own"
    if _is_number(place):
        return False
    if following == "one":
        return True  # "one one-hundredth of a share"
    if place.previous in HYPHENS and place.joined(place.first) and place.low(place.first - 2) == "no":
        return True  # "no-one more famous"
    if _points(place):
        return following not in units or following == "in"
    if _is_anybody(place, lexicon) or (following in _TURNS and _alternates(place)):
        return True
    if following in place.classes["one some time"]:
        return _is_once(place, lexicon)
    if following == "time":
        return place.low(place.last + 1)[:1].isalpha()  # "a one time charge"
    if following == "more":
        after = place.low(place.last + 1)
        return not after[:1].isalpha() or after in place.classes["one pronoun after"]  # "one more small firm"
    if following.endswith("ing") and _does(place, lexicon):
        return True  # "two deals, one covering the north, the other"
    if _is_number_again(place):
        return False
    if _is_alone(place) or (place.says(place.first - 1, "one holder") and _is_held(place, lexicon)):
        return True
    if _is_counted(place, units):
        return False
    if (
        following[0].isalpha()
        and place.previous in ("is", "was", "'s", "the")
        and place.says(place.last + 1, "one modal")
    ):
        return True  # "a match is one Petrov might enjoy"
    if place.previous == "the" and _is_only(place, lexicon):
        return False
    if place.previous in place.classes["one pronoun before"]:
        return following == "in" or (following not in units and not (following == "of" and place.previous == "not"))
    return _is_ended(place)


def _is_held(place: Place, lexicon: Lexicon) -> bool:
    """Whether no noun follows a verb and its object "one": "rented one back then", "find one devoted to it"."""
    following, after = place.following, place.low(place.last + 1)
    if following.endswith("ed") and len(following) > _SHORT and _is_participle(place, place.last):
        return following[-3] != "e"  # not "one breed of"
    if following in _WHICH and after in _STRETCHES:
        return True  # "bought one last week"
    is_adverb = following in place.classes["one adverb"] or (following.endswith("ly") and following != "only")
    return is_adverb and (not after[:1].isalpha() or after in _THEN or noun.is_stop(after, lexicon))


def _is_once(place: Place, lexicon: Lexicon) -> bool:
    """Whether a time is told that nobody counts: "he left one morning"; not "in one night", "one day left"."""
    after, beyond = place.low(place.last + 1), place.low(place.last + 2)
    if after == "in" and (beyond in SMALL or beyond[:1].isdecimal()):
        return False  # "one Sunday in 10"
    if place.sentence.words[place.last].islower() and _is_counted_with(place, after, lexicon):
        return False
    return (
        not (place.says(place.first - 1, "one time spent") or place.says(place.last + 1, "one time left"))
        and after not in HYPHENS
        and after != "'s"
    )


def _is_counted_with(place: Place, after: str, lexicon: Lexicon) -> bool:
    """Whether a time stands before the noun that is counted: "one night club", "one summer camp"."""
    if not after[:1].isalpha() or not place.sentence.words[place.last + 1].islower() or after.endswith("ly"):
        return False
    previous = place.previous
    if noun.is_stop(previous, lexicon) and previous not in noun.determiners(lexicon) and place.following == "day":
        return False  # "you will one day captain the side"
    return noun.is_noun(after, lexicon) and not (noun.is_stop(after, lexicon) or noun.is_plural(after, lexicon))


def _alternates(place: Place) -> bool:
    """Whether "the next" follows: "calm one day, furious the next"."""
    behind = place.lowers[place.last + 1 : place.last + _ALTERNATING]
    at = behind.index("next") if "next" in behind else 0
    after = behind[at + 1] if at + 1 < len(behind) else ""
    return at > 0 and behind[at - 1] == "the" and (not after[:1].isalpha() or after == place.following)


def _is_only(place: Place, lexicon: Lexicon) -> bool:
    """Whether one person alone does something: "the one clerk to object"; not "the one in the hat"."""
    found = nounphrase.find(place.sentence, place.last, lexicon, singular=True)
    if found is None or noun.family(found.lemma, lexicon) != "person":
        return False
    return place.low(found.last) in ("to", "who")


def _is_number(place: Place) -> bool:
    """Whether "one" is a number for certain: a share, an end of a range, what a limit is set by."""
    following = place.following
    if len(place.lowers) == 1 or place.mark.value < 0 or _shares(place) or _ranges(place):
        return True
    if following == "over" and not place.first:
        after = place.low(place.last + 1)
        if after[:1].isdecimal() or after in SMALL:
            return True  # "one over three"
    # "only one showed", "at least one was"
    return (
        place.previous in place.classes["one limiter"]
        and place.low(place.first - 2) != "the"
        and not _is_comparison(place)
    )


def _is_number_again(place: Place) -> bool:
    """Whether "one" goes on from a number, counts what has a number of its own, or is a change."""
    first, last, previous, following = place.first, place.last, place.previous, place.following
    if previous == "and" and following in ("in", "from", "at", "near") and _counts_before(place):
        return True  # "nine plants in Ohio and one in Kent"
    if following[:1].isdecimal() and place.low(last + 1) in HYPHENS and place.joined(last + 1):
        return True  # "one 100-acre farm"
    return previous in ("off", "up", "down") and place.low(first - 2) in (",", ";", "-")  # "closed at 52-1/4, off one"


def _is_alone(place: Place) -> bool:
    """Whether no counted noun follows: "one who knows", "he took the small one slowly to", "at one point"."""
    first, last, previous, following = place.first, place.last, place.previous, place.following
    if not following or following in place.classes["one pronoun after"]:
        return True
    if (
        following.endswith("ly")
        and place.low(first - 2) == "the"
        and (not place.low(last + 1)[:1].isalnum() or place.says(last + 1, "one pronoun after"))
    ):
        return True  # "he took the small one slowly to"
    if previous == "at" and following == "point":
        return True
    # "one-on-one", "all-in-one"
    return previous in HYPHENS and place.joined(first) and place.low(first - 2) in ("on", "in")


def _is_counted(place: Place, units: Container[str]) -> bool:
    """Whether a unit is joined to "one", or a set stands behind "that one of": "the one-month rate"."""
    after = place.low(place.last + 1)
    if place.following in HYPHENS and place.joined(place.last) and after in units and after != "day":
        return True  # "the one-month rate"
    # "said that one of the banks"
    return place.previous == "that" and place.following == "of" and after in ("the", "its", "his", "her", "their")


def _is_ended(place: Place) -> bool:
    """Whether what follows ends the words that "one" belongs to: "one of them", "one-sided", "a legal one"."""
    last, following = place.last, place.following
    if following == "of":
        after = place.low(last + 1)
        if after in ("these", "those"):
            return not place.low(last + 2)[:1].isalpha() or _is_chosen(place, last + 2)
        return after in ("them", "us", "you", "which", "whom")
    if following == "-" and place.joined(last):
        return place.says(last + 1, "one compound")
    if following in ("\u201d", '"', "'") and place.joined(last):
        return not place.joined(place.first)  # "a legal one" at the end of a quotation
    return not (following[0].isalpha() or following in ("-", "\u201c", '"', "'"))


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
    if place.previous in _WHICH and place.low(at).isdecimal() and len(place.low(at)) == _YEAR:
        return False  # "they lost the next one in 1984"
    return place.low(at)[:1].isdecimal() or place.low(at) in SMALL


def _ranges(place: Place) -> bool:
    """Whether a second end or a list follows: "one to two years", "one, two and six months", "one- and two-day"."""
    at = place.last
    if place.low(at) in HYPHENS and place.joined(at) and not place.joined(at + 1):
        at += 1
    if place.low(at) == ",":
        return place.low(at + 1) in SMALL and place.low(at + 2) in _LISTING
    if place.low(at) not in ("to", "or", "-", "and"):
        return False
    at += 1 + (place.low(at + 1) == "-")
    return place.low(at) in SMALL or place.low(at)[:1].isdecimal()


def _counts_before(place: Place) -> bool:
    """Whether a number stands shortly before, which "one" goes on from."""
    return any(
        low[0].isdecimal() or (low in SMALL and low != "one")
        for low in place.lowers[max(0, place.first - _BEFORE) : place.first - 1]
    )


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
    is_like = previous in place.classes["one like"] or (previous == "to" and _is_likened(place))
    if is_like and following in _SET:
        return True  # "a pact similar to one between Peru and Chile"
    if _is_participle(place, last) and (is_like or (previous == "of" and before in _RATHER)):
        return True  # "a deal similar to one reached in May", "in favour of one run on wind"
    if before == "the":
        return previous.endswith("est") and following not in place.classes["one superlative noun"]
    if following in HYPHENS and place.joined(last):
        return False  # "a new one-year deal"
    return before in ("a", "an") and previous[:1].isalpha() and not place.says(first - 1, "one addition")


def _is_likened(place: Place) -> bool:
    """Whether a likeness stands before "to one": "close to one", "a like offer to one"."""
    at = place.first - 2
    return place.says(at, "one like") or (place.low(at)[:1].isalpha() and place.low(at - 1) == "similar")


def _is_anybody(place: Place, lexicon: Lexicon) -> bool:
    """Whether "one" is whoever is asked of: "how can one trust such a bank"; not "how can one man do it"."""
    if not place.says(place.first - 1, "one modal") or place.low(place.first - 2) not in _ASKING:
        return False
    return place.low(place.last + 1) in noun.determiners(lexicon) or noun.is_stop(place.following, lexicon)


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
    if place.says(last + 1, "one object") or after[:1].isdecimal() or after in SMALL or after in _CURRENCY:
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
