"""What a person wants in a sheet: work asked for and refused, how much and when, the first day."""

from __future__ import annotations

import re

from matcher.patterns import late
from matcher.readers.cells.alone import item_of
from matcher.readers.cells.firstday import read_start
from matcher.readers.cells.plans import read_not_wanted
from matcher.readers.cells.wanted import read_wanted
from matcher.readers.cells.words import is_absent, is_bare_yes, is_silent, yes_or_no
from matcher.readers.cells.worktime import Hours, read_hours, read_not_times, refused_times
from matcher.readers.draft import Draft
from matcher.readers.sheets.columns import Column
from matcher.readers.sheets.rowcells import Cells

PLAN_FIELDS = ("hours", "start")
"""Fields of a sheet that tell how much and from when by fixed values."""


def add_plans(draft: Draft, cells: Cells) -> None:
    """Read what a person wants into a draft.

    Parameters
    ----------
    draft : Draft
    cells : Cells

    Examples
    --------
    >>> draft = Draft("row", "7")
    >>> add_plans(draft, Cells([Column(0, "Mål", "wish"), Column(1, "När?", "start")], ["kock", "bara fm"]))
    >>> draft.wishes, draft.hours, draft.not_times
    (['kock'], 'part', ['evening', 'night'])
    """
    wanted = [(column, text, read_wanted(text)) for column, text in cells.of("wish")]
    for column, text, said in wanted:
        draft.wishes += draft.clean_items(said.wishes, column.shown)
        draft.not_wanted += draft.clean_items(said.not_wanted, column.shown)
        draft.not_times += said.not_times
        if said.is_empty and not (is_silent(text) or is_absent(text)):
            draft.note("doubtful", "expected the work that somebody wishes for", column.shown)
        if is_absent(text):
            draft.none.add("wishes")
    for column, text in cells.of("not_wanted"):
        for item in read_not_wanted(text):
            # "kvällar" under what is not wanted is a time, "nattarbete" work.
            times = refused_times(item)
            draft.not_times += times
            if not times:
                draft.not_wanted += draft.clean_items([item], column.shown)
        if is_absent(text):
            draft.none.add("not_wanted")
    for column, text in cells.of("hours"):
        amount = _share(column, text)
        draft.hours = amount if draft.hours in (None, "any") and amount else draft.hours
        # "Kan du jobba kvällar?": the header tells what a bare "nej" denies.
        asked = f"ej {item_of(column.header) or _WORKING.split(column.header)[-1]}"
        draft.not_times += read_not_times(text, column=True) or (
            read_not_times(asked) if yes_or_no(text) is False and text.strip("-–— ") else []
        )
        agreed = is_bare_yes(text) and read_not_times(asked)
        if draft.hours is None and not draft.not_times and not agreed and not is_silent(text):
            draft.note("doubtful", "expected full or part time", column.shown)
    # "Kock heltid" tells how much where no column of its own does.
    draft.hours = draft.hours or next((said.hours for *_, said in wanted if said.hours), None)
    _start(draft, cells)


def _start(draft: Draft, cells: Cells) -> None:
    starts = cells.of("start")
    if any(_FIRST_DAY.search(column.header) for column, _ in starts):
        # Beside "Tidigast start" a bare "Start" is that of the course where somebody is.
        starts = [held for held in starts if _FIRST_DAY.search(held[0].header)]
    for column, text in starts:
        draft.start = draft.start or read_start(text, draft.as_of)
        when = bool(_WHEN.match(column.header))
        refused = read_not_times(text, column=when)  # "Not nights" where the header asks when
        draft.hours = draft.hours or (_share(column, text) if when else None)
        draft.not_times += [time for time in refused if time not in draft.not_times]
        if draft.start is None and not (refused or (when and draft.hours)) and not is_silent(text):
            draft.note("doubtful", "expected a day to begin, with its year", column.shown)
    for _, text in cells.of("hours"):  # "heltid, genast"
        draft.start = draft.start or read_start(text, draft.as_of)


_FIRST_DAY = late(
    r"börja|tillträd|tillgäng|ledig|tidigast|earliest|available|can start|kan start|ready|redo|fr", re.IGNORECASE
)
_WHEN = late(r"(?:när|when|availability|tillgänglighet)(?!\w)", re.IGNORECASE)


def _share(column: Column, text: str) -> Hours | None:
    """Read how much somebody works; the header may name the unit ("Timmar/vecka") or what a yes agrees to."""
    if column.hint == "hours" and text.isdigit() and int(text) <= _LONG_WEEK:
        return read_hours(f"{text} h/vecka")
    if _PART.fullmatch(text):
        return read_hours(f"{100 * float(text.replace(',', '.')):.0f}%")
    agreed = read_hours(column.header) if is_bare_yes(text) else None
    return agreed if agreed in ("full", "part") else read_hours(text)


_PART = late(r"0[.,]\d{1,2}|1[.,]00?")
"""Of a post: "0,75"."""
_LONG_WEEK = 48
"""Hours a week up to which a number below "hours" counts them; a larger one is a share of a hundred."""
_WORKING = late(r"(?:kan|jobba|arbeta|work)\s", re.IGNORECASE)
