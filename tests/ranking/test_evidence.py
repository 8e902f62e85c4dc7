"""Evidence is said in the reader's language, and the person's own words as the person wrote them."""

from matcher.ranking import Matcher
from matcher.records import (
    Availability,
    DrivingLicence,
    Education,
    Experience,
    JobAd,
    Language,
    LicensedProfession,
    Profile,
    Requirement,
    Skill,
)  # fmt: skip

ROWS = [
    ("language", {"lang": "sv", "level": "B1"}),
    ("experience", {"years": 2, "field": "kock"}),
    ("education", {"level": "upper_secondary", "field": None}),
    ("driving_licence", "B"),
    ("own_car", True),
    ("working_time", ["night"]),
    ("licensed_profession", "sjuksköterska"),
    ("certificate", "truck"),
    ("age_min", 18),
    ("skill", "Matlagning"),
]
PERSON = Profile(
    id="p",
    languages=[Language(lang="sv", speaking=("A2", "B1"), listening=("A2", "B1"))],
    experience=[Experience(title="Kock på hotell", years=4)],
    education=[Education(level="tertiary", field="kemi", country="SY")],
    driving_licences=[DrivingLicence(class_="B", country="SY", valid="no")],
    own_car=True,
    availability=Availability(hours="full", not_=["night"]),
    licensed_profession=LicensedProfession(profession="sjuksköterska", status="applied"),
    certificates=["heta_arbeten"],
    skills=[Skill(label="Matlagning")],
)


def told(lang):
    rows = [Requirement(kind=kind, value=value, necessity="must") for kind, value in ROWS]
    ad = JobAd(id="a", headline="Kock", requirements=rows)
    [match] = Matcher([ad], lang=lang).rank([PERSON], include_blocked=True)[0].matches
    return {row.requirement.kind: row.evidence for row in match.verdicts}


def test_in_swedish():
    assert told("sv") == {
        "language": "svenska A2-B1", "experience": "Kock på hotell 4 år", "education": "kemi, högskola, SY",
        "driving_licence": "B (SY), gäller inte i Sverige", "own_car": "bil", "working_time": "ej nätter",
        "licensed_profession": "sjuksköterska: har ansökt", "certificate": "bara certifikat för heta arbeten",
        "age_min": "4 år i arbete", "skill": "Matlagning",
    }  # fmt: skip


def test_in_english_with_the_persons_own_words_left_alone():
    assert told("en") == {
        "language": "Swedish A2-B1", "experience": "Kock på hotell 4 years", "education": "kemi, university, SY",
        "driving_licence": "B (SY), not valid in Sweden", "own_car": "a car", "working_time": "not nights",
        "licensed_profession": "sjuksköterska: applied for", "certificate": "only hot work certificate",
        "age_min": "4 years of work", "skill": "Matlagning",
    }  # fmt: skip


def shown(profile, kind, value, lang="sv", headline="Kock"):
    ad = JobAd(id="a", headline=headline, requirements=[Requirement(kind=kind, value=value, necessity="must")])
    [match] = Matcher([ad], lang=lang).rank([profile], include_blocked=True)[0].matches
    [row] = match.verdicts
    return row.verdict, row.evidence


def test_what_does_not_count_is_not_shown_as_if_it_did():
    cook = Profile(id="1", experience=[Experience(title="Kock", years=3)])
    told = shown(cook, "experience", {"years": 2, "field": "murare"}, headline="Murare")
    assert told == ("unmet", "annat arbete: Kock 3 år")
    near = shown(cook, "experience", {"years": 2, "field": "bagare"}, headline="Bagare")
    assert near == ("unmet", "samma område: Kock 3 år")
    assert shown(cook, "experience", {"years": 8, "field": "kock"}) == ("unmet", "Kock 3 år")
    car = Profile(id="2", driving_licences=[DrivingLicence(class_="B", valid="yes")])
    assert shown(car, "driving_licence", "C", "en") == ("unmet", "only B")


def test_hours_say_which_times_are_ruled_out():
    free, early = (Profile(id="3", availability=Availability(hours="full", not_=times)) for times in ([], ["night"]))
    assert shown(free, "working_time", ["evening"]) == ("met", "heltid, inga tider undantagna")
    assert shown(early, "working_time", ["evening"], "en") == ("met", "full time, not nights")


def test_heavy_work_done_is_shown_as_work():
    mason = Profile(id="4", experience=[Experience(title="Murare", years=3)])
    assert shown(mason, "physical", True) == ("met", "brukar ingå i arbetet: Murare")
