"""Headers of two rows and three, and what stands above and below a table."""

from __future__ import annotations

import pytest

from matcher.readers import Source, read_profiles
from matcher.records import Profile


def table(*rows: str) -> Source:
    return Source("p.csv", "\n".join(rows).encode())


def spoken(person: Profile) -> dict[str, object]:
    return {row.lang: (row.speaking, row.writing) for row in person.languages}


@pytest.mark.parametrize(
    "rows",
    [
        ("Nr;Hemort;Svenska;;Tyska;;Yrke", ";;tal;skrift;tal;skrift;"),
        ("Nr;Hemort;Språk;;;;Yrke", ";;Svenska;;Tyska;;", ";;Tala;Skriva;Tala;Skriva;"),
        ("Deltagare;;Språknivå svenska;;German;;", "Nr;Hemort;muntligt;skriftligt;speaking;writing;Yrke"),
    ],
)
def test_skills_below_languages_are_skills_of_each(rows: tuple[str, ...]) -> None:
    person = read_profiles(table(*rows, "7;Gävle;B2;A2;B1;A1;kock"))[0]
    assert spoken(person) == {"sv": (("B2", "B2"), ("A2", "A2")), "de": (("B1", "B1"), ("A1", "A1"))}
    assert (person.home_municipality, [j.title for j in person.experience]) == ("Gävle", ["kock"])


def test_a_group_says_what_its_jobs_are_for_and_where_its_schools_were() -> None:
    person = read_profiles(
        table(
            "Deltagare;;Bakgrund;;;Mål;Anhörig",
            "Nr;Hemort;Utbildning;Land;Arbetat som;Yrke;Yrke",
            "4;Falun;Gymnasium;Kenya;svarvare;målare;tandläkare",
        )
    )[0]
    assert [(e.level, e.country) for e in person.education] == [("upper_secondary", "KE")]
    assert [(j.title, j.country) for j in person.experience] == [("svarvare", None)]
    assert person.wishes == ("målare",)


def test_skills_by_themselves_are_swedish_unless_a_language_stands_before_them() -> None:
    person = read_profiles(table("Elevnr;Studieväg;Kurs;Läsa;Skriva;Tala;Höra", "4;2;C;A2;A1;B1;B2"))[0]
    (swedish,) = person.languages
    assert [getattr(swedish, s) for s in ("reading", "writing", "speaking", "listening")] == [
        ("A2", "A2"), ("A1", "A1"), ("B1", "B1"), ("B2", "B2"),
    ]  # fmt: skip
    assert person.driving_licences == ()
    other = read_profiles(table("Nr;Hemort;Andra språk;Läsa;Skriva", "4;Falun;franska;B2;B1"))[0]
    assert spoken(other) == {"fr": (None, None)}
    each = read_profiles(table("Nr;Språk 1;Tala;Skriva;Språk 2;Tala;Skriva", "4;franska;B2;B1;persiska;C1;A2"))[0]
    assert spoken(each) == {"fr": (("B2", "B2"), ("B1", "B1")), "fa": (("C1", "C1"), ("A2", "A2"))}


def test_a_letter_below_an_unknown_header_is_no_licence() -> None:
    people = read_profiles(table("Nr;Modersmål;Yrke;Drivers", "1;thai;kock;B", "2;dari;kock;C"))
    assert [[row.class_ for row in person.driving_licences] for person in people] == [["B"], ["C"]]
    people = read_profiles(table("Nr;Modersmål;Yrke;Grupp", "1;thai;kock;B", "2;dari;kock;C"))
    assert [person.driving_licences for person in people] == [(), ()]


def test_a_line_of_text_below_the_people_is_nobody() -> None:
    batch = read_profiles(
        table("Nr;Hemort;Modersmål;Yrke", "1;Falun;thai;kock", "x = inte klart;;;", "Fyll i före mötet;;;", "2;;;")
    )
    assert [person.id for person in batch] == ["1", "2"]
    assert sum("no person" in note.what for note in batch.notes) == 2


def test_three_rows_of_a_header_are_one() -> None:
    person = read_profiles(
        table(
            "Lista för våren;;;;;;;",
            "Elev-ID;Språk;;;Arbetsliv;;Framtid;",
            ";Modersmål;Svenska;;Yrke;;Önskat yrke;Plan för studier",
            ";;tal;skrift;titel;år;;",
            "E4;lao;B2;A2;svarvare;6;målare;SVA",
        )
    )[0]
    assert (person.id, spoken(person)) == ("E4", {"lo": (None, None), "sv": (("B2", "B2"), ("A2", "A2"))})
    assert [(j.title, j.years) for j in person.experience] == [("svarvare", 6.0)]
    assert (person.wishes, person.education) == (("målare",), ())
