"""Experience that an ad tells more than once: each is one row."""

from __future__ import annotations

import re
from typing import NamedTuple

from matcher.requirements.context import Context, Found
from matcher.requirements.text.segment import DEMANDS

_BACK = re.compile(r"(?:dessa|ovan\w*|detta|these|the above|this)(?!\w)")


class Row(NamedTuple):
    """A row and the kind of words that it was found by.

    Attributes
    ----------
    found : Found
    label : str
        Row of ``lexicon/experience.tsv``, or ``"wish"``.
    """

    found: Found
    label: str


def told_once(context: Context, rows: list[Row]) -> list[Row]:
    """Leave out what another row says better, and what an ad only opens with.

    Parameters
    ----------
    context : Context
    rows : list of Row
        Those of a text, in order.

    Returns
    -------
    list of Row
    """
    counted = any(row.found.value["years"] and row.found.necessity == "must" for row in rows)
    needless = any(row.found.necessity == "not_required" and not row.found.value["field"] for row in rows)
    if needless:
        # "Har du lagt golv förut? Då …" is no demand in an ad that asks for no experience.
        rows = [row for row in rows if not _is_hook(context, row.found)]
    # "Vi söker en erfaren målare" says no more than the years that the ad asks for elsewhere.
    return [
        row
        for row in rows
        if not (counted and row.label == "adj" and not row.found.value["years"])
        and not _points_back(row, rows)
        and not _says_again(row, rows)
    ]


def _is_hook(context: Context, found: Found) -> bool:
    """Whether a demand is only a question that the ad opens with."""
    sentence = found.sentence
    return found.necessity == "must" and found.value["years"] is None and context.text[sentence.end - 1] == "?"


def _points_back(row: Row, rows: list[Row]) -> bool:
    """Whether a length of time is said again of what was named before ("två års erfarenhet av dessa uppgifter")."""
    value = row.found.value
    if not (value["field"] and _BACK.match(value["field"])):
        return False
    if not value["years"]:
        # "Visma, Fortnox. Erfarenhet av dessa.", not "du behöver inte ha jobbat med detta"
        return row.found.necessity != "not_required" and _BACK.fullmatch(value["field"]) is not None
    return any(
        other is not row
        and other.found.value["years"] == value["years"]
        and other.found.necessity == row.found.necessity
        for other in rows
    )


def _says_again(row: Row, rows: list[Row]) -> bool:
    """Whether the ad's opening says only how long, and its demands say the same of what."""
    value, sentence = row.found.value, row.found.sentence
    if not value["years"] or value["field"] or sentence.section in DEMANDS:
        return False
    return any(
        other.found.value["years"] == value["years"]
        and other.found.value["field"]
        and other.found.sentence.section in DEMANDS
        and other.found.necessity == row.found.necessity
        for other in rows
    )
