"""A step is what alone opens ads; nobody is advised about what cannot be come by."""

from matcher.ranking import Matcher, steps
from matcher.ranking.asking.rescoring import PLACES, rescored
from matcher.ranking.results import JudgedRequirement, Match
from matcher.ranking.verdicts import BLOCK, MET
from matcher.ranking.weights import VerdictPoints, Weights
from matcher.records import DrivingLicence, Experience, JobAd, Language, Profile, Requirement

POINTS = Weights(verdicts={"certificate": VerdictPoints(met=50, step=-50), "language": VerdictPoints(met=50, step=-50)})


def lacks(kind, value, any_of=None, bridge=True):
    return JudgedRequirement(
        Requirement(kind=kind, value=value, necessity="must", any_of=any_of), "unmet", bridge=bridge
    )


def swedish(level):
    return {"lang": "sv", "level": level}


def lists(*of_ads):
    tiers = ["blocked" if any(not row.bridge for row in rows) else "step" for rows in of_ads]
    ads = enumerate(zip(of_ads, tiers, strict=True), 1)
    rows = [Match(f"a{n}", n, 100 - n, tier, {}, of_ad, ()) for n, (of_ad, tier) in ads]
    return [*rows, Match("z", len(rows) + 1, 0, "ready", {}, (), ())]


def found(*of_ads):
    return {(step.text, step.n_ads, step.bridge) for step in steps(lists(*of_ads), POINTS, "en")}


def test_two_lacks_are_opened_by_neither_alone():
    card, level = lacks("certificate", "lift"), lacks("language", swedish("B1"))
    assert found((level,), (card, level), (level,)) == {("Learn more Swedish (at least B1: SFI D)", 2, True)}


def test_of_alternatives_one_is_enough_and_what_all_groups_share_settles_them():
    either = lacks("certificate", "lift", any_of=1), lacks("certificate", "truck", any_of=1)
    assert {text for text, _, _ in found(either)} == {"Get this: lift platform card", "Get this: forklift card"}
    both = *either, lacks("certificate", "truck", any_of=2)
    assert {text for text, _, _ in found(both)} == {"Get this: forklift card"}


def test_the_level_is_the_one_that_opens_half_of_the_ads():
    rows = [(lacks("language", swedish(level), bridge=False),) for level in ("B1", "B2", "B2", "C1")]
    assert found(*rows) == {("Learn more Swedish (at least B2: Swedish as a second language 1)", 3, False)}


def test_of_four_levels_the_second_opens_half():
    rows = [(lacks("language", swedish(level), bridge=False),) for level in ("A2", "B1", "B2", "C1")]
    assert found(*rows) == {("Learn more Swedish (at least B1: SFI D)", 2, False)}


def test_what_opens_nothing_in_the_first_places_is_no_step():
    card = (lacks("certificate", "lift"),)
    far = [Match(f"r{n}", n, 1000 - n, "ready", {}, (), ()) for n in range(1, PLACES + 1)]
    assert [step.n_ads for step in steps([*far[1:], *lists(card)], POINTS)] == [1]
    assert steps([*far, *lists(card)], POINTS) == ()


def test_of_one_kind_the_worst_groups_count():
    points = Weights(verdicts={"certificate": VerdictPoints(met=50, block=-100, most=1)})
    now = Match("a", 1, -100, "blocked", {}, (), ())
    assert rescored(now, [("certificate", MET, MET), ("certificate", BLOCK, MET)], points) == 50
    assert rescored(now, [("certificate", MET, MET), ("certificate", BLOCK, BLOCK)], points) == -100


def test_what_takes_long_is_named_only_for_several_ads():
    assert found((lacks("language", swedish("C1"), bridge=False),)) == set()


def test_health_hours_and_origin_are_no_advice():
    for kind, value in (("physical", True), ("working_time", ["night"]), ("citizenship", "SE"), ("age_min", 20)):
        assert found((lacks(kind, value),)) == set()
    assert found((lacks("language", {"lang": "fa", "level": "C1"}),)) == set()
    assert found((lacks("licensed_profession", "läkare", bridge=False),) * 1, (lacks("own_car", True),)) == {
        ("Arrange for a car", 1, True)
    }


def test_a_step_opens_what_a_ranking_then_shows_as_open():
    row = Requirement(kind="driving_licence", value="B", necessity="must")
    ads = [JobAd(id=f"a{n}", headline="Vaktmästare", requirements=(row,)) for n in range(3)]
    person = Profile(
        id="1", experience=[Experience(title="Vaktmästare", years=2)], none=["driving_licences"],
        languages=[Language(lang="sv", native=True)],
    )  # fmt: skip
    ranked = Matcher(ads, lang="sv").rank([person], include_blocked=True)[0]
    [step] = steps(ranked.matches)
    assert (step.text, step.n_ads) == ("Skaffa körkort B som gäller i Sverige", 3)
    licence = DrivingLicence(class_="B", country="SE", valid="yes")
    then = person.model_copy(update={"driving_licences": (licence,), "none": ()})
    assert {match.tier for match in Matcher(ads).rank([then])[0].matches} == {"ready"}


def test_far_work_is_no_aim_as_long_as_anything_nearer_is_listed():
    def match(name, card, **contributions):
        return Match(name, 1, sum(contributions.values()), "step", contributions, (lacks("certificate", card),), ())

    near, far = match("a", "hlr", occupation=90), match("b", "truck", language=300)
    assert [step.value for step in steps([far, near], POINTS)] == ["hlr"]
    assert [step.value for step in steps([far], POINTS)] == ["truck"]
