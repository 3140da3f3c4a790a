"""Typed, checked, frozen tables of one language.

A language is a folder of TOML tables. A table holds rows of one or more kinds (`[[hedge]]`); each kind has its
type in `row`, and a row that does not fit it is refused with file and row. Rows prove themselves: a row carries
`examples`, in place or, for the tables of this package, in the sibling folder `examples/` that only tests and docs
read, so that loading stays cheap.
"""

import functools
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple, final, get_args, get_origin

import attrs

from .errors import ArgumentError, LexiconError
from .row import ROWS
from .text import SPACES, EndWords

#: What a word before a full stop does (see `EndWords`) -> the class of words that do it.
_ROLES: Mapping[str, str] = MappingProxyType(
    {
        "abbreviation": "abbreviation",
        "clock": "clock abbreviation",
        "number": "number abbreviation",
        "title": "title abbreviation",
    }
)


class Classes(dict[str, frozenset[str]]):
    """Classes of words by name; of a class that a language lacks it has no words."""

    def __missing__(self, name: str) -> frozenset[str]:
        return frozenset()


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
        return _words(self, name)

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


@functools.lru_cache(maxsize=2048)  # some lexicons with all their classes
def _words(lexicon: Lexicon, name: str) -> frozenset[str]:
    return frozenset(p for row in lexicon.rows("words") if row.name == name for p in row.phrases)


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
