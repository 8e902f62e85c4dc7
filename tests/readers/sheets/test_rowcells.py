"""What somebody adds before the one answer of a cell, to titles or to schools, changes nothing that is read."""

import csv
import io

import pytest

from matcher.features.workwords import title_alone, work_told
from matcher.readers import read_profiles
from matcher.readers.cells.education import read_education
from matcher.readers.files.source import Source

ROW = {
    "ID": "P1", "Kommun": "Nacka", "Yrkeserfarenhet": "Kock 6 år Iran", "Körkort": "nej", "Egen bil": "ja",
    "Certifikat": "saknas", "Arbetstid": "heltid", "Utbildning": "Gymnasium 12 år Iran (teknik)",
}  # fmt: skip


def reading(row):
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows([row.keys(), row.values()])
    return read_profiles(Source("p.csv", out.getvalue().encode()))


def read(row):
    (one,) = reading(row).records
    return one


@pytest.mark.parametrize("column", ["Kommun", "Körkort", "Egen bil", "Certifikat", "Utbildning"])
@pytest.mark.parametrize("said", ["flyttar snart", "fnular mäkta"])
@pytest.mark.parametrize("joint", ["{}\n{}", "{}; {}"])
def test_a_cell_of_one_answer_gives_it_whatever_stands_before(column, said, joint):
    assert read(ROW | {column: joint.format(said, ROW[column])}) == read(ROW)


def test_the_report_says_that_something_beside_the_answer_is_not_read_and_not_what():
    told = str(reading(ROW | {"Kommun": "fnular mäkta. Nacka"}).notes)
    assert "more than one answer" in told
    assert "fnular" not in told


def test_an_answer_hides_nothing_that_the_cell_gives():
    held = read(ROW | {"Körkort": "B; nej på C", "Certifikat": "truckkort, nej på lift"})
    assert "B" in [licence.class_ for licence in held.driving_licences]
    assert held.certificates == ("truck",)


def test_an_unknown_remark_before_a_title_or_a_school_is_none():
    assert title_alone("fnular mäkta, kock") == "kock"
    assert work_told("korvstoppare, kock") == "korvstoppare, kock"
    assert [one.level for one in read_education("fnular mäkta\nGymnasium 3 år")] == ["upper_secondary"]
    assert "ekonomi" in [one.field for one in read_education("ekonomi\nGymnasium 3 år")]


def test_what_is_dropped_of_a_row_is_told_in_the_order_of_its_columns():
    cells = {"Yrkeserfarenhet": "Kock, 41 år gammal", "Kompetens": "sång, är gravid", "Önskat yrke": "kock, är muslim"}
    told = [note for note in reading({"ID": "P7"} | cells).notes if note.level == "dropped"]
    assert [note.column for note in told] == list(cells)
