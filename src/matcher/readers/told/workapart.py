"""A job apart from what is told behind it in one sentence, and from the wish that stands before it."""

from __future__ import annotations

import re

from matcher.patterns import late
from matcher.readers.cells.titles import is_title
from matcher.readers.cells.work import read_job
from matcher.readers.texts.sections import Section
from matcher.readers.told.toldschools import told_schools
from matcher.taxonomy.facts.levels import education_level

_ENTRY = 80
"""Characters of a sentence in which a job may stand first."""
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
    """Part from a wish without a label the sentences from the first on that is a job with its length.

    Examples
    --------
    >>> wish, rest = works_apart(Section("wish", ["Cook 4 years, Iran. English B1."]))
    >>> wish.lines, rest.kind, rest.lines
    ([], 'top', ['Cook 4 years, Iran. English B1.'])
    """
    if section.kind != "wish" or section.key or section.heading:
        return section, None
    wish, rest = Section("wish"), Section("top")
    for place, line in enumerate(section.lines):
        number = section.numbers[place] - 1 if place < len(section.numbers) else place
        told = _SENTENCE.split(line)
        at = 0 if rest.lines else next((at for at, one in enumerate(told) if _is_job(one)), len(told))
        if at:
            wish.add(". ".join(told[:at]), number)
        if at < len(told):
            rest.add(". ".join(told[at:]), number)
    return (wish, rest) if rest.lines else (section, None)


def _is_job(sentence: str) -> bool:
    job = read_job(sentence[:_ENTRY])
    return job is not None and job.period.stated is not None and is_title(job.title)
