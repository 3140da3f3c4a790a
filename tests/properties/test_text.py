"""Laws of sentences and tokens over any string."""

from hypothesis import given
from hypothesis import strategies as st

from newsfigures.lexicon import end_words, load
from newsfigures.text import SPACES, bounds, sentences

EN = end_words(load("en"))

PIECES = [
    *("Gen", "U.S", "No", "p.m", "Dec", "e.g", "The", "Navy", "said", "40", "1.3", "12", "11,000", "$3.2bn", "I"),
    *(".", "!", "?", "...", "\u2026", ",", ":", ";", "-", "\u2014", "\u2022", '"', "'", "\u201c", "\u201d", "(", ")"),
    *(" ", " ", " ", "\n", "\n\n", "\r\n", "\t", "\u00a0", "\u200b", "\u2028", "\x0c", "\u00ad", "\u0301", "[1]"),
]
news = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
anything = news | st.text(max_size=60)
WORDS = ["Gen.", "U.S.", "The", "he", "40", "1,250", "said", "died.", "No.", "p.m."]
words = st.lists(st.sampled_from(WORDS), max_size=9)
paragraphs = st.lists(words.map(" ".join), max_size=6)


def split(text):
    return [text[start:end] for start, end in bounds(text, EN)]


@given(anything)
def test_sentences_stand_in_order_and_hold_all_that_is_visible(text):
    at = 0
    for start, end in bounds(text, EN):
        assert at <= start < end <= len(text)
        assert not text[at:start].strip(SPACES)
        assert text[start:end] == text[start:end].strip(SPACES)
        at = end
    assert not text[at:].strip(SPACES)


@given(anything)
def test_tokens_stand_in_order_and_hold_all_that_is_visible(text):
    for index, sentence in enumerate(sentences(text, EN)):
        assert sentence.index == index
        assert len(sentence.words) == len(sentence.lowers) == len(sentence.starts) == len(sentence.ends) > 0
        at = sentence.start
        for word, start, end in zip(sentence.words, sentence.starts, sentence.ends, strict=True):
            assert at <= start < end <= sentence.end
            assert not text[at:start].strip(SPACES)
            assert [c for c in text[start:end] if c not in SPACES] == [c for c in word if c not in SPACES]
            at = end
        assert not text[at : sentence.end].strip(SPACES)


@given(anything)
def test_a_sentence_in_its_document_reads_as_it_does_alone(text):
    for sentence in sentences(text, EN):
        alone = next(sentences(sentence.text, EN))
        assert alone.words[: len(sentence)] == sentence.words[: len(alone)]


@given(paragraphs, st.sampled_from(["\n\n\n", "\n \n", "\r\n\r\n", "\n\n\t\n\n", "\u2029\u2029", "\n\u00a0\n"]), news)
def test_adding_blank_lines_moves_no_meaning(parts, gap, lead):
    text = "\n\n".join(parts)
    assert split(gap.join(parts)) == split(text)
    assert split(gap + text + gap) == split(text)
    blank = lead if not lead.strip(SPACES) else ""
    assert split(blank + text) == split(text)


@given(anything.filter(lambda text: "\r" not in text))
def test_the_kind_of_line_break_changes_nothing(text):
    for kind in ("\r\n", "\r"):
        assert [sentence.replace(kind, "\n") for sentence in split(text.replace("\n", kind))] == split(text)


@given(anything)
def test_sentences_are_read_alike_whatever_follows_a_blank_line(text):
    assert split(f"{text}\n\nSome 40 died.") == [*split(text), "Some 40 died."]
