"""The words before the head of a noun phrase: which are taken, which are stepped over, and what ends the phrase.

The phrase ends in front of prepositions, verbs and punctuation, and at the first plural that nothing shows to stand
before another noun.
"""

from typing import Final

from .head import PRIMES, goes_on, is_owner
from .noun import SUPERLATIVES, is_noun
from .text import HYPHENS
from .wordrun import JOINTS, QUOTES, Run, is_team

#: More words than this before a head are no noun phrase of the news.
_REACH: Final = 9
#: No code begins with more letters.
_LETTERS: Final = 3
#: No model has a longer number.
_MODEL: Final = 3
#: How well something is known or done: "two lesser known works", "three less well off families".
_HOW: Final = frozenset(("lesser", "better", "best", "well", "less", "little", "least", "long", "much", "newly"))
#: Before an adjective they tell how much so, and turn it round; before a noun they tell how many.
_DEGREES: Final = frozenset(("less", "more"))
#: How adjectives end that no other ending tells: "less moderate", "more popular".
_COMPARED: Final = ("ate", "lar")
#: Words that a number belongs to, within what another number counts: "eight top three hits".
_CHARTS: Final = frozenset(("top", "number"))
#: What a letter tells the class of.
CLASSED: Final = frozenset(("class", "series", "category", "grade", "type", "schedule", "tier", "group", "hepatitis"))
#: Verbs that stand before a noun as adjectives do: "12 hit singles".
_TOO: Final = frozenset(("hit", "live"))
#: Nouns that are verbs of several: "one tax rise".
_BASE: Final = frozenset(("rise", "claim"))
_CONTRASTS: Final = frozenset(("but", "yet"))
_OPENING: Final = frozenset("\"'\u201c\u2018`")
INSERTING: Final = frozenset("[(")
INSERTED: Final = frozenset("])")


def walk(run: Run) -> None:
    """Take the words of a noun phrase, up to its head or to what ends it."""
    lowers = run.sentence.lowers
    size = len(lowers)
    while run.at < size and len(run.parts) < _REACH:
        low = lowers[run.at]
        if not (_word(run, low) if low[0].isalpha() else _mark(run, low)):
            break


def _word(run: Run, low: str) -> bool:
    """Take a word or step over it; say whether the phrase goes on behind it."""
    word, parts = run.sentence.words[run.at], run.parts
    if len(word) <= _LETTERS and _takes_code(run):
        return False
    kind = run.index.kinds.get(low, "")
    if kind in ("stop", "verb"):
        if _is_of_another_class(run, kind):
            kind = "verb too" if low in run.index.lists["verb too"] else ""
        elif low != "most" and not _is_name(run, low):
            return _passes_verb(run) if kind == "verb" else _passes_stop(run, low)
    if low == "may" or word == "March":
        return False
    if (kind == "skip" and not parts) or (low == "most" and parts and parts[-1][2] != "joint"):
        if low in _DEGREES and _is_degree(run):
            parts.append((run.at, word, "adjective"))
        run.at += 1
        return True
    if kind == "number":
        if low == "scores" and run.sentence.lowers[run.at + 1 : run.at + 2] != ["of"]:
            kind = ""  # "two early scores"
        elif _is_another_number(run):
            return False
        elif run.singular and run.is_number_name(run.at):
            parts += [(at, run.sentence.words[at], "adjective") for at in (run.at, run.at + 1)]
            run.at += 2  # "one Six Nations game"
            return True
    elif low.endswith("ly") and len(low) > 4 and kind != "noun_ly" and run.end_of_word(run.at) == run.at + 1:
        return _passes_adverb(run)
    elif kind == "adjective" and _is_said(run):
        parts.clear()
        return False
    return not _take(run, low, word, kind)


def _is_another_number(run: Run) -> bool:
    """Say whether a number word begins another figure; not "eight top three hits", "18 number one singles"."""
    if run.end_of_word(run.at) > run.at + 1 or run.is_number_name(run.at):
        return False
    return not run.parts or run.parts[-1][1] not in _CHARTS or not run.names(run.at + 1)


def _passes_stop(run: Run, low: str) -> bool:
    """Take a joint between modifiers, or step over a word of place; say whether the phrase goes on behind it."""
    if low in JOINTS or low in _CONTRASTS:
        if not _is_joint(run, low):
            return False
        run.parts.append((run.at, low, "joint"))  # "senior and junior players"
    elif not _is_stepped_over(run, low):
        return False
    run.at += 1
    return True


