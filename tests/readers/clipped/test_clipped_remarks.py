"""Remarks, papers and places in clipped notes: what they take along and what they leave."""

import pytest
from tests.readers.reading import read_note

from matcher.readers import read_profiles
from matcher.readers.files.source import Source
from matcher.records import Profile


def _languages(profile: Profile) -> dict[str, object]:
    return {row.lang: "native" if row.native else row.speaking for row in profile.languages}


@pytest.mark.parametrize("remark", ["tycker om fotboll", "hon trivs med lugnet", "det går bra"])
def test_a_remark_with_a_verb_amid_clipped_clauses_changes_nothing_beside_it(remark: str) -> None:
    note = "Bagare 4 år Grekland,% B-kk, ingen bil, gymn 3 år, sv B1. Söker bageri"
    with_it, without = read_note(note.replace("%", f" {remark},")), read_note(note.replace("%", ""))
    assert with_it.driving_licences == without.driving_licences
    assert with_it.driving_licences[0].country is None
    assert (with_it.own_car, with_it.education, with_it.languages) == (False, without.education, without.languages)


@pytest.mark.parametrize(
    ("text", "licences"),
    [
        ("Kock 3 år, har jobbat i Iran, har B-kk.", [("B", None)]),
        ("Jag talar arabiska, engelska, har B-kk.", [("B", None)]),
        ("Målare 2 år. B-kk, polskt. Sv A2", [("B", "PL")]),
        ("Målare 2 år. Kan köra bil, afghanskt kort, ej svenskt. Sv A2", [("B", "AF")]),
        ("Målare 2 år. Har körkort från Syrien, B. Sv A2", [("B", "SY")]),
        ("Kock 5 år, har jobbat i Iran, saknar B-kk.", []),
        ("Kock 5 år. Kan inte köra bil. Sv A2", []),
    ],
)
def test_a_licence_takes_a_country_of_its_own_clause_alone(text: str, licences: list[tuple[str, str | None]]) -> None:
    found = read_note(text)
    assert [(one.class_, one.country) for one in found.driving_licences] == licences
    assert ("driving_licences" in found.none) == (not licences)


def test_what_is_asked_and_not_known_is_not_held() -> None:
    assert read_note("Kock 4 år. Hygienbevis? vet ej. Sv A2").certificates == ()
    assert read_note("Kock 4 år. Hygienbevis. Sv A2").certificates == ("livsmedelshygien",)


def test_one_language_denied_and_another_known() -> None:
    assert [row.lang for row in read_note("Murare 8 år. Kan inte engelska men lite ryska. Söker bygg.").languages] == [
        "ru"
    ]
    assert read_note("Lärare 5 år. Kan inte köra men cykla. Eng B1").languages[0].lang == "en"


def test_courses_and_schools_by_their_short_names() -> None:
    assert _languages(read_note("Lagerarbetare 2 år. SAS grund klar.")) == {"sv": ("B1", "B2")}
    [school] = read_note("Grund 9 år Mogadishu. Städat 2 år.").education
    assert (school.level, school.years) == ("primary", 9.0)


@pytest.mark.parametrize("text", ["Kock 3 år. B-kk, ej svenskt. Sv A2", "Kock 3 år. Ej sv leg. Sv A2"])
def test_what_is_lacking_is_no_work_that_is_refused(text: str) -> None:
    assert read_note(text).not_wanted == ()


def test_work_refused_for_a_private_reason_ends_at_its_point() -> None:
    assert read_note("Frisör 5 år. Vill ej frisör mer pga axeln. Lager!").not_wanted == ("frisör",)


def test_where_a_job_was_may_stand_before_its_title() -> None:
    [job] = read_note("jag jobba i Eritrea mekaniker 7 år. Jag prata lite svenska.").experience
    assert (job.title, job.country, job.years) == ("mekaniker", "ER", 7.0)


@pytest.mark.parametrize(
    "aside",
    ["har en tvillingsyster i Malmö", "pojkvännen är från Ystad", "höftprotes 2023", "har assistans 20 h/v",
     "rullstol utomhus", "bor granne med sin kusin som kör taxi",
     "en av de äldre i gruppen", "sitter i hyresgästföreningens styrelse"],
)  # fmt: skip
def test_what_is_no_fact_takes_nothing_beside_it_along(aside: str) -> None:
    plain = "kock/diskare 4 år Grekland,% sv B1, B-kk svenskt. Skola 3 år,% eng C1. Truckförare A+B,% 2 år lager."
    told, bare = read_note(plain.replace("%", f" {aside},")), read_note(plain.replace("%", ""))
    assert [(job.title, job.years) for job in told.experience] == [(job.title, job.years) for job in bare.experience]
    assert (told.education, told.home_municipality) == (bare.education, bare.home_municipality)


def test_cards_with_a_last_day_are_cards_and_short_forms_too() -> None:
    held = read_note("Heta arb. giltigt 2028. Livsmedelshyg. -24 ok. Svetsare Iran 4 år.")
    assert set(held.certificates) == {"heta_arbeten", "livsmedelshygien"}
    assert [job.title for job in held.experience] == ["Svetsare"]


def test_the_profession_of_a_test_is_not_that_of_a_nurses_aide() -> None:
    found = read_note(
        "Läkare i Sudan 5 år. Leg. ej, kunskapsprov v27 anmäld. Erbjuden usk-vik sommar."
    ).licensed_profession
    assert found is not None
    assert (found.profession, found.status) == ("läkare", "knowledge_test")
    aide = read_note("Undersköterska 5 år. Ansökt om bevis, skyddad yrkestitel.").licensed_profession
    assert aide is None or aide.profession == "undersköterska"


