"""A researcher's first hour: how good is a ranking, by which measure, how sure, and against what.

    python examples/researcher.py [PEOPLE ADS JUDGMENTS]

Without files it makes judgments up: an ad is relevant (grade 2) if its occupation is one that the person has had, and
somewhat (grade 1) if it shares the first three digits of the code. That says nothing about people; it shows the way.
Judgments are TREC qrels or what `matcher judge` wrote.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from matcher import JobAd, Matcher, Profile, Taxonomy, evaluate, read_ads, read_profiles
from matcher.demo import example_ads, example_people
from matcher.evaluation import Qrels, Run, compare, read_qrels, with_judged_ids
from matcher.evaluation.baselines import BASELINES, baseline_run
from matcher.taxonomy import link_ad, link_profile

MEASURES = ["nDCG@10", "AP@100", "RR"]


def made_up_judgments(people: Sequence[Profile], ads: Sequence[JobAd]) -> Qrels:
    taxonomy = Taxonomy.starter()

    def code(concept: str | None) -> str:
        return taxonomy.concepts[concept].codes.get("ssyk_2012", "") if concept in taxonomy.concepts else ""

    wanted = {ad.id: code(link_ad(ad, taxonomy).occupation.concept) for ad in ads}
    held = {p.id: {code(e.concept) for e in link_profile(p, taxonomy).experience} - {""} for p in people}
    return Qrels(
        {
            person: {
                ad: 2 if asked in own else int(any(asked[:3] == had[:3] for had in own)) for ad, asked in wanted.items()
            }
            for person, own in held.items()
            if own
        }
    )


def main() -> None:
    if len(sys.argv) == 4:
        people, ads = read_profiles(sys.argv[1]).records, read_ads(sys.argv[2]).records
        qrels = read_qrels(sys.argv[3])
    else:
        people, ads = example_people(), example_ads()
        qrels = made_up_judgments(people, ads)

    ranking = Matcher(ads).rank(people, k=len(ads), include_blocked=True)
    runs = {"matcher": Run.from_rows(ranking.to_rows())}
    runs |= {name: baseline_run(name, people, ads) for name in BASELINES}
    runs = {name: with_judged_ids(run, qrels)[0] for name, run in runs.items()}

    print(f"{'run':16}" + "".join(f"{measure:>24}" for measure in MEASURES))
    for name, run in runs.items():
        cells = []
        for figure in evaluate(run, qrels, MEASURES).figures:
            interval = "" if figure.low is None else f" [{figure.low:.2f}, {figure.high:.2f}]"
            cells.append(f"{figure.value:.3f}{interval}".rjust(24))
        print(f"{name:16}" + "".join(cells))

    print("\nmatcher less the words of TF-IDF, query by query:")
    for d in compare(runs["words"], runs["matcher"], qrels, MEASURES):
        print(f"  {d.measure:10} {d.value:+.3f}  p {d.p:.3f}  corrected {d.p_holm:.3f}")


if __name__ == "__main__":
    main()