def _passes_verb(run: Run) -> bool:
    """Take a verb that describes a noun; say whether the phrase goes on behind it."""
    if not _is_attributive(run):
        return False
    if run.parts:
        run.parts.append((run.at, run.sentence.words[run.at], "adjective"))  # "most watched programmes"
    run.at += 1
    return True


def _passes_adverb(run: Run) -> bool:
    """Step over an adverb before an adjective; say whether the phrase goes on behind it."""
    is_best = bool(run.parts) and run.parts[-1][1] in SUPERLATIVES  # "the most fiercely opposed plans"
    if not run.leads_on(run.at + 1 + is_best) and not (run.singular and run.describes(run.at + 1)):
        return False
    run.at += 1
    return True


def _take(run: Run, low: str, word: str, kind: str) -> bool:
    """Add the word; say whether it is the head for certain."""
    start, end = run.at, run.end_of_word(run.at)
    if end - start > 1:
        word = "".join(run.sentence.words[start:end])
        low = run.sentence.lowers[end - 1]
        kind = run.index.kinds.get(low, "")
    if run.parts and low.endswith("ed") and kind != "nominal" and not (run.leads_on(end) or run.is_joined(end)):
        if run.parts[-1][1] not in SUPERLATIVES or not run.is_joint(end) or not run.leads_on(end + 1):
            # but "one of the most worn and common tools", "the widened planned road"
            if not run.parts[-1][1].endswith("ed") or not is_noun(run.word_at(end), run.lexicon):
                return True
    if run.singular and low.endswith("ing") and _is_telling(run, low, end):
        return True
    run.at = end
    plural = kind in ("invariant", "verb too") or run.index.is_plural(word, low) or run.leads_word(start, end)
    if end - start > 1 and not plural and not (run.singular and run.is_plain(low)):
        kind = "adjective"
    if run.singular and run.parts and plural and kind != "invariant" and not run.has_noun(end):
        # After a singular noun an ending in s is a verb: "one soldier dies".
        run.at = start
        return True
    run.parts.append((end - 1, word, "plural" if plural else kind))
    return plural and not run.singular and not goes_on(run, low, end)


def _is_telling(run: Run, low: str, end: int) -> bool:
    """Say whether a participle tells what one thing does to several: "one tax driving prices"; not "one tax rise"."""
    if not run.parts or low in run.index.lists["alike"] or not run.leads_on(end):
        return False
    _token, word, kind = run.parts[-1]
    return kind == "" and word.islower() and not run.is_adjective(word)


def _takes_code(run: Run) -> bool:
    """Take a code in the plural as what is counted: "40 A300s", "12 F-16s"; say whether one stands."""
    words, sentence, at = run.sentence.words, run.sentence, run.at
    if run.singular or at + 2 >= len(words):
        return False
    if not words[at][0].isupper() or not sentence.joined(at + 1):
        return False
    number = at + 1 + (words[at + 1] in HYPHENS)
    end = number + 2
    if words[number + 1 : end] != ["s"] or not words[number].isdecimal():
        return False
    if not (sentence.joined(number) and sentence.joined(number + 1)) or run.end_of_word(end - 1) > end:
        return False
    run.parts.append((end - 1, "".join(words[at:end]), "plural"))
    run.at = end
    return True


def _is_of_another_class(run: Run, kind: str) -> bool:
    """Say whether a closed-class word is a noun ("six hits") or part of a longer word ("by-elections") here."""
    end = run.end_of_word(run.at)
    if kind == "verb" and run.singular and run.parts:
        return run.sentence.lowers[run.at] in _BASE  # "one income tax rise"; of one, the verb were "rises"
    if kind == "verb" and run.sentence.lowers[run.at] in _TOO and not run.singular:
        return run.has_noun(run.at + 1)  # "12 hit singles", "40 live shows"
    if end > run.at + 1:
        if run.sentence.words[end - 1].isdecimal():
            # "30 Airbus A320 planes", "25 Airbus A320 on order"
            return run.leads_on(end) or (len(run.parts) == 1 and run.parts[0][1].istitle())
        return run.has_noun(end - 1) or run.leads_on(end)
    return kind == "verb" and not run.singular and run.is_verb_too(run.at)


