import re
import shlex
from pathlib import Path

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_first_screen_runs_and_is_short(capsys):
    [code] = re.findall(r"```python\n(.*?)```", README, re.S)
    lines = [line for line in code.split("\n") if line.strip()]
    assert len(lines) < 12
    exec(compile(code, "README.md", "exec"), {})
    out = capsys.readouterr().out
    assert out.startswith("1 A")
    assert len([line for line in out.split("\n") if line[:1].isdigit()]) == 3


def test_the_commands_exist_with_their_options():
    import typer

    from matcher.cli.app import app

    commands = typer.main.get_command(app).commands
    shown = [line.partition("#")[0] for line in README.split("\n") if re.match(r"matcher [a-z]+ .*--", line)]
    assert len(shown) >= 6
    for line in shown:
        words = shlex.split(line.partition(">")[0])
        command = commands[words[1]]
        command = getattr(command, "commands", {}).get(words[2], command)
        known = {option for p in command.params for option in p.opts}
        assert not [w for w in words[2:] if w.startswith("-") and w not in known], line


def test_the_first_steps_name_files_that_the_demo_or_an_earlier_step_makes():
    from matcher.demo import FILES

    there = set(FILES)
    lines = [line.partition("#")[0] for line in README.split("\n") if line.startswith("matcher ")]
    for line in lines:
        made = set(re.findall(r"(?:>|--out|--report) (\S+)", line))
        used = set(re.findall(r"[\w.]+\.(?:csv|xlsx|jsonl|index)\b", line)) - made
        assert used <= there, line
        there |= made
    assert len(there) > len(FILES) + 3


def test_links_lead_somewhere():
    pages = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md")] + list(ROOT.glob("docs/**/*.md"))
    for page in pages:
        for target in re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8")):
            assert target.startswith("https://") or (page.parent / target).exists(), f"{page.name}: {target}"


def test_targets_of_make_that_the_readme_names_exist():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"make (\w+)", README):
        assert re.search(rf"^{target}:", makefile, re.M)
