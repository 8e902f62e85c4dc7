"""Sheets of a few columns, as somebody makes them who has a list of people and one thing to note."""

import pytest
from tests.readers.reading import read_sheet

from matcher.readers import read_profiles
from matcher.readers.files.source import Source
from matcher.records import Profile


@pytest.mark.parametrize(
    "lines",
    [
        ("Id;Namn;Yrke;Zeta", "1;Ada;Kock;q", "2;Bo;Målare;z"),
        ("Id,Zeta,Occupation", "1,q,Cook", "2,z,Painter"),
        ("Namn;Yrke", "Ada;Kock", "Bo;Målare"),
        ("Namn;Mobil;Yrke;Körkort", "Ada;070;Kock;B", "Bo;070;Målare;nej"),
        ("Id\tNamn\tTelefon\tYrke\tHandläggare\tGrupp", "1\tAda\t0\tKock\tN\tA", "2\tBo\t0\tMålare\tN\tB"),
    ],
)
def test_one_field_beside_ids_or_names_is_a_sheet(lines):
    batch = read_sheet(*lines)
    assert [file.reader for file in batch.files] == ["sheet"]
    assert [person.experience[0].title.casefold() for person in batch] in (["kock", "målare"], ["cook", "painter"])


def test_what_was_not_recognised_is_told():
    notes = read_sheet("Id;Namn;Yrke;Zeta", "1;Ada;Kock;q", "2;Bo;Målare;z").notes
    assert [note.line for note in notes if "not recognised" in note.what] == [1]


def test_a_wish_in_a_sheet_of_one_person_is_no_job():
    [person] = read_sheet("Löpnr;Datum;Sökt jobb;Kommentar;Plats", "1;2026-01-02;Kock;ok;A")
    assert (person.id, person.wishes, person.experience) == ("1", ("Kock",), ())


def test_labelled_lines_with_commas_are_no_sheet():
    batch = read_sheet("Namn: Ada Ek, Yrke: kock", "Svenska, B1", "Körkort, B")
    assert [file.reader for file in batch.files] == ["text"]


def test_a_table_below_with_the_same_ids_tells_more_of_the_same_people():
    people = read_sheet(
        "Nr;Kommun;Yrke;Körkort", "7;Flen;kock;B", "8;Mora;smed;nej", "", "Nr;Arabiska;Polska", "7;B1;", "8;;modersmål"
    )
    assert [(p.id, [row.lang for row in p.languages]) for p in people] == [("7", ["ar"]), ("8", ["pl"])]


def test_a_table_below_about_the_same_things_is_of_other_people():
    people = read_sheet("Nr;Kommun;Yrke", "1;Flen;kock", "2;Mora;smed", "", "Nr;Yrke;Kommun", "1;bagare;Trosa")
    assert [person.home_municipality for person in people] == ["Flen", "Mora", "Trosa"]


def test_titles_with_a_count_of_years_beside_them_are_jobs():
    head = "Nr;Kommun;Zeta;Antal år;Önskat yrke"
    one, two = read_sheet(head, "1;Flen;kock;4;bagare", "2;Mora;smed;2,5;målare")
    assert [(p.experience[0].title, p.experience[0].years) for p in (one, two)] == [("kock", 4), ("smed", 2.5)]
    # Titles alone may be wishes.
    assert all(not p.experience for p in read_sheet("Nr;Kommun;Zeta;Körkort", "1;Flen;kock;B", "2;Mora;smed;B"))


def test_country_and_period_may_stand_before_the_title():
    [person, _] = read_sheet(
        "Nr;Kommun;Land;Period;Befattning", "1;Flen;Iran;2010-2014;kock", "2;Mora;Irak;2001-2003;smed"
    )
    [job] = person.experience
    assert (job.title, job.country, job.years) == ("kock", "IR", 4)
    # A country without a period may be the one that somebody comes from.
    assert read_sheet("Nr;Kommun;Land;Yrke", "1;Flen;Iran;kock", "2;Mora;Irak;smed")[0].experience[0].country is None


def test_lists_of_skills_are_skills_unless_the_header_asks_for_others():
    rows = ("1;Flen;svetsning, plåtslageri;B", "2;Mora;bokföring, lönehantering;B", "3;Trosa;sömnad, broderi;B")
    assert read_sheet("Nr;Kommun;Zeta;Körkort", *rows)[0].skills
    for header in ("Utvecklingsområden", "Behöver lära sig", "Training needs", "Krav i annonsen"):
        assert not any(person.skills for person in read_sheet(f"Nr;Kommun;{header};Körkort", *rows))


def test_what_is_changed_below_a_table_is_nobody():
    head = "Nr;Kommun;Modersmål;Svenska;Yrke;Önskat yrke;Körkort;Egen bil"
    people = read_sheet(
        head, "A1;Flen;dari;B1;kock;kock;B;ja", "A2;Mora;dari;B1;smed;smed;B;nej", "Senast ändrad;2026-11-20"
    )
    assert [person.id for person in people] == ["A1", "A2"]


def test_a_licence_to_practise_in_two_columns():
    [person] = read_sheet("Nr;Kommun;Legitimationsyrke;Legitimation status", "1;Flen;sjuksköterska;ansökan inskickad")
    assert (person.licensed_profession.profession, person.licensed_profession.status) == ("sjuksköterska", "applied")


def test_what_was_spoken_as_a_child_tells_of_no_children():
    [person] = read_sheet("Nr;Ort;Vilket språk talade du hemma som barn?;Barn", "1;Flen;dari;3")
    assert [row.lang for row in person.languages if row.native] == ["fa"]


