"""Cues of attribution in one sentence: what links a source to a statement, and where both stand.

Nothing is parsed. A clause ends where the next cue names another source, a noun phrase as `phrase` says.
"""

from collections.abc import Sequence
from typing import final

from .phrase import Phrases, Range
from .reach import Reach
from .row import CueWord
from .text import Sentence
from .vocabulary import CLOSERS, DASHES, MARKS, QUOTES, Words

#: More cues in one sentence are no news but noise.
_MOST = 24
#: So many tokens behind a verb stands its object.
_NEAR = 6


@final
class Hit:
    """One cue with its source and what it credits, as token ranges.

    `chain` are sources that the source cites, `named` is what a relative pronoun stands for ("Smith, who said").
    """

    __slots__ = ("chain", "content", "cue", "named", "row", "source")

    def __init__(self, row: CueWord, source: Range, cue: Range, content: list[Range]) -> None:
        self.row = row
        self.source = source
        self.named = source
        self.cue = cue
        self.content = [part for part in content if part[0] < part[1]]
        self.chain: list[Range] = []


def read(sentence: Sentence, table: Words, skip: Sequence[Range] = (), within: Range | None = None) -> list[Hit]:
    """Return the cues of a sentence from left to right, but for those in `skip`, or only those `within` a range."""
    lowers = sentence.lowers
    starts = table.starts
    places = [] if starts.isdisjoint(sentence.telling) else [i for i, word in enumerate(lowers) if word in starts]
    if within is not None:
        places = [i for i in places if within[0] <= i < within[1]]
    if skip:
        places = [i for i in places if not any(a < i < b for a, b in skip)]
    if not places and ":" not in lowers and (not lowers or lowers[0] not in table.study_opener):
        return []
    reader = _Reader(sentence, table, within)
    if lowers[0] in table.study_opener:
        reader.study()
    done = 0
    for place in places:
        if place >= done:
            done = reader.cue_at(place)
        if len(reader.hits) >= _MOST:
            break
    if not reader.hits and ":" in lowers:
        reader.opening()
    return reader.hits


def subject(sentence: Sentence, table: Words) -> Range | None:
    """Return the noun phrase that opens a sentence."""
    phrases = Phrases(sentence, table, None)
    return phrases.opening_phrase(phrases.n) if phrases.n else None


