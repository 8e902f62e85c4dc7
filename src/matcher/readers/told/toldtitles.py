"""Titles told in sentences, what introduces them, and deeds and places of work that stand for one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from matcher.patterns import late
from matcher.readers.cells.doing import find_doing, is_denied, is_never_done
from matcher.readers.cells.shortforms import trade
from matcher.readers.cells.titles import is_title
from matcher.readers.cells.workplaces import workplace
from matcher.readers.lexicon import joined
from matcher.readers.times.durations import COUNT, LENGTH

_WORDS = joined("toldtitles")
_BUSINESS = rf"(?:{_WORDS['business']})(?!\w)"
_BEFORE_TITLE = _WORDS["before"].replace("<length>", LENGTH).replace("<business>", _BUSINESS)
_NO_TITLE = rf"(?:{_WORDS['no']})(?!\w)"
SEASON = _WORDS["season"]
"""How long seasonal work lasted, as a pattern: no number of years."""
_BEHIND_TITLE = rf"(?=\s+(?:(?:{_WORDS['behind']})(?:\s|\d|$)|(?:{SEASON}|{LENGTH})(?!\w))|\s[-–—]\s|[.,;:(]|$)"


_TOLD = late(
    rf"(?<!\w)(?:{_BEFORE_TITLE})\s+(?!(?:en |ett |an? )?{_NO_TITLE})(?P<title>[^\W\d_][^.,;:()]{{2,50}}?)"
    rf"{_BEHIND_TITLE}",
    re.IGNORECASE,
)
# "Kock med tolv års erfarenhet", "Cook with ten years of experience"
_TITLED = late(
    rf"^(?:en |an? )?(?P<title>[^\W\d_][\w-]+(?: [\w-]+){{0,2}}?) (?:(?:med|with)(?: [\w-]+)?? {LENGTH}"
    r"(?: of)?(?: \w+)? (?:yrkes|arbets)?(?:erfarenhet|experience|practice)"
    rf"|(?:(?:på|hos|vid|i|at|in) [^.,;:()\d]{{2,40}}? )??(?:sedan|i|for|sen|under) {LENGTH}(?!\w))",
    re.IGNORECASE,
)
_EXPERIENCE = late(r"erfarenhet|experience|practice", re.IGNORECASE)
# "Jobbat på ett lager i Jordbro", "8 weeks at Coop", "sex månaders praktik på en redovisningsbyrå"
_AT_WORK = late(
    rf"(?:(?<!\w)|(?=,))(?:{_WORDS['at_work']})(?: (?!som |as |på |i |hos |vid |in |at )[\w-]+(?: ?%)?){{0,4}}? "
    "(?:på|i|inom|hos|vid|med|in|at|åt|for|on)(?= )",
    re.IGNORECASE,
)
_FOR_LONG = late(
    rf"(?<!\w){LENGTH} (?:på|hos|vid|at|on|with"
    r"|(?:(?:av|of) )?(?:[\w-]+ )?(?:erfarenhet|experience|arbete|work|jobb|praktik)"
    r" (?:av|inom|i|på|hos|in|of|with|at))(?= )",
    re.IGNORECASE,
)
_SAME = late(r" (?:(?:den|det|the) )?(?:samma|same)(?!\w)", re.IGNORECASE)  # where somebody has been before
_STUDIED = late(
    r"(?<!\w)(?:gick|gått|läst|läste|plugga\w*|studera\w*|stud(?:ied|ies)|attended|school\w*|skol\w*|sfi)(?!\w)",
    re.IGNORECASE,
)
# "Jag jobba lärare", "arbetat städare i tre år": the word between is missed out.
_WITHOUT_AS = late(
    r"(?<!\w)(?:(?:jobba|arbeta)(?:de|t|r)|(?:jag|hon|han|hen|sen)(?: har)? (?:jobba|arbeta)|worked"
    r"|(?:i|she|he)(?: have)? work)(?: nu| just nu| idag| extra)? "
    rf"(?!(?:i|in|på|at|inom|med|with|hos|vid|för|for"
    rf"|on)\s)(?P<title>[^\W\d_][\w-]+(?: [^\W\d_][\w-]+){{0,2}}?)(?:{_BEHIND_TITLE}|(?=\s+{COUNT}\s))",
    re.IGNORECASE,
)
# "..., sedan som möbelsnickare i en egen verkstad": only what is a title.
_SOM = late(
    rf"(?<!\w)(?:{SEASON}|{LENGTH}, (?:\(?\d{{4}}(?: ?[-–] ?\d{{4}})?\)?,)?"
    r"|sedan|sen|därefter|senare|först|nu|senast|också|även"
    r"|och|tiden|tid|åren|karriär|lärling|praktik|vikariat)"
    rf"(?:, [^.;,]{{1,80}},)? som (?:en )?(?!{_NO_TITLE})(?P<title>[^\W\d_][^.,;:()]{{2,40}}?)"
    rf"(?:{_BEHIND_TITLE}|(?=\s(?:arbetade|jobbade|var|har|hade|är)\s))",
    re.IGNORECASE,
)
# "Konstruktör på kraftbolag 2010-2014, därefter projektledare i Amman i sex år": a clause that its title begins.
_HEADED = late(
    r"(?:[:;–—]\s+|\s-\s|,\s+|(?<!\w)(?:därefter|sedan|sen|senare|dessutom|och|and|then|later|afterwards|plus"
    r"|innan(?: dess|(?! dess))"
    r"|dessförinnan|before that|after that|först|first|nu|now|just nu|currently)\s+)"
    r"(?:(?:därefter|sedan|sen|senare|innan|then|later|before|och|and)\s+)?(?:en |an? )?(?!(?:på|hos|vid|i|at|in)\s)"
    r"(?P<title>[^\W\d_][\w-]+(?: [^\W\d_][\w-]+){0,2}?)"
    rf"(?=\s+(?:på|hos|i|vid|för|åt|at|in|for|with|under|mellan|from|från|där|there|\d|{COUNT} )|\s*[,(]\s*(?:\d"
    rf"|{COUNT} ))",
    re.IGNORECASE,
)
_NO_HEAD = late(rf"(?<!\w)(?:{_WORDS['no_head']})(?!\w)", re.IGNORECASE)
# "Har gjort praktik fastighetsskötare", "after I was room attendant": who learns leaves the words between out.
_LEARNER = late(
    r"(?<!\w)(?:(?:gjort|gjorde|göra|haft|hade|gör) praktik(?: (?:på|i|hos))?|i (?:was|were|am)"
    r"|blev(?: (?:jag|hon|han|hen))?(?: sen| sedan)?|är(?: (?:jag|hon|han|hen))? numera|became an?"
    r"|(?:är|var) (?:hon|han|hen|deltagaren)|(?:hon|han|hen|deltagaren) (?:var|blev|har(?: \w+)? varit)"
    r"|(?:position|job|role|jobbet?|tjänst(?:en)?|yrket?) (?:was|is|var|är)(?! (?:jag|hon|han|hen))"
    r"(?: som| as)?(?: an?)?"
    r"|(?:börja(?:de|t)|started)(?: [\w-]+){0,5}? (?:som|as an?))\s+"
    rf"(?P<title>[^\W\d_][\w-]+(?: [^\W\d_][\w-]+){{0,2}}?)(?:{_BEHIND_TITLE}|(?=\s+{COUNT}\s))",
    re.IGNORECASE,
)
# "Drev en restaurang i Homs", "egen livsmedelsbutik i elva år", "ran a small shop"
_RAN = late(
    r"(?<!\w)(?:(?:(?:hade|har|had)(?: (?:jag|hon|han|hen|vi|i|she|he|they))?"
    r" (?:(?:en|ett|an?|my|his|her) )?(?:liten|litet|small|little|egen|eget|own)"
    r"|(?:drev|drivit|driver|ägde|ägt|startade|öppnade|ran|runs|owned|run|started|opened)"
    r"(?: (?:jag|hon|han|hen|vi|i|she|he|they))?(?: (?:sedan|since) (?:\w+ )?\d{4})?"
    r"(?: (?:en|ett|min|mitt|sin|sitt|a|an|my|his|her|their))?"
    rf"(?: (?:liten|litet|small|little|egen|eget|own))*)|(?<=: )(?:egen|eget|own)"
    r"|(?<!\w)(?:sedan|sen|därefter|then) (?:egen|eget|own)|^(?:egen|eget"
    rf"|own)) (?P<title>{_BUSINESS})",
    re.IGNORECASE,
)
_OWN_IN_SWEDISH, _OWN = late(r"(?:har|hade|drev|driv|äg|start|öppn|egen|eget)", re.IGNORECASE), ("egen ", "own ")
# "Egen verkstad som skräddare", "eget företag inom flyttstäd"
_AS_WORK = late(r" (?:som|as an?|inom|med|within|in) (?P<title>[^\W\d_][\w-]+)(?!\w)")
# "Utbildad farmaceut, arbetat på apotek i nio år": who learnt the work has done that one.
_TRAINED = late(
    r"(?<!\w)(?:utbildad(?: till)?|utbildade sig till|bakgrund(?:en)? som|background as an?"
    r"|(?:trained|qualified) as an?|är|is an?)\s+"
    r"(?!(?:utbildad|trained|qualified)\s)(?P<title>[^\W\d_][\w-]+)(?!\w)"
    r"|(?<!\w)(?P<by>[^\W\d_][\w-]+) (?:i botten|i grunden|till yrket|by (?:training|profession|trade))(?!\w)",
    re.IGNORECASE,
)
_WORKED = late(
    rf"(?<!\w)(?:(?:arbeta|jobba)(?:de|t)|worked|(?:sedan|därefter|then|after that|and)\s+(?={LENGTH} (?:på|hos|vid"
    rf"|on|at|in)))(?!\w)",
    re.IGNORECASE,
)
# "Utbildad optiker och har drygt elva års erfarenhet"
_SINCE_LEARNT = late(
    r"(?<!\w)(?:utbildad|(?:trained|qualified)(?: as)?|är|am|is)(?: en| an?)? (?P<title>[^\W\d_][\w-]+),?"
    rf"(?: och| and)?(?: har| has| have| med| with)(?: [\w-]+)?? {LENGTH} (?:(?:av |of )?(?:\w+ )?(?:\w*erfarenhet"
    r"|experience)|i (?:branschen|yrket|industrin)|in (?:the )?(?:trade|field|business|industry))(?!\w)",
    re.IGNORECASE,
)
# "She ran looms as a textile operator in a mill", "Som möbelsnickare arbetade jag tio år": only what is a title.
_AS = late(
    rf"(?<!trained )(?<!qualified )(?<!educated )(?<!\w)as an?\s+(?!{_NO_TITLE})(?P<title>[^\W\d_][^.,;:()]{{2,40}}?)"
    rf"{_BEHIND_TITLE}",
    re.IGNORECASE,
)
_AS_FIRST = late(
    r"(?:^|[.;]\s)(?:som|as an?) (?P<title>[^\W\d_][\w -]{2,40}?),? (?=(?:arbetade|jobbade|var|har) (?:jag|hon|han"
    r"|hen)"
    r"|(?:i|she|he|they) (?:worked|have|was|were))",
    re.IGNORECASE,
)
_ARTICLE = late(
    r"^(?:(?:också|även|dessutom|redan|mest|bara|ju|alltså|då|först|mainly|mostly|also|then|first)\s+)*(?:(?:en|ett"
    r"|an?)\s+)?",
    re.IGNORECASE,
)
# "Helst men inte på söndagar", "dit vi flyttade": part of a sentence, and no title.
_TELLS = late(rf"(?<!\w)(?:{_WORDS['tells']})(?!\w)", re.IGNORECASE)
_ADDED = late(rf"\s+(?:{_WORDS['added']})$", re.IGNORECASE)


def tells(title: str) -> bool:
    """Whether words taken for a title are part of a sentence instead.

    Examples
    --------
    >>> tells("dit vi flyttade"), tells("chef för två kök")
    (True, False)
    """
    return _TELLS.search(title) is not None


class Named(NamedTuple):
    """A title, and where what introduces it begins and the title ends."""

    start: int
    end: int
    title: str
    said: str


def find_titles(sentence: str) -> list[Named]:
    """Find titles with what introduces them, and trades, deeds and places of work that stand for one, in their order.

    Examples
    --------
    >>> [named.title for named in find_titles("Jobbade som kock i Homs, sedan på ett lager i Malmö.")]
    ['kock', 'lagerarbetare']
    >>> [named.title for named in find_titles("Vill jobba som kock.")]
    []
    """
    found: list[Named] = []
    for named in _introduced(sentence):
        if not tells(named.title) and not _overlaps(found, named.start, named.end):
            found.append(named)
    for more in (_titled, _owned, _placed):
        found += [one for one in more(sentence) if not _overlaps(found, one.start, one.end)]
    found += [one for one in _done(sentence, found) if not _overlaps(found, one.start, one.end)]
    return sorted(found or _trained(sentence))


def _introduced(sentence: str) -> Iterator[Named]:
    titled = _TITLED.match(sentence)
    titled = titled if titled and (is_title(titled["title"]) or _EXPERIENCE.search(titled.group())) else None
    for match in (titled, *_TOLD.finditer(sentence)):
        wished = match and _WISHED.search(sentence, max(0, match.start() - _NEAR), match.start())
        if match and not wished and not is_never_done(sentence, match.start(), match.end()):
            yield _named(match, _ADDED.sub("", _ARTICLE.sub("", match["title"].strip())))


def _titled(sentence: str) -> Iterator[Named]:
    """Find what must be a title to count, for what stands before it introduces other words too."""
    for pattern in (_AS, _AS_FIRST, _SOM, _WITHOUT_AS, _LEARNER, _SINCE_LEARNT, _HEADED):
        for match in pattern.finditer(sentence):
            wished = is_denied(sentence, match.start()) or _WISHES.search(sentence, 0, match.start())
            headed = pattern is not _HEADED or not _NO_HEAD.search(sentence)
            work = trade(match["title"]) if pattern in (_WITHOUT_AS, _HEADED) else None  # "och innan restaurang i ..."
            if headed and not wished and (work or is_title(match["title"])) and not tells(match["title"]):
                yield _named(match, work or _ADDED.sub("", match["title"].strip()))


def _owned(sentence: str) -> Iterator[Named]:
    for match in _RAN.finditer(sentence):
        if not _WISHES.search(sentence, 0, match.start()):
            own = _OWN[0 if _OWN_IN_SWEDISH.match(match.group()) else 1]
            own = "eget " if own == "egen " and re.search(r"(?:eget|ett|mitt|sitt) ", match.group()) else own
            said_of = _AS_WORK.match(sentence, match.end())
            what = (trade(said_of["title"]) or said_of["title"]) if said_of else ""
            added = f"{what}, " if is_title(what) else ""
            yield _named(match, added + own + match["title"])


def _placed(sentence: str) -> Iterator[Named]:
    taken = 0
    lasted = () if _STUDIED.search(sentence) else _FOR_LONG.finditer(sentence)
    for match in (*_AT_WORK.finditer(sentence), *lasted):
        known = match.start() < taken or _SAME.match(sentence, match.end())
        at = None if known else workplace(sentence, match.end())
        wished = at and (is_denied(sentence, match.start()) or _WISHES.search(sentence, 0, match.start()))
        if at and not wished:
            taken = at.end
            # "Utbildad farmaceut, nio år på apotek": where the place does not say it, what was learnt says who works.
            learnt = _headed_by(sentence, match)
            learnt = learnt or (None if is_title(at.title) else _learnt(sentence, match.start()))
            title = learnt if learnt else at.title
            yield Named(match.start(), at.end, title, sentence[match.start() : at.end])


# "Undersköterska, jobbade på äldreboende", "Är lantmätare, har arbetat på en kommun"
_TITLE_FIRST = late(
    r"(?:(?:jag |hon |han |hen )?(?:är|am|is) |egentligen |ursprungligen |tidigare |fd |f\.d\. )*(?:en |an? )?"
    r"(?!utbildad |trained |qualified )(?P<title>[^\W\d_][\w-]+(?: [^\W\d_][\w-]+)?),\s",
    re.IGNORECASE,
)
_ONLY_VERB = late(r",?\s*(?:och )?(?:har |has |have )?(?:senast |mest )?$", re.IGNORECASE)


def _headed_by(sentence: str, told: re.Match[str]) -> str | None:
    """Give the title that a sentence begins with, where nothing stands between it and the work told of."""
    first = _TITLE_FIRST.match(sentence)
    beside = first and _ONLY_VERB.fullmatch(sentence, first.end("title"), max(told.start(), first.end("title")))
    return first["title"] if first and beside and is_title(first["title"]) else None


def _done(sentence: str, titles: Sequence[Named]) -> Iterator[Named]:
    first = min((one.start for one in titles), default=len(sentence))
    for start, end, worker in find_doing(sentence):
        # What was done behind "worked as a cook, where I" is a duty of that job.
        if start < first or not _DUTY.search(sentence, max(0, start - _NEAR), start):
            yield Named(start, end, worker, sentence[start:end])


def _trained(sentence: str) -> list[Named]:
    """Find work told behind what somebody has learnt: "trained as a nurse, then three years on a ward"."""
    title, worked = _learnt(sentence, len(sentence)), _WORKED.search(sentence)
    if (
        title is None
        or worked is None
        or is_never_done(sentence, worked.start(), worked.end())
        or _WISHES.search(sentence)
    ):
        return []
    return [Named(worked.start(), worked.end(), title, worked.group())]


def _learnt(sentence: str, end: int) -> str | None:
    first = _TITLE_FIRST.match(sentence, 0, end)
    named = [match["title"] or match["by"] for match in _TRAINED.finditer(sentence, 0, end)]
    named += [first["title"]] if first else []
    return next(filter(is_title, named), None)


def _named(match: re.Match[str], title: str) -> Named:
    return Named(match.start(), match.end("title"), title, match.group())


def _overlaps(found: Sequence[Named], start: int, end: int) -> bool:
    return any(start < one.end and one.start < end for one in found)


# "I would like to work full time as a teacher from 8 January" tells of no work that is.
_WISHED = late(rf"(?<!\w)(?:{_WORDS['wished']})(?: [\w-]+){{0,5}} $", re.IGNORECASE)
_WISHES = late(rf"(?<!\w)(?:{_WORDS['wishes']})(?!\w)", re.IGNORECASE)
_DUTY = late(r"(?<!\w)(?:där|vilket|dvs|bl\.? ?a\.?|med att|where|which|namely)(?: \w+){0,4} $", re.IGNORECASE)
_NEAR = 60
