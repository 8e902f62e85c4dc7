"""One row of a table as a person: each field's cells go to their grammar, doubtful ones to the report."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from matcher.patterns import late
from matcher.readers.cells.alone import of_one_trade
from matcher.readers.cells.cardsapart import cards_apart
from matcher.readers.cells.degrees import with_degree
from matcher.readers.cells.education import read_education
from matcher.readers.cells.licence import ABROAD
from matcher.readers.cells.plans import read_minutes
from matcher.readers.cells.studies import is_training
from matcher.readers.cells.titles import is_title
from matcher.readers.cells.words import head, is_absent, is_grade, is_silent, split_list
from matcher.readers.cells.work import Job, never_worked, read_job
from matcher.readers.cells.worklist import job_pieces, read_jobs, times_alone
from matcher.readers.clipped.jobs import named_by_work
from matcher.readers.draft import Draft
from matcher.readers.sheets.columns import Column
from matcher.readers.sheets.languagecells import LANGUAGE_FIELDS, add_languages
from matcher.readers.sheets.leftovers import report_leftovers
from matcher.readers.sheets.papercells import PAPER_FIELDS, add_papers
from matcher.readers.sheets.plancells import PLAN_FIELDS, add_plans
from matcher.readers.sheets.prose import add_notes, add_texts, assessed_beside
from matcher.readers.sheets.rowcells import Cells
from matcher.readers.sheets.swedishcells import SWEDISH_FIELDS, add_swedish, without_courses
from matcher.readers.times.periods import read_period
from matcher.readers.told.toldschools import told_schools
from matcher.taxonomy.facts.countries import find_countries
from matcher.taxonomy.facts.municipalities import municipality_of
from matcher.taxonomy.wording import fold


def fill(draft: Draft, cells: Cells, as_of: date | None = None) -> None:
    """Read every field of a row into a draft; a cell that makes no sense is reported and costs nothing else."""
    draft.as_of = as_of
    cells.cleanse(draft)
    for part in _PARTS:
        part(draft, cells)
    report_leftovers(draft, cells, _FIXED)
    for column, text in cells.of("protected"):
        if not is_silent(text):
            draft.note("dropped", "a protected or personal field", column.shown)


def _home(draft: Draft, cells: Cells) -> None:
    for column, text in cells.of("municipality"):
        plain = _MUNICIPAL.sub("", text)
        named = (text, plain, head(plain), *re.findall(r"\(([^()]+)\)", text))
        place = next(filter(None, map(municipality_of, named)), None)
        if place:
            draft.municipality = draft.municipality or place.name
        elif not is_silent(text):
            draft.note("doubtful", "expected a Swedish municipality", column.shown)
    for column, text in cells.of("travel"):
        # "Pendlar max (mil)": how far is not how long.
        minutes = None if _LENGTH.search(column.header) else read_minutes(text, hours=column.hint == "hours")
        if minutes is None and not is_silent(text):
            draft.note("doubtful", "expected minutes of travel", column.shown)
        draft.minutes = draft.minutes if draft.minutes is not None else minutes


_LENGTH = late(r"(?<!\w)(?:mil|km|kilometer|miles)(?!\w)", re.IGNORECASE)
_MUNICIPAL = late(r"\s+(?:k:n|kn|komm?|stad)(?!\w)", re.IGNORECASE)


def _schooling(draft: Draft, cells: Cells) -> None:
    found = cells.of("education") or cells.of("education_level")
    validated = cells.first("validated") or assessed_beside(cells)
    for column, text in found:
        if column.field == "education_level" and text.isdigit():
            draft.note("doubtful", "expected an education", column.shown)  # a step of a scale of the office's own
            continue
        level = "" if column.field == "education_level" else cells.first("education_level", column.number)
        country = cells.first("education_country", column.number) or cells.first("education_country")
        years = cells.first("education_years", column.number)
        words = cells.first("education_field", column.number)
        if is_absent(text) and _DEGREE.search(column.header) and not years:
            draft.note("doubtful", "no degree; whether there was a school stays unknown", column.shown)
            continue
        words = (draft.clean_items([words], column.shown) or [""])[0] if words else ""
        cards, text = cards_apart(without_courses(text), bare=True)
        draft.add_cards(cards)
        if not text:
            continue
        whole = f"{level}, {text}" if level else text
        rows = read_education(whole, country, validated, years, words)
        if courses := [row for row in rows if not row.level and _SWEDISH.match(row.field or "")]:
            draft.note("dropped", "a course of Swedish is no education", column.shown)
            rows = [row for row in rows if row not in courses]
            text = ""
        if _SCHOOL.fullmatch(column.header.strip()):
            # Of a school that is only named nobody knows what it taught.
            rows = [row for row in rows if row.level or row.years or row.country]
        if not rows and not is_silent(text):
            draft.note("doubtful", "expected an education", column.shown)
        is_open = len(rows) == 1 and read_period(f"{text} {years}").ends_after(draft.as_of)
        for row in rows:
            label = draft.clean_items([row.field], column.shown) if row.field else []
            if row.field and not (label or row.level):
                continue  # a sentence that names no school
            field = with_degree(label[0] if label else None, row.level, "", is_open=is_open)
            draft.education.append(row.model_copy(update={"field": field}))
    # "Utbildning i Sverige: ingen" beside schools abroad, "Examen: nej" beside years at school.
    if any(row.level != "none" for row in draft.education):
        draft.education = [row for row in draft.education if row.level != "none"]


_SWEDISH = late(r"(?:sfi|sva)(?!\w)|svenska(?: som andraspråk)?$", re.IGNORECASE)
_SCHOOL = late(r"skola|skolans namn|lärosäte|school(?: name)?|university|college", re.IGNORECASE)
_DEGREE = late(
    r"(?<!\w)(?:quals?|qualifications?|examen|degrees?|betyg|vocational\w*|yrkes(?:utb|kurs)\w*)(?!\w)", re.IGNORECASE
)


def _jobs(draft: Draft, cells: Cells) -> None:
    columns = cells.of("job")
    apart = bool(cells.of("job_years") or cells.of("job_country") or cells.of("job_end"))
    for column, text in columns:
        if is_silent(text):
            continue
        if is_absent(text) or never_worked(text):
            # "Arbetat i Sverige: nej" says nothing of other countries.
            if not _is_of_sweden(column) and not of_one_trade(column.header):
                draft.none.add("experience")
            continue
        if _NO_JOB.fullmatch(head(text)):
            draft.note("doubtful", "expected a job, not what somebody does without one", column.shown)
            continue
        cards, text = cards_apart(text)
        draft.add_cards(cards)
        if not text:
            continue
        if draft.jobs and draft.jobs[-1].period.is_empty and times_alone(text):
            # "Yrke" and beside it "Erfarenhet", which tells how long and where.
            text = f"{draft.jobs.pop().title} {text}"
        if len(in_turn := _in_turn(cells, column, text)) > 1:
            draft.add_jobs([_at_home(job, column) for job in in_turn], column.shown)
            continue
        # The cells beside it tell of the first job; what follows in the same cell has to tell of itself.
        first, _, more = _SEVERAL.sub("\n", text).partition("\n") if apart else ("", "", text)
        if first:
            _job_apart(draft, cells, column, first)
        if not draft.education:
            draft.education += [one for piece in job_pieces(more) if is_training(piece) for one in told_schools(piece)]
        jobs = read_jobs(more, beside=bool(first))
        if more and not jobs:
            draft.note("doubtful", "expected jobs with years and country", column.shown)
        jobs = [job for job in named_by_work(jobs) if not _is_told(draft, job)]
        draft.add_jobs([_at_home(job, column) for job in jobs], column.shown)


def _in_turn(cells: Cells, column: Column, text: str) -> list[Job]:
    """Read titles beside as many lengths: "Kock; taxiförare" and "3; 5"; none where the cells do not tally."""
    years, country = (cells.first(field, column.number) for field in ("job_years", "job_country"))
    for separator in (r"\s*[;\n]\s*", r"\s*,\s+", r"\s*/\s*"):
        titles, lengths, places = (re.split(separator, cell.strip()) for cell in (text, years, country))
        if len(titles) == len(lengths) > 1 and all(read_period(one, 1.0).stated for one in lengths):
            places = places if len(places) == len(titles) else [country] * len(titles)
            read = [read_job(*told) for told in zip(titles, lengths, places, strict=True)]
            return [job for job in read if job is not None]
    return []


def _is_told(draft: Draft, job: Job) -> bool:
    """Whether a job without a time is one that a column before it told with its time ("Senaste jobb")."""
    return job.period.is_empty and fold(job.title) in {fold(one.title) for one in draft.jobs}


_NO_JOB = late(
    r"(?:arbetssök\w*|jobbsök\w*|student|stud(?:erar|erande)(?: \w+)*|föräldraledig|hemmafru|hemma|pensionär"
    r"|job ?seeker|looking for (?:work|a job)|between jobs|housewife|retired|on parental leave)",
    re.IGNORECASE,
)


def _at_home(job: Job, column: Column) -> Job:
    """Put a job without a country in Sweden where its column's header does ("Arbetat i Sverige")."""
    return replace(job, countries=("SE",)) if not job.countries and _is_of_sweden(column) else job


