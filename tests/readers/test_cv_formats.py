"""Europass (both), LinkedIn, kandidat, MYSKILLS, saved profiles."""

from __future__ import annotations

import io
import json
import zipfile
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.errors import InvalidRecordError, ReadError
from matcher.readers import Source, read_profiles

CANDIDATE = """<?xml version="1.0" encoding="UTF-8"?>
<Candidate xmlns="http://www.europass.eu/1.0" xmlns:hr="http://www.hr-xml.org/3">
 <CandidatePerson><Communication><Address><CityName>Gävle</CityName><CountryCode>se</CountryCode></Address></Communication>
  <PrimaryLanguageCode name="NORMAL">kur</PrimaryLanguageCode><PrimaryLanguageCode name="FREE_TEXT">Kurmanji</PrimaryLanguageCode>
 </CandidatePerson>
 <CandidateProfile languageCode="en"><PositionHistory><PositionTitle>Not this</PositionTitle></PositionHistory></CandidateProfile>
 <CandidateProfile languageCode="sv"><EmploymentHistory><EmployerHistory><PositionHistory><PositionTitle>Svetsare</PositionTitle>
  <EmploymentPeriod><StartDate><hr:FormattedDateTime>2015-03</hr:FormattedDateTime></StartDate>
  <EndDate><hr:FormattedDateTime>2019-02-28</hr:FormattedDateTime></EndDate><CurrentIndicator>false</CurrentIndicator></EmploymentPeriod>
  <Description>&lt;ul&gt;&lt;li&gt;TIG &amp;amp; MIG&lt;/li&gt;&lt;li&gt;rör&lt;/li&gt;&lt;/ul&gt;</Description><Country>tr</Country>
  </PositionHistory></EmployerHistory></EmploymentHistory>
  <EducationHistory><EducationOrganizationAttendance><OrganizationName>Skola i Turkiet</OrganizationName><EducationLevelCode>4</EducationLevelCode>
   <EducationDegree><DegreeName>Yrkesgymnasium, svets, 11 år</DegreeName></EducationDegree></EducationOrganizationAttendance></EducationHistory>
  <Licenses><License><LicenseTypeCode>CE</LicenseTypeCode><LicenseName>Körkort, utfärdat i Polen</LicenseName></License></Licenses>
  <PersonQualifications><PersonCompetency><CompetencyID>swe</CompetencyID><TaxonomyID>language</TaxonomyID>
   <CompetencyDimension><CompetencyDimensionTypeCode>CEF-Speaking-Interaction</CompetencyDimensionTypeCode><Score><ScoreText>B1</ScoreText></Score></CompetencyDimension>
   <CompetencyDimension><CompetencyDimensionTypeCode>CEF-Speaking-Production</CompetencyDimensionTypeCode><Score><ScoreText>A2</ScoreText></Score></CompetencyDimension>
   </PersonCompetency><PersonCompetency><CompetencyID>rörsvetsning</CompetencyID><TaxonomyID>other</TaxonomyID></PersonCompetency></PersonQualifications>
  <CandidatePositionPreferences><PositionTitle>Rörsvetsare</PositionTitle></CandidatePositionPreferences>
  <Others><Title>Övrigt</Title><Other><Title>Intyg</Title><Description>&lt;p&gt;Heta arbeten&lt;br/&gt;ID06&lt;/p&gt;</Description></Other>
   <Other><Title>Bil</Title><Description>&lt;p&gt;Egen bil&lt;/p&gt;</Description></Other></Others></CandidateProfile>
</Candidate>"""  # noqa: E501
PASSPORT = {
    "Locale": "en",
    "DocumentInfo": {"LastUpdateDate": "2020-12-13T19:13:14.265\u0396"},
    "LearnerInfo": {
        "Headline": {"Type": {"Code": "preferred_job"}, "Description": {"Label": "Optician"}},
        "WorkExperience": [
            {"Period": {"From": {"Year": 2019, "Month": 1}, "Current": True}, "Position": {"Label": "Shop assistant"}},
            {"Period": {"From": {"Year": 2010}, "To": {"Year": 2014}}, "Position": {"Label": "Optician"}},
        ],
        "Education": [{"Title": "Bachelor of Optics", "Level": {"Code": "6", "Label": "EQF level 6"}}],
        "Skills": {
            "Linguistic": {
                "MotherTongue": [{"Description": {"Code": "el", "Label": "Greek"}}],
                "ForeignLanguage": [
                    {"Description": {"Code": "de"}, "ProficiencyLevel": {"Listening": "C1", "Writing": "B2"}}
                ],
            },
            "Computer": {"Description": "- spreadsheets<br/>- till systems"},
            "Driving": {"Description": [{"Licence": "B"}, "A"]},
        },
    },
}


