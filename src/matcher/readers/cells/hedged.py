"""Levels with words or years before and behind them: "nästan B2", "A2 (2022), B1 (2024)", "minst B1"."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import cast

from matcher.patterns import late
from matcher.readers.lexicon import joined
from matcher.records import Cefr, Interval
from matcher.taxonomy.facts.levels import lower

_WORDS = joined("hedges")
_SAYS = ("tested", "own", "beside")
_KINDS = "|".join(f"(?P<{kind}>{words})" for kind, words in _WORDS.items() if kind not in _SAYS)
_LEVEL = r"(?<![A-Za-z0-9])[ABC][12](?![A-Za-z0-9])"
_HEDGED = late(
    rf"(?<!\w)(?:{_KINDS})(?<![\w.])?\s*:?\s*(?:(?:nivå|level)\s+)?(?P<level>{_LEVEL})(?!\s?[-–/]\s?[ABC][12])",
    re.IGNORECASE,
)
_NEARLY = late(rf"(?<!\w)(?:{_WORDS['nearly']})(?!\w)", re.IGNORECASE)
_ANY = late(_LEVEL, re.IGNORECASE)


_BETWEEN = late(rf"(?<!\w)(?:mellan|between)\s+({_LEVEL})\s+(?:och|o|&|and)\s+({_LEVEL})", re.IGNORECASE)
# "A2 (2022), B1 2024", "2022: A2; 2024: B1": a year belongs to the level it stands at.
_DATED = late(rf"(?P<level>{_LEVEL})\W{{0,3}}(?P<year>(?:19|20)\d\d)(?!\d)\)?", re.IGNORECASE)
_TESTED, _OWN, _BESIDE = (late(rf"(?<!\w)(?:{_WORDS[kind]})(?!\w)", re.IGNORECASE) for kind in _SAYS)
_CLAUSES = late(r"[,;.()]\s*|\s(?:men|but|och|and)\s")
_SAID = late(r"[^\W\d_]{2}")  # "tal B1 2023, skrift A2 2024": each is of something else
_DATED_AHEAD = late(rf"(?<!\d)(?P<year>(?:19|20)\d\d)\W{{1,3}}(?P<level>{_LEVEL})", re.IGNORECASE)


def as_ranges(text: str) -> str:
    """Write levels that words hedge as ranges, and of several at several times the latest alone.

    Examples
    --------
    >>> as_ranges("nästan B2"), as_ranges("minst B1"), as_ranges("högst B1"), as_ranges("ej B1")
    ('B1-B2', 'B1-C2', 'A1-B1', 'A1-A2')
    >>> as_ranges("A2 (2022), B1 (2024)"), as_ranges("B1, tidigare A2"), as_ranges("A2, nu B1")
    ('B1', 'B1', 'B1')
    >>> as_ranges("skattar sig själv till B2, nivåtest A2")
    'A2'
    >>> as_ranges("mellan A2 och B1")
    'A2-B1'
    >>> as_ranges("tal B2, skrift B1"), as_ranges("ej B1 i tal, B1 i skrift")
    ('tal B2, skrift B1', 'A1-A2 i tal, B1 i skrift')
    """
    if _ANY.search(text) is None:
        return text
    return _HEDGED.sub(_range, _latest(_BETWEEN.sub(r"\1-\2", text)))


def nearly(text: str, interval: Interval) -> Interval:
    """Give the interval of a level in words, a step lower where the words say that it is nearly reached.

    Examples
    --------
    >>> nearly("nästan flytande", ("C1", "C2")), nearly("flytande", ("C1", "C2"))
    (('B2', 'C1'), ('C1', 'C2'))
    """
    return (lower(interval[0]), interval[0]) if _NEARLY.search(text) else interval


def _latest(text: str) -> str:
    """Keep one level where several are told of one skill at several times."""
    if len(_ANY.findall(text)) < 2:
        return text
    for pattern in (_DATED, _DATED_AHEAD):
        dated = list(pattern.finditer(text))
        apart = len({match["year"] for match in dated}) == len(dated) == len(_ANY.findall(text))
        if apart and not _SAID.search(pattern.sub("", text)):
            return max(dated, key=lambda match: match["year"])["level"]
    if _OWN.search(text) and (tested := _tested(text)):
        return tested
    now = [match["level"] for match in _HEDGED.finditer(text) if match.lastgroup == "level" and match["now"]]
    if len(now) == 1:
        return now[0]
    bare = _HEDGED.sub(lambda match: "" if match["before"] else match.group(), text)
    return bare.strip(" ,;()") if bare != text and _ANY.search(bare) else text


def _tested(text: str) -> str:
    """Give the level that a test tells, which knows better than who took it; none where words of skills stand there."""
    sure = [_ANY.findall(clause) for clause in _CLAUSES.split(text) if _TESTED.search(clause)]
    rest = _ANY.sub("", text)
    for known in (_OWN, _TESTED, _BESIDE):
        rest = known.sub("", rest)
    return "".join(sure[0]) if len(sure) == 1 == len(sure[0]) and not _SAID.search(rest) else ""


_RANGES: Mapping[str, Callable[[Cefr], str]] = {
    "nearly": lambda level: f"{lower(level)}-{level}",
    "below": lambda level: f"A1-{lower(level)}",
    "least": lambda level: f"{level}-C2",
    "most": lambda level: f"A1-{level}",
}


def _range(match: re.Match[str]) -> str:
    level = cast("Cefr", match["level"].upper())
    return next((write(level) for kind, write in _RANGES.items() if match[kind]), match.group())
