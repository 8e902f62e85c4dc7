"""Offices that put several fields into one column, or group their columns under a row of headings."""

from __future__ import annotations

from matcher.readers import Source, read_profiles
from matcher.readers.sheets.columns import read_header
from matcher.readers.sheets.headers import find_header
from matcher.readers.sheets.mapping import suggest_mapping

HEADER = "Nr|Ort och restid|Språk|Jobbat med|Intyg, bil och körkort|Vill / vill ej|Hur mycket och när"
ROWS = (
    "A1|Kiruna, 90 min|samiska (M); svenska tal B1, skrift A2|Renskötare 5 år i Norge|B-körkort Norge; egen bil; "
    "leg. sjuksköterska: sökt; skoterkurs|Guide; renskötare; vill ej: kontor, lager|deltid, ej natt, från 2027-02-01\n"
    "A2|Gällivare|finska (M)|ej yrkesarbetat|inget körkort, ingen bil, HLR|Städare|direkt, heltid"
)
SHEET = Source("p.csv", f"Lista vecka 5||||||\n||||||\n{HEADER}\n{ROWS}\n".encode())


def test_each_part_of_a_cell_goes_to_its_field() -> None:
    first, second = read_profiles(SHEET)
    assert (first.home_municipality, first.max_travel_minutes) == ("Kiruna", 90)
    assert [(one.class_, one.country) for one in first.driving_licences] == [("B", "NO")]
    assert first.own_car is True
    assert first.licensed_profession is not None
    assert first.licensed_profession.status == "applied"
    assert first.wishes == ("Guide", "renskötare")
    assert first.not_wanted == ("kontor", "lager")
    assert (first.availability.from_, first.availability.hours) == ("2027-02-01", "part")
    assert first.availability.not_ == ("night",)
    assert (second.own_car, second.certificates, second.availability.from_) == (False, ("hlr",), "now")
    assert second.max_travel_minutes is None
    assert "driving_licences" in second.none


def test_the_order_of_the_parts_does_not_matter() -> None:
    turned = ROWS.replace("Kiruna, 90 min", "90 min; Kiruna").replace(
        "deltid, ej natt, från 2027-02-01", "från 2027-02-01; ej natt; deltid"
    )
    assert read_profiles(Source("p.csv", f"{HEADER}\n{turned}".encode())).records == read_profiles(SHEET).records


def test_headers_that_name_one_field_twice_stay_one_column() -> None:
    for header in ("Truckkort/cert/intyg", "Kk land / giltigt i Sv?", "Yrkeserfarenhet (yrke, år, land)", "Kommun/ort"):
        assert not read_header([header])[0].among, header


def test_groups_above_the_columns_say_what_they_are_about() -> None:
    groups = ["", "Boende", "", "Svenska", "", "", "Arbete 1", "", "Arbete 2", "", "Körkort m.m.", ""]
    names = ["Nr", "Kommun", "Restid tim", "Tala", "Skriva", "Kurs nu", "Yrke", "År", "Yrke", "År", "Klass", "Bil"]
    found = find_header([["Deltagare hösten"], [], groups, names, ["1", "Täby", "1", "A2", "A1", "3C", "Kock", "2"]])
    assert found is not None
    assert found[0] == 3
    assert [(c.field, c.number) for c in found[1] if c.field not in ("id", "municipality", "travel")] == [
        ("swedish_oral", 1), ("swedish_writing", 1), ("sfi", 1), ("job", 1), ("job_years", 1), ("job", 2),
        ("job_years", 2), ("licence", 1), ("own_car", 1),
    ]  # fmt: skip


def test_a_suggested_mapping_reads_the_same() -> None:
    mapping = {name: field for name, field in suggest_mapping(SHEET).items() if field}
    assert mapping["Ort och restid"] == "municipality+travel"
    assert read_profiles(SHEET, mapping=mapping).records == read_profiles(SHEET).records
    other = Source("p.csv", SHEET.data.replace(b"Ort och restid", b"Qvix"))
    taught = {"Qvix": "municipality+travel"}
    assert read_profiles(other, mapping=taught)[0].max_travel_minutes == 90
