"""The command line called in this process, and small files to call it on."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from matcher.cli.app import run

SHEET = (
    "Id;Hemkommun;Modersmål;Svenska, nivå;Yrkeserfarenhet;Körkort;Önskat yrke\n"
    "P1;Stockholm;Arabiska;B1;Kock 6 år (Syrien);nej;Kock\n"
    "P2;Solna;Somaliska;A2;Städare 2 år (Sverige);;Lokalvårdare\n"
)


@dataclass
class Answer:
    """Exit status and both streams of one call."""

    status: int
    out: str
    err: str

    @property
    def rows(self):
        return [json.loads(line) for line in self.out.split("\n") if line.startswith("{")]


@pytest.fixture
def call(capsys):
    def caller(*arguments: str | Path) -> Answer:
        status = run([str(a) for a in arguments])
        captured = capsys.readouterr()
        return Answer(status, captured.out, captured.err)

    return caller


def ad(identifier: str, headline: str, text: str, deadline: str | None = None) -> str:
    row = {
        "id": identifier,
        "headline": headline,
        "description": {"text": text},
        "application_deadline": deadline,
        "occupation": {"concept_id": None, "label": headline},
        "workplace_address": {"municipality": "Stockholm", "municipality_code": "0180"},
    }
    return json.dumps(row, ensure_ascii=False)


@pytest.fixture
def sheet(tmp_path) -> Path:
    path = tmp_path / "people.csv"
    path.write_text(SHEET, encoding="utf-8")
    return path


@pytest.fixture
def ads(tmp_path) -> Path:
    path = tmp_path / "ads.jsonl"
    lines = [
        ad("a1", "Kock", "Vi söker en kock till lunchen. Minst två års erfarenhet som kock är ett krav.", "2026-11-30"),
        ad("a2", "Lokalvårdare", "Vi städar skolor. Du behöver kunna lite svenska. B-körkort krävs.", "2026-09-30"),
        ad("a3", "Diskare", "Vi söker en diskare till vårt kök."),
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path
