"""How often the consensus of many contributors is right: `python benchmarks/population.py DATA`.

DATA holds city-years, one JSON object a line: what contributors say the population was, and the census figure. Every
contributor is an origin, every figure exact. Prints how often `best` lies within 1 % of the census where there is one,
how often the census figure lies in or beside a position where there is none, and the same for the lower median.
"""

import gzip
import json
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import newsfigures as nf

PEOPLE = nf.Unit("person", nf.UnitKind.COUNT, dimension="count:person", family="person")
MEASURE = nf.Measure("population", nf.Accrual.STOCK)
NEAR = Decimal("0.01")


def claims(row: dict[str, Any]) -> Iterator[nf.Claim]:
    """Yield what each contributor says, as an exact count."""
    for number, said in enumerate(row["claims"]):
        value = Decimal(str(said["value"]))
        exact = nf.Interval.point(value)
        quantity = nf.Quantity(
            stated=(), hedge=nf.Hedge.EXACTLY, entailed=exact, plausible=exact, best=value, unit=PEOPLE
        )
        yield nf.Claim(
            id=f"{row['id']}:{number}", quantity=quantity, measure=MEASURE, source=nf.Source(outlet=said["source"])
        )


def near(value: Decimal, truth: Decimal) -> bool:
    """Say whether a figure is within 1 % of the census."""
    return abs(value - truth) <= NEAR * truth


def main(arguments: list[str]) -> int:
    """Read DATA, print the shares."""
    if len(arguments) != 1:
        print(__doc__.splitlines()[0], file=sys.stderr)
        return 2
    data = Path(arguments[0])
    if not data.is_file():
        print(f"{data}: no such file", file=sys.stderr)
        return 1
    opener = gzip.open if data.suffix == ".gz" else open
    with opener(data, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines if line.strip()]
    given = right = listed = median = 0
    for row in rows:
        truth = Decimal(str(row["gold"]["population"]))
        (group,) = nf.reconcile(claims(row)).groups
        found = group.consensus
        if found.best is not None:
            given += 1
            right += near(found.best, truth)
        else:
            listed += any(
                truth in position.region or near(position.region.lower, truth) for position in found.positions
            )
        values = sorted(Decimal(str(said["value"])) for said in row["claims"])
        median += near(values[(len(values) - 1) // 2], truth)
    rest = len(rows) - given
    print(
        json.dumps(
            {
                "rows": len(rows),
                "best_given": given,
                "best_within_1_percent": round(100 * right / given, 1) if given else None,
                "contested": rest,
                "census_among_positions": round(100 * listed / rest, 1) if rest else None,
                "lower_median_within_1_percent": round(100 * median / len(rows), 1) if rows else None,
            }
        )
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
