"""Jobs of a person: "Kock 10 år (Syrien, Turkiet); diskare 6 mån Sverige", or a title, a length and a country apart."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from matcher.readers.cells.places import find_cities, find_places
from matcher.readers.cells.shortforms import occupation, spelled_out
from matcher.readers.periods import Month, Period, read_period
from matcher.records import Experience
from matcher.taxonomy.countries import find_countries
from matcher.taxonomy.municipalities import municipality

_NEVER_WORKED = re.compile(
    r"(?:har )?(?:ej|inte|aldrig|inget|ingen|no|never|not) (?:\w+ ){0,2}?(?:arbet\w*|jobb?\w*|förvärvsarbet\w*"
    r"|yrkeserf\w*|erfarenhet"
    r"|anställning\w*|lönearbete|avlönat\w*|worked|work experience|experience|employ\w*)",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s*;\s*|\s*\n+\s*|\s+\+\s+|\s*[•·●▪]\s*|\s*\|\s*|\s+(?:samt|därefter|sedan som|sen som)\s+")
_LEADING = re.compile(
    r"^(?:\s|[-–*+>,.:]|\d{1,2}[.)]\s|(?:(?:har |jag har )?(?:jobbat|arbetat|arbetade|jobbade|worked) )?(?:som|as)\s"
    r"|+)+|^\+\s*"
    .replace("|+)+", ")+"),
    re.IGNORECASE,
)  # fmt: skip
# Possessive: " ," fits twice, and trying both ways at each place would double with every comma.
_TRAILING = re.compile(
    r"(?:\s(?:i|på|in|at|från|from|som|as|,|ca|under|för|den|och|and|hel|m\.?m)|[\s,;:(\-–/.>→])++$", re.IGNORECASE
)
_NOISE = re.compile(
    r"(?<!\w)(?:heltid|deltid|full[- ]?time|part[- ]?time|timanställning|oavlönat|tills? vidare|år|ca"
    r"|lärling(?=$))(?!\w)",
    re.IGNORECASE,
)
_PLACEMENT = re.compile(
    r"^(?:prakt(?:ik)?\.?|praktikant|work placement|internship)(?:,| som| på| i| hos|:)?\s+(?=\w)", re.IGNORECASE
)


@dataclass(frozen=True)
class Job:
    """One job as read, its length still depending on the newest date of the file.

    Attributes
    ----------
    title : str
    period : Period
    countries : tuple of str
    duties : str or None
    concept : str or None
        Concept that the source names, in whatever taxonomy.
    """

    title: str
    period: Period
    countries: tuple[str, ...] = ()
    duties: str | None = None
    concept: str | None = None

    def record(self, newest: Month | None = None) -> Experience:
        """Make the record; an open period runs to ``newest``."""
        year = self.period.last_year(newest)
        return Experience(
            title=self.title[:200],
            country=self.countries[0] if len(self.countries) == 1 else None,
            years=self.period.years(newest),
            last_year=year if year is not None and 1940 <= year <= 2100 else None,
            duties=self.duties,
            concept=self.concept,
        )


def never_worked(text: str) -> bool:
    """Whether a cell says in so many words that there is no work experience.

    Examples
    --------
    >>> never_worked("ej arbetat utanför hemmet"), never_worked("Kock 2 år")
    (True, False)
    """
    return bool(_NEVER_WORKED.match(text.strip()))


def read_job(text: str, years: str = "", country: str = "", months: bool = False) -> Job | None:
    """Read one job from its cell or cells.

    Parameters
    ----------
    text : str
        The title, perhaps with length, years and country.
    years, country : str
        Cells of their own, where the sheet has them.
    months : bool, default False
        Whether a bare number in ``years`` counts months.

    Returns
    -------
    Job or None
        ``None`` if no title is left.

    Examples
    --------
    >>> job = read_job("Skräddare, hemarbete 2005-2015 Afghanistan")
    >>> job.title, job.countries, job.period.years()
    ('Skräddare, hemarbete', ('AF',), 10.0)
    >>> read_job("ssk klinik", "2 (t.o.m. 2023)", "Thailand").record().model_dump(exclude_none=True)
    {'title': 'sjuksköterska klinik', 'country': 'TH', 'years': 2.0, 'last_year': 2023}
    """
    inside = read_period(text)
    period = read_period(years, 1 / 12 if months else 1.0) if years else inside
    if years and period.is_empty and country:
        period = read_period(country)
    if years and period.is_empty:
        period = inside
    elif years and not inside.is_empty:
        period = _joined(period, inside)
    body = inside.rest
    # "Indisk restaurang i Sverige": what is called by a country's adjective need not lie there.
    cities = find_cities(body)
    places = find_countries(body, adjectives=False) or cities or find_countries(body)
    codes = (
        [p.code for p in find_countries(country)] or [p.code for p in places] or [p.code for p in find_countries(years)]
    )
    named = sorted({*places, *cities})
    title = _title(body, [(p.start, p.end) for p in named if _is_place(body, p.start, p.end)])
    if not title:
        return None
    if not codes and (town := _TOWN.search(title)) and municipality(town[1]):
        title, codes = title[: town.start()], ["SE"]
    return Job(title, replace(period, rest=""), tuple(dict.fromkeys(codes)))


_TOWN = re.compile(r"(?:,| i)? ([A-ZÅÄÖ][^\W\d_]+(?: [A-ZÅÄÖ][^\W\d_]+)?)$")


def _joined(first: Period, second: Period) -> Period:
    return Period(
        first.stated if first.stated is not None else second.stated,
        first.start or second.start,
        first.end or second.end,
        first.is_open or second.is_open,
    )


def _is_place(body: str, start: int, end: int) -> bool:
    """Tell "Sverige" behind a title from "svensk" or "Kurdistan" in the middle of one."""
    return body[start].isupper() or not body[end:].strip() or body[:start].rstrip().endswith("(")


def _title(body: str, places: list[tuple[int, int]]) -> str:
    for start, end in reversed(places):
        body = body[:start] + "\x00" + body[end:]
    body = re.sub(r"\s*\(\s*\x00[^()]*\)|\s*,?\s*(?:(?<!\w)(?:i|in|på|från|from))?\s*\x00", " ", body)
    body = _NOISE.sub(" ", body)
    body = re.sub(r"\(\s*[,;./-]*\s*\)", " ", body)
    body = re.sub(r"\s+([,;)])", r"\1", re.sub(r"([,(])(?:\s*,)+", r"\1", re.sub(r"\s{2,}", " ", body)))
    body = _LEADING.sub("", body)
    if body.count("(") > body.count(")"):
        body = body.replace("(", ", ")
    # Another point may be left of what stood behind ("kirurgavd. .").
    short = re.search(r"([^\W\d_]+\.)[\s.,;:()/–-]*$", body)
    for _ in range(3):
        body = _TRAILING.sub("", body.strip())
    if short and spelled_out(short[1]) != short[1] and body.endswith(short[1][:-1]):
        body += "."
    body = body.strip(" ,;:)(") if body.count("(") != body.count(")") else body.strip(" ,;:")
    if match := _PLACEMENT.match(body):
        body = f"{body[match.end() :]}, praktik"
    body = occupation(body)
    return body if re.search(r"[^\W\d_]{2}", body) else ""


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
    """
    text = _ORDINAL.sub("\n", _spread(text))
    whole = [
        part.replace("\x01", ";").replace("\x02", "\n").replace("\x03", " + ") for part in _PARTS.split(_held(text))
    ]
    whole = [one for part in whole for one in _by_slashes(part)]
    pieces = [piece for part in whole for piece in _by_commas(part) if not never_worked(piece)]
    jobs: list[Job] = []
    for piece in pieces:
        if (job := read_job(piece)) and not ((jobs or beside) and is_aside(job)):
            jobs.append(job)
        elif jobs and not read_period(piece).is_empty and (places := find_places(piece)):
            # "Svetsare Polen 4 år samt Norge 2 år" is one title at two places.
            jobs.append(Job(jobs[-1].title, replace(read_period(piece), rest=""), (places[0].code,)))
    return jobs


