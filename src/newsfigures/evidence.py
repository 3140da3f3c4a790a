"""Why a field says what it says: the rule that filled it and the words it stands on."""

from typing import final

import attrs

from .text import Span


@final
@attrs.frozen
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
