"""Which numerals are no quantity: codes, ranks, scores, addresses, names, list numbers, pronouns.

Two passes: `before_units` needs only the tokens around the numeral; `after_units` also asks whether something is
counted ("Category 4 hurricane" names, "in Kabul 12 people" counts). Dates and clock times are spotted by `datemark`.
"""

import functools
from typing import Final, final

from . import designation, idiom, noun, pronoun, saying, sequence, standing, yearmark
from .lexicon import Lexicon
from .numberword import PLAIN, NumeralMark
from .ontology import MEASURE, MONEY, index
from .sequence import Place
from .text import HYPHENS, Sentence

_DIGITS: Final = ("digits", "decimal", "scaled", "fraction", "band")
#: So many tokens has an entry of a list at least.
_ENTRY: Final = 6
#: Charts name no more than so many.
_CHART: Final = 1000
_SMALL_VERBS: Final = frozenset({"is", "was", "are", "were", "has", "had"})
#: So many numbers in a row make a list of ranks.
_RANKS: Final = 3
#: Forms of which only what stands beside them can make something else.
_AMOUNTS: Final = frozenset({"digits", "decimal", "scaled", "words"})
#: Before a number these join it to another one, where that stands in front of them.
_LEADING: Final = frozenset({"of", "to", "and"})
_CENTURY: Final = 100
#: A year is written so long.
_YEAR: Final = 4
#: What may touch a number from behind without making it a part of something longer.
_CLOSING: Final = frozenset({",", ".", ";", "%", '"', "]"})
#: Before a number these may say that it is not so many.
_DENYING: Final = frozenset({"not", "the", "$", "\u00a3", "\u20ac", "or", "nor"})
_BETWEEN: Final = HYPHENS | {"to"}
#: Labels of a list have no higher number.
_SERIES: Final = frozenset(("and", "or", "to", "through", ",", "-", "\u2013", "/"))
_LABELS: Final = 1000
_CLASSES: Final = (
    "label", "street", "one pronoun before", "one pronoun after", "one compound", "ordinal", "rank", "half compound",
    "half owner", "half of play",
    "era", "year opener", "duration", "set opener", "number follower",
    "one limiter", "one some time", "one time spent", "one time left", "class label", "dial verb",
    "emergency number", "emergency follower", "page label", "coin", "hours", "number name", "one modal", "one object",
    "one likeness", "trade noun", "margin noun", "one like", "short participle", "clock zone",
    "grade noun", "technology", "name label", "bare label", "index maker", "one of many", "bond term",
    "title trade", "titled work", "performed work", "titled part", "part of a work", "of a base year", "base opener",
    "one counterpart", "scoring", "shooting", "one superlative noun", "one addition", "one of set", "one holder",
    "one adverb", "likeness", "chosen", "carrier", "airliner", "numbered kind", "dating", "station", "hour opener",
    "day part",
    *saying.CLASSES, *standing.CLASSES,
)  # fmt: skip


