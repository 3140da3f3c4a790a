"""Typed, checked, frozen tables of one language.

A language is a folder of TOML tables. A table holds rows of one or more kinds (`[[hedge]]`); each kind has its row
type here, and a row that does not fit it is refused with file and row. Rows prove themselves: a row carries
`examples`, in place or, for the tables of this package, in the sibling folder `examples/` that only tests and docs
read, so that loading stays cheap.
"""

import functools
import re
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple, final, get_args, get_origin

import attrs

from .errors import ArgumentError, LexiconError
from .text import SPACES, EndWords

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


#: Of a field: only values that the language's own rows have are known to the code, so no other may be added.
_CLOSED = MappingProxyType({"closed": True})
#: Of a list: several rows may name the same.
_SHARED = MappingProxyType({"shared": True})


def _among(*names: str) -> Callable[[object, "attrs.Attribute[str]", str], None]:
    """Refuse any other value than these."""

    def validate(_: object, field: "attrs.Attribute[str]", value: str) -> None:
        if value not in names:
            raise ValueError(f"unknown {field.name} {value!r}; there are {', '.join(names)}")

    return validate


def _number(_: object, field: "attrs.Attribute[str]", value: str) -> None:
    """Refuse what is neither empty nor a number or a ratio of two ("1609.344/3600")."""
    if value and not _NUMBER.fullmatch(value):
        raise ValueError(f"{field.name} must be a number, got {value!r}")


_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?:/(?![0.]+\Z)\d+(?:\.\d+)?)?", re.ASCII)


class _Row:
    """What all rows share; they have no equality of their own, because none is ever compared."""

    __slots__ = ()

    def __repr__(self) -> str:
        """Show what was written."""
        row_type: type[Any] = type(self)
        fields = ((field.name, getattr(self, field.name)) for field in attrs.fields(row_type))
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in fields if value)})"


@final
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Words(_Row):
    """A closed class of words, by name: determiners, abbreviations, months that are also names."""

    name: str = attrs.field(metadata=_CLOSED)
    phrases: Phrases
    examples: Mapping[str, str] = attrs.field(factory=dict)

    @property
    def position(self) -> str:
        """The class, within which a word stands once."""
        return self.name


@final
@attrs.frozen(kw_only=True, eq=False, repr=False)
class NumberWord(_Row):
    """Words that stand for a number or a power of ten.

    `role` is digit (one to nine), teen, ten, hundred, scale, group (dozen, score), fraction (half, third), zero,
    multiple (twice), vague (several), article.
    """

    role: str = attrs.field(metadata=_CLOSED)
    value: str = attrs.field(validator=_number)
    phrases: Phrases
    upper: str = attrs.field(default="", validator=_number)
    best: str = attrs.field(default="", validator=_number)
    floor: str = attrs.field(default="", validator=_number)
    examples: Mapping[str, str] = attrs.field(factory=dict)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Widths(_Row):
    """How wide the hedges of a row reach: the shares that `Reading` names; empty where it decides."""

    approximate: str = attrs.field(default="", validator=_number)
    nearly: str = attrs.field(default="", validator=_number)
    less: str = attrs.field(default="", validator=_number)
    at_least: str = attrs.field(default="", validator=_number)
    up_to: str = attrs.field(default="", validator=_number)
    grain: str = attrs.field(default="", validator=_number)
    absolute: str = attrs.field(default="", validator=_number)

    def __attrs_post_init__(self) -> None:
        for name, text in self.widths:
            if text.startswith("-"):
                raise ValueError(f"{name} must not be below zero, got {text!r}")

    @property
    def widths(self) -> tuple[tuple[str, str], ...]:
        """What the row gives, by name."""
        return tuple((name, text) for name in _WIDTHS if (text := getattr(self, name)))


_WIDTHS = tuple(field.name for field in attrs.fields(Widths))


@final
@attrs.frozen(kw_only=True, eq=False, repr=False)
class HedgeWord(Widths):
    """Phrases with one effect on the interval of the numeral beside them; a row may tune how wide its own reach is."""

    effect: str = attrs.field(
        validator=_among(
            *("none", "exactly", "more_than", "at_least", "at_least_soft", "less_than", "at_most", "up_to", "nearly"),
            *("below", "not_only"),
            *("just_over", "just_under", "well_over", "well_under", "about", "close_to", "order_of", "odd", "barely"),
        )
    )
    phrases: Phrases
    position: str = attrs.field(default="before", validator=_among("before", "after"))
    guard: str = attrs.field(default="", metadata=_CLOSED)
    examples: Mapping[str, str] = attrs.field(factory=dict)


