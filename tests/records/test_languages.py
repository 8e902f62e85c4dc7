import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.records import CEFR_LEVELS, Language
from matcher.records.languages import contradicting, merge_languages

LEVELS = st.sampled_from(CEFR_LEVELS)


def swedish(low, high=None):
    return Language(lang="sv", speaking=(low, high or low))


@given(LEVELS, LEVELS)
def test_two_levels_a_step_apart_are_one_and_wider_ones_are_both_kept(first, second):
    [joined] = merge_languages([swedish(first), swedish(second)])
    low, high = sorted((first, second), key=CEFR_LEVELS.index)
    apart = CEFR_LEVELS.index(high) - CEFR_LEVELS.index(low) >= 2
    assert joined.speaking == ((low, high) if apart else (first, first))
    assert contradicting([swedish(first), swedish(second)]) == ["sv"] * apart


def test_rows_of_different_skills_fill_each_other_and_contradict_nothing():
    rows = [swedish("A1"), Language(lang="sv", reading=("C1", "C1"), studying=True), Language(lang="ti", native=True)]
    merged = merge_languages(rows)
    assert [row.lang for row in merged] == ["sv", "ti"]
    assert (merged[0].speaking, merged[0].reading, merged[0].studying) == (("A1", "A1"), ("C1", "C1"), True)
    assert contradicting(rows) == []


@pytest.mark.parametrize("other", [("A2", "B1"), ("B1", "B2")])
def test_an_interval_that_touches_the_other_is_no_contradiction(other):
    assert contradicting([swedish("A2", "B1"), swedish(*other)]) == []
