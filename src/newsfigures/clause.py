"""What each word does in its clause, as one string of letters, so that a subject is told from an object; no parser.

A sentence becomes a string with one letter a token. What the letters mean stands in `TAGS`; the words behind them are
the table `clauses`, and the capital letters are the verbs and states of the table `measures`. The walks over that
string (the subject of a verb, its objects, the noun phrase beside a number) are all that the readers around a number
know of syntax.
"""

import functools
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final, final

from .lexicon import Lexicon
from .match import PhraseTable
from .row import MeasureWord
from .text import Sentence

#: class of word (the table's `tag`) -> its letter.
TAGS: Mapping[str, str] = MappingProxyType(
    {
        "determiner": "d",
        "preposition": "p",
        "of": "o",
        "by": "y",
        "to": "t",
        "from": "f",
        "for": "F",
        "with": "w",
        "including": "i",
        "be": "b",
        "have": "h",
        "modal": "m",
        "negation": "n",
        "pronoun": "q",
        "and": "c",
        "but": "u",
        "relative": "z",
        "adverb": "r",
        "number": "#",
        "noun": "x",
        "verb": "v",
        "saying": "V",
        "either": "s",
        "participle": "e",
        "name joint": "X",
    }
)

#: Classes of longer phrases that do what a word does, and the letter of that word.
_JOINERS: Final = MappingProxyType({"joiner": "c", "subset": "i"})

#: Forms of a measure's verb: base or -s (B), past that is participle too (K), past alone (D), participle alone (P),
#: -ing (G); without an object: finite (I), -ing (Y); a state (S). A longer phrase goes on with "~". The noun of a deed
#: ("the killing of", N) is a cue too, and so are a body found (R) and "his death" (O), all with letters of nouns.
CUES: Final = frozenset("BKDPGIYS")
VERBS: Final = frozenset("vVehbmBKDPGIYSg")
_PUNCTUATION: Final = {
    **dict.fromkeys(";:\u2014\u2013", ";"),
    **dict.fromkeys(".!?\u2026", "."),
    **dict.fromkeys("([{", "("),
    **dict.fromkeys(")]}", ")"),
    **dict.fromkeys('"\u201c\u201d\u2018`', '"'),
    **dict.fromkeys("-\u2010\u2011/&", "-"),
    ",": ",",
    "'": "'",
    "\u2019": "'",
    "'s": "'",
}

# A word that is a noun or a base form (s), or a plural or a verb in -s (a), is told by its neighbours. The patterns
# begin with the letters that they change and look back from there, because only so does the search skip fast.
_EITHER_NOUN = re.compile(r"[sa](?<=[d'opfFwy-].)")
_EITHER_VERB = re.compile(
    r"[sa](?:(?<=[mtnqz].)|(?<=[mtn]rs)|(?<=[xXsa)'~].)(?<!y[xX].)(?=r*[d#q$]|r*[yf]r*[#$])|(?<=[xX]a)(?=r*pr*[#$]))"
)
_EITHER_TO = re.compile(r"[sa]r*t")
_EITHER_FIRST = re.compile(r"((?:\A|[,;uzcVq.])[dxXr'#pofF-]*[xX)])[sa](?=r*t)")
_ABBREVIATED = re.compile(r"\.(?=[^\")('.]|'(?!\Z))")
_ADJECTIVE = re.compile(
    r"[vVeg](?:(?<=[d'][vV])|(?<=[d'$#][eg])(?=-?[xXe])|(?<=[pofFwct,]e)(?=[xX])|(?<=[d'][eg])(?=[xXo])|(?<=-[eg]))"
)
_NOUN_CUE = re.compile(
    r"(?<=[d'oevhDV])B|(?<=[d'o])[IGYKS]|(?<=dr)S(?=x)|(?<=p[xX])G(?=[bhmvIp,.;]|\Z)|(?<=[#xX])[BG](?=o)|(?<=-)[BIKS]"
    r"|[BGIKS](?=-)"
)
#: Letters in brackets inside a noun phrase: "a Green Party (GP) worker", "a GP(L) worker".
_ABBREVIATION = re.compile(r"(?<=[xX)])\((?:[X-]|\(X\))+\)(?=[xX(])")
#: A name's age between commas: "Anna Kovac, 40, and".
_AGE = re.compile(r"(?<=X),#(?=,c)")
#: A noun in quotation marks inside a noun phrase: "a 'commander'".
_SCARE = re.compile(r"(?<=[dxX])\"([xX]{1,2})\"")
#: An apostrophe that touches no word before it opens a quotation.
_QUOTES: Final = frozenset(("'", "\u2019"))
#: A small word between hyphens joins a name or a noun: "Lashkar-i-Losk", "door-to-door".
_INFIX = re.compile(r"(?<=-)[qpodutzcFyfwimnb](?=-)")

