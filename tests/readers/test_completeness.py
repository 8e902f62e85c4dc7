"""Nothing is lost silently: every leaf of an input is in the record, or the report names its place.

A leaf is accounted for if a word that nobody knows, put in its place, comes out in a record, or raises a note about
that place that was not there before. What a note says to be left out as a whole is accounted for, too.
"""

from __future__ import annotations

import copy
import csv
import io
import json
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pytest

from matcher.errors import ReadError
from matcher.readers import Batch, Note, Source, read_any
from matcher.readers.draft import Draft

MARK = "Qvixbru"
CLAUSE = "protected or personal ("
"""Begins the notes about words that were taken out of a place whose other words stay."""
Place = tuple[str | int, ...]


def leaves(value: Any, path: Place = ()) -> Iterator[Place]:
    """Paths of everything in a tree of objects and lists that is neither."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from leaves(inner, (*path, index))
    else:
        yield path


def replaced(document: Any, path: Place) -> Any:
    """The document with the mark for a leaf."""
    changed = copy.deepcopy(document)
    holder = changed
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = MARK
    return changed


def read(source: Source) -> Batch[Any] | None:
    try:
        return read_any(source)
    except ReadError:
        return None


def is_about(column: str | None, path: Place) -> bool:
    """Whether a note's place is that of a leaf or one around it."""
    names = [str(step).casefold() for step in path if isinstance(step, str) and step != "#"]
    for part in (column or "").casefold().replace("/", ".").split(", "):
        steps = [step for step in part.removeprefix("*.").split(".") if step]
        if steps and any(names[at : at + len(steps)] == steps for at in range(len(names) - len(steps) + 1)):
            return True
    return False


def is_accounted(path: Place, marked: Source, known: set[Any]) -> bool:
    batch = read(marked)
    if batch is None:
        return True  # refused as a whole, with a sentence
    if MARK.casefold() in repr(batch.records).casefold():
        return True
    for note in batch.notes:
        whole = note.level == "dropped" and not note.what.startswith(CLAUSE)
        if is_about(note.column, path) and (whole or said(note) not in known):
            return True
    return False


def said(note: Note) -> tuple[Any, ...]:
    return note.level, note.what, note.column, note.line


def lost(document: Any, source_of: Callable[[Any], Source]) -> list[str]:
    """Places of the leaves that are neither in the record nor in the report."""
    whole = read(source_of(document))
    assert whole is not None
    known = {said(note) for note in whole.notes}
    places = [path for path in leaves(document) if not is_accounted(path, source_of(replaced(document, path)), known)]
    return [".".join(map(str, path)) for path in places]


def as_json(document: Any) -> Source:
    return Source("cv.json", json.dumps(document, ensure_ascii=False).encode())


def element(name: str, value: Any) -> str:
    """An element as XML; ``@name`` is an attribute, ``#`` the text beside attributes."""
    if isinstance(value, list):
        return "".join(element(name, item) for item in value)
    if not isinstance(value, dict):
        return f"<{name}>{escape(str(value))}</{name}>"
    attributes = "".join(f' {key[1:]}="{escape(str(inner))}"' for key, inner in value.items() if key.startswith("@"))
    inside = "".join(element(key, inner) for key, inner in value.items() if key[0] not in "@#")
    return f"<{name}{attributes}>{escape(str(value.get('#', '')))}{inside}</{name}>"


def as_xml(document: Any) -> Source:
    return Source("cv.xml", "".join(element(key, value) for key, value in document.items()).encode())


def as_export(document: Any) -> Source:
    """A zip of tables, as LinkedIn exports them."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, rows in document.items():
            table = io.StringIO()
            writer = csv.DictWriter(table, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
            archive.writestr(f"{name}.csv", table.getvalue())
    return Source("export.zip", packed.getvalue())


def whole(name: str) -> Any:
    """A made-up document with something in every field of its format."""
    return json.loads((Path(__file__).parent / "fixtures" / "complete" / f"{name}.json").read_text("utf-8"))


@pytest.mark.parametrize("name", ["resume", "passport", "kandidat", "myskills", "mydata", "saved"])
def test_profiles_as_json(name: str) -> None:
    document = whole(name)
    assert read(as_json(document)).records
    assert lost(document, as_json) == []


def test_a_candidate_as_xml() -> None:
    document = whole("candidate")
    assert read(as_xml(document))[0].experience[0].title == "Kock"
    assert lost(document, as_xml) == []


def test_an_old_passport_as_xml() -> None:
    document = whole("passport")
    assert read(as_xml(document))[0].experience[0].title == "Baker"
    assert lost(document, as_xml) == []


@pytest.mark.parametrize(
    "name", ["jobtech", "afsource", "afhistory", "jobposting", "joblinks", "lines", "jsonresumejob"]
)
def test_ads_as_json(name: str) -> None:
    document = whole(name)
    assert read(as_json(document))[0].headline == "Bagare"
    assert lost(document, as_json) == []


@pytest.mark.parametrize("name", ["eures", "feed"])
def test_ads_as_xml(name: str) -> None:
    document = whole(name)
    assert read(as_xml(document))[0].headline == "Bagare"
    assert lost(document, as_xml) == []


def test_a_linkedin_export() -> None:
    document = whole("linkedin")
    assert read(as_export(document))[0].experience[0].title == "Kock"
    assert lost(document, as_export) == []


CV = """CV P1
Solna

