"""Labels in the midst of prose ("... Språk: dari, engelska B1. Har arbetat ..."), set on lines of their own."""

from __future__ import annotations

import re
from itertools import pairwise

from matcher.patterns import late
from matcher.readers.texts.formlabels import kind_of_label

LABEL_END = "\x1e"
"""Line that ends what a label in prose names."""
_WITHIN = late(r"(?<=[\w)][.!?;])\s+(?=(?P<key>[A-ZÅÄÖ][^:|.,;!?\n]{1,30}?):\s+\S)")
_FIRST = late(r"(?P<key>[A-ZÅÄÖ][^:|.,;!?\n]{1,30}?):\s+\S")
_SENTENCE = late(r"(?<=[\w)][.!?])\s+(?=[A-ZÅÄÖ])")
# How somebody begins to tell again behind a list: "Skills: sewing, ironing. I hold a Swedish licence."
_TELLS = late(
    r"(?:jag|hon|han|hen|deltagaren|i|i[’']m|she|he|they|my|min|mitt|mina|har|bor|vill|söker|läser|går|pendlar"
    r"|saknar|inget|ingen|bra på|duktig på|good at)\s",
    re.IGNORECASE,
)
_LISTS = frozenset(("skill", "informal", "language", "native", "swedish"))
_KINDS = _LISTS | {"paper", "work", "education", "wish", "not_wanted", "home", "start", "journey", "profession"}
_SHORTEST, _LEAST = 60, 2
"""Characters of a line of prose, and labels in it from which they are no figure of speech."""


def labels_apart(text: str) -> str:
    r"""Set labelled sentences in a line of prose apart from what is told around them.

    Parameters
    ----------
    text : str

    Returns
    -------
    str

    Examples
    --------
    >>> told = "Arbetat som kock i Iran i sex år. Språk: dari, engelska B1. Bor i Lund. Kan: grill, sallad. Kör bil."
    >>> [line for line in labels_apart(told).split("\n") if line != LABEL_END]
    ['Arbetat som kock i Iran i sex år.', 'Språk: dari, engelska B1.', 'Bor i Lund.', 'Kan: grill, sallad.', 'Kör bil.']
    """
    return "\n".join(_apart(line) if len(line) >= _SHORTEST and ": " in line else line for line in text.split("\n"))


def _apart(line: str) -> str:
    first = _FIRST.match(line)
    if first is not None:
        return _list_apart(line, first["key"])
    places = [match.end() for match in _WITHIN.finditer(line) if kind_of_label(match["key"]) in _KINDS]
    if len(places) < _LEAST:
        return line
    pieces = [0, *places, len(line)]
    told, *labelled = [line[start:end].rstrip() for start, end in pairwise(pieces)]
    for piece in labelled:
        sentence, *rest = _SENTENCE.split(piece, maxsplit=1)
        told = "\n".join((told, LABEL_END, sentence, LABEL_END, *rest))
    return told


def _list_apart(line: str, key: str) -> str:
    """End what a label lists where somebody begins to tell in the line."""
    if kind_of_label(key) not in _LISTS:
        return line
    place = next((at for at in _SENTENCE.finditer(line) if _TELLS.match(line, at.end())), None)
    return line if place is None else f"{line[: place.start()]}\n{LABEL_END}\n{line[place.end() :]}"
