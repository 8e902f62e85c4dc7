"""The smallest workbook that spreadsheet programs open: one sheet, its first row the names of the columns."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

_NO_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 has no place for, and line ends' first halves."""
_LEAST, _MOST = 8, 60
"""Width of a column, in signs: longer cells are broken into lines."""
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_BOLD = 1
_BROKEN = 2
_XF = 'xf numFmtId="0" fillId="0" borderId="0"'
_FONT = '<sz val="11"/><name val="Calibri"/>'
_STYLES = (
    f'<styleSheet xmlns="{_MAIN}"><fonts count="2"><font>{_FONT}</font><font><b/>{_FONT}</font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    '</fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    f'<cellStyleXfs count="1"><{_XF} fontId="0"/></cellStyleXfs>'
    f'<cellXfs count="3"><{_XF} fontId="0" xfId="0"/><{_XF} fontId="1" xfId="0" applyFont="1"/>'
    f'<{_XF} fontId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>'
    "</cellXfs></styleSheet>"
)
_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_KIND}.sheet.main+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{_KIND}.styles+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_KIND}.worksheet+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
    f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
    '<sheet name="matcher" sheetId="1" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
    f'Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" '
    f'Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>',
    "xl/styles.xml": _STYLES,
}


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
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as book:
        for name, text in {**_PARTS, "xl/worksheets/sheet1.xml": _sheet(table)}.items():
            declared = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{text}'
            # A fixed time: equal tables give equal files.
            book.writestr(zipfile.ZipInfo(name, (2000, 1, 1, 0, 0, 0)), declared.encode(), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _sheet(table: Sequence[Sequence[str | int]]) -> str:
    widths = [max(len(str(cell)) for cell in column) + 2 for column in zip(*table, strict=True)]
    columns = "".join(
        f'<col min="{n}" max="{n}" width="{min(max(width, _LEAST), _MOST)}" customWidth="1"/>'
        for n, width in enumerate(widths, start=1)
    )
    rows = "".join(
        f"<row>{''.join(_cell(cell, _BROKEN if place else _BOLD) for cell in row)}</row>"
        for place, row in enumerate(table)
    )
    return (
        f'<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        f"<cols>{columns}</cols><sheetData>{rows}</sheetData></worksheet>"
    )


def _cell(value: str | int, style: int) -> str:
    if isinstance(value, int):
        return f'<c s="{style}"><v>{value}</v></c>'
    legal = _NO_XML.sub("", value)
    return f'<c s="{style}" t="inlineStr"><is><t xml:space="preserve">{escape(legal)}</t></is></c>'
