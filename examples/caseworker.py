"""A caseworker's morning: which jobs to talk about with each person, what to ask, and what would open more.

    python examples/caseworker.py [PEOPLE.csv ADS.jsonl]

Without files it runs on the made-up people and ads that come with the package.
"""

from __future__ import annotations

import sys

from matcher import Matcher, explain, read_ads, read_profiles
from matcher.demo import example_ads, example_people
from matcher.ranking import steps


def main() -> None:
    if len(sys.argv) == 3:
        read = read_profiles(sys.argv[1])
        people, ads = read.records, read_ads(sys.argv[2]).records
        print(f"{len(people)} people, {len(ads)} ads; {len(read.notes)} remarks while reading")
    else:
        people, ads = example_people(), example_ads()
    headlines = {ad.id: ad.headline for ad in ads}
    matcher = Matcher(ads)
    ranking, whole = matcher.rank(people, k=3), matcher.rank(people, k=100, include_blocked=True)
    for row, all_of_it in zip(ranking, whole, strict=True):
        print(f"\n{row.id}")
        for match in row.matches:
            print(f"  {match.score:5d}  {match.tier:7}  {headlines[match.id]}")
        asked = dict.fromkeys(question.text for match in row.matches for question in match.questions)
        for question in list(asked)[:2]:
            print(f"         fråga: {question}")
        for step in steps(all_of_it.matches)[:1]:
            print(f"         steg: {step.text} ({step.n_ads})")

    first = next(row for row in ranking if row.matches)
    person = next(p for p in people if p.id == first.id)
    ad = next(a for a in ads if a.id == first.matches[0].id)
    print(f"\nVarför {ad.id} för {person.id}?\n")
    print(explain(person, ad, lang="sv").to_text())


if __name__ == "__main__":
    main()
