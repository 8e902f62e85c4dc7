"""A table as a workbook that spreadsheet programs open: one sheet, its first row the names of the columns."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import UTC, datetime

_NO_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 has no place for, and line ends' first halves."""
_LEAST, _MOST = 8, 60
"""Width of a column, in signs: longer cells are broken into lines."""
# Text is text: no cell is run as a formula or made a link.
_PLAIN = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_MADE = datetime(2000, 1, 1, tzinfo=UTC)
"""A fixed time: equal tables give equal files."""


def workbook(table: Sequence[Sequence[str | int]]) -> bytes:
    """Write a table as a workbook (XLSX); numbers are numbers, the first row stays in view.

    Parameters
    ----------
    table : sequence of rows
        The first one names the columns.

    Examples
    --------
    >>> workbook([["Plats", "Rubrik"], [1, "Kock"]])[:2]
    b'PK'
    """
    from xlsxwriter import Workbook

    out = io.BytesIO()
    with Workbook(out, _PLAIN) as book:
        book.set_properties({"created": _MADE})
        bold, broken = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
        sheet = book.add_worksheet("matcher")
        sheet.freeze_panes(1, 0)
        for at, row in enumerate(table):
            legal = [cell if isinstance(cell, int) else _NO_XML.sub("", cell) for cell in row]
            sheet.write_row(at, 0, legal, broken if at else bold)
        for at, column in enumerate(zip(*table, strict=True)):
            widest = max(len(str(cell)) for cell in column) + 2
            sheet.set_column(at, at, min(max(widest, _LEAST), _MOST))
    return out.getvalue()
