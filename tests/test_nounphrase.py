"""Counted noun phrases: heads, lemmas, modifiers; and what is none."""

import pytest

from newsfigures import lexicon, nounphrase
from newsfigures.text import Sentence

EN = lexicon.load("en")


def phrase(text, *, singular=False):
    """The phrase behind the first token of a text."""
    return nounphrase.find(Sentence(text), 1, EN, singular=singular)


@pytest.mark.parametrize(
    ("text", "head", "modifiers"),
    [
        ("5,000 soldiers were killed", "soldier", ()),
        ("100 troops deployed near the border", "troop", ()),
        ("three more bodies were found", "body", ()),
        ("two others", "other", ()),
        ("10 first-team players left", "player", ("first-team",)),
        ("15 coal-fired power plants", "plant", ("coal-fired", "power")),
        ("two 500-pound bombs", "bomb", ("500-pound",)),
        ("12 two-bedroom flats", "flat", ("two-bedroom",)),
        ("20 newly elected members", "member", ("elected",)),
        ("12 armed, masked men", "man", ("armed", "masked")),
        ("8 digital and physical sales", "sale", ("digital", "and", "physical")),
        ('20 "foreign fighters" held', "fighter", ("foreign",)),
        ("60 working days", "day", ("working",)),
        ("12 wounded Ukrainian soldiers", "soldier", ("wounded", "Ukrainian")),
        ("five IS hideouts", "hideout", ("IS",)),
        ("four men ages 17 to 30", "man", ()),
        ("seven crew", "crew", ()),
        ("12 page document", "page", ()),
        ("40 gunmen on motorcycles", "gunman", ()),
        ("200 sports cars", "car", ("sports",)),
        # a name behind the plural has a verb of its own
        ("40 fruit gardens Gomms waters daily", "garden", ("fruit",)),
        ("40 hats Gomms sold", "hat", ()),
        ("40 council Greens waited", "Green", ("council",)),
        ("six premises across the city", "premises", ()),
        ("seven grandchildren came", "grandchild", ()),
        ("14 of the country's 20 banks", "bank", ()),
        ("two of its four northern units", "unit", ("northern",)),
        ("one of the oldest and most trusted firms", "firm", ("oldest", "and", "most", "trusted")),
        ("five hits abroad", "hit", ()),
        ("four basic needs", "need", ("basic",)),
        ("two airlines merged", "airline", ()),
        ("12 Bex Airlines jets landed", "jet", ("Bex", "Airlines")),
        ("8 B240 aircraft", "aircraft", ("B240",)),
        ("seven UK top 30 albums", "album", ("UK", "top", "30")),
        ("200 natural and man-made lakes", "lake", ("natural", "and", "man-made")),
        ("six newly-built Alpine ski huts", "hut", ("newly-built", "Alpine", "ski")),
        ("three parliamentary by-elections", "by-election", ("parliamentary",)),
        ("four away games", "game", ()),
        ("20 such towns", "town", ()),
        ('two Kent "derbies" a year', "derby", ("Kent",)),
        ("one of its few copper mines", "mine", ("copper",)),
        ("two of his own men", "man", ()),
        ("one of a handful of towns", "town", ()),
        ("two Six Nations games", "game", ("Six", "Nations")),
        ("12 UK hit singles", "single", ("UK", "hit")),
        ("12 hit singles", "single", ("hit",)),
        ("eight stand-by jurors", "juror", ("stand-by",)),
        ("12 left-wing activists", "activist", ("left-wing",)),
        ('40 new "eco" homes', "home", ("new", "eco")),
        ("three hard-earned away wins", "win", ("hard-earned",)),
        ("three November tests", "test", ()),
        ("14 worst hit towns", "town", ("worst", "hit")),
        ("several EMS member states", "state", ("EMS", "member")),
        ("two Ariane 4 launches", "launch", ("Ariane", "4")),
        ("12 leading senior or junior judges", "judge", ("leading", "senior", "or", "junior")),
        ("nine former outside lawyers", "lawyer", ("former",)),
        ("two other outside new lawyers", "lawyer", ("other", "new")),
        ("seven top five hits", "hit", ("top", "five")),
        ("12 number one singles", "single", ("number", "one")),
        ("one of the most worn and common tools", "tool", ("most", "worn", "and", "common")),
        ("one of the most bitterly fought seats", "seat", ("most", "fought")),
        ("one of TV Kent's most watched films", "film", ("most", "watched")),
        ("one of the less popular books", "book", ("less", "popular")),
        ("one of the more likely causes", "cause", ("more", "likely")),
        ("40 less fortunate boys", "boy", ("less", "fortunate")),
        ("one of the more than 50 boys", "boy", ()),
        ("40 more small boys", "boy", ("small",)),
        ("40 less beds", "bed", ()),
        ("two Japanese state-run banks", "bank", ("Japanese", "state-run")),
        ("one of Irish football's great days", "day", ("great",)),
        ("one of the best children's books", "book", ()),
        ("two of the All Whites' five goals", "goal", ()),
        ("90 of the Lords' 600 peers", "peer", ()),
        ("two unions' leaders met", "union", ()),
        ("six remade Elvis' songs", "song", ()),
        ("four Champions League clubs", "club", ("Champions", "League")),
        ("two of a total of 12 names", "name", ()),
        ("one of a new generation of ferries", "ferry", ()),
        ("one of a growing number of towns", "town", ()),
        ("one of the oldest of the five big banks", "bank", ("big",)),
        ("one of the big four banks", "bank", ()),
        ("two of a staggering 12 goals", "goal", ()),
        ("one of the 12-year-olds", "12-year-old", ()),
        ("50 of its 717-200 planes", "plane", ("717-200",)),
        ("one of the 800m runners", "runner", ("800m",)),
        ("two daily round-trip flights", "flight", ("daily", "round-trip")),
        ("three of the new so-called experts", "expert", ("new", "so-called")),
        ("two Serie A titles", "title", ("Serie", "A")),
        ("12 sailors meets on Monday", "sailor", ()),
        ("one of the mills shows how it is done", "mill", ()),
        ("14 mills uses the water", "mill", ()),
        ("12 sports shows", "show", ("sports",)),
        ("two arts shows in Hull", "show", ("arts",)),
        ("two near misses", "miss", ()),
        ("one of the best (talks) in May", "talk", ("best",)),
        ("40 people's names", "people", ()),
        ("40 children's names", "name", ()),
        ("three Boeing 747s flew", "747", ("Boeing",)),
        ('two new "B" shares', "share", ("new", "B")),
        ("40 live shows", "show", ("live",)),
        ("two old but sound boats", "boat", ("old", "but", "sound")),
        ("300 of Ardens' 900 shares", "share", ()),
        ("25 Airbus A320 on order", "A320", ("Airbus",)),
        ("12 earlier films", "film", ()),
        ("one of the costs", "cost", ()),
        ("520 lots changed hands", "lot", ()),
    ],
)
def test_phrases(text, head, modifiers):
    found = phrase(text)
    assert found is not None
    assert (found.lemma, found.modifiers) == (head, modifiers)


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("one British soldier died", "soldier"),
        ("one soldier dies", "soldier"),
        ("one baker sells hers", "baker"),
        ("one sports car", "car"),
        ("one man and two women", "man"),
        ("one police officer said", "officer"),
        ("one thing is sure", "thing"),
        ("one critic laughed", "critic"),
        ("one side-effect was rain", "side-effect"),
        ("one such lake dried", "lake"),
        ("one badly damaged bridge", "bridge"),
        ("one house active in oil", "house"),
        ("one big-screen outing", "outing"),
        ('one new "B" share', "share"),
        ("one number one song in May", "song"),
        ("one near collision at sea", "collision"),
        ("one crop driving prices", "crop"),
        ("one tea trading firm", "firm"),
    ],
)
def test_one_asks_for_a_singular(text, head):
    found = phrase(text, singular=True)
    assert found is not None
    assert (found.lemma, found.plural) == (head, head.endswith("s"))


@pytest.mark.parametrize(
    "text",
    [
        "40 died",
        "40 were killed",
        "two of them",
        "14 March",
        "100 million watched the games",
        "5 million more",
        "3 -",
        "40",
        "40 ,",
        "25 cheaper than that",
        "40 K",
        "one fired seven shots",
        "40 'em",
        "millions worldwide",
        "five million thereafter",
        "hundreds vie for it",
        "millions buy books",
        "3 offer good terms",
        "14 million forecast by them",
        "six unpaid",
        "one of the most thrilling.",
        "one leaving Port Said",
    ],
)
def test_nothing_is_counted(text):
    assert phrase(text, singular=text.startswith("one")) is None


def test_capitals_at_the_start_of_a_sentence_are_no_name():
    found = nounphrase.find(Sentence("Soldiers came"), 0, EN)
    assert found is not None
    assert found.lemma == "soldier"
