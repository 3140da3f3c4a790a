"""Recall of coded counts with their bounds on MUC-3/4: `python benchmarks/bounds.py DATA`.

DATA holds one JSON object a line:
{"text", "gold": {"targets": [{"raw", "alternatives": [{"low", "high", "approx"}]}]}}.
A coded count is tried when its number stands in the text, in digits or in words; it is found when a figure of that
number is extracted, and right when one has the coded kind of bound. Printed: one JSON object with found and right
by kind. Needs num2words (in the test extra) to spell numbers.
"""

import gzip
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from num2words import num2words

import newsfigures as nf

AT_LEAST = {nf.Hedge.AT_LEAST, nf.Hedge.MORE_THAN, nf.Hedge.JUST_OVER, nf.Hedge.WELL_OVER}
UP_TO = {nf.Hedge.UP_TO, nf.Hedge.AT_MOST, nf.Hedge.LESS_THAN, nf.Hedge.JUST_UNDER, nf.Hedge.WELL_UNDER}
ABOUT = {nf.Hedge.ABOUT, nf.Hedge.NEARLY, nf.Hedge.ORDER_OF}


def coded(target: dict[str, object]) -> Iterator[tuple[str, Decimal, Decimal | None]]:
    """Yield kind and numbers of the coded count, one for each alternative; ones and bare plurals are no numbers."""
    for way in target["alternatives"]:
        low, high = way["low"], way["high"]
        if target["raw"] == "PLURAL" or low == high == 1:
            continue
        if way["approx"]:
            yield "about", Decimal(low if low is not None else high), None
        elif low is not None and high is not None:
            yield ("point", Decimal(low), None) if low == high else ("range", Decimal(low), Decimal(high))
        elif high is None and low is not None:
            yield "at least", Decimal(low), None
        elif high is not None:
            yield "up to", Decimal(high), None


def stands(number: Decimal, text: str) -> bool:
    """Say whether the number is written in the text, in digits or in words."""
    spelled = re.sub(r"[\W_]+", " ", num2words(int(number))).replace(" and ", " ")
    plain = re.sub(r"[\W_]+", " ", text.lower()).replace(" and ", " ")
    forms = (str(number), f"{number:,}".replace(",", " "), spelled)
    return any(re.search(rf"(?<![\w]){re.escape(form)}(?![\w])", plain) for form in forms)


def kinds(quantity: nf.Quantity) -> str:
    """Name the kind of bound of an extracted figure."""
    if len(quantity.stated) > 1 and quantity.best is None:
        return "range"
    for name, hedges in (("at least", AT_LEAST), ("up to", UP_TO), ("about", ABOUT)):
        if quantity.hedge in hedges:
            return name
    return "point"


def main(arguments: list[str]) -> int:
    """Read DATA, print the table."""
    show = "--misses" in arguments
    paths = [a for a in arguments if not a.startswith("--")]
    if len(paths) != 1:
        print(__doc__.splitlines()[0], file=sys.stderr)
        return 2
    if not Path(paths[0]).is_file():
        print(f"{paths[0]}: no such file", file=sys.stderr)
        return 1
    counts: dict[str, dict[str, int]] = defaultdict(lambda: {"coded": 0, "found": 0, "right": 0})
    with gzip.open(paths[0], "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            said: dict[Decimal, set[str]] = defaultdict(set)
            for claim in nf.extract(row["text"]):
                for numeral in claim.quantity.stated:
                    said[numeral.value].add(kinds(claim.quantity))
            for target in row["gold"]["targets"]:
                for kind, number, other in coded(target):
                    if not stands(number, row["text"]) or (other is not None and not stands(other, row["text"])):
                        continue
                    box = counts[kind]
                    box["coded"] += 1
                    box["found"] += number in said
                    box["right"] += kind in said[number]
                    if show and kind not in said[number]:
                        print(row["id"], kind, number, sorted(said[number]), target["target"], file=sys.stderr)
    table = {
        kind: box | {"recall": round(100 * box["right"] / box["coded"], 1)} for kind, box in sorted(counts.items())
    }
    coded_all = sum(box["coded"] for box in counts.values())
    right_all = sum(box["right"] for box in counts.values())
    table["all"] = {"coded": coded_all, "right": right_all, "recall": round(100 * right_all / max(1, coded_all), 1)}
    print(json.dumps(table))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
