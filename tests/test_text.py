"""Sentences and tokens: where they begin and end, in every shape in which news arrives."""

import sys

import pytest
from counting import calls

from newsfigures.lexicon import end_words, load
from newsfigures.text import LONGEST, NO_WORDS, SPACES, Sentence, Span, bounds, sentences

EN = end_words(load("en"))


def split(text, words=EN):
    return [text[start:end] for start, end in bounds(text, words)]


# "|" stands for the space between two sentences.
SENTENCES = [
    "Some 40 ships left.|Two came back.",
    "About 1.3 million people fled.|Nobody knows.",
    "The index fell to 1,249.6.|It rose later.",
    # abbreviations
    "On Dec. 26 some 40 people died.|It rained.",
    "Gen. Ortega lost 12 tanks.|He fled.",
    "He met Mr. Ray and Mrs. Lowe.|They left.",
    "Lot No. 5 sold for $3m.|No. 6 did not.",
    "He said no.|The vote was lost by 12.",
    "St. Olaf and Ft. Worth sent 40 men.",
    "In fig. 3 the line falls.",
    "The firm, Harbour Inc., cut 300 jobs.|Shares fell.",
    "It was bought by Harbour Inc.|The price was $3m.",
    "It was bought by Harbour Inc. Chairman Ray left.",
    "He lives in Mobile, Ala.|His wife left.",
    "Robert Ray Jr. won 300 votes.",
    "They ate apples, pears, etc.|Then they left.",
    "It was tested, e.g. The Hague sent 12 kits.",
    "Rovers vs. Albion drew 40,000.",
    # initials
    "A U.S. jet fell.|Two died.",
    "Troops left the U.S.|The rest stayed.",
    "The U.S. Navy sent 12 ships.",
    "The U.S. Under-23 team won.",
    "John F. Malley and J. K. Orr sold 40 shares.",
    "He took vitamin C.|The others took none.",
    "It was I.|They knew.",
    # clock times
    "It began at 5 p.m. Monday and 40 came.",
    "It began at 5 p.m. GMT.|It ended at 9.",
    "It began at 5 p.m.|Officers counted 40 people.",
    "It ran from 8 a.m. to 5 p.m. and ended.",
    # acronyms are no abbreviations
    "He left for LA.|Nobody followed.",
    "She used IE.|But 12 per cent did not.",
    # web addresses
    "It was on harbournews.example.|Ray said so.",
    "See Harbour.Example for 40 more.",
    # quotes and brackets
    '"Forty died."|He wept.',
    '"Forty died," he said.|He wept.',
    '"Forty died." said the man.',
    "\u201cForty died.\u201d|He wept.",
    "\u2018Forty died.\u2019|He wept.",
    "He wept.|\u201cForty died.\u201d",
    "(Forty died.)|He wept.",
    "Forty died.[12]|He wept.",
    '"Why?" he asked.|Nobody knew.',
    '"Why?"|The man asked twice.',
    "The film Oh! won 3 prizes.",
    # ellipses
    "It fell... and fell by 12.",
    "It fell...|Then it rose by 12.",
    "It fell\u2026 and fell by 12.",
    "It fell\u2026|Then it rose.",
    "Why?!|Nobody knew.",
    # enumerations
    "1. All 40 men will leave.|2. Nobody returns.",
    "(a) The first 40 left.",
    # capitals
    "GEN. ORTEGA SENT 40 MEN TO THE U.S. EMBASSY.|TWO CAME BACK.",
    "ON 3 DEC. THE REBELS KILLED 12.",
    "LOT NO. 5 WAS SOLD.|LOT 6 WAS NOT.",
    # lower case throughout
    "some 40 ships left the harbour.|two of them came back.",
    "a man from the u.s. embassy and gen. ortega met at 5 p.m. on friday.",
    "An iPhone cost 500 dlrs. in May.",
]


