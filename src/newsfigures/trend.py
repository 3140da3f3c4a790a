"""Whether a figure is a level, a change or the level before it."""

from enum import Enum


class Trend(Enum):
    """What a figure says of a course: where it stands, how far it moved, or where it stood before."""

    LEVEL = "level"
    RISE = "rise"
    FALL = "fall"
    PREVIOUS = "previous"
