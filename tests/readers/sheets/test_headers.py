"""Headers of offices that nobody has seen: questions, one thing each, days, relatives, a bare yes or no."""

from __future__ import annotations

import pytest

from matcher.errors import InvalidRecordError, ReadError
from matcher.readers import Source, read_any, read_profiles
from matcher.readers.sheets.headers import is_table
from matcher.records import Profile


def table(*rows: str) -> Source:
    return Source("p.csv", "\n".join(rows).encode())


def one(header: str, row: str) -> Profile:
    return read_profiles(table(header, row))[0]


def test_yes_and_no_below_a_question_name_nothing() -> None:
    people = read_profiles(
        table(
            "Nr;Modersmål;Worked before?;Som vad?;Hur länge (mån)?;Kan jobba ensam;Wants full time?;Yrkesexamen",
            "1;thai;Yes;frisör;24;Ja;Yes;Ja, frisör",
            "2;dari;No;;;Nej;No;Nej",
        )
    )
    assert [[(j.title, j.years) for j in p.experience] for p in people] == [[("frisör", 2.0)], []]
    assert [(p.wishes, p.skills, p.none) for p in people] == [((), (), ()), ((), (), ())]
    assert [e.field for e in people[0].education] == ["frisör"]


def test_a_header_for_one_thing_each_names_what_is_ticked() -> None:
    header = "Nr;Modersmål;Vill jobba med: lager;Vill jobba med: kök;Years of work: cleaning;Years of work: cooking"
    one_, other = read_profiles(table(header, "1;thai;x;;0;6", "2;dari;Nej;Ja;2;0"))
    assert one_.wishes == ("lagerarbetare",)
    assert other.wishes == ("köksbiträde",)
    assert [[j.years for j in p.experience] for p in (one_, other)] == [[6.0], [2.0]]
    assert one_.none == other.none == ()


def test_a_day_under_an_unknown_header_is_no_beginning() -> None:
    people = read_profiles(table("Nr;Modersmål;Kursslut;Yrke", "1;thai;2027-01-10;kock", "2;dari;2027-02-01;kock"))
    assert [p.availability.from_ for p in people] == [None, None]


@pytest.mark.parametrize(
    ("header", "cell"),
    [("Önskad ort", "Falun"), ("Desired location", "Falun"), ("Industry experience", "Construction")],
)
def test_places_and_lines_of_business_are_neither_wishes_nor_work(header: str, cell: str) -> None:
    person = one(f"Nr;Modersmål;Yrke;{header}", f"1;thai;kock;{cell}")
    assert person.wishes == ()
    assert [j.title for j in person.experience] == ["kock"]


def test_a_dream_job_is_a_wish_and_times_in_a_column_each_are_hours() -> None:
    person = one("Nr;Native language;Dream job;Nätter;Helger;Would refuse", "1;thai;Cook;Nej;Ja;Cleaning")
    assert (person.wishes, person.experience, person.availability.not_) == (("Cook",), (), ("night",))
    assert len(person.not_wanted) == 1


def test_a_header_says_how_well_languages_are_known() -> None:
    person = one("Nr;Flytande språk;Lite språk;Yrke", "1;farsi, turkiska;engelska;kock")
    assert [(x.lang, x.native, x.speaking) for x in person.languages] == [
        ("fa", False, ("C1", "C2")), ("tr", False, ("C1", "C2")), ("en", False, ("A1", "A2")),
    ]  # fmt: skip


def test_no_school_in_one_country_denies_none_in_another() -> None:
    person = one("Nr;Yrke;Utbildning i hemlandet;Utbildning i Sverige", "1;kock;gymnasium 3 år;ingen")
    assert [x.level for x in person.education] == ["upper_secondary"]


def test_a_column_for_each_of_many_things_is_a_sheet() -> None:
    header = "Nr;Mån;Tis;Ons;Tor;Fre;Lör;Sön;Excel;Sax;Modersmål;Yrke;Körkort;Svenska"
    person = one(header, "1;x;x;;x;;;;x;x;thai;kock 2 år;B;B1")
    assert [x.lang for x in person.languages] == ["th", "sv"]


