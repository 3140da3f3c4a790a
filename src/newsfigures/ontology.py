"""The units there are: their dimensions and exact factors, and what converts into what.

Our own tables lie over quantulum3's ontology, of which this module is the only door: its two data files are read
without importing the package. Square, cubic, prefixed and "per" units are built by rule, and kept.
"""

import functools
import importlib.util
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from difflib import get_close_matches
from enum import Enum
from fractions import Fraction
from pathlib import Path
from typing import Any, Final, final
from unicodedata import category

import attrs

from . import noun
from .dimension import product, vector
from .errors import LexiconError, UnknownUnitError
from .lexicon import Classes, Lexicon, load
from .row import CurrencyWord, PrefixWord, UnitWord
from .text import HYPHENS


class UnitKind(Enum):
    """What sort of thing a unit is; quantities of different kinds are never compared."""

    COUNT = "count"
    MEASURE = "measure"
    MONEY = "money"
    RATIO = "ratio"
    POINTS = "points"
    AGE = "age"
    NONE = "none"


#: The commonest kinds, held by name: to ask the enumeration for a member takes seven times as long.
AGE, COUNT, MEASURE, MONEY = UnitKind.AGE, UnitKind.COUNT, UnitKind.MEASURE, UnitKind.MONEY
POINTS, RATIO = UnitKind.POINTS, UnitKind.RATIO


@final
@attrs.frozen(cache_hash=True)  # rates are kept by their units, whose factors are slow to hash
class Unit:
    """What a number counts in.

    `name` is the singular name, or the lemma of the counted noun; `dimension` is what must agree for two units to be
    convertible ("length", "currency:USD", "count:person"); `code` is the UCUM code, or the ISO 4217 code of money;
    `factor` the exact number of base units of the dimension in one of these, `None` where nothing converts; `offset`
    is added after the factor (temperatures). For counts, `modifiers` are the words of the noun phrase before its head
    and `family` the kind of thing ("person" for troop). `alternatives` names the other readings of an ambiguous
    surface ("$" may be CAD).
    """

    name: str
    kind: UnitKind
    dimension: str = ""
    code: str = ""
    factor: Fraction | None = None
    offset: Fraction = Fraction(0)
    modifiers: tuple[str, ...] = ()
    family: str = ""
    alternatives: tuple[str, ...] = ()
    reference: str = ""

    def __str__(self) -> str:
        """Write the name with its modifiers."""
        return " ".join((*self.modifiers, self.name))


NONE = Unit("", UnitKind.NONE)


# ---- the tables as indexes ---------------------------------------------------------------------------------------

_SPLIT = re.compile(r"(?:[a-z]\.){2,}|[^\W\d_]+(?:'[^\W\d_]+)*|\d+|[^\s\w-]", re.UNICODE)
_POWER_CLASSES: Final = {2: "square", 3: "cubic"}
_SUPERSCRIPT: Final = {"\u00b2": 2, "\u00b3": 3, "2": 2, "3": 3}

#: A surface of several words: the words behind the first, and the unit.
#: What feet are written with.
PRIMES: Final = frozenset("'\u2019")
_Tail = tuple[tuple[str, ...], Unit]


def fraction(text: str) -> Fraction:
    """Read an exact factor: a decimal, or one decimal over another.

    >>> fraction("1852/3600")
    Fraction(463, 900)
    """
    top, _, bottom = text.partition("/")
    return Fraction(Decimal(top)) / Fraction(Decimal(bottom or "1"))


