"""A job of a person: "Kock 10 år (Syrien, Turkiet)", or a title, a length and a country apart."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from matcher.patterns import late
from matcher.readers.cells.places import find_cities, is_in_sweden
from matcher.readers.cells.shortforms import occupation, spelled_out
from matcher.readers.cells.studies import is_training
from matcher.readers.cells.workplaces import workplace
from matcher.readers.lexicon import joined
from matcher.readers.times.months import Month
from matcher.readers.times.periods import Period, read_period
from matcher.records import Experience
from matcher.taxonomy.facts.countries import find_countries
from matcher.taxonomy.facts.municipalities import municipality

_WORDS = joined("work")

_NEVER_WORKED = late(
    r"(?:(?:jag|hon|han|hen|deltagaren|personen|klienten|i|she|he|they|participant|the participant) )?(?:(?:har|have"
    r"|has|had) )?"
    r"(?:ej|inte|aldrig|inget|ingen|no|never|not|(?:have|has)n[’']t) (?:\w+ ){0,2}?(?:arbet\w*|jobb?\w*"
    r"|arb\.?\s?erf\w*|förvärvsarbet\w*|yrkeserf\w*|erfarenhet"
    r"|anställning\w*|lönejobb\w*|lönearbete|avlönat\w*|worked|(?:work )?exp(?:erience|\.|(?!\w))|employ\w*)",
    re.IGNORECASE,
)
_LEADING = late(
    r"^(?:\s|[-–*+>,.:]|\d{1,2}[.)]\s|(?:(?:har |jag har )?(?:jobbat|arbetat|arbetade|jobbade|worked) )?(?:som|as)\s"
    r"|(?:är )?(?:utbildad|utb\.?) (?:till |som )?(?=[^\W\d_])"
    r"|(?:yrkes|arbets)?erfarenhet som (?=\w)"
    r"|(?:also|dessutom|även|plus|säsong(?:er|sarbete|sjobb)?)[:,]\s|(?:från|from)\s*[,.]\s"
    r"|(?:then|later|now|nu|först|sedan|sen|samtidigt|parallellt|därefter|dessförinnan|innan dess"
    r"|before that|at|an?)\s(?=\w)"
    r"|(?:totalt|sammanlagt|in total)(?: (?:inom|i|på|in))?\s(?=\w)"
    r"|(?:jobb|arbete|work)\s*[,:])+|^\+\s*",
    re.IGNORECASE,
)
# Possessive: " ," fits twice, and trying both ways at each place would double with every comma.
_TRAILING = late(rf"(?:\s(?:{_WORDS['trailing']})|[\s,;:(\-–/.>→]){{1,60}}+$", re.IGNORECASE)
# "Frisör i [12 år], egen salong"
_DANGLING = late(r"\s(?:i|under|for)(?=\s*[,(])")
_NOISE = late(
    r"(?<!\w)(?:,? ?(?:totalt|sammanlagt|i allt|in total|total)(?=\W*$)|vik\.?(?=\W*$)"
    r"|heltid|deltid|full[- ]?time|part[- ]?time|timanställning|oavlönat|tills? vidare|år|ca"
    r"|lärling(?=$)|(?<=\w )svart(?: ?\(!?\))?(?=\W*$)"
    r"|i (?:yrket|branschen|facket)|in the (?:trade|profession|business))(?!\w)",
    re.IGNORECASE,
)
_PLACEMENT = late(
    r"^(?:prakt(?:ik)?\.?|praktikant|work placement|internship)(?:,| som| på| i| hos|:)?\s+(?=\w)", re.IGNORECASE
)

# "Städare, arbetat på hotell": the title has said what was done, the place is told with it.
_WORKED_AT = late(
    r"(?<=\w),? (?:har |has )?(?:jobba(?:t|de)|arbeta(?:t|de)|worked) (?:på|i|hos|vid|inom|at|in|for) (?:an? |ett? "
    r"|the )?",
    re.IGNORECASE,
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
    nth : int
        Which it is of jobs told in the same words in one list, each of which counts.
    """

    title: str
    period: Period
    countries: tuple[str, ...] = ()
    duties: str | None = None
    concept: str | None = None
    nth: int = 0

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


# "Svetsare 7 år, varav 2 år Italien": the time of a part is one of the whole, and its place that of a part.
_OPEN = late(r"(?<=(?:19|20)\d\d)\s*(?:→|[-=]>)\s*(?=$|[,;\n])")
_OF_THESE = late(r",?\s*\(?(?<!\w)(?:varav|därav|of which)\s[^,;()\n]*\)?", re.IGNORECASE)


def without_part(text: str) -> str:
    """Leave out what is said of a part of a job's time; an arrow behind its beginning leaves it open.

    Examples
    --------
    >>> without_part("Svetsare 7 år, varav 2 år Italien; kock 2022→")
    'Svetsare 7 år; kock 2022-'
    """
    return _OF_THESE.sub("", _OPEN.sub("-", text))


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
    if is_training(text) and not years:
        return None
    inside = read_period(_HERE.sub(" i Sverige", without_part(text)))
    period = read_period(SEASONS.sub(" ", years), 1 / 12 if months else 1.0) if years else inside
    if years and period.is_empty and country:
        period = read_period(country)
    if years and period.is_empty:
        period = inside
    elif years and not inside.is_empty:
        period = _joined(period, inside)
    body = SEASONS.sub("", inside.rest)
    # "Indisk restaurang i Sverige": what is called by a country's adjective need not lie there.
    cities = find_cities(body)
    places = find_countries(body, adjectives=False) or cities
    # "Kock - Lotus Thai, Borås": the town says more than the adjective does.
    places = places or ([] if is_in_sweden(body) else find_countries(body))
    codes = (
        [p.code for p in find_countries(country)] or [p.code for p in places] or [p.code for p in find_countries(years)]
    )
    named = sorted({*places, *cities})
    title = title_of(body, [(p.start, p.end) for p in named if _is_place(body, p.start, p.end)])
    if not codes and (town := _TOWN.search(title)) and municipality(town[1]):
        title, codes = title[: town.start()] + title[town.end() :], ["SE"]
    if not title:
        return None
    codes = codes or (["SE"] if is_in_sweden(body) else [])
    title, _, beside = _BESIDE.sub("\x00", title, count=1).partition("\x00")
    return Job(title, replace(period, rest=""), tuple(dict.fromkeys(codes)), beside or None)