def test_candidate_xml() -> None:
    batch = read_profiles(Source("w.xml", CANDIDATE.encode()))
    profile = batch[0]
    assert (profile.id, profile.home_municipality) == ("w", "Gävle")
    assert [(x.lang, x.native, x.speaking) for x in profile.languages] == [
        ("ku", True, None),
        ("sv", False, ("A2", "A2")),
    ]
    job = profile.experience[0]
    assert (job.title, job.country, job.years, job.duties) == ("Svetsare", "TR", 4.0, "TIG & MIG. rör")
    assert (profile.education[0].level, profile.education[0].field, profile.education[0].country) == (
        "upper_secondary",
        "svets",
        "TR",
    )
    assert [(x.class_, x.country, x.valid) for x in profile.driving_licences] == [("CE", "PL", "yes")]
    assert (profile.certificates, profile.own_car, profile.wishes) == (("heta_arbeten", "id06"), True, ("Rörsvetsare",))
    assert len(profile.experience) == 1
    assert any("another language" in note.what for note in batch.notes)


@pytest.mark.parametrize(
    ("number", "taken"),
    [("3f1c0a52-7d0e-4b8e-9a61-0c5d2e7b9f10", True), ("00000000-0000-0000-0000-000000000000", False)],
)
def test_the_esco_address_of_a_title_is_its_concept(number: str, taken: bool) -> None:
    address = f"http://data.europa.eu/esco/occupation/{number}"
    addressed = CANDIDATE.replace(
        "<PositionTitle>Svetsare", f'<PositionTitle typeCode="URI" languageID="{address}">Svetsare'
    )
    job = read_profiles(Source("w.xml", addressed.encode()))[0].experience[0]
    assert (job.title, job.concept) == ("Svetsare", address if taken else None)


@pytest.mark.parametrize("said", ["född 1975", "kvotflykting", "ensamstående"])
def test_a_line_of_a_title_goes_without_the_line_beside_it(said: str) -> None:
    assert "Svetsare<" in CANDIDATE
    [profile] = read_profiles(
        Source("w.xml", CANDIDATE.replace("Svetsare<", f"Svetsare, praktik\n{said}<", 1).encode())
    )
    assert profile.experience[0].title == "Svetsare, praktik"


def test_passport_json_and_xml() -> None:
    profile = read_profiles(Source("o.json", json.dumps({"SkillsPassport": PASSPORT}).encode()))[0]
    assert [(j.title, j.years) for j in profile.experience] == [("Shop assistant", 2.0), ("Optician", 4.0)]
    assert [(x.lang, x.native, x.listening) for x in profile.languages] == [
        ("el", True, None),
        ("de", False, ("C1", "C1")),
    ]
    assert {x.class_ for x in profile.driving_licences} == {"A", "B"}
    assert (profile.education[0].level, profile.wishes) == ("tertiary", ("Optician",))
    assert [s.label for s in profile.skills] == ["spreadsheets", "till systems"]
    xml = (
        '<SkillsPassport xmlns="http://europass.cedefop.europa.eu/Europass"><LearnerInfo><WorkExperienceList><WorkExperience>'
        '<Period><From year="2010" month="--08"/><To year="2012" month="--07"/></Period>'
        "<Position><Label>Optician</Label></Position>"
        "</WorkExperience></WorkExperienceList></LearnerInfo></SkillsPassport>"
    )
    assert read_profiles(Source("o.xml", xml.encode()))[0].experience[0].years == 2.0


