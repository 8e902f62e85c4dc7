"""Each gate judges met, unmet and unknown, and never turns silence into a no."""

import pytest

from matcher.ranking import JudgedRequirement, Matcher
from matcher.ranking.asking.questions import questions_about
from matcher.ranking.evidence import worded
from matcher.ranking.gates import DEFAULT_GATES
from matcher.ranking.gates.driving import DrivingGate
from matcher.records import (
    Availability,
    DrivingLicence,
    Education,
    Experience,
    JobAd,
    Language,
    LicensedProfession,
    Profile,
    Requirement,
)

EVERY_KIND = [
    ("language", {"lang": "sv", "level": "B1"}),
    ("driving_licence", "B"),
    ("own_car", True),
    ("education", {"level": "upper_secondary", "field": "vård och omsorg"}),
    ("experience", {"years": 2, "field": "kock"}),
    ("certificate", "truck"),
    ("licensed_profession", "lärare"),
    ("record_check", "police_record"),
    ("citizenship", "SE"),
    ("work_permit", True),
    ("age_min", 18),
    ("physical", True),
    ("working_time", ["night"]),
    ("skill", "overlock"),
]


@pytest.mark.parametrize(("kind", "value"), EVERY_KIND)
def test_a_silent_profile_is_unknown_on_everything(judge, kind, value):
    assert judge(Profile(id="1"), kind, value).verdict == "unknown"


def test_every_kind_of_the_vocabulary_has_a_gate():
    from typing import get_args

    from matcher.records import Kind

    assert {kind for gate in DEFAULT_GATES for kind in gate.kinds} == set(get_args(Kind))


def test_what_no_gate_judges_is_asked_about_and_not_taken_for_met():
    rows = [
        Requirement(kind="driving_licence", value="B", necessity="must", any_of=1),
        Requirement(kind="certificate", value="truck", necessity="must", any_of=1),
        Requirement(kind="own_car", value=True, necessity="must"),
    ]
    held = [gate for gate in DEFAULT_GATES if "driving_licence" not in gate.kinds]
    ad = JobAd(id="a", headline="Chaufför", requirements=rows)
    for gates in ([DrivingGate()], held, []):
        [match] = Matcher([ad], gates=gates).rank(Profile(id="1"))[0].matches
        assert match.tier == "ask"
        assert {row.verdict for row in match.verdicts} == {"unknown"}
        assert match.questions


@pytest.mark.parametrize(
    ("value", "lang", "text"),
    [
        ("own_uniform", "sv", "Har du own uniform?"),
        (True, "en", "Do you have this: tools?"),
    ],
)
def test_a_kind_of_ones_own_has_a_question(value, lang, text):
    row = Requirement.model_construct(kind="tools", value=value, necessity="must", any_of=None, quote=None)
    [question] = questions_about([JudgedRequirement(row, "unknown")], lang)
    assert question.text == text


def swedish(low, high, **more):
    return Profile(id="1", languages=[Language(lang="sv", speaking=(low, high), listening=(low, high), **more)])


@pytest.mark.parametrize(
    ("low", "high", "level", "verdict", "bridge"),
    [
        ("B1", "B1", "B1", "met", False),
        ("A2", "B1", "B1", "unknown", False),
        ("A2", "A2", "B1", "unmet", True),
        ("A1", "A1", "B1", "unmet", False),
        ("A2", "A2", None, "unknown", False),
        ("B1", "B2", None, "met", False),
        ("A1", "A1", None, "unmet", True),
    ],
)
def test_language_is_judged_by_its_interval(judge, low, high, level, verdict, bridge):
    judged = judge(swedish(low, high), "language", {"lang": "sv", "level": level})
    assert (judged.verdict, judged.bridge) == (verdict, bridge)


def test_a_demand_in_writing_is_judged_by_writing(judge):
    profile = swedish("B2", "B2", reading=("B1", "B1"), writing=("A2", "A2"))
    asked = {"lang": "sv", "level": "B1"}
    assert judge(profile, "language", asked, "svenska").verdict == "met"
    assert judge(profile, "language", asked, "svenska i tal och skrift").verdict == "unmet"
    assert judge(profile, "language", asked, "kan läsa svenska").verdict == "met"


def test_a_language_missing_from_a_list_with_a_mother_tongue_is_unmet_but_english_is_asked_about(judge):
    profile = Profile(id="1", languages=[Language(lang="so", native=True)])
    assert judge(profile, "language", {"lang": "ti", "level": "B2"}).verdict == "unmet"
    assert judge(profile, "language", {"lang": "en", "level": "B2"}).verdict == "unknown"


