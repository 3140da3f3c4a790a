"""How firmly a figure is put: asserted, or something less."""

from enum import Enum


class Status(Enum):
    """The standing of a figure; only asserted and estimated ones take part in agreement."""

    ASSERTED = "asserted"
    ESTIMATED = "estimated"
    ALLEGED = "alleged"
    UNCONFIRMED = "unconfirmed"
    DENIED = "denied"
    FORECAST = "forecast"
    TARGET = "target"
    CAPACITY = "capacity"
    HYPOTHETICAL = "hypothetical"
    RETRACTED = "retracted"
