"""Tables on their side, forms of one person, people over several rows, and what in a table is no person."""

from __future__ import annotations

from matcher.readers import Source, read_profiles
from matcher.readers.report import Batch
from matcher.records import Profile


def read(*lines: str) -> Batch[Profile]:
    batch: Batch[Profile] = read_profiles(Source("p.csv", "\n".join(lines).encode()))
    return batch


def test_people_stand_in_columns() -> None:
    batch = read(
        "Deltagare;Z-1;Z-2",
        "Hemort;Flen;Gnesta",
        "Modersmål;swahili;thai",
        "Yrke;smed 4 år, Kenya;kock 2 år, Thailand",
        "Körkort;nej;B",
    )
    assert [(p.id, p.home_municipality, p.experience[0].title) for p in batch] == [
        ("Z-1", "Flen", "smed"),
        ("Z-2", "Gnesta", "kock"),
    ]
    assert any(note.level == "guessed" and "columns" in note.what for note in batch.notes)


def test_names_over_the_columns_are_no_ids_and_groups_name_what_their_rows_leave_open() -> None:
    batch = read(
        ";;Farida;Tesfaye",
        "Svenska;tala;B1;A2",
        ";skriva;A2;A1",
        "Bakgrund;Yrke;frisör;målare",
        ";Land;Irak;Eritrea",
        "Mål;Yrke;frisör;snickare",
        "Hem;Kommun;Motala;Boxholm",
    )
    assert [p.id for p in batch] == ["p-3", "p-4"]
    assert [(p.wishes, p.experience[0].country) for p in batch] == [(("frisör",), "IQ"), (("snickare",), "ER")]
    swedish = batch[0].languages[0]
    assert (swedish.speaking, swedish.writing) == (("B1", "B1"), ("A2", "A2"))


def test_rows_of_people_are_not_turned() -> None:
    batch = read("Nr;Kommun;Modersmål;Körkort", "1;Flen;thai;B", "2;Gnesta;dari;nej", "3;Trosa;amhariska;C")
    assert [p.home_municipality for p in batch] == ["Flen", "Gnesta", "Trosa"]


def test_a_row_without_an_id_tells_more_of_the_person_above() -> None:
    batch = read("Nr;Kommun;Yrke;År;Land", "5;Flen;smed;4;Kenya", ";;kock;2;Sverige", "6;Trosa;målare;1;Irak")
    assert [sorted(job.title for job in p.experience) for p in batch] == [["kock", "smed"], ["målare"]]
    # Whoever lives somewhere else is somebody else.
    assert len(read("Nr;Kommun;Yrke;År", "5;Flen;smed;4", ";Trosa;kock;2")) == 2


def test_an_id_on_several_rows_is_one_person_unless_something_differs() -> None:
    header = "Nr;Kommun;Modersmål;Yrke;År"
    (person,) = read(header, "5;Flen;dari;smed;4", "5;Flen;dari;kock;2")
    assert (sorted(job.title for job in person.experience), len(person.languages)) == (["kock", "smed"], 1)
    batch = read(header, "5;Flen;dari;smed;4", "5;Trosa;thai;kock;2")
    assert [p.id for p in batch] == ["5", "5 (2)"]
    assert any("earlier line" in note.what for note in batch.notes)


def test_names_of_groups_are_no_people_and_an_id_alone_is_one() -> None:
    header = "Nr;Kommun;Modersmål"
    batch = read(header, "SFI C;;", "11;Flen;dari", "SFI D;;", "12;Trosa;thai", "13;;")
    assert [p.id for p in batch] == ["11", "12", "13"]
    assert sum("name of a group" in note.what for note in batch.notes) == 2


def test_a_legend_above_or_below_explains_the_numbers() -> None:
    table = ("Nr;Kommun;Svenska;Engelska", "1;Flen;2;3", "2;Trosa;3;")
    scale = "Skala: 1 = ingen, 2 = enkel (A2), 3 = vardaglig (B1)"
    for lines in ((scale, *table), (*table, "1 = ingen;;;", "2 = enkel (A2);;;", "3 = vardaglig (B1);;;")):
        told = {row.lang: row.speaking for row in read(*lines)[0].languages}
        assert told == {"sv": ("A2", "A2"), "en": ("B1", "B1")}
    # Nobody explains these; two numbers are no scale.
    assert read("Nivå 1 = B1, 2 = A2", *table)[0].languages == ()


def test_vague_names_below_a_group_are_the_groups() -> None:
    batch = read(
        ";Språk;;;Körkort;;Kan börja",
        "Nr;modersmål;svenska;övr.;beh.;land;datum",
        "1;thai;B1;engelska A2;B;Sverige;2027-02-01",
    )
    person = batch[0]
    assert ({row.lang for row in person.languages}, person.availability.from_) == ({"th", "sv", "en"}, "2027-02-01")
    assert [(one.class_, one.country) for one in person.driving_licences] == [("B", "SE")]


