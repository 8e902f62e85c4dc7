"""Where a sheet's header is: past title lines, in one row or two, and never a line of text with commas in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from matcher.patterns import late
from matcher.readers.cells.alone import skill_word
from matcher.readers.cells.words import tidy
from matcher.readers.files.grid import lines_of, read_rows, tell_separator
from matcher.readers.files.source import Source
from matcher.readers.sheets.columns import Column, read_header
from matcher.readers.sheets.grouped import joined, names_parts, needs_group
from matcher.readers.sheets.naming import MAX_HEADER, field_of
from matcher.readers.sheets.prose import with_prose
from matcher.taxonomy.wording import fold

HEADER_ROWS = 15
"""First rows among which a header is looked for, below lines of text."""
_NO_CONTENT = frozenset(("id", "protected", "unused", "note", None))
_KEYS = ("id", "protected")
"""What tells the people of a sheet apart; names are protected."""
_SURE = 6
"""Fields that make a row the header without a look at the rows below it."""
_MOST_WORDS = 12
"""Blanks that a cell of a header holds at most."""
_BLANKS_OF_SENTENCE = 2
_SENTENCE_WITHIN = late(r"[^\W\d_]{4}\. [A-ZÅÄÖ]")
_STOP_WITHIN = late(r"[^\W\d_]{3}\. [A-ZÅÄÖ]")
_MEAN_LENGTH = 35
"""Characters of a header's cells in the mean, at most."""
_WHOLE_MATCH = 14
"""Weight of a name that is all there is in a cell."""
_QUESTIONS, _LONGEST_QUESTION = 3, 300
"""Questions in one row that are those of a form, and characters of the longest."""
_MOST_ROWS = 3
"""Rows of a header."""
_SHORT, _WIDE = 30, 8
"""Characters of the longest header, and columns, of a sheet with a column for each of many things."""
_MARKUP = late(r"\s*(?:[{\[<]|%PDF)")
_FEWEST_LINES, _FEWEST_SIGNS = 3, 2  # of a table without a header that is understood
_TITLES = frozenset(("titel", "title", "yrke", "vad", "what", "språk", "vilket", "namn på yrke", "roll", "role"))


def content(columns: Sequence[Column]) -> set[str | None]:
    """Fields of a profile that a header names, ids and remarks left out.

    Examples
    --------
    >>> sorted(content(read_header(["Nr", "Modersmål", "Körkort", "Skostorlek"])))
    ['licence', 'native']
    """
    return {column.field for column in columns} - _NO_CONTENT


def content_fields(columns: Sequence[Column]) -> int:
    """How many different fields of a profile a header names.

    Examples
    --------
    >>> content_fields(read_header(["Nr", "Modersmål", "Körkort", "Skostorlek"]))
    2
    """
    return len(content(columns))


def find_header(
    rows: Sequence[Sequence[str]], mapping: Mapping[str, str] | None = None
) -> tuple[int, tuple[Column, ...]] | None:
    """Find the header among the first rows of a sheet, past title lines.

    Returns
    -------
    (row index, columns) or None
        ``None`` where no row names at least two fields of a profile.

    Examples
    --------
    >>> rows = [["Lista hösten"], ["Nr", "Modersmål", "Körkort", "Önskat yrke"], ["1", "Dari", "B", "Kock"]]
    >>> found = find_header(rows)
    >>> found[0], [c.field for c in found[1]]
    (1, ['id', 'native', 'licence', 'wish'])
    """
    best: tuple[int, int, tuple[Column, ...]] | None = None
    # Instructions above a table stand in one cell a line.
    lead = next((at for at, row in enumerate(rows) if sum(map(bool, map(str.strip, row))) > 1), 0)
    for index, row in enumerate(rows[: lead + HEADER_ROWS]):
        filled = [cell for cell in row if cell.strip()]
        given = bool(mapping) and is_named_by(mapping or {}, filled)
        if len(filled) < 2 or not (given or _may_be_header(filled)):
            continue
        columns = read_header(row, mapping=mapping)
        known = content_fields(columns)
        enough = 2 if any(c.field in ("id", "protected") for c in columns) or len(filled) <= 3 else 3
        enough = 1 if given else enough
        if known == 1 and index == 0 and _is_small(columns, rows):
            enough = 1
        if best and index > best[1] + _MOST_ROWS - 1 and _names_again(row, rows[best[1]]):
            break  # another table below this one
        if known >= enough and (best is None or known > best[0]):
            best = (known, index, columns)
            if known >= _SURE:
                break
    if best is None:
        return _above_prose(rows, mapping)
    at, header = best[1], list(rows[best[1]])
    above: Sequence[str] = ()
    if at and _holds_id(rows[at - 1], header):
        above, header = rows[at - 1], joined(rows[at - 1], header)
    for below in rows[at + 1 : at + _MOST_ROWS]:
        if not (_is_second_header(below) or names_parts(below, header) or _is_fuller(below, header, best[0], mapping)):
            break
        at, above, header = at + 1, header, joined(header, below)
    over = rows[at - 1] if at and not above else ()
    if over and (_is_fuller(header, over, best[0], mapping) or needs_group(header, over)):
        above, header = over, joined(over, header)
    return at, read_header(header, above, mapping)


