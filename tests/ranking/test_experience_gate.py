"""Experience is judged by how near the jobs held are to the work asked for, and by how long they were."""

from datetime import date

import pytest

from matcher.ranking.crowd.people import Crowd
from matcher.ranking.gates.experience import ExperienceGate
from matcher.ranking.lookup import Lookup, Work
from matcher.ranking.person import Person
from matcher.ranking.verdicts import MET, STEP, UNKNOWN
from matcher.records import Experience, Profile, Requirement
from matcher.taxonomy import link_profile


def work_as(lookup, title):
    return Work(lookup.occupations(title)[:1], 1.0, title)


def jobs(*rows):
    return Profile(id="1", experience=[Experience(title=t, years=y) for t, y in rows])


def test_several_short_jobs_count_together(judge):
    profile = jobs(("Kock", 1.0), ("Kock", 1.0), ("Kock", 1.5))
    assert judge(profile, "experience", {"years": 3, "field": "kock"}).verdict == "met"


def test_what_is_rounded_away_of_short_jobs_is_not_missed(judge, lookup):
    """Six jobs of four months are two years, though each is kept as 0.33; two months less are not."""
    demand = {"years": 2, "field": "kock"}
    whole, short = jobs(*[("Kock", 0.33)] * 6), jobs(*[("Kock", 0.33)] * 5, ("Kock", 0.17))
    assert [judge(one, "experience", demand).verdict for one in (whole, short)] == ["met", "unmet"]
    gate, crowd = ExperienceGate(), Crowd([Person(one, lookup) for one in (whole, short)], lookup)
    asked = gate.demand(Requirement(kind="experience", value=demand, necessity="must"), work_as(lookup, "kock"))
    assert [gate.judge(Person(one, lookup), asked).code for one in (whole, short)] == gate.judge_all(
        crowd, asked
    ).tolist()


def test_a_job_of_unknown_length_is_asked_about(judge):
    assert judge(jobs(("Kock", None)), "experience", {"years": 3, "field": "kock"}).verdict == "unknown"
    assert judge(jobs(("Kock", None)), "experience", {"years": None, "field": "kock"}).verdict == "met"


def test_slightly_short_experience_is_a_step_and_other_work_is_not(judge):
    short = judge(jobs(("Kock", 1.5)), "experience", {"years": 2, "field": "kock"})
    other = judge(jobs(("Svetsare", 9.0)), "experience", {"years": 2, "field": "kock"})
    assert (short.verdict, short.bridge) == ("unmet", True)
    assert (other.verdict, other.bridge) == ("unmet", False)


@pytest.mark.parametrize("title", ["egen firma", "Konsult", "diverse uppdrag", "egen verkstad"])
def test_a_job_that_does_not_say_what_was_done_is_asked_about(lookup, title):
    asked, work = {"years": 2, "field": "snickare"}, work_as(lookup, "Snickare")
    people = [jobs((title, 6.0)), jobs((title, 6.0), ("Svetsare", 4.0)), jobs(("Svetsare", 4.0))]
    linked = [Person(link_profile(profile, lookup.taxonomy), lookup) for profile in people]
    row = Requirement(kind="experience", value=asked, necessity="must")
    gate = ExperienceGate()
    demand = gate.demand(row, work)
    assert [gate.judge(person, demand).verdict for person in linked] == ["unknown", "unknown", "unmet"]
    assert gate.judge_all(Crowd(linked, lookup), demand).tolist() == [UNKNOWN, UNKNOWN, STEP]


def test_an_unnamed_field_is_the_ads_own_work(judge, lookup):
    asked = {"years": 2, "field": None}
    assert judge(jobs(("Kock", 4.0)), "experience", asked, work=work_as(lookup, "Kock")).verdict == "met"
    assert judge(jobs(("Svetsare", 4.0)), "experience", asked, work=work_as(lookup, "Kock")).verdict == "unmet"


def test_area_experience_is_asked_about_in_the_same_work_and_a_step_in_the_same_field(judge, lookup):
    asked = {"years": 2, "field": "storkök"}
    same, kin, welder = jobs(("Kock", 3.0)), jobs(("Servitör", 6.0)), jobs(("Svetsare", 6.0))
    work = work_as(lookup, "Kock")
    assert judge(same, "experience", asked, work=work).verdict == "unknown"
    near = judge(kin, "experience", asked, work=work)
    far = judge(welder, "experience", asked, work=work)
    assert (near.verdict, near.bridge) == ("unmet", True)
    assert (far.verdict, far.bridge) == ("unmet", False)


@pytest.mark.parametrize(
    ("years", "asked", "verdict"), [(5, 3, "met"), (4, 3, "unknown"), (3, None, "met"), (2, None, "unknown")]
)
def test_long_work_as_the_ad_s_own_knows_the_areas_that_it_names(judge, lookup, years, asked, verdict):
    value = {"years": asked, "field": "storkök"}
    held = jobs(("Kock", years / 2), ("Kock", years / 2))
    assert judge(held, "experience", value, work=work_as(lookup, "Kock")).verdict == verdict


