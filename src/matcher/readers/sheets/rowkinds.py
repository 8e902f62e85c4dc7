"""What a row below a header is if it is no person of its own: a header again, a total, a remark, more of one."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from matcher.patterns import late
from matcher.readers.cells.words import is_silent
from matcher.readers.files.grid import Row
from matcher.readers.sheets.columns import Column
from matcher.readers.sheets.naming import field_of
from matcher.taxonomy.wording import fold

_TOTAL = late(
    r"(?:totalt?|summa|antal|sum|average|(?:genom)?snitt|medel(?:värde)?|median|count)(?![^\W\d_])", re.IGNORECASE
)
_DAY = late(r"\d{4}-\d\d|\d{1,2}[./]\d{1,2}|@|\d{3}")
_FEW, _WORDS, _FACTS = 4, 3, 2
_SAME = 3
"""Cells of a row that are headers of their columns where the header comes again, at least."""
_NAMES = 2
"""Names of columns that make a row worth a look as a header."""
_MANY = frozenset((
    "job", "job_years", "job_country", "job_end", "job_duties", "education", "education_level", "education_field",
    "education_country", "education_years", "validated", "language", "language_level", "skill", "informal",
    "certificate", "wish", "not_wanted", "note", "unused", None,
))  # fmt: skip
"""Fields of which a person may have several, one below the other."""
_OPENS = frozenset(
    ("job", "education", "education_level", "education_field", "language", "skill", "certificate", "wish")
)


def repeats_header(row: Row, columns: Sequence[Column]) -> bool:
    """Tell a header that comes again further down, as in joined exports; one that names other columns is another's.

    Examples
    --------
    >>> columns = [Column(at, name, None) for at, name in enumerate(("Nr", "Yrke", "Ort"))]
    >>> repeats_header(Row(9, ("Nr", "Yrke", "Ort")), columns), repeats_header(Row(9, ("7", "kock", "Ort")), columns)
    (True, False)
    >>> repeats_header(Row(9, ("Nr", "Yrke", "Ort", "Körkort")), [*columns, Column(3, "Truck", "certificate")])
    False
    """
    told = [(cell.strip(), c.header.strip()) for cell, c in zip(row.cells, columns, strict=False) if cell.strip()]
    others = [cell for cell, header in told if cell != header]
    if len(told) - len(others) < _SAME or 2 * len(others) >= len(told):
        return False
    return not any(field_of(cell)[0] for cell in others)


def names_columns(row: Row, columns: Sequence[Column]) -> bool:
    """Whether a row may be the header of another table below this one: some of its cells are names of columns here.

    The name of the ids alone is enough where it stands first: "Nr" is the id of nobody.

    Examples
    --------
    >>> columns = [Column(at, name, None) for at, name in enumerate(("Nr", "Yrke", "Ort"))]
    >>> names_columns(Row(9, ("Nr", "Ort", "Körkort")), columns), names_columns(Row(9, ("7", "kock", "Ort")), columns)
    (True, False)
    >>> names_columns(Row(9, ("Nr", "Arabiska", "Polska")), columns)  # of ids nobody knows here
    False
    """
    names = {fold(column.header) for column in columns if column.header.strip()}
    ids = {fold(column.header) for column in columns if column.field == "id"}
    filled = [fold(cell) for cell in row.cells if cell.strip()]
    return sum(cell in names for cell in filled) >= _NAMES or (len(filled) > _NAMES and filled[0] in ids)


def aside(row: Row, columns: Sequence[Column], shapes: Collection[str]) -> str | None:
    """Tell what a row is that holds no person; ``None`` for one that may.

    Parameters
    ----------
    row : Row
    columns : sequence of Column
    shapes : collection of str
        As :func:`shapes_of` gives them.

    Examples
    --------
    >>> columns = [Column(0, "Nr", "id"), Column(1, "Yrke", "job")]
    >>> aside(Row(9, ("Antal", "2")), columns, ["0"]), aside(Row(9, ("SFI B", "")), columns, ["0"])
    ('a row of totals, no person', 'the name of a group, no person')
    >>> aside(Row(9, ("13", "")), columns, ["0"]) is None
    True
    """
    filled = [(index, cell.strip()) for index, cell in enumerate(row.cells) if cell.strip()]
    index, first = filled[0]
    others = [cell for _, cell in filled[1:]]
    if _TOTAL.match(first) and not any(re.search(r"[^\W\d_]", cell) for cell in others):
        return "a row of totals, no person"
    # A name of three words before several facts is somebody's; a remark stands alone, or again in merged cells.
    lonely = len({*others} - {first}) < _FACTS
    wordy = (
        (lonely and len(re.findall(r"[^\W\d_]+", first)) >= _WORDS)
        or "=" in first
        or first.endswith(":")
        or first.startswith("*")
    )
    fields = {column.field for column in columns if column.index == index}
    if wordy and len(filled) * _FEW <= len(columns) and (index == 0 or fields == {"id"}):
        return "a line of text below the table, no person"
    if _tells_how(row, columns):
        return "a line that says how to answer, no person"
    # "Senast ändrad", "2026-11-20" below people with ids of another shape
    few = len(filled) == _NAMES and len(columns) >= _FEW * _NAMES and (index == 0 or fields == {"id"})
    if few and shapes and _shape(first) not in shapes and not any(map(str.isdigit, first)) and _DAY.search(others[0]):
        return "a line of text below the table, no person"
    alone = (index == 0 or fields == {"id"}) and not others and len(columns) > 1
    # "SFI B" above its people stands where ids of another shape do; an id alone is a person nobody knows yet.
    if alone and (fields != {"id"} or (shapes and _shape(first) not in shapes)):
        return "the name of a group, no person"
    return None


_HOW = late(
    r"(?:cefr|a1 ?[-–] ?c2|(?:y|yes)/(?:n|no)|j/n|ja/nej|one way|enkel(?: väg| resa)?|åååå-mm-dd|yyyy-mm-dd|fritext"
    r"|free text|välj.*|choose.*|select.*|(?:t\. ?ex|e\. ?g|ex|exempel|example|format)[.: ].*|högsta .*|highest .*)",
    re.IGNORECASE,
)
_MOST_OF = 0.6


def _tells_how(row: Row, columns: Sequence[Column]) -> bool:
    """Whether a row names what its columns are to hold ("CEFR", "y/n", "yrke, år") where others have an id."""
    ids = [column for column in columns if column.field == "id"]
    filled = [cell for cell in map(str.strip, row.cells) if cell]
    if not ids or any(_cell(row, column) for column in ids) or len(filled) < _SAME:
        return False
    # Names alone may be what a further row of the person above tells: "engelska" below "arabiska".
    how = [bool(_HOW.fullmatch(cell)) for cell in filled]
    told = sum(is_how or field_of(cell)[1:] != (None, 0) for is_how, cell in zip(how, filled, strict=True))
    return any(how) and told >= _MOST_OF * len(filled)


def shapes_of(rows: Sequence[Row], columns: Sequence[Column]) -> frozenset[str]:
    """Shapes of the ids of rows that tell more than an id.

    Examples
    --------
    >>> shapes_of([Row(2, ("K-7", "kock")), Row(3, ("SFI B", ""))], [Column(0, "Nr", "id"), Column(1, "Yrke", "job")])
    frozenset({'a-0'})
    """
    # Below a wide table, "Senast ändrad" stands beside a day.
    least = max(_NAMES, 1 + len(columns) // _FEW)
    told = [row for row in rows if sum(map(bool, map(str.strip, row.cells))) >= least]
    return frozenset(
        _shape(cell) for column in columns if column.field == "id" for row in told if (cell := _cell(row, column))
    )


def _shape(identity: str) -> str:
    """Letters and digits of an id by their kind: "K-07" is shaped as "K-8" is."""
    return re.sub(r"\d+", "0", re.sub(r"[^\W\d_]", "a", identity))


def goes_on(row: Row, columns: Sequence[Column], above: Row | None, identity: str) -> bool:
    """Whether a row tells more of the person in the row above: no id, or the same, and nothing that differs.

    Parameters
    ----------
    row : Row
    columns : sequence of Column
    above : Row or None
        The first row of the person before it.
    identity : str
        Id of that person; "" if there was none.

    Examples
    --------
    >>> columns = [Column(0, "Nr", "id"), Column(1, "Ort", "municipality"), Column(2, "Yrke", "job")]
    >>> above = Row(2, ("7", "Falun", "kock"))
    >>> [goes_on(Row(3, cells), columns, above, "7") for cells in (("", "", "smed"), ("", "Mora", "smed"))]
    [True, False]
    >>> [goes_on(Row(3, cells), columns, above, "7") for cells in (("7", "Falun", "smed"), ("7", "Mora", "smed"))]
    [True, False]
    """
    if above is None or not identity:
        return False
    told = [(column, _cell(row, column)) for column in columns]
    told = [(column, cell) for column, cell in told if cell]
    own = next((cell for column, cell in told if column.field == "id" and not is_silent(cell)), "")
    if own and own != identity:
        return False
    one = [(column, cell) for column, cell in told if column.field not in _MANY and column.field != "id"]
    opens = any(column.field in _OPENS for column, _ in told)
    before = [(cell, _cell(above, column)) for column, cell in one]
    if not all(not held or fold(cell) == fold(held) for cell, held in before):
        return False
    if own:
        return opens or bool(one)
    # Without an id, a row that repeats all that there is one of may be somebody else.
    left = any(c.field not in _MANY and c.field != "id" and _cell(above, c) and not _cell(row, c) for c in columns)
    return opens and (left or not one)


def more_of(row: Row, columns: Sequence[Column], above: Row) -> tuple[str, ...]:
    """Cells of a row that say what the person's first row does not.

    Examples
    --------
    >>> columns = [Column(0, "Nr", "id"), Column(1, "Ort", "municipality"), Column(2, "Yrke", "job")]
    >>> more_of(Row(3, ("7", "Falun", "smed")), columns, Row(2, ("7", "Falun", "kock")))
    ('7', '', 'smed')
    """
    cells = list(row.cells)
    for column in columns:
        repeated = column.field != "id" and not (column.field or "").startswith(("job", "education"))
        if repeated and column.index < len(cells) and _cell(row, column) == _cell(above, column):
            cells[column.index] = ""
    return tuple(cells)


def _cell(row: Row, column: Column) -> str:
    return row.cells[column.index].strip() if column.index < len(row.cells) else ""
