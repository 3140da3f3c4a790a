"""Places in an order, which count nothing: ranks, seeds, rounds of a cup, places of a chart, line-ups and scores."""

from typing import Final

from . import noun
from .idiom import SMALL
from .lexicon import Lexicon
from .sequence import Place
from .text import HYPHENS, Sentence

#: The classes of this module.
CLASSES: Final = ("fielding", "rank verb", "chart noun", "competition", "roster word")
_ORDER: Final = frozenset({"number", "numbers", "no", "no.", "nos"})
#: Of what goes up and down in a chart: "newcomers were Ann Dale at seven".
_CHARTS: Final = frozenset({"chart", "charts", "newcomer", "newcomers", "climber", "climbers"})
_AIM: Final = frozenset({"at", "to", "from"})
_PLACES: Final = frozenset({"place", "places", "spot", "spots", "rung", "rungs"})
#: No chart that news tells of is longer.
_CHART: Final = 200
#: No match is longer, in minutes.
_MATCH: Final = 130
#: How far behind "top 40" the chart stands, and the competition behind "the last 16 of".
_REACH: Final = 5
#: So many sides are left in a round of a cup.
_STAGES: Final = (4, 8, 16, 32)
#: Whose matches the last so many are: "their last eight".
_OWNERS: Final = frozenset({"their", "its", "his", "her", "our", "my"})
#: Whose half of the pitch somebody is in, and what may stand behind it.
_SIDES: Final = frozenset({"their", "our", "his", "its"})
_INSIDE: Final = frozenset({"in", "into", "inside", "outside", "from"})
_GOING_ON: Final = frozenset(
    {"and", "but", "to", "for", "when", "as", "with", "after", "before", "while", "at", "on", "by"}
)
#: No line of a side has so many: "a back-five forward".
_PLAYERS: Final = 12
#: Behind these so many runs for so many wickets are told, of whom there are ten.
_INNINGS: Final = frozenset(
    {"were", "was", "at", "on", "to", "took", "takes", "with", "and", "reached", "finished", "closed"}
)
_BOWLED: Final = frozenset({"took", "takes"})
_CRICKET: Final = frozenset(
    {
        "wicket",
        "wickets",
        "tea",
        "lunch",
        "stumps",
        "innings",
        "overs",
        "bowled",
        "batting",
        "runs",
        "declared",
        "cricket",
    }
)
_WICKETS: Final = 10
#: So many strokes a round of golf takes, and the words that tell one.
_ROUND: Final = (58, 92)
_ROUNDS: Final = frozenset({"par", "carded", "shot", "fired", "a", "an", "opening", "closing", "of"})
_PAR: Final = frozenset({"under", "over"})
_AND: Final = frozenset({"and", ","})
_GOLFING: Final = frozenset({"par", "carded", "birdie", "birdies", "bogey", "bogeys"})
_GOLFED: Final = 10
#: A side has so many shirts; so far before one stands the verb.
_SHIRTS: Final = 15
_FIELDED: Final = 8
#: A line that tells a result has no more tokens.
_LINE: Final = 12
#: What has a number of its own: "the number of clubs fell to 40 in the world".
_TOLD: Final = frozenset({"number", "numbers", "total", "count", "toll", "tally"})
_BEING: Final = frozenset({"is", "was", "now", "currently"})
_CLOSING: Final = frozenset(",.;)")
_MARKS: Final = frozenset(",.;:()'-/&")
#: In front of a number that may be a place: a round, a chart, a rank. Hyphens join a word such as "top" to it.
_LEADING: Final = frozenset({"last", "of", "top", "hot"}) | HYPHENS


def is_place(place: Place, *, counted: bool, plural: bool) -> bool:
    """Say whether a number tells a place in an order: a rank, a round of a cup, the top of a chart."""
    previous = place.previous
    if not counted:
        if previous in place.classes["rank verb"] or (previous in _AIM and _is_rank(place)):
            return True
        if place.low(place.first) == "22" and is_pitch(place):
            return True
        if previous == "it" and place.mark.form == "words" and place.low(place.first - 2)[:3] in ("mak", "mad"):
            return place.following != "of"  # "Dale made it two"
        if previous == "at" and _is_shirt(place):
            return True
        if "for" in (previous, place.following) and _is_innings(place):
            return True
        if place.following in HYPHENS and place.low(place.last + 1) in _PAR:
            return place.low(place.last + 3) == "par"  # "a three-under-par round"
        if (previous in _ROUNDS or previous in _AND) and _is_golf(place):
            return True
        if previous in _BEING and place.following in ("in", "on") and _is_ranking(place):
            return True
    if previous == "and":
        if place.low(place.first - 3) in _ORDER:
            return place.low(place.first - 4) == "the"  # "the number one and two seeds"
        return not counted and place.following == "in" and _is_second(place)
    # Most numbers stand behind none of these.
    return previous in _LEADING and (_is_stage(place, counted=counted) or _is_top(place, plural=plural))


