"""Nothing that the law protects comes out of any reader: not in a record, not in a note, not in an error."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterator
from xml.sax.saxutils import escape

import pytest

from matcher.errors import ReadError
from matcher.readers import Source, read_profiles

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

CANARIES = (
    "långtidssjukskriven sedan KANARIE",
    "ensamstående med tre barn i KANARIE",
    "fastar under ramadan (KANARIE)",
    "20000101-2384",
    "070-123 45 67",
    "kanarie@exempel.se",
    "Referens: Kanarina Fågelsson",
    "uppehållstillstånd till KANARIE",
    "född 1975 i KANARIE",
    "medborgare i KANARIE",
    "nystartsjobb KANARIE",
    "arbetslös sedan KANARIE",
    "single mother KANARIE",
)
TRACES = (
    "kanari",
    "20000101",
    "070-123",
    "1975",
    "sjukskriv",
    "ensamst",
    "fastar",
    "medborg",
    "nystart",
    "arbetslös",
    "single",
)
HEADER = (
    "Id", "Bostadskommun", "Max restid (min)", "Modersmål", "Övr. språk", "SFI", "Svenska nivå", "Utbildning", "Bedömd",
    "Yrkeserfarenhet", "Kan även", "Kompetenser", "Körkort", "Körkort land", "Egen bil", "Intyg", "Legitimation",
    "Hälsa",
    "Önskat yrke", "Vill EJ", "Arbetstid", "Kan börja", "Anteckning", "Namn", "Personnummer",
)  # fmt: skip


def sheets(canary: str) -> Iterator[Source]:
    rows = [HEADER, [canary, *["Kock"] * (len(HEADER) - 1)]]
    rows += [
        ["P1", *("" if index != at else before + canary for index in range(1, len(HEADER)))]
        for at in range(1, len(HEADER))
        for before in ("", "Kock 2 år (Syrien); ", "städning, ")
    ]
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows(rows)
    yield Source("p.csv", out.getvalue().encode())


def resumes(canary: str) -> Iterator[Source]:
    job = {
        "position": canary,
        "name": canary,
        "location": canary,
        "summary": canary,
        "highlights": [canary],
        "startDate": "2010",
    }
    yield _json({
        "basics": {"name": canary, "label": canary, "summary": canary, "location": {"city": canary, "address": canary}},
        "work": [job, {"position": f"Kock, {canary}", "summary": f"Stekte. {canary}", "endDate": canary}],
        "education": [{"studyType": canary, "area": canary, "institution": canary}],
        "skills": [{"name": canary, "keywords": [canary]}], "languages": [{"language": canary, "fluency": canary}],
        "certificates": [{"name": canary}], "interests": [{"name": canary, "keywords": [canary]}],
        "volunteer": [{"position": canary}], "references": [{"name": canary}], canary: canary,
    })  # fmt: skip
    yield _json({"basics": {"label": "Kock"}, "work": canary, "education": canary, "skills": {"name": canary}})


def passports(canary: str) -> Iterator[Source]:
    learner = {
        "Identification": {"PersonName": {"FirstName": canary}, "Demographics": canary},
        "Headline": {"Type": {"Code": "position"}, "Description": {"Label": canary}},
        "WorkExperience": [{"Position": {"Label": canary}, "Activities": canary}],
        "Education": [{"Title": canary, "Organisation": {"Name": canary}}],
        "Skills": {"JobRelated": {"Description": canary}, "Other": {"Description": canary},
                   "Driving": {"Description": [canary]}},
    }  # fmt: skip
    yield _json({"SkillsPassport": {"LearnerInfo": learner}})


def candidates(canary: str) -> Iterator[Source]:
    x = escape(canary)
    yield Source("cv.xml", f"""<Candidate xmlns="http://www.europass.eu/1.0"><CandidatePerson><PersonName>{x}</PersonName>
