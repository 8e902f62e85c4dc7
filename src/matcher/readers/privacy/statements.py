"""Statements where only names are expected: among skills and wishes, and behind a title.

A skill may be told by a sentence ("I teach friends to sew"), as long as it is one about the person and names what can
be done; what is added to a title by a verb is no part of it. What such a sentence tells of a life, its words need not
be known for it to go.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from matcher.patterns import late
from matcher.readers.cells.familiar import HALF, is_strange, known_share
from matcher.readers.cells.shortforms import activity, occupation
from matcher.readers.cells.titles import names_work
from matcher.readers.lexicon import joined

_WORDS = joined("persons")

_WHO = r"(?:(?:jag|hon|han|hen|she|he|they|i) )?"
_HOW = rf"(?:(?:{_WORDS['how']}) )?"
# "uppvuxen på ...", "lite blyg inför ..."
_BY_WORD = rf"{_HOW}(?:{_WORDS['undergone']})\s+(?=(?:{_WORDS['towards']})(?!\w))"
_UNDERGONE = late(rf"{_WHO}{_BY_WORD}", re.IGNORECASE)
_STATE = late(rf"{_WHO}(?:(?:{_WORDS['state']})\s+|{_BY_WORD})(?P<what>\w+.*)", re.IGNORECASE)
_DREAMS = late(
    rf"{_WHO}(?:{_WORDS['dreams']})(?!\w)"
    r"(?! (?:om|of|att|to) (?:att |ett |en |get |an? )?(?:bli|få|jobb|arbet|becom|work|job|a job))",
    re.IGNORECASE,
)
_NAMES_SKILL = late(rf"(?<!\w)(?:{_WORDS['names_skill']})(?!\w)", re.IGNORECASE)
# What hangs on another word tells of what that is: "är trött på att folk tror att han är städare".
_HANGS = late(r"\s(?:att|som|när|där|eftersom|that|who|which|because|when|where)\s(?=.)", re.IGNORECASE)
_ABOUT_ELSE = late(
    rf"(?:{_WORDS['subject']})"
    rf"(?: (?!(?:{_WORDS['own']})(?!\w))[\w'’-]+){{0,3}}? (?:{_WORDS['finite']}|{_WORDS['does']})(?!\w)",
    re.IGNORECASE,
)
_THEIRS = rf"(?:{_WORDS['third']})(?: (?!(?:{_WORDS['own']})(?!\w))[\w'’-]+){{2}}"
# "katten måste ...", "their kettle whistles"
_ABOUT_THING = late(
    rf"(?!(?:{_WORDS['own']}|\w+skan)(?!\w))(?:{_WORDS['definite']}) (?:{_WORDS['finite']}|{_WORDS['does']})(?!\w)"
    rf"|{_THEIRS}",
    re.IGNORECASE,
)
_SAYS = late(rf"{_WHO}(?:{_WORDS['says']}) (?:{_WORDS['who_says']}|{_WORDS['definite']}|att|that)(?!\w)", re.IGNORECASE)
# What begins no name: "no ...", "left ...", "their lift stops ..."; "lite städning" names one.
_NO_NAME = late(rf"(?:{_WHO}(?:{_WORDS['denies']}|{_WORDS['event']})\s+\w|{_THEIRS})", re.IGNORECASE)
_SOMEHOW = late(rf"{_WHO}(?:{_WORDS['how']})\s+\w", re.IGNORECASE)
_FINITE = late(rf"(?<!\w)(?:{_WORDS['finite']})(?!\w)", re.IGNORECASE)
_OWN = late(r"(?<!\w)(?:[Jj]ag|I|[Ss]jälv)(?!\w)")
_OF_WORK = late(rf"(?<!\w)(?:{_WORDS['of_work']})(?!\w)", re.IGNORECASE)
# Of a life now; what somebody did or was may be part of the work.
_LIFE = late(rf"{_WHO}(?:{_WORDS['life']})(?!\w)", re.IGNORECASE)
_ABOUT_PEOPLE = late(
    rf"(?:{_WORDS['people']}|(?:{_WORDS['whose']}) (?!(?:{_WORDS['own']})(?!\w))[\w'’-]+)"
    rf"(?: [\w'’-]+){{0,4}}? (?:{_WORDS['finite']})(?!\w)",
    re.IGNORECASE,
)
# No comma or dash within a bracket.
_ADDED = late(r"\s*(?:(?:[,;\n]|\.(?=\s)|\s[-–—](?=\s))(?![^()]*\))|\s\((?=[^()]*\)))\s*")


def is_statement(label: str) -> bool:
    """Whether an item among skills or wishes is a sentence that names neither.

    Examples
    --------
    >>> [is_statement(one) for one in ("bor på andra våningen", "her landlord has a bakery", "drömmer om en balkong")]
    [True, True, True]
    >>> [is_statement(one) for one in ("är van vid storkök", "his Spanish is good", "drömmer om att bli kock")]
    [False, False, False]
    """
    if _SAYS.match(label) or _UNDERGONE.match(label) or _is_state(label):
        return True
    of_else = _ABOUT_ELSE.match(label) or _ABOUT_PEOPLE.match(label) or _ABOUT_THING.match(label)
    head = _HANGS.split(label, maxsplit=1)[0]
    return bool(_DREAMS.match(label) or (of_else and not (_OF_WORK.search(head) or _OWN.search(head))))


def _is_state(label: str) -> bool:
    state = _STATE.fullmatch(label)
    told = _HANGS.split(state["what"], maxsplit=1)[0].split(" ")[:_PREDICATE] if state else []
    return bool(told) and not _NAMES_SKILL.search(" ".join(told))


_PREDICATE = 6
"""Words in which a state names what somebody can do, if it does."""


def without_statements(title: str) -> str:
    """Leave out what is added to a title by a sentence of its own, unless it tells of work.

    Examples
    --------
    >>> without_statements("Kock, café - ser ut som en björn"), without_statements("Kock (hade även ansvar för lager)")
    ('Kock, café', 'Kock (hade även ansvar för lager)')
    """
    kept = _without(title, _is_sentence, _is_no_work)
    return "" if _NO_NAME.match(kept) and _is_no_work(f",{kept}") else kept


def work_named(title: str) -> str:
    """Leave of the title of a job or a wish what names work; empty where it is a sentence of other words.

    Examples
    --------
    >>> work_named("Kock (blev stungen av getingar i trapphuset)"), work_named("blev stungen av getingar i trapphuset")
    ('Kock', '')
    >>> work_named("Ostvändare på gården i dalen, tog emot varor")
    'Ostvändare på gården i dalen, tog emot varor'
    """
    kept = _without(title, _is_strange_addition, _is_no_work)
    first = _ADDED.split(kept, maxsplit=1)[0]
    if is_strange(_plain(first), few=3) and not _OF_WORK.search(first):
        return ""
    return kept if kept == title else occupation(kept)  # a trade that stands alone now is who works there


def skill_named(label: str) -> str:
    """Leave out what is added to a skill in words that name none; a comma parts what is done.

    Examples
    --------
    >>> skill_named("Svetsning (blev stungen av getingar i trapphuset)"), skill_named("Svetsning (MIG, TIG)")
    ('Svetsning', 'Svetsning (MIG, TIG)')
    """
    kept = _without(label, lambda part: not part.startswith(",") and _is_strange_addition(part), _is_no_work)
    return kept if kept == label else activity(kept)


def field_named(field: str) -> str:
    """Leave out of a field of study what is mostly of words that no work, skill or subject is named by.

    Examples
    --------
    >>> field_named("Elkraft, tjatar om månen varje vinter"), field_named("tjatar om månen varje vinter")
    ('Elkraft', '')
    """
    return _without(f", {field}", _names_no_subject, _is_no_work).removeprefix(", ")


def _names_no_subject(part: str) -> bool:
    return known_share(_plain(part)) <= HALF and not _SUBJECT.search(part)


def _is_strange_addition(part: str) -> bool:
    """Whether an addition is mostly of other words; behind a comma or in a bracket unknown names may be listed."""
    plain = _plain(part)
    if _LISTED.fullmatch(plain):
        return False
    strange = is_strange(plain) if part.startswith(",") else known_share(plain) <= HALF
    return strange and not _OF_WORK.search(part)


# "(persiska, dari, pashto)"
_LISTED = late(r"[\w-]+(?:, [\w-]+)+(?:,? (?:och|and|&) [\w-]+)?")
_SUBJECT = late(rf"(?<!\w)\w{{3,}}(?:{joined('familiar')['subject']})(?!\w)", re.IGNORECASE)


def without_asides(duties: str) -> str:
    """Leave out of what was done in a job what is told of a life instead.

    Examples
    --------
    >>> without_asides("Sålde skor, drömmer om en balkong. Tog emot varor."), without_asides("Hade två anställda.")
    ('Sålde skor. Tog emot varor.', 'Hade två anställda.')
    """
    return _without(f", {duties}", _is_aside, lambda part: part.lstrip().startswith("(")).removeprefix(", ")


def _without(text: str, at_fault: Callable[[str], bool], goes_on: Callable[[str], bool]) -> str:
    ends = [*(match.start() for match in _ADDED.finditer(text)), len(text)]
    kept, gone = text[: ends[0]], False
    for part in (text[start:end] for start, end in pairwise(ends)):
        gone = at_fault(part) or (gone and goes_on(part))
        kept += "" if gone else part
    return kept


def _is_sentence(part: str) -> bool:
    plain = _plain(part)
    told = _FINITE.search(part) or _DREAMS.search(part) or _NO_NAME.match(plain)
    return bool(told or (_SOMEHOW.match(plain) and not names_work(plain))) and not _OF_WORK.search(part)


def _is_no_work(part: str) -> bool:
    """Whether a sentence that was added goes on in a part: its bracket, or what its comma parts off."""
    return part.lstrip().startswith("(") or (part[0] in ",;" and not names_work(_plain(part)))


def _is_aside(part: str) -> bool:
    plain = _plain(part)
    told = _LIFE.match(plain) or _DREAMS.match(plain) or _ABOUT_PEOPLE.match(plain)
    told = told or _SAYS.match(plain) or _NO_NAME.match(plain) or _UNDERGONE.match(plain)
    return bool(told) and not (_OF_WORK.search(plain) or _OWN.search(plain))


def _plain(part: str) -> str:
    return part.strip(" ,.;()\n–—-")