#: Words that start a phrase of the measures and half of all sentences: looked at only beside the phrase's longest word.
_COMMON: Final = frozenset(("in", "on", "at", "out", "under", "behind", "among", "without"))
#: Doubled before an ending although the stress does not show in the writing.
_DOUBLING: Final = frozenset(("admit", "commit", "submit", "occur", "refer", "transfer", "control", "permit", "equip"))
#: So many words keep their letter from sentence to sentence.
_MOST_WORDS: Final = 32768
#: Determiners that stand by themselves too.
_ALONE: Final = frozenset(("another", "both", "all", "some", "several", "many", "most", "few", "half", "other"))
#: How many words may stand inside a phrase, and how many an object may have.
_INSIDE: Final = 10
_OBJECT: Final = 12
#: What ends the reach of a word in front of a deed: finite verbs and what opens a clause.
_DEED_ENDS: Final = frozenset("vVbmhz;.")
_CVC = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]\Z")


@final
class Cue:
    """A verb or state of a measure: its row, the letter of its form, and its tokens `first` up to `last`.

    `recalled` says that it is told for what came of it: "a protest against the killing of two farmers".
    """

    __slots__ = ("first", "form", "last", "recalled", "row")

    def __init__(self, row: MeasureWord, form: str, first: int, last: int, *, recalled: bool = False) -> None:
        self.row = row
        self.form = form
        self.first = first
        self.last = last
        self.recalled = recalled


@final
class Clause:
    """A sentence as letters (`tags`, one a token) and the measure verbs in it, by their first token."""

    __slots__ = ("cues", "sentence", "tags")

    def __init__(self, sentence: Sentence, tags: str, cues: dict[int, Cue]) -> None:
        self.sentence = sentence
        self.tags = tags
        self.cues = cues


def inflect(base: str) -> tuple[str, str, str]:
    """Return the -s, -ed and -ing forms of a regular verb.

    >>> inflect("plan"), inflect("die"), inflect("carry")
    (('plans', 'planned', 'planning'), ('dies', 'died', 'dying'), ('carries', 'carried', 'carrying'))
    """
    if base.endswith("ie"):
        return base + "s", base + "d", base[:-2] + "ying"
    if base.endswith("e"):
        return base + "s", base + "d", (base if base.endswith(("ee", "oe")) else base[:-1]) + "ing"
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return base[:-1] + "ies", base[:-1] + "ied", base + "ing"
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return base + "es", base + "ed", base + "ing"
    stem = base + base[-1] if _CVC.match(base) or base in _DOUBLING else base
    return base + "s", stem + "ed", stem + "ing"


