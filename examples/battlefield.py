"""A battle: each side counts for itself, and outsiders count too. A side's claim is shown and has no vote."""

import sys
from pathlib import Path

import newsfigures as nf

TEXTS = (
    (
        nf.Source(outlet="Northland Army Channel", stake=("Northland",), document="north"),
        "The Northland army said about 3,000 soldiers were killed in the battle of Karst.",
    ),
    (
        nf.Source(outlet="Southmark Ministry", stake=("Southmark",), document="south"),
        "The Southmark defence ministry said up to 400 soldiers were killed in the battle of Karst.",
    ),
    (
        nf.Source(outlet="Free Gazette", document="gazette"),
        "A monitoring group said more than 1,100 soldiers were killed in the battle of Karst.",
    ),
    (
        nf.Source(outlet="Wire Nine", document="wire"),
        "Western officials said between 1,000 and 1,500 soldiers were killed in the battle of Karst.",
    ),
)


def report() -> nf.Report:
    """Read all texts and bring them together."""
    return nf.reconcile(
        claim for source, text in TEXTS for claim in nf.extract(text, published="2024-06-03", source=source)
    )


def picture() -> str:
    """Draw who says what."""
    return nf.svg(max(report().of("killed"), key=lambda group: len(group.votes)))


def main() -> None:
    """Say what the reports amount to; write the page where a name for it is given."""
    found = report()
    print(nf.explain(found))
    print(nf.forest(found))
    if sys.argv[1:]:
        Path(sys.argv[1]).write_text(nf.html(found), encoding="utf-8")


if __name__ == "__main__":
    main()
