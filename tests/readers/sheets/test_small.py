"""Sheets of a few columns, as somebody makes them who has a list of people and one thing to note."""

import pytest

from matcher.readers import Source, read_profiles


def read(*lines):
    return read_profiles(Source("p.csv", "\n".join(lines).encode()))


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
    batch = read(*lines)
    assert [file.reader for file in batch.files] == ["sheet"]
    assert [person.experience[0].title.casefold() for person in batch] in (["kock", "målare"], ["cook", "painter"])


def test_what_was_not_recognised_is_told():
    notes = read("Id;Namn;Yrke;Zeta", "1;Ada;Kock;q", "2;Bo;Målare;z").notes
    assert [note.line for note in notes if "not recognised" in note.what] == [1]


def test_a_wish_in_a_sheet_of_one_person_is_no_job():
    [person] = read("Löpnr;Datum;Sökt jobb;Kommentar;Plats", "1;2026-01-02;Kock;ok;A")
    assert (person.id, person.wishes, person.experience) == ("1", ("Kock",), ())


def test_labelled_lines_with_commas_are_no_sheet():
    batch = read("Namn: Ada Ek, Yrke: kock", "Svenska, B1", "Körkort, B")
    assert [file.reader for file in batch.files] == ["text"]
