"""Named facts from free text, sentence by sentence; nothing of the text itself is kept.

What is looked for has a field: driving licence, car, hours and times, first day, journey, licence to practise, work
asked for or not wanted. Everything else a note may say (health, family, opinions) is not read at all.
"""

from __future__ import annotations

import re
from datetime import date

from matcher.patterns import late
from matcher.readers.cells.firstday import AHEAD, read_start
from matcher.readers.cells.licence import learns_to_drive, read_licences
from matcher.readers.cells.papers import read_profession
from matcher.readers.cells.plans import read_minutes
from matcher.readers.cells.tongues import find_languages
from matcher.readers.cells.worktime import read_hours, read_not_times
from matcher.readers.draft import Draft
from matcher.readers.lexicon import joined
from matcher.readers.privacy.others import own_clauses
from matcher.readers.times.periods import read_period
from matcher.readers.told.asked import asked_work
from matcher.readers.told.refusals import excepted_times, refused_work
from matcher.taxonomy.facts.professions import find_professions

_WORDS = joined("prose")

MAX_PROSE = 20_000
"""Longest free text that is read, in characters."""

_SENTENCE = late(r"(?<=[.!?;])(?<!\.m\.)(?<!(?<!\w)kl\.)\s+(?=[^\W\d_a-zåäö]|\d)|\n+")
_LICENCE = late(
    r"(?<!\w)(?:\w*-?körkort\w*|driv(?:ing|er'?s?) licen[cs]es?|licen[cs]es?,? ?[(:]?\s?(?:category "
    r"|class )?[A-E]{1,2}\d?\b|(?-i:[BCD]1?E?) licen[cs]e|[A-E]{1,2}-kort\w*|AM-kort\w*|KK"
    r"|(?:passed|klarade|klarat) (?:the |my )?(?:swedish |svenska )?(?:driving )?(?:test|prov\w*) (?:for|för)"
    r"|(?:have|has|got|holds?|har|fått) (?:an? |ett |now )*(?:swedish|svenskt) (?-i:[BCD]1?E?)(?![\w-])"
    r"|licen[cs]e for (?:an? )?(?:bus(?:es)?|lorry|lorries|cars?)|(?:bus|lorry|car) licen[cs]e"
    r"|(?:förarbevis|förarlicens|förartillstånd|bilcertifikat|rättigheter)(?=,?:? (?:kategori|klass"
    r"|typ) [A-E]))(?!\w)",
    re.IGNORECASE,
)
# "Körkort B och egen bil", "engelska B1": what stands beside a licence in a sentence.
_BESIDE_LICENCE = late(
    r"(?:ingen|egen|no|own) (?:bil|car|van)\b"
    r"|(?<![Kk]örkort )(?<!licence )(?<!klass )(?<!kategori )(?<!category )(?<!class )(?<!typ )\b[ABC][12]\b"
    r"(?!-?\s?(?:kör|licen))"
)
_DRIVES = late("kör|driv", re.IGNORECASE)  # "läser teori", "tar lektioner" may be about anything
_NO_LICENCE = late(_WORDS["no_licence"], re.IGNORECASE)
_NO_CAR = late(_WORDS["no_car"], re.IGNORECASE)
_CAR = late(
    r"(?<!\w)(?:ege[nt] (?:bil|skåpbil)|har (?:ege[nt] )?bil|tillgång till (?:egen )?bil|bil finns"
    r"|körkort(?: [A-E]{1,2})?(?: \([^()]{1,30}\))?(?:,|,? och|,? samt) (?:egen )?bil(?! finns)"
    r"|äger (?:en )?bil|(?:har )?köpt (?:en )?(?:egen )?bil|bil köpt|bought an? car"
    r"|bil till (?:mitt |sitt )?förfogande|own (?:car|van)|(?:has|have|own) (?:a )?car"
    r"|access to a car"
    r"|there is a car|and (?:an? )?(?:\w+ )?car|(?:ny|gammal) bil)(?!\w)",
    re.IGNORECASE,
)
_PROFESSION = late(_WORDS["profession"], re.IGNORECASE)
_HOURS = late(rf"(?<!\w)(?:{_WORDS['hours']})(?!\w)", re.IGNORECASE)
# "Jobbade deltid som kock", "worked as a part-time cleaner": hours of a job, not those that are asked for.
_DONE = late(rf"(?<!\w)(?:{_WORDS['done']})(?!\w)", re.IGNORECASE)
_ASKED = late(rf"(?<!\w)(?:{_WORDS['asked']})(?!\w)", re.IGNORECASE)
_JOURNEY = late(rf"(?<!\w)(?:{_WORDS['journey']})(?!\w)", re.IGNORECASE)
_TIMED = late(r"min(?!s)|tim|hour|kvart|\d ?h(?!\w)", re.IGNORECASE)
_BEGIN = late(rf"(?<!\w)(?:{_WORDS['begin']})(?!\w)", re.IGNORECASE)
_PLANNED = late(rf"(?<!\w)(?:{_WORDS['planned']})(?!\w)|^\s*från", re.IGNORECASE)
_AT_ONCE = late(
    r"(?<!\w)(?:kan (?:jag )?(?:börja|jobba)[^.]{0,20}|start\w*[: ]+|available |can start |ledig "
    r"|tillgänglig )(?:nu|direkt|omgående|genast"
    r"|på en gång|immediately|now|at once|straight away)(?!\w)|(?<!\w)(?:straight away|available (?:now"
    r"|at once))(?!\w)",
    re.IGNORECASE,
)


