"""The words behind a number, walked along one by one: where the walk stands, what it took, and what stands ahead.

A hyphenated word is one word here, and so is a code. How far ahead anything is asked has a limit.
"""

from typing import Final, final

from . import noun
from .lexicon import Lexicon
from .text import HYPHENS, Sentence

_DESCRIBING: Final = (*noun.ADJECTIVE_ENDINGS, "ed", "ing", "al", "an", "y", "ese")
#: How the last part of a hyphenated adjective ends: "so-called", "year-old".
_NO_NOUNS: Final = (*noun.ADJECTIVE_ENDINGS, "ed", "ing", "old")
#: How many words are looked ahead for a plural.
_AHEAD: Final = 4
#: A list of adjectives ends within so many tokens.
_LIST: Final = 10
#: The tokens of a word such as "runners-up".
_HYPHENED: Final = 3
#: Longer numbers before a bare "m" are lengths of races.
_METRES: Final = 3
_SCALES: Final = frozenset(("m", "bn", "k", "mn", "mln"))
_ORDINALS: Final = (["st"], ["nd"], ["rd"], ["th"])
_OWNERS: Final = frozenset(("'s", "my", "your", "his", "her", "its", "our", "their"))
#: Before a number these tell which ones are meant.
_LATEST: Final = frozenset(("last", "past", "first", "next", "previous", "latest", "final", "opening", "remaining"))
#: What "last" tells the date of.
_TIMES: Final = frozenset(
    ("year", "month", "week", "weekend", "night", "day", "evening", "quarter", "season", "time", "term", "decade",
     "century", "summer", "winter", "autumn", "spring", "fall")
)  # fmt: skip
#: What shows that a word in s is a verb: "needs to", "claims the".
OBJECTS: Final = frozenset(("to", "a", "an", "the", "$", "\u00a3", "\u20ac"))
JOINTS: Final = frozenset(("and", "or"))
QUOTES: Final = frozenset('"\u201c\u201d')


def is_amount(sentence: Sentence, at: int) -> bool:
    """Say whether digits are a number, and not the beginning of a word: "777-200 planes", "800m runners"."""
    if not sentence.lowers[at][0].isdigit():
        return False
    following = sentence.lowers[at + 1] if at + 1 < len(sentence.lowers) and sentence.joined(at + 1) else ""
    if following in _SCALES:
        return is_scale(sentence, at + 1)
    return not following[:1].isalnum() and following not in HYPHENS


def is_scale(sentence: Sentence, at: int) -> bool:
    """Say whether letters that touch digits are their scale: "the 2.4m homes"; not "the 800m runners"."""
    if sentence.lowers[at] not in _SCALES or not sentence.joined(at):
        return False
    number = sentence.lowers[at - 1]
    return number[0].isdigit() and (sentence.lowers[at] != "m" or "." in number or len(number) < _METRES)


def is_team(sentence: Sentence, at: int) -> bool:
    """Say whether "All" begins a name: "the 1987 All Blacks"."""
    following = sentence.words[at + 1] if at + 1 < len(sentence.words) else ""
    return at > 0 and sentence.words[at] == "All" and following.istitle() and following.endswith("s")


