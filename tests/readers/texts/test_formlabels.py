"""Notes in labelled lines: what a label begins, what ends it, and what is lacking."""

from __future__ import annotations

from typing import Any

import pytest

from matcher.readers.files.source import Source
from matcher.readers.told.curriculum import READER
from matcher.records import Profile


def _read(text: str) -> tuple[Profile, list[str]]:
    batch = READER.read(Source("note.txt", text.encode("utf-8")))
    return batch.records[0], [note.what for note in batch.notes]


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("Yrkesmål: bagare", "wishes", ["bagare"]),
        ("Wants: baker", "wishes", ["baker"]),
        ("Körkort i Sverige: B", "driving_licences", ["B"]),
        ("Engelska: B1", "languages", ["en"]),
        ("Modersmål somaliska", "languages", ["so"]),
        ("Bor Haninge, nära pendeln", "home_municipality", "Haninge"),
    ],
)
def test_a_label_is_known_by_the_names_of_columns_and_without_its_colon(line: str, field: str, value: Any) -> None:
    profile, _ = _read(f"Jobb: kock 3 år i Syrien\n{line}\n")
    found = getattr(profile, field)
    if field == "driving_licences":
        found = [one.class_ for one in found]
    elif field == "languages":
        found = [one.lang for one in found]
    elif field == "wishes":
        found = list(found)
    assert found == value


def test_a_label_that_nobody_knows_ends_what_stands_before_it() -> None:
    profile, _ = _read(
        "Språk: dari (modersmål)\nCertifikat: HLR\nCykel: ja\nSaknar: truckkort, YKB\nKan: gips, kakel\n"
    )
    assert profile.certificates == ("hlr",)
    assert [skill.label for skill in profile.skills] == ["gips", "kakel"]


def test_fields_side_by_side_in_one_line_are_parted() -> None:
    profile, _ = _read("Körkort: inget. Bil: nej.\nSpråk: arabiska (modersmål); Önskar: städ\n")
    assert profile.own_car is False
    assert "driving_licences" in profile.none
    assert profile.wishes == ("städare",)


def test_what_is_lacking_is_told_of_and_not_held() -> None:
    profile, notes = _read("Jobb: svetsare 10 år i Iran\nBehöver: B-körkort och heta arbeten\n")
    assert not profile.certificates
    assert not profile.driving_licences
    assert any("lacking" in note for note in notes)


def test_a_card_among_jobs_is_a_card_and_an_instructor_a_job() -> None:
    profile, _ = _read("Arbete:\nLagerarbetare 2019-2021\nTruckkort A+B sedan mars 2024\nHLR-instruktör 2021-2022\n")
    assert profile.certificates == ("truck",)
    assert [job.title for job in profile.experience] == ["Lagerarbetare", "HLR-instruktör"]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("sommarjobb 2024 på flygplatsen som bagagelastare", "bagagelastare"),
        ("vikariat på förskola som barnskötare jan 2025 - jun 2025", "barnskötare"),
        ("Just nu timvikarie som vårdbiträde, sedan januari 2026", "vårdbiträde"),
        ("vikarierande lärare 2019-2021", "vikarierande lärare"),
    ],
)
def test_the_work_is_told_behind_the_kind_of_employment(line: str, title: str) -> None:
    profile, _ = _read(f"Arbete:\n{line}\nSpråk: dari\n")
    assert [job.title for job in profile.experience] == [title]


def test_where_somebody_comes_from_is_no_part_of_what_is_sought() -> None:
    profile, _ = _read("Kock från Peru, 6 år på hotell i Lima\nSpråk: spanska (modersmål)\nKan: ceviche\n")
    assert profile.wishes == ("Kock",)


def test_how_old_somebody_was_is_no_length_of_a_job() -> None:
    profile, _ = _read("Byggt hus i Irak sen hen var 14 år, pappa var murare. Ca 9 år.\nSpråk: arabiska\nKan: gips\n")
    assert [job.years for job in profile.experience] == [9.0]


def test_what_is_needed_beside_a_wish_is_none() -> None:
    profile, _ = _read("Språk: arabiska\nMål: busschaufför, behöver körkort D\nOk med pendling hela länet\n")
    assert [wish.casefold() for wish in profile.wishes] == ["busschaufför"]
    assert not profile.driving_licences


def test_a_foreign_licence_that_is_not_exchanged_is_not_the_lack_of_one() -> None:
    profile, _ = _read("Språk: spanska\nKörkort: colombianskt (omvandlas ej)\nKan: städ, disk\n")
    assert "driving_licences" not in profile.none


