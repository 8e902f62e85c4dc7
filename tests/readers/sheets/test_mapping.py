import pytest

from matcher.errors import ReadError
from matcher.readers import Source
from matcher.readers.sheets.mapping import suggest_mapping, unknown_columns


def test_columns_are_told_by_header_or_cells_below_title_lines():
    people = "1,Dari,ja,B (Syrien),bra\n2,Arabiska,nej,B (svenskt),bra\n3,Ukrainska,nej,C,bra\n"
    text = f"Lista för hösten\n\nLöpnr,Modersmål,Egen bil,X,Hälsa\n{people}"
    found = suggest_mapping(Source("s.csv", text.encode()))
    assert list(found) == ["Löpnr", "Modersmål", "Egen bil", "X", "Hälsa"]
    assert (found["Löpnr"], found["Modersmål"], found["X"]) == ("id", "native", "licence")
    assert found["Hälsa"] == "protected"


@pytest.mark.parametrize("data", [b"just a note", b"%PDF-1.7", b"a;b\n1;2\n"])
def test_what_is_no_sheet_is_refused(data):
    with pytest.raises(ReadError):
        suggest_mapping(Source("x", data))


def test_unknown_columns_are_told_by_letter_and_by_cells_that_name_nobody():
    text = "Id;Modersmål;Körkort;Zeta;Eta\n1;dari;B;blå;Ada Exempel\n2;thai;nej;grön;Bo Exempel\n"
    told = unknown_columns(Source("s.csv", text.encode()))
    assert told == {"Zeta": "column D: blå, grön", "Eta": "column E"}