# How the titles of jobs end, in Swedish and in English, and what names work without being a title.
_ENDS_AS_WORK = re.compile(
    r"(?:are|arna|ör|ist|ant|ent|log|nom|agog|kock|chef|ska|erska|biträde|ledare|arbete|jobb|tekniker|man|vakt|vård|värd"
    r"|inna|pilot|praktik|hjälp|ing|tjänst|service|bud|städ|lager|kök|disk|hyvel|bygg|butik|cafe|café|smed|mekaniker"
    r"|er|or|ian|cook|nurse|clerk|aide|work|guard|maid|assistant|agent|tech|driver|apprentice|intern|labourer)"
    r"(?:\W|$)",
    re.IGNORECASE,
)


def is_aside(job: Job) -> bool:
    """Tell a remark among jobs from a job: no length, no country, and no word that ends as the names of work do.

    Examples
    --------
    >>> is_aside(Job("fnular mäkta", Period())), is_aside(Job("fnularare", Period())), is_aside(Job("x", Period(2.0)))
    (True, False, False)
    """
    untold = job.period.is_empty and not job.countries
    return untold and occupation(job.title) == job.title and not _ENDS_AS_WORK.search(job.title)


_ORDINAL = re.compile(r"(?:^|(?<=[\s;]))\d[.)]\s+(?=[^\W\d_])")
_BRACKET = re.compile(r"([^;\n()]{2,60}?)\s*\(([^()]*\d[^()]*,[^()]*\d[^()]*)\)")


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


