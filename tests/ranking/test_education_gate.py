"""Education is judged by level, field and length, of one education or of several."""

import pytest

from matcher.records import Education, Profile


def studied(level, field):
    return Profile(id="1", education=[Education(level=level, field=field)])


@pytest.mark.parametrize(
    ("held", "asked", "verdict"),
    [
        (("tertiary", "omvårdnad"), ("upper_secondary", "vård och omsorg"), "unknown"),
        (("upper_secondary", "omvårdnad"), ("tertiary", "omvårdnad"), "unmet"),
        (("tertiary", "datavetenskap"), ("tertiary", "software engineering"), "met"),
        (("tertiary", "byggteknik"), ("tertiary", "ingenjör"), "met"),
        (("tertiary", "byggteknik"), ("tertiary", "elektroteknik"), "unmet"),
        (("tertiary", "engelska"), ("tertiary", "socionom"), "unmet"),
        (("upper_secondary", "vård och omsorg"), ("upper_secondary", "vård och omsorg"), "met"),
        (("primary", None), ("upper_secondary", None), "unmet"),
        (("tertiary", "juridik"), ("tertiary", "elkraft"), "unmet"),
        (("tertiary", None), ("tertiary", "elkraft"), "unknown"),
        (("tertiary", "juridik"), ("upper_secondary", None), "met"),
        (("tertiary", "företagsekonomi"), ("tertiary", "marknadsföring"), "unknown"),
        (("tertiary", "programvaruteknik"), ("tertiary", "engineering"), "unknown"),
        (("tertiary", "förskollärare"), ("tertiary", "lärarexamen"), "unknown"),
        (("tertiary", "lärare i biologi"), ("tertiary", "lärare i slöjd"), "unknown"),
        (("post_secondary", "programvaruteknik"), (None, "intervjuteknik"), "unknown"),
    ],
)
def test_education_is_judged_by_level_and_field(judge, held, asked, verdict):
    value = {"level": asked[0], "field": asked[1]}
    assert judge(studied(*held), "education", value).verdict == verdict


def test_a_few_years_of_school_are_no_completed_compulsory_school(judge):
    def verdict(years):
        profile = Profile(id="1", education=[Education(level="primary", years=years)])
        return judge(profile, "education", {"level": "primary", "field": None}).verdict

    assert [verdict(2), verdict(9), verdict(None)] == ["unmet", "met", "met"]


@pytest.mark.parametrize(
    ("years", "quote", "verdict"),
    [
        (3, "masterexamen", "unmet"),
        (4, "MSc in economics", "unmet"),
        (5, "civilingenjörsexamen", "met"),
        (None, "masterexamen", "unknown"),
        (3, "kandidat- eller masterexamen", "met"),
        (3, "Bachelor's or Master's degree", "met"),
        (3, "högskoleexamen", "met"),
    ],
)
def test_a_degree_of_the_second_cycle_takes_five_years(judge, years, quote, verdict):
    profile = Profile(id="1", education=[Education(level="tertiary", field="ekonomi", years=years)])
    asked = {"level": "tertiary", "field": "ekonomi"}
    assert judge(profile, "education", asked, quote).verdict == verdict


@pytest.mark.parametrize(
    ("years", "quote", "verdict"), [(2, "examen", "unknown"), (3, "examen", "met"), (2, "master", "unmet")]
)
def test_two_years_at_a_university_are_no_degree_for_sure(judge, years, quote, verdict):
    profile = Profile(id="1", education=[Education(level="tertiary", field="ekonomi", years=years)])
    assert judge(profile, "education", {"level": "tertiary", "field": "ekonomi"}, quote).verdict == verdict
    assert judge(profile, "education", {"level": "post_secondary", "field": "ekonomi"}).verdict == "met"


def test_a_field_that_names_the_second_cycle_tells_of_it(judge):
    profile = Profile(id="1", education=[Education(level="tertiary", field="master i ekonomi", years=2)])
    assert judge(profile, "education", {"level": "tertiary", "field": None}, "masterexamen").verdict == "met"


def test_level_and_field_from_two_educations_are_worth_a_question(judge):
    held = [Education(level="tertiary", field="matematik"), Education(level="post_secondary", field="pedagogik")]
    value = {"level": "tertiary", "field": "lärarexamen"}
    assert judge(Profile(id="1", education=held), "education", value).verdict == "unknown"
    assert judge(Profile(id="1", education=held[1:]), "education", value).verdict == "unmet"


def test_care_learnt_at_school_is_the_care_programme(judge):
    schooled = Profile(id="1", education=[Education(level="upper_secondary", field="omvårdnadsprogrammet")])
    assert judge(schooled, "education", {"level": None, "field": "undersköterska"}).verdict == "met"
    assert judge(schooled, "education", {"level": "tertiary", "field": "sjuksköterska"}).verdict == "unmet"


def test_a_degree_of_work_that_is_only_near_is_worth_a_question(judge):
    midwife = Profile(id="1", education=[Education(level="tertiary", field="barnmorska")])
    assert judge(midwife, "education", {"level": "upper_secondary", "field": "undersköterska"}).verdict == "unknown"


@pytest.mark.parametrize(("country", "verdict"), [("TR", "unknown"), ("SE", "met"), (None, "met")])
def test_another_states_school_of_police_is_none_of_this_one(judge, country, verdict):
    officer = Profile(id="1", education=[Education(level="post_secondary", field="polisutbildning", country=country)])
    assert judge(officer, "education", {"level": None, "field": "polis"}).verdict == verdict


@pytest.mark.parametrize(
    ("field", "quote", "verdict"),
    [
        ("ekonomi, master", "masterexamen", "met"),
        ("ekonomi, kandidat", "masterexamen", "unmet"),
        ("ekonomi, kandidat", "kandidatexamen", "met"),
        ("ekonomi, master, pågående", "masterexamen", "unknown"),
    ],
)
def test_the_cycle_of_a_degree_is_told_by_its_name(judge, field, quote, verdict):
    asked = {"level": "tertiary", "field": "ekonomi"}
    assert judge(studied("tertiary", field), "education", asked, quote=quote).verdict == verdict


@pytest.mark.parametrize("asked", [(None, "undersköterska"), ("upper_secondary", None), ("upper_secondary", "vård")])
def test_studies_that_go_on_meet_no_demand_of_finished_ones(judge, asked):
    value = {"level": asked[0], "field": asked[1]}
    assert judge(studied("upper_secondary", "undersköterska"), "education", value).verdict == "met"
    assert judge(studied("upper_secondary", "undersköterska, pågående"), "education", value).verdict == "unknown"
