"""Fetching from a local server that answers in the shapes of the official interfaces."""

from __future__ import annotations

import json
import re

import pytest

from matcher.errors import CorruptIndexError, ReadError
from matcher.taxonomy.sources.fetching import fetch_taxonomy
from matcher.taxonomy.sources.importing import import_taxonomy

ESCO = "http://data.europa.eu/esco"


def node(concept_id, type, label, **more):
    return {"id": concept_id, "type": type, "preferred_label": label, **more}


COOKS = node("g1", "ssyk-level-4", "Kockar", ssyk_code_2012="5120")
COOK, BAKER = node("o1", "occupation-name", "Kock"), node("o2", "occupation-name", "Bagare")
SKILL = node("s1", "skill", "Kallskänk")
MATCH = {"id": "x", "type": "esco-skill", "esco_uri": f"{ESCO}/skill/1"}
JOBTECH = {
    ("ssyk-level-4", "isco_code_08"): [
        {**COOKS, "related": [node("i1", "isco-level-4", "Cooks", isco_code_08="5120")]}
    ],
    ("occupation-name", "deprecated_legacy_id"): [
        {**COOK, "deprecated_legacy_id": "77", "broader": [COOKS]},
        {**BAKER, "broader": [COOKS]},
        node("o9", "occupation-name", "Kokerska", deprecated=True, replaced_by=[COOK]),
    ],
    ("occupation-name", "esco_uri"): [],
    ("occupation-name", "substitutability_percentage"): [
        {**COOK, "substitutes": [{**BAKER, "substitutability_percentage": 25}]}
    ],
    ("skill", "deprecated_legacy_id"): [SKILL],
    ("skill", "ssyk_code_2012"): [{**SKILL, "related": [COOKS]}],
    ("skill", "esco_uri"): [{**SKILL, "close_match": [MATCH]}],
    ("job-title", "related"): [node("t1", "job-title", "Grillkock", related=[COOK])],
    ("keyword", "related"): [],
}


def resource(kind, number, **more):
    return {
        "className": kind.capitalize(),
        "uri": f"{ESCO}/{kind}/{number}",
        "preferredLabel": {"en": f"{kind} {number}", "sv": f"{kind}en {number}", "fi": f"{kind}i {number}"},
        **more,
    }


OCCUPATIONS = [
    resource(
        "occupation",
        n,
        code=f"5120.{n}",
        alternativeLabel={"en": [f"worker {n}", f"occupation {n}"]},
        _links={
            "hasEssentialSkill": [{"uri": f"{ESCO}/skill/{n}", "title": "x"}],
            "broaderIscoGroup": [{"uri": f"{ESCO}/isco/C5120", "code": "5120"}],
        },
    )
    for n in range(7)
]
LISTS = {
    "occupations": OCCUPATIONS,
    "member-skills": [resource("skill", n) for n in range(5)],
    "isco": [{"className": "Concept", "uri": f"{ESCO}/isco/C5120", "code": "5120", "title": "Cooks"}],
    "skills-hierarchy": [{"className": "Concept", "uri": f"{ESCO}/skill/S1", "preferredLabel": {"en": "Cooking"}}],
}


class Official:
    """Answers as both interfaces do."""

    page = 3
    counts_pages = True
    versions = ({"taxonomy/version": 2}, {"taxonomy/version": 31}, {"taxonomy/version": 4})
    spoil = ""

    def __call__(self, request):
        if self.spoil and self.spoil in " ".join([request.path, *request.query.values()]):
            return b'{"errors": [{"message": "no"}]}'
        return json.dumps(self.answer(request.path, request.query)).encode()

    def answer(self, path, query):
        if path == "/main/versions":
            return self.versions
        if path == "/graphql":
            wanted = re.search(r'type: "([^"]+)"', query["query"]).group(1)
            return {
                "data": {"concepts": next(v for (t, f), v in JOBTECH.items() if t == wanted and f in query["query"])}
            }
        members = LISTS[query["isInScheme"].rpartition("/")[2]]
        size = min(int(query["limit"]), self.page)
        start = int(query["offset"]) * (size if self.counts_pages else 1)
        return {"total": len(members), "_embedded": {m["uri"]: m for m in members[start : start + size]}}


