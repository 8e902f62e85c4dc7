"""Documents read in a process of their own: the same records and errors, and whatever happens to the process."""

import json
import os
import pickle
import signal
import subprocess
import sys
import threading
import time

import pytest
from tests.service.processes import dying, ends_its_reader, gone, needs_proc, reader_of

from matcher.errors import MatcherError, ReadError
from matcher.service import Settings, documents, reading
from matcher.service.application import make_app
from matcher.service.reading import Reading, ReadingApart
from matcher.service.readingchild import Fault
from matcher.service.refusals import ReadingEndedError, TooSlowError
from matcher.taxonomy import Concept, Taxonomy

SHEET = "Id;Hemkommun;Yrkeserfarenhet\nkanarie-1;Solna;Kock 4 år\n".encode()
AD = "Kock\nVi söker en kock med B-körkort som talar svenska.".encode()
ROW = json.dumps({"id": "a", "type": "ad", "headline": "Kock", "text": AD.decode()}).encode()
WAYS = [(documents.profiles_in, SHEET), (documents.ads_in, AD), (documents.pasted_in, AD), (documents.records_in, ROW)]


@pytest.fixture(scope="module")
def shared():
    made = ReadingApart()
    yield made
    made.forget()


@pytest.fixture
def apart(shared):
    """The same one, with a process that runs: another one where the last test ended it."""
    shared.begin(Taxonomy.starter())
    return shared


def pid_of(apart):
    return apart._child._process.pid


@pytest.mark.parametrize(("way", "document"), WAYS)
def test_a_process_reads_what_is_read_here(shared, way, document):
    words = Taxonomy.starter()
    assert shared.read(way, document, words) == Reading().read(way, document, words)
    assert pid_of(shared) != os.getpid()


@pytest.mark.parametrize("document", [b"", b"\x00\x01\x02", b"{]"])
def test_errors_are_those_that_reading_here_gives(shared, document):
    said = []
    for how in (shared, Reading()):
        with pytest.raises(MatcherError) as caught:
            how.read(documents.profiles_in, document, Taxonomy.starter(), reader="saved")
        said.append((type(caught.value), str(caught.value), vars(caught.value)))
    assert said[0] == said[1]


def test_a_fault_of_the_program_is_told_by_kind_and_place(shared):
    with pytest.raises(Fault) as caught:
        shared.read(documents.ads_in, AD, Taxonomy.starter(), kanarie=1)
    assert (caught.value.kind, caught.value.file) == ("TypeError", "readingchild.py")
    assert "kanarie" not in str(caught.value)
    assert shared.read(documents.ads_in, AD, Taxonomy.starter())[0].requirements


def test_the_taxonomy_is_that_of_who_asks(shared):
    tailor = Taxonomy.of([Concept("o1", "occupation", {"sv": "Kravellbyggare"})])
    row = json.dumps({"id": "p", "type": "profile", "wishes": [], "experience": [{"title": "kravellbyggare"}]}).encode()
    concepts = []
    for words in (tailor, Taxonomy.starter(), tailor):
        [person] = shared.read(documents.records_in, row, words)
        concepts.append(person.experience[0].concept)
    assert concepts == ["o1", None, "o1"]


def test_short_records_of_people_are_read_here():
    how = ReadingApart()
    assert how.read(documents.profiles_in, b'{"id": "1", "type": "profile"}', Taxonomy.starter())[0].id == "1"
    assert how._child is None


def test_a_process_that_dies_while_it_reads_is_told_and_the_next_document_is_read(apart):
    before = pid_of(apart)
    with dying(before), pytest.raises(ReadingEndedError, match="again"):
        apart.read(documents.ads_in, AD, Taxonomy.starter())
    assert apart.read(documents.ads_in, AD, Taxonomy.starter())[0].requirements
    assert pid_of(apart) != before


def test_a_process_that_died_between_two_documents_is_not_noticed(apart):
    os.kill(pid_of(apart), signal.SIGKILL)
    apart._child._process.wait(20)  # until its last thread has ended, not only its first
    assert apart.read(documents.ads_in, AD, Taxonomy.starter())[0].requirements


def test_what_takes_too_long_is_ended_and_the_next_document_is_read(apart, monkeypatch):
    before = pid_of(apart)
    os.kill(before, signal.SIGSTOP)
    monkeypatch.setattr(reading, "SECONDS", 0.3)
    with pytest.raises(TooSlowError):
        apart.read(documents.ads_in, AD, Taxonomy.starter())
    monkeypatch.setattr(reading, "SECONDS", 600.0)
    assert gone(before)
    assert apart.read(documents.ads_in, AD, Taxonomy.starter())[0].requirements


def test_a_slow_machine_has_the_time_that_it_needs_to_begin(monkeypatch):
    monkeypatch.setattr(reading, "SECONDS", 0.001)
    slow = ReadingApart()
    try:
        slow.begin(Taxonomy.starter())
        assert slow._child.is_alive
    finally:
        slow.forget()