@pytest.mark.parametrize("deflate", [True, False])
def test_a_pdf_carries_its_xml(deflate: bool) -> None:
    body = zlib.compress(CANDIDATE.encode()) if deflate else CANDIDATE.encode()
    head = f"<< /Type /EmbeddedFile {'/Filter /FlateDecode ' if deflate else ''}/Length {len(body)} >>".encode()
    pdf = b"%PDF-1.6\n7 0 obj\n" + head + b"\nstream\n" + body + b"\nendstream\nendobj\n%%EOF"
    assert read_profiles(Source("w.pdf", pdf))[0].experience[0].title == "Svetsare"


def test_a_pdf_without_xml_is_refused_with_a_way_out() -> None:
    with pytest.raises(ReadError, match="XML"):
        read_profiles(Source("w.pdf", b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF"), reader="europass")


@pytest.mark.parametrize(
    "hostile",
    [
        b'<!DOCTYPE x [<!ENTITY a "b">]><Candidate>&a;</Candidate>',
        b"<Candidate>" + b"<a>" * 5000,
        b"<Candidate><a></Candidate>",
        b"<Candidate>" + b"<a>1</a>" * 1_200_000 + b"</Candidate>",
    ],
)
def test_hostile_xml_is_refused(hostile: bytes) -> None:
    with pytest.raises(InvalidRecordError):
        read_profiles(Source("x.xml", hostile))


def test_the_profile_tool_is_refused_with_a_way_out() -> None:
    with pytest.raises(ReadError, match="Excel or CSV"):
        read_profiles(Source("x.xml", b"<?xml version='1.0'?><SkillsProfileTool><a/></SkillsProfileTool>"))


LINKEDIN = {
    "Positions.csv": (
        "Company Name,Title,Description,Location,Started On,Finished On\n"
        'X,Cook,"Soup;\n""daily""","Oslo, Norway",Mar 2020,Aug 2021\n'
    ),
    "Languages.csv": (
        "Name,Proficiency\nSpanish,Native or bilingual proficiency\nEnglish,Limited working proficiency\n"
    ),
    "Skills.csv": "Name\nFood Safety\n",
    "messages.csv": "FROM,CONTENT\nKanarina,KANARIE\n",
    "Profile.csv": (
        'First Name,Last Name,Headline,Summary,Geo Location\nKanarina,Kanarie,Cook | Baker,,"Visby, Sweden"\n'
    ),
}


def test_linkedin_folder_and_zip(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in LINKEDIN.items():
            (tmp_path / name).write_text(text, encoding="utf-8")
            archive.writestr(f"export/{name}", text)
    for batch in (read_profiles(tmp_path), read_profiles(Source("export.zip", out.getvalue()))):
        profile = batch[0]
        assert [(j.title, j.country, j.years) for j in profile.experience] == [("Cook", "NO", 1.5)]
        assert [(x.lang, x.native) for x in profile.languages] == [("es", True), ("en", False)]
        assert profile.wishes == ("Cook", "Baker")
        assert "kanari" not in f"{batch.records}{batch.notes}".casefold()


def put(folder: Path, titles: dict[str, str]) -> None:
    for place, title in titles.items():
        (folder / place).mkdir(parents=True)
        (folder / place / "Positions.csv").write_text(f"Title\n{title}\n", encoding="utf-8")
        (folder / place / "messages.csv").write_text("CONTENT\nKANARIE\n", encoding="utf-8")


def test_each_export_of_a_folder_is_a_person_and_hides_nobody_else(tmp_path: Path) -> None:
    put(tmp_path, {"a/ada": "Kock", "bo": "Snickare"})
    (tmp_path / "lista.csv").write_text("Id;Önskat yrke\nP1;Städare\n", encoding="utf-8")
    batch = read_profiles(tmp_path)
    assert {p.id: [j.title for j in p.experience] for p in batch} == {"ada": ["Kock"], "bo": ["Snickare"], "P1": []}
    assert "KANARIE" not in f"{batch.records}{batch.notes}"
    assert [note for note in batch.notes if note.path.endswith("lista.csv")] == []


def test_each_export_of_a_zip_is_a_person_and_what_lies_beside_them_is_told(tmp_path: Path) -> None:
    put(tmp_path, {"ada": "Kock", "x/bo": "Snickare", "y/bo": "Målare"})
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for path in sorted(tmp_path.rglob("*.csv")):
            archive.write(path, path.relative_to(tmp_path))
        archive.writestr("lista.csv", "Id;Önskat yrke\nP1;Städare\n")
    batch = read_profiles(Source("alla.zip", out.getvalue()))
    jobs = {p.id: [j.title for j in p.experience] for p in batch}
    assert jobs == {"ada": ["Kock"], "x bo": ["Snickare"], "y bo": ["Målare"]}
    assert [note.what for note in batch.notes if note.level == "refused"] == [
        "expected exports alone; unpack it to read the rest"
    ]


def test_a_zip_bomb_and_a_damaged_zip() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("Positions.csv", b"Company Name,Title\n" + b"a" * (9 << 20))
        archive.writestr("Skills.csv", "Name\nSoup\n")
    batch = read_profiles(Source("b.zip", out.getvalue()))
    assert [s.label for s in batch[0].skills] == ["Soup"]
    assert any(note.level == "refused" for note in batch.notes)
    with pytest.raises(ReadError):
        read_profiles(Source("b.zip", out.getvalue()[: len(out.getvalue()) // 2]))


def test_kandidat() -> None:
    wants = {"yrkesroll": [{"term": "Diskare"}], "arbetsomfattning": [{"term": "Deltid"}]}
    has = {
        "yrkesroll": [{"term": "Kock", "niva": "4"}, {"term": "Vakt", "niva": "1"}],
        "korkort": [{"term": "B"}],
        "sprak": [{"term": "Svenska", "niva": "2"}],
        "bostadsplats": [{"kod": "1280", "term": "Malmö"}],
    }
    record = {"id": 9, "namn": "Kanarie", "krav": wants, "erfarenhet": has}
    batch = read_profiles(Source("k.json", json.dumps(record).encode()))
    profile = batch[0]
    assert (profile.id, profile.home_municipality, profile.availability.hours) == ("9", "Malmö", "part")
    assert [(j.title, j.years) for j in profile.experience] == [("Kock", 2.0)]
    assert profile.languages[0].speaking == ("A2", "B1")
    assert "Kanarie" not in str(batch)


def test_myskills_old_and_new() -> None:
    job = {"term": "Carpenter", "start": "2009-01", "end": "2010-12"}
    new = {"cv": {"occupation": {"term": "Snickare", "experience": {"years": 4}}, "experiences": [job]}}
    old = {"occupation": {"term": "Snickare", "experience": {"years": "29"}}, "experiences": [], "educations": []}
    assert [(j.title, j.years) for j in read_profiles(Source("a.json", json.dumps(new).encode()))[0].experience] == [
        ("Carpenter", 2.0), ("Snickare", 4.0),
    ]  # fmt: skip
    assert read_profiles(Source("b.json", json.dumps(old).encode()))[0].experience[0].years == 29.0


def test_saved_profiles_come_back_the_same() -> None:
    batch = read_profiles(Source("w.xml", CANDIDATE.encode()))
    lines = "\n".join(json.dumps(p.to_dict()) for p in batch)
    again = read_profiles(Source("saved.jsonl", f'{lines}\n{{"type": "profile", "id": ""}}'.encode()))
    assert again.records == batch.records
    assert [note.level for note in again.notes] == ["refused"]


@given(
    st.binary(max_size=400),
    st.sampled_from([b"", b"<Candidate>", b"%PDF-1.7", b"PK\x03\x04", b'{"cv": {', b'{"SkillsPassport": ']),
)
def test_any_bytes_are_read_or_refused(data: bytes, start: bytes) -> None:
    said = ""
    try:
        batch = read_profiles(Source("x", start + data))
    except ReadError as error:
        said = str(error)
    else:
        assert batch.records
    assert not said or said.startswith("x")


def test_a_candidate_without_a_profile_still_tells_what_was_left_out() -> None:
    data = b"<Candidate><CandidatePerson><BirthDate>1999-01-01</BirthDate></CandidatePerson></Candidate>"
    [note] = read_profiles(Source("cv.xml", data)).notes
    assert (note.level, note.column) == ("dropped", "CandidatePerson.BirthDate")
