"""A generated summary of one report: which of its figures does the report bear out?"""

import sys
from pathlib import Path

import newsfigures as nf

REPORT = """
Up to 50 people were killed when two ferries collided off Port Ray on Monday, the coast guard said.
Police said 12 people were hurt and nine were missing. The ferries carried about 1,000 passengers. The company said that
the repair of the larger one in April had cost $1.2 million.
"""
SUMMARIES = {
    "faithful": "As many as 50 people were killed and 12 were hurt. The repair had cost $1.2m.",
    "careless": "50 people were killed. Police said 9 were hurt and 12 were missing. The repair had cost $1.2bn.",
}


def check(text: str) -> tuple[nf.Support, ...]:
    """Check one summary against the report."""
    report = nf.extract(REPORT, published="2024-05-07", source="Harbour Courier")
    return nf.support_all(nf.extract(text, published="2024-05-08"), report)


def page() -> str:
    """Show the careless summary, each figure marked by its verdict."""
    return nf.html(check(SUMMARIES["careless"]), text=SUMMARIES["careless"], title="The careless summary")


def main() -> None:
    """Check both summaries, the worst figure first; write the page where a name for it is given."""
    for name, text in SUMMARIES.items():
        print(f"The {name} summary")
        for support in sorted(check(text), key=lambda support: -support.verdict.rank):
            print(f"  {support.verdict.value:12} {nf.explain(support)}")
        print()
    if sys.argv[1:]:
        Path(sys.argv[1]).write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
