"""Texts in a sheet: remarks, of which named facts are taken, and a text of each person, read as a note is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from matcher.patterns import late
from matcher.readers.cells.cardsapart import cards_apart
from matcher.readers.cells.firstday import read_start
from matcher.readers.cells.plans import read_minutes, read_not_wanted
from matcher.readers.cells.titles import labels_of
from matcher.readers.cells.words import is_absent, is_silent, split_list, tidy, yes_or_no
from matcher.readers.cells.worktime import read_hours, read_not_times
from matcher.readers.draft import Draft
from matcher.readers.privacy.others import own_clauses
from matcher.readers.sheets.columns import Column
from matcher.readers.sheets.languagecells import add_languages_among
from matcher.readers.sheets.rowcells import Cells
from matcher.readers.times.dates import undotted
from matcher.readers.told.reading import read_text
from matcher.taxonomy.wording import fold

_SENTENCES = late(r"[^\W\d_]{2}[.!?](?:\s|$)")
_LABELS = late(r"^[^\W\d_][^:\n]{1,30}: ?\S", re.MULTILINE)
_FEWEST_LABELS = 3
"""Lines of one cell that begin with what they are about, as on a form."""
_LONG, _WORDS = 60, 8
"""Characters of a text in the mean, and words of each, at least."""
_FEWEST = 2
_SHARE = 0.7
_FEW_FIELDS = 2
"""Fields beside a text that tell so little that the text must."""


def _is_prose(cells: Sequence[str]) -> bool:
    """Whether the cells of a column are texts of sentences.

    Examples
    --------
    >>> told = "Bor i Flen och är kock sedan 8 år. Talar thai och lite svenska. Vill jobba i kök."
    >>> _is_prose([told, told]), _is_prose(["städning, tvätt, matlagning, disk, bak", "kock"]), _is_prose([told])
    (True, False, False)
    """
    held = [cell for cell in map(tidy, cells) if cell]
    if len(held) < _FEWEST or sum(map(len, held)) < _LONG * len(held):
        return False
    told = sum(
        (bool(_SENTENCES.search(cell)) and cell.count(" ") >= _WORDS - 1)
        or len(_LABELS.findall(cell)) >= _FEWEST_LABELS
        for cell in held
    )
    return told >= _SHARE * len(held)


def with_prose(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> list[Column]:
    """Take a column of texts that nobody knows, or of remarks, for what tells of people, where little else does.

    Parameters
    ----------
    columns : sequence of Column
    rows : sequence of sequence of str
        Rows below the header.

    Examples
    --------
    >>> told = "Bor i Flen och är kock sedan 8 år. Talar thai och lite svenska. Vill jobba i kök."
    >>> columns = [Column(0, "Nr", "id"), Column(1, "Om henne", None)]
    >>> [column.field for column in with_prose(columns, [("1", told), ("2", told)])]
    ['id', 'text']
    """
    beside = {column.field for column in columns} - {"id", "protected", "unused", "note", "text", None}
    if len(beside) > _FEW_FIELDS or not any(column.field in ("id", "protected") for column in columns):
        return list(columns)
    made = []
    for column in columns:
        cells = [row[column.index] for row in rows if column.index < len(row)]
        told = column.field in (None, "note") and bool(column.header.strip()) and _is_prose(cells)
        made.append(replace(column, field="text", number=1) if told else column)
    return made


def add_texts(draft: Draft, cells: Cells) -> None:
    """Read the texts of a row into a draft.

    Examples
    --------
    >>> draft = Draft("row", "7")
    >>> add_texts(draft, Cells([Column(0, "Om henne", "text")], ["Bor i Flen. Kock 8 år i Iran. Talar thai."]))
    >>> draft.municipality, [job.title for job in draft.jobs]
    ('Flen', ['Kock'])
    """
    as_of: date | None = draft.as_of
    for _, text in cells.of("text"):
        read_text(draft, undotted(text), as_of)


def add_notes(draft: Draft, cells: Cells) -> None:
    """Take named facts from free text ("Vill ej: ...", "kan även: ..."); nothing else of it is kept."""
    for column, text in cells.of("note"):
        if is_silent(text) or is_absent(text):
            continue
        for match in _REFUSES.finditer(text):
            draft.not_wanted += draft.clean_items(read_not_wanted(match[1]), column.shown)
        for match in _ALSO.finditer(text):
            draft.informal += draft.clean_items([match[1].strip(" .")], column.shown)
        draft.not_times += [time for time in read_not_times(text) if time not in draft.not_times]
        draft.add_cards(cards_apart(text)[0])
        items = split_list(_HOW_WELL.sub("", text))
        known = [item for item in items if fold(item) in labels_of("skill")]
        if len(known) * 2 >= len(items):
            draft.add_skills("; ".join(known), column.shown)  # "bra: Excel, Word" under "Dator"
        add_languages_among(draft, text, column)
        _add_plain_facts(draft, text)
        draft.note("dropped", "free text; only named facts are taken from it", column.shown)


def assessed_beside(cells: Cells) -> str:
    """Give the sentences of a remark that tell whether a school was assessed."""
    told = (own_clauses(part) for _, text in cells.of("note") for part in re.split(r"[.;,\n]", text))
    return "; ".join(part for part in told if _OFFICE.search(part))


_OFFICE = late(r"(?<!\w)uhr(?!\w)", re.IGNORECASE)
_HOW_WELL = late(r"^(?:mycket )?(?:bra|god|van|vana|kan|ok|ja|yes|good)(?: (?:på|med|i))?\s*[:,(–-]\s*", re.IGNORECASE)
_REFUSES = late(r"(?<!\w)vill (?:ej|inte)\s*:\s*([^;\n]{2,120})", re.IGNORECASE)
_ALSO = late(r"(?<!\w)kan (?:även|också)\s*:\s*([^;\n]{2,150})", re.IGNORECASE)


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


def _add_plain_facts(draft: Draft, text: str) -> None:
    """Take what whole clauses of a remark say of the person's own car, journey, hours and first day, where unknown.

    Examples
    --------
    >>> draft = Draft("row", "7")
    >>> _add_plain_facts(draft, "Har bil, max 45 min. Deltid. Sonen har inte bil")
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
