"""Denials: right before a thing ("ingen utbildning"), behind a demand or a wish, and in the label of a line."""

from __future__ import annotations

import re

from matcher.requirements.lexicon import joined
from matcher.requirements.strength.brackets import things
from matcher.requirements.strength.softened import wished_after, wished_before
from matcher.requirements.text.segment import Sentence
from matcher.taxonomy.scanning.phrasebook import Mark

_WORDS = joined("strength")

# "Ingen utbildning", "inget eget körkort", "varken körkort eller bil"
_DENIED = re.compile(
    r"(?<!\w)(?:ingen|inga|inget|varken|no)(?: (?:tidigare|särskild\w?|egen|eget|egna|formell\w?|speciell\w?|"
    r"giltigt|prior|previous|formal))?(?: [\w-]+ (?:eller|or))? $"
)
_DENIAL_NEAR = 50
# "Du klarar jobbet utan svenska", "provkör gör man utan YKB": what is done without it does not need it
_WITHOUT = re.compile(rf"(?<!\w)(?:utan|without)(?: (?:{_WORDS['without']}))?(?: [\w-]+ (?:eller|och|samt|or|and))? $")
# "Körkort krävs, ej egen bil", "truckkort men inte ADR", "English, not Swedish"
_BUT_NOT = re.compile(
    r"(?:,(?: men| däremot| dock| but| fast)?|(?<!\w)(?:men|fast|but|däremot|dock)) (?:inte|ej|icke|not)"
    r"(?: (?:nödvändigtvis|necessarily|något|någon|några|alls|an?|any|eget|your|your own))? $"
)
_NOTS = (
    "inte ", "ej ", "icke ", "not ", "något ", "någon ", "några ", "alls ", " a ", " an ", "any ", "eget ", "your ",
    "own ", "nödvändigtvis ", "necessarily ",
)  # fmt: skip
_CONDITIONS = ("checks", "hours", "hours_said", "physical", "ages")  # "utan betalningsanmärkningar"
_CANNOT = re.compile(rf"(?<!\w)(?:{_WORDS['cannot']})(?!\w)|n.t(?!\w)")


def is_denied(low: str, sentence: Sentence, start: int) -> bool:
    """Whether "ingen" or "varken" stands right before a thing; "Har du inget körkort kan du inte söka" asks for it.

    Parameters
    ----------
    low : str
        The readable text in lower case.
    sentence : Sentence
        Scanned with the lexicon ``strength``.
    start : int
        Where the thing begins.

    Returns
    -------
    bool
    """
    before = low[max(sentence.start, start - _DENIAL_NEAR) : start] if sentence.section != "apply" else ""
    if ("utan " in before or "without " in before) and _WITHOUT.search(before):
        # "Gärna B-körkort, men vi tar en utan körkort": it is wished for all the same.
        cues = sentence.marks.get("strength", ())
        wished = any(cue.label in ("nice", "must") and cue.start < start for cue in cues)
        clean = any(mark.start == start for name in _CONDITIONS for mark in sentence.marks.get(name, ()))
        return not (clean or wished or _CANNOT.search(low, sentence.start, sentence.end))
    if before.endswith(_NOTS) and _BUT_NOT.search(before):
        return True
    if "ing" not in before and "no " not in before and "varken" not in before:
        return False
    asked = any(cue.label == "must" and cue.start <= start < cue.end for cue in sentence.marks.get("strength", ()))
    return not asked and _DENIED.search(before) is not None


# "Truckkort krävs inte men B-körkort gör det", "Swedish is not required but English is", "... men det är svenska"
_SO = re.compile(r" (?:är det|gör det|is|are|does|do)(?: däremot| dock| though| however)?(?=\s*(?:[.,;!]|$))")
_IT_IS = re.compile(r"(?<!\w)(?:men|fast|but) (?:det är|it is) $")
_CONTRAST = re.compile(r"(?<!\w)(?:men|fast|däremot|but|while|medan)(?!\w)|[,;]")


def is_affirmed(low: str, sentence: Sentence, start: int, end: int) -> bool:
    """Whether a thing is set against one that is denied before it, in words that repeat the demand.

    Examples
    --------
    >>> low = "truckkort krävs inte men ykb gör det"
    >>> is_affirmed(low, Sentence(0, len(low), {"strength": [Mark("not_required", 10, 20)]}), 25, 28)
    True
    """
    set_against = _SO.match(low, end, sentence.end)
    if not set_against and not (
        _IT_IS.search(low, sentence.start, start) and low[end : end + 1] in (".", ",", "!", "")
    ):
        return False
    return any(
        cue.label == "not_required" and cue.end <= start and _CONTRAST.search(low, cue.end, start)
        for cue in sentence.marks["strength"]
    )