def is_named_by(mapping: Mapping[str, str], cells: Sequence[str]) -> bool:
    """Whether a row holds columns that a mapping names: two of them, or the one that it names.

    Examples
    --------
    >>> is_named_by({"Zeta": "job", "Eta": "licence"}, ["Nr", "zeta ", "Eta"]), is_named_by({"Zeta": "job"}, ["Nr"])
    (True, False)
    """
    names, held = set(map(fold, mapping)), set(map(fold, cells))
    return len(names & held) >= min(_FEWEST_SIGNS, len(names)) > 0


def _above_prose(
    rows: Sequence[Sequence[str]], mapping: Mapping[str, str] | None
) -> tuple[int, tuple[Column, ...]] | None:
    """Header of a table of ids and texts: few short cells, one of which names the ids, above as many."""
    for at, row in enumerate(rows[:_MOST_ROWS]):
        filled = [cell for cell in row if cell.strip()]
        below = [cells for cells in rows[at + 1 :] if any(map(str.strip, cells))]
        if not 1 < len(filled) == len(row) or max(map(len, filled)) > _SHORT or any(len(c) != len(row) for c in below):
            continue
        columns = read_header(row, mapping=mapping)
        if columns[0].field in _KEYS and any(c.field == "text" for c in with_prose(columns, below)):
            return at, tuple(with_prose(columns, below))
    return None


def _names_again(row: Sequence[str], header: Sequence[str]) -> bool:
    names = {fold(cell) for cell in header if cell.strip()}
    return sum(fold(cell) in names for cell in row if cell.strip()) >= _FEWEST_SIGNS


def _holds_id(above: Sequence[str], below: Sequence[str]) -> bool:
    """Whether the id is named in the row above, over a blank, beside groups of what the row below names."""
    filled = sum(bool(cell.strip()) for cell in above)
    return filled > 1 and any(
        not low.strip() and field_of(top)[0] == "id" and top.strip() for top, low in zip(above, below, strict=False)
    )


