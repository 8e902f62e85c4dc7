"""CVs and notes as plain text, in layouts of our own."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.errors import ReadError
from matcher.readers import Source, read_profiles
from matcher.readers.texts.headings import kind_of
from matcher.readers.texts.sections import split_sections
from matcher.readers.told.jobs import read_job_lines
from matcher.records import Profile

LIST = """CV P7
Kalmar, Kalmar län

ARBETSLIVSERFARENHET
* Frisör (Iran) 2010-2016: Klippte, färgade och tog betalt.
* Butiksbiträde (Sverige) 2024-03 - pågående: Kassa.

UTBILDNING
Gymnasium, frisör, Iran, 12 år

SPRÅK
- Persiska (modersmål)
- Engelska (B1)
- Svenska (tala B1 / höra B2 / läsa B1 / skriva A2), läser SVA grund

KUNSKAPER
klippning, färgning, kassavana

ÖVRIGT JAG KAN
syr gardiner

KÖRKORT
B (Iran, gäller inte i Sverige)

CERTIFIKAT OCH INTYG
Truckkort

SÖKER ARBETE SOM
Frisör, Butikssäljare

VILL INTE ARBETA MED
lager

KAN BÖRJA
omgående, deltid, inte kväll
"""
TABLE = """# Samtalsanteckning P8

Kom i tid till alla möten. Hade sjukskrivning i våras. Kör gärna skift.

# P8 | Falun | Meritförteckning

ANSTÄLLNINGAR
2019-05 - 2023-04 | Snickare | Polen | Stommar och tak
2012-2019 | Snickare | Ukraina | Inredning

SKOLA
11 år | Yrkesgymnasium, bygg | Ukraina

SPRÅKKUNSKAPER
ukrainska (modersmål) | svenska A2 i alla delar

PAPPER
ID06, fallskydd
Körkort B från Ukraina. Egen bil.

MÅL
Snickare eller byggnadsarbetare. Inte rivning. Heltid, högst 45 minuters resa.
"""
ENGLISH = """CV P9
Uppsala, Sweden

ABOUT ME
Data analyst with five years in retail. I work in English.

PROFESSIONAL EXPERIENCE

Data analyst
Kenya, January 2019 - June 2024
> Reports in SQL

ACADEMIC BACKGROUND
BSc in statistics, four years, Kenya (statement from UHR)

TECH STACK
SQL, Python, Power BI

LANGUAGES
Swahili: native. English: C1. Swedish: none yet, waiting for a place at SFI.

WHAT I LOOK FOR
Data analyst or BI developer. Full time, from now. Not sales. No driving licence, up to 60 minutes of travel.
"""
TOLD = """Anteckning P10
Pratar mest om trädgård.

---

Mitt CV

Kort om mig
Jag bor i Borås och har alltid odlat.

Vad jag har jobbat med
Juni till september 2025 jobbade jag som parkarbetare i Sverige. Jag klippte och rensade.

Språk
Swahili är mitt modersmål. Svenska talar och förstår jag på A2, läser och skriver på A1.

