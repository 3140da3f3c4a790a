"""Which claims speak of one number: by measure, unit, event, place, subject and, for steps, the time covered.

What a claim does not say is what the others say, if they say one thing; or the widest, if what they say lies in it.
Where they say several things, it stays by itself.
"""

import operator
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from . import window
from .claim import Claim
from .comparison import EARNEST, accrual, covered, same_currency
from .errors import ClaimError
from .line import may_be_one
from .measure import Accrual
from .policy import Policy
from .scope import Answer, Named, Scopes
from .status import Status
from .trend import Trend
from .unit import Unit, UnitKind

#: With more values than this on an axis, values that only nest are not brought together: that takes all pairs.
_MANY: Final = 32
_ID: Final = operator.attrgetter("id")


class Node(NamedTuple):
    """What the claims of one group speak of; a `None` is not said by any of them."""

    measure: str
    basis: str
    unit: tuple[str, ...]
    trend: Trend
    accrual: Accrual | None
    denominator: str | None
    event: Named | None
    place: Named | None
    subject: Named | None
    covered: tuple[int, int] | None

    @property
    def order(self) -> tuple[object, ...]:
        """A key by which groups are sorted."""
        return (
            self.measure,
            _key(self.event),
            _key(self.place),
            _key(self.subject),
            self.basis,
            self.unit,
            self.trend.value,
            self.accrual.value if self.accrual is not None else "",
            self.denominator or "",
            self.covered or (),
        )


class Gathered(NamedTuple):
    """The claims of one node, by id, and what was taken to be the same among them."""

    node: Node
    claims: list[Claim]
    assumptions: tuple[str, ...]


def _key(value: Named | None) -> tuple[str, ...]:
    return () if value is None else value.key


def gather(claims: Iterable[Claim], scopes: Scopes, policy: Policy) -> tuple[list[Gathered], list[Claim]]:
    """Return the groups, sorted by what they speak of, and the claims that belong to none.

    Raises `TypeError` on what is no claim and `ClaimError` on two that cannot be judged together, naming the item.
    """
    buckets, aside = _buckets(claims)
    _set_replaced_aside(buckets, aside)
    nodes: dict[Node, list[Claim]] = {}
    for bucket in buckets.values():
        node = _node(bucket[0], scopes, policy)
        if node is None:
            aside += bucket
        else:
            nodes.setdefault(node, []).extend(bucket)
    found: dict[Node, tuple[list[Claim], set[str]]] = {}
    shared = _shared_currencies({node: members[0].quantity.unit for node, members in nodes.items()})
    for node, (home, assumed) in _homes(list(nodes), scopes, shared).items():
        members, assumptions = found.setdefault(home, ([], set()))
        members += nodes[node]
        assumptions |= assumed
    for members, _ in found.values():
        aside += _parts(members)
    groups = [
        Gathered(node, _sorted(members), tuple(sorted(assumptions)))
        for node, (members, assumptions) in sorted(found.items(), key=lambda item: item[0].order)
    ]
    return groups, _sorted(aside)


def _sorted(claims: list[Claim]) -> list[Claim]:
    """Return claims by their ids, which mostly differ, and else by all that `order` sees."""
    ids = {claim.id for claim in claims}
    return sorted(claims, key=_ID if len(ids) == len(claims) else order)


def order(claim: Claim) -> tuple[str, str, str, int]:
    """Return the key by which claims are sorted wherever they are listed."""
    return claim.id, claim.source.document, claim.source.outlet, claim.span.start


