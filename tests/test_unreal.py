"""Deeds that befell nobody, beside those that did: each pair of sentences differs by what makes the deed unreal."""

import pytest

import newsfigures as nf

NOBODY = [
    # wished, forbidden, asked
    "She begged him not to die.",
    "Don't shoot him.",
    "Did you shoot him?",
    "Shoot him!",
    # supposed, and told as a rule
    "If the driver is hurt, the race stops.",
    "It is unclear whether a guard was killed.",
    "Where an offender is convicted, the court must sit again.",
    "When a tenant dies, the lease ends.",
    "It is about a husband who murders a wife.",
    "Every hour a sailor drowns.",
    "He was told to leave unless he could prove he was hurt.",
    "She must show that she was injured.",
    # what a story tells
    "When her brother is shot she flees to sea.",
    "After his mother is killed, he joins a gang of bears.",
    "In the play, a maid is murdered by her lover.",
    "In the final episode a nurse dies of grief.",
    # who did it to others
    "The guard shot fleeing thieves.",
    # a country that is called so
    "Dorva was the sick man of the north.",
    # parts of names
    "Lynch herself was a partner.",
    "Petrov (Ill.) spoke first.",
    # shots that hit nobody
    "The long shot Anna Kovac won.",
    "Anna Kovac (hammer) and Jan Petrov (shot) were stripped of titles.",
    "Anna Kovac added a second with a low shot in the rain.",
    "Hotel Dorva was shot mostly in Losk.",
    "The mayor is shooting himself in the foot.",
    # a standing that is hurt, and who lives on
    "That hurt him.",
    "The plan hurt the nominee with young voters.",
    "The sailor survives on bread.",
    # teams, firms and places
    "However, Dorva have been charged with a breach of the rules.",
    "Rebels captured Losk.",
    "Kovac rescues Losk. It rained in Losk.",
    "Mudlark was rescued by a bank. Shares of Mudlark Corp rose.",
    "Losk is missing its target.",
    # doers who got away
    "The thief had vanished when the guards came.",
    "A gunman disappeared after the raid.",
    # tasks, and what is free of charge
    "He was a clerk charged with testing brakes.",
    "Dorva won without a temporarily injured Anna Kovac.",
    "The bleaching agent is missing from the paper.",
    # what somebody does for a living, and bodies that live
    "Prosecuting counsel Anna Kovac told the court.",
    "Arresting officer Jan Novak saw nothing.",
    "Your body won't recover in a night.",
    "A tired body can never recover on bread.",
    # what is only called so
    "The cue to 'kill' the loud singer comes from the wings.",
    # what stands for no noun of its own
    "Kovac planned and executed a shameless sales campaign.",
    "Dorva lost without the likes of Jan Novak and Will Kovac injured.",
    "Her rival Marion Kovac retired hurt.",
    "Marion Kovac (Life Begins/ Von Trapped) won.",
    # what people have or catch, and teams
    "The film shows a baker with a limp, who recently died.",
    "Dorva suffer Kovac injury scare.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_what_befell_nobody_counts_nobody(text):
    assert [claim.quote for claim in nf.extract(text) if claim.implied] == []


SOMEBODY = [
    ("In the play he was hurt on stage.", [("he", "person")]),
    ("In the village a man was shot dead.", [("a man", "man")]),
    ("A man died.", [("A man", "man")]),
    ("A man was infected with HIV/Aids.", [("A man", "man")]),
    ("The film shows a baker with a sailor, who recently died.", [("a sailor", "sailor")]),
    ("Anna Kovac was shot.", [("Anna Kovac", "person")]),
    ("Police say the driver is hurt.", [("the driver", "driver")]),
    ("It is unclear whether the guard, who was killed, had a gun.", [("the guard", "guard")]),
    ("Police asked whether the killing of a baker was planned.", [("a baker", "baker")]),
    ("She went home when a tenant died.", [("a tenant", "tenant")]),
    ("Boy Shoots Himself", [("Himself", "person")]),
    ("The blast hurt a guard.", [("a guard", "guard")]),
    ("Petrov hurt himself.", [("himself", "person")]),
    ("Anna Kovac survives the crash.", [("Anna Kovac", "person")]),
    ("Police captured Jan Petrov.", [("Jan Petrov", "person")]),
    ("Anna Kovac and Jan Petrov have been arrested.", [("Anna Kovac", "person"), ("Jan Petrov", "person")]),
    ("She was killed.", [("She", "person")]),
    ("The letters will show that Anna Kovac was shot.", [("Anna Kovac", "person")]),
    ("After his father was killed he fled.", [("his father", "father")]),
    # where a name or a noun begins and ends
    ("Days after the Dorva match a Losk fan was killed.", [("a Losk fan", "Losk fan")]),
    ("It was the evening his wife was shot dead.", [("his wife", "wife")]),
    ("The village mourned the death of well-known player Jim Kovac.", [("well-known player Jim Kovac", "person")]),
    ("A cleaner discovered the body.", [("the body", "body")]),
    ("A cleaner found his body.", [("his", "person")]),
    ("The member for Losk and Dorva died.", [("The member", "member")]),
    ("The daughter of a man shot by police spoke.", [("a man", "man")]),
    ("The leader of a gang who was shot spoke.", [("The leader", "leader")]),
    ("Their friend and captain Jan Petrov was found dead.", [("captain Jan Petrov", "person")]),
    ("Rock and Western singer Jan Petrov has died.", [("Western singer Jan Petrov", "person")]),
    ("A Losk farmer and activist was killed.", [("A Losk farmer", "Losk farmer")]),
    ("A farmer and a guard was killed.", [("A farmer", "farmer"), ("a guard", "guard")]),
    ("It met after the death of the chairman, also a baker.", [("the chairman", "chairman")]),
    ("The federal agent is missing.", [("The federal agent", "federal agent")]),
    # what is counted: nouns without owners and ages, names that end as nouns do
    ("The company's founder was jailed.", [("The company's founder", "founder")]),
    ("A 40-year-old baker was killed.", [("A 40-year-old baker", "baker")]),
    ("Lord Newman has died.", [("Lord Newman", "person")]),
    ("Newman, who was arrested, spoke.", [("Newman", "person")]),
    ("Policeman killed in Losk", [("Policeman", "policeman")]),
    ("The thief has been missing since May.", [("The thief", "thief")]),
    ("A sailor vanished on Monday.", [("A sailor", "sailor")]),
    ("The duo were arrested.", [("The duo", "person")]),
    ("A former MP died.", [("A former MP", "former MP")]),
]


@pytest.mark.parametrize(("text", "expected"), SOMEBODY)
def test_whom_it_befell_is_counted(text, expected):
    assert [(claim.quote, str(claim.quantity.unit)) for claim in nf.extract(text) if claim.implied] == expected
