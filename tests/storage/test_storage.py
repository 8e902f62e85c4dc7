"""Whatever happens to a writer, a reader gets the old version whole or the new one whole."""

import hashlib
import itertools
import json
import mmap
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from matcher import storage
from matcher.errors import CorruptIndexError, MatcherError, ReadError, StaleIndexError
from matcher.storage import reading


def publish(directory, number, lines=(b"one", b"", b"three")):
    with storage.writing(directory) as publication:
        publication.kind, publication.facts["number"] = "numbers", number
        publication.draft.array("values", np.full(5, number, np.int32))
        publication.draft.array("none", np.zeros(0, np.int64))
        publication.draft.lines("words", lines)


def versions(directory):
    return sorted(path.name for path in directory.iterdir() if path.is_dir())


def test_what_is_written_is_read(tmp_path):
    assert not storage.is_store(tmp_path)
    publish(tmp_path / "new" / "index", 7)
    version = storage.open_newest(tmp_path / "new" / "index")
    assert (version.kind, version.facts) == ("numbers", {"number": 7})
    assert version.array("values").tolist() == [7] * 5
    assert isinstance(version.array("values").base, np.memmap | mmap.mmap)
    assert version.array("none").shape == (0,)
    words = version.lines("words")
    assert [words[i] for i in range(len(words))] == [b"one", b"", b"three"]
    with pytest.raises(IndexError):
        words[3]
    version.verify()


def test_a_reader_keeps_its_version_and_the_last_but_one_stays(tmp_path):
    publish(tmp_path, 1)
    first = storage.open_newest(tmp_path)
    values, words = first.array("values"), first.lines("words")
    for number in (2, 3, 4):
        publish(tmp_path, number, (b"other",) * number)
    assert values.tolist() == [1] * 5
    assert words[2] == b"three"
    assert versions(tmp_path) == ["v000003", "v000004"]
    assert storage.open_newest(tmp_path).facts["number"] == 4


def test_writing_to_a_mapped_array_changes_no_file(tmp_path):
    publish(tmp_path, 1)
    storage.open_newest(tmp_path).array("values")[:] = 9
    version = storage.open_newest(tmp_path)
    version.verify()
    assert version.array("values").tolist() == [1] * 5


def test_an_error_while_writing_leaves_the_old_version_and_no_trace(tmp_path):
    publish(tmp_path, 1)

    def failing():
        yield b"one"
        raise RuntimeError

    with pytest.raises(RuntimeError):
        publish(tmp_path, 2, failing())
    assert storage.open_newest(tmp_path).facts["number"] == 1
    assert versions(tmp_path) == ["v000001"]


def test_an_interruption_after_the_pointer_moved_keeps_the_new_version(tmp_path, monkeypatch):
    publish(tmp_path, 1)
    replace = os.replace

    def replace_and_stop(*paths):
        replace(*paths)
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", replace_and_stop)
    with pytest.raises(KeyboardInterrupt):
        publish(tmp_path, 2)
    version = storage.open_newest(tmp_path)
    version.verify()
    assert version.facts["number"] == 2


def test_leftovers_of_a_crash_are_cleared_by_the_next_writer(tmp_path):
    publish(tmp_path, 1)
    (tmp_path / "v000009").mkdir()
    (tmp_path / "v000009" / "values.npy").write_bytes(b"half")
    (tmp_path / "current.new").write_bytes(b"v0000")
    assert storage.open_newest(tmp_path).facts["number"] == 1
    publish(tmp_path, 2)
    assert versions(tmp_path) == ["v000001", "v000010"]
    assert storage.open_newest(tmp_path).facts["number"] == 2


def test_a_second_writer_is_refused_and_a_dead_one_does_not_block(tmp_path):
    with (
        storage.writing(tmp_path),
        pytest.raises(MatcherError, match="another process is writing"),
        storage.writing(tmp_path),
    ):
        pass
    code = f"""
import os
from matcher import storage
with storage.writing({str(tmp_path)!r}) as publication:
    os._exit(9)
"""
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 9
    publish(tmp_path, 3)
    assert storage.open_newest(tmp_path).facts["number"] == 3


def test_a_hidden_file_that_a_window_leaves_is_nobodys_work(tmp_path):
    (tmp_path / ".DS_Store").write_bytes(b"\0\0\0\1")
    publish(tmp_path, 1)
    assert storage.open_newest(tmp_path).facts["number"] == 1