def test_a_sheet_that_asks_is_no_ad() -> None:
    text = (
        "Id;Har du gått i skolan?;Vilka språk talar du?;Vad vill du jobba med?;Har du körkort?;"
        "Vad har du arbetat med tidigare?;Kan du jobba kväll?;Vad vill du inte arbeta med?\n"
        "1;Ja;dari;kök;Ja, B;städare 2 år;Nej;djur\n"
    )
    assert [x.lang for x in read_any(Source("a.csv", text.encode()))[0].languages] == ["fa"]


@pytest.mark.parametrize(
    "header", ["Father's occupation", "Partner's job", "Makens yrke", "Föräldrarnas arbete", "Number of kids"]
)
def test_what_relatives_do_is_nothing_of_the_person(header: str) -> None:
    batch = read_profiles(table(f"Nr;Modersmål;Yrke;{header}", "1;thai;kock;snickare"))
    assert [j.title for j in batch[0].experience] == ["kock"]
    assert any(note.what == "a protected or personal field" for note in batch.notes)


@pytest.mark.parametrize(
    "header", ["Kursstart", "Praktik start", "Job 1 start", "SFI slut", "CV available", "Heta arbeten t.o.m."]
)
def test_days_of_something_else_are_neither_a_beginning_nor_the_end_of_a_job(header: str) -> None:
    person = one(f"Nr;Modersmål;Yrke;År;Truckkort;{header}", "1;thai;kock;3;nej;2027-03-01")
    assert person.availability.from_ is None
    assert [j.last_year for j in person.experience if j.title == "kock" and "Job" not in header] in ([], [None])


def test_yes_and_no_are_no_languages() -> None:
    person = one("Nr;Modersmål;Kan läsa på modersmålet;Övriga språk", "1;thai;Ja;No")
    assert [x.lang for x in person.languages] == ["th"]


def test_numbers_of_a_scale_or_a_share_are_no_years_hours_or_wishes() -> None:
    person = one("Nr;Utbildningsnivå (1-6);Närvaro %;Vill arbeta %;Yrke;Önskemål", "1;6;50;100;kock;3")
    assert (person.education, person.wishes, person.availability.hours) == ((), (), "full")


def test_one_language_or_card_each_behind_a_colon() -> None:
    header = "Nr;Språk: tyska;Språk: svenska;Kort: truck;Kort: HLR;Undviker: natt;Yrke"
    person = one(header, "1;B1;A2;Ja;Nej;Ja;kock")
    assert [(x.lang, x.speaking) for x in person.languages] == [("de", ("B1", "B1")), ("sv", ("A2", "A2"))]
    assert (person.certificates, person.none, person.availability.not_) == (
        ("truck",),
        ("certificates.hlr",),
        ("night",),
    )


@pytest.mark.parametrize(
    "header", ["Hinder för arbete", "Rekommenderat yrke", "Nytt yrke", "Senaste arbetsgivare", "Vilken yrkesutb"]
)
def test_what_is_hoped_for_hindering_or_studied_is_no_work(header: str) -> None:
    assert [j.title for j in one(f"Nr;Modersmål;Yrke;{header}", "1;thai;kock;snickare").experience] == ["kock"]


def test_work_and_school_here_and_elsewhere_stand_apart() -> None:
    header = "Nr;Yrkeserfarenhet Sverige;Yrkeserfarenhet annat land;Utbildning Sverige;Utbildning annat land"
    person = one(header, "1;Ingen;Lärare 9 år, Chile;Ingen;Lärarutbildning 4 år, Chile")
    assert [(j.title, j.country, j.years) for j in person.experience] == [("Lärare", "CL", 9.0)]
    assert [(e.level, e.country) for e in person.education] == [("tertiary", "CL")]
    assert one("Nr;Modersmål;Job before Sweden", "1;thai;Cook 3 years").experience[0].country is None
    assert one("Nr;Modersmål;Arbetat i Sverige", "1;thai;Nej").none == ()


def test_an_employer_parts_no_job_from_its_years() -> None:
    header = "Nr;Modersmål;Jobb;Arbetsgivare;Start;Slut;Land;Jobb;Arbetsgivare;Start;Slut;Land"
    person = one(header, "1;thai;kock;Krog;2011;2018;Chile;diskare;;2021;2023;Sverige")
    assert [(j.country, j.years, j.last_year) for j in person.experience] == [("CL", 7.0, 2018), ("SE", 2.0, 2023)]
    assert person.availability.from_ is None