@final
class Run:
    """One walk along the words behind a number."""

    __slots__ = ("at", "first", "index", "lexicon", "parts", "sentence", "singular")

    def __init__(self, sentence: Sentence, first: int, lexicon: Lexicon, *, singular: bool) -> None:
        self.sentence = sentence
        self.lexicon = lexicon
        self.index = noun.index_of(lexicon)
        self.first = first
        self.at = first
        self.singular = singular
        #: (token, written, kind) of the words so far; a hyphenated word is one part, at its last token.
        self.parts: list[tuple[int, str, str]] = []

    def is_verb_too(self, at: int) -> bool:
        """Say whether a verb in s is a plural noun, since a verb would agree with several: "three needs"."""
        lowers = self.sentence.lowers
        if lowers[at] not in self.index.lists["verb too"]:
            return False
        if self.first > 1 and lowers[self.first - 2] in _OWNERS:
            return True  # "the band's 18 hits to"
        after, then = (*lowers[at + 1 : at + 3], "", "")[:2]
        if after in ("a", "an") and then in self.index.lists["stretch"]:
            return True  # "3m hits a day"
        if after == "to" and then in self.index.lists["determiner"]:
            return True  # "two hits to her name"
        return after not in OBJECTS and not after[:1].isdigit()

    def names(self, at: int) -> bool:
        """Say whether what a place in a chart stands before is counted: "18 number one singles", "one top ten song"."""
        if self.leads_on(at):
            return True
        following = self.sentence.lowers[at] if at < len(self.sentence.lowers) else ""
        return self.singular and following.isalpha() and noun.is_noun(following, self.lexicon)

    def is_final(self, at: int) -> bool:
        """Say whether things follow "last", and no time: "one last look", "three last chances"; not "12 last year"."""
        low = self.sentence.lowers[at] if at < len(self.sentence.lowers) else ""
        if not low.isalpha() or noun.lemma(low, self.lexicon) in _TIMES or not self.sentence.words[at].islower():
            return False
        return self.has_noun(at) or (self.singular and self.index.kinds.get(low, "") not in ("stop", "verb", "nominal"))

    def is_number_name(self, at: int) -> bool:
        """Say whether a number word begins a name before a noun: "two Six Nations games"."""
        words = self.sentence.words
        if at + 2 >= len(words) or not words[at][0].isupper() or not words[at + 1][0].isupper():
            return False
        if self.sentence.is_upper:
            return False
        if self.singular and words[at + 2].islower():
            return not noun.is_stop(words[at + 2], self.lexicon)  # "one Six Nations game"
        return self.has_noun(at + 2)

    def describes(self, at: int) -> bool:
        """Say whether an adjective and a noun in the singular stand at a token: "one hugely popular show"."""
        lowers = self.sentence.lowers
        if at + 1 >= len(lowers) or not lowers[at].isalpha() or not lowers[at + 1].isalpha():
            return False
        kinds = self.index.kinds
        is_adjective = self.is_adjective(lowers[at]) or kinds.get(lowers[at]) == "adjective"
        return is_adjective and kinds.get(lowers[at + 1], "") not in ("stop", "verb")

    def leads_word(self, start: int, end: int) -> bool:
        """Say whether the first part of a hyphenated word is its plural noun: "runners-up", "brothers-in-law"."""
        if end - start < _HYPHENED or not self.has_noun(start):
            return False
        return self.sentence.lowers[start + 2] in self.index.lists["behind head"]

    def is_joined(self, at: int) -> bool:
        """Say whether a joint stands at a token, and a noun in the plural behind it: "armed, masked and tall men"."""
        return self.sentence.lowers[at - 2] == "," and self.is_joint(at) and self.leads_on(at + 1)

    def is_plain(self, low: str) -> bool:
        """Say whether the last part of a hyphenated word is a noun: "one side-effect"; not "one so-called"."""
        return low.isalpha() and not self.index.kinds.get(low) and not low.endswith(_NO_NOUNS)

    def end_of_word(self, start: int) -> int:
        """Return the token behind a word and what hyphens join to it."""
        lowers, starts, ends = self.sentence.lowers, self.sentence.starts, self.sentence.ends
        size = len(lowers)
        end = start + 1
        while end < size and starts[end] == ends[end - 1]:
            if lowers[end] in HYPHENS and end + 1 < size and (starts[end + 1] == ends[end] or self._is_broken(end)):
                if not lowers[end + 1][0].isalnum():
                    break
                end += 2
            elif lowers[end] == "&" and end + 1 < size and starts[end + 1] == ends[end]:
                end += 2  # "two R&B singers"
            elif lowers[end][0].isdigit() or (end == start + 1 and lowers[start][0].isdigit()):
                if not lowers[end][0].isalnum():
                    break
                end += 1  # "10 A320 aircraft", "five 2D levels"
            else:
                break
        return end

    def _is_broken(self, hyphen: int) -> bool:
        """Say whether a line or a space broke a word behind its hyphen: "250 anti- aircraft guns"."""
        lowers = self.sentence.lowers
        return lowers[hyphen - 1] in self.index.lists["prefix"] and lowers[hyphen + 1] not in JOINTS

    def is_suspended(self, at: int) -> bool:
        """Say whether a hyphen is left hanging before "and", of a word that ends behind: "first- and second-class"."""
        sentence = self.sentence
        hangs = sentence.joined(at) and at + 2 < len(sentence.words) and not sentence.joined(at + 1)
        return hangs and sentence.lowers[at + 1] in JOINTS and self.leads_on(at + 2)

    def lists_on(self, at: int) -> bool:
        """Say whether adjectives are listed from a token on, the last before a noun: "old, rare or torn books"."""
        sentence, lowers = self.sentence, self.sentence.lowers
        size = min(len(lowers), at + _LIST)
        while at < size:
            end = self.end_of_word(at)
            low = lowers[end - 1]
            if not lowers[at][0].isalnum() or self.index.kinds.get(low) in ("stop", "verb"):
                return False
            while end < size and sentence.words[at][0].isupper() and sentence.words[end][0].isupper():
                end = self.end_of_word(end)  # "Army, Coast Guard and Air Force bases"
                low = lowers[end - 1]
            if end < size and lowers[end] in JOINTS:
                return self.leads_on(end + 1) and not self.index.is_plural(sentence.words[end - 1], low)
            if end >= size or lowers[end] != "," or self.index.is_plural(sentence.words[end - 1], low):
                return False
            at = end + 1
            at += at < size and lowers[at] in JOINTS  # "old, rare, and torn books"
        return False

    def is_letter(self, at: int) -> bool:
        """Say whether a single letter stands at a token, and a quotation mark behind it."""
        words = self.sentence.words
        return at + 2 < len(words) and len(words[at]) == 1 and words[at].isupper() and words[at + 1] in QUOTES

    def is_number(self, at: int) -> bool:
        """Say whether a number stands at a token, or the scale of one."""
        low = self.sentence.lowers[at]
        return low[0].isdigit() or self.index.kinds.get(low) == "number" or is_scale(self.sentence, at)

    def is_set(self, at: int) -> bool:
        """Say whether a word tells how many of a set there are: "four of Hull's last 14 games", "of its few parks"."""
        low, size = self.sentence.lowers[at], len(self.sentence.lowers)
        is_latest = low in _LATEST and at + 1 < size and self.is_number(at + 1)
        return is_latest or low in self.index.lists["few"] or self.is_number(at)

    def is_joint(self, at: int) -> bool:
        """Say whether "and" or "or" stands at a token."""
        return at < len(self.sentence.lowers) and self.sentence.lowers[at] in JOINTS

    def word_at(self, at: int) -> str:
        """Return the token in lower case; an empty string at the end."""
        return self.sentence.lowers[at] if at < len(self.sentence.lowers) else ""

    def has_noun(self, at: int) -> bool:
        """Say whether a noun in the plural stands at a token."""
        words = self.sentence.words
        return at < len(words) and self.index.is_plural(words[at], self.sentence.lowers[at])

    def leads_on(self, position: int) -> bool:
        """Say whether a plural noun stands within the next words, with nothing that ends a phrase before it."""
        lowers, words, kinds = self.sentence.lowers, self.sentence.words, self.index.kinds
        size = len(lowers)
        at, count = position, 0
        while at < size and count < _AHEAD:
            low = lowers[at]
            if low.isdecimal() and self.is_ordinal(at):
                at, count = at + 2, count + 1  # "19th century maps"
                continue
            if not low[0].isalpha():
                is_chart = low.isdecimal() and at > position and (lowers[at - 1] == "top" or words[at - 1].istitle())
                if low not in HYPHENS and not is_chart and low not in QUOTES and (low != "'s" or at == position):
                    return False
                at += 1
                continue
            end = self.end_of_word(at)
            is_long = end > at + 1
            if is_long:
                at, low = end - 1, lowers[end - 1]
            kind = kinds.get(low)
            if not is_long and kind in ("stop", "verb") and low != "most":
                if self.is_verb_too(at):
                    return True
                if not (words[at].isupper() and len(low) > 1):
                    return False
            if kind == "number" and (at + 1 >= size or lowers[at + 1] not in HYPHENS) and not self.is_number_name(at):
                return False
            if self.index.is_plural(words[at], low):
                return True
            at += 1
            count += 1
        return False

    def is_ordinal(self, at: int) -> bool:
        """Say whether digits are an ordinal: "19th"."""
        return self.sentence.lowers[at + 1 : at + 2] in _ORDINALS and self.sentence.joined(at + 1)

    def is_adjective(self, word: str) -> bool:
        """Say whether a word looks like one that describes: by its ending, or as a word of what befell people."""
        low = word.lower()
        return low.endswith(_DESCRIBING) or self.index.kinds.get(low) == "nominal"
