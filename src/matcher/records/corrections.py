"""Corrections by a person: they win over what was read, and are told of when what they correct is gone."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from matcher.errors import InvalidRecordError
from matcher.records.ad import JobAd
from matcher.records.profile import Profile

FIELDS = (
    "languages", "education", "experience", "skills", "driving_licences", "own_car", "certificates",
    "licensed_profession", "home_municipality", "max_travel_minutes", "availability", "wishes", "not_wanted",
)  # fmt: skip
"""Fields of a profile that a person may correct."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction, in the form that ``--corrections`` takes.

    Attributes
    ----------
    target : str
        Id of the profile or ad.
    field : str or None
        Field of a profile.
    quote : str or None
        Quote of an ad's requirement.
    old, new : object
        What was read and what is right, as ``matcher read`` prints it; for a requirement its necessity, and ``None``
        where it is none.
    """

    target: str
    field: str | None
    quote: str | None
    old: Any
    new: Any

    def to_dict(self) -> dict[str, Any]:
        """Return the line of a corrections file."""
        place = {"field": self.field} if self.quote is None else {"quote": self.quote}
        return {"target": self.target, **place, "old": self.old, "new": self.new, "by": "person"}

    @classmethod
    def from_dict(cls, row: dict[str, Any]) -> Correction:
        """Make what :meth:`to_dict` gave."""
        return cls(row["target"], row.get("field"), row.get("quote"), row["old"], row["new"])


def read_corrections(text: str, path: str = "corrections") -> list[Correction]:
    """Read a corrections file: JSON Lines.

    Raises
    ------
    InvalidRecordError
        A line is no correction; the line is named.

    Examples
    --------
    >>> read_corrections('{"target": "7", "field": "own_car", "old": null, "new": true, "by": "person"}')[0].new
    True
    """
    found = []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            one = Correction.from_dict(json.loads(line))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            raise InvalidRecordError(path, "an object with target, field or quote, old and new", number) from None
        if not isinstance(one.target, str) or not isinstance(one.quote if one.field is None else one.field, str):
            raise InvalidRecordError(path, "a target, and a field or a quote, as text", number)
        found.append(one)
    return found


def correct_profile(profile: Profile, correction: Correction) -> Profile:
    """Apply a correction of one field.

    Raises
    ------
    InvalidRecordError
        The field cannot be corrected, or the new value is none of that field.

    Examples
    --------
    >>> right = correct_profile(Profile(id="7"), Correction("7", "own_car", None, None, True))
    >>> right.own_car
    True
    """
    if correction.field not in FIELDS:
        raise InvalidRecordError("correction", f"one of the fields {', '.join(FIELDS)}")
    row = {name: value for name, value in profile.to_dict().items() if name != "type"}
    row[correction.field] = correction.new
    if correction.new not in (None, [], ()):
        row["none"] = [name for name in row["none"] if name != correction.field]
    try:
        return Profile.model_validate(row)
    except ValidationError:
        raise InvalidRecordError("correction", f"a value that {correction.field} can have") from None


def correct_ad(ad: JobAd, correction: Correction) -> JobAd:
    """Apply a correction of a requirement, found by its quote.

    Examples
    --------
    >>> from matcher.records import Requirement
    >>> ad = JobAd(id="a", requirements=[Requirement(kind="own_car", value=True, necessity="must", quote="bil")])
    >>> correct_ad(ad, Correction("a", None, "bil", "must", "nice")).requirements[0].necessity
    'nice'
    >>> correct_ad(ad, Correction("a", None, "bil", "must", None)).requirements
    ()
    """
    rows = []
    for row in ad.requirements or ():
        if row.quote != correction.quote or row.necessity != correction.old:
            rows.append(row)
        elif correction.new is not None:
            rows.append(row.model_copy(update={"necessity": correction.new, "source": f"{row.source}, corrected"}))
    return ad.model_copy(update={"requirements": tuple(rows)})


def applied(profiles: Sequence[Profile], corrections: Iterable[Correction]) -> tuple[list[Profile], list[Correction]]:
    """Apply corrections to the profiles they are about.

    Returns
    -------
    list of Profile, list of Correction
        The profiles in their order, and the corrections that could not be made: their target is not among them, its
        field does not hold what was corrected any more, or cannot hold what is new.
    """
    by_id = {profile.id: profile for profile in profiles}
    gone = []
    for one in corrections:
        profile = by_id.get(one.target)
        if profile is None or one.field is None or profile.to_dict().get(one.field) != one.old:
            gone.append(one)
            continue
        try:
            by_id[one.target] = correct_profile(profile, one)
        except InvalidRecordError:
            gone.append(one)
    return list(by_id.values()), gone
