"""Lines of jobs put in order before they are read: one job a line, times behind the titles that they belong to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from matcher.patterns import late
from matcher.readers.cells.places import is_place
from matcher.readers.cells.shortforms import trade
from matcher.readers.cells.titles import is_title
from matcher.readers.cells.work import read_job
from matcher.readers.cells.worklist import job_pieces
from matcher.readers.texts.headings import undecorated
from matcher.readers.times.dates import CURRENT, DATE
from matcher.readers.times.periods import Period, read_period

LONGEST_TIME = 60
"""Longest line that holds nothing but times and a place, in characters."""
_LINE = 2000


def one_a_line(lines: list[str]) -> list[str]:
    """Part a line that lists several jobs, each with its time.

    Examples
    --------
    >>> one_a_line(["Kock 2010-2014, Lund; diskare 2015-2016, Lund"])
    ['Kock 2010-2014, Lund', 'diskare 2015-2016, Lund']
    """
    parted: list[str] = []
    for line in map(_title_first, _dates_in_one(lines)):
        parts = job_pieces(line) if len(line) <= _LINE else [line]
        jobs = [not read_period(part[:300]).is_empty and read_job(part[:300]) is not None for part in parts]
        if sum(jobs) < _SEVERAL or not jobs[0]:
            parted.append(line)
            continue
        for part, is_job in zip(parts, jobs, strict=True):
            # What is told between two jobs belongs to the one before.
            parted += [part] if is_job else [f"{parted.pop()}. {part}"]
    return parted


_SEVERAL = 2
# "2015-2022. Firma X, Lviv. Befattning: kalkylator"
_FUNCTION = late(
    r"^(?P<head>.{6,160}?)[.,;]?\s+(?:befattning|tjänst|titel|roll|yrke|funktion|position|job title|title|role"
    r"|post)\s?:\s*"
    r"(?P<title>[^\W\d_][^.;:\n]{2,60}?)\s*(?:[.;]\s*(?P<rest>.*))?$",
    re.IGNORECASE,
)


def _title_first(line: str) -> str:
    """Put the work that a label names behind the employer and the times before them."""
    named = _FUNCTION.match(line) if ":" in line and len(line) <= _LINE else None
    if named is None or read_period(named["head"]).is_empty:
        return line
    return f"{named['title']}, {named['head']}" + (f". {named['rest']}" if named["rest"] else "")


# "2010 -        Baker" above "2014          Ankara": a narrow column of dates.
_BEGUN = late(rf"^(?P<date>\s*{DATE}) ?[-–](?P<title>\s{{2,}}\S.*)$", re.IGNORECASE)
_ENDED = late(rf"^\s*(?P<date>{DATE}|{CURRENT})(?P<rest>\s{{2,}}\S.*)?$", re.IGNORECASE)


def _dates_in_one(lines: list[str]) -> list[str]:
    """Join an end that stands below its beginning, in a column of its own."""
    joined: list[str] = []
    begun: re.Match[str] | None = None
    for line in lines:
        ended = _ENDED.match(line) if begun else None
        if begun and ended:
            joined[-1] = f"{begun['date']} - {ended['date']}{begun['title']}"
            joined += [ended["rest"]] if ended["rest"] else []
            begun = None
            continue
        begun = _BEGUN.match(line)
        joined.append(line)
    return joined


def with_their_times(lines: list[str]) -> list[str]:
    """Put times that stand on a line of their own above their jobs behind them, if the first job has it so.

    Examples
    --------
    >>> with_their_times(["2010 - 2014", "Kock, Lund", "Grill."])
    ['', 'Kock, Lund, 2010 - 2014', 'Grill.']
    """
    first = next((undecorated(line) for line in lines if undecorated(line)), "")
    if not is_time(first):
        return lines
    joined: list[str] = []
    time = ""
    bares = [undecorated(line) for line in lines]
    for place, (line, bare) in enumerate(zip(lines, bares, strict=True)):
        if bare and (is_time(bare) or _heads_block(bares, place)):
            time = bare
        elif bare and time:
            joined += ["", f"{bare}, {time}"]
            time = ""
        elif not time:
            joined.append(line)
    return joined


def _heads_block(bares: Sequence[str], place: int) -> bool:
    """Tell the first line of a block that has an employer and times, the title below it: "Butik X, Lund 2012-2016"."""
    below = bares[place + 1] if place + 1 < len(bares) else ""
    begins = place == 0 or not bares[place - 1]
    timed = not read_period(bares[place][:300]).is_empty and read_period(below[:300]).is_empty
    return begins and timed and is_title(below) and len(below) <= LONGEST_TIME and not re.search(r"[,.;:]", below)


def is_time(bare: str) -> bool:
    """Tell a line that holds times, and perhaps the place, from one with a title.

    Examples
    --------
    >>> is_time("2010 - 2014, Lund"), is_time("Kock 2010 - 2014")
    (True, False)
    """
    period = read_period(bare[:100])
    placed = is_place(re.sub(r"\s{2,}", ", ", period.rest)) and not period.is_empty
    # "Tvätteri, Lund, 2 år" is a trade with its time.
    placed = placed and not any(trade(part) for part in period.rest.split(","))
    return len(bare) <= LONGEST_TIME and (placed or is_wordless(period))


def is_wordless(period: Period) -> bool:
    """Whether nothing but times was read.

    Examples
    --------
    >>> is_wordless(read_period("2010 - 2014")), is_wordless(read_period("Kock 2010 - 2014"))
    (True, False)
    """
    return not period.is_empty and not re.search(r"[^\W\d_]{2}", period.rest)
