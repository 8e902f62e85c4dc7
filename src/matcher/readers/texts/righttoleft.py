"""Arabic and Hebrew as some programs write them into documents: drawn shapes instead of letters, last letter first."""

from __future__ import annotations

import unicodedata

from matcher.patterns import late

_SHAPES = "\ufb1d-\ufdff\ufe70-\ufeff"
_LETTERS = f"\u0590-\u08ff{_SHAPES}"
_SHAPE = late(f"[{_SHAPES}]")
_WORD = late(f"[{_LETTERS}]+")
# A run of right-to-left words on one line, with the blanks and marks between them.
_RUN = late(f"[{_LETTERS}](?:[^\\S\n]*[.,:;()/'\"-]*[^\\S\n]*[{_LETTERS}])*")
_HEBREW_FINAL = frozenset("ךםןףץ")
_MIRRORED = str.maketrans("()[]{}<>", ")(][}{><")


def repaired(text: str) -> str:
    """Give letters for drawn shapes, and words in the order in which they are read.

    Parameters
    ----------
    text : str

    Returns
    -------
    str
        Text without right-to-left letters, or in good order, is given back as it is.

    Examples
    --------
    >>> repaired("\ufe8e\ufe92\ufea3\ufeae\ufee3") == "مرحبا", repaired("مرحبا Kock"), repaired("Kock 2 år")
    (True, 'مرحبا Kock', 'Kock 2 år')
    """
    if not _WORD.search(text):
        return text
    if _is_turned(text):
        text = _RUN.sub(lambda run: run.group()[::-1].translate(_MIRRORED), text)
    return _SHAPE.sub(lambda shape: unicodedata.normalize("NFKC", shape.group()), text)


def _is_turned(text: str) -> bool:
    """Tell by the shapes at the ends of words: a word's first letter is drawn to be followed, its last one is final."""
    votes = 0
    for word in _WORD.findall(text):
        if len(word) < 2:
            continue
        first, last = (unicodedata.decomposition(letter).split(" ")[0] for letter in (word[0], word[-1]))
        votes += (first == "<final>") + (last == "<initial>") - (first == "<initial>") - (last == "<final>")
        votes += (word[0] in _HEBREW_FINAL) - (word[-1] in _HEBREW_FINAL)
    return votes > 0