def _is_name(run: Run, low: str) -> bool:
    """Say whether a closed-class word is an abbreviation here: US, IS, IT, in a sentence not all in capitals."""
    if low == "all":
        return is_team(run.sentence, run.at)  # "four All Blacks"
    if not run.sentence.words[run.at].isupper() or run.sentence.is_upper:
        return False
    if len(low) > 1:
        return True
    # "two Serie A titles", "40 class A shares"
    is_led = bool(run.parts) and (run.parts[-1][1].istitle() or run.parts[-1][1] in CLASSED)
    return is_led and run.leads_on(run.at + 1)


def _is_degree(run: Run) -> bool:
    """Tell "one of the more likely uses", "40 less popular books" from "20 more houses", "40 less beds"."""
    lowers, at = run.sentence.lowers, run.at + 1
    if at >= len(lowers) or run.has_noun(at) or not run.leads_on(at):
        return False
    if lowers[run.at - 1] in run.index.lists["determiner"]:
        return True
    low = lowers[at]
    return lowers[run.at] == "less" and (run.is_adjective(low) or low.endswith(_COMPARED))


def _is_said(run: Run) -> bool:
    """Say whether a verb stands between the number and an adjective: "3 offer good deals"."""
    if run.singular or len(run.parts) != 1:
        return False
    _token, word, kind = run.parts[0]
    is_verb = not kind and word.islower() and word.isalpha() and not run.is_adjective(word)
    return is_verb and run.has_noun(run.at + 1)


def _is_joint(run: Run, low: str) -> bool:
    """Say whether "and" joins two modifiers of one head: "Kia and Hyundai vehicles", "two old but sound ships"."""
    return (
        (low in JOINTS or (low in _CONTRASTS and not run.has_noun(run.at + 1)))
        and not run.singular
        and bool(run.parts)
        and run.parts[-1][2] != "nominal"
        and run.leads_on(run.at + 1)
    )


def _is_stepped_over(run: Run, low: str) -> bool:
    """Say whether a word of place or comparison stands before a noun: "three away games", "one such case"."""
    if low in ("much", "off") and _is_how(run):
        return True
    if run.parts:
        if low in run.index.lists["adverb too"]:
            return run.parts[-1][2] == "adjective" and run.leads_on(run.at + 1)
        return low == "ever" and run.parts[-1][1].endswith("est") and run.leads_on(run.at + 1)
    if low == "such":
        return run.singular or run.leads_on(run.at + 1)
    if low == "last":
        return run.is_final(run.at + 1)
    if low == "near":
        following = run.sentence.lowers[run.at + 1 : run.at + 2]
        return not run.index.lists["nearly happened"].isdisjoint(following)
    return low in run.index.lists["adverb too"] and run.has_noun(run.at + 1)


def _is_how(run: Run) -> bool:
    """Say whether a participle is told how: "two much loved singers", "three less well off families"."""
    lowers, at = run.sentence.lowers, run.at
    if lowers[at] == "off":
        return lowers[at - 1] == "well" and run.leads_on(at + 1)
    return not run.parts and "".join(lowers[at + 1 : at + 2]).endswith("ed") and run.leads_on(at + 2)


def _is_attributive(run: Run) -> bool:
    """Say whether a verb stands before its noun as an adjective does: "12 worst hit schools", "40 damaged homes"."""
    if run.parts and run.parts[-1][1] in SUPERLATIVES:
        # "one of the most watched and loved films"
        return run.leads_on(run.at + 1 + run.is_joint(run.at + 1))
    low = run.sentence.lowers[run.at]
    if run.sentence.lowers[run.at - 1] in _HOW:
        return run.leads_on(run.at + 1)  # "two lesser known works"
    is_told = low.endswith(("ed", "ing")) or run.sentence.lowers[run.at - 1] in run.index.lists["determiner"]
    return run.has_noun(run.at + 1) and is_told and not run.parts  # "two damaged homes", "one of the shut mills"


