"""Exports of a shortlist: the fields that were chosen out of a fixed list, as CSV, XLSX or HTML, and their log."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
import zipfile
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from xml.sax.saxutils import escape

from matcher.explanation.cells import safe_cell
from matcher.explanation.words import NAMES, word
from matcher.ranking import RankedList
from matcher.service.sessions import for_owner
from matcher.service.wording import Words

FIELDS = (
    "profile", "rank", "ad", "title", "employer", "municipality", "score", "tier", "met", "unmet", "unknown",
    "questions",
)  # fmt: skip
"""What an export may hold; the person is there by pseudonym alone, and the place is the ad's."""
_NO_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 has no place for, and line ends' first halves."""
TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "html": "text/html; charset=utf-8",
}


def table_of(
    ranked: RankedList, fields: Sequence[str], titles: Mapping[str, tuple[str, str, str]], words: Words
) -> list[list[str]]:
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
    table = [[words(f"f_{name}") for name in chosen]]
    for match in ranked.matches:
        title, employer, municipality = titles[match.id]
        kinds = {
            verdict: ", ".join(
                dict.fromkeys(
                    word(NAMES, v.requirement.kind, words.lang) for v in match.verdicts if v.verdict == verdict
                )
            )
            for verdict in ("met", "unmet", "unknown")
        }
        cells = {
            "profile": ranked.id, "rank": match.rank, "ad": match.id, "title": title, "employer": employer,
            "municipality": municipality, "score": match.score, "tier": words(f"tier_{match.tier}"),
            "questions": " ".join(question.text for question in match.questions), **kinds,
        }  # fmt: skip
        table.append([safe_cell(cells[name]) for name in chosen])
    return table


def written(table: Sequence[Sequence[str]], format: str) -> bytes:
    r"""Write a table.

    Examples
    --------
    >>> written([["A"], ["1"]], "csv")
    b'\xef\xbb\xbfA\r\n1\r\n'
    """
    if format == "xlsx":
        return _xlsx(table)
    if format == "html":
        tagged = [("td" if place else "th", row) for place, row in enumerate(table)]
        lines = ["".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in row) for tag, row in tagged]
        body = "".join(f"<tr>{line}</tr>" for line in lines)
        style = "<style>table{border-collapse:collapse}td,th{border:1px solid #555;padding:4px;text-align:left}</style>"
        head = '<meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>matcher</title>'
        return f"<!doctype html>{head}{style}<table>{body}</table>".encode()
    out = io.StringIO()
    csv.writer(out).writerows(table)
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


def _xlsx(table: Sequence[Sequence[str]]) -> bytes:
    """Write the smallest workbook that spreadsheet programs open: one sheet of text cells."""
    rows = "".join(f"<row>{''.join(map(_cell, row))}</row>" for row in table)
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kind}.worksheet+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
        f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
        '<sheet name="matcher" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
        f'Type="{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>',
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as book:
        for name, text in parts.items():
            declared = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{text}'
            # A fixed time: equal tables give equal files.
            book.writestr(zipfile.ZipInfo(name, (2000, 1, 1, 0, 0, 0)), declared.encode())
    return out.getvalue()


def _cell(text: str) -> str:
    legal = _NO_XML.sub("", text)
    return f'<c t="inlineStr"><is><t xml:space="preserve">{escape(legal)}</t></is></c>'
