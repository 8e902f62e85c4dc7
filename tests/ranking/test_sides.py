"""What one can get and what one would want add up to the score, and each can rank alone."""

from matcher.ranking import Matcher, default_weights
from matcher.ranking.sides import WANT, subtotals, weights_for
from matcher.records import Experience, JobAd, OccupationRef, Profile

COOK = JobAd(id="kock", headline="Kock", occupation=OccupationRef(label="Kock"), requirements=[])
DRIVER = JobAd(id="buss", headline="Bussförare", occupation=OccupationRef(label="Bussförare"), requirements=[])
PERSON = Profile(id="1", experience=[Experience(title="Kock", years=5)], wishes=["Bussförare"])


def first(side):
    ranked = Matcher([COOK, DRIVER], weights=weights_for(default_weights(), side)).rank([PERSON])[0]
    return ranked.matches[0]


def test_a_cook_who_wants_to_drive_gets_the_kitchen_and_wants_the_bus():
    assert first("get").id == "kock"
    assert first("want").id == "buss"


def test_each_side_holds_its_own_contributions_only():
    assert not WANT & first("get").contributions.keys()
    assert first("want").contributions.keys() <= WANT


def test_the_sides_add_up_to_the_score():
    match = first("both")
    assert sum(subtotals(match.contributions).values()) == match.score