def _buckets(claims: Iterable[Claim]) -> tuple[dict[tuple[object, ...], list[Claim]], list[Claim]]:
    """Return the claims by what they say of their scope, word for word, and those that do not speak in earnest."""
    buckets: dict[tuple[object, ...], list[Claim]] = {}
    aside: list[Claim] = []
    seen: dict[str, Claim] = {}
    clock = ""
    for position, claim in enumerate(claims):
        if not isinstance(claim, Claim):
            raise TypeError(f"item {position} must be a Claim, got {type(claim).__name__}")
        known = seen.get(claim.id)
        if known is None:
            seen[claim.id] = claim
        else:
            if known == claim:
                continue
            if order(known) == order(claim):
                raise ClaimError(f"item {position}", f"another claim has the id {claim.id!r} and says something else")
        clock = window.same_clock(clock, claim)
        status = claim.status
        if (status is not Status.ASSERTED and status not in EARNEST) or claim.trend is Trend.PREVIOUS:
            aside.append(claim)
        else:
            buckets.setdefault(_words(claim), []).append(claim)
    return buckets, aside


def _set_replaced_aside(buckets: dict[tuple[object, ...], list[Claim]], aside: list[Claim]) -> None:
    """Take out the claims that another one corrects; two that correct each other both stay."""
    corrections = {(claim.id, old) for bucket in buckets.values() for claim in bucket for old in claim.replaces}
    replaced = {old for new, old in corrections if (old, new) not in corrections}
    if not replaced:
        return
    for words in list(buckets):
        bucket = buckets[words]
        aside += [claim for claim in bucket if claim.id in replaced]
        buckets[words] = [claim for claim in bucket if claim.id not in replaced]
        if not buckets[words]:
            del buckets[words]


def _parts(members: list[Claim]) -> list[Claim]:
    """Take out of a group, and return, the claims that say themselves that they count a part of another one in it."""
    if not any(claim.part_of for claim in members):
        return []
    ids = {claim.id for claim in members}
    parts = [claim for claim in members if not ids.isdisjoint(claim.part_of) and claim.id not in claim.part_of]
    left = [claim for claim in members if ids.isdisjoint(claim.part_of) or claim.id in claim.part_of]
    if not left:
        return []  # parts of each other: nothing tells the whole
    members[:] = left
    return parts


def _words(claim: Claim) -> tuple[object, ...]:
    measure, unit, subject = claim.measure, claim.quantity.unit, claim.subject
    steps = accrual(claim) is Accrual.INCREMENT
    return (
        measure.id,
        measure.accrual,
        measure.basis,
        measure.denominator,
        unit.name,
        unit.kind,
        unit.dimension,
        unit.modifiers,
        subject and (subject.head, subject.modifiers),
        claim.place and claim.place.name,
        claim.event and claim.event.name,
        claim.trend,
        steps and (claim.period or claim.as_of or claim.published),
    )


def _node(claim: Claim, scopes: Scopes, policy: Policy) -> Node | None:
    """Return what a claim speaks of; `None` where nothing says what it measures."""
    scope = scopes.scope(claim)
    if not scope.measure:
        return None
    unit = claim.quantity.unit
    if scopes.counts(claim):
        kind: tuple[str, ...] = (UnitKind.COUNT.value,)
    elif unit.factor:
        kind = (unit.kind.value, unit.dimension)
    else:
        kind = (unit.kind.value, unit.dimension, unit.name)
    grows = accrual(claim)
    span = covered(claim, window.of(claim, policy.report_lag))
    steps = grows is Accrual.INCREMENT and (claim.period is not None or not span.assumed)
    return Node(
        scope.measure,
        scope.basis,
        kind,
        claim.trend,
        grows,
        claim.measure.denominator.casefold() or None,
        scope.event,
        scope.place,
        scope.subject,
        (span.start, span.end) if steps else None,
    )


_AXES: Final = ("accrual", "denominator", "event", "place", "subject", "covered")


def _shared_currencies(units: Mapping[Node, Unit]) -> dict[Node, tuple[tuple[str, ...], str]]:
    """Return the unit of each node whose currency shares its name, where only one of those stands beside it."""
    money: dict[tuple[object, ...], list[Node]] = {}
    for node, unit in units.items():
        if unit.kind is UnitKind.MONEY:
            money.setdefault((node.measure, node.basis, node.trend), []).append(node)
    found = {}
    for nodes in money.values():
        for node in nodes:
            if units[node].alternatives:
                meant = {other.unit: units[other] for other in nodes if may_be_one(units[node], units[other])}
                if len(meant) == 1:
                    [(key, unit)] = meant.items()
                    found[node] = key, same_currency(units[node], unit)
    return found


