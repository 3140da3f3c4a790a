"""A component for spaCy pipelines: `nlp.add_pipe("newsfigures")`.

It fills `doc._.figures` with the claims of the text and `doc.spans["figures"]` with a span for each, in the same order;
`span._.figure` is the claim that stands there. It needs no model. Where a dependency parser ran before it, a claim
whose subject the words around it do not settle gets the subject of the verb that governs it.
"""

from collections.abc import Mapping, Sequence
from typing import Any, final

import attrs

import newsfigures as nf

try:
    from spacy.language import Language
    from spacy.tokens import Doc, Span
except ImportError as error:
    raise nf.MissingExtraError("spacy") from error

_RECORDS = "newsfigures"


@final
@attrs.frozen
class Figures:
    """The component; what `doc._.published` and `doc._.source` say goes before its own defaults."""

    published: str | None
    source: str | None
    options: Mapping[str, Any]

    def __call__(self, doc: Doc) -> Doc:
        """Read one document."""
        when, outlet = doc._.published or self.published, doc._.source or self.source
        claims = nf.extract(doc.text, published=when, source=outlet, **self.options)
        spans = [_span(doc, claim) for claim in claims]
        if doc.has_annotation("DEP"):
            claims = nf.Claims(map(_with_subject, claims, spans))
        # As records: a doc that travels to another process or to a disk takes plain values only.
        doc.user_data[_RECORDS] = [nf.to_record(claim) for claim in claims]
        doc.spans["figures"] = spans
        return doc


def create(
    nlp: Language,  # noqa: ARG001  (spaCy gives both by name)
    name: str,  # noqa: ARG001  (as above)
    published: str | None = None,
    source: str | None = None,
    tables: Sequence[str] = (),
    options: Mapping[str, Any] | None = None,
) -> Figures:
    """Build the component; `tables` are paths of one's own words, `options` what else `extract` takes."""
    lexicon = nf.load()
    for path in tables:
        lexicon = lexicon.extend(path)
    known = {"lexicon": lexicon, **(options or {})}
    nf.extract("", published=published, source=source, **known)  # a wrong option raises here, not at the first text
    return Figures(published, source, known)


def _span(doc: Doc, claim: nf.Claim) -> Span:
    label = claim.measure.id or "figure"
    return doc.char_span(claim.span.start, claim.span.end, label=label, alignment_mode="expand")


def _with_subject(claim: nf.Claim, span: Span) -> nf.Claim:
    """Give a claim without subject that of the nearest verb above it, unless the figure is part of that subject."""
    if claim.subject is not None:
        return claim
    heads = (head for verb in span.root.ancestors for head in verb.lefts if head.dep_.startswith("nsubj"))
    head = next((head for head in heads if head not in span and head.pos_ != "PRON"), None)
    if head is None or head.is_ancestor(span.root):
        return claim
    phrase = span.doc[head.left_edge.i : head.i + 1]
    modifiers = tuple(token.text for token in phrase[:-1] if token.pos_ != "DET")
    at = nf.Span(phrase.start_char, phrase.end_char)
    subject = nf.Subject(phrase.text, head.lemma_ or head.text, at, modifiers)
    reason = nf.Evidence("subject", f"spacy:{head.dep_}", at, phrase.text)
    return attrs.evolve(claim, subject=subject, evidence=(*claim.evidence, reason))


def _figures(doc: Doc) -> nf.Claims:
    return nf.Claims(map(nf.from_record, doc.user_data.get(_RECORDS, ())))


def _figure(span: Span) -> nf.Claim | None:
    """Return the first claim that stands within the span."""
    records = span.doc.user_data.get(_RECORDS, ())
    within = (r for r in records if span.start_char <= r["span"][0] and r["span"][1] <= span.end_char)
    return next(map(nf.from_record, within), None)


Language.factory("newsfigures", assigns=["doc._.figures", "doc.spans"], default_config={})(create)
Doc.set_extension("figures", getter=_figures, force=True)
Span.set_extension("figure", getter=_figure, force=True)
for _name in ("published", "source"):
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, default=None)
