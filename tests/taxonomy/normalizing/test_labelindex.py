"""The label index against a slow reference that scores every label of every phrase."""

from __future__ import annotations

import numpy as np
import pytest

from matcher.taxonomy import Taxonomy
from matcher.taxonomy.normalizing import labelindex, labelscan
from matcher.taxonomy.normalizing.labelindex import LabelIndex
from matcher.taxonomy.wording import fold


def reference(index: LabelIndex, text: str) -> dict[int, float]:
    """Likeness of every concept, with nothing left out before the last step."""
    query = index._queries([text]).toarray()[0].astype(np.float64)
    likeness = index._labels @ query
    scores: dict[int, list[float]] = {}
    for label, value in enumerate(likeness):
        if value >= labelscan._MAY_STAND_OUT * likeness.max() and value > 0:
            scores.setdefault(int(index._owners[label]), []).append(float(value))
    return {
        concept: float(
            np.clip(
                labelindex.LABEL * max(values)
                + labelindex.CONCEPT
                * sum(v for v in values if v >= labelscan._STANDS_OUT * likeness.max())
                / index._lengths[concept]
                + index._leaning[concept],
                0,
                1,
            )
        )
        for concept, values in scores.items()
    }


@pytest.fixture(scope="module")
def occupations() -> LabelIndex:
    starter = Taxonomy.starter()
    texts, owners = [], []
    for place, concept_id in enumerate(starter.of_type("occupation")):
        concept = starter.concepts[concept_id]
        for text in (*concept.labels.values(), *concept.alternatives.get("sv", ())):
            texts.append(fold(text))
            owners.append(place)
    return LabelIndex(texts, np.array(owners), max(owners) + 1)


HARDLY_ALIKE = 0.15
PHRASES = [
    "köksmästare", "svetsare rostfritt", "lärare i svenska", "vaktmästare skola", "bilplåtslagare", "software tester",
    "personal på äldreboende", "hönsbonde", "assisterande butikschef", "tandläkarassistent", "montör", "dagmamma",
]  # fmt: skip


@pytest.mark.parametrize("phrase", PHRASES)
def test_the_best_concepts_are_those_of_the_slow_reference(occupations, phrase):
    slow = reference(occupations, phrase)
    ((_, concepts, likeness),) = occupations.search([phrase])
    fast = dict(zip(concepts.tolist(), likeness.tolist(), strict=True))
    # What is hardly alike at all may be left out by the first pass.
    best = [c for c in sorted(slow, key=lambda c: (-round(slow[c], 6), c))[:3] if slow[c] >= HARDLY_ALIKE]
    assert sorted(fast, key=lambda c: (-round(fast[c], 6), c))[: len(best)] == best
    for concept in best:
        assert fast[concept] == pytest.approx(slow[concept], abs=1e-5)


def test_nothing_left_out_gives_the_reference_exactly(occupations, monkeypatch):
    monkeypatch.setattr(labelscan, "_POSTINGS", 10**9)
    monkeypatch.setattr(labelscan, "_LABELS", 10**9)
    for phrase in PHRASES:
        slow = reference(occupations, phrase)
        ((_, concepts, likeness),) = occupations.search([phrase])
        assert dict(zip(concepts.tolist(), likeness.tolist(), strict=True)) == pytest.approx(slow, abs=1e-5)


def test_a_batch_gives_what_each_phrase_gives_alone(occupations):
    alone = [occupations.search([phrase])[0] for phrase in PHRASES]
    rows, concepts, likeness = (np.concatenate(part) for part in zip(*occupations.search(PHRASES * 30), strict=True))
    for place, (_, own_concepts, own_likeness) in enumerate(alone):
        for repeat in (0, 17, 29):
            mine = rows == place + repeat * len(PHRASES)
            assert concepts[mine].tolist() == own_concepts.tolist()
            assert likeness[mine].tolist() == own_likeness.tolist()


def test_many_labels_and_a_likeness_of_one_are_told_apart():
    index = LabelIndex(["svetsare", "svetsare", "plåtslagare"], np.array([0, 1, 1]), 2)
    ((_, concepts, likeness),) = index.search(["svetsare"])
    assert concepts.tolist() == [0, 1]
    assert likeness[0] > likeness[1]


def test_an_index_of_nothing_finds_nothing():
    index = LabelIndex([], np.zeros(0, np.int64), 0)
    assert all(len(part) == 0 for found in index.search(["kock"]) for part in found)
    assert index.search([]) == []