@pytest.fixture
def server(serve):
    running = serve(Official())
    running.packed = True
    return running


def test_jobtech_is_fetched_and_imported(server, never, tmp_path):
    told = []
    fetched = fetch_taxonomy("jobtech", tmp_path, server.base, wait=never, progress=lambda *of: told.append(of))
    assert (fetched.edition, fetched.n_files, fetched.n_new) == ("31", 9, 9)
    assert ("occupations.json", 3) in told
    assert all('version: "31"' in query["query"] for path, query, _ in server.requests if path == "/graphql")
    taxonomy, notes = import_taxonomy("jobtech", [tmp_path])
    assert notes == []
    assert {i: c.type for i, c in taxonomy.concepts.items() if i.startswith("o")} == {
        "o1": "occupation", "o2": "occupation", "o9": "retired_occupation",
    }  # fmt: skip
    assert taxonomy.concepts["o1"].codes == {"legacy_af": "77", "ssyk_2012": "5120"}
    assert taxonomy.concepts["o1"].alternatives == {"sv": ("Grillkock",)}
    assert taxonomy.related("o9", "replaced_by") == (("o1", 1.0),)
    assert taxonomy.related("o1", "substitutes") == (("o2", 0.25),)
    assert taxonomy.related("g1", "optional_skill") == (("s1", 1.0),)
    assert taxonomy.related("s1", "close_match") == ((f"{ESCO}/skill/1", 1.0),)
    assert "x" not in taxonomy.concepts


def test_a_named_edition_is_asked_for_and_a_server_without_a_list_is_not_asked_for_any(server, never, tmp_path):
    fetch_taxonomy("jobtech", tmp_path / "a", server.base, "29")
    assert all('version: "29"' in query["query"] for _, query, _ in server.requests)
    server.troubles = [404]
    assert fetch_taxonomy("jobtech", tmp_path / "b", server.base, wait=never).edition == ""
    assert "version" not in server.requests[-1].query["query"]


