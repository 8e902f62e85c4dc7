"""Work told in sentences, in the words of learners and caseworkers."""

from __future__ import annotations

from datetime import date

import pytest
from tests.readers.reading import read_note

from matcher.readers import Source, read_profiles
from matcher.readers.told.toldjobs import told_jobs

DAY = date(2026, 9, 1)


@pytest.mark.parametrize(
    ("sentence", "title", "country", "years"),
    [
        ("They ran looms as a textile operator in a mill near Hanoi for seven years.", "textile operator", "VN", 7.0),
        ("Som möbelsnickare arbetade jag tio år i Tyskland, och slutade där 2015.", "möbelsnickare", "DE", 10.0),
        ("In Germany she was a nail technician for three years.", "nail technician", "DE", 3.0),
        ("Hösten 2021 fick hon jobb som städare i Borås och stannade till 2024.", "städare", "SE", 2.08),
        ("I got a job as a receptionist in Karlstad in 2020 and stayed until 2023.", "receptionist", "SE", 3.0),
        ("I have been teaching maths in Kenya for six years, until 2020.", "lärare", "KE", 6.0),
        ("De fyra första åren, till och med 2017, arbetade jag som biolog i Chile.", "biolog", "CL", 4.0),
        ("Var anställd på ett tryckeri i Iran som bokbindare i åtta år.", "bokbindare", "IR", 8.0),
    ],
)
def test_work_told_otherwise(sentence: str, title: str, country: str, years: float) -> None:
    [job] = [job.record() for job in told_jobs(sentence)]
    assert (job.title, job.country, job.years) == (title, country, years)


@pytest.mark.parametrize(
    "sentence",
    [
        "I would like to work full time, or otherwise as a pupil assistant, from 8 January 2027.",
        "Lived in Kenya as a child for six years.",
        "Känner igen ord som disk och stängt sedan 2018.",
        "Räknar sex år som riktigt arbete.",
    ],
)
def test_no_work_told(sentence: str) -> None:
    assert told_jobs(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "jobs"),
    [
        ("Sex månaders praktik på en revisionsbyrå.", [("revisionsbyrå", 0.5)]),
        ("8 weeks at Lidl as a placement.", [("butiksbiträde", 0.15)]),
        ("Elva år på bank i Tirana, de sista fyra som kontorschef.", [("bank", 7.0), ("kontorschef", 4.0)]),
        ("Femton års erfarenhet som florist i Lima, varav 4 år som inköpare.", [("florist", 11.0), ("inköpare", 4.0)]),
        ("Drev en liten restaurang i Homs i åtta år.", [("egen restaurang", 8.0)]),
        ("Jag jobba snickare i fem år.", [("snickare", 5.0)]),
        ("Ritare på kontor i Beirut 2010-2014, därefter arkitekt i Amman i sex år.", [("arkitekt", 6.0)]),
        ("Utbildad farmaceut, arbetat på apotek i nio år.", [("farmaceut", 9.0)]),
        ("Fiskade på havet och sålde fisk i fem år.", [("fiskare", 5.0), ("försäljare", 5.0)]),
        ("Har arbetat som kock i Syrien.", [("kock", None)]),
        ("Provat på tvätteriet på sjukhuset i fem veckor.", [("tvätteriarbetare", 0.1)]),
        ("Rörmokare sedan tolv år, mest villor.", [("Rörmokare", 12.0)]),
        ("Arkitekt i botten, arbetat med skolor i åtta år.", [("Arkitekt", 8.0)]),
        ("Now I deliver parcels since March 2025.", [("budförare", None)]),
        ("Praktik på en ungdomsgård i sex veckor.", [("fritidsledare", 0.12)]),
    ],
)
def test_places_parts_and_clauses_of_work(sentence, jobs):
    assert [(job.title, job.period.years()) for job in told_jobs(sentence)] == jobs


@pytest.mark.parametrize(
    "sentence",
    [
        "Jobbar vilka tider som helst men inte söndagar.",
        "Praktik på en skolgård i sex veckor.",
        "Spelat fotboll i tolv år.",
        "Gick sju år i skola i Asmara.",
        "Vill ha praktik på ett lager i tre veckor.",
        "Handläggare sedan mars 2024, möte med kontorschef i tre veckor.",
        "Har kunnat arbeta som vanligt i två år.",
    ],
)
def test_other_sentences_tell_of_no_work(sentence):
    assert told_jobs(sentence) == []


def test_what_was_done_there_is_told_with_the_job():
    [job] = told_jobs("Jobbade på en fiskfabrik i Thailand i fyra år, där jag rensade och packade fisk.")
    assert (job.title, job.duties) == ("fiskberedare", "rensade och packade fisk")


