"""What a bracket says of what stands before it, and what it says of its own: "a degree (a master's is preferred)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from matcher.requirements.text.segment import Sentence
from matcher.taxonomy.scanning.phrasebook import Mark

_THINGS = ("licences", "certificates", "languages", "education", "experience", "professions", "licensing")
# What a bracket may hold beside a cue that speaks of what stands before it: "(inget krav, men meriterande)"
_FILLS = re.compile(
    r"\W*(?:(?:det|detta|är|men|inte|ej|inget|ett|en|som|om|du|har|dock|för|tjänsten|rollen|jobbet|absolut|alltid|"
    r"också|mycket|"
    r"stort|starkt|this|is|it|a|an|the|but|not|for|strongly|highly|only|just|if|you|have|ses|vi|oss|även|"
    r"extra)(?!\w)\W*)*"
)


def things(sentence: Sentence) -> Iterator[Mark]:
    """Give the marks of what can be asked for."""
    return (mark for name in _THINGS for mark in sentence.marks.get(name, ()))


def in_other_bracket(low: str, sentence: Sentence, cue: Mark, start: int, end: int) -> bool:
    """Whether a cue stands in a bracket with a thing of its own ("a bachelor's degree (a master's is preferred)")."""
    opened = low.rfind("(", end, cue.start)
    if opened < 0 or low.find(")", opened, cue.start) >= 0:
        return False
    return any(opened < m.start < cue.start and m.start >= end for m in things(sentence))


def asks_in_bracket(low: str, sentence: Sentence, cue: Mark, end: int) -> bool:
    """Whether a cue in a bracket speaks of what the bracket says, or of another thing, which the bracket follows."""
    opened = low.rfind("(", end, cue.start)
    closed = low.find(")", cue.end, sentence.end)
    if opened < 0 or closed < 0 or low.find(")", opened, cue.start) >= 0:
        return False
    inside = [c for c in sentence.marks["strength"] if opened < c.start and c.end <= closed]
    if _follows_nearer(low, sentence, end, opened):
        return True
    left = low[opened + 1 : closed]
    for other in inside:
        left = left.replace(low[other.start : other.end], " ")
    return not _FILLS.fullmatch(left)


def _follows_nearer(low: str, sentence: Sentence, end: int, opened: int) -> bool:
    """Whether a bracket ends an item of a list behind that of a thing ("C-körkort, ADR (meriterande)")."""
    comma = low.rfind(",", end, opened)
    return comma >= 0 and any(comma < m.start < opened for m in things(sentence))


def outside(low: str, end: int, stop: int) -> int:
    """Where the bracket ends that something stands in; its own end if it stands in none.

    Examples
    --------
    >>> outside("(gärna natur), femskift", 6, 15), outside("gärna femskift", 5, 6)
    (13, 5)
    """
    closed = low.find(")", end, stop)
    return closed + 1 if closed >= 0 and low.find("(", end, closed) < 0 else end


_ITEM_ENDS = (",", ";", " och ", " samt ", " and ")


def shut(low: str, cue: Mark, start: int) -> bool:
    """Whether a wish before a thing stands in a bracket of its own, or in one that ends the item before.

    Examples
    --------
    >>> low = "gymnasiet (gärna natur), femskift; adr (gärna), ykb"
    >>> [shut(low, Mark("nice", a, a + 5), b) for a, b in ((11, 17), (11, 25), (40, 48))]
    [False, True, True]
    """
    closed = outside(low, cue.end, start)
    return closed > cue.end + 1 or (closed > cue.end and low.startswith(_ITEM_ENDS, closed))


_REMARK = re.compile(r"(?:krav|skallkrav)\s?(?=[),.;]|$|\n)")
_BEFORE_REMARK = ("(", "-", ":")


def is_remark(low: str, sentence: Sentence, cue: Mark) -> bool:
    """Whether "krav" is a remark on what stands before it: "Svenska (krav)", "Truckkort - krav", "B-körkort krav, …".

    Examples
    --------
    >>> low = "svenska (krav)"
    >>> is_remark(low, Sentence(0, len(low)), Mark("weak", 9, 13))
    True
    """
    if not _REMARK.match(low, cue.start):
        return False
    marked = low[max(0, cue.start - 3) : cue.start].rstrip()[-1:] in _BEFORE_REMARK
    return marked or any(thing.end == cue.start - 1 for thing in things(sentence))


_PARTED, _LAST = (", ", ": ", "= ", "– ", "— ", "- "), re.compile(r"[\s.!)…]*$")


def says_last(low: str, sentence: Sentence, cue: Mark) -> bool:
    """Whether a wish that points forward has nothing behind it and remarks on what stands before: "ADR (gärna)".

    Examples
    --------
    >>> low = "engelska i skrift - gärna."
    >>> says_last(low, Sentence(0, len(low)), Mark("nice", 20, 25)), says_last(low, Sentence(0, 30), Mark("nice", 0, 5))
    (True, False)
    """
    bracketed = low.startswith("(", cue.start - 1) and low.startswith(")", cue.end)
    parted = cue.label == "nice" and low.endswith(_PARTED, 0, cue.start)
    return bracketed or (parted and _LAST.match(low, cue.end, sentence.end) is not None)
