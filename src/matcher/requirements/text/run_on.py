"""Line ends that a text lost here and there: words glued together, headings run into their text.

A text that lost them all is another matter (``text/parting.py``): there a capital alone may begin a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from matcher.requirements.text.kinds import kinds_of, places
from matcher.taxonomy.lexicon import read_lexicon
from matcher.taxonomy.scanning.alternation import alternation

_SIGN_AT, _HEAD_AT = b".A", b". A"
_GLUED_AT = (b"aA", b"0A", b")A", b"AAa", _SIGN_AT)
# "förarkortTruckkort": a word of small letters that runs into one with a capital; "eSport" and "devOps" are names.
_SHORTEST_WORD, _SHORTEST_PAIR = 3, 9
_BEHIND_WORD = re.compile(r"[A-ZÅÄÖ][a-zåäö]{2,}")
# "teamet.Krav", "us?We": what ends a sentence and what begins one; "t.Ex" is neither
_BEHIND_SIGN = re.compile(r"(?<=[a-zåäöé0-9)].)(?<=[\w)]{2}.)[A-ZÅÄÖ][a-zåäö][a-zåäö ]")
# A heading is followed by text of some length, and "Requirements Engineer" names a person.
_GOES_ON = r"(?!\w*(?:ngineer|anager|nalyst|pecialist|onsult|ordinator))[^\n]{20}"
_LONGEST_PLURAL = 2  # "APIs"
_IN_NAMES = "-@./_&'’#"


class _Words(NamedTuple):
    """Patterns that are made of the words of ``lexicon/openings.tsv``.

    Attributes
    ----------
    starts : re.Pattern
        Words that begin a line, at the place where one may begin.
    heads : re.Pattern
        A heading and what stands between it and its text.
    last : re.Pattern
        A heading that ends a line.
    first : frozenset of str
        The first two signs of every heading.
    names : tuple of str
        First halves of names with a capital inside.
    """

    starts: re.Pattern[str]
    heads: re.Pattern[str]
    last: re.Pattern[str]
    first: frozenset[str]
    names: tuple[str, ...]


@cache
def _words() -> _Words:
    """Make the patterns when a text first needs them."""
    rows = {label: row.split("|") for label, row in read_lexicon("openings.tsv", "matcher.requirements.lexicon")}
    heads = [form for head in rows["head"] for form in dict.fromkeys((head, _titled(head)))]
    capitals = [head.upper() for head in rows["head"]]
    begin = {*rows["first"], *rows["item"], *rows["title"], *rows["head"]}
    return _Words(
        starts=re.compile(
            rf"(?:{alternation(sorted(begin))}|(?:{'|'.join(map(re.escape, rows['praise']))}) [a-zåäö])(?!\w)|"
            r"(?:Engelska|Svenska|(?:B|BE|C|CE)-[Kk]örkort|English|Swedish|Driving )"
        ),
        heads=re.compile(
            rf"(?:{alternation(heads)}(?:\?? (?=(?:[-–•*·] ?)?[A-ZÅÄÖ0-9])|\??(?=[A-ZÅÄÖ][a-zåäö]))|"
            rf"{alternation(capitals)}\?? ?(?=[-–•*·] |[A-ZÅÄÖ]\w*[a-zåäö]))(?={_GOES_ON})"
        ),
        last=re.compile(rf"{alternation([*heads, *capitals])}[?:]?[ ]*$", re.MULTILINE),
        first=frozenset(head[:2] for head in [*heads, *capitals]),
        names=tuple(rows["name"]),
    )


def _titled(head: str) -> str:
    return " ".join(map(str.capitalize, head.split()))


def runs_on(text: str, kinds: bytes) -> bool:
    """Whether a text has lost line ends here and there; most have lost none.

    Parameters
    ----------
    text : str
    kinds : bytes
        Kinds of its signs (``text/kinds.py``).

    Returns
    -------
    bool

    Examples
    --------
    >>> [runs_on(text, kinds_of(text)) for text in ("Du har förarkortTruckkort krävs", "Vi kör GitHub och eSport.")]
    [True, False]
    """
    return any(True for _ in _edges(text, kinds)) or any(
        _headed(line) for line in text.split("\n") if line[:2] in _words().first
    )


def run_on_edges(raw: str) -> list[int]:
    """Where a line is parted because its line ends were lost.

    Parameters
    ----------
    raw : str
        A line.

    Returns
    -------
    list of int

    Examples
    --------
    >>> run_on_edges("Din profil Du har arbetat i kiosk i två år.Vi vill att du kan truckkörning")
    [11, 43]
    """
    head = _headed(raw.lstrip())
    first = [len(raw) - len(raw.lstrip()) + head] if head else []
    return first + list(_edges(raw, kinds_of(raw)))


def _headed(line: str) -> int:
    """Where the text begins behind a heading at the head of a line; 0 if there is none."""
    found = _words().heads.match(line) if line[:2] in _words().first else None
    return found.end() if found else 0


def _edges(text: str, kinds: bytes) -> Iterator[int]:
    """Where words are glued together, and where headings within lines begin and end."""
    words = _words()
    for part in _GLUED_AT:
        for at in places(kinds, part, 0, len(text)):
            begin = at + 1
            if _parts_words(text, begin) if part != _SIGN_AT else _BEHIND_SIGN.match(text, begin):
                yield begin
                if text[begin : begin + 2] in words.first and (head := words.heads.match(text, begin)):
                    yield head.end()
    for at in places(kinds, _HEAD_AT, 0, len(text)):
        begin = at + 2
        if text[begin : begin + 2] not in words.first or text[at - 1 : at].isdigit():
            continue  # "1. Krav": a number of a list
        if head := words.heads.match(text, begin):
            yield from (begin, head.end())
        elif text[at] != "\n" and words.last.match(text, begin):
            yield begin


def _parts_words(text: str, begin: int) -> bool:
    """Whether a capital right behind a word begins a line and no second half of a name."""
    words = _words()
    found = words.starts.match(text, begin)
    if found and (not text[begin - 1].isupper() or found.end() - begin > _LONGEST_PLURAL):
        return not text.endswith(words.names, 0, begin)
    behind = _BEHIND_WORD.match(text, begin)
    if not behind:
        return False
    first = begin
    while first and text[first - 1].islower():
        first -= 1
    if begin - first < _SHORTEST_WORD or behind.end() - first < _SHORTEST_PAIR:
        return False
    return first == 0 or not (text[first - 1].isalnum() or text[first - 1] in _IN_NAMES)
