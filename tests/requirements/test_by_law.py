"""A licence that the law demands is judged although the ad is silent, and never put into the ad's mouth."""

import pytest

from matcher.ranking import Matcher
from matcher.ranking.lookup import Lookup
from matcher.records import Experience, JobAd, LicensedProfession, OccupationRef, Profile
from matcher.requirements import with_requirements
from matcher.taxonomy import Taxonomy


@pytest.fixture(scope="module")
def lookup():
    return Lookup(Taxonomy.starter())


def licences(lookup, headline, text="Vi erbjuder fast tjänst på en liten avdelning.", label=None):
    ad = JobAd(id="a", headline=headline, text=text, occupation=OccupationRef(label=label))
    rows = lookup.prepared(ad).requirements
    return [(row.value, row.necessity, row.source) for row in rows if row.kind == "licensed_profession"]


@pytest.mark.parametrize(
    ("headline", "label", "profession"),
    [
        ("Sjuksköterska till medicin", None, "sjuksköterska"),
        ("Sjuksköterskor till natten", "Bemanningssjuksköterska", "sjuksköterska"),
        ("Allmäntandläkare till Solna", "Allmäntandläkare", "tandläkare"),
        ("Skolläkare 20 %", "Skolläkare", "läkare"),
        ("Veterinär till smådjursklinik", "Veterinär", "veterinär"),
    ],
)
def test_a_profession_that_is_licensed_demands_its_licence(lookup, headline, label, profession):
    assert licences(lookup, headline, label=label) == [(profession, "must", "law")]


@pytest.mark.parametrize(
    ("headline", "label"),
    [
        ("Undersköterska till äldreboende", "Undersköterska"),
        ("Lärare i matematik", "Ämneslärare, 7-9"),
        ("AT-läkare", "AT-läkare"),
        ("Underläkare", "Läkare"),
        ("Arbetsterapeutbiträde", "Arbetsterapeutbiträde"),
        ("Läkarsekreterare", "Läkarsekreterare"),
        ("Tandsköterska eller tandläkarassistent", "Tandsköterska"),
        ("Kock", "Kock"),
        ("Kommunikatör", "Receptarie"),
    ],
)
def test_work_that_is_open_to_those_without_a_licence_demands_none(lookup, headline, label):
    assert licences(lookup, headline, label=label) == []


def test_an_ad_that_speaks_of_the_licence_has_the_last_word(lookup):
    told = "Legitimation är meriterande. Du som väntar på din legitimation är välkommen."
    rows = licences(lookup, "Sjuksköterska", told, "Sjuksköterska")
    assert all(source != "law" for _, _, source in rows)


def test_it_is_no_part_of_what_the_ad_states():
    ad = JobAd(
        id="a", headline="Sjuksköterska", text="Välkommen till oss.", occupation=OccupationRef(label="Sjuksköterska")
    )
    assert not [row for row in with_requirements(ad).requirements if row.kind == "licensed_profession"]


def test_preparing_twice_adds_it_once(lookup):
    ad = JobAd(id="a", headline="Tandläkare", text="Välkommen.", occupation=OccupationRef(label="Tandläkare"))
    once = lookup.prepared(ad)
    assert lookup.prepared(once).requirements == once.requirements


@pytest.mark.parametrize(("status", "tier"), [("licensed", "ready"), ("applied", "step"), ("none", "blocked")])
def test_nobody_is_told_that_they_can_start_as_a_dentist_without_one(status, tier):
    profile = Profile(
        id="p",
        experience=[Experience(title="Tandläkare", years=5)],
        licensed_profession=LicensedProfession(profession="tandläkare", status=status),
    )
    ad = JobAd(id="a", headline="Tandläkare", text="Välkommen till oss.", occupation=OccupationRef(label="Tandläkare"))
    (match,) = Matcher([ad]).rank([profile], include_blocked=True)[0].matches
    assert match.tier == tier
