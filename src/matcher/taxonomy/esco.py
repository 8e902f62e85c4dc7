"""Reads ESCO: the official CSV set, in any of its languages and editions (1.0 to 1.2)."""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from matcher.taxonomy.concepts import Concept, Link
from matcher.taxonomy.taxonomy import Taxonomy

_TYPES = {
    "Occupation": "occupation", "KnowledgeSkillCompetence": "skill", "ISCOGroup": "isco_group",
    "SkillGroup": "skill_group",
}  # fmt: skip
_LANGUAGE = re.compile(r"_([a-z]{2,3})(?:\.csv)?$", re.IGNORECASE)
Row = Mapping[str, str]


def read_esco(files: Sequence[Path]) -> tuple[Taxonomy, list[str]]:
    """Join ESCO's files; a concept's labels in several languages meet under its URI.

    Parameters
    ----------
    files : sequence of Path
        ``occupations_sv.csv``, ``skills_en.csv``, ``occupationSkillRelations.csv`` and the others; a file's kind is
        told by its columns, its language by its name.

    Returns
    -------
    taxonomy : Taxonomy
    notes : list of str
        Files that were skipped because they hold neither concepts nor relations.
    """
    labels: dict[str, dict[str, str]] = {}
    others: dict[str, dict[str, tuple[str, ...]]] = {}
    types: dict[str, str] = {}
    codes: dict[str, dict[str, str]] = {}
    links: dict[Link, None] = {}
    notes: list[str] = []
    for path in files:
        columns, rows = _table(path)
        relation = next((make for needed, make in _RELATIONS if needed <= columns), None)
        if relation:
            links.update(dict.fromkeys(link for row in rows if (link := relation(row))))
        elif {"conceptUri", "preferredLabel"} <= columns:
            lang = _language(path)
            for row in rows:
                uri = row["conceptUri"]
                types.setdefault(uri, _TYPES.get(row.get("conceptType", ""), "skill"))
                if row["preferredLabel"]:
                    labels.setdefault(uri, {}).setdefault(lang, row["preferredLabel"])
                if texts := _alternatives(row):
                    others.setdefault(uri, {}).setdefault(lang, texts)
                code = row.get("iscoGroup") or (row.get("code", "") if row.get("conceptType") == "ISCOGroup" else "")
                codes.setdefault(uri, {"esco": uri}).update({"isco_08": code} if code else {})
        else:
            notes.append(f"{path.name}: skipped: expected a file of the ESCO set")
    concepts = [Concept(uri, types[uri], named, others.get(uri, {}), codes[uri]) for uri, named in labels.items()]
    return Taxonomy.of(concepts, links), notes


def _table(path: Path) -> tuple[set[str], Iterator[Row]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return set(), iter(())
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    rows = csv.DictReader(text.splitlines(keepends=True))
    columns = set(rows.fieldnames or ())
    return columns, ({name: (value or "").strip() for name, value in row.items() if name} for row in rows)


def _language(path: Path) -> str:
    found = _LANGUAGE.search(path.name)
    return found.group(1).casefold() if found else "en"


def _alternatives(row: Row) -> tuple[str, ...]:
    """Further labels: a line each in the concept files, between bars in the collections."""
    found: dict[str, None] = {}
    for field in ("altLabels", "hiddenLabels"):
        for text in re.split(r"\n| \| ", row.get(field, "")):
            if text.strip() and text.strip() != row["preferredLabel"]:
                found[text.strip()] = None
    return tuple(found)


def _skill_of_occupation(row: Row) -> Link | None:
    kind = row["relationType"].casefold()
    return Link(row["occupationUri"], row["skillUri"], f"{kind}_skill") if kind in {"essential", "optional"} else None


def _skill_of_skill(row: Row) -> Link:
    return Link(row["originalSkillUri"], row["relatedSkillUri"], "related")


def _broader(row: Row) -> Link:
    return Link(row["conceptUri"], row["broaderUri"], "broader")


_RELATIONS: tuple[tuple[frozenset[str], Callable[[Row], Link | None]], ...] = (
    (frozenset({"occupationUri", "relationType", "skillUri"}), _skill_of_occupation),
    (frozenset({"originalSkillUri", "relatedSkillUri"}), _skill_of_skill),
    (frozenset({"conceptUri", "broaderUri"}), _broader),
)
