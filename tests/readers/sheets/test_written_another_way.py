"""A row written another way, in its header or its cells, is the same person."""

from __future__ import annotations

import pytest

from matcher.readers import Source, read_profiles
from matcher.records import Profile

_HEADER = ("Deltagare", "Modersmål", "Svenska nivå", "Yrke 1", "Yrke 1 år", "Yrke 2", "Yrke 2 år", "Kunskaper",
           "Yrkesönskemål", "Körkort", "Egen bil", "Kan börja")  # fmt: skip
_ROW = ("p1", "Farsi", "A2", "Bagare", "4", "Florist", "7", "degblandning; bindning; kassasystem",
        "Konditor; Florist; Bagare", "B (svenskt)", "ja", "2027-02-03")  # fmt: skip
_SWEDISH, _SKILLS, _WISHES, _LICENCE, _START = 2, 7, 8, 9, 11


def _read(header: tuple[str, ...] | list[str], row: tuple[str, ...] | list[str]) -> Profile:
    lines = ["\t".join(f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in cells) for cells in (header, row)]
    return read_profiles(Source("p.csv", "\n".join(lines).encode()))[0]


def _with(place: int, cell: str) -> Profile:
    return _read(_HEADER, (*_ROW[:place], cell, *_ROW[place + 1 :]))


_PLAIN = _read(_HEADER, _ROW)


def test_the_row_as_it_stands() -> None:
    assert [(job.title, job.years) for job in _PLAIN.experience] == [("Bagare", 4.0), ("Florist", 7.0)]
    assert _PLAIN.wishes == ("Konditor", "Florist", "Bagare")
    assert _PLAIN.availability.from_ == "2027-02-03"


@pytest.mark.parametrize(
    "header",
    [
        [name.translate(str.maketrans("åäöÅÄÖ", "aaoAAO")) for name in _HEADER],
        [name.replace("Yrkesönskemål", "Yrkesönksemål").replace("Kunskaper", "Kunsakper") for name in _HEADER],
        [f"{number}. {name}" for number, name in enumerate(_HEADER, 1)],
        [f"{name} *" for name in _HEADER],
    ],
    ids=["marks lost", "slips", "numbered", "starred"],
)
def test_a_header_written_another_way_says_the_same(header: list[str]) -> None:
    assert _read(header, _ROW) == _PLAIN


def test_years_stay_with_the_work_that_their_header_numbers() -> None:
    turned = _read((_HEADER[0], *_HEADER[:0:-1]), (_ROW[0], *_ROW[:0:-1]))
    assert sorted((job.title, job.years) for job in turned.experience) == [("Bagare", 4.0), ("Florist", 7.0)]


@pytest.mark.parametrize(
    "listed",
    [
        '["degblandning", "bindning", "kassasystem"]', "['degblandning', 'bindning', 'kassasystem']",
        r"degblandning\nbindning\nkassasystem", "Degblandning. Bindning. Kassasystem.",
    ],
)  # fmt: skip
def test_a_list_is_one_however_it_is_parted(listed: str) -> None:
    labels = [[skill.label.casefold() for skill in read.skills] for read in (_with(_SKILLS, listed), _PLAIN)]
    assert labels[0] == labels[1]


@pytest.mark.parametrize("word", ["och", "samt", "&"])
def test_the_last_of_the_wishes_is_one_of_them(word: str) -> None:
    assert _with(_WISHES, f"Konditor, Florist {word} Bagare").wishes == _PLAIN.wishes


def test_one_pair_is_no_list() -> None:
    assert [skill.label for skill in _with(_SKILLS, "tvätt och strykning").skills] == ["tvätt och strykning"]


@pytest.mark.parametrize("day", ["2027.02.03", "2027/02/03", "20270203", "270203", "3.2.2027"])
def test_a_day_is_one_however_it_is_written(day: str) -> None:
    assert _with(_START, day).availability.from_ == "2027-02-03"


def test_small_letters_and_quotes_say_the_same() -> None:
    assert _with(_SWEDISH, "a2").languages == _PLAIN.languages
    assert _with(_LICENCE, "b - svenskt").driving_licences == _PLAIN.driving_licences
    assert _read(_HEADER, [_ROW[0], *(f'"{cell}"' for cell in _ROW[1:])]) == _PLAIN


def test_a_column_that_counts_the_rows_names_nobody() -> None:
    assert _read(("Nr", "Deltagar-ID", *_HEADER[1:]), ("1", *_ROW)) == _PLAIN
    assert _read(("Nr", *_HEADER[1:]), ("1", *_ROW[1:])).id == "1"
