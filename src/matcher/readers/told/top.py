"""The top of a CV or a note: where somebody lives, addresses that are not kept, and what work it is written for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from matcher.patterns import late
from matcher.readers.cells.plans import read_minutes
from matcher.readers.cells.titles import is_title
from matcher.readers.draft import Draft
from matcher.readers.privacy.others import own_clauses
from matcher.readers.texts.headings import undecorated
from matcher.readers.texts.sections import Section
from matcher.readers.times.periods import read_period
from matcher.taxonomy.facts.municipalities import municipality

_LONGEST = 120
"""Longest line of an address, in characters."""
TOP_LINES = 12
"""Lines of a section that may tell where somebody lives."""
# "Bor i Lund"
_LIVES = late(
    r"(?<!\w)(?:(?i:bor på \w+ i|(?<=jag )bo(?: i)?(?= [A-ZÅÄÖ])"
    r"|bor(?: nu| numera| just nu| sedan \d{4})? i|bor (?:jag|hon|han|hen|vi)(?: nu| numera)? i|bor|boende i"
    r"|bosatt i|hemma i|(?:lägenhet"
    r"|rum|bostad"
    r"|villa) i"
    r"|här i|lives?(?: now)? in|living in|based in|here in|flat in)|från)\s+"
    r"(?P<where>[A-ZÅÄÖ][\w\s-]{2,25}?)(?=[,.;()\n]"
    r"|\s+(?:och|and|men|i|in|sedan|since|med|with|har|är|jobbar|studerar|tillsammans|where|now|nu)\s|$)"
)
# "Kom hit från Borås": where that was left is no home.
_CAME = late(r"(?<!\w)(?:kom|kommit|hit|\w{3,}(?:ade|at))(?!\w)[^.,;\n]{0,60}$", re.IGNORECASE)
_SENTENCE = late(r"(?<=[.!?])\s+|\n")
# "Pendling från Sala upp till 70 minuter"
_COMMUTES = late(
    r"(?<!\w)(?i:pendl\w*|commut\w*|travel\w*|tåg\w*|buss\w*)(?: [\w-]+){0,3}? (?:från|fr\.?|from)"
    r" (?P<where>[A-ZÅÄÖ][\w-]+)"
)
# "När vi hade flyttat till Lund": where somebody moved, where nothing says where they live.
_MOVED = late(
    r"(?<!\w)(?:(?:flytta(?:de|t)|moved)(?: hit)? (?:till|to)|har (?:jag )?bott i|lived in) (?P<where>[A-ZÅÄÖ][\w-]+)"
)


def read_place(draft: Draft, line: str) -> None:
    """Read the municipality among the parts of a title line, and the longest journey beside it.

    Examples
    --------
    >>> draft = Draft("cv.txt", "cv")
    >>> read_place(draft, "P13 / Nynäshamn / B-körkort / max 40 min")
    >>> draft.municipality, draft.minutes
    ('Nynäshamn', 40)
    """
    for part in re.split(r"[,/|()•·–—]|\s-\s|\s{3,}|(?<=\d)\s+|\.\s+|\s+(?=den \d|\d)", undecorated(line)):
        place = municipality(part.strip(" *:.")) if 2 < len(part.strip()) < 40 else None
        draft.municipality = draft.municipality or (place.name if place else None)
    if draft.minutes is None and (journey := _MINUTES.search(line)):
        draft.minutes = read_minutes(journey[1])


_MINUTES = late(
    r"(?:^|[,/|•·–(]\s*)((?:(?:max|högst|ca|restid|pendling)\.? )?\d{2,3} ?min(?:uter)?)\s*(?:$"
    r"|[,/|•·–)])",
    re.IGNORECASE,
)


def read_home(draft: Draft, text: str, lives_only: bool = False) -> None:
    """Read where somebody lives from whole sentences; their other clauses, a name among them, may not be kept.

    Parameters
    ----------
    draft : Draft
    text : str
    lives_only : bool, default False
        Whether only "bor i ..." counts, as in a note beside a CV, and no place that somebody comes from or moved to.

    Examples
    --------
    >>> draft = Draft("cv.txt", "cv")
    >>> read_home(draft, "Jag heter N och bor i Täby med min syster.")
    >>> draft.municipality
    'Täby'
    """
    text = "\n".join(own_clauses(sentence) for sentence in _SENTENCE.split(text))
    found = [match for match in _LIVES.finditer(text) if not lives_only or match.group().casefold().startswith("bo")]
    found = [one for one in found if not (one.group().startswith("från") and _CAME.search(text, 0, one.start()))]
    for match in (*found, *(() if lives_only else (*_COMMUTES.finditer(text), *_MOVED.finditer(text)))):
        place = municipality(match["where"])
        draft.municipality = draft.municipality or (place.name if place else None)


# "Storgatan 1, 632 20 Eskilstuna"
_POSTAL = late(r"(?<!\d)\d{3} ?\d{2},?\s+(?P<town>[A-ZÅÄÖ][\wåäö-]+(?: [A-ZÅÄÖ][\w-]+)?)")
_TO_REACH = late(r"@|(?<!\d)\d{3}[ -]\d{2,3}|\d{6}|(?:gatan|vägen|gränd|stigen|allén?) \d")
_CONTACT = late(r"\W*(?:kontakt|contact|personuppgifter|personal|personlig)", re.IGNORECASE)
_NO_HOME = late(r"föd|birth|born|nation|medborg|citizen|http|www", re.IGNORECASE)


def read_address(draft: Draft, section: Section) -> None:
    """Read the municipality from lines that tell how to reach somebody, before those are left out.

    Examples
    --------
    >>> draft = Draft("cv.txt", "cv")
    >>> read_address(draft, Section("top", ["Storgatan 1, 632 20 Eskilstuna"]))
    >>> draft.municipality
    'Eskilstuna'
    """
    contact = section.kind == "drop" and bool(_CONTACT.match(section.heading))
    if not (contact or section.kind in ("top", "home")):
        return
    for line in section.lines[:TOP_LINES]:
        if _NO_HOME.search(line) or len(line) > _LONGEST:
            continue
        for match in _POSTAL.finditer(line):
            place = municipality(match["town"]) or municipality(match["town"].split(" ")[0])
            draft.municipality = draft.municipality or (place.name if place else None)
        if contact or _TO_REACH.search(line):
            read_place(draft, line)


_FIRST = 2
"""Lines that a headline may stand in."""
_MOST_BLANKS = 2
_PARTS = late(r"[,/|·•;]|\.(?:\s|$)|\s[-–—]\s")
_WHENCE = late(r"\s(?:från|from)\s.*", re.IGNORECASE)
_PLANNED = late(r"(?<!\w)(?:vill|söker|helst|inte|ej|not|wants?|no)(?!\w)", re.IGNORECASE)
# "Vaktmästare, arbetat i Göteborg 3 år" tells of a job.
_DONE = late(r"(?<!\w)(?:arbetat|jobbat|arbetade|jobbade|worked)(?!\w)", re.IGNORECASE)

# "Studie- och yrkesvägledare, samtal 2" says who wrote a note.
_OF_TALK = late(
    r"(?<!\w)(?:\w*samtal\w*|\w*anteckning\w*|möte\w*|\w*rapport|protokoll|besök|närvarande|handläggare|meeting|notes?"
    r"|interview|minutes)(?!\w)",
    re.IGNORECASE,
)


def headline(sections: Sequence[Section]) -> list[str]:
    """Give the titles at the head of a CV.

    Examples
    --------
    >>> headline([Section("top", ["K1, Lund. Kock, bagare."])])
    ['Kock', 'bagare']
    >>> headline([Section("top", ["Kock, jobbat i Lund 3 år."])])
    []
    """
    top = next((section for section in sections if section.kind == "top"), None)
    for line in top.lines[:_FIRST] if top else ():
        told = read_period(line)
        of_job = told.start or told.end or ("/" in line and not told.is_empty) or _DONE.search(line)
        if of_job or _OF_TALK.search(line):
            continue  # "Kock i Iran, 2019 - 2021", "Svetsare TIG/MIG 20 år på varv" tell of a job.
        parts = [_WHENCE.sub("", part).strip() for part in _PARTS.split(undecorated(line)) if part.strip()]
        parts = [part for part in parts if not re.search(r"\d", part) and municipality(part) is None]
        if parts and all(map(_is_title, parts)):
            return parts
    return []


def _is_title(part: str) -> bool:
    return is_title(part) and part.count(" ") <= _MOST_BLANKS and not _PLANNED.search(part)
