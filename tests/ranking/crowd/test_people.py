"""What is found for an ad among many people at once is what each pair has, verdict by verdict."""

import random
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.ranking import Matcher, Weights, default_weights
from matcher.ranking.components import DEFAULT_COMPONENTS, Travel, points_over
from matcher.ranking.crowd.people import Crowd
from matcher.ranking.crowd.scan import CrowdScan
from matcher.ranking.crowd.texts import CrowdTexts
from matcher.ranking.factors import ByAd
from matcher.ranking.gates import DEFAULT_GATES
from matcher.ranking.gates.skill import SkillGate
from matcher.ranking.judging import judged
from matcher.ranking.lookup import Lookup
from matcher.ranking.outside import OutsidePoints
from matcher.ranking.person import Person
from matcher.ranking.table import AdTable
from matcher.ranking.verdicts import Judgement
from matcher.ranking.weights import VerdictPoints
from matcher.ranking.wordmatch import HeldTexts
from matcher.readers import read_ads, read_profiles
from matcher.records import (
    Availability,
    DrivingLicence,
    Education,
    Experience,
    JobAd,
    Language,
    LicensedProfession,
    OccupationRef,
    Profile,
    Requirement,
    Skill,
)
from matcher.taxonomy import Taxonomy

LOOKUP = Lookup(Taxonomy.starter())
DATA = Path(__file__).parents[3] / "benchmarks" / "data"
TRADES = ["Kock", "Svetsare", "Undersköterska", "Lagerarbetare", "Systemutvecklare", "Sjuksköterska", "Elektriker"]
WORDS = ["kök", "svetsning", "vård", "äldrevård", "truck", "java", "städ", "och", "i", "elinstallation"]
FIELDS = ["vård och omsorg", "omvårdnad", "el och energi", "systemutveckling", "naturvetenskap", "sjuksköterska"]
LEVELS = ["none", "primary", "upper_secondary", "post_secondary", "tertiary", None]
CEFR = ["A1", "A2", "B1", "B2", "C1", "C2"]


def some_people(n, seed):
    """Make people each of whose fields is drawn from few values, so that every verdict comes up."""
    dice = random.Random(seed)

    def several(make, most):
        return [make() for _ in range(dice.randint(0, most))]

    def label():
        return " ".join(dice.sample(WORDS, dice.randint(1, 2)))

    def person(number):
        low, high = sorted(dice.choices(range(6), k=2))
        told = {
            "languages": several(lambda: Language(lang=dice.choice(["sv", "en"]), speaking=(CEFR[low], CEFR[high])), 2),
            "experience": several(
                lambda: Experience(
                    title=dice.choice([*TRADES, label()]), years=dice.choice([None, 0.1, 1, 5]), duties=label()
                ),
                3,
            ),
            "education": several(
                lambda: Education(
                    level=dice.choice(LEVELS), field=dice.choice([None, *FIELDS]), years=dice.choice([None, 6])
                ),
                2,
            ),
            "skills": several(lambda: Skill(label=label()), 3),
            "driving_licences": several(
                lambda: DrivingLicence(class_=dice.choice("BC"), valid=dice.choice(["yes", "no", "unknown"])),
                2,
            ),
            "certificates": several(lambda: dice.choice(["truckkort", "hlr"]), 2),
        }
        return Profile(
            id=f"P{number:03d}",
            **told,
            none=[name for name, rows in told.items() if not rows and dice.random() < 0.4],
            own_car=dice.choice([None, True, False]),
            licensed_profession=dice.choice(
                [
                    None,
                    None,
                    LicensedProfession(profession="Sjuksköterska", status=dice.choice(["licensed", "applied"])),
                ]
            ),
            home_municipality=dice.choice([None, "Solna", "Kiruna"]),
            max_travel_minutes=dice.choice([None, 30, 90]),
            availability=Availability(
                hours=dice.choice([None, "full", "part"]), **{"not": several(lambda: "night", 1)}
            ),
            wishes=several(lambda: dice.choice(TRADES), 2),
            not_wanted=several(lambda: dice.choice([*TRADES, "tunga lyft", "kvällsarbete"]), 1),
        )

    return [person(number) for number in range(n)]


