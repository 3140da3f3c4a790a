"""Predictions for the tolls benchmark: `python benchmarks/tolls.py DATA PRED`.

DATA holds incidents, one JSON object a line, each with one or more reports; PRED receives {"id", "killed", "injured"}
with [lower, best, upper] or null. This adapter names a policy and parses the dates as that data writes them; it holds
no rule of reading.
"""

import datetime as dt
import gzip
import json
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import newsfigures as nf

MEASURES = ("killed", "injured")
POLICY = nf.Policy.named("gtd")
#: The ways in which the sets write their dates; an unknown one counts as no date.
DATES = ("%Y-%m-%d", "%d-%B-%Y", "%d-%b-%Y", "%d-%b-%y", "%d/%m/%Y", "%d %B %Y", "%B %d, %Y")


def published(written: str | None) -> dt.date | None:
    """Read the date of a report."""
    for form in DATES:
        try:
            return dt.datetime.strptime((written or "").strip(), form).date()  # noqa: DTZ007  (a day has no zone)
        except ValueError:
            continue
    return None


def claims(reports: list[dict[str, Any]]) -> Iterator[nf.Claim]:
    """Yield the claims of every report, title and text."""
    for report in reports:
        day = published(report.get("published"))
        source = report.get("source") or None
        for part in (report.get("title"), report.get("text")):
            yield from nf.extract(part or "", published=day, source=source)


def total(report: nf.Report, measure: str) -> list[float | None] | None:
    """Return the ends and the best value of the total of a measure."""
    found = report.total(measure)
    return None if found is None else [number(found.lower), number(found.best), number(found.upper)]


def number(value: Decimal | None) -> float | None:
    """Write a decimal as JSON can hold it; no number for an open end."""
    return float(value) if value is not None and value.is_finite() else None


def answer(row: dict[str, Any]) -> dict[str, Any]:
    """Return the prediction for one incident."""
    report = nf.reconcile(claims(row["reports"]), policy=POLICY)
    return {"id": row["id"], **{measure: total(report, measure) for measure in MEASURES}}


def main(arguments: list[str]) -> int:
    """Read DATA, write PRED."""
    if len(arguments) != 2:
        print(__doc__.splitlines()[0], file=sys.stderr)
        return 2
    data, prediction = Path(arguments[0]), Path(arguments[1])
    if not data.is_file():
        print(f"{data}: no such file", file=sys.stderr)
        return 1
    opener = gzip.open if data.suffix == ".gz" else open
    with opener(data, "rt", encoding="utf-8") as rows, prediction.open("w", encoding="utf-8") as out:
        for line in rows:
            if line.strip():
                out.write(json.dumps(answer(json.loads(line))) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
