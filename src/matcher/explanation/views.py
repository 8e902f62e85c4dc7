"""Two views of a pair: a caseworker's is all of it; a recruiter's is what this module lists and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from matcher.ranking import JudgedRequirement, Match
from matcher.records import Profile

View = Literal["caseworker", "recruiter"]
RECRUITER_FIELDS = ("kind", "value", "necessity", "any_of", "verdict", "quote", "level")
"""What a recruiter sees of a requirement: what the ad asks for, in its words, the verdict, and the level or class that
the person has. Never free text, country, municipality or titles, and no points, for they follow from such."""


def recruiter_match(match: Match, person: Profile) -> dict[str, Any]:
    """Show a recruiter one person for an ad.

    Parameters
    ----------
    match : Match
    person : Profile
        Whose match it is.

    Returns
    -------
    dict
        ``id`` (the pseudonym), ``rank``, ``tier`` and ``verdicts``, rows of :data:`RECRUITER_FIELDS`.

    Examples
    --------
    >>> from matcher.records import DrivingLicence, Requirement
    >>> person = Profile(id="7", driving_licences=[DrivingLicence(**{"class": "B", "country": "SY"})])
    >>> row = JudgedRequirement(Requirement(kind="driving_licence", value="B", necessity="must"), "unknown")
    >>> shown = recruiter_match(Match("7", 1, 120, "ask", {"occupation": 120}, (row,), ()), person)
    >>> shown["verdicts"][0]["level"], sorted(shown)
    ('B', ['id', 'rank', 'tier', 'verdicts'])
    """
    rows = recruiter_rows(match.verdicts, person)
    return {"id": person.id, "rank": match.rank, "tier": match.tier, "verdicts": rows}


def recruiter_rows(verdicts: Sequence[JudgedRequirement], person: Profile) -> list[dict[str, Any]]:
    """Show a recruiter what an ad asks for and whether one person has it."""
    rows = []
    for judged in verdicts:
        asked = judged.requirement
        rows.append(
            {
                "kind": asked.kind, "value": asked.value, "necessity": asked.necessity, "any_of": asked.any_of,
                "verdict": judged.verdict, "quote": asked.quote, "level": _level(judged, person),
            }
        )  # fmt: skip
    return rows


def _level(judged: JudgedRequirement, person: Profile) -> str | None:
    """CEFR level of the language asked for, or the classes of licence held; both come from closed lists."""
    asked = judged.requirement
    if asked.kind == "driving_licence":
        return ", ".join(dict.fromkeys(licence.class_ for licence in person.driving_licences)) or None
    if asked.kind == "language" and isinstance(asked.value, dict):
        held = next((row for row in person.languages if row.lang == asked.value.get("lang")), None)
        interval = held.oral() if held else None
        if interval:
            return interval[0] if interval[0] == interval[1] else f"{interval[0]}–{interval[1]}"
    return None
