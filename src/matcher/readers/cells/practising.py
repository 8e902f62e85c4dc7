"""What stands beside a degree and is no part of its subject: a licence to practise, a craft certificate not held."""

from __future__ import annotations

import re
from collections.abc import Iterable

from matcher.patterns import late
from matcher.readers.cells.papers import read_profession
from matcher.readers.cells.titles import labels_of
from matcher.readers.lexicon import joined
from matcher.records import LicensedProfession
from matcher.taxonomy.facts.professions import PROTECTED_TITLES, find_professions
from matcher.taxonomy.wording import fold

_WORDS = joined("practising")

_LICENCE = late(rf"(?<!\w)(?:{_WORDS['test']}|{_WORDS['degree']})(?![\w-])", re.IGNORECASE)
_IN_REMARK = late(rf"(?<!\w)(?:{_WORDS['test']}|{_WORDS['remark']})(?![\w-])", re.IGNORECASE)
_LEADS = late(rf"(?:(?<!\w)(?:{_WORDS['lead']})\s+){{1,8}}$", re.IGNORECASE)
_CLAUSES = late(r"([,;()\n]|\.\s|\.$|\s[-–—]\s)")
_WITHOUT, _PAPER, _LACKING = (_WORDS[kind] for kind in ("without", "craft", "lacking"))
_CRAFT = late(rf"(?<!\w)(?:(?:{_WITHOUT}) (?:\w+ )?(?:{_PAPER})|(?:{_PAPER}) (?:{_LACKING}))(?!\w)", re.IGNORECASE)


def without_licence(text: str) -> str:
    """Leave out of an education what tells of a licence to practise, or of a craft certificate that is not held.

    Examples
    --------
    >>> without_licence("optiker Tunis 2011, ej svensk leg"), without_licence("leg. optiker 2011")
    ('optiker Tunis 2011, ', ' optiker 2011')
    >>> without_licence("målare 2 år, gesällbrev saknas"), without_licence("målare, gesällbrev 2015")
    ('målare 2 år, ', 'målare, gesällbrev 2015')
    """
    text = _CRAFT.sub("", text)
    if not _LICENCE.search(text):
        return text
    # A clipped "leg." is a word, and its point parts nothing.
    return "".join(map(_subject, _CLAUSES.split(_LEG.sub("leg", text))))


_LEG = late(r"(?<!\w)leg\.(?=\s|$)", re.IGNORECASE)


def _subject(clause: str) -> str:
    named = _LICENCE.search(clause)
    if not named:
        return clause
    before, behind = clause[: named.start()], clause[named.end() :]
    if lead := _LEADS.search(before):
        before = before[: lead.start()]
    return before + (behind if find_professions(behind) else "")


def licence_beside(education: str, remark: str = "") -> LicensedProfession | None:
    """Read how far somebody with a degree is on the way to the licence to practise that goes with it.

    Parameters
    ----------
    education : str
        Names the profession or its degree.
    remark : str
        What else may tell of the licence; it names no profession itself.

    Examples
    --------
    >>> licence_beside("logopedexamen Split 2012, söker leg")
    LicensedProfession(profession='logoped', status='applied')
    >>> licence_beside("optiker Tunis", "kunskapsprov i maj").status, licence_beside("kock Tunis, ej leg")
    ('knowledge_test', None)
    """
    told = [clause.strip() for clause in _CLAUSES.split(_LEG.sub("leg", education)) if _LICENCE.search(clause)]
    told += [clause.strip() for clause in _CLAUSES.split(_LEG.sub("leg", remark)) if _IN_REMARK.search(clause)]
    entitled = [m for m in map(_ENTITLED.fullmatch, _CLAUSES.split(_LEG.sub("leg", remark))) if m]
    if entitled and find_professions(entitled[0][1]):
        education, told = entitled[0][1], [*told, "legitimerad"]
    if not told:
        return None
    found = [label for _, _, label in find_professions(education)]
    name = next(filter(None, (*found, *map(_profession, _DEGREE.finditer(education)))), None)
    # The title of an assistant nurse is protected, and no licence to practise.
    return None if name is None or name in PROTECTED_TITLES else read_profession(f"{name}: {', '.join(told)}")


# What a list of cards calls a licence by; "licensed nurse" may be so in any country.
_ON_A_CARD = late(r"legitim|skyddad \w*titel|(?<!\w)leg\.", re.IGNORECASE)


def licence_among(cards: Iterable[str]) -> tuple[LicensedProfession | None, list[str]]:
    """Take the licence to practise out of a list of cards, where it stands as one of them.

    Examples
    --------
    >>> licence, cards = licence_among(["HLR", "Barnmorskelegitimation 2021"])
    >>> licence.profession, licence.status, cards
    ('barnmorska', 'licensed', ['HLR'])
    """
    held: LicensedProfession | None = None
    others: list[str] = []
    for card in cards:
        licence = read_profession(card) if _ON_A_CARD.search(card) else None
        held = held or licence
        others += [card] if licence is None else []
    return held, others


# "Leg. optiker": the remark names the profession itself.
_ENTITLED = late(r"\s*(?:(?:är|numera) )*(?:svensk )?leg(?:itimerad)? ([^\W\d_]{5,})\s*", re.IGNORECASE)
_DEGREE = late(
    r"(?<!\w)(?!doktor|magister|master|kandidat|licentiat|student)(?P<stem>[^\W\d_]{3,}?)s?-?"
    r"(?:examen|ex\.?|utb(?:ildning(?:en)?|\.)?|program(?:met)?|progr\.?)(?!\w)",
    re.IGNORECASE,
)


def _stems(degree: re.Match[str]) -> tuple[str, ...]:
    """Give the forms a title may have behind its compound: "lärar", "sjuksköterske", "snickar"."""
    stem = degree["stem"].casefold()
    return stem, f"{stem}e", f"{stem[:-1]}a"


def _profession(degree: re.Match[str]) -> str | None:
    return next((found[0][2] for stem in _stems(degree) if (found := find_professions(stem))), None)


def _title(degree: re.Match[str]) -> str | None:
    return _profession(degree) or next((stem for stem in _stems(degree) if _is_trade(stem)), None)


# "truck" and "guide" stand among the names of occupations, too.
_WHO_WORKS = late(r"(?:are|ör|ist|nom|log|tekt|kock)$")


def _is_trade(stem: str) -> bool:
    known = stem.endswith("ingenjör") or fold(stem) in labels_of("occupation")
    return known and bool(_WHO_WORKS.search(stem))


def subject_of_degree(text: str) -> str:
    """Name the profession of a degree in one word; nothing where the text has no such degree.

    Examples
    --------
    >>> subject_of_degree("socionomexamen Tirana"), subject_of_degree("elutbildning")
    ('socionom', '')
    """
    return next(filter(None, map(_title, _DEGREE.finditer(text))), "")


def with_titles(field: str) -> str:
    """Put the title of the profession where a field names its degree, and each title once.

    Examples
    --------
    >>> with_titles("snickarutbildning, trappor")
    'snickare, trappor'
    """
    titled = _DEGREE.sub(lambda degree: _title(degree) or degree.group(), field)
    return field if titled == field else ", ".join(dict.fromkeys(titled.split(", ")))
