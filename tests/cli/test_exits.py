"""Exit status of every command: 0 if anything asked for was done, else 2, one sentence and nothing on the output."""

import shlex

import pytest
import typer

from matcher.cli.app import app

BOTH = "--profiles people.csv --ads ads.jsonl"
CANNOT = {
    "read": "nowhere.csv",
    "requirements": "people.csv",
    "rank": "--profiles ads.jsonl --ads people.csv",
    "explain": f"{BOTH} --profile P1 --ad none",
    "ask": "--profiles nowhere --ads ads.jsonl",
    "steps": "--profiles people.csv --ads nowhere",
    "normalize": "--type occupation nowhere.txt",
    "evaluate": "--run nowhere --qrels nowhere",
    "audit": f"{BOTH} --groups nowhere.csv",
    "judge": f"{BOTH} --out ads.jsonl",
    "agree": "people.csv people.csv",
    "tune": f"--judgments nowhere {BOTH} --out weights.toml",
    "serve": "--host 0.0.0.0",
    "demo": "--out ads.jsonl",
    "warm": "--cache ads.jsonl/below",
    "taxonomy import": "esco nowhere --out new.taxonomy",
    "taxonomy fetch": "esco --out ads.jsonl --url http://127.0.0.1:9",
    "taxonomy info": "ads.jsonl",
    "ads fetch": "--since nonsense --out new",
    "index build": "--ads ads.jsonl --out .",
    "index update": "--ads ads.jsonl nowhere",
    "index info": "nowhere",
    "index verify": "nowhere",
}
IN_PART = {
    "read": "people.csv nowhere.csv",
    "requirements": "nowhere ads.jsonl",
    "rank": "--profiles people.csv --profiles nowhere --ads ads.jsonl",
    "ask": f"{BOTH} --ads nowhere",
    "steps": f"{BOTH} --ads nowhere",
    "audit": f"{BOTH} --profiles nowhere",
    "judge": f"{BOTH} --ads nowhere --out pairs.jsonl",
    "index build": "--ads ads.jsonl --ads nowhere --out made",
}


def commands():
    for name, command in typer.main.get_command(app).commands.items():
        for below in getattr(command, "commands", {"": None}):
            yield f"{name} {below}".strip()


@pytest.fixture(autouse=True)
def _here(sheet, ads, monkeypatch):
    assert sheet.parent == ads.parent
    monkeypatch.chdir(ads.parent)


def test_no_command_is_forgotten():
    assert set(commands()) == set(CANNOT)


@pytest.mark.parametrize("name", CANNOT)
def test_what_cannot_be_done_is_told_in_one_sentence(name, call):
    answer = call(*name.split(), *shlex.split(CANNOT[name]))
    assert answer.status == 2
    assert answer.out == ""
    last = answer.err.rstrip("\n").split("\n")[-1]
    assert last.startswith("matcher: ")
    assert last.endswith((".", "?"))
    assert answer.err.count("matcher: ") == 1


@pytest.mark.parametrize("name", IN_PART)
def test_what_could_be_done_is_done_and_the_rest_told(name, call):
    answer = call(*name.split(), *shlex.split(IN_PART[name]))
    assert answer.status == 0
    assert "nowhere" in answer.err