def test_what_is_in_the_way_tells_of_times_and_of_work_to_avoid() -> None:
    profile, _ = _read("Språk: bengali\nJobb: sömmare 9 år i Bangladesh\nHinder: barnomsorg, kan inte kvällar\n")
    assert profile.availability.not_ == ("evening",)
    profile, _ = _read("Språk: bengali\nKurser: HLR\nBegränsningar: inga tunga lyft\nKan: söm, disk\n")
    assert profile.certificates == ("hlr",)
    assert profile.not_wanted == ("tunga lyft",)


def test_a_list_of_skills_with_answers_holds_those_with_yes() -> None:
    profile, _ = _read("Språk: dari\nDatorvana: Excel ja, SAP nej, Word\n")
    assert [skill.label for skill in profile.skills] == ["Excel", "Word"]


def test_two_papers_in_one_label_are_no_heading() -> None:
    profile, _ = _read("Jobb: kock 3 år i Syrien\nKörkort/bil: B-körkort, ingen bil\nKurser: HLR\n")
    assert [licence.class_ for licence in profile.driving_licences] == ["B"]
    assert profile.own_car is False


def test_a_licence_and_a_car_behind_driving() -> None:
    profile, _ = _read("Languages: Farsi (native)\nSoftware: Revit, Excel\nDriving: Swedish B since 2025, has car\n")
    assert [(one.class_, one.country) for one in profile.driving_licences] == [("B", "SE")]
    assert profile.own_car is True
    assert [skill.label for skill in profile.skills] == ["Revit", "Excel"]
    assert not profile.certificates


def test_a_level_behind_a_label_of_two_words() -> None:
    profile, _ = _read("Jobb: kock 3 år i Syrien\nSpråknivå svenska: B1 (tal B2)\n")
    [swedish] = profile.languages
    assert (swedish.speaking, swedish.writing) == (("B2", "B2"), ("B1", "B1"))


def test_labels_with_dashes_are_labels_where_several_are_known() -> None:
    profile, _ = _read("Location - Lund\nEducation - none\nSwedish - B1\nWants - cook, until licence baker\n")
    assert profile.home_municipality == "Lund"
    assert [one.level for one in profile.education] == ["none"]
    profile, _ = _read("Arbete:\nKock - 2 år\nSpråk: dari\n")
    assert [job.title for job in profile.experience] == ["Kock"]


@pytest.mark.parametrize(
    ("line", "titles"),
    [
        ("hemstädning 2 år, lokalvård kontor 1 år (kvällar)", ["hemstädning", "lokalvård kontor (kvällar)"]),
        (
            "carpenter 12 years (workshop, own business), guard 1 year",
            ["carpenter (workshop, own business)", "väktare"],
        ),
    ],
)
def test_work_that_no_title_names_is_a_job_where_its_length_stands(line: str, titles: list[str]) -> None:
    profile, _ = _read(f"Arbetslivserfarenhet: {line}\nSpråk: dari\n")
    assert [job.title for job in profile.experience] == titles


def test_a_length_in_what_is_told_of_a_job_makes_no_other() -> None:
    profile, _ = _read("ARBETE\nKock, Krogen 2019-2021\n- planering 2 veckor i taget\n- bakning\n\nSPRÅK\ndari\n")
    assert [job.title for job in profile.experience] == ["Kock, Krogen"]


def test_two_mother_tongues_with_a_slash() -> None:
    profile, _ = _read("Språk: ukrainska/ryska (modersmål), engelska C1\nKan: gips, kakel\n")
    assert [one.lang for one in profile.languages if one.native] == ["uk", "ru"]


def test_a_course_tells_of_what_no_words_do() -> None:
    profile, _ = _read("Swedish: finished SFI D, can read simple texts\nKnows: gypsum, tiles\nTools: saw\n")
    [swedish] = profile.languages
    assert (swedish.speaking, swedish.reading) == (("B1", "B1"), ("A1", "A2"))


@pytest.mark.parametrize("line", ["Cannot: work nights", "Vill inte: jobba natt", "Kan ej: nätter"])
def test_times_that_are_refused_behind_a_label(line: str) -> None:
    profile, _ = _read(f"Språk: dari\nJobb: kock 2 år i Iran\n{line}\n")
    assert profile.availability.not_ == ("night",)


