"""Jobs in the lines of a CV: dates before or behind, title above, tables, or told in sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from matcher.patterns import late
from matcher.readers.cells.places import find_places, is_place
from matcher.readers.cells.titles import is_title, names_work, opens_with_title
from matcher.readers.cells.work import Job, read_job
from matcher.readers.texts.headings import undecorated
from matcher.readers.times.periods import Period, read_period
from matcher.readers.told.joborder import LONGEST_TIME, is_time, is_wordless, one_a_line, with_their_times
from matcher.readers.told.toldjobs import told_jobs
from matcher.taxonomy.facts.municipalities import municipality

# Not after "t.o.m.", and not inside brackets.
_SEGMENT = late(r"(?<=[\w)\]])(?<!o\.m)[.:]\s+(?![^()]{0,80}\))|\s*\|\s*|\s{3,}")
# A small "i" is the Swedish "in": "butiksbiträde i köttdisk".
_FIRST_PERSON = late(r"(?<!\w)(?:(?i:jag|my|min|mitt)|I)(?!\w)")


def read_job_lines(lines: list[str], undated: bool = False) -> list[Job]:
    """Read the jobs of a section.

    Parameters
    ----------
    lines : list of str
        Indents kept.
    undated : bool, default False
        Whether a title that opens a block of lines, or a list without any times, is a job too.

    Returns
    -------
    list of Job

    Examples
    --------
    >>> read_job_lines(["1. Biträde i köttdisk, Sverige, sept 2024 - sept 2025"])[0].title
    'Biträde i köttdisk'
    >>> [job.title for job in read_job_lines(["2004 - 2012", "Cook, Syria", "Grilled.", "2013 - 2019", "Driver"])]
    ['Cook', 'Driver']
    >>> lines = ["2017-2021   Sömmare, Pakistan", "    Jeansfabrik.", "QA engineer", "Bangladesh, Jan 2022 - June 2025"]
    >>> [(j.title, j.countries, j.period.years(), j.duties) for j in read_job_lines(lines)]
    [('Sömmare', ('PK',), 4.0, 'Jeansfabrik.'), ('QA engineer', ('BD',), 3.5, None)]
    >>> [(j.title, j.period.years()) for j in read_job_lines(["Kock, Krogen, 2019-2021", "", "Diskare, Kaféet"], True)]
    [('Kock, Krogen', 2.0), ('Diskare, Kaféet', None)]
    """
    untimed = undated and all(read_period(undecorated(line)[:300]).is_empty for line in lines)
    found = _Found(undated and not untimed)
    for line in with_their_times(one_a_line(lines)):
        bare = undecorated(line)
        if not bare:
            found.end_block()
        elif not found.takes_time(bare):
            found.take(bare, indent=len(line) - len(line.lstrip()))
    found.end_block()
    titles = [undecorated(line) for line in lines] if untimed and not found.jobs else []
    # A list of nothing but titles needs no capitals; a line of small letters elsewhere tells of the job above.
    listed = sum(map(bool, titles)) > 1 and all(is_title(line) and line.count(" ") < _LISTED for line in titles if line)
    for line in titles:
        found.take_title(line[:1].upper() + line[1:] if listed else line)
    return found.whole()


_NOTHING = Period()


_LISTED = 3
"""Blanks in a title of a list of small letters, at most."""


class _Found:
    """Jobs as they are found line by line, with the lines that may belong to the next one."""

    def __init__(self, undated: bool) -> None:
        self.undated = undated
        self.jobs: list[Job] = []
        self.duties: list[list[str]] = []
        self.waiting: list[str] = []
        self.fresh, self.below = True, False
        self.indent = 0

    def add(self, job: Job, *duties: str) -> None:
        """Add a job and what is told of it."""
        self.jobs.append(job)
        self.duties.append(list(duties))

    def take(self, bare: str, indent: int = 0) -> None:
        """Take a line: a job, the title of one that lacked it, a sentence about work, or words about the last job."""
        # Among the lines of the job before, the last is the title of the next, or the last but one with its employer.
        near = self.waiting[-2:] if self.waiting[:-1] and opens_with_title(self.waiting[-2]) else self.waiting[-1:]
        job, rest = _entry(bare, self.waiting if self.fresh else near)
        job = None if job and self._is_duty(job) else job
        if self.below and job is None and is_title(bare) and (title := _titled(bare)):
            # "Example Bank", "2013-2014", "Cashier": the employer stood above the times.
            self.jobs[-1] = replace(self.jobs[-1], title=title)
            self.below, self.waiting = False, []
        elif job is None and _FIRST_PERSON.search(bare):
            for told in told_jobs(bare):
                self.add(told)
            self.waiting = []
        elif job is not None:
            self.below = not rest and self.waiting[-1:] == [job.title] and not is_title(job.title)
            # The lines above were the title and the place, not the last lines of the job before.
            above = next((at for at, line in enumerate(self.waiting) if job.title == _titled(line)), len(self.waiting))
            self._give_back(len(self.waiting) - above)
            self.add(job, *([rest] if rest else []))
            self.waiting, self.fresh, self.indent = [], False, indent
        elif (
            self.undated
            and indent <= self.indent
            and "," in bare
            and self.duties
            and not (self.duties[-1] or self.fresh)
            and opens_with_title(bare)
        ):
            self.take_title(bare)  # "Diskare, Exempelkaféet" right below another job of one line
        else:
            self.below = False
            self.waiting.append(bare)
            if self.jobs:
                self.duties[-1].append(bare)

    def _is_duty(self, job: Job) -> bool:
        """Tell "planering 2 veckor i taget", right below a job with its times, from another job."""
        told = job.period.start or job.period.end or job.period.is_open or job.countries or is_title(job.title)
        return bool(self.jobs) and not self.fresh and self.jobs[-1].period.is_span and not told

    def takes_time(self, bare: str) -> bool:
        """Take times that stand apart from the title above them, where it has none yet."""
        if not (self.jobs and self.jobs[-1].period == _NOTHING and not self.waiting and is_time(bare)):
            return False
        self.jobs[-1] = replace(self.jobs[-1], period=replace(read_period(bare), rest=""))
        return True

    def end_block(self) -> None:
        """End a block of lines; one without times that a title opens is a job of unknown length."""
        if self.undated and self.fresh and self.waiting and opens_with_title(self.waiting[0]):
            block = self.waiting
            self._give_back(len(block))
            self.take_title(block[0])
            self.duties[-1] += block[1:]
        self.waiting, self.fresh = [], True

    def take_title(self, bare: str) -> None:
        """Take a title without times as a job, and any other line for what is told of the job above."""
        job = read_job(bare) if bare[:1].isupper() and len(bare) <= LONGEST_TIME and is_title(bare) else None
        if job is not None:
            self.add(Job(job.title, _NOTHING, job.countries))
        elif self.jobs and bare:
            self.duties[-1].append(bare)

    def _give_back(self, count: int) -> None:
        if count and self.duties and self.duties[-1][-count:] == self.waiting[-count:]:
            del self.duties[-1][-count:]

    def whole(self) -> list[Job]:
        """Give the jobs with what is told of them."""
        return [
            replace(
                job,
                countries=job.countries or _beside(told),
                duties=" ".join(filter(None, (job.duties, *told))).strip() or None,
            )
            for job, told in zip(self.jobs, self.duties, strict=True)
        ]


def _beside(told: Sequence[str]) -> tuple[str, ...]:
    """Country of a job whose employer and place stand right below its title: "Mejeri, Malmö (livsmedel)"."""
    line = re.sub(r"\s*\([^()]*\)", "", told[0]).strip(" .") if told else ""
    parts = [part for part in _PARTS.split(line) if part.strip()]
    placed = 1 < len(parts) <= _BLOCK + 1 and len(line) <= LONGEST_TIME and is_place(parts[-1].strip())
    return _codes(line)[:1] if placed else ()


def _titled(text: str) -> str:
    job = read_job(text)
    return job.title if job else ""


_BLOCK = 3
"""Lines of a title, an employer and a place that may stand above the times of a job."""


def _entry(bare: str, above: Sequence[str]) -> tuple[Job | None, str]:
    """Read a job on this line and what is left of the line; the lines above hold its title where it has none.

    In a block of its own the first line is the title, and an employer and a place may follow; else it is the last one.
    """
    if read_period(bare[:300]).is_empty:
        return None, ""
    # "Jan. 2017 - dec. 2019" has no end of a sentence in it.
    segments = (
        [bare] if is_wordless(read_period(bare[:100])) else [s.strip() for s in _SEGMENT.split(bare) if s and s.strip()]
    )
    head: list[str] = []
    for index, segment in enumerate(segments):
        head.append(segment)
        joined = ", ".join(head)
        job = _named(joined)
        beside = segments[index + 1][:40] if index + 1 < len(segments) else ""
        later = bool(beside) and not find_places(joined) and bool(find_places(beside))
        if job is not None and not later:
            if above and is_title(above[0]) and not is_title(job.title) and (first := read_job(above[0])):
                # "Head cashier" above "Supermarket, Valencia, 2019-2021": the line of the times names the employer.
                job = replace(first, period=job.period, countries=job.countries or _codes(joined) or first.countries)
            behind = segments[index + 1 :]
            labelled = bool(behind) and f": {behind[0]}" in bare and read_period(behind[0]).is_empty
            if labelled and len(behind[0]) < LONGEST_TIME and is_title(behind[0]) and not is_title(job.title):
                # "2019-2024, Kalmar, restaurang: köksbiträde"
                job = replace(job, title=behind[0], countries=job.countries or _codes(joined))
                behind = behind[1:]
            return job, ". ".join(behind)
        if len(joined) > 160:
            break
    joined = ", ".join(head)
    heading = above if 0 < len(above) <= _BLOCK else above[-1:]
    beside = read_job(joined[:160])
    if heading and all(len(line) <= 80 for line in heading) and (beside is None or is_place(beside.title)):
        # The first line, unless it names the employer above the title.
        named = next((line for line in heading if is_title(line)), heading[0])
        first = read_job(named)
        codes = [code for line in (*heading, joined) for code in _codes(line)]
        if first is not None:
            return Job(first.title, read_period(joined[:160]), tuple(codes[:1]) or first.countries), ""
    return None, ""


def _named(joined: str) -> Job | None:
    """Read a job with its time, and none from a sentence that happens to tell of one."""
    period, job = read_period(joined), read_job(joined)
    if period.is_empty or job is None or _FIRST_PERSON.search(job.title):
        return None
    # "mellan ett och fem år" in a description is no job: a date or a country is.
    dated = bool(period.start or period.end or period.is_open or find_places(joined)) or is_title(job.title)
    # "hemstädning 2 år" where jobs are listed: work in other words than a title's, told first
    dated = dated or (job.title.count(" ") < _SHORT_TITLE and names_work(job.title) and job.title[:1] == joined[:1])
    if is_place(job.title):
        return None  # "Solna, 2015-2018" below a title
    words = job.title.partition(" (")[0]  # "(uppsagd pga arbetsbrist)" makes no title a sentence
    return job if dated and len(words) <= 70 and words.count(" ") < 8 else None


_SHORT_TITLE = 5
_PARTS = late(r"[,|/()]|\s[-–]\s|\s{3,}")


def _codes(text: str) -> tuple[str, ...]:
    """Countries of the places in a line, Sweden where a municipality is one of its parts."""
    here = any(municipality(part.strip()) for part in _PARTS.split(text) if 2 < len(part.strip()) < 30)
    return tuple(dict.fromkeys(place.code for place in find_places(text))) or (("SE",) if here else ())
