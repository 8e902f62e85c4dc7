"""Jobs of one title that were held at one time: their time counts once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from matcher.patterns import late
from matcher.readers.cells.work import Job
from matcher.readers.times.months import Month
from matcher.readers.times.periods import Period
from matcher.taxonomy.wording import fold

# What stands beside a title is of the one employment: "Kock (vikariat)", "tf rektor", "kock på Grillen", "Kock, X AB".
_BESIDE = late(
    r"^(?:(?-i:tf|vik|t\.f)\.?|vikarierande|extra|acting|substitute) (?=\w)|\s*\([^()]*\)|,? \d{1,3} ?(?:%|procent\b)"
    r"|(?:,| (?:på|hos|vid|at|@)) (?-i:[A-ZÅÄÖ]).*$"
    r"|,? (?:vikariat|vik\.|deltid|heltid|timanställd|part[- ]time|full[- ]time)$",
    re.IGNORECASE,
)


def counted_once(jobs: Sequence[Job], newest: Month | None = None) -> list[Job]:
    """Join jobs of one title whose dates overlap into one job from the first beginning to the last end.

    Parameters
    ----------
    jobs : sequence of Job
    newest : Month, optional
        Where an open period ends.

    Returns
    -------
    list of Job
        In the order of the first of each. A job whose length is stated, or whose dates are not whole or of several
        spells, stays as it is: nobody knows which time it covers.

    Examples
    --------
    >>> from matcher.readers.cells.worklist import read_jobs
    >>> once = counted_once(read_jobs("Kock 2015-2019; kock 2018-2020; diskare 2015-2019; kock 2 år"))
    >>> [(job.title, job.period.years()) for job in once]
    [('Kock', 5.0), ('diskare', 4.0), ('kock', 2.0)]
    """
    kept: list[Job | None] = []
    places: dict[str, list[int]] = {}
    for job in jobs:
        same = places.setdefault(fold(_BESIDE.sub("", job.title)) or fold(job.title), [])
        whole, at = job, len(kept)
        while (found := next((i for i in same if _overlap(kept[i], whole, newest)), None)) is not None:
            before, kept[found] = kept[found], None
            same.remove(found)
            whole, at = _joined(before or whole, whole), min(at, found)
        if at == len(kept):
            kept.append(whole)
        else:
            kept[at] = whole
        same.append(at)
    return [job for job in kept if job is not None]


def _overlap(first: Job | None, second: Job, newest: Month | None) -> bool:
    if first is None or any(one.stated is not None or one.earlier for one in (first.period, second.period)):
        return False
    one, other = first.period.span(newest), second.period.span(newest)
    return one is not None and other is not None and one[0] < other[1] and other[0] < one[1]


def _joined(first: Job, second: Job) -> Job:
    starts = [period.start for period in (first.period, second.period) if period.start]
    ends = [period.end for period in (first.period, second.period) if period.end]
    is_open = first.period.is_open or second.period.is_open
    duties = dict.fromkeys(filter(None, (first.duties, second.duties)))
    return replace(
        first,
        period=Period(None, min(starts), None if is_open else max(ends), is_open),
        countries=tuple(dict.fromkeys((*first.countries, *second.countries))),
        duties="\n".join(duties) or None,
        concept=first.concept or second.concept,
    )
