"""Headings that their lines hide: behind a number or before a stop, told by the lines beside them."""

from __future__ import annotations

from matcher.requirements.text.headings import opening
from matcher.requirements.text.segment import Line, Sentence, numbered


def chapter_kind(text: str, line: Line, sentence: Sentence, before: Line | None, after: Line) -> str | None:
    r"""Tell which section a line opens that is a heading behind a number ("2. Meriterande") or before a stop ("Krav!").

    Parameters
    ----------
    text : str
        The readable text.
    line : Line
    sentence : Sentence
        The line's first one, scanned with the lexicon ``sections``.
    before, after : Line
        The lines beside it: among other numbers it is an item of their list, and a stop right below a text closes it.

    Returns
    -------
    str or None

    Examples
    --------
    >>> from matcher.taxonomy.scanning.phrasebook import Mark
    >>> text, below = "Krav!\nSvenska", Line(6, 13, False, False)
    >>> said = Sentence(0, 5, {"sections": [Mark("profile", 0, 4)]})
    >>> [chapter_kind(text, Line(0, 5, False, blank), said, None, below) for blank in (True, False)]
    ['profile', None]
    """
    mark = opening(sentence)
    if mark is None or mark.label == "topic" or mark.start != line.start or line.end - mark.end > 1:
        return None
    if not line.bullet:
        stopped = mark.label in ("profile", "nice") and text[line.end - 1] in ".!"
        return mark.label if stopped and (line.after_blank or after.bullet) else None
    listed = numbered(text, after) or (before is not None and numbered(text, before))
    return None if listed or not numbered(text, line) else mark.label
