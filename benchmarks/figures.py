"""Every development figure in one table, compared with the committed ones.

    python benchmarks/figures.py --shared ../shared [--only requirements,ranking] [--update]

Needs the reference data folder (its ``eval`` holds the development sets and their scorers). Prints each figure beside
the committed one in ``figures.json`` and leaves with status 1 if one got worse by more than 0.01. ``--update`` commits
the new figures; one that got worse needs a decision note in ``docs/decisions``. Ratios of speed are printed by ``make
bench-kernel`` and ``make bench-ingest``, which want an idle machine.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from alternatives import agreement

COMMITTED = Path(__file__).with_name("figures.json")
TOLERANCE = 0.01
LOWER_IS_BETTER = ("false_must", "missed_must", "false_unmet", "needless_unknown", "read as romanised")
RENDERINGS = ("sheets", "jsonresume", "europass", "text")
SHEETS = ("sheet.csv", "sheet_b.csv")
DEEP = "800"
"""Ranks that a scored list goes down to: more than there are ads."""

_NOT_OURS = ("queries", "p_value", "baseline_ndcg10")

Figures = dict[str, float]


class Bench:
    """Runs commands and scorers, keeping what they print in one temporary folder."""

    def __init__(self, shared: Path, folder: Path) -> None:
        self.data = shared / "eval"
        self.people = self.data / "profiles_dev"
        self.folder = folder

    def matcher(self, name: str, *arguments: str | Path) -> Path:
        """Run a command and return the file that holds its standard output."""
        out = self.folder / name
        started = time.perf_counter()
        command = [sys.executable, "-m", "matcher", *map(str, arguments)]
        with out.open("wb") as file:
            done = subprocess.run(command, stdout=file, stderr=subprocess.PIPE, check=False)
        if done.returncode:
            # What cannot be read scores 0, so that one missing format does not hide every other figure.
            print(f"  {name}: {done.stderr.decode('utf-8', 'replace').strip()}", file=sys.stderr)
        print(f"  {name}: {time.perf_counter() - started:.1f} s", file=sys.stderr)
        return out

    def score(self, scorer: str, *arguments: str | Path) -> dict[str, Any]:
        """Run one of the scorers and return the object that it prints."""
        command = [sys.executable, self.data / scorer, *arguments, "--json"]
        return json.loads(subprocess.run(list(map(str, command)), capture_output=True, check=True).stdout)

    def profiles(self, rendering: str) -> list[Path]:
        """Files or folder of one rendering of the development people."""
        return [self.people / sheet for sheet in SHEETS] if rendering == "sheets" else [self.people / rendering]

    def rows(self, file: Path) -> list[dict[str, Any]]:
        """Objects of a JSON Lines file."""
        return [json.loads(line) for line in file.read_text(encoding="utf-8").split("\n") if line.strip()]

    def cut(self, name: str, file: Path, keep: Callable[[dict[str, Any]], bool]) -> Path:
        """Copy the lines of a file that are to be kept."""
        out = self.folder / name
        kept = [json.dumps(row, ensure_ascii=False) for row in self.rows(file) if keep(row)]
        out.write_text("\n".join(kept) + "\n", encoding="utf-8")
        return out


def requirement_figures(bench: Bench) -> Iterator[tuple[str, float]]:
    for name in ("requirements_dev", "trades_dev"):
        found = bench.matcher(f"{name}.jsonl", "requirements", bench.data / f"{name}.ads.jsonl")
        result = bench.score("score_requirements.py", bench.data / f"{name}.gold.jsonl", found)
        yield f"{name} gates f1", result["gates"]["f1"]
        yield f"{name} gates f1 kind only", result["gates"]["f1_kind"]
        yield f"{name} skills f1", result["skills"]["f1"]
        for key in ("false_must", "missed_must", "language_level_accuracy"):
            yield f"{name} {key}", result[key]
        gold = {row["id"]: row["requirements"] for row in bench.rows(bench.data / f"{name}.gold.jsonl")}
        read = {row["id"]: row["requirements"] for row in bench.rows(found)}
        yield f"{name} alternatives f1", agreement(gold.values(), (read.get(ad, ()) for ad in gold))


def profile_figures(bench: Bench) -> Iterator[tuple[str, float]]:
    facts = bench.people / "facts.jsonl"
    for rendering in RENDERINGS:
        paths = bench.profiles(rendering)
        read = bench.matcher(f"read_{rendering}.jsonl", "read", *paths)
        wanted = _ids(paths[0]) if paths[0].is_dir() else {str(row["id"]).upper() for row in bench.rows(facts)}
        known = bench.cut(f"facts_{rendering}.jsonl", facts, lambda row, ids=wanted: str(row["id"]).upper() in ids)
        result = bench.score("score_profiles.py", known, read)
        yield f"profiles {rendering} mean f1", result["mean_f1"]
        yield f"profiles {rendering} read", result["read"] / result["people"]


def ranking_figures(bench: Bench) -> Iterator[tuple[str, float]]:
    ads, judgments = bench.data / "ranking_dev.ads.jsonl", bench.data / "judgments_dev.jsonl"
    options = ("-k", DEEP, "--include-blocked", "--format", "jsonl", "--ads", ads)
    ranked: dict[str, Path] = {}
    for rendering in RENDERINGS:
        sources = [part for path in bench.profiles(rendering) for part in ("--profiles", path)]
        ranked[rendering] = bench.matcher(f"rank_{rendering}.jsonl", "rank", *sources, *options)
    result = bench.score(
        "score_ranking.py", judgments, ranked["sheets"], "--baseline", bench.data / "baseline_best.jsonl"
    )
    yield from ((f"ranking {key}", value) for key, value in result.items() if key not in _NOT_OURS)
    for rendering in RENDERINGS[1:]:
        ids = _ids(bench.people / rendering)
        judged = bench.cut(f"judged_{rendering}.jsonl", judgments, lambda row, ids=ids: row["profile"].upper() in ids)
        ours = bench.score("score_ranking.py", judged, ranked[rendering])["ndcg10"]
        sheets = bench.score("score_ranking.py", judged, ranked["sheets"])["ndcg10"]
        yield f"ranking {rendering} ndcg10", ours
        yield f"ranking {rendering} less sheets, same people", ours - sheets
    sources = [part for path in bench.profiles("sheets") for part in ("--profiles", path)]
    found = bench.matcher("rank_for_ads.jsonl", "rank", "--for", "ads", *sources, *options)
    yield "ranking for ads ndcg5", bench.score("score_ranking.py", judgments, found, "--for", "ads")["ndcg10"]


def case_figures(bench: Bench) -> Iterator[tuple[str, float]]:
    wrapper = f"{sys.executable} -m matcher"
    results = bench.folder / "cases.json"
    command = [sys.executable, str(bench.data / "run_cases.py"), wrapper, "--json", str(results)]
    subprocess.run(command, capture_output=True, check=False)
    rows = json.loads(results.read_text(encoding="utf-8"))
    for area in sorted({row["area"] for row in rows}):
        inside = [not row["failures"] for row in rows if row["area"] == area]
        yield f"cases {area}", sum(inside) / len(inside)
    yield "cases all", sum(not row["failures"] for row in rows) / len(rows)


def taxonomy_figures(bench: Bench) -> Iterator[tuple[str, float]]:
    """Titles and skills to concepts and nearness of occupations, as ``normalize.py`` measures them."""
    script = Path(__file__).with_name("normalize.py")
    parts = "titles,skills,scripts,nearness"
    command = [sys.executable, str(script), "--shared", str(bench.data.parent), "--only", parts]
    printed = subprocess.run(command, capture_output=True, check=True, text=True, encoding="utf-8").stdout
    for line in printed.split("\n"):
        if line.strip():
            name, value = line.rsplit(maxsplit=1)
            yield f"taxonomy {name.strip()}", float(value)


PARTS: dict[str, Callable[[Bench], Iterator[tuple[str, float]]]] = {
    "requirements": requirement_figures,
    "profiles": profile_figures,
    "ranking": ranking_figures,
    "cases": case_figures,
    "taxonomy": taxonomy_figures,
}


def _ids(folder: Path) -> set[str]:
    return {path.stem.upper() for path in folder.iterdir()}


def worse(name: str, old: float, new: float) -> bool:
    """Whether a figure got worse by more than the tolerance."""
    loss = new - old if name.endswith(LOWER_IS_BETTER) else old - new
    return loss > TOLERANCE + 1e-9


def table(old: Figures, new: Figures) -> Iterable[str]:
    width = max(map(len, new), default=10)
    yield f"{'figure':<{width}}  {'committed':>9}  {'now':>8}"
    for name, value in new.items():
        before = f"{old[name]:9.4f}" if name in old else f"{'-':>9}"
        mark = "  WORSE" if name in old and worse(name, old[name], value) else ""
        yield f"{name:<{width}}  {before}  {value:8.4f}{mark}"


def measure(shared: Path, parts: Iterable[str]) -> Figures:
    figures: Figures = {}
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(shared, Path(folder))
        for part in parts:
            for name, value in PARTS[part](bench):
                if value is not None:
                    figures[name] = round(value, 4)
    return figures


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True, help="the reference data folder")
    parser.add_argument("--only", default=",".join(PARTS), help="parts, with commas between them")
    parser.add_argument("--update", action="store_true", help="write the new figures to figures.json")
    args = parser.parse_args()
    parts = args.only.split(",")
    if unknown := set(parts) - set(PARTS):
        parser.error(f"no part {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
    if not (args.shared / "eval").is_dir():
        parser.error(f"{args.shared} has no folder eval: the figures need the reference data")
    old: Figures = json.loads(COMMITTED.read_text(encoding="utf-8")) if COMMITTED.exists() else {}
    new = measure(args.shared.resolve(), parts)
    print("\n".join(table(old, new)))
    if args.update:
        COMMITTED.write_text(json.dumps(old | new, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        return 0
    return int(any(worse(name, old[name], value) for name, value in new.items() if name in old))


if __name__ == "__main__":
    sys.exit(main())
