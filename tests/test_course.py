"""The timeline of a developing figure."""

import datetime as dt
import xml.etree.ElementTree as ET
from decimal import Decimal

import newsfigures as nf
from newsfigures import course
from newsfigures.consensus import Agreement, Consensus, Position, Step
from newsfigures.interval import Interval

SVG = "{http://www.w3.org/2000/svg}"


def step(day, best, event="rise", lower=None, upper=None, status=Agreement.AGREED, positions=()):
    values = {name: None if value is None else Decimal(value) for name, value in (("lower", lower), ("upper", upper))}
    consensus = Consensus(status=status, best=None if best is None else Decimal(best), positions=positions, **values)
    at = None if day is None else dt.date(2024, 5, day)
    return Step(at=at, consensus=consensus, changed_by=(), event=event)


def drawn(*steps):
    return ET.fromstring(course.draw(steps).drawn())  # noqa: S314  (our own picture)


def classes(root):
    return [node.get("class") for node in root.iter() if node.get("class")]


def texts(root, name):
    return [node.text for node in root.iter(f"{SVG}text") if node.get("class") == name]


def test_each_step_is_marked_and_joined():
    root = drawn(step(1, 10, "first"), step(4, 30), step(9, 25, "revised_down"))
    assert classes(root).count("nf-dot") == 3
    assert classes(root).count("nf-course") == 5
    assert texts(root, "nf-value") == ["10", "30", "25"]


def test_days_and_events_are_written_in_english():
    labels = texts(drawn(step(1, 10, "first"), step(4, 30)), "nf-tick")
    assert labels[-4:] == ["1 May", "first report", "4 May", "raised"]


def test_a_contested_step_shows_its_positions_and_no_figure():
    positions = tuple(Position(region=Interval.parse(text), committed=("a",)) for text in ("[10, 12]", "[40, +inf)"))
    root = drawn(step(1, 10, "first"), step(4, None, "contested", status=Agreement.CONTESTED, positions=positions))
    assert classes(root).count("nf-split") == 1
    assert classes(root).count("nf-split nf-endless") == 1
    assert classes(root).count("nf-cross") == 1
    assert texts(root, "nf-value") == ["10"]


def test_a_range_without_limit_has_a_broken_edge():
    assert "nf-span nf-endless" in classes(drawn(step(1, 10, lower=10)))
    assert "nf-span" in classes(drawn(step(1, 10, lower=10, upper=20)))


def test_many_steps_keep_their_marks_and_lose_labels():
    root = drawn(*[step(day, 10 * day) for day in range(1, 31)])
    assert classes(root).count("nf-dot") == 30
    assert 2 <= len(texts(root, "nf-value")) <= 6


def test_undated_and_empty_steps_are_left_out():
    empty = step(3, None, status=Agreement.EMPTY)
    assert [found.at.day for found in course.dated([step(4, 2), step(None, 5), empty, step(2, 1)])] == [2, 4]


def test_a_step_is_told_in_words():
    assert course.told(step(4, 30)) == "2024-05-04: raised, 30"


def test_a_rising_toll_from_its_texts():
    claims = [
        claim
        for day, text in (
            ("2024-05-01", "Police said 12 people were killed."),
            ("2024-05-03", "Police said 30 people were killed."),
        )
        for claim in nf.extract(text, published=day, source=f"Gazette {day}")
    ]
    steps = course.dated(nf.reconcile(claims).timeline("killed"))
    assert [(found.event, found.consensus.best) for found in steps] == [("first", 12), ("rise", 30)]
