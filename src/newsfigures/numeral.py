"""Number expressions, in digits or words, as exact decimals with their stated precision."""

from decimal import Decimal
from fractions import Fraction
from typing import final

import attrs

from .text import Span


@final
@attrs.frozen
class Numeral:
    """A number as written.

    `written_place` is the place value of the last written digit and `nonzero_place` that of the last digit that is not
    zero, both with the scale word applied: "1.30 million" has 10000 and 100000. `ratio` is the exact fraction where
    one was written ("a third"), of which `value` is then the decimal.
    """

    value: Decimal
    written_place: Decimal
    nonzero_place: Decimal
    span: Span
    ratio: Fraction | None = None
