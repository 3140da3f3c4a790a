"""Whether a figure follows from its sources: what is dropped, swapped, sharpened, credited or dated otherwise."""

import datetime as dt

import attrs
import pytest
from builders import KILOMETRE, MILE, PERSON, bare, exactly, measured
from hypothesis import given
from hypothesis import strategies as st

import newsfigures as nf
from newsfigures.bearing import Aspect, Verdict
from newsfigures.errors import ClaimError
from newsfigures.verdict import support, support_all

FOLLOWS, FITS, BEYOND, CONTRADICTS, UNSUPPORTED = Verdict
WEDNESDAY = "2024-05-08"


def judged(summary, source, **options):
    return support_all(nf.extract(summary, published=WEDNESDAY), nf.extract(source, published=WEDNESDAY), **options)


def verdict(summary, source):
    (found,) = judged(summary, source)
    return found.verdict, found.decisive.aspect.value


@pytest.mark.parametrize(
    ("source", "summary", "expected", "aspect"),
    [
        # hedges
        ("Up to 50 people were killed.", "50 people were killed.", BEYOND, "value"),
        ("Up to 50 people were killed.", "Up to 50 people were killed.", FOLLOWS, "value"),
        ("Up to 50 people were killed.", "Up to 60 people were killed.", FOLLOWS, "value"),
        ("Up to 50 people were killed.", "Up to 40 people were killed.", BEYOND, "value"),
        ("Up to 50 people were killed.", "No more than 50 people were killed.", FITS, "value"),
        ("More than 100 people were killed.", "100 people were killed.", BEYOND, "value"),
        ("More than 100 people were killed.", "Over 100 people were killed.", FOLLOWS, "value"),
        ("More than 100 people were killed.", "At least 100 people were killed.", FOLLOWS, "value"),
        ("At least 100 people were killed.", "More than 100 people were killed.", BEYOND, "value"),
        ("At least 100 people were killed.", "At most 90 people were killed.", CONTRADICTS, "value"),
        ("About 1,000 homes lost power.", "1,000 homes lost power.", BEYOND, "value"),
        ("About 1,000 homes lost power.", "Roughly 1,000 homes lost power.", FOLLOWS, "value"),
        ("Between 40 and 50 people were hurt.", "50 people were hurt.", BEYOND, "value"),
        ("Between 40 and 50 people were hurt.", "At least 40 people were hurt.", FOLLOWS, "value"),
        ("Dozens of people were hurt.", "27 people were hurt.", BEYOND, "value"),
        ("27 people were hurt.", "Dozens of people were hurt.", FOLLOWS, "value"),
        ("Two dozen miners are missing.", "24 miners are missing.", FOLLOWS, "value"),
        # rounding
        ("1,012 people were evacuated.", "About 1,000 people were evacuated.", FOLLOWS, "value"),
        ("1,012 people were evacuated.", "1,000 people were evacuated.", FOLLOWS, "value"),
        ("1,000 people were evacuated.", "1,012 people were evacuated.", BEYOND, "value"),
        ("1,000 people were evacuated.", "Exactly 1,000 people were evacuated.", BEYOND, "value"),
        ("1,000 people were evacuated.", "At least 1,000 people were evacuated.", FITS, "value"),
        ("Some 1,000 people were evacuated.", "1,012 people were evacuated.", BEYOND, "value"),
        ("The firm made a profit of $3.2bn.", "The firm made a profit of $3bn.", FOLLOWS, "value"),
        ("The firm made a profit of $3bn.", "The firm made a profit of $3.2bn.", BEYOND, "value"),
        ("Turnout was 61.3 per cent.", "Turnout was 61%.", FOLLOWS, "value"),
        ("Turnout was 61%.", "Turnout was 61.3 per cent.", BEYOND, "value"),
        # units
        ("The firm made a profit of $1.2 billion.", "The firm made a profit of $1,200 million.", FOLLOWS, "value"),
        ("The road is 5 miles long.", "The road is 8 km long.", FOLLOWS, "value"),
        ("The road is 5 miles long.", "The road is 5 km long.", CONTRADICTS, "value"),
        ("The firm made a profit of $5m.", "The firm made a profit of \u20ac5m.", UNSUPPORTED, "unit"),
        (
            "The fire destroyed 12,000 tonnes of grain.",
            "The fire destroyed 12,000 barrels of grain.",
            UNSUPPORTED,
            "unit",
        ),
        # subjects
        ("Twelve soldiers were killed.", "12 people were killed.", FITS, "value"),
        ("Twelve soldiers were killed.", "At least 12 people were killed.", FOLLOWS, "value"),
        ("Twelve soldiers were killed.", "11 people were killed.", CONTRADICTS, "value"),
        ("Twelve people were killed.", "12 soldiers were killed.", BEYOND, "value"),
        ("Twelve people were killed.", "14 soldiers were killed.", CONTRADICTS, "value"),
        ("Twelve people were killed.", "At most 12 soldiers were killed.", FOLLOWS, "value"),
        ("Twelve soldiers were killed.", "12 children were killed.", UNSUPPORTED, "subject"),
        ("Twelve people were killed.", "12 people were injured.", UNSUPPORTED, "measure"),
        # speakers
        ("Police said 12 people were killed.", "Police said 12 people were killed.", FOLLOWS, "value"),
        ("The Harbour police said 12 people were killed.", "Police said 12 people were killed.", FOLLOWS, "value"),
        ("Police said 12 people were killed.", "12 people were killed.", FOLLOWS, "value"),
        ("Police said 12 people were killed.", "The ministry said 12 people were killed.", BEYOND, "speaker"),
        ("12 people were killed.", "Police said 12 people were killed.", BEYOND, "speaker"),
        # how firmly it is said
        ("The rebels claimed to have killed 200 soldiers.", "200 soldiers were killed.", BEYOND, "status"),
        ("The ministry denied that 12 soldiers had been killed.", "12 soldiers were killed.", CONTRADICTS, "status"),
        ("Unemployment could rise to 8%.", "Unemployment rose to 8%.", BEYOND, "status"),
        # dates
        ("By Monday 12 people had been killed.", "12 people were killed.", FOLLOWS, "value"),
        ("By Monday 12 people had been killed.", "By Tuesday 12 people had been killed.", BEYOND, "value"),
        ("By Monday 12 people had been killed.", "By Tuesday at least 12 people had been killed.", FOLLOWS, "value"),
        ("By Tuesday 12 people had been killed.", "By Monday 14 people had been killed.", CONTRADICTS, "value"),
        # ways of moving
        ("Shares fell 3% on Friday.", "Shares rose 3% on Friday.", CONTRADICTS, "trend"),
        ("Shares fell 3% on Friday.", "Shares fell 3% on Friday.", FOLLOWS, "value"),
        # another place, another holder
        ("12 people were killed in Lowe Bay.", "12 people were killed in Port Ray.", BEYOND, "place"),
        ("40 people were killed in Lowe Bay.", "12 people were killed in Port Ray.", UNSUPPORTED, "place"),
        ("Harbour Lines made a profit of $5m.", "Port Ray Foods made a profit of $5m.", BEYOND, "subject"),
        ("The Harbour Lines group made a profit of $5m.", "Harbour Lines made a profit of $5m.", FOLLOWS, "value"),
        ("Harbour Lines made a profit of $5m.", "The ferry company made a profit of $5m.", FITS, "subject"),
        # nothing of the kind
        ("There were 14 matches in May.", "There were five matches.", UNSUPPORTED, "measure"),
        ("Ann Lowe, 36, won the race.", "Tom Ray, 40, won the race.", UNSUPPORTED, "subject"),
        ("The ferry had two engines.", "Some 4,000 homes lost power.", UNSUPPORTED, "measure"),
        ("Nothing happened.", "Some 4,000 homes lost power.", UNSUPPORTED, "measure"),
    ],
)
def test_verdicts(source, summary, expected, aspect):
    assert verdict(summary, source) == (expected, aspect)