@pytest.mark.parametrize("counts_pages", [True, False])
@pytest.mark.parametrize("page", [1, 3, 7, 100])
def test_esco_comes_whole_however_the_server_counts(server, never, tmp_path, counts_pages, page):
    server.answer.counts_pages, server.answer.page = counts_pages, page
    fetch_taxonomy("esco", tmp_path, server.base, wait=never)
    asked = [query["offset"] for _, query, _ in server.requests if query["isInScheme"].endswith("/occupations")]
    assert len(asked) == len(set(asked)) <= -(-7 // page) + 1
    taxonomy, notes = import_taxonomy("esco", [tmp_path])
    assert notes == []
    assert (len(taxonomy.of_type("occupation")), len(taxonomy.of_type("skill"))) == (7, 5)
    assert taxonomy.of_type("isco_group") == (f"{ESCO}/isco/C5120",)
    assert taxonomy.of_type("skill_group") == (f"{ESCO}/skill/S1",)


def test_esco_resources_are_read(server, tmp_path):
    fetch_taxonomy("esco", tmp_path, server.base, languages=("sv", "en"))
    assert {query["selectedVersion"] for _, query, _ in server.requests} == {"v1.2.0"}
    taxonomy, _ = import_taxonomy("esco", [tmp_path])
    worker = taxonomy.concepts[f"{ESCO}/occupation/2"]
    assert worker.labels == {"en": "occupation 2", "sv": "occupationen 2"}
    assert worker.alternatives == {"en": ("worker 2",)}
    assert worker.codes == {"esco": worker.id, "isco_08": "5120"}
    assert taxonomy.related(worker.id, "essential_skill") == ((f"{ESCO}/skill/2", 1.0),)
    assert taxonomy.related(worker.id, "broader") == ((f"{ESCO}/isco/C5120", 1.0),)
    assert taxonomy.concepts[f"{ESCO}/isco/C5120"].label("en") == "Cooks"


def test_a_call_that_broke_off_is_continued(server, never, tmp_path):
    server.troubles = [None, None, None, 500]
    with pytest.raises(ReadError, match="the server says 500"):
        fetch_taxonomy("jobtech", tmp_path, server.base, attempts=1)
    for folder in (tmp_path, tmp_path.parent):
        with pytest.raises(ReadError, match="came to its end"):
            import_taxonomy("jobtech", [folder])
    before = len(server.requests)
    fetched = fetch_taxonomy("jobtech", tmp_path, server.base, wait=never)
    assert (fetched.n_files, fetched.n_new) == (9, 7)
    assert len(server.requests) - before == 8  # the list of editions, and what was missing
    again = fetch_taxonomy("jobtech", tmp_path, server.base, wait=never)
    assert (again.n_new, again.checksum) == (0, fetched.checksum)
    assert not [path.name for path in tmp_path.iterdir() if "part" in path.name or "answer" in path.name]


def test_a_new_edition_takes_the_place_of_the_old_one_and_leaves_other_files(server, tmp_path):
    fetch_taxonomy("esco", tmp_path, server.base, "v1.1.2")
    (tmp_path / "mine.txt").write_text("stays")
    fetched = fetch_taxonomy("esco", tmp_path, server.base, "v1.2.0")
    assert fetched.n_new == fetched.n_files
    assert (tmp_path / "mine.txt").exists()


def test_a_busy_server_is_asked_again(server, tmp_path):
    server.troubles = [503, None, 429]
    waits = []
    assert fetch_taxonomy("jobtech", tmp_path, server.base, wait=waits.append).n_files == 9
    assert waits == [1.0, 1.0]


def test_what_changed_on_disk_is_noticed_and_mended(server, tmp_path):
    fetch_taxonomy("jobtech", tmp_path, server.base)
    (tmp_path / "skills.json").write_text('{"data": {"concepts": []}}')
    with pytest.raises(CorruptIndexError, match=r"skills\.json"):
        import_taxonomy("jobtech", [tmp_path])
    assert fetch_taxonomy("jobtech", tmp_path, server.base).n_new == 1
    assert "s1" in import_taxonomy("jobtech", [tmp_path])[0].concepts


@pytest.mark.parametrize(("source", "spoil"), [("jobtech", "graphql"), ("esco", "resource"), ("jobtech", "substitut")])
def test_an_answer_without_concepts_is_refused(server, tmp_path, source, spoil):
    server.answer.spoil = spoil
    with pytest.raises(ReadError, match="an answer with concepts"):
        fetch_taxonomy(source, tmp_path, server.base)


def test_no_network_is_said(nowhere, tmp_path):
    with pytest.raises(ReadError, match="no network"):
        fetch_taxonomy("esco", tmp_path, nowhere, attempts=2, wait=lambda seconds: None)


@pytest.mark.parametrize("wrong", [{"url": "file:///etc"}, {"edition": '1"){id}'}])
def test_addresses_and_editions_that_are_none_are_refused(tmp_path, wrong):
    with pytest.raises(ValueError, match=r"address|edition"):
        fetch_taxonomy("jobtech", tmp_path, **wrong)


def test_a_manifest_that_names_files_elsewhere_is_none(server, tmp_path):
    outside = tmp_path / "outside.json"
    outside.write_text("{}")
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / ".fetch.json").write_text(json.dumps({"asked": {}, "complete": True, "files": {"../outside.json": "0"}}))
    fetch_taxonomy("jobtech", folder, server.base)
    assert outside.exists()
