"""Questions and steps in visitors' languages say what the Swedish says."""

import re

import pytest

from matcher.explanation.spoken import RIGHT_TO_LEFT, UNCHECKED, VISITORS, advised, asked, spoken_words
from matcher.ranking import JudgedRequirement, Question, questions_about
from matcher.ranking.asking.questions import _STEPS, _TEXTS
from matcher.ranking.words import _WORDS
from matcher.records import Requirement

OF_A_KIND = {"doing", "ability"}
"""Wordings that Swedish and English need beside that of their kind."""


def group(*values, kind="driving_licence"):
    rows = [Requirement(kind=kind, value=value, necessity="must", any_of=1) for value in values]
    return [JudgedRequirement(row, "unknown") for row in rows]


@pytest.mark.parametrize("lang", sorted(UNCHECKED))
def test_every_question_and_step_has_words(lang):
    words = spoken_words(lang)
    assert set(words["ask"]) == set(_TEXTS) - OF_A_KIND
    assert set(words["step"]) == set(_STEPS)
    assert set(words["times"]) == {"evening", "night", "weekend", "early", "shift", "on_call"} <= set(_WORDS)
    assert set(words["levels"]) == {"primary", "upper_secondary", "post_secondary", "tertiary", "doctoral"}


@pytest.mark.parametrize("lang", VISITORS)
def test_every_sheet_has_the_same_words_with_the_same_places(lang):
    own, swedish = (spoken_words(one)["sheet"] for one in (lang, "sv"))
    assert list(own) == list(swedish)
    filled = {"apply_by", "opens", "r_certificate", "r_language"}
    assert {key for key, text in own.items() if "{0}" in text} == filled


@pytest.mark.parametrize("lang", sorted(UNCHECKED))
def test_all_alternatives_are_asked_about(lang):
    [question] = questions_about(group("C", "CE"), "sv")
    assert question.others == ("CE",)
    assert {"C", "CE"} <= set(re.findall(r"[A-Z]+", asked(question, lang)))
    [question] = questions_about(
        group({"years": 1, "field": "kock"}, {"years": 1, "field": "bagare"}, kind="experience")
    )
    told = asked(question, lang)
    assert "kock" in told
    assert "bagare" in told
    assert told.count("1") == 1


@pytest.mark.parametrize("lang", sorted(UNCHECKED))
def test_no_question_has_an_empty_place_or_a_sign_for_a_word(lang):
    for kind, value in (
        ("experience", {"years": 2, "field": None}), ("education", {"level": "upper_secondary", "field": None}),
        ("education", {"level": "tertiary", "field": "juridik"}), ("language", {"lang": "sv", "level": None}),
        ("language", {"lang": "sv", "level": "B1"}), ("working_time", ["evening", "night"]),
        ("skill", "svenska"), ("skill", "synskärpa"),
    ):  # fmt: skip
        told = asked(Question(kind, value, "…"), lang)
        assert not re.search(r": *[?؟]|≥|\(\)|_|  ", told), told
        assert "kvällar" not in told
        assert "gymnasium" not in told


@pytest.mark.parametrize("lang", sorted(RIGHT_TO_LEFT))
def test_swedish_words_stand_apart_among_those_of_another_direction(lang):
    told = asked(Question("certificate", "truck", "Har du truckkort?"), lang)
    assert "\u2068truckkort\u2069" in told


def test_dari_names_languages_as_it_does_elsewhere():
    assert "سویدنی" in advised("language", {"lang": "sv", "level": None}, "fa")


def test_arabic_and_tigrinya_speak_to_women_and_men():
    arabic = " ".join(spoken_words("ar")["ask"].values())
    assert not re.search(r"\b(?:تستطيع|تريد|توافق|تسكن|ترغب)\b", arabic)
    assert not re.search(r"(?:ኣለካ|ሰሪሕካ|ትኽእል) ", " ".join(spoken_words("ti")["ask"].values()))