Om mig
Jag är trevlig.

ARBETE
2010-2012 Kock, Syrien
  Grillade.

UTBILDNING
Gymnasium 12 år, Syrien

SPRÅK
Arabiska (modersmål)
Svenska A2

SVENSKSTUDIER
Läser SFI C

KAN
grillning, bakning

ÖVRIGT JAG KAN
lagar cyklar

PAPPER
B-körkort
Truckkort

LEGITIMATION
sjuksköterska, sökt

SÖKER
Kock

VILL INTE ARBETA MED
nattarbete

KAN BÖRJA
omgående, heltid

PENDLING
45 min

BOR
Solna

ÖVRIGT
Egen bil.
"""
LINES = [place for place, line in enumerate(CV.split("\n")) if line and not line.isupper()]


@pytest.mark.parametrize("in_its_place", [True, False])
@pytest.mark.parametrize("place", LINES)
def test_a_line_of_a_cv(place: int, in_its_place: bool) -> None:
    lines = CV.split("\n")
    lines[place : place + in_its_place] = [f"{MARK} {MARK}"]
    batch = read_any(Source("cv.txt", "\n".join(lines).encode()))
    free = place in (0, 1, 3, 4, LINES[-1])
    told = [note for note in batch.notes if note.line == place + 1 or (free and note.what.startswith("free text"))]
    assert told or MARK.casefold() in repr(batch.records).casefold()


def test_a_line_that_gave_something_is_not_told_of() -> None:
    assert not [note for note in read_any(Source("cv.txt", CV.encode())).notes if note.line]


ROW = {
    "Löpnr": "P1", "Bostadskommun": "Solna", "Max restid (min)": "45", "Modersmål": "Arabiska",
    "Övriga språk": "Engelska B1", "SFI-kurs": "3C", "Svenska muntligt": "A2", "Svenska skriftligt": "A1",
    "Utbildning": "Gymnasium 12 år", "Utbildningsland": "Syrien", "Bedömd (UHR)": "ja", "Yrke 1": "Kock",
    "Yrke 1 år": "4 år", "Yrke 1 land": "Syrien", "Kan även": "lagar cyklar", "Kompetenser": "grillning",
    "Körkort": "B", "Körkort land": "Sverige", "Egen bil": "ja", "Intyg": "truckkort",
    "Legitimation": "sjuksköterska, sökt", "Önskat yrke": "Kock", "Vill ej": "nattarbete", "Arbetstid": "heltid",
    "Kan börja": "2027-01-15", "Anteckning": "Trevlig.", "Hälsa": "bra",
}  # fmt: skip


def sheet(row: dict[str, str]) -> Batch[Any]:
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows([row.keys(), row.values()])
    return read_any(Source("people.csv", out.getvalue().encode()))


@pytest.mark.parametrize("form", ["{mark}", "{cell}; {mark}", "{cell}, {mark}"])
@pytest.mark.parametrize("header", list(ROW)[1:])
def test_a_cell_of_a_sheet(header: str, form: str) -> None:
    known = {said(note) for note in sheet(ROW).notes}
    batch = sheet(ROW | {header: form.format(cell=ROW[header], mark=MARK)})
    told = [
        note
        for note in batch.notes
        if note.column == header and note.record == "P1" and (note.level == "dropped" or said(note) not in known)
    ]
    assert told or MARK.casefold() in repr(batch.records).casefold()


def test_a_column_that_nobody_knows() -> None:
    batch = sheet(ROW | {"Skostorlek": MARK})
    assert [note.column for note in batch.notes if "column that was not recognised" in note.what] == ["number 28"]


def test_a_job_and_a_wish_that_name_no_work_are_told() -> None:
    batch = read(Source("people.csv", "Id;Hemkommun;Yrkeserfarenhet\nK1;Solna;hade hand om fåren på berget\n".encode()))
    assert batch is not None
    assert not batch.records[0].experience
    assert [note.column for note in batch.notes if note.what == "words that name no work"] == ["Yrkeserfarenhet"]
    draft = Draft("people.csv", "K1", wishes=["kock", "stungen av getingar i trapphuset på kullen"])
    assert draft.build().wishes == ("kock",)
    assert [note.column for note in draft.notes] == ["wishes"]