def _is_of_sweden(column: Column) -> bool:
    is_wider = _ELSEWHERE.search(column.header) or ABROAD.search(column.header)
    return bool(_IN_SWEDEN.search(column.header)) and not is_wider


_IN_SWEDEN = late(r"(?<!\w)(?:sverige|svensk|sweden|swedish|i sv|(?:arbete|jobb|yrke)\w* sv)(?!\w)", re.IGNORECASE)
_ELSEWHERE = late(r"(?<!\w)(?:before|outside|innan|före|utanför|utom)(?!\w)", re.IGNORECASE)
_SEVERAL = late(r"\s*[;\n]\s*")


# A whole day in a column that counts years: "3-5" that a spreadsheet program took for a date.
_DAY = late(r"\d{4}-\d\d-\d\d")
_BARE = late(r"\d{1,3}(?:[.,]\d{1,2})?")
_COUNTS = late(
    r"antal|hur (?:många|länge)|(?<!\w)(?:år|years?) (?:i|av|in|of|som|as)(?!\w)|number|längd", re.IGNORECASE
)


def _job_apart(draft: Draft, cells: Cells, column: Column, text: str) -> None:
    number = column.number
    said = [text for c, text in cells.of("job_years") if c.number == number and not is_silent(text)]
    # "03/2015" and "84" (months) beside each other are a beginning and a length, and no span.
    years = " - ".join([text for text in said if len(said) == 1 or not _BARE.fullmatch(text)] or said)
    counted = next((c for c, _ in cells.of("job_years") if c.number == number), None)
    end = cells.first("job_end", number)
    if end and not is_silent(end):
        years = (
            f"{years}, t.o.m. {end}" if read_period(years, 1.0).stated is not None or not years else f"{years} - {end}"
        )
    if counted and _DAY.fullmatch(years) and _COUNTS.search(counted.header):
        draft.note("doubtful", "expected years of work, and no day such as spreadsheets make of 3-5", counted.shown)
        years = ""
    months = counted is not None and counted.hint == "months"
    job = read_job(text, years, cells.first("job_country", number), months=months)
    if job is None:
        draft.note("doubtful", "expected the title of a job", column.shown)
        return
    if years and job.period.is_empty:
        draft.note("doubtful", "expected years of work; they stay unknown", column.shown)
    duties = cells.first("job_duties", number)
    draft.add_jobs([_at_home(replace(job, duties=duties or None), column)], column.shown)


