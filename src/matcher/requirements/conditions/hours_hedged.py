"""Working hours that an ad only says may come: "kvällar kan förekomma", "jour vid behov", "may include weekends"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from matcher.requirements.text.segment import Sentence
from matcher.taxonomy.scanning.phrasebook import Mark

_ANSWERS = (": ibland", ": säl", ": kanske", ": ev", ": vid", ": some", ": rare", ": maybe", ": occ")
_TRIGGERS = (
    "kan ",
    "eventuel",
    "ev. ",
    "behov",
    "may ",
    "might ",
    "could ",
    "undantagsfall",
    "händer",
    "needed",
    *_ANSWERS,
)
_HAPPENS = (
    r"förekomma|ingå|bli aktuell\w*|krävas|behövas|uppstå|tillkomma|bli fråga om|innefattas|inträffa|innebära|"
    r"innefatta|omfatta|komma(?: \w+)? att|behöva|medföra|läggas|förläggas"
)
_ENGLISH = r"(?:may|might|could) (?:\w+ )?(?:be|occur|arise|have to|need to|apply|happen|include|involve|mean|require)"
_BEHIND = re.compile(
    rf"(?:(?! men )[^.,;:()]){{0,40}}?(?<!\w)(?:kan (?:\w+ ){{0,3}}?(?:{_HAPPENS})|{_ENGLISH}|"
    r"vid behov|efter behov|i undantagsfall|händer|(?:if|when|as) needed)(?!\w)|"
    r": ?(?:ibland|sällan|kanske|eventuellt|ev\.?|vid behov|sometimes|rarely|maybe|occasionally)\W*$"  # a form's answer
)
_BEFORE = re.compile(
    rf"(?<!\w)(?:kan (?:\w+ ){{0,4}}?(?:{_HAPPENS})|{_ENGLISH}|vid behov|i undantagsfall|det händer)(?!\w)"
    r"[^.,;:()]{0,50}$|"
    r"(?<!\w)(?:eventuell?\w*|ev\.) (?:\w+ ){0,2}$"
)
_MAY = re.compile(r"(?<!\w)(?:may|might|could|kan)(?: be| komma att| \w+)? $")
_JOINED = re.compile(r"\W{0,3}(?:(?:och|samt|eller|and|or|på|under|även|viss\w*|dag|day)\W{1,3}){0,3}")


def is_hedged(low: str, sentence: Sentence, mark: Mark) -> bool:
    """Whether the ad only says that such hours may come; a demand in the same sentence makes them real.

    Parameters
    ----------
    low : str
        The readable text in lower case.
    sentence : Sentence
        Scanned with the lexicons ``hours`` and ``strength``.
    mark : Mark
        Hours in the sentence.

    Returns
    -------
    bool
    """
    said = low[sentence.start : sentence.end]
    if not any(trigger in said for trigger in _TRIGGERS):
        return False
    demands = (cue for cue in sentence.marks.get("strength", ()) if cue.label in ("must", "weak"))
    if not all(_MAY.search(low, sentence.start, cue.start) for cue in demands):
        return False
    first, last = chain_of(low, sentence.marks["hours"], mark)
    if any(said.label == "has" and said.end <= first for said in sentence.marks.get("hours_said", ())):
        # "Schemat innebär skift, och jour kan förekomma": of the last of them.
        last = mark.end
    behind = _BEHIND.match(low, last, sentence.end)
    if behind and not any(last < other.start < behind.end() for other in sentence.marks["hours"]):
        return True
    return _BEFORE.search(low, sentence.start, first) is not None


def chain_of(low: str, marks: Sequence[Mark], mark: Mark) -> tuple[int, int]:
    """Where the hours begin and end that stand side by side with a mark ("kvällar, helger och nätter").

    Examples
    --------
    >>> marks = [Mark("evening", 0, 7), Mark("weekend", 9, 15)]
    >>> chain_of("kvällar, helger", marks, marks[1])
    (0, 15)
    """
    first, last = mark.start, mark.end
    for other in marks:
        if other.start >= last and _JOINED.fullmatch(low, last, other.start):
            last = other.end
    for other in reversed(marks):
        if other.end <= first and _JOINED.fullmatch(low, other.end, first):
            first = other.start
    return first, last
