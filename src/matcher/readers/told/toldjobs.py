"""Jobs told in sentences: "Har i nio år jobbat som snickare i Aleppo", "städade på hotell i tre år"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from matcher.patterns import late
from matcher.readers.cells.parts import parts_apart
from matcher.readers.cells.places import find_cities, is_place
from matcher.readers.cells.studies import is_unfinished
from matcher.readers.cells.titles import is_title, with_titles_spelled
from matcher.readers.cells.work import Job
from matcher.readers.cells.workplaces import workplace
from matcher.readers.lexicon import joined
from matcher.readers.privacy.others import own_clauses
from matcher.readers.times.durations import COUNT, LENGTH
from matcher.readers.times.periods import Period, read_period
from matcher.readers.told.doneat import as_done
from matcher.readers.told.inorder import in_order
from matcher.readers.told.toldtitles import SEASON, Named, find_titles
from matcher.taxonomy.facts.countries import find_countries
from matcher.taxonomy.facts.levels import education_level
from matcher.taxonomy.facts.municipalities import municipality

_WORDS = joined("toldjobs")

_SENTENCE = late(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ])")
_ALSO = late(
    rf"(?:,|,? och|,? and|,? samt|,? sedan|,? then)\s+(?={LENGTH} (?:i|in)\s)"
    rf"|,? (?:och|and|samt|sedan|then)\s+(?=(?:i|in)(?: (?-i:[A-ZÅÄÖ])[\w-]+){{1,2}} (?:(?:i|for|under) )?{LENGTH})"
    rf"|,? (?:och|and|samt)\s+(?=(?:på|hos|vid|at|in) (?:(?!i |in )[\w-]+ ){{1,3}}(?:(?:i|in) (?-i:[A-ZÅÄÖ])[\w-]+ )?"
    rf"(?:(?:i|for|under) )?{LENGTH})"
    r"|(?:,|,? och|,? and|,? samt)\s+(?:därefter|sedan|sen|senare|then|later|afterwards)\s+(?=(?:i|in|på|at)\s)",
    re.IGNORECASE,
)
_BREAK = late(r"[,;]\s|\s(?:och|and|samt|men|but|sedan|then)(?=\s)")
_IS = late(r"(?:är jag|jag är|i am)(?!\w)", re.IGNORECASE)
_GOES_ON = late(rf"(?<!\w)(?:{_WORDS['goes_on']})(?!\w)", re.IGNORECASE)
_IN = late(
    r"(?<!\w)(?:[Ii]n?|(?:flyttat?|flyttade|moved|kom|came)(?: hit)? (?:till"
    r"|to))\s+(?P<where>[A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+)?)"
)


def told_jobs(text: str) -> list[Job]:
    """Read jobs told in sentences.

    Parameters
    ----------
    text : str

    Returns
    -------
    list of Job
        Those with a time, and those that go on. A job in two places is two, each with its time.

    Examples
    --------
    >>> [job] = told_jobs("Sedan november 2025 är jag vårdbiträde på ett boende i Sverige.")
    >>> job.title, job.countries, job.period.is_open
    ('vårdbiträde', ('SE',), True)
    >>> told_jobs("Jobbade som kock i Iran i sex år, fram till 2014.")[0].record().model_dump(exclude_none=True)
    {'title': 'kock', 'country': 'IR', 'years': 6.0, 'last_year': 2014}
    >>> told = told_jobs("Worked as a plumber for 4 years in Iraq, then 2 years as a driver in Turkey.")
    >>> [(job.title, job.period.years(), job.countries) for job in told]
    [('plumber', 4.0, ('IQ',)), ('driver', 2.0, ('TR',))]
    """
    found: list[Job] = []
    for sentence in map(own_clauses, whole_stories(_SENTENCE.split(text))):
        plain = parts_apart(in_order(with_titles_spelled(sentence)), ", ")
        titles = as_done([one for one in find_titles(plain) if not is_place(one.title)], plain)  # "senast Iran"
        told: list[Job] = []
        parts = [plain[_clause(plain, titles, at) : _clause(plain, titles, at + 1)] for at in range(len(titles))]
        for index, named in enumerate(titles):
            part = _shared(parts, index)
            start = _clause(plain, titles, index)
            stays = _stays(part, max(0, named.start - start))
            told += filter(None, (_job(_at_place(named, stay) if at else named, stay) for at, stay in enumerate(stays)))
        found += _until_next(_where_before(told))
    return [job for job in found if not _sums_up(job, found)]


def _sums_up(job: Job, jobs: Sequence[Job]) -> bool:
    """Tell "Jag har sytt sedan 2007", which says since when somebody has done such work, from a job of those years."""
    whole = job.period.is_open and not job.countries and job.period.start is not None
    return whole and any(one is not job and one.period.start == job.period.start for one in jobs)


def _job(named: Named, part: str) -> Job | None:
    """Read when and where a job was; one without a time counts where the words leave no doubt that it was one."""
    period = _period(part)
    if _BEGAN.match(named.said) and period.end and not (period.start or period.stated):
        period = replace(period, start=period.end, end=None)
    if period.is_empty and _GOES_ON.search(named.said):
        period = Period(is_open=True)
    if _IS.match(named.said) and education_level(part):
        return None  # "I am a teacher with a four-year degree": the years are those of the degree
    if education_level(named.title) and is_unfinished(part):
        return None  # "två av fyra år på universitet"
    is_now = _IS.match(named.said) and not (period.is_open or period.stated)
    timed = not period.is_empty or _IN_SEASON.search(part)
    told = timed or (_HAS_WORKED.match(named.said) and is_title(named.title))
    if not told or is_now:
        return None
    if period.is_open and _LICENSED.match(named.title) and not _GOES_ON.search(named.said):
        return None  # since when somebody is licensed
    done = _DUTIES.search(part)
    title = _BEFORE_PLACE.sub(r"\1", named.title) if is_place(named.title.rsplit(" ", 1)[-1]) else named.title
    return Job(title, period, country_in(part), done["what"].strip() if done else None)


# "Började som diskare 2018", "blev kock 2020": the year is that of the beginning.
_BEGAN = late(r"(?:börja(?:de|t)|blev|started|became)(?!\w)", re.IGNORECASE)
_LICENSED = late(r"(?:leg\.?|legitimerad|licen[cs]ed|registered) ", re.IGNORECASE)
# "..., där jag rensade och packade fisk": what was done there.
_DUTIES = late(
    r"(?:,? (?:där|vilket innebar att|bland annat) (?:jag|hon|han|hen|vi)(?: bland annat)? |,? where (?:i|she"
    r"|he|they|we) "
    r"|,? (?:med ansvar för|och ansvarade för|ansvarade för|responsible for|and was responsible for) "
    r"|(?:arbetsuppgifter(?:na)?|duties|tasks|uppgifter)(?: var| were| included|:)+ )(?P<what>[^.;]{8,300})",
    re.IGNORECASE,
)


_BEFORE_PLACE = late(r"^(.*\w)\s+\w+$")  # "jag jobba kock Iran 5 år"
_HAS_WORKED = late(
    r"(?:(?:har (?:jag )?varit|(?:i|she|he|they) was|(?:has|have) been"
    r"|used to (?:be|work as))(?!\w)|(?:jobba|arbeta|vikariera"
    r"|praktisera)(?:de|t)"
    r"|worked)(?!\w)",
    re.IGNORECASE,
)
# "En sommar som badvakt" is a job, however long it was.
_IN_SEASON = late(SEASON, re.IGNORECASE)


def _where_before(jobs: Sequence[Job]) -> list[Job]:
    """Place a job that is over and says not where in the country of the one before it in the sentence."""
    placed: list[Job] = []
    for job in jobs:
        goes_on = job.countries or job.period.is_open or not placed
        placed.append(job if goes_on else replace(job, countries=placed[-1].countries))
    return placed


def _until_next(jobs: Sequence[Job]) -> list[Job]:
    """End a job of which only the beginning is told where the next one of the sentence began."""
    ended = list(jobs)
    for at, after in enumerate(jobs[1:]):
        begun, began = ended[at].period, after.period.start or after.period.end
        if begun.start and began and began > begun.start and not (begun.end or begun.is_open or begun.stated):
            ended[at] = replace(ended[at], period=replace(begun, end=began))
            if not (after.period.start or after.period.stated):
                ended[at + 1] = replace(after, period=replace(after.period, start=began, end=None))
    return ended


_TOGETHER = late(r"(?:och|and)\s+(?!(?:sedan|sen|därefter|senare|then|later)(?!\w))", re.IGNORECASE)


def _shared(parts: Sequence[str], index: int) -> str:
    """Give a clause without a time that of the next where both are told in one breath: "fished and sold for a year"."""
    part, behind = parts[index], parts[index + 1] if index + 1 < len(parts) else ""
    last = part.rstrip().rsplit(" ", 1)[-1].casefold()
    timed = not read_period(part).is_empty or _IN_SEASON.search(part)
    if last in ("och", "and") and not timed and _TOGETHER.match(f"{last} {behind.lstrip()}"):
        return f"{part}{behind}"
    return part


_STAYED = late(
    r"(?<!\w)(?:stannade|stannat|blev kvar|var kvar|slutade|stayed|remained|left)(?: [\w-]+){0,3}? "
    r"(?=(?:i |in )?(?:\w+ )?(?:19|20)\d\d)",
    re.IGNORECASE,
)


def _period(part: str) -> Period:
    """Read when a job was, also where its beginning and its end are told apart ("... in 2020 and stayed until")."""
    period = read_period(part)
    stayed = None if period.is_span else _STAYED.search(part)
    if stayed is None:
        return period
    first, last = read_period(part[: stayed.start()]), read_period(part[stayed.end() :])
    begun, over = first.start or first.end, last.end or last.start
    return replace(period, start=begun, end=over, is_open=False) if begun and over else period


_AT = late(r"\s*(?:på|hos|vid|at|in)(?= )", re.IGNORECASE)


def _at_place(named: Named, stay: str) -> Named:
    """Name who works at a further place by that place: "på bageri i sex år och på lager i två"; a title said stays."""
    begun = None if named.title in named.said else _AT.match(stay)
    place = workplace(stay, begun.end()) if begun else None
    return named._replace(title=place.title) if place and is_title(place.title) else named


def _stays(window: str, title: int) -> list[str]:
    """Part a clause where one work was done at several places, each with its time.

    What stands before the title ("Efter tolv år i skolan klippte jag hår i sju år") counts where nothing behind it
    tells of a time or of a place.
    """
    before, behind = window[:title], window[title:]
    period = read_period(behind)
    if (period.stated is not None or period.is_span) and not read_period(before).is_span:
        before = "" if country_in(behind) or not country_in(before) else _TIME.sub(" ", before)
        window = before + behind
    parts = _ALSO.split(window)
    return parts if all(not read_period(part).is_empty for part in parts) else [window]


_TIME = late(
    rf"(?:{LENGTH}|{COUNT}[ -](?:year|års?)\w*|{COUNT} ?(?:mån|mos?|yrs?|veck\w+|weeks?|v)|(?:19|20)\d\d)(?!\w)",
    re.IGNORECASE,
)


# "Det gjorde han i sju år", "Totalt tio år", "In total six years": the length of what the sentence before told of.
_CARRIES = late(rf"(?:{_WORDS['carries']})(?!\w)|(?:ca\.? |cirka |ungefär |about )?{LENGTH}", re.IGNORECASE)


def whole_stories(sentences: Sequence[str]) -> list[str]:
    """Join a sentence that tells how long some work lasted to the one before it, which names the work.

    Examples
    --------
    >>> whole_stories(["Var kock i Homs.", "Det var hon i sju år.", "Bor i Nacka."])
    ['Var kock i Homs, Det var hon i sju år.', 'Bor i Nacka.']
    """
    joined: list[str] = []
    for sentence in sentences:
        # "Byggde hus, pappa var byggmästare. Tio år.": not how long the father did.
        own = own_clauses(joined[-1]).strip() if joined else ""
        if own and _carries_on(own, sentence.strip()):
            joined[-1] = f"{own.rstrip(' .')}, {sentence}"
        else:
            joined.append(sentence)
    return joined


def _carries_on(first: str, second: str) -> bool:
    if not _CARRIES.match(second) or read_period(second).is_empty or not read_period(first).is_empty:
        return False
    return bool(find_titles(first)) and not find_titles(second) and not education_level(second)


# "..., bodde sedan i Sudan och arbetade där som snickare": what follows is somewhere else.
_MOVES = late(r"(?<!\w)(?:bodde|flyttade|flyttat|reste|flydde|lived|moved|fled)(?!\w)", re.IGNORECASE)


def _clause(sentence: str, titles: Sequence[Named], index: int) -> int:
    """Where the clause of a title begins: behind the last comma or "and" since the title before."""
    if index == 0 or index == len(titles):
        return 0 if index == 0 else len(sentence)
    before, start = titles[index - 1].end, titles[index].start
    if moved := _MOVES.search(sentence, before, start):
        return moved.start()
    breaks = [match.end() for match in _BREAK.finditer(sentence, before, start)]
    return breaks[-1] if breaks else start


def country_in(text: str) -> tuple[str, ...]:
    """Country of the place that a sentence names first, Sweden where it is a municipality; empty without one."""
    # The nearest one, a city where it comes first: "in Kampala before moving to Sweden".
    places = [place.code for place in sorted([*find_countries(text, adjectives=False), *find_cities(text)])]
    here = any(municipality(match["where"]) for match in _IN.finditer(text))
    here = here or _HERE.search(text) is not None
    return tuple(dict.fromkeys(places))[:1] or (("SE",) if here else ())


# "Här har jag jobbat på restaurang"
_HERE = late(
    r"(?:^|[.;:,] )(?:här|here)(?: i landet)?,? (?=(?:har|hade|jobba|arbeta|gjorde|i |they |she |he )\w*)",
    re.IGNORECASE,
)
