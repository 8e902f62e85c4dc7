"""A job apart from what is told behind it in one sentence, and from the wish that stands before it."""

from __future__ import annotations

import re
from dataclasses import replace

from matcher.patterns import late
from matcher.readers.cells.titles import is_title
from matcher.readers.cells.words import is_absent
from matcher.readers.cells.work import read_job
from matcher.readers.texts.sections import Section
from matcher.readers.told.toldschools import told_schools
from matcher.taxonomy.facts.levels import education_level

_ENTRY = 80
"""Characters of a sentence in which a job may stand first."""
_LONGEST_SCHOOLING = 8.0
"""Years that no schooling for a single title takes."""
_SENTENCE = late(r"(?<=[\w)])[.!]\s+(?=[A-ZÅÄÖ])")
# "Läkare i Syrien 6 år, jobbar nu som undersköterska": the years are those of the work before.
_WORKS_NOW = late(
    r"(?:men |och |but |and )?(?:nu |now |idag )?(?:jobbar|arbetar|vikarierar|works|working|is working)(?!\w)"
    r"(?! (?:kvar|vidare|på (?:det|samma)|still))",
    re.IGNORECASE,
)


def work_apart(plain: str) -> list[str]:
    """Part a job from the school or the work of today behind it, whose years are not the job's.

    Examples
    --------
    >>> work_apart("Snickare i Herat 12 år, yrkesskola 2 år")
    ['Snickare i Herat 12 år', 'yrkesskola 2 år']
    >>> work_apart("Läkare i Syrien 6 år, jobbar nu som undersköterska")
    ['Läkare i Syrien 6 år', 'jobbar nu som undersköterska']
    """
    for comma in re.finditer(r",\s+(?![^()]*\))", plain[:_ENTRY]):
        first, rest = plain[: comma.start()], plain[comma.end() :]
        job = read_job(first)
        if job is not None and not job.period.is_empty:
            other = education_level(rest) or told_schools(rest) or _WORKS_NOW.match(rest)
            apart = is_title(job.title) and not told_schools(first) and other
            return [first, rest] if apart else [plain]
    return [plain]


def works_apart(section: Section) -> tuple[Section, Section | None]:
    """Part from a wish without a label, or from a school told on its label's line, what follows from the first job on.

    Behind "Utbildning: saknas" any title with its length is a job, behind a school one longer than any schooling.

    Examples
    --------
    >>> wish, rest = works_apart(Section("wish", ["Cook 4 years, Iran. English B1."]))
    >>> wish.lines, rest.kind, rest.lines
    ([], 'top', ['Cook 4 years, Iran. English B1.'])
    >>> works_apart(Section("education", ["ingen. Murare 15 år"], key="Utbildning"))[1].lines
    ['Murare 15 år']
    """
    least = 0.0
    if section.kind == "education" and section.key and section.lines:
        least = 0.0 if is_absent(_SENTENCE.split(section.lines[0])[0]) else _LONGEST_SCHOOLING
    elif section.kind != "wish" or section.key or section.heading:
        return section, None
    wish, rest = replace(section, lines=[], numbers=[]), Section("top")
    for place, line in enumerate(section.lines):
        number = section.numbers[place] - 1 if place < len(section.numbers) else place
        told = _SENTENCE.split(line)
        at = 0 if rest.lines else next((at for at, one in enumerate(told) if _is_job(one, least)), len(told))
        if at:
            wish.add(". ".join(told[:at]), number)
        if at < len(told):
            rest.add(". ".join(told[at:]), number)
    return (wish, rest) if rest.lines else (section, None)


def _is_job(sentence: str, least: float) -> bool:
    job = read_job(sentence[:_ENTRY])
    stated = job.period.stated if job is not None else None
    return job is not None and stated is not None and stated >= least and is_title(job.title)
