"""Clauses of a remark that tell one fixed value and nothing else: "har bil", "max 30 min", "kan börja omg"."""

from __future__ import annotations

import re

from matcher.patterns import late
from matcher.readers.cells.firstday import read_start
from matcher.readers.cells.plans import read_minutes
from matcher.readers.cells.words import yes_or_no
from matcher.readers.cells.worktime import read_hours
from matcher.readers.draft import Draft
from matcher.readers.privacy.others import own_clauses

_CLAUSES = late(r"\s*[,;\n]\s*|\.\s+|[.!]$")
_CAR = late(
    r"(?:har )?(?:(?:egen|ingen|ej|inte) )?bil(?:[ :]+(?:ja|nej|finns|saknas))?|(?:(?:has (?:a|no)|own|no) )?car",
    re.IGNORECASE,
)
_JOURNEY = late(
    r"(?:(?:kan )?(?:resa|pendla|pendlar|reser|restid|pendling|travel|commute) )?"
    r"(?:max(?:imalt)?|högst|(?:ej|inte) (?:längre|mer) än|up to|at most)\.?"
    r" (?P<time>\d[\d:.,]* ?(?:min\w*|h|tim\w*|hours?))(?: (?:resa|restid|resväg|pendling|travel|commute))?",
    re.IGNORECASE,
)
# "50 % sjukskriven" tells of something else: nothing but a first day stands behind.
_AMOUNT = late(
    r"(?P<hours>heltid|deltid|halvtid|full[- ]?time|part[- ]?time|\d{2,3} ?%)"
    r"(?P<more> (?:nu|omg\.?|now|fm|em|(?:från|fr|from)\.? .{2,15}))?",
    re.IGNORECASE,
)
_BEGINS = late(
    r"(?:kan (?:börja|starta)|börjar tidigast|tillgänglig|ledig|can start|available)"
    r"(?: (?:från|fr\.?(?:o\.?m\.?)?|from))? .{1,25}",
    re.IGNORECASE,
)


def add_plain_facts(draft: Draft, text: str) -> None:
    """Take what whole clauses of a remark say of the person's own car, journey, hours and first day, where unknown.

    Examples
    --------
    >>> draft = Draft("row", "7")
    >>> add_plain_facts(draft, "Har bil, max 45 min. Deltid. Sonen har inte bil")
    >>> draft.own_car, draft.minutes, draft.hours, draft.start
    (True, 45, 'part', None)
    """
    for clause in _CLAUSES.split(own_clauses(text)):
        if draft.own_car is None:
            draft.own_car = car_told(clause)
        if draft.minutes is None and (journey := _JOURNEY.fullmatch(clause)):
            draft.minutes = read_minutes(journey["time"])
        begins = clause if _BEGINS.fullmatch(clause) else ""
        if amount := _AMOUNT.fullmatch(clause):
            draft.hours = draft.hours or read_hours(amount["hours"])
            begins = amount["more"] or ""
        draft.start = draft.start or read_start(begins, draft.as_of)


def car_told(clause: str) -> bool | None:
    """Tell whether the person has a car, if a clause says that and nothing else.

    Examples
    --------
    >>> [car_told(said) for said in ("har egen bil", "car", "ingen bil", "bilmekaniker")]
    [True, True, False, None]
    """
    if not _CAR.fullmatch(clause.strip()):
        return None
    if re.search(r"(?<!\w)(?:ej|inte|ingen|no)(?!\w)", clause, re.IGNORECASE):
        return False
    return yes_or_no(re.sub(r"^(?:har|has)\s+(?:a )?", "", clause.strip(), flags=re.IGNORECASE))
