"""What the number of one figure allows of the number of another."""

from enum import Enum
from typing import Final, final

from .bearing import Verdict
from .claim import Claim
from .comparison import Reading
from .hedge import Hedge
from .line import Ends, Line, inside, meets


class Reach(Enum):
    """What a source says of a scope of which it speaks only in part: all, from its lower end up, up to its upper."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    NOTHING = "nothing"


_SHORT: Final = {
    Reach.AT_LEAST: "of that the source says only that it is at least so many",
    Reach.AT_MOST: "of that the source says only that it is at most so many",
    Reach.NOTHING: "of that the source says nothing",
}
#: Hedges that leave the number itself possible.
_LENIENT: Final = frozenset({Hedge.AT_LEAST, Hedge.AT_MOST, Hedge.UP_TO, Hedge.ABOUT})


def both(first: Reach, second: Reach) -> Reach:
    """Return what is left when a figure is carried over in two ways.

    >>> both(Reach.EXACT, Reach.AT_LEAST), both(Reach.AT_MOST, Reach.AT_LEAST)
    (<Reach.AT_LEAST: 'at_least'>, <Reach.NOTHING: 'nothing'>)
    """
    if first in {Reach.EXACT, second}:
        return second
    return first if second is Reach.EXACT else Reach.NOTHING


@final
class Numbers:
    """The number of a claim beside that of a source, on one line."""

    def __init__(self, claim: Claim, source: Claim, line: Line) -> None:
        self.claimed, self.given = claim.quantity, source.quantity
        self.line = line
        self.mine, self.theirs = Reading(claim, line), Reading(source, line)

    def are_near(self) -> bool:
        """Say whether both give the same number, or one a number that the other rounds."""
        mine, theirs = self.claimed, self.given
        if mine.best is None or theirs.best is None:
            return False
        one, other = self.line.point(mine.best, mine.unit), self.line.point(theirs.best, theirs.unit)
        if one == other or (mine.hedge is Hedge.NONE and inside(other, self.mine.entailed)):
            return True
        return theirs.hedge is Hedge.NONE and inside(one, self.theirs.entailed)

    def compared(self, reach: Reach) -> tuple[Verdict, str]:
        """Say how the claim's number stands to what the source says of it, and why."""
        mine = self.mine
        entailed, firm = self._reached(self.theirs.entailed, reach), self._reached(self.theirs.firm, reach)
        if not meets(mine.firm, firm):
            return Verdict.CONTRADICTS, "no number suits both"
        if inside(entailed, mine.entailed) and inside(firm, mine.firm):
            return Verdict.FOLLOWS, "whatever the source allows, the claim allows too"
        if not meets(mine.entailed, entailed):
            return Verdict.BEYOND, "no number suits both, unless a limit is taken back"
        if reach is not Reach.EXACT:
            return Verdict.BEYOND, _SHORT[reach]
        rounded = self._rounded()
        if rounded is not None:
            return rounded
        if inside(self.theirs.plausible, mine.entailed):
            return Verdict.FITS, "the claim allows whatever the source suggests, but not all that its words allow"
        return Verdict.BEYOND, self._narrowing()

    def _reached(self, ends: Ends, reach: Reach) -> Ends:
        floor = self.line.zero if self.line.is_whole else self.line.nowhere
        lower = ends[0] if reach in {Reach.EXACT, Reach.AT_LEAST} else floor
        upper = ends[1] if reach in {Reach.EXACT, Reach.AT_MOST} else self.line.everywhere
        return lower, upper

    def _rounded(self) -> tuple[Verdict, str] | None:
        """Say whether a bare number of the source, taken as it stands, is what the claim says or rounds."""
        mine, theirs = self.claimed, self.given
        if theirs.hedge is not Hedge.NONE or theirs.best is None:
            return None
        if not inside(self.line.point(theirs.best, theirs.unit), self.mine.entailed):
            return None
        if mine.hedge is Hedge.NONE:
            if mine.unit.name != theirs.unit.name and self._is_sharper():
                return Verdict.FITS, "the claim converts the number more exactly than the source gives it"
            return Verdict.FOLLOWS, "the claim gives the source's number, or rounds it"
        if mine.hedge in _LENIENT:
            return Verdict.FITS, "the claim allows the source's number, though not all that it may round"
        return None

    def _is_sharper(self) -> bool:
        mine, theirs = (self.line.interval(*reading.entailed).width for reading in (self.mine, self.theirs))
        return 10 * mine < theirs

    def _narrowing(self) -> str:
        mine, theirs = self.claimed, self.given
        narrower = inside(self.mine.entailed, self.theirs.entailed)
        if mine.best is not None and mine.best == theirs.best and theirs.hedge not in {Hedge.NONE, mine.hedge}:
            if mine.hedge in {Hedge.NONE, Hedge.EXACTLY}:
                return f'the claim drops "{theirs.hedge.value.replace("_", " ")}"'
            return "the claim hedges the same number in another way"
        if narrower and theirs.hedge is Hedge.NONE:
            return "the claim is more exact than the source's round number"
        if narrower:
            return "the claim leaves less open than the source"
        return "the claim leaves out some of what the source allows"
