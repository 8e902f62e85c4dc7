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


SHAPES = (
    "Nr;Yrke;År;Land;Yrke;År;Land;Modersmål\n1;Kock;3;Syrien;Diskare;2;Sverige;arabiska\n2;Målare;5;Iran;;;;dari\n",
    "Nr,Språk 1,Språk 2,Arbete 1,År 1,Land 1,Arbete 2,År 2,Land 2\n"
    "1,dari,engelska B1,Kock,3,Iran,Smed,2,Irak\n2,thai,,Smed,,,,,\n",
    "Deltagare;Svenska;;Engelska;;Mål\nNr;tal;skrift;tal;skrift;Yrke\n1;B1;A2;B2;B1;Kock\n2;A2;A2;A1;;Städare\n",
    "Nr;1;2\nKommun;Solna;Lund\nYrke;Kock 3 år;Målare 2 år\nKörkort;B;nej\nModersmål;dari;thai\n",
    "Id;Truckkort J/N;Målare (år);Modersmål;Vill jobba med: kök\n1;nej;3;dari;x\n2;ja;;thai;\n",
    "Id;Yrkesspår;Så länge;Tickets;Sve tal\n1;kock;3 år;truckkort;B1\n2;städare;2 år;liftkort;A2\n"
    "3;målare;7 år;ställning;A1\n",
)  # fmt: skip


@pytest.mark.parametrize("text", SHAPES)
def test_a_suggested_mapping_given_back_reads_the_same_people(text):
    source = Source("s.csv", text.encode())
    suggested = {name: field for name, field in suggest_mapping(source).items() if field}
    people = read_profiles(source)
    assert [*read_profiles(source, mapping=suggested)] == [*people]
    assert len(suggested) > 3
    assert any(one.experience or one.languages for one in people)


def test_what_follows_a_mapped_column_is_of_it_and_no_cell_changes_what_a_mapping_says():
    text = "Id;Zeta;År;Land;Eta\n1;Kock;3;Iran;dari\n2;Smed;2;Irak;thai\n3;Målare;4;Peru;urdu\n"
    people = read_profiles(Source("s.csv", text.encode()), mapping={"Zeta": "job", "Eta": "wish"})
    assert [(one.experience[0].years, one.experience[0].country) for one in people] == [(3, "IR"), (2, "IQ"), (4, "PE")]
    assert not any(one.languages for one in people)


def test_titles_above_columns_that_nobody_knows_are_passed_over():
    text = "Hösten;;\n;;\nTheta;Zeta;Eta\na1;Kock 3 år;B\na2;Målare;nej\n"
    assert list(suggest_mapping(Source("s.csv", text.encode()))) == ["Theta", "Zeta", "Eta"]