def read_prose(
    draft: Draft, text: str, column: str | None = None, today: date | None = None, wishes: bool = True
) -> None:
    """Take named facts from free text into a draft; what it already holds stays.

    Parameters
    ----------
    draft : Draft
    text : str
        Its first :data:`MAX_PROSE` characters are read.
    column : str, optional
        Place for the report.
    today : datetime.date, optional
        For days without a year.
    wishes : bool, default True
        Whether work asked for is looked for too.

    Examples
    --------
    >>> draft = Draft("cv.json", "cv")
    >>> read_prose(draft, "Holds a Swedish driving licence, category B. Full time from 1 December 2026, no evenings.")
    >>> draft.licences[0].valid, draft.hours, draft.start, draft.not_times
    ('yes', 'full', '2026-12-01', ['evening'])
    """
    unlicensed = not draft.licences
    for sentence in _SENTENCE.split(text[:MAX_PROSE]):
        if sentence.strip():
            _driving(draft, own_clauses(sentence), unlicensed)
            _profession(draft, sentence, text)
            _working(draft, sentence, today)
            draft.not_wanted += draft.clean_items(refused_work(sentence), column)
            if wishes:
                draft.wishes += draft.clean_items(asked_work(sentence), column)


def read_times(draft: Draft, text: str) -> None:
    """Add the times at which a text says that its person cannot work, whatever the reason, which is not kept.

    Examples
    --------
    >>> draft = Draft("a.txt", "a")
    >>> read_times(draft, "Hämtar barn, så måste sluta senast 16. Maken kan inte jobba helger.")
    >>> draft.not_times
    ['evening', 'night']
    """
    for sentence in _SENTENCE.split(text[:MAX_PROSE]):
        draft.not_times += [time for time in read_not_times(own_clauses(sentence)) if time not in draft.not_times]


def _driving(draft: Draft, sentence: str, unlicensed: bool) -> None:
    if _NO_LICENCE.search(sentence) or (unlicensed and _DRIVES.search(sentence) and learns_to_drive(sentence)):
        draft.none.add("driving_licences")
    elif unlicensed and _LICENCE.search(sentence):
        held = {one.class_ for one in draft.licences}
        draft.licences += [
            one for one in read_licences(_licence_part(sentence), as_of=draft.as_of)[0] if one.class_ not in held
        ]
    if _NO_CAR.search(sentence):
        draft.own_car = False if draft.own_car is None else draft.own_car
    elif _CAR.search(sentence) and draft.own_car is None:
        draft.own_car = True


