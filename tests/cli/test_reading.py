import io
import json
import sys


def test_read_prints_profiles_with_the_contracts_fields(call, sheet):
    answer = call("read", sheet)
    assert answer.status == 0
    first = answer.rows[0]
    assert list(first)[:2] == ["id", "type"]
    assert set(first) >= {
        "languages", "education", "experience", "skills", "driving_licences", "own_car", "certificates", "none",
        "licensed_profession", "home_municipality", "max_travel_minutes", "availability", "wishes", "not_wanted",
    }  # fmt: skip
    assert first["experience"][0]["years"] == 6
    assert "driving_licences" in first["none"]


def test_read_tells_ads_from_profiles_and_gives_their_requirements(call, sheet, ads):
    answer = call("read", ads, sheet)
    assert [row["type"] for row in answer.rows] == ["ad"] * 3 + ["profile"] * 2
    first = answer.rows[0]
    for row in first["requirements"]:
        if row["field"]:
            assert first[row["field"]][row["start"] : row["end"]] == row["quote"]
    assert first["language"] == "sv"
    assert "structured" not in first


def test_a_bad_file_is_reported_and_the_good_one_read(call, sheet, tmp_path):
    bad = tmp_path / "bad.json"
    bad.write_text('{"id": ', encoding="utf-8")
    answer = call("read", bad, sheet)
    assert answer.status == 0
    assert len(answer.rows) == 2
    assert "bad.json" in answer.err


def test_requirements_have_five_fields_and_quotes_of_the_ad(call, ads):
    answer = call("requirements", ads)
    texts = {row["id"]: row["headline"] + "\n" + row["text"] for row in call("read", ads).rows}
    assert [row["id"] for row in answer.rows] == ["a1", "a2", "a3"]
    assert answer.rows[0]["requirements"]
    for row in answer.rows:
        assert set(row) == {"id", "requirements"}
        for requirement in row["requirements"]:
            assert list(requirement) == ["kind", "value", "necessity", "any_of", "quote"]
            assert requirement["quote"] is None or requirement["quote"] in texts[row["id"]]


def test_requirements_read_minimal_lines_and_hostile_text(call, tmp_path):
    path = tmp_path / "a.jsonl"
    rows = [
        {"id": "1", "headline": "Kock", "text": "<script>x</script> B-körkort krävs"},
        {"id": "2", "headline": "", "text": ""},
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    assert [len(row["requirements"]) > 0 for row in call("requirements", path).rows] == [True, False]
    page = call("requirements", path, "--format", "html").out
    assert "<script" not in page
    assert 'class="must"' in page


def test_a_mapping_is_suggested_of_standard_input(call, sheet, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(sheet.read_bytes())))
    assert call("read", "-", "--suggest-mapping").out == call("read", sheet, "--suggest-mapping").out


def test_a_mapping_is_suggested_and_taken_back(call, tmp_path):
    sheet = tmp_path / "s.csv"
    sheet.write_text("Id;Ruta 7;Hemkommun;Körkort\nP1;Kock;Solna;nej\n", encoding="utf-8")
    suggested = call("read", sheet, "--suggest-mapping")
    assert suggested.out.startswith("[columns]\n")
    assert '"Hemkommun" = "municipality"' in suggested.out
    assert '# "Ruta 7" = ""' in suggested.out
    mapping = tmp_path / "office.toml"
    mapping.write_text('[columns]\n"Ruta 7" = "job"\n', encoding="utf-8")
    [row] = call("read", sheet, "--mapping", mapping).rows
    assert row["experience"][0]["title"] == "Kock"


def test_a_mapping_that_is_none_is_refused(call, sheet, tmp_path):
    for text in ("not toml", "[other]\n", '[columns]\n"a" = 1\n', '[columns]\n"Id" = "nonsense"\n'):
        mapping = tmp_path / "m.toml"
        mapping.write_text(text, encoding="utf-8")
        assert call("read", sheet, "--mapping", mapping).status == 2
    assert call("read", sheet, "--mapping", tmp_path / "none.toml").status == 2


def test_removed_ads_are_counted(call, tmp_path):
    path = tmp_path / "stream.json"
    removed = {"id": "a9", "removed": True, "removed_date": "2026-01-01T00:00:00"}
    open_ = {"id": "a1", "headline": "Kock", "description": {"text": "Vi söker en kock."}}
    path.write_text(json.dumps([open_, removed]), encoding="utf-8")
    answer = call("read", path)
    assert [row["id"] for row in answer.rows] == ["a1"]
    assert "1 ads are marked as removed" in answer.err


def test_languages_that_are_not_read_are_told(call, tmp_path):
    path = tmp_path / "a.jsonl"
    text = "Etsimme osaajaa, sinulla on kokemusta ja voit työskennellä meillä."
    path.write_text(json.dumps({"id": "1", "headline": "Kokki", "text": text}) + "\n", encoding="utf-8")
    assert "fi in 1 ad" in call("requirements", path).err


def test_requirements_are_those_of_an_index_too(call, ads, tmp_path):
    call("index", "build", "--ads", ads, "--out", tmp_path / "kept")
    assert call("requirements", tmp_path / "kept").rows == call("requirements", ads).rows
    assert call("read", tmp_path / "kept").status == 2
