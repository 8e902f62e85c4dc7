"""Patterns that had many ways to read one stretch have one: no repeat without a bound that gives back what it took."""

from __future__ import annotations

from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]

import pytest

from matcher.readers.cells import worklist
from matcher.readers.texts import shorthand
from matcher.readers.told import planlines

MANY = 100


def giving_back(nodes):
    """Count the repeats of sets of signs without a bound that may give back some."""
    found = 0
    for code, value in nodes:
        if code in (codes.MAX_REPEAT, codes.MIN_REPEAT):
            found += value[1] > MANY and value[2][0][0] is codes.IN and len(value[2][0][1]) > 1
        elif code is codes.SUBPATTERN:
            found += giving_back(value[-1])
        elif code is codes.BRANCH:
            found += sum(map(giving_back, value[1]))
        elif code in (codes.ASSERT, codes.ASSERT_NOT):
            found += giving_back(value[1])
    return found


@pytest.mark.parametrize("pattern", [worklist._BRACKET, planlines.SENTENCE])
def test_what_is_taken_of_a_long_stretch_is_not_given_back(pattern):
    assert giving_back(parser.parse(pattern.pattern)) == 0


@pytest.mark.parametrize("pattern", [r"\(([^()]*\d[^()]*,[^()]*)\)", r"[.!?](?=[\W\d_]*[A-Z\d])"])
def test_patterns_that_give_back_are_told(pattern):
    assert giving_back(parser.parse(pattern)) > 0


def test_a_bracket_a_stop_and_a_small_beginning_are_found_behind_long_stretches():
    assert worklist._BRACKET.findall(f"kock ({'x' * 900} 8 år, Turkiet 2 år)")[0][0] == "kock"
    assert len(planlines.SENTENCE.split("Jag kan bygga. 1. 2. Jag lagar mat.")) == 4
    assert shorthand._SMALL_START.search(f"{'å' * 90}. jag")["first"] == "j"
