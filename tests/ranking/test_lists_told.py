"""A list of words that no lexicon knows is no list: nothing is missing from it."""

import pytest

from matcher.ranking.gates import DEFAULT_GATES
from matcher.ranking.lookup import Work
from matcher.ranking.pair import asked_of, judge_pair
from matcher.ranking.person import Person
from matcher.records import Education, Experience, JobAd, Profile, Requirement, Skill

GATES = {kind: gate for gate in DEFAULT_GATES for kind in gate.kinds}


@pytest.mark.parametrize(
    ("held", "verdict"),
    [(["hlr"], "unmet"), (["brommar_kvist"], "unknown"), (["brommar_kvist", "hlr"], "unmet"), ([], "unknown")],
)
def test_a_certificate_is_missing_only_from_a_list_with_one_that_is_known(lookup, held, verdict):
    gate = GATES["certificate"]
    requirement = Requirement(kind="certificate", value="truck", necessity="must")
    person = Person(Profile(id="1", certificates=held), lookup)
    assert gate.judge(person, gate.demand(requirement, Work())).verdict == verdict


@pytest.mark.parametrize(("label", "verdict"), [("tig-svetsning", "unmet"), ("brommar kvist", "unknown")])
def test_silence_about_a_trade_answers_only_beside_a_skill_that_is_known(lookup, label, verdict):
    person = Profile(id="1", experience=[Experience(title="Svetsare", years=5)], skills=[Skill(label=label)])
    rows = [Requirement(kind="skill", value=value, necessity="must") for value in ("docker", "terraform", "sql")]
    ad = lookup.prepared(JobAd(id="a", headline="Systemutvecklare", requirements=rows))
    judged = judge_pair(Person(person, lookup), asked_of(ad, GATES, lookup))
    assert [row.verdict for row in judged] == [verdict] * 3


def test_what_is_added_to_a_field_of_study_does_not_weigh(lookup):
    gate = GATES["education"]
    value = {"level": "tertiary", "field": "kemi"}
    demand = gate.demand(Requirement(kind="education", value=value, necessity="must"), Work())
    found = [
        gate.judge(
            Person(Profile(id="1", education=[Education(level="tertiary", field=field)]), lookup), demand
        ).verdict
        for field in ("kemi", "kemi, brommar kvist", "brommar kvist")
    ]
    assert found[0] == found[1] == "met"
    assert found[2] != "met"


@pytest.mark.parametrize("field", [None, "brommar kvist"])
def test_a_general_school_is_no_trade_whatever_is_added_that_nobody_knows(lookup, field):
    gate = GATES["education"]
    value = {"level": "upper_secondary", "field": "vård och omsorg"}
    person = Person(Profile(id="1", education=[Education(level="upper_secondary", field=field)]), lookup)
    demand = gate.demand(Requirement(kind="education", value=value, necessity="must"), Work())
    assert gate.judge(person, demand).verdict == "unmet"
