"""What sentences about the person that no rule may know still move, added to sheets, CVs as data, and clipped notes.

    python benchmarks/asides.py --shared ../shared [--trials 3,4]

Every sentence of ``asides.tsv`` is added to one person's cell of every column but the id of two sheets, to one person's
text of every kind in JSON Resume and in Europass, joined in one of six ways, and put into every note of
``asides_notes.txt`` at its sign ``%`` (joined as the note goes on behind it), and the person is ranked for every fourth
development ad. Two lines a trial, sheets and JSON Resume, Europass and notes: texts tried, and those that moved any
score. The sentences of a trial were written before the rules were looked at; rules have since been mended by those of
the earlier trials. Needs the reference data folder.
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
from xml.etree import ElementTree as Tree

from matcher import Matcher
from matcher.readers import read_ads, read_profiles
from matcher.readers.files.source import Source
from matcher.records import Profile

JOINTS = (", ", "; ", ". ", "\n", " (%)", " - ")
FREE = frozenset(("label", "summary", "position", "area", "studyType", "name", "fluency", "highlights", "keywords"))
"""Keys of JSON Resume under which people write as they like."""
TEXTS = frozenset(("ExecutiveSummary", "PositionTitle", "Description", "DegreeName", "ProgramConcentration", "Title"))
"""Elements of Europass, without their prefixes, that people fill in."""
Scores = dict[str, list[tuple[str, int]]]
Place = tuple[str | int, ...]
Counted = tuple[int, int, Counter[str]]
"""How many were tried, how many moved, and where."""


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


def moved(matcher: Matcher, sheet: Path, sentences: list[str], n_ads: int) -> Counted:
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


def one(kind: str, text: str, name: str) -> Profile:
    """Read the one person of a file, under a name of its own."""
    return read_profiles(Source(kind, text.encode())).records[0].model_copy(update={"id": name})


def differing(matcher: Matcher, n_ads: int, plain: list[Profile], tried: list[tuple[int, str, Profile]]) -> Counted:
    """Count the people tried (whose plain one stands at a number) and those moved, by what was changed."""
    base = list(scores_of(matcher, plain, n_ads).values())
    found = scores_of(matcher, [person for _, _, person in tried], n_ads)
    where = Counter(key for n, key, person in tried if found[person.id] != base[n])
    return len(tried), where.total(), where


def moved_in_resumes(matcher: Matcher, folder: Path, sentences: list[str], n_ads: int) -> Counted:
    """Count the texts tried and moved, and the latter by key; the people take turns."""
    resumes = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))]
    tried: list[tuple[int, str, Profile]] = []
    for n, sentence in enumerate(sentences):
        for way in places(resumes[n % len(resumes)]):
            changed = with_added(resumes[n % len(resumes)], way, sentence, JOINTS[len(tried) % len(JOINTS)])
            key = ".".join(step for step in way if isinstance(step, str))
            tried.append((n % len(resumes), key, one("resume.json", json.dumps(changed), f"P{len(tried)}")))
    plain = [one("resume.json", json.dumps(resume), f"P{n}") for n, resume in enumerate(resumes)]
    return differing(matcher, n_ads, plain, tried)


def moved_in_europass(matcher: Matcher, folder: Path, sentences: list[str], n_ads: int) -> Counted:
    """Count the texts tried and moved, and the latter by element; of each element, the first."""
    files = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.xml"))]
    tried: list[tuple[int, str, Profile]] = []
    for n, sentence in enumerate(sentences):
        names = {part.tag.rpartition("}")[2] for part in Tree.fromstring(files[n % len(files)]).iter() if part.text}
        for name in sorted(names & TEXTS):
            root = Tree.fromstring(files[n % len(files)])
            part = next(part for part in root.iter() if part.text and part.tag.rpartition("}")[2] == name)
            text, end, rest = (part.text or "").partition("</p>")
            part.text = added(text, sentence, JOINTS[len(tried) % len(JOINTS)]) + end + rest
            tried.append((n % len(files), name, one("cv.xml", Tree.tostring(root, "unicode"), f"P{len(tried)}")))
    return differing(matcher, n_ads, [one("cv.xml", text, f"P{n}") for n, text in enumerate(files)], tried)


def moved_in_notes(matcher: Matcher, sentences: list[str], n_ads: int) -> Counted:
    """Count the notes tried and moved, and the latter by note; behind a full stop a sentence has its own."""
    notes = Path(__file__).with_name("asides_notes.txt").read_text(encoding="utf-8").splitlines()
    tried: list[tuple[int, str, Profile]] = []
    for n, note in enumerate(notes):
        before, after = note.split("%")
        stop = before[-1]
        for sentence in sentences:
            text = f"{before} {sentence.rstrip('.')}{stop}{after}"
            tried.append((n, f"note {n + 1}", one("note.txt", text, f"P{len(tried)}")))
    plain = [one("note.txt", note.replace("%", ""), f"P{n}") for n, note in enumerate(notes)]
    return differing(matcher, n_ads, plain, tried)


def line(trial: str, sentences: list[str], into: str, parts: Sequence[Counted]) -> None:
    """Print what a trial moved in some kinds of files."""
    by_place = sum((part[2] for part in parts), Counter[str]())
    found = {
        "trial": trial, "sentences": len(sentences), "into": into, "tried": [part[0] for part in parts],
        "moved": [part[1] for part in parts], "most_in": dict(by_place.most_common(5)),
    }  # fmt: skip
    print(json.dumps(found, ensure_ascii=False))


def main() -> None:
    """Print two lines a trial."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True, help="the reference data folder")
    parser.add_argument("--trials", default="", help="which, with commas between them (all)")
    args = parser.parse_args()
    shared = args.shared / "eval/profiles_dev"
    ads = read_ads(args.shared / "eval/ranking_dev.ads.jsonl").records[::4]
    matcher = Matcher(list(ads))
    for trial, sentences in trials().items():
        if args.trials and trial not in args.trials.split(","):
            continue
        sheets = [moved(matcher, shared / f"{name}.csv", sentences, len(ads)) for name in ("sheet", "sheet_b")]
        resumes = moved_in_resumes(matcher, shared / "jsonresume", sentences, len(ads))
        line(trial, sentences, "sheet, sheet_b, jsonresume", [*sheets, resumes])
        europass = moved_in_europass(matcher, shared / "europass", sentences, len(ads))
        line(trial, sentences, "europass, notes", [europass, moved_in_notes(matcher, sentences, len(ads))])


if __name__ == "__main__":
    main()
