"""Sentences where only names are expected, and their twins that tell what somebody can do or did."""

import json

import pytest

from matcher.readers import read_profiles
from matcher.readers.cells.work import Job
from matcher.readers.draft import Draft
from matcher.readers.files.source import Source
from matcher.readers.privacy.cleansing import cleanse_clauses
from matcher.readers.privacy.others import is_of_others, own_clauses
from matcher.readers.privacy.statements import (
    field_named,
    is_statement,
    skill_named,
    without_asides,
    without_statements,
    work_named,
)
from matcher.readers.times.periods import read_period
from matcher.records import Education, Profile


def _resume(added: str = "") -> Profile:
    document = {
        "basics": {"label": f"Bagare / kock{added}"},
        "work": [{"position": f"Baker{added}", "startDate": "2015", "endDate": "2019", "summary": f"Kneaded{added}"}],
        "education": [{"studyType": "Gymnasium", "area": f"Food{added}"}],
        "skills": [{"name": f"Baking{added}"}, {"name": "Professional skills", "keywords": [f"till{added}"]}],
        "certificates": [{"name": f"HLR 2025{added}"}],
        "interests": [{"name": "Teaching", "keywords": [f"teaches chess{added}"]}],
    }
    [read] = read_profiles(Source("one.resume.json", json.dumps(document).encode())).records
    jobs = [job.model_copy(update={"duties": (job.duties or "").rstrip(" .")}) for job in read.experience]
    return read.model_copy(update={"experience": tuple(jobs)})


@pytest.mark.parametrize("joint", [" - %", ". %", "; %", " (%)", "\n%"])
@pytest.mark.parametrize(
    "said",
    ["Her lodger is a goldsmith", "drömmer om en balkong mot gården", "Their street has no plumber",
     "är less på att grannar tror att hon är kassörska", "min storebror vann en tävling i bakning",
     "nobody in the house has a driving licence", "storasyster har lastbilskort och släp",
     "born in a village of bakers", "lost her savings to a plumber", "no baking when it is hot", "säger optikern",
     "their lift stops when a cook steps in", "tycker att bagare är glada"],
)  # fmt: skip
def test_a_sentence_about_a_life_moves_nothing_in_a_cv(said: str, joint: str) -> None:
    assert _resume(joint.replace("%", said)) == _resume()


@pytest.mark.parametrize("said", ["kuratorn måste ringa en bagare", "släkt med en kock", "lite trött på kockar"])
def test_a_sentence_names_no_skill(said: str) -> None:
    assert is_statement(said)


@pytest.mark.parametrize(
    "skill",
    ["I teach friends to sew", "har god hand med hästar", "är van vid att lyfta", "kan laga mat", "min svenska är bra",
     "his typing is fast work", "has run a market stall", "är utbildad trädgårdsmästare", "drömmer om att bli kock",
     "My experience is in sales", "har jobbat som målare", "gillar att jobba på höjd", "claims handling",
     "hade i flera år ansvar för kassan", "grew wheat and barley", "svenskan är bra"],
)  # fmt: skip
def test_a_sentence_that_names_a_skill_or_a_wish_is_one(skill: str) -> None:
    assert not is_statement(skill)


@pytest.mark.parametrize(
    "title",
    ["Kock, bageri - gjorde sushi", "Receptionist (can type, and sells tickets)", "Lärare, ansvarig för två klasser",
     "Snickare. Körde även truck", "Butiksbiträde, tog emot varor", "Carpenter (workshop, own business)",
     "Cook, was also responsible for the store", "Svetsare; arbetade i Kiruna", "Herde, får och getter",
     "Ej legitimerad sjuksköterska", "Kock, lite städning", "så och plantera", "Florist, wedding work"],
)  # fmt: skip
def test_what_a_title_says_of_work_stays(title: str) -> None:
    assert without_statements(title) == title


@pytest.mark.parametrize(
    "duties",
    ["Hade två anställda, var ute hos kunder.", "Took orders; made beds - kept the till.", "Gick ronder. Stod i kassan",
     "Är ansvarig för lager.", "Has worked with children. Runs the shop", "Milked cows; grew oats.",
     "Målade hus, ledde två lärlingar"],
)  # fmt: skip
def test_what_was_done_stays(duties: str) -> None:
    assert without_asides(duties) == duties


def test_what_is_told_of_a_life_is_no_duty_and_takes_its_bracket_along() -> None:
    assert without_asides("Sålde skor, sover dåligt (sedan maj). Friends say he is kind. Stod i kassan") == (
        "Sålde skor. Stod i kassan"
    )
    assert without_statements("Kock, heter som en sångare (en känd), bageri") == "Kock, bageri"
    assert without_statements("Kock; kom med tåg; sju mil till fots") == "Kock"
    assert without_statements("tappade bort sin väska på ett tåg") == ""


