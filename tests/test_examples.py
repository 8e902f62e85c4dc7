import runpy
import sys
from pathlib import Path

import pytest

EXAMPLES = sorted((Path(__file__).parents[1] / "examples").glob("*.py"))
DEMO = Path(__file__).parents[1] / "src" / "matcher" / "demo"


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_runs(path, capsys, monkeypatch):
    monkeypatch.setattr(sys, "argv", [str(path)])
    runpy.run_path(str(path), run_name="__main__")
    assert len(capsys.readouterr().out.split("\n")) > 5


def test_the_caseworkers_example_takes_files(capsys, monkeypatch):
    path = next(path for path in EXAMPLES if path.stem == "caseworker")
    monkeypatch.setattr(sys, "argv", [str(path), str(DEMO / "people.csv"), str(DEMO / "ads.jsonl")])
    runpy.run_path(str(path), run_name="__main__")
    assert capsys.readouterr().out.startswith("12 people, 25 ads")
