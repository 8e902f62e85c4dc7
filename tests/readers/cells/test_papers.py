"""The way to a licence to practise, in wordings of our own."""

from __future__ import annotations

from datetime import date

import pytest

from matcher.readers.cells.licence import read_licences
from matcher.readers.cells.papers import read_certificates, read_profession


@pytest.mark.parametrize(
    ("text", "profession", "status"),
    [
        ("förskollärarleg. sökt i maj", "förskollärare", "applied"),
        ("Läkarlegitimation: ej ansökt", "läkare", "none"),
        ("ssk: ska ansöka till våren", "sjuksköterska", "none"),
        ("barnmorska, fick avslag 2023", "barnmorska", "none"),
        ("usk, ansökan ej inskickad", "undersköterska", "none"),
        ("tdl: teorin klar, praktiskt prov i maj", "tandläkare", "knowledge_test"),
        ("psykolog: gör PTP, ansökan sen", "psykolog", "knowledge_test"),
        ("psykolog, PTP klar, leg. sökt", "psykolog", "applied"),
        ("bma: kunskapsprovet godkänt, väntar på leg.", "biomedicinsk analytiker", "applied"),
        ("apotekare, leg. sedan 2022", "apotekare", "licensed"),
        ("Svensk legitimation som logoped sedan 2021", "logoped", "licensed"),
        ("usk: bevis om skyddad yrkestitel", "undersköterska", "licensed"),
        ("usk: bevis sökt, ej fått", "undersköterska", "applied"),
        ("barnmorska (leg. i Kenya), svensk leg. sökt", "barnmorska", "applied"),
        ("förskollärarlegitimation", "förskollärare", "licensed"),
        ("Har svensk tandläkarlegitimation.", "tandläkare", "licensed"),
        ("legitimation som logoped", "logoped", "licensed"),
        ("Dietistlegitimation sedan 2019", "dietist", "licensed"),
        ("Lärarlegitimation speciallärare, Skolverket", "lärare", "licensed"),
        ("Optikerlegitimation från Socialstyrelsen 2020", "optiker", "licensed"),
        ("skyddad yrkestitel undersköterska finns", "undersköterska", "licensed"),
        ("undersköterska: skyddad titel 2024", "undersköterska", "licensed"),
        ("skyddad yrkestitel undersköterska saknas", "undersköterska", "none"),
        ("lärarlegitimation saknas", "lärare", "none"),
    ],
)
def test_steps(text: str, profession: str, status: str) -> None:
    found = read_profession(text)
    assert found is not None
    assert (found.profession, found.status) == (profession, status)


@pytest.mark.parametrize(
    "text",
    ["leg. sjuksköterska i hemlandet", "legitimerad läkare i Iran", "läkare: utbildningen godkänd av Socialstyrelsen"],
)
def test_another_countrys_licence_or_a_step_before_it_is_no_licence(text: str) -> None:
    assert read_profession(text) is None


def test_who_has_learnt_the_trade_is_not_authorised_in_sweden() -> None:
    assert "aut_el" not in read_certificates("certified electrician")[0]
    assert read_certificates("elauktorisation AL")[0] == ["aut_el"]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("ADR - nej", []),
        ("Gesällbrev - inte än, anmäld prov våren 2028", []),
        ("HLR, utgången 2023; liftkort", ["lift"]),
        ("Truckkort, ingen bil", ["truck"]),
        ("Truckkort - har", ["truck"]),
        ("Svetsprövning behövs", []),
    ],
)
def test_an_answer_behind_a_card_says_whether_it_is_held(text: str, held: list[str]) -> None:
    assert read_certificates(text)[0] == held


def test_a_step_before_a_comma_names_no_profession() -> None:
    assert read_profession("ansökt hos Skolverket, väntar besked") is None
    found = read_profession("advokat: ej ansökt")
    assert found is not None
    assert found.profession == "advokat"


@pytest.mark.parametrize(
    ("said", "before", "after"),
    [
        ("B, Sverige, giltigt t.o.m. 2026-05-31", "yes", "no"),
        ("C svenskt (går ut 05/2026)", "yes", "no"),
        ("Swedish B, expires May 2026", "yes", "no"),
        ("B Sverige, giltigt till 2026", "yes", "yes"),
        ("B Sverige, taget 2009-05-01", "yes", "yes"),
    ],
)
def test_a_licence_holds_until_its_last_day(said, before, after):
    assert read_licences(said, as_of=date(2026, 5, 20))[0][0].valid == before
    assert read_licences(said, as_of=date(2026, 6, 20))[0][0].valid == after
    assert read_licences(said)[0][0].valid == "yes"


@pytest.mark.parametrize(
    ("said", "held"),
    [
        ("Liftkort A och B gick ut 2022 och är inte förnyade", []),
        ("YKB har också löpt ut, ADR finns", ["adr"]),
        ("Travers- och liftkort: travers ja, lift nej", ["travers"]),
        ("Gesällbrev: gör provet i maj", []),
        ("Truckkort B och HLR", ["truck", "hlr"]),
    ],
)
def test_cards_that_have_run_out_or_whose_test_lies_ahead_are_not_held(said, held):
    assert read_certificates(said)[0] == held


