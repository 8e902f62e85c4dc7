"""Words to concepts: quality on titles with known concepts, calibration, nearness, drift, exactness and speed.

    python benchmarks/normalize.py --shared ../shared [--only titles,threshold,ads,skills,scripts,nearness,load,speed]

Needs the reference data folder. Titles are the MELO queries (Swedish occupation titles, Swedish and English labels,
development half), scored by concept within the first ten answers; no crosswalk is consulted. Each figure of the whole
method stands above those of its parts left out.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

# This folder is the path of a script, not a package.
from phrases_known import (
    DEPTH,
    Figure,
    Titles,
    ad_figures,
    esco,
    headlines,
    jobtech,
    script_figures,
    skill_figures,
    threshold_figures,
)

from matcher.taxonomy import Taxonomy
from matcher.taxonomy.normalizing import labelindex, labelscan, normalize
from matcher.taxonomy.wording import fold


@contextmanager
def changed(**values: object) -> Iterator[None]:
    """Set names of the lookup's modules for a while: ``index_PARTS`` of the label index, ``lookup_readings`` of it."""
    modules = {"index": labelindex, "scan": labelscan, "lookup": normalize}
    places = [(modules[name.partition("_")[0]], name.partition("_")[2], value) for name, value in values.items()]
    before = [getattr(module, name) for module, name, _ in places]
    try:
        for module, name, value in places:
            setattr(module, name, value)
        yield
    finally:
        for (module, name, _), value in zip(places, before, strict=True):
            setattr(module, name, value)


def as_written(phrase: str) -> list[tuple[str, float]]:
    return [(phrase, 1.0)]


ABLATIONS: dict[str, dict[str, object]] = {
    "without word parts": {"index_GRAMS": 1.0, "index_PARTS": 1e-9},
    "without characters": {"index_GRAMS": 1e-9, "index_PARTS": 1.0},
    "without the concept's other labels": {"index_LABEL": 1.0, "index_CONCEPT": 0.0},
    "without leaning to collections and few names": {"index_COLLECTIVE": 0.0, "index_PER_NAME": 0.0},
    "without families of words": {"index__FAMILY": 0.0},
    "without readings": {"lookup_readings": as_written},
}


def title_figures(shared: Path) -> Iterator[Figure]:
    swedish = Titles(shared / "data/melo_sv/swe_q_sv_c_sv", "sv")
    yield "titles sv-sv mrr", swedish.mrr()
    for name, values in ABLATIONS.items():
        with changed(**values):
            yield f"titles sv-sv mrr {name}", swedish.mrr()
    yield "titles sv-sv mrr over jobtech", swedish.mrr([jobtech(shared)])
    english = Titles(shared / "data/melo_sv/swe_q_sv_c_en", "en")
    yield "titles sv-en mrr", english.mrr()
    yield "titles sv-en mrr over esco", english.mrr([esco(shared)])
    yield "titles sv-en mrr over jobtech and esco", english.mrr([jobtech(shared), esco(shared)])


def nearness_figures(shared: Path) -> Iterator[Figure]:
    """Pairs of a stated 75 % against random pairs of the same field; what the source states held out, in five parts."""
    from sklearn.metrics import roc_auc_score

    taxonomy = jobtech(shared)
    rows = json.loads((shared / "data/jobtech_titles/info_occupations.json").read_text(encoding="utf-8"))
    fields = {row["id"]: row["area"][0]["id"] for row in rows["data"]["concepts"] if row["area"]}
    occupations = [i for i in taxonomy.of_type("occupation") if i in fields]
    stated = {(e.source, e.target): e.weight for e in taxonomy.links if e.kind == "substitutes"}
    draw = random.Random(0)
    part = {i: draw.randrange(5) for i in occupations}
    same_field = defaultdict(list)
    for i in occupations:
        same_field[fields[i]].append(i)
    truth, with_it, without = [], [], []
    for number in range(5):
        links = [e for e in taxonomy.links if e.kind != "substitutes" or part.get(e.source) != number]
        blind = Taxonomy.of(taxonomy.concepts.values(), links)
        for (have, wanted), weight in stated.items():
            if weight == 0.75 and part.get(have) == number and wanted in fields:
                others = [draw.choice(same_field[fields[have]]) for _ in range(2)]
                pairs = [(1, wanted), *((0, o) for o in others if o != have and (have, o) not in stated)]
                for is_near, other in pairs:
                    truth.append(is_near)
                    with_it.append(taxonomy.nearness(have, other).value)
                    without.append(blind.nearness(have, other).value)
    yield "nearness auc, relation known", float(roc_auc_score(truth, with_it))
    yield "nearness auc, held out", float(roc_auc_score(truth, without))