@final
class _Words:
    """The tables of one lexicon: the letter of each word, irregular verbs, and the measures' phrases."""

    __slots__ = (
        *(
            "causing",
            "deaths",
            "figurative",
            "finding",
            "irregular",
            "joiner_words",
            "joiners",
            "late_words",
            "phrases",
            "rare",
            "recalling",
            "remains",
        ),
        *("split", "tags", "tailed"),
    )

    def __init__(self, lexicon: Lexicon) -> None:
        self.tags: dict[str, str] = {}
        self.irregular: dict[str, tuple[str, str]] = {}
        for row in lexicon.rows("class"):
            for phrase in row.phrases:
                if row.tag in ("verb", "either", "saying"):
                    self._verb(phrase, TAGS[row.tag])
                elif row.tag not in _JOINERS:
                    self.tags[phrase] = TAGS[row.tag]
        joiners = [(p, _JOINERS[row.tag]) for row in lexicon.rows("class") if row.tag in _JOINERS for p in row.phrases]
        self.joiners = PhraseTable(joiners)
        #: The longest word of each, so that a look for them is one look into a set.
        self.joiner_words = frozenset(max(phrase.split(), key=len) for phrase, _ in joiners)
        self.recalling = qualifiers("recalling", lexicon)
        self.finding = qualifiers("finding", lexicon)
        self.causing = qualifiers("causing", lexicon)
        #: The deeds that leave a body, in both numbers.
        self.deaths = {
            word: row
            for row in lexicon.rows("measure")
            if row.remains
            for noun in row.deeds
            for word in (noun, inflect(noun)[0])
        }
        #: What is left of the dead, in both numbers, with its row.
        self.remains = {
            word: row for row in lexicon.rows("measure") for noun in row.remains for word in (noun, inflect(noun)[0])
        }
        #: What begins as a deed does and tells of none, by its first word.
        self.figurative: dict[str, list[tuple[str, ...]]] = {}
        for phrase in qualifiers("figurative", lexicon):
            for _, words in self.forms(phrase):
                said = tuple(words.split())
                self.figurative.setdefault(said[0], []).append(said)
        self.phrases: dict[str, list[tuple[tuple[str, ...], MeasureWord, str]]] = {}
        #: What ends a phrase with anything in between ("suffered ... wounds"), and what stands behind an object ("shot
        #: a guard dead"), by the word that it starts with.
        self.tailed: dict[str, list[tuple[tuple[str, ...], tuple[str, ...], MeasureWord, str]]] = {}
        self.split: dict[str, list[tuple[tuple[str, ...], MeasureWord, str]]] = {}
        for row in lexicon.rows("measure"):
            for phrase in row.did:
                self._did(phrase, row)
            for phrase in row.died:
                self._did(phrase, row, alone=True)
            for phrase in row.state:
                self._add(phrase, row, "S")
            for phrase in row.deeds:
                self._add(f"{phrase} of", row, "N")
                self._add(f"{inflect(phrase)[0]} of", row, "N")
        for word, row in self.remains.items():
            self._add(f"{word} of", row, "N")
        for entries in self.phrases.values():
            entries.sort(key=lambda entry: -len(entry[0]))
        for tailed in self.tailed.values():
            tailed.sort(key=lambda entry: -len(entry[0]))
        self.late_words = frozenset(
            max(phrase, key=len) for low in _COMMON for phrase, _, _ in self.phrases.get(low, ()) if len(phrase) > 1
        )
        #: Most sentences have none of these: one look for both.
        self.rare = self.late_words | self.joiner_words

    def _verb(self, phrase: str, tag: str) -> None:
        base, *rest = phrase.split()
        third, past, gerund = inflect(base)
        participle = past
        if len(rest) == 2:
            past, participle = rest
            self.irregular[base] = (past, participle)
        finite = tag if tag == "V" else "v" if past != participle else "e"
        for word, letter in ((gerund, "g"), (past, finite), (participle, "e")):
            self.tags.setdefault(word, letter)
        # A base form is a noun as easily ("pay", "fire"): its neighbours decide.
        for word, letter in ((base, tag if tag == "V" else "s"), (third, "a" if tag == "s" else tag)):
            if self.tags.get(word, "e") in "eg":
                self.tags[word] = letter

    def _add(self, phrase: str, row: MeasureWord, form: str) -> None:
        words = tuple(Sentence(phrase).lowers)
        entries = self.phrases.setdefault(words[0], [])
        if all(known != words for known, _, _ in entries):
            entries.append((words, row, form))

    def _did(self, phrase: str, row: MeasureWord, *, alone: bool = False) -> None:
        """Enter a verb in all forms; "..." stands for a few words, "to death" may stand behind an object."""
        phrase, _, tail = phrase.partition(" ... ")
        for form, words in self.forms(phrase):
            letter = form if not alone else "Y" if form == "G" else "I"
            first, *rest = words.split()
            if tail:
                entry = (tuple(rest), (tail, inflect(tail)[0]), row, letter)
                self.tailed.setdefault(first, []).append(entry)
                self.phrases.setdefault(first, [])
                continue
            self._add(words, row, letter)
            if not alone and rest in (["dead"], ["to", "death"]):
                self.split.setdefault(first, []).append((tuple(rest), row, letter))

    def forms(self, phrase: str) -> Iterator[tuple[str, str]]:
        """Yield the forms of a verb phrase, each with its letter; a phrase in the participle is only that."""
        words = phrase.split()
        verb = 1 if len(words) > 1 and words[0].endswith("ly") else 0
        head = words[verb]
        if head in self.irregular or (self.tags.get(head, "v") in "vsad" and not head.endswith("ed")):
            joined = [verb] + [at + 1 for at, word in enumerate(words) if word == "and" and verb == 0]
            for letter, at in (("K", 1), ("B", 3), ("B", 0), ("G", 2)):
                yield letter, " ".join(self._form(w, at) if i in joined else w for i, w in enumerate(words))
            past, participle = self.irregular.get(head, ("", ""))
            if past != participle:
                yield "D", " ".join([*words[:verb], past, *words[verb + 1 :]])
                yield "P", " ".join([*words[:verb], participle, *words[verb + 1 :]])
        else:
            letter = {"v": "D", "g": "G"}.get(self.tags.get(head, "e"), "K")
            yield letter, phrase

    def _form(self, base: str, at: int) -> str:
        if at == 3:
            return base
        if at == 1 and base in self.irregular:
            return self.irregular[base][0] if len(set(self.irregular[base])) == 1 else self.irregular[base][1]
        return inflect(base)[at]

    def tag(self, word: str) -> str:
        """Return the letter of a word as written, "Q" where a measure's phrase may start."""
        low = word.lower().replace("\u2019", "'")
        if low in self.phrases and low not in _COMMON:
            return "Q"
        return self.plain(word, low)

    def plain(self, word: str, low: str) -> str:
        tag = self.tags.get(low)
        first = word[0]
        if tag is not None:
            if (
                tag in "samvVqbz"
                and first.isupper()
                and (word.isupper() and len(word) > 1 if tag in "qbz" else len(word) > (2 if tag == "m" else 3))
            ):
                return "X"
            return tag
        if first.isdigit():
            return "#"
        if not first.isalpha():
            return _PUNCTUATION.get(low, "$")
        if first.isupper():
            return "X"
        if low.endswith("ed") and len(low) > 4:
            return "e"
        if low.endswith("ing") and len(low) > 5:
            return "g"
        return "r" if low.endswith("ly") and len(low) > 4 else "x"


