"""One taxonomy laid over another: an import over the embedded one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from matcher.taxonomy.concepts import Concept, Link

if TYPE_CHECKING:
    from matcher.taxonomy.taxonomy import Taxonomy

# Schemes whose codes name the concept itself, so that two concepts with one code are one.
_IDENTIFYING = frozenset({"esco", "legacy_af", "jobtech"})


def laid_over(above: Taxonomy, below: Taxonomy) -> tuple[Iterable[Concept], Iterable[Link]]:
    """Concepts and links of two taxonomies joined.

    Concepts with the same id, or with the same type and the same identifying code, become one: labels and codes are the
    upper taxonomy's where it has them, other labels of both stay as alternatives, and an id that gives way keeps a
    ``replaced_by`` relation to the one that stays. A relation that both state is the upper one's.

    Parameters
    ----------
    above, below : Taxonomy

    Returns
    -------
    concepts, links : iterable
        What :meth:`Taxonomy.of` takes; :meth:`Taxonomy.laid_over` shows an example.
    """
    merged = dict(above.concepts)
    moved: dict[str, str] = {}
    for concept in below.concepts.values():
        stays = _twin(above, concept)
        if stays is None:
            merged[concept.id] = concept
        else:
            merged[stays] = _joined(merged[stays], concept)
            if stays != concept.id:
                moved[concept.id] = stays
    links = {(e.source, e.target, e.kind): e for e in (Link(old, new, "replaced_by") for old, new in moved.items())}
    for e in below.links:
        lifted = Link(moved.get(e.source, e.source), moved.get(e.target, e.target), e.kind, e.weight)
        links[lifted.source, lifted.target, lifted.kind] = lifted
    links.update({(e.source, e.target, e.kind): e for e in above.links})
    return merged.values(), links.values()


def _twin(above: Taxonomy, concept: Concept) -> str | None:
    if concept.id in above.concepts:
        return concept.id
    for scheme, code in concept.codes.items():
        if scheme in _IDENTIFYING or concept.type != "occupation":
            same = [i for i in above.with_code(scheme, code) if above.concepts[i].type == concept.type]
            if len(same) == 1:
                return same[0]
    return None


def _joined(above: Concept, below: Concept) -> Concept:
    labels = {**below.labels, **above.labels}
    others: dict[str, dict[str, None]] = {}
    for concept in (above, below):
        for lang, texts in concept.alternatives.items():
            others.setdefault(lang, {}).update(dict.fromkeys(texts))
    for lang, text in below.labels.items():
        if text != labels[lang]:
            others.setdefault(lang, {})[text] = None
    kept = {lang: tuple(t for t in texts if t != labels.get(lang)) for lang, texts in others.items()}
    return Concept(above.id, above.type, labels, {k: v for k, v in kept.items() if v}, {**below.codes, **above.codes})