def _mark(run: Run, low: str) -> bool:
    """Step over what is no word; say whether the phrase goes on behind it."""
    lowers, parts, at = run.sentence.lowers, run.parts, run.at
    if parts and at + 1 < len(lowers) and (low == "'s" or (low in PRIMES and is_owner(run, at))):
        _leave_owner(run)
        return True
    if low[0].isdigit():
        return _takes_digits(run, low)
    if low in INSERTING and at + 2 < len(lowers) and lowers[at + 2] in INSERTED:
        run.at += 1  # "the best [films] of May"
        return bool(parts or low == "[") and run.has_noun(run.at)
    if low in _OPENING and not parts and at == run.first:
        run.at += 1
        run.first += 1
        return True
    if low in QUOTES:
        return _takes_quoted(run)
    if low == "," and parts and parts[-1][1] in run.index.lists["heaped"] and _heaps_on(run, at + 1):
        run.at += 1
        return True
    if low == "," and parts and not run.singular and _is_listed(run):
        run.at += 1
        return run.leads_on(run.at) or run.lists_on(run.at)
    if low in HYPHENS and parts and not run.singular and run.is_suspended(at):
        run.at += 1  # "first- and second-class seats"
        return True
    return False


def _leave_owner(run: Run) -> None:
    """Begin again behind an owner, since what is owned is counted: "three of Europe's biggest banks"."""
    lowers = run.sentence.lowers
    run.parts.clear()
    run.at += 1
    if lowers[run.at] == "(" and lowers[run.at + 2 : run.at + 3] == [")"]:
        run.at += 3  # "Nord Werft's (NW) shares"
    while run.at + 1 < len(lowers) and run.is_set(run.at):
        run.at += 1
    run.first = run.at


def _takes_digits(run: Run, low: str) -> bool:
    """Take a word that begins with digits, or the number of a chart or a model; say whether the phrase goes on."""
    at, end, parts = run.at, run.end_of_word(run.at), run.parts
    is_long = end - at > 1
    if (is_long or low[-1] == "s") and _is_model(run, end):
        # "two Boeing 747s", "one of the 12-year-olds"
        parts.append((end - 1, "".join(run.sentence.words[at:end]), "plural"))
        run.at = end
        return False
    if not is_long:
        before = parts[-1][1] if parts else ""
        # "three top 10 singles", "two Boeing 747 jets"
        is_name = before.istitle() or (before.isupper() and run.sentence.lowers[end : end + 1] == ["series"])
        if not low.isdecimal() or not (before == "top" or (is_name and len(low) <= _MODEL)):
            return False
    if not run.leads_on(end):
        return False
    parts.append((end - 1, "".join(run.sentence.words[at:end]), "adjective"))
    run.at = end
    return True


def _takes_quoted(run: Run) -> bool:
    """Step over a quotation mark before a noun, or take a letter in quotation marks; say whether the phrase goes on."""
    if run.parts and run.parts[-1][2] != "plural" and not run.singular:
        run.at += 1  # two "easy" goals
        return run.has_noun(run.at) or run.leads_on(run.at)
    if run.is_letter(run.at + 1):
        run.parts.append((run.at + 1, run.sentence.words[run.at + 1], "adjective"))
        run.at += 3  # one new "B" share
        return True
    return False


def _is_listed(run: Run) -> bool:
    """Say whether an adjective stands before a comma: "12 armed, masked men"; not "500 head, sources said"."""
    _token, word, kind = run.parts[-1]
    if kind == "plural":
        return False
    if not word.islower():
        return run.lists_on(run.at + 1)  # "Roman, Greek and Persian vases"
    return kind == "adjective" or word == "first" or run.is_adjective(word)


def _heaps_on(run: Run, at: int) -> bool:
    """Say whether plain adjectives go on, up to a noun: "one short, sharp shock", "two long, thin, dark ropes"."""
    lowers, heaped = run.sentence.lowers, run.index.lists["heaped"]
    while at + 2 < len(lowers) and lowers[at + 1] == "," and lowers[at] in heaped:
        at += 2
    return at + 1 < len(lowers) and lowers[at] in heaped and is_noun(lowers[at + 1], run.lexicon)


def _is_model(run: Run, end: int) -> bool:
    """Say whether a word that digits begin is a plural: "747s" behind a name, "12-year-olds" behind "of"."""
    last = run.sentence.lowers[end - 1]
    if last == "s":
        # "two Boeing 747s", and "two 747s" where nothing is a decade
        return bool(run.parts) or (end - run.at == 2 and len(run.sentence.words[run.at]) == _MODEL)
    if last == "olds":
        return run.at == run.first
    return last[0].isdigit() and last[-1] == "s" and bool(run.parts) and run.parts[-1][1].istitle()
