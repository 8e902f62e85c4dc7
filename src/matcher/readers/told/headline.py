"""What stands at the head of a CV and is what it is written for: "K1, Lund. Kock, bagare."."""

from __future__ import annotations

import re
from collections.abc import Sequence

from matcher.patterns import late
from matcher.readers.cells.titles import is_title
from matcher.readers.texts.headings import undecorated
from matcher.readers.texts.sections import Section
from matcher.readers.times.periods import read_period
from matcher.taxonomy.facts.municipalities import municipality

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
