"""Read who is credited with each figure and write it for the scorer: `python benchmarks/attribution.py DATA PRED`."""

import gzip
import json
import sys
from pathlib import Path

import newsfigures as nf


def main(data: str, pred: str) -> None:
    """Write one JSON object a line: the article's id and all its figures, each with the span of its source or none."""
    if not Path(data).is_file():
        print(f"{data}: no such file, nothing to measure")
        return
    opener = gzip.open if data.endswith(".gz") else open
    with opener(data, "rt", encoding="utf-8") as rows, Path(pred).open("w", encoding="utf-8") as out:
        for row in map(json.loads, rows):
            figures = [figure(claim) for claim in nf.extract(row["text"], published=day(row.get("date")))]
            print(json.dumps({"id": row["id"], "figures": figures}), file=out)


def figure(claim: nf.Claim) -> dict[str, object]:
    """Return where the figure stands, and where its source does."""
    source = claim.attribution.span if claim.attribution is not None else None
    credited = [source.start, source.end] if source is not None else None
    return {"start": claim.span.start, "end": claim.span.end, "source": credited}


def day(date: object) -> str | None:
    """Return the date of the article, where it is one; other forms say nothing about who spoke."""
    if not isinstance(date, str) or len(date) < 10 or not date[:4].isdigit() or date[4] != "-":
        return None
    return date[:10]


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2])
