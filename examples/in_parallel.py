"""Many articles, several processes, level memory: batches go out to the workers and their claims come back in order."""

from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context

import newsfigures as nf

ARTICLES = [
    {
        "text": f"At least {number} people died on Monday, police said.",
        "published": "2024-03-12",
        "source": "Island Post",
    }
    for number in range(50, 56)
]


def read(article: dict[str, str]) -> nf.Claims:
    """Read one article; this runs in a worker, and claims travel back as they are."""
    return nf.extract(article["text"], published=article["published"], source=article["source"])


def in_batches(articles: Iterable[dict[str, str]], size: int) -> Iterator[list[dict[str, str]]]:
    """Take the next few articles at a time: a pool that is handed all of them would hold all of them."""
    remaining = iter(articles)
    while batch := list(islice(remaining, size)):
        yield batch


def main() -> None:
    """Read all articles with two workers."""
    with ProcessPoolExecutor(max_workers=2, mp_context=get_context("spawn")) as pool:
        for batch in in_batches(ARTICLES, size=1000):
            for claims in pool.map(read, batch, chunksize=50):
                for claim in claims:
                    print(nf.render(claim))


if __name__ == "__main__":
    main()