@pytest.mark.parametrize("text", SENTENCES)
def test_sentences(text):
    assert split(text.replace("|", " ")) == text.split("|")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\t\r\n\u00a0\u200b\ufeff ", []),
        ("\ufeffForty died.", ["Forty died."]),
        ("No full stop", ["No full stop"]),
        ("...", ["..."]),
        # a space that was lost
        ("Some 40 died.The rest fled to Halo.Bungie.", ["Some 40 died.", "The rest fled to Halo.Bungie."]),
        ('He called it "a mess."It took 12 days.', ['He called it "a mess."', "It took 12 days."]),
        ("Forty died.\u00a0Two fled.", ["Forty died.", "Two fled."]),
        ("Forty died.\u200b Two fled.", ["Forty died.", "Two fled."]),
        ("Gen.\u00a0Ray met 12\u00a0000 men.", ["Gen.\u00a0Ray met 12\u00a0000 men."]),
        ("Toll rises to 40\n\nForty people died.", ["Toll rises to 40", "Forty people died."]),
        ("Toll rises to 40\r\n\r\nForty people died.", ["Toll rises to 40", "Forty people died."]),
        ("Toll rises to 40\r\rForty people died.", ["Toll rises to 40", "Forty people died."]),
        ("Toll rises to 40\n \t\nForty people died.", ["Toll rises to 40", "Forty people died."]),
        ("Toll rises to 40\u2029Forty people died.", ["Toll rises to 40", "Forty people died."]),
        ("Toll rises to 40\x0cForty people died.", ["Toll rises to 40", "Forty people died."]),
        # lists
        ("Killed: 12\nInjured: 40\nMissing: 3", ["Killed: 12", "Injured: 40", "Missing: 3"]),
        ("- 12 killed\n- 40 injured", ["- 12 killed", "- 40 injured"]),
        ("\u2022 12 killed\n\u2022 about 40 injured", ["\u2022 12 killed", "\u2022 about 40 injured"]),
        ("1. Twelve died.\n2. Forty fled.", ["1. Twelve died.", "2. Forty fled."]),
        ("1) twelve dead\n2) forty hurt", ["1) twelve dead", "2) forty hurt"]),
        # a headline over a long paragraph
        (
            "Toll rises\n" + "Forty people died in the north " * 5 + ".",
            ["Toll rises", ("Forty people died in the north " * 5 + ".")],
        ),
        # short lines that go on
        ("At least 12 people were killed in\nHarbourtown.", ["At least 12 people were killed in\nHarbourtown."]),
        ("The dead numbered\n12 by noon.", ["The dead numbered\n12 by noon."]),
        ("The toll rose to 12,\nand then to 40.", ["The toll rose to 12,\nand then to 40."]),
    ],
)
def test_shapes(text, expected):
    assert split(text) == expected


WRAPPED = """\
    HARBOURTOWN, May 3 - More than 40 people were killed when two
Harbour Line ferries collided in the strait on Monday, the police and
Coast Guard said.
    Some 12 others were brought to the clinic in Port Ray, Officer Ann
Lowe said. The ferries carried 300.
    Net 12 mln vs 14 mln
    Revs 40 mln vs 41 mln
"""


def test_wrapped_lines_with_indented_paragraphs():
    found = [" ".join(sentence.split()) for sentence in split(WRAPPED)]
    dateline, *found = found
    assert dateline.startswith("HARBOURTOWN, May 3 - More than 40 people were killed when two Harbour Line ferries ")
    assert dateline.endswith("strait on Monday, the police and Coast Guard said.")
    assert found == [
        "Some 12 others were brought to the clinic in Port Ray, Officer Ann Lowe said.",
        "The ferries carried 300.",
        "Net 12 mln vs 14 mln",
        "Revs 40 mln vs 41 mln",
    ]


CAPITALS = """\
HARBOURTOWN, 3 MAY (RADIO) -- [TEXT] THE SPOKESMAN OF THE THIRD
BRIGADE SAID ON FRIDAY THAT 40 GUERRILLAS, LED BY ONE COMMANDER ORTEGA
LOPEZ, ATTACKED THE BARRACKS.  GEN.  RAY WAS WOUNDED.

LOSSES

TWELVE SOLDIERS AND NO FEWER THAN 30 REBELS DIED.
"""


def test_a_dispatch_in_capitals():
    found = [" ".join(sentence.split()) for sentence in split(CAPITALS)]
    assert [sentence[:12] for sentence in found] == ["HARBOURTOWN,", "GEN. RAY WAS", "LOSSES", "TWELVE SOLDI"]


def test_all_white_space_is_trimmed():
    assert {c for c in map(chr, range(sys.maxunicode)) if c.isspace()} <= set(SPACES)


def test_without_words_of_a_language():
    assert split("A U.S. jet fell. Gen. Ray fled.", NO_WORDS) == ["A U.S. jet fell.", "Gen.", "Ray fled."]


def test_sentences_count_from_zero():
    found = list(sentences("Forty died. Two fled.", EN))
    assert [(sentence.index, sentence.text) for sentence in found] == [(0, "Forty died."), (1, "Two fled.")]


