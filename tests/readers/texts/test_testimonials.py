"""Certificates of employment: read as the person's whom they are about, without their writer."""

from __future__ import annotations

from matcher.readers import Source, read_any
from matcher.records import Profile

SWEDISH = """Till berörd part

Härmed intygas att K12 har varit anställd hos oss som köksbiträde från 1 mars 2020 till 31 augusti 2022.
Arbetsuppgifterna har varit disk och varuplock. Vi söker oss nu vidare och du som läser får gärna höra av dig.
Jag är själv kock och har CE-körkort.

Kalix den 2 september 2022
köksmästare
"""
ENGLISH = """To whom it may concern

This is to certify that K12 worked as a florist from May 2018 to June 2020. K12 has a forklift licence.
I hold a driving licence D myself.

Shop manager
"""


def _read(text: str) -> Profile:
    (profile,) = read_any(Source("intyg.txt", text.encode()))
    assert isinstance(profile, Profile)
    return profile


def test_of_the_person_and_not_of_the_writer() -> None:
    swedish, english = _read(SWEDISH), _read(ENGLISH)
    assert [(job.title, job.years, job.last_year) for job in swedish.experience] == [("köksbiträde", 2.5, 2022)]
    assert [(job.title, job.years) for job in english.experience] == [("florist", 2.17)]
    assert english.certificates == ("truck",)
    for profile in (swedish, english):
        assert (profile.driving_licences, profile.wishes) == ((), ())


def test_a_form_of_fields() -> None:
    profile = _read("Arbetsgivarintyg\n\nAnställd som: kock\nAnställningstid: 2018-01-01 - 2020-12-31\n")
    assert [(job.title, job.years) for job in profile.experience] == [("kock", 3.0)]


def test_a_letter_for_a_relative() -> None:
    profile = _read(
        "Hej, jag skriver åt min kusin Rim. Min kusin har jobbat som bagare i Libanon i fem år. Hon har inget körkort "
        "men jag har B och kan skjutsa, jag jobbar som rörmokare. Hon bor i Eslöv."
    )
    assert [job.title for job in profile.experience] == ["bagare"]
    assert (profile.none, profile.driving_licences) == (("driving_licences",), ())
    assert profile.home_municipality == "Eslöv"


def test_a_letter_about_an_application_is_its_writers() -> None:
    profile = _read("Jag skriver angående min ansökan. Jag har B-körkort och har jobbat som kock i tre år.")
    assert [one.class_ for one in profile.driving_licences] == ["B"]