def test_a_place_of_work_has_its_worker_and_a_country_is_no_title() -> None:
    jobs = read_note("Massör egen salong Phuket 7 år, städ hotell dito 2 år. Sv A2.").experience
    assert [(job.title, job.country, job.years) for job in jobs][1] == ("städare, hotell", "TH", 2.0)
    yard = read_note("Svetsare Bagdad 11 år, därefter 1,5 år i Grekland på varv. Sv A2.").experience
    assert [(job.title, job.country) for job in yard] == [("Svetsare", "IQ"), ("Svetsare", "GR")]
    assert "Saudi" not in [job.title for job in read_note("Läk. Sudan, akutmott. 2 år, senast Saudi. Sv C1").experience]


def test_a_month_with_a_short_year_is_read() -> None:
    [job] = read_note("Sedan mars -25 ändringssömnad Solna, 50%. Bengali mm.").experience
    assert (job.last_year, job.country) == (2025, "SE")
    assert read_note("Ingen formell skola. Diskare Iran 2 år.").not_wanted == ()


def test_a_school_by_its_short_name_is_no_job_and_a_label_no_profession() -> None:
    told = read_note("Bilmek. Kabul 8 år. Grsk 9 år. Sv B1")
    assert [(one.level, one.years) for one in told.education] == [("primary", 9.0)]
    assert [job.years for job in told.experience] == [8.0]
    step = read_note("Tandläkare Damaskus 6 år. Leg: kunskapsprov godkänt. Sv C1").licensed_profession
    assert step is not None
    assert step.profession == "tandläkare"


def test_a_level_in_brackets_is_no_licence_and_a_country_no_language() -> None:
    read = read_note("Tadzj. mm, arab B1, sve B1 (skriftl. A2).\nSvenskt B-kk.\nSvetsare Kongo 4 år.")
    assert [one.class_ for one in read.driving_licences] == ["B"]
    assert "kg" not in _languages(read)
    assert [one.class_ for one in read_note("Kock 4 år Iran, A2-kort svenskt").driving_licences] == ["A2"]


def test_what_a_clipped_licence_is_worth_here() -> None:
    read = read_note("Busschaufför Iran 16 år. Kk B + D Iran, gäller inte här. Ingen bil. Spr eng B1.")
    assert [(one.class_, one.valid) for one in read.driving_licences] == [("B", "no"), ("D", "no")]
    assert read_note("Kock 4 år Iran. SFI A påbörjad, ingen nivå satt. Heltid.").not_wanted == ()


def test_a_question_that_nobody_can_answer_is_reported() -> None:
    batch = read_profiles(Source("n1.txt", b"Kock 5 \xc3\xa5r Iran. Hygienbevis? vet ej. Eng B1"))
    assert batch.records[0].certificates == ()
    assert any("a question whose answer is not known" in note.what for note in batch.notes)


@pytest.mark.parametrize(
    "remark",
    ["kusinen kör taxi i Malmö", "kan inte böja ryggen", "handläggaren uppfattar henne som tyst", "she is Turkish"],
)
def test_a_remark_about_somebody_changes_nothing_round_about(remark: str) -> None:
    plain = "Kock/diskare 4 år Grekland, sv B1, B-kk svenskt. Gymn 3 år, eng C1, sv SFI C."
    for told in (plain.replace("Grekland,", f"Grekland, {remark},"), plain.replace("3 år,", f"3 år, {remark},")):
        assert read_note(told) == read_note(plain)


@pytest.mark.parametrize(
    "remark",
    ["är rädd för hundar sedan 2 år", "kan inte simma, det är pinsamt för honom", "saknar stranden i Beirut",
     "has slept badly for 30 nights", "och är 170 cm lång"],
)  # fmt: skip
def test_a_sentence_amid_clauses_stands_alone_whatever_it_names(remark: str) -> None:
    plain = "Kock/diskare 4 år Grekland, sv B1, B-kk svenskt. Gymn 3 år, eng C1, sv SFI C. Svetsare, 3 år varv Nacka."
    clauses = plain.replace("Grekland,", f"Grekland, {remark},").replace("Gymn 3 år,", f"Gymn 3 år, {remark},")
    assert read_note(clauses.replace("Svetsare,", f"Svetsare, {remark},")) == read_note(plain)


@pytest.mark.parametrize(
    ("text", "jobs", "licences"),
    [
        ("Kock 3 år, har även kört lastbil 2 år i Turkiet, sv B1.", [("Kock", 3), ("lastbilsförare", 2)], []),
        ("Bagare 3 år Iran, jag var diskare 1 år, B-kk, sv A2.", [("Bagare", 3), ("diskare", 1)], ["B"]),
        ("Lagerarbetare 6 år, vi bor i Nacka 40 min bort, har B-kk.", [("Lagerarbetare", 6)], ["B"]),
    ],
)
def test_a_fact_with_a_verb_stands_beside_those_without(
    text: str, jobs: list[tuple[str, int]], licences: list[str]
) -> None:
    read = read_note(text)
    assert [(job.title, job.years) for job in read.experience] == jobs
    assert [one.class_ for one in read.driving_licences] == licences


def test_minutes_are_no_verb_of_a_note() -> None:
    read = read_note("Kock 3 år, Nacka, max 40 min, sv B1.")
    assert (read.home_municipality, read.max_travel_minutes, len(read.experience)) == ("Nacka", 40, 1)


def test_levels_of_a_language_are_told_by_all_of_their_sentence() -> None:
    [row] = read_note("Svenska: klar med SFI B, nivå A2 men jag läser mer, ungefär B1. Kock 3 år.").languages
    assert (row.speaking, row.reading) == (("A2", "A2"), ("B1", "B1"))
