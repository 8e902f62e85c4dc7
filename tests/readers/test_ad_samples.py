"""Real samples of every ad format; they are not the project's and lie outside the repository."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from matcher.errors import ReadError
from matcher.readers import Source, read_ads, read_any

SHARED = Path(__file__).parents[2].parent / "shared"
SAMPLES = SHARED / "data" / "formats" / "ad"
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SAMPLES.is_dir(), reason="needs the reference data in ../shared"),
]


def names():
    return sorted(path.name for path in SAMPLES.iterdir()) if SAMPLES.is_dir() else []


@pytest.mark.parametrize("name", names())
def test_every_sample_is_read_or_refused_in_one_sentence(name):
    if name == "jsonresume_job_schema.json":
        with pytest.raises(ReadError, match="known format"):
            read_ads(SAMPLES / name)
        return
    batch = read_ads(SAMPLES / name)
    assert len(batch) >= 1
    assert not [note for note in batch.notes if note.level == "refused" or "no field of this format" in note.what]
    for ad in batch:
        assert ad.headline
        assert "<p>" not in ad.text


@pytest.mark.parametrize("name", names())
def test_samples_are_told_from_profiles(name):
    if name != "jsonresume_job_schema.json":
        assert [ad.id for ad in read_any(SAMPLES / name)] == [ad.id for ad in read_ads(SAMPLES / name)]


@pytest.mark.parametrize(
    ("path", "count"), [("data/ads/platsbanken_dev.jsonl", 546), ("data/ads/jobadlinks_dev.jsonl", 55)]
)
def test_all_real_ads_are_read(path, count):
    batch = read_ads(SHARED / path)
    assert len(batch) == count
    assert not [note for note in batch.notes if note.level == "refused" or "no field of this format" in note.what]
    assert all(ad.text.strip() or ad.headline for ad in batch)


def test_the_text_is_the_given_one():
    path = SHARED / "data/ads/platsbanken_dev.jsonl"
    given = {}
    for line in path.read_text("utf-8").split("\n"):
        if line:
            record = json.loads(line)
            given[str(record["id"])] = record["description"]["text"]
    changed = [ad.id for ad in read_ads(path) if not ad.text.startswith(given[ad.id].strip())]
    assert changed == []


@pytest.mark.parametrize("layout", ["array", "hits"])
def test_another_layout_gives_the_same_ads(layout):
    path = SHARED / "data/ads/platsbanken_dev.jsonl"
    records = [json.loads(line) for line in path.read_text("utf-8").split("\n") if line]
    data = json.dumps(records if layout == "array" else {"total": {"value": 1}, "hits": records}, indent=1)
    assert read_ads(Source("a.json", data.encode())).records == read_ads(path).records
