"""Elements of a page as text: whatever is not an element already is escaped."""

import re
from typing import Final, NamedTuple, Self, final

#: What would end a text or an attribute early, and what no page may hold: control characters and lone surrogates.
_SPECIAL: Final = re.compile("[&<>\"'\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_ESCAPES: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"}
_IMAGE: Final = 'role="img"'
_REPLACEMENT: Final = "\ufffd"


@final
class Markup(str):
    """Text that is markup already, and so is written as it is."""

    __slots__ = ()

    def __add__(self, other: str) -> "Markup":
        """Join; what is not markup is escaped."""
        return Markup(str.__add__(self, escape(other)))

    @classmethod
    def join_all(cls, parts: "list[Markup]", between: str = "") -> Self:
        """Join elements, with markup between."""
        return cls(between.join(parts))


class Picture(NamedTuple):
    """What stands within a drawing, and how high it is; it is as wide as there is room."""

    height: int
    inside: Markup

    def drawn(self, width: str = "100%", *, place: str = "") -> Markup:
        """Return the drawing; one with a place stands in another drawing."""
        return Markup(
            f'<svg class="nf-plot" {place or _IMAGE} width="{width}" height="{self.height}"'
            f' xmlns="http://www.w3.org/2000/svg">{self.inside}</svg>'
        )


def escape(text: str) -> Markup:
    """Return a text as markup that shows it, in an element or an attribute.

    >>> escape('<b title="x">')
    '&lt;b title=&quot;x&quot;&gt;'
    """
    if isinstance(text, Markup):
        return text
    if _SPECIAL.search(text) is None:
        return Markup(text)
    return Markup(_SPECIAL.sub(_escaped, text))


def _escaped(match: re.Match[str]) -> str:
    return _ESCAPES.get(match.group(), _REPLACEMENT)


def element(name: str, /, *children: str, **attributes: str | float | bool | None) -> Markup:
    """Return an element; `class_` is written class, an underscore a hyphen, and `None` or `False` leaves out.

    >>> element("p", "5 < 6", class_="note", hidden=False)
    '<p class="note">5 &lt; 6</p>'
    """
    head = name
    for key, value in attributes.items():
        if value is None or value is False:
            continue
        spelt = key.rstrip("_").replace("_", "-")
        if value is True:
            head += f" {spelt}"
        else:
            head += f' {spelt}="{escape(value) if isinstance(value, str) else f"{value:g}"}"'
    return Markup(f"<{head}>{''.join([escape(child) for child in children])}</{name}>")
