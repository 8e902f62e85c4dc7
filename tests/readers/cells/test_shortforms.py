"""Clipped words and things that stand for work."""

from __future__ import annotations

import pytest

from matcher.readers.cells.plans import read_wishes
from matcher.readers.cells.shortforms import activity, occupation, spelled_out
from matcher.readers.cells.words import split_list


@pytest.mark.parametrize(
    ("short", "whole"),
    [
        ("lärarass.", "lärarassistent"),
        ("pers.ass.", "personlig assistent"),
        ("maskinop.", "maskinoperatör"),
        ("beh.ass.", "behandlingsassistent"),
        ("spårvagn", "spårvagn"),
    ],
)
def test_spelled_out(short: str, whole: str) -> None:
    assert spelled_out(short) == whole


def test_workshops_stand_for_who_works_there() -> None:
    told = ("Tryckeri", "blomsteraffär", "plåtslageri", "mejeri")
    assert [occupation(text) for text in told] == ["tryckare", "florist", "plåtslagare", "mejeriarbetare"]


def test_trades_and_things() -> None:
    assert [occupation(text) for text in ("park", "städ", "löneadm.", "Kock")] == [
        "parkarbetare",
        "städare",
        "löneadministratör",
        "Kock",
    ]
    assert [activity(text) for text in ("blodprov", "linne", "Excel")] == [
        "blodprovstagning",
        "linnehantering",
        "Excel",
    ]


def test_the_point_of_a_short_form_outlives_the_list() -> None:
    assert read_wishes("stödass., lager. På sikt buss") == ["stödassistent", "lagerarbetare", "bussförare"]


def test_slashes_alone_part_a_list() -> None:
    assert split_list("lödning/gravyr/montering") == ["lödning", "gravyr", "montering"]
    assert split_list("MIG/MAG") == ["MIG/MAG"]
    assert split_list("MIG/MAG/TIG, fogning") == ["MIG/MAG/TIG", "fogning"]
