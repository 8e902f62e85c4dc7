"""What is only wished for or planned, in a cell of what somebody has."""

import json

import pytest
from tests.readers.reading import read_sheet

from matcher.readers import Source, read_profiles
from matcher.readers.cells.wished import without_wished
from matcher.readers.cells.worklist import read_jobs


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("A2, målet är B2", "A2"),
        ("siktar på C1", ""),
        ("tyska: mål B1, polska", "tyska, polska"),
        ("grundskola 9 år - tänker läsa vidare till hösten", "grundskola 9 år"),
        ("ekonomi 2 år; sökt till högskola", "ekonomi 2 år"),
        ("hopes to study nursing, secondary school", "secondary school"),
        ("svetsare 4 år men skulle vilja byta", "svetsare 4 år"),
        ("bagare (vill bli konditor)", "bagare"),
        # duties and work, and nothing that is wished for
        ("planerar transporter, söker upp kunder", "planerar transporter, söker upp kunder"),
        ("looking after children, will-writing", "looking after children, will-writing"),
        ("målare, mål i hall", "målare, mål i hall"),
    ],
)
def test_what_is_wished_for_is_left_out(text: str, kept: str) -> None:
    assert without_wished(text) == kept


def test_a_sheet_says_that_a_wish_was_not_read() -> None:
    report = read_sheet("ID|Utbildning|Svenska|Yrke", "P1|gymnasium; planerar högskola|mål: B2|kock, vill byta")
    person = report.records[0]
    assert [row.level for row in person.education] == ["upper_secondary"]
    assert not person.languages
    assert [job.title for job in person.experience] == ["kock"]
    said = [note.column for note in report.notes if "only wished for" in note.what]
    assert said == ["Utbildning", "Svenska", "Yrke"]


@pytest.mark.parametrize(
    ("text", "jobs"),
    [
        ("murare: 4 år Basra, 2 år Ankara, 9 mån Tierp", [(4.0, "IQ"), (2.0, "TR"), (0.75, "SE")]),
        ("murare 4 år Irak, 2 Turkiet, 1 år i Tierp", [(4.0, "IQ"), (2.0, "TR"), (1.0, "SE")]),
    ],
)
def test_places_with_a_length_are_of_the_job_before_them(text: str, jobs: list[tuple[float, str]]) -> None:
    read = read_jobs(text)
    assert {job.title for job in read} == {"murare"}
    assert [(job.period.years(), job.countries[0]) for job in read] == jobs


def test_a_resume_as_data_holds_no_wishes_either() -> None:
    resume = {
        "work": [{"position": "Kock"}, {"position": "vill bli snickare"}],
        "education": [{"studyType": "planerar högskola", "area": "ekonomi"}, {"studyType": "gymnasium"}],
        "languages": [{"language": "Svenska", "fluency": "mål B2"}, {"language": "Tyska", "fluency": "A2, mål B1"}],
        "skills": [{"name": "hoppas lära mig svetsa"}, {"name": "bakning"}],
    }
    [person] = read_profiles(Source("r.json", json.dumps(resume).encode()))
    assert [job.title for job in person.experience] == ["Kock"]
    assert [one.level for one in person.education] == ["upper_secondary"]
    assert [(one.lang, one.speaking) for one in person.languages] == [("sv", None), ("de", ("A2", "A2"))]
    assert [skill.label for skill in person.skills] == ["bakning"]


@pytest.mark.parametrize(
    ("cell", "status"),
    [
        ("läkare 6 år Irak. Ska göra kunskapsprovet", "knowledge_test"),
        ("läkare (anmäld till kunskapsprov)", "knowledge_test"),
        ("läkare 6 år Irak, vill bli bagare", None),
    ],
)
def test_a_step_on_the_way_to_a_licence_is_no_wish(cell: str, status: str | None) -> None:
    [person] = read_sheet("ID|Utbildning", f"P1|{cell}").records
    assert (person.licensed_profession.status if person.licensed_profession else None) == status


def test_a_degree_of_which_nothing_may_be_kept_leaves_its_school() -> None:
    resume = {"education": [{"studyType": "ensamstående", "institution": "Lunds universitet", "area": "ekonomi"}]}
    [person] = read_profiles(Source("r.json", json.dumps(resume).encode()))
    assert [(one.level, one.field) for one in person.education] == [("tertiary", "ekonomi")]
