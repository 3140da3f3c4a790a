"""The page: whole, closed, and safe whatever the text."""

import copy
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages import parsed

import newsfigures as nf
from newsfigures.consensus import Agreement, Consensus

TEXTS = {
    "a": "The health ministry said 40 people were killed in Orun. Over 100 were injured.",
    "b": "Rescuers said 95 people were killed in Orun. About 20 tonnes of food arrived.",
}
HOSTILE = (
    '<script>hacked=1</script> "Over 100" <img src=x onerror=hacked=1> people died, </a></p></style> '
    "the min'istry & co said. \u202e\u05e9\u05dc\u05d5\u05dd 3,000 people were injured ]]> <!-- \x00 \ud800"
)
VOID = {"meta"}


def report(texts=TEXTS):
    claims = [
        claim
        for name, text in texts.items()
        for claim in nf.extract(text, published="2024-05-02", source=nf.Source(outlet=f"Paper {name}", document=name))
    ]
    return nf.reconcile(claims)


def values():
    found = report()
    claims = found.claims
    yield from (found, claims, claims[0], claims[0].quantity, found.groups[0], found.groups[0].consensus)
    yield from (nf.Claims(), nf.reconcile(()), Consensus(status=Agreement.EMPTY), nf.parse("up to 40 tonnes"))


@pytest.mark.parametrize("value", list(values()), ids=lambda value: type(value).__name__)
def test_every_value_makes_a_whole_page(value):
    page = nf.html(value)
    assert page.startswith('<!DOCTYPE html>\n<html lang="en">')
    assert page.endswith("</html>\n")
    assert balanced(page)
    assert "<script" not in page
    assert not re.search(r'(?:src|href)="(?!#)', page)


def balanced(page):
    open_ = []
    for closing, name, rest in re.findall(r"<(/?)([a-zA-Z0-9]+)([^>]*)>", page):
        if closing:
            assert open_.pop() == name
        elif name not in VOID and not rest.endswith("/"):
            open_.append(name)
    return not open_


def test_the_same_value_makes_the_same_page():
    assert nf.html(report()) == nf.html(copy.deepcopy(report()))


def test_names_of_elements_are_unique_and_links_lead_somewhere():
    found = report()
    for page in (nf.html(found), nf.html(found, text=TEXTS), nf.html(found, fragment=True)):
        ids = re.findall(r' id="([^"]+)"', page)
        assert len(ids) == len(set(ids))
        assert set(re.findall(r'(?:href="#|aria-describedby=")([^"]+)"', page)) <= set(ids)


def test_pictures_of_one_notebook_do_not_share_names():
    left, right = (set(re.findall(r' id="([^"]+)"', nf.html(claims, fragment=True))) for claims in (
        nf.extract(TEXTS["a"]), nf.extract(TEXTS["b"])
    ))  # fmt: skip
    assert left
    assert not left & right


@pytest.mark.parametrize("make", [lambda: report().claims, report, lambda: report().groups[0].consensus])
def test_notebooks_show_a_piece_of_a_page(make):
    shown = make()._repr_html_()
    assert shown.startswith('<div class="nf"><style>')
    assert "<html" not in shown


def test_the_article_is_shown_whole_when_given():
    page = nf.html(nf.extract(TEXTS["a"] + "\n\nNothing more."), text=TEXTS["a"] + "\n\nNothing more.")
    assert "Nothing more." in page
    assert nf.html(report(), text=TEXTS).count('class="nf-text"') == 2


def test_a_title_is_written_as_text():
    assert "<title>A &lt;b&gt; B</title>" in nf.html(report(), title="A <b> B")


@pytest.mark.parametrize("text", [7, b"x", ["x"]])
def test_a_wrong_text_is_refused(text):
    with pytest.raises(TypeError, match="text must be"):
        nf.html(report(), text=text)


def test_another_text_is_refused():
    with pytest.raises(nf.ArgumentError):
        nf.html(nf.extract(TEXTS["a"]), text="Something else.")


@pytest.mark.parametrize("value", ["text", None, 3, Decimal(3), ["x"]])
def test_what_cannot_be_shown_is_refused(value):
    with pytest.raises(TypeError, match="html takes"):
        nf.html(value)
    with pytest.raises(TypeError, match="drawn of"):
        nf.svg(value)


def test_hostile_text_stays_text():
    claims = nf.extract(HOSTILE, source=nf.Source(outlet=HOSTILE, document="x"))
    assert claims
    for page in (nf.html(claims, text=HOSTILE), nf.html(nf.reconcile(claims), text={"x": HOSTILE}, title=HOSTILE)):
        page.encode("utf-8")
        tags = {tag for tag, _ in parsed(page).tags}
        assert not tags & {"script", "img"}
        assert not [name for _, attrs in parsed(page).tags for name, _ in attrs if name.startswith("on")]
        assert balanced(re.sub(r"<style>.*?</style>", "", page, flags=re.DOTALL))


@given(st.text(alphabet="<>&\"'/ab 0123,.%\n\u202e\u05d0\x00", max_size=60))
def test_any_text_makes_a_page(text):
    page = nf.html(nf.extract(text), text=text)
    assert not {tag for tag, _ in parsed(page).tags} & {"script", "img"}
    page.encode("utf-8")


def test_a_page_forbids_all_scripts_and_all_else_from_outside():
    assert "default-src 'none'" in nf.html(report())


def many(count):
    text = " ".join(f"Police said {1000 + number} people were injured." for number in range(count))
    return text, nf.extract(text, published="2024-05-02", source="Courier")


def test_two_hundred_claims_stay_small():
    text, claims = many(200)
    assert len(claims) == 200
    assert len(nf.html(claims, text=text).encode()) < 300_000


def test_a_picture_is_a_file_of_its_own():
    found = report()
    for value in (found.of("killed")[0], found.of("killed")[0].consensus, found.timeline("killed")):
        picture = nf.svg(value, width=500)
        root = ET.fromstring(picture)  # noqa: S314  (our own picture)
        assert root.get("width") == "500"
        assert int(root.get("height")) > 40
        assert root.find("{http://www.w3.org/2000/svg}style") is not None


def test_contested_figures_come_first():
    page = nf.html(report({**TEXTS, "c": "Police said 95 people were killed in Orun. Over 100 were injured."}))
    badges = re.findall(r'class="nf-badge nf-(\w+)"', page)
    assert badges == sorted(badges, key=lambda badge: badge != "contested")


@pytest.mark.parametrize("verb", ["html", "svg", "render", "forest", "explain"])
def test_a_verb_stays_a_verb_whatever_was_loaded_before(verb):
    # Were there a module of the verb's name, importing it would hide the verb.
    script = (
        "import newsfigures as nf, pkgutil, importlib\n"
        "for found in pkgutil.iter_modules(nf.__path__):\n"
        "    if found.name not in ('__main__', 'extra'): importlib.import_module(f'newsfigures.{found.name}')\n"
        f"assert callable(nf.{verb}), nf.{verb}"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


def test_a_toll_that_one_source_raises_has_its_timeline():
    found = [
        claim
        for day, toll in (("2024-05-01", 40), ("2024-05-02", 64), ("2024-05-04", 87))
        for claim in nf.extract(
            f"Police said {toll} people were killed.", published=day, source=nf.Source(document=day)
        )
    ]
    page = nf.html(nf.reconcile(found))
    assert "how it developed" in page
    assert page.count('class="nf-dot"') == 3
    assert "Said by one source" not in page
