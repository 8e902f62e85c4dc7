"""Encodings of texts that people save: told by their bytes, the same words whatever the program was."""

from __future__ import annotations

import gzip

import pytest

from matcher.encodings import encoding_of, text_of
from matcher.errors import ReadError

SWEDISH = "Målare i Gävle söker körkort på höstens kurs; språk: svenska"


@pytest.mark.parametrize("codec", ["utf-8", "cp1252", "mac_roman", "cp850", "utf-16", "utf-16-le", "utf-8-sig"])
def test_swedish_is_the_same_in_every_code(codec: str) -> None:
    assert text_of(SWEDISH.encode(codec), "a.csv") == SWEDISH


@pytest.mark.parametrize(
    "text",
    ["He said “fine” and didn’t wait – Dušan… and Miloš", "Kafé på Åsö, 20 €", "Niš, Šabac", "naïve"],
)
def test_quotes_and_foreign_names_stay_windows_1252(text: str) -> None:
    assert encoding_of(text.encode("cp1252")).codec == "cp1252"


def test_what_was_guessed_is_said_in_words() -> None:
    assert "Mac Roman" in (encoding_of(SWEDISH.encode("mac_roman")).guessed or "")
    assert encoding_of(SWEDISH.encode()).guessed is None


def test_damaged_utf8_is_refused_with_its_line() -> None:
    with pytest.raises(ReadError, match=r"q\.txt, line 2: expected text in UTF-8"):
        text_of("åäö\nåäö ".encode() + b"\xff\n", "q.txt")


@pytest.mark.parametrize("codec", ["mac_roman", "cp850", "cp1252"])
@pytest.mark.parametrize("text", ["En målare", "Städare i köket"])
def test_few_letters_are_enough_where_another_code_makes_no_words_of_them(text: str, codec: str) -> None:
    assert encoding_of(text.encode(codec)).codec == codec


def test_lines_that_end_in_a_carriage_return_alone() -> None:
    assert text_of(b"kock\rbagare\r", "q.txt").split() == ["kock", "bagare"]
    assert text_of(b'{"a": "x"}\r\n', "q.txt") == '{"a": "x"}\r\n'


def test_what_is_packed_is_unpacked_or_refused() -> None:
    packed = gzip.compress(SWEDISH.encode())
    assert text_of(packed, "run.gz") == SWEDISH
    with pytest.raises(ReadError, match="gzip"):
        text_of(packed[:-9], "run.gz")
