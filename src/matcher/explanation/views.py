"""Two views of a pair: a caseworker's is all of it; a recruiter's is what this module lists and nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from matcher.ranking import JudgedRequirement, default_weights
from matcher.records import Profile, Requirement

View = Literal["caseworker", "recruiter"]
RECRUITER_FIELDS = ("kind", "value", "necessity", "any_of", "verdict", "quote", "level")
"""What a recruiter sees of a requirement: what the ad asks for, in its words, the verdict, and the level or class that
the person has. Never free text, country, municipality or titles, and no points, for they follow from such."""
TIES = ("occupation", "wish", "title")
"""What of a person may be near the work itself; a recruiter sees which of them is, by its name alone."""
_NEAR = 0.5
"""Share of a component's full points from which a person is near the work by it: a work of the same kind, not one that
only has a word or a trade's rough kind in common."""
_OF_WORK = frozenset({"experience", "skill", "certificate", "licensed_profession"})
"""Kinds of requirement that tell of the work; a language or schooling that is enough is so for most jobs, and so is any
experience for an ad that does not say of what."""


def recruiter_match(match: Mapping[str, Any], person: Profile) -> dict[str, Any]:
    """Show a recruiter one person for an ad.

    Parameters
    ----------
    match : mapping
        A match of the person as plain data, see :meth:`matcher.ranking.Match.to_dict`.
    person : Profile

    Returns
    -------
    dict
        ``id`` (the pseudonym), ``rank``, ``tier``, ``near`` (those of :data:`TIES` by which the person is near the
        work) and ``verdicts``, rows of :data:`RECRUITER_FIELDS`.

    Examples
    --------
    >>> from matcher.records import DrivingLicence
    >>> person = Profile(id="7", driving_licences=[DrivingLicence(class_="B", country="SY")])
    >>> row = {"kind": "driving_licence", "value": "B", "necessity": "must", "any_of": None, "verdict": "unknown",
    ...        "quote": "körkort", "evidence": "B (SY)", "source": "text"}
    >>> match = {"id": "7", "rank": 1, "score": 120, "tier": "ask", "verdicts": [row], "questions": []}
    >>> shown = recruiter_match(match, person)
    >>> shown["verdicts"][0]["level"], sorted(shown)
    ('B', ['id', 'near', 'rank', 'tier', 'verdicts'])
    """
    near = near_by(match.get("contributions", {}))
    rows = recruiter_rows(match["verdicts"], person)
    return {"id": person.id, "rank": match["rank"], "tier": match["tier"], "near": near, "verdicts": rows}


def near_by(contributions: Mapping[str, int]) -> list[str]:
    """Name those of :data:`TIES` by which a person is near the work.

    Examples
    --------
    >>> near_by({"occupation": 256, "title": 3, "travel": 400})
    ['occupation']
    """
    full = default_weights().soft
    return [name for name in TIES if contributions.get(name, 0) >= _NEAR * full[name]]


def speaks_for(shown: Mapping[str, Any]) -> bool:
    """Whether anything known of a person speaks for the work of an ad, in the recruiter's view of both.

    Examples
    --------
    >>> row = {"kind": "language", "value": {"lang": "sv"}, "necessity": "must", "verdict": "met"}
    >>> speaks_for({"near": [], "verdicts": [row]}), speaks_for({"near": ["wish"], "verdicts": [row]})
    (False, True)
    >>> work = row | {"kind": "experience", "value": {"years": 2, "field": None}}
    >>> speaks_for({"near": [], "verdicts": [work]})
    False
    """
    met = [row for row in shown["verdicts"] if row["verdict"] == "met" and row["necessity"] != "not_required"]
    return bool(shown["near"]) or any(
        row["kind"] in _OF_WORK and (row["kind"] != "experience" or bool(row["value"].get("field"))) for row in met
    )


def judged(row: Mapping[str, Any]) -> JudgedRequirement:
    """Give a row of a recruiter's view the form that a ledger's parts are worded from; its evidence is the level.

    Examples
    --------
    >>> row = dict.fromkeys(RECRUITER_FIELDS) | {"kind": "skill", "value": "c", "necessity": "must", "verdict": "met"}
    >>> judged(row).verdict
    'met'
    """
    asked = {name: row[name] for name in ("kind", "value", "necessity", "any_of", "quote")}
    return JudgedRequirement(Requirement(**asked), row["verdict"], evidence=row["level"])


def without_words(match: Mapping[str, Any], person: Profile) -> dict[str, Any]:
    """Leave of a match what its output format asks for, and of the person's words only the level or class.

    Examples
    --------
    >>> row = {"kind": "experience", "value": {"years": 2}, "evidence": "Kock 4 år (SY)"}
    >>> without_words({"id": "7", "verdicts": [row]}, Profile(id="7"))["verdicts"][0]["evidence"] is None
    True
    """
    return {**match, "verdicts": [{**row, "evidence": _level(row, person)} for row in match["verdicts"]]}


def recruiter_rows(verdicts: Sequence[Mapping[str, Any]], person: Profile) -> list[dict[str, Any]]:
    """Show a recruiter what an ad asks for and whether one person has it.

    Parameters
    ----------
    verdicts : sequence of mapping
        Of one match, as plain data.
    person : Profile

    Returns
    -------
    list of dict
        Rows of :data:`RECRUITER_FIELDS`.

    Examples
    --------
    >>> row = {"kind": "experience", "value": "kock", "necessity": "must", "any_of": None, "verdict": "met",
    ...        "quote": "kock", "evidence": "Kock 4 år (SY)"}
    >>> [shown] = recruiter_rows([row], Profile(id="7"))
    >>> shown["verdict"], shown["level"], "evidence" in shown
    ('met', None, False)
    """
    return [
        {name: _level(row, person) if name == "level" else row[name] for name in RECRUITER_FIELDS} for row in verdicts
    ]


def _level(row: Mapping[str, Any], person: Profile) -> str | None:
    """CEFR level of the language asked for, or the classes of licence held; both come from closed lists."""
    if row["kind"] == "driving_licence":
        return ", ".join(dict.fromkeys(licence.class_ for licence in person.driving_licences)) or None
    if row["kind"] == "language" and isinstance(row["value"], dict):
        held = next((one for one in person.languages if one.lang == row["value"].get("lang")), None)
        interval = held.oral() if held else None
        if interval:
            return interval[0] if interval[0] == interval[1] else f"{interval[0]}–{interval[1]}"
    return None