@final
@attrs.frozen(kw_only=True, eq=False, repr=False)
class ToleranceWord(Widths):
    """How wide hedges reach for the units of one dimension, or for some cues of the table; the last such row counts.

    `absolute` is in base units of the dimension.
    """

    dimension: str = ""
    cues: Phrases = attrs.field(default=(), metadata=_SHARED)
    examples: Mapping[str, str] = attrs.field(factory=dict)


@final
@attrs.frozen(kw_only=True, eq=False, repr=False)
class DateWord(_Row):
    """Words of dates: what they do in a date phrase (`role`) and which month, day or direction they name (`value`)."""

    role: str = attrs.field(metadata=_CLOSED)
    phrases: Phrases
    value: str = ""
    examples: Mapping[str, str] = attrs.field(factory=dict)

    @property
    def position(self) -> str:
        """A word may stand in several roles ("second", "may"), once in each."""
        return self.role


@final
@attrs.frozen(kw_only=True, eq=False, repr=False)
class NounWords(_Row):
    """A class of words of the noun phrase, by name; a word may stand in several."""

    name: str = attrs.field(metadata=_CLOSED)
    phrases: Phrases
    examples: Mapping[str, str] = attrs.field(factory=dict)

    @property
    def position(self) -> str:
        """The class, within which a word stands once."""
        return self.name


@final
@attrs.frozen(kw_only=True, eq=False, repr=False)
class PluralWords(_Row):
    """Irregular plurals and their singulars."""

    words: Mapping[str, str] = attrs.field()
    examples: Mapping[str, str] = attrs.field(factory=dict)


@final
@attrs.frozen(kw_only=True, eq=False, repr=False)
class FamilyWords(_Row):
    """Nouns, as lemmas and as endings, that name one kind of thing."""

    name: str
    phrases: Phrases
    endings: Phrases = ()
    examples: Mapping[str, str] = attrs.field(factory=dict)


@final
@attrs.frozen(kw_only=True, eq=False, repr=False)
class DimensionWord(_Row):
    """A dimension that is a product of others: speed is "length/time"."""

    name: str
    of: str
    examples: Mapping[str, str] = attrs.field(factory=dict)


@final
@attrs.frozen(kw_only=True, eq=False, repr=False)
class UnitWord(_Row):
    """A unit: its dimension, how many base units it holds, and how it is written.

    `phrases` are singular and lower-case (plurals come by rule, `plurals` where none fits); `symbols` are exact in
    their capitals, `attached` only where they touch the number ("5m"). `prefixes` are the SI prefixes that it takes.
    """

    name: str
    dimension: str
    factor: str = attrs.field(default="", validator=_number)
    offset: str = attrs.field(default="", validator=_number)
    kind: str = attrs.field(default="measure", validator=_among("measure", "count", "ratio", "points", "age"))
    phrases: Phrases = ()
    plurals: Phrases = ()
    symbols: Phrases = ()
    attached: Phrases = ()
    prefixes: str = ""
    code: str = ""
    reference: str = ""
    alternatives: Phrases = attrs.field(default=(), metadata=_SHARED)
    examples: Mapping[str, str] = attrs.field(factory=dict)


@final
@attrs.frozen(kw_only=True, eq=False, repr=False)
class CurrencyWord(_Row):
    """A currency by its ISO 4217 code; or, with `codes`, a name that several share ("dollar", "$")."""

    name: str
    code: str = ""
    codes: Phrases = attrs.field(default=(), metadata=_SHARED)
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
    examples: Mapping[str, str] = attrs.field(factory=dict)


@final
@attrs.frozen(kw_only=True, eq=False, repr=False)
class PrefixWord(_Row):
    """A prefix of SI: its symbol, its name and its power of ten."""

    symbol: str
    name: str
    exponent: int
    examples: Mapping[str, str] = attrs.field(factory=dict)


