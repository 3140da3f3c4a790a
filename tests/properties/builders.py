"""Claims for tests, from the intervals that the words mean, so that judging is tested without reading.

The widths are those of the design for news counts; where a case needs another, it says so.
"""

import datetime as dt
from decimal import Decimal
from fractions import Fraction

from newsfigures.asof import AsOf
from newsfigures.attribution import Attribution
from newsfigures.claim import Claim, Source
from newsfigures.hedge import Hedge
from newsfigures.interval import CLOSED, INFINITY, OPEN, Interval
from newsfigures.measure import Accrual, Measure, Subject
from newsfigures.place import Event, Place
from newsfigures.quantity import Quantity
from newsfigures.status import Status
from newsfigures.trend import Trend
from newsfigures.unit import Unit, UnitKind

PERSON = Unit("person", UnitKind.COUNT, dimension="count:person", family="person")
KILOMETRE = Unit("kilometre", UnitKind.MEASURE, dimension="length", code="km", factor=Fraction(1000))
MILE = Unit("mile", UnitKind.MEASURE, dimension="length", code="[mi_i]", factor=Fraction(1609344, 1000))
PERCENT = Unit("percent", UnitKind.RATIO, dimension="ratio", code="%", factor=Fraction(1, 100))
SHARE = Unit("", UnitKind.RATIO, dimension="ratio", factor=Fraction(1))
DOLLAR = Unit("dollar", UnitKind.MONEY, dimension="currency:USD", code="USD", factor=Fraction(1))
EURO = Unit("euro", UnitKind.MONEY, dimension="currency:EUR", code="EUR", factor=Fraction(1))

#: Running tolls; everything else in the tests is a level.
TOLLS = {"killed", "injured", "casualties", "wounded", "killed_or_injured"}


def quantity(hedge, entailed, plausible=None, best=None, unit=PERSON, **fields):
    return Quantity(
        stated=(),
        hedge=hedge,
        entailed=entailed,
        plausible=plausible or entailed,
        best=None if best is None else Decimal(best),
        unit=unit,
        **fields,
    )


def grain(n):
    """The place of the last digit of a whole number that is not zero."""
    unit = 1
    while n and n % (unit * 10) == 0:
        unit *= 10
    return unit


def exactly(n, unit=PERSON):
    return quantity(Hedge.EXACTLY, Interval(n, n), best=n, unit=unit, text=f"exactly {n:,}")


