"""Whether a figure is a level, a change or the level before it."""

import functools
from collections.abc import Sequence
from enum import Enum
from typing import Final, final

from . import clause, naming, walk
from .clause import VERBS
from .group import VERSUS
from .lexicon import Lexicon
from .match import PhraseTable
from .quantity import Mark
from .text import Sentence
from .unit import UnitKind


class Trend(Enum):
    """What a figure says of a course: where it stands, how far it moved, or where it stood before."""

    LEVEL = "level"
    RISE = "rise"
    FALL = "fall"
    PREVIOUS = "previous"


# Members of an enum that are asked for again and again: found in the module in a seventh of the time of `Enum.NAME`.
_LEVEL: Final = Trend.LEVEL
_RISE: Final = Trend.RISE
_PREVIOUS: Final = Trend.PREVIOUS
_NONE: Final = UnitKind.NONE
_WAYS: Final = {"rise": _RISE, "fall": Trend.FALL}
_MULTIPLES: Final = {"multiply": _RISE, "divide": Trend.FALL}
_MOVES: Final = (_RISE, Trend.FALL)
_SIGNS: Final = {"+": _RISE, "-": Trend.FALL, "\u2212": Trend.FALL, "\u2013": Trend.FALL}
#: Words between a verb and its amount.
_BETWEEN: Final = frozenset(("another", "some", "additional", "as", "much", "between", "around", "about", "over"))
_SURE: Final = VERSUS | {"compared", "up", "down", "as", "in"}
_TO: Final = frozenset(("to", "from", "at"))
_COORDINATING: Final = frozenset("pxXd#rc,F")
#: Kinds of unit that a verb of movement measures by itself; of things counted it needs "by" ("rose by 400 jobs").
_MEASURED: Final = (UnitKind.RATIO, UnitKind.POINTS, UnitKind.MONEY, UnitKind.MEASURE, UnitKind.NONE)
_RELATIVE: Final = (UnitKind.RATIO, UnitKind.POINTS)
#: The rule of a figure that is said to have been outgrown.
FORMER: Final = "trend:former"
_COMPARED: Final = "trend:compared"
#: Rules of figures that look for the level that they belong to.
_RELATED: Final = (_COMPARED, FORMER)
#: How far to the left of "to 120" its verb may stand, in tokens.
_REACH: Final = 24
#: A second amount of one verb stands so near behind the first.
_NEAR: Final = 7


@final
class TrendMark:
    """The course of one mark: its trend, the rule and cue tokens, and the marks of the same move. Internal."""

    __slots__ = ("first", "last", "related", "rule", "trend")

    def __init__(self, trend: Trend, rule: str = "", first: int = -1, last: int = -1) -> None:
        self.trend = trend
        self.rule = rule
        self.first = first
        self.last = last
        self.related: tuple[int, ...] = ()


@final
class _Words:
    """The tables of movement: verbs by form, adverbs, nouns, and what compares with an earlier level."""

    __slots__ = (
        *("adverbs", "any", "before", "compares", "earlier", "figures", "former", "moves", "multiples", "nouns"),
        *("owned", "verbs"),
    )

    def __init__(self, lexicon: Lexicon) -> None:
        verbs: dict[str, str] = {}
        owned: list[str] = []
        self.adverbs: dict[str, Trend] = {}
        self.nouns: dict[str, Trend] = {}
        for row in lexicon.rows("trend"):
            for phrase in row.verbs:
                for _, form in clause.verb_forms(phrase, lexicon):
                    verbs.setdefault(form, row.way)
            owned += [form for phrase in row.owned for _, form in clause.verb_forms(phrase, lexicon)]
            if row.way in _WAYS:
                self.adverbs |= dict.fromkeys(row.adverbs, _WAYS[row.way])
                for noun in row.nouns:
                    self.nouns[noun] = self.nouns[noun + "s"] = _WAYS[row.way]
        self.verbs = PhraseTable(verbs.items())
        self.owned = frozenset(owned)
        self.moves = frozenset(word for form in verbs for word in (form.split()[0], form.split()[-1]))
        self.multiples = frozenset(form.split()[0] for form, way in verbs.items() if way in _MULTIPLES)
        levels = lexicon.rows("level")
        self.before = PhraseTable((p, r.role) for r in levels if r.role == "before" for p in r.phrases)
        self.compares = self.before.last_words
        self.earlier = PhraseTable((p, r.role) for r in levels if r.role == "earlier" for p in r.phrases)
        self.former = frozenset(p for r in levels if r.role == "former" for p in r.phrases)
        self.figures = frozenset(p for r in levels if r.role == "figure" for p in r.phrases)
        known = self.former | self.moves | self.adverbs.keys() | self.nouns.keys() | {"higher", "lower"}
        #: A sentence without any of these and without a sign tells of no course: of a phrase that compares, its
        #: longest word.
        self.any = known | {
            max(p.split(), key=len)
            for r in levels
            if r.role == "before"
            for p in r.phrases
            if known.isdisjoint(p.split())
        }


