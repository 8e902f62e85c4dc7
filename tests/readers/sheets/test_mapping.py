import pytest

from matcher.errors import ReadError
from matcher.readers import Source, read_profiles
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


ODD = "Nr,Zeta,Eta\n1,Kock 3 år,B\n2,Svetsare 2 år,nej\n"
NAMED = {"zeta ": "job", "Eta": "licence"}


@pytest.mark.parametrize("reader", [None, "sheet"])
def test_a_mapping_alone_makes_a_sheet_of_headers_that_nobody_knows(reader):
    batch = read_profiles(Source("s.csv", ODD.encode()), mapping=NAMED, reader=reader)
    assert [(one.id, one.experience[0].title) for one in batch] == [("1", "Kock"), ("2", "Svetsare")]
    assert [len(one.driving_licences) for one in batch] == [1, 0]


def test_one_mapped_column_is_enough_where_the_mapping_names_no_other():
    batch = read_profiles(Source("s.csv", b"Nr,Zeta,Eta\n1,Kock,x\n2,Svetsare,y\n"), mapping={"Zeta": "wish"})
    assert [one.wishes for one in batch] == [("Kock",), ("Svetsare",)]


def test_a_mapping_makes_no_sheet_of_a_text_that_only_mentions_its_columns():
    text = b"CV\n\nZeta and Eta are two letters, nothing more.\n\nWork\nCook, Cafe Exempel, 2015-2019\n"
    [one] = read_profiles(Source("cv.txt", text), mapping=NAMED)
    assert "Cook" in one.experience[0].title


def test_columns_that_a_mapping_names_and_no_header_holds_are_told():
    text = "Id;Körkort;Modersmål;Zeta\n1;B;dari;Kock\n"
    notes = read_profiles(Source("s.csv", text.encode()), mapping={"Zeta": "wish", "Zetta": "job"}).notes
    assert [(note.level, note.column) for note in notes] == [("doubtful", "Zetta")]


def test_columns_none_of_which_is_known_are_there_to_be_named():
    source = Source("s.csv", ODD.replace("Nr", "Theta").encode())
    assert suggest_mapping(source) == {"Theta": None, "Zeta": None, "Eta": None}
    assert unknown_columns(source)["Zeta"] == "column B: Kock 3 år, Svetsare 2 år"


@pytest.mark.parametrize("text", ['{"id": "a", "headline": "Kock", "text": "B, C"}\n' * 3, "1;2;3\n4;5;6\n7;8;9\n"])
def test_of_what_is_no_table_and_of_rows_without_names_nothing_is_suggested(text):
    with pytest.raises(ReadError):
        suggest_mapping(Source("x", text.encode()))
