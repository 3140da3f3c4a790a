"""Three reports of one earthquake: what figures does each of them state, and do they agree?

Given the name of a file, the page of all three is written there.
"""

import sys
from pathlib import Path

import newsfigures as nf

HERE = Path(__file__).parent
REPORTS = [
    ("earthquake-first-day", "2024-03-12", "Harbour Courier"),
    ("earthquake-third-day", "2024-03-14", "Island Post"),
    ("earthquake-other-paper", "2024-03-14", "Evening Mail"),
]


def texts() -> dict[str, str]:
    """Return the texts by their names."""
    return {name: (HERE / f"{name}.txt").read_text(encoding="utf-8") for name, _, _ in REPORTS}


def report() -> nf.Report:
    """Read all texts and bring them together."""
    articles = texts()
    return nf.reconcile(
        claim
        for name, published, outlet in REPORTS
        for claim in nf.extract(articles[name], published=published, source=nf.Source(outlet=outlet, document=name))
    )


def picture() -> str:
    """Draw who says how many were killed."""
    return nf.svg(max(report().of("killed"), key=lambda group: len(group.votes)))


def main() -> None:
    """Print each claim, the words of the text first, then what they amount to."""
    found = report()
    for name, published, outlet in REPORTS:
        print(f"{outlet}, {published}")
        for claim in sorted(found.claims, key=lambda claim: claim.span.start):
            if claim.source.document == name:
                print(f"  {claim.quote!r:40} {nf.render(claim)}")
        print()
    print(nf.explain(found))
    if sys.argv[1:]:
        page = Path(sys.argv[1])
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(nf.html(found, text=texts(), title="One earthquake, three reports"), encoding="utf-8")
        print(f"\nthe page: {page}")


if __name__ == "__main__":
    main()
