"""The colours of every page, by light and by dark."""

from __future__ import annotations

COLOURS = """\
:root { color-scheme: light dark; --paper: #fff; --ink: #1a1a1a; --quiet: #555; --line: #767676; --faint: #bbb;
  --blue: #1d4f7c; --red: #8c1d0d; --green: #1d6b2f; --ochre: #6b4a00; --focus: #b35900;
  --must: #ffd9d2; --nice: #fff0c2; --needless: #d8efdc; }
@media screen and (prefers-color-scheme: dark) { :root { --paper: #16181b; --ink: #e8e6e3; --quiet: #b4b0aa;
  --line: #8f8f8f; --faint: #4a4d52; --blue: #8fc1ec; --red: #ff9d8c; --green: #8fd6a0; --ochre: #f0c264;
  --focus: #ffb45c; --must: #5a1f18; --nice: #4d3b00; --needless: #17401f; } }
body { color: var(--ink); background: var(--paper); overflow-wrap: break-word; }
.chart text, .chart .sum { fill: var(--ink); } .chart .more { fill: var(--blue); } .chart .stripe { fill: var(--red); }
.chart .ground { fill: var(--paper); } .chart [stroke] { stroke: var(--ink); } .chart .grid { stroke: var(--line); }
"""
"""Style that a page begins with, charts on it too; whoever prints gets the light ones. No word is wider than a page."""
