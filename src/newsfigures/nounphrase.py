"""The counted noun phrase behind a number: its head, the head's lemma, and the words before it.

Read with closed classes of words, endings and a table of irregular plurals; no model.
"""

from typing import Final, final

import attrs

from .lexicon import Lexicon
from .modifier import INSERTED, INSERTING, walk
from .noun import ADJECTIVE_ENDINGS, DESCRIBING_ENDINGS, SUPERLATIVES, family, index_of, is_stop, lemma
from .text import HYPHENS, Sentence
from .wordrun import Run, is_amount, is_scale, is_team

#: So many words may stand before a set, numbers and sets of it included.
_DETERMINERS: Final = 8
#: A number takes one noun in the singular ("12 page document") before at most so many words.
_ATTRIBUTES: Final = 4
#: What tells the size of a thing with a longer name: "a 2 mln share common stock public offering".
_SIZES: Final = frozenset(("share", "seat", "page", "bed", "room", "member"))
_POINTING: Final = frozenset({"the", "these", "those"})
#: So near before a number stands who lets or makes one thing do something: "let one man rule".
_CAUSING: Final = 3
#: What stands behind a verb as its object.
_ACTED: Final = frozenset(("the", "a", "an", "it", "him", "her", "them", "us", "me", "his", "its", "their", "all"))
_PRICES: Final = frozenset(("price", "prices"))
_STATES: Final = frozenset(("U.S.", "U.K.", "U.N.", "H.K."))


@final
@attrs.frozen
class NounPhrase:
    """A noun phrase by tokens: `first` up to `last`, its `head` token, the head's lemma and the words before it.

    `modifiers` are as written but for capitals at the start of a sentence; `plural` says how the head is written.
    """

    first: int
    last: int
    head: int
    lemma: str
    modifiers: tuple[str, ...] = ()
    plural: bool = True


def find(sentence: Sentence, first: int, lexicon: Lexicon, *, singular: bool = False) -> NounPhrase | None:
    """Read the noun phrase that starts at token `first`; `None` when no noun is counted there.

    `singular` is for numbers that ask for one ("one soldier"), where no plural ending shows the head. A phrase that
    starts with "of" is read for the set behind it: "of the 40 passengers" has the head passenger.
    """
    lowers = sentence.lowers
    if first >= len(lowers):
        return None
    if lowers[first] == "of":
        return find_whole(sentence, first + 1, lexicon)
    if lowers[first] == "more" and lowers[first + 1 : first + 2] == ["of"]:
        return find_whole(sentence, first + 2, lexicon)  # "three more of its banks"
    run = Run(sentence, first, lexicon, singular=singular)
    walk(run)
    return _phrase(run)


def find_whole(sentence: Sentence, first: int, lexicon: Lexicon) -> NounPhrase | None:
    """Read the noun phrase of a whole: behind "of" or a determiner, one thing ("the population") as well as several."""
    lowers = sentence.lowers
    at = _behind_determiners(sentence, first, lexicon)
    if at >= len(lowers):
        return None
    is_one = at > first and lowers[at - 1] in ("a", "an", "this", "that")
    run = Run(sentence, at, lexicon, singular=is_one)
    walk(run)
    return _phrase(run, mass=True)


def _behind_determiners(sentence: Sentence, first: int, lexicon: Lexicon) -> int:
    """Return the token behind what stands before a set: determiners, numbers, and sets that it is a set of."""
    lowers, index = sentence.lowers, index_of(lexicon)
    kinds, lists = index.kinds, index.lists
    determiners, few, collective = lists["determiner"], lists["few"], lists["collective"]
    at, limit = first, min(len(lowers), first + _DETERMINERS)
    while at < limit:
        low = lowers[at]
        behind = lowers[at + 1] if at + 1 < len(lowers) else ""
        if (behind == "of" and low in collective) or (behind == "than" and low == "more"):
            at += 2  # "one of a handful of towns", "one of the more than 50 towns"
        elif behind == "-" and (low[0].isdigit() or kinds.get(low) == "number") and _is_loose(sentence, at):
            at += 3
        elif low == "all" and is_team(sentence, at):
            break
        elif low in determiners or low in few or kinds.get(low) == "number" or is_amount(sentence, at):
            at += 1
            at += at < len(lowers) and is_scale(sentence, at)
        elif at > first and behind and low[0].isalpha() and kinds.get(low) not in ("stop", "verb"):
            # "one of a new generation of", "one of the oldest of the five", "one of the big four"
            if behind == "of" and (low.endswith("est") or low in SUPERLATIVES):
                at += 2
            elif behind in collective and lowers[at + 2 : at + 3] == ["of"]:
                at += 3
            elif sentence.words[at] == low and (kinds.get(behind) == "number" or is_amount(sentence, at + 1)):
                at += 1
            else:
                break
        else:
            break
    return at