def test_hygiene_beside_care_is_no_course_about_food() -> None:
    care = read("Nr;Kommun;Delegering;Hygienutb.;HLR", "1;Flen;x;x;x", "2;Trosa;;x;")[1]
    assert (care.certificates, [s.label for s in care.skills]) == ((), ["basala hygienrutiner"])
    kitchen = read("Nr;Kommun;Hygienutb.;Truckkort", "1;Flen;x;x", "2;Trosa;x;")[1]
    assert (kitchen.certificates, kitchen.skills) == (("livsmedelshygien",), ())


def test_two_fields_of_a_column_one_in_brackets() -> None:
    person = read("Nr;Ort (restid);Modersmål;Körkort (bil)", "1;Flen, 45 min;thai;ja")[0]
    assert (person.home_municipality, person.max_travel_minutes, person.certificates) == ("Flen", 45, ())


def test_another_header_further_down_names_its_own_columns() -> None:
    batch = read(
        "Nr;Kommun;Modersmål;Yrke", "1;Flen;dari;smed", ";;;", "Nr;Yrke;Kommun;Modersmål;Körkort", "2;kock;Trosa;thai;B"
    )
    assert [(p.id, p.home_municipality, p.experience[0].title) for p in batch] == [
        ("1", "Flen", "smed"),
        ("2", "Trosa", "kock"),
    ]
    assert [one.class_ for one in batch[1].driving_licences] == ["B"]
    # A cell that says what a column is called is no header.
    assert len(read("Nr;Kommun;Yrke", "1;Flen;smed", "2;Trosa;Yrke")) == 2


def test_a_first_column_of_codes_holds_the_ids() -> None:
    rows = ("Flen;thai;B1;smed;B", "Trosa;dari;A2;kock;nej", "Gnesta;thai;A1;bagare;C")
    header = "Jnr;Kommun;Modersmål;Svenska;Yrke;Körkort"
    batch = read(header, *(f"U-{at};{row}" for at, row in enumerate(rows, 7)))
    assert [p.id for p in batch] == ["U-7", "U-8", "U-9"]
    # What comes twice, or is a word, is no id.
    assert [p.id for p in read(header, *(f"4;{row}" for row in rows))] == ["p-2", "p-3", "p-4"]


def test_parts_of_a_post_are_hours() -> None:
    batch = read("Nr;Kommun;Tjänstgöringsgrad", "1;Flen;0,75", "2;Trosa;1,0", "3;Gnesta;2,0")
    assert [p.availability.hours for p in batch] == ["part", "full", None]


def test_short_headers_of_wishes_licences_and_scales() -> None:
    (person,) = read("Nr;Kommun;Kör bil?;Vill till;Engelska (skala)", "1;Flen;B;kök;B1")
    assert (person.wishes, [one.class_ for one in person.driving_licences], person.own_car) == (
        ("köksbiträde",),
        ["B"],
        None,
    )
    assert [(row.lang, row.speaking) for row in person.languages] == [("en", ("B1", "B1"))]


def test_forms_below_each_other_are_a_person_each() -> None:
    batch = read(
        "Moment;Svar",
        "Deltagare;7",
        "Kommun;Flen",
        "Modersmål;dari",
        "Yrke;kock",
        ";",
        "Deltagare;8",
        "Kommun;Trosa",
        "Yrke;smed",
        "Körkort;B",
    )
    told = [(p.id, p.home_municipality, p.experience[0].title, len(p.driving_licences)) for p in batch]
    assert told == [("7", "Flen", "kock", 0), ("8", "Trosa", "smed", 1)]


def test_a_job_that_comes_again_on_a_form_is_no_other_person() -> None:
    [person] = read("Kommun;Flen", "Modersmål;dari", "Yrke;kock", "År;4", "Land;Iran", "Yrke;smed", "År;2", "Land;Irak")
    assert [job.title for job in person.experience] == ["kock", "smed"]


def test_a_list_of_facts_with_ids_is_a_person_for_each_id() -> None:
    batch = read(
        "Person;Rubrik;Innehåll",
        "7;Bostadskommun;Flen",
        "7;Annat språk;engelska B1",
        "7;Annat språk;turkiska A2",
        "7;Tidigare arbete;kock, 4 år, Iran",
        "8;Bostadskommun;Trosa",
        "8;Tidigare arbete;smed, 2 år, Irak",
        "8;Körkort;B",
    )
    told = [(p.id, p.home_municipality, p.experience[0].title, [row.lang for row in p.languages]) for p in batch]
    assert told == [("7", "Flen", "kock", ["en", "tr"]), ("8", "Trosa", "smed", [])]


def test_cells_that_sound_like_labels_turn_no_table_whose_header_is_known_as_a_whole() -> None:
    batch = read(
        "id;Utbildning;Yrke",
        "1;läser på högskolan;kock",
        "2;läser till sjuksköterska på universitetet, år 2;kock",
        "3;universitet 4 år, läser nu SFI;smed",
        "4;studerat ekonomi på universitet 3 år;kock",
    )
    told = [(p.id, p.experience[0].title, p.education[0].level) for p in batch]
    begun, whole = "post_secondary", "tertiary"
    assert told == [("1", "kock", begun), ("2", "kock", begun), ("3", "smed", whole), ("4", "kock", whole)]
