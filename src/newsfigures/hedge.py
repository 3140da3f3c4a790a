"""Which words hedge which numeral, and the rule each names."""

from enum import Enum


class Hedge(Enum):
    """What the words beside a numeral do to it."""

    NONE = "none"
    EXACTLY = "exactly"
    MORE_THAN = "more_than"
    AT_LEAST = "at_least"
    LESS_THAN = "less_than"
    AT_MOST = "at_most"
    UP_TO = "up_to"
    NEARLY = "nearly"
    JUST_OVER = "just_over"
    JUST_UNDER = "just_under"
    WELL_OVER = "well_over"
    WELL_UNDER = "well_under"
    ABOUT = "about"
    ORDER_OF = "order_of"
    RANGE = "range"
    VAGUE = "vague"
