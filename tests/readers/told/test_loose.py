"""Texts without sections, told in sentences."""

from __future__ import annotations

import pytest

from matcher.readers import Source, read_profiles
from matcher.readers.draft import Draft
from matcher.readers.told.jobs import read_job_lines
from matcher.readers.told.loose import read_loose
from matcher.readers.told.toldjobs import told_jobs


def test_a_letter() -> None:
    text = (
        "Jag bor i Solna och är snickare. I Polen arbetade jag som snickare i fem år, 2010 till 2015. "
        "Jag gick tio år i skolan i Polen. Jag kan takläggning, gipsning och isolering. "
        "Polska är mitt modersmål. Jag har truckkort. Jag vill bli snickare eller målare. Jag kan börja nu."
    )
    [found] = read_profiles(Source("p.txt", text.encode()))
    assert found.home_municipality == "Solna"
    assert [(job.title, job.country, job.years, job.last_year) for job in found.experience] == [
        ("snickare", "PL", 5.0, 2015)
    ]
    assert [skill.label for skill in found.skills] == ["takläggning", "gipsning", "isolering"]
    assert found.certificates == ("truck",)
    assert found.wishes == ("snickare", "målare")


def test_told_jobs() -> None:
    [job] = told_jobs("Har varit kassör i Turkiet i tre år, till 2019.")
    assert (job.title, job.countries, job.period.stated) == ("kassör", ("TR",), 3.0)
    assert told_jobs("Känner sedan i våras igen ord som disk och stopp.") == []
    assert told_jobs("Jag är utbildad i Iran sedan 2010.") == []


def test_title_place_and_times_on_three_lines() -> None:
    jobs = read_job_lines(["Kock", "Hotell, Dubai", "2013 - 2020", "", "Servitör", "Kafé, Syrien", "2008 - 2012"])
    assert [(job.title, job.countries, job.period.years()) for job in jobs] == [
        ("Kock", ("AE",), 7.0),
        ("Servitör", ("SY",), 4.0),
    ]


def test_a_country_of_an_adjective_is_not_where_the_work_is() -> None:
    [job] = read_job_lines(["Kock, thailändsk restaurang i Sverige, 2019 - 2023"])
    assert job.countries == ("SE",)


def test_a_letter_in_english() -> None:
    text = (
        "I want to work in a workshop. I speak Persian. I finished 10th grade. I have a Swedish B licence. "
        "I can't work nights."
    )
    [person] = read_profiles(Source("a.txt", f"I worked as a cook in Iran for 4 years. {text}\n".encode()))
    assert [row.lang for row in person.languages] == ["fa"]
    assert [row.years for row in person.education] == [10.0]
    assert [(row.class_, row.country) for row in person.driving_licences] == [("B", "SE")]
    assert (person.wishes, person.availability.not_) == (("verkstadsarbetare",), ("night",))
    [other] = read_profiles(Source("b.txt", b"I worked as a cook. I speak Persian. I do not have a driving licence.\n"))
    assert other.none == ("driving_licences",)


def test_an_article_is_no_class_of_licence() -> None:
    [person] = read_profiles(
        Source("a.txt", b"I worked as a cook for 4 years. I speak Persian. There a licence was needed.\n")
    )
    assert person.driving_licences == ()


def test_years_are_read_with_the_word_before_them():
    [job] = read_job_lines(["Från år 2013 till år 2018: byggnadsingenjör i Dubai"])
    assert (job.title, job.countries, job.period.years()) == ("byggnadsingenjör", ("AE",), 5.0)


def test_jobs_without_a_heading_over_them_need_no_place() -> None:
    text = "2018 – 2021    Kock\n               Krogen\n\n2015 – 2017    Diskare\n\nSpråk\nArabiska\n"
    [found] = read_profiles(Source("p.txt", text.encode()))
    assert [(job.title, job.years) for job in found.experience] == [("Kock", 3.0), ("Diskare", 2.0)]


def test_a_course_below_a_school_is_no_subject_of_it() -> None:
    text = "Education\nHigh school diploma, 2007\nCertificate in book-keeping, 2019\n\nLanguages\nEnglish C1\n"
    [found] = read_profiles(Source("p.txt", text.encode()))
    assert [(one.level, one.field) for one in found.education] == [("upper_secondary", None)]


def test_a_card_that_is_hoped_for_is_none() -> None:
    draft = Draft("a.txt", "a")
    read_loose(draft, "Sa att hen gärna lär sig köra truck. Would like to take a forklift licence.", "top")
    assert draft.certificates == []


def test_skills_before_what_tells_of_them() -> None:
    draft = Draft("a.txt", "a")
    read_loose(draft, "Welding, grinding and cutting are what I know best. I know many people in Lund.", "top")
    assert draft.skills == ["Welding", "grinding", "cutting"]


