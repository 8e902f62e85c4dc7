"""Sections of a text CV about plans: wishes, refusals, hours, first day, journey, home."""

from __future__ import annotations

import re
from datetime import date

from matcher.readers.cells.plans import (
    read_hours,
    read_minutes,
    read_not_times,
    read_not_wanted,
    read_start,
    read_wishes,
)
from matcher.readers.draft import Draft
from matcher.readers.prose import read_prose
from matcher.readers.sections import Section, undecorated
from matcher.taxonomy.municipalities import municipality

SENTENCE = re.compile(r"(?<=[\w)!?])[.!?]\s+|\n+")
_AVAILABLE = re.compile(r"(?<!\w)(?:heltid|deltid|full[- ]time|part[- ]time|börja|omgående|direkt|pendlar|resa"
r"|resas|start|körkort|bil|ledig|licen[cs]e)\b", re.IGNORECASE)  # fmt: skip
_REFUSAL = re.compile(
    r"^[\s(]*(?:inte|ej|ingen|inga|not|no|avstår|helst inte|vill (?:inte|ej|undvika))(?!\w)[\s:]*", re.IGNORECASE
)


def items_of(section: Section) -> list[str]:
    """Strip the lines of a section of bullets, and leave empty ones out."""
    return [bare for line in section.lines if (bare := undecorated(line))]


def read_wish_lines(draft: Draft, section: Section, as_of: date | None) -> None:
    """Read the work asked for and refused, and hours and days that stand among it."""
    listed: list[str] = []
    for line in items_of(section):
        for sentence in SENTENCE.split(line):
            plain = sentence.strip(" .()!")
            if not plain:
                continue
            if _REFUSAL.match(plain):
                refused = _REFUSAL.sub("", plain)
                times = read_not_times(plain)
                draft.not_times += times
                if not times and len(refused.split()) <= 6 and not _AVAILABLE.search(refused):
                    parts = re.split(
                        r"\s+(?:och|eller|and|or)\s+", re.sub(r"^(?:arbete i|ha|arbeta med)\s+", "", refused)
                    )
                    draft.not_wanted += draft.clean_items([w for p in parts for w in read_not_wanted(p)], "wishes")
                else:
                    read_prose(draft, plain, "wishes", as_of, wishes=False)
            elif _AVAILABLE.search(plain):
                _available(draft, plain, as_of)
                head = _AVAILABLE.split(plain)[0]
                if len(head) > 8 and re.search(r",|\s(?:eller|or)\s", head):
                    listed.append(_LISTED.sub("", re.sub(r"\s+(?:på|from|som)$", "", head.strip(" ,"))))
            else:
                listed.append(_LISTED.sub("", plain))
    joined = "\n".join(re.sub(r"\s+(?:och|eller|or|and)\s+", ", ", item) for item in listed if item)
    draft.wishes += draft.clean_items(
        read_wishes(re.sub(r"\([^()]*(?:finns|sikt|later)[^()]*\)", "", joined)), "wishes"
    )


_LISTED = re.compile(
    r"^(?:kan också tänka mig|jobb som|arbete som|söker (?:jobb|arbete|tjänst) som|jag söker jobb som|söker"
    r"|looking for (?:work|a job) as|or,? later on,?)\s+",
    re.IGNORECASE,
)


def _available(draft: Draft, text: str, as_of: date | None) -> None:
    draft.hours = draft.hours or read_hours(text)
    draft.not_times += [time for time in read_not_times(text) if time not in draft.not_times]
    read_prose(draft, text, "start", as_of, wishes=False)


def read_start_lines(draft: Draft, section: Section, as_of: date | None) -> None:
    """Read when and how much a person can work."""
    text = ", ".join(items_of(section))
    draft.start = draft.start or read_start(re.sub(r"\d+ (?:min|tim)\w*", " ", text), as_of)
    _available(draft, text, as_of)


def read_journey_lines(draft: Draft, section: Section, as_of: date | None) -> None:
    """Read the longest journey."""
    if draft.minutes is None:
        draft.minutes = read_minutes(section.text)


def read_home_lines(draft: Draft, section: Section, as_of: date | None) -> None:
    """Read the municipality, and a journey in brackets behind it."""
    for line in items_of(section):
        place = municipality(re.sub(r"\(.*", "", line).strip())
        draft.municipality = draft.municipality or (place.name if place else None)
        if "(" in line and draft.minutes is None:
            draft.minutes = read_minutes(line)


def read_refusal_lines(draft: Draft, section: Section, as_of: date | None) -> None:
    """Read the work to avoid."""
    for line in items_of(section):
        draft.not_wanted += draft.clean_items(read_not_wanted(line.rstrip(".")), "not wanted")
