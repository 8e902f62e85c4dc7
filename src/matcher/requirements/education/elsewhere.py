"""Degrees that nobody asks for: the same from another country, the one told more of, a measure, that of students."""

from __future__ import annotations

import re

from matcher.requirements.text.segment import Sentence

_KNOWN_AT = re.compile(
    r"(?:kunskap\w*|\w*kännedom|svenska|engelska|tyska|franska|spanska|språk\w*)(?: i [\w]+)? (?:på|motsvarande) $"
)  # "växtkännedom på gymnasienivå"
# "A PhD, or an international degree deemed equivalent"
_ELSEWHERE = re.compile(
    r"(?:or|eller) (?:an? |en )?(?:(?:corresponding|equivalent|comparable|international|foreign|overseas|utländsk) )+"
    r"(?:(?:academic|university|\w+ motsvarande) )?$|equivalent to an? (?:swedish )?(?:phd|doctoral|master.s) $"
)
# "The degree must have been completed no more than three years before …"
_WHEN = re.compile(
    r" (?:must|should|shall|needs? to) (?:have been|be) (?:completed|obtained|awarded|conferred|received)"
)
_DEGREE = ("degree", "academic degree", "university degree", "qualification", "examen")
# "Supervise master students"
_SUPERVISES = re.compile(r"(?<!\w)(?:supervis\w+|teach\w*|mentor\w*|coach\w*|handled\w*)(?: \w+){0,3} (?:\w+/)?$")


def is_named_again(low: str, sentence: Sentence, start: int, end: int) -> bool:
    """Whether a degree is the one asked for before, from elsewhere or told more of, a measure, or that of others.

    Parameters
    ----------
    low : str
        The readable text in lower case.
    sentence : Sentence
    start, end : int
        The words for the degree.

    Returns
    -------
    bool

    Examples
    --------
    >>> low = "a phd or an equivalent foreign degree"
    >>> is_named_again(low, Sentence(0, len(low)), 31, 37)
    True
    """
    if _KNOWN_AT.search(low, sentence.start, start):
        return True
    if low.startswith(" student", end):
        return _SUPERVISES.search(low, sentence.start, start) is not None
    if not low.startswith(_DEGREE, start):
        return False
    told = low.startswith("the degree", sentence.start) and _WHEN.match(low, end)
    return bool(told or _ELSEWHERE.search(low, sentence.start, start))