def test_an_assessment_told_of_behind_a_degree_is_that_of_the_degree() -> None:
    text = (
        "Jag är utbildad agronom (magister, Kyiv National Agrarian University, 2009) och har "
        "jobbat i tio år som agronom. "
        "UHR har bedömt min examen som motsvarande en svensk magisterexamen."
    )
    [profile] = read_profiles(Source("p.txt", text.encode()))
    [school] = profile.education
    assert (school.level, school.field, school.country, school.validated) == ("tertiary", "agronom", "UA", "yes")
    assert [(job.title, job.years) for job in profile.experience] == [("agronom", 10.0)]


@pytest.mark.parametrize(
    ("text", "jobs", "schools"),
    [
        (
            "Snickare i Herat 12 år, yrkesskola 2 år. Svenska SFI B.",
            [("Snickare", "AF", 12.0)],
            [("upper_secondary", None, 2.0)],
        ),
        ("Bor i Täby. Kock 9 år i Homs, hotellskola 2 år i Syrien.", [("Kock", "SY", 9.0)], [(None, "SY", 2.0)]),
        (
            "Gymnasium 12 år i Iran, sedan universitet 3 år. Arbetade som kock 2 år.",
            [("kock", None, 2.0)],
            [("upper_secondary", "IR", 12.0), ("tertiary", None, 3.0)],
        ),
        (
            "Har gått grundskola 9 år och yrkesskola 2 år i Syrien. Arbetade som kock 2 år.",
            [("kock", None, 2.0)],
            [("primary", None, 9.0), ("upper_secondary", "SY", 2.0)],
        ),
        (
            "Från Iran. Redovisningsekonom, 8 år Teheran, kandidat i ekonomi 4 år. Svenska B2, engelska B2.",
            [("Redovisningsekonom", "IR", 8.0)],
            [("tertiary", None, 4.0)],
        ),
        (
            "Gick gymnasiet i Iran och vill läsa på universitet. Arbetade som kock 2 år.",
            [("kock", None, 2.0)],
            [("upper_secondary", "IR", None)],
        ),
    ],
)
def test_years_of_work_and_of_several_schools_in_one_sentence(
    text: str, jobs: list[tuple[str, str | None, float]], schools: list[tuple[str | None, str | None, float | None]]
) -> None:
    [found] = read_profiles(Source("p.txt", text.encode()))
    assert [(job.title, job.country, job.years) for job in found.experience] == jobs
    assert [(one.level, one.country, one.years) for one in found.education] == schools


def test_a_note_in_one_line_is_no_header_of_a_table() -> None:
    text = (
        "Kock från Iran, 8 år. Svenska B2, engelska B1, dari. Bor Kista. Söker restaurangkock, kallskänka. Ej körkort."
    )
    [found] = read_profiles(Source("p.txt", text.encode()))
    assert found.home_municipality == "Stockholm"
    assert found.wishes == ("restaurangkock", "kallskänka")
    assert found.none == ("driving_licences",)


def test_a_title_with_years_alone_is_a_job() -> None:
    [found] = read_profiles(Source("p.txt", "Murare 15 år. Grundskola 7 år. SFI C. Körkort B svenskt.".encode()))
    assert [(job.title, job.years) for job in found.experience] == [("Murare", 15.0)]
    assert [(one.level, one.years) for one in found.education] == [("primary", 7.0)]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Svetsare TIG/MIG 20+ års erf på varv. Yrkesskola 3 år.", "Svetsare TIG/MIG på varv"),
        ("Samtal 12/3. Lärare i Damaskus, 11 år. Engelska B2.", "Lärare"),
    ],
)
def test_a_job_in_the_first_line_is_no_wish(text: str, title: str) -> None:
    [found] = read_profiles(Source("p.txt", text.encode()))
    assert [job.title for job in found.experience] == [title]
    assert found.wishes == ()


@pytest.mark.parametrize(
    "note",
    ["Ingen erfarenhet av kök. Sv B1.", "Jag har ingen erfarenhet av lager. Sv B1.", "No experience of care. Sv B1."],
)
def test_no_experience_of_one_thing_is_neither_a_skill_nor_none_at_all(note: str) -> None:
    [profile] = read_profiles(Source("a.txt", note.encode())).records
    assert (profile.skills, profile.none, profile.not_wanted) == ((), (), ())


def test_a_machine_that_was_driven_is_no_card() -> None:
    for note, cards in (
        ("Har kört truck på praktik. Sv B1.", ()),
        ("Har kört lastbil, har truckkort. Sv B1.", ("truck",)),
    ):
        [profile] = read_profiles(Source("a.txt", note.encode())).records
        assert profile.certificates == cards
