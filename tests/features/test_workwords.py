"""What of somebody's own words may be compared with an ad."""

from __future__ import annotations

import pytest

from matcher.features.workwords import comparable, work_told
from matcher.ranking.lookup import Lookup
from matcher.ranking.person import Person
from matcher.records import Experience, Profile, Skill
from matcher.taxonomy import Taxonomy

STRANGE = "grälar om hyran hos en pensionerad takläggare"


@pytest.mark.parametrize("text", ["ostkupning", "smider galler åt grannar", "daglig kontroll av fordon", "MIG, TIG"])
def test_a_name_or_familiar_words_are_compared_as_they_stand(text):
    assert comparable(text) == text


def test_a_clause_of_other_words_counts_without_the_workers_that_it_names():
    assert comparable(f"smider galler; {STRANGE}") == "smider galler, grälar om hyran hos en pensionerad"
    assert "svetsning" in comparable("gapade mot månen hela vintern med svetsning")


@pytest.mark.parametrize(
    ("own", "asked"),
    [
        ("binda korgar av näver och vide", "binda korgar av näver och vide"),
        ("jäsa surkål i stora krukor", "jäsa surkål"),
        ("spinning nettle yarn on a drop spindle", "nettle yarn"),
    ],
)
def test_a_skill_that_nobody_knows_covers_its_own_words(own, asked):
    for told in ({"skills": [Skill(label=own)]}, {"experience": [Experience(title="Bagare", duties=own)]}):
        person = Person(Profile(id="1", **told), Lookup(Taxonomy.starter()))
        assert person.told(asked)[0] == 1.0


@pytest.mark.parametrize(
    "told",
    [
        {"skills": [Skill(label=STRANGE)]},
        {"informal_skills": [Skill(label=STRANGE)]},
        {"experience": [Experience(title="Bagare", duties=f"Bakade limpor. {STRANGE}")]},
    ],
)
def test_a_trade_within_other_words_covers_nothing_that_is_asked_for(told):
    person = Person(Profile(id="1", **told), Lookup(Taxonomy.starter()))
    assert person.told("takläggare") == (0.0, None)


def test_a_skill_in_own_words_still_covers_what_is_asked_for():
    duties = Experience(title="Bagare", duties=f"Gräddade knäckebröd. {STRANGE}")
    person = Person(Profile(id="1", experience=[duties]), Lookup(Taxonomy.starter()))
    assert person.told("knäckebröd") == (1.0, "Bagare")


def test_what_is_added_to_a_title_names_work_by_half_of_its_words():
    assert work_told("Bagare - vaknar klockan tre varje natt") == "Bagare"
    assert work_told("Lastare, lager i hamnen") == "Lastare, lager i hamnen"
