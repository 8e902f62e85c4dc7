from __future__ import annotations

import gzip
import io
import tarfile
import zipfile

import pytest

from matcher.errors import ReadError
from matcher.readers import Source, read_ads
from matcher.readers.files import archives as archives_module
from matcher.readers.files.archives import is_archive, members

LINE = b'{"id": "%d", "headline": "Kock", "text": "Vi lagar mat."}\n'


def zipped(files, **options):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, **options) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def tarred(files):
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w:gz") as archive:
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
        link = tarfile.TarInfo("link")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/hostname"
        archive.addfile(link)
    return buffer.getvalue()


FILES = {"2024/a.jsonl": LINE % 1, "b.jsonl": LINE % 2, ".hidden": b"x", "__MACOSX/b": b"x"}


@pytest.mark.parametrize("data", [zipped(FILES), tarred(FILES)], ids=["zip", "tar"])
def test_every_file_of_an_archive_is_read(data):
    assert [s.name for s in members(Source("ads.zip", data))] == ["ads.zip/2024/a.jsonl", "ads.zip/b.jsonl"]
    assert [ad.id for ad in read_ads(Source("ads.zip", data))] == ["1", "2"]


def test_a_packed_file_is_read():
    ads = read_ads(Source("ads.jsonl.gz", gzip.compress(LINE % 1 + LINE % 2)))
    assert [ad.id for ad in ads] == ["1", "2"]


def test_archives_in_a_folder(tmp_path):
    (tmp_path / "a.gz").write_bytes(gzip.compress(LINE % 1))
    (tmp_path / "b.zip").write_bytes(zipped({"x.jsonl": LINE % 2, "y.bin": b"PK\x03\x04"}))
    batch = read_ads(tmp_path)
    assert [ad.id for ad in batch] == ["1", "2"]
    assert [note.path.rsplit("/")[-1] for note in batch.notes] == ["y.bin"]


def test_documents_are_no_archives():
    assert not is_archive(Source("a.docx", zipped({"[Content_Types].xml": "x", "word/document.xml": "y"})))
    assert not is_archive(Source("a.odt", zipped({"mimetype": "x"})))
    assert not is_archive(Source("a", b"Kock"))


@pytest.mark.parametrize("data", [zipped({"a": bytes(50 << 20)}), gzip.compress(bytes(50 << 20))], ids=["zip", "gzip"])
def test_bombs_are_refused(data):
    with pytest.raises(ReadError, match="sensible size"):
        list(members(Source("bomb", data)))


@pytest.mark.parametrize("data", [gzip.compress(b"x" * 1000)[:-9], b"\x1f\x8b\x08" + b"\0" * 50], ids=["cut", "empty"])
def test_damaged_gzip_is_refused(data):
    with pytest.raises(ReadError, match="gzip"):
        read_ads(Source("a.gz", data))


def test_a_lie_about_the_size_brings_no_more_than_claimed():
    data = bytearray(zipped({"a.jsonl": b"A" * 100_000}))
    for mark in (b"PK\x03\x04", b"PK\x01\x02"):
        at = data.find(mark) + (22 if mark == b"PK\x03\x04" else 24)
        data[at : at + 4] = (10).to_bytes(4, "little")
    try:
        assert all(len(member.data) <= 10 for member in members(Source("a.zip", bytes(data))))
    except ReadError as error:
        assert "ZIP" in str(error)  # noqa: PT017


@pytest.mark.parametrize(
    "data", [b"PK\x03\x04" + bytes(100), zipped({".hidden": b"x"}), zipped({})], ids=["cut", "hidden", "empty"]
)
def test_archives_with_nothing_in_them_are_refused(data):
    with pytest.raises(ReadError, match="with files in it"):
        read_ads(Source("a.zip", data))


def test_too_many_files_are_refused(monkeypatch):
    monkeypatch.setattr(archives_module, "MAX_MEMBERS", 3)
    data = {str(number): b"x" for number in range(5)}
    for packed in (zipped(data), tarred(data)):
        with pytest.raises(ReadError, match="at most 3 files"):
            list(members(Source("a", packed)))


def test_files_that_are_too_much_together_are_refused_before_one_is_unpacked(monkeypatch):
    monkeypatch.setattr(archives_module, "SMALL", 4_000)
    monkeypatch.setattr(archives_module, "MAX_RATIO", 2)
    lines = LINE % 1 * 40
    assert len(list(members(Source("a.zip", zipped({"a.jsonl": lines}))))) == 1
    with pytest.raises(ReadError, match="together"):
        next(members(Source("a.zip", zipped(dict.fromkeys(map(str, range(9)), lines)))))


def test_names_that_climb_out_lead_nowhere():
    names = [s.name for s in members(Source("a.zip", zipped({"../../etc/x": b"1", "/abs": b"2"})))]
    assert names == ["a.zip//abs"] or all(name.startswith("a.zip/") for name in names)
