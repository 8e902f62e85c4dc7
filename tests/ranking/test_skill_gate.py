"""A skill is met by words, by work and by what shows it; silence about a whole trade is an answer."""

import pytest

from matcher.ranking.evidence import worded
from matcher.ranking.gates import DEFAULT_GATES
from matcher.ranking.pair import asked_of, judge_pair
from matcher.ranking.person import Person
from matcher.ranking.table import gates_by_kind
from matcher.records import Experience, JobAd, Profile, Requirement, Skill
from matcher.taxonomy import link_profile


def worked(title):
    return Profile(id="1", experience=[Experience(title=title, years=3.0)])


def test_a_skill_is_met_by_its_own_words_and_by_the_work_that_holds_it_else_a_question(judge, lookup):
    told, cook = Profile(id="1", skills=[Skill(label="Overlock och raksöm")]), worked("Kock")
    assert judge(told, "skill", "overlock").verdict == "met"
    assert judge(cook, "skill", "tekla structures").verdict == "unknown"
    essential = lookup.taxonomy.related(lookup.occupations("kock")[0], "essential_skill")[0][0]
    held = judge(cook, "skill", lookup.taxonomy.concepts[essential].label())
    assert (held.verdict, worded(held.evidence, "sv")) == ("met", "brukar ingå i arbetet: Kock")


def test_an_everyday_skill_is_shown_by_what_uses_it_and_by_nothing_else(judge):
    ledger = Profile(id="1", skills=[Skill(label="löpande bokföring"), Skill(label="Fortnox")])
    rider, mender = worked("Cykelbud"), Profile(id="2", skills=[Skill(label="lagar cyklar")])
    computers = judge(ledger, "skill", "datorvana")
    assert (computers.verdict, computers.evidence) == ("met", "löpande bokföring")
    assert judge(rider, "skill", "cykelvana").verdict == "met"
    assert judge(mender, "skill", "cykelvana").verdict == "unknown"
    assert judge(rider, "skill", "datorvana").verdict == "unknown"


def test_silence_about_one_skill_asks_and_about_a_trade_answers(lookup):
    welder = Profile(id="1", experience=[Experience(title="Svetsare", years=5)], skills=[Skill(label="tig-svetsning")])
    newcomer = Profile(id="2", experience=[Experience(title="Svetsare", years=5)])
    programmer = Profile(id="3", experience=[Experience(title="Systemutvecklare")], skills=[Skill(label="java")])
    near = Profile(id="4", experience=[Experience(title="Mjukvarutestare")], skills=[Skill(label="jira")])
    near = link_profile(near, lookup.taxonomy)
    asked = [Requirement(kind="skill", value=v, necessity="must") for v in ("docker", "terraform", "sql", "datorvana")]

    gates = gates_by_kind(DEFAULT_GATES)

    def verdicts(profile, rows):
        ad = lookup.prepared(JobAd(id="a", headline="Systemutvecklare", requirements=rows))
        judged = judge_pair(Person(profile, lookup), asked_of(ad, gates, lookup))
        return [(row.verdict, row.bridge) for row in judged]

    assert verdicts(welder, asked) == [("unmet", True)] * 3 + [("unknown", False)]
    for profile, rows in ((welder, asked[:2]), (newcomer, asked), (programmer, asked), (near, asked)):
        assert "unmet" not in {verdict for verdict, _ in verdicts(profile, rows)}


@pytest.mark.parametrize(
    ("card", "skill", "verdict"),
    [("truck", "truckkörning", "met"), ("lift", "liftkörning", "met"), ("truck", "kassavana", "unknown")],
)
def test_a_card_shows_the_skill_that_it_is_for(judge, card, skill, verdict):
    assert judge(Profile(id="1", certificates=[card]), "skill", skill).verdict == verdict