def test_a_stated_lack_of_swedish_is_unmet(judge):
    asked = {"lang": "sv", "level": "A2"}
    assert judge(Profile(id="1", none=["languages.sv"]), "language", asked).verdict == "unmet"


def licence(class_, valid, country=None):
    return Profile(id="1", driving_licences=[DrivingLicence(class_=class_, valid=valid, country=country)])


@pytest.mark.parametrize(
    ("held", "valid", "asked", "verdict"),
    [
        ("CE", "yes", "B", "met"),
        ("CE", "yes", "C", "met"),
        ("CE", "yes", "D", "unmet"),
        ("A", "yes", "B", "unmet"),
        ("B", "unknown", "B", "unknown"),
        ("B", "no", "B", "unmet"),
        ("C1", "yes", "C", "unmet"),
    ],
)
def test_a_licence_covers_what_it_entitles_to(judge, held, valid, asked, verdict):
    assert judge(licence(held, valid), "driving_licence", asked).verdict == verdict


def test_a_licence_that_is_not_valid_here_is_a_step_away_and_says_so(judge):
    judged = judge(licence("B", "no", "SY"), "driving_licence", "B")
    assert judged.bridge
    assert "gäller inte" in worded(judged.evidence, "sv")


def test_a_stated_lack_is_unmet(judge):
    none = Profile(id="1", none=["driving_licences", "certificates", "experience", "education"])
    assert judge(none, "driving_licence", "B").verdict == "unmet"
    assert judge(none, "certificate", "truck").verdict == "unmet"
    assert judge(none, "experience", {"years": None, "field": "kock"}).verdict == "unmet"
    assert judge(none, "education", {"level": "tertiary", "field": None}).verdict == "unmet"


@pytest.mark.parametrize(
    ("status", "verdict", "bridge"),
    [
        ("licensed", "met", False),
        ("applied", "unmet", True),
        ("knowledge_test", "unmet", True),
        ("none", "unmet", False),
    ],
)
def test_a_licence_to_practise_follows_its_status(judge, status, verdict, bridge):
    profile = Profile(id="1", licensed_profession=LicensedProfession(profession="sjuksköterska", status=status))
    judged = judge(profile, "licensed_profession", "sjuksköterska")
    assert (judged.verdict, judged.bridge) == (verdict, bridge)


@pytest.mark.parametrize(
    ("held", "asked", "verdict"),
    [
        ("tandläkare", "läkare", "unmet"),
        ("läkare", "tandläkare", "unmet"),
        ("sjuksköterska", "röntgensjuksköterska", "unmet"),
        ("psykolog", "psykoterapeut", "unmet"),
        ("barnmorska", "sjuksköterska", "met"),
        ("sjukgymnast", "fysioterapeut", "met"),
        ("överläkare", "läkare", "met"),
    ],
)
def test_a_licence_is_for_its_profession_and_no_other_of_a_like_name(judge, held, asked, verdict):
    licensed = LicensedProfession(profession=held, status="licensed")
    worked = [Experience(title=held, years=4)]
    profile = Profile(id="1", licensed_profession=licensed, experience=worked)
    assert judge(profile, "licensed_profession", asked).verdict == verdict


def test_a_trained_nurse_who_says_nothing_of_a_licence_is_asked_and_a_cook_is_not(judge):
    nurse, cook = (
        Profile(id="1", experience=[Experience(title=title, years=5)]) for title in ("Sjuksköterska", "Kock")
    )
    assert judge(nurse, "licensed_profession", "sjuksköterska").verdict == "unknown"
    assert judge(cook, "licensed_profession", "sjuksköterska").verdict == "unmet"


def test_a_certificate_list_that_lacks_one_says_that_it_is_missing(judge):
    profile = Profile(id="1", certificates=["hlr"])
    assert judge(profile, "certificate", "hlr").verdict == "met"
    missing = judge(profile, "certificate", "truck")
    assert (missing.verdict, missing.bridge) == ("unmet", True)


def test_a_list_of_cards_leaves_what_takes_years_a_question(judge):
    listed, denied = Profile(id="1", certificates=["hlr"]), Profile(id="2", none=["certificates"])
    assert [judge(listed, "certificate", slug).verdict for slug in ("aut_el", "taxi", "gesallbrev")] == ["unknown"] * 3
    assert (judge(denied, "certificate", "taxi").verdict, judge(denied, "certificate", "taxi").bridge) == (
        "unmet",
        False,
    )


