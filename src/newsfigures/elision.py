"""Units said once for several numbers: in "rose to 187 from 120 homes" the unit stands behind the second."""

from decimal import Decimal
from fractions import Fraction
from typing import Final

from . import enumeration, money, noun
from .group import Group, closed_class
from .lexicon import Lexicon
from .likeness import LIKE, REACH, alike, is_change, is_like, is_of_money
from .numberword import PLAIN
from .numeral import NumeralMark
from .ontology import AGE, COUNT, MEASURE, MONEY, RATIO, Unit, count, index
from .text import Sentence
from .unit import UnitMark, read

_SCALES: Final = tuple(Decimal(10) ** power for power in (3, 6, 9, 12))
_THOUSAND: Final = 1000
_WHOLE: Final = 100
#: Before "at" these lead from a step to its level.
_LEADING: Final = frozenset(("up", "down", "higher", "lower", "firmer", "easier", "off", "ahead"))
_ONLY: Final = frozenset(("just", "only", "about", "around", "nearly", "almost", "over", "under", "some"))
_PORTIONED: Final = frozenset(("for", "from", "to", "in"))
_WHEN: Final = (["ago"], ["earlier"], ["before"], ["later"], ["previously"])
_EQUAL: Final = frozenset(("equating", "equates", "equated", "equivalent", "equal"))
_OR_SO: Final = frozenset(("maybe", "perhaps", "possibly"))
_COMPARED: Final = ("vs", "versus", "against", "compared", "from")
_SET_AGAINST: Final = frozenset({"from", "against", "versus", "vs", "with"})
#: Compared numbers hardly stand further apart than so many tokens.
_FAR: Final = 16
#: An amount in dollars and cents is written to so many places.
_CENTS: Final = -2
#: A number in brackets has hardly more words.
_BRACKET: Final = 5


def elide(sentence: Sentence, groups: list[Group], lexicon: Lexicon) -> None:
    """Give a number without a unit that of its neighbour, where the words between the two ask for it."""
    for at, group in enumerate(groups):
        if at and group.unit is not None and group.unit.rule == "noun_of" and is_of_money(sentence, groups[:at], group):
            group.unit = None  # "90 mln pesos of silver and 40 mln of copper bars"
        if at and group.unit is None:
            _lend_scale_back(sentence, groups[at - 1], group, lexicon)
        if group.unit is not None or not _is_open(sentence, group):
            continue
        after = groups[at + 1] if at + 1 < len(groups) else None
        earlier = _outside(sentence, groups[:at], group) if at else []
        before = earlier[-1] if earlier else None
        lender = enumeration.ahead(sentence, groups[at : at + 3])
        if lender is not None:
            after = lender
        elif after is not None and after.unit is not None and _shared_ahead(sentence, group, after, lexicon):
            lender = after
        elif before is not None and before.unit is not None and _shared_back(sentence, before, group, lexicon):
            lender = before
        else:
            lender = _compared(sentence, earlier, group, lexicon) or alike(sentence, earlier, group, lexicon)
        if lender is None or lender.unit is None:
            group.unit = enumeration.described(sentence, groups[at : at + 3], lexicon) if after is not None else None
            continue
        if lender is after:
            _lend_scale(group.numerals[0], lender.numerals[-1], sentence.lowers[group.last : lender.first])
        lent = lender.unit
        lent_unit = money.whole(lent.unit, lexicon) if _is_step(sentence, lender, group) else lent.unit
        if " per " in lent_unit.name and _is_rated(sentence, group.last, lexicon):
            lent_unit = _without_rate(lent_unit, lexicon)
        group.unit = UnitMark(lent_unit, group.first, group.last, "elided", lent.words)


def _is_open(sentence: Sentence, group: Group) -> bool:
    """Say whether a number may take a unit: a plain one, or a mixed one that something moved from, "from 9-1/2"."""
    mark = group.numerals[0]
    if mark.form in PLAIN or mark.is_vague:
        return True
    return mark.form == "fraction" and mark.value > 1 and sentence.lowers[group.first - 1 : group.first] == ["from"]