def test_any_work_will_do_where_no_work_in_particular_is_asked_for(judge, lookup):
    none, work = {"years": None, "field": None}, work_as(lookup, "Kock")
    welder = jobs(("Svetsare", 1.0))
    assert judge(welder, "experience", none, "arbetslivserfarenhet", work=work).verdict == "met"
    assert judge(welder, "experience", none, "yrkeserfarenhet", work=work).verdict == "unmet"
    nobody = Profile(id="1", none=["experience"])
    assert judge(nobody, "experience", none, "arbetslivserfarenhet", work=work).verdict == "unmet"


@pytest.mark.parametrize(
    ("title", "field", "verdict"),
    [
        ("Telefonförsäljare", "försäljning", "met"),
        ("Maskinoperatör", "arbete inom industri", "met"),
        ("Bilmekaniker", "reparation av bilar", "met"),
        ("Taxiförare", "yrkesmässig bilkörning", "met"),
        ("Bussförare", "köra buss", "met"),
        ("Frisör", "hårklippning", "met"),
        ("Svetsare", "welding", "met"),
        ("Butikschef", "leda personal", "met"),
        ("Bussförare", "lastbilskörning", "unmet"),
        ("Kock", "murning", "unmet"),
        ("Hotellreceptionist", "försäljning", "unmet"),
        ("Telefonförsäljare", "försäljning av fastigheter", "unmet"),
    ],
)
def test_an_area_is_known_to_whose_work_it_is_and_not_to_their_neighbours(judge, lookup, title, field, verdict):
    asked = {"years": 2, "field": field}
    assert judge(jobs((title, 2.0)), "experience", asked, work=work_as(lookup, "Tandläkare")).verdict == verdict


def test_of_areas_joined_by_a_slash_either_will_do(judge, lookup):
    asked = {"years": 1, "field": "transport/försäljning"}
    people = [jobs((title, 2.0)) for title in ("Lastbilsförare", "Butikssäljare", "Svetsare")]
    linked = [link_profile(one, lookup.taxonomy) for one in people]
    assert [judge(one, "experience", asked).verdict for one in linked] == ["met", "met", "unmet"]


def alone_and_together(lookup, people, asked, title):
    """Judge people one by one, which must say the same as judging them together; give the verdicts."""
    linked = [Person(link_profile(profile, lookup.taxonomy), lookup) for profile in people]
    gate = ExperienceGate()
    demand = gate.demand(Requirement(kind="experience", value=asked, necessity="must"), work_as(lookup, title))
    judged = [gate.judge(person, demand) for person in linked]
    assert [one.code for one in judged] == gate.judge_all(Crowd(linked, lookup), demand).tolist()
    return [one.verdict for one in judged]


@pytest.mark.parametrize(
    "field",
    [
        "att arbeta i tvärfunktionella team",
        "bemöta människor i utsatta situationer",
        "kunder",
        "planera och genomföra projekt",
        "modern ways of working",
        "internationellt bolag",
    ],
)
def test_ways_of_working_are_asked_about_for_no_title_tells_them(lookup, field):
    people = [jobs(("Svetsare", 9.0)), Profile(id="2", none=["experience"])]
    assert alone_and_together(lookup, people, {"years": None, "field": field}, "Kock") == ["unknown", "unmet"]
    real = {"years": None, "field": "agila team inom bokföring"}
    assert alone_and_together(lookup, people[:1], real, "Redovisningsekonom") == ["unmet"]


def test_what_is_listed_as_a_skill_is_asked_about_unless_years_are_asked_for(lookup):
    work = {"experience": [Experience(title="Svetsare", years=9.0)]}
    people = [Profile(id="1", skills=[{"label": "inköp"}], **work), Profile(id="2", **work)]
    asked = {"years": None, "field": "inköp"}
    assert alone_and_together(lookup, people, asked, "Inköpare") == ["unknown", "unmet"]
    assert alone_and_together(lookup, people, asked | {"years": 3}, "Inköpare") == ["unmet", "unmet"]


def test_areas_that_are_joined_are_areas(lookup):
    people = [jobs(("Torghandlare", 8.0)), jobs(("Svetsare", 9.0))]
    for field in ("försäljning och kundrelationer", "butik och försäljning"):
        assert alone_and_together(lookup, people, {"years": 2, "field": field}, "Telefonförsäljare") == ["met", "unmet"]
    # Welding beside it is another trade, of which selling says nothing.
    for field in ("försäljning och svetsning", "svetsning och försäljning", "försäljning och busskörning"):
        assert alone_and_together(lookup, people[:1], {"years": 2, "field": field}, "Maskinoperatör") == ["unmet"]


def test_an_occupation_that_only_shares_a_group_is_worth_a_question(judge):
    developer = jobs(("Systemutvecklare", 6.0))
    assert judge(developer, "experience", {"years": 2, "field": "data engineer"}).verdict == "unknown"
    assert judge(developer, "experience", {"years": 2, "field": "systemutvecklare"}).verdict == "met"


