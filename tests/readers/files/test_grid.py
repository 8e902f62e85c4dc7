"""Rows of delimited text whose quotes are never closed."""

from __future__ import annotations

import pytest

from matcher.readers.files import grid


def rows_of(text: str, separator: str = ";") -> list[tuple[str, ...]]:
    return [row.cells for row in grid.read_rows(grid.lines_of([text]), separator, "a.csv")]


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ('7;  "kock\nsmed";B', [("7", "kock\nsmed", "B")]),
        ('7;"a ""b"" c\nd"', [("7", 'a "b" c\nd')]),
        ('7;5" rör\n8;smed', [("7", '5" rör'), ("8", "smed")]),
        ('7;"kock\n8;smed', [("7", "kock"), ("8", "smed")]),
    ],
)
def test_a_quote_opens_a_cell_at_its_beginning_alone(text: str, cells: list[tuple[str, ...]]) -> None:
    assert rows_of(text) == cells


def test_a_line_is_gone_through_once_for_all_rows_that_might_run_over_it(monkeypatch: pytest.MonkeyPatch) -> None:
    gone = []
    through = grid._is_open
    monkeypatch.setattr(grid, "_is_open", lambda *given: gone.append(given) or through(*given))
    assert len(rows_of('7";"kock\n' * 200 + "a")) == 201
    assert len(gone) <= 2 * 201