def _by_slashes(part: str) -> list[str]:
    """Part "herde 12 år / kock till 2017", and leave "målare / murare 3 år" whole."""
    pieces = re.split(r"\s+/\s+", part)
    return pieces if all(not read_period(piece).is_empty for piece in pieces) else [part]


_MOST_CLAUSES = 60


def _by_commas(part: str) -> list[str]:
    """Part "kock 5 år, diskare 2 år", and leave "Polis, 6 år, Irak, slutade 2014" whole."""
    pieces: list[str] = []
    if part.count(",") + part.count(".") > _MOST_CLAUSES:
        return [part]
    for separator, piece in _clauses(part):
        timed = not read_period(piece).is_empty
        named = bool(
            _title(read_period(piece).rest, [(p.start, p.end) for p in find_countries(read_period(piece).rest)])
        )
        complete = bool(pieces) and not read_period(pieces[-1]).is_empty
        # "Elektriker Syrien 10 år, Libanon 5 år": the same work at another place.
        elsewhere = complete and timed and bool(find_countries(piece)) and bool(find_countries(pieces[-1]))
        if not pieces or (complete and named and timed) or elsewhere:
            pieces.append(piece)
        else:
            pieces[-1] += separator + piece
    return pieces


def _clauses(part: str) -> list[tuple[str, str]]:
    """Part at commas and points, each clause with what stands before it; no point of a short form parts."""
    split = re.split(r"(,\s+(?![^()]*\))|\.\s+(?=[^\W\d_]))", part)
    clauses: list[tuple[str, str]] = []
    for separator, piece in zip(("", *split[1::2]), split[::2], strict=True):
        last = f"{clauses[-1][1].split(' ')[-1]}." if clauses else ""
        # "Vårdbitr. Sverige 6 år" is one clause.
        if separator.startswith(".") and spelled_out(last) != last:
            clauses[-1] = (clauses[-1][0], clauses[-1][1] + separator + piece)
        else:
            clauses.append((separator, piece))
    return clauses