@final
@attrs.frozen(kw_only=True, eq=False, repr=False)
class UnitWords(_Row):
    """A class of words that tells how a unit is meant, by name."""

    name: str = attrs.field(metadata=_CLOSED)
    phrases: Phrases
    examples: Mapping[str, str] = attrs.field(factory=dict)

    @property
    def position(self) -> str:
        """The class, within which a word stands once."""
        return self.name


@final
@attrs.frozen(kw_only=True, eq=False, repr=False)
class CueWord(_Row):
    """Phrases that link a statement to its source.

    `role` says what may stand around them, `stance` how the source stands to the statement.

    `form` is finite or participle; `noun` marks words that are nouns as well ("claims").
    """

    name: str
    role: str = attrs.field(metadata=_CLOSED)
    phrases: Phrases
    stance: str = attrs.field(
        default="asserts", validator=_among("asserts", "estimates", "alleges", "denies", "forecasts", "doubts")
    )
    form: str = attrs.field(default="finite", validator=_among("finite", "participle"))
    noun: bool = False
    examples: Mapping[str, str] = attrs.field(factory=dict)


@final
@attrs.frozen(kw_only=True, eq=False, repr=False)
class SpeechWord(_Row):
    """A class of words that stand around a cue: pronouns, auxiliaries, nouns that measure."""

    name: str = attrs.field(metadata=_CLOSED)
    phrases: Phrases
    examples: Mapping[str, str] = attrs.field(factory=dict)

    @property
    def position(self) -> str:
        """A word may belong to several classes, once to each."""
        return self.name


@final
@attrs.frozen(kw_only=True, eq=False, repr=False)
class StatusWord(_Row):
    """Phrases that lower the standing of a figure: the status that they give, and from where they reach it."""

    status: str = attrs.field(metadata=_CLOSED)
    phrases: Phrases
    position: str = attrs.field(default="before", metadata=_CLOSED)
    examples: Mapping[str, str] = attrs.field(factory=dict)


@final
@attrs.frozen(kw_only=True, eq=False, repr=False)
class ClassWord(_Row):
    """Words that do the same in a clause: a `tag` that `clause.py` reads; verbs as base forms ("rise rose risen")."""

    tag: str = attrs.field(metadata=_CLOSED)
    phrases: Phrases
    examples: Mapping[str, str] = attrs.field(factory=dict)


@final
@attrs.frozen(kw_only=True, eq=False, repr=False)
class MeasureWord(_Row):
    """A measure and how it is said: by `nouns`, by verbs with an object (`did`) or without (`died`), or as a `state`.

    `object` holds verb and counted noun that mean it together ("claim life"), `tells` verbs that give the subject's
    measure, `deeds` nouns of what befell those named behind "of" ("the killing of"). Of two that befell the same people
    the one with more `gravity` is told.
    """

    id: str
    kind: str = attrs.field(metadata=_CLOSED)
    accrual: str = attrs.field(validator=_among("cumulative", "stock", "increment", "rate", "share"))
    nouns: Phrases = ()
    did: Phrases = ()
    died: Phrases = ()
    state: Phrases = ()
    object: Phrases = ()
    tells: Phrases = ()
    deeds: Phrases = attrs.field(default=(), metadata=_SHARED)
    gravity: int = 0
    examples: Mapping[str, str] = attrs.field(factory=dict)


@final
@attrs.frozen(kw_only=True, eq=False, repr=False)
class TrendWord(_Row):
    """Verbs, adverbs and nouns of one way of moving: rise, fall, multiply, or level."""

    way: str = attrs.field(metadata=_CLOSED)
    verbs: Phrases = ()
    adverbs: Phrases = ()
    nouns: Phrases = ()
    examples: Mapping[str, str] = attrs.field(factory=dict)


@final
@attrs.frozen(kw_only=True, eq=False, repr=False)
class ScopeWord(_Row):
    """Phrases with one role in the scope of a figure: places and events, the basis of a count, an earlier level."""

    role: str = attrs.field(metadata=_CLOSED)
    phrases: Phrases
    examples: Mapping[str, str] = attrs.field(factory=dict)

    @property
    def position(self) -> str:
        """A phrase may stand in several roles, once in each."""
        return self.role


