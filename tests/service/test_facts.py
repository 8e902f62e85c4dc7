"""What a form does not show of a row stays with it, also where two rows look alike."""

import pytest

from matcher.records import DrivingLicence, Experience, Language, Profile, Skill
from matcher.service.facts import value_of


def _person(**fields):
    return Profile(id="T1", **fields)


def test_two_jobs_of_one_title_keep_their_own_country_and_duties():
    jobs = [
        Experience(title="Frisör", years=2, country="ER", duties="klippning", last_year=2011),
        Experience(title="Frisör", years=5, country="SE", duties="färgning", last_year=2023),
    ]
    new = value_of("experience", {"title": ["Frisör", "Frisör"], "years": ["2", "6"]}, _person(experience=jobs))
    assert [(job["country"], job["duties"], job["last_year"], job["years"]) for job in new] == [
        ("ER", "klippning", 2011, 2.0),
        ("SE", "färgning", 2023, 6.0),
    ]


def test_two_licences_of_one_class_keep_their_countries():
    held = [DrivingLicence(class_="C", country="UA", valid="no"), DrivingLicence(class_="C", country="SE", valid="yes")]
    new = value_of("driving_licences", {"class": ["c", "C"], "valid": ["no", "yes"]}, _person(driving_licences=held))
    assert [(row["country"], row["valid"]) for row in new] == [("UA", "no"), ("SE", "yes")]


@pytest.mark.parametrize("title", ["Lant  brukare", "x" * 230])
def test_a_title_that_a_browser_sends_back_otherwise_is_still_its_row(title):
    person = _person(experience=[Experience(title=title, years=1, duties="skörd")])
    sent = " ".join(title.split())
    assert value_of("experience", {"title": [sent], "years": ["3"]}, person)[0]["duties"] == "skörd"
    verified = _person(skills=[Skill(label=title, source="verified")])
    assert value_of("skills", {"value": [sent]}, verified)[0]["source"] == "verified"


def test_a_language_that_is_left_as_it_is_shown_keeps_both_its_levels():
    person = _person(
        languages=[
            Language(lang="sv", speaking=("A2", "A2"), listening=("B2", "B2")),
            Language(lang="en", speaking=("B1", "B1")),
        ]
    )
    sent = {"lang": ["svenska", "engelska"], "level": ["A2", "C1"]}
    swedish, english = value_of("languages", sent, person)
    assert (swedish["speaking"], swedish["listening"]) == (["A2", "A2"], ["B2", "B2"])
    assert (english["speaking"], english["listening"]) == (["C1", "C1"], ["C1", "C1"])
