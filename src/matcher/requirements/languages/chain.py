"""Names of languages side by side, which share what is said of one of them."""

from __future__ import annotations

import re

from matcher.requirements.strength.deciding import Judged
from matcher.taxonomy.scanning.phrasebook import Mark

# "Du behöver inte kunna svenska, engelska räcker"
DOES = re.compile(
    r" (?:räcker|duger|fungerar|funkar|works|is fine|är tillräcklig\w*|is enough|is sufficient|will do)(?! (?:inte|"
    r"ej)(?!\w))"
)
"""What follows a language that would do as well."""

ANOTHER = re.compile(r" (?:är|ses|vore|räknas|is|would|(?:behövs|krävs) (?:inte|ej))(?!\w)")
"""What follows a language that a clause of its own speaks of."""

_CLAUSES = (", ", " men ", ", men ", " but ", ", but ")

LIST_BEFORE = re.compile(r"(?<!\w)(?:och|samt|eller|and|or) (?:\w+ )?\w+$")
"""The end of a list of languages."""

# "Du talar svenska och finska är ett plus": what the first of two is judged by where the second one has its own clause
_NEXT_CLAUSE = {", ": ("statement", "heading"), **dict.fromkeys((" och ", " samt ", " and "), ("statement",))}

_BESIDE = len(" kunskaper i ")
"""How far before a language a word may stand that says how well."""


def same_in_chain(low: str, names: list[Mark], words: list[Mark], judged: list[Judged | None]) -> list[Judged | None]:
    """Let names joined without a break share the strength of the one that a cue speaks of most nearly.

    Parameters
    ----------
    low : str
        The readable text in lower case.
    names : list of Mark
        Languages of a sentence, in order.
    words : list of Mark
        Words of degree and of speech, which part one from the next.
    judged : list of (Judged or None)
        Strength of each name by itself.

    Returns
    -------
    list of (Judged or None)

    Examples
    --------
    >>> names, wish = [Mark("sv", 0, 7), Mark("en", 12, 19)], Judged("nice", "cue")
    >>> [j.necessity for j in same_in_chain("svenska och engelska", names, [], [Judged("must", "nothing"), wish]) if j]
    ['nice', 'nice']
    """
    out = list(judged)
    if _is_graded_apart(low, names, words, judged):
        out[0] = Judged("must", "statement")
    for index in range(1, len(names)):
        between = low[names[index - 1].end : names[index].start]
        apart = any(mark.start < names[index].start and mark.start > names[index - 1].end for mark in words)
        apart = apart or (between in _CLAUSES and DOES.match(low, names[index].end) is not None)
        # "basic English – Swedish is a bonus" and "svenska och engelska, polska är ett plus" end before the last name.
        # "Du talar polska, tyska är ett plus": the first is stated.
        first = out[0] if len(names) == 2 and between in _NEXT_CLAUSE else None
        stated = first is not None and first.by in _NEXT_CLAUSE[between]
        closed = ANOTHER.match(low, names[index].end) and (
            stated
            or between.strip() in ("-", "–", "—")
            or LIST_BEFORE.search(low, names[0].start, names[index - 1].end)
        )
        if (
            len(between) <= 12
            and not apart
            and not closed
            and not re.search(
                r"[;:.(]|gärna|helst|krävs|är |räcker|duger|funkar|fungerar|går |works| så | so |"
                r"(?<!\w)(?:men|but|fast|dock|medan|while|though|although)(?!\w)",
                between,
            )
        ):
            before, here = out[index - 1], out[index]
            if before is None or here is None:
                continue
            if before.by == "cue" and here.by != "cue":
                out[index] = before
            elif here.by == "cue" and before.by != "cue":
                out[index - 1] = here
    return out


def begun_anew(low: str, names: list[Mark], judged: list[Judged | None]) -> list[Mark]:
    """Find the names with which a wish of its own begins behind what the applicant is said to speak.

    Parameters
    ----------
    low : str
        The readable text in lower case.
    names : list of Mark
        Languages of a sentence, in order.
    judged : list of (Judged or None)
        Strength of each name.

    Returns
    -------
    list of Mark

    Examples
    --------
    >>> names, wish = [Mark("sv", 9, 16), Mark("en", 21, 29)], Judged("nice", "cue")
    >>> low = "du talar svenska och engelska är meriterande"
    >>> begun_anew(low, names, [Judged("must", "statement"), wish]), begun_anew(low, names, [wish, wish])
    ([Mark(label='en', start=21, end=29, more=())], [])
    """
    return [
        name
        for before, name, first, second in zip(names, names[1:], judged, judged[1:], strict=False)
        if first is not None
        and second is not None
        and (first.necessity, second.necessity) == ("must", "nice")
        and low[before.end : name.start] in _NEXT_CLAUSE
        and ANOTHER.match(low, name.end)
    ]


def _is_graded_apart(low: str, names: list[Mark], words: list[Mark], judged: list[Judged | None]) -> bool:
    """Whether a wish behind the second of two is not of the first ("flytande engelska, svenska är ett plus")."""
    if len(names) != 2 or low[names[0].end : names[1].start] != ", " or judged[0] is None:
        return False
    cue = judged[0].cue
    if judged[0].necessity != "nice" or cue is None or cue.start < names[1].end or not ANOTHER.match(low, names[1].end):
        return False
    return any(0 <= names[0].start - mark.end <= _BESIDE for mark in words)
