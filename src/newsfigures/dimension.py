"""Dimensions as products of base dimensions: "speed" is length over time."""

from collections.abc import Iterable, Mapping
from typing import Final

#: Sorted pairs of base dimension and power.
Vector = tuple[tuple[str, int], ...]
_TIMES: Final = "\u00b7"


def vector(text: str) -> Vector:
    """Read a product as the tables write it.

    >>> vector("length time^-1")
    (('length', 1), ('time', -1))
    """
    found = {}
    for part in text.split():
        name, _, power = part.partition("^")
        found[name] = int(power or 1)
    return tuple(sorted(found.items()))


def exponents(dimension: str, named: Mapping[Vector, str]) -> dict[str, int]:
    """Return the base dimensions of a dimension with their powers; `named` are the products that have a name.

    >>> exponents("speed", {vector("length time^-1"): "speed"})
    {'length': 1, 'time': -1}
    """
    known = {name: dict(product) for product, name in named.items()}
    if dimension in known:
        return known[dimension]
    found: dict[str, int] = {}
    top, _, bottom = dimension.partition("/")
    for side, sign in ((top, 1), (bottom, -1)):
        for part in filter(None, side.split(_TIMES)):
            name, _, power = part.partition("^")
            for base, exponent in known.get(name, {name: 1}).items():
                if base != "ratio":
                    found[base] = found.get(base, 0) + sign * exponent * int(power or 1)
    return found


def product(parts: Iterable[tuple[str, int]], named: Mapping[Vector, str]) -> str:
    """Write the dimension of a product of dimensions: by its name where it has one, else as what stands over what.

    >>> product([("currency:USD", 1), ("volume", -1)], {vector("length^3"): "volume"})
    'currency:USD/length^3'
    """
    found: dict[str, int] = {}
    for dimension, power in parts:
        for base, exponent in exponents(dimension, named).items():
            found[base] = found.get(base, 0) + exponent * power
    plain = {base: power for base, power in found.items() if power}
    if not plain:
        return "ratio"
    name = named.get(tuple(sorted(plain.items())))
    if name is not None:
        return name
    top, bottom = (_side(plain, sign) for sign in (1, -1))
    return f"{top}/{bottom}" if bottom else top


def _side(powers: Mapping[str, int], sign: int) -> str:
    some = sorted((base, sign * power) for base, power in powers.items() if sign * power > 0)
    return _TIMES.join(base if power == 1 else f"{base}^{power}" for base, power in some)
