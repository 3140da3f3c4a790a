"""How far a statement reaches from its cue: behind it, before its source, on in the next quotation."""

from .phrase import Phrases, Range
from .vocabulary import CLOSERS, DASHES, QUOTES


class Reach(Phrases):
    """The tokens of a sentence and what of them a cue credits."""

    __slots__ = ()

    def content(self, role: str, source: Range, last: int, *, held: bool) -> list[Range]:
        """Return what is credited: behind the cue, before the source, or both.

        `held` says that the words before the source belong to another source already.
        """
        lowers = self.lowers
        if role == "put" or source[0] <= self.floor or source[1] > last:
            return [(last, self.n)]
        opening = lowers[source[0] - 1]
        left = self.left(source[0])
        if opening in CLOSERS:
            if last < self.n and (lowers[last] in self.t.complementiser or (held and not self.is_tail(last))):
                return [(last, self.n)]
            return [(left, source[0]), *self.resumption(last, quoted=True)]
        if opening != "," and opening not in DASHES:
            return [(last, self.n)]
        after = self.skip_addressee(last) if role == "tell" else last
        if after >= self.n:
            return [(left, source[0] - 1)]
        if self.says_nothing(after):
            return [(left, source[0] - 1)]
        lead_in = self.is_lead_in(left, source[0] - 1)
        following = lowers[after]
        if following == ",":
            return [(left, source[0] - 1), (last, self.n)]
        if lead_in or role in {"find", "plan"}:
            return [(last, self.n)]
        if self.is_tail(after):
            comma = self.next_comma(after)
            return [(left, source[0] - 1), (comma, self.n)]
        return [(last, self.n)]

    def left(self, end: int) -> int:
        """Return where a statement that ends before token `end` begins: behind the cue before it."""
        first = self.floor
        while first < end and (
            self.lowers[first] == "," or self.lowers[first] in self.t.joiner or self.lowers[first] in DASHES
        ):
            first += 1
        return first

    def is_lead_in(self, first: int, last: int) -> bool:
        """Say whether the words before a source are an adverbial ("On Tuesday,") and no statement."""
        if first >= last:
            return True
        word = self.lowers[first]
        if word in self.t.adverb or word in self.t.time or word in self.t.contrast or word in self.t.joiner:
            return last - first <= 4
        commas = self.lowers[first:last].count(",")
        starts = word in self.t.preposition or word in self.t.conjunction or word.endswith(self.t.ending_participle)
        return starts and not commas

    def is_tail(self, i: int) -> bool:
        """Say whether what stands behind a cue only tells when and where it was said."""
        if i >= self.n:
            return True
        word = self.lowers[i]
        if word in {",", ".", ";"} or word in QUOTES:
            return True
        if not self.t.complementiser.isdisjoint(self.lowers[i + 1 : self.next_comma(i)]):
            return False
        return word in self.t.preposition or word in self.t.time or word in self.t.adjunct

    def says_nothing(self, i: int) -> bool:
        """Say whether only a date or an occasion stands behind a cue: "said late on Monday", "said in a statement"."""
        t = self.t
        words = self.lowers[i : self.n]
        if not self.is_tail(i) or (t.time.isdisjoint(words) and t.outlet.isdisjoint(words)):
            return False
        known = (t.time, t.outlet, t.preposition, t.determiner, t.adverb)
        return all(word[0].isdigit() or any(word in kind for kind in known) for word in words)

    def skip_addressee(self, last: int) -> int:
        """Return the token behind the one who was told."""
        phrase = self.phrase_from(last)
        return phrase[1] if phrase else last

    def resumption(self, end: int, *, quoted: bool) -> list[Range]:
        """Return where the statement goes on behind its source: at the next quotation, behind ", and"."""
        lowers = self.lowers
        if quoted:
            k = end
            while k < self.n and lowers[k] not in QUOTES:
                k += 1
            return [(k, self.n)]
        if (
            end + 1 < self.n
            and lowers[end] == ","
            and (lowers[end + 1] in self.t.joiner or lowers[end + 1] in self.t.contrast)
        ):
            return [(end + 1, self.n)]
        return []

    def relative_end(self, first: int) -> int:
        """End a statement of ", who said ..., " at the comma that closes the clause, not at one of a list."""
        comma = self.next_comma(first)
        if comma + 1 < self.n and self.lowers[comma] == ",":
            word = self.lowers[comma + 1]
            if not (
                word[0].isdigit() or word in self.t.conjunction or word in self.t.preposition or word in self.t.joiner
            ):
                return comma
        return self.n

    def statement_end(self, first: int, last: int) -> int:
        """End a statement in reported speech at a semicolon; a quotation may hold one, and a list holds several."""
        if first < last and self.lowers[first:last].count(";") == 1 and self.lowers[first] not in QUOTES:
            return self.lowers.index(";", first)
        return last
