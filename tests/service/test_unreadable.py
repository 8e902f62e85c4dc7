"""``matcher serve`` on files that cannot be read."""

import pytest

from matcher.cli.app import run


@pytest.mark.parametrize("content", [None, b"", b"\x89PNG\r\n\x1a\n"])
def test_a_service_without_its_ads_ends_and_says_so(tmp_path, capfd, content):
    ads = tmp_path / "ads.jsonl"
    if content is not None:
        ads.write_bytes(content)
    assert run(["serve", "--ads", str(ads), "--port", "0"]) == 2
    assert "ads.jsonl" in capfd.readouterr().err
