"""Items of an enumeration: "dam- och herrklippning samt färgning" is three skills.

Everything here works on lower-case text with offsets; what an item means is decided elsewhere. The words are those of
``lexicon/skills_edges.tsv``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from matcher.requirements.skills.words import edge_words
from matcher.taxonomy.scanning.alternation import alternation

_LONGEST_LIST = 260
_LONGEST_ITEM_WORDS = 7
_EDGE = " \t.,:;!?\"'’()[]*•·–—_-"
_LETTERS = "\u2000"  # behind it stand signs, arrows and pictures
# "läroplan, skollag och andra styrdokument"
_THE_REST = re.compile(r"(?:andra|övriga|relaterade|other|related|ann(?:at|an)|another) (?:\w+ )?\w+")
_new = tuple.__new__  # a named tuple of values in their order, without its constructor's detour
_ONE_NAME = {("hälso", "sjukvår"), ("hot", "våldssi")}  # two halves that are always said together
# "ISO 9001, 14001"
_SERIES = ("iso", "iec")
_PURPOSE = frozenset(("för", "for", "till", "to"))


class Item(NamedTuple):
    """One member of an enumeration.

    Attributes
    ----------
    start, end : int
        Its place.
    label : str
        Its wording; a first half such as "dam-" of a craft is completed.
    """

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class _Edges:
    """Patterns, and words that tell without a pattern that one of them finds nothing."""

    end: re.Pattern[str]
    split: re.Pattern[str]
    joints: frozenset[str]
    lead: re.Pattern[str]
    leads: frozenset[str]
    trail: re.Pattern[str]
    trails: tuple[str, ...]
    tails: frozenset[str]
    cut: re.Pattern[str]
    cuts: frozenset[str]
    heads: tuple[str, ...]


@cache
def _edges() -> _Edges:
    words = edge_words()

    def any_of(name: str) -> str:
        return alternation(words[name])

    def firsts(*names: str) -> frozenset[str]:
        return frozenset(word.split()[0].replace(".", "") for name in names for word in words[name])

    stop = r"(?<=\.)(?<!t\.ex\.)(?<!bl\.a\.)(?<!e\.g\.)(?<!t\. ex\.)(?<!\sex\.)(?<!etc\.)(?=\s|$|[a-zåäö]{4})"
    # "Tools - Jira, Git": behind a word for names a dash opens a list.
    before_names = "".join(rf"(?<!{re.escape(word)}\s)" for word in words["wide"])
    clause = rf"(?:(?:och|samt|and|men)(?:\satt)?\s{any_of('verb')}|{any_of('clause')})(?=[\s.,;:]|$)"
    return _Edges(
        # It begins with a set of signs, so that all others are passed over fast.
        end=re.compile(
            rf"[;!?\n•.:,\s](?:(?<=[;!?\n•])|{stop}|(?<=:)(?=\s|$)|(?<=\s)(?=[–—-]){before_names}[–—-]+\s"
            rf"|(?<=,)\s{clause}|(?<=\s){clause})"
        ),
        split=re.compile(
            # Inside a word only signs are looked at.
            rf"(?:(?=[\s,()/:])|(?<!\w))\s*(?:,\s*(?:{any_of('join')}(?=\s))?|[()]|\s{any_of('join')}(?=\s)|"
            rf"(?<!\w){any_of('example')}(?!\w)"
            r"|(?<=\w\w)/(?=\w{4})|(?<=\w{4})/(?=\w\w)|(?<=\bc)/(?=c\+)|(?<=#)/(?=[.\w])|(?<=\w)/(?=\.net|[cf]#)|"
            r"(?<=[a-zåäö]{2})/\s|\s[–—-]+\s|:\s)\s*"
        ),
        joints=firsts("join", "example") | frozenset("-–—"),
        lead=re.compile(rf"{any_of('lead')}\.?\s+(?!datamängd|mängd|learning)"),
        leads=firsts("lead"),
        trail=re.compile(rf"(?:\s+|(?<!\w)){any_of('trail')}\.?$"),
        trails=tuple(words["trail"]),
        tails=frozenset(word[-2:] for word in words["trail"]),
        cut=re.compile(rf"\s{any_of('cut')}(?:\s|$)"),
        cuts=firsts("cut"),
        heads=tuple(words["head"]),
    )


def list_end(low: str, start: int, end: int) -> int:
    """Where an enumeration that begins at ``start`` ends: a full stop, a relative clause, a new verb.

    Examples
    --------
    >>> text = "excel och word samt att du trivs"
    >>> text[: list_end(text, 0, len(text))]
    'excel och word'
    """
    last = min(end, start + _LONGEST_LIST)
    stop = _edges().end.search(low, start, last)
    return stop.start() if stop else last


def items(low: str, start: int, end: int) -> Iterator[Item]:
    """Members of the enumeration in ``low[start:end]``.

    Parameters
    ----------
    low : str
        Text in lower case.
    start, end : int

    Yields
    ------
    Item

    Examples
    --------
    >>> [item.label for item in items("dam- och herrklippning samt färgning", 0, 36)]
    ['damklippning', 'herrklippning', 'färgning']
    >>> [item.label for item in items("plan- och bygglagen, excel", 0, 26)]
    ['plan- och bygglagen', 'excel']
    """
    edges = _edges()
    pieces = _pieces(low, start, end)
    closed, half, series = False, -1, ""
    for index, (first, last) in enumerate(pieces):
        if closed and low[pieces[index - 1][1] : first].strip() not in {",", "("}:
            continue  # "python för analys och rapporter": the reports are what it is used for
        left, right = _stripped(low, first, last)
        if left >= right or (index and _THE_REST.fullmatch(low, first, right)):
            continue
        if low[right - 1] == "-":
            whole = next((low[a:b] for a, b in pieces[index + 1 :] if low[b - 1 : b] != "-"), "")
            completed = _completed(low[left : right - 1], whole)
            if completed:
                yield _new(Item, (left, right, completed))
            elif half < 0:
                half = left
            continue
        cut = None if edges.cuts.isdisjoint(low[left:right].split()) else edges.cut.search(low, left, right)
        closed = bool(cut and cut.group().strip() in _PURPOSE)
        if cut:
            left, right = _stripped(low, left, cut.start())
        if half >= 0:
            left, half = half, -1
        if series and low[left:right].isdigit():
            yield _new(Item, (left, right, f"{series} {low[left:right]}"))
            continue
        series = low[left : left + 3] if low.startswith(_SERIES, left) and low[right - 1].isdigit() else ""
        if right > left and low.count(" ", left, right) < _LONGEST_ITEM_WORDS:
            yield _new(Item, (left, right, low[left:right]))


def _pieces(low: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut an enumeration at its joints."""
    edges, text = _edges(), low[start:end]
    if not ("," in text or "/" in text or "(" in text or ")" in text or ":" in text):
        words = text.replace(".", "").split() if "." in text else text.split()
        if edges.joints.isdisjoint(words):
            return [(start, end)]
    pieces, place = [], start
    for found in edges.split.finditer(low, start, end):
        pieces.append((place, found.start()))
        place = found.end()
    return [*pieces, (place, end)]


