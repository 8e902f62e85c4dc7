"""What other people have and did is no fact about the person."""

from __future__ import annotations

import pytest

from matcher.readers.draft import Draft
from matcher.readers.told.loose import read_loose
from matcher.readers.told.prose import read_prose
from matcher.readers.told.toldjobs import told_jobs


@pytest.mark.parametrize(
    "text",
    [
        "Mannen har bil och B-körkort.", "Min son kör mig, han har B-körkort och bil.", "Min bror har körkort C.",
        "Min kollega har C-körkort och min chef CE.", "My supervisor holds a driving licence D.",
        "My husband has a car.", "Her brother holds a Swedish B licence.", "Kompisen har egen bil och hämtar mig.",
    ],
)  # fmt: skip
def test_licence_and_car_of_others(text: str) -> None:
    draft = Draft("a.txt", "a")
    read_prose(draft, text)
    assert (draft.licences, draft.own_car) == ([], None)


@pytest.mark.parametrize(
    "text", ["Min pappa var snickare i Aleppo i tjugo år.", "My sister worked as a nurse in Iran for ten years."]
)
def test_work_of_others(text: str) -> None:
    assert told_jobs(text) == []


def test_back_to_the_person() -> None:
    draft = Draft("a.txt", "a")
    read_prose(draft, "Mannen kör buss och har D-körkort, själv har deltagaren inget körkort.")
    assert draft.none == {"driving_licences"}
    draft = Draft("a.txt", "a")
    read_prose(draft, "My wife and I share a flat; I have a Swedish B licence.")
    assert [(one.class_, one.valid) for one in draft.licences] == [("B", "yes")]


def test_who_works_with_a_relative_works() -> None:
    [job] = told_jobs("Jobbade som bagare hos min farbror i Iran i sex år.")
    assert (job.title, job.period.stated) == ("bagare", 6.0)


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