<Communication><Address><CityName>{x}</CityName></Address></Communication><NationalityCode>{x}</NationalityCode>
<PrimaryLanguageCode>{x}</PrimaryLanguageCode><BirthDate>{x}</BirthDate></CandidatePerson>
<CandidateProfile languageCode="sv"><ExecutiveSummary>{x}</ExecutiveSummary><EmploymentHistory><EmployerHistory>
<OrganizationName>{x}</OrganizationName><PositionHistory><PositionTitle>{x}</PositionTitle>
<Description>{x}</Description></PositionHistory></EmployerHistory></EmploymentHistory><EducationHistory><EducationOrganizationAttendance>
<OrganizationName>{x}</OrganizationName><EducationLevelCode>6</EducationLevelCode><EducationDegree>
<DegreeName>{x}</DegreeName></EducationDegree></EducationOrganizationAttendance></EducationHistory><PersonQualifications><PersonCompetency>
<CompetencyID>{x}</CompetencyID><TaxonomyID>other</TaxonomyID></PersonCompetency></PersonQualifications>
<Others><Title>Övrigt</Title><Other><Title>Intyg</Title><Description>{x}</Description></Other>
<Other><Title>{x}</Title><Description>{x}</Description></Other></Others></CandidateProfile></Candidate>
""".encode())  # fmt: skip


def small_formats(canary: str) -> Iterator[Source]:
    cv = {"profile": {"name": canary}, "occupation": {"term": canary, "experience": {"years": 4}}, "traits": [canary]}
    cv |= {"skills": [{"term": canary}], "educations": [{"programme": canary, "school": canary}]}
    cv |= {"experiences": [{"term": canary, "employer": canary}], "personalDescription": canary}
    yield _json({"cv": cv})
    has = {
        "yrkesroll": [{"term": canary, "niva": "3"}],
        "kompetens": [{"term": canary}],
        "utbildningsinriktning": [{"term": canary}],
    }
    yield _json({"id": 1, "namn": canary, "krav": {"yrkesroll": [{"term": canary}]}, "erfarenhet": has})
    yield _json({
        "id": "K1", "type": "profile", "skills": [{"label": canary}], "wishes": [canary], "certificates": [canary],
        "experience": [{"title": canary, "duties": canary}], "education": [{"field": canary}],
        "home_municipality": canary,
        "licensed_profession": {"profession": canary, "status": "none"},
    })  # fmt: skip


def texts(canary: str) -> Iterator[Source]:
    yield Source("cv.txt", f"""CV K1
Täby

Om mig
Jag är {canary}.

ARBETE
Kock, Syrien, 2010-2012. {canary}
2013-2014 {canary}, Sverige
{canary}

SPRÅK
dari
{canary}

KAN
städning, {canary}
- {canary}

ÖVRIGT JAG KAN
{canary}

SÖKER
Kock
{canary}

PAPPER
{canary}
ID06

UTBILDNING
{canary}
Grundskola 9 år {canary}

VILL INTE ARBETA MED
{canary}