def _stripped(low: str, left: int, right: int) -> tuple[int, int]:
    edges = _edges()
    while left < right and (low[left] in _EDGE or low[left] > _LETTERS) and not low.startswith(".net", left):
        left += 1
    right = _bare_end(low, left, right)
    for _ in range(8):
        space = low.find(" ", left, right)
        if space < 0 or low[left:space].replace(".", "") not in edges.leads:
            break
        if (found := edges.lead.match(low, left, right)) is None:
            break
        left = found.end()
    for _ in range(3):
        ends = low[right - 2 : right] in edges.tails and low.endswith(edges.trails, left, right)
        if not (ends or (right > left and low[right - 1] == ".")):
            break
        if (tail := edges.trail.search(low, left, right)) is None:
            break
        right = _bare_end(low, left, tail.start())
    return left, right


def _bare_end(low: str, left: int, right: int) -> int:
    while right > left and low[right - 1] in _EDGE and (low[right - 1] != "-" or low[right - 2] == " "):
        right -= 1  # a hyphen behind letters is half a word: "dam-"
    return right


def _completed(first: str, second: str) -> str:
    """``dam`` before ``herrklippning`` is ``damklippning``; empty where the two are one field of knowledge."""
    bare = second.strip(_EDGE)
    word = bare.split(" ")[0]
    if (first, word[:7]) in _ONE_NAME:
        return ""
    for head in _edges().heads:
        if word.endswith(head) and word != head:
            rest = bare[len(word) :]
            cut = _edges().cut.search(rest)
            return first + head + (rest[: cut.start()] if cut else rest)
    return "" if second else first
