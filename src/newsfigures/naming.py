"""The noun phrase that names what a number measures, and the phrase of whom it is; ranges of tokens, no types."""

import functools
from collections.abc import Sequence
from typing import Final, final

from . import clause, walk
from .clause import Clause, verb_forms
from .group import VERSUS
from .lexicon import Lexicon
from .modifier import CLASSED
from .noun import ends_alike, family, is_noun, is_person, is_plural, is_stop, lemma
from .nounphrase import find_whole
from .ontology import MEASURE, MONEY, RATIO, index
from .quantity import Mark
from .row import MeasureWord
from .text import HYPHENS

Range = tuple[int, int]

_ATTEMPTED: Final = "attempted"
_ITS: Final = frozenset(("its", "their", "his", "her"))
#: Before a time these tell which.
_THIS: Final = frozenset(("last", "this", "next", "every", "each"))
_TIMES: Final = frozenset(("year", "month", "week", "day", "quarter", "night", "morning", "time"))
_NOT_NAMED: Final = frozenset(("higher", "lower", "last", "next", *_TIMES))
_NUDGES: Final = frozenset(("up", "down", "over", "under", "above", "below"))
_SIGNS: Final = frozenset(("-", "+", "\u2212"))
_FINITE: Final = frozenset("vVbhm")
#: Letters of a determiner or an adverb, of a word, of what may stand in a label.
_LIGHT: Final = frozenset("dr")
_WORD: Final = frozenset("xX")
_LABELLED: Final = frozenset("xXeg-")
_NAME: Final = frozenset("X")
_CONTINUING: Final = frozenset("(,ctfr/")
#: No label of a row of results is longer.
_WIDEST: Final = 6
#: Behind a noun these say more of it, and between it and a number they count all of it.
_TRAILING: Final = frozenset(
    ("otherwise", "prior", "outstanding", "sown", "aged", "surveyed", "affected", "polled", "questioned", "concerned")
)
_ALL_TOLD: Final = frozenset(("remaining", "total", "first", "last", "estimated", "existing", "original", "other"))
#: The letters of participles, how participles and what tells more of them end, and what stands behind them.
_PARTICIPLES: Final = frozenset("eKP")
_PARTICIPIAL: Final = ("ed", "ly")
_DESCRIBED: Final = frozenset("xXeKP")
#: Plurals that hardly do anything themselves, and stand before a noun.
_FIELDS: Final = frozenset(
    ("telecommunications", "communications", "electronics", "sports", "arms", "weapons", "securities", "athletics")
)
#: Before a participle these begin what is a whole: "of total expected sales".
_SUMMING: Final = frozenset(("total", "annual", "overall", "combined", "global", "new", "current"))
#: Adjectives that end so may stand behind their noun, where one of these follows.
_POSTPOSED: Final = ("able", "ible", "ical")
_BEARING: Final = (["to"], ["for"], ["of"], ["in"], ["on"])
_THOSE: Final = frozenset(("those", "them"))
_ROLES: Final = ("increment", "container", "confirmed", "suspected", "estimated")
#: So many words in front of "bodies" may tell that they are organisations.
_CALLED: Final = 3


@final
class Names:
    """The nouns of the measures by their words, and the words that qualify a count."""

    __slots__ = (
        *("basis", "bodies", "containers", "increment", "labels", "lasts", "months", "nouns", "objects", "qualifying"),
        *("tellers", "tells", "times"),
    )

    def __init__(self, lexicon: Lexicon) -> None:
        self.nouns: dict[str, MeasureWord] = {}
        self.objects: dict[tuple[str, str], MeasureWord] = {}
        self.tells: dict[str, MeasureWord] = {}
        for row in lexicon.rows("measure"):
            for noun in row.nouns:
                for form in (noun, clause.inflect(noun)[0]):
                    self.nouns.setdefault(form, row)
            for pair in row.object:
                verb, noun = pair.split(" ", 1)
                for form in _forms(verb, lexicon):
                    self.objects[form, noun] = row
            for phrase in row.tells:
                for form in _forms(phrase, lexicon):
                    self.tells.setdefault(form, row)
        #: The last words of what tells a measure.
        self.tellers = frozenset(phrase.rpartition(" ")[2] for phrase in self.tells)
        #: The units of time, which measure and are never measured: "$40 for a day".
        self.times = frozenset(word for word, unit in index(lexicon).words.items() if unit.dimension == "time")
        self.bodies = frozenset(
            p for row in lexicon.rows("speech") if row.name in ("body", "person") for p in row.phrases
        )
        self.labels: dict[str, MeasureWord] = {label: row for row in lexicon.rows("measure") for label in row.labels}
        #: The last words of the longer nouns.
        self.lasts = frozenset(noun.rpartition(" ")[2] for noun in self.nouns if " " in noun)
        qualifiers = {
            role: frozenset(p for r in lexicon.rows("qualifier") if r.role == role for p in r.phrases)
            for role in _ROLES
        }
        self.increment = qualifiers.pop("increment")
        self.containers = qualifiers.pop("container")
        self.months = frozenset(p for r in lexicon.rows("date") if r.role in ("month", "weekday") for p in r.phrases)
        self.basis = {phrase: role for role, phrases in qualifiers.items() for phrase in phrases}
        self.qualifying = self.increment.union(self.basis)


