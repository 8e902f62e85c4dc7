"""A denial right before a thing: "ingen utbildning", "varken körkort eller bil"."""

from __future__ import annotations

import re

from matcher.requirements.text.segment import Sentence

# "Ingen utbildning", "inget eget körkort", "varken körkort eller bil"
_DENIED = re.compile(
    r"(?<!\w)(?:ingen|inga|inget|varken|no)(?: (?:tidigare|särskild\w?|egen|eget|egna|formell\w?|speciell\w?|"
    r"giltigt|prior|previous|formal))?(?: [\w-]+ (?:eller|or))? $"
)
_DENIAL_NEAR = 50


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
    if "ing" not in before and "no " not in before and "varken" not in before:
        return False
    asked = any(cue.label == "must" and cue.start <= start < cue.end for cue in sentence.marks.get("strength", ()))
    return not asked and _DENIED.search(before) is not None