def test_a_long_sentence_is_read_too():
    read = read_note(
        "Jag skriver till er eftersom jag läste att ert företag växer och eftersom jag länge har tänkt att det jag kan"
        " bäst skulle passa hos er, för innan jag flyttade hit arbetade jag, efter en tid på annat håll och många om"
        " och men, som plåtslagare i Izmir i sju år, och det arbetet tyckte jag mycket om.",
        as_of=DAY,
    )
    assert [(job.title, job.years) for job in read.experience] == [("plåtslagare", 7.0)]


def test_the_language_of_the_interpreter_is_known_and_how_well_is_not():
    read = read_note("Samtal med tolk på telefon (somaliska). Bor i Lund. Jobbat som kock i Kenya i två år.", as_of=DAY)
    [row] = read.languages
    assert (row.lang, row.speaking, row.native) == ("so", None, False)
    assert read_note("Bor i Lund. Jobbat som tolk (arabiska) i två år.", as_of=DAY).experience[0].title == "tolk"


def test_a_note_goes_on_behind_a_field():
    read = read_note(
        "Svenska: pratar i korta meningar. Somaliska flytande.\n"
        "Han bor i Falun sedan ett år tillbaka och vill arbeta i kök på heltid.\n",
        as_of=DAY,
    )
    assert (read.home_municipality, read.wishes, read.availability.hours) == ("Falun", ("köksbiträde",), "full")


def test_a_sentence_is_no_heading():
    read = read_note(
        "Jag har jobbat som målare i Polen i sex år.\n\nJag kan börja nu och vill arbeta heltid.\nTack\n", as_of=DAY
    )
    assert (read.availability.hours, read.wishes) == ("full", ())


def test_a_job_is_where_the_one_before_it_was():
    told = told_jobs("Var kock i Iran i fem år, sedan servitör i två år.")
    assert [(job.title, job.countries) for job in told] == [("kock", ("IR",)), ("servitör", ("IR",))]
    assert told_jobs("Här har jag jobbat som diskare i ett år.")[0].countries == ("SE",)


def test_fields_in_one_paragraph_are_parted():
    read = read_note(
        "Kontakt: mejl. Utbildning: elva år i skola i Moldavien. Språk: rumänska, ryska flytande. Ort: Mora.\n",
        as_of=DAY,
    )
    assert [(one.level, one.years) for one in read.education] == [("upper_secondary", 11.0)]
    assert {row.lang for row in read.languages} == {"ro", "ru"}
    assert read.home_municipality == "Mora"


def test_a_card_of_a_sentence_is_named_in_it():
    read = read_note(
        "Bor i Lund. I drove a truck in Iraq for six years and I am doing YKB this spring. Har gått HLR.", as_of=DAY
    )
    assert read.certificates == ("hlr",)


def test_how_a_note_came_in_drops_nothing_of_it():
    read = read_note(
        "Inkom per telefon fm: bor i Solna. Elektriker sedan 15 år, mest bostäder. B-kort utbytt.", as_of=DAY
    )
    assert (read.home_municipality, [job.title for job in read.experience]) == ("Solna", ["Elektriker"])
    assert [one.class_ for one in read.driving_licences] == ["B"]


def test_the_time_of_the_work_before_is_not_that_of_the_next() -> None:
    [job] = told_jobs("Sverige: byggpraktik Exempelbolaget 3 mån, sen målare hos Firman 1 år (2024)")
    assert (job.title, job.countries, job.period.stated) == ("målare", ("SE",), 1.0)


def test_jobs_told_by_learners_and_between_years() -> None:
    def told(text: str) -> list[tuple[str, float | None]]:
        return [(job.title, job.period.years()) for job in told_jobs(text)]

    assert told("Har gjort praktik städare i 4 månader.") == [("städare", 0.33)]
    assert told("After I was room attendant 2 years.") == [("room attendant", 2.0)]
    assert told("I was happy 2 years.") == []
    assert told("Sedan fem år, 2017-2022, som konditor på ett kafé.") == [("konditor", 5.0)]
    assert told("Innan dess taxi: fyra år som taxiförare i Rom.") == [("taxiförare", 4.0)]
    assert told_jobs("Kör buss i linjetrafik sedan maj 2024.")[0].period.is_open
    assert told("Kör buss gärna.") == []


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("Jag jobbade deltid som bagare i Falun i två år.", None),
        ("I was employed part-time as a baker for two years.", None),
        ("Arbetar heltid som bagare i Falun.", None),
        ("Jag jobbade deltid som bagare i två år. Jag kan jobba heltid.", "full"),
        ("Har arbetat som bagare och söker heltid.", "full"),
    ],
)
def test_the_hours_of_a_job_are_not_those_that_are_asked_for(text, hours):
    [read] = read_profiles(Source("p.txt", text.encode())).records
    assert read.availability.hours == hours


