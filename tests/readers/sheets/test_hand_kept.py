"""Cells as caseworkers keep them by hand: arrows, brackets, seasons, employers, days to come."""

from __future__ import annotations

from datetime import date

import pytest

from matcher.readers import Source, read_profiles
from matcher.readers.sheets.naming import field_of
from matcher.records import Profile


def one(header: str, cell: str) -> Profile:
    text = f"Nr;Ort;Restid;{header}\n1;Flen;30;{cell}\n"
    return read_profiles(Source("p.csv", text.encode()), as_of=date(2026, 11, 20))[0]


@pytest.mark.parametrize(
    ("cell", "jobs"),
    [
        ("Rörläggare 11 år, varav 4 i Qatar", [("Rörläggare", 11, None)]),
        ("Målare 9 år, varav 3 år Polen", [("Målare", 9, None)]),
        ("Kock Teheran 6 år → diskare 1 år", [("Kock", 6, "IR"), ("diskare", 1, None)]),
        ("målare 16 år i yrket", [("målare", 16, None)]),
        ("städare 2 år här", [("städare", 2, "SE")]),
        ("frisör 5 år Bagdad, egen salong 3 år Amman", [("frisör", 5, "IQ"), ("frisör, egen salong", 3, "JO")]),
        ("snickare, målare 7 år", [("snickare", None, None), ("målare", 7, None)]),
        ("kock, restaurang 7 år", [("kock, restaurang", 7, None)]),
        ("kock 4 år och servitris 2 år", [("kock", 4, None), ("servitris", 2, None)]),
        ("telefonist 1 år, kassa Coop 3 somrar", [("telefonist", 1, None), ("kassa Coop", None, None)]),
        ("McDonalds 2 år", [("restaurangbiträde", 2, None)]),
        ("timmar på Coop 2 år", [("butiksbiträde", 2, None)]),
        ("Apotekare Univ Lahore 5 år", []),
        ("Läkare universitetssjukhus Lahore 5 år", [("Läkare universitetssjukhus", 5, "PK")]),
    ],
)
def test_jobs(cell: str, jobs: list[tuple[str, float | None, str | None]]) -> None:
    assert [(job.title, job.years, job.country) for job in one("Jobbat som", cell).experience] == jobs


def test_what_was_said_of_an_employer_is_kept() -> None:
    assert one("Jobbat som", "ICA 3 år").experience[0].duties == "ICA"
    assert one("Jobbat som", "no work exp.").none == ("experience",)


@pytest.mark.parametrize(
    ("cell", "licences"),
    [
        ("B + C (teori klar)", [("B", None, "unknown")]),
        ("B (bytt)", [("B", None, "yes")]),
        ("B (Syrian)", [("B", "SY", "unknown")]),
        ("mc, B", [("A", None, "unknown"), ("B", None, "unknown")]),
    ],
)
def test_licences(cell: str, licences: list[tuple[str, str | None, str]]) -> None:
    person = one("Körkort", cell)
    assert [(row.class_, row.country, row.valid) for row in person.driving_licences] == licences
    assert person.none == ()


@pytest.mark.parametrize(
    ("cell", "level", "years"),
    [
        ("grund 8", "primary", 8),
        ("högsk påg. (ekonomi)", "post_secondary", None),
        ("vocational", "upper_secondary", None),
    ],
)
def test_schools(cell: str, level: str, years: float | None) -> None:
    assert [(row.level, row.years) for row in one("Utbildning", cell).education] == [(level, years)]


@pytest.mark.parametrize(
    ("cell", "validated"), [("ska söka UHR", "no"), ("skickar betygen till UHR", "applied"), ("UHR klar", "yes")]
)
def test_what_is_planned_is_not_assessed(cell: str, validated: str) -> None:
    text = f"Nr;Ort;Utbildning;Övrigt\n1;Flen;Magister ekonomi;{cell}\n"
    assert read_profiles(Source("p.csv", text.encode()))[0].education[0].validated == validated


@pytest.mark.parametrize(
    ("cell", "wishes", "refused"),
    [
        ("Lärare NO / resurs", ("Lärare NO", "resurs"), ()),
        ("NO-lärare, ej idrott", ("NO-lärare",), ("idrott",)),
        ("KÖK, NO NIGHTS", ("köksbiträde",), ()),
        ("kitchen, no cleaning", ("köksbiträde",), ("cleaning",)),
        ("care work -> nurse", ("care work", "nurse"), ()),
    ],
)
def test_a_subject_of_schools_refuses_nothing(cell: str, wishes: tuple[str, ...], refused: tuple[str, ...]) -> None:
    person = one("Vill jobba som", cell)
    assert (person.wishes, person.not_wanted) == (wishes, refused)


@pytest.mark.parametrize(
    ("header", "cell", "hours", "times"),
    [
        ("Arbetstid", "4-6 tim/dag", "part", ()),
        ("Arbetstid", "dag, ev. 2-skift", None, ("night",)),
        ("Arbetstid", "part-time mornings", "part", ("evening", "night")),
        ("Arbetstid", "full-time, any shift", "full", ()),
        ("Skift?", "nej", None, ("shift",)),
        ("När kan du jobba?", "heltid, ej lördag", "full", ("weekend",)),
        ("Hinder arbetstid", "ej natt", None, ("night",)),
    ],
)
def test_times(header: str, cell: str, hours: str | None, times: tuple[str, ...]) -> None:
    person = one(header, cell)
    assert (person.availability.hours, person.availability.not_) == (hours, times)