def test_swapped_figures_are_found_and_named():
    source = "Police said 12 people were killed and 40 injured in the blast."
    killed, injured = judged("The blast killed 40 people and injured 12.", source)
    assert (killed.verdict, injured.verdict) == (CONTRADICTS, CONTRADICTS)
    assert (killed.claim.quote, killed.decisive.aspect) == ("12 people", Aspect.VALUE)
    assert killed.steps[-1].reason == "the source gives this number with another measure"
    assert (killed.steps[-1].claimed, killed.steps[-1].given) == ("killed", "injured")


def test_what_a_speaker_is_credited_with_is_held_against_what_the_speaker_said():
    source = "Police said 12 people were killed. The ministry put the dead at 15."
    (found,) = judged("Police said 15 people were killed.", source)
    assert (found.verdict, found.claim.quote) == (CONTRADICTS, "12 people")
    assert found.steps[-1].aspect is Aspect.SPEAKER


def test_a_sum_of_figures_of_the_sources_follows():
    (found,) = judged("The clash killed 23 people.", "Fifteen assailants and eight soldiers were killed.")
    assert (found.verdict, found.decisive.reason) == (FOLLOWS, "figures of the sources add up to it")
    assert found.decisive.given == "Fifteen assailants + eight soldiers"
    (found,) = judged("The clash killed 24 people.", "Fifteen assailants and eight soldiers were killed.")
    assert found.verdict is not FOLLOWS


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("Police said 12 people were killed. The ministry said 19 people were killed.", "contradicts the one"),
        ("By Monday 12 people had been killed. By Tuesday 40 people had been killed.", "takes the place of the one"),
    ],
)
def test_a_figure_that_the_sources_dispute_fits_at_most(source, reason):
    (found,) = judged("12 people were killed.", source)
    assert found.verdict is FITS
    assert reason in found.decisive.reason