def test_other_folders_are_left_alone(tmp_path):
    (tmp_path / "thesis.doc").write_text("important")
    with pytest.raises(ReadError, match="an empty folder or an index"):
        publish(tmp_path, 1)
    with pytest.raises(ReadError, match="a folder that can be written to"):
        publish(tmp_path / "thesis.doc", 1)
    with pytest.raises(ReadError, match="matcher index build"):
        storage.open_newest(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.doc"]


@pytest.mark.parametrize("name", ["manifest.json", "values.npy", "words.lines"])
def test_damage_is_found(tmp_path, name):
    publish(tmp_path, 1)
    path = tmp_path / "v000001" / name
    content = bytearray(path.read_bytes())
    content[-3] ^= 1
    path.write_bytes(content)
    with pytest.raises(CorruptIndexError, match="build"):
        storage.open_newest(tmp_path).verify()


def test_missing_and_cut_files_are_found_on_opening(tmp_path):
    publish(tmp_path, 1)
    path = tmp_path / "v000001" / "values.npy"
    content = path.read_bytes()
    path.write_bytes(content[:-1])
    with pytest.raises(CorruptIndexError, match="size"):
        storage.open_newest(tmp_path)
    path.unlink()
    with pytest.raises(CorruptIndexError, match="missing"):
        storage.open_newest(tmp_path)
    (tmp_path / "current").write_text("../../etc x")
    with pytest.raises(CorruptIndexError, match="does not name a version"):
        storage.open_newest(tmp_path)


def test_a_file_that_the_manifest_lacks_and_a_damaged_array_are_said(tmp_path):
    publish(tmp_path, 1)
    version = storage.open_newest(tmp_path)
    with pytest.raises(CorruptIndexError, match=r"lacks nothing\.npy"):
        version.array("nothing")
    (version.path / "values.npy").write_bytes(b"\x93NUMPY\x01\x00 nonsense")
    with pytest.raises(CorruptIndexError, match="no array can be read"):
        version.array("values")


def test_objects_are_refused_in_both_directions(tmp_path):
    with pytest.raises(ValueError, match="allow_pickle"), storage.writing(tmp_path) as publication:
        publication.draft.array("values", np.array([{}], dtype=object))
    publish(tmp_path, 1)
    version = storage.open_newest(tmp_path)
    np.save(version.path / "values.npy", np.array([{}], dtype=object), allow_pickle=True)
    with pytest.raises(CorruptIndexError):
        version.array("values")


def test_another_format_is_stale(tmp_path, monkeypatch):
    monkeypatch.setattr("matcher.storage.publishing.FORMAT", reading.FORMAT + 1)
    publish(tmp_path, 1)
    with pytest.raises(StaleIndexError, match=f"format {reading.FORMAT + 1}, not {reading.FORMAT}"):
        storage.open_newest(tmp_path)


MANIFEST = '{"format": %d, "kind": "x", "facts": %s, "files": %s}'


@pytest.mark.parametrize(
    "content",
    [
        b"nonsense", b"[]", b"{}", b'{"format": %d, "kind": "x"}' % reading.FORMAT, b"[" * 100_000,
        (MANIFEST % (reading.FORMAT, "[]", "{}")).encode(),
        (MANIFEST % (reading.FORMAT, "{}", "[]")).encode(),
        (MANIFEST % (reading.FORMAT, "{}", '{"a.npy": {}}')).encode(),
        (MANIFEST % (reading.FORMAT, "{}", '{"../current": {"size": 1, "sha256": ""}}')).encode(),
    ],
)  # fmt: skip
def test_a_manifest_that_cannot_be_understood_is_said(tmp_path, content):
    publish(tmp_path, 1)
    (tmp_path / "v000001" / "manifest.json").write_bytes(content)
    (tmp_path / "current").write_text(f"v000001 {hashlib.sha256(content).hexdigest()}")
    with pytest.raises(CorruptIndexError, match="cannot be understood"):
        storage.open_newest(tmp_path)
    (tmp_path / "v000001" / "x.json").write_bytes(b"{")
    version = storage.Version(tmp_path / "v000001", {"kind": "", "facts": {}, "files": {"x.json": {}}})
    with pytest.raises(CorruptIndexError, match="no JSON"):
        version.plain("x")


def test_a_reader_that_is_overtaken_reads_the_newer_version(tmp_path, monkeypatch):
    publish(tmp_path, 1)
    gone = (tmp_path / "current").read_text()
    for number in (2, 3):
        publish(tmp_path, number)
    seen = iter([tuple(gone.split())])
    really = reading.pointed
    monkeypatch.setattr(reading, "pointed", lambda directory: next(seen, None) or really(directory))
    assert storage.open_newest(tmp_path).facts["number"] == 3


def test_the_manifest_names_every_file_with_size_and_checksum(tmp_path):
    publish(tmp_path, 1)
    path = tmp_path / "v000001"
    files = json.loads((path / "manifest.json").read_text())["files"]
    assert sorted(files) == sorted(p.name for p in path.iterdir() if p.name != "manifest.json")
    assert all((path / name).stat().st_size == noted["size"] for name, noted in files.items())


def test_a_pointer_that_is_being_moved_is_waited_for_but_not_for_ever(tmp_path, monkeypatch):
    """Windows refuses to open a file while another one takes its place."""
    publish(tmp_path, 1)
    plainly, refused = Path.read_text, iter([PermissionError(13, "in use")] * 3)

    def held(path, *how, **more):
        if path.name == reading.POINTER and (error := next(refused, None)):
            raise error
        return plainly(path, *how, **more)

    monkeypatch.setattr(Path, "read_text", held)
    assert storage.open_newest(tmp_path).facts == {"number": 1}
    monkeypatch.setattr(reading.time, "sleep", lambda seconds: None)
    refused = itertools.repeat(PermissionError(13, "in use"))
    with pytest.raises(ReadError):
        storage.open_newest(tmp_path)
