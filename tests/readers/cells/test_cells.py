"""What caseworkers write in one cell."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.readers.cells.courses import read_courses
from matcher.readers.cells.education import read_education
from matcher.readers.cells.firstday import read_start
from matcher.readers.cells.language import read_levels
from matcher.readers.cells.languagelists import read_languages
from matcher.readers.cells.licence import read_licences
from matcher.readers.cells.papers import read_certificates, read_profession
from matcher.readers.cells.plans import read_minutes, read_not_wanted, read_wishes
from matcher.readers.cells.shortforms import spelled_out
from matcher.readers.cells.words import is_absent, is_silent, split_list, tidy, yes_or_no
from matcher.readers.cells.worklist import read_jobs
from matcher.readers.cells.worktime import read_hours, read_not_times


@pytest.mark.parametrize(
    ("text", "completed", "studying"),
    [
        ("3C, klar; läser D", "C", "D"),
        ("2D (pågår)", None, "D"),
        ("SVA1 klar (C), läser SVA2", "SVA1", "SVA2"),
        ("1A klar, B från 11/1", "A", None),
        ("Svenska nivå 3 klar", "SVA3", None),
        ("studieväg 2 kurs C, pågår", None, "C"),
        ("Studying SFI course B", None, "B"),
        ("SFI D klar; läser SVA grund", "D", "SVA grund"),
        ("ej börjat, i kö", None, None),
        ("har läst klart SFI D", "D", None),
        ("läser sva delkurs 2", None, "SVA grund"),
        ("Swedish (SFI B finished, started C)", "B", "C"),
        ("B klar på SFI, nu på C", "B", "C"),
        ("3C klar, start D 11/1", "C", None),
    ],
)
def test_courses(text: str, completed: str | None, studying: str | None) -> None:
    found = read_courses(text, bare=True)
    assert (found.completed, found.studying) == (completed, studying)


def test_a_letter_in_a_sentence_is_no_course() -> None:
    assert read_courses("Bor i A-huset och har körkort B").interval is None


@pytest.mark.parametrize(
    ("text", "named", "general"),
    [
        ("tal B2, skrift B1", {"speaking": "B2", "writing": "B1"}, None),
        ("B2 tal / B1 skrift", {"speaking": "B2", "writing": "B1"}, None),
        ("A1 (förstår A2)", {"listening": "A2"}, "A1"),
        (
            "Hör B1, talar och läser A2, skriver A1",
            {"listening": "B1", "speaking": "A2", "reading": "A2", "writing": "A1"},
            None,
        ),
        ("Listening and reading B2, speaking C1", {"listening": "B2", "reading": "B2", "speaking": "C1"}, None),
        ("B1, skriver A2", {"writing": "A2"}, "B1"),
        ("ca A2", {}, "A2"),
        ("B1 (hör B2), läser SVA grund", {"listening": "B2"}, "B1"),
    ],
)
def test_levels(text: str, named: dict[str, str], general: str | None) -> None:
    found = read_levels(text)
    assert {skill: interval[0] for skill, interval in found.named.items()} == named
    assert (found.general or (None,))[0] == general


def test_words_of_degree_count_where_few_stand_beside_them_or_speak_of_language() -> None:
    told = ("lite men blir bättre varje dag", "bra efter åtta år i landet", "klarar enkla samtal med kunder i butiken")
    assert not any(read_levels(text).is_empty for text in told)
    assert read_levels("lite försiktig med höjder och hissar").is_empty


def test_plus_and_minus_levels() -> None:
    assert read_levels("A2+").general == ("A2", "A2")
    assert read_levels("A2-").general == ("A1", "A1")
    assert read_levels("A2-B1").general == ("A2", "B1")


def test_several_languages_in_a_cell() -> None:
    rows, doubts = read_languages("Persiska, flyt. (C1), eng. B1/B2; polska A2 + Kurdiska (sorani) ok")
    assert [(r.lang, r.speaking) for r in rows] == [
        ("fa", ("C1", "C1")),
        ("en", ("B1", "B2")),
        ("pl", ("A2", "A2")),
        ("ku", ("B1", "B1")),
    ]
    assert doubts == []
    assert read_languages("plover")[1] == ["expected a language"]


@pytest.mark.parametrize(
    ("text", "valid"),
    [
        ("C utgått, B giltigt", {"B": "yes", "C": "no"}),
        ("B gäller men CE är ogiltigt", {"B": "yes", "CE": "no"}),
    ],
)
def test_each_class_is_as_valid_as_its_own_words_say(text: str, valid: dict[str, str]) -> None:
    assert {x.class_: x.valid for x in read_licences(text)[0]} == valid


@pytest.mark.parametrize(
    ("text", "beside", "classes", "country", "valid"),
    [
        ("B (Syrien)", "", ["B"], "SY", "unknown"),
        ("B + C (utgått)", "Afghanistan", ["B", "C"], "AF", "no"),
        ("Ja, B", "svenskt", ["B"], "SE", "yes"),
        ("B - tyskt, EU, gäller", "", ["B"], "DE", "yes"),
        ("B / Ukraina", "", ["B"], "UA", "yes"),
        ("CE", "", ["CE"], None, "unknown"),
        ("B och D, Iran, gäller inte längre i Sverige", "", ["B", "D"], "IR", "no"),
        ("klass B, utfärdat i Sverige", "", ["B"], "SE", "yes"),
    ],
)
def test_licences(text: str, beside: str, classes: list[str], country: str | None, valid: str) -> None:
    licences, _ = read_licences(text, beside)
    assert [x.class_ for x in licences] == classes
    assert {(x.country, x.valid) for x in licences} == {(country, valid)}


@pytest.mark.parametrize(
    "text", ["nej", "övningskör B", "teori klar, uppkörning i mars", "saknas", "Ja", "truckkort A+B"]
)
def test_no_licence(text: str) -> None:
    assert read_licences(text)[0] == []


def test_cards_that_are_lacking_or_booked_do_not_count() -> None:
    slugs, doubts, _ = read_certificates("ID06 + heta arb., YKB saknas; truckkort bokat v 5; truckkort bokad v 5")
    assert "ykb" not in slugs
    assert slugs[:2] == ["id06", "heta_arbeten"]
    assert doubts


@pytest.mark.parametrize(
    ("text", "profession", "status"),
    [
        ("ssk: gör kunskapsprov", "sjuksköterska", "knowledge_test"),
        ("lärare - ej sökt", "lärare", "none"),
        ("apotekare: ansökt", "apotekare", "applied"),
        ("leg. tandläkare sedan 2024: ja", "tandläkare", "licensed"),
        ("auktoriserad tolk: sökt, väntar", "auktoriserad tolk", "applied"),
    ],
)
def test_the_way_to_a_licence(text: str, profession: str, status: str) -> None:
    found = read_profession(text)
    assert found is not None
    assert (found.profession, found.status) == (profession, status)


def test_plans() -> None:
    assert [read_minutes(t) for t in ("1h", "max 50", "1 tim 15 min", "45-60 min", "?")] == [60, 50, 75, 60, None]
    assert read_minutes("0.75", hours=True) == 45
    assert read_minutes("40; patient talare") == 40
    assert [read_hours(t) for t in ("75-100%", "50 % (ej natt)", "heltid", "deltid el. heltid", "")] == [
        "full",
        "part",
        "full",
        "any",
        None,
    ]
    assert read_not_times("Heltid, helg ok, EJ natt") == ["night"]
    assert read_not_times("inte kväll eller helg") == ["evening", "weekend"]
    assert read_start("14/12", date(2026, 11, 1)) == "2026-12-14"
    assert read_start("31/2 2027") is None


def test_wishes_and_refusals() -> None:
    assert read_wishes("1. Kock 2. diskare") == ["Kock", "diskare"]
    assert read_wishes("butik; kök; kan ej lyfta tungt") == ["butiksbiträde", "köksbiträde"]
    assert read_wishes("Kock; kock, storhushåll; köksbitr.") == ["Kock", "kock, storhushåll", "köksbiträde"]
    assert read_wishes("plattsättare, putsare el. murare, på sikt arbetsledare") == [
        "plattsättare",
        "putsare",
        "murare",
        "arbetsledare",
    ]
    assert read_not_wanted("Vill ej: nattarbete, kassa") == ["nattarbete", "kassaarbete"]


def test_words() -> None:
    assert tidy("  ma\u030al\u00adare \r\n ") == "målare"
    assert [is_absent(t) for t in ("nej", "–", "0", "inga papper", "B", "")] == [True, True, True, True, False, False]
    assert [is_silent(t) for t in ("", "?", "vet ej", "(förs ej här)", "nej")] == [True, True, True, True, False]
    assert [yes_or_no(t) for t in ("JA", "x", "-", "kanske")] == [True, True, False, None]
    assert split_list("kakel, klinker (vägg, golv); MIG/MAG\n1. fogning 2. puts") == [
        "kakel",
        "klinker (vägg, golv)",
        "MIG/MAG",
        "fogning",
        "puts",
    ]
    assert [spelled_out(t) for t in ("usk", "lagerarb.", "REST", "testa ass.")] == [
        "undersköterska",
        "lagerarbetare",
        "REST",
        "testa assistent",
    ]


def test_more_ways_to_say_it() -> None:
    assert [(x.class_, x.country) for x in read_licences("UA: B, C")[0]] == [("B", "UA"), ("C", "UA")]
    assert read_licences("B sv")[0][0].valid == "yes"
    assert read_licences("AM")[0][0].country is None
    assert [(j.title, j.countries, j.period.years()) for j in read_jobs("Lärare (Syrien 8 år, Turkiet 2 år)")] == [
        ("Lärare", ("SY",), 8.0),
        ("Lärare", ("TR",), 2.0),
    ]
    assert [j.title for j in read_jobs("1) Kock 5 år Irak 2) Diskare 1 år Sverige")] == ["Kock", "Diskare"]
    assert read_levels("A2/B1/A2/A1").named["writing"] == ("A1", "A1")
    assert read_levels("T: A2 H: B1 L: A2 S: A1").named["listening"] == ("B1", "B1")
    assert read_levels("talar bra, skriver lite").named == {"speaking": ("B2", "B2"), "writing": ("A1", "A2")}
    assert read_levels("A1, förstår lite mer än så").general == ("A1", "A1")
    assert (read_courses("klar med SFI").completed, read_courses("SFI, ej klar").completed) == ("D", None)
    assert read_education("frisör 1 år")[0].level is None
    assert read_education("11 klasser")[0].level == "upper_secondary"
    assert read_minutes("1 tim 15") == 75


@given(st.text(max_size=300))
def test_any_text_is_read_without_an_error(text: str) -> None:
    cell = tidy(text)
    read_languages(cell), read_courses(cell, bare=True), read_education(cell), read_jobs(cell), read_licences(cell)
    read_certificates(cell), read_profession(cell), read_minutes(cell), read_hours(cell), read_not_times(cell)
    read_start(cell), read_wishes(cell), read_not_wanted(cell), spelled_out(cell)
    assert all(item.strip() for item in split_list(cell))


@pytest.mark.parametrize(
    "text",
    ["truckkort bokat i januari", "anmäld till YKB", "ska gå heta arbeten", "ADR ogiltigt", "lift in progress"],
)
def test_a_card_that_is_only_planned_or_no_longer_valid_is_not_held(text):
    slugs, doubts, _ = read_certificates(text)
    assert (slugs, len(doubts)) == ([], 1)


def test_licences_of_many_wordings() -> None:
    def told(text: str) -> list[tuple[str, str]]:
        return [(one.class_, one.valid) for one in read_licences(text)[0]]

    assert told("B+C polska") == [("B", "yes"), ("C", "yes")]
    assert told("C+E svenskt") == [("CE", "yes")]
    assert told("svenskt B, syriskt C (gäller ej)") == [("B", "yes"), ("C", "no")]
    assert told("B Iran, gick ut 2020") == told("B Indien - kan ej bytas") == told("B (spärrat)") == [("B", "no")]


@pytest.mark.parametrize(
    "text",
    [
        "truckkort gick ut 2023",
        "delegering utgången",
        "ADR ej förnyat",
        "inga giltiga",
        "ID06 beställt",
        "vill gå ESA + HLR",
    ],
)
def test_a_card_that_has_run_out_is_none(text: str) -> None:
    assert read_certificates(text)[0] == []


@pytest.mark.parametrize(
    ("text", "minutes"), [("01:00", 60), ("0:45", 45), ("30 km", None), ("3 mil", None), ("-10", None), ("60-90", 90)]
)
def test_journeys_are_times_and_nothing_else(text: str, minutes: int | None) -> None:
    assert read_minutes(text) == minutes


def test_a_month_is_a_day_to_begin() -> None:
    assert read_start("2027-03") == "2027-03-01"
