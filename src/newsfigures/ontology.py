"""The units there are: their dimensions and exact factors, and what converts into what.

Our own tables lie over quantulum3's ontology, of which this module is the only door: its two data files are read
without importing the package. Square, cubic, prefixed and "per" units are built by rule, and kept.
"""

import functools
import importlib.util
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Context, Decimal
from difflib import get_close_matches
from enum import Enum
from fractions import Fraction
from pathlib import Path
from typing import Any, Final, final

import attrs

from .errors import ArgumentError, DimensionError, LexiconError, UnknownUnitError
from .interval import DOWN, UP, Interval, decimal_of
from .lexicon import CurrencyWord, Lexicon, PrefixWord, UnitWord, load


class UnitKind(Enum):
    """What sort of thing a unit is; quantities of different kinds are never compared."""

    COUNT = "count"
    MEASURE = "measure"
    MONEY = "money"
    RATIO = "ratio"
    POINTS = "points"
    AGE = "age"
    NONE = "none"


@final
@attrs.frozen
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


@final
@attrs.frozen
class Rate:
    """What one unit of money was worth in another on a day: one `base` is `value` of `quote`.

    >>> from datetime import date
    >>> Rate("GBP", "USD", Decimal("1.27"), date(2024, 12, 27)).base
    'GBP'
    """

    base: str
    quote: str
    value: Decimal = attrs.field()
    on: date = attrs.field()

    @value.validator
    def _positive(self, _: object, value: Decimal) -> None:
        if not isinstance(value, Decimal):
            msg = f"a rate's value must be a Decimal, got {type(value).__name__}"
            raise TypeError(msg)
        if not value.is_finite() or value <= 0:
            raise ArgumentError("value", value, "a rate is a positive number")

    @on.validator
    def _dated(self, _: object, value: date) -> None:
        if not isinstance(value, date):
            msg = f"a rate's day must be a date, got {type(value).__name__}"
            raise TypeError(msg)


# ---- the tables as indexes ---------------------------------------------------------------------------------------

_SPLIT = re.compile(r"(?:[a-z]\.){2,}|[^\W\d_]+(?:'[^\W\d_]+)*|\d+|[^\s\w-]", re.UNICODE)
_POWERS: Final[Mapping[str, int]] = {"square": 2, "sq": 2, "cubic": 3, "cu": 3}
_POWER_NAMES: Final = {2: "square", 3: "cubic"}
_SUPERSCRIPT: Final = {"\u00b2": 2, "\u00b3": 3, "2": 2, "3": 3}

#: A surface of several words: the words behind the first, and the unit.
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

    __slots__ = ("attached", "before", "by_name", "classes", "codes", "named", "phrases", "shared", "symbols", "words")

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
        self.named = {_vector(row.of): row.name for row in lexicon.rows("dimension")}
        self.classes = {row.name: frozenset(row.phrases) for row in lexicon.rows("unit_words")}
        prefixes = {row.symbol: row for row in lexicon.rows("prefix")}
        for row in lexicon.rows("unit"):
            self._add_unit(row, prefixes)
        for row in lexicon.rows("currency"):
            self._add_currency(row)
        _add_guest(self, self.classes.get("barred", frozenset()))
        for tails in self.phrases.values():
            tails.sort(key=lambda tail: -len(tail[0]))

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
        surfaces = [s for s in row.get("surfaces", ()) if s.lower() not in barred]
        if not surfaces or row["entity"] == "currency":
            continue
        low = [s.lower() for s in surfaces]
        if name in table.by_name or any(s in table.words for s in low):
            continue
        made = Unit(name, UnitKind.MEASURE, row["entity"].replace(" ", "-"), reference=row["URI"])
        factor = _derived(table, row.get("dimensions", ()))
        if factor is not None:
            made = attrs.evolve(made, dimension=factor[1], factor=factor[0])
        table.by_name[name] = made
        for surface in low:
            table.add_phrase(surface, made, over=False)
            table.add_phrase(plural(surface), made, over=False)
    del entities


