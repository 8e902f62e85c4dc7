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
    driving_licences=[DrivingLicence(**{"class": "B", "country": "SY", "valid": "no"})],
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
        "driving_licence": "B (SY), gäller inte i Sverige", "own_car": "bil", "working_time": "ej natt",
        "licensed_profession": "sjuksköterska: har ansökt", "certificate": "certifikat för heta arbeten",
        "age_min": "4 år i arbete", "skill": "Matlagning",
    }  # fmt: skip


def test_in_english_with_the_persons_own_words_left_alone():
    assert told("en") == {
        "language": "Swedish A2-B1", "experience": "Kock på hotell 4 years", "education": "kemi, university, SY",
        "driving_licence": "B (SY), not valid in Sweden", "own_car": "a car", "working_time": "not nights",
        "licensed_profession": "sjuksköterska: applied for", "certificate": "hot work certificate",
        "age_min": "4 years of work", "skill": "Matlagning",
    }  # fmt: skip
