"""Typed, checked, frozen tables of one language.

A language is a folder of TOML tables. A table holds rows of one or more kinds (`[[hedge]]`); each kind has its row
type here, and a row that does not fit it is refused with file and row. Rows prove themselves: a row carries
`examples`, in place or, for the tables of this package, in the sibling folder `examples/` that only tests and docs
read, so that loading stays cheap.
"""

import functools
import tomllib
from collections.abc import Iterator, Mapping
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar, final, get_args, get_origin

import attrs

from .errors import ArgumentError, LexiconError
from .text import EndWords

Phrases = tuple[str, ...]

#: What a word before a full stop does (see `EndWords`) -> the class of words that do it.
_ROLES: Mapping[str, str] = MappingProxyType(
    {
        "abbreviation": "abbreviation",
        "clock": "clock abbreviation",
        "number": "number abbreviation",
        "title": "title abbreviation",
    }
)


@final
@attrs.frozen(kw_only=True)
class Words:
    """A closed class of words, by name: determiners, abbreviations, months that are also names."""

    name: str
    phrases: Phrases
    examples: Mapping[str, str] = attrs.field(factory=dict, eq=False)


@final
@attrs.frozen(kw_only=True)
class NumberWord:
    """Words that stand for a number or a power of ten.

    `role` is digit (one to nine), teen, ten, hundred, scale, group (dozen, score), fraction (half, third), zero,
    multiple (twice), vague (several), article.
    """

    role: str
    value: str
    phrases: Phrases
    upper: str = ""
    best: str = ""
    floor: str = ""
    examples: Mapping[str, str] = attrs.field(factory=dict, eq=False)


@final
@attrs.frozen(kw_only=True)
class HedgeWord:
    """Phrases with one effect on the interval of the numeral beside them."""

    effect: str
    phrases: Phrases
    position: str = "before"
    guard: str = ""
    examples: Mapping[str, str] = attrs.field(factory=dict, eq=False)


@final
@attrs.frozen(kw_only=True)
class DateWord:
    """Words of dates: what they do in a date phrase (`role`) and which month, day or direction they name (`value`)."""

    role: str
    phrases: Phrases
    value: str = ""
    examples: Mapping[str, str] = attrs.field(factory=dict, eq=False)

    @property
    def position(self) -> str:
        """A word may stand in several roles ("second", "may"), once in each."""
        return self.role


@final
@attrs.frozen(kw_only=True)
class NounWords:
    """A class of words of the noun phrase, by name; a word may stand in several."""

    name: str
    phrases: Phrases
    examples: Mapping[str, str] = attrs.field(factory=dict, eq=False)

    @property
    def position(self) -> str:
        """The class, within which a word stands once."""
        return self.name


@final
@attrs.frozen(kw_only=True)
class PluralWords:
    """Irregular plurals and their singulars."""

    words: Mapping[str, str] = attrs.field(eq=False)
    examples: Mapping[str, str] = attrs.field(factory=dict, eq=False)


@final
@attrs.frozen(kw_only=True)
class FamilyWords:
    """Nouns, as lemmas and as endings, that name one kind of thing."""

    name: str
    phrases: Phrases
    endings: Phrases = ()
    examples: Mapping[str, str] = attrs.field(factory=dict, eq=False)


@final
@attrs.frozen(kw_only=True)
class DimensionWord:
    """A dimension that is a product of others: speed is "length/time"."""

    name: str
    of: str
    examples: Mapping[str, str] = attrs.field(factory=dict, eq=False)


@final
@attrs.frozen(kw_only=True)
class UnitWord:
    """A unit: its dimension, how many base units it holds, and how it is written.

    `phrases` are singular and lower-case (plurals come by rule, `plurals` where none fits); `symbols` are exact in
    their capitals, `attached` only where they touch the number ("5m"). `prefixes` are the SI prefixes that it takes.
    """

    name: str
    dimension: str
    factor: str = ""
    offset: str = ""
    kind: str = "measure"
    phrases: Phrases = ()
    plurals: Phrases = ()
    symbols: Phrases = ()
    attached: Phrases = ()
    prefixes: str = ""
    code: str = ""
    reference: str = ""
    alternatives: Phrases = ()
    examples: Mapping[str, str] = attrs.field(factory=dict, eq=False)


