"""The counted noun phrase behind a number: its head, the head's lemma, and the words before it.

Read with closed classes of words, endings and a table of irregular plurals; no model. The phrase ends in front of
prepositions, verbs and punctuation, and at the first plural that nothing shows to stand before another noun.
"""

import functools
from typing import Final, final

import attrs

from .lexicon import Lexicon, load
from .text import HYPHENS, Sentence

#: More words than this before a head are no noun phrase of the news.
_REACH: Final = 7
_ADJECTIVE_ENDINGS: Final = ("ous", "ful", "less", "ible", "able", "ish", "ic", "ical", "ive", "ary", "est")
_DESCRIBING: Final = ("ous", "ful", "less", "ible", "able", "ish", "ic", "ical", "ive", "ary", "ed", "ing", "al", "y")
#: A number takes one noun in the singular ("12 page document") before at most so many words.
_ATTRIBUTES: Final = 4
#: No code begins with more letters.
_LETTERS: Final = 3
#: No model has a longer number.
_MODEL: Final = 3
#: So many words may stand before a set, numbers and sets of it included.
_DETERMINERS: Final = 8
#: How many words are looked ahead for a plural.
_AHEAD: Final = 4
#: A list of adjectives ends within so many tokens.
_LIST: Final = 10
_NO_NOUNS: Final = frozenset(("stop", "verb", "adjective", "skip", "number"))
#: Lists that a word may stand in beside its class.
_ASIDE: Final = (
    "determiner", "attributive", "noun too", "verb too", "adverb too", "participle too", "few", "collective", "alike",
    "firm", "giving", "apart", "nearly happened", "doing", "done to", "behind head", "causing", "stretch",
)  # fmt: skip
#: What shows that a word in s is a verb: "needs to", "claims the".
_OBJECTS: Final = frozenset(("to", "a", "an", "the", "$", "\u00a3", "\u20ac"))
_ORDINALS: Final = (["st"], ["nd"], ["rd"], ["th"])
#: What stands behind a verb as its object.
_ACTED: Final = frozenset(("the", "a", "an", "it", "him", "her", "them", "us", "me", "his", "its", "their", "all"))
_BEST: Final = frozenset(("best", "worst", "hardest", "most", "least"))
#: The tokens of a word such as "runners-up".
_HYPHENED: Final = 3
#: How well something is known or done: "two lesser known works", "three less well off families".
_HOW: Final = frozenset(("lesser", "better", "best", "well", "less", "little", "least", "long", "much", "newly"))
#: Before an adjective they tell how much so, and turn it round; before a noun they tell how many.
_DEGREES: Final = frozenset(("less", "more"))
_COMPARED: Final = ("ate", "lar")
#: Words that a number belongs to, within what another number counts: "eight top three hits".
_CHARTS: Final = frozenset(("top", "number"))
_TOO: Final = frozenset(("hit", "live"))
_PRIMES: Final = frozenset("'\u2018\u2019")
#: What shares are called behind the name of a company: "400 Acme Memories common shares".
_STOCKS: Final = frozenset(("common", "ordinary", "preferred", "preference"))
_STATES: Final = frozenset(("U.S.", "U.K.", "U.N.", "H.K."))
_JOINTS: Final = frozenset(("and", "or"))
#: What "last" tells the date of.
_TIMES: Final = frozenset(
    ("year", "month", "week", "weekend", "night", "day", "evening", "quarter", "season", "time", "term", "decade",
     "century", "summer", "winter", "autumn", "spring", "fall")
)  # fmt: skip
_PRICES: Final = frozenset(("price", "prices"))
_CONTRASTS: Final = frozenset(("but", "yet"))
#: Longer numbers before a bare "m" are lengths of races.
_METRES: Final = 3
_SCALES: Final = frozenset(("m", "bn", "k", "mn", "mln"))
_OPENING: Final = frozenset("\"'\u201c\u2018`")
_INSERTING: Final = frozenset("[(")
_INSERTED: Final = frozenset("])")
_QUOTES: Final = frozenset('"\u201c\u201d')


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


@final
class _Index:
    """The rows of one lexicon as dicts: the class of a word, irregular plurals, families."""

    __slots__ = ("behind", "endings", "families", "firms", "kinds", "plurals", "verbs")

    def __init__(self, lexicon: Lexicon) -> None:
        self.kinds: dict[str, str] = {}
        for row in lexicon.rows("noun_words"):
            if row.name not in _ASIDE:
                for word in row.phrases:
                    self.kinds.setdefault(word, row.name)
        for row in lexicon.rows("number"):
            if row.role in ("digit", "teen", "ten", "hundred", "scale", "plural", "group"):
                for word in row.phrases:
                    self.kinds.setdefault(word, "number")
        #: In capitals the name of one, in small letters several.
        self.firms = _named(lexicon, "firm")
        #: Verbs in s that are plurals as well.
        self.verbs = _named(lexicon, "verb too")
        #: What stands behind the noun of a hyphenated word: "runner-up", "brother-in-law".
        self.behind = _named(lexicon, "behind head")
        self.plurals: dict[str, str] = {}
        for row in lexicon.rows("plural"):
            self.plurals.update(row.words)
        self.families: dict[str, str] = {}
        endings = []
        for row in lexicon.rows("family"):
            for word in row.phrases:
                self.families.setdefault(word, row.name)
            endings += [(ending, row.name) for ending in row.endings]
        self.endings = tuple(endings)


@functools.lru_cache(maxsize=8)
def _index(lexicon: Lexicon) -> _Index:
    return _Index(lexicon)


