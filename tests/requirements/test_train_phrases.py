"""Learning what phrases say from phrases of one's own and from ads."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from matcher.requirements.train import main


def learned(folder: Path, phrases: str, texts: list[str]) -> dict[str, object]:
    own, ads, out = folder / "own.tsv", folder / "ads.jsonl", folder / "weights.json"
    own.write_text(f"# says\tplace\tphrase\n{phrases}\n", encoding="utf-8")
    ads.write_text("".join(json.dumps({"id": i, "headline": "", "text": t}) + "\n" for i, t in enumerate(texts)))
    main(["--phrases", str(own), "--ads", str(ads), "--out", str(out)])
    record: dict[str, object] = json.loads(out.read_text("utf-8"))
    return record


def test_the_training_command_writes_weights_of_phrases(tmp_path: Path) -> None:
    phrases = "nice\tbeside\tvore kul\nnice\tbeside\tvore hyfsat\nnothing\tbeside\tstår där\nnothing\tbeside\tstår här"
    record = learned(tmp_path, phrases, ["Truckkort står ute.", "Våra passagerare\n- Truckkort"])
    weights = record["weights"]
    assert isinstance(weights, dict)
    assert int(weights["vore"].split()[1]) > 0 > int(weights["står"].split()[1])
    assert record["own"] == 4
    assert set(record["sources"]) == {"own.tsv", "ads.jsonl"}  # type: ignore[call-overload]


def test_no_words_of_the_ads_are_kept(tmp_path: Path) -> None:
    phrases = "nice\tbeside\tvore kul\nnice\tbeside\tvore kul då\nnothing\tbeside\tstår där\nnothing\tbeside\tstår här"
    record = learned(tmp_path, phrases, ["Våra passagerare\n- Truckkort"] * 3)
    assert record["found"]
    assert "passagerare" not in json.dumps(record["weights"], ensure_ascii=False)


def test_phrases_and_gold_are_learned_apart(tmp_path: Path) -> None:
    with pytest.raises(SystemExit):
        main(["--ads", str(tmp_path / "a"), "--phrases", str(tmp_path / "p"), "--gold", str(tmp_path / "g")])
