"""No judgement exceeds the bound, and few demands are left open by it."""

from datetime import date
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.ranking import build_index, open_index, scan
from matcher.ranking.components import DEFAULT_COMPONENTS
from matcher.ranking.gates import DEFAULT_GATES
from matcher.ranking.judging import judged
from matcher.ranking.lookup import Lookup
from matcher.ranking.person import Person
from matcher.ranking.scan import Scan
from matcher.ranking.scorer import score
from matcher.ranking.sieve import Sieve
from matcher.ranking.table import AdTable
from matcher.ranking.topk import top_k
from matcher.ranking.verdicts import MET
from matcher.ranking.weights import default_weights
from matcher.readers import read_ads, read_profiles
from matcher.records import Education, Experience, JobAd, OccupationRef, Profile, Requirement, Skill
from matcher.taxonomy import Taxonomy

LOOKUP = Lookup(Taxonomy.starter(), date(2026, 6, 1))
WORDS = [
    "kock",
    "kockar",
    "svets",
    "svetsning",
    "städ",
    "hotellstäd",
    "vård",
    "äldrevård",
    "lager",
    "truck",
    "och",
    "i",
]
TRADES = ["Kock", "Svetsare", "Lokalvårdare", "Undersköterska", "Lagerarbetare", "Systemutvecklare"]
DATA = Path(__file__).parents[2] / "benchmarks" / "data"

SUBJECTS = [
    "ekonomi",
    "byggteknik",
    "teknik",
    "ingenjör",
    "vård",
    "omvårdnad",
    "engelska",
    "tyska eller engelska",
    "korvstoppning",
]
QUOTES = ["erfarenhet", "arbetslivserfarenhet", "erfarenhet de senaste fem åren"]
LEVELS = ["none", "primary", "upper_secondary", "post_secondary", "tertiary"]

labels = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)
levels = st.one_of(st.none(), st.sampled_from(LEVELS))
subjects = st.one_of(st.none(), labels, st.sampled_from(SUBJECTS), st.sampled_from(TRADES))
studies = st.one_of(
    subjects, st.sampled_from([f"{trade}, {said}" for trade in TRADES for said in ("pågående", "master")])
)
fields = st.one_of(st.none(), labels, st.sampled_from(TRADES), st.sampled_from(["kök", "städ", "industri", "lager"]))


@st.composite
def tables(draw):
    ads = []
    for place in range(draw(st.integers(1, 8))):
        rows = [
            Requirement(kind="skill", value=label, necessity="must") for label in draw(st.lists(labels, max_size=4))
        ]
        rows += [
            Requirement(kind="experience", value={"years": years, "field": field}, necessity="must", quote=quote)
            for years, field, quote in draw(
                st.lists(st.tuples(st.sampled_from([None, 1, 5]), fields, st.sampled_from(QUOTES)), max_size=3)
            )
        ]
        rows += [
            Requirement(kind="education", value={"level": level, "field": field}, necessity="must", quote=quote)
            for level, field, quote in draw(
                st.lists(st.tuples(levels, studies, st.sampled_from(["examen", "masterexamen"])), max_size=3)
            )
        ]
        trade = draw(st.sampled_from(TRADES))
        ad = JobAd(id=str(place), headline=f"{trade} {draw(labels)}", occupation=OccupationRef(label=trade))
        ads.append(LOOKUP.prepared(ad.model_copy(update={"requirements": tuple(rows)})))
    return AdTable(ads, LOOKUP, DEFAULT_GATES)


@st.composite
def people(draw):
    jobs = draw(
        st.lists(
            st.tuples(
                st.one_of(labels, st.sampled_from(TRADES)),
                st.sampled_from([None, 0.5, 4]),
                st.sampled_from([None, 2010, 2024]),
            ),
            max_size=3,
        )
    )
    schools = draw(st.lists(st.tuples(levels, subjects, st.sampled_from([None, 2, 3, 6])), max_size=3))
    return Profile(
        id="P",
        experience=[Experience(title=title, years=years, last_year=last) for title, years, last in jobs],
        skills=[Skill(label=label) for label in draw(st.lists(labels, max_size=3))],
        education=[Education(level=level, field=field, years=years) for level, field, years in schools],
        none=draw(st.sampled_from([(), ("experience",), ("education",)])),
    )


@given(tables(), people())
@settings(max_examples=150, deadline=None)
def test_no_judgement_exceeds_the_bound(table, profile):
    person = Person(profile, LOOKUP)
    codes = judged(person, table, range(len(table.demands)))
    most, sure = Sieve(table, LOOKUP).most(person)
    assert (codes <= most).all()
    assert (codes == most)[sure].all()


@pytest.fixture(scope="module")
def real():
    ads = [LOOKUP.prepared(ad) for ad in list(read_ads(DATA / "ads.jsonl"))[:80]]
    people = list(read_profiles(DATA / "people" / "sheet.csv"))[:8]
    return AdTable(ads, LOOKUP, DEFAULT_GATES), [Person(profile, LOOKUP) for profile in people]


def test_people_have_something_to_do_with_few_demands(real):
    table, persons = real
    sieve = Sieve(table, LOOKUP)
    wide = np.array([demand.kind in ("skill", "experience", "education") for demand in table.demands])
    open_, met = 0.0, 0.0
    for person in persons:
        codes = judged(person, table, range(len(table.demands)))
        most, sure = sieve.most(person)
        assert (codes <= most).all()
        assert (codes == most)[sure].all()
        assert sure[wide].mean() > 0.95
        open_ += (most[wide] == MET).mean() / len(persons)
        met += (codes[wide] == MET).mean() / len(persons)
    assert 0 < met <= open_ < 1.1 * met


def test_lists_found_through_the_sieve_are_those_of_the_reference(real, monkeypatch):
    monkeypatch.setattr(scan, "WORTH_COMPILING", 0)
    table, persons = real
    ids, every = np.array(table.ids, dtype=object), np.ones(len(table), bool)
    scanning = Scan(table, DEFAULT_COMPONENTS, default_weights())
    for person in persons:
        slow = score(person, table, DEFAULT_COMPONENTS, default_weights())
        best = scanning.of(person).best(10, every, include_blocked=False)
        assert best.ads.tolist() == top_k(slow.total, ids, 10, slow.tier != 3).tolist()
        assert best.total.tolist() == slow.total[best.ads].tolist()


def test_demands_of_an_index_are_bounded_as_those_of_its_ads(real, tmp_path):
    table, persons = real
    build_index(tmp_path / "index", table.ads)
    records = open_index(tmp_path / "index")
    stored = AdTable(records, records.taught(Lookup(Taxonomy.starter())), DEFAULT_GATES, records.columns(DEFAULT_GATES))
    assert list(stored.demands) == list(table.demands)
    sieves = Sieve(table, LOOKUP), Sieve(stored, LOOKUP)
    for person in persons:
        (most, sure), (same, as_sure) = (sieve.most(person) for sieve in sieves)
        assert (most.tolist(), sure.tolist()) == (same.tolist(), as_sure.tolist())
