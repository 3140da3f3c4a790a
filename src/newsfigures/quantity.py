"""An interval in a unit, built from numeral, hedge, unit and `Reading`."""

from decimal import Decimal
from typing import final

import attrs

from .evidence import Evidence
from .hedge import Hedge
from .interval import Interval
from .numeral import Numeral
from .text import Span
from .unit import NONE, Unit


@final
@attrs.frozen(kw_only=True)
class Quantity:
    """A bounded amount of something, as the words allow it.

    `stated` are the numbers written, in text order; `entailed` is what the words guarantee and `plausible`, always
    inside it, what a co-operative reader infers; `cancellable` names the ends ("lower", "upper") that a speaker may
    take back without contradiction ("up to 50"); `best` is the stated number when exactly one was stated, else `None`.
    `equivalent` holds the same thing said in other units ("100 miles (161 km)").
    """

    stated: tuple[Numeral, ...]
    hedge: Hedge
    entailed: Interval
    plausible: Interval
    best: Decimal | None = None
    unit: Unit = NONE
    cancellable: tuple[str, ...] = ()
    equivalent: tuple["Quantity", ...] = ()
    span: Span = Span(0, 0)
    text: str = ""
    evidence: tuple[Evidence, ...] = ()


@final
class Mark:
    """A quantity found in a sentence, by tokens; what the readers around the number are handed. Internal.

    Tokens `first` up to `last` are the whole phrase with hedge and unit, `number_first` up to `number_last` the number
    alone; `head` is the token of the counted noun, -1 where there is none.
    """

    __slots__ = ("first", "head", "last", "number_first", "number_last", "quantity")

    def __init__(
        self, quantity: Quantity, first: int, last: int, number_first: int, number_last: int, head: int = -1
    ) -> None:
        self.quantity = quantity
        self.first = first
        self.last = last
        self.number_first = number_first
        self.number_last = number_last
        self.head = head
