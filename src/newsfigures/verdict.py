"""Whether a figure follows from its sources, fits them, goes beyond them or contradicts them.

The figure of the sources that is its nearest counterpart decides, not the one that suits it best: a figure that police
are credited with is held against what police said, one for children against that for children.
"""

from collections.abc import Iterable, Sequence
from typing import Final, final

import attrs

from . import scope, window
from . import total as totals
from .bearing import Aspect, Bearing, Check, Verdict
from .claim import Claim, document_of
from .comparison import compare
from .hedge import Hedge
from .policy import NEUTRAL, Policy
from .relation import Kind
from .scope import Scopes
from .status import Status
from .total import Total, TotalBasis
from .weighing import weigh


@final
@attrs.frozen(kw_only=True)
class Support:
    """How a figure (`figure`) stands to its sources: the verdict, the source claim that decided, and the steps to it.

    `claim` is the nearest counterpart in the sources, or where the figure is unsupported what comes nearest to one;
    `None` where nothing does. The verdict is the worst of `steps`.
    """

    verdict: Verdict
    claim: Claim | None
    steps: tuple[Check, ...]
    figure: Claim

    @property
    def decisive(self) -> Check:
        """The step that decided: the first with the verdict of the whole, or the value where all follows."""
        deciding = [step for step in self.steps if step.verdict is self.verdict]
        return deciding[-1] if self.verdict is Verdict.FOLLOWS else deciding[0]


def support(
    claim: Claim, sources: Iterable[Claim], *, scopes: Scopes | None = None, policy: Policy = NEUTRAL
) -> Support:
    """Say whether a figure follows from the figures of its sources.

    Raises `TypeError` on anything but claims, `ClaimError` on a naive and an aware datetime together.

    >>> from newsfigures.extraction import extract
    >>> [figure] = extract("The quake killed 50 people.")
    >>> found = support(figure, extract("Up to 50 people were killed in the quake, police said."))
    >>> found.verdict.value, found.decisive.reason
    ('beyond', 'the claim drops "up to"')
    """
    return support_all([claim], sources, scopes=scopes, policy=policy)[0]


def support_all(
    claims: Iterable[Claim], sources: Iterable[Claim], *, scopes: Scopes | None = None, policy: Policy = NEUTRAL
) -> tuple[Support, ...]:
    """Say of every figure of a text whether it follows from the figures of its sources, in the order of the text.

    >>> from newsfigures.extraction import extract
    >>> source = extract("The quake killed 12 people and injured 40.")
    >>> [found.verdict.value for found in support_all(extract("It killed 40 people and injured 12."), source)]
    ['contradicts', 'contradicts']
    """
    judged, given = _claims("claim", claims), _claims("source", sources)
    clock = ""
    for found in (*judged, *given):
        clock = window.same_clock(clock, found)
    room = _Sources(given, scope.load() if scopes is None else scopes, policy)
    return tuple([room.support(figure) for figure in judged])


def _claims(name: str, claims: object) -> list[Claim]:
    if isinstance(claims, Claim | str) or not isinstance(claims, Iterable):
        raise TypeError(f"{name}s must be claims, got {type(claims).__name__}")
    found = list(claims)
    for number, claim in enumerate(found):
        if not isinstance(claim, Claim):
            raise TypeError(f"{name} {number} must be a Claim, got {type(claim).__name__}")
    return found


_DISPUTES: Final = {
    Kind.CONTRADICTS: "another figure of the sources contradicts the one that it follows from",
    Kind.SUPERSEDED_BY: "a later figure of the sources takes the place of the one that it follows from",
}


