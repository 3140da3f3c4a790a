"""A dam bursts: how the toll develops over a week, and who still disagrees at its end."""

import sys
from pathlib import Path

import newsfigures as nf

TEXTS = (
    ("Coast Herald", "2024-03-12", "At least 40 people were killed when a dam burst, the interior ministry said."),
    ("Wire Nine", "2024-03-12", "The interior ministry said at least 40 people were killed. Over 200 were injured."),
    ("Coast Herald", "2024-03-13", "The interior ministry said 64 people were killed. Around 300 were injured."),
    ("Velm Observer", "2024-03-15", "The mayor said more than 80 people were killed. Hospitals counted 312 injured."),
    ("Wire Nine", "2024-03-15", "The interior ministry said 87 people were killed, up from 64 on Wednesday."),
    ("Coast Herald", "2024-03-18", "The interior ministry said 85 people were killed, after a recount."),
)


def report() -> nf.Report:
    """Read all texts and bring them together."""
    return nf.reconcile(
        claim for outlet, published, text in TEXTS for claim in nf.extract(text, published=published, source=outlet)
    )


def picture() -> str:
    """Draw how the toll developed."""
    return nf.svg(report().timeline("killed"))


def main() -> None:
    """Say what the reports amount to, step by step; write the page where a name for it is given."""
    found = report()
    for step in found.timeline("killed"):
        print(step.at, step.event, step.consensus.best, step.consensus.status.value)
    print(nf.explain(found))
    if sys.argv[1:]:
        Path(sys.argv[1]).write_text(nf.html(found), encoding="utf-8")


if __name__ == "__main__":
    main()
