"""Whether a plural is the head of its noun phrase, or stands before another noun: "sports cars", "children's books"."""

from typing import Final

from . import noun
from .wordrun import OBJECTS, Run

PRIMES: Final = frozenset("'\u2018\u2019")
#: So near before a number stands the verb of giving: "gives its top 52 executives bonuses".
_GIVING: Final = 4
#: "One of its other" stands so far before what it picks.
_CHOSEN: Final = 4
#: What follows the whole phrase.
_BOUNDS: Final = frozenset(
    ("and", "or", "who", "which", "that", "is", "was", "has", "had", "are", "were", "will",
     "would", "can", "could", "of", "may")
)  # fmt: skip
#: What shares are called behind the name of a company: "400 Acme Memories common shares".
_STOCKS: Final = frozenset(("common", "ordinary", "preferred", "preference"))


def goes_on(run: Run, low: str, following: int) -> bool:
    """Say whether a plural stands before another noun: "sports cars", "Texas residents", "police officers"."""
    lowers, words = run.sentence.lowers, run.sentence.words
    if following >= len(lowers):
        return False
    if not lowers[following][0].isalpha():
        return is_owner(run, following)
    if low == "people":
        return False
    if low == "series" and words[following] == "A":
        return run.leads_on(following + 1)  # "two series A bonds"
    kind = run.index.kinds.get(lowers[following])
    if kind in ("stop", "verb", "nominal", "skip"):
        return False
    if run.index.is_plural(words[following], lowers[following]) and kind != "invariant":
        if lowers[following] == "s" or _is_given(run, following):
            return False
        return not (_is_relative(run, low, following) or _is_verb(run, low, following))
    if not (low in run.index.lists["attributive"] or _is_named(run, following)):
        return False
    if lowers[following].endswith("ing") and noun.is_person(low, run.lexicon):
        return noun.ends_alike(lowers[following], run.lexicon)  # "three men driving vans"
    return run.leads_on(following)


def is_owner(run: Run, at: int) -> bool:
    """Say whether a plural owns what follows and is counted: "the best children's books", "the Lords' 90 peers"."""
    sentence = run.sentence
    if sentence.lowers[at] == "'s":
        return sentence.words[at - 1] != "people" and run.leads_on(at + 1)  # "40 people's names"
    if (
        run.parts
        and run.parts[-1][2] == "plural"
        and sentence.lowers[run.first - 1] not in run.index.lists["determiner"]
        and not (sentence.lowers[run.first - 1] == "of" and sentence.words[at - 1].istitle())
    ):
        return False  # "two unions' leaders" are of two unions; "4,000 of Ardens' 9,000 shares" are shares
    if sentence.lowers[at] not in PRIMES or not sentence.joined(at) or not sentence.lowers[at - 1].endswith("s"):
        return False
    at += 1
    if at >= len(sentence.lowers) or sentence.joined(at) or not PRIMES.isdisjoint(sentence.lowers[: run.first]):
        return False
    while at + 1 < len(sentence.lowers) and run.is_set(at):
        at += 1
    return run.leads_on(at)


def _is_relative(run: Run, low: str, following: int) -> bool:
    """Say whether a name behind a plural in small letters has a verb of its own: "40 roses Gomms sells"."""
    words, size = run.sentence.words, len(run.sentence.words)
    if not (words[following].istitle() and words[following - 1].islower()) or run.sentence.is_upper:
        return False
    after = words[following + 1] if following + 1 < size else ""
    is_verb = after.islower() and (after.endswith(("s", "ed")) or run.index.kinds.get(after) == "verb")
    return is_verb and low not in run.index.lists["attributive"]


def _is_verb(run: Run, low: str, following: int) -> bool:
    """Say whether a word in s behind a plural is a verb, of the whole or of one of them."""
    if run.sentence.lowers[following] not in run.index.acts or low in run.index.lists["attributive"]:
        return False
    return _does(run, low, following) or _is_told(run, following)


def _does(run: Run, low: str, following: int) -> bool:
    """Say whether a word in s tells what the whole does: "one of its bars shows how"."""
    lowers = run.sentence.lowers
    after = lowers[following + 1] if following + 1 < len(lowers) else ""
    if after in OBJECTS or after in run.index.lists["done to"]:
        return True
    if after and run.sentence.words[following + 1].istitle() and not run.sentence.is_upper:
        return run.sentence.words[following].islower()  # "40 million users reports Ann Hill"
    is_person = noun.is_person(low, run.lexicon)
    return is_person and bool(after) and noun.is_stop(after, run.lexicon)


def _is_told(run: Run, following: int) -> bool:
    """Say whether a word in s behind several is the verb of one of them: "one of the tracks sounds odd".

    Where the phrase would end with it, it is their noun: "one of the city farms closes", "one of the track stars.".
    """
    lowers = run.sentence.lowers
    before = lowers[max(0, run.first - _CHOSEN) : run.first]
    if "one" not in before or "of" not in before or not run.sentence.words[following].islower():
        return False
    after = lowers[following + 1] if following + 1 < len(lowers) else ""
    return after[:1].isalnum() and after not in _BOUNDS and run.index.kinds.get(after) != "verb"


def _is_given(run: Run, following: int) -> bool:
    """Say whether the persons counted are given what follows: "gives 52 executives bonuses"."""
    lowers = run.sentence.lowers
    giving = run.index.lists["giving"]
    if giving.isdisjoint(lowers[max(0, run.first - _GIVING) : run.first]):
        return False
    return noun.is_person(lowers[following - 1], run.lexicon)


def _is_named(run: Run, following: int) -> bool:
    """Say whether a plural belongs to a name, or names a people, and may stand before another noun.

    "Several EMS member countries", "three Champions League clubs", "two Chinese state-run banks".
    """
    word = run.sentence.words[following - 1]
    if run.sentence.is_upper or not word[0].isupper() or following < 2:
        return False
    if word.isupper() or run.index.kinds.get(word.lower()) == "invariant":
        return True
    return run.sentence.words[following].istitle() or run.sentence.lowers[following] in _STOCKS
