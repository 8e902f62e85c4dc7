"""Studies whose end lies after the day to judge by are not finished, in whatever format they are told."""

from __future__ import annotations

import json
from datetime import date

import pytest

from matcher.readers import Source, read_profiles
from matcher.taxonomy.facts.degrees import is_under_way

_RESUME = {"studyType": "Bachelor", "area": "Kemi", "startDate": "2028-09", "endDate": "2031-06"}
_POSITIONS = [{"term": "Kock", "start": "2020", "end": "2021"}]
_STUDIES = [{"programme": "Kemi", "degree": "Kandidatexamen", "start": "2028-09", "end": "2031-06", "school": "Skola"}]
SOURCES = {
    "resume.json": json.dumps({"basics": {}, "education": [_RESUME]}),
    "cv.txt": "Utbildning\nKandidatexamen i kemi, Umeå universitet 2028-2031\n\nSpråk\nDari\n",
    "people.csv": "Id;Utbildning\nK1;Högskola kemi 2028-2031\n",
    "myskills.json": json.dumps({"experiences": _POSITIONS, "educations": _STUDIES}),
}


@pytest.mark.parametrize("name", SOURCES)
def test_studies_end_after_the_day_to_judge_by(name: str) -> None:
    source = Source(name, SOURCES[name].encode())
    days = (date(2030, 1, 1), date(2032, 1, 1), None)
    read = [read_profiles(source, as_of=day).records[0].education[0] for day in days]
    assert [is_under_way(one) for one in read] == [True, False, False]