@functools.lru_cache(maxsize=8)
def _words(lexicon: Lexicon) -> _Words:
    return _Words(lexicon)


@functools.lru_cache(maxsize=32)
def qualifiers(role: str, lexicon: Lexicon) -> frozenset[str]:
    """Return the words that the table of measures gives one role."""
    return frozenset(phrase for row in lexicon.rows("qualifier") if row.role == role for phrase in row.phrases)


@final
class _Letters(dict[str, str]):
    """The letter of each word met, as written; emptied when full. A look into a dict is half a call of a cache."""

    __slots__ = ("_tag",)

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self._tag = _words(lexicon).tag

    def __missing__(self, word: str) -> str:
        if len(self) >= _MOST_WORDS:
            self.clear()
        letter = self[word] = self._tag(word)
        return letter


@functools.lru_cache(maxsize=8)
def _letters(lexicon: Lexicon) -> _Letters:
    return _Letters(lexicon)


def verb_forms(phrase: str, lexicon: Lexicon) -> tuple[tuple[str, str], ...]:
    """Return the forms of a verb phrase given by its base form, each with the letter of its form.

    >>> from newsfigures.lexicon import load
    >>> [form for _, form in verb_forms("rise", load("en"))]
    ['risen', 'rise', 'rises', 'rising', 'rose', 'risen']
    """
    return tuple(_words(lexicon).forms(phrase))


