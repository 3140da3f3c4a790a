"""Totals over text of our own, as coders of incidents would count."""

import pytest
from builders import Status, bare, claim

from newsfigures.errors import NewsfiguresError
from newsfigures.extraction import extract
from newsfigures.policy import Policy
from newsfigures.report import reconcile
from newsfigures.total import TotalBasis

GTD = Policy.named("gtd")


def total(*texts, measure="killed", policy=GTD):
    found = [one for number, text in enumerate(texts) for one in extract(text, source=f"paper {number}")]
    return reconcile(found, policy=policy).total(measure)


def best(*texts, **options):
    found = total(*texts, **options)
    return None if found is None or found.best is None else int(found.best)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nine villagers were killed in the attack.", 9),
        ("Eleven raiders and six guards were killed.", 17),
        ("Nine villagers, including six children, were killed.", 9),
        ("At least nine men, including three guards and six raiders, were killed.", 9),
        ("Nine people were killed. The nine people were buried on Monday.", 9),
        ("Four soldiers were killed. Two civilians were also killed.", 6),
        ("Four soldiers were killed. Two more soldiers died later.", 6),
        ("Four villagers were killed. Three of the villagers were farmers.", 4),
        ("Two villagers were killed, officials said first. Nine people were killed in all.", 9),
        ("Nine villagers were killed. Rebels fled while two other villagers hid.", 9),
        ("Four villagers, some of them cooks, were two among the four killed.", 4),
        ("Raiders killed a baker, his sister, and their cook.", 3),
        ("Raiders killed Anna Kovac, a judge.", 1),
        ("Raiders killed a man, the head of a school, and hurt two others.", 1),
        ("Two guards were killed. Another guard died later.", 3),
        ("Three security personnel were killed. The army killed two rebels.", 5),
        ("A guard was killed. Three guards were killed in all.", 3),
        ("Petrov was killed. A guard was killed as well.", 2),
        ("Nine villagers were killed. In addition, a guard was killed.", 10),
        ("The bomber and one man were killed.", 2),
        ("A third raider was shot dead. In addition to the three raiders, 80 people were killed.", 83),
        ("Four civilians were reported dead in a raid that killed 11 people.", 11),
        ("Four guards died in a raid that also killed 11 people.", 15),
        ("Up to 23 farmers were killed in Karsa, bringing the weekend death toll to 61.", 23),
        ("Three people died on Monday, bringing the death toll to 12.", 12),
        ("The Herald claimed that the raid killed eight people, while the Post claimed that it killed 40 people.", 40),
        ("Police said that five people died, and doctors said that two more people died.", 7),
        ("Up to 4-5 rebels were killed.", 4),
        ("Two rebels were killed in a car. A man fled into a shop, and a shell hit it, killing him and two clerks.", 5),
        ("Anna Kovac was killed. A shell had hit her car, killing her and two clerks.", 1),
        ("Four people shot, two dead in Orla", 2),
        ("Six guests were shot and one guest was stabbed to death on Friday.", 1),
        ("Three people were driving home. A missile ended their lives.", 3),
        ("Three people risked their lives.", None),
        ("Nobody was killed.", 0),
        ("The ministry expects 40 people to be killed.", None),
        ("The shop sold 40 lamps.", None),
    ],
)
def test_one_report(text, expected):
    assert best(text) == expected


def test_a_sum_names_its_parts():
    found = total("Fifteen assailants and eight soldiers were killed.")
    assert (found.basis, len(found.parts)) == (TotalBasis.SUMMED, 2)
    stated = total("Nine villagers were killed.")
    assert (stated.basis, len(stated.parts)) == (TotalBasis.STATED, 1)


def test_ends_add_up_too():
    found = total("At least fifteen assailants and eight soldiers were killed.")
    assert (found.lower, found.best, found.upper) == (23, 23, None)


def test_what_may_be_a_part_widens_the_range():
    found = total("Nine villagers were killed. Two farmers were killed.")
    assert (found.lower, found.best, found.upper) == (9, 9, 11)
    assert any("may be a part" in reason for reason in found.reasons)


def test_a_toll_may_count_the_attacker_or_not():
    found = total("Eight bakers were killed. A bomber came to the inn and blew himself up.")
    assert (found.lower, found.best, found.upper) == (8, 9, 9)


