"""Sentences of what a CV or a note tells, one thing in each."""

from __future__ import annotations

import re

from matcher.patterns import late
from matcher.readers.cells.shortforms import spelled_out, trade
from matcher.readers.cells.wished import is_wished
from matcher.readers.times.periods import read_period
from matcher.readers.told.toldjobs import whole_stories

_SENTENCE = late(r"(?<=[\w)!?])[.!?]\s+|\n+|;\s+")
_COMMA = late(r",\s+(?:(?:men|och|but|and) )?")
_MEASURED = late(r"\d ?(?:tim|min|mån|hrs?|v)$", re.IGNORECASE)  # "max 1 tim. Kock 5 år"


def told_sentences(text: str) -> list[str]:
    """Part sentences, none behind a short form ("bilmek. Etiopien 7 år"), none before the length of a job told of.

    Examples
    --------
    >>> told_sentences("Kock 5 år, vill bli busschaufför. Bor nära tåget.")
    ['Kock 5 år', 'vill bli busschaufför', 'Bor nära tåget.']
    """
    found: list[str] = []
    for piece in (part for whole in _SENTENCE.split(text) for part in _wish_apart(whole)):
        last = found[-1].split(" ")[-1] if found else ""
        # A place of work is no short form, whatever longer word begins like it ("… in a workshop. I speak …").
        short = bool(last) and spelled_out(f"{last}.") != f"{last}." and not trade(last)
        if short and piece and not (piece[0].isupper() and _MEASURED.search(found[-1])):
            found[-1] += f". {piece}"
        else:
            found.append(piece)
    return whole_stories(found)


def _wish_apart(sentence: str) -> list[str]:
    """Part "Kock 5 år, vill bli busschaufför": the job is told, and then what is wanted."""
    for comma in _COMMA.finditer(sentence):
        told, wanted = sentence[: comma.start()], sentence[comma.end() :]
        if is_wished(wanted) and not read_period(told).is_empty:
            return [told, wanted]
    return [sentence]
