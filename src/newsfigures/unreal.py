"""Deeds that befell nobody: wished or supposed ones, rules, parts of a name, manners of speaking; no types."""

import re
from typing import Final

from .clause import Clause, Cue, qualifiers
from .lexicon import Lexicon
from .roster import Phrase

#: Headlines have small letters in short words alone.
_SHORT: Final = 4
#: So many words may name what somebody survived.
_OUTLIVED: Final = 8
_INDEFINITE: Final = frozenset(("a", "an", "any"))
#: Auxiliaries of what is so at any time.
_PRESENT: Final = frozenset(("is", "are", "gets", "has"))
_NOW: Final = frozenset(("is", "are", "gets"))
_THEIRS: Final = frozenset(("his", "her", "their", "he", "she", "they"))
_ASKING: Final = frozenset(("do", "does", "did", "will", "would", "can", "could"))
_REFLEXIVE: Final = frozenset(("himself", "herself", "themselves"))
#: What tells what befell nobody, among so many words that open a sentence.
_WORKS: Final = frozenset(
    ("play", "film", "movie", "novel", "book", "story", "opera", "soap", "episode", "drama", "sitcom")
)
_OPENED: Final = 6
#: How those are who are hurt by somebody before them: "shot fleeing thieves".
_AWAY: Final = frozenset(("fleeing", "escaping", "retreating", "protesting", "demonstrating", "striking", "attacking"))
#: Behind a participle that opens a sentence: a title, a name and what the person did.
_TITLED: Final = re.compile(r"x+X+r*[bhmvVIKDe]")
#: What ends the look to the left for the word that opens a clause.
_CLAUSE: Final = frozenset('uz,;."vVeKDIPBSY')


def befell_nobody(clause: Clause, phrase: Phrase, lexicon: Lexicon) -> bool:
    """Say whether the deed of a phrase is none that befell anybody, or none of those whom the phrase names."""
    cue = phrase.cue
    return (
        is_wished(clause, cue)
        or _is_named(clause, cue)
        or _is_outlived(clause, cue, lexicon)
        or _is_noun(clause, cue, lexicon)
        or _is_slight(clause, phrase, lexicon)
        or _is_rule(clause, phrase, lexicon)
        or _is_passing(clause, phrase)
        or _is_flown(clause, phrase, lexicon)
        or _is_played(clause, phrase)
        or _is_doer(clause, phrase)
    )


def is_wished(clause: Clause, cue: Cue) -> bool:
    """Say whether the deed is only wished or possible: "tried to kill a judge", "could have killed a child"."""
    tags, lowers = clause.tags, clause.sentence.lowers
    at = cue.first
    while at > 0 and tags[at - 1] in "rbh":
        at -= 1
    if at == 0:
        return cue.form == "B" and not lowers[cue.first].endswith("s")  # "Shoot him!"
    if tags[at - 1] == "t":
        return cue.form == "B" or (at == cue.first and at > 1 and tags[at - 2] == "n")  # "begged him not to die"
    if tags[at - 1] in "mn":
        return True
    if cue.form == "B" and at == cue.first:
        # "Don't shoot him", "Did you shoot him?"
        return lowers[at - 1] == "don't" or (lowers[0] in _ASKING and lowers[-1] == "?")
    return False


def _is_named(clause: Clause, cue: Cue) -> bool:
    """Say whether the deed has a capital in the midst of small letters, as part of a name: "Free Hill campaign"."""
    words, at = clause.sentence.words, cue.first
    if not at:
        # "Kill Petrov director Anna Kovac", "Lynch herself"; "Prosecuting counsel Anna Kovac said"
        is_title = cue.form == "G" and _TITLED.match(clause.tags, cue.last) is not None
        return is_title or (cue.form == "B" and clause.tags[cue.last : cue.last + 1] in ("X", "q"))
    if not words[at].istitle():
        return False
    if words[at - 1] in "(,/":
        return words[at - 1] != "," or clause.tags[cue.last : cue.last + 1] in ("-", ".")  # "Petrov (Ill.)"
    return words[at - 1].isalpha() and any(word.islower() and len(word) > _SHORT for word in words)


def _is_outlived(clause: Clause, cue: Cue, lexicon: Lexicon) -> bool:
    """Say whether what somebody survived threatens no life: "she survived a second vote", "he survives on bread"."""
    at, lowers = cue.last, clause.sentence.lowers
    low = lowers[cue.first]
    if low not in qualifiers("outliving", lexicon):
        return False
    if clause.tags[at : at + 1] not in tuple("d#xXqeg") and low not in ("survive", "survives"):
        return False
    return qualifiers("outlived", lexicon).isdisjoint(lowers[at : at + _OUTLIVED])


