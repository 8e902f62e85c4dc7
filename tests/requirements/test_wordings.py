"""Many wordings of each kind, one sentence each: the ways ads of the trades say the same thing."""

from __future__ import annotations

from pathlib import Path

import pytest

from matcher.records import JobAd, Requirement
from matcher.requirements import read_requirements

_TABLE = Path(__file__).parent / "data" / "wordings.tsv"
_LINES = [line.split("\t") for line in _TABLE.read_text("utf-8").splitlines() if not line.startswith("#")]


def _said(row: Requirement) -> str:
    value = row.value
    if row.kind == "language":
        return f"{value['lang']} {value['level'] or '-'}"
    if row.kind == "education":
        return value["level"] or "-"
    if row.kind == "experience":
        return "-" if value["years"] is None else f"{value['years']:g}"
    if row.kind == "working_time":
        return ",".join(value)
    return "yes" if value is True else str(value)


@pytest.mark.parametrize(("sentence", "rows"), _LINES, ids=[str(number) for number in range(len(_LINES))])
def test_a_sentence_gives_its_rows(sentence: str, rows: str) -> None:
    found = read_requirements(JobAd(id="1", headline="Vi söker personal", text=sentence.replace("\\n", "\n")))
    gates = [row for row in found if row.kind != "skill"]
    assert [f"{row.kind} {_said(row)} {row.necessity}" for row in gates] == list(filter(None, rows.split("; ")))
