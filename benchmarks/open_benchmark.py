"""Figures on the open benchmark in ``benchmarks/data``: requirements read, rankings, simple rankers to compare with.

    python benchmarks/open_benchmark.py

Needs nothing outside the repository. The figures flatter this project, whose rules and weights were made on this data.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

from matcher.evaluation import evaluate, judged_as, read_qrels
from matcher.evaluation.baselines import BASELINES, baseline_run
from matcher.evaluation.trec import Qrels, Run
from matcher.ranking import Matcher
from matcher.readers import read_ads, read_profiles
from matcher.records import JobAd
from matcher.requirements import with_requirements

DATA = Path(__file__).with_name("data")


def gate_f1(ads: list[JobAd]) -> float:
    """Micro F1 of (kind, value, necessity) over all kinds but skills; fields of work and study do not count."""
    found, gold = Counter(), Counter()
    for ad in ads:
        for row in ad.requirements or ():
            found[ad.id, *_key(row.kind, row.value, row.necessity)] += 1
    for line in (DATA / "requirements.jsonl").read_text(encoding="utf-8").split("\n"):
        row = json.loads(line) if line else {"id": "", "requirements": []}
        for r in row["requirements"]:
            gold[row["id"], *_key(r["kind"], r["value"], r["necessity"])] += 1
    found, gold = (Counter({k: n for k, n in c.items() if k[1] != "skill"}) for c in (found, gold))
    return 2 * (found & gold).total() / (found.total() + gold.total())


def _key(kind: str, value: object, necessity: str) -> tuple[str, str, str]:
    if isinstance(value, dict):
        value = value.get("lang") or value.get("level") or value.get("years")
    return kind, "" if kind == "working_time" else str(value).casefold(), necessity


def main() -> None:
    people = list(read_profiles(DATA / "people" / "sheet.csv", DATA / "people" / "sheet_b.csv"))
    ads = [with_requirements(ad) for ad in read_ads(DATA / "ads.jsonl")]
    judged = judged_as((person.id for person in people), read_qrels(DATA / "judgments.jsonl"))
    qrels = Qrels({person: grades for person, grades in judged.items() if any(grades.values())})
    print(f"requirements: gates F1 {gate_f1(ads):.3f} over {len(ads)} ads")
    ranked = Matcher(ads).rank(people, k=len(ads), include_blocked=True)
    runs = {"matcher": Run({r.id: tuple(m.id for m in r.matches) for r in ranked})}
    runs |= {name: baseline_run(name, people, ads) for name in BASELINES}
    for name, run in runs.items():
        # Judged pairs were pooled from simple rankers; what nobody judged is left out rather than counted as wrong.
        kept = {p: tuple(ad for ad in run.rankings[p] if ad in grades) for p, grades in qrels.grades.items()}
        (figure,) = evaluate(Run(kept), qrels, ["nDCG@10"]).figures
        print(f"{name:16} nDCG@10 {figure.value:.3f} [{figure.low:.3f}, {figure.high:.3f}], {figure.n} people")


if __name__ == "__main__":
    main()
