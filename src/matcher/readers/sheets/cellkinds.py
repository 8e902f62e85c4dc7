"""What the cells of a column look like, whatever its header says: levels, schools, licences, titles, lengths, days."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from matcher.patterns import late
from matcher.readers.cells.courses import read_courses
from matcher.readers.cells.firstday import read_start
from matcher.readers.cells.language import read_levels
from matcher.readers.cells.licence import read_licences
from matcher.readers.cells.papers import read_certificates, read_profession
from matcher.readers.cells.plans import read_minutes
from matcher.readers.cells.titles import is_title, labels_of
from matcher.readers.cells.tongues import find_languages
from matcher.readers.cells.words import is_absent, is_bare_yes, split_list, yes_or_no
from matcher.readers.cells.worktime import read_hours
from matcher.readers.times.periods import read_period
from matcher.readers.told.toldschools import told_schools
from matcher.taxonomy.facts.certificates import certificate_slugs, find_certificates
from matcher.taxonomy.facts.countries import find_countries
from matcher.taxonomy.facts.levels import education_level
from matcher.taxonomy.facts.municipalities import municipality
from matcher.taxonomy.facts.professions import find_professions
from matcher.taxonomy.wording import fold

SHARE = 0.7
"""Share of a column's cells that make it of a kind."""
_LONGEST_COUNTRY = 30
"""Characters of a cell that is a country and nothing else."""
_YEARS = late(r"[<>~]?(?:ca )?\d{1,2}(?:[.,]\d{1,2})?\+?(?: ?(?:år|years?|yrs|mån\w*|months?))?", re.IGNORECASE)
_LEAST_NUMBER = 10
"""Below it, a bare number is no share of full time, no week's hours and no minutes of travel."""


def share(fits: Callable[[str], bool], cells: Sequence[str]) -> float:
    """Share of cells that fit; none of no cells.

    Examples
    --------
    >>> share(is_country, ["Iran", "8 år"]), share(is_country, [])
    (0.5, 0.0)
    """
    return sum(map(fits, cells)) / len(cells) if cells else 0.0


def is_languages(cell: str) -> bool:
    """Whether a cell names languages and little else.

    Examples
    --------
    >>> is_languages("Dari, engelska B1"), is_languages("Kock på engelska båtar")
    (True, False)
    """
    places = find_languages(cell)
    return bool(places) and places[0][0] <= 2 and len(cell) < 40 * len(places)


def is_country(cell: str) -> bool:
    """Whether a cell is the name of a country and nothing else.

    Examples
    --------
    >>> is_country("Iran"), is_country("Iran 8 år"), is_country("kock")
    (True, False, False)
    """
    found = find_countries(cell, adjectives=False)
    return len(found) == 1 and len(cell) <= _LONGEST_COUNTRY and not any(map(str.isdigit, cell))


def is_count(cell: str) -> bool:
    """Whether a cell counts years or months.

    Examples
    --------
    >>> [is_count(cell) for cell in ("8", "3,5 år", "6 mån", "2019", "kock")]
    [True, True, True, False, False]
    """
    return bool(_YEARS.fullmatch(cell))


def is_answer(cell: str) -> bool:
    """Whether a cell says yes or no.

    Examples
    --------
    >>> is_answer("ja"), is_answer("B")
    (True, False)
    """
    return is_bare_yes(cell) or yes_or_no(cell) is not None


def is_titled(cell: str) -> bool:
    """Whether the first thing that a cell names is a job.

    Examples
    --------
    >>> is_titled("kock / diskare"), is_titled("arabiska, kock")
    (True, False)
    """
    first = next(iter(split_list(cell)), "")
    return is_title(first) and not is_languages(first)


def _is_named(cell: str) -> bool:
    """Whether a cell holds words, and not an answer, a number or a day.

    Examples
    --------
    >>> _is_named("tunga lyft"), _is_named("nej"), _is_named("2027-01-10")
    (True, False, False)
    """
    return bool(re.search(r"[^\W\d_]{3}", cell)) and yes_or_no(cell) is None and not any(map(str.isdigit, cell))


def are_skills(cells: Sequence[str]) -> bool:
    """Whether lists of what people can do stand in most cells.

    Examples
    --------
    >>> are_skills(["Excel, bokföring", "matlagning, bakning", "kock, diskare"])
    True
    """
    items = [item for cell in cells for item in split_list(cell)]
    known = sum(fold(item) in labels_of("skill") and not is_title(item) for item in items)
    return len(cells) >= _FEWEST_LISTS and len(items) >= 2 * len(cells) and known * 2 > len(items)


_FEWEST_LISTS = 3


