"""The page around a picture: one file that asks nobody for anything and runs no script."""

import functools
from pathlib import Path
from typing import Final

from .markup import Markup, Picture, element

_INSET: Final = 'x="1.5%" y="6"'
_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


@functools.cache
def style() -> Markup:
    """Return the rules that all pictures share; every one is held within the class `nf`."""
    rules = Path(__file__).with_name("style.css").read_text(encoding="utf-8")
    return Markup(f"<style>{rules}</style>")


def page(title: str, body: Markup) -> str:
    """Return a page that stands alone."""
    head = Markup.join_all(
        [
            Markup('<meta charset="utf-8">'),
            Markup(f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'),
            Markup('<meta name="viewport" content="width=device-width, initial-scale=1">'),
            Markup('<meta name="color-scheme" content="light dark">'),
            element("title", title),
            style(),
        ]
    )
    skip = element("a", "Skip to the figures", class_="nf-skip", href="#figures")
    inside = element("main", element("h1", title, dir="auto"), body, id="figures", tabindex="-1")
    return f'<!DOCTYPE html>\n<html lang="en"><head>{head}</head><body class="nf">{skip}{inside}</body></html>\n'


def fragment(body: Markup) -> str:
    """Return a picture to stand within somebody else's page, such as a notebook."""
    return element("div", style(), body, class_="nf")


def drawing(picture: Picture, width: int) -> str:
    """Return a picture as a file of its own, with its rules inside and a ground behind it."""
    ground = '<rect width="100%" height="100%" style="fill:var(--panel)"/>'
    inside = Markup(f"{style()}{ground}{picture.drawn('97%', place=_INSET)}")
    return f"{Picture(picture.height + 12, inside).drawn(str(width)).replace('nf-plot', 'nf nf-plot', 1)}\n"