# Tokens


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("More than 11,000 troops", "More than 11,000 troops"),
        ("$3.2bn, 54K and 5-7%", "$ 3.2 bn , 54 K and 5 - 7 %"),
        ("1'250 and 1\u2019250", "1'250 and 1\u2019250"),
        ("3,000.", "3,000 ."),
        ("1.2.3", "1.2.3"),
        ("the U.S.-led force", "the U.S. - led force"),
        ("at 5 a.m. sharp", "at 5 a.m. sharp"),
        ("Ray's and the rebels' men", "Ray 's and the rebels ' men"),
        ("don't O'Brien", "don't O'Brien"),
        ("half-a-dozen", "half - a - dozen"),
        ("COVID-19", "COVID - 19"),
        ("\u00a35m\u2014\u20ac6m", "\u00a3 5 m \u2014 \u20ac 6 m"),
        ("200m\u00b2", "200 m\u00b2"),
        ("\u0661\u0662 \u0967", "\u0661\u0662 \u0967"),
        ("1/2 \u00bd", "1 / 2 \u00bd"),
        ("snake_case", "snake _ case"),
    ],
)
def test_tokens(text, words):
    assert Sentence(text).words == words.split()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("12\u00a0500 men", ["12\u00a0500", "men"]),
        ("1\u202f250\u2009000 men", ["1\u202f250\u2009000", "men"]),
        ("12\u00a05000", ["12", "5000"]),
        ("11,\u200b000 tro\u00adops", ["11,000", "troops"]),
        ("caf\u0065\u0301 12", ["cafe\u0301", "12"]),
        ("\u200b\u200b", []),
    ],
)
def test_tokens_with_special_spaces(text, words):
    assert Sentence(text).words == words


def test_lower_forms_are_plain_and_offsets_are_not_moved():
    text = "The Rebels\u2019 11,\u200b000 TRO\u00adOPS don\u2019t"
    sentence = Sentence(text)
    assert sentence.lowers == ["the", "rebels", "'", "11,000", "troops", "don't"]
    assert [text[start:end] for start, end in zip(sentence.starts, sentence.ends, strict=True)] == [
        *("The", "Rebels", "\u2019", "11,\u200b000", "TRO\u00adOPS", "don\u2019t")
    ]


def test_a_sentence_in_a_document():
    document = "Nobody knew. Some 40 ships left."
    sentence = list(sentences(document, EN))[1]
    assert (sentence.span(0, 2), sentence.said(0, 2), len(sentence)) == (Span(13, 20), "Some 40", 5)
    assert sentence.span(1, 2).of(document) == "40"
    assert sentence.joined(4)
    assert not sentence.joined(1)
    assert not sentence.joined(0)
    assert not sentence.is_upper
    assert "Some 40 ships" in repr(sentence)


def test_spans():
    assert len(Span(3, 7)) == 4
    assert Span(3, 7).overlaps(Span(6, 9))
    assert not Span(3, 7).overlaps(Span(7, 9))
    assert sorted([Span(3, 7), Span(1, 9), Span(3, 5)]) == [Span(1, 9), Span(3, 5), Span(3, 7)]


# Size


def test_a_sentence_without_end_is_cut_at_white_space():
    text = "Some 40 ships and " * 5_000
    found = split(text)
    assert all(len(sentence) <= LONGEST for sentence in found)
    assert " ".join(found) == text.strip()
    assert [len(sentence) for sentence in split("7" * 25_000)] == [LONGEST, LONGEST, 5_000]


HOSTILE = [
    *(".", ". ", "\n", "\n\n", "\r", "\r\n", " ", "\t\n", "\u00a0\n", "\n\u00a0", "a\n\u00a0\n", "\u2028x", "\x0b\x0c"),
    *("a.b.c.", "a.b.c. ", "U.S. ", "Gen. ", "No. ", "p.m. ", ".)", '."', "...a", ".\u200b", ".[1]", "[", "(. (", "'"),
    *(
        "a'",
        "1,",
        "1\u00a0",
        "a\u200b",
        "\u200b",
        "e\u0301",
        "!",
        "? a",
        "A\n",
        "5\n",
        "abc def,\n",
        "- A\n",
        "aa.A",
        "\ud800",
    ),
]


@pytest.mark.parametrize("unit", HOSTILE, ids=ascii)
@pytest.mark.parametrize("frame", ["{}x", "x. {} Y", "a\n{}\nb"])
def test_any_text_is_read_once(unit, frame):
    """A text ten times as long asks for ten times the calls; one that is read twice over asks for a hundred times."""
    small, large = (frame.format(unit * (size // len(unit))) for size in (400, 4_000))
    assert calls(lambda: cut(large)) < 15 * calls(lambda: cut(small))


def cut(text):
    assert all(sentence.start < sentence.end for sentence in sentences(text, EN))
