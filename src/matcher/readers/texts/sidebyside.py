"""Two columns of a page that a copy left side by side, a line of the one and a line of the other in each."""

from __future__ import annotations

from collections import Counter

from matcher.patterns import late
from matcher.readers.texts.headings import MAX_HEADING, kind_of
from matcher.readers.texts.pdfchild import COLUMN_END
from matcher.taxonomy.facts.languages import language_code

_GAP = late(r"(?<=\S)(?: {3,}|\t+ *)(?=\S)|^ {12,}(?=\S)|^\t+ *(?=\S)")
_LEAST = 5
"""Lines in which the second column begins, at least."""
_HEADINGS = 3
"""Headings of both columns together, at least."""
_MOST_LINES = 2000


def columns_apart(text: str) -> str:
    r"""Put the second of two columns below the first; a text that has none comes back as it is.

    Both columns must have headings, and the second begin with one: dates set to the right of titles are no column.

    Parameters
    ----------
    text : str

    Returns
    -------
    str
        With ``pdfchild.COLUMN_END`` behind each column.

    Examples
    --------
    >>> left = ("CONTACT", "Lund", "SKILLS", "Baking", "LICENCE", "B")
    >>> right = ("WORK", "Baker", "2015 - 2019", "", "EDUCATION", "School of bakers")
    >>> text = columns_apart("\n".join(f"{one:12}{two}".rstrip() for one, two in zip(left, right)))
    >>> text.split("\n")[2:8]
    ['SKILLS', 'Baking', 'LICENCE', 'B', '\x0b', 'WORK']
    """
    lines = text.splitlines()
    if len(lines) > _MOST_LINES:
        return text
    gaps = [_GAP.search(line) for line in lines]
    counts = Counter(-1 if "\t" in gap.group() else gap.end() for gap in gaps if gap)
    if not counts:
        return text
    at, count = counts.most_common(1)[0]
    if count < _LEAST:
        return text
    parted = [_parted(line, at) for line in lines]
    begun = [place for place, parts in enumerate(parted) if parts and parts[1]]
    first, last = begun[0], begun[-1]
    inside = parted[first : last + 1]
    if any(parts is None for parts in inside):
        return text
    left, right = ([parts[side] for parts in inside if parts] for side in (0, 1))
    begins = next(filter(str.strip, right))
    if not _is_heading(begins) or sum(map(_is_heading, (*left, *right))) < _HEADINGS or not any(map(_is_heading, left)):
        return text
    return "\n".join((*lines[:first], *left, COLUMN_END, *right, COLUMN_END, *lines[last + 1 :]))


def _parted(line: str, at: int) -> tuple[str, str] | None:
    """Part a line where the second column begins (at its tab for -1); ``None`` where its words run across."""
    if at < 0:
        before, _, behind = line.partition("\t")
        return before.rstrip(), behind.strip("\t ")
    if line[at - 2 : at].strip():
        return None if len(line) > at else (line, "")
    return line[:at].rstrip(), line[at:].rstrip()


def _is_heading(line: str) -> bool:
    bare = line.strip()
    return len(bare) <= MAX_HEADING and kind_of(bare) not in (None, "native") and language_code(bare) is None
