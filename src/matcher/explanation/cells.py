"""Cells that a spreadsheet program takes for text."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"-\d+(?:[.,]\d+)?")
_STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def safe_cell(cell: object) -> str:
    """Keep a cell from being read as a formula: an apostrophe in front makes it text.

    Examples
    --------
    >>> safe_cell("=1+1"), safe_cell(-5), safe_cell("Kock")
    ("'=1+1", '-5', 'Kock')
    """
    value = str(cell)
    starts = value.lstrip(" \u00a0").startswith(_STARTS_FORMULA)
    return f"'{value}" if starts and not _NUMBER.fullmatch(value) else value
