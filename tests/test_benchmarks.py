import importlib.util
import json
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[1] / "benchmarks"


def module(name):
    spec = importlib.util.spec_from_file_location(f"benchmarks_{name}", FOLDER / f"{name}.py")
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


@pytest.mark.parametrize(
    ("name", "old", "new", "is_worse"),
    [
        ("ranking ndcg10", 0.80, 0.7901, False),
        ("ranking ndcg10", 0.80, 0.78, True),
        ("ranking ndcg10", 0.80, 0.95, False),
        ("trades_dev false_must", 0.10, 0.12, True),
        ("trades_dev false_must", 0.10, 0.05, False),
    ],
)
def test_a_figure_is_worse_by_its_own_direction(monkeypatch, name, old, new, is_worse):
    monkeypatch.syspath_prepend(str(FOLDER))
    figures = module("figures")
    assert figures.worse(name, old, new) is is_worse
    assert any("WORSE" in line for line in figures.table({name: old}, {name: new})) is is_worse


def test_the_committed_figures_are_shares():
    committed = json.loads((FOLDER / "figures.json").read_text(encoding="utf-8"))
    assert committed
    assert all(-1 <= value <= 1 for value in committed.values())


def test_alternatives_agree_by_pairs_of_kinds(monkeypatch):
    monkeypatch.syspath_prepend(str(FOLDER))
    agreement = module("alternatives").agreement
    either = [{"kind": kind, "necessity": "must", "any_of": 1} for kind in ("education", "experience")]
    apart = [{**row, "any_of": None} for row in either]
    assert agreement([either], [either]) == agreement([apart], [apart]) == 1
    assert agreement([either], [apart]) == agreement([apart], [either]) == 0
    assert agreement([[{**row, "necessity": "nice"} for row in either]], [apart]) == 1


def test_the_timed_kernel_equals_the_slow_reference(monkeypatch):
    monkeypatch.syspath_prepend(str(FOLDER))
    kernel = module("kernel")
    bench = kernel.Bench(kernel.make(400, 6, seed=3), k=7, seed=3)
    assert kernel.exact(bench, 6, peers=())
    assert not kernel.exact(bench, 1, peers=[kernel.Peer("wrong", list, lambda place: [0.0] * 7)])


def test_ingest_prints_its_three_figures_without_reference_data(capsys, tmp_path):
    assert module("ingest").main(["--shared", str(tmp_path), "--ads", "30", "--phrases", "20"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert list(printed) == ["ads_per_second_per_core", "requirements_per_second_per_core", "phrases_per_second"]
    assert all(value > 0 for value in printed.values())
