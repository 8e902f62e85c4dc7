"""An ad whose words have not changed is not read again, and the index is as if it had been."""

from __future__ import annotations

import pytest

from matcher.errors import CorruptIndexError
from matcher.ranking import build_index, open_index, update_index
from matcher.ranking.indexing import ingest, readonce
from matcher.ranking.indexing.readonce import ReadOnce
from matcher.records import JobAd, OccupationRef, Requirement

TEXT = "Vi söker en kock. Truckkort och goda kunskaper i svenska krävs.\nEtsimme osaajaa, sinulla on kokemusta ja voit."
FIRST = JobAd(
    id="a1", headline="Kock till Solna", text=TEXT, occupation=OccupationRef(label="Kock"), municipality="Solna"
)
NURSE = JobAd(
    id="a2", headline="Sjuksköterska", text="Arbeta hos oss.", occupation=OccupationRef(label="Sjuksköterska")
)
BRINGS = JobAd(id="a3", headline="Kock", text=TEXT, requirements=())
ROW = Requirement(kind="driving_licence", value="B", necessity="must", source="driving_license_required")
CHANGES = {
    "id": "a9", "headline": "Truckförare", "text": "B-körkort krävs.", "occupation": OccupationRef(label="Snickare"),
    "occupation_group": "5120", "employer": "Krogen", "municipality": "Visby", "municipality_code": "0980",
    "other_municipalities": ("Täby",),
    "deadline": "2026-05-01", "vacancies": 3, "hours": "part", "language": "en", "open_for_all": True,
    "structured": (ROW,), "requirements": (),
}  # fmt: skip
UNREAD = {
    "id", "employer", "municipality", "municipality_code", "other_municipalities", "deadline", "vacancies", "hours",
    "open_for_all",
}  # fmt: skip


@pytest.fixture
def read(monkeypatch):
    """Texts that are read."""
    seen: list[str] = []
    whole = ingest.reading_of

    def noted(ad, taxonomy):
        seen.append(ad.text)
        return whole(ad, taxonomy)

    monkeypatch.setattr(ingest, "reading_of", noted)
    return seen


def contents(folder):
    newest = max(folder.glob("v*"))
    return {path.name: path.read_bytes() for path in newest.iterdir() if path.name != "manifest.json"}


def test_all_fields_of_an_ad_are_tried():
    assert CHANGES.keys() == JobAd.model_fields.keys()


@pytest.mark.parametrize("field", CHANGES)
def test_an_index_is_as_if_a_changed_ad_had_been_read_again(tmp_path, read, field):
    changed = FIRST.model_copy(update={field: CHANGES[field]})
    gone = [] if field != "id" else ["a1"]
    build_index(tmp_path / "changed", [FIRST, NURSE, BRINGS])
    read.clear()
    told = update_index(tmp_path / "changed", [changed], gone)
    assert read == ([changed.text] if field not in UNREAD | {"requirements"} else [])
    assert told["unread"] == ({"fi": 1} if "Etsimme" in changed.text and field != "requirements" else {})
    build_index(tmp_path / "anew", [NURSE, BRINGS, changed])
    assert contents(tmp_path / "changed") == contents(tmp_path / "anew")


def test_words_told_again_under_any_id_and_new_ones_stand_in_the_order_in_which_they_are_given(tmp_path, read):
    build_index(tmp_path / "changed", [FIRST, NURSE, BRINGS])
    read.clear()
    given = [
        NURSE.model_copy(update={"id": "a7", "municipality": "Visby"}),
        FIRST.model_copy(update={"id": "a5", "text": "B-körkort krävs."}),
        FIRST.model_copy(update={"deadline": "2026-05-01", "hours": "part"}),
        FIRST.model_copy(update={"id": "a4", "municipality": "Visby", "open_for_all": True}),
        JobAd(id="a8", headline="Snickare"),
    ]
    told = update_index(tmp_path / "changed", given)
    assert read == ["B-körkort krävs.", ""]
    assert (told["added"], told["changed"], told["unread"]) == (4, 1, {"fi": 2})
    build_index(tmp_path / "anew", [NURSE, BRINGS, *given])
    assert contents(tmp_path / "changed") == contents(tmp_path / "anew")


def test_what_the_law_demands_is_kept_and_not_doubled(tmp_path, read):
    build_index(tmp_path / "index", [NURSE])
    read.clear()
    for number in (2, 3):
        update_index(tmp_path / "index", [NURSE.model_copy(update={"vacancies": number})])
    assert not read
    assert [row.source for row in open_index(tmp_path / "index")[0].requirements] == ["law"]


def test_other_rules_read_again_what_they_have_not_read(tmp_path, read, monkeypatch):
    build_index(tmp_path / "index", [FIRST, NURSE])
    read.clear()
    for module in (readonce, ingest):
        monkeypatch.setattr(module, "rules", lambda: b"others")
    update_index(tmp_path / "index", [FIRST])
    update_index(tmp_path / "index", [FIRST, NURSE])
    assert read == [FIRST.text, NURSE.text]


def test_signatures_that_do_not_fit_the_ads_are_damage(tmp_path, monkeypatch):
    build_index(tmp_path / "index", [FIRST, NURSE])
    records = open_index(tmp_path / "index")
    records.ids.pop()
    with pytest.raises(CorruptIndexError, match="signatures"):
        ReadOnce(records)