@final
class _Sources:
    """All figures of the sources, by document."""

    def __init__(self, claims: Sequence[Claim], scopes: Scopes, policy: Policy) -> None:
        replaced = {old for claim in claims for old in claim.replaces}
        self.claims = [claim for claim in claims if claim.id not in replaced]
        self.scopes = scopes
        self.policy = policy
        self.documents: dict[str, list[Claim]] = {}
        for claim in claims:
            self.documents.setdefault(document_of(claim), []).append(claim)
        self.totals: dict[str, Total | None] = {}

    def support(self, figure: Claim) -> Support:
        bearings = [self._weigh(figure, source) for source in self.claims]
        near = [bearing for bearing in bearings if not bearing.distance.other]
        if not near:
            return self._unsupported(figure, bearings)
        best = min(near, key=lambda bearing: (bearing.distance, bearing.verdict.rank))
        steps = best.checks
        verdict = best.verdict
        if verdict.rank > Verdict.FITS.rank:
            summed = self._summed(figure)
            if summed is not None:
                return summed
            steps += self._swapped(figure, best, bearings)
        elif verdict is Verdict.FOLLOWS:
            disputed = self._disputed(best, near)
            steps += disputed
            verdict = Verdict.FITS if disputed else verdict
        return Support(verdict=verdict, claim=best.source, steps=steps, figure=figure)

    def _disputed(self, best: Bearing, near: Sequence[Bearing]) -> tuple[Check, ...]:
        """Say that another figure of the sources contradicts, or has replaced, the one that supports the claim."""
        for bearing in near:
            if bearing.verdict is not Verdict.CONTRADICTS:
                continue
            kind = compare(best.source, bearing.source, scopes=self.scopes, policy=self.policy).kind
            if kind in _DISPUTES:
                quotes = best.source.quote, bearing.source.quote
                return (Check(Aspect.VALUE, Verdict.FITS, _DISPUTES[kind], *quotes),)
        return ()

    def _weigh(self, figure: Claim, source: Claim) -> Bearing:
        return weigh(figure, source, self.documents[document_of(source)], self.scopes, self.policy)

    def _unsupported(self, figure: Claim, bearings: Sequence[Bearing]) -> Support:
        """Name what comes nearest: the same number of something else, or another number of nearly the same."""
        near = [bearing for bearing in bearings if _same_number(figure, bearing.source)]
        if not near:
            # What differs in more than one aspect, or in what is measured, is no help to anybody.
            near = [bearing for bearing in bearings if len(_misses(bearing)) == 1 and _same_measure(bearing)]
        if not near:
            check = Check(Aspect.MEASURE, Verdict.UNSUPPORTED, "no figure of the sources speaks of it")
            return Support(verdict=Verdict.UNSUPPORTED, claim=None, steps=(check,), figure=figure)
        best = min(near, key=lambda bearing: len(_misses(bearing)))
        return Support(verdict=Verdict.UNSUPPORTED, claim=best.source, steps=best.checks, figure=figure)

    def _swapped(self, figure: Claim, best: Bearing, bearings: Sequence[Bearing]) -> tuple[Check, ...]:
        """Say of what else the sources give this number, if they do: figures are easily swapped."""
        for bearing in bearings:
            if bearing is best or not _same_number(figure, bearing.source):
                continue
            for check in bearing.checks:
                if check.verdict.rank >= Verdict.BEYOND.rank and check.aspect is not Aspect.VALUE:
                    reason = f"the source gives this number with another {check.aspect.value}"
                    return (Check(check.aspect, Verdict.BEYOND, reason, check.claimed, check.given),)
        return ()

    def _summed(self, figure: Claim) -> Support | None:
        """Return the support of a figure that adds up parts of the sources; `None` where it does not."""
        measure = self.scopes.canonical("measure", figure.measure.id)
        if not measure or figure.quantity.hedge is not Hedge.NONE or figure.status is not Status.ASSERTED:
            return None
        if measure not in self.totals:
            self.totals[measure] = totals.total(self.claims, measure, self.policy, self.scopes)
        found = self.totals[measure]
        if found is None or found.basis is not TotalBasis.SUMMED or found.best != figure.quantity.best:
            return None
        parts = [claim for claim in self.claims if claim.id in found.parts]
        whole = self.scopes.scope(figure).subject
        if not parts or (whole is not None and self.scopes.above("subject", whole)):
            return None
        given = " + ".join(claim.quote for claim in parts)
        check = Check(Aspect.VALUE, Verdict.FOLLOWS, "figures of the sources add up to it", figure.quote, given)
        return Support(verdict=Verdict.FOLLOWS, claim=parts[0], steps=(check,), figure=figure)


def _misses(bearing: Bearing) -> list[Check]:
    return [check for check in bearing.checks if check.verdict is Verdict.UNSUPPORTED]


def _same_measure(bearing: Bearing) -> bool:
    return any(step.aspect is Aspect.MEASURE and step.verdict is Verdict.FOLLOWS for step in bearing.checks)


def _same_number(claim: Claim, other: Claim) -> bool:
    return claim.quantity.best is not None and claim.quantity.best == other.quantity.best
