"""A job ad and what it asks for."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from pydantic import SerializerFunctionWrapHandler, model_serializer

from matcher.records.base import Id, Printed, Record

Necessity = Literal["must", "nice", "not_required"]
NECESSITIES: tuple[Necessity, ...] = ("must", "nice", "not_required")
Kind = Literal[
    "language", "driving_licence", "own_car", "education", "experience", "licensed_profession", "certificate",
    "record_check", "citizenship", "work_permit", "age_min", "physical", "working_time", "skill",
]  # fmt: skip
"""What a requirement is about; the vocabulary of the annotation guideline."""


BY_LAW = "law"
"""Source of a requirement that the law makes, whether the ad says so or not."""


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
        ``"text"``, ``"qualification_block"`` (a pasted Platsbanken page), the name of the structured field, or
        :data:`BY_LAW`.

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
        return self.kind, json.dumps(self.value, sort_keys=True, ensure_ascii=False)


class OccupationRef(Record):
    """The occupation an ad names: its label and the concept id that the source gave."""

    label: str | None = None
    concept: str | None = None


class JobAd(Printed):
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
    other_municipalities : tuple of str
        Names of further municipalities where the same job may be done; the nearest counts for travel.
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

    type_name: ClassVar[str] = "ad"

    id: Id
    headline: str = ""
    text: str = ""
    occupation: OccupationRef = OccupationRef()
    occupation_group: str | None = None
    employer: str | None = None
    municipality: str | None = None
    municipality_code: str | None = None
    other_municipalities: tuple[str, ...] = ()
    deadline: str | None = None
    vacancies: int | None = None
    hours: Literal["full", "part", "any"] | None = None
    language: str | None = None
    open_for_all: bool = False
    structured: tuple[Requirement, ...] = ()
    requirements: tuple[Requirement, ...] | None = None

    if TYPE_CHECKING:
        # As for a profile: a list does for every tuple.
        def __init__(
            self, *, id: str, headline: str = "", text: str = "", occupation: OccupationRef = ...,
            occupation_group: str | None = None, employer: str | None = None, municipality: str | None = None,
            municipality_code: str | None = None, other_municipalities: Sequence[str] = (),
            deadline: str | None = None, vacancies: int | None = None,
            hours: Literal["full", "part", "any"] | None = None, language: str | None = None,
            open_for_all: bool = False, structured: Sequence[Requirement] = (),
            requirements: Sequence[Requirement] | None = None,
        ) -> None: ...  # fmt: skip

    @property
    def where(self) -> str:
        """Names of all its municipalities; empty if none is known.

        Examples
        --------
        >>> JobAd(id="a1", municipality="Solna", other_municipalities=["Täby"]).where
        'Solna, Täby'
        """
        return ", ".join(filter(None, (self.municipality, *self.other_municipalities)))

    @model_serializer(mode="wrap")
    def _with_type(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        fields = super()._with_type(handler)
        # What was read holds these rows too; of what was not, they are all there is.
        if self.requirements is not None:
            fields.pop("structured")
        return fields
