"""The starter taxonomy: reads the hand-written tables that come with the package."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import chain, repeat

from matcher.errors import ReadError
from matcher.taxonomy.concepts import Concept, Link
from matcher.taxonomy.taxonomy import Taxonomy

_OTHER_LANGUAGES = ("ar", "uk", "so", "ti", "fa")


def read_starter(directory: Traversable | None = None) -> Taxonomy:
    """Read ``occupations.tsv``, ``skills.tsv``, ``links.tsv`` and ``near.tsv``.

    Parameters
    ----------
    directory : Traversable, optional
        Folder of the tables; the package's own by default.

    Returns
    -------
    Taxonomy

    Raises
    ------
    ReadError
        A table is missing, lacks a column or names an unknown concept.
    """
    directory = directory or files("matcher.taxonomy") / "starter"
    concepts = [_occupation(row) for row in _rows(directory / "occupations.tsv", "id", "ssyk", "label_sv")]
    concepts += starter_skills(directory)
    known = {concept.id for concept in concepts}
    links = [
        Link(row["occupation_id"], row["skill_id"], f"{row['relation']}_skill")
        for row in _rows(directory / "links.tsv", "occupation_id", "skill_id", "relation")
    ]
    links += [
        Link(row["from_id"], row["to_id"], "substitutes", int(row["percent"]) / 100)
        for row in _rows(directory / "near.tsv", "from_id", "to_id", "percent")
    ]
    for link in links:
        if link.source not in known or link.target not in known:
            raise ReadError("starter", f"links between known concepts, not {link.source} to {link.target}")
    return Taxonomy.of(concepts, links)


def starter_skills(directory: Traversable | None = None) -> list[Concept]:
    """Read the skills of the starter taxonomy alone, which takes a tenth of the time.

    Examples
    --------
    >>> starter_skills()[0].type
    'skill'
    """
    directory = directory or files("matcher.taxonomy") / "starter"
    return [Concept(row["id"], "skill", *_names(row)) for row in _rows(directory / "skills.tsv", "id", "label_sv")]


def _rows(table: Traversable, *columns: str) -> Iterator[Mapping[str, str]]:
    try:
        lines = table.read_text(encoding="utf-8").splitlines()
    except OSError:
        raise ReadError(table.name, "a table of the starter taxonomy") from None
    # No DictReader: it does row by row in Python what these tables do not need.
    names, *rows = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE) if lines else [[]]
    if not set(columns) <= set(names):
        raise ReadError(table.name, f"the columns {', '.join(columns)}", line=1)
    for row in filter(None, rows):
        yield dict(zip(names, map(str.strip, chain(row, repeat(""))), strict=False))


def _split(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, map(str.strip, cell.split("|")))) if cell else ()


def _occupation(row: Mapping[str, str]) -> Concept:
    labels, others = _names(row)
    for lang in _OTHER_LANGUAGES:
        first, *rest = _split(row.get(lang, "")) or ("",)
        if first:
            labels[lang] = first
        if rest:
            others[lang] = tuple(rest)
    return Concept(row["id"], "occupation", labels, others, {"ssyk_2012": row["ssyk"]} if row["ssyk"] else {})


def _names(row: Mapping[str, str]) -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
    labels = {lang: row[f"label_{lang}"] for lang in ("sv", "en") if row.get(f"label_{lang}")}
    others = {lang: alt for lang in ("sv", "en") if (alt := _split(row.get(f"alt_{lang}", "")))}
    return labels, others
