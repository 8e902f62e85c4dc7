from __future__ import annotations

from datetime import date

import pytest

from matcher.readers import Source, read_profiles
from matcher.readers.told.toldjobs import told_jobs
from matcher.readers.told.toldschools import told_schools

DAY = date(2026, 9, 1)


def _read(text):
    [profile] = read_profiles(Source("a.txt", text.encode()), as_of=DAY).records
    return profile


@pytest.mark.parametrize(
    ("sentence", "jobs"),
    [
        ("Har i sju år arbetat som rörmokare i Basra.", [("rörmokare", 7.0)]),
        (
            "Bagare med nio års erfarenhet, senast som förman på storbageri 2018-2021.",
            [("Bagare", 9.0), ("förman", 3.0)],
        ),
        ("Sex månaders erfarenhet som lokalvårdare i Sverige", [("lokalvårdare", 0.5)]),
        (
            "I have worked for three years as a welder in Iran and two years as a driver.",
            [("welder", 3.0), ("driver", 2.0)],
        ),
        ("Jobbade som målare i 4 år i Iran och 3 år i Turkiet", [("målare", 4.0), ("målare", 3.0)]),
        ("Arbetar nu som resurs på en skola i Täby", [("resurs", None)]),
        ("Har jobbat på ett lager sedan mars 2024", [("lagerarbetare", None)]),
        ("Jag är kock.", []),
        ("Vill arbeta som kock.", []),
        ("He works as soon as he can, 3 days a week.", []),
    ],
)
def test_jobs_told_in_sentences(sentence, jobs):
    assert [(job.title, job.period.years()) for job in told_jobs(sentence)] == jobs


@pytest.mark.parametrize(
    ("sentence", "school"),
    [
        ("Har gått fem år i skola i Somalia", ("primary", None, "SO", 5.0)),
        ("Finished 12 years of school in Iraq", ("upper_secondary", None, "IQ", 12.0)),
        ("Har aldrig gått i skolan", ("none", None, None, 0.0)),
        ("Saknar skolbakgrund helt", ("none", None, None, 0.0)),
        ("Utbildad till apotekare på universitet i Syrien, fem år", ("tertiary", "apotekare", "SY", 5.0)),
        ("Has a master's degree in chemistry from Ukraine", ("tertiary", "chemistry", "UA", None)),
    ],
)
def test_schools_told_in_sentences(sentence, school):
    [one] = told_schools(sentence)
    assert (one.level, one.field, one.country, one.years) == school


@pytest.mark.parametrize(
    "sentence",
    [
        "Vill gå på universitet",
        "Barnen går i skolan",
        "Har jobbat i skola i tre år",
        "Praktik på en skola",
        "Läser SFI C",
    ],
)
def test_no_school_is_made_of_plans_work_and_children(sentence):
    assert told_schools(sentence) == []


def test_a_note_without_headings_is_read_sentence_by_sentence():
    read = _read(
        "Bor i Nacka. Har gått sju år i grundskola i Eritrea. Jobbade som vaktmästare i fyra år i Asmara. "
        "Tigrinska och arabiska flytande, lite engelska. Läser SFI kurs B. Kan inte jobba natt. "
        "Vill arbeta med städ eller i kök."
    )
    assert read.home_municipality == "Nacka"
    assert [(one.level, one.years) for one in read.education] == [("primary", 7.0)]
    assert [(job.title, job.years) for job in read.experience] == [("vaktmästare", 4.0)]
    levels = {row.lang: row.speaking for row in read.languages}
    assert levels["ti"] == levels["ar"] == ("C1", "C2")
    assert levels["en"] == ("A1", "A2")
    assert levels["sv"] is not None
    assert not read.skills
    assert read.availability.not_ == ("night",)
    assert read.wishes == ("städare", "köksbiträde")


@pytest.mark.parametrize(
    "cards", ["körkort B och truckkort A och B", "truckkort A och B-körkort", "truckkort, B-körkort"]
)
def test_letters_of_a_forklift_card_are_no_driving_licence(cards):
    read = _read(f"Jag bor i Täby. Jag har {cards}.")
    assert [one.class_ for one in read.driving_licences] == ["B"]


def test_a_field_of_a_form_ends_at_a_blank_line_and_items_are_sentences():
    lines = (
        "Profil T7", "Kommun: Falun", "", "▪ 2016-2021 Elektriker, Serbien", "▪ Elgymnasium, Serbien, 12 år", "",
        "▪ serbiska modersmål, svenska B2", "", "▪ HLR", "▪ B-körkort, Sverige; bil finns",
    )  # fmt: skip
    profile = _read("\n".join(lines))
    assert [(job.title, job.country) for job in profile.experience] == [("Elektriker", "RS")]
    assert [(one.class_, one.country) for one in profile.driving_licences] == [("B", "SE")]
    assert (profile.home_municipality, profile.own_car, profile.certificates) == ("Falun", True, ("hlr",))
    assert {row.lang for row in profile.languages} == {"sr", "sv"}


