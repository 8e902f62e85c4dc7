"""Sentences outside all sections: what they say of languages, jobs, school, skills and cards, where it is plain."""

from __future__ import annotations

import re
from collections.abc import Collection

from matcher.readers.cells.courses import read_courses
from matcher.readers.cells.education import read_education
from matcher.readers.cells.language import find_languages, read_languages
from matcher.readers.cells.papers import read_certificates
from matcher.readers.cells.words import split_list
from matcher.readers.draft import Draft
from matcher.readers.jobs import read_job_lines, told_jobs
from matcher.readers.periods import read_period
from matcher.taxonomy.certificates import certificate_slugs, find_certificates
from matcher.taxonomy.countries import find_countries
from matcher.taxonomy.levels import education_level, is_native

_SENTENCE = re.compile(r"(?<=[\w)!?])[.!?]\s+|\n+|;\s+")
_LEVEL = re.compile(r"(?<![A-Za-z0-9])[ABC][12](?![A-Za-z0-9])", re.IGNORECASE)
_GOOD_AT = re.compile(
    r"(?<!\w)(?:(?:bra|duktig|skicklig|van|kunnig|good|skilled|experienced) (?:på|vid|med|i|inom|at|in|with)"
    # "Jag kan sömnad och ..." names skills, "jag kan börja" does not: a verb ends in -a or is a short one.
    r"|(?:jag (?:kan|behärskar)|kan jag|^kan)(?=\s+[^\W\d_]{3,}(?<!a)(?<!gå)(?<!stå)(?<!bli)[\s,]))"
    r"\s+(?P<what>[^.;:!?()]{3,200})",
    re.IGNORECASE,
)
_MOST_WORDS = 4
_LONGEST = 250


def read_loose(draft: Draft, text: str, column: str, kinds: Collection[str] = ()) -> None:
    """Read sentences that stand in no section of their own into a draft.

    Parameters
    ----------
    draft : Draft
    text : str
    column : str
        Place for the report; a caseworker's "note" tells of what somebody has done only where there is no CV.
    kinds : collection of str
        Sections that the text has: what one of them tells is not looked for here.

    Examples
    --------
    >>> draft = Draft("a.txt", "a")
    >>> read_loose(draft, "dari, turkiska B1. Iran 2009-2018 billackerare, jag sprutade. skola 6 år Iran", "top")
    >>> [x.lang for x in draft.languages], draft.jobs[0].title, draft.education[0].years
    (['fa', 'tr'], 'billackerare', 6.0)
    """
    open_kinds = _OPEN - set(kinds)
    beside_cv = column == "note" and bool(set(kinds) - _NO_CV)
    if beside_cv:
        open_kinds &= _FROM_NOTES
    jobs = "work" in open_kinds and not draft.jobs
    for sentence in _SENTENCE.split(draft.clean_clauses(text, column)):
        plain = sentence.strip()
        if not plain or len(plain) > _LONGEST:
            continue
        if "language" in open_kinds and find_languages(plain) and (_LEVEL.search(plain) or is_native(plain)):
            _languages(draft, plain)
        if not read_period(plain).is_empty and _schooled(draft, plain, "education" in open_kinds):
            continue
        if jobs:
            _jobs(draft, plain, column, told_only=beside_cv)
        if "skill" in open_kinds and (match := _GOOD_AT.search(plain)):
            named = split_list(re.sub(r"\s+(?:och|samt|and)\s+", ", ", match["what"]))
            draft.skills += draft.clean_items([item for item in named if item.count(" ") < _MOST_WORDS], column)
        if "paper" in open_kinds and find_certificates(plain):
            draft.certificates += [slug for slug in read_certificates(plain)[0] if slug in certificate_slugs()]


_FROM_NOTES = frozenset(("language", "work", "skill"))
_OPEN = frozenset(("language", "work", "education", "skill", "paper"))
_NO_CV = frozenset(("top", "about", "note", "other", "drop", "wish"))


def _schooled(draft: Draft, plain: str, wanted: bool) -> bool:
    """Read a sentence of school, and tell whether it is one: "Gymnasium i Ukraina, 11 år"."""
    if not education_level(plain) or read_period(plain).start is not None:
        return False
    if wanted and find_countries(plain, adjectives=False):
        draft.education += [one for one in read_education(plain) if one.years is not None]
    return True


def _jobs(draft: Draft, plain: str, column: str, told_only: bool) -> None:
    if told := told_jobs(plain):
        draft.add_jobs(told, column)
    elif not told_only and not read_period(plain).is_empty and find_countries(plain, adjectives=False):
        head = re.split(r",\s+(?=jag\s)|(?<=\w),\s+(?=\w+\s+\w+\s+\w+)", plain)[0]
        draft.add_jobs([job for job in read_job_lines([head]) if job.countries and job.title.count(" ") < 5], column)


def _languages(draft: Draft, plain: str) -> None:
    courses = read_courses(plain)
    for row in read_languages(plain)[0]:
        known = any((row.speaking, row.listening, row.reading, row.writing)) or row.native
        first = row.lang not in {held.lang for held in draft.languages}
        if first and (known or row.lang != "sv"):
            draft.languages.append(
                row.model_copy(update={"studying": row.lang == "sv" and courses.studying is not None})
            )
