"""Where no shell has found the files that a wildcard stands for."""

import os
import sys

import pytest

from matcher import cli


@pytest.mark.parametrize(("system", "status"), [("nt", 0), ("posix", 2)])
def test_wildcards_are_files_where_the_shell_leaves_them(tmp_path, monkeypatch, capsys, system, status):
    for name in ("b", "a"):
        (tmp_path / f"{name}.csv").write_text(f"Id;Svenska;Yrke\n{name}7;B1;Kock 2 år\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["matcher", "read", "*.csv"])
    monkeypatch.setattr(cli, "os", type(os)("os"))
    monkeypatch.setattr(cli.os, "name", system, raising=False)
    with pytest.raises(SystemExit) as left:
        cli.main()
    assert left.value.code == status
    out = capsys.readouterr().out
    assert [line[8:10] for line in out.splitlines()] == (["a7", "b7"] if system == "nt" else [])


def test_what_stands_for_no_file_is_left_as_it_is(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert list(cli.expanded(["read", "no*.csv", "--taxonomy", "-"])) == ["read", "no*.csv", "--taxonomy", "-"]
