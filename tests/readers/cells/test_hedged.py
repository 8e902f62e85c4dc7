"""Levels with words beside them: who says them, and when."""

import pytest

from matcher.readers.cells.hedged import as_ranges


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("egen bedömning A2, prov 2024: B1", "B1"),
        ("B1 enligt prov, själv anger A2", "B1"),
        ("self-assessed B2, test A2", "A2"),
        ("Testad: B1. Egen skattning: A2", "B1"),
    ],
)
def test_a_test_knows_better_than_who_took_it(said: str, kept: str) -> None:
    assert as_ranges(said) == kept


@pytest.mark.parametrize(
    "said",
    ["Svenska B1 (prov), engelska B2 egen bedömning", "tal B1 egen bedömning, skriftligt prov A2", "prov B1, prov A2"],
)
def test_levels_of_two_things_or_two_tests_stay_apart(said: str) -> None:
    assert as_ranges(said) == said
