"""Texts as mails bring them: quoted, or broken at one width so that sentences run on over the line ends."""

from __future__ import annotations

import re
from itertools import pairwise

_WIDEST, _NARROWEST = 100, 40
_LONG_LINE = re.compile(rf"[^\n]{{{_WIDEST + 1}}}")
_FEWEST = 4  # breaks inside sentences that show that a text is broken so
_WORD = re.compile(r"\S+")
# Of what begins so no line is the rest: bullets, numbers of a list, fields ("Krav: ...")
_OWN_LINE = re.compile(r"\s*(?:[^\w\s(\"'”’«»&/]|\d{1,2}[.)]\s|[A-ZÅÄÖ][\w ]{1,24}:(?:\s|$))")
# "- Minst tre års\n  erfarenhet": an item of a list goes on below, set in.
_HANGING = re.compile(r"^([ \t]*[-*•–·] [^\n]*[\w,])\n(?=[ \t]{2,8}[a-zåäö])", re.MULTILINE)
# "> Vi söker", ">> Du har": a mail that was answered or passed on
_QUOTED = re.compile(r"^[ \t]*(?:>[ \t]?)+", re.MULTILINE)
_MOST = 0.9  # of the lines; ">" alone before a few is a bullet
_ENDS = (".", "!", "?", ":", ";")
_SHORT = 30  # a line behind a full stop that may be a heading


def unquoted(text: str) -> str:
    r"""Put blanks for the signs before every line of a text that was quoted in a mail; the text keeps its length.

    Parameters
    ----------
    text : str

    Returns
    -------
    str

    Examples
    --------
    >>> unquoted("> Krav\n> - Truckkort\n>\n> Välkommen!").split("\n")
    ['  Krav', '  - Truckkort', ' ', '  Välkommen!']
    >>> unquoted("Krav\n> Truckkort\n> Svenska")
    'Krav\n> Truckkort\n> Svenska'
    """
    if "\n>" not in text:
        return text
    lines = sum(map(bool, map(str.strip, text.split("\n"))))
    if len(_QUOTED.findall(text)) < _MOST * lines:
        return text
    return _QUOTED.sub(lambda found: " " * len(found.group()), text)


def unwrapped(text: str) -> str:
    r"""Join the lines of a text that was broken at one width; all others stay as they are.

    A break is the width's where the next line's first word would not have found room any more.

    Parameters
    ----------
    text : str

    Returns
    -------
    str
        Of the same length: a blank stands for every line end that is none.

    Examples
    --------
    >>> mail = ("Vi söker dig som har arbetat som kock i minst\n" * 5) + "tre år."
    >>> unwrapped(mail).count("\n"), unwrapped("Krav\n- Truckkort\n- Svenska").count("\n")
    (0, 2)
    """
    if "\n  " in text:
        text = _HANGING.sub(r"\1 ", text)
    if "\n" not in text or _LONG_LINE.search(text):
        return text
    lines = text.split("\n")
    # An address is never broken, however long it is.
    width = max((len(line) for line in lines if "://" not in line and "www." not in line), default=0)
    if width < _NARROWEST:
        return text
    breaks = [_is_break(line, after, width) for line, after in pairwise(lines)]
    inside = sum(broken and not line.rstrip().endswith(_ENDS) for broken, line in zip(breaks, lines[:-1], strict=True))
    if inside < _FEWEST:
        return text
    joined = [line + (" " if broken else "\n") for broken, line in zip(breaks, lines[:-1], strict=True)]
    return "".join(joined) + lines[-1]


# "under-\nsköterska" is one word, "B-\nkörkort" too, with its hyphen; "kock- \noch" and "kväll-\neller" are none.
_PARTED_WORD = re.compile(
    r"(?<=[a-zåäöé]{2})(-)[ ]*\r?\n[ ]*(?!(?:och|eller|samt|and|or|resp|till)(?!\w))(?=[a-zåäöé]{2})|"
    r"(?<=(?<!\w)[A-Z]-)()[ ]*\r?\n[ ]*(?=[a-zåäö]{3})|(?<=(?<!\w)[A-Z]{2}-)()[ ]*\r?\n[ ]*(?=[a-zåäö]{3})"
)
_SOFT = "\u00ad"


def rejoined(text: str) -> str:
    r"""Join words that a hyphen parts at the end of a line, by signs that are not read; the text keeps its length.

    Parameters
    ----------
    text : str

    Returns
    -------
    str

    Examples
    --------
    >>> [rejoined(text).replace("\u00ad", "") for text in ("truck-\nkort", "CE-\nkörkort", "kväll- \noch natt")]
    ['truckkort', 'CE-körkort', 'kväll- \noch natt']
    """
    if "-\n" not in text and "- \n" not in text and "-\r" not in text:
        return text
    return _PARTED_WORD.sub(lambda found: _SOFT * len(found.group()), text)


def _is_break(line: str, after: str, width: int) -> bool:
    """Whether a line ends only because the next word found no room."""
    word = _WORD.search(after)
    if word is None or not line.strip() or _OWN_LINE.match(after):
        return False
    ended = line.rstrip().endswith(_ENDS)
    if ended and (line.rstrip().endswith(":") or len(after) < _SHORT):
        return False
    return len(line.rstrip()) + 1 + len(word.group()) > width
