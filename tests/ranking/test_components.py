"""What ``docs/scoring.md`` says of single components, by hand."""

from __future__ import annotations

import pytest

from matcher.ranking import Matcher, Weights
from matcher.ranking.components import DEFAULT_COMPONENTS, Hours, Travel
from matcher.ranking.lookup import Lookup
from matcher.ranking.outside import OutsidePoints
from matcher.ranking.person import Person
from matcher.ranking.ties import held
from matcher.ranking.weights import VerdictPoints
from matcher.records import Availability, Experience, JobAd, Profile, Requirement, Skill
from matcher.taxonomy import Taxonomy


def points(component, profile, *ads, weight=100):
    """Points of one component alone, through a ranking in each direction."""
    more = {"weights": Weights({component.name: weight}), "components": [component]}
    [there] = Matcher(ads, **more).rank([profile], k=len(ads), include_blocked=True)
    back = [Matcher([profile], **more).rank([ad])[0].matches[0].score for ad in ads]
    by_id = {match.id: match.score for match in there.matches}
    assert back == [by_id[ad.id] for ad in ads]
    return back


@pytest.mark.parametrize(("years", "share"), [(0, 0.6), (1, 0.8), (2, 1.0), (3, 1.0), (30, 1.0), (None, 1.0)])
def test_short_practice_counts_less_up_to_two_years(years, share):
    cook = Profile(id="1", experience=[Experience(title="Kock", years=years)])
    [(_, counts)] = held(Person(cook, Lookup(Taxonomy.starter())))
    assert counts == pytest.approx(share)


def test_who_cannot_travel_at_all_is_not_taken_for_somebody_who_has_not_said():
    ads = JobAd(id="a", municipality="Täby", requirements=()), JobAd(id="b", municipality="Solna", requirements=())
    travel = Travel(journeys={("0184", "0160"): 25, ("0184", "0184"): 0})
    told = {limit: Profile(id="1", home_municipality="Solna", max_travel_minutes=limit) for limit in (0, 1, None)}
    costs = {limit: points(travel, person, *ads) for limit, person in told.items()}
    assert costs == {0: [-100, 0], 1: [-100, 0], None: [0, 0]}


def test_a_journey_costs_from_the_limit_to_three_times_it():
    places = ("Solna", "Täby", "Nacka", "Huddinge", "Botkyrka", "Uppsala", "Malmö")
    minutes = (0, 40, 41, 60, 80, 120, 400)
    codes = dict(zip(places, ("0184", "0160", "0182", "0126", "0127", "0380", "1280"), strict=True))
    journeys = {(codes["Solna"], codes[place]): n for place, n in zip(places, minutes, strict=True)}
    ads = [JobAd(id=place, municipality=place, requirements=()) for place in (*places, "Kiruna")]
    person = Profile(id="1", home_municipality="Solna", max_travel_minutes=40)
    # Kiruna is not in the table: a journey that nobody knows costs nothing.
    assert points(Travel(journeys=journeys), person, *ads) == [0, 0, -1, -25, -50, -100, -100, 0]
    nobody_knows = Profile(id="2", max_travel_minutes=40)
    assert points(Travel(journeys=journeys), nobody_knows, *ads) == [0] * 8


def test_of_several_workplaces_the_nearest_counts():
    near = JobAd(id="1", municipality="Malmö", other_municipalities=["Solna"], requirements=())
    far = JobAd(id="2", municipality="Malmö", other_municipalities=["Kiruna"], requirements=())
    person = Profile(id="1", home_municipality="Solna", max_travel_minutes=40)
    assert points(Travel(), person, near, far) == [0, -100]
    journeys = {("0184", "1280"): 120, ("0184", "0184"): 5}
    # Nobody knows how far Kiruna is.
    assert points(Travel(journeys=journeys), person, near, far) == [0, 0]


@pytest.mark.parametrize(
    ("wanted", "costs"), [("part", [-101, 0, 0]), ("full", [0, -50, 0]), ("any", [0, 0, 0]), (None, [0, 0, 0])]
)
def test_hours_that_clash_cost_all_or_half(wanted, costs):
    ads = [JobAd(id=hours or "none", hours=hours, requirements=()) for hours in ("full", "part", None)]
    assert points(Hours(), Profile(id="1", availability=Availability(hours=wanted)), *ads, weight=101) == costs


@pytest.mark.parametrize("name", ["tier", "language", "skill", "age_min", "text"])
def test_a_component_called_like_another_part_of_the_score_is_refused(name):
    mine = OutsidePoints(name, {"1": {"a": 5000}})
    for records in ([JobAd(id="a")], [Profile(id="1")]):
        with pytest.raises(ValueError, match=f"'{name}' is taken"):
            Matcher(records, components=[*DEFAULT_COMPONENTS, mine])


@pytest.mark.parametrize(("n", "score"), [(0, 0), (1, 7), (2, 14), (3, 14), (9, 14)])
def test_of_each_kind_so_many_nice_ones_count_as_musts(n, score):
    skills = [f"förmåga {'abcdefghi'[place] * 5}" for place in range(n)]
    rows = [Requirement(kind="skill", value=skill, necessity="nice") for skill in skills]
    person = Profile(id="1", skills=[Skill(label=skill) for skill in skills])
    weights = Weights(verdicts={"skill": VerdictPoints(nice=7, most=2)})
    [match] = Matcher([JobAd(id="a", requirements=rows)], weights=weights).rank([person])[0].matches
    assert [verdict.verdict for verdict in match.verdicts] == ["met"] * n
    assert match.score == score
    [match] = Matcher([person], weights=weights).rank([JobAd(id="a", requirements=rows)])[0].matches
    assert match.score == score
