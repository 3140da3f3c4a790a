"""Who first said it: twenty papers that carry one agency are one origin, and have one vote.

The origin of a claim is its claimant (the last of the chain that the report cites), else its agency, else its outlet.
Sources that are nobody in particular ("officials") stay with the outlet that quotes them. Within one group, a short
form of a claimant's name, a near-copy of a passage and an outlet's restatement of what it quotes are brought home too.
A wrong merger silences a witness, so that a doubt leaves two origins.
"""

import functools
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Final

from .claim import Claim
from .scope import Scopes
from .window import DAY, said

_WORD: Final = re.compile(r"\w+")
_ARTICLES: Final = ("the ", "a ", "an ")
#: How much of two passages must be the same for one to be a copy of the other, and within which time.
_ALIKE: Final = 0.8
_WITHIN: Final = 2 * DAY
_SHORT: Final = 6
#: Passages that share a run of words with more others than this are compared with the first of them only.
_CROWD: Final = 8
_MANY: Final = 64


def fold(name: str) -> str:
    """Return a source's name without article, capitals and spare spaces.

    >>> fold("The  Health Ministry")
    'health ministry'
    """
    return plain(name).casefold()


@functools.lru_cache(maxsize=4096)
def plain(name: str) -> str:
    """Return a source's name as written, without article and spare spaces.

    >>> plain("the  Health Ministry")
    'Health Ministry'
    """
    short = " ".join(name.split())
    for article in _ARTICLES:
        if short[: len(article)].casefold() == article:
            short = short[len(article) :]
    return short.strip(".,;:'\"\u2019 ")


def written(claims: Sequence[Claim], who: str) -> str:
    """Return the name of an origin as its claims write it, the first of several; the origin itself where none does."""
    if len(claims) == 1:
        return _written(claims[0], who) or who
    return min([name for claim in claims if (name := _written(claim, who))], default=who)


def _written(claim: Claim, who: str) -> str:
    source, attribution = claim.source, claim.attribution
    home = plain(source.wire or source.outlet or source.document)
    if attribution is None:
        return home if home.casefold() == who else ""
    said = plain(attribution.chain[-1] if attribution.chain else attribution.source)
    return next((name for name in (said, home, f"{home}: {said}") if name.casefold() == who), "")


def outlet(claim: Claim) -> str:
    """Return where a claim was published: agency, else outlet, else document; else nothing."""
    source = claim.source
    return fold(source.wire or source.outlet or source.document)


def claimant(claim: Claim) -> str:
    """Return to whom a report credits a figure, as far back as it says; nothing where it speaks for itself."""
    attribution = claim.attribution
    if attribution is None:
        return ""
    return fold(attribution.chain[-1] if attribution.chain else attribution.source)


def name(claim: Claim, scopes: Scopes) -> str:
    """Return the origin of a claim, as far as it shows by itself."""
    home = outlet(claim)
    who = claimant(claim)
    if who and (is_anonymous(who, scopes) or who == home):
        return f"{home}: {who}" if home and who != home else who
    return who or home or claim.id


def is_anonymous(who: str, scopes: Scopes) -> bool:
    """Say whether a source is nobody in particular ("a western official")."""
    nobody = scopes.words.get("anonymous", frozenset())
    return who in nobody or who.rpartition(" ")[2] in nobody


def resolve(claims: Sequence[Claim], scopes: Scopes) -> list[str]:
    """Return the origin of each claim of one group, in their order; the order itself changes no origin."""
    names = [name(claim, scopes) for claim in claims]
    if len(claims) < 2:
        return names
    if any(claim.passage for claim in claims):
        _join_copies(claims, names)
    if any(claim.attribution is not None for claim in claims):
        _join_short_forms(claims, names, scopes)
        _join_restatements(claims, names)
    return names


