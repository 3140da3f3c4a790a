"""Right values and right units on the test cases of two peers: `python benchmarks/peer_specs.py DATA [--misses]`.

DATA holds one case a line: {"id", "peer", "set", "text", "expect"}; see `expected` for the two forms of `expect`. A
case is right when each number that the peer expects is found with its value (and its unit), and when nothing of the
set's kind is found where the peer expects nothing. The last column leaves out the cases that `peer_specs.toml` holds to
be wrong or out of scope, each with its reason. This adapter maps names of units; it holds no rule of reading.
"""

import argparse
import gzip
import json
import re
import tomllib
from collections import defaultdict
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

import newsfigures as nf

SETS = (
    "currency",
    "amountofmoney",
    "dimension",
    "distance",
    "volume",
    "quantity",
    "percent",
    "age",
    "temperature",
    "duration",
)
NUMBERS = ("number", "numeral", "range", "ordinal")
MONEY = {nf.UnitKind.MONEY}
MEASURES = {nf.UnitKind.MEASURE}
KINDS = {
    "currency": MONEY,
    "amountofmoney": MONEY,
    "percent": {nf.UnitKind.RATIO},
    "age": {nf.UnitKind.AGE},
}
#: The peers' names of units in ours, where lower case is not enough; by set where a name means two things.
NAMES = {
    "c": "celsius",
    "f": "fahrenheit",
    "pound": "pound-mass",
    "meter": "metre",
    "kilometer": "kilometre",
    "millimeter": "millimetre",
    "decimeter": "decimetre",
    "square meter": "square metre",
    "square kilometer": "square kilometre",
    "milliliter": "millilitre",
    "metric ton": "tonne",
    "%": "percent",
    "pence": "penny",
    "united states dollar": "US dollar",
    "millitre": "millilitre",
    "gallon": "gallon",
    "rmb": "Chinese yuan",
    "israeli new shekel": "ILS",
}
MONEY_NAMES = {"pound": "pound sterling", "netherlands guilder": "NLG", "costa rican colón": "CRC", "ngn": "NGN"}
AGES = {"year": "year of age", "month": "month of age", "age": "year of age"}


class Amount(NamedTuple):
    """What a peer expects: one value, or the two ends of a range, and the unit by its name there."""

    values: tuple[Fraction, ...]
    unit: str


def number(text: str) -> Fraction | None:
    """Read the peers' spelling of a number; `None` for what is no number."""
    try:
        return Fraction(Decimal(text.strip("() ").rstrip("%")))
    except (InvalidOperation, ValueError):
        return None


def expected(case: dict[str, Any]) -> list[Amount]:
    """Return the amounts that the peer expects.

    A list of {"value", "unit"} (values that are null are names of units alone), or a line such as "simple Kilometre 3",
    "between Gram (2, 7)", "under Mile 3.5", "NumeralValue 5", "DurationData 90 Minute".
    """
    expect = case["expect"]
    if isinstance(expect, str):
        return line(expect)
    found = []
    for item in expect:
        value = str(item.get("value"))
        ends = (
            [number(part) for part in re.split(r"[,]", value.strip("[]()"))] if value[:1] in "[(" else [number(value)]
        )
        values = tuple(dict.fromkeys(end for end in ends if end is not None))
        if values:
            found.append(Amount(values, item.get("unit") or ("%" if "%" in value else "")))
    return found


def line(text: str) -> list[Amount]:
    """Read the second form."""
    match = re.search(r"(?:simple|between|under|above) (\w+) +(\(?-?[\d.e]+(?:, *[\d.e]+)?\)?)", text)
    if match:
        ends = [number(part) for part in match[2].strip("()").split(",")]
        return [Amount(tuple(end for end in ends if end is not None), "" if match[1] == "Unnamed" else match[1])]
    ranged = re.search(r"\(between (\w+) \((\d+), (\d+)\)", text)
    if ranged:
        return [Amount((Fraction(ranged[2]), Fraction(ranged[3])), ranged[1])]
    match = re.search(r"DurationData (\d+) (\w+)", text)
    if match:
        return [Amount((Fraction(match[1]),), match[2])]
    match = re.search(r"(?:NumeralValue|OrdinalData)\s+\(?(-?[\d.e/]+)", text)
    value = number(match[1]) if match else None
    return [Amount((value,), "")] if value is not None else []


def named(unit: str, kind: str) -> str:
    """Return our name of a peer's unit."""
    low = unit.lower()
    if kind in ("currency", "amountofmoney"):
        return MONEY_NAMES.get(low) or NAMES.get(low) or (unit if unit.isupper() else low)
    if kind == "age":
        return AGES.get(low, low)
    return NAMES.get(low, low)


