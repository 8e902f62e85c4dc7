"""Layouts of CVs: times above their jobs, columns, fields of a line, lines broken at a margin."""

from __future__ import annotations

import pytest
from tests.readers.reading import read_note

from matcher.readers import Source, read_profiles
from matcher.readers.told.jobs import read_job_lines
from matcher.records import Profile


def cv(*lines: str) -> Profile:
    return read_profiles(Source("cv.txt", "\n".join(lines).encode()))[0]


def test_times_above_their_jobs_and_papers_under_a_joined_heading() -> None:
    read = cv(
        "CURRICULUM VITAE", "Solna, Sweden", "", "EMPLOYMENT HISTORY", "2004 – 2012", "Cook, Syria", "• Grilled fish.",
        "", "6 months, until 2025", "Kitchen assistant, Sweden", "", "LICENCES AND CERTIFICATES",
        "Driving licence B (Sweden)", "HLR", "", "SWEDISH LICENCE TO PRACTISE", "sjuksköterska: applied",
    )  # fmt: skip
    assert [(job.title, job.country, job.years) for job in read.experience] == [
        ("Cook", "SY", 8.0), ("Kitchen assistant", "SE", 0.5),
    ]  # fmt: skip
    assert read.experience[0].duties == "Grilled fish."
    assert ([one.class_ for one in read.driving_licences], read.certificates) == (["B"], ("hlr",))
    assert read.licensed_profession is not None
    assert read.licensed_profession.status == "applied"


def test_a_line_a_field() -> None:
    read = cv(
        "Deltagare X1", "Bor i: Täby (reser max 40 min)",
        "Yrkeserfarenhet: Bagare – Polen – 3 år (t.o.m. 2015); Kock – Sverige – 6 mån (t.o.m. 2024)",
        "Språk: polska (modersmål)", "Körkort: nej", "Bil: nej", "Vill arbeta som: Bagare", "Vill inte: -",
        "Arbetstid: deltid, ej natt", "Kan börja: direkt",
    )  # fmt: skip
    assert (read.home_municipality, read.max_travel_minutes, read.own_car) == ("Täby", 40, False)
    assert [(job.title, job.years) for job in read.experience] == [("Bagare", 3.0), ("Kock", 0.5)]
    assert (read.availability.hours, read.availability.from_, read.not_wanted) == ("part", "now", ())
    assert read.wishes == ("Bagare",)


def test_a_school_over_two_lines_and_a_letter_that_says_what_one_is_good_at() -> None:
    read = cv("Utbildning", "", "**Gymnasium, bageri**", "Polen | 3 år", "", "Språk", "polska")
    assert [(one.level, one.country, one.years) for one in read.education] == [("upper_secondary", "PL", 3.0)]
    letter = cv("Hej! Jag bor i Täby. Jag är bra på surdeg, kassa och lager.", "Mitt modersmål är polska.")
    assert [skill.label for skill in letter.skills] == ["surdeg", "kassa", "lager"]


def test_a_row_of_commas_behind_a_title_takes_no_time() -> None:
    read = cv(
        "ARBETE", f"Kock{' ,' * 400}x, Syrien, 2010-2012", f"Bagare{' , i' * 400}, Polen, 2013-2014", "", "KAN", "bröd"
    )
    assert len(read.experience) <= 2


@pytest.mark.parametrize("times", ["feb. 2014 – okt. 2015", "Febr. 2014 - Oct. 2015", "feb. -14 till okt. -15"])
def test_months_written_short_end_no_sentence(times: str) -> None:
    text = f"ERFARENHET\nBagare, Kvarnen, {times}. Bakade bröd.\n\nSPRÅK\nSvenska B1\n"
    [job] = read_profiles(Source("cv.txt", text.encode()))[0].experience
    assert (job.years, job.last_year) == (1.75, 2015)
    assert "Bagare" in (job.title or "")
    assert "2015" not in (job.duties or "")


@pytest.mark.parametrize(
    "above",
    [
        "Tel: 070-123 45 67",
        "Förnamn: Ana\nMobil: 070-1234567\nFödelsedatum: 1985-04-12",
        "Name: Ana\nPhone: +46 70 123\nEmail: a@example.org\n",
        "Civilstånd: gift",
        "Ålder: 34",
        "Familj: två barn\n",
    ],
)
def test_a_personal_field_takes_its_line_and_not_what_follows(above):
    person = read_profiles(Source("cv.txt", f"{above}\nJag har arbetat som murare i åtta år i Bagdad.\n".encode()))[0]
    assert [(job.title, job.years, job.country) for job in person.experience] == [("murare", 8.0, "IQ")]
    assert "Ana" not in person.model_dump_json()