def _join_short_forms(claims: Sequence[Claim], names: list[str], scopes: Scopes) -> None:
    """Bring "the ministry" home to "Avaria's health ministry", where only one longer name fits."""
    whos = {who for claim in claims if (who := claimant(claim)) and not is_anonymous(who, scopes)}
    if not 1 < len(whos) <= _MANY:
        return
    words = {who: frozenset(_WORD.findall(who)) for who in whos}
    home: dict[str, str] = {}
    for who in whos:
        longer = [other for other in whos if words[who] < words[other]]
        longest = [other for other in longer if not any(words[other] < words[third] for third in longer)]
        if len(longest) == 1:
            home[who] = longest[0]
    for index, who in enumerate(names):
        names[index] = home.get(who, who)


def _join_restatements(claims: Sequence[Claim], names: list[str]) -> None:
    """Give a figure in a report's own words to the one source that the report quotes with the same figure."""
    quoted: defaultdict[tuple[object, ...], set[str]] = defaultdict(set)
    for claim, who in zip(claims, names, strict=True):
        if claim.attribution is not None and (home := outlet(claim)):
            quoted[home, claim.source.document, _reading(claim)].add(who)
    if not quoted:
        return
    for index, claim in enumerate(claims):
        if claim.attribution is None:
            found = quoted.get((outlet(claim), claim.source.document, _reading(claim)), ())
            if len(found) == 1:
                (names[index],) = found


def _reading(claim: Claim) -> tuple[object, ...]:
    quantity = claim.quantity
    return quantity.entailed, quantity.plausible, quantity.best, quantity.unit.name


def _join_copies(claims: Sequence[Claim], names: list[str]) -> None:
    """Give one origin to reports that run the same passage with the same figure within two days."""
    alike = _copies(claims)
    if not alike:
        return
    joined: dict[str, str] = {}
    for left, right in alike:
        a, b = (_root(joined, names[index]) for index in (left, right))
        if claims[left].attribution is None and claims[right].attribution is None and a != b:
            joined[max(a, b)] = min(a, b)
    homes = [_root(joined, who) for who in names]
    quoting: defaultdict[int, set[str]] = defaultdict(set)
    for left, right in alike:
        for index, other in ((left, right), (right, left)):
            if claims[index].attribution is None and claims[other].attribution is not None:
                quoting[index].add(names[other])
    for index, home in enumerate(homes):
        found = quoting.get(index, ())
        names[index] = next(iter(found)) if len(found) == 1 else home


def _root(joined: dict[str, str], who: str) -> str:
    while who in joined:
        who = joined[who]
    return who


def _copies(claims: Sequence[Claim]) -> list[tuple[int, int]]:
    """Return pairs of claims whose passages are near-copies, with the same reading, published within two days."""
    words = [tuple(_WORD.findall(claim.passage.casefold())) for claim in claims]
    order = sorted(
        [index for index, found in enumerate(words) if len(found) >= _SHORT],
        key=lambda index: (words[index], claims[index].id),
    )
    seen: defaultdict[tuple[object, ...], defaultdict[object, list[int]]] = defaultdict(lambda: defaultdict(list))
    sets: dict[int, frozenset[tuple[str, ...]]] = {}
    pairs = []
    for index in order:
        found = words[index]
        runs = frozenset([found[at : at + 3] for at in range(len(found) - 2)])
        shelf = seen[_reading(claims[index])]
        shared = Counter(other for run in runs for other in shelf[run])
        for other in sorted(shared):
            alike = shared[other] >= _ALIKE * len(runs | sets[other])
            if alike and outlet(claims[index]) != outlet(claims[other]) and _near(claims[index], claims[other]):
                pairs.append((other, index))
        sets[index] = runs
        for run in runs:
            if len(shelf[run]) < _CROWD:
                shelf[run].append(index)
    return pairs


def _near(left: Claim, right: Claim) -> bool:
    a, b = said(left), said(right)
    return a is None or b is None or abs(a - b) <= _WITHIN
