"""The examples under each ``--help`` run, in the folder that ``matcher demo --out`` makes."""

import io
import re
import shlex
import shutil
import subprocess
import sys
from contextlib import chdir
from pathlib import Path

import pytest
import typer

from matcher.cli.app import app, run
from matcher.cli.examples import EXAMPLES

GROUPS = ("taxonomy", "ads", "index")
NEED_MORE = {"serve", "warm", "taxonomy import", "taxonomy fetch", "ads fetch", "ads", "index"}
"""They wait for requests, compile everything (``test_warming`` lets them), need an official export or a network; groups
show an example of one of their commands."""


def commands():
    yield "", typer.main.get_command(app)
    for name, command in typer.main.get_command(app).commands.items():
        yield name, command
        for below, inner in getattr(command, "commands", {}).items():
            yield f"{name} {below}", inner


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Example files and an index."""
    folder = tmp_path_factory.mktemp("example")
    with chdir(folder):
        for line in ("matcher demo --out .", EXAMPLES["index"][0]):
            assert run(shlex.split(line)[1:]) == 0
    return folder


@pytest.fixture
def typed(folder, call, monkeypatch):
    """Run a line as a shell would, in this process: what one command says goes to the next one, or into a file."""
    monkeypatch.chdir(folder)

    def type_(line):
        command, _, into = line.partition(" > ")
        said, _, command = command.rpartition(" | ")
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(f"{said.removeprefix('echo ')}\n".encode())))
        answer = call(*shlex.split(command)[1:])
        if into:
            Path(into).write_text(answer.out, encoding="utf-8")
        return answer

    return type_


def test_each_command_has_one_or_two():
    assert {name for name, _ in commands()} == set(EXAMPLES)
    assert {len(lines) for name, lines in EXAMPLES.items() if name} <= {1, 2}


@pytest.mark.parametrize("name", EXAMPLES)
def test_help_ends_with_them_as_they_are_written(name, call):
    shown = call(*name.split(), "--help").out
    assert re.search(r"\n  Examples?(?:, with the files of matcher demo --out \.)?:\n", shown)
    for line in EXAMPLES[name]:
        assert f"    {line}\n" in shown
        assert len(line) < 110


@pytest.mark.parametrize("name", [name for name in EXAMPLES if name not in NEED_MORE])
def test_they_run(name, typed):
    for line in EXAMPLES[name]:
        answer = typed(line)
        assert answer.status == 0, (line, answer.err)
        assert answer.out or "--out" in line, line
        assert "refused" not in answer.err, line


@pytest.mark.skipif(shutil.which("sh") is None, reason="needs a shell")
def test_a_shell_runs_them_under_the_commands_own_name(tmp_path):
    """One line that has both signs of a shell in it; what the others say is looked at in this process."""
    tool = tmp_path / "matcher"
    tool.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m matcher "$@"\n', encoding="utf-8")
    tool.chmod(0o755)
    line = f"export PATH={shlex.quote(str(tmp_path))}:$PATH; {EXAMPLES['normalize'][0]} > found.jsonl"
    done = subprocess.run(["sh", "-c", line], cwd=tmp_path, capture_output=True, encoding="utf-8")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert "Svetsare" in (tmp_path / "found.jsonl").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", sorted(NEED_MORE))
def test_those_that_need_more_are_understood(name):
    for line in EXAMPLES[name]:
        command, words = typer.main.get_command(app), shlex.split(line)[1:]
        while words and words[0] in getattr(command, "commands", {}):
            command = command.commands[words.pop(0)]
        assert command.make_context("matcher", words, resilient_parsing=False).params


def test_lists_of_commands_tell_each_in_a_whole_sentence(call):
    for group in ((), *((name,) for name in GROUPS)):
        listed = call(*group, "--help").out.partition("Commands:\n")[2].partition("\n\n")[0]
        assert listed.strip()
        assert "..." not in listed


def test_demo_overwrites_nothing(call, tmp_path):
    own = tmp_path / "people.csv"
    own.write_text("Id;Yrke\n1;Kock\n", encoding="utf-8")
    answer = call("demo", "--out", tmp_path)
    assert answer.status == 2
    assert "people.csv: expected a name that is free" in answer.err
    assert own.read_text(encoding="utf-8") == "Id;Yrke\n1;Kock\n"
    for _ in range(2):
        assert call("demo", "--out", tmp_path / "new").status == 0
    assert call("read", tmp_path / "new" / "people.csv").rows[0]["id"] == "P01"