@pytest.mark.parametrize(
    ("header", "cell", "start"),
    [
        ("Från när", "v 50", "2026-12-07"),
        ("Fr o m", "1 mars", "2027-03-01"),
        ("Kan börja", "efter nyår", "2027-01-01"),
        ("Start;Tidigast start", "2026-09-01;nu", "now"),
        ("Start SFI;Kan börja", "2026-09-01;nu", "now"),
    ],
)
def test_first_days(header: str, cell: str, start: str) -> None:
    assert one(header, cell).availability.from_ == start


@pytest.mark.parametrize(
    ("cell", "codes"), [("ukr ry eng", ["uk", "ru", "en"]), ("ar, eng ok", ["ar", "en"]), ("tigr, am", ["ti", "am"])]
)
def test_clipped_languages_without_signs(cell: str, codes: list[str]) -> None:
    assert [row.lang for row in one("Språk", cell).languages] == codes


def test_a_course_that_will_be_done_is_attended() -> None:
    assert [one("SFI", cell).languages[0].studying for cell in ("C, klar dec", "B (nystartad)", "C, klar")] == [
        True, True, False,
    ]  # fmt: skip


def table(header: str, row: str) -> Profile:
    return read_profiles(Source("p.csv", f"Nr;{header}\n1;{row}\n".encode()), as_of=date(2026, 11, 20))[0]


def test_values_that_headers_name_are_ticked() -> None:
    person = table("Ort;Svenska A2;Svenska B1;Kk B;Kk C;Hygien;Kan natt;Kan helg;Skola: grund", "Flen;;x;x;;x;nej;x;x")
    assert [(row.lang, row.speaking) for row in person.languages] == [("sv", ("B1", "B1"))]
    assert [row.class_ for row in person.driving_licences] == ["B"]
    assert (person.certificates, person.availability.not_) == (("livsmedelshygien",), ("night",))
    assert [row.level for row in person.education] == ["primary"]


def test_names_of_columns_in_one_word() -> None:
    person = table("KOMMUN;UTBNIVA;UTBINR;UTBLAND;SPR1;SPR2;SPR2NIVA", "FLEN;HÖGSKOLA;KEMI;PERU;SPANSKA;ENGELSKA;B2")
    assert [(row.level, row.field, row.country) for row in person.education] == [("tertiary", "KEMI", "PE")]
    assert [row.speaking for row in person.languages if row.lang == "en"] == [("B2", "B2")]


def test_papers_of_other_kinds_among_cards() -> None:
    person = one("Yrkesbevis/examen", "lärarexamen Lima, ADR")
    assert ([row.country for row in person.education], person.certificates) == (["PE"], ("adr",))
    person = one("Kort", "elbeh påg, B-kk, food handling")
    assert (person.certificates, [row.class_ for row in person.driving_licences]) == (("livsmedelshygien",), ["B"])


@pytest.mark.parametrize("remark", ["leg ansökan inskickad", "väntar på beslut från skolverket"])
def test_an_application_that_a_remark_tells(remark: str) -> None:
    person = table("Ort;Utbildning;Anteckning", f"Flen;Förskollärarprogr. 4 år;{remark}")
    assert person.licensed_profession is not None
    assert (person.licensed_profession.profession, person.licensed_profession.status) == ("förskollärare", "applied")


def test_a_job_that_is_told_again_without_its_time_is_one() -> None:
    person = table("Ort;Erfarenhet;Senaste jobb", "Flen;svarvare 4 år, kock 2 år;kock")
    assert [(job.title, job.years) for job in person.experience] == [("svarvare", 4), ("kock", 2)]


def test_amounts_and_absences() -> None:
    assert table("Ort;Skift?;Grad %", "Flen;allt utom natt;100").availability.hours == "full"
    assert table("Ort;Yrke;Swedish level", "Flen;kock;none yet").none == ("languages.sv",)
    assert one("Arbetstid", "heltid, ej sena kvällar").availability.not_ == ("evening",)


def test_care_of_children_is_work_that_is_wished_for() -> None:
    assert one("Vill jobba med", "barnomsorg, städ ok").wishes == ("barnskötare", "städare")
    assert one("Anteckning", "barnomsorg").wishes == ()


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Vill vidare till", "wish"),
        ("Vill köra", "wish"),
        ("Vill inte", "not_wanted"),
        ("När på dygnet", "hours"),
        ("Omf", "hours"),
        ("Yrke & år hemma", "job"),
        ("Uppdrag senast", "job"),
        ("Sv-kurs", "sfi"),
    ],
)
def test_headers(header: str, field: str) -> None:
    assert field_of(header)[0] == field


def test_times_behind_jobs_by_their_number() -> None:
    person = table("Ort;Yrke 1;Tid 1;Yrke 2;Tid 2", "Flen;slaktare;2005-2016;butik;vik. 3 somrar")
    assert [(job.title, job.years) for job in person.experience] == [("slaktare", 11), ("butiksbiträde", None)]


def test_an_arrow_behind_a_year_is_an_open_end() -> None:
    assert one("Jobbat som", "konditor 2022→").experience[0].last_year == 2026


def test_cards_among_schools() -> None:
    person = one("Utb/intyg", "yrkesskola svets 2 år, truck, YKB gick ut")
    assert ([row.field for row in person.education], person.certificates) == (["svets"], ("truck",))


def test_a_course_denied_is_no_language_denied() -> None:
    assert one("SFI", "nej, men förstår").none == ()
    assert one("SFI", "nej").none == ("languages.sv",)
    assert one("Availability", "full time from February").availability.hours == "full"
