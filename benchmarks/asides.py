"""What sentences about the person that no rule may know still move, added to two sheets and to JSON Resumes.

    python benchmarks/asides.py --shared ../shared [--trials 3,4]

Every sentence of ``asides.tsv`` is added to one person's cell of every column but the id, and to one person's text of
every kind in JSON Resume, joined in one of six ways, and the person is ranked for every fourth development ad. A line a
trial: texts tried, and those that moved any score. The sentences of a trial were written before the rules were looked
at; rules have since been mended by those of the earlier trials. Needs the reference data folder.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from itertools import product
from pathlib import Path
from typing import Any

from matcher import Matcher
from matcher.readers import read_ads, read_profiles
from matcher.readers.files.source import Source
from matcher.records import Profile

JOINTS = (", ", "; ", ". ", "\n", " (%)", " - ")
FREE = frozenset(("label", "summary", "position", "area", "studyType", "name", "fluency", "highlights", "keywords"))
"""Keys of JSON Resume under which people write as they like."""
Scores = dict[str, list[tuple[str, int]]]
Place = tuple[str | int, ...]


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
    return scores_of(matcher, read_profiles(Source("sheet.csv", out.getvalue().encode())).records, n_ads)


def scores_of(matcher: Matcher, people: Sequence[Profile], n_ads: int) -> Scores:
    """Rank people."""
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


def places(value: object, way: Place = ()) -> Iterator[Place]:
    """Find the free texts of a JSON Resume; of a list, the first."""
    if isinstance(value, str):
        if any(step in FREE for step in way[1:]):
            yield way
    else:
        steps: Iterable[tuple[str | int, object]] = value.items() if isinstance(value, dict) else ()
        if isinstance(value, list):
            steps = enumerate(value[:1])
        for step, part in steps:
            yield from places(part, (*way, step))


def with_added(resume: dict[str, Any], way: Place, sentence: str, joint: str) -> dict[str, Any]:
    """Return a resume with a sentence added to one of its texts."""
    changed: dict[str, Any] = deepcopy(resume)
    part: Any = changed
    for step in way[:-1]:
        part = part[step]
    part[way[-1]] = added(part[way[-1]], sentence, joint)
    return changed


def moved_in_resumes(matcher: Matcher, folder: Path, sentences: list[str], n_ads: int) -> tuple[int, int, Counter[str]]:
    """Count the texts tried and moved, and the latter by key; the people take turns."""
    resumes = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))]

    def read(resume: dict[str, Any], name: str) -> Profile:
        (one,) = read_profiles(Source("resume.json", json.dumps(resume).encode())).records
        return one.model_copy(update={"id": name})

    plain = list(scores_of(matcher, [read(one, f"P{n}") for n, one in enumerate(resumes)], n_ads).values())
    changed: list[Profile] = []
    where: list[tuple[int, str]] = []
    for n, sentence in enumerate(sentences):
        for way in places(resumes[n % len(resumes)]):
            joint = JOINTS[len(changed) % len(JOINTS)]
            changed.append(read(with_added(resumes[n % len(resumes)], way, sentence, joint), f"P{len(changed)}"))
            where.append((n % len(resumes), ".".join(step for step in way if isinstance(step, str))))
    found = scores_of(matcher, changed, n_ads)
    moved = Counter(key for n, (person, key) in enumerate(where) if found[f"P{n}"] != plain[person])
    return len(changed), moved.total(), moved


def main() -> None:
    """Print a line a trial."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True, help="the reference data folder")
    parser.add_argument("--trials", default="", help="which, with commas between them (all)")
    args = parser.parse_args()
    shared = args.shared / "eval"
    ads = read_ads(shared / "ranking_dev.ads.jsonl").records[::4]
    matcher = Matcher(list(ads))
    for trial, sentences in trials().items():
        if args.trials and trial not in args.trials.split(","):
            continue
        parts = [
            moved(matcher, shared / f"profiles_dev/{name}.csv", sentences, len(ads)) for name in ("sheet", "sheet_b")
        ]
        parts.append(moved_in_resumes(matcher, shared / "profiles_dev/jsonresume", sentences, len(ads)))
        by_column = sum((part[2] for part in parts), Counter[str]())
        print(
            json.dumps(
                {
                    "trial": trial, "sentences": len(sentences), "tried": [part[0] for part in parts],
                    "moved": [part[1] for part in parts], "most_in": dict(by_column.most_common(5)),
                },
                ensure_ascii=False,
            )
        )  # fmt: skip


if __name__ == "__main__":
    main()
