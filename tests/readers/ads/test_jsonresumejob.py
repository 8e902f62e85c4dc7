from __future__ import annotations

import json

import pytest

from matcher.readers import Source, read_ads
from matcher.readers.ads.jsonresumejob import READER

JOB = {
    "title": "Kock",
    "company": "Krogen",
    "type": "Part-time",
    "date": "2026-11",
    "description": "Vi lagar mat.",
    "location": {"city": "Solna", "address": "Vägen 1"},
    "experience": "Mid-level",
    "responsibilities": ["Laga lunch"],
    "qualifications": ["Truckkort", "2 års erfarenhet"],
    "skills": [{"name": "Kök", "level": "Master", "keywords": ["HACCP", "grill"]}, {"name": "Disk"}],
    "salary": "1",
}


def test_a_job():
    batch = read_ads(Source("folder/kock 7.json", json.dumps(JOB).encode()))
    ad = batch[0]
    assert (ad.id, ad.headline, ad.employer, ad.municipality, ad.hours) == ("kock 7", "Kock", "Krogen", "Solna", "part")
    assert ad.text == (
        "Vi lagar mat.\n\nResponsibilities\nLaga lunch\n\nQualifications\nTruckkort\n2 års erfarenhet\n\n"
        "Skills\nKök: HACCP, grill\nDisk"
    )
    assert ad.structured == ()
    assert {"location.address", "salary", "skills.level"} <= {
        c for note in batch.notes for c in (note.column or "").split(", ")
    }


def test_years_of_experience_become_a_row():
    ad = READER.read(Source("a.json", json.dumps({**JOB, "experience": "3+ years"}).encode()))[0]
    assert [(row.value["years"], row.source) for row in ad.structured] == [(3, "experience")]


def test_several_jobs_are_numbered():
    ads = READER.read(Source("a.json", json.dumps([JOB, JOB, {**JOB, "id": 9}]).encode()))
    assert [ad.id for ad in ads] == ["a", "a-2", "9"]


@pytest.mark.parametrize("field", sorted(JOB))
@pytest.mark.parametrize("value", [None, "", "x", 7, [], {}, [None], [[1]], [{"name": None}]])
def test_no_single_field_breaks_a_job(field, value):
    assert len(READER.read(Source("a.json", json.dumps({**JOB, field: value}).encode()))) == 1


def test_resumes_are_not_taken():
    assert not READER.recognises(Source("a", b'{"title": "x", "basics": {}, "description": "", "company": ""}'))
    assert not READER.recognises(Source("a", b'{"title": "x", "colour": "y"}'))
