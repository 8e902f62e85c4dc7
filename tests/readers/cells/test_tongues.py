"""Languages by name: a people's name that is one, and the end of a sentence that is none."""

import pytest

from matcher.readers.cells.tongues import find_languages, named


def codes(text: str) -> list[str]:
    return [code for _, _, code in find_languages(text)]


@pytest.mark.parametrize(
    ("cell", "language"),
    [("Tajik, English", "tadzjikiska"), ("English and Kurdish", "kurdiska"), ("Uzbek (native)", "uzbekiska")],
)
def test_a_peoples_name_in_a_list_of_languages_is_one(cell: str, language: str) -> None:
    assert language in named(cell)


@pytest.mark.parametrize(
    "cell", ["Kurdish from Iraq", "is Tajik by birth", "Tigrinja - Kurdish family", "an Uzbek woman"]
)
def test_who_somebody_is_is_no_language(cell: str) -> None:
    assert named(cell) == cell


def test_a_word_that_ends_a_sentence_is_no_language_cut_short() -> None:
    assert codes("arabiska, klarar sig. Bor i Boden") == ["ar"]
    assert codes("arabiska, tigr. Bor i Boden") == ["ar", "ti"]


def test_days_months_and_a_telephone_are_no_languages_cut_short() -> None:
    assert codes("Tel. samtal tor. 4 mar. med div. frågor, ass. Somaliska") == ["so"]


def test_a_language_cut_short_before_mother_tongue_is_that_one() -> None:
    assert codes("bosn modersmål, tyska") == ["bs", "de"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Eng: B1. Ar: modersmål. Tur: pratar flytande.", ["en", "ar", "tr"]),
        ("So: native, Sv: B2", ["so", "sv"]),
        ("Har bil. En B1 till Lund.", []),
        ("Kan inte läsa. Ar finns ej: fel", []),
    ],
)
def test_codes_before_a_level(text: str, codes: list[str]) -> None:
    assert [code for _, _, code in find_languages(text)] == codes
