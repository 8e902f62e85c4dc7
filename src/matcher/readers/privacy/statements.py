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
from matcher.readers.lexicon import joined

_WORDS = joined("persons")

_WHO = r"(?:(?:jag|hon|han|hen|she|he|they|i) )?"
_STATE = late(rf"{_WHO}(?:{_WORDS['state']})\s+(?P<what>\w+.*)", re.IGNORECASE)
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
    state = _STATE.fullmatch(label)
    if state and not _NAMES_SKILL.search(_HANGS.split(state["what"], maxsplit=1)[0]):
        return True
    of_else = _ABOUT_ELSE.match(label) or _ABOUT_PEOPLE.match(label)
    return bool(_DREAMS.match(label) or (of_else and not (_OF_WORK.search(label) or _OWN.search(label))))


def without_statements(title: str) -> str:
    """Leave out what is added to a title by a sentence of its own, unless it tells of work.

    Examples
    --------
    >>> without_statements("Kock, café - ser ut som en björn"), without_statements("Kock (hade även ansvar för lager)")
    ('Kock, café', 'Kock (hade även ansvar för lager)')
    """
    return _without(title, _is_sentence)


def without_asides(duties: str) -> str:
    """Leave out of what was done in a job what is told of a life instead.

    Examples
    --------
    >>> without_asides("Sålde skor, drömmer om en balkong. Tog emot varor."), without_asides("Hade två anställda.")
    ('Sålde skor. Tog emot varor.', 'Hade två anställda.')
    """
    return _without(f", {duties}", _is_aside).removeprefix(", ")


def _without(text: str, at_fault: Callable[[str], bool]) -> str:
    ends = [*(match.start() for match in _ADDED.finditer(text)), len(text)]
    kept, gone = text[: ends[0]], False
    for part in (text[start:end] for start, end in pairwise(ends)):
        gone = at_fault(part) or (gone and part.lstrip().startswith("("))  # its bracket goes with it
        kept += "" if gone else part
    return kept


def _is_sentence(part: str) -> bool:
    return bool(_FINITE.search(part) or _DREAMS.search(part)) and not _OF_WORK.search(part)


def _is_aside(part: str) -> bool:
    plain = part.strip(" ,.;()\n–—-")
    told = _LIFE.match(plain) or _DREAMS.match(plain) or _ABOUT_PEOPLE.match(plain)
    return bool(told) and not (_OF_WORK.search(plain) or _OWN.search(plain))
