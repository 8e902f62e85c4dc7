"""Line ends that were lost here and there, in texts that kept the others."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest

from matcher.records import JobAd
from matcher.requirements import read_requirements
from matcher.requirements.text import run_on
from matcher.requirements.text.kinds import kinds_of
from matcher.requirements.text.run_on import run_on_edges
from matcher.requirements.text.segment import lines_of

AD = """Fågelskär färjor söker en maskinist

Om rederiet
Vi kör bilar och folk till öarna året om, i alla väder.

Din profil
Du har arbetat som maskinist i minst fyra år.
Goda kunskaper i svenska.
Truckkort och B-körkort behövs.

Meriterande
Erfarenhet av varvsarbete.
Kunskaper i finska.
Heta arbeten.

Ansökan
Skriv till oss före midsommar.
"""


def _gates(text: str) -> set[tuple[str, str, str]]:
    rows = read_requirements(JobAd(id="1", headline="Maskinist", text=text))
    return {(row.kind, str(row.value), row.necessity) for row in rows if row.kind != "skill"}


def _parted(line: str) -> list[str]:
    edges = [0, *sorted(set(run_on_edges(line))), len(line)]
    return [line[a:b].strip() for a, b in pairwise(edges)]


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("between", ["", " "])
def test_line_ends_lost_by_chance_change_nothing(seed: int, between: str) -> None:
    pick = random.Random(seed)
    lost = "".join(between if sign == "\n" and pick.random() < 0.4 else sign for sign in AD.replace("\n\n", "\n"))
    assert len(_gates(AD)) == 7, _gates(AD)
    assert _gates(lost) == _gates(AD)


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("Du har läst i förarkortTruckkort", ["Du har läst i förarkort", "Truckkort"]),
        ("Hamnen ligger nära torget.Vi vill att du", ["Hamnen ligger nära torget.", "Vi vill att du"]),
        ("Du kan ritningar i CADErfarenhet av fräsning", ["Du kan ritningar i CAD", "Erfarenhet av fräsning"]),
        (
            "Lager i två hus. Meriterande Erfarenhet av lager i två år",
            ["Lager i två hus.", "Meriterande", "Erfarenhet av lager i två år"],
        ),
        (
            "Who You AreYou’re a careful welder, and calm",
            ["Who You Are", "You’re a careful welder, and calm"],
        ),
        ("Vem söker vi? Vi söker dig som har arbetat i hamn", ["Vem söker vi?", "Vi söker dig som har arbetat i hamn"]),
        (
            "BASIC QUALIFICATIONS - HGV licence and a calm mind",
            ["BASIC QUALIFICATIONS", "- HGV licence and a calm mind"],
        ),
    ],
)
def test_where_a_line_was_lost(line: str, parts: list[str]) -> None:
    assert _parted(line) == parts


@pytest.mark.parametrize(
    "line",
    [
        "Vi kör GitHub, WordPress och eSport på NearYou.",
        "You build REST APIs and follow KPIs for the devOps team",
        "Requirements Engineer at a company that makes lifts",
        "Krav: B-körkort och truckkort för den som kör själv",
        "Skriv till info@hamnenVarvet.se eller ring",
        "Se t.ex. Kransidan eller kom förbi",
        "Kvalifikationer: Truckkort",
        "Om oss",
    ],
)
def test_names_labels_and_lone_headings_are_not_parted(line: str) -> None:
    assert _parted(line) == [line]


def test_a_heading_in_capitals_among_capitals_is_no_sign_of_a_lost_line() -> None:
    text = "KRAV PÅ DIG SOM SÖKER ÄR ATT DU HAR TRUCKKORT OCH KAN SVENSKA"
    assert [text[line.start : line.end] for line in lines_of(text)] == [text]


def test_glued_words_are_found_at_the_turns_of_kinds() -> None:
    pick = random.Random(5)
    words = "krav NU Din profil Du har Goda kunskaper Erfarenhet HTML5 5) m.fl. Java é Ł • Meriterande".split()
    found = 0
    for _ in range(300):
        text = "".join(pick.choice(words) + pick.choice((" ", " ", "", ".", ". ", "\n")) for _ in range(25))
        lines = text.split("\n")
        assert run_on.runs_on(text, kinds_of(text)) == any(map(run_on_edges, lines))
        found += sum(map(len, map(run_on_edges, lines)))
    assert found