def _phrases(shared: Path, labels: Sequence[str]) -> dict[str, list[str]]:
    """Phrases of three kinds, none twice as the lookup folds them: labels, labels with a slip, titles of elsewhere."""
    draw = random.Random(0)
    known = sorted({fold(text) for text in labels})
    retired = [c for c in jobtech(shared).concepts.values() if c.type == "retired_occupation"]
    strange = [text for c in retired for texts in (*c.alternatives.values(), c.labels.values()) for text in texts]
    strange += [text for text, _ in Titles(shared / "data/melo_sv/swe_q_sv_c_sv", "sv").queries]
    strange += headlines(shared)
    kinds = {
        "labels": draw.sample(known, 12_000),
        "labels with a slip": [_slip(text, draw) for text in draw.sample(known, 12_000)],
        "other titles": [text for text in sorted(set(strange)) if fold(text) not in set(known)],
    }
    asked: set[str] = set()
    for kind, phrases in kinds.items():
        kinds[kind] = [text for text in phrases if not (fold(text) in asked or asked.add(fold(text)))]
    return kinds


def speed_figures(shared: Path) -> Iterator[Figure]:
    """Phrases a second of processor time against 50,000 labels, each new; how they agree with the slow reference."""
    concepts = [c for c in esco(shared).concepts.values() if c.type == "occupation"]
    concepts += [c for c in jobtech(shared).concepts.values() if c.type == "occupation"]
    labels = [text for c in concepts for texts in c.alternatives.values() for text in texts]
    labels += [text for c in concepts for text in c.labels.values()]
    print(f"  {len(labels)} labels", file=sys.stderr)
    kinds = _phrases(shared, labels)
    with tempfile.TemporaryDirectory() as folder:
        Taxonomy.of(concepts).save(Path(folder) / "saved")
        # As a process that looks phrases up: nothing else is held, which the garbage collector would go through.
        del concepts
        esco.cache_clear()
        jobtech.cache_clear()
        for form, worth in (("", 0), (", no loops compiled", 10**9)):
            taxonomy = Taxonomy.load(Path(folder) / "saved")
            with changed(scan_WORTH_COMPILING=worth):
                yield from _phrase_figures(taxonomy, kinds, form)
        yield "times as fast as rapidfuzz's best label", _peer(taxonomy, kinds, labels)
        sample = [text for phrases in kinds.values() for text in phrases[:200]]
        fast = Taxonomy.load(Path(folder) / "saved").normalize(sample, "occupation", DEPTH)
        with changed(scan__POSTINGS=10**9, scan__LABELS=10**9):
            slow = Taxonomy.load(Path(folder) / "saved").normalize(sample, "occupation", DEPTH)
    pairs = list(zip(fast, slow, strict=True))
    for name, depth in (("best answer", 1), ("best three answers", 3)):
        same = [[hit.id for hit in f[:depth]] == [hit.id for hit in s[:depth]] for f, s in pairs]
        yield f"{name} as the slow reference", sum(same) / len(same)
    off = [abs(f[0].score - s[0].score) for f, s in pairs if f and s]
    yield "mean points off the slow reference", sum(off) / len(off)
    yield from _tagging(shared)


