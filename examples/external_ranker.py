"""Let any ranker of your own join the score as one more component.

    python examples/external_ranker.py

Here a few lines stand for it: it likes ads that name a tool the person has. A language model, a click log or another
program would write the same table, one line a pair: profile, ad, whole points.
"""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

from matcher import JobAd, Matcher, Profile
from matcher.demo import example_ads, example_people
from matcher.ranking import default_weights
from matcher.ranking.components import DEFAULT_COMPONENTS
from matcher.ranking.outside import read_points


def my_ranker(profile: Profile, ad: JobAd) -> int:
    """Return 50 points for each stated skill whose first word stands in the ad."""
    text = f"{ad.headline} {ad.text}".casefold()
    return 50 * sum(skill.label.casefold().split()[0] in text for skill in profile.skills if skill.label.strip())


def main() -> None:
    people, ads = list(example_people()), list(example_ads())
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "mine.tsv"
        rows = [f"{p.id}\t{ad.id}\t{my_ranker(p, ad)}" for p in people for ad in ads]
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