@final
class Index:
    """The surfaces of one lexicon: words in lower case, longer phrases by first word, symbols as written. Internal."""

    __slots__ = (
        "attached",
        "before",
        "by_name",
        "classes",
        "codes",
        "followers",
        "fractions",
        "homonyms",
        "money_openers",
        "multiples",
        "named",
        "openers",
        "phrases",
        "plain",
        "powers",
        "rare",
        "scales",
        "shared",
        "signs",
        "small",
        "starts",
        "symbols",
        "times",
        "words",
    )

    def __init__(self, lexicon: Lexicon) -> None:
        self.words: dict[str, Unit] = {}
        self.phrases: dict[str, list[_Tail]] = {}
        self.symbols: dict[str, Unit] = {}
        self.attached: dict[str, Unit] = {}
        self.before: dict[str, Unit] = {}
        self.by_name: dict[str, Unit] = {}
        self.codes: dict[str, Unit] = {}
        #: A name that currencies share -> (the unit, its subunit).
        self.shared: dict[str, tuple[str, ...]] = {}
        self.named = {vector(row.of): row.name for row in lexicon.rows("dimension")}
        self.classes = Classes((row.name, frozenset(row.phrases)) for row in lexicon.rows("unit_words"))
        self.powers = {
            word: exponent for exponent, name in _POWER_CLASSES.items() for word in self.classes.get(name, ())
        }
        self.scales = {
            phrase: int(row.value)
            for row in lexicon.rows("number")
            if row.role in ("scale", "suffix", "hundred")
            for phrase in row.phrases
        }
        prefixes = {row.symbol: row for row in lexicon.rows("prefix")}
        for row in lexicon.rows("unit"):
            self._add_unit(row, prefixes)
        for row in lexicon.rows("currency"):
            self._add_currency(row)
        self._add_short(lexicon.rows("currency"))
        _add_guest(self, self.classes.get("barred", frozenset()))
        #: The signs of money, and units of time by their codes, as behind a slash.
        self.signs = frozenset(symbol for symbol in self.symbols if len(symbol) == 1 and category(symbol) == "Sc")
        self.times = {unit.code: unit for unit in self.by_name.values() if unit.dimension == "time" and unit.code}
        for tails in self.phrases.values():
            tails.sort(key=lambda tail: -len(tail[0]))
        self._prepare(lexicon)

    def _prepare(self, lexicon: Lexicon) -> None:
        """Gather what decides at one look which readings of a word can be left out: most words begin none."""
        classes = self.classes
        numbers = [(row.role, row.phrases) for row in lexicon.rows("number")]
        #: The last words of shares, and words that multiply ("twice").
        self.fractions = frozenset(
            p for role, words in numbers if role in ("fraction", "symbol", "majority") for p in words
        )
        #: Numbers in words below a hundred.
        self.small = {
            phrase: int(row.value)
            for row in lexicon.rows("number")
            if row.role in ("digit", "teen", "ten")
            for phrase in row.phrases
        }
        self.multiples = frozenset(p for role, words in numbers if role in ("multiple", "band") for p in words)
        #: Words in small letters that are a unit wherever they stand behind a number.
        special = {*self.phrases, *self.powers, *classes["verb too"], *classes["million too"], *classes["stage too"]}
        self.plain = {
            word: unit for word, unit in self.words.items() if word not in special and unit.dimension != "length"
        }
        symbols = (*self.symbols, *self.attached, *self.codes, *(f"m{code}" for code in self.codes))
        #: Tokens of plain letters, in lower case, with which a unit can start.
        self.starts = frozenset(
            symbol[:size].lower() for symbol in symbols for size in range(1, len(symbol) + 1)
        ).union(self.phrases, self.powers, self.words, classes["lower code"], classes["last word"])
        money = {symbol for symbol, unit in self.symbols.items() if unit.kind is UnitKind.MONEY}
        #: Tokens before a number that can be part of a currency's sign or letters.
        self.money_openers = frozenset(money | self.signs | self.codes.keys() | self.before.keys() | HYPHENS | {"."})
        #: Words before a number that can tell its unit: an age, a magnitude, a currency's name.
        self.openers = HYPHENS.union(
            {"of", ",", "(", "in"},
            *(classes[name] for name in ("magnitude", "gauged", "age", "age joint", "age owner", "be", "clocked")),
            (word for word, unit in self.words.items() if unit.kind is UnitKind.MONEY),
        )  # fmt: skip
        #: Names of units that are another word as well: "won", "gig".
        self.homonyms = classes["verb too"] | classes["stage too"]
        #: Marks and words behind a number that seldom are a unit, but may be.
        self.rare = classes["singular coin"].union(classes["magnitude"], PRIMES, {'"', "strong"})
        #: Words behind a unit that can make it a rate, or say what it is of.
        self.followers = HYPHENS.union(
            {"/", "of", "("}, classes["each"], classes["per"], classes["clipped denominator"]
        )

    def add_phrase(self, phrase: str, unit: Unit, *, over: bool = True) -> None:
        """Add a surface in words; an earlier one stays unless `over`."""
        words = _SPLIT.findall(phrase.lower())
        if not words:
            return
        if len(words) == 1:
            if over or words[0] not in self.words:
                self.words[words[0]] = unit
            return
        tails = self.phrases.setdefault(words[0], [])
        rest = tuple(words[1:])
        if over or all(rest != known for known, _ in tails):
            tails[:] = [tail for tail in tails if tail[0] != rest]
            tails.append((rest, unit))

    def knows(self, surface: str) -> bool:
        """Say whether a surface in words is a unit's already."""
        words = _SPLIT.findall(surface)
        tails = self.phrases.get(words[0], ()) if words else ()
        return surface in self.words or any(rest == tuple(words[1:]) for rest, _ in tails)

    def _add_unit(self, row: UnitWord, prefixes: Mapping[str, PrefixWord]) -> None:
        try:
            factor = fraction(row.factor) if row.factor else None
            unit = Unit(
                row.name, UnitKind(row.kind), row.dimension, row.code, factor,
                fraction(row.offset) if row.offset else Fraction(0),
                alternatives=row.alternatives, reference=row.reference,
            )  # fmt: skip
        except (ValueError, ArithmeticError) as error:
            raise LexiconError("units.toml", row.name, f"cannot be a unit: {error}") from error
        self.by_name[row.name] = unit
        self._surfaces(unit, row)
        for symbol in row.prefixes:
            prefix = prefixes.get(symbol)
            if prefix is None:
                raise LexiconError("units.toml", row.name, f"unknown prefix {symbol!r}; there are {''.join(prefixes)}")
            self._prefixed(row, unit, prefix)

    def _surfaces(self, unit: Unit, row: UnitWord | CurrencyWord) -> None:
        for phrase in row.phrases:
            self.add_phrase(phrase, unit)
            self.add_phrase(plural(phrase), unit)
        for phrase in row.plurals:
            self.add_phrase(phrase, unit)
        for symbol in row.symbols:
            self.symbols[symbol] = unit
        for symbol in getattr(row, "attached", ()):
            self.attached[symbol] = unit

    def _prefixed(self, row: UnitWord, unit: Unit, prefix: PrefixWord) -> None:
        scale = Fraction(10) ** prefix.exponent
        made = attrs.evolve(
            unit,
            name=prefix.name + row.name,
            code=("u" if prefix.symbol == "µ" else prefix.symbol) + row.code if row.code else "",
            factor=None if unit.factor is None else unit.factor * scale,
            alternatives=(),
        )
        known = self.by_name.setdefault(made.name, made)
        for phrase in row.phrases:
            if len(phrase) > 2 and phrase[-1] != ".":
                self.add_phrase(prefix.name + phrase, known, over=False)
                self.add_phrase(plural(prefix.name + phrase), known, over=False)
        for symbol in row.symbols:
            self.symbols.setdefault(prefix.symbol + symbol, known)
            if prefix.symbol == "µ":
                self.symbols.setdefault("\u03bc" + symbol, known)
                self.symbols.setdefault("u" + symbol, known)

    def _add_currency(self, row: CurrencyWord) -> None:
        if row.codes:
            dimension, code = f"currency:{row.name}", ""
            self.shared[row.name] = row.codes
        else:
            dimension, code = f"currency:{row.code}", row.code
        unit = Unit(row.name, UnitKind.MONEY, dimension, code, Fraction(1), alternatives=row.codes)
        self.by_name.setdefault(row.name, unit)
        self._surfaces(unit, row)
        if code:
            self.codes[code] = unit
        for symbol in row.before:
            self.before[symbol] = unit
        if row.subunit:
            part = attrs.evolve(unit, name=row.subunit, code="", factor=Fraction(1, row.parts))
            self.by_name.setdefault(row.subunit, part)
            for phrase in row.subunits:
                self.add_phrase(phrase, part, over=False)
                self.add_phrase(plural(phrase), part, over=False)
            if row.subunit == "penny":
                self.add_phrase("pence", part)
            for symbol in row.pieces:
                self.attached[symbol] = part

    def _add_short(self, rows: Sequence[CurrencyWord]) -> None:
        """Let a short spelling of a shared name stand in the names of its currencies: "Canadian dlr"."""
        short: dict[str, list[str]] = {}
        for row in rows:
            if row.codes:
                for words in (row.phrases, row.subunits):
                    short.update({word: [w for w in words if w != word] for word in words[:1]})
        for row in rows:
            part = self.by_name.get(row.subunit)
            for phrases, unit in ((row.phrases, self.codes.get(row.code)), (row.subunits, part)):
                if unit is None:
                    continue
                for phrase in phrases:
                    opening, _, last = phrase.rpartition(" ")
                    for word in short.get(last, ()) if opening else ():
                        self.add_phrase(f"{opening} {word}", unit, over=False)
                        self.add_phrase(f"{opening} {plural(word)}", unit, over=False)


