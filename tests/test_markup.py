"""Markup: what is text stays text."""

import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages import parsed

from newsfigures.markup import Markup, Picture, element, escape


@given(st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc", "Cn"))))
def test_any_text_comes_back_as_it_was(text):
    page = parsed(element("p", text, title=text))
    assert page.text == text
    assert page.tags == [("p", [("title", text)])]


@given(st.text())
def test_any_string_at_all_makes_one_element(text):
    page = element("p", text, title=text)
    assert [tag for tag, _ in parsed(page).tags] == ["p"]
    page.encode("utf-8")


@pytest.mark.parametrize("text", ["\x00", "a\x08b", "\ud800", "\x7f", "\ufffe", "\x9b"])
def test_what_no_page_may_hold_is_replaced(text):
    assert "\ufffd" in escape(text)
    ET.fromstring(element("p", text))  # noqa: S314  (our own text)


def test_markup_is_not_escaped_twice():
    assert element("p", element("b", "1 < 2")) == "<p><b>1 &lt; 2</b></p>"
    assert Markup("<b>") + "<" == "<b>&lt;"


def test_attributes():
    assert element("a", class_="x", aria_label="y", hidden=True, id=None, open=False, width=1.5) == (
        '<a class="x" aria-label="y" hidden width="1.5"></a>'
    )


def test_a_picture_is_as_wide_as_there_is_room():
    drawn = Picture(40, Markup("<g></g>")).drawn()
    assert 'width="100%" height="40"' in drawn
    assert 'role="img"' in drawn
