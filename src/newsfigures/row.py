"""What may stand in a row of each table: one frozen type for each kind of row.

A field says by its type and validator what it may hold, and by its metadata what rows of other files may add to it;
`lexicon` holds rows against that. A module that needs a table of its own adds a row type and an entry in `ROWS` here.
"""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, final

import attrs

Phrases = tuple[str, ...]

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


@attrs.frozen(kw_only=True, eq=False, repr=False)
class _Row:
    """What all rows share; they have no equality of their own, because none is ever compared."""

    examples: Mapping[str, str] = attrs.field(factory=dict)

    def __repr__(self) -> str:
        """Show what was written."""
        row_type: type[Any] = type(self)
        names = [field.name for field in attrs.fields(row_type) if field.name != "examples"]
        fields = ((name, getattr(self, name)) for name in (*names, "examples"))
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in fields if value)})"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class _WordClass(_Row):
    """A class of words by name; a word may stand in several."""

    name: str = attrs.field(metadata=_CLOSED)
    phrases: Phrases

    @property
    def position(self) -> str:
        """The class, within which a word stands once."""
        return self.name


@attrs.frozen(kw_only=True, eq=False, repr=False)
class _Role(_Row):
    """Phrases that do one thing (`role`) in a sentence."""

    role: str = attrs.field(metadata=_CLOSED)
    phrases: Phrases

    @property
    def position(self) -> str:
        """The role: a phrase may stand in several ("second", "may"), once in each."""
        return self.role


@final
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Words(_WordClass):
    """A closed class of words, by name: determiners, abbreviations, months that are also names."""


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


_WIDTHS = tuple(field.name for field in attrs.fields(Widths) if field.name not in attrs.fields_dict(_Row))


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


@final
@attrs.frozen(kw_only=True, eq=False, repr=False)
class ToleranceWord(Widths):
    """How wide hedges reach for the units of one dimension, or for some cues of the table; the last such row counts.

    `absolute` is in base units of the dimension.
    """

    dimension: str = ""
    cues: Phrases = attrs.field(default=(), metadata=_SHARED)


@final
@attrs.frozen(kw_only=True, eq=False, repr=False)
class DateWord(_Role):
    """Words of dates: what they do in a date phrase (`role`) and which month, day or direction they name (`value`)."""

    value: str = ""


@final
@attrs.frozen(kw_only=True, eq=False, repr=False)
class NounWords(_WordClass):
    """A class of words of the noun phrase, by name."""


@final
@attrs.frozen(kw_only=True, eq=False, repr=False)
class PluralWords(_Row):
    """Irregular plurals and their singulars."""

    words: Mapping[str, str] = attrs.field()


@final
@attrs.frozen(kw_only=True, eq=False, repr=False)
class FamilyWords(_Row):
    """Nouns, as lemmas and as endings, that name one kind of thing."""

    name: str
    phrases: Phrases
    endings: Phrases = ()


@final
@attrs.frozen(kw_only=True, eq=False, repr=False)
class DimensionWord(_Row):
    """A dimension that is a product of others: speed is "length/time"."""

    name: str
    of: str


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


@final
@attrs.frozen(kw_only=True, eq=False, repr=False)
class PrefixWord(_Row):
    """A prefix of SI: its symbol, its name and its power of ten."""

    symbol: str
    name: str
    exponent: int


@final
@attrs.frozen(kw_only=True, eq=False, repr=False)
class UnitWords(_WordClass):
    """A class of words that tells how a unit is meant, by name."""


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


@final
@attrs.frozen(kw_only=True, eq=False, repr=False)
class SpeechWord(_WordClass):
    """A class of words that stand around a cue: pronouns, auxiliaries, nouns that measure."""


@final
@attrs.frozen(kw_only=True, eq=False, repr=False)
class StatusWord(_Row):
    """Phrases that lower the standing of a figure: the status that they give, and from where they reach it."""

    status: str = attrs.field(metadata=_CLOSED)
    phrases: Phrases
    position: str = attrs.field(default="before", metadata=_CLOSED)


@final
@attrs.frozen(kw_only=True, eq=False, repr=False)
class ClassWord(_Row):
    """Words that do the same in a clause: a `tag` that `clause.py` reads; verbs as base forms ("rise rose risen")."""

    tag: str = attrs.field(metadata=_CLOSED)
    phrases: Phrases


@final
@attrs.frozen(kw_only=True, eq=False, repr=False)
class MeasureWord(_Row):
    """A measure and how it is said: by `nouns`, by verbs with an object (`did`) or without (`died`), or as a `state`.

    `object` holds verb and counted noun that mean it together ("claim life"), `tells` verbs that give the subject's
    measure, `labels` what a row of results has before its number ("Revs 3 mln"),
    `deeds` nouns of what befell those named behind "of" ("the killing of"), `remains` of what is left of them ("the
    body of"). Of two that befell the same people the one with more `gravity` is told.
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
    remains: Phrases = attrs.field(default=(), metadata=_SHARED)
    labels: Phrases = ()
    gravity: int = 0


@final
@attrs.frozen(kw_only=True, eq=False, repr=False)
class TrendWord(_Row):
    """Verbs, adverbs and nouns of one way of moving: rise, fall, multiply, or level.

    Those of the verbs that are `owned` also say what somebody gets or gives up ("lost four games").
    """

    way: str = attrs.field(metadata=_CLOSED)
    verbs: Phrases = ()
    owned: Phrases = ()
    adverbs: Phrases = ()
    nouns: Phrases = ()


@final
@attrs.frozen(kw_only=True, eq=False, repr=False)
class ScopeWord(_Role):
    """Phrases with one role in the scope of a figure: places and events, the basis of a count, an earlier level."""


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


#: kind of row -> (its table, its type).
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
