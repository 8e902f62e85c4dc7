"""Parts of a ledger in the order and the words that every form of it shows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from matcher.explanation.words import NAMES, NECESSITIES, TITLES, word
from matcher.ranking import JudgedRequirement, as_written, duration, value_word
from matcher.records import BY_LAW, JobAd
from matcher.records.corrections import CORRECTED
from matcher.taxonomy.facts.languages import language_label

_STRENGTHS = ("must", "nice", "not_required")
_TITLE = 60
"""Letters that name an ad without a headline."""
_VERDICTS = ("unmet", "unknown", "met")


def ordered(contributions: dict[str, int]) -> list[tuple[str, int]]:
    """Return contributions with the largest first.

    Examples
    --------
    >>> ordered({"text": 4, "language": -9})
    [('text', 4), ('language', -9)]
    """
    return sorted(contributions.items(), key=lambda item: (-item[1], item[0]))


def titled(ad: JobAd) -> str:
    """Name an ad by its headline; one without by the beginning of its text, since nobody knows its id.

    Examples
    --------
    >>> titled(JobAd(id="own-1", headline="", text="Kock till skola. Heltid.")), titled(JobAd(id="a7", headline=""))
    ('Kock till skola. Heltid.', 'a7')
    """
    begins = next((line.strip() for line in ad.text.splitlines() if line.strip()), "")
    return ad.headline or (f"{begins[:_TITLE]}…" if len(begins) > _TITLE else begins) or ad.id


def grouped(verdicts: Sequence[JudgedRequirement]) -> list[list[JudgedRequirement]]:
    """Return judged requirements as their OR-groups, in order."""
    groups: list[list[JudgedRequirement]] = []
    for row in verdicts:
        number = row.requirement.any_of
        if number is not None and groups and groups[-1][0].requirement.any_of == number:
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups


def weightiest(verdicts: Sequence[JudgedRequirement]) -> list[list[JudgedRequirement]]:
    """Return OR-groups with what stands in the way first: by strength, then what lacks, what nobody knows, what is met.

    Examples
    --------
    >>> from matcher.records import Requirement
    >>> own_car = Requirement(kind="own_car", value=True, necessity="nice")
    >>> age = Requirement(kind="age_min", value=18, necessity="must")
    >>> [[row.requirement.kind for row in group] for group in weightiest(
    ...     [JudgedRequirement(own_car, "unmet"), JudgedRequirement(age, "met")])]
    [['age_min'], ['own_car']]
    """
    return sorted(
        grouped(verdicts),
        key=lambda group: (_STRENGTHS.index(group[0].requirement.necessity), _VERDICTS.index(group[0].verdict)),
    )


def described(row: JudgedRequirement, lang: str) -> str:
    """Describe a requirement in a few words.

    Examples
    --------
    >>> from matcher.records import Requirement
    >>> row = Requirement(kind="language", value={"lang": "sv", "level": "B1"}, necessity="must")
    >>> described(JudgedRequirement(row, "met"), "en")
    'language: Swedish B1'
    """
    value, kind = row.requirement.value, row.requirement.kind
    if isinstance(value, dict):
        parts = [_part(name, part, lang, row.requirement.quote) for name, part in value.items() if part]
    elif isinstance(value, list | tuple):
        parts = [value_word(str(part), lang) for part in value]
    else:
        parts = [] if value is True else [value_word(str(value), lang, kind)]
        parts = [as_written(part, row.requirement.quote) for part in parts] if kind == "skill" else parts
    about = (" " if kind == "language" else ", ").join(parts)
    return word(NAMES, kind, lang) + (f": {about}" if about else "")


def listed(verdicts: Sequence[JudgedRequirement], verdict: str, lang: str) -> str:
    """List the demands with one verdict in a cell; what is only nice to have says so, what an ad does without is none.

    Examples
    --------
    >>> from matcher.records import Requirement
    >>> swedish = Requirement(kind="language", value={"lang": "sv", "level": "B1"}, necessity="must")
    >>> own_car = Requirement(kind="own_car", value=True, necessity="nice")
    >>> listed([JudgedRequirement(swedish, "unmet"), JudgedRequirement(own_car, "unmet")], "unmet", "sv")
    'språk: svenska B1; egen bil (merit)'
    """
    told = []
    for group in weightiest(verdicts):
        strength = group[0].requirement.necessity
        if group[0].verdict == verdict and strength != "not_required":
            what = f" {word(TITLES, 'or', lang)} ".join(described(row, lang) for row in group)
            told.append(f"{what} ({word(NECESSITIES, strength, lang)})" if strength == "nice" else what)
    return "; ".join(dict.fromkeys(told))


def origin(group: Sequence[JudgedRequirement], lang: str) -> str:
    """Say in brackets where a group comes from, if not from the ad alone: a person's correction, or the law.

    Examples
    --------
    >>> from matcher.records import Requirement
    >>> row = Requirement(kind="licensed_profession", value="tandläkare", necessity="must", source="law")
    >>> origin([JudgedRequirement(row, "unknown")], "en")
    ' (the occupation demands it, though the ad does not say so)'
    """
    sources = {row.requirement.source for row in group}
    if any(source.endswith(CORRECTED) for source in sources):
        return word(TITLES, "by_person", lang)
    return word(TITLES, "by_law", lang) if BY_LAW in sources else ""


def _part(name: str, value: Any, lang: str, quote: str | None) -> str:
    if name == "years":
        return duration(value, lang)
    if name == "field":
        return as_written(str(value), quote)
    if name != "lang":
        return value_word(str(value), lang)
    return language_label(str(value), lang)
