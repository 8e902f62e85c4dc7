"""A person's competence mapping."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal, Self

from pydantic import Field, model_validator

from matcher.records.base import CEFR_LEVELS, EducationLevel, Id, Interval, LanguageSkill, LicenceClass, Printed, Record


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

    def lowest(self, *skills: LanguageSkill) -> Interval | None:
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

    class_: LicenceClass = Field(validation_alias="class", serialization_alias="class")
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

    from_: str | None = Field(default=None, validation_alias="from", serialization_alias="from")
    hours: Literal["full", "part", "any"] | None = None
    not_: tuple[Literal["evening", "night", "weekend", "early", "shift"], ...] = Field(
        default=(), validation_alias="not", serialization_alias="not"
    )


class Profile(Printed):
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
        ``languages.sv`` says that no Swedish is known yet, ``certificates.truck`` that there is no forklift card.

    Examples
    --------
    >>> p = Profile(id="K1", experience=[Experience(title="Kock", years=4)], none=["driving_licences"])
    >>> p.to_dict()["type"], p.none
    ('profile', ('driving_licences',))
    """

    type_name: ClassVar[str] = "profile"

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

    if TYPE_CHECKING:
        # A list does for every tuple, and whoever checks types without pydantic's plugin is told so.
        def __init__(
            self, *, id: str, languages: Sequence[Language] = (), education: Sequence[Education] = (),
            experience: Sequence[Experience] = (), skills: Sequence[Skill] = (), informal_skills: Sequence[Skill] = (),
            driving_licences: Sequence[DrivingLicence] = (), own_car: bool | None = None,
            certificates: Sequence[str] = (), licensed_profession: LicensedProfession | None = None,
            home_municipality: str | None = None, max_travel_minutes: int | None = None,
            availability: Availability = ..., wishes: Sequence[str] = (), not_wanted: Sequence[str] = (),
            none: Sequence[str] = (),
        ) -> None: ...  # fmt: skip

    @classmethod
    def from_row(cls, row: Mapping[str, Any], mapping: Mapping[str, str] | None = None) -> Profile:
        """Build a profile from one row of a table, its cells in the words that caseworkers use.

        Parameters
        ----------
        row : mapping of str to object
            Column name → cell. Columns are recognised by meaning, as in a caseworker's sheet; one that is not
            recognised is left out. The notes of ``matcher.readers.read_profiles`` on the same rows as a sheet name it.
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
        from matcher.readers.sheets.sheet import profile_from_row

        return profile_from_row(row, mapping)
