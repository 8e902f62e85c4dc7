import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def test_every_extra_that_an_error_names_exists():
    named = set()
    for path in (ROOT / "src").rglob("*.py"):
        named |= set(re.findall(r'MissingExtraError\(\s*"[^"]+",\s*"(\w+)"', path.read_text(encoding="utf-8")))
    assert named <= set(PROJECT["optional-dependencies"])


def test_the_constraints_pin_what_is_needed_and_name_no_host():
    text = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    pinned = {line.split("==")[0].lower().replace("_", "-") for line in text.splitlines() if "==" in line}
    extras = PROJECT["optional-dependencies"]
    wanted = [*PROJECT["dependencies"], *extras["test"], *extras["check"]]
    names = {re.match(r"[\w.-]+", requirement)[0].lower().replace("_", "-") for requirement in wanted}
    assert names <= pinned
    assert "://" not in text


def test_the_repository_names_no_path_of_a_machine():
    for path in [*ROOT.glob("*.*"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("examples/*.py"), ROOT / "Makefile"]:
        if path.is_file():
            assert not re.search(r"(?<![\w.])/(home|work|root|Users)/", path.read_text(encoding="utf-8")), path.name


def test_every_extra_is_documented():
    text = (ROOT / "docs" / "install.md").read_text(encoding="utf-8")
    assert not [extra for extra in PROJECT["optional-dependencies"] if f"`{extra}`" not in text]
