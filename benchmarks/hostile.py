"""Hostile input: does twice the text take twice the time? `python benchmarks/hostile.py [--size MB] [--only NAME]`.

Texts of one kind of sign each (digits, separators, number words, hedges, brackets, dashes, combining marks, and more),
Texts of one kind of sign each (digits, separators, number words, hedges, brackets, dashes, combining marks and more),
kind: seconds at both, their ratio, MB/s, and how many figures were found. Linear time has a ratio of 2; more than 3 is
marked, and the exit status tells of it.
Nothing is read from outside.
"""

import argparse
import json
import sys
import time

import newsfigures as nf

#: What is repeated; a name with "line" breaks the text into lines.
KINDS = {
    "digits": "7",
    "digit groups": "123 ",
    "thousands": "1,234,",
    "points": "1.234.",
    "decimals": "3.14 ",
    "separators": ".,'",
    "commas": ",",
    "full stops": ".",
    "spaces": " ",
    "line breaks": "\n",
    "number words": "twenty ",
    "scales": "hundred million ",
    "hundreds and": "hundred and ",
    "fractions": "half of a ",
    "parts": "and a third ",
    "hedges": "about ",
    "long hedges": "more than ",
    "hedged": "more than about 40 ",
    "ranges": "5-",
    "to": "5 to ",
    "or": "5 or ",
    "brackets": "(",
    "bracketed": "(5) ",
    "dashes": "-",
    "long dashes": "\u2014",
    "slashes": "1/2/",
    "units": "5 km ",
    "dollars": "$5 ",
    "nouns": "5 red boats ",
    "adjectives": "red ",
    "hyphened": "five-",
    "names": "5 Red ",
    "dates": "5 May 2020 ",
    "months": "May ",
    "weekdays": "Monday ",
    "combining": "e\u0301",
    "marks": "\u0301",
    "zero width": "\u200b",
    "quotes": '"',
    "quoted": '"5 men," he said. ',
    "letters": "a",
    "capitals": "A 5 ",
    "web": "http://a.b/5?",
    "mail": "a5@",
    "tags": "<5>",
    "articles": "a year ",
    "ones": "one of ",
    "killed": "5 killed and ",
    "lines": "5 men\n",
    "sentences": "More than 40 men died. ",
}
LIMIT = 3


def seconds(text: str) -> tuple[float, int]:
    """Read a text; return the processor time and the number of figures."""
    start = time.process_time()
    found = len(nf.extract(text))
    return time.process_time() - start, found


def main(arguments: list[str]) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--size", type=float, default=1.0, metavar="MB", help="of the larger text, in millions of characters"
    )
    parser.add_argument("--only", default="", metavar="NAME", help="one kind")
    options = parser.parse_args(arguments)
    nf.extract("More than 40 men died on Monday.")
    slow = 0
    for name, piece in KINDS.items():
        if options.only and name != options.only:
            continue
        size = int(options.size * 1_000_000)
        text = piece * (size // len(piece) + 1)
        half, _ = seconds(text[: size // 2])
        whole, found = seconds(text[:size])
        ratio = whole / half if half > 0.001 else 2.0
        slow += ratio > LIMIT
        row = {
            "kind": name, "half_s": round(half, 3), "whole_s": round(whole, 3), "ratio": round(ratio, 2),
            "mb_s": round(options.size / max(whole, 1e-9), 2), "figures": found,
        }  # fmt: skip
        print(json.dumps(row | ({"slow": True} if ratio > LIMIT else {})), flush=True)
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
