"""What is known of a claim, as short labelled texts: for a card, a table or a page of its own."""

from .asof import AsOf
from .claim import Claim
from .evidence import Evidence
from .interval import Interval
from .quantity import Quantity
from .trend import Trend
from .unit import UnitKind
from .wording import extent, with_unit

Facts = list[tuple[str, str]]


def facts(claim: Claim) -> Facts:
    """Return what a claim says as pairs of a label and a text, without those that it leaves open."""
    found = [
        ("allows", allows(claim.quantity)),
        ("suggests", suggests(claim.quantity)),
        ("what", what(claim)),
        ("when", when(claim)),
        ("where", " · ".join([named.name for named in (claim.place, claim.event) if named is not None])),
        ("who says", who(claim)),
        ("published", published(claim)),
        ("status", status(claim)),
    ]
    return [(label, text) for label, text in found if text]


def allows(quantity: Quantity) -> str:
    """Return what the words allow."""
    return _worded(quantity.entailed, quantity)


def suggests(quantity: Quantity) -> str:
    """Return what they suggest, where that is narrower."""
    return "" if quantity.plausible == quantity.entailed else _worded(quantity.plausible, quantity)


def _worded(interval: Interval, quantity: Quantity) -> str:
    unit = quantity.unit
    return with_unit(extent(interval), str(unit), is_count=unit.kind in (UnitKind.COUNT, UnitKind.NONE))


def what(claim: Claim) -> str:
    """Return what is counted, of whom, and whether the figure is a change."""
    measure, subject = claim.measure, claim.subject
    name = measure.id.replace("_", " ")
    parts = [name or str(claim.quantity.unit)]
    if subject is not None and subject.text and subject.text.lower() != name:
        parts.append(f"of {_line(subject.text)}")
    if claim.trend is not Trend.LEVEL:
        parts.append("(the level before)" if claim.trend is Trend.PREVIOUS else f"(a {claim.trend.value})")
    return " ".join(parts).strip()


def when(claim: Claim) -> str:
    """Return the day or period of a figure, and the words for it."""
    found = claim.period or claim.as_of
    if found is None or (days := period(found)) == "":
        return ""
    if found.assumed:
        return f"{days} (day of publication)"
    return f"{days} (“{_line(found.text)}”)" if found.text else days


def period(found: AsOf) -> str:
    """Return first and last day."""
    if found.first is None or found.last is None:
        return ""
    return (
        f"{found.first:%Y-%m-%d}" if found.first == found.last else f"{found.first:%Y-%m-%d} to {found.last:%Y-%m-%d}"
    )


def who(claim: Claim) -> str:
    """Return who says so, whom they cite, and how they stand to it."""
    found = claim.attribution
    if found is None or not found.source:
        return ""
    chain = "".join([f", citing {_line(cited)}" for cited in found.chain])
    stance = "" if found.stance.value == "asserts" else f" ({found.stance.value})"
    return f"{_line(found.source)}{chain}{stance}"


def published(claim: Claim) -> str:
    """Return where and when a claim was published."""
    source = claim.source
    outlet = source.outlet or source.document
    wire = f"{source.wire} in {outlet}" if source.wire and outlet else source.wire or outlet
    day = "" if claim.published is None else claim.published.isoformat()[:10]
    return ", ".join([part for part in (wire, day) if part])


def status(claim: Claim) -> str:
    """Return how firmly a figure is put."""
    marks = [("preliminary", claim.preliminary), ("implied", claim.implied), ("corrects", bool(claim.replaces))]
    return ", ".join([claim.status.value, *[name for name, said in marks if said]])


def reasons(evidence: tuple[Evidence, ...]) -> str:
    """Return which words filled which field, by which rule."""
    return "; ".join(
        [
            f"{one.field} from “{_line(one.text)}” ({one.rule})" if one.text else f"{one.field} ({one.rule})"
            for one in evidence
        ]
    )


def _line(text: str) -> str:
    return " ".join(text.split())
