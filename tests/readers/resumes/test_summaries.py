"""Summaries of CVs kept as data, which are read as the texts that they are."""

from __future__ import annotations

import json
from typing import Any

from matcher.readers import Source, read_profiles
from matcher.records import Profile


def _resume(**fields: Any) -> Profile:
    [profile] = read_profiles(Source("r1.json", json.dumps(fields, ensure_ascii=False).encode()))
    return profile


def _candidate(summary: str = "", inside: str = "") -> Profile:
    text = (
        '<?xml version="1.0" encoding="UTF-8"?><Candidate xmlns="http://www.europass.eu/1.0"><CandidateProfile '
        f'languageCode="sv"><ExecutiveSummary>{summary}</ExecutiveSummary>{inside}</CandidateProfile></Candidate>'
    )
    [profile] = read_profiles(Source("e1.xml", text.encode()))
    return profile


def test_a_summary_tells_what_no_field_does() -> None:
    read = _resume(
        basics={
            "summary": "Läste till sjuksköterska på universitet i Filippinerna, fyra år. Arbetade som vaktmästare i "
            "Manila 2012-2017. Språk: tagalog (modersmål), engelska C1. Kan: låsbyte, snöröjning, målning. Har HLR, "
            "ansökt om truckkort. Bor i Växjö."
        }
    )
    assert [(job.title, job.years) for job in read.experience] == [("vaktmästare", 5.0)]
    assert [(row.lang, row.native) for row in read.languages] == [("tl", True), ("en", False)]
    assert [skill.label for skill in read.skills] == ["låsbyte", "snöröjning", "målning"]
    assert [one.level for one in read.education] == ["tertiary"]
    assert read.certificates == ("hlr",)  # the other is only applied for
    assert read.home_municipality == "Växjö"


def test_a_summary_adds_nothing_to_a_list() -> None:
    read = _resume(
        basics={"summary": "Arbetade som kock i Aten 2012-2017. Kan: grill, sallad. Språk: grekiska."},
        work=[{"position": "Bagare", "startDate": "2018", "endDate": "2020"}],
        skills=[{"name": "surdeg"}],
    )
    assert [job.title for job in read.experience] == ["Bagare"]
    assert [skill.label for skill in read.skills] == ["surdeg"]


def test_a_job_without_a_title_is_read_from_its_text() -> None:
    read = _resume(work=[{"summary": "Svetsare i Gdansk 2011-2016. Tankar och rör."}, {"summary": "Trivdes bra."}])
    assert [(job.title, job.country, job.duties) for job in read.experience] == [("Svetsare", "PL", "Tankar och rör.")]


def test_a_job_without_a_title_keeps_its_months() -> None:
    read = _resume(work=[{"summary": "Baker in Lviv, March 2019 - February 2023. Bread and buns."}])
    assert [(job.years, job.last_year) for job in read.experience] == [(4.0, 2023)]


def test_a_label_that_asks_for_several_jobs_asks_for_each() -> None:
    assert _resume(basics={"label": "Vill bli bagare, kock eller diskare"}).wishes == ("bagare", "kock", "diskare")
    assert _resume(basics={"label": "Söker jobb som bagare / kock"}).wishes == ("bagare", "kock")
    assert _resume(basics={"label": "Looking for new challenges"}).wishes == ("Looking for new challenges",)


def test_names_of_skills_that_are_lists() -> None:
    listed = _resume(skills=[{"name": "Excel, Word, SAP"}, {"name": "Planning, mainly of shifts"}])
    assert [skill.label for skill in listed.skills] == ["Excel", "Word", "SAP", "Planning, mainly of shifts"]


def test_the_country_of_a_job_stands_beside_the_employer_or_in_the_title() -> None:
    def job(title: str, employer: str, country: str = "") -> str:
        return (
            f"<EmployerHistory><OrganizationName>{employer}</OrganizationName><PositionHistory><PositionTitle>{title}"
            f"</PositionTitle>{country}</PositionHistory></EmployerHistory>"
        )

    read = _candidate(
        inside=job("Bagare", "Bageri, Polen")
        + job("Kock i Grekland", "")
        + job("Servitör", "Restaurang Beirut")
        + job("Diskare", "Hotell, Polen", "<Country>se</Country>")
    )
    assert [job.country for job in read.experience] == ["PL", "GR", None, "SE"]


def test_sections_of_a_europass_go_by_their_titles() -> None:
    def other(title: str, text: str) -> str:
        return f"<Other><Title>{title}</Title><Description>{text}</Description></Other>"

    read = _candidate(
        inside="<Others>"
        + other("Färdigheter", "svetsning; gasskärning")
        + other("Övriga färdigheter", "spelar trumpet")
        + other("Kurser", "Heta arbeten; SVA grund klar")
        + "</Others>"
    )
    assert [skill.label for skill in read.skills] == ["svetsning", "gasskärning"]
    assert [skill.label for skill in read.informal_skills] == ["spelar trumpet"]
    assert read.certificates == ("heta_arbeten",)  # the course tells of Swedish
    assert [row.lang for row in read.languages] == ["sv"]