Anteckning
{canary}
""".encode())  # fmt: skip


def loose_texts(canary: str) -> Iterator[Source]:
    said = f"Dari A2, {canary}. Iran 2009-2018 kock, {canary}. {canary} Syrien 2001-2003. Skola 6 år i Iran, {canary}. "
    yield Source("cv.txt", f"{said}Truckkort, {canary}. Jag bor i Täby. {canary}".encode())
    yield Source("cv.txt", f"Anteckning\n{canary}\n{said}\n{canary} ID06. Inget körkort.".encode())


def packed(parts: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return out.getvalue()


def workbook(*sheets: str) -> bytes:
    listed = "".join(f'<sheet name="S{n}" r:id="r{n}"/>' for n, _ in enumerate(sheets))
    links = "".join(f'<Relationship Id="r{n}" Target="worksheets/s{n}.xml"/>' for n, _ in enumerate(sheets))
    parts = {
        "xl/workbook.xml": f'<workbook {MAIN} xmlns:r="x"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f"<Relationships>{links}</Relationships>",
    }
    rows = {f"xl/worksheets/s{n}.xml": sheet for n, sheet in enumerate(sheets)}
    return packed(parts | {k: f"<worksheet {MAIN}><sheetData>{v}</sheetData></worksheet>" for k, v in rows.items()})


def para(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def made(lines: tuple[str, ...]) -> bytes:
    """A PDF of one page; without a table of places, which readers rebuild."""
    drawn = "".join(f"BT /F 12 Tf 50 {780 - 16 * at} Td ({line}) Tj ET\n" for at, line in enumerate(lines))
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    parts = (
        "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R "
        f"/Resources << /Font << /F {font} >> >> >>",
        f"<< /Length {len(drawn.encode('cp1252'))} >>\nstream\n{drawn}endstream",
    )  # fmt: skip
    body = "".join(f"{number} 0 obj\n{part}\nendobj\n" for number, part in enumerate(parts, 1))
    return f"%PDF-1.4\n{body}trailer\n<< /Root 1 0 R >>\n%%EOF\n".encode("cp1252")


def exports(canary: str) -> Iterator[Source]:
    tables = {
        "Positions.csv": {"Company Name": canary, "Title": canary, "Description": canary, "Location": canary,
                          "Started On": canary, "Finished On": canary},
        "Education.csv": {"School Name": canary, "Start Date": canary, "Degree Name": canary, "Notes": canary},
        "Skills.csv": {"Name": canary}, "Languages.csv": {"Name": canary, "Proficiency": canary},
        "Certifications.csv": {"Name": canary, "Url": canary},
        "Profile.csv": {"First Name": canary, "Headline": canary, "Summary": canary, "Geo Location": canary},
        "messages.csv": {"FROM": canary}, "Ad_Targeting.csv": {"Member Age": canary},
    }  # fmt: skip
    parts = {}
    for name, row in tables.items():
        out = io.StringIO()
        csv.writer(out).writerows([row.keys(), row.values()])
        parts[name] = out.getvalue()
    yield Source("export.zip", packed(parts))


def office_files(canary: str) -> Iterator[Source]:
    x = escape(canary)
    rows = [HEADER, *([*["P1"], *[x if at == place else "" for place in range(1, len(HEADER))]] for at in range(1, 25))]
    told = [[f'<c t="inlineStr"><is><t>{cell}</t></is></c>' for cell in row] for row in rows]
    cells = "".join(f"<row>{''.join(row)}</row>" for row in told)
    yield Source("p.xlsx", workbook(cells, f'<row><c t="inlineStr"><is><t>{x}</t></is></c></row>'))
    lines = (x, "ARBETE", f"Kock, Syrien, 2010-2012. {x}", "KAN", f"städning, {x}", "PAPPER", x, "Anteckning", x)
    body = "".join(para(line) for line in lines)
    parts = {"word/document.xml": f"<w:document {WORD}><w:body>{body}</w:body></w:document>"}
    parts |= {
        "word/header1.xml": f"<w:hdr {WORD}>{para(x)}</w:hdr>",
        "word/comments.xml": f"<w:c {WORD}>{para(x)}</w:c>",
    }
    yield Source("cv.docx", packed(parts))


def pdfs(canary: str) -> Iterator[Source]:
    plain = canary.replace("(", "").replace(")", "")
    lines = (plain, "ARBETE", f"Kock, Syrien, 2010-2012. {plain}", "KAN", f"städning, {plain}", "SPRÅK", plain)
    yield Source("cv.pdf", made(lines))


def _json(value: object) -> Source:
    return Source("cv.json", json.dumps(value, ensure_ascii=False).encode())


@pytest.mark.parametrize("canary", CANARIES)
@pytest.mark.parametrize(
    "sources", [sheets, resumes, passports, candidates, small_formats, texts, loose_texts, exports, office_files]
)
def test_nothing_protected_comes_out(sources, canary: str) -> None:
    for source in sources(canary):
        try:
            batch = read_profiles(source)
            said = json.dumps([p.to_dict() for p in batch], ensure_ascii=False) + " ".join(map(str, batch.notes))
        except ReadError as error:
            said = str(error)
        assert not [trace for trace in TRACES if trace in said.casefold()], source.data[:60]


@pytest.mark.parametrize("canary", CANARIES)
def test_nothing_protected_comes_out_of_a_pdf(canary: str) -> None:
    pytest.importorskip("pypdfium2", reason="needs the extra documents")
    test_nothing_protected_comes_out(pdfs, canary)


def test_a_protected_field_moves_nothing() -> None:
    def read(nationality: str, sex: str, birth: str) -> dict[str, object]:
        document = (
            f"<Candidate><CandidatePerson><NationalityCode>{nationality}</NationalityCode><GenderCode>{sex}</GenderCode>"
            f"<BirthDate>{birth}</BirthDate></CandidatePerson><CandidateProfile><PositionHistory><PositionTitle>Kock"
            "</PositionTitle></PositionHistory></CandidateProfile></Candidate>"
        )
        return read_profiles(Source("cv.xml", document.encode()))[0].to_dict()

    assert read("er", "Female", "1964-05-05") == read("se", "Male", "1999-12-31")
