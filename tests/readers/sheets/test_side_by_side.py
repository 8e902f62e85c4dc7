"""Cells that tell of what their header names only in part: languages among levels, lengths without a unit."""

import pytest

from matcher.readers import read_profiles
from matcher.readers.files.source import Source
from matcher.records import Profile

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