def test_a_licence_that_may_not_be_used_is_not_valid_and_lessons_are_no_card():
    profile = _read("Språk\ndari\n\nPapper\nAfghanskt B-körkort, får inte användas längre. Tar lektioner för svenskt.")
    assert [(one.country, one.valid) for one in profile.driving_licences] == [("AF", "no")]
    assert profile.certificates == ()


def test_headings_in_spoken_words():
    text = (
        "Så här har jag jobbat\nKock i Iran 4 år\n\nSå här har jag pluggat\n9 år i Iran\n\nSå här pratar jag\npersiska"
    )
    profile = _read(text)
    assert [job.title for job in profile.experience] == ["Kock"]
    assert [one.years for one in profile.education] == [9]
    assert [row.lang for row in profile.languages] == ["fa"]


def test_the_kind_of_school_and_its_subject_in_one_word():
    [school] = _read("Utbildning\nHandelsgymnasium i Bosnien, 12 år\n\nSpråk\nbosniska").education
    assert (school.level, school.field, school.years) == ("upper_secondary", "Handel", 12)


def test_a_short_form_ends_no_sentence():
    profile = _read("Anteckning\nTidigare: bilmek. Etiopien 7 år, slutade 2013. Modersmål amhariska.")
    assert [(job.country, job.years) for job in profile.experience] == [("ET", 7)]


def test_a_paper_of_each_kind_is_told_from_the_others():
    lines = ("Språk", "dari", "", "Körkort m.m.:", "B svenskt", "C från Irak", "taxilegitimation", "ingen bil")
    profile = _read("\n".join(lines))
    assert [(one.class_, one.country, one.valid) for one in profile.driving_licences] == [
        ("B", "SE", "yes"), ("C", "IQ", "unknown"),
    ]  # fmt: skip
    assert (profile.certificates, profile.own_car) == (("taxi",), False)


def test_no_car_is_read_of_one_that_is_lacking_with_the_licence():
    profile = _read("Bor i Falun. Saknar körkort och bil. Kvällar och nätter kan jag inte. Vill bli bagare.")
    assert profile.own_car is False
    assert profile.availability.not_ == ("evening", "night")


def test_a_swedish_licence_that_is_applied_for_under_a_heading_of_its_status():
    parts = (
        "EXPERIENCE\nNurse, Manila, Philippines 2014-2019",
        "STATUS OF LICENCE\nApplied for a Swedish nursing licence.",
    )
    profession = _read("\n\n".join((*parts, "LANGUAGES\nTagalog: native"))).licensed_profession
    assert (profession.profession, profession.status) == ("sjuksköterska", "applied")


@pytest.mark.parametrize(
    ("sentence", "jobs"),
    [
        (
            "I Kassala städade hon på hotell i tre år, till 2014, sedan diskade hon i Kairo i fyra år till 2018.",
            [("hotellstädare", "SD", 3.0), ("diskare", "EG", 4.0)],
        ),
        (
            "Efter nio år i skola sålde jag skor i Mosul i fem år, till 2012, och sedan i Mersin i två år till 2015.",
            [("försäljare", "IQ", 5.0), ("försäljare", "TR", 2.0)],
        ),
        ("She cooked at a school in Kampala for six years before moving to Sweden.", [("kock", "UG", 6.0)]),
        ("Mellan 2010 och 2014 körde han lastbil i Polen.", [("lastbilsförare", "PL", 4.0)]),
        ("Arbetade som kock där hon lagade mat och bakade bröd i tre år.", [("kock", None, 3.0)]),
        ("Hon lagade mat till fester.", []),
        ("Har odlat grönsaker hemma i tio år.", []),
    ],
)
def test_work_told_by_what_was_done(sentence, jobs):
    told = [job.record() for job in told_jobs(sentence)]
    assert [(one.title, one.country, one.years) for one in told] == jobs


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Var murare i Herat. Det blev åtta år, till 2016.", 8.0),
        ("Jag har jobbat som kock i Iran. Totalt sex år.", 6.0),
        ("He worked as a baker in Homs. In total nine years.", 9.0),
    ],
)
def test_a_length_in_the_sentence_behind_the_title(text, years):
    assert [one.years for one in _read(f"Bor i Lund. {text}").experience] == [years]


def test_what_was_studied_and_how_it_was_assessed_is_one_education():
    [one] = _read("OM MIG\nHar fyraårig universitetsutbildning i omvårdnad som UHR har bedömt.").education
    assert (one.level, one.years, one.validated) == ("tertiary", 4.0, "yes")


