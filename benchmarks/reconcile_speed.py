"""How fast reconciling is: `python benchmarks/reconcile_speed.py [SIZE ...]`.

Makes claims of ten origins a group, of five hedges, over three days, in three sizes (10,000, 100,000 and 1,000,000
where none is given), and reconciles them in one process: from claims and from whole-number columns. Prints one JSON
object: seconds, processor time a claim, the share of the time spent in sorting, and the peak of memory.
"""

import cProfile
import datetime as dt
import json
import pstats
import random
import resource
import sys
import time
from decimal import Decimal
from typing import Any

import newsfigures as nf

SIZES = (10_000, 100_000, 1_000_000)
OF_A_GROUP = 10
PERSON = nf.Unit("person", nf.UnitKind.COUNT, dimension="count:person", family="person")
MEASURE = nf.Measure("killed", nf.Accrual.CUMULATIVE)
INFINITY = Decimal("Infinity")


def quantity(draw: random.Random) -> nf.Quantity:
    """Make one of five hedges on a number below a hundred."""
    n = Decimal(draw.randrange(10, 99))
    kind = draw.randrange(5)
    plausible = nf.Interval(n, n * 2)
    if kind == 0:
        return made(nf.Hedge.AT_LEAST, nf.Interval(n, INFINITY), plausible, n)
    if kind == 1:
        return made(nf.Hedge.MORE_THAN, nf.Interval(n, INFINITY, nf.Bound.OPEN), nf.Interval(n + 1, n * 2), n)
    if kind == 2:
        return made(nf.Hedge.ABOUT, nf.Interval(n / 2, n * 2), nf.Interval(n - 2, n + 2), n)
    point = nf.Interval(n, n)
    return made(nf.Hedge.NONE, point, point, n)


def made(hedge: nf.Hedge, entailed: nf.Interval, plausible: nf.Interval, best: Decimal) -> nf.Quantity:
    """Build a quantity of people."""
    return nf.Quantity(stated=(), hedge=hedge, entailed=entailed, plausible=plausible, best=best, unit=PERSON)


def claims(size: int) -> list[nf.Claim]:
    """Make the claims of one size, always the same ones."""
    draw = random.Random(size)
    groups = max(1, size // OF_A_GROUP)
    events = [nf.Event(f"the attack at crossing {number}") for number in range(groups)]
    outlets = [nf.Source(outlet=f"paper {number}") for number in range(50)]
    day = dt.date(2024, 5, 1)
    return [
        nf.Claim(
            id=f"c{number}",
            quantity=quantity(draw),
            measure=MEASURE,
            event=events[number % groups],
            published=day + dt.timedelta(days=draw.randrange(3)),
            source=outlets[draw.randrange(50)],
        )
        for number in range(size)
    ]


def columns(size: int) -> dict[str, list[Any]]:
    """Make the columns of one size, always the same ones."""
    draw = random.Random(size)
    groups = max(1, size // OF_A_GROUP)
    table: dict[str, list[Any]] = {
        name: [] for name in ("group", "origin", "lower", "upper", "plausible_lower", "plausible_upper", "best")
    }
    for number in range(size):
        n = draw.randrange(10, 99)
        kind = draw.randrange(5)
        row = (n, None, n, 2 * n, None) if kind < 2 else (n // 2, 2 * n, n - 2, n + 2, n) if kind == 2 else (n,) * 5
        table["group"].append(number % groups)
        table["origin"].append(draw.randrange(50))
        for name, value in zip(("lower", "upper", "plausible_lower", "plausible_upper", "best"), row, strict=True):
            table[name].append(value)
    return table


def timed(work: Any, size: int) -> dict[str, float]:
    """Time one run."""
    start, worked = time.perf_counter(), time.process_time()
    work()
    seconds, spent = time.perf_counter() - start, time.process_time() - worked
    # On a machine that others use too, the seconds of the processor are what this work costs.
    return {
        "seconds": round(seconds, 2),
        "cpu_seconds": round(spent, 2),
        "cpu_us_a_claim": round(1e6 * spent / size, 2),
    }


def sorting(work: Any) -> float:
    """Return the share of the time that is spent in sorting, as the profiler sees it."""
    profile = cProfile.Profile()
    profile.runcall(work)
    stats: Any = pstats.Stats(profile)
    spent = sum(row[2] for (_, _, name), row in stats.stats.items() if "sorted" in name or "'sort'" in name)
    return round(spent / stats.total_tt, 3)


def main(arguments: list[str]) -> int:
    """Measure every size, smallest first."""
    if not all(argument.isdigit() for argument in arguments):
        print(__doc__.splitlines()[0], file=sys.stderr)
        return 2
    sizes = sorted(int(argument) for argument in arguments) or SIZES
    found: dict[str, Any] = {"claims": {}, "columns": {}}
    for size in sizes:
        made_claims = claims(size)
        found["claims"][size] = timed(lambda made=made_claims: nf.reconcile(made), size)
        if size == sizes[0]:
            found["claims"]["sorting"] = sorting(lambda made=made_claims: nf.reconcile(made))
        del made_claims
        table = columns(size)
        found["columns"][size] = timed(lambda table=table: nf.reconcile_columns(**table), size)
        if size == sizes[0]:
            found["columns"]["sorting"] = sorting(lambda table=table: nf.reconcile_columns(**table))
    found["peak_mib"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(json.dumps(found))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
