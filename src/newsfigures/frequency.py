"""How often something happened, told from how many times as much: "won it four times", "four times the size"."""

from fractions import Fraction
from typing import Final

from . import noun, nounphrase
from .ontology import COUNT, RATIO, Unit, count
from .surface import Scanner
from .text import HYPHENS

#: The unit of a factor.
TIME: Final = Unit("time", RATIO, "ratio", "1", Fraction(1))
_OWNING: Final = frozenset({"'s", "\u2019s", "'", "\u2019"})
#: So far before "times" stands the verb that it belongs to: "rose in value five times".
_REACH: Final = 5


def times(scan: Scanner, end: int) -> Unit:
    """Return what "times", "-time", "twice" or "doubled", which ends before token `end`, counts in.

    The occasions on which something happened are counted, and said exactly; a factor is a ratio.
    """
    word = scan.lowers[end - 1]
    if word.endswith("fold"):
        return TIME
    alone = end == scan.last
    if alone and not scan.said("often", end - 1):
        return TIME
    if _compares(scan, end, hyphened=scan.low(end - 2) in HYPHENS) or (not alone and _multiplies(scan)):
        return TIME
    return count(scan.lexicon, "time", ())


def is_occasions(unit: Unit) -> bool:
    """Say whether a unit counts how often something happened."""
    return unit.name == "time" and unit.kind is COUNT


def _compares(scan: Scanner, end: int, *, hyphened: bool) -> bool:
    """Say whether what follows is multiplied: "as many", "faster", "the rate", "last year's profit", "earnings"."""
    if scan.low(end) in ('"', "\u201d"):
        end += 1  # "three times" the price
    low = scan.low(end)
    if not low[:1].isalpha() or scan.said("each", end):
        return False
    owned = any(scan.low(at) in _OWNING for at in (end + 1, end + 2))
    if scan.said("multiplied", end):
        if low == "as":
            return not _is_clause(scan, end + 1)  # "lost four times as Leeds won"
        if low in ("more", "less"):
            return scan.low(end + 1)[:1].isalpha()  # "sang it twice more."
        return owned or not scan.said("time noun", end + 1)  # "three times last year"
    if low == "last":
        return owned
    if owned and not scan.words[end].islower():
        return not _is_title(scan, end + 2 + (scan.low(end + 2) in _OWNING))  # "twice Ann's share"
    if (
        hyphened
        or not scan.words[end].islower()
        or noun.is_stop(low, scan.lexicon)
        or low.endswith(("ly", "ing", "ed"))
    ):
        return False
    phrase = nounphrase.find(scan.sentence, end, scan.lexicon, singular=True)
    return phrase is not None and noun.family(phrase.lemma, scan.lexicon) != "person"


def _is_title(scan: Scanner, at: int) -> bool:
    """Say whether what somebody was so often is owned: "twice Hull's player of the year"."""
    phrase = nounphrase.find(scan.sentence, at, scan.lexicon, singular=True)
    return phrase is not None and noun.family(phrase.lemma, scan.lexicon) == "person"


def _is_clause(scan: Scanner, at: int) -> bool:
    """Say whether a clause of its own begins behind "as": a name or a determiner, no adjective."""
    low = scan.low(at)
    if not low[:1].isalpha() or scan.said("amount word", at):
        return False  # "twice as many of them"
    return not scan.words[at].islower() or low in noun.determiners(scan.lexicon)


def _multiplies(scan: Scanner) -> bool:
    """Say whether the words before the number grow or measure: "rose five times", "by ten times", "is 12 times"."""
    at = scan.first - 1
    while scan.said("times hedge", at):
        at -= 1
    if scan.said("times opener", at) and not (scan.low(at) == "to" and scan.low(at - 1) == "up"):
        return True
    near = range(max(0, at - _REACH), at + 1)
    if any(scan.low(back) in ("rate", "rates") for back in near):
        return False  # "rates have risen five times since May"
    return any(scan.said("grow", back) for back in near)
