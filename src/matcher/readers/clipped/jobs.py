"""Jobs in clauses without a verb: "fd elektriker Aleppo 9 år", "Städat hotell 2 år Dubai + 1 år Stockholm"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from matcher.patterns import late
from matcher.readers.cells.doing import find_doing
from matcher.readers.cells.firstday import AHEAD
from matcher.readers.cells.places import find_places
from matcher.readers.cells.shortforms import occupation, spelled_out, trade
from matcher.readers.cells.titles import clipped_title, is_title
from matcher.readers.cells.work import Job
from matcher.readers.cells.worklist import read_jobs
from matcher.readers.cells.workplaces import is_work, workplace
from matcher.readers.clipped.clauses import is_adjunct, is_skill, is_where
from matcher.readers.times.periods import read_period
from matcher.readers.told.toldjobs import country_in
from matcher.taxonomy.facts.disciplines import disciplines_of_words
from matcher.taxonomy.facts.municipalities import municipality

_FORMER = late(r"^(?:fd\.?|f\.\s?d\.?|före detta|tidigare|former|ex-?)\s+", re.IGNORECASE)
_LEADS = late(
    r"(?:^|(?<=, ))(?:(?:fd\.?|f\.\s?d\.?|före detta|tidigare|former|innan(?: det| dess)?|dessförinnan|dessf\.?"
    r"|sen|sedan|därefter"
    r"|först|nu|just nu|senast|totalt|sammanlagt|då|och|o|then"
    r"|before that|before|after that|now|currently|later|first|and|direkt|also|även|också|jobb|work|worked(?: as)?"
    r"|extra som)\s+)+(?=\w)",
    re.IGNORECASE,
)
_AND = late(
    r",?\s+(?:\+|och|o|and|&|plus|samt)\s+(?=(?:ca )?\d{1,2}(?:[.,]5)? ?(?:år|mån|v(?:eckor)?|y|months?)\w*(?!\w))",
    re.IGNORECASE,
)
_SINCE = late(
    r"\s(?:sedan|sen|i|under|för|for|since)\s+(?=(?:ca )?\d{1,2}(?:[.,]5)? ?(?:år|mån|y|months?)\w*(?!\w))"
    r"|(?<=år) tillbaka(?!\w)",
    re.IGNORECASE,
)
# "Lagervana 2 år", "kockerfarenhet 5 år"
_USED_TO = late(r"(?<!\w)(\w{3,}?)s?-?(?:van|vana|vane|erfarenhet|erf)(?:\.|(?!\w))\s*", re.IGNORECASE)
# "städ hotell dito 2 år": where the job before it was
_SAME_PLACE = late(r"\s(?:dito|ditto|d:o|samma (?:ort|stad|plats|land)|same (?:place|city|town))(?!\w)", re.IGNORECASE)


def clipped_jobs(text: str, where: str = "") -> list[Job]:
    """Read the jobs of clauses that have no verb.

    Parameters
    ----------
    text : str
    where : str, default ""
        Place of those that say none.

    Returns
    -------
    list of Job
        Empty where a title is not known as work.

    Examples
    --------
    >>> jobs = clipped_jobs("fd elektriker Aleppo 9 år"), clipped_jobs("Städat hotell 2 år Dubai + 1 år Stockholm")
    >>> [(job.title, job.period.stated, job.countries) for found in jobs for job in found]
    [('elektriker', 9.0, ('SY',)), ('hotellstädare', 2.0, ('AE',)), ('hotellstädare', 1.0, ('SE',))]
    >>> clipped_jobs("gift 5 år"), clipped_jobs("3 barn")
    ([], [])
    """
    if AHEAD.search(text):
        return []  # "praktik om två veckor" has not begun
    former = _FORMER.match(text)
    text = _CLIPPED.sub(_spelled, text)
    plain = _AND.sub(" + ", _SINCE.sub(" ", _LEADS.sub("", text)))
    if read_period(plain).is_empty:
        placed = _PLACED.fullmatch(plain)
        titles = placed["titles"] if placed else plain
        alone = former and is_title(titles) and plain.count(" ") < _WORDS
        here = country_in(f"i {placed['town']}") if placed else ()
        return [Job(title.strip(), read_period(""), here) for title in _EACH.split(titles)] if alone else []
    plain = _SAME_PLACE.sub("", _USED_TO.sub(r"\1 ", plain.partition(": ")[0]))
    found: list[Job] = []
    for job in read_jobs(plain):
        if found and job.period.is_empty and not job.countries:
            continue  # "furniture + kitchens" beside a job is no other one
        if found and municipality(job.title) is not None:
            found.append(replace(job, title=found[-1].title, countries=("SE",)))
            continue
        title = _title(job.title, found[-1].title if found else "")
        if title is None:
            return []
        places = tuple(place.code for place in find_places(where))[:1]
        # As in sentences, a job that says not where was where the one before it was.
        before = found[-1].countries if found and not job.period.is_open else ()
        found.append(replace(job, title=title, countries=job.countries or places or before))
    return [one for job in found for one in _each(job)]


_PLACED = late(r"(?P<titles>.+?),? (?:i|in) (?P<town>[A-ZÅÄÖ][^\W\d_]+)")
_EACH = late(r"\s*/\s*|\s+o(?:ch)?\s+")
_CLIPPED = late(r"(?:^|(?<=/))([^\W\d_]{4,}\.)(?=\s*[\d(/])")
_PLACEMENT = late(r"praktik(?!\w)|(?<!\w)(?:placement|internship|vikarie)(?!\w)", re.IGNORECASE)


def _spelled(match: re.Match[str]) -> str:
    known = spelled_out(match[1])
    return known if known != match[1] else clipped_title(match[1]) or match[1]


_WORDS = 4
"""Words of a title."""


def _title(words: str, before: str) -> str | None:
    """Give the title in words that are left of a job; ``None`` where they name no work.

    A place of work that does not tell who works there has the title of the job before.
    """
    doing = next(iter(find_doing(words)), None)
    if doing and doing[0] == 0:
        return doing[2]
    words = _AT.sub("", words)  # "tre år på lager"
    words = trade(words) or words
    if "/" in words and len(both := {trade(part) or "" for part in words.split("/")}) == 1:
        words = both.pop() or words  # "kakel/plattsättning"
    bare = re.sub(r"\s*\(.*|,.*", "", words)
    if bare.count(" ") > _WORDS:
        return None
    if is_title(bare) or occupation(bare) != bare or is_skill(bare) or _PLACEMENT.search(words):
        return words
    if len(told := bare.split(" ", 1)) > 1 and (worker := trade(told[0])) and workplace(told[1]):
        return f"{worker}, {told[1]}"  # "städ hotell"
    at = workplace(re.sub(r"^(?:egen|eget|own) ", "", bare))
    return (
        (words if bare.startswith(("eg", "own")) else at.title if is_title(at.title) else before or at.title)
        if at and bare.endswith(bare[-at.end :])
        else None
    )


def named_by_work(jobs: Sequence[Job]) -> list[Job]:
    """Name who works so where the title of a job tells what was done, or where; other titles stay as they are.

    Examples
    --------
    >>> [job.title for job in named_by_work(read_jobs("Städat hotell 2 år; ICA 1 år; frisör; egen salong 2 år"))]
    ['hotellstädare', 'butiksbiträde', 'frisör', 'frisör, egen salong']
    >>> [(job.title, job.duties) for job in named_by_work(read_jobs("sålde skor 5 år; Fnular 2 år"))]
    [('försäljare', 'sålde skor'), ('Fnular', None)]
    """
    named: list[Job] = []
    for job in jobs:
        title = _title(job.title, "")
        business = _BUSINESS.fullmatch(job.title)
        if business and workplace(job.title):
            named.append(job)
            continue
        own = business and named
        told = any(map(is_title, job.title.split(",")))
        if own or (title and title != job.title and is_title(title) and not told):
            whole = f"{named[-1].title}, {job.title}" if own else title or job.title
            # What names nobody tells more closely what was done.
            duties = job.duties or (None if own or whole.startswith(job.title) else job.title)
            job = replace(job, title=whole, duties=duties)
        named.append(job)
    return named


_BUSINESS = late(r"(?:egen|eget|own)(?: \w+)?", re.IGNORECASE)
_AT = late(
    r"^(?:(?:jobba?t?|arbetat?|arbete|timmar|extra(?:jobb)?|vikariat|worked|work) )?(?:på|i|vid|hos|at|in) "
    r"(?=[^\W\d_])",
    re.IGNORECASE,
)
_OWN = late(r"\s+(?:egen|eget|own)(?!\w)")


def _each(job: Job) -> list[Job]:
    """Part "snickare o målare": each is a job of the same time."""
    head = job.title.partition(",")[0]
    own = _OWN.search(head)
    titles = re.split(r"\s*/\s*|\s+(?:o|och|and|&)\s+", head[: own.start()] if own else head)
    whole = len(titles) > 1 and all(is_title(title) and title.count(" ") < 2 for title in titles)
    return [replace(job, title=title) for title in titles] if whole else [job]


def is_of_job(clause: str) -> bool:
    """Whether a clause may be part of what is said of a job: a title, work, a subject, a length or a place.

    Examples
    --------
    >>> [is_of_job(clause) for clause in ("kock", "4 år", "Iran", "matematik", "höftprotes 2023", "rullstol utomhus")]
    [True, True, True, True, False, False]
    """
    period = read_period(clause)
    told = period.stated is not None or period.is_span or period.is_open or is_adjunct(clause)
    told = told or bool(find_places(clause)) or is_where(clause)
    subject = bool(disciplines_of_words(clause)) and clause.count(" ") < _WORDS - 1
    return told or is_work(clause) or is_skill(clause) or any(True for _ in find_doing(clause)) or subject
