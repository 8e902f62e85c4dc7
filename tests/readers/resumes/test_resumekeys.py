"""Other names for the fields of JSON Resume, and Reactive Resume's documents."""

from __future__ import annotations

import json

import pytest

from matcher.readers import Source, read_profiles
from matcher.readers.resumes.resumekeys import as_resume, is_reactive

OLDER = {
    "basics": {"name": "Ada", "headline": "Painter", "location": {"city": "Lund", "country": "Sweden"}},
    "sections": {
        "summary": {"body": "Looking for a position as painter. No driving licence."},
        "work": {"items": [{"name": "Firm", "position": "Painter", "date": {"start": "2015-01", "end": "2018-12"}}]},
        "languages": {"items": [{"name": "Arabic", "level": "Native"}, {"name": "Swedish", "level": "B1"}]},
        "skills": {"items": [{"name": "Spray painting", "levelNum": 4, "keywords": []}]},
    },
    "metadata": {"template": "x"},
}
NEWER = {
    "basics": {"name": "Ada", "headline": "Painter", "location": "Lund, Sweden"},
    "sections": {
        "summary": {"content": "<p>Looking for a position as painter. No driving licence.</p>"},
        "experience": {
            "items": [
                {"visible": True, "company": "Firm", "position": "Painter", "location": "Homs", "date": "2015 - 2018"},
                {"visible": False, "company": "Firm", "position": "Spy", "location": "Homs", "date": "2011 - 2014"},
            ]
        },
        "languages": {
            "items": [
                {"name": "Arabic", "description": "Native", "level": 5},
                {"name": "Swedish", "description": "B1", "level": 3},
                {"name": "English", "description": "", "level": 4},
            ]
        },
        "skills": {"items": [{"name": "Spray painting", "description": "", "level": 4, "keywords": []}]},
    },
}


def _read(document):
    return read_profiles(Source("p.json", json.dumps(document).encode()))[0]


@pytest.mark.parametrize("document", [OLDER, NEWER])
def test_reactive_resume_is_read(document):
    person = _read(document)
    assert is_reactive(document)
    assert person.home_municipality == "Lund"
    assert [one.title for one in person.experience] == ["Painter"]
    assert person.experience[0].last_year == 2018
    assert person.wishes == ("painter",)
    assert [one.label for one in person.skills] == ["Spray painting"]
    levels = {one.lang: one for one in person.languages}
    assert levels["ar"].native
    assert levels["sv"].speaking == ("B1", "B1")


def test_stars_are_no_level_of_a_language():
    english = next(one for one in _read(NEWER).languages if one.lang == "en")
    assert (english.speaking, english.native) == (None, False)


def test_a_city_says_where_a_job_was():
    assert _read(NEWER).experience[0].country == "SY"


def test_names_of_other_programs():
    person = _read({
        "basics": {"location": {"address": "Lund, Skåne, Sweden"}},
        "work": [
            {"company": "Workshop in Isfahan, Iran", "jobTitle": "Carpenter", "startDate": "2010", "endDate": "2014"},
            {"company": "Restaurang Beirut", "position": "Waiter", "startDate": "2020", "endDate": "2021"},
            {"position": "Joiner", "summary": "Stairs. Lund, Sweden.", "startDate": "2022", "endDate": "2024"},
        ],
        "education": [{"school": "University in Bogotá", "degree": "Bachelor", "fieldOfStudy": "Economics"}],
        "languages": [{"name": "Dari", "proficiency": "Mother tongue"}],
    })  # fmt: skip
    assert person.home_municipality == "Lund"
    assert [(one.title, one.country) for one in person.experience] == [
        ("Carpenter", "IR"),
        ("Waiter", None),
        ("Joiner", "SE"),
    ]
    assert (person.education[0].level, person.education[0].country) == ("tertiary", "CO")
    assert person.languages[0].native


def test_a_resume_of_its_own_names_stays_as_it_is():
    held = {"basics": {}, "work": [{"position": "Kock", "name": "Krog"}], "languages": [{"language": "en"}]}
    made = as_resume(held)
    assert made["work"][0]["position"] == "Kock"
    assert not is_reactive({"sections": ["work"]})
