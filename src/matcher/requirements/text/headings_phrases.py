"""Headings and labels in words that no rule knows, told by learned weights of their words (``phrases.py``)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from matcher.records import Necessity
from matcher.requirements.text.headings import LONGEST_HEADING, THINGS
from matcher.requirements.text.phrases import Phrase, says
from matcher.requirements.text.segment import Line, Section, Sentence

_SECTION: Mapping[Necessity, Section] = {"must": "profile", "nice": "nice", "not_required": "not_required"}
# A demand that is taken for needless harms more than one that is taken for a wish.
_LEAD, _SURER = 45, 60
_LONGEST_LABEL, _MOST_WORDS = 60, 8
_NO_HEADING, _LEADS = ".,;", ":?!"


# "Dina händer: truckkort": what is yours and is not given, done or said there
_YOURS = re.compile(
    r"(?:din|ditt|dina|your) (?!lön|förmån|arbets|jobb|chef|dag|vecka|kolleg|team|plats|tid|schema|uppdrag|roll|ansök|"
    r"utveckl|möjlig|framtid|pass|område|semester|kontakt|pay|salary|benefit|boss|manager|day|week|role|task|duties|"
    r"team|workplace|work |job|hours|schedule|application|contact|future)[\w-]+(?: \w+)?"
)


def section_headed(
    text: str, low: str, sentences: list[Sentence], after: Line | None, *, among_text: bool
) -> Section | None:
    """Section that a line opens which no rule takes for a heading, or of which none knows what it announces.

    Parameters
    ----------
    text, low : str
        The readable text, and the same in lower case.
    sentences : list of Sentence
        Those of the line, which has no bullet.
    after : Line or None
        The line below it.
    among_text : bool
        Whether the line goes on with the paragraph above it.

    Returns
    -------
    str or None

    Examples
    --------
    >>> line = "Det gör oss överlyckliga:"
    >>> below = Line(len(line) + 1, len(line) + 10, bullet="- ", after_blank=False)
    >>> section_headed(line, line.lower(), [Sentence(0, len(line))], below, among_text=False)
    'nice'
    """
    line = sentences[0]
    last = text[line.end - 1]
    if len(sentences) > 1 or after is None or last in _NO_HEADING or line.end - line.start > LONGEST_HEADING:
        return None
    words = low[line.start : line.end]
    if "|" in words or ": " in words or (last not in _LEADS and ("," in words or words.count(" ") >= _MOST_WORDS)):
        return None  # "Krav | Önskemål" heads columns; "You can sew, even at home" is an item.
    if (among_text and last not in _LEADS) or (after.after_blank and last != ":") or _names(line):
        return None
    return _section_of(words)


def section_labelled(low: str, sentence: Sentence, colon: int) -> Section | None:
    """Section that a label inside a line opens, for what stands behind its colon.

    Parameters
    ----------
    low : str
        The readable text in lower case.
    sentence : Sentence
    colon : int
        Where the colon stands.

    Returns
    -------
    str or None

    Examples
    --------
    >>> low = "det gör oss överlyckliga: truckkort"
    >>> section_labelled(low, Sentence(0, len(low)), low.index(":"))
    'nice'
    """
    if colon - sentence.start > _LONGEST_LABEL or colon >= sentence.end - 2:
        return None
    if _names(sentence, colon) or low.find(",", sentence.start, colon) >= 0:
        return None
    return _section_of(low[sentence.start : colon]) or (
        "profile" if _YOURS.fullmatch(low, sentence.start, colon) else None
    )


def _section_of(words: str) -> Section | None:
    phrase = Phrase(words, "head")
    said = says(phrase, _LEAD)
    if said == "not_required":
        said = says(phrase, _SURER)
    return _SECTION[said] if said else None


def _names(sentence: Sentence, until: int | None = None) -> bool:
    """Whether a sentence names what can be asked for, before a place."""
    named = (mark for name in sentence.marks.keys() & THINGS for mark in sentence.marks[name])
    return any(until is None or mark.start < until for mark in named)
