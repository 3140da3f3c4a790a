"""A checked text: each figure by its verdict, the worst first."""

import re

import pytest
from pages import parsed

import newsfigures as nf

SOURCE = "Up to 50 people were killed when two ferries collided, police said. Police said 12 people were hurt."
SUMMARY = "Police said 50 people were killed and 14 were hurt. A fire destroyed 40 homes."


def checked(text=SUMMARY):
    return nf.support_all(nf.extract(text), nf.extract(SOURCE))


def test_each_figure_is_marked_by_its_verdict():
    found = checked()
    page = nf.html(found, text=SUMMARY)
    looks = re.findall(r'class="nf-fig( nf-\w+)?"', page)
    expected = {"beyond": " nf-soften", "contradicts": " nf-doubt", "unsupported": " nf-doubt"}
    assert looks == [expected.get(one.verdict.value, "") for one in found]
    for one in found:
        assert f"<b>verdict</b><bdi>{one.verdict.value}</bdi>" in page


def test_the_worst_figure_comes_first():
    ranks = {verdict.value: verdict.rank for verdict in nf.Verdict}
    badges = re.findall(r'class="nf-badge[^"]*">(\w+)<', nf.html(checked()))
    assert [ranks[badge] for badge in badges] == sorted((ranks[badge] for badge in badges), reverse=True)
    assert len(badges) == len(checked())


def test_the_words_of_the_source_are_shown_as_text():
    hostile = "<script>x</script> Police said 12 people were hurt."
    found = nf.support_all(nf.extract("Police said 13 people were hurt."), nf.extract(hostile))
    page = nf.html(found)
    assert "&lt;script&gt;x&lt;/script&gt;" in page
    assert not {tag for tag, _ in parsed(page).tags} & {"script"}


def test_one_verdict_makes_a_page_too():
    assert nf.html(checked()[0]).startswith("<!DOCTYPE html>")


def test_the_title_counts_the_verdicts():
    assert re.search(r"<title>3 figures checked: [^<]*1 unsupported", nf.html(checked()))


@pytest.mark.parametrize("value", [(), (1, 2), (nf.Span(0, 1),)])
def test_any_other_tuple_is_refused(value):
    with pytest.raises(TypeError, match="html takes a tuple only as support_all gives it"):
        nf.html(value)
