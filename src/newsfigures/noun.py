"""Nouns as words: the classes of words that a noun phrase is told by, singulars and plurals, kinds of things.

Told by closed classes of words, endings and a table of irregular plurals; no model.
"""

import functools
from typing import Final, final

from .clause import inflect
from .lexicon import Lexicon, load

_ADJECTIVES: Final = ("ous", "ful", "less", "ible", "able", "ish", "ic", "ical", "ive", "ary")
#: How adjectives end and hardly a noun does, and how words end that may describe one.
ADJECTIVE_ENDINGS: Final = (*_ADJECTIVES, "est")
DESCRIBING_ENDINGS: Final = (*_ADJECTIVES, "ed", "ing", "al")
_LENGTHENING: Final = (*DESCRIBING_ENDINGS, "y")
#: Superlatives that stand for a noun, or tell how much so: "one of the best", "12 worst hit schools".
SUPERLATIVES: Final = frozenset(("best", "worst", "hardest", "most", "least"))
_NO_NOUNS: Final = frozenset(("stop", "verb", "adjective", "skip", "number"))
#: Lists that a word may stand in beside its class.
_LISTS: Final = (
    "determiner", "attributive", "noun too", "verb too", "adverb too", "participle too", "few", "collective", "alike",
    "firm", "giving", "heaped", "apart", "nearly happened", "doing", "done to", "behind head", "causing", "stretch",
    "prefix",
)  # fmt: skip


@final
class Index:
    """The rows of one lexicon as dicts: the class of a word, the lists, irregular plurals, families. Internal."""

    __slots__ = ("acts", "endings", "families", "firms", "kinds", "lists", "plurals")

    def __init__(self, lexicon: Lexicon) -> None:
        self.kinds: dict[str, str] = {}
        lists: dict[str, set[str]] = {name: set() for name in _LISTS}
        for row in lexicon.rows("noun_words"):
            if row.name in lists:
                lists[row.name].update(row.phrases)
                continue
            for word in row.phrases:
                self.kinds.setdefault(word, row.name)
        for row in lexicon.rows("number"):
            if row.role in ("digit", "teen", "ten", "hundred", "scale", "plural", "group"):
                for word in row.phrases:
                    self.kinds.setdefault(word, "number")
        self.lists = {name: frozenset(words) for name, words in lists.items()}
        verbs = [row for row in lexicon.rows("class") if row.tag in ("verb", "saying", "either")]
        #: What one does, or several things: "shows", "ranks".
        self.acts = self.lists["doing"] | {inflect(phrase.split()[0])[0] for row in verbs for phrase in row.phrases}
        #: In capitals the name of one, in small letters several.
        self.firms = self.lists["firm"]
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

    def is_plural(self, word: str, low: str) -> bool:
        """Say whether a word looks like a noun that counts several: by its ending, or by the tables."""
        if low in self.plurals:
            return True
        kind = self.kinds.get(low)
        if kind is not None:
            return kind == "invariant" or (word == low and low in self.firms)
        if len(low) < 3 or low[-1] != "s":
            return (len(low) > 4 and low.endswith("men")) or (word == low and low in self.firms)
        before = low[-2]
        if before in "su":
            return False
        if before == "i":
            return word[0].isupper() and len(low) > 5
        return True


@functools.lru_cache(maxsize=8)
def index_of(lexicon: Lexicon) -> Index:
    """Return the words of a lexicon by class, put in order once."""
    return Index(lexicon)


@functools.lru_cache(maxsize=4096)
def lemma(word: str, lexicon: Lexicon | None = None) -> str:
    """Return the singular of a noun, in lower case unless it is a name.

    >>> lemma("bodies"), lemma("wives"), lemma("aircraft"), lemma("Americans")
    ('body', 'wife', 'aircraft', 'American')
    """
    index = index_of(lexicon or load("en"))
    low = word.lower()
    if word[1:] == low[1:]:
        known = index.plurals.get(low)
        if known is not None:
            return known
        if low in index.lists["verb too"]:
            return word[:-1]
        head, hyphen, rest = word.partition("-")
        if hyphen and rest.partition("-")[0] in index.lists["behind head"]:
            return f"{lemma(head, lexicon)}-{rest}"
        if not index.is_plural(word, low) or index.kinds.get(low) == "invariant":
            return word
    elif not word.endswith("s") or not (word[:-1].isupper() or word[-2].islower()):
        return word  # "PCs" and "iMacs" are plurals
    if low.endswith("men"):
        return word[:-2] + "an"
    for ending, ours in (("ies", "y"), ("ches", "ch"), ("shes", "sh"), ("sses", "ss"), ("xes", "x"), ("oes", "o")):
        if low.endswith(ending) and len(low) > len(ending) + 1:
            return word[: -len(ending)] + ours
    if low.endswith("uses") and low[-5:-4] not in "aoeq" and low not in ("uses", "abuses", "excuses", "fuses", "muses"):
        return word[:-2]
    return word[:-1]


