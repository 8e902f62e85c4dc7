"""Sheets of any office: columns by meaning, cells by grammar, nothing guessed in silence."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.errors import InvalidRecordError, MatcherError
from matcher.readers import Source, read_profiles
from matcher.readers.sheets.sheet import READER, profile_from_row
from matcher.records import Profile

FIXTURES = Path(__file__).parents[1] / "fixtures"


def table(*rows: str, encoding: str = "utf-8") -> Source:
    return Source("p.csv", "\n".join(rows).encode(encoding))


def one(header: str, row: str) -> Profile:
    return read_profiles(table(header, row))[0]


def test_an_office_in_the_north() -> None:
    batch = read_profiles(FIXTURES / "office_north.csv")
    first, second, third = batch
    assert [p.id for p in batch] == ["N-01", "N-02", "N-03"]
    assert [p.home_municipality for p in batch] == ["Sala", "Västerås", "Enköping"]
    assert [(x.lang, x.native) for x in first.languages] == [("ka", True), ("ru", False), ("en", False), ("sv", False)]
    assert (first.languages[3].speaking, first.languages[3].studying) == (("A2", "A2"), True)
    assert [(j.title, j.country, j.years) for j in first.experience] == [
        ("Möbelsnickare", "GE", 12.0), ("Snickare", "PL", 3.0), ("lagermedarbetare", "SE", 0.67),
    ]  # fmt: skip
    assert [(x.class_, x.country, x.valid) for x in first.driving_licences] == [("B", "GE", "no"), ("BE", "GE", "no")]
    assert first.certificates == ("heta_arbeten", "lift")
    assert first.wishes == ("Möbelsnickare", "Snickare, inredning", "Lagerarbetare")
    assert set(first.not_wanted) == {"restaurangkök", "bygga utomhus"}
    assert (first.availability.from_, first.availability.hours, first.availability.not_) == ("now", "full", ("night",))
    assert (second.own_car, second.none) == (False, ("certificates", "driving_licences", "experience"))
    assert (second.education[0].level, second.education[0].country) == ("primary", "ER")
    assert third.licensed_profession is not None
    assert third.licensed_profession.status == "applied"
    assert (third.education[0].validated, third.driving_licences[0].valid) == ("applied", "yes")
    assert "languages.sv" in third.none


def test_an_office_in_the_south() -> None:
    first, second = read_profiles(FIXTURES / "office_south.tsv")
    assert (first.id, first.home_municipality, first.max_travel_minutes) == ("S/1", "Lund", 75)
    assert [(x.lang, x.native, x.reading) for x in first.languages] == [
        ("so", True, None), ("en", False, ("B2", "B2")), ("sv", False, ("A2", "A2")),
    ]  # fmt: skip
    assert [(j.title, j.country, j.years) for j in first.experience] == [
        ("Phone repairer", "KE", 5.0), ("Warehouse worker", "SE", 1.0),
    ]  # fmt: skip
    assert [(x.class_, x.country, x.valid) for x in first.driving_licences] == [("B", "SE", "yes")]
    assert first.certificates == ("truck", "id06")
    assert (first.availability.not_, first.not_wanted) == (("night",), ("night work",))
    assert [x.lang for x in second.languages if x.native] == ["ar", "ku"]
    assert second.languages[-1].studying
    assert (second.education[0].level, second.education[0].field, second.education[0].validated) == (
        "tertiary",
        "law",
        "yes",
    )
    assert second.own_car
    assert second.licensed_profession is None or second.licensed_profession.status == "none"


@pytest.mark.parametrize("name", ["office_north.csv", "office_south.tsv"])
def test_protected_columns_are_named_and_gone(name: str) -> None:
    batch = read_profiles(FIXTURES / name)
    said = " ".join(map(str, batch.notes))
    kept = " ".join(str(p.to_dict()) for p in batch).casefold()
    assert "protected" in said
    for word in ("förskola", "sjukskriv", "bad back", "religion"):
        assert word not in kept
    assert "bad back" not in said


def test_a_first_line_that_names_the_separator() -> None:
    batch = read_profiles(table("sep=;", "Id;Modersmål;Körkort", "1;Dari;B"))
    assert (batch[0].id, batch[0].languages[0].lang) == ("1", "fa")


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_separators(separator: str) -> None:
    rows = [["Id", "Modersmål", "Yrke", "Körkort"], ["07", "Dari", "Kock", "nej"]]
    out = io.StringIO()
    csv.writer(out, delimiter=separator).writerows(rows)
    profile = read_profiles(Source("p.csv", out.getvalue().encode()))[0]
    assert (profile.id, profile.experience[0].title, profile.none) == ("07", "Kock", ("driving_licences",))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
def test_encodings(encoding: str) -> None:
    batch = read_profiles(table("Löpnr;Modersmål;Önskat yrke", "1;Tigrinja;Målare", encoding=encoding))
    assert batch[0].wishes == ("Målare",)


def test_blank_rows_title_lines_and_a_header_that_comes_again() -> None:
    batch = read_profiles(
        table("Lista;;", ";;", "Id;Modersmål;Körkort", "1;Dari;B", ";;", "Id;Modersmål;Körkort", "2;Urdu;nej", "", ";;")
    )
    assert [p.id for p in batch] == ["1", "2"]


def test_two_header_rows() -> None:
    batch = read_profiles(
        table(
            "Deltagare;Arbete 1;;;Arbete 2;;;Körkort",
            ";titel;år;land;titel;år;land;",
            "1;Kock;3;Iran;Diskare;1,5;Sverige;B",
        )
    )
    assert [(j.title, j.years, j.country) for j in batch[0].experience] == [("Kock", 3.0, "IR"), ("Diskare", 1.5, "SE")]


def test_rows_that_are_short_or_long_keep_what_they_have() -> None:
    batch = read_profiles(
        table("Id;Modersmål;Körkort;Egen bil", "1;Dari", "2;Urdu;B;ja;mer;ännu mer", "3;Tamil;nej;nej")
    )
    assert [p.languages[0].lang for p in batch] == ["fa", "ur", "ta"]
    assert any("more cells" in note.what and note.line == 3 for note in batch.notes)


def test_ids_stay_text_and_are_told_apart() -> None:
    batch = read_profiles(table("Id;Modersmål;Körkort", "007;Dari;B", "7;Dari;B", "7;Urdu;B", ";Tamil;nej"))
    assert [p.id for p in batch] == ["007", "7", "7 (2)", "p-5"]
    assert {note.level for note in batch.notes} == {"doubtful", "guessed"}


def test_a_personal_number_is_no_id() -> None:
    batch = read_profiles(table("Id;Modersmål;Körkort", "19900101-2385;Dari;B"))
    assert batch[0].id == "p-2"
    assert "19900101" not in str(batch)


def test_a_name_is_no_id() -> None:
    batch = read_profiles(table("Deltagare;Modersmål;Körkort", "Kanarina;Dari;B", "K-2;Urdu;nej"))
    assert [p.id for p in batch] == ["p-2", "K-2"]
    assert "Kanarina" not in str(batch)
    assert read_profiles(table("Id;Modersmål;Körkort", "Anna Exempel;Dari;B"))[0].id == "p-2"


def test_a_quote_that_is_never_closed_costs_one_row() -> None:
    batch = read_profiles(
        table("Id;Modersmål;Kompetenser", '1;Dari;"bakning', *(f"{n};Urdu;städning" for n in range(2, 9)))
    )
    assert [p.id for p in batch] == [str(n) for n in range(1, 9)]


def test_a_cell_that_makes_no_sense_is_reported_by_place_alone() -> None:
    batch = read_profiles(table("Id;Bostadskommun;Max restid (min);Modersmål;Egen bil", "1;xyzzy;plugh;plover;kanske"))
    assert {note.column for note in batch.notes} == {"Bostadskommun", "Max restid (min)", "Modersmål", "Egen bil"}
    assert all(note.line == 2 and note.record == "1" for note in batch.notes)
    assert not any(word in str(batch) for word in ("xyzzy", "plugh", "plover", "kanske"))


def test_columns_that_were_not_understood_are_named_by_place() -> None:
    batch = read_profiles(table("Id;Modersmål;Körkort;Fatima Exempel", "1;Dari;B;x"))
    assert [note.column for note in batch.notes if "not recognised" in note.what] == ["number 4"]


def test_a_column_is_told_by_its_cells() -> None:
    batch = read_profiles(
        table("Id;Prat;Körkort;Intyg", "1;dari, engelska B1;B;", "2;tigrinja;nej;", "3;ryska (flyt.);;")
    )
    assert [len(p.languages) for p in batch] == [2, 1, 1]
    assert any(note.level == "guessed" for note in batch.notes)


def test_a_mapping_names_a_column() -> None:
    batch = READER.read(table("Id;Modersmål;Zeta", "1;Dari;Kock, diskare"), mapping={"Zeta": "wish"})
    assert batch[0].wishes == ("Kock", "diskare")
    with pytest.raises(ValueError, match=r"no field shoe size; there are .*licence"):
        READER.read(table("Id;Modersmål;Zeta", "1;Dari;x"), mapping={"Zeta": "shoe size"})


def test_stated_absence_differs_from_silence() -> None:
    header = "Id;Yrkeserfarenhet;Körkort;Intyg;Kompetenser"
    assert one(header, "1;ej arbetat;nej;-;saknas").none == ("certificates", "driving_licences", "experience", "skills")
    assert one(header, "1;;;;").none == ()
    assert one(header, "1;?;vet ej;(förs ej här);se anteckning").none == ()


def test_open_ended_jobs_need_a_day() -> None:
    source = table("Id;Yrkeserfarenhet;Körkort", "1;Kock sedan mars 2023 (Sverige);B")
    assert read_profiles(source)[0].experience[0].years is None
    assert any("--as-of" in note.what for note in read_profiles(source).notes)
    assert read_profiles(source, as_of=date(2026, 2, 28))[0].experience[0].years == 3.0


def test_a_period_that_runs_backwards_is_unknown() -> None:
    batch = read_profiles(table("Id;Yrkeserfarenhet;Körkort", "1;Kock 2019-2012 Irak;B"))
    assert batch[0].experience[0].years is None
    assert any("not before the beginning" in note.what for note in batch.notes)


def test_from_row_of_ones_own_database() -> None:
    profile = Profile.from_row({"id": 7, "Skills": ["sömnad", "broderi"], "Driving licence": "none", "Own car": True})
    assert (profile.id, [s.label for s in profile.skills], profile.none) == (
        "7",
        ["sömnad", "broderi"],
        ("driving_licences",),
    )
    with pytest.raises(InvalidRecordError):
        profile_from_row({"Körkort": "B"})


def test_a_text_with_commas_is_no_sheet() -> None:
    text = "Jag har jobbat som kock, diskare och vakt.\nKörkort, bil och intyg finns, men inte här.\n" * 9
    assert not READER.recognises(Source("a.txt", text.encode()))


_CELL = st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=60)
_HEADER = "Id;Bostadskommun;Restid;Modersmål;Språk 2;SFI;Svenska;Utbildning;Yrke 1;Yrke 1 år;Kompetenser;Körkort;Intyg;Önskat yrke;Arbetstid;Kan börja"  # noqa: E501


@given(st.lists(_CELL, min_size=15, max_size=15))
def test_any_cells_cost_no_more_than_themselves(cells: list[str]) -> None:
    out = io.StringIO()
    csv.writer(out, delimiter=";", lineterminator="\n").writerow(["P2", *cells])
    good = "P1;Solna;30 min;Dari;;2C klar;;;Målare;4;;nej;;Målare;heltid;nu"
    try:
        batch = READER.read(Source("p.csv", f"{_HEADER}\n{good}\n{out.getvalue()}".encode()))
    except MatcherError:
        pytest.fail("a good row must be kept")
    assert batch[0].experience[0].years == 4.0
    assert len(batch) >= 1


HEADER = "Id;Kommun;Yrkeserfarenhet;Körkort;Egen bil;Modersmål;Svenska;Önskat yrke;Kan börja;Intyg"


@pytest.mark.parametrize("end", ["", ";", ";;;;;;;;;;;;"])
def test_empty_cells_at_the_end_of_rows_come_in_any_number(end: str) -> None:
    batch = read_profiles(table(HEADER, f"1;Kalmar;Kock 2 år{end}", f"2;Växjö;Målare 3 år{end}"))
    assert [(p.id, p.experience[0].years) for p in batch] == [("1", 2.0), ("2", 3.0)]


def test_an_id_and_one_field_are_a_sheet() -> None:
    batch = read_profiles(table("Nr;Yrkeserfarenhet", "1.0;Kock 2 år", "1,00E+05;Målare"))
    assert [(p.id, p.experience[0].title) for p in batch] == [("1.0", "Kock"), ("1,00E+05", "Målare")]


def test_a_row_of_totals_is_no_person() -> None:
    batch = read_profiles(table(HEADER, "1;Kalmar;Kock 2 år", "Totalt: 1 person;;", "Antal;1;1", "Summa-7;;Målare"))
    assert [p.id for p in batch] == ["1", "Summa-7"]
    assert [note.line for note in batch.notes if "totals" in note.what] == [3, 4]


def test_a_header_without_people_is_refused() -> None:
    with pytest.raises(InvalidRecordError, match="a row for each person"):
        read_profiles(table(HEADER, ";;;"))


@pytest.mark.parametrize("cell", ["Nykvarn kn", "Nykvarn kn.", "Nykvarn kn. pratar gärna", "Nykvarns kommun. läser"])
def test_a_municipality_is_found_before_what_else_is_told(cell):
    [person] = read_profiles(Source("s.csv", f"Id;Bostadskommun;Körkort\n1;{cell};B\n".encode())).records
    assert person.home_municipality == "Nykvarn"


@pytest.mark.parametrize("rows", [("1;Kock 2 år;;", "2;Målare"), ("1", "2;Målare")])
def test_few_columns_and_rows_of_other_widths_are_still_a_sheet(rows: tuple[str, str]) -> None:
    batch = read_profiles(table("Nr;Yrkeserfarenhet", *rows))
    assert [(p.id, len(p.experience)) for p in batch][1:] == [("2", 1)]


def test_the_sign_that_old_programs_end_a_file_with_is_no_person() -> None:
    batch = read_profiles(table("Nr;Yrkeserfarenhet", "1;Kock", "2;Målare", "\x1a"))
    assert [p.id for p in batch] == ["1", "2"]


def test_a_day_in_a_column_that_counts_years_is_no_year_of_work():
    header = "Id;Yrke;Antal år i yrket"
    batch = read_profiles(table(header, "1;Kock;2026-05-03", "2;Målare;3"))
    assert [(job.years, job.last_year) for p in batch for job in p.experience] == [(None, None), (3.0, None)]
    assert [(note.line, note.column) for note in batch.notes] == [(2, "Antal år i yrket")]
    period = read_profiles(table("Id;Yrke;Period", "1;Kock;2019-05-03"))[0]
    assert period.experience[0].last_year == 2019


def test_a_quote_that_is_never_closed_is_no_part_of_its_cell():
    batch = read_profiles(table("Id;Yrkeserfarenhet;Körkort", '1;"Målare 3 år;B', "2;Kock 2 år;b, b+e"))
    assert [person.experience[0].title for person in batch] == ["Målare", "Kock"]
    assert [licence.class_ for licence in batch[1].driving_licences] == ["B", "BE"]


def test_signs_of_full_width_are_read():
    person = one("Id;Kommun;Svenska;Yrkeserfarenhet;Körkort", "１;Ｌｕｎｄ;Ｂ１;Kock ２ år;Ｂ，ＣＥ")
    assert (person.id, person.home_municipality, person.experience[0].years) == ("1", "Lund", 2.0)
    assert {licence.class_ for licence in person.driving_licences} >= {"B", "CE"}