def test_a_place_that_the_source_does_not_name_is_a_detail_of_its_own():
    plain = nf.extract("12 people were killed.")
    (claim,) = nf.extract("12 people were killed in Port Ray.")
    found = support(claim, plain)
    assert (found.verdict, found.decisive.aspect) == (FITS, Aspect.PLACE)
    beside = nf.extract("12 people were killed. In Port Ray 300 homes lost power.")
    assert support(claim, beside).verdict is FOLLOWS


def test_scopes_of_ones_own_are_asked():
    (claim,) = nf.extract("At least 12 people were killed in Avaria.")
    source = nf.extract("12 people were killed in Port Ray.")
    assert support(claim, source).verdict is BEYOND
    assert support(claim, source).decisive.aspect is Aspect.PLACE
    scopes = nf.scopes().within("place", "Avaria", "Port Ray")
    assert support(claim, source, scopes=scopes).verdict is FOLLOWS


def test_a_figure_taken_back_supports_nothing():
    (claim,) = nf.extract("12 people were killed.")
    old = attrs.evolve(claim, id="old", status=nf.Status.RETRACTED)
    assert support(claim, [old]).verdict is CONTRADICTS
    new = attrs.evolve(nf.extract("19 people were killed.")[0], id="new", replaces=("old",))
    assert support(claim, [attrs.evolve(claim, id="old"), new]).claim.id == "new"


def test_the_steps_tell_of_every_aspect():
    found = support(
        nf.extract("Police said 12 people were killed in Port Ray on Monday.", published=WEDNESDAY)[0],
        nf.extract("On Monday 12 people were killed in Port Ray, police said.", published=WEDNESDAY),
    )
    assert {step.aspect for step in found.steps} >= {
        *(Aspect.MEASURE, Aspect.SUBJECT, Aspect.PLACE, Aspect.TIME, Aspect.SPEAKER, Aspect.VALUE)
    }
    assert all(step.verdict is FOLLOWS and step.reason for step in found.steps)
    assert found.figure.quote == "12 people"


# Laws


def claims(quantity, name="a"):
    return nf.Claim(id=name, quantity=quantity, measure=nf.Measure("killed", nf.Accrual.CUMULATIVE))


