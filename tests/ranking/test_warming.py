"""Code compiled ahead is the code that a ranking runs, from an index too; no cache is no failure."""

import os
import subprocess
import sys
from importlib.util import cache_from_source
from pathlib import Path

import pytest

from matcher import charts
from matcher.ranking import Matcher, build_index
from matcher.ranking.kernel import kernel
from matcher.records import Experience, JobAd, Profile

CODE = """
import sys
from matcher.ranking import Matcher
from matcher.ranking.kernel import kernel, loops
from matcher.records import Experience, Profile
kernel.WORTH_COMPILING = 0
from matcher.ranking import scan
scan.WORTH_COMPILING = 0
matcher = Matcher.open(sys.argv[1])
ranking = matcher.rank([Profile(id="P", experience=[Experience(title="Kock", years=3)])])
from matcher.ranking.kernel import closeloops
from matcher.taxonomy import Taxonomy
from matcher.taxonomy.normalizing import labelloops
from matcher.taxonomy.normalizing import labelscan
labelscan.WORTH_COMPILING = 0
Taxonomy.starter().normalize(["hemkock"], "occupation")
matcher.explain("P", "Kock")
used = loops.best, closeloops._by_kind, closeloops._dots, labelloops.alike
hits = sum(sum(loop.stats.cache_hits.values()) for loop in used)
print(type(matcher._jobs.scan.kernel).__name__, hits, [m.id for m in ranking[0].matches])
"""


@pytest.fixture
def index(tmp_path):
    build_index(tmp_path / "index", [JobAd(id=t, headline=t, text="Vi söker dig.") for t in ("Kock", "Svetsare")])
    return tmp_path / "index"


def run(index, **environment):
    done = subprocess.run(
        [sys.executable, "-c", CODE, str(index)], env={**os.environ, **environment}, capture_output=True, text=True,
        check=True, cwd=index.parent,
    )  # fmt: skip
    return done.stdout.strip()


def test_what_is_compiled_ahead_is_found_again(index, tmp_path):
    cache = tmp_path / "compiled"
    done = subprocess.run(
        [sys.executable, "-m", "matcher", "warm", "--cache", str(cache)], capture_output=True, text=True, check=True
    )
    assert '"compiled": true' in done.stdout
    assert list(cache.rglob("*.nbc"))
    assert Path(cache_from_source(charts.__file__)).exists()  # byte code too, also of what no ranking loads
    assert run(index, NUMBA_CACHE_DIR=str(cache)) == "CompiledKernel 4 ['Kock', 'Svetsare']"


def test_a_folder_that_cannot_be_written_to_is_no_failure(index, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("")
    told = run(index, NUMBA_CACHE_DIR=str(blocked / "below"))
    assert told.startswith("CompiledKernel ")
    assert told.endswith("['Kock', 'Svetsare']")


def test_without_numba_there_is_nothing_to_compile(monkeypatch):
    from matcher.ranking.warming import warm

    monkeypatch.setitem(sys.modules, "matcher.ranking.kernel.compiled", None)
    kernel.compiled_kernel.cache_clear()
    try:
        assert warm() is False
    finally:
        kernel.compiled_kernel.cache_clear()
    ranking = Matcher([JobAd(id="a", headline="Kock")]).rank([Profile(id="P", experience=[Experience(title="Kock")])])
    assert [m.id for m in ranking[0].matches] == ["a"]
