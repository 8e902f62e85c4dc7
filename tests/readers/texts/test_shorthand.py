from __future__ import annotations

import pytest
from tests.readers.reading import read_note

from matcher.readers.texts.shorthand import in_sentences

DICTATED = (
    "alltså han heter karim han bor i arvika och har kört taxi i tunis i fem år å sen har han jobbat som bagare i"
    " marseille i två år han pratar franska å arabiska han har b körkort från tunisien han kan börja nu men han vill"
    " inte jobba natt"
)


def test_a_dictated_text_without_stops_is_read_as_sentences():
    profile = read_note(DICTATED)
    assert profile.home_municipality == "Arvika"
    assert [(job.title, job.country, job.years) for job in profile.experience] == [
        ("taxiförare", "TN", 5.0),
        ("bagare", "FR", 2.0),
    ]
    assert {row.lang for row in profile.languages} == {"fr", "ar"}
    assert profile.availability.not_ == ("night",)


@pytest.mark.parametrize(
    "text",
    [
        "Bor i Lund. Jobbat som kock.",
        "lagerarb. iran 5 år. kock turkiet 2 år",
        "Kan bl.a. svetsa. Har t.ex. jobbat med rör, ca. två år.",
        "RUBRIK\n- en sak\n- en annan",
    ],
)
def test_other_texts_stay_as_they_are(text: str):
    assert in_sentences(text) == text


def test_pictures_end_sentences_in_a_chat():
    assert (
        in_sentences("hej! jag kan städa 😀 jag bor i lund. ring mig.")
        == "hej! Jag kan städa. Jag bor i Lund. Ring mig."
    )


def test_sentences_that_semicolons_join_are_set_apart() -> None:
    told = (
        "Bor i Lund; Har arbetat som kock i sex år i Syrien; Pratar arabiska och svenska B1; "
        "Kan resa högst 40 minuter; Vill arbeta som bagare; Har inget körkort"
    )
    assert in_sentences(told) == told.replace(";", ".")
    listed = "Arbetat som kock, bagare och diskare i sex år; servitör i två år. Pratar arabiska. Bor i Lund. " * 2
    assert in_sentences(listed) == listed


def test_a_text_in_capitals_is_one_of_small_letters_with_levels_and_classes_as_they_are() -> None:
    told = "JAG BOR I LUND. KOCK I SYRIEN 2010-2015.\nSVENSKA B1, CE-KORT OCH B"
    assert in_sentences(told) == "Jag bor i Lund. Kock i Syrien 2010-2015.\nSvenska B1, ce-kort och B"
