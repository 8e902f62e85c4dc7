"""What the kernel's benchmark found, as JSON lines, as a table in the readme and as a plot: ratios alone are shown."""

from __future__ import annotations

import json
import platform
from collections.abc import Sequence
from importlib import metadata
from pathlib import Path
from typing import Any

from matcher.charts import bars

FOLDER = Path(__file__).parent
LINES, PLOT, README = FOLDER / "results" / "kernel.jsonl", FOLDER / "results" / "kernel.svg", FOLDER / "README.md"
_BEGIN, _END = "<!-- kernel: begin -->", "<!-- kernel: end -->"
_PACKAGES = ("numpy", "scipy", "scikit-learn", "numba", "sparse_dot_topn", "bm25s", "rapidfuzz", "faiss-cpu")


def machine() -> dict[str, Any]:
    """Return what the figures were taken on."""
    versions = {}
    for name in _PACKAGES:
        try:
            versions[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            continue
    model = platform.processor() or platform.machine()
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        names = [line.split(":", 1)[1].strip() for line in cpuinfo.read_text().splitlines() if "model name" in line]
        model = f"{names[0]}, {len(names)} cores" if names else model
    return {"machine": model, "python": platform.python_version(), "versions": versions}


def write(rows: Sequence[dict[str, Any]], figures: dict[str, Any]) -> None:
    """Write the lines, the plot and the table of the readme.

    Parameters
    ----------
    rows : sequence of dict
        ``what``, ``name``, ``seconds``, ``against`` (times ours) and, of one that is not exact, ``overlap``.
    figures : dict
        The line of JSON.
    """
    LINES.parent.mkdir(exist_ok=True)
    lines = [machine(), *rows, {"what": "figures", **figures}]
    LINES.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    methods = [row for row in rows if row["what"] == "method"]
    PLOT.write_text(
        bars({row["name"]: row["against"] for row in methods}, "CPU time, times that of the kernel by text"),
        encoding="utf-8",
    )
    text = README.read_text(encoding="utf-8")
    before, rest = text.split(_BEGIN)
    after = rest.split(_END)[1]
    README.write_text(f"{before}{_BEGIN}\n{table(rows)}\n{_END}{after}", encoding="utf-8")


def table(rows: Sequence[dict[str, Any]]) -> str:
    """Return the rows as tables in Markdown."""
    lines = ["| finding the 20 best ads | CPU time beside the kernel's by text | of the exact lists |", "|---|---|---|"]
    for row in rows:
        if row["what"] == "method":
            share = f"{row['overlap']:.2f}" if "overlap" in row else "all"
            lines.append(f"| {row['name']} | {row['against']:.3g} | {share} |")
    for what, head in (
        ("scaling", "| ads | time of a person beside that at 50,000: by text | everything fused in |\n|---|---|---|"),
        ("people", "| people at once | CPU time of a person beside one at a time |\n|---|---|"),
        ("threads", "| threads | CPU time beside one thread | clock time beside one thread |\n|---|---|---|"),
    ):
        found = [row for row in rows if row["what"] == what]
        if found:
            lines += ["", head]
            lines += [
                "| " + " | ".join([f"{row['n']:,}", *(f"{x:.2f}" for x in row["ratios"])]) + " |" for row in found
            ]
    return "\n".join(lines)
