"""Courses, everyday words and education levels."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.records import CEFR_LEVELS
from matcher.taxonomy.facts.levels import (
    COURSES,
    course_interval,
    education_level,
    is_native,
    level_of_years,
    lower,
    word_interval,
)


def test_a_course_that_is_attended_says_less_than_one_that_is_passed() -> None:
    for course in COURSES:
        studying, passed = course_interval(course, "studying"), course_interval(course, "completed")
        assert CEFR_LEVELS.index(studying[0]) <= CEFR_LEVELS.index(passed[0])
        assert CEFR_LEVELS.index(studying[1]) <= CEFR_LEVELS.index(passed[1])


def test_courses_rise() -> None:
    for earlier, later in itertools.pairwise(COURSES):
        assert course_interval(earlier, "completed")[1] <= course_interval(later, "completed")[1]


@pytest.mark.parametrize(
    ("words", "interval"),
    [
        ("mkt bra", ("C1", "C1")), ("bra", ("B2", "B2")), ("ok", ("B1", "B1")), ("grund", ("A2", "A2")),
        ("lite", ("A1", "A2")), ("flyt.", ("C1", "C2")), ("inte så bra", ("A1", "A2")), ("klarar sig", ("B1", "B1")),
        ("Limited working proficiency", ("B1", "B1")), ("Full professional proficiency", ("C1", "C2")),
        ("Upper intermediate", ("B2", "B2")), ("Near native", ("C2", "C2")), ("nybörjare", ("A1", "A1")),
    ],
)  # fmt: skip
def test_everyday_words(words: str, interval: tuple[str, str]) -> None:
    assert word_interval(words) == interval


def test_what_is_a_mother_tongue() -> None:
    assert all(is_native(text) for text in ("modersmål", "Native speaker", "mother tongue"))
    assert not any(is_native(text) for text in ("near native", "modersmålsnivå", "B2"))


@pytest.mark.parametrize(
    ("words", "level"),
    [
        ("Grundskola 9 år", "primary"), ("Yrkesgymn. bygg", "upper_secondary"), ("eftergymn. 2 år", "post_secondary"),
        ("YH-utbildning", "post_secondary"), ("univ. omvårdnad", "tertiary"), ("Bachelor's degree", "tertiary"),
        ("PhD", "doctoral"), ("har aldrig gått i skola", "none"), ("Primary and lower secondary school", "primary"),
        ("Post-secondary diploma", "post_secondary"), ("Upper secondary school", "upper_secondary"),
    ],
)  # fmt: skip
def test_levels_of_education(words: str, level: str) -> None:
    found = education_level(words)
    assert found is not None
    assert found[0] == level


def test_years_of_school_without_a_level() -> None:
    assert [level_of_years(y) for y in (0, 6, 9, 12, 17)] == ["none", "primary", "primary", "upper_secondary", None]


@given(st.sampled_from(CEFR_LEVELS))
def test_the_next_lower_level_is_never_higher(level) -> None:
    assert CEFR_LEVELS.index(lower(level)) <= CEFR_LEVELS.index(level)


@given(st.text(max_size=200))
def test_any_text_is_read_without_an_error(text: str) -> None:
    word_interval(text)
    found = education_level(text)
    assert found is None or 0 <= found[1] < found[2] <= len(text)


def test_teaching_at_a_level_of_school_is_not_the_level_of_who_learnt_it() -> None:
    assert [
        education_level(text)[0] for text in ("diploma in primary education", "Bachelor in secondary education")
    ] == [
        "post_secondary",
        "tertiary",
    ]
    assert education_level("examen i grundskolepedagogik") is None
    assert education_level("primary education, six years")[0] == "primary"