def test_who_waits_too_long_for_a_turn_is_told(apart, monkeypatch):
    monkeypatch.setattr(reading, "SECONDS", 0.1)
    with apart._turn, pytest.raises(TooSlowError):
        apart.read(documents.ads_in, AD, Taxonomy.starter())


def test_many_who_read_at_once_each_get_their_own(shared):
    found = {}

    def read(number):
        text = f"Kock {number}\nVi söker en kock."
        found[number] = shared.read(documents.pasted_in, text.encode(), Taxonomy.starter())[0].headline

    threads = [threading.Thread(target=read, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {number: f"Kock {number}" for number in range(8)}


def test_it_is_read_here_where_no_process_can_be_started(monkeypatch, tmp_path):
    for program in ("", str(tmp_path / "nowhere"), "/bin/false"):
        monkeypatch.setattr(sys, "executable", program)
        how = ReadingApart()
        for _ in range(2):
            assert how.read(documents.ads_in, AD, Taxonomy.starter())[0].requirements
            assert how._child is None


def test_it_starts_from_a_program_that_comes_in_a_pipe(tmp_path):
    program = (
        "from matcher.service import documents, reading\nfrom matcher.taxonomy import Taxonomy\n"
        "reading.SECONDS = 600.0\n"
        "how = reading.ReadingApart()\n"
        f"print(len(how.read(documents.ads_in, {AD!r}, Taxonomy.starter())), how._child is not None)\n"
    )
    done = subprocess.run([sys.executable, "-"], input=program, capture_output=True, text=True, cwd=tmp_path)
    assert (done.stdout.split(), done.stderr) == (["1", "True"], "")
    assert list(tmp_path.iterdir()) == []


def test_wiping_a_stand_ends_the_process_with_all_that_it_remembers(holdings, open_browser, apart):
    before = pid_of(apart)
    browser = open_browser(make_app(holdings, Settings(stand=True), reading=apart))
    browser.post("/fair/ads", {"text": AD.decode()})
    browser.post("/fair/room/wipe")
    assert gone(before)
    browser.post("/fair/ads", {"text": AD.decode()})


def test_the_service_answers_an_upload_whose_process_was_lost(holdings, open_browser, apart, capfd):
    browser = open_browser(make_app(holdings, Settings(), reading=apart))
    with dying(pid_of(apart), signal.SIGSEGV):
        page = browser.upload("/desk", status=503, file=SHEET)
    assert "kanarie" not in page.text
    assert "kanarie-1" in browser.upload("/desk", file=SHEET).text
    assert capfd.readouterr().err == ""


@needs_proc
def test_a_crash_while_reading_leaves_nothing_behind(serve, tmp_path):
    here, temporary = tmp_path / "here", tmp_path / "temporary"
    here.mkdir()
    temporary.mkdir()
    server = serve(cwd=here, env={**os.environ, "TMPDIR": str(temporary)})
    child = reader_of(server)
    assert server.get("/api/requirements", AD)[0] == 200
    with dying(child, signal.SIGSEGV):
        status, body = server.get("/api/read", SHEET)
    assert (status, json.loads(body)["error"]) == (503, "ReadingEndedError")
    assert server.get("/api/read", SHEET)[0] == 200
    assert ends_its_reader(server, signal.SIGTERM)
    out, err = server.process.communicate(timeout=30)
    assert (out, err.count("kanarie"), err.count("Traceback")) == ("", 0, 0)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


@needs_proc
def test_documents_are_read_while_an_index_is_replaced(serve, tmp_path):
    from matcher.cli.app import run

    def publish(n, *command):
        rows = ({"id": f"a{i}", "headline": "Kock", "text": "Vi söker en kock."} for i in range(n))
        (tmp_path / "ads.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
        assert run(["index", command[0], "--ads", str(tmp_path / "ads.jsonl"), *command[1:]]) == 0

    index, statuses, stop = str(tmp_path / "index"), [], threading.Event()
    publish(3, "build", "--out", index)
    server = serve("--ads", index)
    assert server.get("/api/requirements", AD)[0] == 200
    first = reader_of(server)

    def read():
        while not stop.is_set():
            statuses.append(server.get("/api/requirements", AD)[0])

    reading_on = threading.Thread(target=read)
    reading_on.start()
    try:
        publish(5, "update", index)
        for _ in range(1000):
            if json.loads(server.get("/api/ads?k=1")[1])["total"] == 5:
                break
            time.sleep(0.02)
    finally:
        stop.set()
        reading_on.join()
    assert set(statuses) == {200}
    assert json.loads(server.get("/api/ads?k=1")[1])["total"] == 5
    assert reader_of(server) == first
    assert ends_its_reader(server, signal.SIGINT)


def test_an_error_comes_whole_out_of_the_process_that_reads():
    found = pickle.loads(pickle.dumps(ReadError("body", "a row", 3)))
    assert (type(found), str(found), found.line) == (ReadError, "body, line 3: expected a row", 3)