@final
class _Reader(Reach):
    __slots__ = ("hits", "pending")

    def __init__(self, sentence: Sentence, table: Words, within: Range | None) -> None:
        super().__init__(sentence, table, within)
        self.hits: list[Hit] = []
        self.pending: Range | None = None  # cited before the source is named: "Citing officials, the paper said"

    def cue_at(self, i: int) -> int:
        """Read the cue at token `i`, if there is one, and return where to go on."""
        lowers = self.lowers
        low = lowers[i]
        hit = None
        last = i + 1
        for parts, offset, row in self.t.cues.get(low, ()):
            first = i - offset
            end = first + len(parts)
            if first >= self.floor and (end - first == 1 or tuple(lowers[first:end]) == parts):
                if not self.is_name(i):
                    hit, last = self._hit(row, first, end), end
                break
        if hit is None and low in self.t.accounts:
            last = i + 1
            hit = self._account(self.t.accounts[low], i)
        if hit is not None and not self._is_mute(hit):
            self._settle(hit)
            return max(last, hit.source[1] if hit.source[0] >= i else last)
        return last

    def _is_mute(self, hit: Hit) -> bool:
        """Say whether the source cannot speak: an amount, a month, or the city of a dateline."""
        first, last = hit.named
        if self.lowers[last - 1] in self.t.mute and (self.words[last - 1].islower() or last == 1):
            return not self.measures(hit.named)
        # "LIMA -- HAS REPORTED": the dash shows that the city only stands in front.
        return first == 0 and hit.cue[0] > last and self.lowers[last] in DASHES and self.words[0].isupper()

    def _hit(self, row: CueWord, i: int, last: int) -> Hit | None:
        if row.role == "per":
            return self._per(row, i, last)
        if row.role == "cite":
            return self._cite(row, i, last)
        return self._participle(row, i, last) if row.form == "participle" else self._finite(row, i, last)

    def _settle(self, hit: Hit) -> None:
        """Keep the hit: as the last source if it stands beside those before, as a link of their chain if inside."""
        before = self.hits[-1] if self.hits else None
        if before is not None and before.row.role == "label":
            before.content = [
                (a, hit.cue[0]) for a, _ in before.content
            ]  # "in a poll, 40% said": the 40% is the poll's
            self.hits.append(hit)
            self.floor = hit.cue[1]
            return
        begin = min(hit.source[0], hit.cue[0]) if hit.source[0] >= self.floor else hit.cue[0]
        if before is not None and before.content and before.content[-1][1] > begin >= before.cue[1]:
            if hit.content and hit.content[0][0] < begin and self._may_take_over(hit, before.cue[1], begin):
                self._take_over(hit)
                return
            if hit.row.form == "finite" and not self._beside(begin, hit):
                if self.lowers[hit.source[0]] not in self.t.pronoun and hit.source != before.source:
                    before.chain.append(hit.source)
                self.floor = max(hit.cue[1], hit.source[1])
                return
        for each in self.hits:
            each.content = [(a, min(b, begin)) for a, b in each.content if a < begin]
        hit.content = [(a, self.statement_end(a, b) if a >= hit.cue[1] else b) for a, b in hit.content]
        if self.pending is not None:
            hit.chain.append(self.pending)
            self.pending = None
        self.hits.append(hit)
        self.floor = max(hit.cue[1], hit.source[1])

    def _take_over(self, hit: Hit) -> None:
        """Let "according to" at the end reach over the cues whose statements it closes; they become its chain."""
        while self.hits and self.hits[-1].content[-1:] and self.hits[-1].content[-1][1] >= hit.content[0][1]:
            inner = self.hits.pop()
            if self.lowers[inner.source[0]] not in self.t.pronoun:
                hit.chain.append(inner.source)
            hit.chain.extend(inner.chain)
            start = min(inner.content[0][0], inner.cue[0], inner.source[0])
            hit.content[0] = (min(start, hit.content[0][0]), hit.content[0][1])
        self.hits.append(hit)
        self.floor = max(hit.cue[1], hit.source[1])

    def _may_take_over(self, hit: Hit, first: int, last: int) -> bool:
        between = self.lowers[first:last]
        opposes = hit.row.stance in {"denies", "doubts"}  # "..., a claim the group denied"
        return not opposes and ";" not in between and self.t.contrast.isdisjoint(between)

    def _beside(self, begin: int, hit: Hit) -> bool:
        """Say whether a cue inside another's statement opens a statement of its own: "..., but Y said"."""
        k = begin - 1
        while k > 0 and (self.lowers[k] in self.t.adverb or self.lowers[k] in self.t.preposition):
            k -= 1
        word = self.lowers[k]
        if hit.source[0] < self.floor or word in self.t.subject_relative:
            return hit.source == self.hits[-1].source
        return (
            word in {",", ";", ":", "."}
            or word in self.t.joiner
            or word in self.t.contrast
            or word in DASHES
            or word in CLOSERS
        )

    def _per(self, row: CueWord, i: int, last: int) -> Hit | None:
        source = self.phrase_from(last)
        if source is None or (row.phrases and self.lowers[i] in self.t.unit_per and not self._names_source(source)):
            return None
        if i == self.floor:
            source = (source[0], max(source[1], self.next_comma(last)))
        first = i
        while first > self.floor and self.lowers[first - 1] in MARKS and self.lowers[first - 1] not in CLOSERS:
            first -= 1
        left = self.left(i)
        resumed = self.lowers[source[1] + 1] if source[1] + 1 < self.n else ""
        if first - left > 6 or resumed in self.t.contrast or any(word[0].isdigit() for word in self.lowers[left:first]):
            return Hit(row, source, (i, last), [(left, first)])
        return Hit(row, source, (i, last), [(left, first), (source[1], self.n)])

    def _cite(self, row: CueWord, i: int, last: int) -> Hit | None:
        source = self.phrase_from(last)
        if source is None:
            return None
        if self.hits:
            self.hits[-1].chain.append(source)
            return None
        if i == self.floor:
            self.pending = source
            self.floor = source[1]
            return None
        subject = self.opening_phrase(i)
        if subject is None:
            return Hit(row, source, (i, last), [(0, i), (source[1], self.n)])
        hit = Hit(row, subject, (i, last), [(last, self.n)])
        hit.chain.append(source)
        return hit

    def _account(self, row: CueWord, i: int) -> Hit | None:
        """Read "the ministry's estimate of 40" and "reports from Gaza that 40"."""
        lowers = self.lowers
        after = lowers[i + 1] if i + 1 < self.n else ""
        if any(a <= i < b for hit in self.hits for a, b in hit.content):
            return None
        if i > 1 and lowers[i - 1] == "'s":
            source = self.phrase_before(i - 1)
            if source is not None and (after in self.t.account_link or after == ":"):
                return Hit(row, source, (i, i + 1), [(i + 1, self.n)])
        if after in self.t.origin:
            source = self.phrase_from(i + 2)
            if source is not None and (lowers[source[1]] if source[1] < self.n else "") in self.t.account_link:
                return Hit(row, source, (i, i + 1), [(source[1], self.n)])
        return None

    def _lead(self, i: int) -> int:
        """Return where the verb that ends in the cue at `i` begins: its auxiliaries and adverbs."""
        lowers, t = self.lowers, self.t
        lead, floor = i, self.floor
        while lead > floor:
            word = lowers[lead - 1]
            if (
                word not in t.auxiliary
                and word not in t.adverb
                and not (word.endswith(t.ending_adverb) and word.islower() and len(word) > 4)
            ):
                break
            lead -= 1
        if lead < i and lead > self.floor and lowers[lead - 1] in t.preposition and lowers[lead] in t.time:
            return lead + 1  # "released on Tuesday showed"
        return lead

    def _finite(self, row: CueWord, i: int, last: int) -> Hit | None:
        lowers = self.lowers
        lead = self._lead(i)
        between = lowers[lead:i]
        before = lowers[lead - 1] if lead > self.floor else ""
        if before in self.t.negation or (between and not self.t.negation.isdisjoint(between)):
            return None
        if between and not self.t.passive.isdisjoint(between):
            return self._passive(row, i, last)
        if not between and self._is_attribute(before, last):
            return None
        if row.noun and not self._is_verb(i, last, lead):
            return None
        if not between and row.role in {"say", "tell", "that", "respond"} and not self._closes_apposition(lead):
            source = self._inverted(lead, last)
            if source is not None:
                tail = self.resumption(source[1], quoted=lowers[lead - 1] in CLOSERS)
                return Hit(row, source, (i, last), [(self.left(lead), lead), *tail])
        named = self._source_before(lead)
        if named is None or not self._fits(row, named, last):
            return None
        source = (lead - 1, lead) if before in self.t.subject_relative else named
        content = self.content(row.role, source, last, held=self._is_held(source[0]))
        if source != named and lowers[lead - 2] == ",":
            content = [(a, self.relative_end(a)) for a, _ in content]
        if row.role == "respond" and not self._answers(source, last):
            return None
        if row.role == "that" and not self.opens_clause(last) and content[0][0] >= last:
            return None
        hit = Hit(row, source, (lead if between else i, last), content)
        hit.named = named
        return hit

    def _answers(self, source: Range, last: int) -> bool:
        """Say whether words of an answer stand behind the verb or, in a quotation, before its subject."""
        quoted = source[0] > 0 and self.lowers[source[0] - 1] in CLOSERS
        return quoted or (last < self.n and self.opens_clause(last))

    def _is_held(self, token: int) -> bool:
        """Say whether the last cue credits the tokens up to and past this one."""
        return bool(self.hits) and any(end > token for _, end in self.hits[-1].content)

    def _is_attribute(self, before: str, last: int) -> bool:
        """Say whether a verb's form only describes: "the reported loss", "40 confirmed cases", "added by", "to say"."""
        t = self.t
        if before in t.unfinished or before in t.article or (last < self.n and self.lowers[last] in t.agent):
            return True
        counts = before in t.determiner and before not in t.pronoun
        return (counts or before[:1].isdigit()) and not (self.opens_clause(last) or self.opens_phrase(last))

    def _passive(self, row: CueWord, i: int, last: int) -> Hit | None:
        """Read "was reported by the ministry"; without "by" nobody is named."""
        if last < self.n and self.lowers[last] == "by" and row.role == "say":
            source = self.phrase_from(last + 1)
            if source is not None and not (self.hits and row.stance != "asserts"):
                return Hit(row, source, (i, last), [(self.left(i), i), (source[1], self.n)])
        return None

    def _participle(self, row: CueWord, i: int, last: int) -> Hit | None:
        lowers = self.lowers
        lead = self._lead(i)
        if any(word in self.t.negation for word in lowers[lead:i]):
            return None
        before = lowers[lead - 1] if lead else ""
        source: Range | None = None
        if (row.role == "find" or lead < i) and before not in MARKS:
            source = self._source_before(lead)
            if source is not None and row.role == "find":
                openers = [k for k in range(*source) if lowers[k] in self.t.absolute]
                source = (openers[-1] + 1, source[1]) if openers and openers[-1] + 1 < source[1] else source
                if not self.measures(source):
                    return None
        elif self.hits:
            source = self.hits[-1].source
        elif row.role != "find":
            source = self.opening_phrase(i)
        if source is None:
            return None
        return Hit(row, source, (i, last), [(last, self.n)])

    def _fits(self, row: CueWord, source: Range, last: int) -> bool:
        """Say whether the source can do what the cue says: a poll finds, a ministry puts a toll at a number."""
        lowers = self.lowers
        if row.role == "find":
            return (last < self.n and lowers[last] in self.t.complementiser) or self.measures(source)
        if row.stance == "alleges" and not self.t.taken.isdisjoint(lowers[last : last + _NEAR]):
            return False  # "the flood claimed 40 lives"
        if row.role == "put":
            return self._puts_number(last)
        if row.role == "plan" and self.hits and self.hits[-1].content and self.hits[-1].content[-1][1] == self.n:
            return False
        return True

    def _puts_number(self, last: int) -> bool:
        """Say whether something is put "at" a number: "put the toll at about 40", but not "put it at risk"."""
        for k in range(last, min(last + 9, self.n)):
            if self.lowers[k] in self.t.put_at:
                behind = self.lowers[k + 1 : k + 4]
                return any(word[0].isdigit() or word in self.t.determiner for word in behind)
        return False

    def _names_source(self, source: Range) -> bool:
        """Say whether a phrase behind "per" is a source and no unit: set off, with a capital, or measuring."""
        apart = source[0] < 2 or self.lowers[source[0] - 2] in MARKS
        return self.measures(source) or (apart and any(self.words[k][0].isupper() for k in range(*source)))

    def _is_verb(self, i: int, last: int, lead: int) -> bool:
        """Say whether a word that is a noun as well stands as a verb: behind a noun, before what it reports."""
        if i == 0:
            return False
        lowers, t = self.lowers, self.t
        if lead < i and not t.auxiliary.isdisjoint(lowers[lead:i]):
            return not lowers[i].endswith(t.ending_plural)  # "will report", but "had reports"
        before = lowers[i - 1]
        if before in t.determiner or before in t.preposition or before == "'s" or before in MARKS:
            return before in CLOSERS
        if last >= self.n:
            phrase = self.phrase_before(i)
            return phrase is not None and "," in lowers[self.floor : i] and self._is_described(phrase)
        if self.opens_clause(last) or self.opens_phrase(last):
            return True
        after = lowers[last]
        verbal = after in t.breaks or after in t.preposition or after in t.joiner or after.endswith(t.ending_past)
        return not verbal and lowers[i].endswith(t.ending_plural) and (self.floor == 0 and lowers[0] in t.determiner)

    def _is_described(self, phrase: Range) -> bool:
        """Say whether a phrase is surely a noun phrase: it has a determiner or a capital, or names who speaks."""
        first = phrase[0]
        if self.lowers[first] in self.t.determiner or self.words[first][0].isupper() or self.measures(phrase):
            return True
        return not self.t.authority.isdisjoint(self.lowers[first : phrase[1]])

    def _inverted(self, lead: int, last: int) -> Range | None:
        """Return the source of `..., said X`: behind the cue, when the statement is closed before it."""
        lowers = self.lowers
        if lead == 0 or (
            lowers[lead - 1] != "," and lowers[lead - 1] not in CLOSERS and lowers[lead - 1] not in DASHES
        ):
            return None
        if last >= self.n or lowers[last] in self.t.relative or lowers[last] in self.t.preposition:
            return None
        if lowers[last][0].isdigit():
            return None
        source = self.phrase_from(last)
        if source is None or self.contracted(source[1]):
            return None
        after = lowers[source[1]] if source[1] < self.n else ""
        if lowers[lead - 1] in CLOSERS:
            return source
        closes = not after or after in MARKS or after in self.t.relative or after in self.t.preposition
        return source if closes else None

    def _closes_apposition(self, lead: int) -> bool:
        """Say whether the comma before a verb closes "Smith, the chief of Y," and no statement."""
        if lead < 3 or self.lowers[lead - 1] != ",":
            return False
        named = self._across_apposition(lead)
        if named is None:
            return False
        words = self.words[named[0] : named[1]]
        return all(word[0].isupper() for word in words) or (words[0].lower() in self.t.determiner and len(words) <= 5)

    def _source_before(self, lead: int) -> Range | None:
        """Return the subject of the verb at `lead`: beside it, behind an apposition, or shared with a verb before."""
        if lead == 0:
            return None
        lowers = self.lowers
        before = lowers[lead - 1]
        if (lead > self.floor and (before in self.t.joiner or before in self.t.contrast)) or before == ";":
            return self.hits[-1].source if self.hits else self.opening_phrase(lead)
        if before in self.t.relative:
            end = lead - 1
            while end > 0 and (lowers[end - 1] == "," or lowers[end - 1] in self.t.joiner):
                end -= 1
            floor, self.floor = self.floor, 0  # what it stands for may be the source of the cue before
            antecedent = self.phrase_before(end)
            self.floor = floor
            if before in self.t.complementiser:
                return antecedent
            return antecedent or (lead - 1, lead)
        if before == "," or before in DASHES or before == ")":
            return self._across_apposition(lead)
        source = self.phrase_before(lead)
        if source is None and self.hits and lead == self.floor:
            return self.hits[-1].source
        return source

    def _across_apposition(self, lead: int) -> Range | None:
        """Return X of "X, the chief of Y, said"."""
        lowers = self.lowers
        best: Range | None = None
        comma = lead - 1
        opener = {")": "("}.get(lowers[comma], ",") if lowers[comma] not in DASHES else lowers[comma]
        k = comma - 1
        while k > self.floor:
            if lowers[k] == opener and not (opener == "-" and self.inside_name(k)):
                candidate = self.phrase_before(k)
                if candidate is not None and self.begins_clause(candidate[0]) and self.may_speak(candidate):
                    best = candidate
            elif lowers[k] in QUOTES or lowers[k] == ";" or lowers[k] in self.t.contrast:
                break
            k -= 1
        if best is None and self.hits and (comma <= self.floor + 1 or self.hits[-1].row.form == "participle"):
            return self.hits[-1].source
        return best

    def study(self) -> None:
        """Read "In a poll by the Herald, four in ten"."""
        row = self.t.label
        if row is None or self.floor or self.n < 4:
            return
        source = self.phrase_from(1)
        if source is not None and self.is_study(source) and self.lowers[source[1] : source[1] + 1] == [","]:
            self.hits.append(Hit(row, source, (0, 1), [(source[1], self.n)]))
            self.floor = source[1]

    def opening(self) -> None:
        """Read "Police: four dead" and "Four dead: police"."""
        lowers = self.lowers
        row = self.t.label
        if row is None or not self.n or ":" not in lowers:
            return
        colon = lowers.index(":")
        if 0 < colon <= 6 and self.words[0][0].isupper() and self.speaks(0, colon):
            self.hits.append(Hit(row, (0, colon), (colon, colon + 1), [(colon + 1, self.n)]))
        elif self.n - 5 <= colon < self.n - 1 and self.speaks(colon + 1, self.n):
            self.hits.append(Hit(row, (colon + 1, self.n), (colon, colon + 1), [(0, colon)]))
