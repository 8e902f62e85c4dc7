"""Lists of people with a text each, and what is no such list."""

from tests.readers.reading import read_sheet

ONE = "Bor i Flen. Kock i Iran 8 år. Talar thai och lite engelska. Vill jobba i restaurangkök, heltid."
TWO = (
    "Bor i Trosa, har B-körkort. Har jobbat som snickare i Polen i 12 år. Polska är modersmål. Söker jobb som snickare."
)


def test_each_text_is_read_as_a_note_of_one_person():
    batch = read_sheet("Medlem;Om personen", f"M-1;{ONE}", f"M-2;{TWO}")
    assert [(p.id, p.home_municipality, p.experience[0].title) for p in batch] == [
        ("M-1", "Flen", "Kock"),
        ("M-2", "Trosa", "snickare"),
    ]
    assert any(note.level == "guessed" and "read as text" in note.what for note in batch.notes)


def test_remarks_beside_columns_that_tell_stay_remarks():
    head = "Nr;Kommun;Modersmål;Yrke;Körkort;Anteckning"
    one, two = read_sheet(head, f"1;Mora;dari;bagare;nej;{ONE}", f"2;Falun;tigrinja;målare;nej;{TWO}")
    assert [job.title for job in (*one.experience, *two.experience)] == ["bagare", "målare"]
    assert [person.home_municipality for person in (one, two)] == ["Mora", "Falun"]


def test_a_text_about_health_is_not_read():
    ill = "Har ont i ryggen sedan ett fall. Kan inte lyfta. Går till läkare varje vecka och är kock."
    batch = read_sheet("Nr;Om personen;Hälsa", f"1;{TWO};{ill}", f"2;{ONE};{ill}")
    assert [[job.title for job in person.experience] for person in batch] == [["snickare"], ["Kock"]]
    assert "rygg" not in str(batch.records)


def test_two_lines_with_semicolons_are_a_text():
    assert read_sheet("Kock i Iran 8 år; bor i Flen.", "Talar thai; lite engelska.").files[0].reader == "text"
