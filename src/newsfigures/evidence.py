"""Why a field says what it says: the rule that filled it and the words it stands on."""

from typing import final

import attrs

from .text import Span


@final
@attrs.frozen(init=False)
class Evidence:
    """One reason for one field.

    `field` is the dotted name of what was filled ("hedge", "unit", "attribution.source"), `rule` the identifier of the
    table row or rule, `span` the words in the source text (`None` where the rule stands on no words), `text` those
    words as written.

    >>> Evidence("hedge", "hedge:more_than", Span(0, 9), "more than").rule
    'hedge:more_than'
    """

    field: str
    rule: str
    span: Span | None = None
    text: str = ""

    # By hand, because a claim brings half a dozen: filling the slots takes two thirds of the time of the generated one.
    def __init__(self, field: str, rule: str, span: Span | None = None, text: str = "") -> None:
        _set_field(self, field)
        _set_rule(self, rule)
        _set_span(self, span)
        _set_text(self, text)


_SLOTS = vars(Evidence)
_set_field, _set_rule = _SLOTS["field"].__set__, _SLOTS["rule"].__set__
_set_span, _set_text = _SLOTS["span"].__set__, _SLOTS["text"].__set__