def _derived(table: Index, parts: Iterable[Mapping[str, Any]]) -> tuple[Fraction, str] | None:
    """Multiply out what the ontology says a unit is made of; `None` where some part has no factor of ours."""
    factor, vector = Fraction(1), dict[str, int]()
    found = False
    for part in parts:
        unit = table.by_name.get(part["base"])
        if unit is None or unit.factor is None:
            return None
        found = True
        factor *= unit.factor ** part["power"]
        for base, power in exponents(unit.dimension, table).items():
            vector[base] = vector.get(base, 0) + power * part["power"]
    return (factor, _written(vector, table)) if found else None


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


# ---- dimensions --------------------------------------------------------------------------------------------------


def _vector(text: str) -> tuple[tuple[str, int], ...]:
    found = {}
    for part in text.split():
        name, _, power = part.partition("^")
        found[name] = int(power or 1)
    return tuple(sorted(found.items()))


def exponents(dimension: str, table: Index) -> dict[str, int]:
    """Return the base dimensions of a dimension with their powers."""
    for vector, name in table.named.items():
        if name == dimension:
            return dict(vector)
    top, _, bottom = dimension.partition("/")
    found: dict[str, int] = {}
    for side, sign in ((top, 1), (bottom, -1)):
        for part in filter(None, side.split("\u00b7")):
            name, _, power = part.partition("^")
            known = next((dict(v) for v, n in table.named.items() if n == name), {name: 1})
            for base, exponent in known.items():
                if base != "ratio":
                    found[base] = found.get(base, 0) + sign * exponent * int(power or 1)
    return found


def _written(vector: Mapping[str, int], table: Index) -> str:
    """Write the dimension of a product: by its name where it has one, else as what stands over what."""
    plain = {base: power for base, power in vector.items() if power}
    name = table.named.get(tuple(sorted(plain.items())))
    if name is not None:
        return name
    if not plain:
        return "ratio"

    def side(sign: int) -> str:
        powers = sorted((base, sign * power) for base, power in plain.items() if sign * power > 0)
        return "\u00b7".join(base if power == 1 else f"{base}^{power}" for base, power in powers)

    return f"{side(1)}/{side(-1)}" if side(-1) else side(1)


@functools.lru_cache(maxsize=2048)
def per(lexicon: Lexicon, top: Unit, bottom: Unit, number: int = 1) -> Unit:
    """Build the unit "top per number bottom"; the kind is that of what is counted on top. Internal."""
    table = index(lexicon)
    many = "" if number == 1 else f"{number:,} "
    below = str(bottom) if number == 1 else plural_name(str(bottom))
    factor = None
    if top.factor is not None and bottom.factor is not None:
        factor = top.factor / (bottom.factor * number)
    vector = exponents(top.dimension, table)
    for base, power in exponents(bottom.dimension, table).items():
        vector[base] = vector.get(base, 0) - power
    dimension = _written(vector, table)
    code = f"{top.code}/{bottom.code}" if top.code and bottom.code and number == 1 else ""
    if top.kind is UnitKind.MONEY:
        code = top.code
    return Unit(
        f"{top.name} per {many}{below}", top.kind, dimension, code, factor,
        modifiers=top.modifiers, family=top.family, alternatives=top.alternatives,
    )  # fmt: skip


def plural_name(name: str) -> str:
    """Write the plural of a name."""
    return name if name in ("people", "police", "personnel", "staff", "cattle", "capita") else plural(name)