def _homes(
    nodes: Sequence[Node], scopes: Scopes, shared: Mapping[Node, tuple[tuple[str, ...], str]]
) -> dict[Node, tuple[Node, frozenset[str]]]:
    """Return for each node the one that its claims go to, and what is assumed by it."""
    roots: dict[tuple[object, ...], list[tuple[Node, Node, frozenset[str]]]] = {}
    for node in nodes:
        home, assumed = node, frozenset[str]()
        if node in shared:
            unit, assumption = shared[node]
            home, assumed = node._replace(unit=unit), frozenset((assumption,))
        root = (home.measure, home.basis, home.unit, home.trend)
        roots.setdefault(root, []).append((node, home, assumed))
    found = {}
    for family in roots.values():
        for node, home, assumed in _fill(family, 0, scopes):
            found[node] = (home, assumed)
    return found


_Row = tuple[Node, Node, frozenset[str]]


def _fill(family: list[_Row], depth: int, scopes: Scopes) -> Iterator[_Row]:
    """Fill one axis after the other, the later ones only among nodes that agree on the earlier."""
    if depth == len(_AXES) or len(family) == 1:
        yield from family
        return
    axis = _AXES[depth]
    values = {getattr(home, axis) for _, home, _ in family}
    homes = _merge(axis, values, scopes) if len(values) > 1 else {}
    parts: dict[Any, list[_Row]] = {}
    for row in family:
        node, home, assumed = row
        value = getattr(home, axis)
        target = homes.get(value, value)
        moved = row
        if target != value:
            moved = node, home._replace(**{axis: target}), assumed | {_assumption(axis, value, target)}
        parts.setdefault(target, []).append(moved)
    for part in parts.values():
        yield from _fill(part, depth + 1, scopes)


def _assumption(axis: str, value: Any, target: Any) -> str:
    named = {"accrual": "way of growing", "denominator": "whole of a share", "covered": "stretch of time"}.get(
        axis, axis
    )
    if value is None:
        return f"the same {named} is meant, which some do not say"
    return f'"{" ".join(value.key).strip()}" and "{" ".join(target.key).strip()}" are one {named}'


def _merge(axis: str, values: set[Any], scopes: Scopes) -> dict[Any, Any]:
    """Return where each value of an axis goes: to the one that says it more closely; `None` to the only or widest."""
    stated = values - {None}
    homes: dict[Any, Any] = {}
    if axis in {"event", "place", "subject"} and len(stated) <= _MANY:
        for value in stated:
            closer = [other for other in stated if _is_closer(axis, other, value, scopes)]
            closest = [other for other in closer if not any(_is_closer(axis, third, other, scopes) for third in closer)]
            if len(closest) == 1:
                homes[value] = closest[0]
    left = {homes.get(value, value) for value in stated}
    if None in values:
        home = _widest(axis, left, scopes)
        if home is not None:
            homes[None] = home
    return homes


def _is_closer(axis: str, other: Named, value: Named, scopes: Scopes) -> bool:
    if other == value or scopes.relate(axis, other, value) is not Answer.SAME:
        return False
    return (len(other.qualifiers), bool(other.name), other.key) > (len(value.qualifiers), bool(value.name), value.key)


def _widest(axis: str, values: set[Any], scopes: Scopes) -> Any:
    """Return the one value, or the one that holds all others; `None` when there is no such value."""
    if len(values) == 1:
        return next(iter(values))
    if axis not in {"place", "subject"} or len(values) > _MANY:
        return None

    def holds(outer: Named, inner: Named) -> bool:
        return outer == inner or scopes.relate(axis, inner, outer) is Answer.PART

    widest = [value for value in values if all(holds(value, other) for other in values)]
    return widest[0] if len(widest) == 1 else None
