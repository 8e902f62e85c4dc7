"""JSON Resume: everything optional, levels and dates in free words."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.errors import ReadError
from matcher.readers import Batch, Source, read_profiles
from matcher.readers.resumes.jsonresume import READER
from matcher.records import Profile

WHOLE = {
    "basics": {
        "label": "Baker (trained)",
        "location": {"city": "Lund"},
        "summary": (
            "Looking for a position as pastry cook. Holds a Swedish driving licence, category B. No car. "
            "Full time from 1 March 2027, no nights."
        ),
    },
    "work": [
        {
            "position": "Baker",
            "location": "Homs, Syria",
            "startDate": "2010-01",
            "endDate": "2013-12",
            "summary": "Bread.",
        },
        {"position": "Kitchen helper", "location": "Lund", "startDate": "2024"},
    ],
    "education": [
        {"studyType": "Two-year post-secondary diploma", "area": "Food", "institution": "Institute in Syria"},
        {"institution": "SFI", "studyType": "Course C, finished"},
    ],
    "languages": [
        {"language": "Arabic", "fluency": "Native speaker"},
        {"language": "English", "fluency": "School English"},
        {"language": "Swedish", "fluency": "Speaks and understands A2, writes A1; studying SFI course D"},
    ],
    "skills": [{"name": "Baking", "keywords": ["sourdough"]}],
    "certificates": [{"name": "Food hygiene"}, {"name": "Driving licence BE, issued in Germany"}],
    "interests": [{"name": "More", "keywords": ["wedding cakes for friends"]}],
}


def read(resume: object, as_of: date | None = None) -> Batch[Profile]:
    return read_profiles(Source("folder/k7.json", json.dumps(resume).encode()), as_of=as_of)


def test_a_whole_resume() -> None:
    profile = read(WHOLE)[0]
    assert (profile.id, profile.home_municipality) == ("k7", "Lund")
    assert [(j.title, j.country, j.years, j.duties) for j in profile.experience] == [
        ("Baker", "SY", 4.0, "Bread."), ("Kitchen helper", "SE", 3.25, None),
    ]  # fmt: skip
    assert [(e.level, e.field, e.country, e.years) for e in profile.education] == [
        ("post_secondary", "Food", "SY", 2.0)
    ]
    assert profile.languages[-1].writing is not None or profile.languages[0].lang == "sv"
    assert {x.lang: x.native for x in profile.languages} == {"ar": True, "en": False, "sv": False}
    assert [s.label for s in profile.skills] == ["Baking", "sourdough"]
    assert profile.certificates == ("livsmedelshygien",)
    assert [(x.class_, x.country, x.valid) for x in profile.driving_licences] == [("BE", "DE", "yes")]
    assert (profile.own_car, profile.availability.from_, profile.availability.hours) == (False, "2027-03-01", "full")
    assert profile.availability.not_ == ("night",)
    assert profile.wishes == ("pastry cook",)


def test_lengths_are_never_made_up() -> None:
    jobs = [{"position": "Cook"}, {"position": "Baker", "startDate": "2021-05", "endDate": "2019-02"}]
    batch = read({"basics": {}, "work": jobs})
    assert [j.years for j in batch[0].experience] == [None, None]
    assert any("not before the beginning" in note.what for note in batch.notes)


def test_an_open_job_runs_to_the_newest_date_or_the_day_given() -> None:
    jobs = [
        {"position": "Cook", "startDate": "2020-01"},
        {"position": "Baker", "startDate": "2018-01", "endDate": "2022-12"},
    ]
    assert read({"basics": {}, "work": jobs})[0].experience[0].years == 3.0
    assert read({"basics": {}, "work": jobs}, date(2025, 12, 31))[0].experience[0].years == 6.0
    assert read({"basics": {}, "work": jobs[:1]})[0].experience[0].years is None
    assert read({"basics": {}, "work": jobs[:1], "meta": {"lastModified": "2021-12-01"}})[0].experience[0].years == 2.0


@pytest.mark.parametrize("broken", ["text", 7, {"a": 1}, [[]], [None, "x"]])
@pytest.mark.parametrize("key", ["work", "education", "skills", "languages", "certificates", "interests", "volunteer"])
def test_a_broken_part_is_reported_and_costs_nothing_else(key: str, broken: object) -> None:
    resume = {
        "basics": {"location": {"city": "Umeå"}},
        "work": [{"position": "Cook"}],
        "skills": [{"name": "soup"}],
        key: broken,
    }
    batch = read(resume)
    assert batch[0].home_municipality == "Umeå"
    assert any(note.column == key for note in batch.notes)


def test_several_resumes_in_one_file() -> None:
    lines = "\n".join(json.dumps({"basics": {"label": label}, "work": []}) for label in ("Cook", "Baker"))
    assert [p.id for p in read_profiles(Source("many.jsonl", lines.encode()))] == ["many", "many-2"]


def test_a_truncated_file_is_refused_with_its_line() -> None:
    with pytest.raises(ReadError, match="line 1"):
        read_profiles(Source("cv.json", b'{"basics": {"label": "Co'))


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=10), inner, max_size=3),
    max_leaves=8,
)
_KEYS = ("work", "education", "skills", "languages", "certificates", "interests", "volunteer", "basics", "meta", "x")


@given(st.dictionaries(st.sampled_from(_KEYS), _VALUES))
def test_any_values(resume: dict[str, object]) -> None:
    batch = read({"basics": {"label": "Cook"}, **resume, "work": [{"position": "Cook"}], "skills": []})
    assert batch[0].id == "k7"


def test_a_list_that_is_too_long_is_told_of():
    document = {"basics": {}, "work": [{"position": f"Kock {n}", "startDate": "2010"} for n in range(501)]}
    document["skills"] = [{"name": "Bakning", "keywords": [f"x{n}" for n in range(501)]}]
    notes = read_profiles(Source("cv.json", json.dumps(document).encode())).notes
    told = [(note.what, note.column) for note in notes if note.what.startswith("more than")]
    assert told == [
        ("more than 500 in one list; the rest is left out", "skills.keywords, work"),
        ("more than 200 jobs; the rest is left out", None),
        ("more than 200 skills; the rest is left out", None),
    ]


def test_plain_texts_in_place_of_objects_and_of_lists_are_read() -> None:
    batch = read({
        "basics": None, "skills": ["Bakning", {"name": "Kontor", "keywords": "Excel, Word"}], "languages": ["Swedish"],
    })  # fmt: skip
    assert [skill.label for skill in batch[0].skills] == ["Bakning", "Kontor", "Excel", "Word"]
    assert [language.lang for language in batch[0].languages] == ["sv"]
    assert not batch.notes


@pytest.mark.parametrize(
    "resume",
    [
        {"skills": [{"name": "Bakning", "keywords": ["surdeg"]}]},
        {"$schema": "x", "languages": [{"language": "arabiska", "fluency": "modersmål"}]},
        {"education": [{"studyType": "Gymnasium", "area": "Mat"}], "meta": {}},
    ],
)
def test_one_section_alone_is_a_resume(resume: dict[str, object]) -> None:
    assert READER.recognises(Source("cv.json", json.dumps(resume).encode()))


@pytest.mark.parametrize("other", [{"skills": []}, {"skills": [{"name": "x"}], "id": "7"}, {"skills": ["x"]}])
def test_what_has_no_section_of_its_own_is_none(other: dict[str, object]) -> None:
    assert not READER.recognises(Source("x.json", json.dumps(other).encode()))


def test_a_heading_above_its_keywords_is_no_skill() -> None:
    batch = read({"basics": {}, "skills": [{"name": "Professional skills", "keywords": ["welding", "grinding"]}]})
    assert [skill.label for skill in batch[0].skills] == ["welding", "grinding"]
    assert [note.column for note in batch.notes] == ["skills.name"]


def test_one_entry_without_its_list_is_read() -> None:
    document = {"work": {"position": "Baker", "startDate": "2014-01", "endDate": "2015-12"}}
    batch = READER.read(Source("cv.json", json.dumps(document).encode()))
    (job,) = batch[0].experience
    assert (job.title, job.years) == ("Baker", 2)


@pytest.mark.parametrize(
    ("card", "status"),
    [("Legitimerad tandhygienist", "licensed"), ("Ansökt om legitimation som tandhygienist", "applied")],
)
def test_a_licence_to_practise_among_certificates_is_no_card(card: str, status: str) -> None:
    profile = read({"basics": {}, "certificates": [{"name": card}, {"name": "HLR"}]})[0]
    assert profile.licensed_profession is not None
    assert (profile.licensed_profession.profession, profile.licensed_profession.status) == ("tandhygienist", status)
    assert profile.certificates == ("hlr",)


def test_a_licence_of_another_country_is_none_here() -> None:
    assert read({"basics": {}, "certificates": [{"name": "Legitimerad läkare, Iran"}]})[0].licensed_profession is None


def test_a_driving_licence_among_skills_is_none_of_them() -> None:
    resume = {"skills": [{"name": "Körkort", "keywords": ["B", "CE"]}, {"name": "Surdeg"}]}
    [profile] = read_profiles(Source("p.json", json.dumps(resume).encode()))
    assert [one.class_ for one in profile.driving_licences] == ["B", "CE"]
    assert [skill.label for skill in profile.skills] == ["Surdeg"]


def test_studies_without_an_end_go_on() -> None:
    school = {"institution": "Yrkesskolan", "area": "Elteknik", "studyType": "Yrkeshögskola", "startDate": "2024-08"}
    fields = [
        read({"basics": {}, "education": [row]})[0].education[0].field
        for row in (school, school | {"endDate": "2026-06"})
    ]
    assert fields == ["Elteknik, pågående", "Elteknik"]


_TOLD = "Holds a Swedish driving licence, category B. No car. Looking for a position as pastry cook."


@pytest.mark.parametrize(
    "told",
    [_TOLD.upper(), _TOLD.replace(" ", "  "), _TOLD.replace(" ", "\u00a0")],
    ids=["capitals", "wide blanks", "blanks that do not break"],
)
def test_a_summary_written_another_way_tells_the_same(told: str) -> None:
    plain, other = (read({"basics": {"summary": summary}, "work": []})[0] for summary in (_TOLD, told))
    assert [(one.class_, one.country) for one in plain.driving_licences] == [("B", "SE")]
    assert other.driving_licences == plain.driving_licences
    assert other.own_car is plain.own_car is False
    assert [wish.casefold() for wish in other.wishes] == [wish.casefold() for wish in plain.wishes] == ["pastry cook"]


@pytest.mark.parametrize("key", ["resume", "data", "cv"])
def test_a_resume_in_an_envelope_is_one(key: str) -> None:
    assert read({key: WHOLE})[0] == read(WHOLE)[0]


def test_keys_may_be_written_with_underscores() -> None:
    text = json.dumps(WHOLE)
    for name in ("startDate", "endDate", "studyType"):
        text = text.replace(name, "".join(f"_{sign.lower()}" if sign.isupper() else sign for sign in name))
    assert read(json.loads(text))[0] == read(WHOLE)[0]
