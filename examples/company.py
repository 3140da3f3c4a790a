"""A company's year: three papers round its results differently, and a forecast is no result."""

import sys
from pathlib import Path

import newsfigures as nf

TEXTS = (
    ("Alder Group", "2024-02-20", "Its revenue was $3.24 billion in 2023, up from $2.89 billion in 2022."),
    ("Alder Group", "2024-02-20", "Its net profit was $410 million in 2023. Revenue rose 12%."),
    ("Market Daily", "2024-02-20", "Revenue was about $3.2bn in 2023, and net profit just over $400 million."),
    ("Evening Post", "2024-02-21", "Revenue was more than $3bn in 2023. Net profit was nearly half a billion dollars."),
    ("Evening Post", "2024-02-21", "The company expects revenue of $3.5 billion this year."),
)


def claims() -> nf.Claims:
    """Read all texts; the bare dollar is the company's own."""
    return nf.Claims(
        claim
        for outlet, published, text in TEXTS
        for claim in nf.extract(text, published=published, source=outlet, home_currency="USD")
    )


def picture() -> str:
    """Draw who gives which revenue."""
    return nf.svg(max(nf.reconcile(claims()).of("revenue"), key=lambda group: len(group.votes)))


def main() -> None:
    """List the figures with what they measure, then what they amount to; write the page where a name is given."""
    for claim in claims():
        print(f"{claim.quote:32} {claim.measure.id:10} {claim.trend.value:9} {claim.status.value}")
    report = nf.reconcile(claims())
    print(nf.explain(report))
    if sys.argv[1:]:
        Path(sys.argv[1]).write_text(nf.html(report), encoding="utf-8")


if __name__ == "__main__":
    main()
