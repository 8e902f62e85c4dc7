"""Pastimes and voluntary work that tell a faith or an origin are left out, from whatever format."""

from __future__ import annotations

import json

import pytest

from matcher.readers import Source, read_profiles

TOLD = ("Kyrkokörens kassör", "moskéns läxhjälp", "Gospel singing", "Bangladeshiska föreningen", "stickning", "fotboll")
KEPT = ["stickning", "fotboll"]
CV = "Kim\n\nERFARENHET\nKock, 2015-2019\n\nFRITID\n{}\n"
RESUME = {"basics": {"name": "Kim"}, "work": [{"position": "Kock"}], "interests": [{"name": one} for one in TOLD]}


@pytest.mark.parametrize(
    "source",
    [
        Source("cv.txt", CV.format(", ".join(TOLD)).encode()),
        Source("cv.txt", CV.format("\n".join(f"- {one}" for one in TOLD)).encode()),
        Source("cv.json", json.dumps(RESUME).encode()),
    ],
    ids=["line", "list", "resume"],
)
def test_pastimes(source: Source) -> None:
    batch = read_profiles(source)
    assert [one.label for one in batch[0].informal_skills] == KEPT
    told = {note.what for note in batch.notes}
    assert {"protected or personal (religion)", "protected or personal (origin)"} <= told


def test_the_same_places_are_kept_where_they_are_work() -> None:
    profile = read_profiles(Source("cv.txt", "ERFARENHET\nKyrkvaktmästare, 2015-2019\n\nSPRÅK\nSvenska B2".encode()))[0]
    assert [job.title for job in profile.experience] == ["Kyrkvaktmästare"]
