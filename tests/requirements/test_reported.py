"""Readings of the kinds that users of such programs report as wrong: short names, ages of firms, rows of tables."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from matcher.records import Requirement
from matcher.requirements.experience.years import lengths

Rows = Callable[..., list[tuple[str, Any, str]]]


@pytest.mark.parametrize("text", ["minst 3 (tre) år", "at least 3 (three) years", "minst tre (3) år", "3 år"])
def test_a_number_said_twice_is_one_length(text: str) -> None:
    assert [length.years for length in lengths(text)] == [3.0]


@pytest.mark.parametrize(
    "text",
    [
        "For more than 40 years we have sold boats along this coast.",
        "I över 30 år har vi byggt orglar.",
        "During the last 25 years we have taught children to swim.",
    ],
)
def test_what_the_employer_has_done_for_long_is_asked_of_nobody(rows: Rows, text: str) -> None:
    assert rows(f"{text} Du har minst två års erfarenhet av snickeri.", "experience") == [
        ("experience", {"years": 2, "field": "snickeri"}, "must")
    ]


@pytest.mark.parametrize(
    ("text", "skills"),
    [
        ("Du har goda kunskaper i R och SAS.", {"r", "sas"}),
        ("Krav: erfarenhet av Go, C och Rust.", {"go", "c", "rust"}),
        ("Du kan C#/.NET.", {"c#", ".net"}),
        ("Du behärskar Java/C#.", {"java", "c#"}),
        ("We go forward with R&D at C level.", set()),
    ],
)
def test_names_of_a_letter_or_a_sign(rows: Rows, text: str, skills: set[str]) -> None:
    assert {value for _, value, _ in rows(text, "skill")} == skills


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("C-körkort, YKB, truckkort (meriterande).", {"C": "must", "ykb": "must", "truck": "nice"}),
        ("CE-körkort, ADR (merit).", {"CE": "must", "adr": "nice"}),
        ("Körkort: B (krav), C (meriterande)", {"B": "must", "C": "nice"}),
        ("Truckkort och liftkort (meriterande).", {"truck": "nice", "lift": "nice"}),
    ],
)
def test_a_bracket_speaks_of_the_item_that_it_follows(rows: Rows, text: str, expected: dict[str, str]) -> None:
    assert {str(value): necessity for _, value, necessity in rows(text)} == expected


@pytest.mark.parametrize("between", ["\t", " | ", " - ", "\t\t ", ": "])
def test_rows_of_a_table_ask_as_their_first_cell_says(rows: Rows, between: str) -> None:
    text = f"Krav{between}B-körkort\r\nMeriterande{between}Truckkort\r\n"
    assert rows(text) == [("driving_licence", "B", "must"), ("certificate", "truck", "nice")]


def test_a_bracket_behind_a_heading_says_how_strongly_it_asks(rows: Rows) -> None:
    text = "Requirements (must have)\n- Truckkort\n\nRequirements (nice to have)\n- ADR\n"
    assert rows(text) == [("certificate", "truck", "must"), ("certificate", "adr", "nice")]


def test_what_is_offered_in_a_list_is_not_asked_for(rows: Rows) -> None:
    assert rows("Vi erbjuder\n- Truckkort\n- B-körkort\n\nKrav\n- ADR\n") == [("certificate", "adr", "must")]
    assert rows("Vi erbjuder\n- Friskvård\n- B-körkort krävs\n") == [("driving_licence", "B", "must")]


@pytest.mark.parametrize("end", ["…", "...", " …"])
def test_a_sentence_that_trails_off_asks_all_the_same(rows: Rows, end: str) -> None:
    assert rows(f"Truckkort är meriterande{end}", "certificate") == [("certificate", "truck", "nice")]


def test_a_heading_that_lost_its_line_end_begins_anew(rows: Rows) -> None:
    text = "Krav: B-körkort Meriterande: Truckkort"
    assert rows(text) == [("driving_licence", "B", "must"), ("certificate", "truck", "nice")]


@pytest.mark.parametrize(
    "text",
    [
        "Du har inte truckkort? Inga problem!",
        "Har du inget truckkort? Det löser vi.",
        "Är du ny i branschen och har inte truckkort? Sök ändå!",
    ],
)
def test_who_lacks_something_and_is_welcome_needs_it_not(rows: Rows, text: str) -> None:
    assert [row for row in rows(text, "certificate") if row[2] == "must"] == []


def test_a_question_without_an_answer_of_that_kind_still_asks(requirements: Callable[..., list[Requirement]]) -> None:
    found = requirements("Du är inte rädd för höjder och har B-körkort? Då är du rätt person!")
    assert [(row.value, row.necessity) for row in found if row.kind == "driving_licence"] == [("B", "must")]


@pytest.mark.parametrize(
    "text",
    [
        "With 20 years of experience in the trade, we build boats.",
        "With over 40 years of experience of elevators, we know every cable.",
        "Med 15 års erfarenhet av hissar vet vi vad kunderna behöver.",
    ],
)
def test_years_of_the_employer_are_asked_of_nobody(rows: Rows, text: str) -> None:
    assert rows(text, "experience") == []


def test_years_of_whoever_is_sought_are_asked_for(rows: Rows) -> None:
    text = "With at least 3 years of experience as a welder, we want you to lead the night team."
    assert [value["years"] for _, value, _ in rows(text, "experience")] == [3]


@pytest.mark.parametrize(("text", "years"), [("mellan ett och tre år", 1), ("between two and five years", 2)])
def test_between_two_lengths_the_lower_counts(text: str, years: float) -> None:
    assert [length.years for length in lengths(text)] == [years]


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("Good English is required and A2 Swedish is a must.", {"en": "B2", "sv": "A2"}),
        ("Du talar flytande finska och B1 svenska.", {"fi": "C1", "sv": "B1"}),
        ("Svenska B2, engelska B1.", {"sv": "B2", "en": "B1"}),
        ("Svenska på lägst B2 och dessutom dari.", {"sv": "B2", "prs": None}),
    ],
)
def test_a_code_behind_a_joint_is_told_of_the_name_behind_it(
    rows: Rows, text: str, levels: dict[str, str | None]
) -> None:
    assert {value["lang"]: value["level"] for _, value, _ in rows(text, "language")} == levels


@pytest.mark.parametrize(
    "text",
    [
        "We are not looking for a driver with a C licence. You clean the cars.",
        "Det är inte ett uppdrag där du behöver körkort.",
        "This is not a job where you need a driving licence.",
        "Körkort, truckkort och svenska, inget av det är ett krav.",
        "Driving licence and fluent Swedish, none of this is required.",
    ],
)
def test_what_an_ad_does_not_look_for_is_no_demand(rows: Rows, text: str) -> None:
    assert [row for row in rows(text) if row[2] != "not_required"] == []


@pytest.mark.parametrize(
    ("text", "checks"),
    [
        ("Must pass a drug screen.", ["drug_test"]),
        ("A background investigation is made before you start.", ["police_record"]),
        ("You agree to background vetting.", ["police_record"]),
    ],
)
def test_checks_under_other_names(rows: Rows, text: str, checks: list[str]) -> None:
    assert [value for _, value, _ in rows(text, "record_check")] == checks


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Du är examinerad barnmorska.", [{"level": "tertiary", "field": "barnmorska"}]),
        ("Du är utbildad till målare.", [{"level": None, "field": "målare"}]),
        ("Vi söker en examinerad socionom.", [{"level": "tertiary", "field": "socionom"}]),
        ("Du samarbetar med vår master scheduler.", []),
    ],
)
def test_who_has_an_exam_and_who_is_called_master(rows: Rows, text: str, value: list[dict[str, str]]) -> None:
    assert [value for _, value, _ in rows(text, "education")] == value


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("Butiken är öppen kvällar och helger.", []),
        ("Badet har öppet alla kvällar i veckan.", []),
        ("Butiken är öppen kvällar och du arbetar enligt schema.", [["evening"]]),
    ],
)
def test_when_a_shop_is_open_nobody_need_work(rows: Rows, text: str, hours: list[list[str]]) -> None:
    assert [value for _, value, _ in rows(text, "working_time")] == hours


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("Dari, pashto eller persiska på minst B2-nivå.", ["B2", "B2", "B2"]),
        ("You speak Danish, Dutch or French (C1).", ["C1", "C1", "C1"]),
        ("Svenska C1, danska B2, polska A2.", ["C1", "B2", "A2"]),
    ],
)
def test_a_code_behind_a_list_is_told_of_each_that_has_none_nearer(rows: Rows, text: str, levels: list[str]) -> None:
    assert [value["level"] for _, value, _ in rows(text, "language")] == levels
