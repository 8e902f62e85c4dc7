"""Which licence class lets one drive what."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.taxonomy.facts.licences import CLASSES, may_drive


@pytest.mark.parametrize(
    ("held", "covered"),
    [
        ("CE", {"B", "BE", "C", "C1", "C1E"}),
        ("D", {"B", "D1"}),
        ("C", {"B", "C1"}),
        ("DE", {"B", "BE", "D", "D1E"}),
        ("A", {"A1", "A2"}),
    ],
)
def test_what_is_covered(held: str, covered: set[str]) -> None:
    assert covered <= may_drive(held)


@pytest.mark.parametrize(
    ("held", "other"), [("A", "B"), ("D", "C"), ("C1", "C"), ("B", "BE"), ("B", "A1"), ("CE", "D")]
)
def test_what_is_not_covered(held: str, other: str) -> None:
    assert other not in may_drive(held)


@given(st.sampled_from(CLASSES))
def test_covering_is_closed(held: str) -> None:
    covered = may_drive(held)
    assert {held, "AM"} <= covered
    assert all(may_drive(lower) <= covered for lower in covered)


def test_a_word_is_no_class() -> None:
    with pytest.raises(ValueError, match="licence class"):
        may_drive("truck")