@pytest.mark.parametrize(
    ("text", "policy", "ends"),
    [
        ("It was one of three coordinated raids. Nine soldiers were killed.", GTD, (3, 3, 9)),
        ("This was one of two linked attacks. Nine soldiers were killed.", GTD, (4, 5, 9)),
        ("This was one of three attacks. Nine soldiers were killed.", Policy.named("neutral"), (3, 9, 9)),
        ("Nine soldiers were killed. This was one of three attacks.", GTD, (9, 9, 9)),
    ],
)
def test_several_events_may_share_a_figure(text, policy, ends):
    found = total(text, policy=policy)
    assert (found.lower, found.best, found.upper) == ends
    assert any("several events" in reason for reason in found.reasons) is (ends[0] < 9)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Clashes over the past three days left 48 soldiers dead.", (16, 48, 48)),
        ("At least 100 people were killed in the raids from 11/5-15/5.", (20, 100, None)),
        ("Five guards were killed over the consecutive days of siege.", (0, 5, 5)),
        ("Raiders killed six bakers in two separate incidents.", (3, 6, 6)),
        ("Six farmers were killed in a wave of violence in Losk and Dorva.", (3, 6, 6)),
        ("Six people were killed in clashes in Losk, Dorva and Mirny.", (2, 6, 6)),
        ("Six people were killed in a clash between Losk and Dorva.", (6, 6, 6)),
        ("Six people were killed in a raid on Monday and Tuesday was quiet.", (6, 6, 6)),
        ("Six people were killed in Losk by raiders of three different tribes.", (6, 6, 6)),
    ],
)
def test_a_figure_may_be_that_of_several_days_or_places(text, ends):
    found = reconcile(extract(text, published="2024-05-06"), policy=GTD).total("killed")
    assert (found.lower, found.best, found.upper) == ends


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        (
            "The ministry said 25 people were killed, but other sources reported that at least 37 were killed.",
            (25, 25, None),
        ),
        ("Six bakers were killed. Another report said that nine people were killed.", (6, 6, 9)),
        ("Two bakers were killed, bringing the toll of the war to 90.", (2, 90, 90)),
        ("A clerk was killed. A cook was killed.", (1, 1, 2)),
        ("Three guards were killed at once and three died in hospital.", (3, 6, 6)),
        ("A bomber blew himself up, killing eight bakers.", (8, 9, 9)),
        ("A suicide attack killed nine bakers.", (9, 9, 10)),
        ("A clerk and Losk villagers were killed.", (1, 1, None)),
        ("A clerk and his helper were killed.", (2, 2, 2)),
        ("A clerk and two villagers were killed.", (3, 3, 3)),
        ("The rebels claimed to have killed nine guards.", (0, 9, 9)),
        ("Nine guards were killed. The rebels claimed to have killed two bakers as well.", (9, 11, 11)),
        ("A suicide attack hurt nine bakers. Nobody was killed.", (0, 0, 0)),
        ("Gunmen killed villagers, among them a clerk.", (1, 1, None)),
        ("Sixteen rebels were killed after one soldier was killed by a mine.", (16, 17, 17)),
        ("Two bakers were killed. Police said that nine people were killed in all.", (2, 9, 9)),
        ("Nine rebels were killed. Villagers disputed that, saying that twelve bakers were killed.", (9, 9, 12)),
        ("A member of the guild and president of the club, were killed.", (1, 2, 2)),
        ("A clerk and also the head of the guild was killed.", (1, 1, 2)),
        ("A clerk and the head of the guild were killed.", (2, 2, 2)),
        ("Four bakers were killed in Losk, 3 in Dorva, and 2 in Mirny.", (2, 9, 9)),
        ("Five rebels were killed, injured or captured.", (0, None, 5)),
        ("Raiders killed two bakers in separate incidents.", (0, 2, 2)),
        ("The bomber and one baker were killed.", (2, 2, 2)),
    ],
)
def test_ends_hold_the_other_reading(text, ends):
    found = total(text)
    assert (found.lower, found.best, found.upper) == ends


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Clashes went on, with 12 soldiers killed or wounded.", (0, None, 12)),
        ("Clashes went on, with several soldiers killed or wounded.", (0, None, None)),
        ("The army took 35 casualties while four rebels were killed.", (4, 4, 35)),
        ("The army took 35 casualties. Five soldiers died and 30 were injured.", (5, 5, 5)),
        ("A clerk was killed. The cook died in hospital.", (1, 1, 2)),
        ("A clerk was killed. The victim died in hospital.", (1, 1, 1)),
    ],
)
def test_those_not_told_apart_leave_the_ends_open(text, ends):
    found = total(text)
    assert (found.lower, found.best, found.upper) == ends


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Five bakers (two men, two women, and one child) were killed.", 5),
        ("Raiders killed three bakers, two with ties to the guild.", 3),
        ("Eight bakers were killed, five from Losk and three from Dorva.", 8),
        ("Raiders killed four chiefs, three who were known as thieves.", 4),
        ("Two armed men fired at the guards, and one of the raiders was killed.", 1),
        ("A chief, and three of his guards were killed.", 4),
        ("One man and one woman died at once while two other victims died in hospital.", 4),
        ("In the Losk district, Dorva, a clerk and a woman were shot dead.", 2),
        ("In Losk, Dorva in Mirny, two guards and one baker were killed.", 3),
        ("A student of the Losk Science and Technology University in Dorva was killed.", 1),
        ("Rioters lynched two suspects, they further burned a shop.", 2),
        ("Anton Petrov and Anna Kovac - two bakers - were shot dead.", 2),
        ("Officials reported that five guards were killed and that also four rebels were killed.", 9),
        ("A crowd marched over the death of a baker. One man was killed.", 1),
    ],
)
def test_parts_of_a_figure_add_nothing(text, expected):
    assert best(text) == expected


