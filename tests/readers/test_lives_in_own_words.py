"""What people and caseworkers write in their own words: studies left, licences of several countries, odd headings."""

from __future__ import annotations

import pytest
from tests.readers.reading import read_note

from matcher.readers.cells.languagelists import read_languages
from matcher.readers.cells.licence import read_licences
from matcher.readers.cells.studies import is_unfinished
from matcher.readers.cells.worktime import read_hours, refused_times
from matcher.readers.texts.sections import split_sections
from matcher.readers.times.periods import read_period
from matcher.readers.told.asked import asked_work
from matcher.readers.told.jobs import read_job_lines
from matcher.readers.told.refusals import refused_work
from matcher.readers.told.toldjobs import told_jobs
from matcher.readers.told.toldschools import told_schools


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Läste juridik på universitetet i Rabat i två år men slutade", "post_secondary"),
        ("Läste juridik på universitetet i Rabat i fem år, men slutade i Lyon", "tertiary"),
        ("Studied biology at university for two years but never graduated", "post_secondary"),
        ("Universitet i Iran, 4 år, bedömning hos UHR ej klar", "tertiary"),
        ("Universitet 3 av 5 år, Iran", "post_secondary"),
    ],
)
def test_studies_that_were_left_are_no_degree(text: str, level: str) -> None:
    assert [one.level for one in told_schools(text)] == [level]


def test_what_an_office_has_not_finished_is_not_unfinished() -> None:
    assert is_unfinished("ingenjör, hoppade av")
    assert not is_unfinished("ingenjör, valideringen inte klar")
    assert not is_unfinished("universitet 4 år, avbröt SFI")


def test_what_is_aimed_at_is_no_school() -> None:
    assert told_schools("Siktar på YH-utbildning till tandsköterska") == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("C, CE svenska; D ukrainska", [("C", "SE"), ("CE", "SE"), ("D", "UA")]),
        ("B, C och CE från Polen", [("B", "PL"), ("C", "PL"), ("CE", "PL")]),
        ("b ce svenskt", [("B", "SE"), ("CE", "SE")]),
        ("a swedish friend", []),
    ],
)
def test_classes_are_of_the_country_behind_them(text: str, told: list[tuple[str, str]]) -> None:
    assert [(one.class_, one.country) for one in read_licences(text)[0]] == told


def test_licences_of_a_note_keep_whose_they_are() -> None:
    told = read_note("Söker jobb som svetsare. Körkort B och C, kosovanska, ej giltiga.").driving_licences
    assert [(one.class_, one.country, one.valid) for one in told] == [("B", "XK", "no"), ("C", "XK", "no")]
    told = read_note("Körkort B och C, svenska B1, söker jobb som svetsare.")
    assert [one.lang for one in told.languages] == ["sv"]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Undersköterska, jobbade på äldreboende i Jakobsberg.", "Undersköterska"),
        ("Jag är utbildad sjuksköterska och har arbetat på akutmottagning 2009-2015.", "sjuksköterska"),
        ("Jag jobbade på en fabrik som gjorde kex i två år.", "fabriksarbetare"),
        ("Därefter hade jag egen verkstad som skräddare i Guinea, 2010 till 2018.", "skräddare, egen verkstad"),
        ("Sjuksköterska i grannhuset hjälpte mig, jag jobbade på lager i två år.", "lagerarbetare"),
    ],
)
def test_who_works_is_told_first(line: str, title: str) -> None:
    assert [job.title for job in told_jobs(line)] == [title]


def test_since_when_is_not_one_more_job() -> None:
    told = told_jobs("Jag har sytt sedan 2007. Jag jobbade som sömmare i Guinea 2007-2010.")
    assert [(job.countries, job.period.years()) for job in told] == [(("GN",), 3.0)]


def test_where_somebody_worked_is_no_home() -> None:
    told = read_note("Vaktmästare, arbetat i Solna. Sv B1.")
    assert told.home_municipality is None
    assert [(job.title, job.country) for job in told.experience] == [("Vaktmästare", "SE")]
    assert read_note("Målare, jobbat i Aleppo. Bor i Solna.").home_municipality == "Solna"
    assert read_note("Nu bor jag i Tyresö och läser SFI.").home_municipality == "Tyresö"


def test_labels_numbers_and_places_in_lines_of_jobs() -> None:
    lines = ["2015-2022. Firma Nord, Lviv, Ukraina. Befattning: kalkylator.", "Städare, arbetat på hotell 2012-2014"]
    assert [job.title for job in read_job_lines(lines)] == ["kalkylator, Firma Nord", "Städare, hotell"]
    told = read_note("Jobbat: 1) frisör, Teheran, 10 år 2) diskare, Ankara, 2 år\nBor: Nacka\n").experience
    assert [(job.title, job.country, job.years) for job in told] == [("frisör", "IR", 10.0), ("diskare", "TR", 2.0)]