COUNTS = st.integers(1, 3_000)
WORDS = [
    "{} people",
    "more than {} people",
    "at least {} people",
    "up to {} people",
    "about {} people",
    "nearly {} people",
]
PHRASES = st.builds(str.format, st.sampled_from(WORDS), COUNTS)


@given(PHRASES)
def test_every_figure_follows_from_itself(phrase):
    claim = claims(nf.parse(phrase))
    assert support(claim, [attrs.evolve(claim, id="b")]).verdict is FOLLOWS


@given(PHRASES, PHRASES)
def test_contradiction_goes_both_ways_and_following_does_not_contradict(mine, theirs):
    a, b = claims(nf.parse(mine)), claims(nf.parse(theirs), "b")
    forth, back = support(a, [b]).verdict, support(b, [a]).verdict
    assert (forth is CONTRADICTS) == (back is CONTRADICTS)
    relation = nf.compare(a, b).kind
    assert (relation is nf.Kind.CONTRADICTS) == (forth is CONTRADICTS)


@given(PHRASES, st.lists(PHRASES, max_size=4), st.randoms())
def test_the_order_of_the_sources_changes_no_verdict(mine, phrases, random):
    sources = [claims(nf.parse(phrase), str(number)) for number, phrase in enumerate(phrases)]
    shuffled = random.sample(sources, len(sources))
    found, other = support(claims(nf.parse(mine)), sources), support(claims(nf.parse(mine)), shuffled)
    assert found.verdict is other.verdict


@given(PHRASES, st.lists(PHRASES, min_size=1, max_size=4))
def test_the_verdict_is_the_worst_of_its_steps(mine, phrases):
    sources = [claims(nf.parse(phrase), str(number)) for number, phrase in enumerate(phrases)]
    found = support(claims(nf.parse(mine)), sources)
    assert found.verdict is max((step.verdict for step in found.steps), key=lambda verdict: verdict.rank)
    assert found.decisive in found.steps
    assert nf.from_record(nf.to_record(found)) == found
    assert nf.explain(found).endswith(".")


def test_units_are_converted_exactly():
    mile, kilometres = measured(5, "0.5", MILE), measured("8.04672", "0.000005", KILOMETRE)
    assert support(claims(mile), [claims(kilometres, "b")]).verdict is FOLLOWS
    assert support(claims(kilometres), [claims(mile, "b")]).verdict is FITS
    assert support(claims(exactly(12, PERSON)), [claims(bare(12), "b")]).verdict is FOLLOWS


# Arguments


def test_no_sources_support_nothing():
    (claim,) = nf.extract("12 people were killed.")
    found = support(claim, [])
    assert (found.verdict, found.claim) == (UNSUPPORTED, None)
    assert support_all([], nf.extract("12 people were killed.")) == ()


@pytest.mark.parametrize(
    ("claim", "sources", "message"),
    [
        ("12 people", [], "claim 0 must be a Claim, got str"),
        (None, [], "claim 0 must be a Claim, got NoneType"),
        (claims(bare(12)), None, "sources must be claims, got NoneType"),
        (claims(bare(12)), "12 people", "sources must be claims, got str"),
        (claims(bare(12)), claims(bare(12)), "sources must be claims, got Claim"),
        (claims(bare(12)), [claims(bare(12)), 12], "source 1 must be a Claim, got int"),
    ],
)
def test_what_is_no_claim_is_refused(claim, sources, message):
    with pytest.raises(TypeError, match=message):
        support(claim, sources)


def test_all_claims_of_a_text_not_one_alone():
    with pytest.raises(TypeError, match="claims must be claims, got Claim"):
        support_all(claims(bare(12)), [])


def test_two_kinds_of_clock_are_refused():
    naive = attrs.evolve(claims(bare(12)), published=dt.datetime(2024, 5, 8, 9))
    aware = attrs.evolve(claims(bare(12), "b"), published=dt.datetime(2024, 5, 8, 9, tzinfo=dt.UTC))
    with pytest.raises(ClaimError, match="claim 'b'"):
        support(naive, [aware])
