"""The records: what a reader makes and everything else reads.

Every record is a frozen pydantic model. Nothing that the law protects has a field: no name, birth date, sex,
nationality, photo, health, family, religion, permit type, time unemployed or support scheme, so nothing of it can
reach a score. Missing is ``None`` or an empty tuple and means *unknown*; a stated absence is named in
:attr:`Profile.none`.

Field values are those of the output contract (``docs/glossary.md``): languages are ISO 639-1 codes (639-3 where none
exists), countries ISO 3166-1 alpha-2, levels CEFR, minutes and years plain numbers.
"""

from matcher.records.ad import BY_LAW, NECESSITIES, JobAd, Kind, Necessity, OccupationRef, Requirement
from matcher.records.base import (
    CEFR_LEVELS,
    EDUCATION_LEVELS,
    LANGUAGE_SKILLS,
    Cefr,
    EducationLevel,
    Id,
    Interval,
    LanguageSkill,
    LicenceClass,
    Record,
    WorkingTime,
)
from matcher.records.profile import (
    Availability,
    DrivingLicence,
    Education,
    Experience,
    Language,
    LicensedProfession,
    Profile,
    Skill,
)

__all__ = [
    "BY_LAW",
    "CEFR_LEVELS",
    "EDUCATION_LEVELS",
    "LANGUAGE_SKILLS",
    "NECESSITIES",
    "Availability",
    "Cefr",
    "DrivingLicence",
    "Education",
    "EducationLevel",
    "Experience",
    "Id",
    "Interval",
    "JobAd",
    "Kind",
    "Language",
    "LanguageSkill",
    "LicenceClass",
    "LicensedProfession",
    "Necessity",
    "OccupationRef",
    "Profile",
    "Record",
    "Requirement",
    "Skill",
    "WorkingTime",
]
