"""Headers that name one card, one language or one thing each, or a unit; their cells say yes, no, or how much."""

from __future__ import annotations

import re

from matcher.readers.cells.language import find_languages
from matcher.taxonomy.certificates import find_certificates
from matcher.taxonomy.wording import fold

_ITEM = re.compile(r"[^:]*[^\s:]\s*:\s*([^\W\d_][^:?()]{1,40})")


def item_of(header: str) -> str | None:
    """Words behind the colon of a header that asks for one thing each: its cells say yes, no or how long.

    Examples
    --------
    >>> item_of("Vill jobba med: lager"), item_of("Years of experience: cleaning"), item_of("Yrke 1:")
    ('lager', 'cleaning', None)
    """
    found = _ITEM.fullmatch(header.strip())
    return found[1].strip() if found else None


_ASKED = re.compile(
    r"(?<!\w)(?:har(?: du)?|(?:klass )?[a-d]?\d(?:\s*[-–]\s*[a-d]?\d)?|klass [a-d]|[a-d]|finns|giltigt?"
    r"|kurs|course|training|ja|nej|j|n|yes|no|y|eller|el\.?)(?!\w)|[\s/?:().,-]"
)


def card_of(header: str) -> str | None:
    """Words for a card, course or permit if a header names one and nothing else.

    Examples
    --------
    >>> card_of("Truckkort J/N"), card_of("HLR (ja/nej)"), card_of("Intyg/kurser"), card_of("Truckkort och YKB")
    ('truckkort', 'hlr', None, None)
    """
    words = fold(item_of(header) or header)
    found = find_certificates(words)
    if len(found) != 1:
        return None
    start, end, _ = found[0]
    return None if _ASKED.sub("", f"{words[:start]} {words[end:]}") else words[start:end]


_LEVEL_WORDS = re.compile(
    r"(?<!\w)(?:nivå\w*|level|kunskap\w*|skills?|cefr|tal|munt\w*|skrift\w*|spoken|written|språk|language|har|"
    r"talar|pratar|kan|du|ja|nej|j|n|yes|no|y|eller|speaks?|hur bra)(?!\w)|[\s/?:().,-]",
    re.IGNORECASE,
)
_ORAL_OR_WRITTEN = re.compile(r"(?<!\w)(?:tal|munt\w*|spoken|skrift\w*|written)(?!\w)", re.IGNORECASE)


def language_of(header: str) -> str | None:
    """Words for a language other than Swedish if a header names one and nothing else, and whether it is spoken.

    Examples
    --------
    >>> language_of("Engelska nivå"), language_of("English (spoken)"), language_of("Svenska")
    ('Engelska', 'English spoken', None)
    """
    found = find_languages(header)
    if len(found) != 1 or found[0][2] == "sv":
        return None
    start, end, _ = found[0]
    rest = f"{header[:start]} {header[end:]}"
    skill = _ORAL_OR_WRITTEN.search(rest)
    return None if _LEVEL_WORDS.sub("", rest) else f"{header[start:end]} {skill.group() if skill else ''}".strip()


def unit_of(header: str) -> str:
    """Give the unit that a header names: ``"months"``, ``"hours"``, ``"minutes"`` or none.

    Examples
    --------
    >>> unit_of("Längd (mån)"), unit_of("Max restid (min)"), unit_of("Yrke")
    ('months', 'minutes', '')
    """
    low = fold(header)
    if re.search(r"(?<!\w)(?:mån|månad\w*|months?)(?!\w)", low):
        return "months"
    if re.search(r"(?<!\w)(?:tim\w*|hours?|h)(?!\w)", low) and not re.search(r"(?<!\w)min", low):
        return "hours"
    return "minutes" if re.search(r"(?<!\w)min\w*", low) else ""
