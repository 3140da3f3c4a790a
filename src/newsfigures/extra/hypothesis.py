"""Strategies of Hypothesis for the types of this package, so that your own code can be tested with them.

Installed with the package: Hypothesis finds `register` by its entry point, and `st.from_type(nf.Claim)` works.
"""

import datetime as dt
from decimal import Decimal

import newsfigures as nf

try:
    from hypothesis import strategies as st
except ImportError as error:
    raise nf.MissingExtraError("hypothesis") from error

_HEDGES = (
    *("", "exactly ", "more than ", "at least ", "fewer than ", "at most ", "up to ", "nearly ", "about ", "around "),
    *("just over ", "just under ", "well over "),
)
_UNITS = ("people", "soldiers", "houses", "km", "tonnes", "%", "", "dollars", "days")
_MEASURES = ("killed", "injured", "troops", "revenue", "turnout", "")
_SCALES = ("", "", "", " thousand", " million", " billion")


@st.composite
def intervals(draw: st.DrawFn, *, lowest: int = -(10**9), highest: int = 10**9) -> nf.Interval:
    """Draw any interval: open, closed and unbounded ends."""
    ends = st.decimals(lowest, highest, allow_nan=False, places=2) | st.integers(lowest, highest).map(Decimal)
    lower, upper = sorted((draw(ends), draw(ends)))
    bounds = st.sampled_from(list(nf.Bound))
    unbounded = Decimal("Infinity")
    below, above = draw(st.integers(0, 4)) == 0, draw(st.integers(0, 4)) == 0
    if lower == upper and not (below or above):
        return nf.Interval(lower, upper)
    lower_bound = nf.Bound.CLOSED if lower == upper else draw(bounds)
    upper_bound = nf.Bound.CLOSED if lower == upper else draw(bounds)
    return nf.Interval(-unbounded if below else lower, unbounded if above else upper, lower_bound, upper_bound)


@st.composite
def phrases(draw: st.DrawFn) -> str:
    """Draw a phrase that is exactly one quantity, such as "more than 11,000 soldiers" or "40 to 50 km"."""
    unit = draw(st.sampled_from(_UNITS))
    unit = f"{'' if unit in ('%', '') else ' '}{unit}"
    first = draw(st.integers(2, 10**6))
    if draw(st.integers(0, 5)) == 0:
        return f"between {first:,} and {first + draw(st.integers(1, 10**6)):,}{unit}"
    scale = draw(st.sampled_from(_SCALES)) if unit != "%" else ""
    number = f"{first:,}" if not scale else f"{draw(st.integers(1, 999))}{draw(st.sampled_from(('', '.5', '.25')))}"
    return f"{draw(st.sampled_from(_HEDGES))}{number}{scale}{unit}"


def quantities() -> st.SearchStrategy[nf.Quantity]:
    """Draw a quantity as `parse` makes it, so that its parts fit each other."""
    return phrases().map(nf.parse)


@st.composite
def claims(draw: st.DrawFn) -> nf.Claim:
    """Draw a claim with a quantity, a measure, a source and days; ids differ as far as their texts do."""
    quantity = draw(quantities())
    first = draw(st.dates(dt.date(1990, 1, 1), dt.date(2040, 1, 1)))
    last = first + dt.timedelta(days=draw(st.integers(0, 30)))
    outlet = draw(st.sampled_from(("Courier", "Post", "Wire")))
    source = draw(st.none() | st.sampled_from(("the ministry", "police", "the mayor")).map(nf.Attribution))
    accruals = st.sampled_from((nf.Accrual.CUMULATIVE, nf.Accrual.STOCK, nf.Accrual.INCREMENT))
    return nf.Claim(
        id=f"{outlet}:{first}-{draw(st.integers(0, 10**6))}",
        quantity=quantity,
        measure=nf.Measure(draw(st.sampled_from(_MEASURES)), draw(st.none() | accruals)),
        as_of=draw(st.none() | st.just(nf.AsOf(first, last))),
        attribution=source,
        status=draw(st.sampled_from(list(nf.Status))),
        span=quantity.span,
        quote=quantity.text,
        passage=quantity.text,
        published=draw(st.none() | st.just(last)),
        source=nf.Source(outlet=outlet),
    )


def several_claims(*, most: int = 6) -> st.SearchStrategy[nf.Claims]:
    """Draw claims whose ids all differ, as `reconcile` takes them."""
    return st.lists(claims(), max_size=most, unique_by=lambda claim: claim.id).map(nf.Claims)


def register() -> None:
    """Tell Hypothesis what to draw for each type; it calls this itself."""
    st.register_type_strategy(nf.Interval, intervals())
    st.register_type_strategy(nf.Quantity, quantities())
    st.register_type_strategy(nf.Claim, claims())
    st.register_type_strategy(nf.Claims, several_claims())
