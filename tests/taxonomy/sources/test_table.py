"""A taxonomy from a plain table."""

from __future__ import annotations

from pathlib import Path

import pytest

from matcher.errors import InvalidRecordError, ReadError
from matcher.taxonomy import Taxonomy
from matcher.taxonomy.sources.importing import import_taxonomy


def read(tmp_path: Path, text: str, encoding: str = "utf-8") -> tuple[Taxonomy, list[str]]:
    path = tmp_path / "t.tsv"
    path.write_bytes(text.encode(encoding))
    return import_taxonomy("table", [path])


def test_rows_of_one_id_are_its_labels(tmp_path):
    table = (
        "id\tlabel\ttype\tlang\n0110\tOfficer\toccupation\tsv\n0110\tBefäl\toccupation\tsv\n"
        "0110\tOfficer\toccupation\ten\n110\tOmbud\t\t\n"
    )
    taxonomy, notes = read(tmp_path, table)
    assert notes == []
    assert list(taxonomy.concepts) == ["0110", "110"]
    officer = taxonomy.concepts["0110"]
    assert officer.labels == {"sv": "Officer", "en": "Officer"}
    assert officer.alternatives == {"sv": ("Befäl",)}
    assert taxonomy.concepts["110"].type == "occupation"


def test_columns_may_stand_in_any_order_and_two_may_lack(tmp_path):
    taxonomy, _ = read(tmp_path, "\ufeffLabel\tID\r\nKock\t7\r\n\r\nBagare\t8\r\n")
    assert [(c.id, c.type, c.label()) for c in taxonomy.concepts.values()] == [
        ("7", "occupation", "Kock"),
        ("8", "occupation", "Bagare"),
    ]


def test_bad_rows_are_named_by_line_and_the_others_kept(tmp_path):
    table = (
        "id\tlabel\ttype\tlang\na\tKock\toccupation\tsv\n\tx\toccupation\tsv\nb\n"
        + f"c\t{'x' * 1001}\toccupation\tsv\na\tKock\tskill\tsv\n"
    )
    taxonomy, notes = read(tmp_path, table)
    assert list(taxonomy.concepts) == ["a"]
    assert [note.partition(", line ")[2].partition(":")[0] for note in notes] == ["3", "4", "5", "6"]
    assert not any("x" * 50 in note for note in notes)


@pytest.mark.parametrize("text", ["", "kod\tnamn\n1\tKock\n", "id,label\n1,Kock\n"])
def test_a_table_without_its_columns_is_refused(tmp_path, text):
    with pytest.raises(InvalidRecordError, match="the columns id, label, type and lang"):
        read(tmp_path, text)


def test_tables_of_spreadsheet_programs_are_read(tmp_path):
    taxonomy, _ = read(tmp_path, 'id\tlabel\n1\tMålare\n2\t"Så kallad ""köksa"""\n3\t"Ung\n', "cp1252")
    assert [c.label() for c in taxonomy.concepts.values()] == ["Målare", 'Så kallad "köksa"', '"Ung']
    taxonomy, _ = read(tmp_path, "id\tlabel\n1\tMålare\u2028ute\n2\tKock\x85inne\n")
    assert [c.label() for c in taxonomy.concepts.values()] == ["Målare\u2028ute", "Kock\x85inne"]


@pytest.mark.parametrize("text", ["id\tlabel\n", "id\tlabel\n1\t\n"])
def test_a_table_without_concepts_is_refused(tmp_path, text):
    with pytest.raises(InvalidRecordError, match="rows with an id"):
        read(tmp_path, text)


def test_damaged_text_is_refused_with_its_line(tmp_path):
    (tmp_path / "t.tsv").write_bytes("id\tlabel\n1\tMålare på väg\n".encode() + b"2\t\xff\n")
    with pytest.raises(ReadError, match="line 3: expected text in UTF-8"):
        import_taxonomy("table", [tmp_path / "t.tsv"])


def test_a_table_is_one_file(tmp_path):
    with pytest.raises(ValueError, match="one file"):
        import_taxonomy("table", [tmp_path, tmp_path])
    with pytest.raises(ReadError, match="a readable file"):
        import_taxonomy("table", [tmp_path])


def test_types_and_languages_are_the_same_in_capitals_and_odd_types_are_told(tmp_path):
    table = (
        "id\tlabel\ttype\tlang\n1\tKock\tOccupation\tSV\n1\tCook\toccupation\ten-GB\n2\tEl\tjob\tsv\n3\tVVS\tjob\tsv\n"
    )
    taxonomy, notes = read(tmp_path, table)
    assert taxonomy.of_type("occupation") == ("1",)
    assert taxonomy.concepts["1"].labels == {"sv": "Kock", "en": "Cook"}
    assert taxonomy.of_type("job") == ("2", "3")
    assert [note.partition(", ")[2] for note in notes] == [
        "line 4: doubtful: expected the type occupation or skill; others are kept only"
    ]
