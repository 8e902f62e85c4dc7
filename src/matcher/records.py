"""The records: what a reader makes and everything else reads.

Every record is a frozen pydantic model. Nothing that the law protects has a field: no name, birth date, sex,
nationality, photo, health, family, religion, permit type, time unemployed or support scheme, so nothing of it can
reach a score. Missing is ``None`` or an empty tuple and means *unknown*; a stated absence is named in
:attr:`Profile.none`.

Field values are those of the output contract (``docs/glossary.md``): languages are ISO 639-1 codes (639-3 where none
exists), countries ISO 3166-1 alpha-2, levels CEFR, minutes and years plain numbers.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_serializer, model_validator

Cefr = Literal["A1", "A2", "B1", "B2", "C1", "C2"]
"""A level of the Common European Framework of Reference for Languages."""

CEFR_LEVELS: tuple[Cefr, ...] = ("A1", "A2", "B1", "B2", "C1", "C2")
"""The levels from lowest to highest; an index into this tuple is a level's rank."""

Interval = tuple[Cefr, Cefr]
"""Lowest and highest level that the evidence allows, both included."""

EducationLevel = Literal["none", "primary", "upper_secondary", "post_secondary", "tertiary", "doctoral"]
EDUCATION_LEVELS: tuple[EducationLevel, ...] = (
    "none", "primary", "upper_secondary", "post_secondary", "tertiary", "doctoral",
)  # fmt: skip
"""From lowest to highest; SUN 2020 levels 0, 1-2, 3, 4 (and shorter 5), 5, 6. ``none`` is stated: no schooling."""

LicenceClass = Literal["AM", "A1", "A2", "A", "B", "BE", "C1", "C1E", "C", "CE", "D1", "D1E", "D", "DE"]
Necessity = Literal["must", "nice", "not_required"]
NECESSITIES: tuple[Necessity, ...] = ("must", "nice", "not_required")
WorkingTime = Literal["evening", "night", "weekend", "early", "shift", "on_call"]
Kind = Literal[
    "language", "driving_licence", "own_car", "education", "experience", "licensed_profession", "certificate",
    "record_check", "citizenship", "work_permit", "age_min", "physical", "working_time", "skill",
]  # fmt: skip
"""What a requirement is about; the vocabulary of the annotation guideline."""

Id = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]


