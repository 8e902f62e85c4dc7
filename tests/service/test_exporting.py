"""Files of shortlists open in other programs, whatever the cells hold."""

import io
import zipfile
from xml.etree import ElementTree

from matcher.service.exporting import written


def test_the_sheet_of_a_workbook_is_xml_whatever_its_cells_hold():
    table = [["Plats", "Rubrik"], ["1", "Kock\x00 & \x0bbagare\ufffe \ud800<å>\U0001f373"], ["2", ""]]
    with zipfile.ZipFile(io.BytesIO(written(table, "xlsx", "sv"))) as book:
        parsed = {name: ElementTree.fromstring(book.read(name)) for name in book.namelist()}
    texts = ["".join(cell.itertext()) for cell in parsed["xl/worksheets/sheet1.xml"].iter() if cell.tag.endswith("}c")]
    assert texts == ["Plats", "Rubrik", "1", "Kock & bagare <å>\U0001f373", "2", ""]
    assert written(table, "xlsx", "sv") == written(table, "xlsx", "sv")
