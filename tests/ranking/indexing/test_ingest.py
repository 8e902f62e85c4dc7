"""Ads that several processes read make the index that one process makes."""

import os
from concurrent.futures import ThreadPoolExecutor

import pytest

from matcher.errors import MatcherError
from matcher.ranking import build_index, is_index, update_index
from matcher.ranking.gates import DEFAULT_GATES
from matcher.ranking.indexing import ingest
from matcher.ranking.indexing.ingest import laid_out
from matcher.ranking.lookup import Lookup
from matcher.records import JobAd, OccupationRef
from matcher.taxonomy import Concept, Taxonomy

TEXTS = [
    "Du har truckkort och minst två års erfarenhet av lagerarbete. Goda kunskaper i svenska krävs.",
    "Krav\n- B-körkort\n- Undersköterskeutbildning\nMeriterande\n- Vana av kassasystem",
    "You have experience of Python and SQL. English is required, Swedish is a merit.",
    "Etsimme osaajaa, sinulla on kokemusta ja voit työskennellä meillä. Truckkort krävs.",
]
ADS = [
    JobAd(
        id=f"a{i}", headline=f"Rad {i % 5}", text=f"{TEXTS[i % 4]}\nPlats {i % 7}.", occupation=OccupationRef(label=o)
    )
    for i, o in enumerate(["Kock", "Lagerarbetare", "Systemutvecklare"] * 10)
]


def contents(folder):
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }


@pytest.fixture(autouse=True)
def small_shares(monkeypatch):
    monkeypatch.setattr("matcher.ranking.indexing.ingest.SHARE", 8)


def test_any_number_of_processes_makes_the_same_bytes(tmp_path):
    seen: list[int] = []
    taxonomy = Taxonomy.of([Concept("o1", "occupation", {"sv": "Kock"})])
    one = build_index(tmp_path / "one", ADS, taxonomy=taxonomy)
    two = build_index(tmp_path / "two", ADS, taxonomy=taxonomy, jobs=2, progress=seen.append)
    assert contents(tmp_path / "one") == contents(tmp_path / "two")
    assert {**one, "index": ""} == {**two, "index": ""}
    assert one["unread"] == {"fi": 7}
    assert seen == [8, 8, 8, 6]


def test_shares_make_what_the_whole_makes(monkeypatch):
    parts = laid_out(ADS, Lookup(Taxonomy.starter()), DEFAULT_GATES)
    monkeypatch.setattr("matcher.ranking.indexing.ingest.SHARE", len(ADS))
    whole = laid_out(ADS, Lookup(Taxonomy.starter()), DEFAULT_GATES)
    assert parts.lines == whole.lines
    assert list(parts.columns.demands) == list(whole.columns.demands)
    assert parts.columns.text.terms == whole.columns.text.terms
    assert parts.columns.text.value.tobytes() == whole.columns.text.value.tobytes()
    assert parts.columns.groups.demand.tobytes() == whole.columns.groups.demand.tobytes()


def test_an_update_by_several_processes_is_one_by_one(tmp_path):
    for name, jobs in (("one", 1), ("two", 2)):
        build_index(tmp_path / name, ADS[:12])
        row = update_index(tmp_path / name, ADS[10:], ["a3"], jobs=jobs)
        assert (row["added"], row["changed"], row["removed"], row["n"]) == (18, 0, 1, 29)
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


class Fatal:
    """Ends the process that it is sent to."""

    def __reduce__(self):
        return os._exit, (1,)


def test_the_end_of_a_process_is_told_and_leaves_no_index(tmp_path):
    with pytest.raises(MatcherError, match="fewer jobs"):
        build_index(tmp_path / "index", ADS, gates=[Fatal()], jobs=2)
    assert not is_index(tmp_path / "index")


def test_no_jobs_is_a_mistake(tmp_path):
    with pytest.raises(ValueError, match="jobs"):
        build_index(tmp_path / "index", ADS, jobs=0)


class Windows(ThreadPoolExecutor):
    """A pool that refuses what one of processes refuses on Windows."""

    def __init__(self, jobs, mp_context):
        if jobs > 61:
            raise ValueError("max_workers must be <= 61")
        super().__init__(2)


def test_no_more_processes_are_started_than_windows_can_wait_for(monkeypatch):
    monkeypatch.setattr(ingest, "SHARE", 1)
    monkeypatch.setattr(ingest, "ProcessPoolExecutor", Windows)
    many = [JobAd(id=f"m{n}", headline="Kock", text="") for n in range(70)]
    assert len(laid_out(many, Lookup(Taxonomy.starter()), DEFAULT_GATES, jobs=64).lines) == 70
