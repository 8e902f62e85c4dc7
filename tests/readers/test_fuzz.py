"""Whole documents of every format with odd values in odd places: read with a report, or refused; nothing else."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.errors import MatcherError
from matcher.readers import Source, read_any, reader_names

WHOLE = sorted((Path(__file__).parent / "fixtures" / "complete").glob("*.json"))
ODD = st.one_of(
    st.none(), st.booleans(), st.integers(-(10**20), 10**20), st.floats(), st.text(max_size=12),
    st.sampled_from(["\0", "\ud800", "\u202eabc", "9" * 400, "1e999", "(" * 300, "<" * 300, "a, " * 200, "B1-" * 90]),
    st.just({}), st.just([]), st.just([[[]]]), st.just({"text": {"text": "x"}}), st.lists(st.none(), max_size=3),
)  # fmt: skip
CELLS = st.sampled_from([
    "Id", "Kommun", "Ort + restid", "Modersmål", "SFI", "Yrke 1", "Yrke 1 år", "Körkort, bil och intyg",
    "Vill / vill ej", "När och hur mycket", "Anteckning", "", " ", "P1", "Solna", "3C, läser", "B1/A2/A1/B2",
    "Kock 2 år (Syrien), t.o.m. 2019", "2019-2016", "-", "nej", "ja", "pga astma", "100%", "1,5 h", "\n", '"',
    "2027-01-15", "44000", "((((", "år år år", "e\u0301",
])  # fmt: skip
LINES = st.sampled_from([
    "CV", "ARBETE", "2010-2012", "Kock, Syrien", "=== SPRÅK ===", "dari", "Svenska: B1", "Körkort: nej", "Bil: ja",
    "KAN", "grillning; bakning", "Vill inte: -", "Anteckning", "---", "", "Kan börja: 30 februari", "Utbildning",
    "Gymnasium", "Polen | 3 år", "1. Kock, Sverige, sept 2024 - sept 2025", "Jag är bra på allt och ingenting", "\t\t",
    "▪ ▪ ▪", "(t.o.m.",
])  # fmt: skip


def survives(data: bytes, reader: str | None = None) -> None:
    try:
        batch = read_any(Source("f", data), reader=reader)
    except MatcherError as error:
        assert str(error).startswith("f")  # noqa: PT017
        return
    for record in batch:
        json.dumps(record.to_dict(), ensure_ascii=False).encode("utf-8", "surrogatepass")
    for note in batch.notes:
        str(note).encode("utf-8")
        assert len(note.what) < 400


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(place for key, part in inner for place in places(part, (*path, key)))]


@pytest.mark.parametrize("path", WHOLE, ids=lambda path: path.stem)
@settings(max_examples=40)
@given(st.data())
def test_odd_values_in_a_whole_document(path: Path, data: st.DataObject) -> None:
    document = json.loads(path.read_text("utf-8"))
    for _ in range(data.draw(st.integers(1, 3))):
        place = data.draw(st.sampled_from([place for place in places(document) if place]))
        holder = document
        try:
            for step in place[:-1]:
                holder = holder[step]
            holder[place[-1]] = data.draw(ODD)
        except (TypeError, KeyError, IndexError):
            continue  # an earlier change has taken this place away
    survives(json.dumps(document).encode(), data.draw(st.sampled_from([None, *reader_names()])))


@settings(max_examples=80)
@given(st.lists(st.lists(CELLS, min_size=2, max_size=9), min_size=2, max_size=6), st.sampled_from(";,\t|"))
def test_any_sheet(rows: list[list[str]], separator: str) -> None:
    out = io.StringIO()
    csv.writer(out, delimiter=separator).writerows(rows)
    survives(out.getvalue().encode())
    survives(out.getvalue().encode(), "sheet")


@settings(max_examples=80)
@given(st.lists(LINES, max_size=30), st.sampled_from(["\n", "\r\n", "\n\n"]))
def test_any_cv(lines: list[str], end: str) -> None:
    survives(end.join(lines).encode(), "text")


@pytest.mark.parametrize("sign", ["a", "(", "?", "ö", "-", "1"])
def test_a_word_without_end_is_cut_and_reported(sign: str):
    # Patterns that look for its beginning at each of its letters would take hours.
    text = f"Hon har jobbat som kock i 3 år. Truckkort. {sign * 90_000} "
    batch = read_any(Source("p.txt", text.encode()))
    (profile,) = batch.records
    assert (profile.experience[0].title, profile.certificates) == ("kock", ("truck",))
    assert any("200 signs" in note.what for note in batch.notes)


@pytest.mark.parametrize("unit", [" ", "\u00a0", "\t", "\n", "👷\u200d", "1 ", "montör och ", "-", "(", "efter "])
def test_a_text_without_end_is_read_to_its_end(unit: str):
    # Where time grows with the square of these signs, this never ends.
    text = f"Kompetenser\nTruckkort\n\nErfarenhet\nmontör 2011-2014{unit * (90_000 // len(unit))}x\n"
    (profile,) = read_any(Source("p.txt", text.encode())).records
    assert profile.certificates == ("truck",)