def some_ads(n, seed):
    """Make ads with demands of every kind."""
    dice = random.Random(seed)
    demands = [
        lambda: ("language", {"lang": dice.choice(["sv", "en", "so"]), "level": dice.choice([None, "B1"])}),
        lambda: ("driving_licence", dice.choice("BC")),
        lambda: ("own_car", True),
        lambda: ("education", {"level": dice.choice(LEVELS[1:]), "field": dice.choice([None, *FIELDS])}),
        lambda: (
            "experience",
            {"years": dice.choice([None, 2]), "field": dice.choice([None, *TRADES, *WORDS, "kök", "industri", "vård"])},
        ),
        lambda: ("licensed_profession", dice.choice(["sjuksköterska", "undersköterska"])),
        lambda: ("certificate", dice.choice(["truckkort", "hlr"])),
        lambda: ("working_time", [dice.choice(["night", "evening", "shift"])]),
        lambda: ("physical", True),
        lambda: ("age_min", 18),
        lambda: ("skill", dice.choice(WORDS)),
        lambda: ("skill", dice.choice(WORDS)),
    ]
    ads = []
    for number in range(n):
        rows = []
        for place in range(dice.randint(0, 9)):
            kind, value = dice.choice(demands)()
            necessity = dice.choice(["must", "must", "nice", "not_required"])
            quote = dice.choice([None, "arbetslivserfarenhet", "tvåskift", "masterexamen"])
            rows.append(
                Requirement(
                    kind=kind, value=value, necessity=necessity, any_of=dice.choice([None, place // 2]), quote=quote
                )
            )
        alone = {row.any_of for row in rows if [other.any_of for other in rows].count(row.any_of) == 1}
        rows = [row.model_copy(update={"any_of": None}) if row.any_of in alone else row for row in rows]
        trade = dice.choice(TRADES)
        ads.append(
            JobAd(
                id=f"a{number:03d}",
                headline=f"{trade} sökes",
                text=" ".join(dice.choices(WORDS, k=9)),
                occupation=OccupationRef(label=trade),
                municipality=dice.choice([None, "Solna", "Malmö"]),
                hours=dice.choice([None, "full", "part"]),
                requirements=tuple(rows),
            )
        )
    return ads


PEOPLE, ADS = some_people(90, 3), some_ads(40, 4)


def check(people, ads, k, **options):
    """Compare lists for ads with the pairs that the other direction finds."""
    pairs = {
        (match.id, ranked.id): match
        for ranked in Matcher(ads, **options).rank(people, len(ads), include_blocked=True)
        for match in ranked.matches
    }
    for blocked in (False, True):
        for ranked in Matcher(people, **options).rank(ads, k, include_blocked=blocked):
            open_ = [replace(pairs[ranked.id, p.id], id=p.id) for p in people]
            open_ = [match for match in open_ if blocked or match.tier != "blocked"]
            best = sorted(open_, key=lambda match: (-match.score, match.id))[:k]
            assert list(ranked.matches) == [replace(match, rank=rank) for rank, match in enumerate(best, 1)]


@pytest.mark.parametrize("k", [1, 7, 200])
def test_lists_for_ads_are_those_of_the_pairs(k):
    check(PEOPLE, ADS, k)


def test_lists_for_real_ads_are_those_of_the_pairs():
    people = {person.id: person for person in read_profiles(DATA / "people" / "sheet.csv")}
    check(list(people.values()), list(read_ads(DATA / "ads.jsonl"))[::10], 5)


def test_every_verdict_comes_up_in_the_made_up_pairs():
    matches = [m for ranked in Matcher(ADS).rank(PEOPLE, 40, include_blocked=True) for m in ranked.matches]
    assert {m.tier for m in matches} == {"ready", "ask", "step", "blocked"}
    seen = {(v.requirement.kind, v.verdict) for m in matches for v in m.verdicts}
    two = {"language", "driving_licence", "own_car", "education", "experience", "licensed_profession", "certificate"}
    assert all((kind, verdict) in seen for kind in two for verdict in ("met", "unmet", "unknown"))


def test_weights_under_which_a_better_verdict_costs_points_change_no_equality():
    soft = default_weights().soft
    check(PEOPLE, ADS, 5, weights=Weights(soft, {"skill": VerdictPoints(met=-50, unknown=9, most=3)}, {"ready": -40}))


@dataclass(frozen=True)
class Even:
    """A component that knows nothing of columns."""

    name: str = "even"

    def points(self, person, table, weight):
        return np.array([weight * (len(person.profile.wishes) + len(ad.headline) % 2) for ad in table.ads], np.int64)


class StricterSkills(SkillGate):
    """Judges otherwise than the gate whose bounds it inherits."""

    def judge(self, person, demand):
        return Judgement("met" if person.profile.wishes else "unmet", None)


@dataclass(frozen=True)
class Nearby(Travel):
    """Gives points by what the inherited trait does not tell."""

    def factor(self, person, table, weight):
        return ByAd(np.full(len(table), weight * len(person.profile.skills), np.int64))


def test_components_and_gates_of_ones_own_need_no_columns():
    outside = OutsidePoints("mine", {"P001": {ad.id: 900 for ad in ADS}})
    weights = default_weights()
    check(
        PEOPLE,
        ADS,
        6,
        components=(*DEFAULT_COMPONENTS[:5], Even(), outside, Nearby()),
        gates=(*DEFAULT_GATES, StricterSkills()),
        weights=replace(weights, soft={**weights.soft, "even": 70, "mine": 1}),
    )


@pytest.fixture(scope="module")
def crowd():
    return Crowd([Person(profile, LOOKUP) for profile in PEOPLE], LOOKUP)


def test_everybody_is_judged_as_alone(crowd):
    scanning = CrowdScan(crowd, DEFAULT_COMPONENTS, default_weights(), DEFAULT_GATES)
    for ad in some_ads(120, 9):
        table = AdTable([LOOKUP.prepared(ad)], LOOKUP, DEFAULT_GATES)
        alone = np.array([judged(person, table, range(len(table.demands))) for person in crowd.people]).T
        assert scanning._codes(crowd, table).tolist() == alone.tolist()


@pytest.mark.parametrize("component", DEFAULT_COMPONENTS, ids=lambda component: component.name)
def test_points_over_people_are_those_of_each(crowd, component):
    for ad in ADS[:20]:
        table = AdTable([LOOKUP.prepared(ad)], LOOKUP, DEFAULT_GATES)
        each = [int(component.points(person, table, 321)[0]) for person in crowd.people]
        assert points_over(component, crowd, table, 321).tolist() == each


@given(st.lists(st.lists(st.sampled_from(WORDS + TRADES), max_size=4).map(" ".join), min_size=1, max_size=5), st.data())
@settings(max_examples=100, deadline=None)
def test_texts_cover_together_what_they_cover_alone(texts, data):
    label = data.draw(st.lists(st.sampled_from([*WORDS, *TRADES, "vårdare", "kockar"]), max_size=3).map(" ".join))
    assert CrowdTexts(texts).coverages(label).tolist() == HeldTexts(texts).coverages(label)


def test_what_is_asked_by_one_caller_leaves_with_them():
    whole = Matcher(PEOPLE)
    whole.apart()
    before = dict(whole._lookup._named)
    told = [dict(person._told) for person in whole._people]
    ad = JobAd(id="new", headline="Kock", requirements=(Requirement(kind="skill", value="kanelbak", necessity="must"),))
    assert whole.apart().rank([ad], 5)[0].matches
    assert dict(whole._lookup._named) == before
    assert [person._told for person in whole._people] == told
    assert "new" not in whole._seen_ads
