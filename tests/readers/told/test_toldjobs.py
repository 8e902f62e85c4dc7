from __future__ import annotations

from datetime import date

import pytest
from tests.readers.reading import read_note

from matcher.readers.told.toldjobs import told_jobs
from matcher.readers.told.toldschools import told_schools

DAY = date(2026, 9, 1)


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
        ("Är utbildad florist och har drygt tolv års erfarenhet från Lima.", [("florist", 12.0)]),
        ("Jobbade som tolk i Basra i sex år och på ett sjukhus i Amman i tre år.", [("tolk", 6.0), ("tolk", 3.0)]),
        ("Extrajobbade som florist två somrar i Lund.", [("florist", None)]),
        ("Volontär i kyrkans café som läxhjälpare ett år.", [("läxhjälpare", 1.0)]),
        ("Anställning fem månader på ett lager som resurs.", [("resurs", 0.42)]),
        ("Arbetsprövning på kafé tre månader.", [("kafébiträde", 0.25)]),
        # The year is that of the beginning, until the next one.
        ("Började som diskare 2016, blev florist 2018.", [("diskare", 2.0), ("florist", None)]),
        ("Började hos Mäkta som diskare 2016 och är numera florist.", [("diskare", None)]),
        ("Blev florist 2018.", [("florist", None)]),
        ("Har sju års erfarenhet av städning.", [("städare", 7.0)]),
        ("She has two years' experience in elderly care.", [("vårdbiträde inom äldreomsorg", 2.0)]),
        ("Har 3 års erfarenhet av Excel.", []),
        ("Har de senaste fyra åren kört taxi.", [("taxiförare", 4.0)]),
        ("På kliniken i Lima var hon barnmorska 2008-2012.", [("barnmorska", 4.0)]),
        ("Till yrket är han murare med nio år i branschen.", [("murare", 9.0)]),
        ("Just nu är hon ledig i två veckor.", []),
        ("Jobbade på bageri i Lima i 6 år och på lager i Ystad 2 år.", [("bagare", 6.0), ("lagerarbetare", 2.0)]),
        ("Arbetat på kontor 2 + 3 år som kassör.", [("kassör", 5.0)]),
        ("Blev florist, sammanlagt sju år på samma hotell.", [("florist", 7.0)]),
        ("Skulle helst vilja jobba som florist, har gjort det i tre år.", [("florist", 3.0)]),
        ("Jobbade två år som diskare, sedan fyra som kock.", [("diskare", 2.0), ("kock", 4.0)]),
        ("Fick jobb på ett tvätteri där hon stannade i två år.", [("tvätteriarbetare", 2.0)]),
        ("Jobbar sedan april 2025 50 % som elevassistent i Lund.", [("elevassistent", None)]),
        ("He's a qualified electrician with six years in industry.", [("electrician", 6.0)]),
        ("Montör vid bolaget i Lund sedan två år.", [("Montör", 2.0)]),
        ("Säger att hon arbetat som barnmorska i 14 år på ett sjukhus i Lima.", [("barnmorska", 14.0)]),
        ("Var florist i fem år, därefter vakt på bank i tre.", [("florist", 5.0), ("vakt", 3.0)]),
        ("Försörjde familjen som florist i nio år.", [("florist", 9.0)]),
        ("Senaste jobbet var hos en städfirma i Lund, 2023–2025.", [("städare", 2.0)]),
        ("He has spent two years driving trucks.", [("lastbilsförare", 2.0)]),
        ("Han var florist i hamnen i Lima mellan 2003 och 2012.", [("florist", 9.0)]),
        ("Her previous position was office manager at a charity, 2015-2019.", [("office manager", 4.0)]),
        ("Driver sedan 2022 en liten butik i Lund.", [("egen butik", None)]),
        ("Two years as a cook followed by four as a baker.", [("cook", 2.0), ("baker", 4.0)]),
        ("Har bakgrund som tandtekniker, nio år på ett laboratorium i Lima.", [("tandtekniker", 9.0)]),
        (
            "Har varit sjuksköterska i Peru, där hon arbetade på en kirurgavdelning i fyra år.",
            [("sjuksköterska", 4.0)],
        ),
        ("Söker sommarjobb som florist 2027.", []),
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
        ("Has a master's degree in chemistry from Ukraine", ("tertiary", "chemistry, master", "UA", None)),
        ("Har masterexamen i geologi från Tunis", ("tertiary", "geologi, master", "TN", None)),
        (
            "Trained in Chile (BSc in forestry) and has three years as a forester there",
            ("tertiary", "forestry, kandidat", "CL", None),
        ),
        (
            "Läser sedan hösten florist-programmet på yrkesvux",
            ("upper_secondary", "florist-programmet, pågående", "SE", None),
        ),
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
    read = read_note(
        "Bor i Nacka. Har gått sju år i grundskola i Eritrea. Jobbade som vaktmästare i fyra år i Asmara. "
        "Tigrinska och arabiska flytande, lite engelska. Läser SFI kurs B. Kan inte jobba natt. "
        "Vill arbeta med städ eller i kök.",
        as_of=DAY,
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
    read = read_note(f"Jag bor i Täby. Jag har {cards}.", as_of=DAY)
    assert [one.class_ for one in read.driving_licences] == ["B"]


def test_a_field_of_a_form_ends_at_a_blank_line_and_items_are_sentences():
    lines = (
        "Profil T7", "Kommun: Falun", "", "▪ 2016-2021 Elektriker, Serbien", "▪ Elgymnasium, Serbien, 12 år", "",
        "▪ serbiska modersmål, svenska B2", "", "▪ HLR", "▪ B-körkort, Sverige; bil finns",
    )  # fmt: skip
    profile = read_note("\n".join(lines), as_of=DAY)
    assert [(job.title, job.country) for job in profile.experience] == [("Elektriker", "RS")]
    assert [(one.class_, one.country) for one in profile.driving_licences] == [("B", "SE")]
    assert (profile.home_municipality, profile.own_car, profile.certificates) == ("Falun", True, ("hlr",))
    assert {row.lang for row in profile.languages} == {"sr", "sv"}


def test_a_licence_that_may_not_be_used_is_not_valid_and_lessons_are_no_card():
    profile = read_note(
        "Språk\ndari\n\nPapper\nAfghanskt B-körkort, får inte användas längre. Tar lektioner för svenskt.", as_of=DAY
    )
    assert [(one.country, one.valid) for one in profile.driving_licences] == [("AF", "no")]
    assert profile.certificates == ()


def test_headings_in_spoken_words():
    text = (
        "Så här har jag jobbat\nKock i Iran 4 år\n\nSå här har jag pluggat\n9 år i Iran\n\nSå här pratar jag\npersiska"
    )
    profile = read_note(text, as_of=DAY)
    assert [job.title for job in profile.experience] == ["Kock"]
    assert [one.years for one in profile.education] == [9]
    assert [row.lang for row in profile.languages] == ["fa"]


def test_the_kind_of_school_and_its_subject_in_one_word():
    [school] = read_note("Utbildning\nHandelsgymnasium i Bosnien, 12 år\n\nSpråk\nbosniska", as_of=DAY).education
    assert (school.level, school.field, school.years) == ("upper_secondary", "Handel", 12)


def test_a_short_form_ends_no_sentence():
    profile = read_note("Anteckning\nTidigare: bilmek. Etiopien 7 år, slutade 2013. Modersmål amhariska.", as_of=DAY)
    assert [(job.country, job.years) for job in profile.experience] == [("ET", 7)]


def test_a_paper_of_each_kind_is_told_from_the_others():
    lines = ("Språk", "dari", "", "Körkort m.m.:", "B svenskt", "C från Irak", "taxilegitimation", "ingen bil")
    profile = read_note("\n".join(lines), as_of=DAY)
    assert [(one.class_, one.country, one.valid) for one in profile.driving_licences] == [
        ("B", "SE", "yes"), ("C", "IQ", "unknown"),
    ]  # fmt: skip
    assert (profile.certificates, profile.own_car) == (("taxi",), False)


def test_no_car_is_read_of_one_that_is_lacking_with_the_licence():
    profile = read_note(
        "Bor i Falun. Saknar körkort och bil. Kvällar och nätter kan jag inte. Vill bli bagare.", as_of=DAY
    )
    assert profile.own_car is False
    assert profile.availability.not_ == ("evening", "night")


def test_a_swedish_licence_that_is_applied_for_under_a_heading_of_its_status():
    parts = (
        "EXPERIENCE\nNurse, Manila, Philippines 2014-2019",
        "STATUS OF LICENCE\nApplied for a Swedish nursing licence.",
    )
    profession = read_note("\n\n".join((*parts, "LANGUAGES\nTagalog: native"))).licensed_profession
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
    assert [one.years for one in read_note(f"Bor i Lund. {text}", as_of=DAY).experience] == [years]


def test_what_was_studied_and_how_it_was_assessed_is_one_education():
    [one] = read_note(
        "OM MIG\nHar fyraårig universitetsutbildning i omvårdnad som UHR har bedömt.", as_of=DAY
    ).education
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
    ("told", "stays"),
    [
        ("Var bagare i Amman i fem år och i Beirut i två år.", [("bagare", 5.0, "JO"), ("bagare", 2.0, "LB")]),
        (
            "Worked as a weaver in Herat for six years and in Mashhad for one year.",
            [("weaver", 6.0, "AF"), ("weaver", 1.0, "IR")],
        ),
        ("Var bagare i Amman i fem år och kock i Beirut i två år.", [("bagare", 5.0, "JO"), ("kock", 2.0, "LB")]),
    ],
)
def test_the_same_work_in_another_place_is_told_without_its_name(told, stays):
    assert [(job.title, job.period.years(), *job.countries) for job in told_jobs(told)] == stays


def test_when_a_job_began_is_not_when_somebody_can_begin() -> None:
    assert read_note("Började hos Mäkta som florist i mars 2020. Bor i Lund.").availability.from_ is None
    assert read_note("Kan börja i mars 2027. Bor i Lund.").availability.from_ == "2027-03-01"