def bare(n, unit=PERSON):
    """A whole count in digits: from 100 on, rounded to its last digit that is not zero, at most a tenth."""
    place = min(grain(n), 10 ** (len(str(n // 10)) - 1)) if n >= 100 else 1
    half = Decimal(place) / 2
    both = Interval(n - half, n + half, CLOSED, OPEN) if place > 1 else Interval(n, n)
    return quantity(Hedge.NONE, both, best=n, unit=unit, text=f"{n:,}")


def measured(n, half, unit):
    """A measured amount, to half its last place."""
    n, half = Decimal(n), Decimal(half)
    return quantity(Hedge.NONE, Interval(n - half, n + half, CLOSED, OPEN), best=n, unit=unit, text=f"{n} {unit}s")


def about(n, half=None, unit=PERSON):
    width = Decimal(n) / 10 if half is None else half
    plausible = Interval(n - width, n + width)
    return quantity(Hedge.ABOUT, Interval(Decimal(n) / 2, 2 * n), plausible, best=n, unit=unit, text=f"about {n:,}")


def more_than(n, unit=PERSON):
    plausible = Interval(n, n + grain(n), OPEN)
    return quantity(Hedge.MORE_THAN, Interval(n, INFINITY, OPEN), plausible, best=n, unit=unit, text=f"more than {n:,}")


def at_least(n, unit=PERSON):
    plausible = Interval(n, n + max(Decimal(grain(n)), Decimal(n) / 2)) if n else Interval(0, 5)
    return quantity(Hedge.AT_LEAST, Interval(n, INFINITY), plausible, best=n, unit=unit, text=f"at least {n:,}")


def fewer_than(n, unit=PERSON):
    plausible = Interval(max(Decimal(n - grain(n)), Decimal(n) / 2), n, CLOSED, OPEN)
    return quantity(
        Hedge.LESS_THAN, Interval(0, n, CLOSED, OPEN), plausible, best=n, unit=unit, text=f"fewer than {n:,}"
    )


def at_most(n, unit=PERSON):
    plausible = Interval(max(Decimal(n - grain(n)), Decimal(n) / 2), n)
    return quantity(Hedge.AT_MOST, Interval(0, n), plausible, best=n, unit=unit, text=f"at most {n:,}")


def up_to(n, unit=PERSON):
    """A ceiling that the speaker may take back."""
    plausible = Interval(Decimal(n) / 2, n)
    return quantity(
        Hedge.UP_TO, Interval(0, n), plausible, best=n, unit=unit, cancellable=("upper",), text=f"up to {n:,}"
    )


def between(a, b, unit=PERSON):
    return quantity(Hedge.RANGE, Interval(a, b), unit=unit, text=f"{a:,} to {b:,}")


def vague(floor, low, high, text):
    return quantity(Hedge.VAGUE, Interval(floor, INFINITY), Interval(low, high), text=text)


DOZENS = vague(12, 24, 120, "dozens")


def at(text):
    """A time: a day ("05-01" of 2024), an hour of it ("05-01 09:00"), or a stretch ("05-01/05-31")."""
    first, _, last = text.partition("/")
    return AsOf(_time(first), _time(last or first))


def _time(text):
    return dt.datetime.fromisoformat(f"2024-{text}") if " " in text else dt.date.fromisoformat(f"2024-{text}")


def claim(said, id="a", measure="killed", **fields):  # noqa: A002  the field's name
    """A claim of a quantity; `by` is the outlet, `cites` the claimant, the rest as in `Claim`."""
    accrual = fields.pop("accrual", Accrual.CUMULATIVE if measure in TOLLS else Accrual.STOCK)
    fields["measure"] = Measure(
        measure, accrual, basis=fields.pop("basis", "reported"), denominator=fields.pop("denominator", "")
    )
    cites = fields.pop("cites", "")
    if cites:
        chain = (cites,) if isinstance(cites, str) else cites
        fields["attribution"] = Attribution(chain[0], chain=tuple(chain[1:]))
    fields["source"] = Source(
        outlet=fields.pop("by", id),
        wire=fields.pop("wire", ""),
        document=fields.pop("document", ""),
        stake=fields.pop("stake", ()),
    )
    for name, build in (("place", Place), ("event", Event)):
        if isinstance(fields.get(name), str):
            fields[name] = build(fields[name])
    if isinstance(fields.get("subject"), str):
        *modifiers, head = fields["subject"].split()
        fields["subject"] = Subject(fields["subject"], head, modifiers=tuple(modifiers))
    if isinstance(fields.get("as_of"), str):
        fields["as_of"] = at(fields["as_of"])
    if isinstance(fields.get("period"), str):
        fields["period"] = at(fields["period"])
    if isinstance(fields.get("published"), str):
        fields["published"] = _time(fields["published"])
    return Claim(id=id, quantity=said, quote=said.text, **fields)


__all__ = [
    "DOLLAR",
    "DOZENS",
    "EURO",
    "KILOMETRE",
    "MILE",
    "PERCENT",
    "PERSON",
    "SHARE",
    "Accrual",
    "Status",
    "Trend",
    "about",
    "at",
    "at_least",
    "at_most",
    "bare",
    "between",
    "claim",
    "exactly",
    "fewer_than",
    "grain",
    "measured",
    "more_than",
    "quantity",
    "up_to",
    "vague",
]
