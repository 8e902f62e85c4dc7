"""Texts of ads and people as mails bring them: quoted, or broken at one width, so that sentences run on."""

from __future__ import annotations

import re
from itertools import chain, pairwise

_WIDEST, _NARROWEST = 100, 40
_FEWEST = 3  # breaks inside sentences that show that a text is broken so
_WORD = re.compile(r"\S+")
_LETTER = re.compile(r"[^\W\d_]")
# Of what begins so no line is the rest: bullets, numbers of a list, fields ("Krav: ...")
_OWN_LINE = re.compile(r"\s*(?:[^\w\s(\"'”’«»&/]|\d{1,2}[.)]\s|[A-ZÅÄÖ][\w ]{1,24}:(?:\s|$)|_{3})")
# Behind a full stop the years of a job begin the next one, and behind them stands what was done there.
_YEARS = re.compile(r"\s*(?:19|20)\d\d ?[-–—/]")
_DATED = re.compile(r"(?:19|20)\d\d\W{0,3}$")
# "- Minst tre års\n  erfarenhet": an item of a list goes on below, set in.
_HANGING = re.compile(r"^([ \t]*[-*•–·] [^\n]*[\w,])\n(?=[ \t]{2,8}[a-zåäö])", re.MULTILINE)
# "> Vi söker", ">> Du har": a mail that was answered or passed on
_QUOTED = re.compile(r"^[ \t]*(?:>[ \t]?)+", re.MULTILINE)
_MOST = 0.9  # of the lines; ">" alone before a few is a bullet
_ENDS = (".", "!", "?", ":", ";")
_SHORT = 30  # a line behind a full stop that may be a heading
# "under-\nsköterska" is one word, "B-\nkörkort" too, with its hyphen; "kock- \noch" and "kväll-\neller" are none.
_PARTED_WORD = re.compile(
    r"(?<=[a-zåäöé]{2})(-)[ ]*\n[ ]*(?!(?:och|eller|samt|and|or|resp|till)(?!\w))(?=[a-zåäöé]{2})|"
    r"(?<=(?<!\w)[A-Z]-)()[ ]*\n[ ]*(?=[a-zåäö]{3})|(?<=(?<!\w)[A-Z]{2}-)()[ ]*\n[ ]*(?=[a-zåäö]{3})"
)
_SOFT = "\u00ad"
_LINE_END = re.compile(rf"\n|{_SOFT}{{2,}}")  # the latter where a parted word was joined
_JOINT = "\0"
_AT_JOINT = re.compile(rf"([ \t]{{0,60}}){_JOINT}([ \t]{{0,60}})")
# Ends of lines as other systems write them
_OTHERS = "\r\x85\u2028\u2029"
_OTHER_ENDS = re.compile(rf"\r(?=\n)|[{_OTHERS}]")


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
    r"""Join the lines of a text that was broken at one width, and in every text words that a hyphen parts at an end.

    A break is the width's where the next line's first word would not have found room any more.

    Parameters
    ----------
    text : str

    Returns
    -------
    str
        Of the same length: a blank stands for every line end that is none, signs that are not read between the parts
        of a word.

    Examples
    --------
    >>> from textwrap import fill
    >>> mail = fill("Vi söker dig som har arbetat i kök och som gärna " + "lagar mat med andra " * 12, 60)
    >>> unwrapped(mail).count("\n"), unwrapped("Krav\n- Truckkort\n- Svenska").count("\n")
    (0, 2)
    >>> [unwrapped(text).replace("\u00ad", "") for text in ("truck-\nkort", "CE-\nkörkort", "kväll- \noch natt")]
    ['truckkort', 'CE-körkort', 'kväll- \noch natt']
    """
    if any(end in text for end in _OTHERS):
        text = _OTHER_ENDS.sub(lambda end: " " if text[end.end() : end.end() + 1] == "\n" else "\n", text)
    if "-\n" in text or "- \n" in text:
        text = _PARTED_WORD.sub(lambda found: _SOFT * len(found.group()), text)
    if "\n  " in text:
        text = _HANGING.sub(r"\1 ", text)
    return _joined(text) if "\n" in text else text


def _joined(text: str) -> str:
    # Most texts have hardly a line that begins small, which is told before any is measured.
    if _SOFT not in text and sum(line.lstrip()[:1].islower() for line in text.split("\n")) < _FEWEST:
        return text
    lines, ends = _LINE_END.split(text), _LINE_END.findall(text)
    # An address is never broken, however long it is, and a rule is drawn as wide as somebody likes.
    # What is longer than any width was pasted beside the rest.
    told = (line.rstrip() for line in lines if "://" not in line and "www." not in line and _LETTER.search(line))
    width = max((len(line) for line in told if len(line) <= _WIDEST), default=0)
    if width < _NARROWEST:
        return text
    breaks = [end != "\n" or _is_break(*pair, width) for end, pair in zip(ends, pairwise(lines), strict=True)]
    inside = sum(broken and after.lstrip()[:1].islower() for broken, after in zip(breaks, lines[1:], strict=True))
    if inside < _FEWEST:
        return text
    ends = [_JOINT if broken and end == "\n" else end for broken, end in zip(breaks, ends, strict=True)]
    # Blanks of both lines would be a gap between columns.
    joined = "".join(chain.from_iterable(zip(lines, (*ends, ""), strict=True)))
    return _AT_JOINT.sub(lambda found: _SOFT * len(found[1]) + " " + _SOFT * len(found[2]), joined)


def _is_break(line: str, after: str, width: int) -> bool:
    """Whether a line ends only because the next word found no room."""
    word = _WORD.search(after)
    length = len(line.rstrip())
    if word is None or length > _WIDEST or length + 1 + len(word.group()) <= width or _OWN_LINE.match(after):
        return False
    ended = line.rstrip().endswith(_ENDS)
    if line.rstrip().endswith(":") or _DATED.search(line):
        return word.group()[0].islower()
    if ended and (len(after) < _SHORT or _YEARS.match(after)):
        return False
    return _LETTER.search(line) is not None