def test_a_card_that_is_denied_is_unmet_and_says_nothing_of_others(judge):
    profile = Profile(id="1", none=["certificates.truck", "certificates.taxi"])
    denied, taxi, silent = (judge(profile, "certificate", slug) for slug in ("truck", "taxi", "lift"))
    assert (denied.verdict, denied.bridge, worded(denied.evidence, "sv")) == ("unmet", True, "truckkort saknas")
    assert (taxi.verdict, taxi.bridge, silent.verdict) == ("unmet", False, "unknown")


def test_working_time_clashes_with_times_that_cannot_be_worked(judge):
    profile = Profile(id="1", availability=Availability(hours="full", **{"not": ["night"]}))
    assert judge(profile, "working_time", ["night", "weekend"]).verdict == "unmet"
    assert judge(profile, "working_time", ["weekend"]).verdict == "met"
    assert judge(profile, "working_time", ["shift"]).verdict == "unknown"


def test_shifts_are_in_the_evening_and_two_of_them_leave_the_night_free(judge):
    no_nights, no_evenings = (
        Profile(id="1", availability=Availability(hours="full", **{"not": [time]})) for time in ("night", "evening")
    )
    for value, quote in ((["shift"], "arbetet går i tvåskift"), (["shift", "weekend"], "skift och helger")):
        assert judge(no_nights, "working_time", value, quote).verdict == "met"
        assert judge(no_evenings, "working_time", value, quote).verdict == "unmet"


@pytest.mark.parametrize("quote", ["3-skift", "treskift", "femskift", "three shift", "kontinuerligt skift"])
def test_three_shifts_are_at_night_too(judge, quote):
    profile = Profile(id="1", availability=Availability(hours="full", **{"not": ["night"]}))
    judged = judge(profile, "working_time", ["shift"], quote)
    assert (judged.verdict, judged.bridge) == ("unmet", True)


def test_being_on_call_is_no_work_at_night(judge):
    profile = Profile(id="1", availability=Availability(hours="full", **{"not": ["night", "weekend"]}))
    assert judge(profile, "working_time", ["on_call"]).verdict == "met"
    assert judge(profile, "working_time", ["night", "on_call"]).verdict == "unmet"


def test_a_time_of_day_that_is_not_wanted_is_one_that_clashes(judge):
    profile = Profile(id="1", not_wanted=["nattarbete"], availability=Availability(hours="full"))
    assert judge(profile, "working_time", ["night"]).verdict == "unmet"
    assert judge(profile, "working_time", ["evening"]).verdict == "met"


@pytest.mark.parametrize(
    ("profile", "verdict"),
    [
        (Profile(id="1"), "unknown"),
        (Profile(id="1", experience=[Experience(title="Kock", years=1)]), "unknown"),
        (Profile(id="1", experience=[Experience(title="Kock", years=4)]), "met"),
        (Profile(id="1", education=[Education(level="tertiary", field="kemi")]), "met"),
        (Profile(id="1", driving_licences=[DrivingLicence(class_="B", country="SE", valid="yes")]), "met"),
    ],
)
def test_what_adults_alone_can_have_shows_that_somebody_is_of_age(judge, profile, verdict):
    assert judge(profile, "age_min", 18).verdict == verdict
    assert judge(profile, "age_min", 23).verdict == "unknown"


def test_years_of_work_show_an_age_above_twenty(judge):
    profile = Profile(id="1", experience=[Experience(title="Bussförare", years=6)])
    assert judge(profile, "age_min", 21).verdict == "met"
    assert judge(profile, "age_min", 24).verdict == "unknown"


def test_who_refuses_heavy_lifts_has_not_said_to_be_in_bad_form(judge):
    person = Profile(id="1", not_wanted=["tunga lyft", "kassa"])
    lifts, form = judge(person, "physical", True, "klarar tunga lyft"), judge(person, "physical", True, "God fysik")
    assert (lifts.verdict, form.verdict) == ("unmet", "unknown")
    assert worded(lifts.evidence, "sv") == "vill inte: tunga lyft"
    assert judge(person, "physical", True, "god fysik, vi lyfter 25 kilo").verdict == "unmet"
    assert judge(Profile(id="2", not_wanted=["kassa"]), "physical", True, "tunga lyft").verdict == "unknown"
