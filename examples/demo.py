"""Two newspapers report one earthquake, two days apart: what figures does each of them state?"""

from pathlib import Path

import newsfigures as nf

HERE = Path(__file__).parent
REPORTS = [
    ("earthquake-first-day.txt", "2024-03-12", "Harbour Courier"),
    ("earthquake-third-day.txt", "2024-03-14", "Island Post"),
]


def main() -> None:
    """Read both and print each claim, the words of the text first."""
    for name, published, outlet in REPORTS:
        text = (HERE / name).read_text(encoding="utf-8")
        print(f"{outlet}, {published}")
        for claim in nf.extract(text, published=published, source=outlet):
            print(f"  {claim.quote!r:40} {nf.render(claim)}")
        print()


if __name__ == "__main__":
    main()
