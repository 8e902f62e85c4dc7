"""Lines with labels: jobs and schools ("Befattning: svetsare"), and labels in the midst of prose set on lines."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from matcher.patterns import late
from matcher.readers.lexicon import rows
from matcher.readers.texts.formlabels import kind_of_label
from matcher.readers.times.periods import read_period
from matcher.taxonomy.scanning.phrasegrammar import patterns_of

_KINDS = patterns_of(rows("labels"))
_LABEL = late(
    r"^\s*(?:[-–•*]\s*)?(?:"
    + "|".join(f"(?P<{kind}>{words})" for kind, words in _KINDS.items())
    + r")\)?(?:\s*[:|]\s*|\s{3,})(?P<said>\S.*)$",
    re.IGNORECASE,
)
_NUMBER = late(r"(?:ca |about |over |över )?\d{1,2}(?:[.,]5)?\+?")  # of years, where a label asks for them
_OF_JOB = ("title", "employer", "place", "time")
_OF_SCHOOL = ("school", "field", "level", "employer", "place", "time")


def is_label(words: str) -> bool:
    """Whether words are the label of a line about a job: "Befattning", "Datum".

    Examples
    --------
    >>> is_label("Befattning"), is_label("Svetsare")
    (True, False)
    """
    return bool(_LABEL.match(f"{words.strip(' :')}: x"))


def labelled_entries(lines: Sequence[str]) -> Mapping[int, tuple[str, list[str]]]:
    """Find jobs and schools that stand in labelled lines, a block each.

    Parameters
    ----------
    lines : sequence of str

    Returns
    -------
    mapping of int to (str, list of str)
        Place of each line that belongs to such a job or school → its section and what it becomes there: the first line
        the whole in one line and what was done below it, the others nothing.

    Examples
    --------
    >>> made = labelled_entries(["Period: 2012 - 2017", "Befattning: svetsare", "Företag: varv, Oslo", "", "Ort: Lund"])
    >>> made[0], made[1], 4 in made
    (('work', ['svetsare, varv, Oslo, 2012 - 2017']), ('work', []), False)
    >>> labelled_entries(["Titel: kock", "Från: 2015", "Till: 2018"])[0]
    ('work', ['kock, 2015 - 2018'])
    >>> labelled_entries(["Datum | 2001 - 2004", "Typ av examen | Gymnasium", "Skola | Umm Qasr, Irak"])[0]
    ('education', ['Gymnasium, Umm Qasr, Irak, 2001 - 2004'])
    """
    made: dict[int, tuple[str, list[str]]] = {}
    block: list[tuple[int, str, str]] = []
    for index, line in enumerate([*lines, ""]):
        match = _LABEL.match(line)
        said = match["said"].strip() if match else ""
        kind = next((one for one in _KINDS if match[one]), None) if match else None
        said = f"{said} år" if kind == "time" and _NUMBER.fullmatch(said) else said
        if kind is None or any(kind == held for _, held, _ in block):
            made.update(_made(block))
            block = []
        if kind is not None:
            block.append((index, kind, said))
    return made


def _made(block: Sequence[tuple[int, str, str]]) -> Mapping[int, tuple[str, list[str]]]:
    said = {kind: words for _, kind, words in block}
    if "begin" in said:
        said.setdefault("time", f"{said['begin']} - {said.get('end', '')}")
    section = "work" if "title" in said else "education" if "school" in said else ""
    if not section or len(block) < _LEAST or read_period(said.get("time", "")).is_empty:
        return {}
    order = _OF_JOB if section == "work" else _OF_SCHOOL
    entry = ", ".join(said[kind] for kind in order if kind in said)
    first, *others = [index for index, *_ in block]
    told = [entry, *filter(None, [said.get("duties")])]
    return {first: (section, told), **{index: (section, []) for index in others}}


_LEAST = 2
"""Labelled lines that make a job or a school."""


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
_TOLD_KINDS = _LISTS | {"paper", "work", "education", "wish", "not_wanted", "home", "start", "journey", "profession"}
_SHORTEST, _LEAST_LABELS = 60, 2
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
    places = [match.end() for match in _WITHIN.finditer(line) if kind_of_label(match["key"]) in _TOLD_KINDS]
    if len(places) < _LEAST_LABELS:
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
