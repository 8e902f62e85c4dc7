"""Headings of a text CV: words nobody listed, fields of a form in a note, items that look like headings."""

from __future__ import annotations

import pytest

from matcher.readers.texts.headings import kind_of
from matcher.readers.texts.sections import split_sections


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Mina jobb", "work"),
        ("Övrigt arbete", "work"),
        ("Andra uppdrag", "work"),
        ("Erfarenhet", "work"),
        ("Yrkesbakgrund", "work"),
        ("Min skola", "education"),
        ("Mina språk", "language"),
        ("Modersmål", "native"),
        ("Jag är bra på", "skill"),
        ("Verktyg och metoder", "skill"),
        ("Bevis och kort", "paper"),
        ("Jag söker", "wish"),
        ("Önskade befattningar", "wish"),
        ("Vad jag inte vill", "not_wanted"),
        ("När jag kan", "start"),
        ("Max restid", "journey"),
        ("Bostadsort", "home"),
        ("Egen bil", "car"),
        ("Detta vill jag inte", "not_wanted"),
        ("Detta är jag bra på", "skill"),
        ("Verktygslåda", "skill"),
        ("My toolkit", "skill"),
        ("Verktygsmakare", None),
        ("Fritext", "note"),
        ("Handläggare", None),
    ],
)
def test_headings(heading: str, kind: str | None) -> None:
    assert kind_of(heading) == kind


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Butikserfarenhet", "work"),
        ("FÖRENINGSERFARENHETER", "informal"),
        ("Volontärerfarenhet", "informal"),
        ("VOLONTÄRSERFARENHETER", "informal"),
        ("Studieerfarenhet", "education"),
        ("Livserfarenhet", None),
        ("Dataerfarenhet", None),
    ],
)
def test_a_kind_of_experience_in_one_word(heading: str, kind: str | None) -> None:
    told = split_sections(f"Utbildning\nGymnasium 2010\n\n{heading}\nKock, 2015-2018\n")
    assert [section.kind for section in told if section.lines][1:] == ([kind] if kind else [])


def test_an_unknown_heading_in_the_style_of_the_others() -> None:
    text = "CV\n\nSPRÅK\nfarsi\n\nVAD HÄNDERNA KUNSKAPAR\nsömnad\n\nUTBILDNING\nGymnasium, Iran\n\nÄNNU MER\nHLR\n"
    assert [s.kind for s in split_sections(text)] == ["language", "skill", "education", "other"]


def test_items_in_capitals_or_of_a_list_are_no_headings() -> None:
    text = "KUNSKAPER\nEKG\nKASSA\n\nSÖKER\n- Handläggare\n- Praktik\n- Kock\n"
    assert [(s.kind, len(s.lines)) for s in split_sections(text)] == [("skill", 2), ("wish", 3)]


def test_a_form_below_the_heading_of_a_note() -> None:
    sections = split_sections("Kartläggning\nKommun: Kalmar\nKan: sömnad, bakning\nKom i tid. Trevlig: mycket.\n")
    assert [(s.kind, s.lines[0]) for s in sections if s.lines] == [("home", "Kalmar"), ("skill", "sömnad, bakning")]


def test_a_joined_heading_is_what_its_known_part_is() -> None:
    assert kind_of("Egenskaper och kunskaper") == "skill"
    assert kind_of("Om framtiden") == "wish"
    assert kind_of("Språk och körkort") is None


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("RELEVANT ERFARENHET", "work"),
        ("Övrig erfarenhet", "work"),
        ("Additional work experience", "work"),
        ("Languages & Interests", "language"),
        ("Språk och intressen", "language"),
    ],
)
def test_headings_of_several_words(heading: str, kind: str) -> None:
    assert kind_of(heading) == kind


def test_work_that_is_added_behind_a_word_is_work() -> None:
    text = "Erfarenhet\nKock, Krogen, 2018-2020\nDessutom: städare, Bolaget, 2016-2017\nDessutom: sömnad\n"
    found = {section.kind: section.lines for section in split_sections(text)}
    assert found == {
        "work": ["Kock, Krogen, 2018-2020", "Dessutom: städare, Bolaget, 2016-2017"],
        "informal": ["sömnad"],
    }


@pytest.mark.parametrize(
    "line",
    ["Har jobbat 6 år som sömmerska i Damaskus", "Jobbat som kock", "Vill helst bli snickare", "Worked as a cook"],
)
def test_work_told_without_a_subject_or_a_stop_is_no_part_of_the_field_above(line):
    for field in ("Bor i: Solna", "Svenska: B1"):
        above, told = split_sections(f"{field}\n{line}\n")
        assert line not in above.lines
        assert told.lines == [line]
    [language] = split_sections("Svenska: B1\nLäser sfi D nu\n")
    assert language.lines[-1] == "Läser sfi D nu"


def test_a_field_among_schools_or_jobs_ends_where_the_next_one_has_its_years() -> None:
    told = "UTBILDNING\nTeknikprogrammet 2016-2019\nKurser: hydraulik, ritning\nGrundvux 2014-2016\n\nSPRÅK\nDari"
    assert [(s.kind, s.lines) for s in split_sections(told)][:3] == [
        ("education", ["Teknikprogrammet 2016-2019"]),
        ("paper", ["hydraulik, ritning"]),
        ("education", ["Grundvux 2014-2016"]),
    ]
