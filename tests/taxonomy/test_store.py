"""A taxonomy as one file: what is written comes back, what is damaged is refused."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.errors import CorruptIndexError, ReadError, StaleIndexError
from matcher.taxonomy import Concept, Link, Taxonomy
from matcher.taxonomy.store import content, load

SAMPLE = Taxonomy.of(
    [
        Concept("o1", "occupation", {"sv": "Kock", "ti": "ከሻኒ"}, {"en": ("Cook", "Chef")}, {"ssyk_2012": "5120"}),
        Concept("s1", "skill", {"sv": "Bakning"}),
    ],
    [Link("o1", "s1", "essential_skill"), Link("o1", "http://example.org/1", "exact_match")],
)


def test_a_saved_taxonomy_comes_back_whole(tmp_path):
    SAMPLE.save(tmp_path / "t.tax")
    back = Taxonomy.load(tmp_path / "t.tax")
    assert dict(back.concepts) == dict(SAMPLE.concepts)
    assert back.links == SAMPLE.links
    assert back.normalize(["kokk"], "occupation") == SAMPLE.normalize(["kokk"], "occupation")


def test_the_same_taxonomy_gives_the_same_bytes(tmp_path):
    SAMPLE.save(tmp_path / "a.tax")
    Taxonomy.load(tmp_path / "a.tax").save(tmp_path / "b.tax")
    assert (tmp_path / "a.tax").read_bytes() == (tmp_path / "b.tax").read_bytes()
    assert [path.name for path in sorted(tmp_path.iterdir())] == ["a.tax", "b.tax"]


texts = st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), min_size=1, max_size=8)


@given(st.lists(st.tuples(texts, texts, texts), max_size=5, unique_by=lambda row: row[0]))
def test_any_text_survives(rows):
    taxonomy = Taxonomy.of([Concept(i, "skill", {"sv": label}, {"en": (other,)}) for i, label, other in rows])
    again = Taxonomy(taxonomy._columns)
    assert [(c.id, c.label(), c.alternatives["en"][0]) for c in again.concepts.values()] == rows
    assert content(again._columns) == content(taxonomy._columns)


def test_an_empty_taxonomy_is_a_taxonomy(tmp_path):
    Taxonomy.of([]).save(tmp_path / "t.tax")
    empty = Taxonomy.load(tmp_path / "t.tax")
    assert len(empty.concepts) == 0
    assert empty.normalize(["kock"], "occupation") == [[]]
    assert empty.tag("kock") == []
    assert empty.nearness("a", "b").value == 0.0


@pytest.mark.parametrize("place", [30, 70, 120, 400, -1])
def test_one_changed_byte_is_noticed(tmp_path, place):
    path = tmp_path / "t.tax"
    SAMPLE.save(path)
    damaged = bytearray(path.read_bytes())
    damaged[place] ^= 0x41
    path.write_bytes(damaged)
    with pytest.raises(CorruptIndexError):
        load(path)


@pytest.mark.parametrize("length", [28, 60, 95, 300])
def test_a_truncated_file_is_noticed(tmp_path, length):
    path = tmp_path / "t.tax"
    SAMPLE.save(path)
    path.write_bytes(path.read_bytes()[:length])
    with pytest.raises(CorruptIndexError):
        load(path)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"start": 0', b'"start": 1e999'),
        (b'"start": 0', b'"start": -8'),
        (b'"start": 0', b'"start": ' + b"9" * 40),
        (b'{"strings": ', b'{"a": ' + b"[" * 50_000 + b', "strings": '),
        (b'"dtype": "|u1"', b'"dtype": "|O8"'),
        (b'"shape": [', b'"shape": [-1, '),
        (b'{"strings": ', b'["strings", '),
    ],
    ids=range(7),
)
def test_a_header_of_anybodys_is_damage_whatever_its_checksum(tmp_path, old, new):
    path = tmp_path / "t.tax"
    SAMPLE.save(path)
    first, _, written = path.read_bytes().split(b"\n", 2)
    assert old in written
    forged = written.replace(old, new, 1)
    path.write_bytes(first + b"\n" + hashlib.sha256(forged).hexdigest().encode() + b"\n" + forged)
    with pytest.raises(CorruptIndexError):
        load(path)


def test_another_version_is_stale(tmp_path):
    path = tmp_path / "t.tax"
    SAMPLE.save(path)
    path.write_bytes(path.read_bytes().replace(b"taxonomy 1\n", b"taxonomy 7\n", 1))
    with pytest.raises(StaleIndexError, match="another format version"):
        load(path)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b'{"data": 1}'])
def test_another_file_is_no_taxonomy(tmp_path, data):
    path = tmp_path / "t.tax"
    path.write_bytes(data)
    with pytest.raises(ReadError, match="expected a taxonomy file"):
        load(path)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(ReadError, match=r"gone\.tax"):
        Taxonomy.load(tmp_path / "gone.tax")
