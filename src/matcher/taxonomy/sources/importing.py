"""Imports a published taxonomy from its files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from matcher.errors import ReadError
from matcher.taxonomy.taxonomy import Taxonomy

TaxonomyKind = Literal["jobtech", "esco", "table"]


def import_taxonomy(kind: TaxonomyKind, sources: Sequence[str | Path]) -> tuple[Taxonomy, list[str]]:
    """Read a taxonomy from official exports or a plain table.

    Parameters
    ----------
    kind : {"jobtech", "esco", "table"}
        JobTech's JSON exports and GraphQL answers; ESCO's CSV set and answers of its service; a table of id, label,
        type and language.
    sources : sequence of str or Path
        Folders (or files) that are joined.

    Returns
    -------
    taxonomy : Taxonomy
    notes : list of str
        What was skipped or refused, with its place.

    Raises
    ------
    ReadError
        A source cannot be read, nothing in it is of that kind, or its fetch did not come to its end.
    CorruptIndexError
        A fetched file does not fit its checksum.
    """
    from matcher.taxonomy.sources.esco import read_esco
    from matcher.taxonomy.sources.fetching import MANIFEST, check_fetched
    from matcher.taxonomy.sources.jobtech import read_jobtech
    from matcher.taxonomy.sources.table import read_table

    paths = [Path(source) for source in sources]
    for path in paths:
        if not path.exists():
            raise ReadError(path, "a file or folder")
    if kind == "table":
        if len(paths) != 1:
            raise ValueError("a table is one file")
        return read_table(paths[0])
    for manifest in sorted(found for path in paths for found in path.rglob(MANIFEST)):
        check_fetched(manifest.parent)
    files = [file for path in paths for file in (sorted(path.rglob("*"), key=_place) if path.is_dir() else [path])]
    files = [file for file in files if file.is_file() and not file.name.startswith(".")]
    read = {"jobtech": read_jobtech, "esco": read_esco}[kind]
    taxonomy, notes = read(files)
    if not taxonomy.concepts:
        raise ReadError(paths[0], f"files of a {kind} export")
    return taxonomy, notes


def _place(file: Path) -> tuple[str, ...]:
    """Order files as every system does: Windows compares paths without regard to case."""
    return file.parts
