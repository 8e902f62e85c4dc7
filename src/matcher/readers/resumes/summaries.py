"""The summary of a CV read as the text that it is, for what the CV's own fields leave open."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from matcher.readers.cells.titles import is_title
from matcher.readers.draft import Draft
from matcher.readers.privacy.statements import without_statements
from matcher.readers.told.asked import asked_work
from matcher.readers.told.reading import read_text
from matcher.readers.told.top import read_home

_LEAST = 30
"""A shorter text names facts and tells of nothing, in characters."""


def read_summary(draft: Draft, text: str, column: str, as_of: date | None = None, wishes: bool = True) -> None:
    """Take from a summary what a CV may say where no field of it has said so, beside what ``read_prose`` takes.

    Jobs, schools and skills are taken where the CV lists none: beside a list a summary only tells it again.

    Parameters
    ----------
    draft : Draft
        With what the fields and named facts say.
    text : str
    column : str
        Place for the report.
    as_of : datetime.date, optional
        For days without a year.
    wishes : bool, default True
        Whether work asked for is looked for too.

    Examples
    --------
    >>> draft = Draft("cv.json", "cv", languages=[])
    >>> read_summary(draft, "Kock i Iran 2009-2018. Modersmål: dari. Engelska B1. Bor i Lund.", "basics.summary")
    >>> draft.jobs[0].title, [row.lang for row in draft.languages], draft.municipality
    ('Kock', ['fa', 'en'], 'Lund')
    """
    if len(text) < _LEAST:
        return
    told = Draft(draft.path, draft.id, draft.line, as_of=draft.as_of)
    kinds = read_text(told, text, as_of)
    for note in told.notes:
        if note.what.startswith("protected"):
            draft.note("dropped", note.what, column)
    held = {row.lang for row in draft.languages}
    draft.languages += [row for row in told.languages if row.lang not in held]
    draft.education = draft.education or told.education
    draft.jobs = draft.jobs or told.jobs
    draft.skills = draft.skills or told.skills
    draft.informal = draft.informal or told.informal
    draft.certificates += [slug for slug in told.certificates if slug not in draft.certificates]
    draft.profession = draft.profession or told.profession
    if wishes and "wish" in kinds and all(map(is_title, told.wishes)):
        draft.wishes = told.wishes
    draft.none |= told.none - {"languages.sv"}
    if draft.municipality is None:
        read_home(draft, text, lives_only=True)


def read_label(draft: Draft, label: str, column: str) -> None:
    """Add the work that the headline of a CV names as work that is wished for.

    Examples
    --------
    >>> draft = Draft("cv.json", "cv")
    >>> read_label(draft, "Kock / bagare - sover dåligt", "basics.label")
    >>> draft.wishes
    ['Kock', 'bagare']
    """
    told = without_statements(draft.clean_clauses(label, column, labels=True))
    titles = re.split(r"\s+(?:/|and|och|&)\s+", plain := re.split(r"\s*[(|]|, (?:now|in) ", told)[0])
    # "Vill bli kock, barista eller servitör" asks for each, as it does in a text.
    asked = asked_work(re.sub(r"\s*/\s*", ", ", plain)) or (titles if all(map(is_title, titles)) else [plain])
    draft.wishes += draft.clean_items(asked, column)


def read_untitled(draft: Draft, text: str, column: str, as_of: date | None = None) -> bool:
    """Add the job that a text tells of whose field for the title is empty; tell whether there was one.

    Examples
    --------
    >>> draft = Draft("cv.json", "cv")
    >>> read_untitled(draft, "Kock i Iran 2009-2018. Grill och varmkök.", "work"), draft.jobs[0].duties
    (True, 'Grill och varmkök.')
    """
    told = Draft(draft.path, draft.id, draft.line, as_of=draft.as_of)
    read_text(told, text, as_of)
    if not told.jobs:
        return False
    first, _, rest = text.partition(". ")
    alone = len(told.jobs) == 1 and told.jobs[0].duties is None and told.jobs[0].title.casefold() in first.casefold()
    draft.add_jobs([replace(told.jobs[0], duties=rest or None)] if alone else told.jobs, column)
    return True