def test_the_last_job_is_a_job_and_a_course_that_ended_early_no_school() -> None:
    person = one(
        "Nr;Your last job;How long (years);Avbruten utbildning;Datakunskap;Kompetens", "1;Cook;7;Gymnasium;God;3"
    )
    assert [(j.title, j.years) for j in person.experience] == [("Cook", 7.0)]
    assert (person.education, person.skills) == ((), ())


@pytest.mark.parametrize(
    ("header", "cell"),
    [
        ("Skills to develop", "Excel"), ("Certificates expired", "Forklift"), ("Kan jobba i kommun", "Nybro"),
        ("Mål svenska", "C1"), ("Sökt utbildning", "Vårdprogram"), ("Gap (months)", "24"),
        ("Får inte arbeta med", "Damm"), ("Yrke 1 intyg", "Nej"),
    ],
)  # fmt: skip
def test_what_is_lacking_aimed_at_or_forbidden_is_not_held(header: str, cell: str) -> None:
    plain = one("Nr;Modersmål;Yrke;Önskat yrke", "1;thai;kock;kock")
    assert one(f"Nr;Modersmål;Yrke;Önskat yrke;{header}", f"1;thai;kock;kock;{cell}") == plain


def test_how_many_years_are_no_months() -> None:
    assert one("Nr;Modersmål;Tidigare jobb;Hur många år", "1;thai;kock;7").experience[0].years == 7.0


def test_headers_tell_where_work_was_and_what_a_bare_no_denies() -> None:
    header = "Nr;Yrke hemland;Arbetat i Sverige;Vad vill du jobba med?;Kan du jobba kvällar?"
    person = one(header, "7;bagare 9 år;diskare 1 år, städare 2 år Norge;kafé;nej")
    assert [(j.title, j.country, j.years) for j in person.experience] == [
        ("bagare", None, 9.0), ("diskare", "SE", 1.0), ("städare", "NO", 2.0),
    ]  # fmt: skip
    assert person.wishes == ("kafébiträde",)
    assert person.availability.not_ == ("evening",)
    assert one(header, "7;bagare 9 år;;kafé;ja").availability.not_ == ()


def test_a_column_of_the_native_language_and_others() -> None:
    person = one(
        "Nr;Modersmål / andra språk;Svenska (tal);Svenska (skrift)", "7;kurmanji / arabiska, lite eng;bra;svag"
    )
    assert [(x.lang, x.native, x.speaking) for x in person.languages] == [
        ("ku", True, None), ("ar", False, None), ("en", False, ("A1", "A2")), ("sv", False, ("B2", "B2")),
    ]  # fmt: skip
    assert person.languages[-1].writing == ("A1", "A2")


def test_a_column_of_one_language_tells_of_that_one() -> None:
    header = "Nr;Modersmål;English;Engelska (skrift);Tyska/franska"
    people = read_profiles(table(header, "1;dari;B2;svag;B1", "2;dari;no;;A2", "3;dari;-;nej;B1"))
    assert [[(x.lang, x.speaking) for x in p.languages] for p in people] == [
        [("fa", None), ("en", ("B2", "B2"))], [("fa", None)], [("fa", None)],
    ]  # fmt: skip
    assert people[0].languages[1].writing == ("A1", "B2")
    assert [p.none for p in people] == [(), ("languages.en",), ()]


def test_years_at_school_stand_beside_a_degree_that_is_none() -> None:
    people = read_profiles(
        table("Id;Native;Years in school;Highest degree (country)", "1;ps;9;none", "2;es;17;BSc (Peru)")
    )
    assert [[(e.level, e.years, e.country) for e in p.education] for p in people] == [
        [("primary", 9.0, None)], [("tertiary", 17.0, "PE")],
    ]  # fmt: skip


def test_a_table_whose_header_is_not_understood_is_refused_and_not_read_as_a_text() -> None:
    rows = (";Tala;;;Dra till;;", "Rad;Ett;Två;Tre;Lager;B;CE", "1;M;A1;A2;x;x;", "2;;B1;C1;;;x")
    with pytest.raises(InvalidRecordError, match="header"):
        read_profiles(table(*rows))


