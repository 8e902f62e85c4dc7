"""A person is judged once on what several ads of a list ask for."""

from matcher.ranking import Matcher
from matcher.ranking.gates import DEFAULT_GATES
from matcher.ranking.gates.skill import SkillGate
from matcher.records import JobAd, Profile, Requirement, Skill

ROWS = [
    Requirement(kind="skill", value=value, necessity=necessity)
    for value, necessity in (("sql", "must"), ("svetsning", "nice"), ("SQL", "nice"))
]


class Counting(SkillGate):
    """Notes what it is asked."""

    def __init__(self):
        self.asked = []

    def judge(self, person, demand):
        self.asked.append((person.profile.id, demand.value))
        return super().judge(person, demand)


def test_what_several_ads_ask_for_is_judged_once_for_each_person():
    ads = [JobAd(id=f"a{i}", headline=f"Svetsare {i}", requirements=ROWS[: i + 1]) for i in range(3)]
    people = [Profile(id="1", skills=[Skill(label="svetsning")]), Profile(id="2", skills=[Skill(label="sql")])]
    gate = Counting()
    matcher = Matcher(ads, gates=(*DEFAULT_GATES, gate))
    ranking = matcher.rank(people)
    gate.asked.clear()
    told = ranking.to_rows()
    assert sorted(gate.asked) == [("1", "sql"), ("1", "svetsning"), ("2", "sql"), ("2", "svetsning")]
    for person, ranked in zip(people, told, strict=True):
        for match in ranked["matches"]:
            alone = matcher.explain(person, match["id"]).match
            assert [row.to_dict() for row in alone.verdicts] == match["verdicts"]


def test_of_alternatives_only_those_that_the_verdict_rests_on_are_its_reasons():
    rows = [
        Requirement(kind="certificate", value="truck", necessity="must", any_of=1),
        Requirement(kind="skill", value="svetsning", necessity="must", any_of=1),
    ]
    ad = JobAd(id="a", headline="Svetsare", requirements=rows)
    welder = Profile(id="1", skills=[Skill(label="svetsning")], certificates=["hlr"])
    lacking = Profile(id="2", certificates=["hlr"])
    told = [(v.verdict, v.evidence) for v in Matcher([ad]).explain(welder, "a").match.verdicts]
    assert told == [("met", None), ("met", "svetsning")]
    asked = [(v.verdict, v.evidence) for v in Matcher([ad]).explain(lacking, "a").match.verdicts]
    assert asked == [("unknown", None), ("unknown", None)]