def _is_second(place: Place) -> bool:
    """Whether a place in another order was told before: "number one in France and 14 in Spain"."""
    at, lowers = place.first - 1, place.lowers
    told = next((step for step in range(at - 1, max(1, at - _REACH), -1) if lowers[step] == "in"), 0)
    where = place.last + 1 + (place.low(place.last + 1) == "the")
    is_name = where < len(lowers) and place.sentence.words[where][0].isupper()
    return told > 1 and lowers[told - 2] in ("number", "no") and is_name and 0 < place.mark.value <= _CHART


def _is_stage(place: Place, *, counted: bool) -> bool:
    """The last 16, the last eight of this year's cup: how far a side has come; not "won six of the last eight"."""
    if place.previous == "of":
        return not counted and place.low(place.first - 2) == "round" and place.mark.value in _STAGES
    is_joined = place.previous in HYPHENS and place.joined(place.first)
    at = place.first - 1 - is_joined
    if place.low(at) != "last" or place.mark.value not in _STAGES:
        return False
    if is_joined or not counted:
        return place.low(at - 1) not in _OWNERS and place.low(at - 2) != "of"
    return place.following == "of" and any(
        place.says(at, "competition") for at in range(place.last + 1, place.last + 1 + _REACH)
    )


def _is_top(place: Place, *, plural: bool) -> bool:
    """A top-five player, a top 40 singles chart, the top 10 of the year: a part of an order, not so many things."""
    if place.previous in HYPHENS and place.joined(place.first):
        low = place.low(place.first - 2)
        is_line = low in ("back", "front") and place.mark.value < _PLAYERS  # "a back-five forward"
        return low in ("number", "no") or is_line or (low == "top" and not plural)
    if place.previous not in ("top", "hot"):
        return False
    if place.following == "of":
        return True
    for at in range(place.last, place.last + _REACH):
        low = place.low(at)
        if place.says(at, "chart noun"):
            return True
        if not low[:1].isalpha() or low in ("of", "in", "and", "for", "to", "the", "on", "at", "by"):
            return False
    return False


def _is_rank(place: Place) -> bool:
    """Behind "at", "to" or "from", of a number that counts nothing: from number nine to six, up one place to three."""
    first, previous = place.first, place.previous
    if not 0 < place.mark.value <= _CHART:
        return False
    if place.following == "to" and place.low(place.last + 1) in _ORDER:
        return True
    if previous == "to" and place.low(first - 2) in _PLACES:
        return True
    if place.following == "in" and _is_ranking(place):
        return True
    lowers = place.lowers
    if previous == "at" and any(low == "to" and lowers[at] in _PLACES for at, low in enumerate(lowers[1:first])):
        return True  # "up two places to three, with the Wrens at nine"
    return any(
        low in _AIM and lowers[at] in _ORDER and (lowers[at + 1][:1].isdecimal() or lowers[at + 1] in SMALL)
        for at, low in enumerate(lowers[:-2], 1)
    ) or _is_charted(lowers, previous)


def _is_shirt(place: Place) -> bool:
    """Whether a place in a side is told by its number: "they put Dale at 15"."""
    at = place.first - 2
    if not 0 < place.mark.value <= _SHIRTS or place.mark.form != "digits" or at < 1:
        return False
    is_name = place.sentence.words[at].istitle() and place.low(at).isalpha()
    is_told = any(low in place.classes["fielding"] for low in place.lowers[max(0, at - _FIELDED) : at])
    return is_name and is_told and (not place.following[:1].isalnum() or place.following in ("and", "with"))


def _is_innings(place: Place) -> bool:
    """Whether runs and wickets are told: "were 140 for four at tea", "took four for 31"; not "paid 12 for two pens"."""
    if place.following == "for":
        start, other, end = place.first, place.last + 1, place.last + 2
        low = place.low(other)
    else:
        start, other, end = place.first - 2, place.first - 2, place.last
        low = place.low(other)
    before = place.low(start - 1)
    if not (low.isdecimal() or low in SMALL) or before not in _INNINGS:
        return False
    if before not in _BOWLED and _CRICKET.isdisjoint(place.lowers):
        return False
    small = place.low(place.first) in SMALL or place.mark.value <= _WICKETS
    is_few = small or low in SMALL or (low.isdecimal() and int(low) <= _WICKETS)
    return is_few and (not place.low(end)[:1].isalnum() or place.low(end) in _GOING_ON or place.low(end) == "in")


