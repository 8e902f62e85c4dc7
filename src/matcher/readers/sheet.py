"""A caseworker's sheet as delimited text: every office's own style, columns told by meaning."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Literal

from matcher.errors import InvalidRecordError, ReadError
from matcher.readers.cells.words import is_silent, tidy
from matcher.readers.columns import Column, read_header
from matcher.readers.contents import refine
from matcher.readers.draft import Draft, newest_date
from matcher.readers.grid import Row, lines_of, read_rows, tell_separator
from matcher.readers.headers import content_fields, find_header, is_table
from matcher.readers.persons import fill
from matcher.readers.protected import reason_to_drop
from matcher.readers.report import Batch, Note
from matcher.readers.rowcells import Cells
from matcher.readers.source import Source
from matcher.readers.workbook import Sheet, is_workbook, read_sheets
from matcher.records import Profile

_HEADER_ROWS = 15
_SAMPLE = 40
_TOTAL = re.compile(r"(?:totalt?|summa|antal|sum|average|medel(?:värde)?|count)(?![^\W\d_])", re.IGNORECASE)
_MARKUP = re.compile(r"\s*(?:[{\[<]|%PDF)")


def profile_from_row(row: Mapping[str, Any], mapping: Mapping[str, str] | None = None) -> Profile:
    """Make a profile of one row of a table.

    Parameters
    ----------
    row : mapping of str to object
        Column name → cell; lists are joined.
    mapping : mapping of str to str, optional
        Column name → field, for names that are not recognised.

    Returns
    -------
    Profile

    Raises
    ------
    InvalidRecordError
        The row holds no id.

    Examples
    --------
    >>> profile_from_row({"Löpnr": 7, "Kan också": "lagar cyklar", "Körkort": "nej"}).none
    ('driving_licences',)
    """
    columns = read_header([str(name) for name in row], mapping=mapping)
    joined = ["; ".join(map(str, cell)) if isinstance(cell, list | tuple) else cell for cell in row.values()]
    cells = Cells(columns, joined)
    identity = _identity(cells)
    if not identity:
        raise InvalidRecordError("row", "an id")
    draft = Draft("row", identity)
    fill(draft, cells)
    return draft.build(newest_date([draft], None))


def table_batch(
    rows: Iterator[Row],
    name: str,
    stem: str,
    mapping: Mapping[str, str] | None = None,
    as_of: date | None = None,
) -> Batch[Profile]:
    """Read the rows of any table with a header among its first rows.

    Parameters
    ----------
    rows : iterator of Row
    name, stem : str
        File name for the report; the beginning of the ids where the table has none.
    mapping : mapping of str to str, optional
    as_of : datetime.date, optional

    Returns
    -------
    Batch of Profile

    Raises
    ------
    InvalidRecordError
        No header names fields of a profile.
    """
    first: list[Row] = []
    for row in rows:
        first.append(row)
        if len(first) == _HEADER_ROWS:
            break
    found = find_header([row.cells for row in first], mapping)
    if found is None:
        raise InvalidRecordError(name, "a header row that names fields of a profile (id, language, licence, job ...)")
    at, by_header = found
    below = [row for row in (*first[at + 1 :], *itertools.islice(rows, _SAMPLE)) if not row.is_blank]
    columns = refine(by_header, [row.cells for row in below])
    notes = _header_notes(columns, by_header, first[at].line, name)
    drafts: list[Draft] = []
    taken: set[str] = set()
    for row in itertools.chain(below, rows):
        if row.is_blank or _repeats_header(row, columns):
            continue
        if _is_total(row):
            notes.append(Note("dropped", name, "a row of totals, no person", line=row.line))
            continue
        if _is_remark(row, columns):
            notes.append(Note("dropped", name, "a line of text below the table, no person", line=row.line))
            continue
        drafts.append(_read_row(row, columns, name, stem, taken, as_of))
    newest = newest_date(drafts, as_of)
    records = tuple(draft.build(newest) for draft in drafts)
    read = tuple(f"{c.shown} = {c.field}" for c in columns if c.field not in (None, "protected", "unused"))
    return Batch(records, (*notes, *(note for draft in drafts for note in draft.notes)), fields=read)


def _header_notes(columns: Sequence[Column], by_header: Sequence[Column], line: int, name: str) -> list[Note]:
    notes = []
    for column, before in zip(columns, by_header, strict=True):
        if column.field == "unused":
            notes.append(Note("dropped", name, "not used for matching", line=line, column=column.shown))
        elif column.field != before.field:
            notes.append(Note("guessed", name, f"read as {column.field}, by its cells", line=line, column=column.shown))
        elif column.header.strip() and column.field is None:
            notes.append(Note("dropped", name, "a column that was not recognised", line=line, column=column.shown))
    return notes


def _repeats_header(row: Row, columns: Sequence[Column]) -> bool:
    """Tell a header that comes again further down, as in joined exports."""
    same = sum(cell.strip() == c.header.strip() != "" for cell, c in zip(row.cells, columns, strict=False))
    return same >= 3 and same * 2 > sum(1 for cell in row.cells if cell.strip())


def _is_total(row: Row) -> bool:
    """Tell "Totalt: 24 personer" or "Summa;24;18" below the people: no other cell holds words."""
    first, *others = (cell.strip() for cell in row.cells if cell.strip())
    return bool(_TOTAL.match(first)) and not any(re.search(r"[^\W\d_]", cell) for cell in others)


_FEW, _WORDS = 4, 3


def _is_remark(row: Row, columns: Sequence[Column]) -> bool:
    """Tell "Närvaro under 80 % följs upp" or "1 = ingen, 5 = flytande" below the people: words where an id would be."""
    filled = [(index, cell.strip()) for index, cell in enumerate(row.cells) if cell.strip()]
    index, first = filled[0]
    wordy = (
        len(re.findall(r"[^\W\d_]+", first)) >= _WORDS or "=" in first or first.endswith(":") or first.startswith("*")
    )
    fields = {column.field for column in columns if column.index == index}
    return wordy and len(filled) * _FEW <= len(columns) and (index == 0 or fields == {"id"})


def _identity(cells: Cells) -> str:
    return next((text for _, text in cells.of("id") if not is_silent(text)), "")[:100]


_NAME = re.compile(r"[A-ZÅÄÖÉ][a-zåäöéèü]+(?:[ -][A-ZÅÄÖÉ][a-zåäöéèü]+)+")
_NUMBERED = re.compile(
    r"(?<![a-zåäö])(?:id|nr|nummer|no|number|kod|code|ref\w*)(?![a-zåäö])|nr$|nummer$|id$|kod$", re.IGNORECASE
)


def _is_name(cells: Cells) -> bool:
    """Tell a name from a pseudonym: capitalised words, or no digit under a header like "Deltagare"."""
    column, text = cells.of("id")[0]
    return bool(_NAME.fullmatch(text)) or (
        not _NUMBERED.search(column.header.strip(" .:")) and not any(c.isdigit() for c in text)
    )


def _read_row(row: Row, columns: Sequence[Column], name: str, stem: str, taken: set[str], as_of: date | None) -> Draft:
    cells = Cells(columns, row.cells)
    identity = _identity(cells)
    draft = Draft(name, identity, row.line)
    if identity and (reason_to_drop(identity) or _is_name(cells)):
        draft.id = f"{stem}-{row.line}"
        draft.note("dropped", "an id that is personal; the line number stands for it")
    elif not identity:
        draft.id = f"{stem}-{row.line}"
        draft.note("guessed", "no id; the line number stands for it")
    if draft.id in taken:
        number = next(n for n in range(2, len(taken) + 3) if f"{draft.id} ({n})" not in taken)
        draft.id = f"{draft.id} ({number})"
        draft.note("doubtful", "an id that stands on an earlier line too; a number was added")
    taken.add(draft.id)
    if len([c for c in row.cells[len(columns) :] if c.strip()]):
        draft.note("doubtful", "more cells than the header has; the last ones are left out")
    fill(draft, cells, as_of)
    return draft


class SheetReader:
    """Reads a caseworker's sheet saved as CSV or as an XLSX workbook."""

    name = "sheet"
    kind: Literal["profiles"] = "profiles"

    def recognises(self, source: Source) -> bool:
        """Whether some separator makes a header of a profile's fields out of the first rows."""
        if source.folder is None and is_workbook(source.data):
            return True
        if source.folder is not None or source.is_binary or _MARKUP.match(source.head):
            return False
        return is_table(source)

    def read(self, source: Source, **options: Any) -> Batch[Profile]:
        """Read every row.

        Parameters
        ----------
        source : Source
        **options
            ``mapping`` (header → field) and ``as_of``.

        Raises
        ------
        ReadError
            There is no header that names fields of a profile.
        """
        mapping: Mapping[str, str] | None = options.get("mapping")
        if is_workbook(source.data):
            return _from_workbook(source, mapping, options.get("as_of"))

        def sense(rows: list[tuple[str, ...]]) -> int:
            return _sense(rows, mapping)

        if source.is_binary:
            raise ReadError(source.name, "text with a separator between cells")
        separator, _, skip = tell_separator(source, sense)
        notes: list[Note] = list(source.notes)
        rows = read_rows(lines_of(source.chunks()), separator, source.name, notes)
        for _ in range(skip):
            next(rows, None)
        batch = table_batch(rows, source.name, source.stem, mapping, options.get("as_of"))
        if not batch.records:
            raise InvalidRecordError(source.name, "a row for each person below the header")
        return Batch(batch.records, (*notes, *batch.notes), fields=batch.fields)


