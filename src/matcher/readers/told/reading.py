"""Text read into a draft: section by section, then what stands in none of them sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import zip_longest

from matcher.patterns import late
from matcher.readers.cells.courses import read_courses
from matcher.readers.cells.languagelists import read_languages
from matcher.readers.cells.papers import read_certificates, read_profession
from matcher.readers.cells.titles import is_title
from matcher.readers.cells.tongues import find_languages
from matcher.readers.cells.workplaces import is_work
from matcher.readers.cells.worktime import read_not_times
from matcher.readers.clipped.apart import clipped_notes
from matcher.readers.clipped.tonguelists import languages_alone
from matcher.readers.draft import Draft
from matcher.readers.privacy.others import whence_as_where
from matcher.readers.sheets.leftovers import report_lines
from matcher.readers.texts.belongs import headed_kinds
from matcher.readers.texts.headings import undecorated
from matcher.readers.texts.sections import Section, split_sections
from matcher.readers.texts.shorthand import in_sentences, written_out
from matcher.readers.texts.signs import MAX_WORD, without_end
from matcher.readers.texts.testimonials import without_writer
from matcher.readers.times.periods import read_period
from matcher.readers.told.jobs import read_job_lines
from matcher.readers.told.loose import read_loose
from matcher.readers.told.paperlines import (
    DRIVES,
    papers_apart,
    read_car_lines,
    read_paper_lines,
    read_profession_lines,
)
from matcher.readers.told.planlines import (
    SENTENCE,
    items_of,
    plans_apart,
    read_home_lines,
    read_journey_lines,
    read_refusal_lines,
    read_start_lines,
    read_wish_lines,
)
from matcher.readers.told.prose import read_prose, read_times
from matcher.readers.told.refusals import refused_work
from matcher.readers.told.schoollines import add_course, read_education_lines
from matcher.readers.told.skills import read_informal_lines, read_skill_lines
from matcher.readers.told.toldjobs import told_jobs
from matcher.readers.told.toldtitles import tells
from matcher.readers.told.top import TOP_LINES, headline, read_address, read_home, read_place
from matcher.readers.told.workapart import works_apart
from matcher.records import LANGUAGE_SKILLS
from matcher.taxonomy.dotless import dotted
from matcher.taxonomy.facts.certificates import find_certificates
from matcher.taxonomy.facts.countries import find_countries
from matcher.taxonomy.wording import readable
from matcher.taxonomy.wrapped import unquoted, unwrapped


def read_text(draft: Draft, text: str, as_of: date | None = None) -> tuple[str, ...]:
    """Read a text of sections, sentences or both into a draft, and tell the kinds of its sections.

    Parameters
    ----------
    draft : Draft
    text : str
    as_of : datetime.date, optional
        For days without a year.

    Returns
    -------
    tuple of str

    Examples
    --------
    >>> draft = Draft("a.txt", "a")
    >>> read_text(draft, "Kock i Iran 2009-2018. Dari, engelska B1.")
    ('top', 'language')
    >>> draft.jobs[0].title, [row.lang for row in draft.languages]
    ('Kock', ['fa', 'en'])
    """
    short, cut = without_end(
        dotted(readable(unwrapped(unquoted(text)).replace("\t", "    ")), "matcher.readers.lexicon").text
    )
    draft.expect(not cut, text, f"words of at most {MAX_WORD} signs; of longer ones the rest is not read")
    sections = _sections(draft, in_sentences(written_out(without_writer(short))))
    kinds = headed_kinds(sections)
    titled = headline(sections)
    sections, jobs = clipped_notes(draft, sections, alone=_CV.isdisjoint(kinds))
    draft.add_jobs(jobs, "top")
    # Levels that are stated come before those that a course among the schools is evidence of, and jobs before a
    # licence to practise that does not name the profession.
    for section in sorted(sections, key=lambda one: _ORDER.get(one.kind, 1)):
        if section.kind not in ("note", "drop"):
            _HANDLERS[section.kind](draft, section, as_of)
    for section in sorted(sections, key=lambda one: one.kind == "note"):
        if section.kind in ("top", "about", "note"):
            read_loose(draft, section.text, section.kind, kinds, len(jobs))
    for section in sections:
        if section.kind == "note":
            _note(draft, section, as_of, alone=_CV.isdisjoint(kinds))
        elif section.kind in GONE:
            draft.note("dropped", GONE[section.kind])
    if not draft.wishes:
        draft.wishes += draft.clean_items(titled, "top")
    for section in sections:
        _tell(draft, section, as_of)
    return tuple(dict.fromkeys(section.kind for section in sections if section.kind not in GONE))


_CV = frozenset(("work", "education", "skill", "informal", "language", "native", "swedish", "paper"))
"""What a CV beside a note has; a field of a form ("Arbetstid: heltid") belongs to the note."""


def _sections(draft: Draft, text: str) -> list[Section]:
    """Part a text into sections, those that are read as they stand without what must not survive."""
    sections = split_sections(text)
    for section in sections:
        if section.kind in ("top", "about", "other"):
            read_home(draft, section.text)
            read_times(draft, section.text)
        read_address(draft, section)
        if section.kind in ("top", "about"):
            _unwrap(section)
        if section.kind not in _UNREAD:
            section.lines = draft.clean_clauses(whence_as_where(section.text), section.kind).split("\n")
    sections = [part for section in sections for part in works_apart(section) if part is not None]
    own = [part for section in sections for part in plans_apart(section) if part is not None]
    return [part for section in own for part in papers_apart(section) if part is not None]


# A line that breaks off before a word that must follow: "Söker tjänst som", "snickare, målare eller".
_BROKEN = late(r"(?:,|(?<!\w)(?:som|eller|och|samt|i|på|av|för|med|till|as|an?|and|or|in|of|the|with|for))\s*$")
_WRAPPED = 35
"""A line of a text that is broken at a margin is longer, in characters."""


def _unwrap(section: Section) -> None:
    """Join the lines of prose that are broken at a margin in the midst of a list or behind a joining word."""
    lines: list[str] = []
    numbers: list[int] = []
    for line, number in zip_longest(section.lines, section.numbers, fillvalue=0):
        text = str(line)
        if lines and len(lines[-1]) > _WRAPPED and _BROKEN.search(lines[-1]) and text.lstrip()[:1].islower():
            lines[-1] = f"{lines[-1].rstrip()} {text.strip()}"
        else:
            lines.append(text)
            numbers.append(int(number))
    section.lines, section.numbers = lines, numbers


def _tell(draft: Draft, section: Section, as_of: date | None) -> None:
    """Report what a section says beyond what was read from it."""
    if section.kind in ("top", "other"):
        if section.text.strip():
            draft.note("dropped", "free text; only a place and named facts are taken from it", section.kind)
    elif section.kind not in ("about", "note", *GONE):
        report_lines(draft, section, lambda one, part: _HANDLERS[part.kind](one, part, as_of))


def _top(draft: Draft, section: Section, as_of: date | None) -> None:
    for line in section.lines[:TOP_LINES]:
        # Where a job was is no home.
        if len(line) < 120 and not read_period(line).is_span:
            read_place(draft, line)
    _about(draft, section, as_of)
    listed = [line for line in section.lines if len(line) <= _PROSE or not SENTENCE.search(line)]
    stories = [told for line in listed if SENTENCE.search(line) and (told := told_jobs(line))]
    listed = [line for line in listed if not (SENTENCE.search(line) and told_jobs(line))]
    told = [job for job in read_job_lines(listed) if job.title.count(" ") < _TITLE and not tells(job.title)]
    told = [job for job in told if job.countries or (job.period.is_span and is_title(job.title))]
    told = [job for job in told if not _OF.match(job.title) and not _SCHOOL.search(job.title)]
    told = [job for job in told if is_work(job.title)]
    # Sentences about work among a list of jobs; where they are alone they are read as sentences later.
    draft.add_jobs([*told, *(job for story in stories for job in story if told)], "top")


_SCHOOL = late(r"gymnasi|utbildning|utb\.|skola(?!\w)|högskol|universitet|college|university", re.IGNORECASE)
_OF = late(r"(?:of|av|inom|as|som|med)\s", re.IGNORECASE)
_PROSE = 120
"""A longer line with several sentences lists no jobs, in characters."""
_TITLE = 5
"""Words of a title, at most; more tell a story."""
_FIRST = 2
"""Lines of a profile that may hold a place."""
_ITEM = late(r"\s*[-–•·●▪*+]\s")


def _about(draft: Draft, section: Section, as_of: date | None) -> None:
    lines = [undecorated(line) for line in section.lines]
    # An item of a list is a sentence of its own; other lines go on.
    text = " ".join(("\n" if _ITEM.match(raw) else "") + line for raw, line in zip(section.lines, lines, strict=True))
    read_prose(draft, text, section.kind, as_of)
    if section.kind == "about":
        for line in section.lines[:_FIRST]:
            read_place(draft, line if len(line) < _SHORT else "")
        draft.note("dropped", "free text; only named facts are taken from it", section.kind)


def _other(draft: Draft, section: Section, as_of: date | None) -> None:
    """Read facts of all kinds that stand under a heading that names none."""
    _about(draft, section, as_of)
    for line in items_of(section):
        for sentence in SENTENCE.split(line):
            if len(sentence) <= _SHORT and find_certificates(sentence):
                draft.add_cards(read_certificates(sentence, as_of))


_SHORT = 80
"""A sentence longer than this tells a story and lists no cards, in characters."""


def _lacking(draft: Draft, section: Section, as_of: date | None) -> None:
    """Read of what is lacking or in the way the work and the times that are refused: "Hinder: kan inte kvällar"."""
    for line in items_of(section):
        draft.not_times += [time for time in read_not_times(line) if time not in draft.not_times]
        draft.not_wanted += draft.clean_items(refused_work(line), "not wanted")
        if re.match(r"(?:har )?ansök|.*applied", section.key, re.IGNORECASE):
            draft.profession = draft.profession or read_profession(f"{section.key}: {line}")


def _work(draft: Draft, section: Section, as_of: date | None) -> None:
    jobs = read_job_lines(section.lines, undated=True)
    # "Jobb i Sverige" says where those are that say nothing themselves.
    places = tuple(place.code for place in find_countries(section.heading, adjectives=False))[:1]
    draft.add_jobs([job if job.countries else replace(job, countries=places) for job in jobs], "work")


_PARTED = late(r"[,;:|/()•·–—-]")


def _languages(draft: Draft, section: Section, as_of: date | None) -> None:
    lines = items_of(section)
    papers = [line for line in lines if DRIVES.search(line) and not find_languages(line)]
    if papers:
        read_paper_lines(draft, Section("paper", papers), as_of)
    # "arabiska turkiska sv b1": a list without commas
    listed = (line if _PARTED.search(line) else languages_alone(line) or line for line in lines if line not in papers)
    text = "\n".join(listed)
    if section.kind == "swedish":
        text = f"Svenska: {text}"
    rows, _ = read_languages(text, native=section.kind == "native")
    courses = read_courses(text)
    for row in rows:
        if row.lang != "sv":
            draft.languages.append(row)
        elif row.native or any((row.speaking, row.listening, row.reading, row.writing)):
            # "Klar med SFI D, läser enkla texter": what no words tell, the course does.
            told: dict[str, object] = {skill: getattr(row, skill) or courses.interval for skill in LANGUAGE_SKILLS}
            draft.languages.append(row.model_copy(update={"studying": bool(courses.studying)} | told))
    if not any(row.lang == "sv" for row in draft.languages):
        add_course(draft, text)


def _note(draft: Draft, section: Section, as_of: date | None, alone: bool) -> None:
    """Fill from a caseworker's note what the CV leaves open, named facts only; without a CV it is all there is."""
    read_place(draft, section.heading)
    text = " ".join(undecorated(line) for line in section.lines)
    if alone:
        read_home(draft, section.text)
        read_times(draft, section.text)
        _about(draft, section, as_of)
        return
    before = list(draft.licences), set(draft.none), draft.own_car, list(draft.not_wanted)
    read_prose(draft, text, "note", as_of, wishes=not draft.wishes)
    # That there is no licence counts where the CV tells of none.
    absent = before[1] | (draft.none & {"driving_licences"})
    draft.licences, draft.none, draft.not_wanted = before[0], absent, before[3]
    read_home(draft, "\n".join(section.lines), lives_only=True)
    draft.own_car = before[2] if before[2] is not None else draft.own_car
    draft.note("dropped", "free text; only named facts are taken from it", "note")


_ORDER = {"language": 0, "swedish": 0, "native": 0, "profession": 2}
# These are cleansed by their sentences, or give a place only.
GONE = {
    "drop": "a protected or personal section",
    "lacking": "what is lacking or planned is no fact of today",
}
_UNREAD = frozenset(("note", "about", "other", *GONE))
_HANDLERS: dict[str, Callable[[Draft, Section, date | None], None]] = {
    "top": _top, "about": _about, "other": _other, "lacking": _lacking, "work": _work, "language": _languages,
    "education": read_education_lines, "swedish": _languages, "native": _languages, "car": read_car_lines,
    "skill": read_skill_lines, "informal": read_informal_lines, "paper": read_paper_lines,
    "profession": read_profession_lines,
    "wish": read_wish_lines, "not_wanted": read_refusal_lines, "start": read_start_lines,
    "journey": read_journey_lines, "home": read_home_lines,
}  # fmt: skip
