"""What a column means by what its cells hold, where its header does not say or says something else."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from matcher.patterns import late
from matcher.readers.cells.alone import item_of, skill_word
from matcher.readers.cells.tongues import find_languages
from matcher.readers.cells.words import is_absent, is_bare_yes
from matcher.readers.sheets.attributes import BASES_OF_FIELD, FIELD_OF_ATTRIBUTE, attribute_of, field_of_skill
from matcher.readers.sheets.cellkinds import (
    FITTING,
    KINDS,
    SHARE,
    are_skills,
    is_answer,
    is_count,
    is_country,
    is_titled,
    share,
)
from matcher.readers.sheets.columns import NAMING, Column, with_bases
from matcher.readers.sheets.eachone import each_one, filled
from matcher.readers.sheets.hints import hinted, speaks_of_others, speaks_of_wishes
from matcher.readers.sheets.naming import field_of
from matcher.readers.sheets.prose import with_prose
from matcher.taxonomy.wording import fold

_LETTER = late(r"[A-D]", re.IGNORECASE)
_LICENCE = late(r"lic|kort|kör|kk|driv|behör|klass|class", re.IGNORECASE)
_COURSE = late(r"(?:sfi.?)?(?:kurs|course)", re.IGNORECASE)
_SAMPLE = 40
_AT_LEAST = 2
_SEVERAL = frozenset(("job", "language", "sfi", "swedish", "wish", "not_wanted"))
"""Kinds of which a sheet may have several columns."""
_UNNAMED = frozenset(("education", "language", "certificate"))
"""Kinds that tell by themselves where a column has no header at all."""
_OF_PERSON = frozenset(("certificate", "education", "municipality"))
"""Kinds whose cells look alike where others have them, or where they are wished for."""
_SURE, _FEWEST_UNNAMED = 0.9, 3
_FEW_TITLES = 0.5
"""Share of cells that must be titles: the list of titles is never whole."""


def refine(columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> tuple[Column, ...]:
    """Give a meaning to columns whose header has none, by their cells and by what the header hints at.

    Parameters
    ----------
    columns : sequence of Column
    rows : iterable of sequence of str
        Rows below the header; the first 40 filled cells of a column are looked at.

    Returns
    -------
    tuple of Column

    Examples
    --------
    >>> columns = [Column(0, "Nr", "id"), Column(1, "Prat", None)]
    >>> refine(columns, [("1", "Dari, engelska B1"), ("2", "Tigrinja"), ("3", "ryska (flytande)")])[1].field
    'language'
    """
    held = list(rows)
    columns = _in_care(each_one(columns, held), held)
    columns = with_prose(with_id(columns, held), held)
    columns = _with_years(columns, held)
    cells = {column.index: _told(held, column.index) for column in columns}
    columns = [c if c.is_given else _as_attribute(c, cells[c.index]) for c in columns]
    taken = {column.field for column in columns}
    refined: list[Column] = []
    for column in columns:
        if column.is_given:
            refined.append(column)
            continue
        if column.field in NAMING and not _tells_of_one(column) and _is_answered(held, column.index):
            refined.append(replace(column, field="unused", number=1))
            continue
        found = _by_cells(column, cells[column.index], taken, refined)
        taken.add(found.field)
        refined.append(found)
    return with_bases(refined)


def _told(rows: Sequence[Sequence[str]], index: int) -> list[str]:
    return [cell for cell in filled(rows, index) if not is_absent(cell)][:_SAMPLE]


def _as_attribute(column: Column, cells: Sequence[str]) -> Column:
    """Take a column that only tells of another for what it tells: that other may be known by its cells."""
    named, attribute, _ = field_of(column.header)
    part = named if named in BASES_OF_FIELD else FIELD_OF_ATTRIBUTE.get((named or "", attribute or ""))
    if column.field not in BASES_OF_FIELD.get(part or "", ()) or column.among or _tells_of_one(column):
        return column
    fits = is_answer if part == "licence_country" else is_country if part in _COUNTRIES else is_count
    return replace(column, field=part) if part and share(fits, cells) >= SHARE else column


def _by_cells(column: Column, cells: list[str], taken: set[str | None], before: Sequence[Column]) -> Column:
    """Tell a column whose header says nothing, or what no cell fits, by its cells."""
    field = column.field
    if cells and _is_open(column, cells, before):
        if part := _part_of(before, column, cells):
            return part
        kind = _kind(column, cells, taken, before) if len(cells) >= _AT_LEAST else None
        kind = kind or ("skill" if field is None and _are_skills(column.header, cells) else None)
        kind = kind or hinted(column.header, cells)
        if kind and (kind not in taken or kind in _SEVERAL):
            return replace(column, field=kind, number=1 + sum(c.field == kind for c in before))
    if field == "job_years" and share(is_titled, cells) >= _FEW_TITLES:
        number = 1 + max((c.number for c in before if c.field == "job"), default=0)
        return replace(column, field="job", number=number)  # "Arbete hemland (år)", "Arbete i Sverige (år)"
    if field == "education" and any(c.field == "education" for c in before) and share(is_country, cells) >= SHARE:
        return replace(column, field="education_country", number=1)  # "Utb. i" beside the school that it is of
    if field == "native" and "native" in {c.field for c in before} and share(_has_level, cells) >= SHARE:
        return replace(column, field="language", number=1)  # "Utöver modersmål"
    return column


def _tells_of_one(column: Column) -> bool:
    return bool(column.item) or (column.field in NAMING and item_of(column.header) is not None)


def _is_open(column: Column, cells: Sequence[str], before: Sequence[Column]) -> bool:
    """Whether the header of a column says nothing, or nothing that its cells could be."""
    if column.field is None:
        return True
    if column.among or _tells_of_one(column):
        return False
    if column.field == "id":  # "No. of years", "# år" beside the ids
        return any(c.field == "id" for c in before)
    fits = FITTING.get(column.field)
    return fits is not None and share(fits, cells) < 1 - SHARE


def _has_level(cell: str) -> bool:
    return bool(re.search(r"\b[ABC][12]\b", cell))


def _kind(column: Column, cells: Sequence[str], taken: set[str | None], before: Sequence[Column]) -> str | None:
    least = SHARE if fold(column.header) else _SURE
    kind = next((name for name, fits in KINDS if share(fits, cells) >= least), None)
    if not fold(column.header) and (kind not in _UNNAMED or len(cells) < _FEWEST_UNNAMED):
        return None
    if kind in ("swedish", "sfi") and find_languages(column.header):
        return None  # "Tyska/franska" with levels below is no Swedish
    if kind == "swedish" and skill_word(column.header):
        # "Sve tal": a skill that is said of no other language
        return None if before and before[-1].field in _TONGUES else field_of_skill(skill_word(column.header))
    if kind == "licence" and all(map(_LETTER.fullmatch, cells)) and not _LICENCE.search(column.header):
        # A letter alone may be a group, a grade or a course; a course it is beside its track.
        return "sfi" if "sfi" in taken and _COURSE.fullmatch(column.header.strip()) else None
    if kind in _OF_PERSON and (speaks_of_others(column.header) or speaks_of_wishes(column.header)):
        return None
    return kind


_COUNTRIES = ("job_country", "education_country")
_TONGUES = ("language", "native", "language_level")
_PARTS_OF = {"job": ("job_years", "job_country"), "education": ("education_country",)}


def _part_of(before: Sequence[Column], column: Column, cells: Sequence[str]) -> Column | None:
    """Tell the years or the country of the job or the school that stands before a column."""
    base = next((c for c in reversed(before) if (c.field or "").split("_")[0] in _PARTS_OF), None)
    last = before[-1] if before else None
    if base is None or last is None or (last.field or "").split("_")[0] != (base.field or "").split("_")[0]:
        return None
    main = (base.field or "").split("_")[0]
    told = {c.field for c in before if c.number == base.number}
    part = hinted(column.header, cells, _PARTS_OF[main])
    if part is None or part in told or not base.number:
        return None
    return replace(column, field=part, number=base.number)


_CODE = late(r"[^\W\d_]{0,4}[-_/ ]?\d{1,5}(?:[-/]\d{1,5})?")
_LETTERED = late(r"[^\W\d_]{1,4}[-_/ ]?\d{1,5}")
_FEWEST_CODES = 3


def with_id(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> list[Column]:
    """Take a first column of codes for the ids, where no header names them ("Jnr"); rows of one person follow it.

    Examples
    --------
    >>> with_id([Column(0, "Jnr", None)], [("7", "kock"), ("8", "smed"), ("9", "murare")])[0].field
    'id'
    """
    first = columns[0] if columns else None
    if first is None or first.field or any(column.field == "id" for column in columns):
        return list(columns)
    cells = filled(rows, first.index)
    # Numbers without a header may count the rows; a total stands below.
    code = _CODE if first.header.strip() else _LETTERED
    codes = [cell for cell, _ in itertools.groupby(cells) if code.fullmatch(cell)]
    others = sum(code.fullmatch(cell) is None for cell in cells)
    if others > 1 or not _FEWEST_CODES <= len(set(codes)) == len(codes):
        return list(columns)
    return [replace(first, field="id"), *columns[1:]]


def _with_years(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> list[Column]:
    """Make a job of a column of titles that nobody knows, where the next one counts its years: no wish has any."""
    made = list(columns)
    if any(column.field == "job" for column in columns):
        return made
    for column, behind in itertools.pairwise(columns):
        titles = [cell for cell in filled(rows, column.index) if not is_absent(cell)][:_SAMPLE]
        years = [cell for cell in filled(rows, behind.index) if not is_absent(cell)][:_SAMPLE]
        if column.field or behind.field or not column.header.strip() or attribute_of(behind.header) != "years":
            continue
        if min(len(titles), len(years)) >= _AT_LEAST and share(is_titled, titles) >= SHARE <= share(is_count, years):
            made[column.index] = replace(column, field="job", number=1)
            made[behind.index] = replace(behind, field="job_years", number=1)
            return made
    return made


# What is lacking, sought or asked for looks as what somebody can do.
_NO_SKILLS = late(
    r"beho?[vö]|utveckl|lär|sakna|brist|mål|vill|önsk|plan|kurs|utbild|krav|tjänst|annons|förslag|rekommend|intress"
    r"|match|partner|barn|mentor|handled|arbetsgiv|företag|inte|ej|need|want|lack|learn|improv|gap|train|course|requir"
    r"|job|suggest|recommend|interest|employ|compan|goal|not",
    re.IGNORECASE,
)


def _are_skills(header: str, cells: Sequence[str]) -> bool:
    """Whether lists of what people can do stand below a header that asks for nothing else."""
    return bool(header.strip()) and not _NO_SKILLS.search(header) and are_skills(cells)


_HYGIENE = late(r"(?:basal\w* )?(?:vård)?hygien(?:en|utb\w*|kurs|rutiner)?\.?(?: i vården)?", re.IGNORECASE)
_CARE = late(r"delegering|omvårdnad|omsorg|vård(?!n)|undersköt|förflyttning|livsmedelshyg", re.IGNORECASE)


def _in_care(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> list[Column]:
    """Read ticks of a course in hygiene as what those who care for people learn, where others are about care."""
    if not any(_CARE.search(column.header) for column in columns):
        return list(columns)
    return [
        replace(column, field="skill", item="basala hygienrutiner")
        if _HYGIENE.fullmatch(column.header.strip()) and _is_answered(rows, column.index)
        else column
        for column in columns
    ]


def _is_answered(rows: Sequence[Sequence[str]], index: int) -> bool:
    """Whether nothing but yes and no stands below: an answer to a question is the name of nothing."""
    said = filled(rows, index)[:_SAMPLE]
    return any(map(is_bare_yes, said)) and all(is_bare_yes(cell) or is_absent(cell) for cell in said)