def is_school(cell: str) -> bool:
    """Whether a cell tells of a school, and not of work at one.

    Examples
    --------
    >>> is_school("Grundskola 7 år Eritrea"), is_school("Lärare grundskola Iran 5 år")
    (True, False)
    """
    # "Grundskola 7 år Eritrea", but "Lärare grundskola Iran 5 år" and "lokalvårdare, skola" tell of work.
    first = re.split(r"[,;(\d]", cell, maxsplit=1)[0]
    return (education_level(cell) is not None or bool(told_schools(cell))) and not is_title(first)


def _is_job(cell: str) -> bool:
    return not read_period(cell).is_empty and bool(find_countries(cell, adjectives=False)) and len(cell) > 10


def is_licence(cell: str) -> bool:
    """Whether a cell tells of driving licences.

    Examples
    --------
    >>> is_licence("B, syriskt"), is_licence("Engelska B1")
    (True, False)
    """
    return len(cell) < 80 and bool(read_licences(cell)[0]) and not is_languages(cell)


def _is_minutes(cell: str) -> bool:
    return bool(
        re.fullmatch(r"(?:max |ca |högst )?\d[\d.,]*\s?(?:min\w*|h|tim\w*|hours?)\b.{0,12}", cell, re.IGNORECASE)
    )


def _are_cards(cell: str) -> bool:
    items = split_list(cell)
    return sum(map(_is_card, items)) * 2 > len(items)


def _is_card(item: str) -> bool:
    slugs = certificate_slugs()
    return not slugs.isdisjoint(read_certificates(item)[0]) and (fold(item) in slugs or not is_title(item))


def _is_status(cell: str) -> bool:
    return len(cell) < 80 and bool(find_professions(cell)) and read_profession(cell) is not None


def _is_hours(cell: str) -> bool:
    return len(cell) < 60 and read_hours(cell) is not None and bool(re.search(r"tid|time|%", cell.casefold()))


# Told apart in this order; a column is one of them if most of its cells are.
KINDS: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("education", is_school),
    ("job", _is_job),
    ("municipality", lambda cell: municipality(cell) is not None),
    ("travel", _is_minutes),
    ("sfi", lambda cell: len(cell) < 60 and read_courses(cell).interval is not None),
    ("language", is_languages),
    (
        "swedish",
        lambda cell: len(cell) < 60 and bool(re.search(r"\b[ABC][12]\b", cell)) and not read_levels(cell).is_empty,
    ),
    ("licence", is_licence),
    ("profession", _is_status),
    # A day alone may be that of anything: a course, a meeting, an arrival.
    ("start", lambda cell: len(cell) < 25 and read_start(cell) == "now"),
    ("hours", _is_hours),
    ("certificate", _are_cards),
)
"""Fields whose cells tell by themselves, in the order in which they are told apart."""
FITTING: Mapping[str, Callable[[str], bool]] = {
    "swedish_oral": lambda cell: not is_languages(cell),
    "own_car": lambda cell: yes_or_no(cell) is not None,
    "licence": lambda cell: bool(read_licences(cell)[0]) or yes_or_no(cell) is not None or not find_professions(cell),
    # "Behörighet" may be of cars, "Connection degree: 2nd" of none.
    "certificate": lambda cell: not is_licence(cell) or yes_or_no(cell) is not None or bool(find_certificates(cell)),
    "wish": lambda cell: not is_languages(cell) and read_hours(cell) not in ("full", "part"),
    "education": lambda cell: (
        (bool(re.search(r"[^\W\d_]{3}", cell)) and not _are_cards(cell)) or cell.strip().isdigit() or is_absent(cell)
    ),
    "licence_country": lambda cell: bool(find_countries(cell)) or yes_or_no(cell) is not None or len(cell) < 12,
    "municipality": lambda cell: not (is_languages(cell) or _is_minutes(cell)),
    # "Tid: 8 år" beside a job is its length; a bare 8 is no share of full time.
    "hours": lambda cell: not is_count(cell) or (cell.isdigit() and int(cell) >= _LEAST_NUMBER),
    "informal": lambda cell: not is_languages(cell) and municipality(cell) is None,
    "skill": lambda cell: not is_languages(cell),
    "job": lambda cell: not (is_languages(cell) or _is_status(cell) or is_count(cell)),
    "education_field": lambda cell: not is_titled(cell),
    "start": lambda cell: not is_titled(cell),
}
"""Fields whose headers are often ambiguous, with what their cells must look like not to be doubted."""
HINTED: Mapping[str, Callable[[str], bool]] = {
    "not_wanted": _is_named,
    "wish": is_titled,
    "job": is_titled,
    "job_years": is_count,
    "job_country": is_country,
    "education_country": is_country,
    "own_car": is_answer,
    "profession": _is_status,
    "certificate": _are_cards,
    "start": lambda cell: read_start(cell) is not None,
    "travel": lambda cell: len(cell) < 25 and (read_minutes(cell) or 0) >= _LEAST_NUMBER,
}
"""Fields whose cells may be those of others, too, with what they must look like where a header hints at them."""
