import doctest
import json
import re
import shlex
import shutil
from pathlib import Path
from unittest.mock import ANY

import pytest
import typer

from matcher.cli.app import app

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
GUIDE = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
NOT_HERE = ("matcher serve", "matcher ads fetch", "matcher demo")
"""They wait for requests, need a network, or are tried elsewhere."""


def commands():
    for name, command in typer.main.get_command(app).commands.items():
        for below, inner in getattr(command, "commands", {"": command}).items():
            yield f"{name} {below}".strip(), inner


@pytest.mark.parametrize(("name", "command"), list(commands()))
def test_every_command_and_option_is_documented(name, command):
    assert f"matcher {name}" in GUIDE
    assert command.help
    options = {max(p.opts, key=len) for p in command.params if p.param_type_name == "option"} - {"--help"}
    assert not [option for option in options if option not in GUIDE]


def lines_of(page):
    """Calls of matcher in a page's blocks of code, without the remarks beside them."""
    for language, block in re.findall(r"^```(\w*)\n(.*?)^```", page.read_text(encoding="utf-8"), re.M | re.S):
        for line in block.split("\n") if language != "python" else ():
            call = re.split(r"\s#|\s&&", line)[0].removeprefix("$ ").strip()
            if call.startswith(("matcher ", "cp ")) and not call.startswith(NOT_HERE):
                yield call


@pytest.fixture
def folder(tmp_path, call, monkeypatch):
    """What the pages take as given: the files of the demo, and what a day of the stream brought."""
    assert call("demo", "--out", tmp_path).status == 0
    (tmp_path / "today").mkdir()
    for copy in ("today/ads.jsonl", "stream.jsonl"):
        shutil.copy(tmp_path / "ads.jsonl", tmp_path / copy)
    monkeypatch.chdir(tmp_path)


def graded(path):
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    lines = [json.dumps({**row, "grade": number % 4}) + "\n" for number, row in enumerate(rows)]
    path.write_text("".join(lines), encoding="utf-8")


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("page", [page for page in PAGES if list(lines_of(page))], ids=lambda page: page.stem)
def test_what_the_pages_tell_to_type_runs(page, call):
    for line in lines_of(page):
        command, _, into = line.partition(" > ")
        program, *words = shlex.split(command)
        if program == "cp":
            shutil.copy(*words)
            continue
        answer = call(*words)
        assert answer.status == 0, (line, answer.err)
        if into:
            Path(into).write_text(answer.out, encoding="utf-8")
        elif words[0] == "judge":
            graded(Path(words[words.index("--out") + 1]))


def test_what_the_pages_show_of_python_is_so():
    pages = [page for page in PAGES if ">>> " in page.read_text(encoding="utf-8")]
    assert pages
    for page in pages:
        assert doctest.testfile(str(page), module_relative=False) == (0, ANY), page.name