@functools.lru_cache(maxsize=8)
def index(lexicon: Lexicon) -> Index:
    """Return the compiled tables of a lexicon. Internal."""
    return Index(lexicon)


def plural(phrase: str) -> str:
    """Write the plural of a unit's name by rule: on the word before "per" or "of", else on the last."""
    head, joint, tail = phrase, "", ""
    for word in (" per ", " of ", "-of-"):
        if word in phrase:
            head, joint, tail = phrase.partition(word)
            break
    first, gap, rest = head.partition(" ")
    if rest and first in ("degree", "deg"):
        made = first + "s" + gap + rest
    elif head.endswith(("s", "x", "z", ".", "%")) or not head[-1:].isalpha():
        made = head
    elif head.endswith("foot"):
        made = head[:-4] + "feet"
    elif head.endswith(" old"):
        made = head[:-4] + "s old"
    elif head.endswith("y") and head[-2:-1] not in "aeiou":
        made = head[:-1] + "ies"
    elif head.endswith(("ch", "sh", "ss")):
        made = head + "es"
    else:
        made = head + "s"
    return made + joint + tail


def _add_guest(table: Index, barred: frozenset[str]) -> None:
    """Add the surfaces of quantulum3's ontology that ours do not have and the news does not use otherwise."""
    units, entities = guest_files()
    for name, row in units.items():
        low = [surface.lower() for surface in row.get("surfaces", ())]
        if not low or name in table.by_name or any(table.knows(surface) for surface in low):
            continue
        if row["entity"] in ("currency", "dimensionless") or row["entity"] not in entities:
            continue
        made = Unit(name, UnitKind.MEASURE, row["entity"].replace(" ", "-"), reference=row["URI"])
        factor = _derived(table, row.get("dimensions", ()))
        if factor is not None:
            made = attrs.evolve(made, dimension=factor[1], factor=factor[0])
        table.by_name[name] = made
        for surface in low:
            if surface not in barred:
                table.add_phrase(surface, made, over=False)
                table.add_phrase(plural(surface), made, over=False)