@functools.lru_cache(maxsize=512)
def power(lexicon: Lexicon, unit: Unit, exponent: int) -> Unit:
    """Build the square or cube of a unit of length. Internal."""
    table = index(lexicon)
    name = f"{_POWER_NAMES[exponent]} {unit.name}"
    known = table.by_name.get(name)
    factor = None if unit.factor is None else unit.factor**exponent
    vector = {base: size * exponent for base, size in exponents(unit.dimension, table).items()}
    return Unit(
        name, UnitKind.MEASURE, _written(vector, table), f"{unit.code}{exponent}" if unit.code else "", factor,
        reference=known.reference if known else "",
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
    lexicon = lexicon or load()
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
        base = _lookup(lexicon, rest) if first.lower() in _POWERS else None
        found = power(lexicon, base, _POWERS[first.lower()]) if base and base.dimension == "length" else None
    if found is None:
        top, joint, bottom = re.split(r"( per |/)", name, maxsplit=1) if re.search(r" per |/", name) else ("", "", "")
        if joint:
            above, below = _lookup(lexicon, top.strip()), _lookup(lexicon, bottom.strip())
            found = per(lexicon, above, below) if above and below else None
    return found


# ---- conversion --------------------------------------------------------------------------------------------------


def factor(a: Unit, b: Unit) -> Fraction:
    """Return how many `b` one `a` is, exactly; raise `DimensionError` naming both where they do not convert.

    >>> factor(lookup("mile"), lookup("kilometre"))
    Fraction(25146, 15625)
    """
    _check(a, b)
    assert a.factor is not None
    assert b.factor is not None
    return a.factor / b.factor


def _check(a: Unit, b: Unit) -> None:
    if a == b and a.factor is not None:
        return
    if a.kind is UnitKind.MONEY and b.kind is UnitKind.MONEY and a.dimension != b.dimension:
        reason = "money converts only at a rate with its date; pass rate=Rate(...)"
        if a.alternatives or b.alternatives:
            reason = "which currency is meant is not said; pass home_currency when reading"
        raise DimensionError(str(a), str(b), reason)
    if a.dimension != b.dimension:
        raise DimensionError(str(a), str(b), f"{a.dimension or 'no dimension'} is not {b.dimension or 'no dimension'}")
    if a.factor is None or b.factor is None:
        raise DimensionError(str(a), str(b), f"no exact factor is known for {a if a.factor is None else b}")
    if a.kind is UnitKind.COUNT and (a.name, a.modifiers) != (b.name, b.modifiers) and not b.name == a.family:
        raise DimensionError(str(a), str(b), "a count converts only into its family")


def convert(interval: Interval, a: Unit, b: Unit, rate: Rate | None = None) -> Interval:
    """Express an interval of `a` in `b`: exact where the result terminates, rounded outward where it does not.

    >>> str(convert(Interval(1, 2), lookup("mile"), lookup("kilometre")))
    '[1.609344, 3.218688]'
    """
    ratio, shift = affine(a, b, rate)
    if not shift:
        return interval.scale(ratio)
    return Interval(
        _affine(interval.lower, ratio, shift, DOWN),
        _affine(interval.upper, ratio, shift, UP),
        interval.lower_bound,
        interval.upper_bound,
    )


def affine(a: Unit, b: Unit, rate: Rate | None = None) -> tuple[Fraction, Fraction]:
    """Return the exact ratio and shift that turn a number of `a` into one of `b`."""
    if rate is not None:
        return _at_rate(a, b, rate), Fraction(0)
    ratio = factor(a, b)
    assert b.factor is not None
    return ratio, (a.offset - b.offset) / b.factor


def _at_rate(a: Unit, b: Unit, rate: Rate) -> Fraction:
    if not isinstance(rate, Rate):
        msg = f"rate must be a Rate, got {type(rate).__name__}"
        raise TypeError(msg)
    worth = Fraction(rate.value)
    sides = (f"currency:{rate.base}", f"currency:{rate.quote}")
    left, right = a.dimension, b.dimension
    if a.alternatives and rate.base in a.alternatives and left not in sides:
        left = sides[0]
    elif a.alternatives and rate.quote in a.alternatives and left not in sides:
        left = sides[1]
    if a.factor is None or b.factor is None or {left, right} != set(sides):
        raise DimensionError(str(a), str(b), f"the rate is for {rate.base} and {rate.quote}")
    return a.factor / b.factor * (worth if left == sides[0] else 1 / worth)


def _affine(value: Decimal, ratio: Fraction, shift: Fraction, context: Context) -> Decimal:
    if value.is_infinite():
        return value
    exact = Fraction(value) * ratio + shift
    return decimal_of(exact, context)


def rows(table: Mapping[str, Unit]) -> Iterator[Unit]:
    """Yield each unit of a table once."""
    seen: set[int] = set()
    for unit in table.values():
        if id(unit) not in seen:
            seen.add(id(unit))
            yield unit


def names(lexicon: Lexicon | None = None) -> Sequence[str]:
    """Return the names of all units that a lexicon knows, without those built by rule."""
    return sorted(index(lexicon or load()).by_name)