Det här söker jag
Jobb som parkarbetare eller växthusarbetare på deltid. Jag kan börja nu men inte arbeta natt.
"""


def read(text: str, as_of: date | None = None) -> Profile:
    return read_profiles(Source("folder/p.txt", text.encode()), as_of=as_of)[0]


def test_a_list_of_sections() -> None:
    profile = read(LIST, date(2026, 2, 28))
    assert (profile.id, profile.home_municipality) == ("p", "Kalmar")
    assert [(j.title, j.country, j.years, j.duties) for j in profile.experience] == [
        ("Frisör", "IR", 6.0, "Klippte, färgade och tog betalt."), ("Butiksbiträde", "SE", 2.0, "Kassa."),
    ]  # fmt: skip
    assert [(x.lang, x.native, x.listening) for x in profile.languages] == [
        ("fa", True, None), ("en", False, ("B1", "B1")), ("sv", False, ("B2", "B2")),
    ]  # fmt: skip
    assert profile.languages[2].studying
    assert [s.label for s in profile.skills] == ["klippning", "färgning", "kassavana"]
    assert [s.label for s in profile.informal_skills] == ["syr gardiner"]
    assert [(x.class_, x.country, x.valid) for x in profile.driving_licences] == [("B", "IR", "no")]
    assert (profile.certificates, profile.wishes, profile.not_wanted) == (
        ("truck",),
        ("Frisör", "Butikssäljare"),
        ("lager",),
    )
    assert (profile.availability.from_, profile.availability.hours, profile.availability.not_) == (
        "now",
        "part",
        ("evening",),
    )


def test_tables_and_a_note() -> None:
    profile = read(TABLE)
    assert profile.home_municipality == "Falun"
    assert [(j.title, j.country, j.years) for j in profile.experience] == [
        ("Snickare", "PL", 4.0),
        ("Snickare", "UA", 7.0),
    ]
    assert [(e.level, e.country, e.years) for e in profile.education] == [("upper_secondary", "UA", 11.0)]
    assert profile.certificates == ("id06", "fall_protection")
    assert (profile.own_car, [(x.class_, x.valid) for x in profile.driving_licences]) == (True, [("B", "yes")])
    assert (profile.wishes, profile.not_wanted) == (("Snickare", "byggnadsarbetare"), ("rivning",))
    assert (profile.availability.hours, profile.max_travel_minutes) == ("full", 45)
    assert "sjukskriv" not in str(profile)


def test_english() -> None:
    profile = read(ENGLISH)
    assert [(j.title, j.country, j.years) for j in profile.experience] == [("Data analyst", "KE", 5.5)]
    assert (profile.education[0].level, profile.education[0].validated) == ("tertiary", "yes")
    assert [s.label for s in profile.skills] == ["SQL", "Python", "Power BI"]
    assert [(x.lang, x.native) for x in profile.languages] == [("sw", True), ("en", False)]
    assert (profile.wishes, profile.not_wanted) == (("Data analyst", "BI developer"), ("sales",))
    assert (profile.none, profile.max_travel_minutes) == (("driving_licences",), 60)


def test_told_in_sentences() -> None:
    profile = read(TOLD)
    assert profile.home_municipality == "Borås"
    assert [(j.title, j.country, j.years) for j in profile.experience] == [("parkarbetare", "SE", 0.33)]
    assert {x.lang: x.reading for x in profile.languages} == {"sw": None, "sv": ("A1", "A1")}
    assert profile.wishes == ("parkarbetare", "växthusarbetare")
    assert (profile.availability.hours, profile.availability.not_) == ("part", ("night",))


def test_headings() -> None:
    assert [kind_of(h) for h in ("## Jag vill bli", "2. Anställningar", "Har du körkort?", "**Språk**", "Mvh")] == [
        "wish", "work", "paper", "language", None,
    ]  # fmt: skip
    assert [s.kind for s in split_sections("Var: Ystad\nKan: sömnad\nKörkort: nej")] == ["home", "skill", "paper"]


def test_a_line_of_text_is_no_job() -> None:
    assert read_job_lines(["Fyra till sex barn mellan ett och fem år, mat och lek."]) == []


@pytest.mark.parametrize("text", ["Det var en gång en katt.", "x" * 5000])
def test_a_text_without_facts_is_refused(text: str) -> None:
    with pytest.raises(ReadError):
        read_profiles(Source("saga.txt", text.encode()))


@given(st.text(max_size=500))
def test_any_text(text: str) -> None:
    said = ""
    try:
        batch = read_profiles(
            Source("p.txt", f"SPRÅK\ndari\n\nARBETE\n{text}\n\nKAN\n{text}".encode("utf-8", "replace"))
        )
    except ReadError as error:
        said = str(error)
    else:
        assert batch[0].id
    assert not said or "p.txt" in said


def test_a_sentence_that_ends_with_a_word_for_a_section_is_no_heading() -> None:
    profile = read("Jag har körkort. Kock i Syrien i 2 år.")
    assert (profile.certificates, [job.title for job in profile.experience]) == ((), ["Kock"])


def test_the_longest_journey_in_hours_and_from_where_in_short_forms() -> None:
    profile = read("Pendlar max 1 h fr Värnamo. Kock 2 år.")
    assert (profile.max_travel_minutes, profile.home_municipality) == (60, "Värnamo")


def test_a_piece_of_a_page_is_the_text_that_it_shows() -> None:
    shown, piece = LIST, "<div>" + LIST.replace("\n", "<br>\n") + "</div>"
    of_text, of_piece = (read_profiles(Source("p7.txt", text.encode()))[0] for text in (shown, piece))
    assert len(of_text.experience) == 2
    assert of_piece == of_text
