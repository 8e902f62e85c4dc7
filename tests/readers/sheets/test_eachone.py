"""Columns for one thing each: years of an occupation, ticks of skills, scales with a legend, grades of a course."""

from __future__ import annotations

import pytest
from tests.readers.reading import read_sheet

from matcher.readers import Source, read_profiles


def test_years_of_an_occupation_each_are_jobs() -> None:
    first, second = read_sheet("Nr;Yrke;År;Svarvare (år);Kassörska (år);Egen kiosk (år)", "1;kock;4;2,5;0;", "2;;;;7;3")
    assert [(j.title, j.years) for j in first.experience] == [("kock", 4.0), ("Svarvare", 2.5)]
    assert [(j.title, j.years) for j in second.experience] == [("Kassörska", 7.0), ("Egen kiosk", 3.0)]
    assert second.none == ()


@pytest.mark.parametrize(
    ("header", "cell", "years"),
    [("Kökserfarenhet (mån)", "18", 1.5), ("Warehouse experience (years)", "3", 3.0), ("Years as a welder", "2", 2.0)],
)
def test_experience_of_one_trade_is_counted_and_denied_by_itself(header: str, cell: str, years: float) -> None:
    first, second = read_sheet(f"Nr;Modersmål;Hemort;{header}", f"1;thai;Falun;{cell}", "2;dari;Falun;0")
    assert [j.years for j in first.experience] == [years]
    assert (second.experience, second.none) == ((), ())


def test_ticks_of_skills_are_skills_beside_a_column_of_wishes() -> None:
    header, row = "Nr;Modersmål;Hemort;Excel;Svetsning;Kassa J/N;Skostorlek", "1;thai;Falun;x;;Ja;x"
    with_wish = read_sheet(f"{header};Söker jobb som", f"{row};kock")[0]
    assert [s.label for s in with_wish.skills] == ["Excel", "kassaarbete"]
    assert read_sheet(header, row)[0].skills == ()  # they might be wishes


@pytest.mark.parametrize(
    ("header", "cell", "level"),
    [
        ("Svenska (1=ingen, 2=lite, 3=bra)", "3", ("B2", "B2")),
        ("Tyska (0 = none, 1 = basic, 2 = fluent)", "1", ("A2", "A2")),
        ("Tyska 1-5", "4", None),
        ("Svenska (1-5)", "4", None),
    ],
)
def test_a_step_of_a_scale_is_a_level_where_a_legend_says_so(
    header: str, cell: str, level: tuple[str, str] | None
) -> None:
    batch = read_profiles(Source("p.csv", f"Nr;Hemort;Yrke;{header}\n1;Falun;kock;{cell}".encode()))
    assert [row.speaking for row in batch[0].languages] == ([level] if level else [])
    assert bool(level) != any("expected a level" in note.what for note in batch.notes)


def test_a_grade_below_a_course_is_no_course() -> None:
    passed, failed, going = read_sheet("Nr;Modersmål;Svenska som andraspråk 1", "1;thai;C", "2;dari;F", "3;lao;pågår")
    assert [row.speaking for row in passed.languages if row.lang == "sv"] == [("B2", "B2")]
    assert [row.lang for row in failed.languages] == ["fa"]
    assert [row.studying for row in going.languages if row.lang == "sv"] == [True]
