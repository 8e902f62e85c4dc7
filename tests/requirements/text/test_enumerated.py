"""Demands that commas part behind a label are read one by one."""

from __future__ import annotations

import pytest

from matcher.records import JobAd
from matcher.requirements import read_requirements
from matcher.requirements.text.enumerated import demands_parted


def rows(text: str) -> list[str]:
    """Tell kind, necessity and quote of what is read."""
    return [f"{row.kind} {row.necessity} {row.quote}" for row in read_requirements(JobAd(id="1", text=text))]


def test_a_remark_holds_for_its_own_item() -> None:
    assert rows("Krav: gesällbrev, egen bil meriterande, svenska.") == [
        "certificate must gesällbrev",
        "own_car nice egen bil meriterande",
        "language must svenska",
    ]
    assert rows("Krav – väktarutbildning, B-körkort, svenskt medborgarskap ej krav.")[:2] == [
        "certificate must väktarutbildning",
        "driving_licence must B-körkort",
    ]


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Krav: 2 års erfarenhet av förråd, stresstålig.", "förråd"),
        ("Krav: vana av personlyft, utdrag ur belastningsregistret.", "personlyft"),
        ("Krav: truckkort, tre år som takläggare, svenska.", "takläggare"),
        ("Kvalifikationer: vana av bar, servering och kassa, god engelska.", "bar, servering och kassa"),
        ("Vi ser gärna: truckkort, erfarenhet av vagnar, noggrann.", "vagnar"),
        ("Krav: truckkort + svenska + 2 år förråd.", "förråd"),
        ("Krav: truckkort; svenska; vana av förråd; stark.", "förråd"),
        ("You bring: 3+ years of weaving, your own loom, fluent English.", "weaving"),
        ("Du har: jobbat i gjuteri 1 år, B-kort.", "gjuteri"),
        ("Merit: körkort, erfarenhet gjuteri, noggrann.", "gjuteri"),
        ("Requirements: forklift licence, experience of racking, able to work nights.", "racking"),
    ],
)
def test_what_one_has_worked_with_ends_where_the_next_demand_begins(text: str, field: str) -> None:
    found = [row.value["field"] for row in read_requirements(JobAd(id="1", text=text)) if row.kind == "experience"]
    assert found == [field]


@pytest.mark.parametrize(
    "text",
    [
        "Krav: svenska, engelska eller arabiska.",
        "Krav: truckkort, liftkort eller traverskort.",
        "Krav: du ska ha B-körkort, vara noggrann och gilla service.",
        "Krav: svenska, nivå B1, gärna mer.",
        "Krav: körkort B, C, CE.",
        "Krav: goda kunskaper i svenska, engelska, tyska.",
        "Krav: vana av äldre, LSS, hemtjänst.",
        "Vi satsar på kompetensutveckling: kurser i HLR, lyft i sal, svenska.",
        "Inga krav på: körkort, tre års erfarenhet, svenska i tal.",
        "Vi erbjuder: fast lön, lunch på jobbet, god stämning.",
        "Vi har många krav: det är mycket att göra på en och samma gång här hos oss, men roligt, tycker vi.",
    ],
)
def test_what_belongs_together_stays(text: str) -> None:
    assert demands_parted(text) == text


def test_the_strength_is_the_labels() -> None:
    assert rows("Vi önskar: vana av torvtak, B-körkort, god svenska.")[1:] == [
        "driving_licence nice B-körkort",
        "language nice svenska",
    ]
    assert {row.split()[1] for row in rows("Ytterligare meriter: traverskort, ADR, god vana av lyft.")} == {"nice"}


def test_the_list_ends_with_its_sentence() -> None:
    text = "Krav: truckkort, vana av lager, noggrann. Vi bjuder på te, kakor i parti, och samtal."
    assert demands_parted(text).endswith("noggrann.\nVi bjuder på te, kakor i parti, och samtal.")
    assert len(demands_parted(text)) == len(text)


def test_long_items_with_capitals_are_parted_at_them() -> None:
    text = "Vi har följande krav: Relevant examen, Goda kunskaper i dans, som sal, Vana av sång. Ring oss."
    assert demands_parted(text).count("⊙") == 2
    assert "dans, som sal" in demands_parted(text)


@pytest.mark.parametrize(
    ("line", "years", "field"),
    [
        ("- 5+ years Python", 5, "python"),
        ("- Java 3 år", 3, "java"),
        ("- minst 2 år kundtjänst", 2, "kundtjänst"),
        ("- Welding: 3 years", 3, "welding"),
    ],
)
def test_a_length_of_time_beside_what_it_is_time_at(line: str, years: int, field: str) -> None:
    found = read_requirements(JobAd(id="1", text=f"Krav\n{line}\n- svenska"))
    assert [row.value for row in found if row.kind == "experience"] == [{"years": years, "field": field}]


@pytest.mark.parametrize("line", ["2 års garanti", "6 månader provanställning", "Körkort 2 år", "Utbildning 3 år"])
def test_other_lengths_of_time_are_no_experience(line: str) -> None:
    found = read_requirements(JobAd(id="1", text=f"Krav\n- {line}\n- svenska"))
    assert not [row for row in found if row.kind == "experience"]
