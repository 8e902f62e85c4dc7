"""A fact that shares a clause with what must not survive stays, and nothing of the other does."""

import pytest

from matcher.readers import read_profiles
from matcher.readers.files.source import Source
from matcher.readers.privacy.beside import facts_beside, names_thing, tells_fact, without_opening
from matcher.readers.privacy.cleansing import cleanse_clauses


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("Jag är 51 år och har kört grävmaskin i nio år.", "har kört grävmaskin i nio år."),
        ("Jag har truckkort B1 och är medlem i Handels.", "Jag har truckkort B1"),
        ("Examen i kemi från Basra där hon träffade sin man.", "Examen i kemi från Basra"),
        ("Jag talar farsi och ryska för min mamma är från Tasjkent.", "Jag talar farsi och ryska"),
        ("I'm 47 and have worked as a tailor.", "have worked as a tailor."),
        ("I hold a crane licence despite my bad knee.", "I hold a crane licence"),
        ("Efter skilsmässan arbetade jag på ett tvätteri.", "jag arbetade på ett tvätteri."),
        ("Jag heter Beletu och har varit murare i nio år.", "har varit murare i nio år."),
        ("Han har nedsatt hörsel men god körvana och YKB.", "god körvana och YKB."),
        ("Jag är snickare och är hindu", "Jag är snickare"),
        ("Svetsare 5 år trots synskada på ett öga", "Svetsare 5 år"),
        ("Montör 4 år i sin farbrors verkstad, Irak", "Montör 4 år i verkstad, Irak"),
        ("lärare på en katolsk skola", "lärare på en skola"),
        ("målare 3 år (asyltiden)", "målare 3 år"),
        ("Före kriget: målare 8 år", "målare 8 år"),
        ("dag 75 % pga småbarn", "dag 75 %"),
        ("bagare som sin far", "bagare"),
    ],
)
def test_a_fact_beside_stays(said, kept):
    found = cleanse_clauses(said)
    assert found.text == kept
    assert found.reasons


@pytest.mark.parametrize(
    "said",
    [
        "Jag har ont i ryggen och kan inte stå länge", "Min fru är sjuk och behöver tillsyn",
        "Min man kör taxi och är hindu",
        "Jag satt i fängelse när jag var ung men har ändrat mig", "Vi är kristna och blev hotade av IS",
        "Vi flydde från Syrien och bodde i läger i två år", "Hon bär slöja och vill inte ta i hand",
        "Min man är kristen och jobbar natt", "TUT t.o.m. 12/2027",
    ],
)  # fmt: skip
def test_what_only_tells_more_of_it_goes_too(said):
    assert cleanse_clauses(said).text == ""


@pytest.mark.parametrize(
    "said",
    [
        "jag är snickare och har egen firma", "svetsare och var förman", "dagmamma, hade sex barn i gruppen",
        "kontakt med föräldrar och barn", "tolk åt asylsökande", "hjälper pensionärer med datorer", "frisör för män",
        "chef och var ansvarig för tre avdelningar", "har hand om medicin till boende", "pass på kvällar och helger",
    ],
)  # fmt: skip
def test_work_that_only_sounds_like_it_is_whole(said):
    assert cleanse_clauses(said) == (said, ())


@pytest.mark.parametrize(
    ("gone", "stays"),
    [
        ("Persian from Shiraz", "Persian cooking"), ("samtal med Hodan", "samtal med kunder"), ("trans", "transport"),
        ("tillståndet går ut i maj", "tillstånd för heta arbeten"), ("född sextiotvå", "sextiotvå elever"),
        ("går till kurator", "utbildad till kurator"), ("wants halal food", "lagar halal"),
    ],
)  # fmt: skip
def test_remarks_about_the_person_go_and_work_like_them_stays(gone, stays):
    assert cleanse_clauses(f"{stays}, {gone}").text == stays


def test_parts_are_parted_only_where_one_is_at_fault():
    assert facts_beside("städar och kör truck", lambda part: False) == ""
    assert facts_beside("är sjuk och kör truck", lambda part: "sjuk" in part) == "kör truck"
    assert tells_fact("läste till kock")
    assert not tells_fact("Jobbade")
    assert names_thing("korvstoppning")
    assert not names_thing("var med om mycket")
    assert without_opening("Som barn lekte jag", lambda part: False) == "Som barn lekte jag"


def test_a_fact_beside_is_read_and_the_rest_reported():
    text = (
        "CV\n\nJag är 44 år och har kört lastbil i femton år i Irak.\nJag har truckkort A och är medlem i Transport.\n"
    )
    batch = read_profiles(Source("p.txt", text.encode()))
    (person,) = batch.records
    assert [(job.country, job.years) for job in person.experience] == [("IQ", 15.0)]
    assert "truck" in person.certificates
    assert {"age", "union"} <= {note.what.split("(")[-1].rstrip(")") for note in batch.notes}