def _derived(table: Index, parts: Iterable[Mapping[str, Any]]) -> tuple[Fraction, str] | None:
    """Multiply out what the ontology says a unit is made of; `None` where some part has no factor of ours."""
    factor = Fraction(1)
    dimensions = []
    for part in parts:
        unit = table.by_name.get(part["base"])
        if unit is None or unit.factor is None:
            return None
        factor *= unit.factor ** part["power"]
        dimensions.append((unit.dimension, part["power"]))
    return (factor, product(dimensions, table.named)) if dimensions else None


@functools.lru_cache(maxsize=1)
def guest_files() -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    """Read quantulum3's `units.json` and `entities.json`; two empty mappings when it is not installed.

    The one function that knows the shape of the files. The package itself is never imported: its loader takes seconds.
    """
    found = importlib.util.find_spec("quantulum3")
    if found is None or not found.submodule_search_locations:
        return {}, {}
    folder = Path(found.submodule_search_locations[0])
    try:
        units = json.loads(folder.joinpath("units.json").read_text(encoding="utf-8"))
        entities = json.loads(folder.joinpath("entities.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}, {}
    return units, entities


# ---- built by rule -----------------------------------------------------------------------------------------------


@functools.lru_cache(maxsize=2048)
def per(lexicon: Lexicon, top: Unit, bottom: Unit, number: int = 1) -> Unit:
    """Build the unit "top per number bottom"; the kind is that of what is counted on top. Internal."""
    table = index(lexicon)
    many = "" if number == 1 else f"{number:,} "
    below = str(bottom) if number == 1 else plural_name(str(bottom))
    factor = None
    if top.factor is not None and bottom.factor is not None:
        factor = top.factor / (bottom.factor * number)
    dimension = product([(top.dimension, 1), (bottom.dimension, -1)], table.named)
    code = f"{top.code}/{bottom.code}" if top.code and bottom.code and number == 1 else ""
    if top.kind is UnitKind.MONEY:
        code = top.code
    return Unit(
        f"{top.name} per {many}{below}", top.kind, dimension, code, factor,
        modifiers=top.modifiers, family=top.family, alternatives=top.alternatives,
    )  # fmt: skip


def plural_name(name: str) -> str:
    """Write the plural of a unit's name or of a counted noun, for show.

    >>> plural_name("tonne per day"), plural_name("North Korean person"), plural_name("personnel")
    ('tonnes per day', 'North Korean people', 'personnel')
    """
    head, joint, tail = name.partition(" per ")
    before, gap, last = head.rpartition(" ")
    if last in _ALIKE:
        return name
    if last in _IRREGULAR:
        return f"{before}{gap}{_IRREGULAR[last]}{joint}{tail}"
    return plural(name)


_ALIKE = frozenset(
    {"people", "police", "personnel", "staff", "cattle", "sheep", "capita", "percent", "hertz", "kelvin", "celsius"}
    | {"fahrenheit", "dead", "wounded", "injured", "missing", "homeless", "unemployed"}
)
_IRREGULAR = {"person": "people", "man": "men", "woman": "women", "child": "children", "foot": "feet", "inch": "inches"}


@functools.lru_cache(maxsize=512)
def power(lexicon: Lexicon, unit: Unit, exponent: int) -> Unit:
    """Build the square or cube of a unit of length. Internal."""
    table = index(lexicon)
    name = f"{_POWER_CLASSES[exponent]} {unit.name}"
    known = table.by_name.get(name)
    factor = None if unit.factor is None else unit.factor**exponent
    dimension = product([(unit.dimension, exponent)], table.named)
    code = f"{unit.code}{exponent}" if unit.code else ""
    return Unit(name, UnitKind.MEASURE, dimension, code, factor, reference=known.reference if known else "")


@functools.lru_cache(maxsize=4096)
def count(lexicon: Lexicon, lemma: str, modifiers: tuple[str, ...]) -> Unit:
    """Build the unit of a counted noun."""
    kind = noun.family(lemma, lexicon)
    return Unit(
        lemma, UnitKind.COUNT, f"count:{kind or lemma.lower()}", "{" + lemma.lower() + "}", Fraction(1),
        modifiers=modifiers, family=kind,
    )  # fmt: skip


# ---- looking up by name ------------------------------------------------------------------------------------------


def lookup(name: str, lexicon: Lexicon | None = None) -> Unit:
    """Return the unit of a name, symbol or code: "mile", "km/h", "USD", "dollars per barrel".

    >>> lookup("kilometres per hour").name, lookup("CAD").name
    ('kilometre per hour', 'Canadian dollar')
    """
    if not isinstance(name, str):
        msg = f"the name of a unit must be a str, got {type(name).__name__}"
        raise TypeError(msg)
    lexicon = lexicon or load("en")
    found = _lookup(lexicon, name.strip())
    if found is None:
        table = index(lexicon)
        names = {*table.by_name, *table.words, *table.codes}
        raise UnknownUnitError(name, get_close_matches(name.lower(), names, n=3, cutoff=0.7))
    return found


@functools.lru_cache(maxsize=1024)
def _lookup(lexicon: Lexicon, name: str) -> Unit | None:
    table = index(lexicon)
    found = (
        table.by_name.get(name)
        or table.codes.get(name)
        or table.symbols.get(name)
        or table.attached.get(name)
        or table.before.get(name)
        or table.words.get(name.lower())
    )
    if found is None:
        words = _SPLIT.findall(name.lower())
        if len(words) > 1:
            found = next((unit for rest, unit in table.phrases.get(words[0], ()) if rest == tuple(words[1:])), None)
    if found is None:
        found = next((unit for known, unit in table.by_name.items() if known.lower() == name.lower()), None)
    if found is None and name[-1:] in _SUPERSCRIPT and len(name) > 1:
        base = _lookup(lexicon, name[:-1])
        found = power(lexicon, base, _SUPERSCRIPT[name[-1]]) if base and base.dimension == "length" else None
    if found is None:
        first, _, rest = name.partition(" ")
        base = _lookup(lexicon, rest) if first.lower() in table.powers else None
        found = power(lexicon, base, table.powers[first.lower()]) if base and base.dimension == "length" else None
    if found is None:
        top, joint, bottom = re.split(r"( per |/)", name, maxsplit=1) if re.search(r" per |/", name) else ("", "", "")
        if joint:
            above, below = _lookup(lexicon, top.strip()), _lookup(lexicon, bottom.strip())
            found = per(lexicon, above, below) if above and below else None
    return found


def names(lexicon: Lexicon | None = None) -> Sequence[str]:
    """Return the names of all units that a lexicon knows, without those built by rule."""
    return sorted(index(lexicon or load("en")).by_name)