@final
@attrs.frozen(kw_only=True, eq=False, repr=False)
class WholeWord(_Row):
    """A whole and its parts on one axis (measure, subject, place, basis, outcome); see the head of the table."""

    axis: str = attrs.field(validator=_among("measure", "basis", "subject", "place", "outcome"))
    name: str
    parts: Phrases = attrs.field(default=(), metadata=_SHARED)
    same: Phrases = ()
    apart: bool = False
    sums: bool = False
    sense: str = ""
    profile: str = ""
    examples: Mapping[str, str] = attrs.field(factory=dict)


#: kind of row -> (its table, its type). A module that needs a table of its own adds its row type here.
ROWS: Mapping[str, tuple[str, type[Any]]] = MappingProxyType(
    {
        "words": ("words", Words),
        "number": ("numerals", NumberWord),
        "hedge": ("hedges", HedgeWord),
        "tolerance": ("hedges", ToleranceWord),
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
        "scope_words": ("scopes", NounWords),
    }
)


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
        """Return a lexicon with the rows of one more TOML file; raise `LexiconError` on a row that cannot be used.

        The file has the form of the shipped tables, any kinds mixed; each row needs examples. This lexicon stays as it
        is.
        """
        file = str(path)
        added = _checked(file, _parsed(file, Path(path).read_bytes), proof=True)
        extra = dict(self._extra)
        for kind, rows in added.items():
            before = self.rows(kind)
            _refuse_unknown(file, kind, rows, before)
            _refuse_twins(file, kind, rows, before)
            extra[kind] = (*extra.get(kind, ()), *rows)
        return attrs.evolve(self, extensions=(*self.extensions, file), extra=extra)

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle as the language and the added rows; the shipped tables are found again on the other side."""
        return _restore, (self.language, self.extensions, dict(self._extra))


def _restore(language: str, extensions: tuple[str, ...], extra: dict[str, tuple[Any, ...]]) -> Lexicon:
    return Lexicon(language, extensions, extra) if extra else load(language)


def load(language: str = "en") -> Lexicon:
    """Return the lexicon of a language; raise `ArgumentError` when there is no folder of tables for it.

    >>> load("en").language
    'en'
    """
    if not isinstance(language, str):
        raise TypeError(f"language must be a str, got {type(language).__name__}")
    return _load(language)


@functools.lru_cache(maxsize=16)
def _load(language: str) -> Lexicon:
    if not (language.replace("_", "").isalnum() and _shipped(language, "hedges")):
        raise ArgumentError("language", language, f"no tables; there are {', '.join(languages())}")
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


def languages() -> tuple[str, ...]:
    """Return the languages that have a folder of tables."""
    return tuple(sorted(file.parent.name for file in _FOLDER.glob("*/hedges.toml")))


def examples(language: str, table: str) -> Mapping[str, Any]:
    """Return the examples of a shipped table, as its sibling file holds them; read by tests and docs alone."""
    return _shipped(language, "examples", table)


_FOLDER = Path(__file__).with_name("languages")


def _shipped(language: str, *names: str) -> Mapping[str, Any]:
    """Return the content of a shipped file, empty if there is none; read as the code is, from a folder or a zip."""
    path = _FOLDER.joinpath(language, *names).with_suffix(".toml")
    loader: Any = __spec__.loader
    try:
        data = loader.get_data(str(path))
    except OSError:
        return {}
    return _parsed("/".join((language, *names)) + ".toml", lambda: data)


def _parsed(file: str, read: Callable[[], bytes]) -> Mapping[str, Any]:
    try:
        return tomllib.loads(read().decode("utf-8-sig").replace("\r\n", "\n"))
    except OSError as error:
        raise LexiconError(file, "", f"cannot be read: {error.strerror or error}") from error
    except (ValueError, RecursionError) as error:
        raise LexiconError(file, "", f"is not TOML in UTF-8: {error}") from error


@functools.lru_cache(maxsize=64)
def _table(language: str, table: str) -> Mapping[str, tuple[Any, ...]]:
    file = f"{language}/{table}.toml"
    found = _checked(file, _shipped(language, table), proof=False)
    for kind, rows in found.items():
        _refuse_twins(file, kind, rows, ())
    return found


def _rows(language: str, kind: str) -> tuple[Any, ...]:
    try:
        table = ROWS[kind][0]
    except KeyError:
        raise ArgumentError("kind", kind, f"no such kind of row; there are {', '.join(ROWS)}") from None
    return _table(language, table).get(kind, ())


class _Field(NamedTuple):
    """What may stand in a field of a row: the type, the type of its items, and whether it has to be there."""

    outer: type
    item: type | None
    needed: bool
    attribute: "attrs.Attribute[Any]"


@functools.lru_cache(maxsize=64)
def _fields(kind: str) -> Mapping[str, _Field]:
    found = {}
    for field in attrs.fields(ROWS[kind][1]):
        inner = [item for item in get_args(field.type) if item is not Ellipsis]
        outer = get_origin(field.type) or field.type
        found[field.name] = _Field(outer, inner[-1] if inner else None, field.default is attrs.NOTHING, field)
    return found


def _checked(file: str, content: Mapping[str, Any], *, proof: bool) -> dict[str, tuple[Any, ...]]:
    """Return the typed rows of a file by kind; `proof` says that each must bring its examples with it."""
    found = {}
    for kind, rows in content.items():
        if kind not in ROWS:
            raise LexiconError(file, kind, f"unknown kind of row; there are {', '.join(ROWS)}")
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            raise LexiconError(file, kind, f"rows are written as [[{kind}]]")
        named = [(_name(kind, number), row) for number, row in enumerate(rows, 1)]
        found[kind] = tuple(_row(file, name, kind, row) for name, row in named)
        for name, row in named:
            if proof and not row.get("examples"):
                raise LexiconError(file, name, "a row needs examples: a phrase and what it means")
    return found


def _name(kind: str, number: int) -> str:
    return f"{kind} {number}"


def _row(file: str, name: str, kind: str, row: Mapping[str, Any]) -> object:
    fields = _fields(kind)
    for key in row:
        if key not in fields:
            raise LexiconError(file, name, f"unknown key {key!r}; there are {', '.join(fields)}")
    for key, field in fields.items():
        if field.needed and key not in row:
            raise LexiconError(file, name, f"needs {key!r}")
    try:
        return ROWS[kind][1](**{key: _value(key, value, fields[key]) for key, value in row.items()})
    except ValueError as error:
        raise LexiconError(file, name, str(error)) from error


def _value(key: str, value: Any, field: _Field) -> object:
    outer, item = field.outer, field.item
    if item is None:
        if type(value) is not outer:
            raise ValueError(f"{key!r} must be a {outer.__name__}, got {value!r}")
        return value
    if outer is tuple:
        if not isinstance(value, list) or not all(type(one) is item for one in value):
            raise ValueError(f"{key!r} must be a list of {item.__name__}")
        if item is str and not all(one.strip(SPACES) for one in value):
            raise ValueError("a phrase is empty")
        if len(set(value)) < len(value):
            twin = next(one for number, one in enumerate(value) if one in value[:number])
            raise ValueError(f"{key!r} holds {twin!r} twice")
        return tuple(value)
    if not isinstance(value, dict) or not all(type(one) is item for one in value.values()):
        raise ValueError(f"{key!r} must be a table of {item.__name__}")
    return value


def _refuse_unknown(file: str, kind: str, rows: tuple[Any, ...], known: tuple[Any, ...]) -> None:
    """Refuse values of closed fields that no row of the language has: nothing would ever ask for them."""
    for key, field in _fields(kind).items():
        if not field.attribute.metadata.get("closed"):
            continue
        names = {getattr(row, key) for row in known}
        for number, row in enumerate(rows, 1):
            value = getattr(row, key)
            if value not in names:
                near = ", ".join(sorted(filter(None, names)))
                raise LexiconError(file, _name(kind, number), f"unknown {key} {value!r}; there are {near}")


def _refuse_twins(file: str, kind: str, rows: tuple[Any, ...], before: tuple[Any, ...]) -> None:
    """Refuse a phrase that two rows of a kind claim in one list and position."""
    for key, field in _fields(kind).items():
        if field.outer is not tuple or field.attribute.metadata.get("shared"):
            continue
        claimed = {(one, getattr(row, "position", "")) for row in before for one in getattr(row, key)}
        for number, row in enumerate(rows, 1):
            position = getattr(row, "position", "")
            for one in getattr(row, key):
                if (one, position) in claimed:
                    raise LexiconError(file, _name(kind, number), f"{key[:-1]} {one!r} is claimed twice")
                claimed.add((one, position))
