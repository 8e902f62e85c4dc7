import pytest

from matcher.demo import example_ads, example_people
from matcher.evaluation.baselines import BASELINES, baseline_run
from matcher.records import Experience, JobAd, Profile, Skill
from matcher.taxonomy import Concept, Taxonomy

TAXONOMY = Taxonomy.of(
    [
        Concept("o1", "occupation", {"sv": "Kock"}, {}, {"ssyk_2012": "5120"}),
        Concept("o2", "occupation", {"sv": "Svetsare"}, {}, {"ssyk_2012": "7212"}),
        Concept("s1", "skill", {"sv": "grillning"}),
    ]
)
ADS = [
    JobAd(id="b", headline="Svetsare", text="Vi svetsar ramar."),
    JobAd(id="a", headline="Svetsare", text="Vi svetsar ramar."),
    JobAd(id="c", headline="Kock", text="Vi söker en kock som kan grillning."),
]
COOK = Profile(id="1", experience=[Experience(title="Kock")], skills=[Skill(label="grillning")])


@pytest.mark.parametrize("name", BASELINES)
def test_the_cook_gets_the_kitchen_first_and_ties_by_id(name):
    assert baseline_run(name, [COOK], ADS, taxonomy=TAXONOMY).rankings == {"1": ("c", "a", "b")}


@pytest.mark.parametrize("name", BASELINES)
def test_both_directions_rank_everything_and_repeat(name):
    people, ads = example_people(), example_ads()
    for_people = baseline_run(name, people, ads)
    for_ads = baseline_run(name, people, ads, query="ad")
    assert {len(found) for found in for_people.rankings.values()} == {len(ads)}
    assert {len(found) for found in for_ads.rankings.values()} == {len(people)}
    assert baseline_run(name, people[::-1], ads[::-1]).rankings == for_people.rankings


def test_people_of_whom_nothing_is_known_are_ranked_too():
    for name in BASELINES:
        assert baseline_run(name, [Profile(id="x")], ADS, taxonomy=TAXONOMY).rankings == {"x": ("a", "b", "c")}


@pytest.mark.parametrize("name", BASELINES)
def test_ads_without_a_word_are_a_tie(name):
    ads = [JobAd(id="b", headline="-"), JobAd(id="a")]
    assert baseline_run(name, [COOK], ads, taxonomy=TAXONOMY).rankings == {"1": ("a", "b")}


def test_mistakes_are_named():
    with pytest.raises(ValueError, match="no baseline 'magic'"):
        baseline_run("magic", [COOK], ADS)
    with pytest.raises(ValueError, match="people and ads"):
        baseline_run("words", [], ADS)
