"""Noun phrases of one sentence without a parser: what stands between closed-class words and punctuation.

Capitals and a few lists tell the rest. What is said here of phrases serves to find sources; a counted noun is read
elsewhere, with more care for its head.
"""

from .text import Sentence
from .vocabulary import CLOSERS, MARKS, QUOTES, STOPS, Words

Range = tuple[int, int]

#: A source longer than this is no noun phrase but a clause that was not seen through.
_LONGEST = 14


def plain(lowers: list[str]) -> list[str]:
    """Write quotation marks that are made of apostrophes as such, and leave possessives ("the voters' view") alone."""
    plain = list(lowers)
    single = False
    for i, word in enumerate(lowers):
        if word == "\u2018":
            single = True
        elif word == "'":
            doubled = "'" in lowers[i + 1 : i + 2] or (i > 0 and lowers[i - 1] == "'")
            if doubled or (
                single and (i + 1 >= len(lowers) or not lowers[i + 1][0].isalnum() or lowers[i - 1] in MARKS)
            ):
                plain[i] = '"'
                single = single and doubled
    return plain


class Phrases:
    """The tokens of a sentence, up to its closing mark, and the noun phrases among them.

    What stands before `floor` has been read already and belongs to no further phrase.
    """

    __slots__ = ("floor", "lowers", "n", "sentence", "t", "words")

    def __init__(self, sentence: Sentence, table: Words, within: Range | None) -> None:
        self.lowers = plain(sentence.lowers) if "'" in sentence.lowers else sentence.lowers
        self.sentence = sentence
        self.words = sentence.words
        self.t = table
        self.floor, n = within or (0, len(sentence.lowers))
        while n and (self.lowers[n - 1] in STOPS or self.lowers[n - 1] in CLOSERS):
            n -= 1
        self.n = n

    def phrase_before(self, end: int) -> Range | None:
        """Return the noun phrase that ends before token `end`."""
        lowers, t = self.lowers, self.t
        breaks, joiner = t.breaks, t.joiner
        first = end
        stop = max(self.floor, end - _LONGEST)
        while first > stop:
            word = lowers[first - 1]
            if word in breaks and not self.inside_name(first - 1):
                break
            if word in joiner and not self.joins(first - 1):
                break
            first -= 1
        first = self.strip(first, end)
        if first >= end or lowers[end - 1] in t.preposition:
            return None
        if lowers[end - 1] in t.pronoun:
            return (end - 1, end)
        return (first, end)

    def phrase_from(self, first: int) -> Range | None:
        """Return the noun phrase that begins at token `first`."""
        lowers, t = self.lowers, self.t
        if first >= self.n:
            return None
        if lowers[first] in t.pronoun and lowers[first] not in t.determiner:
            return (first, first + 1)
        k = first
        while k < self.n and k - first < _LONGEST:
            word = lowers[k]
            if word in t.complementiser and k > first:
                break
            if word in t.determiner and k > first and not self.leads(k - 1):
                if k - 1 > first and lowers[k - 1] not in t.determiner:
                    k -= 1  # the word before a new determiner is a verb
                break
            if k > first and word in t.personal:
                break
            if (word in t.breaks and not (k > first and self.inside_name(k))) or self.contracted(k):
                break
            if k > first and word in t.preposition and (word not in t.linking) and self.ends_at(k):
                break
            k += 1
        while k > first and (lowers[k - 1] in t.preposition or lowers[k - 1] in t.joiner or lowers[k - 1] == "."):
            k -= 1
        if k == first or (k == first + 1 and lowers[first] in t.article):
            return None
        return (first, k)

    def opening_phrase(self, before: int) -> Range | None:
        """Return the noun phrase that opens the clause before token `before`."""
        lowers, t = self.lowers, self.t
        first = 0
        if lowers[0] in QUOTES:
            return None
        while first < before and (
            lowers[first] in t.adverb
            or lowers[first] in t.joiner
            or lowers[first] in t.contrast
            or lowers[first] == ","
        ):
            first += 1
        while first < before and self.is_adverbial(first):
            first = self.next_comma(first) + 1
        if first >= before:
            return None
        phrase = self.phrase_from(first)
        if phrase is None or phrase[1] > before:
            return None
        return (phrase[0], self.before_verb(*phrase))

    def next_comma(self, i: int) -> int:
        """Return the next comma or quotation mark from token `i`, or the end."""
        while i < self.n and self.lowers[i] != "," and self.lowers[i] not in QUOTES:
            i += 1
        return i

    def leads(self, k: int) -> bool:
        """Say whether another noun phrase may follow token `k` inside the same one: "of", "and"."""
        return self.lowers[k] in self.t.preposition or self.lowers[k] in self.t.joiner

    def inside_name(self, i: int) -> bool:
        """Say whether a mark or a cue word belongs to a name: "Al-Arabiya", "O' Neill", "the Report"."""
        word = self.lowers[i]
        if word == "-":
            joins = self.sentence.joined(i) or self.sentence.joined(i + 1) if i + 1 < self.n else False
            return joins and i > 0 and self.lowers[i - 1] not in MARKS and self.lowers[i + 1] not in MARKS
        if word in MARKS or word in self.t.auxiliary or word in self.t.conjunction:
            return False
        return self.words[i][0].isupper() and i > 0 and self.words[i - 1][0].isupper()

    def is_name(self, i: int) -> bool:
        """Say whether a capital makes the cue word at `i` part of a name ("United States"), outside a headline."""
        if not self.words[i][0].isupper() or i == 0 or not self.words[i - 1][0].isupper():
            return False
        return not all(word[0].isupper() for word in self.words[: self.n] if len(word) > 4)

    def joins(self, i: int) -> bool:
        """Say whether "and" at token `i` joins two noun phrases: nothing verbal stands before it in its segment."""
        k = i - 1
        while k >= self.floor and i - k < 8:
            word = self.lowers[k]
            if word == "," or word in QUOTES or word in self.t.complementiser:
                return k < i - 1
            if word in self.t.breaks or word.endswith(self.t.ending_past) or word[0].isdigit():
                return False
            k -= 1
        return k < self.floor and i - k > 1

    def strip(self, first: int, end: int) -> int:
        """Drop what stands before a noun phrase in its segment: adverbs, "On Tuesday", "In a statement the"."""
        lowers, t = self.lowers, self.t
        while first < end:
            word = lowers[first]
            if word not in t.adverb and word not in t.joiner and word != ".":
                break
            first += 1
        if first < end and word in t.preposition:
            later = [
                k for k in range(first + 2, end) if lowers[k] in t.determiner and lowers[k - 1] not in t.preposition
            ]
            if later:
                return later[-1]
            k = first + 1
            while k < end and (lowers[k] in t.time or lowers[k][0].isdigit()):
                k += 1
            return k
        return first

    def ends_at(self, k: int) -> bool:
        """Say whether the preposition at `k` opens an adverbial and goes not with the noun."""
        t = self.t
        following = self.lowers[k + 1 : k + 3]
        return self.lowers[k] not in t.inner or any(word in t.time or word in t.outlet for word in following)

    def is_adverbial(self, first: int) -> bool:
        """Say whether the words up to the next comma tell when or how and name nobody."""
        lowers, t = self.lowers, self.t
        word = lowers[first]
        if word in t.preposition or word in t.conjunction or word.endswith(t.ending_participle) or word[0].isdigit():
            return True
        return not t.time.isdisjoint(lowers[first : min(first + 3, self.next_comma(first))])

    def before_verb(self, first: int, last: int) -> int:
        """Cut a subject before the verb that closed classes do not know: "Smith | launched", "the firm | posted"."""
        t = self.t
        described = self.lowers[first] in t.determiner  # "the North Korean army" holds no name that acts
        for k in range(first + 1, last):
            word, before = self.words[k], self.words[k - 1]
            if word.islower() and (word.endswith(t.ending_past) or word in t.past):
                return k
            name = before[0].isupper() and not described
            joins = word in t.linking or word in t.preposition or word in t.joiner
            if word.islower() and name and not joins and not self.capital_follows(k, last):
                return k
        return last

    def capital_follows(self, k: int, last: int) -> bool:
        """Say whether the word behind token `k` has a capital."""
        return k + 1 < last and self.words[k + 1][0].isupper()

    def begins_clause(self, first: int) -> bool:
        """Say whether a clause may begin at token `first`."""
        if first <= self.floor:
            return True
        before = self.lowers[first - 1]
        return before in MARKS or before in self.t.conjunction or before in self.t.joiner

    def may_speak(self, phrase: Range) -> bool:
        """Say whether a phrase may be a source: it tells no time, counts nothing and holds no verb."""
        head = self.lowers[phrase[0]]
        if head in self.t.time or head in self.t.preposition:
            return False
        if head[0].isdigit():
            return False
        return not any(
            self.lowers[k].endswith(self.t.ending_past) or self.lowers[k][0].isdigit()
            for k in range(phrase[0] + 1, phrase[1])
        )

    def contracted(self, i: int) -> bool:
        """Say whether a verb is drawn into the word at `i`: "he'd", "they're"."""
        return i < self.n and "'" in self.lowers[i] and self.lowers[i].partition("'")[0] in self.t.pronoun

    def measures(self, source: Range) -> bool:
        """Say whether a phrase names what measures or publishes: a poll, a census, an agency."""
        return not self.t.measuring.isdisjoint(self.lowers[source[0] : source[1]])

    def opens_clause(self, last: int) -> bool:
        """Say whether a statement begins here and no object: "that", a quotation, a pronoun."""
        if last >= self.n:
            return True
        word = self.lowers[last]
        return word == ":" or word in self.t.opener or word in QUOTES or word in self.t.pronoun

    def opens_phrase(self, i: int) -> bool:
        """Say whether a noun phrase begins at token `i`: a determiner, a number, a capital."""
        word = self.lowers[i]
        return word in self.t.determiner or word[0].isdigit() or self.words[i][0].isupper()

    def is_study(self, source: Range) -> bool:
        """Say whether a phrase names what people answer or what is written down: a poll, an interview."""
        return not self.t.study.isdisjoint(self.lowers[source[0] : source[1]])

    def speaks(self, first: int, last: int) -> bool:
        """Say whether a label names somebody who speaks and no topic ("Police:", but not "Analysis:")."""
        words = self.lowers[first:last]
        return not self.t.authority.isdisjoint(words) and self.t.breaks.isdisjoint(words)
