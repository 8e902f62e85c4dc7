"""Cells and lines that list jobs, one or several: "Kock 10 år (Syrien, Turkiet); diskare 6 mån Sverige"."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile

from matcher.patterns import late
from matcher.readers.cells.parts import parts_apart
from matcher.readers.cells.places import find_places, is_place
from matcher.readers.cells.shortforms import spelled_out, trade
from matcher.readers.cells.studies import without_training
from matcher.readers.cells.titles import is_title, labels_of, names_work, opens_with_title
from matcher.readers.cells.work import SEASONS, Job, never_worked, read_job, title_of, without_part
from matcher.readers.times.dates import year_of_two_digits
from matcher.readers.times.durations import added_up
from matcher.readers.times.periods import read_period
from matcher.taxonomy.facts.countries import country_code, country_names, find_countries
from matcher.taxonomy.facts.municipalities import municipality
from matcher.taxonomy.wording import fold

_PARTS = late(
    r"\s*;\s*|\s*\n+\s*|\s+\+\s+|\s*[•·●▪→]\s*|\s*[-=]>\s*|\s*\|\s*|\s+(?:samt|därefter|sedan som|sen som)\s+"
)


_ONLY_TIME = late(r"\(?(?:ca )?\d{1,2}(?:[,.]\d)? ?(?:år|years?|yrs?|mån(?:ader)?|months?)\)?", re.IGNORECASE)


def read_jobs(text: str, beside: bool = False) -> list[Job]:
    """Read a cell with one job or several.

    Parameters
    ----------
    text : str
    beside : bool, default False
        Whether another job has been read from the cell already: then a remark may come first, too.

    Examples
    --------
    >>> jobs = read_jobs("Kock 10 år (Syrien, Turkiet); diskare 6 mån Sverige")
    >>> [(job.title, job.period.years(), job.countries) for job in jobs]
    [('Kock', 10.0, ('SY', 'TR')), ('diskare', 0.5, ('SE',))]
    >>> [j.title for j in read_jobs("Elektriker, industri, 7 år, Irak, målare 2 år")]
    ['Elektriker, industri', 'målare']
    >>> [(job.title, job.period.years()) for job in read_jobs("Murare; 5 år; Kock; 18 månader")]
    [('Murare', 5.0), ('Kock', 1.5)]
    """
    jobs: list[Job] = []
    for piece in job_pieces(_with_lengths(text)):
        job = read_job(piece)
        if jobs and not read_period(piece).is_empty and (code := _other_place(piece, job)):
            # "Svetsare Polen 4 år samt Norge 2 år" is one title at two places.
            jobs.append(Job(jobs[-1].title, replace(read_period(piece), rest=""), (code,)))
        elif job and not ((jobs or beside) and _is_aside(job)):
            jobs.append(replace(job, nth=sum(replace(one, nth=0) == job for one in jobs)))
        elif jobs and jobs[-1].period.is_empty and _ONLY_TIME.fullmatch(piece.strip()):
            # "Murare; 5 år" is one job whatever stands between.
            jobs[-1] = replace(jobs[-1], period=replace(read_period(piece), rest=""))
    return jobs


def _other_place(piece: str, job: Job | None) -> str | None:
    """Country where the work told before went on, if a piece names a place and no work: "8 mån i Solna"."""
    town = (job.title if job else read_period(piece).rest).strip(" ,.").removeprefix("i ")
    if municipality(town) and not is_title(town):
        return "SE"
    return None if job else next((place.code for place in find_places(piece)), None)


def _with_lengths(text: str) -> str:
    """Put a length behind a stroke before its country, and leave out countries of no time: "DK/3, SE/0".

    Years of two digits before another country ("04-11 Syrien") are told in full; elsewhere such numbers are hours.
    """
    text = added_up(text)
    if any(place.code != "SE" for spell in _SHORT_YEARS.finditer(text) for place in find_places(spell["where"])):
        text = _SHORT_YEARS.sub(_years_in_full, text)
    if _BARE_YEARS.search(text):
        text = _BARE_YEARS.sub(lambda match: f"{match[1]} år" if is_place(match["where"]) else match.group(), text)
    if _STROKE.search(text):
        text = _STROKE.sub(_length_first, text)
    return _NO_TIME.sub(lambda match: "" if is_place(match["where"]) else match.group(), text)


def _years_in_full(match: re.Match[str]) -> str:
    if not is_place(match["where"]):
        return match.group()
    begun = year_of_two_digits(match["a"], _OLDEST)
    return f"{begun}-{year_of_two_digits(match['b'], begun) if match['b'].isdigit() else match['b']}"


_OLDEST = 1960
_SHORT_YEARS = late(
    r"(?<![\w:.,/-])(?P<a>\d\d) ?[-–] ?(?P<b>\d\d|pågår|pågående|nu|now)(?= (?:i )?(?P<where>[A-ZÅÄÖ][^\W\d_]+))"
)


# "Kock 5 år Syrien, 2 Turkiet"
_BARE_YEARS = late(r"(?<=[,+] )(\d{1,2}(?:[.,]5)?)(?= (?:i )?(?P<where>[A-ZÅÄÖ][^\W\d_]{2,20})(?=\s*(?:$|[,;+.\n])))")


def _length_first(match: re.Match[str]) -> str:
    code = country_code(match["where"])
    name = next((name for name, known in country_names().items() if known == code), "") if code else ""
    return f"{match['years']} år {name.title()}" if name else match.group()


_STROKE = late(
    r"(?<![^\W\d_])(?P<where>[A-Z]{2}|[A-ZÅÄÖ][^\W\d_]{3,})\s?/\s?(?P<years>\d{1,2}(?:[.,]5)?)"
    r"(?: ?(?:år|y(?:ears?|rs?)?))?(?![\d/-])"
)
_NO_TIME = late(r"[,;] *(?P<where>[^\W\d_]{2,15}) 0(?: år| years?)?(?=$|[,;])")


def times_alone(text: str) -> bool:
    """Whether a cell tells nothing but how long and where something was done, and not what.

    Examples
    --------
    >>> times_alone("Etiopien 6 år, Sverige 1 år"), times_alone("ca 20 år i olika länder"), times_alone("Kock 2 år")
    (True, True, False)
    """
    clauses = [read_period(part) for part in _ALONE.split(_with_lengths(text))]
    return any(not one.is_empty for one in clauses) and all(map(_is_where, (one.rest for one in clauses)))


_ALONE = late(r"\s*[,;+\n]\s*|\s(?:och|and|samt)\s")
_SOMEWHERE = late(
    r"(?<!\w)(?:(?:i|in) )?(?:(?:olika|flera|många|andra|several|various|different|other) (?:länder|countries)"
    r"|utomlands|hemlandet|abroad|the home country|totalt|sammanlagt|in total|erfarenhet|experience|ca|cirka)(?!\w)",
    re.IGNORECASE,
)


def _is_where(words: str) -> bool:
    bare = _SOMEWHERE.sub("", words).strip(" .()")
    return not bare or is_place(bare)


def job_pieces(text: str) -> list[str]:
    """Part a text that lists jobs into what it says of each.

    Examples
    --------
    >>> job_pieces("Kock 6 år i Bagdad, servitör 2 år i Istanbul. Ingen erfarenhet i Sverige.")
    ['Kock 6 år i Bagdad', 'servitör 2 år i Istanbul']
    """
    text = _NONE_HERE.sub("\n", _ORDINAL.sub("\n", _spread(without_part(parts_apart(without_training(text), "; ")))))
    whole = [
        part.replace("\x01", ";").replace("\x02", "\n").replace("\x03", " + ") for part in _PARTS.split(_held(text))
    ]
    whole = [one for part in whole for one in _each_timed(part)]
    pieces = [piece for part in whole for piece in _by_commas(part)]
    return [piece for piece in pieces if piece and not never_worked(piece)]


# "Inget i Sverige" tells of no job, and nothing of other countries.
_NONE_HERE = late(
    r"(?:^|(?<=\n))\s*(?:ing(?:et|en|a|enting)(?: \w*(?:jobb|arbete|erfarenhet)\w*)?|ej(?: jobbat| arbetat)?|nothing"
    r"|none) (?:än |yet )?(?:i|in) (?:sv\.?|sverige|sweden)(?: än| yet)?[.!]?\s*(?:$|[,;\n])",
    re.IGNORECASE,
)


def _is_aside(job: Job) -> bool:
    """Tell a remark among jobs from a job: no length or country, and a bracket or no word that names work.

    Examples
    --------
    >>> from matcher.readers.times.periods import Period
    >>> [_is_aside(Job(title, Period())) for title in ("fnular mäkta", "fnularare")], _is_aside(Job("x", Period(2.0)))
    ([True, False], False)
    """
    untold = job.period.is_empty and not job.countries
    return untold and (_is_remark(job.title) or not names_work(job.title))


def _is_remark(title: str) -> bool:
    """Tell "(om somrarna)" from "(kock)"."""
    return title.startswith("(") and not (len(title.split()) <= _FEW and is_title(title.strip("()")))


_FEW = 3
"""Words of a title in brackets, at most."""


_ORDINAL = late(r"(?:^|(?<=[\s;]))\d[.)]\s+(?=[^\W\d_])")
# The first number, the first comma behind it, the first number behind that: no other way to try in a long bracket.
_BRACKET = late(r"([^;\n()]{2,60}?)\s*\(([^()\d]*+\d[^(),]*+,[^()\d]*+\d[^()]*+)\)")


def _spread(text: str) -> str:
    """Make "Lärare (Syrien 8 år, Turkiet 2 år)" two jobs: each part of the bracket has a country and a length."""

    def each(match: re.Match[str]) -> str:
        parts = re.split(r",\s+|\s+(?:och|and)\s+", match[2])
        whole = all(read_period(part).stated is not None and find_places(part) for part in parts)
        return "; ".join(f"{match[1].strip()} {part}" for part in parts) if whole else match.group()

    return _BRACKET.sub(each, text)


def _held(text: str) -> str:
    """Keep separators inside brackets from parting jobs."""
    return re.sub(
        r"\([^()]*\)", lambda m: m.group().replace(";", "\x01").replace("\n", "\x02").replace(" + ", "\x03"), text
    )


def _each_timed(part: str) -> list[str]:
    """Part "herde 12 år / kock till 2017", "murare 3 år och kock 2 år", and leave "målare / murare 3 år" whole."""
    pieces = re.split(r"\s+/\s+|\s+(?:och|o|and|&)\s+(?![^()]*\))", part)
    timed = all(not read_period(piece).is_empty for piece in pieces)
    return pieces if timed and (" / " in part or all(map(is_title, map(_bare, pieces)))) else [part]


_EMPLOYER = late(r"(?<=[a-zåäö.]) (?:(?:på|hos) )?[A-ZÅÄÖ][\w'’&-]*(?:\s+[A-ZÅÄÖ][\w'’&-]*){0,8}\s*$")


def _bare(piece: str) -> str:
    """Give a title without its time, its place and the name of who employed."""
    rest = SEASONS.sub("", read_period(re.sub(r"\s*\([^()]*\)", "", piece)).rest)
    for place in reversed(find_places(rest)):
        rest = rest[: place.start].removesuffix("i ") + rest[place.end :]
    return _EMPLOYER.sub("", rest.strip(" ,;:")).strip()


_MOST_CLAUSES = 60


def _by_commas(part: str) -> list[str]:
    """Part "kock 5 år, diskare 2 år", and leave "Polis, 6 år, Irak, slutade 2014" whole."""
    pieces: list[str] = []
    if part.count(",") + part.count(".") > _MOST_CLAUSES:
        return [part]
    clauses = _clauses(part)
    bare = [_bare(piece) for _, piece in clauses] if len(clauses) > 1 else [part]
    if all(map(trade, bare)) or all(
        _is_title_alone(piece) or (trade(piece) and (place == 0 or _DEED.search(piece)))
        for place, piece in enumerate(bare)
    ):
        return [piece for _, piece in clauses]
    for place, (separator, piece) in enumerate(clauses):
        # A sentence is told by all of it: "I Sverige: extrajobb, Märsta, vintern 2025".
        whole = piece
        if separator.startswith("."):
            rest = takewhile(lambda clause: not clause[0].startswith("."), clauses[place + 1 :])
            whole += "".join(map("".join, rest))
        timed = not read_period(whole).is_empty
        plain = read_period(piece).rest
        title = title_of(plain, [(p.start, p.end) for p in find_countries(plain)])
        named = bool(title) and not _is_remark(title) and not _OWN.match(piece)
        complete = bool(pieces) and not read_period(pieces[-1]).is_empty
        # "Elektriker Syrien 10 år, Libanon 5 år": the same work at another place.
        elsewhere = complete and timed and bool(find_places(piece)) and bool(find_places(pieces[-1]))
        # "Kassör, 2 år, Kenya, servitör, 1 år, Kenya": the length of a title is the next clause.
        ahead = clauses[place + 1][1] if place + 1 < len(clauses) else ""
        opens = complete and named and bool(_ONLY_TIME.fullmatch(ahead.strip())) and is_title(piece)
        # "Kock 2 år, diskare": another title without a length of its own; "Kock 2 år Iran. Servitör på hotell".
        opens = opens or (complete and separator.startswith(".") and opens_with_title(piece) and not trade(bare[place]))
        opens = opens or (complete and (_is_title_alone(piece) or bool(SEASONS.search(piece) and trade(bare[place]))))
        if not pieces or (complete and named and timed) or opens or elsewhere or (complete and never_worked(piece)):
            pieces.append(piece)
        else:
            pieces[-1] += separator + piece
    return pieces


# "Snickare sedan 2010, egen firma till 2018" is one job.
_OWN = late(r"(?:egen|eget|own) (?:firma|företag|verksamhet|salong|verkstad|butik|business|firm|company)(?!\w)", re.I)


_DEED = late(r"(?:städ|disk|servering|bud|passning|tvätt|plock|bygg|måleri|skötsel)$", re.IGNORECASE)
"""What is done, and no place that the title before it may stand at."""


_UNTIL = late(r"(?:t\.?o\.?m|fr\.?o\.?m|f\.?o\.?m|ca|kl|till|från|sedan|omkr)\.", re.IGNORECASE)


def _is_title_alone(clause: str) -> bool:
    """Whether a clause is a title and nothing else; "lager" behind one may be its place."""
    return fold(clause) in labels_of("occupation") and trade(clause) is None


def _clauses(part: str) -> list[tuple[str, str]]:
    """Part at commas and points, each clause with what stands before it; no point of a short form parts."""
    split = re.split(r"(,\s+(?![^()]*\))|\.\s+(?=[^\W\d_]|(?:19|20)\d\d))", part)
    clauses: list[tuple[str, str]] = []
    for separator, piece in zip(("", *split[1::2]), split[::2], strict=True):
        last = f"{clauses[-1][1].split(' ')[-1]}." if clauses else ""
        # "Vårdbitr. Sverige 6 år" is one clause, and "t.o.m. 2025".
        if separator.startswith(".") and (_UNTIL.fullmatch(last) or spelled_out(last) != last):
            clauses[-1] = (clauses[-1][0], clauses[-1][1] + separator + piece)
        else:
            clauses.append((separator, piece))
    return clauses