@functools.lru_cache(maxsize=8)
def _named(lexicon: Lexicon, name: str) -> frozenset[str]:
    return frozenset(word for row in lexicon.rows("noun_words") if row.name == name for word in row.phrases)


@functools.lru_cache(maxsize=4096)
def lemma(word: str, lexicon: Lexicon | None = None) -> str:
    """Return the singular of a noun, in lower case unless it is a name.

    >>> lemma("bodies"), lemma("wives"), lemma("aircraft"), lemma("Americans")
    ('body', 'wife', 'aircraft', 'American')
    """
    index = _index(lexicon or load("en"))
    low = word.lower()
    if word[1:] == low[1:]:
        known = index.plurals.get(low)
        if known is not None:
            return known
        if low in index.verbs:
            return word[:-1]
        head, hyphen, rest = word.partition("-")
        if hyphen and rest.partition("-")[0] in index.behind:
            return f"{lemma(head, lexicon)}-{rest}"
        if not _is_plural(index, word, low) or index.kinds.get(low) == "invariant":
            return word
    elif not word.endswith("s") or not word[:-1].isupper():
        return word
    if low.endswith("men"):
        return word[:-2] + "an"
    for ending, ours in (("ies", "y"), ("ches", "ch"), ("shes", "sh"), ("sses", "ss"), ("xes", "x"), ("oes", "o")):
        if low.endswith(ending) and len(low) > len(ending) + 1:
            return word[: -len(ending)] + ours
    if low.endswith("uses") and low[-5:-4] not in "aoeq" and low not in ("uses", "abuses", "excuses", "fuses", "muses"):
        return word[:-2]
    if low.endswith("ves") and low[:-3].endswith(
        ("wi", "li", "kni", "thie", "wol", "shel", "hal", "lea", "loa", "cal")
    ):
        return word[:-1]
    return word[:-1]


def is_plural(word: str, lexicon: Lexicon | None = None) -> bool:
    """Say whether a word looks like a noun that counts several: by its ending, or by the tables.

    >>> [is_plural(w) for w in ("soldiers", "people", "news", "bus")]
    [True, True, False, False]
    """
    index = _index(lexicon or load("en"))
    low = word.lower()
    return index.kinds.get(low) == "invariant" or _is_plural(index, word, low)


def _is_plural(index: _Index, word: str, low: str) -> bool:
    if low in index.plurals or (low.endswith("men") and len(low) > 4 and index.kinds.get(low) is None):
        return True
    if low[-1:] != "s" or len(low) < 3 or index.kinds.get(low) is not None:
        return index.kinds.get(low) == "invariant" or (word == low in index.firms)
    before = low[-2]
    if before in "su":
        return False
    if before == "i":
        return word[0].isupper() and len(low) > 5
    return True


def family(head: str, lexicon: Lexicon | None = None) -> str:
    """Return the kind of thing that a lemma belongs to, or an empty string.

    >>> family("troop"), family("lorry"), family("policewoman"), family("idea")
    ('person', 'vehicle', 'person', '')
    """
    index = _index(lexicon or load("en"))
    low = head.lower()
    found = index.families.get(low)
    if found is None:
        found = next((name for ending, name in index.endings if low.endswith(ending)), "")
        if not found and "-" in low:
            front, _, rest = low.partition("-")
            return family(front, lexicon) if rest.partition("-")[0] in index.behind else ""
        if not found and head[:1].isupper() and low.endswith(("ian", "ean", "can", "ese", "ish")):
            # Names of peoples are nouns in capitals: Ukrainian, Korean, Mexican, Sudanese.
            found = index.families.get("citizen", "")
    return found


def is_listed(low: str, lexicon: Lexicon) -> bool:
    """Say whether a word is a noun of the tables itself, and no name that ends as one: "gunman", not "Newman"."""
    return low in _index(lexicon).families


def phrase(sentence: Sentence, first: int, lexicon: Lexicon, *, singular: bool = False) -> NounPhrase | None:
    """Read the noun phrase that starts at token `first`; `None` when no noun is counted there.

    `singular` is for numbers that ask for one ("one soldier"), where no plural ending shows the head. A phrase that
    starts with "of" is read for the set behind it: "of the 40 passengers" has the head passenger.
    """
    if first >= len(sentence.words):
        return None
    if sentence.lowers[first] == "of":
        return _partitive(sentence, first + 1, lexicon)
    if sentence.lowers[first] == "more" and sentence.lowers[first + 1 : first + 2] == ["of"]:
        return _partitive(sentence, first + 2, lexicon)  # "three more of its banks"
    return _Run(sentence, first, lexicon, singular=singular).read()


def part(sentence: Sentence, first: int, lexicon: Lexicon) -> NounPhrase | None:
    """Read the noun phrase of a whole: behind "of" or a determiner, one thing ("the population") as well as several."""
    return _partitive(sentence, first, lexicon) if first < len(sentence.words) else None


def determiners(lexicon: Lexicon) -> frozenset[str]:
    """Return the words that may stand before a definite set."""
    return _named(lexicon, "determiner")


@functools.lru_cache(maxsize=4096)
def is_noun(low: str, lexicon: Lexicon) -> bool:
    """Say whether a lower-case word may be a noun: in no class of words that are none, and no adverb.

    >>> [word for word in ("profit", "previous", "similarly", "vs", "family", "next") if is_noun(word, load("en"))]
    ['profit', 'family']
    """
    kind = _index(lexicon).kinds.get(low)
    if kind == "adjective" and low in _named(lexicon, "noun too"):
        return True
    if kind in _NO_NOUNS or len(low) < 2 or not low[0].isalpha() or low in _named(lexicon, "determiner"):
        return False
    return kind is not None or not (low.endswith("ly") and len(low) > 4)