@final
@attrs.frozen(kw_only=True)
class CurrencyWord:
    """A currency by its ISO 4217 code; or, with `codes`, a name that several share ("dollar", "$")."""

    name: str
    code: str = ""
    codes: Phrases = ()
    minor: int = 2
    parts: int = 100
    phrases: Phrases = ()
    plurals: Phrases = ()
    symbols: Phrases = ()
    before: Phrases = ()
    subunit: str = ""
    subunits: Phrases = ()
    pieces: Phrases = ()
    historic: bool = False
    examples: Mapping[str, str] = attrs.field(factory=dict, eq=False)


@final
@attrs.frozen(kw_only=True)
class PrefixWord:
    """A prefix of SI: its symbol, its name and its power of ten."""

    symbol: str
    name: str
    exponent: int
    examples: Mapping[str, str] = attrs.field(factory=dict, eq=False)


@final
@attrs.frozen(kw_only=True)
class UnitWords:
    """A class of words that tells how a unit is meant, by name."""

    name: str
    phrases: Phrases
    examples: Mapping[str, str] = attrs.field(factory=dict, eq=False)

    @property
    def position(self) -> str:
        """The class, within which a word stands once."""
        return self.name


@final
@attrs.frozen(kw_only=True)
class CueWord:
    """Phrases that link a statement to its source: what may stand around them (`role`), and how the source stands to it.

    `form` is finite or participle; `noun` marks words that are nouns as well ("claims").
    """

    name: str
    role: str
    phrases: Phrases
    stance: str = "asserts"
    form: str = "finite"
    noun: bool = False
    examples: Mapping[str, str] = attrs.field(factory=dict, eq=False)


@final
@attrs.frozen(kw_only=True)
class SpeechWord:
    """A class of words that stand around a cue: pronouns, auxiliaries, nouns that measure."""

    name: str
    phrases: Phrases
    examples: Mapping[str, str] = attrs.field(factory=dict, eq=False)

    @property
    def position(self) -> str:
        """A word may belong to several classes, once to each."""
        return self.name


@final
@attrs.frozen(kw_only=True)
class StatusWord:
    """Phrases that lower the standing of a figure: which status they give, and from where they reach it (`position`)."""

    status: str
    phrases: Phrases
    position: str = "before"
    examples: Mapping[str, str] = attrs.field(factory=dict, eq=False)


@final
@attrs.frozen(kw_only=True)
class ClassWord:
    """Words that do the same in a clause: a `tag` that `clause.py` reads; verbs as base forms ("rise rose risen")."""

    tag: str
    phrases: Phrases
    examples: Mapping[str, str] = attrs.field(factory=dict, eq=False)


@final
@attrs.frozen(kw_only=True)
class MeasureWord:
    """A measure and how it is said: by `nouns`, by verbs with an object (`did`) or without (`died`), or as a `state`.

    `object` holds verb and counted noun that mean it together ("claim life"), `tells` verbs that give the subject's
    measure.
    """

    id: str
    kind: str
    accrual: str
    nouns: Phrases = ()
    did: Phrases = ()
    died: Phrases = ()
    state: Phrases = ()
    object: Phrases = ()
    tells: Phrases = ()
    examples: Mapping[str, str] = attrs.field(factory=dict, eq=False)


@final
@attrs.frozen(kw_only=True)
class TrendWord:
    """Verbs, adverbs and nouns of one way of moving: rise, fall, multiply, or level."""

    way: str
    verbs: Phrases = ()
    adverbs: Phrases = ()
    nouns: Phrases = ()
    examples: Mapping[str, str] = attrs.field(factory=dict, eq=False)


@final
@attrs.frozen(kw_only=True)
class ScopeWord:
    """Phrases with one role in the scope of a figure: places and events, the basis of a count, an earlier level."""

    role: str
    phrases: Phrases
    examples: Mapping[str, str] = attrs.field(factory=dict, eq=False)

    @property
    def position(self) -> str:
        """A phrase may stand in several roles, once in each."""
        return self.role


@final
@attrs.frozen(kw_only=True)
class WholeWord:
    """A whole and its parts on one axis (measure, subject, place, basis); see the head of the table."""

    axis: str
    name: str
    parts: Phrases = ()
    same: Phrases = ()
    apart: bool = False
    sums: bool = False
    sense: str = ""
    profile: str = ""
    examples: Mapping[str, str] = attrs.field(factory=dict, eq=False)


