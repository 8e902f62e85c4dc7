"""Weights files: what is not understood is refused, never passed over."""

from __future__ import annotations

from pathlib import Path

import pytest

from matcher.errors import InvalidRecordError, ReadError
from matcher.ranking.weights import Weights, default_weights


def written(folder: Path, text: str) -> Path:
    path = folder / "w.toml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "text",
    [
        "", "[soft", "text = 5\n", "[sofft]\ntext = 5\n", "[soft]\ntext = 5.5\n", "[soft]\ntext = nan\n", "soft = 3\n",
        "[soft]\ntext = true\n", "verdicts = 3\n", "[verdicts]\nskill = 3\n", "[verdicts.skill]\nmeet = 3\n",
        "tiers = [1]\n", "[soft]\ntext = 20000000000000000000\n", "[soft]\ntext = 1000001\n",
        "[verdicts.langauge]\nmet = 3\n", "[tiers]\nblokced = -3\n", "[verdicts.skill]\nmost = -1\n",
    ],
)  # fmt: skip
def test_what_is_no_weights_file_is_refused_by_name(tmp_path: Path, text: str) -> None:
    with pytest.raises(InvalidRecordError, match=r"w\.toml: expected"):
        Weights.load(written(tmp_path, text))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("a = " + "[" * 900, "TOML", id="brackets in brackets"),
        pytest.param("a = " + "{a=" * 300, "TOML", id="tables in tables"),
        pytest.param(f"[soft]\ntext = 5\nmine = {'9' * 990}", "whole numbers", id="a number far too great"),
        pytest.param("a." * 20_000 + "b = 1", "line 1: expected lines of at most", id="a key of many parts"),
        pytest.param("a.b.c.d = 1\n" * 20_000, "of settings", id="many keys of parts"),
        pytest.param("# å\n".encode("cp1252").decode("latin-1"), "TOML", id="another encoding"),
        pytest.param("#\n" * 500_001, "of settings", id="a large file"),
    ],
)
def test_no_file_of_settings_takes_what_settings_do_not_need(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "w.toml"
    path.write_bytes(text.encode("latin-1"))
    with pytest.raises(InvalidRecordError, match=told):
        Weights.load(path)


def test_weights_come_back_as_they_were_written(tmp_path: Path) -> None:
    assert Weights.load(written(tmp_path, default_weights().to_toml())) == default_weights()
    assert Weights.load(written(tmp_path, "[soft]\ntext = 5\n")).soft == {"text": 5}


def test_the_greatest_weights_and_other_peoples_components_are_taken(tmp_path: Path) -> None:
    read = Weights.load(written(tmp_path, "[soft]\ntext = 1000000\nmine = -1000000\n[verdicts.skill]\nmost = 0\n"))
    assert read.soft == {"text": 1_000_000, "mine": -1_000_000}
    assert read.verdicts["skill"].most == 0


def test_a_component_may_have_any_name(tmp_path: Path) -> None:
    own = Weights({"my ranker": 3, "närhet.2": -1, 'in "quotes"': 7, "plain_one-2": 2, "\U0001f600": 4})
    assert Weights.load(written(tmp_path, own.to_toml())) == own
    assert "\nplain_one-2 = 2\n" in own.to_toml()


def test_a_file_that_windows_marks_as_utf_8_is_read_and_one_that_is_not_there_is_said(tmp_path: Path) -> None:
    assert Weights.load(written(tmp_path, "\ufeff[soft]\ntext = 5\n")).soft == {"text": 5}
    with pytest.raises(ReadError, match="expected a file that can be read") as refused:
        Weights.load(tmp_path / "none.toml")
    assert not isinstance(refused.value, InvalidRecordError)