def _forms(phrase: str, lexicon: Lexicon) -> tuple[str, ...]:
    return tuple(form for _, form in verb_forms(phrase, lexicon))


@functools.lru_cache(maxsize=8)
def names(lexicon: Lexicon) -> Names:
    """Return the tables of a lexicon, built once."""
    return Names(lexicon)


def hedged(marks: Sequence[Mark]) -> list[Range]:
    """Return the tokens in front of the numbers that belong to the figures, for `clause.masked`."""
    return [(mark.first, mark.number_first) for mark in marks if mark.first < mark.number_first]


@final
class Namer:
    """One sentence with its marks; `phrases` are those that named the marks read so far, `None` where none did."""

    __slots__ = ("clause", "lexicon", "marks", "names", "phrases", "sentence", "subjects", "tags")

    def __init__(self, here: Clause, marks: Sequence[Mark], lexicon: Lexicon) -> None:
        self.clause = here
        self.tags = here.tags
        self.sentence = here.sentence
        self.marks = marks
        self.lexicon = lexicon
        self.names = names(lexicon)
        self.phrases: list[Range | None] = []
        #: The subjects of the verbs asked for, by verb: figures share them.
        self.subjects: dict[int, Range | None] = {}

    def noun(self, head: int, floor: int = 0) -> MeasureWord | None:
        """Return the row of the longest noun of the measures that ends at a token."""
        lowers = self.sentence.lowers
        low = lowers[head]
        last = lemma(low, self.lexicon)
        names = self.names
        nouns = names.nouns
        if last in names.lasts or low in names.lasts:
            for size in (4, 3, 2):
                first = head - size + 1
                if first >= floor:
                    before = lowers[first:head]
                    row = nouns.get(" ".join([*before, low])) or nouns.get(" ".join([*before, last]))
                    if row is not None:
                        return row
        row = nouns.get(low) or nouns.get(last)
        # "Five attempted murders" killed nobody.
        if row is None or (head and lowers[head - 1] == _ATTEMPTED):
            return None
        return None if last in row.remains and self._is_organised(head, floor) else row

    def _is_organised(self, head: int, floor: int) -> bool:
        """Say whether bodies are organisations, by what they are called or do: "12 sporting bodies", "12 bodies said".

        Those of water are none of anybody either.
        """
        lowers, tags, lexicon = self.sentence.lowers, self.tags, self.lexicon
        first = max(floor, head - _CALLED)
        if not clause.qualifiers("organised", lexicon).isdisjoint(lowers[first:head]):
            return True
        if lowers[head + 1 : head + 3] == ["of", "water"]:
            return True
        at = head + 1
        while tags[at : at + 1] and tags[at] in "rhmb":
            at += 1
        if tags[at : at + 1] == "V" and "b" not in tags[head + 1 : at]:
            return True
        return lowers[at : at + 1] != [] and lowers[at] in clause.qualifiers("organising", lexicon)

    def label(self, first: int, last: int) -> MeasureWord | None:
        """Return the row of the longest label that a row of results has in front of its number."""
        lowers = self.sentence.lowers
        for start in range(max(first, last - 3), last):
            row = self.names.labels.get(" ".join(lowers[start:last]))
            if row is not None:
                return row
        return None

    def held(self, head: int, last: int) -> MeasureWord | None:
        """Read what a container (the word at `head`) holds: "the number of dead", "the number of people killed"."""
        if self.tags[head + 1 : head + 2] != "o":
            return None
        cue = self.clause.cues.get(last)
        return cue.row if cue is not None and cue.form in "KPS" else self.noun(self.head(head + 2, last), head + 2)

    def told(self, mark: Mark) -> MeasureWord | None:
        """Read a verb that gives its subject's measure: "it weighs 30 tonnes", "it sold for $4m"."""
        lowers, end = self.sentence.lowers, mark.first
        while end > 0 and self.tags[end - 1] == "r":
            end -= 1
        if not end or lowers[end - 1] not in self.names.tellers:
            return None
        tells = self.names.tells
        return tells.get(" ".join(lowers[max(end - 2, 0) : end])) or tells.get(lowers[end - 1])

    def timeless(self, first: int, last: int) -> int:
        """Return where a phrase ends without its date: "revenue in the quarter", "the rate in May"."""
        lowers, tags = self.sentence.lowers, self.tags
        for at in range(first + 1, last - 1):
            is_time = lowers[at] in _THIS and lowers[at + 1] in _TIMES and tags[at + 2 : at + 3] != "'"
            if is_time and tags[at - 1] in _WORD:
                return at  # "the whole stock last month"
        at = tags.find("p", first + 1, last)
        while at >= 0:
            behind = lowers[at + 1 : at + 4]
            if not _TIMES.isdisjoint(behind) or (behind and behind[0] in self.names.months):
                return at
            at = tags.find("p", at + 1, last)
        return last

    def possessor(self, first: int, last: int, head: int) -> Range | None:
        """Return the owner inside a phrase: "Apple's revenue", "the revenue of Apple", "Apple revenue"."""
        tags = self.tags
        mark = tags.rfind("'", first, head)
        if mark > first and self.sentence.lowers[mark] in ("'s", "'"):
            return walk.trim(tags, first, mark)
        if head + 1 < last and tags[head + 1] in "of":
            return walk.trim(tags, head + 2, last)
        start = end = tags.find("X", first, head)
        if start < 0:
            return None
        if " ".join(self.sentence.lowers[start : head + 1]) in self.names.nouns:
            return None  # "Voter turnout" at the start of a sentence
        while end < head and tags[end] in "X-#":
            end += 1
        return (start, end) if start < end else None

    def holder(self, first: int, last: int, mark: Mark) -> Range | None:
        """Return who has the amount: the phrase before "with", else the subject of the clause."""
        tags = self.tags
        if first and self.sentence.lowers[first - 1] in _ITS:
            run = self.subject(first - 1)  # "Apple said its revenue rose"
            if run is not None:
                return run
        with_ = first - 1
        while with_ > 0 and tags[with_] in "drx":
            with_ -= 1
        if with_ > 0 and tags[with_] == "w" and tags[with_ - 1] in "xX":
            return walk.run_before(tags, with_)
        if self.is_subject(max(mark.last, last)) or (mark.first and tags[mark.first - 1] in "V,u"):
            return None
        run = self.subject(mark.first)
        return None if run is None or (run[0] < last and first < run[1]) else run

    def subject(self, at: int) -> Range | None:
        """Return the subject of the clause that holds a token."""
        verb = walk.verb_before(self.tags, at)
        if verb < 0:
            return None
        subjects = self.subjects
        if verb not in subjects:
            subjects[verb] = walk.subject_of(self.clause, verb)
        return subjects[verb]

    def is_subject(self, end: int) -> bool:
        """Say whether a finite verb follows, so that the figure is in its subject."""
        tags = self.tags
        size = len(tags)
        while end < size and tags[end] in "rn":
            end += 1
        if end >= size:
            return False
        letter = tags[end]
        return letter in _FINITE or (letter == "e" and tags[end + 1 : end + 2] not in ("y", "p"))

    def head(self, first: int, last: int) -> int:
        """Return the head of a run: its last noun in front of a preposition."""
        tags = self.tags
        end = first
        while end < last and (tags[end] not in "opFfwyit(," or end == first):
            end += 1
        head = end - 1
        while head > first and (tags[head] not in "xXeg" or self.sentence.lowers[head] in _TRAILING):
            head -= 1
        return head

    def named(self, at: int, mark: Mark) -> tuple[int, int, str] | None:
        """Return the noun phrase that names what an amount is of, and how it stands to it."""
        tags, lowers = self.tags, self.sentence.lowers
        behind = self._behind(mark)
        if behind is not None and not (behind[2] == "beside" and self._in_line(mark)):
            return behind
        label = self._label(at, mark)
        if label is not None:
            return label
        before = mark.first - 1
        while before > 0 and tags[before] in _LIGHT:
            before -= 1
        letter = tags[before] if before > 0 else ""
        if letter and letter in "ow" and tags[before - 1] in "xX)":
            return self._clipped(at, walk.run_before(tags, before), "of")
        if before > 1 and lowers[before] in ("at", "to") and tags[before - 1] in _WORD:
            moved = self._object(at, before)
            if moved is not None:
                return moved
        if at and (self._continues(at, mark) or self.is_versus(at, mark)):
            earlier = self.phrases[at - 1]
            return None if earlier is None else (*earlier, "same")
        if letter == "(" and tags[before - 1] in _WORD:
            return self._clipped(at, walk.run_before(tags, before), "bracket")
        if letter == "F" and mark.quantity.unit.kind is MONEY and tags[before - 1] in _WORD:
            return self._clipped(at, walk.phrase_before(tags, before), "for")
        beside = before if before == mark.first - 1 else -1
        if beside > 0 and lowers[beside] in _NUDGES:
            beside -= 1
        if beside >= 0 and tags[beside] in _WORD and lowers[beside] not in _TIMES:
            return self._clipped(at, walk.run_before(tags, beside + 1), "before")
        run = self.subject(mark.first)
        return (*run, "subject") if run is not None else self._verbless(mark)

    def is_versus(self, at: int, mark: Mark) -> bool:
        """Say whether nothing but "vs" stands between a mark and the one before it."""
        between = self.sentence.lowers[self.marks[at - 1].last : mark.first]
        said = [low for low in between if low != "."]
        return len(said) == 1 and said[0] in VERSUS

    def _label(self, at: int, mark: Mark) -> tuple[int, int, str] | None:
        """Read what stands before the number in a row of results: "Shr 12 cts vs nine cts", "vs loss 12,000"."""
        tags, lowers = self.tags, self.sentence.lowers
        end = mark.first - (mark.first > 0 and tags[mark.first - 1] == "$" and not lowers[mark.first - 1].isalpha())
        floor = self.marks[at - 1].last if at else 0
        start = end
        nouns = self.names.nouns
        stop = max(floor, end - _WIDEST)
        while start > stop and (tags[start - 1] in _LABELLED or lowers[start - 1] in nouns):
            start -= 1
        if start == end:
            return None
        compared = start > 0 and lowers[start - 1] in VERSUS
        if start > 0 and not compared and (tags[start - 1] not in ',;.("' or start == floor > 0):
            return None
        follows = lowers[mark.last] if mark.last < len(lowers) else ""
        if compared or follows in VERSUS or self.label(start, end) is not None:
            return start, end, "label"
        return None

    def _behind(self, mark: Mark) -> tuple[int, int, str] | None:
        """Read "60% of its revenue", "a $40 contract", "$9,000 for a new boat"."""
        tags, lowers, after = self.tags, self.sentence.lowers, mark.last
        if mark.quantity.of and mark.quantity.unit.kind is MEASURE:
            within = tags.find("o", mark.number_last, after)
            if within >= 0:
                run = walk.run_after(tags, within + 1)  # "40 tonnes of food a day"
                return None if run is None else (*run, "share")
        if after < len(tags) and tags[after] == "-":
            after += 1
        if after >= len(tags):
            return None
        letter = tags[after]
        if letter == "o":
            within = tags.find("o", mark.number_last, after) if mark.quantity.unit.kind is RATIO else -1
            if within >= 0 and lowers[after - 1] not in self.names.containers:
                run = walk.trim(tags, within + 1, after)  # "half of the votes of the heirs"
                return None if run is None else (*run, "share")
            run, rule = self._whole(after + 1), "share"
        elif letter in "xXeg" and not self._is_finite(after) and self._is_beside(after):
            run, rule = self._run(after), "beside"
            if run is not None and _NAME.issuperset(tags[run[0] : run[1]]):
                return None  # "vs 52 mln Reuter"
            if run is not None:
                run = self._adjectives(mark.first), run[1]
        elif lowers[after] == "in" and self._is_in_kind(mark, after):
            run, rule = walk.run_after(tags, after + 1), "in"
        elif letter == "F" and mark.quantity.unit.kind is MONEY:
            run, rule = walk.run_after(tags, after + 1), "for"
        else:
            return None
        return None if run is None else (*run, rule)

    def _whole(self, first: int) -> Range | None:
        """Return the noun phrase behind "of", whose head is neither who owns it nor what is done with it.

        "60% of UK adults own", "2% of Chile's overall exports", "20% of the remaining 1,500 pandas"
        """
        tags, lowers, words = self.tags, self.sentence.lowers, self.sentence.words
        run = self._run(self._behind_participles(first))
        if run is None:
            return self._counted(first)
        start, end = run
        if lowers[end - 1] in CLASSED and words[end : end + 1] == ["A"]:
            further = self._run(end + 1)
            return run if further is None else (start, further[1])  # "of its class A shares"
        if lowers[end - 1] in _SUMMING and tags[end : end + 1] in ("e", "g"):
            further = self._run(end + 1)
            return (
                run if further is None else (start, further[1])
            )  # "of total expected sales", "of the total voting stock"
        at = end - (tags[end - 1] == "'")
        is_owner = tags[at : at + 1] == "'"
        if is_owner or (
            tags[end : end + 1] == "#" and lowers[end - 1] in _ALL_TOLD and self.head(start, end) == end - 1
        ):
            behind = at + is_owner
            while behind < len(tags) and tags[behind] in "r#":
                behind += 1
            further = self._run(behind) if behind > end else None
            return run if further is None else further
        if tags[start] == "X" and self.head(start, end) == start:
            return run
        found = find_whole(self.sentence, first, self.lexicon)
        if found is None or not found.plural:
            return run
        if start + 1 == end == first + 1 and tags[end : found.head + 1] == "cxx":
            return start, found.head + 1  # "medium and large firms"
        if not start <= found.head < end:
            return run
        head = found.head
        if words[head][0].isupper():
            if head + 1 < end and is_plural(words[head + 1], self.lexicon):
                head += 1  # "the Japanese people"
            elif not (lowers[head].endswith("s") and family(lemma(words[head], self.lexicon), self.lexicon)):
                return run  # "Windows machines", "British phone users"
        if tags[head + 1 : head + 2] not in ("x", "X", "e", "g", "v") or head + 1 >= len(lowers):
            return run
        following = lowers[head + 1]
        if lowers[head] in _FIELDS:
            return run  # "of its electronics output"
        is_adjective = not (is_noun(following, self.lexicon) or is_stop(following, self.lexicon))
        return run if is_adjective else (start, head + 1)  # not "the platforms annual turnover"

    def _behind_participles(self, first: int) -> int:
        """Return where a whole is named that participles stand before: "of the newly enlarged issued share capital"."""
        tags, lowers = self.tags, self.sentence.lowers
        opening = at = first + (tags[first : first + 1] == "d")
        while at + 1 < len(tags) and tags[at + 1] in _DESCRIBED:
            if tags[at] not in _PARTICIPLES and not lowers[at].endswith(_PARTICIPIAL):
                break
            at += 1
        is_odd = at > opening and (tags[opening] == "r" or tags[opening + 1] in _PARTICIPLES)
        return at if is_odd and tags[at : at + 1] in ("x", "X") else first

    def _counted(self, first: int) -> Range | None:
        """Return what a number within the whole counts: "40% of the 300 gardens"."""
        for other in self.marks:
            if first <= other.first and other.number_first <= first + _CALLED and other.head >= other.number_last:
                return other.head, other.head + 1
        return None

    def whole(self, head: int, first: int) -> str:
        """Write the head of a whole in the singular, and a name as it stands.

        A name is written whole ("Asea-Brown", "Berliner Bank"), and "those aged 40" name nothing.
        """
        words, word = self.sentence.words, self.sentence.words[head]
        if word == "s":
            return ""  # "of the over-50s"
        if self.tags[head] == "X":
            start = head
            while start > first + 1 and self.tags[start - 1] == "-" and self.tags[start - 2] == "X":
                start -= 2
            low = lemma(word, self.lexicon)
            if word[:-1].isupper() or family(low, self.lexicon):
                return "".join(words[start:head]) + low  # "of MPs", "of Afghans"
            while start > first and self.tags[start - 1] == "X":
                start -= 1
            return self.sentence.said(start, head + 1)  # "of Berliner Bank"
        is_told = head and self.sentence.lowers[head - 1] in _THOSE and not is_plural(word, self.lexicon)
        if word in _TRAILING or is_told:
            return ""
        lowers = self.sentence.lowers
        if first > 1 and lowers[first - 2] in _THOSE and is_stop(lowers[first - 1], self.lexicon):
            return ""  # "those with gardens"
        if self._is_doing(first, head):
            return ""
        if head > first and word.endswith(_POSTPOSED) and lowers[head + 1 : head + 2] in _BEARING:
            if not ends_alike(word, self.lexicon):
                word = words[head - 1]  # "the land suitable for wheat"
        start = head
        while word == words[head] and start > first + 1 and self.sentence.joined(start) and words[start - 1] in HYPHENS:
            start -= 2
        return "".join(words[start:head]) + lemma(word, self.lexicon)  # "of e-mails"

    def _is_doing(self, first: int, head: int) -> bool:
        """Say whether a head is what some do: "40% of those buying new cars"; not "of those annoying people"."""
        lowers = self.sentence.lowers
        those = next((at for at in range(head - 2, max(-1, first - 3), -1) if lowers[at] in _THOSE), -1)
        if those < 0 or not lowers[those + 1].endswith("ing") or ends_alike(lowers[those + 1], self.lexicon):
            return False
        return not is_person(lowers[head], self.lexicon)

    def _run(self, first: int) -> Range | None:
        """Return a noun phrase with what modifies it behind, up to a date: "tax on imported vehicles"."""
        return walk.run_after(self.tags, first, through="opFw")

    def _object(self, at: int, end: int) -> tuple[int, int, str] | None:
        """Read the object of a verb that sets it to an amount: "kept its interest rate at 5 percent"."""
        tags = self.tags
        run = walk.phrase_before(tags, end)
        if run is None or any(run[0] <= other.first < end for other in self.marks[:at]):
            return None
        verb = run[0] - 1
        while verb > 0 and tags[verb] in "dr":
            verb -= 1
        if verb < 1 or tags[verb] not in "veVGBKDg":
            return None
        determined = "d" in tags[verb : run[0]] or self.noun(self.head(*run), run[0]) is not None
        return (*run, "object") if determined else None

    def _is_in_kind(self, mark: Mark, after: int) -> bool:
        """Say whether "in" names what the amount is: "$5m in aid", "18 metres in depth"."""
        if self.tags[after + 1 : after + 2] != "x":
            return False
        return mark.quantity.unit.kind is MONEY or self.noun(after + 1, after + 1) is not None

    def _adjectives(self, first: int) -> int:
        """Return where the noun phrase around a number starts: "a turbocharged 1.6 litre engine"."""
        start = first
        while start > 0 and self.tags[start - 1] in "x-":
            start -= 1
        return start if start > 0 and self.tags[start - 1] == "d" else first

    def _in_line(self, mark: Mark) -> bool:
        """Say whether a signed figure stands in a line of names: "Ikonta 50 -0.4% Zanta -1.2%"."""
        return self.sentence.lowers[mark.first] in _SIGNS and mark.first > 0 and self.tags[mark.last] == "X"

    def _clipped(self, at: int, run: Range | None, rule: str) -> tuple[int, int, str] | None:
        """Leave out of a run what belongs to the figures before."""
        if run is None:
            return None
        first, last = run
        for other in self.marks[:at]:
            if first < other.last < last:
                first = other.last
        kept = walk.trim(self.tags, first, last)
        return None if kept is None else (*kept, rule)

    def _is_finite(self, token: int) -> bool:
        return self.tags[token] == "e" and token + 1 < len(self.tags) and self.tags[token + 1] in "ytpfw"

    def _is_beside(self, after: int) -> bool:
        return self.sentence.lowers[after] not in _NOT_NAMED

    def _continues(self, at: int, mark: Mark) -> bool:
        """Say whether the mark stands beside the one before it: in brackets, or joined by "or", "and", "to"."""
        first, last = self.marks[at - 1].last, mark.first
        return last - first <= 3 and _CONTINUING.issuperset(self.tags[first:last])

    def _verbless(self, mark: Mark) -> tuple[int, int, str] | None:
        """Read what stands in front of the number in a line without a verb: "FTSE -0.6%"."""
        tags = self.tags
        end = mark.first
        lasts = {other.last: other.first for other in self.marks}
        while end > 0 and (tags[end - 1] in "(r$-;," or (end in lasts and lasts[end] < mark.first)):
            end = lasts.get(end, end - 1) if end != mark.first else end - 1
        if end and tags[end - 1] in "xX":
            run = walk.run_before(tags, end)
            if run is not None:
                return (*run, "before")
        return None
