"""Speed on real news: newsfigures, quantulum3's parser, and the least that any reader must do.

    python benchmarks/speed.py DATA.jsonl.gz [--limit MB] [--rounds N]

DATA holds an object with a "text" a line. One JSON object is printed; MB are millions of bytes of UTF-8:

    newsfigures_mb_s, quantulum3_mb_s   throughput of one core; quantulum3 reads a fixed sample of 100 kB of these texts
    ratio                               newsfigures_mb_s / quantulum3_mb_s
    quantities_mb_s, quantities_ratio   the same of `quantities`, which like that parser looks for no more than amounts
    floor_mb_s                          a bare pass that only finds digits and number words
    figures_per_mb                      claims that newsfigures extracts
    import_s, first_call_s              in a fresh process: the import, and the first extract after it, with modules
                                        compiled once before, as an installer leaves them
    peak_mib                            peak memory of a fresh process that reads all texts one after the other

Seconds are of the processor, which other work on the machine disturbs least. Figures are medians of the rounds, after
one round of warm-up that is not counted; in each round the readers take turns, so that what slows the machine slows
all.
"""

import argparse
import gzip
import json
import logging
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import newsfigures as nf

PUBLISHED = "2024-06-15"
SAMPLE_BYTES = 100_000
DIGITS = re.compile(r"\d+")
LETTERS = re.compile(r"[a-z]+")
NUMBER_WORDS = frozenset(
    (
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands "
        "million millions billion billions trillion trillions dozen dozens score scores half third quarter several few "
        "many"
    ).split()
)
START = f"""
import time
start = time.process_time()
import newsfigures as nf
imported = time.process_time()
nf.extract("More than 11,000 troops were sent on Monday.", published={PUBLISHED!r})
print(imported - start, time.process_time() - imported)
"""
PEAK = f"""
import resource, sys
sys.path.insert(0, {str(Path(__file__).parent)!r})
import newsfigures as nf
from speed import texts
for text in texts(sys.argv[1], float(sys.argv[2])):
    nf.extract(text, published={PUBLISHED!r})
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(peak / (2**20 if sys.platform == "darwin" else 2**10))
"""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", metavar="DATA.jsonl.gz")
    parser.add_argument("--limit", type=float, default=float("inf"), metavar="MB", help="read no more than this")
    parser.add_argument("--rounds", type=int, default=5)
    args = parser.parse_args()
    if not Path(args.data).is_file():
        sys.exit(f"{args.data}: not there; nothing measured")
    print(json.dumps(measure(args.data, args.limit, args.rounds)))


def measure(path: str, limit: float, rounds: int) -> dict[str, float]:
    """All the figures, of the texts in the file up to the limit."""
    every = list(texts(path, limit))
    if not every:
        sys.exit(f"{path}: no text of at most {limit} MB; nothing measured")
    part = sample(every)
    parse = quantulum3_parser()
    readers: dict[str, tuple[list[str], Callable[[str], int]]] = {
        "newsfigures": (every, lambda text: len(nf.extract(text, published=PUBLISHED))),
        "quantities": (every, lambda text: len(nf.quantities(text))),
        "quantulum3": (part, lambda text: len(parse(text))),
        "floor": (every, floor),
    }
    found = {name: run(*reader)[1] for name, reader in readers.items()}
    seconds: dict[str, list[float]] = {name: [] for name in readers}
    for _ in range(rounds):
        for name, reader in readers.items():
            seconds[name].append(run(*reader)[0])
    speed = {name: megabytes(readers[name][0]) / statistics.median(taken) for name, taken in seconds.items()}
    with tempfile.TemporaryDirectory() as cache:
        starts = [fresh(cache, START) for _ in range(rounds + 1)][1:]
        peak = fresh(cache, PEAK, path, str(limit))[0]
    return {
        "newsfigures_mb_s": round(speed["newsfigures"], 3),
        "quantulum3_mb_s": round(speed["quantulum3"], 4),
        "ratio": round(speed["newsfigures"] / speed["quantulum3"], 1),
        "quantities_mb_s": round(speed["quantities"], 3),
        "quantities_ratio": round(speed["quantities"] / speed["quantulum3"], 1),
        "floor_mb_s": round(speed["floor"], 1),
        "figures_per_mb": round(found["newsfigures"] / megabytes(every)),
        "import_s": round(statistics.median(start[0] for start in starts), 4),
        "first_call_s": round(statistics.median(start[1] for start in starts), 4),
        "peak_mib": round(peak, 1),
        "mb": round(megabytes(every), 3),
        "quantulum3_sample_mb": round(megabytes(part), 3),
        "rounds": rounds,
    }


def texts(path: str, limit: float) -> Iterator[str]:
    """The texts of the file, as long as they stay within the limit in MB."""
    read = 0.0
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            text = json.loads(line)["text"]
            read += megabytes([text])
            if read > limit:
                return
            yield text


def sample(every: list[str]) -> list[str]:
    """About 100 kB from all over the texts, the same for the same file."""
    step = max(1, int(megabytes(every) * 1e6 / SAMPLE_BYTES))
    return every[::step]


def megabytes(some: list[str]) -> float:
    """Size in UTF-8."""
    return sum(len(text.encode()) for text in some) / 1e6


def run(some: list[str], read: Callable[[str], int]) -> tuple[float, int]:
    """The seconds that reading takes, and how much was found."""
    start = time.process_time()
    found = sum(map(read, some))
    return time.process_time() - start, found


def floor(text: str) -> int:
    """Find digits and number words, and do nothing with them."""
    words = LETTERS.findall(text.lower())
    return len(DIGITS.findall(text)) + sum(map(NUMBER_WORDS.__contains__, words))


def fresh(cache: str, program: str, *arguments: str) -> list[float]:
    """The numbers that a program prints in a process of its own, its modules compiled as an installer leaves them."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    setting = kept | {"PYTHONPYCACHEPREFIX": cache}
    command = [sys.executable, "-c", program, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=setting)
    return [float(word) for word in done.stdout.split()]


def quantulum3_parser() -> Callable[[str], list[object]]:
    """The other library's parser; a text on which it fails counts as read, without a find."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns that its optional classifier is not installed
        logging.getLogger("quantulum3").setLevel(logging.CRITICAL)
        from quantulum3 import parser  # noqa: PLC0415  after its warnings are silenced

    def parse(text: str) -> list[object]:
        try:
            return parser.parse(text)
        except Exception:  # noqa: BLE001  whatever goes wrong in it is not ours to stop at
            return []

    return parse


if __name__ == "__main__":
    main()