def test_places_to_work_in_are_no_skills() -> None:
    profile, _ = _read("Språk: dari\nJobb: kock 2 år i Iran\nArbetsområde: Nacka, Tyresö\nFordon: ja\n")
    assert not profile.skills
    assert profile.own_car is True


def test_a_licence_behind_a_semicolon_and_a_card_not_held() -> None:
    profile, _ = _read("Språk: dari\nPapper: B-körkort svenskt nov 2025; taxilegitimation ej ännu\n")
    assert [(one.class_, one.country) for one in profile.driving_licences] == [("B", "SE")]
    assert not profile.certificates


def test_what_is_wanted_until_or_after_something_is_the_work() -> None:
    profile, _ = _read("Språk: dari\nÖnskat yrke: undersköterska (efter utb.), vårdbiträde nu\n")
    assert profile.wishes == ("undersköterska", "vårdbiträde")


def test_jobs_before_and_here_are_jobs_of_their_own_also_below_a_note() -> None:
    text = (
        "Kartläggningssamtal 2026-11-03\nBor i: Nacka\nJobb innan: bokhandel 2 år (kassör)\n"
        "Jobb här: lagermedarbetare aug 2022 - feb 2025\nVad kan du? köra ledstaplare, packa pall\n"
        "Kort: truck A1, A2, B1. Körkort B sedan 2021 (Sverige)\nVill: lager, gärna skift (även natt)\n"
    )
    profile, _ = _read(text)
    assert [(job.title, job.years) for job in profile.experience] == [
        ("bokhandel (kassör)", 2.0),
        ("lagermedarbetare", 2.58),
    ]
    assert [skill.label for skill in profile.skills] == ["köra ledstaplare", "packa pall"]
    assert [one.class_ for one in profile.driving_licences] == ["B"]
    assert profile.certificates == ("truck",)
    assert profile.wishes == ("lagerarbetare",)


def test_the_licence_of_a_profession_that_only_the_jobs_name() -> None:
    text = "Legitimation: ansökt 2024, väntar\nArbetat som: tandläkare 10 år, tandsköterska 2 år\nSpråk: polska\n"
    profile, _ = _read(text)
    assert profile.licensed_profession is not None
    assert (profile.licensed_profession.profession, profile.licensed_profession.status) == ("tandläkare", "applied")


def test_a_licence_that_is_lacking_for_now_is_none() -> None:
    profile, _ = _read("Språk: dari\nKörkort: saknas men har handledare\nKan: söm, disk\n")
    assert profile.none == ("driving_licences",)


def test_a_certificate_with_an_answer_is_no_skill() -> None:
    profile, _ = _read("Languages: Arabic (native)\nSkills: bread, cakes\nHygiene certificate: yes (2025)\n")
    assert profile.certificates == ("livsmedelshygien",)
    assert [skill.label for skill in profile.skills] == ["bread", "cakes"]


def test_a_teacher_at_a_school_has_not_only_gone_to_it() -> None:
    profile, _ = _read("Språk: arabiska\nUtbildning: Tandläkare, Exempeluniversitetet Kiev, 5 år\nKan: söm, disk\n")
    assert [(one.level, one.country, one.years) for one in profile.education] == [("tertiary", "UA", 5.0)]
    profile, _ = _read("Språk: arabiska\nUtbildning: lågstadielärare, 3 år\nKan: söm, disk\n")
    assert [one.level for one in profile.education] != ["primary"]


def test_groups_of_skills_below_their_heading_are_skills() -> None:
    text = "SPRÅK\nDari (modersmål)\n\nVAD JAG KAN\nPlanering: schema, inköp\nHygien: egenkontroll\nBehöver: YKB\n"
    profile, _ = _read(text)
    assert {"schema", "inköp", "egenkontroll"} <= {skill.label for skill in profile.skills}
    assert not profile.certificates


def test_a_skill_that_is_worse_is_not_as_good() -> None:
    profile, _ = _read("Svenska: pratar flytande, skriver sämre\nJobb: kock 2 år i Iran\nKan: söm, disk\n")
    [swedish] = profile.languages
    assert swedish.speaking == ("C1", "C2")
    assert swedish.writing is None


def test_years_below_the_name_of_a_trade_are_those_of_it() -> None:
    profile, _ = _read("Yrke: Undersköterska\nErfarenhet: 5 år Eritrea sjukhus\nSpråk: tigrinja\nKan: söm, disk\n")
    assert [(job.title, job.country, job.years) for job in profile.experience] == [("Undersköterska", "ER", 5.0)]