def _is_noun(clause: Clause, cue: Cue, lexicon: Lexicon) -> bool:
    """Say whether a shot is one at a goal or a chance: "a 20-yard shot", "the long shot", "Petrov (shot)"."""
    lowers, at = clause.sentence.lowers, cue.first
    if at == 0 or lowers[at] != "shot" or cue.last != at + 1:
        return False
    return lowers[at - 1] in qualifiers("aimed", lexicon) or lowers[at - 1 : at + 2 : 2] == ["(", ")"]


def _is_slight(clause: Clause, phrase: Phrase, lexicon: Lexicon) -> bool:
    """Say whether what is hurt is a standing: "that hurt him", "it hurt the nominee with young voters"."""
    lowers, cue = clause.sentence.lowers, phrase.cue
    if phrase.first < cue.last or lowers[cue.first] not in qualifiers("slighting", lexicon):
        return False
    if clause.tags[phrase.first] == "q":
        return lowers[phrase.first] not in _REFLEXIVE
    return lowers[phrase.last : phrase.last + 1] in (["with"], ["among"], ["amongst"])


def _is_rule(clause: Clause, phrase: Phrase, lexicon: Lexicon) -> bool:
    """Say whether the deed is supposed or told as a rule.

    "If the driver is hurt", "where an offender is convicted", "a husband who murders a wife", "every hour a man dies".
    """
    lowers, tags, cue = clause.sentence.lowers, clause.tags, phrase.cue
    if lowers[0] in ("every", "each"):
        return True
    any_one = lowers[phrase.first] in _INDEFINITE
    if any_one and cue.form == "B" and tags[cue.first - 1 : cue.first] == "z" and phrase.first >= cue.last:
        return True
    at = min(cue.first, phrase.first) - 1
    while at >= 0 and tags[at] not in _CLAUSE:
        at -= 1
    if at >= 0 and _is_to_prove(clause, at, lexicon):
        return True
    if at < 0 or tags[at] not in "uz" or "z" in tags[phrase.last : cue.first]:
        return False
    if lowers[at] in qualifiers("supposing", lexicon):
        return cue.form != "N"  # "whether the killing of a baker"
    if lowers[at] not in qualifiers("whenever", lexicon):
        return False
    if not any_one:
        # What a film or a book tells: "when her brother is shot she flees".
        return lowers[phrase.first] in _THEIRS and not _NOW.isdisjoint(lowers[phrase.last : cue.first])
    return not _PRESENT.isdisjoint(lowers[phrase.last : cue.first]) or lowers[cue.first].endswith("s")


def _is_to_prove(clause: Clause, at: int, lexicon: Lexicon) -> bool:
    """Say whether the clause that a token opens is still to be proved: "unless she can show that she was hurt"."""
    lowers, tags = clause.sentence.lowers, clause.tags
    at -= lowers[at] == "that"
    is_asked = at > 0 and tags[at - 1] == "m" and lowers[at - 1] not in ("will", "would")
    return is_asked and lowers[at] in qualifiers("proving", lexicon)


def _is_flown(clause: Clause, phrase: Phrase, lexicon: Lexicon) -> bool:
    """Say whether a doer who is missing got away: "the thief had vanished"; not "a suspect has been missing"."""
    cue, lowers = phrase.cue, clause.sentence.lowers
    if cue.row.id != "missing" or lowers[cue.first] not in qualifiers("vanishing", lexicon):
        return False
    return not qualifiers("fleeing", lexicon).isdisjoint(lowers[phrase.first : phrase.last])


def _is_played(clause: Clause, phrase: Phrase) -> bool:
    """Say whether a work tells the deed: "in the play, a maid is murdered"; not "in the play he was hurt on stage"."""
    lowers, cue = clause.sentence.lowers, phrase.cue
    if lowers[0] != "in" or _WORKS.isdisjoint(lowers[1:_OPENED]):
        return False
    return not _NOW.isdisjoint(lowers[phrase.last : cue.first]) or lowers[cue.first].endswith("s")


def _is_doer(clause: Clause, phrase: Phrase) -> bool:
    """Say whether the one named did it to others: "the guard shot fleeing thieves"; not "a man shot fleeing"."""
    at, lowers = phrase.cue.last, clause.sentence.lowers
    if phrase.last != phrase.cue.first or lowers[at : at + 1] == [] or lowers[at] not in _AWAY:
        return False
    return clause.tags[at + 1 : at + 2] == "x" and lowers[at + 1].endswith("s")


def _is_passing(clause: Clause, phrase: Phrase) -> bool:
    """Say whether a name has a state in passing: "without a temporarily injured Kovac"."""
    tags, at = clause.tags, phrase.cue.first
    if phrase.first < phrase.cue.last or tags[phrase.first] != "X":
        return False
    while at > 0 and tags[at - 1] == "r":
        at -= 1
    return at > 0 and clause.sentence.lowers[at - 1] in _INDEFINITE