def _licence_part(sentence: str) -> str:
    """Take the words around the licence, without what else stands in the sentence: a country of work is not its own."""
    clauses = _PARTED.split(sentence)
    at = next((place for place, clause in enumerate(clauses) if _LICENCE.search(clause)), 0)
    told = [clause for clause in clauses[at + 1 :] if not (_OF_ELSE.search(clause) or find_languages(clause))]
    return _BESIDE_LICENCE.sub(" ", ", ".join((clauses[at], *told)))


_PARTED = late(r"[,;]\s+|\s[-–—]\s")
_OF_ELSE = late(r"(?<!\w)(?:jobba|arbeta|work|talar|pratar|speak|bodde|bott|lived|skola|school)\w*", re.IGNORECASE)


def _profession(draft: Draft, sentence: str, text: str) -> None:
    if draft.profession is not None or not _PROFESSION.search(sentence):
        return
    found = read_profession(sentence)
    if found is None or not _of_licence(sentence):
        worked = ". ".join([*(job.title for job in draft.jobs), *draft.wishes])
        named = next(filter(None, map(_of_licence, (sentence, text, worked))), ())
        found = (read_profession(f"{named[0][2]}: {_OF_AIDE.sub(' ', sentence)}") if named else None) or found
    draft.profession = found


# Whose title is protected and who needs no licence: beside a doctor it is what somebody works as meanwhile.
_OF_AIDE = late(r"(?<!\w)(?:usk|undersk\w*|assistant nurses?|nurs(?:e|ing) (?:aide|assistant)s?)(?!\w)", re.IGNORECASE)


def _of_licence(text: str) -> list[tuple[int, int, str]]:
    """Find the professions of a text, but no nurse's aide beside others or where a test or a licence is told of."""
    found = find_professions(text)
    others = [one for one in found if one[2] != "undersköterska"]
    return others or ([] if _TEST.search(text) else found)


_TEST = late(r"kunskapsprov|knowledge test|legitim|(?<!\w)leg(?!\w)", re.IGNORECASE)


def _asked_hours(sentence: str) -> str:
    """Leave out the clause that says how much somebody works today: "jobbar deltid på lager men söker heltid"."""
    clauses = _CLAUSES.split(sentence)
    asked = [one for one in clauses if _ASKED.search(one) or not _DONE.search(one)]
    return ", ".join(asked) if any(map(_HOURS.search, asked)) else sentence


_CLAUSES = late(r"[,;]\s+|\s(?:men|but|och|and)\s")


def _working(draft: Draft, sentence: str, today: date | None) -> None:
    if draft.hours is None and _HOURS.search(sentence) and (_ASKED.search(sentence) or not _DONE.search(sentence)):
        draft.hours = read_hours(_asked_hours(sentence))
    times = [*read_not_times(sentence), *excepted_times(sentence)]
    draft.not_times += [time for time in times if time not in draft.not_times]
    if draft.minutes is None and _JOURNEY.search(sentence) and _TIMED.search(sentence):
        draft.minutes = read_minutes(sentence)
    if draft.start is None:
        if _AT_ONCE.search(sentence):
            draft.start = "now"
        elif (match := _BEGIN.search(sentence)) and (
            re.search(r"\d", sentence[match.start() :]) or AHEAD.search(sentence, match.end())
        ):
            period = read_period(sentence[match.start() :])
            bare = match.group().casefold().startswith(("från", "from")) and not _PLANNED.search(sentence)
            if bare or (period.start and period.end):
                return  # "från 2019 till 2021" and "kock från mars 2022" tell of the past
            draft.start = read_start(re.sub(r"\d+ (?:min|tim|år)\w*", " ", sentence[match.start() :]), today)
