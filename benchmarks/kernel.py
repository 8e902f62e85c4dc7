"""Ranking: equality with the slow way first, then time.

    python benchmarks/kernel.py [--ads 2000] [--people 48] [-k 20]

The slow way explains each pair alone and sorts by score and id. Times are of made-up people and ads, repeated; they say
what a change does, not what a machine can do.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from itertools import cycle, islice
from typing import TypeVar

from matcher.demo import example_ads, example_people
from matcher.ranking import Matcher
from matcher.records import JobAd, Profile
from matcher.requirements import with_requirements

T = TypeVar("T", JobAd, Profile)


def repeated(records: Sequence[T], n: int) -> list[T]:
    """Give n records, each with an id of its own."""
    return [r.model_copy(update={"id": f"{r.id}-{i:06}"}) for i, r in enumerate(islice(cycle(records), n))]


def slow_list(matcher: Matcher, person: Profile, ads: Sequence[JobAd]) -> list[tuple[str, int]]:
    """Score each pair alone and sort."""
    scores = [(ad.id, matcher.explain(person, ad).match.score) for ad in ads]
    return sorted(scores, key=lambda pair: (-pair[1], pair[0]))


def equal(people: Sequence[Profile], ads: Sequence[JobAd]) -> bool:
    matcher = Matcher(ads)
    ranking = matcher.rank(people, k=len(ads), include_blocked=True)
    lists = [[(match.id, match.score) for match in ranked.matches] for ranked in ranking]
    return lists == [slow_list(matcher, person, ads) for person in people]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ads", type=int, default=2000)
    parser.add_argument("--people", type=int, default=48)
    parser.add_argument("-k", type=int, default=20)
    args = parser.parse_args()

    if not equal(example_people(), example_ads()):
        print("the ranking differs from the slow way", file=sys.stderr)
        return 1
    print("equal to the slow way")

    started = time.perf_counter()
    read = [with_requirements(ad) for ad in repeated(example_ads(), args.ads)]
    seconds = time.perf_counter() - started
    print(f"requirements: {args.ads} ads in {seconds:.2f} s, {args.ads / seconds:,.0f} ads/s")

    started = time.perf_counter()
    matcher = Matcher(read)
    print(f"matcher: built in {time.perf_counter() - started:.2f} s")

    started = time.perf_counter()
    matcher.rank(repeated(example_people(), args.people), k=args.k)
    seconds = time.perf_counter() - started
    n_pairs = args.people * args.ads
    print(f"rank: {args.people} x {args.ads}, k = {args.k}, in {seconds:.2f} s, {n_pairs / seconds:,.0f} pairs/s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
