"""Exports of a shortlist: the fields that were chosen out of a fixed list, as CSV, XLSX or HTML, and their log."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from xml.sax.saxutils import escape

from matcher.explanation.cells import safe_cell
from matcher.explanation.parts import listed
from matcher.explanation.workbook import workbook
from matcher.ranking import RankedList
from matcher.service.sessions import for_owner
from matcher.service.wording import Words

FIELDS = (
    "profile", "rank", "ad", "title", "employer", "municipality", "score", "tier", "met", "unmet", "unknown",
    "questions",
)  # fmt: skip
"""What an export may hold; the person is there by pseudonym alone, and the place is the ad's."""
TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "html": "text/html; charset=utf-8",
}


def table_of(
    ranked: RankedList, fields: Sequence[str], titles: Mapping[str, tuple[str, str, str]], words: Words
) -> list[list[str | int]]:
    """Make the rows of an export, the names of the fields first.

    Parameters
    ----------
    ranked : RankedList
        A person's ads.
    fields : sequence of str
        Of :data:`FIELDS`; others are left out, and the order is that of the list.
    titles : mapping of str to (headline, employer, municipality)
        By id of the ad.
    words : Words
    """
    chosen = [name for name in FIELDS if name in fields]
    table: list[list[str | int]] = [[words(f"f_{name}") for name in chosen]]
    for match in ranked.matches:
        title, employer, municipality = titles[match.id]
        kinds = {verdict: listed(match.verdicts, verdict, words.lang) for verdict in ("met", "unmet", "unknown")}
        cells: dict[str, str | int] = {
            "profile": ranked.id, "rank": match.rank, "ad": match.id, "title": title, "employer": employer,
            "municipality": municipality, "score": match.score, "tier": words(f"tier_{match.tier}"),
            "questions": " ".join(question.text for question in match.questions), **kinds,
        }  # fmt: skip
        table.append([cell if isinstance(cell, int) else safe_cell(cell) for cell in map(cells.__getitem__, chosen)])
    return table


def written(table: Sequence[Sequence[str | int]], format: str, lang: str) -> bytes:
    r"""Write a table; as CSV with what spreadsheet programs of the language part cells with.

    Examples
    --------
    >>> written([["A", "B"], [1, "2"]], "csv", "sv"), written([["A", "B"]], "csv", "en")
    (b'\xef\xbb\xbfA;B\r\n1;2\r\n', b'\xef\xbb\xbfA,B\r\n')
    """
    if format == "xlsx":
        return workbook(table)
    if format == "html":
        tagged = [("td" if place else "th", row) for place, row in enumerate(table)]
        lines = ["".join(f"<{tag}>{escape(str(cell))}</{tag}>" for cell in row) for tag, row in tagged]
        body = "".join(f"<tr>{line}</tr>" for line in lines)
        style = "<style>table{border-collapse:collapse}td,th{border:1px solid #555;padding:4px;text-align:left}</style>"
        head = '<meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>matcher</title>'
        return f"<!doctype html>{head}{style}<table>{body}</table>".encode()
    out = io.StringIO()
    csv.writer(out, delimiter=";" if lang == "sv" else ",").writerows(table)
    # The mark tells spreadsheet programs that it is UTF-8.
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8", "replace")


def log_export(store: Path | None, token_name: str | None, fields: Sequence[str], count: int) -> None:
    """Write down that an export was made, and nothing of what is in it.

    Parameters
    ----------
    store : Path or None
        Folder whose ``exports.jsonl`` gets the line; standard error without one.
    token_name : str or None
    fields : sequence of str
    count : int
        Rows.
    """
    now = datetime.now(UTC).isoformat(timespec="seconds")
    line = json.dumps({"export": now, "token": token_name, "fields": list(fields), "count": count}) + "\n"
    if store is None:
        sys.stderr.write(line)
        return
    with open(store / "exports.jsonl", "a", encoding="utf-8", newline="\n", opener=for_owner) as file:
        file.write(line)
