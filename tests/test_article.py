"""A text with its figures marked, and what a card says."""

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages import parsed

import newsfigures as nf
from newsfigures import article, fact
from newsfigures.article import Names
from newsfigures.text import Span

TEXT = "Over 100 people died on Friday, the ministry said.\n\nAbout 40 ships left.\nNone came back."


def names(claims):
    return Names(numbers={claim.id: index for index, claim in enumerate(claims)})


def claims_at(text, spans):
    (like,) = nf.extract("Over 100 people died.")
    return [
        attrs.evolve(like, id=f"t:{index}", span=Span(*span), quote=text[span[0] : span[1]])
        for index, span in enumerate(spans)
    ]


def shown(text, claims):
    return parsed(article.whole(text, claims, names(claims), cards=False))


def test_each_figure_is_a_link_to_its_card():
    claims = nf.extract(TEXT, published="2024-12-28")
    page = parsed(article.whole(TEXT, claims, names(claims), cards=True))
    links = [dict(attrs) for tag, attrs in page.tags if tag == "a"]
    cards = [dict(attrs)["id"] for tag, attrs in page.tags if dict(attrs).get("role") == "tooltip"]
    assert [link["href"] for link in links] == [f"#{card}" for card in cards]
    assert [link["aria-describedby"] for link in links] == cards
    assert len(cards) == len(claims)


def test_blank_lines_part_paragraphs():
    page = shown(TEXT, nf.extract(TEXT))
    assert [tag for tag, _ in page.tags].count("p") == 2
    assert page.text == TEXT.replace("\n\n", "")


def test_a_blank_line_within_a_figure_parts_nothing():
    text = "Here are ten\n\nthousand ships."
    page = shown(text, claims_at(text, [(9, 22)]))
    assert [tag for tag, _ in page.tags].count("p") == 1


@pytest.mark.parametrize(
    ("spans", "links"),
    [
        ([(0, 4), (6, 8)], 2),
        ([(0, 4), (4, 8)], 2),
        ([(0, 4), (3, 8)], 1),
        ([(0, 8), (2, 4)], 1),
        ([(0, 4), (0, 4)], 1),
        ([(0, 4), (3, 8), (7, 9), (10, 12)], 2),
        ([(5, 5)], 0),
    ],
)
def test_overlaps_make_one_mark(spans, links):
    text = "abcdefghijklmnop"
    page = shown(text, claims_at(text, spans))
    assert [tag for tag, _ in page.tags].count("a") == links
    assert page.text == text


@given(
    st.text(alphabet=" ab<&\n\u202e\u05d0", min_size=1, max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=6),
)
def test_the_text_is_shown_whole_and_links_never_nest(text, ends):
    spans = [(min(a, b, len(text)), min(max(a, b), len(text))) for a, b in ends]
    claims = claims_at(text, spans)
    markup = article.whole(text, claims, names(claims), cards=False)
    assert "".join(parsed(markup).text.split()) == "".join(text.split())
    depth = 0
    for piece in markup.split("<"):
        depth += piece.startswith("a ")
        depth -= piece.startswith("/a>")
        assert depth in {0, 1}
    ids = [dict(attrs)["id"] for _, attrs in parsed(markup).tags if "id" in dict(attrs)]
    assert len(ids) == len(set(ids)) == sum(start < end for start, end in spans)


def test_a_text_of_other_claims_is_refused():
    with pytest.raises(nf.ArgumentError, match="is not the text of claim"):
        article.whole("Nothing here.", nf.extract(TEXT), Names(), cards=True)


def test_without_the_text_its_sentences_are_shown():
    claims = [
        attrs.evolve(claim, passage=TEXT[claim.sentence.start : claim.sentence.end]) for claim in nf.extract(TEXT)
    ]
    page = parsed(article.excerpts(claims, names(claims), cards=False))
    assert page.text == "Over 100 people died on Friday, the ministry said.About 40 ships left."
    assert [tag for tag, _ in page.tags].count("a") == 2


def test_a_claim_without_its_sentence_has_no_excerpt():
    bare = [attrs.evolve(claim, passage="") for claim in nf.extract(TEXT)]
    assert not any(article.holds(claim) for claim in bare)
    assert parsed(article.excerpts(bare, names(bare), cards=True)).text == ""


@pytest.mark.parametrize(
    ("text", "label", "told"),
    [
        ("Over 100 people died.", "allows", "more than 100"),
        ("Over 100 people died.", "what", "killed"),
        ("Over 100 people died on Friday.", "when", "2024-12-27 (“on Friday”)"),
        ("The ministry said over 100 people died.", "who says", "The ministry"),
        ("Over 100 people died.", "published", "Courier, 2024-12-28"),
        ("Over 100 people died.", "status", "asserted"),
        ("About 40 tonnes of rice arrived.", "allows", "20 to 80 tonnes"),
    ],
)
def test_facts(text, label, told):
    (claim,) = nf.extract(text, published="2024-12-28", source="Courier")
    found = dict(fact.facts(claim))[label]
    assert found.startswith(told) or told.replace("on ", "") in found


def test_reasons_name_words_and_rule():
    (claim,) = nf.extract("Over 100 people died.")
    assert "hedge from “Over” (hedge:more_than)" in fact.reasons(claim.evidence)
