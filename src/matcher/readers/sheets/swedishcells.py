"""Swedish in a sheet: levels by skill in columns of their own, courses of SFI and SVA, and how far they are."""

from __future__ import annotations

import re

from matcher.patterns import late
from matcher.readers.cells.alone import skill_word
from matcher.readers.cells.courses import Courses, read_courses
from matcher.readers.cells.language import language, read_levels
from matcher.readers.cells.tongues import find_languages
from matcher.readers.cells.words import is_absent, is_silent
from matcher.readers.draft import Draft
from matcher.readers.sheets.columns import Column
from matcher.readers.sheets.rowcells import Cells
from matcher.records import LANGUAGE_SKILLS, LanguageSkill
from matcher.records.languages import contradicting, merge_languages
from matcher.taxonomy.facts.levels import whole_levels

_SWEDISH: tuple[tuple[str, tuple[LanguageSkill, ...]], ...] = (
    ("swedish_listening", ("listening",)),
    ("swedish_reading", ("reading",)),
    ("swedish_writing", ("writing",)),
    ("swedish_oral", ("speaking", "listening")),
    ("swedish_written", ("reading", "writing")),
    ("swedish", LANGUAGE_SKILLS),
)
SWEDISH_FIELDS = ("sfi", "sfi_status", *(field for field, _ in _SWEDISH))
"""Fields of a sheet that tell how much Swedish somebody knows."""


_PASSED = late(r"[A-EG]|VG|MVG|godkän[dt]|passed", re.IGNORECASE)
_FAILED = late(r"F|IG|underkän[dt]|ej godkän[dt]|failed|not passed", re.IGNORECASE)
_ATTENDED = late(r"pågående|aktuell|nuvarande|current|ongoing|(?:studerar|läser|går)(?!\w)", re.IGNORECASE)
_RANGE = late(r"[A-D1-3] ?[-–/,] ?[A-D1-3]")


def _course_said(column: Column, text: str, status: str) -> str:
    """Join a course with what its header or the column beside it says of it ("Pågående kurs", "Status")."""
    if is_absent(text) or is_silent(text):
        return ""
    if not _RANGE.search(column.header) and read_courses(column.header) != Courses():
        # "Svenska som andraspråk 1: C" is a grade of it, and no course C.
        passed = "klar" if _PASSED.fullmatch(text) else text
        return "" if _FAILED.fullmatch(text) else f"{column.header} {passed}"
    if _ATTENDED.search(column.header):
        return f"{text} pågår"
    if re.search(r"avslutad|godkänd|completed|passed", column.header, re.IGNORECASE):
        return f"{text} klar"
    return f"{text}, {status}" if status else text


def _of_swedish(text: str) -> str:
    """Leave out clauses that tell of another language: "A1 - native speaker of Arabic"."""
    if all(code == "sv" for *_, code in find_languages(text)):
        return text
    parts = re.split(r"[;,.\n()]\s*|\s[-–—]\s", text)
    return "; ".join(part for part in parts if all(code == "sv" for *_, code in find_languages(part)))


def _in_turn(header: str, text: str) -> str:
    """Give each of several levels the skill that the header names in its place: "tal/skrift" over "B1/A2".

    >>> _in_turn("Svenska (tal / skrift)", "B1/A2"), _in_turn("Svenska", "B1/A2")
    ('tal B1, skrift A2', 'B1/A2')
    """
    levels = _LEVELS.fullmatch(text.strip()) and re.findall(r"[ABC][12]", text.upper())
    skills = list(filter(skill_word, re.findall(r"[^\W\d_]+", header))) if levels else []
    if not levels or len(skills) != len(levels):
        return text
    return ", ".join(f"{skill} {level}" for skill, level in zip(skills, levels, strict=True))


_LEVEL = late(r"(?<![^\W_])[ABC][12](?![^\W_])", re.IGNORECASE)
_LEVELS = late(r"[ABC][12](?:\s*[/,;|+-]\s*[ABC][12]){1,3}", re.IGNORECASE)


def _add_course(draft: Draft, text: str) -> None:
    """Take the level of a course among languages, where none of Swedish is told: "dari, svenska (SFI C klart)"."""
    courses = read_courses(text)
    told = any(row.lang == "sv" and (row.native or row.speaking or row.reading) for row in draft.languages)
    if courses.interval and not told:
        levels = read_levels("-".join(courses.interval))
        draft.languages.append(language("sv", levels, studying=courses.studying is not None))


