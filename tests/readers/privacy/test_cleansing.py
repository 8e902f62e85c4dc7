"""What goes from a cell or a line before anything is read from it, and what stays beside it."""

from __future__ import annotations

import pytest

from matcher.readers.privacy.cleansing import cleanse_clauses


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Lagerarbetare (45) i tre år", "Lagerarbetare i tre år"),
        ("Kock (58)", "Kock"),
        ("kock (20), städare (3)", "kock (20), städare (3)"),
        ("Lärare (5)", "Lärare (5)"),
        ("Excel (2019), Word", "Excel (2019), Word"),
    ],
)
def test_a_lone_number_in_brackets_is_an_age_where_it_may_be_one(text: str, kept: str) -> None:
    assert cleanse_clauses(text).text == kept


@pytest.mark.parametrize(
    "clause", ["is 29 years", "är 45", "Hon är 52 år", "känner sig ensam", "seems sad and worried"]
)
def test_an_age_or_a_mood_told_in_few_words_goes(clause: str) -> None:
    assert cleanse_clauses(f"kock 4 år, {clause}, sv B1").text == "kock 4 år, sv B1"


@pytest.mark.parametrize("clause", ["kursen är 30 timmar", "är 20 år i yrket", "är ensam på kvällspassen"])
def test_hours_years_of_work_and_work_alone_stay(clause: str) -> None:
    assert cleanse_clauses(f"kock 4 år, {clause}, sv B1").text == f"kock 4 år, {clause}, sv B1"


@pytest.mark.parametrize(
    "said",
    [
        "gift med en målare från Kista",
        "gift med en polsk rörmokare",
        "syster är tandläkare i Kalmar",
        "cousin owns a bakery",
        "dyskalkyli konstaterad",
        "katolik men inte praktiserande",
        "ber under rasten",
        "her permit runs out in May",
        "morbror kör långtradare",
        "storasyster frisör i Umeå",
        "föräldrarna hade en cykelverkstad",
        "bor hos sin kusin, en målare",
        "hennes man, en bagare",
        "syster till en av era truckförare",
        "ska gifta sig med en florist",
        "tipsad av en bekant på Scania",
        "går hos en fysioterapeut i Solna",
        "psykiskt skör",
        "nearly deaf since birth",
        "permanent residence from 2021",
        "grannens syster driver kafé",
        "barnomsorg ordnad",
        "har finskt pass",
        "grav autism",
        "sjukpension beviljad",
        "förlovad med en elektriker",
        "mother of a cook and a plumber",
        "brother of two dentists",
        "married to a baker from Märsta",
        "låg på förlossningen i mars",
        "var inlagd på sjukhus hela våren",
        "sökte asyl på Landvetter",
        "tvillingarna börjar skolan i höst",
        "sönerna går på gymnasiet",
        "barnbarn på gång",
        "raising three girls alone",
        "gammal far att ta hand om",
        "bär glasögon",
        "tar Ritalin",
        "har blivit gammal",
        "a-kassan tar slut",
        "JoB fas 2",
        "fick treårigt tillstånd",
        "kom över havet 2014",
    ],
)
def test_what_is_told_of_those_at_home_and_of_ones_life_leaves_nothing(said):
    assert cleanse_clauses(f"Snickare 4 år, {said}").text == "Snickare 4 år"
    assert not cleanse_clauses(said).text


def test_where_somebody_lives_beside_a_licence_of_another_country_takes_it_from_nobody():
    assert cleanse_clauses("C (Irak); bor i Motala").text == "C (Irak); bor i Motala"


def test_what_one_does_oneself_is_no_relatives():
    for said in (
        "farmor lärde mig väva",
        "pastry cook, a good baker",
        "man har arbetat med plåt",
        "är dotterbolagets kock",
        "utredd brandrisk i hotell",
    ):
        assert cleanse_clauses(f"Snickare 4 år, {said}").text == f"Snickare 4 år, {said}"


def test_a_fact_beside_what_is_told_of_those_at_home_stays():
    assert cleanse_clauses("gift, snickare från Kista").text == "snickare från Kista"
    assert cleanse_clauses("pappa till två och snickare").text == "snickare"


@pytest.mark.parametrize(
    "cell", ["2012-2018 (6 år). bär slöja", "jan-maj 2026; gift", "2 år, sep 23 - sep 25, troende"]
)
def test_when_a_job_was_stays_beside_what_goes(cell: str) -> None:
    assert any(year in cleanse_clauses(cell).text for year in ("2018", "2026", "25"))


def test_when_something_protected_was_goes_with_it() -> None:
    assert cleanse_clauses("Föräldraledig, 2019-2020").text == cleanse_clauses("2019-2020 - mammaledig").text == ""


def test_what_is_at_fault_without_its_joining_word_takes_no_sentence_along() -> None:
    assert cleanse_clauses("Kock. Är kort till växten, och väger 71 kilo. Sv B1, eng A2").text == "Kock. Sv B1, eng A2"
