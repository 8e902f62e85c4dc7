"""Let any ranker of your own join the score as one more component.

    python examples/external_ranker.py

Here a few lines stand for it: the likeness of titles and skills, from the feature vectors that come with the library
for scikit-learn. A fitted model, a click log or another program would write the same table, one line a pair: profile,
ad, whole points.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from matcher import JobAd, Matcher, Profile
from matcher.demo import example_ads, example_people
from matcher.features.blocks import feature_union
from matcher.ranking import default_weights
from matcher.ranking.components import DEFAULT_COMPONENTS
from matcher.ranking.outside import read_points


def my_ranker(people: Sequence[Profile], ads: Sequence[JobAd]) -> Iterator[tuple[str, str, int]]:
    """Give each pair points by how alike its vectors of titles and skills are."""
    vectors = feature_union(blocks=["title", "skill"]).fit(ads)
    likeness = (vectors.transform(people) @ vectors.transform(ads).T).toarray()
    for person, row in zip(people, likeness, strict=True):
        for ad, value in zip(ads, row, strict=True):
            yield person.id, ad.id, round(50 * float(value))


def main() -> None:
    people, ads = list(example_people()), list(example_ads())
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "mine.tsv"
        rows = [f"{profile}\t{ad}\t{points}" for profile, ad, points in my_ranker(people, ads)]
        table.write_text("\n".join(["profile\tad\tpoints", *rows]) + "\n", encoding="utf-8")
        mine = read_points("mine", table)
    weights = default_weights()
    weights = replace(weights, soft={**weights.soft, "mine": 1})
    matcher = Matcher(ads, weights=weights, components=(*DEFAULT_COMPONENTS, mine))
    for ranked in matcher.rank(people[:3], k=3):
        print(ranked.id)
        for match in ranked.matches:
            print(f"  {match.rank} {match.id} {match.score} points, {match.contributions.get('mine', 0)} of them mine")


if __name__ == "__main__":
    main()