#: Words that stand in any sentence, besides those of two letters.
_LOOSE: Final = frozenset(
    "the his her their own from with into for off out down under among behind and take took taken taking held".split()
)


@functools.lru_cache(maxsize=8)
def cue_words(lexicon: Lexicon) -> frozenset[str]:
    """Return a word of every phrase that says what befell people, in lower case: what an implied count needs.

    Of a longer phrase it is one that many share or that is found anyway ("their lives", "reported dead"), so that few
    sentences are read in vain.
    """
    words = _words(lexicon)
    entries = [entry for some in words.phrases.values() for entry in some]
    phrases = {phrase for phrase, row, _ in entries if row.kind == "person"}
    found = {phrase[0] for phrase in phrases if len(phrase) == 1}
    found.update(tail for some in words.tailed.values() for _, tails, _, _ in some for tail in tails)
    shared = Counter(word for phrase in phrases for word in phrase if len(word) > 2 and word not in _LOOSE)
    for phrase in sorted(phrases):
        if found.isdisjoint(phrase):
            found.add(max(phrase, key=lambda word: (shared[word], len(word), word)))
    return frozenset(found)


def sought(lexicon: Lexicon) -> frozenset[str]:
    """Return the words that are looked for in a sentence before it is read."""
    return cue_words(lexicon) | _words(lexicon).rare


#: So many sentences are read in a row, stage by stage; the clauses of twice as many are kept.
KEPT: Final = 16


@functools.lru_cache(maxsize=2 * KEPT)
def read(sentence: Sentence, lexicon: Lexicon) -> Clause:
    """Return the letters of a sentence and the measures' verbs in it."""
    words = _words(lexicon)
    # Where all is in capitals, they make no names: "THE REBELS WILL FREE 12 MEN".
    lowers = sentence.lowers
    tags = "".join(map(_letters(lexicon).__getitem__, lowers if sentence.is_upper else sentence.words))
    cues: dict[int, Cue] = {}
    is_rare = not words.rare.isdisjoint(sentence.telling)
    if is_rare and not words.late_words.isdisjoint(lowers):
        late = words.phrases.keys() & _COMMON
        tags = "".join(["Q" if low in late else tag for low, tag in zip(lowers, tags, strict=True)])
    if "Q" in tags:
        tags = _resolve(sentence, tags, words, cues)
    if tags.find(".", 0, -1) >= 0:
        # The sentence goes on behind it: an abbreviation's.
        tags = _ABBREVIATED.sub("-", tags)
    if is_rare and not words.joiner_words.isdisjoint(lowers):
        for joined in words.joiners.find(lowers):
            letters = joined.value + "~" * (joined.last - joined.first - 1)
            tags = tags[: joined.first] + letters + tags[joined.last :]
    if "-" in tags:
        tags = _dashes(sentence, tags)
    if ";" in tags and "\u2013" in sentence.lowers:
        tags = _joined(sentence, tags)
    if "'" in tags and not _QUOTES.isdisjoint(lowers):
        tags = "".join(
            [
                '"' if letter == "'" and lowers[at] in _QUOTES and not sentence.joined(at) else letter
                for at, letter in enumerate(tags)
            ]
        )
        tags = _SCARE.sub(r"-\1-", tags)
    if "(" in tags:
        tags = _ABBREVIATION.sub(_hyphens, tags)
    if ",#,c" in tags:
        tags = _AGE.sub("--", tags)
    if "s" in tags or "a" in tags:
        tags = _EITHER_VERB.sub("v", _EITHER_NOUN.sub("x", tags))
        if _EITHER_TO.search(tags):
            tags = _EITHER_FIRST.sub(r"\1v", tags)
        tags = tags.replace("s", "x").replace("a", "x")
    tags = _ADJECTIVE.sub("x", tags)
    return Clause(sentence, _nouns(sentence, tags, cues) if cues else tags, cues)


