"""Code compiled ahead is the code that a ranking runs, from an index too; no cache is no failure.

``make test`` compiles into a folder before it starts, so that no two processes compile the same; here that is only
looked at again. Without it a folder is filled here.
"""

import json
import os
import subprocess
import sys
from importlib.util import cache_from_source
from pathlib import Path

import pytest

from matcher import charts
from matcher.ranking import Matcher, build_index
from matcher.ranking.kernel import kernel
from matcher.ranking.warming import VARIABLE
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
print(*(loop.signatures for loop in used), sep="\\n")
"""
WARMED = """
import sys
from matcher.cli.app import run
status = run(["warm", "--cache", sys.argv[1]])
from matcher.ranking.kernel import closeloops, loops
from matcher.taxonomy.normalizing import labelloops
used = loops.best, closeloops._by_kind, closeloops._dots, labelloops.alike
print(status, *(loop.signatures for loop in used), sep="\\n")
"""


@pytest.fixture
def index(tmp_path):
    build_index(tmp_path / "index", [JobAd(id=t, headline=t, text="Vi söker dig.") for t in ("Kock", "Svetsare")])
    return tmp_path / "index"


def run(code, place, **environment):
    done = subprocess.run(
        [sys.executable, "-c", code, str(place)], env={**os.environ, **environment}, capture_output=True, text=True,
        check=True, cwd=place.parent,
    )  # fmt: skip
    return done.stdout.splitlines()


def test_what_is_compiled_ahead_is_found_again(index, tmp_path):
    cache = Path(os.environ.get(VARIABLE) or tmp_path / "compiled")
    told, status, *ahead = run(WARMED, cache)
    assert json.loads(told) == {"compiled": True, "cache": str(cache)}
    assert status == "0"
    assert list(cache.rglob("*.nbc"))
    assert Path(cache_from_source(charts.__file__)).exists()  # byte code too, also of what no ranking loads
    ranked, *needed = run(CODE, index, NUMBA_CACHE_DIR=str(cache))
    assert ranked == "CompiledKernel 4 ['Kock', 'Svetsare']"
    # Whoever may have filled the folder: what a ranking takes from it is what compiling ahead prepares.
    for one, other in zip(needed, ahead, strict=True):
        assert one != "[]"
        assert one[1:-1] in other


def test_a_folder_that_cannot_be_written_to_is_no_failure(tmp_path):
    """One small loop tells it of all of them, which would be compiled here once more."""
    blocked = tmp_path / "file"
    blocked.write_text("")
    (tmp_path / "small.py").write_text("from matcher.compiling import compiled\ntriple = compiled(lambda n: 3 * n)\n")
    code = "import sys; sys.path.insert(0, sys.argv[1]); import small; print(small.triple(5), small.triple.signatures)"
    assert run(code, tmp_path, NUMBA_CACHE_DIR=str(blocked / "below")) == ["15 [(int64,)]"]


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
