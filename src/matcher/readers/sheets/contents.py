"""What a column means by what its cells hold, where its header does not say or says something else."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from matcher.readers.cells.alone import item_of, skill_word
from matcher.readers.cells.courses import read_courses
from matcher.readers.cells.language import read_levels
from matcher.readers.cells.licence import read_licences
from matcher.readers.cells.papers import read_profession
from matcher.readers.cells.plans import read_start
from matcher.readers.cells.titles import is_title, labels_of
from matcher.readers.cells.tongues import find_languages
from matcher.readers.cells.words import is_absent, is_bare_yes, split_list, yes_or_no
from matcher.readers.cells.worktime import read_hours
from matcher.readers.sheets.attributes import attribute_of
from matcher.readers.sheets.columns import NAMING, Column
from matcher.readers.sheets.eachone import each_one, filled
from matcher.readers.sheets.prose import with_prose
from matcher.readers.times.periods import read_period
from matcher.readers.told.toldschools import told_schools
from matcher.taxonomy.facts.certificates import find_certificates
from matcher.taxonomy.facts.countries import find_countries
from matcher.taxonomy.facts.levels import education_level
from matcher.taxonomy.facts.municipalities import municipality
from matcher.taxonomy.facts.professions import find_professions
from matcher.taxonomy.wording import fold

_LETTER = re.compile(r"[A-D]", re.IGNORECASE)
_LICENCE = re.compile(r"lic|kort|kör|kk|driv|behör|klass|class", re.IGNORECASE)
_COURSE = re.compile(r"(?:sfi.?)?(?:kurs|course)", re.IGNORECASE)
_SHARE = 0.7
_SAMPLE = 40
_AT_LEAST = 2


def _is_languages(cell: str) -> bool:
    places = find_languages(cell)
    return bool(places) and places[0][0] <= 2 and len(cell) < 40 * len(places)


def _is_school(cell: str) -> bool:
    # "Grundskola 7 år Eritrea", but "Lärare grundskola Iran 5 år" and "lokalvårdare, skola" tell of work.
    first = re.split(r"[,;(\d]", cell, maxsplit=1)[0]
    return (education_level(cell) is not None or bool(told_schools(cell))) and not is_title(first)


def _is_country(cell: str) -> bool:
    found = find_countries(cell, adjectives=False)
    return len(found) == 1 and len(cell) <= _LONGEST_COUNTRY and not any(map(str.isdigit, cell))


_LONGEST_COUNTRY = 30
"""Characters of a cell that is a country and nothing else."""


def _is_job(cell: str) -> bool:
    return not read_period(cell).is_empty and bool(find_countries(cell, adjectives=False)) and len(cell) > 10


def _is_licence(cell: str) -> bool:
    return len(cell) < 80 and bool(read_licences(cell)[0]) and not _is_languages(cell)


def _is_minutes(cell: str) -> bool:
    return bool(
        re.fullmatch(r"(?:max |ca |högst )?\d[\d.,]*\s?(?:min\w*|h|tim\w*|hours?)\b.{0,12}", cell, re.IGNORECASE)
    )


# Told apart in this order; a column is one of them if most of its cells are.
_KINDS: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("education", _is_school),
    ("job", _is_job),
    ("municipality", lambda cell: municipality(cell) is not None),
    ("travel", _is_minutes),
    ("sfi", lambda cell: len(cell) < 60 and read_courses(cell).interval is not None),
    ("language", _is_languages),
    (
        "swedish",
        lambda cell: len(cell) < 60 and bool(re.search(r"\b[ABC][12]\b", cell)) and not read_levels(cell).is_empty,
    ),
    ("licence", _is_licence),
    ("profession", lambda cell: len(cell) < 80 and bool(find_professions(cell)) and read_profession(cell) is not None),
    # A day alone may be that of anything: a course, a meeting, an arrival.
    ("start", lambda cell: len(cell) < 25 and read_start(cell) == "now"),
    (
        "hours",
        lambda cell: (
            len(cell) < 60 and read_hours(cell) is not None and bool(re.search(r"tid|time|%", cell.casefold()))
        ),
    ),
)
# Fields whose headers are often ambiguous, with what their cells must look like not to be doubted.
_DOUBTED: dict[str, Callable[[str], bool]] = {
    "swedish_oral": lambda cell: not _is_languages(cell),
    "own_car": lambda cell: yes_or_no(cell) is not None,
    "licence": lambda cell: bool(read_licences(cell)[0]) or yes_or_no(cell) is not None or not find_professions(cell),
    # "Behörighet" may be of cars, "Connection degree: 2nd" of none.
    "certificate": lambda cell: not _is_licence(cell) or yes_or_no(cell) is not None or bool(find_certificates(cell)),
    "wish": lambda cell: not _is_languages(cell) and read_hours(cell) not in ("full", "part"),
    "education": lambda cell: bool(re.search(r"[^\W\d_]{3}", cell)) or cell.strip().isdigit() or is_absent(cell),
    "licence_country": lambda cell: bool(find_countries(cell)) or yes_or_no(cell) is not None or len(cell) < 12,
}


def refine(columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> tuple[Column, ...]:
    """Give a meaning to columns whose header has none, by their cells.

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
    columns = with_prose(_with_id(columns, held), held)
    columns = _with_years(columns, held)
    taken = {column.field for column in columns}
    refined = []
    for column in columns:
        cells = [cell for cell in filled(held, column.index) if not is_absent(cell)][:_SAMPLE]
        field = column.field
        if field in NAMING and not (column.item or item_of(column.header)) and _is_answered(held, column.index):
            refined.append(replace(column, field="unused", number=1))
            continue
        doubted = None if column.among else _DOUBTED.get(field or "")
        if len(cells) >= _AT_LEAST and (field is None or (doubted and _share(doubted, cells) < 1 - _SHARE)):
            kind = next((name for name, fits in _KINDS if _share(fits, cells) >= _SHARE), None)
            if kind in ("swedish", "sfi") and (find_languages(column.header) or skill_word(column.header)):
                kind = None  # "Tyska/franska" with levels below is no Swedish
            if kind == "licence" and all(map(_LETTER.fullmatch, cells)) and not _LICENCE.search(column.header):
                # A letter alone may be a group, a grade or a course; a course it is beside its track.
                kind = "sfi" if "sfi" in taken and _COURSE.fullmatch(column.header.strip()) else None
            kind = kind or ("skill" if field is None and _are_skills(column.header, cells) else None)
            if kind and (kind not in taken or kind in ("job", "language", "sfi", "swedish")) and fold(column.header):
                taken.add(kind)
                field = kind
        if field == "education" and "education" in [c.field for c in columns if c is not column]:
            # "Utb. i" beside the school that it is of
            field = "education_country" if cells and _share(_is_country, cells) >= _SHARE else field
        refined.append(column if field == column.field else replace(column, field=field, number=1))
    return tuple(refined)


