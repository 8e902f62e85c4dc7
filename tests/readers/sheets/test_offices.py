"""Sheets as offices, schools and forms make them: what stands beside what is asked for, and several tables in one."""

from __future__ import annotations

import pytest
from tests.readers.reading import read_sheet

from matcher.errors import ReadError
from matcher.readers.cells.cardsapart import cards_apart
from matcher.readers.cells.language import Levels, read_levels
from matcher.readers.cells.languagelists import read_languages
from matcher.readers.cells.papers import read_certificates
from matcher.readers.cells.plans import read_minutes
from matcher.readers.cells.worklist import read_jobs
from matcher.readers.sheets.naming import field_of


@pytest.mark.parametrize(
    ("text", "named", "general"),
    [
        ("A2 tal / A1 text", {"speaking": "A2", "writing": "A1"}, None),
        ("B2 tal, B1", {"speaking": "B2"}, "B1"),
        ("C1 läs/skriv; B2", {"reading": "C1", "writing": "C1"}, "B2"),
        ("M: A2 S: A1", {"speaking": "A2", "writing": "A1"}, None),
        ("B1 tal / A2 skrift", {"speaking": "B1", "writing": "A2"}, None),
    ],
)
def test_a_skill_behind_its_level(text, named, general):
    both = {skill: (level, level) for skill, level in named.items()}
    assert read_levels(text) == Levels((general, general) if general else None, both)


@pytest.mark.parametrize(("text", "first"), [("dari och urdu (B1)", None), ("dari och urdu B1", ("B1", "B1"))])
def test_a_level_in_brackets_is_of_the_last_language(text, first):
    assert [row.speaking for row in read_languages(text)[0]] == [first, ("B1", "B1")]


def test_hours_and_minutes_without_a_blank():
    assert [read_minutes(text) for text in ("1h20m", "1h20", "2t", "1 h")] == [80, 80, 120, 60]


def test_the_length_of_a_title_may_be_the_next_clause():
    jobs = read_jobs("Smed, 3 år, Iran, bagare, 2 år, Polen")
    assert [(job.title, job.period.stated, job.countries) for job in jobs] == [
        ("Smed", 3, ("IR",)),
        ("bagare", 2, ("PL",)),
    ]


@pytest.mark.parametrize(
    ("text", "held", "rest"),
    [
        ("Murare 6 år (Peru), travers- och truckkort finns", ["travers", "truck"], "Murare 6 år (Peru)"),
        ("Murare 6 år (Peru), truckkort finns", ["truck"], "Murare 6 år (Peru)"),
        ("Kock 2 år; hygienintyg saknas", [], "Kock 2 år"),
        ("Lagerarbetare, truck, 3 år", [], None),
        ("ringt om truckkort", [], None),
        ("sonen har truckkort", [], None),
    ],
)
def test_a_card_told_beside_other_things(text, held, rest):
    cards, left = cards_apart(text)
    assert (cards.held, left) == (held, text if rest is None else rest)


def test_a_card_among_jobs_and_remarks_is_held():
    [one] = read_sheet(
        "Nr;Svenska;Yrke;Övrigt", "1;B1;Smed 4 år Iran, truckkort finns;YKB klar. Vill ta ADR-intyg"
    ).records
    assert one.certificates == ("truck", "ykb")
    assert [(job.title, job.years) for job in one.experience] == [("Smed", 4)]


def test_a_card_that_is_needed_or_learnt_is_not_held():
    assert read_certificates("behöver truckkort; går truckutbildning")[0] == []


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Behöver bil", "unused"),
        ("Do you need a car at work?", "unused"),
        ("Har du bil", "own_car"),
        ("Lediga jobb", "unused"),
        ("Arbetsplatsens kommun", "unused"),
        ("Pers.nr", "protected"),
        ("Persnr", "protected"),
        ("Utbildad till", "education"),
        ("Utbildad i", "education_country"),
        ("Last school you finished (and country)", "education"),
        ("Vilken skola gick du senast?", "education"),
    ],
)
def test_headers_of_needs_vacancies_and_schools(header, field):
    named, attribute, _ = field_of(header)
    assert (named, attribute) == (field, None)


