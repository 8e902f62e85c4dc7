"""Concepts while somebody is typing: labels that begin like the input first, then those that mean something near."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from matcher.taxonomy.wording import fold

if TYPE_CHECKING:
    from matcher.taxonomy import Taxonomy

MAX_QUERY = 200


def search(taxonomy: Taxonomy, query: str, type: str, k: int, lang: str) -> list[dict[str, Any]]:
    """Find concepts.

    Parameters
    ----------
    taxonomy : Taxonomy
    query : str
        What has been typed so far; its first 200 characters count.
    type : {"occupation", "skill"}
    k : int
        At most so many.
    lang : str
        Language of the labels; Swedish where a concept has none in it.

    Returns
    -------
    list of dict
        ``id``, ``label`` and ``match`` ("prefix" or "near"), best first.

    Examples
    --------
    >>> from matcher.taxonomy import Taxonomy
    >>> [row["label"] for row in search(Taxonomy.starter(), "lokalvår", "occupation", 1, "sv")]
    ['Städare']
    """
    typed = " ".join(fold(query[:MAX_QUERY]).split())
    if not typed:
        return []
    labels, ids = _sorted_labels(taxonomy, type)
    found: dict[str, str] = {}
    at = bisect_left(labels, typed)
    while at < len(labels) and labels[at].startswith(typed) and len(found) < k:
        found.setdefault(ids[at], "prefix")
        at += 1
    if len(found) < k:
        for hit in taxonomy.normalize([query[:MAX_QUERY]], type, k)[0]:
            found.setdefault(hit.id, "near")
    concepts = taxonomy.concepts
    return [{"id": i, "label": concepts[i].label(lang), "match": how} for i, how in list(found.items())[:k]]


@lru_cache(maxsize=8)
def _sorted_labels(taxonomy: Taxonomy, type: str) -> tuple[list[str], list[str]]:
    """All labels of a type in order, with the concept of each; own labels before synonyms of the same spelling."""
    rows = []
    for concept_id in taxonomy.of_type(type):
        concept = taxonomy.concepts[concept_id]
        rows += [(fold(label), 0, concept_id) for label in concept.labels.values()]
        rows += [(fold(label), 1, concept_id) for labels in concept.alternatives.values() for label in labels]
    rows.sort()
    return [label for label, _, _ in rows], [concept_id for _, _, concept_id in rows]