def _from_workbook(source: Source, mapping: Mapping[str, str] | None, as_of: date | None) -> Batch[Profile]:
    """Read the sheets of a workbook that have a header of a profile's fields."""
    batches: list[Batch[Profile]] = []
    notes: list[Note] = []
    sheets = list(read_sheets(source.data, source.name))
    named = [_has_ids(sheet, mapping) for sheet in sheets]
    for sheet, has_ids in zip(sheets, named, strict=True):
        if has_ids is False and any(named):
            what = "a sheet without ids beside one with them, no people"
            notes.append(Note("dropped", source.name, what, column=f"sheet {sheet.number}"))
            continue
        try:
            batches.append(table_batch(iter(sheet.rows), source.name, source.stem, mapping, as_of))
        except InvalidRecordError:
            if any(not row.is_blank for row in sheet.rows):
                what = "a sheet without a header that names fields of a profile"
                notes.append(Note("dropped", source.name, what, column=f"sheet {sheet.number}"))
    if not batches:
        raise InvalidRecordError(source.name, "a sheet with a header that names fields of a profile")
    records = tuple(record for batch in batches for record in batch.records)
    if not records:
        raise InvalidRecordError(source.name, "a row for each person below the header")
    read = tuple(dict.fromkeys(field for batch in batches for field in batch.fields))
    return Batch(records, (*(note for batch in batches for note in batch.notes), *notes), fields=read)


def _has_ids(sheet: Sheet, mapping: Mapping[str, str] | None) -> bool | None:
    """Whether a sheet's header names an id; ``None`` where it has no header."""
    found = find_header([row.cells for row in sheet.rows[:_HEADER_ROWS]], mapping)
    return any(column.field == "id" for column in found[1]) if found else None


def _sense(rows: list[tuple[str, ...]], mapping: Mapping[str, str] | None = None) -> int:
    found = find_header([tuple(tidy(cell) for cell in row) for row in rows], mapping)
    return content_fields(found[1]) if found else 0


READER = SheetReader()
