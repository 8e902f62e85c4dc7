"""Education is judged by level, field and length, of one education or of several."""

import pytest

from matcher.ranking.gates import DEFAULT_GATES
from matcher.ranking.lookup import Lookup, Work
from matcher.ranking.person import Person
from matcher.records import Education, Profile, Requirement
from matcher.taxonomy import Taxonomy

GATE = next(gate for gate in DEFAULT_GATES if "education" in gate.kinds)


@pytest.fixture(scope="module")
def lookup():
    return Lookup(Taxonomy.starter())


def judge(lookup, profile, value, quote=None):
    row = Requirement(kind="education", value=value, necessity="must", quote=quote)
    return GATE.judge(Person(profile, lookup), GATE.demand(row, Work()))


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
    ],
)
def test_education_is_judged_by_level_and_field(lookup, held, asked, verdict):
    value = {"level": asked[0], "field": asked[1]}
    assert judge(lookup, studied(*held), value).verdict == verdict


def test_a_few_years_of_school_are_no_completed_compulsory_school(lookup):
    def verdict(years):
        profile = Profile(id="1", education=[Education(level="primary", years=years)])
        return judge(lookup, profile, {"level": "primary", "field": None}).verdict

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
def test_a_degree_of_the_second_cycle_takes_five_years(lookup, years, quote, verdict):
    profile = Profile(id="1", education=[Education(level="tertiary", field="ekonomi", years=years)])
    asked = {"level": "tertiary", "field": "ekonomi"}
    assert judge(lookup, profile, asked, quote).verdict == verdict


def test_a_field_that_names_the_second_cycle_tells_of_it(lookup):
    profile = Profile(id="1", education=[Education(level="tertiary", field="master i ekonomi", years=2)])
    assert judge(lookup, profile, {"level": "tertiary", "field": None}, "masterexamen").verdict == "met"


def test_level_and_field_from_two_educations_are_worth_a_question(lookup):
    held = [Education(level="tertiary", field="matematik"), Education(level="post_secondary", field="pedagogik")]
    value = {"level": "tertiary", "field": "lärarexamen"}
    assert judge(lookup, Profile(id="1", education=held), value).verdict == "unknown"
    assert judge(lookup, Profile(id="1", education=held[1:]), value).verdict == "unmet"


def test_care_learnt_at_school_is_the_care_programme(lookup):
    schooled = Profile(id="1", education=[Education(level="upper_secondary", field="omvårdnadsprogrammet")])
    assert judge(lookup, schooled, {"level": None, "field": "undersköterska"}).verdict == "met"
    assert judge(lookup, schooled, {"level": "tertiary", "field": "sjuksköterska"}).verdict == "unmet"


def test_a_degree_of_work_that_is_only_near_is_worth_a_question(lookup):
    midwife = Profile(id="1", education=[Education(level="tertiary", field="barnmorska")])
    assert judge(lookup, midwife, {"level": "upper_secondary", "field": "undersköterska"}).verdict == "unknown"
