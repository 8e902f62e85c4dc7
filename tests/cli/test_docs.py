from pathlib import Path

import pytest
import typer

from matcher.cli.app import app

GUIDE = (Path(__file__).parents[2] / "docs" / "cli.md").read_text(encoding="utf-8")


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