_CODE = re.compile(r"[^\W\d_]{0,4}[-_/ ]?\d{1,5}(?:[-/]\d{1,5})?")
_LETTERED = re.compile(r"[^\W\d_]{1,4}[-_/ ]?\d{1,5}")
_FEWEST_CODES = 3


def _with_id(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> list[Column]:
    """Take a first column of codes for the ids, where no header names them ("Jnr"); rows of one person follow it."""
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


_YEARS = re.compile(r"[<>~]?(?:ca )?\d{1,2}(?:[.,]\d{1,2})?\+?(?: ?(?:år|years?|yrs))?", re.IGNORECASE)


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
        if min(len(titles), len(years)) >= _AT_LEAST and _share(is_title, titles) >= _SHARE <= _share(_counts, years):
            made[column.index] = replace(column, field="job", number=1)
            made[behind.index] = replace(behind, field="job_years", number=1)
            return made
    return made


def _counts(cell: str) -> bool:
    return bool(_YEARS.fullmatch(cell))


# What is lacking, sought or asked for looks as what somebody can do.
_NO_SKILLS = re.compile(
    r"beho?[vö]|utveckl|lär|sakna|brist|mål|vill|önsk|plan|kurs|utbild|krav|tjänst|annons|förslag|rekommend|intress"
    r"|match|partner|barn|mentor|handled|arbetsgiv|företag|inte|ej|need|want|lack|learn|improv|gap|train|course|requir"
    r"|job|suggest|recommend|interest|employ|compan|goal|not",
    re.IGNORECASE,
)
_FEWEST_LISTS = 3


def _are_skills(header: str, cells: Sequence[str]) -> bool:
    """Whether lists of what people can do stand below a header that asks for nothing else."""
    if len(cells) < _FEWEST_LISTS or not header.strip() or _NO_SKILLS.search(header):
        return False
    items = [item for cell in cells for item in split_list(cell)]
    known = sum(fold(item) in labels_of("skill") and not is_title(item) for item in items)
    return len(items) >= _AT_LEAST * len(cells) and known * 2 > len(items)


_HYGIENE = re.compile(r"(?:basal\w* )?(?:vård)?hygien(?:en|utb\w*|kurs|rutiner)?\.?(?: i vården)?", re.IGNORECASE)
_CARE = re.compile(r"delegering|omvårdnad|omsorg|vård(?!n)|undersköt|förflyttning|livsmedelshyg", re.IGNORECASE)


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


def _share(fits: Callable[[str], bool], cells: Sequence[str]) -> float:
    return sum(map(fits, cells)) / len(cells)
