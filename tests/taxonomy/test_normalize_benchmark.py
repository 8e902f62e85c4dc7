"""The benchmark of lookups on a task of three titles."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

FILE = Path(__file__).parents[2] / "benchmarks" / "normalize.py"


@pytest.fixture(scope="module")
def benchmark():
    sys.path.insert(0, str(FILE.parent))
    spec = importlib.util.spec_from_file_location("benchmarks_normalize", FILE)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    sys.path.remove(str(FILE.parent))
    return module


@pytest.fixture
def task(tmp_path):
    tables = {
        "corpus_elements.tsv": ["E1\tkock", "E2\tkokerska", "E3\tbagare", "E4\tbagerichef"],
        "concept_mapping.tsv": ["E1\tu:1", "E2\tu:1", "E3\tu:2", "E4\tu:3"],
        "queries.tsv": ["Q1\tKock", "Q2\tBagare", "Q3\tBageriförman", "Q4\tunjudged"],
        "annotations.tsv": ["Q1\t0\tE2\t1", "Q2\t0\tE3\t1", "Q3\t0\tE1\t1"],
    }
    for name, lines in tables.items():
        (tmp_path / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return tmp_path


def test_reciprocal_ranks_are_by_concept(benchmark, task):
    titles = benchmark.Titles(task, "sv")
    assert len(titles.queries) == 3
    assert titles.mrr() == pytest.approx((1 + 1 + 0) / 3)


def test_what_is_changed_is_put_back(benchmark):
    before = benchmark.labelindex.PARTS

    def fail():
        with benchmark.changed(index_PARTS=0.0):
            assert benchmark.labelindex.PARTS == 0.0
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert before == benchmark.labelindex.PARTS


def test_every_part_left_out_names_what_exists(benchmark):
    for values in benchmark.ABLATIONS.values():
        with benchmark.changed(**values):
            pass


def test_answers_are_counted_by_their_points(benchmark):
    known = sys.modules["phrases_known"]
    hit = known.Hit
    answers = [([hit("a", "A", 150)], True), ([hit("a", "A", 199)], False), ([], False), ([hit("a", "A", 1000)], True)]
    assert dict(known._calibration("x", answers)) == {
        "x, points none: right": 0.0, "x, points none: phrases": 1,
        "x, points 140 to 199: right": 0.5, "x, points 140 to 199: phrases": 2,
        "x, points 900 to 1000: right": 1.0, "x, points 900 to 1000: phrases": 1,
    }  # fmt: skip


def test_made_up_phrases_are_the_same_each_time_and_romanised_ones_name_what_the_starter_has(benchmark):
    known = sys.modules["phrases_known"]
    assert known._made_up(5) == known._made_up(5)
    rows = [line.split("\t") for line in FILE.with_name("romanized.tsv").read_text("utf-8").splitlines()[1:]]
    labels = {concept.label() for concept in benchmark.Taxonomy.starter().concepts.values()}
    assert {label for _, label in rows} <= labels
    assert len({text for text, _ in rows}) == len(rows)
