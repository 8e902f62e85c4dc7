"""What ``--for ads`` tells of people: canaries in every free word of theirs, searched for in every format."""

import json
import zipfile

import pytest

CANARIES = ("Kanariebagare", "kanariefri", "Vaxholm", "kanarieönskan", '"SY"', "(SY)", "kanariefält", "kanariekunskap")
PERSON = {
    "id": "K1", "type": "profile",
    "languages": [{"lang": "sv", "speaking": ["B1", "B1"], "listening": ["B1", "B1"]}],
    "experience": [
        {"title": "Kanariebagare", "country": "SY", "years": 3, "duties": "kanariefri text"},
        {"title": "Städare", "country": "SY", "years": 3, "duties": "kanariefri städning"},
    ],
    "education": [{"level": "tertiary", "field": "kanariefält", "country": "SY"}],
    "skills": [{"label": "kanariekunskap"}], "informal_skills": [{"label": "kanariefri konst"}],
    "driving_licences": [{"class": "B", "country": "SY", "valid": "yes"}],
    "home_municipality": "Vaxholm", "wishes": ["kanarieönskan"], "not_wanted": ["kanariefri syssla"],
}  # fmt: skip
AD = {
    "id": "a1",
    "headline": "Lokalvårdare",
    "text": "Du har examen från högskola, har städat i två år och talar svenska. B-körkort krävs.",
}


@pytest.fixture
def pair(tmp_path):
    people, ads = tmp_path / "people.jsonl", tmp_path / "ads.jsonl"
    people.write_text(json.dumps(PERSON), encoding="utf-8")
    ads.write_text(json.dumps(AD), encoding="utf-8")
    return "--profiles", people, "--ads", ads


def found(text):
    return [canary for canary in CANARIES if canary.casefold() in text.casefold()]


@pytest.mark.parametrize("format", ["table", "jsonl", "trec", "csv", "html"])
def test_nothing_but_levels_and_classes_of_a_person_is_told(call, pair, format):
    answer = call("rank", *pair, "--for", "ads", "--include-blocked", "--format", format)
    assert "K1" in answer.out
    assert found(answer.out + answer.err) == []


def test_a_workbook_tells_no_more_of_a_person_than_the_other_forms(call, pair, tmp_path):
    call("rank", *pair, "--for", "ads", "--include-blocked", "--out", tmp_path / "list.xlsx")
    with zipfile.ZipFile(tmp_path / "list.xlsx") as book:
        told = "".join(book.read(name).decode() for name in book.namelist())
    assert "K1" in told
    assert found(told) == []


@pytest.mark.parametrize("format", ["table", "jsonl", "csv", "html"])
def test_the_whole_is_there_for_a_caseworker(call, pair, format):
    answer = call("rank", *pair, "--for", "ads", "--include-blocked", "--view", "caseworker", "--format", format)
    assert found(answer.out)


def test_lines_keep_all_their_fields_and_the_level_as_evidence(call, pair):
    [row] = call("rank", *pair, "--for", "ads", "--include-blocked", "--format", "jsonl").rows
    [match] = row["matches"]
    assert set(match) == {"id", "rank", "score", "tier", "contributions", "verdicts", "questions"}
    assert {v["kind"]: v["evidence"] for v in match["verdicts"]} == {
        "education": None, "experience": None, "language": "B1", "driving_licence": "B",
    }  # fmt: skip


def test_people_of_an_index_are_hidden_too(call, pair, tmp_path):
    index = tmp_path / "index"
    assert call("index", "build", *pair[:2], "--out", index).status == 0
    answer = call("rank", "--profiles", index, *pair[2:], "--for", "ads", "--include-blocked", "--format", "jsonl")
    assert [match["id"] for match in answer.rows[0]["matches"]] == ["K1"]
    assert found(answer.out + answer.err) == []


def test_a_recruiters_view_is_of_people(call, pair):
    assert call("rank", *pair, "--view", "recruiter").status == 2
