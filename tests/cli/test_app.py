import io
import subprocess
import sys

import pytest

from matcher.cli import app, streams
from matcher.errors import MissingExtraError, ReadError


def test_help_names_every_command(call):
    answer = call("--help")
    assert answer.status == 0
    for command in ("read", "requirements", "rank", "explain", "ask", "normalize", "taxonomy", "evaluate", "demo"):
        assert f"  {command} " in answer.out
    assert call().out == answer.out


def test_version(call):
    from matcher import __version__

    assert call("--version").out == f"matcher {__version__}\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ("nonsense",),
        ("rank",),
        ("rank", "--profiles", "p", "--ads", "a", "-k", "0"),
        ("rank", "--profiles", "p", "--ads", "a", "--format", "xlsx"),
        ("rank", "--profiles", "p", "--ads", "a", "--as-of", "yesterday"),
        ("normalize", "x.txt"),
        ("evaluate", "--run", "r", "--qrels", "q", "--measures", "MAP"),
        ("evaluate", "--run", "r", "--qrels", "q", "--measures", " "),
        ("read",),
        ("read", "x", "--reader", "nonsense"),
        ("taxonomy", "import", "nonsense", "x", "--out", "y"),
    ],
)
def test_bad_usage_is_one_sentence_and_status_2(call, arguments):
    answer = call(*arguments)
    assert answer.status == 2
    assert answer.out == ""
    assert answer.err.startswith("matcher: ")
    assert answer.err.count("\n") == 1
    assert "Traceback" not in answer.err


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (ReadError("f", "x", 3), 2),
        (MissingExtraError("p", "e"), 2),
        (PermissionError(13, "Permission denied", "out.toml"), 2),
        (KeyboardInterrupt(), 130),
    ],
)
def test_errors_become_exit_codes(call, monkeypatch, error, status):
    def fails(*_, **__):
        raise error

    monkeypatch.setattr("matcher.evaluation.read_qrels", fails)
    answer = call("agree", "a", "b")
    assert answer.status == status
    assert answer.err.count("\n") == (status == 2)


def test_a_fault_of_the_program_shows_no_traceback_and_no_message(call, monkeypatch):
    def fails(*_):
        raise RuntimeError("Kanarina Fagel")

    monkeypatch.setattr("matcher.evaluation.read_qrels", fails)
    answer = call("agree", "a", "b")
    assert answer.status == app.UNEXPECTED
    assert "RuntimeError" in answer.err
    assert "Kanarina" not in answer.err
    assert "Traceback" not in answer.err
    assert "Kanarina" in call("--traceback", "agree", "a", "b").err


def test_output_is_utf8_with_plain_line_ends_and_takes_lone_surrogates(monkeypatch):
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="cp1252", newline="\r\n"))
    streams.prepare()
    streams.write_rows([{"text": "Åsa \ud800 عربي"}])
    sys.stdout.flush()
    assert raw.getvalue().decode("utf-8") == '{"text": "Åsa \\ud800 عربي"}\n'


def test_not_a_number_is_never_written():
    with pytest.raises(ValueError, match="JSON"):
        streams.write_rows([{"value": float("nan")}])


def test_a_reader_that_goes_away_is_no_error(tmp_path):
    qrels = tmp_path / "q.txt"
    qrels.write_text("".join(f"q{i} 0 d {i % 3}\n" for i in range(30_000)), encoding="utf-8")
    other = tmp_path / "p.txt"
    other.write_text("".join(f"q{i} 0 d {(i + 1) % 3}\n" for i in range(30_000)), encoding="utf-8")
    command = [sys.executable, "-m", "matcher", "agree", str(qrels), str(other)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0
