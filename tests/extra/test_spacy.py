"""The spaCy component, on blank pipelines and hand-made parses: no model is needed."""

import subprocess
import sys

import attrs
import pytest

import newsfigures as nf

spacy = pytest.importorskip("spacy")
from spacy.tokens import Doc, DocBin  # noqa: E402  (not before it is known to be there)

from newsfigures.extra.spacy import _with_subject  # noqa: E402  (as above)

TEXT = "At least 40 people died on Monday. Damage of $3.2bn was done to the 18-year-old dam."


def pipeline(**config):
    nlp = spacy.blank("en")
    nlp.add_pipe("newsfigures", config=config)
    return nlp


def quotes(doc):
    return [claim.quote for claim in doc._.figures]


def test_the_entry_point_makes_the_name_known():
    code = "import spacy; print(spacy.blank('en').add_pipe('newsfigures'))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.startswith("Figures(")


def test_figures_are_the_claims_of_the_text():
    doc = pipeline(published="2024-03-12", source="Harbour Courier")(TEXT)
    assert doc._.figures == nf.extract(TEXT, published="2024-03-12", source="Harbour Courier")
    assert isinstance(doc._.figures, nf.Claims)


def test_spans_stand_where_the_figures_stand():
    doc = pipeline()(TEXT)
    assert (
        [span.text for span in doc.spans["figures"]] == quotes(doc) == ["At least 40 people", "$3.2bn", "18-year-old"]
    )
    assert [span.label_ for span in doc.spans["figures"]] == [c.measure.id or "figure" for c in doc._.figures]
    assert tuple(span._.figure for span in doc.spans["figures"]) == doc._.figures


def test_a_span_without_a_figure_has_none():
    doc = pipeline()(TEXT)
    assert doc[3:6]._.figure is None
    assert spacy.blank("en")(TEXT)[:3]._.figure is None


def test_a_sentence_has_its_first_figure():
    doc = pipeline()(TEXT)
    assert doc[8:]._.figure == doc._.figures[1]


@pytest.mark.parametrize("text", ["", "   \n", "No figure here.", "40", "5-7%", "\u200b12\u200b men\r\n", "x" * 1000])
def test_any_text_is_read(text):
    doc = pipeline()(text)
    assert len(doc.spans["figures"]) == len(doc._.figures) == len(nf.extract(text))


def test_a_doc_goes_before_the_configuration():
    nlp = pipeline(published="2024-03-12", source="Harbour Courier")
    doc = nlp.make_doc("Four men died on Monday.")
    doc._.published, doc._.source = "2020-07-01", "Island Post"
    (claim,) = nlp(doc)._.figures
    assert (claim.published.isoformat(), claim.source.outlet) == ("2020-07-01", "Island Post")
    assert claim.as_of.first.isoformat() == "2020-06-29"


def test_docs_travel_as_bytes():
    doc = pipeline()(TEXT)
    assert Doc(doc.vocab).from_bytes(doc.to_bytes())._.figures == doc._.figures
    packed = DocBin(store_user_data=True, docs=[doc]).to_bytes()
    (back,) = DocBin(store_user_data=True).from_bytes(packed).get_docs(doc.vocab)
    assert [span._.figure for span in back.spans["figures"]] == list(doc._.figures)


def test_pipelines_are_saved_with_their_configuration(tmp_path):
    pipeline(published="2024-03-12").to_disk(tmp_path)
    (claim,) = spacy.load(tmp_path)("Four men died.")._.figures
    assert claim.published.isoformat() == "2024-03-12"


def test_words_of_ones_own(tmp_path):
    table = tmp_path / "mine.toml"
    row = (
        "[[hedge]]",
        'effect = "at_least"',
        'phrases = ["no smaller than"]',
        'examples = { "no smaller than 4" = "[4, +inf)" }',
    )
    table.write_text("\n".join(row))
    (claim,) = pipeline(tables=[str(table)])("A crowd of no smaller than 40 people came.")._.figures
    assert claim.quantity.hedge is nf.Hedge.AT_LEAST


def test_options_reach_the_reader():
    (claim,) = pipeline(options={"home_currency": "CAD"})("It cost $40.")._.figures
    assert claim.quantity.unit.code == "CAD"


@pytest.mark.parametrize(
    ("config", "error"),
    [
        ({"published": "Monday"}, nf.ArgumentError),
        ({"options": {"date_order": "DDD"}}, nf.ArgumentError),
        ({"options": {"nonsense": 1}}, TypeError),
        ({"tables": ["no such file.toml"]}, nf.LexiconError),
    ],
)
def test_a_wrong_configuration_raises_at_once(config, error):
    with pytest.raises(error):
        pipeline(**config)


def parsed(words, heads, deps, tags):
    """A doc as a parser leaves it, and its figure as it is when the words alone name no subject."""
    nlp = pipeline()
    doc = nlp(Doc(nlp.vocab, words=words.split(), heads=heads, deps=deps.split(), pos=tags.split()))
    (claim,) = nf.extract(doc.text)
    return attrs.evolve(claim, subject=None), doc


def by_parse(claim, doc):
    return _with_subject(claim, doc.spans["figures"][0])


def test_a_parse_settles_the_subject():
    claim, doc = parsed(
        "The old harbour of Maruna swallowed nearly 40 of those .",
        [2, 2, 5, 2, 3, 5, 7, 5, 7, 8, 5],
        "det amod nsubj prep pobj ROOT advmod dobj prep pobj punct",
        "DET ADJ NOUN ADP PROPN VERB ADV NUM ADP PRON PUNCT",
    )
    found = by_parse(claim, doc)
    assert (found.subject.text, found.subject.head, found.subject.modifiers) == ("The old harbour", "harbour", ("old",))
    assert found.subject.span.of(doc.text) == "The old harbour"
    assert found.evidence == (
        *claim.evidence,
        nf.Evidence("subject", "spacy:nsubj", found.subject.span, "The old harbour"),
    )


@pytest.mark.parametrize(
    ("words", "heads", "deps", "tags"),
    [
        ("It swallowed 40 .", [1, 1, 1, 1], "nsubj ROOT dobj punct", "PRON VERB NUM PUNCT"),
        ("Some 40 vanished .", [1, 2, 2, 2], "det nsubj ROOT punct", "DET NUM VERB PUNCT"),
        ("Losses of 40 hurt .", [3, 0, 1, 3, 3], "nsubj prep pobj ROOT punct", "NOUN ADP NUM VERB PUNCT"),
    ],
    ids=["a pronoun", "itself", "around itself"],
)
def test_what_a_parse_does_not_settle_stays_open(words, heads, deps, tags):
    claim, doc = parsed(words, heads, deps, tags)
    assert by_parse(claim, doc) == claim


def test_a_subject_that_is_known_stays():
    words, heads = "In Maruna 40 soldiers died .", [4, 0, 3, 4, 4, 4]
    _, doc = parsed(words, heads, "prep pobj nummod nsubj ROOT punct", "ADP PROPN NUM NOUN VERB PUNCT")
    assert doc._.figures[0].subject.text == "soldiers"
    assert doc._.figures == nf.extract(doc.text)


def test_without_spacy_the_error_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "spacy.language", None)
    monkeypatch.delitem(sys.modules, "newsfigures.extra.spacy", raising=False)
    with pytest.raises(nf.MissingExtraError, match=r'pip install "newsfigures\[spacy\]"'):
        import newsfigures.extra.spacy  # noqa: F401  (the import is what is tested)