def test_a_beginning_beside_a_count_of_months_is_no_span():
    head = "Nr;Ort;Roll;Arbetsland;Från (mån/år);Till (mån/år);Antal mån"
    [person, _] = read_sheet(head, "1;Flen;kock;Iran;03/2010;02/2014;48", "2;Mora;smed;Irak;01/2001;12/2002;24")
    assert [(job.title, job.country, job.years) for job in person.experience] == [("kock", "IR", 4)]


def test_languages_and_hours_below_a_header_of_wishes_are_none():
    people = read_sheet("Nr;Ort;Yrke;Önskemål;Mål", "1;Flen;kock;heltid;dari", "2;Mora;smed;deltid;tigrinja")
    assert all(not person.wishes for person in people)
    assert [[row.lang for row in person.languages] for person in people] == [["fa"], ["ti"]]


def test_countries_below_a_second_header_of_schools_are_the_schools():
    one, _ = read_sheet("Nr;Utb.bakgr.;Utb. i;Yrke", "1;gymnasiet;Irak;kock", "2;grsk;Iran;smed")
    assert [(school.level, school.country) for school in one.education] == [("upper_secondary", "IQ")]


def test_a_group_of_sweden_says_where_its_jobs_were():
    head = (";;Arbete utomlands;;Arbete i Sverige;", "Nr;Ort;Yrke;År;Yrke;År")
    [person, _] = read_sheet(*head, "1;Flen;kock;4;diskare;1", "2;Mora;smed;2;svetsare;3")
    assert [(job.title, job.country) for job in person.experience] == [("kock", None), ("diskare", "SE")]


def test_a_clipped_word_for_the_id_is_one_and_part_time_is_none():
    assert read_sheet("Kand.nr;Ort;Yrke", "77;Flen;kock", "78;Mora;smed")[0].id == "77"
    assert read_sheet("Tid: kan börja nu, deltid, inte natt, högst 50 minuters resa.").files[0].reader == "text"


def test_hours_beside_a_wish_count_where_no_column_tells_them():
    untold, told = read_sheet(
        "Id;Yrke;Önskar;Arbetstid", "1;Kock;allt utom disk (deltid);?", "2;Kock;målare deltid, ej natt;heltid"
    )
    assert (untold.wishes, untold.not_wanted, untold.availability.hours) == ((), ("disk",), "part")
    assert (told.wishes, told.availability.hours, told.availability.not_) == (("målare",), "full", ("night",))


def test_initials_that_elsewhere_say_not_available_are_an_id():
    people = read_sheet("Deltagar-ID;Bostadskommun", "NA;Solna", "n/a;Lund")
    assert [person.id for person in people] == ["NA", "p-3"]


def _jobs(*lines: str) -> list[list[tuple[str, float | None, str | None]]]:
    return [[(job.title, job.years, job.country) for job in row.experience] for row in read_sheet(*lines)]


@pytest.mark.parametrize(
    ("said", "jobs"),
    [
        ("Ghana 6 år, Sverige 0", [("Optiker", 6.0, "GH")]),
        ("NO/3 år, SE/1 år", [("Optiker", 3.0, "NO"), ("Optiker", 1.0, "SE")]),
        ("PE/8", [("Optiker", 8.0, "PE")]),
    ],
)
def test_times_without_a_title_are_of_the_title_beside_them(
    said: str, jobs: list[tuple[str, float | None, str | None]]
) -> None:
    [read] = _jobs("Nr;Tidigare yrke;Erfarenhet", f'1;Optiker;"{said}"')
    assert read == jobs


def test_lengths_stand_in_the_order_of_the_titles() -> None:
    assert _jobs(
        "id;Previous jobs;Years;Country",
        '1;"Porter; taxi driver";"3; 5";Kenya',
        '2;"Kock, servitör";"3, 2";"Iran, Turkiet"',
        '3;"Kock; diskare 2 år";3;Iran',
    ) == [
        [("Porter", 3.0, "KE"), ("taxi driver", 5.0, "KE")],
        [("Kock", 3.0, "IR"), ("servitör", 2.0, "TR")],
        [("Kock", 3.0, "IR"), ("diskare", 2.0, None)],
    ]


HEADER = "Deltagare\tCity\tModersmål\tSpr (nivå)\tUtbildning\tUHR j/n\tYrken (år)\tDatakunskap/kompetens\tHur mkt"


def _read(row: str) -> Profile:
    [one] = read_profiles(Source("sheet.csv", f"{HEADER}\n{row}\n".encode())).records
    return one


def test_languages_with_their_levels_are_not_levels_of_the_native_one() -> None:
    told = _read("K1\tLund\tarabiska\tsv C1 / eng B2\tGymnasium 3 år Syrien\tj\tKock, Syrien (8)\tExcel, Word\t75")
    held = {row.lang: (row.native, row.speaking) for row in told.languages}
    assert held == {"ar": (True, None), "sv": (False, ("C1", "C1")), "en": (False, ("B2", "B2"))}


@pytest.mark.parametrize(("letter", "assessed"), [("j", "yes"), ("n", "no"), ("", None)])
def test_yes_and_no_by_a_letter(letter: str, assessed: str | None) -> None:
    told = _read(f"K1\tLund\tdari\tsv B1 / eng A2\tGymnasium 3 år Iran\t{letter}\tKock, Iran (8)\tExcel\t75")
    assert told.education[0].validated == assessed


def test_a_number_in_brackets_is_a_length_where_the_header_says_so() -> None:
    told = _read("K1\tLund\tdari\tsv B1 / eng A2\tskola 9 år\tn\tMålare, Iran (8) | Kock, Sverige (0,25)\tExcel\t75")
    assert [(job.title, job.country, job.years) for job in told.experience] == [
        ("Målare", "IR", 8),
        ("Kock", "SE", 0.25),
    ]
    assert [skill.label for skill in told.skills] == ["Excel"]
    assert told.availability.hours == "part"
