"""Workbooks of any program: XLSX and ODS."""

from __future__ import annotations

from collections.abc import Iterator

from matcher.readers.files.opensheet import is_ods, ods_sheets
from matcher.readers.files.workbook import Sheet, is_xlsx, xlsx_sheets


def is_workbook(data: bytes) -> bool:
    r"""Whether a file is a workbook.

    Examples
    --------
    >>> is_workbook(b"PK\x03\x04..."), is_workbook(b"a;b")
    (False, False)
    """
    return is_xlsx(data) or is_ods(data)


def read_sheets(data: bytes, name: str) -> Iterator[Sheet]:
    """Worksheets of a workbook in their order, hidden ones too.

    Parameters
    ----------
    data : bytes
    name : str
        File name for the error.

    Raises
    ------
    ReadError
        The workbook is damaged or a part of it is too large.
    """
    return ods_sheets(data, name) if is_ods(data) else xlsx_sheets(data, name)