_OF_COURSE = late(r"(?<!\w)(?:sfi|sva|svenska som andraspråk)(?!\w)", re.IGNORECASE)
_AMONG = late(r"(\s*[,;\n]\s*(?![^()]{0,300}\))|\.\s+)")


def _courses_among(text: str) -> list[str]:
    """Give the clauses of a school's cell that tell of courses of Swedish.

    Examples
    --------
    >>> _courses_among("åk 10 Peru. SFI D 2022")
    ['SFI D 2022']
    """
    return [part for part in _AMONG.split(text)[::2] if _OF_COURSE.search(part)]


def without_courses(text: str) -> str:
    """Leave these clauses out of the cell where others stand beside them.

    Examples
    --------
    >>> without_courses("åk 10 Peru. SFI D 2022"), without_courses("SFI D")
    ('åk 10 Peru', 'SFI D')
    """
    kept = ""
    parts = _AMONG.split(text)
    for sign, part in zip(("", *parts[1::2]), parts[::2], strict=True):
        kept += "" if _OF_COURSE.search(part) else (sign if kept else "") + part
    return kept or text


# "Nej, men förstår" denies a course.
_SOME = late(r"(?<!\w)(?:förstår|lite|understands?|a little|some)(?!\w)", re.IGNORECASE)


def add_swedish(draft: Draft, cells: Cells) -> None:
    """Read a person's Swedish into a draft; a level that is stated comes before the course.

    Examples
    --------
    >>> draft = Draft("row", "7")
    >>> add_swedish(draft, Cells([Column(0, "SFI", "sfi"), Column(1, "Nivå", "swedish")], ["3C, läser", "tal A2"]))
    >>> [(row.speaking, row.studying) for row in draft.languages]
    [(('A2', 'A2'), True)]
    """
    texts = [text for field in SWEDISH_FIELDS for _, text in cells.of(field)]
    if not texts:
        _add_course(draft, "; ".join(text for _, text in cells.of("language")))
        _add_course(draft, "; ".join(part for _, text in cells.of("education") for part in _courses_among(text)))
        return
    status = cells.first("sfi_status")
    said = "; ".join(_course_said(column, text, status) for column, text in cells.of("sfi") or cells.of("sfi_status"))
    courses = read_courses(said, bare=True)
    if courses.interval is None:
        courses = read_courses("; ".join(whole_levels(text) for _, text in cells.of("swedish")))
    studying, interval = courses.studying is not None, courses.interval
    rows = []
    alone = {skills[0] for field, skills in _SWEDISH if len(skills) == 1 and cells.of(field)}
    for field, every in _SWEDISH:
        # Beside "Höra" what "Tala" says is about speaking alone.
        skills = every if len(every) != 2 else tuple(skill for skill in every if skill not in alone)
        for column, text in cells.of(field):
            text = whole_levels(_in_turn(column.header, _of_swedish(text)))
            levels = read_levels(text)
            if not levels.is_empty and not (field == "swedish" and interval and not _LEVEL.search(text)):
                rows.append(language("sv", levels, skills, studying=studying))
            elif not levels.is_empty:
                draft.note("dropped", "a level in words; the course counts", column.shown)
            elif not is_silent(text) and not is_absent(text) and read_courses(text).interval is None:
                draft.note("doubtful", "expected a level of Swedish", column.shown)
    for _, text in cells.of("sfi"):
        levels = read_levels(text) if _LEVEL.search(text) and interval is None else read_levels("")
        rows += [language("sv", levels, studying=studying)] if not levels.is_empty else []
    course = [language("sv", read_levels("-".join(interval)), studying=studying)] if interval else []
    if rows and course and not contradicting([*merge_languages(rows), *course]):
        for column, _ in cells.of("sfi"):
            draft.note("dropped", "a course; the level that is stated counts", column.shown)
        course = []
    rows += course
    draft.languages += rows
    if (
        not rows
        and all(is_absent(t) or re.match(r"(?:ej|inte|ingen|not)\b", t, re.IGNORECASE) for t in texts)
        and any(map(is_absent, texts))
        and not any(map(_SOME.search, texts))
    ):
        draft.none.add("languages.sv")