class Record(BaseModel):
    """Base of all records: frozen, closed, and silent about its input when it refuses it."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, populate_by_name=True)

    def to_dict(self) -> dict[str, Any]:
        """Plain data as the command line prints it: lists for tuples, public field names.

        Examples
        --------
        >>> Education(level="primary", country="SY", years=9).to_dict()
        {'level': 'primary', 'field': None, 'country': 'SY', 'years': 9.0, 'validated': None}
        """
        return self.model_dump(mode="json", by_alias=True)


class Language(Record):
    """One language of a person, an interval of CEFR levels per skill.

    Attributes
    ----------
    lang : str
        ISO 639-1 code, ISO 639-3 where no two-letter code exists.
    speaking, listening, reading, writing : (low, high) or None
        Interval of CEFR levels; ``None`` is unknown.
    native : bool
        A mother tongue (spoken; reading and writing may still be unknown).
    studying : bool
        A course in the language is under way, so the level is still rising.

    Examples
    --------
    >>> Language(lang="sv", speaking=("A2", "B1"), studying=True).oral()
    ('A2', 'B1')
    """

    lang: str
    speaking: Interval | None = None
    listening: Interval | None = None
    reading: Interval | None = None
    writing: Interval | None = None
    native: bool = False
    studying: bool = False

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        for interval in (self.speaking, self.listening, self.reading, self.writing):
            if interval and CEFR_LEVELS.index(interval[0]) > CEFR_LEVELS.index(interval[1]):
                raise ValueError("an interval runs from its lower to its higher level")
        return self

    def lowest(self, *skills: Literal["speaking", "listening", "reading", "writing"]) -> Interval | None:
        """Lowest interval among the named skills that are known; ``None`` if none of them is."""
        known = [interval for s in skills if (interval := getattr(self, s))]
        if not known:
            return ("C2", "C2") if self.native else None
        return (
            min((i[0] for i in known), key=CEFR_LEVELS.index),
            min((i[1] for i in known), key=CEFR_LEVELS.index),
        )

    def oral(self) -> Interval | None:
        """Lower of speaking and listening: what a demand without further words is judged by."""
        return self.lowest("speaking", "listening")


class Education(Record):
    """One education.

    Attributes
    ----------
    level : EducationLevel or None
    field : str or None
        Short label in the words of the source.
    country : str or None
        ISO 3166-1 alpha-2 code of the country of issue.
    years : float or None
        Length in years.
    validated : {"yes", "no", "applied"} or None
        Whether a Swedish authority has assessed it.
    """

    level: EducationLevel | None = None
    field: str | None = None
    country: str | None = None
    years: Annotated[float, Field(ge=0, le=40)] | None = None
    validated: Literal["yes", "no", "applied"] | None = None


class Experience(Record):
    """One job held.

    Attributes
    ----------
    title : str
        Title in the words of the source.
    concept : str or None
        Id of the occupation concept it was linked to.
    country : str or None
        ISO 3166-1 alpha-2 code.
    years : float or None
        Length in years; ``None`` is unknown (never 0).
    last_year : int or None
        Calendar year it was last practised.
    duties : str or None
        What was done, in the words of the source.
    """

    title: str
    concept: str | None = None
    country: str | None = None
    years: Annotated[float, Field(ge=0, le=70)] | None = None
    last_year: Annotated[int, Field(ge=1940, le=2100)] | None = None
    duties: str | None = None


class Skill(Record):
    """One skill with the evidence that it comes from.

    Attributes
    ----------
    label : str
        In the words of the source.
    concept : str or None
        Id of the skill concept it was linked to.
    source : {"stated", "inferred", "verified"}
        Listed by the person; inferred from an occupation; verified by somebody.
    """

    label: str
    concept: str | None = None
    source: Literal["stated", "inferred", "verified"] = "stated"


class DrivingLicence(Record):
    """One class of driving licence.

    Attributes
    ----------
    class_ : LicenceClass
        Printed as ``class``.
    country : str or None
        Country of issue.
    valid : {"yes", "no", "unknown"}
        Whether it may be used in Sweden.
    """

    class_: LicenceClass = Field(alias="class")
    country: str | None = None
    valid: Literal["yes", "no", "unknown"] = "unknown"


class LicensedProfession(Record):
    """Where a person stands on the way to a Swedish licence to practise."""

    profession: str
    status: Literal["licensed", "applied", "knowledge_test", "none"]


class Availability(Record):
    """When a person can work.

    Attributes
    ----------
    from_ : str or None
        ``"now"`` or an ISO date. Printed as ``from``.
    hours : {"full", "part", "any"} or None
    not_ : tuple of str
        Times the person cannot or does not want to work. Printed as ``not``.
    """

    from_: str | None = Field(default=None, alias="from")
    hours: Literal["full", "part", "any"] | None = None
    not_: tuple[Literal["evening", "night", "weekend", "early", "shift"], ...] = Field(default=(), alias="not")


class Profile(Record):
    """A job seeker's competence mapping.

    Attributes
    ----------
    id : str
        Pseudonym given by the source.
    languages, education, experience, skills, driving_licences : tuples of records
    informal_skills : tuple of Skill
        What the person does well outside paid work ("lagat mat till bröllop för 200 gäster").
    own_car : bool or None
    certificates : tuple of str
        Slugs as in the guideline (``truck``, ``hlr``, …).
    licensed_profession : LicensedProfession or None
    home_municipality : str or None
        Name of the municipality; nothing finer is kept.
    max_travel_minutes : int or None
        One way, 0 to 600.
    availability : Availability
    wishes, not_wanted : tuple of str
        Work the person asks for, and work to avoid.
    none : tuple of str
        Names of the fields that the source says are empty ("nej", "saknas", "-"): a known absence, not an unknown.

    Examples
    --------
    >>> p = Profile(id="K1", experience=[Experience(title="Kock", years=4)], none=["driving_licences"])
    >>> p.to_dict()["type"], p.none
    ('profile', ('driving_licences',))
    """

    id: Id
    languages: tuple[Language, ...] = ()
    education: tuple[Education, ...] = ()
    experience: tuple[Experience, ...] = ()
    skills: tuple[Skill, ...] = ()
    informal_skills: tuple[Skill, ...] = ()
    driving_licences: tuple[DrivingLicence, ...] = ()
    own_car: bool | None = None
    certificates: tuple[str, ...] = ()
    licensed_profession: LicensedProfession | None = None
    home_municipality: str | None = None
    max_travel_minutes: Annotated[int, Field(ge=0, le=600)] | None = None
    availability: Availability = Availability()
    wishes: tuple[str, ...] = ()
    not_wanted: tuple[str, ...] = ()
    none: tuple[str, ...] = ()

    @classmethod
    def from_row(cls, row: Mapping[str, Any], mapping: Mapping[str, str] | None = None) -> Profile:
        """Build a profile from one row of a table, its cells in the words that caseworkers use.

        Parameters
        ----------
        row : mapping of str to object
            Column name → cell. Columns are recognised by meaning, as in a caseworker's sheet.
        mapping : mapping of str to str, optional
            Column name → field, for names that are not recognised.

        Returns
        -------
        Profile

        Raises
        ------
        InvalidRecordError
            The row holds no id.

        Examples
        --------
        >>> p = Profile.from_row({"id": "7", "Körkort": "B (svenskt)", "Yrkeserfarenhet": "Kock 4 år (Syrien)"})
        >>> p.driving_licences[0].class_, p.experience[0].years
        ('B', 4.0)
        """
        from matcher.readers.sheet import profile_from_row

        return profile_from_row(row, mapping)

    @model_serializer(mode="wrap")
    def _with_type(self, handler: Any) -> dict[str, Any]:
        fields: dict[str, Any] = handler(self)
        return {"id": fields.pop("id"), "type": "profile", **fields}


class Requirement(Record):
    """One thing that an ad asks for.

    Attributes
    ----------
    kind : Kind
    value : object
        By kind: language ``{"lang", "level"}``; education ``{"level", "field"}``; experience ``{"years", "field"}``;
        working_time a list; age_min an int; own_car, work_permit and physical ``True``; else a string.
    necessity : {"must", "nice", "not_required"}
    any_of : int or None
        Requirements of one ad that share a number are alternatives. Ungrouped ones stand alone.
    quote : str or None
        Exact substring of the ad; ``None`` for a structured field.
    field : {"headline", "text"} or None
        Where the quote stands.
    start, end : int or None
        Code points in that field: ``ad.text[start:end] == quote``.
    source : str
        ``"text"``, ``"qualification_block"`` (a pasted Platsbanken page) or the name of the structured field.

    Examples
    --------
    >>> Requirement(kind="driving_licence", value="B", necessity="must").key()
    ('driving_licence', '"B"')
    """

    kind: Kind
    value: Any
    necessity: Necessity
    any_of: int | None = None
    quote: str | None = None
    field: Literal["headline", "text"] | None = None
    start: int | None = None
    end: int | None = None
    source: str = "text"

    def key(self) -> tuple[str, str]:
        """Kind and canonical value: equal for requirements that ask for the same thing."""
        import json

        return self.kind, json.dumps(self.value, sort_keys=True, ensure_ascii=False)


class OccupationRef(Record):
    """The occupation an ad names: its label and the concept id that the source gave."""

    label: str | None = None
    concept: str | None = None


class JobAd(Record):
    """A job ad.

    Attributes
    ----------
    id : str
    headline : str
    text : str
        The description with markup removed and no other character changed.
    occupation : OccupationRef
    occupation_group : str or None
        SSYK 2012 code, four digits.
    employer, municipality : str or None
    municipality_code : str or None
        Four digits.
    deadline : str or None
        ISO date or naive local date and time, as the source gives it.
    vacancies : int or None
    hours : {"full", "part", "any"} or None
    language : str or None
        Main language of the text.
    open_for_all : bool
        The employer says that it adapts the job (for disability or people new in Sweden).
    structured : tuple of Requirement
        Rows from the source's structured fields, as the reader found them.
    requirements : tuple of Requirement or None
        Text and structured rows joined; ``None`` until they are read, ``()`` is "no stated requirements".

    Examples
    --------
    >>> JobAd(id="a1", headline="Kock", text="Vi söker en kock.").requirements is None
    True
    """

    id: Id
    headline: str = ""
    text: str = ""
    occupation: OccupationRef = OccupationRef()
    occupation_group: str | None = None
    employer: str | None = None
    municipality: str | None = None
    municipality_code: str | None = None
    deadline: str | None = None
    vacancies: int | None = None
    hours: Literal["full", "part", "any"] | None = None
    language: str | None = None
    open_for_all: bool = False
    structured: tuple[Requirement, ...] = ()
    requirements: tuple[Requirement, ...] | None = None

    @model_serializer(mode="wrap")
    def _with_type(self, handler: Any) -> dict[str, Any]:
        fields: dict[str, Any] = handler(self)
        fields.pop("structured")
        return {"id": fields.pop("id"), "type": "ad", **fields, "requirements": fields.get("requirements") or []}
