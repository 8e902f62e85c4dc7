"""Files of shortlists open in other programs, whatever the cells hold."""

from matcher.readers.files.workbooks import read_sheets
from matcher.service.exporting import written


def test_the_sheet_of_a_workbook_is_xml_whatever_its_cells_hold():
    table = [["Plats", "Rubrik"], ["1", "Kock\x00 & \x0bbagare\ufffe \ud800<å>\U0001f373"], ["2", ""]]
    [sheet] = read_sheets(written(table, "xlsx", "sv"), "x.xlsx")
    texts = [list(row.cells) for row in sheet.rows]
    assert texts == [["Plats", "Rubrik"], ["1", "Kock & bagare <å>\U0001f373"], ["2", ""]]
    assert written(table, "xlsx", "sv") == written(table, "xlsx", "sv")
