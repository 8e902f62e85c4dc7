"""Headings that their lines hide: behind a bullet or before a stop, told by the lines beside them."""

from __future__ import annotations

from matcher.requirements.text.headings import opening
from matcher.requirements.text.segment import Line, Sentence


def chapter_kind(text: str, line: Line, sentence: Sentence, before: Line | None, after: Line) -> str | None:
    r"""Tell which section a line opens that is a heading behind a bullet ("2. Meriterande") or before a stop ("Krav!").

    Parameters
    ----------
    text : str
        The readable text.
    line : Line
    sentence : Sentence
        The line's first one, scanned with the lexicon ``sections``.
    before, after : Line
        The lines beside it: among bullets like its own it is an item, and a stop right below a text closes it.

    Returns
    -------
    str or None

    Examples
    --------
    >>> from matcher.taxonomy.scanning.phrasebook import Mark
    >>> text, below = "Krav!\nSvenska", Line(6, 13, "", False)
    >>> said = Sentence(0, 5, {"sections": [Mark("profile", 0, 4)]})
    >>> [chapter_kind(text, Line(0, 5, "", blank), said, None, below) for blank in (True, False)]
    ['profile', None]
    """
    mark = opening(sentence)
    if mark is None or mark.label == "topic" or mark.start != line.start or line.end - mark.end > 1:
        return None
    if not line.bullet:
        stopped = mark.label in ("profile", "nice") and text[line.end - 1] in ".!"
        return mark.label if stopped and (line.after_blank or after.bullet) else None
    return mark.label if stands_apart(line, before, after) else None


def stands_apart(line: Line, before: Line | None, after: Line) -> bool:
    """Whether a line has a bullet that neither line beside it has.

    Examples
    --------
    >>> heading, item = Line(0, 4, "- ", True), Line(5, 9, "  - ", False)
    >>> stands_apart(heading, None, item), stands_apart(heading, heading, item)
    (True, False)
    """
    beside = (after.bullet, before.bullet if before else "")
    return bool(line.bullet) and line.bullet not in beside
