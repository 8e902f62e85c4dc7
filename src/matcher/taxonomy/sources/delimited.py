"""Tables of official exports, separated by tabs or commas."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

Row = Mapping[str, str]


def delimited(path: Path) -> tuple[set[str], Iterator[Row]]:
    """Columns of a table and its rows, however long a field is; none where the file is no text.

    Parameters
    ----------
    path : Path
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return set(), iter(())
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    tabs = "\t" in text.partition("\n")[0]
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter="\t" if tabs else ",")
    columns = set(rows.fieldnames or ())
    return columns, ({name: (value or "").strip() for name, value in row.items() if name} for row in rows)
