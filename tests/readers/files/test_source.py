from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

from matcher.errors import ReadError
from matcher.readers.files import source as source_module
from matcher.readers.files.source import Source, load

SWEDISH = "Undersköterska på Åland, både kväll och helg"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (SWEDISH.encode(), "utf-8"),
        (b"\xef\xbb\xbf" + SWEDISH.encode(), "utf-8"),
        (SWEDISH.encode("cp1252"), "cp1252"),
        (SWEDISH.encode("utf-16"), "utf-16-le"),
        (b"\xfe\xff" + SWEDISH.encode("utf-16-be"), "utf-16-be"),
        (SWEDISH.encode("utf-16-le"), "utf-16-le"),
        (SWEDISH.encode("utf-16-be"), "utf-16-be"),
        (SWEDISH.encode("utf-32"), "utf-32-le"),
    ],
)
def test_every_usual_encoding_gives_the_same_text(data, encoding):
    source = Source("a.txt", data)
    assert source.text == SWEDISH
    assert source.encoding == encoding


def test_a_guessed_encoding_is_said():
    assert [note.level for note in Source("a", SWEDISH.encode("cp1252")).notes] == ["guessed"]
    assert [note.level for note in Source("a", SWEDISH.encode("utf-16-be")).notes] == ["guessed"]
    assert Source("a", SWEDISH.encode()).notes == ()


def test_damaged_utf8_keeps_what_is_whole_and_names_the_line():
    source = Source("a", "åäö\nnästa ".encode() + b"\xff" + " rad är hel".encode())
    assert source.text == "åäö\nnästa \ufffd rad är hel"
    assert [(note.level, note.line) for note in source.notes] == [("doubtful", 2)]


def test_what_was_encoded_twice_is_read_as_it_was_meant(tmp_path):
    (tmp_path / "a.txt").write_bytes(SWEDISH.encode().decode("cp1252").encode())
    source = load(tmp_path / "a.txt")
    assert source.text == SWEDISH
    assert [note.level for note in source.notes] == ["guessed"]


def test_what_was_taken_for_latin_1_is_mended_as_well():
    text = "Önskat arbete: målare på Öland eller städare på väg till Ängelholm, Åre"
    assert load(Source("a", text.encode().decode("latin-1").encode())).text == text


def test_only_the_columns_that_were_encoded_twice_change():
    twice = "Städare på väg åt Öland".encode().decode("cp1252")
    assert load(Source("a", f"{twice};Kock på Öland".encode())).text == "Städare på väg åt Öland;Kock på Öland"
    assert load(Source("a", "São Tomé, Ã¥ en gång".encode())).text == "São Tomé, Ã¥ en gång"


def test_cp1252_far_into_a_large_file_is_found():
    text = "a" * 3_000_000 + " kväll"
    assert Source("a", text.encode("cp1252")).text == text


def test_characters_across_chunks_are_not_cut():
    text = "åäö€😀" * 100
    assert "".join(Source("a", text.encode()).chunks(size=7)) == text


def test_one_document_has_a_largest_size(monkeypatch):
    monkeypatch.setattr(source_module, "MAX_TEXT", 10)
    with pytest.raises(ReadError, match="at most"):
        _ = Source("a", b"x" * 11).text


@pytest.mark.parametrize("data", [b"PK\x03\x04abc", b"%PDF-1.7", bytes(range(32)) * 4, b"\x1f\x8b\x08"])
def test_binary_content_is_told_from_text(data):
    assert Source("a", data).is_binary
    assert not Source("a", SWEDISH.encode("utf-16")).is_binary


def test_names_give_ids():
    assert Source("folder/ad.one.txt").stem == "ad.one"
    assert Source("C:\\ads\\kock.html").stem == "kock"
    assert Source("-").stem == "-"


def test_files_folders_and_standard_input_are_opened(tmp_path, monkeypatch):
    (tmp_path / "b.txt").write_text("B", "utf-8")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.txt").write_text("A", "utf-8")
    (tmp_path / ".hidden").write_text("no", "utf-8")
    folder = load(tmp_path)
    assert folder.members() == ("b.txt", "sub/a.txt")
    assert folder.member("sub/a.txt").text == "A"
    assert load(str(tmp_path / "b.txt")).text == "B"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"from a pipe")))
    assert load("-").text == "from a pipe"


@pytest.mark.parametrize("content", [b"", b" \r\n\t", b"\xef\xbb\xbf\n", b"\xff\xfe", b"\0\0"])
def test_a_file_without_content_is_refused(tmp_path, content):
    path = tmp_path / "empty.json"
    path.write_bytes(content)
    with pytest.raises(ReadError, match="the file is empty"):
        load(path)


def test_what_is_no_file_is_refused_in_one_sentence(tmp_path):
    for name in ("no such file", "a\0b"):
        with pytest.raises(ReadError):
            load(name)
    if hasattr(os, "mkfifo") and Path("/dev/zero").exists():
        with pytest.raises(ReadError, match="ordinary file"):
            load("/dev/zero")
    with pytest.raises(TypeError):
        load(7)  # type: ignore[arg-type]


def test_a_file_beyond_the_limit_is_refused_unread(tmp_path, monkeypatch):
    monkeypatch.setattr(source_module, "MAX_BYTES", 5)
    path = tmp_path / "large.json"
    path.write_bytes(b"123456")
    with pytest.raises(ReadError, match="at most"):
        load(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_pipe_in_a_folder_is_refused_and_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(ReadError, match="pipe: expected an ordinary file"):
        load(str(tmp_path)).member("pipe")


def test_only_a_folder_has_members():
    assert Source("a", b"x").members() == ()
    with pytest.raises(ValueError, match="folder"):
        Source("a", b"x").member("b")


@pytest.mark.parametrize("name", ["", " "])
def test_an_empty_path_is_not_the_folder_that_one_stands_in(name):
    with pytest.raises(ReadError, match="this one is empty"):
        load(name)
