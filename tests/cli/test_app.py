import io
import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from matcher.cli import app, streams
from matcher.cli.examples import EXAMPLES
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
        ("rank", "--profiles", "p", "--ads", "a", "--format", "pdf"),
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


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x85"])
def test_a_row_is_one_line_whatever_a_reader_takes_for_the_end_of_one(capsys, sign):
    streams.write_rows([{"text": f"natt{sign}dag"}, {"text": "åäö"}])
    assert [json.loads(line)["text"] for line in capsys.readouterr().out.splitlines()] == [f"natt{sign}dag", "åäö"]


def test_not_a_number_is_never_written():
    with pytest.raises(ValueError, match="JSON"):
        streams.write_rows([{"value": float("nan")}])


def agreeing(folder, n):
    """Make a command that starts fast and says as much as wanted."""
    for name, shift in (("q", 0), ("p", 1)):
        rows = "".join(f"q{i} 0 d {(i + shift) % 3}\n" for i in range(n))
        (folder / f"{name}.txt").write_text(rows, encoding="utf-8")
    return [sys.executable, "-m", "matcher", "agree", str(folder / "q.txt"), str(folder / "p.txt")]


def test_a_reader_that_goes_away_is_no_error(tmp_path):
    command = agreeing(tmp_path, 30_000)
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_codes_for_a_terminal_that_stand_in_an_input_are_not_passed_on(capsys):
    streams.say("a\x1b[2Jb.csv: 1 dropped")
    streams.write_lines(["Kock\x1b]0;x\x07 natt"])
    streams.write_lines(["\x1b[1mKock\x1b[0m"], styled=True)
    assert capsys.readouterr() == ("Kock]0;x natt\n\x1b[1mKock\x1b[0m\n", "a[2Jb.csv: 1 dropped\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_an_output_that_cannot_be_written_is_told_of(tmp_path):
    with open("/dev/full", "wb") as full:
        done = subprocess.run(agreeing(tmp_path, 3), stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 2
    assert done.stderr.decode().startswith("matcher: standard output: ")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.skipif(os.name == "nt", reason="needs a shell that closes streams")
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-"])
def test_a_closed_stream_is_no_fault_of_the_program(tmp_path, closed):
    command = f"{shlex.join(agreeing(tmp_path, 3))} {closed}"
    done = subprocess.run(["sh", "-c", command], capture_output=True)
    assert (done.returncode, done.stderr) == (0, b"")
    assert (done.stdout == b"") == (closed == ">&-")


def test_a_wrong_choice_is_told_without_a_library_s_words(call):
    answer = call("rank", "--profiles", "p", "--ads", "a", "--format", "pdf")
    assert answer.status == 2
    assert answer.err.endswith(": 'pdf' is not one of 'table', 'jsonl', 'trec', 'csv', 'html', 'xlsx'.\n")
    assert "Value error" not in answer.err


@pytest.mark.parametrize(
    "line", ["read", "requirements", "rank x y", "explain", "ask x", "steps x", "index build x", "agree x"]
)
def test_who_calls_a_command_wrongly_sees_a_right_call(call, line):
    answer = call(*line.split())
    assert answer.status == 2
    assert f"For example: {EXAMPLES[line.partition(' x')[0]][0]}" in answer.err


def test_who_gives_one_option_two_files_is_told_to_repeat_it(call):
    answer = call("rank", "--profiles", "a", "b", "--ads", "c")
    assert "repeat the option: --profiles ONE --profiles ANOTHER. For example: matcher rank" in answer.err
