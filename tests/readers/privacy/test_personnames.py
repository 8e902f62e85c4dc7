"""Names and the pronouns that tell a sex stand in no record, and swapping them changes none."""

import csv
import io

import pytest

from matcher.readers import read_profiles
from matcher.readers.files.source import Source
from matcher.readers.privacy.cleansing import cleanse_clauses
from matcher.readers.privacy.personnames import without_names, without_sex

ROW = {
    "ID": "P1", "Kommun": "Nacka", "Max restid": "60", "Modersmål": "Dari", "Svenska skriftligt": "A2",
    "Yrkeserfarenhet": "Kock 6 år Iran; diskare 2 år Sverige", "Kompetenser": "grillning, bakning",
    "Önskat yrke": "Kock, bagare", "Vill EJ": "nattarbete", "Kan även": "lagar cyklar", "Certifikat": "HLR",
    "Körkort": "B (sv.)", "Egen bil": "ja", "Utbildning": "Gymnasium 12 år Iran (teknik)", "Kan börja": "omgående",
}  # fmt: skip


def read(row):
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows([row.keys(), row.values()])
    return read_profiles(Source("p.csv", out.getvalue().encode()))


@pytest.mark.parametrize(
    ("clause", "kept"),
    [
        ("Selam Tekle", ""),
        ("Karl-Erik", ""),
        ("Omid målade fasader", "målade fasader"),
        ("bakade med Birgitta i Lund", "bakade i Lund"),
        ("Ahmad Kock", "Kock"),
        ("Signe K.", ""),
    ],
)
def test_a_name_goes_and_the_rest_of_its_clause_stays(clause, kept):
    assert without_names(clause) == kept


@pytest.mark.parametrize("clause", ["Adobe Photoshop", "Ruby on Rails", "Nacka", "i Helena", "per timme", "Love Java"])
def test_what_only_looks_like_a_name_stays(clause):
    assert without_names(clause) == clause


@pytest.mark.parametrize(
    "clause",
    [
        "Viktor Rydbergs gymnasium", "Lars Måleri AB", "Hanna Andersson-butik", "Karin & Co", "Hotell Victoria",
        "Sankta Maria sjukhus", "Lex Sarah", "Café Linnéa", "Sara Hotels",
    ],
)  # fmt: skip
def test_firms_schools_and_rules_called_after_somebody_stay(clause):
    assert without_names(clause) == clause


@pytest.mark.parametrize(
    "told",
    [
        "Med vänlig hälsning, Xuvvor Oskvist", "mvh Xuvvor", "Kind regards Xuvvor", "// Xuvvor", "/Xuvvor",
        "mitt namn är Xuvvor Oskvist", "call me Xuvvor", "du kan kalla mig Xuvvor", "Dr. Xuvvor Oskvist",
        "undertecknad Xuvvor Oskvist", "Hej! Det är Xuvvor som skriver",
    ],
)  # fmt: skip
def test_a_name_of_no_list_is_told_by_what_leads_to_it(told):
    cleansed = cleanse_clauses(f"svetsning; {told}", labels=True)
    assert cleansed.text == "svetsning"
    assert cleansed.reasons
    assert "Xuvvor" not in str(cleansed.reasons)


def test_names_made_of_others_are_names():
    assert [without_names(one) for one in ("Ahmadullah", "Gebreyesus", "Anna-Siri", "Pullman")] == [
        "",
        "",
        "",
        "Pullman",
    ]


def test_pronouns_tell_no_sex():
    assert without_sex("Han bakade. Hon sålde det han bakat.") == without_sex("Hon bakade. Han sålde det hon bakat.")
    assert cleanse_clauses("hon lagade mat").reasons == ("sex",)
    assert cleanse_clauses("hantverk, Hans, chef").text == "hantverk, chef"


@pytest.mark.parametrize(
    "joint", ["{1}, {0}", "{0}; {1}", "{0}\n{1}", "{1}\n{0}", "{0} ({1})", "{0} - {1}", "{1}. {0}"]
)
@pytest.mark.parametrize(
    "said", ["Amina Yusuf", "Lars", "kvinna", "i femtioårsåldern", "uppvuxen på landet", "shiamuslim", "får a-kassa"]
)
def test_what_stands_before_or_behind_a_cell_of_any_column_changes_no_record(said, joint):
    plain = read(ROW).records
    for column in list(ROW)[1:]:
        changed = read({**ROW, column: joint.format(ROW[column], said)})
        assert changed.records == plain, column
        assert any(note.level == "dropped" for note in changed.notes), column
        assert not any(said in note.what for note in changed.notes)


def test_one_person_or_another_makes_the_same_record():
    pairs = (
        ("Yusuf, bagare 3 år", "Gunnar, bagare 3 år"), ("hon söker som bagare", "han söker som bagare"),
        ("eritreansk bagare 3 år", "fransk bagare 3 år"), ("en 56-årig man med truckkort", "tjej med truckkort"),
        ("jag mamma 4 barn från Irak jag baka bröd 3 år", "jag pappa 2 barn från Polen jag baka bröd 3 år"),
    )  # fmt: skip
    for one, other in pairs:
        for column in ("Yrkeserfarenhet", "Kompetenser", "Önskat yrke", "Kan även"):
            records = [read({**ROW, column: f"{ROW[column]}, {said}"}).records for said in (one, other)]
            assert records[0] == records[1], (one, column)


def test_a_language_stays_and_that_it_is_the_mother_tongue_goes_where_no_languages_stand():
    for said in ("persiska (modersmål)", "Modersmål: persiska", "persiska som modersmål", "mitt modersmål är persiska"):
        [profile] = read({**ROW, "Kompetenser": said}).records
        assert [skill.label for skill in profile.skills] == ["persiska"]
    [profile] = read({**ROW, "Svenska skriftligt": "A2 - native speaker of Dari"}).records
    [swedish] = [row for row in profile.languages if row.lang == "sv"]
    assert (swedish.writing, swedish.native) == (("A2", "A2"), False)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("helgjobb när exmaken har barnen", "helgjobb"),
        ("min rygg gör ont kan inte jobba tungt", "kan inte jobba tungt"),
        ("lagerarbetare 3 år, slutade pga ryggen", "lagerarbetare 3 år"),
        ("flerbarnsmor, men duktig bagare", "duktig bagare"),
        ("kvinna, 52 år, Somalia, muslim", ""),
        ("kontakt med föräldrar", "kontakt med föräldrar"),
        ("vård före och efter operation", "vård före och efter operation"),
        ("arabisk tolk", "arabisk tolk"),
        ("elderly care", "elderly care"),
        ("muslim, 60", "60"),
    ],
)
def test_facts_beside_stay(text, kept):
    assert cleanse_clauses(text).text == kept
