"""Reads ESCO: the official CSV set, in any of its languages and editions (1.0 to 1.2), and answers of its service."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path

from matcher.taxonomy.concepts import Concept, Link
from matcher.taxonomy.sources.delimited import Row, delimited
from matcher.taxonomy.sources.escoapi import concept, relations, resources
from matcher.taxonomy.taxonomy import Taxonomy

_TYPES = {
    "Occupation": "occupation", "KnowledgeSkillCompetence": "skill", "ISCOGroup": "isco_group",
    "SkillGroup": "skill_group",
}  # fmt: skip
_LANGUAGE = re.compile(r"_([a-z]{2,3})(?:\.csv)?$", re.IGNORECASE)


def read_esco(files: Sequence[Path]) -> tuple[Taxonomy, list[str]]:
    """Join ESCO's files; a concept's labels in several languages meet under its URI.

    Parameters
    ----------
    files : sequence of Path
        ``occupations_sv.csv``, ``skills_en.csv``, ``occupationSkillRelations.csv`` and the others; a file's kind is
        told by its columns, its language by its name. Answers of ESCO's web service as ``.json``.

    Returns
    -------
    taxonomy : Taxonomy
    notes : list of str
        Files that were skipped because they hold neither concepts nor relations, and how many concepts are out of use.
    """
    gathered = _Gathered()
    notes: list[str] = []
    for path in files:
        take = gathered.take_answer if path.suffix.casefold() == ".json" else gathered.take_table
        if not take(path):
            notes.append(f"{path.name}: skipped: expected concepts or relations of ESCO")
    if gathered.obsolete:
        notes.append(f"{len(gathered.obsolete)} concepts skipped: obsolete, so no longer to be proposed")
    return gathered.taxonomy(), notes


class _Gathered:
    """What the files say about each URI, until all of them are read."""

    def __init__(self) -> None:
        self.concepts: dict[str, Concept] = {}
        self.links: dict[Link, None] = {}
        self.obsolete: set[str] = set()

    def take(self, new: Concept) -> None:
        """Add a concept; where it is known, its first type and its first labels in each language stay."""
        known = self.concepts.setdefault(new.id, new)
        if known is not new:
            self.concepts[new.id] = Concept(
                new.id,
                known.type,
                {**known.labels, **new.labels, **known.labels},
                {**known.alternatives, **new.alternatives, **known.alternatives},
                {**known.codes, **new.codes},
            )

    def take_answer(self, path: Path) -> bool:
        try:
            found = resources(json.loads(path.read_text(encoding="utf-8-sig")))
        except (OSError, ValueError, RecursionError):
            return False
        for resource in found:
            self.take(concept(resource))
            self.links.update(dict.fromkeys(relations(resource)))
        return bool(found)

    def take_table(self, path: Path) -> bool:
        columns, rows = delimited(path)
        relation = next((make for needed, make in _RELATIONS if needed <= columns), None)
        if relation:
            self.links.update(dict.fromkeys(link for row in rows if (link := relation(row))))
        elif {"conceptUri", "preferredLabel"} <= columns:
            lang = _language(path)
            for row in rows:
                if row.get("status", "").casefold() == "obsolete":
                    self.obsolete.add(row["conceptUri"])
                self.take(_concept(row, lang))
        elif "uri" in columns and (labels := {name: name[6:] for name in columns if name.startswith("label_")}):
            # The list of skills in several languages that is published beside the crosswalk.
            kind = "skill" if "skillType" in columns else "occupation"
            for row in rows:
                named = {lang: row[name] for name, lang in sorted(labels.items()) if row[name]}
                self.take(Concept(row["uri"], kind, named, {}, {"esco": row["uri"]}))
        else:
            return False
        return True

    def taxonomy(self) -> Taxonomy:
        """Join what was gathered; a URI without any label is no concept, nor is one that any file calls obsolete."""
        held = (c for c in self.concepts.values() if c.labels and c.id not in self.obsolete)
        gone = self.obsolete
        return Taxonomy.of(held, (link for link in self.links if link.source not in gone and link.target not in gone))


def _concept(row: Row, lang: str) -> Concept:
    uri, label, others = row["conceptUri"], row["preferredLabel"], _alternatives(row)
    kind = row.get("conceptType", "")
    code = row.get("iscoGroup") or (row.get("code", "") if kind == "ISCOGroup" else "")
    return Concept(
        uri,
        _TYPES.get(kind, "skill"),
        {lang: label} if label else {},
        {lang: others} if others else {},
        {"esco": uri, "isco_08": code} if code else {"esco": uri},
    )


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


_RELATIONS: tuple[tuple[frozenset[str], Callable[[Row], Link | None]], ...] = (
    (frozenset({"occupationUri", "relationType", "skillUri"}), _skill_of_occupation),
    (
        frozenset({"originalSkillUri", "relatedSkillUri"}),
        lambda row: Link(row["originalSkillUri"], row["relatedSkillUri"], "related"),
    ),
    (frozenset({"conceptUri", "broaderUri"}), lambda row: Link(row["conceptUri"], row["broaderUri"], "broader")),
)
