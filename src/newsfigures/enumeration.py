"""Numbers in a list whose unit or noun stands behind the last: "ten large and 12 small shops", "of 4 and 5 miles"."""

from itertools import pairwise
from typing import Final

from . import noun
from .group import Group
from .lexicon import Lexicon
from .ontology import count
from .text import Sentence
from .unitmark import UnitMark

#: Between "ten large and" and "12 small shops" stand fewer words than so many.
_DESCRIBED: Final = 6
#: Between the last two of a list.
_LISTS: Final = ([["and"]], [["or"]])


def described(sentence: Sentence, groups: list[Group], lexicon: Lexicon) -> UnitMark | None:
    """Read "ten large and 12 small shops", "two red, ten large and 12 small shops": the noun stands behind the last."""
    group, after = groups[:2]
    lent, words = after.unit, sentence.lowers[group.last : after.first]
    if words[-1:] == [","] and lent is None and len(groups) > 2 and described(sentence, groups[1:], lexicon):
        lent, words = groups[2].unit, [*words[:-1], "and"]
    if lent is None or lent.rule != "noun" or not 1 < len(words) < _DESCRIBED or words[-1] not in ("and", "or"):
        return None
    if lent.head == lent.words[0] or not noun.is_plural(sentence.words[lent.head], lexicon):
        return None
    adjectives = tuple(sentence.said(group.last, after.first - 1).split())
    words = words[:-1]
    if not all((word.isalpha() and not noun.is_stop(word, lexicon)) or word == "-" for word in words):
        return None
    if any(noun.is_plural(word, lexicon) or noun.is_past(word, lexicon) for word in words):
        return None
    unit = count(lexicon, noun.lemma(sentence.words[lent.head], lexicon), adjectives)
    return UnitMark(unit, group.first, group.last, "elided", (lent.head, lent.head + 1))


def ahead(sentence: Sentence, groups: list[Group]) -> Group | None:
    """Find who lends to the first of a list: "11.4, 16.2 and 21.9 years", "rises of three and eight pct"."""
    if len(groups) == 1:
        return None
    lowers = sentence.lowers
    ends = [lowers[a.last : b.first] for a, b in pairwise(groups)]
    is_of = lowers[groups[0].first - 1 : groups[0].first] == ["of"]
    size = 2 if ends[0] == [","] and ends[1:] in _LISTS else 1 if is_of and ends[0] == ["and"] else 0
    lent = groups[size].unit
    if not size or lent is None or lent.rule not in ("unit", "currency") or any(g.unit for g in groups[1:size]):
        return None
    return groups[size] if is_of or lent.unit.dimension == "time" else None