def test_a_table_below_with_columns_in_another_order_is_read_by_its_own_header():
    batch = read_sheet(
        "Nr;Svenska;Truck;Körkort;Yrke;Ort", "1;B1;ja;B;smed 2 år Iran;Flen", "Grupp två;;;;;",
        "Nr;Svenska;Yrke;Körkort;Ort;Kan inte", "2;A2;bagare 3 år Peru;C;Trosa;nätter",
    )  # fmt: skip
    second = batch.records[1]
    assert (second.home_municipality, second.certificates, second.availability.not_) == ("Trosa", (), ("night",))
    assert [(job.title, job.years) for job in second.experience] == [("bagare", 3)]


def test_a_form_asks_when_and_for_a_licence_of_a_country():
    [one] = read_sheet(
        "Id,Mother tongue,Do you have a driving licence?,When can you work?", 'a1,Thai,"Yes, Colombian B",Not nights'
    ).records
    assert [(row.class_, row.country) for row in one.driving_licences] == [("B", "CO")]
    assert one.availability.not_ == ("night",)


PEOPLE = (
    "Ali;thai;svenska B1;kock 2 år Iran;körkort B;Flen", "Eva;dari;svenska A2;smed 3 år;inget körkort;Mora",
    "Bo;urdu;;frisör 5 år Iran;;Lund", "Siv;arabiska;svenska B2;;körkort B, C;Trosa",
)  # fmt: skip


@pytest.mark.parametrize("above", [[], ["Lista våren;;;;;"], ["Folk;Prat;Sve;Gjort;Plast;Hemma"]])
def test_people_without_a_header_are_told_by_their_cells_as_guesses(above):
    batch = read_sheet(*above, *PEOPLE)
    ali, eva, bo, siv = batch.records
    assert [one.home_municipality for one in batch] == ["Flen", "Mora", "Lund", "Trosa"]
    assert [(row.lang, row.native, row.speaking) for row in ali.languages] == [
        ("th", False, None),
        ("sv", False, ("B1", "B1")),
    ]
    assert [(job.title, job.years, job.country) for job in bo.experience] == [("frisör", 5, "IR")]
    assert [row.class_ for row in siv.driving_licences] == ["B", "C"]
    assert eva.none == ("driving_licences",)
    assert any(note.what.startswith("no header") for note in batch.notes)
    assert sum(note.what.endswith("by its cells") for note in batch.notes) == 5


@pytest.mark.parametrize(
    "lines",
    [
        ["kock;Flen;heltid", "smed;Mora;heltid", "frisör;Lund;deltid"],
        ["thai;modersmål;bra", "svenska;B1;ganska bra", "engelska;A2;lite"],
        ["Ali;thai;Flen", "Eva;dari;Mora", "Bo;urdu;Lund"],
    ],
)
def test_few_columns_that_tell_make_no_table_of_people(lines):
    with pytest.raises(ReadError):
        read_sheet(*lines)


def test_a_header_that_is_understood_stands_whatever_number_is_in_it():
    [one, _, _] = read_sheet(
        "Namn;Språk 1;Yrke 1;År;KK;Ort", "Ali;thai;kock;2;B;Flen", "Eva;dari;smed;3;-;Mora", "Bo;urdu;frisör;5;B;Lund"
    ).records
    assert [(job.title, job.years) for job in one.experience] == [("kock", 2)]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("1,thai,B1,smed 2 år Iran, murare 1 år Peru,B,Flen", (["smed", "murare"], ["B"], "Flen")),
        ("1,thai, lao,B1,smed 2 år Iran,B,Flen", (["smed"], ["B"], "Flen")),
        ("1,thai,B1,smed 2 år Iran,B, C,Flen", (["smed"], ["B", "C"], "Flen")),
        ("1,thai,B1,smed 2 år Iran,B,Flen,ring efter tre", (["smed"], ["B"], "Flen")),
        ("1,thai,B1,smed 2 år Iran,B,oklar ort,ring efter tre", (["smed"], ["B"], None)),
    ],
)
def test_a_row_with_a_cell_too_many_is_put_together_where_one_way_fits(row, told):
    [one] = read_sheet("Nr,Språk,Svenska,Yrke,Körkort,Ort", row).records
    assert [language.lang for language in one.languages if language.lang == "sv"] == ["sv"]
    licences = [licence.class_ for licence in one.driving_licences]
    assert ([job.title for job in one.experience], licences, one.home_municipality) == told
    assert one.certificates == ()


