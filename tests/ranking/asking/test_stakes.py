import math

import pytest

from matcher.ranking import Matcher, next_question, opening_question, stakes, too_little_known
from matcher.ranking.asking.rescoring import PLACES
from matcher.ranking.asking.stakes import subject_of
from matcher.ranking.weights import default_weights
from matcher.records import DrivingLicence, Education, Experience, JobAd, Language, Profile, Requirement, Skill


def must(kind, value, group=None):
    return Requirement(kind=kind, value=value, necessity="must", any_of=group)


def ad(name, *rows, headline="Kock"):
    return JobAd(id=name, headline=headline, text="Vi söker en kock till vårt kök.", requirements=rows)


COOK = Profile(
    id="1",
    experience=[Experience(title="Kock", years=3)],
    languages=[Language(lang="sv", speaking=("C1", "C1"), listening=("C1", "C1"))],
    wishes=["Kock"],
    home_municipality="Stockholm",
)


def matches_of(profile, ads):
    return Matcher(ads).rank([profile], k=len(ads))[0].matches


def test_what_only_far_work_asks_for_is_asked_last():
    near = ad("a", must("certificate", "livsmedelshygien"))
    card = must("certificate", "svetslicens")
    far = [JobAd(id=f"b{i}", headline="Svetsare", text="Svetsare sökes.", requirements=[card]) for i in range(3)]
    assert [one.question.value for one in stakes(matches_of(COOK, [near, *far]), default_weights())] == [
        "livsmedelshygien", "svetslicens",
    ]  # fmt: skip
    assert stakes(matches_of(COOK, far), default_weights())[0].question.value == "svetslicens"


def test_a_language_between_two_levels_is_asked_about_for_all_ads_at_once():
    person = COOK.model_copy(update={"languages": [Language(lang="sv", speaking=("A2", "B2"), listening=("A2", "B2"))]})
    ads = [ad(f"a{level}", must("language", {"lang": "sv", "level": level})) for level in ("B1", "B2")]
    question, n_ads = next_question(matches_of(person, ads), profile=person)
    assert (question.text, n_ads) == ("Hur väl kan du svenska: A2, B1 eller B2?", 2)
    asked = next_question(matches_of(person, ads), profile=person, lang="en")
    assert asked is not None
    assert asked[0].text == "How well do you know Swedish: A2, B1 or B2?"


def test_what_moves_the_list_is_asked_and_not_what_most_ads_have():
    check = must("record_check", "police_record")
    ads = [ad(f"a{i}", check) for i in range(6)] + [ad(f"b{i}", must("driving_licence", "B")) for i in range(2)]
    first, second = stakes(matches_of(COOK, ads), default_weights())
    assert (first.question.kind, first.n_ads) == ("driving_licence", 2)
    assert (second.question.kind, second.n_ads, second.moved) == ("record_check", 6, 0)
    question, n_ads = next_question(matches_of(COOK, ads), profile=COOK)
    assert (question.value, n_ads) == ("B", 2)


def test_one_answer_about_a_language_serves_every_level():
    rows = [must("language", {"lang": "en", "level": level}) for level in ("B1", "B2", "B2", None)]
    [stake] = stakes(matches_of(COOK, [ad(f"a{i}", row) for i, row in enumerate(rows)]), default_weights())
    assert (stake.n_ads, stake.question.value) == (4, {"lang": "en", "level": "B2"})


def test_a_language_that_ads_ask_at_different_levels_moves_more_than_one_they_ask_alike():
    def moved(*levels):
        ads = [ad(f"a{i}", must("language", {"lang": "en", "level": level})) for i, level in enumerate(levels)]
        return stakes(matches_of(COOK, ads), default_weights())[0].moved

    assert moved("B1", "B1", "B1", "B1") < moved("C1", "B2", "B1", "A2")


def test_each_level_is_thought_through_as_the_gate_would_judge_it():
    asking = [
        ad(f"a{i}", must("language", {"lang": "en", "level": level})) for i, level in enumerate(("C1", "B1", None))
    ]
    # As many open ads as a list needs, so that blocked ones do not fill it up.
    ads = [*asking, ad("c", headline="Bagare"), *(ad(f"d{i}", must("skill", "wok")) for i in range(5))]
    now = matches_of(COOK, ads)
    moved = 0.0
    for told in ("A1", "A2", "B1", "B2", "C1"):
        english = Language(lang="en", **dict.fromkeys(("speaking", "listening", "reading", "writing"), (told, told)))
        then = matches_of(COOK.model_copy(update={"languages": (*COOK.languages, english)}), ads)
        before, after = ({m.id: 1 / math.log2(1 + m.rank) for m in found} for found in (now, then))
        moved += sum(abs(before.get(i, 0) - after.get(i, 0)) for i in before.keys() | after.keys()) / 2
    share = moved / 5 / sum(1 / math.log2(1 + m.rank) for m in now)
    stake = next(one for one in stakes(now, default_weights()) if one.question.kind == "language")
    assert share > 0
    assert stake.moved == pytest.approx(share)


