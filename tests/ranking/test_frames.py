"""Rankings as frames of whichever library is there."""

from __future__ import annotations

import sys
from types import ModuleType

import pytest

from matcher import MissingExtraError
from matcher.ranking.results import Match, RankedList, Ranking

RANKING = Ranking(
    (
        RankedList(
            "q1", (Match("a", 1, 9, "ready", {"text": 9}, (), ()), Match("b", 2, 4, "ask", {"wish": 4}, (), ()))
        ),
        RankedList("q2", ()),
        RankedList("q3", (Match("a", 1, -2, "step", {"text": 1, "tier": -3}, (), ()),)),
    )
)
COLUMNS = {
    "query": ["q1", "q1", "q3"], "id": ["a", "b", "a"], "rank": [1, 2, 1], "score": [9, 4, -2],
    "tier": ["ready", "ask", "step"], "text": [9, 0, 1], "tier_points": [0, 0, -3], "wish": [0, 4, 0],
}  # fmt: skip
LIBRARIES = {"polars": "DataFrame", "pandas": "DataFrame", "pyarrow": "table"}


@pytest.fixture
def without_any(monkeypatch):
    for library in LIBRARIES:
        monkeypatch.setitem(sys.modules, library, None)
    return monkeypatch


@pytest.mark.parametrize("library", LIBRARIES)
def test_a_row_a_match_and_a_column_a_contribution(without_any, library):
    module = ModuleType(library)
    setattr(module, LIBRARIES[library], lambda columns: (library, columns))
    without_any.setitem(sys.modules, library, module)
    assert RANKING.to_frame() == (library, COLUMNS)
    assert Ranking(()).to_frame() == (library, {name: [] for name in ("query", "id", "rank", "score", "tier")})


def test_no_library_is_said_with_the_line_that_installs_one(without_any):
    with pytest.raises(MissingExtraError, match=r"kompetensmatcher\[frames\]"):
        RANKING.to_frame()
