"""Where somebody studied stays, where somebody comes from does not."""

from __future__ import annotations

import pytest

from matcher.readers.draft import Draft
from matcher.readers.told.loose import read_loose


@pytest.mark.parametrize(
    ("text", "school"),
    [
        ("Kommer från Brasilien, där jag läste kemi på universitetet i fyra år.", ("tertiary", "BR", 4.0)),
        ("I come from Eritrea and finished upper secondary school there, twelve years in all.",
         ("upper_secondary", "ER", 12.0)),
        ("Jag är från Somalia och har gått fyra år i skola där.", ("primary", "SO", 4.0)),
        ("Född i Damaskus, där hon studerade juridik i fyra år på universitetet.", ("tertiary", "SY", 4.0)),
    ],
)  # fmt: skip
def test_school_at_home(text: str, school: tuple[str, str, float]) -> None:
    draft = Draft("a.txt", "a")
    read_loose(draft, text, "top")
    assert [(one.level, one.country, one.years) for one in draft.education] == [school]


def test_origin_alone_is_nothing() -> None:
    draft = Draft("a.txt", "a")
    read_loose(draft, "Hon kom från Polen 2015 och trivs.", "top")
    assert (draft.education, draft.jobs, draft.words()) == ([], [], [])


def test_a_place_of_work_is_no_school() -> None:
    draft = Draft("a.txt", "a")
    read_loose(draft, "Mellan 2018 och 2020 var jag vaktmästare på en skola i Nairobi.", "top")
    assert draft.education == []
    assert [(job.title, job.countries) for job in draft.jobs] == [("vaktmästare", ("KE",))]