def _skills(draft: Draft, cells: Cells) -> None:
    for column, text in cells.of("skill"):
        if is_absent(text):
            draft.none.add("skills")
        elif is_grade(text):
            draft.note("doubtful", "expected what somebody can do", column.shown)
        elif not is_silent(text):
            draft.add_skills(text, column.shown)
    for column, text in cells.of("informal"):
        if is_silent(text) or is_absent(text):
            continue
        for item in split_list(text, sentences=True):
            # An item with a length and a country is a job that did not fit the columns.
            # "Taxiförare 4 år" under "Övrig erfarenhet", but no "vårdat anhörig 8 år".
            job = None if read_period(item).is_empty else read_job(item)
            titled = _OTHER_WORK.search(column.header) and job and is_title(job.title)
            if job and (titled or find_countries(item, adjectives=False)):
                draft.add_jobs([job], column.shown)
            else:
                draft.informal += draft.clean_items([item], column.shown)


_OTHER_WORK = late(
    r"(?:övr\w*\.?|andra|annan|annat|other) (?:yrkes|arbets)?(?:erf|exp|jobb|yrke|work|job|arbet|anst)", re.IGNORECASE
)


# Fields of fixed values by what reads them; words of the others are kept as they are.
_FIXED: dict[Callable[[Draft, Cells], None], tuple[str, ...]] = {
    _home: ("municipality", "travel"),
    add_languages: LANGUAGE_FIELDS,
    add_swedish: SWEDISH_FIELDS,
    _schooling: ("education_level", "education_country", "education_years", "validated"),
    _jobs: ("job_years", "job_country", "job_end"),
    add_papers: PAPER_FIELDS,
    add_plans: PLAN_FIELDS,
}
_PARTS: tuple[Callable[[Draft, Cells], None], ...] = (
    _home, add_languages, add_swedish, _schooling, _jobs, _skills, add_papers, add_plans, add_notes, add_texts,
)  # fmt: skip
