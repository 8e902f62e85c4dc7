"""Jobs and schools told in sentences: "Har i nio år jobbat som snickare i Aleppo", "trained as a nurse in Asmara"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from matcher.readers.cells.education import read_education
from matcher.readers.cells.shortforms import trade
from matcher.readers.cells.work import Job
from matcher.readers.periods import Period, read_period
from matcher.records import Education
from matcher.taxonomy.countries import find_countries
from matcher.taxonomy.levels import level_of_years
from matcher.taxonomy.municipalities import municipality

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ])")
_COUNT = (
    r"(?:\d+(?:[.,]\d)?|ett?|en|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|femton|tjugo"
    r"|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty)"
)
_LENGTH = rf"{_COUNT}(?: och ett halvt| and a half)? (?:års?|månad(?:er)?s?|years?'?|months?'?)"
_BUSINESS = (
    r"(?:\w*(?:verkstad|restaurang|butik|affär|salong|bageri|firma|företag|ateljé|kafé|café|åkeri|syateljé)"
    r"|workshop|shop|restaurant|salon|bakery|business|company|farm)(?!\w)"
)
_BEFORE_TITLE = (
    r"är jag|var jag|jag (?:är|var)"
    r"|(?:jobba|arbeta|vikariera|praktisera)(?:de|t|r)(?: jag)?(?: [\w-]+){0,6}? som"
    r"|(?:sedan|sen|därefter|senare) (?:var|blev)(?: hon| han| hen| jag)?"
    r"|anställd som|praktik som|har (?:jag )?varit|^var(?=\s+(?!det|den|en\s|med)\w)|i was an?|i am an?"
    r"|work(?:s|ed|ing)?(?: [\w-]+){0,6}? as(?: an?)?"
    rf"|{_LENGTH} (?:(?:av )?(?:yrkes)?erfarenhet |of (?:\w+ )?experience |experience )?(?:som|as(?: an?)?)"
    r"|senast(?: som)?|most recently as(?: an?)?"
    r"|(?:hade|drev|ägde|driver|ran|owned|had)(?: jag)?(?: (?:en|ett|min|mitt|a|my))?"
    rf"(?= (?:(?:liten|litet|small) )?(?:egen|eget|own) {_BUSINESS})"
)
_NO_TITLE = (
    r"(?:utbildad|född|gift|intresserad|van|bra|duktig|klar|ledig|från|mycket|inte|det|den|en del|på|i|hos|vid|med|jag"
    r"|tidigare|well|soon|much|long|needed|part|follows|a result|h[ae]n|hon|vi|de|he|she|we|they|you|it|i)(?!\w)"
)
_BEHIND_TITLE = (
    r"(?=\s+(?:på|i|hos|med|för|vid|åt|in|at|for|with|sedan|since|från|from|till|under|mellan|fram|on|nu|now|och|and|\d)"
    r"(?:\s|\d|$)|[.,;:(]|$)"
)
_TOLD = re.compile(
    rf"(?<!\w)(?:{_BEFORE_TITLE})\s+(?!{_NO_TITLE})(?P<title>[^\W\d_][^.,;:()]{{2,50}}?){_BEHIND_TITLE}", re.IGNORECASE
)
# "Kock med tolv års erfarenhet", "Cook with ten years of experience"
_TITLED = re.compile(
    rf"^(?:en |an? )?(?P<title>[^\W\d_][\w-]+(?: [\w-]+){{0,2}}?) (?:med|with)(?: [\w-]+)?? {_LENGTH}"
    r"(?: of)?(?: \w+)? (?:yrkes|arbets)?(?:erfarenhet|experience)",
    re.IGNORECASE,
)
# "Jobbat på ett lager i Jordbro"
_AT_WORK = re.compile(
    r"(?<!\w)(?:(?:jobba|arbeta|praktisera)(?:de|t|r)|praktik|work(?:s|ed|ing)?)(?: (?!som |as )[\w-]+){0,4}?"
    r" (?:på|i|inom|med|in|at)(?: ett?| en| an?)? (?P<title>[^\W\d_]+(?: care)?)(?!\w)",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?:en|ett|an?)\s+", re.IGNORECASE)
_ALSO = re.compile(rf"(?:,|,? och|,? and|,? samt|,? sedan|,? then)\s+(?={_LENGTH} (?:i|in)\s)", re.IGNORECASE)
_BREAK = re.compile(r"[,;]\s|\s(?:och|and|samt|men|but|sedan|then)(?=\s)")
_IS = re.compile(r"(?:är jag|jag är|i am)(?!\w)", re.IGNORECASE)
_GOES_ON = re.compile(r"(?<!\w)(?:jobbar|arbetar|vikarierar|praktiserar|works|working)(?!\w)", re.IGNORECASE)
_IN = re.compile(r"(?<!\w)(?:i|in)\s+(?P<where>[A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+)?)")


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
    for sentence in _SENTENCE.split(text):
        titles = _titles(sentence)
        for index, (match, title) in enumerate(titles):
            window = sentence[_clause(sentence, titles, index) : _clause(sentence, titles, index + 1)]
            for part in _ALSO.split(window):
                period = read_period(part)
                if period.is_empty and _GOES_ON.search(match.group()):
                    period = Period(is_open=True)
                is_now = _IS.match(match.group()) and not (period.is_open or period.stated)
                if not period.is_empty and not is_now:
                    found.append(Job(title, period, _country_in(part)))
    return found


def _titles(sentence: str) -> list[tuple[re.Match[str], str]]:
    """Find titles with what introduces them, and trades that stand for one, in their order."""
    matches = [match for match in (_TITLED.match(sentence), *_TOLD.finditer(sentence)) if match]
    found = [(match, _ARTICLE.sub("", match["title"].strip())) for match in matches]
    for match in _AT_WORK.finditer(sentence):
        named = trade(match["title"])
        if named and not any(match.start() < other.end() and other.start() < match.end() for other in matches):
            found.append((match, named))
    return sorted(found, key=lambda item: item[0].start())


def _clause(sentence: str, titles: Sequence[tuple[re.Match[str], str]], index: int) -> int:
    """Where the clause of a title begins: behind the last comma or "and" since the title before."""
    if index == 0 or index == len(titles):
        return 0 if index == 0 else len(sentence)
    before, start = titles[index - 1][0].end("title"), titles[index][0].start()
    breaks = [match.end() for match in _BREAK.finditer(sentence, before, start)]
    return breaks[-1] if breaks else start


def _country_in(text: str) -> tuple[str, ...]:
    places = [place.code for place in find_countries(text, adjectives=False)]
    here = any(municipality(match["where"]) for match in _IN.finditer(text))
    return tuple(dict.fromkeys(places))[:1] or (("SE",) if here else ())


_SCHOOL = re.compile(
    r"(?<!\w)(?:gick|gått|gått ut|läste|läst|studerade|studerat|utbildad|examen|\w+examen|\w*utbildning(?:en)?|\w*utb\."
    r"|skolgång"
    r"|grundskol\w*"
    r"|\w*gymnasi\w+|universitet\w*|högskol\w+|yrkesskol\w*|bachelor\S*|master\S*|[bm]\.?sc\.?|degree|diploma|graduated?|trained"
    r"|studied|finished|completed|attended|skola\w*|school|university|college)(?!\w)",
    re.IGNORECASE,
)
_NO_SCHOOL = re.compile(
    r"(?<!\w)(?:uppgift\w*|framgår|okän[dt]\w*|oklar\w*|unknown|vill|önskar|söker|planerar|hoppas|drömmer|funderar|tänker|sökt|antagen|want\w*|would|looking|hopes?"
    r"|plans?|sfi|sva|praktik\w*|kurs\w*|course|barn(?:en|et)?(?!-)|arbet\w*|jobb\w*|work\w*)(?!\w)",
    re.IGNORECASE,
)
_YEARS_IN_SCHOOL = re.compile(
    rf"{_COUNT} (?:år|years?)(?: (?:i|in|of|at) (?:\w+ )?(?:skola\w*|school)|s skolgång| of schooling)(?!\w)"
    rf"|(?:school|skola\w*) (?:for|i) {_COUNT} (?:år|years?)(?!\w)",
    re.IGNORECASE,
)
_UNSCHOOLED = re.compile(
    r"(?<!\w)(?:ingen|inte någon|saknar|utan|no|without) (?:formell |formal )?"
    r"(?:skol(?:gång|bakgrund|utbildning)|schooling)"
    r"|(?:aldrig|inte|ej|never) (?:gått|gick|been|went|gone) (?:i|to) (?:\w+ )?(?:skola\w*|school)(?!\w)",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"(?<!\w)(?:utbildad(?: till)?|trained as an?"
    r"|(?:degree|diploma|bachelor\S*|master\S*|[bm]\.?sc\.?)(?: degree)? (?:in|of|as)"
    r"|studied|studerade|studerat|läste|läst|(?:utbildning|examen) (?:till|i|inom|som)|utbildade sig till)\s+"
    r"(?!(?:på|vid|i|in|at|från|from|to|på)\s)(?P<field>[^\W\d_][\w-]+"
    r"(?: (?:och|and) [\w-]+(?=[,.;(]|$)| (?:engineering|science|administration))?)"
    r"|(?<!\w)(?P<role>[^\W\d_][\w-]+)(?: trained in)",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r",\s+(?:och|and|men|but|nu|now)\s+|;\s+|,?\s+(?:och|and)\s+(?=(?:jobb|arbet|work))")


def told_schools(sentence: str) -> list[Education]:
    """Read a school that a sentence tells of, with its subject where that is plain.

    Parameters
    ----------
    sentence : str

    Returns
    -------
    list of Education
        Empty where neither a level nor a length is told, or where the sentence tells of plans.

    Examples
    --------
    >>> told_schools("Gick 6 år i skola i Somalia")[0].model_dump(exclude_none=True)
    {'level': 'primary', 'country': 'SO', 'years': 6.0}
    >>> told_schools("Has a bachelor's degree in economics from Iran")[0].field
    'economics'
    >>> told_schools("Vill läsa på universitet i Sverige")
    []
    """
    if _UNSCHOOLED.search(sentence):
        return [Education(level="none", country=next(iter(_country_in(sentence)), None), years=0)]
    clauses = [part for part in _CLAUSE.split(sentence) if _SCHOOL.search(part)]
    if not clauses or _NO_SCHOOL.search(clauses[0]):
        return []
    clause = clauses[0]
    subject = _SUBJECT.search(clause)
    field = (subject["field"] or subject["role"]) if subject else None
    bare = _YEARS_IN_SCHOOL.search(clause)
    schools = [one for one in read_education(clause, field=field or "")[:1] if one.level or one.years]
    if bare and schools and (years := schools[0].years) is not None:
        schools = [schools[0].model_copy(update={"level": level_of_years(years) or schools[0].level})]
    return [
        one.model_copy(update={"field": field if one.level not in ("none", "primary") else None}) for one in schools
    ]
