"""Every page can be read by light and by dark."""

import importlib
import re
from pathlib import Path

import pytest

import matcher
from matcher.charts import bars, differences, intervals, waterfall
from matcher.colours import COLOURS

PACKAGE = Path(matcher.__file__).parent
LIGHT, DARK = (dict(re.findall(r"--(\w+): (#\w+)", part)) for part in COLOURS.split("@media"))


def luminance(colour):
    digits = colour.lstrip("#")
    pairs = [digits[at] * 2 for at in range(3)] if len(digits) == 3 else [digits[at : at + 2] for at in (0, 2, 4)]
    parts = [int(pair, 16) / 255 for pair in pairs]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    """As WCAG 2 defines it, from 1 to 21."""
    light, dark = sorted(map(luminance, (one, other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_text_and_edges_stand_apart_from_what_they_lie_on(scheme):
    assert scheme.keys() == LIGHT.keys()
    for text in ("ink", "quiet", "blue", "red", "green", "ochre"):
        assert contrast(scheme[text], scheme["paper"]) >= 4.5, text
    for marked in ("must", "nice", "needless"):
        assert contrast(scheme["ink"], scheme[marked]) >= 7, marked
    for edge in ("line", "focus"):
        assert contrast(scheme[edge], scheme["paper"]) >= 3, edge


def test_no_word_is_wider_than_its_page():
    assert re.search(r"^body \{[^}]*overflow-wrap: break-word", COLOURS, re.M)


def test_who_prints_gets_the_light_ones():
    assert "@media screen and (prefers-color-scheme: dark)" in COLOURS


def test_a_page_gives_every_colour_of_a_chart_its_own():
    """A file of its own lies on white; on a page no colour of it is left, by light or by dark."""
    rows = [{"label": "a", "value": 0.5, "low": 0.4, "high": 0.6}]
    drawn = [waterfall([("a", 3), ("b", -1)], "=", "x"), intervals(rows, "x"), bars({"a": 2.0}, "x")]
    for mark in re.findall(r"<(?:rect|circle|line|text)\b[^>]*>", "".join([*drawn, differences({"q": -1.0}, "x")])):
        named = (re.search(r'class="(\w+)"', mark) or ["", mark[1:5]])[1]
        if named in ("less", "line"):  # hatched with the stripes; without a filling
            assert not re.search(r'fill="#', mark)
        else:
            assert re.search(rf"\.chart (?:\.{named}|{named})\b[^}}]*(?:fill|stroke): var", COLOURS), mark
    assert ".chart [stroke] { stroke: var(--ink); }" in COLOURS


def test_the_service_has_the_same():
    assert (PACKAGE / "service" / "static" / "style.css").read_text(encoding="utf-8").startswith(COLOURS)


@pytest.mark.parametrize("page", ["cli.pages", "cli.reporting", "explanation.page", "evaluation.picture"])
def test_pages_name_no_colour_of_their_own(page):
    style = importlib.import_module(f"matcher.{page}")._STYLE
    assert style.startswith(COLOURS)
    rest = style.removeprefix(COLOURS)
    assert "{" in rest
    assert not re.search(r"#[0-9a-f]{3,6}\b", rest)
