"""The signatures of the face, pinned for the type checker: what is passed, and what comes back.

`mypy src tests/typing` reads this file and nobody runs it. A line with `type: ignore` is a mistake of the caller; mypy
says so when it is none any more.
"""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any, assert_type

import newsfigures as nf


def verbs_that_read(text: str) -> None:
    assert_type(nf.parse(text), nf.Quantity)
    assert_type(nf.parse(text, lexicon=nf.load(), reading=nf.Reading(), home_currency="CAD"), nf.Quantity)
    assert_type(nf.extract(text), nf.Claims)
    assert_type(nf.extract(text, published="2024-12-28", source="Example Times"), nf.Claims)
    assert_type(nf.extract(text, published=dt.date(2024, 12, 28), source=nf.Source(outlet="Example Times")), nf.Claims)
    assert_type(nf.extract(text, published=dt.datetime(2024, 12, 28, tzinfo=dt.UTC), date_order="DMY"), nf.Claims)
    assert_type(nf.dates(text, published="2024-12-28", date_order="DMY"), tuple[nf.AsOf, ...])
    assert_type(nf.load("en").extend("mine.toml"), nf.Lexicon)
    assert_type(nf.lookup("mile"), nf.Unit)
    nf.parse(b"40")  # type: ignore[arg-type]
    nf.extract(text, "2024-12-28")  # type: ignore[call-arg]
    nf.extract(text, published=2024)  # type: ignore[arg-type]
    nf.extract(text, source=7)  # type: ignore[arg-type]
    nf.extract(text, outlet="Example Times")  # type: ignore[call-arg]
    nf.load(1)  # type: ignore[arg-type]


def verbs_that_judge(claims: nf.Claims, a: nf.Claim, b: nf.Claim) -> None:
    assert_type(nf.compare(a, b), nf.Relation)
    assert_type(nf.compare(a, b, scopes=nf.scopes(), policy=nf.Policy.named("gtd")), nf.Relation)
    assert_type(nf.compare(a, b).converse(), nf.Relation)
    report = nf.reconcile(claims)
    assert_type(report, nf.Report)
    assert_type(nf.reconcile(iter(claims), policy=nf.Policy(separate_parties=False)), nf.Report)
    assert_type(report.groups, tuple[nf.Group, ...])
    assert_type(report.findings, tuple[nf.Finding, ...])
    assert_type(report.total("killed"), nf.Total | None)
    assert_type(report.timeline("killed"), tuple[nf.Step, ...])
    assert_type(report.of("killed")[0].consensus, nf.Consensus)
    assert_type(report.of("killed")[0].votes, tuple[nf.Vote, ...])
    assert_type(nf.support(a, claims), nf.Support)
    assert_type(nf.support(a, claims).verdict, nf.Verdict)
    assert_type(nf.support_all(claims, claims, policy=nf.Policy()), tuple[nf.Support, ...])
    nf.compare(a)  # type: ignore[call-arg]
    nf.reconcile(claims, policy="gtd")  # type: ignore[arg-type]
    nf.reconcile(["a claim"])  # type: ignore[list-item]


def verbs_that_show(claims: nf.Claims, report: nf.Report) -> None:
    assert_type(nf.render(claims[0]), str)
    assert_type(nf.explain(report), str)
    assert_type(nf.forest(report.groups[0]), str)
    assert_type(nf.html(report, title="The quake", fragment=True), str)
    assert_type(nf.svg(report.groups[0]), str)
    assert_type(nf.to_record(claims), dict[str, Any])
    assert_type(nf.to_csv(claims), str)
    assert_type(nf.tools(), list[dict[str, Any]])
    nf.from_record(nf.to_record(claims))
    nf.from_record("claim")  # type: ignore[arg-type]


def fields_of_a_claim(claim: nf.Claim) -> None:
    assert_type(claim.id, str)
    assert_type(claim.quantity, nf.Quantity)
    assert_type(claim.measure, nf.Measure)
    assert_type(claim.subject, nf.Subject | None)
    assert_type(claim.place, nf.Place | None)
    assert_type(claim.event, nf.Event | None)
    assert_type(claim.as_of, nf.AsOf | None)
    assert_type(claim.period, nf.AsOf | None)
    assert_type(claim.trend, nf.Trend)
    assert_type(claim.attribution, nf.Attribution | None)
    assert_type(claim.status, nf.Status)
    assert_type(claim.preliminary, bool)
    assert_type(claim.implied, bool)
    assert_type(claim.part_of, tuple[str, ...])
    assert_type(claim.replaces, tuple[str, ...])
    assert_type(claim.related, tuple[str, ...])
    assert_type(claim.span, nf.Span)
    assert_type(claim.quote, str)
    assert_type(claim.published, dt.date | None)
    assert_type(claim.source, nf.Source)
    assert_type(claim.evidence, tuple[nf.Evidence, ...])
    claim.quote = "40"  # type: ignore[misc]
    nf.Claim("id", claim.quantity)  # type: ignore[call-arg]


def fields_of_a_quantity(quantity: nf.Quantity) -> None:
    assert_type(quantity.stated, tuple[nf.Numeral, ...])
    assert_type(quantity.stated[0].value, Decimal)
    assert_type(quantity.hedge, nf.Hedge)
    assert_type(quantity.entailed, nf.Interval)
    assert_type(quantity.plausible.lower, Decimal)
    assert_type(quantity.plausible.lower_bound, nf.Bound)
    assert_type(quantity.best, Decimal | None)
    assert_type(quantity.unit, nf.Unit)
    assert_type(quantity.unit.kind, nf.UnitKind)
    assert_type(quantity.unit.factor, Fraction | None)
    assert_type(quantity.to("mile"), nf.Quantity)
    assert_type(quantity.to(quantity.unit), nf.Quantity)
    assert_type(quantity.equivalent, tuple[nf.Quantity, ...])


def intervals(interval: nf.Interval) -> None:
    assert_type(nf.Interval.point(40), nf.Interval)
    assert_type(nf.Interval.parse("[40, +inf)"), nf.Interval)
    assert_type(interval & interval, nf.Interval | None)
    assert_type(interval.hull(interval), nf.Interval)
    assert_type(interval.scale(Fraction(1, 3)), nf.Interval)
    assert_type(interval.distance(interval), Decimal)
    assert_type(Decimal(40) in interval, bool)
    nf.Interval.point("40")  # type: ignore[arg-type]


def claims_are_a_tuple(claims: nf.Claims) -> None:
    assert_type(claims[0], nf.Claim)
    assert_type(iter(claims), Iterator[nf.Claim])
    plain: tuple[nf.Claim, ...] = claims
    assert_type(hash(plain), int)
    nf.Claims(["a claim"])  # type: ignore[list-item]


def errors_are_what_a_caller_expects() -> None:
    root: type[nf.NewsfiguresError] = nf.ParseError
    values: list[type[ValueError]] = [nf.ParseError, nf.ArgumentError, nf.LexiconError, nf.RecordError, nf.ClaimError]
    values += [nf.DimensionError, nf.IntervalError]
    lookups: type[LookupError] = nf.UnknownUnitError
    imports: type[ImportError] = nf.MissingExtraError
    assert_type(nf.errors.ParseError("message", "source", 0, 1).start, int)
    del root, values, lookups, imports