def test_what_stands_further_in_is_what_was_done() -> None:
    lines = [
        "1. Tandsköterska - Sverige - september 2023 och pågår",
        "   Assistans, sterilisering",
        "2. Kock - Iran - 2 år",
    ]
    told = read_job_lines(lines, undated=True)
    assert [(job.title, job.period.is_open) for job in told] == [("Tandsköterska", True), ("Kock", False)]


def test_and_under_way_is_an_open_end() -> None:
    assert read_period("2023 och pågår").is_open
    assert not read_period("kock 2019 och nu städare").is_open


def test_headings_that_refuse_and_lines_that_are_none() -> None:
    text = "JOBB:\nkock, Iran, 2 år\nSÖKER:\nkock\nSÖKER INTE:\nnattarbete\nGÖR GÄRNA:\nstickar\nSPRÅK:\ndari\n"
    assert [one.kind for one in split_sections(text)] == ["work", "wish", "not_wanted", "informal", "language"]
    text = "JOBB\nKock, Iran, 2 år\n\nKÖRKORT\nAM och B, svenska\nEgen bil\n\nSPRÅK\ndari\n"
    told = read_note(text)
    assert [one.class_ for one in told.driving_licences] == ["AM", "B"]
    assert told.own_car
    assert read_note("Körkort\nB (svenskt)\nEgen bil\n\nSpråk\ndari\n\nKunskaper\nsömnad\n").own_car is None


def test_levels_are_of_their_own_language() -> None:
    told = {one.lang: one for one in read_languages("rumänska + lite engelska")[0]}
    assert told["ro"].speaking is None
    assert told["en"].speaking == ("A1", "A2")
    [english] = read_languages("engelska C1 C1 B2 B2 A2")[0]
    assert (english.listening, english.speaking, english.writing) == (("C1", "C1"), ("B2", "B2"), ("A2", "A2"))
    told = {one.lang: one.speaking for one in read_note("språk: arabiska turkiska sv b1\nskola: 9 år irak\n").languages}
    assert told == {"ar": None, "tr": None, "sv": ("B1", "B1")}


def test_refusals_hours_and_wishes() -> None:
    assert refused_work("Skriver helst inte alls.") == refused_work("Ingen dålig vana.") == []
    assert refused_work("Inga tunga lyft.") == ["tunga lyft"]
    assert refused_times("tidig morgon") == ["early"]
    assert read_hours("45 minuter bort går bra") is None
    assert read_hours("45 %") == "part"
    assert asked_work("Vill ha vaktmästarjobb.") == ["vaktmästare"]
    assert read_note("Vad jag vill\nkock\nHel tid, inte natt.\n").availability.hours == "full"
    assert read_note("Studie- och yrkesvägledare, samtal 2\n\nBor i Lund.\n").wishes == ()


def test_a_test_is_no_profession() -> None:
    told = read_note("Work: pharmacist, Iran, 7 years\nSwedish licence: theory exam (kunskapsprov) passed\n")
    assert (told.licensed_profession.profession, told.licensed_profession.status) == ("apotekare", "knowledge_test")
    told = read_note("• 2008-2015 musiklärare i grundskola, Polen\n• Lärarlegitimation: ansökt 2025\n")
    assert (told.licensed_profession.profession, told.licensed_profession.status) == ("lärare", "applied")


@pytest.mark.parametrize(
    "text",
    [
        "X03 är 29 år, gift. Utbildad barnmorska (3 år, institut), jobbade som barnmorska i Herat 2016-2021.",
        "Sökande 41 år, kock. Jobbade som kock i Iran 2016-2021. Gymnasium 3 år.",
        "Eleven är 22 år och bor i Lund. Jobbade som kock i Iran 2016-2021.",
    ],
)
def test_an_age_is_no_length(text: str) -> None:
    told = read_note(text)
    assert [job.years for job in told.experience] == [5.0]
    assert all(one.years in (None, 3.0) for one in told.education)


def test_a_workplace_of_two_years_is_no_age() -> None:
    assert [job.years for job in read_note("Kock är mitt yrke. Jobbade som kock i Iran i 29 år.").experience] == [29.0]


def test_never_worked_is_no_title() -> None:
    told = read_note("Aldrig jobbat utanför hemmet men vävt mattor hemma, 12 år, Mazar. Vill prova tvätteri.")
    assert not any("jobbat" in job.title for job in told.experience)


def test_headings_in_nobody_elses_words_by_what_stands_below() -> None:
    text = (
        "MIN VÄG\n2024-2026 städare, hotell, Sverige\n2008-2013 bagare, Syrien\n\nPLUGGET\nGrundskola i Irak, 9 år\n\n"
        "SPRÅK\narabiska\n\nKUNSKAPER\nsurdeg\n"
    )
    assert [one.kind for one in split_sections(f"Ada\n\n{text}")][1:] == ["work", "education", "language", "skill"]
    told = read_note(text)
    assert [(job.title, job.years) for job in told.experience] == [("städare, hotell", 2.0), ("bagare", 5.0)]
    assert [one.level for one in told.education] == ["primary"]
