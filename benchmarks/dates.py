"""Read the dates of news articles and write them for the scorer: `python benchmarks/dates.py DATA PRED`."""

import gzip
import json
import sys
from pathlib import Path

import newsfigures as nf


def main(data: str, pred: str) -> None:
    """Write one JSON object a line: the article's id and its dates with first and last day."""
    if not Path(data).is_file():
        print(f"{data}: no such file, nothing to measure")
        return
    opener = gzip.open if data.endswith(".gz") else open
    with opener(data, "rt", encoding="utf-8") as rows, Path(pred).open("w", encoding="utf-8") as out:
        for row in map(json.loads, rows):
            found = nf.dates(row["text"], published=row.get("date"))
            spans = [
                {"start": d.span.start, "end": d.span.end, "first": d.first.isoformat(), "last": d.last.isoformat()}
                for d in found
                if d.first is not None and d.last is not None and d.span is not None
            ]
            print(json.dumps({"id": row["id"], "dates": spans}), file=out)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2])
