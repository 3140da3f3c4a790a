"""One person under two measures is counted once, where it is gravest."""

import pytest

from newsfigures import fate, scope
from newsfigures.extraction import extract
from newsfigures.policy import Policy
from newsfigures.report import reconcile

GTD = Policy.named("gtd")
SCOPES = scope.load()


def counts(*texts):
    """Killed and injured, each text a report of its own day."""
    claims = [
        c for n, text in enumerate(texts) for c in extract(text, source=f"paper {n}", published=f"2024-05-{n + 1:02}")
    ]
    report = reconcile(claims, policy=GTD)
    totals = (report.total("killed"), report.total("injured"))
    return tuple(None if found is None or found.best is None else int(found.best) for found in totals)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A boy was found with a head wound. He suffered a leg wound too. He died in hospital.", (1, None)),
        ("Anna Kovac was critically wounded. Kovac was pronounced dead in hospital.", (1, None)),
        ("The guard suffered a gunshot wound. The man died on the way to hospital.", (1, None)),
        ("A clerk died after he was wounded in a raid.", (1, None)),
        ("A clerk who was wounded in a raid has died.", (1, None)),
        ("A girl, 9, was shot in the arm. She died.", (1, None)),
        # two people
        ("A boy was killed and a man was wounded.", (1, 1)),
        ("A man wounded a clerk and killed himself.", (1, 1)),
        ("A boy was killed. His mother was wounded.", (1, 1)),
        ("A boy was killed. A woman was wounded in the same raid.", (1, 1)),
        ("A guard was wounded. Another guard died.", (1, 1)),
        ("Anna Kovac was wounded. Ivan Petrov died in hospital.", (1, 1)),
        ("A suspect was wounded. The victim died in hospital.", (1, 1)),
        ("One guard was killed and one guard was wounded.", (1, 1)),
        ("Two guards were wounded. One cook was killed.", (1, 2)),
        ("Three guards were found dead. All three suffered gunshot wounds.", (3, None)),
        ("Three guards were killed and three were wounded. All three suffered gunshot wounds.", (3, 3)),
        ('"She suffered a wound to the head," a clerk said. A girl was killed.', (1, None)),
        ("He suffered a wound to the head. A girl was killed.", (1, 1)),
        ("Police found a man suffering from a wound, and the victim was pronounced dead.", (1, None)),
        ("Police found a man suffering from a wound, and a victim was pronounced dead.", (1, 1)),
    ],
)
def test_who_is_among_the_dead(text, expected):
    assert counts(text) == expected


def test_a_later_report_tells_of_the_death():
    assert counts("A boy was critically wounded.", "The boy died on Sunday.") == (1, None)
    assert counts("The boy died on Sunday.", "A boy was critically wounded.") == (1, 1)
    assert counts("A boy was wounded and a guard was killed.", "The boy is well. The guard died at once.") == (1, 1)


def test_claims_of_other_measures_are_left_alone():
    claims = list(extract("A boy was wounded. He died. The shop sold 40 lamps."))
    documents = [{"injured": claims[:1], "killed": claims[1:2], "lamp": claims[2:]}]
    assert fate.settled(documents, SCOPES) == [{"injured": [], "killed": claims[1:2], "lamp": claims[2:]}]
