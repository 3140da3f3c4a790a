"""What can go wrong, and the fields that say where.

Every error of this package is a `NewsfiguresError` and also the builtin that a caller would expect. Text never
raises; wrong arguments, rows, files and records do. All errors survive pickling, so a worker can send them home.
"""

from collections.abc import Sequence


class NewsfiguresError(Exception):
    """Root of all errors that this package raises on purpose."""

    _fields: tuple[str, ...] = ()

    def __reduce__(self) -> tuple[object, ...]:
        """Rebuild from the fields, not from the message."""
        return type(self), tuple(getattr(self, name) for name in self._fields)


#: What was given is shown up to this many characters.
_SHOWN = 100


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}..."


class IntervalError(NewsfiguresError, ValueError):
    """An interval whose ends are reversed, empty or not numbers."""

    _fields = ("message",)

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class ArgumentError(NewsfiguresError, ValueError):
    """An argument of the right type whose value cannot be used."""

    _fields = ("argument", "value", "reason")

    def __init__(self, argument: str, value: object, reason: str) -> None:
        super().__init__(f"{argument}: {reason}, got {_shown(value)}")
        self.argument = argument
        self.value = value
        self.reason = reason


class LexiconError(NewsfiguresError, ValueError):
    """A table of words that cannot be used: which file, which row, and why."""

    _fields = ("file", "row", "reason")

    def __init__(self, file: str, row: str, reason: str) -> None:
        super().__init__(f"{file}: {row}: {reason}" if row else f"{file}: {reason}")
        self.file = file
        self.row = row
        self.reason = reason


class UnknownUnitError(NewsfiguresError, LookupError):
    """A unit name that no table knows; `near` lists what is spelled like it."""

    _fields = ("name", "near")

    def __init__(self, name: str, near: Sequence[str] = ()) -> None:
        hint = f"; did you mean {', '.join(map(repr, near))}?" if near else ""
        super().__init__(f"unknown unit {name!r}{hint}")
        self.name = name
        self.near = tuple(near)


class DimensionError(NewsfiguresError, ValueError):
    """Two units that cannot be converted into each other."""

    _fields = ("left", "right", "reason")

    def __init__(self, left: str, right: str, reason: str = "") -> None:
        super().__init__(f"cannot convert {left} to {right}" + (f": {reason}" if reason else ""))
        self.left = left
        self.right = right
        self.reason = reason


class ParseError(NewsfiguresError, ValueError):
    """A phrase given to `parse` that is not exactly one quantity; `str()` draws a caret under the place."""

    _fields = ("message", "source", "start", "end")

    def __init__(self, message: str, source: str, start: int, end: int) -> None:
        super().__init__(message)
        self.message = message
        self.source = source
        self.start = start
        self.end = end

    def __str__(self) -> str:
        """Draw the message, what stands around the span in the source, and a caret under it."""
        first, last = max(0, self.start - _SHOWN // 2), max(self.start, self.end) + _SHOWN // 2
        # In one line, with the caret under its place: tabs and line breaks count as one space.
        source = "".join(c if c.isprintable() else " " for c in self.source[first : min(last, first + 2 * _SHOWN)])
        left, right = "..." * (first > 0), "..." * (first + len(source) < len(self.source))
        caret = " " * (len(left) + self.start - first) + "^" * max(1, min(self.end, first + len(source)) - self.start)
        return f"{self.message}\n    {left}{source}{right}\n    {caret}"


class RecordError(NewsfiguresError, ValueError):
    """A record that is not one of ours: which field, what stood there, and why it cannot be."""

    _fields = ("field", "value", "reason")

    def __init__(self, field: str, value: object, reason: str = "") -> None:
        super().__init__(f"bad record field {field!r}: {reason or 'unexpected value'}, got {_shown(value)}")
        self.field = field
        self.value = value
        self.reason = reason


class ClaimError(NewsfiguresError, ValueError):
    """Claims that cannot be judged together; `item` names which one."""

    _fields = ("item", "reason")

    def __init__(self, item: str, reason: str) -> None:
        super().__init__(f"{item}: {reason}")
        self.item = item
        self.reason = reason


class MissingExtraError(NewsfiguresError, ImportError):
    """An optional library that is not installed."""

    _fields = ("extra",)

    def __init__(self, extra: str) -> None:
        super().__init__(f'needs an optional library: pip install "newsfigures[{extra}]"')
        self.extra = extra


class ExportError(NewsfiguresError, ValueError):
    """What the form asked for cannot say; `reason` names what would be lost."""

    _fields = ("form", "item", "reason")

    def __init__(self, form: str, item: str, reason: str) -> None:
        super().__init__(f"{form} cannot say {item}: {reason}")
        self.form = form
        self.item = item
        self.reason = reason