#: kind of row -> (its table, its type). A module that needs a table of its own adds its row type here.
ROWS: Mapping[str, tuple[str, type[Any]]] = MappingProxyType(
    {
        "words": ("words", Words),
        "number": ("numerals", NumberWord),
        "hedge": ("hedges", HedgeWord),
        "class": ("clauses", ClassWord),
        "measure": ("measures", MeasureWord),
        "qualifier": ("measures", ScopeWord),
        "trend": ("trends", TrendWord),
        "level": ("trends", ScopeWord),
        "place": ("places", ScopeWord),
        "cue": ("sources", CueWord),
        "account": ("sources", CueWord),
        "speech": ("sources", SpeechWord),
        "status": ("status", StatusWord),
        "date": ("dates", DateWord),
        "noun_words": ("nouns", NounWords),
        "plural": ("nouns", PluralWords),
        "family": ("nouns", FamilyWords),
        "dimension": ("units", DimensionWord),
        "unit": ("units", UnitWord),
        "prefix": ("units", PrefixWord),
        "unit_words": ("units", UnitWords),
        "currency": ("currencies", CurrencyWord),
        "whole": ("scopes", WholeWord),
        "event_class": ("scopes", NounWords),
    }
)

R = TypeVar("R")


@final
@attrs.frozen(eq=False)
class Lexicon:
    """All tables of a language; a value: extending it makes a new one.

    Rows are read on first use, a table at a time. Two lexicons are equal only if they are the same object.

    >>> lexicon = load("en")
    >>> "approximately" in {p for row in lexicon.rows("hedge") for p in row.phrases}
    True
    """

    language: str
    #: Files that extend the shipped tables, in order.
    extensions: tuple[str, ...] = ()
    _extra: Mapping[str, tuple[Any, ...]] = attrs.field(factory=dict, repr=False)

    def rows(self, kind: str) -> tuple[Any, ...]:
        """Return the rows of a kind, the language's own first, then those of the extensions."""
        return _rows(self.language, kind) + tuple(self._extra.get(kind, ()))

    def words(self, name: str) -> frozenset[str]:
        """Return a closed class of words by name; empty when the language has none."""
        return frozenset(p for row in self.rows("words") if row.name == name for p in row.phrases)

    def extend(self, path: str | Path) -> "Lexicon":
        """Return a lexicon with the rows of one more TOML file; raise `LexiconError` on a row that cannot be used."""
        file = Path(path)
        try:
            content = tomllib.loads(file.read_text(encoding="utf-8"))
        except OSError as error:
            raise LexiconError(str(path), "", f"cannot be read: {error.strerror or error}") from error
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise LexiconError(str(path), "", f"is not TOML: {error}") from error
        added = {kind: rows for kind, rows in _typed(str(path), content, proof=True)}
        extra = dict(self._extra)
        for kind, rows in added.items():
            _refuse_twins(str(path), kind, rows, self.rows(kind))
            extra[kind] = (*extra.get(kind, ()), *rows)
        return attrs.evolve(self, extensions=(*self.extensions, str(path)), extra=extra)

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle as the language and the added rows; the shipped tables are found again on the other side."""
        return _restore, (self.language, self.extensions, dict(self._extra))


def _restore(language: str, extensions: tuple[str, ...], extra: dict[str, tuple[Any, ...]]) -> Lexicon:
    return Lexicon(language, extensions, extra) if extra else load(language)


@functools.lru_cache(maxsize=16)
def load(language: str = "en") -> Lexicon:
    """Return the lexicon of a language; raise `ArgumentError` when there is no folder of tables for it.

    >>> load("en").language
    'en'
    """
    if not isinstance(language, str):
        msg = f"language must be a str, got {type(language).__name__}"
        raise TypeError(msg)
    if language not in languages():
        raise ArgumentError("language", language, f"no tables; there are {', '.join(sorted(languages()))}")
    return Lexicon(language)


@functools.lru_cache(maxsize=8)
def end_words(lexicon: Lexicon) -> EndWords:
    """Return the words of a language that tell where sentences end, for `text.bounds`.

    >>> end_words(load("en")).role("Gen", cased=True)
    'title'
    """
    roles = {p: role for role in ("abbreviation", "clock", "number", "title") for p in lexicon.words(_ROLES[role])}
    classes = ("sentence opener", "clock follower", "line linker")
    return EndWords(roles, *(lexicon.words(name) for name in classes))


def languages() -> frozenset[str]:
    """Return the languages that have a folder of tables."""
    return frozenset(p.name for p in _folder().iterdir() if p.is_dir() and p.joinpath("hedges.toml").is_file())


def examples(language: str, table: str) -> Mapping[str, Any]:
    """Return the examples of a shipped table, as its sibling file holds them; read by tests and docs alone."""
    file = _folder().joinpath(language, "examples", f"{table}.toml")
    return tomllib.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}


def _folder() -> Traversable:
    return resources.files(__package__).joinpath("languages")


@functools.lru_cache(maxsize=64)
def _table(language: str, table: str) -> Mapping[str, tuple[Any, ...]]:
    file = _folder().joinpath(language, f"{table}.toml")
    if not file.is_file():
        return {}
    found = dict(_typed(f"{language}/{table}.toml", tomllib.loads(file.read_text(encoding="utf-8")), proof=False))
    for kind, rows in found.items():
        _refuse_twins(f"{language}/{table}.toml", kind, rows, ())
    return found


def _rows(language: str, kind: str) -> tuple[Any, ...]:
    try:
        table = ROWS[kind][0]
    except KeyError:
        raise ArgumentError("kind", kind, f"no such kind of row; there are {', '.join(ROWS)}") from None
    return _table(language, table).get(kind, ())


def _typed(file: str, content: Mapping[str, Any], *, proof: bool) -> Iterator[tuple[str, tuple[Any, ...]]]:
    for kind, rows in content.items():
        if kind not in ROWS:
            raise LexiconError(file, kind, f"unknown kind of row; there are {', '.join(ROWS)}")
        if not isinstance(rows, list):
            raise LexiconError(file, kind, f"rows are written as [[{kind}]]")
        yield kind, tuple(_row(file, kind, number, row, proof=proof) for number, row in enumerate(rows, 1))


def _row(file: str, kind: str, number: int, row: Mapping[str, Any], *, proof: bool) -> object:
    name = f"{kind} {number}"
    row_type = ROWS[kind][1]
    fields = {field.name: field for field in attrs.fields(row_type)}
    for key in row:
        if key not in fields:
            raise LexiconError(file, name, f"unknown key {key!r}; a {kind} has {', '.join(fields)}")
    values = {}
    for key, field in fields.items():
        if key in row:
            values[key] = _value(file, name, key, row[key], field.type)
        elif field.default is attrs.NOTHING:
            raise LexiconError(file, name, f"needs {key!r}")
    if proof and not row.get("examples"):
        raise LexiconError(file, name, "a row needs examples: a phrase and what it means")
    try:
        return row_type(**values)
    except ValueError as error:
        raise LexiconError(file, name, str(error)) from error


def _value(file: str, name: str, key: str, value: object, expected: Any) -> object:
    origin = get_origin(expected) or expected
    if origin is tuple:
        if not isinstance(value, list) or not all(isinstance(item, get_args(expected)[0]) for item in value):
            raise LexiconError(file, name, f"{key!r} must be a list of {get_args(expected)[0].__name__}")
        if key == "phrases" and not all(item.strip() for item in value):
            raise LexiconError(file, name, "a phrase is empty")
        return tuple(value)
    if origin is Mapping:
        if not isinstance(value, dict):
            raise LexiconError(file, name, f"{key!r} must be a table")
        return value
    if not isinstance(value, origin) or (isinstance(value, bool) and origin is not bool):
        raise LexiconError(file, name, f"{key!r} must be a {origin.__name__}, got {value!r}")
    return value


def _refuse_twins(file: str, kind: str, rows: tuple[Any, ...], before: tuple[Any, ...]) -> None:
    """Refuse a phrase that two rows of a kind claim; rows of words may share members, being different classes."""
    if kind == "words":
        return
    claimed = {(phrase, getattr(row, "position", "")) for row in before for phrase in getattr(row, "phrases", ())}
    for number, row in enumerate(rows, 1):
        for phrase in getattr(row, "phrases", ()):
            key = (phrase, getattr(row, "position", ""))
            if key in claimed:
                raise LexiconError(file, f"{kind} {number}", f"phrase {phrase!r} is claimed twice")
            claimed.add(key)
