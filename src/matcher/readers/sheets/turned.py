"""Tables on their side: names of fields down a column, each person in a column, or a form of one person."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from matcher.patterns import late
from matcher.readers.cells.alone import skill_word
from matcher.readers.cells.tongues import find_languages
from matcher.readers.cells.words import tidy
from matcher.readers.files.grid import Row
from matcher.readers.sheets.columns import read_header
from matcher.readers.sheets.grouped import joined
from matcher.readers.sheets.headers import content_fields
from matcher.readers.sheets.naming import MAX_HEADER, field_of
from matcher.taxonomy.facts.municipalities import municipality
from matcher.taxonomy.wording import fold

MOST_ROWS = 3_000
"""Rows of the longest table that is looked at from its side."""
_FEWEST = 3
"""Fields of a profile that the names down a column tell."""
_SHARE = 0.6
_WIDEST = 60


def is_on_its_side(rows: Sequence[Row]) -> bool:
    """Whether names of fields stand below each other in one of the first columns, at a glance.

    Examples
    --------
    >>> is_on_its_side([Row(1, ("Kommun", "Falun")), Row(2, ("Modersmål", "thai")), Row(3, ("Körkort", "B"))])
    True
    """
    return any(_names_fields([row.cells[at] for row in rows if at < len(row.cells)], _FEWEST) for at in range(3))


def turned(rows: Sequence[Row], mapping: Mapping[str, str] | None = None) -> list[Row] | None:
    """Give a table that lies on its side as a header and a row for each person.

    Labels may stand in several columns, as on a form; a line without a label goes on with the one above it.

    Parameters
    ----------
    rows : sequence of Row
    mapping : mapping of str to str, optional

    Returns
    -------
    list of Row or None
        The lines of people are the numbers of their columns; of a form, its first line. ``None`` if it lies upright.

    Examples
    --------
    >>> form = [Row(1, ("Kommun", "Falun")), Row(2, ("Modersmål", "thai")), Row(3, ("Körkort", "B"))]
    >>> [row.cells for row in turned(form)]
    [('Kommun', 'Modersmål', 'Körkort'), ('Falun', 'thai', 'B')]
    """
    rows = [row for row in rows if not row.is_blank]
    width = max((len(row.cells) for row in rows), default=0)
    grid = [(*map(tidy, row.cells), *("" for _ in range(width - len(row.cells)))) for row in rows]
    places = _label_columns(grid, width, mapping)
    if not places or not grid:
        return None
    if len(places) == 1 and (people := _listed(rows, grid, places[0]) or _forms(rows, grid, places[0])):
        return people
    blocks = [_block(grid, at, ahead) for at, ahead in zip(places, (*places[1:], width), strict=True)]
    if len(places) > 1 and any(len(people) > 1 for _, people in blocks):
        return None
    labels = [label for names, _ in blocks for label in names]
    count = max(len(people) for _, people in blocks)
    if not count or content_fields(read_header(labels, (), mapping)) < _FEWEST:
        return None
    header = Row(rows[0].line, tuple(labels))
    if len(places) > 1 or count == 1:
        whole = [cell for names, people in blocks for cell in (next(iter(people.values()), None) or [""] * len(names))]
        return [header, Row(rows[0].line, tuple(whole))]
    return [header, *(Row(at + 1, tuple(cells)) for at, cells in blocks[0][1].items())]


def _forms(rows: Sequence[Row], grid: Sequence[Sequence[str]], at: int) -> list[Row] | None:
    """Give forms that stand one below the other, each with the same labels, as a header and a row for each.

    ``None`` where no label near the top comes again with others: "Yrke" twice is a second job of one person.
    """
    places = [column for column in range(at + 1, len(grid[0])) if _holds_people(grid, at, column)]
    labels = [fold(line[at]) for line in grid]
    counts = Counter(filter(None, labels))
    begins = next((label for label in filter(None, labels) if counts[label] > 1), "")
    before = [label for label in labels[: labels.index(begins) if begins else None] if label]
    again = {(field_of(label)[0] or "").split("_")[0] for label, count in counts.items() if count > 1}
    # An id that comes again is somebody else's.
    fewest = 1 if field_of(begins)[0] == "id" else _FEWEST
    if len(places) != 1 or len(before) > 1 or len(again - {"", "id", "protected"}) < fewest:
        return None
    starts = [place for place, label in enumerate(labels) if label == begins]
    return _of_forms(rows, grid, at, places[0], starts)


def _listed(rows: Sequence[Row], grid: Sequence[Sequence[str]], at: int) -> list[Row] | None:
    """Give a list of facts, each with the id of its person before it, as a header and a row for each person."""
    ids = [line[0] for line in grid]
    named = at == 1 and len(grid[0]) == at + 2 and all(ids)
    people = set(ids[1:])
    if not named or field_of(ids[0])[0] != "id" or len(people) * _FEWEST > len(ids):
        return None
    starts = [place for place, one in enumerate(ids) if place and one != ids[place - 1]]
    if len(starts) != len(people):
        return None
    header, *told = _of_forms(rows, grid, at, at + 1, starts)
    first = Row(header.line, (ids[0], *header.cells))
    return [first, *(Row(row.line, (ids[place], *row.cells)) for place, row in zip(starts, told, strict=True))]


def _of_forms(
    rows: Sequence[Row], grid: Sequence[Sequence[str]], at: int, place: int, starts: Sequence[int]
) -> list[Row]:
    """Make a header of every label and a row of each form, of those that begin at some lines."""
    names: dict[tuple[str, int], str] = {}
    people: list[tuple[int, dict[tuple[str, int], str]]] = []
    for start, end in zip(starts, (*starts[1:], len(grid)), strict=True):
        said, cells = _block([(*line[: at + 1], line[place]) for line in grid[start:end]], at, at + 2)
        seen: Counter[str] = Counter()
        held: dict[tuple[str, int], str] = {}
        for label, cell in zip(said, next(iter(cells.values()), []), strict=False):
            seen[label] += 1
            names.setdefault((label, seen[label]), label)
            held[label, seen[label]] = cell
        people.append((rows[start].line, held))
    header = Row(rows[0].line, tuple(names.values()))
    return [header, *(Row(line, tuple(held.get(name, "") for name in names)) for line, held in people)]


def _label_columns(grid: Sequence[Sequence[str]], width: int, mapping: Mapping[str, str] | None) -> list[int]:
    """Columns that name fields beside what fills them."""
    found: list[int] = []
    labels = [[line[at] for line in grid if line[at] and any(line[at + 1 :])] for at in range(min(width, _WIDEST))]
    for at, names in enumerate(labels[:-1]):
        if found and at <= found[-1] + 1:
            continue
        given = sum(label in (mapping or {}) for label in names)
        fewest = _FEWEST - 1 if found else _FEWEST
        if given < _FEWEST and not _names_fields(names, fewest):
            continue
        # "Arbete" stands beside "Titel" and "Land", and "Språk" beside more: groups are fewer than what they group.
        grouping = len(labels[at + 1]) > len(names) and _names_fields(labels[at + 1], fewest)
        found.append(at + 1 if grouping else at)
    return found


def _names_fields(labels: Sequence[str], fewest: int) -> bool:
    labels = [label for label in labels if label.strip()]
    if len(labels) < fewest or any(len(label) > MAX_HEADER for label in labels):
        return False
    if 2 * sum(map(_tells, labels)) >= len(labels):
        return False  # a note, whose lines happen to hold the separator
    known = sum(bool(skill_word(label)) or field_of(label)[1:] != (None, 0) for label in labels)
    return known >= _SHARE * len(labels) and content_fields(read_header(labels)) >= fewest


# "Yrke: kock 5 år", "Diskare 8 mån", "Bor i Solna"
_TOLD = late(
    r"[^\W\d_]:\s*\S|(?<!\w)\d{1,2} ?(?:år|mån(?:ader)?|years?|months?)(?!\w)"
    r"|(?<!\w)(?:i|in) (?P<where>(?-i:[A-ZÅÄÖ])[^\W\d_]+)$",
    re.IGNORECASE,
)


def _tells(label: str) -> bool:
    """Whether a name of a field says what stands in it."""
    told = _TOLD.search(label)
    return told is not None and (told["where"] is None or municipality(told["where"]) is not None)


def _block(grid: Sequence[Sequence[str]], at: int, ahead: int) -> tuple[list[str], dict[int, list[str]]]:
    """Labels of one column, and the cells of each person beside them by the person's column."""
    places = [column for column in range(at + 1, ahead) if _holds_people(grid, at, column)]
    labels: list[str] = []
    groups: list[str] = []
    cells: dict[int, list[str]] = {column: [] for column in places}
    heading = ""
    for line in grid:
        said = [line[column] for column in places]
        if not any(said):
            heading = line[at] or heading
            continue
        if not line[at] and labels:
            for column in places:
                cells[column][-1] = "\n".join(filter(None, (cells[column][-1], line[column])))
            continue
        # What stands at the head of the people's columns says who they are.
        labels.append(_grouped(heading, line[at]) if line[at] else "Deltagare")
        groups.append(line[at - 1] if at else "")
        for column in places:
            cells[column].append(line[column])
    return joined(groups, labels), cells


def _grouped(heading: str, label: str) -> str:
    """Put the language before a skill ("tal" below "Svenska") where a heading names it."""
    places = find_languages(heading) if skill_word(label) else []
    return f"{heading[places[0][0] : places[0][1]]} {label}" if places else label


def _holds_people(grid: Sequence[Sequence[str]], at: int, column: int) -> bool:
    """Whether a column holds what is asked for, and no remarks on how to answer or blanks."""
    filled = [line[column] for line in grid if line[column] and line[at]]
    answered = sum(bool(line[at]) and any(line[at + 1 :]) for line in grid)
    top = next((line[column] for line in grid if line[column]), "")
    return len(filled) * 4 >= answered and field_of(top)[0] not in ("note", "unused")
