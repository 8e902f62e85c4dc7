import subprocess
import sys
from pathlib import Path

import pytest

from matcher.demo import example_ads
from matcher.ranking import build_index

ROOT = Path(__file__).parents[1]
HEAVY = (
    "numpy",
    "scipy",
    "sklearn",
    "numba",
    "pydantic",
    "rapidfuzz",
    "simplemma",
    "babel",
    "lxml",
    "phonenumbers",
    "py3langid",
)


def run_python(code: str) -> str:
    """Run code in a fresh interpreter and return what it prints."""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    return done.stdout


def test_importing_the_package_touches_nothing():
    code = """
import builtins, io, logging, os, sys, threading
before, environment = set(sys.modules), dict(os.environ)
def forbidden(*_, **__):
    raise AssertionError("a file was opened")
builtins.open = io.open = forbidden
os.environ.__class__.__getitem__ = forbidden
import matcher
new = {name.partition(".")[0] for name in set(sys.modules) - before}
assert threading.active_count() == 1 and not logging.root.handlers
print(sorted(new - set(sys.stdlib_module_names)))
"""
    assert run_python(code).strip() == "['matcher']"


def test_help_loads_nothing_heavy():
    code = f"""
import sys
from matcher.cli.app import run
assert run(["--help"]) == 0
print("LOADED", sorted(set(sys.modules) & set({HEAVY!r})))
assert run(["rank", "--help"]) == 0
print("LOADED", sorted(set(sys.modules) & set({HEAVY!r}) - set(["pydantic"])))
"""
    assert run_python(code).count("LOADED []") == 2


def test_each_module_can_be_imported_first():
    modules = [
        ".".join(path.relative_to(ROOT / "src").with_suffix("").parts).removesuffix(".__init__")
        for path in sorted((ROOT / "src" / "matcher").rglob("*.py"))
        if path.name != "__main__.py"
    ]
    packages = [name for name in modules if name.count(".") == 1]
    code = f"""
import importlib, sys
for name in {packages!r}:
    for loaded in [m for m in sys.modules if m.partition(".")[0] == "matcher"]:
        del sys.modules[loaded]
    importlib.import_module(name)
"""
    run_python(code)


def test_imports_point_down():
    pytest.importorskip("importlinter", reason="the linter comes with the extra check")
    linter = Path(sys.executable).with_name("lint-imports" + Path(sys.executable).suffix)
    done = subprocess.run([linter, "--no-cache"], capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stdout


def test_ranking_a_row_over_an_index_loads_nothing_that_reads_ads(tmp_path: Path):
    build_index(tmp_path / "ads", example_ads())
    code = f"""
import sys
from matcher import Matcher, Profile
person = Profile.from_row({{"id": "7", "Yrkeserfarenhet": "Kock 4 år", "Svenska": "B1", "Körkort": "nej"}})
ranked = Matcher.open({str(tmp_path / "ads")!r}).rank([person], k=5)[0]
print(len(ranked.matches), len([match.verdicts for match in ranked.matches]))
print("LOADED", [name for name in sys.modules if name.startswith("matcher.requirements")])
"""
    assert run_python(code).split("\n")[:2] == ["5 5", "LOADED []"]
