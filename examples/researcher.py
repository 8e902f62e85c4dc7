"""A researcher's first hour: how good is a ranking, by which measure, how sure, where it fails, and against what.

    python examples/researcher.py [PEOPLE... ADS JUDGMENTS] [--nested]

Prints the ranking and six simple rankers side by side, the slices of judgments that tell why (``why``), a paired test
with correction, and with ``--nested`` how good fitted weights are on people and ads that they have not seen, beside
in-sample (a minute or two for fifty people). Without files it runs on the made-up people, ads and grades that come
with the package. That says nothing about people; it shows the way. Judgments are TREC qrels or what `matcher judge`
wrote.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from matcher import JobAd, Matcher, Profile, evaluate, read_ads, read_profiles
from matcher.demo import example_ads, example_judgments, example_people
from matcher.evaluation import Qrels, Run, Slice, compare, judged_as, read_qrels, slices_of_reasons, with_judged_ids
from matcher.evaluation.baselines import BASELINES, baseline_run
from matcher.evaluation.tuning import evidence_of, nested, tune_weights
from matcher.requirements import with_requirements

MEASURES = ["nDCG@10", "AP@100", "RR"]


def only_judged(run: Run, qrels: Qrels) -> Run:
    """Leave out what nobody judged."""
    kept = {q: tuple(d for d in found if d in qrels.grades.get(q, ())) for q, found in run.rankings.items()}
    return Run(kept, run.name)


def print_slices(run: Run, qrels: Qrels, slices: Sequence[Slice]) -> None:
    """Print each slice with twenty judged pairs or more, and name the others with their count."""
    figures = [figure for figure in evaluate(run, qrels, MEASURES[:1], slices=slices).figures if figure.slice]
    shown = [figure for figure in figures if figure.value is not None]
    for figure in shown:
        interval = "" if figure.low is None else f" [{figure.low:.2f}, {figure.high:.2f}]"
        print(f"  {figure.slice:16} {figure.value:.3f}{interval}  {figure.pairs} pairs, {figure.n} people")
    few = [f"{figure.slice} {figure.pairs}" for figure in figures if figure.value is None]
    print(f"  too few pairs for a figure: {', '.join(few) or 'none'}")


def print_nested(people: Sequence[Profile], ads: Sequence[JobAd], qrels: Qrels) -> None:
    """Print what fitted weights are worth on unseen people, on unseen people and ads, and in-sample."""
    grades = judged_as((person.id for person in people), qrels)
    judged = [person for person in people if person.id in grades]
    ready = [with_requirements(ad) for ad in ads]
    evidence = evidence_of(judged, ready, grades)
    tuned = tune_weights(judged, ready, grades)
    print("\nfitted weights, nDCG@10 of judged ads:")
    print(f"  unseen people           {nested(evidence):.3f}  (nested cross-validation)")
    print(f"  unseen people and ads   {nested(evidence, over_ads=True):.3f}  (lists half as long)")
    print(f"  in-sample               {tuned.fitted:.3f}")


def main() -> None:
    files = [argument for argument in sys.argv[1:] if argument != "--nested"]
    reasons: tuple[Slice, ...] = ()
    if len(files) >= 3:
        *sheets, advertised, judgments = files
        people, ads = read_profiles(*sheets).records, read_ads(advertised).records
        qrels, reasons = read_qrels(judgments), slices_of_reasons(judgments)
    else:
        people, ads = example_people(), example_ads()
        qrels = example_judgments()

    ranking = Matcher(ads).rank(people, k=len(ads), include_blocked=True)
    runs = {"matcher": Run.from_rows(ranking.to_rows())}
    runs |= {name: baseline_run(name, people, ads) for name in BASELINES}
    runs = {name: with_judged_ids(run, qrels)[0] for name, run in runs.items()}
    # Judged pairs are pooled: what nobody judged is left out; Judged@10 of `matcher evaluate` tells how much that is.
    runs = {name: only_judged(run, qrels) for name, run in runs.items()}

    print(f"{'run':16}" + "".join(f"{measure:>24}" for measure in MEASURES))
    for name, run in runs.items():
        cells = []
        for figure in evaluate(run, qrels, MEASURES).figures:
            interval = "" if figure.low is None else f" [{figure.low:.2f}, {figure.high:.2f}]"
            cells.append(f"{figure.value:.3f}{interval}".rjust(24))
        print(f"{name:16}" + "".join(cells))

    if reasons:
        print(f"\nby what decided the grade, {MEASURES[0]}:")
        print_slices(runs["matcher"], qrels, reasons)
    print("\nmatcher less the words of TF-IDF, query by query:")
    for d in compare(runs["words"], runs["matcher"], qrels, MEASURES):
        print(f"  {d.measure:10} {d.value:+.3f}  p {d.p:.3f}  corrected {d.p_holm:.3f}")
    if "--nested" in sys.argv:
        print_nested(people, ads, qrels)


if __name__ == "__main__":
    main()