@functools.lru_cache(maxsize=8)
def _words(lexicon: Lexicon) -> _Words:
    return _Words(lexicon)


def find(sentence: Sentence, marks: Sequence[Mark], lexicon: Lexicon) -> tuple[TrendMark, ...]:
    """Return the course of each mark, parallel to `marks`, with the marks of one move linked.

    >>> from newsfigures.lexicon import load
    >>> from newsfigures import quantity
    >>> s = Sentence("Sales rose 4% to 120 from 115.")
    >>> [(m.trend.value, m.related) for m in find(s, quantity.find(s, load("en")), load("en"))]
    [('rise', (1, 2)), ('level', (0, 2)), ('previous', (0, 1))]
    """
    if not marks:
        return ()
    if _words(lexicon).any.isdisjoint(sentence.telling) and not _is_signed(sentence, marks):
        return tuple([TrendMark(_LEVEL) for _ in marks])
    reader = _Reader(sentence, marks, lexicon)
    for at in range(len(marks)):
        reader.read(at)
    if reader.is_related:
        _relate(reader, reader.found)
    return tuple(reader.found)


def sought(lexicon: Lexicon) -> frozenset[str]:
    """Return the words that are looked for in a sentence before it is read."""
    return _words(lexicon).any | _SIGNS.keys() | VERSUS


def _is_signed(sentence: Sentence, marks: Sequence[Mark]) -> bool:
    """Say whether a sentence has both a sign, which may be a hyphen, and a share to which it could belong."""
    if _SIGNS.keys().isdisjoint(sentence.telling):
        return False
    return any(mark.quantity.unit.kind in _RELATIVE for mark in marks)