@pytest.mark.parametrize(
    ("sentence", "title", "years"),
    [
        ("Jag har städat privat hos familjer i Tyskland i fyra år.", "hemstädare", 4.0),
        ("Städat hemma hos folk i Aten 2 år.", "hemstädare", 2.0),
        ("Hon lagade mat hemma hos en familj i Amman i tre år.", "kock", 3.0),
        ("Jag sålde frukt på marknaden i fem år.", "torghandlare", 5.0),
        ("He sold clothes in the bazaar for six years.", "torghandlare", 6.0),
        ("Hon jobbade på torget i Homs i tre år.", "torghandlare", 3.0),
        ("Efter flykten arbetade han svart på byggen i Irak i två år.", "byggnadsarbetare", 2.0),
        ("Hon hjälpte sin faster i butiken i sju år.", "butiksbiträde", 7.0),
        ("I worked in my family's bakery for eight years.", "bagare", 8.0),
    ],
)
def test_work_for_others_at_home_in_the_street_or_with_kin(sentence: str, title: str, years: float) -> None:
    [job] = read_note(sentence, as_of=DAY).experience
    assert (job.title, job.years) == (title, years)


@pytest.mark.parametrize("sentence", ["Har städat hemma i sju år. Sv B1.", "Hjälpte sin sjuka faster i sju år. Sv B1."])
def test_work_at_home_and_for_kin_alone_is_no_job(sentence: str) -> None:
    assert read_note(sentence, as_of=DAY).experience == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "Utbildad svetsare, aldrig arbetat som det. Sv B1.",
        "Hon är utbildad kock men har aldrig jobbat som kock. Sv B1.",
        "I have never worked as a baker. Swedish B1.",
    ],
)
def test_work_that_was_never_done_is_no_job(sentence: str) -> None:
    assert read_note(sentence, as_of=DAY).experience == ()


def test_work_not_done_for_some_time_was_done() -> None:
    assert [job.title for job in read_note("Har inte jobbat som kock sedan 2019.", as_of=DAY).experience] == ["kock"]


@pytest.mark.parametrize(
    ("sentence", "jobs"),
    [
        ("I Sverige jag arbetar i ett hotell, städar rum, sedan april 2023.", [("städare", "SE", 3.5)]),
        ("Jobbade på ett hotell i Dubai, lagade mat, i tre år.", [("kock", "AE", 3.0)]),
        (
            "Två månader som diskare, en sommar som badvakt i Säter och sju månader på ett lager i Falun.",
            [("diskare", None, 0.17), ("badvakt", "SE", None), ("lagerarbetare", "SE", 0.58)],
        ),
        ("Plockat jordgubbar 3 säsonger i Finland.", [("skördearbetare", "FI", None)]),
        ("Jobbat som pers. ass. 3 år i Lund.", [("personlig assistent", "SE", 3.0)]),
        ("Jag har eget företag med städning sedan 2024.", [("städare, eget företag", None, 2.75)]),
        ("He worked nights at a petrol station for two years.", [("bensinstationsbiträde", None, 2.0)]),
        ("Arbetar 50 % i butik sedan 2024.", [("butiksbiträde", None, 2.75)]),
    ],
)
def test_work_by_what_was_done_there_by_seasons_and_in_short_forms(
    sentence: str, jobs: list[tuple[str, str, float]]
) -> None:
    assert [(job.title, job.country, job.years) for job in read_note(sentence, as_of=DAY).experience] == jobs


@pytest.mark.parametrize(
    ("note", "hours"),
    [
        ("Arbetar nu deltid som städare, söker heltid.", "full"),
        ("Jobbar deltid på lager men söker heltid.", "full"),
        ("Arbetar 50 % i butik. Vill ha 100 %.", "full"),
        ("Söker arbete som kock, gärna heltid, men deltid går bra.", "any"),
    ],
)
def test_how_much_somebody_works_today_is_not_what_is_asked_for(note: str, hours: str) -> None:
    assert read_note(note, as_of=DAY).availability.hours == hours


@pytest.mark.parametrize(
    ("sentence", "jobs"),
    [
        ("She used to be a nurse in Manila, but has not applied for a licence.", [("nurse", "PH", None)]),
        ("Jag har inte jobbat i Sverige men i Iran jobbade jag 6 år som revisor.", [("revisor", "IR", 6.0)]),
        ("Jobbade som vikarie i hemtjänsten i 2 år.", [("vårdbiträde inom hemtjänst", None, 2.0)]),
        (
            "Tre år på lager, två år i butik, ett år som chaufför.",
            [("lagerarbetare", None, 3.0), ("butiksbiträde", None, 2.0), ("chaufför", None, 1.0)],
        ),
        ("Har C och CE från Serbien, bytta till svenska 2021.", []),
    ],
)
def test_where_nothing_was_done_and_what_kind_of_post_it_was_say_no_place_and_no_title(
    sentence: str, jobs: list[tuple[str, str, float]]
) -> None:
    assert [(job.title, job.country, job.years) for job in read_note(sentence, as_of=DAY).experience] == jobs