def ends_alike(low: str, lexicon: Lexicon) -> bool:
    """Say whether a lower-case word is a noun although it ends as a participle does: "hearing", "bed"."""
    return low in _named(lexicon, "alike")


def is_stop(low: str, lexicon: Lexicon) -> bool:
    """Say whether a lower-case word ends a noun phrase: a preposition, a pronoun, a verb."""
    return _index(lexicon).kinds.get(low) in ("stop", "verb")


def lengthens(modifiers: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Say whether times with these words before them are one stretch: adjectives that pick none out of several.

    >>> [lengthens((word,), load("en")) for word in ("consecutive", "full", "trouble-free", "tax", "best", "separate")]
    [True, True, True, False, False, False]
    """
    apart = _named(lexicon, "apart")
    if any(word in _BEST or word in apart or word.endswith("est") for word in modifiers):
        return False
    low = modifiers[-1].lower()
    return _index(lexicon).kinds.get(low) == "adjective" or "-" in low or low.endswith(_DESCRIBING)


def _is_amount(sentence: Sentence, at: int) -> bool:
    """Say whether digits are a number, and not the beginning of a word: "777-200 planes", "800m runners"."""
    if not sentence.lowers[at][0].isdigit():
        return False
    following = sentence.lowers[at + 1] if at + 1 < len(sentence.lowers) and sentence.joined(at + 1) else ""
    if following in _SCALES:
        return _is_scale(sentence, at + 1)
    return not following[:1].isalnum() and following not in HYPHENS


def _is_scale(sentence: Sentence, at: int) -> bool:
    """Say whether letters that touch digits are their scale: "the 2.4m homes"; not "the 800m runners"."""
    if sentence.lowers[at] not in _SCALES or not sentence.joined(at):
        return False
    number = sentence.lowers[at - 1]
    return number[0].isdigit() and (sentence.lowers[at] != "m" or "." in number or len(number) < _METRES)


def _is_loose(sentence: Sentence, at: int) -> bool:
    """Say whether a number at a token is loosened behind a hyphen: "the 40-odd homes"."""
    return sentence.lowers[at + 1 : at + 2] == ["-"] and sentence.lowers[at + 2 : at + 3] in (["odd"], ["plus"])


def is_verb(low: str, lexicon: Lexicon) -> bool:
    """Say whether a lower-case word is a verb of the table, and no other word that ends a noun phrase."""
    return _index(lexicon).kinds.get(low) == "verb"


def is_nominal(low: str, lexicon: Lexicon) -> bool:
    """Say whether a lower-case word tells what befell people or how they are: "killed", "missing", "homeless"."""
    return _index(lexicon).kinds.get(low) == "nominal"


def is_past(low: str, lexicon: Lexicon) -> bool:
    """Say whether a lower-case word ends as a verb of the past does, and is in no class of other words."""
    return low.endswith("ed") and low not in _index(lexicon).kinds


def _partitive(sentence: Sentence, first: int, lexicon: Lexicon) -> NounPhrase | None:
    lowers = sentence.lowers
    determiners = _named(lexicon, "determiner")
    position = first
    limit = min(len(lowers), first + _DETERMINERS)
    kinds = _index(lexicon).kinds
    few, collective = _named(lexicon, "few"), _named(lexicon, "collective")
    while position < limit:
        low = lowers[position]
        behind = lowers[position + 1] if position + 1 < len(lowers) else ""
        if (low in collective and behind == "of") or (low == "more" and behind == "than"):
            position += 2  # "one of a handful of towns", "one of the more than 50 towns"
        elif (low[0].isdigit() or kinds.get(low) == "number") and _is_loose(sentence, position):
            position += 3
        elif low in determiners or low in few or kinds.get(low) == "number" or _is_amount(sentence, position):
            position += 1
            position += position < len(lowers) and _is_scale(sentence, position)
        elif position > first and behind and kinds.get(low) not in ("stop", "verb") and low[0].isalpha():
            # "one of a new generation of", "one of the oldest of the five", "one of the big four"
            over = lowers[position + 2 : position + 3] == ["of"] and behind in collective
            if behind == "of" and (low.endswith("est") or low in _BEST):
                position += 2
            elif over:
                position += 3
            elif sentence.words[position] == low and (
                kinds.get(behind) == "number" or _is_amount(sentence, position + 1)
            ):
                position += 1
            else:
                break
        else:
            break
    if position >= len(lowers):
        return None
    one = position > first and lowers[position - 1] in ("a", "an", "this", "that")
    return _Run(sentence, position, lexicon, singular=one).read(mass=True)


@final
class _Run:
    """One walk along the words behind a number."""

    __slots__ = ("at", "first", "index", "lexicon", "parts", "sentence", "singular")

    def __init__(self, sentence: Sentence, first: int, lexicon: Lexicon, *, singular: bool) -> None:
        self.sentence = sentence
        self.lexicon = lexicon
        self.index = _index(lexicon)
        self.first = first
        self.at = first
        self.singular = singular
        #: (token, written, kind) of the words so far; a hyphenated word is one part, at its last token.
        self.parts: list[tuple[int, str, str]] = []

    def read(self, *, mass: bool = False) -> NounPhrase | None:
        lowers, words, kinds = self.sentence.lowers, self.sentence.words, self.index.kinds
        size = len(lowers)
        while self.at < size and len(self.parts) < _REACH:
            low = lowers[self.at]
            if not low[0].isalpha():
                if not self._mark(low):
                    break
                continue
            if self._takes_code():
                break
            kind = kinds.get(low, "")
            if kind in ("stop", "verb") and self._is_of_another_class(kind):
                kind = "verb too" if low in self.index.verbs else ""
            if kind in ("stop", "verb") and low != "most" and not self._is_name(low):
                if kind == "stop" and not self._coordinated(low) and not self._steps_over(low):
                    break
                if kind == "verb" and not self._attributive_verb():
                    break
                if low in _JOINTS or low in _CONTRASTS:
                    self.parts.append((self.at, low, "joint"))  # "senior and junior players"
                elif kind == "verb" and self.parts:
                    self.parts.append((self.at, words[self.at], "adjective"))  # "most watched programmes"
                self.at += 1
                continue
            if low == "may" or (low == "march" and words[self.at] == "March"):
                break
            if (kind == "skip" and not self.parts) or (low == "most" and self.parts and self.parts[-1][2] != "joint"):
                if low in _DEGREES and self._is_degree():
                    self.parts.append((self.at, words[self.at], "adjective"))
                self.at += 1
                continue
            if low == "scores" and lowers[self.at + 1 : self.at + 2] != ["of"]:
                kind = ""  # "two early scores"
            if kind == "number" and self._end_of_word(self.at) == self.at + 1 and not self._is_number_name(self.at):
                if not self.parts or self.parts[-1][1] not in _CHARTS or not self._names(self.at + 1):
                    break  # but "eight top three hits", "18 number one singles"
            if low.endswith("ly") and kind != "noun_ly" and len(low) > 4 and self._end_of_word(self.at) == self.at + 1:
                is_best = bool(self.parts) and self.parts[-1][1] in _BEST  # "the most fiercely opposed plans"
                if not self._leads_on(self.at + 1 + is_best) and not (self.singular and self._describes(self.at + 1)):
                    break
                self.at += 1
                continue
            if kind == "number" and self.singular and self._is_number_name(self.at):
                self.parts += [(at, words[at], "adjective") for at in (self.at, self.at + 1)]
                self.at += 2  # "one Six Nations game"
                continue
            if kind == "adjective" and self._is_said():
                self.parts.clear()
                break
            if self._take(low, words[self.at], kind):
                break
        return self._finish(mass=mass)

    def _takes_code(self) -> bool:
        """Take a code in the plural as what is counted: "40 A300s", "12 F-16s"; say whether one stands."""
        words, sentence, at = self.sentence.words, self.sentence, self.at
        if len(words[at]) > _LETTERS or self.singular or at + 2 >= len(words):
            return False
        if not words[at][0].isupper() or not sentence.joined(at + 1):
            return False
        number = at + 1 + (words[at + 1] in HYPHENS)
        end = number + 2
        if words[number + 1 : end] != ["s"] or not words[number].isdecimal():
            return False
        if not (sentence.joined(number) and sentence.joined(number + 1)) or self._end_of_word(end - 1) > end:
            return False
        self.parts.append((end - 1, "".join(words[at:end]), "plural"))
        self.at = end
        return True

    def _is_name(self, low: str) -> bool:
        """Say whether a closed-class word is an abbreviation here: US, IS, IT, in a sentence not all in capitals."""
        if not self.sentence.words[self.at].isupper() or self.sentence.is_upper:
            return False
        if len(low) > 1:
            return True
        return bool(self.parts) and self.parts[-1][1].istitle() and self._leads_on(self.at + 1)  # "two Serie A titles"

    def _is_degree(self) -> bool:
        """Tell "one of the more likely uses", "40 less popular books" from "20 more houses", "40 less beds"."""
        lowers, at = self.sentence.lowers, self.at + 1
        if at >= len(lowers) or self._noun_at(at) or not self._leads_on(at):
            return False
        if lowers[self.at - 1] in _named(self.lexicon, "determiner"):
            return True
        low = lowers[at]
        return lowers[self.at] == "less" and (self._adjective(low) or low.endswith(_COMPARED))

    def _is_of_another_class(self, kind: str) -> bool:
        """Say whether a closed-class word is a noun ("six hits") or part of a longer word ("by-elections") here."""
        end = self._end_of_word(self.at)
        if kind == "verb" and self.sentence.lowers[self.at] in _TOO and not self.singular:
            return self._noun_at(self.at + 1)  # "12 hit singles", "40 live shows"
        if end > self.at + 1:
            if self.sentence.words[end - 1].isdecimal():
                # "30 Airbus A320 planes", "25 Airbus A320 on order"
                return self._leads_on(end) or (len(self.parts) == 1 and self.parts[0][1].istitle())
            return self._noun_at(end - 1) or self._leads_on(end)
        return kind == "verb" and not self.singular and self._is_verb_too(self.at)

    def _is_verb_too(self, at: int) -> bool:
        """Say whether a verb in s is a plural noun, since a verb would agree with several: "three needs"."""
        lowers = self.sentence.lowers
        if lowers[at] not in self.index.verbs:
            return False
        if self.first > 1 and lowers[self.first - 2] in ("'s", "my", "your", "his", "her", "its", "our", "their"):
            return True  # "the band's 18 hits to"
        after, then = (*lowers[at + 1 : at + 3], "", "")[:2]
        if after in ("a", "an") and then in _named(self.lexicon, "stretch"):
            return True  # "3m hits a day"
        if after == "to" and then in _named(self.lexicon, "determiner"):
            return True  # "two hits to her name"
        return after not in _OBJECTS and not after[:1].isdigit()

    def _steps_over(self, low: str) -> bool:
        """Say whether a word of place or comparison stands before a noun: "three away games", "one such case"."""
        if low in ("much", "off") and self._is_how():
            return True
        if self.parts:
            if low in _named(self.lexicon, "adverb too"):
                return self.parts[-1][2] == "adjective" and self._leads_on(self.at + 1)
            return low == "ever" and self.parts[-1][1].endswith("est") and self._leads_on(self.at + 1)
        if low == "such":
            return self.singular or self._leads_on(self.at + 1)
        if low == "last":
            return self._is_final(self.at + 1)
        if low == "near":
            following = self.sentence.lowers[self.at + 1 : self.at + 2]
            return not _named(self.lexicon, "nearly happened").isdisjoint(following)
        return low in _named(self.lexicon, "adverb too") and self._noun_at(self.at + 1)

    def _names(self, at: int) -> bool:
        """Say whether what a place in a chart stands before is counted: "18 number one singles", "one top ten song"."""
        if self._leads_on(at):
            return True
        following = self.sentence.lowers[at] if at < len(self.sentence.lowers) else ""
        return self.singular and following.isalpha() and is_noun(following, self.lexicon)

    def _is_final(self, at: int) -> bool:
        """Say whether things follow "last", and no time: "one last look", "three last chances"; not "12 last year"."""
        low = self.sentence.lowers[at] if at < len(self.sentence.lowers) else ""
        if not low.isalpha() or lemma(low, self.lexicon) in _TIMES or not self.sentence.words[at].islower():
            return False
        return self._noun_at(at) or (self.singular and self.index.kinds.get(low, "") not in ("stop", "verb", "nominal"))

    def _is_how(self) -> bool:
        """Say whether a participle is told how: "two much loved singers", "three less well off families"."""
        lowers, at = self.sentence.lowers, self.at
        if lowers[at] == "off":
            return lowers[at - 1] == "well" and self._leads_on(at + 1)
        return not self.parts and "".join(lowers[at + 1 : at + 2]).endswith("ed") and self._leads_on(at + 2)

    def _is_number_name(self, at: int) -> bool:
        """Say whether a number word begins a name before a noun: "two Six Nations games"."""
        words = self.sentence.words
        if (
            self.sentence.is_upper
            or at + 2 >= len(words)
            or not (words[at][0].isupper() and words[at + 1][0].isupper())
        ):
            return False
        if self.singular and words[at + 2].islower():
            return not is_stop(words[at + 2], self.lexicon)  # "one Six Nations game"
        return self._noun_at(at + 2)

    def _describes(self, at: int) -> bool:
        """Say whether an adjective and a noun in the singular stand at a token: "one hugely popular show"."""
        lowers = self.sentence.lowers
        if at + 1 >= len(lowers) or not lowers[at].isalpha() or not lowers[at + 1].isalpha():
            return False
        return self._adjective(lowers[at]) and self.index.kinds.get(lowers[at + 1], "") not in ("stop", "verb")

    def _take(self, low: str, word: str, kind: str) -> bool:
        """Add the word; say whether it is the head for certain."""
        start, end = self.at, self._end_of_word(self.at)
        if end - start > 1:
            word = "".join(self.sentence.words[start:end])
            low = self.sentence.lowers[end - 1]
            kind = self.index.kinds.get(low, "")
        if (
            low.endswith("ed")
            and kind != "nominal"
            and self.parts
            and not (self._leads_on(end) or self._is_joined(end))
        ):
            if self.parts[-1][1] not in _BEST or not self._is_joint(end) or not self._leads_on(end + 1):
                return True  # but "one of the most worn and common tools"
        self.at = end
        plural = kind in ("invariant", "verb too") or _is_plural(self.index, word, low) or self._leads_word(start, end)
        if end - start > 1 and not plural and not (self.singular and self._is_plain(low)):
            kind = "adjective"
        if self.singular and self.parts and plural and kind != "invariant" and not self._noun_at(end):
            # After a singular noun an ending in s is a verb: "one soldier dies".
            self.at = start
            return True
        self.parts.append((end - 1, word, "plural" if plural else kind))
        return plural and not self.singular and not self._goes_on(low, end)

    def _leads_word(self, start: int, end: int) -> bool:
        """Say whether the first part of a hyphenated word is its plural noun: "runners-up", "brothers-in-law"."""
        if end - start < _HYPHENED or not self._noun_at(start):
            return False
        return self.sentence.lowers[start + 2] in self.index.behind

    def _is_joined(self, at: int) -> bool:
        """Say whether a joint stands at a token, and a noun in the plural behind it: "armed, masked and tall men"."""
        return bool(self.sentence.lowers[at - 2] == ",") and self._is_joint(at) and self._leads_on(at + 1)

    def _is_plain(self, low: str) -> bool:
        """Say whether the last part of a hyphenated word is a noun: "one side-effect"; not "one so-called"."""
        return (
            low.isalpha()
            and not self.index.kinds.get(low)
            and not low.endswith(("ed", "ing", "old", *_ADJECTIVE_ENDINGS))
        )

    def _goes_on(self, low: str, following: int) -> bool:
        """Say whether a plural stands before another noun: "sports cars", "Texas residents", "police officers"."""
        lowers, words = self.sentence.lowers, self.sentence.words
        if following >= len(lowers):
            return False
        if not lowers[following][0].isalpha():
            return self._is_owner(following)
        if low == "people":
            return False
        kind = self.index.kinds.get(lowers[following])
        if kind in ("stop", "verb", "nominal", "skip"):
            return False
        if _is_plural(self.index, words[following], lowers[following]) and kind != "invariant":
            if lowers[following] == "s" or self._is_given(following):
                return False
            return not (self._is_relative(low, following) or self._does(low, following))
        if not (low in _named(self.lexicon, "attributive") or self._is_named(following)):
            return False
        return self._leads_on(following)

    def _is_relative(self, low: str, following: int) -> bool:
        """Say whether a name behind a plural in small letters has a verb of its own: "40 roses Gomms sells"."""
        words, size = self.sentence.words, len(self.sentence.words)
        if not (words[following].istitle() and words[following - 1].islower()) or self.sentence.is_upper:
            return False
        after = words[following + 1] if following + 1 < size else ""
        is_verb = after.islower() and (after.endswith(("s", "ed")) or self.index.kinds.get(after) == "verb")
        return is_verb and low not in _named(self.lexicon, "attributive")

    def _does(self, low: str, following: int) -> bool:
        """Say whether a word in s tells what the whole does: "one of its bars shows how"."""
        lowers = self.sentence.lowers
        if lowers[following] not in _named(self.lexicon, "doing") or low in _named(self.lexicon, "attributive"):
            return False
        after = lowers[following + 1] if following + 1 < len(lowers) else ""
        if after in _OBJECTS or after in _named(self.lexicon, "done to"):
            return True
        if after and self.sentence.words[following + 1].istitle() and not self.sentence.is_upper:
            return self.sentence.words[following].islower()  # "40 million users reports Ann Hill"
        is_person = family(lemma(low, self.lexicon), self.lexicon) == "person"
        return is_person and bool(after) and is_stop(after, self.lexicon)

    def _is_given(self, following: int) -> bool:
        """Say whether the persons counted are given what follows: "gives 52 executives bonuses"."""
        lowers = self.sentence.lowers
        giving = _named(self.lexicon, "giving")
        if giving.isdisjoint(lowers[max(0, self.first - _ATTRIBUTES) : self.first]):
            return False
        return family(lemma(lowers[following - 1], self.lexicon), self.lexicon) == "person"

    def _is_named(self, following: int) -> bool:
        """Say whether a plural belongs to a name, or names a people, and may stand before another noun.

        "Several EMS member countries", "three Champions League clubs", "two Chinese state-run banks".
        """
        word = self.sentence.words[following - 1]
        if self.sentence.is_upper or not word[0].isupper() or following < 2:
            return False
        if word.isupper() or self.index.kinds.get(word.lower()) == "invariant":
            return True
        return self.sentence.words[following].istitle() or self.sentence.lowers[following] in _STOCKS

    def _is_owner(self, at: int) -> bool:
        """Say whether a plural owns what follows and is counted: "the best children's books", "the Lords' 90 peers"."""
        sentence = self.sentence
        if sentence.lowers[at] == "'s":
            return sentence.words[at - 1] != "people" and self._leads_on(at + 1)  # "40 people's names"
        if (
            self.parts
            and self.parts[-1][2] == "plural"
            and sentence.lowers[self.first - 1] not in _named(self.lexicon, "determiner")
            and not (sentence.lowers[self.first - 1] == "of" and sentence.words[at - 1].istitle())
        ):
            return False  # "two unions' leaders" are of two unions; "4,000 of Ardens' 9,000 shares" are shares
        if sentence.lowers[at] not in _PRIMES or not sentence.joined(at) or not sentence.lowers[at - 1].endswith("s"):
            return False
        at += 1
        if at >= len(sentence.lowers) or sentence.joined(at) or not _PRIMES.isdisjoint(sentence.lowers[: self.first]):
            return False
        while at + 1 < len(sentence.lowers) and self._is_number(at):
            at += 1
        return self._leads_on(at)

    def _end_of_word(self, start: int) -> int:
        """Return the token behind a word and what hyphens join to it."""
        sentence = self.sentence
        size = len(sentence.words)
        end = start + 1
        while end < size and sentence.joined(end):
            if sentence.words[end] in HYPHENS and end + 1 < size and sentence.joined(end + 1):
                if not sentence.lowers[end + 1][0].isalnum():
                    break
                end += 2
            elif sentence.lowers[end][0].isdigit() or (sentence.lowers[start][0].isdigit() and end == start + 1):
                if not sentence.lowers[end][0].isalnum():
                    break
                end += 1  # "10 A320 aircraft", "five 2D levels"
            else:
                break
        return end

    def _mark(self, low: str) -> bool:
        """Step over what is no word; say whether the phrase goes on behind it."""
        sentence = self.sentence
        if (
            self.parts
            and self.at + 1 < len(sentence.words)
            and (low == "'s" or (low in _PRIMES and self._is_owner(self.at)))
        ):
            # What is owned is counted, not the owner: "three of Europe's biggest banks".
            self.parts.clear()
            self.at += 1
            if sentence.lowers[self.at] == "(" and sentence.lowers[self.at + 2 : self.at + 3] == [")"]:
                self.at += 3  # "Nord Werft's (NW) shares"
            few = _named(self.lexicon, "few")
            while self.at + 1 < len(sentence.words) and (self._is_number(self.at) or sentence.lowers[self.at] in few):
                self.at += 1
            self.first = self.at
            return True
        if low in _INSERTING and self.at + 2 < len(sentence.words) and sentence.lowers[self.at + 2] in _INSERTED:
            self.at += 1  # "the best [films] of May"
            return bool(self.parts or low == "[") and self._noun_at(self.at)
        if low in _OPENING and not self.parts and self.at == self.first:
            self.at += 1
            self.first += 1
            return True
        if low in _QUOTES and self.parts and self.parts[-1][2] != "plural" and not self.singular:
            self.at += 1  # two "easy" goals
            return self._noun_at(self.at) or self._leads_on(self.at)
        if low in _QUOTES and self._is_letter(self.at + 1):
            self.parts.append((self.at + 1, sentence.words[self.at + 1], "adjective"))
            self.at += 3  # one new "B" share
            return True
        end = self._end_of_word(self.at)
        if low[0].isdigit() and (end - self.at > 1 or low[-1] == "s") and self._is_model(end):
            # "two Boeing 747s", "one of the 12-year-olds"
            self.parts.append((end - 1, "".join(sentence.words[self.at : end]), "plural"))
            self.at = end
            return False
        before = self.parts[-1][1] if self.parts else ""
        # "three top 10 singles", "two Boeing 747 jets"
        is_chart = low.isdecimal() and (before == "top" or (before.istitle() and len(low) <= _MODEL))
        if low[0].isdigit() and (end - self.at > 1 or is_chart) and self._leads_on(end):
            word = "".join(sentence.words[self.at : end])
            self.parts.append((end - 1, word, "adjective"))
            self.at = end
            return True
        if low == "," and self.parts and not self.singular and self._is_listed():
            self.at += 1
            return self._leads_on(self.at) or self._lists_on(self.at)
        if low in HYPHENS and self.parts and not self.singular and self._is_suspended(self.at):
            self.at += 1  # "first- and second-class seats"
            return True
        return False

    def _is_suspended(self, at: int) -> bool:
        """Say whether a hyphen is left hanging before "and", of a word that ends behind: "first- and second-class"."""
        sentence = self.sentence
        hangs = sentence.joined(at) and at + 2 < len(sentence.words) and not sentence.joined(at + 1)
        return hangs and sentence.lowers[at + 1] in _JOINTS and self._leads_on(at + 2)

    def _lists_on(self, at: int) -> bool:
        """Say whether adjectives are listed from a token on, the last before a noun: "old, rare or torn books"."""
        sentence, lowers = self.sentence, self.sentence.lowers
        size = min(len(lowers), at + _LIST)
        while at < size:
            end = self._end_of_word(at)
            low = lowers[end - 1]
            if not lowers[at][0].isalnum() or self.index.kinds.get(low) in ("stop", "verb"):
                return False
            if end < size and lowers[end] in _JOINTS:
                return self._leads_on(end + 1) and not _is_plural(self.index, sentence.words[end - 1], low)
            if end >= size or lowers[end] != "," or _is_plural(self.index, sentence.words[end - 1], low):
                return False
            at = end + 1
            at += at < size and lowers[at] in _JOINTS  # "old, rare, and torn books"
        return False

    def _is_listed(self) -> bool:
        """Say whether an adjective stands before a comma: "12 armed, masked men"; not "500 head, sources said"."""
        _token, word, kind = self.parts[-1]
        if kind == "plural":
            return False
        if not word.islower():
            return self._lists_on(self.at + 1)  # "Roman, Greek and Persian vases"
        return kind == "adjective" or word == "first" or self._adjective(word)

    def _is_letter(self, at: int) -> bool:
        """Say whether a single letter stands at a token, and a quotation mark behind it."""
        words = self.sentence.words
        return at + 2 < len(words) and len(words[at]) == 1 and words[at].isupper() and words[at + 1] in _QUOTES

    def _is_model(self, end: int) -> bool:
        """Say whether a word that digits begin is a plural: "747s" behind a name, "12-year-olds" behind "of"."""
        last = self.sentence.lowers[end - 1]
        if last == "s":
            # "two Boeing 747s", and "two 747s" where nothing is a decade
            return bool(self.parts) or (end - self.at == 2 and len(self.sentence.words[self.at]) == _MODEL)
        if last == "olds":
            return self.at == self.first
        return last[0].isdigit() and last[-1] == "s" and bool(self.parts) and self.parts[-1][1].istitle()

    def _is_number(self, at: int) -> bool:
        low = self.sentence.lowers[at]
        return low[0].isdigit() or self.index.kinds.get(low) == "number" or _is_scale(self.sentence, at)

    def _coordinated(self, low: str) -> bool:
        """Say whether "and" joins two modifiers of one head: "Kia and Hyundai vehicles", "two old but sound ships"."""
        return (
            (low in _JOINTS or (low in _CONTRASTS and not self._noun_at(self.at + 1)))
            and not self.singular
            and bool(self.parts)
            and self.parts[-1][2] != "nominal"
            and self._leads_on(self.at + 1)
        )

    def _is_said(self) -> bool:
        """Say whether a verb stands between the number and an adjective: "3 offer good deals"."""
        if self.singular or len(self.parts) != 1:
            return False
        _token, word, kind = self.parts[0]
        is_verb = not kind and word.islower() and word.isalpha() and not self._adjective(word)
        return is_verb and self._noun_at(self.at + 1)

    def _is_joint(self, at: int) -> bool:
        return at < len(self.sentence.lowers) and self.sentence.lowers[at] in _JOINTS

    def _attributive_verb(self) -> bool:
        if self.parts and self.parts[-1][1] in _BEST:
            # "12 worst hit schools", "one of the most watched and loved films"
            return self._leads_on(self.at + 1 + self._is_joint(self.at + 1))
        low = self.sentence.lowers[self.at]
        if self.sentence.lowers[self.at - 1] in _HOW:
            return self._leads_on(self.at + 1)  # "two lesser known works"
        return self._noun_at(self.at + 1) and low.endswith(("ed", "ing")) and not self.parts

    def _noun_at(self, position: int) -> bool:
        if position >= len(self.sentence.words):
            return False
        return _is_plural(self.index, self.sentence.words[position], self.sentence.lowers[position])

    def _leads_on(self, position: int) -> bool:
        """Say whether a plural noun stands within the next words, with nothing that ends a phrase before it."""
        lowers, words, kinds = self.sentence.lowers, self.sentence.words, self.index.kinds
        size = len(lowers)
        at, count = position, 0
        while at < size and count < _AHEAD:
            low = lowers[at]
            if low.isdecimal() and self._is_ordinal(at):
                at, count = at + 2, count + 1  # "19th century maps"
                continue
            if not low[0].isalpha():
                is_chart = low.isdecimal() and at > position and (lowers[at - 1] == "top" or words[at - 1].istitle())
                if low not in HYPHENS and not is_chart and low not in _QUOTES and (low != "'s" or at == position):
                    return False
                at += 1
                continue
            end = self._end_of_word(at)
            is_long = end > at + 1
            if is_long:
                at, low = end - 1, lowers[end - 1]
            kind = kinds.get(low)
            if not is_long and kind in ("stop", "verb") and low != "most":
                if self._is_verb_too(at):
                    return True
                if not (words[at].isupper() and len(low) > 1):
                    return False
            if kind == "number" and (at + 1 >= size or lowers[at + 1] not in HYPHENS) and not self._is_number_name(at):
                return False
            if kind == "invariant" or _is_plural(self.index, words[at], low):
                return True
            at += 1
            count += 1
        return False

    def _is_ordinal(self, at: int) -> bool:
        """Say whether digits are an ordinal: "19th"."""
        return self.sentence.lowers[at + 1 : at + 2] in _ORDINALS and self.sentence.joined(at + 1)

    def _adjective(self, word: str) -> bool:
        low = word.lower()
        return (
            low.endswith((*_ADJECTIVE_ENDINGS, "ed", "ing", "al", "an", "y", "ese"))
            or self.index.kinds.get(low) == "nominal"
        )

    def _finish(self, *, mass: bool) -> NounPhrase | None:
        parts = self.parts
        while parts and parts[-1][2] != "plural":
            _token, word, kind = parts[-1]
            if kind == "nominal":
                break
            low = word.lower()
            if kind == "joint" or low == "most":
                parts.pop()
                continue
            if self.singular or mass:
                if low not in _named(self.lexicon, "alike") and (
                    kind == "adjective"
                    or low.endswith(("ing", "ed"))
                    or (len(parts) == 1 and low.endswith(_ADJECTIVE_ENDINGS))
                ):
                    parts.pop()
                    continue
                break
            return self._attribute()
        if self.singular and len(parts) > 1 and self._is_caused():
            parts.pop()
        if not parts or len(parts[-1][1]) == 1:
            return None
        head, word, kind = parts[-1]
        ends = self.sentence.lowers[head + 1 : head + 2]
        is_inserted = bool(ends) and ends[0] in _INSERTED and self.sentence.lowers[head - 1] in _INSERTING
        word = self._plain(head, word)
        if word.istitle() and self.sentence.words[head - 1] in _STATES:
            word = word.lower()  # agencies write "two U.S. Banks"
        lemma_ = lemma(word, self.lexicon)
        modifiers = tuple(self._plain(token, part) for token, part, _ in parts[:-1])
        return NounPhrase(self.first, head + 1 + is_inserted, head, lemma_, modifiers, plural=kind == "plural")

    def _is_caused(self) -> bool:
        """Say whether the last word is what one thing is let or seen to do: "let one man rule the town"."""
        lowers, (token, word, _kind) = self.sentence.lowers, self.parts[-1]
        near = lowers[max(0, self.first - 3) : self.first]
        if _named(self.lexicon, "causing").isdisjoint(near) or not word.islower():
            return False
        if self.parts[-2][2] == "adjective" or self.parts[-2][1].endswith(_DESCRIBING[:-1]):
            return False
        after = lowers[token + 1] if token + 1 < len(lowers) else ""
        return after in _ACTED or ("let" in near and self.index.kinds.get(after) == "stop")

    def _attribute(self) -> NounPhrase | None:
        """Read "12 page document", "7 crew": a noun in the singular behind a plural number is counted itself."""
        token, word, kind = self.parts[0]
        head, code, _ = self.parts[-1]
        if code[0].isupper() and code[-1].isdigit() and word.istitle() and len(self.parts) == 2:
            return NounPhrase(self.first, head + 1, head, code, (word,))  # "25 Airbus A320 on order"
        if kind or not word.islower() or len(word) == 1 or self._adjective(word) or len(self.parts) > _ATTRIBUTES:
            return None
        following = self.parts[-1][0] + 1
        after = self.sentence.lowers[following] if following < len(self.sentence.lowers) else ""
        if after[:1].isdigit() or after == "than" or (code in _PRICES and head != token):
            return None  # "offered at a 98 issue price"
        if len(self.parts) == 1 and word in _named(self.lexicon, "participle too") and after not in HYPHENS:
            return None  # "12 million forecast by the board"
        return NounPhrase(self.first, token + 1, token, word, plural=False)

    def _plain(self, token: int, word: str) -> str:
        """Return a word as it is written within a sentence: capitals kept only where they are a name's."""
        if token == 0 or (
            self.sentence.is_upper
            and (len(word) > 3 or word.lower() in self.index.plurals or word.lower() in self.index.families)
        ):
            return word.lower()
        return word