@pytest.mark.parametrize(
    "text",
    [
        "I would like to work full time as a teacher from 8 January 2027.",
        "Vill gärna jobba som kock från mars 2027.",
        "I am a maths teacher with a four-year degree in education.",
    ],
)
def test_what_is_wished_and_what_was_studied_is_no_job(text):
    assert [job for job in told_jobs(text) if job.period.stated or job.period.start] == []


def test_the_same_verb_names_a_second_job():
    told = told_jobs("Jobbade nio år som skomakare i Kabul fram till 2014 och därefter fem år i Iran som sömmare.")
    assert [(job.title, job.countries, job.period.years()) for job in told] == [
        ("skomakare", ("AF",), 9.0),
        ("sömmare", ("IR",), 5.0),
    ]


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
    read = _read(
        "Jag skriver till er eftersom jag läste att ert företag växer och eftersom jag länge har tänkt att det jag kan"
        " bäst skulle passa hos er, för innan jag flyttade hit arbetade jag, efter en tid på annat håll och många om"
        " och men, som plåtslagare i Izmir i sju år, och det arbetet tyckte jag mycket om."
    )
    assert [(job.title, job.years) for job in read.experience] == [("plåtslagare", 7.0)]


def test_a_second_school_is_kept():
    read = _read("Bor i Lund. Gick nio år i skola i Irak. Här har jag läst till barnskötare på komvux.")
    assert [(one.level, one.country) for one in read.education] == [("primary", "IQ"), ("upper_secondary", "SE")]


def test_the_language_of_the_interpreter_is_known_and_how_well_is_not():
    read = _read("Samtal med tolk på telefon (somaliska). Bor i Lund. Jobbat som kock i Kenya i två år.")
    [row] = read.languages
    assert (row.lang, row.speaking, row.native) == ("so", None, False)
    assert _read("Bor i Lund. Jobbat som tolk (arabiska) i två år.").experience[0].title == "tolk"


def test_a_note_goes_on_behind_a_field():
    read = _read(
        "Svenska: pratar i korta meningar. Somaliska flytande.\n"
        "Han bor i Falun sedan ett år tillbaka och vill arbeta i kök på heltid.\n"
    )
    assert (read.home_municipality, read.wishes, read.availability.hours) == ("Falun", ("köksbiträde",), "full")


def test_a_sentence_is_no_heading():
    read = _read("Jag har jobbat som målare i Polen i sex år.\n\nJag kan börja nu och vill arbeta heltid.\nTack\n")
    assert (read.availability.hours, read.wishes) == ("full", ())


def test_a_job_is_where_the_one_before_it_was():
    told = told_jobs("Var kock i Iran i fem år, sedan servitör i två år.")
    assert [(job.title, job.countries) for job in told] == [("kock", ("IR",)), ("servitör", ("IR",))]
    assert told_jobs("Här har jag jobbat som diskare i ett år.")[0].countries == ("SE",)


def test_fields_in_one_paragraph_are_parted():
    read = _read(
        "Kontakt: mejl. Utbildning: elva år i skola i Moldavien. Språk: rumänska, ryska flytande. Ort: Mora.\n"
    )
    assert [(one.level, one.years) for one in read.education] == [("upper_secondary", 11.0)]
    assert {row.lang for row in read.languages} == {"ro", "ru"}
    assert read.home_municipality == "Mora"


def test_a_card_of_a_sentence_is_named_in_it():
    read = _read("Bor i Lund. I drove a truck in Iraq for six years and I am doing YKB this spring. Har gått HLR.")
    assert read.certificates == ("hlr",)


def test_classes_are_years_of_school():
    read = _read("Bor i Lund. Gick ut nionde klass. Jobbat som kock i två år.")
    assert [(one.level, one.years) for one in read.education] == [("primary", 9.0)]


def test_how_a_note_came_in_drops_nothing_of_it():
    read = _read("Inkom per telefon fm: bor i Solna. Elektriker sedan 15 år, mest bostäder. B-kort utbytt.")
    assert (read.home_municipality, [job.title for job in read.experience]) == ("Solna", ["Elektriker"])
    assert [one.class_ for one in read.driving_licences] == ["B"]


def test_the_time_of_the_work_before_is_not_that_of_the_next() -> None:
    [job] = told_jobs("Sverige: byggpraktik Exempelbolaget 3 mån, sen målare hos Firman 1 år (2024)")
    assert (job.title, job.countries, job.period.stated) == ("målare", ("SE",), 1.0)


def test_who_trained_others_was_at_no_school() -> None:
    assert told_schools("I set lathes, wrote programs and trained operators in Pakistan for five years.") == []
    assert told_schools("I trained as a nurse in Asmara for three years.")[0].years == 3.0


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
