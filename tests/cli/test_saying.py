"""Standard error and help in Swedish: every sentence has its words, and no value is lost."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
import typer

from matcher.cli import serving
from matcher.cli.app import app
from matcher.cli.saying import swedish, swedish_help
from matcher.readers.lexicon import rows
from matcher.taxonomy.lexicon import read_lexicon

SOURCE = Path(str(files("matcher")))
OTHERS = re.compile(r"service/(?!running)")  # the pages have words of their own
# Name of a function → place of the text among its arguments, and what stands before it.
SAID = {
    "say": (0, ""), "BadParameter": (0, ""), "MatcherError": (0, ""), "CorruptIndexError": (0, ""),
    "StaleIndexError": (0, ""), "ReadError": (1, "expected "), "InvalidRecordError": (1, "expected "),
    "UnknownFormatError": (1, "expected "), "Note": (2, ""), "note": (1, ""), "remark": (1, ""),
    "expect": (2, "expected "),
}  # fmt: skip


def written(node: ast.expr) -> Iterator[str]:
    """Texts of an expression, each value in them a number of its own."""
    if isinstance(node, ast.IfExp):
        yield from (*written(node.body), *written(node.orelse))
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        parts = [part.value if isinstance(part, ast.Constant) else f"{70 + n}" for n, part in enumerate(node.values)]
        yield "".join(map(str, parts))


def sentences() -> Iterator[tuple[str, str]]:
    for path in sorted(SOURCE.rglob("*.py")):
        place = path.relative_to(SOURCE).as_posix()
        if OTHERS.match(place):
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "id", None) or getattr(node.func, "attr", "")
            name = "" if name == "expect" and isinstance(node.func, ast.Name) else name  # of calls, not of texts
            at, before = SAID.get(name, (99, ""))
            for text in written(node.args[at]) if len(node.args) > at else ():
                if re.search(r"[a-z]{2}", text.removeprefix("expected ")):  # else the words come from elsewhere
                    yield f"{place}:{node.lineno}", before + text


def test_every_sentence_has_swedish_words_that_keep_its_values():
    found = list(sentences())
    assert len(found) > 300
    assert [one for one in found if not swedish(one[1])] == []
    for _, text in found:
        assert sorted(re.findall(r"7\d", text)) == sorted(re.findall(r"7\d", swedish(text) or "")), text


def test_every_reason_for_leaving_a_field_out_has_swedish_words():
    reasons = {row[2] for row in rows("fields") if len(row) > 2 and row[2]}
    assert len(reasons) > 20
    assert [reason for reason in reasons if not swedish(reason)] == []


def test_both_columns_have_the_same_places_and_no_english_sentence_stands_twice():
    for table in (list(read_lexicon("said_sv.tsv", "matcher.cli")), list(rows("notes_sv"))):
        places = [(re.findall(r"\{\w*\}", said), re.findall(r"\{\w*\}", told)) for said, told in table]
        assert [pair for pair in places if sorted(pair[0]) != sorted(pair[1])] == []
        assert len({said for said, _ in table}) == len(table)


def commands(name=(), command=None):
    command = command or typer.main.get_command(app)
    yield name, command
    for word, below in getattr(command, "commands", {}).items():
        yield from commands((*name, word), below)


COMMANDS = list(commands())  # in English, before a call asks for another language


def flat(text):
    return " ".join(text.split())


@pytest.mark.parametrize(("name", "command"), COMMANDS)
def test_help_is_in_swedish_where_it_is_asked_for(name, command, call, monkeypatch):
    monkeypatch.setenv("COLUMNS", "100")
    english = [flat(part) for part in command.help.split("\n\n")] + [flat(one.help) for one in command.params]
    assert all(english), "each option has a help text"
    assert [text for text in english if not swedish_help(text)] == []
    shown = flat(call(*name, "--help", "--lang", "sv").out)
    assert [swedish_help(text) for text in english if swedish_help(text) not in shown] == []
    assert not re.search(r"Usage|Options:|OPTIONS|ARGS|Commands:|Example|required|default|message|this|\.\.\.$", shown)
    # The summary of a command fits into the list of them.
    assert len(swedish_help(english[0])) <= 60 or not name
    assert "--lang" in {option for one in command.params for option in one.opts}
    assert flat(command.help) in flat(call(*name, "--help").out)


def test_no_help_text_is_left_of_an_option_that_is_gone():
    told = {flat(part) for _, command in COMMANDS for part in command.help.split("\n\n")}
    told |= {flat(one.help) for _, command in COMMANDS for one in command.params}
    told |= {line for _, command in COMMANDS for line in command.epilog.split("\n")}
    assert [row[0] for row in read_lexicon("help_sv.tsv", "matcher.cli") if row[0] not in told] == []


def test_the_language_before_the_command_is_that_of_the_command(call, sheet, ads):
    listed = ["rank", "--profiles", sheet, "--ads", ads]
    for lang in ("sv", "en"):
        before, behind = call("--lang", lang, *listed), call(*listed, "--lang", lang)
        assert (before.out, before.err) == (behind.out, behind.err)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["index", "verify", "{folder}"], "väntade ett index som `matcher index build` skriver det."),
        (["evaluate", "--run", "x", "--qrels", "y", "--measures", "F@3"], "måttet 'F@3' finns inte; det finns "),
        (["judge", "--profiles", "{people}", "--ads", "{ads}", "--out", "{people}"], "finns redan, och betyg skrivs"),
        (["agree", "{people}"], "Argumentet 'Q2' saknas. Till exempel: matcher agree "),
        (["rank", "--profiles", "{people}"], "matcher: Flaggan '--ads' saknas. Till exempel: matcher rank --profiles "),
        (["rank", "--profilr", "x"], "matcher: Flaggan --profilr finns inte (det finns --profile, --profiles)."),
        (["read", "{folder}/nix.csv"], "nix.csv: väntade en fil eller mapp som finns."),
        (["rank", "--profiles", "{ads}", "--ads", "{ads}"], "väntade personer; innehållet ser ut som annonser."),
        (["rank", "--profiles", "{people}", "--ads", "{ads}", "-k", "tio"], "Fel värde för '-k': ange ett heltal."),
        (["rank", "--profiles", "{people}", "--ads", "{ads}", "-k", "0"], "Fel värde för '-k': ange minst 1."),
        (["explain", "--profiles", "{people}", "--ads", "{ads}", "--profile", "P9", "--ad", "a1"],
         "matcher: person 'P9' finns inte bland de 2 som lästes (P1, P2)."),
        (["rank", "--profiles", "{people}", "--ads", "{ads}", "--taxonomy", "{folder}/x"],
         "väntade en taxonomifil (filen eller mappen finns inte)."),
        (["rank", "--profiles", "{people}", "--ads", "{ads}", "--as-of", "1/9"], "väntade ett datum som 2026-09-01"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_in_swedish(call, sheet, ads, tmp_path, arguments, told):
    filled = [one.format(people=sheet, ads=ads, folder=tmp_path) for one in arguments]
    answer = call(*filled, "--lang", "sv")
    assert answer.status == 2
    assert told in answer.err
    assert "expected" not in answer.err
    # A call without the option speaks English again.
    assert told not in call(*filled).err


def test_what_a_reader_dropped_is_told_in_swedish(call, sheet, ads):
    sheet.write_text("Id;Namn;Önskat yrke;Egen bil;Zeta\n1;Ada;Kock;kanske;q\n;;;;\n", encoding="utf-8")
    lines = call("rank", "--profiles", sheet, "--ads", ads, "--lang=sv").err.splitlines()
    assert lines[0] == (
        f"{sheet}: 1 oklara, räknas som okända, 1 inte förstådda eller för långa, utelämnade, 1 skyddade eller "
        f"personliga, utelämnade med avsikt; matcher read {sheet} visar vilka och varför"
    )
    assert "annonser har en sista ansökningsdag; med --as-of today" in lines[-1]


@pytest.mark.parametrize(("is_seen", "told"), [(True, 1), (False, 0)])
def test_who_looks_at_the_address_of_the_pages_is_told_what_to_do_with_it(capsys, monkeypatch, is_seen, told):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: is_seen)
    serving._tell("http://127.0.0.1:8000")
    serving._tell("stand: http://192.0.2.7:8000/fair/visitor code 1234 5678")
    shown = capsys.readouterr()
    assert shown.out.count("\n") == 2
    assert shown.err.count("Ctrl+C") == told