def _is_small(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> bool:
    """Whether ids or names stand beside one field: few rows below are of another width.

    The field is named by a cell of its own, or nothing but remarks stands beside it.
    """
    filled = [row for row in rows if any(map(str.strip, row))]
    fitting = sum(len(row) == len(columns) for row in filled)
    if len(rows) < 2 or 2 * fitting <= len(filled) or not any(c.field in _KEYS for c in columns[:2]):
        return False
    if columns[0].field == "id" and all(column.field for column in columns):
        return True
    return any(c.field not in _NO_CONTENT and field_of(c.header)[2] >= _WHOLE_MATCH for c in columns)


def _is_fuller(below: Sequence[str], above: Sequence[str], known: int, mapping: Mapping[str, str] | None) -> bool:
    """Whether the row above only groups the columns ("Boende" over "Kommun" and "Restid") that the row below names."""
    filled, grouping = [cell for cell in below if cell.strip()], [cell for cell in above if cell.strip()]
    whole = [cell for cell, low in zip(joined(above, below), below, strict=False) if low.strip()]
    if not 2 <= len(grouping) < min(len(filled), len(above)) or not all(map(_may_be_header, (whole, grouping))):
        return False
    return content_fields(read_header(joined(above, below), above, mapping)) > known


def _may_be_header(filled: Sequence[str]) -> bool:
    """Tell a row of column names from a line of text with commas in it: short cells, half of them understood."""
    if sum(cell.count("?") for cell in filled) >= _QUESTIONS:
        return max(map(len, filled)) <= _LONGEST_QUESTION
    if any(len(cell) > MAX_HEADER or cell.count(" ") > _MOST_WORDS for cell in filled):
        return False
    # "Högsta utb." is clipped, "Jag har körkort." a sentence.
    sentences = sum(
        (cell.strip().endswith(".") or bool(_SENTENCE_WITHIN.search(cell))) and cell.count(" ") >= _BLANKS_OF_SENTENCE
        for cell in filled
    )
    # "Samtal med Hiba, arab modersmål, frz bra. Sv: B nivå, kämpar." is a note.
    if filled[-1].endswith(".") and any(map(_STOP_WITHIN.search, filled)):
        return False
    if sum(len(cell) for cell in filled) > _MEAN_LENGTH * len(filled) or sentences * 3 > len(filled):
        return False
    understood = sum(field_of(cell)[1:] != (None, 0) or skill_word(cell) != "" for cell in filled)
    if understood * 2 >= len(filled):
        return True
    # A column each for days or skills leaves few that are understood beside an id; a line of text has none so short.
    fields = [field_of(cell)[0] for cell in filled]
    short = max(len(cell) for cell in filled) <= _SHORT and len(filled) >= _WIDE
    return short and fields[0] == "id" and len(set(fields) - _NO_CONTENT) >= _SURE - 2


def _is_second_header(row: Sequence[str]) -> bool:
    """Whether a row under the header is a second one: nothing but "titel", "år", "land" and the like."""
    filled = [cell.strip() for cell in row if cell.strip()]
    if len(filled) < 3 or any(len(cell) > 25 or any(c.isdigit() for c in cell) for cell in filled):
        return False
    said = 0
    for cell in filled:
        field, attribute, weight = field_of(cell)
        said += bool(
            attribute or skill_word(cell) or fold(cell) in _TITLES or (field is not None and weight >= _WHOLE_MATCH)
        )
    return said * 10 >= len(filled) * 8


_ENOUGH = 2
_ENOUGH_WITHOUT_ID = 5


_SENTENCE_ENDS = late(r"\w[.!?]\s+[A-ZÅÄÖ]")


def _table_sense(rows: list[tuple[str, ...]]) -> int:
    """How much sense a table makes; none where the rows below the header are not about as wide as it."""
    found = find_header([tuple(tidy(cell) for cell in row) for row in rows])
    if found is None:
        return 0
    width = len(rows[found[0]])
    below = [row for row in rows[found[0] + 1 :] if any(cell.strip() for cell in row)]
    if not below and any(_SENTENCE_ENDS.search(cell) for cell in rows[found[0]]):
        return 0  # a note in one line: "Kock från Iran. Redovisning, 8 år Teheran. Svenska B2, engelska B2."
    known, has_id = content_fields(found[1]), any(column.field in _KEYS for column in found[1])
    # A table of jobs inside a CV has neither ids nor names and few kinds of columns.
    if known < _ENOUGH_WITHOUT_ID and not has_id:
        return 0
    least = 2 if known >= _ENOUGH_WITHOUT_ID else max(2, width // 2)
    # Programs write as many empty cells as they like at the end of a row, or none at all.
    ends = [(len(row), max(at for at, cell in enumerate(row, 1) if cell.strip())) for row in below]
    fitting = sum(any(least <= end <= width + 2 for end in both) for both in ends)
    return known + has_id if fitting * 2 >= len(below) else 0


def may_hold_table(source: Source) -> bool:
    r"""Whether a source is plain text: neither a folder nor binary, and no JSON or markup.

    Examples
    --------
    >>> may_hold_table(Source("a.csv", b"Nr;Ort\n1;Mora")), may_hold_table(Source("a.json", b'{"id": "1"}'))
    (True, False)
    """
    return source.folder is None and not source.is_binary and not _MARKUP.match(source.head)


def is_table(source: Source) -> bool:
    r"""Whether some separator makes a header of a profile's fields out of the first rows of a text.

    Examples
    --------
    >>> is_table(Source("a.txt", b"Id;Yrke;Modersm\xc3\xa5l\n1;kock;dari")), is_table(Source("b.txt", b"Kock, dari"))
    (True, False)
    """
    return tell_separator(source, _table_sense)[1] >= _ENOUGH


def is_bare_grid(text: str) -> bool:
    r"""Whether every line of a text holds as many separators: a table, whatever its header says.

    Examples
    --------
    >>> is_bare_grid(";Kort;;;Val\nID;A;B;C;D\n1;x;;x;"), is_bare_grid("Kock; diskare; städare\nB; C; D; E; F")
    (True, False)
    """
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) < _FEWEST_LINES:
        return False
    if any(lines[0].count(sign) >= _FEWEST_SIGNS and len({line.count(sign) for line in lines}) == 1 for sign in ";\t|"):
        return True
    # Commas part cells where programs put some into quotation marks; of those in sentences nobody makes columns.
    if ',"' not in text:
        return False
    widths = {len(row.cells) for row in read_rows(lines_of([text]), ",", "") if not row.is_blank}
    return len(widths) == 1 and widths.pop() > _FEWEST_SIGNS