def values(quantity: nf.Quantity) -> tuple[Fraction, ...]:
    """Return the number stated, or the ends of a range."""
    if quantity.best is not None:
        return (Fraction(quantity.best),)
    if len(quantity.stated) > 1:
        return tuple(sorted(Fraction(numeral.value) for numeral in quantity.stated))
    ends = (quantity.entailed.lower, quantity.entailed.upper)
    return tuple(Fraction(end) for end in ends if end.is_finite())


def same(left: tuple[Fraction, ...], right: tuple[Fraction, ...]) -> bool:
    """Compare to seven digits, which is what the peers write of a third; one end of a range is what some peers read."""
    if len(right) == 1 and len(left) == 2:
        return any(same((end,), right) for end in left)
    return len(left) == len(right) and all(abs(a - b) <= abs(b) / 10**7 for a, b in zip(left, right, strict=True))


def judge(amount: Amount, found: list[nf.Quantity], kind: str) -> tuple[bool, bool]:
    """Say whether the value was found, and whether with the right unit."""
    value = False
    for quantity in found:
        value = value or same(values(quantity), amount.values)
        unit = quantity.unit
        if not amount.unit:
            if same(values(quantity), amount.values):
                return True, True
            continue
        name = named(amount.unit, kind)
        if unit.name.lower().startswith(f"{name.lower()} per ") and same(values(quantity), amount.values):
            return True, True  # the peers know no rates
        if name.isupper() and (name == unit.code or unit.alternatives[:1] == (name,)):
            if same(values(quantity), amount.values):
                return True, True
            continue
        try:
            converted = quantity.to(name)
        except nf.NewsfiguresError:
            if unit.name.lower() == name.lower() and same(values(quantity), amount.values):
                return True, True
            continue
        if same(values(converted), amount.values):
            return True, True
    return value, False


def run(case: dict[str, Any]) -> tuple[bool, bool]:
    """Say whether a case has the right values, and the right values with the right units."""
    claims = nf.extract(case["text"])
    found = [q for claim in claims for q in (claim.quantity, *claim.quantity.equivalent)]
    if case["set"] == "ordinal":
        # A rank is no quantity: nothing may be read from its words.
        ranks = [(item["start"], item["end"] + 1) for item in case["expect"]]
        clean = not any(c.span.start < end and start < c.span.end for c in claims for start, end in ranks)
        return clean, clean
    wanted = expected(case)
    if not wanted:
        kinds = KINDS.get(case["set"], MEASURES if case["set"] in SETS else set())
        clean = not any(q.unit.kind in kinds for q in found if kinds is not MEASURES or judged_kind(q, case["set"]))
        return clean, clean
    judged = [judge(amount, found, case["set"]) for amount in wanted]
    return all(value for value, _ in judged), all(unit for _, unit in judged)


def judged_kind(quantity: nf.Quantity, name: str) -> bool:
    """Say whether a measure is of the set's kind."""
    return name != "temperature" or quantity.unit.dimension in ("temperature", "degree")


def main() -> None:
    """Print a table: cases, right values, right values with units, by set."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--misses", action="store_true", help="print the cases that are not right")
    arguments = parser.parse_args()
    if not arguments.data.is_file():
        print(f"{arguments.data}: no such file")
        return
    opener = gzip.open if arguments.data.suffix == ".gz" else open
    held = held_back()
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0, 0])
    with opener(arguments.data, "rt", encoding="utf-8") as lines:
        for text in lines:
            case = json.loads(text)
            if case["set"] not in (*SETS, *NUMBERS):
                continue
            value, unit = run(case)
            row = counts[case["set"]]
            row[0] += 1
            row[1] += value
            row[2] += unit
            row[3] += case["id"] in held
            row[4] += unit and case["id"] not in held
            if arguments.misses and not unit:
                print(f"{case['id']}: value {'right' if value else 'wrong'}")
    print(f"{'set':15} {'cases':>6} {'value':>7} {'unit':>7} {'held':>5} {'in scope':>9}")
    for name in (*SETS, *NUMBERS):
        if name in counts:
            cases, value, unit, out, inside = counts[name]
            scope = f"{100 * inside / (cases - out):8.1f}%" if cases > out else ""
            print(f"{name:15} {cases:6} {100 * value / cases:6.1f}% {100 * unit / cases:6.1f}% {out:5} {scope:>9}")


def held_back() -> set[str]:
    """Return the ids of the cases that are held to be wrong or out of scope."""
    file = Path(__file__).with_suffix(".toml")
    return {case for row in tomllib.loads(file.read_text(encoding="utf-8"))["held"] for case in row["ids"]}


if __name__ == "__main__":
    main()
