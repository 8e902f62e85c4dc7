from __future__ import annotations

import pytest

from matcher.readers.ads.rows import (
    education_row,
    experience_row,
    language_row,
    licence_class,
    months_row,
    says_nothing,
    skill_row,
)


@pytest.mark.parametrize(
    ("label", "kind", "value"),
    [
        ("Truckkort A", "certificate", "truck"),
        ("Certifikat, heta arbeten", "certificate", "heta_arbeten"),
        ("Legitimation som arbetsterapeut", "licensed_profession", "arbetsterapeut"),
        ("Sjuksköterskelegitimation", "licensed_profession", "sjuksköterska"),
        ("Förskollärarlegitimation", "licensed_profession", "förskollärare"),
        ("Högskoleingenjörsexamen", "education", {"level": "tertiary", "field": "högskoleingenjör"}),
        ("Bachelor's degree", "education", {"level": "tertiary", "field": None}),
        ("Körkort C1", "driving_licence", "C1"),
        ("Persiska", "language", {"lang": "fa", "level": None}),
        ("C++, programmeringsspråk", "skill", "c++"),
        ("C", "skill", "c"),
        ("Projektledning, erfarenhet", "skill", "projektledning"),
    ],
)
def test_an_entry_of_a_skill_list(label, kind, value):
    row = skill_row(label, "must", "skills")
    assert (row.kind, row.value, row.necessity, row.source, row.quote) == (kind, value, "must", "skills", None)


@pytest.mark.parametrize("label", ["", " ", "-", "Inga krav", "n/a", "None", "x" * 500])
def test_entries_that_say_nothing(label):
    assert skill_row(label, "must", "skills") is None


@pytest.mark.parametrize(
    ("words", "years", "necessity"),
    [
        ("Erfarenhet efterfrågas", None, "must"),
        ("erfarenhet efterfrågas", None, "must"),
        ("Mindre än 1 års erfarenhet", None, "must"),
        ("1-2 års erfarenhet", 1, "must"),
        ("2-4 års erfarenhet", 2, "must"),
        ("5 års erfarenhet eller mer", 5, "must"),
        ("3+ years", 3, "must"),
        ("Ingen erfarenhet", None, "not_required"),
        ("", None, "must"),
    ],
)
def test_lengths_of_experience(words, years, necessity):
    row = experience_row("Svetsare", words, "must", "x")
    assert (row.value, row.necessity) == ({"years": years, "field": "svetsare"}, necessity)


def test_experience_of_nothing_is_no_row():
    assert experience_row(" - ", "", "must", "x") is None


@pytest.mark.parametrize(
    ("level", "field", "value"),
    [
        ("Forskarutbildning", "", {"level": "doctoral", "field": None}),
        ("Förgymnasial utbildning", "", {"level": "primary", "field": None}),
        ("Eftergymnasial utbildning kortare än två år", "Data", {"level": "post_secondary", "field": "data"}),
        ("", "Juridik", {"level": None, "field": "juridik"}),
        ("Gymnasial utbildning inom Bygg", "", {"level": "upper_secondary", "field": "bygg"}),
    ],
)
def test_education(level, field, value):
    assert education_row(level, field, "nice", "x").value == value


def test_education_of_nothing_is_no_row():
    assert education_row("", " ", "must", "x") is None
    assert education_row("Saknar formell utbildning", "", "must", "x") is None


def test_languages_by_any_name():
    assert language_row("Tigrinska", "must", "x").value["lang"] == "ti"
    assert language_row("Låtsasspråk", "must", "x") is None
    assert language_row("", "must", "x") is None
    assert language_row("x" * 1000, "must", "x") is None


def test_licence_classes():
    found = [licence_class(x) for x in ("B-körkort", "Körkort för CE", "c1e", "Behörighet AM", "B96", "A-traktor", "")]
    assert found == ["B", "CE", "C1E", "AM", "BE", None, None]


def test_months_become_years():
    assert [months_row(m, None, "must", "x").value["years"] for m in (12, 18, 24, 3)] == [1, 1.5, 2, 0.25]


def test_words_for_nothing():
    assert says_nothing("No requirements")
    assert not says_nothing("Inga krav på körkort men truckkort")