def test_what_goes_on_below_a_field_about_health_stays_out():
    text = "Hälsa: ont i ryggen\nFick diagnosen i fjol\n\nArbete\nKock, Krogen, 2015-2018\n"
    batch = read_profiles(Source("cv.txt", text.encode()))
    assert [job.title for job in batch[0].experience] == ["Kock, Krogen"]
    assert "diagnos" not in batch[0].model_dump_json()


def test_kinds_of_experience_are_headings_and_signs_before_them_none():
    text = (
        "RELEVANT EXPERIENCE\nNurse assistant, City Care, 2018 - 2020\n\nCUSTOMER SERVICE EXPERIENCE\n"
        "Cashier, Corner Shop, 2015 - 2018\n\n◆ Språk\nSvenska B1\n"
    )
    person = read_profiles(Source("cv.txt", text.encode()))[0]
    assert [(job.years, job.duties) for job in person.experience] == [(2.0, None), (3.0, None)]
    assert [row.lang for row in person.languages] == ["sv"]
    unpaid = "ARBETE\nKock, Krogen, 2015-2018\n\nVOLUNTEER EXPERIENCE\nMatlagning på härbärge, 2014\n"
    person = read_profiles(Source("cv.txt", unpaid.encode()))[0]
    assert [job.duties for job in person.experience] == [None]
    assert [skill.label for skill in person.informal_skills] == ["Matlagning på härbärge"]
    no_heading = "ARBETE\nKock, Krogen, 2015-2018\n\nLång erfarenhet\nDiskare, Måne, 2011-2013\n"
    assert len(read_profiles(Source("cv.txt", no_heading.encode()))[0].experience) == 2


def test_where_a_job_was_is_no_home():
    jobs = "Kock, Krogen, Malmö (2016-2019)\nDiskare, Måne, Malmö (2014-2016)\n\nUTBILDNING\nGymnasium 2013\n"
    person = read_profiles(Source("cv.txt", jobs.encode()))[0]
    assert person.home_municipality is None
    assert len(person.experience) == 2
    assert read_profiles(Source("cv.txt", f"Malmö\n{jobs}".encode()))[0].home_municipality == "Malmö"


def test_a_skill_stands_without_its_degree_and_the_report_says_so():
    text = "KOMPETENSER\nExcel (avancerad), SAP - basic, Welding (5 years)\nPhotoshop 4/5\nBra bemötande\n"
    batch = read_profiles(Source("cv.txt", text.encode()))
    assert [skill.label for skill in batch[0].skills] == ["Excel", "SAP", "Welding", "Photoshop", "Bra bemötande"]
    assert any("how well" in note.what and note.level == "dropped" for note in batch.notes)


def test_dates_in_a_narrow_column_are_one_time() -> None:
    lines = [
        "  2010 -         Bagare",
        "  2014           Polen",
        "  maj 2015 -     Konditor",
        "  nu             Sverige",
    ]
    told = [(job.title, job.period.years(), job.period.is_open) for job in read_job_lines(lines)]
    assert told == [("Bagare", 4.0, False), ("Konditor", None, True)]
    apart = [job.period.years() for job in read_job_lines(["2010-2012   Bagare, Polen", "2014-2019   Kock, Polen"])]
    assert apart == [2.0, 5.0]


def test_lines_broken_at_a_margin_are_one_sentence() -> None:
    read = read_note(
        "Snickare 4 år Iran. Söker just nu arbete eller praktik som\nmålare, golvläggare eller\nplåtslagare. Dari mm."
    )
    assert read.wishes[:2] == ("målare", "golvläggare")
    assert "plåtslagare" not in [job.title for job in read.experience]


def test_a_field_is_no_work_and_a_label_tells_whose_work() -> None:
    read = read_note(
        "Yrke hemifrån: murare, 6 år i Irak\n"
        "Utb: utbildad i socialt arbete på universitet i Irak, tre år\nArabiska mm. Eng B1."
    )
    assert [(job.title, job.years) for job in read.experience] == [("murare", 6.0)]
    assert [one.level for one in read.education] == ["tertiary"]
    assert {row.lang for row in read.languages} == {"ar", "en"}