def test_what_a_protest_is_about_is_no_part_of_it():
    text = "Thousands marched against the killing of two farmers."
    assert best(text) is None
    assert best(f"{text} One man was killed in the march.") == 1


def test_reports_that_differ():
    texts = ("Nine people were killed.", "Twelve people were killed.")
    assert best(*texts) == 12
    assert best(*texts, policy=Policy.named("acled")) == 9
    assert best(*texts, policy=Policy.named("neutral")) is None
    found = total(*texts)
    assert (found.lower, found.upper) == (9, 12)
    assert "documents differ" in found.reasons
    assert best(*texts, "Nine people died.", policy=Policy.named("neutral")) == 9


def test_the_latest_report_counts():
    found = [
        *extract("Nine people were killed.", published="2024-05-03", source="late"),
        *extract("Twelve people were killed.", published="2024-05-01", source="early"),
    ]
    assert reconcile(found, policy=GTD).total("killed").best == 9


def test_a_late_report_counts_if_it_states_a_number():
    """A rising toll is believed; who only names one of the dead says nothing of the rest."""
    early = [extract("Nine people were killed.", published="2024-05-01", source=name) for name in "abc"]
    told = [claim for found in early for claim in found]
    higher = extract("Twelve people were killed.", published="2024-05-03", source="late")
    named = extract("Anna Kovac was killed.", published="2024-05-03", source="late")
    assert reconcile([*told, *higher], policy=GTD).total("killed").best == 12
    assert reconcile([*told, *named], policy=GTD).total("killed").best == 9


def test_whoever_was_shot_and_lived_was_injured():
    text = "Four people were shot. One person was killed."
    assert best(text, measure="injured") == 3
    assert best("Four people were shot.", measure="killed") is None


def test_the_rest_of_the_casualties():
    text = "There were 20 casualties. Six people were killed."
    assert best(text, measure="injured") == 14


def test_an_alleged_figure_counts_and_says_so():
    found = reconcile([claim(bare(9), "a", status=Status.ALLEGED)], policy=GTD).total("killed")
    assert found.best == 9
    assert found.reasons == ("a figure that is only alleged was counted",)
    assert reconcile([claim(bare(9), "a", status=Status.DENIED)]).total("killed") is None


def test_order_changes_nothing():
    found = list(extract("Fifteen assailants and eight soldiers were killed. Two civilians were also killed."))
    expected = reconcile(found).total("killed")
    assert reconcile(found[::-1]).total("killed") == expected


def test_what_is_far_down_is_of_another_event():
    filler = "The road to the harbour was closed for repairs. " * 25
    assert best(f"{filler} Nine people were killed there last year.") is None


def test_a_measure_that_is_no_name_is_refused():
    with pytest.raises((TypeError, NewsfiguresError)):
        reconcile([]).total(12)
    assert reconcile([]).total("killed") is None


@pytest.mark.parametrize(
    ("texts", "lower", "upper"),
    [
        (("Over 100 people were killed.", "At least 126 people were killed."), 126, None),
        (("At least 126 people were killed.", "Over 100 people were killed."), 126, None),
        (("Over 100 people were killed.", "About 60 people were killed."), 101, None),
        # a figure that denies the sharper floor leaves it open
        (("Over 100 people were killed.", "At least 126 people were killed.", "It killed 118 people."), 118, None),
        (("Nine people were killed.", "Twelve people were killed."), 9, 12),
        # of two reports of one day neither outranks the other
        (("At least four people were killed.", "Nine people were killed."), 4, None),
        (("Four to nine people were killed.", "Nine people were killed."), 4, 9),
        (("Up to seven people were killed.", "Nine people were killed."), 0, 9),
    ],
)
def test_the_sharpest_floor_that_holds_wins(texts, lower, upper):
    found = total(*texts)
    assert (found.lower, found.upper) == (lower, upper)


def test_a_floor_of_what_may_fall_may_be_outdated():
    assert total("Over 40 people were missing.", "At least 45 people were missing.", measure="missing").lower == 41