def _phrase_figures(taxonomy: Taxonomy, kinds: Mapping[str, list[str]], form: str) -> Iterator[Figure]:
    lookup = taxonomy.normalizer("occupation")
    lookup.rank(["upvärmning"], 1)
    lookup.rank(["kock i skolan"], 1)
    taken = {kind: _seconds(lambda phrases=phrases: lookup.rank(phrases, DEPTH)) for kind, phrases in kinds.items()}
    for kind, phrases in kinds.items():
        yield f"phrases a second, {len(phrases)} {kind}{form}", len(phrases) / taken[kind]
    yield f"phrases a second, all together{form}", sum(map(len, kinds.values())) / sum(taken.values())


def _peer(taxonomy: Taxonomy, kinds: Mapping[str, list[str]], labels: Sequence[str]) -> float:
    """How many times as fast as comparing each phrase with all labels, which only finds the best."""
    import numpy as np
    from rapidfuzz.process import cdist

    sample = [fold(text) for phrases in kinds.values() for text in phrases[200:300]]
    folded = [fold(text) for text in labels]
    theirs = _seconds(lambda: cdist(sample, folded, dtype=np.uint8).argmax(axis=1))
    again = [text for phrases in kinds.values() for text in phrases]
    lookup = taxonomy.normalizer("occupation")
    lookup._remembered.clear()
    ours = _seconds(lambda: lookup.rank(again, DEPTH))
    return (theirs / len(sample)) / (ours / len(again))


def load_figures(shared: Path) -> Iterator[Figure]:
    """Seconds of processor time to load a taxonomy from its own file, and the file's size."""
    for name, taxonomy in (("jobtech", jobtech(shared)), ("esco", esco(shared))):
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "saved"
            taxonomy.save(file)
            yield f"load {name}: seconds", min(_seconds(lambda file=file: Taxonomy.load(file)) for _ in range(3))
            yield f"load {name}: megabytes", file.stat().st_size / 1e6


def _tagging(shared: Path) -> Iterator[Figure]:
    lines = (shared / "data/ads/platsbanken_dev.jsonl").read_text(encoding="utf-8").split("\n")
    texts = [json.loads(line)["description"]["text"] for line in lines if line]
    taxonomy = jobtech(shared)
    taxonomy.tag("upvärmning")
    # Half of the ads are the first that the process ever reads; the others are unseen as well, most of their words not.
    for name, part in (("first", texts[::2]), ("unseen", texts[1::2]), ("again", texts)):
        taken = _seconds(lambda part=part: [taxonomy.tag(text) for text in part])
        yield f"tagging ms a 5000 characters, {name}", 5e6 * taken / sum(map(len, part))


def _slip(text: str, draw: random.Random) -> str:
    at = draw.randrange(len(text))
    letter = draw.choice("abcdefghijklmnopqrstuvwxyz") if draw.random() < 0.5 else ""
    return text[:at] + letter + text[at + 1 :]


def _seconds(run: Callable[[], Any]) -> float:
    started = time.process_time()
    run()
    return time.process_time() - started


PARTS: dict[str, Callable[[Path], Iterator[Figure]]] = {
    "titles": title_figures,
    "threshold": threshold_figures,
    "ads": ad_figures,
    "skills": skill_figures,
    "scripts": script_figures,
    "nearness": nearness_figures,
    "load": load_figures,
    "speed": speed_figures,
}


def measure(shared: Path, parts: Iterable[str]) -> Iterator[Figure]:
    for part in parts:
        yield from PARTS[part](shared)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True, help="the reference data folder")
    parser.add_argument("--only", default=",".join(PARTS), help="parts, with commas between them")
    args = parser.parse_args()
    parts = args.only.split(",")
    if unknown := set(parts) - set(PARTS):
        parser.error(f"no part {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
    if not (args.shared / "data").is_dir():
        parser.error(f"{args.shared} has no folder data: the figures need the reference data")
    for name, value in measure(args.shared.resolve(), parts):
        print(f"{name:<68} {value:10.4f}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
