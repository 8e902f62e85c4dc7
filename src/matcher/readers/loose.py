"""A text without headings: what its sentences say of languages, jobs, school and cards, each only where it is plain."""

from __future__ import annotations

import re

from matcher.readers.cells.courses import read_courses
from matcher.readers.cells.education import read_education
from matcher.readers.cells.language import find_languages, read_languages
from matcher.readers.cells.papers import read_certificates
from matcher.readers.cells.words import split_list
from matcher.readers.draft import Draft
from matcher.readers.jobs import read_job_lines
from matcher.readers.periods import read_period
from matcher.taxonomy.certificates import certificate_slugs, find_certificates
from matcher.taxonomy.countries import find_countries
from matcher.taxonomy.levels import education_level, is_native

_SENTENCE = re.compile(r"(?<=[\w)!?])[.!?]\s+|\n+|;\s+")
_LEVEL = re.compile(r"(?<![A-Za-z0-9])[ABC][12](?![A-Za-z0-9])", re.IGNORECASE)
_GOOD_AT = re.compile(
    r"(?<!\w)(?:bra|duktig|skicklig|van|kunnig|good|skilled|experienced) (?:på|vid|med|i|inom|at|in|with)\s+"
    r"(?P<what>[^.;:!?()]{3,200})",
    re.IGNORECASE,
)
_MOST_WORDS = 4
_LONGEST = 250


def read_loose(draft: Draft, text: str, column: str) -> None:
    """Read a text that has no sections into a draft.

    Parameters
    ----------
    draft : Draft
    text : str
    column : str
        Place for the report.

    Examples
    --------
    >>> draft = Draft("a.txt", "a")
    >>> read_loose(draft, "dari, turkiska B1. Iran 2009-2018 billackerare, jag sprutade. skola 6 år Iran", "top")
    >>> [x.lang for x in draft.languages], draft.jobs[0].title, draft.education[0].years
    (['fa', 'tr'], 'billackerare', 6.0)
    """
    for sentence in _SENTENCE.split(draft.clean_clauses(text, column)):
        plain = sentence.strip()
        if not plain or len(plain) > _LONGEST:
            continue
        if find_languages(plain) and (_LEVEL.search(plain) or is_native(plain)):
            _languages(draft, plain)
        if not read_period(plain).is_empty and find_countries(plain, adjectives=False):
            if education_level(plain) and read_period(plain).start is None:
                draft.education += [one for one in read_education(plain) if one.years is not None]
                continue
            head = re.split(r",\s+(?=jag\s)|(?<=\w),\s+(?=\w+\s+\w+\s+\w+)", plain)[0]
            draft.add_jobs(
                [job for job in read_job_lines([head]) if job.countries and job.title.count(" ") < 5], column
            )
        if match := _GOOD_AT.search(plain):
            named = split_list(re.sub(r"\s+(?:och|samt|and)\s+", ", ", match["what"]))
            draft.skills += draft.clean_items([item for item in named if item.count(" ") < _MOST_WORDS], column)
        if find_certificates(plain):
            draft.certificates += [slug for slug in read_certificates(plain)[0] if slug in certificate_slugs()]


def _languages(draft: Draft, plain: str) -> None:
    courses = read_courses(plain)
    for row in read_languages(plain)[0]:
        known = any((row.speaking, row.listening, row.reading, row.writing)) or row.native
        first = row.lang not in {held.lang for held in draft.languages}
        if first and (known or row.lang != "sv"):
            draft.languages.append(
                row.model_copy(update={"studying": row.lang == "sv" and courses.studying is not None})
            )