def test_a_permit_of_another_country_is_none_of_a_swedish_agency() -> None:
    assert read_certificates("Elbehörighet från Polen; heta arbeten")[0] == ["heta_arbeten"]
    assert read_certificates("Elbehörighet ukr, ej sökt Elsäkerhetsverket ännu")[0] == []
    assert read_certificates("Svensk elbehörighet")[0] == ["aut_el"]


def test_what_stands_behind_a_but_is_about_its_own_class() -> None:
    told = read_licences("Har tagit B-kort i Sverige 2022 men C-kortet från hemlandet gäller inte här")[0]
    assert [(one.class_, one.valid) for one in told] == [("B", "yes"), ("C", "no")]


@pytest.mark.parametrize(
    ("said", "held"),
    [
        ("ISO-revisor, 2021", ["iso_revisor"]),
        ("ESA, 2022, HLR", ["esa", "hlr"]),
        ("Trädfällning, 4 veckor", ["tradfallning"]),
        ("Svetslicens 136, 138", ["svetslicens"]),
        ("Svetslicens 136 och 138, båda har gått ut", []),
        ("HLR, 2019, utgången", []),
        ("ADR – måste förnyas 2031", ["adr"]),
        ("Barn- och vuxen-HLR", ["hlr"]),
        ("Licence: category C since 2012", []),
        ("2020", []),
    ],
)
def test_a_year_a_length_or_a_number_is_no_card_of_its_own(said: str, held: list[str]) -> None:
    assert read_certificates(said)[0] == held


@pytest.mark.parametrize(
    ("said", "classes"),
    [
        ("Forklift A1–B2", []),
        ("Truckkort klass A till D", []),
        ("Körkort B, truck A1-B3", ["B"]),
        ("She is a licensed plumber", []),
        ("A driving licence is what I hope for", []),
        ("b-licence and a C licence", ["B", "C"]),
        ("A-licence", ["A"]),
    ],
)
def test_letters_that_are_no_class_of_a_licence(said: str, classes: list[str]) -> None:
    assert sorted(one.class_ for one in read_licences(said)[0]) == classes


def test_a_licence_from_home_is_not_the_swedish_one_beside_it() -> None:
    told = read_licences("D från hemlandet, B svenskt")[0]
    assert {one.class_: (one.country, one.valid) for one in told} == {"D": (None, "unknown"), "B": ("SE", "yes")}


@pytest.mark.parametrize(
    ("said", "valid"),
    [
        ("B, svenskt, tidigare lärare", "yes"),
        ("B (svenskt)\nhade butik i Sala", "yes"),
        ("B, svenskt, hade det förut", "no"),
        ("svenskt B - har haft", "no"),
        ("Tidigare svenskt B", "no"),
    ],
)
def test_what_was_before_is_the_licence_only_where_it_is_told_of_it(said: str, valid: str) -> None:
    assert [one.valid for one in read_licences(said)[0]] == [valid]


@pytest.mark.parametrize(
    ("text", "held", "lacking"),
    [
        ("Har inget truckkort", [], ["truck"]),
        ("Saknar hygienintyg och travers", [], ["livsmedelshygien", "travers"]),
        ("Liftkort finns men inte ADR", ["lift"], ["adr"]),
        ("Inte bara truckkort utan även liftkort", ["truck", "lift"], []),
        ("Truckkort A, ej B", ["truck"], []),
        ("HLR?", [], []),
        ("ADR: vet ej", [], []),
        ("ID06, travers, kanske", ["id06"], []),
        ("Liftkort (minns inte när)", ["lift"], []),
        ("osäker på om traverskort finns", [], []),
        ("vill gå heta arbeten", [], []),
        ("without forklift licence", [], ["truck"]),
        ("HLR. Hoppas på liftkort", ["hlr"], []),
        ("ID06 men skulle vilja gå ADR", ["id06"], []),
        ("vill ta travers men har lift", ["lift"], []),
        ("hopes to get ADR, has ID06", ["id06"], []),
        ("inget än men siktar på YKB", [], []),
        ("lift ja ADR nej ID06 ja", ["lift", "id06"], ["adr"]),
        ("travers x, lift -", ["travers"], ["lift"]),
        ("HLR, giltigt; inga andra", ["hlr"], []),
        ("ADR 1.1, ställningsutb", ["adr", "stallning"], []),
        ("ordningsvakt (inte förlängd)", [], ["ordningsvakt"]),
    ],
)
def test_a_card_that_is_said_to_be_lacking_is_neither_held_nor_unknown(text, held, lacking):
    cards = read_certificates(text)
    assert (cards.held, cards.lacking) == (held, lacking)


@pytest.mark.parametrize("said", ["rakar aldrig benen om vintern", "one wasp stung both his ears"])
def test_words_that_no_work_is_named_by_are_no_card(said: str) -> None:
    assert read_certificates(f"HLR; {said}").held == ["hlr"]
    assert read_certificates("Knyppelbevis").held == ["knyppelbevis"]


def test_a_certificate_named_as_such_stays_though_nobody_knows_its_words():
    assert read_certificates("glacier sledge handling certificate").held == ["glacier_sledge_handling_certificate"]
