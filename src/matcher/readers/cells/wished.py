"""What is only wished for or planned, among what somebody has: "gymnasium; planerar högskola", "A2, mål B1"."""

from __future__ import annotations

import re

from matcher.patterns import late
from matcher.readers.lexicon import joined

_WORDS = joined("wished")
_WISHED = late(rf"\W*(?:(?:{_WORDS['before']}) ){{0,3}}(?:{_WORDS['wished']})(?!\w)", re.IGNORECASE)
_STEP = late(rf"(?<!\w)(?:{_WORDS['step']})(?!\w)", re.IGNORECASE)
_CLAUSE = late(r"(\s*[;\n|]\s*|[.,]\s+|\s[-–—]\s|,?\s(?:men|but)\s)", re.IGNORECASE)
_GOAL = late(r"\s*[:(–-]\s*(?:mål|målet|goal)(?: är| is)?:? ?[ABC][12]\+?(?:[^;,.\n]{0,40})", re.IGNORECASE)
_BRACKET = late(r"\s?\(([^()\n]{3,200})\)")


def is_wished(clause: str) -> bool:
    """Whether a clause begins by telling what somebody would like to have or plans to do.

    Examples
    --------
    >>> is_wished("hon vill bli kock"), is_wished("söker jobb som kock"), is_wished("söker upp kunder")
    (True, True, False)
    """
    return _WISHED.match(clause) is not None


def without_wished(text: str, steps: bool = False) -> str:
    """Leave out the clauses of a cell about what somebody would like to have or plans to do.

    Parameters
    ----------
    text : str
    steps : bool, default False
        Whether steps on the way to a licence to practise, or to an assessment, stay: they tell how far somebody is.

    Returns
    -------
    str
        The same text where nothing of it is only wished for.

    Examples
    --------
    >>> without_wished("gymnasium; planerar högskola"), without_wished("engelska A2 (mål B1), tyska")
    ('gymnasium', 'engelska A2, tyska')
    >>> without_wished("vill ta ADR men har travers"), without_wished("planerar produktion, leder tio")
    ('har travers', 'planerar produktion, leder tio')
    >>> without_wished("läkare, sökt till kunskapsprov; vill bli kock", steps=True)
    'läkare, sökt till kunskapsprov'
    """

    def goes(clause: str) -> bool:
        return is_wished(clause) and not (steps and _STEP.search(clause))

    text = _BRACKET.sub(lambda match: "" if goes(match[1]) else match.group(), _GOAL.sub("", text))
    first, *others = _CLAUSE.split(text)
    kept = "" if goes(first) else first
    for sign, clause in zip(others[::2], others[1::2], strict=True):
        if not goes(clause):
            kept += sign + clause if kept else clause
    return kept
