"""Strength of languages that stand side by side."""

from __future__ import annotations

import re

from matcher.requirements.strength import Judged
from matcher.taxonomy.phrasebook import Mark

# "Du behöver inte kunna svenska, engelska räcker"
DOES = re.compile(
    r" (?:räcker|duger|fungerar|funkar|works|is fine|är tillräcklig\w*|is enough|is sufficient|will do)(?! (?:inte|"
    r"ej)(?!\w))"
)
ANOTHER = re.compile(r" (?:är|ses|vore|räknas|is|would)(?!\w)")
LIST_BEFORE = re.compile(r"(?<!\w)(?:och|samt|eller|and|or) (?:\w+ )?\w+$")


def same_in_chain(low: str, names: list[Mark], words: list[Mark], judged: list[Judged | None]) -> list[Judged | None]:
    """Let names that are joined without a break share the strength of the one that a cue speaks of most nearly.

    Parameters
    ----------
    low : str
        The readable text in lower case.
    names, words : list of Mark
        Languages of a sentence in order, and what else it names, which parts them.
    judged : list of Judged or None
        Strength of each name by itself; ``None`` for one that is not asked for.

    Returns
    -------
    list of Judged or None
        As long as ``names``.
    """
    out = list(judged)
    for index in range(1, len(names)):
        between = low[names[index - 1].end : names[index].start]
        apart = any(mark.start < names[index].start and mark.start > names[index - 1].end for mark in words)
        apart = apart or (between == ", " and DOES.match(low, names[index].end) is not None)
        # "basic English – Swedish is a bonus" and "svenska och engelska, polska är ett plus" end before the last name.
        stated = (
            between == ", " and len(names) == 2 and judged[0] is not None and judged[0].by in ("statement", "heading")
        )
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
                r"[;:.(]|gärna|helst|krävs|är |räcker|duger|funkar|fungerar|går |works| så | so ", between
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
