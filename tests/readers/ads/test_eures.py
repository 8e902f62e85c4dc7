from __future__ import annotations

import html
import json

import pytest

from matcher.errors import ReadError
from matcher.readers import Source, read_ads
from matcher.readers.ads.eures import READER

OPENING = """<PositionOpening xmlns="http://www.hr-xml.org/3" xmlns:oa="http://www.openapplications.org/oagis/9">
<DocumentID schemeID="X">v-77</DocumentID><PostingRequester><PartyID>P</PartyID></PostingRequester>
<PositionProfile languageCode="en"><PositionTitle>Renholder</PositionTitle>
<PositionLocation><Address><oa:CityName>Malmö</oa:CityName><CountryCode>SE</CountryCode></Address></PositionLocation>
<PositionOrganization><OrganizationIdentifiers><OrganizationName>Rent AS</OrganizationName></OrganizationIdentifiers>
</PositionOrganization><PositionOpenQuantity>4</PositionOpenQuantity>
<JobCategoryCode listName="ISCO2008">9112</JobCategoryCode>
<PositionFormattedDescription><Content>Du vasker &lt;b&gt;kontor&lt;/b&gt;.</Content></PositionFormattedDescription>
<PositionQualifications><PositionCompetency><CompetencyID>eng</CompetencyID>
<TaxonomyID>language</TaxonomyID></PositionCompetency><EducationRequirement><EducationLevelCode>4</EducationLevelCode></EducationRequirement></PositionQualifications>
<WorkingLanguageCode>NO</WorkingLanguageCode><PositionScheduleTypeCode>PartTime</PositionScheduleTypeCode>
<ApplicationCloseDate>2026-12-16</ApplicationCloseDate></PositionProfile></PositionOpening>"""


def check(batch):
    ad = batch[0]
    assert len(batch) == 1
    assert (ad.id, ad.headline, ad.text, ad.employer) == ("v-77", "Renholder", "Du vasker kontor.", "Rent AS")
    assert (ad.municipality, ad.vacancies, ad.deadline, ad.hours) == ("Malmö", 4, "2026-12-16", "part")
    assert ad.language is None
    assert [(row.kind, row.source) for row in ad.structured] == [
        ("language", "WorkingLanguageCode"),
        ("language", "PositionCompetency"),
        ("education", "EducationLevelCode"),
    ]


@pytest.mark.parametrize(
    "data",
    [
        OPENING,
        '<?xml version="1.0"?><vacancies>' + OPENING + "</vacancies>",
        json.dumps({"jobVacancy": {"hrxml": OPENING}}),
        json.dumps({"jobVacancy": {"hrxml": html.escape(OPENING)}}),
        json.dumps([{"data": {"items": [{"jobVacancy": {"hrxml": OPENING}}]}}]),
    ],
)
def test_an_opening_as_xml_or_escaped_in_json(data):
    check(read_ads(Source("v.json", data.encode())))


def test_what_is_left_out_is_said():
    columns = " ".join(note.column or "" for note in READER.read(Source("v.xml", OPENING.encode())).notes)
    assert "PostingRequester" in columns
    assert "PositionProfile.JobCategoryCode" in columns


def test_a_broken_opening_among_good_ones():
    lines = [
        json.dumps({"jobVacancy": {"hrxml": text}})
        for text in (OPENING, OPENING[:300], OPENING.replace("v-77", "v-78"))
    ]
    batch = READER.read(Source("v.jsonl", "\n".join(lines).encode()))
    assert [ad.id for ad in batch] == ["v-77", "v-78"]
    assert [note.level for note in batch.notes if "well-formed" in note.what] == ["refused"]


def test_a_broken_file_is_refused():
    with pytest.raises(ReadError, match="well-formed"):
        READER.read(Source("v.xml", OPENING[:300].encode()))


def test_other_content_is_not_taken():
    for data in (b"<Candidate/>", b'{"id": "1", "headline": "PositionOpening"}', b"PositionOpening"):
        assert not READER.recognises(Source("x", data))
