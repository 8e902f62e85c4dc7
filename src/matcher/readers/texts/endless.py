"""Words and blanks that nobody writes, cut: patterns look for what they know at each of their signs."""

from __future__ import annotations

from matcher.patterns import late

MAX_WORD = 200
"""Signs of a word that are read."""
_WORD = late(rf"(\S{{{MAX_WORD}}})\S+")
_BLANKS = late(r"([^\S\n]{60})[^\S\n]+")  # more than any page has between two columns


def without_end(text: str) -> tuple[str, bool]:
    r"""Cut words and blanks without end.

    Parameters
    ----------
    text : str

    Returns
    -------
    (str, bool)
        The text, and whether anything was cut that may have told something: blanks tell nothing.

    Examples
    --------
    >>> [len(part) for part in without_end("kock" + " " * 90_000 + "a" * 90_000)[0].split(" ") if part]
    [4, 200]
    >>> without_end("kock" + "\t" * 90_000)[1]
    False
    """
    short = _WORD.sub(r"\1", text)
    return without_blanks(short), short != text


def without_blanks(text: str) -> str:
    """Cut blanks without end alone.

    Examples
    --------
    >>> len(without_blanks(" " * 90_000))
    60
    """
    return _BLANKS.sub(r"\1", text)
