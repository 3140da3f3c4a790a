"""An election: four ways to say the turnout, of which three are the same and one is not."""

import sys
from itertools import combinations
from pathlib import Path

import newsfigures as nf

TEXTS = (
    ("National Ledger", "Turnout was 61.3%, the electoral commission said on Monday. Some 4.2 million people voted."),
    ("Wire Nine", "Turnout was more than 60%."),
    ("City Mail", "Turnout was just over 61%, down from 67.8% in 2020. About 4.2 million people voted."),
    ("Hill Radio", "Turnout was 58%, an observers' group said."),
)


def report() -> nf.Report:
    """Read all texts and bring them together."""
    return nf.reconcile(
        claim for outlet, text in TEXTS for claim in nf.extract(text, published="2024-10-07", source=outlet)
    )


def picture() -> str:
    """Draw who gives which turnout."""
    return nf.svg(max(report().of("turnout"), key=lambda group: len(group.votes)))


def main() -> None:
    """Compare the turnouts two by two; write the page where a name for it is given."""
    found = report()
    for one, other in combinations([claim for claim in found.claims if claim.measure.id == "turnout"], 2):
        print(f"{one.quote:12} {nf.compare(one, other).kind.value:14} {other.quote}")
    print(nf.explain(found))
    if sys.argv[1:]:
        Path(sys.argv[1]).write_text(nf.html(found), encoding="utf-8")


if __name__ == "__main__":
    main()
