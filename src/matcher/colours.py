"""The colours of every page, by light and by dark, and how far two of them stand apart."""

from __future__ import annotations

COLOURS = """\
:root { color-scheme: light dark; --paper: #fff; --ink: #1a1a1a; --quiet: #555; --line: #767676; --faint: #bbb;
  --blue: #1d4f7c; --red: #8c1d0d; --green: #1d6b2f; --ochre: #6b4a00; --focus: #b35900;
  --must: #ffd9d2; --nice: #fff0c2; --needless: #d8efdc; }
@media screen and (prefers-color-scheme: dark) { :root { --paper: #16181b; --ink: #e8e6e3; --quiet: #b4b0aa;
  --line: #8f8f8f; --faint: #4a4d52; --blue: #8fc1ec; --red: #ff9d8c; --green: #8fd6a0; --ochre: #f0c264;
  --focus: #ffb45c; --must: #5a1f18; --nice: #4d3b00; --needless: #17401f; } }
body { color: var(--ink); background: var(--paper); }
"""
"""Style that a page begins with; whoever prints gets the light ones. Charts keep to dark ink on white in both."""


def contrast(one: str, other: str) -> float:
    """Contrast of two colours as WCAG 2 defines it, from 1 to 21.

    Examples
    --------
    >>> round(contrast("#fff", "#000")), round(contrast("#fff", "#767676"), 1)
    (21, 4.5)
    """
    light, dark = sorted(map(_luminance, (one, other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    digits = colour.lstrip("#")
    pairs = [digits[at] * 2 for at in range(3)] if len(digits) == 3 else [digits[at : at + 2] for at in (0, 2, 4)]
    parts = [int(pair, 16) / 255 for pair in pairs]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