def _joined(sentence: Sentence, tags: str) -> str:
    """Let a dash that touches the words on both sides join them: "the Losk\u2013Dorva line"."""
    lowers, last = sentence.lowers, len(tags) - 1
    return "".join(
        "-" if low == "\u2013" and at < last and sentence.joined(at) and sentence.joined(at + 1) else letter
        for at, (low, letter) in enumerate(zip(lowers, tags, strict=True))
    )


def _hyphens(match: re.Match[str]) -> str:
    return "-" * len(match[0])


def _dashes(sentence: Sentence, tags: str) -> str:
    """Tell a hyphen used as a dash, doubled or with white space on both sides, from one that joins."""
    tags = _INFIX.sub("x", tags).replace("--", ";;")
    at = tags.find("-")
    while at >= 0:
        if 0 < at < len(tags) - 1 and not sentence.joined(at) and not sentence.joined(at + 1):
            tags = tags[:at] + ";" + tags[at + 1 :]
        at = tags.find("-", at + 1)
    return tags


def _nouns(sentence: Sentence, tags: str, cues: dict[int, Cue]) -> str:
    """Take from the cues what is no verb here, whatever its form: "the killing of", "a wounded man", "the missing"."""
    for match in _NOUN_CUE.finditer(tags):
        at = match.start()
        cue = cues.get(at)
        if match[0] == "I" and sentence.lowers[at - 1] in _ALONE:
            continue  # "another died"
        if cue is not None and cue.last == at + 1 and not (match[0] == "S" and cue.row.kind != "person"):
            del cues[at]
            tags = tags[:at] + "x" + tags[at + 1 :]
    return tags


def _is_caused(lowers: list[str], at: int, words: _Words) -> bool:
    """Say whether something led to a deed: "resulting in his death"."""
    return at > 2 and lowers[at - 1] in ("his", "her", "their") and " ".join(lowers[at - 3 : at - 1]) in words.causing


def _heals(lowers: list[str], at: int) -> bool:
    """Say whether a body is one that lives: "the body recovers", "your body doesn't recover"."""
    return lowers[at + 1 : at + 2] == ["recovers"] or "recover" in lowers[at + 2 : at + 4]


def _is_headline(sentence: Sentence) -> bool:
    """Say whether most words are written with a capital, so that capitals tell nothing."""
    words = [word for word in sentence.words if word[0].isalpha()]
    return 2 * sum(word[0].isupper() for word in words) > len(words)


def _resolve(sentence: Sentence, tags: str, words: _Words, cues: dict[int, Cue]) -> str:
    """Put the letter of the longest measure phrase, or the word's own, where a phrase might start."""
    lowers = sentence.lowers
    letters = list(tags)
    at = tags.find("Q")
    while at >= 0:
        low = lowers[at]
        size = 1
        found = None if letters[at] != "Q" else _phrase(sentence, letters, at, words)
        if low in words.remains and letters[at] == "Q":
            if words.finding.isdisjoint(lowers) or _heals(lowers, at):
                found = None  # "a body of rules"
            elif found is None:
                cues[at] = Cue(words.remains[low], "R", at, at + 1)
        elif found is None and low in words.deaths and letters[at] == "Q" and _is_caused(lowers, at, words):
            cues[at] = Cue(words.deaths[low], "O", at, at + 1)
        if found is not None:
            row, form, size = found
            recalled = form == "N" and _is_recalled(lowers, letters, at, words)
            cues[at] = Cue(row, form, at, at + size, recalled=recalled)
            letters[at : at + size] = "x" * (size - 1) + "o" if form == "N" else form + "~" * (size - 1)
        elif letters[at] == "Q":
            letters[at] = words.plain(sentence.words[at], low)
        at = tags.find("Q", at + size)
    return "".join(letters)