@pytest.mark.parametrize(
    "title",
    ["Projektledare, bygg och anläggning, hela länet", "Förare (egen buss, skolskjutsar och utflykter)",
     "Snickare - ramar, lister och små möbler", "Kock, tog hand om buffén och bröllopen", "Butik bitrade i affar",
     "Ägare av liten kiosk i byn", "odling av dadlar på familjens mark", "Helping hand in my uncle's garage",
     "Guide (tigrinja, saho, bilen)", "Snidare (skedar, skålar och fat)",
     "vattenbärare i en by utan brunn", "Lokalvård av Fnular, Mäkta och Plirp i Bromma"],
)  # fmt: skip
def test_unknown_words_of_work_stay_in_a_title(title: str) -> None:
    assert work_named(title) == title


@pytest.mark.parametrize("said", ["bet sönder en tand på julafton", "stung by three wasps in a dark stairwell"])
@pytest.mark.parametrize("joint", [" - %", ". %", "; %", " (%)", "\n%", ", %"])
def test_what_is_mostly_of_other_words_is_no_part_of_a_title_or_a_skill(said: str, joint: str) -> None:
    assert work_named("Kock, café" + joint.replace("%", said)) == "Kock, café"
    assert work_named(said) == ""
    assert skill_named("Bakning" + joint.replace("%", said)) == ("Bakning" if joint != ", %" else f"Bakning, {said}")


@pytest.mark.parametrize(
    "said", ["bet sönder en tand på julafton", "stung by wasps every summer", "rakar aldrig benen"]
)
@pytest.mark.parametrize("joint", [" - %", ". %", "; %", " (%)", "\n%", ", %"])
def test_a_field_of_study_is_what_names_a_subject_or_few_words(said: str, joint: str) -> None:
    assert field_named("Elkraft" + joint.replace("%", said)) == "Elkraft"
    draft = Draft("a.json", "7")
    draft.education.append(Education(level="tertiary", field=said))
    assert draft.build().education == (Education(level="tertiary"),)


@pytest.mark.parametrize(
    "field", ["Knyppling", "Elkraft och automation", "Textilslöjd, knyppling", "Drift av Fnular Mäkta", "Care of geese",
     "hydraulik och pneumatik till sjöss", "kurdisk poesi och sagokonst",
     "bookbinding lore and boatbuilding, bachelor"],
)  # fmt: skip
def test_a_subject_that_nobody_knows_stays(field: str) -> None:
    assert field_named(field) == field


def test_what_is_dropped_from_a_title_is_remarked_on() -> None:
    for said in ("bet sönder en tand på julafton", "sov i ett tält och var rädd"):
        draft = Draft("a.csv", "7")
        draft.add_jobs([Job(f"Kock - {said}", read_period("3 år"))])
        assert [job.title for job in draft.jobs] == ["Kock"]
        assert [note.level for note in draft.notes] == ["dropped"]


def test_a_trade_or_a_thing_that_stands_alone_again_is_spelled_out() -> None:
    assert work_named("lager - rakar aldrig benen") == "lagerarbetare"
    assert skill_named("kassa (rakar aldrig benen)") == "kassaarbete"


@pytest.mark.parametrize("said", ["blev omkörd av en truck", "was followed by a truck", "har blivit lurad av en kock"])
def test_what_somebody_else_did_is_no_fact_of_the_person(said: str) -> None:
    assert (
        read_profiles(Source("a.txt", f"Bagare 4 år Polen, {said}. Svenska B1.".encode())).records
        == read_profiles(Source("a.txt", b"Bagare 4 \xc3\xa5r Polen. Svenska B1.")).records
    )


@pytest.mark.parametrize("said", ["blev anställd av bageriet", "was trained by the army as a baker", "läst av en sko",
     "blev utsedd av rektorn till husmor", "was chosen by the union as treasurer",
     "was asked by the vicar to mend roofs"],
)  # fmt: skip
def test_who_took_somebody_on_is_part_of_their_work(said: str) -> None:
    assert not is_of_others(said)


def test_what_hangs_on_a_sentence_that_went_goes_too() -> None:
    assert cleanse_clauses("Bagning; är gravid, even though nobody bakes, kassa", labels=True).text == "Bagning; kassa"
    assert cleanse_clauses("är gravid, men kan köra truck").text == "kan köra truck"
    assert "worked 3 years as a tailor" in cleanse_clauses("is divorced, though has worked 3 years as a tailor").text


def test_work_with_a_time_keeps_its_title() -> None:
    draft = Draft("a.csv", "7")
    title = "bet sönder två tänder på julafton"
    draft.add_jobs([Job(title, read_period("3 år")), Job(title, read_period(""))])
    assert [job.title for job in draft.jobs] == [title]


def test_whose_a_place_is_ends_at_the_comma() -> None:
    assert own_clauses("Jobbade i butiken som pappa ägde, sålde tyg 5 år").endswith(", sålde tyg 5 år")
    assert own_clauses("Var på dagis där barnen är ute") == "Var på dagis där barnen är ute"
    assert is_of_others("min lillasyster läser till läkare")
    assert not is_of_others("min lillasyster och jag drev café")