def test_areas_of_a_work_that_only_shares_a_group_are_worth_a_question_too(judge, lookup):
    asked = {"years": 2, "field": "webbflöden"}
    verdict = judge(jobs(("Systemutvecklare", 6.0)), "experience", asked, work=work_as(lookup, "data engineer")).verdict
    assert verdict == "unknown"


@pytest.mark.parametrize(("held", "asked"), [("CNC-operatör", "dataoperatör"), ("IT-tekniker", "besiktningstekniker")])
def test_a_title_with_the_same_head_is_other_work(judge, held, asked):
    assert judge(jobs((held, 6.0)), "experience", {"years": None, "field": asked}).verdict == "unmet"


def test_a_title_with_what_official_ones_add_is_the_work_of_its_name(judge):
    title = "Handläggare, flygledning"
    assert judge(jobs((title, 4.0)), "experience", {"years": 2, "field": title.casefold()}).verdict == "met"


@pytest.mark.parametrize("field", ["arbetsledning", "leda personal", "leda team", "team leadership"])
def test_leading_others_is_told_by_no_title_and_asked_about(judge, field):
    assert judge(jobs(("Väktare", 6.0)), "experience", {"years": 2, "field": field}).verdict == "unknown"
    assert judge(jobs(("Väktare", 6.0)), "experience", {"years": 2, "field": "skiftledare i gruva"}).verdict == "unmet"


@pytest.mark.parametrize(
    ("title", "field"),
    [("Förskollärare", "barn"), ("Elevassistent", "barn"), ("Frisör", "service"), ("Restaurangchef", "ledar")],
)
def test_work_with_people_is_of_the_area_that_it_is_done_in(judge, title, field):
    person = Profile(id="1", experience=[Experience(title=title, years=3)])
    assert judge(person, "experience", {"years": None, "field": field}).verdict == "met"


@pytest.mark.parametrize(
    ("quote", "verdict"),
    [
        ("motsvarande arbetslivserfarenhet", "unknown"),
        ("annan utbildning i kombination med yrkeserfarenhet", "unknown"),
        ("erfarenhet från branschen", "unmet"),
    ],
)
def test_whether_work_makes_up_for_schooling_is_for_the_employer_to_say(judge, lookup, quote, verdict):
    asked = {"years": None, "field": None}
    guard = work_as(lookup, "Väktare")
    assert judge(jobs(("Målare", 9.0)), "experience", asked, quote, work=guard).verdict == verdict
    assert judge(jobs(("Väktare", 9.0)), "experience", asked, quote, work=guard).verdict == "met"


def test_work_that_must_be_recent_is_asked_about_unless_it_is_known_to_be(lookup):
    """An old job, one without a year and a day that nobody told are questions; without such words nothing changes."""
    rows = [("Murare", 9.0, 2011), ("Murare", 9.0, 2024), ("Murare", 9.0, None), ("Murare", 0.5, 2024)]
    people = [
        Profile(id=str(n), experience=[Experience(title=title, years=years, last_year=last)])
        for n, (title, years, last) in enumerate(rows)
    ]
    dated = Lookup(lookup.taxonomy, date(2026, 3, 1))
    said = {
        "två års erfarenhet de senaste fem åren": (dated, [UNKNOWN, MET, UNKNOWN]),
        "Recent experience, two years": (dated, [UNKNOWN, MET, UNKNOWN]),
        "två års erfarenhet de senaste åren": (lookup, [UNKNOWN, UNKNOWN, UNKNOWN]),
        "två års erfarenhet": (dated, [MET, MET, MET]),
    }
    gate = ExperienceGate()
    for quote, (known, verdicts) in said.items():
        value = {"years": 2, "field": "murare"}
        row = Requirement(kind="experience", value=value, necessity="must", quote=quote)
        asked = gate.demand(row, work_as(lookup, "Målare"))
        linked = [Person(link_profile(one, lookup.taxonomy), known) for one in people]
        codes = gate.judge_all(Crowd(linked, known), asked).tolist()
        assert [gate.judge(person, asked).code for person in linked] == codes
        assert codes[:3] == verdicts


def test_owners_of_shops_have_sold(judge, lookup):
    owner = link_profile(jobs(("egen matbutik", 6.0)), lookup.taxonomy)
    assert judge(owner, "experience", {"years": 2, "field": "butiksarbete"}).verdict == "met"
    assert judge(owner, "experience", {"years": 2, "field": "svetsning"}).verdict == "unmet"


@pytest.mark.parametrize("field", ["sverige", "kassa"])
def test_where_one_worked_and_whether_at_a_till_is_asked_about(judge, lookup, field):
    demand = {"years": None, "field": field}
    assert judge(jobs(("Murare", 6.0)), "experience", demand, work=work_as(lookup, "Frisör")).verdict == "unknown"
