"""Jobs and fields in labelled lines."""

from __future__ import annotations

import pytest
from tests.readers.reading import read_note

from matcher.readers import Source, read_profiles
from matcher.readers.texts.labelled import LABEL_END, is_label, labelled_entries, labels_apart


@pytest.mark.parametrize(
    ("lines", "job"),
    [
        (["Dates: 2012 - 2015", "Occupation or position held: Baker", "Employer: Mill"], "Baker, Mill, 2012 - 2015"),
        (["Befattning: kock", "Arbetsplats: skola", "Land: Iran", "Tid: 2001-2005"], "kock, skola, Iran, 2001-2005"),
    ],
)
def test_a_block_is_a_job(lines, job):
    assert labelled_entries(lines)[0] == ("work", [job])


@pytest.mark.parametrize(
    "lines",
    [
        ["Ort: Nacka", "Land: Sverige"],
        ["Befattning: kock", "", "Tid: 2001-2005"],
        ["Yrke: kock", "Tid: heltid"],
        ["Period: 2001-2005", "Institution: skola"],
    ],
)
def test_other_labels_are_no_job(lines):
    assert labelled_entries(lines) == {}


def test_a_block_about_a_school_is_one():
    lines = [
        "Datum | 2004 - 2007",
        "Typ av examen | Yrkesskola, VVS",
        "Utbildningsanordnare | Tekniska, Asmara, Eritrea",
    ]
    assert labelled_entries(lines)[0] == ("education", ["Yrkesskola, VVS, Tekniska, Asmara, Eritrea, 2004 - 2007"])
    assert is_label("Typ av examen")
    assert not is_label("Rörmokare")


def test_jobs_in_blocks_stand_beside_the_rest():
    person = read_note(
        "Stad: Ystad\n\nPerioden: 2018 - 2021\nFunktion: Lantarbetare\nFöretag: gård i Tomelilla, Sverige\n\n"
        "Perioden: 2012 - 2017\nFunktion: Svetsare\nFöretag: varv i Genua, Italien\nAktiviteter: MIG-svetsning\n\n"
        "Språk\nRumänska: modersmål\n"
    )
    assert [(one.country, one.years, one.duties) for one in person.experience] == [
        ("SE", 3.0, None),
        ("IT", 5.0, "MIG-svetsning"),
    ]
    assert (person.home_municipality, person.languages[0].lang) == ("Ystad", "ro")


def test_dots_lead_from_a_label_to_its_value():
    person = read_note("Ort......: Ystad\nModersmål: somaliska\nArbete 1...: IT-tekniker, Kenya, 4 år\nBil.....: ja\n")
    assert (person.home_municipality, person.own_car) == ("Ystad", True)
    assert [(one.title, one.country, one.years) for one in person.experience] == [("IT-tekniker", "KE", 4.0)]


def test_languages_by_level_keep_their_own_levels():
    person = read_note("SPRÅK\nModersmål: arabiska\nGod: kurdiska (B2)\nLär mig: svenska (B1, skriver A2)\n")
    levels = {one.lang: one for one in person.languages}
    assert levels["ar"].native
    assert levels["ku"].speaking == ("B2", "B2")
    assert levels["sv"].writing == ("A2", "A2")


def test_a_level_on_the_line_below_its_language():
    person = read_note("SPRÅK\nArabiska\nModersmål\nEngelska\nB2\n")
    levels = {one.lang: one for one in person.languages}
    assert levels["ar"].native
    assert levels["en"].speaking == ("B2", "B2")


def test_a_cv_behind_a_note_begins_with_a_number_for_a_name():
    person = read_note("Handläggarens anteckning P7\n\nVill tillbaka till bageriet.\n\nP7\nYstad\n\nSpråk\nTigrinja\n")
    assert person.home_municipality == "Ystad"


def test_a_clause_about_a_move_parts_two_jobs():
    person = read_note(
        "Var soldat i sex år fram till 2010, bodde sedan i Sudan och arbetade inom bygg i tre år till 2014."
    )
    assert [(one.title, one.country) for one in person.experience] == [("soldat", None), ("byggarbetare", "SD")]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("2019-2024, Kalmar, restaurang: köksbiträde", "köksbiträde"),
        ("Köksbiträde, Kalmar 2019-2024: disk och servering", "Köksbiträde"),
    ],
)
def test_a_title_behind_the_place_of_work(line, title):
    [job] = read_note(f"SPRÅK\nTigrinja\n\nARBETE\n{line}\n").experience
    assert (job.title, job.country, job.years) == (title, "SE", 5.0)


def test_labels_in_capitals_without_a_colon():
    person = read_note("BOENDEORT Ystad\nSÖKER kock, diskare\n\nSPRÅK\nTigrinja\n")
    assert (person.home_municipality, person.wishes) == ("Ystad", ("kock", "diskare"))


def _lines(text: str) -> list[str]:
    return [line for line in labels_apart(text).split("\n") if line != LABEL_END]


def test_a_single_label_in_a_line_may_be_a_figure_of_speech() -> None:
    told = "Arbetat på lager i Eskilstuna i sex år och vill fortsätta. Svenska: klart bättre än i skrift."
    assert _lines(told) == [told]


def test_a_list_ends_where_somebody_begins_to_tell() -> None:
    told = "Kan: sömnad, broderi, mönster. Jag har eget körkort och bor i Kalmar sedan länge."
    assert _lines(told) == ["Kan: sömnad, broderi, mönster.", "Jag har eget körkort och bor i Kalmar sedan länge."]
    assert len(_lines("Kan: sömnad, broderi, mönster och ändring av kläder. Lagning av gardiner.")) == 1


def test_a_letter_goes_on_behind_its_list_of_skills() -> None:
    text = "Skills: sewing, ironing, pattern making\n\nI hold a Swedish B licence and can travel 40 minutes.\n"
    [read] = read_profiles(Source("l1.txt", text.encode()))
    assert [skill.label for skill in read.skills] == ["sewing", "ironing", "pattern making"]
    assert [one.class_ for one in read.driving_licences] == ["B"]


def test_what_is_done_at_home_is_no_place_to_live() -> None:
    text = "Kock 4 år Iran. Dari mm.\n\nHemma: hushåll för nio personer\nDuktig på: bakning, disk, sallad\n"
    [read] = read_profiles(Source("l1.txt", text.encode()))
    assert read.home_municipality is None
    assert [skill.label for skill in read.skills] == ["bakning", "disk", "sallad"]