_PARTED = re.compile(r"\w+(?=, (?:inte|ej|icke)$)")


def parted(low: str, cue: Mark) -> Mark:
    """Give the demand of a cue that a comma parts from a denial of what follows ("engelska krävs, inte svenska").

    Examples
    --------
    >>> parted("engelska krävs, inte svenska", Mark("not_required", 9, 20)).label
    'must'
    """
    if low.endswith("nödvändigtvis", cue.start, cue.end):
        return Mark(cue.label, cue.start, cue.end, ("after",))  # "körkort, inte nödvändigtvis egen bil"
    demand = _PARTED.match(low[cue.start : cue.end]) if "," in low[cue.start : cue.end] else None
    return Mark("must", cue.start, cue.start + demand.end(), ("before",)) if demand else cue


# "..., däremot behöver du inte ha eget körkort": what is needless stands behind it
_OPENING = re.compile(r"(?:^|[,;] )(?:däremot|dock|då|här|givetvis|självklart|naturligtvis) $")


def opens_clause(low: str, sentence: Sentence, cue: Mark) -> bool:
    """Whether a denial of what stands before it ("... behöver du inte ha") opens a clause, and so is of what follows.

    Examples
    --------
    >>> low = "adr krävs, däremot behöver du inte ha körkort"
    >>> opens_clause(low, Sentence(0, len(low)), Mark("not_required", 19, 37, ("before",)))
    True
    """
    opens = low.startswith(("behöver", "måste"), cue.start) and cue.more[:1] == ("before",)
    return opens and _OPENING.search(low[max(sentence.start, cue.start - 14) : cue.start]) is not None


# "ADR krävs bara för tankbilen och är inget du behöver": the same thing is spoken of behind the joint.
_JOINED_DENIAL = re.compile(r"(?<=\s)(?:och|men|fast|and|but)(?: (?:det|är|alltså|då|dock|ändå|därför|it|is))*\s$")
_BUT = ("men ", "fast ", "dock ", "but ")


def settled(low: str, sentence: Sentence, cue: Mark, start: int, end: int) -> Mark:
    """Tell which cue speaks of a thing in the end, where a wish softens a denial or a denial takes a demand back.

    Parameters
    ----------
    low : str
        The readable text in lower case.
    sentence : Sentence
        Scanned with the lexicon ``strength``.
    cue : Mark
        The nearest cue.
    start, end : int
        The thing.

    Returns
    -------
    Mark

    Examples
    --------
    >>> low = "adr krävs sällan och är inget krav"
    >>> must, denial = Mark("must", 4, 9, ("before",)), Mark("not_required", 21, 34, ("before",))
    >>> settled(low, Sentence(0, len(low), {"strength": [must, denial]}), must, 0, 3).label
    'not_required'
    """
    cues = sentence.marks["strength"]
    if cue.label == "not_required":
        return (wished_before(low, cues, cue, start) if cue.start >= end else wished_after(low, cues, cue, end)) or cue
    behind = cue.label == "must" and cue.start >= end
    return (_taken_back(low, sentence, cue, end) if behind else None) or cue


def _taken_back(low: str, sentence: Sentence, demand: Mark, end: int) -> Mark | None:
    """Find the denial behind a demand that speaks of the same thing, whatever the demand was for."""
    for cue in sentence.marks["strength"]:
        if (
            cue.label == "not_required"
            and cue.more[:1] == ("before",)
            and cue.start >= demand.end
            and (low.startswith(_BUT, cue.start) or _JOINED_DENIAL.search(low, demand.end, cue.start))
            and not any(end <= thing.start < cue.start for thing in things(sentence))
        ):
            return cue
    return None


def of_label(sentence: Sentence, cue: Mark) -> bool:
    """Whether a cue of a demand is a word of the label that denies it ("Behöver inte: egen bil").

    Examples
    --------
    >>> label, cue = Mark("not_required", 0, 12), Mark("must", 0, 7, ("both",))
    >>> of_label(Sentence(0, 22, {"sections": [label]}, section="not_required"), cue)
    True
    """
    if sentence.section != "not_required" or cue.label != "must":
        return False
    labels = sentence.marks.get("sections", ())
    return any(label.label == "not_required" and label.start <= cue.start and cue.end <= label.end for label in labels)