@final
class _Reader:
    """One sentence with its marks."""

    __slots__ = (
        *("clause", "found", "is_related", "is_versus", "lexicon", "lowers", "marks", "sentence", "tags", "verbs"),
        "words",
    )

    def __init__(self, sentence: Sentence, marks: Sequence[Mark], lexicon: Lexicon) -> None:
        self.sentence = sentence
        self.marks = marks
        self.lowers = sentence.lowers
        self.lexicon = lexicon
        self.clause = clause.masked(clause.read(sentence, lexicon), naming.hedged(marks))
        self.tags = self.clause.tags
        self.words = _words(lexicon)
        self.is_versus = not VERSUS.isdisjoint(sentence.telling)
        #: Whether any mark is moved by a verb or compared with another.
        self.is_related = False
        #: The token of the verb or adverb that moves each mark, -1 where there is none.
        self.verbs: list[int] = []
        self.found: list[TrendMark] = []

    def read(self, at: int) -> None:
        mark = self.marks[at]
        kind = mark.quantity.unit.kind
        light = self._light(mark.first)
        done, verb = (
            (self._multiplied(mark) if self.lowers[mark.number_first] in self.words.multiples else None)
            or (self._signed(mark) if kind in _RELATIVE else None)
            or self._moved(mark)
            or self._compared(mark)
            or (self._former(light) or self._level(light) if light > 1 else None)
            or (None, -1)
        )
        if (done is None or done.trend is _LEVEL) and kind in _MEASURED:
            noun = self._noun(mark)
            if noun is not None:
                done, verb = noun, -1
        if done is None and at and self.found[at - 1].trend in _MOVES:
            before = self.found[at - 1]
            shares = "joined" if self._joined(at) else "coordinated" if self._coordinated(at) else ""
            if shares:
                done, verb = TrendMark(before.trend, f"trend:{shares}", before.first, before.last), self.verbs[at - 1]
        if done is None:
            done = TrendMark(_LEVEL)
        elif verb != -1 or done.rule in _RELATED:
            self.is_related = True
        self.found.append(done)
        self.verbs.append(verb)

    def _light(self, first: int) -> int:
        """Return the token behind which nothing but determiners and adverbs stands in front of an amount."""
        tags = self.tags
        while first > 0 and tags[first - 1] in "dr":
            first -= 1
        return first

    def _multiplied(self, mark: Mark) -> tuple[TrendMark, int] | None:
        """Read "doubled" and "halved", which say how far by themselves."""
        hit = self.words.verbs.at(self.lowers, mark.number_first)
        if hit is None or hit[0] not in _MULTIPLES:
            return None
        token = mark.number_first
        return TrendMark(_MULTIPLES[hit[0]], "trend:multiple", token, hit[1]), token

    def _signed(self, mark: Mark) -> tuple[TrendMark, int] | None:
        """Read "+0.3%" and "-1.3%"."""
        for token in (mark.first, mark.first - 1):
            if token < 0 or self.lowers[token] not in _SIGNS or token >= mark.number_last:
                continue
            if not self.sentence.joined(token) and self.sentence.joined(token + 1):
                return TrendMark(_SIGNS[self.lowers[token]], "trend:sign", token, token + 1), token
        return None

    def _moved(self, mark: Mark) -> tuple[TrendMark, int] | None:
        """Read "rose 4%", "up nearly 57%", "fell by 12 points"."""
        at, by = self._skip(mark.first)
        if at <= 0:
            return None
        kind = mark.quantity.unit.kind
        word = self.lowers[at - 1]
        way = self.words.adverbs.get(word)
        if way is not None:
            hit = self.words.verbs.ending_at(self.lowers, at)
            first = hit[1] if hit is not None and hit[0] in _WAYS else at - 1
            if kind in _MEASURED and self._is_course(at - 1):
                return TrendMark(way, "trend:adverb", first, at), first
            return None
        if word not in self.words.moves:
            return None
        hit = self.words.verbs.ending_at(self.lowers, at)
        if hit is None or hit[0] not in _WAYS or not self._is_verb(hit[1]):
            return None
        if not by and (kind not in _MEASURED or not self._is_moved(hit[1], at, mark)):
            return None
        return TrendMark(_WAYS[hit[0]], "trend:verb", hit[1], at), hit[1]

    def _is_moved(self, first: int, last: int, mark: Mark) -> bool:
        """Say whether the verb tells of its subject how it moved, and not of somebody what he lost, got or raised."""
        if mark.quantity.unit.kind in _RELATIVE or " ".join(self.lowers[first:last]) not in self.words.owned:
            return True
        if self.lowers[mark.last : mark.last + 1] == ["to"]:
            if any(other.first == mark.last + 1 for other in self.marks):
                return True  # "Ikonta added 5 cents to $2.20"
        run = walk.subject(self.clause, mark.first)
        if run is None:
            return False
        namer = naming.Namer(self.clause, self.marks, self.lexicon)
        return namer.noun(namer.head(*run), run[0]) is not None

    def _is_course(self, token: int) -> bool:
        """Say whether "up" or "down" tells a course: not in "made up 40%" or "set up 3"."""
        if token == 0:
            return True
        before = self.tags[token - 1]
        return (
            before not in "ev"
            or self.lowers[token - 1] in self.words.moves
            or self.lowers[token] in ("higher", "lower")
        )

    def _is_verb(self, token: int) -> bool:
        if token == 0:
            return True
        before = self.tags[token - 1]
        return before not in "d'o" and not (before in "#$" and self.lowers[token] in self.words.nouns)

    def _skip(self, first: int) -> tuple[int, bool]:
        """Return the token behind what may stand between a verb and its amount, and whether "by" is in it."""
        at, by = first, False
        lowers, tags, words = self.lowers, self.tags, self.words
        while at > 0:
            letter, word = tags[at - 1], lowers[at - 1]
            if letter == "y":
                at, by = at - 1, True
            elif (letter == "r" and word not in words.adverbs and word not in words.moves) or word in _BETWEEN:
                at -= 1
            elif word == "of" and at > 1 and lowers[at - 2] in ("average", "total", "median"):
                at -= 2
            else:
                break
        return at, by

    def _compared(self, mark: Mark) -> tuple[TrendMark, int] | None:
        """Read "compared with 115", "against 115 a year earlier", "up from 2.4 million"."""
        at, lowers, words = mark.first, self.lowers, self.words
        while at > 0 and self.tags[at - 1] in "dr" and lowers[at - 1] not in words.adverbs:
            at -= 1
        if at == 0:
            return None
        hit = words.before.ending_at(lowers, at) if lowers[at - 1] in words.compares else None
        if hit is None and self.is_versus:
            hit = self._versus(at)
        if hit is not None and (lowers[hit[1]] in _SURE or self._is_earlier(mark.last)):
            return TrendMark(_PREVIOUS, _COMPARED, hit[1], at), hit[1]
        return None

    def _versus(self, at: int) -> tuple[str, int] | None:
        """Find "vs" in front of a label: "vs profit 12,000"."""
        start = at
        while start > 0 and start > at - 4 and self.tags[start - 1] in "xX":
            start -= 1
        is_versus = 0 < start < at and self.lowers[start - 1] in VERSUS
        return ("before", start - 1) if is_versus else None

    def _is_earlier(self, token: int) -> bool:
        return any(self.words.earlier.at(self.lowers, at) for at in range(token, min(token + 4, len(self.lowers))))

    def _former(self, at: int) -> tuple[TrendMark, int] | None:
        """Read "a toll that had stood at 100" and "an earlier count of 100" in front of token `at`."""
        lowers, tags, words = self.lowers, self.tags, self.words
        if at > 2 and tags[at - 1] == "o" and lowers[at - 2] in words.figures:
            first = at - 2
            while first > 0 and tags[first - 1] in "xreX":
                first -= 1
                if lowers[first] in words.former:
                    return TrendMark(_PREVIOUS, FORMER, first, at), -1
        if lowers[at - 1] == "at":
            at -= 1
        hit = words.verbs.ending_at(lowers, at) if at > 2 and lowers[at - 1] in words.moves else None
        if hit is None or hit[0] != "level":
            return None
        had = hit[1] - 1
        while had > 0 and tags[had] == "r":
            had -= 1
        if had > 0 and lowers[had] == "had" and tags[had - 1] == "z":
            return TrendMark(_PREVIOUS, FORMER, had, at), -1
        return None

    def _level(self, at: int) -> tuple[TrendMark, int] | None:
        """Read "to" and "from" in front of token `at` and behind a verb of movement: "to 120", "from 115"."""
        if self.lowers[at - 1] not in _TO:
            return None
        verb = self._governor(at - 1)
        if verb is None:
            return None
        way, first, last = verb
        if self.lowers[at - 1] == "from":
            return None if way == "level" else (TrendMark(_PREVIOUS, "trend:from", first, last), first)
        return TrendMark(_LEVEL, "trend:to", first, last), first

    def _governor(self, token: int) -> tuple[str, int, int] | None:
        """Return the way and tokens of the movement to the left, if no other verb stands between."""
        words, lowers = self.words, self.lowers
        for at in range(token, max(token - _REACH, 0), -1):
            word = lowers[at - 1]
            if word in words.moves:
                hit = words.verbs.ending_at(lowers, at)
                if hit is not None and self._is_verb(hit[1]):
                    return hit[0], hit[1], at
            if word in words.adverbs:
                return "rise" if words.adverbs[word] is _RISE else "fall", at - 1, at
            if word in words.nouns:
                return "rise" if words.nouns[word] is _RISE else "fall", at - 1, at
            letter = self.tags[at - 1]
            if letter in VERBS and letter not in "bg":
                return None
            if letter in ";.uz":
                return None
        return None

    def _noun(self, mark: Mark) -> TrendMark | None:
        """Read "a 3% drop" and "a rise of 3%"."""
        lowers, nouns, tags = self.lowers, self.words.nouns, self.tags
        loose = mark.quantity.unit.kind not in _RELATIVE
        for token in range(mark.last, min(mark.last + 3, len(lowers))):
            word = lowers[token]
            if word in nouns and tags[token] not in "ve":
                if loose and word in ("loss", "gain", "cut", "losses", "gains"):
                    return None
                return TrendMark(nouns[word], "trend:noun", token, token + 1)
            if tags[token] not in "xX-":
                break
        if mark.last < len(lowers) and lowers[mark.last] in ("higher", "lower"):
            return TrendMark(self.words.adverbs[lowers[mark.last]], "trend:comparative", mark.last, mark.last + 1)
        at = mark.first - 1
        if (
            at > 0
            and lowers[at] == "of"
            and lowers[at - 1] in nouns
            and not (loose and lowers[at - 1] in ("loss", "gain"))
        ):
            return TrendMark(nouns[lowers[at - 1]], "trend:noun", at - 1, at)
        return None

    def _joined(self, at: int) -> bool:
        """Say whether a mark repeats the one before it: "64 points, or 1.4%"."""
        between = self.lowers[self.marks[at - 1].last : self.marks[at].first]
        return between in ([",", "or"], ["or"], ["("])

    def _coordinated(self, at: int) -> bool:
        """Say whether a mark shares the verb of the one before it: "grew 2% in May and 3% in June"."""
        left, right = self.marks[at - 1], self.marks[at]
        if self.found[at - 1].rule not in ("trend:verb", "trend:coordinated") or right.first - left.last > _NEAR:
            return False
        between = self.tags[left.last : right.first]
        if not between.endswith(("c", ",")) or not _COORDINATING.issuperset(between):
            return False
        return left.quantity.unit == right.quantity.unit


def _relate(reader: _Reader, found: list[TrendMark]) -> None:
    """Link the marks that one verb moves, and an earlier level to the level that it is compared with."""
    groups: dict[int, list[int]] = {}
    for at, verb in enumerate(reader.verbs):
        key = verb
        if found[at].rule in _RELATED:
            partner = _partner(reader, found, at)
            if partner >= 0:
                key = reader.verbs[partner] if reader.verbs[partner] >= 0 else -2 - partner
                groups.setdefault(key, [partner])
        if key != -1:
            group = groups.setdefault(key, [])
            if at not in group:
                group.append(at)
    for group in groups.values():
        for at in group:
            found[at].related = tuple([other for other in group if other != at])


def _partner(reader: _Reader, found: list[TrendMark], at: int) -> int:
    """Return the nearest level before a mark in a unit of the same kind, or -1; of a former one also behind it."""
    kind = reader.marks[at].quantity.unit.kind
    order = list(range(at - 1, -1, -1))
    if found[at].rule == FORMER:
        order += range(at + 1, len(found))
    for before in order:
        other = reader.marks[before].quantity.unit.kind
        if found[before].trend is _LEVEL and (other is kind or other is _NONE or kind is _NONE):
            return before
    return -1
