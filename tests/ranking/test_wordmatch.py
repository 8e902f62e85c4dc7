"""Words that are alike: inflections and compounds are, names of different things are not."""

from __future__ import annotations

from importlib import resources

import pytest

from matcher.ranking.wordmatch import HeldTexts, word_likeness

LISTED = resources.files("matcher.ranking").joinpath("unlike_names.txt").read_text(encoding="utf-8").splitlines()
FAMILIES = [line.split() for line in LISTED if not line.startswith("#")]


@pytest.mark.parametrize(
    ("a", "b"), [("java", "javascript"), ("wordpress", "word"), ("opencv", "opencl"), ("server", "servering")]
)
def test_a_name_that_begins_like_another_is_another_thing(a: str, b: str) -> None:
    assert word_likeness(a, b) == word_likeness(b, a) == 0.0
    assert HeldTexts([a]).coverages(b) == [0.0]


@pytest.mark.parametrize(
    ("a", "b"), [("react", "reactjs"), ("svets", "svetsning"), ("java", "java"), ("qlik", "qlikview")]
)
def test_forms_of_one_name_stay_alike(a: str, b: str) -> None:
    assert word_likeness(a, b) >= 0.8


def test_families_are_of_names_that_would_else_be_taken_for_each_other() -> None:
    names = [name for family in FAMILIES for name in family]
    assert len(names) == len(set(names))
    assert all(len(family) > 1 for family in FAMILIES)
    assert all(name == name.casefold() for name in names)


@pytest.mark.parametrize(
    ("asked", "held"), [("brandingenjör", "ingenjör"), ("kylmontör", "montör"), ("bygglovhandläggare", "lshandläggare")]
)
def test_a_head_that_any_trade_has_is_no_trade(asked: str, held: str) -> None:
    assert word_likeness(asked, held) < 0.4
    assert word_likeness("ingenjör", "kylingenjör") == word_likeness("snickare", "möbelsnickare") == 0.8


def test_compounds_with_one_first_part_are_not_the_same() -> None:
    assert word_likeness("fastighetsutvecklare", "fastighetsekonom") < 0.6
    assert word_likeness("snickeri", "snickare") == 0.8
