"""Notes of caseworkers read whole: what is lacking, under way or of a course is no paper that somebody holds."""

import pytest
from tests.readers.reading import read_note, read_sheet


def _classes(text: str) -> list[tuple[str, str | None]]:
    return [(one.class_, one.country) for one in read_note(text).driving_licences]


@pytest.mark.parametrize(
    ("text", "classes"),
    [
        ("Pashto; sv SFI C klar, D på distans. Bor i Täby, ingen egen bil men körkort.", []),
        ("SFI B klar, läser C. Körkort CE.", [("CE", None)]),
        ("SFI D. B-körkort.", [("B", None)]),
        ("AM-kort finns, övningskör B", [("AM", None)]),
        ("Körkort: C, D (jordanskt), C utbytt 2023", [("C", None), ("D", "JO")]),
    ],
)
def test_letters_of_courses_are_no_classes_and_what_was_exchanged_counts(
    text: str, classes: list[tuple[str, str | None]]
) -> None:
    assert _classes(text) == classes


def test_a_course_behind_the_one_that_is_done_is_studied() -> None:
    [swedish] = read_note("sv SFI C klar, D på distans").languages
    assert swedish.studying


@pytest.mark.parametrize("text", ["Dari, svenska B1. Engelska nej.", "Språk: dari, svenska B1, engelska: ingen"])
def test_a_language_that_is_denied_behind_its_name_is_none(text: str) -> None:
    assert [row.lang for row in read_note(text).languages] == ["fa", "sv"]


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("Heta arbeten till 2028, liftkort, inte kvarts.", ()),
        ("Kan Python, SQL. Ej PHP.", ()),
        ("Vill kök. Inte lager. Ej taxi.", ("lager", "taxi")),
        ("Vill bygg. Inte ramadankvällar.", ()),
    ],
)
def test_what_somebody_has_not_is_no_work_that_is_refused(text: str, refused: tuple[str, ...]) -> None:
    assert read_note(text).not_wanted == refused


def test_classes_stand_among_cards() -> None:
    rows = read_sheet(
        "Nr;Behörighet;Yrke", "1;AM + B;kock 3 år", "2;körkort C, truckkort;murare 2 år", "3;leg sökt;optiker 5 år"
    )
    assert [[one.class_ for one in row.driving_licences] for row in rows] == [["AM", "B"], ["C"], []]
    assert [row.certificates for row in rows] == [(), ("truck",), ()]
    assert rows[2].licensed_profession is not None
    assert rows[2].licensed_profession.status == "applied"