def over_bracket(sentence: Sentence, first: int, last: int, lexicon: Lexicon) -> UnitMark | None:
    """Read "40,300 (38,750) tonnes": the unit of two numbers, one of them in brackets, stands behind both."""
    lowers = sentence.lowers
    if lowers[last] == ")":
        is_pair = first > 1 and lowers[first - 1] == "(" and lowers[first - 2][0].isdecimal()
        at = last + 1
    else:
        words = range(last + 1, min(last + _BRACKET, len(lowers)))
        at = next((t + 1 for t in words if lowers[t] == ")"), 0)
        is_pair = at > 0 and (lowers[last + 1][0].isdecimal() or at == last + 3)
    if not is_pair or at >= len(lowers) or not lowers[at].isalpha():
        return None
    found = read(sentence, first, at, lexicon)
    if found is None or found.words[0] != at:
        return None
    if found.head >= 0 and not noun.is_plural(sentence.words[found.head], lexicon):
        return None
    found.last, found.head = last, -1
    return found


def _is_rated(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Say whether a rate of its own stands behind a number: "40 carts a day, or 14,000 a year"; not "a year ago"."""
    classes, behind = index(lexicon).classes, sentence.lowers[at : at + 3]
    if len(behind) < 2 or behind[0] not in classes["each"] | classes["per"] or behind[1] not in classes["rate time"]:
        return False
    return behind[2:] not in _WHEN


def _without_rate(unit: Unit, lexicon: Lexicon) -> Unit:
    name = unit.name.partition(" per ")[0]
    if unit.kind is COUNT:
        return count(lexicon, name, unit.modifiers)
    return index(lexicon).by_name.get(name, unit)


def _is_step(sentence: Sentence, lender: Group, group: Group) -> bool:
    """Say whether a whole number of cents leads to a level with cents of its own: "fell four cents to 3.40"."""
    assert lender.unit is not None
    step, level = lender.numerals[-1], group.numerals[0]
    if lender.unit.unit.kind is not MONEY or lender.unit.unit.factor == 1 or level.form != "decimal":
        return False
    is_led = sentence.lowers[lender.last : group.first] == ["to"] and not lender.kind
    return is_led and level.written == _CENTS and step.form != "decimal"


def _outside(sentence: Sentence, earlier: list[Group], group: Group) -> list[Group]:
    """Leave out amounts in brackets that closed: "64m euros (£44m; $83m), up from 32m" are euros."""
    lowers = sentence.lowers
    while len(earlier) > 1:
        last = earlier[-1]
        opener = lowers[last.first - 1] if last.first else ""
        if opener not in ("(", ";", "/") or ")" not in lowers[last.last : group.first]:
            break
        if opener != "(" and "(" not in lowers[earlier[-2].first - 1 : last.first]:
            break
        earlier = earlier[:-1]
    return earlier


def _lend_scale(mark: NumeralMark, other: NumeralMark, between: list[str]) -> None:
    """Share the scale word that stands once for both: "rose from 12 to 15 million units"."""
    if between != ["to"] or other.form != "scaled" or mark.form == "scaled" or mark.value >= 1000:
        return
    scale = max((s for s in _SCALES if abs(other.value) >= s), default=None)
    if scale is not None and 0 < mark.value * scale <= 2 * other.value:
        mark.times(scale, mark.last)
        mark.form = "scaled"


def _lend_scale_back(sentence: Sentence, before: Group, group: Group, lexicon: Lexicon) -> None:
    """Share the scale word said with the first of two that are compared: "37.2 mln vs 35.8"."""
    scale = before.numerals[-1].scale
    mark = group.numerals[0]
    if scale < _THOUSAND or mark.scale != 1 or mark.form not in ("digits", "decimal") or mark.value <= 0:
        return
    if "," in sentence.words[mark.first] or not _is_compared(sentence, before, group, lexicon):
        return
    ratio = Fraction(before.numerals[-1].value) / Fraction(scale) / Fraction(mark.value)
    if Fraction(1, LIKE) <= abs(ratio) <= LIKE:
        mark.times(scale, mark.last)
        mark.form = "scaled"


def _is_compared(sentence: Sentence, before: Group, group: Group, lexicon: Lexicon) -> bool:
    """Say whether nothing but words of comparison stands between two numbers."""
    between = sentence.lowers[before.last : group.first]
    if not between or len(between) > REACH or not all(word in closed_class(lexicon, "shares") for word in between):
        return False
    return any(word in between for word in _COMPARED)


def _shared_ahead(sentence: Sentence, group: Group, after: Group, lexicon: Lexicon) -> bool:
    """187 from 120 homes; 8 or $9; 5, 7 and 9 miles"""
    assert after.unit is not None
    between = sentence.lowers[group.last : after.first]
    if not between or len(between) > REACH or after.unit.rule == "elided" or after.numerals[0].form == "article":
        return False
    if after.unit.words[0] < after.numerals[0].first and between != ["or"]:
        # The sign stands before each amount of money that has one.
        return False
    if between == [","] or not all(word in closed_class(lexicon, "shares") for word in between):
        return False
    if between == ["or"] and group.numerals[0].scale >= _THOUSAND > after.numerals[0].scale:
        return False  # "34 mln or 60 cts a share"
    if between[0] == "from" and after.unit.unit.name in closed_class(lexicon, "tries"):
        return False  # "he made 61 from 40 balls"
    if between[0] in ("from", "up", "down", "against", "compared"):
        return not is_change(after)
    is_alone = len(between) == 1 or (between[0] == "to" and _ONLY.issuperset(between[1:]))
    if not is_alone or between[0] not in ("or", "and", "to"):
        return False
    return after.unit.unit.kind is not RATIO or _moves(sentence, group, after, between[0])


def _moves(sentence: Sentence, group: Group, after: Group, joint: str) -> bool:
    """Say whether both are percentages: "from 40 to 55 pct", "from 12 to just over 9 per cent", "of 30 and 45 pct"."""
    at = group.first - 1
    if joint == "and":
        if sentence.lowers[after.last : after.last + 2] in (["of", "them"], ["of", "those"], ["of", "whom"]):
            return False  # "hit 12 and 60 pct of them sank"
        return is_like(after, group) and max(group.numerals[0].value, after.numerals[0].value) <= _WHOLE
    while at > 0 and sentence.lowers[at] in _ONLY:
        at -= 1
    return at >= 0 and sentence.lowers[at] == "from" and is_like(after, group)


def _shared_back(sentence: Sentence, before: Group, group: Group, lexicon: Lexicon) -> bool:
    """6 million homes, up from 2.4 million; 18 people in Leeds and 12 in York; 500 troops, including 40 from Kent"""
    assert before.unit is not None
    lowers = sentence.lowers
    between = lowers[before.last : group.first]
    if not between or len(between) > REACH or before.unit.rule == "elided" or _is_span(sentence, before):
        return False
    if group.last < len(lowers) and (lowers[group.last].endswith("ing") or lowers[group.last] == "every"):
        return False  # "60 deaths, with 400 sustaining injuries"; "after 12 minutes, or one every hour"
    if between[0] == "or" and before.numerals[0].form == "article" and lowers[before.first - 1].isdecimal():
        return False  # "90 a week or one an hour"
    if group.numerals[0].scale >= _THOUSAND > before.numerals[-1].scale and before.unit.unit.kind is MONEY:
        return False  # "60 cents a share versus 34 mln or 50 cents"
    if between[-1] == "to" and between[-2:-1] and between[-2] in _EQUAL:
        # "5,000 stamps a day, equating to 1.8 million a year"
        return before.unit.unit.kind in (COUNT, MEASURE) and before.unit.unit.dimension != "time"
    if between[-1] == "at" and between[0] in _LEADING and len(between) == 2:
        # "nine pence higher at 120"
        return before.unit.unit.kind is MONEY and group.numerals[0].form == "digits"
    if all(word in closed_class(lexicon, "shares") for word in between):
        if between[-1] in _OR_SO and is_like(before, group):
            return True  # "about 40 cents, maybe 45"
        if is_change(before):
            # "5.2 pct against 4.1", "to 12 pct from 12.5", "is 12 pct, up from 9"; but "rose 5 pct from 12.5"
            opener = lowers[before.first - 1] if before.first else ""
            level = "from" in between and (opener in ("to", "at") or (_moved(between) and is_like(before, group)))
            return level or any(word in between for word in _COMPARED[:-1])
        kind = before.unit.unit.kind
        if between == ["to"]:
            # "rose 50 points to 3,210": the level of an index is in points too; a percentage moves something else.
            return kind in (MONEY, MEASURE, COUNT) or before.unit.unit.name == "point"
        return any(word in between for word in ("from", "to", "against", "versus", "than", "or", "with", "vs"))
    if before.unit.unit.kind is not COUNT:
        return _is_portion(sentence, before, group)
    return _counts_on(sentence, group, between, lexicon)


def _counts_on(sentence: Sentence, group: Group, between: list[str], lexicon: Lexicon) -> bool:
    """18 people in Leeds and 12 in York; 40 guards, 12 of whom; 500 troops, including 40 from Kent"""
    lowers = sentence.lowers
    following = lowers[group.last] if group.last < len(lowers) else ""
    if following in ("who", "whose", "whom"):
        return "and" in between or "," in between
    if (
        following == "of"
        and lowers[group.last + 1 : group.last + 2]
        and lowers[group.last + 1] in ("which", "whom", "them")
    ):
        return True
    if following not in closed_class(lexicon, "scope"):
        return False
    return between[-1] in ("and", "including", "plus", "or") or between[-2:] in (
        ["and", "about"],
        ["and", "another"],
        ["including", "about"],
    )


def _is_portion(sentence: Sentence, before: Group, group: Group) -> bool:
    """Say whether two amounts go to, or come from, one thing each: "25,000 tonnes for May and 30,000 for June"."""
    assert before.unit is not None
    lowers, lent = sentence.lowers, before.unit.unit
    following = lowers[group.last] if group.last < len(lowers) else ""
    if lent.kind is not MEASURE or lent.dimension == "time" or lowers[group.first - 1] != "and":
        return False
    is_alike = group.numerals[0].form == "digits" and is_like(before, group)
    return following in _PORTIONED and following in lowers[before.last : group.first] and is_alike


def _moved(between: list[str]) -> bool:
    """Say whether words tell where a level came from: ", up from", ", down sharply from"."""
    return between[0] == "," and between[1:2] in (["up"], ["down"])


def _compared(sentence: Sentence, before: list[Group], group: Group, lexicon: Lexicon) -> Group | None:
    """Find who lends to a number set against one further back: "9 mln tonnes in May 1985, up 3 pct from 8.7 mln"."""
    lowers, last = sentence.lowers, group.first
    while last > 0 and lowers[last - 1] in closed_class(lexicon, "aside"):
        last -= 1
    word = lowers[last - 1] if last else ""
    brackets = word == "(" and lowers[group.last : group.last + 1] == [")"]
    chain = word in ("and", "including") and bool(before)
    if not (brackets or chain or word in _SET_AGAINST) or (word == "with" and lowers[last - 2][:7] != "compare"):
        return None
    for other in before[:-4:-1]:
        lent = other.unit
        if group.first - other.last > _FAR or (lent is None and not brackets):
            return None
        if lent is None or lent.unit.kind is AGE or (lent.unit.kind is COUNT and word == "("):
            return None
        if _is_span(sentence, other) or (lent.rule == "times" and lent.unit.kind is COUNT):
            continue
        if is_change(other) and not brackets and (word != "from" or lowers[other.first - 1] not in ("to", "at")):
            if word == "from" or chain:
                continue
            return None
        if (
            chain
            and not (lent.rule[:6] == "elided" and other is before[-1])
            and not _is_part(sentence, other, group, word)
        ):
            return None
        if brackets and other.last != group.first - 1:
            return None
        alike = word == "including" or is_like(other, group)
        if not alike and lent.unit.dimension == "time":
            continue  # "to 40,000 crates in the 12 day period from 6,200"
        return other if alike and not _is_broken(sentence, other, group, lexicon) else None
    return None


def _is_span(sentence: Sentence, group: Group) -> bool:
    """Say whether a number tells when, not how much: "at 154 after 70 minutes, against 155"."""
    assert group.unit is not None
    opener = sentence.lowers[group.first - 1] if group.first else ""
    return group.unit.unit.dimension == "time" and opener in ("after", "in", "for", "within", "over", "during", "last")


def _is_part(sentence: Sentence, other: Group, group: Group, word: str) -> bool:
    """Say whether a number is a part of the one before: "3,000 shares, including 400."."""
    following = sentence.lowers[group.last] if group.last < len(sentence.lowers) else ""
    smaller = group.numerals[-1].value < other.numerals[-1].value
    is_closed = not following[:1].isalnum() or sentence.lowers[group.last : group.last + 2] == ["to", "be"]
    is_closed = is_closed or following in ("for", "from", "in")
    return word == "including" and smaller and is_closed


def _is_broken(sentence: Sentence, other: Group, group: Group, lexicon: Lexicon) -> bool:
    """Say whether another clause stands between two numbers: a verb, "while", "who", a semicolon."""
    lowers, breaks = sentence.lowers, closed_class(lexicon, "breaks")
    return any(
        lowers[at] in breaks or (lowers[at].endswith("ing") and not _is_adjective(lowers, at))
        for at in range(other.last, group.first)
    )


def _is_adjective(lowers: list[str], at: int) -> bool:
    """Say whether a word in -ing begins no clause: "including", "following", "a waiting list"."""
    return lowers[at] in ("including", "following", "during") or lowers[at - 1] in ("a", "an", "the", "in", "of")
