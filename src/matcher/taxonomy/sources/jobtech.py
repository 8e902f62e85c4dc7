"""Reads the JobTech Taxonomy: its published JSON exports, answers of its GraphQL API, and the lists of job titles.

Every export is a set of concepts that name each other under a relation. They come from different years: a concept
without a type, in a list of titles or skills, that no typed export holds is one that has been retired. It keeps its id,
label and group under the type ``retired_occupation`` or ``retired_skill``, so that an old ad is still understood.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from matcher.taxonomy.concepts import Concept, Link
from matcher.taxonomy.sources.crosswalk import read_crosswalk
from matcher.taxonomy.taxonomy import Taxonomy
from matcher.taxonomy.wording import fold

_TYPES = {
    "occupation-name": "occupation", "ssyk-level-4": "occupation_group", "isco-level-4": "isco_group",
    "driving-license": "driving_licence", "occupation-group": "occupation_group",
}  # fmt: skip
_CODES = {
    "ssyk_code_2012": "ssyk_2012", "isco_code_08": "isco_08", "deprecated_legacy_id": "legacy_af",
    "iso_639_1_2002": "iso_639_1", "iso_639_2_1998": "iso_639_2", "iso_639_3_2007": "iso_639_3",
    "iso_639_3_alpha_2_2007": "iso_639_1", "iso_639_3_alpha_3_2007": "iso_639_3",
    "iso_3166_1_alpha_2_2013": "iso_3166_1", "sun_education_level_code_2020": "sun_level_2020",
    "sun_education_field_code_2020": "sun_field_2020", "lau_2_code_2015": "lau_2_2015",
    "driving_licence_code_2013": "driving_licence_2013", "esco_uri": "esco",
}  # fmt: skip
# Field that holds other concepts: kind of relation, whether it runs from the other one, type where none is given.
_FIELDS: Mapping[str, tuple[str, bool, str]] = {
    "broader": ("broader", False, ""), "narrower": ("broader", True, ""), "related": ("related", False, ""),
    "substitutes": ("substitutes", False, "occupation"), "substituted_by": ("substitutes", True, "occupation"),
    "exact_match": ("exact_match", False, ""), "close_match": ("close_match", False, ""),
    "broad_match": ("broad_match", False, ""), "narrow_match": ("broad_match", True, ""),
    "replaced_by": ("replaced_by", False, ""), "replaces": ("replaced_by", True, ""),
    "occupation_groups": ("optional_skill", True, "occupation_group"), "ssyk": ("broader", False, "occupation_group"),
    "area": ("broader", False, "occupation_field"),
}  # fmt: skip
_NAMES = {"alternative_labels": "sv", "hidden_labels": "sv", "preferred_label_en": "en", "label_en": "en"}
# Titles are further labels of the occupations that they are related to, not concepts.
_TITLE = "job_title"
_MAX_BYTES = 200_000_000
_MAX_DEPTH = 12


def read_jobtech(files: Sequence[Path]) -> tuple[Taxonomy, list[str]]:
    """Join JobTech exports.

    Parameters
    ----------
    files : sequence of Path
        ``.json``, ``.json.zip``, and crosswalks to ESCO as ``.tsv`` or ``.csv``.

    Returns
    -------
    taxonomy : Taxonomy
    notes : list of str
        Files that were skipped because they hold no concepts, or refused because they cannot be read.
    """
    gathered = _Gathered()
    notes: list[str] = []
    by_label: list[Mapping[str, Any]] = []
    for path in files:
        if path.suffix.casefold() in {".tsv", ".csv"}:
            links = read_crosswalk(path)
            gathered.links.update({link[:3]: link.weight for link in links})
            notes += [] if links else [f"{path.name}: skipped: expected a crosswalk to ESCO"]
            continue
        try:
            answers = list(_answers(path))
        except (ValueError, OSError, zipfile.BadZipFile, RecursionError):
            notes.append(f"{path.name}: refused: expected JSON")
            continue
        for answer in answers:
            if not gathered.take(answer) and not _is_skill_lists(answer):
                notes.append(f"{path.name}: skipped: expected concepts")
            elif _is_skill_lists(answer):
                by_label.append(answer)
    for lists in by_label:
        gathered.take_skill_lists(lists)
    return gathered.taxonomy(), notes


def _answers(path: Path) -> Iterator[Any]:
    if path.suffix.casefold() == ".zip":
        with zipfile.ZipFile(path) as archive:
            for member in archive.infolist():
                if member.filename.casefold().endswith(".json") and member.file_size <= _MAX_BYTES:
                    yield json.loads(archive.read(member))
    elif path.stat().st_size <= _MAX_BYTES:
        yield json.loads(path.read_text(encoding="utf-8-sig"))


def _is_skill_lists(answer: Any) -> bool:
    return isinstance(answer, dict) and any(isinstance(v, dict) and "taxonomy" in v for v in answer.values())


class _Gathered:
    """What the exports say about each id, until all of them are read."""

    def __init__(self) -> None:
        self.labels: dict[str, dict[str, str]] = {}
        self.others: dict[str, dict[str, dict[str, None]]] = {}
        self.codes: dict[str, dict[str, str]] = {}
        self.types: dict[str, str] = {}
        self.guessed: dict[str, str] = {}
        self.links: dict[tuple[str, str, str], float] = {}
        self.titles: dict[str, list[str]] = {}

    def take(self, answer: Any) -> bool:
        """Take every concept of an answer; False if it is none that could hold any."""
        data = answer.get("data", answer) if isinstance(answer, dict) else answer
        concepts = data.get("concepts") if isinstance(data, dict) else data
        nodes = [n for n in concepts or () if isinstance(n, dict) and isinstance(n.get("id"), str)]
        for node in nodes:
            self._node(node, 0)
        return bool(nodes) or concepts == []

    def _node(self, node: Mapping[str, Any], depth: int, guess: str = "") -> None:
        concept_id, kind = node["id"], node.get("type")
        if isinstance(kind, str):
            named = _TYPES.get(kind, kind.replace("-", "_"))
            retired = node.get("deprecated") is True or bool(node.get("replaced_by"))
            if retired or concept_id not in self.types:
                self.types[concept_id] = f"retired_{named}" if retired else named
        elif not guess:
            guess = "skill" if "occupation_groups" in node else "occupation" if "ssyk" in node else ""
        if guess:
            self.guessed.setdefault(concept_id, guess)
        self._describe(concept_id, node)
        if depth < _MAX_DEPTH:
            self._relate(concept_id, node, depth)

    def _describe(self, concept_id: str, node: Mapping[str, Any]) -> None:
        if isinstance(label := node.get("preferred_label"), str) and label.strip():
            self.labels.setdefault(concept_id, {}).setdefault("sv", label.strip())
        for field, scheme in _CODES.items():
            if isinstance(code := node.get(field), str | int) and str(code).strip():
                self.codes.setdefault(concept_id, {})[scheme] = str(code).strip()
        texts = [(lang, text) for field, lang in _NAMES.items() for text in _texts(node.get(field))]
        for title in node.get("title") or ():
            texts += [
                ("sv", text) for text in _texts(title.get("preferred_label") if isinstance(title, dict) else title)
            ]
        for lang, text in texts:
            self._name(concept_id, text, lang)

    def _name(self, concept_id: str, text: str, lang: str = "sv") -> None:
        self.others.setdefault(concept_id, {}).setdefault(lang, {})[text] = None

    def _relate(self, concept_id: str, node: Mapping[str, Any], depth: int) -> None:
        is_title = self.types.get(concept_id, self.guessed.get(concept_id, _TITLE)) == _TITLE
        for field, (kind, backwards, guess) in _FIELDS.items():
            for other in node.get(field) or ():
                if not isinstance(other, dict) or not isinstance(other.get("id"), str):
                    continue
                if isinstance(uri := other.get("esco_uri"), str) and kind.endswith("_match"):
                    # The match is a concept of ESCO's, known there by its URI.
                    other = {"id": uri}
                else:
                    self._node(other, depth + 1, guess)
                if is_title and field == "related":
                    self.titles.setdefault(concept_id, []).append(other["id"])
                    continue
                ends = (other["id"], concept_id) if backwards else (concept_id, other["id"])
                percent = other.get("substitutability_percentage")
                weight = percent / 100 if isinstance(percent, int | float) and 0 < percent <= 100 else 1.0
                self.links[(*ends, kind)] = weight

    def take_skill_lists(self, lists: Mapping[str, Any]) -> None:
        """Take the skills that the taxonomy itself ties to an occupation; lists that a model computed are left."""
        by_label = {fold(labels["sv"]): i for i, labels in self.labels.items() if self.types.get(i) == "skill"}
        for concept_id, entry in lists.items():
            for label in entry.get("taxonomy", ()) if isinstance(entry, dict) else ():
                skill = by_label.get(fold(label)) if isinstance(label, str) else None
                if skill and concept_id in self.labels:
                    self.links[concept_id, skill, "essential_skill"] = 1.0

    def taxonomy(self) -> Taxonomy:
        """Join what was gathered."""
        types = self._joined_types()
        self._add_titles(types)
        self._add_group_codes(types)
        self._retire(types)
        self._tie_skills(types)
        concepts = []
        for concept_id, labels in self.labels.items():
            if types.get(concept_id, _TITLE) != _TITLE:
                own = {lang: dict(texts) for lang, texts in self.others.get(concept_id, {}).items()}
                if "en" in own and "en" not in labels:
                    labels = {**labels, "en": next(iter(own["en"]))}
                others = {g: tuple(t for t in texts if t != labels.get(g)) for g, texts in own.items()}
                codes = self.codes.get(concept_id, {})
                concepts.append(
                    Concept(concept_id, types[concept_id], labels, {g: t for g, t in others.items() if t}, codes)
                )
        known = {c.id for c in concepts}
        links = [
            Link(source, target, kind, weight)
            for (source, target, kind), weight in self.links.items()
            # Only a match may lead into another taxonomy.
            if (source in known and target in known)
            or (kind.endswith("_match") and (source in known or target in known))
        ]
        return Taxonomy.of(concepts, links)

    def _joined_types(self) -> dict[str, str]:
        types = dict(self.types)
        current = set(types.values())
        for concept_id, guess in self.guessed.items():
            types.setdefault(concept_id, f"retired_{guess}" if guess in current else guess)
        return types

    def _add_titles(self, types: Mapping[str, str]) -> None:
        for title_id, occupations in self.titles.items():
            label = self.labels.get(title_id, {}).get("sv")
            if label and types.get(title_id, _TITLE) == _TITLE:
                for concept_id in occupations:
                    if types.get(concept_id, "").endswith("occupation"):
                        self._name(concept_id, label)

    def _add_group_codes(self, types: Mapping[str, str]) -> None:
        related: dict[str, list[str]] = {}
        for source, target, kind in self.links:
            if kind == "broader" and types.get(target) == "occupation_group" and "occupation" in types.get(source, ""):
                code = self.codes.get(target, {}).get("ssyk_2012")
                if code:
                    self.codes.setdefault(source, {})["ssyk_2012"] = code
            elif kind == "related" and types.get(target) == "isco_group":
                related.setdefault(source, []).append(target)
        for source, targets in related.items():
            if types.get(source) == "occupation_group" and len(targets) == 1:
                self.codes.setdefault(source, {}).update(self.codes.get(targets[0], {}))

    def _tie_skills(self, types: Mapping[str, str]) -> None:
        """Turn the GraphQL answers' "related" of a skill and a group into what the exports call the group's skill."""
        for source, target, kind in [key for key in self.links if key[2] == "related"]:
            for skill, group in ((source, target), (target, source)):
                if types.get(skill) == "skill" and types.get(group) == "occupation_group":
                    del self.links[source, target, kind]
                    self.links[group, skill, "optional_skill"] = 1.0

    def _retire(self, types: Mapping[str, str]) -> None:
        """Let a retired concept give way to the one current concept of its kind that has the same label."""
        current: dict[tuple[str, str], list[str]] = {}
        for concept_id, labels in self.labels.items():
            current.setdefault((types.get(concept_id, ""), fold(labels["sv"])), []).append(concept_id)
        for concept_id, kind in types.items():
            if kind.startswith("retired_") and concept_id in self.labels:
                same = current.get((kind.removeprefix("retired_"), fold(self.labels[concept_id]["sv"])), [])
                if len(same) == 1:
                    self.links.setdefault((concept_id, same[0], "replaced_by"), 1.0)
                    for text in self.others.get(concept_id, {}).get("sv", {}):
                        self._name(same[0], text)


def _texts(value: Any) -> list[str]:
    found = value if isinstance(value, list) else [value]
    return [text.strip() for text in found if isinstance(text, str) and text.strip()]
