"""Experience is judged by how near the jobs held are to the work asked for, and by how long they were."""

import pytest

from matcher.ranking.crowd.people import Crowd
from matcher.ranking.gates import DEFAULT_GATES
from matcher.ranking.lookup import Lookup, Work
from matcher.ranking.person import Person
from matcher.ranking.verdicts import STEP, UNKNOWN
from matcher.records import Experience, Profile, Requirement
from matcher.taxonomy import Taxonomy, link_profile

GATE = next(gate for gate in DEFAULT_GATES if "experience" in gate.kinds)


@pytest.fixture(scope="module")
def lookup():
    return Lookup(Taxonomy.starter())


def judge(lookup, profile, value, quote=None, work=None):
    row = Requirement(kind="experience", value=value, necessity="must", quote=quote)
    return GATE.judge(Person(profile, lookup), GATE.demand(row, work or Work()))


def work_as(lookup, title):
    return Work(lookup.occupations(title)[:1], 1.0, title)


def jobs(*rows):
    return Profile(id="1", experience=[Experience(title=t, years=y) for t, y in rows])


def test_several_short_jobs_count_together(lookup):
    profile = jobs(("Kock", 1.0), ("Kock", 1.0), ("Kock", 1.5))
    assert judge(lookup, profile, {"years": 3, "field": "kock"}).verdict == "met"


def test_a_job_of_unknown_length_is_asked_about(lookup):
    assert judge(lookup, jobs(("Kock", None)), {"years": 3, "field": "kock"}).verdict == "unknown"
    assert judge(lookup, jobs(("Kock", None)), {"years": None, "field": "kock"}).verdict == "met"


def test_slightly_short_experience_is_a_step_and_other_work_is_not(lookup):
    short = judge(lookup, jobs(("Kock", 1.5)), {"years": 2, "field": "kock"})
    other = judge(lookup, jobs(("Svetsare", 9.0)), {"years": 2, "field": "kock"})
    assert (short.verdict, short.bridge) == ("unmet", True)
    assert (other.verdict, other.bridge) == ("unmet", False)


@pytest.mark.parametrize("title", ["egen firma", "Konsult", "diverse uppdrag", "egen verkstad"])
def test_a_job_that_does_not_say_what_was_done_is_asked_about(lookup, title):
    asked, work = {"years": 2, "field": "snickare"}, work_as(lookup, "Snickare")
    people = [jobs((title, 6.0)), jobs((title, 6.0), ("Svetsare", 4.0)), jobs(("Svetsare", 4.0))]
    linked = [Person(link_profile(profile, lookup.taxonomy), lookup) for profile in people]
    row = Requirement(kind="experience", value=asked, necessity="must")
    demand = GATE.demand(row, work)
    assert [GATE.judge(person, demand).verdict for person in linked] == ["unknown", "unknown", "unmet"]
    assert GATE.judge_all(Crowd(linked, lookup), demand).tolist() == [UNKNOWN, UNKNOWN, STEP]


def test_an_unnamed_field_is_the_ads_own_work(lookup):
    asked = {"years": 2, "field": None}
    assert judge(lookup, jobs(("Kock", 4.0)), asked, work=work_as(lookup, "Kock")).verdict == "met"
    assert judge(lookup, jobs(("Svetsare", 4.0)), asked, work=work_as(lookup, "Kock")).verdict == "unmet"


def test_area_experience_is_asked_about_in_the_same_work_and_a_step_in_the_same_field(lookup):
    asked = {"years": 2, "field": "storkök"}
    same, kin, welder = jobs(("Kock", 3.0)), jobs(("Servitör", 6.0)), jobs(("Svetsare", 6.0))
    work = work_as(lookup, "Kock")
    assert judge(lookup, same, asked, work=work).verdict == "unknown"
    near = judge(lookup, kin, asked, work=work)
    far = judge(lookup, welder, asked, work=work)
    assert (near.verdict, near.bridge) == ("unmet", True)
    assert (far.verdict, far.bridge) == ("unmet", False)


@pytest.mark.parametrize(
    ("years", "asked", "verdict"), [(5, 3, "met"), (4, 3, "unknown"), (3, None, "met"), (2, None, "unknown")]
)
def test_long_work_as_the_ad_s_own_knows_the_areas_that_it_names(lookup, years, asked, verdict):
    value = {"years": asked, "field": "storkök"}
    held = jobs(("Kock", years / 2), ("Kock", years / 2))
    assert judge(lookup, held, value, work=work_as(lookup, "Kock")).verdict == verdict


def test_any_work_will_do_where_no_work_in_particular_is_asked_for(lookup):
    none, work = {"years": None, "field": None}, work_as(lookup, "Kock")
    welder = jobs(("Svetsare", 1.0))
    assert judge(lookup, welder, none, "arbetslivserfarenhet", work).verdict == "met"
    assert judge(lookup, welder, none, "yrkeserfarenhet", work).verdict == "unmet"
    nobody = Profile(id="1", none=["experience"])
    assert judge(lookup, nobody, none, "arbetslivserfarenhet", work).verdict == "unmet"


@pytest.mark.parametrize(
    ("title", "field", "verdict"),
    [
        ("Telefonförsäljare", "försäljning", "met"),
        ("Maskinoperatör", "arbete inom industri", "met"),
        ("Hotellreceptionist", "försäljning", "unmet"),
        ("Telefonförsäljare", "försäljning av fastigheter", "unmet"),
    ],
)
def test_an_area_is_known_to_whose_work_it_is_and_not_to_their_neighbours(lookup, title, field, verdict):
    asked = {"years": 2, "field": field}
    assert judge(lookup, jobs((title, 2.0)), asked, work=work_as(lookup, "Tandläkare")).verdict == verdict
