"""Tables that say in their columns or cells how strongly a thing is asked for: "Krav | Meriterande", "Engelska | Bör".

So do lists whose bullets are ticks, plus signs and crosses.

A cell gets a sign of its strength where its line or column was parted, so that it is read as an item of its own; the
text keeps its length. Columns are parted by bars, tabs or several blanks.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

Strength = Literal["profile", "nice", "not_required"]

SIGNS: Mapping[str, Strength] = {"⊙": "profile", "⊕": "nice", "⊖": "not_required"}
"""Signs that a cell begins or ends with, and what they say of it."""

SIGN_OF: Mapping[Strength, str] = {strength: sign for sign, strength in SIGNS.items()}
"""The same the other way round."""

_HEADING: Mapping[Strength, str] = {"profile": "Krav", "nice": "Plus", "not_required": "Ej krav"}
WORDS_OF: Mapping[Strength, str] = {
    "profile": "(?:ska(?:ll)?-?|bas-?|absoluta? |övriga? |other |extra |ett )?krav|ska(?:ll)?|måsten?|obligatoriskt?|"
    "nödvändigt|krävs|(?:a )?must(?:[ -]haves?)?|musts|required?|requirements?|essential|mandatory",
    "nice": "bör-?(?:krav)?|(?:en )?merit(?:er(?:ande)?)?|merits?|(?:ett )?plus|pluspoäng|bonus|gärna|önskvärt|"
    "önskemål|önskas|bra(?: att ha| om)?|kul(?: om)?|nice(?:[ -]to[ -]haves?)?|preferred|desirable|desired|optional|"
    "an? (?:plus|merit)|advantage",
    "not_required": "(?:ej|inget|inte) krav|(?:behövs|krävs) (?:ej|inte)|slipper(?: du)?|"
    "not (?:required|needed|necessary)",
}
"""Words that say by themselves how strongly something is asked for."""

# Only a column's head or cell says "Kan".
_STRENGTH = re.compile(
    "|".join(f"(?P<{strength}>{words})" for strength, words in WORDS_OF.items()).join(("(?:", "|(?P<kan>kan))[:*]?")),
    re.IGNORECASE,
)
_EITHER = re.compile(r"(?:krav|ska(?:ll)?(?:-krav)?|must) ?/ ?(?:merit\w*|bör(?:-krav)?|plus|nice)", re.IGNORECASE)
# A cell of strength behind what parts columns, or before it: most texts have none.
_ANY = rf"(?:{'|'.join(WORDS_OF.values())}|kan)"
_ANSWER: Mapping[str, Strength] = {"ja": "profile", "yes": "profile", "nej": "not_required", "no": "not_required"}
_TABLE = re.compile(
    rf"[|\t ](?:(?<=[|\t]) ?|(?<=[ ]{{3}}))(?:{_ANY}|{'|'.join(_ANSWER)})(?:[ ]?[|\t]|[ ]?$|[ ]{{2}})",
    re.IGNORECASE | re.MULTILINE,
)
_CELL = re.compile(r"[^|\t\s]+(?: [^|\t\s]+)*")
_RULE = re.compile(r"[|\s:+=-]+")
_MARKED, _UNMARKED = frozenset("x X ✓ ✔ ✅ ☑ ● • * ja Ja JA yes Yes".split()), frozenset("- – — nej Nej no No".split())
_LONGEST_CELL = 40
_DRIFT = 2  # blanks by which a cell may stand left of its column's head


# "✅ Svenska / ➕ Engelska / ❌ Utbildning": bullets that tell strengths where ticks stand before the demands
_CROSSES = "➕❌✗✘✖"
_TICKED = re.compile(r"^[ \t]*[✅✔✓☑]", re.MULTILINE)
_CROSSED = re.compile(rf"^([ \t]*)([{_CROSSES}])", re.MULTILINE)


class _Cell(NamedTuple):
    """A cell with its place in the text and its column."""

    text: str
    start: int
    end: int
    column: int


def columns_marked(text: str) -> str:
    r"""Mark the cells of tables by how strongly they ask; the text keeps its length.

    Parameters
    ----------
    text : str
        As it was given: tabs and blanks still tell columns.

    Returns
    -------
    str

    Examples
    --------
    >>> columns_marked("Krav | Plus\nYKB  | ADR")
    'Krav       \nYKB   ⊕ADR'
    >>> columns_marked("Truck\tSka\nPolska\tBör")
    'Truck⊙   \nPolska⊕   '
    """
    if any(sign in text for sign in _CROSSES) and _TICKED.search(text):
        text = _CROSSED.sub(lambda found: found[1] + ("⊕" if found[2] == "➕" else "⊖"), text)
    if not ("|" in text or "\t" in text or "   " in text) or not _TABLE.search(text):
        return text
    lines = text.split("\n")
    at = 0
    while at < len(lines):
        head = _cells(lines[at])
        rows = _rows(lines, at)
        at += (_below(lines, at, head) if len(head) > 1 else 0) or (_beside(lines, at, rows) if rows else 0) or 1
    return "\n".join(lines)


def _cells(line: str, columns: Sequence[int] = ()) -> list[_Cell]:
    """Cells of a line; in a line without bars and tabs they belong to the column under which they stand."""
    found = list(_CELL.finditer(line))
    bar = "|" if "|" in line else "\t"
    indent = line.find("|") + 1 if bar == "|" and line.lstrip().startswith("|") else 0
    cells = []
    for number, cell in enumerate(found):
        if bar in line:
            column = line.count(bar, indent, cell.start())
        else:
            under = [n for n, start in enumerate(columns) if start <= cell.start() + _DRIFT]
            column = under[-1] if under else number
        cells.append(_Cell(cell.group(), cell.start(), cell.end(), column))
    return cells


def strength_of(cell: str) -> Strength | None:
    """How strongly a cell says that something is asked for; ``None`` if it says anything else.

    Parameters
    ----------
    cell : str

    Returns
    -------
    str or None

    Examples
    --------
    >>> strength_of("Meriterande"), strength_of("Svenska")
    ('nice', None)
    """
    found = _STRENGTH.fullmatch(cell)
    return next((strength for strength in _HEADING if found[strength]), "nice") if found else None


def _rows(lines: Sequence[str], first: int) -> int:
    """Count the lines of several cells from a line on."""
    last = first
    while last < len(lines) and len(_cells(lines[last])) > 1:
        last += 1
    return last - first


def _below(lines: list[str], first: int, head: list[_Cell]) -> int:
    """Mark what stands below a head of strengths; the number of lines it took."""
    strengths = _of_columns(head)
    told = [strength for strength in strengths.values() if strength]
    if len(set(told)) < 2 or len(told) < len(head) - 1 or (len(told) < len(head) and strengths[head[0].column]):
        return 0
    columns = [cell.start for cell in head]
    named = len(told) < len(head) or head[0].column > 0 or lines[first][:1].isspace()
    if named and len(told) == len(head) and "|" not in lines[first] and "\t" not in lines[first]:
        # The column of names has no head.
        columns = [0, *columns]
        strengths = {column + 1: strength for column, strength in strengths.items()}
    last = first + 1
    while last < len(lines) and (cells := _cells(lines[last], columns)):
        if not _RULE.fullmatch(lines[last]):
            if len(cells) == 1 and cells[0].column == 0 and not any(sign in lines[last] for sign in "|\t"):
                break
            mark = (_told if _is_ticked(cells) else _named) if named else _parted
            lines[last] = mark(lines[last], cells, strengths)
        last += 1
    opened = strengths.get(0)
    title = _HEADING[opened] if opened and not named else ""
    lines[first] = title.ljust(len(lines[first])) if len(title) <= len(lines[first]) else lines[first]
    return last - first


def _of_columns(head: Sequence[_Cell]) -> dict[int, Strength | None]:
    """Strengths of the columns by their heads; where those are yes and no, the head before them names the question."""
    answers = {cell.column: _ANSWER.get(cell.text.lower()) for cell in head}
    if {"profile", "not_required"} <= set(answers.values()):
        return answers
    return {cell.column: strength_of(cell.text) for cell in head}


def _parted(line: str, cells: Sequence[_Cell], strengths: Mapping[int, Strength | None]) -> str:
    """Begin each cell but the first with the sign of its column."""
    out = list(re.sub(r"[|\t]", " ", line))
    for cell in cells:
        strength = strengths.get(cell.column)
        if strength and cell.start:
            out[cell.start - 1] = SIGN_OF[strength]
    return "".join(out)


def _named(line: str, cells: Sequence[_Cell], strengths: Mapping[int, Strength | None]) -> str:
    """Let the name of a row head its first cell ("Språk: Svenska"), and give each cell the sign of its column."""
    held = [cell for cell in cells[1:] if strengths.get(cell.column) and cell.text not in _UNMARKED]
    narrow = any(after.start - before.end < len(" | ") for before, after in pairwise(held))
    if not held or narrow or strengths.get(cells[0].column) or line[cells[0].end : cells[0].end + 1] in ("", "-"):
        return _parted(line, cells, strengths)
    out = list(re.sub(r"[|\t]", " ", line))
    for cell in cells[1:]:
        if cell not in held:
            out[cell.start : cell.end] = " " * (cell.end - cell.start)
    out[cells[0].end] = ":"
    out.append(" ")
    for cell in held:
        out[cell.end] = SIGN_OF[strengths[cell.column] or "profile"]
        if cell is not held[0]:
            out[cell.start - 1] = out[cell.end]
            out[cell.end] = " "
    return "".join(out)[: len(line)]


def _is_ticked(cells: Sequence[_Cell]) -> bool:
    """Whether a row holds nothing behind its name but ticks and crosses."""
    return len(cells) > 1 and all(cell.text in _MARKED | _UNMARKED for cell in cells[1:])


def _told(line: str, cells: Sequence[_Cell], strengths: Mapping[int, Strength | None]) -> str:
    """End the name of a row with the sign of the column that is ticked."""
    ticked = {strengths.get(cell.column) for cell in cells[1:] if cell.text in _MARKED}
    strength = next((strength for strength in _HEADING if strength in ticked), None)
    return _ended(line, cells[0], strength) if strength else line


def _ended(line: str, cell: _Cell, strength: Strength) -> str:
    """Make a line of one cell and the sign of its strength."""
    said = " " * cell.start + cell.text + SIGN_OF[strength]
    return said.ljust(len(line))


def _beside(lines: list[str], first: int, n_rows: int) -> int:
    """Mark rows that say their strength in their last cell or open with it; the number of lines they took."""
    rows = [_cells(line) for line in lines[first : first + n_rows]]
    last = [strength_of(row[-1].text) if len(row) > 1 else None for row in rows]
    if any(_EITHER.fullmatch(cell.text) for cell in rows[0]) or sum(map(bool, last)) > 1:
        for number, (row, strength) in enumerate(zip(rows, last, strict=True), first):
            if strength and strength_of(row[0].text) is None and len(row[0].text) <= 2 * _LONGEST_CELL:
                lines[number] = _ended(lines[number], _whole(lines[number], row[:-1]), strength)
    answered = [len(row) > 1 and row[1].text.lower() in _ANSWER for row in rows]
    if sum(answered) > 1:
        for number, row in enumerate(rows, first):
            if answered[number - first]:
                lines[number] = _with_answer(lines[number], row)
    opened = [strength_of(row[0].text) for row in rows]
    if len(set(filter(None, opened))) > 1:
        for number, (row, strength) in enumerate(zip(rows, opened, strict=True), first):
            if strength:
                held = re.sub(r"[|\t]", " ", lines[number][row[0].end :])
                lines[number] = SIGN_OF[strength].rjust(row[0].end) + held
    return n_rows


def _whole(line: str, cells: Sequence[_Cell]) -> _Cell:
    """Make one cell of several, without a number before them ("| 3 | Svenska | Krav |")."""
    first = cells[len(cells) > 1 and cells[0].text.rstrip(".").isdigit()]
    said = re.sub(r"[|\t]", " ", line[first.start : cells[-1].end])
    return first._replace(text=said, end=cells[-1].end)


def _with_answer(line: str, row: Sequence[_Cell]) -> str:
    """Write a row whose second cell says yes or no as "Körkort: nej, vi cyklar"."""
    out = list(re.sub(r"[|\t]", " ", line))
    out[row[0].end] = ":"
    if len(row) > 2:
        out[row[1].end] = ","
    return "".join(out)
