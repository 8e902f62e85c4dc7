"""What all records share: the frozen base model and the scales that their fields are measured on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    SerializerFunctionWrapHandler,
    StringConstraints,
    model_serializer,
    model_validator,
)

Cefr = Literal["A1", "A2", "B1", "B2", "C1", "C2"]
"""A level of the Common European Framework of Reference for Languages."""

CEFR_LEVELS: tuple[Cefr, ...] = ("A1", "A2", "B1", "B2", "C1", "C2")
"""The levels from lowest to highest; an index into this tuple is a level's rank."""

Interval = tuple[Cefr, Cefr]
"""Lowest and highest level that the evidence allows, both included."""

LanguageSkill = Literal["speaking", "listening", "reading", "writing"]
LANGUAGE_SKILLS: tuple[LanguageSkill, ...] = ("speaking", "listening", "reading", "writing")

EducationLevel = Literal["none", "primary", "upper_secondary", "post_secondary", "tertiary", "doctoral"]
EDUCATION_LEVELS: tuple[EducationLevel, ...] = (
    "none",
    "primary",
    "upper_secondary",
    "post_secondary",
    "tertiary",
    "doctoral",
)
"""From lowest to highest; SUN 2020 levels 0, 1-2, 3, 4 (and shorter 5), 5, 6. ``none`` is stated: no schooling."""

LicenceClass = Literal["AM", "A1", "A2", "A", "B", "BE", "C1", "C1E", "C", "CE", "D1", "D1E", "D", "DE"]
WorkingTime = Literal["evening", "night", "weekend", "early", "shift", "on_call"]
Id = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]


class Record(BaseModel):
    """Base of all records: frozen, closed, and silent about its input when it refuses it."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, populate_by_name=True)

    def to_dict(self) -> dict[str, Any]:
        """Plain data as the command line prints it: lists for tuples, public field names.

        Examples
        --------
        >>> from matcher.records import Education
        >>> Education(level="primary", country="SY", years=9).to_dict()
        {'level': 'primary', 'field': None, 'country': 'SY', 'years': 9.0, 'validated': None}
        """
        return self.model_dump(mode="json", by_alias=True)

    @classmethod
    def from_dict(cls, row: Mapping[str, Any]) -> Self:
        """Make a record of what :meth:`to_dict` gave, from a database for instance.

        Files of records are for ``matcher.readers``, which look for what nobody may keep.

        Raises
        ------
        ValueError
            The row is none of this record.

        Examples
        --------
        >>> from matcher.records import Profile
        >>> Profile.from_dict({"type": "profile", "id": "7", "own_car": True}).own_car
        True
        """
        return cls.model_validate(row)


class Printed(Record):
    """Base of the records that stand alone: what is printed of one says in ``type`` what it is."""

    type_name: ClassVar[str] = ""

    @model_validator(mode="before")
    @classmethod
    def _without_type(cls, row: Any) -> Any:
        if isinstance(row, Mapping) and row.get("type") == cls.type_name:
            return {name: value for name, value in row.items() if name != "type"}
        return row

    @model_serializer(mode="wrap")
    def _with_type(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        fields: dict[str, Any] = handler(self)
        return {"id": fields.pop("id"), "type": self.type_name, **fields}