def _phrase(sentence: Sentence, letters: list[str], at: int, words: _Words) -> tuple[MeasureWord, str, int] | None:
    """Return the measure, the form and the length of the longest phrase at a token, `None` where there is none."""
    lowers = sentence.lowers
    low = lowers[at]
    if at and sentence.words[at][0].isupper() and not _is_headline(sentence):
        return None  # the title of a film, not a death
    if low == "in" and (at == 0 or letters[at - 1] not in "br"):
        return None  # "three years in prison" is no state of the years
    single = None
    for phrase, row, form in words.phrases[low]:
        size = len(phrase)
        if size == 1:
            single = (row, form, 1)
        elif tuple(lowers[at : at + size]) == phrase:
            return None if _is_figurative(lowers, at, size, words) else (row, form, size)
    if _is_figurative(lowers, at, 1, words):
        return None
    if low in words.tailed:
        for rest, tails, row, form in words.tailed[low]:
            last = _tail(lowers, letters, at + 1, rest, tails)
            if last:
                return row, form, last - at
    if low in words.split:
        for tail, row, form in words.split[low]:
            behind = _behind_object(lowers, letters, at + 1, tail)
            if behind:
                letters[behind : behind + len(tail)] = "r" * len(tail)
                return row, form, 1
    return single


def _is_figurative(lowers: list[str], at: int, size: int, words: _Words) -> bool:
    """Say whether a longer phrase than that of the deed stands at a token and tells of none: "drowned out"."""
    return any(
        len(said) > size and tuple(lowers[at : at + len(said)]) == said for said in words.figurative.get(lowers[at], ())
    )


def _is_recalled(lowers: list[str], letters: list[str], at: int, words: _Words) -> bool:
    """Say whether a deed is told for what came of it: "they marched against the killing of", "over the death of".

    A verb in between tells it anew: "raids against rebels led to the death of a baker".
    """
    if "over" in lowers[max(0, at - 2) : at]:
        return True
    for token in range(at - 1, max(-1, at - 7), -1):
        if lowers[token] in words.recalling:
            return True
        if letters[token] in _DEED_ENDS:
            return False
    return False


def _tail(lowers: list[str], letters: list[str], at: int, rest: tuple[str, ...], tails: tuple[str, ...]) -> int:
    """Return the token behind a phrase with words of any kind inside ("suffered a serious head wound"), 0 for none."""
    if tuple(lowers[at : at + len(rest)]) != rest:
        return 0
    start = at + len(rest)
    for token in range(start, min(start + _INSIDE, len(lowers))):
        if lowers[token] in tails:
            return token + 1
        if letters[token] in "pofFwytqzVbhm;.":
            break
    return 0


def _behind_object(lowers: list[str], letters: list[str], at: int, tail: tuple[str, ...]) -> int:
    """Return where the rest of a verb stands behind its object ("shot a guard dead"), 0 where it does not.

    "Four were shot, two dead" and "six were shot, one was stabbed" have it of others.
    """
    if lowers[at : at + 1] in (["left"], ["leaves"]):
        return 0  # "a shooting left one man dead"
    if letters[at : at + 1] in ([","], ["c"]):
        return 0
    for token in range(at + 1, min(at + _OBJECT, len(lowers))):
        if lowers[token] in (".", ";") or (letters[token] == "b" and letters[token - 1] != "z"):
            break
        if tuple(lowers[token : token + len(tail)]) == tail:
            return token
    return 0


def masked(clause: Clause, hedged: Sequence[tuple[int, int]]) -> Clause:
    """Return a clause in which the hedges of its numbers ("more than", "up to") are no words of the clause.

    `hedged` are the ranges of tokens between the start of a figure's phrase and its number.
    """
    if not hedged:
        return clause
    letters = list(clause.tags)
    for first, last in hedged:
        letters[first:last] = ["$" if letter == "$" else "r" for letter in letters[first:last]]
    return Clause(clause.sentence, "".join(letters), clause.cues)
