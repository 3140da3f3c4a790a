"""Predictions for the NewsQuant benchmark: `python benchmarks/newsquant.py DATA PRED`.

DATA is a JSON list of {"text": ...}; PRED receives, in the same order, {"text", "tags"} with value, unit, change and
concept as that benchmark spells them. This adapter maps names and leaves out the kinds of figure that the benchmark
does not annotate (vague small counts, multiples, implied ones); it holds no rule of reading.
"""

import json
import re
import sys
from pathlib import Path
from typing import Any

import newsfigures as nf

#: Our names of units in the benchmark's spelling, where they differ.
UNITS = {
    "": "-", "percent": "percentage", "US dollar": "dollar",
    "time": "count", "penny": "point", "tonne": "metric ton",
    "ampere hour": "ampere-hour", "milliampere hour": "milliampere-hour", "part per billion": "parts-per-billion",
    "part per million": "parts-per-million", "revolution per minute": "revolutions per minute", "rupee": "indian rupee",
    "krone": "danish krone", "Israeli shekel": "shekel", "won": "south korean won", "metric horsepower": "horsepower",
}  # fmt: skip
APPROXIMATE = {nf.Hedge.ABOUT, nf.Hedge.NEARLY, nf.Hedge.ORDER_OF}
ABOVE = {nf.Hedge.MORE_THAN, nf.Hedge.AT_LEAST, nf.Hedge.JUST_OVER, nf.Hedge.WELL_OVER}
BELOW = {nf.Hedge.LESS_THAN, nf.Hedge.AT_MOST, nf.Hedge.UP_TO, nf.Hedge.JUST_UNDER, nf.Hedge.WELL_UNDER}
SMALL_VAGUE = 10
#: Kinds of number that the benchmark does not annotate: "twice", "doubled"; "double-digit".
NOT_ANNOTATED = {"numeral:multiple", "numeral:band"}
#: A change told by a noun or a comparative ("a 3% drop", "3% higher") is no direction there.
NOT_MARKED = frozenset(("trend:noun", "trend:comparative"))
YEAR = re.compile(r"(?:19|20)\d\d\Z")
POSSESSIVE = re.compile(r"['\u2019]s\b")
WORD = re.compile(r"[^\s,;:()\"]+")
#: The benchmark's concepts hold no function words.
LEFT_OUT = frozenset(
    "a an the this that these those its his her their our my your of in on at for from to by with and or per as is are"
    " was were be been has have had which who it all both some any 's ' & - total about over under between".split()
)


def tags(text: str) -> list[dict[str, Any]]:
    """Return the tags of one sentence."""
    found = []
    for claim in nf.extract(text):
        quantity = claim.quantity
        value = number(quantity)
        if value is None or claim.implied or any(e.rule in NOT_ANNOTATED for e in quantity.evidence):
            continue
        found.append(tag(claim, quantity, value))
        found.extend(
            tag(claim, other, stated) for other in quantity.equivalent if (stated := number(other)) is not None
        )
    return found


def tag(claim: nf.Claim, quantity: nf.Quantity, value: float | list[float]) -> dict[str, Any]:
    """Write one quantity in the benchmark's form."""
    return {
        "value": value,
        "normalized_unit": unit(quantity),
        "change": change(claim, quantity),
        "referred_concepts": concepts(claim, quantity) or ["-"],
    }


def number(quantity: nf.Quantity) -> float | list[float] | None:
    """Return the stated number, the two ends of a range, or the decade of a vague plural."""
    if len(quantity.stated) > 1 and quantity.best is None:
        return [float(numeral.value) for numeral in quantity.stated]
    if quantity.best is not None:
        return float(quantity.best)
    floor = quantity.entailed.lower
    if quantity.hedge is nf.Hedge.VAGUE and floor >= SMALL_VAGUE:
        return [float(floor), float(floor) * 10]
    return None


def unit(quantity: nf.Quantity) -> str:
    """Spell the unit as the benchmark does."""
    counted = quantity.unit
    if counted.name == "share":
        return f"% {quantity.of or '-'}"
    name = UNITS.get(counted.name, counted.name)
    parts = [UNITS.get(part, part) for part in name.split(" per ")]
    return " ".join((*counted.modifiers, " per ".join(parts))).lower()


def change(claim: nf.Claim, quantity: nf.Quantity) -> str:
    """Spell trend and hedge as the benchmark's one field."""
    marked = not any(found.rule in NOT_MARKED for found in claim.evidence if found.field == "trend")
    if marked and claim.trend is nf.Trend.RISE:
        return "up"
    if marked and claim.trend is nf.Trend.FALL:
        return "down"
    for symbol, hedges in (("~", APPROXIMATE), (">", ABOVE), ("<", BELOW)):
        if quantity.hedge in hedges:
            return symbol
    return "="


def concepts(claim: nf.Claim, quantity: nf.Quantity) -> list[str]:
    """Return the content words of what the figure measures and of whom, as they stand, without those of the unit."""
    phrases = [found.text for found in claim.evidence if found.field == "measure.phrase"]
    if claim.subject is not None:
        phrases.append(claim.subject.text)
    words = [word for phrase in phrases for word in WORD.findall(POSSESSIVE.sub("", phrase))]
    own = {*quantity.unit.modifiers, quantity.unit.name, *WORD.findall(claim.quote)}
    own |= {f"{word}s" for word in own}
    return [
        word
        for word in dict.fromkeys(words)
        if word.lower() not in LEFT_OUT and word not in own and not YEAR.match(word)
    ]


def main(arguments: list[str]) -> int:
    """Read DATA, write PRED."""
    if len(arguments) != 2:
        print(__doc__.splitlines()[0], file=sys.stderr)
        return 2
    data, prediction = Path(arguments[0]), Path(arguments[1])
    if not data.is_file():
        print(f"{data}: no such file", file=sys.stderr)
        return 1
    rows = json.loads(data.read_text(encoding="utf-8"))
    out = [{"text": row["text"], "tags": tags(row["text"])} for row in rows]
    prediction.write_text(json.dumps(out, ensure_ascii=False), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
