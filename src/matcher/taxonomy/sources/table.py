"""Reads a taxonomy from a plain table: ``id``, ``label``, ``type``, ``lang``; several rows of an id are its labels."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from matcher.encodings import text_of
from matcher.errors import InvalidRecordError, ReadError
from matcher.taxonomy.concepts import Concept
from matcher.taxonomy.taxonomy import Taxonomy

_COLUMNS = ("id", "label", "type", "lang")
_MAX_CELL = 1000
_LOOKED_UP = frozenset(("occupation", "skill", "occupation_group"))


def read_table(path: Path) -> tuple[Taxonomy, list[str]]:
    """Read one table.

    Parameters
    ----------
    path : Path
        Tab-separated, with a heading line. Ids are text. Without the column ``type`` all are occupations,
        without ``lang`` all are Swedish; both in capitals or not, a language with its country ("sv-SE") or not. The
        first label of a language is the preferred one.

    Returns
    -------
    taxonomy : Taxonomy
    notes : list of str
        Rows that were left out and types that nothing looks up, with their line.

    Raises
    ------
    ReadError
        The file cannot be read, has no columns ``id`` and ``label``, or no row below them.
    """
    notes: list[str] = []
    types: dict[str, str] = {}
    labels: dict[str, dict[str, list[str]]] = {}
    others: set[str] = set()
    for line, row in _rows(path):
        concept_id, label, kind, lang = (row[name] for name in _COLUMNS)
        if not concept_id or not label or len(label) > _MAX_CELL:
            notes.append(f"{path}, line {line}: refused: expected an id and a label")
        elif types.setdefault(concept_id, kind) != kind:
            notes.append(f"{path}, line {line}: refused: expected the type of the id's first row")
        else:
            if kind not in _LOOKED_UP | others:
                others.add(kind)
                notes.append(
                    f"{path}, line {line}: doubtful: expected the type occupation or skill; others are kept only"
                )
            labels.setdefault(concept_id, {}).setdefault(lang, []).append(label)
    concepts = [
        Concept(
            concept_id,
            types[concept_id],
            {lang: texts[0] for lang, texts in by_lang.items()},
            {lang: tuple(dict.fromkeys(texts[1:])) for lang, texts in by_lang.items() if len(texts) > 1},
        )
        for concept_id, by_lang in labels.items()
    ]
    if not concepts:
        raise InvalidRecordError(path, "rows with an id and a label below the heading")
    return Taxonomy.of(concepts), notes


def _rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    try:
        text = text_of(path.read_bytes(), path)
    except OSError as error:
        raise ReadError(path, f"a readable file ({error.strerror})") from None
    # Only "\n" ends a row: a line separator of another kind may stand inside a label.
    lines = ([_unquoted(cell) for cell in line.split("\t")] for line in text.split("\n"))
    heading = [name.casefold() for name in next(lines, [])]
    if not {"id", "label"} <= set(heading):
        raise InvalidRecordError(path, "the columns id, label, type and lang, separated by tabs", line=1)
    for line, cells in enumerate(lines, start=2):
        if not any(cells):
            continue
        row = dict(zip(heading, cells, strict=False))
        found = {"id": row.get("id", ""), "label": row.get("label", "")}
        lang = re.split("[-_]", row.get("lang", "").casefold())[0]
        yield line, {**found, "type": row.get("type", "").casefold() or "occupation", "lang": lang or "sv"}


def _unquoted(cell: str) -> str:
    """Take off the quotes that a spreadsheet program writes around a cell."""
    cell = cell.strip()
    if len(cell) > 1 and cell.startswith('"') and cell.endswith('"'):
        return cell[1:-1].replace('""', '"').strip()
    return cell