def test_a_row_with_a_cell_too_many_that_fits_nowhere_tells_up_to_where_it_makes_sense():
    [one] = read_sheet(
        "Nr,Språk,Svenska,Yrke,Körkort,Ort", "1,thai,B1,fri text,smed 2 år Iran,murare 3 år Peru,x,y"
    ).records
    assert (one.driving_licences, one.certificates, one.home_municipality) == ((), (), None)


def test_jobs_of_two_columns_that_count_years_in_brackets():
    [one, two] = read_sheet(
        "Nr;Modersmål;Arbete hemland (år);Arbete Sv (år)", "1;thai;smed (8);kock (1)", "2;lao;murare (4);-"
    ).records
    assert [(job.title, job.years, job.country) for job in one.experience] == [("smed", 8, None), ("kock", 1, "SE")]
    assert [job.title for job in two.experience] == ["murare"]


def test_a_cell_with_the_lines_of_a_form_is_a_text_of_its_person():
    lines = [
        f'{code};"Språk: {tongue}\nSvenska: B1\nJobb: {job} 2 år Iran\nKörkort: nej\nBor i Flen"'
        for code, tongue, job in (("K1", "thai", "kock"), ("K2", "dari", "smed"))
    ]
    one, two = read_sheet("Deltagare;Kartläggning", *lines).records
    assert [[job.title for job in person.experience] for person in (one, two)] == [["kock"], ["smed"]]
    assert {language.lang for language in two.languages} == {"fa", "sv"}


def test_a_header_below_many_lines_of_instructions():
    lines = [f"Steg {number}: fyll i en rad i taget och fråga den som du är osäker på" for number in range(20)]
    one, two = read_sheet(*lines, "Nr;Språk;Svenska;Ort", "1;thai;B1;Flen", "2;lao;A2;Trosa").records
    assert [person.home_municipality for person in (one, two)] == ["Flen", "Trosa"]


@pytest.mark.parametrize(
    ("header", "speaking", "writing"),
    [("Svenska tal/skrift", "B1", "A2"), ("Svenska (skrift, tal)", "A2", "B1")],
)
def test_skills_of_a_header_and_levels_below_it_in_turn(header, speaking, writing):
    [one] = read_sheet(f"Nr;Modersmål;{header};Ort", "1;thai;B1/A2;Flen").records
    [swedish] = [row for row in one.languages if row.lang == "sv"]
    assert (swedish.speaking, swedish.writing) == ((speaking, speaking), (writing, writing))


def test_a_line_that_says_how_to_answer_is_nobody():
    header = "Ref;Swedish now;Owns car;Lives in;Work back home"
    batch = read_sheet(
        header, ";CEFR;y/n;municipality;job, years", "old-1;B1;y;Flen;smith, 3 years", "new-2;A2;n;Trosa;"
    )
    assert [(one.id, one.own_car) for one in batch] == [("old-1", True), ("new-2", False)]
    # A row of languages goes on with the person above it.
    [one] = read_sheet("Nr;Ort;Språk;Andra språk", "1;Flen;thai;lao", ";;engelska;svenska").records
    assert {row.lang for row in one.languages} == {"th", "lo", "en", "sv"}


def test_texts_with_commas_make_no_header():
    text = "Bor i Flen. Talar {0}, lao. Svenska på B1. Kock {1} år, Iran. Har körkort B, ingen bil. Vill ha jobb i kök."
    lines = [
        f"Ada{at};2026-08-0{at};{text.format(tongue, at)}" for at, tongue in ((1, "thai"), (2, "dari"), (3, "urdu"))
    ]
    batch = read_sheet("Namn;Samtal datum;Anteckningar från samtalet", *lines)
    assert [(one.home_municipality, one.experience[0].years) for one in batch] == [("Flen", n) for n in (1, 2, 3)]


def test_codes_instead_of_personal_numbers_are_ids_and_numbers_are_none():
    batch = read_sheet("Personnr-kod;Svenska;Yrke", "P07;B1;smed 2 år", "910203-XXXX;A2;kock 3 år")
    assert [one.id for one in batch] == ["P07", "p-3"]