def is_plural(word: str, lexicon: Lexicon | None = None) -> bool:
    """Say whether a word looks like a noun that counts several: by its ending, or by the tables.

    >>> [is_plural(w) for w in ("soldiers", "people", "news", "bus")]
    [True, True, False, False]
    """
    return index_of(lexicon or load("en")).is_plural(word, word.lower())


def family(head: str, lexicon: Lexicon | None = None) -> str:
    """Return the kind of thing that a lemma belongs to, or an empty string.

    >>> family("troop"), family("lorry"), family("policewoman"), family("idea")
    ('person', 'vehicle', 'person', '')
    """
    index = index_of(lexicon or load("en"))
    low = head.lower()
    found = index.families.get(low)
    if found is None:
        found = next((name for ending, name in index.endings if low.endswith(ending)), "")
        if not found and "-" in low:
            front, _, rest = low.partition("-")
            return family(front, lexicon) if rest.partition("-")[0] in index.lists["behind head"] else ""
        if not found and head[:1].isupper() and low.endswith(("ian", "ean", "can", "ese", "ish")):
            # Names of peoples are nouns in capitals: Ukrainian, Korean, Mexican, Sudanese.
            found = index.families.get("citizen", "")
    return found


def is_person(low: str, lexicon: Lexicon) -> bool:
    """Say whether a lower-case noun, of one or of several, is one for people: "clerk", "clerks"."""
    return family(lemma(low, lexicon), lexicon) == "person"


def is_listed(low: str, lexicon: Lexicon) -> bool:
    """Say whether a word is a noun of the tables itself, and no name that ends as one: "gunman", not "Newman"."""
    return low in index_of(lexicon).families


def determiners(lexicon: Lexicon) -> frozenset[str]:
    """Return the words that may stand before a definite set."""
    return index_of(lexicon).lists["determiner"]


@functools.lru_cache(maxsize=4096)
def is_noun(low: str, lexicon: Lexicon) -> bool:
    """Say whether a lower-case word may be a noun: in no class of words that are none, and no adverb.

    >>> [word for word in ("profit", "previous", "similarly", "vs", "family", "next") if is_noun(word, load("en"))]
    ['profit', 'family']
    """
    index = index_of(lexicon)
    kind = index.kinds.get(low)
    if kind == "adjective" and low in index.lists["noun too"]:
        return True
    if kind in _NO_NOUNS or len(low) < 2 or not low[0].isalpha() or low in index.lists["determiner"]:
        return False
    return kind is not None or not (low.endswith("ly") and len(low) > 4)


def ends_alike(low: str, lexicon: Lexicon) -> bool:
    """Say whether a lower-case word is a noun although it ends as a participle does: "hearing", "bed"."""
    return low in index_of(lexicon).lists["alike"]


def is_stop(low: str, lexicon: Lexicon) -> bool:
    """Say whether a lower-case word ends a noun phrase: a preposition, a pronoun, a verb."""
    return index_of(lexicon).kinds.get(low) in ("stop", "verb")


def lengthens(modifiers: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Say whether times with these words before them are one stretch: adjectives that pick none out of several.

    >>> [lengthens((word,), load("en")) for word in ("consecutive", "full", "trouble-free", "tax", "best", "separate")]
    [True, True, True, False, False, False]
    """
    index = index_of(lexicon)
    apart = index.lists["apart"]
    if any(word in SUPERLATIVES or word in apart or word.endswith("est") for word in modifiers):
        return False
    low = modifiers[-1].lower()
    return index.kinds.get(low) == "adjective" or "-" in low or low.endswith(_LENGTHENING)


def is_verb(low: str, lexicon: Lexicon) -> bool:
    """Say whether a lower-case word is a verb of the table, and no other word that ends a noun phrase."""
    return index_of(lexicon).kinds.get(low) == "verb"


def is_nominal(low: str, lexicon: Lexicon) -> bool:
    """Say whether a lower-case word tells what befell people or how they are: "killed", "missing", "homeless"."""
    return index_of(lexicon).kinds.get(low) == "nominal"


def is_past(low: str, lexicon: Lexicon) -> bool:
    """Say whether a lower-case word ends as a verb of the past does, and is in no class of other words."""
    return low.endswith("ed") and low not in index_of(lexicon).kinds