def _is_golf(place: Place) -> bool:
    """Whether a round of golf is told: "shot a three-under-par 69", "carded 68, 70 and 71"."""
    if place.mark.form != "digits" or not _ROUND[0] <= place.mark.value <= _ROUND[1] or place.following[:1] == "%":
        return False
    lowers, first = place.lowers, place.first
    if _GOLFING.isdisjoint(lowers[max(0, first - _GOLFED) : first]):
        return False
    return not place.following[:1].isalnum() or place.following in _GOING_ON


def _is_charted(lowers: list[str], previous: str) -> bool:
    """Whether a chart is told: "newcomers were Ann Dale at seven", "a new entry at six"."""
    if not _CHARTS.isdisjoint(lowers):
        return True
    return previous == "at" and "entry" in lowers and lowers[lowers.index("entry") - 1] == "new"


def _is_ranking(place: Place) -> bool:
    """Whether a ranking stands behind: "climbed to nine in the world", "at four in the women's rankings"."""
    at = place.last + 1
    if place.low(at) != "the" or not _TOLD.isdisjoint(place.lowers[: place.first]):
        return False
    return place.low(at + 1) == "world" or any(place.says(step, "chart noun") for step in range(at + 1, at + 4))


def is_pitch(place: Place) -> bool:
    """Into Leeds' half, in their own 22: a part of the pitch, no part of an amount."""
    at, words = place.first - 1, place.sentence.words
    if place.following[:1].isalpha() and place.following not in _GOING_ON:
        return False
    owned = place.says(at, "half of play")
    at -= owned
    if place.low(at) in ("'s", "'"):
        at -= 1
        while at > 0 and words[at].istitle():
            at -= 1
        at -= place.low(at) == "the"
    elif place.low(at) in _SIDES:
        at -= 1
    elif not owned:
        return False
    return place.low(at) in _INSIDE


def is_order(place: Place) -> bool:
    """Of a range without a unit: number six or seven, from one to 15."""
    if place.previous in _ORDER:
        return True
    return place.previous == "from" and place.mark.value == 1 and not place.low(place.first - 2).startswith("rang")


def is_result(place: Place) -> bool:
    """Leeds 0-1 Bury: a line of names alone around two numbers and a dash."""
    words = place.sentence.words
    if len(words) > _LINE or place.sentence.is_upper:
        return False
    left = place.first if place.following in ("-", "\u2013") else place.first - 2
    if left < 1 or left + 3 >= len(words) or words[left + 1] not in ("-", "\u2013"):
        return False
    if not (words[left].isdecimal() and words[left + 2].isdecimal()):
        return False
    others = [*words[:left], *words[left + 3 :]]
    return words[left - 1].isalpha() and all(word[0].isupper() or word in _MARKS for word in others)


def is_alone(place: Place) -> bool:
    """Whether a number is all that a line among others says, as the attendance under a line-up: nothing is counted."""
    sentence, last = place.sentence, place.last
    if place.first or len(sentence.words) > last + 1 or place.following not in ("", "."):
        return False
    document, start = sentence.document, sentence.starts[0]
    return document[start - 2 : start] == "\n\n" and document[sentence.ends[-1] :][:2] == "\n\n"


def is_roster(sentence: Sentence, lexicon: Lexicon, linking: frozenset[str]) -> bool:
    """Whether nothing but names and small numbers make a line: "Adams 9, Petrov 87.", "Peru (1), Chile (8), Japan"."""
    words, numbers, named = sentence.words, 0, 0
    for at, word in enumerate(words):
        if word.isdecimal():
            before, after = words[at - 1] if at else "", words[at + 1] if at + 1 < len(words) else "."
            if len(word) > 3 or int(word) > _MATCH or not (after in _CLOSING or after in linking):
                return False
            if not (before[:1].isupper() or before == "(" or (before == "," and words[at - 2].isdecimal())):
                return False
            numbers += 1
        elif word[0].isupper():
            low = sentence.lowers[at]
            if noun.is_stop(low, lexicon) or (at and words[at - 1].isdecimal()):
                return False
            named += 1
        elif word not in _MARKS and word not in linking:
            return False
    if numbers > 1 and named > 1:
        return True
    # "Adams 51."
    return bool(numbers) and named == 1 and words[-1] == "." and not noun.family(sentence.lowers[0], lexicon)