SEASONS = late(
    r",?\s*(?<!\w)(?:\d|en|ett|två|tre|fyra|några|flera) (?:som(?:mar|rar)|säsong(?:er)?|summers?|seasons?)(?!\w)",
    re.IGNORECASE,
)
"""Lengths that count seasons: how long they are nobody knows."""
_HERE = late(r"(?<=\w),? (?:här|here)(?=\s*(?:$|[,;.()\d]|se[nd]))")
# "Egen verkstad, mest lastbilar", "Lärare 8 år Syrien. Fysik": what is added to a title is none.
_BESIDE = late(
    r"\s+\.\s+(?=\w)"
    r"|,\s+(?=(?:mest|främst|huvudsakligen|bl\.? ?a\.?|egen|eget|där|även|också|mainly|mostly|own|where)\s)"
    r"(?![^()]*\))",
    re.IGNORECASE,
)
_TOWN = late(r"(?:^in? |(?:,| in?)? )([A-ZÅÄÖ][^\W\d_]+(?: [A-ZÅÄÖ][^\W\d_]+)?)(?=$|, praktik$)")


def _joined(first: Period, second: Period) -> Period:
    return replace(
        first,
        stated=first.stated if first.stated is not None else second.stated,
        start=first.start or second.start,
        end=first.end or second.end,
        is_open=first.is_open or second.is_open,
    )


def _is_place(body: str, start: int, end: int) -> bool:
    """Tell "Sverige" behind a title from "svensk" or "Kurdistan" in the middle of one."""
    return body[start].isupper() or not body[end:].strip() or body[:start].rstrip().endswith("(")


# "Svetsare, jobbat (MIG)", "kock (utb.), 3 års jobb": that a title was worked in is no part of it.
_WORKED_IN = late(
    r",? (?:har |has )?(?:jobba(?:t|de)|arbeta(?:t|de)|worked|jobb)(?=\s*(?:\(|$))"
    r"|\s*\((?:utb(?:\.|ildad)?|trained)\)|,(?=\s*\()",
    re.IGNORECASE,
)
# "Sommarjobb på Arlanda som bagagelastare": the work is told behind what kind of employment it was.
_EMPLOYED = late(rf"^(?:{_WORDS['employed']})(?:[ ,][^,;:()]*?)? (?:som|as(?: an?)?) (?=\w)", re.IGNORECASE)


_EMPLOYED_AT = late(rf"^(?:{_WORDS['employed']})(?:,| på| i| hos| vid| inom| at| in)? (?=\w)", re.IGNORECASE)


def _worker(text: str, at: int) -> str:
    """Name who works at the place that a text names and nothing else, as "vikarie på förskola"; else give the text."""
    place = workplace(text, at)
    return place.title if place and place.end == len(text) and place.title not in text else text


_PLACED = late(r"\s*\(\s*\x00[^()]*\)|\s*(?:,\s*)?(?:(?<!\w)(?:[Ii]n?|på|från|from)\s*)?\x00")
_NOTHING_IN = late(r"\(\s*[,;./!?-]*\s*\)")
_SPACES, _SPACE_BEFORE, _COMMAS = late(r"\s{2,}"), late(r"\s+([,;)])"), late(r"([,(])(?:\s*,)+")
_SHORT, _LETTERS = late(r"([^\W\d_]+\.)[\s.,;:()/–-]*$"), late(r"[^\W\d_]{2}")


def title_of(body: str, places: list[tuple[int, int]]) -> str:
    """Give the title that is left of what is said of a job without its places, spelled out; empty if none is.

    Examples
    --------
    >>> title_of("Kock i Iran (heltid)", [(7, 11)]), title_of("i Iran", [(2, 6)])
    ('Kock', '')
    """
    for start, end in reversed(places):
        body = body[:start] + "\x00" + body[end:]
    body = _NOISE.sub(" ", _PLACED.sub(" ", body) if places else body)
    body = _NOTHING_IN.sub(" ", _DANGLING.sub("", body))
    body = _SPACE_BEFORE.sub(r"\1", _COMMAS.sub(r"\1", _SPACES.sub(" ", body)))
    body = _LEADING.sub("", body)
    if body.count("(") > body.count(")"):
        body = body.replace("(", ", ")
    # Another point may be left of what stood behind ("kirurgavd. .").
    short = _SHORT.search(body)
    for _ in range(3):
        body = _TRAILING.sub("", body.strip())
    if short and spelled_out(short[1]) != short[1] and body.endswith(short[1][:-1]):
        body += "."
    body = body.strip(" ,;:)(") if body.count("(") != body.count(")") else body.strip(" ,;:")
    body = _WORKED_IN.sub("", _WORKED_AT.sub(", ", body))
    if match := _PLACEMENT.match(body):
        body = f"{body[match.end() :]}, praktik"
    if found := _EMPLOYED.match(body):
        body = body[found.end() :]
    elif found := _EMPLOYED_AT.match(body):
        body = _worker(body, found.end())
    body = occupation(body)
    return body if _LETTERS.search(body) else ""
