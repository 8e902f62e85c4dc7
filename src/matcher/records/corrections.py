"""Corrections by a person: they win over what was read, and are told of when what they correct is gone."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from matcher.errors import InvalidRecordError
from matcher.records.ad import NECESSITIES, JobAd
from matcher.records.profile import Profile

FIELDS = (
    "languages", "education", "experience", "skills", "informal_skills", "driving_licences", "own_car", "certificates",
    "licensed_profession", "home_municipality", "max_travel_minutes", "availability", "wishes", "not_wanted",
)  # fmt: skip
"""Fields of a profile that a person may correct."""
CORRECTED = ", corrected"
"""End of the source of a requirement that a person corrected."""
_LINKED = "concept"
"""What linking to a taxonomy adds; another taxonomy adds another id, and the words are the same."""


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

    Examples
    --------
    >>> Correction("a1", None, "körkort", "must", "nice").to_dict()["quote"]
    'körkort'
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
        strengths = (*NECESSITIES, None)
        if one.field is None and (one.new not in strengths or one.old not in strengths):
            told = f"as old and new of a requirement one of {', '.join(NECESSITIES)} or null"
            raise InvalidRecordError(path, told, number)
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
    row = profile.to_dict()
    row[correction.field] = correction.new
    if correction.new not in (None, [], ()):
        row["none"] = [name for name in row["none"] if name != correction.field]
    try:
        return Profile.from_dict(row)
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
            rows.append(row.model_copy(update={"necessity": correction.new, "source": f"{row.source}{CORRECTED}"}))
    return ad.model_copy(update={"requirements": tuple(rows)})


def applied(profiles: Sequence[Profile], corrections: Iterable[Correction]) -> tuple[list[Profile], list[Correction]]:
    """Apply corrections to the profiles they are about, one after the other.

    Returns
    -------
    list of Profile, list of Correction
        The profiles in their order, and the corrections that could not be made: their target is not among them, its
        field holds neither what was corrected nor what is right, or cannot hold what is new. Where several profiles
        have the id of a target, each is corrected that can be.

    Examples
    --------
    >>> wrong, fine = Correction("7", "own_car", False, None, True), Correction("7", "own_car", None, None, True)
    >>> people, gone = applied([Profile(id="7")], [fine, wrong, fine])
    >>> people[0].own_car, gone
    (True, [])
    """
    made, gone = list(profiles), []
    places: dict[str, list[int]] = {}
    for place, profile in enumerate(made):
        places.setdefault(profile.id, []).append(place)
    for one in corrections:
        right = {place: found for place in places.get(one.target, ()) if (found := _righted(made[place], one))}
        for place, found in right.items():
            made[place] = found
        if not right:
            gone.append(one)
    return made, gone


def _righted(profile: Profile, one: Correction) -> Profile | None:
    """Apply a correction if the profile has what it corrects, or what is right already."""
    now = profile.to_dict().get(one.field) if one.field else None
    if one.field is None or not (_same(now, one.old) or _same(now, one.new)):
        return None
    try:
        return profile if _same(now, one.new) else correct_profile(profile, one)
    except InvalidRecordError:
        return None


def flaw(one: Correction) -> str | None:
    """Tell what is wrong with a correction of a field, whoever it is about; ``None`` where nothing is.

    Examples
    --------
    >>> flaw(Correction("7", "own_cat", None, None, True)), flaw(Correction("7", "own_car", None, None, "perhaps"))
    ('a field that can be corrected', 'a value that the field can have')
    >>> flaw(Correction("7", "own_car", None, None, True))
    """
    if one.field is None:
        return None
    if one.field not in FIELDS:
        return "a field that can be corrected"
    try:
        correct_profile(Profile(id="0"), one)
    except InvalidRecordError:
        return "a value that the field can have"
    return None


def applied_to_ad(ad: JobAd, corrections: Iterable[Correction]) -> tuple[JobAd, list[Correction]]:
    """Apply corrections to the requirements of the ad they are about.

    Parameters
    ----------
    ad : JobAd
        With its requirements read.
    corrections : iterable of Correction

    Returns
    -------
    JobAd, list of Correction
        And those that could not be made: the ad has no requirement with that quote, neither of the old strength nor of
        the new one.

    Examples
    --------
    >>> applied_to_ad(JobAd(id="a", requirements=[]), [Correction("a", None, "bil", "must", None)])[1]
    []
    >>> applied_to_ad(JobAd(id="a", requirements=[]), [Correction("a", None, "bil", "must", "nice")])[1][0].quote
    'bil'
    """
    gone = []
    for one in corrections:
        held: set[str | None] = {row.necessity for row in ad.requirements or () if row.quote == one.quote}
        if one.old in held:
            ad = correct_ad(ad, one)
        elif one.new not in (held or {None}):
            gone.append(one)
    return ad, gone


_MISSING: tuple[object, ...] = (None, [], ())


def _same(one: Any, other: Any) -> bool:
    """Whether two values of a field say the same: links to a taxonomy and the kind of list do not count.

    Missing is null or an empty list.
    """
    if one in _MISSING or other in _MISSING:
        return one in _MISSING and other in _MISSING
    if isinstance(one, dict) and isinstance(other, dict):
        return all(_same(one.get(key), other.get(key)) for key in (one.keys() | other.keys()) - {_LINKED})
    if isinstance(one, list | tuple) and isinstance(other, list | tuple):
        return len(one) == len(other) and all(map(_same, one, other))
    return bool(one == other) and isinstance(one, bool) == isinstance(other, bool)
