"""Clauses about the person are told by their words, whatever the wording; what stands beside them stays."""

import csv
import io

import pytest

from matcher.readers import read_profiles
from matcher.readers.cells.worklist import read_jobs
from matcher.readers.files.source import Source
from matcher.readers.privacy.cleansing import cleanse_clauses
from matcher.readers.privacy.ownwords import reason_of_label, reason_of_words


@pytest.mark.parametrize(
    "clause",
    [
        "en ung och glad tjej från Kismayo", "stolt mamma", "her two sisters", "gubbe på sextio", "är änkling",
        "döv på ena örat sedan födseln", "kvotflykting från Burundi", "straffad två gånger", "sikh", "bär turban",
        "trebarnsmamma", "53-årig man", "70-talist", "skuldsatt sedan skilsmässan", "proud sister of two brothers",
    ],
)  # fmt: skip
def test_a_clause_of_such_words_alone_is_about_the_person(clause):
    assert reason_of_words(clause)


@pytest.mark.parametrize(
    "clause",
    [
        "dam- och herrfrisering", "MAN lastbil", "bagare i tio år", "mother tongue", "native speaker", "family law",
        "vård av sjuka djur", "sex år i Turkiet", "retirement home", "barn och äldre", "lager, natt", "fällt stammar",
        "moderator på nätet", "tatuering", "kyrkan", "operation", "psykos", "arab, kurd", "Persiska", "MS Office",
    ],
)  # fmt: skip
def test_one_word_about_something_else_makes_it_a_clause_about_that(clause):
    assert reason_of_words(clause) is None


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Leila, 29, bagare i 6 år", "bagare i 6 år"),
        ("Snickare, 20, Irak", "Snickare, 20, Irak"),
        ("manlig barnskötare", "barnskötare"),
        ("55-årig taxiförare", "taxiförare"),
        ("pappa till två och svetsare", "svetsare"),
        ("skild tvåbarnsfar med CE-körkort", "CE-körkort"),
        ("frisör hos sin kusin i Aleppo", "frisör i Aleppo"),
        ("ont i knäna och inga trappor", "inga trappor"),
        ("har diabetes och orkar inte stå", ""),
        ("arbetslös sedan 2019", ""),
        ("läs- och skrivsvårigheter", ""),
        ("sydde kläder. änka", "sydde kläder"),
    ],
)
def test_the_fact_beside_it_stays(text, kept):
    assert cleanse_clauses(text).text == kept


def test_ages_and_countries_alone_are_no_labels():
    assert [reason_of_label(one) for one in ("43 år", "är eritreansk", "from Chad", "thai", "svenska")] == [
        "age", "origin", "origin", None, None,
    ]  # fmt: skip
    assert cleanse_clauses("Kock. från Syrien", labels=True).text == "Kock"
    assert cleanse_clauses("B, från Syrien").text == "B, från Syrien"


def test_a_remark_among_jobs_is_no_job():
    assert [job.title for job in read_jobs("Kock 2 år; fnular mäkta; diskare; lager")] == [
        "Kock", "diskare", "lagerarbetare",
    ]  # fmt: skip


COLUMNS = {
    "ID": "P1", "Yrkeserfarenhet": "Kock 6 år Iran; diskare 2 år Sverige", "Kompetenser": "grillning, bakning",
    "Önskat yrke": "Kock, bagare", "Vill EJ": "nattarbete", "Kan även": "lagar cyklar", "Certifikat": "HLR",
    "Körkort": "B (sv.)", "Utbildning": "Gymnasium 12 år Iran (teknik)",
}  # fmt: skip


def test_states_are_no_labels_unless_they_name_a_skill():
    for said in ("har hund", "bor på nedre botten", "väntar på besked", "feels lonely", "gillar lugn och ro"):
        assert reason_of_label(said), said
    for said in ("är van vid storkök", "har sytt gardiner", "har truckkort", "är fotbollstränare", "har öga för färg"):
        assert reason_of_label(said) is None, said


PROTECTED = (
    "är kille", "f. 71", "i 50-årsåldern", "somalisk kvinna", "kurd", "bär sjal", "rullstol", "ont i nacken",
    "trebarnspappa", "skyddsombud för Transport", "röstar på Centern", "Björkgatan 9", "skallig", "kvotflykting",
    "sitter häktad", "kommer ofta sent", "goes by Mimi", "queer", "on welfare", "aged 58", "churchgoer",
)  # fmt: skip


@pytest.mark.parametrize("said", PROTECTED)
def test_what_is_protected_changes_no_field_and_is_told(said):
    def read(row):
        out = io.StringIO()
        csv.writer(out, delimiter=";").writerows([row.keys(), row.values()])
        return read_profiles(Source("p.csv", out.getvalue().encode()))

    plain = read(COLUMNS).records
    for column in list(COLUMNS)[1:]:
        for joint in ("; ", ", ", ". ", "\n", " - "):
            changed = read({**COLUMNS, column: COLUMNS[column] + joint + said})
            assert changed.records == plain, (column, joint)
            assert any(note.level == "dropped" for note in changed.notes), (column, joint)


@pytest.mark.parametrize("text", ["Kock, gravid Ada", "Kock, änka och Fatima", "Kock, hos sin bror Ali"])
def test_a_name_beside_what_is_protected_goes_with_it(text):
    assert cleanse_clauses(text).text == "Kock"


def test_how_well_somebody_knows_a_language_is_no_word_of_sex_or_opinion() -> None:
    kept = cleanse_clauses("Han är glad, och hans svenska är på ungefär B1-nivå enligt läraren på kursen").text
    assert "svenska är på ungefär B1-nivå" in kept
    assert "läraren" not in kept
