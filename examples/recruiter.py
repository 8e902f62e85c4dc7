"""A recruiter's side: who fits an ad, and why, without a name, an age or an origin to look at.

python examples/recruiter.py
"""

from __future__ import annotations

from matcher import JobAd, Matcher, read_requirements
from matcher.demo import example_people

AD = JobAd(
    id="our-ad",
    headline="Cook for a lunch kitchen",
    text=(
        "We cook lunch for two hundred guests in Flemingsberg.\n\n"
        "You need at least two years of experience as a cook and basic Swedish or English.\n"
        "Knowledge of food hygiene is an advantage."
    ),
    municipality="Huddinge",
    municipality_code="0126",
)


def main() -> None:
    print("What the ad asks for, as it is read:")
    for row in read_requirements(AD):
        print(f"  {row.necessity:12} {row.kind:12} {row.quote!r}")

    ranking = Matcher(example_people()).rank([AD], k=5)
    print("\nPeople, best first:")
    for match in ranking[0].matches:
        print(f"  {match.rank}. {match.id}  {match.score} points, {match.tier}")
        for judged in match.verdicts:
            print(f"       {judged.verdict:8} {judged.requirement.kind:12} {judged.evidence or ''}")


if __name__ == "__main__":
    main()