def test_what_only_its_ad_can_name_is_not_asked_out_of_context():
    blank = must("experience", {"years": 2, "field": None})
    assert stakes(matches_of(Profile(id="1", wishes=["Kock"]), [ad("a", blank)]), default_weights()) == ()
    assert subject_of("education", {"level": None, "field": None}) is None
    assert subject_of("education", {"level": "tertiary", "field": None}) == ("education", "tertiary")


@pytest.mark.parametrize(
    ("row", "yes", "no"),
    [
        (
            must("driving_licence", "B"),
            {"driving_licences": (DrivingLicence(class_="B", valid="yes"),)},
            {"none": ("driving_licences",)},
        ),
        (must("own_car", True), {"own_car": True}, {"own_car": False}),
        (must("certificate", "hlr"), {"certificates": ("hlr",)}, {"none": ("certificates",)}),
    ],
)
def test_what_moves_is_what_a_profile_with_the_answer_in_it_moves(row, yes, no):
    asking = [ad(f"a{i}", row, must("skill", "wok")) for i in range(3)]
    ads = [*asking, *(ad(f"b{i}", must("skill", "wok")) for i in range(4)), ad("c", headline="Bagare"), ad("d")]
    now = matches_of(COOK, ads)
    moved = 0.0
    for answer in (yes, no):
        then = matches_of(COOK.model_copy(update=answer), ads)
        before, after = ({m.id: 1 / math.log2(1 + m.rank) for m in found} for found in (now, then))
        moved += sum(abs(before.get(i, 0) - after.get(i, 0)) for i in before.keys() | after.keys()) / 2
    share = moved / 2 / sum(1 / math.log2(1 + m.rank) for m in now)
    stake = next(s for s in stakes(now, default_weights()) if s.question.kind == row.kind)
    assert share > 0
    assert stake.moved == pytest.approx(share)


def test_an_or_group_is_one_question_and_counts_an_ad_once():
    ads = [ad("a", must("driving_licence", "B", 1), must("driving_licence", "C", 1)), ad("b")]
    [stake] = stakes(matches_of(COOK, ads), default_weights())
    assert (stake.question.value, stake.n_ads) == ("B", 1)


def test_ads_far_below_the_places_that_are_read_move_nothing():
    good = [ad(f"a{i:02}") for i in range(PLACES + 5)]
    far = ad("z", must("certificate", "adr"), must("driving_licence", "CE"), headline="Lastbilsförare ADR")
    [*_, last] = stakes(matches_of(COOK, [*good, far]), default_weights())
    assert last.moved == 0


def test_the_same_questions_whatever_the_order_of_ads():
    ads = [ad(f"a{i}", must("certificate", slug)) for i, slug in enumerate(["hlr", "truck", "hlr", "adr"])]
    first, second = (stakes(matches_of(COOK, order), default_weights()) for order in (ads, ads[::-1]))
    assert first == second


def test_a_talk_opens_with_work_home_and_wish():
    assert opening_question(Profile(id="1")).kind == "experience"
    assert opening_question(Profile(id="1"), asked=["experience"]).kind == "home_municipality"
    assert opening_question(COOK.model_copy(update={"wishes": ()})).kind == "wishes"
    assert opening_question(COOK) is None


def test_of_whom_too_little_is_known_work_is_asked_about_first():
    vague = Profile(id="1", own_car=True, home_municipality="Solna", education=[Education(level="primary")])
    assert too_little_known(vague)
    assert not too_little_known(vague.model_copy(update={"skills": (Skill(label="städning"),)}))
    ads = [ad("a", must("driving_licence", "B")), ad("b")]
    question, n_ads = next_question(matches_of(vague, ads), profile=vague, lang="en")
    assert (question.text, n_ads) == ("Which jobs have you had, and for how long?", 2)
    assert next_question((), profile=vague) is None
