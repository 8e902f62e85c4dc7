"""What sentences about the person that no rule may know still move, added to the cells of two sheets.

    python benchmarks/asides.py --shared ../shared

Every sentence of ``asides.tsv`` is added to one person's cell of every column but the id, joined in one of six ways,
and the person is ranked for every fourth development ad. A line a trial: cells tried, and those that moved any score.
The sentences of a trial were written before the rules were looked at; rules have since been mended by trials 1 and 2,
so only the third tells of sentences that no rule was written for. Needs the reference data folder.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
from collections import Counter
from itertools import product
from pathlib import Path

from matcher import Matcher
from matcher.readers import read_ads, read_profiles
from matcher.readers.source import Source

JOINTS = (", ", "; ", ". ", "\n", " (%)", " - ")
Scores = dict[str, list[tuple[str, int]]]


def trials() -> dict[str, list[str]]:
    """Return the sentences of each trial."""
    found: dict[str, list[str]] = {}
    for line in Path(__file__).with_name("asides.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        trial, sentence = line.split("\t")
        found.setdefault(trial, []).append(sentence)
    return found


def added(cell: str, sentence: str, joint: str) -> str:
    """Add a sentence to a cell."""
    if not cell:
        return sentence
    return cell + (joint.replace("%", sentence) if "%" in joint else joint + sentence)


def scores(matcher: Matcher, head: list[str], rows: list[list[str]], n_ads: int) -> Scores:
    """Rank the people of a sheet."""
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows([head, *rows])
    people = read_profiles(Source("sheet.csv", out.getvalue().encode())).records
    ranked = matcher.rank(people, k=n_ads, include_blocked=True)
    return {one.id: [(match.id, match.score) for match in one.matches] for one in ranked}


def moved(matcher: Matcher, sheet: Path, sentences: list[str], n_ads: int) -> tuple[int, int, Counter[str]]:
    """Count the cells tried and moved, and the latter by column."""
    text = sheet.read_text(encoding="utf-8-sig")
    head, *rows = csv.reader(io.StringIO(text), delimiter=";" if ";" in text.split("\n")[0] else ",")
    plain = list(scores(matcher, head, [[f"P{n}", *row[1:]] for n, row in enumerate(rows)], n_ads).values())
    cells = list(product(sentences, range(1, len(head))))
    changed = []
    for n, (sentence, column) in enumerate(cells):
        row = list(rows[n % len(rows)])
        row[column] = added(row[column], sentence, JOINTS[n % len(JOINTS)])
        changed.append([f"P{n}", *row[1:]])
    found = scores(matcher, head, changed, n_ads)
    where = Counter(head[column] for n, (_, column) in enumerate(cells) if found.get(f"P{n}") != plain[n % len(rows)])
    return len(cells), where.total(), where


def main() -> None:
    """Print a line a trial."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True, help="the reference data folder")
    shared = parser.parse_args().shared / "eval"
    ads = read_ads(shared / "ranking_dev.ads.jsonl").records[::4]
    matcher = Matcher(list(ads))
    for trial, sentences in trials().items():
        parts = [
            moved(matcher, shared / f"profiles_dev/{name}.csv", sentences, len(ads)) for name in ("sheet", "sheet_b")
        ]
        by_column = sum((part[2] for part in parts), Counter[str]())
        print(
            json.dumps(
                {
                    "trial": trial, "sentences": len(sentences), "cells": sum(part[0] for part in parts),
                    "moved": sum(part[1] for part in parts), "most_in": dict(by_column.most_common(5)),
                },
                ensure_ascii=False,
            )
        )  # fmt: skip


if __name__ == "__main__":
    main()
