"""Jobs told in sentences: "Har i nio år jobbat som snickare i Aleppo", "städade på hotell i tre år"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from matcher.readers.cells.doing import find_doing, is_denied
from matcher.readers.cells.places import find_cities
from matcher.readers.cells.shortforms import trade
from matcher.readers.cells.titles import is_title
from matcher.readers.cells.work import Job
from matcher.readers.others import own_clauses
from matcher.readers.periods import Period, read_period
from matcher.taxonomy.countries import find_countries
from matcher.taxonomy.levels import education_level
from matcher.taxonomy.municipalities import municipality

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ])")
COUNT = (
    r"(?:\d+(?:[.,]\d)?|ett?|en|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|femton|tjugo"
    r"|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty)"
)
_LENGTH = rf"{COUNT}(?: och ett halvt| and a half)? (?:års?|månad(?:er)?s?|years?'?|months?'?)"
_BUSINESS = (
    r"(?:\w*(?:verkstad|restaurang|butik|affär|salong|bageri|firma|företag|ateljé|kafé|café|åkeri|syateljé)"
    r"|workshop|shop|restaurant|salon|bakery|business|company|farm)(?!\w)"
)
_BEFORE_TITLE = (
    r"är jag|var jag|jag (?:är|var)"
    r"|(?:där|när|som) (?:hon|han|hen|deltagaren|[a-z]\d{2,4}) var"
    r"|(?:jobba|arbeta|vikariera|praktisera)(?:de|t|r)(?: jag)?(?: [\w-]+){0,6}? som"
    r"|(?:sedan|sen|därefter|senare) (?:var|blev)(?: hon| han| hen| jag)?"
    rf"|{_LENGTH} (?:i|in|på|at) \w+ (?:som|as(?: an?)?)"
    r"|anställd(?: [\w-]+){0,6}? som|employed(?: [\w-]+){0,6}? as(?: an?)?|praktik som|har (?:jag )?varit"
    r"|(?:fick|fått|tog|hade|haft|got|took|had|held|landed)(?: (?:jag|hon|han|hen|deltagaren))?(?: [\w-]+){0,2}?"
    r" (?:\w*jobb|\w*arbete|\w*tjänst|anställning|plats|vikariat|praktikplats|job|position|post|work) (?:som"
    r"|as)(?: an?)?"
    r"|(?:and|then|later|where)(?: i)? (?:was|became|have been) an?"
    r"|^var(?=\s+(?!det|den|en\s|med)\w)|(?:i|she|he|they) (?:was|were) an?|i am an?|(?:has|have) been an?"
    r"|work(?:s|ed|ing)?(?: [\w-]+){0,6}? as(?: an?)?"
    rf"|{_LENGTH} (?:(?:av )?(?:yrkes)?erfarenhet |of (?:\w+ )?experience |experience )?(?:som|as(?: an?)?)"
    r"|senast(?: som)?|most recently as(?: an?)?"
    r"|(?:hade|drev|ägde|driver|ran|owned|had)(?: jag)?(?: (?:en|ett|min|mitt|a|my))?"
    rf"(?= (?:(?:liten|litet|small) )?(?:egen|eget|own) {_BUSINESS})"
)
_NO_TITLE = (
    r"(?:riktigt|arbete|jobb|work|good|great|member|student|refugee|child|single|happy|able|utbildad|anställda?"
    r"|timanställd|employed|född|gift"
    r"|intresserad|van|bra|duktig|klar|ledig|från|mycket|inte"
    r"|det|den|en del|på|i|hos|vid|med|jag|barn|liten|ung|tonåring"
    r"|tidigare|well|soon|much|long|needed|part|follows|a result|h[ae]n|hon|vi|de|he|she|we|they|you|it|i)(?!\w)"
)
_BEHIND_TITLE = (
    r"(?=\s+(?:på|i|hos|med|för|vid|åt|in|at|for|with|sedan|since|från|from|till|under|mellan|fram|on|nu|now|och|and"
    r"|där"
    r"|vilket|where|which|when|innan|before|\d)"
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
    r"(?<!\w)(?:(?:jobba|arbeta|praktisera)(?:de|t|r)|praktik|varit|been|work(?:s|ed|ing)?)(?: (?!som "
    r"|as )[\w-]+){0,4}?"
    r" (?:på|i|inom|med|in|at)(?: ett?| en| an?)? (?P<title>[^\W\d_]+(?: care)?)(?!\w)",
    re.IGNORECASE,
)
# "She ran looms as a textile operator in a mill", "Som möbelsnickare arbetade jag tio år": only what is a title.
_AS = re.compile(rf"(?<!\w)as an?\s+(?!{_NO_TITLE})(?P<title>[^\W\d_][^.,;:()]{{2,40}}?){_BEHIND_TITLE}", re.IGNORECASE)
_AS_FIRST = re.compile(
    r"(?:^|[.;]\s)(?:som|as an?) (?P<title>[^\W\d_][\w -]{2,40}?),? (?=(?:arbetade|jobbade|var|har) (?:jag|hon|han|hen)"
    r"|(?:i|she|he|they) (?:worked|have|was|were))",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?:en|ett|an?)\s+", re.IGNORECASE)
_ADDED = re.compile(
    r"\s+(?:by (?:trade|profession|training)|till yrket|i (?:grunden|botten)|hösten|våren|sommaren|vintern|igen|again"
    r"|too"
    r"|också)$",
    re.IGNORECASE,
)
_ALSO = re.compile(
    rf"(?:,|,? och|,? and|,? samt|,? sedan|,? then)\s+(?={_LENGTH} (?:i|in)\s)"
    r"|(?:,|,? och|,? and|,? samt)\s+(?:därefter|sedan|sen|senare|then|later|afterwards)\s+(?=(?:i|in|på|at)\s)",
    re.IGNORECASE,
)
_BREAK = re.compile(r"[,;]\s|\s(?:och|and|samt|men|but|sedan|then)(?=\s)")
_IS = re.compile(r"(?:är jag|jag är|i am)(?!\w)", re.IGNORECASE)
_GOES_ON = re.compile(r"(?<!\w)(?:jobbar|arbetar|vikarierar|praktiserar|works|working)(?!\w)", re.IGNORECASE)
_IN = re.compile(
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
        titles = _titles(sentence)
        for index, named in enumerate(titles):
            start, end = _clause(sentence, titles, index), _clause(sentence, titles, index + 1)
            for part in _stays(sentence[start:end], max(0, named.start - start)):
                period = _period(part)
                if period.is_empty and _GOES_ON.search(named.said):
                    period = Period(is_open=True)
                if _IS.match(named.said) and education_level(part):
                    continue  # "I am a teacher with a four-year degree": the years are those of the degree
                is_now = _IS.match(named.said) and not (period.is_open or period.stated)
                if not period.is_empty and not is_now:
                    found.append(Job(named.title, period, country_in(part)))
    return found


_STAYED = re.compile(
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


_TIME = re.compile(rf"(?:{_LENGTH}|(?:19|20)\d\d)(?!\w)", re.IGNORECASE)


# "Det gjorde han i sju år", "Totalt tio år", "In total six years": the length of what the sentence before told of.
_CARRIES = re.compile(
    rf"(?:det(?: (?:arbetet|jobbet|yrket))?|där|så|sammanlagt|totalt|i|under|mellan|från|that|there|this|in total|for"
    rf"|from|between|altogether)(?!\w)|(?:ca\.? |cirka |ungefär |about )?{_LENGTH}",
    re.IGNORECASE,
)


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
    return bool(_titles(first)) and not _titles(second) and not education_level(second)


class _Named(NamedTuple):
    """A title, and where what introduces it begins and the title ends."""

    start: int
    end: int
    title: str
    said: str


def _titles(sentence: str) -> list[_Named]:
    """Find titles with what introduces them, and trades and deeds that stand for one, in their order."""
    matches = [match for match in (_TITLED.match(sentence), *_TOLD.finditer(sentence)) if match]
    matches = [match for match in matches if not _WISHED.search(sentence, max(0, match.start() - _NEAR), match.start())]
    found = [_named(match, _ADDED.sub("", _ARTICLE.sub("", match["title"].strip()))) for match in matches]
    for match in (*_AS.finditer(sentence), *_AS_FIRST.finditer(sentence)):
        wished = is_denied(sentence, match.start()) or _WISHES.search(sentence, 0, match.start())
        if is_title(match["title"]) and not wished and not _overlaps(found, *match.span()):
            found.append(_named(match, match["title"].strip()))
    for match in _AT_WORK.finditer(sentence):
        named = trade(match["title"])
        if named and not _overlaps(found, *match.span()):
            found.append(_named(match, named))
    for start, end, worker in find_doing(sentence):
        # What was done behind "worked as a cook, where I" is a duty of that job.
        if not _overlaps(found, start, end) and not _DUTY.search(sentence, max(0, start - _NEAR), start):
            found.append(_Named(start, end, worker, sentence[start:end]))
    return sorted(found)


def _named(match: re.Match[str], title: str) -> _Named:
    return _Named(match.start(), match.end("title"), title, match.group())


def _overlaps(found: Sequence[_Named], start: int, end: int) -> bool:
    return any(start < one.end and one.start < end for one in found)


# "I would like to work full time as a teacher from 8 January" tells of no work that is.
_WISHED = re.compile(
    r"(?<!\w)(?:would|wants?|wish\w*|hop(?:e|es|ing)|looking|seek\w*|vill|skulle|önskar|hoppas|söker|tänka|plan\w*)"
    r"(?: [\w-]+){0,5} $",
    re.IGNORECASE,
)
_WISHES = re.compile(
    r"(?<!\w)(?:would|wants?|wish\w*|hop(?:e|es|ing)|looking|seek\w*|dream\w*|goal|aim|plan\w*)(?!\w)", re.IGNORECASE
)
_DUTY = re.compile(r"(?<!\w)(?:där|vilket|dvs|bl\.? ?a\.?|med att|where|which|namely)(?: \w+){0,4} $", re.IGNORECASE)
_NEAR = 60


# "..., bodde sedan i Sudan och arbetade där som snickare": what follows is somewhere else.
_MOVES = re.compile(r"(?<!\w)(?:bodde|flyttade|flyttat|reste|flydde|lived|moved|fled)(?!\w)", re.IGNORECASE)


def _clause(sentence: str, titles: Sequence[_Named], index: int) -> int:
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
    return tuple(dict.fromkeys(places))[:1] or (("SE",) if here else ())