@functools.lru_cache(maxsize=8)
def _classes(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    """Return the closed classes that the rules ask."""
    return sequence.classes(lexicon) | {name: lexicon.words(name) for name in _CLASSES}


@functools.lru_cache(maxsize=8)
def _telling(lexicon: Lexicon) -> tuple[frozenset[str], frozenset[str]]:
    """Return the tokens that can make something else of the numeral behind them, and of the one before them."""
    classes = _classes(lexicon)
    beside = HYPHENS | sequence.JOINING
    before = beside | classes["dial verb"] | classes["page label"] | {"of", "for", "not"}
    followers = ("rank", "number follower", "coin", "emergency follower", "grade noun")
    behind = beside.union(*(classes[name] for name in followers))
    behind |= classes["hours"] | {"st", "nd", "rd", "th", "for", "series"}
    return before, behind


@final
class Checker:
    """Asks of each numeral of one sentence whether it is a quantity at all. Internal.

    >>> from newsfigures import lexicon, numeral
    >>> en, sentence = lexicon.load("en"), Sentence("COVID-19 spread")
    >>> Checker(sentence, en).before_units(numeral.find(sentence, en)[0])
    'code'
    """

    __slots__ = (
        "_label",
        "_lined",
        "_ranked",
        "_run",
        "_sayings",
        "_telling",
        "_upper",
        "classes",
        "lexicon",
        "sentence",
    )

    def __init__(self, sentence: Sentence, lexicon: Lexicon) -> None:
        self.sentence = sentence
        self.lexicon = lexicon
        self.classes = _classes(lexicon)
        self._telling = _telling(lexicon)
        self._sayings = saying.sayings(lexicon)
        self._upper: tuple[bool, bool] | None = None
        self._run = [0, 0, 0]
        self._lined: int | None = None
        self._ranked: frozenset[int] | None = None
        #: The token behind the last number that a label names, as "Lot 14" does.
        self._label = 0

    @property
    def upper(self) -> tuple[bool, bool]:
        """Whether the sentence is in capitals throughout, and whether most of its words carry one, as in headlines."""
        if self._upper is None:
            long = [word for word in self.sentence.words[1:] if len(word) > 3 and word.isalpha()]
            capitals = sum(word[0].isupper() for word in long)
            title = len(long) > 1 and (capitals == len(long) or (len(long) > 3 and capitals * 4 >= len(long) * 3))
            # Short verbs carry a capital in headlines: "Halo 2 is out in March".
            title = title and _SMALL_VERBS.isdisjoint(self.sentence.words)
            self._upper = self.sentence.is_upper, title
        return self._upper

    def is_title(self, mark: NumeralMark) -> bool:
        """Return whether the numeral is a part of a title: "Twelve Geese star Bob Roe", "the film 40 Last Miles"."""
        words, last = self.sentence.words, mark.last
        if last >= len(words) or mark.form not in ("digits", "words"):
            return False
        if words[last][0].islower():  # almost always
            is_aged = mark.first > 2 and words[last - 1].isdecimal()
            return is_aged and designation.is_turned(words, mark) and not any(self.upper)
        place = Place(self.sentence, mark, self.classes)
        return designation.is_billed(place, self.lexicon) and not any(self.upper)

    def before_units(self, mark: NumeralMark) -> str:
        """Return the name of the rule by which the numeral is no quantity, or an empty string."""
        form = mark.form
        lowers = self.sentence.lowers
        at = mark.first + (lowers[mark.first] == "a" and mark.last > mark.first + 1)
        if lowers[at] in self._sayings.by_number and self._sayings.hold(lowers, at):
            return "idiom"
        if form == "digits" and len(lowers[mark.first]) == _YEAR and idiom.is_acting(lowers, mark, self.lexicon):
            return "year"
        if form in _AMOUNTS and self._stands_alone(mark):
            return ""
        place = Place(self.sentence, mark, self.classes, self._run)
        if idiom.is_trade(place):
            return "ratio"
        if place.previous in _DENYING and idiom.is_denied(place):
            return "denied"
        if form in _DIGITS:
            rule = sequence.part_of(place)
            if rule:
                return rule
            if form == "digits" and place.mark.last < len(lowers) and standing.is_result(place):
                return "score"
        if self._sayings.compound(place):
            return "idiom"
        if place.following in HYPHENS or place.previous in HYPHENS:
            if designation.is_coupled(place, self._sayings.values) and not any(self.upper):
                return "name"
        if form == "one":
            if pronoun.is_pronoun(place, index(self.lexicon).words, self.lexicon):
                return "pronoun"
        elif form == "fraction":
            if idiom.is_ordinal_part(place, index(self.lexicon).words):
                return "ordinal"
            if place.low(place.last - 1) == "half" and standing.is_pitch(place):
                return "position"
            if sequence.is_odds(place):
                return "odds"
        elif form == "digits":
            if idiom.is_large_ordinal(place):
                return "ordinal"
        elif form in ("words", "scaled"):
            if idiom.is_ordinal(place):
                return "ordinal"
            if idiom.is_twin(place):
                return "idiom"
        return self._beside(place)

    def _beside(self, place: Place) -> str:
        """Return the rule by which the words beside a numeral make it a grade, a code, a place, a time or a name."""
        form = place.mark.form
        if place.following in place.classes["grade noun"] or place.following in HYPHENS:
            if idiom.is_grade(place, self.lexicon):
                return "name"
        if place.following in place.classes["number follower"] or idiom.is_dialled(place, self.lexicon):
            return "code"
        if place.last < len(self.sentence.words) and self.sentence.words[place.last][0].isupper():
            if designation.is_firm(place, self.lexicon):
                return "name"
        if place.following == "series" and designation.is_series(place, self.lexicon):
            return "name"
        if idiom.is_position(place):
            return "position"
        if place.following in place.classes["hours"] and idiom.is_clock(place):
            return "clock"
        if place.following in place.classes["number name"] and self._is_named(place):
            return "name"
        if place.following in index(self.lexicon).words and self._is_timed_name(place):
            return "name"
        if place.following in HYPHENS and form == "words" and self._is_joined_name(place):
            return "name"
        if form in ("digits", "words") and self._is_coined(place):
            return "name"
        return "address" if idiom.is_street(place) else ""

    def _stands_alone(self, mark: NumeralMark) -> bool:
        """Whether nothing beside a numeral could make it a part of something else: so most are told with few looks."""
        sentence, first, last = self.sentence, mark.first, mark.last
        lowers, starts, ends = sentence.lowers, sentence.starts, sentence.ends
        before, behind = self._telling
        if lowers[first][0] == "0":
            return False
        if first:
            previous = lowers[first - 1]
            if starts[first] == ends[first - 1] or previous.isdecimal():
                return False
            # "to 40", "of 40": part of a range, a score or a page only behind another number.
            if previous in before and (previous not in _LEADING or first < 2 or lowers[first - 2][0].isdecimal()):
                return False
        if last == len(lowers):
            return True
        following = lowers[last]
        if starts[last] != ends[last - 1]:
            initial = sentence.words[last][0]
            return not (following in behind or initial.isupper() or initial.isdecimal())
        # What closes, and is not touched itself; but a full stop may stand behind the number of a list.
        goes_on = last + 1 < len(lowers) and starts[last + 1] == ends[last]
        return following in _CLOSING and not goes_on and (first > 0 or following != ".")

    def _is_named(self, place: Place) -> bool:
        """Whether number and noun in capitals are a name: Six Nations, 5 Live."""
        words = self.sentence.words
        return not words[place.first][0].islower() and words[place.last][0].isupper() and not self.upper[0]

    def _is_timed_name(self, place: Place) -> bool:
        """Whether a unit in capitals is a part of a name: "he told 60 Minutes", "Il Sole 24 Ore"."""
        word = self.sentence.words[place.last]
        if not word.istitle() or len(word) < 3 or place.mark.form == "scaled" or any(self.upper):
            return False
        unit = index(self.lexicon).words[place.following]
        if unit.dimension == "time" and unit.kind is MEASURE:
            return place.first > 0 and place.following[-1] == "s"  # "Five Year Senior Notes" are for so long
        return unit.kind is MONEY and self._is_capital(place.first - 1)

    def _is_joined_name(self, place: Place) -> bool:
        """Whether capitals on both sides of a hyphen make it a name: "Four-Kings staged"; not "Three-Day Event"."""
        words, last = self.sentence.words, place.last
        if last + 1 >= len(words) or not (place.joined(last) and place.joined(last + 1)) or any(self.upper):
            return False
        is_title = words[place.first][0].isupper() and words[last + 1].istitle()
        return is_title and place.low(last + 1) not in index(self.lexicon).words

    def _is_coined(self, place: Place) -> bool:
        """Whether a coin in capitals makes it a stage name: 50 Cent."""
        last = place.last
        is_coin = place.following in place.classes["coin"]
        return is_coin and self.sentence.words[last][0].isupper() and not any(self.upper)

    def _is_ranked(self, place: Place) -> bool:
        """Whether small numbers that rise stand before names, as in a list of ranks: 1 Ann Lee 2 Jo Ray 3 Al Dow."""
        if self._ranked is None:
            words, found, last, people = self.sentence.words, [], 0, 0
            for at, word in enumerate(words[:-2]):
                if word.isdecimal() and len(word) < 4 and int(word) > last and self._is_named_at(at + 1):
                    found.append(at)
                    last = int(word)
                    people += not noun.is_plural(words[at + 1], self.lexicon)
            is_list = len(found) >= _RANKS and people > 1 and not self.upper[0]
            self._ranked = frozenset(found) if is_list else frozenset()
        return place.first in self._ranked

    def _is_entry(self, place: Place) -> bool:
        """Whether nothing but a name and a place in brackets follows, as in a list: 4 Ann Lee (Kenya)."""
        words = self.sentence.words
        if place.first or len(words) < _ENTRY or words[-1] != ")" or "(" not in words[2:]:
            return False
        return self._is_named_at(1) and all(word[0].isupper() or word in ("(", ")", "-", "and") for word in words[1:])

    def _is_named_at(self, at: int) -> bool:
        """Whether a name of two words, or an initial and a name, starts at a token."""
        words, low = self.sentence.words, self.sentence.lowers[at]
        if words[at].isupper() and len(words[at]) > 3 and words[at + 1][0].isdecimal() and not self.upper[0]:
            return True  # "189 TENDERLOIN 5-7"
        if not words[at][0].isupper() or not (words[at + 1][0].isupper() or words[at + 1] == "."):
            return False
        return not (noun.is_stop(low, self.lexicon) or noun.family(noun.lemma(low, self.lexicon), self.lexicon))

    def after_units(self, mark: NumeralMark, *, counted: bool, plural: bool) -> str:
        """Return the name of the rule by which a numeral whose unit is known is no quantity, or an empty string.

        `counted` says that a counted noun follows, `plural` that it is one in the plural.
        """
        if mark.form not in PLAIN:
            return ""
        if mark.first and self.sentence.lowers[mark.first - 1] == "per":
            return "rate"  # "in terms of bikes per 100 people"
        place = Place(self.sentence, mark, self.classes)
        if plural:
            is_year = yearmark.is_base(place) or yearmark.is_apart(place, self.lexicon)
        else:
            is_year = yearmark.is_year(place, self.lexicon)
        if is_year:
            return "year"
        first = mark.first
        # Asked here because most numbers stand before none of these.
        if (place.following in _BETWEEN or place.following in self.classes["margin noun"]) and idiom.is_margin(place):
            return "ratio"
        if place.following == "'s" and not counted and mark.form in ("words", "one"):
            return "name"  # "Five's new show"
        if mark.form == "digits" and mark.value < 1000 and (self._is_ranked(place) or self._is_entry(place)):
            return "list number"
        if not first:
            return "" if counted else self._opening(place)
        if place.following in HYPHENS and not counted and idiom.is_shape(place):
            return "idiom"
        behind = first - 1
        is_beside = place.following in saying.LOOSE or place.previous in saying.LOOSE
        if is_beside and not plural and saying.is_loose(place):
            return "idiom"
        if not counted and place.following in ("in", "on"):
            if idiom.is_hour(place) or (place.following == "on" and idiom.is_clock(place)):
                return "clock"
        is_one_of = mark.form == "one" and place.following == "of"
        if is_one_of and pronoun.is_abstract(place, counted=counted, plural=plural):
            return "pronoun"
        if standing.is_place(place, counted=counted, plural=plural):
            return "rank"
        if not counted and place.following == "says" and mark.form == "digits" and mark.value > 1:
            return "name"  # "the network 3 says"
        if place.low(behind) in ("and", "or", "to", ",") and (
            not counted or (place.following == "of" and mark.form == "digits")
        ):
            if (self._label and first == self._label + 1) or designation.is_one_label(place, self.upper[0]):
                self._label = mark.last
                return "label"  # "lots 14 and 15"
        if place.low(behind) == "of" and self.sentence.words[behind - 1] == "Group" and not self.upper[0]:
            return "name"  # "the Group of Seven finance ministers"
        if mark.form == "digits" and _CENTURY <= mark.value < _LABELS:
            if designation.is_numbered(place, self.lexicon):
                return "name"
        return self._labelled(place, behind, counted=counted, plural=plural)

    def _opening(self, place: Place) -> str:
        """Return the rule by which a numeral that begins a sentence and counts nothing is no quantity."""
        if place.mark.form == "words" and designation.is_broadcaster(place):
            return "name"
        if place.mark.form != "digits":
            return ""
        if place.joined(place.last) and (place.following == "g" or self.sentence.words[place.last][0].isupper()):
            return "code"  # "3G phones", "1Blue's host"
        if place.mark.value > 1 and place.following == "says":
            return "name"  # "3 says it is"
        return "line" if standing.is_alone(place) else ""

    def _labelled(self, place: Place, behind: int, *, counted: bool, plural: bool) -> str:
        """Return the rule by which the words in front of a numeral, from a token back, make it a label or a name."""
        mark, first, low = place.mark, place.first, place.lowers[behind]
        if low in (".", "#") and place.joined(behind):
            behind -= 1
            low = place.low(behind)
        elif low in HYPHENS and first > 1:
            if not place.joined(first):
                return ""
            if place.joined(behind) and place.says(behind - 1, "class label"):
                return "label"  # "the number-three vein"
        if low in self.classes["label"] or (low[-1:] == "s" and self._is_list(place, behind)):
            # "Rest of world seven mln", "users number 90m"; but "Rule 9B" is a label.
            is_scaled = mark.form == "scaled" and (len(place.low(mark.last - 1)) > 1 or place.low(mark.last - 1) == "m")
            if not is_scaled and (not plural or self._names(place, behind)) and not self._tops(place, behind):
                self._label = mark.last
                return "label"
        if place.mark.form == "one" and place.previous == "," and self._is_title(place):
            return "name"  # "the charity, One Ark, said"
        if counted and plural:
            if self._is_title(place) or designation.is_known(place, behind, self.lexicon):
                return "name"
            if place.says(first, "airliner") and designation.is_craft(place, behind, self.lexicon):
                return "name"
            if low == "'s" and place.says(behind - 1, "index maker"):
                return "name"  # "futures on Standard and Poor's 500 stocks"
            return "year" if yearmark.is_within(place, self.lexicon) else ""
        rule = self._name(place, behind, counted=counted)
        if rule == "name" and not counted and place.following in ("and", "or"):
            self._label = mark.last  # "on PEL five and six"
        elif not rule and mark.form == "digits" and designation.is_type(place, behind, self.lexicon, counted=counted):
            return "name"
        return rule

    def is_order(self, mark: NumeralMark) -> bool:
        """Say whether the first number of a range without a unit is a place in an order, a time of day, or a label."""
        place = Place(self.sentence, mark, self.classes)
        return standing.is_order(place) or idiom.is_hour(place) or self._is_list(place, mark.first - 1)

    def _is_list(self, place: Place, at: int) -> bool:
        """Whether labels in the plural begin a list: "rooms 3 and 4", "between junctions 12 and 15"."""
        low, following = place.low(at), place.following
        if low[-1:] != "s" or low[:-1] not in self.classes["label"]:
            return False  # almost always
        then = place.low(place.last + 1)
        goes_on = following in _SERIES and (then[:1].isdecimal() or then in index(self.lexicon).small)
        is_small = place.mark.form in ("digits", "words", "one") and place.mark.value < _LABELS
        return goes_on and is_small

    def _tops(self, place: Place, at: int) -> bool:
        """Whether a label is none: "to top 300,000", "(last year 84)"."""
        low, before = place.low(at), place.low(at - 1)
        if low == "top":
            return place.mark.value > _CHART
        return before in ("last", "this", "previous") and low in ("year", "month", "week", "day", "quarter", "season")

    def _names(self, place: Place, at: int) -> bool:
        """Whether a label names although a plural follows: "Phase 2 trials"; not "on the day 12 men fell"."""
        if place.says(at, "joined suffix") or at == 0 or self._is_capital(at):
            return not place.says(at, "joined suffix")
        if place.says(at, "bare label"):
            return not place.says(at - 1, "set opener")  # "of band three bank bills"
        is_chart = place.low(at) == "top" and (place.low(at - 1)[:1].isdecimal() or place.low(at - 1) in idiom.SMALL)
        return is_chart or place.says(at, "class label")  # "three top 20 singles"

    def _name(self, place: Place, behind: int, *, counted: bool) -> str:
        """Tell a name by capitals, or by letters that touch the number: Area 51, Ocean's Eleven, the 737 Max, 49ers."""
        mark = place.mark
        if mark.form == "scaled" or "," in place.low(mark.first):
            if self._is_capital(behind) and not self.upper[1] and self._is_written(place):
                return "name"  # "the Ford Five Hundred"
            return ""  # "in Denmark 4,000": no name is written with separators
        is_price = mark.form == "decimal" and idiom.is_priced(mark)  # "Rye 212.5": no version is so high
        if place.joined(mark.last) and place.low(mark.last)[0].isalpha() and not counted:
            # "An 802.11b network"; but "3.40n" in a table is a price with a flag.
            return "code" if not is_price or self._goes_on(mark.last + 1) else ""
        low = place.low(behind)
        is_code = place.following[:1].isdecimal() and place.joined(mark.last + 1) and place.low(mark.last + 1).isalpha()
        if (
            low == "'s"
            and not counted
            and ((is_code and mark.value >= _CENTURY) or designation.is_owned(place, self.lexicon))
        ):
            return "name"  # "Sharp's 902 3G phone", "Baker's 12"
        if is_price or idiom.is_cell(place):
            return ""
        if low == "&" or (low == "'s" and place.says(behind - 1, "index maker")):
            return "name"
        if low == "of" and not counted and place.says(behind - 1, "part of a work"):
            return "name"  # "a typical episode of 24"
        if low == "like" and not counted and place.low(behind - 1) == "," and place.following == ",":
            return "name"  # "old serials, like 24, are back"
        return self._capital(place, behind, counted=counted)

    def _capital(self, place: Place, behind: int, *, counted: bool) -> str:
        """Tell a name by the capitals beside its number, where the sentence is not full of them."""
        mark, low = place.mark, place.low(behind)
        upper, title = self.upper
        if not upper and (designation.is_channel(place, behind) or (not counted and designation.is_last_name(place))):
            return "name"
        if self._is_listed(place, behind):
            return "name"
        if upper and place.low(mark.last) == ")" and place.low(behind)[:1].isalpha() and self._is_service(place):
            return "name"
        if upper or title:
            return ""
        words = self.sentence.words
        if behind > 0 and self._is_capital(behind):
            return "" if place.says(behind, "currency letters") else "name"
        if self._is_title(place):
            return "name"
        after = mark.last
        following = words[after] if after < len(words) else ""
        is_model = mark.value >= 100 and not counted and following.isalpha() and following[0].isupper()
        if is_model and designation.is_determined(place, behind, self.lexicon):
            return "name"  # "the 737 Max", "its new 787 Ikarus"
        if low in ("the", "a", "an"):
            return ""
        starts = behind == 0 and words[0].isalpha() and words[0][0].isupper()
        if starts and counted:
            starts = mark.form == "digits" and designation.is_single(place, self.lexicon)  # "East 17 singer Al Ray"
        if starts and following in (",", "(") and designation.is_acronym(words[0]) and mark.form == "digits":
            return "name" if mark.value < _CHART // 10 else ""  # "DST 1, in the north, flowed"
        return "name" if starts and following[:1].isalpha() and designation.is_name_word(low, self.lexicon) else ""

    def _is_written(self, place: Place) -> bool:
        """Whether all the words of a number are written with a capital."""
        return all(word.istitle() and word.isalpha() for word in self.sentence.words[place.first : place.last])

    def _goes_on(self, at: int) -> bool:
        """Whether a word in small letters stands at a token."""
        return at < len(self.sentence) and self.sentence.words[at].isalpha() and self.sentence.words[at].islower()

    def _is_service(self, place: Place) -> bool:
        """Whether names alone stand in the brackets that a number closes: "(GRAY HARBOUR RADIO 2)"."""
        at = place.first - 1
        while at > 0 and place.low(at)[:1].isalpha() and not noun.is_stop(place.low(at), self.lexicon):
            at -= 1
        return place.low(at) == "(" and place.first - at > 2

    def _is_title(self, place: Place) -> bool:
        """Whether a number word has a capital in the midst of small letters: "the Six Nations", "Ocean's Eleven"."""
        words = self.sentence.words
        if not words[place.first][0].isupper() or any(self.upper):
            return False
        previous = place.low(place.first - 1)
        if previous[:1].isalpha():
            # Behind capitals throughout, a headline, a sentence begins.
            return not (words[place.first - 1].isupper() and len(previous) > designation.ACRONYM)
        if previous in HYPHENS and place.first > 2 and place.joined(place.first):
            return words[place.first - 2][0].isupper()  # "Runway Zero-Nine"
        if previous != "," or place.mark.form not in ("words", "one"):
            return previous == "'s"
        return place.following == "," or (place.following.isalpha() and words[place.last][0].isupper())

    def _is_listed(self, place: Place, behind: int) -> bool:
        """Whether the number stands behind one of many names, as in a list of scorers: "Bellamy 72, Petrov 60"."""
        if self._lined is None:
            words = self.sentence.words
            behind_names = [at for at in range(1, len(words)) if words[at].isdecimal() and len(words[at]) < 4]
            found = [at for at in behind_names if words[at - 1].istitle() and words[at + 1 : at + 2] != ["%"]]
            is_long = len(found) > 2 and any(words[at + 1 : at + 2] in ([","], [")"]) for at in found)
            linking = self.classes["roster word"]
            self._lined = 2 if standing.is_roster(self.sentence, self.lexicon, linking) else int(is_long)
        if self._lined == 2:
            return True
        word = self.sentence.words[behind] if behind >= 0 else ""
        if place.low(behind - 1) == "(" and place.low(place.last) == ")" and word[:1].isupper() and not word.isupper():
            return place.low(place.first).isdecimal()
        return bool(self._lined) and word.istitle() and len(place.low(place.first)) < 4

    def _is_capital(self, at: int) -> bool:
        """Whether a token is a capitalised word (not the sentence's first) in a text that uses small letters."""
        word = self.sentence.words[at]
        return not word.islower() and word.isalpha() and at > 0 and word not in ("I", "A") and not self.upper[0]
