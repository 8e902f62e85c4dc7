"""Columns that tell how long and where beside the title, and lists of lengths beside lists of titles."""

import pytest
from tests.readers.reading import read_sheet


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