def test_columns_of_the_form_itself_say_nothing_of_the_person() -> None:
    person = one(
        "Tidstämpel;Start time;Slutförandetid;Anmälningsnr;Modersmål;Bransch av intresse 1;Undervisningsspråk",
        "2027-01-04 09:03;2027-01-04;2027-01-05;M-3;thai;hotell;engelska",
    )
    assert (person.id, person.availability.from_, [row.lang for row in person.languages]) == ("M-3", None, ["th"])
    assert (person.wishes, person.informal_skills) == (("hotell",), ())


def test_rows_of_a_question_in_a_form_are_times() -> None:
    header = "Nr;Modersmål;När kan du jobba? [Kväll];När kan du jobba? [Helg]"
    assert one(header, "1;thai;Nej;Ja").availability.not_ == ("evening",)


def test_a_licence_of_sweden_denied_is_not_every_licence_denied() -> None:
    assert one("Nr;Modersmål;Har du svenskt körkort?", "1;thai;Nej").none == ()
    assert one("Nr;Modersmål;Körkort", "1;thai;Nej, men utländskt").none == ()
    assert one("Nr;Modersmål;Körkort", "1;thai;Nej").none == ("driving_licences",)


def test_a_forklift_is_no_lift_and_a_course_is_a_card() -> None:
    assert one("Nr;Native language;Certificates", "1;Thai;Forklift; hot works".replace("; ", ", ")).certificates == (
        "truck", "heta_arbeten",
    )  # fmt: skip
    assert one("Nr;Modersmål;Truckkurs", "1;thai;Ja").certificates == ("truck",)
    assert one("Nr;Modersmål;Truckkurs", "1;thai;Pågår").certificates == ()


@pytest.mark.parametrize("rest", ["Anteckning\nD1;B;\nD2;nej;ny i Lund\n", "Övrigt\nD1;B;\nD2;nej;\n"])
def test_an_id_one_field_and_remarks_make_a_sheet(rest: str) -> None:
    batch = read_profiles(Source("s.csv", f"Deltagar-ID;Körkort;{rest}".encode()))
    assert [(p.id, [row.class_ for row in p.driving_licences]) for p in batch] == [("D1", ["B"]), ("D2", [])]
    with pytest.raises(ReadError, match="header"):
        read_profiles(Source("s.csv", b"Deltagar-ID;Skonummer;Cykel\nD1;40;x\nD2;41;y\n"))


@pytest.mark.parametrize(
    ("header", "country"),
    [
        ("Jobbat med (hemland + Sverige)", None),
        ("Arbete Sverige/utomlands", None),
        ("Work in home country or Sweden", None),
        ("Jobbat i Sverige", "SE"),
    ],
)
def test_a_header_of_two_lands_puts_no_job_in_sweden(header, country):
    [job] = one(f"Nr;Modersmål;{header}", "1;thai;Kock 2 år").experience
    assert (job.title, job.years, job.country) == ("Kock", 2, country)
    # A country in the cell tells in any case, and "no" where both are asked about is no work at all.
    [abroad] = one(f"Nr;Modersmål;{header}", "1;thai;Kock 2 år (Syrien)").experience
    assert abroad.country == "SY"
    assert one(f"Nr;Modersmål;{header}", "1;thai;Nej").none == (() if country else ("experience",))


def test_a_note_whose_first_line_has_commas_is_no_table() -> None:
    note = "Samtal tfn. Amal, arab modersmål, frz bra. Sv: B nivå SFI, kämpar.\nJobbat apotek 3 år, lager 1 år.\n"
    assert not is_table(Source("note.txt", note.encode()))


def test_a_note_in_one_line_with_semicolons_is_no_table() -> None:
    note = "Id: 12. Målare, 3 år. Svenska A2, körkort B. Vill jobba natt"
    assert not is_table(Source("note.csv", note.encode()))
    assert is_table(Source("list.csv", "Nr, Övr. språk, Körkort, Högsta utb.\n1, dari, B, gymn.\n".encode()))