def _is_loose(sentence: Sentence, at: int) -> bool:
    """Say whether a number at a token is loosened behind a hyphen: "the 40-odd homes"."""
    return sentence.lowers[at + 1 : at + 2] == ["-"] and sentence.lowers[at + 2 : at + 3] in (["odd"], ["plus"])


def _phrase(run: Run, *, mass: bool = False) -> NounPhrase | None:
    parts = run.parts
    while parts and parts[-1][2] != "plural":
        _token, word, kind = parts[-1]
        if kind == "nominal":
            break
        low = word.lower()
        if kind == "joint" or low == "most":
            parts.pop()
            continue
        if run.singular or mass:
            if low not in run.index.lists["alike"] and (
                kind == "adjective"
                or low.endswith(("ing", "ed"))
                or (len(parts) == 1 and low.endswith(ADJECTIVE_ENDINGS))
            ):
                parts.pop()
                continue
            break
        return _attribute(run)
    if run.singular and len(parts) > 1 and _is_caused(run):
        parts.pop()
    if not parts or len(parts[-1][1]) == 1:
        return None
    head, word, kind = parts[-1]
    ends = run.sentence.lowers[head + 1 : head + 2]
    is_inserted = bool(ends) and ends[0] in INSERTED and run.sentence.lowers[head - 1] in INSERTING
    word = _plain(run, head, word)
    if word.istitle() and run.sentence.words[head - 1] in _STATES:
        word = word.lower()  # agencies write "two U.S. Banks"
    lemma_ = lemma(word, run.lexicon)
    modifiers = tuple(_plain(run, token, part) for token, part, _ in parts[:-1])
    return NounPhrase(run.first, head + 1 + is_inserted, head, lemma_, modifiers, plural=kind == "plural")


def _is_caused(run: Run) -> bool:
    """Say whether the last word is what one thing is let or seen to do: "let one man rule the town"."""
    lowers, (token, word, _kind) = run.sentence.lowers, run.parts[-1]
    near = lowers[max(0, run.first - _CAUSING) : run.first]
    if run.index.lists["causing"].isdisjoint(near) or not word.islower():
        return False
    if run.parts[-2][2] == "adjective" or run.parts[-2][1].endswith(DESCRIBING_ENDINGS):
        return False
    after = lowers[token + 1] if token + 1 < len(lowers) else ""
    return after in _ACTED or ("let" in near and run.index.kinds.get(after) == "stop")


def _attribute(run: Run) -> NounPhrase | None:
    """Read "12 page document", "7 crew": a noun in the singular behind a plural number is counted itself."""
    token, word, kind = run.parts[0]
    head, code, _ = run.parts[-1]
    if code[0].isupper() and code[-1].isdigit() and word.istitle() and len(run.parts) == 2:
        return NounPhrase(run.first, head + 1, head, code, (word,))  # "25 Airbus A320 on order"
    if kind or not word.islower() or len(word) == 1 or (len(run.parts) > _ATTRIBUTES and word not in _SIZES):
        return None
    if run.is_adjective(word) and word not in run.index.families and word not in run.index.lists["noun too"]:
        return None
    following = run.parts[-1][0] + 1
    after = run.sentence.lowers[following] if following < len(run.sentence.lowers) else ""
    if after[:1].isdigit() or after == "than" or (code in _PRICES and head != token):
        return None  # "offered at a 98 issue price"
    if len(run.parts) == 1 and _is_acting(run, word, after):
        return None  # "the four sail to Malta"
    if len(run.parts) == 1 and word in run.index.lists["participle too"] and after not in HYPHENS:
        return None  # "12 million forecast by the board"
    return NounPhrase(run.first, token + 1, token, word, plural=False)


def _is_acting(run: Run, word: str, after: str) -> bool:
    """Say whether a word may be the verb of those who are counted: "the four sail to"; not "the 12 crew of"."""
    lowers, first = run.sentence.lowers, run.first
    if first < 2 or lowers[first - 2] not in _POINTING or lowers[first - 1][0].isdecimal() or after == "of":
        return False
    return is_stop(after, run.lexicon) and not family(word, run.lexicon)


def _plain(run: Run, token: int, word: str) -> str:
    """Return a word as it is written within a sentence: capitals kept only where they are a name's."""
    if token == 0 or (
        run.sentence.is_upper
        and (len(word) > 3 or word.lower() in run.index.plurals or word.lower() in run.index.families)
    ):
        return word.lower()
    return word
