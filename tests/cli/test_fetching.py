from functools import partial

from matcher.errors import ReadError
from matcher.readers.ads import jobstream


def test_a_time_that_is_none_and_a_first_fetch_since_the_last_are_refused_in_a_sentence(call, tmp_path):
    for since in ("soon", "last"):
        answer = call("ads", "fetch", "--out", tmp_path / "ads", "--since", since)
        assert (answer.status, answer.out) == (2, "")
        assert "Traceback" not in answer.err
        assert answer.err.count("\n") == 1


def test_a_server_that_is_not_there_is_told(call, tmp_path, monkeypatch):
    def refuse(*arguments, **options):
        raise ReadError("jobstream", "a network: nothing answers")

    monkeypatch.setattr(jobstream, "fetch_ads", refuse)
    answer = call("ads", "fetch", "--out", tmp_path / "ads")
    assert answer.status == 2
    assert "network" in answer.err


def test_every_wait_for_a_server_is_told(call, tmp_path, monkeypatch):
    waited = []
    monkeypatch.setattr("matcher.cli.fetching.time.sleep", waited.append)
    # The first port of all answers nobody.
    monkeypatch.setattr(jobstream, "fetch_ads", partial(jobstream.fetch_ads, base="http://127.0.0.1:1/v2"))
    answer = call("ads", "fetch", "--out", tmp_path / "ads", "--lang", "sv")
    assert answer.status == 2
    assert len(waited) == answer.err.count("inget helt svar än; ett nytt försök om ") > 3
    assert "verkar inte finnas något nätverk" in answer.err
